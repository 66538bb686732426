"""Paths, methods, modes, switches, state, seeds, and the ways to reach the mock."""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import httpx2
import pytest
from socialize_client import AsyncSocialize, OAuth1, Socialize
from socialize_client._core.mock.http import Headers, Request
from socialize_client._core.mock.server import running
from socialize_client.mock import CONSUMER_KEY, CONSUMER_SECRET, SocializeMock

from .conftest import NOW, World

PACKAGE = Path(__file__).parents[3] / "generated" / "socialize"


def test_paths_are_taken_with_and_without_their_last_slash(world: World) -> None:
    assert world.get("/v1/application/current").data == world.get("/v1/application/current/").data
    assert world.manage("GET").data == world.send("GET", "/management/v1/smart_alert").data


@pytest.mark.parametrize("path", ["/", "/v1/", "/v1/nothing/", "/v1/comment/1/2/", "/v2/comment/"])
def test_an_unknown_path_is_not_found(world: World, path: str) -> None:
    assert world.get(path).error == (404, "Not Found")
    assert len(world.mock.violations) == 1


def test_a_method_that_a_path_does_not_have_is_told_with_those_it_has(world: World) -> None:
    answer = world.send("PUT", "/v1/user/1/", {"first_name": "A"}, user=world.user)
    assert answer.error == (405, "Method Not Allowed")
    assert answer.headers["allow"] == "GET, POST"


def test_errors_of_the_developer_api_may_be_pages(make: Any) -> None:
    world = make(errors="html")
    answer = world.get("/v1/comment/5/")
    assert (answer.status, answer.headers["content-type"]) == (404, "text/html; charset=utf-8")
    assert answer.text == "<html><body><h1>Not Found</h1></body></html>"
    assert world.get("/v1/comment/", nonce="").text.count("<h1>Missing parameter: oauth_nonce.</h1>") == 1
    assert world.manage("GET", "7/").error == (404, "Not Found")


@pytest.mark.parametrize("body", ["", "payload=", "payload=%7B", "payload=NaN", "x=1", "payload=%5B%5B%5B"])
def test_a_payload_that_is_no_json_is_refused(world: World, body: str) -> None:
    status, text = world.send("POST", "/v1/comment/", body=body, user=world.user).error
    assert (status, text.partition(" is ")[0]) == (400, "The payload")


def test_faithful_mode_answers_what_the_document_refuses_and_records_it(world: World) -> None:
    assert len(world.post("/v1/comment/", [{"entity_key": "a"}]).data["errors"]) == 1
    assert world.post("/v1/entity/", {"key": "a"}).item["key"] == "a"
    assert [one.where for one in world.mock.violations] == ["body/payload/0", "body/payload"]


def test_strict_mode_refuses_it_in_the_platforms_ways(make: Any) -> None:
    world = make(mode="strict")
    status, text = world.post("/v1/comment/", [{"entity_key": "a"}]).error
    assert (status, text) == (400, 'body/payload/0: "text" is a required property')
    answer = world.manage("POST", "", {"application_id": 1, "message": "x" * 181})
    assert (answer.status, set(answer.response.json())) == (400, {"message"})
    assert set(world.manage("GET", "?limit=0").response.json()) == {"limit"}


def test_in_strict_mode_the_signature_comes_first(make: Any) -> None:
    world = make(mode="strict")
    assert world.post("/v1/comment/", 5, client_secret="x").error == (401, "Invalid signature.")


def test_a_switch_that_there_is_not_is_refused() -> None:
    with pytest.raises(ValueError, match="nonces: any or once"):
        SocializeMock(nonces="twice")


# --- State ---


def test_state_is_seeded_by_number_or_by_row(world: World) -> None:
    made = world.mock.seed(
        applications=[{"name": "Another app"}],
        users=[{"application_id": 2, "first_name": "A"}],
        comments=2,
        likes=[{"user_id": 3}],
        shares=1,
        views=3,
        subscriptions=1,
        devices=[{"user_id": 3}],
        alerts=[{"entity_id": 1, "created": "2012-01-01T00:00:00+00:00"}],
    )
    assert {name: len(rows) for name, rows in made.items()} == {
        **dict.fromkeys(("applications", "users", "likes", "shares", "subscriptions", "devices", "alerts"), 1),
        "comments": 2,
        "views": 0,
    }
    assert made["users"][0]["token"]
    assert made["applications"][0]["consumer_secret"]
    state = json.loads(json.dumps(world.mock.state()))
    assert state["entities"][0]["views"] == 3
    assert (state["likes"][0]["entity_id"], state["likes"][0]["application_id"]) == (2, 2)
    assert world.manage("GET", "1/").data["created"] == "2012-01-01T00:00:00"


