"""Waiting for a place in the windows of a call."""

from __future__ import annotations

import random
import threading
from collections import deque
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from contextvars import ContextVar
from dataclasses import dataclass, replace
from typing import Any, TypeVar

import httpx2

from ._core._async_executor import AsyncExecutor
from ._core.call import Call, Failure
from ._core.errors import ConfigurationError
from ._core.raw import RawResponse
from ._core.runtime import Runtime
from ._core.secrets import Secret
from ._core.types import Timeout
from .hosts import async_check, async_lock
from .limits import Choice, LimiterError, LimitReachedError, Turn, Window, opened

T = TypeVar("T")

_REMEMBERED = 10_000
"""Windows in memory above which those that are over are forgotten."""

_LATEST, _ENOUGH = 300, 3
"""Calls among which the fastest tells how long the platform needs; and how many windows' calls it takes to believe
that: those of the first one come in a crowd, with connections to be made, and none of them is fast."""

current: ContextVar[Turn | None] = ContextVar("turn", default=None)
"""The turn of the call that is being sent."""

leaving: ContextVar[Callable[[], Any] | None] = ContextVar("leaving", default=None)
"""What to do, and await, when a request of the call has its place and is about to leave. Who sets it always waits."""


class _Line:
    """Those who wait for one window."""

    def __init__(self) -> None:
        self.lock = async_lock()
        self.members = 0


class AsyncLimiter:
    """Lets calls through so that no window ever holds more than its limit. Shared by the copies of a client.

    Who waits for a window stands in line for it, so one asks and the others sleep.
    """

    def __init__(self, choice: Choice, redis: Any, runtime: Runtime) -> None:
        if choice not in ("wait", "raise", "off"):
            raise ConfigurationError(f"rate_limit={choice!r} is none of 'wait', 'raise' and 'off'")
        self._choice = choice
        self._runtime = runtime
        self._is_own = isinstance(redis, Secret)
        self._redis = opened(redis) if isinstance(redis, Secret) else redis
        self._lines: dict[str, _Line] = {}
        self._stores: dict[str, Any] = {}
        self._seconds: dict[str, deque[float]] = {}  # that the latest calls took
        self._guard = threading.Lock()

    async def wait_for(self, turn: Turn | None) -> None:
        """Return when the call may be sent: its place is taken. With "raise", LimitReachedError instead of waiting."""
        if turn is None or self._choice == "off":
            return
        turn.mark = random.getrandbits(52) + 1
        if turn.user is None:
            await self._pass(turn)
        else:
            async with self._in_line(turn.user.key):
                while not await self._pass(turn):
                    pass

    async def answered(self, turn: Turn | None, seconds: float) -> None:
        """Let the places count from when the platform must have had the request, which took so many seconds.

        That is as long before the answer as the fastest of the latest calls took altogether: who was slower had to
        connect, or to queue, before the platform counted the call. Until that is known it is the time of the answer.
        """
        if turn is None or not turn.mark:
            return
        with self._guard:
            latest = self._seconds.setdefault(turn.app.key, deque(maxlen=_LATEST))
            fastest = min(latest) if len(latest) >= _ENOUGH * turn.app.calls else 0.0
            latest.append(seconds)
        await self.settle(turn, self._runtime.monotonic() - min(seconds, fastest))

    async def settle(self, turn: Turn | None, moment: float | None = None) -> None:
        """Let the places count from a time, or from now; once it is settled it stays.

        A Redis that fails now changes nothing about the answer: it keeps the places for a while; the next call tells.
        """
        if turn is None or not turn.mark:
            return
        mark, turn.mark = turn.mark, 0
        since = self._runtime.monotonic() if moment is None else moment
        with suppress(LimiterError):
            for window in filter(None, (turn.user, turn.app)):
                await self._ask(window, -mark, since)

    async def _pass(self, turn: Turn) -> bool:
        """Take a place in both windows; False if the user's had none, after waiting until there should be one."""
        if turn.user is not None and self._redis is None:
            await self._until_free(turn.user, 0)
        wait = 0.0
        async with self._in_line(turn.app.key):
            await self._until_free(turn.app, turn.mark)
            if turn.user is not None and (wait := await self._ask(turn.user, turn.mark)):
                await self._ask(turn.app, -turn.mark, give_up=True)  # it would be taken for nothing
        if turn.user is not None and wait:
            await self._wait(turn.user, wait)
        return not wait

    async def _until_free(self, window: Window, mark: int) -> None:
        while wait := await self._ask(window, mark):
            await self._wait(window, wait)

    async def _wait(self, window: Window, seconds: float) -> None:
        if self._choice == "raise" and leaving.get() is None:
            limit = f"{window.calls} calls in {window.seconds:g} s"
            text = f"the limit of {limit} is reached; there is room in {seconds:.3f} s. Nothing was sent"
            raise LimitReachedError(text, retry_after=seconds, status=429)
        await self._runtime.async_sleep(seconds)

    async def _ask(self, window: Window, mark: int, moment: float = 0.0, *, give_up: bool = False) -> float:
        """Seconds until there is a place; 0 if there is one. See `ExactLog` for the mark.

        A place is settled for `moment`. How long ago that is, is counted at the very end: it can take a while until a
        Redis is asked.
        """
        from pyrate_limiter import Decision, Rate

        from .exact_log import ExactLog

        decision, problem = Decision(), ""
        try:
            store, rate = self._store(window), Rate(window.calls, round(window.seconds * 1000))

            def check() -> Any:
                now = self._runtime.monotonic()
                back = None if give_up else round(max(0.0, now - moment) * 1e6)
                return store.check(ExactLog(back), [rate], int(now * 1e6), mark)

            decision = check() if self._redis is None else await async_check(self._redis, check)
        except Exception as error:
            if self._redis is None or isinstance(error, ConfigurationError):
                raise
            problem = f"{type(error).__name__} from the Redis that the limits are shared in; nothing was sent"
        if problem:
            raise LimiterError(problem)
        return (decision.retry_after_ms or 0) / 1000

    def _store(self, window: Window) -> Any:
        from pyrate_limiter import InMemoryStateStore, RedisStateStore

        from .exact_log import HELD

        if self._redis is not None:
            return RedisStateStore(self._redis, window.key, ttl_ms=round(window.seconds * 2000) + HELD // 1000)
        store = self._stores.get(window.key)
        if store is None:
            if len(self._stores) > _REMEMBERED:
                self._forget()
            with self._guard:  # two threads must not begin the same log
                store = self._stores.setdefault(window.key, InMemoryStateStore())
        return store

    def _forget(self) -> None:
        """Forget windows of users that nobody used for a minute and a bit: the longest window is over."""
        from .exact_log import ExactLog

        before = (self._runtime.monotonic() - 65) * 1e6
        with self._guard:
            for key, store in list(self._stores.items()):
                places = store.read(ExactLog(), [])
                if key not in self._lines and all(time < before for time, _ in places):
                    del self._stores[key]

    @asynccontextmanager
    async def _in_line(self, key: str) -> AsyncIterator[None]:
        with self._guard:
            line = self._lines.setdefault(key, _Line())
            line.members += 1
        try:
            async with line.lock:
                yield
        finally:
            with self._guard:
                line.members -= 1
                if not line.members:
                    del self._lines[key]

    def end(self) -> None:
        """Close the client of Redis, if it was made here."""
        if self._is_own:
            self._redis.close()

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self._choice}>"


