"""What list methods return: synchronous ones the first page, asynchronous ones an awaitable that also iterates."""

from collections.abc import AsyncIterator, Awaitable, Callable, Generator
from typing import Any, Generic, TypeVar

from ._async_paging import AsyncPage
from ._sync_paging import Page

T = TypeVar("T")

Paginator = Page


class AsyncPaginator(Generic[T]):
    """`await` gives the first page; `async for` goes over all items to the end. Nothing is sent before."""

    __slots__ = ("_start",)

    def __init__(self, start: Callable[[], Awaitable[AsyncPage[T]]]) -> None:
        self._start = start

    def __await__(self) -> Generator[Any, Any, AsyncPage[T]]:
        return self._start().__await__()

    async def __aiter__(self) -> AsyncIterator[T]:
        async for item in await self._start():
            yield item


def async_pages(start: Callable[[], Awaitable[AsyncPage[T]]]) -> AsyncPaginator[T]:
    """The paginator over pages that begin with `start`."""
    return AsyncPaginator(start)


def sync_pages(start: Callable[[], Page[T]]) -> Page[T]:
    """The first page."""
    return start()
