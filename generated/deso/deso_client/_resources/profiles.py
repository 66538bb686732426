# Written by "nox -s generate" from specs/deso.yaml and overrides/deso/overlay.yaml: edit those.
"""The generated calls of `profiles`.

Profiles of accounts.
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

_CONSTRUCT_UPDATE: Operation[models.UpdateProfileResponse] = Operation(
    id="profiles_update",
    method="POST",
    path="/api/v0/update-profile",
    body="json",
    request=lambda: models.UpdateProfileRequest,
    result=lambda: models.UpdateProfileResponse,
    security=((),),
)

_GET: Operation[models.GetSingleProfileResponse | None] = Operation(
    id="profiles_get",
    method="POST",
    path="/api/v0/get-single-profile",
    body="json",
    request=lambda: models.GetSingleProfileRequest,
    result=lambda: models.GetSingleProfileResponse,
    empty=True,
    security=((),),
    retry=True,
)


class Profiles(Resource):
    """Profiles of accounts."""

    def construct_update(
        self,
        *,
        updater_public_key_base58_check: models.PublicKeyBase58Check,
        new_creator_basis_points: models.BasisPoints,
        profile_public_key_base58_check: models.OptionalPublicKeyBase58Check | None | NotGiven = NOT_GIVEN,
        new_username: models.Username | None | NotGiven = NOT_GIVEN,
        new_description: models.ProfileDescription | None | NotGiven = NOT_GIVEN,
        new_profile_pic: models.ProfilePicture | None | NotGiven = NOT_GIVEN,
        new_stake_multiple_basis_points: models.StakeMultipleBasisPoints | None | NotGiven = NOT_GIVEN,
        is_hidden: bool | None | NotGiven = NOT_GIVEN,
        extra_data: Mapping[str, str] | None | NotGiven = NOT_GIVEN,
        min_fee_rate_nanos_per_kb: models.Uint64 | None | NotGiven = NOT_GIVEN,
        transaction_fees: Sequence[models.TransactionFee | Mapping[str, object]] | None | NotGiven = NOT_GIVEN,
        optional_preceding_transactions: Sequence[models.InnerTransaction | Mapping[str, object]]
        | None
        | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.UpdateProfileResponse:
        """Construct a transaction that creates or changes a profile.

        Creates the profile of an account on first use (NewUsername is needed then) and changes it afterwards. An empty string leaves a text as it is, but NewCreatorBasisPoints, NewStakeMultipleBasisPoints and IsHidden are always written, left out or not. Creating a profile costs the node's CreateProfileFeeNanos, which is in TotalInputNanos without an output of its own; the node may pay it from a sign-up bonus, and then says so in CompProfileCreationTxnHashHex. Nothing is written to the chain by this call: it only constructs a transaction, which has to be checked, signed and handed to submit-transaction.

        Documentation: https://docs.deso.org/deso-backend/construct-transactions/social-transactions-api

        Args:
            updater_public_key_base58_check: Account whose profile it is, which signs. The documentation misspells the member as UpdaterPublicKeyBase58Chck; a node ignores that spelling, and answers 400.
            new_creator_basis_points: Share of newly bought creator coins that goes to the account. Always written. (at least 0; at most 10000)
            profile_public_key_base58_check: Empty, or the same as the updater. Another account's profile may be changed by the network's parameter updaters only. Leniency: documented as required, yet a node does not need it (backend source).
            new_username: Name of the profile; needed when it is created. Empty leaves it as it is. Leniency: documented as required, yet a node does not need it for a change (backend source).
            new_description: Text about the account. Empty leaves it as it is. Leniency: documented as required, yet a node does not need it (backend source).
            new_profile_pic: Picture as a data URI. Empty leaves it as it is. The node scales it down, so the one in the transaction is another than the one sent. Leniency: documented as required, yet a node does not need it (backend source).
            new_stake_multiple_basis_points: Send 12,500. Documented as deprecated and optional, but always written: left out it becomes 0, and the transaction fails when it is submitted (RuleErrorProfileStakeMultipleSize). Leniency: it may be left out here, as documented.
            is_hidden: Whether the profile is hidden. Always written; false when left out. Documented as deprecated, without a date or a successor.
            extra_data: Further keys and texts of the profile, merged into those that it has. An empty text is stored and does not remove the key.
            min_fee_rate_nanos_per_kb: Fee rate, in nanos per 1,000 bytes. The node raises it to the lowest that the network takes, so 0 will do. Leniency: documented as required, yet a node does not need it (backend source).
            transaction_fees: Outputs that the transaction is to have besides its own, before the others.
            optional_preceding_transactions: Transactions to count as done when this one is constructed. Nodes refuse any number above 0 unless they are configured to take them.
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return self._client._call(
            _CONSTRUCT_UPDATE,
            {},
            {
                "UpdaterPublicKeyBase58Check": updater_public_key_base58_check,
                "NewCreatorBasisPoints": new_creator_basis_points,
                "ProfilePublicKeyBase58Check": profile_public_key_base58_check,
                "NewUsername": new_username,
                "NewDescription": new_description,
                "NewProfilePic": new_profile_pic,
                "NewStakeMultipleBasisPoints": new_stake_multiple_basis_points,
                "IsHidden": is_hidden,
                "ExtraData": extra_data,
                "MinFeeRateNanosPerKB": min_fee_rate_nanos_per_kb,
                "TransactionFees": transaction_fees,
                "OptionalPrecedingTransactions": optional_preceding_transactions,
            },
            extra_headers,
            extra_query,
            timeout,
        )

    def get(
        self,
        *,
        public_key_base58_check: models.OptionalPublicKeyBase58Check | None | NotGiven = NOT_GIVEN,
        username: str | None | NotGiven = NOT_GIVEN,
        no_error_on_missing: bool | None | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.GetSingleProfileResponse | None:
        """Read one profile, by key or by name.

        Give the public key or the username. An unknown profile is answered with 404, or, when NoErrorOnMissing is true, with 200 and an empty body (no JSON at all), which a client reads as null.

        Observed in real clients or servers; the platform's documentation does not have it.

        Documentation: https://docs.deso.org/deso-backend/api/user-endpoints

        Args:
            public_key_base58_check: Key of the account. Needed when there is no Username.
            username: Name of the profile, regardless of case. Needed when there is no key.
            no_error_on_missing: Answer an unknown profile with 200 and an empty body rather than 404.
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return self._client._call(
            _GET,
            {},
            {
                "PublicKeyBase58Check": public_key_base58_check,
                "Username": username,
                "NoErrorOnMissing": no_error_on_missing,
            },
            extra_headers,
            extra_query,
            timeout,
        )


class AsyncProfiles(AsyncResource):
    """Profiles of accounts."""

    async def construct_update(
        self,
        *,
        updater_public_key_base58_check: models.PublicKeyBase58Check,
        new_creator_basis_points: models.BasisPoints,
        profile_public_key_base58_check: models.OptionalPublicKeyBase58Check | None | NotGiven = NOT_GIVEN,
        new_username: models.Username | None | NotGiven = NOT_GIVEN,
        new_description: models.ProfileDescription | None | NotGiven = NOT_GIVEN,
        new_profile_pic: models.ProfilePicture | None | NotGiven = NOT_GIVEN,
        new_stake_multiple_basis_points: models.StakeMultipleBasisPoints | None | NotGiven = NOT_GIVEN,
        is_hidden: bool | None | NotGiven = NOT_GIVEN,
        extra_data: Mapping[str, str] | None | NotGiven = NOT_GIVEN,
        min_fee_rate_nanos_per_kb: models.Uint64 | None | NotGiven = NOT_GIVEN,
        transaction_fees: Sequence[models.TransactionFee | Mapping[str, object]] | None | NotGiven = NOT_GIVEN,
        optional_preceding_transactions: Sequence[models.InnerTransaction | Mapping[str, object]]
        | None
        | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.UpdateProfileResponse:
        """Construct a transaction that creates or changes a profile.

        Creates the profile of an account on first use (NewUsername is needed then) and changes it afterwards. An empty string leaves a text as it is, but NewCreatorBasisPoints, NewStakeMultipleBasisPoints and IsHidden are always written, left out or not. Creating a profile costs the node's CreateProfileFeeNanos, which is in TotalInputNanos without an output of its own; the node may pay it from a sign-up bonus, and then says so in CompProfileCreationTxnHashHex. Nothing is written to the chain by this call: it only constructs a transaction, which has to be checked, signed and handed to submit-transaction.

        Documentation: https://docs.deso.org/deso-backend/construct-transactions/social-transactions-api

        Args:
            updater_public_key_base58_check: Account whose profile it is, which signs. The documentation misspells the member as UpdaterPublicKeyBase58Chck; a node ignores that spelling, and answers 400.
            new_creator_basis_points: Share of newly bought creator coins that goes to the account. Always written. (at least 0; at most 10000)
            profile_public_key_base58_check: Empty, or the same as the updater. Another account's profile may be changed by the network's parameter updaters only. Leniency: documented as required, yet a node does not need it (backend source).
            new_username: Name of the profile; needed when it is created. Empty leaves it as it is. Leniency: documented as required, yet a node does not need it for a change (backend source).
            new_description: Text about the account. Empty leaves it as it is. Leniency: documented as required, yet a node does not need it (backend source).
            new_profile_pic: Picture as a data URI. Empty leaves it as it is. The node scales it down, so the one in the transaction is another than the one sent. Leniency: documented as required, yet a node does not need it (backend source).
            new_stake_multiple_basis_points: Send 12,500. Documented as deprecated and optional, but always written: left out it becomes 0, and the transaction fails when it is submitted (RuleErrorProfileStakeMultipleSize). Leniency: it may be left out here, as documented.
            is_hidden: Whether the profile is hidden. Always written; false when left out. Documented as deprecated, without a date or a successor.
            extra_data: Further keys and texts of the profile, merged into those that it has. An empty text is stored and does not remove the key.
            min_fee_rate_nanos_per_kb: Fee rate, in nanos per 1,000 bytes. The node raises it to the lowest that the network takes, so 0 will do. Leniency: documented as required, yet a node does not need it (backend source).
            transaction_fees: Outputs that the transaction is to have besides its own, before the others.
            optional_preceding_transactions: Transactions to count as done when this one is constructed. Nodes refuse any number above 0 unless they are configured to take them.
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return await self._client._call(
            _CONSTRUCT_UPDATE,
            {},
            {
                "UpdaterPublicKeyBase58Check": updater_public_key_base58_check,
                "NewCreatorBasisPoints": new_creator_basis_points,
                "ProfilePublicKeyBase58Check": profile_public_key_base58_check,
                "NewUsername": new_username,
                "NewDescription": new_description,
                "NewProfilePic": new_profile_pic,
                "NewStakeMultipleBasisPoints": new_stake_multiple_basis_points,
                "IsHidden": is_hidden,
                "ExtraData": extra_data,
                "MinFeeRateNanosPerKB": min_fee_rate_nanos_per_kb,
                "TransactionFees": transaction_fees,
                "OptionalPrecedingTransactions": optional_preceding_transactions,
            },
            extra_headers,
            extra_query,
            timeout,
        )

    async def get(
        self,
        *,
        public_key_base58_check: models.OptionalPublicKeyBase58Check | None | NotGiven = NOT_GIVEN,
        username: str | None | NotGiven = NOT_GIVEN,
        no_error_on_missing: bool | None | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.GetSingleProfileResponse | None:
        """Read one profile, by key or by name.

        Give the public key or the username. An unknown profile is answered with 404, or, when NoErrorOnMissing is true, with 200 and an empty body (no JSON at all), which a client reads as null.

        Observed in real clients or servers; the platform's documentation does not have it.

        Documentation: https://docs.deso.org/deso-backend/api/user-endpoints

        Args:
            public_key_base58_check: Key of the account. Needed when there is no Username.
            username: Name of the profile, regardless of case. Needed when there is no key.
            no_error_on_missing: Answer an unknown profile with 200 and an empty body rather than 404.
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return await self._client._call(
            _GET,
            {},
            {
                "PublicKeyBase58Check": public_key_base58_check,
                "Username": username,
                "NoErrorOnMissing": no_error_on_missing,
            },
            extra_headers,
            extra_query,
            timeout,
        )


class RawProfiles:
    """The same calls, giving the answer as it came: status, headers, bytes, and `parse()`."""

    def __init__(self, resource: Profiles) -> None:
        self.construct_update = to_raw(resource.construct_update)
        self.get = to_raw(resource.get)


class RawAsyncProfiles:
    """The same calls, giving the answer as it came: status, headers, bytes, and `parse()`."""

    def __init__(self, resource: AsyncProfiles) -> None:
        self.construct_update = to_raw_awaitable(resource.construct_update)
        self.get = to_raw_awaitable(resource.get)
