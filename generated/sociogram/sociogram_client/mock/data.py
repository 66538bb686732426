# Copied from overrides/sociogram/mock/data.py by "nox -s generate": edit it there.
"""The state of the mock as tests see it: made by hand, seeded, listed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from datetime import datetime
from decimal import Decimal
from typing import Any, TypeVar

from . import money
from .platform import SociogramPlatform
from .sender import parse_url
from .state import App, Bot, Comment, Deposit, Publication, User, plain

FIRST_UID = 1001
ROWS: dict[str, type[Any]] = {
    "users": User,
    "apps": App,
    "bots": Bot,
    "publications": Publication,
    "comments": Comment,
    "deposits": Deposit,
}
"""The class of each table's rows, in the order in which ``seed`` fills them."""

_Row = TypeVar("_Row")
Who = User | App


class SociogramData(SociogramPlatform):
    """Ways to put things into the state."""

    def start(self) -> None:
        super().start()
        self._pid = 0

    def add_user(self, *, sol: Any = 0, usd: Any = 0, **values: Any) -> User:
        """Make a user with money on the account; values as the fields of ``User``."""
        made: User = self._add("users", values)
        return self._funded(made, sol=sol, usd=usd)

    def add_app(self, *, sol: Any = 0, usd: Any = 0, **values: Any) -> App:
        """Register a mini-app with money on its balance; values as the fields of ``App``."""
        made: App = self._add("apps", values)
        return self._funded(made, sol=sol, usd=usd)

    def add_bot(self, app: App | None = None, **values: Any) -> Bot:
        """Register a bot; values as the fields of ``Bot``. With ``app`` it has that app's token, webhook and owner."""
        shared = {"token": app.token, "webhook": app.webhook, "developer": app.developer} if app else {}
        made: Bot = self._add("bots", {**shared, **values})
        return made

    def add_publication(self, user: User | None = None, **values: Any) -> Publication:
        """Publish something; values as the fields of ``Publication``."""
        made: Publication = self._add("publications", {**({"uid": user.uid} if user else {}), **values})
        return made

    def add_comment(self, user: User, publication: Publication, **values: Any) -> Comment:
        """Comment on a publication; values as the fields of ``Comment``."""
        made: Comment = self._add("comments", {"uid": user.uid, "publication": publication.id, **values})
        return made

    def add_deposit(self, user: User, publication: Publication, *, usd: Any = 1, kind: str = "tip") -> Deposit:
        """Let a user pay for a publication, as ``tip`` or ``reward``; the user's balance stays as it is."""
        values = {"uid": user.uid, "publication": publication.id, "usd": usd, "kind": kind}
        made: Deposit = self._add("deposits", values)
        return made

    def follow(self, user: User, target: User) -> None:
        """Let a user follow another one. Two who follow each other are friends (inferred)."""
        with self.lock:
            user.following.add(target.uid)

    def like(self, user: User, thing: Publication | Comment) -> None:
        """Let a user like a publication or a comment."""
        with self.lock:
            thing.liked_by.add(user.uid)

    def repost(self, user: User, publication: Publication) -> None:
        """Let a user repost a publication."""
        with self.lock:
            publication.reposted_by.add(user.uid)

    def react(self, user: User, publication: Publication, reaction: str) -> None:
        """Let a user react to a publication; which types there are is not published, so any text will do."""
        with self.lock:
            kinds = publication.reactions.setdefault(user.uid, [])
            kinds.extend([reaction] if reaction not in kinds else [])

    def mute(self, user: User, app: App | None = None, *, muted: bool = True) -> None:
        """Switch an app's notifications off for a user, or on again."""
        with self.lock:
            number = self.app_of(app).id
            (user.muted.add if muted else user.muted.discard)(number)

    # --- Money ---

    def fund(self, who: Who, amount: Any, currency: str) -> None:
        """Put test money on the balance of a user or an app. Raises ``ValueError`` if it is not above 0."""
        with self.lock:
            booked = money.code(currency)
            try:
                exact = money.kept(Decimal(str(amount)), booked)
            except (ArithmeticError, KeyError, money.NotCoveredError):
                raise ValueError(f"{amount!r} {currency!r} is no amount of sol or usd") from None
            self.tables.ledger.move(money.FUND, money.OUTSIDE, account(who), exact, booked, at=self.clock.now())

    def balance(self, who: Who, currency: str) -> Decimal:
        """What a user or an app has of a currency."""
        with self.lock:
            return self.tables.ledger.balance(account(who), money.code(currency))

    # --- All of it ---

    def seed(self, **tables: int | list[dict[str, Any]]) -> dict[str, list[dict[str, Any]]]:
        """Put rows into tables: a number of ordinary ones, or the fields of each.

        ``seed(users=2, apps=1)``, ``seed(apps=[{"webhook": "http://127.0.0.1:9000/hook", "sol": "5"}])``. Tables are
        filled in the order users, apps, bots, publications, comments, deposits. A row that names no user or
        publication belongs to the first one, which is made if need be; users and apps take ``sol`` and ``usd``.

        Returns:
            The rows made; apps and bots with their ``token``.

        Raises:
            ValueError: for an unknown table or field, or a value that will not do.
        """
        if unknown := set(tables) - set(ROWS):
            raise ValueError(f"there is no table {', '.join(sorted(unknown))}, only {', '.join(ROWS)}")
        found: dict[str, list[dict[str, Any]]] = {}
        with self.lock:
            for name in ROWS:
                rows = tables.get(name, 0)
                wanted = rows if isinstance(rows, list) else [{}] * rows
                made = [self._seeded(name, dict(row)) for row in wanted]
                if name in tables:
                    found[name] = [{**plain(row), **_token(row)} for row in made]
        return found

    def state(self) -> dict[str, Any]:
        return self.tables.as_dict()

    def app_of(self, app: App | None) -> App:
        """The app given, or the first one, which is made if need be."""
        return app or next(iter(self.tables.apps.values()), None) or self.add_app()

    def first_user(self) -> User:
        """The first user who is no app's developer; made if need be."""
        developers = {app.developer for app in (*self.tables.apps.values(), *self.tables.bots.values())}
        others = (user for user in self.tables.users.values() if user.uid not in developers)
        return next(others, None) or self.add_user()

    def _seeded(self, name: str, row: dict[str, Any]) -> Any:
        opening = {
            currency: row.pop(currency) for currency in money.PLACES if name in ("users", "apps") and currency in row
        }
        made = self._add(name, row)
        return self._funded(made, **opening) if opening else made

    def _funded(self, made: _Row, **amounts: Any) -> _Row:
        for currency, amount in amounts.items():
            if amount and isinstance(made, User | App):
                self.fund(made, amount, currency)
        return made

    def _add(self, table: str, values: Mapping[str, Any]) -> Any:
        """Make a row, what it lacks filled in."""
        with self.lock:
            known = [field.name for field in fields(ROWS[table])]
            if unknown := set(values) - set(known):
                raise ValueError(f"{table} have no {', '.join(sorted(unknown))}, only {', '.join(known)}")
            row = {name: _read(name, value) for name, value in values.items()}
            for name in known:
                if name not in row and (value := self._default(table, name)) is not None:
                    row[name] = value
            made = ROWS[table](**row)
            rows: dict[Any, Any] = getattr(self.tables, table)
            key = made.uid if table == "users" else made.id
            if key in rows:
                raise ValueError(f"{table} have {key} already")
            rows[key] = made
            return made

    def _default(self, table: str, name: str) -> Any:
        """A value for a field that was not given; None where the row's class has one."""
        makers: dict[str, Any] = {
            "id": self.object_id,
            "created_at": self.clock.now,
            "token": lambda: f"mock-{self.random.randbytes(16).hex()}",
            "address": lambda: f"0x{self.random.randbytes(20).hex()}",
            "developer": lambda: self.add_user(name="A developer").uid,
            "uid": self._free_uid if table == "users" else lambda: self.first_user().uid,
            "publication": lambda: (next(iter(self.tables.publications.values()), None) or self.add_publication()).id,
            "pid": self._free_pid,
        }
        return makers[name]() if name in makers else None

    def _free_uid(self) -> int:
        number = FIRST_UID - 1 + self.next_id("uid")
        while number in self.tables.users:
            number = FIRST_UID - 1 + self.next_id("uid")
        return number

    def _free_pid(self) -> int:
        """The time in milliseconds, or the number after the last one."""
        self._pid = max(int(self.clock.now().timestamp() * 1000), self._pid + 1)
        return self._pid


def account(who: Who) -> str:
    """The account of a user or an app in the ledger."""
    return f"user:{who.uid}" if isinstance(who, User) else f"app:{who.id}"


def _token(row: Any) -> dict[str, str]:
    return {"token": row.token} if isinstance(row, App) else {}


def _read(name: str, value: Any) -> Any:
    """A field's value from JSON."""
    if name == "created_at":
        time = datetime.fromisoformat(value) if isinstance(value, str) else value
        if time.tzinfo is None:
            raise ValueError(f"{name} needs an offset, such as 2024-02-29T12:00:00Z")
        return time
    if name in ("muted", "following", "liked_by", "reposted_by"):
        return set(value)
    if name == "reactions":
        return {int(uid): list(kinds) for uid, kinds in value.items()}
    if name == "usd":
        return Decimal(str(value))
    if name == "webhook" and value is not None:
        parse_url(value)
    if name == "token" and not (isinstance(value, str) and value.isascii() and value.isprintable() and value.strip()):
        raise ValueError("a token is text of printable ASCII characters")
    return value
