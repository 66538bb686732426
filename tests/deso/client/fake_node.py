"""A node that knows one call, following, and whose every answer a test decides: for what happens around submitting."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

import httpx2
from deso_client import transactions as t
from deso_client._core.runtime import Runtime
from deso_client.keys import PrivateKey, address_bytes, double_sha256

NOW = 1_790_000_000.25
TIP = 400_000
ME = PrivateKey.from_seed_hex("11" * 32)
OTHER = PrivateKey.from_seed_hex("22" * 32)
NODE_URL = "https://node.example.com"

Answer = tuple[int, Any]


@dataclass
class FakeNode(httpx2.BaseTransport, httpx2.AsyncBaseTransport):
    """Constructs follows, takes submitted transactions, says which it knows.

    ``script`` has, by route, what is done in turn instead: ``"drop before"`` or ``"drop after"`` the work the
    connection breaks, or there is that answer; a function makes another one of the answer. ``change`` alters what is
    constructed. ``log`` has the routes that were asked for.
    """

    script: dict[str, list[Any]] = field(default_factory=dict)
    change: Callable[[t.Transaction], t.Transaction] = lambda transaction: transaction
    claim: Callable[[dict[str, Any]], None] = lambda answer: None
    known: dict[str, t.Transaction] = field(default_factory=dict)
    log: list[str] = field(default_factory=list)
    bodies: list[dict[str, Any]] = field(default_factory=list)
    nonces: int = 0
    timeouts: list[Any] = field(default_factory=list)

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        status, value = self._answer(request, json.loads(request.read() or b"null"))
        content = value if isinstance(value, bytes) else json.dumps(value).encode()
        return httpx2.Response(status, headers={"Content-Type": "application/json"}, content=content, request=request)

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        return self.handle_request(request)

    def _answer(self, request: httpx2.Request, body: Any) -> Answer:
        route = request.url.path.rpartition("/")[2]
        self.log.append(route)
        self.timeouts.append({name: request.extensions["timeout"].get(name) for name in ("connect", "read")})
        self.bodies.append(body)
        planned = self.script.get(route) or []
        plan = planned.pop(0) if planned else None
        if isinstance(plan, tuple):
            return plan
        if plan == "drop before":
            raise httpx2.ReadError("the connection broke", request=request)
        answer = getattr(self, route.replace("-", "_"))(body)
        if plan == "drop after":
            raise httpx2.ReadError("the connection broke", request=request)
        assert isinstance(answer, tuple)
        return plan(answer) if callable(plan) else answer

    def get_committed_tip_block_info(self, body: Any) -> Answer:
        return 200, {"Height": TIP, "Hash": [0] * 32, "HashHex": "00" * 32, "LatestView": 1}

    def create_follow_txn_stateless(self, body: Any) -> Answer:
        self.nonces += 1
        follow = t.Follow(address_bytes(body["FollowedPublicKeyBase58Check"]), body.get("IsUnfollow", False))
        key = address_bytes(body["FollowerPublicKeyBase58Check"])
        made = t.Transaction(follow, key, nonce=t.Nonce(TIP + 278, self.nonces))
        made = self.change(replace(made, fee_nanos=t.fee_for(made, 1000)))
        answer = {
            "TotalInputNanos": made.fee_nanos,
            "ChangeAmountNanos": 0,
            "FeeNanos": made.fee_nanos,
            "Transaction": t.to_json(made),
            "TransactionHex": t.encode(made).hex(),
        }
        self.claim(answer)
        return 200, answer

    def submit_transaction(self, body: Any) -> Answer:
        signed = bytes.fromhex(body["TransactionHex"])
        name = double_sha256(signed).hex()
        if name in self.known:
            return 400, {"error": f"SubmitTransaction: {name}: TxErrorDuplicate"}
        t.verify_signature(signed)
        self.known[name] = t.decode(signed)
        return 200, {"Transaction": t.to_json(self.known[name]), "TxnHashHex": name, "PostEntryResponse": None}

    def get_txn(self, body: Any) -> Answer:
        return 200, {"TxnFound": body["TxnHashHex"] in self.known}


@dataclass
class FakeTime:
    """A clock that only sleeping moves."""

    seconds: float = 0.0
    slept: list[float] = field(default_factory=list)

    def runtime(self) -> Runtime:
        return Runtime(
            monotonic=lambda: self.seconds,
            time=lambda: NOW + self.seconds,
            random=lambda: 1.0,
            sync_sleep=self.sleep,
            async_sleep=self.async_sleep,
        )

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.seconds += seconds

    async def async_sleep(self, seconds: float) -> None:
        self.sleep(seconds)
