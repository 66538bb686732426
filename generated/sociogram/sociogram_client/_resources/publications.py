# Written by "nox -s generate" from specs/sociogram.yaml and overrides/sociogram/overlay.yaml: edit those.
"""The generated calls of `publications`.

Find what users published.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping

from .. import models
from .._core._async_base import AsyncResource
from .._core._sync_base import Resource
from .._core._sync_paging import Page
from .._core.operation import Operation, Parameter
from .._core.paginator import AsyncPaginator
from .._core.paging import CursorPaging, Paging
from .._core.raw import to_raw, to_raw_awaitable
from .._core.request import hide_named
from .._core.secrets import Secret
from .._core.types import NOT_GIVEN, NotGiven, QueryValue, Timeout

_SEARCH: Operation[models.PublicationList] = Operation(
    id="publications_search",
    method="GET",
    path="/mini-app/search-publications",
    parameters=(
        Parameter("authorId", "query", "author_id"),
        Parameter("search", "query", "search"),
        Parameter("from", "query", "from_"),
        Parameter("to", "query", "to"),
        Parameter("cursor", "query", "cursor"),
        Parameter("limit", "query", "limit"),
    ),
    result=lambda: models.PublicationList,
    security=(("appKey",),),
    retry=True,
)
_SEARCH_PAGING: Paging[models.Publication] = Paging(
    strategy=CursorPaging(),
    items=("rows",),
)


class Publications(Resource):
    """Find what users published."""

    _search_paging = _SEARCH_PAGING

    def search(
        self,
        *,
        author_id: str,
        search: str,
        from_: datetime.datetime | NotGiven = NOT_GIVEN,
        to: datetime.datetime | NotGiven = NOT_GIVEN,
        cursor: str | NotGiven = NOT_GIVEN,
        limit: int | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> Page[models.Publication]:
        """Search the publications of a user.

        Finds publications of one user that contain a text, optionally within a period: has the user posted what you asked
        for? The documentation relates it to the check `New_post_created`. Pass `cursor` of an answer to get the next page.
        That the newest come first is inferred.

        Documented: inputs and result, as `sdk.searchPublications({ authorId, search, from, to, cursor, limit })`. Inferred:
        method, path, and that the inputs stand in the query.

        Inferred: the platform publishes what this call does, but not its method and path.

        Documentation: https://docs.sociogram.org/developers/platform-api#user-actions--verification

        Args:
            author_id: The user who wrote it. Not the number that other calls have as `uid`: the documentation says "user ID", and its
                sample is an ObjectId. Any text is taken here. (at least 1 characters)
            search: The text that must be in it. That case does not matter is inferred from the platform's helper library. (at least 1 characters)
            from_: The earliest time of creation, included (inferred). Without it there is no earliest. The `+` of an offset is
                written `%2B` in a URL.
            to: The latest time of creation, included (inferred). Without it there is no latest. The `+` of an offset is
                written `%2B` in a URL.
            cursor: Where to go on: the `cursor` of the page before, unchanged; its inside means nothing to callers. Without it the
                first page comes. (at least 1 characters)
            limit: How many items a page has at most. (at least 1; at most 100; default 20 on the server)
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return self._client._page(
            _SEARCH,
            {
                "author_id": author_id,
                "search": search,
                "from_": from_,
                "to": to,
                "cursor": cursor,
                "limit": limit,
            },
            NOT_GIVEN,
            extra_headers,
            extra_query,
            timeout,
            paging=self._search_paging,
        )


class AsyncPublications(AsyncResource):
    """Find what users published."""

    _search_paging = _SEARCH_PAGING

    def search(
        self,
        *,
        author_id: str,
        search: str,
        from_: datetime.datetime | NotGiven = NOT_GIVEN,
        to: datetime.datetime | NotGiven = NOT_GIVEN,
        cursor: str | NotGiven = NOT_GIVEN,
        limit: int | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> AsyncPaginator[models.Publication]:
        """Search the publications of a user.

        Finds publications of one user that contain a text, optionally within a period: has the user posted what you asked
        for? The documentation relates it to the check `New_post_created`. Pass `cursor` of an answer to get the next page.
        That the newest come first is inferred.

        Documented: inputs and result, as `sdk.searchPublications({ authorId, search, from, to, cursor, limit })`. Inferred:
        method, path, and that the inputs stand in the query.

        Inferred: the platform publishes what this call does, but not its method and path.

        Documentation: https://docs.sociogram.org/developers/platform-api#user-actions--verification

        Args:
            author_id: The user who wrote it. Not the number that other calls have as `uid`: the documentation says "user ID", and its
                sample is an ObjectId. Any text is taken here. (at least 1 characters)
            search: The text that must be in it. That case does not matter is inferred from the platform's helper library. (at least 1 characters)
            from_: The earliest time of creation, included (inferred). Without it there is no earliest. The `+` of an offset is
                written `%2B` in a URL.
            to: The latest time of creation, included (inferred). Without it there is no latest. The `+` of an offset is
                written `%2B` in a URL.
            cursor: Where to go on: the `cursor` of the page before, unchanged; its inside means nothing to callers. Without it the
                first page comes. (at least 1 characters)
            limit: How many items a page has at most. (at least 1; at most 100; default 20 on the server)
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return self._client._page(
            _SEARCH,
            {
                "author_id": author_id,
                "search": search,
                "from_": from_,
                "to": to,
                "cursor": cursor,
                "limit": limit,
            },
            NOT_GIVEN,
            extra_headers,
            extra_query,
            timeout,
            paging=self._search_paging,
        )


class RawPublications:
    """The same calls, giving the answer as it came: status, headers, bytes, and `parse()`."""

    def __init__(self, resource: Publications) -> None:
        self.search = to_raw(resource.search)


class RawAsyncPublications:
    """The same calls, giving the answer as it came: status, headers, bytes, and `parse()`."""

    def __init__(self, resource: AsyncPublications) -> None:
        self.search = to_raw_awaitable(resource.search)
