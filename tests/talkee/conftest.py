"""Runs each test of the client on `Talkee` and on `AsyncTalkee`, against the mock that keeps state."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from talkee_client import AsyncTalkee, Talkee
from talkee_client.mock import Clock, TalkeeMock, User

from tests import kinds

ORIGIN = "https://blog.example.com"
SLUG = "/posts/11"


class World(kinds.World):
    """A mock, a user who is signed in, another one, and ways to make clients of the kind under test."""

    mock: TalkeeMock

    def __init__(self, kind: str) -> None:
        super().__init__(kind, TalkeeMock(clock=Clock(datetime(2023, 4, 20, 12, tzinfo=UTC)), seed=1))
        self.reader: User = self.mock.add_user(full_name="A reader")
        self.other: User = self.mock.add_user(full_name="Another reader")

    def client(self, user: User | None = None, **options: Any) -> Any:
        """A client that `user` is signed in with; typed as Any since one test drives both kinds."""
        options = {
            "base_url": self.mock.base_url,
            "transport": self.mock.transport(),
            "token": self.mock.token_for(user) if user else None,
            "site_id": 1,
            "slug": SLUG,
            "runtime": self.runtime(),
            **options,
        }
        return self.made(Talkee, AsyncTalkee, **options)


@pytest.fixture(params=["sync", "async"])
def here(request: pytest.FixtureRequest) -> Iterator[World]:
    """The mock, and clients of each kind on it. Whatever goes over the wire, the document allows."""
    world = World(request.param)
    yield world
    world.close()
