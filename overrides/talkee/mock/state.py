"""What Talkee's mock remembers: tables in memory, and their rows."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import Any

from . import wire

NOBODY = "0x" + "0" * 40
"""The wallet address of a user of Mixin Messenger."""


@dataclass(kw_only=True)
class User:
    """A person; ``language`` is stored and never shown."""

    id: int
    mixin_user_id: str
    mixin_identity_number: str = "0"
    full_name: str = "A reader"
    avatar_url: str = ""
    mvm_public_key: str = NOBODY
    language: str = "en"
    created_at: datetime | None = None


@dataclass(kw_only=True)
class Site:
    """A web site, owned by a user."""

    id: int
    user_id: int
    name: str = ""
    origins: list[str] = field(default_factory=list)
    use_arweave: bool = False
    reward_strategy: int = 0
    created_at: datetime | None = None
    updated_at: datetime | None = None


@dataclass(kw_only=True)
class Comment:
    """A comment; ``favor_count`` below zero makes every read of it fail."""

    id: int
    user_id: int
    site_id: int = 1
    slug: str = "/posts/11"
    content: str = "Hello!"
    favor_count: int = 0
    reply_count: int = 0
    arweave_tx_hash: str = ""
    created_at: datetime | None = None
    updated_at: datetime | None = None


@dataclass(kw_only=True)
class Reply:
    """A reply to a comment."""

    id: int
    user_id: int
    comment_id: int
    content: str = "A reply"
    created_at: datetime | None = None
    updated_at: datetime | None = None


@dataclass(kw_only=True)
class Favourite:
    """That a user favours a comment; a row per favour, also for repeated ones."""

    id: int
    user_id: int
    comment_id: int


@dataclass(kw_only=True)
class Airdrop:
    """An airdrop ("tip"); ``status`` is 0 new, 1 paid, 2 being delivered, 3 delivered, 4 failed."""

    id: int
    user_id: int
    uuid: str
    mixpay_code: str = ""
    site_id: int = 0
    slug: str = ""
    airdrop_type: str = "slug"
    opponent_id: int = 0
    strategy_name: str = ""
    strategy_params: dict[str, Any] | None = None
    asset_id: str = "c6d0c728-2624-429b-8e0d-d9d19b6592fa"
    amount: str = "1"
    memo: str = ""
    status: int = 0
    created_at: datetime | None = None


@dataclass(kw_only=True)
class Reward:
    """What somebody got from an airdrop."""

    id: int
    object_id: int
    recipient_id: str
    trace_id: str
    object_type: str = "comment"
    tip_id: int = 0
    site_id: int = 0
    asset_id: str = "c6d0c728-2624-429b-8e0d-d9d19b6592fa"
    snapshot_id: str = ""
    amount: str = "1"
    memo: str = ""
    created_at: datetime | None = None


@dataclass(kw_only=True)
class Asset:
    """A crypto asset; ``id`` is only the row's."""

    id: int
    asset_id: str
    name: str = "Bitcoin"
    symbol: str = "BTC"
    icon_url: str = ""
    price_usd: str = "28843.15"
    order: int = 0
    created_at: datetime | None = None
    updated_at: datetime | None = None


@dataclass
class State:
    """All tables, rows by their id."""

    users: dict[int, User] = field(default_factory=dict)
    sites: dict[int, Site] = field(default_factory=dict)
    comments: dict[int, Comment] = field(default_factory=dict)
    replies: dict[int, Reply] = field(default_factory=dict)
    favourites: dict[int, Favourite] = field(default_factory=dict)
    airdrops: dict[int, Airdrop] = field(default_factory=dict)
    rewards: dict[int, Reward] = field(default_factory=dict)
    assets: dict[int, Asset] = field(default_factory=dict)

    def favours_of(self, user: User | None) -> dict[int, list[Favourite]]:
        """The favours of a user by the comment's id, oldest first."""
        found: dict[int, list[Favourite]] = {}
        for favour in self.favourites.values() if user else ():
            if user and favour.user_id == user.id:
                found.setdefault(favour.comment_id, []).append(favour)
        return found

    def as_dict(self) -> dict[str, list[dict[str, Any]]]:
        """All rows as JSON values."""
        tables = vars(self).items()
        return {name: [_plain(asdict(row)) for row in table.values()] for name, table in tables}


ROWS: dict[str, type[Any]] = {
    "users": User,
    "sites": Site,
    "comments": Comment,
    "replies": Reply,
    "favourites": Favourite,
    "airdrops": Airdrop,
    "rewards": Reward,
    "assets": Asset,
}
"""The class of each table's rows."""


def _plain(row: dict[str, Any]) -> dict[str, Any]:
    return {name: wire.timestamp(value) if isinstance(value, datetime) else value for name, value in row.items()}
