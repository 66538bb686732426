# Written by "nox -s generate" from specs/socialize.yaml and overrides/socialize/overlay.yaml: edit those.
"""The generated calls of `users`.

The app's users, their profiles and what they did.
"""

from __future__ import annotations

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

_LIST: Operation[models.UserFullList] = Operation(
    id="users_list",
    method="GET",
    path="/v1/user/",
    parameters=(Parameter("id", "query", "id"),),
    result=lambda: models.UserFullList,
    security=(("oauth",),),
    retry=True,
)

_GET: Operation[models.UserFull] = Operation(
    id="users_get",
    method="GET",
    path="/v1/user/{user_id}/",
    parameters=(Parameter("user_id", "path", "user_id"),),
    result=lambda: models.UserFull,
    security=(("oauth",),),
    retry=True,
)

_UPDATE: Operation[models.UserUpdateAnswer] = Operation(
    id="users_update",
    method="POST",
    path="/v1/user/{user_id}/",
    parameters=(Parameter("user_id", "path", "user_id"),),
    body="form-json:payload",
    request=lambda: models.UserUpdate,
    result=lambda: models.UserUpdateAnswer,
    security=(("oauth",),),
    retry=True,
)

_LIST_ACTIVITIES: Operation[models.ActivityList] = Operation(
    id="users_list_activities",
    method="GET",
    path="/v1/user/{user_id}/activity/",
    parameters=(
        Parameter("user_id", "path", "user_id"),
        Parameter("entity_key", "query", "entity_key"),
        Parameter("first", "query", "first"),
        Parameter("last", "query", "last"),
    ),
    result=lambda: models.ActivityList,
    security=(("oauth",),),
    retry=True,
)
_LIST_ACTIVITIES_PAGING: Paging[models.Activity] = Paging(
    strategy=RangePaging(
        size=100,
    ),
    items=("items",),
    total=("total_count",),
    key=("id",),
)

_LIST_COMMENTS: Operation[models.CommentList] = Operation(
    id="users_list_comments",
    method="GET",
    path="/v1/user/{user_id}/comment/",
    parameters=(
        Parameter("user_id", "path", "user_id"),
        Parameter("entity_key", "query", "entity_key"),
        Parameter("first", "query", "first"),
        Parameter("last", "query", "last"),
    ),
    result=lambda: models.CommentList,
    security=(("oauth",),),
    retry=True,
)
_LIST_COMMENTS_PAGING: Paging[models.Comment] = Paging(
    strategy=RangePaging(
        size=100,
    ),
    items=("items",),
    total=("total_count",),
    key=("id",),
)

_LIST_LIKES: Operation[models.LikeList] = Operation(
    id="users_list_likes",
    method="GET",
    path="/v1/user/{user_id}/like/",
    parameters=(
        Parameter("user_id", "path", "user_id"),
        Parameter("entity_key", "query", "entity_key"),
        Parameter("first", "query", "first"),
        Parameter("last", "query", "last"),
    ),
    result=lambda: models.LikeList,
    security=(("oauth",),),
    retry=True,
)
_LIST_LIKES_PAGING: Paging[models.Like] = Paging(
    strategy=RangePaging(
        size=100,
    ),
    items=("items",),
    total=("total_count",),
    key=("id",),
)

_UNLIKE: Operation[models.LikeBatch] = Operation(
    id="users_unlike",
    method="DELETE",
    path="/v1/user/{user_id}/like/",
    parameters=(
        Parameter("user_id", "path", "user_id"),
        Parameter("entity_key", "query", "entity_key"),
    ),
    result=lambda: models.LikeBatch,
    security=(("oauth",),),
)

_LIST_SHARES: Operation[models.ShareList] = Operation(
    id="users_list_shares",
    method="GET",
    path="/v1/user/{user_id}/share/",
    parameters=(
        Parameter("user_id", "path", "user_id"),
        Parameter("entity_key", "query", "entity_key"),
        Parameter("first", "query", "first"),
        Parameter("last", "query", "last"),
    ),
    result=lambda: models.ShareList,
    security=(("oauth",),),
    retry=True,
)
_LIST_SHARES_PAGING: Paging[models.Share] = Paging(
    strategy=RangePaging(
        size=100,
    ),
    items=("items",),
    total=("total_count",),
    key=("id",),
)

