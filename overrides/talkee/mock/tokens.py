"""Talkee's access tokens: JSON Web Tokens signed with an HMAC, with the claims ``user_id`` and ``exp``."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
from datetime import datetime
from typing import Any

from .._core.mock.bodies import decode_json

# The server issues HS256 and takes the other sizes too; "none" and everything else is refused.
_HASHES = {"HS256": hashlib.sha256, "HS384": hashlib.sha384, "HS512": hashlib.sha512}


def issue(key: bytes, user_id: int, expires: datetime) -> str:
    """Sign a token for a user."""
    claims = {"user_id": user_id, "exp": int(expires.timestamp())}
    signed = f"{_part({'alg': 'HS256', 'typ': 'JWT'})}.{_part(claims)}"
    return f"{signed}.{_encode(_signature(key, signed, 'HS256'))}"


def user_of(token: str, key: bytes, now: datetime) -> int | None:
    """The user whose token it is; ``None`` if it is malformed, signed in another way, or expired."""
    try:
        head, claims, signature = token.split(".")
        algorithm = _member(head, "alg")
        if not isinstance(algorithm, str) or algorithm not in _HASHES:
            return None
        valid = hmac.compare_digest(_decode(signature), _signature(key, f"{head}.{claims}", algorithm))
        user, expires = _member(claims, "user_id"), _member(claims, "exp")
    except ValueError:
        return None
    if not valid or type(user) is not int or (expires is not None and not _later(expires, now)):
        return None
    return user


def claims_of(token: str) -> dict[str, Any]:
    """The claims of any token, its signature unchecked. Raises ``ValueError`` if it is none."""
    _, claims, _ = token.split(".")
    value = decode_json(_decode(claims))
    if not isinstance(value, dict):
        raise ValueError("claims are an object")  # noqa: TRY004 - part of the same text that is wrong
    return value


def unsigned(claims: dict[str, Any], signature: bytes) -> str:
    """A token of somebody else, whose signature nobody here checks."""
    return f"{_part({'alg': 'RS512', 'typ': 'JWT'})}.{_part(claims)}.{_encode(signature)}"


def _later(expires: object, now: datetime) -> bool:
    return isinstance(expires, int | float) and expires > now.timestamp()


def _signature(key: bytes, text: str, algorithm: str) -> bytes:
    return hmac.new(key, text.encode(), _HASHES[algorithm]).digest()


def _member(part: str, name: str) -> Any:
    value = decode_json(_decode(part))
    return value.get(name) if isinstance(value, dict) else None


def _part(value: dict[str, Any]) -> str:
    return _encode(json.dumps(value, separators=(",", ":")).encode())


def _encode(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def _decode(text: str) -> bytes:
    return base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
