"""What the contract tests need to know about one API; everything else is shared."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from importlib import import_module
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
    """A one-line patch of the mock, and the failures by which schemathesis is expected to find it.

    ``scene`` is for what only scenarios find: the pattern of the paths to keep to, which has to hold few operations.
    """

    name: str
    operation: str
    plant: Callable[[Any], None]
    found_by: tuple[str, ...]
    scene: str | None = None


@dataclass(frozen=True)
class Api:
    """One API.

    Needed by each:

    ``make`` gives a mock of a mode with fixed clock, ids and keys. ``seed`` resets and fills it; it runs before every
    case, so it has to be quick, and to give the same ids and keys each time. ``client`` gives a client on a mock, sync
    or (True) async, without retries.

    What the platform wants:

    ``credentials`` of a seeded mock: None; settings of schemathesis by security scheme, ``{"bearerAuth": {"bearer":
    token}}`` or ``{"appKey": {"api_key": key}}``; or, for signatures, a ``requests.auth.AuthBase``: it gets each
    prepared request and adds headers that the client's own code made.
    ``error`` is the mock's answer for a status and a text. ``error_schema`` names the schema of errors that travel
    inside answers of success, listed in the prose of each operation's ``200``.
    ``raised`` is the status of the error that the client's hand-written code makes of an answer of success, if it does.

    ``returned`` is what the client returns for the content of an answer of success, where that is not the content.

    What no generator can know:

    ``known`` are values that exist, by ``location.name``. ``complete`` puts what cannot be guessed into a case that is
    meant to be valid (``case.operation.definition.raw["operationId"]`` says which). ``prepare`` changes the document
    for the strict view where OpenAPI cannot say what the platform wants; ``trim`` does for both views, to leave out of
    most operations an optional part that they share and that takes thousands of cases. ``arguments`` turns a case's
    values into what the client's types take.

    What is wanted of the runs:

    ``exclusions``; ``fewer``, the successes that an operation's nature allows where they are below 20 (0 for a draft
    that is answered 501), each with its reason; ``faults``. ``scenes`` are patterns of paths (with the server's part):
    scenarios stay within one, and ``links`` of the document's links have to be followed. (schemathesis begins a
    scenario with a call whose headers no other call can supply only if the scene offers no other beginning.)
    ``examples`` is how many cases the bounded form generates per operation.
    """

    name: str
    make: Callable[[str], Any]
    seed: Callable[[Any], Any]
    client: Callable[[Any, bool], Any]
    credentials: Callable[[Any], Any] = lambda mock: None
    error: Callable[[Any, int, str], Any] = field(default=lambda mock, status, text: _plain_error(mock, status, text))
    error_schema: str | None = None
    raised: Callable[[str, Any], int | None] = lambda name, response: None
    returned: Callable[[str, Any], Any] = lambda name, sent: sent
    known: Mapping[str, Sequence[Any]] = field(default_factory=dict)
    complete: Callable[[Any], None] = lambda case: None
    prepare: Callable[[dict[str, Any]], None] = lambda document: None
    trim: Callable[[dict[str, Any]], None] = lambda document: None
    arguments: Callable[[str, dict[str, Any]], dict[str, Any]] = lambda name, given: given
    exclusions: tuple[Exclusion, ...] = ()
    fewer: Mapping[str, tuple[int, str]] = field(default_factory=dict)
    faults: tuple[PlantedFault, ...] = ()
    scenes: tuple[str, ...] = (".",)
    links: int = 0
    examples: int = 30

    @property
    def rule(self) -> Any:
        """The client's own rule for what an answer means as an HTTP status."""
        return import_module(f"{self.name}_client._client")._ERRORS

    def module(self, name: str) -> Any:
        """A module of the package, such as ``_core.mock.http``."""
        return import_module(f"{self.name}_client.{name}")


def _plain_error(mock: Any, status: int, text: str) -> Any:
    return import_module(f"{type(mock).__module__.partition('.')[0]}._core.mock.http").Response.of_text(text, status)
