# The sync form of overrides/deso/resources/async_likes.py, derived by "nox -s generate": edit it there.
"""What no generator knows of likes: liking in one call."""

from __future__ import annotations

from typing import Literal, Unpack, overload

from .._resources.likes import _CONSTRUCT_CREATE, Likes as Generated
from .._sync_writing import WriteOptions, write, writer
from ..results import DraftTransaction, SubmittedTransaction


class Likes(Generated):
    """Likes of posts."""

    @overload
    def create(
        self,
        liked_post_hash_hex: str,
        *,
        dry_run: Literal[False] = False,
        is_unlike: bool = False,
        **options: Unpack[WriteOptions],
    ) -> SubmittedTransaction: ...
    @overload
    def create(
        self,
        liked_post_hash_hex: str,
        *,
        dry_run: Literal[True],
        is_unlike: bool = False,
        **options: Unpack[WriteOptions],
    ) -> DraftTransaction: ...
    def create(
        self,
        liked_post_hash_hex: str,
        *,
        dry_run: bool = False,
        is_unlike: bool = False,
        **options: Unpack[WriteOptions],
    ) -> DraftTransaction | SubmittedTransaction:
        """Like a post, or cease to: construct, verify, sign and submit. ``construct_create`` only constructs.

        Documentation: https://docs.deso.org/deso-backend/construct-transactions/social-transactions-api

        Args:
            liked_post_hash_hex: The post: 64 hexadecimal digits.
            is_unlike: Whether to take the like back.
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
            "ReaderPublicKeyBase58Check": client.account.address,
            "LikedPostHashHex": liked_post_hash_hex,
            "IsUnlike": is_unlike,
        }
        return write(client, _CONSTRUCT_CREATE, request, options, dry_run=dry_run, kind=SubmittedTransaction)
