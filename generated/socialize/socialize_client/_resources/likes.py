# Written by "nox -s generate" from specs/socialize.yaml and overrides/socialize/overlay.yaml: edit those.
"""The generated calls of `likes`.

Who likes an entity. A user likes an entity once.
"""

from __future__ import annotations

import builtins
import typing
from collections.abc import Mapping, Sequence

from typing_extensions import deprecated

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

_LIST: Operation[models.LikeList] = Operation(
    id="likes_list",
    method="GET",
    path="/v1/like/",
    parameters=(
        Parameter("id", "query", "id"),
        Parameter("entity_key", "query", "entity_key"),
        Parameter("first", "query", "first"),
        Parameter("last", "query", "last"),
        Parameter("limiting_id", "query", "limiting_id"),
        Parameter("limit", "query", "limit"),
    ),
    result=lambda: models.LikeList,
    security=(("oauth",),),
    deprecated="The platform has deprecated likes_list.",
    retry=True,
    at_most_one=(
        (
            ("id", "id"),
            ("entity_key", "entity_key"),
        ),
    ),
)
_LIST_PAGING: Paging[models.Like] = Paging(
    strategy=RangePaging(
        size=100,
    ),
    items=("items",),
    total=("total_count",),
    key=("id",),
)

_CREATE_MANY: Operation[models.LikeBatch] = Operation(
    id="likes_create",
    method="POST",
    path="/v1/like/",
    body="form-json:payload",
    request=lambda: builtins.list[models.LikeCreate],
    result=lambda: models.LikeBatch,
    security=(("oauth",),),
)

_GET: Operation[models.Like] = Operation(
    id="likes_get",
    method="GET",
    path="/v1/like/{like_id}/",
    parameters=(Parameter("like_id", "path", "like_id"),),
    result=lambda: models.Like,
    security=(("oauth",),),
    retry=True,
)

_DELETE: Operation[models.Deletion] = Operation(
    id="likes_delete",
    method="DELETE",
    path="/v1/like/{like_id}/",
    parameters=(Parameter("like_id", "path", "like_id"),),
    result=lambda: models.Deletion,
    security=(("oauth",),),
)


