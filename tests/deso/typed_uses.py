"""Calls as a user writes them, for both type checkers; `test_typed_uses.py` also runs them against the mock."""

from __future__ import annotations

from typing import assert_type

from deso_client import (
    AsyncDeSo,
    AsyncPage,
    AsyncPaginator,
    DeSo,
    DraftTransaction,
    Message,
    Page,
    PrivateKey,
    PublicKey,
    RawResponse,
    RuleError,
    SpendingLimit,
    SubmittedMessage,
    SubmittedPost,
    SubmittedTransaction,
    models,
)
from deso_client.rules import RuleErrorLikeEntryAlreadyExists
from deso_client.transactions import NodeChoices, Transaction, TransactionType


def use_sync(deso: DeSo, ben: PublicKey) -> None:
    address = ben.address()
    post = deso.posts.submit(body="Hello!", wait_for="InMempool")
    assert_type(post, SubmittedPost)
    assert_type(post.post_hash_hex, str)
    assert_type(post.post, models.PostEntryResponse | None)
    assert_type(post.choices, NodeChoices)
    draft = deso.posts.submit("Hello?", dry_run=True)
    assert_type(draft, DraftTransaction)
    assert_type(draft.transaction, Transaction)
    assert_type(draft.spent_nanos, int)

    assert_type(deso.follows.create(address), SubmittedTransaction)
    like = deso.likes.create(post.post_hash_hex, policy={"max_fee_nanos": 50_000}, timeout=20)
    assert_type(like.hash_hex, str)
    try:
        deso.likes.create(post.post_hash_hex)
    except RuleErrorLikeEntryAlreadyExists as error:
        assert_type(error.rules, tuple[str, ...])
    except RuleError as error:
        assert_type(error.rule, str)
    assert_type(deso.profiles.update(new_description="Hi"), SubmittedTransaction)
    assert_type(deso.profiles.update(new_description="Hi", dry_run=True), DraftTransaction)
    profile = deso.profiles.get(username="anna", no_error_on_missing=True)
    assert_type(profile, models.GetSingleProfileResponse | None)

    message = deso.messages.send(address, "Hi", my_group="default-key")
    assert_type(message, SubmittedMessage)
    assert_type(message.timestamp_nanos, int)
    assert_type(deso.messages.update(address, "Ho", timestamp_nanos=message.timestamp_nanos), SubmittedMessage)
    thread = deso.messages.thread(address)
    assert_type(thread, Page[Message])
    for each in thread:
        assert_type(each.text, str | None)
    assert_type(deso.access_groups.create("friends"), SubmittedTransaction)
    assert_type(deso.access_group_members.add("friends", [address]), SubmittedTransaction)
    assert_type(deso.messages.send_group(deso.account.address, "friends", "Hi", dry_run=True), DraftTransaction)

    page = deso.posts.list(order_by="newest", num_to_fetch=2)
    assert_type(page, Page[models.PostEntryResponse])
    raw = deso.with_raw_response.posts.construct_submit(
        updater_public_key_base58_check=deso.account.address, body_obj={"Body": "Hello!"}
    )
    assert_type(raw, RawResponse[models.SubmitPostResponse])
    limit = SpendingLimit(10**6, {TransactionType.SUBMIT_POST: 1})
    key = PrivateKey.generate()
    height = deso.node.get_committed_tip().height + 100
    done = deso.derived_keys.authorize(key.public_key, expiration_block=height, limit=limit)
    assert_type(done, SubmittedTransaction)
    assert_type(deso.transactions.settle(done.signed), models.SubmitTransactionResponse | None)
    assert_type(deso.with_options(timeout=5, policy={"max_fee_nanos": 9_000}), DeSo)


async def use_async(deso: AsyncDeSo, ben: PublicKey) -> None:
    post = await deso.posts.submit(body="Hello!")
    assert_type(post, SubmittedPost)
    assert_type(await deso.posts.submit(body="Hello?", dry_run=True), DraftTransaction)
    paginator = deso.posts.list(order_by="newest")
    assert_type(paginator, AsyncPaginator[models.PostEntryResponse])
    await deso.messages.send(ben.address(), "Hi")
    thread = deso.messages.thread(ben.address())
    assert_type(thread, AsyncPaginator[Message])
    page = await thread
    assert_type(page, AsyncPage[Message])
    async for each in thread:
        assert_type(each, Message)
    assert_type(deso.with_options(timeout=5), AsyncDeSo)
