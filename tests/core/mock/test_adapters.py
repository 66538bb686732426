"""The same mock in process and over a socket: same answers, same exceptions."""

from __future__ import annotations

import asyncio
import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

import httpx2
import pytest

from overrides.core.mock import server
from overrides.core.mock.engine import MockCore

DOCUMENT: dict[str, Any] = json.loads(Path(__file__).with_name("shelf.json").read_text())
BOOK = {"id": 1, "title": "Maps", "price": "9.5", "tags": ["atlas"]}


@pytest.fixture
def core() -> MockCore:
    return MockCore(DOCUMENT)


class AsyncAsSync:
    """An async client, called as a sync one: each call in an event loop of its own."""

    def __init__(self, **options: Any) -> None:
        self.options = options

    @property
    def base_url(self) -> str:
        return str(self.options["base_url"])

    def close(self) -> None: ...

    def request(self, method: str, url: str, **values: Any) -> httpx2.Response:
        async def run() -> httpx2.Response:
            async with httpx2.AsyncClient(**self.options) as client:
                return await client.request(method, url, **values)

        return asyncio.run(run())


@pytest.fixture(params=["in process", "in process, async", "socket", "socket, async"])
def client(request: pytest.FixtureRequest, core: MockCore) -> Iterator[Any]:
    make: Callable[..., Any] = AsyncAsSync if "async" in request.param else httpx2.Client
    if "socket" in request.param:
        with server.running(core) as url, closing(make(base_url=url, trust_env=False)) as client:
            yield client
    else:
        with closing(make(transport=core.transport(), base_url=core.base_url)) as client:
            yield client


def test_answers_arrive_whole(client: Any) -> None:
    answer = client.request("GET", "/books/7")
    assert (answer.status_code, answer.json()) == (200, BOOK)
    assert answer.headers["content-type"] == "application/json"
    assert answer.headers["content-length"] == str(len(answer.content))
    assert answer.elapsed.total_seconds() >= 0


def test_an_empty_answer_has_no_length(client: Any) -> None:
    answer = client.request("DELETE", "/books/7")
    assert (answer.status_code, answer.content) == (204, b"")
    assert "content-length" not in answer.headers


def test_requests_arrive_as_sent(client: Any, core: MockCore) -> None:
    client.request(
        "POST", "/books/a%2Fb%3D%3D?q=%C3%A9+x&q=", headers=[("X-A", "1"), ("x-a", "2")], content=b"\x00\xff"
    )
    (request,) = core.requests
    assert (request.raw_path, request.body, request.local) == ("/api/books/a%2Fb%3D%3D", b"\x00\xff", True)
    assert request.scheme == httpx2.URL(str(client.base_url)).scheme
    assert request.query_pairs == [("q", "\xe9 x"), ("q", "")]
    assert (request.headers["x-a"], request.headers.all("X-A")) == ("1", ["1", "2"])


def test_a_head_answer_has_no_body(client: Any) -> None:
    answer = client.request("HEAD", "/nowhere")
    assert (answer.status_code, answer.content, answer.headers["content-length"]) == (404, b"", "18")


@pytest.mark.parametrize(
    ("fault", "error"),
    [
        ({"drop": "before"}, httpx2.RemoteProtocolError),
        ({"drop": "after"}, httpx2.RemoteProtocolError),
        ({"truncate": True}, httpx2.RemoteProtocolError),
        ({"latency": 5.0}, httpx2.ReadTimeout),
    ],
)
def test_faults_raise_the_same_everywhere_and_then_are_over(
    client: Any, core: MockCore, fault: dict[str, Any], error: type[Exception]
) -> None:
    core.fail("books_get", times=1, **fault)
    with pytest.raises((error, httpx2.ReadError)) as raised:
        client.request("GET", "/books/7", timeout=0.2)
    assert isinstance(raised.value, error)
    assert client.request("GET", "/books/7").json() == BOOK


def test_latency_is_waited_for(client: Any, core: MockCore) -> None:
    core.fail("books_get", latency=0.1, times=1)
    begin = time.monotonic()
    assert client.request("GET", "/books/7").json() == BOOK
    assert time.monotonic() - begin >= 0.1


def test_control_endpoints_answer(client: Any) -> None:
    client.request("GET", "/books/x")
    url = httpx2.URL(str(client.base_url)).copy_with(raw_path=b"/__mock__/violations")
    violations = client.request("GET", str(url)).json()
    assert [violation["where"] for violation in violations] == ["path/book_id"]


def asgi(
    core: MockCore, peer: tuple[str, int], method: str, path: str, host: str = "localhost", **values: Any
) -> httpx2.Response:
    async def run() -> httpx2.Response:
        transport = httpx2.ASGITransport(core.asgi, client=peer)
        async with httpx2.AsyncClient(transport=transport, base_url=f"http://{host}") as client:
            return await client.request(method, path, **values)

    return asyncio.run(run())


