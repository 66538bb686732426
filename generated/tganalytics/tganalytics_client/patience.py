# Copied from overrides/tganalytics/patience.py by "nox -s generate": edit it there.
"""Events that the server fails at, again and again: how they are kept from blocking the others. No I/O.

A server can fail because it is down, or because of one event. So after some failures other events get their turn, and
those that failed come again later: in ever smaller batches, at last alone. One that fails even then, though others are
recorded, is set aside.
"""

from __future__ import annotations

from collections.abc import Sequence

from .decisions import GIVE_UP, PATIENCE
from .spool import Row

_ALONE = 5
"""Failures after which an event is sent alone: 20, 10, 5, 2, 1."""


class Patience:
    """What is known of failures since the queue was made."""

    def __init__(self) -> None:
        self.in_a_row = 0
        """Requests that failed since the last one that did not."""
        self._recorded = 0
        self._failures: dict[int, tuple[int, int]] = {}

    def recorded(self, rows: Sequence[Row]) -> None:
        """These events were recorded."""
        self._recorded += 1
        self.forget(rows)

    def forget(self, rows: Sequence[Row]) -> None:
        """These events are gone; and the server does its work."""
        self.in_a_row = 0
        if self._failures:
            for number, _ in rows:
                self._failures.pop(number, None)

    def gives_way(self, rows: Sequence[Row]) -> bool:
        """Whether these events, at which the server failed just now, should let others go first."""
        return self.in_a_row >= PATIENCE or any(number in self._failures for number, _ in rows)

    def failed(self, rows: Sequence[Row]) -> int:
        """Note that these events give way; for how many times now. Alone, only what others did better counts."""
        times = 0
        for number, _ in rows:
            before, recorded = self._failures.get(number, (0, -1))
            counts = before < _ALONE or recorded < self._recorded
            self._failures[number] = (before + counts, self._recorded)
            times = max(times, before + counts)
        return times

    def is_over(self, rows: Sequence[Row]) -> bool:
        """Whether to give up on these events (it is one then)."""
        return all(self._failures.get(number, (0, 0))[0] >= GIVE_UP for number, _ in rows)

    def batches(self, rows: Sequence[Row], size: int) -> list[Sequence[Row]]:
        """Events in batches of at most `size`, those that failed in smaller ones."""
        if not self._failures:
            return [rows[start : start + size] for start in range(0, len(rows), size)]
        found: list[list[Row]] = []
        last = 0
        for row in rows:
            times = self._failures.get(row[0], (0, 0))[0]
            if not found or times != last or len(found[-1]) >= max(1, size >> times):
                found.append([])
            found[-1].append(row)
            last = times
        return [*found]
