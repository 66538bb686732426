# Written by "nox -s generate" from specs/deso.yaml and overrides/deso/overlay.yaml: edit those.
"""The generated calls of `diamonds`.

Tips to the authors of posts.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from .. import models
from .._core._async_base import AsyncResource
from .._core._sync_base import Resource
from .._core.operation import Operation
from .._core.raw import to_raw, to_raw_awaitable
from .._core.request import hide_named
from .._core.secrets import Secret
from .._core.types import NOT_GIVEN, NotGiven, QueryValue, Timeout

_CONSTRUCT_SEND: Operation[models.SendDiamondsResponse] = Operation(
    id="diamonds_send",
    method="POST",
    path="/api/v0/send-diamonds",
    body="json",
    request=lambda: models.SendDiamondsRequest,
    result=lambda: models.SendDiamondsResponse,
    security=((),),
    retry=True,
)


class Diamonds(Resource):
    """Tips to the authors of posts."""

    def construct_send(
        self,
        *,
        sender_public_key_base58_check: models.PublicKeyBase58Check,
        receiver_public_key_base58_check: models.PublicKeyBase58Check,
        diamond_post_hash_hex: models.HashHex,
        diamond_level: models.DiamondLevel,
        extra_data: Mapping[str, str] | None | NotGiven = NOT_GIVEN,
        min_fee_rate_nanos_per_kb: models.Uint64 | None | NotGiven = NOT_GIVEN,
        transaction_fees: Sequence[models.TransactionFee | Mapping[str, object]] | None | NotGiven = NOT_GIVEN,
        in_tutorial: bool | None | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.SendDiamondsResponse:
        """Construct a transaction that tips the author of a post.

        A level costs 50,000 nanos, ten times as much for each level above the first; when the sender gave a lower level to the post before, only the difference is sent. The amount goes to the author of the post, whatever ReceiverPublicKeyBase58Check says: check the output's key in the bytes. Nothing is written to the chain by this call: it only constructs a transaction, which has to be checked, signed and handed to submit-transaction.

        Documentation: https://docs.deso.org/deso-backend/construct-transactions/social-transactions-api

        Args:
            sender_public_key_base58_check: Account that pays, which signs.
            receiver_public_key_base58_check: Meant receiver, another than the sender. The amount goes to the author of the post all the same.
            diamond_post_hash_hex: Post to tip.
            diamond_level: Level to reach. (at least 1; at most 8)
            extra_data: Further keys and texts.
            min_fee_rate_nanos_per_kb: Fee rate, in nanos per 1,000 bytes. The node raises it to the lowest that the network takes, so 0 will do. Leniency: documented as required, yet a node does not need it (backend source).
            transaction_fees: Outputs that the transaction is to have besides its own, before the others.
            in_tutorial: Have the node check that the account is at this step of its tutorial.
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return self._client._call(
            _CONSTRUCT_SEND,
            {},
            {
                "SenderPublicKeyBase58Check": sender_public_key_base58_check,
                "ReceiverPublicKeyBase58Check": receiver_public_key_base58_check,
                "DiamondPostHashHex": diamond_post_hash_hex,
                "DiamondLevel": diamond_level,
                "ExtraData": extra_data,
                "MinFeeRateNanosPerKB": min_fee_rate_nanos_per_kb,
                "TransactionFees": transaction_fees,
                "InTutorial": in_tutorial,
            },
            extra_headers,
            extra_query,
            timeout,
        )


class AsyncDiamonds(AsyncResource):
    """Tips to the authors of posts."""

    async def construct_send(
        self,
        *,
        sender_public_key_base58_check: models.PublicKeyBase58Check,
        receiver_public_key_base58_check: models.PublicKeyBase58Check,
        diamond_post_hash_hex: models.HashHex,
        diamond_level: models.DiamondLevel,
        extra_data: Mapping[str, str] | None | NotGiven = NOT_GIVEN,
        min_fee_rate_nanos_per_kb: models.Uint64 | None | NotGiven = NOT_GIVEN,
        transaction_fees: Sequence[models.TransactionFee | Mapping[str, object]] | None | NotGiven = NOT_GIVEN,
        in_tutorial: bool | None | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.SendDiamondsResponse:
        """Construct a transaction that tips the author of a post.

        A level costs 50,000 nanos, ten times as much for each level above the first; when the sender gave a lower level to the post before, only the difference is sent. The amount goes to the author of the post, whatever ReceiverPublicKeyBase58Check says: check the output's key in the bytes. Nothing is written to the chain by this call: it only constructs a transaction, which has to be checked, signed and handed to submit-transaction.

        Documentation: https://docs.deso.org/deso-backend/construct-transactions/social-transactions-api

        Args:
            sender_public_key_base58_check: Account that pays, which signs.
            receiver_public_key_base58_check: Meant receiver, another than the sender. The amount goes to the author of the post all the same.
            diamond_post_hash_hex: Post to tip.
            diamond_level: Level to reach. (at least 1; at most 8)
            extra_data: Further keys and texts.
            min_fee_rate_nanos_per_kb: Fee rate, in nanos per 1,000 bytes. The node raises it to the lowest that the network takes, so 0 will do. Leniency: documented as required, yet a node does not need it (backend source).
            transaction_fees: Outputs that the transaction is to have besides its own, before the others.
            in_tutorial: Have the node check that the account is at this step of its tutorial.
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return await self._client._call(
            _CONSTRUCT_SEND,
            {},
            {
                "SenderPublicKeyBase58Check": sender_public_key_base58_check,
                "ReceiverPublicKeyBase58Check": receiver_public_key_base58_check,
                "DiamondPostHashHex": diamond_post_hash_hex,
                "DiamondLevel": diamond_level,
                "ExtraData": extra_data,
                "MinFeeRateNanosPerKB": min_fee_rate_nanos_per_kb,
                "TransactionFees": transaction_fees,
                "InTutorial": in_tutorial,
            },
            extra_headers,
            extra_query,
            timeout,
        )


class RawDiamonds:
    """The same calls, giving the answer as it came: status, headers, bytes, and `parse()`."""

    def __init__(self, resource: Diamonds) -> None:
        self.construct_send = to_raw(resource.construct_send)


class RawAsyncDiamonds:
    """The same calls, giving the answer as it came: status, headers, bytes, and `parse()`."""

    def __init__(self, resource: AsyncDiamonds) -> None:
        self.construct_send = to_raw_awaitable(resource.construct_send)
