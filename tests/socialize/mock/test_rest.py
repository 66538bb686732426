"""Application, devices, subscriptions, short addresses, events, smart alerts."""

from __future__ import annotations

import json
from itertools import chain
from typing import Any

import pytest

from .conftest import World, key_of

KEY = "http://example.com/"
USER = {"id": 1, "username": "User1", "first_name": None, "last_name": None, "location": None, "meta": None}


def test_the_application_is_the_one_that_signs(world: World) -> None:
    row = world.mock.add_application(name="Another app", category="News", notifications_enabled=False)
    user = world.mock.add_user(row)
    assert world.get("/v1/application/current/", application=row, user=user).item == {
        "id": 2,
        "name": "Another app",
        "android_package_name": None,
        "apple_store_id": None,
        "category": "News",
        "description": None,
        "notifications_enabled": False,
    }
    assert "total_count" not in world.get("/v1/application/current/").data


# --- Devices ---


def test_an_ios_device_is_registered_by_its_token(world: World) -> None:
    device = world.post("/v1/user/device/", [{"device_type": "iOS", "device_token": "26fb"}]).item
    assert device == {
        "application": {"id": 1, "name": "Example app"},
        "c2dm_registration_id": None,
        "device_token": "26fb",
        "device_type": "iOS",
        "gcm_registration_id": None,
        "user": {**USER, "small_image_uri": None},
    }
    assert world.mock.tables.devices[1].service_type == "APNS_PRODUCTION"


@pytest.mark.parametrize(
    ("given", "service"),
    [
        ({"c2dm_registration_id": "APA9"}, "ANDROID_C2DM"),
        ({"gcm_registration_id": "APA9", "service_type": "ANDROID_GCM"}, "ANDROID_GCM"),
    ],
)
def test_an_android_device_gets_a_token_and_keeps_it(world: World, given: dict[str, str], service: str) -> None:
    first = world.post("/v1/user/device/", [{"device_type": "Android", **given}]).item
    assert len(first["device_token"]) == 64
    assert world.mock.tables.devices[1].service_type == service
    again = world.post("/v1/user/device/", [{"device_type": "Android", **given}], user=world.other).item
    assert (again["device_token"], again["user"]["id"]) == (first["device_token"], 2)
    assert list(world.mock.tables.devices) == [1]


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ({}, "device_type: required"),
        ({"device_type": "Windows"}, "device_type: not one of iOS, Android"),
        ({"device_type": "iOS"}, "device_token: required for iOS"),
        ({"device_type": "iOS", "device_token": ""}, "device_token: not a text with something in it"),
        ({"device_type": "Android"}, "gcm_registration_id: required for Android, or c2dm_registration_id"),
        ({"device_type": "Android", "gcm_registration_id": "x"}, "service_type: required with gcm_registration_id"),
        (
            {"device_type": "iOS", "device_token": "x", "service_type": "PIGEON"},
            "service_type: not one of ANDROID_C2DM, ANDROID_GCM, APNS_DEVELOPMENT, APNS_PRODUCTION",
        ),
    ],
)
def test_a_device_without_what_its_system_needs_is_refused(world: World, given: dict[str, str], reason: str) -> None:
    data = world.post("/v1/user/device/", [given, {"device_type": "iOS", "device_token": "good"}]).data
    assert [device["device_token"] for device in data["items"]] == ["good"]
    assert data["errors"] == [{"error": reason, "payload": given}]


def test_device_tokens_are_checked_without_an_envelope(world: World) -> None:
    device = world.post("/v1/user/device/", [{"device_type": "iOS", "device_token": "A"}]).item
    payload = [{"device_token": "A"}, {"device_token": "B"}]
    assert world.post("/v1/device/check/", payload).data == {"A": device, "B": None}
    assert world.post("/v1/device/check/", []).data == {}
    assert world.post("/v1/device/check/", [{}]).status == 400


# --- Subscriptions ---


