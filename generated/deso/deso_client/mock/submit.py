# Copied from overrides/deso/mock/submit.py by "nox -s generate": edit it there.
"""The calls about transactions themselves: submitting, finding, wrapping, changing and measuring them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from .._core.mock.contract import Call
from .._core.mock.engine import behaviour
from .._varint import DecodeError, encode_uvarint
from ..keys import SignatureError, signature_from_der
from ..transactions import (
    AtomicWrapper,
    Nonce,
    ParsedTransaction,
    SigningError,
    SubmitPost,
    Transaction,
    UpdateProfile,
    atomic_hash,
    attach_signature,
    encode,
    fee_for,
    from_json,
    parse,
    to_json,
    transaction_id,
)
from . import wire
from .chain import RuleError
from .reads import DeSoReads

MAX_FEE_RATE = 100_000_000
"""Nanos for 1000 bytes: a higher rate is taken for a mistake."""
MAX_HASHES = 500

HEX: wire.Struct = {"TransactionHex": "string"}
SUBMIT: wire.Struct = {
    "TransactionHex": "string",
    "UnsignedTransactionHex": "string",
    "TransactionSignatureHex": "string",
}
WRAP: wire.Struct = {
    "Transactions": ["any"],
    "ExtraData": "strings",
    "MinFeeRateNanosPerKB": "uint64",
    "UnsignedTransactionHexes": ["string"],
}
SUBMIT_WRAPPED: wire.Struct = {
    "IncompleteAtomicTransactionHex": "string",
    "SignedInnerTransactionsHex": ["string"],
    "UnsignedInnerTransactionsHex": ["string"],
    "TransactionSignaturesHex": ["string"],
}
_LINKS = {b"NxtAtmcHsh": bytes(32), b"PrvAtmcHsh": bytes(32)}


class DeSoSubmit(DeSoReads):
    """Everything that takes the bytes of transactions."""

    # --- Submitting ---

    @behaviour
    def transactions_submit(self, call: Call) -> Any:
        given = self.read(call, SUBMIT)
        signed, unsigned = given["TransactionHex"], given["UnsignedTransactionHex"]
        if bool(signed) == bool(unsigned):
            self.fail_with(call, "exactly one of TransactionHex and UnsignedTransactionHex is required")
        if signed:
            if given["TransactionSignatureHex"]:
                self.fail_with(call, "TransactionHex and TransactionSignatureHex exclude each other")
            data = self.hex(call, signed, "TransactionHex")
        else:
            data = self._signed(call, unsigned, given["TransactionSignatureHex"])
        parsed = self._parsed(call, data)
        found = parsed.transaction
        if found.version and found.fee_nanos * 1000 > MAX_FEE_RATE * len(parsed.raw):
            self.fail_with(call, f"Transaction fee rate is above {MAX_FEE_RATE} nanos per KB")
        final = self._connected(call, data)
        found = self.tables.transactions[final].transaction
        post = self.tables.posts.get(self._post_of(found, final))
        shown = post if self.shows_posts else None
        answer = {
            "Transaction": self.submitted_json(found),
            "TxnHashHex": final.hex(),
            "TransactionIDBase58Check": transaction_id(final, self.chain_network),
            "PostEntryResponse": self.post_entry(shown) if shown else None,
        }
        if shown is post:
            return answer
        # The handler writes the error and goes on.
        error = {"error": "_afterSubmitPostTransaction: Problem finding post after adding to view"}
        return self.followed(wire.response(error, 400), wire.response(answer))

    def _signed(self, call: Call, unsigned: str, signature: str) -> bytes:
        """Put a separate signature in its place; the node writes it anew, and so with a low S."""
        raw = self.hex(call, signature, "TransactionSignatureHex")
        try:
            recoverable = bool(raw) and 0x31 <= raw[0] <= 0x34  # a recovery id would not survive a flip of S
            der = raw if recoverable else signature_from_der(raw).normalized().der
            return attach_signature(self._parsed(call, self.hex(call, unsigned, "UnsignedTransactionHex")), der)
        except (SignatureError, SigningError) as error:
            self.fail_with(call, f"Problem parsing TransactionSignatureHex: {error}")

    def _post_of(self, found: Transaction, final: bytes) -> bytes:
        if not isinstance(found.metadata, SubmitPost):
            return b""
        return found.metadata.post_hash_to_modify or final

    def _connected(self, call: Call, data: bytes) -> bytes:
        try:
            final = self.chain.connect(data)
        except RuleError as error:
            self.fail_with(call, f"Problem broadcasting txn: {error}")
        self._mined += self.blocks == "instant"
        return final

    def _parsed(self, call: Call, data: bytes) -> ParsedTransaction:
        try:
            return parse(data)
        except DecodeError as error:
            self.fail_with(call, f"Problem deserializing transaction from bytes: {error}")

    def submitted_json(self, found: Transaction) -> dict[str, Any]:
        """The JSON of a transaction that the node read again from its bytes."""
        shown = to_json(found)
        if isinstance(found.metadata, UpdateProfile):
            meta: Any = shown["TxnMeta"]
            meta["ProfilePublicKey"] = meta["ProfilePublicKey"] or ""
        if isinstance(found.metadata, AtomicWrapper):
            inner = found.metadata.transactions
            shown["TxnMeta"] = {"Txns": [self.submitted_json(each) for each in inner]}
        if self.signature == "object":
            recoverable = bool(found.signature) and found.signature[0] != 0x30
            recovery_id = found.signature[0] - 0x31 if recoverable else 0
            shown["Signature"] = {
                "Sign": {} if found.signature else None,
                "RecoveryId": recovery_id,
                "IsRecoverable": recoverable,
            }
        return self.era(found, shown)

    # --- Atomic wrappers ---

    @behaviour
    def transactions_create_atomic(self, call: Call) -> Any:
        given = self.read(call, WRAP)
        objects, hexes = given["Transactions"] or [], given["UnsignedTransactionHexes"] or []
        if bool(objects) == bool(hexes):
            self.fail_with(call, "exactly one of Transactions and UnsignedTransactionHexes is required")
        inner = [self._parsed(call, self.hex(call, text, "UnsignedTransactionHexes")).transaction for text in hexes]
        inner += [self._from_json(call, value) for value in objects]
        for each in inner:
            if each.version == 0 or isinstance(each.metadata, AtomicWrapper):
                self.fail_with(call, "only transactions of version 1, and no wrappers, can be wrapped")
        linked = _linked(inner, max(given["MinFeeRateNanosPerKB"], self.fee_rate))
        fee = sum(each.fee_nanos for each in linked)
        extra_data = self.encoded(call, given["ExtraData"])
        wrapper = Transaction(AtomicWrapper(linked), bytes(33), extra_data=extra_data, fee_nanos=fee, nonce=Nonce(0, 0))
        try:
            data = encode(wrapper)
        except ValueError as error:
            self.fail_with(call, f"Problem creating the wrapper: {error}")
        shown = to_json(wrapper)
        shown["TxnMeta"] = {"Txns": [self.constructed_json(each) for each in linked]}
        return {
            "TransactionsWrapped": len(linked),
            "TotalFeeNanos": fee,
            "Transaction": shown,
            "TransactionHex": data.hex(),
            "InnerTransactionHexes": [encode(each).hex() for each in linked],
        }

    def _from_json(self, call: Call, value: Any) -> Transaction:
        try:
            if not isinstance(value, Mapping):
                raise ValueError("a transaction is an object")  # noqa: TRY301, TRY004 - data, told as the rest
            made = replace(from_json(value), signature=b"")
            return parse(encode(made)).transaction
        except (ValueError, TypeError, AttributeError) as error:
            self.fail_with(call, f"Problem reading Transactions: {error}")

    @behaviour
    def transactions_submit_atomic(self, call: Call) -> Any:
        given = self.read(call, SUBMIT_WRAPPED)
        data = self.hex(call, given["IncompleteAtomicTransactionHex"], "IncompleteAtomicTransactionHex")
        wrapper = self._parsed(call, data).transaction
        if not isinstance(wrapper.metadata, AtomicWrapper):
            self.fail_with(call, "IncompleteAtomicTransactionHex is no atomic wrapper")
        inner = [
            self._parsed(call, self.hex(call, text, "SignedInnerTransactionsHex")).transaction
            for text in given["SignedInnerTransactionsHex"] or ()
        ]
        unsigned = given["UnsignedInnerTransactionsHex"] or []
        signatures = given["TransactionSignaturesHex"] or []
        if bool(inner) == bool(unsigned) or len(unsigned) != len(signatures):
            self.fail_with(call, "either the signed transactions, or the unsigned ones with a signature each")
        for one, signature in zip(unsigned, signatures, strict=True):
            inner.append(self._parsed(call, self._signed(call, one, signature)).transaction)
        complete = replace(wrapper, metadata=AtomicWrapper(tuple(inner)))
        final = self._connected(call, encode(complete))
        return {
            "Transaction": self.submitted_json(self.tables.transactions[final].transaction),
            "TxnHashHex": final.hex(),
            "TransactionIDBase58Check": transaction_id(final, self.chain_network),
        }

    # --- Measuring and changing ---

    @behaviour
    def transactions_append_extra_data(self, call: Call) -> Any:
        given = self.read(call, {**HEX, "ExtraData": "strings"})
        found = self._parsed(call, self.hex(call, given["TransactionHex"], "TransactionHex")).transaction
        more = self.encoded(call, given["ExtraData"])
        return {"TransactionHex": encode(replace(found, extra_data={**found.extra_data, **more})).hex()}

    @behaviour
    def transactions_get_spending(self, call: Call) -> Any:
        text = self.read(call, HEX)["TransactionHex"]
        found = self._parsed(call, self.hex(call, text, "TransactionHex")).transaction
        places = [(spent.transaction_id, spent.index) for spent in found.inputs]
        if not all(place in self.tables.unspent for place in places):
            self.fail_with(call, "Problem getting an input of the transaction")
        others = sum(output.amount_nanos for output in found.outputs if output.public_key != found.public_key)
        back = sum(output.amount_nanos for output in found.outputs) - others
        given = sum(self.tables.unspent[place][1] for place in places)
        total = others + found.fee_nanos if found.version else given - back
        return {"TotalSpendingNanos": min(max(total, 0), 2**64 - 1)}

    @behaviour
    def transactions_get_signature_index(self, call: Call) -> Any:
        text = self.read(call, HEX)["TransactionHex"]
        parsed = self._parsed(call, self.hex(call, text, "TransactionHex"))
        return {"SignatureIndex": parsed.signature_offset}

    @behaviour
    def transactions_get_construction_params(self, call: Call) -> Any:
        rate = self.read(call, {"MinFeeRateNanosPerKB": "uint64"})["MinFeeRateNanosPerKB"]
        return {"FeeRateNanosPerKB": max(rate, self.fee_rate), "BlockHeight": self.height}

    # --- Finding ---

    @behaviour
    def transactions_get(self, call: Call) -> Any:
        given = self.read(call, {"TxnHashHex": "string", "TxnStatus": "string"})
        committed = self._committed(call, given["TxnStatus"])
        found = self._is_known(self.hash(call, given["TxnHashHex"], "TxnHashHex"), committed=committed)
        return {"TxnFound": found}

    @behaviour
    def transactions_get_many(self, call: Call) -> Any:
        given = self.read(call, {"TxnHashHexes": ["string"], "TxnStatus": "string"})
        committed, hexes = self._committed(call, given["TxnStatus"]), given["TxnHashHexes"] or []
        if len(hexes) > MAX_HASHES:
            self.fail_with(call, f"more than {MAX_HASHES} hashes")
        found = {
            text: self._is_known(self.hash(call, text, "TxnHashHexes"), committed=committed) for text in sorted(hexes)
        }
        return {"TxnsFound": found}

    def _committed(self, call: Call, status: str) -> bool:
        if status not in ("", "InMempool", "Committed"):
            self.fail_with(call, f"Invalid TxnStatus: {status[:40]}")
        return status == "Committed"

    def _is_known(self, final: bytes, *, committed: bool) -> bool:
        known = self.tables.transactions.get(final)
        return known is not None and (not committed or known.height < self.height)


def _linked(inner: list[Transaction], rate: int) -> tuple[Transaction, ...]:
    """The transactions of a wrapper: each names its neighbours, the first how many there are, and pays for that."""
    made = []
    for place, each in enumerate(inner):
        length = {b"AtmcChnLen": encode_uvarint(len(inner))} if place == 0 else {}
        one = replace(each, extra_data={**each.extra_data, **_LINKS, **length}, signature=b"")
        made.append(replace(one, fee_nanos=max(one.fee_nanos, fee_for(one, rate))))
    hashes = [atomic_hash(each) for each in made]
    return tuple(
        replace(
            each,
            extra_data={
                **each.extra_data,
                b"NxtAtmcHsh": hashes[(place + 1) % len(hashes)],
                b"PrvAtmcHsh": hashes[place - 1],
            },
        )
        for place, each in enumerate(made)
    )
