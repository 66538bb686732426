# Written by "nox -s generate" from specs/sociogram.yaml and overrides/sociogram/overlay.yaml: edit those.
"""The generated calls of `posts`.

Create, edit, delete, repost and pin posts, or publications. Documented as done, as functions without calls.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence

from .. import models
from .._core._async_base import AsyncResource
from .._core._sync_base import Resource
from .._core.operation import Operation, Parameter
from .._core.raw import to_raw, to_raw_awaitable
from .._core.request import hide_named
from .._core.secrets import Secret
from .._core.types import NOT_GIVEN, NotGiven, QueryValue, Timeout

_CREATE: Operation[models.Creation] = Operation(
    id="posts_create",
    method="POST",
    path="/mini-app/create-post",
    body="json",
    request=lambda: models.PostCreate,
    result=lambda: models.Creation,
    security=(("appKey",),),
)

_EDIT: Operation[models.Outcome] = Operation(
    id="posts_edit",
    method="POST",
    path="/mini-app/edit-post",
    body="json",
    request=lambda: models.PostEdit,
    result=lambda: models.Outcome,
    security=(("appKey",),),
    media_types=("text/html",),
)

_DELETE: Operation[models.Outcome] = Operation(
    id="posts_delete",
    method="POST",
    path="/mini-app/delete-post",
    body="json",
    request=lambda: models.PostReference,
    result=lambda: models.Outcome,
    security=(("appKey",),),
    media_types=("text/html",),
)

_REPOST: Operation[models.Outcome] = Operation(
    id="posts_repost",
    method="POST",
    path="/mini-app/repost",
    body="json",
    request=lambda: models.Repost,
    result=lambda: models.Outcome,
    security=(("appKey",),),
    media_types=("text/html",),
)

_PIN: Operation[models.Outcome] = Operation(
    id="posts_pin",
    method="POST",
    path="/mini-app/pin-post",
    body="json",
    request=lambda: models.PostReference,
    result=lambda: models.Outcome,
    security=(("appKey",),),
    media_types=("text/html",),
)

_EXISTS: Operation[models.Outcome] = Operation(
    id="posts_exists",
    method="GET",
    path="/mini-app/check-post",
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

_GET_COUNTS: Operation[models.PostCounts] = Operation(
    id="posts_get_counts",
    method="GET",
    path="/mini-app/get-post-counts",
    parameters=(Parameter("publicationId", "query", "publication_id"),),
    result=lambda: models.PostCounts,
    security=(("appKey",),),
    retry=True,
)


class Posts(Resource):
    """Create, edit, delete, repost and pin posts, or publications. Documented as done, as functions without calls."""

    def create(
        self,
        *,
        uid: models.Uid,
        text: str | NotGiven = NOT_GIVEN,
        images: Sequence[str] | NotGiven = NOT_GIVEN,
        community_reward: models.Price | Mapping[str, object] | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.Creation:
        """Create a post.

        Creates a post with a prepared text or images. The user must confirm it if the call does not come out of the mini-app,
        as on Twitter. An amount for the Community Reward can be added. The platform records which app the post was made from,
        in order to show it some day. Returns whether it was done, the unique id of the post, and who wrote it. Repeating
        the call may create the post twice.

        Documented: what it does and returns, and that it is done. Inferred: the names of inputs and results, method, path and
        the body.

        Inferred: the platform publishes what this call does, but not its method and path.

        Documentation: https://docs.sociogram.org/developers/platform-api#post-management

        Args:
            uid: The user who posts it, and may have to confirm it. (at least 1; at most 9007199254740991)
            text: The prepared text.
            images: Addresses of the prepared images.
            community_reward: What to put into the Community Reward.
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return self._client._call(
            _CREATE,
            {},
            {
                "uid": uid,
                "text": text,
                "images": images,
                "communityReward": community_reward,
            },
            extra_headers,
            extra_query,
            timeout,
        )

    def edit(
        self,
        *,
        publication_id: models.ObjectId,
        text: str | NotGiven = NOT_GIVEN,
        images: Sequence[str] | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.Outcome:
        """Edit a post.

        Replaces the text or the images of a post and returns whether it was done. On Sociogram a post can be edited for one
        hour.

        Documented: what it does. Inferred: the inputs, method, path and the body.

        Inferred: the platform publishes what this call does, but not its method and path.

        Documentation: https://docs.sociogram.org/developers/platform-api#post-management

        Args:
            publication_id: The post.
            text: The new text. Left out, the old one stays.
            images: Addresses of the new images. Left out, the old ones stay.
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return self._client._call(
            _EDIT,
            {},
            {
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
        publication_id: models.ObjectId,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.Outcome:
        """Delete a post.

        Deletes a post and returns whether it was done.

        Documented: what it does. Inferred: the input, method, path and the body.

        Inferred: the platform publishes what this call does, but not its method and path.

        Documentation: https://docs.sociogram.org/developers/platform-api#post-management

        Args:
            publication_id: The post.
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return self._client._call(
            _DELETE,
            {},
            {
                "publicationId": publication_id,
            },
            extra_headers,
            extra_query,
            timeout,
        )

    def repost(
        self,
        *,
        uid: models.Uid,
        publication_id: models.ObjectId,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.Outcome:
        """Repost a post.

        Reposts a post in the name of a user and returns whether it was done.

        Documented: what it does. Inferred: the inputs, method, path and the body.

        Inferred: the platform publishes what this call does, but not its method and path.

        Documentation: https://docs.sociogram.org/developers/platform-api#post-management

        Args:
            uid: The user who reposts. (at least 1; at most 9007199254740991)
            publication_id: The post.
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return self._client._call(
            _REPOST,
            {},
            {
                "uid": uid,
                "publicationId": publication_id,
            },
            extra_headers,
            extra_query,
            timeout,
        )

    def pin(
        self,
        *,
        publication_id: models.ObjectId,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.Outcome:
        """Pin a post.

        Pins a post to the profile of the one who wrote it, and returns whether it was done. `posts_get_counts` shows whether
        a post is pinned.

        Documented: that a post can be pinned. Inferred: where it is pinned, the input, method, path and the body.

        Inferred: the platform publishes what this call does, but not its method and path.

        Documentation: https://docs.sociogram.org/developers/platform-api#post-management

        Args:
            publication_id: The post.
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return self._client._call(
            _PIN,
            {},
            {
                "publicationId": publication_id,
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
        """Does a post with this text exist?

        Tells whether a user wrote a post with a certain text within a period, such as the last 24 hours (in UTC).
        `publications_search` finds such posts themselves.

        Documented: what it does, without a word about whose posts are looked at. Inferred: that they are those of one
        user, the inputs (those of `publications_search`), method, path and the query.

        Inferred: the platform publishes what this call does, but not its method and path.

        Documentation: https://docs.sociogram.org/developers/platform-api#post-management

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

    def get_counts(
        self,
        *,
        publication_id: models.ObjectId,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.PostCounts:
        """Get the counts of a post.

        Returns how many comments, likes and reposts a post has, and whether it is pinned.

        Documented: which counts there are. Inferred: everything else, the names of the members included.

        Inferred: the platform publishes what this call does, but not its method and path.

        Documentation: https://docs.sociogram.org/developers/platform-api#post-management

        Args:
            publication_id: The publication, by its ObjectId.
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return self._client._call(
            _GET_COUNTS,
            {
                "publication_id": publication_id,
            },
            NOT_GIVEN,
            extra_headers,
            extra_query,
            timeout,
        )


class AsyncPosts(AsyncResource):
    """Create, edit, delete, repost and pin posts, or publications. Documented as done, as functions without calls."""

    async def create(
        self,
        *,
        uid: models.Uid,
        text: str | NotGiven = NOT_GIVEN,
        images: Sequence[str] | NotGiven = NOT_GIVEN,
        community_reward: models.Price | Mapping[str, object] | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.Creation:
        """Create a post.

        Creates a post with a prepared text or images. The user must confirm it if the call does not come out of the mini-app,
        as on Twitter. An amount for the Community Reward can be added. The platform records which app the post was made from,
        in order to show it some day. Returns whether it was done, the unique id of the post, and who wrote it. Repeating
        the call may create the post twice.

        Documented: what it does and returns, and that it is done. Inferred: the names of inputs and results, method, path and
        the body.

        Inferred: the platform publishes what this call does, but not its method and path.

        Documentation: https://docs.sociogram.org/developers/platform-api#post-management

        Args:
            uid: The user who posts it, and may have to confirm it. (at least 1; at most 9007199254740991)
            text: The prepared text.
            images: Addresses of the prepared images.
            community_reward: What to put into the Community Reward.
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return await self._client._call(
            _CREATE,
            {},
            {
                "uid": uid,
                "text": text,
                "images": images,
                "communityReward": community_reward,
            },
            extra_headers,
            extra_query,
            timeout,
        )

    async def edit(
        self,
        *,
        publication_id: models.ObjectId,
        text: str | NotGiven = NOT_GIVEN,
        images: Sequence[str] | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.Outcome:
        """Edit a post.

        Replaces the text or the images of a post and returns whether it was done. On Sociogram a post can be edited for one
        hour.

        Documented: what it does. Inferred: the inputs, method, path and the body.

        Inferred: the platform publishes what this call does, but not its method and path.

        Documentation: https://docs.sociogram.org/developers/platform-api#post-management

        Args:
            publication_id: The post.
            text: The new text. Left out, the old one stays.
            images: Addresses of the new images. Left out, the old ones stay.
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return await self._client._call(
            _EDIT,
            {},
            {
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
        publication_id: models.ObjectId,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.Outcome:
        """Delete a post.

        Deletes a post and returns whether it was done.

        Documented: what it does. Inferred: the input, method, path and the body.

        Inferred: the platform publishes what this call does, but not its method and path.

        Documentation: https://docs.sociogram.org/developers/platform-api#post-management

        Args:
            publication_id: The post.
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return await self._client._call(
            _DELETE,
            {},
            {
                "publicationId": publication_id,
            },
            extra_headers,
            extra_query,
            timeout,
        )

    async def repost(
        self,
        *,
        uid: models.Uid,
        publication_id: models.ObjectId,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.Outcome:
        """Repost a post.

        Reposts a post in the name of a user and returns whether it was done.

        Documented: what it does. Inferred: the inputs, method, path and the body.

        Inferred: the platform publishes what this call does, but not its method and path.

        Documentation: https://docs.sociogram.org/developers/platform-api#post-management

        Args:
            uid: The user who reposts. (at least 1; at most 9007199254740991)
            publication_id: The post.
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return await self._client._call(
            _REPOST,
            {},
            {
                "uid": uid,
                "publicationId": publication_id,
            },
            extra_headers,
            extra_query,
            timeout,
        )

    async def pin(
        self,
        *,
        publication_id: models.ObjectId,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.Outcome:
        """Pin a post.

        Pins a post to the profile of the one who wrote it, and returns whether it was done. `posts_get_counts` shows whether
        a post is pinned.

        Documented: that a post can be pinned. Inferred: where it is pinned, the input, method, path and the body.

        Inferred: the platform publishes what this call does, but not its method and path.

        Documentation: https://docs.sociogram.org/developers/platform-api#post-management

        Args:
            publication_id: The post.
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return await self._client._call(
            _PIN,
            {},
            {
                "publicationId": publication_id,
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
        """Does a post with this text exist?

        Tells whether a user wrote a post with a certain text within a period, such as the last 24 hours (in UTC).
        `publications_search` finds such posts themselves.

        Documented: what it does, without a word about whose posts are looked at. Inferred: that they are those of one
        user, the inputs (those of `publications_search`), method, path and the query.

        Inferred: the platform publishes what this call does, but not its method and path.

        Documentation: https://docs.sociogram.org/developers/platform-api#post-management

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

    async def get_counts(
        self,
        *,
        publication_id: models.ObjectId,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.PostCounts:
        """Get the counts of a post.

        Returns how many comments, likes and reposts a post has, and whether it is pinned.

        Documented: which counts there are. Inferred: everything else, the names of the members included.

        Inferred: the platform publishes what this call does, but not its method and path.

        Documentation: https://docs.sociogram.org/developers/platform-api#post-management

        Args:
            publication_id: The publication, by its ObjectId.
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return await self._client._call(
            _GET_COUNTS,
            {
                "publication_id": publication_id,
            },
            NOT_GIVEN,
            extra_headers,
            extra_query,
            timeout,
        )


class RawPosts:
    """The same calls, giving the answer as it came: status, headers, bytes, and `parse()`."""

    def __init__(self, resource: Posts) -> None:
        self.create = to_raw(resource.create)
        self.edit = to_raw(resource.edit)
        self.delete = to_raw(resource.delete)
        self.repost = to_raw(resource.repost)
        self.pin = to_raw(resource.pin)
        self.exists = to_raw(resource.exists)
        self.get_counts = to_raw(resource.get_counts)


class RawAsyncPosts:
    """The same calls, giving the answer as it came: status, headers, bytes, and `parse()`."""

    def __init__(self, resource: AsyncPosts) -> None:
        self.create = to_raw_awaitable(resource.create)
        self.edit = to_raw_awaitable(resource.edit)
        self.delete = to_raw_awaitable(resource.delete)
        self.repost = to_raw_awaitable(resource.repost)
        self.pin = to_raw_awaitable(resource.pin)
        self.exists = to_raw_awaitable(resource.exists)
        self.get_counts = to_raw_awaitable(resource.get_counts)
