"""The JSON Web Tokens that a few calls take in the member ``JWT`` of their body.

The server wants the header of ES256 on a signature over secp256k1, which RFC 7518 calls ES256K and JWT
libraries refuse; so the token is put together here. It takes a token without ``exp`` for valid for ever: none
is made here.
"""

from __future__ import annotations

import binascii
import hashlib
import json
import math
import time
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Mapping

from .._core.secrets import Secret
from ._base58 import MAINNET, Network
from ._curve import SignatureError, backend, signature_from_compact, signature_from_der
from ._keys import DerivedSigner, PublicKey, Signer

MAX_LIFETIME = 600
"""Seconds: the longest that a token made here is good for."""

_HEADER = {"alg": "ES256", "typ": "JWT"}
_DERIVED = "derivedPublicKeyBase58Check"


class TokenError(ValueError):
    """A JWT that the server would refuse, or that never expires."""


def make_token(
    signer: Signer | DerivedSigner,
    *,
    lifetime: int = 60,
    now: float | None = None,
    network: Network = MAINNET,
) -> Secret:
    """A JWT that proves, for ``lifetime`` seconds (1 to 600), that the caller holds the account's key.

    With a DerivedSigner the token names the derived key; the server then asks whether the account has
    authorised it. ``now`` is the time in seconds since 1970, by default the clock's. Raises ValueError for
    another lifetime.
    """
    if not 1 <= lifetime <= MAX_LIFETIME:
        raise ValueError(f"a token lives 1 to {MAX_LIFETIME} seconds, not {lifetime}")
    issued = int(time.time() if now is None else now)
    claims: dict[str, object] = {"iat": issued, "exp": issued + lifetime}
    if isinstance(signer, DerivedSigner):
        claims[_DERIVED] = signer.public_key.address(network)
        return sign_claims(claims, signer.key)
    return sign_claims(claims, signer)


def sign_claims(claims: Mapping[str, object], signer: Signer) -> Secret:
    """The token of exactly these claims, which must hold an ``exp``. For tests and tools: make_token bounds
    it.
    """
    if not isinstance(claims.get("exp"), int):
        raise TokenError("a token needs exp: without it the server takes it for valid for ever")
    unsigned = f"{_part(_HEADER)}.{_part(claims)}"
    digest = hashlib.sha256(unsigned.encode()).digest()
    signature = signature_from_der(signer.sign(digest)).normalized()
    return Secret(f"{unsigned}.{_base64(signature.compact)}")


def check_token(token: Secret | str, owner: PublicKey, *, now: float | None = None) -> dict[str, object]:
    """The claims of a token, after the checks that the server makes: header, signature, expiry.

    The signature must be the owner's, or that of the derived key which the claims name; whether the owner has
    authorised that key only the chain knows. Raises TokenError.
    """
    text = token.reveal() if isinstance(token, Secret) else token
    if not isinstance(text, str) or text.count(".") != 2:
        raise TokenError("a token has three parts with dots between")
    unsigned, _, signature_text = text.rpartition(".")
    header, claims = (_read(part) for part in unsigned.split("."))
    if header.get("alg") != "ES256":
        raise TokenError("the header's alg is not ES256, the only one that the server takes")
    key = owner
    if isinstance(derived := claims.get(_DERIVED), str):
        try:
            key = PublicKey.from_address(derived)
        except ValueError as error:
            raise TokenError(f"{_DERIVED}: {error}") from None
    try:
        signature = signature_from_compact(_unbase64(signature_text))
    except SignatureError as error:
        raise TokenError(str(error)) from None
    if not backend().verify(key.data, hashlib.sha256(unsigned.encode()).digest(), signature):
        raise TokenError("the signature is not that of the expected key")
    expiry = claims.get("exp")
    if not isinstance(expiry, int | float) or isinstance(expiry, bool) or not math.isfinite(expiry):
        raise TokenError("the token has no exp: it would be valid for ever")
    if expiry <= (time.time() if now is None else now):
        raise TokenError("the token has expired")
    return claims


def _base64(data: bytes) -> str:
    return urlsafe_b64encode(data).rstrip(b"=").decode()


def _unbase64(text: str) -> bytes:
    try:
        return urlsafe_b64decode(text + "=" * (-len(text) % 4))
    except (binascii.Error, ValueError):
        raise TokenError("a part of the token is not base64url") from None


def _part(value: Mapping[str, object]) -> str:
    return _base64(json.dumps(value, separators=(",", ":")).encode())


def _read(part: str) -> dict[str, object]:
    try:
        # A part of a token is short; a long one could be nested so deeply that reading it overruns the stack.
        value = json.loads(_unbase64(part)) if len(part) < 4096 else None
    except (ValueError, RecursionError):
        value = None
    if not isinstance(value, dict):
        raise TokenError("a part of the token is not a JSON object")
    return value
