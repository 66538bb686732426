"""The wire: envelope, paths, methods, CORS, compression; strict mode; state from outside; the clients."""

from __future__ import annotations

import asyncio
import json
import re
import subprocess
import sys
import zlib
from pathlib import Path
from typing import Any

import httpx2
import pytest
from talkee_client import AsyncTalkee, Talkee
from talkee_client._core.mock.http import Request
from talkee_client._core.mock.server import running
from talkee_client.mock import TalkeeMock

UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
NOT_ALLOWED = '{"code":405,"msg":"Method Not Allowed"}'


def test_every_answer_has_the_envelope_with_the_time_in_milliseconds(world: Any) -> None:
    answer = world.send("GET", "/comments")
    assert answer.response.json() == {"ts": 1681992000000, "data": {"comments": [], "total": 0}}
    assert answer.headers["content-type"] == "application/json"


@pytest.mark.parametrize(("method", "path"), [("GET", "/comments"), ("GET", "/nowhere"), ("DELETE", "/me")])
def test_every_answer_carries_a_request_id_the_senders_or_a_new_one(world: Any, method: str, path: str) -> None:
    assert world.send(method, path, None, ("X-Request-Id", "mine")).headers["x-request-id"] == "mine"
    answer = world.send(method, path)
    assert UUID.fullmatch(answer.headers["x-request-id"])
    assert answer.headers["access-control-expose-headers"] == "X-Request-Id"


def test_a_trailing_slash_is_stripped(world: Any) -> None:
    world.mock.add_comment(world.user)
    for path in ("/comments/", "/comments/1/", "/comments/1/replies/"):
        assert world.send("GET", path).data == world.send("GET", path[:-1]).data
    assert world.send("GET", "/comments//").error == (404, "not found")


@pytest.mark.parametrize(
    ("method", "path"),
    [
        *(("DELETE", path) for path in ("/comments", "/comments/1", "/me", "/airdrops", "/slugs", "/echo/a")),
        *(("HEAD", path) for path in ("/comments", "/me", "/sites/1", "/stat/global")),
        ("POST", "/me"),
        ("GET", "/auth/login"),
        ("GET", "/comments/1/fav"),
        ("OPTIONS", "/me"),
        ("TRACE", "/comments"),
    ],
)
def test_a_wrong_method_is_the_one_error_with_a_status(world: Any, method: str, path: str) -> None:
    answer = world.signed(method, path)
    assert (answer.status, answer.text) == (405, NOT_ALLOWED)
    assert answer.headers["content-type"] == "text/plain; charset=utf-8"
    assert world.mock.contract.check(world.mock.contract.operations["users_me"], answer.response) == []


def test_the_site_is_looked_up_before_the_method_is(world: Any) -> None:
    for method, path in (("DELETE", "/comments"), ("OPTIONS", "/airdrops"), ("PATCH", "/slugs/")):
        assert world.send(method, path, site=()).error == (400, "invalid site id")
    assert world.send("DELETE", "/sites", site=()).status == 405


def test_the_login_of_me_is_looked_for_before_the_method_is(world: Any) -> None:
    for method in ("DELETE", "HEAD", "OPTIONS", "POST"):
        assert world.send(method, "/me", site=()).error == (401, "unauthorized")
        assert world.signed(method, "/me", site=()).status == 405
    assert world.send("POST", "/mean", site=()).error == (404, "not found")


def test_the_checks_of_a_group_of_paths_come_before_its_unknown_ones(world: Any) -> None:
    for path in ("/comments/1/2", "/airdrops/1", "/slugs/a/b"):
        assert world.send("GET", path, site=()).error == (400, "invalid site id")
        assert world.send("GET", path).error == (404, "not found")
    assert world.send("GET", "/me/2").error == (401, "unauthorized")
    assert world.signed("GET", "/me/2").error == (404, "not found")


