"""Runs each test of the client on `Sociogram` and on `AsyncSociogram`, against the mock that keeps state."""

from __future__ import annotations

import asyncio
import inspect
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import partial
from typing import Any

import pytest
from sociogram_client import AsyncPage, AsyncPaginator, AsyncSociogram, Sociogram
from sociogram_client._core.runtime import Runtime
from sociogram_client.mock import Clock, SociogramMock


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
        if isinstance(result, AsyncPaginator):
            return Listed(result, self._loop)
        return self._wrap(self._loop.run_until_complete(result) if inspect.isawaitable(result) else result)

    def _wrap(self, value: Any) -> Any:
        ours = type(value).__module__.startswith("sociogram_client") and "Async" in type(value).__name__
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
        page: AsyncPage[Any] = self._loop.run_until_complete(self._target)
        return getattr(Awaited(page, self._loop), name)


class World:
    """A mock with an app (which is a bot as well) and two users, and ways to make clients of the kind under test.

    Whoever waits moves the mock's clock, so limits are kept without time passing.
    """

    def __init__(self, kind: str) -> None:
        self.kind = kind
        self.loop = asyncio.new_event_loop() if kind == "async" else None
        self.waited: list[float] = []
        self.violations_expected = False
        self.mock = SociogramMock(clock=Clock(datetime(2024, 1, 1, tzinfo=UTC)), seed=1)
        self.app = self.mock.add_app(sol="5", usd="100")
        self.mock.add_bot(self.app)
        self.user = self.mock.add_user(name="A player")
        self.other = self.mock.add_user(name="Another player")

    def client(self, **options: Any) -> Any:
        """A client; typed as Any since one test drives both kinds."""
        options = {
            "base_url": self.mock.base_url,
            "transport": self.mock.transport(),
            "token": self.app.token,
            "runtime": Runtime(
                monotonic=self.now,
                time=self.now,
                random=lambda: 1.0,
                sync_sleep=self._sync_sleep,
                async_sleep=self._async_sleep,
            ),
            **options,
        }
        if self.loop is None:
            return Sociogram(**options)
        return Awaited(AsyncSociogram(**options), self.loop)

    def now(self) -> float:
        """The mock's time in seconds."""
        return self.mock.clock.now().timestamp()

    def _sync_sleep(self, seconds: float) -> None:
        self.waited.append(seconds)
        self.mock.clock.advance(seconds)

    async def _async_sleep(self, seconds: float) -> None:
        self._sync_sleep(seconds)

    @property
    def calls(self) -> list[str]:
        """The operations that reached the mock, oldest first."""
        return [exchange.operation for exchange in self.mock.exchanges]


@pytest.fixture(params=["sync", "async"])
def here(request: pytest.FixtureRequest) -> Iterator[World]:
    """The mock, and clients of each kind on it. Whatever goes over the wire, the document allows."""
    world = World(request.param)
    yield world
    if world.loop is not None:
        world.loop.run_until_complete(world.loop.shutdown_asyncgens())  # of lists that were not read to the end
        world.loop.close()
    assert bool(world.mock.violations) == world.violations_expected
