# Copied from overrides/core/paginator.py by "nox -s generate": edit it there.
"""What list methods return: the first page, or (async) what can be awaited for it or iterated."""

from collections.abc import AsyncIterator, Awaitable, Callable, Generator
from typing import Any, Generic, TypeVar

from ._async_paging import AsyncPage
from ._sync_paging import Page

T = TypeVar("T")

Paginator = Page


class AsyncPaginator(Awaitable[AsyncPage[T]], Generic[T]):
    """`await` gives the first page, `async for` all items to the end of the list. Nothing is sent before."""

    def __init__(self, start: Callable[[], Awaitable[AsyncPage[T]]]) -> None:
        self._start = start

    def __await__(self) -> Generator[Any, Any, AsyncPage[T]]:
        return self._start().__await__()

    async def __aiter__(self) -> AsyncIterator[T]:
        async for item in await self._start():
            yield item


async_pages = AsyncPaginator


def sync_pages(start: Callable[[], Page[T]]) -> Page[T]:
    """The first page."""
    return start()
