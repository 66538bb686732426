# Written by "nox -s generate" from specs/talkee.yaml and overrides/talkee/overlay.yaml: edit those.
"""The generated calls of `comments`.

Read and write the comments of a page, and favour them.
"""

from __future__ import annotations

from collections.abc import Mapping

from .. import models
from .._core._async_base import AsyncResource
from .._core._sync_base import Resource
from .._core._sync_paging import Page
from .._core.operation import Operation, Parameter
from .._core.paginator import AsyncPaginator
from .._core.paging import OffsetPaging, Paging
from .._core.raw import to_raw, to_raw_awaitable
from .._core.request import hide_named
from .._core.secrets import Secret
from .._core.types import NOT_GIVEN, NotGiven, QueryValue, Timeout

_LIST: Operation[models.CommentList] = Operation(
    id="comments_list",
    method="GET",
    path="/comments",
    parameters=(
        Parameter("X-TALKEE-SITE-ID", "header", "site_id"),
        Parameter("X-TALKEE-SITE-SLUG", "header", "slug"),
        Parameter("site_id", "query", "site_id"),
        Parameter("slug", "query", "slug"),
        Parameter("limit", "query", "limit"),
        Parameter("offset", "query", "offset"),
        Parameter("order_by", "query", "order_by"),
    ),
    result=lambda: models.CommentListEnvelope,
    unwrap=("data",),
    security=(
        (),
        ("bearerAuth",),
    ),
    retry=True,
)
_LIST_PAGING: Paging[models.Comment] = Paging(
    strategy=OffsetPaging(
        size=20,
        limit="limit",
        offset="offset",
    ),
    items=("comments",),
    total=("total",),
    key=("id",),
)

_CREATE: Operation[models.Comment] = Operation(
    id="comments_create",
    method="POST",
    path="/comments",
    parameters=(
        Parameter("X-TALKEE-SITE-ID", "header", "site_id"),
        Parameter("X-TALKEE-SITE-SLUG", "header", "slug"),
        Parameter("site_id", "query", "site_id"),
        Parameter("slug", "query", "slug"),
    ),
    body="json",
    request=lambda: models.CommentCreate,
    result=lambda: models.CommentEnvelope,
    unwrap=("data",),
    security=(("bearerAuth",),),
)

_GET: Operation[models.Comment] = Operation(
    id="comments_get",
    method="GET",
    path="/comments/{comment_id}",
    parameters=(
        Parameter("X-TALKEE-SITE-ID", "header", "site_id"),
        Parameter("X-TALKEE-SITE-SLUG", "header", "slug"),
        Parameter("site_id", "query", "site_id"),
        Parameter("slug", "query", "slug"),
        Parameter("comment_id", "path", "comment_id"),
    ),
    result=lambda: models.CommentEnvelope,
    unwrap=("data",),
    security=(
        (),
        ("bearerAuth",),
    ),
    retry=True,
)

_FAV: Operation[models.Comment] = Operation(
    id="comments_fav",
    method="PUT",
    path="/comments/{comment_id}/fav",
    parameters=(
        Parameter("X-TALKEE-SITE-ID", "header", "site_id"),
        Parameter("X-TALKEE-SITE-SLUG", "header", "slug"),
        Parameter("site_id", "query", "site_id"),
        Parameter("slug", "query", "slug"),
        Parameter("comment_id", "path", "comment_id"),
    ),
    result=lambda: models.CommentEnvelope,
    unwrap=("data",),
    security=(("bearerAuth",),),
)

_UNFAV: Operation[models.Comment] = Operation(
    id="comments_unfav",
    method="PUT",
    path="/comments/{comment_id}/unfav",
    parameters=(
        Parameter("X-TALKEE-SITE-ID", "header", "site_id"),
        Parameter("X-TALKEE-SITE-SLUG", "header", "slug"),
        Parameter("site_id", "query", "site_id"),
        Parameter("slug", "query", "slug"),
        Parameter("comment_id", "path", "comment_id"),
    ),
    result=lambda: models.CommentEnvelope,
    unwrap=("data",),
    security=(("bearerAuth",),),
)


