# Written by "nox -s generate" from specs/socialize.yaml and overrides/socialize/overlay.yaml: edit those.
"""The generated calls of `entities`.

The things that people comment on, like, share and view. The app chooses their keys.
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

_LIST: Operation[models.FullEntityList] = Operation(
    id="entities_list",
    method="GET",
    path="/v1/entity/",
    parameters=(
        Parameter("id", "query", "id"),
        Parameter("entity_key", "query", "entity_key"),
        Parameter("sort", "query", "sort"),
        Parameter("first", "query", "first"),
        Parameter("last", "query", "last"),
        Parameter("limiting_id", "query", "limiting_id"),
        Parameter("limit", "query", "limit"),
    ),
    result=lambda: models.FullEntityList,
    security=(("oauth",),),
    retry=True,
)
_LIST_PAGING: Paging[models.FullEntity] = Paging(
    strategy=RangePaging(
        size=100,
    ),
    items=("items",),
    total=("total_count",),
    key=("id",),
)

_CREATE_MANY: Operation[models.FullEntityBatch] = Operation(
    id="entities_create",
    method="POST",
    path="/v1/entity/",
    body="form-json:payload",
    request=lambda: builtins.list[models.EntityCreate],
    result=lambda: models.FullEntityBatch,
    security=(("oauth",),),
    retry=True,
)

_GET_BY_BASE64_KEY: Operation[models.FullEntity] = Operation(
    id="entities_get_by_key",
    method="GET",
    path="/v1/entity/{base64_key}/",
    parameters=(Parameter("base64_key", "path", "base64_key"),),
    result=lambda: models.FullEntity,
    security=(("oauth",),),
    retry=True,
)


class Entities(Resource):
    """The things that people comment on, like, share and view. The app chooses their keys."""

    _list_paging = _LIST_PAGING

    def list(
        self,
        *,
        id: Sequence[models.NumericId] | NotGiven = NOT_GIVEN,
        entity_key: Sequence[models.EntityKey] | NotGiven = NOT_GIVEN,
        sort: models.EntityOrder | NotGiven = NOT_GIVEN,
        first: int | NotGiven = NOT_GIVEN,
        last: int | NotGiven = NOT_GIVEN,
        limiting_id: int | NotGiven = NOT_GIVEN,
        limit: int | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> Page[models.FullEntity]:
        """List entities.

        Returns the app's entities, newest first: all of them, or those with certain ids or keys. An id or a key that
        does not exist is left out.

        Documentation: http://api.getsocialize.com/docs/v1/

        Args:
            id: Only the ones with these ids. Repeat the parameter for several, as in `id=13&id=42&id=117`.
            entity_key: Only the entities with these keys. Repeat the parameter for several.
            sort: The order: `total_activity` for the entities with the most comments, likes, shares and views first. There is
                no other value; leave it out for the newest ones first.
            first: Position of the first entity of the page, from 0. Both SDKs send it; the documentation has it elsewhere. (at least 0; default 0 on the server)
            last: Position behind the last entity of the page, at most 100 after `first`, else it counts as `first` + 100.
                Left out it is 100, wherever the page begins: from `first=100` on nothing comes without it. (at least 1; default 100 on the server)
            limiting_id: Only entities with smaller ids than this. That it works here as in the other lists is inferred. It follows
                ids, so not together with `sort`. (at least 1)
            limit: How many entities to return, to be used with `limiting_id`. More than 100 count as 100. Inferred as well. (at least 1; default 100 on the server)
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return self._client._page(
            _LIST,
            {
                "id": id,
                "entity_key": entity_key,
                "sort": sort,
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
        entities: Sequence[models.EntityCreate | Mapping[str, object]],
        *,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.FullEntityBatch:
        """Create or change entities.

        Creates entities, or changes those whose keys exist already. A name or meta data that is missing, null or empty
        does not erase what is stored (inferred for the empty ones).

        Documentation: http://api.getsocialize.com/docs/v1/

        Args:
            entities: The entities.
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return self._client._call(
            _CREATE_MANY,
            {},
            entities,
            extra_headers,
            extra_query,
            timeout,
        )

    def get_by_base64_key(
        self,
        base64_key: str,
        *,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.FullEntity:
        """Get an entity by its key.

        Returns one entity, without an envelope. Its key stands in the path in base64, so that a URL can be a part of a
        URL.

        Documentation: http://api.getsocialize.com/docs/v1/

        Args:
            base64_key: The entity's key: its UTF-8 bytes in base64 with the standard alphabet and with padding. It may hold `/` and
                `+`; send `/` as `%2F` (inferred: how the server took it is not known). The URL-safe alphabet is accepted as
                well (inferred). (at least 2 characters)
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return self._client._call(
            _GET_BY_BASE64_KEY,
            {
                "base64_key": base64_key,
            },
            NOT_GIVEN,
            extra_headers,
            extra_query,
            timeout,
        )


class AsyncEntities(AsyncResource):
    """The things that people comment on, like, share and view. The app chooses their keys."""

    _list_paging = _LIST_PAGING

    def list(
        self,
        *,
        id: Sequence[models.NumericId] | NotGiven = NOT_GIVEN,
        entity_key: Sequence[models.EntityKey] | NotGiven = NOT_GIVEN,
        sort: models.EntityOrder | NotGiven = NOT_GIVEN,
        first: int | NotGiven = NOT_GIVEN,
        last: int | NotGiven = NOT_GIVEN,
        limiting_id: int | NotGiven = NOT_GIVEN,
        limit: int | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> AsyncPaginator[models.FullEntity]:
        """List entities.

        Returns the app's entities, newest first: all of them, or those with certain ids or keys. An id or a key that
        does not exist is left out.

        Documentation: http://api.getsocialize.com/docs/v1/

        Args:
            id: Only the ones with these ids. Repeat the parameter for several, as in `id=13&id=42&id=117`.
            entity_key: Only the entities with these keys. Repeat the parameter for several.
            sort: The order: `total_activity` for the entities with the most comments, likes, shares and views first. There is
                no other value; leave it out for the newest ones first.
            first: Position of the first entity of the page, from 0. Both SDKs send it; the documentation has it elsewhere. (at least 0; default 0 on the server)
            last: Position behind the last entity of the page, at most 100 after `first`, else it counts as `first` + 100.
                Left out it is 100, wherever the page begins: from `first=100` on nothing comes without it. (at least 1; default 100 on the server)
            limiting_id: Only entities with smaller ids than this. That it works here as in the other lists is inferred. It follows
                ids, so not together with `sort`. (at least 1)
            limit: How many entities to return, to be used with `limiting_id`. More than 100 count as 100. Inferred as well. (at least 1; default 100 on the server)
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return self._client._page(
            _LIST,
            {
                "id": id,
                "entity_key": entity_key,
                "sort": sort,
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
        entities: Sequence[models.EntityCreate | Mapping[str, object]],
        *,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.FullEntityBatch:
        """Create or change entities.

        Creates entities, or changes those whose keys exist already. A name or meta data that is missing, null or empty
        does not erase what is stored (inferred for the empty ones).

        Documentation: http://api.getsocialize.com/docs/v1/

        Args:
            entities: The entities.
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return await self._client._call(
            _CREATE_MANY,
            {},
            entities,
            extra_headers,
            extra_query,
            timeout,
        )

    async def get_by_base64_key(
        self,
        base64_key: str,
        *,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.FullEntity:
        """Get an entity by its key.

        Returns one entity, without an envelope. Its key stands in the path in base64, so that a URL can be a part of a
        URL.

        Documentation: http://api.getsocialize.com/docs/v1/

        Args:
            base64_key: The entity's key: its UTF-8 bytes in base64 with the standard alphabet and with padding. It may hold `/` and
                `+`; send `/` as `%2F` (inferred: how the server took it is not known). The URL-safe alphabet is accepted as
                well (inferred). (at least 2 characters)
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return await self._client._call(
            _GET_BY_BASE64_KEY,
            {
                "base64_key": base64_key,
            },
            NOT_GIVEN,
            extra_headers,
            extra_query,
            timeout,
        )


class RawEntities:
    """The same calls, giving the answer as it came: status, headers, bytes, and `parse()`."""

    def __init__(self, resource: Entities) -> None:
        self.list = to_raw(resource.list)
        self.create_many = to_raw(resource.create_many)
        self.get_by_base64_key = to_raw(resource.get_by_base64_key)


class RawAsyncEntities:
    """The same calls, giving the answer as it came: status, headers, bytes, and `parse()`."""

    def __init__(self, resource: AsyncEntities) -> None:
        self.list = to_raw_awaitable(resource.list)
        self.create_many = to_raw_awaitable(resource.create_many)
        self.get_by_base64_key = to_raw_awaitable(resource.get_by_base64_key)
