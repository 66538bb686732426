"""Talkee under contract tests: what its document and its mock do not say by themselves."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Context, Decimal
from typing import Any

from talkee_client import AsyncTalkee, Talkee, siwe
from talkee_client._core.mock.http import Response
from talkee_client.mock import Clock, Comment, TalkeeMock

from . import documents, planting
from .description import Api, Exclusion, PlantedFault
from .planting import SCHEMA, crashes, sent, unchecked, works

NOW = datetime(2024, 1, 1, tzinfo=UTC)
ORIGIN = "https://blog.example.com"
ASSETS = ("c6d0c728-2624-429b-8e0d-d9d19b6592fa", "4d8c508b-91c5-375b-92b0-ee702ed2dac5")
WALLET = siwe.EthAccountSigner("0x" + "11" * 32)  # made up
MESSAGE = siwe.build_message(WALLET.address, ORIGIN, now=lambda: NOW, nonce="abcdefgh")
SIGNATURE = siwe.signature_text(WALLET.sign_text(MESSAGE))


def make(mode: str) -> TalkeeMock:
    return TalkeeMock(mode=mode, seed=1, clock=Clock(NOW), panic="502")  # type: ignore[arg-type] # one of the two


def seed(mock: TalkeeMock) -> None:
    """Three users, the first signed in; comments with favours, replies and rewards, so that every list has rows.

    Comment 15 is the one of the document's examples; the caller favoured 2 once and 3 twice; the counter of 4,
    alone on its page, is below zero.
    """
    mock.reset()
    me, other = mock.add_user(full_name="A reader"), mock.add_user(full_name="Another reader")
    mock.add_user()
    mock.add_site(me, origins=[ORIGIN])
    mock.add_site(me, origins=["https://shop.example.com"])
    mock.add_site(other, origins=["https://www.example.com"])
    for number in (15, 2, 3):
        comment = mock.add_comment(
            other, id=number, slug="/posts/11", content=f"Comment {number}", favor_count=number % 3
        )
        mock.add_reply(me, comment, content="A reply")
        mock.add_reward(comment)
    mock.add_comment(other, id=4, slug="/broken", favor_count=-1)
    for number in (2, 3, 3):
        mock.add_favourite(me, mock.tables.comments[number])
    for asset_id in ASSETS:
        mock.add_asset(asset_id=asset_id)
    mock.add_airdrop(me, site_id=1, slug="/posts/11", status=3)
    mock.add_mixin_token()


def credentials(mock: TalkeeMock) -> dict[str, Any]:
    return {"bearerAuth": {"bearer": mock.token_for(mock.tables.users[1])}}


def raised(name: str, response: Response) -> int | None:
    """A login whose method the server does not know is answered with null: the client makes an error of it."""
    return 401 if name == "auth_login" and response.json()["data"] is None else None


def prepare(document: dict[str, Any]) -> None:
    """Say that a call needs site and slug: "in a header or in the query" cannot be said in OpenAPI.

    The faithful view keeps all four parameters, and `complete` adds the values.
    """
    stand_ins = [{"$ref": f"#/components/parameters/{name}"} for name in ("SiteIdQuery", "SlugQuery")]
    for item in document["paths"].values():
        for operation in item.values():
            if isinstance(operation, dict) and "parameters" in operation:
                operation["parameters"] = [one for one in operation["parameters"] if one not in stand_ins]
    for name in ("SiteIdHeader", "SlugHeader"):
        document["components"]["parameters"][name]["required"] = True


def complete(case: Any) -> None:
    """Name the site where a valid call has to; log in with a proof that the client's own code made."""
    name = case.operation.definition.raw["operationId"]
    if name.startswith(("comments_", "replies_", "slugs_", "airdrops_")):
        for header, query, value in (("X-TALKEE-SITE-ID", "site_id", "1"), ("X-TALKEE-SITE-SLUG", "slug", "/posts/11")):
            if header not in case.headers and query not in (case.query or {}):
                case.headers[header] = value
    if name == "auth_login":
        case.headers["Origin"] = ORIGIN
        if isinstance(case.body, dict) and case.body.get("method") == "mvm":
            case.body |= {"signed_message": MESSAGE, "signature": SIGNATURE}


