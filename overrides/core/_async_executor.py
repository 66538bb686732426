"""The transport loop on httpx2: connections, attempts, limits, hooks, logging."""

import os
import threading
from collections.abc import AsyncGenerator, Callable, Sequence
from contextlib import aclosing
from logging import DEBUG
from typing import Any, TypeVar, cast

import httpx2

from .call import Call, Failure
from .config import Settings, check_origin
from .envelope import redact
from .errors import ClientStateError
from .hooks import AsyncRequestHook, AsyncResponseHook
from .logs import package_logger
from .raw import RawResponse
from .retry import GiveUp, Outcome, retry_after_seconds
from .runtime import async_loop
from .types import Timeout

T = TypeVar("T")

_log = package_logger()
_opening = threading.Lock()


def _renew_lock() -> None:
    global _opening
    _opening = threading.Lock()


if hasattr(os, "register_at_fork"):  # not on Windows, which has no fork
    os.register_at_fork(after_in_child=_renew_lock)


class AsyncPool:
    """The connections of a client and of its `with_options` copies, opened with the first call.

    After a fork, or in another event loop when the first one is closed, new connections are opened. What the user
    made (client, transport with connections) cannot be opened again and gives a ClientStateError.
    """

    def __init__(
        self,
        client: httpx2.AsyncClient | None,
        transport: httpx2.AsyncBaseTransport | None,
        options: dict[str, Any],
    ) -> None:
        self._given = client
        self.is_given = client is not None
        self._transport = transport
        self._options = options
        self._client: httpx2.AsyncClient | None = None
        self._left: list[httpx2.AsyncClient] = []
        self._pid = 0
        self._loop: Any = None
        self.closed = False

    def client(self) -> httpx2.AsyncClient:
        """The httpx2 client to use here and now. Raises ClientStateError."""
        client = self._client
        if client is not None and self._pid == os.getpid() and self._loop is async_loop() and not self.closed:
            return client
        return self._open()

    def _open(self) -> httpx2.AsyncClient:
        with _opening:
            if self.closed:
                raise ClientStateError("this client is closed: create a new one")
            pid, loop = os.getpid(), async_loop()
            if self._client is not None and self._pid == pid and self._loop is loop:
                return self._client
            if self._client is not None:
                self._check_reopen(pid)
                # Closing it would shut connections that belong to another process or a loop that is gone.
                self._left.append(self._client)
            self._client = self._given or httpx2.AsyncClient(transport=self._transport, **self._options)
            self._pid, self._loop = pid, loop
            return self._client

    def _check_reopen(self, pid: int) -> None:
        place = "process after a fork" if pid != self._pid else "event loop"
        if pid == self._pid and self._loop is not None and not self._loop.is_closed():
            raise ClientStateError(
                "this client is in use in another event loop: create one client for each loop"
            )
        if self._given is not None or isinstance(self._transport, httpx2.AsyncHTTPTransport):
            what = "http_client" if self._given is not None else "transport"
            raise ClientStateError(
                f"this client was first used in another {place}, and its {what}= was: create both here"
            )

    async def aclose(self) -> None:
        """Close the connections, unless the httpx2 client was made by the user."""
        self.closed = True
        client, self._client = self._client, None
        if client is None or client is self._given or self._pid != os.getpid():
            return
        if self._loop is None or self._loop is async_loop():
            await client.aclose()


class _Phases(dict[str, float | None]):
    """Timeouts that shrink with what is left of the deadline, read by httpcore2 at the beginning of each phase."""

    def __init__(self, timeout: Timeout, remaining: Callable[[], float | None]) -> None:
        super().__init__(timeout.as_dict())
        self._remaining = remaining

    def __getitem__(self, phase: str) -> float | None:
        return self.get(phase)

    def get(self, phase: str, default: Any = None) -> Any:
        limit, left = super().get(phase, default), self._remaining()
        if left is None:
            return limit
        return max(0.001, left if limit is None else min(limit, left))


