"""Purchases: validation before money moves, one confirmation, and whatever a webhook may do meanwhile."""

from __future__ import annotations

import json
import socket
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from http.server import BaseHTTPRequestHandler
from typing import Any

import pytest
from sociogram_client.mock import LoopbackSender, Purchase, WebhookAnswer, WebhookCall
from sociogram_client.mock.purchases import STATES, advance

from .conftest import INVOICE, Listener, World, answer

TWO_PRICES = {**INVOICE, "prices": [{"amount": 1.5, "currency": "sol"}, {"amount": 12, "currency": "usdt"}]}


def replies(**by_event: bytes | int) -> Callable[[BaseHTTPRequestHandler, bytes], None]:
    """Answer each event with a body, or with a status; what is not named with yes."""

    def reply(handler: BaseHTTPRequestHandler, body: bytes) -> None:
        event = next(iter(json.loads(body)["data"])).removeprefix("purchase-")
        given = by_event.get(event, b"true")
        answer(handler, given if isinstance(given, bytes) else b"true", given if isinstance(given, int) else 200)

    return reply


def hangs_up(handler: BaseHTTPRequestHandler, body: bytes) -> None:
    """A server whose process dies."""
    handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
    handler.connection.close()
    handler.wfile = handler.rfile  # nothing is flushed into a closed connection


def at_event(event: str, reply: Callable[[BaseHTTPRequestHandler, bytes], None]) -> Any:
    def chosen(handler: BaseHTTPRequestHandler, body: bytes) -> None:
        (reply if event.encode() in body else replies())(handler, body)

    return chosen


@pytest.fixture
def shop(world: World, listener: Listener) -> World:
    """An app with a webhook that says yes to everything."""
    world.app.webhook = listener.url
    return world


def balances(world: World) -> tuple[Decimal, Decimal]:
    return world.mock.balance(world.app, "sol"), world.mock.balance(world.user, "sol")


UNMOVED = (Decimal(10), Decimal(2))
MOVED = (Decimal("11.5"), Decimal("0.5"))


def test_a_purchase_is_validated_paid_and_confirmed_once(shop: World, listener: Listener) -> None:
    seen = []

    def reply(handler: BaseHTTPRequestHandler, body: bytes) -> None:
        seen.append(balances(shop))
        answer(handler, b"true")

    listener.reply = reply
    purchase = shop.mock.buy(INVOICE)
    assert (purchase.state, purchase.reason, purchase.amount, purchase.currency) == (
        "delivered",
        None,
        Decimal("1.5"),
        "sol",
    )
    assert seen == [UNMOVED, MOVED]
    known = {"uid": 1337, "purchaseId": purchase.id, "title": "100 fish", "payload": "order 456"}
    prices = {"prices": [{"amount": 1.5, "currency": "sol"}]}
    (headers, first), (_, second) = listener.got
    assert first == {"data": {"purchase-validate": {**known, **prices}}}
    assert second == {"data": {"purchase-confirmed": {**known, **prices, "price": 1.5, "currency": "sol"}}}
    assert (headers["x-app-key"], headers["content-type"]) == (shop.app.token, "application/json")
    entry = shop.mock.tables.ledger.entries[-1]
    assert (entry.operation, entry.reference) == ("mini-app.purchase", purchase.id)
    assert shop.mock.violations == ()


@pytest.mark.parametrize("body", [b"true", b'"true"', b'{"success": true}', b' {"success":true,"x":1} '])
def test_every_form_of_a_yes_counts(shop: World, listener: Listener, body: bytes) -> None:
    listener.reply = replies(validate=body, confirmed=body)
    assert shop.mock.buy(INVOICE).state == "delivered"


def test_a_bare_text_as_the_framework_sends_it_counts(shop: World, listener: Listener) -> None:
    listener.reply = lambda handler, body: answer(handler, b"true", 201, Content_Type="text/html; charset=utf-8")
    assert shop.mock.buy(INVOICE).state == "delivered"
    assert shop.mock.violations == ()


@pytest.mark.parametrize(
    "body", [b"false", b'"false"', b'{"success": false}', b"", b"null", b"1", b'{"success": "true"}', b"yes", b"[true]",
             b'{"success": 1}', b"True", b"[" * 5000, b"\xff"]
)  # fmt: skip
def test_everything_else_stops_the_purchase_before_money_moves(shop: World, listener: Listener, body: bytes) -> None:
    listener.reply = replies(validate=body)
    purchase = shop.mock.buy(INVOICE)
    assert (purchase.state, purchase.reason) == ("rejected", "the webhook did not say that it is valid")
    assert balances(shop) == UNMOVED
    assert listener.events == ["purchase-validate"]