@pytest.mark.parametrize(
    ("peer", "status"),
    [
        ("127.0.0.1", 200),
        ("127.8.8.8", 200),
        ("::1", 200),
        ("10.0.0.1", 404),
        ("::ffff:10.0.0.1", 404),
        ("peer", 404),
    ],
)
def test_only_loopback_peers_may_steer(core: MockCore, peer: str, status: int) -> None:
    assert asgi(core, (peer, 1), "GET", "/__mock__/state").status_code == status


@pytest.mark.parametrize(
    ("host", "status"), [("127.0.0.1:8100", 200), ("[::1]:8100", 200), ("page.example.com", 403), ("10.0.0.1", 403)]
)
def test_a_name_of_elsewhere_bound_to_this_machine_may_not_steer(core: MockCore, host: str, status: int) -> None:
    assert asgi(core, ("127.0.0.1", 1), "GET", "/__mock__/state", host).status_code == status


def test_a_body_beyond_the_limit_is_refused_and_not_kept(core: MockCore) -> None:
    core.max_body = 1000
    assert asgi(core, ("127.0.0.1", 1), "POST", "/api/books", content=b"a" * 1001).status_code == 413
    assert core.requests == []
    assert asgi(core, ("127.0.0.1", 1), "POST", "/api/books", content=b"a" * 1000).status_code == 201


def test_a_drop_without_a_connection_at_hand_is_an_exception(core: MockCore) -> None:
    core.fail(drop="before")
    with pytest.raises(ConnectionAbortedError):
        asgi(core, ("127.0.0.1", 1), "GET", "/api/books/1")


def test_lifespan_is_acknowledged(core: MockCore) -> None:
    sent: list[str] = []
    waiting = iter(["lifespan.startup", "lifespan.shutdown"])

    async def receive() -> dict[str, str]:
        return {"type": next(waiting)}

    async def send(message: Any) -> None:
        sent.append(message["type"])

    asyncio.run(core.asgi({"type": "lifespan"}, receive, send))
    assert sent == ["lifespan.startup.complete", "lifespan.shutdown.complete"]


def test_an_answer_does_not_wait_for_the_acknowledgement_of_its_headers(core: MockCore) -> None:
    with server.running(core) as url, httpx2.Client(base_url=url, trust_env=False) as client:
        times = [client.get("/books/1").elapsed.total_seconds() for _ in range(10)]
    assert min(times[1:]) < 0.03  # with Nagle's algorithm each takes 40 ms


def test_garbage_on_the_socket_does_not_stop_the_server(core: MockCore) -> None:
    with server.running(core) as url:
        address = (httpx2.URL(url).host, httpx2.URL(url).port)
        for garbage in (
            b"\x00\xff\r\n\r\n",
            b"GET\r\n\r\n",
            b"GET /%zz%ff HTTP/1.1\r\nHost: x\r\n\r\n",
            b"POST /a HTTP/1.1",
        ):
            with socket.create_connection(address, timeout=5) as connection:
                connection.sendall(garbage)
        assert httpx2.get(f"{url}/books/1", trust_env=False).json() == BOOK


def test_the_command_serves_says_where_and_ends_on_interrupt(packages: Path) -> None:
    code = "from shelf_client._core.mock import engine, server; server.main(engine.MockCore, prog='mock')"
    command = [sys.executable, "-c", code, "--port", "0", "--mode", "strict", "--seed", "3"]
    environment = {**os.environ, "PYTHONPATH": str(packages)}
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            line = process.stdout.readline()
            found = re.fullmatch(r"The mock answers at (http://127\.0\.0\.1:\d+/api) in strict mode; .*\n", line)
            assert found, line
            assert httpx2.get(f"{found[1]}/books/1", trust_env=False).json() == BOOK
        finally:
            process.send_signal(signal.SIGINT)
            assert process.wait(10) == 0


def test_the_command_says_why_it_cannot_serve(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    data = tmp_path / "data.json"
    data.write_text(json.dumps({"books": []}))
    rows = tmp_path / "rows.json"
    rows.write_text("[]")
    with socket.create_server(("127.0.0.1", 0)) as taken:
        for arguments, reason in (
            (["--port", str(taken.getsockname()[1])], "in use"),
            (["--data", str(data)], "no state"),
            (["--data", str(rows)], "a JSON object is wanted"),
            (["--data", str(tmp_path / "none.json")], "No such file"),
        ):
            with pytest.raises(SystemExit) as ended:
                server.main(partial(MockCore, DOCUMENT), arguments, prog="mock")
            assert ended.value.code == 1
            assert reason in capsys.readouterr().err


def test_the_commands_clock_can_be_fixed(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[MockCore] = []
    monkeypatch.setattr(server, "serve", lambda core, *others: made.append(core))
    server.main(partial(MockCore, DOCUMENT), ["--now", "2024-01-01T00:00:00Z"], prog="mock")
    assert made[0].clock.now() == datetime(2024, 1, 1, tzinfo=UTC)


@pytest.mark.parametrize("text", ["2024-01-01T00:00:00", "noon"])
def test_a_time_that_is_none_is_refused(text: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        server.main(partial(MockCore, DOCUMENT), ["--now", text], prog="mock")
    assert "--now" in capsys.readouterr().err
