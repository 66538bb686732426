"""What Sociogram's mock remembers: tables in memory, and their rows."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from datetime import datetime
from decimal import Decimal
from typing import Any

from .._core.decimals import plain_decimal
from .money import Ledger

SECRET = ("token",)
"""Fields that ``state`` leaves out."""


@dataclass(kw_only=True)
class App:
    """A mini-app of the Dev Portal; ``developer`` is its owner's uid, ``webhook`` a URL on this machine."""

    id: str
    token: str = field(repr=False)
    developer: int
    name: str = "An app"
    webhook: str | None = None


@dataclass(kw_only=True)
class Bot(App):
    """A chat bot of the Dev Portal."""

    name: str = "A bot"


@dataclass(kw_only=True)
class User:
    """A person. ``profile`` holds further members of the user object, under their names on the wire.

    ``confirms`` is what the user says when asked to confirm a post or a comment; ``muted`` are the ids of the apps
    whose notifications are switched off; ``following`` the uids of whom the user follows.
    """

    uid: int
    id: str
    address: str
    name: str | None = None
    profile: dict[str, Any] = field(default_factory=dict)
    confirms: bool = True
    muted: set[str] = field(default_factory=set)
    following: set[int] = field(default_factory=set)
    created_at: datetime


@dataclass(kw_only=True)
class Publication:
    """Something that a user published; ``app`` is the id of the app that it was made from, if any."""

    id: str
    pid: int
    uid: int
    text: str = "Join me in CatGame!"
    images: list[str] = field(default_factory=list)
    app: str | None = None
    pinned: bool = False
    liked_by: set[int] = field(default_factory=set)
    reposted_by: set[int] = field(default_factory=set)
    reactions: dict[int, list[str]] = field(default_factory=dict)
    created_at: datetime


@dataclass(kw_only=True)
class Comment:
    """A comment of a user under a publication."""

    id: str
    uid: int
    publication: str
    text: str = "Join me in CatGame"
    images: list[str] = field(default_factory=list)
    app: str | None = None
    liked_by: set[int] = field(default_factory=set)
    created_at: datetime


@dataclass(kw_only=True)
class Deposit:
    """What a user paid for a publication: a ``reward`` or a ``tip``, as its value in USD."""

    id: str
    uid: int
    publication: str
    kind: str = "tip"
    usd: Decimal = Decimal(1)
    created_at: datetime


@dataclass(kw_only=True)
class Notification:
    """A notification that reached its user."""

    id: str
    app: str
    uid: int
    message: str
    created_at: datetime


@dataclass(kw_only=True)
class Message:
    """A message in the chat of a bot and a user; ``sender`` is ``bot`` or ``user``."""

    id: str
    chat: str
    bot: str
    uid: int
    sender: str
    content: dict[str, Any]
    created_at: datetime


@dataclass(kw_only=True)
class Purchase:
    """A purchase. ``state`` is one of ``purchases.STATES``; ``reason`` says why it went no further."""

    id: str
    app: str
    uid: int
    title: str
    prices: list[dict[str, Any]]
    payload: str
    state: str = "created"
    amount: Decimal | None = None
    currency: str | None = None
    reason: str | None = None
    created_at: datetime


@dataclass(kw_only=True)
class Delivery:
    """A call of somebody's webhook: the event, what was sent, and what came back.

    ``status`` is None where no answer came, and ``error`` says why; ``verdict`` is the yes or no that the answer was
    read as (for bots: whether it was a success).
    """

    id: str
    app: str
    event: str
    url: str | None
    data: dict[str, Any]
    status: int | None = None
    answer: str = ""
    error: str | None = None
    verdict: bool = False
    created_at: datetime


@dataclass
class State:
    """All tables, rows by their id (users by uid), and the ledger."""

    apps: dict[str, App] = field(default_factory=dict)
    bots: dict[str, Bot] = field(default_factory=dict)
    users: dict[int, User] = field(default_factory=dict)
    publications: dict[str, Publication] = field(default_factory=dict)
    comments: dict[str, Comment] = field(default_factory=dict)
    deposits: dict[str, Deposit] = field(default_factory=dict)
    notifications: dict[str, Notification] = field(default_factory=dict)
    messages: dict[str, Message] = field(default_factory=dict)
    purchases: dict[str, Purchase] = field(default_factory=dict)
    deliveries: dict[str, Delivery] = field(default_factory=dict)
    ledger: Ledger = field(default_factory=Ledger)

    def as_dict(self) -> dict[str, Any]:
        """All rows, balances and entries of the ledger as JSON values; no token is among them."""
        tables = {name: table for name, table in vars(self).items() if name != "ledger"}
        listed: dict[str, Any] = {name: [plain(row) for row in table.values()] for name, table in tables.items()}
        return {**listed, "balances": plain_value(self.ledger.balances()), "ledger": [*map(plain, self.ledger.entries)]}


def plain(row: Any) -> dict[str, Any]:
    """A row as JSON values, without what is secret."""
    return {name: plain_value(value) for name, value in asdict(row).items() if name not in SECRET}


def plain_value(value: Any) -> Any:
    """A value as JSON: amounts and times as text, sets in order."""
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, Decimal):
        return plain_decimal(value)
    if isinstance(value, set):
        return sorted(value)
    if isinstance(value, dict):
        return {str(name): plain_value(member) for name, member in value.items()}
    return [*map(plain_value, value)] if isinstance(value, list) else value
