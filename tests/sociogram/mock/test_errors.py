"""Tokens, errors, the forms of a yes or no; and that each documented error can be had."""

from __future__ import annotations

import json
from typing import Any

import httpx2
import pytest
from sociogram_client.mock import SociogramMock
from sociogram_client.mock.routes import routes_of

from .conftest import World


@pytest.mark.parametrize("token", ["", "nobody's", "mock-", "é"])
def test_a_missing_or_unknown_token_is_unauthorized(world: World, make: Any, token: str) -> None:
    assert world.notify(token=token).error == (401, "Unauthorized")
    assert make(unauthorized="403").notify(token=token).error == (403, "Forbidden")


def test_two_tokens_are_none(world: World) -> None:
    headers = (("Content-Type", "application/json"), ("X-App-Key", world.app.token))
    assert world.request("POST", "/mini-app/notify-user", *headers, body=b"{}").status == 401


def test_the_token_is_looked_at_before_anything_else(world: World) -> None:
    assert world.post("/mini-app/notify-user", b"{", token="x").status == 401
    assert world.post("/mini-app/notify-user", b"{").status == 400


def test_a_bots_token_is_not_for_mini_apps_and_the_other_way_round(world: World) -> None:
    app, bot = world.mock.add_app(), world.mock.add_bot()
    message = {"uid": 1337, "message": {"text": "x"}}
    assert world.post("/bot/send-message", message, app=app).error == (403, "Forbidden resource")
    assert world.notify(app=bot).error == (403, "Forbidden resource")
    assert world.post("/bot/send-message", message, app=bot).status == 201
    assert world.notify(app=app).status == 201


@pytest.mark.parametrize(
    ("body", "message"),
    [
        (b"", ["body should not be empty"]),
        (b"{", ["body: not JSON: Expecting property name enclosed in double quotes at character 1"]),
        (b"[]", ["body must be an object"]),
        (b"{}", ["uid should not be empty", "message should not be empty"]),
        (b'{"uid":"1337","message":"x"}', ["uid must be an integer number"]),
        (b'{"uid":0,"message":5}', ["message must be a string", "uid must not be less than 1"]),
        (b'{"uid":1e400,"message":"x"}', ["body: number out of range: 1e400"]),
        (b'{"uid":9007199254740992,"message":"x"}', ["uid must not be greater than 9007199254740991"]),
        (b'{"uid":null,"message":null}', ["message must be a string", "uid must be an integer number"]),
        (
            b'{"uid":1337,"message":"' + b"x" * 501 + b'"}',
            ["message must be shorter than or equal to 500 characters"],
        ),
    ],
)
def test_what_does_not_fit_is_told_in_the_frameworks_words(world: World, body: bytes, message: list[str]) -> None:
    status, told = world.post("/mini-app/notify-user", body).error
    assert (status, sorted(told)) == (400, sorted(message))
    assert len(world.mock.violations) == len(message)


def test_other_content_types_are_not_read(world: World) -> None:
    body = b'{"uid":1337,"message":"x"}'
    assert world.request("POST", "/mini-app/notify-user", ("Content-Type", "text/plain"), body=body).status == 400
    assert world.request("POST", "/mini-app/notify-user", body=body).status == 400
    kind = ("Content-Type", "application/json; charset=utf-8")
    assert world.request("POST", "/mini-app/notify-user", kind, body=body).status == 201


def test_a_whole_number_may_be_written_with_a_fraction(world: World) -> None:
    assert world.post("/mini-app/notify-user", b'{"uid":1337.0,"message":"x"}').data is True


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/"),
        ("GET", "/mini-app/notify-user"),
        ("PUT", "/bot/send-message"),
        ("POST", "/v2/x"),
        ("POST", "/mini-app/notify-user/"),
    ],
)
def test_there_is_nothing_at_other_paths_and_methods(world: World, method: str, path: str) -> None:
    assert world.request(method, path).error == (404, f"Cannot {method} {path}")


