"""How each kind of member is written in the bytes and in the JSON of a transaction.

Metadata classes state their members with these kinds, in the order of the bytes; reading, writing and the
JSON form all follow from that one statement.
"""

from __future__ import annotations

from base64 import b64decode, b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from .._varint import DecodeError, encode_uvarint, read_uvarint


class Kind(Protocol):
    """One kind of member. ``read`` returns the value and the position behind it, and raises DecodeError."""

    def read(self, data: bytes, at: int, end: int) -> tuple[Any, int]: ...
    def write(self, value: Any, out: bytearray) -> None: ...
    def to_json(self, value: Any) -> object: ...
    def from_json(self, value: Any) -> object: ...


@dataclass(frozen=True, slots=True)
class Member:
    """One member: its name in the node's JSON, and its kind."""

    wire_name: str
    kind: Kind


def take(data: bytes, at: int, end: int, size: int) -> tuple[bytes, int]:
    """``size`` bytes from ``at``; raises DecodeError when there are fewer."""
    stop = at + size
    if stop > end:
        raise DecodeError(f"{size} bytes are announced, {end - at} are left", at)
    return data[at:stop], stop


def read_bytes(data: bytes, at: int, end: int) -> tuple[bytes, int]:
    """Bytes behind their length."""
    size, at = read_uvarint(data, at, end)
    return take(data, at, end, size)


def write_bytes(value: bytes, out: bytearray) -> None:
    """Bytes behind their length."""
    out += encode_uvarint(len(value))
    out += value


def json_bytes(value: object) -> bytes:
    """Bytes from the node's JSON: null, base64, or an array of numbers. Raises ValueError for anything
    else.
    """
    if value is None:
        return b""
    if isinstance(value, str):
        return b64decode(value, validate=True)
    if isinstance(value, list) and all(type(each) is int for each in value):
        return bytes(value)
    raise ValueError(f"bytes are base64 or an array of numbers, not {type(value).__name__}")


def json_integer(value: object) -> int:
    """An integer from the node's JSON. Raises ValueError for anything else, floats included: they lose
    digits.
    """
    if type(value) is not int:
        raise ValueError(f"an integer is needed, not {type(value).__name__}")
    return value


class Uvarint:
    """An unsigned 64-bit integer."""

    def read(self, data: bytes, at: int, end: int) -> tuple[int, int]:
        return read_uvarint(data, at, end)

    def write(self, value: int, out: bytearray) -> None:
        out += encode_uvarint(value)

    def to_json(self, value: int) -> object:
        return value

    def from_json(self, value: object) -> int:
        return json_integer(value)


class Byte:
    """A number of one byte."""

    def read(self, data: bytes, at: int, end: int) -> tuple[int, int]:
        raw, at = take(data, at, end, 1)
        return raw[0], at

    def write(self, value: int, out: bytearray) -> None:
        if not 0 <= value <= 255:
            raise ValueError(f"{value} does not fit in one byte")
        out.append(value)

    def to_json(self, value: int) -> object:
        return value

    def from_json(self, value: object) -> int:
        return json_integer(value)


class Boolean:
    """One byte; 0 is false, anything else true, and 1 is what is written."""

    def read(self, data: bytes, at: int, end: int) -> tuple[bool, int]:
        raw, at = take(data, at, end, 1)
        return raw != b"\0", at

    def write(self, value: bool, out: bytearray) -> None:
        out.append(1 if value else 0)

    def to_json(self, value: bool) -> object:
        return value

    def from_json(self, value: object) -> bool:
        if not isinstance(value, bool):
            raise ValueError(f"true or false is needed, not {type(value).__name__}")  # noqa: TRY004  # data
        return value


@dataclass(frozen=True, slots=True)
class Raw:
    """Exactly ``size`` bytes without a length."""

    size: int
    as_array: bool = False

    def read(self, data: bytes, at: int, end: int) -> tuple[bytes, int]:
        return take(data, at, end, self.size)

    def write(self, value: bytes, out: bytearray) -> None:
        if len(value) != self.size:
            raise ValueError(f"{self.size} bytes are needed, not {len(value)}")
        out += value

    def to_json(self, value: bytes) -> object:
        return list(value) if self.as_array else b64encode(value).decode()

    def from_json(self, value: object) -> bytes:
        return json_bytes(value)


@dataclass(frozen=True, slots=True)
class Bytes:
    """Bytes behind their length, which is one of ``sizes``, or any when there are none.

    The JSON form is base64; with ``array_size`` an array of numbers, filled with zeros to that size; with
    ``null_when_empty`` null stands for no bytes.
    """

    sizes: tuple[int, ...] = ()
    max_size: int | None = None
    array_size: int | None = None
    null_when_empty: bool = False

    def read(self, data: bytes, at: int, end: int) -> tuple[bytes, int]:
        value, stop = read_bytes(data, at, end)
        if problem := self._problem(len(value)):
            raise DecodeError(problem, at)
        return value, stop

    def write(self, value: bytes, out: bytearray) -> None:
        if problem := self._problem(len(value)):
            raise ValueError(problem)
        write_bytes(value, out)

    def _problem(self, size: int) -> str | None:
        if self.sizes and size not in self.sizes:
            return f"a member of {size} bytes, where {' or '.join(map(str, self.sizes))} belong"
        if self.max_size is not None and size > self.max_size:
            return f"a member of {size} bytes, where at most {self.max_size} belong"
        return None

    def to_json(self, value: bytes) -> object:
        if self.array_size is not None:
            return list(value.ljust(self.array_size, b"\0"))
        return None if self.null_when_empty and not value else b64encode(value).decode()

    def from_json(self, value: object) -> bytes:
        return json_bytes(value)


class ExtraData:
    """A count, then keys and values, each behind its length. Written in the order of the keys, as core
    does.
    """

    def read(self, data: bytes, at: int, end: int) -> tuple[dict[bytes, bytes], int]:
        count, at = read_uvarint(data, at, end)
        entries: dict[bytes, bytes] = {}
        for _ in range(count):  # a count that lies ends at the end of the bytes
            start = at
            key, at = read_bytes(data, at, end)
            if key in entries:
                raise DecodeError(f"the extra data holds {key[:64]!r} twice", start)
            entries[key], at = read_bytes(data, at, end)
        return entries, at

    def write(self, value: Mapping[bytes, bytes], out: bytearray) -> None:
        out += encode_uvarint(len(value))
        for key in sorted(value):
            write_bytes(key, out)
            write_bytes(value[key], out)

    def to_json(self, value: Mapping[bytes, bytes]) -> object:
        # Keys are text in practice; others are shown as Go shows them, with a replacement character.
        return {key.decode("utf-8", "replace"): b64encode(value[key]).decode() for key in sorted(value)} or None

    def from_json(self, value: object) -> dict[bytes, bytes]:
        if value is None:
            return {}
        if not isinstance(value, dict):
            raise ValueError(f"extra data is an object, not {type(value).__name__}")  # noqa: TRY004  # data
        return {str(key).encode(): json_bytes(each) for key, each in value.items()}
