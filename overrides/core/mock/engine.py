"""The core of every mock: a request in, an answer out, no I/O. State is in memory, so nothing ever waits."""

from __future__ import annotations

import difflib
import json
import threading
import uuid
from collections import Counter, deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from importlib.resources import files
from random import Random, SystemRandom
from typing import TYPE_CHECKING, Any, Literal, TypeVar

from . import control
from .contract import Contract, Operation, Violation
from .faults import Fault
from .http import Request, Response

if TYPE_CHECKING:
    from .asgi import Application
    from .transport import InProcessTransport

Mode = Literal["faithful", "strict"]
Behaviour = TypeVar("Behaviour", bound=Callable[..., Any])

EXAMPLE_HEADER = "X-Mock-Behaviour"
"""Header that says ``example``: the answer is the document's example, the mock has no behaviour for this operation."""


def behaviour(function: Behaviour) -> Behaviour:
    """Mark a method as what the platform does for the operation of the same name (its ``operationId``).

    It gets a ``Call`` and returns what the platform puts into a successful answer, or a whole ``Response``; it raises ``Answer`` to
    answer at once.
    """
    function.__dict__["_behaviour"] = True
    return function


class Answer(Exception):  # noqa: N818 - it ends the work on a request with an answer, which need not be an error
    """Answer now, with this: for a platform's refusals, deep inside a behaviour."""

    def __init__(self, response: Response) -> None:
        super().__init__(f"answer with status {response.status}")
        self.response = response


class AnswerRefused(AssertionError):
    """Strict mode: the document does not allow what the mock was about to answer. ``violations`` says where and why."""

    def __init__(self, violations: list[Violation]) -> None:
        super().__init__("; ".join(map(str, violations)))
        self.violations = violations


@dataclass
class Call:
    """A request to a known operation, read by the document: ``parameters`` by (location, name), what did not fit as text."""

    request: Request
    operation: Operation
    path: Mapping[str, str]
    """The path's values as decoded text, as a platform that reads them by itself sees them."""
    parameters: Mapping[tuple[str, str], Any]
    body: Any
    violations: list[Violation]
    context: dict[str, Any] = field(default_factory=dict)
    """What the checks before the behaviour found out: the caller's user, for one."""

    def query(self, name: str, default: Any = None) -> Any:
        """A declared query parameter's value; ``default`` when it was not sent."""
        return self.parameters.get(("query", name), default)


@dataclass(frozen=True)
class Exchange:
    """A request and what the mock answered; ``operation`` is empty for an unknown path or method."""

    operation: str
    request: Request
    response: Response


class Clock:
    """The mock's time: real by default, or standing still at ``start`` until a test moves it."""

    def __init__(self, start: datetime | None = None) -> None:
        if start is not None and start.tzinfo is None:
            raise ValueError("the clock needs an aware datetime, such as datetime(2024, 1, 1, tzinfo=UTC)")
        self._fixed = start
        self._shift = timedelta()

    def now(self) -> datetime:
        """The time now, aware."""
        return (self._fixed or datetime.now(UTC)) + self._shift

    def advance(self, seconds: float) -> None:
        """Move the time on by so many seconds."""
        self._shift += timedelta(seconds=seconds)


