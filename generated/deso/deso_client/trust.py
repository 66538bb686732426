# Copied from overrides/deso/trust.py by "nox -s generate": edit it there.
"""What a client knows of the group keys of others, and what of it its caller has been told. No I/O."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from .keys import PrivateKey, PublicKey
from .messages import GroupKey, KeySource, Pins, choose_group_key


@dataclass(frozen=True, slots=True)
class _ReadOnly:
    """Pins to which nothing is added."""

    pins: Pins

    def get(self, owner: PublicKey, group: str) -> PublicKey | None:
        return self.pins.get(owner, group)

    def replace(self, owner: PublicKey, group: str, key: PublicKey) -> None:
        """Leave it as it is."""


class Trust:
    """Chooses group keys, and sees to it that no first use goes unreported.

    A call that fails has used a key, and told nobody. The key stays pinned, so that another one is noticed; but the
    next use of it is reported as the first.
    """

    def __init__(self, pins: Pins) -> None:
        self.pins = pins
        self._untold: set[tuple[PublicKey, str | None, PublicKey]] = set()

    def to_write(
        self,
        owner: PublicKey,
        group: str | None,
        *,
        told: PublicKey | None = None,
        given: PublicKey | None = None,
        own: PrivateKey | None = None,
    ) -> GroupKey:
        """The key to encrypt to, as ``choose_group_key``. ``reported`` when the caller has it."""
        found = choose_group_key(owner, group, pins=self.pins, told=told, given=given, own=own)
        if found.is_first_use:
            self._untold.add(_place(found))
        return self._as_reported(found)

    def to_read(
        self, owner: PublicKey, group: str | None, *, told: PublicKey, given: PublicKey | None = None
    ) -> GroupKey:
        """The key that a message was encrypted with, if ``told`` can be believed.

        Nothing is pinned before ``confirmed``, which is for messages that could be read: else a node could plant a key
        with a message that nobody can read.
        """
        return self._as_reported(choose_group_key(owner, group, pins=_ReadOnly(self.pins), told=told, given=given))

    def confirmed(self, key: GroupKey) -> None:
        """A message could be read with this key, which stands beside its text in what the caller gets."""
        if key.group and key.source in (KeySource.FIRST_USE, KeySource.GIVEN):
            self.pins.replace(key.owner, key.group, key.public_key)
        self.reported([key])

    def reported(self, keys: Iterable[GroupKey]) -> None:
        """These keys are in what the caller gets."""
        self._untold.difference_update(map(_place, keys))

    def _as_reported(self, found: GroupKey) -> GroupKey:
        untold = found.source is KeySource.PINNED and _place(found) in self._untold
        return replace(found, source=KeySource.FIRST_USE) if untold else found


def _place(key: GroupKey) -> tuple[PublicKey, str | None, PublicKey]:
    return key.owner, key.group, key.public_key
