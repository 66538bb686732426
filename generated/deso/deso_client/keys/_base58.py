# Copied from overrides/deso/keys/_base58.py by "nox -s generate": edit it there.
"""Base58Check: how DeSo writes keys and transaction ids as text."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

_ALPHABET = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
_DIGITS = {letter: value for value, letter in enumerate(_ALPHABET)}
_MAX_TEXT = 128  # an address has 55 letters; a bound keeps the conversion of hostile text cheap


class AddressError(ValueError):
    """Text that is not a Base58Check key, or is one of another kind or network. Never quotes a private
    key.
    """


@dataclass(frozen=True, slots=True)
class Network:
    """The prefixes of one DeSo network. The server does not check them, so this library does."""

    name: str
    public_prefix: bytes
    private_prefix: bytes


MAINNET = Network("mainnet", bytes.fromhex("cd1400"), bytes.fromhex("350000"))
TESTNET = Network("testnet", bytes.fromhex("11c200"), bytes.fromhex("4f061b"))
NETWORKS = (MAINNET, TESTNET)


def double_sha256(data: bytes) -> bytes:
    """SHA-256 of the SHA-256 of ``data``: 32 bytes."""
    return hashlib.sha256(hashlib.sha256(data).digest()).digest()


def encode_base58check(payload: bytes) -> str:
    """Write ``payload`` with a checksum of four bytes as base58."""
    data = payload + double_sha256(payload)[:4]
    number = int.from_bytes(data, "big")
    text = ""
    while number:
        number, digit = divmod(number, 58)
        text = _ALPHABET[digit] + text
    return "1" * (len(data) - len(data.lstrip(b"\0"))) + text


def decode_base58check(text: str) -> bytes:
    """Read what encode_base58check wrote. Raises AddressError for other letters or a wrong checksum."""
    if not 0 < len(text) <= _MAX_TEXT:
        raise AddressError(f"a Base58Check text has 1 to {_MAX_TEXT} letters, this one {len(text)}")
    number = 0
    for position, letter in enumerate(text):
        if letter not in _DIGITS:
            raise AddressError(f"the letter at position {position} is not a base58 letter")
        number = number * 58 + _DIGITS[letter]
    zeros = len(text) - len(text.lstrip("1"))
    data = bytes(zeros) + number.to_bytes((number.bit_length() + 7) // 8, "big")
    payload, checksum = data[:-4], data[-4:]
    if len(data) < 4 or double_sha256(payload)[:4] != checksum:
        raise AddressError("the checksum is wrong: a letter is missing, mistyped or swapped")
    return payload
