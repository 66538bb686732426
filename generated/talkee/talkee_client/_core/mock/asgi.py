# Copied from overrides/core/mock/asgi.py by "nox -s generate": edit it there.
"""A mock as a bare ASGI application: exact control of paths, headers and of how a connection ends."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, MutableMapping
from ipaddress import ip_address
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import anyio

from .http import Headers, Request, Response

if TYPE_CHECKING:
    from .engine import MockCore

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]

CONNECTION = "mock.connection"
"""Key of the connection in ``scope["extensions"]`` (asyncio transport); without it a drop is an exception."""


class Application:
    """ASGI 3 for ``http`` and ``lifespan``; a body above the mock's ``max_body`` is answered with 413."""

    def __init__(self, core: MockCore) -> None:
        self.core = core

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            while True:
                kind = (await receive())["type"]
                await send({"type": f"{kind}.complete"})
                if kind == "lifespan.shutdown":
                    return
        if scope["type"] != "http":
            raise ValueError(f"the mock speaks HTTP only, not {scope['type']}")
        body, more = bytearray(), True
        while more and len(body) <= self.core.max_body:
            message = await receive()
            body += message.get("body", b"")
            more = message.get("more_body", False)
        if len(body) > self.core.max_body:
            await _deliver(scope, Response.of_text("413 body too large", 413), receive, send)
        else:
            await _deliver(scope, self.core.handle(_request(scope, bytes(body))), receive, send)


def _request(scope: Message, body: bytes) -> Request:
    path = (scope.get("raw_path") or quote(scope["path"]).encode()).decode("latin-1")
    if path.partition("://")[0].lower() in ("http", "https"):  # as to a proxy; RFC 9112, 3.2.2, has a server take it
        path = "/" + path.partition("://")[2].partition("/")[2]
    headers = Headers((name.decode("latin-1"), value.decode("latin-1")) for name, value in scope["headers"])
    query = scope["query_string"].decode("latin-1")
    local, scheme = is_local(scope.get("client")), scope.get("scheme", "http")
    return Request(scope["method"], path, query, headers, body, local, scheme)


def is_local(peer: tuple[str, int] | None) -> bool:
    """Whether a peer's address is a loopback one."""
    try:
        return peer is not None and ip_address(peer[0]).is_loopback
    except ValueError:
        return False


async def _deliver(scope: Message, answer: Response, receive: Receive, send: Send) -> None:
    await anyio.sleep(answer.delay) if answer.delay else None
    connection = scope.get("extensions", {}).get(CONNECTION)
    if answer.dropped:
        if connection is None:
            raise ConnectionAbortedError("the mock was told to drop this connection")
        connection.abort()
        await receive()  # until the server has noticed, or it would answer 500
        return
    headers = [(name.lower().encode("latin-1"), value.encode("latin-1")) for name, value in answer.all_headers()]
    await send({"type": "http.response.start", "status": answer.status, "headers": headers})
    cut = answer.sent is not None
    await send({"type": "http.response.body", "body": answer.body[: answer.sent], "more_body": cut})
    if cut and connection is not None:
        connection.close()
        await receive()
