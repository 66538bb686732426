"""Raw access: answers as they came, decoded on request; raw types for methods; types of hooks."""

from collections.abc import Awaitable, Callable
from typing import Any, Generic, NoReturn, ParamSpec, TypeVar, cast

import httpx2
from pydantic_core import from_json

P = ParamSpec("P")
T = TypeVar("T")
U = TypeVar("U")


class QuietHeaders(httpx2.Headers):
    """Headers of a request; they print without values that may be secret (httpx2 hides `Authorization` only)."""

    def __repr__(self) -> str:
        return f"Headers({ {name: value if name in _HARMLESS else '***' for name, value in self.multi_items()} })"

    def __reduce_ex__(self, protocol: object) -> NoReturn:
        raise TypeError("headers of a request cannot be pickled: they hold credentials")


_HARMLESS = {"accept", "accept-encoding", "connection", "content-length", "content-type", "host", "user-agent"}


class RawResponse(Generic[T]):
    """An answer as it came: `content` are decompressed bytes; `url` is without credentials; `elapsed`, in seconds, is
    from sending the last attempt to the end of its answer; `attempts` is how often it was tried."""

    def __init__(
        self, response: httpx2.Response, content: bytes | None, url: str, elapsed: float, attempts: int, decode: Any
    ) -> None:
        self.status_code = response.status_code
        self.headers = response.headers
        self.content = content or b""
        self.cut = content is None  # too long to be read
        self.method = response.request.method
        self.url = url
        self.elapsed = elapsed
        self.attempts = attempts
        self._decode = decode

    @property
    def request_id(self) -> str | None:
        """The platform's name for this request (header `X-Request-Id`)."""
        return self.headers.get("x-request-id")

    @property
    def text(self) -> str:
        """The body as text; what is not UTF-8 is replaced."""
        return self.content.decode("utf-8", "replace")

    def json(self) -> Any:
        """The body as plain Python values. Raises ValueError if it is not JSON, or nested too deeply."""
        return from_json(self.content, allow_inf_nan=False)

    def parse(self) -> T:
        """What the call returns without raw access, or the error that it raises; decoded once."""
        if not hasattr(self, "_result"):
            self._result: Any = self._decode(self)
        return cast(T, self._result)

    def then(self, change: Callable[[T], U]) -> "RawResponse[U]":
        """The same answer with `change` applied to what `parse` gives."""
        other: RawResponse[U] = cast("RawResponse[U]", self)
        other._decode = lambda raw, before=self._decode: change(before(raw))
        return other

    def __reduce_ex__(self, protocol: object) -> NoReturn:
        raise TypeError("a RawResponse cannot be pickled: keep its content")

    def __repr__(self) -> str:
        return f"<RawResponse [{self.status_code}] {self.method} {self.url}, {len(self.content)} bytes>"


def to_raw(method: Callable[P, T]) -> Callable[P, RawResponse[T]]:
    """The raw form of a method. The method must be bound to a raw view of a client, which makes it true."""
    return cast("Callable[P, RawResponse[T]]", method)


def to_raw_awaitable(method: Callable[P, Awaitable[T]]) -> Callable[P, Awaitable[RawResponse[T]]]:
    """`to_raw` for asynchronous methods."""
    return cast("Callable[P, Awaitable[RawResponse[T]]]", method)


# A request hook sees each attempt before it is sent, credentials included; it may change headers, not the
# origin. A response hook sees each answer, errors included.
RequestHook = Callable[[httpx2.Request], None]
ResponseHook = Callable[[RawResponse[Any]], None]
AsyncRequestHook = Callable[[httpx2.Request], Awaitable[None]]
AsyncResponseHook = Callable[[RawResponse[Any]], Awaitable[None]]
