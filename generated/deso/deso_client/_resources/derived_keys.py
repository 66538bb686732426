# Written by "nox -s generate" from specs/deso.yaml and overrides/deso/overlay.yaml: edit those.
"""The generated calls of `derived_keys`.

Keys that may sign for an account within limits.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from .. import models
from .._core._async_base import AsyncResource
from .._core._sync_base import Resource
from .._core.operation import Operation, Parameter
from .._core.raw import to_raw, to_raw_awaitable
from .._core.request import hide_named
from .._core.secrets import Secret
from .._core.types import NOT_GIVEN, NotGiven, QueryValue, Timeout

_CONSTRUCT_AUTHORIZE: Operation[models.AuthorizeDerivedKeyResponse] = Operation(
    id="derived_keys_authorize",
    method="POST",
    path="/api/v0/authorize-derived-key",
    body="json",
    request=lambda: models.AuthorizeDerivedKeyRequest,
    result=lambda: models.AuthorizeDerivedKeyResponse,
    security=((),),
    retry=True,
)

_GET_ACCESS_BYTES: Operation[models.GetAccessBytesResponse] = Operation(
    id="derived_keys_get_access_bytes",
    method="POST",
    path="/api/v0/get-access-bytes",
    body="json",
    request=lambda: models.GetAccessBytesRequest,
    result=lambda: models.GetAccessBytesResponse,
    security=((),),
    retry=True,
)

_GET: Operation[models.GetSingleDerivedKeyResponse] = Operation(
    id="derived_keys_get",
    method="GET",
    path="/api/v0/get-single-derived-key/{ownerPublicKeyBase58Check}/{derivedPublicKeyBase58Check}",
    parameters=(
        Parameter("ownerPublicKeyBase58Check", "path", "owner_public_key_base58_check"),
        Parameter("derivedPublicKeyBase58Check", "path", "derived_public_key_base58_check"),
    ),
    result=lambda: models.GetSingleDerivedKeyResponse,
    security=((),),
    retry=True,
)

_LIST: Operation[models.GetUserDerivedKeysResponse] = Operation(
    id="derived_keys_list",
    method="POST",
    path="/api/v0/get-user-derived-keys",
    body="json",
    request=lambda: models.GetUserDerivedKeysRequest,
    result=lambda: models.GetUserDerivedKeysResponse,
    security=((),),
    retry=True,
)


class DerivedKeys(Resource):
    """Keys that may sign for an account within limits."""

    def construct_authorize(
        self,
        *,
        owner_public_key_base58_check: models.PublicKeyBase58Check,
        derived_public_key_base58_check: models.PublicKeyBase58Check,
        expiration_block: models.Uint64 | None | NotGiven = NOT_GIVEN,
        access_signature: models.OptionalHexBytes | None | NotGiven = NOT_GIVEN,
        delete_key: bool | None | NotGiven = NOT_GIVEN,
        derived_key_signature: bool | None | NotGiven = NOT_GIVEN,
        extra_data: Mapping[str, str] | None | NotGiven = NOT_GIVEN,
        transaction_spending_limit_hex: models.OptionalHexBytes | None | NotGiven = NOT_GIVEN,
        memo: str | None | NotGiven = NOT_GIVEN,
        app_name: str | None | NotGiven = NOT_GIVEN,
        transaction_fees: Sequence[models.TransactionFee | Mapping[str, object]] | None | NotGiven = NOT_GIVEN,
        min_fee_rate_nanos_per_kb: models.Uint64 | None | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.AuthorizeDerivedKeyResponse:
        """Construct a transaction that authorises a derived key or takes that back.

        A derived key may sign for its owner within its spending limit until the chain reaches ExpirationBlock. A key whose limit is unlimited may do whatever its owner may. DeleteKey true withdraws the authorisation. Nothing is written to the chain by this call: it only constructs a transaction, which has to be checked, signed and handed to submit-transaction.

        Observed in real clients or servers; the platform's documentation does not have it.

        Documentation: https://github.com/deso-protocol/backend/blob/main/routes/transaction.go

        Args:
            owner_public_key_base58_check: Owner.
            derived_public_key_base58_check: The derived key.
            expiration_block: Height at which the key stops to be valid. Leniency: it may be left out, which a node reads as 0 (backend source); a key that ends there is never in force (inferred).
            access_signature: The owner's signature over the derived key, the expiry and the limit, as hex. The chain looks at it only when the derived key signs the transaction; when the owner does, it may be empty (core source).
            delete_key: Withdraw the key; false when left out.
            derived_key_signature: Whether the derived key itself will sign the transaction; false when left out.
            extra_data: Further keys and texts.
            transaction_spending_limit_hex: The limit, encoded, as hex.
            memo: Note that is stored with the key.
            app_name: Name of the app that uses the key.
            transaction_fees: Outputs that the transaction is to have besides its own, before the others.
            min_fee_rate_nanos_per_kb: Fee rate, in nanos per 1,000 bytes. The node raises it to the lowest that the network takes, so 0 will do.
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return self._client._call(
            _CONSTRUCT_AUTHORIZE,
            {},
            {
                "OwnerPublicKeyBase58Check": owner_public_key_base58_check,
                "DerivedPublicKeyBase58Check": derived_public_key_base58_check,
                "ExpirationBlock": expiration_block,
                "AccessSignature": access_signature,
                "DeleteKey": delete_key,
                "DerivedKeySignature": derived_key_signature,
                "ExtraData": extra_data,
                "TransactionSpendingLimitHex": transaction_spending_limit_hex,
                "Memo": memo,
                "AppName": app_name,
                "TransactionFees": transaction_fees,
                "MinFeeRateNanosPerKB": min_fee_rate_nanos_per_kb,
            },
            extra_headers,
            extra_query,
            timeout,
        )

    def get_access_bytes(
        self,
        *,
        derived_public_key_base58_check: models.PublicKeyBase58Check,
        transaction_spending_limit: models.TransactionSpendingLimit | Mapping[str, object],
        expiration_block: models.Uint64 | None | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.GetAccessBytesResponse:
        """Read the text that a wallet signs to authorise a derived key.

        Encodes a spending limit, and writes the sentence that a wallet shows its owner to be signed.

        Observed in real clients or servers; the platform's documentation does not have it.

        Documentation: https://github.com/deso-protocol/backend/blob/main/routes/user.go

        Args:
            derived_public_key_base58_check: The derived key.
            transaction_spending_limit: The limit.
            expiration_block: Height at which the key stops to be valid. Leniency: it may be left out, which a node reads as 0 (backend source); a key that ends there is never in force (inferred).
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return self._client._call(
            _GET_ACCESS_BYTES,
            {},
            {
                "DerivedPublicKeyBase58Check": derived_public_key_base58_check,
                "TransactionSpendingLimit": transaction_spending_limit,
                "ExpirationBlock": expiration_block,
            },
            extra_headers,
            extra_query,
            timeout,
        )

    def get(
        self,
        owner_public_key_base58_check: models.PublicKeyBase58Check,
        derived_public_key_base58_check: models.PublicKeyBase58Check,
        *,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.GetSingleDerivedKeyResponse:
        """Read one derived key.

        Reads a derived key of an account with its limit.

        Observed in real clients or servers; the platform's documentation does not have it.

        Documentation: https://github.com/deso-protocol/backend/blob/main/routes/user.go

        Args:
            owner_public_key_base58_check: Public key of the owner.
            derived_public_key_base58_check: Public key that was derived.
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return self._client._call(
            _GET,
            {
                "owner_public_key_base58_check": owner_public_key_base58_check,
                "derived_public_key_base58_check": derived_public_key_base58_check,
            },
            NOT_GIVEN,
            extra_headers,
            extra_query,
            timeout,
        )

    def list(
        self,
        *,
        public_key_base58_check: models.PublicKeyBase58Check,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.GetUserDerivedKeysResponse:
        """Read the derived keys of an account.

        Reads all derived keys of an account, expired and withdrawn ones too.

        Observed in real clients or servers; the platform's documentation does not have it.

        Documentation: https://github.com/deso-protocol/backend/blob/main/routes/user.go

        Args:
            public_key_base58_check: The owner.
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return self._client._call(
            _LIST,
            {},
            {
                "PublicKeyBase58Check": public_key_base58_check,
            },
            extra_headers,
            extra_query,
            timeout,
        )


class AsyncDerivedKeys(AsyncResource):
    """Keys that may sign for an account within limits."""

    async def construct_authorize(
        self,
        *,
        owner_public_key_base58_check: models.PublicKeyBase58Check,
        derived_public_key_base58_check: models.PublicKeyBase58Check,
        expiration_block: models.Uint64 | None | NotGiven = NOT_GIVEN,
        access_signature: models.OptionalHexBytes | None | NotGiven = NOT_GIVEN,
        delete_key: bool | None | NotGiven = NOT_GIVEN,
        derived_key_signature: bool | None | NotGiven = NOT_GIVEN,
        extra_data: Mapping[str, str] | None | NotGiven = NOT_GIVEN,
        transaction_spending_limit_hex: models.OptionalHexBytes | None | NotGiven = NOT_GIVEN,
        memo: str | None | NotGiven = NOT_GIVEN,
        app_name: str | None | NotGiven = NOT_GIVEN,
        transaction_fees: Sequence[models.TransactionFee | Mapping[str, object]] | None | NotGiven = NOT_GIVEN,
        min_fee_rate_nanos_per_kb: models.Uint64 | None | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.AuthorizeDerivedKeyResponse:
        """Construct a transaction that authorises a derived key or takes that back.

        A derived key may sign for its owner within its spending limit until the chain reaches ExpirationBlock. A key whose limit is unlimited may do whatever its owner may. DeleteKey true withdraws the authorisation. Nothing is written to the chain by this call: it only constructs a transaction, which has to be checked, signed and handed to submit-transaction.

        Observed in real clients or servers; the platform's documentation does not have it.

        Documentation: https://github.com/deso-protocol/backend/blob/main/routes/transaction.go

        Args:
            owner_public_key_base58_check: Owner.
            derived_public_key_base58_check: The derived key.
            expiration_block: Height at which the key stops to be valid. Leniency: it may be left out, which a node reads as 0 (backend source); a key that ends there is never in force (inferred).
            access_signature: The owner's signature over the derived key, the expiry and the limit, as hex. The chain looks at it only when the derived key signs the transaction; when the owner does, it may be empty (core source).
            delete_key: Withdraw the key; false when left out.
            derived_key_signature: Whether the derived key itself will sign the transaction; false when left out.
            extra_data: Further keys and texts.
            transaction_spending_limit_hex: The limit, encoded, as hex.
            memo: Note that is stored with the key.
            app_name: Name of the app that uses the key.
            transaction_fees: Outputs that the transaction is to have besides its own, before the others.
            min_fee_rate_nanos_per_kb: Fee rate, in nanos per 1,000 bytes. The node raises it to the lowest that the network takes, so 0 will do.
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return await self._client._call(
            _CONSTRUCT_AUTHORIZE,
            {},
            {
                "OwnerPublicKeyBase58Check": owner_public_key_base58_check,
                "DerivedPublicKeyBase58Check": derived_public_key_base58_check,
                "ExpirationBlock": expiration_block,
                "AccessSignature": access_signature,
                "DeleteKey": delete_key,
                "DerivedKeySignature": derived_key_signature,
                "ExtraData": extra_data,
                "TransactionSpendingLimitHex": transaction_spending_limit_hex,
                "Memo": memo,
                "AppName": app_name,
                "TransactionFees": transaction_fees,
                "MinFeeRateNanosPerKB": min_fee_rate_nanos_per_kb,
            },
            extra_headers,
            extra_query,
            timeout,
        )

    async def get_access_bytes(
        self,
        *,
        derived_public_key_base58_check: models.PublicKeyBase58Check,
        transaction_spending_limit: models.TransactionSpendingLimit | Mapping[str, object],
        expiration_block: models.Uint64 | None | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.GetAccessBytesResponse:
        """Read the text that a wallet signs to authorise a derived key.

        Encodes a spending limit, and writes the sentence that a wallet shows its owner to be signed.

        Observed in real clients or servers; the platform's documentation does not have it.

        Documentation: https://github.com/deso-protocol/backend/blob/main/routes/user.go

        Args:
            derived_public_key_base58_check: The derived key.
            transaction_spending_limit: The limit.
            expiration_block: Height at which the key stops to be valid. Leniency: it may be left out, which a node reads as 0 (backend source); a key that ends there is never in force (inferred).
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return await self._client._call(
            _GET_ACCESS_BYTES,
            {},
            {
                "DerivedPublicKeyBase58Check": derived_public_key_base58_check,
                "TransactionSpendingLimit": transaction_spending_limit,
                "ExpirationBlock": expiration_block,
            },
            extra_headers,
            extra_query,
            timeout,
        )

    async def get(
        self,
        owner_public_key_base58_check: models.PublicKeyBase58Check,
        derived_public_key_base58_check: models.PublicKeyBase58Check,
        *,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.GetSingleDerivedKeyResponse:
        """Read one derived key.

        Reads a derived key of an account with its limit.

        Observed in real clients or servers; the platform's documentation does not have it.

        Documentation: https://github.com/deso-protocol/backend/blob/main/routes/user.go

        Args:
            owner_public_key_base58_check: Public key of the owner.
            derived_public_key_base58_check: Public key that was derived.
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return await self._client._call(
            _GET,
            {
                "owner_public_key_base58_check": owner_public_key_base58_check,
                "derived_public_key_base58_check": derived_public_key_base58_check,
            },
            NOT_GIVEN,
            extra_headers,
            extra_query,
            timeout,
        )

    async def list(
        self,
        *,
        public_key_base58_check: models.PublicKeyBase58Check,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.GetUserDerivedKeysResponse:
        """Read the derived keys of an account.

        Reads all derived keys of an account, expired and withdrawn ones too.

        Observed in real clients or servers; the platform's documentation does not have it.

        Documentation: https://github.com/deso-protocol/backend/blob/main/routes/user.go

        Args:
            public_key_base58_check: The owner.
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return await self._client._call(
            _LIST,
            {},
            {
                "PublicKeyBase58Check": public_key_base58_check,
            },
            extra_headers,
            extra_query,
            timeout,
        )


class RawDerivedKeys:
    """The same calls, giving the answer as it came: status, headers, bytes, and `parse()`."""

    def __init__(self, resource: DerivedKeys) -> None:
        self.construct_authorize = to_raw(resource.construct_authorize)
        self.get_access_bytes = to_raw(resource.get_access_bytes)
        self.get = to_raw(resource.get)
        self.list = to_raw(resource.list)


class RawAsyncDerivedKeys:
    """The same calls, giving the answer as it came: status, headers, bytes, and `parse()`."""

    def __init__(self, resource: AsyncDerivedKeys) -> None:
        self.construct_authorize = to_raw_awaitable(resource.construct_authorize)
        self.get_access_bytes = to_raw_awaitable(resource.get_access_bytes)
        self.get = to_raw_awaitable(resource.get)
        self.list = to_raw_awaitable(resource.list)
