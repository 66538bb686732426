"""Whatever is sent, an answer comes back that the document allows, and no money comes or goes by it."""

from __future__ import annotations

import json
import time
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sociogram_client.mock import SociogramMock

from .conftest import NOW, World

OPERATIONS = list(SociogramMock().contract.operations.values())
ODD = ["", "0", "-1", "1337", "9007199254740992", "1e3", "\x00", "\ud800", "%", "%zz", "a/b", "NaN", "usdt", "sol",
       "f" * 24, "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00", "0000-01-01T00:00:00Z",
       "2016-12-31T23:59:60Z"]  # fmt: skip
NAMES = ["uid", "message", "amount", "currency", "publicationId", "commentId", "text", "images", "communityReward",
         "buttonMarkup", "media", "question", "options", "prize", "winners", "durationSeconds"]  # fmt: skip
QUERY = ["uid", "userId", "authorId", "search", "from", "to", "cursor", "limit", "publicationId", "pid", "minAmount",
         "targetSlug", "userSlug", "pollId"]  # fmt: skip

texts = st.sampled_from(ODD) | st.text(max_size=20)
numbers = st.integers() | st.floats() | st.sampled_from([1337, 1911, 0.35, 1e-12, 1e308, 10, 10**400])
scalars = st.none() | st.booleans() | numbers | texts
values = st.recursive(
    scalars, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3), max_leaves=8
)
documents = st.dictionaries(st.sampled_from(NAMES) | texts, values, max_size=6) | values
near = st.fixed_dictionaries({"uid": numbers, "amount": numbers, "currency": texts, "text": texts})


def _written(value: Any) -> bytes:
    try:
        return json.dumps(value).encode()
    except ValueError:  # an integer of more digits than Python writes
        return b"1" * 5000


bodies = (documents | near).map(_written) | st.binary(max_size=60) | st.just(b"[" * 3000)


def quoted(text: str) -> str:
    return "".join(f"%{byte:02X}" for byte in text.encode("utf-8", "surrogatepass"))


@settings(max_examples=60, derandomize=True, deadline=None, database=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_any_request_gets_an_answer_that_the_document_allows(data: st.DataObject) -> None:
    world = World()
    world.mock.seed(publications=[{"id": "f" * 24}], comments=1)
    for _ in range(6):
        operation = data.draw(st.sampled_from(OPERATIONS))
        pairs = data.draw(st.lists(st.tuples(st.sampled_from(QUERY), texts), max_size=6))
        query = "&".join(f"{name}={quoted(value)}" for name, value in pairs)
        method = data.draw(st.sampled_from([operation.method, operation.method, "GET", "POST", "HEAD", "OPTIONS"]))
        kind = data.draw(
            st.sampled_from(["application/json", "application/json", "text/plain", "", "application/json;x"])
        )
        body = data.draw(bodies)
        answer = world.request(method, f"{operation.path}?{query}", ("Content-Type", kind), body=body)
        assert answer.response.dropped is False
        assert answer.status < 500 or answer.status == 501
    assert world.own_faults == []
    assert world.mock.tables.ledger.audit() == []
    assert world.mock.state()


@pytest.mark.parametrize(
    "text", ["0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00", "0000-01-01T00:00:00Z", "2016-12-31T23:59:60Z"]
)
def test_times_at_the_ends_of_the_calendar_end_in_an_answer(world: World, text: str) -> None:
    world.mock.add_publication(world.user, created_at=NOW)
    for name in ("from", "to"):
        query: dict[str, Any] = {"authorId": world.user.id, "search": "c", name: text}
        answer = world.get("/mini-app/search-publications", **query)
        assert answer.status in (200, 400)


@pytest.mark.parametrize("header", [("X-App-Key", "\xff\xfe"), ("X-App-Key", "x" * 100_000), ("x-app-key", "")])
def test_odd_tokens_are_unknown_ones(world: World, header: tuple[str, str]) -> None:
    assert world.request("GET", "/mini-app/get-user?uid=1337", header, token="").status == 401


def test_texts_of_any_characters_come_back_as_they_were(world: World) -> None:
    for text in ("\x00", "\u2028", "日本語 🐈", "<b>&amp;</b>", "\\u0041", "İ ß"):
        made = world.post("/mini-app/create-post", {"uid": 1337, "text": text}).data
        found = world.get("/mini-app/search-publications", authorId=world.user.id, search=text).data["rows"]
        assert [row["text"] for row in found if row["_id"] == made["_id"]] == [text]


def test_a_half_of_a_character_is_replaced(world: World) -> None:
    body = b'{"uid":1337,"text":"\\ud83d cat"}'
    assert world.post("/mini-app/create-post", body).status == 201
    assert [row.text for row in world.mock.tables.publications.values()] == ["\ufffd cat"]


def test_searching_a_great_many_rows_takes_no_great_time(world: World) -> None:
    world.mock.seed(publications=[{"uid": 1337, "text": f"catgame {number}"} for number in range(5_000)])
    begun = time.monotonic()
    answer = world.get("/mini-app/search-publications", authorId=world.user.id, search="catgame", limit=100)
    assert len(answer.data["rows"]) == 100
    assert time.monotonic() - begun < 1
