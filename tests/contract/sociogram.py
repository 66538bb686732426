"""Sociogram under contract tests: what its document and its mock do not say by themselves."""

from __future__ import annotations

import json
import warnings
import zlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import ROUND_DOWN, Context, Decimal
from typing import Any

from sociogram_client import AsyncSociogram, LongMessageWarning, Sociogram
from sociogram_client._core.mock.contract import Call
from sociogram_client._core.mock.http import Headers, Request
from sociogram_client.mock import Clock, SociogramMock
from sociogram_client.mock.platform import failure

from . import documents
from .description import Api, Exclusion, PlantedFault
from .planting import SCHEMA, Plant, answers, crashes, sent, unchecked, works

NOW = datetime(2024, 2, 12, tzinfo=UTC)
TOKEN = "made-up"
ROWS = 14
EXAMPLE = "67bdb851166c0be755fac39a"
"""A publication and a user in the document's examples; with them here, what is wrong about a value is all that is."""
USERS = (1337, 1911, 1377, *range(2000, 1997 + ROWS))
AUTHORS = (EXAMPLE, *(f"{number:024x}" for number in range(1, ROWS)))
POSTS = (EXAMPLE, *(f"{number:024x}" for number in range(101, 100 + ROWS)))
COMMENTS = ("67bdb9a3166c0be755fac3b1", *(f"{number:024x}" for number in range(201, 200 + ROWS)))
PIDS = tuple(range(1716301523324, 1716301523324 + ROWS))


class Ticking(Clock):
    """Goes on by a second whenever it is read, so that calls one after the other are within all limits."""

    def now(self) -> datetime:
        self.advance(1)
        return super().now()


def make(mode: str) -> SociogramMock:
    return SociogramMock(mode=mode, seed=1, clock=Ticking(NOW))


def seed(mock: SociogramMock) -> None:
    """An app that is a bot too and has money; users with posts, comments, likes and deposits, who follow each other."""
    warnings.simplefilter("ignore", LongMessageWarning)  # here: it runs before each call, in that call's test
    mock.clock = Ticking(NOW)
    mock.reset()
    users = [
        mock.add_user(uid=uid, id=number, sol="1e20", usd="1e20") for uid, number in zip(USERS, AUTHORS, strict=True)
    ]
    mock.add_bot(mock.add_app(token=TOKEN, developer=USERS[0], sol="1e20", usd="1e20"))
    for place, user in enumerate(users):
        time, other = NOW - timedelta(minutes=place), users[place - 1]
        author = users[place % 2]  # few authors, so that there is more than a page of each
        post = mock.add_publication(author, id=POSTS[place], pid=PIDS[place], text="a catgame", created_at=time)
        mock.add_comment(author, post, id=COMMENTS[place], text="a catgame", created_at=time)
        mock.add_deposit(user, post, usd=5)
        mock.like(user, post)
        mock.react(user, post, "fire")
        mock.follow(user, other)


def cursor() -> str:
    """One that a search returned."""
    mock = make("faithful")
    seed(mock)
    query = f"authorId={AUTHORS[0]}&search=a&limit=2"
    answer = mock.handle(Request("GET", "/mini-app/search-publications", query, Headers([("X-App-Key", TOKEN)])))
    return str(answer.json()["cursor"])


CURSOR = cursor()


def client(mock: SociogramMock, asynchronous: bool) -> Sociogram | AsyncSociogram:
    kind = AsyncSociogram if asynchronous else Sociogram
    made: Sociogram | AsyncSociogram = kind(
        base_url=mock.base_url,
        transport=mock.transport(),
        token=TOKEN,
        max_retries=0,
        rate_limit="off",
        experimental=True,
    )
    return made


KNOWN: dict[str, tuple[Any, ...]] = {
    "query.uid": USERS,
    "query.authorId": AUTHORS[:2],
    "query.publicationId": POSTS,
    "query.pid": PIDS,
    "query.targetSlug": USERS,
    "query.userSlug": USERS,
}
KNOWN_MEMBERS: dict[str, tuple[Any, ...]] = {"uid": USERS, "publicationId": POSTS, "commentId": COMMENTS}


