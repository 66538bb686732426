# Written by "nox -s generate" from specs/deso.yaml and overrides/deso/overlay.yaml: edit those.
"""The generated calls of `node`.

State of the node.
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

_GET_APP_STATE: Operation[models.GetAppStateResponse] = Operation(
    id="node_get_app_state",
    method="POST",
    path="/api/v0/get-app-state",
    body="json",
    request=lambda: models.GetAppStateRequest,
    result=lambda: models.GetAppStateResponse,
    security=((),),
    retry=True,
)

_GET_HEALTH: Operation[models.HealthCheckResponse] = Operation(
    id="node_get_health",
    method="GET",
    path="/api/v0/health-check",
    result=lambda: models.HealthCheckResponse,
    security=((),),
    retry=True,
)

_GET_COMMITTED_TIP: Operation[models.GetCommittedTipBlockInfoResponse] = Operation(
    id="node_get_committed_tip",
    method="GET",
    path="/api/v0/get-committed-tip-block-info",
    result=lambda: models.GetCommittedTipBlockInfoResponse,
    security=((),),
    retry=True,
)


class Node(Resource):
    """State of the node."""

    def get_app_state(
        self,
        *,
        public_key_base58_check: models.OptionalPublicKeyBase58Check | None | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.GetAppStateResponse:
        """Read the state and settings of the node.

        Block height, fee rate, fees by transaction type, cost of diamonds and of a profile, exchange rates.

        Observed in real clients or servers; the platform's documentation does not have it.

        Documentation: https://github.com/deso-protocol/backend/blob/main/routes/base.go

        Args:
            public_key_base58_check: Account that asks; empty for nobody in particular.
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return self._client._call(
            _GET_APP_STATE,
            {},
            {
                "PublicKeyBase58Check": public_key_base58_check,
            },
            extra_headers,
            extra_query,
            timeout,
        )

    def get_health(
        self,
        *,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.HealthCheckResponse:
        """Ask whether the node is in sync.

        The body is the bare number 200 when the node is in sync, and the error envelope with status 500 while it is not.

        Observed in real clients or servers; the platform's documentation does not have it.

        Documentation: https://github.com/deso-protocol/backend/blob/main/routes/base.go
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return self._client._call(
            _GET_HEALTH,
            {},
            NOT_GIVEN,
            extra_headers,
            extra_query,
            timeout,
        )

    def get_committed_tip(
        self,
        *,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.GetCommittedTipBlockInfoResponse:
        """Read the newest committed block.

        Height and hash of the newest block that cannot be undone.

        Observed in real clients or servers; the platform's documentation does not have it.

        Documentation: https://github.com/deso-protocol/backend/blob/main/routes/transaction.go
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return self._client._call(
            _GET_COMMITTED_TIP,
            {},
            NOT_GIVEN,
            extra_headers,
            extra_query,
            timeout,
        )


class AsyncNode(AsyncResource):
    """State of the node."""

    async def get_app_state(
        self,
        *,
        public_key_base58_check: models.OptionalPublicKeyBase58Check | None | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.GetAppStateResponse:
        """Read the state and settings of the node.

        Block height, fee rate, fees by transaction type, cost of diamonds and of a profile, exchange rates.

        Observed in real clients or servers; the platform's documentation does not have it.

        Documentation: https://github.com/deso-protocol/backend/blob/main/routes/base.go

        Args:
            public_key_base58_check: Account that asks; empty for nobody in particular.
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return await self._client._call(
            _GET_APP_STATE,
            {},
            {
                "PublicKeyBase58Check": public_key_base58_check,
            },
            extra_headers,
            extra_query,
            timeout,
        )

    async def get_health(
        self,
        *,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.HealthCheckResponse:
        """Ask whether the node is in sync.

        The body is the bare number 200 when the node is in sync, and the error envelope with status 500 while it is not.

        Observed in real clients or servers; the platform's documentation does not have it.

        Documentation: https://github.com/deso-protocol/backend/blob/main/routes/base.go
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return await self._client._call(
            _GET_HEALTH,
            {},
            NOT_GIVEN,
            extra_headers,
            extra_query,
            timeout,
        )

    async def get_committed_tip(
        self,
        *,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.GetCommittedTipBlockInfoResponse:
        """Read the newest committed block.

        Height and hash of the newest block that cannot be undone.

        Observed in real clients or servers; the platform's documentation does not have it.

        Documentation: https://github.com/deso-protocol/backend/blob/main/routes/transaction.go
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return await self._client._call(
            _GET_COMMITTED_TIP,
            {},
            NOT_GIVEN,
            extra_headers,
            extra_query,
            timeout,
        )


class RawNode:
    """The same calls, giving the answer as it came: status, headers, bytes, and `parse()`."""

    def __init__(self, resource: Node) -> None:
        self.get_app_state = to_raw(resource.get_app_state)
        self.get_health = to_raw(resource.get_health)
        self.get_committed_tip = to_raw(resource.get_committed_tip)


class RawAsyncNode:
    """The same calls, giving the answer as it came: status, headers, bytes, and `parse()`."""

    def __init__(self, resource: AsyncNode) -> None:
        self.get_app_state = to_raw_awaitable(resource.get_app_state)
        self.get_health = to_raw_awaitable(resource.get_health)
        self.get_committed_tip = to_raw_awaitable(resource.get_committed_tip)
