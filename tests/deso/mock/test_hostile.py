"""Each alteration really alters, and just the one thing that it says."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from typing import Any

import pytest
from deso_client import transactions as t
from deso_client.keys import MAINNET
from deso_client.mock import ALTERATIONS, Alteration
from deso_client.mock.hostile import CONSTRUCTING

from tests.deso.mock.world import NOW, ROUTES, World, address

NEEDED: dict[str, dict[str, Any]] = {
    "recipient_of_fee": {"TransactionFees": [{"PublicKeyBase58Check": "", "AmountNanos": 700}]},
    "picture_scaled": {"NewProfilePic": "data:image/png;base64,aGVsbG8="},
}
PAIRS = [
    pytest.param(each, operation, id=f"{each.name}-{operation}")
    for each in ALTERATIONS.values()
    for operation in each.operations
]
CONSTRUCTED = [pair for pair in PAIRS if pair.values[1] in CONSTRUCTING]
SEVERAL = {"version": 3, "wrapped": None, "type": None, "unknown_type": None, "replayed": None}
"""Alterations of more than one member: version 0 has neither fee nor nonce, another type has other members."""


def changes(world: World, each: Alteration, operation: str) -> dict[str, Any]:
    """What the request needs so that there is something to alter."""
    if each.name == "recipient_of_fee":
        return {"TransactionFees": [{"PublicKeyBase58Check": address(world.carla), "AmountNanos": 700}]}
    if each.name == "extra_value" or each.name == "extra_missing":
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


def both(each: Alteration, operation: str) -> tuple[World, Any, Any]:
    """The honest and the hostile answer to one request, of two mocks that are the same otherwise."""
    worlds = World(), World(hostile=each.name)
    for world in worlds:
        if each.name == "replayed":
            world.construct(operation)
            world.mock.clock.advance(5)
    answers = [
        world.send(ROUTES[operation], {**world.request(operation), **changes(world, each, operation)})
        for world in worlds
    ]
    return worlds[1], *answers


@pytest.mark.parametrize(("each", "operation"), CONSTRUCTED)
def test_an_alteration_changes_one_thing_and_says_so(each: Alteration, operation: str) -> None:
    world, honest, hostile = both(each, operation)
    assert world.mock.altered == [(each.name, operation)]
    assert (honest.status, hostile.status) == (200, 200)
    mine, theirs = honest.json(), hostile.json()
    if each.place == "claim":
        assert mine.get("TransactionHex") == theirs.get("TransactionHex") or each.name in ("no_hex", "no_bytes")
        assert len(claimed(mine, theirs)) == (2 if each.name == "json_type" else 1)
    elif each.place == "raw":
        assert mine["TransactionHex"] != theirs["TransactionHex"]
        with pytest.raises(t.DecodeError) if each.name != "not_canonical" else does_not_raise():
            decoded = t.parse(bytes.fromhex(theirs["TransactionHex"]))
            assert not decoded.is_canonical
            assert decoded.transaction == t.decode_hex(mine["TransactionHex"])
    else:
        found = differences(t.decode_hex(mine["TransactionHex"]), t.decode_hex(theirs["TransactionHex"]))
        allowed = SEVERAL.get(each.name, 1)
        assert len(found) == allowed if allowed else found, found


class does_not_raise:  # noqa: N801 - reads as a context manager
    def __enter__(self) -> None: ...
    def __exit__(self, *error: object) -> None: ...


def claimed(mine: dict[str, Any], theirs: dict[str, Any]) -> list[str]:
    """The members in which two answers differ; those of the transaction one by one."""
    tops = [key for key in {*mine, *theirs} if key != "Transaction" and mine.get(key) != theirs.get(key)]
    inner = [key for key in mine["Transaction"] if mine["Transaction"][key] != theirs["Transaction"][key]]
    return tops + inner


@pytest.mark.parametrize(("each", "operation"), CONSTRUCTED)
def test_verification_refuses_what_it_has_to_and_shows_the_rest(each: Alteration, operation: str) -> None:
    if each.place == "claim" and each.name not in ("no_hex", "no_bytes"):
        return  # the bytes are honest: whoever reads only them is not deceived
    world, _, hostile = both(each, operation)
    request = {**world.request(operation), **changes(world, each, operation)}
    policy = t.TransactionPolicy(
        tip_height=world.mock.height, network=MAINNET, allow_reencoded_picture=each.name == "picture_scaled"
    )

    def verify() -> t.VerifiedTransaction:
        text = hostile.json().get("TransactionHex")
        if text is None:
            raise t.DecodeError("none", 0)
        return t.verify(t.ConstructRequest(ROUTES[operation], request), text, policy, now=NOW.timestamp())

    if each.name == "replayed":
        return  # does what was asked for; only its nonce tells, and the client has to remember it
    if each.fate == "shown":
        assert verify().choices is not None
    else:
        with pytest.raises((t.TransactionMismatch, t.DecodeError)):
            verify()
