"""How a node turns the ExtraData of a request (text) into that of a transaction (bytes).

Most values become their UTF-8 bytes; the keys below have an encoding of their own, as in
deso-protocol/backend (routes/extra_data_encoding.go).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from .._varint import encode_uvarint, encode_varint
from ..keys import AddressError, address_bytes

_RESERVED = ("DESORoyaltiesMap", "CoinRoyaltiesMap", "TransactionSpendingLimit")
_PADDED = 10  # some node versions hand over the whole buffer of a varint


def _hex(text: str) -> list[bytes]:
    if not re.fullmatch("(?:[0-9a-fA-F]{2})*", text):  # Python would skip blanks
        raise ValueError("pairs of hexadecimal digits are needed")
    return [bytes.fromhex(text)]


def _integer(text: str) -> int:
    if not re.fullmatch("[+-]?[0-9]{1,20}", text):  # Python would read "1_0", " 1" and the digits of other scripts
        raise ValueError(f"a 64-bit integer in decimal digits is needed, not {text[:40]!r}")
    return int(text)


def _flag(text: str) -> list[bytes]:
    if text not in ("0", "1"):
        raise ValueError("a flag is '0' or '1'")
    return [b"\1" if text == "1" else b"\0"]


def _unsigned(text: str) -> list[bytes]:
    value = encode_uvarint(_integer(text))
    return [value, value.ljust(_PADDED, b"\0")]


def _signed(text: str) -> list[bytes]:
    value = encode_varint(_integer(text))
    return [value, value.ljust(_PADDED, b"\0")]


def _key(text: str) -> list[bytes]:
    return [address_bytes(text)]


def memo_bytes(text: str) -> bytes:
    """A derived key's memo: the hexadecimal digits of its UTF-8."""
    return text.encode().hex().encode()


_ENCODERS: Mapping[str, Callable[[str], list[bytes]]] = {
    **dict.fromkeys(("RecloutedPostHash", "DiamondPostHash"), _hex),
    **dict.fromkeys(("IsQuotedReclout", "IsFrozen"), _flag),
    **dict.fromkeys(
        ("NodeSource", "V", "BuyNowPriceNanos", "USDCentsPerBitcoin", "MinNetworkFeeNanosPerKB",
         "CreateProfileFeeNanos", "CreateNFTFeeNanos", "MaxCopiesPerNFT"), _unsigned,
    ),
    "DiamondLevel": _signed,
    **dict.fromkeys(
        ("DerivedPublicKey", "MessagingPublicKey", "SenderMessagingPublicKey", "RecipientMessagingPublicKey",
         "ForbiddenBlockSignaturePubKey"), _key,
    ),
    "DerivedKeyMemo": lambda text: [memo_bytes(text)],
}  # fmt: skip


def encodings(key: str, text: str) -> list[bytes]:
    """The bytes that a node may write for one entry of a request's extra data: one form, or two of the same
    number.

    Raises ValueError for a value that the node refuses, and for a key that it does not let anybody write.
    """
    if key in _RESERVED:
        raise ValueError(f"ExtraData.{key}: nodes do not let a caller write this key")
    try:
        return _ENCODERS[key](text) if key in _ENCODERS else [text.encode()]
    except (ValueError, AddressError) as error:
        raise ValueError(f"ExtraData.{key}: {error}") from None
