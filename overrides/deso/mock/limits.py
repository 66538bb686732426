"""Spending limits of derived keys: their bytes, the JSON that a node shows, and what is left of them.

The order of the parts is known (core source). How the keys of the maps behind the counts of transactions are laid out
is inferred from core's habits; here it only has to lead back to the same JSON.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from .._transaction_types import TransactionType
from .._varint import MAX_UINT64, DecodeError, encode_uvarint, read_uvarint
from ..keys import MAINNET, Network, address_bytes, encode_base58check

_NOBODY = bytes(33)
_HASH_OR_ANY = bytes(32)
_ANY_OR_ONE = ("Any", "Scoped")


@dataclass(frozen=True)
class _Map:
    """One map of a limit: its name, the parts of a key, and the name of the count (none: objects in each other)."""

    name: str
    parts: tuple[tuple[str, Any], ...]
    count: str = ""
    wide: bool = False


_GROUP = (("AccessGroupOwnerPublicKeyBase58Check", "key"), ("ScopeType", _ANY_OR_ONE), ("AccessGroupKeyName", "name"))
_BEFORE = (
    _Map("CreatorCoinOperationLimitMap", (("", "key"), ("", ("any", "buy", "sell", "transfer")))),
    _Map(
        "DAOCoinOperationLimitMap",
        (
            ("", "key"),
            ("", ("any", "mint", "burn", "disable_minting", "update_transfer_restriction_status", "transfer")),
        ),
    ),
    _Map(
        "NFTOperationLimitMap",
        (
            ("", "hash"),
            ("", "number"),
            ("", ("any", "update", "nft_bid", "accept_nft_bid", "transfer", "burn", "accept_nft_transfer")),
        ),
    ),
    _Map("DAOCoinLimitOrderLimitMap", (("", "key"), ("", "key"))),
)
_AFTER = (
    _Map(
        "AssociationLimitMap",
        (
            ("AssociationClass", ("User", "Post")),
            ("AssociationType", "text"),
            ("AppScopeType", _ANY_OR_ONE),
            ("AppPublicKeyBase58Check", "key"),
            ("AssociationOperation", ("Any", "Create", "Delete")),
        ),
        "OpCount",
    ),
    _Map("AccessGroupLimitMap", (*_GROUP, ("OperationType", ("Any", "Create", "Update"))), "OpCount"),
    _Map("AccessGroupMemberLimitMap", (*_GROUP, ("OperationType", ("Any", "Add", "Remove", "Update"))), "OpCount"),
    _Map(
        "LockupLimitMap",
        (
            ("ProfilePublicKeyBase58Check", "key"),
            ("ScopeType", _ANY_OR_ONE),
            (
                "Operation",
                (
                    "Any",
                    "CoinLockup",
                    "UpdateCoinLockupYieldCurve",
                    "UpdateCoinLockupTransferRestrictions",
                    "CoinLockupTransferOperationString",
                    "CoinLockupUnlock",
                ),
            ),
        ),
        "OpCount",
    ),
    _Map("StakeLimitMap", (("ValidatorPublicKeyBase58Check", "key"),), "StakeLimit", wide=True),
    _Map("UnstakeLimitMap", (("ValidatorPublicKeyBase58Check", "key"),), "UnstakeLimit", wide=True),
    _Map("UnlockStakeLimitMap", (("ValidatorPublicKeyBase58Check", "key"),), "OpCount"),
)
_MAPS = _BEFORE + _AFTER
_COUNTS: Any = ("uint64",)
STRUCT: Mapping[str, Any] = {
    "GlobalDESOLimit": "uint64",
    "TransactionCountLimitMap": _COUNTS,
    "CreatorCoinOperationLimitMap": (_COUNTS,),
    "DAOCoinOperationLimitMap": (_COUNTS,),
    "NFTOperationLimitMap": ((_COUNTS,),),
    "DAOCoinLimitOrderLimitMap": (_COUNTS,),
    **{
        each.name: [
            {**{name: "string" for name, _ in each.parts}, each.count: "string" if each.wide else "uint64"},
        ]
        for each in _AFTER
    },
    "IsUnlimited": "bool",
}
"""The object of a request, for ``wire.read``."""


@dataclass
class Limit:
    """A limit, or what is left of one. ``maps`` has, by the map's name, counts by the parts of the key."""

    global_nanos: int = 0
    counts: dict[int, int] = field(default_factory=dict)
    maps: dict[str, dict[tuple[Any, ...], int]] = field(default_factory=dict)
    is_unlimited: bool = False

    def copy(self) -> Limit:
        """A limit of its own with the same numbers."""
        return Limit(self.global_nanos, {**self.counts}, {k: {**v} for k, v in self.maps.items()}, self.is_unlimited)

    # --- Bytes ---

    @classmethod
    def from_bytes(cls, data: bytes) -> Limit:
        """Read a limit. Raises DecodeError, also for bytes left over and for "unlimited" beside limits."""
        end = len(data)
        nanos, at = read_uvarint(data, 0, end)
        count, at = read_uvarint(data, at, end)
        counts: dict[int, int] = {}
        for _ in range(count):
            number, at = read_uvarint(data, at, end)
            counts[number], at = read_uvarint(data, at, end)
        found = cls(nanos, counts)
        for each in _BEFORE:
            at = found._read_map(each, data, at)
        flag, at = _take(data, at, 1)
        found.is_unlimited = flag != b"\0"
        for each in _AFTER:
            at = found._read_map(each, data, at)
        if at != end:
            raise DecodeError(f"{end - at} bytes left over behind the limit", at)
        if found.is_unlimited and (nanos or counts or found.maps):
            raise DecodeError("unlimited, and limits beside it", at)
        return found

    def _read_map(self, each: _Map, data: bytes, at: int) -> int:
        count, at = read_uvarint(data, at, len(data))
        for _ in range(count):
            key = []
            for _, kind in each.parts:
                part, at = _read_part(kind, data, at)
                key.append(part)
            if each.wide:
                size, at = read_uvarint(data, at, len(data))
                raw, at = _take(data, at, min(size, 33))
                value = int.from_bytes(raw, "big")
            else:
                value, at = read_uvarint(data, at, len(data))
            self.maps.setdefault(each.name, {})[tuple(key)] = value
        return at

    def to_bytes(self) -> bytes:
        """The bytes that core writes."""
        out = bytearray(encode_uvarint(self.global_nanos) + encode_uvarint(len(self.counts)))
        for number in sorted(self.counts):
            out += encode_uvarint(number) + encode_uvarint(self.counts[number])
        for each in _BEFORE:
            self._write_map(each, out)
        out.append(self.is_unlimited)
        for each in _AFTER:
            self._write_map(each, out)
        return bytes(out)

    def _write_map(self, each: _Map, out: bytearray) -> None:
        entries = self.maps.get(each.name, {})
        out += encode_uvarint(len(entries))
        for key in sorted(entries):
            for (_, kind), part in zip(each.parts, key, strict=True):
                out += _part_bytes(kind, part)
            value = entries[key]
            wide = value.to_bytes((value.bit_length() + 7) // 8, "big") if each.wide else b""
            out += encode_uvarint(len(wide)) + wide if each.wide else encode_uvarint(value)

    # --- JSON ---

    @classmethod
    def from_json(cls, value: Mapping[str, Any]) -> Limit:
        """Read the object of a request, as ``wire.read`` gives it. Raises ValueError for words that are none."""
        found = cls(value["GlobalDESOLimit"], is_unlimited=value["IsUnlimited"])
        for word, count in (value["TransactionCountLimitMap"] or {}).items():
            if word not in TransactionType.__members__:
                raise ValueError(f"{word[:60]!r} is no type of transaction")
            found.counts[TransactionType[word]] = count
        for each in _BEFORE:
            for key, count in _flat(value[each.name] or {}, len(each.parts)):
                found._put(each, key, count)
        for each in _AFTER:
            for item in value[each.name] or []:
                count = _wide(item[each.count]) if each.wide else item[each.count]
                found._put(each, [item[name] for name, _ in each.parts], count)
        if found.is_unlimited and (found.global_nanos or found.counts or found.maps):
            raise ValueError("a limit that is unlimited has no other limits")
        return found

    def _put(self, each: _Map, texts: list[str], count: int) -> None:
        key = tuple(_part_from_text(kind, text) for (_, kind), text in zip(each.parts, texts, strict=True))
        self.maps.setdefault(each.name, {})[key] = count

    def to_json(self, network: Network = MAINNET) -> dict[str, Any]:
        """The object that a node shows: empty objects and null lists where there is no limit."""
        shown: dict[str, Any] = {
            "GlobalDESOLimit": self.global_nanos,
            "TransactionCountLimitMap": dict(sorted((_word(number), count) for number, count in self.counts.items())),
        }
        for each in _BEFORE:
            top: dict[str, Any] = {}
            for key, count in sorted(self.maps.get(each.name, {}).items()):
                texts = [_part_text(kind, part, network) for (_, kind), part in zip(each.parts, key, strict=True)]
                inner = top
                for text in texts[:-1]:
                    inner = inner.setdefault(text, {})
                inner[texts[-1]] = count
            shown[each.name] = top
        for each in _AFTER:
            items = [
                {
                    **{
                        name: _part_text(kind, part, network)
                        for (name, kind), part in zip(each.parts, key, strict=True)
                    },
                    each.count: hex(count) if each.wide else count,
                }
                for key, count in sorted(self.maps.get(each.name, {}).items())
            ]
            shown[each.name] = items or None
        return {**shown, "IsUnlimited": self.is_unlimited}

    # --- Use ---

    def use_count(self, number: int) -> bool:
        """Take one transaction of a type off the limit; False when there is none left."""
        return _take_one(self.counts, number)

    def use_group(self, name: str, owner: bytes, group: bytes, operation: str) -> bool:
        """Take one operation on a group, or on its members, off the limit; False when none of its entries allows it."""
        words = next(each.parts[-1][1] for each in _AFTER if each.name == name)
        entries = self.maps.get(name, {})
        tries = [
            (owner, scope, at, word) for scope, at in ((1, group), (0, b"")) for word in (words.index(operation), 0)
        ]
        return any(_take_one(entries, key) for key in tries)


def _take_one(entries: dict[Any, int], key: Any) -> bool:
    left = entries.get(key, 0)
    if left == 0:
        return False
    if left == 1:
        del entries[key]
    else:
        entries[key] = left - 1
    return True


def _word(number: int) -> str:
    return TransactionType(number).name if number in frozenset(TransactionType) else f"TXN_TYPE_{number}"


def _flat(value: Mapping[str, Any], depth: int) -> list[tuple[list[str], int]]:
    if depth == 1:
        return [([key], count) for key, count in value.items()]
    return [([key, *rest], count) for key, inner in value.items() for rest, count in _flat(inner or {}, depth - 1)]


def _wide(text: str) -> int:
    try:
        value = int(text, 16) if text.startswith("0x") else -1
    except ValueError:
        value = -1
    if not 0 <= value < 1 << 256:
        raise ValueError(f"{text[:40]!r} is no hexadecimal number of 256 bits")
    return value


def _take(data: bytes, at: int, size: int) -> tuple[bytes, int]:
    if at + size > len(data):
        raise DecodeError("the limit ends early", len(data))
    return data[at : at + size], at + size


def _read_part(kind: Any, data: bytes, at: int) -> tuple[Any, int]:
    if kind == "key":
        return _take(data, at, 33)
    if kind == "hash":
        return _take(data, at, 32)
    if kind == "name":
        raw, at = _take(data, at, 32)
        return raw.rstrip(b"\0"), at
    number, after = read_uvarint(data, at, len(data))
    if kind == "text":
        return _take(data, after, number)
    if isinstance(kind, tuple) and number >= len(kind):
        raise DecodeError(f"{number} is none of {len(kind)} words", at)
    return number, after


def _part_bytes(kind: Any, part: Any) -> bytes:
    if kind in ("key", "hash"):
        return bytes(part)
    if kind == "name":
        return bytes(part).ljust(32, b"\0")
    return encode_uvarint(len(part)) + part if kind == "text" else encode_uvarint(part)


def _part_text(kind: Any, part: Any, network: Network) -> str:
    if kind == "key":
        return "" if part == _NOBODY else encode_base58check(network.public_prefix + part)
    if kind == "hash":
        return "" if part == _HASH_OR_ANY else part.hex()
    if kind in ("name", "text"):
        return str(part.decode("utf-8", "replace"))
    return str(part) if kind == "number" else str(kind[part])


def _part_from_text(kind: Any, text: str) -> Any:
    if kind == "key":
        return address_bytes(text) if text else _NOBODY
    if kind == "hash":
        raw = bytes.fromhex(text) if text else _HASH_OR_ANY
        if len(raw) != 32:
            raise ValueError(f"{text[:80]!r} is no hash")
        return raw
    if kind in ("name", "text"):
        raw = text.encode()
        if kind == "name" and len(raw) > 32:
            raise ValueError("the name of a group has at most 32 bytes")
        return raw
    if kind == "number":
        if not (text.isascii() and text.isdigit() and int(text[:25]) <= MAX_UINT64 and len(text) < 25):
            raise ValueError(f"{text[:40]!r} is no number")
        return int(text)
    if text not in kind:
        raise ValueError(f"{text[:60]!r} is none of {', '.join(kind)}")
    return kind.index(text)
