# Copied from overrides/core/mock/engine.py by "nox -s generate": edit it there.
"""The core of every mock: a request in, an answer out. State is in memory, so nothing ever waits."""

from __future__ import annotations

import json
import threading
import uuid
from collections import Counter, deque
from collections.abc import Callable, Mapping
from copy import deepcopy
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from importlib.resources import files
from random import Random
from typing import TYPE_CHECKING, Any, ClassVar, Literal, NamedTuple, TypeVar

from . import control
from .contract import Call, Contract, Violation
from .faults import Disturbance
from .http import Request, Response

if TYPE_CHECKING:
    from .asgi import Application
    from .transport import InProcessTransport

Mode = Literal["faithful", "strict"]
_Method = TypeVar("_Method", bound=Callable[..., Any])


def behaviour(method: _Method) -> _Method:
    """Mark what the platform does for the operation whose ``operationId`` is the method's name.

    It takes a ``Call`` and returns what goes into a successful answer, or a ``Response``; or it raises
    ``Answer``.
    """
    method._behaviour = True  # type: ignore[attr-defined] # a function takes attributes
    return method


class Answer(Exception):  # noqa: N818 - an answer, not necessarily an error
    """Ends the work on a request with this answer: for refusals from deep inside a behaviour."""

    def __init__(self, response: Response) -> None:
        super().__init__(f"answer {response.status}")
        self.response = response


class AnswerRefused(AssertionError):  # noqa: N818 - it says what happened
    """Strict mode: the document does not allow what the mock was about to answer; see ``violations``."""

    def __init__(self, violations: list[Violation]) -> None:
        super().__init__("; ".join(map(str, violations)))
        self.violations = violations


class Exchange(NamedTuple):
    """A request and its answer before ``deliver``; ``operation`` is empty for an unknown path or method."""

    operation: str
    request: Request
    response: Response


class Clock:
    """The mock's time: the real one, or with ``start`` (aware) one that stands still until it is moved."""

    def __init__(self, start: datetime | None = None) -> None:
        if start is not None and start.tzinfo is None:
            raise ValueError("start must be aware, such as datetime(2024, 1, 1, tzinfo=UTC)")
        self._start = start
        self._moved = timedelta()

    def now(self) -> datetime:
        """The time now, aware."""
        return (self._start or datetime.now(UTC)) + self._moved

    def advance(self, seconds: float) -> None:
        """Move the time on by so many seconds."""
        self._moved += timedelta(seconds=seconds)


