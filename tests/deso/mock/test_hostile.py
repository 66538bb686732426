"""Each alteration really alters, and just the one thing that it says."""

from __future__ import annotations

import base64
from dataclasses import fields, is_dataclass
from typing import Any

import pytest
from deso_client import transactions as t
from deso_client._core.mock.http import Response
from deso_client.keys import MAINNET
from deso_client.mock import ALTERATIONS, Alteration, applying_to
from deso_client.mock.hostile import ATTACKER, CONSTRUCTING

from tests.deso.mock.world import ACCOUNTS, NOW, ROUTES, World, address

NEEDED: dict[str, dict[str, Any]] = {
    "recipient_of_fee": {"TransactionFees": [{"PublicKeyBase58Check": "", "AmountNanos": 700}]},
    "picture_scaled": {"NewProfilePic": "data:image/png;base64,aGVsbG8="},
}
BESIDE_READS = [each for each in ALTERATIONS.values() if each.operations[0] in CONSTRUCTING]
SEVERAL = {"version": 3, "amount_in_parts": 2, "extra_case": 2}  # version 0 has neither fee nor nonce
OTHER_THINGS = frozenset(
    {"wrapped", "wrapped_alone", "type", "unknown_type", "replayed"}
)  # another type has other members


def changes(world: World, each: Alteration, operation: str) -> dict[str, Any]:
    """What the request needs so that there is something to alter."""
    if each.name == "recipient_of_fee":
        return {"TransactionFees": [{"PublicKeyBase58Check": address(world.carla), "AmountNanos": 700}]}
    if each.name in ("extra_value", "extra_missing", "extra_empty", "extra_case"):
        return {"PostExtraData" if operation == "posts_submit" else "ExtraData": {"Station": "roof"}}
    if each.name == "quote":
        return {"RepostedPostHashHex": world.post.post_hash.hex()}
    return NEEDED.get(each.name, {})


def differences(one: Any, other: Any, path: str = "") -> list[str]:
    """The places in which two transactions differ, down to single members, entries and items."""
    if one == other and type(one) is type(other):
        return []
    if type(one) is type(other) and is_dataclass(one) and not isinstance(one, type):
        found = [differences(getattr(one, f.name), getattr(other, f.name), f"{path}.{f.name}") for f in fields(one)]
        return [place for places in found for place in places]
    if isinstance(one, dict) and isinstance(other, dict):
        return [f"{path}[{key!r}]" for key in {*one, *other} if one.get(key) != other.get(key)]
    if isinstance(one, tuple) and isinstance(other, tuple):
        pairs = [*zip(one, other, strict=False)]
        found = [differences(mine, theirs, f"{path}[{at}]") for at, (mine, theirs) in enumerate(pairs)]
        return [place for places in found for place in places] + [f"{path}[]"] * (len(one) != len(other))
    return [path]


def both(each: Alteration, operation: str) -> tuple[World, Response, Response]:
    """The honest and the hostile answer to one request, of two mocks that are the same otherwise."""
    answers = []
    for hostile in ("none", each.name):
        world = World(hostile=hostile)
        if each.name == "replayed":
            world.construct(operation)
            world.mock.clock.advance(5)
        request = {**world.request(operation), **changes(world, each, operation)}
        answers.append(world.send(ROUTES[operation], request))
    return world, answers[0], answers[1]


@pytest.mark.parametrize("each", BESIDE_READS, ids=lambda each: each.name)
def test_an_alteration_changes_one_thing_in_what_is_constructed(each: Alteration) -> None:
    for operation in each.operations:
        world, honest, hostile = both(each, operation)
        assert (honest.status, hostile.status) == (200, 200), operation
        assert world.mock.altered == [(each.name, operation)]
        mine, theirs = honest.json(), hostile.json()
        if each.place == "claim":
            assert mine["TransactionHex"] == theirs.get("TransactionHex") or each.name in ("no_hex", "no_bytes")
            assert len(claimed(mine, theirs)) == (2 if each.name == "json_type" else 1), operation
        elif each.place == "raw":
            assert mine["TransactionHex"] != theirs["TransactionHex"]
        else:
            found = differences(t.decode_hex(mine["TransactionHex"]), t.decode_hex(theirs["TransactionHex"]))
            assert len(found) == SEVERAL.get(each.name, 1) or (found and each.name in OTHER_THINGS), (operation, found)


