# Copied from overrides/deso/transactions/_codec.py by "nox -s generate": edit it there.
"""Transactions from bytes and back. Reading is total: any bytes give a transaction or a DecodeError, in
linear time.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Mapping
from functools import cached_property
from typing import Any

from .._transaction_types import TransactionType
from .._varint import DecodeError, encode_uvarint, read_uvarint
from ..keys import double_sha256
from ._layout import ExtraData, json_bytes, json_integer, read_bytes, take, write_bytes
from ._model import (
    METADATA,
    AtomicWrapper,
    Metadata,
    Nonce,
    Transaction,
    TransactionInput,
    TransactionOutput,
    UnknownMetadata,
)

MAX_TRANSACTION_BYTES = 10_000_000
"""The largest body that a node reads; more bytes are refused without being looked at."""

_EXTRA_DATA = ExtraData()
_NO_DIGIT = re.compile("[^0-9a-fA-F]")
_WRAPPER = int(TransactionType.ATOMIC_TXNS_WRAPPER)


class ParsedTransaction:
    """The bytes of a transaction, what they say, and where the signature stands in them."""

    def __init__(self, raw: bytes, transaction: Transaction, signature_offset: int, signature_end: int) -> None:
        self.raw = raw
        self.transaction = transaction
        self.signature_offset = signature_offset
        """Position of the byte that holds the signature's length."""
        self._signature_end = signature_end

    @cached_property
    def unsigned(self) -> bytes:
        """The bytes with an empty signature."""
        return self.raw[: self.signature_offset] + b"\0" + self.raw[self._signature_end :]

    @cached_property
    def signing_digest(self) -> bytes:
        """The 32 bytes that are signed: the double SHA-256 of the unsigned bytes."""
        return double_sha256(self.unsigned)

    @cached_property
    def hash(self) -> bytes:
        """The double SHA-256 of the bytes: final once signed. (Not so for Bitcoin exchanges, type 3.)"""
        return double_sha256(self.raw)

    @cached_property
    def is_canonical(self) -> bool:
        """Whether core would write the transaction in these very bytes.

        Where it would not (an integer longer than need be, extra data out of order), it verifies a signature
        against other bytes than were signed.
        """
        return encode(self.transaction) == self.raw


def parse(data: bytes) -> ParsedTransaction:
    """Read the bytes of one transaction, all of them.

    Raises DecodeError, with the offset, for anything that is not exactly one transaction, for more than
    MAX_TRANSACTION_BYTES, and for bytes left over: core ignores these, and would hash other bytes than were
    signed.
    """
    data = bytes(data)
    if len(data) > MAX_TRANSACTION_BYTES:
        raise DecodeError(f"more than {MAX_TRANSACTION_BYTES} bytes are no transaction", MAX_TRANSACTION_BYTES)
    return _read_transaction(data, 0, len(data), wrapped=False)


def decode(data: bytes) -> Transaction:
    """The transaction that ``data`` holds. Raises DecodeError as parse does."""
    return parse(data).transaction


def decode_hex(text: str) -> Transaction:
    """The transaction of a TransactionHex. Raises DecodeError as parse does; for other letters at their
    byte.
    """
    return decode(hex_bytes(text))


