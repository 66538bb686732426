"""How the server, written in Go, reads and writes values on the wire."""

from __future__ import annotations

import json
import math
import re
from datetime import datetime
from decimal import ROUND_HALF_UP, Context, Decimal
from functools import lru_cache
from typing import Any

from pydantic_core import PydanticSerializationError, to_json

from .._core.mock.bodies import check_depth, mend, no_constant
from .._core.mock.http import Response

MAX_UINT = 2**64 - 1
MAX_INT = 2**63 - 1

BLANKS = "\t\n\v\f\r \x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B)))
"""What Go trims from the ends of a text; Python's ``strip`` takes U+001C to U+001F as well."""

_ESCAPES = {char.encode(): f"\\u{ord(char):04x}".encode() for char in "<>&\u2028\u2029"}
_DECIMAL = re.compile(r"[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]{1,6})?")
_POSTGRES_DIGITS = 131_072
"""Digits before the point of a ``numeric`` without precision, by PostgreSQL's documentation."""
_WIDE = Context(prec=_POSTGRES_DIGITS + 20)
_LEADING = re.compile(r"[ \t\r\n]*")


def json_response(value: Any, status: int = 200) -> Response:
    """JSON as Go's encoder writes it."""
    try:
        body = to_json(value)  # four times as fast as the standard library
    except PydanticSerializationError:  # an unpaired surrogate
        body = mend(json.dumps(value, ensure_ascii=False, separators=(",", ":"))).encode()
    for char, escape in _ESCAPES.items():
        body = body.replace(char, escape)
    return Response(status, (("Content-Type", "application/json"),), body)


@lru_cache(4096)
def timestamp(time: datetime | None) -> str | None:
    """RFC 3339 with the time's own offset (``Z`` for none) and without trailing zeros."""
    if time is None:
        return None
    text = time.isoformat()
    local, offset = text[:-6], text[-6:]
    return (local.rstrip("0") if "." in local else local) + ("Z" if offset == "+00:00" else offset)


def uptime(seconds: float) -> str:
    """A duration in milliseconds, as Go writes it: ``1h2m3.4s``, ``250ms``."""
    milliseconds = int(seconds * 1000)
    if 0 < milliseconds < 1000:
        return f"{milliseconds}ms"
    minutes, rest = divmod(milliseconds, 60_000)
    hours, minutes = divmod(minutes, 60)
    text = f"{rest // 1000}.{rest % 1000:03d}".rstrip("0").rstrip(".") + "s"
    return (f"{hours}h{minutes}m" if hours else f"{minutes}m" if minutes else "") + text


def number(text: str | None) -> int | None:
    """An unsigned 64-bit integer in decimal digits; ``None`` if it is none."""
    if text is None or not re.fullmatch(r"[0-9]{1,30}", text, re.ASCII):
        return None
    value = int(text)
    return value if value <= MAX_UINT else None


def count(text: str | None) -> int:
    """A number from the query, errors ignored: 0 for text that is none, the largest one for one too large."""
    digits = bool(text) and re.fullmatch(r"[0-9]+", text or "", re.ASCII)
    return 0 if not digits else min(int((text or "")[:40]), MAX_UINT)


def members(raw: bytes, **kinds: type) -> dict[str, Any]:
    """Read a body into members of known types (``str``, ``int`` unsigned, ``bool``, ``dict``, ``Decimal``).

    Names match in any case, ``null`` counts as absent, unknown members and whatever follows the first JSON
    value are ignored.

    Raises:
        ValueError: if there is no JSON, it is no object, or a member is of another type.
    """
    check_depth(raw)
    text = raw.decode("utf-8", "replace")
    decoder = json.JSONDecoder(parse_constant=no_constant, parse_float=Decimal)
    start = _LEADING.match(text)
    value, _ = decoder.raw_decode(text, start.end() if start else 0)
    if value is None:
        return {}
    if not isinstance(value, dict):
        raise ValueError("not an object")  # noqa: TRY004 - part of the same text that is wrong
    names = {name.casefold(): name for name in kinds}
    read: dict[str, Any] = {}
    for name, member in value.items():
        known = names.get(name.casefold())
        if known is not None and member is not None:
            read[known] = _typed(member, kinds[known])
    return read


def _typed(value: Any, kind: type) -> Any:
    if kind is Decimal and isinstance(value, str | int | Decimal) and not isinstance(value, bool):
        if not _DECIMAL.fullmatch(str(value)):
            raise ValueError("not a decimal number")
        return Decimal(str(value))
    if isinstance(value, int) and not 0 <= value <= MAX_UINT:
        raise ValueError("not an unsigned integer of 64 bits")
    text = mend(value) if isinstance(value, str) else value
    if type(value) is not kind:
        raise ValueError(f"not {kind.__name__}")
    return json.loads(json.dumps(text, default=_float)) if kind is dict else text


def _float(number: Decimal) -> float:
    """A number with decimals in a member of no known type, as the server reads it."""
    if math.isinf(float(number)):
        raise ValueError("number out of range")
    return float(number)


def amount(value: Decimal, places: int = 8) -> str:
    """A decimal rounded to so many places, without exponent or trailing zeros.

    Raises:
        ValueError: for what no database holds.
    """
    if value.adjusted() >= _POSTGRES_DIGITS:
        raise ValueError("value overflows numeric format")
    rounded = value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP, context=_WIDE)
    text = f"{rounded:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
