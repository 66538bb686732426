"""Random requests, valid and as odd as RFC 5849 allows: a seed gives the same ones on every machine."""

from __future__ import annotations

import base64
import random
from collections.abc import Iterator
from dataclasses import dataclass

TEXTS = [
    "", "a", "payload", "entity_key", "id", "13", "42", "117", "http://example.com/?a=b&c=d", "100%", "%20", "%2B", "+",
    "a b", "a  b", " ", "~-._", "!*'()", "&", "=", "==", ";", ":/?#[]@", "\"{}|\\^`<>", "é", "日本", "😀", "\u0000",
    "\r\n", "\t", "ﬀ", "e\u0301", '[{"text":"a+b c","lat":37.8}]', "oauth_x", "OAUTH_token", "z" * 300,
]  # fmt: skip
METHODS = ["GET", "POST", "DELETE", "PUT", "get", "PATCH"]
HOSTS = ["api.getsocialize.com", "API.getsocialize.com", "localhost", "127.0.0.1", "[::1]", "xn--mller-kva.example"]
PORTS = ["", "", "", ":80", ":443", ":8000"]
FORM_TYPES = [
    "application/x-www-form-urlencoded", "application/x-www-form-urlencoded; charset=UTF-8",
    "Application/X-WWW-Form-urlencoded",
]  # fmt: skip
OTHER_TYPES = ["application/json", "text/plain", "multipart/form-data; boundary=x", ""]


@dataclass(frozen=True)
class RandomRequest:
    """One request before it is signed, and who signs it."""

    method: str
    url: str
    body: bytes
    content_type: str
    consumer_key: str
    consumer_secret: str
    token: str | None
    token_secret: str | None
    nonce: str
    timestamp: int


def random_requests(number: int, seed: int) -> Iterator[RandomRequest]:
    """So many requests."""
    chance = random.Random(seed)
    for _ in range(number):
        three_legged = chance.random() < 0.7
        body, content_type = _body(chance)
        yield RandomRequest(
            method=chance.choice(METHODS),
            url=_url(chance),
            body=body,
            content_type=content_type,
            consumer_key=_text(chance) or "key",
            consumer_secret=_text(chance),
            token=(_text(chance) or "token") if three_legged else None,
            token_secret=_text(chance) if three_legged else None,
            nonce=f"{chance.getrandbits(64):x}{chance.choice(['', '&', '+/=', 'é'])}",
            timestamp=chance.randrange(1, 2**33),
        )


def _url(chance: random.Random) -> str:
    path = "/".join(["", "v1", chance.choice(["like", "entity", "user"]), _segment(chance), ""])
    query = _form(chance) if chance.random() < 0.7 else ""
    mark = "?" if query or chance.random() < 0.1 else ""
    return f"{chance.choice(['http', 'https'])}://{chance.choice(HOSTS)}{chance.choice(PORTS)}{path}{mark}{query}"


def _segment(chance: random.Random) -> str:
    if chance.random() < 0.5:
        return base64.b64encode(chance.choice(TEXTS).encode() * 3).decode().replace("/", "%2F") or "1"
    return _encoded(chance, _text(chance), "") or "1"


def _body(chance: random.Random) -> tuple[bytes, str]:
    if chance.random() < 0.4:
        return b"", ""
    if chance.random() < 0.8:
        return _form(chance).encode(), chance.choice(FORM_TYPES)
    return b'{"a": "b&c=d"}', chance.choice(OTHER_TYPES)


def _form(chance: random.Random) -> str:
    pairs = [(_text(chance), _text(chance)) for _ in range(chance.randrange(1, 5))]
    if chance.random() < 0.4:
        pairs += [(pairs[0][0], _text(chance)), pairs[0]]
    parts = []
    for name, value in pairs:
        equals = "" if not value and name and chance.random() < 0.5 else "="
        parts.append(_encoded(chance, name, "+") + equals + _encoded(chance, value, "+"))
    return "&".join(parts)


def _text(chance: random.Random) -> str:
    return "".join(chance.choice(TEXTS) for _ in range(chance.choice([0, 1, 1, 1, 2, 3])))


def _encoded(chance: random.Random, text: str, space: str) -> str:
    """Percent-encoded in one of the ways that mean the same: hexadecimal digits of either case, `+` for a space."""
    lower = chance.random() < 0.3
    parts = []
    for octet in text.encode():
        if chr(octet).isascii() and (chr(octet).isalnum() or chr(octet) in "-._~"):
            parts.append(chr(octet))
        elif octet == 0x20 and space and chance.random() < 0.5:
            parts.append(space)
        else:
            parts.append(f"%{octet:02x}" if lower else f"%{octet:02X}")
    return "".join(parts)
