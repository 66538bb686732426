"""What a DeSo transaction is made of. The byte layouts follow deso-protocol/core (lib/network.go)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from types import MappingProxyType
from typing import Annotated, Any, ClassVar, get_type_hints

from .._transaction_types import TransactionType
from .._varint import encode_uvarint, read_uvarint
from ._layout import Boolean, Byte, Bytes, ExtraData, Member, Raw, Uvarint

EMPTY: Mapping[bytes, bytes] = MappingProxyType({})
_Layout = tuple[tuple[str, Member], ...]


def layout_of(cls: type[Any]) -> _Layout:
    """The members of a class, in the order of the bytes: attribute, and its Member."""
    hints = get_type_hints(cls, include_extras=True)
    found = []
    for each in fields(cls):
        members = [m for m in getattr(hints[each.name], "__metadata__", ()) if isinstance(m, Member)]
        found += [(each.name, member) for member in members]
    return tuple(found)


@dataclass(frozen=True, slots=True)
class TransactionInput:
    """An output of an earlier transaction, spent by this one; only in transactions of version 0."""

    transaction_id: bytes
    index: int


@dataclass(frozen=True, slots=True)
class TransactionOutput:
    """An amount, in nanos (10**9 are one DESO), for a public key of 33 bytes."""

    public_key: bytes
    amount_nanos: int


@dataclass(frozen=True, slots=True)
class Nonce:
    """What makes a transaction of version 1 unique, and lets it expire at a block height."""

    expiration_block_height: int
    partial_id: int


class Metadata:
    """The part of a transaction that depends on its type. One subclass for each type that is read in full."""

    __slots__ = ()
    transaction_type: ClassVar[TransactionType]

    @property
    def type_number(self) -> int:
        """The number of the type on the wire."""
        return int(self.transaction_type)


@dataclass(frozen=True, slots=True)
class UnknownMetadata(Metadata):
    """Metadata of a type whose members this library does not know. The bytes are kept as they are."""

    number: int
    data: bytes

    @property
    def type_number(self) -> int:
        """The number of the type on the wire."""
        return self.number

    def __str__(self) -> str:
        name = TransactionType(self.number).name if self.number in _NUMBERS else "no type that core knows"
        return f"transaction type {self.number} ({name}): {len(self.data)} bytes of metadata, not decoded"


_NUMBERS = frozenset(TransactionType)


@dataclass(frozen=True, slots=True)
class BasicTransfer(Metadata):
    """Sends the outputs. With the extra data DiamondLevel and DiamondPostHash: diamonds for a post."""

    transaction_type: ClassVar = TransactionType.BASIC_TRANSFER


@dataclass(frozen=True, slots=True)
class PrivateMessage(Metadata):
    """A message of the old kind."""

    transaction_type: ClassVar = TransactionType.PRIVATE_MESSAGE
    recipient_public_key: Annotated[bytes, Member("RecipientPublicKey", Raw(33))]
    encrypted_text: Annotated[bytes, Member("EncryptedText", Bytes())]
    timestamp_nanos: Annotated[int, Member("TimestampNanos", Uvarint())]


@dataclass(frozen=True, slots=True)
class SubmitPost(Metadata):
    """A post, a comment, a repost (by extra data), or the change of a post. The body is the bytes of a JSON
    object.
    """

    transaction_type: ClassVar = TransactionType.SUBMIT_POST
    post_hash_to_modify: Annotated[bytes, Member("PostHashToModify", Bytes((0, 32)))]
    parent_stake_id: Annotated[bytes, Member("ParentStakeID", Bytes((0, 32, 33)))]
    body: Annotated[bytes, Member("Body", Bytes())]
    creator_basis_points: Annotated[int, Member("CreatorBasisPoints", Uvarint())]
    stake_multiple_basis_points: Annotated[int, Member("StakeMultipleBasisPoints", Uvarint())]
    timestamp_nanos: Annotated[int, Member("TimestampNanos", Uvarint())]
    is_hidden: Annotated[bool, Member("IsHidden", Boolean())]


@dataclass(frozen=True, slots=True)
class UpdateProfile(Metadata):
    """A profile, or its change. Empty bytes leave a member as it is; the three last are always written."""

    transaction_type: ClassVar = TransactionType.UPDATE_PROFILE
    profile_public_key: Annotated[bytes, Member("ProfilePublicKey", Bytes((0, 33), null_when_empty=True))]
    new_username: Annotated[bytes, Member("NewUsername", Bytes())]
    new_description: Annotated[bytes, Member("NewDescription", Bytes())]
    new_profile_pic: Annotated[bytes, Member("NewProfilePic", Bytes())]
    new_creator_basis_points: Annotated[int, Member("NewCreatorBasisPoints", Uvarint())]
    new_stake_multiple_basis_points: Annotated[int, Member("NewStakeMultipleBasisPoints", Uvarint())]
    is_hidden: Annotated[bool, Member("IsHidden", Boolean())]


@dataclass(frozen=True, slots=True)
class Follow(Metadata):
    """Follows an account, or ceases to."""

    transaction_type: ClassVar = TransactionType.FOLLOW
    followed_public_key: Annotated[bytes, Member("FollowedPublicKey", Raw(33))]
    is_unfollow: Annotated[bool, Member("IsUnfollow", Boolean())]


@dataclass(frozen=True, slots=True)
class Like(Metadata):
    """Likes a post, or ceases to."""

    transaction_type: ClassVar = TransactionType.LIKE
    liked_post_hash: Annotated[bytes, Member("LikedPostHash", Raw(32, as_array=True))]
    is_unlike: Annotated[bool, Member("IsUnlike", Boolean())]


@dataclass(frozen=True, slots=True)
class AuthorizeDerivedKey(Metadata):
    """Allows a derived key to act for the account (operation 1), or revokes it (operation 0)."""

    transaction_type: ClassVar = TransactionType.AUTHORIZE_DERIVED_KEY
    derived_public_key: Annotated[bytes, Member("DerivedPublicKey", Bytes((33,)))]
    expiration_block: Annotated[int, Member("ExpirationBlock", Uvarint())]
    operation: Annotated[int, Member("OperationType", Byte())]
    access_signature: Annotated[bytes, Member("AccessSignature", Bytes())]


@dataclass(frozen=True, slots=True)
class AccessGroup(Metadata):
    """Creates an access group (operation 2) or changes its key (operation 3)."""

    transaction_type: ClassVar = TransactionType.ACCESS_GROUP
    access_group_owner_public_key: Annotated[bytes, Member("AccessGroupOwnerPublicKey", Bytes((33,)))]
    access_group_public_key: Annotated[bytes, Member("AccessGroupPublicKey", Bytes((33,)))]
    access_group_key_name: Annotated[bytes, Member("AccessGroupKeyName", Bytes())]
    operation: Annotated[int, Member("AccessGroupOperationType", Uvarint())]


@dataclass(frozen=True, slots=True)
class AccessGroupMember:
    """A member of a group. The encrypted key is the ASCII of hexadecimal digits, empty on removal."""

    member_public_key: Annotated[bytes, Member("AccessGroupMemberPublicKey", Bytes((33,)))]
    member_key_name: Annotated[bytes, Member("AccessGroupMemberKeyName", Bytes())]
    encrypted_key: Annotated[bytes, Member("EncryptedKey", Bytes())]
    extra_data: Annotated[Mapping[bytes, bytes], Member("ExtraData", ExtraData())] = field(
        default_factory=lambda: EMPTY
    )


_MEMBER_LAYOUT = layout_of(AccessGroupMember)


class _Members:
    """A count, then so many members of a group."""

    def read(self, data: bytes, at: int, end: int) -> tuple[tuple[AccessGroupMember, ...], int]:
        count, at = read_uvarint(data, at, end)
        members = []
        for _ in range(count):
            values: dict[str, Any] = {}
            for name, member in _MEMBER_LAYOUT:
                values[name], at = member.kind.read(data, at, end)
            members.append(AccessGroupMember(**values))
        return tuple(members), at

    def write(self, value: tuple[AccessGroupMember, ...], out: bytearray) -> None:
        out += encode_uvarint(len(value))
        for each in value:
            for name, member in _MEMBER_LAYOUT:
                member.kind.write(getattr(each, name), out)

    def to_json(self, value: tuple[AccessGroupMember, ...]) -> object:
        return [{m.wire_name: m.kind.to_json(getattr(each, n)) for n, m in _MEMBER_LAYOUT} for each in value]

    def from_json(self, value: Any) -> object:
        members = []
        for each in value or ():
            values: dict[str, Any] = {n: m.kind.from_json(each.get(m.wire_name)) for n, m in _MEMBER_LAYOUT}
            members.append(AccessGroupMember(**values))
        return tuple(members)


@dataclass(frozen=True, slots=True)
class AccessGroupMembers(Metadata):
    """Adds members to an access group (operation 2), removes them (3) or changes them (4)."""

    transaction_type: ClassVar = TransactionType.ACCESS_GROUP_MEMBERS
    access_group_owner_public_key: Annotated[bytes, Member("AccessGroupOwnerPublicKey", Bytes((33,)))]
    access_group_key_name: Annotated[bytes, Member("AccessGroupKeyName", Bytes())]
    members: Annotated[tuple[AccessGroupMember, ...], Member("AccessGroupMembersList", _Members())]
    operation: Annotated[int, Member("AccessGroupMemberOperationType", Uvarint())]


_KEY = Bytes((33,), array_size=33)
_NAME = Bytes(max_size=32, array_size=32)


@dataclass(frozen=True, slots=True)
class NewMessage(Metadata):
    """A direct message (type 0) or a message to a group (1), new (operation 0) or changed (1).

    Names of groups are kept as they stand in the bytes: 32 bytes filled with zeros when a node builds the
    transaction, shorter from some clients.
    """

    transaction_type: ClassVar = TransactionType.NEW_MESSAGE
    sender_owner_public_key: Annotated[bytes, Member("SenderAccessGroupOwnerPublicKey", _KEY)]
    sender_key_name: Annotated[bytes, Member("SenderAccessGroupKeyName", _NAME)]
    sender_public_key: Annotated[bytes, Member("SenderAccessGroupPublicKey", _KEY)]
    recipient_owner_public_key: Annotated[bytes, Member("RecipientAccessGroupOwnerPublicKey", _KEY)]
    recipient_key_name: Annotated[bytes, Member("RecipientAccessGroupKeyName", _NAME)]
    recipient_public_key: Annotated[bytes, Member("RecipientAccessGroupPublicKey", _KEY)]
    encrypted_text: Annotated[bytes, Member("EncryptedText", Bytes())]
    timestamp_nanos: Annotated[int, Member("TimestampNanos", Uvarint())]
    message_type: Annotated[int, Member("NewMessageType", Uvarint())]
    operation: Annotated[int, Member("NewMessageOperation", Uvarint())]


@dataclass(frozen=True, slots=True)
class AtomicWrapper(Metadata):
    """Several transactions, each signed on its own, that happen together or not at all."""

    transaction_type: ClassVar = TransactionType.ATOMIC_TXNS_WRAPPER
    transactions: tuple[Transaction, ...]


@dataclass(frozen=True, slots=True)
class Transaction:
    """A DeSo transaction.

    ``public_key`` is always the account's, also when a derived key signs: 33 bytes, 33 zeros for an atomic
    wrapper, none for a block reward. ``version`` 1 pays ``fee_nanos`` and has a ``nonce``; version 0, from
    before the balance model, has inputs instead. ``signature`` is empty before signing.
    """

    metadata: Metadata
    public_key: bytes
    outputs: tuple[TransactionOutput, ...] = ()
    extra_data: Mapping[bytes, bytes] = field(default_factory=lambda: EMPTY)
    fee_nanos: int = 0
    nonce: Nonce | None = None
    signature: bytes = b""
    version: int = 1
    inputs: tuple[TransactionInput, ...] = ()

    @property
    def type_number(self) -> int:
        """The number of the transaction's type."""
        return self.metadata.type_number


METADATA: Mapping[int, tuple[type[Metadata], _Layout]] = {
    cls.transaction_type: (cls, layout_of(cls))
    for cls in (
        BasicTransfer, PrivateMessage, SubmitPost, UpdateProfile, Follow, Like, AuthorizeDerivedKey,
        AccessGroup, AccessGroupMembers, NewMessage,
    )
}  # fmt: skip
"""Every type but the atomic wrapper, which holds transactions and is read by the codec itself."""
