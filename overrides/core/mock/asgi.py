"""A mock as a bare ASGI application: exact control of raw path, headers and of how a connection ends."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, MutableMapping
from ipaddress import ip_address
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from .http import Headers, Request, Response

if TYPE_CHECKING:
    from .engine import MockCore

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]

CONNECTION = "mock.connection"
"""Key in ``scope["extensions"]`` for the connection's asyncio transport; without it a dropped connection is an exception."""


class Application:
    """ASGI 3: ``http`` and ``lifespan``. Bodies above the mock's ``max_body`` are answered with 413."""

    def __init__(self, core: MockCore) -> None:
        self.core = core

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await _lifespan(receive, send)
        elif scope["type"] == "http":
            body = await _read(receive, self.core.max_body)
            answer = (
                Response.of_text("413 body too large", 413)
                if body is None
                else self.core.handle(_request(scope, body))
            )
            await _deliver(scope, answer, send)
        else:
            raise ValueError(f"the mock speaks HTTP only, not {scope['type']}")


async def _lifespan(receive: Receive, send: Send) -> None:
    while True:
        kind = (await receive())["type"]
        await send({"type": f"{kind}.complete"})
        if kind == "lifespan.shutdown":
            return


async def _read(receive: Receive, limit: int) -> bytes | None:
    body = bytearray()
    while True:
        message = await receive()
        body += message.get("body", b"")
        if len(body) > limit:
            return None
        if not message.get("more_body", False):
            return bytes(body)


def _request(scope: Message, body: bytes) -> Request:
    raw_path = scope.get("raw_path") or quote(scope["path"]).encode()
    headers = Headers((name.decode("latin-1"), value.decode("latin-1")) for name, value in scope["headers"])
    query = scope["query_string"].decode("latin-1")
    return Request(
        scope["method"], raw_path.decode("latin-1"), query, headers, body, is_local(scope.get("client"))
    )


def is_local(peer: tuple[str, int] | None) -> bool:
    """Whether the peer's address is a loopback one; no address counts as none."""
    try:
        return peer is not None and ip_address(peer[0]).is_loopback
    except ValueError:
        return False


async def _deliver(scope: Message, answer: Response, send: Send) -> None:
    if answer.delay:
        import anyio  # httpx2 brings it; only a delay needs it

        await anyio.sleep(answer.delay)
    if answer.dropped:
        connection = scope.get("extensions", {}).get(CONNECTION)
        if connection is None:
            raise ConnectionAbortedError("the mock was told to drop this connection")
        connection.abort()
        return
    headers = [(name.encode("latin-1"), value.encode("latin-1")) for name, value in answer.headers]
    if answer.status >= 200 and answer.status != 204:
        headers.append((b"content-length", str(len(answer.body)).encode()))
    await send({"type": "http.response.start", "status": answer.status, "headers": headers})
    whole = answer.sent is None
    await send({"type": "http.response.body", "body": answer.body[: answer.sent], "more_body": not whole})