class AsyncExecutor:
    """Sends the requests of a client: attempts, waiting, hooks, limits."""

    def __init__(
        self,
        pool: AsyncPool,
        settings: Settings,
        on_request: Sequence[AsyncRequestHook],
        on_response: Sequence[AsyncResponseHook],
    ) -> None:
        self.pool = pool
        self.settings = settings
        self.on_request = tuple(on_request)
        self.on_response = tuple(on_response)

    def copy(self, settings: Settings) -> "AsyncExecutor":
        """The same connections and hooks with other settings."""
        return AsyncExecutor(self.pool, settings, self.on_request, self.on_response)

    async def execute(self, call: Call[T], timeout: Timeout) -> RawResponse[T]:
        """The answer to a call, after as many attempts as it takes and may take. Raises an APIError."""
        settings = self.settings
        runtime = settings.runtime
        end = None if settings.deadline is None else runtime.monotonic() + settings.deadline
        attempt = 0
        while True:
            attempt += 1
            answer = await self._attempt(call, attempt, timeout, end)
            if isinstance(answer, Failure):
                outcome, fault = Outcome(None, answer.never_sent), None
            else:
                fault = call.rule.fault(answer.status_code, answer.content)
                if fault is None:
                    return answer
                if 300 <= answer.status_code < 400 and "location" in answer.headers:
                    raise call.redirected(answer)
                wait = retry_after_seconds(answer.headers.get("retry-after"), runtime.time())
                outcome = Outcome(fault.status, False, wait)
            decision = settings.retry.decide(
                attempt,
                outcome,
                repeatable=call.operation.retry,
                replayable=call.wire.replayable,
                remaining=None if end is None else end - runtime.monotonic(),
                random=runtime.random,
            )
            if isinstance(decision, GiveUp):
                break
            await runtime.async_sleep(decision.seconds)
        if isinstance(answer, Failure):
            raise call.failed(answer, attempt, decision.reason)
        assert fault is not None
        error = call.refused(answer, fault, decision.reason)
        error.retry_after = outcome.retry_after
        raise error

    async def _attempt(
        self, call: Call[T], attempt: int, timeout: Timeout, end: float | None
    ) -> RawResponse[T] | Failure:
        runtime = self.settings.runtime
        start = runtime.monotonic()
        client = self.pool.client()
        request = self._request(
            client, call, _Phases(timeout, lambda: None if end is None else end - runtime.monotonic())
        )
        for hook in self.on_request:
            await hook(request)
        if self.on_request:
            check_origin(request.url, call.url)
        try:
            auth = call.signer or httpx2.USE_CLIENT_DEFAULT
            response = await client.send(request, stream=True, auth=auth, follow_redirects=False)
            try:
                content = await self._read(response, end)
            finally:
                await response.aclose()
        except httpx2.HTTPError as error:
            failure = Failure.of(error)
        except BaseException as error:
            if not isinstance(error, Exception):
                # A cancellation: frames of the transport could show headers in a traceback with locals.
                error.__traceback__ = None
            raise
        else:
            return await self._received(call, attempt, response, content, start, end)
        _log.debug(
            "%s %s -> %s after %.0f ms, attempt %d",
            call.wire.method,
            call.wire.path,
            redact(failure.text, call.secrets),
            (runtime.monotonic() - start) * 1000,
            attempt,
        )
        return failure

    async def _received(
        self,
        call: Call[T],
        attempt: int,
        response: httpx2.Response,
        content: bytes | None,
        start: float,
        end: float | None,
    ) -> RawResponse[T] | Failure:
        """Make a RawResponse of what was read; `content` None means that reading stopped at a limit."""
        now = self.settings.runtime.monotonic()
        raw: RawResponse[T] = RawResponse(
            status_code=response.status_code,
            headers=response.headers,
            content=content or b"",
            method=call.wire.method,
            url=call.safe_url(),
            elapsed=now - start,
            attempts=attempt,
            parse=call.decode,
        )
        if _log.isEnabledFor(DEBUG):
            _log.debug(
                "%s %s -> %d in %.0f ms, %d bytes, attempt %d, request id %s",
                call.wire.method,
                call.wire.path,
                raw.status_code,
                raw.elapsed * 1000,
                len(raw.content),
                attempt,
                raw.request_id,
            )
        if content is None:
            if end is not None and now >= end:
                return Failure("the deadline of the call passed while reading", "deadline")
            raise call.too_large(raw, self.settings.max_response_bytes)
        for hook in self.on_response:
            await hook(raw)
        return raw

    def _request(self, client: httpx2.AsyncClient, call: Call[Any], timeouts: _Phases) -> httpx2.Request:
        wire = call.wire
        headers = httpx2.Headers(self.settings.headers)
        for name, value in wire.headers:
            headers[name] = value
        # A client given by the user adds its own headers and cookies; ours has none.
        make = client.build_request if self.pool.is_given else httpx2.Request
        return make(
            wire.method,
            call.url + wire.query_string(),
            headers=headers,
            content=wire.content,
            files=wire.files,
            extensions={"timeout": timeouts},
        )

    async def _read(self, response: httpx2.Response, end: float | None) -> bytes | None:
        """The body; None when it passes the limit or the deadline, without reading on."""
        limit = self.settings.max_response_bytes
        announced = response.headers.get("content-length", "")
        if announced.isdigit() and int(announced[:20]) > limit:
            return None
        chunks: list[bytes] = []
        size = 0
        async with aclosing(cast("AsyncGenerator[bytes, None]", response.aiter_bytes())) as stream:
            async for chunk in stream:
                size += len(chunk)
                if size > limit or (end is not None and self.settings.runtime.monotonic() > end):
                    return None
                chunks.append(chunk)
        return b"".join(chunks)
