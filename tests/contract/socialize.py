"""Socialize under contract tests: what its document and its mock do not say by themselves."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any
from urllib.parse import unquote

import httpx2
from requests import PreparedRequest
from requests.auth import AuthBase
from socialize_client import AsyncSocialize, OAuth1, Socialize
from socialize_client._core.mock.contract import Call
from socialize_client._core.mock.http import Response
from socialize_client.mock import CONSUMER_KEY, CONSUMER_SECRET, Clock, SocializeMock

from .description import Api, Exclusion, PlantedFault
from .planting import SCHEMA, answers, crashes, sent, unchecked, works

NOW = datetime(2012, 6, 26, 22, 24, 3, tzinfo=UTC)
KEYS = ("http://example.com/article", "ab?>~")
KINDS = ("comment", "like", "share", "view")
TOKEN, TOKEN_SECRET = "token-of-the-first-user", "secret-of-the-first-user"  # made up
BATCHES = (
    *(f"{name}_create" for name in ("comments", "likes", "shares", "views", "entities", "subscriptions")),
    "devices_register",
)


def make(mode: str) -> SocializeMock:
    return SocializeMock(mode=mode, seed=1, clock=Clock(NOW), views="kept")  # type: ignore[arg-type] # one of the two


def seed(mock: SocializeMock) -> None:
    """Two users of one app, the first signs; each did everything to two entities, and one user of another app."""
    mock.reset()
    account = {"auth_type": 1, "auth_id": "700", "auth_token": "t"}
    users = [mock.add_user(token=TOKEN, token_secret=TOKEN_SECRET, third_party_auth=[account]), mock.add_user()]
    mock.add_user(mock.add_application(name="Another app"))
    entities = [mock.add_entity(key=key, name="An article") for key in KEYS]
    for kind in KINDS:
        for entity in entities:
            for user in users:
                mock.add_activity(kind, user, entity, text="Hello!", third_parties=["twitter"])
    mock.add_subscription(users[0], entities[0])
    mock.add_device(users[0], device_token="T")
    for _ in range(3):
        mock.add_alert(entity_id=1)


class Signed(AuthBase):
    """Signs each prepared request with the client's own signer."""

    def __init__(self, mock: SocializeMock) -> None:
        clock = mock.clock.now().timestamp
        self.signer = OAuth1(CONSUMER_KEY, CONSUMER_SECRET, TOKEN, TOKEN_SECRET, nonce=lambda: "a nonce", clock=clock)

    def __call__(self, prepared: PreparedRequest) -> PreparedRequest:
        body = prepared.body.encode() if isinstance(prepared.body, str) else prepared.body
        kind = prepared.headers.get("Content-Type", "")
        kind = kind.decode() if isinstance(kind, bytes) else kind
        assert prepared.method is not None
        assert prepared.url is not None
        assert isinstance(body, bytes | None), "schemathesis sends whole bodies"
        request = httpx2.Request(prepared.method, prepared.url, content=body, headers={"Content-Type": kind})
        prepared.headers["Authorization"] = next(self.signer.sync_auth_flow(request)).headers["Authorization"]
        return prepared


def client(mock: SocializeMock, asynchronous: bool) -> Socialize | AsyncSocialize:
    kind = AsyncSocialize if asynchronous else Socialize
    made: Socialize | AsyncSocialize = kind(
        base_url=mock.base_url,
        transport=mock.transport(),
        consumer_key=CONSUMER_KEY,
        consumer_secret=CONSUMER_SECRET,
        token=TOKEN,
        token_secret=TOKEN_SECRET,
        max_retries=0,
    )
    vars(made)["smart_alerts"] = made.management.smart_alerts  # where the tests look for a resource
    return made


def raised(name: str, response: Response) -> int | None:
    """Of an answer with errors the client makes a failure that holds what succeeded."""
    return 400 if response.status == 200 and name in BATCHES and response.json().get("errors") else None


TWO_WAYS = tuple(f"{name}_list" for name in ("entities", "comments", "likes", "shares", "subscriptions"))
EXCLUDE_EACH_OTHER = ("id", "first", "last", "limiting_id", "limit", "sort")


