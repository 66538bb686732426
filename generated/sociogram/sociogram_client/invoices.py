# Copied from overrides/sociogram/invoices.py by "nox -s generate": edit it there.
"""Invoices, which are made here and never sent: a front end hands them to Sociogram."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any, TypedDict

from . import models
from ._core.errors import InvalidRequestError
from .money import amount_of, check_distinct, currency_of


class PriceDict(TypedDict):
    """One price, as a dict."""

    amount: Decimal | int | float | str
    currency: models.Currency


class Invoices:
    """Make invoices. Local: nothing is sent, for the documented SDK does not wait for it either (inferred)."""

    def create(
        self, *, title: str, prices: Sequence[models.Price | PriceDict | Mapping[str, Any]], payload: str
    ) -> models.Invoice:
        """Make an invoice for your front end, which opens it. Sends nothing.

        Documented: the three inputs, as `sdk.createInvoice({ title, prices, payload })`. Inferred: that the invoice
        holds them under the same names. Give `invoice.to_json()` to the front end: amounts keep all their digits in it.

        Documentation: https://docs.sociogram.org/developers/platform-api#in-app-purchases

        Args:
            title: The name of the goods, which the user sees.
            prices: One price or one in each currency, as `{"amount": Decimal("1.5"), "currency": "sol"}`. Amounts are
                in whole units, above 0, with at most 9 decimal places of SOL and 6 of USD; `usdt` becomes `usd`.
            payload: Whatever lets you recognise the purchase, such as JSON text. It comes back in the webhook's events.

        Raises:
            InvalidRequestError: An input is missing or wrong; the text names it.
        """
        for name, value in (("title", title), ("payload", payload)):
            if not isinstance(value, str):
                raise InvalidRequestError(f"{name}: a {type(value).__name__} is no text")
        if isinstance(prices, str | bytes | Mapping) or not isinstance(prices, Sequence) or not prices:
            raise InvalidRequestError("prices: give a list of at least one price")
        made = [_price(price, f"prices[{place}]") for place, price in enumerate(prices)]
        check_distinct([price.currency for price in made])
        return models.Invoice(title=title, prices=made, payload=payload)

    def __repr__(self) -> str:
        return "<Invoices>"


def _price(price: object, where: str) -> models.Price:
    values = price if isinstance(price, Mapping) else getattr(price, "__dict__", {})
    unknown = sorted(set(values) - {"amount", "currency"})
    if not isinstance(price, Mapping | models.Price) or unknown or len(values) < 2:
        raise InvalidRequestError(f"{where}: a price has an amount and a currency, and nothing else")
    currency = currency_of(values["currency"], f"{where}.currency")
    return models.Price(amount=amount_of(values["amount"], currency, f"{where}.amount"), currency=currency)
