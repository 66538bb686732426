# Written by "nox -s generate" from specs/socialize.yaml and overrides/socialize/overlay.yaml: edit those.
"""The generated calls of `subscriptions`.

What the signing user wants to be notified of.
"""

from __future__ import annotations

import builtins
from collections.abc import Mapping, Sequence

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

_LIST: Operation[models.SubscriptionList] = Operation(
    id="subscriptions_list",
    method="GET",
    path="/v1/user/subscription/",
    parameters=(
        Parameter("entity_key", "query", "entity_key"),
        Parameter("first", "query", "first"),
        Parameter("last", "query", "last"),
        Parameter("limiting_id", "query", "limiting_id"),
        Parameter("limit", "query", "limit"),
    ),
    result=lambda: models.SubscriptionList,
    security=(("oauth",),),
    retry=True,
)
_LIST_PAGING: Paging[models.Subscription] = Paging(
    strategy=RangePaging(
        size=100,
    ),
    items=("items",),
    total=("total_count",),
    key=("id",),
)

_CREATE_MANY: Operation[models.SubscriptionBatch] = Operation(
    id="subscriptions_create",
    method="POST",
    path="/v1/user/subscription/",
    body="form-json:payload",
    request=lambda: builtins.list[models.SubscriptionCreate],
    result=lambda: models.SubscriptionBatch,
    security=(("oauth",),),
    retry=True,
)


class Subscriptions(Resource):
    """What the signing user wants to be notified of."""

    _list_paging = _LIST_PAGING

    def list(
        self,
        *,
        entity_key: str | NotGiven = NOT_GIVEN,
        first: int | NotGiven = NOT_GIVEN,
        last: int | NotGiven = NOT_GIVEN,
        limiting_id: int | NotGiven = NOT_GIVEN,
        limit: int | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> Page[models.Subscription]:
        """List your subscriptions.

        Returns the subscriptions of the user who signs the request, newest first; those that were ended too, with
        `subscribed: false`. Page with `first` and `last`, or with `limiting_id` and `limit`.

        Documentation: http://api.getsocialize.com/docs/v1/

        Args:
            entity_key: Only those on the entity with this key. (at least 1 characters)
            first: Position of the first item of the page, from 0. The newest item has position 0. (at least 0; default 0 on the server)
            last: Position behind the last item of the page. At most 100 after `first`; a later one counts as `first` + 100.
                Without `first` it is the number of items. Left out it is 100, wherever the page begins: from `first=100` on
                nothing comes without it. (at least 1; default 100 on the server)
            limiting_id: Only items with smaller ids than this; the id of the last item of the page before. The default is no limit. (at least 1)
            limit: How many items to return, to be used with `limiting_id`. More than 100 count as 100. (at least 1; default 100 on the server)
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return self._client._page(
            _LIST,
            {
                "entity_key": entity_key,
                "first": first,
                "last": last,
                "limiting_id": limiting_id,
                "limit": limit,
            },
            NOT_GIVEN,
            extra_headers,
            extra_query,
            timeout,
            paging=self._list_paging,
        )

    def create_many(
        self,
        subscriptions: Sequence[models.SubscriptionCreate | Mapping[str, object]],
        *,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.SubscriptionBatch:
        """Subscribe to entities, or end that.

        Subscribes the user who signs the request to news about entities, or ends that with `subscribed: false`. There
        is one subscription for each user, entity and type; it keeps its id when it ends and begins again.

        Documentation: http://api.getsocialize.com/docs/v1/

        Args:
            subscriptions: The subscriptions.
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return self._client._call(
            _CREATE_MANY,
            {},
            subscriptions,
            extra_headers,
            extra_query,
            timeout,
        )


class AsyncSubscriptions(AsyncResource):
    """What the signing user wants to be notified of."""

    _list_paging = _LIST_PAGING

    def list(
        self,
        *,
        entity_key: str | NotGiven = NOT_GIVEN,
        first: int | NotGiven = NOT_GIVEN,
        last: int | NotGiven = NOT_GIVEN,
        limiting_id: int | NotGiven = NOT_GIVEN,
        limit: int | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> AsyncPaginator[models.Subscription]:
        """List your subscriptions.

        Returns the subscriptions of the user who signs the request, newest first; those that were ended too, with
        `subscribed: false`. Page with `first` and `last`, or with `limiting_id` and `limit`.

        Documentation: http://api.getsocialize.com/docs/v1/

        Args:
            entity_key: Only those on the entity with this key. (at least 1 characters)
            first: Position of the first item of the page, from 0. The newest item has position 0. (at least 0; default 0 on the server)
            last: Position behind the last item of the page. At most 100 after `first`; a later one counts as `first` + 100.
                Without `first` it is the number of items. Left out it is 100, wherever the page begins: from `first=100` on
                nothing comes without it. (at least 1; default 100 on the server)
            limiting_id: Only items with smaller ids than this; the id of the last item of the page before. The default is no limit. (at least 1)
            limit: How many items to return, to be used with `limiting_id`. More than 100 count as 100. (at least 1; default 100 on the server)
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return self._client._page(
            _LIST,
            {
                "entity_key": entity_key,
                "first": first,
                "last": last,
                "limiting_id": limiting_id,
                "limit": limit,
            },
            NOT_GIVEN,
            extra_headers,
            extra_query,
            timeout,
            paging=self._list_paging,
        )

    async def create_many(
        self,
        subscriptions: Sequence[models.SubscriptionCreate | Mapping[str, object]],
        *,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.SubscriptionBatch:
        """Subscribe to entities, or end that.

        Subscribes the user who signs the request to news about entities, or ends that with `subscribed: false`. There
        is one subscription for each user, entity and type; it keeps its id when it ends and begins again.

        Documentation: http://api.getsocialize.com/docs/v1/

        Args:
            subscriptions: The subscriptions.
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return await self._client._call(
            _CREATE_MANY,
            {},
            subscriptions,
            extra_headers,
            extra_query,
            timeout,
        )


class RawSubscriptions:
    """The same calls, giving the answer as it came: status, headers, bytes, and `parse()`."""

    def __init__(self, resource: Subscriptions) -> None:
        self.list = to_raw(resource.list)
        self.create_many = to_raw(resource.create_many)


class RawAsyncSubscriptions:
    """The same calls, giving the answer as it came: status, headers, bytes, and `parse()`."""

    def __init__(self, resource: AsyncSubscriptions) -> None:
        self.list = to_raw_awaitable(resource.list)
        self.create_many = to_raw_awaitable(resource.create_many)