def arguments(name: str, given: dict[str, Any]) -> dict[str, Any]:
    """The client takes the key of a path as it is, a device's id as a text, numbers, and only days that there are.

    Of a list's arguments that exclude each other the boundaries add one at a time; an empty list is none on the wire.
    """
    read: dict[str, Callable[[Any], Any]] = {
        "base64_key": unquote,
        "udid": str,
        "auth_type": int,
        "date_of_birth": lambda day: "1980/02/29",
    }
    dropped = EXCLUDE_EACH_OTHER if name in TWO_WAYS else ()
    kept = {key: value for key, value in given.items() if key not in dropped}
    if kept.get("id") == [] or kept.get("entity_key") == []:
        del kept["id" if kept.get("id") == [] else "entity_key"]
    for rows in kept.values():
        for row in rows if isinstance(rows, list) else ():
            if isinstance(row, dict):
                row.update({key: 1.5 for key in ("lat", "lng") if isinstance(row.get(key), str)})
                if name == "subscriptions_create":
                    _spell_as_sent(row)
    return {key: read[key](value) if key in read else value for key, value in kept.items()}


def _spell_as_sent(row: dict[str, Any]) -> None:
    """Of two spellings of the documentation the client takes both and sends one."""
    if row.get("type") == "new_comment":
        row["type"] = "new_comments"
    if "subscribed" not in row and "subscribe" in row:
        flag = row.pop("subscribe")
        row |= {} if flag is None else {"subscribed": flag}


def returned(name: str, body: Any) -> Any:
    """Of a changed profile the client gives the user, bare or in the documented envelope."""
    return body["items"][0] if name == "users_update" and "items" in body else body


def complete(case: Any) -> None:
    """Name what exists and may be changed, where schemas can only say what it looks like."""
    name = case.operation.definition.raw["operationId"]
    query, path = case.query or {}, case.path_parameters or {}
    if isinstance(query.get("entity_key"), str) and len(query["entity_key"]) % 3:
        query["entity_key"] = KEYS[len(query["entity_key"]) % 2]
    if "id" in query and "entity_key" in query and name != "entities_list":
        del query["id" if len(query["id"]) % 2 else "entity_key"]  # only one of them, says the documentation
    if name == "users_update" and path.get("user_id") not in (1, 2):
        path["user_id"] = 1
    if name.endswith("_delete") and path and len(str(path)) % 4:
        path.update(dict.fromkeys(path, 1 + 2 * (len(str(path)) % 2)))  # one of the caller's own
    if name == "smart_alerts_send" and isinstance(case.body, dict) and isinstance(case.body.get("payload"), dict):
        payload = case.body["payload"]
        payload |= {key: 1 for key in ("application_id", "entity_id") if key in payload}


MANAGEMENT = ("smart_alerts_list", "smart_alerts_send", "smart_alerts_get")

EXCLUSIONS = (
    *(
        Exclusion(name, failure, "400", "the Management API answers errors of OAuth with 400, as documented")
        for name in MANAGEMENT
        for failure in ("IgnoredAuth", "MissingHeaderNotRejected")
    ),
    *(
        Exclusion(name, "UnsupportedMethodResponse", "user_id", "by GET the path is that of a user in the document")
        for name in ("devices_register", "urls_shorten")
    ),
    *(
        Exclusion(f"{kind}s_list", "RejectedPositiveData", "Give id or entity_key", "only one of them, as documented")
        for kind in KINDS[:3]
    ),
)


def trim(document: dict[str, Any]) -> None:
    """What several objects have alike, one of them keeps: comments the third parties, entities the place."""
    left_out = {
        **dict.fromkeys(("LikeCreate", "ShareCreate", "ViewCreate"), ("propagation", "propagation_info_request")),
        "UserUpdate": ("last_name", "description", "location", "small_image_uri", "medium_image_uri", "quiet_end_time"),
        "AuthenticateRequest": ("auth_secret", "v"),
    }
    schemas = document["components"]["schemas"]
    for name, members in left_out.items():
        for member in members:
            del schemas[name]["properties"][member]
    for name in ("CommentCreate", "LikeCreate", "ShareCreate", "ViewCreate", "SubscriptionCreate", "DeviceCreate"):
        for member in ("lat", "lng"):
            del schemas[name]["properties"][member]


# --- Faults that have to be found ---


def _unsigned(mock: SocializeMock) -> None:
    """Whoever does not sign counts as the first user."""
    sign_in = mock._sign_in

    def let_in(call: Call, *, three_legged: bool) -> None:
        try:
            sign_in(call, three_legged=three_legged)
        except ValueError:
            call.found.update(application=mock.application, user=mock.tables.users[1], form=[])

    mock._sign_in = let_in  # type: ignore[method-assign] # planted


