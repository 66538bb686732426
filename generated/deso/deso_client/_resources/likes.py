# Written by "nox -s generate" from specs/deso.yaml and overrides/deso/overlay.yaml: edit those.
"""The generated calls of `likes`.

Likes of posts.
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

_CONSTRUCT_CREATE: Operation[models.CreateLikeStatelessResponse] = Operation(
    id="likes_create",
    method="POST",
    path="/api/v0/create-like-stateless",
    body="json",
    request=lambda: models.CreateLikeStatelessRequest,
    result=lambda: models.CreateLikeStatelessResponse,
    security=((),),
    retry=True,
)


class Likes(Resource):
    """Likes of posts."""

    def construct_create(
        self,
        *,
        reader_public_key_base58_check: models.PublicKeyBase58Check,
        liked_post_hash_hex: models.HashHex,
        is_unlike: bool | None | NotGiven = NOT_GIVEN,
        min_fee_rate_nanos_per_kb: models.Uint64 | None | NotGiven = NOT_GIVEN,
        transaction_fees: Sequence[models.TransactionFee | Mapping[str, object]] | None | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.CreateLikeStatelessResponse:
        """Construct a transaction that likes a post or takes a like back.

        Likes a post, or takes the like back when IsUnlike is true. Nothing is written to the chain by this call: it only constructs a transaction, which has to be checked, signed and handed to submit-transaction.

        Documentation: https://docs.deso.org/deso-backend/construct-transactions/social-transactions-api

        Args:
            reader_public_key_base58_check: Account that likes, which signs.
            liked_post_hash_hex: Post to like.
            is_unlike: Whether to take the like back; false when left out. Leniency: documented as required, yet a node does not need it (backend source).
            min_fee_rate_nanos_per_kb: Fee rate, in nanos per 1,000 bytes. The node raises it to the lowest that the network takes, so 0 will do. Leniency: documented as required, yet a node does not need it (backend source).
            transaction_fees: Outputs that the transaction is to have besides its own, before the others. The documentation misspells it TrasactionFees for likes.
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return self._client._call(
            _CONSTRUCT_CREATE,
            {},
            {
                "ReaderPublicKeyBase58Check": reader_public_key_base58_check,
                "LikedPostHashHex": liked_post_hash_hex,
                "IsUnlike": is_unlike,
                "MinFeeRateNanosPerKB": min_fee_rate_nanos_per_kb,
                "TransactionFees": transaction_fees,
            },
            extra_headers,
            extra_query,
            timeout,
        )


class AsyncLikes(AsyncResource):
    """Likes of posts."""

    async def construct_create(
        self,
        *,
        reader_public_key_base58_check: models.PublicKeyBase58Check,
        liked_post_hash_hex: models.HashHex,
        is_unlike: bool | None | NotGiven = NOT_GIVEN,
        min_fee_rate_nanos_per_kb: models.Uint64 | None | NotGiven = NOT_GIVEN,
        transaction_fees: Sequence[models.TransactionFee | Mapping[str, object]] | None | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.CreateLikeStatelessResponse:
        """Construct a transaction that likes a post or takes a like back.

        Likes a post, or takes the like back when IsUnlike is true. Nothing is written to the chain by this call: it only constructs a transaction, which has to be checked, signed and handed to submit-transaction.

        Documentation: https://docs.deso.org/deso-backend/construct-transactions/social-transactions-api

        Args:
            reader_public_key_base58_check: Account that likes, which signs.
            liked_post_hash_hex: Post to like.
            is_unlike: Whether to take the like back; false when left out. Leniency: documented as required, yet a node does not need it (backend source).
            min_fee_rate_nanos_per_kb: Fee rate, in nanos per 1,000 bytes. The node raises it to the lowest that the network takes, so 0 will do. Leniency: documented as required, yet a node does not need it (backend source).
            transaction_fees: Outputs that the transaction is to have besides its own, before the others. The documentation misspells it TrasactionFees for likes.
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return await self._client._call(
            _CONSTRUCT_CREATE,
            {},
            {
                "ReaderPublicKeyBase58Check": reader_public_key_base58_check,
                "LikedPostHashHex": liked_post_hash_hex,
                "IsUnlike": is_unlike,
                "MinFeeRateNanosPerKB": min_fee_rate_nanos_per_kb,
                "TransactionFees": transaction_fees,
            },
            extra_headers,
            extra_query,
            timeout,
        )


class RawLikes:
    """The same calls, giving the answer as it came: status, headers, bytes, and `parse()`."""

    def __init__(self, resource: Likes) -> None:
        self.construct_create = to_raw(resource.construct_create)


class RawAsyncLikes:
    """The same calls, giving the answer as it came: status, headers, bytes, and `parse()`."""

    def __init__(self, resource: AsyncLikes) -> None:
        self.construct_create = to_raw_awaitable(resource.construct_create)
