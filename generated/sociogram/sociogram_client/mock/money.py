# Copied from overrides/sociogram/mock/money.py by "nox -s generate": edit it there.
"""Money: exact amounts, accounts that cannot be overdrawn, and a ledger in which every movement has two sides."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import ROUND_DOWN, Context, Decimal, Inexact, InvalidOperation
from functools import reduce

PLACES = {"sol": 9, "usd": 6}
"""Decimals that the platform keeps of each currency (observed in its helper library)."""
ALIASES = {"usdt": "usd"}
OUTSIDE = "outside"
"""The account that test money comes from; the only one that may be below zero."""
MAX_DIGITS = 30
"""Digits before the point; nobody has more, so a larger amount is never covered."""

# Names of operations: "mini-app.…" are those of the platform's helper library (observed); which one it books for what
# is inferred. The mock's own begin with "mock.".
PURCHASE = "mini-app.purchase"
TO_USER = "mini-app.deposit"
TO_DEVELOPER = "mini-app.withdraw"
REWARD = "mock.community-reward"
FUND = "mock.fund"

_EXACT = Context(prec=80, traps=[Inexact, InvalidOperation])
_DOWN = Context(prec=80, rounding=ROUND_DOWN, traps=[InvalidOperation])


class NotCoveredError(Exception):
    """The balance is too small for the amount."""


@dataclass(frozen=True)
class Entry:
    """A movement of money from one account to another; ``reference`` is the id of what it was for, if anything."""

    id: int
    operation: str
    source: str
    target: str
    amount: Decimal
    currency: str
    reference: str
    created_at: datetime


class Ledger:
    """Balances by account and currency, and the movements that they came about by.

    Accounts are ``user:<uid>``, ``app:<id>`` and ``outside``.
    """

    def __init__(self) -> None:
        self.entries: list[Entry] = []
        self._balances: dict[tuple[str, str], Decimal] = {}

    def balance(self, account: str, currency: str) -> Decimal:
        """What an account holds of a currency."""
        return self._balances.get((account, currency), Decimal(0))

    def balances(self) -> dict[str, dict[str, Decimal]]:
        """What every account holds, by currency."""
        found: dict[str, dict[str, Decimal]] = {}
        for (account, currency), amount in self._balances.items():
            found.setdefault(account, {})[currency] = amount
        return found

    def move(
        self,
        operation: str,
        source: str,
        target: str,
        amount: Decimal,
        currency: str,
        *,
        at: datetime,
        reference: str = "",
    ) -> Entry:
        """Move money, all of it or none.

        Raises:
            NotCoveredError: if the source holds less.
            ValueError: if the amount is not above 0.
        """
        if amount <= 0:
            raise ValueError("an amount is above 0")
        left = _EXACT.subtract(self.balance(source, currency), amount)
        if left < 0 and source != OUTSIDE:
            raise NotCoveredError(f"{source} holds less than {amount} {currency}")
        entry = Entry(len(self.entries) + 1, operation, source, target, amount, currency, reference, at)
        self._balances[source, currency] = left
        self._balances[target, currency] = _EXACT.add(self.balance(target, currency), amount)
        self.entries.append(entry)
        return entry

    def audit(self) -> list[str]:
        """What does not add up, nothing if all is well: balances against entries, their sum, what is below zero."""
        summed: dict[tuple[str, str], Decimal] = {}
        for entry in self.entries:
            for account, change in ((entry.source, entry.amount.copy_negate()), (entry.target, entry.amount)):
                key = account, entry.currency
                summed[key] = _EXACT.add(summed.get(key, Decimal(0)), change)
        keys = self._balances.keys() | summed.keys()
        wrong = [f"{key}: entries give {summed.get(key)}" for key in keys if self._balances.get(key) != summed.get(key)]
        for currency in PLACES:
            total = reduce(
                _EXACT.add, (amount for key, amount in self._balances.items() if key[1] == currency), Decimal(0)
            )
            wrong += [f"{currency}: all accounts together give {total}"] if total else []
        below = [key for key, amount in self._balances.items() if amount < 0 and key[0] != OUTSIDE]
        return [*wrong, *(f"{key}: below zero" for key in below)]


def code(currency: str) -> str:
    """The code that the platform books under: ``usdt`` is ``usd``."""
    return ALIASES.get(currency, currency)


def kept(amount: Decimal, currency: str) -> Decimal:
    """What the platform keeps of an amount: 9 decimals of SOL, 6 of USD, rounded down.

    Raises:
        NotCoveredError: for an amount so large that nobody has it.
    """
    if amount and amount.adjusted() >= MAX_DIGITS:
        raise NotCoveredError("nobody has that much")
    return amount.quantize(Decimal(1).scaleb(-PLACES[currency]), context=_DOWN).normalize(_DOWN)