class Comments(Resource):
    """Read and write the comments of a page, and favour them."""

    _list_paging = _LIST_PAGING

    def list(
        self,
        *,
        site_id: int | NotGiven = NOT_GIVEN,
        slug: str | NotGiven = NOT_GIVEN,
        limit: int | NotGiven = NOT_GIVEN,
        offset: int | NotGiven = NOT_GIVEN,
        order_by: models.CommentOrder | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> Page[models.Comment]:
        """List the comments of a page.

        Returns the comments of one page, with those who wrote them and the rewards they got. Signed in, `fav_id` of each
        comment says whether you favour it. A page or site that nobody has commented on yet has an empty list.

        Servers differ in what `offset` means (see there). Comments with equal `favor_count` have no fixed order, so page
        through a list with `order_by=created_at` and drop ids that you have seen.

        Documentation: https://developers.pando.im/references/talkee/api.html#get-comments

        Args:
            site_id: The site's id, in place of the header `X-TALKEE-SITE-ID`; not read if the header is there. (at least 1; at most 18446744073709551615)
            slug: The key of the page or thread, in place of the header `X-TALKEE-SITE-SLUG`; not read if the header is there. It is
                URL-decoded: `/café` here and `/caf%C3%A9` in the header are two threads. (at least 1 characters; at most 256 characters)
            limit: How many items to return. 0, a negative number or text counts as 20; there is no largest value below 2^63, where
                an error begins. (at least 1; at most 9223372036854775807; default 20 on the server)
            offset: Where to start. Two readings are in use: the documentation, the web client and older servers count comments to
                skip; the latest published server counts **pages** and skips `offset` × `limit` comments. Both agree on 0. To
                tell them apart, read `offset` 0 and then 1 with the same `limit` (2 or more): if the second answer begins
                with the first one's second comment, comments are counted. A negative value or text counts as 0; a value
                above 2^63-1 is an error. (at least 0; at most 9223372036854775807; default 0 on the server)
            order_by: The order of the comments. The server takes any other value as `favor_count`, so a misspelt one is not
                reported. (default 'favor_count' on the server)
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return self._client._page(
            _LIST,
            {
                "site_id": site_id,
                "slug": slug,
                "limit": limit,
                "offset": offset,
                "order_by": order_by,
            },
            NOT_GIVEN,
            extra_headers,
            extra_query,
            timeout,
            paging=self._list_paging,
        )

    def create(
        self,
        *,
        content: str,
        site_id: int | NotGiven = NOT_GIVEN,
        slug: str | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.Comment:
        """Write a comment.

        Adds a comment to a page. Neither the site nor the page needs to exist before. Repeating the call writes the
        comment twice, and it can be neither changed nor deleted.

        Documentation: https://developers.pando.im/references/talkee/api.html#create-a-comment

        Args:
            content: The comment, plain text, 1 to 10240 characters after trimming. It is not sanitised. The web client stops at
                512. (at least 1 characters; at most 10240 characters)
            site_id: The site's id, in place of the header `X-TALKEE-SITE-ID`; not read if the header is there. (at least 1; at most 18446744073709551615)
            slug: The key of the page or thread, in place of the header `X-TALKEE-SITE-SLUG`; not read if the header is there. It is
                URL-decoded: `/café` here and `/caf%C3%A9` in the header are two threads. (at least 1 characters; at most 256 characters)
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return self._client._call(
            _CREATE,
            {
                "site_id": site_id,
                "slug": slug,
            },
            {
                "content": content,
            },
            extra_headers,
            extra_query,
            timeout,
        )

    def get(
        self,
        comment_id: int,
        *,
        site_id: int | NotGiven = NOT_GIVEN,
        slug: str | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.Comment:
        """Get a comment.

        Returns one comment, with the one who wrote it and the rewards it got. Signed in, `fav_id` says whether you favour
        it. The site and slug must be given, though the documentation does not list them here, but need not be those of
        the comment.

        Documentation: https://developers.pando.im/references/talkee/api.html#get-a-comment

        Args:
            comment_id: The comment's id. 0, a negative number or text gets the error `invalid comment id`. (at least 1; at most 18446744073709551615)
            site_id: The site's id, in place of the header `X-TALKEE-SITE-ID`; not read if the header is there. (at least 1; at most 18446744073709551615)
            slug: The key of the page or thread, in place of the header `X-TALKEE-SITE-SLUG`; not read if the header is there. It is
                URL-decoded: `/café` here and `/caf%C3%A9` in the header are two threads. (at least 1 characters; at most 256 characters)
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return self._client._call(
            _GET,
            {
                "site_id": site_id,
                "slug": slug,
                "comment_id": comment_id,
            },
            NOT_GIVEN,
            extra_headers,
            extra_query,
            timeout,
        )

    def fav(
        self,
        comment_id: int,
        *,
        site_id: int | NotGiven = NOT_GIVEN,
        slug: str | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.Comment:
        """Favour a comment.

        Adds your favour to a comment. **Not safe to repeat**: the server counts each call, also a second one by the same
        user, and after two of them your favour can never be taken back. Read the comment first and call this only if its
        `fav_id` is 0; read it again afterwards for `fav_id` and `creator`.

        Documentation: https://developers.pando.im/references/talkee/api.html#favorite-a-comment

        Args:
            comment_id: The comment's id. 0, a negative number or text gets the error `invalid comment id`. (at least 1; at most 18446744073709551615)
            site_id: The site's id, in place of the header `X-TALKEE-SITE-ID`; not read if the header is there. (at least 1; at most 18446744073709551615)
            slug: The key of the page or thread, in place of the header `X-TALKEE-SITE-SLUG`; not read if the header is there. It is
                URL-decoded: `/café` here and `/caf%C3%A9` in the header are two threads. (at least 1 characters; at most 256 characters)
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return self._client._call(
            _FAV,
            {
                "site_id": site_id,
                "slug": slug,
                "comment_id": comment_id,
            },
            NOT_GIVEN,
            extra_headers,
            extra_query,
            timeout,
        )

    def unfav(
        self,
        comment_id: int,
        *,
        site_id: int | NotGiven = NOT_GIVEN,
        slug: str | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.Comment:
        """Take back a favour.

        Takes your favour back. **Not safe to repeat, and harmful without a favour to take back**: each call lowers the
        counter, also for somebody who never favoured the comment. Below zero the answer shows 18446744073709551615, and
        from then on the comment, and every page of a list that it is on, can no longer be read (`code` 500). Read the
        comment first and call this only if its `fav_id` is not 0.

        Documentation: https://developers.pando.im/references/talkee/api.html#unfavorite-a-comment

        Args:
            comment_id: The comment's id. 0, a negative number or text gets the error `invalid comment id`. (at least 1; at most 18446744073709551615)
            site_id: The site's id, in place of the header `X-TALKEE-SITE-ID`; not read if the header is there. (at least 1; at most 18446744073709551615)
            slug: The key of the page or thread, in place of the header `X-TALKEE-SITE-SLUG`; not read if the header is there. It is
                URL-decoded: `/café` here and `/caf%C3%A9` in the header are two threads. (at least 1 characters; at most 256 characters)
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return self._client._call(
            _UNFAV,
            {
                "site_id": site_id,
                "slug": slug,
                "comment_id": comment_id,
            },
            NOT_GIVEN,
            extra_headers,
            extra_query,
            timeout,
        )


class AsyncComments(AsyncResource):
    """Read and write the comments of a page, and favour them."""

    _list_paging = _LIST_PAGING

    def list(
        self,
        *,
        site_id: int | NotGiven = NOT_GIVEN,
        slug: str | NotGiven = NOT_GIVEN,
        limit: int | NotGiven = NOT_GIVEN,
        offset: int | NotGiven = NOT_GIVEN,
        order_by: models.CommentOrder | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> AsyncPaginator[models.Comment]:
        """List the comments of a page.

        Returns the comments of one page, with those who wrote them and the rewards they got. Signed in, `fav_id` of each
        comment says whether you favour it. A page or site that nobody has commented on yet has an empty list.

        Servers differ in what `offset` means (see there). Comments with equal `favor_count` have no fixed order, so page
        through a list with `order_by=created_at` and drop ids that you have seen.

        Documentation: https://developers.pando.im/references/talkee/api.html#get-comments

        Args:
            site_id: The site's id, in place of the header `X-TALKEE-SITE-ID`; not read if the header is there. (at least 1; at most 18446744073709551615)
            slug: The key of the page or thread, in place of the header `X-TALKEE-SITE-SLUG`; not read if the header is there. It is
                URL-decoded: `/café` here and `/caf%C3%A9` in the header are two threads. (at least 1 characters; at most 256 characters)
            limit: How many items to return. 0, a negative number or text counts as 20; there is no largest value below 2^63, where
                an error begins. (at least 1; at most 9223372036854775807; default 20 on the server)
            offset: Where to start. Two readings are in use: the documentation, the web client and older servers count comments to
                skip; the latest published server counts **pages** and skips `offset` × `limit` comments. Both agree on 0. To
                tell them apart, read `offset` 0 and then 1 with the same `limit` (2 or more): if the second answer begins
                with the first one's second comment, comments are counted. A negative value or text counts as 0; a value
                above 2^63-1 is an error. (at least 0; at most 9223372036854775807; default 0 on the server)
            order_by: The order of the comments. The server takes any other value as `favor_count`, so a misspelt one is not
                reported. (default 'favor_count' on the server)
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return self._client._page(
            _LIST,
            {
                "site_id": site_id,
                "slug": slug,
                "limit": limit,
                "offset": offset,
                "order_by": order_by,
            },
            NOT_GIVEN,
            extra_headers,
            extra_query,
            timeout,
            paging=self._list_paging,
        )

    async def create(
        self,
        *,
        content: str,
        site_id: int | NotGiven = NOT_GIVEN,
        slug: str | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.Comment:
        """Write a comment.

        Adds a comment to a page. Neither the site nor the page needs to exist before. Repeating the call writes the
        comment twice, and it can be neither changed nor deleted.

        Documentation: https://developers.pando.im/references/talkee/api.html#create-a-comment

        Args:
            content: The comment, plain text, 1 to 10240 characters after trimming. It is not sanitised. The web client stops at
                512. (at least 1 characters; at most 10240 characters)
            site_id: The site's id, in place of the header `X-TALKEE-SITE-ID`; not read if the header is there. (at least 1; at most 18446744073709551615)
            slug: The key of the page or thread, in place of the header `X-TALKEE-SITE-SLUG`; not read if the header is there. It is
                URL-decoded: `/café` here and `/caf%C3%A9` in the header are two threads. (at least 1 characters; at most 256 characters)
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return await self._client._call(
            _CREATE,
            {
                "site_id": site_id,
                "slug": slug,
            },
            {
                "content": content,
            },
            extra_headers,
            extra_query,
            timeout,
        )

    async def get(
        self,
        comment_id: int,
        *,
        site_id: int | NotGiven = NOT_GIVEN,
        slug: str | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.Comment:
        """Get a comment.

        Returns one comment, with the one who wrote it and the rewards it got. Signed in, `fav_id` says whether you favour
        it. The site and slug must be given, though the documentation does not list them here, but need not be those of
        the comment.

        Documentation: https://developers.pando.im/references/talkee/api.html#get-a-comment

        Args:
            comment_id: The comment's id. 0, a negative number or text gets the error `invalid comment id`. (at least 1; at most 18446744073709551615)
            site_id: The site's id, in place of the header `X-TALKEE-SITE-ID`; not read if the header is there. (at least 1; at most 18446744073709551615)
            slug: The key of the page or thread, in place of the header `X-TALKEE-SITE-SLUG`; not read if the header is there. It is
                URL-decoded: `/café` here and `/caf%C3%A9` in the header are two threads. (at least 1 characters; at most 256 characters)
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return await self._client._call(
            _GET,
            {
                "site_id": site_id,
                "slug": slug,
                "comment_id": comment_id,
            },
            NOT_GIVEN,
            extra_headers,
            extra_query,
            timeout,
        )

    async def fav(
        self,
        comment_id: int,
        *,
        site_id: int | NotGiven = NOT_GIVEN,
        slug: str | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.Comment:
        """Favour a comment.

        Adds your favour to a comment. **Not safe to repeat**: the server counts each call, also a second one by the same
        user, and after two of them your favour can never be taken back. Read the comment first and call this only if its
        `fav_id` is 0; read it again afterwards for `fav_id` and `creator`.

        Documentation: https://developers.pando.im/references/talkee/api.html#favorite-a-comment

        Args:
            comment_id: The comment's id. 0, a negative number or text gets the error `invalid comment id`. (at least 1; at most 18446744073709551615)
            site_id: The site's id, in place of the header `X-TALKEE-SITE-ID`; not read if the header is there. (at least 1; at most 18446744073709551615)
            slug: The key of the page or thread, in place of the header `X-TALKEE-SITE-SLUG`; not read if the header is there. It is
                URL-decoded: `/café` here and `/caf%C3%A9` in the header are two threads. (at least 1 characters; at most 256 characters)
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return await self._client._call(
            _FAV,
            {
                "site_id": site_id,
                "slug": slug,
                "comment_id": comment_id,
            },
            NOT_GIVEN,
            extra_headers,
            extra_query,
            timeout,
        )

    async def unfav(
        self,
        comment_id: int,
        *,
        site_id: int | NotGiven = NOT_GIVEN,
        slug: str | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.Comment:
        """Take back a favour.

        Takes your favour back. **Not safe to repeat, and harmful without a favour to take back**: each call lowers the
        counter, also for somebody who never favoured the comment. Below zero the answer shows 18446744073709551615, and
        from then on the comment, and every page of a list that it is on, can no longer be read (`code` 500). Read the
        comment first and call this only if its `fav_id` is not 0.

        Documentation: https://developers.pando.im/references/talkee/api.html#unfavorite-a-comment

        Args:
            comment_id: The comment's id. 0, a negative number or text gets the error `invalid comment id`. (at least 1; at most 18446744073709551615)
            site_id: The site's id, in place of the header `X-TALKEE-SITE-ID`; not read if the header is there. (at least 1; at most 18446744073709551615)
            slug: The key of the page or thread, in place of the header `X-TALKEE-SITE-SLUG`; not read if the header is there. It is
                URL-decoded: `/café` here and `/caf%C3%A9` in the header are two threads. (at least 1 characters; at most 256 characters)
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return await self._client._call(
            _UNFAV,
            {
                "site_id": site_id,
                "slug": slug,
                "comment_id": comment_id,
            },
            NOT_GIVEN,
            extra_headers,
            extra_query,
            timeout,
        )


class RawComments:
    """The same calls, giving the answer as it came: status, headers, bytes, and `parse()`."""

    def __init__(self, resource: Comments) -> None:
        self.list = to_raw(resource.list)
        self.create = to_raw(resource.create)
        self.get = to_raw(resource.get)
        self.fav = to_raw(resource.fav)
        self.unfav = to_raw(resource.unfav)


class RawAsyncComments:
    """The same calls, giving the answer as it came: status, headers, bytes, and `parse()`."""

    def __init__(self, resource: AsyncComments) -> None:
        self.list = to_raw_awaitable(resource.list)
        self.create = to_raw_awaitable(resource.create)
        self.get = to_raw_awaitable(resource.get)
        self.fav = to_raw_awaitable(resource.fav)
        self.unfav = to_raw_awaitable(resource.unfav)
