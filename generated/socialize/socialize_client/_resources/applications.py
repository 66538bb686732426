# Written by "nox -s generate" from specs/socialize.yaml and overrides/socialize/overlay.yaml: edit those.
"""The generated calls of `applications`.

The app whose consumer key signs the request.
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

_LIST_CURRENT: Operation[models.ApplicationFullList] = Operation(
    id="applications_get_current",
    method="GET",
    path="/v1/application/current/",
    result=lambda: models.ApplicationFullList,
    security=(("oauth",),),
    retry=True,
)


class Applications(Resource):
    """The app whose consumer key signs the request."""

    def list_current(
        self,
        *,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.ApplicationFullList:
        """Get the app that signs the request.

        Returns the app that the consumer key belongs to, as the only item of a list.

        Documentation: http://api.getsocialize.com/docs/v1/
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return self._client._call(
            _LIST_CURRENT,
            {},
            NOT_GIVEN,
            extra_headers,
            extra_query,
            timeout,
        )


class AsyncApplications(AsyncResource):
    """The app whose consumer key signs the request."""

    async def list_current(
        self,
        *,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.ApplicationFullList:
        """Get the app that signs the request.

        Returns the app that the consumer key belongs to, as the only item of a list.

        Documentation: http://api.getsocialize.com/docs/v1/
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return await self._client._call(
            _LIST_CURRENT,
            {},
            NOT_GIVEN,
            extra_headers,
            extra_query,
            timeout,
        )


class RawApplications:
    """The same calls, giving the answer as it came: status, headers, bytes, and `parse()`."""

    def __init__(self, resource: Applications) -> None:
        self.list_current = to_raw(resource.list_current)


class RawAsyncApplications:
    """The same calls, giving the answer as it came: status, headers, bytes, and `parse()`."""

    def __init__(self, resource: AsyncApplications) -> None:
        self.list_current = to_raw_awaitable(resource.list_current)