@pytest.mark.parametrize(
    ("tables", "reason"),
    [
        ({"nothing": 1}, "there is no table nothing"),
        ({"users": [{"age": 5}]}, "users have no age"),
        ({"comments": [{"user_id": 99}]}, "there is no row 99 for user_id"),
        ({"comments": [{"date": "2012-01-01T00:00:00"}]}, "date needs an offset"),
        ({"events": 1}, "cannot be seeded"),
    ],
)
def test_a_seed_that_does_not_fit_is_refused(world: World, tables: dict[str, Any], reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        world.mock.seed(**tables)


def test_ids_are_injected_by_seeding(world: World) -> None:
    world.mock.seed(comments=[{"id": 123}], entities=[{"id": 2519382}])
    assert world.get("/v1/comment/123/").data["id"] == 123
    assert world.post("/v1/comment/", [{"entity_key": "x", "text": "y"}]).item["id"] == 1


def test_the_same_seed_gives_the_same_bytes() -> None:
    def answers() -> list[bytes]:
        world = World()
        world.mock.add_comment()
        sent = [world.get("/v1/entity/"), world.send("POST", "/v1/authenticate/", {"udid": "A"})]
        return [answer.response.body for answer in sent]

    assert answers() == answers()


def test_reset_leaves_the_first_app(world: World) -> None:
    world.mock.add_application()
    world.mock.add_comment()
    world.mock.reset()
    state = world.mock.state()
    assert {name for name, rows in state.items() if rows} == {"applications"}
    assert state["applications"][0]["consumer_key"] == CONSUMER_KEY


def test_state_seeds_and_violations_are_served_to_this_machine(world: World) -> None:
    def control(method: str, name: str, body: Any = None, **more: Any) -> Any:
        sent = json.dumps(body).encode() if body is not None else b""
        return world.mock.handle(Request(method, f"/__mock__/{name}", "", Headers(), sent, **more))

    made = control("POST", "seed", {"users": 1}).json()["users"][0]
    assert control("GET", "state").json()["users"][-1] == made
    world.get("/v1/nothing/")
    assert len(control("GET", "violations").json()) == 1
    assert control("POST", "faults", {"operation": "comments_list", "status": 503}).status == 200
    assert world.get("/v1/comment/").status == 503
    assert control("POST", "reset").status == 200
    assert world.mock.state()["users"] == []
    assert control("GET", "state", local=False).status == 404


# --- Ways to reach it ---


def test_faults_are_put_between_client_and_mock(world: World) -> None:
    fault = world.mock.fail("comments_create", status=500, times=1, body="<html>down</html>")
    comment = [{"entity_key": "a", "text": "x"}]
    assert [world.post("/v1/comment/", comment).status for _ in range(2)] == [500, 200]
    assert fault.hits == 1


def auth(mock: SocializeMock) -> OAuth1:
    user = mock.add_user()
    clock = mock.clock.now().timestamp
    return OAuth1(CONSUMER_KEY, CONSUMER_SECRET, user.token, user.token_secret, clock=clock)


def test_the_sync_client_talks_to_the_mock(world: World) -> None:
    mock = world.mock
    mock.timestamps, mock.nonces = "checked", "once"
    with Socialize(base_url=mock.base_url, transport=mock.transport(), auth=auth(mock)) as socialize:
        assert [socialize.applications.get_current().id for _ in range(2)] == [1, 1]
    assert mock.violations == ()


def test_signatures_hold_for_the_documented_hosts(world: World) -> None:
    """Authentication goes over https and the rest over http; both are signed for as sent."""
    mock = world.mock
    with httpx2.Client(transport=mock.transport(), auth=auth(mock)) as sender:
        sent = sender.post("https://api.getsocialize.com/v1/authenticate/", data={"payload": '{"udid": "A b"}'})
        assert sent.json()["user"]["id"] == 4
        assert sender.get("http://api.getsocialize.com/v1/entity/?id=2&id=1").json()["items"] == []
    assert [one.scheme for one in mock.requests] == ["https", "http"]


async def _async_application(mock: SocializeMock) -> int:
    async with AsyncSocialize(base_url=mock.base_url, transport=mock.transport(), auth=auth(mock)) as socialize:
        return (await socialize.applications.get_current()).id


def test_the_async_client_talks_to_the_mock(world: World) -> None:
    assert asyncio.run(_async_application(world.mock)) == 1


def test_the_mock_serves_on_a_socket_and_signatures_hold(world: World) -> None:
    world.mock.add_entity(key="ab?>~")
    with running(world.mock) as url, Socialize(base_url=url, auth=auth(world.mock)) as socialize:
        assert socialize.applications.get_current().id == 1
        assert socialize.entities.get_by_key("ab?>~").key == "ab?>~", "its base64 is YWI/Pn4="
        assert socialize.users.unlike(3, entity_key="é & /+").items == []
        answer = httpx2.get(f"{url}/v1/application/current/")
        assert (answer.status_code, answer.text) == (401, "Missing parameter: oauth_consumer_key.")


def test_the_command_serves_with_its_switches_and_data_at_once(tmp_path: Path) -> None:
    data = tmp_path / "data.json"
    data.write_text(json.dumps({"comments": 2}))
    command = [sys.executable, "-m", "socialize_client.mock", "--port", "0", "--nonces", "once", "--data", str(data)]
    before = os.times()
    with subprocess.Popen(command, env={"PYTHONPATH": str(PACKAGE)}, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            line = process.stdout.readline()
            url = line.split()[4]
            state = httpx2.get(f"{url}/__mock__/state").json()
            assert (len(state["comments"]), state["applications"][0]["consumer_key"]) == (2, CONSUMER_KEY)
        finally:
            process.terminate()
    after = os.times()
    used = after.children_user + after.children_system - before.children_user - before.children_system
    assert used < 3, "seconds of CPU, however busy the machine is; one will do on an idle one"


def test_the_mock_is_made_in_a_blink() -> None:
    begin = time.process_time()
    SocializeMock()
    assert time.process_time() - begin < 0.5


def test_the_clock_is_the_one_that_is_given(world: World) -> None:
    assert world.mock.clock.now() == NOW
