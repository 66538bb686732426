"""Faults on order: slow, dropped, cut or refused answers, for as many calls or with the probability that a test asks for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from random import Random
from typing import Any

from .http import Response


@dataclass
class Fault:
    """One disturbance of the delivery.

    Attributes:
        operation: operationId that it is for; ``None`` for every one.
        latency: seconds added before the answer.
        drop: close the connection ``"before"`` the request is worked on, or ``"after"`` (done, but the caller cannot know).
        truncate: send only half of the body, then close.
        status: answer with this status instead of working on the request, with ``headers`` and ``body``.
        times: how many calls are hit; ``None`` for all.
        probability: of hitting a call, 0 to 1, drawn from the mock's own seeded generator.
    """

    operation: str | None = None
    latency: float = 0.0
    drop: str | None = None
    truncate: bool = False
    status: int | None = None
    headers: Mapping[str, str] = field(default_factory=dict)
    body: str = ""
    times: int | None = None
    probability: float = 1.0
    hits: int = 0

    def __post_init__(self) -> None:
        if not (self.latency or self.drop or self.truncate or self.status):
            raise ValueError("a fault needs one of latency, drop, truncate or status")
        if self.drop not in (None, "before", "after"):
            raise ValueError(f"drop is 'before' or 'after', not {self.drop!r}")
        if self.latency < 0 or not 0 <= self.probability <= 1:
            raise ValueError("latency is 0 or more seconds, probability between 0 and 1")
        if self.status is not None and not 100 <= self.status <= 599:
            raise ValueError(f"status is an HTTP status, not {self.status!r}")

    def strikes(self, operation: str | None, random: Random) -> bool:
        """Whether this call is hit; counts it when it is."""
        if (
            self.operation not in (None, operation)
            or self.hits == self.times
            or random.random() >= self.probability
        ):
            return False
        self.hits += 1
        return True

    def instead(self) -> Response | None:
        """The answer given without working on the request, if the fault has one."""
        if self.drop == "before":
            return Response(status=0, delay=self.latency, dropped=True)
        if self.status is None:
            return None
        return Response(self.status, tuple(self.headers.items()), self.body.encode(), self.latency)

    def applied(self, response: Response) -> Response:
        """The platform's answer with the fault in its delivery."""
        sent = len(response.body) // 2 if self.truncate else response.sent
        return replace(
            response,
            delay=response.delay + self.latency,
            dropped=response.dropped or self.drop == "after",
            sent=sent,
        )

    def as_dict(self) -> dict[str, Any]:
        return asdict(self)
