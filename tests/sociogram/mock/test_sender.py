"""The webhook sender: loopback only, decided on the address that is connected to; one deadline; a largest answer."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from http.server import BaseHTTPRequestHandler
from typing import Any

import pytest
from sociogram_client.mock import LoopbackSender, SociogramMock, WebhookCall
from sociogram_client.mock import sender as sender_module

from .conftest import Listener, answer

ELSEWHERE = "192.0.2.7"  # of a block for documentation: nobody has it


def call(url: str, **headers: str) -> WebhookCall:
    return WebhookCall(url, {"Content-Type": "application/json", "X-App-Key": "made-up", **headers}, b'{"data":{}}')


def resolving(*addresses: str, asked: list[str] | None = None) -> Callable[[str, int], list[Any]]:
    """A look-up that gives these addresses, whatever the name."""

    def resolve(host: str, port: int) -> list[Any]:
        if asked is not None:
            asked.append(host)
        return [found for address in addresses for found in socket.getaddrinfo(address, port, type=socket.SOCK_STREAM)]

    return resolve


@pytest.fixture
def connected(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """The addresses that anything connects to while the test runs."""
    seen: list[Any] = []

    class Recorded(socket.socket):
        def connect(self, address: Any) -> None:
            seen.append(address)
            super().connect(address)

    monkeypatch.setattr("sociogram_client.mock.sender.socket.socket", Recorded)
    return seen


def test_a_call_arrives_with_its_headers_and_body_as_given(listener: Listener) -> None:
    got = LoopbackSender()(call(f"{listener.url}?app=1"))
    assert (got.status, got.body, got.content_type, got.error) == (200, b"true", "application/json", None)
    headers, body = listener.got[0]
    assert body == {"data": {}}
    assert (headers["x-app-key"], headers["content-type"], headers["host"]) == (
        "made-up",
        "application/json",
        listener.url.split("/")[2],
    )


@pytest.mark.parametrize(
    "address",
    [
        ELSEWHERE,
        "10.0.0.1",
        "169.254.169.254",
        "0.0.0.0",
        "::",
        "::ffff:192.0.2.7",
        "::ffff:0.0.0.0",
        "::ffff:10.0.0.1",
        "fe80::1",
        "fd00::1",
        "2001:db8::1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
    ],
)
def test_no_other_address_than_loopback_is_connected_to(address: str, connected: list[Any]) -> None:
    host = f"[{address}]" if ":" in address else address
    by_name = LoopbackSender(resolve=resolving(address))(call("http://my-machine.example:9/hook"))
    by_address = LoopbackSender()(call(f"http://{host}:9/hook"))
    for got in (by_name, by_address):
        assert got.status is None
        assert got.error is not None
        assert "nothing but loopback addresses" in got.error
    assert connected == []


@pytest.mark.parametrize(
    ("address", "verdict"),
    [
        ("127.0.0.1", True),
        ("127.8.9.10", True),
        ("::1", True),
        ("::ffff:127.0.0.1", True),
        ("::1%lo", True),
        ("::ffff:128.0.0.1", False),
        ("::7f00:1", False),
        ("0.0.0.0", False),
        ("localhost", False),
        ("", False),
    ],
)
def test_what_is_a_loopback_address(address: str, verdict: bool) -> None:
    assert sender_module.is_loopback(address) is verdict


def test_a_name_with_one_address_elsewhere_is_refused_altogether(connected: list[Any]) -> None:
    got = LoopbackSender(resolve=resolving("127.0.0.1", ELSEWHERE))(call("http://both.example:9/"))
    assert got.error is not None
    assert ELSEWHERE in got.error
    assert connected == []


def test_a_name_that_changes_its_address_is_looked_up_once_a_call_and_that_address_is_used(
    listener: Listener, connected: list[Any]
) -> None:
    """Rebinding: loopback when checked, elsewhere when asked again."""
    port, asked = listener.server.server_port, []
    answers = iter(["127.0.0.1", ELSEWHERE])

    def rebinding(host: str, port: int) -> list[Any]:
        asked.append(host)
        return socket.getaddrinfo(next(answers), port, type=socket.SOCK_STREAM)

    send = LoopbackSender(resolve=rebinding)
    assert send(call(f"http://rebinding.example:{port}/")).status == 200
    assert (asked, connected) == (["rebinding.example"], [("127.0.0.1", port)])
    assert send(call(f"http://rebinding.example:{port}/")).status is None
    assert connected == [("127.0.0.1", port)]


def test_the_address_that_answered_is_looked_at_too(listener: Listener, monkeypatch: pytest.MonkeyPatch) -> None:
    """As if something on the way had put another one in its place."""

    class Diverted(socket.socket):
        def getpeername(self) -> Any:
            return (ELSEWHERE, 80)

    monkeypatch.setattr("sociogram_client.mock.sender.socket.socket", Diverted)
    got = LoopbackSender()(call(listener.url))
    assert got.error is not None
    assert ELSEWHERE in got.error
    assert listener.got == []


@pytest.mark.parametrize("name", ["localhost", "127.1", "2130706433", "0x7f.1"])
def test_other_names_of_this_machine_lead_to_it(name: str, listener: Listener) -> None:
    assert LoopbackSender()(call(f"http://{name}:{listener.server.server_port}/")).status == 200


def test_a_second_address_is_tried_when_the_first_takes_no_connection(listener: Listener) -> None:
    send = LoopbackSender(resolve=resolving("127.0.0.9", "127.0.0.1"))
    assert send(call(f"http://two.example:{listener.server.server_port}/")).status == 200


def redirect(handler: BaseHTTPRequestHandler, body: bytes, status: int) -> None:
    answer(handler, b"true", status, Location="/elsewhere")


def test_redirects_are_not_followed(listener: Listener) -> None:
    for status in (301, 302, 303, 307, 308):
        listener.reply = partial(redirect, status=status)
        assert LoopbackSender()(call(listener.url)).status == status
    assert len(listener.got) == 5


def test_proxies_of_the_environment_are_not_used(
    listener: Listener, monkeypatch: pytest.MonkeyPatch, connected: list[Any]
) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY", "https_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9/")
    monkeypatch.delenv("no_proxy", raising=False)
    monkeypatch.delenv("NO_PROXY", raising=False)
    assert LoopbackSender()(call(listener.url)).status == 200
    assert connected == [("127.0.0.1", listener.server.server_port)]


def slow(handler: BaseHTTPRequestHandler, body: bytes) -> None:
    time.sleep(1)


def trickle(handler: BaseHTTPRequestHandler, body: bytes) -> None:
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n")
    with suppress(OSError):  # the mock hangs up
        for _ in range(40):
            handler.wfile.write(b"x")
            time.sleep(0.03)


def endless_continue(handler: BaseHTTPRequestHandler, body: bytes) -> None:
    with suppress(OSError):
        while True:
            handler.wfile.write(b"HTTP/1.1 100 Continue\r\n\r\n")
            time.sleep(0.005)


@pytest.mark.parametrize("reply", [slow, trickle, endless_continue])
def test_a_call_has_one_deadline_for_all_of_it(reply: Any, listener: Listener) -> None:
    listener.reply = reply
    begun = time.monotonic()
    got = LoopbackSender(timeout=0.2)(call(listener.url))
    assert (got.status, got.error) == (None, "no whole answer within 0.2 s")
    assert time.monotonic() - begun < 0.9


def test_a_look_up_that_hangs_ends_at_the_deadline() -> None:
    released = threading.Event()
    begun = time.monotonic()
    got = LoopbackSender(timeout=0.1, resolve=lambda host, port: [released.wait(5)])(call("http://x.example/"))
    released.set()
    assert got.error == "no whole answer within 0.1 s"
    assert time.monotonic() - begun < 1


@contextmanager
def raw(reply: bytes) -> Iterator[str]:
    """A server of one answer, byte by byte as given, which then closes the connection."""
    with socket.create_server(("127.0.0.1", 0)) as server:

        def serve() -> None:
            connection, _ = server.accept()
            with connection:
                connection.recv(65536)
                with suppress(OSError):  # the mock hangs up on a long answer
                    connection.sendall(reply)

        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.getsockname()[1]}/"
        thread.join(5)


HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"


@pytest.mark.parametrize(
    ("reply", "error"),
    [
        (HEAD + b"Content-Length: 2000\r\n\r\n" + b"x" * 2000, "more than 1000 bytes"),
        (HEAD + b"\r\n" + b"x" * 2000, "more than 1000 bytes"),
        (HEAD + b"Transfer-Encoding: chunked\r\n\r\n7d0\r\n" + b"x" * 2000 + b"\r\n0\r\n\r\n", "more than 1000 bytes"),
        (HEAD + b"Content-Length: 900\r\n\r\ntrue", "broke off"),
        (HEAD + b"Transfer-Encoding: chunked\r\n\r\n5\r\ntrue", "IncompleteRead"),
        (HEAD + b"Transfer-Encoding: chunked\r\n\r\nzz\r\ntrue", "IncompleteRead"),
        (HEAD + b"X: " + b"x" * 100_000 + b"\r\n\r\ntrue", "LineTooLong"),
        (HEAD + b"".join(b"X-%d: 1\r\n" % n for n in range(200)) + b"\r\ntrue", "more than 100 headers"),
        (b"", "RemoteDisconnected"),
        (b"nonsense\r\n\r\n", "BadStatusLine"),
        (b"HTTP/1.1 99 No\r\n\r\n", "BadStatusLine"),
    ],
)
def test_an_answer_that_is_none_is_an_error_and_never_an_exception(reply: bytes, error: str) -> None:
    with raw(reply) as url:
        got = LoopbackSender(timeout=2, max_answer=1000)(call(url))
    assert got.status is None
    assert got.body == b""
    assert got.error is not None
    assert error in got.error


def test_answers_up_to_the_largest_size_are_read() -> None:
    chunked = b"Transfer-Encoding: chunked\r\n\r\n3e8\r\n" + b"x" * 1000 + b"\r\n0\r\n\r\n"
    for rest in (b"Content-Length: 1000\r\n\r\n" + b"x" * 1000, b"\r\n" + b"x" * 1000, chunked):
        with raw(HEAD + rest) as url:
            got = LoopbackSender(timeout=2, max_answer=1000)(call(url))
        assert (got.status, len(got.body)) == (200, 1000)


def test_nobody_listening_is_an_error() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    got = LoopbackSender()(call(f"http://127.0.0.1:{port}/"))
    assert got.error is not None
    assert "ConnectionRefusedError" in got.error


@pytest.mark.parametrize(
    "url",
    [
        "https://127.0.0.1/hook",
        "ftp://127.0.0.1/",
        "file:///etc/hostname",
        "//127.0.0.1/",
        "127.0.0.1:80",
        "http://",
        "http:///hook",
        "http://127.0.0.1:0/",
        "http://127.0.0.1:99999/",
        "http://127.0.0.1:x/",
        "http://user:word@127.0.0.1/",
        "http://127.0.0.1/#part",
        "http://127.0.0.1/a b",
        "http://127.0.0.1/\r\nX-Injected: 1",
        "http://127.0.0.1/é",
        "http://[::1/",
        "",
    ],
)
def test_a_url_that_nothing_can_be_sent_to_is_refused_where_it_is_given(url: str, connected: list[Any]) -> None:
    with pytest.raises(ValueError, match=r"a webhook is http://"):
        SociogramMock().add_app(webhook=url)
    assert LoopbackSender()(call(url)).error is not None
    assert connected == []


def test_a_header_cannot_smuggle_another_one(listener: Listener) -> None:
    got = LoopbackSender()(WebhookCall(listener.url, {"X-App-Key": "a\r\nX-Other: b"}, b"{}"))
    assert got.error is not None
    assert "line break" in got.error
    assert listener.got == []


def test_neither_key_nor_body_shows_in_a_repr() -> None:
    shown = repr(call("http://127.0.0.1/hook"))
    assert "made-up" not in shown
    assert "data" not in shown
