# Written by "nox -s generate" from specs/socialize.yaml and overrides/socialize/overlay.yaml: edit those.
"""The generated calls of `activities`.

Comments, likes and shares in one stream.
"""

from __future__ import annotations

from collections.abc import Mapping

from .. import models
from .._core._async_base import AsyncResource
from .._core._sync_base import Resource
from .._core._sync_paging import Page
from .._core.operation import Operation, Parameter
from .._core.paginator import AsyncPaginator
from .._core.paging import Paging, RangePaging
from .._core.raw import to_raw, to_raw_awaitable
from .._core.request import hide_named
from .._core.secrets import Secret
from .._core.types import NOT_GIVEN, NotGiven, QueryValue, Timeout

_LIST: Operation[models.ActivityList] = Operation(
    id="activities_list",
    method="GET",
    path="/v1/activity/",
    parameters=(
        Parameter("entity_key", "query", "entity_key"),
        Parameter("first", "query", "first"),
        Parameter("last", "query", "last"),
    ),
    result=lambda: models.ActivityList,
    security=(("oauth",),),
    retry=True,
)
_LIST_PAGING: Paging[models.Activity] = Paging(
    strategy=RangePaging(
        size=100,
    ),
    items=("items",),
    total=("total_count",),
    key=("id",),
)


class Activities(Resource):
    """Comments, likes and shares in one stream."""

    _list_paging = _LIST_PAGING

    def list(
        self,
        *,
        entity_key: str | NotGiven = NOT_GIVEN,
        first: int | NotGiven = NOT_GIVEN,
        last: int | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> Page[models.Activity]:
        """List comments, likes and shares in one stream.

        Returns what users did, newest first; `activity_type` of an item says what it is. Views are not in the stream.
        Give an entity's key: without one the call returns the activities of the whole app, which the documentation
        warns of as very expensive.

        The ids of a comment, a like and a share are counted apart, so one id may come up more than once.

        Documentation: http://api.getsocialize.com/docs/v1/

        Args:
            entity_key: Only those on the entity with this key. (at least 1 characters)
            first: Position of the first item of the page, from 0. The newest item has position 0. (at least 0; default 0 on the server)
            last: Position behind the last item of the page. At most 100 after `first`; a later one counts as `first` + 100.
                Without `first` it is the number of items. Left out it is 100, wherever the page begins: from `first=100` on
                nothing comes without it. (at least 1; default 100 on the server)
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return self._client._page(
            _LIST,
            {
                "entity_key": entity_key,
                "first": first,
                "last": last,
            },
            NOT_GIVEN,
            extra_headers,
            extra_query,
            timeout,
            paging=self._list_paging,
        )


class AsyncActivities(AsyncResource):
    """Comments, likes and shares in one stream."""

    _list_paging = _LIST_PAGING

    def list(
        self,
        *,
        entity_key: str | NotGiven = NOT_GIVEN,
        first: int | NotGiven = NOT_GIVEN,
        last: int | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> AsyncPaginator[models.Activity]:
        """List comments, likes and shares in one stream.

        Returns what users did, newest first; `activity_type` of an item says what it is. Views are not in the stream.
        Give an entity's key: without one the call returns the activities of the whole app, which the documentation
        warns of as very expensive.

        The ids of a comment, a like and a share are counted apart, so one id may come up more than once.

        Documentation: http://api.getsocialize.com/docs/v1/

        Args:
            entity_key: Only those on the entity with this key. (at least 1 characters)
            first: Position of the first item of the page, from 0. The newest item has position 0. (at least 0; default 0 on the server)
            last: Position behind the last item of the page. At most 100 after `first`; a later one counts as `first` + 100.
                Without `first` it is the number of items. Left out it is 100, wherever the page begins: from `first=100` on
                nothing comes without it. (at least 1; default 100 on the server)
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return self._client._page(
            _LIST,
            {
                "entity_key": entity_key,
                "first": first,
                "last": last,
            },
            NOT_GIVEN,
            extra_headers,
            extra_query,
            timeout,
            paging=self._list_paging,
        )


class RawActivities:
    """The same calls, giving the answer as it came: status, headers, bytes, and `parse()`."""

    def __init__(self, resource: Activities) -> None:
        self.list = to_raw(resource.list)


class RawAsyncActivities:
    """The same calls, giving the answer as it came: status, headers, bytes, and `parse()`."""

    def __init__(self, resource: AsyncActivities) -> None:
        self.list = to_raw_awaitable(resource.list)
