"""ECDSA and ECDH on secp256k1, by cryptography alone or, for signatures, by coincurve when it is installed.

Both give the same bytes: nonces are those of RFC 6979 and S is always the low half. (They would part for a
digest that is not below the group order, one in 2**128; both results are valid then.)
"""

from __future__ import annotations

import importlib
from dataclasses import dataclass
from functools import cache
from typing import Any, Protocol

from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import (
    Prehashed,
    decode_dss_signature,
    encode_dss_signature,
)
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from ._points import G, N, combine

_CURVE = ec.SECP256K1()
_DIGEST = Prehashed(hashes.SHA256())
_VERIFY = ec.ECDSA(_DIGEST)


class SignatureError(ValueError):
    """A signature that is malformed, has a high S, or does not belong to the key and the digest."""


@dataclass(frozen=True, slots=True)
class Signature:
    """An ECDSA signature. ``recovery_id``, 0 to 3, picks the signer's key out of those that would verify
    it.
    """

    r: int
    s: int
    recovery_id: int | None = None

    @property
    def der(self) -> bytes:
        """The ASN.1 form, 70 to 72 bytes as a rule: what a transaction carries."""
        return encode_dss_signature(self.r, self.s)

    @property
    def compact(self) -> bytes:
        """R and S as 32 bytes each: what a JWT carries."""
        return self.r.to_bytes(32, "big") + self.s.to_bytes(32, "big")

    @property
    def is_low_s(self) -> bool:
        """Whether S is in the lower half, as DeSo demands."""
        return self.s <= N // 2

    def normalized(self) -> Signature:
        """The same signature with a low S; for signers, a hardware module for example, that do not care."""
        if self.is_low_s:
            return self
        flipped = None if self.recovery_id is None else self.recovery_id ^ 1
        return Signature(self.r, N - self.s, flipped)


def signature_from_der(data: bytes) -> Signature:
    """Read a strict DER signature. Raises SignatureError for anything else."""
    try:
        r, s = decode_dss_signature(data)
    except ValueError:
        raise SignatureError("the signature is not DER: a SEQUENCE of two INTEGERs is needed") from None
    return _checked(r, s)


def signature_from_compact(data: bytes) -> Signature:
    """Read R and S of 32 bytes each. Raises SignatureError for anything else."""
    if len(data) != 64:
        raise SignatureError(f"a signature of R and S has 64 bytes, not {len(data)}")
    return _checked(int.from_bytes(data[:32], "big"), int.from_bytes(data[32:], "big"))


def _checked(r: int, s: int) -> Signature:
    if not (0 < r < N and 0 < s < N):
        raise SignatureError("R and S of a signature lie between 1 and the group order")
    return Signature(r, s)


class SigningKey(Protocol):
    """A private key inside one of the back ends."""

    public_key: bytes

    def sign(self, digest: bytes) -> Signature: ...


class Backend(Protocol):
    """What a library for secp256k1 has to do here."""

    name: str

    def load(self, secret: bytes) -> SigningKey: ...
    def verify(self, public_key: bytes, digest: bytes, signature: Signature) -> bool: ...
    def recover(self, digest: bytes, signature: Signature) -> bytes: ...


def _compressed(key: ec.EllipticCurvePublicKey) -> bytes:
    return key.public_bytes(Encoding.X962, PublicFormat.CompressedPoint)


def openssl_public_key(data: bytes) -> ec.EllipticCurvePublicKey:
    """The cryptography key of 33 or 65 bytes. Raises ValueError for what is not a point of the curve."""
    return ec.EllipticCurvePublicKey.from_encoded_point(_CURVE, data)


def openssl_private_key(secret: bytes) -> ec.EllipticCurvePrivateKey:
    """The cryptography key of 32 bytes, which must be a number from 1 to N - 1."""
    return ec.derive_private_key(int.from_bytes(secret, "big"), _CURVE)


@cache
def _signing_algorithm() -> ec.ECDSA:
    try:
        return ec.ECDSA(_DIGEST, deterministic_signing=True)
    except UnsupportedAlgorithm:
        raise RuntimeError(
            "signing needs deterministic nonces (RFC 6979), which this build of cryptography lacks: it needs"
            " OpenSSL 3.2 or later, as cryptography's own wheels have; or install deso-client[fast]"
        ) from None


class _OpenSSLKey:
    __slots__ = ("_key", "public_key")

    def __init__(self, secret: bytes) -> None:
        self._key = openssl_private_key(secret)
        self.public_key = _compressed(self._key.public_key())

    def sign(self, digest: bytes) -> Signature:
        r, s = decode_dss_signature(self._key.sign(digest, _signing_algorithm()))
        return Signature(r, s).normalized()


