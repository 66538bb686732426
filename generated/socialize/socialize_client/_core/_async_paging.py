# Copied from overrides/core/_async_paging.py by "nox -s generate": edit it there.
"""Pages that fetch the next one."""

from collections.abc import AsyncIterator
from typing import Any, Generic, TypeVar

from .errors import APIError
from .paging import Arguments, AsyncFetch, PageInfo, Paging, attribute

T = TypeVar("T")

_REMEMBERED = 10_000  # so many items are remembered to recognise repeated ones: memory does not grow with the list
_PROBES = 3  # so often a strategy may ask for something else in place of a page


class AsyncPager(Generic[T]):
    """Asks for the pages of one list call."""

    def __init__(self, fetch: AsyncFetch, paging: Paging[T]) -> None:
        self.fetch = fetch
        self.paging = paging

    async def page(self, asked: Arguments, before: "AsyncPage[T] | None" = None) -> "AsyncPage[T]":
        """The page at these arguments, or another one that the strategy asks for after seeing it."""
        total = before.total if before else None
        info, skipped = await self._ask(asked, total)
        for _ in range(_PROBES):
            instead = before and self.paging.strategy.judge(before.info, info)
            if not instead:
                break
            info, skipped = await self._ask({**asked, **instead}, total)
        return AsyncPage(self, info, skipped, before)

    def first(self, asked: Arguments, answer: Any) -> "AsyncPage[T]":
        """The first page, out of an answer that is there already."""
        return AsyncPage(self, self._info(asked, answer), [], None)

    async def _ask(self, asked: Arguments, total: int | None) -> tuple[PageInfo, list[APIError]]:
        try:
            return self._info(asked, await self.fetch(asked)), []
        except APIError as error:
            parts = self.paging.strategy.recover(asked, error)
            if parts is None:
                raise
            skipped = [] if parts else [error]
        items: list[Any] = []
        for part in parts:
            info, more = await self._ask({**asked, **part}, total)
            items.extend(info.items)
            skipped.extend(more)
            total = info.total
        return PageInfo(asked, items, total, None), skipped

    def _info(self, asked: Arguments, answer: Any) -> PageInfo:
        total = attribute(answer, self.paging.total) if self.paging.total else None
        return PageInfo(asked, attribute(answer, self.paging.items) or [], total, answer)


class AsyncPage(Generic[T]):
    """A page of a list; iterating goes on to the end, page by page. `items` are those of this page; `skipped` the
    errors of parts that the platform cannot serve and that were left out; `info` says what was asked and what came."""

    def __init__(
        self, pager: AsyncPager[T], info: PageInfo, skipped: list[APIError], before: "AsyncPage[T] | None"
    ) -> None:
        self._pager = pager
        self.info = info
        self.skipped = skipped
        self.items: list[T] = list(info.items)
        self._seen: dict[Any, None] = dict(before._seen) if before else {}
        if pager.paging.key:
            self.items = [item for item, key in zip(info.items, self._keys(), strict=True) if self._is_new(key)]
        for key in list(self._seen)[:-_REMEMBERED]:
            del self._seen[key]

    def _keys(self) -> list[Any]:
        return [attribute(item, self._pager.paging.key or ()) for item in self.info.items]

    def _is_new(self, key: Any) -> bool:
        known = key is not None and key in self._seen
        self._seen[key] = None
        return not known

    @property
    def total(self) -> int | None:
        """How many items the whole list has, where the platform says it."""
        return self.info.total

    @property
    def answer(self) -> Any:
        """The useful object of the answer that the items came in; None if the page was put together."""
        return self.info.answer

    @property
    def has_next(self) -> bool:
        """Whether there seems to be a page after this one."""
        return self._pager.paging.strategy.advance(self.info) is not None

    async def next_page(self) -> "AsyncPage[T] | None":
        """The page after this one; None at the end of the list. A page with nothing new is the end."""
        change = self._pager.paging.strategy.advance(self.info)
        if change is None:
            return None
        page = await self._pager.page({**self.info.arguments, **change}, self)
        return page if page.items or page.skipped else None

    async def pages(self) -> AsyncIterator["AsyncPage[T]"]:
        """This page and the ones after it."""
        page: AsyncPage[T] | None = self
        del self  # or the first page would be kept to the end
        while page is not None:
            yield page
            page = await page.next_page()

    async def __aiter__(self) -> AsyncIterator[T]:
        pages = self.pages()
        del self
        async for page in pages:
            for item in page.items:
                yield item

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {len(self.items)} items, total {self.total}>"
