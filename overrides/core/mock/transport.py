"""A mock behind httpx2 clients, sync and async, without a socket."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator, Iterator
from typing import TYPE_CHECKING

import anyio
import httpx2

from .http import Headers, Request, Response

if TYPE_CHECKING:
    from .engine import MockCore


class InProcessTransport(httpx2.BaseTransport, httpx2.AsyncBaseTransport):
    """Carries requests to a mock; faults raise what a socket's would (``ReadTimeout`` and the like).

    A latency above the read timeout raises at once, without the wait.
    """

    def __init__(self, core: MockCore) -> None:
        self.core = core

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        answer = self._answer(request, request.read())
        time.sleep(answer.delay) if answer.delay else None
        return _delivered(request, answer)

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        answer = self._answer(request, await request.aread())
        await anyio.sleep(answer.delay) if answer.delay else None
        return _delivered(request, answer)

    def _answer(self, request: httpx2.Request, body: bytes) -> Response:
        path, _, query = request.url.raw_path.decode("ascii").partition("?")
        pairs = ((name.decode("latin-1"), value.decode("latin-1")) for name, value in request.headers.raw)
        answer = self.core.handle(Request(request.method, path, query, Headers(pairs), body, scheme=request.url.scheme))
        limit = request.extensions.get("timeout", {}).get("read")
        if limit is not None and answer.delay > limit:
            raise httpx2.ReadTimeout(f"the mock's latency is {answer.delay} s", request=request)
        return answer


def _delivered(request: httpx2.Request, answer: Response) -> httpx2.Response:
    if answer.dropped:
        raise httpx2.RemoteProtocolError("Server disconnected without sending a response.", request=request)
    body = b"" if request.method == "HEAD" else answer.body
    stream = httpx2.ByteStream(body) if answer.sent is None else _Cut(body[: answer.sent], request)
    headers = [(name.encode("latin-1"), value.encode("latin-1")) for name, value in answer.all_headers()]
    return httpx2.Response(answer.status, headers=headers, stream=stream, request=request)


class _Cut(httpx2.SyncByteStream, httpx2.AsyncByteStream):
    """The beginning of a body, then the end of the connection."""

    def __init__(self, begun: bytes, request: httpx2.Request) -> None:
        self._begun = begun
        reason = "peer closed connection without sending complete message body"
        self._error = httpx2.RemoteProtocolError(reason, request=request)

    def __iter__(self) -> Iterator[bytes]:
        yield self._begun
        raise self._error

    async def __aiter__(self) -> AsyncIterator[bytes]:
        yield self._begun
        raise self._error
