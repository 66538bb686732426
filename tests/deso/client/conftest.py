"""Clients of both kinds, used in one way."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import httpx2
import pytest
from deso_client import AsyncDeSo, DeSo
from deso_client._core.runtime import Runtime
from deso_client.mock import Clock, DeSoMock

from tests import kinds

from .fake_node import ME, NODE_URL, FakeNode, FakeTime


class Kind(kinds.Kind):
    """Makes clients of one kind, sync or async, all used as if they were sync."""

    def client(self, **options: Any) -> Any:
        return self.made(DeSo, AsyncDeSo, **options)


class Fake:
    """A client on the node whose answers the test decides."""

    def __init__(self, kind: Kind) -> None:
        self.kind = kind
        self.node = FakeNode()
        self.time = FakeTime()

    def client(self, **options: Any) -> Any:
        given = {"base_url": NODE_URL, "transport": self.node, "signer": ME, "runtime": self.time.runtime()}
        return self.kind.client(**{**given, **options})


@pytest.fixture(params=["sync", "async"])
def kind(request: pytest.FixtureRequest) -> Iterator[Kind]:
    made = Kind(request.param)
    yield made
    made.close()


@pytest.fixture
def fake(kind: Kind) -> Fake:
    return Fake(kind)


class World:
    """A node that keeps a chain, with two accounts, and clients for them."""

    def __init__(self, kind: Kind, **switches: Any) -> None:
        self.kind = kind
        self.mock = DeSoMock(clock=Clock(datetime(2026, 11, 23, 12, tzinfo=UTC)), seed=9, **switches)
        self.anna = self.mock.add_account(username="anna", group=True)
        self.ben = self.mock.add_account(username="ben", group=True)
        self.violations_expected = False

    def client(self, signer: Any = None, **options: Any) -> Any:
        """A client of `signer`, anna by default, on the clock of the mock; sleeping moves it."""
        given = {
            "base_url": self.mock.base_url,
            "transport": self.mock.transport(),
            "signer": self.anna if signer is None else signer,
            "runtime": self.runtime(),
        }
        return self.kind.client(**{**given, **options})

    def runtime(self) -> Runtime:
        """The time of the mock; what sleeps, moves it."""
        now = lambda: self.mock.clock.now().timestamp()  # noqa: E731  # one expression, needed twice
        return Runtime(
            monotonic=now,
            time=now,
            random=lambda: 1.0,
            sync_sleep=self.mock.clock.advance,
            async_sleep=self._async_sleep,
        )

    async def _async_sleep(self, seconds: float) -> None:
        self.mock.clock.advance(seconds)

    @property
    def calls(self) -> list[str]:
        """The operations that reached the node, oldest first."""
        return [exchange.operation for exchange in self.mock.exchanges]


class Changing(httpx2.BaseTransport, httpx2.AsyncBaseTransport):
    """The mock, with one member of one answer changed."""

    def __init__(self, world: World, route: str, change: Any) -> None:
        self.inner, self.route, self.change = world.mock.transport(), route, change

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        return self.changed(request, self.inner.handle_request(request))

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        return self.changed(request, await self.inner.handle_async_request(request))

    def changed(self, request: httpx2.Request, response: httpx2.Response) -> httpx2.Response:
        if not request.url.path.endswith(self.route):
            return response
        value = json.loads(b"".join(response.stream))  # type: ignore[arg-type]  # both kinds of stream at once
        self.change(value)
        headers = {"Content-Type": "application/json"}
        return httpx2.Response(response.status_code, headers=headers, json=value, request=request)


@pytest.fixture
def world(kind: Kind) -> Iterator[World]:
    """The node, and clients of each kind on it. Whatever goes over the wire, the document allows."""
    made = World(kind)
    yield made
    assert bool(made.mock.violations) == made.violations_expected, made.mock.violations
