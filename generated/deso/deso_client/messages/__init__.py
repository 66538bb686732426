# Copied from overrides/deso/messages/__init__.py by "nox -s generate": edit it there.
"""Encrypting and reading DeSo's direct and group messages. Needs cryptography only; no client, no network.

The recipient's access-group key comes from the node and cannot be proven: see ``choose_group_key``.
"""

from ._chat import (
    DEFAULT_GROUP,
    MAX_MESSAGE_BYTES,
    access_group_key,
    decrypt_member_key,
    decrypt_message,
    encrypt_member_key,
    encrypt_message,
    shared_key,
    unencrypted_message,
)
from ._ecies import OVERHEAD, DecryptError, decrypt, derive_key, encrypt
from ._pins import (
    AccessGroupKeyChanged,
    GroupKey,
    KeySource,
    MemoryPins,
    Pins,
    UnknownAccessGroup,
    choose_group_key,
)

__all__ = [
    "DEFAULT_GROUP",
    "MAX_MESSAGE_BYTES",
    "OVERHEAD",
    "AccessGroupKeyChanged",
    "DecryptError",
    "GroupKey",
    "KeySource",
    "MemoryPins",
    "Pins",
    "UnknownAccessGroup",
    "access_group_key",
    "choose_group_key",
    "decrypt",
    "decrypt_member_key",
    "decrypt_message",
    "derive_key",
    "encrypt",
    "encrypt_member_key",
    "encrypt_message",
    "shared_key",
    "unencrypted_message",
]
