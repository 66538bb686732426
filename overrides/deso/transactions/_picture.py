"""Looking at the profile picture that a node re-encoded, without decoding its pixels."""

from __future__ import annotations

import binascii
from base64 import b64decode, b64encode
from dataclasses import dataclass

_PREFIX = b"data:image/webp;base64,"


@dataclass(frozen=True, slots=True)
class Picture:
    """A WebP picture: its bytes, and its size in pixels."""

    data: bytes
    width: int
    height: int


def read_picture(text: bytes) -> Picture:
    """The picture of a data URI as a node writes it. Raises ValueError for anything else."""
    if not text.startswith(_PREFIX):
        raise ValueError(f"a node writes {_PREFIX.decode()}…")
    try:
        data = b64decode(text[len(_PREFIX) :], validate=True)
    except binascii.Error as error:
        raise ValueError(f"not base64: {error}") from None
    if b64encode(data) != text[len(_PREFIX) :]:
        raise ValueError("base64 with bits that mean nothing")
    if data[:4] != b"RIFF" or data[8:12] != b"WEBP" or int.from_bytes(data[4:8], "little") != len(data) - 8:
        raise ValueError("not one whole WebP file")
    return Picture(data, *_size(data))


def _size(data: bytes) -> tuple[int, int]:
    kind, start = data[12:16], data[20:]
    if kind == b"VP8X" and len(start) >= 10:
        return int.from_bytes(start[4:7], "little") + 1, int.from_bytes(start[7:10], "little") + 1
    if kind == b"VP8L" and len(start) >= 5 and start[0] == 0x2F:
        bits = int.from_bytes(start[1:5], "little")
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    if kind == b"VP8 " and len(start) >= 10 and start[3:6] == b"\x9d\x01\x2a":
        return (
            int.from_bytes(start[6:8], "little") & 0x3FFF,
            int.from_bytes(start[8:10], "little") & 0x3FFF,
        )
    raise ValueError("a WebP file without a readable size")
