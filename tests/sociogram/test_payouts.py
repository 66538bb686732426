"""Payouts are money: exact, once, and with an error that says what may have happened."""

from __future__ import annotations

import asyncio
import json
import threading
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal, localcontext
from typing import Any

import httpx2
import pytest
from sociogram_client import (
    APIConnectionError,
    APIError,
    AsyncSociogram,
    AuthenticationError,
    BadRequestError,
    InvalidRequestError,
    ResponseDecodeError,
    ServerError,
    Sociogram,
    may_have_arrived,
)
from sociogram_client.mock import SociogramMock

from .conftest import World


def literal(here: World) -> str:
    """The amount as it stood in the last request."""
    text = here.mock.exchanges[-1].request.body.decode()
    return text.partition('"amount":')[2].partition(",")[0].rstrip("}")


@pytest.mark.parametrize(
    ("amount", "currency", "sent"),
    [
        (Decimal("0.35"), "sol", "0.35"),
        (Decimal("1E-9"), "sol", "0.000000001"),
        (Decimal("0.000001"), "usd", "0.000001"),
        (Decimal("2E+0"), "sol", "2"),
        (Decimal("0.350000000000000"), "sol", "0.350000000"),  # zeros beyond the last place are none
        (Decimal("100.0000000"), "usd", "100.000000"),
        ("1E+2", "usd", "100"),
        (0.35, "sol", "0.35"),
        (1e-9, "sol", "0.000000001"),
        (2, "usd", "2"),
        ("0.35", "sol", "0.35"),
        (Decimal("1.234567891"), "sol", "1.234567891"),
    ],
)
def test_an_amount_is_a_plain_literal_with_every_digit(here: World, amount: Any, currency: Any, sent: str) -> None:
    with localcontext() as context:
        context.prec = 3  # the user's arithmetic must not touch what is sent
        assert here.client().payouts.to_user(uid=here.user.uid, amount=amount, currency=currency) is True
    assert literal(here) == sent
    assert here.mock.balance(here.user, currency) == Decimal(sent)


@pytest.mark.parametrize(
    ("amount", "currency", "words"),
    [
        (Decimal("0.0000000001"), "sol", "9 decimal places"),
        (Decimal("1.1234567891"), "sol", "9 decimal places"),
        (Decimal("0.0000001"), "usd", "6 decimal places"),
        (Decimal("0.0000001"), "usdt", "6 decimal places"),
        (0.1 + 0.2, "usd", "6 decimal places"),
        (Decimal("1." + "0" * 40 + "1"), "sol", "9 decimal places"),
        (0, "sol", "not above 0"),
        (Decimal("-0.1"), "sol", "not above 0"),
        (Decimal("NaN"), "sol", "not above 0"),
        (Decimal("sNaN"), "sol", "not above 0"),
        (Decimal("Infinity"), "sol", "not above 0"),
        (Decimal("1e200"), "sol", "cannot be written"),
        (True, "sol", "a bool is no amount"),
        (None, "sol", "no amount"),
        ("1,5", "sol", "is no number"),
        ("1_000", "sol", "is no number"),
        ("\u0661", "sol", "is no number"),
        (1, "eur", "currency: 'eur' is no currency"),
        (1, "SOL", "no currency"),
        (1, None, "no currency"),
    ],
)
def test_what_cannot_be_paid_exactly_is_refused_before_it_is_sent(
    here: World, amount: Any, currency: Any, words: str
) -> None:
    sociogram = here.client()
    with pytest.raises(InvalidRequestError, match=words):
        sociogram.payouts.to_user(uid=here.user.uid, amount=amount, currency=currency)
    with pytest.raises(InvalidRequestError, match=words):
        sociogram.payouts.to_developer(amount=amount, currency=currency)
    assert here.calls == []


def test_a_truth_value_is_nobody_s_number(here: World) -> None:
    with pytest.raises(InvalidRequestError, match="uid: a bool"):
        here.client().payouts.to_user(uid=True, amount=1, currency="sol")
    assert here.calls == []


def test_usdt_is_sent_as_usd(here: World) -> None:
    assert here.client().payouts.to_user(uid=here.user.uid, amount=Decimal("23.5"), currency="usdt")
    assert json.loads(here.mock.exchanges[-1].request.body)["currency"] == "usd"
    assert here.mock.balance(here.user, "usd") == Decimal("23.5")


def test_without_an_amount_the_developer_gets_all_of_the_currency(here: World) -> None:
    assert here.client().payouts.to_developer(currency="sol") is True
    assert json.loads(here.mock.exchanges[-1].request.body) == {"currency": "sol"}
    assert here.mock.balance(here.app, "sol") == 0
    assert here.mock.balance(here.app, "usd") == 100


def test_a_part_goes_to_the_developer(here: World) -> None:
    assert here.client().payouts.to_developer(currency="usd", amount=Decimal("12.5")) is True
    assert here.mock.balance(here.app, "usd") == Decimal("87.5")


