# Copied from overrides/core/_async_executor.py by "nox -s generate": edit it there.
"""The transport loop on httpx2: connections, attempts, limits, hooks, logging."""

import os
import threading
from collections.abc import Callable, Sequence
from contextlib import aclosing
from dataclasses import dataclass
from logging import DEBUG
from typing import Any, TypeVar

import httpx2

from .call import Call, Failure
from .config import Settings, log
from .envelope import one_line, redact
from .errors import ClientStateError, ConfigurationError, ResponseTooLargeError
from .raw import AsyncRequestHook, AsyncResponseHook, QuietHeaders, RawResponse
from .retry import Outcome, retry_after_seconds
from .runtime import async_loop, async_result, has_ended
from .secrets import forget_frames
from .types import Timeout

T = TypeVar("T")

_LATE = Failure("the deadline of the call passed", "deadline")
_opening = threading.RLock()
if hasattr(os, "register_at_fork"):  # not on Windows, which has no fork; a lock that a thread holds would stay locked
    os.register_at_fork(before=_opening.acquire, after_in_parent=_opening.release, after_in_child=_opening.release)


@dataclass(eq=False, repr=False)
class AsyncPool:
    """The connections of a client and its copies, opened with the first call; anew after a fork, and in another event
    loop if the first one is closed. What a user gave cannot be opened again: that is a ClientStateError."""

    given: httpx2.AsyncClient | None
    transport: httpx2.AsyncBaseTransport | None
    options: dict[str, Any]
    closed: bool = False
    _client: httpx2.AsyncClient | None = None
    _inherited: httpx2.AsyncClient | None = None
    _pid: int = 0
    _loop: Any = None

    def client(self) -> httpx2.AsyncClient:
        """The httpx2 client to use here and now."""
        client = self._client
        if client is not None and self._pid == os.getpid() and self._loop is async_loop():
            return client
        with _opening:
            return self._open(os.getpid(), async_loop())

    def _open(self, pid: int, loop: Any) -> httpx2.AsyncClient:
        if self.closed:
            raise ClientStateError("this client is closed: create a new one")
        if self._client is not None:
            if self._pid == pid and self._loop is loop:
                return self._client  # another thread was faster
            self._check_reopen(pid)
            if self._pid != pid:
                self._inherited = self._client  # to close or collect it would disturb the parent process
        try:
            self._client = self.given or httpx2.AsyncClient(transport=self.transport, **self.options)
            for mount in () if self.given else (self._client._transport, *self._client._mounts.values()):
                connections: Any = getattr(mount, "_pool", None)
                if mount is not self.transport and hasattr(connections, "_network_backend"):  # no public way to it
                    connections._network_backend = AsyncTimed(connections._network_backend)
        except (ValueError, ImportError, OSError) as error:
            reason = str(error).replace("httpx[", "httpx2[").replace("install httpx ", "install it ")
            problem = f"httpx2 does not accept these settings (arguments, proxy variables, SSL_CERT_FILE): {reason}"
        else:
            self._pid, self._loop = pid, loop
            return self._client
        raise ConfigurationError(problem)

    def _check_reopen(self, pid: int) -> None:
        if pid == self._pid and self._loop is not None and not has_ended(self._loop):
            raise ClientStateError("this client is in use in another event loop: create one for each loop")
        if self.given is not None or isinstance(self.transport, httpx2.AsyncHTTPTransport):
            what = "http_client" if self.given is not None else "transport"
            where = "event loop" if pid == self._pid else "process"
            raise ClientStateError(f"the {what}= of this client belongs to another {where}: create both here")

    async def aclose(self) -> None:
        """Close the connections, except those of a client that the user made or that belong elsewhere."""
        self.closed = True
        client, self._client = self._client, None
        if client is not None and not self.given and self._pid == os.getpid() and self._loop is async_loop():
            await client.aclose()


class _Limit(float):
    """A timeout in seconds that knows what is left of the deadline when it is used."""

    left: Callable[[], float]

    def now(self) -> float:
        if self.left() <= 0:
            raise httpx2.ReadTimeout("too late")
        return min(self, self.left())


class _Phases(dict[str, float | None]):
    """Timeouts that shrink with what is left of the deadline: httpcore2 asks as each phase begins."""

    def __init__(self, timeout: Timeout, left: Callable[[], float]) -> None:
        super().__init__(timeout.as_dict())
        self._left = left

    def get(self, phase: str, default: Any = None) -> Any:
        limit = super().get(phase, default)
        seconds = _Limit(max(0.001, self._left() if limit is None else min(limit, self._left())))
        seconds.left = self._left
        return seconds


class AsyncTimed:
    """A network backend or stream of httpcore2 that looks at the deadline before each read, not once a phase:
    headers that come byte by byte, or one `100 Continue` after another, would last for ever."""

    def __init__(self, inner: Any) -> None:
        self._inner = inner

    def __getattr__(self, name: str) -> Any:
        return getattr(self._inner, name)

    async def connect_tcp(self, *args: Any, **options: Any) -> Any:
        return AsyncTimed(await self._inner.connect_tcp(*args, **options))

    async def start_tls(self, *args: Any, **options: Any) -> Any:
        return AsyncTimed(await self._inner.start_tls(*args, **options))

    async def read(self, size: int, timeout: float | None = None) -> Any:
        return await self._inner.read(size, timeout.now() if isinstance(timeout, _Limit) else timeout)

    async def write(self, data: bytes, timeout: float | None = None) -> None:
        await self._inner.write(data, timeout.now() if isinstance(timeout, _Limit) else timeout)


