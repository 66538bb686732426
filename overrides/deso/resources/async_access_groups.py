"""What no generator knows of access groups: creating one in one call, with a key that can be derived again."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, Unpack, overload

from .._async_writing import WriteOptions, write, writer
from .._core.operation import Operation
from .._resources.access_groups import _CONSTRUCT_CREATE, _CONSTRUCT_UPDATE
from .._resources.access_groups import AsyncAccessGroups as Generated
from ..keys import PublicKey
from ..messages import DEFAULT_GROUP
from ..results import DraftTransaction, SubmittedTransaction


class AsyncAccessGroups(Generated):
    """Named keys of accounts, to which messages are encrypted."""

    @overload
    async def create(
        self,
        access_group_key_name: str = DEFAULT_GROUP,
        *,
        dry_run: Literal[False] = False,
        public_key: PublicKey | None = None,
        extra_data: Mapping[str, str] | None = None,
        **options: Unpack[WriteOptions],
    ) -> SubmittedTransaction: ...
    @overload
    async def create(
        self,
        access_group_key_name: str = DEFAULT_GROUP,
        *,
        dry_run: Literal[True],
        public_key: PublicKey | None = None,
        extra_data: Mapping[str, str] | None = None,
        **options: Unpack[WriteOptions],
    ) -> DraftTransaction: ...
    async def create(
        self,
        access_group_key_name: str = DEFAULT_GROUP,
        *,
        dry_run: bool = False,
        public_key: PublicKey | None = None,
        extra_data: Mapping[str, str] | None = None,
        **options: Unpack[WriteOptions],
    ) -> DraftTransaction | SubmittedTransaction:
        """Create an access group: construct, verify, sign and submit. ``construct_create`` only constructs.

        Without a name it is the group for direct messages, which every account needs once.

        Documentation: https://docs.deso.org/deso-backend/construct-transactions/access-groups-api

        Args:
            access_group_key_name: The group's name, 1 to 32 bytes.
            public_key: The group's public key; by default that of the key which follows from the account's own and the
                group's name, so that it need not be stored.
            extra_data: Further keys and texts.
            dry_run: Stop before signing, and return the decoded transaction with what the node chose.
            options: Fee rate, fee outputs, policy, waiting and timeout: see ``WriteOptions``.

        Raises:
            TransactionMismatch: The bytes are not what was asked for. Nothing was signed.
            RuleError: The node refused to construct or to accept the transaction; ``rule`` has the rule's name.
            UnsettledSubmissionError: It was submitted, and its fate is unknown.
            SubmissionMismatch: The node says that it accepted another transaction.
            ConfigurationError: The client has no signer.
        """
        return await self._write(_CONSTRUCT_CREATE, access_group_key_name, public_key, extra_data, dry_run, options)

    @overload
    async def update(
        self,
        access_group_key_name: str,
        *,
        dry_run: Literal[False] = False,
        public_key: PublicKey | None = None,
        extra_data: Mapping[str, str] | None = None,
        **options: Unpack[WriteOptions],
    ) -> SubmittedTransaction: ...
    @overload
    async def update(
        self,
        access_group_key_name: str,
        *,
        dry_run: Literal[True],
        public_key: PublicKey | None = None,
        extra_data: Mapping[str, str] | None = None,
        **options: Unpack[WriteOptions],
    ) -> DraftTransaction: ...
    async def update(
        self,
        access_group_key_name: str,
        *,
        dry_run: bool = False,
        public_key: PublicKey | None = None,
        extra_data: Mapping[str, str] | None = None,
        **options: Unpack[WriteOptions],
    ) -> DraftTransaction | SubmittedTransaction:
        """Change the key or the extra data of an access group: construct, verify, sign and submit.

        ``construct_update`` only constructs.

        Documentation: https://docs.deso.org/deso-backend/construct-transactions/access-groups-api

        Args:
            access_group_key_name: The group's name, 1 to 32 bytes.
            public_key: The group's public key; by default that of the key which follows from the account's own and the
                group's name, so that it need not be stored.
            extra_data: Further keys and texts.
            dry_run: Stop before signing, and return the decoded transaction with what the node chose.
            options: Fee rate, fee outputs, policy, waiting and timeout: see ``WriteOptions``.

        Raises:
            TransactionMismatch: The bytes are not what was asked for. Nothing was signed.
            RuleError: The node refused to construct or to accept the transaction; ``rule`` has the rule's name.
            UnsettledSubmissionError: It was submitted, and its fate is unknown.
            SubmissionMismatch: The node says that it accepted another transaction.
            ConfigurationError: The client has no signer.
        """
        return await self._write(_CONSTRUCT_UPDATE, access_group_key_name, public_key, extra_data, dry_run, options)

    async def _write(
        self, operation: Operation[Any], name: str, key: PublicKey | None, extra_data: Mapping[str, str] | None,
        dry_run: bool, options: WriteOptions,
    ) -> DraftTransaction | SubmittedTransaction:  # fmt: skip
        client = writer(self._client)
        key = client.account.group_key(name).public_key if key is None else key
        request = {
            "AccessGroupOwnerPublicKeyBase58Check": client.account.address,
            "AccessGroupPublicKeyBase58Check": key.address(client._network),
            "AccessGroupKeyName": name,
            "ExtraData": extra_data,
        }
        return await write(client, operation, request, options, dry_run=dry_run, kind=SubmittedTransaction)
