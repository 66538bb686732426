# Copied from overrides/deso/keys/__init__.py by "nox -s generate": edit it there.
"""Keys of DeSo accounts: reading, deriving, signing. Needs cryptography only; no client, no network.

Start with ``PrivateKey.from_seed_hex`` or ``key_from_mnemonic``.
"""

from .._transaction_types import TransactionType
from .._varint import DecodeError
from ._base58 import (
    MAINNET,
    TESTNET,
    AddressError,
    Network,
    decode_base58check,
    double_sha256,
    encode_base58check,
)
from ._curve import Signature, SignatureError, find_recovery_id, signature_from_compact, signature_from_der
from ._derived import (
    WITHOUT_LIMITS,
    DerivedKeyGrant,
    SpendingLimit,
    WithoutLimits,
    access_bytes,
    access_text,
    grant_derived_key,
    is_unlimited,
    limit_bytes,
)
from ._jwt import MAX_LIFETIME, TokenError, check_token, make_token
from ._keys import DerivedSigner, InvalidKeyError, PrivateKey, PublicKey, Signer, address_bytes
from ._mnemonic import MnemonicError, core_path, identity_path, key_from_mnemonic, key_from_seed

__all__ = [
    "MAINNET",
    "MAX_LIFETIME",
    "TESTNET",
    "WITHOUT_LIMITS",
    "AddressError",
    "DecodeError",
    "DerivedKeyGrant",
    "DerivedSigner",
    "InvalidKeyError",
    "MnemonicError",
    "Network",
    "PrivateKey",
    "PublicKey",
    "Signature",
    "SignatureError",
    "Signer",
    "SpendingLimit",
    "TokenError",
    "TransactionType",
    "WithoutLimits",
    "access_bytes",
    "access_text",
    "address_bytes",
    "check_token",
    "core_path",
    "decode_base58check",
    "double_sha256",
    "encode_base58check",
    "find_recovery_id",
    "grant_derived_key",
    "identity_path",
    "is_unlimited",
    "key_from_mnemonic",
    "key_from_seed",
    "limit_bytes",
    "make_token",
    "signature_from_compact",
    "signature_from_der",
]
