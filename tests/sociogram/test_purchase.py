"""A whole purchase, from invoice to delivery, against a real web application on this machine."""

from __future__ import annotations

import contextlib
import json
import threading
import time
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest
import uvicorn
from sociogram_client import Sociogram, SociogramWebhooks, models
from sociogram_client.mock import SociogramMock
from starlette.applications import Starlette
from starlette.routing import Route


class Shop:
    """A server that sells fish: it makes invoices, validates purchases, and delivers them once."""

    def __init__(self, token: str) -> None:
        self.orders: dict[str, dict[str, Any]] = {}
        self.delivered: list[str] = []
        self.fails = False
        self.webhooks = SociogramWebhooks(token)
        self.webhooks.on_purchase_validate(self.validate)
        self.webhooks.on_purchase_confirmed(self.deliver)

    def sell(self, sociogram: Sociogram, order: str) -> str:
        """The invoice that goes to the front end, as JSON."""
        self.orders[order] = {"goods": "100 fish"}
        prices = [
            {"amount": Decimal("1.500000001"), "currency": "sol"},
            {"amount": Decimal("230.25"), "currency": "usd"},
        ]
        payload = json.dumps({"orderId": order})
        return sociogram.invoices.create(title="100 fish", prices=prices, payload=payload).to_json()

    def validate(self, purchase: models.Purchase) -> bool:
        return json.loads(purchase.payload)["orderId"] in self.orders

    async def deliver(self, purchase: models.Purchase) -> bool:
        if self.fails:
            raise RuntimeError("no fish left")
        self.delivered.append(json.loads(purchase.payload)["orderId"])
        return True


@contextlib.contextmanager
def served(app: Any) -> Iterator[str]:
    """Serve an ASGI application on a free port of this machine; gives its address."""
    config = uvicorn.Config(app, host="127.0.0.1", port=0, log_level="error", lifespan="off")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    end = time.monotonic() + 10
    while not server.started:
        assert time.monotonic() < end
        time.sleep(0.01)
    port = server.servers[0].sockets[0].getsockname()[1]
    try:
        yield f"http://127.0.0.1:{port}/webhook"
    finally:
        server.should_exit = True
        thread.join(10)


class Market:
    """The mock of the platform, an app registered there with its shop, a user with money, and the app's client."""

    def __init__(self, address: str, shop: Shop, mock: SociogramMock, sociogram: Sociogram) -> None:
        self.shop, self.mock, self.sociogram = shop, mock, sociogram
        self.app = mock.add_app(token="made-up-token", webhook=address)
        self.user = mock.add_user(sol=Decimal("4"), usd=Decimal("500"))


@pytest.fixture
def market() -> Iterator[Market]:
    shop, mock = Shop("made-up-token"), SociogramMock(seed=1)
    options = {"base_url": mock.base_url, "token": "made-up-token"}
    with (
        served(Starlette(routes=[Route("/webhook", shop.webhooks)])) as address,
        Sociogram(**options, transport=mock.transport()) as sociogram,  # type: ignore[arg-type]  # one dict
    ):
        yield Market(address, shop, mock, sociogram)
    assert mock.violations == ()


def test_a_purchase_goes_from_the_invoice_to_its_delivery(market: Market) -> None:
    invoice = market.shop.sell(market.sociogram, "456")
    purchase = market.mock.buy(invoice, user=market.user, currency="sol")
    assert purchase.state == "delivered"
    assert market.shop.delivered == ["456"]
    assert market.mock.balance(market.user, "sol") == Decimal("4") - Decimal("1.500000001")
    assert market.mock.balance(market.app, "sol") == Decimal("1.500000001")
    # What was earned is paid out, to the last place.
    assert market.sociogram.payouts.to_developer(currency="sol") is True
    assert market.mock.balance(market.app, "sol") == 0


def test_the_other_price_can_be_paid(market: Market) -> None:
    assert (
        market.mock.buy(market.shop.sell(market.sociogram, "456"), user=market.user, currency="usd").state
        == "delivered"
    )
    assert market.mock.balance(market.app, "usd") == Decimal("230.25")


def test_a_repeated_confirmation_delivers_nothing_more(market: Market) -> None:
    purchase = market.mock.buy(market.shop.sell(market.sociogram, "456"), user=market.user, currency="sol")
    for _ in range(3):
        assert market.mock.redeliver(purchase).verdict is True
    assert market.shop.delivered == ["456"]


def test_a_purchase_that_is_not_valid_moves_no_money(market: Market) -> None:
    forged = market.sociogram.invoices.create(
        title="100 fish", prices=[{"amount": 1, "currency": "sol"}], payload='{"orderId": "999"}'
    )
    assert market.mock.buy(forged, user=market.user).state == "rejected"
    broken = market.sociogram.invoices.create(
        title="100 fish", prices=[{"amount": 1, "currency": "sol"}], payload="no JSON: the handler raises"
    )
    assert market.mock.buy(broken, user=market.user).state == "rejected"
    assert market.shop.delivered == []
    assert market.mock.balance(market.user, "sol") == 4


def test_a_delivery_that_fails_is_told_and_can_be_made_up_for(market: Market) -> None:
    market.shop.fails = True
    purchase = market.mock.buy(market.shop.sell(market.sociogram, "456"), user=market.user, currency="sol")
    assert purchase.state == "undelivered"
    market.shop.fails = False
    assert market.mock.redeliver(purchase).verdict is True
    assert market.shop.delivered == ["456"]


def test_a_call_with_another_key_buys_nothing(market: Market) -> None:
    market.shop.webhooks = SociogramWebhooks("another-made-up-token")
    market.app.token = "somebody-else"
    assert (
        market.mock.buy(market.shop.sell(market.sociogram, "456"), user=market.user, currency="sol").state == "rejected"
    )
    assert market.shop.delivered == []
