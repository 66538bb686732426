"""The state of the mock as tests see it: made by hand, seeded, listed."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from dataclasses import fields
from datetime import datetime
from typing import Any, TypeVar

from . import wire
from .platform import CONSUMER_KEY, CONSUMER_SECRET, SocializePlatform
from .state import KINDS, Activity, Alert, Application, Device, Entity, Event, Link, Subscription, User

_Row = TypeVar("_Row")

ROWS: dict[str, type[Any]] = {
    "applications": Application,
    "users": User,
    "entities": Entity,
    **{f"{kind}s": Activity for kind in KINDS},
    "subscriptions": Subscription,
    "devices": Device,
    "alerts": Alert,
    "events": Event,
}
"""The class of each table's rows."""
_OWNED = ("user_id", "entity_id", "application_id")


class SocializeData(SocializePlatform):
    """Ways to put things into the state, past all checks of the platform. Values are the fields of the rows' classes.

    What names no app, user or entity belongs to the first one, which is made if need be.
    """

    def start(self) -> None:
        super().start()
        self.application = self.add_application(consumer_key=CONSUMER_KEY, consumer_secret=CONSUMER_SECRET)

    def add_application(self, **values: Any) -> Application:
        """Make an app; its consumer key and secret are made up if they are not given."""
        row: Application = self._add("applications", values)
        self.tables.consumers[row.consumer_key] = row
        return row

    def add_user(self, application: Application | None = None, **values: Any) -> User:
        """Make a user of an app; ``third_party_auth`` takes ``Link`` or its fields."""
        row: User = self._add("users", _with(values, application_id=application))
        row.third_party_auth = [link if isinstance(link, Link) else Link(**link) for link in row.third_party_auth]
        self.tables.tokens[row.token] = row
        return row

    def add_entity(self, application: Application | None = None, **values: Any) -> Entity:
        """Make an entity of an app."""
        row: Entity = self._add("entities", _with(values, application_id=application))
        self.tables.keys[row.application_id, row.key] = row
        return row

    def add_comment(self, user: User | None = None, entity: Entity | None = None, **values: Any) -> Activity:
        """Let a user comment on an entity, and count it."""
        return self.add_activity("comment", user, entity, **values)

    def add_like(self, user: User | None = None, entity: Entity | None = None, **values: Any) -> Activity:
        """Let a user like an entity, and count it."""
        return self.add_activity("like", user, entity, **values)

    def add_share(self, user: User | None = None, entity: Entity | None = None, **values: Any) -> Activity:
        """Let a user share an entity, and count it; ``medium`` is 1 Twitter, 2 Facebook, 3 Email, 4 SMS, 101 other."""
        return self.add_activity("share", user, entity, **values)

    def add_view(self, user: User | None = None, entity: Entity | None = None, **values: Any) -> Activity:
        """Let a user view an entity, and count it."""
        return self.add_activity("view", user, entity, **values)

    def add_activity(self, kind: str, user: User | None, entity: Entity | None, **values: Any) -> Activity:
        """Let a user do something with an entity, and count it."""
        user = user or self._first_user(entity)
        entity = entity or self._first_entity(user)
        owners = {"user_id": user.id, "entity_id": entity.id, "application_id": entity.application_id}
        counted = kind == "view" and self.views == "counted"
        row: Activity = self._add(f"{kind}s", {"kind": kind, **owners, **values, **({"id": 1} if counted else {})})
        if counted:
            self.tables.last_views[row.application_id] = self.tables.views.pop(1)
        self.tables.count(row, 1)
        return row

    def add_subscription(self, user: User | None = None, entity: Entity | None = None, **values: Any) -> Subscription:
        """Subscribe a user to an entity."""
        user = user or self._first_user(entity)
        entity = entity or self._first_entity(user)
        row: Subscription = self._add("subscriptions", {"user_id": user.id, "entity_id": entity.id, **values})
        return row

    def add_device(self, user: User | None = None, **values: Any) -> Device:
        """Register a device of a user."""
        user = user or self._first_user(None)
        row: Device = self._add("devices", {"user_id": user.id, "application_id": user.application_id, **values})
        return row

    def add_alert(self, application: Application | None = None, **values: Any) -> Alert:
        """Make a smart alert that was sent."""
        row: Alert = self._add("alerts", _with(values, application_id=application))
        return row

    def seed(self, **tables: int | list[dict[str, Any]]) -> dict[str, list[dict[str, Any]]]:
        """Put rows into tables: a number of ordinary ones, or the fields of each.

        ``seed(users=1, comments=25)``, ``seed(entities=[{"key": "http://example.com/", "name": "Home"}])``. Tables are
        filled in the order applications, users, entities, comments, likes, shares, views, subscriptions, devices,
        alerts. A row that names no app, user or entity belongs to the first one, which is made if need be.

        Returns:
            The rows made, apps and users with what they sign with.

        Raises:
            ValueError: for an unknown table or field, or a row that belongs to one that does not exist.
        """
        if unknown := set(tables) - set(ROWS):
            raise ValueError(f"there is no table {', '.join(sorted(unknown))}, only {', '.join(ROWS)}")
        with self.lock:
            made: dict[str, set[int]] = {}
            for name in ROWS:
                rows = tables.get(name, 0)
                wanted = rows if isinstance(rows, list) else [{}] * rows
                made[name] = {self._seed_row(name, row) for row in wanted}
            listed = self.state()
            return {name: [row for row in listed[name] if row["id"] in made[name]] for name in tables}

    def _seed_row(self, table: str, row: Mapping[str, Any]) -> int:
        owners = {name: self._owner(name, row[name]) for name in _OWNED if row.get(name) is not None}
        values = {name: value for name, value in row.items() if name not in owners}
        user, entity, application = (owners.get(name) for name in _OWNED)
        if table == "applications":
            return self.add_application(**values).id
        if table == "users":
            return self.add_user(application, **values).id
        if table == "entities":
            return self.add_entity(application, **values).id
        if table == "alerts":
            return self.add_alert(application, **values, **({"entity_id": entity.id} if entity else {})).id
        if table == "devices":
            return self.add_device(user, **values).id
        if table == "events":
            raise ValueError("events are reported by SDKs, so they cannot be seeded")
        if table == "subscriptions":
            return self.add_subscription(user, entity, **values).id
        return self.add_activity(table[:-1], user, entity, **values).id

    def _owner(self, name: str, number: Any) -> Any:
        tables = self.tables
        owners: dict[str, Mapping[int, Any]] = {"user_id": tables.users, "entity_id": tables.entities}
        table = owners.get(name, tables.applications)
        if number not in table:
            raise ValueError(f"there is no row {number!r} for {name}")
        return table[number]

    def state(self) -> dict[str, Any]:
        return self.tables.as_dict()

    # --- Rows ---

    def _first_user(self, entity: Entity | None) -> User:
        application = self.tables.applications[entity.application_id] if entity else self.application
        found = (user for user in self.tables.users.values() if user.application_id == application.id)
        return next(found, None) or self.add_user(application)

    def _first_entity(self, user: User) -> Entity:
        found = (one for one in self.tables.entities.values() if one.application_id == user.application_id)
        return next(found, None) or self.add_entity(self.tables.applications[user.application_id])

    def _add(self, table: str, values: dict[str, Any]) -> Any:
        """Make a row, what it lacks filled in."""
        known = [field.name for field in fields(ROWS[table])]
        if unknown := set(values) - set(known):
            raise ValueError(f"{table} have no {', '.join(sorted(unknown))}, only {', '.join(known)}")
        rows: dict[int, Any] = getattr(self.tables, table)
        number = values.get("id") or self._free_id(table, rows)
        filled = {name: self._default(table, name, number) for name in known if name not in values}
        given = {name: _read(name, value) for name, value in values.items()}
        rows[number] = ROWS[table](
            **{name: value for name, value in filled.items() if value is not None}, **{**given, "id": number}
        )
        return rows[number]

    def _free_id(self, table: str, rows: Mapping[int, Any]) -> int:
        number = self.next_id(table)
        while number in rows:
            number = self.next_id(table)
        return number

    def _default(self, table: str, name: str, number: int) -> Any:
        """A value for a field that was not given; ``None`` where the row's class has one."""
        if name in ("date", "created"):
            return self.clock.now()
        if name in ("token", "token_secret", "consumer_key", "consumer_secret"):
            return self.uuid()
        if name == "application_id":
            return self.application.id
        if name == "order":
            return self.next_id("order")
        if name == "attach_token":
            return base64.b64encode(self.random.randbytes(48)).decode()
        if name == "device_token":
            return self.random.randbytes(32).hex()
        if (table, name) == ("users", "username"):
            return f"User{number}"
        if (table, name) == ("entities", "key"):
            return f"http://example.com/{number}"
        if (table, name) == ("entities", "type"):
            return self.entity_type
        if (table, name) == ("comments", "text"):
            return "A comment"
        return None


def _with(values: dict[str, Any], **owners: Any) -> dict[str, Any]:
    return {**{name: row.id for name, row in owners.items() if row is not None}, **values}


def _read(name: str, value: Any) -> Any:
    if name not in ("date", "created"):
        return value
    time = datetime.fromisoformat(value) if isinstance(value, str) else value
    if not isinstance(time, datetime) or time.tzinfo is None:
        raise ValueError(f"{name} needs an offset, such as {wire.time(datetime.fromtimestamp(0).astimezone())}")
    return time