@pytest.mark.parametrize(
    ("form", "kind", "yes", "no"),
    [
        ("boolean", "application/json", b"true", b"false"),
        ("text", "text/html; charset=utf-8", b"true", b"false"),
        ("success", "application/json", b'{"success":true}', b'{"success":false}'),
        ("data", "application/json", b'{"data":true}', b'{"data":false}'),
    ],
)
def test_a_yes_or_no_comes_in_the_form_asked_for(make: Any, form: str, kind: str, yes: bytes, no: bytes) -> None:
    world = make(outcome=form, mode="strict")
    assert (world.notify().response.body, dict(world.notify(uid=1911).response.headers)["Content-Type"]) == (yes, kind)
    world.mock.mute(world.user)
    world.clock.advance(1)
    answer = world.notify()
    assert (answer.status, answer.response.body) == (201, no)
    follow = world.get("/mini-app/check-follow", targetSlug=1337, userSlug=1911)
    assert (follow.status, follow.response.body) == (200, no)


def test_the_status_of_a_post_is_the_frameworks_or_the_ordinary_one(make: Any) -> None:
    assert make().notify().status == 201
    assert make(created="200").notify().status == 200
    assert make().get("/mini-app/get-user", uid=1337).status == 200


def test_every_error_that_the_document_names_can_be_had(make: Any) -> None:
    """By what the mock does, not by faults on order. Of some calls nothing answers with 403 but a bot's token."""
    world = make()
    world.mock.send = None
    app_only = world.mock.add_bot()
    had: dict[str, set[int]] = {}
    number = "f" * 24
    known: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {  # by operation: valid values, and what does not exist
        "users_notify": ({"uid": 1337, "message": "x"}, {"uid": 404}),
        "users_get": ({"uid": 1337}, {"uid": 404}),
        "users_get_counts": ({"uid": 1337}, {"uid": 404}),
        "payouts_to_user": ({"uid": 1337, "amount": 1, "currency": "sol"}, {"uid": 404}),
        "payouts_to_developer": ({"amount": 1, "currency": "sol"}, {}),
        "publications_search": ({"authorId": number, "search": "x"}, {}),
        "comments_search": ({"authorId": number, "search": "x"}, {}),
        "comments_create": ({"uid": 1337, "publicationId": number, "text": "x"}, {"publicationId": number}),
        "comments_delete": ({"commentId": number}, {"commentId": number}),
        "comments_exists": ({"authorId": number, "search": "x"}, {}),
        "comments_exists_under_post": ({"publicationId": number}, {"publicationId": number}),
        "checks_engagement": ({"uid": 1337, "publicationId": number}, {"uid": 404}),
        "checks_deposit": ({"uid": 1337, "pid": 1}, {"uid": 404}),
        "checks_follow": ({"targetSlug": 1337, "userSlug": 1911}, {"userSlug": 404}),
        "posts_create": ({"uid": 1337, "text": "x"}, {"uid": 404}),
        "posts_edit": ({"publicationId": number, "text": "x"}, {"publicationId": number}),
        "posts_delete": ({"publicationId": number}, {"publicationId": number}),
        "posts_repost": ({"uid": 1337, "publicationId": number}, {"uid": 404}),
        "posts_pin": ({"publicationId": number}, {"publicationId": number}),
        "posts_exists": ({"authorId": number, "search": "x"}, {}),
        "posts_get_counts": ({"publicationId": number}, {"publicationId": number}),
        "bots_send_message": ({"uid": 1337, "message": {"text": "x"}}, {"uid": 404}),
    }
    for name, (valid, missing) in known.items():
        operation = world.mock.contract.operations[name]

        def send(values: dict[str, Any], operation: Any = operation, **more: Any) -> int:
            if operation.method == "POST":
                posted: int = world.post(operation.path, values, **more).status
                return posted
            token = more.get("token", (more.get("app") or world.app).token)
            headers = [("X-App-Key", token)] if token else []
            url = httpx2.URL(operation.path, params=values)
            status: int = world.request(operation.method, str(url), *headers, token="").status
            return status

        other = world.mock.add_app() if name == "bots_send_message" else app_only
        found = {send(valid, token="x"), send(valid, app=other), send({}), send({**valid, **missing})}
        found |= {send(valid) for _ in range(2)}
        had[name] = {status for status in found if status >= 400}
    documented = {
        operation.id: {int(status) for status in operation.responses if int(status) >= 400}
        for operation in world.mock.contract.operations.values()
        if operation.node.get("x-stage") != "draft"
    }
    assert had == documented