_LIST_VIEWS: Operation[models.ViewList] = Operation(
    id="users_list_views",
    method="GET",
    path="/v1/user/{user_id}/view/",
    parameters=(
        Parameter("user_id", "path", "user_id"),
        Parameter("entity_key", "query", "entity_key"),
        Parameter("first", "query", "first"),
        Parameter("last", "query", "last"),
    ),
    result=lambda: models.ViewList,
    security=(("oauth",),),
    deprecated="The platform has deprecated users_list_views.",
    retry=True,
)


class Users(Resource):
    """The app's users, their profiles and what they did."""

    _list_activities_paging = _LIST_ACTIVITIES_PAGING

    _list_comments_paging = _LIST_COMMENTS_PAGING

    _list_likes_paging = _LIST_LIKES_PAGING

    _list_shares_paging = _LIST_SHARES_PAGING

    def list(
        self,
        *,
        id: Sequence[models.NumericId] | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.UserFullList:
        """List users.

        Returns the users with certain ids, with their whole profiles. Always give ids: the documentation says of a call
        without them both that it returns the latest 100 users and that it returns the signing user.

        Documentation: http://api.getsocialize.com/docs/v1/

        Args:
            id: Only the ones with these ids. Repeat the parameter for several, as in `id=13&id=42&id=117`.
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return self._client._call(
            _LIST,
            {
                "id": id,
            },
            NOT_GIVEN,
            extra_headers,
            extra_query,
            timeout,
        )

    def get(
        self,
        user_id: int,
        *,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.UserFull:
        """Get a user.

        Returns one user with the whole profile, without an envelope.

        Documentation: http://api.getsocialize.com/docs/v1/

        Args:
            user_id: The user's id. (at least 1)
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return self._client._call(
            _GET,
            {
                "user_id": user_id,
            },
            NOT_GIVEN,
            extra_headers,
            extra_query,
            timeout,
        )

    def update(
        self,
        user_id: int,
        *,
        id: int | NotGiven = NOT_GIVEN,
        username: str | NotGiven = NOT_GIVEN,
        first_name: str | NotGiven = NOT_GIVEN,
        last_name: str | NotGiven = NOT_GIVEN,
        description: str | NotGiven = NOT_GIVEN,
        location: str | NotGiven = NOT_GIVEN,
        sex: models.Sex | NotGiven = NOT_GIVEN,
        email: str | NotGiven = NOT_GIVEN,
        date_of_birth: models.BirthDate | NotGiven = NOT_GIVEN,
        meta: str | NotGiven = NOT_GIVEN,
        picture: str | NotGiven = NOT_GIVEN,
        small_image_uri: str | NotGiven = NOT_GIVEN,
        medium_image_uri: str | NotGiven = NOT_GIVEN,
        large_image_uri: str | NotGiven = NOT_GIVEN,
        quiet_start_time: models.TimeOfDay | NotGiven = NOT_GIVEN,
        quiet_end_time: models.TimeOfDay | NotGiven = NOT_GIVEN,
        timezone: str | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.UserUpdateAnswer:
        """Change your own profile.

        Changes the profile of the user who signs the request; the profile of anybody else is refused with 401. The
        payload is one object, not an array, and the answer is the user.

        Documentation: http://api.getsocialize.com/docs/v1/

        Args:
            user_id: The user's id. (at least 1)
            id: The user's id, as in the path. Not needed. (at least 1)
            username: The user's name in the app; the iOS SDK sends it.
            first_name: First name.
            last_name: Last name.
            description: What the user says of themselves.
            location: Where the user lives.
            sex: `M` male, `F` female.
            email: Address for email. It is never returned, and its form is not documented, so any string is accepted.
            date_of_birth: Day of birth. It is never returned.
            meta: What the app keeps about the user, plain text of up to 1024 bytes. JSON or XML may stand in it. (at most 1024 characters)
            picture: A picture, PNG in base64. It is stored in three sizes, whose addresses the user has then.
            small_image_uri: Where the small picture is; the Android SDK sends back what it got.
            medium_image_uri: Where the picture of medium size is; the Android SDK sends back what it got.
            large_image_uri: Where the large picture is; the Android SDK sends back what it got.
            quiet_start_time: From when on to silence notifications.
            quiet_end_time: Until when to silence notifications.
            timezone: The name of the time zone in the tz database, such as `Europe/Berlin`.
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return self._client._call(
            _UPDATE,
            {
                "user_id": user_id,
            },
            {
                "id": id,
                "username": username,
                "first_name": first_name,
                "last_name": last_name,
                "description": description,
                "location": location,
                "sex": sex,
                "email": email,
                "date_of_birth": date_of_birth,
                "meta": meta,
                "picture": picture,
                "small_image_uri": small_image_uri,
                "medium_image_uri": medium_image_uri,
                "large_image_uri": large_image_uri,
                "quiet_start_time": quiet_start_time,
                "quiet_end_time": quiet_end_time,
                "timezone": timezone,
            },
            extra_headers,
            extra_query,
            timeout,
        )

    def list_activities(
        self,
        user_id: int,
        *,
        entity_key: str | NotGiven = NOT_GIVEN,
        first: int | NotGiven = NOT_GIVEN,
        last: int | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> Page[models.Activity]:
        """List the comments, likes and shares of a user.

        Returns what one user did, newest first; `activity_type` of an item says what it is. Views are not in the
        stream. The ids of a comment, a like and a share are counted apart, so one id may come up more than once.

        Documentation: http://api.getsocialize.com/docs/v1/

        Args:
            user_id: The user's id. (at least 1)
            entity_key: Only those on the entity with this key. Both SDKs send it. (at least 1 characters)
            first: Position of the first item of the page, from 0. The newest item has position 0. (at least 0; default 0 on the server)
            last: Position behind the last item of the page. At most 100 after `first`; a later one counts as `first` + 100.
                Without `first` it is the number of items. Left out it is 100, wherever the page begins: from `first=100` on
                nothing comes without it. (at least 1; default 100 on the server)
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return self._client._page(
            _LIST_ACTIVITIES,
            {
                "user_id": user_id,
                "entity_key": entity_key,
                "first": first,
                "last": last,
            },
            NOT_GIVEN,
            extra_headers,
            extra_query,
            timeout,
            paging=self._list_activities_paging,
        )

    def list_comments(
        self,
        user_id: int,
        *,
        entity_key: str | NotGiven = NOT_GIVEN,
        first: int | NotGiven = NOT_GIVEN,
        last: int | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> Page[models.Comment]:
        """List the comments of a user.

        Returns the comments of one user, newest first.

        Documentation: http://api.getsocialize.com/docs/v1/

        Args:
            user_id: The user's id. (at least 1)
            entity_key: Only those on the entity with this key. Both SDKs send it. (at least 1 characters)
            first: Position of the first item of the page, from 0. The newest item has position 0. (at least 0; default 0 on the server)
            last: Position behind the last item of the page. At most 100 after `first`; a later one counts as `first` + 100.
                Without `first` it is the number of items. Left out it is 100, wherever the page begins: from `first=100` on
                nothing comes without it. (at least 1; default 100 on the server)
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return self._client._page(
            _LIST_COMMENTS,
            {
                "user_id": user_id,
                "entity_key": entity_key,
                "first": first,
                "last": last,
            },
            NOT_GIVEN,
            extra_headers,
            extra_query,
            timeout,
            paging=self._list_comments_paging,
        )

    def list_likes(
        self,
        user_id: int,
        *,
        entity_key: str | NotGiven = NOT_GIVEN,
        first: int | NotGiven = NOT_GIVEN,
        last: int | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> Page[models.Like]:
        """List the likes of a user.

        Returns the likes of one user, newest first.

        Documentation: http://api.getsocialize.com/docs/v1/

        Args:
            user_id: The user's id. (at least 1)
            entity_key: Only those on the entity with this key. Both SDKs send it. (at least 1 characters)
            first: Position of the first item of the page, from 0. The newest item has position 0. (at least 0; default 0 on the server)
            last: Position behind the last item of the page. At most 100 after `first`; a later one counts as `first` + 100.
                Without `first` it is the number of items. Left out it is 100, wherever the page begins: from `first=100` on
                nothing comes without it. (at least 1; default 100 on the server)
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return self._client._page(
            _LIST_LIKES,
            {
                "user_id": user_id,
                "entity_key": entity_key,
                "first": first,
                "last": last,
            },
            NOT_GIVEN,
            extra_headers,
            extra_query,
            timeout,
            paging=self._list_likes_paging,
        )

    def unlike(
        self,
        user_id: int,
        *,
        entity_key: str,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.LikeBatch:
        """Take a like back, by the key of the entity.

        Takes back that the user likes the entity. The user must be the one who signs the request. If there is no such
        like, the list is empty (inferred from the iOS SDK).

        Documentation: http://api.getsocialize.com/docs/v1/

        Args:
            user_id: The user's id. (at least 1)
            entity_key: The key of the entity. (at least 1 characters)
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return self._client._call(
            _UNLIKE,
            {
                "user_id": user_id,
                "entity_key": entity_key,
            },
            NOT_GIVEN,
            extra_headers,
            extra_query,
            timeout,
        )

    def list_shares(
        self,
        user_id: int,
        *,
        entity_key: str | NotGiven = NOT_GIVEN,
        first: int | NotGiven = NOT_GIVEN,
        last: int | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> Page[models.Share]:
        """List the shares of a user.

        Returns the shares of one user, newest first.

        Documentation: http://api.getsocialize.com/docs/v1/

        Args:
            user_id: The user's id. (at least 1)
            entity_key: Only those on the entity with this key. Both SDKs send it. (at least 1 characters)
            first: Position of the first item of the page, from 0. The newest item has position 0. (at least 0; default 0 on the server)
            last: Position behind the last item of the page. At most 100 after `first`; a later one counts as `first` + 100.
                Without `first` it is the number of items. Left out it is 100, wherever the page begins: from `first=100` on
                nothing comes without it. (at least 1; default 100 on the server)
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return self._client._page(
            _LIST_SHARES,
            {
                "user_id": user_id,
                "entity_key": entity_key,
                "first": first,
                "last": last,
            },
            NOT_GIVEN,
            extra_headers,
            extra_query,
            timeout,
            paging=self._list_shares_paging,
        )

    @deprecated("The platform has deprecated users_list_views.", category=None)
    def list_views(
        self,
        user_id: int,
        *,
        entity_key: str | NotGiven = NOT_GIVEN,
        first: int | NotGiven = NOT_GIVEN,
        last: int | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.ViewList:
        """List the views of a user.

        Returned what one user looked at. The iOS SDK had the call until January 2013; it was withdrawn, though the
        documentation still names views among the answers. Deprecated: views are no longer kept one by one.

        Observed in real clients or servers; the platform's documentation does not have it.

        Deprecated by the platform.

        Documentation: https://github.com/socialize/socialize-sdk-ios

        Args:
            user_id: The user's id. (at least 1)
            entity_key: Only those on the entity with this key. The iOS SDK sent it. (at least 1 characters)
            first: Position of the first item of the page, from 0. The newest item has position 0. (at least 0; default 0 on the server)
            last: Position behind the last item of the page. At most 100 after `first`; a later one counts as `first` + 100.
                Without `first` it is the number of items. Left out it is 100, wherever the page begins: from `first=100` on
                nothing comes without it. (at least 1; default 100 on the server)
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return self._client._call(
            _LIST_VIEWS,
            {
                "user_id": user_id,
                "entity_key": entity_key,
                "first": first,
                "last": last,
            },
            NOT_GIVEN,
            extra_headers,
            extra_query,
            timeout,
        )


class AsyncUsers(AsyncResource):
    """The app's users, their profiles and what they did."""

    _list_activities_paging = _LIST_ACTIVITIES_PAGING

    _list_comments_paging = _LIST_COMMENTS_PAGING

    _list_likes_paging = _LIST_LIKES_PAGING

    _list_shares_paging = _LIST_SHARES_PAGING

    async def list(
        self,
        *,
        id: Sequence[models.NumericId] | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.UserFullList:
        """List users.

        Returns the users with certain ids, with their whole profiles. Always give ids: the documentation says of a call
        without them both that it returns the latest 100 users and that it returns the signing user.

        Documentation: http://api.getsocialize.com/docs/v1/

        Args:
            id: Only the ones with these ids. Repeat the parameter for several, as in `id=13&id=42&id=117`.
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return await self._client._call(
            _LIST,
            {
                "id": id,
            },
            NOT_GIVEN,
            extra_headers,
            extra_query,
            timeout,
        )

    async def get(
        self,
        user_id: int,
        *,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.UserFull:
        """Get a user.

        Returns one user with the whole profile, without an envelope.

        Documentation: http://api.getsocialize.com/docs/v1/

        Args:
            user_id: The user's id. (at least 1)
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return await self._client._call(
            _GET,
            {
                "user_id": user_id,
            },
            NOT_GIVEN,
            extra_headers,
            extra_query,
            timeout,
        )

    async def update(
        self,
        user_id: int,
        *,
        id: int | NotGiven = NOT_GIVEN,
        username: str | NotGiven = NOT_GIVEN,
        first_name: str | NotGiven = NOT_GIVEN,
        last_name: str | NotGiven = NOT_GIVEN,
        description: str | NotGiven = NOT_GIVEN,
        location: str | NotGiven = NOT_GIVEN,
        sex: models.Sex | NotGiven = NOT_GIVEN,
        email: str | NotGiven = NOT_GIVEN,
        date_of_birth: models.BirthDate | NotGiven = NOT_GIVEN,
        meta: str | NotGiven = NOT_GIVEN,
        picture: str | NotGiven = NOT_GIVEN,
        small_image_uri: str | NotGiven = NOT_GIVEN,
        medium_image_uri: str | NotGiven = NOT_GIVEN,
        large_image_uri: str | NotGiven = NOT_GIVEN,
        quiet_start_time: models.TimeOfDay | NotGiven = NOT_GIVEN,
        quiet_end_time: models.TimeOfDay | NotGiven = NOT_GIVEN,
        timezone: str | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.UserUpdateAnswer:
        """Change your own profile.

        Changes the profile of the user who signs the request; the profile of anybody else is refused with 401. The
        payload is one object, not an array, and the answer is the user.

        Documentation: http://api.getsocialize.com/docs/v1/

        Args:
            user_id: The user's id. (at least 1)
            id: The user's id, as in the path. Not needed. (at least 1)
            username: The user's name in the app; the iOS SDK sends it.
            first_name: First name.
            last_name: Last name.
            description: What the user says of themselves.
            location: Where the user lives.
            sex: `M` male, `F` female.
            email: Address for email. It is never returned, and its form is not documented, so any string is accepted.
            date_of_birth: Day of birth. It is never returned.
            meta: What the app keeps about the user, plain text of up to 1024 bytes. JSON or XML may stand in it. (at most 1024 characters)
            picture: A picture, PNG in base64. It is stored in three sizes, whose addresses the user has then.
            small_image_uri: Where the small picture is; the Android SDK sends back what it got.
            medium_image_uri: Where the picture of medium size is; the Android SDK sends back what it got.
            large_image_uri: Where the large picture is; the Android SDK sends back what it got.
            quiet_start_time: From when on to silence notifications.
            quiet_end_time: Until when to silence notifications.
            timezone: The name of the time zone in the tz database, such as `Europe/Berlin`.
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return await self._client._call(
            _UPDATE,
            {
                "user_id": user_id,
            },
            {
                "id": id,
                "username": username,
                "first_name": first_name,
                "last_name": last_name,
                "description": description,
                "location": location,
                "sex": sex,
                "email": email,
                "date_of_birth": date_of_birth,
                "meta": meta,
                "picture": picture,
                "small_image_uri": small_image_uri,
                "medium_image_uri": medium_image_uri,
                "large_image_uri": large_image_uri,
                "quiet_start_time": quiet_start_time,
                "quiet_end_time": quiet_end_time,
                "timezone": timezone,
            },
            extra_headers,
            extra_query,
            timeout,
        )

    def list_activities(
        self,
        user_id: int,
        *,
        entity_key: str | NotGiven = NOT_GIVEN,
        first: int | NotGiven = NOT_GIVEN,
        last: int | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> AsyncPaginator[models.Activity]:
        """List the comments, likes and shares of a user.

        Returns what one user did, newest first; `activity_type` of an item says what it is. Views are not in the
        stream. The ids of a comment, a like and a share are counted apart, so one id may come up more than once.

        Documentation: http://api.getsocialize.com/docs/v1/

        Args:
            user_id: The user's id. (at least 1)
            entity_key: Only those on the entity with this key. Both SDKs send it. (at least 1 characters)
            first: Position of the first item of the page, from 0. The newest item has position 0. (at least 0; default 0 on the server)
            last: Position behind the last item of the page. At most 100 after `first`; a later one counts as `first` + 100.
                Without `first` it is the number of items. Left out it is 100, wherever the page begins: from `first=100` on
                nothing comes without it. (at least 1; default 100 on the server)
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return self._client._page(
            _LIST_ACTIVITIES,
            {
                "user_id": user_id,
                "entity_key": entity_key,
                "first": first,
                "last": last,
            },
            NOT_GIVEN,
            extra_headers,
            extra_query,
            timeout,
            paging=self._list_activities_paging,
        )

    def list_comments(
        self,
        user_id: int,
        *,
        entity_key: str | NotGiven = NOT_GIVEN,
        first: int | NotGiven = NOT_GIVEN,
        last: int | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> AsyncPaginator[models.Comment]:
        """List the comments of a user.

        Returns the comments of one user, newest first.

        Documentation: http://api.getsocialize.com/docs/v1/

        Args:
            user_id: The user's id. (at least 1)
            entity_key: Only those on the entity with this key. Both SDKs send it. (at least 1 characters)
            first: Position of the first item of the page, from 0. The newest item has position 0. (at least 0; default 0 on the server)
            last: Position behind the last item of the page. At most 100 after `first`; a later one counts as `first` + 100.
                Without `first` it is the number of items. Left out it is 100, wherever the page begins: from `first=100` on
                nothing comes without it. (at least 1; default 100 on the server)
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return self._client._page(
            _LIST_COMMENTS,
            {
                "user_id": user_id,
                "entity_key": entity_key,
                "first": first,
                "last": last,
            },
            NOT_GIVEN,
            extra_headers,
            extra_query,
            timeout,
            paging=self._list_comments_paging,
        )

    def list_likes(
        self,
        user_id: int,
        *,
        entity_key: str | NotGiven = NOT_GIVEN,
        first: int | NotGiven = NOT_GIVEN,
        last: int | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> AsyncPaginator[models.Like]:
        """List the likes of a user.

        Returns the likes of one user, newest first.

        Documentation: http://api.getsocialize.com/docs/v1/

        Args:
            user_id: The user's id. (at least 1)
            entity_key: Only those on the entity with this key. Both SDKs send it. (at least 1 characters)
            first: Position of the first item of the page, from 0. The newest item has position 0. (at least 0; default 0 on the server)
            last: Position behind the last item of the page. At most 100 after `first`; a later one counts as `first` + 100.
                Without `first` it is the number of items. Left out it is 100, wherever the page begins: from `first=100` on
                nothing comes without it. (at least 1; default 100 on the server)
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return self._client._page(
            _LIST_LIKES,
            {
                "user_id": user_id,
                "entity_key": entity_key,
                "first": first,
                "last": last,
            },
            NOT_GIVEN,
            extra_headers,
            extra_query,
            timeout,
            paging=self._list_likes_paging,
        )

    async def unlike(
        self,
        user_id: int,
        *,
        entity_key: str,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.LikeBatch:
        """Take a like back, by the key of the entity.

        Takes back that the user likes the entity. The user must be the one who signs the request. If there is no such
        like, the list is empty (inferred from the iOS SDK).

        Documentation: http://api.getsocialize.com/docs/v1/

        Args:
            user_id: The user's id. (at least 1)
            entity_key: The key of the entity. (at least 1 characters)
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return await self._client._call(
            _UNLIKE,
            {
                "user_id": user_id,
                "entity_key": entity_key,
            },
            NOT_GIVEN,
            extra_headers,
            extra_query,
            timeout,
        )

    def list_shares(
        self,
        user_id: int,
        *,
        entity_key: str | NotGiven = NOT_GIVEN,
        first: int | NotGiven = NOT_GIVEN,
        last: int | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> AsyncPaginator[models.Share]:
        """List the shares of a user.

        Returns the shares of one user, newest first.

        Documentation: http://api.getsocialize.com/docs/v1/

        Args:
            user_id: The user's id. (at least 1)
            entity_key: Only those on the entity with this key. Both SDKs send it. (at least 1 characters)
            first: Position of the first item of the page, from 0. The newest item has position 0. (at least 0; default 0 on the server)
            last: Position behind the last item of the page. At most 100 after `first`; a later one counts as `first` + 100.
                Without `first` it is the number of items. Left out it is 100, wherever the page begins: from `first=100` on
                nothing comes without it. (at least 1; default 100 on the server)
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return self._client._page(
            _LIST_SHARES,
            {
                "user_id": user_id,
                "entity_key": entity_key,
                "first": first,
                "last": last,
            },
            NOT_GIVEN,
            extra_headers,
            extra_query,
            timeout,
            paging=self._list_shares_paging,
        )

    @deprecated("The platform has deprecated users_list_views.", category=None)
    async def list_views(
        self,
        user_id: int,
        *,
        entity_key: str | NotGiven = NOT_GIVEN,
        first: int | NotGiven = NOT_GIVEN,
        last: int | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.ViewList:
        """List the views of a user.

        Returned what one user looked at. The iOS SDK had the call until January 2013; it was withdrawn, though the
        documentation still names views among the answers. Deprecated: views are no longer kept one by one.

        Observed in real clients or servers; the platform's documentation does not have it.

        Deprecated by the platform.

        Documentation: https://github.com/socialize/socialize-sdk-ios

        Args:
            user_id: The user's id. (at least 1)
            entity_key: Only those on the entity with this key. The iOS SDK sent it. (at least 1 characters)
            first: Position of the first item of the page, from 0. The newest item has position 0. (at least 0; default 0 on the server)
            last: Position behind the last item of the page. At most 100 after `first`; a later one counts as `first` + 100.
                Without `first` it is the number of items. Left out it is 100, wherever the page begins: from `first=100` on
                nothing comes without it. (at least 1; default 100 on the server)
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return await self._client._call(
            _LIST_VIEWS,
            {
                "user_id": user_id,
                "entity_key": entity_key,
                "first": first,
                "last": last,
            },
            NOT_GIVEN,
            extra_headers,
            extra_query,
            timeout,
        )


class RawUsers:
    """The same calls, giving the answer as it came: status, headers, bytes, and `parse()`."""

    def __init__(self, resource: Users) -> None:
        self.list = to_raw(resource.list)
        self.get = to_raw(resource.get)
        self.update = to_raw(resource.update)
        self.list_activities = to_raw(resource.list_activities)
        self.list_comments = to_raw(resource.list_comments)
        self.list_likes = to_raw(resource.list_likes)
        self.unlike = to_raw(resource.unlike)
        self.list_shares = to_raw(resource.list_shares)
        self.list_views = to_raw(resource.list_views)


class RawAsyncUsers:
    """The same calls, giving the answer as it came: status, headers, bytes, and `parse()`."""

    def __init__(self, resource: AsyncUsers) -> None:
        self.list = to_raw_awaitable(resource.list)
        self.get = to_raw_awaitable(resource.get)
        self.update = to_raw_awaitable(resource.update)
        self.list_activities = to_raw_awaitable(resource.list_activities)
        self.list_comments = to_raw_awaitable(resource.list_comments)
        self.list_likes = to_raw_awaitable(resource.list_likes)
        self.unlike = to_raw_awaitable(resource.unlike)
        self.list_shares = to_raw_awaitable(resource.list_shares)
        self.list_views = to_raw_awaitable(resource.list_views)
