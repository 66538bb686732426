"""Decoding of bodies. Hostile input ends in ``ValueError`` with a sentence, never in another exception or a long wait."""

from __future__ import annotations

import json
import math
import re
import zlib
from email import message_from_bytes, policy
from typing import Any, NoReturn
from urllib.parse import parse_qsl

MAX_DEPTH = 200
"""Nested arrays and objects that are read: the interpreter's own limit depends on the caller's stack, this one does not."""

_STRING = re.compile(rb'"(?:[^"\\]|\\.)*+"?', re.DOTALL)


def decode_json(raw: bytes) -> Any:
    """Parse one JSON document of at most ``MAX_DEPTH`` levels.

    Refuses what is no JSON but which Python reads (NaN, Infinity, numbers beyond a double). Unpaired surrogates become U+FFFD, as
    in most servers: the value can always be encoded again.

    Raises:
        ValueError: with the reason, for anything else.
    """
    if raw.count(b"[") + raw.count(b"{") > MAX_DEPTH and _depth(raw) > MAX_DEPTH:
        raise ValueError(f"nested deeper than {MAX_DEPTH} levels")
    try:
        value = json.loads(raw.decode("utf-8"), parse_constant=_no_constant, parse_float=_finite)
    except UnicodeDecodeError as error:
        raise ValueError(f"not UTF-8 at byte {error.start}") from None
    except json.JSONDecodeError as error:
        raise ValueError(f"not JSON: {error.msg} at character {error.pos}") from None
    except RecursionError:
        raise ValueError("nested too deeply") from None
    return _without_lone_surrogates(value) if b"\\u" in raw else value


def _depth(raw: bytes) -> int:
    deepest = depth = 0
    for byte in _STRING.sub(b"", raw):
        if byte in b"[{":
            depth += 1
            deepest = max(deepest, depth)
        elif byte in b"]}":
            depth -= 1
    return deepest


def _no_constant(name: str) -> NoReturn:
    raise ValueError(f"not JSON: {name} is no JSON value")


def _finite(text: str) -> float:
    value = float(text)
    if math.isinf(value):
        raise ValueError(f"number out of range: {text[:40]}")
    return value


def _without_lone_surrogates(value: Any) -> Any:
    text = json.dumps(value, ensure_ascii=False)
    try:
        text.encode()
    except UnicodeEncodeError:
        return json.loads(text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace"))
    return value


def decode_form(raw: bytes) -> list[tuple[str, str]]:
    """Parse ``application/x-www-form-urlencoded``; at most 1,000 fields. Raises ``ValueError``."""
    try:
        return parse_qsl(raw.decode("utf-8"), keep_blank_values=True, max_num_fields=1000)
    except UnicodeDecodeError as error:
        raise ValueError(f"not UTF-8 at byte {error.start}") from None


def decode_multipart(raw: bytes, content_type: str) -> list[tuple[str, str | bytes]]:
    """Parse ``multipart/form-data``: text fields as text, files as bytes. Raises ``ValueError``."""
    head = b"Content-Type: " + content_type.encode("latin-1", "replace") + b"\r\n\r\n"
    message = message_from_bytes(head + raw, policy=policy.HTTP)
    if not message.is_multipart() or message.defects:
        raise ValueError("not multipart/form-data with the boundary that its content type names")
    fields: list[tuple[str, str | bytes]] = []
    for part in message.iter_parts():
        payload = part.get_payload(decode=True)
        data = payload if isinstance(payload, bytes) else b""
        name = str(part.get_param("name", "", "content-disposition"))
        fields.append((name, data if part.get_filename() is not None else data.decode("utf-8", "replace")))
    return fields


def inflate(raw: bytes, limit: int) -> bytes:
    """Unpack gzip or zlib data of at most ``limit`` bytes; a bomb costs no more than that. Raises ``ValueError``."""
    unpacker = zlib.decompressobj(zlib.MAX_WBITS | 32)
    try:
        data = unpacker.decompress(raw, limit + 1)
    except zlib.error as error:
        raise ValueError(f"not gzip: {error}") from None
    if len(data) > limit:
        raise ValueError(f"unpacks to more than {limit} bytes")
    if not unpacker.eof:
        raise ValueError("gzip data ends too early")
    return data
