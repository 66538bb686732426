"""Sessions make events of one visit; `record` completes and checks them."""

from __future__ import annotations

import asyncio
import gzip
import inspect
import json
import uuid
from pathlib import Path
from typing import Any, get_args

import pytest
from tganalytics_client import AsyncTGAnalytics, Session, models, wire_events
from tganalytics_client._core.errors import (
    APIStatusError,
    BadRequestError,
    ConfigurationError,
    InvalidRequestError,
    PermissionDeniedError,
    RateLimitError,
)

from .conftest import SESSION, World, event

NEEDED: dict[str, tuple[tuple[Any, ...], dict[str, Any]]] = {
    "custom": (({"level": 7},), {}),
    "additional_task": (({"userData": {}},), {}),
    "connection_error": (("Connection was cancelled",), {}),
    "connection_restoring_error": (("Connection restoring failed",), {}),
    "transaction_signing_failed": (("Reject request", 300), {"from_": None, "messages": [{"address": None}]}),
    **{f"purchase_{what}": (("slug",), {}) for what in ("init", "success", "cancelled", "failed")},
    "register_invoice": (
        ("slug",),
        {
            "title": "t",
            "description": "d",
            "payload": "p",
            "currency": "XTR",
            "prices": [{"label": "l", "amount": 1}],
            "need_name": True,
        },
    ),
}
METHODS = [name for name, _ in inspect.getmembers(Session, inspect.isfunction) if name[0] != "_" and name != "event"]


@pytest.mark.parametrize("name", METHODS)
def test_each_constructor_makes_an_event_that_the_document_allows(world: World, name: str) -> None:
    client = world.client()
    session = client.session(user_id=7, platform="ios", is_premium=False, start_param="")
    positional, named = NEEDED.get(name, ((), {}))
    made = getattr(session, name)(*positional, **named)
    client.events.record(made)
    [sent] = world.mock.events
    assert not world.mock.violations
    shared = {"user_id": 7, "session_id": str(session.session_id), "app_name": "docs", "platform": "ios"}
    assert {key: sent[key] for key in shared} == shared
    assert (sent["is_premium"], sent["start_param"]) == (False, "")
    assert sent["client_timestamp"].isdigit()
    assert len(sent["client_timestamp"]) == 13
    assert "locale" not in sent


def test_there_is_a_constructor_for_each_known_event() -> None:
    kinds = {inspect.signature(getattr(Session, name)).return_annotation for name in METHODS}
    known = {f"models.{kind.__name__}" for kind in get_args(get_args(models.KnownEvent.__value__)[0])}
    assert kinds == known


def test_documented_defaults_are_not_sent(world: World) -> None:
    session = world.client().session(user_id=7)
    world.client().events.record([session.app_init(), session.connection_started()])
    for sent in world.mock.events:
        assert set(sent) == {"event_name", "user_id", "session_id", "app_name", "client_timestamp"}


def test_a_session_has_one_id_and_can_be_continued(world: World) -> None:
    client = world.client()
    session = client.session(user_id=7)
    assert session.app_init().session_id == session.app_hide().session_id == session.session_id
    assert client.session(user_id=7).session_id != session.session_id
    assert client.session(user_id=7, session_id=SESSION).app_init().session_id == uuid.UUID(SESSION)


def test_events_of_any_name_and_with_any_members_can_be_made(world: World) -> None:
    client = world.client()
    made = client.session(user_id=7).event("level_up", level=3, custom_data={"x": [1]})
    client.events.record(made)
    assert world.mock.events[0]["level"] == 3
    assert isinstance(client.session(user_id=7).event("app-init"), models.AppInitEvent)


def test_wrong_fields_are_named() -> None:
    with pytest.raises(InvalidRequestError, match=r"app-init\.user_id"):
        Session(user_id="me", app_name="docs")  # type: ignore[arg-type]
    session = Session(user_id=1, app_name="docs")
    with pytest.raises(InvalidRequestError, match=r"purchase-init\.slug"):
        session.purchase_init(5)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="takes no argument slug"):
        session.app_init(slug="x")  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="level_up takes no argument session_id"):
        session.event("level_up", session_id=SESSION)


def test_a_session_needs_an_app_name(world: World) -> None:
    with pytest.raises(ConfigurationError, match="app_name"):
        world.client(app_name=None).session(user_id=1)


def test_record_names_the_event_and_the_member_that_are_wrong(world: World) -> None:
    with pytest.raises(InvalidRequestError, match=r"events\[2\]\.user_id") as caught:
        world.client().events.record([event(0), event(1), event(2, user_id="a secret")])
    assert "a secret" not in str(caught.value)
    with pytest.raises(InvalidRequestError, match=r"events\.session_id"):
        world.client().events.record(event(0, session_id=None))
    with pytest.raises(InvalidRequestError, match="at least one event"):
        world.client().events.record([])
    with pytest.raises(InvalidRequestError, match=r"events\[0\] is a int"):
        world.client().events.record([5])  # type: ignore[list-item]
    assert world.mock.requests == []


