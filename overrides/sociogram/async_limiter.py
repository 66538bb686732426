"""Waiting for a place in the windows of a call."""

from __future__ import annotations

import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from contextvars import ContextVar
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from ._core._async_executor import AsyncExecutor
from ._core.call import Call, Failure
from ._core.errors import ConfigurationError
from ._core.raw import RawResponse
from ._core.runtime import Runtime, async_loop
from ._core.secrets import Secret
from ._core.types import Timeout
from .hosts import async_close, async_lock, async_redis, async_result
from .limits import Choice, LimiterError, LimitReachedError, Window, Windows

T = TypeVar("T")

_REMEMBERED = 10_000
"""Windows in memory above which those that are over are forgotten."""

windows: ContextVar[Windows | None] = ContextVar("windows", default=None)
"""The windows of the call that is being sent."""


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
        self._url = Secret(redis) if isinstance(redis, str) else None  # an address may hold a password
        self._redis = None if isinstance(redis, str) else redis
        self._opened_in: Any = None
        self._lines: dict[str, _Line] = {}
        self._stores: dict[str, Any] = {}
        self._guard = threading.Lock()

    async def turn(self, wanted: Windows | None) -> None:
        """Return when the call may be sent: its place is taken. With "raise", LimitReachedError instead of waiting."""
        if wanted is None or self._choice == "off":
            return
        if wanted.user is None:
            await self._pass(wanted)
            return
        async with self._in_line(wanted.user.key):
            while not await self._pass(wanted):
                pass

    async def _pass(self, wanted: Windows) -> bool:
        """Take a place in both windows at once; False if another process took the user's meanwhile."""
        if wanted.user is not None:
            await self._until_free(wanted.user, take=False)
        async with self._in_line(wanted.app.key):
            await self._until_free(wanted.app, take=True)
            return wanted.user is None or not await self._ask(wanted.user, take=True)

    async def _until_free(self, window: Window, *, take: bool) -> None:
        while True:
            wait = await self._ask(window, take=take)
            if not wait:
                return
            if self._choice == "raise":
                limit = f"{window.calls} calls in {window.seconds:g} s"
                text = f"the limit of {limit} is reached; there is room in {wait:.3f} s. Nothing was sent"
                raise LimitReachedError(text, retry_after=wait, status=429)
            await self._runtime.async_sleep(wait)

    async def _ask(self, window: Window, *, take: bool) -> float:
        """Seconds until there is a place; 0 if there is one, which is taken if `take` says so."""
        from pyrate_limiter import Rate

        from .exact_log import ExactLog

        rate = Rate(window.calls, round(window.seconds * 1000))
        now = int(self._runtime.monotonic() * 1e6)
        problem = ""
        try:
            store = await self._store(window)
            decision = await async_result(store.check(ExactLog(), [rate], now, int(take)))
        except Exception as error:
            if self._redis is None:
                raise
            problem = f"{type(error).__name__} from the Redis that the limits are shared in; nothing was sent"
        if problem:
            raise LimiterError(problem)
        return (decision.retry_after_ms or 0) / 1000

    async def _store(self, window: Window) -> Any:
        from pyrate_limiter import InMemoryStateStore, RedisStateStore

        if self._url is not None and (self._redis is None or self._opened_in is not async_loop()):
            self._redis, self._opened_in = async_redis(self._url.text()), async_loop()
        if self._redis is not None:
            return RedisStateStore(self._redis, window.key, ttl_ms=round(window.seconds * 2000))
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
                times = store.read(ExactLog(), [])
                if key not in self._lines and (not times or times[-1] < before):
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

    async def aclose(self) -> None:
        """Close the Redis client that was made here."""
        if self._url is not None and self._redis is not None and self._opened_in is async_loop():
            await async_close(self._redis)
            self._redis = None

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
        if call.operation.rate_limits:
            self.pool.client()  # made before the place is taken: it takes long enough to matter
            await self.limiter.turn(windows.get())
        return await super().execute(call, timeouts)

    async def _attempt(
        self, call: Call[T], attempt: int, timeouts: Timeout, end: float | None
    ) -> RawResponse[T] | Failure:
        if attempt > 1 and call.operation.rate_limits:
            await self.limiter.turn(windows.get())
        return await super()._attempt(call, attempt, timeouts, end)
