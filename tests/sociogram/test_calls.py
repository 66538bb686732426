"""Notifications, searches, checks, invoices: what no generated call does by itself."""

from __future__ import annotations

import json
import warnings
from decimal import Decimal
from typing import Any

import httpx2
import pytest
from sociogram_client import (
    ConfigurationError,
    InvalidRequestError,
    LongMessageWarning,
    NotFoundError,
    ServerError,
    Sociogram,
    models,
)

from .conftest import World

# --- Notifications ---


def test_a_user_is_notified_and_may_have_switched_it_off(here: World) -> None:
    sociogram = here.client()
    assert sociogram.users.notify(uid=here.user.uid, message="Hello!") is True
    here.mock.mute(here.other, here.app)
    assert sociogram.users.notify(uid=here.other.uid, message="Hello!") is False
    assert [(note.uid, note.message) for note in here.mock.notifications] == [(here.user.uid, "Hello!")]


@pytest.mark.parametrize("outcome", ["boolean", "text", "success", "data"])
@pytest.mark.parametrize("created", ["200", "201"])
def test_a_yes_or_no_is_a_bool_in_whichever_form_it_comes(here: World, outcome: str, created: str) -> None:
    here.mock.outcome, here.mock.created = outcome, created
    sociogram = here.client()
    assert sociogram.users.notify(uid=here.user.uid, message="Hello!") is True
    assert sociogram.checks.follow(target_slug=here.user.uid, user_slug=here.other.uid) is False
    here.mock.follow(here.other, here.user)
    assert sociogram.checks.follow(target_slug=here.user.uid, user_slug=here.other.uid) is True


def test_data_counts_before_success() -> None:
    def answer(request: httpx2.Request) -> httpx2.Response:
        return httpx2.Response(200, json={"success": True, "data": False})

    with Sociogram(token="made-up", transport=httpx2.MockTransport(answer)) as sociogram:
        assert sociogram.checks.follow(target_slug=1, user_slug=2) is False


@pytest.mark.parametrize("text", ["a" * 500, "é" * 250, ""])
def test_a_message_that_is_right_by_both_readings_passes_in_silence(here: World, text: str) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert here.client().users.notify(uid=here.user.uid, message=text)


@pytest.mark.parametrize("text", ["a" * 501, "🐟" * 501])
def test_a_message_of_more_than_500_characters_is_refused_before_it_is_sent(here: World, text: str) -> None:
    with pytest.raises(InvalidRequestError, match="501 characters are more than the 500"):
        here.client().users.notify(uid=here.user.uid, message=text)
    assert here.calls == []


@pytest.mark.parametrize("text", ["é" * 251, "🐟" * 500, "a" * 499 + "é"])
def test_a_message_of_more_than_500_bytes_is_sent_with_a_warning(here: World, text: str) -> None:
    with pytest.warns(LongMessageWarning, match="bytes"):
        assert here.client().users.notify(uid=here.user.uid, message=text)
    assert here.mock.notifications[-1].message == text


def test_the_warning_points_at_the_caller(here: World) -> None:
    with pytest.warns(LongMessageWarning) as caught:
        here.client().users.notify(uid=here.user.uid, message="é" * 251)
    if here.kind == "sync":
        assert caught[0].filename == __file__


def test_a_message_that_is_no_text_is_named(here: World) -> None:
    with pytest.raises(InvalidRequestError, match="message: a int is no text"):
        here.client().users.notify(uid=here.user.uid, message=5)


def test_a_notification_is_not_repeated_after_a_lost_answer(here: World) -> None:
    here.mock.fail("users_notify", status=502, times=1)
    with pytest.raises(ServerError):
        here.client().users.notify(uid=here.user.uid, message="Hello!")
    assert here.calls == ["users_notify"]


# --- Searches and checks ---


def test_a_search_iterates_over_cursors_to_its_end(here: World) -> None:
    for number in range(45):
        here.mock.add_publication(here.user, text=f"CatGame {number}")
    here.mock.add_publication(here.other, text="CatGame of another")
    sociogram = here.client()
    found = [each.text for each in sociogram.publications.search(author_id=here.user.id, search="catgame")]
    assert sorted(found) == sorted(f"CatGame {number}" for number in range(45))
    assert here.calls == ["publications_search"] * 3  # 20 a page by default
    page = sociogram.publications.search(author_id=here.user.id, search="CatGame", limit=30)
    assert len(page.items) == 30
    assert page.items[0].author_id == here.user.id
    assert len(page.next_page().items) == 15


def test_comments_are_searched_in_the_same_way(here: World) -> None:
    post = here.mock.add_publication(here.user)
    for number in range(25):
        here.mock.add_comment(here.other, post, text=f"Join me {number}")
    found = list(here.client().comments.search(author_id=here.other.id, search="join", limit=10))
    assert len({each.text for each in found}) == 25
    assert here.calls == ["comments_search"] * 3


def test_the_checks_tell_what_users_did(here: World) -> None:
    post = here.mock.add_publication(here.user)
    here.mock.like(here.other, post)
    here.mock.react(here.other, post, "fire")
    here.mock.add_deposit(here.other, post, usd="3.5")
    sociogram = here.client()
    engagement = sociogram.checks.engagement(uid=here.other.uid, publication_id=post.id)
    assert (engagement.liked, engagement.commented, engagement.reposted, engagement.reacted) == (
        True,
        False,
        False,
        ["fire"],
    )
    assert sociogram.checks.deposit(uid=here.other.uid, pid=post.pid, min_amount=Decimal("3.5")) is True
    assert sociogram.checks.deposit(uid=here.other.uid, pid=post.pid, min_amount=Decimal("3.51")) is False