def hex_bytes(text: str) -> bytes:
    """The bytes of hexadecimal digits, without blanks. Raises DecodeError."""
    if (wrong := _NO_DIGIT.search(text)) is not None:
        raise DecodeError(f"letter {wrong.start()} is no hexadecimal digit", wrong.start() // 2)
    if len(text) % 2:
        raise DecodeError("an odd number of hexadecimal digits", len(text) // 2)
    return bytes.fromhex(text)


def _read_transaction(data: bytes, at: int, end: int, *, wrapped: bool) -> ParsedTransaction:
    start = at
    inputs, at = _read_inputs(data, at, end)
    outputs, at = _read_outputs(data, at, end)
    number, at = read_uvarint(data, at, end)
    metadata, at = _read_metadata(data, at, end, number, wrapped)
    key_at = at
    public_key, at = read_bytes(data, at, end)
    if len(public_key) not in (0, 33):
        raise DecodeError(f"a public key of {len(public_key)} bytes, where 33 (or none) belong", key_at)
    extra_data, at = _EXTRA_DATA.read(data, at, end)
    signature_at = at
    signature, at = read_bytes(data, at, end)
    signature_end = at
    version, fee, nonce = 0, 0, None
    if at < end:
        version, fee, nonce, at = _read_suffix(data, at, end)
    if at != end:
        raise DecodeError(f"{end - at} bytes left over behind the transaction", at)
    transaction = Transaction(
        metadata=metadata, public_key=public_key, outputs=outputs, extra_data=extra_data,
        fee_nanos=fee, nonce=nonce, signature=signature, version=version, inputs=inputs,
    )  # fmt: skip
    return ParsedTransaction(data[start:end], transaction, signature_at - start, signature_end - start)


def _read_inputs(data: bytes, at: int, end: int) -> tuple[tuple[TransactionInput, ...], int]:
    count, at = read_uvarint(data, at, end)
    found = []
    for _ in range(count):
        transaction_id, at = take(data, at, end, 32)
        index, at = read_uvarint(data, at, end)
        found.append(TransactionInput(transaction_id, index))
    return tuple(found), at


def _read_outputs(data: bytes, at: int, end: int) -> tuple[tuple[TransactionOutput, ...], int]:
    count, at = read_uvarint(data, at, end)
    found = []
    for _ in range(count):
        public_key, at = take(data, at, end, 33)
        amount, at = read_uvarint(data, at, end)
        found.append(TransactionOutput(public_key, amount))
    return tuple(found), at


def _read_suffix(data: bytes, at: int, end: int) -> tuple[int, int, Nonce, int]:
    start = at
    version, at = read_uvarint(data, at, end)
    if not version:
        raise DecodeError("version 0 is never written: a transaction of version 0 ends at its signature", start)
    fee, at = read_uvarint(data, at, end)
    height, at = read_uvarint(data, at, end)
    partial_id, at = read_uvarint(data, at, end)
    return version, fee, Nonce(height, partial_id), at


def _read_metadata(data: bytes, at: int, end: int, number: int, wrapped: bool) -> tuple[Metadata, int]:
    size, at = read_uvarint(data, at, end)
    stop = at + size
    if stop > end:
        raise DecodeError(f"{size} bytes of metadata are announced, {end - at} are left", at)
    if number == _WRAPPER:
        if wrapped:  # core refuses it too; a limit of depth keeps reading bounded
            raise DecodeError("an atomic wrapper inside an atomic wrapper", at)
        metadata, at = _read_wrapper(data, at, stop)
    elif number in METADATA:
        cls, layout = METADATA[number]
        values: dict[str, Any] = {}
        for name, member in layout:
            values[name], at = member.kind.read(data, at, stop)
        metadata = cls(**values)
    else:
        metadata, at = UnknownMetadata(number, data[at:stop]), stop
    if at != stop:
        raise DecodeError(f"{stop - at} bytes of metadata left over", at)
    return metadata, at


def _read_wrapper(data: bytes, at: int, end: int) -> tuple[Metadata, int]:
    count, at = read_uvarint(data, at, end)
    inner = []
    for _ in range(count):
        size, at = read_uvarint(data, at, end)
        if at + size > end:
            raise DecodeError(f"{size} bytes of a transaction are announced, {end - at} are left", at)
        inner.append(_read_transaction(data, at, at + size, wrapped=True).transaction)
        at += size
    return AtomicWrapper(tuple(inner)), at


def encode(transaction: Transaction) -> bytes:
    """The bytes of a transaction, in the form that core writes.

    Raises ValueError for what has no such form: a number beyond 64 bits, a key of the wrong length, version 0
    with a fee or a nonce, version 1 without a nonce.
    """
    out = bytearray(encode_uvarint(len(transaction.inputs)))
    for spent in transaction.inputs:
        out += _exactly(spent.transaction_id, 32, "a transaction id") + encode_uvarint(spent.index)
    out += encode_uvarint(len(transaction.outputs))
    for output in transaction.outputs:
        out += _exactly(output.public_key, 33, "an output's key") + encode_uvarint(output.amount_nanos)
    out += encode_uvarint(transaction.type_number)
    write_bytes(_metadata_bytes(transaction.metadata), out)
    if len(transaction.public_key) not in (0, 33):
        raise ValueError(f"a public key has 33 bytes, not {len(transaction.public_key)}")
    write_bytes(transaction.public_key, out)
    _EXTRA_DATA.write(transaction.extra_data, out)
    write_bytes(transaction.signature, out)
    _write_suffix(transaction, out)
    return bytes(out)


def _exactly(data: bytes, size: int, what: str) -> bytes:
    if len(data) != size:
        raise ValueError(f"{what} has {size} bytes, not {len(data)}")
    return data


def _write_suffix(transaction: Transaction, out: bytearray) -> None:
    nonce = transaction.nonce
    if transaction.version == 0:
        if nonce is not None or transaction.fee_nanos:
            raise ValueError("a transaction of version 0 has no nonce, and its fee is what its inputs leave over")
        return
    if nonce is None:
        raise ValueError(f"a transaction of version {transaction.version} needs a nonce")
    for number in (
        transaction.version,
        transaction.fee_nanos,
        nonce.expiration_block_height,
        nonce.partial_id,
    ):
        out += encode_uvarint(number)


def _metadata_bytes(metadata: Metadata) -> bytes:
    if isinstance(metadata, UnknownMetadata):
        if metadata.number == _WRAPPER or metadata.number in METADATA:
            raise ValueError(f"type {metadata.number} has metadata of its own: UnknownMetadata is for other types")
        return metadata.data
    out = bytearray()
    if isinstance(metadata, AtomicWrapper):
        out += encode_uvarint(len(metadata.transactions))
        for inner in metadata.transactions:
            write_bytes(encode(inner), out)
        return bytes(out)
    for name, member in METADATA[metadata.type_number][1]:
        try:
            member.kind.write(getattr(metadata, name), out)
        except ValueError as error:
            raise ValueError(f"{name}: {error}") from None
    return bytes(out)


def to_json(transaction: Transaction) -> dict[str, object]:
    """The object that a node of today shows for the transaction (``Transaction`` in its answers).

    Made from the bytes' content, so that one can look at it; never compare what a node sent beside the bytes.
    """
    nonce = transaction.nonce
    signature = b64encode(transaction.signature).decode() if transaction.signature else None
    return {
        "TxnVersion": transaction.version,
        "TxInputs": [{"TxID": list(i.transaction_id), "Index": i.index} for i in transaction.inputs] or None,
        "TxOutputs": [
            {"PublicKey": b64encode(o.public_key).decode(), "AmountNanos": o.amount_nanos} for o in transaction.outputs
        ]
        or None,
        "TxnFeeNanos": transaction.fee_nanos,
        "TxnNonce": nonce and {"ExpirationBlockHeight": nonce.expiration_block_height, "PartialID": nonce.partial_id},
        "TxnMeta": _metadata_json(transaction.metadata),
        "PublicKey": b64encode(transaction.public_key).decode(),
        "ExtraData": _EXTRA_DATA.to_json(transaction.extra_data),
        "Signature": signature,
        "TxnTypeJSON": transaction.type_number,
    }


def _metadata_json(metadata: Metadata) -> dict[str, object]:
    if isinstance(metadata, UnknownMetadata):
        raise ValueError(f"no JSON form is known: {metadata}")  # noqa: TRY004  # wrong data, not a wrong call
    if isinstance(metadata, AtomicWrapper):
        return {"Txns": [to_json(inner) for inner in metadata.transactions]}
    layout = METADATA[metadata.type_number][1]
    return {member.wire_name: member.kind.to_json(getattr(metadata, name)) for name, member in layout}


def from_json(value: Mapping[str, Any]) -> Transaction:
    """The transaction of a node's JSON object, today's or version 0's; absent members count as empty.

    For building and for tests. A node's JSON is no evidence of what its bytes say. An old signature object
    that holds numbers is taken for no signature. Raises ValueError for a type without known members, and for
    wrong members.
    """
    nonce = value.get("TxnNonce")
    version = json_integer(value.get("TxnVersion", 0))
    return Transaction(
        metadata=_metadata_from_json(json_integer(value.get("TxnTypeJSON")), value.get("TxnMeta") or {}),
        public_key=json_bytes(value.get("PublicKey")),
        outputs=tuple(
            TransactionOutput(json_bytes(each.get("PublicKey")), json_integer(each.get("AmountNanos")))
            for each in value.get("TxOutputs") or ()
        ),
        extra_data=_EXTRA_DATA.from_json(value.get("ExtraData")),
        fee_nanos=json_integer(value.get("TxnFeeNanos", 0)),
        nonce=None
        if not version or not isinstance(nonce, Mapping)
        else Nonce(json_integer(nonce.get("ExpirationBlockHeight")), json_integer(nonce.get("PartialID"))),
        signature=json_bytes(value["Signature"]) if isinstance(value.get("Signature"), str) else b"",
        version=version,
        inputs=tuple(
            TransactionInput(json_bytes(each.get("TxID")), json_integer(each.get("Index")))
            for each in value.get("TxInputs") or ()
        ),
    )


def _metadata_from_json(number: int, value: Mapping[str, Any]) -> Metadata:
    if number == _WRAPPER:
        return AtomicWrapper(tuple(from_json(inner) for inner in value.get("Txns") or ()))
    if number not in METADATA:
        raise ValueError(f"the members of transaction type {number} are not known")
    cls, layout = METADATA[number]
    values: dict[str, Any] = {}
    for name, member in layout:
        try:
            values[name] = member.kind.from_json(value.get(member.wire_name))
        except ValueError as error:
            raise ValueError(f"{member.wire_name}: {error}") from None
    return cls(**values)