class MockCore:
    """Answers as the platform of one OpenAPI document does; safe to call from several threads.

    A platform's mock is a subclass: methods marked ``@behaviour``, its state (``start``, ``seed``,
    ``state``), and the hooks where the platform has its own way. An operation without behaviour answers with
    the document's example and the header ``X-Mock-Behaviour: example``.

    Args:
        document: the OpenAPI document; by default the one inside the package.
        mode: ``faithful`` answers as the platform does and records in ``violations`` what the document
            refuses, in requests and answers; ``strict`` answers such a request with the platform's validation
            error and raises ``AnswerRefused`` instead of such an answer.
        seed: fixes everything random (keys, UUIDs, the probability of faults) from reset to reset.
        clock: the time; the real one by default.
        switches: which of several known readings of the platform to follow; see the class's ``switches``.

    Raises:
        LookupError: if a behaviour is named like no operation of the document.
        ValueError: for a mode or a switch that there is not.
    """

    switches: ClassVar[Mapping[str, tuple[str, ...]]] = {}
    """Readings of the platform to choose from, the default first; each is an attribute that may change at any time."""
    remembered: ClassVar[tuple[str, ...]] = ()
    """The attributes that calls change. Where they are named, strict mode tries a call that the document refuses on
    copies of them, and answers with the platform's own error if it has one."""
    max_body = 16 * 1024 * 1024
    """Bytes of a request's body that the adapters read; more is answered with 413."""
    log_size = 1000
    """Exchanges and violations kept; the oldest go first."""
    log_bytes = 32 * 1024 * 1024
    """Bytes of bodies kept with the exchanges."""

    def __init__(
        self,
        document: Mapping[str, Any] | None = None,
        *,
        mode: Mode = "faithful",
        seed: int | None = None,
        clock: Clock | None = None,
        **switches: str,
    ) -> None:
        if mode not in ("faithful", "strict"):
            raise ValueError(f"mode is 'faithful' or 'strict', not {mode!r}")
        for name, value in {**{name: known[0] for name, known in self.switches.items()}, **switches}.items():
            if value not in self.switches.get(name, ()):
                known = "; ".join(f"{key}: {' or '.join(values)}" for key, values in self.switches.items())
                raise ValueError(f"there is no switch {name}={value!r}, only: {known or 'none'}")
            setattr(self, name, value)
        self.contract = Contract(packaged_document() if document is None else document)
        self.mode = mode
        self.clock = clock or Clock()
        self.lock = threading.RLock()
        self._seed = seed
        names = [name for name in dir(type(self)) if hasattr(getattr(type(self), name), "_behaviour")]
        if unknown := set(names) - set(self.contract.operations):
            raise LookupError(f"the document has no operation {', '.join(sorted(unknown))}")
        self._behaviours: dict[str, Callable[[Call], Any]] = {name: getattr(self, name) for name in names}
        self.reset()

    # --- State ---

    def reset(self) -> None:
        """Begin anew: state, log, violations, faults, random numbers, ids. The clock goes on."""
        with self.lock:
            self.random = Random(self._seed)  # noqa: S311 - a test wants the same numbers again
            self.faults: list[Disturbance] = []
            self.exchanges: deque[Exchange] = deque()
            self.unnoticed = 0  # violations since somebody read them
            self._logged = 0
            self._violations: deque[Violation] = deque(maxlen=self.log_size)
            self._ids: Counter[str] = Counter()
            self.start()

    def start(self) -> None:
        """Make the platform's initial state."""

    def seed(self, *args: Any, **data: Any) -> Any:
        """Put data into the state, as the platform's mock documents it; what was made, as JSON values."""
        raise ValueError(f"{type(self).__name__} keeps no state, so there is nothing to seed")

    def state(self) -> dict[str, Any]:
        """The whole state as JSON values."""
        return {}

    def next_id(self, kind: str) -> int:
        """The next number of a kind of thing: 1, 2, 3 …"""
        self._ids[kind] += 1
        return self._ids[kind]

    def uuid(self) -> str:
        """A random UUID (version 4) from the mock's random numbers."""
        return str(uuid.UUID(int=self.random.getrandbits(128), version=4))

    @property
    def violations(self) -> tuple[Violation, ...]:
        """What the document refused since the last reset; reading it sets ``unnoticed`` back to 0."""
        self.unnoticed = 0
        return tuple(self._violations)

    @property
    def requests(self) -> list[Request]:
        """The latest requests, oldest first."""
        return [exchange.request for exchange in self.exchanges]

    def fail(self, operation: str | None = None, **fault: Any) -> Disturbance:
        """Disturb coming answers; keywords as in ``Disturbance``. Of several, the first that strikes acts.

        Raises:
            LookupError: if the document has no such operation.
        """
        if operation is not None and operation not in self.contract.operations:
            raise LookupError(f"the document has no operation {operation!r}")
        made = Disturbance(operation, **fault)
        self.faults.append(made)
        return made

    # --- Answering ---

    def handle(self, request: Request) -> Response:
        """Answer one request. Its adapter acts out ``delay``, ``dropped`` and ``sent`` of the answer."""
        with self.lock:
            if request.local and request.raw_path.startswith(control.PREFIX):
                return control.handle(self, request)
            match = self.contract.match(request.method, self.routed_path(request))
            operation = match.operation if match else None
            name = operation.id if operation else ""
            fault = next((one for one in self.faults if one.strikes(name, self.random)), None)
            response = fault.instead() if fault else None
            if response is None:
                if match and operation:
                    response = self._operate(self.contract.read(operation, request, match.values))
                else:
                    response = self._stray(request, match.methods if match else ())
            self._log(Exchange(name, request, response))
            sent = self.deliver(request, response)
            return fault.applied(sent) if fault else sent

    def _operate(self, call: Call) -> Response:
        call.violations = self.judge(call)
        self._record(call.violations)
        try:
            response = self._work(call)
        except Answer as answer:
            response = answer.response
        response = self.decorate(call.request, response)
        faults = [] if response.dropped else self.contract.check(call.operation, response)
        if faults and self.mode == "strict":
            raise AnswerRefused(faults)
        self._record(faults)
        return response

    def _work(self, call: Call) -> Response:
        self.before(call)
        if self.mode == "strict" and call.violations:
            return self._rehearsed(call) or self.refuse(call)
        work = self._behaviours.get(call.operation.id)
        if work is None:
            missing = Response.of_text(f"The document has no example for {call.operation.id}.", 501)
            return (self.contract.example(call.operation) or missing).with_headers(("X-Mock-Behaviour", "example"))
        result = work(call)
        return result if isinstance(result, Response) else self.success(call, result)

    def _rehearsed(self, call: Call) -> Response | None:
        """The error that the platform itself has for a call, if it has one; no trace of the call stays."""
        work = self._behaviours.get(call.operation.id)
        if work is None or not self.remembered:
            return None
        state = {name: value for name, value in vars(self).items() if name in self.remembered}
        copied, found = deepcopy((state, call.found))
        vars(self).update(copied)
        try:
            result = work(replace(call, found=found))
        except Answer as answer:
            return answer.response
        finally:
            vars(self).update(state)
        return result if isinstance(result, Response) and (result.dropped or result.status >= 400) else None

    def _stray(self, request: Request, methods: tuple[str, ...]) -> Response:
        response = self.wrong_method(request, methods) if methods else self.unknown_path(request)
        if response.status != 204:  # a pre-flight that the platform answers
            reason = f"the path has {', '.join(methods)} only" if methods else "the document has no such path"
            self._record([Violation("request", None, f"{request.method} {request.raw_path[:200]}", reason)])
        return self.decorate(request, response)

    def _record(self, violations: list[Violation]) -> None:
        self._violations.extend(violations)
        self.unnoticed += len(violations)

    def _log(self, exchange: Exchange) -> None:
        self.exchanges.append(exchange)
        self._logged += _weight(exchange)
        while len(self.exchanges) > self.log_size or (self._logged > self.log_bytes and len(self.exchanges) > 1):
            self._logged -= _weight(self.exchanges.popleft())

    # --- Hooks: where a platform has its own way ---

    def routed_path(self, request: Request) -> str:
        """The still encoded path to find the operation by."""
        return request.raw_path

    def judge(self, call: Call) -> list[Violation]:
        """The violations that count: without those of rules that a document cannot express."""
        return call.violations

    def before(self, call: Call) -> None:
        """What the platform checks before it looks at values (site, login …); raise ``Answer`` to refuse."""

    def refuse(self, call: Call) -> Response:
        """Strict mode: the platform's validation error for ``call.violations``."""
        return Response.of_json({"error": str(call.violations[0])}, 400)

    def success(self, call: Call, result: Any) -> Response:
        """Wrap what a behaviour returned (``None``: no body), with the first 2xx status of the document."""
        status = next((int(key) for key in call.operation.responses if key.isdigit() and key[0] == "2"), 200)
        return Response(status) if result is None else Response.of_json(result, status)

    def unknown_path(self, request: Request) -> Response:
        """The answer for a path that the platform does not have."""
        return Response.of_text("404 page not found", 404)

    def wrong_method(self, request: Request, methods: tuple[str, ...]) -> Response:
        """The answer for a method that the path does not have."""
        return Response.of_text("405 method not allowed", 405, [("Allow", ", ".join(methods))])

    def decorate(self, request: Request, response: Response) -> Response:
        """Add what every answer carries, before it is checked."""
        return response

    def deliver(self, request: Request, response: Response) -> Response:
        """Change what goes out after it was checked: compression, say."""
        return response

    # --- Adapters ---

    @property
    def base_url(self) -> str:
        """The base URL for clients over ``transport()``."""
        return f"http://127.0.0.1{self.contract.prefixes[0]}"

    def transport(self) -> InProcessTransport:
        """A transport for ``httpx2.Client`` and ``httpx2.AsyncClient``, without a socket."""
        from .transport import InProcessTransport

        return InProcessTransport(self)

    @property
    def asgi(self) -> Application:
        """An ASGI application, for uvicorn and other servers."""
        from .asgi import Application

        return Application(self)


def packaged_document() -> dict[str, Any]:
    """The ``openapi.json`` of the package that this module is part of."""
    document: dict[str, Any] = json.loads(files(__name__.partition(".")[0]).joinpath("openapi.json").read_bytes())
    return document


def _weight(exchange: Exchange) -> int:
    return len(exchange.request.body) + len(exchange.response.body)
