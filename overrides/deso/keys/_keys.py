"""Public and private keys, and who may sign."""

from __future__ import annotations

import re
import secrets
from dataclasses import dataclass
from typing import NoReturn, Protocol, runtime_checkable

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from .._core.secrets import Secret, hide
from ._base58 import MAINNET, NETWORKS, AddressError, Network, decode_base58check, encode_base58check
from ._curve import (
    Signature,
    SigningKey,
    backend,
    openssl_private_key,
    openssl_public_key,
    signature_from_der,
)
from ._keccak import keccak_256
from ._points import N


class InvalidKeyError(ValueError):
    """Key material of the wrong form. The message never quotes a private key."""


@dataclass(frozen=True, slots=True)
class PublicKey:
    """A secp256k1 public key in its compressed form of 33 bytes: an account, a derived key or an access-group
    key.

    Raises InvalidKeyError when ``data`` is not 33 bytes that name a point of the curve.
    """

    data: bytes

    def __post_init__(self) -> None:
        if len(self.data) != 33:
            raise InvalidKeyError(f"a public key has 33 bytes, not {len(self.data)}")
        try:
            openssl_public_key(self.data)
        except ValueError:
            raise InvalidKeyError("the 33 bytes are not a point of secp256k1") from None

    @classmethod
    def from_hex(cls, text: str) -> PublicKey:
        """Read 66 hexadecimal digits. Raises InvalidKeyError."""
        try:
            return cls(bytes.fromhex(text))
        except ValueError as error:
            raise InvalidKeyError(f"not a public key in hexadecimal: {error}") from None

    @classmethod
    def from_address(cls, text: str, network: Network | None = None) -> PublicKey:
        """Read an address: ``BC1YL…`` of the mainnet, ``tBC…`` of the testnet.

        With ``network`` an address of the other one is refused; the server would take it.
        Raises AddressError for text that is no address, InvalidKeyError for one that holds no key.
        """
        return cls(address_bytes(text, network))

    def address(self, network: Network = MAINNET) -> str:
        """The address: 55 letters on the mainnet, 54 on the testnet."""
        return encode_base58check(network.public_prefix + self.data)

    @property
    def ethereum_address(self) -> str:
        """The Ethereum address of the same key, with the mixed-case checksum of EIP-55."""
        key = openssl_public_key(self.data)
        point = key.public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
        text = keccak_256(point[1:])[-20:].hex()
        case = keccak_256(text.encode()).hex()
        return "0x" + "".join(c.upper() if int(k, 16) > 7 else c for c, k in zip(text, case, strict=False))

    def verifies(self, digest: bytes, der: bytes) -> bool:
        """Whether ``der`` is this key's low-S signature of the 32-byte ``digest``, as DeSo accepts it."""
        try:
            signature = signature_from_der(der)
        except ValueError:
            return False
        return signature.is_low_s and backend().verify(self.data, digest, signature)

    def __str__(self) -> str:
        return self.address()


def address_bytes(text: str, network: Network | None = None) -> bytes:
    """The 33 bytes of an address, without asking whether they are a point. Raises AddressError."""
    payload = decode_base58check(text)
    found = [each for each in NETWORKS if payload.startswith(each.public_prefix)]
    if len(payload) != 36 or not found:
        raise AddressError("the text is Base58Check but no DeSo address (BC1YL… or tBC…)")
    if network is not None and found[0] is not network:
        raise AddressError(f"the address belongs to the {found[0].name}, not to the {network.name}")
    return payload[3:]


@runtime_checkable
class Signer(Protocol):
    """Whoever can sign a digest with a key: PrivateKey here, a hardware or remote signer elsewhere."""

    @property
    def public_key(self) -> PublicKey:
        """The key that signs."""
        ...

    def sign(self, digest: bytes) -> bytes:
        """The DER signature of the 32-byte ``digest``. A high S is put right by who asked."""
        ...


