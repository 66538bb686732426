"""The mock refuses what the platform refuses, in its order, and keeps what it records."""

from __future__ import annotations

import base64
import gzip
import json
from typing import Any

import pytest
from tganalytics_client._core.mock.http import Headers, Request, Response
from tganalytics_client.mock import Clock, TGAnalyticsMock

from .conftest import SESSION, event

TEXTS = [
    "The token is not specified in the headers or is specified incorrectly.",
    "Token is invalid.",
    "Invalid app_name is specified.",
    "The domain name does not match.",
]


@pytest.fixture
def mock() -> TGAnalyticsMock:
    return TGAnalyticsMock(seed=1)


def post(
    mock: TGAnalyticsMock, body: Any, *headers: tuple[str, str], token: str | None = "", raw: bytes = b""
) -> Response:
    sent = [("Content-Type", "application/json"), *headers]
    if token is not None:
        sent.append(("tga-auth-token", token or mock.add_app("docs")))
    return mock.handle(Request("POST", "/events", "", Headers(sent), raw or json.dumps(body).encode()))


def test_tokens_have_the_real_shape(mock: TGAnalyticsMock) -> None:
    first, second = mock.add_app("docs", domain="https://x.example.com").split("!")
    assert list(json.loads(base64.b64decode(first)).items()) == [
        ("app_name", "docs"),
        ("app_url", "https://t.me/docs_bot"),
        ("app_domain", "https://x.example.com"),
    ]
    assert len(base64.b64decode(second)) == 32


def test_refusals_come_in_the_order_of_the_documentation(mock: TGAnalyticsMock) -> None:
    token = mock.add_app("docs")
    forged = token.split("!")[0] + "!" + base64.b64encode(bytes(32)).decode()
    wrong = event(1, app_name="other", slug=5)
    away = ("Origin", "https://elsewhere.example.com")
    cases = [
        post(mock, wrong, away, token=None),
        post(mock, wrong, away, token="YOUR_TOKEN"),
        post(mock, wrong, away, token=forged),
        post(mock, wrong, away, token=token),
        post(mock, event(1, slug=5), away, token=token),
    ]
    assert [case.json()["message"] for case in cases] == [TEXTS[0], TEXTS[0], *TEXTS[1:]]
    assert [case.status for case in cases] == [400, 400, 400, 400, 403]
    last = post(mock, event(1, slug=5), token=token)
    assert last.json()["message"] == [
        "property events[0].slug has failed the following constraints: slug must be a string"
    ]
    assert mock.events == []


@pytest.mark.parametrize(
    "wrong",
    [
        {"user_id": "1"},
        {"user_id": True},
        {"user_id": None},
        {"user_id": 1.5},
        {"session_id": "x"},
        {"event_name": 5},
        {"is_premium": "yes"},
        {"platform": None},
        {"client_timestamp": 1743503599534},
        {"messages": {}},
        {"custom_data": []},
        {"auth_type": 2},
        {"auth_type": []},
        {"error_code": "300"},
    ],
)
def test_a_member_of_another_type_refuses_the_whole_request(mock: TGAnalyticsMock, wrong: dict[str, Any]) -> None:
    answer = post(mock, [event(0), {**event(1), **wrong}])
    assert answer.status == 400
    assert [f"events[1].{next(iter(wrong))}" in text for text in answer.json()["message"]] == [True]
    assert mock.events == []


def test_a_number_beyond_all_bounds_is_refused(mock: TGAnalyticsMock) -> None:
    raw = json.dumps(event(0)).replace('"user_id": 1', '"user_id": 1e400').encode()
    assert b"1e400" in raw
    assert post(mock, None, raw=raw).status == 400


def test_nulls_that_real_clients_send_pass(mock: TGAnalyticsMock) -> None:
    wallet = ("wallet_address", "wallet_type", "wallet_version", "wallet_state_init", "trace_id")
    names = ("error_code", "from", "valid_until", *wallet)
    nulls = event(0, **dict.fromkeys(names), event_name="transaction-signing-failed")
    assert post(mock, [nulls, event(1, session_id=SESSION.upper())]).status == 201