def test_what_does_not_exist_is_an_error_of_its_own(here: World) -> None:
    with pytest.raises(NotFoundError, match="User not found"):
        here.client().users.get(uid=999_999)


def test_a_bot_sends_a_message_with_buttons_to_the_documented_address(here: World) -> None:
    rows = [[{"text": "Tabby", "callbackData": "cat:tabby"}, {"text": "More", "url": "https://cats.example.com/"}]]
    sent = here.client().bots.send_message(
        uid=here.user.uid, message={"text": "Which cat?", "buttonMarkup": rows, "media": ["https://cats.example.com/1"]}
    )
    assert sent.success is True
    assert here.mock.exchanges[-1].request.raw_path == "/bot/send-message"
    assert json.loads(here.mock.exchanges[-1].request.body)["message"]["buttonMarkup"] == rows


# --- Drafts ---


def test_drafts_are_for_those_who_ask_for_them(here: World) -> None:
    poll = {"uid": here.user.uid, "question": "Which cat?", "options": ["Tabby", "Sphynx"]}
    with pytest.raises(ConfigurationError, match=r"polls_create is a draft of the platform: .*experimental=True"):
        here.client().polls.create(**poll)
    with pytest.raises(ConfigurationError, match="draft"):
        here.client().polls.check_participation(uid=1, poll_id="67bdb851166c0be755fac39a")
    with pytest.raises(ConfigurationError, match="draft"):
        here.client().giveaways.create(uid=1, prize={"amount": 1, "currency": "usd"}, winners=1, duration_seconds=60)
    assert here.calls == []
    with pytest.raises(ServerError) as caught:
        here.client(experimental=True).polls.create(**poll)
    assert caught.value.status == 501
    assert here.calls == ["polls_create"]


# --- Invoices ---

PRICES = [{"amount": Decimal("1.5"), "currency": "sol"}, {"amount": 230, "currency": "usdt"}]


def test_an_invoice_is_made_here_and_nothing_is_sent(here: World) -> None:
    invoice = here.client().invoices.create(title="100 fish", prices=PRICES, payload="order 456")
    assert isinstance(invoice, models.Invoice)
    assert [(price.amount, price.currency) for price in invoice.prices] == [
        (Decimal("1.5"), "sol"),
        (Decimal(230), "usd"),
    ]
    assert here.calls == []


def test_an_invoice_as_json_keeps_every_digit(here: World) -> None:
    exact = Decimal("123456789.123456789")
    invoice = here.client().invoices.create(
        title="A fish", prices=[{"amount": exact, "currency": "sol"}], payload='{"orderId":1}'
    )
    text = invoice.to_json()
    assert '"amount":123456789.123456789' in text
    assert json.loads(text, parse_float=Decimal) == {
        "title": "A fish",
        "prices": [{"amount": exact, "currency": "sol"}],
        "payload": '{"orderId":1}',
    }
    assert here.mock.open_invoice(text).prices[0]["amount"] == exact


def test_an_invoice_takes_models_as_prices(here: World) -> None:
    price = models.Price(amount=Decimal("0.000000001"), currency="sol")
    assert here.client().invoices.create(title="A fish", prices=[price], payload="").prices == [price]


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"title": None}, "title: a NoneType is no text"),
        ({"payload": {"order": 1}}, "payload: a dict is no text"),
        ({"prices": []}, "at least one price"),
        ({"prices": PRICES[0]}, "at least one price"),
        ({"prices": "1.5 sol"}, "at least one price"),
        ({"prices": [PRICES[0], PRICES[0]]}, "two prices in 'sol'"),
        ({"prices": [{"amount": 1, "currency": "usd"}, {"amount": 1, "currency": "usdt"}]}, "two prices in 'usd'"),
        ({"prices": [{"amount": 0, "currency": "sol"}]}, r"prices\[0\].amount: 0 is not above 0"),
        ({"prices": [{"amount": -1, "currency": "sol"}]}, "not above 0"),
        ({"prices": [{"amount": float("nan"), "currency": "sol"}]}, "not above 0"),
        ({"prices": [{"amount": Decimal("1e200"), "currency": "sol"}]}, "cannot be written"),
        ({"prices": [{"amount": True, "currency": "sol"}]}, "a bool is no amount"),
        ({"prices": [{"amount": "much", "currency": "sol"}]}, "no number"),
        ({"prices": [{"amount": Decimal("1E-10"), "currency": "sol"}]}, "9 decimal places"),
        ({"prices": [{"amount": Decimal("0.0000001"), "currency": "usd"}]}, "6 decimal places"),
        ({"prices": [{"amount": 1, "currency": "eur"}]}, r"prices\[0\].currency: 'eur' is no currency"),
        ({"prices": [{"amount": 1}]}, "an amount and a currency"),
        ({"prices": [{"amount": 1, "currency": "sol", "tax": 1}]}, "nothing else"),
        ({"prices": [5]}, "an amount and a currency"),
    ],
)
def test_a_wrong_invoice_is_refused_with_the_place(here: World, change: dict[str, Any], words: str) -> None:
    with pytest.raises(InvalidRequestError, match=words):
        here.client().invoices.create(**{"title": "100 fish", "prices": PRICES, "payload": "order 456", **change})
