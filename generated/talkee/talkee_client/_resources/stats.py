# Written by "nox -s generate" from specs/talkee.yaml and overrides/talkee/overlay.yaml: edit those.
"""The generated calls of `stats`.

Figures about the whole service. Not in the documentation.
"""

from __future__ import annotations

from collections.abc import Mapping

from .. import models
from .._core._async_base import AsyncResource
from .._core._sync_base import Resource
from .._core.operation import Operation
from .._core.raw import to_raw, to_raw_awaitable
from .._core.request import hide_named
from .._core.secrets import Secret
from .._core.types import NOT_GIVEN, NotGiven, QueryValue, Timeout

_GLOBAL: Operation[models.GlobalStats] = Operation(
    id="stats_global",
    method="GET",
    path="/stat/global",
    result=lambda: models.GlobalStatsEnvelope,
    unwrap=("data",),
    security=((),),
    retry=True,
)


class Stats(Resource):
    """Figures about the whole service. Not in the documentation."""

    def global_(
        self,
        *,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.GlobalStats:
        """Get the figures of the whole service.

        Returns how many comments and favours there are and what the rewards are worth, over all sites.

        Observed in real clients or servers; the platform's documentation does not have it.

        Documentation: https://github.com/pandodao/talkee
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return self._client._call(
            _GLOBAL,
            {},
            NOT_GIVEN,
            extra_headers,
            extra_query,
            timeout,
        )


class AsyncStats(AsyncResource):
    """Figures about the whole service. Not in the documentation."""

    async def global_(
        self,
        *,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.GlobalStats:
        """Get the figures of the whole service.

        Returns how many comments and favours there are and what the rewards are worth, over all sites.

        Observed in real clients or servers; the platform's documentation does not have it.

        Documentation: https://github.com/pandodao/talkee
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return await self._client._call(
            _GLOBAL,
            {},
            NOT_GIVEN,
            extra_headers,
            extra_query,
            timeout,
        )


class RawStats:
    """The same calls, giving the answer as it came: status, headers, bytes, and `parse()`."""

    def __init__(self, resource: Stats) -> None:
        self.global_ = to_raw(resource.global_)


class RawAsyncStats:
    """The same calls, giving the answer as it came: status, headers, bytes, and `parse()`."""

    def __init__(self, resource: AsyncStats) -> None:
        self.global_ = to_raw_awaitable(resource.global_)
