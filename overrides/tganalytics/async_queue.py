"""A queue of events for programs that must not wait for the platform and must not lose an event.

The worker, its reactions and the counters are written here once; where it runs (a task, a thread) is in `hosts.py`,
what it does after each answer in `decisions.py`, where events wait in `spool.py`.
"""

from __future__ import annotations

import atexit
import contextlib
import logging
import os
import random
import time
import warnings
import weakref
from collections.abc import Callable, Sequence
from typing import Any, Self

from . import decisions, wire_events
from ._core._async_base import AsyncBaseClient
from ._core.errors import (
    APIConnectionError,
    APIError,
    APIResponseError,
    APIStatusError,
    ClientStateError,
    ConfigurationError,
    InvalidRequestError,
)
from ._core.operation import Operation, Parameter
from .hosts import AsyncHost
from .memory import MemorySpool
from .patience import Patience
from .reports import QueueReport, QueueStoppedError, WhenFull
from .spool import RefusedEvent, Row, Spool, SpoolError, SpoolFullError

log = logging.getLogger("tganalytics_client.queue")

BATCH_SIZE = 20
"""The most events that the platform's SDK sends in one request; the server's own limit is not published."""

_AHEAD = 20
"""Batches that are leased at once, at most."""
_DELAY = 0.02
"""Seconds until what was sent is forgotten, at the latest; batches that are sent meanwhile share one transaction."""
_HEADERS = {"Content-Type": "application/json", "Content-Encoding": "gzip"}
_SEND: Operation[None] = Operation(
    id="events_record",
    method="POST",
    path="/events",
    parameters=(Parameter("Origin", "header", "origin"),),
    body="bytes",  # events that were checked and written as JSON when they were put
    security=(("authToken",),),
)
_open: weakref.WeakSet[Any] = weakref.WeakSet()


