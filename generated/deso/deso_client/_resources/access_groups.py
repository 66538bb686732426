# Written by "nox -s generate" from specs/deso.yaml and overrides/deso/overlay.yaml: edit those.
"""The generated calls of `access_groups`.

Named keys of accounts, to which messages are encrypted.
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

_CONSTRUCT_CREATE: Operation[models.AccessGroupResponse] = Operation(
    id="access_groups_create",
    method="POST",
    path="/api/v0/create-access-group",
    body="json",
    request=lambda: models.AccessGroupRequest,
    result=lambda: models.AccessGroupResponse,
    security=((),),
    retry=True,
)

_CONSTRUCT_UPDATE: Operation[models.AccessGroupResponse] = Operation(
    id="access_groups_update",
    method="POST",
    path="/api/v0/update-access-group",
    body="json",
    request=lambda: models.AccessGroupRequest,
    result=lambda: models.AccessGroupResponse,
    security=((),),
    retry=True,
)

_LIST: Operation[models.GetAllUserAccessGroupsResponse] = Operation(
    id="access_groups_list",
    method="POST",
    path="/api/v0/get-all-user-access-groups",
    body="json",
    request=lambda: models.GetAllUserAccessGroupsRequest,
    result=lambda: models.GetAllUserAccessGroupsResponse,
    security=((),),
    retry=True,
)

_LIST_OWNED: Operation[models.GetAllUserAccessGroupsResponse] = Operation(
    id="access_groups_list_owned",
    method="POST",
    path="/api/v0/get-all-user-access-groups-owned",
    body="json",
    request=lambda: models.GetAllUserAccessGroupsRequest,
    result=lambda: models.GetAllUserAccessGroupsResponse,
    security=((),),
    retry=True,
)

_LIST_MEMBER_ONLY: Operation[models.GetAllUserAccessGroupsResponse] = Operation(
    id="access_groups_list_member_only",
    method="POST",
    path="/api/v0/get-all-user-access-groups-member-only",
    body="json",
    request=lambda: models.GetAllUserAccessGroupsRequest,
    result=lambda: models.GetAllUserAccessGroupsResponse,
    security=((),),
    retry=True,
)

_GET: Operation[models.AccessGroupEntryResponse] = Operation(
    id="access_groups_get",
    method="POST",
    path="/api/v0/get-access-group-info",
    body="json",
    request=lambda: models.GetAccessGroupInfoRequest,
    result=lambda: models.AccessGroupEntryResponse,
    security=((),),
    retry=True,
)

_GET_BULK: Operation[models.GetBulkAccessGroupEntriesResponse] = Operation(
    id="access_groups_get_bulk",
    method="POST",
    path="/api/v0/get-bulk-access-group-entries",
    body="json",
    request=lambda: models.GetBulkAccessGroupEntriesRequest,
    result=lambda: models.GetBulkAccessGroupEntriesResponse,
    security=((),),
    retry=True,
)

_CHECK_PARTY: Operation[models.CheckPartyAccessGroupsResponse] = Operation(
    id="access_groups_check_party",
    method="POST",
    path="/api/v0/check-party-access-groups",
    body="json",
    request=lambda: models.CheckPartyAccessGroupsRequest,
    result=lambda: models.CheckPartyAccessGroupsResponse,
    security=((),),
    retry=True,
)


class AccessGroups(Resource):
    """Named keys of accounts, to which messages are encrypted."""

    def construct_create(
        self,
        *,
        access_group_owner_public_key_base58_check: models.PublicKeyBase58Check,
        access_group_public_key_base58_check: models.PublicKeyBase58Check,
        access_group_key_name: models.OwnAccessGroupKeyName,
        min_fee_rate_nanos_per_kb: models.Uint64 | None | NotGiven = NOT_GIVEN,
        transaction_fees: Sequence[models.TransactionFee | Mapping[str, object]] | None | NotGiven = NOT_GIVEN,
        extra_data: Mapping[str, str] | None | NotGiven = NOT_GIVEN,
        optional_preceding_transactions: Sequence[models.InnerTransaction | Mapping[str, object]]
        | None
        | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.AccessGroupResponse:
        """Construct a transaction that creates an access group.

        An access group is a named key of an account, to which messages can be encrypted. The group key may not be the owner key itself. Nothing is written to the chain by this call: it only constructs a transaction, which has to be checked, signed and handed to submit-transaction.

        Observed in real clients or servers; the platform's documentation does not have it.

        Documentation: https://docs.deso.org/deso-backend/api/access-group-endpoints

        Args:
            access_group_owner_public_key_base58_check: Owner, who signs.
            access_group_public_key_base58_check: Key of the group, another than the owner's.
            access_group_key_name: Name of the group. (at least 1 characters; at most 32 characters)
            min_fee_rate_nanos_per_kb: Fee rate, in nanos per 1,000 bytes. The node raises it to the lowest that the network takes, so 0 will do.
            transaction_fees: Outputs that the transaction is to have besides its own, before the others.
            extra_data: Further keys and texts.
            optional_preceding_transactions: Transactions to count as done when this one is constructed. Nodes refuse any number above 0 unless they are configured to take them.
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return self._client._call(
            _CONSTRUCT_CREATE,
            {},
            {
                "AccessGroupOwnerPublicKeyBase58Check": access_group_owner_public_key_base58_check,
                "AccessGroupPublicKeyBase58Check": access_group_public_key_base58_check,
                "AccessGroupKeyName": access_group_key_name,
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
        access_group_public_key_base58_check: models.PublicKeyBase58Check,
        access_group_key_name: models.OwnAccessGroupKeyName,
        min_fee_rate_nanos_per_kb: models.Uint64 | None | NotGiven = NOT_GIVEN,
        transaction_fees: Sequence[models.TransactionFee | Mapping[str, object]] | None | NotGiven = NOT_GIVEN,
        extra_data: Mapping[str, str] | None | NotGiven = NOT_GIVEN,
        optional_preceding_transactions: Sequence[models.InnerTransaction | Mapping[str, object]]
        | None
        | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.AccessGroupResponse:
        """Construct a transaction that changes an access group.

        Changes the key or the ExtraData of an access group. Takes and answers what create-access-group does. Nothing is written to the chain by this call: it only constructs a transaction, which has to be checked, signed and handed to submit-transaction.

        Observed in real clients or servers; the platform's documentation does not have it.

        Documentation: https://docs.deso.org/deso-backend/api/access-group-endpoints

        Args:
            access_group_owner_public_key_base58_check: Owner, who signs.
            access_group_public_key_base58_check: Key of the group, another than the owner's.
            access_group_key_name: Name of the group. (at least 1 characters; at most 32 characters)
            min_fee_rate_nanos_per_kb: Fee rate, in nanos per 1,000 bytes. The node raises it to the lowest that the network takes, so 0 will do.
            transaction_fees: Outputs that the transaction is to have besides its own, before the others.
            extra_data: Further keys and texts.
            optional_preceding_transactions: Transactions to count as done when this one is constructed. Nodes refuse any number above 0 unless they are configured to take them.
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return self._client._call(
            _CONSTRUCT_UPDATE,
            {},
            {
                "AccessGroupOwnerPublicKeyBase58Check": access_group_owner_public_key_base58_check,
                "AccessGroupPublicKeyBase58Check": access_group_public_key_base58_check,
                "AccessGroupKeyName": access_group_key_name,
                "MinFeeRateNanosPerKB": min_fee_rate_nanos_per_kb,
                "TransactionFees": transaction_fees,
                "ExtraData": extra_data,
                "OptionalPrecedingTransactions": optional_preceding_transactions,
            },
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
    ) -> models.GetAllUserAccessGroupsResponse:
        """Read all access groups of an account.

        Reads the groups that an account owns and those it is a member of. A list that would be empty is left out, so an empty object is a normal answer.

        Observed in real clients or servers; the platform's documentation does not have it.

        Documentation: https://docs.deso.org/deso-backend/api/access-group-endpoints

        Args:
            public_key_base58_check: The account.
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

    def list_owned(
        self,
        *,
        public_key_base58_check: models.PublicKeyBase58Check,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.GetAllUserAccessGroupsResponse:
        """Read the access groups that an account owns.

        Reads the groups that an account owns. A list that would be empty is left out, so an empty object is a normal answer.

        Observed in real clients or servers; the platform's documentation does not have it.

        Documentation: https://docs.deso.org/deso-backend/api/access-group-endpoints

        Args:
            public_key_base58_check: The account.
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return self._client._call(
            _LIST_OWNED,
            {},
            {
                "PublicKeyBase58Check": public_key_base58_check,
            },
            extra_headers,
            extra_query,
            timeout,
        )

    def list_member_only(
        self,
        *,
        public_key_base58_check: models.PublicKeyBase58Check,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.GetAllUserAccessGroupsResponse:
        """Read the access groups that an account is a member of.

        Reads the groups that an account is a member of, without its own. A list that would be empty is left out, so an empty object is a normal answer.

        Observed in real clients or servers; the platform's documentation does not have it.

        Documentation: https://docs.deso.org/deso-backend/api/access-group-endpoints

        Args:
            public_key_base58_check: The account.
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return self._client._call(
            _LIST_MEMBER_ONLY,
            {},
            {
                "PublicKeyBase58Check": public_key_base58_check,
            },
            extra_headers,
            extra_query,
            timeout,
        )

    def get(
        self,
        *,
        access_group_owner_public_key_base58_check: models.PublicKeyBase58Check,
        access_group_key_name: models.AccessGroupKeyName | None | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.AccessGroupEntryResponse:
        """Read one access group.

        Reads a group by owner and name; 404 when there is none.

        Observed in real clients or servers; the platform's documentation does not have it.

        Documentation: https://docs.deso.org/deso-backend/api/access-group-endpoints

        Args:
            access_group_owner_public_key_base58_check: Its owner.
            access_group_key_name: Its name; empty for the base key.
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return self._client._call(
            _GET,
            {},
            {
                "AccessGroupOwnerPublicKeyBase58Check": access_group_owner_public_key_base58_check,
                "AccessGroupKeyName": access_group_key_name,
            },
            extra_headers,
            extra_query,
            timeout,
        )

    def get_bulk(
        self,
        *,
        group_owner_and_group_key_name_pairs: Sequence[models.GroupOwnerAndGroupKeyNamePair | Mapping[str, object]],
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.GetBulkAccessGroupEntriesResponse:
        """Read several access groups.

        Reads groups by owner and name, and says which of them were not found.

        Observed in real clients or servers; the platform's documentation does not have it.

        Documentation: https://docs.deso.org/deso-backend/api/access-group-endpoints

        Args:
            group_owner_and_group_key_name_pairs: Their owners and names.
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return self._client._call(
            _GET_BULK,
            {},
            {
                "GroupOwnerAndGroupKeyNamePairs": group_owner_and_group_key_name_pairs,
            },
            extra_headers,
            extra_query,
            timeout,
        )

    def check_party(
        self,
        *,
        sender_public_key_base58_check: models.PublicKeyBase58Check,
        recipient_public_key_base58_check: models.PublicKeyBase58Check,
        sender_access_group_key_name: models.AccessGroupKeyName | None | NotGiven = NOT_GIVEN,
        recipient_access_group_key_name: models.AccessGroupKeyName | None | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.CheckPartyAccessGroupsResponse:
        """Read the access groups that two parties would use.

        Tells which keys to encrypt to before a direct message is sent. The keys come from the node and cannot be proven: a node that lies about the recipient's key can read the message. A party without the named group has empty strings and false.

        Observed in real clients or servers; the platform's documentation does not have it.

        Documentation: https://docs.deso.org/deso-backend/api/access-group-endpoints

        Args:
            sender_public_key_base58_check: Account that would send.
            recipient_public_key_base58_check: Account that would receive.
            sender_access_group_key_name: Its group; empty for the base key.
            recipient_access_group_key_name: Its group; empty for the base key.
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return self._client._call(
            _CHECK_PARTY,
            {},
            {
                "SenderPublicKeyBase58Check": sender_public_key_base58_check,
                "RecipientPublicKeyBase58Check": recipient_public_key_base58_check,
                "SenderAccessGroupKeyName": sender_access_group_key_name,
                "RecipientAccessGroupKeyName": recipient_access_group_key_name,
            },
            extra_headers,
            extra_query,
            timeout,
        )


class AsyncAccessGroups(AsyncResource):
    """Named keys of accounts, to which messages are encrypted."""

    async def construct_create(
        self,
        *,
        access_group_owner_public_key_base58_check: models.PublicKeyBase58Check,
        access_group_public_key_base58_check: models.PublicKeyBase58Check,
        access_group_key_name: models.OwnAccessGroupKeyName,
        min_fee_rate_nanos_per_kb: models.Uint64 | None | NotGiven = NOT_GIVEN,
        transaction_fees: Sequence[models.TransactionFee | Mapping[str, object]] | None | NotGiven = NOT_GIVEN,
        extra_data: Mapping[str, str] | None | NotGiven = NOT_GIVEN,
        optional_preceding_transactions: Sequence[models.InnerTransaction | Mapping[str, object]]
        | None
        | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.AccessGroupResponse:
        """Construct a transaction that creates an access group.

        An access group is a named key of an account, to which messages can be encrypted. The group key may not be the owner key itself. Nothing is written to the chain by this call: it only constructs a transaction, which has to be checked, signed and handed to submit-transaction.

        Observed in real clients or servers; the platform's documentation does not have it.

        Documentation: https://docs.deso.org/deso-backend/api/access-group-endpoints

        Args:
            access_group_owner_public_key_base58_check: Owner, who signs.
            access_group_public_key_base58_check: Key of the group, another than the owner's.
            access_group_key_name: Name of the group. (at least 1 characters; at most 32 characters)
            min_fee_rate_nanos_per_kb: Fee rate, in nanos per 1,000 bytes. The node raises it to the lowest that the network takes, so 0 will do.
            transaction_fees: Outputs that the transaction is to have besides its own, before the others.
            extra_data: Further keys and texts.
            optional_preceding_transactions: Transactions to count as done when this one is constructed. Nodes refuse any number above 0 unless they are configured to take them.
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return await self._client._call(
            _CONSTRUCT_CREATE,
            {},
            {
                "AccessGroupOwnerPublicKeyBase58Check": access_group_owner_public_key_base58_check,
                "AccessGroupPublicKeyBase58Check": access_group_public_key_base58_check,
                "AccessGroupKeyName": access_group_key_name,
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
        access_group_public_key_base58_check: models.PublicKeyBase58Check,
        access_group_key_name: models.OwnAccessGroupKeyName,
        min_fee_rate_nanos_per_kb: models.Uint64 | None | NotGiven = NOT_GIVEN,
        transaction_fees: Sequence[models.TransactionFee | Mapping[str, object]] | None | NotGiven = NOT_GIVEN,
        extra_data: Mapping[str, str] | None | NotGiven = NOT_GIVEN,
        optional_preceding_transactions: Sequence[models.InnerTransaction | Mapping[str, object]]
        | None
        | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.AccessGroupResponse:
        """Construct a transaction that changes an access group.

        Changes the key or the ExtraData of an access group. Takes and answers what create-access-group does. Nothing is written to the chain by this call: it only constructs a transaction, which has to be checked, signed and handed to submit-transaction.

        Observed in real clients or servers; the platform's documentation does not have it.

        Documentation: https://docs.deso.org/deso-backend/api/access-group-endpoints

        Args:
            access_group_owner_public_key_base58_check: Owner, who signs.
            access_group_public_key_base58_check: Key of the group, another than the owner's.
            access_group_key_name: Name of the group. (at least 1 characters; at most 32 characters)
            min_fee_rate_nanos_per_kb: Fee rate, in nanos per 1,000 bytes. The node raises it to the lowest that the network takes, so 0 will do.
            transaction_fees: Outputs that the transaction is to have besides its own, before the others.
            extra_data: Further keys and texts.
            optional_preceding_transactions: Transactions to count as done when this one is constructed. Nodes refuse any number above 0 unless they are configured to take them.
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return await self._client._call(
            _CONSTRUCT_UPDATE,
            {},
            {
                "AccessGroupOwnerPublicKeyBase58Check": access_group_owner_public_key_base58_check,
                "AccessGroupPublicKeyBase58Check": access_group_public_key_base58_check,
                "AccessGroupKeyName": access_group_key_name,
                "MinFeeRateNanosPerKB": min_fee_rate_nanos_per_kb,
                "TransactionFees": transaction_fees,
                "ExtraData": extra_data,
                "OptionalPrecedingTransactions": optional_preceding_transactions,
            },
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
    ) -> models.GetAllUserAccessGroupsResponse:
        """Read all access groups of an account.

        Reads the groups that an account owns and those it is a member of. A list that would be empty is left out, so an empty object is a normal answer.

        Observed in real clients or servers; the platform's documentation does not have it.

        Documentation: https://docs.deso.org/deso-backend/api/access-group-endpoints

        Args:
            public_key_base58_check: The account.
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

    async def list_owned(
        self,
        *,
        public_key_base58_check: models.PublicKeyBase58Check,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.GetAllUserAccessGroupsResponse:
        """Read the access groups that an account owns.

        Reads the groups that an account owns. A list that would be empty is left out, so an empty object is a normal answer.

        Observed in real clients or servers; the platform's documentation does not have it.

        Documentation: https://docs.deso.org/deso-backend/api/access-group-endpoints

        Args:
            public_key_base58_check: The account.
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return await self._client._call(
            _LIST_OWNED,
            {},
            {
                "PublicKeyBase58Check": public_key_base58_check,
            },
            extra_headers,
            extra_query,
            timeout,
        )

    async def list_member_only(
        self,
        *,
        public_key_base58_check: models.PublicKeyBase58Check,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.GetAllUserAccessGroupsResponse:
        """Read the access groups that an account is a member of.

        Reads the groups that an account is a member of, without its own. A list that would be empty is left out, so an empty object is a normal answer.

        Observed in real clients or servers; the platform's documentation does not have it.

        Documentation: https://docs.deso.org/deso-backend/api/access-group-endpoints

        Args:
            public_key_base58_check: The account.
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return await self._client._call(
            _LIST_MEMBER_ONLY,
            {},
            {
                "PublicKeyBase58Check": public_key_base58_check,
            },
            extra_headers,
            extra_query,
            timeout,
        )

    async def get(
        self,
        *,
        access_group_owner_public_key_base58_check: models.PublicKeyBase58Check,
        access_group_key_name: models.AccessGroupKeyName | None | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.AccessGroupEntryResponse:
        """Read one access group.

        Reads a group by owner and name; 404 when there is none.

        Observed in real clients or servers; the platform's documentation does not have it.

        Documentation: https://docs.deso.org/deso-backend/api/access-group-endpoints

        Args:
            access_group_owner_public_key_base58_check: Its owner.
            access_group_key_name: Its name; empty for the base key.
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return await self._client._call(
            _GET,
            {},
            {
                "AccessGroupOwnerPublicKeyBase58Check": access_group_owner_public_key_base58_check,
                "AccessGroupKeyName": access_group_key_name,
            },
            extra_headers,
            extra_query,
            timeout,
        )

    async def get_bulk(
        self,
        *,
        group_owner_and_group_key_name_pairs: Sequence[models.GroupOwnerAndGroupKeyNamePair | Mapping[str, object]],
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.GetBulkAccessGroupEntriesResponse:
        """Read several access groups.

        Reads groups by owner and name, and says which of them were not found.

        Observed in real clients or servers; the platform's documentation does not have it.

        Documentation: https://docs.deso.org/deso-backend/api/access-group-endpoints

        Args:
            group_owner_and_group_key_name_pairs: Their owners and names.
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return await self._client._call(
            _GET_BULK,
            {},
            {
                "GroupOwnerAndGroupKeyNamePairs": group_owner_and_group_key_name_pairs,
            },
            extra_headers,
            extra_query,
            timeout,
        )

    async def check_party(
        self,
        *,
        sender_public_key_base58_check: models.PublicKeyBase58Check,
        recipient_public_key_base58_check: models.PublicKeyBase58Check,
        sender_access_group_key_name: models.AccessGroupKeyName | None | NotGiven = NOT_GIVEN,
        recipient_access_group_key_name: models.AccessGroupKeyName | None | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.CheckPartyAccessGroupsResponse:
        """Read the access groups that two parties would use.

        Tells which keys to encrypt to before a direct message is sent. The keys come from the node and cannot be proven: a node that lies about the recipient's key can read the message. A party without the named group has empty strings and false.

        Observed in real clients or servers; the platform's documentation does not have it.

        Documentation: https://docs.deso.org/deso-backend/api/access-group-endpoints

        Args:
            sender_public_key_base58_check: Account that would send.
            recipient_public_key_base58_check: Account that would receive.
            sender_access_group_key_name: Its group; empty for the base key.
            recipient_access_group_key_name: Its group; empty for the base key.
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return await self._client._call(
            _CHECK_PARTY,
            {},
            {
                "SenderPublicKeyBase58Check": sender_public_key_base58_check,
                "RecipientPublicKeyBase58Check": recipient_public_key_base58_check,
                "SenderAccessGroupKeyName": sender_access_group_key_name,
                "RecipientAccessGroupKeyName": recipient_access_group_key_name,
            },
            extra_headers,
            extra_query,
            timeout,
        )


class RawAccessGroups:
    """The same calls, giving the answer as it came: status, headers, bytes, and `parse()`."""

    def __init__(self, resource: AccessGroups) -> None:
        self.construct_create = to_raw(resource.construct_create)
        self.construct_update = to_raw(resource.construct_update)
        self.list = to_raw(resource.list)
        self.list_owned = to_raw(resource.list_owned)
        self.list_member_only = to_raw(resource.list_member_only)
        self.get = to_raw(resource.get)
        self.get_bulk = to_raw(resource.get_bulk)
        self.check_party = to_raw(resource.check_party)


class RawAsyncAccessGroups:
    """The same calls, giving the answer as it came: status, headers, bytes, and `parse()`."""

    def __init__(self, resource: AsyncAccessGroups) -> None:
        self.construct_create = to_raw_awaitable(resource.construct_create)
        self.construct_update = to_raw_awaitable(resource.construct_update)
        self.list = to_raw_awaitable(resource.list)
        self.list_owned = to_raw_awaitable(resource.list_owned)
        self.list_member_only = to_raw_awaitable(resource.list_member_only)
        self.get = to_raw_awaitable(resource.get)
        self.get_bulk = to_raw_awaitable(resource.get_bulk)
        self.check_party = to_raw_awaitable(resource.check_party)
