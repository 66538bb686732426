# Copied from overrides/deso/transactions/_picture.py by "nox -s generate": edit it there.
"""Looking at the profile picture that a node re-encoded, without decoding its pixels."""

from __future__ import annotations

import binascii
from base64 import b64decode, b64encode
from collections.abc import Iterator
from dataclasses import dataclass

_PREFIX = b"data:image/webp;base64,"
_IMAGES = frozenset({b"VP8 ", b"VP8L"})
_KNOWN = _IMAGES | {b"VP8X", b"ALPH", b"ICCP", b"EXIF", b"XMP "}  # all but animations


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
    """The size of the one picture inside. A canvas of another size would hide how much a viewer unpacks."""
    chunks = list(_chunks(data))
    images = [_image_size(kind, body) for kind, body in chunks if kind in _IMAGES]
    canvases = [_canvas_size(body) for kind, body in chunks if kind == b"VP8X"]
    if len(images) != 1 or {kind for kind, _ in chunks} - _KNOWN:
        raise ValueError("a WebP file that is not one still picture")
    if canvases not in ([], images):
        raise ValueError("a WebP file whose canvas has another size than its picture")
    return images[0]


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = 12
    while at < len(data):
        size = int.from_bytes(data[at + 4 : at + 8], "little")
        body, start = data[at + 8 : at + 8 + size], at
        at += 8 + size + size % 2
        if at > len(data):
            raise ValueError("a WebP file that ends early")
        yield data[start : start + 4], body


def _canvas_size(body: bytes) -> tuple[int, int]:
    return int.from_bytes(body[4:7], "little") + 1, int.from_bytes(body[7:10], "little") + 1


def _image_size(kind: bytes, body: bytes) -> tuple[int, int]:
    if kind == b"VP8L" and len(body) >= 5 and body[0] == 0x2F:
        bits = int.from_bytes(body[1:5], "little")
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    if kind == b"VP8 " and len(body) >= 10 and body[3:6] == b"\x9d\x01\x2a":
        return int.from_bytes(body[6:8], "little") & 0x3FFF, int.from_bytes(body[8:10], "little") & 0x3FFF
    raise ValueError("a WebP file without a readable size")
