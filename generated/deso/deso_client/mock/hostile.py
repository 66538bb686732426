# Copied from overrides/deso/mock/hostile.py by "nox -s generate": edit it there.
"""How a node can lie: a closed list of alterations, each of one thing, for ``DeSoMock(hostile=name)``.

``ALTERATIONS`` has them by name: what each does, in a sentence, to which calls it applies, what a request needs for it,
and what has to become of it at a client that reads what it signs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal

from .._transaction_types import TransactionType
from .._varint import decode_varint, encode_uvarint, encode_varint
from ..keys import PrivateKey, encode_base58check
from ..messages import encrypt_member_key
from ..transactions import (
    AccessGroup,
    AccessGroupMember,
    AccessGroupMembers,
    AtomicWrapper,
    AuthorizeDerivedKey,
    BasicTransfer,
    Follow,
    Like,
    NewMessage,
    Nonce,
    SubmitPost,
    Transaction,
    TransactionInput,
    TransactionOutput,
    UnknownMetadata,
    UpdateProfile,
)
from .limits import Limit

Place = Literal["bytes", "raw", "claim", "read", "submit"]
"""Where it strikes: what the bytes say, how they are written, what stands beside them, what is told about the chain,
what is told about a submitted transaction."""
Fate = Literal["refused", "shown", "late"]
"""What has to become of it: the client refuses it; it is a choice that a node has, and the client shows it; or the
client can only find out by waiting for the transaction."""

CONSTRUCTING = (
    "profiles_update",
    "posts_submit",
    "follows_create",
    "likes_create",
    "diamonds_send",
    "messages_send",
    "messages_update",
    "messages_send_group",
    "messages_update_group",
    "access_groups_create",
    "access_groups_update",
    "access_group_members_add",
    "access_group_members_remove",
    "access_group_members_update",
    "derived_keys_authorize",
)
"""The calls that construct one transaction, by operationId."""
_MESSAGES = tuple(name for name in CONSTRUCTING if name.startswith("messages_"))
_NEW_MESSAGES = ("messages_send", "messages_send_group")
_MESSAGE_CHANGES = ("messages_update", "messages_update_group")
_GROUPS = ("access_groups_create", "access_groups_update")
_MEMBERS = tuple(name for name in CONSTRUCTING if name.startswith("access_group_members_"))
_WITH_EXTRA = tuple(name for name in CONSTRUCTING if name not in ("follows_create", "likes_create"))
_THREADS = ("messages_list_dm", "messages_list_group")

ATTACKER = PrivateKey(bytes(31) + b"\x2a")
"""The account in whose favour a hostile node lies (made up: anybody knows its key)."""
_KEY = ATTACKER.public_key.data
_HASH = bytes([0xEE]) * 32
_DAY_NANOS = 86_400 * 10**9
_PICTURE = b"data:image/png;base64,YnV5IQ=="
_WEBP = b"data:image/webp;base64,UklGRiQAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAEVYSUYCAAAAYnU="
_TRANSFER = TransactionType.CREATOR_COIN_TRANSFER


@dataclass(frozen=True)
class Lie:
    """What an alteration may know: the height, the time, the network's address prefix, and an older transaction."""

    height: int
    now_nanos: int
    prefix: bytes
    older: Transaction | None = None

    def address(self, key: bytes = _KEY) -> str:
        """The address of a key, by default of the attacker's."""
        return encode_base58check(self.prefix + key)


@dataclass(frozen=True)
class Alteration:
    """One alteration.

    Attributes:
        name: what ``DeSoMock(hostile=…)`` takes.
        sentence: what the node does.
        place: where it strikes.
        operations: the calls that it applies to, by operationId.
        fate: what a client has to make of it.
        needs: what a request, or the time before it, has to have; empty for nothing in particular. Without it the
            answer stays honest.
        apply: gives the altered thing; the same one where there is nothing to alter.
    """

    name: str
    sentence: str
    place: Place
    operations: tuple[str, ...]
    fate: Fate
    needs: str
    apply: Callable[[Lie, Any], Any]


_found: dict[str, Alteration] = {}
ALTERATIONS: Mapping[str, Alteration] = _found
"""Every alteration, by its name."""


def _alteration(
    sentence: str,
    operations: Iterable[str] = CONSTRUCTING,
    *,
    place: Place = "bytes",
    fate: Fate = "refused",
    needs: str = "",
) -> Callable[[Callable[[Lie, Any], Any]], Callable[[Lie, Any], Any]]:
    def add(function: Callable[[Lie, Any], Any]) -> Callable[[Lie, Any], Any]:
        name = function.__name__.strip("_")
        _found[name] = Alteration(name, sentence, place, tuple(operations), fate, needs, function)
        return function

    return add


def _with(found: Transaction, **members: Any) -> Transaction:
    """The same transaction with other members of its metadata."""
    return replace(found, metadata=replace(found.metadata, **members))  # type: ignore[type-var] # metadata are dataclasses


def _plus(found: Transaction, key: bytes, value: bytes) -> Transaction:
    return replace(found, extra_data={**found.extra_data, key: value})


def _other_sign(key: bytes) -> bytes:
    """The key with the same x and the other y: its account is another one."""
    return bytes([key[0] ^ 1]) + key[1:]


# --- Any transaction: who, what, how much ---


@_alteration("The transaction spends from another account.")
def _account(lie: Lie, found: Transaction) -> Transaction:
    return replace(found, public_key=_KEY)


