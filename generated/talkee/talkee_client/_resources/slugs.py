# Written by "nox -s generate" from specs/talkee.yaml and overrides/talkee/overlay.yaml: edit those.
"""The generated calls of `slugs`.

What is known about one page besides its comments. Not in the documentation.
"""

from __future__ import annotations

from collections.abc import Mapping

from .. import models
from .._core._async_base import AsyncResource
from .._core._sync_base import Resource
from .._core.operation import Operation, Parameter
from .._core.raw import to_raw, to_raw_awaitable
from .._core.request import hide_named
from .._core.secrets import Secret
from .._core.types import NOT_GIVEN, NotGiven, QueryValue, Timeout

_GET: Operation[models.Slug] = Operation(
    id="slugs_get",
    method="GET",
    path="/slugs",
    parameters=(
        Parameter("X-TALKEE-SITE-ID", "header", "site_id"),
        Parameter("X-TALKEE-SITE-SLUG", "header", "slug"),
        Parameter("site_id", "query", "site_id"),
        Parameter("slug", "query", "slug"),
    ),
    result=lambda: models.SlugEnvelope,
    unwrap=("data",),
    security=((),),
    retry=True,
)


class Slugs(Resource):
    """What is known about one page besides its comments. Not in the documentation."""

    def get(
        self,
        *,
        site_id: int | NotGiven = NOT_GIVEN,
        slug: str | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.Slug:
        """Get the airdrops that a page received.

        Returns the airdrops of type `slug` that were paid out to one page: the 64 oldest, oldest first. There is no
        paging, and a page that nobody knows has none.

        Observed in real clients or servers; the platform's documentation does not have it.

        Documentation: https://github.com/pandodao/talkee

        Args:
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
            },
            NOT_GIVEN,
            extra_headers,
            extra_query,
            timeout,
        )


class AsyncSlugs(AsyncResource):
    """What is known about one page besides its comments. Not in the documentation."""

    async def get(
        self,
        *,
        site_id: int | NotGiven = NOT_GIVEN,
        slug: str | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.Slug:
        """Get the airdrops that a page received.

        Returns the airdrops of type `slug` that were paid out to one page: the 64 oldest, oldest first. There is no
        paging, and a page that nobody knows has none.

        Observed in real clients or servers; the platform's documentation does not have it.

        Documentation: https://github.com/pandodao/talkee

        Args:
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
            },
            NOT_GIVEN,
            extra_headers,
            extra_query,
            timeout,
        )


class RawSlugs:
    """The same calls, giving the answer as it came: status, headers, bytes, and `parse()`."""

    def __init__(self, resource: Slugs) -> None:
        self.get = to_raw(resource.get)


class RawAsyncSlugs:
    """The same calls, giving the answer as it came: status, headers, bytes, and `parse()`."""

    def __init__(self, resource: AsyncSlugs) -> None:
        self.get = to_raw_awaitable(resource.get)
