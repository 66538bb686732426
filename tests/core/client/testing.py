"""What the tests of the core share: a recording service, a virtual clock, one driver for both clients."""

import asyncio
import inspect
import json
from collections.abc import Callable
from typing import Any, cast

import httpx2

from ._async_client import AsyncExample
from ._core.runtime import Runtime
from ._sync_client import Example

TOKEN = "tok-planted-0123456789"

NOTE = {"id": 7, "text": "hello"}


def envelope(data: Any, **more: Any) -> bytes:
    """A successful answer as the example platform writes it."""
    return json.dumps({"ts": 1, "data": data, **more}).encode()


def answer(data: Any = NOTE, status: int = 200, **headers: str) -> httpx2.Response:
    """A successful answer; header names with underscores for hyphens."""
    names = {name.replace("_", "-"): value for name, value in headers.items()}
    return httpx2.Response(status, content=envelope(data), headers={"content-type": "application/json", **names})


class Service:
    """Answers requests with what it was given, in turn; the last one again and again. Keeps the requests."""

    def __init__(self, *answers: Any) -> None:
        self.answers = list(answers) or [answer()]
        self.requests: list[httpx2.Request] = []

    def __call__(self, request: httpx2.Request) -> httpx2.Response:
        self.requests.append(request)
        position = min(len(self.requests), len(self.answers)) - 1
        reply = self.answers[position]
        if isinstance(reply, type) and issubclass(reply, Exception):
            reply = reply("planned")
        if isinstance(reply, Exception):
            raise reply
        if isinstance(reply, bytes):
            reply = httpx2.Response(200, content=reply, headers={"content-type": "application/json"})
        if isinstance(reply, int):
            reply = httpx2.Response(reply)
        if not isinstance(reply, httpx2.Response):
            return cast(httpx2.Response, reply(request))
        return httpx2.Response(reply.status_code, headers=reply.headers, stream=reply.stream)

    @property
    def last(self) -> httpx2.Request:
        """The request that came last."""
        return self.requests[-1]

    def transport(self) -> httpx2.MockTransport:
        """A transport to this service."""
        return httpx2.MockTransport(self)


class Clock:
    """Time that passes only when somebody sleeps."""

    def __init__(self, chance: float = 1.0) -> None:
        self.now = 1000.0
        self.slept: list[float] = []
        self.chance = chance

    def sleep(self, seconds: float) -> None:
        """Let time pass."""
        self.slept.append(seconds)
        self.now += seconds

    async def async_sleep(self, seconds: float) -> None:
        """Let time pass."""
        self.sleep(seconds)

    def runtime(self) -> Runtime:
        """A runtime on this clock; chance is always the same."""
        return Runtime(
            monotonic=lambda: self.now,
            time=lambda: 1_700_000_000 + self.now,
            random=lambda: self.chance,
            sync_sleep=self.sleep,
            async_sleep=self.async_sleep,
        )


class Driver:
    """Runs the same action on the synchronous or the asynchronous client."""

    def __init__(self, kind: str) -> None:
        self.kind = kind

    def client(self, service: Any = None, **options: Any) -> Any:
        """A client of the kind under test, on `service` unless the options say where to send."""
        if service is not None:
            options.setdefault("transport", service.transport())
        options.setdefault("token", TOKEN)
        return (Example if self.kind == "sync" else AsyncExample)(**options)

    def run(self, service: Any, action: Callable[[Any], Any], **options: Any) -> Any:
        """`action(client)`, awaited if need be; the client is closed afterwards."""
        return self.use(self.client(service, **options), action)

    def use(self, client: Any, action: Callable[[Any], Any]) -> Any:
        """`action(client)` and closing."""
        if self.kind == "sync":
            with client:
                return action(client)

        async def main() -> Any:
            async with client:
                result = action(client)
                return await result if inspect.isawaitable(result) else result

        return asyncio.run(main())

    def collect(self, service: Any, action: Callable[[Any], Any], **options: Any) -> list[Any]:
        """All items that iterating over `action(client)` gives."""
        if self.kind == "sync":
            return list(self.run(service, lambda client: list(action(client)), **options))

        async def everything(client: Any) -> list[Any]:
            return [item async for item in action(client)]

        return list(self.run(service, everything, **options))