@pytest.mark.parametrize("status", [204, 301, 307, 400, 401, 404, 413, 429, 500, 503])
def test_a_status_that_is_no_success_stops_the_purchase_before_money_moves(
    shop: World, listener: Listener, status: int
) -> None:
    listener.reply = replies(validate=status)
    purchase = shop.mock.buy(INVOICE)
    assert purchase.state == "rejected"
    assert balances(shop) == UNMOVED
    assert listener.events == ["purchase-validate"]


def never(handler: BaseHTTPRequestHandler, body: bytes) -> None:
    time.sleep(0.5)


@pytest.mark.parametrize(("reply", "reason"), [(never, "no whole answer within 0.1 s"), (hangs_up, "Connection")])
def test_a_handler_that_times_out_or_dies_stops_the_purchase_before_money_moves(
    shop: World, listener: Listener, reply: Any, reason: str
) -> None:
    shop.mock.send = LoopbackSender(timeout=0.1)
    listener.reply = reply
    purchase = shop.mock.buy(INVOICE)
    assert purchase.state == "rejected"
    assert purchase.reason is not None
    assert reason in purchase.reason
    assert balances(shop) == UNMOVED


@pytest.mark.parametrize(
    ("reply", "reason"),
    [
        (never, "no whole answer within 0.1 s"),
        (hangs_up, "Connection"),
        (replies(confirmed=500), "the webhook answered 500"),
        (replies(confirmed=b"false"), "the webhook did not say that it delivered"),
    ],
)
def test_a_confirmation_that_fails_leaves_it_paid_and_undelivered_and_is_not_repeated(
    shop: World, listener: Listener, reply: Any, reason: str
) -> None:
    shop.mock.send = LoopbackSender(timeout=0.1)
    listener.reply = at_event("purchase-confirmed", reply)
    purchase = shop.mock.buy(INVOICE)
    assert purchase.state == "undelivered"
    assert purchase.reason is not None
    assert reason in purchase.reason
    assert balances(shop) == MOVED
    assert listener.events == ["purchase-validate", "purchase-confirmed"]


@pytest.mark.parametrize(("kind", "arrived"), [("lost", 1), ("unanswered", 2)])
def test_a_lost_confirmation_leaves_the_purchase_undelivered(
    shop: World, listener: Listener, kind: Any, arrived: int
) -> None:
    fault = shop.mock.fail_webhook("purchase-confirmed", kind=kind)
    purchase = shop.mock.buy(INVOICE)
    assert (purchase.state, fault.hits, len(listener.got)) == ("undelivered", 1, arrived)
    assert balances(shop) == MOVED
    assert shop.mock.buy({**INVOICE, "prices": [{"amount": 0.1, "currency": "sol"}]}).state == "delivered"


@pytest.mark.parametrize("kind", ["lost", "unanswered"])
def test_a_lost_validation_moves_no_money(shop: World, listener: Listener, kind: Any) -> None:
    shop.mock.fail_webhook("purchase-validate", kind=kind)
    assert shop.mock.buy(INVOICE).state == "rejected"
    assert balances(shop) == UNMOVED


def test_a_confirmation_can_be_sent_again_by_hand_as_it_was(shop: World, listener: Listener) -> None:
    purchase = shop.mock.open_invoice(INVOICE)
    with pytest.raises(ValueError, match="is created: its confirmation was not sent yet"):
        shop.mock.redeliver(purchase)
    shop.mock.fail_webhook("purchase-confirmed", kind="unanswered")
    shop.mock.confirm(purchase)
    again = shop.mock.redeliver(purchase)
    assert again.verdict
    assert listener.got[1][1] == listener.got[2][1]
    assert (purchase.state, balances(shop)) == ("undelivered", MOVED)


def test_a_user_who_cannot_pay_is_told_so_after_the_validation(shop: World, listener: Listener) -> None:
    purchase = shop.mock.buy({**INVOICE, "prices": [{"amount": 2.000000001, "currency": "sol"}]})
    assert (purchase.state, listener.events) == ("rejected", ["purchase-validate"])
    assert purchase.reason == "the user cannot pay: user:1337 holds less than 2.000000001 sol"
    assert balances(shop) == UNMOVED