@pytest.mark.parametrize(
    ("method", "path", "status", "text"),
    [
        ("GET", "/", 200, "hello world"),
        ("POST", "/", 405, NOT_ALLOWED),
        ("HEAD", "/hc", 405, NOT_ALLOWED),
        ("GET", "/nowhere", 404, "404 page not found"),
        ("GET", "/apix", 404, "404 page not found"),
        ("GET", "/comments", 404, "404 page not found"),
        ("GET", "/ws", 404, "404 page not found"),
    ],
)
def test_outside_the_base_path_errors_are_plain(world: Any, method: str, path: str, status: int, text: str) -> None:
    answer = world.send(method, path, base="")
    assert (answer.status, answer.text) == (status, text)
    assert answer.headers["content-type"] == "text/plain; charset=utf-8"


@pytest.mark.parametrize("path", ["", "/", "/nowhere", "/tips", "/comments/1/2", "/users", "/stat", "/auth/logout"])
def test_an_unknown_path_below_the_base_path_is_an_error_in_the_envelope(world: Any, path: str) -> None:
    assert world.send("GET", path).error == (404, "not found")
    assert world.send("DELETE", path).error == (404, "not found")


# --- CORS ---


def test_a_registered_origin_gets_cors_headers_and_its_preflight_an_empty_204(world: Any) -> None:
    world.mock.add_site(world.user, origins=["https://blog.example.com"])
    for origin, known in (("https://blog.example.com", True), ("HTTPS://Blog.Example.com", True), ("https://x", False)):
        answer = world.send("GET", "/comments", None, ("Origin", origin))
        assert answer.headers.get("access-control-allow-origin") == (origin.lower() if known else None)
        for path in ("/comments", "/me", "/auth/login"):
            preflight = world.send("OPTIONS", path, None, ("Origin", origin), site=())
            assert (preflight.status == 204) is known
            assert (preflight.text == "") is known
            assert ("access-control-allow-origin" in preflight.headers) is known
            if known:
                assert preflight.headers["access-control-allow-credentials"] == "true"
                assert "PUT" in preflight.headers["access-control-allow-methods"].split(", ")
                allowed = preflight.headers["access-control-allow-headers"].lower().split(",")
                assert {"authorization", "content-type", "x-talkee-site-id", "x-talkee-site-slug"} <= set(allowed)
    for path in ("/", "/hc", "/nowhere"):
        outside = world.send("GET", path, None, ("Origin", "https://blog.example.com"), base="")
        assert "access-control-allow-origin" not in outside.headers


def test_an_origin_with_capitals_in_its_site_never_matches(world: Any) -> None:
    world.mock.add_site(world.user, origins=["https://Blog.example.com"])
    for origin in ("https://Blog.example.com", "https://blog.example.com"):
        assert "access-control-allow-origin" not in world.send("GET", "/me", None, ("Origin", origin)).headers


def test_what_is_known_of_an_origin_is_remembered_for_five_minutes(world: Any) -> None:
    def allowed() -> bool:
        return "access-control-allow-origin" in world.send("GET", "/me", None, ("Origin", "https://a")).headers

    assert not allowed()
    site = world.mock.add_site(world.user, origins=["https://a"])
    world.mock.clock.advance(299)
    assert not allowed()
    world.mock.clock.advance(1)
    assert allowed()
    site.origins = []
    world.mock.clock.advance(299)
    assert allowed()
    world.mock.clock.advance(1)
    assert not allowed()


# --- Compression ---


@pytest.mark.parametrize(
    ("accepted", "encoding"),
    [
        ("gzip, deflate", "gzip"),
        ("deflate, gzip;q=0.5", "gzip"),
        ("deflate", "deflate"),
        ("br", None),
        ("identity", None),
        ("", None),
    ],
)
def test_answers_are_packed_as_asked(world: Any, accepted: str, encoding: str | None) -> None:
    plain = world.send("GET", "/me").response.body
    response = world.send("GET", "/me", None, ("Accept-Encoding", accepted))
    assert response.headers.get("content-encoding") == encoding
    assert response.headers.get("vary") == ("Accept-Encoding" if encoding else None)
    packed = response.response.body
    unpacked = zlib.decompress(packed, 31 if encoding == "gzip" else -15) if encoding else packed
    assert unpacked == plain
    assert json.loads(world.mock.exchanges[-1].response.body)


