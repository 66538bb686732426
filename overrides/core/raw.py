"""Raw access: the answer as it came, decoded on request; and the wrappers that give methods their raw form."""

import json
from collections.abc import Awaitable, Callable
from typing import Any, Generic, ParamSpec, TypeVar, cast

import httpx2

P = ParamSpec("P")
T = TypeVar("T")
U = TypeVar("U")


class RawResponse(Generic[T]):
    """An answer that is no error, as it came over the wire."""

    __slots__ = (
        "_parse",
        "_parsed",
        "attempts",
        "content",
        "elapsed",
        "headers",
        "method",
        "status_code",
        "url",
    )

    def __init__(
        self,
        *,
        status_code: int,
        headers: httpx2.Headers,
        content: bytes,
        method: str,
        url: str,
        elapsed: float,
        attempts: int,
        parse: "Callable[[RawResponse[Any]], T]",
    ) -> None:
        self.status_code = status_code
        """HTTP status as it was on the wire."""
        self.headers = headers
        self.content = content
        """The body, decompressed."""
        self.method = method
        self.url = url
        """Address of the request, without credentials."""
        self.elapsed = elapsed
        """Seconds from sending the last attempt to the end of its answer."""
        self.attempts = attempts
        self._parse = parse

    @property
    def request_id(self) -> str | None:
        """The platform's name for this request (header `X-Request-Id`)."""
        return self.headers.get("x-request-id")

    @property
    def text(self) -> str:
        """The body as text; what is not UTF-8 is replaced."""
        return self.content.decode("utf-8", "replace")

    def json(self) -> Any:
        """The body as plain Python values. Raises ValueError if it is not JSON."""
        return json.loads(self.content)

    def parse(self) -> T:
        """What the call without raw access returns, or the error that it raises. Decoded once."""
        try:
            return cast(T, self._parsed)
        except AttributeError:
            self._parsed = self._parse(self)
            return cast(T, self._parsed)

    def then(self, change: "Callable[[T], U]") -> "RawResponse[U]":
        """The same answer, with `change` applied to what `parse` gives."""
        other: RawResponse[U] = object.__new__(RawResponse)
        for name in ("status_code", "headers", "content", "method", "url", "elapsed", "attempts"):
            setattr(other, name, getattr(self, name))
        other._parse = lambda _: change(self.parse())
        return other

    def __repr__(self) -> str:
        return f"<RawResponse [{self.status_code}] {self.method} {self.url}, {len(self.content)} bytes>"


def to_raw(method: Callable[P, T]) -> Callable[P, RawResponse[T]]:
    """The raw form of a method of a resource that is bound to a client's raw view (which makes it true)."""
    return cast("Callable[P, RawResponse[T]]", method)


def to_raw_awaitable(method: Callable[P, Awaitable[T]]) -> Callable[P, Awaitable[RawResponse[T]]]:
    """`to_raw` for methods of asynchronous resources."""
    return cast("Callable[P, Awaitable[RawResponse[T]]]", method)
