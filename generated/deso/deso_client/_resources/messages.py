# Written by "nox -s generate" from specs/deso.yaml and overrides/deso/overlay.yaml: edit those.
"""The generated calls of `messages`.

Direct messages and group chats.
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

_CONSTRUCT_SEND: Operation[models.SendNewMessageResponse] = Operation(
    id="messages_send",
    method="POST",
    path="/api/v0/send-dm-message",
    body="json",
    request=lambda: models.SendNewMessageRequest,
    result=lambda: models.SendNewMessageResponse,
    security=((),),
    retry=True,
)

_CONSTRUCT_UPDATE: Operation[models.SendNewMessageResponse] = Operation(
    id="messages_update",
    method="POST",
    path="/api/v0/update-dm-message",
    body="json",
    request=lambda: models.UpdateMessageRequest,
    result=lambda: models.SendNewMessageResponse,
    security=((),),
    retry=True,
)

_CONSTRUCT_SEND_GROUP: Operation[models.SendNewMessageResponse] = Operation(
    id="messages_send_group",
    method="POST",
    path="/api/v0/send-group-chat-message",
    body="json",
    request=lambda: models.SendNewMessageRequest,
    result=lambda: models.SendNewMessageResponse,
    security=((),),
    retry=True,
)

_CONSTRUCT_UPDATE_GROUP: Operation[models.SendNewMessageResponse] = Operation(
    id="messages_update_group",
    method="POST",
    path="/api/v0/update-group-chat-message",
    body="json",
    request=lambda: models.UpdateMessageRequest,
    result=lambda: models.SendNewMessageResponse,
    security=((),),
    retry=True,
)

_LIST_THREADS: Operation[models.GetUserMessageThreadsResponse] = Operation(
    id="messages_list_threads",
    method="POST",
    path="/api/v0/get-all-user-message-threads",
    body="json",
    request=lambda: models.GetUserMessageThreadsRequest,
    result=lambda: models.GetUserMessageThreadsResponse,
    security=((),),
    retry=True,
)

_LIST_DM_THREADS: Operation[models.GetUserMessageThreadsResponse] = Operation(
    id="messages_list_dm_threads",
    method="POST",
    path="/api/v0/get-user-dm-threads-ordered-by-timestamp",
    body="json",
    request=lambda: models.GetUserMessageThreadsRequest,
    result=lambda: models.GetUserMessageThreadsResponse,
    security=((),),
    retry=True,
)

_LIST_GROUP_THREADS: Operation[models.GetUserMessageThreadsResponse] = Operation(
    id="messages_list_group_threads",
    method="POST",
    path="/api/v0/get-user-group-chat-threads-ordered-by-timestamp",
    body="json",
    request=lambda: models.GetUserMessageThreadsRequest,
    result=lambda: models.GetUserMessageThreadsResponse,
    security=((),),
    retry=True,
)

_LIST_DM: Operation[models.GetPaginatedMessagesForDmThreadResponse] = Operation(
    id="messages_list_dm",
    method="POST",
    path="/api/v0/get-paginated-messages-for-dm-thread",
    body="json",
    request=lambda: models.GetPaginatedMessagesForDmThreadRequest,
    result=lambda: models.GetPaginatedMessagesForDmThreadResponse,
    security=((),),
    retry=True,
)

_LIST_GROUP: Operation[models.GetPaginatedMessagesForGroupChatThreadResponse] = Operation(
    id="messages_list_group",
    method="POST",
    path="/api/v0/get-paginated-messages-for-group-chat-thread",
    body="json",
    request=lambda: models.GetPaginatedMessagesForGroupChatThreadRequest,
    result=lambda: models.GetPaginatedMessagesForGroupChatThreadResponse,
    security=((),),
    retry=True,
)


class Messages(Resource):
    """Direct messages and group chats."""

    def construct_send(
        self,
        *,
        sender_access_group_owner_public_key_base58_check: models.PublicKeyBase58Check,
        sender_access_group_public_key_base58_check: models.PublicKeyBase58Check,
        recipient_access_group_owner_public_key_base58_check: models.PublicKeyBase58Check,
        recipient_access_group_public_key_base58_check: models.PublicKeyBase58Check,
        encrypted_message_text: models.MessageText,
        sender_access_group_key_name: models.AccessGroupKeyName | None | NotGiven = NOT_GIVEN,
        recipient_access_group_key_name: models.AccessGroupKeyName | None | NotGiven = NOT_GIVEN,
        timestamp_nanos_string: str | None | NotGiven = NOT_GIVEN,
        min_fee_rate_nanos_per_kb: models.Uint64 | None | NotGiven = NOT_GIVEN,
        transaction_fees: Sequence[models.TransactionFee | Mapping[str, object]] | None | NotGiven = NOT_GIVEN,
        extra_data: Mapping[str, str] | None | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.SendNewMessageResponse:
        """Construct a transaction that sends a direct message.

        Sends a message from one account to another. Both access groups have to exist when the transaction is submitted. The message itself has to be hex: the bytes that an encryption gave, or those of a plain text together with ExtraData unencrypted = "1". Nothing is written to the chain by this call: it only constructs a transaction, which has to be checked, signed and handed to submit-transaction.

        Documentation: https://docs.deso.org/deso-backend/construct-transactions/social-transactions-api

        Args:
            sender_access_group_owner_public_key_base58_check: Account that sends, which signs. Documented without the ending Base58Check for some of the four message calls; a node wants it in all.
            sender_access_group_public_key_base58_check: Key of the sender's access group; the owner's own key when the name is empty. Documented without the ending Base58Check for the updates.
            recipient_access_group_owner_public_key_base58_check: Account that receives, or the owner of the group chat. In a direct message another than the sender. Documented without the ending Base58Check for the updates.
            recipient_access_group_public_key_base58_check: Key of the recipient's access group, or of the group chat. Documented without the ending Base58Check for the updates.
            encrypted_message_text: Content as hex. The documentation shows any text, which a node refuses. (at most 20000 characters)
            sender_access_group_key_name: Name of the sender's access group. Leniency: documented as required, yet a node takes it as empty when left out (backend source).
            recipient_access_group_key_name: Name of the recipient's access group, or of the group chat. Documented as RecipientAccessGroupKeyNameName for send-dm-message, a spelling that a node ignores. Leniency: documented as required, yet a node takes it as empty when left out (backend source).
            timestamp_nanos_string: Has no effect here; only updates use it.
            min_fee_rate_nanos_per_kb: Fee rate, in nanos per 1,000 bytes. The node raises it to the lowest that the network takes, so 0 will do. Leniency: documented as required, yet a node does not need it (backend source).
            transaction_fees: Outputs that the transaction is to have besides its own, before the others.
            extra_data: Further keys and texts, such as unencrypted with the value 1.
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return self._client._call(
            _CONSTRUCT_SEND,
            {},
            {
                "SenderAccessGroupOwnerPublicKeyBase58Check": sender_access_group_owner_public_key_base58_check,
                "SenderAccessGroupPublicKeyBase58Check": sender_access_group_public_key_base58_check,
                "RecipientAccessGroupOwnerPublicKeyBase58Check": recipient_access_group_owner_public_key_base58_check,
                "RecipientAccessGroupPublicKeyBase58Check": recipient_access_group_public_key_base58_check,
                "EncryptedMessageText": encrypted_message_text,
                "SenderAccessGroupKeyName": sender_access_group_key_name,
                "RecipientAccessGroupKeyName": recipient_access_group_key_name,
                "TimestampNanosString": timestamp_nanos_string,
                "MinFeeRateNanosPerKB": min_fee_rate_nanos_per_kb,
                "TransactionFees": transaction_fees,
                "ExtraData": extra_data,
            },
            extra_headers,
            extra_query,
            timeout,
        )

    def construct_update(
        self,
        *,
        sender_access_group_owner_public_key_base58_check: models.PublicKeyBase58Check,
        sender_access_group_public_key_base58_check: models.PublicKeyBase58Check,
        recipient_access_group_owner_public_key_base58_check: models.PublicKeyBase58Check,
        recipient_access_group_public_key_base58_check: models.PublicKeyBase58Check,
        encrypted_message_text: models.MessageText,
        timestamp_nanos_string: models.TimestampText,
        sender_access_group_key_name: models.AccessGroupKeyName | None | NotGiven = NOT_GIVEN,
        recipient_access_group_key_name: models.AccessGroupKeyName | None | NotGiven = NOT_GIVEN,
        min_fee_rate_nanos_per_kb: models.Uint64 | None | NotGiven = NOT_GIVEN,
        transaction_fees: Sequence[models.TransactionFee | Mapping[str, object]] | None | NotGiven = NOT_GIVEN,
        extra_data: Mapping[str, str] | None | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.SendNewMessageResponse:
        """Construct a transaction that changes a direct message.

        Replaces the text of a direct message that was sent before. Which message is meant is said by its two groups and TimestampNanosString. "0" there is answered with 200 and an empty body, "" with 400. Nothing is written to the chain by this call: it only constructs a transaction, which has to be checked, signed and handed to submit-transaction.

        Documentation: https://docs.deso.org/deso-backend/construct-transactions/social-transactions-api

        Args:
            sender_access_group_owner_public_key_base58_check: Account that sends, which signs. Documented without the ending Base58Check for some of the four message calls; a node wants it in all.
            sender_access_group_public_key_base58_check: Key of the sender's access group; the owner's own key when the name is empty. Documented without the ending Base58Check for the updates.
            recipient_access_group_owner_public_key_base58_check: Account that receives, or the owner of the group chat. In a direct message another than the sender. Documented without the ending Base58Check for the updates.
            recipient_access_group_public_key_base58_check: Key of the recipient's access group, or of the group chat. Documented without the ending Base58Check for the updates.
            encrypted_message_text: Content as hex. The documentation shows any text, which a node refuses. (at most 20000 characters)
            timestamp_nanos_string: TimestampNanos of the message to change.
            sender_access_group_key_name: Name of the sender's access group. Leniency: documented as required, yet a node takes it as empty when left out (backend source).
            recipient_access_group_key_name: Name of the recipient's access group, or of the group chat. Documented as RecipientAccessGroupKeyNameName for send-dm-message, a spelling that a node ignores. Leniency: documented as required, yet a node takes it as empty when left out (backend source).
            min_fee_rate_nanos_per_kb: Fee rate, in nanos per 1,000 bytes. The node raises it to the lowest that the network takes, so 0 will do.
            transaction_fees: Outputs that the transaction is to have besides its own, before the others.
            extra_data: Further keys and texts, such as unencrypted with the value 1.
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return self._client._call(
            _CONSTRUCT_UPDATE,
            {},
            {
                "SenderAccessGroupOwnerPublicKeyBase58Check": sender_access_group_owner_public_key_base58_check,
                "SenderAccessGroupPublicKeyBase58Check": sender_access_group_public_key_base58_check,
                "RecipientAccessGroupOwnerPublicKeyBase58Check": recipient_access_group_owner_public_key_base58_check,
                "RecipientAccessGroupPublicKeyBase58Check": recipient_access_group_public_key_base58_check,
                "EncryptedMessageText": encrypted_message_text,
                "TimestampNanosString": timestamp_nanos_string,
                "SenderAccessGroupKeyName": sender_access_group_key_name,
                "RecipientAccessGroupKeyName": recipient_access_group_key_name,
                "MinFeeRateNanosPerKB": min_fee_rate_nanos_per_kb,
                "TransactionFees": transaction_fees,
                "ExtraData": extra_data,
            },
            extra_headers,
            extra_query,
            timeout,
        )

    def construct_send_group(
        self,
        *,
        sender_access_group_owner_public_key_base58_check: models.PublicKeyBase58Check,
        sender_access_group_public_key_base58_check: models.PublicKeyBase58Check,
        recipient_access_group_owner_public_key_base58_check: models.PublicKeyBase58Check,
        recipient_access_group_public_key_base58_check: models.PublicKeyBase58Check,
        encrypted_message_text: models.MessageText,
        sender_access_group_key_name: models.AccessGroupKeyName | None | NotGiven = NOT_GIVEN,
        recipient_access_group_key_name: models.AccessGroupKeyName | None | NotGiven = NOT_GIVEN,
        timestamp_nanos_string: str | None | NotGiven = NOT_GIVEN,
        min_fee_rate_nanos_per_kb: models.Uint64 | None | NotGiven = NOT_GIVEN,
        transaction_fees: Sequence[models.TransactionFee | Mapping[str, object]] | None | NotGiven = NOT_GIVEN,
        extra_data: Mapping[str, str] | None | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.SendNewMessageResponse:
        """Construct a transaction that sends a message to a group chat.

        Sends a message to an access group. The recipient is the group: its owner, its key and its name. The sender has to be the owner or a member. Both access groups have to exist when the transaction is submitted. The message itself has to be hex: the bytes that an encryption gave, or those of a plain text together with ExtraData unencrypted = "1". Nothing is written to the chain by this call: it only constructs a transaction, which has to be checked, signed and handed to submit-transaction.

        Documentation: https://docs.deso.org/deso-backend/construct-transactions/social-transactions-api

        Args:
            sender_access_group_owner_public_key_base58_check: Account that sends, which signs. Documented without the ending Base58Check for some of the four message calls; a node wants it in all.
            sender_access_group_public_key_base58_check: Key of the sender's access group; the owner's own key when the name is empty. Documented without the ending Base58Check for the updates.
            recipient_access_group_owner_public_key_base58_check: Account that receives, or the owner of the group chat. In a direct message another than the sender. Documented without the ending Base58Check for the updates.
            recipient_access_group_public_key_base58_check: Key of the recipient's access group, or of the group chat. Documented without the ending Base58Check for the updates.
            encrypted_message_text: Content as hex. The documentation shows any text, which a node refuses. (at most 20000 characters)
            sender_access_group_key_name: Name of the sender's access group. Leniency: documented as required, yet a node takes it as empty when left out (backend source).
            recipient_access_group_key_name: Name of the recipient's access group, or of the group chat. Documented as RecipientAccessGroupKeyNameName for send-dm-message, a spelling that a node ignores. Leniency: documented as required, yet a node takes it as empty when left out (backend source).
            timestamp_nanos_string: Has no effect here; only updates use it.
            min_fee_rate_nanos_per_kb: Fee rate, in nanos per 1,000 bytes. The node raises it to the lowest that the network takes, so 0 will do. Leniency: documented as required, yet a node does not need it (backend source).
            transaction_fees: Outputs that the transaction is to have besides its own, before the others.
            extra_data: Further keys and texts, such as unencrypted with the value 1.
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return self._client._call(
            _CONSTRUCT_SEND_GROUP,
            {},
            {
                "SenderAccessGroupOwnerPublicKeyBase58Check": sender_access_group_owner_public_key_base58_check,
                "SenderAccessGroupPublicKeyBase58Check": sender_access_group_public_key_base58_check,
                "RecipientAccessGroupOwnerPublicKeyBase58Check": recipient_access_group_owner_public_key_base58_check,
                "RecipientAccessGroupPublicKeyBase58Check": recipient_access_group_public_key_base58_check,
                "EncryptedMessageText": encrypted_message_text,
                "SenderAccessGroupKeyName": sender_access_group_key_name,
                "RecipientAccessGroupKeyName": recipient_access_group_key_name,
                "TimestampNanosString": timestamp_nanos_string,
                "MinFeeRateNanosPerKB": min_fee_rate_nanos_per_kb,
                "TransactionFees": transaction_fees,
                "ExtraData": extra_data,
            },
            extra_headers,
            extra_query,
            timeout,
        )

    def construct_update_group(
        self,
        *,
        sender_access_group_owner_public_key_base58_check: models.PublicKeyBase58Check,
        sender_access_group_public_key_base58_check: models.PublicKeyBase58Check,
        recipient_access_group_owner_public_key_base58_check: models.PublicKeyBase58Check,
        recipient_access_group_public_key_base58_check: models.PublicKeyBase58Check,
        encrypted_message_text: models.MessageText,
        timestamp_nanos_string: models.TimestampText,
        sender_access_group_key_name: models.AccessGroupKeyName | None | NotGiven = NOT_GIVEN,
        recipient_access_group_key_name: models.AccessGroupKeyName | None | NotGiven = NOT_GIVEN,
        min_fee_rate_nanos_per_kb: models.Uint64 | None | NotGiven = NOT_GIVEN,
        transaction_fees: Sequence[models.TransactionFee | Mapping[str, object]] | None | NotGiven = NOT_GIVEN,
        extra_data: Mapping[str, str] | None | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.SendNewMessageResponse:
        """Construct a transaction that changes a message in a group chat.

        Replaces the text of a message that was sent to a group before. Which message is meant is said by its two groups and TimestampNanosString. "0" there is answered with 200 and an empty body, "" with 400. Nothing is written to the chain by this call: it only constructs a transaction, which has to be checked, signed and handed to submit-transaction.

        Documentation: https://docs.deso.org/deso-backend/construct-transactions/social-transactions-api

        Args:
            sender_access_group_owner_public_key_base58_check: Account that sends, which signs. Documented without the ending Base58Check for some of the four message calls; a node wants it in all.
            sender_access_group_public_key_base58_check: Key of the sender's access group; the owner's own key when the name is empty. Documented without the ending Base58Check for the updates.
            recipient_access_group_owner_public_key_base58_check: Account that receives, or the owner of the group chat. In a direct message another than the sender. Documented without the ending Base58Check for the updates.
            recipient_access_group_public_key_base58_check: Key of the recipient's access group, or of the group chat. Documented without the ending Base58Check for the updates.
            encrypted_message_text: Content as hex. The documentation shows any text, which a node refuses. (at most 20000 characters)
            timestamp_nanos_string: TimestampNanos of the message to change.
            sender_access_group_key_name: Name of the sender's access group. Leniency: documented as required, yet a node takes it as empty when left out (backend source).
            recipient_access_group_key_name: Name of the recipient's access group, or of the group chat. Documented as RecipientAccessGroupKeyNameName for send-dm-message, a spelling that a node ignores. Leniency: documented as required, yet a node takes it as empty when left out (backend source).
            min_fee_rate_nanos_per_kb: Fee rate, in nanos per 1,000 bytes. The node raises it to the lowest that the network takes, so 0 will do.
            transaction_fees: Outputs that the transaction is to have besides its own, before the others.
            extra_data: Further keys and texts, such as unencrypted with the value 1.
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return self._client._call(
            _CONSTRUCT_UPDATE_GROUP,
            {},
            {
                "SenderAccessGroupOwnerPublicKeyBase58Check": sender_access_group_owner_public_key_base58_check,
                "SenderAccessGroupPublicKeyBase58Check": sender_access_group_public_key_base58_check,
                "RecipientAccessGroupOwnerPublicKeyBase58Check": recipient_access_group_owner_public_key_base58_check,
                "RecipientAccessGroupPublicKeyBase58Check": recipient_access_group_public_key_base58_check,
                "EncryptedMessageText": encrypted_message_text,
                "TimestampNanosString": timestamp_nanos_string,
                "SenderAccessGroupKeyName": sender_access_group_key_name,
                "RecipientAccessGroupKeyName": recipient_access_group_key_name,
                "MinFeeRateNanosPerKB": min_fee_rate_nanos_per_kb,
                "TransactionFees": transaction_fees,
                "ExtraData": extra_data,
            },
            extra_headers,
            extra_query,
            timeout,
        )

    def list_threads(
        self,
        *,
        user_public_key_base58_check: models.PublicKeyBase58Check,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.GetUserMessageThreadsResponse:
        """Read all message threads of an account.

        Reads the direct and the group threads of an account, newest first. Each thread is represented by its newest message. MessageThreads is null when there are none.

        Observed in real clients or servers; the platform's documentation does not have it.

        Documentation: https://docs.deso.org/deso-backend/api/messages-endpoints

        Args:
            user_public_key_base58_check: The account.
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return self._client._call(
            _LIST_THREADS,
            {},
            {
                "UserPublicKeyBase58Check": user_public_key_base58_check,
            },
            extra_headers,
            extra_query,
            timeout,
        )

    def list_dm_threads(
        self,
        *,
        user_public_key_base58_check: models.PublicKeyBase58Check,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.GetUserMessageThreadsResponse:
        """Read the direct message threads of an account.

        Reads the direct threads of an account, newest first. Each thread is represented by its newest message. MessageThreads is null when there are none.

        Observed in real clients or servers; the platform's documentation does not have it.

        Documentation: https://docs.deso.org/deso-backend/api/messages-endpoints

        Args:
            user_public_key_base58_check: The account.
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return self._client._call(
            _LIST_DM_THREADS,
            {},
            {
                "UserPublicKeyBase58Check": user_public_key_base58_check,
            },
            extra_headers,
            extra_query,
            timeout,
        )

    def list_group_threads(
        self,
        *,
        user_public_key_base58_check: models.PublicKeyBase58Check,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.GetUserMessageThreadsResponse:
        """Read the group threads of an account.

        Reads the group threads of an account, newest first. Each thread is represented by its newest message. MessageThreads is null when there are none.

        Observed in real clients or servers; the platform's documentation does not have it.

        Documentation: https://docs.deso.org/deso-backend/api/messages-endpoints

        Args:
            user_public_key_base58_check: The account.
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return self._client._call(
            _LIST_GROUP_THREADS,
            {},
            {
                "UserPublicKeyBase58Check": user_public_key_base58_check,
            },
            extra_headers,
            extra_query,
            timeout,
        )

    def list_dm(
        self,
        *,
        user_group_owner_public_key_base58_check: models.PublicKeyBase58Check,
        party_group_owner_public_key_base58_check: models.PublicKeyBase58Check,
        max_messages_to_fetch: models.PageLength,
        user_group_key_name: models.AccessGroupKeyName | None | NotGiven = NOT_GIVEN,
        party_group_key_name: models.AccessGroupKeyName | None | NotGiven = NOT_GIVEN,
        start_timestamp: models.Uint64 | None | NotGiven = NOT_GIVEN,
        start_timestamp_string: models.OptionalTimestampText | None | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.GetPaginatedMessagesForDmThreadResponse:
        """Read a page of a direct message thread.

        Reads messages between two accounts that are older than a moment, newest first. For the next page pass the TimestampNanosString of the last message. StartTimestampString wins over StartTimestamp; prefer it, for it survives JSON readers that use doubles.

        Observed in real clients or servers; the platform's documentation does not have it.

        Documentation: https://docs.deso.org/deso-backend/api/messages-endpoints

        Args:
            user_group_owner_public_key_base58_check: One account.
            party_group_owner_public_key_base58_check: The other account.
            max_messages_to_fetch: How many messages to return at most. (at least 1; at most 9223372036854775807)
            user_group_key_name: Its access group.
            party_group_key_name: Its access group.
            start_timestamp: Moment before which to read, in nanoseconds since 1970, when there is no StartTimestampString.
            start_timestamp_string: The same as text; wins.
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return self._client._call(
            _LIST_DM,
            {},
            {
                "UserGroupOwnerPublicKeyBase58Check": user_group_owner_public_key_base58_check,
                "PartyGroupOwnerPublicKeyBase58Check": party_group_owner_public_key_base58_check,
                "MaxMessagesToFetch": max_messages_to_fetch,
                "UserGroupKeyName": user_group_key_name,
                "PartyGroupKeyName": party_group_key_name,
                "StartTimestamp": start_timestamp,
                "StartTimestampString": start_timestamp_string,
            },
            extra_headers,
            extra_query,
            timeout,
        )

    def list_group(
        self,
        *,
        user_public_key_base58_check: models.PublicKeyBase58Check,
        access_group_key_name: models.AccessGroupKeyName,
        max_messages_to_fetch: models.PageLength,
        start_timestamp: models.Uint64 | None | NotGiven = NOT_GIVEN,
        start_timestamp_string: models.OptionalTimestampText | None | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.GetPaginatedMessagesForGroupChatThreadResponse:
        """Read a page of a group thread.

        Reads messages of a group that are older than a moment, newest first. UserPublicKeyBase58Check is the key of the group's owner, despite its name.

        Observed in real clients or servers; the platform's documentation does not have it.

        Documentation: https://docs.deso.org/deso-backend/api/messages-endpoints

        Args:
            user_public_key_base58_check: Owner of the group, despite the name.
            access_group_key_name: The group. (at most 32 characters)
            max_messages_to_fetch: How many messages to return at most. (at least 1; at most 9223372036854775807)
            start_timestamp: Moment before which to read, in nanoseconds since 1970, when there is no StartTimestampString.
            start_timestamp_string: The same as text; wins.
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return self._client._call(
            _LIST_GROUP,
            {},
            {
                "UserPublicKeyBase58Check": user_public_key_base58_check,
                "AccessGroupKeyName": access_group_key_name,
                "MaxMessagesToFetch": max_messages_to_fetch,
                "StartTimestamp": start_timestamp,
                "StartTimestampString": start_timestamp_string,
            },
            extra_headers,
            extra_query,
            timeout,
        )


class AsyncMessages(AsyncResource):
    """Direct messages and group chats."""

    async def construct_send(
        self,
        *,
        sender_access_group_owner_public_key_base58_check: models.PublicKeyBase58Check,
        sender_access_group_public_key_base58_check: models.PublicKeyBase58Check,
        recipient_access_group_owner_public_key_base58_check: models.PublicKeyBase58Check,
        recipient_access_group_public_key_base58_check: models.PublicKeyBase58Check,
        encrypted_message_text: models.MessageText,
        sender_access_group_key_name: models.AccessGroupKeyName | None | NotGiven = NOT_GIVEN,
        recipient_access_group_key_name: models.AccessGroupKeyName | None | NotGiven = NOT_GIVEN,
        timestamp_nanos_string: str | None | NotGiven = NOT_GIVEN,
        min_fee_rate_nanos_per_kb: models.Uint64 | None | NotGiven = NOT_GIVEN,
        transaction_fees: Sequence[models.TransactionFee | Mapping[str, object]] | None | NotGiven = NOT_GIVEN,
        extra_data: Mapping[str, str] | None | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.SendNewMessageResponse:
        """Construct a transaction that sends a direct message.

        Sends a message from one account to another. Both access groups have to exist when the transaction is submitted. The message itself has to be hex: the bytes that an encryption gave, or those of a plain text together with ExtraData unencrypted = "1". Nothing is written to the chain by this call: it only constructs a transaction, which has to be checked, signed and handed to submit-transaction.

        Documentation: https://docs.deso.org/deso-backend/construct-transactions/social-transactions-api

        Args:
            sender_access_group_owner_public_key_base58_check: Account that sends, which signs. Documented without the ending Base58Check for some of the four message calls; a node wants it in all.
            sender_access_group_public_key_base58_check: Key of the sender's access group; the owner's own key when the name is empty. Documented without the ending Base58Check for the updates.
            recipient_access_group_owner_public_key_base58_check: Account that receives, or the owner of the group chat. In a direct message another than the sender. Documented without the ending Base58Check for the updates.
            recipient_access_group_public_key_base58_check: Key of the recipient's access group, or of the group chat. Documented without the ending Base58Check for the updates.
            encrypted_message_text: Content as hex. The documentation shows any text, which a node refuses. (at most 20000 characters)
            sender_access_group_key_name: Name of the sender's access group. Leniency: documented as required, yet a node takes it as empty when left out (backend source).
            recipient_access_group_key_name: Name of the recipient's access group, or of the group chat. Documented as RecipientAccessGroupKeyNameName for send-dm-message, a spelling that a node ignores. Leniency: documented as required, yet a node takes it as empty when left out (backend source).
            timestamp_nanos_string: Has no effect here; only updates use it.
            min_fee_rate_nanos_per_kb: Fee rate, in nanos per 1,000 bytes. The node raises it to the lowest that the network takes, so 0 will do. Leniency: documented as required, yet a node does not need it (backend source).
            transaction_fees: Outputs that the transaction is to have besides its own, before the others.
            extra_data: Further keys and texts, such as unencrypted with the value 1.
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return await self._client._call(
            _CONSTRUCT_SEND,
            {},
            {
                "SenderAccessGroupOwnerPublicKeyBase58Check": sender_access_group_owner_public_key_base58_check,
                "SenderAccessGroupPublicKeyBase58Check": sender_access_group_public_key_base58_check,
                "RecipientAccessGroupOwnerPublicKeyBase58Check": recipient_access_group_owner_public_key_base58_check,
                "RecipientAccessGroupPublicKeyBase58Check": recipient_access_group_public_key_base58_check,
                "EncryptedMessageText": encrypted_message_text,
                "SenderAccessGroupKeyName": sender_access_group_key_name,
                "RecipientAccessGroupKeyName": recipient_access_group_key_name,
                "TimestampNanosString": timestamp_nanos_string,
                "MinFeeRateNanosPerKB": min_fee_rate_nanos_per_kb,
                "TransactionFees": transaction_fees,
                "ExtraData": extra_data,
            },
            extra_headers,
            extra_query,
            timeout,
        )

    async def construct_update(
        self,
        *,
        sender_access_group_owner_public_key_base58_check: models.PublicKeyBase58Check,
        sender_access_group_public_key_base58_check: models.PublicKeyBase58Check,
        recipient_access_group_owner_public_key_base58_check: models.PublicKeyBase58Check,
        recipient_access_group_public_key_base58_check: models.PublicKeyBase58Check,
        encrypted_message_text: models.MessageText,
        timestamp_nanos_string: models.TimestampText,
        sender_access_group_key_name: models.AccessGroupKeyName | None | NotGiven = NOT_GIVEN,
        recipient_access_group_key_name: models.AccessGroupKeyName | None | NotGiven = NOT_GIVEN,
        min_fee_rate_nanos_per_kb: models.Uint64 | None | NotGiven = NOT_GIVEN,
        transaction_fees: Sequence[models.TransactionFee | Mapping[str, object]] | None | NotGiven = NOT_GIVEN,
        extra_data: Mapping[str, str] | None | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.SendNewMessageResponse:
        """Construct a transaction that changes a direct message.

        Replaces the text of a direct message that was sent before. Which message is meant is said by its two groups and TimestampNanosString. "0" there is answered with 200 and an empty body, "" with 400. Nothing is written to the chain by this call: it only constructs a transaction, which has to be checked, signed and handed to submit-transaction.

        Documentation: https://docs.deso.org/deso-backend/construct-transactions/social-transactions-api

        Args:
            sender_access_group_owner_public_key_base58_check: Account that sends, which signs. Documented without the ending Base58Check for some of the four message calls; a node wants it in all.
            sender_access_group_public_key_base58_check: Key of the sender's access group; the owner's own key when the name is empty. Documented without the ending Base58Check for the updates.
            recipient_access_group_owner_public_key_base58_check: Account that receives, or the owner of the group chat. In a direct message another than the sender. Documented without the ending Base58Check for the updates.
            recipient_access_group_public_key_base58_check: Key of the recipient's access group, or of the group chat. Documented without the ending Base58Check for the updates.
            encrypted_message_text: Content as hex. The documentation shows any text, which a node refuses. (at most 20000 characters)
            timestamp_nanos_string: TimestampNanos of the message to change.
            sender_access_group_key_name: Name of the sender's access group. Leniency: documented as required, yet a node takes it as empty when left out (backend source).
            recipient_access_group_key_name: Name of the recipient's access group, or of the group chat. Documented as RecipientAccessGroupKeyNameName for send-dm-message, a spelling that a node ignores. Leniency: documented as required, yet a node takes it as empty when left out (backend source).
            min_fee_rate_nanos_per_kb: Fee rate, in nanos per 1,000 bytes. The node raises it to the lowest that the network takes, so 0 will do.
            transaction_fees: Outputs that the transaction is to have besides its own, before the others.
            extra_data: Further keys and texts, such as unencrypted with the value 1.
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return await self._client._call(
            _CONSTRUCT_UPDATE,
            {},
            {
                "SenderAccessGroupOwnerPublicKeyBase58Check": sender_access_group_owner_public_key_base58_check,
                "SenderAccessGroupPublicKeyBase58Check": sender_access_group_public_key_base58_check,
                "RecipientAccessGroupOwnerPublicKeyBase58Check": recipient_access_group_owner_public_key_base58_check,
                "RecipientAccessGroupPublicKeyBase58Check": recipient_access_group_public_key_base58_check,
                "EncryptedMessageText": encrypted_message_text,
                "TimestampNanosString": timestamp_nanos_string,
                "SenderAccessGroupKeyName": sender_access_group_key_name,
                "RecipientAccessGroupKeyName": recipient_access_group_key_name,
                "MinFeeRateNanosPerKB": min_fee_rate_nanos_per_kb,
                "TransactionFees": transaction_fees,
                "ExtraData": extra_data,
            },
            extra_headers,
            extra_query,
            timeout,
        )

    async def construct_send_group(
        self,
        *,
        sender_access_group_owner_public_key_base58_check: models.PublicKeyBase58Check,
        sender_access_group_public_key_base58_check: models.PublicKeyBase58Check,
        recipient_access_group_owner_public_key_base58_check: models.PublicKeyBase58Check,
        recipient_access_group_public_key_base58_check: models.PublicKeyBase58Check,
        encrypted_message_text: models.MessageText,
        sender_access_group_key_name: models.AccessGroupKeyName | None | NotGiven = NOT_GIVEN,
        recipient_access_group_key_name: models.AccessGroupKeyName | None | NotGiven = NOT_GIVEN,
        timestamp_nanos_string: str | None | NotGiven = NOT_GIVEN,
        min_fee_rate_nanos_per_kb: models.Uint64 | None | NotGiven = NOT_GIVEN,
        transaction_fees: Sequence[models.TransactionFee | Mapping[str, object]] | None | NotGiven = NOT_GIVEN,
        extra_data: Mapping[str, str] | None | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.SendNewMessageResponse:
        """Construct a transaction that sends a message to a group chat.

        Sends a message to an access group. The recipient is the group: its owner, its key and its name. The sender has to be the owner or a member. Both access groups have to exist when the transaction is submitted. The message itself has to be hex: the bytes that an encryption gave, or those of a plain text together with ExtraData unencrypted = "1". Nothing is written to the chain by this call: it only constructs a transaction, which has to be checked, signed and handed to submit-transaction.

        Documentation: https://docs.deso.org/deso-backend/construct-transactions/social-transactions-api

        Args:
            sender_access_group_owner_public_key_base58_check: Account that sends, which signs. Documented without the ending Base58Check for some of the four message calls; a node wants it in all.
            sender_access_group_public_key_base58_check: Key of the sender's access group; the owner's own key when the name is empty. Documented without the ending Base58Check for the updates.
            recipient_access_group_owner_public_key_base58_check: Account that receives, or the owner of the group chat. In a direct message another than the sender. Documented without the ending Base58Check for the updates.
            recipient_access_group_public_key_base58_check: Key of the recipient's access group, or of the group chat. Documented without the ending Base58Check for the updates.
            encrypted_message_text: Content as hex. The documentation shows any text, which a node refuses. (at most 20000 characters)
            sender_access_group_key_name: Name of the sender's access group. Leniency: documented as required, yet a node takes it as empty when left out (backend source).
            recipient_access_group_key_name: Name of the recipient's access group, or of the group chat. Documented as RecipientAccessGroupKeyNameName for send-dm-message, a spelling that a node ignores. Leniency: documented as required, yet a node takes it as empty when left out (backend source).
            timestamp_nanos_string: Has no effect here; only updates use it.
            min_fee_rate_nanos_per_kb: Fee rate, in nanos per 1,000 bytes. The node raises it to the lowest that the network takes, so 0 will do. Leniency: documented as required, yet a node does not need it (backend source).
            transaction_fees: Outputs that the transaction is to have besides its own, before the others.
            extra_data: Further keys and texts, such as unencrypted with the value 1.
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return await self._client._call(
            _CONSTRUCT_SEND_GROUP,
            {},
            {
                "SenderAccessGroupOwnerPublicKeyBase58Check": sender_access_group_owner_public_key_base58_check,
                "SenderAccessGroupPublicKeyBase58Check": sender_access_group_public_key_base58_check,
                "RecipientAccessGroupOwnerPublicKeyBase58Check": recipient_access_group_owner_public_key_base58_check,
                "RecipientAccessGroupPublicKeyBase58Check": recipient_access_group_public_key_base58_check,
                "EncryptedMessageText": encrypted_message_text,
                "SenderAccessGroupKeyName": sender_access_group_key_name,
                "RecipientAccessGroupKeyName": recipient_access_group_key_name,
                "TimestampNanosString": timestamp_nanos_string,
                "MinFeeRateNanosPerKB": min_fee_rate_nanos_per_kb,
                "TransactionFees": transaction_fees,
                "ExtraData": extra_data,
            },
            extra_headers,
            extra_query,
            timeout,
        )

    async def construct_update_group(
        self,
        *,
        sender_access_group_owner_public_key_base58_check: models.PublicKeyBase58Check,
        sender_access_group_public_key_base58_check: models.PublicKeyBase58Check,
        recipient_access_group_owner_public_key_base58_check: models.PublicKeyBase58Check,
        recipient_access_group_public_key_base58_check: models.PublicKeyBase58Check,
        encrypted_message_text: models.MessageText,
        timestamp_nanos_string: models.TimestampText,
        sender_access_group_key_name: models.AccessGroupKeyName | None | NotGiven = NOT_GIVEN,
        recipient_access_group_key_name: models.AccessGroupKeyName | None | NotGiven = NOT_GIVEN,
        min_fee_rate_nanos_per_kb: models.Uint64 | None | NotGiven = NOT_GIVEN,
        transaction_fees: Sequence[models.TransactionFee | Mapping[str, object]] | None | NotGiven = NOT_GIVEN,
        extra_data: Mapping[str, str] | None | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.SendNewMessageResponse:
        """Construct a transaction that changes a message in a group chat.

        Replaces the text of a message that was sent to a group before. Which message is meant is said by its two groups and TimestampNanosString. "0" there is answered with 200 and an empty body, "" with 400. Nothing is written to the chain by this call: it only constructs a transaction, which has to be checked, signed and handed to submit-transaction.

        Documentation: https://docs.deso.org/deso-backend/construct-transactions/social-transactions-api

        Args:
            sender_access_group_owner_public_key_base58_check: Account that sends, which signs. Documented without the ending Base58Check for some of the four message calls; a node wants it in all.
            sender_access_group_public_key_base58_check: Key of the sender's access group; the owner's own key when the name is empty. Documented without the ending Base58Check for the updates.
            recipient_access_group_owner_public_key_base58_check: Account that receives, or the owner of the group chat. In a direct message another than the sender. Documented without the ending Base58Check for the updates.
            recipient_access_group_public_key_base58_check: Key of the recipient's access group, or of the group chat. Documented without the ending Base58Check for the updates.
            encrypted_message_text: Content as hex. The documentation shows any text, which a node refuses. (at most 20000 characters)
            timestamp_nanos_string: TimestampNanos of the message to change.
            sender_access_group_key_name: Name of the sender's access group. Leniency: documented as required, yet a node takes it as empty when left out (backend source).
            recipient_access_group_key_name: Name of the recipient's access group, or of the group chat. Documented as RecipientAccessGroupKeyNameName for send-dm-message, a spelling that a node ignores. Leniency: documented as required, yet a node takes it as empty when left out (backend source).
            min_fee_rate_nanos_per_kb: Fee rate, in nanos per 1,000 bytes. The node raises it to the lowest that the network takes, so 0 will do.
            transaction_fees: Outputs that the transaction is to have besides its own, before the others.
            extra_data: Further keys and texts, such as unencrypted with the value 1.
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return await self._client._call(
            _CONSTRUCT_UPDATE_GROUP,
            {},
            {
                "SenderAccessGroupOwnerPublicKeyBase58Check": sender_access_group_owner_public_key_base58_check,
                "SenderAccessGroupPublicKeyBase58Check": sender_access_group_public_key_base58_check,
                "RecipientAccessGroupOwnerPublicKeyBase58Check": recipient_access_group_owner_public_key_base58_check,
                "RecipientAccessGroupPublicKeyBase58Check": recipient_access_group_public_key_base58_check,
                "EncryptedMessageText": encrypted_message_text,
                "TimestampNanosString": timestamp_nanos_string,
                "SenderAccessGroupKeyName": sender_access_group_key_name,
                "RecipientAccessGroupKeyName": recipient_access_group_key_name,
                "MinFeeRateNanosPerKB": min_fee_rate_nanos_per_kb,
                "TransactionFees": transaction_fees,
                "ExtraData": extra_data,
            },
            extra_headers,
            extra_query,
            timeout,
        )

    async def list_threads(
        self,
        *,
        user_public_key_base58_check: models.PublicKeyBase58Check,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.GetUserMessageThreadsResponse:
        """Read all message threads of an account.

        Reads the direct and the group threads of an account, newest first. Each thread is represented by its newest message. MessageThreads is null when there are none.

        Observed in real clients or servers; the platform's documentation does not have it.

        Documentation: https://docs.deso.org/deso-backend/api/messages-endpoints

        Args:
            user_public_key_base58_check: The account.
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return await self._client._call(
            _LIST_THREADS,
            {},
            {
                "UserPublicKeyBase58Check": user_public_key_base58_check,
            },
            extra_headers,
            extra_query,
            timeout,
        )

    async def list_dm_threads(
        self,
        *,
        user_public_key_base58_check: models.PublicKeyBase58Check,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.GetUserMessageThreadsResponse:
        """Read the direct message threads of an account.

        Reads the direct threads of an account, newest first. Each thread is represented by its newest message. MessageThreads is null when there are none.

        Observed in real clients or servers; the platform's documentation does not have it.

        Documentation: https://docs.deso.org/deso-backend/api/messages-endpoints

        Args:
            user_public_key_base58_check: The account.
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return await self._client._call(
            _LIST_DM_THREADS,
            {},
            {
                "UserPublicKeyBase58Check": user_public_key_base58_check,
            },
            extra_headers,
            extra_query,
            timeout,
        )

    async def list_group_threads(
        self,
        *,
        user_public_key_base58_check: models.PublicKeyBase58Check,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.GetUserMessageThreadsResponse:
        """Read the group threads of an account.

        Reads the group threads of an account, newest first. Each thread is represented by its newest message. MessageThreads is null when there are none.

        Observed in real clients or servers; the platform's documentation does not have it.

        Documentation: https://docs.deso.org/deso-backend/api/messages-endpoints

        Args:
            user_public_key_base58_check: The account.
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return await self._client._call(
            _LIST_GROUP_THREADS,
            {},
            {
                "UserPublicKeyBase58Check": user_public_key_base58_check,
            },
            extra_headers,
            extra_query,
            timeout,
        )

    async def list_dm(
        self,
        *,
        user_group_owner_public_key_base58_check: models.PublicKeyBase58Check,
        party_group_owner_public_key_base58_check: models.PublicKeyBase58Check,
        max_messages_to_fetch: models.PageLength,
        user_group_key_name: models.AccessGroupKeyName | None | NotGiven = NOT_GIVEN,
        party_group_key_name: models.AccessGroupKeyName | None | NotGiven = NOT_GIVEN,
        start_timestamp: models.Uint64 | None | NotGiven = NOT_GIVEN,
        start_timestamp_string: models.OptionalTimestampText | None | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.GetPaginatedMessagesForDmThreadResponse:
        """Read a page of a direct message thread.

        Reads messages between two accounts that are older than a moment, newest first. For the next page pass the TimestampNanosString of the last message. StartTimestampString wins over StartTimestamp; prefer it, for it survives JSON readers that use doubles.

        Observed in real clients or servers; the platform's documentation does not have it.

        Documentation: https://docs.deso.org/deso-backend/api/messages-endpoints

        Args:
            user_group_owner_public_key_base58_check: One account.
            party_group_owner_public_key_base58_check: The other account.
            max_messages_to_fetch: How many messages to return at most. (at least 1; at most 9223372036854775807)
            user_group_key_name: Its access group.
            party_group_key_name: Its access group.
            start_timestamp: Moment before which to read, in nanoseconds since 1970, when there is no StartTimestampString.
            start_timestamp_string: The same as text; wins.
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return await self._client._call(
            _LIST_DM,
            {},
            {
                "UserGroupOwnerPublicKeyBase58Check": user_group_owner_public_key_base58_check,
                "PartyGroupOwnerPublicKeyBase58Check": party_group_owner_public_key_base58_check,
                "MaxMessagesToFetch": max_messages_to_fetch,
                "UserGroupKeyName": user_group_key_name,
                "PartyGroupKeyName": party_group_key_name,
                "StartTimestamp": start_timestamp,
                "StartTimestampString": start_timestamp_string,
            },
            extra_headers,
            extra_query,
            timeout,
        )

    async def list_group(
        self,
        *,
        user_public_key_base58_check: models.PublicKeyBase58Check,
        access_group_key_name: models.AccessGroupKeyName,
        max_messages_to_fetch: models.PageLength,
        start_timestamp: models.Uint64 | None | NotGiven = NOT_GIVEN,
        start_timestamp_string: models.OptionalTimestampText | None | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.GetPaginatedMessagesForGroupChatThreadResponse:
        """Read a page of a group thread.

        Reads messages of a group that are older than a moment, newest first. UserPublicKeyBase58Check is the key of the group's owner, despite its name.

        Observed in real clients or servers; the platform's documentation does not have it.

        Documentation: https://docs.deso.org/deso-backend/api/messages-endpoints

        Args:
            user_public_key_base58_check: Owner of the group, despite the name.
            access_group_key_name: The group. (at most 32 characters)
            max_messages_to_fetch: How many messages to return at most. (at least 1; at most 9223372036854775807)
            start_timestamp: Moment before which to read, in nanoseconds since 1970, when there is no StartTimestampString.
            start_timestamp_string: The same as text; wins.
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return await self._client._call(
            _LIST_GROUP,
            {},
            {
                "UserPublicKeyBase58Check": user_public_key_base58_check,
                "AccessGroupKeyName": access_group_key_name,
                "MaxMessagesToFetch": max_messages_to_fetch,
                "StartTimestamp": start_timestamp,
                "StartTimestampString": start_timestamp_string,
            },
            extra_headers,
            extra_query,
            timeout,
        )


class RawMessages:
    """The same calls, giving the answer as it came: status, headers, bytes, and `parse()`."""

    def __init__(self, resource: Messages) -> None:
        self.construct_send = to_raw(resource.construct_send)
        self.construct_update = to_raw(resource.construct_update)
        self.construct_send_group = to_raw(resource.construct_send_group)
        self.construct_update_group = to_raw(resource.construct_update_group)
        self.list_threads = to_raw(resource.list_threads)
        self.list_dm_threads = to_raw(resource.list_dm_threads)
        self.list_group_threads = to_raw(resource.list_group_threads)
        self.list_dm = to_raw(resource.list_dm)
        self.list_group = to_raw(resource.list_group)


class RawAsyncMessages:
    """The same calls, giving the answer as it came: status, headers, bytes, and `parse()`."""

    def __init__(self, resource: AsyncMessages) -> None:
        self.construct_send = to_raw_awaitable(resource.construct_send)
        self.construct_update = to_raw_awaitable(resource.construct_update)
        self.construct_send_group = to_raw_awaitable(resource.construct_send_group)
        self.construct_update_group = to_raw_awaitable(resource.construct_update_group)
        self.list_threads = to_raw_awaitable(resource.list_threads)
        self.list_dm_threads = to_raw_awaitable(resource.list_dm_threads)
        self.list_group_threads = to_raw_awaitable(resource.list_group_threads)
        self.list_dm = to_raw_awaitable(resource.list_dm)
        self.list_group = to_raw_awaitable(resource.list_group)
