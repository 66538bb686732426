# Written by "nox -s generate" from specs/deso.yaml and overrides/deso/overlay.yaml: edit those.
"""The generated calls of `follows`.

Who follows whom.
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

_CONSTRUCT_CREATE: Operation[models.CreateFollowTxnStatelessResponse] = Operation(
    id="follows_create",
    method="POST",
    path="/api/v0/create-follow-txn-stateless",
    body="json",
    request=lambda: models.CreateFollowTxnStatelessRequest,
    result=lambda: models.CreateFollowTxnStatelessResponse,
    security=((),),
    retry=True,
)


class Follows(Resource):
    """Who follows whom."""

    def construct_create(
        self,
        *,
        follower_public_key_base58_check: models.PublicKeyBase58Check,
        followed_public_key_base58_check: models.PublicKeyBase58Check,
        is_unfollow: bool | None | NotGiven = NOT_GIVEN,
        min_fee_rate_nanos_per_kb: models.Uint64 | None | NotGiven = NOT_GIVEN,
        transaction_fees: Sequence[models.TransactionFee | Mapping[str, object]] | None | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.CreateFollowTxnStatelessResponse:
        """Construct a transaction that follows or unfollows an account.

        Follows an account, or stops following it when IsUnfollow is true. Nothing is written to the chain by this call: it only constructs a transaction, which has to be checked, signed and handed to submit-transaction.

        Documentation: https://docs.deso.org/deso-backend/construct-transactions/social-transactions-api

        Args:
            follower_public_key_base58_check: Account that follows, which signs.
            followed_public_key_base58_check: Account to follow.
            is_unfollow: Whether to stop following; false when left out. Leniency: documented as required, yet a node does not need it (backend source).
            min_fee_rate_nanos_per_kb: Fee rate, in nanos per 1,000 bytes. The node raises it to the lowest that the network takes, so 0 will do. Leniency: documented as required, yet a node does not need it (backend source).
            transaction_fees: Outputs that the transaction is to have besides its own, before the others.
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return self._client._call(
            _CONSTRUCT_CREATE,
            {},
            {
                "FollowerPublicKeyBase58Check": follower_public_key_base58_check,
                "FollowedPublicKeyBase58Check": followed_public_key_base58_check,
                "IsUnfollow": is_unfollow,
                "MinFeeRateNanosPerKB": min_fee_rate_nanos_per_kb,
                "TransactionFees": transaction_fees,
            },
            extra_headers,
            extra_query,
            timeout,
        )


class AsyncFollows(AsyncResource):
    """Who follows whom."""

    async def construct_create(
        self,
        *,
        follower_public_key_base58_check: models.PublicKeyBase58Check,
        followed_public_key_base58_check: models.PublicKeyBase58Check,
        is_unfollow: bool | None | NotGiven = NOT_GIVEN,
        min_fee_rate_nanos_per_kb: models.Uint64 | None | NotGiven = NOT_GIVEN,
        transaction_fees: Sequence[models.TransactionFee | Mapping[str, object]] | None | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.CreateFollowTxnStatelessResponse:
        """Construct a transaction that follows or unfollows an account.

        Follows an account, or stops following it when IsUnfollow is true. Nothing is written to the chain by this call: it only constructs a transaction, which has to be checked, signed and handed to submit-transaction.

        Documentation: https://docs.deso.org/deso-backend/construct-transactions/social-transactions-api

        Args:
            follower_public_key_base58_check: Account that follows, which signs.
            followed_public_key_base58_check: Account to follow.
            is_unfollow: Whether to stop following; false when left out. Leniency: documented as required, yet a node does not need it (backend source).
            min_fee_rate_nanos_per_kb: Fee rate, in nanos per 1,000 bytes. The node raises it to the lowest that the network takes, so 0 will do. Leniency: documented as required, yet a node does not need it (backend source).
            transaction_fees: Outputs that the transaction is to have besides its own, before the others.
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return await self._client._call(
            _CONSTRUCT_CREATE,
            {},
            {
                "FollowerPublicKeyBase58Check": follower_public_key_base58_check,
                "FollowedPublicKeyBase58Check": followed_public_key_base58_check,
                "IsUnfollow": is_unfollow,
                "MinFeeRateNanosPerKB": min_fee_rate_nanos_per_kb,
                "TransactionFees": transaction_fees,
            },
            extra_headers,
            extra_query,
            timeout,
        )


class RawFollows:
    """The same calls, giving the answer as it came: status, headers, bytes, and `parse()`."""

    def __init__(self, resource: Follows) -> None:
        self.construct_create = to_raw(resource.construct_create)


class RawAsyncFollows:
    """The same calls, giving the answer as it came: status, headers, bytes, and `parse()`."""

    def __init__(self, resource: AsyncFollows) -> None:
        self.construct_create = to_raw_awaitable(resource.construct_create)
