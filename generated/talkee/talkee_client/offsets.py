# Copied from overrides/talkee/offsets.py by "nox -s generate": edit it there.
"""Reading a list of comments on, whatever its server counts with `offset`. No I/O.

The documentation, the web client and older servers count rows with `offset`; the published server multiplies it with
`limit`, so it counts pages. Which of the two a server does is found out with one request, once for a client, and only
when a second page is wanted: the answer to an offset at which one reading still has comments and the other has none.
Comments written meanwhile are allowed for, as each answer tells the number of all.
"""

from __future__ import annotations

from collections.abc import Sequence

from ._core.errors import APIError, APIStatusError
from ._core.paging import Arguments, PageInfo, argument

_SIZE = 20  # what the server takes when no limit is given
# The server cannot read a comment whose counter fell below zero, nor any page that holds it.
_UNREADABLE = "sql: Scan error"


class CommentOffsets:
    """The paging strategy of `comments.list`. `rows` is None until it is known what this server counts.

    One object serves all lists of a client, also at the same time: it remembers nothing of a single list.
    """

    def __init__(self, size: int = _SIZE) -> None:
        self.size = size
        self.rows: bool | None = None
        self._probes: set[tuple[int, int]] = set()  # of all lists that are read at the same time

    def advance(self, page: PageInfo) -> Arguments | None:
        """Return the arguments of the next page; of the probe while it is not known what `offset` counts."""
        offset, limit = self._window(page.arguments)
        if self.rows is None and limit > 1:
            if page.total is None:
                # Nothing of the first page could be read. One by one, both readings agree.
                return {"offset": limit, "limit": 1} if offset == 0 else None
            if page.total <= limit:
                return None
            probe = _decisive(page.total, limit)
            self._probes.add((probe, limit))
            return {"offset": probe}
        behind = self._row(offset, limit) + limit
        if page.total is not None and behind >= page.total:
            return None
        if page.total is None and not page.items and not _is_unreadable_page(page):
            return None
        return {"offset": offset + (limit if self.rows else 1)}

    def judge(self, before: PageInfo, page: PageInfo) -> Arguments | None:
        """After the probe, say what to ask instead of it; accept every other page."""
        asked, limit = self._window(page.arguments)
        if self.rows is None and (asked, limit) in self._probes:
            total = before.total if page.total is None else page.total
            self.rows = _counts_rows(len(page.items), asked, limit, total or 0)
            if self.rows is None:
                return self.advance(page._replace(arguments=before.arguments))
        wanted = self.advance(before)
        return wanted if wanted and wanted["offset"] != asked else None

    def recover(self, arguments: Arguments, error: APIError) -> Sequence[Arguments] | None:
        """Step around a comment that the server cannot read: ask for smaller parts, and leave out the one comment."""
        if not (isinstance(error, APIStatusError) and error.code == 500 and error.message.startswith(_UNREADABLE)):
            return None
        offset, limit = self._window(arguments)
        if limit == 1:
            return []
        if self.rows is None and (offset, limit) in self._probes:
            self.rows = True  # past the end there would be nothing to fail on
        # With a limit of 1 both readings of `offset` agree, so that is the size of the parts until one is known.
        part = 1 if self.rows is None else limit // _smallest_factor(limit)
        start = self._row(offset, limit)
        return [
            {"limit": part, "offset": row if self.rows else row // part} for row in range(start, start + limit, part)
        ]

    def _window(self, arguments: Arguments) -> tuple[int, int]:
        """What the server makes of them: a limit below 1 is its own size, an offset below 0 is 0."""
        offset, limit = argument(arguments, "offset", 0), argument(arguments, "limit", self.size)
        return max(offset, 0), limit if limit > 0 else self.size

    def _row(self, offset: int, limit: int) -> int:
        return offset if self.rows else offset * limit


def _decisive(total: int, limit: int) -> int:
    """Return an offset that is past the end in pages, and not in rows: whether anything comes back tells them apart."""
    return -(-total // limit)


def _counts_rows(came: int, offset: int, limit: int, total: int) -> bool | None:
    """Whether so many comments came because rows are counted; None if both readings give as many of `total`."""
    rows, pages = (max(0, min(limit, total - start)) for start in (offset, offset * limit))
    return None if rows == pages else abs(came - rows) < abs(came - pages)


def _is_unreadable_page(page: PageInfo) -> bool:
    return page.answer is None


def _smallest_factor(number: int) -> int:
    return next((factor for factor in range(2, int(number**0.5) + 1) if number % factor == 0), number)
