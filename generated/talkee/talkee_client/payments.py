# Copied from overrides/talkee/payments.py by "nox -s generate": edit it there.
"""Paying an airdrop."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from urllib.parse import quote

from ._core.errors import InvalidRequestError
from ._core.models import Model

DECIMALS = 8
SMALLEST = Decimal("0.00000001")


class Payable(Model):
    """What has a payment code of MixPay."""

    @property
    def payment_url(self) -> str | None:
        """Where the user pays: redirect them there. None where the answer has no code, as in `slugs.get()`."""
        code = getattr(self, "mixpay_code", None)
        return f"https://mixpay.me/code/{quote(code, safe='')}" if code else None


def check_payment(amount: object, strategy: object, params: object) -> None:
    """Refuse what the server would take, only to pay another amount or nothing at all.

    Raises:
        InvalidRequestError: The amount is below 0.00000001 or has more than 8 decimals; or `n` of `topn` is null.
    """
    try:
        exact = Decimal(str(amount))
    except InvalidOperation:
        return  # no number at all, which the model says better
    if exact.is_finite() and (exact < SMALLEST or int(exact.as_tuple().exponent) < -DECIMALS):
        raise InvalidRequestError(f"amount is at least {SMALLEST:f} and has up to {DECIMALS} decimals, not {amount}")
    given = params.model_dump(exclude_unset=True) if isinstance(params, Model) else params
    if strategy == "topn" and isinstance(given, Mapping) and given.get("n", 0) is None:
        raise InvalidRequestError(
            "n of strategy_params must be a number with topn, or left out for 3: null is never paid"
        )