@dataclass(frozen=True, repr=False)
class AsyncLimitedExecutor(AsyncExecutor):
    """Sends a request when its limits allow, each attempt anew; and payouts once, whatever happens."""

    limiter: AsyncLimiter

    async def execute(self, call: Call[T], timeouts: Timeout) -> RawResponse[T]:
        """As the executor of the core. Waiting for a place is no part of the call's deadline."""
        if call.operation.id.startswith("payouts_") and self.settings.retry.max_retries:
            once = replace(self.settings, retry=replace(self.settings.retry, max_retries=0))
            return await replace(self, settings=once).execute(call, timeouts)
        if not call.operation.rate_limits:
            return await super().execute(call, timeouts)
        self.pool.client()  # made before the place is taken: it takes long enough to matter
        await self.limiter.wait_for(current.get())
        try:
            return await super().execute(call, timeouts)
        finally:
            await self.limiter.settle(current.get())  # of a call that failed before its request left, or was cancelled

    async def _attempt(
        self, call: Call[T], attempt: int, timeouts: Timeout, end: float | None
    ) -> RawResponse[T] | Failure:
        if attempt > 1 and call.operation.rate_limits:
            await self.limiter.wait_for(current.get())
        return await super()._attempt(call, attempt, timeouts, end)

    async def _exchange(
        self, call: Call[T], request: httpx2.Request, attempt: int, start: float, end: float | None
    ) -> RawResponse[T] | Failure:
        if call.operation.rate_limits:
            return await self._timed_exchange(call, request, attempt, start, end)
        return await super()._exchange(call, request, attempt, start, end)

    async def _timed_exchange(
        self, call: Call[T], request: httpx2.Request, attempt: int, start: float, end: float | None
    ) -> RawResponse[T] | Failure:
        turn, clock = current.get(), self.settings.runtime.monotonic
        if (about_to_leave := leaving.get()) is not None:
            await about_to_leave()
        sent = clock()
        answer = await super()._exchange(call, request, attempt, start, end)
        await self.limiter.answered(turn, clock() - sent)
        return answer
