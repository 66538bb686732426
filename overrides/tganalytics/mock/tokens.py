"""Tokens of the real shape: a JSON object and its signature of 32 bytes, each in Base64, joined by `!`."""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import json
import re
from typing import NamedTuple

_SHAPE = re.compile(r"[A-Za-z0-9+/]+={0,2}![A-Za-z0-9+/]+={0,2}")


class App(NamedTuple):
    """What a token was issued for."""

    app_name: str
    app_url: str
    app_domain: str


def issue(app: App, key: bytes) -> str:
    """A token for an app."""
    text = json.dumps(app._asdict(), separators=(",", ":")).encode()
    return f"{base64.b64encode(text).decode()}!{base64.b64encode(_signature(text, key)).decode()}"


def read(token: str, key: bytes) -> App | None:
    """The app that a token was issued for; None for a bad signature. Raises ValueError for another shape."""
    if not _SHAPE.fullmatch(token):
        raise ValueError("not two Base64 texts joined by an exclamation mark")
    try:
        text, signature = (base64.b64decode(part, validate=True) for part in token.split("!"))
    except binascii.Error as error:
        raise ValueError(str(error)) from None
    if not hmac.compare_digest(signature, _signature(text, key)):
        return None
    return App(**json.loads(text))


def _signature(text: bytes, key: bytes) -> bytes:
    return hmac.new(key, text, hashlib.sha256).digest()
