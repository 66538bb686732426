"""Users, sites, airdrops, slugs, assets, figures, payments, echo, health."""

from __future__ import annotations

import json
from typing import Any

import pytest
from talkee_client._core.mock.http import Request

ASSET = "c6d0c728-2624-429b-8e0d-d9d19b6592fa"
INVALID = (500, "invalid tip params")


def test_a_user_has_all_members_and_no_language(world: Any) -> None:
    data = world.send("GET", "/users/1", site=()).data
    assert data == {
        "id": 1,
        "mixin_user_id": world.user.mixin_user_id,
        "mixin_identity_number": "1000001",
        "full_name": "A reader",
        "avatar_url": "",
        "mvm_public_key": "0x" + "0" * 40,
        "created_at": "2023-04-20T12:00:00Z",
    }
    assert world.signed("GET", "/me", site=()).data == data


# --- Sites ---


def test_a_site_is_created_read_changed_and_listed(world: Any) -> None:
    created = world.signed("POST", "/sites", {"name": "Blog", "origin": "https://a.example", "use_arweave": True}).data
    assert created == {
        "id": 1,
        "user_id": 1,
        "origins": ["https://a.example"],
        "origin": "",
        "name": "Blog",
        "use_arweave": True,
        "reward_strategy": 0,
        "created_at": "2023-04-20T12:00:00Z",
        "updated_at": "2023-04-20T12:00:00Z",
    }
    world.mock.clock.advance(1)
    changed = world.signed("PUT", "/sites/1", {"name": "New", "origin": "HTTPS://B.example"}).data
    assert changed == {**created, "name": "New", "origins": ["HTTPS://B.example"], "use_arweave": False}
    stored = {**changed, "updated_at": "2023-04-20T12:00:01Z"}
    assert world.send("GET", "/sites/1").data == stored
    assert world.signed("GET", "/sites").data == [stored]
    assert world.send("GET", "/sites", user=world.other).data == []


def test_a_user_may_own_three_sites(world: Any) -> None:
    for _ in range(3):
        assert world.signed("POST", "/sites", {"origin": "http://a.example"}).data["id"]
    assert world.signed("POST", "/sites", {"origin": "ftp://"}).error == (400, "site limit reached")
    assert world.signed("POST", "/sites", body=b"{").error[1].startswith("twirp error malformed")
    assert world.send("POST", "/sites", {"origin": "http://a.example"}, user=world.other).data["user_id"] == 2


@pytest.mark.parametrize("origin", [None, "", "a.example", "HTTPS://a.example", " https://a.example", "ftp://a"])
def test_an_origin_begins_with_http(world: Any, origin: str | None) -> None:
    assert world.signed("POST", "/sites", {"origin": origin}).error == (400, "invalid origin")


def test_a_sites_name_is_limited(world: Any) -> None:
    message = "ERROR: value too long for type character varying(256) (SQLSTATE 22001)"
    values = {"name": "a" * 257, "origin": "https://a.example"}
    assert world.signed("POST", "/sites", values).error == (500, message)
    assert world.signed("POST", "/sites", {**values, "name": "a" * 256}).data["name"] == "a" * 256
    assert world.signed("PUT", "/sites/1", values).error == (500, message)


def test_somebody_elses_site_is_no_record_before_the_body_is_read(world: Any) -> None:
    world.mock.add_site(world.other)
    assert world.signed("PUT", "/sites/1", body=b"{").error == (404, "no record")


# --- Airdrops ---


def airdrop(**changes: Any) -> dict[str, Any]:
    values = {"airdrop_type": "user", "opponent_id": 1, "asset_id": ASSET, "amount": "1.5", **changes}
    return {name: value for name, value in values.items() if value is not ...}


