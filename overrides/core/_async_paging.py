"""Pages that fetch the next one."""

from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from typing import Any, Generic, TypeVar

from .errors import APIError
from .paging import Arguments, PageInfo, Paging, attribute

T = TypeVar("T")

AsyncFetch = Callable[[Arguments], Awaitable[Any]]
"""Sends the list call with these arguments and gives the useful object of its answer."""

_REMEMBERED = 10_000
_PROBES = 3


class AsyncPager(Generic[T]):
    """Fetches the pages of one list call and leaves out items that came before."""

    def __init__(self, fetch: AsyncFetch, paging: Paging[T]) -> None:
        self.fetch = fetch
        self.paging = paging
        self._seen: dict[Any, None] = {}

    def first(self, answer: Any, arguments: Arguments) -> "AsyncPage[T]":
        """The page that an answer makes."""
        info = self._info(arguments, answer)
        return AsyncPage(self, info, self._new_items(info), [])

    async def page(self, arguments: Arguments, before: PageInfo | None = None) -> "AsyncPage[T]":
        """The page at `arguments`, or another one that the strategy asks for after seeing it."""
        for _ in range(_PROBES):
            info, skipped = await self._ask(arguments)
            instead = self.paging.strategy.judge(before, info) if before else None
            if instead is None:
                break
            arguments = {**arguments, **instead}
        return AsyncPage(self, info, self._new_items(info), skipped)

    async def _ask(self, arguments: Arguments) -> tuple[PageInfo, list[APIError]]:
        try:
            return self._info(arguments, await self.fetch(arguments)), []
        except APIError as error:
            parts = self.paging.strategy.recover(arguments, error)
            if parts is None:
                raise
            failed = error
        items: list[Any] = []
        total, skipped = None, [] if parts else [failed]
        for part in parts:
            info, more = await self._ask({**arguments, **part})
            items.extend(info.items)
            total = info.total if total is None else total
            skipped.extend(more)
        return PageInfo(arguments, items, total, None), skipped

    def _info(self, arguments: Arguments, answer: Any) -> PageInfo:
        items = attribute(answer, self.paging.items)
        total = attribute(answer, self.paging.total) if self.paging.total else None
        return PageInfo(arguments, items or [], total, answer)

    def _new_items(self, info: PageInfo) -> list[T]:
        if self.paging.key is None:
            return list(info.items)
        new = []
        for item in info.items:
            key = attribute(item, self.paging.key)
            if key is None or key not in self._seen:
                new.append(item)
                self._seen[key] = None
        while len(self._seen) > _REMEMBERED:
            del self._seen[next(iter(self._seen))]
        return new


class AsyncPage(Generic[T]):
    """One page of a list. Iterating goes on to the end of the list, page by page."""

    def __init__(self, pager: AsyncPager[T], info: PageInfo, items: list[T], skipped: list[APIError]) -> None:
        self._pager = pager
        self._info = info
        self.items = items
        """The items of this page."""
        self.skipped = skipped
        """Errors of the parts of this page that the platform could not serve and that were left out."""

    @property
    def total(self) -> int | None:
        """The number of all items of the list, where the platform says it."""
        return self._info.total

    @property
    def answer(self) -> Any:
        """The useful object of the answer that the items came in."""
        return self._info.answer

    @property
    def arguments(self) -> Mapping[str, Any]:
        """What was asked for this page."""
        return self._info.arguments

    @property
    def has_next(self) -> bool:
        """Whether there seems to be a further page."""
        return self._pager.paging.strategy.advance(self._info) is not None

    async def next_page(self) -> "AsyncPage[T] | None":
        """The page after this one; None at the end. A page with nothing new is the end."""
        change = self._pager.paging.strategy.advance(self._info)
        if change is None:
            return None
        page = await self._pager.page({**self._info.arguments, **change}, self._info)
        return page if page.items or page.skipped else None

    async def pages(self) -> AsyncIterator["AsyncPage[T]"]:
        """This page and those after it."""
        page: AsyncPage[T] | None = self
        del self  # else the first page would be kept to the end
        while page is not None:
            yield page
            page = await page.next_page()

    async def __aiter__(self) -> AsyncIterator[T]:
        page: AsyncPage[T] | None = self
        del self
        while page is not None:
            for item in page.items:
                yield item
            page = await page.next_page()

    def __repr__(self) -> str:
        return f"<AsyncPage of {len(self.items)} items, total {self.total}>"
