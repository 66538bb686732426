"""Runs each test of the client on `Sociogram` and on `AsyncSociogram`, against the mock that keeps state."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from sociogram_client import AsyncSociogram, Sociogram
from sociogram_client.mock import Clock, SociogramMock

from tests import kinds


class World(kinds.World):
    """A mock with an app (which is a bot as well) and two users, and ways to make clients of the kind under test.

    Whoever waits moves the mock's clock, so limits are kept without time passing.
    """

    mock: SociogramMock

    def __init__(self, kind: str) -> None:
        super().__init__(kind, SociogramMock(clock=Clock(datetime(2024, 1, 1, tzinfo=UTC)), seed=1))
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
            "runtime": self.runtime(monotonic=self.now),
            **options,
        }
        return self.made(Sociogram, AsyncSociogram, **options)

    def sleep(self, seconds: float) -> None:
        super().sleep(seconds)
        self.mock.clock.advance(seconds)


@pytest.fixture(params=["sync", "async"])
def here(request: pytest.FixtureRequest) -> Iterator[World]:
    """The mock, and clients of each kind on it. Whatever goes over the wire, the document allows."""
    world = World(request.param)
    yield world
    world.close()
