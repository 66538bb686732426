# Written by "nox -s generate" from specs/talkee.yaml and overrides/talkee/overlay.yaml: edit those.
"""The generated calls of `health`.

Is the server up? Not in the documentation.
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

_GET: Operation[models.Health] = Operation(
    id="health_get",
    method="GET",
    path="/hc",
    result=lambda: models.Health,
    security=((),),
    retry=True,
    server="/",
)


class Health(Resource):
    """Is the server up? Not in the documentation."""

    def get(
        self,
        *,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.Health:
        """Is the server up?

        Answers as long as the server runs; it does not look at the database. This path stands beside `/api`, not below
        it, and the answer has no envelope.

        Observed in real clients or servers; the platform's documentation does not have it.

        Documentation: https://github.com/pandodao/talkee
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return self._client._call(
            _GET,
            {},
            NOT_GIVEN,
            extra_headers,
            extra_query,
            timeout,
        )


class AsyncHealth(AsyncResource):
    """Is the server up? Not in the documentation."""

    async def get(
        self,
        *,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.Health:
        """Is the server up?

        Answers as long as the server runs; it does not look at the database. This path stands beside `/api`, not below
        it, and the answer has no envelope.

        Observed in real clients or servers; the platform's documentation does not have it.

        Documentation: https://github.com/pandodao/talkee
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return await self._client._call(
            _GET,
            {},
            NOT_GIVEN,
            extra_headers,
            extra_query,
            timeout,
        )


class RawHealth:
    """The same calls, giving the answer as it came: status, headers, bytes, and `parse()`."""

    def __init__(self, resource: Health) -> None:
        self.get = to_raw(resource.get)


class RawAsyncHealth:
    """The same calls, giving the answer as it came: status, headers, bytes, and `parse()`."""

    def __init__(self, resource: AsyncHealth) -> None:
        self.get = to_raw_awaitable(resource.get)
