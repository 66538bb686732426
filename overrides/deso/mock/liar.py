"""The hostile node: it works honestly, and alters one thing in what it answers."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from dataclasses import replace
from typing import Any, ClassVar

from .._core.mock.contract import Call
from .._core.mock.http import Request, Response
from ..transactions import Transaction
from . import wire
from .construct import Made
from .data import DeSoData
from .hostile import ALTERATIONS, Alteration, Lie
from .platform import DeSoPlatform
from .state import State

LIE = "X-Mock-Lie"
"""Marks an honest answer in whose place another leaves: the document is not asked about lies."""


class DeSoLiar(DeSoData):
    """What ``hostile`` does. The other switch: ``claims``, whether the JSON beside altered bytes agrees with them
    (``altered``) or shows what was asked for (``honest``).

    Attributes:
        altered: the names of the alterations that were made, with the operation each, in order.
    """

    switches: ClassVar[Mapping[str, tuple[str, ...]]] = {**DeSoPlatform.switches, "claims": ("altered", "honest")}
    claims: str
    altered: list[tuple[str, str]]

    def start(self) -> None:
        super().start()
        self.altered = []
        self._lies: dict[str, bytes] = {}
        self._older: dict[tuple[str, bytes], Transaction] = {}
        self._before: State | None = None

    def _alteration(self, call: Call) -> Alteration | None:
        found = ALTERATIONS.get(self.hostile)
        return found if found and call.operation.id in found.operations else None

    def success(self, call: Call, result: Any) -> Response:
        honest, found = super().success(call, result), self._alteration(call)
        if found is None or found.place in ("bytes", "raw"):
            return honest
        if found.name == "swallowed" and self._before is not None:
            self._chain.state, self._before = self._before, None
            self.altered.append((found.name, call.operation.id))
            return honest
        return self._told(call, honest, found.apply(self._lie(), copy.deepcopy(result)) if result else result)

    def _connected(self, call: Call, data: bytes) -> bytes:
        self._before = self.tables.copy() if self.hostile == "swallowed" else None
        return super()._connected(call, data)

    def answer(self, call: Call, made: Made, **more: Any) -> Any:
        honest = super().answer(call, made, **more)
        lied, found = made, self._alteration(call)
        place = (call.operation.id, made.transaction.public_key)
        if found is not None and found.place in ("bytes", "raw"):
            lied = self._altered(found, self._lie(self._older.get(place)), made)
        self._older.setdefault(place, made.transaction)
        if lied == made:
            return honest
        return self._told(call, wire.response(honest), self._around(call, made, lied, more))

    def _altered(self, found: Alteration, lie: Lie, made: Made) -> Made:
        if found.place == "raw":
            return replace(made, raw=found.apply(lie, made.data))
        transaction = found.apply(lie, made.transaction)
        paid = sum(output.amount_nanos for output in transaction.outputs)
        back = made.change_nanos if transaction.version == 0 and made.transaction.version == 0 else 0
        fee = transaction.fee_nanos if transaction.version else made.fee_nanos
        return replace(made, transaction=transaction, fee_nanos=fee, spend_nanos=paid - back)

    def _around(self, call: Call, made: Made, lied: Made, more: dict[str, Any]) -> dict[str, Any]:
        """The answer around altered bytes; its JSON agrees with them where they have one."""
        metadata: Any = lied.transaction.metadata
        if more.get("TstampNanos"):
            more = {**more, "TstampNanos": getattr(metadata, "timestamp_nanos", more["TstampNanos"])}
        if "SpendAmountNanos" in more:
            more = {**more, "SpendAmountNanos": lied.spend_nanos}
        try:
            answer = super().answer(call, lied, **more)
        except ValueError:  # a type that has no JSON here
            answer = super().answer(call, replace(lied, transaction=made.transaction, raw=lied.data), **more)
        if self.claims == "honest":
            answer["Transaction"] = self.constructed_json(made.transaction)
        return answer

    def _lie(self, older: Transaction | None = None) -> Lie:
        return Lie(self.height, int(self.clock.now().timestamp()) * 10**9, self.chain_network.public_prefix, older)

    def _told(self, call: Call, honest: Response, lie: Any) -> Response:
        """An honest answer that leaves as a lie; the honest one where they are the same."""
        body = f"{wire.text_of(lie)}\n".encode()
        if body == honest.body:
            return honest
        self.altered.append((self.hostile, call.operation.id))
        mark = str(len(self.altered))
        self._lies[mark] = body
        return honest.with_headers((LIE, mark))

    def deliver(self, request: Request, response: Response) -> Response:
        mark = dict(response.headers).get(LIE)
        if mark is not None:
            response = self.leaving(response, LIE, self._lies.pop(mark))
        return super().deliver(request, response)
