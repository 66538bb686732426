# Copied from overrides/socialize/windows.py by "nox -s generate": edit it there.
"""Reading lists on in the platform's two ways: by position, or by id. No I/O."""

from __future__ import annotations

from ._core.errors import InvalidRequestError
from ._core.models import Model
from ._core.paging import Arguments, IdBoundedPaging, PageInfo, RangePaging, Strategy, argument

_SIZE = 100  # more than 100 count as 100


class EitherWay(Strategy):
    """By id where `limiting_id` or `limit` is given, so that new items shift nothing; else by position."""

    by_position = RangePaging(size=_SIZE)
    by_id = IdBoundedPaging(argument="limiting_id", limit="limit", size=_SIZE)

    def advance(self, page: PageInfo) -> Arguments | None:
        """The arguments of the next page, in the way of this one."""
        limit = argument(page.arguments, "limit", None)
        if limit is None and argument(page.arguments, "limiting_id", None) is None:
            return self.by_position.advance(page)
        capped = {**page.arguments, "limit": min(limit or _SIZE, _SIZE)}
        return self.by_id.advance(page._replace(arguments=capped))


def check_one_way(operation: str, arguments: Arguments) -> None:
    """Raise InvalidRequestError if a list is asked for in both ways at once, or by id in an order that is not by id."""
    given = {name for name, value in arguments.items() if argument({name: value}, name, None) is not None}
    by_id = sorted(given & {"limiting_id", "limit"})
    if by_id and given & {"first", "last"}:
        raise InvalidRequestError(f"{operation} takes first and last, or limiting_id and limit, not both")
    if by_id and "sort" in given:
        raise InvalidRequestError(
            f"{operation}: {by_id[0]} follows ids, so it does not go with sort: use first and last"
        )


def whole_window(arguments: Arguments) -> Arguments:
    """The arguments with the end of a window of which only the begin is given.

    The platform takes 100 for an end that is left out, wherever the window begins: behind 100 nothing would come.
    """
    first = argument(arguments, "first", None)
    if not isinstance(first, int) or argument(arguments, "last", None) is not None:
        return arguments
    return {**arguments, "last": first + _SIZE}


class OfSomeKind(Model):
    """An item of a stream of several kinds, each with ids of its own."""

    @property
    def kind_and_id(self) -> tuple[str, int]:
        """What no other item of the stream has."""
        return str(getattr(self, "activity_type", "")), int(getattr(self, "id", 0))