class CryptographyBackend:
    """cryptography (OpenSSL): always there."""

    name = "cryptography"

    def load(self, secret: bytes) -> SigningKey:
        return _OpenSSLKey(secret)

    def verify(self, public_key: bytes, digest: bytes, signature: Signature) -> bool:
        try:
            openssl_public_key(public_key).verify(signature.der, digest, _VERIFY)
        except (InvalidSignature, ValueError):
            return False
        return True

    def recover(self, digest: bytes, signature: Signature) -> bytes:
        if signature.recovery_id is None:
            raise SignatureError("the signature has no recovery id: its key cannot be recovered")
        x = signature.r + (N if signature.recovery_id & 2 else 0)
        parity = 2 + (signature.recovery_id & 1)
        try:
            nonce_point = openssl_public_key(bytes([parity]) + x.to_bytes(32, "big")).public_numbers()
        except (ValueError, OverflowError):
            raise SignatureError("no key can have made this signature with this recovery id") from None
        inverse = pow(signature.r, -1, N)
        point = combine(
            -int.from_bytes(digest, "big") * inverse % N, G,
            signature.s * inverse % N, (nonce_point.x, nonce_point.y),
        )  # fmt: skip
        if point is None:
            raise SignatureError("no key can have made this signature")
        return bytes([2 + (point[1] & 1)]) + point[0].to_bytes(32, "big")


class _CoincurveKey:
    __slots__ = ("_key", "public_key")

    def __init__(self, coincurve: Any, secret: bytes) -> None:
        self._key = coincurve.PrivateKey(secret)
        self.public_key: bytes = self._key.public_key.format()

    def sign(self, digest: bytes) -> Signature:
        data = self._key.sign_recoverable(digest, hasher=None)
        return Signature(int.from_bytes(data[:32], "big"), int.from_bytes(data[32:64], "big"), data[64])


class CoincurveBackend:
    """coincurve (libsecp256k1): the extra ``fast``."""

    name = "coincurve"

    def __init__(self) -> None:
        # Imported by name: the extra is optional, and type checks must not depend on its being installed.
        self._coincurve: Any = importlib.import_module("coincurve")

    def load(self, secret: bytes) -> SigningKey:
        return _CoincurveKey(self._coincurve, secret)

    def verify(self, public_key: bytes, digest: bytes, signature: Signature) -> bool:
        try:
            key = self._coincurve.PublicKey(public_key)
        except ValueError:
            return False
        # libsecp256k1 takes a high S for wrong; whether that matters is for the caller to say.
        return bool(key.verify(signature.normalized().der, digest, hasher=None))

    def recover(self, digest: bytes, signature: Signature) -> bytes:
        if signature.recovery_id is None:
            raise SignatureError("the signature has no recovery id: its key cannot be recovered")
        data = signature.compact + bytes([signature.recovery_id])
        try:
            key = self._coincurve.PublicKey.from_signature_and_message(data, digest, hasher=None)
        except Exception:  # coincurve raises bare Exception
            raise SignatureError("no key can have made this signature with this recovery id") from None
        return bytes(key.format())


@cache
def backend(name: str | None = None) -> Backend:
    """The back end of that name, ``"cryptography"`` or ``"coincurve"``; without a name the fastest installed.

    Raises ImportError when coincurve is asked for by name and missing, ValueError for another name.
    """
    if name is None:
        try:
            return CoincurveBackend()
        except ImportError:
            return CryptographyBackend()
    if name not in ("cryptography", "coincurve"):
        raise ValueError(f"{name!r} is no back end: 'cryptography' and 'coincurve' are")
    return CryptographyBackend() if name == "cryptography" else CoincurveBackend()


def find_recovery_id(public_key: bytes, digest: bytes, signature: Signature) -> int:
    """The recovery id with which ``signature`` leads back to ``public_key``. Raises SignatureError when none
    does.

    For signers that do not tell it. The nonce's point is computed from public values only.
    """
    key = openssl_public_key(public_key).public_numbers()
    inverse = pow(signature.s, -1, N)
    point = combine(
        int.from_bytes(digest, "big") * inverse % N, G,
        signature.r * inverse % N, (key.x, key.y),
    )  # fmt: skip
    if point is None or point[0] % N != signature.r:
        raise SignatureError("the signature does not belong to this key and digest")
    return (point[1] & 1) | (2 if point[0] >= N else 0)
