# Copied from overrides/tganalytics/mock/__init__.py by "nox -s generate": edit it there.
"""A mock of Telegram Mini Apps Analytics that keeps what it receives, and refuses what the platform refuses.

mock = TGAnalyticsMock()
token = mock.add_app("docs", domain="https://app.example.com")
client = TGAnalytics(base_url=mock.base_url, token=token, app_name="docs", transport=mock.transport())
"""

from __future__ import annotations

import json
import zlib
from collections import Counter, deque
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, ClassVar, NoReturn
from urllib.parse import urlsplit

from .._core.mock.contract import Call
from .._core.mock.engine import Answer, Clock, MockCore, behaviour
from .._core.mock.faults import Disturbance
from .._core.mock.http import Request, Response
from . import checks, tokens
from .tokens import App

__all__ = ["App", "Clock", "Received", "TGAnalyticsMock"]

TOKEN_MISSING = "The token is not specified in the headers or is specified incorrectly."  # noqa: S105 - the platform's words
TOKEN_INVALID = "Token is invalid."  # noqa: S105 - the platform's words
OTHER_APP = "Invalid app_name is specified."
OTHER_DOMAIN = "The domain name does not match."
FAILED = "Failed to record"
TOO_MANY = "Too many requests. Try again later."
RECORDED = "Success record."
TASK_PATH = "/aee7c93a9ae7930fb19732325d2c560c53849aa7"
"""Where SDKs up to 1.4.4 got their first task."""
TASK = "123,34,97,34,58,45,50,44,34,98,34,58,51,125"

_NAMES = {400: "Bad Request", 404: "Not Found", 405: "Method Not Allowed", 413: "Payload Too Large"}


@dataclass(frozen=True)
class Received:
    """An event that was recorded: itself, as sent, and when (Unix time)."""

    event: dict[str, Any]
    at: float