def test_an_airdrop_is_prepared_and_shows_what_is_needed_to_pay(world: Any) -> None:
    data = world.signed("POST", "/airdrops", airdrop(memo="Thank you", redirect_url="https://a.example")).data
    row = world.mock.tables.airdrops[1]
    assert data == {
        "id": 1,
        "uuid": row.uuid,
        "user_id": 1,
        "site_id": 0,
        "slug": "",
        "asset_id": ASSET,
        "amount": "1.5",
        "memo": "Thank you",
        "created_at": "2023-04-20T12:00:00Z",
        "mixpay_code": row.mixpay_code,
        "user": None,
    }
    assert row.mixpay_code


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"airdrop_type": "comment"},
        {"airdrop_type": "slug", "opponent_id": ..., "site_id": 1, "slug": "a"},
        {"airdrop_type": "comments", "opponent_id": ..., "site_id": 1, "slug": "a", "strategy_name": "topn"},
        {"airdrop_type": "comments", "strategy_name": "avg", "strategy_params": {"n": None}},
        {"airdrop_type": "slug"},
        {"asset_id": "any text"},
        {"strategy_name": "unknown"},
    ],
)
def test_what_an_airdrop_needs_does_not_depend_on_its_type(world: Any, changes: dict[str, Any]) -> None:
    assert world.signed("POST", "/airdrops", airdrop(**changes)).data["mixpay_code"]


def test_settings_of_a_strategy_are_kept_as_they_were_sent(world: Any) -> None:
    params = {"n": 1.5, "more": [None, {"x": "0.10"}]}
    assert world.signed("POST", "/airdrops", airdrop(strategy_params=params)).data["id"]
    state = json.loads(world.mock.handle(Request("GET", "/__mock__/state")).body)
    assert state["airdrops"][0]["strategy_params"] == params
    body = json.dumps(airdrop())[:-1].encode() + b',"strategy_params":{"n":1e999}}'
    assert world.signed("POST", "/airdrops", None, body=body).error[0] == 400


@pytest.mark.parametrize(
    "changes",
    [
        {"airdrop_type": "friends"},
        {"airdrop_type": ...},
        {"opponent_id": ...},
        {"opponent_id": 0},
        {"opponent_id": ..., "site_id": 1},
        {"opponent_id": ..., "slug": "a"},
        {"opponent_id": ..., "site_id": 1, "slug": ""},
        {"airdrop_type": "comments"},
        {"airdrop_type": "comments", "strategy_name": "best"},
        {"asset_id": ""},
        {"asset_id": ...},
        {"amount": ...},
        {"amount": "0"},
        {"amount": "-1"},
        {"amount": "0.000000009"},
    ],
)
def test_what_is_missing_is_an_invalid_tip(world: Any, changes: dict[str, Any]) -> None:
    assert world.signed("POST", "/airdrops", airdrop(**changes)).error == INVALID
    assert world.mock.tables.airdrops == {}


@pytest.mark.parametrize(
    ("amount", "stored"),
    [
        ("0.00000001", "0.00000001"),
        ("1.234567895", "1.2345679"),
        ("1.00", "1"),
        ("100", "100"),
        (3, "3"),
        (0.1, "0.1"),
        ("1e3", "1000"),
        (".5", "0.5"),
        ("12345678901234567890.12345678", "12345678901234567890.12345678"),
    ],
)
def test_an_amount_is_text_or_a_number_and_kept_with_eight_decimals(world: Any, amount: Any, stored: str) -> None:
    assert world.signed("POST", "/airdrops", airdrop(amount=amount)).data["amount"] == stored


@pytest.mark.parametrize("amount", ["", "x", "NaN", "Infinity", "1_000", " 1", "1,5", True, [], {"value": 1}])
def test_an_amount_that_is_no_decimal_is_malformed(world: Any, amount: Any) -> None:
    assert world.signed("POST", "/airdrops", airdrop(amount=amount)).error[1].startswith("twirp error malformed")


def test_an_amount_of_a_million_digits_is_an_error_and_no_burden(world: Any) -> None:
    assert world.signed("POST", "/airdrops", airdrop(amount="1e999999")).error[0] == 500


@pytest.mark.parametrize(("name", "limit"), [("slug", 255), ("memo", 255), ("asset_id", 36)])
def test_texts_of_an_airdrop_are_limited(world: Any, name: str, limit: int) -> None:
    message = f"ERROR: value too long for type character varying({limit}) (SQLSTATE 22001)"
    assert world.signed("POST", "/airdrops", airdrop(**{name: "a" * (limit + 1)})).error == (500, message)
    assert world.signed("POST", "/airdrops", airdrop(**{name: "a" * limit})).data[name] == "a" * limit