def complete(case: Any) -> None:
    """Name what exists in a body (a parameter has its dictionary), mostly; and a cursor that there is."""
    for name, values in KNOWN_MEMBERS.items():
        if isinstance(case.body, dict) and name in case.body:
            chosen = zlib.crc32(json.dumps(case.body, default=str).encode()) % 100
            case.body[name] = values[chosen % len(values)] if chosen < 90 else case.body[name]
    query = case.query or {}
    if "cursor" in query:
        query["cursor"] = CURSOR
    if isinstance(query.get("minAmount"), float):
        query["minAmount"] = min(query["minAmount"], 1e9)  # the mock reads exponents of two digits


def trim(document: dict[str, Any]) -> None:
    """Known values as further examples: whole requests with them are cheaper than random ones. Drafts are cut short."""
    known = {**KNOWN, **{f"query.{name}": (value,) for name, value in (("cursor", CURSOR), ("search", "cat"))}}
    for name in ("PollCreate", "GiveawayCreate"):  # drafts need no great many cases
        del document["components"]["schemas"][name]["properties"]["conditions"]
    for _, _, operation in documents.operations(document):
        for place, node in enumerate(operation.get("parameters", ())):
            shared = document["components"]["parameters"]
            parameter = shared[node["$ref"].rpartition("/")[2]] if "$ref" in node else operation["parameters"][place]
            if values := known.get(f"query.{parameter['name']}"):
                parameter.pop("example", None)
                parameter["examples"] = {f"known{number}": {"value": value} for number, value in enumerate(values)}
        for media in operation.get("requestBody", {}).get("content", {}).values():
            media["examples"] |= dict(_with_known(document, media["examples"]))