def test_the_user_chooses_one_of_the_prices(shop: World, listener: Listener) -> None:
    purchase = shop.mock.open_invoice(TWO_PRICES)
    for wrong in (None, "eur"):
        with pytest.raises(ValueError, match=r"currency|price"):
            shop.mock.confirm(purchase, wrong)
    assert shop.mock.confirm(purchase, "usdt").state == "delivered"
    assert (shop.mock.balance(shop.app, "usd"), shop.mock.balance(shop.user, "usd")) == (Decimal(112), Decimal(8))
    prices = [{"amount": 1.5, "currency": "sol"}, {"amount": 12, "currency": "usd"}]
    assert [body["data"][event]["prices"] for (_, body), event in zip(listener.got, listener.events, strict=True)] == [
        prices,
        prices,
    ]
    assert listener.got[1][1]["data"]["purchase-confirmed"]["currency"] == "usd"


def test_every_digit_of_a_price_arrives(shop: World) -> None:
    bodies: list[bytes] = []

    def keep(call: WebhookCall) -> WebhookAnswer:
        bodies.append(call.body)
        return WebhookAnswer(200, b"true", "application/json")

    shop.mock.send = keep
    shop.mock.fund(shop.user, "123456789012", "sol")
    shop.mock.buy('{"title": "t", "payload": "p", "prices": [{"amount": 123456789012.123456789, "currency": "sol"}]}')
    assert b'"price":123456789012.123456789,' in bodies[1]
    assert shop.mock.balance(shop.app, "sol") == Decimal("123456789022.123456789")


@pytest.mark.parametrize(
    ("invoice", "where"),
    [
        ({**INVOICE, "prices": []}, "invoice/prices"),
        ({**INVOICE, "prices": [{"amount": 0, "currency": "sol"}]}, "invoice/prices/0/amount"),
        ({**INVOICE, "prices": [{"amount": 1, "currency": "eur"}]}, "invoice/prices/0/currency"),
        (
            {**INVOICE, "prices": [{"amount": 1, "currency": "usd"}, {"amount": 2, "currency": "usdt"}]},
            "invoice/prices",
        ),
        ({**INVOICE, "payload": {"a": 1}}, "invoice/payload"),
        ({"title": "t"}, "invoice"),
        ([1], "an invoice is an object"),
        ("{", "Expecting"),
    ],
)
def test_an_invoice_that_the_document_refuses_is_not_opened(world: World, invoice: Any, where: str) -> None:
    with pytest.raises(ValueError, match=where):
        world.mock.open_invoice(invoice)
    assert world.mock.tables.purchases == {}


def test_a_purchase_confirmed_by_many_at_once_is_confirmed_once(shop: World, listener: Listener) -> None:
    purchase = shop.mock.open_invoice(INVOICE)

    def confirm(_: int) -> str:
        try:
            return shop.mock.confirm(purchase).state
        except ValueError as error:
            return str(error).split(":")[0].rpartition(" ")[2]

    with ThreadPoolExecutor(20) as pool:
        outcomes = list(pool.map(confirm, range(20)))
    assert outcomes.count("delivered") >= 1
    assert listener.events == ["purchase-validate", "purchase-confirmed"]
    assert balances(shop) == MOVED


def test_purchases_and_payouts_at_once_leave_books_that_add_up(shop: World) -> None:
    shop.mock.send = lambda call: WebhookAnswer(200, b"true", "application/json")
    shop.mock.fund(shop.user, "3", "sol")  # 5 in all: 50 purchases of 0.1, of 80
    small = {**INVOICE, "prices": [{"amount": 0.1, "currency": "sol"}]}

    def work(number: int) -> str:
        return str(shop.pay("0.1", uid=1911).status) if number % 2 else shop.mock.buy(small).state

    with ThreadPoolExecutor(20) as pool:
        outcomes = list(pool.map(work, range(160)))
    assert (outcomes.count("delivered"), outcomes.count("rejected"), outcomes.count("201")) == (50, 30, 80)
    assert balances(shop) == (Decimal(7), Decimal(0))
    assert shop.mock.balance(shop.other, "sol") == 8


def test_a_handler_may_call_the_platform_while_it_is_asked(shop: World, listener: Listener) -> None:
    """A mock that waited with its lock would not answer."""

    def pays_back(handler: BaseHTTPRequestHandler, body: bytes) -> None:
        status: list[int] = []
        thread = threading.Thread(target=lambda: status.append(shop.pay("0.1").status), daemon=True)
        thread.start()
        thread.join(2)
        answer(handler, b"true" if status == [201] else b"false")

    listener.reply = pays_back
    assert shop.mock.buy(INVOICE).state == "delivered"
    assert balances(shop) == (Decimal("11.3"), Decimal("0.7"))


