"""What no generator knows of messages: encrypted and sent in one call, and threads that are read decrypted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, Unpack, overload

from .._async_groups import both_ends, chat_key
from .._async_writing import WriteOptions, write, writer
from .._core._async_paging import AsyncPage, AsyncPager
from .._core.operation import Operation
from .._core.paginator import AsyncPaginator, async_pages
from .._core.paging import Arguments, IdBoundedPaging, Paging
from .._resources.messages import _CONSTRUCT_SEND, _CONSTRUCT_SEND_GROUP, _CONSTRUCT_UPDATE, _CONSTRUCT_UPDATE_GROUP
from .._resources.messages import AsyncMessages as Generated
from ..keys import PublicKey
from ..messages import DEFAULT_GROUP, GroupKey, encrypt_message
from ..results import DraftTransaction, Message, SubmittedMessage
from ..threads import DirectReader, GroupReader, own_group_key

_AHEAD_NANOS = 3600 * 10**9
"""Threads are read from an hour ahead of this machine's clock on: other clocks may be ahead."""


@dataclass(frozen=True, slots=True)
class _Page:
    items: list[Message]


# Newest first. A short page is not taken for the last one: nobody promises how many messages a node gives at once.
_PAGING: Paging[Message] = Paging(
    IdBoundedPaging(argument="before", key=("timestamp_nanos",)), items=("items",), key=("timestamp_nanos",)
)


