"""What only real connections can show. All of them on loopback."""

import asyncio
import contextlib
import gzip
import socket
import threading
import time
from collections.abc import Callable, Iterator
from typing import Any

import httpx2
import pytest
from core_under_test._core.errors import (
    APIConnectionError,
    APIError,
    APITimeoutError,
    RedirectError,
    ResponseTooLargeError,
)
from core_under_test._core.operation import Operation
from core_under_test.testing import NOTE, Driver, envelope

READ = Operation[Any]("reads", "GET", "/x", retry=True)
WRITE = Operation[Any]("writes", "POST", "/x", body="json")
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"


def reply(body: bytes, head: bytes = HEAD) -> bytes:
    return head + b"Content-Length: %d\r\n\r\n" % len(body) + body


class Server:
    """Accepts connections and hands each to `serve`, in a thread of its own."""

    def __init__(self, serve: Callable[[socket.socket], None]) -> None:
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.serve = serve
        self.received: list[bytes] = []
        self.connections = 0
        threading.Thread(target=self._accept, daemon=True).start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.listener.getsockname()[1]}"

    def _accept(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                connection, _ = self.listener.accept()
                self.connections += 1
                threading.Thread(target=self._handle, args=(connection,), daemon=True).start()

    def _handle(self, connection: socket.socket) -> None:
        with connection, contextlib.suppress(OSError):
            self.serve(connection)

    def request(self, connection: socket.socket) -> bytes:
        """The next request; empty when the client has gone."""
        data = b""
        while b"\r\n\r\n" not in data:
            piece = connection.recv(65536)
            if not piece:
                return b""
            data += piece
        self.received.append(data)
        return data


@pytest.fixture
def server() -> Iterator[Callable[..., Server]]:
    """Makes servers that end with the test."""
    made: list[Server] = []

    def make(serve: Callable[[Server, socket.socket], None]) -> Server:
        made.append(Server(lambda connection: serve(made[-1], connection)))
        return made[-1]

    yield make
    for one in made:
        one.listener.close()


def call(driver: Driver, server: Server, operation: Any = READ, **options: Any) -> Any:
    options.setdefault("max_retries", 0)
    body = {"a": 1} if operation.body else {}
    return driver.run(None, lambda client: client._call(operation, {}, body), base_url=server.url, **options)


def test_a_whole_exchange_over_a_connection_that_is_kept(driver: Driver, server: Callable[..., Server]) -> None:
    def serve(server: Server, connection: socket.socket) -> None:
        while server.request(connection):
            head = HEAD + b"Content-Encoding: gzip\r\nX-Request-Id: r1\r\n"
            connection.sendall(reply(gzip.compress(envelope(NOTE)), head))

    running = server(serve)

    def twice(client: Any) -> Any:
        return client.notes.get(7), client.notes.get(8)

    async def twice_async(client: Any) -> Any:
        return await client.notes.get(7), await client.notes.get(8)

    action = twice if driver.kind == "sync" else twice_async
    first, second = driver.run(None, action, base_url=running.url)
    assert (first.id, second.id) == (7, 7)
    assert running.connections == 1
    assert running.received[0].startswith(b"GET /notes/7 HTTP/1.1\r\n")


def test_a_refused_connection_was_never_sent_and_is_repeated(driver: Driver) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        url = f"http://127.0.0.1:{taken.getsockname()[1]}"
    with pytest.raises(APIConnectionError, match="It was never sent") as caught:
        driver.run(None, lambda client: client._call(WRITE, {}, {}), base_url=url, max_retries=1)
    assert not caught.value.may_have_arrived
    assert caught.value.attempts == 2


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        HEAD,
        HEAD + b"Content-Length: 100\r\n\r\n{",
        b"SSH-2.0-OpenSSH\r\n\r\n",
        HEAD + b"Transfer-Encoding: chunked\r\n\r\nzz\r\n",
    ],
    ids=["nothing", "half a head", "half a body", "not HTTP", "bad chunks"],
)
def test_a_connection_that_breaks_off_may_have_arrived(
    driver: Driver, server: Callable[..., Server], answer: bytes
) -> None:
    def serve(server: Server, connection: socket.socket) -> None:
        server.request(connection)
        connection.sendall(answer)

    running = server(serve)
    with pytest.raises(APIConnectionError) as caught:
        call(driver, running, WRITE, max_retries=2)
    assert caught.value.may_have_arrived
    assert len(running.received) == 1
    with pytest.raises(APIConnectionError) as caught:
        call(driver, running, READ, max_retries=1)
    assert caught.value.attempts == 2


