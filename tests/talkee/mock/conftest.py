"""Talkee's mock on the wire: requests go straight into it, answers come back as sent."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import pytest
from talkee_client._core.mock.http import Headers, Request, Response
from talkee_client.mock import Clock, TalkeeMock, User

NOW = datetime(2023, 4, 20, 12, tzinfo=UTC)
SITE = (("X-TALKEE-SITE-ID", "1"), ("X-TALKEE-SITE-SLUG", "/posts/11"))


@dataclass(frozen=True)
class Answer:
    """An answer, and what its envelope holds."""

    response: Response

    @property
    def status(self) -> int:
        return self.response.status

    @property
    def text(self) -> str:
        return self.response.body.decode()

    @property
    def headers(self) -> Headers:
        return Headers(self.response.headers)

    @property
    def data(self) -> Any:
        """What a success holds; fails for an error."""
        value = self.response.json()
        assert self.status == 200
        assert set(value) == {"ts", "data"}
        assert not (isinstance(value["data"], dict) and "msg" in value["data"] and "code" in value["data"]), value
        return value["data"]

    @property
    def error(self) -> tuple[int, str]:
        """Code and text of an error, which comes with HTTP status 200 in the ordinary envelope."""
        value = self.response.json()
        assert (self.status, set(value)) == (200, {"ts", "data"})
        assert self.headers["content-type"] == "application/json"
        assert set(value["data"]) == {"code", "msg"}
        return value["data"]["code"], value["data"]["msg"]


class World:
    """A mock with a user who is signed in, and short ways to call it."""

    def __init__(self, **options: Any) -> None:
        self.mock = TalkeeMock(clock=Clock(NOW), seed=1, **options)
        self.user = self.mock.add_user(full_name="A reader")
        self.other = self.mock.add_user(full_name="Another reader")

    def send(
        self,
        method: str,
        path: str,
        json_: Any = None,
        *headers: tuple[str, str],
        body: bytes = b"",
        site: tuple[tuple[str, str], ...] = SITE,
        user: User | None = None,
        base: str = "/api",
    ) -> Answer:
        """Send one request; ``user`` signs it."""
        raw_path, _, query = path.partition("?")
        sent = [*site, *headers]
        if json_ is not None:
            body = json.dumps(json_).encode()
            sent.append(("Content-Type", "application/json"))
        if user is not None:
            sent.append(("Authorization", f"Bearer {self.mock.token_for(user)}"))
        return Answer(self.mock.handle(Request(method, base + raw_path, query, Headers(sent), body)))

    def signed(self, method: str, path: str, json_: Any = None, *headers: tuple[str, str], **more: Any) -> Answer:
        """Send one request as the first user."""
        return self.send(method, path, json_, *headers, user=self.user, **more)


@pytest.fixture
def world() -> Iterator[World]:
    """The mock in its default readings. Whatever it answers, the document must allow."""
    world = World()
    yield world
    assert [violation for violation in world.mock.violations if violation.side == "answer"] == []


@pytest.fixture
def make() -> Any:
    """A way to make worlds of other readings."""
    return World
