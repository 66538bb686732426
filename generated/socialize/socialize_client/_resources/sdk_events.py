# Written by "nox -s generate" from specs/socialize.yaml and overrides/socialize/overlay.yaml: edit those.
"""The generated calls of `sdk_events`.

What the SDKs report about their own use. Not in the documentation.
"""

from __future__ import annotations

import typing
from collections.abc import Mapping

from .. import models
from .._core._async_base import AsyncResource
from .._core._sync_base import Resource
from .._core.operation import Operation
from .._core.raw import to_raw, to_raw_awaitable
from .._core.request import hide_named
from .._core.secrets import Secret
from .._core.types import NOT_GIVEN, NotGiven, QueryValue, Timeout

_CREATE: Operation[None] = Operation(
    id="sdk_events_create",
    method="POST",
    path="/v1/private/sdk_event/",
    body="form-json:payload",
    request=lambda: models.SdkEvent,
    security=(("oauth",),),
)


class SdkEvents(Resource):
    """What the SDKs report about their own use. Not in the documentation."""

    def create(
        self,
        *,
        bucket: str,
        values: Mapping[str, typing.Any],
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> None:
        """Report an event of an SDK.

        Reports what happened inside an SDK, for the platform's own figures. The answer's body may be anything, and both
        SDKs ignore it.

        Observed in real clients or servers; the platform's documentation does not have it.

        Documentation: https://github.com/socialize/socialize-sdk-android

        Args:
            bucket: The kind of event. The Android SDK writes it in capitals. (at least 1 characters)
            values: What the SDK has to say about it. Leniency: each kind of event has members of its own.
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return self._client._call(
            _CREATE,
            {},
            {
                "bucket": bucket,
                "values": values,
            },
            extra_headers,
            extra_query,
            timeout,
        )


class AsyncSdkEvents(AsyncResource):
    """What the SDKs report about their own use. Not in the documentation."""

    async def create(
        self,
        *,
        bucket: str,
        values: Mapping[str, typing.Any],
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> None:
        """Report an event of an SDK.

        Reports what happened inside an SDK, for the platform's own figures. The answer's body may be anything, and both
        SDKs ignore it.

        Observed in real clients or servers; the platform's documentation does not have it.

        Documentation: https://github.com/socialize/socialize-sdk-android

        Args:
            bucket: The kind of event. The Android SDK writes it in capitals. (at least 1 characters)
            values: What the SDK has to say about it. Leniency: each kind of event has members of its own.
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return await self._client._call(
            _CREATE,
            {},
            {
                "bucket": bucket,
                "values": values,
            },
            extra_headers,
            extra_query,
            timeout,
        )


class RawSdkEvents:
    """The same calls, giving the answer as it came: status, headers, bytes, and `parse()`."""

    def __init__(self, resource: SdkEvents) -> None:
        self.create = to_raw(resource.create)


class RawAsyncSdkEvents:
    """The same calls, giving the answer as it came: status, headers, bytes, and `parse()`."""

    def __init__(self, resource: AsyncSdkEvents) -> None:
        self.create = to_raw_awaitable(resource.create)