def test_a_server_that_does_not_answer_times_out(driver: Driver, server: Callable[..., Server]) -> None:
    done = threading.Event()
    running = server(lambda server, connection: (server.request(connection), done.wait(10)))
    start = time.perf_counter()
    with pytest.raises(APITimeoutError) as caught:
        call(driver, running, timeout=0.2)
    assert caught.value.phase == "read"
    assert isinstance(caught.value, TimeoutError)
    assert time.perf_counter() - start < 3
    done.set()


def test_one_deadline_over_attempts_and_phases(driver: Driver, server: Callable[..., Server]) -> None:
    done = threading.Event()
    running = server(lambda server, connection: (server.request(connection), done.wait(10)))
    start = time.perf_counter()
    with pytest.raises(APITimeoutError) as caught:
        call(driver, running, timeout=30, deadline=0.4, max_retries=5)
    assert caught.value.phase == "deadline"
    assert 0.3 < time.perf_counter() - start < 3
    done.set()


def test_an_answer_that_drips_is_cut_at_the_deadline(driver: Driver, server: Callable[..., Server]) -> None:
    def serve(server: Server, connection: socket.socket) -> None:
        server.request(connection)
        connection.sendall(HEAD + b"Content-Length: 100000\r\n\r\n")
        for _ in range(200):
            connection.sendall(b" ")
            time.sleep(0.05)

    start = time.perf_counter()
    with pytest.raises(APITimeoutError, match="deadline"):
        call(driver, server(serve), timeout=5, deadline=0.5)
    assert time.perf_counter() - start < 3


def dripping_headers(connection: socket.socket) -> None:
    connection.sendall(b"HTTP/1.1 200 OK\r\n")
    for number in range(400):
        connection.sendall(b"X-%d: y\r\n" % number)
        time.sleep(0.05)


def endless_continue(connection: socket.socket) -> None:
    while True:
        connection.sendall(b"HTTP/1.1 100 Continue\r\n\r\n" * 1000)


@pytest.mark.parametrize("answer", [dripping_headers, endless_continue])
def test_headers_that_never_end_are_cut_at_the_deadline(
    driver: Driver, server: Callable[..., Server], answer: Callable[[socket.socket], None]
) -> None:
    running = server(lambda server, connection: (server.request(connection), answer(connection)))
    start = time.perf_counter()
    with pytest.raises(APITimeoutError, match="the deadline of the call passed") as caught:
        call(driver, running, timeout=5, deadline=0.5)
    assert caught.value.phase == "deadline"
    assert time.perf_counter() - start < 10  # without a deadline 20 seconds, or for ever


def test_waiting_for_a_connection_counts_in_threads_as_well(server: Callable[..., Server]) -> None:
    done = threading.Event()
    running = server(lambda server, connection: (server.request(connection), done.wait(10)))
    options = {"limits": httpx2.Limits(max_connections=1), "base_url": running.url, "max_retries": 0}
    with Driver("sync").client(**options) as client:

        def first() -> None:
            with contextlib.suppress(APIError):
                client._call(READ, {})

        thread = threading.Thread(target=first)
        thread.start()
        while not running.received:
            time.sleep(0.01)
        with pytest.raises(APITimeoutError) as caught:
            client.with_options(deadline=0.2)._call(WRITE, {}, {})
        done.set()
        thread.join()
    assert caught.value.phase == "pool"
    assert not caught.value.may_have_arrived


