"""Talkee as a plain-Python model: dicts and lists that the client's answers are held against."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import initialize, invariant, precondition, rule
from talkee_client import Talkee
from talkee_client._core.errors import AuthenticationError, NotFoundError
from talkee_client.mock import TalkeeMock

from .machine import Machine
from .planting import works
from .talkee import make

SLUGS = ("/a", "/b")
USERS = (1, 2)
TEXTS = st.text(min_size=1, max_size=8).filter(lambda text: text.strip() == text and text.isprintable())


@dataclass
class Row:
    """What the model knows of a comment."""

    slug: str
    user: int
    content: str
    favours: set[int] = field(default_factory=set)
    replies: list[tuple[int, str]] = field(default_factory=list)


class Model(Machine):
    """Two users write, reply and favour on two pages; each answer has to be what the model says."""

    mock: TalkeeMock
    make = staticmethod(make)

    def __init__(self) -> None:
        super().__init__()
        for _ in USERS:
            self.mock.add_user()
        self.clients = {user: self._client(self.mock.token_for(self.mock.tables.users[user])) for user in USERS}
        self.rows: dict[int, Row] = {}

    def _client(self, token: str) -> Talkee:
        return Talkee(
            base_url=self.mock.base_url,
            transport=self.mock.transport(),
            token=token,
            site_id=1,
            slug="/a",
            max_retries=0,
        )

    @initialize()
    def begin(self) -> None:
        """Some rows, or lists are too short for a limit that is not kept to show."""
        for slug in ("/a", "/a", "/a", "/b"):
            self.write(1, slug, "The first words")

    @rule(user=st.sampled_from(USERS), slug=st.sampled_from(SLUGS), content=TEXTS)
    def write(self, user: int, slug: str, content: str) -> None:
        made = self.clients[user].comments.create(content=content, slug=slug)
        assert (made.content, made.slug, made.user_id, made.favor_count) == (content, slug, user, 0)
        assert made.id not in self.rows
        self.rows[made.id] = Row(slug, user, content)

    @precondition(lambda self: self.rows)
    @rule(user=st.sampled_from(USERS), data=st.data())
    def favour(self, user: int, data: st.DataObject) -> None:
        number = data.draw(st.sampled_from(sorted(self.rows)))
        self.clients[user].comments.favorite(number)
        self.rows[number].favours.add(user)
        self._read(user, number)

    @precondition(lambda self: self.rows)
    @rule(user=st.sampled_from(USERS), data=st.data())
    def unfavour(self, user: int, data: st.DataObject) -> None:
        number = data.draw(st.sampled_from(sorted(self.rows)))
        self.clients[user].comments.unfavorite(number)
        self.rows[number].favours.discard(user)
        self._read(user, number)

    @precondition(lambda self: self.rows)
    @rule(user=st.sampled_from(USERS), data=st.data(), content=TEXTS)
    def reply(self, user: int, data: st.DataObject, content: str) -> None:
        number = data.draw(st.sampled_from(sorted(self.rows)))
        made = self.clients[user].replies.create(number, content=content)
        assert (made.content, made.user_id, made.comment_id) == (content, user, number)
        self.rows[number].replies.append((user, content))
        self._read(user, number)

    @precondition(lambda self: self.rows)
    @rule(data=st.data(), limit=st.integers(1, 3), offset=st.integers(0, 2))
    def list_replies(self, data: st.DataObject, limit: int, offset: int) -> None:
        number = data.draw(st.sampled_from(sorted(self.rows)))
        page = self.clients[1].replies.list(number, limit=limit, offset=offset)
        wanted = list(reversed(self.rows[number].replies))
        assert page.total == len(wanted)
        assert [(one.user_id, one.content) for one in page.items] == wanted[offset : offset + limit]

    @rule(
        slug=st.sampled_from(SLUGS),
        order=st.sampled_from(["created_at", "created_at_asc"]),
        limit=st.integers(1, 3),
        offset=st.integers(0, 2),
    )
    def list_comments(self, slug: str, order: Any, limit: int, offset: int) -> None:
        page = self.clients[1].comments.list(slug=slug, order_by=order, limit=limit, offset=offset)
        wanted = sorted(number for number, row in self.rows.items() if row.slug == slug)
        wanted = wanted if order == "created_at_asc" else wanted[::-1]
        assert page.total == len(wanted)
        assert [one.id for one in page.items] == wanted[offset * limit : offset * limit + limit]  # pages, not rows

    @precondition(lambda self: self.rows)
    @rule(user=st.sampled_from(USERS), data=st.data())
    def read(self, user: int, data: st.DataObject) -> None:
        self._read(user, data.draw(st.sampled_from(sorted(self.rows))))

    @rule(number=st.integers(1000, 2000))
    def read_unknown(self, number: int) -> None:
        with pytest.raises(NotFoundError):
            self.clients[1].comments.get(number)

    @rule(place=st.integers(0, 42))
    def write_with_a_forged_token(self, place: int) -> None:
        """One character of the signature is another one: nobody is signed in."""
        token = self.mock.token_for(self.mock.tables.users[1])
        head, _, signature = token.rpartition(".")
        other = "B" if signature[place] == "Z" else "Z"
        forged = f"{head}.{signature[:place]}{other}{signature[place + 1 :]}"
        if place < 42:  # the last character has bits that do not count
            with pytest.raises(AuthenticationError):
                self._client(forged).comments.create(content="Forged")

    def _read(self, user: int, number: int) -> None:
        seen, row = self.clients[user].comments.get(number), self.rows[number]
        assert (seen.content, seen.slug, seen.user_id) == (row.content, row.slug, row.user)
        assert (seen.favor_count, seen.reply_count) == (len(row.favours), len(row.replies))
        assert bool(seen.fav_id) == (user in row.favours)
        assert seen.creator is not None
        assert seen.creator.id == row.user

    @invariant()
    def totals_agree(self) -> None:
        figures = self.clients[1].stats.global_()
        favours = sum(len(row.favours) for row in self.rows.values())
        assert (figures.total_comments, figures.total_favors) == (len(self.rows), favours)


# --- Planted faults, none of which schemathesis can find ---


def _limit_ignored(mock: TalkeeMock) -> None:
    mock.page = lambda call: (20, TalkeeMock.page(mock, call)[1])  # type: ignore[method-assign] # planted


def _filter_ignored(mock: TalkeeMock) -> None:
    mock.thread = lambda site_id, slug: [*mock.tables.comments.values()]  # type: ignore[method-assign] # planted


def _wrong_content(mock: TalkeeMock, call: Any, sound: Callable[[Any], Any]) -> Any:
    made = sound(call)
    return {**made, "content": made["content"][:3]}


def _page_off_by_one(mock: TalkeeMock) -> None:
    mock.page = lambda call: (TalkeeMock.page(mock, call)[0], TalkeeMock.page(mock, call)[1] + 1)  # type: ignore[method-assign] # planted


def _signature_not_compared(mock: TalkeeMock) -> None:
    mock._user_of = lambda request: mock.tables.users[1]  # type: ignore[method-assign] # planted


def _reply_not_counted(mock: TalkeeMock, call: Any, sound: Callable[[Any], Any]) -> Any:
    made = sound(call)
    mock.tables.comments[int(made["comment_id"])].reply_count -= 1
    return made


PLANTED = {
    "a write that does not count": works(
        "comments_fav", lambda mock, call, sound: mock._bare(mock._read_comment(call))
    ),
    "limit ignored": _limit_ignored,
    "filter ignored": _filter_ignored,
    "wrong content echoed": works("comments_get", _wrong_content),
    "page off by one": _page_off_by_one,
    "signature not compared": _signature_not_compared,
    "reply not counted": works("replies_create", _reply_not_counted),
}
