# Copied from overrides/core/mock/bodies.py by "nox -s generate": edit it there.
"""Decoding of bodies: hostile input ends in ``ValueError`` with a sentence, in no other error, at once."""

from __future__ import annotations

import json
import math
import re
from email import message_from_bytes, policy
from typing import Any, NoReturn
from urllib.parse import parse_qsl

MAX_DEPTH = 200
"""Levels of arrays and objects that are read. (The interpreter's own limit depends on the caller's stack.)"""

_SURROGATE = re.compile(rb"\\u[dD][89a-fA-F]")
_STRING = re.compile(rb'"(?:[^"\\]|\\.)*+"?', re.DOTALL)


def is_json(media: str) -> bool:
    """Whether a media type is ``application/json`` or ``…+json``."""
    kind = media.partition(";")[0].strip()
    return kind == "application/json" or kind.endswith("+json")


def decode_json(raw: bytes) -> Any:
    """Parse JSON of at most ``MAX_DEPTH`` levels; ``ValueError`` also for what only Python reads, as NaN.

    Unpaired surrogates become U+FFFD, as in most servers, so that the value can be encoded again.
    """
    check_depth(raw)
    try:
        value = json.loads(raw.decode("utf-8"), parse_constant=no_constant, parse_float=_finite)
    except UnicodeDecodeError as error:
        raise ValueError(f"not UTF-8 at byte {error.start}") from None
    except json.JSONDecodeError as error:
        raise ValueError(f"not JSON: {error.msg} at character {error.pos}") from None
    return json.loads(mend(json.dumps(value, ensure_ascii=False))) if _SURROGATE.search(raw) else value


def check_depth(raw: bytes) -> None:
    """Refuse JSON of more than ``MAX_DEPTH`` levels with ``ValueError``."""
    depth = 0
    for byte in _STRING.sub(b"", raw) if raw.count(b"[") + raw.count(b"{") > MAX_DEPTH else b"":
        depth += (byte in b"[{") - (byte in b"]}")
        if depth > MAX_DEPTH:
            raise ValueError(f"nested deeper than {MAX_DEPTH} levels")


def mend(text: str) -> str:
    """Text with U+FFFD for each unpaired surrogate."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def no_constant(name: str) -> NoReturn:
    """Refuse NaN and the infinities: a ``parse_constant`` for the standard library's decoder."""
    raise ValueError(f"not JSON: {name}")


def _finite(text: str) -> float:
    if math.isinf(float(text)):
        raise ValueError(f"number out of range: {text[:40]}")
    return float(text)


def decode_form(raw: bytes) -> list[tuple[str, str]]:
    """Parse ``application/x-www-form-urlencoded`` of at most 1,000 fields. Raises ``ValueError``."""
    return parse_qsl(raw.decode("utf-8"), keep_blank_values=True, max_num_fields=1000)


def decode_multipart(raw: bytes, content_type: str) -> list[tuple[str, str]]:
    """Parse ``multipart/form-data``; bytes that are no UTF-8 become U+FFFD. Raises ``ValueError``."""
    head = f"Content-Type: {content_type}\r\n\r\n".encode("latin-1", "replace")
    message = message_from_bytes(head + raw, policy=policy.HTTP)
    if not message.is_multipart() or message.defects:
        raise ValueError("not multipart/form-data with the boundary that its content type names")
    fields = []
    for part in message.iter_parts():
        payload = part.get_payload(decode=True)
        text = payload.decode("utf-8", "replace") if isinstance(payload, bytes) else ""
        fields.append((str(part.get_param("name", "", "content-disposition")), text))
    return fields