class TGAnalyticsMock(MockCore):
    """All calls of Telegram Mini Apps Analytics. See ``MockCore`` for what every mock has.

    Switches: ``recorded``, the status of a success (documented: 201; observed: 202); ``report``, the shape of a
    validation report (a list in ``message``; one text in it; a bare array; the documentation's placeholder);
    ``origin``, whether a call without ``Origin`` passes; ``task``, whether tasks for a proof are given, as old servers
    did (any solution passes).

    Attributes:
        received: what was recorded, in order, duplicates included.
        fingerprints: what `events_fingerprint` got.
        thresholds: what `events_threshold` answers.
        rate_limit: requests in ``rate_window`` seconds for each token; None for no limit.
    """

    switches: ClassVar[Mapping[str, tuple[str, ...]]] = {
        "recorded": ("201", "202"),
        "report": ("list", "text", "bare", "placeholder"),
        "origin": ("optional", "required"),
        "task": ("none", "always"),
    }
    recorded: str
    report: str
    origin: str
    task: str
    max_inflated = 8 * 1024 * 1024
    """Bytes of a decompressed body; more is answered with 413."""

    def start(self) -> None:
        self._key = self.random.randbytes(32)
        self.received: list[Received] = []
        self.fingerprints: list[dict[str, Any]] = []
        self.thresholds = {"app-hide": 3}
        self.rate_limit: int | None = None
        self.rate_window = 60.0
        self._calls: dict[str, deque[float]] = {}
        self._seen: Counter[str] = Counter()

    # --- Data ---

    def add_app(self, app_name: str = "docs", *, url: str = "https://t.me/docs_bot", domain: str | None = None) -> str:
        """Issue a token for an app; ``domain`` is the origin of its pages, by default ``https://app.example.com``."""
        with self.lock:
            return tokens.issue(App(app_name, url, domain or "https://app.example.com"), self._key)

    def seed(self, *args: Any, **data: Any) -> Any:
        """``app_name``, ``url``, ``domain`` as in ``add_app``: the token."""
        return {"token": self.add_app(*args, **data)}

    @property
    def events(self) -> list[dict[str, Any]]:
        """The recorded events."""
        with self.lock:
            return [one.event for one in self.received]

    def find(self, *, app_name: str | None = None, session_id: str | None = None) -> list[dict[str, Any]]:
        """The recorded events of an app, of a visit (in any case of its letters)."""
        wanted = session_id and session_id.lower()
        return [
            event
            for event in self.events
            if app_name in (None, event["app_name"]) and wanted in (None, str(event["session_id"]).lower())
        ]

    @property
    def duplicates(self) -> int:
        """How many recorded events equal one that was recorded before; the platform records those as well."""
        with self.lock:
            return sum(self._seen.values()) - len(self._seen)

    def state(self) -> dict[str, Any]:
        received = [{"event": one.event, "at": one.at} for one in self.received]
        last = self.received[-1].at if self.received else None
        return {
            "received": received,
            "duplicates": self.duplicates,
            "last_record": last,
            "fingerprints": self.fingerprints,
            "thresholds": self.thresholds,
        }

    def fail_to_record(self, times: int | None = 1) -> Disturbance:
        """Let the server fail in its documented way: status 400 `Failed to record`."""
        body = json.dumps({"message": FAILED})
        return self.fail(
            "events_record", status=400, body=body, headers={"Content-Type": "application/json"}, times=times
        )

    # --- Behaviour ---

    def handle(self, request: Request) -> Response:
        if request.headers.get("content-encoding", "").strip().lower() != "gzip":
            return super().handle(request)
        try:
            body = self._inflated(request.body)
        except ValueError as error:
            status = 413 if str(error) == "too large" else 400
            return self.deliver(request, _framework_error(status, f"gzip: {error}"))
        return super().handle(replace(request, body=body))

    def _inflated(self, body: bytes) -> bytes:
        """A gzip body, bounded: a bomb is not unpacked."""
        inflate = zlib.decompressobj(wbits=31)
        try:
            found = inflate.decompress(body, self.max_inflated + 1)
        except zlib.error:
            raise ValueError("incorrect header check") from None
        if len(found) > self.max_inflated:
            raise ValueError("too large")
        if not inflate.eof:
            raise ValueError("unexpected end of file")
        return found

    def before(self, call: Call) -> None:
        if call.operation.id == "events_threshold":
            return
        app = self._app(call.request)
        self._count(call.request.headers["tga-auth-token"])
        events = call.body if isinstance(call.body, list) else [call.body]
        for event in events:
            name = event.get("app_name", app.app_name) if isinstance(event, dict) else app.app_name
            if isinstance(name, str) and name != app.app_name:
                _refuse(400, OTHER_APP)
        self._check_origin(call.request, app)

    def _app(self, request: Request) -> App:
        try:
            app = tokens.read(request.headers.get("tga-auth-token", ""), self._key)
        except ValueError:
            _refuse(400, TOKEN_MISSING)
        return app or _refuse(400, TOKEN_INVALID)

    def _count(self, token: str) -> None:
        if self.rate_limit is None:
            return
        now = self.clock.now().timestamp()
        calls = self._calls.setdefault(token, deque())
        while calls and calls[0] <= now - self.rate_window:
            calls.popleft()
        if len(calls) >= self.rate_limit:
            raise Answer(Response.of_json({"message": TOO_MANY, **self._next_task()}, 429))
        calls.append(now)

    def _check_origin(self, request: Request, app: App) -> None:
        origin = request.headers.get("origin")
        if origin is None:
            if self.origin == "required":
                _refuse(403, OTHER_DOMAIN)
        elif _host(origin) != _host(app.app_domain):
            _refuse(403, OTHER_DOMAIN)

    @behaviour
    def events_record(self, call: Call) -> Response:
        events = call.body if isinstance(call.body, list) else [call.body]
        problems = checks.report(events)
        if problems:
            return self._report(problems)
        now = self.clock.now().timestamp()
        for event in events:
            self.received.append(Received(event, now))
            self._seen[json.dumps(event, sort_keys=True)] += 1
        return Response.of_json({"message": RECORDED, **self._next_task()}, int(self.recorded))

    @behaviour
    def events_threshold(self, call: Call) -> Response:
        return Response.of_json(self.thresholds)

    @behaviour
    def events_fingerprint(self, call: Call) -> Response:
        given = call.body if isinstance(call.body, dict) else {}
        wrong = [
            f"{name} must be a string"
            for name, null in (("request_id", False), ("wallet_address", True))
            if not (isinstance(given.get(name), str) or (null and name in given and given[name] is None))
        ]
        if wrong:
            return self._report(wrong)
        self.fingerprints.append(given)
        return Response(201)  # what the platform answers is not known; nobody reads it

    def refuse(self, call: Call) -> Response:
        events = call.body if isinstance(call.body, list) else [call.body]
        problems = checks.report(events) if call.operation.id == "events_record" else []
        return self._report(problems or [f"{one.where}: {one.reason}"[:500] for one in call.violations[:20]])

    def _report(self, problems: list[str]) -> Response:
        if self.report == "bare":
            return Response.of_json(problems, 400)
        texts = {"text": "; ".join(problems), "placeholder": "VALIDATION_MISMATCH_REPORT"}
        return Response.of_json({"status": 400, "message": texts.get(self.report, problems)}, 400)

    def _next_task(self) -> dict[str, str]:
        return {"Content": TASK} if self.task == "always" else {}

    # --- The frame around it ---

    def unknown_path(self, request: Request) -> Response:
        if self.task == "always" and (request.method, request.raw_path) == ("GET", TASK_PATH):
            return Response.of_text(TASK)
        return _framework_error(404, f"Cannot {request.method} {request.raw_path[:500]}")

    def wrong_method(self, request: Request, methods: tuple[str, ...]) -> Response:
        if request.method == "OPTIONS":
            return _preflight(request, methods)
        return _framework_error(404, f"Cannot {request.method} {request.raw_path[:500]}")

    def deliver(self, request: Request, response: Response) -> Response:
        """Let a page of any origin read the answer, a fault on order too: else a browser shows the page no status."""
        origin = request.headers.get("origin")
        if origin is None or response.dropped:
            return response
        return response.with_headers(("Access-Control-Allow-Origin", origin), ("Vary", "Origin"))


def _refuse(status: int, text: str) -> NoReturn:
    raise Answer(Response.of_json({"message": text}, status))


def _host(origin: str) -> str:
    """The host and port of an origin, or of the address of a page; `null` and what is no address have none."""
    try:
        return urlsplit(origin).netloc.lower()
    except ValueError:
        return ""


def _framework_error(status: int, text: str) -> Response:
    return Response.of_json({"statusCode": status, "message": text, "error": _NAMES[status]}, status)


def _preflight(request: Request, methods: tuple[str, ...]) -> Response:
    asked = request.headers.get("access-control-request-headers", "")
    return Response(
        204,
        (
            ("Access-Control-Allow-Methods", ", ".join(methods)),
            ("Access-Control-Allow-Headers", asked or "content-type, content-encoding, tga-auth-token"),
            ("Vary", "Access-Control-Request-Headers"),
        ),
    )