def test_waiting_for_a_connection_counts_and_was_never_sent(server: Callable[..., Server]) -> None:
    done = threading.Event()
    running = server(lambda server, connection: (server.request(connection), done.wait(10)))

    async def main() -> tuple[APIError, float]:
        options = {"limits": httpx2.Limits(max_connections=1), "base_url": running.url, "max_retries": 0}
        async with Driver("async").client(deadline=0.5, **options) as client:
            first = asyncio.create_task(client._call(READ, {}))
            await asyncio.sleep(0.1)
            start = time.perf_counter()
            with pytest.raises(APIError) as caught:
                await client.with_options(deadline=0.2)._call(WRITE, {}, {})
            waited = time.perf_counter() - start
            with pytest.raises(APITimeoutError):
                await first
            return caught.value, waited

    error, waited = asyncio.run(main())
    done.set()
    assert isinstance(error, APITimeoutError)
    assert error.phase == "pool"
    assert not error.may_have_arrived
    assert waited < 1.5
    assert len(running.received) == 1


def test_a_redirect_sends_nothing_to_its_target(driver: Driver, server: Callable[..., Server]) -> None:
    other = server(lambda server, connection: server.request(connection))
    target = other.url.encode() + b"/steal"
    first = server(
        lambda server, connection: (
            server.request(connection),
            connection.sendall(reply(b"", b"HTTP/1.1 307 Temporary Redirect\r\nLocation: " + target + b"\r\n")),
        )
    )
    with pytest.raises(RedirectError) as caught:
        call(driver, first, WRITE)
    assert caught.value.location_origin == other.url
    time.sleep(0.05)
    assert other.connections == 0


def test_an_endless_answer_stops_at_the_limit_and_the_connection_is_given_up(
    driver: Driver, server: Callable[..., Server]
) -> None:
    ended = threading.Event()

    def serve(server: Server, connection: socket.socket) -> None:
        server.request(connection)
        connection.sendall(HEAD + b"Transfer-Encoding: chunked\r\n\r\n")
        try:
            while True:
                connection.sendall(b"10000\r\n" + b"x" * 65536 + b"\r\n")
        except OSError:
            ended.set()

    with pytest.raises(ResponseTooLargeError):
        call(driver, server(serve), max_response_bytes=10**6)
    assert ended.wait(5)


def test_a_second_loop_works_over_real_connections(server: Callable[..., Server]) -> None:
    def serve(server: Server, connection: socket.socket) -> None:
        while server.request(connection):
            connection.sendall(reply(envelope(NOTE)))

    client = Driver("async").client(base_url=server(serve).url)

    async def work() -> int:
        note = await client.notes.get(7)
        await client._executor.pool.client().aclose()  # else the dead loop's sockets warn, which tests forbid
        return int(note.id)

    assert [asyncio.run(work()) for _ in range(2)] == [7, 7]
    asyncio.run(client.aclose())


def test_many_threads_over_real_connections(server: Callable[..., Server]) -> None:
    def serve(server: Server, connection: socket.socket) -> None:
        while data := server.request(connection):
            number = int(data.split(b" ")[1].rpartition(b"/")[2])
            connection.sendall(reply(envelope({"id": number, "text": "t"})))

    running = server(serve)
    results: list[int] = []
    with Driver("sync").client(base_url=running.url, limits=httpx2.Limits(max_connections=5)) as client:

        def work(number: int) -> None:
            results.extend(client.notes.get(number * 100 + i).id for i in range(20))

        threads = [threading.Thread(target=work, args=(n,)) for n in range(1, 17)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert sorted(results) == sorted(n * 100 + i for n in range(1, 17) for i in range(20))
    assert running.connections <= 5
