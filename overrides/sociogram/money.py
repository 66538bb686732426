"""Amounts and currencies, exactly; and whether a payout may have been made. No I/O."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal, InvalidOperation
from typing import Literal, TypeVar

from ._core.decimals import plain_decimal
from ._core.errors import (
    APIConnectionError,
    APIError,
    APIResponseError,
    APIStatusError,
    ClientStateError,
    ConfigurationError,
    InvalidRequestError,
)

E = TypeVar("E", bound=APIError)

PLACES = {"sol": 9, "usd": 6}
"""Decimal places that the platform keeps, by currency (observed in its helper library)."""
ALIASES = {"usdt": "usd"}
"""Other names of currencies in the documentation."""


def currency_of(value: object, argument: str = "currency") -> Literal["sol", "usd"]:
    """The currency as the platform's own libraries write it: `usdt` is `usd`. Raises InvalidRequestError."""
    name = ALIASES.get(value, value) if isinstance(value, str) else None
    if name == "sol":
        return "sol"
    if name == "usd":
        return "usd"
    raise InvalidRequestError(f"{argument}: {value!r} is no currency: write 'sol', or 'usd' (also known as 'usdt')")


def amount_of(value: object, currency: str, argument: str = "amount") -> Decimal:
    """`value` as the Decimal to send, every digit kept.

    A float is taken as it prints, so 0.35 is 0.35. Zeros at the end count as no places, and those beyond the last one
    go.

    Raises:
        InvalidRequestError: Not a finite number above 0, or more decimal places than the platform keeps of the
            currency (9 of SOL, 6 of USD); it would round them away.
    """
    problem = ""
    number = Decimal(0)
    if isinstance(value, bool) or not isinstance(value, Decimal | int | float | str):
        problem = f"a {type(value).__name__} is no amount"
    else:
        try:
            number = value if isinstance(value, Decimal) else _read(str(value).strip())
        except InvalidOperation:
            problem = f"{value!r} is no number"
        if not problem and not (number.is_finite() and number > 0):
            problem = f"{value} is not above 0"
    try:
        plain_decimal(number if not problem else Decimal(1))
    except ValueError as error:
        problem = str(error)
    if not problem and places_of(number) > PLACES[currency]:
        problem = f"{value} has more than the {PLACES[currency]} decimal places that there are of {currency!r}"
    if problem:
        raise InvalidRequestError(f"{argument}: {problem}: give a Decimal such as Decimal('0.35')")
    return _without_zeros(number, PLACES[currency])


def _read(text: str) -> Decimal:
    """A number as people write it; Decimal itself also reads `1_000` and the digits of all scripts."""
    if not text.isascii() or "_" in text:
        raise InvalidOperation
    return Decimal(text)


def _without_zeros(number: Decimal, places: int) -> Decimal:
    """The same number with no more than so many decimal places; what is beyond is zeros."""
    sign, digits, exponent = number.as_tuple()
    assert isinstance(exponent, int)
    beyond = max(0, -exponent - places)
    return Decimal((sign, digits[: len(digits) - beyond], exponent + beyond)) if beyond else number


def places_of(number: Decimal) -> int:
    """Decimal places that count: zeros at the end do not. (`normalize` would round to the context's precision.)"""
    _, digits, exponent = number.as_tuple()
    assert isinstance(exponent, int)
    zeros = 0
    for digit in reversed(digits):
        if digit:
            break
        zeros += 1
    return max(0, -exponent - zeros)


def check_uid(uid: object) -> None:
    """InvalidRequestError for a truth value: as a number, True would be user 1."""
    if isinstance(uid, bool):
        raise InvalidRequestError("uid: a bool is no number of a user")


def check_distinct(currencies: Sequence[str], argument: str = "prices") -> None:
    """InvalidRequestError unless each currency occurs once (`usdt` is `usd`)."""
    names = [ALIASES.get(name, name) for name in currencies]
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice:
        raise InvalidRequestError(f"{argument}: there are two prices in {twice!r}, and each needs another currency")


def may_have_arrived(error: APIError) -> bool:
    """Whether the platform may have carried out the call that ended in `error`; if so, look before you repeat it.

    False if nothing was sent, or if the platform refused (a status from 400 to 499, or 501). True after a lost
    answer, another error status, and an answer that was not understood: then the call arrived.
    """
    if isinstance(error, ConfigurationError | InvalidRequestError | ClientStateError):
        return False
    if isinstance(error, APIConnectionError):
        return error.may_have_arrived
    if isinstance(error, APIStatusError):
        status = error.status or 500
        return not (400 <= status < 500 and status not in (408, 409)) and status != 501
    return isinstance(error, APIResponseError) or error.attempts > 0


def told(error: E) -> E:
    """The same error of a payout, with `may_have_arrived` set and a note that says what it means."""
    arrived = may_have_arrived(error)
    error.__dict__["may_have_arrived"] = arrived
    if arrived:
        note = "The payout MAY HAVE BEEN MADE. Look at the app's balance before you pay again."
    else:
        note = "The payout was not made: the request was never sent, or the platform refused it."
    error.args = (f"{str(error).rstrip('.')}. {note}", *error.args[1:])
    return error
