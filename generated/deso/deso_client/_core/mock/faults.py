# Copied from overrides/core/mock/faults.py by "nox -s generate": edit it there.
"""Faults on order: slow, dropped, cut or refused answers, as often as a test asks for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from random import Random
from typing import Literal

from .http import Response


@dataclass
class Disturbance:
    """One fault in the delivery of answers.

    Attributes:
        operation: the operationId that it is for; ``None`` for every request.
        latency: seconds added before the answer.
        drop: close the connection ``before`` or ``after`` the request is worked on (the caller cannot know
            which).
        truncate: send half of the body, then close.
        status: answer with this status, ``headers`` and ``body`` instead of working on the request.
        times: how many requests are hit; ``None`` for all. ``hits`` counts them.
        probability: of hitting a request, 0 to 1, drawn from the mock's random numbers.
    """

    operation: str | None = None
    latency: float = 0.0
    drop: Literal["before", "after"] | None = None
    truncate: bool = False
    status: int | None = None
    headers: Mapping[str, str] = field(default_factory=dict)
    body: str = ""
    times: int | None = None
    probability: float = 1.0
    hits: int = field(default=0, init=False)

    def __post_init__(self) -> None:
        if not (self.latency or self.drop or self.truncate or self.status):
            raise ValueError("a fault needs latency, drop, truncate or status")
        if self.drop not in (None, "before", "after"):
            raise ValueError(f"drop is 'before' or 'after', not {self.drop!r}")
        texts = [*self.headers.items()] if isinstance(self.headers, Mapping) else [(None, None)]
        sendable = all(isinstance(text, str) and text.isprintable() for pair in texts for text in pair)
        if not (sendable and isinstance(self.body, str) and isinstance(self.times, int | None)):
            raise ValueError("headers is a mapping of texts on one line, body a text, times a number or none")
        if self.latency < 0 or not 0 <= self.probability <= 1 or not 200 <= (self.status or 200) <= 599:
            raise ValueError("latency is 0 or more, probability between 0 and 1, status between 200 and 599")

    def strikes(self, operation: str, random: Random) -> bool:
        """Whether this request is hit; counts it if so."""
        due = self.operation in (None, operation) and self.hits != self.times
        hit = due and random.random() < self.probability
        self.hits += hit
        return hit

    def instead(self) -> Response | None:
        """The answer given without working on the request, if there is one."""
        if self.drop == "before":
            return Response(dropped=True)
        return Response(self.status, tuple(self.headers.items()), self.body.encode()) if self.status else None

    def applied(self, response: Response) -> Response:
        """An answer with this fault in its delivery."""
        sent = len(response.body) // 2 if self.truncate else response.sent
        dropped = response.dropped or self.drop == "after"
        return replace(response, delay=response.delay + self.latency, dropped=dropped, sent=sent)
