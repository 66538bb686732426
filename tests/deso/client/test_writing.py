"""Each writing call does on the chain what it says, and the server's own traps are not fallen into."""

from __future__ import annotations

from typing import Any

import pytest
from deso_client import (
    ConfigurationError,
    DraftTransaction,
    InvalidRequestError,
    PublicKey,
    ResponseValidationError,
    RuleError,
    SpendingLimit,
    SubmittedPost,
    SubmittedTransaction,
    TransactionMismatch,
    keys,
    messages,
    rules,
)
from deso_client import transactions as t

from .conftest import Changing, World

# 1 by 1 pixel
PICTURE = (
    "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk"
    "+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)


def address(key: Any) -> str:
    found: str = key.public_key.address()
    return found


def test_a_post_is_there_under_the_hash_that_was_returned(world: World) -> None:
    client = world.client()
    done = client.posts.submit(body="Hello <b>&</b> 👋", image_urls=["https://images.example.com/1.webp"])
    assert isinstance(done, SubmittedPost)
    assert done.post is not None
    assert done.post.post_hash_hex == done.post_hash_hex == done.hash_hex
    found = client.posts.get(post_hash_hex=done.post_hash_hex).post_found
    assert found.body == "Hello <b>&</b> 👋"
    assert found.image_urls == ["https://images.example.com/1.webp"]
    assert found.poster_public_key_base58_check == address(world.anna)
    assert done.choices.timestamp_nanos is not None
    assert abs(done.choices.timestamp_nanos / 10**9 - world.mock.clock.now().timestamp()) < 5


def test_a_post_that_the_node_took_and_cannot_show_is_done(world: World) -> None:
    world.mock.shows_posts = False
    client = world.client()
    done = client.posts.submit(body="Hello")
    assert (done.answer, done.post) == (None, None)
    assert [post.hex() for post in world.mock.tables.posts] == [done.post_hash_hex]
    assert world.calls[-2:] == ["transactions_submit", "transactions_get"]
    client.follows.create(address(world.ben))  # only posts are shown
    assert world.calls[-1] == "transactions_submit"


def test_comments_reposts_quotes_edits_and_hiding(world: World) -> None:
    client = world.client()
    first = client.posts.submit(body="First")
    comment = client.posts.submit(body="Comment", parent_stake_id=first.post_hash_hex)
    repost = client.posts.submit(reposted_post_hash_hex=first.post_hash_hex)
    quote = client.posts.submit(body="Look", reposted_post_hash_hex=first.post_hash_hex)
    edit = client.posts.submit(body="Second", post_hash_hex_to_modify=first.post_hash_hex.upper())
    assert edit.post_hash_hex == first.post_hash_hex != edit.hash_hex
    posts = world.mock.tables.posts
    assert posts[bytes.fromhex(first.post_hash_hex)].body == "Second"
    assert posts[bytes.fromhex(comment.post_hash_hex)].parent.hex() == first.post_hash_hex
    assert posts[bytes.fromhex(repost.post_hash_hex)].reposted.hex() == first.post_hash_hex
    assert posts[bytes.fromhex(quote.post_hash_hex)].is_quote
    client.posts.submit(post_hash_hex_to_modify=first.post_hash_hex, is_hidden=True)
    assert posts[bytes.fromhex(first.post_hash_hex)].is_hidden
    assert posts[bytes.fromhex(first.post_hash_hex)].body == "Second"  # what is left out stays


def test_a_post_with_nothing_in_it_is_refused_before_anything_is_signed(world: World) -> None:
    with pytest.raises(t.RequestError, match="needs a Body, ImageURLs or VideoURLs"):
        world.client().posts.submit()
    assert "posts_submit" not in world.calls


def test_an_edit_cannot_become_a_repost(world: World) -> None:
    post = world.mock.add_post(world.anna.public_key)
    with pytest.raises(InvalidRequestError, match="reposted or edited, not both"):
        world.client().posts.submit(
            post_hash_hex_to_modify=post.post_hash.hex(), reposted_post_hash_hex=post.post_hash.hex()
        )
    assert not world.calls


def test_extra_data_of_a_post_is_kept(world: World) -> None:
    done = world.client().posts.submit(body="Hello", post_extra_data={"Node": "1", "App": "tests"})
    found = world.client().posts.get(post_hash_hex=done.post_hash_hex).post_found
    assert found.post_extra_data["App"] == "tests"


def test_posts_are_listed_to_the_end(world: World) -> None:
    client = world.client()
    hashes = [client.posts.submit(body=f"Post {number}").post_hash_hex for number in range(7)]
    listed = [post.post_hash_hex for post in client.posts.list(order_by="newest", num_to_fetch=3)]
    assert listed == hashes[::-1]


def test_following_and_ceasing_to(world: World) -> None:
    client = world.client()
    client.follows.create(address(world.ben))
    pair = (world.anna.public_key.data, world.ben.public_key.data)
    assert pair in world.mock.tables.follows
    with pytest.raises(rules.RuleErrorFollowEntryAlreadyExists):
        client.follows.create(address(world.ben))
    client.follows.create(followed_public_key_base58_check=address(world.ben), is_unfollow=True)
    assert pair not in world.mock.tables.follows


def test_liking_and_taking_it_back(world: World) -> None:
    client, post = world.client(), world.mock.add_post(world.ben.public_key)
    client.likes.create(post.post_hash.hex())
    assert (world.anna.public_key.data, post.post_hash) in world.mock.tables.likes
    client.likes.create(liked_post_hash_hex=post.post_hash.hex(), is_unlike=True)
    assert not world.mock.tables.likes


def test_diamonds_cost_the_difference_to_what_was_given(world: World) -> None:
    client, post = world.client(), world.mock.add_post(world.ben.public_key)
    give = {"receiver_public_key_base58_check": address(world.ben), "diamond_post_hash_hex": post.post_hash.hex()}
    before = world.mock.balance(world.ben.public_key)
    first = client.diamonds.send(**give)
    assert first.spent_nanos - first.choices.fee_nanos == 50_000
    second = client.diamonds.send(**give, diamond_level=3)
    assert second.spent_nanos - second.choices.fee_nanos == 5_000_000 - 50_000
    assert world.mock.balance(world.ben.public_key) - before == 5_000_000
    with pytest.raises(t.RequestError, match="above the 3 given before"):
        client.diamonds.send(**give, diamond_level=3)
    told = client.diamonds.send(**give, diamond_level=4, diamonds_already_given=3)
    assert told.spent_nanos - told.choices.fee_nanos == 50_000_000 - 5_000_000


def test_diamonds_for_a_post_of_somebody_else_are_not_sent(world: World) -> None:
    cleo = world.mock.add_account()
    post = world.mock.add_post(cleo.public_key)
    with pytest.raises(TransactionMismatch, match="outputs"):  # the node pays the author, who is not ben
        world.client().diamonds.send(
            receiver_public_key_base58_check=address(world.ben), diamond_post_hash_hex=post.post_hash.hex()
        )
    assert "transactions_submit" not in world.calls


def test_a_profile_keeps_what_is_always_written(world: World) -> None:
    world.mock.add_profile(world.anna.public_key, "anna", creator_basis_points=4321, is_hidden=True)
    done = world.client().profiles.update(new_description="New")
    assert isinstance(done.transaction.metadata, t.UpdateProfile)
    assert done.transaction.metadata.new_creator_basis_points == 4321
    assert done.transaction.metadata.new_stake_multiple_basis_points == 12500
    profile = world.mock.tables.profiles[world.anna.public_key.data]
    assert (profile.description, profile.creator_basis_points, profile.is_hidden) == ("New", 4321, True)
    world.client().profiles.update(new_creator_basis_points=7, is_hidden=False)
    profile = world.mock.tables.profiles[world.anna.public_key.data]
    assert (profile.description, profile.creator_basis_points, profile.is_hidden) == ("New", 7, False)


def test_a_node_without_those_defaults_would_have_refused(world: World) -> None:
    client = world.client()
    raw = client.profiles.construct_update(
        updater_public_key_base58_check=address(world.anna), new_creator_basis_points=1
    )
    signed = t.sign(bytes.fromhex(raw.transaction_hex), world.anna)
    with pytest.raises(rules.RuleErrorProfileStakeMultipleSize):
        client.transactions.submit(transaction_hex=signed.hex)


def test_a_share_that_the_node_does_not_show_is_not_replaced_by_a_default(world: World) -> None:
    def without_coin(answer: dict[str, Any]) -> None:
        answer["Profile"]["CoinEntry"] = None

    client = world.client(transport=Changing(world, "/get-single-profile", without_coin))
    with pytest.raises(ResponseValidationError, match="give new_creator_basis_points"):
        client.profiles.update(new_description="New")
    assert "profiles_update" not in world.calls
    client.profiles.update(new_description="New", new_creator_basis_points=5)
    assert world.mock.tables.profiles[world.anna.public_key.data].creator_basis_points == 5


def test_a_first_profile_gives_its_account_the_whole_share(world: World) -> None:
    cleo = world.mock.add_account()
    world.client(cleo).profiles.update(new_username="cleo", new_description="Hi", extra_data={"Colour": "red"})
    read = world.client().profiles.get(username="cleo")
    assert read.profile.coin_entry.creator_basis_points == 10_000
    assert read.profile.public_key_base58_check == address(cleo)


def test_an_unknown_profile_is_none_when_asked_so(world: World) -> None:
    assert world.client().profiles.get(username="nobody", no_error_on_missing=True) is None


def test_a_picture_that_the_node_changes_is_refused_unless_allowed(world: World) -> None:
    client = world.client()
    with pytest.raises(TransactionMismatch, match="does not allow a re-encoded picture"):
        client.profiles.update(new_profile_pic=PICTURE)
    assert "transactions_submit" not in world.calls
    done = client.profiles.update(new_profile_pic=PICTURE, policy={"allow_reencoded_picture": True})
    assert done.choices.picture.width <= 100


def test_access_groups_are_created_with_a_key_that_can_be_derived_again(world: World) -> None:
    cleo = world.mock.add_account()
    client = world.client(cleo)
    client.access_groups.create()
    assert client.access_groups.get(
        access_group_owner_public_key_base58_check=address(cleo), access_group_key_name="default-key"
    ).access_group_public_key_base58_check == address(messages.access_group_key(cleo))
    client.access_groups.create("friends")
    other = keys.PrivateKey(bytes(31) + b"\x05").public_key
    client.access_groups.update("friends", public_key=other, extra_data={"about": "us"})
    assert world.mock.tables.groups[cleo.public_key.data, b"friends"].public_key == other.data


def test_members_are_added_changed_and_removed(world: World) -> None:
    client = world.client()
    client.access_groups.create("friends")
    done = client.access_group_members.add("friends", [address(world.ben)])
    assert [key.owner for key in done.group_keys] == [world.ben.public_key]
    assert done.group_keys[0].is_first_use
    again = client.access_group_members.update("friends", [address(world.ben)])
    assert not again.group_keys[0].is_first_use
    listed = client.access_group_members.list(
        access_group_owner_public_key_base58_check=address(world.anna),
        access_group_key_name="friends",
        max_members_to_fetch=10,
    )
    assert listed.access_group_members_base58_check == [address(world.ben)]
    client.access_group_members.remove("friends", [address(world.ben)])
    assert not world.mock.tables.groups[world.anna.public_key.data, b"friends"].members


def test_a_derived_key_that_may_only_post_can_only_post(world: World) -> None:
    derived = keys.PrivateKey(bytes(31) + b"\x09")
    limit = SpendingLimit(1_000_000, {t.TransactionType.SUBMIT_POST: 2})
    owner = world.client()
    done = owner.derived_keys.authorize(
        derived.public_key, expiration_block=world.mock.height + 1000, limit=limit, memo="poster"
    )
    assert isinstance(done, SubmittedTransaction)
    client = world.client(keys.DerivedSigner(world.anna.public_key, derived))
    post = client.posts.submit(body="By a derived key")
    assert world.mock.tables.posts[bytes.fromhex(post.post_hash_hex)].poster == world.anna.public_key.data
    signer = t.verify_signature(post.signed.data)
    assert (signer.public_key, signer.derived) == (derived.public_key, True)
    target, liked = address(world.ben), world.mock.add_post(world.ben.public_key).post_hash.hex()
    others: list[Any] = [
        lambda: client.follows.create(target),
        lambda: client.likes.create(liked),
        lambda: client.diamonds.send(receiver_public_key_base58_check=target, diamond_post_hash_hex=liked),
        lambda: client.profiles.update(new_description="Mine now"),
        lambda: client.access_groups.update("default-key", public_key=derived.public_key),
    ]
    before = world.mock.state()
    for other in others:
        with pytest.raises(RuleError, match="RuleErrorDerivedKeyTxnTypeNotAuthorized"):
            other()
    assert world.mock.state() == before
    with pytest.raises(ConfigurationError, match="authorised by the owner"):
        client.derived_keys.authorize(world.ben.public_key, expiration_block=world.mock.height + 9, limit=limit)
    client.posts.submit(body="The second, and the last")
    with pytest.raises(RuleError):
        client.posts.submit(body="One too many")


def test_a_revoked_key_cannot_post(world: World) -> None:
    derived = keys.PrivateKey(bytes(31) + b"\x09")
    owner, until = world.client(), world.mock.height + 1000
    limit = SpendingLimit(1_000_000, {t.TransactionType.SUBMIT_POST: 9})
    owner.derived_keys.authorize(derived.public_key, expiration_block=until, limit=limit)
    client = world.client(keys.DerivedSigner(world.anna.public_key, derived))
    client.posts.submit(body="Before")
    owner.derived_keys.revoke(derived.public_key, expiration_block=until)
    with pytest.raises(RuleError):
        client.posts.submit(body="After")


def test_a_key_without_limits_has_to_be_said_in_words(world: World) -> None:
    derived = keys.PrivateKey(bytes(31) + b"\x09")
    owner = world.client()
    with pytest.raises(ValueError, match="without limits"):
        owner.derived_keys.authorize(derived.public_key, expiration_block=world.mock.height + 9, limit="unlimited")
    owner.derived_keys.authorize(derived.public_key, expiration_block=world.mock.height + 1000, limit="without limits")
    client = world.client(keys.DerivedSigner(world.anna.public_key, derived))
    client.follows.create(address(world.ben))


def test_a_dry_run_changes_nothing_and_shows_what_the_node_chose(world: World) -> None:
    client, post = world.client(), world.mock.add_post(world.ben.public_key).post_hash.hex()
    client.access_groups.create("friends")
    before = world.mock.state()
    ben = address(world.ben)
    drafts = [
        client.posts.submit(body="Hello", dry_run=True),
        client.profiles.update(new_description="x", dry_run=True),
        client.follows.create(ben, dry_run=True),
        client.likes.create(post, dry_run=True),
        client.diamonds.send(receiver_public_key_base58_check=ben, diamond_post_hash_hex=post, dry_run=True),
        client.messages.send(ben, "Hi", dry_run=True),
        client.messages.send_group(address(world.anna), "friends", "Hi", dry_run=True),
        client.access_groups.create("more", dry_run=True),
        client.access_group_members.add("friends", [ben], dry_run=True),
        client.derived_keys.authorize(
            PublicKey(world.ben.public_key.data), expiration_block=world.mock.height + 9,
            limit=SpendingLimit(5), dry_run=True,
        ),
    ]  # fmt: skip
    assert {type(draft) for draft in drafts} == {DraftTransaction}
    for draft in drafts:
        assert draft.transaction.signature == b""
        assert draft.choices.nonce_expiration_block_height > world.mock.height
    assert world.mock.state() == before
    assert world.calls.count("transactions_submit") == 1  # that of the group


def test_a_dry_run_asks_the_signer_for_nothing(world: World) -> None:
    class Refusing:
        public_key = world.anna.public_key

        def sign(self, digest: bytes) -> bytes:
            raise AssertionError("asked to sign")

    group_keys = {"default-key": messages.access_group_key(world.anna)}
    client = world.client(Refusing(), group_keys=group_keys)
    derived, until = world.ben.public_key, world.mock.height + 9
    client.messages.send(address(world.ben), "Hi", dry_run=True)
    granted = client.derived_keys.authorize(derived, expiration_block=until, limit=SpendingLimit(5), dry_run=True)
    revoked = client.derived_keys.revoke(derived, expiration_block=until, dry_run=True)
    for draft, operation in ((granted, 1), (revoked, 0)):
        assert isinstance(draft.transaction.metadata, t.AuthorizeDerivedKey)
        assert (draft.transaction.metadata.operation, draft.transaction.metadata.access_signature) == (operation, b"")
    with pytest.raises(ValueError, match="without limits"):
        client.derived_keys.authorize(derived, expiration_block=until, limit="unlimited", dry_run=True)
    with pytest.raises(AssertionError, match="asked to sign"):
        client.derived_keys.authorize(derived, expiration_block=until, limit=SpendingLimit(5))


def test_fee_outputs_that_were_asked_for_are_paid(world: World) -> None:
    cleo = world.mock.add_account(balance_nanos=0)
    fee = {"PublicKeyBase58Check": address(cleo), "AmountNanos": 700}
    done = world.client().follows.create(address(world.ben), transaction_fees=[fee])
    assert world.mock.balance(cleo.public_key) == 700
    assert done.spent_nanos == 700 + done.choices.fee_nanos


def test_addresses_of_the_other_network_are_refused(world: World) -> None:
    with pytest.raises(t.RequestError, match="testnet"):
        world.client().follows.create(world.ben.public_key.address(keys.TESTNET))
    with pytest.raises(keys.AddressError, match="testnet"):
        world.client().messages.send(world.ben.public_key.address(keys.TESTNET), "Hi")
    assert "transactions_submit" not in world.calls


def test_waiting_until_a_transaction_is_in_a_block(world: World) -> None:
    done = world.client().follows.create(address(world.ben), wait_for="Committed", wait_timeout=30)
    assert world.client().transactions.get(txn_hash_hex=done.hash_hex, txn_status="Committed").txn_found


def test_the_signer_can_be_changed_for_a_copy(world: World) -> None:
    client = world.client()
    other = client.with_options(signer=world.ben, policy={"max_fee_nanos": 50_000})
    assert (client.account.owner, other.account.owner) == (world.anna.public_key, world.ben.public_key)
    done = other.posts.submit(body="By ben")
    assert done.transaction.public_key == world.ben.public_key.data
    with pytest.raises(TransactionMismatch, match="fee_nanos"):
        other.posts.submit(body="By ben", policy={"max_fee_nanos": 1})
