# Written by "nox -s generate" from specs/deso.yaml and overrides/deso/overlay.yaml: edit those.
"""The generated calls of `access_group_members`.

Members of group chats.
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

_CONSTRUCT_ADD: Operation[models.AccessGroupMembersResponse] = Operation(
    id="access_group_members_add",
    method="POST",
    path="/api/v0/add-access-group-members",
    body="json",
    request=lambda: models.AccessGroupMembersRequest,
    result=lambda: models.AccessGroupMembersResponse,
    security=((),),
    retry=True,
)

_CONSTRUCT_REMOVE: Operation[models.AccessGroupMembersResponse] = Operation(
    id="access_group_members_remove",
    method="POST",
    path="/api/v0/remove-access-group-members",
    body="json",
    request=lambda: models.AccessGroupMembersRequest,
    result=lambda: models.AccessGroupMembersResponse,
    security=((),),
    retry=True,
)

_CONSTRUCT_UPDATE: Operation[models.AccessGroupMembersResponse] = Operation(
    id="access_group_members_update",
    method="POST",
    path="/api/v0/update-access-group-members",
    body="json",
    request=lambda: models.AccessGroupMembersRequest,
    result=lambda: models.AccessGroupMembersResponse,
    security=((),),
    retry=True,
)

_GET: Operation[models.GetAccessGroupMemberResponse] = Operation(
    id="access_group_members_get",
    method="POST",
    path="/api/v0/get-access-group-member-info",
    body="json",
    request=lambda: models.GetAccessGroupMemberRequest,
    result=lambda: models.GetAccessGroupMemberResponse,
    security=((),),
    retry=True,
)

_LIST: Operation[models.GetPaginatedAccessGroupMembersResponse] = Operation(
    id="access_group_members_list",
    method="POST",
    path="/api/v0/get-paginated-access-group-members",
    body="json",
    request=lambda: models.GetPaginatedAccessGroupMembersRequest,
    result=lambda: models.GetPaginatedAccessGroupMembersResponse,
    security=((),),
    retry=True,
)


class AccessGroupMembers(Resource):
    """Members of group chats."""

    def construct_add(
        self,
        *,
        access_group_owner_public_key_base58_check: models.PublicKeyBase58Check,
        access_group_key_name: models.OwnAccessGroupKeyName,
        access_group_member_list: Sequence[models.AccessGroupMember | Mapping[str, object]],
        min_fee_rate_nanos_per_kb: models.Uint64 | None | NotGiven = NOT_GIVEN,
        transaction_fees: Sequence[models.TransactionFee | Mapping[str, object]] | None | NotGiven = NOT_GIVEN,
        extra_data: Mapping[str, str] | None | NotGiven = NOT_GIVEN,
        optional_preceding_transactions: Sequence[models.InnerTransaction | Mapping[str, object]]
        | None
        | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.AccessGroupMembersResponse:
        """Construct a transaction that adds members to an access group.

        Members are named by their account and by the access group of theirs to which the group's private key is encrypted. Nothing is written to the chain by this call: it only constructs a transaction, which has to be checked, signed and handed to submit-transaction.

        Observed in real clients or servers; the platform's documentation does not have it.

        Documentation: https://docs.deso.org/deso-backend/api/access-group-endpoints

        Args:
            access_group_owner_public_key_base58_check: Owner of the group, who signs.
            access_group_key_name: Name of the group. (at least 1 characters; at most 32 characters)
            access_group_member_list: The members.
            min_fee_rate_nanos_per_kb: Fee rate, in nanos per 1,000 bytes. The node raises it to the lowest that the network takes, so 0 will do.
            transaction_fees: Outputs that the transaction is to have besides its own, before the others.
            extra_data: Further keys and texts of the transaction.
            optional_preceding_transactions: Transactions to count as done when this one is constructed. Nodes refuse any number above 0 unless they are configured to take them.
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return self._client._call(
            _CONSTRUCT_ADD,
            {},
            {
                "AccessGroupOwnerPublicKeyBase58Check": access_group_owner_public_key_base58_check,
                "AccessGroupKeyName": access_group_key_name,
                "AccessGroupMemberList": access_group_member_list,
                "MinFeeRateNanosPerKB": min_fee_rate_nanos_per_kb,
                "TransactionFees": transaction_fees,
                "ExtraData": extra_data,
                "OptionalPrecedingTransactions": optional_preceding_transactions,
            },
            extra_headers,
            extra_query,
            timeout,
        )

    def construct_remove(
        self,
        *,
        access_group_owner_public_key_base58_check: models.PublicKeyBase58Check,
        access_group_key_name: models.OwnAccessGroupKeyName,
        access_group_member_list: Sequence[models.AccessGroupMember | Mapping[str, object]],
        min_fee_rate_nanos_per_kb: models.Uint64 | None | NotGiven = NOT_GIVEN,
        transaction_fees: Sequence[models.TransactionFee | Mapping[str, object]] | None | NotGiven = NOT_GIVEN,
        extra_data: Mapping[str, str] | None | NotGiven = NOT_GIVEN,
        optional_preceding_transactions: Sequence[models.InnerTransaction | Mapping[str, object]]
        | None
        | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.AccessGroupMembersResponse:
        """Construct a transaction that removes members from an access group.

        EncryptedKey is empty here. A removed member keeps the group key it has: start a new group for new secrets. Nothing is written to the chain by this call: it only constructs a transaction, which has to be checked, signed and handed to submit-transaction.

        Observed in real clients or servers; the platform's documentation does not have it.

        Documentation: https://docs.deso.org/deso-backend/api/access-group-endpoints

        Args:
            access_group_owner_public_key_base58_check: Owner of the group, who signs.
            access_group_key_name: Name of the group. (at least 1 characters; at most 32 characters)
            access_group_member_list: The members.
            min_fee_rate_nanos_per_kb: Fee rate, in nanos per 1,000 bytes. The node raises it to the lowest that the network takes, so 0 will do.
            transaction_fees: Outputs that the transaction is to have besides its own, before the others.
            extra_data: Further keys and texts of the transaction.
            optional_preceding_transactions: Transactions to count as done when this one is constructed. Nodes refuse any number above 0 unless they are configured to take them.
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return self._client._call(
            _CONSTRUCT_REMOVE,
            {},
            {
                "AccessGroupOwnerPublicKeyBase58Check": access_group_owner_public_key_base58_check,
                "AccessGroupKeyName": access_group_key_name,
                "AccessGroupMemberList": access_group_member_list,
                "MinFeeRateNanosPerKB": min_fee_rate_nanos_per_kb,
                "TransactionFees": transaction_fees,
                "ExtraData": extra_data,
                "OptionalPrecedingTransactions": optional_preceding_transactions,
            },
            extra_headers,
            extra_query,
            timeout,
        )

    def construct_update(
        self,
        *,
        access_group_owner_public_key_base58_check: models.PublicKeyBase58Check,
        access_group_key_name: models.OwnAccessGroupKeyName,
        access_group_member_list: Sequence[models.AccessGroupMember | Mapping[str, object]],
        min_fee_rate_nanos_per_kb: models.Uint64 | None | NotGiven = NOT_GIVEN,
        transaction_fees: Sequence[models.TransactionFee | Mapping[str, object]] | None | NotGiven = NOT_GIVEN,
        extra_data: Mapping[str, str] | None | NotGiven = NOT_GIVEN,
        optional_preceding_transactions: Sequence[models.InnerTransaction | Mapping[str, object]]
        | None
        | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.AccessGroupMembersResponse:
        """Construct a transaction that changes members of an access group.

        Changes the encrypted key or the ExtraData of members. Members are named by their account and by the access group of theirs to which the group's private key is encrypted. Nothing is written to the chain by this call: it only constructs a transaction, which has to be checked, signed and handed to submit-transaction.

        Observed in real clients or servers; the platform's documentation does not have it.

        Documentation: https://docs.deso.org/deso-backend/api/access-group-endpoints

        Args:
            access_group_owner_public_key_base58_check: Owner of the group, who signs.
            access_group_key_name: Name of the group. (at least 1 characters; at most 32 characters)
            access_group_member_list: The members.
            min_fee_rate_nanos_per_kb: Fee rate, in nanos per 1,000 bytes. The node raises it to the lowest that the network takes, so 0 will do.
            transaction_fees: Outputs that the transaction is to have besides its own, before the others.
            extra_data: Further keys and texts of the transaction.
            optional_preceding_transactions: Transactions to count as done when this one is constructed. Nodes refuse any number above 0 unless they are configured to take them.
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return self._client._call(
            _CONSTRUCT_UPDATE,
            {},
            {
                "AccessGroupOwnerPublicKeyBase58Check": access_group_owner_public_key_base58_check,
                "AccessGroupKeyName": access_group_key_name,
                "AccessGroupMemberList": access_group_member_list,
                "MinFeeRateNanosPerKB": min_fee_rate_nanos_per_kb,
                "TransactionFees": transaction_fees,
                "ExtraData": extra_data,
                "OptionalPrecedingTransactions": optional_preceding_transactions,
            },
            extra_headers,
            extra_query,
            timeout,
        )

    def get(
        self,
        *,
        access_group_member_public_key_base58_check: models.PublicKeyBase58Check,
        access_group_owner_public_key_base58_check: models.PublicKeyBase58Check,
        access_group_key_name: models.AccessGroupKeyName | None | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.GetAccessGroupMemberResponse:
        """Read one member of an access group.

        Reads a member by account, owner of the group and name of the group. The answer is the JSON literal null when the account is not a member.

        Observed in real clients or servers; the platform's documentation does not have it.

        Documentation: https://docs.deso.org/deso-backend/api/access-group-endpoints

        Args:
            access_group_member_public_key_base58_check: Account of the member.
            access_group_owner_public_key_base58_check: Owner of the group.
            access_group_key_name: Name of the group.
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return self._client._call(
            _GET,
            {},
            {
                "AccessGroupMemberPublicKeyBase58Check": access_group_member_public_key_base58_check,
                "AccessGroupOwnerPublicKeyBase58Check": access_group_owner_public_key_base58_check,
                "AccessGroupKeyName": access_group_key_name,
            },
            extra_headers,
            extra_query,
            timeout,
        )

    def list(
        self,
        *,
        access_group_owner_public_key_base58_check: models.PublicKeyBase58Check,
        access_group_key_name: models.AccessGroupKeyName,
        starting_access_group_member_public_key_base58_check: models.OptionalPublicKeyBase58Check
        | None
        | NotGiven = NOT_GIVEN,
        max_members_to_fetch: models.Int64 | None | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.GetPaginatedAccessGroupMembersResponse:
        """Read the members of an access group, page by page.

        For the next page pass the last key of this one as StartingAccessGroupMemberPublicKeyBase58Check.

        Observed in real clients or servers; the platform's documentation does not have it.

        Documentation: https://docs.deso.org/deso-backend/api/access-group-endpoints

        Args:
            access_group_owner_public_key_base58_check: Owner of the group.
            access_group_key_name: Name of the group. (at most 32 characters)
            starting_access_group_member_public_key_base58_check: Member after whom to begin; empty for the first page.
            max_members_to_fetch: How many to return at most.
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return self._client._call(
            _LIST,
            {},
            {
                "AccessGroupOwnerPublicKeyBase58Check": access_group_owner_public_key_base58_check,
                "AccessGroupKeyName": access_group_key_name,
                "StartingAccessGroupMemberPublicKeyBase58Check": starting_access_group_member_public_key_base58_check,
                "MaxMembersToFetch": max_members_to_fetch,
            },
            extra_headers,
            extra_query,
            timeout,
        )


class AsyncAccessGroupMembers(AsyncResource):
    """Members of group chats."""

    async def construct_add(
        self,
        *,
        access_group_owner_public_key_base58_check: models.PublicKeyBase58Check,
        access_group_key_name: models.OwnAccessGroupKeyName,
        access_group_member_list: Sequence[models.AccessGroupMember | Mapping[str, object]],
        min_fee_rate_nanos_per_kb: models.Uint64 | None | NotGiven = NOT_GIVEN,
        transaction_fees: Sequence[models.TransactionFee | Mapping[str, object]] | None | NotGiven = NOT_GIVEN,
        extra_data: Mapping[str, str] | None | NotGiven = NOT_GIVEN,
        optional_preceding_transactions: Sequence[models.InnerTransaction | Mapping[str, object]]
        | None
        | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.AccessGroupMembersResponse:
        """Construct a transaction that adds members to an access group.

        Members are named by their account and by the access group of theirs to which the group's private key is encrypted. Nothing is written to the chain by this call: it only constructs a transaction, which has to be checked, signed and handed to submit-transaction.

        Observed in real clients or servers; the platform's documentation does not have it.

        Documentation: https://docs.deso.org/deso-backend/api/access-group-endpoints

        Args:
            access_group_owner_public_key_base58_check: Owner of the group, who signs.
            access_group_key_name: Name of the group. (at least 1 characters; at most 32 characters)
            access_group_member_list: The members.
            min_fee_rate_nanos_per_kb: Fee rate, in nanos per 1,000 bytes. The node raises it to the lowest that the network takes, so 0 will do.
            transaction_fees: Outputs that the transaction is to have besides its own, before the others.
            extra_data: Further keys and texts of the transaction.
            optional_preceding_transactions: Transactions to count as done when this one is constructed. Nodes refuse any number above 0 unless they are configured to take them.
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return await self._client._call(
            _CONSTRUCT_ADD,
            {},
            {
                "AccessGroupOwnerPublicKeyBase58Check": access_group_owner_public_key_base58_check,
                "AccessGroupKeyName": access_group_key_name,
                "AccessGroupMemberList": access_group_member_list,
                "MinFeeRateNanosPerKB": min_fee_rate_nanos_per_kb,
                "TransactionFees": transaction_fees,
                "ExtraData": extra_data,
                "OptionalPrecedingTransactions": optional_preceding_transactions,
            },
            extra_headers,
            extra_query,
            timeout,
        )

    async def construct_remove(
        self,
        *,
        access_group_owner_public_key_base58_check: models.PublicKeyBase58Check,
        access_group_key_name: models.OwnAccessGroupKeyName,
        access_group_member_list: Sequence[models.AccessGroupMember | Mapping[str, object]],
        min_fee_rate_nanos_per_kb: models.Uint64 | None | NotGiven = NOT_GIVEN,
        transaction_fees: Sequence[models.TransactionFee | Mapping[str, object]] | None | NotGiven = NOT_GIVEN,
        extra_data: Mapping[str, str] | None | NotGiven = NOT_GIVEN,
        optional_preceding_transactions: Sequence[models.InnerTransaction | Mapping[str, object]]
        | None
        | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.AccessGroupMembersResponse:
        """Construct a transaction that removes members from an access group.

        EncryptedKey is empty here. A removed member keeps the group key it has: start a new group for new secrets. Nothing is written to the chain by this call: it only constructs a transaction, which has to be checked, signed and handed to submit-transaction.

        Observed in real clients or servers; the platform's documentation does not have it.

        Documentation: https://docs.deso.org/deso-backend/api/access-group-endpoints

        Args:
            access_group_owner_public_key_base58_check: Owner of the group, who signs.
            access_group_key_name: Name of the group. (at least 1 characters; at most 32 characters)
            access_group_member_list: The members.
            min_fee_rate_nanos_per_kb: Fee rate, in nanos per 1,000 bytes. The node raises it to the lowest that the network takes, so 0 will do.
            transaction_fees: Outputs that the transaction is to have besides its own, before the others.
            extra_data: Further keys and texts of the transaction.
            optional_preceding_transactions: Transactions to count as done when this one is constructed. Nodes refuse any number above 0 unless they are configured to take them.
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return await self._client._call(
            _CONSTRUCT_REMOVE,
            {},
            {
                "AccessGroupOwnerPublicKeyBase58Check": access_group_owner_public_key_base58_check,
                "AccessGroupKeyName": access_group_key_name,
                "AccessGroupMemberList": access_group_member_list,
                "MinFeeRateNanosPerKB": min_fee_rate_nanos_per_kb,
                "TransactionFees": transaction_fees,
                "ExtraData": extra_data,
                "OptionalPrecedingTransactions": optional_preceding_transactions,
            },
            extra_headers,
            extra_query,
            timeout,
        )

    async def construct_update(
        self,
        *,
        access_group_owner_public_key_base58_check: models.PublicKeyBase58Check,
        access_group_key_name: models.OwnAccessGroupKeyName,
        access_group_member_list: Sequence[models.AccessGroupMember | Mapping[str, object]],
        min_fee_rate_nanos_per_kb: models.Uint64 | None | NotGiven = NOT_GIVEN,
        transaction_fees: Sequence[models.TransactionFee | Mapping[str, object]] | None | NotGiven = NOT_GIVEN,
        extra_data: Mapping[str, str] | None | NotGiven = NOT_GIVEN,
        optional_preceding_transactions: Sequence[models.InnerTransaction | Mapping[str, object]]
        | None
        | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.AccessGroupMembersResponse:
        """Construct a transaction that changes members of an access group.

        Changes the encrypted key or the ExtraData of members. Members are named by their account and by the access group of theirs to which the group's private key is encrypted. Nothing is written to the chain by this call: it only constructs a transaction, which has to be checked, signed and handed to submit-transaction.

        Observed in real clients or servers; the platform's documentation does not have it.

        Documentation: https://docs.deso.org/deso-backend/api/access-group-endpoints

        Args:
            access_group_owner_public_key_base58_check: Owner of the group, who signs.
            access_group_key_name: Name of the group. (at least 1 characters; at most 32 characters)
            access_group_member_list: The members.
            min_fee_rate_nanos_per_kb: Fee rate, in nanos per 1,000 bytes. The node raises it to the lowest that the network takes, so 0 will do.
            transaction_fees: Outputs that the transaction is to have besides its own, before the others.
            extra_data: Further keys and texts of the transaction.
            optional_preceding_transactions: Transactions to count as done when this one is constructed. Nodes refuse any number above 0 unless they are configured to take them.
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return await self._client._call(
            _CONSTRUCT_UPDATE,
            {},
            {
                "AccessGroupOwnerPublicKeyBase58Check": access_group_owner_public_key_base58_check,
                "AccessGroupKeyName": access_group_key_name,
                "AccessGroupMemberList": access_group_member_list,
                "MinFeeRateNanosPerKB": min_fee_rate_nanos_per_kb,
                "TransactionFees": transaction_fees,
                "ExtraData": extra_data,
                "OptionalPrecedingTransactions": optional_preceding_transactions,
            },
            extra_headers,
            extra_query,
            timeout,
        )

    async def get(
        self,
        *,
        access_group_member_public_key_base58_check: models.PublicKeyBase58Check,
        access_group_owner_public_key_base58_check: models.PublicKeyBase58Check,
        access_group_key_name: models.AccessGroupKeyName | None | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.GetAccessGroupMemberResponse:
        """Read one member of an access group.

        Reads a member by account, owner of the group and name of the group. The answer is the JSON literal null when the account is not a member.

        Observed in real clients or servers; the platform's documentation does not have it.

        Documentation: https://docs.deso.org/deso-backend/api/access-group-endpoints

        Args:
            access_group_member_public_key_base58_check: Account of the member.
            access_group_owner_public_key_base58_check: Owner of the group.
            access_group_key_name: Name of the group.
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return await self._client._call(
            _GET,
            {},
            {
                "AccessGroupMemberPublicKeyBase58Check": access_group_member_public_key_base58_check,
                "AccessGroupOwnerPublicKeyBase58Check": access_group_owner_public_key_base58_check,
                "AccessGroupKeyName": access_group_key_name,
            },
            extra_headers,
            extra_query,
            timeout,
        )

    async def list(
        self,
        *,
        access_group_owner_public_key_base58_check: models.PublicKeyBase58Check,
        access_group_key_name: models.AccessGroupKeyName,
        starting_access_group_member_public_key_base58_check: models.OptionalPublicKeyBase58Check
        | None
        | NotGiven = NOT_GIVEN,
        max_members_to_fetch: models.Int64 | None | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.GetPaginatedAccessGroupMembersResponse:
        """Read the members of an access group, page by page.

        For the next page pass the last key of this one as StartingAccessGroupMemberPublicKeyBase58Check.

        Observed in real clients or servers; the platform's documentation does not have it.

        Documentation: https://docs.deso.org/deso-backend/api/access-group-endpoints

        Args:
            access_group_owner_public_key_base58_check: Owner of the group.
            access_group_key_name: Name of the group. (at most 32 characters)
            starting_access_group_member_public_key_base58_check: Member after whom to begin; empty for the first page.
            max_members_to_fetch: How many to return at most.
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return await self._client._call(
            _LIST,
            {},
            {
                "AccessGroupOwnerPublicKeyBase58Check": access_group_owner_public_key_base58_check,
                "AccessGroupKeyName": access_group_key_name,
                "StartingAccessGroupMemberPublicKeyBase58Check": starting_access_group_member_public_key_base58_check,
                "MaxMembersToFetch": max_members_to_fetch,
            },
            extra_headers,
            extra_query,
            timeout,
        )


class RawAccessGroupMembers:
    """The same calls, giving the answer as it came: status, headers, bytes, and `parse()`."""

    def __init__(self, resource: AccessGroupMembers) -> None:
        self.construct_add = to_raw(resource.construct_add)
        self.construct_remove = to_raw(resource.construct_remove)
        self.construct_update = to_raw(resource.construct_update)
        self.get = to_raw(resource.get)
        self.list = to_raw(resource.list)


class RawAsyncAccessGroupMembers:
    """The same calls, giving the answer as it came: status, headers, bytes, and `parse()`."""

    def __init__(self, resource: AsyncAccessGroupMembers) -> None:
        self.construct_add = to_raw_awaitable(resource.construct_add)
        self.construct_remove = to_raw_awaitable(resource.construct_remove)
        self.construct_update = to_raw_awaitable(resource.construct_update)
        self.get = to_raw_awaitable(resource.get)
        self.list = to_raw_awaitable(resource.list)
