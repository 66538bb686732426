# Copied from overrides/deso/mock/wire.py by "nox -s generate": edit it there.
"""How a node, written in Go, reads JSON into its request structs and writes JSON from its response structs."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from .._core.mock.bodies import check_depth, mend, no_constant
from .._core.mock.http import Response

Struct = Mapping[str, Any]
"""Names of members with their kinds: ``"string"``, ``"bool"``, ``"uint64"``, ``"uint32"``, ``"int64"``, ``"int32"``,
``"strings"`` (a map of texts), ``"any"``, a list of one kind, a Struct, or ``(kind,)`` for a map with values of it."""

_ZERO = {"string": "", "bool": False, "uint64": 0, "uint32": 0, "int64": 0, "int32": 0, "strings": None, "any": None}
_RANGES = {
    "uint64": (0, 2**64 - 1),
    "uint32": (0, 2**32 - 1),
    "int64": (-(2**63), 2**63 - 1),
    "int32": (-(2**31), 2**31 - 1),
}
_ESCAPES = {char: f"\\u{ord(char):04x}" for char in "<>&\u2028\u2029"}
_ESCAPE = str.maketrans(_ESCAPES)
_WORDS = ((str, "string"), (list, "array"), (dict, "object"))
_BLANKS = re.compile(r"[ \t\r\n]*")


class _Number(str):
    """A number that Go does not read into an integer: one with a fraction or an exponent."""

    __slots__ = ()


def response(value: Any, status: int = 200) -> Response:
    """JSON as Go's encoder writes it, with the newline at its end."""
    return Response(status, (("Content-Type", "application/json"),), f"{text_of(value)}\n".encode())


def text_of(value: Any) -> str:
    """JSON as Go marshals it: ``<``, ``>`` and ``&`` escaped, no blanks, text as UTF-8."""
    return mend(json.dumps(value, ensure_ascii=False, separators=(",", ":")).translate(_ESCAPE))


def read(raw: bytes, struct: Struct) -> dict[str, Any]:
    """Read a body; members that are left out have Go's zero values (an object: None when it is left out).

    Names match in any case, null counts as left out, unknown members and whatever follows the first value are
    ignored. Raises ValueError, in Go's words, for what is no JSON or has a member of another type.
    """
    if not raw.strip():
        raise ValueError("EOF")
    try:
        check_depth(raw)
        text = raw.decode("utf-8", "replace")
        start = _BLANKS.match(text)
        value, _ = _DECODER.raw_decode(text, start.end() if start else 0)
    except (ValueError, RecursionError) as error:
        raise ValueError(f"invalid character or unexpected end of JSON input ({error})") from None
    return _object(value, struct, "request")


def parses(raw: bytes) -> bool:
    """Whether a body is one JSON value, and nothing behind it."""
    try:
        check_depth(raw)
        text = raw.decode("utf-8", "replace").strip(" \t\r\n")
        return bool(text) and _DECODER.raw_decode(text)[1] == len(text)
    except (ValueError, RecursionError):
        return False


_DECODER = json.JSONDecoder(parse_constant=no_constant, parse_float=_Number)


def _object(value: Any, struct: Struct, where: str) -> dict[str, Any]:
    if value is None:
        value = {}
    if not isinstance(value, dict):
        raise ValueError(f"json: cannot unmarshal {_kind_of(value)} into Go value of type {where}")  # noqa: TRY004 - data, told as the rest
    names = {name.casefold(): name for name in struct}
    found = {name: _zero(kind) for name, kind in struct.items()}
    for name, member in value.items():
        known = names.get(name.casefold())
        if known is not None and member is not None:
            found[known] = _value(member, struct[known], known)
    return found


def _zero(kind: Any) -> Any:
    return _ZERO[kind] if isinstance(kind, str) else None


def _value(value: Any, kind: Any, where: str) -> Any:
    if isinstance(kind, list):
        if not isinstance(value, list):
            raise ValueError(_mismatch(value, where, "a slice"))  # noqa: TRY004 - as above
        return [_zero_of(kind[0], one, where) for one in value]
    if isinstance(kind, tuple):
        if not isinstance(value, dict):
            raise ValueError(_mismatch(value, where, "a map"))  # noqa: TRY004 - as above
        return {mend(name): _zero_of(kind[0], one, where) for name, one in value.items()}
    if isinstance(kind, Mapping):
        return _object(value, kind, where)
    if kind == "any":
        return value
    if kind == "strings":
        return _value(value, ("string",), where)
    return _scalar(value, kind, where)


def _zero_of(kind: Any, value: Any, where: str) -> Any:
    if value is None:
        return _object({}, kind, where) if isinstance(kind, Mapping) else _zero(kind)
    return _value(value, kind, where)


def _scalar(value: Any, kind: str, where: str) -> Any:
    if kind == "string" and isinstance(value, str) and not isinstance(value, _Number):
        return mend(value)
    if kind == "bool" and isinstance(value, bool):
        return value
    if kind in _RANGES and type(value) is int and _RANGES[kind][0] <= value <= _RANGES[kind][1]:
        return value
    raise ValueError(_mismatch(value, where, kind))


def _mismatch(value: Any, where: str, kind: str) -> str:
    return f"json: cannot unmarshal {_kind_of(value)} into Go struct field .{where} of type {kind}"


def _kind_of(value: Any) -> str:
    if isinstance(value, bool):
        return "bool"
    if isinstance(value, _Number | int):
        return f"number {str(value)[:30]}"
    return next((word for kind, word in _WORDS if isinstance(value, kind)), "null")