def test_a_subscription_ends_and_begins_again_with_the_same_id(world: World) -> None:
    def post(**more: Any) -> Any:
        return world.post("/v1/user/subscription/", [{"entity_key": KEY, "type": "new_comments", **more}]).item

    first = post()
    entity = {"id": 1, "key": KEY, "name": "", "type": "article", "meta": None}
    counters = dict.fromkeys(("comments", "likes", "shares", "views", "total_activity"), 0)
    assert first == {
        "id": 1,
        "date": "2012-06-26 22:24:03+0000",
        "type": "new_comments",
        "subscribed": True,
        "entity": {**entity, **counters},
        "user": {**USER, "small_image_uri": None},
    }
    assert post(subscribed=False) == {**first, "subscribed": False}
    assert world.get("/v1/user/subscription/").items == [{**first, "subscribed": False}]
    assert post(subscribed=True) == first


@pytest.mark.parametrize(
    ("more", "subscribed"),
    [
        ({}, True),
        ({"subscribe": None}, True),
        ({"subscribe": False}, False),
        ({"subscribe": True}, True),
        ({"subscribe": True, "subscribed": False}, False),
    ],
)
def test_the_flag_has_two_names(world: World, more: dict[str, Any], subscribed: bool) -> None:
    payload = [{"entity": {"key": KEY}, "type": "entity_notification", **more}]
    assert world.post("/v1/user/subscription/", payload).item["subscribed"] is subscribed


def test_a_subscription_is_one_for_each_user_entity_and_type(world: World) -> None:
    one = {"entity_key": KEY, "type": "new_comments"}
    batch = [one, {**one, "type": "new_comment"}, {**one, "type": "entity_notification"}, {**one, "entity_key": "b"}]
    assert world.post("/v1/user/subscription/", batch).ids == [1, 1, 2, 3]
    assert world.post("/v1/user/subscription/", [one], user=world.other).ids == [4]
    assert world.get("/v1/user/subscription/").ids == [3, 2, 1]
    assert world.get(f"/v1/user/subscription/?entity_key={key_of(KEY)}").ids == [2, 1]
    assert world.get("/v1/user/subscription/?entity_key=none").ids == []
    assert world.get("/v1/user/subscription/?limiting_id=3&limit=1").ids == [2]
    assert world.get("/v1/user/subscription/?first=1&last=2").ids == [2]
    wrong = world.post("/v1/user/subscription/", [{**one, "type": "news"}, {"type": "new_comments"}]).data
    assert [error["error"].partition(":")[0] for error in wrong["errors"]] == ["type", "give entity or entity_key"]


@pytest.mark.parametrize(("subscribe", "expected"), [(True, [True]), (False, []), (None, [])])
def test_a_comment_may_subscribe(world: World, subscribe: bool | None, expected: list[bool]) -> None:
    world.post("/v1/comment/", [{"entity_key": KEY, "text": "x", "subscribe": subscribe}])
    found = world.get("/v1/user/subscription/").items
    assert [item["subscribed"] for item in found] == expected
    assert [item["type"] for item in found] == ["new_comments"] * len(expected)


def test_a_comment_that_does_not_subscribe_ends_nothing(world: World) -> None:
    comment = {"entity_key": KEY, "text": "x"}
    world.post("/v1/comment/", [{**comment, "subscribe": True}, {**comment, "subscribe": False}, comment])
    assert world.get("/v1/user/subscription/").item["subscribed"] is True
    world.post("/v1/user/subscription/", [{"entity_key": KEY, "type": "new_comments", "subscribed": False}])
    world.post("/v1/comment/", [{**comment, "subscribe": True}])
    assert world.get("/v1/user/subscription/").item["subscribed"] is True


# --- Short addresses and events ---


def test_a_short_address_is_always_the_same_one(world: World) -> None:
    first = world.post("/v1/user/shorten/", {"entity_key": KEY}).item
    assert first.startswith("http://r.getsocialize.com/e/")
    assert world.post("/v1/user/shorten/", {"entity_key": KEY}, user=world.other).item == first
    assert world.post("/v1/user/shorten/", {"entity_key": "b"}).item != first
    for wrong in ({}, {"entity_key": ""}, [{"entity_key": KEY}]):
        assert world.post("/v1/user/shorten/", wrong).status == 400


