"""Which public key of an access group to encrypt to.

A node tells the group keys of other accounts, and nothing proves them: a node that lies reads the message.
What can be done is done here: one's own keys are derived, a key once seen is remembered, a changed one is
refused, and a key seen for the first time is reported as such.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Protocol

from ..keys import PrivateKey, PublicKey
from ._chat import DEFAULT_GROUP, access_group_key


class KeySource(Enum):
    """Where a group's key comes from, best first."""

    OWNER = "the owner's own key, which the address proves"
    DERIVED = "derived from the account's own private key"
    GIVEN = "given by the caller"
    PINNED = "the same as when it was first seen"
    FIRST_USE = "told by the node and seen for the first time: nothing proves it"


@dataclass(frozen=True, slots=True)
class GroupKey:
    """The key of a group, and how far it can be trusted. ``group`` is None for the base group."""

    owner: PublicKey
    group: str | None
    public_key: PublicKey
    source: KeySource

    @property
    def is_first_use(self) -> bool:
        """Whether only the node vouches for the key: a moment to compare it with its owner by other means."""
        return self.source is KeySource.FIRST_USE


class AccessGroupKeyChanged(Exception):  # noqa: N818  # the name that the project's documents use
    """The node tells another key for a group than the one that is known: a lie, or a new key of the owner's.

    Ask the owner by other means; then ``pins.replace(...)``, or give the new key yourself.
    """

    def __init__(self, owner: PublicKey, group: str | None, known: PublicKey, told: PublicKey) -> None:
        self.owner = owner
        self.group = group
        self.known = known
        self.told = told
        super().__init__(
            f"the key of access group {group!r} of {owner.address()} changed:"
            f" known {known.address()}, the node tells {told.address()}"
        )


class UnknownAccessGroup(LookupError):  # noqa: N818  # reads as what happened
    """Nobody knows a key for the group: neither caller, pins nor node."""


class Pins(Protocol):
    """Where keys of groups are remembered. Keep them where a restart does not lose them: that is all their
    worth.
    """

    def get(self, owner: PublicKey, group: str) -> PublicKey | None: ...
    def replace(self, owner: PublicKey, group: str, key: PublicKey) -> None: ...


class MemoryPins:
    """Pins in memory. Iterating gives (owner, group, key), to be stored; the same may be handed over when
    starting.
    """

    def __init__(self, known: Iterable[tuple[PublicKey, str, PublicKey]] = ()) -> None:
        self._keys = {(owner, group): key for owner, group, key in known}

    def get(self, owner: PublicKey, group: str) -> PublicKey | None:
        """The remembered key, or None."""
        return self._keys.get((owner, group))

    def replace(self, owner: PublicKey, group: str, key: PublicKey) -> None:
        """Remember ``key``, also in the place of another."""
        self._keys[owner, group] = key

    def __iter__(self) -> Iterator[tuple[PublicKey, str, PublicKey]]:
        return ((owner, group, key) for (owner, group), key in self._keys.items())


def choose_group_key(
    owner: PublicKey,
    group: str | None = DEFAULT_GROUP,
    *,
    pins: Pins,
    told: PublicKey | None = None,
    given: PublicKey | None = None,
    own: PrivateKey | None = None,
) -> GroupKey:
    """The key of ``owner``'s group to encrypt to.

    ``group=None`` chooses the owner's own key, which the address proves: the only choice that needs to trust
    nobody.
    Otherwise, in this order: the key derived from ``own`` when that is the owner's private key; the key
    ``given`` by the caller; the one pinned earlier; the one ``told`` by the node, which is pinned and
    reported as KeySource.FIRST_USE.

    Raises AccessGroupKeyChanged when the node tells another key than is known in one of the first three ways,
    and UnknownAccessGroup when there is none at all.
    """
    if not group:
        return _known(owner, None, owner, KeySource.OWNER, told)
    if own is not None and own.public_key == owner:
        return _known(owner, group, access_group_key(own, group).public_key, KeySource.DERIVED, told)
    if given is not None:
        chosen = _known(owner, group, given, KeySource.GIVEN, told)
        pins.replace(owner, group, given)
        return chosen
    if (pinned := pins.get(owner, group)) is not None:
        return _known(owner, group, pinned, KeySource.PINNED, told)
    if told is None:
        raise UnknownAccessGroup(f"no key is known for access group {group!r} of {owner.address()}")
    pins.replace(owner, group, told)
    return GroupKey(owner, group, told, KeySource.FIRST_USE)


def _known(owner: PublicKey, group: str | None, key: PublicKey, source: KeySource, told: PublicKey | None) -> GroupKey:
    if told is not None and told != key:
        raise AccessGroupKeyChanged(owner, group, key, told)
    return GroupKey(owner, group, key, source)
