"""Sociogram's mock on the wire: requests go straight into it, answers come back as sent."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import urlencode

import pytest
from sociogram_client._core.mock.contract import Violation
from sociogram_client._core.mock.http import Headers, Request, Response
from sociogram_client.mock import App, Clock, SociogramMock

NOW = datetime(2024, 2, 12, 12, 42, 57, tzinfo=UTC)
INVOICE = {"title": "100 fish", "prices": [{"amount": 1.5, "currency": "sol"}], "payload": "order 456"}


@dataclass(frozen=True)
class Answer:
    """An answer, and what is in it."""

    response: Response

    @property
    def status(self) -> int:
        return self.response.status

    @property
    def data(self) -> Any:
        """What a success holds; fails for an error."""
        assert self.status in (200, 201), self.response.body
        return self.response.json()

    @property
    def error(self) -> tuple[int, Any]:
        """Status and message of an error, which is in the framework's form."""
        value = self.response.json()
        assert set(value) in ({"statusCode", "message"}, {"statusCode", "message", "error"}), value
        assert value["statusCode"] == self.status >= 400
        return self.status, value["message"]


class World:
    """A mock with an app (a bot as well, with one token), two users, and short ways to call it."""

    def __init__(self, **options: Any) -> None:
        self.clock = Clock(NOW)
        self.mock = SociogramMock(clock=self.clock, seed=1, **options)
        self.app = self.mock.add_app(sol="10", usd="100")
        self.bot = self.mock.add_bot(self.app)
        self.user = self.mock.add_user(uid=1337, name="A player", sol="2", usd="20")
        self.other = self.mock.add_user(uid=1911, name="Another player")

    @property
    def own_faults(self) -> list[Violation]:
        """What the document refuses of what the mock itself sent: answers to calls, and calls of webhooks."""
        own = {True: "answer", False: "request"}
        found = self.mock.violations
        return [
            one for one in found if one.operation and one.side == own[one.operation in self.mock.contract.operations]
        ]

    def request(
        self,
        method: str,
        path: str,
        *headers: tuple[str, str],
        body: bytes = b"",
        app: App | None = None,
        token: str | None = None,
    ) -> Answer:
        """Send one request with the token of an app (the first one's by default); an empty one sends none."""
        raw_path, _, query = path.partition("?")
        known = (app or self.app).token if token is None else token
        sent = [*headers, *([("X-App-Key", known)] if known else [])]
        return Answer(self.mock.handle(Request(method, raw_path, query, Headers(sent), body)))

    def post(self, path: str, json_: Any = None, **more: Any) -> Answer:
        body = json_ if isinstance(json_, bytes) else json.dumps(json_).encode()
        return self.request("POST", path, ("Content-Type", "application/json"), body=body, **more)

    def get(self, path: str, app: App | None = None, **query: Any) -> Answer:
        return self.request("GET", f"{path}?{urlencode(query)}", app=app)

    def notify(self, uid: int = 1337, message: str = "Hello!", **more: Any) -> Answer:
        return self.post("/mini-app/notify-user", {"uid": uid, "message": message}, **more)

    def pay(self, amount: Any, currency: str = "sol", uid: int = 1337) -> Answer:
        """A payout; an amount given as text is written as that very number."""
        written = amount if isinstance(amount, str) else json.dumps(amount)
        return self.post(
            "/mini-app/payout-to-user", f'{{"uid":{uid},"amount":{written},"currency":"{currency}"}}'.encode()
        )

    @property
    def steering(self) -> Callable[..., Any]:
        def steer(method: str, name: str, json_: Any = None) -> Any:
            body = b"" if json_ is None else json.dumps(json_).encode()
            return self.request(method, f"/__mock__/{name}", body=body, token="").response

        return steer


@pytest.fixture
def world() -> Iterator[World]:
    """The mock in its default readings. Its books add up, and whatever it answers, the document allows."""
    world = World()
    yield world
    assert world.mock.tables.ledger.audit() == []
    assert world.own_faults == []


@pytest.fixture
def make() -> Any:
    """A way to make worlds of other readings."""
    return World


Reply = Callable[[BaseHTTPRequestHandler, bytes], None]


class Listener:
    """A web server on loopback that answers by a function, and keeps what it got."""

    def __init__(self) -> None:
        self.got: list[tuple[dict[str, str], Any]] = []
        self.reply: Reply = lambda handler, body: answer(handler, b"true")
        listener = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                listener.got.append(({name.lower(): value for name, value in self.headers.items()}, json.loads(body)))
                listener.reply(self, body)

            def log_message(self, format: str, *args: object) -> None:
                """Say nothing."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self.server.server_port}/webhook"
        self._thread = Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        self._thread.start()

    @property
    def events(self) -> list[str]:
        return [next(iter(body["data"])) for _, body in self.got]

    def close(self) -> None:
        self.server.shutdown()
        self.server.server_close()
        self._thread.join()


def answer(handler: BaseHTTPRequestHandler, body: bytes, status: int = 200, **headers: str) -> None:
    """Answer with a body."""
    handler.send_response(status)
    for name, value in {"Content-Type": "application/json", "Content-Length": str(len(body)), **headers}.items():
        handler.send_header(name.replace("_", "-"), value)
    handler.end_headers()
    handler.wfile.write(body)


@pytest.fixture
def listener() -> Iterator[Listener]:
    listener = Listener()
    yield listener
    listener.close()
