"""Payouts and the ledger."""

from __future__ import annotations

import asyncio
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from typing import Any

import httpx2
import pytest
from sociogram_client.mock import money

from .conftest import World


def test_a_payout_moves_exactly_what_was_asked_and_is_booked(world: World) -> None:
    assert world.pay("0.35").data is True
    assert (world.mock.balance(world.app, "sol"), world.mock.balance(world.user, "sol")) == (
        Decimal("9.65"),
        Decimal("2.35"),
    )
    entry = world.mock.tables.ledger.entries[-1]
    assert (entry.operation, entry.source, entry.target) == ("mini-app.deposit", f"app:{world.app.id}", "user:1337")
    assert (entry.amount, entry.currency) == (Decimal("0.35"), "sol")


def test_every_digit_of_a_large_amount_counts(world: World) -> None:
    world.mock.fund(world.app, "123456789012.123456789", "sol")
    assert world.pay("123456789012.123456789").data is True
    assert world.mock.balance(world.app, "sol") == Decimal(10)
    assert world.mock.balance(world.user, "sol") == Decimal("123456789014.123456789")


@pytest.mark.parametrize(
    ("sent", "currency", "kept"),
    [
        ("0.0000000019", "sol", "0.000000001"),
        ("1.9999999999", "sol", "1.999999999"),
        ("0.0000019", "usd", "0.000001"),
        ("1e-6", "usd", "0.000001"),
        ("2", "usdt", "2"),
    ],
)
def test_what_is_beyond_the_decimals_kept_is_rounded_down(world: World, sent: str, currency: str, kept: str) -> None:
    before = world.mock.balance(world.app, currency)
    assert world.pay(sent, currency).data is True
    assert before - world.mock.balance(world.app, currency) == Decimal(kept)


@pytest.mark.parametrize("amount", ["0", "-1", "0.0", "-0", "1e-10", "1e-300", "1e-999999"])
def test_an_amount_that_is_not_above_zero_is_refused_in_the_librarys_way(world: World, amount: str) -> None:
    assert world.pay(amount).error == (403, "Number should be positive")
    assert world.mock.balance(world.app, "sol") == 10


@pytest.mark.parametrize("amount", ["10.000000001", "11", "1e30", "1e300", "9" * 300])
def test_nobody_pays_more_than_there_is(world: World, amount: str) -> None:
    assert world.pay(amount).error == (400, "Insufficient balance")
    assert world.mock.balance(world.app, "sol") == 10
    assert [entry.operation for entry in world.mock.tables.ledger.entries] == ["mock.fund"] * 4


def test_an_overdraft_can_be_forbidden_rather_than_bad(make: Any) -> None:
    assert make(overdraft="403").pay("11").error == (403, "Insufficient balance")


def test_the_developer_gets_a_part_or_all_of_one_currency(world: World) -> None:
    developer = world.mock.tables.users[world.app.developer]
    assert world.post("/mini-app/payout-to-dev", {"amount": 12.5, "currency": "usd"}).data is True
    assert world.post("/mini-app/payout-to-dev", {"currency": "sol"}).data is True
    assert (world.mock.balance(developer, "usd"), world.mock.balance(developer, "sol")) == (
        Decimal("12.5"),
        Decimal(10),
    )
    assert (world.mock.balance(world.app, "usd"), world.mock.balance(world.app, "sol")) == (Decimal("87.5"), Decimal(0))
    assert world.mock.tables.ledger.entries[-1].operation == "mini-app.withdraw"
    assert world.post("/mini-app/payout-to-dev", {"currency": "sol"}).error == (400, "Insufficient balance")


def test_a_payout_to_nobody_moves_nothing(world: World) -> None:
    assert world.pay("1", uid=404).error == (404, "User not found")
    assert world.mock.balance(world.app, "sol") == 10


def test_of_200_payouts_at_once_exactly_those_that_are_covered_succeed(world: World) -> None:
    """By threads: a balance for 120 of 200."""
    world.mock.fund(world.app, "26", "sol")  # 36 in all: 120 times 0.3
    with ThreadPoolExecutor(50) as pool:
        statuses = Counter(answer.status for answer in pool.map(lambda _: world.pay("0.3"), range(200)))
    assert statuses == {201: 120, 400: 80}
    assert world.mock.balance(world.app, "sol") == 0
    assert world.mock.balance(world.user, "sol") == 38
    assert sum(entry.operation == "mini-app.deposit" for entry in world.mock.tables.ledger.entries) == 120
    assert world.mock.tables.ledger.audit() == []


def test_of_200_payouts_of_tasks_exactly_those_that_are_covered_succeed(world: World) -> None:
    """By tasks of one event loop, over the transport."""
    world.mock.fund(world.app, "26", "sol")

    async def pay_all() -> Counter[int]:
        async with httpx2.AsyncClient(transport=world.mock.transport(), base_url=world.mock.base_url) as client:
            body = {"uid": 1337, "amount": 0.3, "currency": "sol"}
            headers = {"X-App-Key": world.app.token}
            calls = (client.post("/mini-app/payout-to-user", json=body, headers=headers) for _ in range(200))
            return Counter(answer.status_code for answer in await asyncio.gather(*calls))

    assert asyncio.run(pay_all()) == {201: 120, 400: 80}
    assert world.mock.balance(world.app, "sol") == 0


def test_the_audit_notices_a_wrong_balance_and_one_below_zero(world: World) -> None:
    ledger = world.mock.tables.ledger
    assert ledger.audit() == []
    account = f"app:{world.app.id}", "sol"
    ledger._balances[account] += 1
    assert any("entries give 10" in line for line in ledger.audit())
    assert "sol: all accounts together give 1" in ledger.audit()
    ledger._balances[account] = Decimal(-1)
    assert f"{account}: below zero" in ledger.audit()
    ledger._balances[account] = Decimal(10)
    assert ledger.audit() == []


@pytest.mark.parametrize(
    ("amount", "currency"), [("x", "sol"), ("0", "sol"), ("-1", "sol"), ("1", "eur"), ("1e40", "sol")]
)
def test_test_money_is_an_amount_above_zero_of_a_known_currency(world: World, amount: str, currency: str) -> None:
    with pytest.raises(ValueError, match=r"no amount|above 0"):
        world.mock.fund(world.user, amount, currency)


def test_amounts_are_added_without_rounding() -> None:
    ledger = money.Ledger()
    at = World().clock.now()
    ledger.move(money.FUND, money.OUTSIDE, "user:1", Decimal("1e29"), "sol", at=at)
    ledger.move(money.FUND, money.OUTSIDE, "user:1", Decimal("1e-9"), "sol", at=at)
    assert ledger.balance("user:1", "sol") == Decimal("100000000000000000000000000000.000000001")
    assert ledger.audit() == []
