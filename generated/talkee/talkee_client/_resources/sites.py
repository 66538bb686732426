# Written by "nox -s generate" from specs/talkee.yaml and overrides/talkee/overlay.yaml: edit those.
"""The generated calls of `sites`.

A site is one web site whose pages have comments. Each user may own three.
"""

from __future__ import annotations

import builtins
from collections.abc import Mapping

from .. import models
from .._core._async_base import AsyncResource
from .._core._sync_base import Resource
from .._core.operation import Operation, Parameter
from .._core.raw import to_raw, to_raw_awaitable
from .._core.request import hide_named
from .._core.secrets import Secret
from .._core.types import NOT_GIVEN, NotGiven, QueryValue, Timeout

_GET: Operation[models.Site] = Operation(
    id="sites_get",
    method="GET",
    path="/sites/{site_id}",
    parameters=(Parameter("site_id", "path", "site_id"),),
    result=lambda: models.SiteEnvelope,
    unwrap=("data",),
    security=((),),
    retry=True,
)

_UPDATE: Operation[models.Site] = Operation(
    id="sites_update",
    method="PUT",
    path="/sites/{site_id}",
    parameters=(Parameter("site_id", "path", "site_id"),),
    body="json",
    request=lambda: models.SiteUpdate,
    result=lambda: models.SiteEnvelope,
    unwrap=("data",),
    security=(("bearerAuth",),),
)

_LIST: Operation[builtins.list[models.Site]] = Operation(
    id="sites_list",
    method="GET",
    path="/sites",
    result=lambda: models.SiteListEnvelope,
    unwrap=("data",),
    security=(("bearerAuth",),),
    retry=True,
)

_CREATE: Operation[models.Site] = Operation(
    id="sites_create",
    method="POST",
    path="/sites",
    body="json",
    request=lambda: models.SiteCreate,
    result=lambda: models.SiteEnvelope,
    unwrap=("data",),
    security=(("bearerAuth",),),
)


