# The sync form of overrides/deso/_async_groups.py, derived by "nox -s generate": edit it there.
"""Which keys to encrypt to, asking the node for what only it can tell."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from ._resources.access_group_members import AccessGroupMembers
from ._resources.access_groups import AccessGroups
from .keys import PrivateKey, PublicKey
from .messages import GroupKey, KeySource, UnknownAccessGroup, decrypt_member_key
from .threads import own_group_key

if TYPE_CHECKING:
    from .sync_client import DeSo


def told_key(address: str, is_there: bool = True) -> PublicKey | None:
    """A group key as the node tells it; None for a group that it does not know."""
    return PublicKey.from_address(address) if is_there and address else None


def both_ends(
    client: DeSo, party: PublicKey, group: str | None, my_group: str | None, given: PublicKey | None
) -> tuple[PublicKey, GroupKey]:
    """The public key of one's own group, and the key of the other account's group to encrypt to.

    Raises AccessGroupKeyChanged and UnknownAccessGroup.
    """
    account = client.account
    told_mine = told_theirs = None
    if group or my_group:
        answer = AccessGroups(client).check_party(
            sender_public_key_base58_check=account.address,
            sender_access_group_key_name=my_group or "",
            recipient_public_key_base58_check=party.address(client._network),
            recipient_access_group_key_name=group or "",
        )
        told_mine = told_key(answer.sender_access_group_public_key_base58_check, answer.is_sender_access_group_key)
        told_theirs = told_key(
            answer.recipient_access_group_public_key_base58_check, answer.is_recipient_access_group_key
        )
    mine = own_group_key(account, my_group, told_mine)
    if my_group and told_mine is None:
        raise UnknownAccessGroup(
            f"the account has no access group {my_group!r} yet: call access_groups.create({my_group!r}) once"
        )
    if not group:
        told_theirs = None  # the base group's key is the owner's, whatever is told
    return mine.public_key, client._trust.to_write(party, group, told=told_theirs, given=given, own=account.private_key)


def chat_key(client: DeSo, owner: PublicKey, group: str) -> tuple[PrivateKey, GroupKey]:
    """The private key of a group chat, of which the account is owner or member, and where it comes from.

    Raises UnknownAccessGroup for a chat that the account is no member of, AccessGroupKeyChanged when its key is not
    the one that is known, and DecryptError when the membership cannot be read.
    """
    account = client.account
    if owner == account.owner:
        secret = account.group_key(group)
        return secret, GroupKey(owner, group, secret.public_key, KeySource.DERIVED)
    member = AccessGroupMembers(client).get(
        access_group_member_public_key_base58_check=account.address,
        access_group_owner_public_key_base58_check=owner.address(client._network),
        access_group_key_name=group,
    )
    if member is None:
        raise UnknownAccessGroup(f"the account is no member of access group {group!r} of {owner.address()}")
    mine = account.group_key(member.access_group_member_key_name.rstrip("\0") or None)
    secret = decrypt_member_key(mine, member.encrypted_key)
    return secret, client._trust.to_write(owner, group, told=secret.public_key)


def member_keys(
    client: DeSo, members: Iterable[PublicKey], group: str | None, given: Mapping[PublicKey, PublicKey]
) -> list[GroupKey]:
    """The group keys of the accounts that a chat's key is to be encrypted to. Raises as ``both_ends`` does."""
    members = list(members)
    told: dict[tuple[str, str], PublicKey | None] = {}
    if group:
        pairs = [
            {"GroupOwnerPublicKeyBase58Check": each.address(client._network), "GroupKeyName": group} for each in members
        ]
        answer = AccessGroups(client).get_bulk(group_owner_and_group_key_name_pairs=pairs)
        told = {
            (entry.access_group_owner_public_key_base58_check, entry.access_group_key_name.rstrip("\0")): told_key(
                entry.access_group_public_key_base58_check
            )
            for entry in answer.access_group_entries or ()
        }
    own = client.account.private_key
    return [
        client._trust.to_write(
            each,
            group,
            told=told.get((each.address(client._network), group or "")),
            given=given.get(each),
            own=own,
        )
        for each in members
    ]