@_alteration("The transaction spends from the account whose key differs in the sign alone (02 in the place of 03).")
def _account_sign(lie: Lie, found: Transaction) -> Transaction:
    return replace(found, public_key=_other_sign(found.public_key))


@_alteration("The transaction is of another type, which does something else.")
def _type(lie: Lie, found: Transaction) -> Transaction:
    other = BasicTransfer() if not isinstance(found.metadata, BasicTransfer) else Follow(_KEY, False)
    return replace(found, metadata=other)


@_alteration("The transaction is of a type whose content the client does not know: a transfer of creator coins.")
def _unknown_type(lie: Lie, found: Transaction) -> Transaction:
    return replace(found, metadata=UnknownMetadata(_TRANSFER, b"\x21" + found.public_key + b"\x01\x21" + _KEY))


@_alteration("The transaction is wrapped together with a second one, which pays the attacker.")
def _wrapped(lie: Lie, found: Transaction) -> Transaction:
    second = replace(found, metadata=BasicTransfer(), outputs=(TransactionOutput(_KEY, 1_000_000),), extra_data={})
    return Transaction(AtomicWrapper((found, second)), bytes(33), fee_nanos=found.fee_nanos * 2, nonce=Nonce(0, 0))


@_alteration("The transaction is wrapped alone, as if it were one of several.")
def _wrapped_alone(lie: Lie, found: Transaction) -> Transaction:
    return Transaction(AtomicWrapper((found,)), bytes(33), fee_nanos=found.fee_nanos, nonce=Nonce(0, 0))


@_alteration("The transaction has one more output, to the attacker.")
def _output(lie: Lie, found: Transaction) -> Transaction:
    return replace(found, outputs=(*found.outputs, TransactionOutput(_KEY, 1)))


@_alteration("The transaction has one more output, to the sender itself, as if it were change.")
def _change(lie: Lie, found: Transaction) -> Transaction:
    return replace(found, outputs=(*found.outputs, TransactionOutput(found.public_key, 1)))


@_alteration("The first output goes to the attacker.", ("diamonds_send",))
def _recipient_of_output(lie: Lie, found: Transaction) -> Transaction:
    first, *rest = found.outputs
    return replace(found, outputs=(replace(first, public_key=_KEY), *rest))


@_alteration("The fee of an app goes to the attacker.", needs="TransactionFees")
def _recipient_of_fee(lie: Lie, found: Transaction) -> Transaction:
    own = 1 if isinstance(found.metadata, BasicTransfer) else 0  # the diamonds
    fees, rest = found.outputs[: len(found.outputs) - own], found.outputs[len(found.outputs) - own :]
    return replace(found, outputs=(*(replace(one, public_key=_KEY) for one in fees), *rest))


@_alteration("The last output is ten times as high.", ("diamonds_send",))
def _amount(lie: Lie, found: Transaction) -> Transaction:
    *rest, last = found.outputs
    return replace(found, outputs=(*rest, replace(last, amount_nanos=last.amount_nanos * 10)))


@_alteration("The last output is one nano lower.", ("diamonds_send",))
def _amount_lower(lie: Lie, found: Transaction) -> Transaction:
    *rest, last = found.outputs
    return replace(found, outputs=(*rest, replace(last, amount_nanos=last.amount_nanos - 1)))


@_alteration("The last output is paid in two parts.", ("diamonds_send",))
def _amount_in_parts(lie: Lie, found: Transaction) -> Transaction:
    *rest, last = found.outputs
    return replace(
        found, outputs=(*rest, replace(last, amount_nanos=last.amount_nanos - 1), replace(last, amount_nanos=1))
    )


@_alteration("The last output is there twice.", ("diamonds_send",))
def _output_twice(lie: Lie, found: Transaction) -> Transaction:
    return replace(found, outputs=(*found.outputs, found.outputs[-1]))


@_alteration("The sum of the outputs passes 64 bits.")
def _overflow(lie: Lie, found: Transaction) -> Transaction:
    return replace(found, outputs=(*found.outputs, *[TransactionOutput(found.public_key, 2**64 - 1)] * 2))


@_alteration("The fee is a whole DESO.")
def _fee(lie: Lie, found: Transaction) -> Transaction:
    return replace(found, fee_nanos=found.fee_nanos + 10**9)


@_alteration("The fee is just above twice what size and rate make of it.")
def _fee_beyond(lie: Lie, found: Transaction) -> Transaction:
    return replace(found, fee_nanos=found.fee_nanos * 2 + 1)


@_alteration("The fee is the highest number that there is.")
def _fee_most(lie: Lie, found: Transaction) -> Transaction:
    return replace(found, fee_nanos=2**64 - 1)