def test_members_assigned_afterwards_are_checked(world: World) -> None:
    made = world.client().session(user_id=1).app_init()
    made.user_id = "me"  # type: ignore[assignment]
    with pytest.raises(InvalidRequestError, match=r"events\.user_id"):
        world.client().events.record(made)


def test_what_is_not_known_of_a_user_is_left_out(world: World) -> None:
    """Bot frameworks have None for a user without a language."""
    session = world.client().session(user_id=7, locale=None, is_premium=None, platform=None, start_param=None)
    world.client().events.record(session.app_init())
    assert set(world.mock.events[0]) == {"event_name", "user_id", "session_id", "app_name", "client_timestamp"}


@pytest.mark.parametrize(
    ("wrong", "named"),
    [
        ({"locale": None}, "locale: null"),
        ({"event_name": "transaction-signed", "messages": None}, "messages: null"),
        ({"event_name": "app-init", "scope": None}, "scope: null"),
        ({"event_name": "app-init", "messages": "x"}, "messages: "),
        ({"event_name": "app-init", "error_code": "300"}, "error_code: "),
        ({"event_name": "app-init", "messages": [{"amount": 5}]}, "messages.0.amount: "),
    ],
)
def test_what_the_document_refuses_in_any_event_is_named_and_not_sent(
    world: World, wrong: dict[str, Any], named: str
) -> None:
    with pytest.raises(InvalidRequestError, match=r"events\[1\]\." + named):
        world.client().events.record([event(0), event(1, **wrong)])
    assert world.mock.requests == []


def test_null_is_taken_where_the_document_takes_it() -> None:
    document = json.loads(Path(models.__file__).with_name("openapi.json").read_bytes())
    schemas = {**document["components"]["schemas"], "": {}}
    events = [one for name, one in schemas.items() if name.endswith(("Event", "Base", "Details"))]
    members = {name: member for one in events for name, member in one.get("properties", {}).items()}
    types = {
        name: {**schemas[one.get("$ref", "").rpartition("/")[2]], **one}.get("type") for name, one in members.items()
    }
    assert {name for name, kind in types.items() if isinstance(kind, list) and "null" in kind} == wire_events.NULLABLE


def test_record_completes_mappings_without_changing_them(world: World) -> None:
    given = {"event_name": "app-init", "user_id": 1, "session_id": SESSION}
    world.client().events.record(given)
    [sent] = world.mock.events
    assert sent["app_name"] == "docs"
    assert sent["client_timestamp"].isdigit()
    assert set(given) == {"event_name", "user_id", "session_id"}


def test_one_event_is_sent_as_an_object_and_plain_if_asked_for(world: World) -> None:
    world.client().events.record(event(1), compress=False)
    [request] = world.mock.requests
    assert "content-encoding" not in request.headers
    assert request.headers["content-type"] == "application/json"
    assert isinstance(json.loads(request.body), dict)


@pytest.mark.parametrize("size", [0, 1, 255, 256, 511, 512, 32_767, 32_768, 1_000_000])
def test_bodies_of_every_size_are_compressed_the_same_way_each_time(size: int) -> None:
    body = bytes(range(256)) * (size // 256) + b"x" * (size % 256)
    packed = wire_events.compressed(body)
    assert gzip.decompress(packed) == body
    assert packed == wire_events.compressed(body)
    assert packed[4:8] == bytes(4)  # no time


def test_the_platforms_refusals_reach_the_caller(world: World) -> None:
    with pytest.raises(BadRequestError, match="Invalid app_name"):
        world.client().events.record(event(1, app_name="other"))
    with pytest.raises(PermissionDeniedError, match="domain name does not match"):
        world.client(origin="https://elsewhere.example.com").events.record(event(1))
    with pytest.raises(BadRequestError, match=r"events\[1\]\.slug") as caught:
        world.client().events.record([event(1), event(2, slug=5)])
    assert isinstance(caught.value.body["message"], list)
    world.mock.rate_limit = 0
    with pytest.raises(RateLimitError, match="Too many requests"):
        world.client().events.record(event(1))
    assert world.mock.events == []


def test_a_203_is_no_success(world: World) -> None:
    headers = {"Content-Type": "application/json"}
    world.mock.fail("events_record", status=203, body='{"message": "x", "Content": "1"}', headers=headers, times=2)
    with pytest.raises(APIStatusError, match="nothing was recorded") as caught:
        world.client().events.record(event(1))
    assert (caught.value.status, caught.value.http_status) == (203, 203)
    assert world.client().with_raw_response.events.record(event(1)).status_code == 203
    assert world.client().events.record(event(1)).message == "Success record."


def test_the_async_client_does_the_same(world: World) -> None:
    async def main() -> None:
        async with AsyncTGAnalytics(
            base_url=world.mock.base_url, token=world.token, app_name="docs", transport=world.mock.transport()
        ) as client:
            session = client.session(user_id=1)
            receipt = await client.events.record([session.app_init(), session.app_hide()])
            assert receipt.message == "Success record."
            assert await client.events.threshold() == {"app-hide": 3}

    asyncio.run(main())
    assert [one["event_name"] for one in world.mock.events] == ["app-init", "app-hide"]