def test_without_a_webhook_nothing_is_sold(world: World) -> None:
    purchase = world.mock.buy(INVOICE)
    assert (purchase.state, purchase.reason) == ("rejected", "no webhook is set")


def test_a_reset_meanwhile_leaves_the_new_state_alone(shop: World) -> None:
    def resets(call: WebhookCall) -> WebhookAnswer:
        shop.mock.reset()
        return WebhookAnswer(200, b"true", "application/json")

    shop.mock.send = resets
    shop.mock.buy(INVOICE)
    assert shop.mock.state()["ledger"] == []
    assert shop.mock.state()["purchases"] == []


def test_a_send_that_raises_is_no_answer(shop: World) -> None:
    def fails(call: WebhookCall) -> WebhookAnswer:
        raise RuntimeError("a fault of the test's own")

    shop.mock.send = fails
    assert shop.mock.buy(INVOICE).reason == "RuntimeError: a fault of the test's own"


def test_only_states_that_follow_can_be_entered(world: World) -> None:
    made = world.mock.open_invoice(INVOICE)
    for state, following in STATES.items():
        for wanted in STATES:
            purchase = Purchase(**{**vars(made), "state": state})
            if wanted in following:
                advance(purchase, wanted)
                assert purchase.state == wanted
            else:
                with pytest.raises(ValueError, match=f"is {state}"):
                    advance(purchase, wanted)
                assert purchase.state == state


def test_what_went_out_and_came_back_is_kept_without_the_key(shop: World, listener: Listener) -> None:
    listener.reply = replies(confirmed=b'"what?"')
    shop.mock.buy(INVOICE)
    first, second = shop.mock.state()["deliveries"]
    assert (first["event"], first["status"], first["verdict"]) == ("purchase-validate", 200, True)
    assert (second["answer"], second["verdict"], second["url"]) == ('"what?"', False, listener.url)
    assert shop.app.token not in json.dumps(shop.mock.state())
    assert shop.app.token not in repr(shop.mock.tables)


@pytest.mark.parametrize(
    ("reply", "found"),
    [
        (500, ["answer 500"]),
        (b'"what?"', ["answer 200"]),
        (401, []),
        (b"false", []),
    ],
)
def test_a_webhook_that_answers_what_the_document_refuses_is_a_violation(
    shop: World, listener: Listener, reply: bytes | int, found: list[str]
) -> None:
    listener.reply = replies(validate=reply)
    shop.mock.buy(INVOICE)
    wrong = [(one.side, one.operation, one.where) for one in shop.mock.violations]
    assert wrong == [("answer", "purchases_validate", where) for where in found]


def test_users_write_to_bots_and_press_their_buttons(world: World, listener: Listener) -> None:
    world.bot.webhook = listener.url
    listener.reply = lambda handler, body: answer(handler, b"any", 202, Content_Type="text/plain")
    written = world.mock.write("Hello!", user=world.user)
    markup = [[{"text": "Tabby", "callbackData": "cat:tabby"}], [{"text": "Read", "url": "https://cats.example.com"}]]
    world.post("/bot/send-message", {"uid": 1337, "message": {"text": "Which?", "buttonMarkup": markup}})
    pressed = world.mock.press("cat:tabby", user=world.user)
    assert (written.verdict, pressed.verdict) == (True, True)
    chat = written.data["chatId"]
    assert [body for _, body in listener.got] == [
        {"data": {"chat-message": {"uid": 1337, "chatId": chat, "message": {"text": "Hello!"}}}},
        {"data": {"callback-query": {"uid": 1337, "chatId": chat, "callbackData": "cat:tabby"}}},
    ]
    assert listener.got[0][0]["x-app-key"] == world.bot.token
    for unknown in ("cat:lion", "Read"):
        with pytest.raises(ValueError, match="no message in this chat has a button"):
            world.mock.press(unknown, user=world.user)
    with pytest.raises(ValueError, match="no message in this chat"):
        world.mock.press("cat:tabby", user=world.other)
    assert world.mock.violations == ()


def test_faults_of_webhooks_are_of_known_kinds(world: World) -> None:
    for wrong in ({"event": "purchase"}, {"kind": "slow"}):
        with pytest.raises(ValueError, match="event is one of"):
            world.mock.fail_webhook(**wrong)  # type: ignore[arg-type] # that is what is tested
