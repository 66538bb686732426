"""What the chain takes and refuses, with the names of the rules, and what each type of transaction changes."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from deso_client import keys
from deso_client import transactions as t
from deso_client.keys._points import N

from tests.deso.mock.world import World, address, group_key


def rule(text: str) -> str:
    """The name of the rule at the end of an error of the submitting call."""
    assert text.startswith("SubmitTransaction: Problem broadcasting txn: ")
    return text.rpartition(": ")[2]


def altered(made: dict[str, Any], **members: Any) -> dict[str, Any]:
    """The same answer with bytes that say something else; its fee is right again."""
    found = replace(t.decode_hex(made["TransactionHex"]), **members)
    if found.version and "fee_nanos" not in members:
        found = replace(found, fee_nanos=t.fee_for(found, 1000))
    return {**made, "TransactionHex": t.encode(found).hex()}


def with_metadata(made: dict[str, Any], **members: Any) -> dict[str, Any]:
    """The same answer with another member in the metadata of its bytes."""
    metadata: Any = t.decode_hex(made["TransactionHex"]).metadata
    return altered(made, metadata=replace(metadata, **members))


# --- Any transaction ---


def test_a_signed_transaction_is_taken_with_its_final_hash(world: World) -> None:
    made = world.construct("posts_submit")
    signed = world.signed(made)
    answer = world.ask("submit-transaction", {"TransactionHex": signed.hex})
    assert answer["TxnHashHex"] == signed.hash.hex() == answer["PostEntryResponse"]["PostHashHex"]
    assert answer["TransactionIDBase58Check"] == signed.transaction_id()
    assert answer["TxnHashHex"] != made["PostHashHex"]
    assert answer["Transaction"] == t.to_json(t.decode(signed.data))


def test_the_signature_may_come_by_itself_and_with_a_high_s(world: World) -> None:
    made = world.construct("posts_submit")
    parsed = t.parse(bytes.fromhex(made["TransactionHex"]))
    low = world.anna.sign_digest(parsed.signing_digest)
    high = keys.Signature(low.r, N - low.s)
    body = {"UnsignedTransactionHex": made["TransactionHex"], "TransactionSignatureHex": high.der.hex()}
    answer = world.ask("submit-transaction", body)
    assert answer["TxnHashHex"] == world.signed(made).hash.hex()


def test_a_high_s_in_the_bytes_is_refused(world: World) -> None:
    made = world.construct("posts_submit")
    parsed = t.parse(bytes.fromhex(made["TransactionHex"]))
    low = world.anna.sign_digest(parsed.signing_digest)
    data = t.attach_signature(parsed, keys.Signature(low.r, N - low.s).der)
    text = world.error("submit-transaction", {"TransactionHex": data.hex()})
    assert rule(text) == "RuleErrorTxnSigHasHighS"


def test_both_forms_or_none_are_refused(world: World) -> None:
    made = world.construct("posts_submit")
    signed = world.signed(made).hex
    unsigned, signature = made["TransactionHex"], "3006020101020101"
    for body in (
        {},
        {"TransactionHex": signed, "UnsignedTransactionHex": unsigned, "TransactionSignatureHex": signature},
        {"TransactionHex": signed, "TransactionSignatureHex": signature},
        {"UnsignedTransactionHex": unsigned},
        {"UnsignedTransactionHex": unsigned, "TransactionSignatureHex": "00"},
    ):
        assert world.error("submit-transaction", body).startswith("SubmitTransaction: ")
    assert world.mock.tables.transactions == {}


@pytest.mark.parametrize("text", ["zz", "0", "00", "0000" * 10])
def test_what_is_no_transaction_is_refused(world: World, text: str) -> None:
    assert world.error("submit-transaction", {"TransactionHex": text}).startswith("SubmitTransaction: Problem de")


def test_an_unsigned_transaction_and_anothers_signature_are_refused(world: World) -> None:
    made = world.construct("posts_submit")
    unsigned = world.error("submit-transaction", {"TransactionHex": made["TransactionHex"]})
    assert rule(unsigned) == "RuleErrorInvalidTransactionSignature"
    parsed = t.parse(bytes.fromhex(made["TransactionHex"]))
    forged = t.attach_signature(parsed, world.berta.sign(parsed.signing_digest))
    text = world.error("submit-transaction", {"TransactionHex": forged.hex()})
    assert rule(text) == "RuleErrorInvalidTransactionSignature"


def test_a_changed_byte_breaks_the_signature(world: World) -> None:
    signed = world.signed(world.construct("posts_submit")).data
    changed = signed.replace(b"Rain", b"Rein")
    text = world.error("submit-transaction", {"TransactionHex": changed.hex()})
    assert rule(text) == "RuleErrorInvalidTransactionSignature"


def test_the_same_transaction_is_taken_once(world: World) -> None:
    made = world.construct("posts_submit")
    world.submit(made)
    before = world.mock.state()
    assert rule(world.refusal(made)) == "RuleErrorReusedNonce"
    assert world.mock.state() == before


def test_a_nonce_is_taken_once_whatever_the_transaction(world: World) -> None:
    nonce = t.decode_hex(world.construct("posts_submit")["TransactionHex"]).nonce
    world.submit(altered(world.construct("posts_submit"), nonce=nonce))
    assert rule(world.refusal(altered(world.construct("follows_create"), nonce=nonce))) == "RuleErrorReusedNonce"


def test_a_nonce_expires(world: World) -> None:
    made = world.construct("posts_submit")
    world.mock.clock.advance(278)
    kept = world.construct("posts_submit")
    world.mock.clock.advance(1)
    assert rule(world.refusal(made)) == "RuleErrorNonceExpired"
    world.submit(kept)


def test_a_nonce_too_far_ahead_is_refused(world: World) -> None:
    nonce = t.Nonce(world.mock.height + 289, 5)
    made = altered(world.construct("posts_submit"), nonce=nonce)
    assert rule(world.refusal(made)) == "RuleErrorNonceExpirationBlockHeightOffsetExceeded"


def test_a_fee_below_the_networks_and_one_that_is_a_mistake_are_refused(world: World) -> None:
    made = world.construct("posts_submit")
    fee = t.decode_hex(made["TransactionHex"]).fee_nanos
    assert rule(world.refusal(altered(made, fee_nanos=fee // 2))) == "RuleErrorTxnFeeBelowNetworkMinimum"
    assert "fee rate" in world.refusal(altered(made, fee_nanos=10**9))


def test_whoever_has_too_little_cannot_pay(world: World) -> None:
    made = world.construct("posts_submit")
    world.mock.tables.balances[world.anna.public_key.data] = made["TotalInputNanos"] - 1
    assert rule(world.refusal(made)) == "RuleErrorInsufficientBalance"
    world.mock.fund(world.anna.public_key, 1)
    world.submit(made)
    assert world.mock.balance(world.anna.public_key) == 0


def test_outputs_beyond_64_bits_are_refused(world: World) -> None:
    outputs = (t.TransactionOutput(world.berta.public_key.data, 2**64 - 1),) * 2
    made = altered(world.construct("posts_submit"), outputs=outputs)
    assert rule(world.refusal(made)) == "RuleErrorOutputOverflowsTotal"


def test_bytes_that_core_writes_in_another_form_are_judged_in_that_form(world: World) -> None:
    made = world.construct("posts_submit")
    loose = t.parse(b"\x80\x00" + bytes.fromhex(made["TransactionHex"])[1:])
    over_loose = t.attach_signature(loose, world.anna.sign(loose.signing_digest))
    text = world.error("submit-transaction", {"TransactionHex": over_loose.hex()})
    assert rule(text) == "RuleErrorInvalidTransactionSignature"
    over_strict = t.attach_signature(loose, world.anna.sign(t.parse(t.encode(loose.transaction)).signing_digest))
    answer = world.ask("submit-transaction", {"TransactionHex": over_strict.hex()})
    assert answer["TxnHashHex"] == world.signed(made).hash.hex()


def test_other_types_are_refused_by_name(world: World) -> None:
    made = world.construct("posts_submit")
    reward = altered(made, metadata=t.UnknownMetadata(1, b""))
    coin = altered(made, metadata=t.UnknownMetadata(11, b"\0"))
    assert rule(world.refusal(reward)) == "TxErrorIndividualBlockReward"
    assert rule(world.refusal(coin)) == "RuleErrorNotImplemented"


# --- Version 0 ---


def test_version_0_spends_outputs_and_gets_change() -> None:
    world = World(version="0")
    before = world.mock.balance(world.anna.public_key)
    made = world.construct("posts_submit")
    found = t.decode_hex(made["TransactionHex"])
    assert (found.version, found.nonce, len(found.inputs)) == (0, None, 1)
    assert not {"TxnVersion", "TxnFeeNanos", "TxnNonce"} & set(made["Transaction"])
    assert made["FeeNanos"] == len(made["TransactionHex"]) // 2 + 77
    assert made["TotalInputNanos"] == before == made["ChangeAmountNanos"] + made["FeeNanos"]
    world.submit(made)
    assert world.mock.balance(world.anna.public_key) == made["ChangeAmountNanos"]
    world.do("follows_create")
    assert [violation for violation in world.mock.violations if violation.side == "answer"] == []


def test_a_post_that_is_taken_and_not_found_is_answered_with_two_documents(world: World) -> None:
    world.mock.shows_posts = False
    signed = world.signed(world.construct("posts_submit"))
    answer = world.send("submit-transaction", {"TransactionHex": signed.hex})
    error, result = map(json.loads, answer.body.splitlines())
    assert (answer.status, error["error"].partition(":")[0]) == (400, "_afterSubmitPostTransaction")
    assert (result["TxnHashHex"], result["PostEntryResponse"]) == (signed.hash.hex(), None)
    assert signed.hash in world.mock.tables.posts
    assert world.ask("get-txn", {"TxnHashHex": signed.hash.hex()}) == {"TxnFound": True}
    world.do("follows_create")


def test_version_0_spends_no_output_twice() -> None:
    world = World(version="0")
    first, second = world.construct("posts_submit"), world.construct("follows_create")
    world.submit(first)
    assert rule(world.refusal(second)) == "RuleErrorInputSpendsPreviouslySpentOutput"
    assert rule(world.refusal(first)) == "TxErrorDuplicate"


def test_version_0_needs_inputs_of_its_own_that_are_enough() -> None:
    world = World(version="0")
    made = world.construct("posts_submit")
    found = t.decode_hex(made["TransactionHex"])
    theirs = t.decode_hex(world.construct("likes_create")["TransactionHex"]).inputs
    nowhere = (t.TransactionInput(bytes(32), 0),)
    refusals = {
        "RuleErrorTxnMustHaveAtLeastOneInput": (),
        "RuleErrorDuplicateInputs": found.inputs * 2,
        "RuleErrorInputSpendsNonexistentUtxo": nowhere,
        "RuleErrorInputWithPublicKeyDifferentFromTxnPublicKey": theirs,
    }
    for name, inputs in refusals.items():
        assert rule(world.refusal(altered(made, inputs=inputs))) == name
    greedy = (replace(found.outputs[0], amount_nanos=found.outputs[0].amount_nanos + 10**6),)
    assert rule(world.refusal(altered(made, outputs=greedy))) == "RuleErrorTxnOutputExceedsInput"
    poor = world.mock.add_account(balance_nanos=10)
    error = world.error("submit-post", {"UpdaterPublicKeyBase58Check": address(poor), "BodyObj": {"Body": "x"}})
    assert "insufficient funds" in error


def test_each_version_is_refused_where_the_other_is_in_force() -> None:
    world = World(version="0")
    old = world.construct("posts_submit")
    world.mock.version = "1"
    assert rule(world.refusal(old)) == "RuleErrorBalanceModelDoesNotUseUTXOInputs"
    new = world.construct("posts_submit")
    mixed = altered(new, inputs=t.decode_hex(old["TransactionHex"]).inputs)
    assert rule(world.refusal(mixed)) == "RuleErrorBalanceModelDoesNotUseUTXOInputs"
    world.mock.version = "0"
    assert rule(world.refusal(new)) == "RuleErrorTxnMustHaveAtLeastOneInput"


# --- Profiles ---


def profile_of(world: World, username: str) -> dict[str, Any]:
    found: dict[str, Any] = world.ask("get-single-profile", {"Username": username})["Profile"]
    return found


def test_a_profile_is_changed_but_for_empty_texts(world: World) -> None:
    world.do("profiles_update")
    empty = {"NewUsername": "", "NewDescription": "", "ExtraData": None}
    world.do("profiles_update", **empty, IsHidden=True, NewCreatorBasisPoints=0)
    found = profile_of(world, "ANNA_2")
    assert (found["Username"], found["Description"], found["IsHidden"]) == ("anna_2", "Somebody", True)
    assert found["CoinEntry"]["CreatorBasisPoints"] == 0
    assert found["ExtraData"] == {"Station": "roof"}
    world.do("profiles_update", ExtraData={"Station": ""})
    assert profile_of(world, "anna_2")["ExtraData"] == {"Station": ""}


def test_a_new_profile_costs_its_price_besides_the_fee(world: World) -> None:
    key = world.mock.add_account(balance_nanos=10_000_500)
    made = world.construct("profiles_update", UpdaterPublicKeyBase58Check=address(key), NewUsername="dora")
    assert made["TotalInputNanos"] == made["FeeNanos"] + 10_000_000
    assert made["CompProfileCreationTxnHashHex"] == ""
    world.submit(made, key)
    assert world.mock.balance(key.public_key) == 500 - made["FeeNanos"]
    poor = world.mock.add_account(balance_nanos=9_000_000)
    changes = {"UpdaterPublicKeyBase58Check": address(poor), "NewUsername": "emil"}
    assert rule(world.fail("profiles_update", poor, **changes)) == "RuleErrorInsufficientBalance"


def test_the_node_pays_for_the_profile_of_an_account_with_a_bonus(world: World) -> None:
    key = world.mock.add_account(balance_nanos=1000)
    world.mock.paid_profiles.add(key.public_key.data)
    made = world.construct("profiles_update", UpdaterPublicKeyBase58Check=address(key), NewUsername="dora")
    assert len(made["CompProfileCreationTxnHashHex"]) == 64
    world.submit(made, key)
    assert world.mock.balance(key.public_key) == 1000 - made["FeeNanos"]


def test_a_stake_multiple_that_is_left_out_is_constructed_and_then_refused(world: World) -> None:
    error = world.fail("profiles_update", NewStakeMultipleBasisPoints=None)
    assert rule(error) == "RuleErrorProfileStakeMultipleSize"


@pytest.mark.parametrize(
    ("name", "members"),
    [
        ("RuleErrorProfilePubKeyNotAuthorized", {"profile_public_key": bytes([2]) + bytes(31) + b"\1"}),
        ("RuleErrorProfileUsernameTooLong", {"new_username": b"a" * 26}),
        ("RuleErrorInvalidUsername", {"new_username": b"a b"}),
        ("RuleErrorInvalidUsername", {"new_username": b"BC1a"}),
        ("RuleErrorProfileUsernameExists", {"new_username": b"BERTA"}),
        ("RuleErrorProfileDescriptionTooLong", {"new_description": b"a" * 20_001}),
        ("RuleErrorMaxProfilePicSize", {"new_profile_pic": b"a" * 20_001}),
        ("RuleErrorProfileCreatorPercentageSize", {"new_creator_basis_points": 10_001}),
        ("RuleErrorProfileStakeMultipleSize", {"new_stake_multiple_basis_points": 100_001}),
    ],
)
def test_rules_of_profiles(world: World, name: str, members: dict[str, Any]) -> None:
    before = world.mock.state()
    assert rule(world.refusal(with_metadata(world.construct("profiles_update"), **members))) == name
    assert world.mock.state() == before


def test_a_new_profile_needs_a_name(world: World) -> None:
    key = world.mock.add_account()
    changes = {"UpdaterPublicKeyBase58Check": address(key), "NewUsername": ""}
    assert rule(world.fail("profiles_update", key, **changes)) == "RuleErrorProfileUsernameTooShort"


# --- Posts ---


def test_a_post_is_edited_hidden_and_merged(world: World) -> None:
    final = world.do("posts_submit", PostExtraData={"Language": "en", "Mood": "wet"})["TxnHashHex"]
    changes = {"PostHashHexToModify": final, "BodyObj": {"Body": "Sun"}, "PostExtraData": {"Mood": "", "Wind": "east"}}
    entry = world.do("posts_submit", **changes)["PostEntryResponse"]
    assert (entry["PostHashHex"], entry["Body"]) == (final, "Sun")
    assert entry["PostExtraData"] == {"Language": "en", "Wind": "east"}
    entry = world.do("posts_submit", PostHashHexToModify=final, BodyObj=None, IsHidden=True)["PostEntryResponse"]
    assert (entry["IsHidden"], entry["Body"]) == (True, "Sun")
    assert final not in [post["PostHashHex"] for post in world.ask("get-posts-stateless", {})["PostsFound"]]
    assert not world.do("posts_submit", PostHashHexToModify=final)["PostEntryResponse"]["IsHidden"]


def test_comments_reposts_and_quotes_count_at_their_post(world: World) -> None:
    parent = world.post.post_hash.hex()
    comment = world.do("posts_submit", ParentStakeID=parent)
    world.do("posts_submit", ParentStakeID=address(world.berta))
    plain = world.do("posts_submit", BodyObj={}, RepostedPostHashHex=parent)
    world.do("posts_submit", RepostedPostHashHex=parent)
    found = world.ask("get-single-post", {"PostHashHex": parent, "CommentLimit": 30})["PostFound"]
    counts = [found[name] for name in ("CommentCount", "RepostCount", "QuoteRepostCount", "RecloutCount")]
    assert counts == [1, 1, 1, 1]
    assert [one["PostHashHex"] for one in found["Comments"]] == [comment["TxnHashHex"]]
    assert plain["PostEntryResponse"]["RepostedPostEntryResponse"]["PostHashHex"] == parent


def test_a_frozen_post_stays_as_it_is(world: World) -> None:
    final = world.do("posts_submit", IsFrozen=True)["TxnHashHex"]
    assert rule(world.fail("posts_submit", PostHashHexToModify=final)) == "RuleErrorSubmitPostModifyingFrozenPost"


@pytest.mark.parametrize(
    ("name", "changes"),
    [
        ("RuleErrorSubmitPostModifyingNonexistentPost", {"PostHashHexToModify": "00" * 32}),
        ("RuleErrorSubmitPostParentNotFound", {"ParentStakeID": "00" * 32}),
        ("RuleErrorSubmitPostRepostPostNotFound", {"RepostedPostHashHex": "00" * 32}),
    ],
)
def test_what_posts_refer_to_has_to_be_there(world: World, name: str, changes: dict[str, Any]) -> None:
    assert rule(world.fail("posts_submit", **changes)) == name


def test_nobody_edits_anothers_post_or_reposts_a_repost(world: World) -> None:
    post = world.post.post_hash.hex()
    changes = {"UpdaterPublicKeyBase58Check": address(world.berta), "PostHashHexToModify": post}
    assert rule(world.fail("posts_submit", **changes)) == "RuleErrorSubmitPostPostModificationNotAuthorized"
    repost = world.do("posts_submit", BodyObj={}, RepostedPostHashHex=post)["TxnHashHex"]
    assert rule(world.fail("posts_submit", RepostedPostHashHex=repost)) == "RuleErrorSubmitPostRepostOfRepost"
    changed = {"PostHashHexToModify": repost, "RepostedPostHashHex": repost}
    assert rule(world.fail("posts_submit", **changed)) == "RuleErrorSubmitPostUpdateRepostHash"


@pytest.mark.parametrize(
    ("name", "members"),
    [
        ("RuleSubmitPostBodyLength", {"body": b"a" * 20_001}),
        ("RuleErrorSubmitPostCreatorPercentageSize", {"creator_basis_points": 10_001}),
        ("RuleErrorSubmitPostStakeMultipleSize", {"stake_multiple_basis_points": 10_000}),
        ("RuleErrorSubmitPostTimestampIsZero", {"timestamp_nanos": 0}),
    ],
)
def test_rules_of_posts(world: World, name: str, members: dict[str, Any]) -> None:
    assert rule(world.refusal(with_metadata(world.construct("posts_submit"), **members))) == name


@pytest.mark.parametrize("body", [b"no JSON", b"[1]", b'{"Body":5,"ImageURLs":"x"}', b"[" * 5000])
def test_a_body_that_is_no_json_is_taken_and_shown_empty(world: World, body: bytes) -> None:
    entry = world.submit(with_metadata(world.construct("posts_submit"), body=body))["PostEntryResponse"]
    assert (entry["Body"], entry["ImageURLs"]) == ("", None)


# --- Follows, likes, diamonds ---


def test_follows_are_made_once_and_unmade(world: World) -> None:
    pair = [address(world.anna), address(world.berta)]
    world.do("follows_create")
    assert world.mock.state()["follows"] == [pair]
    assert rule(world.fail("follows_create")) == "RuleErrorFollowEntryAlreadyExists"
    world.do("follows_create", IsUnfollow=True)
    assert world.mock.state()["follows"] == []
    error = world.fail("follows_create", IsUnfollow=True)
    assert rule(error) == "RuleErrorCannotUnfollowNonexistentFollowEntry"
    nobody = address(world.mock.add_account())
    error = world.fail("follows_create", FollowedPublicKeyBase58Check=nobody)
    assert rule(error) == "RuleErrorFollowingNonexistentProfile"


def test_likes_are_made_once_and_unmade(world: World) -> None:
    post = world.post.post_hash.hex()
    world.do("likes_create")
    assert world.mock.state()["likes"] == [[address(world.berta), post]]
    assert rule(world.fail("likes_create")) == "RuleErrorLikeEntryAlreadyExists"
    asked = {"PostHashHex": post, "ReaderPublicKeyBase58Check": address(world.berta)}
    found = world.ask("get-single-post", asked)["PostFound"]
    assert (found["LikeCount"], found["PostEntryReaderState"]["LikedByReader"]) == (1, True)
    world.do("likes_create", IsUnlike=True)
    assert world.mock.state()["likes"] == []
    assert rule(world.fail("likes_create", IsUnlike=True)) == "RuleErrorCannotUnlikeWithoutAnExistingLike"
    assert rule(world.fail("likes_create", LikedPostHashHex="00" * 32)) == "RuleErrorCannotLikeNonexistentPost"


def test_diamonds_are_paid_to_the_author_and_only_the_difference(world: World) -> None:
    anna, berta = world.anna.public_key, world.berta.public_key
    before = world.mock.balance(anna), world.mock.balance(berta)
    first = world.construct("diamonds_send", ReceiverPublicKeyBase58Check=address(world.carla))
    assert first["SpendAmountNanos"] == 500_000
    world.submit(first)
    second = world.construct("diamonds_send", DiamondLevel=3)
    assert second["SpendAmountNanos"] == 4_500_000
    world.submit(second)
    fees = first["FeeNanos"] + second["FeeNanos"]
    after = world.mock.balance(anna), world.mock.balance(berta)
    assert after == (before[0] + 5_000_000, before[1] - 5_000_000 - fees)
    asked = {"PostHashHex": world.post.post_hash.hex(), "ReaderPublicKeyBase58Check": address(world.berta)}
    found = world.ask("get-single-post", asked)["PostFound"]
    assert (found["DiamondCount"], found["PostEntryReaderState"]["DiamondLevelBestowed"]) == (3, 3)


@pytest.mark.parametrize(
    ("name", "extra_data"),
    [
        ("HasDiamondPostHashWithoutDiamondLevel", {b"DiamondLevel": None}),
        ("HasInvalidDiamondLevel", {b"DiamondLevel": b"\x00"}),
        ("HasInvalidDiamondLevel", {b"DiamondLevel": b"\xff"}),
        ("DiamondPostEntryDoesNotExist", {b"DiamondPostHash": bytes(32)}),
        ("InsufficientDeSoForDiamondLevel", {b"DiamondLevel": b"\x06"}),
    ],
)
def test_rules_of_diamonds(world: World, name: str, extra_data: dict[bytes, bytes | None]) -> None:
    made = world.construct("diamonds_send")
    given = {**t.decode_hex(made["TransactionHex"]).extra_data, **extra_data}
    kept = {key: value for key, value in given.items() if value is not None}
    assert rule(world.refusal(altered(made, extra_data=kept))) == f"RuleErrorBasicTransfer{name}"


def test_nobody_gives_diamonds_to_oneself(world: World) -> None:
    mine = world.mock.add_post(world.berta.public_key)
    made = world.construct("diamonds_send", DiamondPostHashHex=mine.post_hash.hex())
    assert rule(world.refusal(made)) == "RuleErrorBasicTransferDiamondCannotTransferToSelf"


# --- Access groups and messages ---


def test_groups_are_made_once_and_changed(world: World) -> None:
    world.do("access_groups_create")
    assert rule(world.fail("access_groups_create")) == "RuleErrorAccessGroupAlreadyExists"
    key = group_key(world.berta, "other").public_key.address()
    world.do("access_groups_update", AccessGroupPublicKeyBase58Check=key, ExtraData={"Title": "Wind"})
    asked = {"AccessGroupOwnerPublicKeyBase58Check": address(world.anna), "AccessGroupKeyName": "chat"}
    found = world.ask("get-access-group-info", asked)
    assert (found["AccessGroupPublicKeyBase58Check"], found["ExtraData"]) == (key, {"Title": "Wind"})
    missing = world.fail("access_groups_update", AccessGroupKeyName="nothing")
    assert rule(missing) == "RuleErrorAccessGroupDoesntExist"


@pytest.mark.parametrize(
    ("name", "members"),
    [
        (
            "RuleErrorAccessGroupOwnerPublicKeyCannotBeDifferent",
            {"access_group_owner_public_key": bytes([2]) + bytes(32)},
        ),
        ("RuleErrorAccessGroupsNameCannotBeZeros", {"access_group_key_name": bytes(32)}),
        ("RuleErrorAccessGroupKeyNameTooLong", {"access_group_key_name": b"a" * 33}),
        ("RuleErrorAccessGroupOperationTypeNotSupported", {"operation": 4}),
    ],
)
def test_rules_of_groups(world: World, name: str, members: dict[str, Any]) -> None:
    assert rule(world.refusal(with_metadata(world.construct("access_groups_create"), **members))) == name


def test_the_owners_key_is_no_key_of_a_group(world: World) -> None:
    made = with_metadata(world.construct("access_groups_create"), access_group_public_key=world.anna.public_key.data)
    assert rule(world.refusal(made)) == "RuleErrorAccessPublicKeyCannotBeOwnerKey"


def members_of(world: World) -> list[str]:
    asked = {"AccessGroupOwnerPublicKeyBase58Check": address(world.anna), "AccessGroupKeyName": "chat"}
    found: list[str] = world.ask("get-paginated-access-group-members", asked)["AccessGroupMembersBase58Check"]
    return found


def test_members_come_change_and_go(world: World) -> None:
    world.do("access_group_members_add")
    assert set(members_of(world)) == {address(world.berta), address(world.carla)}
    assert rule(world.fail("access_group_members_add")) == "RuleErrorAccessMemberAlreadyExists"
    world.do("access_group_members_update")
    asked = {
        "AccessGroupMemberPublicKeyBase58Check": address(world.berta),
        "AccessGroupOwnerPublicKeyBase58Check": address(world.anna),
        "AccessGroupKeyName": "chat",
    }
    found = world.ask("get-access-group-member-info", asked)
    assert (found["EncryptedKey"], found["ExtraData"]) == ("04Cd", {"Since": "today"})
    world.do("access_group_members_remove")
    assert members_of(world) == [address(world.carla)]
    assert world.ask("get-access-group-member-info", asked) is None
    for operation in ("access_group_members_update", "access_group_members_remove"):
        assert rule(world.fail(operation)) == "RuleErrorAccessMemberDoesntExist"


def test_rules_of_members(world: World) -> None:
    made = world.construct("access_group_members_add")
    metadata = t.decode_hex(made["TransactionHex"]).metadata
    assert isinstance(metadata, t.AccessGroupMembers)
    one = metadata.members[0]
    own = t.AccessGroupMember(world.anna.public_key.data, b"chat", b"00")
    berta = t.AccessGroupMember(world.berta.public_key.data, b"default-key", b"00")
    refusals: list[tuple[str, dict[str, Any]]] = [
        (
            "RuleErrorAccessGroupMemberPublicKeyCannotBeDifferent",
            {"access_group_owner_public_key": one.member_public_key},
        ),
        ("RuleErrorAccessGroupsNameCannotBeZeros", {"access_group_key_name": b""}),
        ("RuleErrorAccessGroupMembersListCannotBeEmpty", {"members": ()}),
        ("RuleErrorAccessGroupDoesntExist", {"access_group_key_name": b"nothing"}),
        ("RuleErrorAccessGroupDoesntExist", {"members": (replace(one, member_key_name=b"nothing"),)}),
        ("RuleErrorAccessGroupMemberListDuplicateMember", {"members": (one, one)}),
        ("RuleErrorAccessGroupMemberCantAddOwnerBySameGroup", {"members": (own,)}),
        ("RuleErrorAccessGroupMemberOperationTypeNotSupported", {"operation": 9}),
        ("RuleErrorAccessGroupMemberRemoveEncryptedKeyNotEmpty", {"operation": 3, "members": (berta,)}),
        (
            "RuleErrorAccessGroupMemberRemoveExtraDataNotEmpty",
            {"operation": 3, "members": (replace(berta, encrypted_key=b"", extra_data={b"a": b"b"}),)},
        ),
    ]
    for name, members in refusals:
        assert rule(world.refusal(with_metadata(made, **members))) == name
    assert members_of(world) == [address(world.berta)]


@pytest.mark.parametrize("operation", ["messages_send", "messages_send_group"])
def test_a_message_is_sent_and_changed(world: World, operation: str) -> None:
    made = world.construct(operation)
    world.submit(made)
    time = str(made["Transaction"]["TxnMeta"]["TimestampNanos"])
    update = operation.replace("send", "update")
    changes = {"TimestampNanosString": time, "EncryptedMessageText": "ff", "ExtraData": {"edited": "1"}}
    assert "NotExist" in world.fail(update, **{**changes, "TimestampNanosString": "5"})
    world.do(update, **changes)
    (message,) = world.mock.state()["messages"]
    assert message["MessageInfo"]["EncryptedText"] == "ff"
    assert message["MessageInfo"]["ExtraData"] == {"Kind": "text", "edited": "1"}
    assert message["MessageInfo"]["TimestampNanosString"] == time
    assert message["ChatType"] == ("GroupChat" if "group" in operation else "DM")


def test_rules_of_messages(world: World) -> None:
    made = world.construct("messages_send")
    zeros = bytes([2]) + bytes(32)
    refusals: list[tuple[str, dict[str, Any]]] = [
        ("RuleErrorNewMessageEncryptedTextLengthExceedsMax", {"encrypted_text": bytes(10_001)}),
        ("RuleErrorNewMessageMessageSenderDoesNotMatchTxnPublicKey", {"sender_owner_public_key": zeros}),
        ("RuleErrorNewMessageTimestampNanosCannotBeZero", {"timestamp_nanos": 0}),
        ("RuleErrorNewMessageUnknownMessageType", {"message_type": 2}),
        ("RuleErrorNewMessageUnknownOperationType", {"operation": 2}),
        (
            "RuleErrorNewMessageDmSenderAndRecipientCannotBeTheSame",
            {"recipient_owner_public_key": world.berta.public_key.data},
        ),
    ]
    for name, members in refusals:
        assert rule(world.refusal(with_metadata(made, **members))) == name
    for side in ("sender", "recipient"):
        error = world.refusal(with_metadata(made, **{f"{side}_key_name": b"nothing"}))
        assert rule(error) == "RuleErrorAccessGroupDoesntExist"
    time = t.decode_hex(made["TransactionHex"]).metadata.timestamp_nanos  # type: ignore[attr-defined] # a message's
    world.submit(made)
    again = with_metadata(world.construct("messages_send"), timestamp_nanos=time)
    assert rule(world.refusal(again)) == "RuleErrorNewMessageDmMessageAlreadyExists"


def test_only_members_write_to_a_group_and_only_the_author_changes_a_message(world: World) -> None:
    carla = {
        "SenderAccessGroupOwnerPublicKeyBase58Check": address(world.carla),
        "SenderAccessGroupPublicKeyBase58Check": group_key(world.carla).public_key.address(),
    }
    error = world.fail("messages_send_group", **carla)
    assert rule(error) == "RuleErrorNewMessageGroupChatMemberEntryDoesntExist"
    world.do("access_group_members_add")
    made = world.construct("messages_send_group", **carla)
    world.submit(made)
    time = str(made["Transaction"]["TxnMeta"]["TimestampNanos"])
    error = world.fail("messages_update_group", TimestampNanosString=time)
    assert rule(error) == "RuleErrorNewMessageMessageSenderDoesNotMatchTxnPublicKey"


# --- Atomic transactions ---


def wrapped(world: World, *operations: str) -> tuple[dict[str, Any], list[str]]:
    """A wrapper around new transactions, and these signed."""
    hexes = [world.construct(operation)["TransactionHex"] for operation in operations]
    made = world.ask("create-atomic-txns-wrapper", {"UnsignedTransactionHexes": hexes})
    return made, [world.signed({"TransactionHex": one}).hex for one in made["InnerTransactionHexes"]]


def test_wrapped_transactions_happen_together(world: World) -> None:
    made, signed = wrapped(world, "posts_submit", "likes_create")
    t.check_atomic_chain([t.decode_hex(one) for one in signed])
    assert made["TransactionsWrapped"] == 2
    body = {"IncompleteAtomicTransactionHex": made["TransactionHex"], "SignedInnerTransactionsHex": signed}
    answer = world.ask("submit-atomic-transaction", body)
    assert (len(world.mock.tables.posts), len(world.mock.tables.likes)) == (2, 1)
    assert world.ask("get-txn", {"TxnHashHex": answer["TxnHashHex"]}) == {"TxnFound": True}
    assert "TxErrorDuplicate" in world.error("submit-atomic-transaction", body)


def test_wrapped_transactions_may_come_as_json_and_signatures_by_themselves(world: World) -> None:
    inner = [world.construct(operation)["Transaction"] for operation in ("posts_submit", "follows_create")]
    made = world.ask("create-atomic-txns-wrapper", {"Transactions": inner, "MinFeeRateNanosPerKB": 2000})
    parsed = [t.parse(bytes.fromhex(one)) for one in made["InnerTransactionHexes"]]
    body = {
        "IncompleteAtomicTransactionHex": made["TransactionHex"],
        "UnsignedInnerTransactionsHex": made["InnerTransactionHexes"],
        "TransactionSignaturesHex": [world.anna.sign(one.signing_digest).hex() for one in parsed],
    }
    world.ask("submit-atomic-transaction", body)
    assert made["TotalFeeNanos"] == sum(one.transaction.fee_nanos for one in parsed)
    assert (len(world.mock.tables.posts), len(world.mock.tables.follows)) == (2, 1)


def test_when_one_wrapped_transaction_fails_nothing_happens(world: World) -> None:
    world.do("likes_create")
    before = world.mock.state()
    made, signed = wrapped(world, "posts_submit", "likes_create")
    body = {"IncompleteAtomicTransactionHex": made["TransactionHex"], "SignedInnerTransactionsHex": signed}
    assert "RuleErrorLikeEntryAlreadyExists" in world.error("submit-atomic-transaction", body)
    assert world.mock.state() == before
    body["SignedInnerTransactionsHex"] = signed[:1]
    assert "RuleErrorAtomicTxnsWrapper" in world.error("submit-atomic-transaction", body)