@pytest.mark.parametrize("name", ["messages", "custom_data", "locale", "error_message"])
def test_null_is_refused_where_no_real_client_sends_it(mock: TGAnalyticsMock, name: str) -> None:
    assert f"events[0].{name}" in post(mock, event(0, **{name: None})).json()["message"][0]


def test_the_items_of_messages_are_checked(mock: TGAnalyticsMock) -> None:
    items: list[Any] = [{"address": 5, "amount": 20000000}, "x", {"address": None, "amount": "1", "hash": 7}]
    told = post(mock, event(0, messages=items)).json()["message"]
    assert [text.split(" has failed")[0] for text in told] == [
        "property events[0].messages.0.address",
        "property events[0].messages.0.amount",
        "property events[0].messages.1",
    ]


@pytest.mark.parametrize("origin", ["null", "", "https://[", "https://app.example.com.evil.example", "app.example.com"])
def test_what_is_not_the_origin_of_the_token_is_refused(mock: TGAnalyticsMock, origin: str) -> None:
    assert post(mock, event(0), ("Origin", origin)).json() == {"message": "The domain name does not match."}
    assert post(mock, event(0), ("Origin", "https://APP.example.com")).status == 201


def test_the_domain_of_a_token_may_have_a_path(mock: TGAnalyticsMock) -> None:
    token = mock.add_app("docs", domain="https://app.example.com/game")
    assert post(mock, event(0), ("Origin", "https://app.example.com"), token=token).status == 201


def test_old_sdks_get_their_tasks_for_proofs() -> None:
    mock = TGAnalyticsMock(task="always")
    path = "/aee7c93a9ae7930fb19732325d2c560c53849aa7"
    first = mock.handle(Request("GET", path))
    task = bytes(int(number) for number in first.body.split(b","))
    assert set(json.loads(task)) == {"a", "b"}
    assert post(mock, event(0), ("Content", "123,125")).json()["Content"].encode() == first.body
    assert TGAnalyticsMock().handle(Request("GET", path)).status == 404


def test_unknown_members_and_the_order_are_kept(mock: TGAnalyticsMock) -> None:
    given = {"later": 1, **event(0), "aside": {"x": None}}
    post(mock, given)
    assert json.dumps(mock.events[0]) == json.dumps(given)


def test_gzip_is_read_and_bombs_are_refused(mock: TGAnalyticsMock) -> None:
    header = ("Content-Encoding", "gzip")
    body = json.dumps([event(0)]).encode()
    assert post(mock, None, header, raw=gzip.compress(body)).status == 201
    assert post(mock, None, header, raw=body).status == 400
    assert post(mock, None, header, raw=gzip.compress(body)[:-9]).status == 400
    assert post(mock, None, header, raw=gzip.compress(b" " * (mock.max_inflated + 1))).status == 413
    assert len(mock.events) == 1
    assert not [one for one in mock.violations if one.side == "answer"]


def test_a_body_that_is_no_json_is_refused(mock: TGAnalyticsMock) -> None:
    for raw in (b"{", b"5", b"null", b'"x"'):
        assert post(mock, None, raw=raw).status == 400


@pytest.mark.parametrize(("report", "kind"), [("list", dict), ("text", dict), ("bare", list), ("placeholder", dict)])
def test_reports_have_each_known_shape(report: str, kind: type) -> None:
    mock = TGAnalyticsMock(report=report)
    answer = post(mock, event(0, slug=5)).json()
    assert type(answer) is kind
    assert not [one for one in mock.violations if one.side == "answer"]
    assert ("events[0].slug" in json.dumps(answer)) is (report != "placeholder")


def test_switches_give_the_observed_answers() -> None:
    mock = TGAnalyticsMock(recorded="202", origin="required", task="always")
    assert post(mock, event(0)).status == 403
    answer = post(mock, event(0), ("Origin", "https://app.example.com"))
    assert answer.status == 202
    assert set(answer.json()) == {"message", "Content"}
    assert not mock.violations


