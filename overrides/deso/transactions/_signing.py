"""Signing transactions, as the owner or with a derived key, and checking who signed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from .._varint import MAX_UINT64, decode_uvarint, encode_uvarint
from ..keys import (
    MAINNET,
    DerivedSigner,
    Network,
    PrivateKey,
    PublicKey,
    Signature,
    SignatureError,
    Signer,
    double_sha256,
    encode_base58check,
    find_recovery_id,
    signature_from_der,
)
from ..keys._curve import backend
from ._codec import ParsedTransaction, encode, parse
from ._model import AtomicWrapper, Transaction

DERIVED_PUBLIC_KEY = b"DerivedPublicKey"
NEXT_ATOMIC_HASH = b"NxtAtmcHsh"
PREVIOUS_ATOMIC_HASH = b"PrvAtmcHsh"
ATOMIC_CHAIN_LENGTH = b"AtmcChnLen"
_DER_START = 0x30
_SIGNATURE_BYTES = 74  # what core reckons with when it computes the fee


class SigningError(ValueError):
    """A transaction that this signer must not, or cannot, sign."""


@dataclass(frozen=True, slots=True)
class SignedTransaction:
    """A transaction that is ready for submit-transaction."""

    data: bytes

    @property
    def hex(self) -> str:
        """TransactionHex."""
        return self.data.hex()

    @property
    def hash(self) -> bytes:
        """The transaction's final hash, which for a post is the post's hash: 32 bytes."""
        return double_sha256(self.data)

    def transaction_id(self, network: Network = MAINNET) -> str:
        """TransactionIDBase58Check, the hash as text."""
        return transaction_id(self.hash, network)


def transaction_id(transaction_hash: bytes, network: Network = MAINNET) -> str:
    """The text form of a transaction's hash (32 bytes): Base58Check with the prefix of public keys."""
    if len(transaction_hash) != 32:
        raise ValueError(f"a transaction hash has 32 bytes, not {len(transaction_hash)}")
    return encode_base58check(network.public_prefix + transaction_hash)


def sign(transaction: bytes | ParsedTransaction, signer: Signer | DerivedSigner) -> SignedTransaction:
    """Sign the bytes of an unsigned transaction. Verify them first (see ``verify``): these bytes are what
    happens.

    A DerivedSigner signs in the way the transaction asks for: an ordinary signature where the extra data
    names the derived key, else one that carries its recovery id. The signature is deterministic and low-S
    with a PrivateKey; that of another Signer is checked, and a high S put right.

    Raises SigningError when the transaction is signed already, belongs to another account, names another
    derived key, is an atomic wrapper, or is written in a way that core would rewrite; DecodeError when the
    bytes are none; SignatureError when the signer returned no signature of its key.
    """
    parsed = transaction if isinstance(transaction, ParsedTransaction) else parse(transaction)
    owner = signer.owner if isinstance(signer, DerivedSigner) else signer.public_key
    _refuse_unfit(parsed, owner)
    if isinstance(signer, DerivedSigner):
        signature = _derived_signature(parsed, signer)
    else:
        signature = _ask(signer, parsed.signing_digest).der
    return SignedTransaction(attach_signature(parsed, signature))


def _refuse_unfit(parsed: ParsedTransaction, owner: PublicKey) -> None:
    found = parsed.transaction
    if found.signature:
        raise SigningError("the transaction is signed already")
    if isinstance(found.metadata, AtomicWrapper):
        raise SigningError("an atomic wrapper has no signature: sign its transactions one by one")
    if found.public_key != owner.data:
        raise SigningError(
            f"the transaction spends from {found.public_key.hex() or 'nobody'}, the signer acts for {owner.data.hex()}"
        )
    if not parsed.is_canonical:
        raise SigningError("the bytes are not as core writes them: it would verify the signature against others")


def _derived_signature(parsed: ParsedTransaction, signer: DerivedSigner) -> bytes:
    named = parsed.transaction.extra_data.get(DERIVED_PUBLIC_KEY)
    digest = parsed.signing_digest
    signature = _ask(signer.key, digest)
    if named is None:
        recovery_id = signature.recovery_id
        if recovery_id is None:
            recovery_id = find_recovery_id(signer.public_key.data, digest, signature)
        der = signature.der
        return bytes([_DER_START + 1 + recovery_id]) + der[1:]
    if named != signer.public_key.data:
        raise SigningError(
            f"the extra data names the derived key {named.hex()}, the signer holds {signer.public_key.data.hex()}"
        )
    return signature.der


def _ask(signer: Signer, digest: bytes) -> Signature:
    if isinstance(signer, PrivateKey):
        return signer.sign_digest(digest)
    signature = signature_from_der(signer.sign(digest)).normalized()
    if not backend().verify(signer.public_key.data, digest, signature):
        raise SignatureError("the signer returned a signature that is not of its own key and this digest")
    return signature


def attach_signature(transaction: bytes | ParsedTransaction, signature: bytes) -> bytes:
    """The signed bytes: ``signature`` (DER, or DeSo's DER with a recovery id) put into its place.

    For signatures that come from elsewhere; ``sign`` does it all. Raises SigningError when there is one
    already.
    """
    parsed = transaction if isinstance(transaction, ParsedTransaction) else parse(transaction)
    at = parsed.signature_offset
    if parsed.transaction.signature:
        raise SigningError("the transaction is signed already")
    return parsed.raw[:at] + encode_uvarint(len(signature)) + signature + parsed.raw[at + 1 :]


