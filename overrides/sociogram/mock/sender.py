"""Sends events to the webhooks of apps and bots, on this machine only.

Nothing but a loopback address is ever connected to. That is decided on the address that the socket connects to, not on
the name, and the name is looked up once: what it resolves to later, or for somebody else, does not matter. There are no
redirects and no proxies: neither is asked for, followed or read from the environment. An answer has a deadline as a
whole and a largest size.
"""

from __future__ import annotations

import io
import re
import socket
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from http.client import HTTPException, HTTPResponse
from ipaddress import IPv6Address, ip_address
from typing import Any
from urllib.parse import SplitResult, urlsplit

TIMEOUT = 5.0
"""Seconds for a call from the look-up of the name to the last byte of the answer."""
MAX_ANSWER = 64 * 1024
"""Bytes of an answer's body."""

_VISIBLE = re.compile(r"[!-~]+")


@dataclass(frozen=True)
class WebhookCall:
    """One call of a webhook."""

    url: str
    headers: Mapping[str, str] = field(repr=False)
    body: bytes = field(repr=False)


@dataclass(frozen=True)
class WebhookAnswer:
    """What came back; ``status`` is None where nothing did, and ``error`` says why."""

    status: int | None = None
    body: bytes = b""
    content_type: str = ""
    error: str | None = None


Send = Callable[[WebhookCall], WebhookAnswer]
Resolve = Callable[[str, int], list[Any]]


class RefusedError(Exception):
    """The call must not or cannot be made."""


def parse_url(url: str) -> SplitResult:
    """The parts of a webhook's URL. Raises ``ValueError`` for one that nothing could be sent to."""
    wrong = f"a webhook is http://<host on this machine>[:port]/path, not {url[:200]!r}"
    if not _VISIBLE.fullmatch(url):
        raise ValueError(f"{wrong}: it has blanks, control or other characters that a URL encodes")
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise ValueError(f"{wrong}: {error}") from None
    if parts.scheme != "http" or not parts.hostname or port == 0:
        raise ValueError(f"{wrong}: scheme, host or port will not do")
    if parts.username is not None or parts.fragment:
        raise ValueError(f"{wrong}: it has a user or a fragment")
    return parts


class LoopbackSender:
    """A ``Send`` over sockets.

    Args:
        timeout: seconds for a whole call.
        max_answer: bytes of an answer's body; a longer one is no answer.
        resolve: looks up host and port; ``socket.getaddrinfo`` by default.
    """

    def __init__(self, timeout: float = TIMEOUT, max_answer: int = MAX_ANSWER, resolve: Resolve | None = None) -> None:
        self.timeout = timeout
        self.max_answer = max_answer
        self._resolve = resolve or _look_up

    def __call__(self, call: WebhookCall) -> WebhookAnswer:
        """Make the call; never raises for what the other side does."""
        deadline = time.monotonic() + self.timeout
        try:
            parts = parse_url(call.url)
            with self._connected(parts.hostname or "", parts.port or 80, deadline) as connection:
                return self._exchange(connection, _request(parts, call), deadline)
        except TimeoutError:
            return WebhookAnswer(error=f"no whole answer within {self.timeout:g} s")
        except (OSError, HTTPException, ValueError, RefusedError) as error:
            return WebhookAnswer(error=f"{type(error).__name__}: {error}"[:500])

    def _connected(self, host: str, port: int, deadline: float) -> socket.socket:
        """A connection to the first address that takes it; refused if any address is not this machine's own."""
        found = self._addresses(host, port, deadline)
        for _, _, _, _, address in found:
            _demand_loopback(address[0], host)
        failure = OSError(f"{host} has no address")
        for found_one in found:
            try:
                return _connect(found_one, deadline)
            except TimeoutError:
                raise
            except OSError as error:
                failure = error
        raise failure

    def _addresses(self, host: str, port: int, deadline: float) -> list[Any]:
        """Look the name up, within the deadline: the system's own look-up can hang for long."""
        found: list[Any] = []

        def look_up() -> None:
            try:
                found.append(self._resolve(host, port))
            except Exception as error:  # handed to the caller's thread
                found.append(error)

        thread = threading.Thread(target=look_up, daemon=True)
        thread.start()
        thread.join(_left(deadline))
        if not found:
            raise TimeoutError
        if isinstance(found[0], Exception):
            raise found[0]
        addresses: list[Any] = found[0]
        return addresses

    def _exchange(self, connection: socket.socket, request: bytes, deadline: float) -> WebhookAnswer:
        connection.settimeout(_left(deadline))
        connection.sendall(request)
        with HTTPResponse(_Stream(connection, deadline), method="POST") as answer:  # type: ignore[arg-type] # it reads by makefile only
            answer.begin()
            body = answer.read(self.max_answer + 1)
            if len(body) > self.max_answer:
                raise RefusedError(f"the answer has more than {self.max_answer} bytes")
            if answer.length:  # bytes that were announced and did not come
                raise RefusedError(f"the answer broke off, {answer.length} bytes before its end")
            return WebhookAnswer(answer.status, body, answer.headers.get("Content-Type", ""))


def is_loopback(address: str) -> bool:
    """Whether an address is a loopback one; an IPv4 address inside an IPv6 one counts as what it is."""
    try:
        found = ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(found, IPv6Address) and found.ipv4_mapped:
        return found.ipv4_mapped.is_loopback
    return found.is_loopback


class _Stream(io.RawIOBase):
    """Reads from a socket until a deadline that counts for all reads together, so that a trickle ends as well."""

    def __init__(self, connection: socket.socket, deadline: float) -> None:
        super().__init__()
        self._connection = connection
        self._deadline = deadline

    def makefile(self, mode: str) -> io.BufferedReader:
        return io.BufferedReader(self)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        self._connection.settimeout(_left(self._deadline))
        return self._connection.recv_into(buffer)


def _connect(found: Any, deadline: float) -> socket.socket:
    """Connect to one address as the look-up gave it, and make sure that it is the one that answered."""
    family, kind, protocol, _, address = found
    connection = socket.socket(family, kind, protocol)
    try:
        connection.settimeout(_left(deadline))
        connection.connect(address)
        _demand_loopback(connection.getpeername()[0], "the peer")
    except BaseException:
        connection.close()
        raise
    return connection


def _demand_loopback(address: str, name: str) -> None:
    if not is_loopback(address):
        raise RefusedError(f"{name} is {address}, and a mock calls nothing but loopback addresses")


def _left(deadline: float) -> float:
    left = deadline - time.monotonic()
    if left <= 0:
        raise TimeoutError
    return left


def _look_up(host: str, port: int) -> list[Any]:
    return socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)


def _request(parts: SplitResult, call: WebhookCall) -> bytes:
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    fixed = {"Host": parts.netloc, "Content-Length": str(len(call.body)), "Connection": "close"}
    lines = [f"POST {target} HTTP/1.1", *(f"{name}: {value}" for name, value in {**fixed, **call.headers}.items())]
    if any("\r" in line or "\n" in line for line in lines):
        raise RefusedError("a header has a line break in it")
    return "\r\n".join([*lines, "", ""]).encode("latin-1") + call.body