def test_an_event_is_noted_and_answered_with_nothing(world: World) -> None:
    answer = world.post("/v1/private/sdk_event/", {"bucket": "SHARE_DIALOG", "values": {"network": "twitter"}})
    assert (answer.status, answer.text) == (200, "")
    (event,) = world.mock.tables.events.values()
    assert (event.user_id, event.bucket, event.values) == (1, "SHARE_DIALOG", {"network": "twitter"})
    assert world.post("/v1/private/sdk_event/", {"bucket": "X"}).status == 400


# --- Smart alerts ---

FINE = {"under_quota": True, "will_cause_quota_overflow": False}


def alert(world: World, **more: Any) -> Any:
    return world.manage("POST", "", {"application_id": 1, "message": "There is news", **more})


def test_an_alert_is_sent_listed_and_read(world: World) -> None:
    assert alert(world).data == {"android": FINE, "ios": FINE, "smart_alert_id": 1}
    world.mock.add_entity(key=KEY)
    more = {"entity_id": 1, "subscription": "developer_direct_entity", "users": [1], "devices": ["A"]}
    assert alert(world, **more).data["smart_alert_id"] == 2
    second = world.manage("GET", "2/").data
    assert second == {
        "id": "2",
        "created": "2012-06-26T22:24:03",
        "message": "There is news",
        "subscription_type": "developer_direct_entity",
        "resource_uri": "/management/v1/smart_alert/2/",
        "users": "[1]",
        "device_tokens": '["A"]',
        "meta": '{"entity_id": "1", "url": ""}',
    }
    listed = world.manage("GET").data
    assert listed["meta"] == {"limit": 20, "next": None, "offset": 0, "previous": None, "total_count": 2}
    assert [one["id"] for one in listed["objects"]] == ["2", "1"]
    assert listed["objects"][0] == second
    assert json.loads(listed["objects"][1]["meta"]) == {"entity_id": "", "url": ""}


def test_alerts_are_read_page_by_page(world: World) -> None:
    for _ in range(45):
        world.mock.add_alert()
    pages = []
    path: str | None = "?limit=20"
    while path:
        page = world.manage("GET", path.removeprefix("/management/v1/smart_alert/")).data
        pages.append([int(one["id"]) for one in page["objects"]])
        path = page["meta"]["next"]
    assert [len(page) for page in pages] == [20, 20, 5]
    assert [*chain.from_iterable(pages)] == [*range(45, 0, -1)]
    assert page["meta"]["previous"] == "/management/v1/smart_alert/?limit=20&offset=20"
    for query in ("limit=0", "limit=x", "offset=-1"):
        assert set(world.manage("GET", f"?{query}").response.json()) == {query.partition("=")[0]}


@pytest.mark.parametrize(
    ("payload", "wrong"),
    [
        ({"message": "x"}, {"application_id": ["This field is required."]}),
        ({"application_id": 1}, {"message": ["This field is required."]}),
        ({"application_id": 1, "message": "x" * 181}, {"message": None}),
        ({"application_id": 1, "message": ""}, {"message": None}),
        ({"application_id": 2, "message": "x"}, {"application_id": ["This application does not belongs to you."]}),
        ({"application_id": "x", "subscription": "y"}, {"application_id": None, "subscription": None, "message": None}),
        ({"application_id": 1, "message": "x", "subscription": "developer_direct_entity"}, {"entity_id": None}),
        ({"application_id": 1, "message": "x", "subscription": "developer_direct_url"}, {"url": None}),
        ({"application_id": 1, "message": "x", "entity_id": 7}, {"entity_id": ["This entity does not exist."]}),
        ({"application_id": 1, "message": "x", "broadcast_user_set": "entity_users"}, {"broadcast_user_set": None}),
        ({"application_id": 1, "message": "x", "broadcast_user_set": "all"}, {"broadcast_user_set": None}),
        ({"application_id": 1, "message": "x", "users": 5}, {"users": None}),
        ([], {"payload": None}),
    ],
)
def test_an_alert_that_is_not_as_documented_is_refused_by_member(world: World, payload: Any, wrong: Any) -> None:
    answer = world.manage("POST", "", payload)
    assert (answer.status, answer.headers["content-type"]) == (400, "application/json")
    told = answer.response.json()
    assert set(told) == set(wrong)
    assert {name: told[name] for name in wrong if wrong[name]} == {name: text for name, text in wrong.items() if text}
    assert world.mock.tables.alerts == {}


