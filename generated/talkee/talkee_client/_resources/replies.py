# Written by "nox -s generate" from specs/talkee.yaml and overrides/talkee/overlay.yaml: edit those.
"""The generated calls of `replies`.

Replies to a comment, one level deep.
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

_LIST: Operation[models.ReplyList] = Operation(
    id="replies_list",
    method="GET",
    path="/comments/{comment_id}/replies",
    parameters=(
        Parameter("X-TALKEE-SITE-ID", "header", "site_id"),
        Parameter("X-TALKEE-SITE-SLUG", "header", "slug"),
        Parameter("site_id", "query", "site_id"),
        Parameter("slug", "query", "slug"),
        Parameter("comment_id", "path", "comment_id"),
        Parameter("limit", "query", "limit"),
        Parameter("offset", "query", "offset"),
    ),
    result=lambda: models.ReplyListEnvelope,
    unwrap=("data",),
    security=((),),
    retry=True,
)
_LIST_PAGING: Paging[models.Reply] = Paging(
    strategy=OffsetPaging(
        size=20,
        limit="limit",
        offset="offset",
    ),
    items=("replies",),
    total=("total",),
    key=("id",),
)

_CREATE: Operation[models.Reply] = Operation(
    id="replies_create",
    method="POST",
    path="/comments/{comment_id}/replies",
    parameters=(
        Parameter("X-TALKEE-SITE-ID", "header", "site_id"),
        Parameter("X-TALKEE-SITE-SLUG", "header", "slug"),
        Parameter("site_id", "query", "site_id"),
        Parameter("slug", "query", "slug"),
        Parameter("comment_id", "path", "comment_id"),
    ),
    body="json",
    request=lambda: models.ReplyCreate,
    result=lambda: models.ReplyEnvelope,
    unwrap=("data",),
    security=(("bearerAuth",),),
)


class Replies(Resource):
    """Replies to a comment, one level deep."""

    _list_paging = _LIST_PAGING

    def list(
        self,
        comment_id: int,
        *,
        site_id: int | NotGiven = NOT_GIVEN,
        slug: str | NotGiven = NOT_GIVEN,
        limit: int | NotGiven = NOT_GIVEN,
        offset: int | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> Page[models.Reply]:
        """List the replies to a comment.

        Returns the replies to one comment, newest first, with those who wrote them. A comment that does not exist has an
        empty list. The site and slug must be given, though the documentation does not list them here. (It lists a JSON
        body with `content` instead, which is not read.)

        Documentation: https://developers.pando.im/references/talkee/api.html#get-replies

        Args:
            comment_id: The comment's id. 0, a negative number or text gets the error `invalid comment id`. (at least 1; at most 18446744073709551615)
            site_id: The site's id, in place of the header `X-TALKEE-SITE-ID`; not read if the header is there. (at least 1; at most 18446744073709551615)
            slug: The key of the page or thread, in place of the header `X-TALKEE-SITE-SLUG`; not read if the header is there. It is
                URL-decoded: `/café` here and `/caf%C3%A9` in the header are two threads. (at least 1 characters; at most 256 characters)
            limit: How many items to return. 0, a negative number or text counts as 20; there is no largest value below 2^63, where
                an error begins. (at least 1; at most 9223372036854775807; default 20 on the server)
            offset: How many replies to skip. A negative value or text counts as 0; a value above 2^63-1 is an error. (at least 0; at most 9223372036854775807; default 0 on the server)
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return self._client._page(
            _LIST,
            {
                "site_id": site_id,
                "slug": slug,
                "comment_id": comment_id,
                "limit": limit,
                "offset": offset,
            },
            NOT_GIVEN,
            extra_headers,
            extra_query,
            timeout,
            paging=self._list_paging,
        )

    def create(
        self,
        comment_id: int,
        *,
        content: str,
        site_id: int | NotGiven = NOT_GIVEN,
        slug: str | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.Reply:
        """Reply to a comment.

        Adds a reply to a comment and raises its `reply_count`. The site and slug must be given, though the documentation
        does not list them here, but need not be those of the comment. Repeating the call writes the reply twice, and it
        can be neither changed nor deleted.

        Documentation: https://developers.pando.im/references/talkee/api.html#create-a-reply

        Args:
            comment_id: The comment's id. 0, a negative number or text gets the error `invalid comment id`. (at least 1; at most 18446744073709551615)
            content: The reply, plain text, 1 to 5120 characters after trimming. It is not sanitised. The web client stops at 512. (at least 1 characters; at most 5120 characters)
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
                "comment_id": comment_id,
            },
            {
                "content": content,
            },
            extra_headers,
            extra_query,
            timeout,
        )


class AsyncReplies(AsyncResource):
    """Replies to a comment, one level deep."""

    _list_paging = _LIST_PAGING

    def list(
        self,
        comment_id: int,
        *,
        site_id: int | NotGiven = NOT_GIVEN,
        slug: str | NotGiven = NOT_GIVEN,
        limit: int | NotGiven = NOT_GIVEN,
        offset: int | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> AsyncPaginator[models.Reply]:
        """List the replies to a comment.

        Returns the replies to one comment, newest first, with those who wrote them. A comment that does not exist has an
        empty list. The site and slug must be given, though the documentation does not list them here. (It lists a JSON
        body with `content` instead, which is not read.)

        Documentation: https://developers.pando.im/references/talkee/api.html#get-replies

        Args:
            comment_id: The comment's id. 0, a negative number or text gets the error `invalid comment id`. (at least 1; at most 18446744073709551615)
            site_id: The site's id, in place of the header `X-TALKEE-SITE-ID`; not read if the header is there. (at least 1; at most 18446744073709551615)
            slug: The key of the page or thread, in place of the header `X-TALKEE-SITE-SLUG`; not read if the header is there. It is
                URL-decoded: `/café` here and `/caf%C3%A9` in the header are two threads. (at least 1 characters; at most 256 characters)
            limit: How many items to return. 0, a negative number or text counts as 20; there is no largest value below 2^63, where
                an error begins. (at least 1; at most 9223372036854775807; default 20 on the server)
            offset: How many replies to skip. A negative value or text counts as 0; a value above 2^63-1 is an error. (at least 0; at most 9223372036854775807; default 0 on the server)
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return self._client._page(
            _LIST,
            {
                "site_id": site_id,
                "slug": slug,
                "comment_id": comment_id,
                "limit": limit,
                "offset": offset,
            },
            NOT_GIVEN,
            extra_headers,
            extra_query,
            timeout,
            paging=self._list_paging,
        )

    async def create(
        self,
        comment_id: int,
        *,
        content: str,
        site_id: int | NotGiven = NOT_GIVEN,
        slug: str | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.Reply:
        """Reply to a comment.

        Adds a reply to a comment and raises its `reply_count`. The site and slug must be given, though the documentation
        does not list them here, but need not be those of the comment. Repeating the call writes the reply twice, and it
        can be neither changed nor deleted.

        Documentation: https://developers.pando.im/references/talkee/api.html#create-a-reply

        Args:
            comment_id: The comment's id. 0, a negative number or text gets the error `invalid comment id`. (at least 1; at most 18446744073709551615)
            content: The reply, plain text, 1 to 5120 characters after trimming. It is not sanitised. The web client stops at 512. (at least 1 characters; at most 5120 characters)
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
                "comment_id": comment_id,
            },
            {
                "content": content,
            },
            extra_headers,
            extra_query,
            timeout,
        )


class RawReplies:
    """The same calls, giving the answer as it came: status, headers, bytes, and `parse()`."""

    def __init__(self, resource: Replies) -> None:
        self.list = to_raw(resource.list)
        self.create = to_raw(resource.create)


class RawAsyncReplies:
    """The same calls, giving the answer as it came: status, headers, bytes, and `parse()`."""

    def __init__(self, resource: AsyncReplies) -> None:
        self.list = to_raw_awaitable(resource.list)
        self.create = to_raw_awaitable(resource.create)