def test_a_success_without_a_body_is_no_failure() -> None:
    for content_type in ({}, {"content-type": "text/html"}, {"content-type": "application/json"}):
        transport = httpx2.MockTransport(lambda request, headers=content_type: httpx2.Response(201, headers=headers))
        with Sociogram(token="made-up", transport=transport) as sociogram:
            assert sociogram.payouts.to_user(uid=1, amount=1, currency="sol") is None
            assert sociogram.payouts.to_developer(currency="sol") is None


# --- Once, and an error that tells ---


@pytest.mark.parametrize(
    ("fault", "kind", "arrived"),
    [
        ({"drop": "before"}, APIConnectionError, True),
        ({"drop": "after"}, APIConnectionError, True),
        ({"truncate": True}, APIConnectionError, True),
        ({"status": 500}, ServerError, True),
        ({"status": 502}, ServerError, True),
        ({"status": 503, "headers": {"Retry-After": "1"}}, ServerError, True),
        ({"status": 429}, APIError, False),
        ({"status": 400}, BadRequestError, False),
        ({"status": 200, "headers": {"Content-Type": "text/html"}, "body": "<html>"}, ResponseDecodeError, True),
    ],
)
def test_a_payout_is_sent_once_and_its_error_says_whether_it_may_have_arrived(
    here: World, fault: dict[str, Any], kind: type[APIError], arrived: bool
) -> None:
    disturbance = here.mock.fail("payouts_to_user", **fault)
    with pytest.raises(kind) as caught:
        here.client(max_retries=5).payouts.to_user(uid=here.user.uid, amount=1, currency="sol")
    assert disturbance.hits == 1
    assert here.waited == []
    assert caught.value.may_have_arrived is arrived  # type: ignore[attr-defined]  # set for payouts
    assert may_have_arrived(caught.value) is arrived
    assert ("MAY HAVE BEEN MADE" if arrived else "was not made") in str(caught.value)


def test_a_payout_that_was_certainly_never_sent_is_not_repeated_either() -> None:
    tries: list[str] = []

    def refuse(request: httpx2.Request) -> httpx2.Response:
        tries.append(request.url.path)
        raise httpx2.ConnectError("refused", request=request)

    with Sociogram(token="made-up", transport=httpx2.MockTransport(refuse), max_retries=5) as sociogram:
        with pytest.raises(APIConnectionError, match="was never sent") as caught:
            sociogram.payouts.to_developer(currency="sol")
        assert caught.value.may_have_arrived is False
    assert len(tries) == 1


def test_a_wrong_token_says_that_nothing_was_paid(here: World) -> None:
    with pytest.raises(AuthenticationError, match="was not made") as caught:
        here.client(token="made-up").payouts.to_user(uid=here.user.uid, amount=1, currency="sol")
    assert may_have_arrived(caught.value) is False


def test_a_balance_too_small_is_an_error_and_nothing_moves(here: World) -> None:
    with pytest.raises(BadRequestError, match="was not made"):
        here.client().payouts.to_user(uid=here.user.uid, amount=Decimal("5.000000001"), currency="sol")
    assert here.mock.balance(here.app, "sol") == 5


# --- Many at once ---


def crowd() -> tuple[SociogramMock, dict[str, Any]]:
    mock = SociogramMock(seed=1)
    app = mock.add_app(sol=Decimal("0.1") * 120)
    return mock, {"base_url": mock.base_url, "token": app.token, "transport": mock.transport()}


def check_ledger(mock: SociogramMock, outcomes: list[bool], uids: list[int]) -> None:
    [app] = mock.tables.apps.values()
    assert sum(outcomes) == 120
    assert mock.balance(app, "sol") == 0
    paid = [mock.balance(mock.tables.users[uid], "sol") for uid in uids]
    assert sum(paid) == Decimal("12.0")
    assert sorted(paid) == [0] * 80 + [Decimal("0.1")] * 120
    assert mock.violations == ()


def test_of_200_payouts_at_once_exactly_those_succeed_that_the_balance_allows_threads() -> None:
    mock, options = crowd()
    uids = [mock.add_user().uid for _ in range(200)]
    gate = threading.Barrier(50)

    def pay(number: int) -> bool:
        if number < 50:
            gate.wait()
        try:
            return sociogram.payouts.to_user(uid=uids[number], amount=Decimal("0.1"), currency="sol") is True
        except BadRequestError:
            return False

    with Sociogram(**options) as sociogram, ThreadPoolExecutor(50) as pool:
        outcomes = list(pool.map(pay, range(200)))
    check_ledger(mock, outcomes, uids)


def test_of_200_payouts_at_once_exactly_those_succeed_that_the_balance_allows_tasks() -> None:
    mock, options = crowd()
    uids = [mock.add_user().uid for _ in range(200)]

    async def pay(sociogram: AsyncSociogram, uid: int) -> bool:
        try:
            return await sociogram.payouts.to_user(uid=uid, amount=Decimal("0.1"), currency="sol") is True
        except BadRequestError:
            return False

    async def run() -> list[bool]:
        async with AsyncSociogram(**options) as sociogram:
            return await asyncio.gather(*(pay(sociogram, uid) for uid in uids))

    check_ledger(mock, asyncio.run(run()), uids)