def test_180_characters_fit_whatever_their_bytes(world: World) -> None:
    assert alert(world, message="ä" * 180).status == 200


def test_a_payload_that_is_missing_or_no_json_is_refused(world: World) -> None:
    assert world.manage("POST").response.json() == {"payload": ["The payload is missing."]}
    answer = world.manage("POST", body="payload=%7B")
    assert (answer.status, set(answer.response.json())) == (400, {"payload"})
    assert world.manage("GET", "7/").error == (404, "Not Found")
    assert world.manage("GET", "x/").status == 400


def test_who_gets_an_alert(world: World) -> None:
    mock, third = world.mock, world.mock.add_user()
    entity = mock.add_entity(key=KEY)
    mock.add_view(world.other, entity)
    mock.add_device(third, device_token="T")
    foreign = mock.add_user(mock.add_application())
    direct = {"subscription": "developer_direct_entity", "entity_id": 1}

    def recipients(**more: Any) -> list[int]:
        return mock.tables.alerts[alert(world, **more).data["smart_alert_id"]].recipients

    assert recipients() == [1, 2, 3]
    assert recipients(users=[2, foreign.id, 99]) == [2]
    assert recipients(devices=["T", "unknown"]) == [3]
    assert recipients(users=[1], devices=["T"]) == [1, 3]
    assert recipients(**direct) == [1, 2, 3]
    assert recipients(**direct, broadcast_user_set="entity_users") == [2]


def test_a_consumer_sends_alerts_of_the_apps_that_it_owns_and_of_no_others(world: World) -> None:
    mock = world.mock
    owned, stranger = mock.add_application(owner_id=1), mock.add_application()
    user, entity = mock.add_user(owned), mock.add_entity(owned)
    direct = {"subscription": "developer_direct_entity", "entity_id": entity.id}
    number = alert(world, application_id=owned.id, **direct).data["smart_alert_id"]
    assert mock.tables.alerts[number].recipients == [user.id]
    assert alert(world, **direct).response.json() == {"entity_id": ["This entity does not exist."]}
    own = alert(world).data["smart_alert_id"]

    def seen(application: Any) -> tuple[list[int], list[int]]:
        listed = world.manage("GET", application=application).data["objects"]
        read = [one for one in (number, own) if world.manage("GET", f"{one}/", application=application).status == 200]
        return [int(one["id"]) for one in listed], read

    assert seen(mock.application) == ([own, number], [number, own])
    assert seen(owned) == ([number], [number])
    assert seen(stranger) == ([], [])
    foreign = {"application_id": ["This application does not belongs to you."]}
    for signer, target in ((owned, 1), (stranger, owned.id), (mock.application, stranger.id)):
        answer = world.manage("POST", "", {"application_id": target, "message": "x"}, application=signer)
        assert (answer.status, answer.response.json()) == (400, foreign)


def test_quotas_are_counted_by_platform(world: World) -> None:
    world.mock.quota["android"] = 3
    for name in "ab":
        world.mock.add_device(world.user, device_type="Android", c2dm_registration_id=name)
    world.mock.add_device(world.user, device_type="iOS")
    seen = [alert(world).data for _ in range(3)]
    states = [tuple(one["android"].values()) for one in seen]
    assert states == [(True, False), (True, True), (False, True)]
    assert [one["ios"] for one in seen] == [FINE] * 3
    assert len(world.mock.tables.alerts) == 3


def test_a_user_may_sign_calls_of_the_management_api_as_well(world: World) -> None:
    assert world.manage("GET", user=world.user).status == 200