@dataclass(frozen=True, repr=False)
class AsyncExecutor:
    """Sends the requests of a client: attempts and waiting, limits, hooks."""

    pool: AsyncPool
    settings: Settings
    on_request: Sequence[AsyncRequestHook]
    on_response: Sequence[AsyncResponseHook]

    async def execute(self, call: Call[T], timeouts: Timeout) -> RawResponse[T]:
        """The answer to a call, after as many attempts as it takes and may take. Raises an APIError."""
        settings, runtime = self.settings, self.settings.runtime
        end = None if settings.deadline is None else runtime.monotonic() + settings.deadline
        attempt = 1
        while True:
            answer = await self._attempt(call, attempt, timeouts, end)
            if isinstance(answer, Failure):
                fault, outcome = None, Outcome(never_sent=answer.never_sent)
            else:
                fault = call.rule.fault(answer.status_code, answer.content)
                if fault is None:
                    return answer
                if 300 <= answer.status_code < 400 and "location" in answer.headers:
                    raise call.redirected(answer)
                wait = retry_after_seconds(answer.headers.get("retry-after"), runtime.time())
                outcome = Outcome(fault.status, retry_after=wait, lasting=fault.lasting)
            safety = {"repeatable": call.operation.retry, "replayable": call.wire.replayable}
            remaining = None if end is None else end - runtime.monotonic()
            decision = settings.retry.decide(attempt, outcome, **safety, remaining=remaining, random=runtime.random)
            if isinstance(decision, str):
                break
            await runtime.async_sleep(decision)
            attempt += 1
        if isinstance(answer, Failure):
            raise call.failed(answer, attempt, decision)
        assert fault is not None
        raise call.refused(answer, fault, decision, outcome.retry_after)

    async def _attempt(
        self, call: Call[T], attempt: int, timeouts: Timeout, end: float | None
    ) -> RawResponse[T] | Failure:
        clock = self.settings.runtime.monotonic
        start = clock()
        limits = timeouts.as_dict() if end is None else _Phases(timeouts, lambda: end - clock())
        request = self._request(call, limits)
        for hook in self.on_request:
            await async_result(hook(request))
        if self.on_request and request.url.origin != httpx2.URL(call.url).origin:
            raise ConfigurationError("a request hook changed the origin; credentials go to base_url only")
        answer = await self._exchange(call, request, attempt, start, end)
        if log.isEnabledFor(DEBUG):
            if isinstance(answer, Failure):
                told = answer.text
            else:
                told = f"{answer.status_code}, {len(answer.content)} bytes, request id {answer.request_id or 'none'}"
            what = one_line(redact(told, call.secrets))
            taken = (clock() - start) * 1000
            log.debug("%s -> %s, %.0f ms, attempt %d", call.name(call.wire.path), what[:500], taken, attempt)
        if isinstance(answer, Failure):
            return answer
        if answer.cut:
            problem = f"the answer is longer than max_response_bytes, {self.settings.max_response_bytes}"
            raise call.unusable(answer, f"{problem}: raise that if it is intended", ResponseTooLargeError)
        for response_hook in self.on_response:
            await async_result(response_hook(answer))
        return answer

    async def _exchange(
        self, call: Call[T], request: httpx2.Request, attempt: int, start: float, end: float | None
    ) -> RawResponse[T] | Failure:
        clock = self.settings.runtime.monotonic
        try:
            response = await self.pool.client().send(
                request, stream=True, auth=call.signer or httpx2.USE_CLIENT_DEFAULT, follow_redirects=False
            )
            try:
                content = await self._read(response, end)
            finally:
                await response.aclose()
        except httpx2.HTTPError as error:
            failure = Failure.of(error)
            if end is not None and failure.phase in ("read", "write") and clock() >= end - 0.001:
                return failure._replace(text=f"{_LATE.text}: {failure.text}", phase=_LATE.phase)
            return failure
        except BaseException as error:
            forget_frames(error)
            raise
        if content is None and end is not None and clock() >= end:
            return _LATE
        return RawResponse(response, content, call.safe_url(), clock() - start, attempt, call.decode)

    def _request(self, call: Call[Any], timeouts: Any) -> httpx2.Request:
        wire, url = call.wire, call.full_url()
        headers = QuietHeaders(self.settings.headers)
        headers.update([(name, secret.text()) for name, secret in self.settings.secrets.items()])
        headers.update(wire.headers)
        # An httpx2 client of the user adds its own headers and cookies; ours has none.
        make = self.pool.client().build_request if self.pool.given else httpx2.Request
        extensions = {"timeout": timeouts}
        request = make(wire.method, url, headers=headers, content=wire.content, extensions=extensions)
        request.headers = QuietHeaders(request.headers)  # httpx2 makes plain ones, of headers and address
        if type(url) is not httpx2.URL:
            request.url = url
        return request

    async def _read(self, response: httpx2.Response, end: float | None) -> bytes | None:
        """The body; None if it passes the size limit or the deadline, without reading on."""
        limit = self.settings.max_response_bytes
        announced = response.headers.get("content-length", "")
        if announced.isdigit() and int(announced[:20]) > limit:
            return None
        content = bytearray()  # a list of chunks, of a byte each, would take forty times as much
        stream: Any = response.aiter_bytes()
        async with aclosing(stream):
            async for chunk in stream:
                content += chunk
                if len(content) > limit or (end is not None and self.settings.runtime.monotonic() > end):
                    return None
        return bytes(content)