# --- Modes and readings ---


def test_errors_may_be_seen_as_http_status(make: Any) -> None:
    world = make(errors="status")
    for path, status in (
        ("/me", 401),
        ("/comments/0", 400),
        ("/comments/9", 500),
        ("/nowhere", 404),
        ("/comments", 200),
    ):
        answer = world.send("GET", path)
        assert answer.status == status
        if status != 200:
            assert answer.response.json()["data"]["code"] == status
    assert world.send("POST", "/payments/mixpay", {}).data == {"code": "0"}


def test_faithful_mode_answers_what_the_document_refuses_and_records_it(world: Any) -> None:
    world.signed("POST", "/comments?limit=x", body=b'{"Content":"x"} rest')
    world.send("GET", "/comments?limit=0&order_by=best")
    assert [str(violation)[:100] for violation in world.mock.violations] == [
        "request of comments_create: header/Content-Type: '' is not application/json",
        "request of comments_create: body: not JSON: Extra data at character 16",
        "request of comments_list: query/limit: 0 is less than the minimum of 1",
        'request of comments_list: query/order_by: "best" is not one of "favor_count", "created_at" or 2 othe',
    ]


@pytest.mark.parametrize(
    ("method", "path", "body", "error"),
    [
        ("GET", "/comments?limit=0", None, (400, "query/limit: 0 is less than the minimum of 1")),
        ("POST", "/comments", {"Content": "x"}, (400, "twirp error malformed: can't decode request body")),
        (
            "POST",
            "/comments",
            {"content": "x" * 10241},
            (500, "ERROR: value too long for type character varying(10240) (SQLSTATE 22001)"),
        ),
        ("POST", "/comments", {"content": " "}, (400, "invalid comment content")),
        ("GET", "/comments/x", None, (400, "invalid comment id")),
        ("GET", "/users/0", None, (400, "invalid user id")),
        ("GET", "/comments/99", None, (500, "record not found")),
    ],
)
def test_strict_mode_refuses_with_the_servers_own_errors(
    make: Any, method: str, path: str, body: Any, error: tuple[int, str]
) -> None:
    world = make(mode="strict")
    assert world.signed(method, path, body).error == error
    assert world.mock.tables.comments == {}


def test_strict_mode_leaves_no_trace_of_what_the_server_would_have_taken(make: Any) -> None:
    world = make(mode="strict")
    users, state = world.mock.tables.users, world.mock.state()
    for _ in range(2):
        assert world.signed("POST", "/comments", {"Content": "x"}).error[0] == 400
    assert world.mock.tables.users is users
    assert world.mock.state() == state
    assert world.mock.thread(1, "/posts/11") == []
    assert world.signed("POST", "/comments", {"content": "x"}).data["id"] == 1


def test_strict_mode_keeps_the_order_of_checks(make: Any) -> None:
    world = make(mode="strict")
    assert world.send("POST", "/comments", {}, site=()).error == (400, "invalid site id")
    assert world.send("POST", "/comments", {}).error == (401, "unauthorized")


def test_a_switch_that_there_is_not_is_refused() -> None:
    with pytest.raises(ValueError, match="offset: pages or rows"):
        TalkeeMock(offset="items")
    with pytest.raises(ValueError, match="colour"):
        TalkeeMock(colour="red")


# --- State from outside ---


def test_state_is_seeded_by_number_or_by_row(world: Any) -> None:
    world.mock.reset()
    made = world.mock.seed(comments=2, users=[{"full_name": "First"}], replies=1, favourites=1)
    assert list(made) == ["comments", "users", "replies", "favourites"]
    (user,) = made["users"]
    assert (user["id"], user["full_name"]) == (1, "First")
    me = world.send("GET", "/me", None, ("Authorization", f"Bearer {user['access_token']}"))
    assert me.data["full_name"] == "First"
    comment = world.send("GET", "/comments/1").data
    assert (comment["reply_count"], comment["favor_count"], comment["user_id"]) == (1, 1, 1)
    more = world.mock.seed(comments=[{"id": 7, "created_at": "2020-02-29T12:00:00+09:00", "favor_count": 5}])
    assert more["comments"][0]["created_at"] == "2020-02-29T12:00:00+09:00"
    assert [row["id"] for row in world.mock.seed(comments=5)["comments"]] == [3, 4, 5, 6, 8]
    with pytest.raises(ValueError, match="not taken yet, not 7"):
        world.mock.seed(comments=[{"id": 7}])