def claimed(mine: dict[str, Any], theirs: dict[str, Any]) -> list[str]:
    """The members in which two answers differ; those of the transaction one by one."""
    tops = [key for key in {*mine, *theirs} if key != "Transaction" and mine.get(key) != theirs.get(key)]
    inner = [key for key in mine["Transaction"] if mine["Transaction"][key] != theirs["Transaction"][key]]
    return tops + inner


# An older transaction does what was asked for: only who remembers its nonce can tell.
IN_BYTES = [one for one in BESIDE_READS if one.place != "claim" and one.name != "replayed"]


@pytest.mark.parametrize("each", IN_BYTES, ids=lambda each: each.name)
def test_who_reads_the_bytes_refuses_what_is_to_be_refused_and_is_shown_the_rest(each: Alteration) -> None:
    for operation in each.operations:
        world, honest, hostile = both(each, operation)
        request = t.ConstructRequest(ROUTES[operation], {**world.request(operation), **changes(world, each, operation)})
        scaled = each.name == "picture_scaled"
        policy = t.TransactionPolicy(tip_height=world.mock.height, network=MAINNET, allow_reencoded_picture=scaled)
        choices = t.verify(request, hex_of(honest), policy, now=NOW.timestamp()).choices
        if each.fate == "shown":
            assert t.verify(request, hex_of(hostile), policy, now=NOW.timestamp()).choices != choices, operation
        else:
            with pytest.raises((t.TransactionMismatch, t.DecodeError)):
                t.verify(request, hex_of(hostile), policy, now=NOW.timestamp())


def hex_of(answer: Response) -> str:
    text: str = answer.json()["TransactionHex"]
    return text


def test_bytes_that_core_would_write_in_another_form_hold_the_same_transaction() -> None:
    _, honest, hostile = both(ALTERATIONS["not_canonical"], "posts_submit")
    found = t.parse(bytes.fromhex(hostile.json()["TransactionHex"]))
    assert not found.is_canonical
    assert found.transaction == t.decode_hex(honest.json()["TransactionHex"])


# --- What is told about the chain ---

READS: dict[str, tuple[str, dict[str, Any]]] = {
    "access_groups_check_party": (
        "check-party-access-groups",
        {"SenderAccessGroupKeyName": "default-key", "RecipientAccessGroupKeyName": "default-key"},
    ),
    "access_groups_get": ("get-access-group-info", {"AccessGroupKeyName": "chat"}),
    "access_groups_get_bulk": ("get-bulk-access-group-entries", {}),
    "access_group_members_get": ("get-access-group-member-info", {"AccessGroupKeyName": "chat"}),
    "messages_list_dm": (
        "get-paginated-messages-for-dm-thread",
        {"UserGroupKeyName": "default-key", "PartyGroupKeyName": "default-key", "MaxMessagesToFetch": 5},
    ),
    "messages_list_group": (
        "get-paginated-messages-for-group-chat-thread",
        {"AccessGroupKeyName": "chat", "MaxMessagesToFetch": 5},
    ),
    "profiles_get": ("get-single-profile", {"Username": "anna"}),
    "posts_get": ("get-single-post", {}),
    "node_get_committed_tip": ("get-committed-tip-block-info", {}),
}


def read(world: World, operation: str) -> Any:
    """A call that reads, of something that is there."""
    path, body = READS[operation]
    anna, berta = address(world.anna), address(world.berta)
    names = {
        "SenderPublicKeyBase58Check": anna,
        "RecipientPublicKeyBase58Check": berta,
        "AccessGroupOwnerPublicKeyBase58Check": anna,
        "AccessGroupMemberPublicKeyBase58Check": berta,
        "GroupOwnerAndGroupKeyNamePairs": [{"GroupOwnerPublicKeyBase58Check": anna, "GroupKeyName": "chat"}],
        "UserGroupOwnerPublicKeyBase58Check": anna,
        "PartyGroupOwnerPublicKeyBase58Check": berta,
        "UserPublicKeyBase58Check": anna,
        "StartTimestampString": str(2**63),
        "PostHashHex": world.post.post_hash.hex(),
        "ReaderPublicKeyBase58Check": berta,
    }
    if operation == "node_get_committed_tip":
        return world.ask(path, method="GET", headers=())
    return world.ask(path, {**names, **body})


