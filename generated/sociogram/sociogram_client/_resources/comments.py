# Written by "nox -s generate" from specs/sociogram.yaml and overrides/sociogram/overlay.yaml: edit those.
"""The generated calls of `comments`.

Find, write and delete comments. Writing and deleting is documented as done, as functions without calls.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence

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

_SEARCH: Operation[models.CommentList] = Operation(
    id="comments_search",
    method="GET",
    path="/mini-app/search-comments",
    parameters=(
        Parameter("authorId", "query", "author_id"),
        Parameter("search", "query", "search"),
        Parameter("from", "query", "from_"),
        Parameter("to", "query", "to"),
        Parameter("cursor", "query", "cursor"),
        Parameter("limit", "query", "limit"),
    ),
    result=lambda: models.CommentList,
    security=(("appKey",),),
    retry=True,
)
_SEARCH_PAGING: Paging[models.Comment] = Paging(
    strategy=CursorPaging(),
    items=("rows",),
)

_CREATE: Operation[models.Creation] = Operation(
    id="comments_create",
    method="POST",
    path="/mini-app/create-comment",
    body="json",
    request=lambda: models.CommentCreate,
    result=lambda: models.Creation,
    security=(("appKey",),),
)

_DELETE: Operation[models.Outcome] = Operation(
    id="comments_delete",
    method="POST",
    path="/mini-app/delete-comment",
    body="json",
    request=lambda: models.CommentDelete,
    result=lambda: models.Outcome,
    security=(("appKey",),),
    media_types=("text/html",),
)

_EXISTS: Operation[models.Outcome] = Operation(
    id="comments_exists",
    method="GET",
    path="/mini-app/check-comment",
    parameters=(
        Parameter("authorId", "query", "author_id"),
        Parameter("search", "query", "search"),
        Parameter("from", "query", "from_"),
        Parameter("to", "query", "to"),
    ),
    result=lambda: models.Outcome,
    security=(("appKey",),),
    retry=True,
    media_types=("text/html",),
)

_EXISTS_UNDER_POST: Operation[models.Outcome] = Operation(
    id="comments_exists_under_post",
    method="GET",
    path="/mini-app/check-post-comments",
    parameters=(Parameter("publicationId", "query", "publication_id"),),
    result=lambda: models.Outcome,
    security=(("appKey",),),
    retry=True,
    media_types=("text/html",),
)


class Comments(Resource):
    """Find, write and delete comments. Writing and deleting is documented as done, as functions without calls."""

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
    ) -> Page[models.Comment]:
        """Search the comments of a user.

        Finds comments of one user that contain a text, optionally within a period. The documentation relates it to the check
        of `Add like to post or comment`, where it shows that a comment exists. Pass `cursor` of an answer to get the next
        page. That the newest come first is inferred.

        Documented: inputs and result, as `sdk.searchComments({ authorId, search, from, to, cursor, limit })`. Inferred:
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

    def create(
        self,
        *,
        uid: models.Uid,
        publication_id: models.ObjectId,
        text: str | NotGiven = NOT_GIVEN,
        images: Sequence[str] | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.Creation:
        """Write a comment.

        Writes a comment under a post, with a prepared text or images. The user must confirm it if the call does not come out
        of the mini-app. Returns whether it was done, the unique id of the comment, and who wrote it. Repeating the call may
        write the comment twice.

        Documented: what it does and returns, and that it is done. Inferred: the names of inputs and results, method, path and
        the body.

        Inferred: the platform publishes what this call does, but not its method and path.

        Documentation: https://docs.sociogram.org/developers/platform-api#comment-management

        Args:
            uid: The user who writes it, and may have to confirm it. (at least 1; at most 9007199254740991)
            publication_id: The post that it belongs to.
            text: The prepared text.
            images: Addresses of the prepared images.
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return self._client._call(
            _CREATE,
            {},
            {
                "uid": uid,
                "publicationId": publication_id,
                "text": text,
                "images": images,
            },
            extra_headers,
            extra_query,
            timeout,
        )

    def delete(
        self,
        *,
        comment_id: models.ObjectId,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.Outcome:
        """Delete a comment.

        Deletes a comment and returns whether it was done.

        Documented: what it does. Inferred: the inputs, method, path and the body.

        Inferred: the platform publishes what this call does, but not its method and path.

        Documentation: https://docs.sociogram.org/developers/platform-api#comment-management

        Args:
            comment_id: The comment.
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return self._client._call(
            _DELETE,
            {},
            {
                "commentId": comment_id,
            },
            extra_headers,
            extra_query,
            timeout,
        )

    def exists(
        self,
        *,
        author_id: str,
        search: str,
        from_: datetime.datetime | NotGiven = NOT_GIVEN,
        to: datetime.datetime | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.Outcome:
        """Does a comment with this text exist?

        Tells whether a user wrote a comment with a certain text within a period, such as the last 24 hours (in UTC).
        `comments_search` finds such comments themselves.

        Documented: what it does. Inferred: the inputs (those of `comments_search`), method, path and the query.

        Inferred: the platform publishes what this call does, but not its method and path.

        Documentation: https://docs.sociogram.org/developers/platform-api#comment-management

        Args:
            author_id: The user who wrote it. Not the number that other calls have as `uid`: the documentation says "user ID", and its
                sample is an ObjectId. Any text is taken here. (at least 1 characters)
            search: The text that must be in it. That case does not matter is inferred from the platform's helper library. (at least 1 characters)
            from_: The earliest time of creation, included (inferred). Without it there is no earliest. The `+` of an offset is
                written `%2B` in a URL.
            to: The latest time of creation, included (inferred). Without it there is no latest. The `+` of an offset is
                written `%2B` in a URL.
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return self._client._call(
            _EXISTS,
            {
                "author_id": author_id,
                "search": search,
                "from_": from_,
                "to": to,
            },
            NOT_GIVEN,
            extra_headers,
            extra_query,
            timeout,
        )

    def exists_under_post(
        self,
        *,
        publication_id: models.ObjectId,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.Outcome:
        """Has a post any comment?

        Tells whether there is any comment under a post.

        Documented: what it does. Inferred: the input, method, path and the query.

        Inferred: the platform publishes what this call does, but not its method and path.

        Documentation: https://docs.sociogram.org/developers/platform-api#comment-management

        Args:
            publication_id: The publication, by its ObjectId.
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return self._client._call(
            _EXISTS_UNDER_POST,
            {
                "publication_id": publication_id,
            },
            NOT_GIVEN,
            extra_headers,
            extra_query,
            timeout,
        )


class AsyncComments(AsyncResource):
    """Find, write and delete comments. Writing and deleting is documented as done, as functions without calls."""

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
    ) -> AsyncPaginator[models.Comment]:
        """Search the comments of a user.

        Finds comments of one user that contain a text, optionally within a period. The documentation relates it to the check
        of `Add like to post or comment`, where it shows that a comment exists. Pass `cursor` of an answer to get the next
        page. That the newest come first is inferred.

        Documented: inputs and result, as `sdk.searchComments({ authorId, search, from, to, cursor, limit })`. Inferred:
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

    async def create(
        self,
        *,
        uid: models.Uid,
        publication_id: models.ObjectId,
        text: str | NotGiven = NOT_GIVEN,
        images: Sequence[str] | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.Creation:
        """Write a comment.

        Writes a comment under a post, with a prepared text or images. The user must confirm it if the call does not come out
        of the mini-app. Returns whether it was done, the unique id of the comment, and who wrote it. Repeating the call may
        write the comment twice.

        Documented: what it does and returns, and that it is done. Inferred: the names of inputs and results, method, path and
        the body.

        Inferred: the platform publishes what this call does, but not its method and path.

        Documentation: https://docs.sociogram.org/developers/platform-api#comment-management

        Args:
            uid: The user who writes it, and may have to confirm it. (at least 1; at most 9007199254740991)
            publication_id: The post that it belongs to.
            text: The prepared text.
            images: Addresses of the prepared images.
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return await self._client._call(
            _CREATE,
            {},
            {
                "uid": uid,
                "publicationId": publication_id,
                "text": text,
                "images": images,
            },
            extra_headers,
            extra_query,
            timeout,
        )

    async def delete(
        self,
        *,
        comment_id: models.ObjectId,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.Outcome:
        """Delete a comment.

        Deletes a comment and returns whether it was done.

        Documented: what it does. Inferred: the inputs, method, path and the body.

        Inferred: the platform publishes what this call does, but not its method and path.

        Documentation: https://docs.sociogram.org/developers/platform-api#comment-management

        Args:
            comment_id: The comment.
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return await self._client._call(
            _DELETE,
            {},
            {
                "commentId": comment_id,
            },
            extra_headers,
            extra_query,
            timeout,
        )

    async def exists(
        self,
        *,
        author_id: str,
        search: str,
        from_: datetime.datetime | NotGiven = NOT_GIVEN,
        to: datetime.datetime | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.Outcome:
        """Does a comment with this text exist?

        Tells whether a user wrote a comment with a certain text within a period, such as the last 24 hours (in UTC).
        `comments_search` finds such comments themselves.

        Documented: what it does. Inferred: the inputs (those of `comments_search`), method, path and the query.

        Inferred: the platform publishes what this call does, but not its method and path.

        Documentation: https://docs.sociogram.org/developers/platform-api#comment-management

        Args:
            author_id: The user who wrote it. Not the number that other calls have as `uid`: the documentation says "user ID", and its
                sample is an ObjectId. Any text is taken here. (at least 1 characters)
            search: The text that must be in it. That case does not matter is inferred from the platform's helper library. (at least 1 characters)
            from_: The earliest time of creation, included (inferred). Without it there is no earliest. The `+` of an offset is
                written `%2B` in a URL.
            to: The latest time of creation, included (inferred). Without it there is no latest. The `+` of an offset is
                written `%2B` in a URL.
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return await self._client._call(
            _EXISTS,
            {
                "author_id": author_id,
                "search": search,
                "from_": from_,
                "to": to,
            },
            NOT_GIVEN,
            extra_headers,
            extra_query,
            timeout,
        )

    async def exists_under_post(
        self,
        *,
        publication_id: models.ObjectId,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.Outcome:
        """Has a post any comment?

        Tells whether there is any comment under a post.

        Documented: what it does. Inferred: the input, method, path and the query.

        Inferred: the platform publishes what this call does, but not its method and path.

        Documentation: https://docs.sociogram.org/developers/platform-api#comment-management

        Args:
            publication_id: The publication, by its ObjectId.
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return await self._client._call(
            _EXISTS_UNDER_POST,
            {
                "publication_id": publication_id,
            },
            NOT_GIVEN,
            extra_headers,
            extra_query,
            timeout,
        )


class RawComments:
    """The same calls, giving the answer as it came: status, headers, bytes, and `parse()`."""

    def __init__(self, resource: Comments) -> None:
        self.search = to_raw(resource.search)
        self.create = to_raw(resource.create)
        self.delete = to_raw(resource.delete)
        self.exists = to_raw(resource.exists)
        self.exists_under_post = to_raw(resource.exists_under_post)


class RawAsyncComments:
    """The same calls, giving the answer as it came: status, headers, bytes, and `parse()`."""

    def __init__(self, resource: AsyncComments) -> None:
        self.search = to_raw_awaitable(resource.search)
        self.create = to_raw_awaitable(resource.create)
        self.delete = to_raw_awaitable(resource.delete)
        self.exists = to_raw_awaitable(resource.exists)
        self.exists_under_post = to_raw_awaitable(resource.exists_under_post)
