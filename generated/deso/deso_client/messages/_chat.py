# Copied from overrides/deso/messages/_chat.py by "nox -s generate": edit it there.
"""Direct and group messages, and the keys of access groups.

A message is encrypted to a key that the sender's and the recipient's group keys share, so both sides can read
it.
"""

from __future__ import annotations

import re

from .._core.secrets import Secret
from ..keys import InvalidKeyError, PrivateKey, PublicKey, double_sha256
from ._ecies import DecryptError, decrypt, derive_key, encrypt

DEFAULT_GROUP = "default-key"
"""The group that every account uses for direct messages."""
MAX_MESSAGE_BYTES = 10_000
"""The longest ciphertext, in bytes, that the network takes."""
_MAX_NAME_BYTES = 32


def access_group_key(owner: PrivateKey, group: str | None = DEFAULT_GROUP) -> PrivateKey:
    """The private key of an account's own access group: it follows from the owner's key and the group's name.

    ``None`` (or "") is the base group, whose key is the owner's. Raises ValueError for a name of more than 32
    bytes.
    """
    if not group:
        return owner
    name = group.encode()
    if len(name) > _MAX_NAME_BYTES:
        raise ValueError(f"the name of a group has at most {_MAX_NAME_BYTES} bytes, not {len(name)}")
    secret = owner.secret.reveal()
    assert isinstance(secret, bytes)
    return PrivateKey(double_sha256(double_sha256(secret) + double_sha256(name)))


def shared_key(mine: PrivateKey, theirs: PublicKey) -> PrivateKey:
    """The private key that two groups share, each computing it from its own private and the other's public
    key.
    """
    derived = derive_key(mine.exchange(theirs)).reveal()
    assert isinstance(derived, bytes)
    return PrivateKey(derived)


def encrypt_message(
    sender_group: PrivateKey, recipient_group: PublicKey, text: str, *,
    ephemeral: PrivateKey | None = None, iv: bytes | None = None,
) -> str:  # fmt: skip
    """EncryptedMessageText of a message, as hexadecimal digits: for a direct message, or one to a group chat.

    ``sender_group`` is the private key of the sender's group; ``recipient_group`` the public key of the
    recipient's group, or of the group chat. **That key comes from the node unless you bring it, and nobody
    can prove it**: see ``choose_group_key``. ``ephemeral`` and ``iv`` are for tests with recorded values.
    Raises ValueError when the message would be longer than the network takes.
    """
    sealed = encrypt(shared_key(sender_group, recipient_group).public_key, text.encode(), ephemeral=ephemeral, iv=iv)
    if len(sealed) > MAX_MESSAGE_BYTES:
        raise ValueError(f"an encrypted message has at most {MAX_MESSAGE_BYTES} bytes, this one {len(sealed)}")
    return sealed.hex()


def decrypt_message(mine: PrivateKey, theirs: PublicKey, encrypted_hex: str) -> str:
    """The text of a message: ``mine`` is the private group key of either side, ``theirs`` the other's public
    one.

    For a group chat ``mine`` is the chat's own private key (see ``decrypt_member_key``) and ``theirs`` the
    sender's group key. A message that some client wrote as hexadecimal twice is read too. Raises
    DecryptError.
    """
    key = shared_key(mine, theirs)
    data = _unhex(encrypted_hex)
    try:
        plain = decrypt(key, data)
    except DecryptError:
        if not re.fullmatch(rb"(?:[0-9a-fA-F]{2})+", data):
            raise
        plain = decrypt(key, bytes.fromhex(data.decode()))
    try:
        return plain.decode()
    except UnicodeDecodeError:
        raise DecryptError("the text is not UTF-8") from None


def _unhex(text: str) -> bytes:
    if not re.fullmatch("(?:[0-9a-fA-F]{2})*", text):
        raise DecryptError("a message is written as pairs of hexadecimal digits")
    return bytes.fromhex(text)


def unencrypted_message(text: str) -> tuple[str, dict[str, str]]:
    """EncryptedMessageText and ExtraData of a message that everybody may read."""
    return text.encode().hex(), {"unencrypted": "1"}


def encrypt_member_key(group: PrivateKey, member: PublicKey) -> str:
    """EncryptedKey, for add-access-group-members: the group's private key, for one member's access-group
    key.
    """
    secret = group.secret.reveal()
    assert isinstance(secret, bytes)
    return encrypt(member, secret.hex().encode()).hex()


def decrypt_member_key(member: PrivateKey, encrypted_hex: str) -> PrivateKey:
    """The group's private key, from the EncryptedKey of one's own membership.

    Raises DecryptError when it cannot be read, or is no key. Compare its public key with the group's: whoever
    added you chose it.
    """
    data = Secret(decrypt(member, _unhex(encrypted_hex)))
    try:
        return PrivateKey.from_seed_hex(data)
    except InvalidKeyError:
        raise DecryptError("what was encrypted for the member is no private key") from None