def test_every_route_is_listed_with_where_it_is_known_from(world: World) -> None:
    routes = world.mock.routes
    documented = [route for route in routes if route.provenance != "inferred"]
    assert [(route.method, route.path, route.provenance) for route in documented] == [
        ("POST", "/bot/send-message", "documented")
    ]
    assert len(routes) == len(world.mock.contract.operations) == 25
    assert {route.operation for route in routes if route.draft} == {
        "polls_create", "polls_check_participation", "giveaways_create"
    }  # fmt: skip


def test_routes_and_header_can_be_replaced_as_in_the_client(make: Any) -> None:
    world = make(paths={"users_notify": "PUT /v2/notify"}, auth_header="X-Mini-App-Token")
    key = ("X-Mini-App-Token", world.app.token)
    body = b'{"uid":1337,"message":"x"}'
    kind = ("Content-Type", "application/json")
    assert world.request("PUT", "/v2/notify", kind, key, body=body, token="").status == 200
    assert world.request("PUT", "/v2/notify", kind, body=body).status == 401
    assert world.request("POST", "/mini-app/notify-user", kind, key, body=body, token="").status == 404
    assert routes_of(world.mock.contract)[0][:3] == ("users_notify", "PUT", "/v2/notify")
    wrong: list[dict[str, Any]] = [
        {"paths": {"users_tell": "POST /x"}},
        {"paths": {"users_notify": "/x"}},
        {"paths": {"users_notify": "SEND /x"}},
        {"paths": {"users_notify": "POST /{id}"}},
        {"params_in": {"users_notify": {"id": "query"}}},
    ]
    for options in wrong:
        with pytest.raises(ValueError, match=r"no operation users_tell|method and path|no parameter id"):
            SociogramMock(**options)


def test_parameters_can_stand_elsewhere_as_in_the_client(make: Any) -> None:
    world = make(
        paths={"payouts_to_user": "PUT /v2/users/{uid}/payouts", "users_get": "POST /v2/user"},
        params_in={"payouts_to_user": {"amount": "query"}, "users_get": "body", "users_notify": "query"},
        auth_header="Authorization: Bearer",
        mode="strict",
    )
    world.mock.fund(world.app, "123456789012", "sol")

    def send(method: str, path: str, body: bytes = b"", scheme: str = "Bearer ") -> Any:
        key = ("Authorization", f"{scheme}{world.app.token}")
        return world.request(method, path, ("Content-Type", "application/json"), key, body=body, token="")

    assert send("PUT", "/v2/users/1911/payouts?amount=123456789012.123456789", b'{"currency":"sol"}').data is True
    assert str(world.mock.balance(world.other, "sol")) == "123456789012.123456789"
    assert send("PUT", "/v2/users/1911/payouts?amount=0", b'{"currency":"sol"}').status == 403
    assert send("PUT", "/v2/users/1911/payouts?amount=1", b"{}").error == (400, ["currency should not be empty"])
    assert send("POST", "/v2/user", b'{"uid":1337}').data["uid"] == 1337
    assert send("POST", "/mini-app/notify-user?uid=1337&message=x").data is True
    assert send("POST", "/mini-app/notify-user?uid=1337&message=x").status == 429
    assert send("POST", "/v2/user", b'{"uid":1337}', scheme="").status == 401
    message = b'{"uid":1337,"message":{"text":"x"}}'
    assert send("POST", "/bot/send-message", message).status == 401  # the documented call keeps its header
    assert world.post("/bot/send-message", json.loads(message)).status == 201


def test_switches_are_of_known_names_and_values() -> None:
    unknown: list[dict[str, Any]] = [{"outcome": "xml"}, {"ids": "x"}]
    for wrong in unknown:
        with pytest.raises(ValueError, match="there is no switch"):
            SociogramMock(**wrong)
