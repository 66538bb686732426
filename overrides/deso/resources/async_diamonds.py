"""What no generator knows of diamonds: giving them in one call, and paying the difference only."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, Unpack, overload

from .._async_writing import WriteOptions, write, writer
from .._resources.diamonds import _CONSTRUCT_SEND
from .._resources.diamonds import AsyncDiamonds as Generated
from .._resources.posts import AsyncPosts
from ..results import DraftTransaction, SubmittedTransaction


class AsyncDiamonds(Generated):
    """Tips to the authors of posts."""

    @overload
    async def send(
        self,
        *,
        dry_run: Literal[False] = False,
        receiver_public_key_base58_check: str,
        diamond_post_hash_hex: str,
        diamond_level: int = 1,
        diamonds_already_given: int | None = None,
        extra_data: Mapping[str, str] | None = None,
        **options: Unpack[WriteOptions],
    ) -> SubmittedTransaction: ...
    @overload
    async def send(
        self,
        *,
        dry_run: Literal[True],
        receiver_public_key_base58_check: str,
        diamond_post_hash_hex: str,
        diamond_level: int = 1,
        diamonds_already_given: int | None = None,
        extra_data: Mapping[str, str] | None = None,
        **options: Unpack[WriteOptions],
    ) -> DraftTransaction: ...
    async def send(
        self,
        *,
        dry_run: bool = False,
        receiver_public_key_base58_check: str,
        diamond_post_hash_hex: str,
        diamond_level: int = 1,
        diamonds_already_given: int | None = None,
        extra_data: Mapping[str, str] | None = None,
        **options: Unpack[WriteOptions],
    ) -> DraftTransaction | SubmittedTransaction:
        """Give a post diamonds: construct, verify, sign and submit. ``construct_send`` only constructs.

        Level 1 costs 50,000 nanos altogether, each further one ten times as much; what was given before counts. The
        node pays whom it takes for the post's author; if that is not the receiver named here, nothing is signed.

        Documentation: https://docs.deso.org/deso-backend/construct-transactions/social-transactions-api

        Args:
            receiver_public_key_base58_check: The author of the post, from a source that you trust: no call of a
                node proves who wrote a post.
            diamond_post_hash_hex: The post: 64 hexadecimal digits.
            diamond_level: The level that the post then has from you, 1 to 8.
            diamonds_already_given: The level that you gave this post before; by default the node is asked. The whole
                cost of ``diamond_level`` is the most that a lie about it can cost.
            extra_data: Further keys and texts.
            dry_run: Stop before signing, and return the decoded transaction with what the node chose.
            options: Fee rate, fee outputs, policy, waiting and timeout: see ``WriteOptions``.

        Raises:
            TransactionMismatch: The bytes are not what was asked for. Nothing was signed.
            RequestError: The level is not above what was given before, or not from 1 to 8.
            RuleError: The node refused to construct or to accept the transaction; ``rule`` has the rule's name.
            UnsettledSubmissionError: It was submitted, and its fate is unknown.
            SubmissionMismatch: The node says that it accepted another transaction.
            ConfigurationError: The client has no signer.
        """
        client = writer(self._client)
        given = diamonds_already_given
        if given is None:
            given = await self._given(diamond_post_hash_hex)
        request = {
            "SenderPublicKeyBase58Check": client.account.address,
            "ReceiverPublicKeyBase58Check": receiver_public_key_base58_check,
            "DiamondPostHashHex": diamond_post_hash_hex,
            "DiamondLevel": diamond_level,
            "ExtraData": extra_data,
        }
        return await write(
            client, _CONSTRUCT_SEND, request, options, dry_run=dry_run, kind=SubmittedTransaction,
            changes={"diamonds_already_given": given},
        )  # fmt: skip

    async def _given(self, post_hash_hex: str) -> int:
        reader = writer(self._client).account.address
        answer = await AsyncPosts(self._client).get(post_hash_hex=post_hash_hex, reader_public_key_base58_check=reader)
        state = answer.post_found.post_entry_reader_state if answer.post_found else None
        return max(0, state.diamond_level_bestowed) if state else 0
