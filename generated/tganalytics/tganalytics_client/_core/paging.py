# Copied from overrides/core/paging.py by "nox -s generate": edit it there.
"""Paging without I/O: strategies say which arguments to ask next, and when the end is reached."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, NamedTuple, Protocol, TypeVar

from .errors import APIError
from .types import NOT_GIVEN

T = TypeVar("T")

Arguments = Mapping[str, Any]  # arguments of a list call by Python name; body members by wire name
Fetch = Callable[[Arguments], Any]  # sends the list call and gives the useful object of its answer
AsyncFetch = Callable[[Arguments], Awaitable[Any]]


class PageInfo(NamedTuple):
    """What a strategy sees of a page."""

    arguments: Arguments  # what was asked (all arguments; those left out are NOT_GIVEN)
    items: Sequence[Any]  # the items as they came, repeated ones included
    total: int | None  # the number of all items, where the platform says it
    answer: Any  # the decoded answer, unwrapped


class Strategy(Protocol):
    """How a list goes on. Only `advance` must be written: else each answer is taken, and each error raised."""

    def advance(self, page: PageInfo) -> Arguments | None:
        """Arguments to change for the next page, or None at the end."""

    def judge(self, before: PageInfo, page: PageInfo) -> Arguments | None:
        """None to take the answer as the next page, or arguments to ask instead (after a probe)."""
        return None

    def recover(self, arguments: Arguments, error: APIError) -> Sequence[Arguments] | None:
        """After an error: None to raise it, or changes of arguments to ask instead, one after the other; with none of
        them the part is left out, and the page counts it in `skipped`."""
        return None


def argument(arguments: Arguments, name: str, default: Any) -> Any:
    """An argument's value, or `default` where it was left out or None."""
    value = arguments.get(name, NOT_GIVEN)
    return default if value is NOT_GIVEN or value is None else value


@dataclass(frozen=True)
class OffsetPaging(Strategy):
    """`offset` counts rows. Ends at the `total`; without one, at a page shorter than `limit`."""

    size: int  # what the platform takes when no limit is given
    offset: str = "offset"
    limit: str = "limit"

    def advance(self, page: PageInfo) -> Arguments | None:
        """The offset behind the items that came."""
        behind = argument(page.arguments, self.offset, 0) + len(page.items)
        return (
            {self.offset: behind} if _goes_on(page, argument(page.arguments, self.limit, self.size), behind) else None
        )


@dataclass(frozen=True)
class PageNumberPaging(Strategy):
    """`page` counts pages from `first`. Ends where `total` is reached; without a total, at a short page."""

    size: int
    page: str = "page"
    limit: str = "limit"
    first: int = 1

    def advance(self, page: PageInfo) -> Arguments | None:
        """The next number."""
        limit = argument(page.arguments, self.limit, self.size)
        number = argument(page.arguments, self.page, self.first)
        return {self.page: number + 1} if _goes_on(page, limit, (number - self.first + 1) * limit) else None


@dataclass(frozen=True)
class CursorPaging(Strategy):
    """The answer names a cursor to send next; none, an empty one, or the one just sent is the end."""

    argument: str = "cursor"
    path: tuple[str, ...] = ("cursor",)  # attributes from the answer to the cursor

    def advance(self, page: PageInfo) -> Arguments | None:
        """The cursor of the answer."""
        cursor = attribute(page.answer, self.path)
        if cursor is None or cursor == "" or cursor == page.arguments.get(self.argument):
            return None
        return {self.argument: cursor}


@dataclass(frozen=True)
class RangePaging(Strategy):
    """A window of rows from `first` (included) to `last` (excluded), at most `size` of them."""

    size: int
    first: str = "first"
    last: str = "last"

    def advance(self, page: PageInfo) -> Arguments | None:
        """The window behind this one, of the same length."""
        first = argument(page.arguments, self.first, 0)
        length = min(max(argument(page.arguments, self.last, first + self.size) - first, 1), self.size)
        behind = first + len(page.items)
        return {self.first: behind, self.last: behind + length} if _goes_on(page, length, behind) else None


@dataclass(frozen=True)
class IdBoundedPaging(Strategy):
    """`argument` bounds the items by the last `key`. Ends at an empty page; given a size, at a short one."""

    argument: str
    key: tuple[str, ...] = ("id",)
    limit: str | None = None
    size: int | None = None

    def advance(self, page: PageInfo) -> Arguments | None:
        """The key of the last item."""
        if not page.items:
            return None
        limit = argument(page.arguments, self.limit, self.size) if self.limit else self.size
        if limit is not None and len(page.items) < limit:
            return None
        bound = attribute(page.items[-1], self.key)
        return None if bound is None or bound == page.arguments.get(self.argument) else {self.argument: bound}


def _goes_on(page: PageInfo, limit: int, behind: int) -> bool:
    return bool(page.items) and (len(page.items) >= limit if page.total is None else behind < page.total)


def attribute(value: Any, path: Sequence[str]) -> Any:
    """The attribute at the end of `path`; None where one on the way is missing."""
    for name in path:
        value = getattr(value, name, None)
    return value


@dataclass(frozen=True)
class Paging(Generic[T]):
    """How to read a list operation page by page."""

    strategy: Strategy
    items: tuple[str, ...]  # attributes from the useful object of the answer to the list; `()` if it is the list
    total: tuple[str, ...] | None = None
    key: tuple[str, ...] | None = None  # from an item to its id: what came already (of the last 10,000) is left out