class MockCore:
    """Answers requests as the platform of one OpenAPI document does. Safe to call from several threads.

    A platform's mock is a subclass: methods marked ``@behaviour``, the ``start`` of its state, and the hooks below where the platform
    has a form of its own. An operation without behaviour answers with the document's example.

    Args:
        document: the OpenAPI document; by default the one inside the package.
        mode: ``faithful`` answers as the platform does and records in ``violations`` whatever the document refuses, in requests and
            answers; ``strict`` answers such a request with the platform's validation error and raises ``AnswerRefused`` for such an
            answer.
        seed: fixes everything random (keys, UUIDs, the probability of faults); without it they differ from start to start.
        clock: the time; see ``Clock``.
    """

    max_body = 16 * 1024 * 1024
    """Bytes of a request body that the adapters read; more is answered with 413."""
    log_size = 1000
    """Exchanges and violations kept; the oldest go first."""
    log_bytes = 32 * 1024 * 1024
    """Bytes of bodies kept in the log of exchanges."""

    def __init__(
        self,
        document: Mapping[str, Any] | None = None,
        *,
        mode: Mode = "faithful",
        seed: int | None = None,
        clock: Clock | None = None,
    ) -> None:
        if mode not in ("faithful", "strict"):
            raise ValueError(f"mode is 'faithful' or 'strict', not {mode!r}")
        self.contract = Contract(packaged_document() if document is None else document)
        self.mode: Mode = mode
        self.clock = clock or Clock()
        self.lock = threading.RLock()
        self._seed = seed
        self._behaviours = self._find_behaviours()
        self.reset()

    def _find_behaviours(self) -> dict[str, Callable[[Call], Any]]:
        names = [name for name in dir(type(self)) if getattr(getattr(type(self), name), "_behaviour", False)]
        for name in names:
            if name not in self.contract.operations:
                close = difflib.get_close_matches(name, self.contract.operations, 1)
                hint = f"; did you mean {close[0]!r}?" if close else ""
                raise LookupError(
                    f"{type(self).__name__}.{name}: the document has no operation of this name{hint}"
                )
        return {name: getattr(self, name) for name in names}

    # --- State ---

    def reset(self) -> None:
        """Begin anew: state, log, violations, faults, random numbers and ids; the clock goes on."""
        with self.lock:
            self.random: Random = SystemRandom() if self._seed is None else Random(self._seed)  # noqa: S311 - repeatable on request
            self.faults: list[Fault] = []
            self.exchanges: deque[Exchange] = deque(maxlen=self.log_size)
            self._log_bytes = 0
            self._violations: deque[Violation] = deque(maxlen=self.log_size)
            self.unnoticed = 0
            self._counters: Counter[str] = Counter()
            self.start()

    def start(self) -> None:
        """Make the platform's initial state; called at the beginning and by every reset."""

    def seed(self, **data: Any) -> Any:
        """Put data into the state, in the form that the platform's mock documents; returns what was made, as JSON values."""
        raise ValueError(
            f"{type(self).__name__} keeps no state that could be seeded with {', '.join(data) or 'nothing'}"
        )

    def state(self) -> dict[str, Any]:
        """The whole state as JSON values, for reading."""
        return {}

    def next_id(self, kind: str) -> int:
        """The next number of a kind of thing: 1, 2, 3 …"""
        self._counters[kind] += 1
        return self._counters[kind]

    def uuid(self) -> str:
        """A random UUID (version 4), the same ones after each reset if the mock was seeded."""
        return str(uuid.UUID(int=self.random.getrandbits(128), version=4))

    @property
    def violations(self) -> tuple[Violation, ...]:
        """What the document refused since the last reset. Reading it counts as noticing it; ``unnoticed`` counts the rest."""
        self.unnoticed = 0
        return tuple(self._violations)

    @property
    def requests(self) -> list[Request]:
        """The latest requests, oldest first."""
        return [exchange.request for exchange in self.exchanges]

    def fail(self, operation: str | None = None, **fault: Any) -> Fault:
        """Disturb coming answers; the keywords are those of ``Fault``. The first fault in line that strikes is the one that acts.

        Raises:
            LookupError: for an operation that the document does not have.
        """
        if operation is not None and operation not in self.contract.operations:
            raise LookupError(f"the document has no operation {operation!r}")
        made = Fault(operation, **fault)
        self.faults.append(made)
        return made

    # --- Answering ---

    def handle(self, request: Request) -> Response:
        """Answer one request. The answer may ask its adapter for a delay, a drop or a cut: see ``Response``."""
        with self.lock:
            if request.local and control.owns(request):
                return control.handle(self, request)
            match = self.contract.match(request.method, self.routed_path(request))
            operation = match.operation if match else None
            name = operation.id if operation else ""
            fault = next((fault for fault in self.faults if fault.strikes(name, self.random)), None)
            response = fault.instead() if fault else None
            if response is None:
                if match and operation:
                    response = self._operate(request, operation, match.values)
                else:
                    response = self._stray(request, match.allowed if match else None)
                response = fault.applied(response) if fault else response
            self._log(Exchange(name, request, response))
            return response

    def _operate(self, request: Request, operation: Operation, values: Mapping[str, str]) -> Response:
        reading = self.contract.read(operation, request, values)
        call = Call(request, operation, values, reading.parameters, reading.body, reading.violations)
        call.violations = self.judge(call)
        try:
            response = self._work(call)
        except Answer as answer:
            response = answer.response
        finally:
            self._record(call.violations)
        response = self.decorate(request, response)
        if not response.dropped:
            faults = self.contract.check(operation, response)
            if faults and self.mode == "strict":
                raise AnswerRefused(faults)
            self._record(faults)
        return self.deliver(request, response)

    def _work(self, call: Call) -> Response:
        self.before(call)
        if self.mode == "strict" and call.violations:
            return self.refuse(call)
        work = self._behaviours.get(call.operation.id)
        if work is None:
            return self._example(call.operation)
        result = work(call)
        return result if isinstance(result, Response) else self.success(call, result)

    def _example(self, operation: Operation) -> Response:
        example = self.contract.example(operation) or Response.of_text(
            f"The document has no example for {operation.id}.", 501
        )
        return example.with_headers((EXAMPLE_HEADER, "example"))

    def _stray(self, request: Request, allowed: tuple[str, ...] | None) -> Response:
        if allowed is None:
            reason, response = "no such path in the document", self.unknown_path(request)
        else:
            reason, response = (
                f"the path has no {request.method}, only {', '.join(allowed)}",
                self.wrong_method(request, allowed),
            )
        self._record(
            [Violation("request", None, f"path {request.raw_path[:200]}", reason)]
            if response.status >= 300
            else []
        )
        return self.deliver(request, self.decorate(request, response))

    def _record(self, violations: list[Violation]) -> None:
        self._violations.extend(violations)
        self.unnoticed += len(violations)

    def _log(self, exchange: Exchange) -> None:
        if len(self.exchanges) == self.log_size:
            self._log_bytes -= _weight(self.exchanges.popleft())
        self.exchanges.append(exchange)
        self._log_bytes += _weight(exchange)
        while self._log_bytes > self.log_bytes and len(self.exchanges) > 1:
            self._log_bytes -= _weight(self.exchanges.popleft())

    # --- Hooks: where a platform has its own way ---

    def routed_path(self, request: Request) -> str:
        """The path to find the operation by, still encoded; for platforms that strip a trailing slash, say."""
        return request.raw_path

    def judge(self, call: Call) -> list[Violation]:
        """The violations that count: drop those that the document cannot help, add those that it cannot say."""
        return call.violations

    def before(self, call: Call) -> None:
        """Checks that the platform makes before it looks at the values (site, login …), in its order; raise ``Answer`` to refuse."""

    def refuse(self, call: Call) -> Response:
        """Strict mode: the platform's own validation error for ``call.violations``."""
        return Response.of_json({"error": str(call.violations[0])}, 400)

    def success(self, call: Call, result: Any) -> Response:
        """Wrap what a behaviour returned; ``None`` is an empty answer with the first documented 2xx status."""
        status = next(
            (int(key) for key in call.operation.responses if key.isdigit() and key.startswith("2")), 200
        )
        return Response(status) if result is None else Response.of_json(result, status)

    def unknown_path(self, request: Request) -> Response:
        """The answer for a path that the platform does not have."""
        return Response.of_text("404 page not found", 404)

    def wrong_method(self, request: Request, allowed: tuple[str, ...]) -> Response:
        """The answer for a method that the path does not have."""
        return Response.of_text("405 method not allowed", 405, [("Allow", ", ".join(allowed))])

    def decorate(self, request: Request, response: Response) -> Response:
        """Add what every answer of the platform carries; done before the answer is checked."""
        return response

    def deliver(self, request: Request, response: Response) -> Response:
        """The last change before an answer goes out, after it was checked: compression, say."""
        return response

    # --- Adapters ---

    @property
    def base_url(self) -> str:
        """A base URL for clients over ``transport()``: the loopback address with the first server's path."""
        return f"http://127.0.0.1{self.contract.prefixes[0]}"

    def transport(self) -> InProcessTransport:
        """A transport for ``httpx2.Client`` and ``httpx2.AsyncClient``: no socket, no event loop, no lifespan."""
        from .transport import InProcessTransport

        return InProcessTransport(self)

    @property
    def asgi(self) -> Application:
        """An ASGI application, for uvicorn and other servers."""
        from .asgi import Application

        return Application(self)


def packaged_document() -> dict[str, Any]:
    """The ``openapi.json`` of the package that this module was copied into."""
    package = __name__.partition(".")[0]
    document: dict[str, Any] = json.loads(files(package).joinpath("openapi.json").read_bytes())
    return document


def _weight(exchange: Exchange) -> int:
    return len(exchange.request.body) + len(exchange.response.body)
