"""The state of the mock as tests see it: made by hand, seeded, listed."""

from __future__ import annotations

import re
from dataclasses import fields
from datetime import datetime
from types import NoneType
from typing import Any, TypeVar

from . import tokens, wire
from .platform import TalkeePlatform
from .state import ROWS, Airdrop, Asset, Comment, Favourite, Reply, Reward, Site, User

MIXIN_CLIENT_ID = "61504be8-a9da-477d-9e18-448ac3780919"
"""The Mixin app of the production server: who must have issued a Mixin token."""

_MIXIN = "mixin_tokens"
_PROFILE = ("mixin_user_id", "mixin_identity_number", "full_name", "avatar_url")
_TYPES = {"int": int, "str": str, "bool": bool, "list": list, "dict": dict, "datetime": datetime, "None": NoneType}

_Row = TypeVar("_Row")


class TalkeeData(TalkeePlatform):
    """Ways to put things into the state.

    Attributes:
        mixin_profiles: the profile behind each made-up Mixin token.
    """

    mixin_profiles: dict[str, dict[str, str]]
    remembered = (*TalkeePlatform.remembered, "_threads")

    def start(self) -> None:
        super().start()
        self.mixin_profiles = {}
        self._threads: dict[tuple[int, str], list[Comment]] = {}

    def thread(self, site_id: int, slug: str) -> list[Comment]:
        """The comments of a page, oldest row first; those deleted from ``tables.comments`` left out."""
        return [one for one in self._threads.get((site_id, slug), ()) if one.id in self.tables.comments]

    def add_user(self, **values: Any) -> User:
        """Make a user; values as the fields of ``User``."""
        return self._add(User, values)

    def add_site(self, user: User, **values: Any) -> Site:
        """Make a site of a user; values as the fields of ``Site``."""
        return self._add(Site, {"user_id": user.id, **values})

    def add_comment(self, user: User, **values: Any) -> Comment:
        """Make a comment by a user; values as the fields of ``Comment``."""
        return self._add(Comment, {"user_id": user.id, **values})

    def add_reply(self, user: User, comment: Comment, **values: Any) -> Reply:
        """Make a reply by a user, and count it; values as the fields of ``Reply``."""
        return self._add(Reply, {"user_id": user.id, "comment_id": comment.id, **values})

    def add_favourite(self, user: User, comment: Comment) -> Favourite:
        """Let a user favour a comment, and count it."""
        return self._add(Favourite, {"user_id": user.id, "comment_id": comment.id})

    def add_airdrop(self, user: User, **values: Any) -> Airdrop:
        """Make an airdrop by a user; values as the fields of ``Airdrop``. Status 3 is a delivered one."""
        return self._add(Airdrop, {"user_id": user.id, **values})

    def add_reward(self, comment: Comment, **values: Any) -> Reward:
        """Make a reward for a comment; values as the fields of ``Reward``."""
        return self._add(Reward, {"object_id": comment.id, "site_id": comment.site_id, **values})

    def add_asset(self, **values: Any) -> Asset:
        """Make an asset; values as the fields of ``Asset``."""
        return self._add(Asset, values)

    def add_mixin_token(
        self, *, issuer: str = MIXIN_CLIENT_ID, scope: str = "PROFILE:READ", wallet: bool = False, **profile: str
    ) -> str:
        """A made-up Mixin token that ``auth_login`` takes, and the Mixin profile behind it.

        Args:
            issuer: the app that it was issued to.
            scope: ``FULL`` for one that an app signed itself; then any issuer will do.
            wallet: whether the profile is a wallet user's, who must log in with ``mvm``.
            profile: ``mixin_user_id``, ``mixin_identity_number``, ``full_name``, ``avatar_url``.

        Raises:
            ValueError: for another member of the profile, or one that is no text.
        """
        if unknown := {name for name, value in profile.items() if name not in _PROFILE or not isinstance(value, str)}:
            raise ValueError(f"a Mixin profile has texts {', '.join(_PROFILE)}, not {', '.join(sorted(unknown))}")
        number = self.next_id("mixin")
        made = {"mixin_user_id": self.uuid(), "mixin_identity_number": str(7000000 + number), "avatar_url": ""}
        made |= {"full_name": f"Mixin user {number}", "wallet": "yes" if wallet else "", **profile}
        claims = {"iss": issuer, "uid": made["mixin_user_id"], "scp": scope, "jti": self.uuid()}
        token = tokens.unsigned(claims, self.random.randbytes(64))
        self.mixin_profiles[token] = made
        return token

    def seed(self, **tables: int | list[dict[str, Any]]) -> dict[str, list[dict[str, Any]]]:
        """Put rows into tables: a number of ordinary ones, or the fields of each.

        ``seed(users=1, comments=25)``, ``seed(comments=[{"content": "Hello!", "favor_count": 3}])``. Tables are filled
        in the order users, sites, comments, replies, favourites, airdrops, rewards, assets. A row that names no user
        or comment belongs to the first one, which is made if need be. ``mixin_tokens`` are no table: their rows are
        arguments of ``add_mixin_token``.

        Returns:
            The rows made; users with an ``access_token``, Mixin tokens as ``mixin_token``.

        Raises:
            ValueError: for an unknown table or field.
        """
        if unknown := set(tables) - {*ROWS, _MIXIN}:
            raise ValueError(f"there is no table {', '.join(sorted(unknown))}, only {', '.join((*ROWS, _MIXIN))}")
        wanted = {name: _rows(name, given) for name, given in tables.items()}
        with self.lock:
            made = {name: {self._add(kind, row).id for row in wanted.get(name, [])} for name, kind in ROWS.items()}
            listed = self.state()
            found = {name: [row for row in listed[name] if row["id"] in made[name]] for name in tables if name in ROWS}
            for row in found.get("users", []):
                row["access_token"] = self.token_for(self.tables.users[row["id"]])
            if _MIXIN in tables:
                found[_MIXIN] = [{"mixin_token": self.add_mixin_token(**row)} for row in wanted[_MIXIN]]
            return found

    def state(self) -> dict[str, Any]:
        return self.tables.as_dict()

    def _add(self, kind: type[_Row], values: dict[str, Any]) -> _Row:
        """Make a row, what it lacks filled in, and raise the counter that it belongs to."""
        table = next(name for name, one in ROWS.items() if one is kind)
        known = [field.name for field in fields(ROWS[table])]
        # A member that somebody added to the document is kept as it is, and shown.
        declared = self.contract.document.root["components"]["schemas"].get(kind.__name__, {}).get("properties", {})
        added = {name: value for name, value in values.items() if name in declared and name not in known}
        values = {name: value for name, value in values.items() if name not in added}
        if unknown := set(values) - set(known):
            raise ValueError(f"{table} have no {', '.join(sorted(unknown))}, only {', '.join(known)}")
        values = {name: _read(name, value) for name, value in values.items()}
        for field in fields(ROWS[table]):
            if field.name in values and not _fits(values[field.name], str(field.type)):
                raise ValueError(f"{field.name} of {table} is {field.type}, not {values[field.name]!r}")
        rows: dict[int, _Row] = getattr(self.tables, table)
        number = values["id"] if "id" in values else self._free_id(table, rows)
        if number in rows or not 1 <= number <= wire.MAX_UINT:
            raise ValueError(f"an id of {table} is 1 to 2^64-1 and not taken yet, not {number}")
        missing = {name: self._default(table, name, number) for name in known if name not in values}
        row = {name: value for name, value in missing.items() if value is not None}
        rows[number] = kind(**{**row, **values, "id": number})
        vars(rows[number]).update(added)
        self._connect(rows[number])
        return rows[number]

    def _free_id(self, table: str, rows: dict[int, Any]) -> int:
        number = self.next_id(table)
        while number in rows:
            number = self.next_id(table)
        return number

    def _default(self, table: str, name: str, number: int) -> Any:
        """A value for a field that was not given; ``None`` where the row's class has one."""
        if name in ("created_at", "updated_at"):
            return self.clock.now()
        if name in ("mixin_user_id", "uuid", "recipient_id", "trace_id") or (table, name) == ("assets", "asset_id"):
            return self.uuid()
        if name == "mixin_identity_number":
            return str(1000000 + number)
        if name == "user_id":
            return next(iter(self.tables.users), None) or self.add_user().id
        if name in ("comment_id", "object_id"):
            return next(iter(self.tables.comments), None) or self._add(Comment, {}).id
        return None

    def _connect(self, row: object) -> None:
        if isinstance(row, Comment):
            self._threads.setdefault((row.site_id, row.slug), []).append(row)
        if isinstance(row, Reply | Favourite) and row.comment_id in self.tables.comments:
            comment = self.tables.comments[row.comment_id]
            comment.reply_count += isinstance(row, Reply)
            comment.favor_count += isinstance(row, Favourite)


def _rows(table: str, given: int | list[dict[str, Any]]) -> list[dict[str, Any]]:
    if isinstance(given, list) and all(isinstance(row, dict) for row in given):
        return given
    if type(given) is int and given >= 0:
        return [{}] * given
    raise ValueError(f"{table} are a number of rows, or a list of objects with their fields")


def _read(name: str, value: Any) -> Any:
    if name not in ("created_at", "updated_at") or not isinstance(value, str | datetime):
        return value
    time = datetime.fromisoformat(value) if isinstance(value, str) else value
    if time.tzinfo is None:
        raise ValueError(f"{name} needs an offset, such as 2024-02-29T12:00:00Z")
    return time


def _fits(value: Any, declared: str) -> bool:
    """Whether a value has the type that a row's class declares for it."""
    names = re.sub(r"\[[^]]*\]", "", declared).split(" | ")
    return isinstance(value, tuple(_TYPES[name] for name in names)) and isinstance(value, bool) == (declared == "bool")
