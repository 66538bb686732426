# Copied from overrides/socialize/mock/state.py by "nox -s generate": edit it there.
"""What Socialize's mock remembers: tables in memory, and their rows."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import Any

from . import wire

KINDS = ("comment", "like", "share", "view")
HIDDEN = ("auth_token",)
"""Members of rows that no state shows: a test may use real accounts at a third party."""


@dataclass(kw_only=True)
class Application:
    """An app, and what its requests are signed with; ``owner_id`` names another whose keys send its alerts as well."""

    id: int
    name: str = "Example app"
    consumer_key: str
    consumer_secret: str = field(repr=False)
    android_package_name: str | None = None
    apple_store_id: str | None = None
    category: str | None = None
    description: str | None = None
    notifications_enabled: bool = True
    owner_id: int | None = None


@dataclass(kw_only=True)
class Link:
    """An account at a third party; ``auth_type`` is 1 for Facebook and 2 for Twitter.

    ``made_up`` says that the mock chose the id, since nobody gave one.
    """

    auth_type: int
    auth_id: str
    auth_token: str = field(default="", repr=False)
    made_up: bool = False


@dataclass(kw_only=True)
class User:
    """A user of an app; ``udid`` is the device of an anonymous one. The last two are stored and never shown."""

    id: int
    application_id: int
    token: str = field(repr=False)
    token_secret: str = field(repr=False)
    username: str
    udid: str | None = None
    first_name: str | None = None
    last_name: str | None = None
    description: str | None = None
    location: str | None = None
    sex: str | None = None
    meta: str | None = None
    small_image_uri: str | None = None
    medium_image_uri: str | None = None
    large_image_uri: str | None = None
    quiet_start_time: str | None = None
    quiet_end_time: str | None = None
    timezone: str | None = None
    third_party_auth: list[Link] = field(default_factory=list)
    email: str | None = None
    date_of_birth: str | None = None


@dataclass(kw_only=True)
class Entity:
    """Something with a key, inside of an app."""

    id: int
    application_id: int
    key: str
    name: str = ""
    type: str = "article"
    meta: str | None = None
    attach_token: str = ""
    comments: int = 0
    likes: int = 0
    shares: int = 0
    views: int = 0
    shown_views: int | None = None
    shown_total: int | None = None

    @property
    def total(self) -> int:
        """All activity."""
        return self.comments + self.likes + self.shares + self.views


@dataclass(kw_only=True)
class Activity:
    """A comment, like, share or view; ``order`` is its place among all of them."""

    id: int
    order: int
    kind: str
    application_id: int
    user_id: int
    entity_id: int
    date: datetime
    text: str = ""
    medium: int = 101
    medium_name: str | None = None
    lat: float | None = None
    lng: float | None = None
    share_location: bool = True
    third_parties: list[str] = field(default_factory=list)


@dataclass(kw_only=True)
class Subscription:
    """That a user wants news about an entity, or no longer does."""

    id: int
    user_id: int
    entity_id: int
    type: str = "new_comments"
    subscribed: bool = True
    date: datetime


@dataclass(kw_only=True)
class Device:
    """A device of a user."""

    id: int
    application_id: int
    user_id: int
    device_token: str
    device_type: str = "iOS"
    service_type: str = "APNS_PRODUCTION"
    c2dm_registration_id: str | None = None
    gcm_registration_id: str | None = None


@dataclass(kw_only=True)
class Alert:
    """A smart alert that was sent; ``recipients`` are the ids of the users who got it."""

    id: int
    application_id: int
    created: datetime
    message: str = "There is news"
    subscription: str = "developer_notification"
    broadcast_user_set: str = "application_users"
    entity_id: int | None = None
    url: str = ""
    users: list[int] = field(default_factory=list)
    devices: list[str] = field(default_factory=list)
    recipients: list[int] = field(default_factory=list)


@dataclass(kw_only=True)
class Event:
    """What an SDK reported about itself."""

    id: int
    application_id: int
    user_id: int
    bucket: str
    values: dict[str, Any]


@dataclass
class State:
    """All tables, rows by their id, and what finds a row without looking through its table.

    ``last_views`` has what is left where views are only counted: the last one of each app, by the app's id.
    """

    applications: dict[int, Application] = field(default_factory=dict)
    users: dict[int, User] = field(default_factory=dict)
    entities: dict[int, Entity] = field(default_factory=dict)
    comments: dict[int, Activity] = field(default_factory=dict)
    likes: dict[int, Activity] = field(default_factory=dict)
    shares: dict[int, Activity] = field(default_factory=dict)
    views: dict[int, Activity] = field(default_factory=dict)
    last_views: dict[int, Activity] = field(default_factory=dict)
    subscriptions: dict[int, Subscription] = field(default_factory=dict)
    devices: dict[int, Device] = field(default_factory=dict)
    alerts: dict[int, Alert] = field(default_factory=dict)
    events: dict[int, Event] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.consumers: dict[str, Application] = {}
        self.tokens: dict[str, User] = {}
        self.keys: dict[tuple[int, str], Entity] = {}
        self.counts: Counter[tuple[str, int, int]] = Counter()
        """How many activities of a kind a user (by entity 0: on all entities together) has on an entity."""

    def activities(self, kind: str) -> dict[int, Activity]:
        """The table of a kind of activity."""
        table: dict[int, Activity] = getattr(self, f"{kind}s")
        return table

    def count(self, activity: Activity, change: int) -> None:
        """Raise or lower the counters that an activity belongs to."""
        kinds = f"{activity.kind}s"
        entity = self.entities[activity.entity_id]
        setattr(entity, kinds, getattr(entity, kinds) + change)
        self.counts[kinds, activity.user_id, activity.entity_id] += change
        self.counts[kinds, activity.user_id, 0] += change

    def as_dict(self) -> dict[str, list[dict[str, Any]]]:
        """All rows as JSON values."""
        tables = vars(self).items()
        index = ("consumers", "tokens", "keys", "counts")
        return {name: [_plain(asdict(row)) for row in table.values()] for name, table in tables if name not in index}


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _plain(member) for name, member in value.items() if name not in HIDDEN}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    return wire.time(value) if isinstance(value, datetime) else value
