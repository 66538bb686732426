"""What the constructing calls answer: bytes that a client accepts, the JSON beside them, refusals of bad requests."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from deso_client import transactions as t
from deso_client.keys import MAINNET, TESTNET, double_sha256
from deso_client.mock.hostile import CONSTRUCTING

from tests.deso.mock.world import NOW, ROUTES, World, address

OWNERS = {
    "profiles_update": "UpdaterPublicKeyBase58Check",
    "posts_submit": "UpdaterPublicKeyBase58Check",
    "follows_create": "FollowerPublicKeyBase58Check",
    "likes_create": "ReaderPublicKeyBase58Check",
    "diamonds_send": "SenderPublicKeyBase58Check",
    **dict.fromkeys((one for one in CONSTRUCTING if "messages" in one), "SenderAccessGroupOwnerPublicKeyBase58Check"),
    **dict.fromkeys((one for one in CONSTRUCTING if "access" in one), "AccessGroupOwnerPublicKeyBase58Check"),
    "derived_keys_authorize": "OwnerPublicKeyBase58Check",
}
EMPTY_OBJECT = ("profiles", "messages", "access")  # calls that answer {} and not null for no extra data


def verify(world: World, operation: str, made: dict[str, Any], **changes: Any) -> t.VerifiedTransaction:
    request = t.ConstructRequest(ROUTES[operation], {**world.request(operation), **changes})
    policy = t.TransactionPolicy(tip_height=world.mock.height, network=MAINNET)
    return t.verify(request, made["TransactionHex"], policy, now=NOW.timestamp())


@pytest.mark.parametrize("operation", CONSTRUCTING)
def test_a_transaction_is_what_was_asked_for_and_its_json_says_so(world: World, operation: str) -> None:
    made = world.construct(operation)
    found = verify(world, operation, made).transaction
    assert t.from_json(made["Transaction"]) == found
    assert made["Transaction"]["Signature"] is None
    spent = sum(output.amount_nanos for output in found.outputs)
    assert (made["FeeNanos"], made["ChangeAmountNanos"]) == (found.fee_nanos, 0)
    assert made["TotalInputNanos"] == spent + found.fee_nanos
    unsigned = double_sha256(bytes.fromhex(made["TransactionHex"])).hex()
    hashes = {made[name] for name in ("TxnHashHex", "PostHashHex") if name in made}
    assert hashes <= {unsigned}


@pytest.mark.parametrize("operation", CONSTRUCTING)
def test_no_extra_data_is_null_or_an_object_by_the_type(world: World, operation: str) -> None:
    none = {"ExtraData": None, "PostExtraData": None, "Memo": "", "TransactionSpendingLimitHex": ""}
    made = world.construct(operation, **none)
    expected: Any = {} if operation.startswith(EMPTY_OBJECT) else None
    if operation != "diamonds_send":  # which has keys of its own
        assert made["Transaction"]["ExtraData"] == expected


@pytest.mark.parametrize("operation", CONSTRUCTING)
def test_fees_of_app_and_node_come_before_the_calls_own_outputs(world: World, operation: str) -> None:
    kind = t.decode_hex(world.construct(operation)["TransactionHex"]).metadata.type_number
    world.mock.node_fees[t.TransactionType(kind).name] = [(world.carla.public_key, 30)]
    world.mock.node_source = 300
    fees = [{"PublicKeyBase58Check": address(world.carla), "AmountNanos": 700}]
    made = world.construct(operation, TransactionFees=fees)
    found = t.decode_hex(made["TransactionHex"])
    assert [one.amount_nanos for one in found.outputs[:2]] == [700, 30]
    assert found.extra_data[b"NodeSource"] == t.encode_uvarint(300)
    policy = t.TransactionPolicy(tip_height=world.mock.height, node_fees={address(world.carla): 30})
    request = t.ConstructRequest(ROUTES[operation], {**world.request(operation), "TransactionFees": fees})
    choices = t.verify(request, made["TransactionHex"], policy, now=NOW.timestamp()).choices
    assert (choices.node_source, [one.amount_nanos for one in choices.node_fee_outputs]) == (300, [30])
    state = world.ask("get-app-state", {})
    assert [*state["TransactionFeeMap"]] == [t.TransactionType(kind).name]


@pytest.mark.parametrize("operation", CONSTRUCTING)
def test_a_higher_fee_rate_is_taken_and_a_lower_one_raised(world: World, operation: str) -> None:
    usual = world.construct(operation)["FeeNanos"]
    lower = world.construct(operation, MinFeeRateNanosPerKB=1)["FeeNanos"]
    assert abs(lower - usual) <= 2  # a nonce may be longer than another
    assert 4 * usual <= world.construct(operation, MinFeeRateNanosPerKB=5000)["FeeNanos"] <= 6 * usual
    assert "overflow" in world.error(
        ROUTES[operation],
        {
            **world.request(operation),
            "MinFeeRateNanosPerKB": 2**64 - 1,
            "TransactionFees": [{"PublicKeyBase58Check": address(world.carla), "AmountNanos": 2**64 - 1}],
        },
    )


@pytest.mark.parametrize("operation", CONSTRUCTING)
def test_a_key_that_is_none_is_refused_by_the_handlers_name(world: World, operation: str) -> None:
    for text in ("", "BC1YLi", address(world.anna)[:-1] + "1"):
        error = world.error(ROUTES[operation], {**world.request(operation), OWNERS[operation]: text})
        assert ": Problem decoding " in error
        assert error.split(": ")[0].replace("-", "").isalnum()


@pytest.mark.parametrize("operation", CONSTRUCTING)
def test_an_address_of_the_other_network_is_taken(world: World, operation: str) -> None:
    owner = next(
        one for one in (world.anna, world.berta) if address(one) == world.request(operation)[OWNERS[operation]]
    )
    made = world.construct(operation, **{OWNERS[operation]: owner.public_key.address(TESTNET)})
    assert t.decode_hex(made["TransactionHex"]).public_key == owner.public_key.data


@pytest.mark.parametrize("operation", CONSTRUCTING)
def test_version_0_is_constructed_by_a_switch(operation: str) -> None:
    world = World(version="0")
    made = world.construct(operation)
    found = t.decode_hex(made["TransactionHex"])
    assert (found.version, found.nonce, bool(found.inputs)) == (0, None, True)
    others = sum(one.amount_nanos for one in found.outputs[:-1])
    assert found.outputs[-1] == t.TransactionOutput(found.public_key, made["ChangeAmountNanos"])
    assert made["TotalInputNanos"] == others + made["ChangeAmountNanos"] + made["FeeNanos"]
    newer = {"TxnVersion": 0, "TxnFeeNanos": 0, "TxnNonce": None}
    assert t.from_json({**made["Transaction"], **newer}) == found
    assert [violation for violation in world.mock.violations if violation.side == "answer"] == []


def test_signatures_may_have_the_shape_of_2023() -> None:
    world = World(signature="object")
    made = world.construct("posts_submit")
    assert made["Transaction"]["Signature"] == {"Sign": None, "RecoveryId": 0, "IsRecoverable": False}
    answer = world.submit(made)
    assert answer["Transaction"]["Signature"] == {"Sign": {}, "RecoveryId": 0, "IsRecoverable": False}
    signer = world.authorize({t.TransactionType.SUBMIT_POST: 1})
    shown = world.do("posts_submit", signer)["Transaction"]["Signature"]
    assert (shown["IsRecoverable"], shown["RecoveryId"] in (0, 1)) == (True, True)


def test_two_nonces_and_two_times_differ_even_while_the_clock_stands(world: World) -> None:
    made = [world.construct("posts_submit") for _ in range(3)]
    assert len({one["Transaction"]["TxnNonce"]["PartialID"] for one in made}) == 3
    assert len({one["TstampNanos"] for one in made}) == 3
    assert made[0]["Transaction"]["TxnNonce"]["ExpirationBlockHeight"] == world.mock.height + 278


# --- Profiles and pictures ---


@pytest.mark.parametrize("switch", ["webp", "kept"])
def test_a_picture_is_another_one_afterwards(switch: str) -> None:
    world = World(picture=switch)
    sent = "data:image/png;base64,aGVsbG8h"
    made = world.construct("profiles_update", NewProfilePic=sent)
    request = t.ConstructRequest("update-profile", {**world.request("profiles_update"), "NewProfilePic": sent})
    policy = t.TransactionPolicy(tip_height=world.mock.height, allow_reencoded_picture=True)
    verified = t.verify(request, made["TransactionHex"], policy, now=NOW.timestamp())
    picture = verified.choices.picture
    assert (picture and (picture.width, picture.height)) == ((1, 1) if switch == "webp" else None)


@pytest.mark.parametrize(
    "changes",
    [
        {"NewUsername": "a" * 26},
        {"NewUsername": "a-b"},
        {"NewUsername": "BC1YLa"},
        {"NewUsername": "Berta"},
        {"NewCreatorBasisPoints": 10_001},
        {"NewProfilePic": "https://example.com/1.png"},
        {"NewProfilePic": "data:image/svg;base64,AAAA"},
        {"NewProfilePic": "data:image/png;base64,AAA"},
        {"NewCreatorBasisPoints": "1"},
        {"NewCreatorBasisPoints": -1},
        {"NewCreatorBasisPoints": 1.5},
        {"IsHidden": "true"},
        {"ExtraData": {"a": 1}},
        {"ExtraData": {"DiamondLevel": "many"}},
    ],
)
def test_profiles_that_are_none_are_refused(world: World, changes: dict[str, Any]) -> None:
    error = world.error("update-profile", {**world.request("profiles_update"), **changes})
    assert error.startswith("UpdateProfile: ")


def test_the_profile_of_another_account_is_not_constructed(world: World) -> None:
    changes = {"ProfilePublicKeyBase58Check": address(world.berta)}
    assert "parameter updaters" in world.error("update-profile", {**world.request("profiles_update"), **changes})
    made = world.construct("profiles_update", ProfilePublicKeyBase58Check=address(world.anna))
    metadata = t.decode_hex(made["TransactionHex"]).metadata
    assert isinstance(metadata, t.UpdateProfile)
    assert metadata.profile_public_key == world.anna.public_key.data


# --- Posts ---


def test_a_body_is_marshalled_as_go_does(world: World) -> None:
    body = {"Body": "<b> & é \u2028", "ImageURLs": ["https://images.example/1.webp"], "VideoURLs": []}
    metadata = t.decode_hex(world.construct("posts_submit", BodyObj=body)["TransactionHex"]).metadata
    assert isinstance(metadata, t.SubmitPost)
    text = r'{"Body":"\u003cb\u003e \u0026 é \u2028","ImageURLs":["https://images.example/1.webp"]}'
    assert metadata.body.decode() == text


def test_an_edit_drops_the_parent_and_needs_no_body(world: World) -> None:
    post = world.post.post_hash.hex()
    made = world.construct("posts_submit", PostHashHexToModify=post, ParentStakeID=post, BodyObj=None)
    metadata = t.decode_hex(made["TransactionHex"]).metadata
    assert isinstance(metadata, t.SubmitPost)
    assert (metadata.post_hash_to_modify.hex(), metadata.parent_stake_id, metadata.body) == (post, b"", b"")


@pytest.mark.parametrize(
    ("changes", "part"),
    [
        ({"BodyObj": None}, "BodyObj is required"),
        ({"BodyObj": {}}, "required"),
        ({"BodyObj": {"Body": "a" * 20_000}}, "more than 20000 bytes"),
        ({"PostHashHexToModify": "ab"}, "PostHashHexToModify"),
        ({"PostHashHexToModify": "zz" * 32}, "PostHashHexToModify"),
        ({"ParentStakeID": "BC1"}, "ParentStakeID"),
        ({"RepostedPostHashHex": "abcd"}, "RepostedPostHashHex"),
        ({"BodyObj": {"ImageURLs": "x"}}, "cannot unmarshal"),
        ({"BodyObj": []}, "cannot unmarshal"),
        ({"PostExtraData": {"TransactionSpendingLimit": "00"}}, "ExtraData"),
    ],
)
def test_posts_that_are_none_are_refused(world: World, changes: dict[str, Any], part: str) -> None:
    assert part in world.error("submit-post", {**world.request("posts_submit"), **changes})


def test_the_test_network_takes_longer_posts() -> None:
    world = World(network="testnet")
    world.construct("posts_submit", BodyObj={"Body": "a" * 40_000})
    assert world.mock.address(world.anna.public_key.data).startswith("tBC")


def test_a_repost_that_is_no_hash_is_answered_with_two_documents(world: World) -> None:
    answer = world.send("submit-post", {**world.request("posts_submit"), "RepostedPostHashHex": "zz"})
    assert answer.status == 400
    assert answer.body.count(b'{"error":') == 2


def test_an_edit_that_reposts_without_a_body_drops_the_connection(world: World) -> None:
    changes = {"PostHashHexToModify": "00" * 32, "RepostedPostHashHex": "11" * 32, "BodyObj": None}
    assert world.send("submit-post", {**world.request("posts_submit"), **changes}).dropped


# --- Diamonds, messages, groups ---


@pytest.mark.parametrize(
    ("changes", "part"),
    [
        ({"ReceiverPublicKeyBase58Check": None}, "Problem decoding"),
        ({"DiamondLevel": 0}, "RuleErrorBasicTransferHasInvalidDiamondLevel"),
        ({"DiamondLevel": 9}, "RuleErrorBasicTransferHasInvalidDiamondLevel"),
        ({"DiamondLevel": -(2**63)}, "RuleErrorBasicTransferHasInvalidDiamondLevel"),
        ({"DiamondPostHashHex": "00" * 32}, "DiamondPostEntryDoesNotExist"),
        ({"DiamondPostHashHex": ""}, "DiamondPostHashHex"),
    ],
)
def test_diamonds_that_are_none_are_refused(world: World, changes: dict[str, Any], part: str) -> None:
    assert part in world.error("send-diamonds", {**world.request("diamonds_send"), **changes})


def test_diamonds_to_oneself_or_given_before_are_not_constructed(world: World) -> None:
    request = world.request("diamonds_send")
    own = {**request, "ReceiverPublicKeyBase58Check": request["SenderPublicKeyBase58Check"]}
    assert "cannot be the same" in world.error("send-diamonds", own)
    world.do("diamonds_send")
    assert "was given already" in world.error("send-diamonds", request)


@pytest.mark.parametrize("operation", [one for one in CONSTRUCTING if one.startswith("messages_")])
@pytest.mark.parametrize(
    "changes",
    [
        {"EncryptedMessageText": "hello"},
        {"EncryptedMessageText": "abc"},
        {"EncryptedMessageText": "ab cd"},
        {"EncryptedMessageText": "00" * 10_001},
        {"SenderAccessGroupKeyName": "a" * 33},
        {"RecipientAccessGroupKeyName": "é" * 17},
        {"SenderAccessGroupKeyName": ""},
    ],
)
def test_messages_that_are_none_are_refused(world: World, operation: str, changes: dict[str, Any]) -> None:
    world.error(ROUTES[operation], {**world.request(operation), **changes})


@pytest.mark.parametrize("operation", ["messages_update", "messages_update_group"])
def test_an_update_needs_the_time_of_the_message(world: World, operation: str) -> None:
    for text in ("", "soon", "-1", str(2**64), "\uff11"):
        error = world.error(ROUTES[operation], {**world.request(operation), "TimestampNanosString": text})
        assert "TimestampNanosString" in error
    assert world.ask(ROUTES[operation], {**world.request(operation), "TimestampNanosString": "0"}) is None


def test_the_base_group_has_the_owners_key(world: World) -> None:
    base = {"SenderAccessGroupKeyName": "", "SenderAccessGroupPublicKeyBase58Check": address(world.berta)}
    made = world.construct("messages_send", **base)
    assert made["TstampNanos"] == 0
    assert made["Transaction"]["TxnMeta"]["SenderAccessGroupKeyName"] == [0] * 32
    world.submit(made)


def test_a_direct_message_goes_to_somebody_else(world: World) -> None:
    changes = {"RecipientAccessGroupOwnerPublicKeyBase58Check": address(world.berta)}
    error = world.error("send-dm-message", {**world.request("messages_send"), **changes})
    assert "cannot be the same" in error


@pytest.mark.parametrize(
    ("operation", "changes"),
    [
        ("access_groups_create", {"AccessGroupKeyName": ""}),
        ("access_groups_create", {"AccessGroupKeyName": "a" * 33}),
        ("access_group_members_add", {"AccessGroupKeyName": ""}),
        ("access_group_members_add", {"AccessGroupMemberList": [{"EncryptedKey": "00"}]}),
        ("access_group_members_add", {"AccessGroupMemberList": {}}),
        ("derived_keys_authorize", {"AccessSignature": "zz"}),
        ("derived_keys_authorize", {"TransactionSpendingLimitHex": "0"}),
    ],
)
def test_groups_members_and_keys_that_are_none_are_refused(world: World, operation: str, changes: Any) -> None:
    world.error(ROUTES[operation], {**world.request(operation), **changes})


def test_the_owners_key_is_no_key_of_its_group(world: World) -> None:
    changes = {"AccessGroupPublicKeyBase58Check": address(world.anna)}
    assert "owner's own key" in world.error("create-access-group", {**world.request("access_groups_create"), **changes})


# --- Calls about bytes ---


def test_bytes_are_measured_and_changed(world: World) -> None:
    made = world.construct("diamonds_send")
    body = {"TransactionHex": made["TransactionHex"]}
    parsed = t.parse(bytes.fromhex(made["TransactionHex"]))
    assert world.ask("signature-index", body) == {"SignatureIndex": parsed.signature_offset}
    assert world.ask("get-transaction-spending", body) == {"TotalSpendingNanos": 500_000 + made["FeeNanos"]}
    more = {"NodeSource": "7", "Mood": "wet"}
    longer = world.ask("append-extra-data", {**body, "ExtraData": more})["TransactionHex"]
    expected = {**parsed.transaction.extra_data, b"NodeSource": b"\7", b"Mood": b"wet"}
    assert t.decode_hex(longer) == replace(parsed.transaction, extra_data=expected)
    for path in ("signature-index", "get-transaction-spending", "append-extra-data"):
        assert "Problem de" in world.error(path, {"TransactionHex": "00"})


def test_what_version_0_spends_is_measured_by_its_inputs() -> None:
    world = World(version="0")
    made = world.construct("diamonds_send")
    body = {"TransactionHex": made["TransactionHex"]}
    assert world.ask("get-transaction-spending", body) == {"TotalSpendingNanos": 500_000 + made["FeeNanos"]}
    world.submit(made)
    assert "input" in world.error("get-transaction-spending", body)


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"Transactions": [{}]},
        {"Transactions": [5]},
        {"Transactions": [{"TxnTypeJSON": 5, "TxnMeta": {"Body": 5}}]},
        {"UnsignedTransactionHexes": ["00"]},
    ],
)
def test_what_cannot_be_wrapped_is_refused(world: World, body: dict[str, Any]) -> None:
    assert world.error("create-atomic-txns-wrapper", body).startswith("CreateAtomicTxnsWrapper: ")


def test_wrappers_and_version_0_cannot_be_wrapped(world: World) -> None:
    wrapper = world.ask(
        "create-atomic-txns-wrapper", {"UnsignedTransactionHexes": [world.construct("posts_submit")["TransactionHex"]]}
    )
    for text in (wrapper["TransactionHex"], World(version="0").construct("posts_submit")["TransactionHex"]):
        error = world.error("create-atomic-txns-wrapper", {"UnsignedTransactionHexes": [text]})
        assert "version 1" in error
    body = {"IncompleteAtomicTransactionHex": world.construct("posts_submit")["TransactionHex"]}
    assert "no atomic wrapper" in world.error("submit-atomic-transaction", body)
    body = {"IncompleteAtomicTransactionHex": wrapper["TransactionHex"], "UnsignedInnerTransactionsHex": ["00"]}
    assert "signature" in world.error("submit-atomic-transaction", body)