class Sites(Resource):
    """A site is one web site whose pages have comments. Each user may own three."""

    def get(
        self,
        site_id: int,
        *,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.Site:
        """Get a site.

        Returns what anybody may know about a site.

        Documentation: https://developers.pando.im/references/talkee/api.html#get-site-info

        Args:
            site_id: The site's id. (at least 1; at most 18446744073709551615)
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return self._client._call(
            _GET,
            {
                "site_id": site_id,
            },
            NOT_GIVEN,
            extra_headers,
            extra_query,
            timeout,
        )

    def update(
        self,
        site_id: int,
        *,
        name: str | NotGiven = NOT_GIVEN,
        origin: str | NotGiven = NOT_GIVEN,
        use_arweave: bool | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.Site:
        """Change a site of your own.

        Replaces the name, the origin and the Arweave setting of a site that you own. All three are replaced: one that is
        left out becomes empty or `false`, so send them all. The origin is not checked here; an empty or mixed-case one
        never matches what a browser sends, and browsers then hide all answers from the site's pages.

        Observed in real clients or servers; the platform's documentation does not have it.

        Documentation: https://github.com/pandodao/talkee

        Args:
            site_id: The site's id. (at least 1; at most 18446744073709551615)
            name: The site's name, up to 256 characters. (at most 256 characters; default '' on the server)
            origin: The one origin whose pages may call the API, in lower case. It takes the place of all former ones. The server
                checks nothing here, so any string is accepted. (default '' on the server)
            use_arweave: Whether to store the comments on Arweave as well. (default False on the server)
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return self._client._call(
            _UPDATE,
            {
                "site_id": site_id,
            },
            {
                "name": name,
                "origin": origin,
                "use_arweave": use_arweave,
            },
            extra_headers,
            extra_query,
            timeout,
        )

    def list(
        self,
        *,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> builtins.list[models.Site]:
        """List your own sites.

        Returns the sites that you own, at most three. There is no paging.

        Observed in real clients or servers; the platform's documentation does not have it.

        Documentation: https://github.com/pandodao/talkee
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return self._client._call(
            _LIST,
            {},
            NOT_GIVEN,
            extra_headers,
            extra_query,
            timeout,
        )

    def create(
        self,
        *,
        origin: str,
        name: str | NotGiven = NOT_GIVEN,
        use_arweave: bool | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.Site:
        """Create a site.

        Registers a site that you own, with the one origin from which its pages call the API. Each user may own three.
        Repeating the call creates another site.

        Observed in real clients or servers; the platform's documentation does not have it.

        Documentation: https://github.com/pandodao/talkee

        Args:
            origin: The one origin whose pages may call the API. Write it in lower case, as browsers send it: the server keeps
                capitals, and then nothing matches.
            name: The site's name, up to 256 characters. (at most 256 characters; default '' on the server)
            use_arweave: Whether to store the comments on Arweave as well. (default False on the server)
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return self._client._call(
            _CREATE,
            {},
            {
                "origin": origin,
                "name": name,
                "use_arweave": use_arweave,
            },
            extra_headers,
            extra_query,
            timeout,
        )


class AsyncSites(AsyncResource):
    """A site is one web site whose pages have comments. Each user may own three."""

    async def get(
        self,
        site_id: int,
        *,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.Site:
        """Get a site.

        Returns what anybody may know about a site.

        Documentation: https://developers.pando.im/references/talkee/api.html#get-site-info

        Args:
            site_id: The site's id. (at least 1; at most 18446744073709551615)
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return await self._client._call(
            _GET,
            {
                "site_id": site_id,
            },
            NOT_GIVEN,
            extra_headers,
            extra_query,
            timeout,
        )

    async def update(
        self,
        site_id: int,
        *,
        name: str | NotGiven = NOT_GIVEN,
        origin: str | NotGiven = NOT_GIVEN,
        use_arweave: bool | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.Site:
        """Change a site of your own.

        Replaces the name, the origin and the Arweave setting of a site that you own. All three are replaced: one that is
        left out becomes empty or `false`, so send them all. The origin is not checked here; an empty or mixed-case one
        never matches what a browser sends, and browsers then hide all answers from the site's pages.

        Observed in real clients or servers; the platform's documentation does not have it.

        Documentation: https://github.com/pandodao/talkee

        Args:
            site_id: The site's id. (at least 1; at most 18446744073709551615)
            name: The site's name, up to 256 characters. (at most 256 characters; default '' on the server)
            origin: The one origin whose pages may call the API, in lower case. It takes the place of all former ones. The server
                checks nothing here, so any string is accepted. (default '' on the server)
            use_arweave: Whether to store the comments on Arweave as well. (default False on the server)
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return await self._client._call(
            _UPDATE,
            {
                "site_id": site_id,
            },
            {
                "name": name,
                "origin": origin,
                "use_arweave": use_arweave,
            },
            extra_headers,
            extra_query,
            timeout,
        )

    async def list(
        self,
        *,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> builtins.list[models.Site]:
        """List your own sites.

        Returns the sites that you own, at most three. There is no paging.

        Observed in real clients or servers; the platform's documentation does not have it.

        Documentation: https://github.com/pandodao/talkee
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return await self._client._call(
            _LIST,
            {},
            NOT_GIVEN,
            extra_headers,
            extra_query,
            timeout,
        )

    async def create(
        self,
        *,
        origin: str,
        name: str | NotGiven = NOT_GIVEN,
        use_arweave: bool | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.Site:
        """Create a site.

        Registers a site that you own, with the one origin from which its pages call the API. Each user may own three.
        Repeating the call creates another site.

        Observed in real clients or servers; the platform's documentation does not have it.

        Documentation: https://github.com/pandodao/talkee

        Args:
            origin: The one origin whose pages may call the API. Write it in lower case, as browsers send it: the server keeps
                capitals, and then nothing matches.
            name: The site's name, up to 256 characters. (at most 256 characters; default '' on the server)
            use_arweave: Whether to store the comments on Arweave as well. (default False on the server)
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return await self._client._call(
            _CREATE,
            {},
            {
                "origin": origin,
                "name": name,
                "use_arweave": use_arweave,
            },
            extra_headers,
            extra_query,
            timeout,
        )


class RawSites:
    """The same calls, giving the answer as it came: status, headers, bytes, and `parse()`."""

    def __init__(self, resource: Sites) -> None:
        self.get = to_raw(resource.get)
        self.update = to_raw(resource.update)
        self.list = to_raw(resource.list)
        self.create = to_raw(resource.create)


class RawAsyncSites:
    """The same calls, giving the answer as it came: status, headers, bytes, and `parse()`."""

    def __init__(self, resource: AsyncSites) -> None:
        self.get = to_raw_awaitable(resource.get)
        self.update = to_raw_awaitable(resource.update)
        self.list = to_raw_awaitable(resource.list)
        self.create = to_raw_awaitable(resource.create)
