"""The sync and the async client of an API used in one way: a test is written once, as if for the sync one."""

from __future__ import annotations

import asyncio
import inspect
from collections.abc import AsyncIterable, Awaitable, Callable, Iterator
from functools import partial
from importlib import import_module
from typing import Any


class Awaited:
    """An async object used as if it were sync: calls are awaited in `loop`, lists and pages iterated there."""

    def __init__(self, target: Any, loop: asyncio.AbstractEventLoop) -> None:
        self._target, self._loop = target, loop

    def __getattr__(self, name: str) -> Any:
        value = getattr(self._target, name)
        if callable(value) and not inspect.isclass(value):
            return partial(self._call, value)
        return self._wrap(value)

    def _call(self, method: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Any:
        result = method(*args, **kwargs)
        if isinstance(result, Awaitable) and isinstance(result, AsyncIterable):
            return Listed(result, self._loop)
        return self._wrap(self._loop.run_until_complete(result) if inspect.isawaitable(result) else result)

    def _wrap(self, value: Any) -> Any:
        ours = type(value).__module__.partition(".")[0].endswith("_client") and "Async" in type(value).__name__
        return Awaited(value, self._loop) if ours else value

    def __iter__(self) -> Iterator[Any]:
        iterator = aiter(self._target)
        while True:
            try:
                yield self._loop.run_until_complete(anext(iterator))
            except StopAsyncIteration:
                return

    def __repr__(self) -> str:
        return repr(self._target)


class Listed(Awaited):
    """What a list method of the async client gives: its first page (awaited when asked for), or all items."""

    def __getattr__(self, name: str) -> Any:
        return getattr(Awaited(self._loop.run_until_complete(self._target), self._loop), name)


class Kind:
    """Makes clients of one kind, "sync" or "async", all used as if they were sync."""

    def __init__(self, kind: str) -> None:
        self.kind = kind
        self.loop = asyncio.new_event_loop() if kind == "async" else None

    def made(self, sync: Callable[..., Any], asynchronous: Callable[..., Any], **options: Any) -> Any:
        """A client of one of the two classes; typed as Any since one test drives both."""
        if self.loop is None:
            return sync(**options)
        return Awaited(asynchronous(**options), self.loop)

    def close(self) -> None:
        if self.loop is not None:
            self.loop.run_until_complete(self.loop.shutdown_asyncgens())  # of lists that were not read to the end
            self.loop.close()


class World(Kind):
    """A mock, and what each API's world of clients of one kind on it has."""

    def __init__(self, kind: str, mock: Any) -> None:
        super().__init__(kind)
        self.mock = mock
        self.waited: list[float] = []
        self.violations_expected = False

    def runtime(self, **more: Any) -> Any:
        """The time of the mock; who sleeps is noted, and goes on at once."""
        runtime: Any = import_module(f"{type(self.mock).__module__.partition('.')[0]}._core.runtime").Runtime
        return runtime(time=self.now, random=lambda: 1.0, sync_sleep=self.sleep, async_sleep=self._async_sleep, **more)

    def now(self) -> float:
        """The mock's time in seconds."""
        return float(self.mock.clock.now().timestamp())

    def sleep(self, seconds: float) -> None:
        self.waited.append(seconds)

    async def _async_sleep(self, seconds: float) -> None:
        self.sleep(seconds)

    @property
    def calls(self) -> list[str]:
        """The operations that reached the mock, oldest first."""
        return [exchange.operation for exchange in self.mock.exchanges]

    def close(self) -> None:
        """End, and demand that the document allows whatever went over the wire, unless the test expected otherwise."""
        super().close()
        assert bool(self.mock.violations) == self.violations_expected, self.mock.violations
