"""What no generator knows of follows: following in one call."""

from __future__ import annotations

from typing import Literal, Unpack, overload

from .._async_writing import WriteOptions, write, writer
from .._resources.follows import _CONSTRUCT_CREATE
from .._resources.follows import AsyncFollows as Generated
from ..results import DraftTransaction, SubmittedTransaction


class AsyncFollows(Generated):
    """Who follows whom."""

    @overload
    async def create(
        self,
        followed_public_key_base58_check: str,
        *,
        dry_run: Literal[False] = False,
        is_unfollow: bool = False,
        **options: Unpack[WriteOptions],
    ) -> SubmittedTransaction: ...
    @overload
    async def create(
        self,
        followed_public_key_base58_check: str,
        *,
        dry_run: Literal[True],
        is_unfollow: bool = False,
        **options: Unpack[WriteOptions],
    ) -> DraftTransaction: ...
    async def create(
        self,
        followed_public_key_base58_check: str,
        *,
        dry_run: bool = False,
        is_unfollow: bool = False,
        **options: Unpack[WriteOptions],
    ) -> DraftTransaction | SubmittedTransaction:
        """Follow an account, or cease to: construct, verify, sign and submit. ``construct_create`` only constructs.

        Documentation: https://docs.deso.org/deso-backend/construct-transactions/social-transactions-api

        Args:
            followed_public_key_base58_check: Whom to follow.
            is_unfollow: Whether to cease to follow.
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
        request = {
            "FollowerPublicKeyBase58Check": client.account.address,
            "FollowedPublicKeyBase58Check": followed_public_key_base58_check,
            "IsUnfollow": is_unfollow,
        }
        return await write(client, _CONSTRUCT_CREATE, request, options, dry_run=dry_run, kind=SubmittedTransaction)
