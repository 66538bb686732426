"""Lists go on to their end, by position and by id, each item once; dates are aware and go back as they came."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import Any

import httpx2
import pytest
from socialize_client import InvalidRequestError, models

from .conftest import KEY, World

pytestmark = pytest.mark.filterwarnings("ignore:The platform has deprecated")

UTC = datetime.UTC


@pytest.fixture
def filled(here: World) -> World:
    """250 entities, and 230 comments, 12 likes, 11 shares of the reader on the first entity."""
    here.mock.seed(entities=250)
    entity = here.mock.add_entity(key=KEY)
    for number in range(230):
        here.mock.add_comment(user=here.reader, entity=entity, text=str(number))
    for _ in range(12):
        here.mock.add_like(user=here.mock.add_user(), entity=entity)
        here.mock.add_share(user=here.reader, entity=entity)
    return here


Call = Callable[[Any, World], Any]
BY_POSITION: dict[str, tuple[Call, int]] = {
    "entities": (lambda c, here: c.entities.list(), 251),
    "entities by activity": (lambda c, here: c.entities.list(sort="total_activity"), 251),
    "comments": (lambda c, here: c.comments.list(), 230),
    "comments on an entity": (lambda c, here: c.comments.list(entity_key=KEY), 230),
    "comments of 40 at a time": (lambda c, here: c.comments.list(first=0, last=40), 230),
    "comments from the middle on": (lambda c, here: c.comments.list(first=100, last=250), 130),
    "comments from one on": (lambda c, here: c.comments.list(first=150), 80),
    "entities from one on": (lambda c, here: c.entities.list(first=50), 201),
    "a user's comments from one on": (lambda c, here: c.users.list_comments(here.reader.id, first=99), 131),
    "likes": (lambda c, here: c.likes.list(last=5), 12),
    "shares": (lambda c, here: c.shares.list(last=5), 12),
    "a user's comments": (lambda c, here: c.users.list_comments(here.reader.id), 230),
    "a user's shares": (lambda c, here: c.users.list_shares(here.reader.id, last=7), 12),
    "the stream": (lambda c, here: c.activities.list(entity_key=KEY), 254),
    "a user's stream": (lambda c, here: c.users.list_activities(here.reader.id, last=50), 242),
}
BY_ID: dict[str, tuple[Call, int]] = {
    "entities": (lambda c, here: c.entities.list(limit=100), 251),
    "comments": (lambda c, here: c.comments.list(limit=30), 230),
    "comments by more than are given": (lambda c, here: c.comments.list(limit=1000), 230),
    "comments below one": (lambda c, here: c.comments.list(limiting_id=101), 100),
    "likes one by one": (lambda c, here: c.likes.list(limit=1), 12),
    "shares": (lambda c, here: c.shares.list(limit=12), 12),
}


def keys(items: list[Any]) -> list[Any]:
    return [(getattr(item, "activity_type", None), item.id) for item in items]


@pytest.mark.parametrize(("call", "total"), BY_POSITION.values(), ids=BY_POSITION)
def test_a_list_by_position_goes_on_to_the_end(filled: World, call: Call, total: int) -> None:
    items = list(call(filled.client(filled.reader), filled))
    assert len(set(keys(items))) == len(items) == total


@pytest.mark.parametrize(("call", "total"), BY_ID.values(), ids=BY_ID)
def test_a_list_by_id_goes_on_to_the_end(filled: World, call: Call, total: int) -> None:
    items = list(call(filled.client(filled.reader), filled))
    assert [item.id for item in items] == sorted((item.id for item in items), reverse=True)
    assert len(items) == total
    sent = [exchange.request.query for exchange in filled.mock.exchanges]
    assert not any("first=" in target or "last=" in target for target in sent)


def test_the_entity_with_the_most_activity_comes_first(filled: World) -> None:
    assert filled.client(filled.reader).entities.list(sort="total_activity").items[0].key == KEY


def test_new_items_shift_no_list_by_id_and_repeat_none_by_position(filled: World) -> None:
    client = filled.client(filled.reader)
    for more in ({"limit": 100}, {}):
        seen: list[int] = []
        for item in client.comments.list(entity_key=KEY, **more):
            seen.append(item.id)
            if len(seen) == 50:
                client.comments.create(entity_key=KEY, text="new")
        assert len(set(seen)) == len(seen) >= 230


def test_pages_have_their_items_and_the_total(filled: World) -> None:
    page = filled.client(filled.reader).comments.list(first=10, last=30)
    assert (len(page.items), page.total, page.has_next) == (20, 230, True)
    assert [item.text for item in page.items[:2]] == ["219", "218"]
    assert [item.text for item in page.next_page().items[:2]] == ["199", "198"]


def test_subscriptions_are_read_in_both_ways(here: World) -> None:
    user = here.client(here.reader)
    user.subscriptions.create_many([{"entity_key": str(n), "type": "new_comments"} for n in range(130)])
    assert len(list(user.subscriptions.list())) == len(list(user.subscriptions.list(limit=60))) == 130
    assert [each.entity.key for each in user.subscriptions.list(entity_key="7")] == ["7"]


def test_alerts_are_read_to_the_end(here: World) -> None:
    for _ in range(45):
        here.mock.add_alert()
    page = here.client().management.smart_alerts.list()
    assert page.total == 45
    assert len(list(here.client().management.smart_alerts.list(limit=10))) == 45


@pytest.mark.parametrize(
    "asked",
    [{"first": 0, "limit": 5}, {"last": 5, "limiting_id": 9}, {"first": 0, "last": 5, "limiting_id": 1, "limit": 5}],
)
def test_the_two_ways_do_not_mix(here: World, asked: dict[str, int]) -> None:
    user = here.client(here.reader)
    for calls in (user.comments, user.likes, user.shares, user.subscriptions, user.entities):
        with pytest.raises(InvalidRequestError, match="first and last, or limiting_id and limit, not both"):
            assert calls.list(**asked).items
    with pytest.raises(InvalidRequestError, match="does not go with sort"):
        assert user.entities.list(sort="total_activity", limit=5).items
    assert here.calls == []


def test_ids_and_keys_are_repeated(here: World) -> None:
    entities = [here.mock.add_entity(key=f"http://example.com/?n={number}&m=+") for number in range(5)]
    user = here.client(here.reader)
    chosen = entities[1:4]
    assert {each.id for each in user.entities.list(id=[each.id for each in chosen])} == {each.id for each in chosen}
    assert {each.id for each in user.entities.list(entity_key=[each.key for each in chosen])} == {e.id for e in chosen}
    assert "id=2&id=3&id=4" in here.mock.exchanges[0].request.query
    assert [each.id for each in user.users.list(id=[here.other.id]).items] == [here.other.id]


# --- Dates ------------------------------------------------------------------------------------------------------------


def test_dates_are_aware_and_go_back_in_the_form_of_the_wire(here: World) -> None:
    user = here.client(here.reader)
    comment = user.comments.create(entity_key=KEY, text="x")
    assert comment.date == here.mock.clock.now().replace(microsecond=0)
    assert comment.date.utcoffset() == datetime.timedelta(0)
    assert '"2012-06-26 22:24:03+0000"' in comment.model_dump_json()
    number = (
        here.client().management.smart_alerts.send(application_id=here.mock.application.id, message="x").smart_alert_id
    )
    alert = here.client().management.smart_alerts.get(number)
    assert alert.created == datetime.datetime(2012, 6, 26, 22, 24, 3, tzinfo=UTC)
    assert '"2012-06-26T22:24:03"' in alert.model_dump_json()
    assert user.users.update(here.reader.id, date_of_birth=datetime.date(1980, 2, 29)).id == here.reader.id
    assert b"1980%2F02%2F29" in here.mock.exchanges[-1].request.body


def test_an_offset_is_kept(here: World) -> None:
    text = "2011-07-10 00:12:13-0330"
    items = [
        {
            "id": 1,
            "date": text,
            "text": "x",
            "application": {"id": 1, "name": "x"},
            "entity": {"key": "a", "name": "", "type": "url", "comments": 1, "likes": 0, "shares": 0, "views": 0},
            "user": {"id": 1, "username": "User1"},
        }
    ]
    client = here.served(lambda request: httpx2.Response(200, json={"errors": [], "items": items}))
    (comment,) = client.comments.list(id=[1]).items
    assert isinstance(comment, models.Comment)
    assert comment.date.utcoffset() == datetime.timedelta(hours=-3, minutes=-30)
    assert f'"{text}"' in comment.model_dump_json()
