# Copied from overrides/deso/resources/async_access_group_members.py by "nox -s generate": edit it there.
"""What no generator knows of the members of group chats: their keys, and the chat's key encrypted for each of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal, Unpack, overload

from .._async_groups import member_keys
from .._async_writing import WriteOptions, write, writer
from .._core.operation import Operation
from .._resources.access_group_members import _CONSTRUCT_ADD, _CONSTRUCT_REMOVE, _CONSTRUCT_UPDATE
from .._resources.access_group_members import AsyncAccessGroupMembers as Generated
from ..keys import PublicKey
from ..messages import DEFAULT_GROUP, encrypt_member_key
from ..results import DraftTransaction, SubmittedTransaction


class AsyncAccessGroupMembers(Generated):
    """Members of group chats."""

    @overload
    async def add(
        self,
        access_group_key_name: str,
        members: Sequence[str],
        *,
        dry_run: Literal[False] = False,
        member_group: str | None = DEFAULT_GROUP,
        keys: Mapping[str, PublicKey] | None = None,
        extra_data: Mapping[str, str] | None = None,
        **options: Unpack[WriteOptions],
    ) -> SubmittedTransaction: ...
    @overload
    async def add(
        self,
        access_group_key_name: str,
        members: Sequence[str],
        *,
        dry_run: Literal[True],
        member_group: str | None = DEFAULT_GROUP,
        keys: Mapping[str, PublicKey] | None = None,
        extra_data: Mapping[str, str] | None = None,
        **options: Unpack[WriteOptions],
    ) -> DraftTransaction: ...
    async def add(
        self,
        access_group_key_name: str,
        members: Sequence[str],
        *,
        dry_run: bool = False,
        member_group: str | None = DEFAULT_GROUP,
        keys: Mapping[str, PublicKey] | None = None,
        extra_data: Mapping[str, str] | None = None,
        **options: Unpack[WriteOptions],
    ) -> DraftTransaction | SubmittedTransaction:
        """Add members to a group chat: encrypt its key for each, construct, verify, sign and submit.

        **The keys of the members come from the node, unless you give them or they were seen before, and nobody can
        prove them: a node that lies reads the chat.** The result's ``group_keys`` say where each comes from.
        ``construct_add`` only constructs.

        Documentation: https://docs.deso.org/deso-backend/construct-transactions/access-groups-api

        Args:
            access_group_key_name: The name of the account's own group.
            members: The accounts, as addresses.
            member_group: The access group of the members; None for their accounts' own keys.
            keys: Public keys of these groups by address, as far as you have them from their owners.
            extra_data: Further keys and texts, of the transaction.
            dry_run: Stop before signing, and return the decoded transaction with what the node chose.
            options: Fee rate, fee outputs, policy, waiting and timeout: see ``WriteOptions``.

        Raises:
            TransactionMismatch: The bytes are not what was asked for. Nothing was signed.
            AccessGroupKeyChanged: The node tells another key for a group than the one that is known.
            UnknownAccessGroup: Neither you nor the node know a key of a member's group.
            RuleError: The node refused to construct or to accept the transaction; ``rule`` has the rule's name.
            UnsettledSubmissionError: It was submitted, and its fate is unknown.
            SubmissionMismatch: The node says that it accepted another transaction.
            ConfigurationError: The client has no signer.
        """
        return await self._write(
            _CONSTRUCT_ADD, access_group_key_name, members, member_group, keys, extra_data, dry_run, options
        )

    @overload
    async def update(
        self,
        access_group_key_name: str,
        members: Sequence[str],
        *,
        dry_run: Literal[False] = False,
        member_group: str | None = DEFAULT_GROUP,
        keys: Mapping[str, PublicKey] | None = None,
        extra_data: Mapping[str, str] | None = None,
        **options: Unpack[WriteOptions],
    ) -> SubmittedTransaction: ...
    @overload
    async def update(
        self,
        access_group_key_name: str,
        members: Sequence[str],
        *,
        dry_run: Literal[True],
        member_group: str | None = DEFAULT_GROUP,
        keys: Mapping[str, PublicKey] | None = None,
        extra_data: Mapping[str, str] | None = None,
        **options: Unpack[WriteOptions],
    ) -> DraftTransaction: ...
    async def update(
        self,
        access_group_key_name: str,
        members: Sequence[str],
        *,
        dry_run: bool = False,
        member_group: str | None = DEFAULT_GROUP,
        keys: Mapping[str, PublicKey] | None = None,
        extra_data: Mapping[str, str] | None = None,
        **options: Unpack[WriteOptions],
    ) -> DraftTransaction | SubmittedTransaction:
        """Encrypt the key of a group chat anew for members that it has: construct, verify, sign and submit.

        **The keys of the members come from the node, unless you give them or they were seen before, and nobody can
        prove them: a node that lies reads the chat.** The result's ``group_keys`` say where each comes from.
        ``construct_update`` only constructs.

        Documentation: https://docs.deso.org/deso-backend/construct-transactions/access-groups-api

        Args:
            access_group_key_name: The name of the account's own group.
            members: The accounts, as addresses.
            member_group: The access group of the members; None for their accounts' own keys.
            keys: Public keys of these groups by address, as far as you have them from their owners.
            extra_data: Further keys and texts, of the transaction.
            dry_run: Stop before signing, and return the decoded transaction with what the node chose.
            options: Fee rate, fee outputs, policy, waiting and timeout: see ``WriteOptions``.

        Raises:
            TransactionMismatch: The bytes are not what was asked for. Nothing was signed.
            AccessGroupKeyChanged: The node tells another key for a group than the one that is known.
            UnknownAccessGroup: Neither you nor the node know a key of a member's group.
            RuleError: The node refused to construct or to accept the transaction; ``rule`` has the rule's name.
            UnsettledSubmissionError: It was submitted, and its fate is unknown.
            SubmissionMismatch: The node says that it accepted another transaction.
            ConfigurationError: The client has no signer.
        """
        return await self._write(
            _CONSTRUCT_UPDATE, access_group_key_name, members, member_group, keys, extra_data, dry_run, options
        )

    @overload
    async def remove(
        self,
        access_group_key_name: str,
        members: Sequence[str],
        *,
        dry_run: Literal[False] = False,
        member_group: str | None = DEFAULT_GROUP,
        extra_data: Mapping[str, str] | None = None,
        **options: Unpack[WriteOptions],
    ) -> SubmittedTransaction: ...
    @overload
    async def remove(
        self,
        access_group_key_name: str,
        members: Sequence[str],
        *,
        dry_run: Literal[True],
        member_group: str | None = DEFAULT_GROUP,
        extra_data: Mapping[str, str] | None = None,
        **options: Unpack[WriteOptions],
    ) -> DraftTransaction: ...
    async def remove(
        self,
        access_group_key_name: str,
        members: Sequence[str],
        *,
        dry_run: bool = False,
        member_group: str | None = DEFAULT_GROUP,
        extra_data: Mapping[str, str] | None = None,
        **options: Unpack[WriteOptions],
    ) -> DraftTransaction | SubmittedTransaction:
        """Remove members from a group chat: construct, verify, sign and submit. ``construct_remove`` only constructs.

        Who was a member keeps the chat's key: for what they shall not read, make another group.

        Documentation: https://docs.deso.org/deso-backend/construct-transactions/access-groups-api

        Args:
            access_group_key_name: The name of the account's own group.
            members: The accounts, as addresses.
            member_group: The access group of the members; None for their accounts' own keys.
            extra_data: Further keys and texts, of the transaction.
            dry_run: Stop before signing, and return the decoded transaction with what the node chose.
            options: Fee rate, fee outputs, policy, waiting and timeout: see ``WriteOptions``.

        Raises:
            TransactionMismatch: The bytes are not what was asked for. Nothing was signed.
            RuleError: The node refused to construct or to accept the transaction; ``rule`` has the rule's name.
            UnsettledSubmissionError: It was submitted, and its fate is unknown.
            SubmissionMismatch: The node says that it accepted another transaction.
            ConfigurationError: The client has no signer.
        """
        client = writer(self._client)
        addresses = [PublicKey.from_address(each, client._network).address(client._network) for each in members]
        listed = [_member(each, member_group, "") for each in addresses]
        request = self._request(access_group_key_name, listed, extra_data)
        return await write(client, _CONSTRUCT_REMOVE, request, options, dry_run=dry_run, kind=SubmittedTransaction)

    async def _write(
        self, operation: Operation[Any], name: str, members: Sequence[str], member_group: str | None,
        keys: Mapping[str, PublicKey] | None, extra_data: Mapping[str, str] | None, dry_run: bool,
        options: WriteOptions,
    ) -> DraftTransaction | SubmittedTransaction:  # fmt: skip
        client = writer(self._client)
        network = client._network
        given = {PublicKey.from_address(address, network): key for address, key in (keys or {}).items()}
        found = await member_keys(client, [PublicKey.from_address(m, network) for m in members], member_group, given)
        secret = client.account.group_key(name)
        listed = [
            _member(each.owner.address(network), member_group, encrypt_member_key(secret, each.public_key))
            for each in found
        ]
        request = self._request(name, listed, extra_data)
        return await write(
            client, operation, request, options, dry_run=dry_run, kind=SubmittedTransaction, group_keys=tuple(found)
        )

    def _request(
        self, name: str, members: Sequence[Mapping[str, str]], extra_data: Mapping[str, str] | None
    ) -> dict[str, Any]:
        return {
            "AccessGroupOwnerPublicKeyBase58Check": writer(self._client).account.address,
            "AccessGroupKeyName": name,
            "AccessGroupMemberList": members,
            "ExtraData": extra_data,
        }


def _member(address: str, group: str | None, encrypted_key: str) -> dict[str, str]:
    return {
        "AccessGroupMemberPublicKeyBase58Check": address,
        "AccessGroupMemberKeyName": group or "",
        "EncryptedKey": encrypted_key,
    }
