"""Notifications and messages of bots, and the limits on them, on the mock's own clock."""

from __future__ import annotations

import threading
from typing import Any

import pytest

from .conftest import World


def message(world: World, uid: int, **more: Any) -> int:
    return world.post("/bot/send-message", {"uid": uid, "message": {"text": "Hello!"}}, **more).status


def test_a_notification_reaches_its_user_once(world: World) -> None:
    assert world.notify(message="Level 5!").data is True
    assert [(note.uid, note.message, note.app) for note in world.mock.notifications] == [
        (1337, "Level 5!", world.app.id)
    ]


def test_a_user_who_switched_off_the_app_gets_nothing_and_the_answer_is_no(world: World) -> None:
    other = world.mock.add_app()
    world.mock.mute(world.user, world.app)
    assert world.notify().data is False
    assert world.notify(app=other).data is True
    assert [note.app for note in world.mock.notifications] == [other.id]
    world.mock.mute(world.user, world.app, muted=False)
    world.clock.advance(1)
    assert world.notify().data is True


def test_an_unknown_user_is_an_error_or_a_no(world: World, make: Any) -> None:
    assert world.notify(uid=404).error == (404, "User not found")
    assert make(unknown_user="false").notify(uid=404).data is False
    assert world.mock.notifications == []


@pytest.mark.parametrize(("length", "status"), [(0, 201), (500, 201), (501, 400)])
def test_a_message_has_at_most_500_characters(world: World, length: int, status: int) -> None:
    assert world.notify(message="ä" * length).status == status


def test_30_notifications_a_second_per_app_in_any_window(world: World) -> None:
    users = [world.mock.add_user().uid for _ in range(70)]
    other = world.mock.add_app()
    statuses = []
    for uid in users[:29]:
        statuses.append(world.notify(uid).status)
    world.clock.advance(0.5)
    statuses += [world.notify(uid).status for uid in users[29:31]]
    assert statuses == [201] * 30 + [429]
    assert world.notify(users[31]).error == (429, "Too Many Requests")
    assert world.notify(users[31], app=other).status == 201
    world.clock.advance(0.499999)  # the first 29 are not yet a second old
    assert world.notify(users[32]).status == 429
    world.clock.advance(0.000001)
    assert [world.notify(uid).status for uid in users[32:62]] == [201] * 29 + [429]
    world.clock.advance(0.5)
    assert world.notify(users[63]).status == 201


def test_one_notification_a_second_per_user(world: World) -> None:
    assert [world.notify().status, world.notify().status, world.notify(uid=1911).status] == [201, 429, 201]
    world.clock.advance(0.999999)
    assert world.notify().status == 429
    world.clock.advance(0.000001)
    assert world.notify().status == 201


def test_what_was_refused_does_not_count(world: World) -> None:
    for _ in range(40):
        assert world.notify(message="x" * 501).status == 400
        assert world.notify(token="nobody's").status == 401
    assert world.notify().status == 201
    for _ in range(40):
        assert world.notify().status == 429
    world.clock.advance(1)
    assert world.notify().status == 201


def test_60_messages_a_minute_per_bot_in_any_window(world: World) -> None:
    users = [world.mock.add_user().uid for _ in range(130)]
    assert [message(world, uid) for uid in users[:30]] == [201] * 30
    world.clock.advance(30)
    assert [message(world, uid) for uid in users[30:62]] == [201] * 30 + [429] * 2
    world.clock.advance(29.999999)
    assert message(world, users[62]) == 429
    world.clock.advance(0.000001)
    assert [message(world, uid) for uid in users[63:95]] == [201] * 30 + [429] * 2
    other = world.mock.add_bot()
    assert message(world, users[96], app=other) == 201


def test_one_message_a_second_per_user(world: World) -> None:
    assert [message(world, 1337), message(world, 1337), message(world, 1911)] == [201, 429, 201]
    world.clock.advance(1)
    assert message(world, 1337) == 201


def test_the_limits_are_the_documents(world: World) -> None:
    world.mock.contract.operations["users_notify"].node["x-rate-limit"] = [{"per": "app", "calls": 2, "seconds": 1}]
    assert [world.notify().status for _ in range(3)] == [201, 201, 429]


def test_threads_at_once_get_no_more_than_the_limit(world: World) -> None:
    users = [world.mock.add_user().uid for _ in range(100)]
    statuses: list[int] = []
    threads = [threading.Thread(target=lambda uid=uid: statuses.append(world.notify(uid).status)) for uid in users]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (statuses.count(201), statuses.count(429)) == (30, 70)


def test_the_windows_of_many_users_are_let_go(world: World) -> None:
    rule = [{"per": "user", "calls": 1, "seconds": 1}]
    for number in range(10_002):
        world.mock.limits.admit(rule, [("x", number)], world.clock.now())
    world.clock.advance(7200)
    world.mock.limits.admit(rule, [("x", 0)], world.clock.now())
    assert len(world.mock.limits._windows) == 1


def test_a_bot_writes_and_the_message_has_an_id(world: World) -> None:
    parts = {"text": "Which cat?", "buttonMarkup": [[{"text": "Tabby", "callbackData": "cat:tabby"}]], "media": ["x"]}
    data = world.post("/bot/send-message", {"uid": 1337, "message": parts}).data
    kept = world.mock.tables.messages[data["messageId"]]
    assert data == {"success": True, "messageId": kept.id}
    assert (kept.uid, kept.sender, kept.content) == (1337, "bot", parts)
    world.clock.advance(1)
    assert world.post("/bot/send-message", {"uid": 1337, "message": {"media": [{"any": 1}]}}).status == 201
    assert len({one.chat for one in world.mock.tables.messages.values()}) == 1


def test_a_message_without_any_part_is_refused(world: World) -> None:
    nothing: list[dict[str, Any]] = [{}, {"text": ""}, {"media": [], "buttonMarkup": []}]
    for empty in nothing:
        assert world.post("/bot/send-message", {"uid": 1911, "message": empty}).error == (
            400,
            ["message should not be empty"],
        )
        world.clock.advance(1)
    assert world.post("/bot/send-message", {"uid": 404, "message": {"text": "x"}}).error == (404, "User not found")
