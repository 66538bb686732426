"""What a node says about the bytes that it returns, compared with the bytes.

Nothing of it is used: only the bytes are signed, and only they are shown. But a node that says one thing and returns
another is broken or lies, and neither is a reason to sign.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from .keys import double_sha256
from .transactions import Difference, SubmitPost, Transaction, TransactionMismatch, VerifiedTransaction, from_json


def check_claims(verified: VerifiedTransaction, answer: Mapping[str, Any]) -> None:
    """Compare a construct call's answer (its JSON) with the bytes in it, which have been verified.

    What the answer leaves out claims nothing. Raises TransactionMismatch, with the bytes as what was asked for.
    """
    found = _Claims(verified, answer).differences()
    if found:
        raise TransactionMismatch(verified.request.endpoint, tuple(found))


class _Claims:
    def __init__(self, verified: VerifiedTransaction, answer: Mapping[str, Any]) -> None:
        self.verified = verified
        self.answer = answer

    def differences(self) -> list[Difference]:
        return [*self._numbers(), *self._hashes(), *self._transaction()]

    def _numbers(self) -> list[Difference]:
        transaction, spent = self.verified.transaction, self.verified.spent_nanos
        sent = spent - transaction.fee_nanos
        expected = {"FeeNanos": transaction.fee_nanos, "ChangeAmountNanos": 0}  # the balance model has no change
        if self.answer.get("SpendAmountNanos") != sent - self._fee_outputs():  # with or without them: not documented
            expected["SpendAmountNanos"] = sent
        if self.verified.request.endpoint != "update-profile":  # there a new profile's cost is added
            expected["TotalInputNanos"] = spent
        if isinstance(transaction.metadata, SubmitPost):
            expected["TstampNanos"] = transaction.metadata.timestamp_nanos
        found = [self._differ(name, value) for name, value in expected.items() if name in self.answer]
        return [each for each in found if each]

    def _fee_outputs(self) -> int:
        asked = sum(int(fee["AmountNanos"]) for fee in self.verified.request.body.get("TransactionFees") or ())
        return asked + sum(output.amount_nanos for output in self.verified.choices.node_fee_outputs)

    def _hashes(self) -> list[Difference]:
        unsigned = double_sha256(self.verified.parsed.raw).hex()
        found = [self._differ(name, unsigned) for name in ("TxnHashHex", "PostHashHex") if self.answer.get(name)]
        return [each for each in found if each]

    def _differ(self, name: str, bytes_say: object) -> Difference | None:
        told = self.answer[name]
        if told == bytes_say and type(told) is type(bytes_say):
            return None
        return Difference(f"{name} beside the bytes", str(bytes_say), repr(told)[:400])

    def _transaction(self) -> list[Difference]:
        told = self.answer.get("Transaction")
        if told is None:
            return []
        try:
            claimed = from_json(told)
        except (ValueError, TypeError, AttributeError, KeyError) as error:
            return [
                Difference("Transaction beside the bytes", "the transaction as JSON", f"what cannot be read: {error}")
            ]
        return _compare(self.verified.transaction, claimed)


def _compare(said_by_bytes: Transaction, claimed: Transaction) -> list[Difference]:
    pairs: dict[str, tuple[Any, Any]] = {
        each.name: (getattr(said_by_bytes, each.name), getattr(claimed, each.name)) for each in fields(Transaction)
    }
    pairs["extra_data"] = tuple(dict(each) for each in pairs["extra_data"])  # type: ignore[assignment]  # two of them
    return [
        Difference(f"{name} in the JSON beside the bytes", repr(mine)[:400], repr(theirs)[:400])
        for name, (mine, theirs) in pairs.items()
        if mine != theirs
    ]
