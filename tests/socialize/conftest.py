"""Runs each test of the client on `Socialize` and on `AsyncSocialize`, against the mock that keeps state."""

from __future__ import annotations

import asyncio
import inspect
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import partial
from typing import Any

import httpx2
import pytest
from socialize_client import AsyncPage, AsyncPaginator, AsyncSocialize, Socialize
from socialize_client._core.runtime import Runtime
from socialize_client.mock import CONSUMER_KEY, CONSUMER_SECRET, Clock, SocializeMock, User

KEY = "http://example.com/articles/1?a=b c&d=é/+"


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
        ours = type(value).__module__.startswith("socialize_client") and "Async" in type(value).__name__
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
    """A mock, two users of its app, and ways to make clients of the kind under test."""

    def __init__(self, kind: str) -> None:
        self.kind = kind
        self.loop = asyncio.new_event_loop() if kind == "async" else None
        self.waited: list[float] = []
        self.violations_expected = False
        self.mock = SocializeMock(
            clock=Clock(datetime(2012, 6, 26, 22, 24, 3, tzinfo=UTC)), seed=1, timestamps="checked", nonces="once"
        )
        self.reader: User = self.mock.add_user()
        self.other: User = self.mock.add_user()

    def client(self, user: User | None = None, **options: Any) -> Any:
        """A client that signs as `user`, or as the app; typed as Any since one test drives both kinds."""
        keys = {"consumer_key": CONSUMER_KEY, "consumer_secret": CONSUMER_SECRET}
        if user is not None:
            keys |= {"token": user.token, "token_secret": user.token_secret}
        options = {
            "base_url": self.mock.base_url,
            "transport": self.mock.transport(),
            "runtime": Runtime(
                time=lambda: self.mock.clock.now().timestamp(),
                random=lambda: 1.0,
                sync_sleep=self.waited.append,
                async_sleep=self._async_sleep,
            ),
            **({} if "auth" in options else keys),
            **options,
        }
        if self.loop is None:
            return Socialize(**options)
        return Awaited(AsyncSocialize(**options), self.loop)

    def served(self, answer: Callable[[httpx2.Request], httpx2.Response], **options: Any) -> Any:
        """A client, signing as a user, whose requests `answer` gets."""
        return self.client(self.reader, transport=httpx2.MockTransport(answer), **options)

    async def _async_sleep(self, seconds: float) -> None:
        self.waited.append(seconds)

    @property
    def calls(self) -> list[str]:
        """The operations that reached the mock, oldest first."""
        return [exchange.operation for exchange in self.mock.exchanges]


@pytest.fixture(params=["sync", "async"])
def here(request: pytest.FixtureRequest) -> Iterator[World]:
    """The mock, which is strict about clocks and nonces, and clients of each kind on it."""
    world = World(request.param)
    yield world
    if world.loop is not None:
        world.loop.run_until_complete(world.loop.shutdown_asyncgens())  # of lists that were not read to the end
        world.loop.close()
    assert bool(world.mock.violations) == world.violations_expected
