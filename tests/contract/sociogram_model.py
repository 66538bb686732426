"""Sociogram as a plain-Python model: balances, posts and limits that the client's answers are held against."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from decimal import ROUND_DOWN, Decimal
from typing import Any, Literal

import httpx2
import pytest
from hypothesis import strategies as st
from hypothesis.stateful import initialize, invariant, precondition, rule
from sociogram_client import Sociogram
from sociogram_client._core.errors import BadRequestError, RateLimitError
from sociogram_client.mock import Clock, Publication, SociogramMock, WebhookAnswer, WebhookCall, money

from .machine import Machine
from .planting import works

NOW = datetime(2024, 2, 12, tzinfo=UTC)
USERS = (1, 2)
DEVELOPER = 9
CROWD = tuple(range(100, 140))
WORDS = ("CatGame", "catgame won", "dogs", "a CATGAME b")
PLACES = {"sol": Decimal("1e-9"), "usd": Decimal("1e-6")}
Code = Literal["sol", "usd"]
CODES: st.SearchStrategy[Code] = st.sampled_from(["sol", "usd"])
AMOUNTS = st.integers(1, 8_000).map(lambda number: Decimal(number) / 1000)


@dataclass
class Row:
    """What the model knows of a post."""

    author: int
    text: str
    at: datetime
    likes: set[int] = field(default_factory=set)
    paid: dict[int, Decimal] = field(default_factory=dict)


class Model(Machine):
    """Two users post, pay, buy and are notified; each answer has to be what the model says."""

    mock: SociogramMock
    make = staticmethod(lambda mode: SociogramMock(seed=1, clock=Clock(NOW)))

    def __init__(self) -> None:
        super().__init__()
        self.mock.clock = Clock(NOW)
        self.mock.send = self.shop
        self.answer = b"true"
        for uid in (*USERS, DEVELOPER, *CROWD):
            self.mock.add_user(uid=uid)
        self.app = self.mock.add_app(developer=DEVELOPER, webhook="http://127.0.0.1:9/")
        self.client = Sociogram(
            base_url=self.mock.base_url,
            transport=self.mock.transport(),
            token=self.app.token,
            max_retries=0,
            rate_limit="off",
        )
        self.held: dict[tuple[Any, str], Decimal] = {}
        self.rows: dict[str, Row] = {}
        self.notified: list[tuple[datetime, int]] = []
        self.events: list[str] = []
        self.followed: set[tuple[int, int]] = set()

    @initialize()
    def begin(self) -> None:
        """Some money and posts, or nothing could go wrong with them."""
        for code in ("sol", "usd"):
            self.fund("app", Decimal(5), code)
            self.fund(1, Decimal(5), code)
        for text in ("CatGame", "catgame won", "dogs"):
            self.post(1, text)
        self.post(2, "CatGame")

    # --- Money ---

    def fund(self, who: Any, amount: Decimal, currency: str) -> None:
        self.mock.fund(self.app if who == "app" else self.mock.tables.users[who], amount, currency)
        self.add(who, currency, amount)

    def add(self, who: Any, currency: str, amount: Decimal) -> None:
        self.held[who, currency] = self.held.get((who, currency), Decimal(0)) + amount

    @rule(uid=st.sampled_from(USERS), amount=AMOUNTS, currency=CODES)
    def pay(self, uid: int, amount: Decimal, currency: Code) -> None:
        if amount <= self.held["app", currency]:
            assert self.client.payouts.to_user(uid=uid, amount=amount, currency=currency) is True
            self.add("app", currency, -amount)
            self.add(uid, currency, amount)
        else:
            with pytest.raises(BadRequestError):
                self.client.payouts.to_user(uid=uid, amount=amount, currency=currency)

    @rule(beyond=st.integers(1, 999), currency=CODES)
    def pay_more_digits_than_are_kept(self, beyond: int, currency: Code) -> None:
        """Straight over the wire: the client itself refuses what would be rounded."""
        amount = PLACES[currency] * 5 + PLACES[currency] * beyond / 1000
        body = f'{{"uid":1,"amount":{amount:f},"currency":"{currency}"}}'.encode()
        response = self._raw("/mini-app/payout-to-user", body)
        kept = amount.quantize(PLACES[currency], ROUND_DOWN)
        if response < 300:
            self.add("app", currency, -kept)
            self.add(1, currency, kept)
        else:
            assert kept > self.held["app", currency]

    def _raw(self, path: str, body: bytes) -> int:
        with httpx2.Client(transport=self.mock.transport(), base_url=self.mock.base_url) as client:
            headers = {"X-App-Key": self.app.token, "Content-Type": "application/json"}
            return int(client.post(path, content=body, headers=headers).status_code)

    @rule(currency=CODES)
    def pay_the_developer_everything(self, currency: Code) -> None:
        all_of_it = self.held["app", currency]
        if all_of_it:
            assert self.client.payouts.to_developer(currency=currency) is True
            self.add("app", currency, -all_of_it)
            self.add(DEVELOPER, currency, all_of_it)
        else:
            with pytest.raises(BadRequestError):
                self.client.payouts.to_developer(currency=currency)
        self.fund("app", Decimal(5), currency)

    def shop(self, call: WebhookCall) -> WebhookAnswer:
        self.events += json.loads(call.body)["data"]
        return WebhookAnswer(200, self.answer, "application/json")

    @rule(uid=st.sampled_from(USERS), amount=AMOUNTS, currency=CODES, answer=st.sampled_from([b"true", b"false"]))
    def buy(self, uid: int, amount: Decimal, currency: Code, answer: bytes) -> None:
        self.answer, self.events = answer, []
        price = {"amount": amount, "currency": currency}
        invoice = self.client.invoices.create(title="fish", prices=[price], payload="order")
        purchase = self.mock.buy(invoice, user=self.mock.tables.users[uid], currency=currency)
        sold = answer == b"true" and amount <= self.held.get((uid, currency), Decimal(0))
        assert purchase.state == ("delivered" if sold else "rejected")
        assert self.events == ["purchase-validate", "purchase-confirmed"][: 1 + sold]
        if sold:
            self.add(uid, currency, -amount)
            self.add("app", currency, amount)

    @invariant()
    def balances_agree(self) -> None:
        for (who, currency), amount in self.held.items():
            holder = self.app if who == "app" else self.mock.tables.users[who]
            assert self.mock.balance(holder, currency) == amount, (who, currency)
        assert self.mock.tables.ledger.audit() == []
        for uid in USERS:
            assert self.client.users.get(uid=uid).wallet_usdt == self.held.get((uid, "usd"), Decimal(0))

    # --- Posts ---

    @rule(uid=st.sampled_from(USERS), text=st.sampled_from(WORDS))
    def post(self, uid: int, text: str) -> None:
        made = self.client.posts.create(uid=uid, text=text)
        assert made.id is not None
        assert made.id not in self.rows
        self.rows[made.id] = Row(uid, text, self.mock.clock.now())

    @precondition(lambda self: self.rows)
    @rule(uid=st.sampled_from(USERS), data=st.data(), usd=st.integers(1, 5))
    def engage(self, uid: int, data: st.DataObject, usd: int) -> None:
        number = data.draw(st.sampled_from(sorted(self.rows)))
        user, row = self.mock.tables.users[uid], self.rows[number]
        post: Publication = self.mock.tables.publications[number]
        self.mock.like(user, post)
        self.mock.add_deposit(user, post, usd=usd)
        row.likes.add(uid)
        row.paid[uid] = row.paid.get(uid, Decimal(0)) + usd
        for other in USERS:
            assert self.client.checks.engagement(uid=other, publication_id=number).liked is (other in row.likes)
            paid = row.paid.get(other, Decimal(0))
            for least in (paid, paid + 1):
                asked = self.client.checks.deposit(uid=other, pid=post.pid, min_amount=least)
                assert asked is (other in row.paid and paid >= least)
        assert self.client.posts.get_counts(publication_id=number).likes == len(row.likes)

    @precondition(lambda self: len(self.rows) > 4)
    @rule(data=st.data())
    def delete(self, data: st.DataObject) -> None:
        number = data.draw(st.sampled_from(sorted(self.rows)))
        assert self.client.posts.delete(publication_id=number) is True
        del self.rows[number]

    @rule(
        uid=st.sampled_from(USERS),
        text=st.sampled_from(["catgame", "WON", "s", "lion"]),
        size=st.integers(1, 3),
        bounds=st.tuples(st.sampled_from([0, 0, 1, 2]), st.sampled_from([0, 0, 1, 2, 6])),
    )
    def search(self, uid: int, text: str, size: int, bounds: tuple[int, int]) -> None:
        """To the end, page by page: nothing is missing, too many, or twice; the newest first."""
        first, last = (NOW + timedelta(seconds=second) for second in bounds)
        author = self.mock.tables.users[uid].id
        wanted = [
            number
            for number, row in self.rows.items()
            if row.author == uid and text.lower() in row.text.lower() and first <= row.at <= last
        ]
        wanted.sort(key=lambda number: (self.rows[number].at, number), reverse=True)
        given: dict[str, Any] = {"author_id": author, "search": text, "from_": first, "to": last}
        page = self.client.publications.search(limit=size, **given)
        assert [row.id for row in page.items] == wanted[:size]
        assert [row.id for row in self.client.publications.search(limit=size, **given)] == wanted
        assert self.client.posts.exists(**given) is bool(wanted)

    @rule(pair=st.sampled_from([(1, 2), (2, 1)]))
    def follow(self, pair: tuple[int, int]) -> None:
        user, target = (self.mock.tables.users[uid] for uid in pair)
        self.mock.follow(user, target)
        self.followed.add(pair)
        for one, other in ((1, 2), (2, 1)):
            assert self.client.checks.follow(target_slug=other, user_slug=one) is ((one, other) in self.followed)

    # --- Limits ---

    @rule(seconds=st.sampled_from([0.5, 0.999999, 1.0, 1.5]))
    def wait(self, seconds: float) -> None:
        self.mock.clock.advance(seconds)

    @rule(uid=st.sampled_from(USERS))
    def notify(self, uid: int) -> None:
        now = self.mock.clock.now()
        recent = [who for at, who in self.notified if now - at < timedelta(seconds=1)]
        if len(recent) < 30 and uid not in recent:
            assert self.client.users.notify(uid=uid, message="Hello!") is True
            self.notified.append((now, uid))
        else:
            with pytest.raises(RateLimitError):
                self.client.users.notify(uid=uid, message="Hello!")
        assert len(self.mock.notifications) == len(self.notified)

    @rule(number=st.integers(28, 35))
    def notify_many(self, number: int) -> None:
        for uid in CROWD[:number]:
            self.notify(uid)


# --- Planted faults, none of which schemathesis can find ---


def _keeps_what_it_pays(mock: SociogramMock) -> None:
    move = mock._move

    def kept(operation: str, source: str, target: str, amount: Decimal, currency: str, *more: Any) -> Any:
        booked = move(operation, source, target, amount, currency, *more)
        mock.tables.ledger._balances[source, booked[1]] += booked[0]
        return booked

    mock._move = kept  # type: ignore[method-assign, assignment] # planted


def _overdraws(mock: SociogramMock) -> None:
    move = mock._move

    def covered(operation: str, source: str, target: str, amount: Decimal, currency: str, *more: Any) -> Any:
        lacks = amount - mock.tables.ledger.balance(source, currency)
        if lacks > 0:
            mock.tables.ledger.move(money.FUND, money.OUTSIDE, source, lacks, currency, at=mock.clock.now())
        return move(operation, source, target, amount, currency, *more)

    mock._move = covered  # type: ignore[method-assign, assignment] # planted


def _rounds_up(mock: SociogramMock) -> None:
    move = mock._move

    def rounded(operation: str, source: str, target: str, amount: Decimal, currency: str, *more: Any) -> Any:
        return move(operation, source, target, amount.quantize(PLACES[currency], "ROUND_UP"), currency, *more)

    mock._move = rounded  # type: ignore[method-assign, assignment] # planted


def _sells_without_a_yes(mock: SociogramMock) -> None:
    note = mock._note

    def noted(made: Any, answer: Any) -> None:
        note(made, answer)
        made.verdict = made.status == 200

    mock._note = noted  # type: ignore[method-assign] # planted


def _confirms_twice(mock: SociogramMock) -> None:
    buy = mock.confirm

    def twice(*given: Any, **more: Any) -> Any:
        purchase = buy(*given, **more)
        if purchase.state == "delivered":
            mock.redeliver(purchase)
        return purchase

    mock.confirm = twice  # type: ignore[method-assign] # planted


def _found(mock: SociogramMock, change: Callable[[Any, Any], Any]) -> None:
    find = mock._found
    mock._found = lambda call, rows: change(call, find(call, rows))  # type: ignore[method-assign] # planted


def _author_ignored(mock: SociogramMock) -> None:
    _found(mock, lambda call, found: [*mock.tables.publications.values()][::-1])


def _case_matters(mock: SociogramMock) -> None:
    _found(mock, lambda call, found: [row for row in found if call.parameters["query", "search"] in row.text])


def _end_left_out(mock: SociogramMock) -> None:
    _found(mock, lambda call, found: [row for row in found if row.created_at < mock.time_of(call, "to")])


def _oldest_first(mock: SociogramMock) -> None:
    _found(mock, lambda call, found: found[::-1])


def _cursor_off_by_one(mock: SociogramMock) -> None:
    after = mock._after
    mock._after = lambda cursor, found: after(cursor, found)[1 if cursor else 0 :]  # type: ignore[method-assign] # planted


def _limit_per_user_forgotten(mock: SociogramMock) -> None:
    _limits(mock, lambda rules: [rule for rule in rules if rule["per"] != "user"])


def _limit_per_app_forgotten(mock: SociogramMock) -> None:
    _limits(mock, lambda rules: [rule for rule in rules if rule["per"] != "app"])


def _limits(mock: SociogramMock, change: Callable[[Any], Any]) -> None:
    node = mock.contract.operations["users_notify"].node
    node["x-rate-limit"] = change(node["x-rate-limit"])


def _any_deposit_will_do(mock: SociogramMock, call: Any, sound: Callable[[Any], Any]) -> Any:
    call.parameters.pop(("query", "minAmount"), None)
    return sound(call)


PLANTED = {
    "the app keeps what it pays": _keeps_what_it_pays,
    "overdraws": _overdraws,
    "rounds up": _rounds_up,
    "sells without a yes": _sells_without_a_yes,
    "confirms twice": _confirms_twice,
    "author ignored": _author_ignored,
    "case matters": _case_matters,
    "end of the period left out": _end_left_out,
    "oldest first": _oldest_first,
    "cursor off by one": _cursor_off_by_one,
    "limit per user forgotten": _limit_per_user_forgotten,
    "limit per app forgotten": _limit_per_app_forgotten,
    "any deposit will do": works("checks_deposit", _any_deposit_will_do),
}