@dataclass(frozen=True, slots=True)
class TransactionSigner:
    """Whose signature a transaction carries. For a derived key only the chain knows whether it may act."""

    public_key: PublicKey
    derived: bool
    recovery_id: int | None = None


def verify_signature(transaction: bytes | ParsedTransaction) -> TransactionSigner:
    """Who signed the transaction: the owner, or a derived key in either of the two ways.

    A recovered key only shows who could have signed; with one bit changed, another key comes out. Compare it.
    Raises SignatureError when there is no signature, or none that a node would accept (a high S included).
    """
    parsed = transaction if isinstance(transaction, ParsedTransaction) else parse(transaction)
    found = parsed.transaction
    if not found.signature:
        raise SignatureError("the transaction is not signed")
    named = found.extra_data.get(DERIVED_PUBLIC_KEY)
    recovery_id = found.signature[0] - _DER_START - 1
    recoverable = 0 <= recovery_id <= 3
    der = bytes([_DER_START]) + found.signature[1:] if recoverable else found.signature
    signature = signature_from_der(der)
    if not signature.is_low_s:
        raise SignatureError("the signature has a high S, which nodes refuse")
    if recoverable:
        if named is not None:
            raise SignatureError("both a recovery id and DerivedPublicKey in the extra data: nodes refuse that")
        key = backend().recover(parsed.signing_digest, replace(signature, recovery_id=recovery_id))
        return TransactionSigner(PublicKey(key), True, recovery_id)
    key = found.public_key if named is None else named
    if not backend().verify(key, parsed.signing_digest, signature):
        raise SignatureError("the signature is not that of the key which the transaction names")
    return TransactionSigner(PublicKey(key), named is not None)


def fee_for(unsigned: Transaction, rate_nanos_per_kb: int) -> int:
    """The fee, in nanos, that a node computes for a transaction of version 1 at ``rate_nanos_per_kb``.

    The fee is part of the bytes whose length decides it, so it is the fixed point below the longest possible
    fee. It has 64 bits: a rate that makes more of the size gives 2**64 - 1.
    """
    rest = len(encode(replace(unsigned, fee_nanos=0, signature=b""))) - 1 + _SIGNATURE_BYTES
    size = 10
    while True:
        fee = min(MAX_UINT64, -(-(rest + size) * rate_nanos_per_kb // 1000))
        if len(encode_uvarint(fee)) >= size:
            return fee
        size = len(encode_uvarint(fee))


def with_derived_public_key(
    unsigned: bytes | ParsedTransaction, derived: PublicKey, *, rate_nanos_per_kb: int = 1000
) -> bytes:
    """The bytes with ``DerivedPublicKey`` in the extra data, for the second way of signing with a derived
    key.

    The transaction grows, so its fee is raised to what the new size costs, if it was below.
    Raises SigningError for a signed transaction.
    """
    parsed = unsigned if isinstance(unsigned, ParsedTransaction) else parse(unsigned)
    if parsed.transaction.signature:
        raise SigningError("the transaction is signed: a changed one would need another signature")
    extra_data = {**parsed.transaction.extra_data, DERIVED_PUBLIC_KEY: derived.data}
    changed = replace(parsed.transaction, extra_data=extra_data)
    if changed.version:
        changed = replace(changed, fee_nanos=max(changed.fee_nanos, fee_for(changed, rate_nanos_per_kb)))
    return encode(changed)


def atomic_hash(inner: Transaction) -> bytes:
    """The hash by which the transactions of an atomic wrapper name each other: unsigned, without those
    names.
    """
    links = (NEXT_ATOMIC_HASH, PREVIOUS_ATOMIC_HASH)
    rest: Mapping[bytes, bytes] = {k: v for k, v in inner.extra_data.items() if k not in links}
    return double_sha256(encode(replace(inner, extra_data=rest, signature=b"")))


def check_atomic_chain(transactions: Sequence[Transaction]) -> None:
    """Make sure that these transactions, in this order, happen together or not at all.

    Each names the next and the previous one, the last and the first each other, and the first says how many
    there are. Raises SigningError otherwise.
    """
    if not transactions:
        raise SigningError("an atomic wrapper without transactions")
    hashes = [atomic_hash(inner) for inner in transactions]
    for position, inner in enumerate(transactions):
        following = hashes[(position + 1) % len(hashes)]
        if inner.extra_data.get(NEXT_ATOMIC_HASH) != following:
            raise SigningError(f"transaction {position} of the wrapper does not name the next one")
        if inner.extra_data.get(PREVIOUS_ATOMIC_HASH) != hashes[position - 1]:
            raise SigningError(f"transaction {position} of the wrapper does not name the previous one")
        length = inner.extra_data.get(ATOMIC_CHAIN_LENGTH)
        if (length is not None) != (position == 0):
            raise SigningError("the first transaction of a wrapper, and no other, says how many there are")
        if length is not None and decode_uvarint(length) != len(transactions):
            raise SigningError(f"the wrapper holds {len(transactions)} transactions, the first one says otherwise")