class AsyncMessages(Generated):
    """Direct messages and group chats."""

    @overload
    async def send(
        self,
        to: str,
        text: str,
        *,
        dry_run: Literal[False] = False,
        group: str | None = DEFAULT_GROUP,
        key: PublicKey | None = None,
        my_group: str | None = DEFAULT_GROUP,
        extra_data: Mapping[str, str] | None = None,
        **options: Unpack[WriteOptions],
    ) -> SubmittedMessage: ...
    @overload
    async def send(
        self,
        to: str,
        text: str,
        *,
        dry_run: Literal[True],
        group: str | None = DEFAULT_GROUP,
        key: PublicKey | None = None,
        my_group: str | None = DEFAULT_GROUP,
        extra_data: Mapping[str, str] | None = None,
        **options: Unpack[WriteOptions],
    ) -> DraftTransaction: ...
    async def send(
        self,
        to: str,
        text: str,
        *,
        dry_run: bool = False,
        group: str | None = DEFAULT_GROUP,
        key: PublicKey | None = None,
        my_group: str | None = DEFAULT_GROUP,
        extra_data: Mapping[str, str] | None = None,
        **options: Unpack[WriteOptions],
    ) -> DraftTransaction | SubmittedMessage:
        """Send a direct message: encrypt, construct, verify, sign and submit. ``construct_send`` only constructs.

        **The key of the recipient's group comes from the node, unless you give it or it was seen before, and nobody can
        prove it: a node that lies reads the message.** The result's ``group_keys`` say where it comes from.

        Documentation: https://docs.deso.org/deso-backend/construct-transactions/social-transactions-api

        Args:
            to: The account that receives, as address.
            text: The text. Encrypted it has at most 10,000 bytes, 113 more than as UTF-8.
            group: The recipient's access group; None for the key of the account itself, which its address proves and no
                node can forge.
            key: The public key of that group, when you have it from its owner.
            my_group: Your own access group; None for your account's own key.
            extra_data: Further keys and texts, which everybody can read.
            dry_run: Stop before signing, and return the decoded transaction with what the node chose.
            options: Fee rate, fee outputs, policy, waiting and timeout: see ``WriteOptions``.

        Returns:
            The message; its ``timestamp_nanos`` is needed to change it.

        Raises:
            TransactionMismatch: The bytes are not what was asked for. Nothing was signed.
            AccessGroupKeyChanged: The node tells another key for a group than the one that is known.
            UnknownAccessGroup: Neither you nor the node know a key of the group; for your own, create it first.
            RuleError: The node refused to construct or to accept the transaction; ``rule`` has the rule's name.
            UnsettledSubmissionError: It was submitted, and its fate is unknown.
            SubmissionMismatch: The node says that it accepted another transaction.
            ConfigurationError: The client has no signer.
        """
        return await self._direct(_CONSTRUCT_SEND, to, text, group, key, my_group, extra_data, None, dry_run, options)

    @overload
    async def update(
        self,
        to: str,
        text: str,
        *,
        dry_run: Literal[False] = False,
        timestamp_nanos: int,
        group: str | None = DEFAULT_GROUP,
        key: PublicKey | None = None,
        my_group: str | None = DEFAULT_GROUP,
        extra_data: Mapping[str, str] | None = None,
        **options: Unpack[WriteOptions],
    ) -> SubmittedMessage: ...
    @overload
    async def update(
        self,
        to: str,
        text: str,
        *,
        dry_run: Literal[True],
        timestamp_nanos: int,
        group: str | None = DEFAULT_GROUP,
        key: PublicKey | None = None,
        my_group: str | None = DEFAULT_GROUP,
        extra_data: Mapping[str, str] | None = None,
        **options: Unpack[WriteOptions],
    ) -> DraftTransaction: ...
    async def update(
        self,
        to: str,
        text: str,
        *,
        dry_run: bool = False,
        timestamp_nanos: int,
        group: str | None = DEFAULT_GROUP,
        key: PublicKey | None = None,
        my_group: str | None = DEFAULT_GROUP,
        extra_data: Mapping[str, str] | None = None,
        **options: Unpack[WriteOptions],
    ) -> DraftTransaction | SubmittedMessage:
        """Change a direct message that this account sent, as ``send`` writes one. ``construct_update`` only constructs.

        **The key of the recipient's group comes from the node, unless you give it or it was seen before, and nobody can
        prove it: a node that lies reads the message.** The result's ``group_keys`` say where it comes from.

        Documentation: https://docs.deso.org/deso-backend/construct-transactions/social-transactions-api

        Args:
            to: The account that received it, as address.
            text: The text. Encrypted it has at most 10,000 bytes, 113 more than as UTF-8.
            timestamp_nanos: Which message: see ``SubmittedMessage`` and ``Message``.
            group: The recipient's access group; None for the key of the account itself, which its address proves and no
                node can forge.
            key: The public key of that group, when you have it from its owner.
            my_group: Your own access group; None for your account's own key.
            extra_data: Further keys and texts, which everybody can read.
            dry_run: Stop before signing, and return the decoded transaction with what the node chose.
            options: Fee rate, fee outputs, policy, waiting and timeout: see ``WriteOptions``.

        Raises:
            TransactionMismatch: The bytes are not what was asked for. Nothing was signed.
            AccessGroupKeyChanged: The node tells another key for a group than the one that is known.
            UnknownAccessGroup: Neither you nor the node know a key of the group; for your own, create it first.
            RuleError: The node refused to construct or to accept the transaction; ``rule`` has the rule's name.
            UnsettledSubmissionError: It was submitted, and its fate is unknown.
            SubmissionMismatch: The node says that it accepted another transaction.
            ConfigurationError: The client has no signer.
        """
        return await self._direct(
            _CONSTRUCT_UPDATE, to, text, group, key, my_group, extra_data, timestamp_nanos, dry_run, options
        )

    @overload
    async def send_group(
        self,
        owner: str,
        group: str,
        text: str,
        *,
        dry_run: Literal[False] = False,
        my_group: str | None = DEFAULT_GROUP,
        extra_data: Mapping[str, str] | None = None,
        **options: Unpack[WriteOptions],
    ) -> SubmittedMessage: ...
    @overload
    async def send_group(
        self,
        owner: str,
        group: str,
        text: str,
        *,
        dry_run: Literal[True],
        my_group: str | None = DEFAULT_GROUP,
        extra_data: Mapping[str, str] | None = None,
        **options: Unpack[WriteOptions],
    ) -> DraftTransaction: ...
    async def send_group(
        self,
        owner: str,
        group: str,
        text: str,
        *,
        dry_run: bool = False,
        my_group: str | None = DEFAULT_GROUP,
        extra_data: Mapping[str, str] | None = None,
        **options: Unpack[WriteOptions],
    ) -> DraftTransaction | SubmittedMessage:
        """Send a message to a group chat: encrypt, construct, verify, sign and submit.

        The chat's key is derived when the account owns the chat; else it is the one that its owner encrypted for this
        account, as the node tells it. **A node that lies about it at the first use reads the message**; the result's
        ``group_keys`` say where it comes from. ``construct_send_group`` only constructs.

        Documentation: https://docs.deso.org/deso-backend/construct-transactions/social-transactions-api

        Args:
            owner: The account that owns the group chat, as address.
            group: The name of the chat's access group.
            text: The text. Encrypted it has at most 10,000 bytes, 113 more than as UTF-8.
            my_group: Your own access group; None for your account's own key.
            extra_data: Further keys and texts, which everybody can read.
            dry_run: Stop before signing, and return the decoded transaction with what the node chose.
            options: Fee rate, fee outputs, policy, waiting and timeout: see ``WriteOptions``.

        Returns:
            The message; its ``timestamp_nanos`` is needed to change it.

        Raises:
            TransactionMismatch: The bytes are not what was asked for. Nothing was signed.
            AccessGroupKeyChanged: The chat's key is not the one that is known.
            UnknownAccessGroup: The account is no member of the chat.
            RuleError: The node refused to construct or to accept the transaction; ``rule`` has the rule's name.
            UnsettledSubmissionError: It was submitted, and its fate is unknown.
            SubmissionMismatch: The node says that it accepted another transaction.
            ConfigurationError: The client has no signer.
        """
        return await self._chat(_CONSTRUCT_SEND_GROUP, owner, group, text, my_group, extra_data, None, dry_run, options)

    @overload
    async def update_group(
        self,
        owner: str,
        group: str,
        text: str,
        *,
        dry_run: Literal[False] = False,
        timestamp_nanos: int,
        my_group: str | None = DEFAULT_GROUP,
        extra_data: Mapping[str, str] | None = None,
        **options: Unpack[WriteOptions],
    ) -> SubmittedMessage: ...
    @overload
    async def update_group(
        self,
        owner: str,
        group: str,
        text: str,
        *,
        dry_run: Literal[True],
        timestamp_nanos: int,
        my_group: str | None = DEFAULT_GROUP,
        extra_data: Mapping[str, str] | None = None,
        **options: Unpack[WriteOptions],
    ) -> DraftTransaction: ...
    async def update_group(
        self,
        owner: str,
        group: str,
        text: str,
        *,
        dry_run: bool = False,
        timestamp_nanos: int,
        my_group: str | None = DEFAULT_GROUP,
        extra_data: Mapping[str, str] | None = None,
        **options: Unpack[WriteOptions],
    ) -> DraftTransaction | SubmittedMessage:
        """Change a message that this account sent to a group chat, as ``send_group`` writes one.

        ``construct_update_group`` only constructs.

        Documentation: https://docs.deso.org/deso-backend/construct-transactions/social-transactions-api

        Args:
            owner: The account that owns the group chat, as address.
            group: The name of the chat's access group.
            text: The text. Encrypted it has at most 10,000 bytes, 113 more than as UTF-8.
            timestamp_nanos: Which message: see ``SubmittedMessage`` and ``Message``.
            my_group: Your own access group; None for your account's own key.
            extra_data: Further keys and texts, which everybody can read.
            dry_run: Stop before signing, and return the decoded transaction with what the node chose.
            options: Fee rate, fee outputs, policy, waiting and timeout: see ``WriteOptions``.

        Raises:
            TransactionMismatch: The bytes are not what was asked for. Nothing was signed.
            AccessGroupKeyChanged: The chat's key is not the one that is known.
            UnknownAccessGroup: The account is no member of the chat.
            RuleError: The node refused to construct or to accept the transaction; ``rule`` has the rule's name.
            UnsettledSubmissionError: It was submitted, and its fate is unknown.
            SubmissionMismatch: The node says that it accepted another transaction.
            ConfigurationError: The client has no signer.
        """
        return await self._chat(
            _CONSTRUCT_UPDATE_GROUP, owner, group, text, my_group, extra_data, timestamp_nanos, dry_run, options
        )

    def thread(
        self,
        party: str,
        *,
        group: str | None = DEFAULT_GROUP,
        key: PublicKey | None = None,
        my_group: str | None = DEFAULT_GROUP,
        before: int | None = None,
        page_size: int = 50,
    ) -> AsyncPaginator[Message]:
        """The direct messages between this account and another one, decrypted, newest first.

        Awaiting gives the first page, iterating goes on to the end of the thread. A message that cannot be read, or
        must not be believed, has a ``problem`` in place of its text. ``list_dm`` gives the same messages as they are.

        Args:
            party: The other account, as address.
            group: Its access group; None for its own key.
            key: The public key of that group, when you have it from its owner.
            my_group: Your own access group; None for your account's own key.
            before: Only messages older than this, in nanoseconds since 1970.
            page_size: How many messages are asked for at once.

        Raises:
            ConfigurationError: The client has no signer, or cannot derive the private key of ``my_group``.
            AddressError: ``party`` is no address of the network.
        """
        client = writer(self._client)
        account, other = client.account, PublicKey.from_address(party, client._network)
        reader = DirectReader(account, client._trust, other, group or None, my_group or None, key)
        account.group_key(my_group)  # what cannot be derived is said here, not in every message

        async def fetch(asked: Arguments) -> _Page:
            answer = await self.list_dm(
                user_group_owner_public_key_base58_check=account.address,
                user_group_key_name=my_group or "",
                party_group_owner_public_key_base58_check=party,
                party_group_key_name=group or "",
                start_timestamp_string=str(asked["before"]),
                max_messages_to_fetch=page_size,
            )
            return _Page([reader.read(entry) for entry in answer.thread_messages or ()])

        async def start() -> AsyncPage[Message]:
            return await AsyncPager(fetch, _PAGING).page({"before": self._start(before)})

        return async_pages(start)

    def thread_group(
        self, owner: str, group: str, *, before: int | None = None, page_size: int = 50
    ) -> AsyncPaginator[Message]:
        """The messages of a group chat, decrypted, newest first, for its owner and members. See ``thread``.

        Every member of a chat can write in the name of any other: encryption shows that a member wrote a message, and
        only the transaction's signature, which a node does not hand out here, shows which.

        Args:
            owner: The account that owns the group chat, as address.
            group: The name of the chat's access group.
            before: Only messages older than this, in nanoseconds since 1970.
            page_size: How many messages are asked for at once.

        Raises:
            ConfigurationError: The client has no signer, or cannot derive the private key that it is a member with.
            UnknownAccessGroup: The account is no member of the chat.
            AccessGroupKeyChanged: The chat's key is not the one that is known.
            AddressError: ``owner`` is no address of the network.
        """
        client = writer(self._client)
        account, holder = client.account, PublicKey.from_address(owner, client._network)

        async def start() -> AsyncPage[Message]:
            secret, _ = await chat_key(client, holder, group)
            reader = GroupReader(account, client._trust, holder, group, secret)

            async def fetch(asked: Arguments) -> _Page:
                answer = await self.list_group(
                    user_public_key_base58_check=owner,
                    access_group_key_name=group,
                    start_timestamp_string=str(asked["before"]),
                    max_messages_to_fetch=page_size,
                )
                return _Page([reader.read(entry) for entry in answer.group_chat_messages or ()])

            return await AsyncPager(fetch, _PAGING).page({"before": self._start(before)})

        return async_pages(start)

    def _start(self, before: int | None) -> int:
        return int(self._client._settings.runtime.time() * 10**9) + _AHEAD_NANOS if before is None else before

    async def _direct(
        self, operation: Operation[Any], to: str, text: str, group: str | None, key: PublicKey | None,
        my_group: str | None, extra_data: Mapping[str, str] | None, timestamp_nanos: int | None, dry_run: bool,
        options: WriteOptions,
    ) -> DraftTransaction | SubmittedMessage:  # fmt: skip
        client = writer(self._client)
        party = PublicKey.from_address(to, client._network)
        mine, theirs = await both_ends(client, party, group, my_group, key)
        return await self._write(operation, mine, my_group, theirs, text, extra_data, timestamp_nanos, dry_run, options)

    async def _chat(
        self, operation: Operation[Any], owner: str, group: str, text: str, my_group: str | None,
        extra_data: Mapping[str, str] | None, timestamp_nanos: int | None, dry_run: bool, options: WriteOptions,
    ) -> DraftTransaction | SubmittedMessage:  # fmt: skip
        client = writer(self._client)
        _, chat = await chat_key(client, PublicKey.from_address(owner, client._network), group)
        mine = own_group_key(client.account, my_group, None).public_key
        return await self._write(operation, mine, my_group, chat, text, extra_data, timestamp_nanos, dry_run, options)

    async def _write(
        self, operation: Operation[Any], mine: PublicKey, my_group: str | None, theirs: GroupKey, text: str,
        extra_data: Mapping[str, str] | None, timestamp_nanos: int | None, dry_run: bool, options: WriteOptions,
    ) -> DraftTransaction | SubmittedMessage:  # fmt: skip
        client = writer(self._client)
        network = client._network
        request = {
            "SenderAccessGroupOwnerPublicKeyBase58Check": client.account.address,
            "SenderAccessGroupPublicKeyBase58Check": mine.address(network),
            "SenderAccessGroupKeyName": my_group or "",
            "RecipientAccessGroupOwnerPublicKeyBase58Check": theirs.owner.address(network),
            "RecipientAccessGroupPublicKeyBase58Check": theirs.public_key.address(network),
            "RecipientAccessGroupKeyName": theirs.group or "",
            "EncryptedMessageText": encrypt_message(client.account.group_key(my_group), theirs.public_key, text),
            "TimestampNanosString": None if timestamp_nanos is None else str(timestamp_nanos),
            "ExtraData": extra_data,
        }
        return await write(
            client, operation, request, options, dry_run=dry_run, kind=SubmittedMessage, group_keys=(theirs,)
        )