class AsyncEventQueue:
    """Takes events at once and sends them in batches, compressed, from a worker of its own.

    With `spool`, the name of a file, an event whose `put` has returned survives the death of the process (SIGKILL too);
    with `durable=True` also a loss of power. Without, events wait in memory and die with the process. Each event
    arrives at least once: after a lost answer, or a death right after sending, it is sent again, and the platform does
    not recognise repetitions.

    Faults of the server and the network are waited out, with ever longer pauses, for as long as it takes. After five
    failures in a row `on_trouble` is told, and other events get their turn: an event at which the server fails whatever
    is done (found by ever smaller batches), while others are recorded, is set aside like one that was refused.

    Several processes may use one file. After a fork the child goes on with the file by itself; what the parent holds in
    memory stays the parent's.

    Use it as a context manager, or call `aclose`. The client stays yours to close, after the queue.

    Args:
        client: a client with the token, and the app's domain as `origin`.
        spool: the file; None keeps events in memory.
        durable: wait for the disk at each `put`.
        app_name: the app's analytics name; the client's own if not given.
        batch_size: the most events in one request, 1 to 20.
        interval: seconds between two looks for events if no batch fills up.
        max_events, max_bytes: how much may wait (see `Spool`).
        when_full: `block` lets `put` wait, `raise` lets it raise SpoolFullError, `drop_oldest` forgets the oldest event
            and counts it.
        lease: seconds after which another process takes over a batch that this one has neither sent nor renewed. A
            request may take four fifths of it.
        on_stop: called with the error when the platform refuses the token, app name or domain.
        on_refused: called with the events that were set aside; they stay in the spool (`refused`).
        on_trouble: called with a report when five requests in a row have failed; again only after one did not. Sending
            waits for these three; the async queue takes async functions as well.
        clock: the Unix time; the client's own if not given.

    Raises:
        ConfigurationError: no app name, or a setting out of its range.
        SpoolError: the file cannot be used. (The async queue opens it when it is entered or first used.)
    """

    def __init__(
        self,
        client: AsyncBaseClient,
        *,
        spool: str | os.PathLike[str] | None = None,
        durable: bool = False,
        app_name: str | None = None,
        batch_size: int = BATCH_SIZE,
        interval: float = 2.0,
        max_events: int = 100_000,
        max_bytes: int = 256 * 1024 * 1024,
        when_full: WhenFull = "block",
        lease: float = 60.0,
        on_stop: Callable[[QueueStoppedError], object] | None = None,
        on_refused: Callable[[Sequence[RefusedEvent]], object] | None = None,
        on_trouble: Callable[[QueueReport], object] | None = None,
        clock: Callable[[], float] | None = None,
    ) -> None:
        name = app_name or client._defaults.get("app_name")
        if not name:
            raise ConfigurationError("a queue needs the app's analytics name: give the client or the queue app_name=")
        if when_full not in ("block", "raise", "drop_oldest"):
            raise ConfigurationError(f"when_full is 'block', 'raise' or 'drop_oldest', not {when_full!r}")
        if not 1 <= batch_size <= BATCH_SIZE or interval <= 0 or lease <= 0 or max_events < 1:
            raise ConfigurationError(f"batch_size is 1 to {BATCH_SIZE}; interval, lease and max_events are above 0")
        self.app_name: str = name
        self._client = client._with(max_retries=0, deadline=lease * 0.8)._raw_view()
        self._batch_size, self._interval, self._when_full = batch_size, interval, when_full
        self._on_stop, self._on_refused, self._on_trouble = on_stop, on_refused, on_trouble
        self._clock = clock or client._settings.runtime.time
        bounds: dict[str, Any] = {"max_events": max_events, "max_bytes": max_bytes, "clock": self._clock}
        self._spool: Spool | MemorySpool = (
            MemorySpool(**bounds) if spool is None else Spool(spool, name, durable=durable, lease=lease, **bounds)
        )
        self._lease = lease
        # What is being sent cannot give way to newer events, so of a small queue half is left.
        at_once = max(1, max_events // 2) if when_full == "drop_oldest" else max_events
        self._whole = min(batch_size, at_once)
        self._take = min(batch_size * _AHEAD, at_once - at_once % self._whole)
        self._host = AsyncHost(blocking=spool is not None)
        self._unsent_puts = 0
        self._closing = self._closed = self._hurry = False
        self._stopped: QueueStoppedError | None = None
        self._host.begin(self._spool.connect)
        self._begin()
        _open.add(self)
        self._start_worker()

    def _begin(self) -> None:
        """Begin anew, in a new process too: what a parent is doing is not this one's."""
        self._pid = os.getpid()
        self._sent = self._repeated = self._dropped = 0
        self._problem = ""
        self._partial_from = 0.0
        self._failing_since: float | None = None
        self._patience = Patience()
        self._done: list[Row] = []
        self._done_since = 0.0
        self._postponed: list[tuple[float, Sequence[Row]]] = []

    # --- For the caller ---

    async def put(self, event: wire_events.Event, *, timeout: float | None = None) -> None:
        """Accept an event, a model or a mapping; `client_timestamp` is filled in if it is absent.

        Args:
            event: the event. A mapping may leave out `app_name`.
            timeout: seconds to wait for room, if the queue is full; None for no limit.

        Raises:
            InvalidRequestError: the event is not as documented, or of another app; the text names the member.
            SpoolFullError: there is no room.
            SpoolError: the file cannot be used any more.
            ClientStateError: the queue is closed.
        """
        body = self._encoded(event)
        try:
            await self._keep(body)
        except SpoolFullError as error:
            await self._put_when_full(body, timeout, error)
        self._noted(1)

    async def put_many(self, events: Sequence[wire_events.Event]) -> None:
        """Accept several events in one transaction: all, or (with an error) none. With `when_full="block"` and too
        little room it raises SpoolFullError as well. Otherwise as `put`."""
        bodies = [self._encoded(event, f"events[{place}]") for place, event in enumerate(events)]
        await self._host.call(self._spool.put_many, bodies)
        self._noted(len(bodies))

    async def flush(self, timeout: float | None = None) -> bool:
        """Send without waiting for full batches until nothing is queued; False if that took longer than `timeout`
        seconds. Raises QueueStoppedError if the platform refuses the token, app name or domain."""
        self._check_open()
        end = None if timeout is None else time.monotonic() + timeout
        pause = 0.005
        while not await self._host.call(self._spool.empty):
            if self._stopped is not None:
                raise self._stopped
            left = 0.1 if end is None else end - time.monotonic()
            if left <= 0:
                return False
            self._start_worker()
            self._hurry = True
            await self._host.settle(min(left, 0.1))
            if not await self._host.call(self._spool.empty):  # others are sending them, or they have to wait
                await self._host.sleep(min(left, pause))
                pause = min(pause * 1.5, 0.1)
        return True

    async def report(self) -> QueueReport:
        """The counters."""
        counts = await self._host.call(self._spool.counts)
        age = None if counts.oldest is None else max(0.0, self._clock() - counts.oldest)
        return QueueReport(
            queued=counts.queued,
            sent=self._sent,
            refused=counts.refused,
            repeated=self._repeated,
            dropped=self._dropped,
            postponed=sum(len(rows) for _, rows in self._postponed),
            oldest_age=age,
            failing_for=None if self._failing_since is None else time.monotonic() - self._failing_since,
            stopped=self._stopped is not None,
            problem=self._problem,
        )

    async def refused(self) -> list[RefusedEvent]:
        """The events that the platform refused, with its reasons."""
        return await self._host.call(self._spool.refused)

    async def resend_refused(self, ids: Sequence[int] | None = None) -> int:
        """Queue refused events again, all or those of these numbers; how many."""
        return await self._host.call(self._spool.resend, ids)

    async def discard_refused(self, ids: Sequence[int] | None = None) -> int:
        """Forget refused events, all or those of these numbers; how many."""
        return await self._host.call(self._spool.discard, ids)

    def resume(self) -> None:
        """Send again, after what stopped the queue was mended."""
        self._stopped = None
        self._host.wake()

    async def aclose(self, timeout: float = 5.0) -> None:
        """Send what is queued for up to `timeout` seconds, and end. What is in a file stays there for the next queue;
        what was only in memory and was not sent is lost, with a warning that says how much."""
        if self._closed:
            return
        try:
            if self._host.can_start():
                await self.flush(timeout)
        except (QueueStoppedError, SpoolError) as error:
            log.warning("the queue is closed with events left: %s", error)
        finally:
            self._closing = True
            self._host.wake()
            await self._host.join(max(1.0, timeout))
            with contextlib.suppress(SpoolError):
                await self._forget_sent()
            self._warn()
            self._closed = True
            _open.discard(self)
            await self._host.call(self._spool.close)
            await self._host.aclose()

    async def __aenter__(self) -> Self:
        await self._host.call(self._spool.connect)
        self._start_worker()
        return self

    async def __aexit__(self, *exc_info: object) -> None:
        await self.aclose()

    def __del__(self) -> None:
        if getattr(self, "_closed", True):  # also one that could not be made
            return
        self._warn()  # a task that went down with its loop

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {self.app_name!r}, {self._spool.path or 'in memory'}>"

    # --- Putting ---

    def _encoded(self, event: wire_events.Event, where: str = "event") -> bytes:
        self._check_open()
        body = wire_events.encode(event, where, self._clock(), self.app_name)
        name = event.get("app_name", self.app_name) if isinstance(event, dict) else wire_events.app_name_of(body)
        if name != self.app_name:
            raise InvalidRequestError(f"{where}.app_name is {name!r}, and this queue is for {self.app_name!r}")
        return body

    async def _keep(self, body: bytes) -> None:
        if isinstance(self._spool, MemorySpool):
            self._spool.put(body)
        else:  # announced here, so that one commit takes all that were put meanwhile
            await self._host.call(self._spool.commit, self._spool.ticket(body))

    async def _put_when_full(self, body: bytes, timeout: float | None, full: SpoolFullError) -> None:
        end = None if timeout is None else time.monotonic() + timeout
        while True:
            late = end is not None and time.monotonic() >= end
            if late or self._when_full == "raise" or (self._stopped and self._when_full == "block"):
                raise full
            if self._when_full == "drop_oldest":
                dropped = await self._host.call(self._spool.drop_oldest)
                self._dropped += dropped
                if not dropped:  # all of them are being sent, or wait for their turn
                    while self._postponed:
                        await self._host.call(self._spool.release, self._postponed.pop()[1])
                    await self._host.sleep(0.01)
            else:
                self._start_worker()
                self._hurry = True
                self._host.wake()
                await self._host.sleep(0.02)
            try:
                return await self._keep(body)
            except SpoolFullError as error:
                full = error

    def _noted(self, number: int) -> None:
        self._start_worker()
        self._unsent_puts += number
        if self._unsent_puts >= self._batch_size:
            self._unsent_puts = 0
            self._host.wake()

    def _check_open(self) -> None:
        if self._closed or self._closing:
            raise ClientStateError("this queue is closed: make a new one")

    # --- The worker ---

    def _start_worker(self) -> None:
        if self._closing or not self._host.can_start() or self._host.running():
            return
        if self._pid != os.getpid():
            self._begin()
        self._host.start(self._work)

    async def _work(self) -> None:
        while not self._closing:
            pause = self._interval
            try:
                await self._send()
                if not self._stopped:
                    due = min([self._partial_from, *(due for due, _ in self._postponed)])
                    pause = max(0.0, min(pause, due - time.monotonic()))
            except SpoolError as error:
                self._problem = str(error)
                log.error("the queue cannot go on now: %s", error)  # noqa: TRY400 - the text says all
                await self._wait_out(min(self._interval, 1.0))
            self._host.rest()
            if not self._closing:
                await self._host.wait(pause)

    async def _send(self) -> None:
        """Send full batches, and once in an interval one that is not full, until nothing more can be sent now.

        What was postponed has its turn after what was not, a part of it each time, so neither keeps the other waiting.
        """
        while not self._closing and not self._stopped:
            whole = self._whole
            if self._hurry or time.monotonic() >= self._partial_from:
                whole, self._partial_from = 1, time.monotonic() + self._interval
            rows = await self._host.call(self._spool.take, self._take, whole, self._done)
            self._done = []
            await self._send_leased(rows)
            again = [] if self._closing or self._stopped else self._due()
            if again:
                await self._send_leased(await self._host.call(self._spool.renew, again))
            if not rows and not again:
                self._hurry = False
                return

    def _due(self) -> Sequence[Row]:
        """What was postponed until now, if anything was."""
        due, rows = min(self._postponed, key=lambda one: one[0], default=(0.0, []))
        if not rows or due > time.monotonic():
            return []
        self._postponed.remove((due, rows))
        return rows

    async def _send_leased(self, rows: list[Row]) -> None:
        """Send these events, until they are sent or set aside, others should go first, or sending stopped."""
        parts = self._patience.batches(rows, self._batch_size)[::-1]
        leased = time.monotonic()
        try:
            while parts and not self._closing and not self._stopped:
                if time.monotonic() - leased > self._lease * 0.05:  # others may have taken some of them over
                    kept = set(await self._host.call(self._spool.renew, [row for part in parts for row in part]))
                    leased = time.monotonic()
                    parts = [tuple(row for row in part if row in kept) for part in parts]
                *others, part = parts  # until it is known what became of it, it is one of those to be released
                parts = await self._react(part, others, await self._ask(part)) if part else others
        finally:
            if left := [row for part in parts for row in part]:
                await self._host.call(self._spool.release, left)

    async def _react(
        self, part: Sequence[Row], parts: list[Sequence[Row]], decision: decisions.Decision
    ) -> list[Sequence[Row]]:
        """Do what was decided on a batch; what is to be sent then, the next batch last."""
        if isinstance(decision, decisions.Sent):
            await self._note_sent(part)
            return parts
        await self._forget_sent()
        if isinstance(decision, decisions.SetAside):
            await self._set_aside({part[place][0]: why for place, why in decision.reasons.items()})
            return [*parts, [row for place, row in enumerate(part) if place not in decision.reasons]]
        if isinstance(decision, decisions.Halve):
            middle = len(part) // 2
            return [*parts, part[middle:], part[:middle]]
        if isinstance(decision, decisions.Stop):
            await self._stop(decision.reason)
            return [*parts, part]
        if parts:
            await self._host.call(self._spool.release, [row for other in parts for row in other])
        await self._note_failure()
        gives_way = not decision.busy and self._patience.gives_way(part)
        if gives_way:
            await self._postpone(part, decision)
        await self._pause(decision)
        return [] if gives_way else [part]

    async def _ask(self, part: Sequence[Row]) -> decisions.Decision:
        answer = await self._post(decisions.joined([body for _, body in part]))
        decision = decisions.decide(answer, len(part), self._patience.in_a_row + 1, random.random)
        if not isinstance(decision, decisions.Sent):
            self._problem = str(getattr(decision, "reason", "events were refused"))
        if not isinstance(decision, decisions.Repeat):
            if self._patience.in_a_row >= decisions.PATIENCE:  # the server is back, so perhaps it was not them
                self._postponed = [(0.0, rows) for _, rows in self._postponed]
            self._failing_since = None
            self._patience.in_a_row = 0
        return decision

    async def _post(self, body: bytes) -> decisions.Answer:
        try:
            raw: Any = await self._client._call(_SEND, {}, wire_events.compressed(body), _HEADERS)
        except APIStatusError as error:
            return decisions.Answer(error.http_status, error.body, error.retry_after)
        except APIConnectionError as error:
            return decisions.Answer(None, problem=str(error))
        except APIResponseError as error:  # an answer that cannot be read, perhaps too long
            return decisions.Answer(error.http_status, problem=str(error))
        except (ConfigurationError, ClientStateError) as error:
            return decisions.Answer(401, str(error))
        except Exception as error:
            log.exception("sending events failed")
            return decisions.Answer(None, problem=f"{type(error).__name__}: {error}"[:500])
        return decisions.Answer(raw.status_code)

    async def _pause(self, decision: decisions.Repeat) -> None:
        log.info("events will be sent again in %.1f s: %s", decision.seconds, decision.reason)
        self._repeated += 1
        await self._wait_out(decision.seconds)

    async def _wait_out(self, seconds: float) -> None:
        """Wait, whoever wakes the worker; only its end ends it."""
        end = time.monotonic() + seconds
        while not self._closing and (left := end - time.monotonic()) > 0:
            await self._host.wait(left)

    async def _note_failure(self) -> None:
        self._patience.in_a_row += 1
        if self._failing_since is None:
            self._failing_since = time.monotonic()
        if self._patience.in_a_row == decisions.PATIENCE:
            log.warning("%d requests in a row have failed: %s", decisions.PATIENCE, self._problem)
            if self._on_trouble is not None:
                await self._tell(self._on_trouble, await self.report())

    async def _postpone(self, part: Sequence[Row], decision: decisions.Repeat) -> None:
        """Let others go first; what fails whatever is done, while others are recorded, is set aside."""
        times = self._patience.failed(part)
        if self._patience.is_over(part):
            why = f"{decision.reason or 'no answer'}: the server failed at it again and again, and took others"
            await self._set_aside({number: why for number, _ in part})
            return
        seconds = min(self._lease * 0.4, decisions.back_off(decisions.PATIENCE + times, random.random))
        kept = await self._host.call(self._spool.renew, part)
        self._postponed.append((time.monotonic() + seconds, kept))

    async def _note_sent(self, part: Sequence[Row]) -> None:
        self._problem = ""
        self._patience.recorded(part)
        self._sent += len(part)
        if not self._done:
            self._done_since = time.monotonic()
        self._done += part
        if time.monotonic() - self._done_since >= _DELAY:
            await self._forget_sent()

    async def _forget_sent(self) -> None:
        """Delete what was sent, before anything else is done: what stays would be sent again."""
        while self._done:
            try:
                await self._host.call(self._spool.finish, self._done)
                self._done = []
            except SpoolError as error:
                self._problem = str(error)
                if self._closing:
                    raise
                await self._host.wait(0.5)

    async def _set_aside(self, reasons: dict[int, str]) -> None:
        await self._host.call(self._spool.set_aside, reasons)
        self._patience.forget([(number, b"") for number in reasons])
        log.warning("%d events were set aside: %s", len(reasons), next(iter(reasons.values())))
        if self._on_refused is not None:
            kept = await self._host.call(self._spool.refused)
            await self._tell(self._on_refused, [event for event in kept if event.id in reasons])

    async def _stop(self, reason: str) -> None:
        kept = "They are kept; mend it and call resume()"
        self._stopped = QueueStoppedError(
            f"events of {self.app_name!r} are not sent any more: {reason.rstrip('.')}. {kept}"
        )
        log.error("%s", self._stopped)
        if self._on_stop is not None:
            await self._tell(self._on_stop, self._stopped)

    async def _tell(self, listener: Callable[[Any], object], what: object) -> None:
        try:
            await self._host.result(listener(what))
        except Exception:
            log.exception("a function that was to be told failed")

    def _warn(self) -> None:
        """Warn if events in memory are about to be lost."""
        if self._closed or self._spool.path is not None or self._pid != os.getpid():
            return
        number = self._spool.counts().queued
        if number:
            text = f"{self!r} is left with {number} events in memory, which are lost: call flush() and close() in time"
            warnings.warn(text, RuntimeWarning, stacklevel=3)


@atexit.register
def _warn_of_open_queues() -> None:
    for queue in list(_open):
        try:
            queue._warn()
        except APIError as error:
            log.warning("%s", error)
