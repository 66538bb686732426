# Copied from overrides/deso/mock/state.py by "nox -s generate": edit it there.
"""What the mock of a DeSo node remembers: accounts, profiles, posts, groups, messages, derived keys, transactions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from ..transactions import Transaction
from .limits import Limit

NAME_BYTES = 32
GroupId = tuple[bytes, bytes]
"""Owner (33 bytes) and name of an access group, the name without the zeros at its end."""


@dataclass
class Profile:
    """The profile of an account."""

    public_key: bytes
    username: str
    description: str = ""
    picture: str = ""
    creator_basis_points: int = 0
    stake_multiple_basis_points: int = 12500
    is_hidden: bool = False
    extra_data: dict[bytes, bytes] = field(default_factory=dict)


@dataclass
class Post:
    """A post by its final hash; ``parent`` is a post's hash (32 bytes), an account's key (33), or nothing."""

    post_hash: bytes
    poster: bytes
    timestamp_nanos: int
    height: int
    body: str = ""
    image_urls: list[str] | None = None
    video_urls: list[str] | None = None
    parent: bytes = b""
    reposted: bytes = b""
    is_quote: bool = False
    is_hidden: bool = False
    is_frozen: bool = False
    creator_basis_points: int = 1000
    stake_multiple_basis_points: int = 12500
    extra_data: dict[bytes, bytes] = field(default_factory=dict)


@dataclass
class Member:
    """A member of an access group, and the group of its own to which the key is encrypted."""

    public_key: bytes
    key_name: bytes
    encrypted_key: bytes
    extra_data: dict[bytes, bytes] = field(default_factory=dict)


@dataclass
class Group:
    """An access group with its members, by their accounts."""

    owner: bytes
    name: bytes
    public_key: bytes
    extra_data: dict[bytes, bytes] = field(default_factory=dict)
    members: dict[bytes, Member] = field(default_factory=dict)


@dataclass
class Message:
    """A message; each side is an access group and the key that it had when the message was sent."""

    message_type: int
    sender: GroupId
    sender_key: bytes
    recipient: GroupId
    recipient_key: bytes
    encrypted_text: bytes
    timestamp_nanos: int
    extra_data: dict[bytes, bytes] = field(default_factory=dict)

    @property
    def thread(self) -> tuple[Any, ...]:
        """What a direct thread or a group chat is known by."""
        return thread_of(self.message_type, self.sender, self.recipient)


@dataclass
class DerivedKey:
    """A derived key of an account; ``limit`` is what is left of its limit."""

    owner: bytes
    derived: bytes
    expiration_block: int
    is_valid: bool
    limit: Limit
    memo: str = ""
    extra_data: dict[bytes, bytes] = field(default_factory=dict)


@dataclass(frozen=True)
class Known:
    """A transaction that was accepted, as signed, and the height at which it was."""

    data: bytes
    transaction: Transaction
    height: int


@dataclass
class State:
    """Everything on the chain. Keys and hashes are bytes."""

    balances: dict[bytes, int] = field(default_factory=dict)
    unspent: dict[tuple[bytes, int], tuple[bytes, int]] = field(default_factory=dict)
    """Outputs that version 0 can spend: by transaction hash and index, the owner and the amount."""
    spent: set[tuple[bytes, int]] = field(default_factory=set)
    profiles: dict[bytes, Profile] = field(default_factory=dict)
    posts: dict[bytes, Post] = field(default_factory=dict)
    follows: dict[tuple[bytes, bytes], None] = field(default_factory=dict)
    likes: dict[tuple[bytes, bytes], None] = field(default_factory=dict)
    diamonds: dict[tuple[bytes, bytes], int] = field(default_factory=dict)
    """By sender and post, the level."""
    groups: dict[GroupId, Group] = field(default_factory=dict)
    messages: dict[tuple[Any, ...], Message] = field(default_factory=dict)
    """By thread and timestamp."""
    derived_keys: dict[tuple[bytes, bytes], DerivedKey] = field(default_factory=dict)
    nonces: set[tuple[bytes, int, int]] = field(default_factory=set)
    transactions: dict[bytes, Known] = field(default_factory=dict)

    def copy(self) -> State:
        """A state of its own, in which changes leave this one as it is."""
        made = State(**{name: table.copy() for name, table in vars(self).items()})
        made.profiles = {key: replace(one, extra_data={**one.extra_data}) for key, one in self.profiles.items()}
        made.posts = {key: replace(one) for key, one in self.posts.items()}
        made.groups = {
            key: replace(one, extra_data={**one.extra_data}, members={**one.members})
            for key, one in self.groups.items()
        }
        made.messages = {key: replace(one) for key, one in self.messages.items()}
        made.derived_keys = {key: replace(one) for key, one in self.derived_keys.items()}
        return made

    def group(self, group_id: GroupId) -> Group | None:
        """An access group; the base group of every account exists, and its key is the account's."""
        owner, name = group_id
        return self.groups.get(group_id) if name else Group(owner, b"", owner)

    def profile_of(self, username: str) -> Profile | None:
        """The profile of that name, in any case of its letters."""
        wanted = username.casefold()
        return next((one for one in self.profiles.values() if one.username.casefold() == wanted), None)

    def comments_on(self, post_hash: bytes) -> list[Post]:
        """The comments on a post that are not hidden, oldest first."""
        return [one for one in self.posts.values() if one.parent == post_hash and not one.is_hidden]

    def reposts_of(self, post_hash: bytes, *, quotes: bool) -> list[Post]:
        """The posts that repost, or that quote, a post."""
        return [one for one in self.posts.values() if one.reposted == post_hash and one.is_quote == quotes]


def group_name(name: bytes) -> bytes:
    """A group's name without the zeros that fill it to 32 bytes."""
    return name.rstrip(b"\0")


def thread_of(message_type: int, sender: GroupId, recipient: GroupId) -> tuple[Any, ...]:
    """What a thread is known by: for direct messages both groups, whoever sends; for a group chat the group."""
    return ("group", recipient) if message_type else ("dm", *sorted((sender, recipient)))


def texts(extra_data: Mapping[bytes, bytes]) -> dict[str, str]:
    """Extra data as an answer shows it: texts by their keys."""
    return {key.decode("utf-8", "replace"): extra_data[key].decode("utf-8", "replace") for key in sorted(extra_data)}
