"""Talkee under contract tests: what its document and its mock do not say by themselves."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from talkee_client import siwe
from talkee_client._client import _ERRORS
from talkee_client.mock import Clock, TalkeeMock

from . import documents
from .description import Api, Exclusion

NOW = datetime(2024, 1, 1, tzinfo=UTC)
ORIGIN = "https://blog.example.com"
ASSETS = ("c6d0c728-2624-429b-8e0d-d9d19b6592fa", "4d8c508b-91c5-375b-92b0-ee702ed2dac5")
WALLET = siwe.EthAccountSigner("0x" + "11" * 32)  # made up
MESSAGE = siwe.build_message(WALLET.address, ORIGIN, now=lambda: NOW, nonce="abcdefgh")
SIGNATURE = siwe.signature_text(WALLET.sign_text(MESSAGE))


def make(mode: str) -> TalkeeMock:
    return TalkeeMock(mode=mode, seed=1, clock=Clock(NOW), panic="502")  # type: ignore[arg-type] # one of the two


def seed(mock: TalkeeMock) -> str:
    """Three users, the first signed in; comments with favours, replies and rewards, so that every list has rows."""
    mock.reset()
    me, other = mock.add_user(full_name="A reader"), mock.add_user(full_name="Another reader")
    mock.add_user()
    mock.add_site(me, origins=[ORIGIN])
    mock.add_site(other, origins=["https://www.example.com"])
    for number in range(3):
        comment = mock.add_comment(other, slug="/posts/11", content=f"Comment {number}", favor_count=2)
        mock.add_reply(me, comment, content="A reply")
        mock.add_reward(comment)
    for asset_id in ASSETS:
        mock.add_asset(asset_id=asset_id)
    mock.add_airdrop(me, site_id=1, slug="/posts/11", status=3)
    mock.add_mixin_token()
    return mock.token_for(me)


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
    Exclusion(
        "assets_get", "ServerError", "The endpoint is not found", "an unknown asset is Mixin's own error, as 500"
    ),
)

TALKEE = Api(
    name="talkee",
    make=make,
    seed=seed,
    rule=_ERRORS,
    prepare=prepare,
    complete=complete,
    error_schema="ErrorEnvelope",
    exclusions=EXCLUSIONS,
    fewer={
        **dict.fromkeys(("assets_list", "stats_global", "health_get"), (3, "one valid request: it has no parameters")),
        **dict.fromkeys(("sites_list", "users_me"), (10, "one valid request but for the token: no parameters")),
    },
    links=20,
    known={
        "path.comment_id": [1, 2, 3],
        "path.user_id": [1, 2, 3],
        "path.site_id": [1],
        "path.asset_id": ASSETS,
    },
)
