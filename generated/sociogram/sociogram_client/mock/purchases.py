# Copied from overrides/sociogram/mock/purchases.py by "nox -s generate": edit it there.
"""The purchase as a state machine, without I/O: which state may follow which, what is sent, how an answer is read."""

from __future__ import annotations

import json
from typing import Any

from .money import code
from .state import Purchase

STATES: dict[str, tuple[str, ...]] = {
    "created": ("validating",),
    "validating": ("rejected", "paid"),
    "rejected": (),
    "paid": ("confirming",),
    "confirming": ("delivered", "undelivered"),
    "delivered": (),
    "undelivered": (),
}
"""Each state, and those that may follow it."""

VALIDATE, CONFIRMED = "purchase-validate", "purchase-confirmed"


def advance(purchase: Purchase, state: str, reason: str | None = None) -> None:
    """Enter a state. Raises ``ValueError`` if it does not follow the one that the purchase is in."""
    if state not in STATES[purchase.state]:
        known = " or ".join(STATES[purchase.state]) or "nothing"
        raise ValueError(f"purchase {purchase.id} is {purchase.state}: {known} may follow, not {state}")
    purchase.state, purchase.reason = state, reason


def choose(purchase: Purchase, currency: str | None) -> dict[str, Any]:
    """The price that the user pays: the one in that currency, or the only one there is.

    Raises:
        ValueError: if the invoice has no such price, or several to choose from.
    """
    offered = {code(price["currency"]): price for price in purchase.prices}
    if currency is None and len(offered) > 1:
        raise ValueError(f"name the currency: the invoice has {' and '.join(offered)}")
    wanted = code(currency) if currency else next(iter(offered))
    if wanted not in offered:
        raise ValueError(f"the invoice has no price in {wanted}, only in {' and '.join(offered)}")
    return offered[wanted]


def event_data(purchase: Purchase, event: str) -> dict[str, Any]:
    """What the webhook is sent under the event's name; the chosen price only once it is paid."""
    data: dict[str, Any] = {"uid": purchase.uid, "purchaseId": purchase.id, "title": purchase.title}
    data["prices"] = [{**price, "currency": code(price["currency"])} for price in purchase.prices]
    if event == CONFIRMED:
        data |= {"price": purchase.amount, "currency": purchase.currency}
    return {**data, "payload": purchase.payload}


def is_yes(body: bytes) -> bool:
    """Whether the body of a successful answer is a yes: ``true``, as JSON or as text, or ``{"success": true}``."""
    try:
        value = json.loads(body)
    except (ValueError, RecursionError):
        return False
    if isinstance(value, dict):
        value = value.get("success")
        return value is True
    return value is True or value == "true"
