"""Calls as a user writes them: site and slug, errors, raw answers, repetition, airdrops; sync and async."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from talkee_client import (
    APIConnectionError,
    APIStatusError,
    APITimeoutError,
    AsyncTalkee,
    AuthenticationError,
    BadRequestError,
    InvalidRequestError,
    NotFoundError,
    ServerError,
    Talkee,
    models,
)
from talkee_client.mock import TalkeeMock

from .conftest import SLUG, World

ASSET = "c6d0c728-2624-429b-8e0d-d9d19b6592fa"


# --- The tour: what a new user types ---


def filled() -> tuple[TalkeeMock, dict[str, Any]]:
    mock = TalkeeMock(seed=1)
    mock.seed(users=1, comments=120)
    token = mock.token_for(mock.add_user(full_name="A reader"))
    return mock, {"base_url": mock.base_url, "token": token, "transport": mock.transport()}


def test_the_sync_tour() -> None:
    mock, options = filled()
    with Talkee(site_id=1, slug="/posts/11", **options) as talkee:
        comment = talkee.comments.create(content="Hello!")
        comment = talkee.comments.favorite(comment.id)
        assert (comment.content, comment.favor_count, comment.fav_id) == ("Hello!", 1, 1)
        seen = [
            (c.creator.full_name if c.creator else "?", c.content)
            for c in talkee.comments.list(order_by="created_at", limit=50)
        ]
        assert len(seen) == 121
        assert ("A reader", "Hello!") in seen
        page = talkee.comments.list(limit=20)
        assert (len(page.items), page.total) == (20, 121)
        following = page.next_page()
        assert following is not None
        assert {c.id for c in following.items}.isdisjoint({c.id for c in page.items})
        raw = talkee.with_raw_response.comments.get(comment.id)
        assert (raw.status_code, raw.headers["content-type"]) == (200, "application/json")
        assert json.loads(raw.content)["data"]["id"] == raw.parse().id == comment.id
    assert mock.violations == ()


def test_the_async_tour() -> None:
    mock, options = filled()

    async def tour() -> None:
        async with AsyncTalkee(site_id=1, slug="/posts/11", **options) as talkee:
            comment = await talkee.comments.create(content="Hello!")
            comment = await talkee.comments.favorite(comment.id)
            assert (comment.content, comment.favor_count, comment.fav_id) == ("Hello!", 1, 1)
            seen = [c.content async for c in talkee.comments.list(order_by="created_at", limit=50)]
            assert len(seen) == 121
            page = await talkee.comments.list(limit=20)
            assert (len(page.items), page.total) == (20, 121)
            following = await page.next_page()
            assert following is not None
            assert {c.id for c in following.items}.isdisjoint({c.id for c in page.items})
            raw = await talkee.with_raw_response.comments.get(comment.id)
            assert (raw.status_code, raw.parse().id) == (200, comment.id)

    asyncio.run(tour())
    assert mock.violations == ()


# --- Site and slug ---


def test_site_and_slug_are_set_once_or_per_call(here: World) -> None:
    talkee = here.client(here.reader)
    talkee.comments.create(content="of the client")
    talkee.comments.create(content="of the call", site_id=7, slug="/elsewhere")
    talkee.with_options(slug="/copied").comments.create(content="of the copy")
    found = {(c.site_id, c.slug): c.content for c in here.mock.tables.comments.values()}
    assert found == {
        (1, SLUG): "of the client",
        (7, "/elsewhere"): "of the call",
        (1, "/copied"): "of the copy",
    }
    assert [c.content for c in talkee.comments.list(slug="/copied")] == ["of the copy"]


@pytest.mark.parametrize(
    "slug", ["/café", "/日本語/первый", "/caf%C3%A9", "/a b", " /blank", "/100%", "/a+b&c=d#e?f", "/😀"]
)
def test_any_slug_names_the_same_page_in_every_call(here: World, slug: str) -> None:
    talkee = here.client(here.reader, slug=slug)
    comment = talkee.comments.create(content="Hello!")
    assert comment.slug == here.mock.tables.comments[comment.id].slug == slug
    assert [c.id for c in talkee.comments.list()] == [comment.id]
    assert talkee.comments.get(comment.id).slug == slug
    assert talkee.comments.favorite(comment.id).fav_id
    assert talkee.replies.create(comment.id, content="Indeed").comment_id == comment.id
    assert talkee.slugs.get().slug == slug


def test_site_and_slug_travel_together_whether_as_headers_or_in_the_query(here: World) -> None:
    talkee = here.client()
    assert talkee.comments.list().items == talkee.comments.list(slug="/café").items == []
    plain, other = here.mock.requests
    assert (plain.headers["x-talkee-site-id"], plain.headers["x-talkee-site-slug"], plain.query) == ("1", SLUG, "")
    assert "x-talkee-site-id" not in other.headers
    assert dict(other.query_pairs) == {"site_id": "1", "slug": "/café"}


def test_a_site_that_is_missing_is_the_platforms_error(here: World) -> None:
    with pytest.raises(BadRequestError, match="invalid site id") as caught:
        here.client(site_id=None).comments.get(1)
    assert (caught.value.code, caught.value.http_status) == (400, 200)


# --- Errors ---


def test_errors_are_typed_by_the_code_in_the_envelope(here: World) -> None:
    reader = here.client(here.reader)
    with pytest.raises(AuthenticationError) as caught:
        here.client(token="eyJ.made.up").users.me()
    error: Any = caught.value
    assert (error.status, error.http_status, error.code, error.message) == (401, 200, 401, "unauthorized")
    with pytest.raises(NotFoundError) as missing:
        reader.users.get(999)
    assert (missing.value.code, missing.value.message) == (404, "no record")
    with pytest.raises(ServerError, match="value too long") as long:
        reader.comments.create(content="x", slug="/" * 257)
    assert long.value.code == 500
    here.violations_expected = True  # a slug that the document calls too long


@pytest.mark.parametrize("content", [" \n", "x" * 10241])
def test_what_the_platform_would_refuse_is_not_sent(here: World, content: str) -> None:
    with pytest.raises(InvalidRequestError, match="content: "):
        here.client(here.reader).comments.create(content=content)
    assert here.calls == []


@pytest.mark.parametrize(
    "action", [lambda t: t.comments.get(99), lambda t: t.sites.get(99), lambda t: t.comments.fav(99)]
)
def test_record_not_found_with_code_500_is_a_not_found_error(here: World, action: Any) -> None:
    with pytest.raises(NotFoundError) as caught:
        action(here.client(here.reader))
    error = caught.value
    assert (error.status, error.http_status, error.code, error.message) == (404, 200, 500, "record not found")
    assert error.attempts == 1, "it will be the same again"
    assert error.request_id
    assert error.body == {"ts": error.body["ts"], "data": {"code": 500, "msg": "record not found"}}


def test_another_text_with_code_500_is_no_not_found_error(here: World) -> None:
    with pytest.raises(ServerError) as caught:
        here.client().assets.get(ASSET)
    assert not isinstance(caught.value, NotFoundError)
    assert caught.value.message.startswith("[202/404] The endpoint is not found")


def test_the_same_errors_as_http_statuses_are_typed_the_same(here: World) -> None:
    here.mock.errors = "status"
    with pytest.raises(NotFoundError) as caught:
        here.client().comments.get(99)
    assert (caught.value.http_status, caught.value.code) == (500, 500)


def test_a_raw_answer_with_an_error_inside_raises_it(here: World) -> None:
    with pytest.raises(NotFoundError):
        here.client().with_raw_response.comments.get(99)


def test_a_bad_token_where_none_is_needed_is_ignored_by_the_platform(here: World) -> None:
    here.mock.add_comment(here.other)
    assert here.client(token="eyJ.made.up").comments.get(1).fav_id == 0


# --- Repetition ---

LOST: list[dict[str, Any]] = [{"drop": "after"}, {"truncate": True}, {"status": 502}, {"status": 503}]


@pytest.mark.parametrize("fault", [*LOST, {"drop": "before"}], ids=str)
def test_reading_is_repeated(here: World, fault: dict[str, Any]) -> None:
    here.mock.add_comment(here.other)
    reading: dict[str, Callable[[Any], int]] = {
        "comments_get": lambda t: t.comments.get(1).id,
        "comments_list": lambda t: t.comments.list().items[0].id,
        "users_me": lambda t: t.users.me().id,
    }
    for operation, read in reading.items():
        made = here.mock.fail(operation, times=2, **fault)
        assert read(here.client(here.reader)) == 1
        assert made.hits == 2
    assert here.waited == [0.5, 1.0] * 3, "chance stands at its highest: the waits are the limits of the jitter"


@pytest.mark.parametrize("fault", LOST, ids=str)
def test_creating_is_not_repeated_once_it_may_have_arrived(here: World, fault: dict[str, Any]) -> None:
    here.mock.add_comment(here.other)
    talkee = here.client(here.reader)
    creating: dict[str, Callable[[], Any]] = {
        "comments_create": lambda: talkee.comments.create(content="Once!"),
        "replies_create": lambda: talkee.replies.create(1, content="Once!"),
        "airdrops_create": lambda: talkee.airdrops.create(
            airdrop_type="user", opponent_id=2, asset_id=ASSET, amount=Decimal("1")
        ),
        "sites_create": lambda: talkee.sites.create(origin="https://once.example.com"),
        "comments_fav": lambda: talkee.comments.fav(1),
        "comments_unfav": lambda: talkee.comments.unfav(1),
    }
    for operation, create in creating.items():
        made = here.mock.fail(operation, **fault)
        with pytest.raises((APIConnectionError, ServerError), match="not safe to repeat") as caught:
            create()
        assert (made.hits, caught.value.attempts) == (1, 1)
    assert here.waited == []


def test_a_lost_answer_to_creating_leaves_one_comment_and_says_that_it_may_be_there(here: World) -> None:
    here.mock.fail("comments_create", drop="after", times=1)
    with pytest.raises(APIConnectionError, match="may have been carried out") as caught:
        here.client(here.reader).comments.create(content="Once!")
    assert caught.value.may_have_arrived
    assert [c.content for c in here.mock.tables.comments.values()] == ["Once!"]


def test_a_slow_platform_is_a_timeout_of_the_reading_phase(here: World) -> None:
    here.mock.fail("stats_global", latency=60)
    with pytest.raises(APITimeoutError) as caught:
        here.client().stats.global_(timeout=0.5)
    assert (caught.value.phase, caught.value.attempts) == ("read", 3)


def test_a_comment_that_is_unreadable_for_good_is_not_asked_for_again(here: World) -> None:
    here.mock.add_comment(here.other, favor_count=-1)
    with pytest.raises(ServerError, match="favor_count") as caught:
        here.client().comments.get(1)
    assert (caught.value.attempts, here.waited) == (1, [])


# --- Airdrops ---


def test_an_airdrop_is_paid_at_its_payment_url(here: World) -> None:
    airdrop = here.client(here.reader).airdrops.create(
        airdrop_type="slug",
        target_site_id=1,
        target_slug=SLUG,
        asset_id=ASSET,
        amount=Decimal("0.0000001"),
    )
    row = here.mock.tables.airdrops[airdrop.id]
    assert airdrop.payment_url == f"https://mixpay.me/code/{row.mixpay_code}"
    assert (row.site_id, row.slug, row.amount) == (1, SLUG, "0.0000001")
    assert b'"amount":"0.0000001"' in here.mock.requests[-1].body, "never with an exponent"


@pytest.mark.parametrize("amount", ["0", -1, Decimal("0.000000009"), "1.000000001", 0.123456789, Decimal("1E-9")])
def test_an_amount_that_would_be_refused_or_rounded_is_not_sent(here: World, amount: Any) -> None:
    talkee = here.client(here.reader)
    with pytest.raises(InvalidRequestError, match="8 decimals"):
        talkee.airdrops.create(airdrop_type="user", opponent_id=1, asset_id="a", amount=amount)
    assert here.calls == []


@pytest.mark.parametrize("amount", ["abc", "NaN", Decimal("Infinity"), None, True])
def test_what_is_no_amount_is_said_by_the_model(here: World, amount: Any) -> None:
    talkee = here.client(here.reader)
    with pytest.raises(InvalidRequestError, match="amount"):
        talkee.airdrops.create(airdrop_type="user", opponent_id=1, asset_id="a", amount=amount)
    assert here.calls == []


def test_the_number_of_topn_is_never_null(here: World) -> None:
    """The server takes it, and its worker breaks when the payment comes."""
    talkee = here.client(here.reader)
    share = {"airdrop_type": "comments", "target_site_id": 1, "target_slug": SLUG, "asset_id": "a", "amount": "1"}
    for params in ({"n": None}, models.AirdropStrategyParams(n=None)):
        with pytest.raises(InvalidRequestError, match="topn"):
            talkee.airdrops.create(**share, strategy_name="topn", strategy_params=params)
    assert here.calls == []
    for name, allowed in (
        ("avg", {"n": None}),
        ("topn", {}),
        ("topn", models.AirdropStrategyParams()),
        ("topn", {"n": 2}),
    ):
        assert talkee.airdrops.create(**share, strategy_name=name, strategy_params=allowed).payment_url
    assert talkee.airdrops.create(**share, strategy_name="topn").payment_url


def test_a_delivered_airdrop_has_no_page_to_pay_at(here: World) -> None:
    here.mock.add_airdrop(here.other, site_id=1, slug=SLUG, status=3)
    (tip,) = here.client().slugs.get().tips
    assert (tip.mixpay_code, tip.payment_url) == ("", None)


def test_what_the_payment_service_refuses_is_an_error(here: World) -> None:
    here.mock.payment_error = "statusCode: 400, code: 40000, message: no route"
    with pytest.raises(APIStatusError, match="no route"):
        here.client(here.reader).airdrops.create(airdrop_type="user", opponent_id=2, asset_id=ASSET, amount="1")