def _with_known(document: dict[str, Any], examples: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    node = next(iter(examples.values()))
    value = node["value"] if "value" in node else document["components"]["examples"]["OnePost"]["value"]
    for number in range(ROWS):
        known = {name: values[number] for name, values in KNOWN_MEMBERS.items() if name in value}
        yield f"known{number}", {"value": {**value, **known}}


def arguments(name: str, given: dict[str, Any]) -> dict[str, Any]:
    """The client refuses an amount that the platform would round, and writes `usd` for `usdt`."""
    if name.startswith("payouts_"):
        return _payable(given)
    return {
        name: _payable(value) if isinstance(value, dict) and "amount" in value else value
        for name, value in given.items()
    }


def _payable(price: dict[str, Any]) -> dict[str, Any]:
    currency = "usd" if price["currency"] == "usdt" else price["currency"]
    if "amount" not in price:
        return {**price, "currency": currency}
    smallest = Decimal(1).scaleb(-6 if currency == "usd" else -9)
    amount = min(Decimal(str(price["amount"])), Decimal(10) ** 14)
    rounded = max(amount.quantize(smallest, ROUND_DOWN, context=Context(prec=400)), smallest)
    return {**price, "amount": rounded, "currency": currency}


def returned(name: str, sent: Any) -> Any:
    """A yes or no is a bool, in whichever form it came."""
    answers = documents.operation_of("sociogram", name)["responses"]
    if answers["200"] != {"$ref": "#/components/responses/Outcome"} or not isinstance(sent, dict):
        return sent
    return sent["data"] if "data" in sent else sent["success"]


NOT_FOUND_PATH = "Cannot "
DRAFTS = ("polls_create", "polls_check_participation", "giveaways_create")
SEARCHES = ("publications_search", "comments_search")
EXCLUSIONS = (
    *(Exclusion(name, "ServerError", "[501]", "a draft, which no platform has built yet") for name in DRAFTS),
    *(
        Exclusion(
            name, "RejectedPositiveData", "cursor must be one", "the document's example is another server's cursor"
        )
        for name in SEARCHES
    ),
    *(
        Exclusion(
            name, "RejectedPositiveData", "text or images", "no post or comment is empty; the document cannot say it"
        )
        for name in ("posts_create", "comments_create")
    ),
    *(
        Exclusion(name, "RejectedPositiveData", "Insufficient balance", "nobody pays more than there is")
        for name in ("payouts_to_user", "payouts_to_developer", "posts_create")
    ),
    Exclusion("bots_send_message", "RejectedPositiveData", "message should not be", "an empty message makes no sense"),
    *(
        Exclusion(name, "UnsupportedMethodResponse", NOT_FOUND_PATH, "the framework knows no wrong methods, only paths")
        for name in documents.operation_ids("sociogram")
    ),
)


def _let_in(mock: SociogramMock) -> None:
    mock._caller = lambda call: next(iter(mock.tables.apps.values()))  # type: ignore[method-assign] # planted


def _unchecked(place: str, keyword: str) -> Plant:
    return unchecked(lambda one: (one.where, one.rule.rpartition("/")[2]) == (place, keyword))


def _refuse_alias(mock: SociogramMock, call: Call, sound: Callable[[Call], Any]) -> Any:
    return mock.fail_with(400, "no such currency") if call.body["currency"] == "usdt" else sound(call)


def _wrong_second(page: Any) -> None:
    for row in page["rows"][1:2]:
        row["text"] = 5


FAULTS = (
    PlantedFault("wrong type", "users_get", answers("users_get", lambda user: user.update(uid="x")), SCHEMA),
    PlantedFault(
        "missing member", "checks_engagement", answers("checks_engagement", lambda it: it.pop("liked")), SCHEMA
    ),
    PlantedFault("null", "posts_get_counts", answers("posts_get_counts", lambda it: it.update(likes=None)), SCHEMA),
    PlantedFault(
        "wrong type in the second row only", "comments_search", answers("comments_search", _wrong_second), SCHEMA
    ),
    PlantedFault(
        "bad id", "users_get", answers("users_get", lambda user: user.update(_id="6807708bf52149bdf4dd56")), SCHEMA
    ),
    PlantedFault(
        "neither yes nor no", "checks_follow", sent("checks_follow", lambda it: replace(it, body=b'"yes"')), SCHEMA
    ),
    PlantedFault(
        "undocumented status",
        "users_get_counts",
        sent("users_get_counts", lambda answer: replace(answer, status=206)),
        ("UndefinedStatusCode",),
    ),
    PlantedFault(
        "undocumented content type",
        "checks_follow",
        sent("checks_follow", lambda answer: answer.with_headers(("Content-Type", "text/csv"))),
        ("UndefinedContentType",),
    ),
    PlantedFault(
        "truncated JSON",
        "users_get_counts",
        sent("users_get_counts", lambda answer: replace(answer, body=answer.body[:-9])),
        ("MalformedJson",),
    ),
    PlantedFault(
        "server error", "users_get", sent("users_get", lambda answer: replace(answer, status=500)), ("ServerError",)
    ),
    PlantedFault("missing token check", "comments_exists_under_post", _let_in, ("IgnoredAuth",)),
    PlantedFault("type not enforced", "posts_edit", _unchecked("body/text", "type"), ("AcceptedNegativeData",)),
    PlantedFault(
        "limit of a text not enforced",
        "users_notify",
        _unchecked("body/message", "maxLength"),
        ("AcceptedNegativeData",),
    ),
    PlantedFault(
        "crash on the longest text",
        "users_notify",
        crashes("users_notify", lambda mock, call: len(call.body["message"]) >= 500),
        ("ZeroDivisionError",),
    ),
    PlantedFault(
        "valid value refused",
        "payouts_to_developer",
        works("payouts_to_developer", _refuse_alias),
        ("RejectedPositiveData",),
    ),
    PlantedFault(
        "wrong method let through",
        "posts_get_counts",
        lambda mock: setattr(mock, "wrong_method", lambda request, methods: mock.yes_no(True)),
        ("UnsupportedMethodResponse",),
    ),
)


API = Api(
    name="sociogram",
    make=make,
    seed=seed,
    client=client,
    credentials=lambda mock: {"appKey": {"api_key": TOKEN}},
    error=lambda mock, status, text: failure(status, text),
    known={**KNOWN, "query.search": ["cat", "game", "a"]},
    returned=returned,
    trim=trim,
    examples=8,
    complete=complete,
    arguments=arguments,
    exclusions=EXCLUSIONS,
    faults=FAULTS,
    scenes=(
        "/(get|check|search)-",
        "/(search-comments|get-post-counts|delete-comment)",
        "/(create|delete|pin)-(post|comment)|/get-post-counts|/check-(engagement|post-comments)",
    ),
    links=14,
    fewer=dict.fromkeys(DRAFTS, (0, "a draft, which is answered 501")),
)
