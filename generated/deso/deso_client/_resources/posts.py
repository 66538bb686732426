# Written by "nox -s generate" from specs/deso.yaml and overrides/deso/overlay.yaml: edit those.
"""The generated calls of `posts`.

Posts, comments, reposts and quotes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from .. import models
from .._core._async_base import AsyncResource
from .._core._sync_base import Resource
from .._core._sync_paging import Page
from .._core.operation import Operation
from .._core.paginator import AsyncPaginator
from .._core.paging import IdBoundedPaging, Paging
from .._core.raw import to_raw, to_raw_awaitable
from .._core.request import hide_named
from .._core.secrets import Secret
from .._core.types import NOT_GIVEN, NotGiven, QueryValue, Timeout

_CONSTRUCT_SUBMIT: Operation[models.SubmitPostResponse] = Operation(
    id="posts_submit",
    method="POST",
    path="/api/v0/submit-post",
    body="json",
    request=lambda: models.SubmitPostRequest,
    result=lambda: models.SubmitPostResponse,
    security=((),),
    retry=True,
)

_LIST: Operation[models.GetPostsStatelessResponse] = Operation(
    id="posts_list",
    method="POST",
    path="/api/v0/get-posts-stateless",
    body="json",
    request=lambda: models.GetPostsStatelessRequest,
    result=lambda: models.GetPostsStatelessResponse,
    security=((),),
    retry=True,
)
_LIST_PAGING: Paging[models.PostEntryResponse] = Paging(
    strategy=IdBoundedPaging(
        argument="PostHashHex",
        key=("post_hash_hex",),
    ),
    items=("posts_found",),
)

_GET: Operation[models.GetSinglePostResponse] = Operation(
    id="posts_get",
    method="POST",
    path="/api/v0/get-single-post",
    body="json",
    request=lambda: models.GetSinglePostRequest,
    result=lambda: models.GetSinglePostResponse,
    security=((),),
    retry=True,
)


class Posts(Resource):
    """Posts, comments, reposts and quotes."""

    _list_paging = _LIST_PAGING

    def construct_submit(
        self,
        *,
        updater_public_key_base58_check: models.PublicKeyBase58Check,
        post_hash_hex_to_modify: models.OptionalHashHex | None | NotGiven = NOT_GIVEN,
        parent_stake_id: models.ParentStakeID | None | NotGiven = NOT_GIVEN,
        body_obj: models.SubmitPostBody | Mapping[str, object] | None | NotGiven = NOT_GIVEN,
        reposted_post_hash_hex: models.OptionalHashHex | None | NotGiven = NOT_GIVEN,
        post_extra_data: Mapping[str, str] | None | NotGiven = NOT_GIVEN,
        is_hidden: bool | None | NotGiven = NOT_GIVEN,
        is_frozen: bool | None | NotGiven = NOT_GIVEN,
        min_fee_rate_nanos_per_kb: models.Uint64 | None | NotGiven = NOT_GIVEN,
        transaction_fees: Sequence[models.TransactionFee | Mapping[str, object]] | None | NotGiven = NOT_GIVEN,
        in_tutorial: bool | None | NotGiven = NOT_GIVEN,
        optional_preceding_transactions: Sequence[models.InnerTransaction | Mapping[str, object]]
        | None
        | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.SubmitPostResponse:
        """Construct a transaction that posts, comments, reposts, edits or hides.

        One call for everything that can be done with a post. A new post needs a BodyObj with a text, an image or a video; ParentStakeID makes it a comment; RepostedPostHashHex makes it a repost, or a quote when there is a body as well; PostHashHexToModify edits, and with IsHidden true hides (posts are never deleted). An edit writes IsHidden and IsFrozen as the request has them, false when left out. PostHashHex in the answer is the hash of the unsigned bytes: the post gets another hash by being signed, the TxnHashHex of submit-transaction. The node marshals the body again, so compare it as JSON, not as text. RepostedPostHashHex that is not hex is answered with two JSON documents in one 400 body; PostHashHexToModify together with RepostedPostHashHex and a null BodyObj drops the connection. Nothing is written to the chain by this call: it only constructs a transaction, which has to be checked, signed and handed to submit-transaction.

        Documentation: https://docs.deso.org/deso-backend/construct-transactions/social-transactions-api

        Args:
            updater_public_key_base58_check: Author, who signs. The documentation misspells the member as UpdaterPulicKeyBase58Check; a node ignores that spelling, and answers 400.
            post_hash_hex_to_modify: Post to edit or hide. Empty for a new post.
            parent_stake_id: Post that is commented on. Has no effect on an edit.
            body_obj: Content of the post. Needed unless a post is edited. Leniency: documented as required, yet a node does not need it when PostHashHexToModify is given (backend source).
            reposted_post_hash_hex: Post to repost, or to quote when there is a body. Not together with PostHashHexToModify.
            post_extra_data: Further keys and texts, merged into those that the post has; in an edit an empty text removes the key.
            is_hidden: Whether the post is hidden; false when left out, in an edit as well. Hiding is how a post is deleted.
            is_frozen: Whether the post can never be changed again; false when left out.
            min_fee_rate_nanos_per_kb: Fee rate, in nanos per 1,000 bytes. The node raises it to the lowest that the network takes, so 0 will do. Leniency: documented as required, yet a node does not need it (backend source).
            transaction_fees: Outputs that the transaction is to have besides its own, before the others.
            in_tutorial: Have the node check that the account is at this step of its tutorial.
            optional_preceding_transactions: Transactions to count as done when this one is constructed. Nodes refuse any number above 0 unless they are configured to take them.
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return self._client._call(
            _CONSTRUCT_SUBMIT,
            {},
            {
                "UpdaterPublicKeyBase58Check": updater_public_key_base58_check,
                "PostHashHexToModify": post_hash_hex_to_modify,
                "ParentStakeID": parent_stake_id,
                "BodyObj": body_obj,
                "RepostedPostHashHex": reposted_post_hash_hex,
                "PostExtraData": post_extra_data,
                "IsHidden": is_hidden,
                "IsFrozen": is_frozen,
                "MinFeeRateNanosPerKB": min_fee_rate_nanos_per_kb,
                "TransactionFees": transaction_fees,
                "InTutorial": in_tutorial,
                "OptionalPrecedingTransactions": optional_preceding_transactions,
            },
            extra_headers,
            extra_query,
            timeout,
        )

    def list(
        self,
        *,
        post_hash_hex: models.OptionalHashHex | None | NotGiven = NOT_GIVEN,
        reader_public_key_base58_check: models.OptionalPublicKeyBase58Check | None | NotGiven = NOT_GIVEN,
        order_by: models.PostOrder | None | NotGiven = NOT_GIVEN,
        start_tstamp_secs: models.Uint64 | None | NotGiven = NOT_GIVEN,
        post_content: str | None | NotGiven = NOT_GIVEN,
        num_to_fetch: models.Int64 | None | NotGiven = NOT_GIVEN,
        fetch_subcomments: bool | None | NotGiven = NOT_GIVEN,
        get_posts_for_follow_feed: bool | None | NotGiven = NOT_GIVEN,
        get_posts_for_global_whitelist: bool | None | NotGiven = NOT_GIVEN,
        get_posts_by_deso: bool | None | NotGiven = NOT_GIVEN,
        get_posts_by_clout: bool | None | NotGiven = NOT_GIVEN,
        media_required: bool | None | NotGiven = NOT_GIVEN,
        only_nfts: bool | None | NotGiven = NOT_GIVEN,
        only_posts: bool | None | NotGiven = NOT_GIVEN,
        posts_by_deso_minutes_lookback: models.Uint64 | None | NotGiven = NOT_GIVEN,
        add_global_feed_bool: bool | None | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> Page[models.PostEntryResponse]:
        """Read posts.

        Which posts are found depends on the flags of the request: those of a follow feed, of the node's global feed, by hotness of likes in DESO, with media only, and so on. The list is empty when nothing matches.

        Observed in real clients or servers; the platform's documentation does not have it.

        Documentation: https://docs.deso.org/deso-backend/api/post-endpoints

        Args:
            post_hash_hex: Post after which to begin. Needed when NumToFetch is 1.
            reader_public_key_base58_check: Account for which PostEntryReaderState is filled.
            order_by: In which order.
            start_tstamp_secs: Moment from which to begin, in seconds since 1970.
            post_content: Text to search for.
            num_to_fetch: How many to return at most; 50 when left out.
            fetch_subcomments: Return comments on comments too.
            get_posts_for_follow_feed: Posts of the accounts that the reader follows.
            get_posts_for_global_whitelist: Posts of this node's global feed.
            get_posts_by_deso: Posts by the DESO that they earned.
            get_posts_by_clout: The same under its former name.
            media_required: Only posts with an image or a video.
            only_nfts: Only posts that are NFTs.
            only_posts: No comments.
            posts_by_deso_minutes_lookback: How far to look back for GetPostsByDESO, in minutes.
            add_global_feed_bool: Fill InGlobalFeed and InHotFeed.
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return self._client._page(
            _LIST,
            {},
            {
                "PostHashHex": post_hash_hex,
                "ReaderPublicKeyBase58Check": reader_public_key_base58_check,
                "OrderBy": order_by,
                "StartTstampSecs": start_tstamp_secs,
                "PostContent": post_content,
                "NumToFetch": num_to_fetch,
                "FetchSubcomments": fetch_subcomments,
                "GetPostsForFollowFeed": get_posts_for_follow_feed,
                "GetPostsForGlobalWhitelist": get_posts_for_global_whitelist,
                "GetPostsByDESO": get_posts_by_deso,
                "GetPostsByClout": get_posts_by_clout,
                "MediaRequired": media_required,
                "OnlyNFTs": only_nfts,
                "OnlyPosts": only_posts,
                "PostsByDESOMinutesLookback": posts_by_deso_minutes_lookback,
                "AddGlobalFeedBool": add_global_feed_bool,
            },
            extra_headers,
            extra_query,
            timeout,
            paging=self._list_paging,
        )

    def get(
        self,
        *,
        post_hash_hex: models.HashHex,
        fetch_parents: bool | None | NotGiven = NOT_GIVEN,
        comment_offset: models.Uint32 | None | NotGiven = NOT_GIVEN,
        comment_limit: models.CommentLimit | None | NotGiven = NOT_GIVEN,
        reader_public_key_base58_check: models.OptionalPublicKeyBase58Check | None | NotGiven = NOT_GIVEN,
        thread_level_limit: models.ThreadLevelLimit | None | NotGiven = NOT_GIVEN,
        thread_leaf_limit: models.Int32 | None | NotGiven = NOT_GIVEN,
        load_author_thread: bool | None | NotGiven = NOT_GIVEN,
        add_global_feed_bool: bool | None | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.GetSinglePostResponse:
        """Read one post with its comments.

        Reads a post by its final hash (the TxnHashHex that submit-transaction gave). An unknown hash is answered with 400, not 404. The answer's member is PostFound.

        Observed in real clients or servers; the platform's documentation does not have it.

        Documentation: https://docs.deso.org/deso-backend/api/post-endpoints

        Args:
            post_hash_hex: Final hash of the post.
            fetch_parents: Fill ParentPosts.
            comment_offset: How many comments to skip.
            comment_limit: How many comments to return at most.
            reader_public_key_base58_check: Account for which PostEntryReaderState is filled.
            thread_level_limit: How deep comments on comments go.
            thread_leaf_limit: How many comments to return for each comment.
            load_author_thread: Prefer the comments of the author.
            add_global_feed_bool: Fill InGlobalFeed and InHotFeed.
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return self._client._call(
            _GET,
            {},
            {
                "PostHashHex": post_hash_hex,
                "FetchParents": fetch_parents,
                "CommentOffset": comment_offset,
                "CommentLimit": comment_limit,
                "ReaderPublicKeyBase58Check": reader_public_key_base58_check,
                "ThreadLevelLimit": thread_level_limit,
                "ThreadLeafLimit": thread_leaf_limit,
                "LoadAuthorThread": load_author_thread,
                "AddGlobalFeedBool": add_global_feed_bool,
            },
            extra_headers,
            extra_query,
            timeout,
        )


class AsyncPosts(AsyncResource):
    """Posts, comments, reposts and quotes."""

    _list_paging = _LIST_PAGING

    async def construct_submit(
        self,
        *,
        updater_public_key_base58_check: models.PublicKeyBase58Check,
        post_hash_hex_to_modify: models.OptionalHashHex | None | NotGiven = NOT_GIVEN,
        parent_stake_id: models.ParentStakeID | None | NotGiven = NOT_GIVEN,
        body_obj: models.SubmitPostBody | Mapping[str, object] | None | NotGiven = NOT_GIVEN,
        reposted_post_hash_hex: models.OptionalHashHex | None | NotGiven = NOT_GIVEN,
        post_extra_data: Mapping[str, str] | None | NotGiven = NOT_GIVEN,
        is_hidden: bool | None | NotGiven = NOT_GIVEN,
        is_frozen: bool | None | NotGiven = NOT_GIVEN,
        min_fee_rate_nanos_per_kb: models.Uint64 | None | NotGiven = NOT_GIVEN,
        transaction_fees: Sequence[models.TransactionFee | Mapping[str, object]] | None | NotGiven = NOT_GIVEN,
        in_tutorial: bool | None | NotGiven = NOT_GIVEN,
        optional_preceding_transactions: Sequence[models.InnerTransaction | Mapping[str, object]]
        | None
        | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.SubmitPostResponse:
        """Construct a transaction that posts, comments, reposts, edits or hides.

        One call for everything that can be done with a post. A new post needs a BodyObj with a text, an image or a video; ParentStakeID makes it a comment; RepostedPostHashHex makes it a repost, or a quote when there is a body as well; PostHashHexToModify edits, and with IsHidden true hides (posts are never deleted). An edit writes IsHidden and IsFrozen as the request has them, false when left out. PostHashHex in the answer is the hash of the unsigned bytes: the post gets another hash by being signed, the TxnHashHex of submit-transaction. The node marshals the body again, so compare it as JSON, not as text. RepostedPostHashHex that is not hex is answered with two JSON documents in one 400 body; PostHashHexToModify together with RepostedPostHashHex and a null BodyObj drops the connection. Nothing is written to the chain by this call: it only constructs a transaction, which has to be checked, signed and handed to submit-transaction.

        Documentation: https://docs.deso.org/deso-backend/construct-transactions/social-transactions-api

        Args:
            updater_public_key_base58_check: Author, who signs. The documentation misspells the member as UpdaterPulicKeyBase58Check; a node ignores that spelling, and answers 400.
            post_hash_hex_to_modify: Post to edit or hide. Empty for a new post.
            parent_stake_id: Post that is commented on. Has no effect on an edit.
            body_obj: Content of the post. Needed unless a post is edited. Leniency: documented as required, yet a node does not need it when PostHashHexToModify is given (backend source).
            reposted_post_hash_hex: Post to repost, or to quote when there is a body. Not together with PostHashHexToModify.
            post_extra_data: Further keys and texts, merged into those that the post has; in an edit an empty text removes the key.
            is_hidden: Whether the post is hidden; false when left out, in an edit as well. Hiding is how a post is deleted.
            is_frozen: Whether the post can never be changed again; false when left out.
            min_fee_rate_nanos_per_kb: Fee rate, in nanos per 1,000 bytes. The node raises it to the lowest that the network takes, so 0 will do. Leniency: documented as required, yet a node does not need it (backend source).
            transaction_fees: Outputs that the transaction is to have besides its own, before the others.
            in_tutorial: Have the node check that the account is at this step of its tutorial.
            optional_preceding_transactions: Transactions to count as done when this one is constructed. Nodes refuse any number above 0 unless they are configured to take them.
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return await self._client._call(
            _CONSTRUCT_SUBMIT,
            {},
            {
                "UpdaterPublicKeyBase58Check": updater_public_key_base58_check,
                "PostHashHexToModify": post_hash_hex_to_modify,
                "ParentStakeID": parent_stake_id,
                "BodyObj": body_obj,
                "RepostedPostHashHex": reposted_post_hash_hex,
                "PostExtraData": post_extra_data,
                "IsHidden": is_hidden,
                "IsFrozen": is_frozen,
                "MinFeeRateNanosPerKB": min_fee_rate_nanos_per_kb,
                "TransactionFees": transaction_fees,
                "InTutorial": in_tutorial,
                "OptionalPrecedingTransactions": optional_preceding_transactions,
            },
            extra_headers,
            extra_query,
            timeout,
        )

    def list(
        self,
        *,
        post_hash_hex: models.OptionalHashHex | None | NotGiven = NOT_GIVEN,
        reader_public_key_base58_check: models.OptionalPublicKeyBase58Check | None | NotGiven = NOT_GIVEN,
        order_by: models.PostOrder | None | NotGiven = NOT_GIVEN,
        start_tstamp_secs: models.Uint64 | None | NotGiven = NOT_GIVEN,
        post_content: str | None | NotGiven = NOT_GIVEN,
        num_to_fetch: models.Int64 | None | NotGiven = NOT_GIVEN,
        fetch_subcomments: bool | None | NotGiven = NOT_GIVEN,
        get_posts_for_follow_feed: bool | None | NotGiven = NOT_GIVEN,
        get_posts_for_global_whitelist: bool | None | NotGiven = NOT_GIVEN,
        get_posts_by_deso: bool | None | NotGiven = NOT_GIVEN,
        get_posts_by_clout: bool | None | NotGiven = NOT_GIVEN,
        media_required: bool | None | NotGiven = NOT_GIVEN,
        only_nfts: bool | None | NotGiven = NOT_GIVEN,
        only_posts: bool | None | NotGiven = NOT_GIVEN,
        posts_by_deso_minutes_lookback: models.Uint64 | None | NotGiven = NOT_GIVEN,
        add_global_feed_bool: bool | None | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> AsyncPaginator[models.PostEntryResponse]:
        """Read posts.

        Which posts are found depends on the flags of the request: those of a follow feed, of the node's global feed, by hotness of likes in DESO, with media only, and so on. The list is empty when nothing matches.

        Observed in real clients or servers; the platform's documentation does not have it.

        Documentation: https://docs.deso.org/deso-backend/api/post-endpoints

        Args:
            post_hash_hex: Post after which to begin. Needed when NumToFetch is 1.
            reader_public_key_base58_check: Account for which PostEntryReaderState is filled.
            order_by: In which order.
            start_tstamp_secs: Moment from which to begin, in seconds since 1970.
            post_content: Text to search for.
            num_to_fetch: How many to return at most; 50 when left out.
            fetch_subcomments: Return comments on comments too.
            get_posts_for_follow_feed: Posts of the accounts that the reader follows.
            get_posts_for_global_whitelist: Posts of this node's global feed.
            get_posts_by_deso: Posts by the DESO that they earned.
            get_posts_by_clout: The same under its former name.
            media_required: Only posts with an image or a video.
            only_nfts: Only posts that are NFTs.
            only_posts: No comments.
            posts_by_deso_minutes_lookback: How far to look back for GetPostsByDESO, in minutes.
            add_global_feed_bool: Fill InGlobalFeed and InHotFeed.
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return self._client._page(
            _LIST,
            {},
            {
                "PostHashHex": post_hash_hex,
                "ReaderPublicKeyBase58Check": reader_public_key_base58_check,
                "OrderBy": order_by,
                "StartTstampSecs": start_tstamp_secs,
                "PostContent": post_content,
                "NumToFetch": num_to_fetch,
                "FetchSubcomments": fetch_subcomments,
                "GetPostsForFollowFeed": get_posts_for_follow_feed,
                "GetPostsForGlobalWhitelist": get_posts_for_global_whitelist,
                "GetPostsByDESO": get_posts_by_deso,
                "GetPostsByClout": get_posts_by_clout,
                "MediaRequired": media_required,
                "OnlyNFTs": only_nfts,
                "OnlyPosts": only_posts,
                "PostsByDESOMinutesLookback": posts_by_deso_minutes_lookback,
                "AddGlobalFeedBool": add_global_feed_bool,
            },
            extra_headers,
            extra_query,
            timeout,
            paging=self._list_paging,
        )

    async def get(
        self,
        *,
        post_hash_hex: models.HashHex,
        fetch_parents: bool | None | NotGiven = NOT_GIVEN,
        comment_offset: models.Uint32 | None | NotGiven = NOT_GIVEN,
        comment_limit: models.CommentLimit | None | NotGiven = NOT_GIVEN,
        reader_public_key_base58_check: models.OptionalPublicKeyBase58Check | None | NotGiven = NOT_GIVEN,
        thread_level_limit: models.ThreadLevelLimit | None | NotGiven = NOT_GIVEN,
        thread_leaf_limit: models.Int32 | None | NotGiven = NOT_GIVEN,
        load_author_thread: bool | None | NotGiven = NOT_GIVEN,
        add_global_feed_bool: bool | None | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.GetSinglePostResponse:
        """Read one post with its comments.

        Reads a post by its final hash (the TxnHashHex that submit-transaction gave). An unknown hash is answered with 400, not 404. The answer's member is PostFound.

        Observed in real clients or servers; the platform's documentation does not have it.

        Documentation: https://docs.deso.org/deso-backend/api/post-endpoints

        Args:
            post_hash_hex: Final hash of the post.
            fetch_parents: Fill ParentPosts.
            comment_offset: How many comments to skip.
            comment_limit: How many comments to return at most.
            reader_public_key_base58_check: Account for which PostEntryReaderState is filled.
            thread_level_limit: How deep comments on comments go.
            thread_leaf_limit: How many comments to return for each comment.
            load_author_thread: Prefer the comments of the author.
            add_global_feed_bool: Fill InGlobalFeed and InHotFeed.
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return await self._client._call(
            _GET,
            {},
            {
                "PostHashHex": post_hash_hex,
                "FetchParents": fetch_parents,
                "CommentOffset": comment_offset,
                "CommentLimit": comment_limit,
                "ReaderPublicKeyBase58Check": reader_public_key_base58_check,
                "ThreadLevelLimit": thread_level_limit,
                "ThreadLeafLimit": thread_leaf_limit,
                "LoadAuthorThread": load_author_thread,
                "AddGlobalFeedBool": add_global_feed_bool,
            },
            extra_headers,
            extra_query,
            timeout,
        )


class RawPosts:
    """The same calls, giving the answer as it came: status, headers, bytes, and `parse()`."""

    def __init__(self, resource: Posts) -> None:
        self.construct_submit = to_raw(resource.construct_submit)
        self.list = to_raw(resource.list)
        self.get = to_raw(resource.get)


class RawAsyncPosts:
    """The same calls, giving the answer as it came: status, headers, bytes, and `parse()`."""

    def __init__(self, resource: AsyncPosts) -> None:
        self.construct_submit = to_raw_awaitable(resource.construct_submit)
        self.list = to_raw_awaitable(resource.list)
        self.get = to_raw_awaitable(resource.get)