class PrivateKey:
    """A secp256k1 private key. It is shown, logged and printed as its public key only, and cannot be pickled.

    ``secret`` is the 32 bytes, bare or in a Secret; raises InvalidKeyError when they are no private key.
    ``backend_name`` picks ``"cryptography"`` or ``"coincurve"`` for signing; by default the fastest
    installed. The bytes are the same.
    """

    __slots__ = ("_backend_name", "_exchange", "_public_key", "_secret", "_signing")

    def __init__(self, secret: Secret | bytes, *, backend_name: str | None = None) -> None:
        secret = hide(secret)  # first of all: a traceback with locals shows the arguments of what fails
        if problem := _problem(secret):
            raise InvalidKeyError(problem)
        backend(backend_name)  # a name that is none fails here, not at the first signature
        self._secret = Secret(secret)
        self._backend_name = backend_name
        self._signing: SigningKey | None = None
        self._exchange: ec.EllipticCurvePrivateKey | None = None
        self._public_key: PublicKey | None = None

    @classmethod
    def generate(cls) -> PrivateKey:
        """A new random key, from the operating system's source."""
        return cls((secrets.randbelow(N - 1) + 1).to_bytes(32, "big"))

    @classmethod
    def from_seed_hex(cls, text: Secret | str, *, backend_name: str | None = None) -> PrivateKey:
        """Read DeSo's "seed hex": 64 hexadecimal digits. Raises InvalidKeyError."""
        text = Secret(text)  # see __init__
        secret = _unhex(text)
        if secret is None:
            raise InvalidKeyError("a seed hex has 64 hexadecimal digits and nothing else")
        return cls(secret, backend_name=backend_name)

    @classmethod
    def from_base58check(cls, text: Secret | str, network: Network | None = None) -> PrivateKey:
        """Read the seldom used text form: ``bc6…`` of the mainnet, ``tbc…`` of the testnet.

        Raises AddressError for text that is not such a key, or one of the other network than asked for.
        """
        text = Secret(text)  # see __init__
        payload, problem = _unbase58(text)
        if payload is None:
            raise AddressError(problem)
        for known in NETWORKS:
            if len(payload.reveal()) == 35 and payload.reveal().startswith(known.private_prefix):
                if network is not None and known is not network:
                    raise AddressError(f"the private key belongs to the {known.name}, not to the {network.name}")
                return cls(Secret(payload.reveal()[3:]))
        raise AddressError("the text is Base58Check but no DeSo private key (bc6… or tbc…)")

    def _bytes(self) -> bytes:
        data = self._secret.reveal()
        assert isinstance(data, bytes)
        return data

    @property
    def secret(self) -> Secret:
        """The 32 bytes. ``.secret.reveal().hex()`` is the seed hex: have a reason."""
        return self._secret

    def base58check(self, network: Network = MAINNET) -> Secret:
        """The text form that from_base58check reads."""
        return Secret(encode_base58check(network.private_prefix + self._bytes()))

    @property
    def public_key(self) -> PublicKey:
        """The public key that belongs to this one."""
        if self._public_key is None:
            self._public_key = PublicKey(self._signing_key().public_key)
        return self._public_key

    def _signing_key(self) -> SigningKey:
        if self._signing is None:  # loading costs more than signing
            self._signing = backend(self._backend_name).load(self._bytes())
        return self._signing

    def sign_digest(self, digest: bytes) -> Signature:
        """The deterministic (RFC 6979), low-S signature of a 32-byte digest. Raises ValueError for another
        length.
        """
        if len(digest) != 32:
            raise ValueError(f"a digest has 32 bytes, not {len(digest)}")
        return self._signing_key().sign(digest)

    def sign(self, digest: bytes) -> bytes:
        """The same signature as DER bytes: with this, a PrivateKey is a Signer."""
        return self.sign_digest(digest).der

    def exchange(self, other: PublicKey) -> Secret:
        """ECDH: the 32 bytes of the shared point's x-coordinate."""
        if self._exchange is None:
            # Always cryptography: coincurve's point multiplication is not made for secret factors.
            self._exchange = openssl_private_key(self._bytes())
        return Secret(self._exchange.exchange(ec.ECDH(), openssl_public_key(other.data)))

    def __repr__(self) -> str:
        if not hasattr(self, "_public_key"):
            return "PrivateKey(of nothing: it was refused)"
        return f"PrivateKey(of {self.public_key.address()})"

    def __eq__(self, other: object) -> bool:
        return self._secret == other._secret if isinstance(other, PrivateKey) else NotImplemented

    def __hash__(self) -> int:
        return hash(self.public_key)

    def __reduce_ex__(self, protocol: object) -> NoReturn:
        raise TypeError("a PrivateKey is not pickled or copied: hand over its secret where it must go")


# What follows returns instead of raising: frames of a traceback with locals would show the secret's text.


def _problem(secret: object) -> str | None:
    data = secret.reveal() if isinstance(secret, Secret) else None
    if not isinstance(data, bytes) or len(data) != 32:
        return "a private key has 32 bytes"
    if not 0 < int.from_bytes(data, "big") < N:
        return "the 32 bytes are no private key of secp256k1: zero, or not below the group order"
    return None


def _unhex(text: Secret) -> Secret | None:
    if not re.fullmatch(b"[0-9a-fA-F]{64}", text.encoded()):
        return None
    return Secret(bytes.fromhex(text.text()))


def _unbase58(text: Secret) -> tuple[Secret | None, str]:
    try:
        return Secret(decode_base58check(text.encoded().decode("ascii", "replace"))), ""
    except AddressError as error:
        return None, str(error)


@dataclass(frozen=True, slots=True)
class DerivedSigner:
    """A derived key, signing for the account ``owner`` that has authorised it.

    How the network is told (both are documented, a transaction has one of them): by default the signature
    carries a recovery id and the transaction stays as it is; a transaction whose ExtraData names the derived
    key (see ``with_derived_public_key``) gets an ordinary signature.
    """

    owner: PublicKey
    key: Signer

    @property
    def public_key(self) -> PublicKey:
        """The derived key."""
        return self.key.public_key
