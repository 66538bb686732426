"""Seeding, the control endpoints, and the mock as a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx2
import pytest
from sociogram_client._core.mock.http import Request
from sociogram_client._core.mock.server import running

from .conftest import INVOICE, Listener, World, answer

PACKAGE = Path(__file__).parents[3] / "generated" / "sociogram"


def eventually(found: Callable[[], Any]) -> Any:
    """What comes of it within 5 s."""
    end = time.monotonic() + 5
    while not (value := found()):
        assert time.monotonic() < end, "it did not happen"
        time.sleep(0.005)
    return value


def test_seeding_makes_rows_with_what_they_lack(make: Any) -> None:
    world = make()
    world.mock.reset()
    made = world.mock.seed(users=2, apps=[{"usd": "5", "webhook": "http://127.0.0.1:9/"}], publications=3, deposits=1)
    assert [len(rows) for rows in made.values()] == [2, 1, 3, 1]
    assert made["apps"][0]["token"].startswith("mock-")
    assert world.mock.balance(world.mock.app_of(None), "usd") == 5
    assert {row["uid"] for row in made["publications"]} == {made["users"][0]["uid"]}
    assert made["deposits"][0]["publication"] == made["publications"][0]["id"]
    assert len({row["pid"] for row in made["publications"]}) == 3


@pytest.mark.parametrize(
    ("tables", "message"),
    [
        ({"likes": 1}, "there is no table likes"),
        ({"users": [{"nick": "x"}]}, "users have no nick"),
        ({"users": [{"uid": 1}, {"uid": 1}]}, "users have 1 already"),
        ({"apps": [{"webhook": "https://example.com/"}]}, "a webhook is http://"),
        ({"apps": [{"token": "a\r\nb"}]}, "printable"),
        ({"apps": [{"sol": "-1"}]}, "above 0"),
        ({"publications": [{"created_at": "2024-01-01T00:00:00"}]}, "needs an offset"),
    ],
)
def test_a_seed_that_will_not_do_is_refused_with_the_reason(world: World, tables: Any, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        world.mock.seed(**tables)
    refused = world.steering("POST", "seed", tables)
    assert (refused.status, message in refused.json()["error"]) == (400, True)


def test_the_same_seed_and_clock_give_the_same_ids(make: Any) -> None:
    first, second = make(), make()
    assert first.mock.seed(users=2, apps=1) == second.mock.seed(users=2, apps=1)
    assert len(first.user.id) == 24
    assert int(first.user.id[:8], 16) == first.clock.now().timestamp()


def test_the_state_is_json_without_tokens(world: World) -> None:
    world.notify()
    world.pay("0.1")
    state = world.steering("GET", "state").json()
    assert [note["message"] for note in state["notifications"]] == ["Hello!"]
    assert state["balances"]["user:1337"] == {"sol": "2.1", "usd": "20"}
    assert state["ledger"][-1]["operation"] == "mini-app.deposit"
    assert world.app.token not in json.dumps(state)


def test_the_routes_are_listed(world: World) -> None:
    routes = world.steering("GET", "routes").json()
    assert [route["path"] for route in routes if route["provenance"] == "documented"] == ["/bot/send-message"]


def test_a_purchase_is_made_from_outside(world: World, listener: Listener) -> None:
    world.app.webhook = listener.url
    made = world.steering("POST", "purchases", {"invoice": INVOICE, "uid": 1337, "currency": "sol"}).json()
    assert made["state"] in ("created", "validating", "paid", "confirming", "delivered")
    done = eventually(lambda: [one for one in world.steering("GET", "purchases").json() if one["state"] == "delivered"])
    assert (done[0]["id"], done[0]["amount"]) == (made["id"], "1.5")
    assert world.steering("POST", "redeliver", {"purchase": made["id"]}).status == 200
    eventually(lambda: len(listener.got) == 3)


def test_chats_are_held_from_outside(world: World, listener: Listener) -> None:
    world.bot.webhook = listener.url
    listener.reply = lambda handler, body: answer(handler, b"")
    markup = [[{"text": "Tabby", "callbackData": "cat:tabby"}]]
    world.post("/bot/send-message", {"uid": 1337, "message": {"buttonMarkup": markup}})
    assert world.steering("POST", "write", {"text": "Hello!", "uid": 1337}).status == 200
    eventually(lambda: listener.events == ["chat-message"])
    assert world.steering("POST", "press", {"callbackData": "cat:tabby", "uid": 1337}).status == 200
    eventually(lambda: listener.events == ["chat-message", "callback-query"])


@pytest.mark.parametrize(
    ("name", "members", "reason"),
    [
        ("purchases", {}, "name the invoice"),
        ("purchases", {"invoice": {}}, "title"),
        ("purchases", {"invoice": INVOICE, "uid": 404}, "there is no user 404"),
        ("purchases", {"invoice": INVOICE, "app": "x"}, "there is no app x"),
        ("purchases", {"invoice": INVOICE, "currency": "usd"}, "no price in usd"),
        ("purchases", {"invoice": INVOICE, "amount": 1}, "there is no member amount"),
        ("purchases", [], "the body is an object"),
        ("redeliver", {"purchase": "x"}, "there is no purchase x"),
        ("redeliver", {}, "name a purchase"),
        ("press", {"callbackData": "x"}, "no message in this chat"),
        ("write", {}, "text"),
        ("webhook-faults", {"kind": "slow"}, "kind is"),
        ("webhook-faults", {"often": 1}, "often"),
    ],
)
def test_what_a_control_endpoint_cannot_do_is_refused_with_the_reason(
    world: World, name: str, members: Any, reason: str
) -> None:
    refused = world.steering("POST", name, members)
    assert refused.status == 400
    assert reason in refused.json()["error"]
    wrong = world.steering("DELETE", name)
    assert (wrong.status, "Allow" in dict(wrong.headers)) == (405, True)


def test_faults_of_webhooks_are_ordered_from_outside(world: World, listener: Listener) -> None:
    world.app.webhook = listener.url
    world.steering("POST", "webhook-faults", {"event": "purchase-confirmed"})
    assert world.mock.buy(INVOICE).state == "undelivered"
    assert world.steering("GET", "webhook-faults").json()[0]["hits"] == 1
    world.steering("POST", "reset")
    assert world.steering("GET", "webhook-faults").json() == []


def test_only_this_machine_steers(world: World) -> None:
    for name in ("purchases", "routes"):
        request = Request("GET", f"/__mock__/{name}", local=False)
        assert world.mock.handle(request).status == 404


def test_a_web_page_does_not_steer(world: World) -> None:
    body = json.dumps({"invoice": INVOICE}).encode()
    refused = world.request("POST", "/__mock__/purchases", ("Origin", "https://www.example.com"), body=body)
    assert refused.status == 403
    assert world.mock.tables.purchases == {}


def test_faults_of_answers_are_those_of_every_mock(world: World) -> None:
    world.mock.fail("payouts_to_user", status=503, times=1)
    assert world.pay("1").status == 503
    world.mock.fail("payouts_to_user", drop="after", times=1)
    assert world.pay("1").response.dropped
    assert world.mock.balance(world.app, "sol") == 9
    assert world.pay("1").data is True


def test_a_sandbox_on_a_socket_sells_to_a_webhook_that_calls_it_back(world: World, listener: Listener) -> None:
    world.app.webhook = listener.url
    with running(world.mock) as url, httpx2.Client(base_url=url, headers={"X-App-Key": world.app.token}) as client:

        def pays_back(handler: Any, body: bytes) -> None:
            paid = client.post("/mini-app/payout-to-user", json={"uid": 1911, "amount": 0.1, "currency": "sol"})
            answer(handler, paid.content)

        listener.reply = pays_back
        client.post("/__mock__/purchases", json={"invoice": INVOICE, "uid": 1337})
        eventually(lambda: client.get("/__mock__/purchases").json()[0]["state"] == "delivered")
        state = client.get("/__mock__/state").json()
    assert state["balances"]["user:1911"] == {"sol": "0.2"}


@pytest.fixture
def environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(PACKAGE), "PYTHONUNBUFFERED": "1"}


def test_the_command_serves_with_data_and_switches(tmp_path: Path, environment: dict[str, str]) -> None:
    data = tmp_path / "data.json"
    data.write_text(json.dumps({"apps": [{"token": "made-up", "sol": "5"}], "users": [{"uid": 1337}]}))
    command = [
        sys.executable,
        "-m",
        "sociogram_client.mock",
        "--port",
        "0",
        "--data",
        str(data),
        "--outcome",
        "success",
    ]
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        line = process.stdout.readline()
        try:
            url = line.split()[4]
            body = {"uid": 1337, "message": "x"}
            sent = httpx2.post(
                f"{url}/mini-app/notify-user", json=body, headers={"X-App-Key": "made-up"}, trust_env=False
            )
            assert (sent.status_code, sent.json()) == (201, {"success": True})
        finally:
            process.terminate()


def test_the_command_lists_the_routes(environment: dict[str, str]) -> None:
    command = [sys.executable, "-m", "sociogram_client.mock.routes"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    lines = done.stdout.splitlines()
    assert len(lines) == 25
    assert [line.split()[:4] for line in lines if not line.startswith("inferred ")] == [
        ["documented", "POST", "/bot/send-message", "bots_send_message"]
    ]
    assert sum(line.endswith("draft: 501") for line in lines) == 3
