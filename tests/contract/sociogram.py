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
from sociogram_client._core.mock.http import Headers, Request, Response
from sociogram_client.mock import Clock, SociogramMock
from sociogram_client.mock.platform import failure

from . import documents
from .description import Api, Exclusion, PlantedFault

NOW = datetime(2024, 2, 12, tzinfo=UTC)
TOKEN = "made-up"
ROWS = 14
USERS = tuple(range(1337, 1337 + ROWS))
AUTHORS = tuple(f"{number:024x}" for number in range(ROWS))
POSTS = tuple(f"{number:024x}" for number in range(100, 100 + ROWS))
COMMENTS = tuple(f"{number:024x}" for number in range(200, 200 + ROWS))
PIDS = tuple(range(1716301523324, 1716301523324 + ROWS))


def make(mode: str) -> SociogramMock:
    return SociogramMock(mode=mode, seed=1, clock=Clock(NOW))


def seed(mock: SociogramMock) -> None:
    """An app that is a bot too and has money; users with posts, comments, likes and deposits, who follow each other."""
    mock.reset()
    users = [mock.add_user(uid=uid, id=number, sol="1e20", usd="1e20") for uid, number in zip(USERS, AUTHORS, strict=True)]
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
    """Name what exists in a body (a parameter has its dictionary), nine times out of ten; a cursor of the mock's own."""
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
    """Known values as further examples: whole requests with them are cheaper than random ones."""
    known = {**KNOWN, **{f"query.{name}": (value,) for name, value in (("cursor", CURSOR), ("search", "cat"))}}
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
    """The client refuses an amount that the platform would round, and warns of a long message."""
    warnings.simplefilter("ignore", LongMessageWarning)
    if isinstance(given.get("amount"), int | float):
        places = 6 if given.get("currency") in ("usd", "usdt") else 9
        amount = min(Decimal(str(given["amount"])), Decimal(10) ** 30)
        smallest = Decimal(1).scaleb(-places)
        rounded = max(amount.quantize(smallest, ROUND_DOWN, context=Context(prec=400)), smallest)
        return {**given, "amount": rounded}
    return given


NOT_FOUND_PATH = "Cannot "
DRAFTS = ("polls_create", "polls_check_participation", "giveaways_create")
SEARCHES = ("publications_search", "comments_search")
EXCLUSIONS = (
    *(Exclusion(name, "ServerError", "[501]", "a draft, which no platform has built yet") for name in DRAFTS),
    *(
        Exclusion(name, "RejectedPositiveData", "cursor must be one", "the document's example is another server's cursor")
        for name in SEARCHES
    ),
    *(
        Exclusion(name, "RejectedPositiveData", "text or images", "no post or comment is empty; the document cannot say it")
        for name in ("posts_create", "comments_create")
    ),
    *(
        Exclusion(name, "RejectedPositiveData", "Insufficient balance", "nobody pays more than there is")
        for name in ("payouts_to_user", "payouts_to_developer")
    ),
    Exclusion("bots_send_message", "RejectedPositiveData", "message should not be", "an empty message makes no sense"),
    *(
        Exclusion(name, "UnsupportedMethodResponse", NOT_FOUND_PATH, "the framework knows no wrong methods, only paths")
        for name in documents.operation_ids("sociogram")
    ),
)


def answers(operation: str, change: Callable[[Any], Any]) -> Callable[[SociogramMock], None]:
    """Change the parsed body of an operation's successes on its way out: after the mock has checked it."""
    return sent(operation, lambda answer: replace(answer, body=_changed(answer, change)))


def _changed(answer: Response, change: Callable[[Any], Any]) -> bytes:
    value = answer.json()
    given = change(value)
    return json.dumps(value if given is None else given).encode()


def sent(operation: str, change: Callable[[Response], Response]) -> Callable[[SociogramMock], None]:
    """Change an operation's successes on their way out."""

    def plant(mock: SociogramMock) -> None:
        deliver = mock.deliver

        def corrupt(request: Request, answer: Response) -> Response:
            sound = deliver(request, answer)
            return change(sound) if mock.exchanges[-1].operation == operation and sound.status < 300 else sound

        mock.deliver = corrupt  # type: ignore[method-assign] # that is what planting is

    return plant


def works(operation: str, work: Callable[[SociogramMock, Call], Any]) -> Callable[[SociogramMock], None]:
    """Let an operation do something else."""
    return lambda mock: mock._behaviours.__setitem__(operation, lambda call: work(mock, call))


API = Api(
    name="sociogram",
    make=make,
    seed=seed,
    client=client,
    credentials=lambda mock: {"appKey": {"api_key": TOKEN}},
    error=lambda mock, status, text: failure(status, text),
    known={**KNOWN, "query.search": ["cat", "game", "a"]},
    trim=trim,
    examples=12,
    complete=complete,
    arguments=arguments,
    exclusions=EXCLUSIONS,
    fewer=dict.fromkeys(DRAFTS, (0, "a draft, which is answered 501")),
)