def test_browsers_get_their_pre_flight(mock: TGAnalyticsMock) -> None:
    asked = "content-encoding,content-type,tga-auth-token"
    headers = Headers([("Origin", "https://app.example.com"), ("Access-Control-Request-Headers", asked)])
    for path in ("/events", "/events/fingerprint", "/events/threshold"):
        answer = mock.handle(Request("OPTIONS", path, "", headers))
        told = Headers(answer.headers)
        assert answer.status == 204
        assert told["access-control-allow-headers"] == asked
        assert told["access-control-allow-origin"] == "https://app.example.com"
    told = Headers(post(mock, event(0), ("Origin", "https://app.example.com")).headers)
    assert told["access-control-allow-origin"] == "https://app.example.com"
    assert not mock.violations


def test_browsers_can_read_faults_on_order(mock: TGAnalyticsMock) -> None:
    """Without the header a browser's page is told of no status, and the SDK takes a fault for a lost connection."""
    origin = ("Origin", "https://app.example.com")
    for status in (203, 429, 500):
        mock.fail("events_record", status=status, times=1)
        answer = post(mock, event(0), origin)
        assert (answer.status, Headers(answer.headers)["access-control-allow-origin"]) == (status, origin[1])
    bad = post(mock, None, origin, ("Content-Encoding", "gzip"), raw=b"x")
    assert (bad.status, Headers(bad.headers)["access-control-allow-origin"]) == (400, origin[1])


def test_duplicates_are_recorded_and_counted(mock: TGAnalyticsMock) -> None:
    for _ in range(3):
        post(mock, [event(0), event(1)])
    assert (len(mock.events), mock.duplicates) == (6, 4)
    state = mock.handle(Request("GET", "/__mock__/state")).json()
    assert (len(state["received"]), state["duplicates"]) == (6, 4)
    mock.reset()
    assert (mock.events, mock.duplicates) == ([], 0)


def test_recorded_events_can_be_found(mock: TGAnalyticsMock) -> None:
    post(mock, [event(0), event(1, session_id="20c574d9-6d2c-4e6d-a141-ce6da141ce6d")])
    assert [one["custom_data"]["number"] for one in mock.find(session_id=SESSION.upper())] == [0]
    assert len(mock.find(app_name="docs")) == 2
    assert mock.find(app_name="other") == []


def test_a_rate_limit_counts_within_its_window() -> None:
    from datetime import UTC, datetime

    mock = TGAnalyticsMock(clock=Clock(datetime(2026, 1, 1, tzinfo=UTC)))
    mock.rate_limit = 2
    assert [post(mock, event(0)).status for _ in range(3)] == [201, 201, 429]
    mock.clock.advance(60)
    assert post(mock, event(0)).status == 201


def test_fingerprints_are_checked_and_kept(mock: TGAnalyticsMock) -> None:
    def send(body: Any) -> int:
        headers = Headers([("Content-Type", "application/json"), ("TGA-Auth-Token", mock.add_app("docs"))])
        return mock.handle(Request("POST", "/events/fingerprint", "", headers, json.dumps(body).encode())).status

    good = {"wallet_address": None, "request_id": SESSION}
    assert send(good) == 201
    assert send({"wallet_address": 5, "request_id": SESSION}) == 400
    assert send({"request_id": SESSION}) == 400
    assert send({**good, "app_name": "other"}) == 400
    assert mock.fingerprints == [good]


def test_unknown_paths_answer_as_the_framework_does(mock: TGAnalyticsMock) -> None:
    answer = mock.handle(Request("GET", "/nothing"))
    assert (answer.status, answer.json()["message"]) == (404, "Cannot GET /nothing")


def test_the_servers_own_fault_can_be_ordered(mock: TGAnalyticsMock) -> None:
    mock.fail_to_record()
    assert post(mock, event(0)).json() == {"message": "Failed to record"}
    assert post(mock, event(0)).status == 201