def test_mixin_tokens_can_be_seeded_for_logins_over_a_socket(world: Any) -> None:
    body = b'{"mixin_tokens":[{"full_name":"A tester"},{"wallet":true}]}'
    made = json.loads(world.mock.handle(Request("POST", "/__mock__/seed", body=body)).body)
    first, wallet = (row["mixin_token"] for row in made["mixin_tokens"])
    origin = ("Origin", "https://blog.example.com")
    login = world.send("POST", "/auth/login", {"method": "mixin_token", "mixin_token": first}, origin)
    assert login.data["user"]["full_name"] == "A tester"
    login = world.send("POST", "/auth/login", {"method": "mixin_token", "mixin_token": wallet}, origin)
    assert login.error == (401, "bad login method")


@pytest.mark.parametrize(
    ("tables", "reason"),
    [
        ({"planets": 1}, "there is no table planets, only users"),
        ({"comments": [{"colour": "red"}]}, "comments have no colour, only id, user_id"),
        ({"comments": [{"created_at": "2020-01-01"}]}, "needs an offset"),
        ({"comments": [{"created_at": 5}]}, "created_at of comments is datetime"),
        ({"comments": [{"favor_count": "3"}]}, "favor_count of comments is int, not '3'"),
        ({"comments": [{"slug": None}]}, "slug of comments is str, not None"),
        ({"sites": [{"use_arweave": 1}]}, "use_arweave of sites is bool"),
        ({"users": [{"id": True}]}, "id of users is int"),
        ({"users": [{"id": 0}]}, "1 to 2"),
        ({"users": [{"id": 2**64}]}, "1 to 2"),
        ({"mixin_tokens": [{"colour": "red"}]}, "not colour"),
        ({"mixin_tokens": [{"full_name": 5}]}, "not full_name"),
        ({"comments": -1}, "a number of rows"),
        ({"comments": "25"}, "a number of rows"),
        ({"comments": [1]}, "a number of rows"),
    ],
)
def test_a_seed_that_does_not_fit_is_refused(world: Any, tables: dict[str, Any], reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        world.mock.seed(**tables)
    answer = world.mock.handle(Request("POST", "/__mock__/seed", body=json.dumps(tables).encode()))
    assert answer.status == 400
    assert world.send("GET", "/comments").data["total"] == 0


def test_the_same_seed_gives_the_same_bytes() -> None:
    script = (
        "from datetime import datetime, UTC\n"
        "from talkee_client.mock import Clock, TalkeeMock\n"
        "mock = TalkeeMock(seed=3, clock=Clock(datetime(2024, 1, 1, tzinfo=UTC)))\n"
        "print(mock.seed(**{name: 2 for name in mock.state()}), mock.add_mixin_token(), mock.uuid())\n"
    )
    path = str(Path(__file__).parents[3] / "generated" / "talkee")
    runs = [
        subprocess.run(
            [sys.executable, "-c", script],
            env={"PYTHONPATH": path, "PYTHONHASHSEED": str(number)},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for number in (1, 2)
    ]
    assert runs[0] == runs[1] != ""


def test_state_and_violations_are_served_to_this_machine(world: Any) -> None:
    world.mock.add_comment(world.user, content="Hello!")
    state = json.loads(world.mock.handle(Request("GET", "/__mock__/state")).body)
    assert state["comments"][0]["content"] == "Hello!"
    assert set(state) == {"users", "sites", "comments", "replies", "favourites", "airdrops", "rewards", "assets"}
    assert world.mock.key.hex() not in json.dumps(state)


# --- The clients ---


@pytest.fixture
def clients(world: Any) -> Any:
    """Options for both clients: signed in, on the page of the other tests."""
    token = world.mock.token_for(world.user)
    return {
        "base_url": world.mock.base_url,
        "transport": world.mock.transport(),
        "token": token,
        "site_id": 1,
        "slug": "/posts/11",
    }


def test_the_sync_client_talks_to_the_mock(world: Any, clients: Any) -> None:
    with Talkee(**clients) as client:
        comment = client.comments.create(content="Hello!")
        creator = client.comments.get(comment.id).creator
        assert creator is not None
        assert creator.full_name == "A reader"
        assert [item.content for item in client.comments.list()] == ["Hello!"]
    assert world.mock.violations == ()


def test_the_async_client_talks_to_the_mock(world: Any, clients: Any) -> None:
    async def run() -> None:
        async with AsyncTalkee(**clients) as client:
            comment = await client.comments.create(content="Hello!")
            assert (await client.comments.get(comment.id)).id == comment.id

    asyncio.run(run())
    assert world.mock.violations == ()


def test_the_mock_serves_on_a_socket(world: Any) -> None:
    world.mock.add_comment(world.user)
    with running(world.mock) as url, httpx2.Client(trust_env=False) as client:
        answer = client.get(f"{url}/comments/1?site_id=1&slug=a")
        assert answer.json()["data"]["content"] == "Hello!"
        with pytest.raises(httpx2.RemoteProtocolError):
            client.post(f"{url}/auth/login", json={"method": "mvm"})


def test_a_front_end_in_a_browser_works_as_with_the_server(world: Any) -> None:
    """What the platform's own web client and a browser send, and a typed client does not."""
    origin = "https://blog.example.com"
    world.mock.add_site(world.user, origins=[origin])
    token = world.mock.token_for(world.user)
    site = {"x-talkee-site-id": "1", "X-Talkee-Site-Slug": "/posts/11"}
    with running(world.mock) as url, httpx2.Client(trust_env=False, headers={"origin": origin}) as browser:
        wanted = "authorization,content-type,x-talkee-site-id,x-talkee-site-slug"
        asked = {"access-control-request-method": "POST", "access-control-request-headers": wanted}
        preflight = browser.options(f"{url}/comments", headers=asked)
        assert (preflight.status_code, preflight.content) == (204, b"")
        allowed = preflight.headers["access-control-allow-headers"].lower().split(",")
        assert set(wanted.split(",")) <= set(allowed)

        signed_out = {"authorization": "Bearer"}
        page = browser.get(f"{url}/comments/?site_id=1&slug=%2Fposts%2F11&limit=20&offset=0", headers=signed_out)
        assert page.headers["access-control-allow-origin"] == origin
        assert page.json()["data"] == {"comments": [], "total": 0}
        refused = browser.post(f"{url}/comments", headers={**signed_out, **site}, content=b'{"content":"Hi!"}')
        assert refused.json()["data"]["code"] == 401

        signed = {"authorization": f"Bearer {token}", **site}
        made = browser.post(f"{url}/comments/", headers=signed, content=b'{"content":"Hi!"}').json()["data"]
        assert (made["content"], made["creator"]) == ("Hi!", None)
        favoured = browser.put(f"{url}/comments/{made['id']}/fav/", headers=signed).json()["data"]
        assert (favoured["favor_count"], favoured["fav_id"]) == (1, 0)
        assert browser.get(f"{url}/comments/{made['id']}", headers=signed).json()["data"]["fav_id"] > 0
        plain = {**signed, "content-type": "text/plain;charset=UTF-8"}
        body = b'{"content":"A reply","comment_id":1}'
        replied = browser.post(f"{url}/comments/{made['id']}/replies", headers=plain, content=body).json()["data"]
        assert (replied["comment_id"], replied["creator"]["id"]) == (str(made["id"]), world.user.id)
        replies = browser.get(f"{url}/comments/1/replies?comment_id=1&limit=20&offset=0", headers=signed).json()["data"]
        assert replies["total"] == 1
