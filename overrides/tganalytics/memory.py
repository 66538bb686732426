"""Where queued events wait that need not outlive the process: in memory. The same calls as a spool in a file."""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable, Mapping, Sequence

from . import decisions
from .spool import SPOOLS, Counts, Note, RefusedEvent, Row, SpoolError, SpoolFullError

_OVERHEAD = 100
"""Bytes that an event takes beside its own text, about."""


class MemorySpool:
    """Events in memory, as `Spool` keeps them in a file. Safe to share between threads; a forked child begins empty.

    Args:
        max_events: so many events may wait.
        max_bytes: so much they may take, refused events included.
        clock: the Unix time.
    """

    path = None

    def __init__(self, *, max_events: int, max_bytes: int, clock: Callable[[], float] = time.time) -> None:
        self.max_events, self.max_bytes, self._clock = max_events, max_bytes, clock
        self.closed = False
        self._in_child()
        SPOOLS.add(self)

    def _in_child(self) -> None:
        # The parent keeps what it has; sending it here as well would send it twice.
        self._lock = threading.RLock()
        self._waiting: deque[tuple[int, bytes, float]] = deque()
        self._taken: dict[int, tuple[int, bytes, float]] = {}
        self._refused: dict[int, tuple[bytes, float, str]] = {}
        self._bytes = self._last = 0

    def _before_fork(self) -> None:
        self._lock.acquire()

    def _after_fork(self) -> None:
        self._lock.release()

    def connect(self) -> None:
        """Nothing is to be opened."""

    # --- Putting ---

    def put(self, body: bytes) -> None:
        """Keep an event. Raises SpoolFullError."""
        with self._lock:
            self._look_for_room(1, len(body) + _OVERHEAD)
            self._add(body, self._clock())

    def put_many(self, bodies: Sequence[bytes], note: Note | None = None) -> None:
        """Keep all of these events, or none of them. Raises SpoolFullError. Notes are not kept: nobody reads them."""
        with self._lock:
            self._look_for_room(len(bodies), sum(map(len, bodies)) + _OVERHEAD * len(bodies))
            now = self._clock()
            for body in bodies:
                self._add(body, now)

    def _add(self, body: bytes, put: float) -> None:
        self._last += 1
        self._waiting.append((self._last, body, put))
        self._bytes += len(body) + _OVERHEAD

    def _look_for_room(self, events: int, size: int) -> None:
        if self.closed:
            raise SpoolError("the queue in memory is closed: make a new queue")
        held = len(self._waiting) + len(self._taken)
        if held + events > self.max_events:
            raise SpoolFullError(f"the queue in memory holds {held} events, and max_events is {self.max_events}")
        if self._bytes + size > self.max_bytes:
            raise SpoolFullError(f"the queue in memory is full: its limit of {self.max_bytes} bytes")

    def noted(self, name: str) -> str | None:
        """No note is kept."""
        return None

    def drop_oldest(self, number: int = 1) -> int:
        """Forget the oldest events that are not being sent right now; how many there were."""
        with self._lock:
            dropped = min(number, len(self._waiting))
            for _ in range(dropped):
                self._forget(self._waiting.popleft()[1])
            return dropped

    def _forget(self, body: bytes) -> None:
        self._bytes -= len(body) + _OVERHEAD

    # --- Sending ---

    def take(self, number: int, whole: int = 1, finished: Sequence[Row] = ()) -> list[Row]:
        """As `Spool.take`; there are no other owners."""
        with self._lock:
            self.finish(finished)
            found = min(number, len(self._waiting))
            taken = [self._waiting.popleft() for _ in range(found - found % whole)]
            self._taken.update((one[0], one) for one in taken)
            return [one[:2] for one in taken]

    def renew(self, rows: Sequence[Row]) -> list[Row]:
        """Those of these events that were not released in the meantime."""
        with self._lock:
            return [row for row in rows if row[0] in self._taken]

    def release(self, rows: Sequence[Row]) -> None:
        """Let these events be taken again, in their order."""
        with self._lock:
            back = sorted(self._taken.pop(number) for number, _ in rows if number in self._taken)
            if back and self._waiting and back[-1] > self._waiting[0]:
                self._waiting = deque(sorted([*back, *self._waiting]))
            else:
                self._waiting.extendleft(reversed(back))

    def finish(self, rows: Sequence[Row]) -> None:
        """Forget these events: they were sent."""
        with self._lock:
            for number, body in rows:
                if self._taken.pop(number, None) is not None:
                    self._forget(body)

    def set_aside(self, reasons: Mapping[int, str]) -> None:
        """Keep these events, by their numbers, as refused, with their reasons."""
        with self._lock:
            for number, reason in reasons.items():
                if number in self._taken:
                    _, body, put = self._taken.pop(number)
                    self._refused[number] = (body, put, reason)

    # --- Looking ---

    def counts(self) -> Counts:
        """How many events there are."""
        with self._lock:
            oldest = [self._waiting[0][2]] if self._waiting else []
            oldest += [put for _, _, put in self._taken.values()]
            return Counts(len(self._waiting) + len(self._taken), len(self._refused), min(oldest, default=None))

    def empty(self) -> bool:
        """Whether no event waits."""
        with self._lock:
            return not self._waiting and not self._taken

    def refused(self) -> list[RefusedEvent]:
        """The events that were refused, oldest first."""
        with self._lock:
            kept = sorted(self._refused.items())
        return [RefusedEvent(number, decisions.readable(body), reason) for number, (body, _, reason) in kept]

    def resend(self, ids: Sequence[int] | None = None) -> int:
        """Queue refused events again, all or those of these numbers; how many."""
        return self._from_refused(ids, again=True)

    def discard(self, ids: Sequence[int] | None = None) -> int:
        """Forget refused events, all or those of these numbers; how many."""
        return self._from_refused(ids, again=False)

    def _from_refused(self, ids: Sequence[int] | None, again: bool) -> int:
        with self._lock:
            chosen = sorted(set(self._refused) if ids is None else set(self._refused) & set(ids))
            for number in chosen:
                body, put, _ = self._refused.pop(number)
                self._forget(body)
                if again:
                    self._add(body, put)
            return len(chosen)

    def close(self) -> None:
        """Forget everything."""
        self.closed = True
