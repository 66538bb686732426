# Written by "nox -s generate" from specs/deso.yaml and overrides/deso/overlay.yaml: edit those.
"""The generated calls of `spending_limits`.

The limits of derived keys and their encoding.
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

_ENCODE: Operation[models.EncodeSpendingLimitResponse] = Operation(
    id="spending_limits_encode",
    method="POST",
    path="/api/v0/get-transaction-spending-limit-hex-string",
    body="json",
    request=lambda: models.EncodeSpendingLimitRequest,
    result=lambda: models.EncodeSpendingLimitResponse,
    security=((),),
    retry=True,
)

_DECODE: Operation[models.TransactionSpendingLimitResponse] = Operation(
    id="spending_limits_decode",
    method="GET",
    path="/api/v0/get-transaction-spending-limit-response-from-hex/{transactionSpendingLimitHex}",
    parameters=(
        Parameter("transactionSpendingLimitHex", "path", "transaction_spending_limit_hex"),
        Parameter("blockHeight", "query", "block_height"),
    ),
    result=lambda: models.TransactionSpendingLimitResponse,
    security=((),),
    retry=True,
)


class SpendingLimits(Resource):
    """The limits of derived keys and their encoding."""

    def encode(
        self,
        *,
        transaction_spending_limit: models.TransactionSpendingLimit | Mapping[str, object],
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.EncodeSpendingLimitResponse:
        """Encode a spending limit.

        Writes a spending limit as the bytes that AuthorizeDerivedKeyRequest takes.

        Observed in real clients or servers; the platform's documentation does not have it.

        Documentation: https://github.com/deso-protocol/backend/blob/main/routes/user.go

        Args:
            transaction_spending_limit: The limit.
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return self._client._call(
            _ENCODE,
            {},
            {
                "TransactionSpendingLimit": transaction_spending_limit,
            },
            extra_headers,
            extra_query,
            timeout,
        )

    def decode(
        self,
        transaction_spending_limit_hex: models.HexBytes,
        *,
        block_height: models.Uint64 | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.TransactionSpendingLimitResponse:
        """Decode a spending limit.

        Reads the bytes of a spending limit.

        Observed in real clients or servers; the platform's documentation does not have it.

        Documentation: https://github.com/deso-protocol/backend/blob/main/routes/user.go

        Args:
            transaction_spending_limit_hex: Bytes of the spending limit, as hex.
            block_height: Height for which the bytes were encoded; the node's present height when left out. (at least 0; at most 18446744073709551615)
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return self._client._call(
            _DECODE,
            {
                "transaction_spending_limit_hex": transaction_spending_limit_hex,
                "block_height": block_height,
            },
            NOT_GIVEN,
            extra_headers,
            extra_query,
            timeout,
        )


class AsyncSpendingLimits(AsyncResource):
    """The limits of derived keys and their encoding."""

    async def encode(
        self,
        *,
        transaction_spending_limit: models.TransactionSpendingLimit | Mapping[str, object],
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.EncodeSpendingLimitResponse:
        """Encode a spending limit.

        Writes a spending limit as the bytes that AuthorizeDerivedKeyRequest takes.

        Observed in real clients or servers; the platform's documentation does not have it.

        Documentation: https://github.com/deso-protocol/backend/blob/main/routes/user.go

        Args:
            transaction_spending_limit: The limit.
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return await self._client._call(
            _ENCODE,
            {},
            {
                "TransactionSpendingLimit": transaction_spending_limit,
            },
            extra_headers,
            extra_query,
            timeout,
        )

    async def decode(
        self,
        transaction_spending_limit_hex: models.HexBytes,
        *,
        block_height: models.Uint64 | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.TransactionSpendingLimitResponse:
        """Decode a spending limit.

        Reads the bytes of a spending limit.

        Observed in real clients or servers; the platform's documentation does not have it.

        Documentation: https://github.com/deso-protocol/backend/blob/main/routes/user.go

        Args:
            transaction_spending_limit_hex: Bytes of the spending limit, as hex.
            block_height: Height for which the bytes were encoded; the node's present height when left out. (at least 0; at most 18446744073709551615)
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return await self._client._call(
            _DECODE,
            {
                "transaction_spending_limit_hex": transaction_spending_limit_hex,
                "block_height": block_height,
            },
            NOT_GIVEN,
            extra_headers,
            extra_query,
            timeout,
        )


class RawSpendingLimits:
    """The same calls, giving the answer as it came: status, headers, bytes, and `parse()`."""

    def __init__(self, resource: SpendingLimits) -> None:
        self.encode = to_raw(resource.encode)
        self.decode = to_raw(resource.decode)


class RawAsyncSpendingLimits:
    """The same calls, giving the answer as it came: status, headers, bytes, and `parse()`."""

    def __init__(self, resource: AsyncSpendingLimits) -> None:
        self.encode = to_raw_awaitable(resource.encode)
        self.decode = to_raw_awaitable(resource.decode)