def arguments(name: str, given: dict[str, Any]) -> dict[str, Any]:
    """The client sends an amount as text with at most 8 decimals, and refuses one of more than 100 digits.

    It also refuses a null for the number of `topn`, which the server takes and never pays.
    """
    if given.get("strategy_name") == "topn" and given.get("strategy_params", {}).get("n", 0) is None:
        given = {**given, "strategy_params": {"n": 3}}
    if isinstance(given.get("amount"), int | float):
        rounded = min(Decimal(str(given["amount"])), Decimal(10) ** 30).quantize(
            Decimal("0.00000001"), context=Context(prec=400)
        )
        return {**given, "amount": f"{rounded:f}"}
    return given


def client(mock: TalkeeMock, asynchronous: bool) -> Talkee | AsyncTalkee:
    kind = AsyncTalkee if asynchronous else Talkee
    token = mock.token_for(mock.tables.users[1])
    made: Talkee | AsyncTalkee = kind(
        base_url=mock.base_url,
        transport=mock.transport(),
        token=token,
        max_retries=0,
        site_id=1,
        slug="/posts/11",
        origin=ORIGIN,
    )
    return made


NO_ALLOW = "without required `Allow` header"

EXCLUSIONS = (
    *(
        Exclusion(name, "UnsupportedMethodResponse", NO_ALLOW, "the platform's 405 names no methods")
        for name in documents.operation_ids("talkee")
    ),
    Exclusion("auth_login", "ServerError", "[502]", "without a usable Origin the server breaks off; a proxy says 502"),
    Exclusion(
        "airdrops_create", "ServerError", "invalid tip params", "what an airdrop needs besides depends on its type"
    ),
    *(
        Exclusion(name, "ServerError", "value too long", "the database's own error, as documented")
        for name in ("sites_create", "sites_update", "comments_create", "replies_create", "airdrops_create")
    ),
    *(
        Exclusion(name, "ServerError", "maximum value for Int8", "the database's own error, as documented")
        for name in ("comments_list", "replies_list")
    ),
    Exclusion("sites_create", "RejectedPositiveData", "site limit reached", "each user may own three sites", True),
    Exclusion("comments_unfav", "ServerError", "duplicate key", "after two favours by one user, as documented"),
    *(
        Exclusion(name, "ServerError", "sql: Scan error", "a counter below zero, as documented")
        for name in ("comments_get", "comments_list", "comments_fav", "comments_unfav", "replies_create")
    ),
    Exclusion(
        "assets_get", "ServerError", "The endpoint is not found", "an unknown asset is Mixin's own error, as 500"
    ),
)


def answers(operation: str, change: Callable[[Any], Any]) -> planting.Plant:
    """Change what the envelopes of an operation's successes hold."""
    return planting.answers(operation, lambda envelope: change(envelope["data"]))


def _let_in(mock: TalkeeMock) -> None:
    find, me = mock._user_of, mock.tables.users
    mock._user_of = lambda request: find(request) or me.get(1) or mock.tables.users[1]  # type: ignore[method-assign] # planted


def _statused(code: int) -> planting.Plant:
    return works("comments_get", lambda mock, call, sound: mock.fail_with(code, "record not found"))


