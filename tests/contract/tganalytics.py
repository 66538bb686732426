"""Telegram Mini Apps Analytics under contract tests: what its document and its mock do not say by themselves."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from tganalytics_client import AsyncTGAnalytics, TGAnalytics
from tganalytics_client._core.mock.contract import Call
from tganalytics_client._core.mock.http import Response
from tganalytics_client.mock import Clock, TGAnalyticsMock

from . import documents
from .description import Api, Exclusion, PlantedFault
from .planting import SCHEMA, Plant, answers, crashes, sent, unchecked, works

NOW = datetime(2025, 4, 1, tzinfo=UTC)
ORIGIN = "https://app.example.com"
TIME = "1743503599534"


def make(mode: str) -> TGAnalyticsMock:
    return TGAnalyticsMock(mode=mode, seed=1, clock=Clock(NOW))  # type: ignore[arg-type] # one of the two


def seed(mock: TGAnalyticsMock) -> str:
    """One app; its token is the same each time."""
    mock.reset()
    return mock.add_app("docs", domain=ORIGIN)


def credentials(mock: TGAnalyticsMock) -> dict[str, Any]:
    return {"authToken": {"api_key": mock.add_app("docs", domain=ORIGIN)}}


def trim(document: dict[str, Any]) -> None:
    """Leave out the header that says how a body is compressed: schemathesis compresses none."""
    compression = {"$ref": "#/components/parameters/ContentEncoding"}
    document["paths"]["/events"]["post"]["parameters"].remove(compression)


def complete(case: Any) -> None:
    """Name the app and the origin that the token was issued for."""
    if "Origin" in case.headers:
        case.headers["Origin"] = ORIGIN
    for event in case.body if isinstance(case.body, list) else [case.body]:
        if isinstance(event, dict) and "app_name" in event:
            event["app_name"] = "docs"


def arguments(name: str, given: dict[str, Any]) -> dict[str, Any]:
    """The client fills in the time that an event lacks; it takes no empty array; and the token is for one app."""
    if "origin" in given:
        given = {**given, "origin": ORIGIN}
    if name == "events_fingerprint" and "app_name" in given:
        return {**given, "app_name": "docs"}
    if name != "events_record":
        return given
    events = given["events"]
    if isinstance(events, dict):
        return {**given, "events": _timed(events)}
    return {**given, "events": [_timed(event) for event in events] or _timed(MINIMAL)}


MINIMAL = {
    "event_name": "app-init",
    "user_id": 1,
    "session_id": "10c574d9-6d2c-4e6d-a141-ce6da141ce6d",
    "app_name": "docs",
}


def _timed(event: dict[str, Any]) -> dict[str, Any]:
    return {"client_timestamp": TIME, **event, "app_name": "docs"}


def client(mock: TGAnalyticsMock, asynchronous: bool) -> TGAnalytics | AsyncTGAnalytics:
    kind = AsyncTGAnalytics if asynchronous else TGAnalytics
    made: TGAnalytics | AsyncTGAnalytics = kind(
        base_url=mock.base_url,
        transport=mock.transport(),
        token=mock.add_app("docs", domain=ORIGIN),
        app_name="docs",
        max_retries=0,
    )
    return made


def raised(name: str, response: Response) -> int | None:
    """An old server's request for a proof, with a status of success: nothing was recorded."""
    return 203 if response.status == 203 else None


EXCLUSIONS = (
    *(
        Exclusion(name, "UnsupportedMethodResponse", "[404]", "servers of this kind answer a wrong method with 404")
        for name in documents.operation_ids("tganalytics")
    ),
    *(
        Exclusion(name, "IgnoredAuth", "got `400 Bad Request`", "the documented answer to a token that is none")
        for name in ("events_record", "events_fingerprint")
    ),
)


def before(operation: str, check: Callable[[list[Any]], Response | None]) -> Plant:
    """Let a call look at its events first, and answer something else."""

    def work(mock: TGAnalyticsMock, call: Call, sound: Callable[[Call], Any]) -> Any:
        return check(_events(call)) or sound(call)

    return works(operation, work)


