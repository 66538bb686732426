"""Runs each test of the client on `Socialize` and on `AsyncSocialize`, against the mock that keeps state."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any

import httpx2
import pytest
from socialize_client import AsyncSocialize, Socialize
from socialize_client.mock import CONSUMER_KEY, CONSUMER_SECRET, Clock, SocializeMock, User

from tests import kinds

KEY = "http://example.com/articles/1?a=b c&d=é/+"


class World(kinds.World):
    """A mock, two users of its app, and ways to make clients of the kind under test."""

    mock: SocializeMock

    def __init__(self, kind: str) -> None:
        super().__init__(
            kind,
            SocializeMock(
                clock=Clock(datetime(2012, 6, 26, 22, 24, 3, tzinfo=UTC)), seed=1, timestamps="checked", nonces="once"
            ),
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
            "runtime": self.runtime(),
            **({} if "auth" in options else keys),
            **options,
        }
        return self.made(Socialize, AsyncSocialize, **options)

    def served(self, answer: Callable[[httpx2.Request], httpx2.Response], **options: Any) -> Any:
        """A client, signing as a user, whose requests `answer` gets."""
        return self.client(self.reader, transport=httpx2.MockTransport(answer), **options)


@pytest.fixture(params=["sync", "async"])
def here(request: pytest.FixtureRequest) -> Iterator[World]:
    """The mock, which is strict about clocks and nonces, and clients of each kind on it."""
    world = World(request.param)
    yield world
    world.close()