@_alteration("The fee is half as high again as it need be.", fate="shown")
def _fee_higher(lie: Lie, found: Transaction) -> Transaction:
    return replace(found, fee_nanos=found.fee_nanos * 3 // 2)


@_alteration("The nonce has expired already.")
def _nonce_expired(lie: Lie, found: Transaction) -> Transaction:
    return _expiring(found, lie.height - 10)


@_alteration("The nonce expires in years, so that the node may hold the transaction back for long.")
def _nonce_far(lie: Lie, found: Transaction) -> Transaction:
    return _expiring(found, lie.height + 100_000_000)


@_alteration("The nonce never expires.")
def _nonce_most(lie: Lie, found: Transaction) -> Transaction:
    return _expiring(found, 2**64 - 1)


@_alteration("The nonce expires within the next ten blocks.", fate="shown")
def _nonce_soon(lie: Lie, found: Transaction) -> Transaction:
    return _expiring(found, lie.height + 10)


def _expiring(found: Transaction, height: int) -> Transaction:
    return found if found.nonce is None else replace(found, nonce=replace(found.nonce, expiration_block_height=height))


@_alteration("The number in the nonce is not by chance.", fate="shown")
def _nonce_number(lie: Lie, found: Transaction) -> Transaction:
    return found if found.nonce is None else replace(found, nonce=replace(found.nonce, partial_id=1))


@_alteration("An older transaction of the same account and call comes again.", needs="an earlier call")
def _replayed(lie: Lie, found: Transaction) -> Transaction:
    return lie.older or found


@_alteration("The bytes hold a signature already.")
def _signed(lie: Lie, found: Transaction) -> Transaction:
    return replace(found, signature=ATTACKER.sign(bytes(32)))


@_alteration("The bytes are of version 0, whose fee nobody can see.")
def _version(lie: Lie, found: Transaction) -> Transaction:
    return replace(found, version=0, fee_nanos=0, nonce=None)


@_alteration("The bytes are of a version that does not exist.")
def _version_unknown(lie: Lie, found: Transaction) -> Transaction:
    return replace(found, version=2)


@_alteration("The transaction spends an input, as in version 0.")
def _input(lie: Lie, found: Transaction) -> Transaction:
    return replace(found, inputs=(TransactionInput(_HASH, 0),))


# --- Any transaction: extra data ---


@_alteration("The extra data has one more key.")
def _extra_key(lie: Lie, found: Transaction) -> Transaction:
    return _plus(found, b"Referrer", lie.address().encode())


@_alteration("The extra data names the attacker's key as the derived key that signs.")
def _extra_derived_key(lie: Lie, found: Transaction) -> Transaction:
    return _plus(found, b"DerivedPublicKey", _KEY)


@_alteration("The value of a key of the extra data is another.", _WITH_EXTRA, needs="extra data")
def _extra_value(lie: Lie, found: Transaction) -> Transaction:
    known = [key for key in found.extra_data if key not in _OWN_KEYS]
    return _plus(found, known[0], b"altered") if known else found


@_alteration("A key of the extra data is left out.", _WITH_EXTRA, needs="extra data")
def _extra_missing(lie: Lie, found: Transaction) -> Transaction:
    known = [key for key in found.extra_data if key not in _OWN_KEYS]
    return replace(found, extra_data={k: v for k, v in found.extra_data.items() if k != known[0]}) if known else found


@_alteration("A value of the extra data is empty, which takes the key away.", _WITH_EXTRA, needs="extra data")
def _extra_empty(lie: Lie, found: Transaction) -> Transaction:
    known = [key for key in found.extra_data if key not in _OWN_KEYS]
    return _plus(found, known[0], b"") if known else found


@_alteration("A key of the extra data is written in other letters: another key.", _WITH_EXTRA, needs="extra data")
def _extra_case(lie: Lie, found: Transaction) -> Transaction:
    known = [key for key in found.extra_data if key not in _OWN_KEYS]
    changed = {key.swapcase() if key in known[:1] else key: value for key, value in found.extra_data.items()}
    return replace(found, extra_data=changed)


_OWN_KEYS = frozenset({b"DiamondLevel", b"DiamondPostHash", b"TransactionSpendingLimit", b"DerivedKeyMemo"})


@_alteration("The node writes its number into the extra data.", fate="shown")
def _node_source(lie: Lie, found: Transaction) -> Transaction:
    return _plus(found, b"NodeSource", encode_uvarint(7))


@_alteration("What should be the node's number is a text.")
def _node_source_text(lie: Lie, found: Transaction) -> Transaction:
    return _plus(found, b"NodeSource", b"\xff\xff buy at the attacker's")


# --- How the bytes are written ---


@_alteration("Bytes follow behind the transaction, which core would not read.", place="raw")
def _trailing(lie: Lie, data: bytes) -> bytes:
    return data + b"\0"


@_alteration("An integer is longer than need be: core would check the signature against other bytes.", place="raw")
def _not_canonical(lie: Lie, data: bytes) -> bytes:
    return b"\x80\x00" + data[1:] if data[:1] == b"\0" else data


@_alteration("The bytes end early.", place="raw")
def _truncated(lie: Lie, data: bytes) -> bytes:
    return data[:-1]


@_alteration("There are no bytes at all.", place="raw")
def _nothing(lie: Lie, data: bytes) -> bytes:
    return b""


# --- Posts ---


@_alteration("The text says something else.", ("posts_submit",), needs="a text")
def _text(lie: Lie, found: Transaction) -> Transaction:
    return _with(found, body=b'{"Body":"Buy at the attacker\'s!"}') if _post(found).body else found


@_alteration("The text has one more character, which nobody sees.", ("posts_submit",), needs="a text")
def _text_invisible(lie: Lie, found: Transaction) -> Transaction:
    return _with(found, body=_post(found).body.replace(b'{"Body":"', '{"Body":"\u200b'.encode()))


@_alteration("The text is missing.", ("posts_submit",), needs="a text")
def _text_missing(lie: Lie, found: Transaction) -> Transaction:
    return _with(found, body=b"{}") if _post(found).body else found


@_alteration("The body of the post has a picture that nobody asked for.", ("posts_submit",), needs="a text")
def _post_picture(lie: Lie, found: Transaction) -> Transaction:
    body = _post(found).body
    picture = b'"ImageURLs":["https://attacker.example/1.png"]}'
    return _with(found, body=body[:-1] + b"," * (len(body) > 2) + picture) if body else found


@_alteration(
    "The body of the post has a member twice, and readers do not agree on which counts.",
    ("posts_submit",),
    needs="a text",
)
def _body_twice(lie: Lie, found: Transaction) -> Transaction:
    body = _post(found).body
    return _with(found, body=b'{"Body":"Buy!",' + body[1:]) if len(body) > 2 else found


@_alteration("The body of the post has a member that no client knows.", ("posts_submit",), needs="a text")
def _body_member(lie: Lie, found: Transaction) -> Transaction:
    body = _post(found).body
    return _with(found, body=body[:-1] + b',"EmbedVideoURL":"https://attacker.example"}') if len(body) > 2 else found


@_alteration("The body of the post is no JSON.", ("posts_submit",))
def _body_no_json(lie: Lie, found: Transaction) -> Transaction:
    return _with(found, body=b"Buy!")


@_alteration("What was to be shown is hidden, or the other way round.", ("posts_submit", "profiles_update"))
def _hidden(lie: Lie, found: Transaction) -> Transaction:
    metadata: Any = found.metadata
    return _with(found, is_hidden=not metadata.is_hidden)


@_alteration("The post can never be changed again, or can be though it should not.", ("posts_submit",))
def _frozen(lie: Lie, found: Transaction) -> Transaction:
    if found.extra_data.get(b"IsFrozen") == b"\1":
        return replace(found, extra_data={k: v for k, v in found.extra_data.items() if k != b"IsFrozen"})
    return _plus(found, b"IsFrozen", b"\1")


@_alteration("The post is a comment on another post.", ("posts_submit",))
def _parent(lie: Lie, found: Transaction) -> Transaction:
    return _with(found, parent_stake_id=_HASH)


@_alteration("The post overwrites another post of the account.", ("posts_submit",))
def _edited(lie: Lie, found: Transaction) -> Transaction:
    return _with(found, post_hash_to_modify=_HASH)


@_alteration("The post reposts another post than was asked for.", ("posts_submit",))
def _reposted(lie: Lie, found: Transaction) -> Transaction:
    return _plus(found, b"RecloutedPostHash", _HASH)


@_alteration("A quote is a plain repost, or the other way round.", ("posts_submit",), needs="a repost")
def _quote(lie: Lie, found: Transaction) -> Transaction:
    value = found.extra_data.get(b"IsQuotedReclout")
    return found if value is None else _plus(found, b"IsQuotedReclout", b"\0" if value == b"\1" else b"\1")


@_alteration("The time is two days ago.", ("posts_submit", *_NEW_MESSAGES))
def _timestamp_past(lie: Lie, found: Transaction) -> Transaction:
    return _with(found, timestamp_nanos=lie.now_nanos - 2 * _DAY_NANOS)


@_alteration("The time is in a year.", ("posts_submit", *_NEW_MESSAGES))
def _timestamp_future(lie: Lie, found: Transaction) -> Transaction:
    return _with(found, timestamp_nanos=lie.now_nanos + 365 * _DAY_NANOS)


@_alteration("The time is eleven minutes ago.", ("posts_submit", *_NEW_MESSAGES))
def _timestamp_beyond(lie: Lie, found: Transaction) -> Transaction:
    return _with(found, timestamp_nanos=lie.now_nanos - 11 * 60 * 10**9)


@_alteration("There is no time.", ("posts_submit", *_NEW_MESSAGES))
def _timestamp_none(lie: Lie, found: Transaction) -> Transaction:
    return _with(found, timestamp_nanos=0)


@_alteration("The time is a minute ago.", ("posts_submit", *_NEW_MESSAGES), fate="shown")
def _timestamp_near(lie: Lie, found: Transaction) -> Transaction:
    return _with(found, timestamp_nanos=lie.now_nanos - 60 * 10**9)


@_alteration("The basis points that nobody uses any more are others.", ("posts_submit",))
def _basis_points(lie: Lie, found: Transaction) -> Transaction:
    return _with(found, creator_basis_points=_post(found).creator_basis_points + 1)


@_alteration("The stake multiple is another.", ("posts_submit", "profiles_update"))
def _stake_multiple(lie: Lie, found: Transaction) -> Transaction:
    name = (
        "stake_multiple_basis_points" if isinstance(found.metadata, SubmitPost) else "new_stake_multiple_basis_points"
    )
    return _with(found, **{name: 100_000})


def _post(found: Transaction) -> SubmitPost:
    assert isinstance(found.metadata, SubmitPost)
    return found.metadata


# --- Profiles ---


@_alteration("The name is another.", ("profiles_update",))
def _username(lie: Lie, found: Transaction) -> Transaction:
    return _with(found, new_username=b"attacker_" + str(lie.height).encode())


@_alteration("The description is another.", ("profiles_update",))
def _description(lie: Lie, found: Transaction) -> Transaction:
    return _with(found, new_description=b"Buy at the attacker's!")


@_alteration("The picture is another.", ("profiles_update",))
def _picture(lie: Lie, found: Transaction) -> Transaction:
    return _with(found, new_profile_pic=_PICTURE)


@_alteration(
    "The picture is another of the same form, which nobody can tell from the one that was scaled.",
    ("profiles_update",),
    fate="shown",
    needs="a picture, and a policy that takes what the node made of it",
)
def _picture_scaled(lie: Lie, found: Transaction) -> Transaction:
    assert isinstance(found.metadata, UpdateProfile)
    return _with(found, new_profile_pic=_WEBP) if found.metadata.new_profile_pic else found


@_alteration("The account's share of its coin is nothing, or all.", ("profiles_update",))
def _creator_share(lie: Lie, found: Transaction) -> Transaction:
    assert isinstance(found.metadata, UpdateProfile)
    return _with(found, new_creator_basis_points=0 if found.metadata.new_creator_basis_points else 10_000)


@_alteration("The profile of another account is changed.", ("profiles_update",))
def _profile_of(lie: Lie, found: Transaction) -> Transaction:
    return _with(found, profile_public_key=_KEY)


# --- Follows, likes, diamonds ---


@_alteration("The attacker is followed.", ("follows_create",))
def _followed(lie: Lie, found: Transaction) -> Transaction:
    return _with(found, followed_public_key=_KEY)


@_alteration("Another post is liked.", ("likes_create",))
def _liked(lie: Lie, found: Transaction) -> Transaction:
    return _with(found, liked_post_hash=_HASH)


@_alteration("What should be done is undone, or the other way round.", ("follows_create", "likes_create"))
def _undone(lie: Lie, found: Transaction) -> Transaction:
    if isinstance(found.metadata, Like):
        return _with(found, is_unlike=not found.metadata.is_unlike)
    assert isinstance(found.metadata, Follow)
    return _with(found, is_unfollow=not found.metadata.is_unfollow)


@_alteration("The diamonds are for another post.", ("diamonds_send",))
def _diamond_post(lie: Lie, found: Transaction) -> Transaction:
    return _plus(found, b"DiamondPostHash", _HASH)


@_alteration("The level of the diamonds is another than was paid for.", ("diamonds_send",))
def _diamond_level(lie: Lie, found: Transaction) -> Transaction:
    return _plus(found, b"DiamondLevel", encode_varint(decode_varint(found.extra_data[b"DiamondLevel"]) % 8 + 1))


@_alteration(
    "The other account's key differs in the sign alone (02 in the place of 03).",
    ("follows_create", "diamonds_send", *_MESSAGES, *_MEMBERS, "derived_keys_authorize"),
)
def _other_account_sign(lie: Lie, found: Transaction) -> Transaction:
    metadata = found.metadata
    if isinstance(metadata, Follow):
        return _with(found, followed_public_key=_other_sign(metadata.followed_public_key))
    if isinstance(metadata, NewMessage):
        return _with(found, recipient_owner_public_key=_other_sign(metadata.recipient_owner_public_key))
    if isinstance(metadata, AccessGroupMembers):
        return _first_member(found, member_public_key=_other_sign(_members(found)[0].member_public_key))
    if isinstance(metadata, AuthorizeDerivedKey):
        return _with(found, derived_public_key=_other_sign(metadata.derived_public_key))
    *rest, last = found.outputs
    return replace(found, outputs=(*rest, replace(last, public_key=_other_sign(last.public_key))))


# --- Messages ---


@_alteration("The text of the message is another.", _MESSAGES)
def _message(lie: Lie, found: Transaction) -> Transaction:
    return _with(found, encrypted_text=b"Buy at the attacker's!")


@_alteration("The message goes to the attacker.", _MESSAGES)
def _recipient(lie: Lie, found: Transaction) -> Transaction:
    return _with(found, recipient_owner_public_key=_KEY)


@_alteration("The message names another key as that of the recipient's access group.", _MESSAGES)
def _recipient_key(lie: Lie, found: Transaction) -> Transaction:
    return _with(found, recipient_public_key=_KEY)


@_alteration("The message goes to another access group of the recipient.", _MESSAGES)
def _recipient_group(lie: Lie, found: Transaction) -> Transaction:
    return _with(found, recipient_key_name=b"other".ljust(32, b"\0"))


@_alteration("The message comes from another account.", _MESSAGES)
def _sender(lie: Lie, found: Transaction) -> Transaction:
    return _with(found, sender_owner_public_key=_KEY)


@_alteration("The message names another key as that of the sender's access group.", _MESSAGES)
def _sender_key(lie: Lie, found: Transaction) -> Transaction:
    return _with(found, sender_public_key=_KEY)


@_alteration("The message comes from another access group of the sender.", _MESSAGES)
def _sender_group(lie: Lie, found: Transaction) -> Transaction:
    return _with(found, sender_key_name=b"other".ljust(32, b"\0"))


@_alteration("A direct message becomes one to a group, or the other way round.", _MESSAGES)
def _message_type(lie: Lie, found: Transaction) -> Transaction:
    assert isinstance(found.metadata, NewMessage)
    return _with(found, message_type=1 - found.metadata.message_type)


@_alteration("A new message overwrites an old one, or the other way round.", _MESSAGES)
def _message_operation(lie: Lie, found: Transaction) -> Transaction:
    assert isinstance(found.metadata, NewMessage)
    return _with(found, operation=1 - found.metadata.operation)


@_alteration("Another message is changed: the one a nanosecond later.", _MESSAGE_CHANGES)
def _message_changed(lie: Lie, found: Transaction) -> Transaction:
    assert isinstance(found.metadata, NewMessage)
    return _with(found, timestamp_nanos=found.metadata.timestamp_nanos + 1)


# --- Access groups ---


@_alteration("The access group gets the attacker's key.", _GROUPS)
def _group_key(lie: Lie, found: Transaction) -> Transaction:
    return _with(found, access_group_public_key=_KEY)


@_alteration("The access group has another name.", (*_GROUPS, *_MEMBERS))
def _group_name(lie: Lie, found: Transaction) -> Transaction:
    return _with(found, access_group_key_name=b"attacker")


@_alteration("The name of an access group has a blank at its end.", (*_GROUPS, *_MEMBERS, *_MESSAGES))
def _group_name_blank(lie: Lie, found: Transaction) -> Transaction:
    if isinstance(found.metadata, NewMessage):
        name = found.metadata.recipient_key_name.rstrip(b"\0") + b" "
        return _with(found, recipient_key_name=name.ljust(32, b"\0"))
    assert isinstance(found.metadata, AccessGroup | AccessGroupMembers)
    return _with(found, access_group_key_name=found.metadata.access_group_key_name + b" ")


@_alteration("The access group belongs to another account.", (*_GROUPS, *_MEMBERS))
def _group_owner(lie: Lie, found: Transaction) -> Transaction:
    return _with(found, access_group_owner_public_key=_KEY)


@_alteration(
    "The group is changed instead of made, or its members removed instead of added, and so on.", (*_GROUPS, *_MEMBERS)
)
def _group_operation(lie: Lie, found: Transaction) -> Transaction:
    metadata = found.metadata
    if isinstance(metadata, AccessGroup):
        return _with(found, operation=5 - metadata.operation)
    assert isinstance(metadata, AccessGroupMembers)
    return _with(found, operation=2 + (metadata.operation - 1) % 3)


@_alteration("The attacker becomes a member too.", _MEMBERS)
def _member(lie: Lie, found: Transaction) -> Transaction:
    return _with(found, members=(*_members(found), AccessGroupMember(_KEY, b"", b"00")))


@_alteration("The last member is left out.", _MEMBERS)
def _member_missing(lie: Lie, found: Transaction) -> Transaction:
    return _with(found, members=_members(found)[:-1])


@_alteration("The first member is there twice.", _MEMBERS)
def _member_twice(lie: Lie, found: Transaction) -> Transaction:
    return _with(found, members=(*_members(found), *_members(found)[:1]))


@_alteration("The attacker becomes a member in the first one's place.", _MEMBERS)
def _member_account(lie: Lie, found: Transaction) -> Transaction:
    return _first_member(found, member_public_key=_KEY)


@_alteration("The first member gets the key encrypted to another of its groups.", _MEMBERS)
def _member_group(lie: Lie, found: Transaction) -> Transaction:
    return _first_member(found, member_key_name=b"other")


@_alteration("The first member gets another encrypted key.", _MEMBERS)
def _member_key(lie: Lie, found: Transaction) -> Transaction:
    return _first_member(found, encrypted_key=b"00" * 120)


@_alteration("The first member has extra data that nobody asked for.", _MEMBERS)
def _member_extra(lie: Lie, found: Transaction) -> Transaction:
    known = _members(found)[0].extra_data if _members(found) else {}
    return _first_member(found, extra_data={**known, b"Role": b"admin"})


def _members(found: Transaction) -> tuple[AccessGroupMember, ...]:
    assert isinstance(found.metadata, AccessGroupMembers)
    return found.metadata.members


def _first_member(found: Transaction, **members: Any) -> Transaction:
    first, *rest = _members(found) or (AccessGroupMember(_KEY, b"", b""),)
    return _with(found, members=(replace(first, **members), *rest))


# --- Derived keys ---


@_alteration("The attacker's key is authorised.", ("derived_keys_authorize",))
def _derived_key(lie: Lie, found: Transaction) -> Transaction:
    return _with(found, derived_public_key=_KEY)


@_alteration("The derived key gets no limits at all.", ("derived_keys_authorize",))
def _unlimited(lie: Lie, found: Transaction) -> Transaction:
    return _plus(found, b"TransactionSpendingLimit", Limit(is_unlimited=True).to_bytes())


@_alteration("The derived key may spend more.", ("derived_keys_authorize",))
def _limit_higher(lie: Lie, found: Transaction) -> Transaction:
    data = found.extra_data.get(b"TransactionSpendingLimit", b"")
    limit = Limit.from_bytes(data) if data else Limit()
    limit.global_nanos += 10**9
    limit.is_unlimited = False
    return _plus(found, b"TransactionSpendingLimit", limit.to_bytes())


@_alteration("The derived key comes without a word on its limits.", ("derived_keys_authorize",))
def _limit_missing(lie: Lie, found: Transaction) -> Transaction:
    kept = {key: value for key, value in found.extra_data.items() if key != b"TransactionSpendingLimit"}
    return replace(found, extra_data=kept)


@_alteration("The derived key may transfer coins too.", ("derived_keys_authorize",))
def _limit_type(lie: Lie, found: Transaction) -> Transaction:
    data = found.extra_data.get(b"TransactionSpendingLimit", b"")
    limit = Limit.from_bytes(data) if data else Limit()
    limit.counts[TransactionType.BASIC_TRANSFER] = limit.counts.get(TransactionType.BASIC_TRANSFER, 0) + 1
    limit.is_unlimited = False
    return _plus(found, b"TransactionSpendingLimit", limit.to_bytes())


@_alteration("The derived key is good for longer.", ("derived_keys_authorize",))
def _expiration(lie: Lie, found: Transaction) -> Transaction:
    assert isinstance(found.metadata, AuthorizeDerivedKey)
    return _with(found, expiration_block=found.metadata.expiration_block + 1_000_000)


@_alteration("The derived key is withdrawn instead of authorised, or the other way round.", ("derived_keys_authorize",))
def _derived_operation(lie: Lie, found: Transaction) -> Transaction:
    assert isinstance(found.metadata, AuthorizeDerivedKey)
    return _with(found, operation=1 - found.metadata.operation)


@_alteration("The owner's signature for the derived key is another.", ("derived_keys_authorize",))
def _access_signature(lie: Lie, found: Transaction) -> Transaction:
    return _with(found, access_signature=ATTACKER.sign(bytes(32)))


@_alteration("The note on the derived key is another.", ("derived_keys_authorize",))
def _memo(lie: Lie, found: Transaction) -> Transaction:
    return _plus(found, b"DerivedKeyMemo", b"your bank".hex().encode())


# --- What stands beside the bytes ---


@_alteration("The JSON shows a lower fee than the bytes have.", place="claim")
def _json_fee(lie: Lie, answer: dict[str, Any]) -> dict[str, Any]:
    fee = answer["Transaction"].get("TxnFeeNanos", 1)
    return _shown(answer, TxnFeeNanos=max(0, fee - 1))


@_alteration("The JSON shows a transaction of another type.", place="claim")
def _json_type(lie: Lie, answer: dict[str, Any]) -> dict[str, Any]:
    number = int(TransactionType.BASIC_TRANSFER)
    if answer["Transaction"]["TxnTypeJSON"] == number:
        target = {"FollowedPublicKey": answer["Transaction"]["PublicKey"], "IsUnfollow": False}
        return _shown(answer, TxnTypeJSON=int(TransactionType.FOLLOW), TxnMeta=target)
    return _shown(answer, TxnTypeJSON=number, TxnMeta={})


@_alteration("The JSON shows an output that the bytes do not have.", place="claim")
def _json_output(lie: Lie, answer: dict[str, Any]) -> dict[str, Any]:
    known = answer["Transaction"]["TxOutputs"] or []
    return _shown(answer, TxOutputs=[*known, {"PublicKey": answer["Transaction"]["PublicKey"], "AmountNanos": 1}])


@_alteration("The JSON shows extra data that the bytes do not have.", place="claim")
def _json_extra(lie: Lie, answer: dict[str, Any]) -> dict[str, Any]:
    return _shown(answer, ExtraData={**(answer["Transaction"]["ExtraData"] or {}), "Verified": "MQ=="})


@_alteration("The JSON shows another nonce than the bytes have.", place="claim")
def _json_nonce(lie: Lie, answer: dict[str, Any]) -> dict[str, Any]:
    nonce = answer["Transaction"].get("TxnNonce")
    return _shown(answer, TxnNonce={**nonce, "PartialID": nonce["PartialID"] ^ 1}) if nonce else answer


@_alteration("The JSON shows the transaction of another account.", place="claim")
def _json_account(lie: Lie, answer: dict[str, Any]) -> dict[str, Any]:
    return _shown(answer, PublicKey="AioqKioqKioqKioqKioqKioqKioqKioqKioqKioqKioq")


@_alteration("FeeNanos says less than the bytes do.", place="claim")
def _claimed_fee(lie: Lie, answer: dict[str, Any]) -> dict[str, Any]:
    return {**answer, "FeeNanos": answer["FeeNanos"] - 1}


@_alteration(
    "TotalInputNanos says less than the bytes spend.",
    (name for name in CONSTRUCTING if name != "profiles_update"),  # there the price of a new profile is in it
    place="claim",
)
def _claimed_total(lie: Lie, answer: dict[str, Any]) -> dict[str, Any]:
    return {**answer, "TotalInputNanos": answer["TotalInputNanos"] - 1}


@_alteration("ChangeAmountNanos promises change, which there is none of in version 1.", place="claim")
def _claimed_change(lie: Lie, answer: dict[str, Any]) -> dict[str, Any]:
    return {**answer, "ChangeAmountNanos": answer["ChangeAmountNanos"] + 1}


@_alteration("SpendAmountNanos says less than the bytes spend.", ("diamonds_send",), place="claim")
def _claimed_spending(lie: Lie, answer: dict[str, Any]) -> dict[str, Any]:
    return {**answer, "SpendAmountNanos": 1}


@_alteration(
    "The hash beside the bytes is that of others.",
    ("profiles_update", "posts_submit", "diamonds_send", "derived_keys_authorize"),
    place="claim",
)
def _claimed_hash(lie: Lie, answer: dict[str, Any]) -> dict[str, Any]:
    name = "PostHashHex" if "PostHashHex" in answer else "TxnHashHex"
    return {**answer, name: _HASH.hex()}


@_alteration("TstampNanos says another time than the bytes.", ("posts_submit",), place="claim")
def _claimed_time(lie: Lie, answer: dict[str, Any]) -> dict[str, Any]:
    return {**answer, "TstampNanos": answer["TstampNanos"] + 1}


@_alteration("TransactionHex is no hexadecimal text.", place="claim")
def _no_hex(lie: Lie, answer: dict[str, Any]) -> dict[str, Any]:
    return {**answer, "TransactionHex": "zz" + answer["TransactionHex"][2:]}


@_alteration("The answer has no TransactionHex.", place="claim")
def _no_bytes(lie: Lie, answer: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in answer.items() if name != "TransactionHex"}


def _shown(answer: dict[str, Any], **members: Any) -> dict[str, Any]:
    return {**answer, "Transaction": {**answer["Transaction"], **members}}


# --- What the node tells about the chain ---


@_alteration(
    "The node tells the attacker's key as that of the recipient's access group.",
    ("access_groups_check_party",),
    place="read",
    needs="a key of the recipient's group that is known already",
)
def _told_recipient_key(lie: Lie, answer: dict[str, Any]) -> dict[str, Any]:
    return {**answer, "RecipientAccessGroupPublicKeyBase58Check": lie.address()}


@_alteration(
    "The node tells the attacker's key as that of the sender's own access group.",
    ("access_groups_check_party",),
    place="read",
)
def _told_sender_key(lie: Lie, answer: dict[str, Any]) -> dict[str, Any]:
    return {**answer, "SenderAccessGroupPublicKeyBase58Check": lie.address()}


@_alteration(
    "The node tells the attacker's key as that of every access group.",
    ("access_groups_get_bulk", "access_groups_get"),
    place="read",
    needs="a key of the group that is known already",
)
def _told_group_key(lie: Lie, answer: dict[str, Any]) -> dict[str, Any]:
    if "AccessGroupEntries" in answer:
        entries = [{**each, "AccessGroupPublicKeyBase58Check": lie.address()} for each in answer["AccessGroupEntries"]]
        return {**answer, "AccessGroupEntries": entries}
    return {**answer, "AccessGroupPublicKeyBase58Check": lie.address()}


@_alteration(
    "The membership holds another key than that of the group.",
    ("access_group_members_get",),
    place="read",
    needs="a membership, and a key of the group that is known already",
)
def _told_membership(lie: Lie, answer: dict[str, Any] | None) -> dict[str, Any] | None:
    return answer and {**answer, "EncryptedKey": encrypt_member_key(ATTACKER, ATTACKER.public_key)}


@_alteration("The newest message of a thread has another text.", _THREADS, place="read", needs="a message")
def _told_message(lie: Lie, answer: dict[str, Any]) -> dict[str, Any]:
    name = "ThreadMessages" if "ThreadMessages" in answer else "GroupChatMessages"
    if not answer[name]:
        return answer
    first, *rest = answer[name]
    text = first["MessageInfo"]["EncryptedText"]
    changed = text[:-2] + ("00" if text[-2:] != "00" else "01")
    return {**answer, name: [{**first, "MessageInfo": {**first["MessageInfo"], "EncryptedText": changed}}, *rest]}


@_alteration(
    "The node tells another share in the present profile, which a change of the profile would keep.",
    ("profiles_get",),
    place="read",
    fate="shown",
    needs="a profile",
)
def _told_share(lie: Lie, answer: dict[str, Any]) -> dict[str, Any]:
    profile = answer["Profile"]
    share = 10_000 if profile["CoinEntry"]["CreatorBasisPoints"] == 0 else 0
    coin = {**profile["CoinEntry"], "CreatorBasisPoints": share}
    return {**answer, "Profile": {**profile, "CoinEntry": coin}}


@_alteration(
    "The node tells that less was given to a post before than was, so that the diamonds would cost more.",
    ("posts_get",),
    place="read",
    needs="diamonds given before",
)
def _told_diamonds(lie: Lie, answer: dict[str, Any]) -> dict[str, Any]:
    state = answer["PostFound"]["PostEntryReaderState"]
    if not state or not state["DiamondLevelBestowed"]:
        return answer
    state = {**state, "DiamondLevelBestowed": state["DiamondLevelBestowed"] - 1}
    return {**answer, "PostFound": {**answer["PostFound"], "PostEntryReaderState": state}}


@_alteration("The tip that the node tells is far ahead.", ("node_get_committed_tip",), place="read")
def _tip_ahead(lie: Lie, answer: dict[str, Any]) -> dict[str, Any]:
    return {**answer, "Height": answer["Height"] + 10_000_000}


@_alteration("The tip that the node tells is far behind.", ("node_get_committed_tip",), place="read")
def _tip_behind(lie: Lie, answer: dict[str, Any]) -> dict[str, Any]:
    return {**answer, "Height": answer["Height"] - 10_000_000}


# --- What the node tells about a submitted transaction ---


@_alteration("The node says that it took another transaction.", ("transactions_submit",), place="submit")
def _submitted_hash(lie: Lie, answer: dict[str, Any]) -> dict[str, Any]:
    return {**answer, "TxnHashHex": _HASH.hex()}


@_alteration(
    "The node says that it took the transaction, and throws it away.",
    ("transactions_submit",),
    place="submit",
    fate="late",
)
def _swallowed(lie: Lie, answer: dict[str, Any]) -> dict[str, Any]:
    return answer  # what it answers is right; see DeSoMock


def applying_to(operation: str) -> tuple[Alteration, ...]:
    """The alterations that apply to a call, by its operationId."""
    return tuple(each for each in ALTERATIONS.values() if operation in each.operations)
