"""Comments, favourites and replies: what is written is read again, and the traps are where they are."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

BROKEN = (
    'sql: Scan error on column index 4, name "favor_count": '
    'converting driver.Value type int64 ("{}") to a uint64: invalid syntax'
)
DUPLICATE = (
    500,
    'ERROR: duplicate key value violates unique constraint "uidx_favourite_comment_user" (SQLSTATE 23505)',
)


def broken(counter: int) -> tuple[int, str]:
    return 500, BROKEN.format(counter)


def fill(world: Any, count: int) -> None:
    """Comments 1 to count, a second apart, the n-th with n favours."""
    for number in range(1, count + 1):
        world.mock.clock.advance(1)
        world.mock.add_comment(world.user, content=f"Comment {number}", favor_count=number)


def ids(answer: Any) -> list[int]:
    return [comment["id"] for comment in answer.data["comments"]]


def test_a_new_comment_comes_back_bare_and_is_read_in_full(world: Any) -> None:
    created = world.signed("POST", "/comments", {"content": " Hello! "}).data
    assert created == {
        "id": 1,
        "user_id": 1,
        "site_id": 1,
        "slug": "/posts/11",
        "favor_count": 0,
        "reply_count": 0,
        "arweave_tx_hash": "",
        "content": "Hello!",
        "created_at": "2023-04-20T12:00:00Z",
        "updated_at": "2023-04-20T12:00:00Z",
        "creator": None,
        "rewards": None,
        "reward": None,
        "fav_id": 0,
    }
    creator = world.send("GET", "/users/1").data
    assert world.send("GET", "/comments/1").data == {**created, "creator": creator}
    assert world.send("GET", "/comments").data == {"comments": [{**created, "creator": creator}], "total": 1}


def test_sites_and_slugs_keep_their_comments_apart_and_need_not_exist(world: Any) -> None:
    for site_id, slug in ((1, "a"), (1, "b"), (2, "a"), (1, "a")):
        site = (("X-TALKEE-SITE-ID", str(site_id)), ("X-TALKEE-SITE-SLUG", slug))
        world.signed("POST", "/comments", {"content": "x"}, site=site)
    site = (("X-TALKEE-SITE-ID", "1"), ("X-TALKEE-SITE-SLUG", "a"))
    assert sorted(ids(world.send("GET", "/comments", site=site))) == [1, 4]
    assert world.send("GET", "/comments/3", site=site).data["site_id"] == 2


def test_each_post_writes_another_comment(world: Any) -> None:
    for _ in range(2):
        world.signed("POST", "/comments", {"content": "twice"})
    assert world.send("GET", "/comments").data["total"] == 2


# --- Lists ---


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        ("", [5, 4, 3, 2, 1]),
        ("order_by=favor_count", [5, 4, 3, 2, 1]),
        ("order_by=created_at", [5, 4, 3, 2, 1]),
        ("order_by=created_at_asc", [1, 2, 3, 4, 5]),
        ("order_by=reply_count", [5, 4, 3, 2, 1]),
        ("order_by=CREATED_AT_ASC", [5, 4, 3, 2, 1]),
        ("order_by=nonsense", [5, 4, 3, 2, 1]),
        ("comment_id=3&page=2", [5, 4, 3, 2, 1]),
        ("order_by=created_at_asc&order_by=created_at", [1, 2, 3, 4, 5]),
    ],
)
def test_the_order_is_by_favours_unless_it_is_a_known_other_one(world: Any, query: str, wanted: list[int]) -> None:
    fill(world, 5)
    assert ids(world.send("GET", f"/comments?{query}")) == wanted


def test_reply_count_sorts_by_time(world: Any) -> None:
    fill(world, 3)
    world.mock.tables.comments[1].reply_count = 100
    assert ids(world.send("GET", "/comments?order_by=reply_count")) == [3, 2, 1]


@pytest.mark.parametrize(
    ("query", "pages", "rows"),
    [
        ("limit=2", [1, 2], [1, 2]),
        ("limit=2&offset=0", [1, 2], [1, 2]),
        ("limit=2&offset=1", [3, 4], [2, 3]),
        ("limit=2&offset=2", [5], [3, 4]),
        ("limit=2&offset=3", [], [4, 5]),
        ("limit=2&offset=5", [], []),
        ("limit=2&offset=-1", [1, 2], [1, 2]),
        ("limit=2&offset=x", [1, 2], [1, 2]),
        ("limit=2&offset=", [1, 2], [1, 2]),
        ("limit=9223372036854775807&offset=9223372036854775807", [], []),
        ("limit=1000000", [1, 2, 3, 4, 5], [1, 2, 3, 4, 5]),
    ],
)
def test_offset_counts_pages_or_rows(make: Any, query: str, pages: list[int], rows: list[int]) -> None:
    for reading, wanted in (("pages", pages), ("rows", rows)):
        world = make(offset=reading)
        fill(world, 5)
        answer = world.send("GET", f"/comments?order_by=created_at_asc&{query}")
        assert (ids(answer), answer.data["total"]) == (wanted, 5)


@pytest.mark.parametrize("limit", ["", "0", "-1", "x", "1.5", "+3"])
@pytest.mark.parametrize("path", ["/comments", "/comments/1/replies"])
def test_a_limit_that_is_no_positive_number_is_20_and_there_is_no_largest(world: Any, path: str, limit: str) -> None:
    fill(world, 25)
    for _ in range(25):
        world.mock.add_reply(world.user, world.mock.tables.comments[1])
    name = path.rpartition("/")[2]
    assert len(world.send("GET", f"{path}?limit={limit}").data[name]) == 20
    assert len(world.send("GET", f"{path}?limit=25").data[name]) == 25


# --- Favourites ---


def state(world: Any, comment: int = 1) -> tuple[int, int]:
    """Counter and own favour, as the first user reads them."""
    data = world.signed("GET", f"/comments/{comment}").data
    return data["favor_count"], data["fav_id"]


def test_a_favour_and_its_taking_back_are_counted_and_seen_by_their_user_only(world: Any) -> None:
    world.mock.add_comment(world.other)
    assert state(world) == (0, 0)
    assert world.signed("PUT", "/comments/1/fav").data["favor_count"] == 1
    assert state(world) == (1, 1)
    assert world.send("GET", "/comments/1").data["fav_id"] == 0
    assert world.send("GET", "/comments/1", user=world.other).data["fav_id"] == 0
    assert world.signed("GET", "/comments").data["comments"][0]["fav_id"] == 1
    assert world.signed("PUT", "/comments/1/unfav").data["favor_count"] == 0
    assert state(world) == (0, 0)
    for _ in range(3):
        world.signed("PUT", "/comments/1/fav")
        assert state(world)[0] == 1
        assert world.signed("PUT", "/comments/1/unfav").data["favor_count"] == 0


def test_the_answer_to_a_favour_is_bare_and_has_the_time_from_before(world: Any) -> None:
    world.mock.add_comment(world.user)
    before = "2023-04-20T12:00:00Z"
    for call, seconds in (("fav", 1), ("unfav", 2)):
        world.mock.clock.advance(1)
        data = world.signed("PUT", f"/comments/1/{call}").data
        assert (data["updated_at"], data["fav_id"], data["creator"], data["rewards"]) == (before, 0, None, None)
        before = f"2023-04-20T12:00:0{seconds}Z"
        assert world.send("GET", "/comments/1").data["updated_at"] == before


def test_a_second_favour_counts_and_can_never_be_taken_back(world: Any) -> None:
    world.mock.add_comment(world.user)
    for count in (1, 2):
        assert world.signed("PUT", "/comments/1/fav").data["favor_count"] == count
    for _ in range(3):
        assert world.signed("PUT", "/comments/1/unfav").error == DUPLICATE
    assert state(world)[0] == 2
    assert world.send("PUT", "/comments/1/fav", user=world.other).data["favor_count"] == 3
    assert world.send("PUT", "/comments/1/unfav", user=world.other).data["favor_count"] == 2


def test_taking_back_what_was_never_given_lowers_the_counter_too(world: Any) -> None:
    world.mock.add_comment(world.user, favor_count=2)
    assert world.signed("PUT", "/comments/1/unfav").data["favor_count"] == 1
    assert state(world) == (1, 0)


def test_a_counter_below_zero_wraps_once_and_spoils_the_comment_and_its_page_for_good(world: Any) -> None:
    world.mock.add_comment(world.user, content="good", favor_count=5)
    world.mock.add_comment(world.user, content="bad")
    assert world.signed("PUT", "/comments/2/unfav").data["favor_count"] == 18446744073709551615
    for call, path in (("GET", ""), ("PUT", "/fav"), ("PUT", "/unfav")):
        assert world.signed(call, f"/comments/2{path}").error == broken(-1)
    assert world.signed("POST", "/comments/2/replies", {"content": "x"}).error == broken(-1)
    assert world.send("GET", "/comments").error == broken(-1)
    assert ids(world.send("GET", "/comments?limit=1")) == [1]
    assert world.send("GET", "/comments?limit=1&offset=1").error == broken(-1)
    assert world.send("GET", "/comments/2/replies").data["total"] == 0


# --- Replies ---


def test_a_reply_is_written_counted_and_listed_newest_first(world: Any) -> None:
    world.mock.add_comment(world.user)
    for number in (1, 2, 3):
        world.mock.clock.advance(0.25)
        world.send("POST", "/comments/1/replies", {"content": f" Reply {number} "}, user=world.other)
    data = world.send("GET", "/comments/1/replies").data
    assert [reply["content"] for reply in data["replies"]] == ["Reply 3", "Reply 2", "Reply 1"]
    assert data["replies"][2] == {
        "id": 1,
        "user_id": 2,
        "comment_id": "1",
        "content": "Reply 1",
        "created_at": "2023-04-20T12:00:00.25Z",
        "updated_at": "2023-04-20T12:00:00.25Z",
        "creator": world.send("GET", "/users/2").data,
    }
    assert world.send("GET", "/comments/1").data["reply_count"] == data["total"] == 3


@pytest.mark.parametrize(
    ("query", "wanted"), [("offset=1", [2, 1]), ("limit=1&offset=1", [2]), ("limit=2&offset=9", [])]
)
def test_the_offset_of_replies_counts_rows_in_every_reading(make: Any, query: str, wanted: list[int]) -> None:
    for reading in ("pages", "rows"):
        world = make(offset=reading)
        comment = world.mock.add_comment(world.user)
        for _ in range(3):
            world.mock.add_reply(world.user, comment)
        replies = world.send("GET", f"/comments/1/replies?{query}").data["replies"]
        assert [reply["id"] for reply in replies] == wanted


def test_an_unknown_comment_has_an_empty_list_of_replies(world: Any) -> None:
    assert world.send("GET", "/comments/99/replies").data == {"replies": [], "total": 0}


def test_a_reply_in_the_answer_to_its_writing_has_its_creator(world: Any) -> None:
    world.mock.add_comment(world.user)
    reply = world.signed("POST", "/comments/1/replies", {"content": "x", "comment_id": 1}).data
    assert (reply["comment_id"], reply["creator"]["id"]) == ("1", 1)


# --- People who are gone, rewards ---


def test_the_creator_is_null_when_that_user_is_gone(world: Any) -> None:
    comment = world.mock.add_comment(world.other)
    world.mock.add_reply(world.other, comment)
    del world.mock.tables.users[world.other.id]
    assert world.send("GET", "/comments/1").data["creator"] is None
    assert world.send("GET", "/comments/1/replies").data["replies"][0]["creator"] is None


def test_rewards_are_listed_where_comments_are_read(world: Any) -> None:
    comment = world.mock.add_comment(world.user)
    for number in (1, 2):
        world.mock.add_reward(comment, amount=f"0.{number}", memo="Thank you")
    world.mock.add_reward(comment, object_type="user")
    data = world.send("GET", "/comments/1").data
    assert [reward["amount"] for reward in data["rewards"]] == ["0.1", "0.2"]
    assert data["reward"] == data["rewards"][0]
    assert set(data["reward"]) == {
        *("id", "tip_id", "object_type", "object_id", "site_id", "recipient_id", "trace_id", "snapshot_id"),
        *("asset_id", "amount", "memo", "created_at"),
    }
    assert world.signed("PUT", "/comments/1/fav").data["rewards"] is None


# --- Readings ---


def test_ids_of_users_are_strings_in_the_documented_reading(make: Any) -> None:
    world = make(ids="strings")
    comment = world.mock.add_comment(world.user)
    world.mock.add_reply(world.user, comment)
    data = world.send("GET", "/comments").data["comments"][0]
    assert (data["id"], data["user_id"], data["creator"]["id"], data["site_id"]) == (1, "1", "1", 1)
    reply = world.send("GET", "/comments/1/replies").data["replies"][0]
    assert (reply["id"], reply["user_id"], reply["comment_id"], reply["creator"]["id"]) == (1, "1", "1", "1")
    assert world.signed("GET", "/me").data["id"] == 1
    assert world.mock.violations == ()


def test_the_creator_is_always_there_in_the_documented_reading(make: Any) -> None:
    world = make(creator="filled")
    created = world.signed("POST", "/comments", {"content": "x"}).data
    faved = world.signed("PUT", "/comments/1/fav").data
    assert [data["creator"]["id"] for data in (created, faved)] == [1, 1]
    assert created["rewards"] == world.send("GET", "/comments").data["comments"][0]["rewards"] == []
    assert world.mock.violations == ()


def test_times_have_the_offset_of_the_servers_clock(world: Any) -> None:
    from datetime import datetime, timezone

    tokyo = datetime(2023, 4, 20, 21, 0, 0, 120000, tzinfo=timezone(timedelta(hours=9)))
    world.mock.add_comment(world.user, created_at=tokyo, updated_at=None)
    data = world.send("GET", "/comments/1").data
    assert (data["created_at"], data["updated_at"]) == ("2023-04-20T21:00:00.12+09:00", None)
