"""What the contract tests need to know about one API; everything else is shared."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

View = Literal["strict", "faithful"]


@dataclass(frozen=True)
class Exclusion:
    """A complaint of schemathesis that is none: of one operation, about one thing, for a reason.

    ``failure`` is the class of schemathesis' failure. ``part`` is for ``AcceptedNegativeData`` the place of the value
    (``query/limit``), for every other failure a part of ``[status] body message``. ``stateful`` ones are met in
    scenarios only, where calls follow each other.
    """

    operation: str
    failure: str
    part: str
    reason: str
    stateful: bool = False


@dataclass(frozen=True)
class PlantedFault:
    """A one-line patch of the mock, and the failure by which schemathesis is expected to find it."""

    name: str
    operation: str
    plant: Callable[[Any], None]
    found_by: tuple[str, ...]


@dataclass(frozen=True)
class Api:
    """One API.

    ``make`` gives a mock of a mode with fixed clock, ids and keys; ``seed`` fills it and returns the bearer token (or
    None); it runs before every case. ``rule`` is the client's own rule for what an answer means as an HTTP status.
    ``prepare`` changes the document for the strict view, where OpenAPI cannot say what the platform wants. ``complete``
    puts what no generator can guess into a case that is meant to be valid. ``known`` are values by ``location.name``.
    ``scenes`` are patterns of paths; scenarios stay within one.
    (schemathesis begins a scenario with a call whose headers
    no other call can supply only if the scene offers no other beginning.) ``links`` is how many have to be followed.
    ``client`` gives a client on a mock, sync or (True) async; ``error`` the mock's answer for a code and a text.
    ``fewer`` holds the successes that an operation's nature allows where they are below 20, each with its reason.
    """

    name: str
    make: Callable[[str], Any]
    seed: Callable[[Any], str | None]
    rule: Any
    prepare: Callable[[dict[str, Any]], None]
    complete: Callable[[Any], None]
    client: Callable[[Any, bool], Any]
    error: Callable[[Any, int, str], Any]
    error_schema: str | None = None
    known: Mapping[str, Sequence[Any]] = field(default_factory=dict)
    exclusions: tuple[Exclusion, ...] = ()
    fewer: Mapping[str, tuple[int, str]] = field(default_factory=dict)
    faults: tuple[PlantedFault, ...] = ()
    scenes: tuple[str, ...] = (".",)
    links: int = 0