def _no_quoting(mock: SocializeMock, call: Call, sound: Callable[[Call], Any]) -> Any:
    # In JSON, which is ASCII, what is not stands escaped; a payload of another form is refused as ever.
    return mock.fail_with(400, "no") if "\\u" in json.dumps(mock.payload(call)) else sound(call)


def _items(change: Callable[[dict[str, Any]], Any]) -> Callable[[Any], Any]:
    return lambda value: [change(item) for item in value["items"]]


FAULTS = (
    PlantedFault("wrong type", "comments_get", answers("comments_get", lambda value: value.update(id="x")), SCHEMA),
    PlantedFault("null", "likes_get", answers("likes_get", lambda value: value.update(entity=None)), SCHEMA),
    PlantedFault(
        "wrong type in the second row only",
        "comments_list",
        answers("comments_list", lambda value: [one.update(text=5) for one in value["items"][1:2]]),
        SCHEMA,
    ),
    PlantedFault(
        "a date in another form",
        "shares_list",
        answers("shares_list", _items(lambda item: item.update(date="2012-06-26T22:24:03Z"))),
        SCHEMA,
    ),
    PlantedFault("no envelope", "users_list", answers("users_list", lambda value: value.pop("items")), SCHEMA),
    PlantedFault(
        "a share without its medium in the stream",
        "activities_list",
        answers("activities_list", _items(lambda item: item.pop("medium", None))),
        SCHEMA,
    ),
    PlantedFault(
        "a counter below zero",
        "entities_get_by_key",
        answers("entities_get_by_key", lambda value: value.update(likes=-1)),
        SCHEMA,
    ),
    PlantedFault(
        "undocumented status",
        "urls_shorten",
        sent("urls_shorten", lambda answer: replace(answer, status=201)),
        ("UndefinedStatusCode",),
    ),
    PlantedFault(
        "undocumented content type",
        "entities_list",
        sent("entities_list", lambda answer: answer.with_headers(("Content-Type", "text/html"))),
        ("UndefinedContentType",),
    ),
    PlantedFault(
        "truncated JSON",
        "devices_check",
        sent("devices_check", lambda answer: replace(answer, body=answer.body[:-1])),
        ("MalformedJson",),
    ),
    PlantedFault("unsigned requests let in", "users_list", _unsigned, ("IgnoredAuth", "MissingHeaderNotRejected")),
    PlantedFault(
        "constraint not enforced",
        "users_list_views",
        unchecked(lambda one: one.where.startswith("query/entity_key")),
        ("AcceptedNegativeData",),
    ),
    PlantedFault(
        "crash on an empty list",
        "smart_alerts_send",
        crashes("smart_alerts_send", lambda mock, call: not mock.payload(call).get("devices", "x")),
        ("ZeroDivisionError",),
    ),
    PlantedFault("valid text refused", "urls_shorten", works("urls_shorten", _no_quoting), ("RejectedPositiveData",)),
    PlantedFault(
        "payload not looked at",
        "comments_create",
        unchecked(lambda one: one.where.startswith("body")),
        ("AcceptedNegativeData",),
    ),
    PlantedFault(
        "wrong method let through",
        "views_get",
        lambda mock: setattr(mock, "wrong_method", lambda request, methods: Response.of_json({})),
        ("UnsupportedMethodResponse",),
    ),
)

ONE_PLACE = (
    *(f"{kind}s_{verb}" for kind in KINDS[:3] for verb in ("get", "delete")),
    *("views_get", "entities_get_by_key", "users_get", "users_list", "users_unlike", "devices_check", "urls_shorten"),
    *("smart_alerts_get", "smart_alerts_send", "auth_authenticate_third_party"),
)

API = Api(
    name="socialize",
    make=make,
    seed=seed,
    client=client,
    credentials=Signed,
    known={
        **{f"path.{kind}_id": [1, 2, 3, 4] for kind in KINDS},
        "path.user_id": [1, 1, 1, 2],
        "path.smart_alert_id": [1, 2, 3],
        "path.base64_key": ["aHR0cDovL2V4YW1wbGUuY29tL2FydGljbGU=", "YWI/Pn4=", "YWI_Pn4"],
    },
    complete=complete,
    trim=trim,
    raised=raised,
    arguments=arguments,
    returned=returned,
    examples=20,
    exclusions=EXCLUSIONS,
    faults=FAULTS,
    fewer={
        "applications_get_current": (5, "one valid request: it has no parameters"),
        "third_party_accounts_delete": (5, "two valid requests: one parameter with two values"),
        **dict.fromkeys(ONE_PLACE, (8, "little to choose: one id, key or list is all that the call has")),
    },
)
