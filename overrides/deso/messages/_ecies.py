"""Encryption to a public key, in the form that DeSo's clients use. No forward secrecy: who gets a key reads
all.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from .._core.secrets import Secret
from ..keys import InvalidKeyError, PrivateKey, PublicKey
from ..keys._curve import openssl_public_key

_POINT, _IV, _MAC = 65, 16, 32
OVERHEAD = _POINT + _IV + _MAC
"""A ciphertext is so many bytes longer than its text."""


class DecryptError(ValueError):
    """A ciphertext that is not for this key, was changed on its way, or is none at all."""


def derive_key(secret: Secret | bytes, length: int = 32) -> Secret:
    """The concatenation KDF of NIST SP 800-56A with SHA-256 and no other information: ``length`` bytes."""
    data = secret.reveal() if isinstance(secret, Secret) else secret
    assert isinstance(data, bytes)
    blocks = (hashlib.sha256(n.to_bytes(4, "big") + data).digest() for n in range(1, -(-length // 32) + 1))
    return Secret(b"".join(blocks)[:length])


def _keys(shared: Secret | bytes) -> tuple[bytes, bytes]:
    derived = derive_key(shared).reveal()
    assert isinstance(derived, bytes)
    return derived[:16], hashlib.sha256(derived[16:]).digest()


def _apply(key: bytes, iv: bytes, data: bytes) -> bytes:
    stream = Cipher(algorithms.AES(key), modes.CTR(iv)).encryptor()
    return stream.update(data) + stream.finalize()


def encrypt(
    recipient: PublicKey, plaintext: bytes, *, ephemeral: PrivateKey | None = None, iv: bytes | None = None
) -> bytes:
    """Encrypt ``plaintext`` so that only the holder of the recipient's private key reads it.

    Everybody can write such a message: it proves nothing about its author. ``ephemeral`` and ``iv`` (16
    bytes) are for tests with recorded values; used twice they give both texts away.
    """
    ephemeral = ephemeral or PrivateKey.generate()
    iv = secrets.token_bytes(_IV) if iv is None else iv
    if len(iv) != _IV:
        raise ValueError(f"the initial counter has {_IV} bytes, not {len(iv)}")
    key, mac_key = _keys(ephemeral.exchange(recipient))
    sealed = iv + _apply(key, iv, plaintext)
    point = openssl_public_key(ephemeral.public_key.data)
    head = point.public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
    return head + sealed + hmac.digest(mac_key, sealed, "sha256")


def decrypt(recipient: PrivateKey, ciphertext: bytes) -> bytes:
    """The text of what ``encrypt`` made for this key.

    Also reads what older identity windows wrote, which lose leading zero bytes of the shared point. Raises
    DecryptError when the bytes are no such ciphertext or their authentication code is wrong.
    """
    if len(ciphertext) < OVERHEAD:
        raise DecryptError(f"a ciphertext has at least {OVERHEAD} bytes, not {len(ciphertext)}")
    sealed, mac = ciphertext[_POINT:-_MAC], ciphertext[-_MAC:]
    text = _open(recipient.exchange(_sender(ciphertext[:_POINT])), sealed, mac)
    if text is None:
        raise DecryptError("the authentication code is wrong: another key's message, or a changed one")
    return text


def _open(shared: Secret, sealed: bytes, mac: bytes) -> bytes | None:
    """The text, or None. Does not raise: a traceback with locals would show the shared secret."""
    whole = shared.encoded()
    for form in dict.fromkeys((whole, whole.lstrip(b"\0"))):
        key, mac_key = _keys(form)
        if hmac.compare_digest(hmac.digest(mac_key, sealed, "sha256"), mac):
            return _apply(key, sealed[:_IV], sealed[_IV:])
    return None


def _sender(point: bytes) -> PublicKey:
    if point[0] != 4:
        raise DecryptError("a ciphertext begins with an uncompressed public key (byte 04)")
    try:
        key = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256K1(), point)
        return PublicKey(key.public_bytes(Encoding.X962, PublicFormat.CompressedPoint))
    except (ValueError, InvalidKeyError):
        raise DecryptError("the public key at the beginning is not a point of the curve") from None