def _events(call: Call) -> list[Any]:
    events = call.body if isinstance(call.body, list) else [call.body]
    return [event for event in events if isinstance(event, dict)]


def takes_any_body(mock: TGAnalyticsMock) -> None:
    unchecked(lambda one: one.where.startswith("body"))(mock)
    mock.before = lambda call: mock._app(call.request)  # type: ignore[method-assign, assignment] # planted
    mock._behaviours["events_record"] = lambda call: Response.of_json({"message": "Success record."}, 201)


def _refused(text: str) -> Response:
    return Response.of_json({"message": text}, 400)


KNOWN = frozenset(documents.packaged("tganalytics")["components"]["schemas"]["KnownEventName"]["enum"])

FAULTS = (
    PlantedFault("null", "events_threshold", answers("events_threshold", lambda body: body.update(a=None)), SCHEMA),
    PlantedFault(
        "a number below zero", "events_threshold", answers("events_threshold", lambda body: body.update(a=-1)), SCHEMA
    ),
    PlantedFault(
        "wrong type", "events_threshold", answers("events_threshold", lambda body: body.update(a="3")), SCHEMA
    ),
    PlantedFault(
        "undocumented status",
        "events_threshold",
        sent("events_threshold", lambda answer: replace(answer, status=206)),
        ("UndefinedStatusCode",),
    ),
    PlantedFault(
        "undocumented content type",
        "events_threshold",
        sent("events_threshold", lambda answer: answer.with_headers(("Content-Type", "text/html"))),
        ("UndefinedContentType",),
    ),
    PlantedFault(
        "truncated JSON",
        "events_threshold",
        sent("events_threshold", lambda answer: replace(answer, body=answer.body[:-2])),
        ("MalformedJson",),
    ),
    PlantedFault(
        "wrong method let through",
        "events_threshold",
        lambda mock: setattr(mock, "wrong_method", lambda request, methods: Response.of_json({})),
        ("UnsupportedMethodResponse",),
    ),
    PlantedFault(
        "a report without its text",
        "events_fingerprint",
        answers("events_fingerprint", lambda body: body.pop("message"), kind=4),
        SCHEMA,
    ),
    PlantedFault(
        "a report with another status inside",
        "events_fingerprint",
        answers("events_fingerprint", lambda body: body.update(status=422), kind=4),
        SCHEMA,
    ),
    PlantedFault(
        "missing token check",
        "events_fingerprint",
        lambda mock: setattr(mock, "before", lambda call: None),
        ("IgnoredAuth",),
    ),
    PlantedFault(
        "null refused that the SDK sends",
        "events_fingerprint",
        before(
            "events_fingerprint",
            lambda bodies: _refused("wallet_address") if bodies[0]["wallet_address"] is None else None,
        ),
        ("RejectedPositiveData",),
    ),
    PlantedFault("body not looked at", "events_record", takes_any_body, ("AcceptedNegativeData",)),
    PlantedFault(
        "crash without an app name",
        "events_fingerprint",
        crashes("events_fingerprint", lambda mock, call: not _events(call)[0].get("app_name")),
        ("ZeroDivisionError",),
    ),
    PlantedFault(
        "server error without an app name",
        "events_fingerprint",
        before("events_fingerprint", lambda bodies: None if bodies[0].get("app_name") else Response(500)),
        ("ServerError",),
    ),
    PlantedFault(
        "event names of one's own refused",
        "events_record",
        before(
            "events_record",
            lambda events: _refused("event_name") if any(e["event_name"] not in KNOWN for e in events) else None,
        ),
        ("RejectedPositiveData",),
    ),
)

API = Api(
    name="tganalytics",
    make=make,
    seed=seed,
    credentials=credentials,
    raised=raised,
    client=client,
    error=lambda mock, status, text: Response.of_json({"message": text}, status),
    complete=complete,
    trim=trim,
    arguments=arguments,
    exclusions=EXCLUSIONS,
    faults=FAULTS,
    fewer={"events_threshold": (3, "one valid request: it has no parameters")},
    scenes=(),  # no answer holds anything that another call takes, so the document has no links
    examples=20,
)
