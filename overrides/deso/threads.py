"""Reading the messages of a thread: decryption, and whose they are. No I/O."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from .account import Account
from .keys import PrivateKey, PublicKey
from .messages import (
    AccessGroupKeyChanged,
    DecryptError,
    GroupKey,
    KeySource,
    UnknownAccessGroup,
    decrypt_message,
)
from .results import Message
from .trust import Trust

if TYPE_CHECKING:
    from . import models

_PROBLEMS = (AccessGroupKeyChanged, UnknownAccessGroup, ValueError)  # DecryptError and AddressError are ValueErrors


def own_group_key(account: Account, group: str | None, told: PublicKey | None) -> GroupKey:
    """One's own group key as it must be. Raises AccessGroupKeyChanged when the node tells another one."""
    mine = account.group_key(group).public_key
    if told is not None and told != mine:
        raise AccessGroupKeyChanged(account.owner, group, mine, told)
    if not group:
        return GroupKey(account.owner, None, mine, KeySource.OWNER)
    source = KeySource.GIVEN if group in account.group_keys else KeySource.DERIVED
    return GroupKey(account.owner, group, mine, source)


@dataclass(frozen=True, slots=True)
class _End:
    """One end of a message, as the node tells it."""

    owner: PublicKey
    group: str | None
    told: PublicKey

    @classmethod
    def of(cls, info: models.AccessGroupInfo) -> _End:
        group = info.access_group_key_name.rstrip("\0") or None
        owner = PublicKey.from_address(info.owner_public_key_base58_check)
        return cls(owner, group, PublicKey.from_address(info.access_group_public_key_base58_check))


@dataclass(frozen=True, slots=True)
class DirectReader:
    """Reads the messages between the account's group and a group of another account."""

    account: Account
    trust: Trust
    party: PublicKey
    group: str | None
    my_group: str | None
    given: PublicKey | None = None

    def read(self, entry: models.NewMessageEntryResponse) -> Message:
        """One message. What is wrong with it stands in ``problem``, so that one bad message hides no other."""
        return _message(entry, self._text, self.trust)

    def _text(self, entry: models.NewMessageEntryResponse) -> tuple[str, GroupKey]:
        sender, recipient = _End.of(entry.sender_info), _End.of(entry.recipient_info)
        mine, theirs = (sender, recipient) if sender.owner == self.account.owner else (recipient, sender)
        if (mine.owner, mine.group, theirs.owner, theirs.group) != (
            self.account.owner, self.my_group, self.party, self.group,
        ):  # fmt: skip
            raise UnknownAccessGroup("the node put a message into the thread that is not between its two ends")
        own_group_key(self.account, self.my_group, mine.told)
        key = self.trust.to_read(theirs.owner, theirs.group, told=theirs.told, given=self.given)
        secret = self.account.group_key(self.my_group)
        return decrypt_message(secret, key.public_key, entry.message_info.encrypted_text), key


@dataclass(frozen=True, slots=True)
class GroupReader:
    """Reads the messages of a group chat, with the chat's own private key."""

    account: Account
    trust: Trust
    owner: PublicKey
    group: str
    secret: PrivateKey = field(repr=False)

    def read(self, entry: models.NewMessageEntryResponse) -> Message:
        """One message. What is wrong with it stands in ``problem``, so that one bad message hides no other."""
        return _message(entry, self._text, self.trust)

    def _text(self, entry: models.NewMessageEntryResponse) -> tuple[str, GroupKey]:
        sender, chat = _End.of(entry.sender_info), _End.of(entry.recipient_info)
        if (chat.owner, chat.group) != (self.owner, self.group):
            raise UnknownAccessGroup("the node put a message into the thread that is not to this group chat")
        if sender.owner == self.account.owner:
            key = own_group_key(self.account, sender.group, sender.told)
        else:
            key = self.trust.to_read(sender.owner, sender.group, told=sender.told)
        return decrypt_message(self.secret, key.public_key, entry.message_info.encrypted_text), key


def _message(entry: models.NewMessageEntryResponse, decrypted: _Decrypt, trust: Trust) -> Message:
    info = entry.message_info
    is_encrypted = (info.extra_data or {}).get("unencrypted") != "1"
    text, key, problem = None, None, None
    try:
        if is_encrypted:
            text, key = decrypted(entry)
            trust.confirmed(key)
        else:
            text = bytes.fromhex(info.encrypted_text).decode()
    except _PROBLEMS as error:
        problem = error if is_encrypted else DecryptError("the text is not UTF-8")
    return Message(
        sender=entry.sender_info.owner_public_key_base58_check,
        recipient=entry.recipient_info.owner_public_key_base58_check,
        timestamp_nanos=info.timestamp_nanos,
        text=text,
        problem=problem,
        is_encrypted=is_encrypted,
        peer_key=key,
        entry=entry,
    )


if TYPE_CHECKING:
    from collections.abc import Callable

    _Decrypt = Callable[[models.NewMessageEntryResponse], tuple[str, GroupKey]]