FAULTS = (
    PlantedFault("wrong type", "comments_get", answers("comments_get", lambda data: data.update(id="x")), SCHEMA),
    PlantedFault("missing member", "users_get", answers("users_get", lambda data: data.pop("full_name")), SCHEMA),
    PlantedFault("null", "sites_get", answers("sites_get", lambda data: data.update(name=None)), SCHEMA),
    PlantedFault(
        "wrong type in the second row only",
        "comments_list",
        answers("comments_list", lambda data: [one.update(content=5) for one in data["comments"][1:2]]),
        SCHEMA,
    ),
    PlantedFault("bad time", "users_me", answers("users_me", lambda data: data.update(created_at="soon")), SCHEMA),
    PlantedFault(
        "undocumented status",
        "echo_post",
        sent("echo_post", lambda answer: replace(answer, status=201)),
        ("UndefinedStatusCode",),
    ),
    PlantedFault("undocumented code", "comments_get", _statused(409), ("UndefinedStatusCode",)),
    PlantedFault(
        "undocumented content type",
        "stats_global",
        sent("stats_global", lambda answer: answer.with_headers(("Content-Type", "text/html"))),
        ("UndefinedContentType",),
    ),
    PlantedFault(
        "wrong header",
        "health_get",
        sent("health_get", lambda answer: answer.with_headers(("X-Request-Id", ""))),
        ("JsonSchemaError",),
    ),
    PlantedFault(
        "truncated JSON",
        "assets_list",
        sent("assets_list", lambda answer: replace(answer, body=answer.body[:-9])),
        ("MalformedJson",),
    ),
    PlantedFault("missing login check", "sites_list", _let_in, ("IgnoredAuth", "MissingHeaderNotRejected")),
    PlantedFault(
        "constraint not enforced",
        "comments_list",
        unchecked(lambda one: one.where == "query/order_by"),
        ("AcceptedNegativeData",),
    ),
    PlantedFault(
        "site not looked for",
        "slugs_get",
        lambda mock: setattr(mock, "find_site", lambda request: (1, "/posts/11")),
        ("MissingHeaderNotRejected", "AcceptedNegativeData"),
    ),
    PlantedFault(
        "crash on the longest text",
        "comments_create",
        crashes("comments_create", lambda mock, call: len(call.body["content"]) >= 10240),
        ("ZeroDivisionError",),
    ),
    PlantedFault(
        "valid text refused",
        "echo_post",
        works(
            "echo_post",
            lambda mock, call, sound: mock.fail_with(400, "no") if b"\\u" in call.request.body else sound(call),
        ),
        ("RejectedPositiveData",),
    ),
    PlantedFault(
        "wrong method let through",
        "echo_get",
        lambda mock: setattr(mock, "wrong_method", lambda request, methods: mock.envelope({"msg": "x"})),
        ("UnsupportedMethodResponse",),
    ),
    PlantedFault(
        "lost write",
        "comments_create",
        works(
            "comments_create",
            lambda mock, call, sound: mock._bare(Comment(id=900, user_id=1, content=call.body["content"])),
        ),
        ("EnsureResourceAvailability",),
        scene=r"/comments(/\{comment_id\})?$",
    ),
)

API = Api(
    name="talkee",
    make=make,
    seed=seed,
    credentials=credentials,
    raised=raised,
    examples=40,
    prepare=prepare,
    complete=complete,
    client=client,
    arguments=arguments,
    error=lambda mock, code, msg: mock.envelope({"code": code, "msg": msg}),
    error_schema="ErrorEnvelope",
    exclusions=EXCLUSIONS,
    faults=FAULTS,
    fewer={
        **dict.fromkeys(("assets_list", "stats_global", "health_get"), (3, "one valid request: it has no parameters")),
        **dict.fromkeys(("sites_list", "users_me"), (10, "one valid request but for the token: no parameters")),
    },
    scenes=("/(comments|users)", "/(sites|users|me|auth|assets)"),
    links=24,
    known={
        "path.comment_id": [2, 3, 3, 4, 4],
        "path.user_id": [1, 2, 3],
        "path.site_id": [1, 2],
        "header.X-TALKEE-SITE-ID": [1],
        "header.X-TALKEE-SITE-SLUG": ["/posts/11", "/broken"],
        "path.asset_id": ASSETS,
    },
)
