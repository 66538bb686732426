"""Go's variable-length integers, as DeSo's core writes them, and the error that every reader here raises."""

from __future__ import annotations

MAX_UINT64 = (1 << 64) - 1
_MAX_BYTES = 10  # what 64 bits need at seven bits a byte


class DecodeError(ValueError):
    """Bytes that are not what they should be.

    ``offset`` is the position, from 0, of the first byte that cannot be accepted; for bytes that end early it
    is their length.
    """

    def __init__(self, message: str, offset: int) -> None:
        super().__init__(f"{message} (at byte {offset})")
        self.offset = offset


def read_uvarint(data: bytes, at: int, end: int) -> tuple[int, int]:
    """Read an unsigned LEB128 integer of at most 64 bits; returns it and the position behind it.

    Raises DecodeError when the bytes end early, or need more than ten bytes or 64 bits.
    """
    if at < end and data[at] < 0x80:  # nearly every integer of a transaction is this short
        return data[at], at + 1
    value = shift = 0
    last = at + _MAX_BYTES - 1
    while at < end:
        byte = data[at]
        if at == last and byte > 1:
            raise DecodeError("an integer of more than 64 bits", at)
        value |= (byte & 0x7F) << shift
        at += 1
        if byte < 0x80:
            return value, at
        shift += 7
    raise DecodeError("the bytes end inside an integer", end)


def encode_uvarint(value: int) -> bytes:
    """Write ``value``, 0 to 2**64 - 1, in its shortest form. Raises ValueError outside that range."""
    if not 0 <= value <= MAX_UINT64:
        raise ValueError(f"{value} is not an unsigned 64-bit integer")
    out = bytearray()
    while value > 0x7F:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    out.append(value)
    return bytes(out)


def decode_uvarint(data: bytes) -> int:
    """Read ``data`` as exactly one unsigned integer. Raises DecodeError, also for bytes left over."""
    value, at = read_uvarint(data, 0, len(data))
    if at != len(data):
        raise DecodeError("bytes left over behind an integer", at)
    return value


def encode_varint(value: int) -> bytes:
    """Write a signed 64-bit integer in zig-zag form (0, -1, 1, -2 … become 0, 1, 2, 3 …), as DiamondLevel
    needs it.

    Raises ValueError outside -2**63 to 2**63 - 1.
    """
    if not -(1 << 63) <= value < 1 << 63:
        raise ValueError(f"{value} is not a signed 64-bit integer")
    return encode_uvarint((value << 1) ^ (value >> 63))


def decode_varint(data: bytes) -> int:
    """Read ``data`` as exactly one zig-zag integer. Raises DecodeError, also for bytes left over."""
    value = decode_uvarint(data)
    return (value >> 1) ^ -(value & 1)