def test_an_airdrop_is_stored_even_if_the_payment_service_fails(world: Any) -> None:
    world.mock.payment_error = "statusCode: 200, code: 40000, message: quoteAssetId is invalid"
    assert world.signed("POST", "/airdrops", airdrop()).error == (500, world.mock.payment_error)
    assert world.mock.tables.airdrops[1].mixpay_code == ""


def test_a_page_lists_its_delivered_airdrops_oldest_first_and_64_at_most(world: Any) -> None:
    for number in range(70):
        world.mock.add_airdrop(world.user, site_id=1, slug="/posts/11", memo=str(number), status=3, mixpay_code="x")
    for other in ({"status": 1}, {"slug": "b"}, {"site_id": 2}, {"airdrop_type": "comments"}):
        world.mock.add_airdrop(world.user, **{"site_id": 1, "slug": "/posts/11", "status": 3, **other})
    data = world.send("GET", "/slugs").data
    assert (data["site_id"], data["slug"]) == (1, "/posts/11")
    assert [tip["memo"] for tip in data["tips"]] == [str(number) for number in range(64)]
    assert (data["tips"][0]["mixpay_code"], data["tips"][0]["user"]["id"]) == ("", 1)


@pytest.mark.parametrize(
    ("members", "status"),
    [
        ({"traceId": "{uuid}", "orderId": "other"}, 1),
        ({"orderId": "{uuid}"}, 1),
        ({"traceId": "", "orderId": "{uuid}"}, 1),
        ({"traceId": "other", "orderId": "{uuid}"}, 0),
        ({}, 0),
    ],
)
def test_a_payment_notice_is_always_answered_with_a_success_that_looks_like_an_error(
    world: Any, members: dict[str, str], status: int
) -> None:
    row = world.mock.add_airdrop(world.user)
    values = {name: value.format(uuid=row.uuid) for name, value in members.items()}
    assert world.send("POST", "/payments/mixpay", values, site=()).data == {"code": "0"}
    assert row.status == status


# --- Assets, figures, echo, health ---


def test_assets_are_listed_and_found_by_their_id(world: Any) -> None:
    assert world.send("GET", "/assets").data == []
    asset = world.mock.add_asset(asset_id=ASSET, name="Bitcoin", price_usd="28843.15", order=1)
    (data,) = world.send("GET", "/assets", site=()).data
    assert (data["asset_id"], data["price_usd"], data["order"]) == (ASSET, "28843.15", 1)
    assert world.send("GET", f"/assets/{asset.asset_id}").data == data
    code, msg = world.send("GET", "/assets/unknown").error
    assert code == 500
    assert msg.startswith("[202/404] The endpoint is not found. id=")


def test_figures_are_those_of_the_state(world: Any) -> None:
    comment = world.mock.add_comment(world.user)
    world.mock.add_favourite(world.user, comment)
    world.mock.add_asset(asset_id=ASSET, price_usd="100")
    world.mock.add_reward(comment, asset_id=ASSET, amount="0.125")
    figures = world.send("GET", "/stat/global", site=()).data
    assert figures == {"total_comments": 1, "total_favors": 1, "total_rewards_usd": "12.50"}
    world.mock.computed = False
    assert world.send("GET", "/stat/global").error == (500, "record not found")


@pytest.mark.parametrize(
    ("path", "msg"),
    [("hello", "hello"), ("a%20b", "a b"), ("a%2Fb", "a/b"), ("%3Cb%3E%26", "<b>&"), ("%E2%82%AC", "\u20ac")],
)
def test_echo_gives_the_text_back(world: Any, path: str, msg: str) -> None:
    assert world.send("GET", f"/echo/{path}", site=()).data == {"msg": msg}
    assert world.send("POST", "/echo", {"msg": msg}, site=()).data == {"msg": msg}


@pytest.mark.parametrize(
    ("seconds", "uptime"),
    [(0, "0s"), (0.25, "250ms"), (1.5, "1.5s"), (60, "1m0s"), (3723.4, "1h2m3.4s"), (360000, "100h0m0s")],
)
def test_health_stands_outside_the_base_path_and_has_no_envelope(world: Any, seconds: float, uptime: str) -> None:
    world.mock.clock.advance(seconds)
    answer = world.send("GET", "/hc", base="", site=())
    assert (answer.status, answer.response.json()) == (200, {"uptime": uptime, "version": "mock"})
    assert world.send("GET", "/hc").error == (404, "not found")