@pytest.mark.parametrize(
    "each", [one for one in ALTERATIONS.values() if one.place == "read"], ids=lambda each: each.name
)
def test_an_alteration_changes_one_thing_in_what_is_told(each: Alteration) -> None:
    for operation in each.operations:
        answers = []
        for hostile in ("none", each.name):
            world = World()
            world.do("messages_send")
            world.do("messages_send_group")
            world.do("diamonds_send")
            world.mock.hostile = hostile
            answers.append(read(world, operation))
        assert world.mock.altered == [(each.name, operation)]
        assert len(leaves(*answers)) == 1, operation


def leaves(one: Any, other: Any, path: str = "") -> list[str]:
    """The places in which two JSON values differ."""
    if isinstance(one, dict) and isinstance(other, dict) and set(one) == set(other):
        return [place for key in one for place in leaves(one[key], other[key], f"{path}/{key}")]
    if isinstance(one, list) and isinstance(other, list) and len(one) == len(other):
        pairs = enumerate(zip(one, other, strict=True))
        return [place for at, (mine, theirs) in pairs for place in leaves(mine, theirs, f"{path}/{at}")]
    return [] if one == other else [path]


# --- What is told about a submitted transaction ---


def test_a_node_names_another_transaction_than_it_took() -> None:
    world = World(hostile="submitted_hash")
    signed = world.signed(world.construct("posts_submit"))
    answer = world.ask("submit-transaction", {"TransactionHex": signed.hex})
    assert answer["TxnHashHex"] != signed.hash.hex()
    assert signed.hash in world.mock.tables.transactions


def test_a_node_throws_away_what_it_says_that_it_took() -> None:
    world = World(hostile="swallowed")
    signed = world.signed(world.construct("posts_submit"))
    before = world.mock.state()
    answer = world.ask("submit-transaction", {"TransactionHex": signed.hex})
    assert answer["TxnHashHex"] == signed.hash.hex()
    assert world.mock.state() == before
    assert world.ask("get-txn", {"TxnHashHex": signed.hash.hex()}) == {"TxnFound": False}
    assert world.mock.altered == [("swallowed", "transactions_submit")]


# --- The list ---


def test_the_json_beside_altered_bytes_agrees_with_them_or_shows_what_was_asked_for() -> None:
    for claims, followed in (("altered", ATTACKER), ("honest", ACCOUNTS[1])):
        world = World(hostile="followed", claims=claims)
        made = world.construct("follows_create")
        decoded = t.decode_hex(made["TransactionHex"])
        told = base64.b64decode(made["Transaction"]["TxnMeta"]["FollowedPublicKey"])
        assert told == followed.public_key.data
        assert decoded.metadata == t.Follow(ATTACKER.public_key.data, False)


def test_an_honest_answer_stays_where_there_is_nothing_to_alter() -> None:
    world = World(hostile="recipient_of_fee")
    made = world.construct("follows_create")
    assert world.mock.altered == []
    assert t.decode_hex(made["TransactionHex"]).outputs == ()


def test_lies_are_no_violations_of_the_document() -> None:
    world = World(hostile="type", mode="strict")
    world.construct("follows_create")
    assert world.mock.altered == [("type", "follows_create")]
    assert world.mock.violations == ()


def test_every_alteration_is_described_and_applies_to_calls_of_the_document() -> None:
    operations = World().mock.contract.operations
    for name, each in ALTERATIONS.items():
        assert (each.name, each.sentence[-1], each.sentence[0].isupper()) == (name, ".", True)
        assert each.operations
        assert set(each.operations) <= set(operations)
    assert {each.name for each in applying_to("likes_create")} >= {"liked", "undone", "output", "json_fee", "replayed"}
    sentences = [each.sentence for each in ALTERATIONS.values()]
    assert len(set(sentences)) == len(sentences)
