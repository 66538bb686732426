# Written by "nox -s generate" from specs/talkee.yaml and overrides/talkee/overlay.yaml: edit those.
"""The generated calls of `payments`.

Called by the payment service, not by clients. Not in the documentation.
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

_MIXPAY: Operation[models.PaymentReceipt] = Operation(
    id="payments_mixpay",
    method="POST",
    path="/payments/mixpay",
    body="json",
    request=lambda: models.PaymentNotice,
    result=lambda: models.PaymentReceiptEnvelope,
    unwrap=("data",),
    security=((),),
)


class Payments(Resource):
    """Called by the payment service, not by clients. Not in the documentation."""

    def mixpay(
        self,
        *,
        order_id: str | NotGiven = NOT_GIVEN,
        trace_id: str | NotGiven = NOT_GIVEN,
        payee_id: str | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.PaymentReceipt:
        """Take notice of a payment.

        The payment service MixPay calls this when an airdrop was paid; clients have no reason to. The server takes the
        id (`traceId`, or `orderId` if that is empty), asks MixPay for the payment and marks the airdrop as paid or
        failed. It answers with success also when it knows no such airdrop, so a call tells nothing and proves nothing.

        Observed in real clients or servers; the platform's documentation does not have it.

        Documentation: https://github.com/pandodao/talkee

        Args:
            order_id: The airdrop's `uuid`; read if `traceId` is missing or empty.
            trace_id: The airdrop's `uuid`.
            payee_id: The id of the one who was paid. Not used.
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return self._client._call(
            _MIXPAY,
            {},
            {
                "orderId": order_id,
                "traceId": trace_id,
                "payeeId": payee_id,
            },
            extra_headers,
            extra_query,
            timeout,
        )


class AsyncPayments(AsyncResource):
    """Called by the payment service, not by clients. Not in the documentation."""

    async def mixpay(
        self,
        *,
        order_id: str | NotGiven = NOT_GIVEN,
        trace_id: str | NotGiven = NOT_GIVEN,
        payee_id: str | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.PaymentReceipt:
        """Take notice of a payment.

        The payment service MixPay calls this when an airdrop was paid; clients have no reason to. The server takes the
        id (`traceId`, or `orderId` if that is empty), asks MixPay for the payment and marks the airdrop as paid or
        failed. It answers with success also when it knows no such airdrop, so a call tells nothing and proves nothing.

        Observed in real clients or servers; the platform's documentation does not have it.

        Documentation: https://github.com/pandodao/talkee

        Args:
            order_id: The airdrop's `uuid`; read if `traceId` is missing or empty.
            trace_id: The airdrop's `uuid`.
            payee_id: The id of the one who was paid. Not used.
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return await self._client._call(
            _MIXPAY,
            {},
            {
                "orderId": order_id,
                "traceId": trace_id,
                "payeeId": payee_id,
            },
            extra_headers,
            extra_query,
            timeout,
        )


class RawPayments:
    """The same calls, giving the answer as it came: status, headers, bytes, and `parse()`."""

    def __init__(self, resource: Payments) -> None:
        self.mixpay = to_raw(resource.mixpay)


class RawAsyncPayments:
    """The same calls, giving the answer as it came: status, headers, bytes, and `parse()`."""

    def __init__(self, resource: AsyncPayments) -> None:
        self.mixpay = to_raw_awaitable(resource.mixpay)
