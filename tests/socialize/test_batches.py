"""One thing or many in one request: what is sent, what comes back, and what of it failed."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qsl

import httpx2
import pytest
from socialize_client import Failed, InvalidRequestError, NotFoundError, PartialFailure, ResponseValidationError, models
from socialize_client._core.types import NOT_GIVEN
from socialize_client.partial import find_failed

from .conftest import KEY, World


def payloads(here: World) -> list[Any]:
    """The payloads that reached the mock, decoded."""
    sent = [exchange.request.body.decode() for exchange in here.mock.exchanges]
    return [json.loads(dict(parse_qsl(body, strict_parsing=True))["payload"]) for body in sent]


# --- One --------------------------------------------------------------------------------------------------------------


def test_one_comment_goes_as_an_array_of_one_and_comes_back_alone(here: World) -> None:
    comment = here.client(here.reader).comments.create(
        entity_key=KEY, text="Grüße + 100%", lat=37.786521, lng=-122.39785, share_location=False, subscribe=True
    )
    assert (comment.text, comment.entity.key, comment.user.id) == ("Grüße + 100%", KEY, here.reader.id)
    assert (comment.lat, comment.lng, comment.share_location) == (37.786521, -122.39785, False)
    assert payloads(here) == [
        [
            {
                "entity_key": KEY,
                "text": "Grüße + 100%",
                "subscribe": True,
                "lat": 37.786521,
                "lng": -122.39785,
                "share_location": False,
            }
        ]
    ]
    assert [each.type for each in here.client(here.reader).subscriptions.list().items] == ["new_comments"]


@pytest.mark.parametrize(
    "entity", [{"key": KEY, "name": "An article"}, models.CreateEntity(key=KEY, name="An article")]
)
def test_an_entity_is_given_as_a_model_or_a_mapping_and_created(here: World, entity: Any) -> None:
    user = here.client(here.reader)
    comment = user.comments.create(entity=entity, text="Hello!")
    assert (comment.entity.key, comment.entity.name) == (KEY, "An article")
    assert user.likes.create(entity=entity).entity.likes == 1
    assert user.shares.create(entity=entity, medium=2, text="Look!").medium.id == 2
    assert user.views.create(entity=entity).id == 1
    assert user.subscriptions.create(entity=entity, type="new_comments").subscribed
    assert {name for payload in payloads(here) for name in payload[0]} == {"entity", "text", "medium", "type"}


def test_short_addresses_are_asked_for_with_an_activity(here: World) -> None:
    share = here.client(here.reader).shares.create(
        entity_key=KEY, medium=1, propagation_info_request={"third_parties": ["twitter"]}
    )
    assert share.propagation_info_response["twitter"].entity_url


def test_an_entity_is_created_changed_and_found_by_its_key(here: World) -> None:
    user = here.client(here.reader)
    entity = user.entities.create(key=KEY, name="A name", type="article", meta="{}", lat=1.5, lng=2.0)
    changed = user.entities.create(key=KEY, name="Another")
    assert (changed.id, changed.name, changed.meta) == (entity.id, "Another", "{}")
    assert user.entities.get_by_key(KEY).id == entity.id
    with pytest.raises(NotFoundError):
        user.entities.get_by_key("no such")


@pytest.mark.parametrize(
    ("key", "segment"),
    [
        ("http://awesome.harpb.com/", "aHR0cDovL2F3ZXNvbWUuaGFycGIuY29tLw=="),
        ("ÿÿÿ???>>>", "w7%2FDv8O%2FPz8%2FPj4+"),
        ("日本 😀\u0000", "5pel5pysIPCfmIAA"),
        (".", "Lg=="),
    ],
)
def test_a_key_goes_into_the_path_in_standard_base64_with_its_slashes_escaped(
    here: World, key: str, segment: str
) -> None:
    here.mock.add_entity(key=key)
    assert here.client(here.reader).entities.get_by_key(key).key == key
    sent: list[bytes] = []

    def answer(request: httpx2.Request) -> httpx2.Response:
        sent.append(request.url.raw_path)
        return httpx2.Response(404)

    with pytest.raises(NotFoundError):
        here.served(answer).entities.get_by_key(key)
    assert sent == [f"/v1/entity/{segment}/".encode()]


def test_an_empty_or_broken_key_is_refused(here: World) -> None:
    for key in ("", "\ud800"):
        with pytest.raises(InvalidRequestError, match="key"):
            here.client(here.reader).entities.get_by_key(key)
    assert here.calls == []


def test_devices_apps_and_short_addresses_come_without_their_lists(here: World) -> None:
    user = here.client(here.reader)
    device = user.devices.register(device_type="iOS", device_token="26fb2d4ffb85")
    assert device.device_token == "26fb2d4ffb85"
    assert user.devices.register(
        device_type="Android", gcm_registration_id="APA91bFt0", service_type="ANDROID_GCM"
    ).device_token
    checked = user.devices.check([{"device_token": "26fb2d4ffb85"}, {"device_token": "other"}])
    assert (checked["26fb2d4ffb85"].device_type, checked["other"]) == ("iOS", None)
    assert user.applications.get_current().id == here.mock.application.id
    user.entities.create(key=KEY)
    assert user.urls.shorten(KEY).startswith("http")


def test_a_subscription_ends_and_keeps_its_id(here: World) -> None:
    user = here.client(here.reader)
    begun = user.subscriptions.create(entity_key=KEY, type="new_comments")
    ended = user.subscriptions.create(entity_key=KEY, type="new_comments", subscribed=False)
    assert (begun.id, begun.subscribed, ended.subscribed) == (ended.id, True, False)


def test_of_two_spellings_the_one_of_the_sdks_is_sent(here: World) -> None:
    user = here.client(here.reader)
    assert user.subscriptions.create(entity_key=KEY, type="new_comment").subscribed
    many = [
        {"entity_key": KEY, "type": "new_comment", "subscribe": False},
        models.SubscriptionCreate(entity_key=KEY, type="new_comment", subscribe=None),
        {"entity_key": KEY, "type": "entity_notification", "subscribe": True, "subscribed": False},
    ]
    assert [each.subscribed for each in user.subscriptions.create_many(many).items] == [True, True, False]
    one = {"entity_key": KEY, "type": "new_comments"}
    assert payloads(here) == [[one], [{**one, "subscribed": False}, one, many[2]]]


def test_a_like_is_taken_back_by_key(here: World) -> None:
    user = here.client(here.reader)
    like = user.likes.create(entity_key=KEY)
    assert user.likes.create(entity_key=KEY).id == like.id
    assert user.users.list_likes(here.reader.id).total == 1
    user.users.unlike(here.reader.id, entity_key=KEY)
    assert user.users.unlike(here.reader.id, entity_key=KEY).items == []
    assert user.users.list_likes(here.reader.id).items == []
    assert user.entities.get_by_key(KEY).likes == 0


@pytest.mark.parametrize("form", ["bare", "envelope"])
def test_a_profile_is_changed_whatever_form_the_answer_has(here: World, form: str) -> None:
    here.mock.update = form
    changed = here.client(here.reader).users.update(here.reader.id, first_name="A", sex="F")
    assert isinstance(changed, models.UserFull)
    assert (changed.id, changed.first_name, changed.sex) == (here.reader.id, "A", "F")


# --- Exactly one ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("resource", ["comments", "likes", "shares", "views", "subscriptions"])
@pytest.mark.parametrize("named", [{}, {"entity_key": KEY, "entity": {"key": KEY}}])
def test_an_entity_is_named_in_exactly_one_way(here: World, resource: str, named: dict[str, Any]) -> None:
    calls = getattr(here.client(here.reader), resource)
    more: dict[str, Any] = {
        "comments": {"text": "x"},
        "shares": {"medium": 1},
        "subscriptions": {"type": "new_comments"},
    }
    item = {**named, **more.get(resource, {})}
    with pytest.raises(ValueError, match="needs exactly one of entity_key, entity"):
        calls.create(**item)
    good = {**more.get(resource, {}), "entity_key": KEY}
    with pytest.raises(InvalidRequestError, match=r"1: needs exactly one of entity_key, entity"):
        calls.create_many([good, item])
    assert here.calls == []


@pytest.mark.parametrize("resource", ["comments", "likes", "shares"])
@pytest.mark.filterwarnings("ignore:The platform has deprecated")
def test_a_list_is_filtered_in_at_most_one_way(here: World, resource: str) -> None:
    calls = getattr(here.client(here.reader), resource)
    with pytest.raises(ValueError, match="takes at most one of id, entity_key"):
        assert calls.list(id=[1], entity_key=KEY).items
    assert calls.list().items == calls.list(id=[1]).items == calls.list(entity_key=KEY).items == []


@pytest.mark.parametrize(
    ("alert", "problem"),
    [
        ({"subscription": "developer_direct_entity"}, "developer_direct_entity needs entity_id"),
        ({"subscription": "developer_direct_url"}, "developer_direct_url needs url"),
        ({"broadcast_user_set": "entity_users"}, "only available with subscription='developer_direct_entity'"),
        ({"subscription": "developer_direct"}, "subscription: Input should be"),
        ({"broadcast_user_set": "everybody"}, "broadcast_user_set: Input should be"),
        ({"message": "x" * 181}, "message: String should have at most 180 characters"),
        ({"application_id": "x"}, "application_id"),
        ({"users": ["x"]}, r"users\.0"),
    ],
)
def test_what_an_alert_lacks_is_said_before_it_is_sent(here: World, alert: dict[str, Any], problem: str) -> None:
    with pytest.raises(ValueError, match=problem):
        here.client().management.smart_alerts.send(**{"application_id": 1, "message": "Hello!", **alert})
    assert here.calls == []


def test_alerts_of_every_kind_are_sent(here: World) -> None:
    alerts, number = here.client().management.smart_alerts, here.mock.application.id
    entity = here.mock.add_entity(key=KEY)
    receipts = [
        alerts.send(application_id=number, message="x" * 180),
        alerts.send(application_id=number, message="x", users=[here.reader.id], devices=["26fb2d4ffb85"]),
        alerts.send(application_id=number, message="x", subscription="developer_direct_url", url="http://example.com/"),
        alerts.send(
            application_id=number,
            message="x",
            subscription="developer_direct_entity",
            entity_id=entity.id,
            broadcast_user_set="entity_users",
        ),
        alerts.send(application_id=number, message="x", subscription="entity_notification"),
    ]
    assert [receipt.smart_alert_id for receipt in receipts] == sorted(receipt.smart_alert_id for receipt in receipts)
    assert receipts[0].android.under_quota
    assert payloads(here)[0] == {"application_id": number, "message": "x" * 180}, "an object, and no default in it"
    assert [alert.id for alert in alerts.list(limit=2)] == [receipt.smart_alert_id for receipt in reversed(receipts)]


@pytest.mark.parametrize(
    ("device", "problem"),
    [
        ({"device_type": "iOS"}, "an iOS device needs device_token"),
        ({"device_type": "Android", "device_token": "x"}, "an Android device needs gcm_registration_id or"),
        ({"device_type": "Android", "gcm_registration_id": "x"}, "gcm_registration_id needs service_type"),
    ],
)
def test_what_a_device_lacks_is_said_before_it_is_sent(here: World, device: dict[str, Any], problem: str) -> None:
    with pytest.raises(ValueError, match=problem):
        here.client(here.reader).devices.register(**device)
    assert here.calls == []


@pytest.mark.parametrize("degrees", [float("nan"), float("inf"), "north", ""])
def test_what_is_no_number_of_degrees_is_refused_and_not_sent_as_null(here: World, degrees: Any) -> None:
    user = here.client(here.reader)
    for call in (user.likes.create, user.views.create):
        with pytest.raises(InvalidRequestError, match=r"\blat: (Input should be a |(nan|inf) is no number)"):
            call(entity_key=KEY, lat=degrees)
    assert here.calls == []
    assert user.likes.create(entity_key=KEY, lat="37.786521").lat == 37.786521, "as the documentation writes it"


def test_none_is_an_argument_that_was_left_out(here: World) -> None:
    like = here.client(here.reader).likes.create(entity_key=KEY, entity=None, lat=None)
    assert (like.entity.key, payloads(here)) == (KEY, [[{"entity_key": KEY}]])


def test_a_misspelt_argument_is_a_type_error(here: World) -> None:
    user = here.client(here.reader)
    for call, needed in ((user.comments.create, {"text": "x"}), (user.likes.create, {}), (user.views.create, {})):
        with pytest.raises(TypeError, match=r"'latitude'; known are entity, entity_key.* lat, "):
            call(entity_key=KEY, latitude=1.0, **needed)
    with pytest.raises(TypeError, match="'lattitude'"):
        user.entities.create(key=KEY, lattitude=1.0)
    assert here.calls == []


# --- Many -------------------------------------------------------------------------------------------------------------


def test_many_are_sent_in_one_request(here: World) -> None:
    user = here.client(here.reader)
    batch = user.comments.create_many(
        [
            {"entity_key": KEY, "text": "first"},
            models.CommentCreate(entity=models.CreateEntity(key="other"), text="second"),
            *({"entity_key": KEY, "text": str(number)} for number in range(28)),
        ]
    )
    assert here.calls == ["comments_create"]
    assert len(batch.items) == 30
    assert {comment.entity.comments for comment in batch.items if comment.entity.key == KEY} == {29}
    assert len(user.likes.create_many([{"entity_key": KEY}, {"entity_key": "other"}]).items) == 2
    assert len(user.shares.create_many([{"entity_key": KEY, "medium": 101}]).items) == 1
    assert [view.id for view in user.views.create_many([{"entity_key": KEY}] * 3).items] == [1, 1, 1]
    assert len(user.entities.create_many([{"key": "a"}, {"key": "b"}]).items) == 2


def partly(request: httpx2.Request) -> httpx2.Response:
    """Refuses what names the entity `locked`."""
    sent = json.loads(dict(parse_qsl(request.content.decode()))["payload"])
    bad = [item for item in sent if item["entity_key"] == "locked"]
    good = [
        {
            "id": number,
            "date": "2012-06-26 22:24:03+0000",
            "text": item["text"],
            "application": {"id": 1, "name": "x"},
            "entity": {
                "key": item["entity_key"],
                "comments": 1,
                "likes": 0,
                "shares": 0,
                "views": 0,
                "type": "url",
                "name": "",
            },
            "user": {"id": 1, "username": "User1"},
            "propagation_info_response": {},
        }
        for number, item in enumerate(sent, 1)
        if item not in bad
    ]
    errors = [{"error": "The entity is locked.", "payload": item} for item in bad]
    return httpx2.Response(200, json={"errors": errors, "items": good}, headers={"X-Request-Id": "r-1"})


def test_a_batch_that_fails_in_part_says_what_failed_and_has_what_succeeded(here: World) -> None:
    sent = [
        {"entity_key": "a", "text": "x"},
        {"entity_key": "locked", "text": "y", "lat": "1.5", "lng": NOT_GIVEN},
        models.CommentCreate(entity_key="b", text="z"),
        models.CommentCreate(entity_key="locked", text="w"),
    ]
    with pytest.raises(PartialFailure, match=r"2 refused, 2 succeeded: \[1\] The entity is locked\.; \[3\] ") as caught:
        here.served(partly).comments.create_many(sent)
    failure = caught.value
    assert [item.entity.key for item in failure.items] == ["a", "b"]
    assert [(each.position, each.error) for each in failure.failed] == [
        (1, "The entity is locked."),
        (3, "The entity is locked."),
    ]
    assert failure.failed[1].payload == {"entity_key": "locked", "text": "w"}
    assert (failure.status, failure.request_id, failure.method) == (200, "r-1", "POST")
    assert isinstance(failure.answer, models.CommentBatch)


@pytest.mark.parametrize("resource", ["comments", "likes", "shares", "views", "subscriptions", "entities"])
def test_the_mock_lets_a_batch_of_every_kind_succeed_in_part(here: World, resource: str) -> None:
    here.mock.locked[KEY] = "This entity is closed."
    more: dict[str, Any] = {
        "comments": {"text": "x"},
        "shares": {"medium": 1},
        "subscriptions": {"type": "new_comments"},
    }
    name = "key" if resource == "entities" else "entity_key"
    sent = [{name: key, **more.get(resource, {})} for key in ("a", KEY, "b")]
    with pytest.raises(PartialFailure) as caught:
        getattr(here.client(here.reader), resource).create_many(sent)
    assert caught.value.failed == [Failed("This entity is closed.", sent[1], 1)]
    assert [getattr(item, "entity", item).key for item in caught.value.items] == ["a", "b"]
    assert {entity.key for entity in here.mock.tables.entities.values()} == {"a", "b"}


def test_one_that_is_refused_is_a_partial_failure_of_nothing_else(here: World) -> None:
    with pytest.raises(PartialFailure) as caught:
        here.served(partly).comments.create(entity_key="locked", text="x")
    assert (list(caught.value.items), len(caught.value.failed)) == ([], 1)


def test_the_raw_answer_comes_first_and_fails_when_it_is_parsed(here: World) -> None:
    raw = here.served(partly).with_raw_response.comments.create_many([{"entity_key": "locked", "text": "x"}])
    assert raw.status_code == 200
    assert raw.json()["items"] == []
    with pytest.raises(PartialFailure):
        raw.parse()


@pytest.mark.filterwarnings("ignore:The platform has deprecated")
def test_errors_beside_a_list_or_an_unlike_are_not_overlooked(here: World) -> None:
    body = {"errors": [{"error": "Not all were read.", "payload": "7"}], "items": [], "total_count": 1}
    client = here.served(lambda request: httpx2.Response(200, json=body))
    calls: list[Callable[[], Any]] = [
        lambda: client.comments.list(id=[7]).items,
        lambda: client.entities.list().items,
        lambda: client.users.unlike(1, entity_key=KEY),
        lambda: client.urls.shorten(KEY),
        lambda: client.applications.get_current(),
    ]
    for call in calls:
        with pytest.raises(PartialFailure, match="Not all were read") as caught:
            call()
        assert [(each.payload, each.position) for each in caught.value.failed] == [("7", None)]


@pytest.mark.parametrize("errors", [None, []])
def test_no_errors_are_no_failure(here: World, errors: Any) -> None:
    body = {"errors": errors, "items": [], "total_count": 0}
    assert here.served(lambda request: httpx2.Response(200, json=body)).entities.list().items == []


def test_a_success_without_its_item_is_an_error(here: World) -> None:
    body: dict[str, Any] = {"errors": [], "items": []}
    with pytest.raises(ResponseValidationError, match="neither the item nor an error"):
        here.served(lambda request: httpx2.Response(200, json=body)).comments.create(entity_key=KEY, text="x")


def test_equal_items_of_a_batch_are_told_apart_by_their_number() -> None:
    same = {"entity_key": "a"}
    errors = [("x", same), ("y", '{"entity_key": "a"}'), ("z", same), ("w", "text"), ("v", None)]
    found = find_failed(errors, [{"entity_key": "b"}, same, same])
    assert [each.position for each in found] == [1, 2, None, None, None]
    assert found[3] == Failed("w", "text", None)
