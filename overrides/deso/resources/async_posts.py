"""What no generator knows of posts: writing one in one call, and lists that go on to the end."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Literal, Unpack, overload

from .._async_writing import WriteOptions, write, writer
from .._core._async_base import AsyncBaseClient
from .._core.errors import InvalidRequestError
from .._resources.posts import _CONSTRUCT_SUBMIT
from .._resources.posts import AsyncPosts as Generated
from ..results import DraftTransaction, SubmissionMismatch, SubmittedPost


class AsyncPosts(Generated):
    """Posts, comments, reposts and quotes."""

    def __init__(self, client: AsyncBaseClient) -> None:
        super().__init__(client)
        # Whether a page begins behind the post it is asked for or with it: what came already is left out.
        self._list_paging = replace(self._list_paging, key=("post_hash_hex",))

    @overload
    async def submit(
        self,
        body: str | None = None,
        *,
        dry_run: Literal[False] = False,
        image_urls: Sequence[str] = (),
        video_urls: Sequence[str] = (),
        parent_stake_id: str | None = None,
        reposted_post_hash_hex: str | None = None,
        post_hash_hex_to_modify: str | None = None,
        post_extra_data: Mapping[str, str] | None = None,
        is_hidden: bool = False,
        is_frozen: bool = False,
        **options: Unpack[WriteOptions],
    ) -> SubmittedPost: ...
    @overload
    async def submit(
        self,
        body: str | None = None,
        *,
        dry_run: Literal[True],
        image_urls: Sequence[str] = (),
        video_urls: Sequence[str] = (),
        parent_stake_id: str | None = None,
        reposted_post_hash_hex: str | None = None,
        post_hash_hex_to_modify: str | None = None,
        post_extra_data: Mapping[str, str] | None = None,
        is_hidden: bool = False,
        is_frozen: bool = False,
        **options: Unpack[WriteOptions],
    ) -> DraftTransaction: ...
    async def submit(
        self,
        body: str | None = None,
        *,
        dry_run: bool = False,
        image_urls: Sequence[str] = (),
        video_urls: Sequence[str] = (),
        parent_stake_id: str | None = None,
        reposted_post_hash_hex: str | None = None,
        post_hash_hex_to_modify: str | None = None,
        post_extra_data: Mapping[str, str] | None = None,
        is_hidden: bool = False,
        is_frozen: bool = False,
        **options: Unpack[WriteOptions],
    ) -> DraftTransaction | SubmittedPost:
        """Post, comment, repost, quote, edit or hide.

        Constructs the transaction, compares its bytes with these arguments, signs and submits it. The node chooses the
        post's time, within ten minutes of this machine's clock. ``construct_submit`` only constructs.

        Documentation: https://docs.deso.org/deso-backend/construct-transactions/social-transactions-api

        Args:
            body: The text. With the addresses of pictures and videos at most 20,000 bytes as JSON.
            dry_run: Stop before signing, and return the decoded transaction with what the node chose.
            image_urls: Addresses of pictures.
            video_urls: Addresses of videos.
            parent_stake_id: The post to comment on: its hash, 64 hexadecimal digits.
            reposted_post_hash_hex: The post to repost, or with a body to quote.
            post_hash_hex_to_modify: The post to edit. Text, pictures and videos that are left out stay as they are,
                **is_hidden and is_frozen do not**: an edit writes them as they stand here.
            post_extra_data: Further keys and texts; in an edit an empty text removes the key.
            is_hidden: Whether the post is hidden: in an edit, how a post is deleted.
            is_frozen: Whether the post can never be changed again.
            options: Fee rate, fee outputs, policy, waiting and timeout: see ``WriteOptions``.

        Returns:
            The post with its final hash (``post_hash_hex``).

        Raises:
            TransactionMismatch: The bytes are not what was asked for. Nothing was signed.
            RequestError: The arguments ask for nothing that a post can be.
            RuleError: The node refused to construct or to accept the transaction; ``rule`` has the rule's name.
            UnsettledSubmissionError: It was submitted, and its fate is unknown.
            SubmissionMismatch: The node says that it accepted another transaction.
            InvalidRequestError: An edit cannot become a repost.
            ConfigurationError: The client has no signer.
        """
        if reposted_post_hash_hex and post_hash_hex_to_modify:
            raise InvalidRequestError("a post is reposted or edited, not both: a node breaks off the connection")
        client = writer(self._client)
        content = {"Body": body, "ImageURLs": list(image_urls), "VideoURLs": list(video_urls)}
        given = {name: value for name, value in content.items() if value}
        keeps_content = bool(post_hash_hex_to_modify) and not given
        request = {
            "UpdaterPublicKeyBase58Check": client.account.address,
            "PostHashHexToModify": post_hash_hex_to_modify,
            "ParentStakeID": parent_stake_id,
            "BodyObj": None if keeps_content else given,
            "RepostedPostHashHex": reposted_post_hash_hex,
            "PostExtraData": post_extra_data,
            "IsHidden": is_hidden,
            "IsFrozen": is_frozen or None,
        }
        done = await write(client, _CONSTRUCT_SUBMIT, request, options, dry_run=dry_run, kind=SubmittedPost)
        if isinstance(done, SubmittedPost) and done.post and done.post.post_hash_hex.lower() != done.post_hash_hex:
            text = f"post {done.post_hash_hex} was submitted, and the node shows {done.post.post_hash_hex} in its place"
            raise SubmissionMismatch(text, signed=done.signed)
        return done
