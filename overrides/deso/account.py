"""Who a client writes for, and how far a node may go: settings of the client. No I/O."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Collection, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TypedDict

from ._core.errors import ConfigurationError
from .keys import MAINNET, DerivedSigner, Network, PrivateKey, PublicKey, Signer, WithoutLimits
from .messages import access_group_key
from .transactions import TransactionPolicy

AnySigner = Signer | DerivedSigner
"""Whoever signs: a PrivateKey, a DerivedSigner, or anything with a ``public_key`` and a ``sign(digest)``."""

TipSource = Callable[[], int]
"""Gives the height of the newest block."""
AsyncTipSource = Callable[[], Awaitable[int]]
"""The same, to await."""


class PolicyOptions(TypedDict, total=False):
    """The members of ``TransactionPolicy``, each optional: see there for meanings, units and defaults."""

    tip_height: int
    max_expiry_blocks: int
    max_clock_skew: timedelta
    max_fee_nanos: int
    fee_rate_nanos_per_kb: int
    node_fees: Mapping[str, int]
    node_sources: Collection[int] | None
    allow_reencoded_picture: bool
    max_picture_bytes: int
    max_picture_side: int
    diamonds_already_given: int
    unlimited_derived_key: WithoutLimits | None
    network: Network | None


@dataclass(frozen=True, slots=True)
class Account:
    """The account that a client writes for. ``group_keys``: private keys of its access groups, by name."""

    signer: AnySigner
    network: Network = MAINNET
    group_keys: Mapping[str, PrivateKey] = field(default_factory=dict)

    @property
    def owner(self) -> PublicKey:
        """The account's key, also when a derived key signs."""
        return self.signer.owner if isinstance(self.signer, DerivedSigner) else self.signer.public_key

    @property
    def address(self) -> str:
        """The account's address."""
        return self.owner.address(self.network)

    @property
    def private_key(self) -> PrivateKey | None:
        """The account's own private key, when the client holds it."""
        return self.signer if isinstance(self.signer, PrivateKey) else None

    def group_key(self, group: str | None) -> PrivateKey:
        """The private key of one of the account's own access groups; None or "" is the base group.

        Raises ConfigurationError when the client neither holds the account's private key nor was given this one.
        """
        if group and group in self.group_keys:
            return self.group_keys[group]
        if self.private_key is None:
            raise ConfigurationError(
                f"the private key of access group {group or ''!r} is needed, and this signer cannot derive it:"
                " give it in group_keys="
            )
        return access_group_key(self.private_key, group)


def transaction_policy(options: PolicyOptions, tip_height: int, network: Network) -> TransactionPolicy:
    """The policy of one call: the options, and for what they leave open the tip and the network given here."""
    given: PolicyOptions = {"tip_height": tip_height, "network": network, **options}
    return TransactionPolicy(**given)
