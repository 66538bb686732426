# Copied from overrides/deso/keys/_derived.py by "nox -s generate": edit it there.
"""Derived keys: what one may do, and the owner's signature that allows it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal

from .._transaction_types import TransactionType
from .._varint import MAX_UINT64, DecodeError, encode_uvarint, read_uvarint
from ._base58 import MAINNET, Network, double_sha256
from ._curve import signature_from_der
from ._keys import PublicKey, Signer

WithoutLimits = Literal["without limits"]
"""What has to be said, in words, to let a derived key do everything that its owner can do."""

WITHOUT_LIMITS: WithoutLimits = "without limits"
_NANOS_PER_DESO = 10**9
_MAPS_BEFORE_UNLIMITED = 4  # creator coins, DAO coins, NFTs, limit orders
_MAPS_AFTER_UNLIMITED = 7  # associations, access groups, members, lockups, stake, unstake, unlock stake


@dataclass(frozen=True, slots=True)
class SpendingLimit:
    """What a derived key may do: spend ``global_deso_nanos`` (10**9 nanos are one DESO) and make the counted
    transactions.

    The account's own fees count as spending, and authorising further keys as a transaction. Limits on single
    coins, NFTs, associations, groups and stakes are not built here: the node's
    get-transaction-spending-limit-hex-string builds their bytes.
    """

    global_deso_nanos: int
    transactions: Mapping[TransactionType, int] = field(default_factory=lambda: MappingProxyType({}))

    def to_bytes(self) -> bytes:
        """The bytes that the transaction carries and the owner signs. Raises ValueError for a negative or too
        large number.
        """
        out = encode_uvarint(self.global_deso_nanos) + encode_uvarint(len(self.transactions))
        for kind in sorted(self.transactions):
            out += encode_uvarint(kind) + encode_uvarint(self.transactions[kind])
        return out + bytes(_MAPS_BEFORE_UNLIMITED + 1 + _MAPS_AFTER_UNLIMITED)

    def text(self) -> str:
        """The words that a wallet shows and signs for this limit (inferred from core beyond one recorded
        example).
        """
        lines = ["Spending limits on the derived key:"]
        if self.global_deso_nanos:
            whole, rest = divmod(self.global_deso_nanos, _NANOS_PER_DESO)
            fraction = f"{rest:09d}".rstrip("0") or "0"
            lines.append(f"\tTotal $DESO Limit: {whole}.{fraction} $DESO")
        if self.transactions:
            lines.append("\tTransaction Count Limit: ")
            counts = sorted((kind.name, count) for kind, count in self.transactions.items())
            lines += [f"\t\t{name}: {count}" for name, count in counts]
        return "\n".join(lines) + "\n"


_UNLIMITED = bytes(2 + _MAPS_BEFORE_UNLIMITED) + b"\x01" + bytes(_MAPS_AFTER_UNLIMITED)


def limit_bytes(limit: SpendingLimit | WithoutLimits) -> bytes:
    """The bytes of a limit, or of its absence, which has to be said in words: ``"without limits"``.

    A key without limits can do everything that the owner can: spend all, transfer all, authorise other keys.
    """
    if isinstance(limit, SpendingLimit):
        return limit.to_bytes()
    if limit != WITHOUT_LIMITS:
        raise ValueError("the limit of a derived key is a SpendingLimit, or the words 'without limits'")
    return _UNLIMITED


def is_unlimited(limit: bytes) -> bool:
    """Whether these spending-limit bytes set no limit. Raises DecodeError when they end too early to tell.

    Core accepts "unlimited" only where everything before it is empty, so the maps need not be read.
    """
    at = 0
    for _ in range(2 + _MAPS_BEFORE_UNLIMITED):
        value, at = read_uvarint(limit, at, len(limit))
        if value:
            return False
    if at >= len(limit):
        raise DecodeError("the spending limit ends before it says whether it is unlimited", at)
    return limit[at] != 0


def access_bytes(derived: PublicKey, expiration_block: int, limit: bytes) -> bytes:
    """What the owner signs (first form): the derived key, the expiration block as 8 bytes, the limit's
    bytes.
    """
    if not 0 <= expiration_block <= MAX_UINT64:
        raise ValueError(f"{expiration_block} is not a block height")
    return derived.data + expiration_block.to_bytes(8, "big") + limit


def access_text(derived: PublicKey, expiration_block: int, limit: SpendingLimit, network: Network = MAINNET) -> str:
    """What the owner signs (second form): the words that a wallet shows and get-access-bytes returns."""
    return (
        "DECENTRALIZED SOCIAL\n\n"
        f"Your derived public key: {derived.address(network)}\n\n"
        f"The expiration block of your key: {expiration_block}\n\n"
        f"{limit.text()}"
    )


@dataclass(frozen=True, slots=True)
class DerivedKeyGrant:
    """What authorize-derived-key needs to know, signed by the owner."""

    derived: PublicKey
    expiration_block: int
    spending_limit_hex: str
    access_signature_hex: str

    def request(self, owner: PublicKey, network: Network = MAINNET) -> dict[str, object]:
        """The members of the call's body, under their wire names."""
        return {
            "OwnerPublicKeyBase58Check": owner.address(network),
            "DerivedPublicKeyBase58Check": self.derived.address(network),
            "ExpirationBlock": self.expiration_block,
            "AccessSignature": self.access_signature_hex,
            "TransactionSpendingLimitHex": self.spending_limit_hex,
        }


def grant_derived_key(
    owner: Signer, derived: PublicKey, *, expiration_block: int, limit: SpendingLimit | WithoutLimits
) -> DerivedKeyGrant:
    """Sign, as the owner, that ``derived`` may act for the account until ``expiration_block`` and within
    ``limit``.

    There is no default limit: a key without one must be asked for with the words
    ``limit="without limits"``. Whoever holds such a key holds the account until the block height is reached,
    or until the owner revokes the key.
    """
    data = limit_bytes(limit)
    digest = double_sha256(access_bytes(derived, expiration_block, data))
    signature = signature_from_der(owner.sign(digest)).normalized()
    return DerivedKeyGrant(derived, expiration_block, data.hex(), signature.der.hex())
