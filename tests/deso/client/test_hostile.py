"""Every alteration of the hostile node, times every call: refused before anything is signed, or shown.

The list of alterations is the mock's (``deso_client.mock.hostile``), and says of each what has to become of it. Each
call is made with everything in it that an alteration may need, so that each alteration strikes.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any

import pytest
from deso_client import (
    AccessGroupKeyChanged,
    InclusionTimeoutError,
    PrivateKey,
    ResponseValidationError,
    SpendingLimit,
    SubmissionMismatch,
    TransactionMismatch,
    keys,
)
from deso_client import transactions as t
from deso_client.messages import DecryptError
from deso_client.mock import DeSoMock
from deso_client.mock.hostile import ALTERATIONS, ATTACKER, CONSTRUCTING, Alteration

from .conftest import Kind, World
from .test_writing import PICTURE, address

REFUSALS = (TransactionMismatch, t.DecodeError, ResponseValidationError)
EXTRA = {"App": "tests", "Colour": "red"}
Act = Callable[["Stage", Any], Any]


class Counting(PrivateKey):
    """Counts its signatures of transactions."""

    __slots__ = ("count",)

    def __init__(self, secret: Any, *, backend_name: str | None = None) -> None:
        super().__init__(secret, backend_name=backend_name)
        self.count = 0

    def sign_digest(self, digest: bytes) -> keys.Signature:
        self.count += 1
        return super().sign_digest(digest)


class Stage(World):
    """A chain on which every call has something to work on, and a client that has seen the keys of all others."""

    def __init__(self, kind: Kind) -> None:
        super().__init__(kind)
        self.signer = Counting(self.anna.secret)
        self.cleo = self.mock.add_account(username="cleo", group=True)
        self.writer = self.client(self.signer)
        self.post = self.mock.add_post(self.ben.public_key, "Ben's").post_hash.hex()
        self.own_post = self.mock.add_post(self.anna.public_key, "Anna's").post_hash.hex()
        self.writer.access_groups.create("friends")
        self.writer.access_group_members.add("friends", [address(self.ben)])
        self.writer.access_group_members.add("friends", [address(self.cleo)], dry_run=True)  # its key is known now
        self.message = self.writer.messages.send(address(self.ben), "Before").timestamp_nanos
        self.group_message = self.writer.messages.send_group(address(self.anna), "friends", "Before").timestamp_nanos
        self.derived = PrivateKey(bytes(31) + b"\x09")
        self.fees = [{"PublicKeyBase58Check": address(self.cleo), "AmountNanos": 700}]
        self.mock.clock.advance(5)
        self.reset()

    def reset(self) -> None:
        self.mock.altered.clear()
        self.submitted = self.calls.count("transactions_submit")
        self.signed = self.signer.count

    @property
    def untouched(self) -> bool:
        """Whether nothing was signed or submitted since ``reset``."""
        return (self.calls.count("transactions_submit"), self.signer.count) == (self.submitted, self.signed)


@dataclass(frozen=True)
class Call:
    operation: str
    act: Act
    dry_run: bool = False
    again: Act | None = None
    """What to do the second time, where the same thing cannot be done twice."""


def _undo(table: str, act: Act) -> Act:
    def again(stage: Stage, options: Any) -> Any:
        getattr(stage.mock.tables, table).clear()
        return act(stage, options)

    return again


def _diamonds(level: int) -> Act:
    return lambda s, o: s.writer.diamonds.send(
        receiver_public_key_base58_check=address(s.ben), diamond_post_hash_hex=s.post, diamond_level=level,
        extra_data=EXTRA, **o,
    )  # fmt: skip


def _profile(s: Stage, o: Any) -> Any:
    policy = {"allow_reencoded_picture": True, **o.pop("policy", {})}
    return s.writer.profiles.update(
        new_username="anna_2", new_description="New", new_profile_pic=PICTURE, extra_data=EXTRA, policy=policy, **o
    )


def _authorize(s: Stage, o: Any) -> Any:
    limit = SpendingLimit(5000, {t.TransactionType.SUBMIT_POST: 3})
    until = 40_000_000
    return s.writer.derived_keys.authorize(
        s.derived.public_key, expiration_block=until, limit=limit, memo="app", extra_data=EXTRA, **o
    )


_follow: Act = lambda s, o: s.writer.follows.create(address(s.ben), **o)  # noqa: E731  # as those in the table
_like: Act = lambda s, o: s.writer.likes.create(s.post, **o)  # noqa: E731  # likewise
_friends = "friends"

CALLS: dict[str, Call] = {
    "profiles_update": Call("profiles_update", _profile),
    "posts_submit": Call(
        "posts_submit",
        lambda s, o: s.writer.posts.submit(body="Quote <&>", reposted_post_hash_hex=s.post, post_extra_data=EXTRA, **o),
    ),
    "follows_create": Call("follows_create", _follow, again=_undo("follows", _follow)),
    "likes_create": Call("likes_create", _like, again=_undo("likes", _like)),
    "diamonds_send": Call("diamonds_send", _diamonds(1), again=_diamonds(2)),
    "messages_send": Call(
        "messages_send", lambda s, o: s.writer.messages.send(address(s.ben), "Hi", extra_data=EXTRA, **o)
    ),
    "messages_update": Call(
        "messages_update",
        lambda s, o: s.writer.messages.update(address(s.ben), "Ho", timestamp_nanos=s.message, extra_data=EXTRA, **o),
    ),
    "messages_send_group": Call(
        "messages_send_group",
        lambda s, o: s.writer.messages.send_group(address(s.anna), _friends, "Hi", extra_data=EXTRA, **o),
    ),
    "messages_update_group": Call(
        "messages_update_group",
        lambda s, o: s.writer.messages.update_group(
            address(s.anna), _friends, "Ho", timestamp_nanos=s.group_message, extra_data=EXTRA, **o
        ),
    ),
    "access_groups_create": Call(
        "access_groups_create",
        lambda s, o: s.writer.access_groups.create("others", extra_data=EXTRA, **o),
        again=lambda s, o: s.writer.access_groups.create("third", extra_data=EXTRA, **o),
    ),
    "access_groups_update": Call(
        "access_groups_update", lambda s, o: s.writer.access_groups.update(_friends, extra_data=EXTRA, **o)
    ),
    "access_group_members_add": Call(
        "access_group_members_add",
        lambda s, o: s.writer.access_group_members.add(_friends, [address(s.cleo)], extra_data=EXTRA, **o),
        again=lambda s, o: s.writer.access_group_members.add(_friends, [address(s.cleo)], extra_data=EXTRA, **o),
    ),
    "access_group_members_remove": Call(
        "access_group_members_remove",
        lambda s, o: s.writer.access_group_members.remove(_friends, [address(s.ben)], extra_data=EXTRA, **o),
    ),
    "access_group_members_update": Call(
        "access_group_members_update",
        lambda s, o: s.writer.access_group_members.update(_friends, [address(s.ben)], extra_data=EXTRA, **o),
    ),
    "derived_keys_authorize": Call("derived_keys_authorize", _authorize),
}
OTHERS: dict[str, Call] = {
    "a plain post": Call("posts_submit", lambda s, o: s.writer.posts.submit(body="Hello", **o), dry_run=True),
    "a comment": Call(
        "posts_submit", lambda s, o: s.writer.posts.submit(body="Yes", parent_stake_id=s.post, **o), dry_run=True
    ),
    "an edit": Call(
        "posts_submit",
        lambda s, o: s.writer.posts.submit(body="New", post_hash_hex_to_modify=s.own_post, **o),
        dry_run=True,
    ),
    "hiding": Call(
        "posts_submit",
        lambda s, o: s.writer.posts.submit(post_hash_hex_to_modify=s.own_post, is_hidden=True, **o),
        dry_run=True,
    ),
    "a repost": Call(
        "posts_submit", lambda s, o: s.writer.posts.submit(reposted_post_hash_hex=s.post, **o), dry_run=True
    ),
    "a profile's name": Call(
        "profiles_update", lambda s, o: s.writer.profiles.update(new_username="anna_3", **o), dry_run=True
    ),
    "a message between owners' keys": Call(
        "messages_send",
        lambda s, o: s.writer.messages.send(address(s.ben), "Hi", group=None, my_group=None, **o),
        dry_run=True,
    ),
}
CONSTRUCTED = [each for each in ALTERATIONS.values() if each.place in ("bytes", "raw", "claim")]
TOLD = {
    "told_recipient_key", "told_sender_key", "told_group_key", "told_membership", "told_message", "told_share",
    "told_diamonds", "tip_ahead", "tip_behind", "submitted_hash", "swallowed",
}  # fmt: skip


def cases(fate: str, calls: dict[str, Call]) -> list[Any]:
    return [
        pytest.param(call, each, id=f"{name}-{each.name}")
        for name, call in calls.items()
        for each in CONSTRUCTED
        if call.operation in each.operations and each.fate == fate and each.name != "replayed"
    ]


@cache
def shared_stage(operation: str) -> Stage:
    """One for all that is refused, since nothing becomes of it."""
    return Stage(Kind("sync"))


@pytest.fixture
def fresh(kind: Kind) -> Stage:
    return Stage(kind)


def meet(
    stage: Stage, call: Call, alteration: str, claims: str = "altered", again: bool = False, **options: Any
) -> Any:
    """Make a call while the node lies."""
    stage.mock.hostile, stage.mock.claims = alteration, claims
    options["transaction_fees"] = stage.fees
    if call.dry_run:
        options["dry_run"] = True
    try:
        return (call.again if again and call.again else call.act)(stage, options)
    finally:
        stage.mock.hostile, stage.mock.claims = "none", "altered"


def plain(body: Any) -> Any:
    return json.loads(json.dumps(body, default=dict))


def test_every_call_and_every_alteration_is_here() -> None:
    assert set(CALLS) == set(CONSTRUCTING)
    assert {each.name for each in CONSTRUCTED} | TOLD == set(ALTERATIONS)
    assert len(ALTERATIONS) > 80


@pytest.mark.parametrize("name", CALLS)
def test_without_a_lie_every_call_is_done(name: str, kind: Kind) -> None:
    stage = Stage(kind)
    done = meet(stage, CALLS[name], "none")
    assert stage.calls.count("transactions_submit") == stage.submitted + 1
    assert done.hash_hex in stage.mock.state()["transactions"]
    assert not stage.mock.altered
    [sent] = [each.request.body for each in stage.mock.exchanges if each.operation == CALLS[name].operation][-1:]
    assert json.loads(sent) == plain(done.request.body)  # what was verified is what was asked for


@pytest.mark.parametrize(("call", "alteration"), cases("refused", CALLS))
def test_what_no_node_may_choose_is_refused(call: Call, alteration: Alteration) -> None:
    stage = shared_stage(call.operation)
    # The JSON beside altered bytes may agree with them, or show what was asked for.
    for claims in ("altered", "honest") if alteration.place == "bytes" else ("altered",):
        stage.reset()
        stage.signed += call.operation == "derived_keys_authorize"  # the grant, which the owner signs before
        with pytest.raises(REFUSALS):
            meet(stage, call, alteration.name, claims)
        assert stage.mock.altered == [(alteration.name, call.operation)]  # it did strike
        assert stage.untouched


# What can be altered in any transaction has been above; here is what only some have.
@pytest.mark.parametrize(
    ("call", "alteration"), [case for case in cases("refused", OTHERS) if len(case.values[1].operations) < 10]
)
def test_the_same_holds_for_other_uses_of_a_call(call: Call, alteration: Alteration) -> None:
    stage = shared_stage(call.operation)
    stage.reset()
    try:
        meet(stage, call, alteration.name)
    except REFUSALS:
        assert stage.mock.altered
    else:
        assert alteration.needs, "only what needs something else in the request may find nothing to alter"
        assert not stage.mock.altered
    assert stage.untouched


@pytest.mark.parametrize("alteration", [a.name for a in CONSTRUCTED if a.fate == "refused" and a.name != "replayed"])
def test_the_async_client_refuses_as_well(alteration: str) -> None:
    kind = Kind("async")
    operation = ALTERATIONS[alteration].operations[0]
    stage = async_stage(operation)
    stage.reset()
    stage.signed += operation == "derived_keys_authorize"
    with pytest.raises(REFUSALS):
        meet(stage, CALLS[operation], alteration)
    assert stage.mock.altered
    assert stage.untouched
    kind.close()


@cache
def async_stage(operation: str) -> Stage:
    return Stage(Kind("async"))


SHOWN: dict[str, Callable[[Stage, Any], bool]] = {
    "fee_higher": lambda s, done: done.choices.fee_nanos > done.choices.local_fee_nanos,
    "nonce_soon": lambda s, done: done.choices.nonce_expiration_block_height - s.mock.height <= 10,
    "nonce_number": lambda s, done: done.choices.nonce_partial_id == 1,
    "node_source": lambda s, done: done.choices.node_source == 7,
    "timestamp_near": lambda s, done: 55 < s.mock.clock.now().timestamp() - done.choices.timestamp_nanos / 10**9 < 65,
    "picture_scaled": lambda s, done: done.choices.picture is not None,
}


@pytest.mark.parametrize(("call", "alteration"), cases("shown", CALLS))
def test_what_a_node_may_choose_is_shown(call: Call, alteration: Alteration) -> None:
    stage = Stage(Kind("sync"))
    done = meet(stage, call, alteration.name, min_fee_rate_nanos_per_kb=1300)  # what is added has to be paid for
    assert stage.mock.altered == [(alteration.name, call.operation)]
    assert SHOWN[alteration.name](stage, done)
    assert done.hash_hex in stage.mock.state()["transactions"]  # and it is done


@pytest.mark.parametrize("name", CALLS)
def test_an_older_transaction_is_not_signed_again(name: str, fresh: Stage) -> None:
    call = CALLS[name]
    meet(fresh, call, "none")
    if name == "access_group_members_add":
        fresh.mock.tables.groups[fresh.anna.public_key.data, b"friends"].members.pop(fresh.cleo.public_key.data)
    if name == "access_group_members_remove":
        fresh.writer.access_group_members.add(_friends, [address(fresh.ben)])
    fresh.reset()
    fresh.signed += name == "derived_keys_authorize"
    with pytest.raises(TransactionMismatch):
        meet(fresh, call, "replayed", again=True)
    assert fresh.mock.altered == [("replayed", name)]
    assert fresh.untouched


# --- What the node tells about the chain ---


@pytest.mark.parametrize("name", CALLS)
@pytest.mark.parametrize("lie", ["tip_ahead", "tip_behind"])
def test_a_wrong_height_is_noticed(name: str, lie: str) -> None:
    stage = shared_stage(name)
    stage.writer = stage.client(stage.signer, pins=stage.writer.pins)  # which has not asked for the height yet
    stage.reset()
    stage.signed += name == "derived_keys_authorize"
    with pytest.raises(TransactionMismatch, match=r"nonce\.expiration_block_height"):
        meet(stage, CALLS[name], lie)
    assert stage.mock.altered
    assert stage.untouched
    stage.writer = stage.client(stage.signer, pins=stage.writer.pins)


@pytest.mark.parametrize(
    ("lie", "name"),
    [
        ("told_recipient_key", "messages_send"),
        ("told_recipient_key", "messages_update"),
        ("told_sender_key", "messages_send"),
        ("told_sender_key", "messages_update"),
        ("told_group_key", "access_group_members_add"),
        ("told_group_key", "access_group_members_update"),
    ],
)
def test_another_key_of_a_group_is_refused(lie: str, name: str, fresh: Stage) -> None:
    with pytest.raises(AccessGroupKeyChanged) as caught:
        meet(fresh, CALLS[name], lie)
    assert caught.value.told == ATTACKER.public_key
    assert fresh.mock.altered
    assert fresh.untouched


def test_at_the_first_use_a_lie_about_a_key_is_shown(fresh: Stage) -> None:
    fresh.writer = fresh.client(fresh.signer)
    done = meet(fresh, CALLS["messages_send"], "told_recipient_key")
    assert done.group_keys[0].is_first_use
    assert done.group_keys[0].public_key == ATTACKER.public_key


@pytest.mark.parametrize("write", [True, False])
def test_a_membership_that_cannot_be_read_is_an_error(write: bool, fresh: Stage) -> None:
    messages = fresh.client(fresh.ben).messages
    act = (
        (lambda *ends: messages.send_group(*ends, "Hi"))
        if write
        else (lambda *ends: list(messages.thread_group(*ends)))
    )
    fresh.mock.hostile = "told_membership"
    with pytest.raises((AccessGroupKeyChanged, DecryptError)):
        act(address(fresh.anna), _friends)
    assert fresh.mock.altered
    assert fresh.untouched


def test_a_changed_message_is_not_believed(fresh: Stage) -> None:
    fresh.mock.hostile = "told_message"
    [direct] = fresh.writer.messages.thread(address(fresh.ben), page_size=2).items
    [chat] = fresh.writer.messages.thread_group(address(fresh.anna), _friends, page_size=2).items
    for message in (direct, chat):
        assert message.text is None
        assert isinstance(message.problem, DecryptError)
    assert len(fresh.mock.altered) == 2


def test_the_share_that_is_kept_is_shown(fresh: Stage) -> None:
    fresh.mock.add_profile(fresh.anna.public_key, "anna", creator_basis_points=4321)
    done = meet(fresh, CALLS["profiles_update"], "told_share")
    assert isinstance(done.transaction.metadata, t.UpdateProfile)
    assert done.transaction.metadata.new_creator_basis_points == 0
    assert fresh.mock.altered


def test_a_lie_about_diamonds_given_before_does_not_cost_more(fresh: Stage) -> None:
    meet(fresh, CALLS["diamonds_send"], "none")
    fresh.reset()
    with pytest.raises(TransactionMismatch, match="outputs"):
        meet(fresh, CALLS["diamonds_send"], "told_diamonds", again=True)
    assert fresh.mock.altered == [("told_diamonds", "posts_get")]
    assert fresh.untouched


# --- What the node tells about a submitted transaction ---


@pytest.mark.parametrize("name", CALLS)
def test_another_hash_than_that_of_the_submitted_transaction_is_an_error(name: str) -> None:
    stage = Stage(Kind("sync"))
    with pytest.raises(SubmissionMismatch) as caught:
        meet(stage, CALLS[name], "submitted_hash")
    assert caught.value.signed.hash.hex() in stage.mock.state()["transactions"]


@pytest.mark.parametrize("name", CALLS)
def test_a_transaction_that_was_thrown_away_is_found_out_by_waiting(name: str) -> None:
    stage = Stage(Kind("sync"))
    stage.mock.hostile = "swallowed"
    with pytest.raises(InclusionTimeoutError):
        CALLS[name].act(stage, {"transaction_fees": stage.fees, "wait_for": "Committed", "wait_timeout": 5})
    assert stage.mock.altered


def test_a_client_that_does_not_verify_signs_a_lie() -> None:
    """What the tests above would find: the same lie at a caller who signs what came."""
    mock = DeSoMock(hostile="followed")
    anna, ben = mock.add_account(), mock.add_account(username="ben")
    mock.add_profile(ATTACKER.public_key, "attacker")
    client = Kind("sync").client(base_url=mock.base_url, transport=mock.transport())
    raw = client.follows.construct_create(
        follower_public_key_base58_check=address(anna), followed_public_key_base58_check=address(ben)
    )
    client.transactions.submit(transaction_hex=t.sign(bytes.fromhex(raw.transaction_hex), anna).hex)
    assert list(mock.tables.follows) == [(anna.public_key.data, ATTACKER.public_key.data)]
