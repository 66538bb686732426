"""Socialize's mock on the wire: signed requests go straight into it, answers come back as sent.

They are signed by oauthlib's client, not by Socialize's, so that both are tested on their own.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from urllib.parse import quote, urlencode

import pytest
from oauthlib.oauth1 import Client
from socialize_client._core.mock.http import Headers, Request, Response
from socialize_client.mock import Application, Clock, SocializeMock, User

NOW = datetime(2012, 6, 26, 22, 24, 3, tzinfo=UTC)
HOST = "127.0.0.1"
FORM = "application/x-www-form-urlencoded"


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
        """The value of a success."""
        assert self.status == 200, self.text
        return self.response.json()

    @property
    def items(self) -> Any:
        """The items of a success without errors."""
        assert self.data["errors"] == []
        return self.data["items"]

    @property
    def item(self) -> Any:
        """The only item of a success."""
        (item,) = self.items
        return item

    @property
    def ids(self) -> list[int]:
        return [item["id"] for item in self.items]

    @property
    def error(self) -> tuple[int, str]:
        """Status and text of an error of the Developer API."""
        assert self.headers["content-type"] == "text/plain; charset=utf-8"
        return self.status, self.text


class World:
    """A mock with two users of the first app, and short ways to call it."""

    def __init__(self, **options: Any) -> None:
        self.mock = SocializeMock(clock=Clock(NOW), seed=1, **options)
        self.user = self.mock.add_user()
        self.other = self.mock.add_user()
        self._nonces = 0

    def request(
        self,
        method: str,
        path: str,
        payload: Any = None,
        *,
        application: Application | None = None,
        user: User | None = None,
        scheme: str = "http",
        host: str = HOST,
        place: str = "AUTH_HEADER",
        body: str | None = None,
        content_type: str = FORM,
        **changes: Any,
    ) -> Request:
        """A request that an app, and a user if there is one, signed; `changes` are arguments of oauthlib's client."""
        application = application or self.mock.application
        if payload is not None:
            body = urlencode({"payload": json.dumps(payload)})
        self._nonces += 1
        signing: dict[str, Any] = {
            "client_secret": application.consumer_secret,
            "resource_owner_key": user.token if user else None,
            "resource_owner_secret": user.token_secret if user else None,
            "timestamp": str(int(self.mock.clock.now().timestamp())),
            "nonce": f"nonce{self._nonces}",
            "signature_type": place,
            **changes,
        }
        key = signing.pop("client_key", application.consumer_key)
        headers = {"Content-Type": content_type} if body is not None else {}
        signed_url, signed, signed_body = Client(key, **signing).sign(f"{scheme}://{host}{path}", method, body, headers)  # type: ignore[arg-type] # any method
        raw_path, _, query = signed_url.removeprefix(f"{scheme}://{host}").partition("?")
        sent = Headers((("Host", host), *signed.items()))
        return Request(method, raw_path, query, sent, (signed_body or "").encode(), scheme=scheme)

    def ask(self, request: Request) -> Answer:
        return Answer(self.mock.handle(request))

    def send(self, method: str, path: str, payload: Any = None, **how: Any) -> Answer:
        """Send one request that only the app signed, or `user`."""
        return self.ask(self.request(method, path, payload, **how))

    def get(self, path: str, **how: Any) -> Answer:
        """Read as the first user."""
        return self.send("GET", path, **{"user": self.user, **how})

    def post(self, path: str, payload: Any, **how: Any) -> Answer:
        """Write as the first user."""
        return self.send("POST", path, payload, **{"user": self.user, **how})

    def delete(self, path: str, **how: Any) -> Answer:
        """Delete as the first user."""
        return self.send("DELETE", path, **{"user": self.user, **how})

    def manage(self, method: str, path: str = "", payload: Any = None, **how: Any) -> Answer:
        """Call the Management API."""
        return self.send(method, f"/management/v1/smart_alert/{path}", payload, **how)


def key_of(text: str) -> str:
    """A key in a query."""
    return quote(text, safe="")


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
