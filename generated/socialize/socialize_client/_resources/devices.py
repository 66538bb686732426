# Written by "nox -s generate" from specs/socialize.yaml and overrides/socialize/overlay.yaml: edit those.
"""The generated calls of `devices`.

The devices that a user's notifications are pushed to.
"""

from __future__ import annotations

import builtins
from collections.abc import Mapping, Sequence

from .. import models
from .._core._async_base import AsyncResource
from .._core._sync_base import Resource
from .._core.operation import Operation
from .._core.raw import to_raw, to_raw_awaitable
from .._core.request import hide_named
from .._core.secrets import Secret
from .._core.types import NOT_GIVEN, NotGiven, QueryValue, Timeout

_CHECK: Operation[models.DeviceCheckResult] = Operation(
    id="devices_check",
    method="POST",
    path="/v1/device/check/",
    body="form-json:payload",
    request=lambda: builtins.list[models.DeviceCheck],
    result=lambda: models.DeviceCheckResult,
    security=(("oauth",),),
    retry=True,
)

_REGISTER_MANY: Operation[models.DeviceTokenBatch] = Operation(
    id="devices_register",
    method="POST",
    path="/v1/user/device/",
    body="form-json:payload",
    request=lambda: builtins.list[models.DeviceCreate],
    result=lambda: models.DeviceTokenBatch,
    security=(("oauth",),),
)


class Devices(Resource):
    """The devices that a user's notifications are pushed to."""

    def check(
        self,
        devices: Sequence[models.DeviceCheck | Mapping[str, object]],
        *,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.DeviceCheckResult:
        """Which device tokens are registered?

        Looks up device tokens. The answer has no envelope; it maps each token to its device, or to null.

        Documentation: http://api.getsocialize.com/docs/v1/

        Args:
            devices: The tokens, each in an object of its own.
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return self._client._call(
            _CHECK,
            {},
            devices,
            extra_headers,
            extra_query,
            timeout,
        )

    def register_many(
        self,
        devices: Sequence[models.DeviceCreate | Mapping[str, object]],
        *,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.DeviceTokenBatch:
        """Register devices of the signing user.

        Registers devices for push notifications to the user who signs the request. A device with iOS needs its
        `device_token`. One with Android needs a `gcm_registration_id` and the `service_type`, or a
        `c2dm_registration_id`; the server makes its `device_token`.

        Documentation: http://api.getsocialize.com/docs/v1/

        Args:
            devices: The devices.
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return self._client._call(
            _REGISTER_MANY,
            {},
            devices,
            extra_headers,
            extra_query,
            timeout,
        )


class AsyncDevices(AsyncResource):
    """The devices that a user's notifications are pushed to."""

    async def check(
        self,
        devices: Sequence[models.DeviceCheck | Mapping[str, object]],
        *,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.DeviceCheckResult:
        """Which device tokens are registered?

        Looks up device tokens. The answer has no envelope; it maps each token to its device, or to null.

        Documentation: http://api.getsocialize.com/docs/v1/

        Args:
            devices: The tokens, each in an object of its own.
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return await self._client._call(
            _CHECK,
            {},
            devices,
            extra_headers,
            extra_query,
            timeout,
        )

    async def register_many(
        self,
        devices: Sequence[models.DeviceCreate | Mapping[str, object]],
        *,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.DeviceTokenBatch:
        """Register devices of the signing user.

        Registers devices for push notifications to the user who signs the request. A device with iOS needs its
        `device_token`. One with Android needs a `gcm_registration_id` and the `service_type`, or a
        `c2dm_registration_id`; the server makes its `device_token`.

        Documentation: http://api.getsocialize.com/docs/v1/

        Args:
            devices: The devices.
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return await self._client._call(
            _REGISTER_MANY,
            {},
            devices,
            extra_headers,
            extra_query,
            timeout,
        )


class RawDevices:
    """The same calls, giving the answer as it came: status, headers, bytes, and `parse()`."""

    def __init__(self, resource: Devices) -> None:
        self.check = to_raw(resource.check)
        self.register_many = to_raw(resource.register_many)


class RawAsyncDevices:
    """The same calls, giving the answer as it came: status, headers, bytes, and `parse()`."""

    def __init__(self, resource: AsyncDevices) -> None:
        self.check = to_raw_awaitable(resource.check)
        self.register_many = to_raw_awaitable(resource.register_many)