class Likes(Resource):
    """Who likes an entity. A user likes an entity once."""

    _list_paging = _LIST_PAGING

    @typing.overload
    @deprecated("The platform has deprecated likes_list.", category=None)
    def list(
        self,
        *,
        id: Sequence[models.NumericId] | NotGiven = NOT_GIVEN,
        first: int | NotGiven = NOT_GIVEN,
        last: int | NotGiven = NOT_GIVEN,
        limiting_id: int | NotGiven = NOT_GIVEN,
        limit: int | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> Page[models.Like]: ...

    @typing.overload
    @deprecated("The platform has deprecated likes_list.", category=None)
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
    ) -> Page[models.Like]: ...

    @deprecated("The platform has deprecated likes_list.", category=None)
    def list(
        self,
        *,
        id: Sequence[models.NumericId] | NotGiven = NOT_GIVEN,
        entity_key: str | NotGiven = NOT_GIVEN,
        first: int | NotGiven = NOT_GIVEN,
        last: int | NotGiven = NOT_GIVEN,
        limiting_id: int | NotGiven = NOT_GIVEN,
        limit: int | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> Page[models.Like]:
        """List likes.

        Returns the app's likes, newest first: all of them, those with certain ids, or those on one entity. Give `id` or
        `entity_key`, not both. Page with `first` and `last`, or with `limiting_id` and `limit`.

        Deprecated by the documentation since 2012-08-23. Both SDKs used it to the end; the streams of `activities_list`
        and of users are what remains.

        Deprecated by the platform.

        Documentation: http://api.getsocialize.com/docs/v1/

        Args:
            id: Only the ones with these ids. Repeat the parameter for several, as in `id=13&id=42&id=117`.
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
                "id": id,
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
        likes: Sequence[models.LikeCreate | Mapping[str, object]],
        *,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.LikeBatch:
        """Like entities.

        Lets the user who signs the request like entities. Each one names its entity, by `entity_key` or by `entity`,
        not both. An `entity` is created, or changed if its key exists; an unknown `entity_key` makes an entity without
        a name (observed). Liking an entity again is no error; that it gives the like that is there already is inferred.

        Documentation: http://api.getsocialize.com/docs/v1/

        Args:
            likes: The likes.
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return self._client._call(
            _CREATE_MANY,
            {},
            likes,
            extra_headers,
            extra_query,
            timeout,
        )

    def get(
        self,
        like_id: int,
        *,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.Like:
        """Get a like.

        Returns one like, without an envelope. The iOS SDK repeats the id in the query, which changes nothing.

        Documentation: http://api.getsocialize.com/docs/v1/

        Args:
            like_id: The like's id. (at least 1)
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return self._client._call(
            _GET,
            {
                "like_id": like_id,
            },
            NOT_GIVEN,
            extra_headers,
            extra_query,
            timeout,
        )

    def delete(
        self,
        like_id: int,
        *,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.Deletion:
        """Take a like back.

        Takes one like back of the user who signs the request. What does not exist, or no longer, is answered with 404.

        Documentation: http://api.getsocialize.com/docs/v1/

        Args:
            like_id: The like's id. (at least 1)
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return self._client._call(
            _DELETE,
            {
                "like_id": like_id,
            },
            NOT_GIVEN,
            extra_headers,
            extra_query,
            timeout,
        )


class AsyncLikes(AsyncResource):
    """Who likes an entity. A user likes an entity once."""

    _list_paging = _LIST_PAGING

    @typing.overload
    @deprecated("The platform has deprecated likes_list.", category=None)
    def list(
        self,
        *,
        id: Sequence[models.NumericId] | NotGiven = NOT_GIVEN,
        first: int | NotGiven = NOT_GIVEN,
        last: int | NotGiven = NOT_GIVEN,
        limiting_id: int | NotGiven = NOT_GIVEN,
        limit: int | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> AsyncPaginator[models.Like]: ...

    @typing.overload
    @deprecated("The platform has deprecated likes_list.", category=None)
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
    ) -> AsyncPaginator[models.Like]: ...

    @deprecated("The platform has deprecated likes_list.", category=None)
    def list(
        self,
        *,
        id: Sequence[models.NumericId] | NotGiven = NOT_GIVEN,
        entity_key: str | NotGiven = NOT_GIVEN,
        first: int | NotGiven = NOT_GIVEN,
        last: int | NotGiven = NOT_GIVEN,
        limiting_id: int | NotGiven = NOT_GIVEN,
        limit: int | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> AsyncPaginator[models.Like]:
        """List likes.

        Returns the app's likes, newest first: all of them, those with certain ids, or those on one entity. Give `id` or
        `entity_key`, not both. Page with `first` and `last`, or with `limiting_id` and `limit`.

        Deprecated by the documentation since 2012-08-23. Both SDKs used it to the end; the streams of `activities_list`
        and of users are what remains.

        Deprecated by the platform.

        Documentation: http://api.getsocialize.com/docs/v1/

        Args:
            id: Only the ones with these ids. Repeat the parameter for several, as in `id=13&id=42&id=117`.
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
                "id": id,
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
        likes: Sequence[models.LikeCreate | Mapping[str, object]],
        *,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.LikeBatch:
        """Like entities.

        Lets the user who signs the request like entities. Each one names its entity, by `entity_key` or by `entity`,
        not both. An `entity` is created, or changed if its key exists; an unknown `entity_key` makes an entity without
        a name (observed). Liking an entity again is no error; that it gives the like that is there already is inferred.

        Documentation: http://api.getsocialize.com/docs/v1/

        Args:
            likes: The likes.
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return await self._client._call(
            _CREATE_MANY,
            {},
            likes,
            extra_headers,
            extra_query,
            timeout,
        )

    async def get(
        self,
        like_id: int,
        *,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.Like:
        """Get a like.

        Returns one like, without an envelope. The iOS SDK repeats the id in the query, which changes nothing.

        Documentation: http://api.getsocialize.com/docs/v1/

        Args:
            like_id: The like's id. (at least 1)
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return await self._client._call(
            _GET,
            {
                "like_id": like_id,
            },
            NOT_GIVEN,
            extra_headers,
            extra_query,
            timeout,
        )

    async def delete(
        self,
        like_id: int,
        *,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.Deletion:
        """Take a like back.

        Takes one like back of the user who signs the request. What does not exist, or no longer, is answered with 404.

        Documentation: http://api.getsocialize.com/docs/v1/

        Args:
            like_id: The like's id. (at least 1)
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return await self._client._call(
            _DELETE,
            {
                "like_id": like_id,
            },
            NOT_GIVEN,
            extra_headers,
            extra_query,
            timeout,
        )


class RawLikes:
    """The same calls, giving the answer as it came: status, headers, bytes, and `parse()`."""

    def __init__(self, resource: Likes) -> None:
        self.list = to_raw(resource.list)
        self.create_many = to_raw(resource.create_many)
        self.get = to_raw(resource.get)
        self.delete = to_raw(resource.delete)


class RawAsyncLikes:
    """The same calls, giving the answer as it came: status, headers, bytes, and `parse()`."""

    def __init__(self, resource: AsyncLikes) -> None:
        self.list = to_raw_awaitable(resource.list)
        self.create_many = to_raw_awaitable(resource.create_many)
        self.get = to_raw_awaitable(resource.get)
        self.delete = to_raw_awaitable(resource.delete)
