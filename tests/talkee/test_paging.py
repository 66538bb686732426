"""Lists against the mock in both readings of `offset`: with ties, with pages that break while reading, with replies."""

from __future__ import annotations

import asyncio
from collections import Counter
from typing import Any

import pytest
from talkee_client import AsyncTalkee, ServerError
from talkee_client._core.paging import PageInfo
from talkee_client.mock import TalkeeMock
from talkee_client.offsets import CommentOffsets

from .conftest import SLUG, World

LIMIT = 5
COUNTS = [0, 1, LIMIT - 1, LIMIT, LIMIT + 1, 2 * LIMIT - 1, 2 * LIMIT, 2 * LIMIT + 1, 31]
READINGS = pytest.mark.parametrize("reading", ["pages", "rows"])


def fill(here: World, count: int, **values: Any) -> list[int]:
    """Comments a second apart; their ids, newest first."""
    made = []
    for _ in range(count):
        here.mock.clock.advance(1)
        made.append(here.mock.add_comment(here.other, **values).id)
    return made[::-1]


@READINGS
@pytest.mark.parametrize("count", COUNTS)
def test_each_comment_comes_exactly_once(here: World, reading: str, count: int) -> None:
    here.mock.offset = reading
    ids = fill(here, count)
    talkee = here.client()
    assert [c.id for c in talkee.comments.list(order_by="created_at", limit=LIMIT)] == ids
    pages = max(1, -(-count // LIMIT))
    assert len(here.calls) <= pages + (pages > 1), "one request more, to find out what offset counts"
    assert {dict(r.query_pairs)["limit"] for r in here.mock.requests} == {str(LIMIT)}


@READINGS
def test_the_extra_request_is_made_once_for_a_client_and_its_copies(here: World, reading: str) -> None:
    here.mock.offset = reading
    fill(here, 12)
    talkee = here.client()
    list(talkee.comments.list(limit=LIMIT))
    for client in (talkee, talkee.with_options(timeout=3)):
        here.mock.exchanges.clear()
        assert len(list(client.comments.list(limit=LIMIT))) == 12
        assert len(here.calls) == 3


@READINGS
def test_lists_read_at_the_same_time_do_not_disturb_each_other(here: World, reading: str) -> None:
    """Each is at another point of finding out what offset counts."""
    here.mock.offset = reading
    ids = fill(here, 31)
    talkee = here.client()
    pages = [talkee.comments.list(order_by="created_at", limit=limit) for limit in (2, 5, 7, 30)]
    lists = [iter(page) for page in pages]
    found: list[list[int]] = [[] for _ in lists]
    for _ in ids:
        for one, items in zip(lists, found, strict=True):
            items.append(next(one).id)
    assert found == [ids] * len(lists)


@READINGS
def test_a_list_can_begin_anywhere(here: World, reading: str) -> None:
    here.mock.offset = reading
    ids = fill(here, 17)
    first = 1 * LIMIT if reading == "pages" else 1
    assert [c.id for c in here.client().comments.list(order_by="created_at", limit=LIMIT, offset=1)] == ids[first:]


@READINGS
def test_a_list_begun_with_a_raw_answer_goes_on_in_the_same_way(here: World, reading: str) -> None:
    here.mock.offset = reading
    ids = fill(here, 17)
    raw = here.client().with_raw_response.comments.list(order_by="created_at", limit=LIMIT)
    page = raw.parse()
    assert raw.status_code == 200
    assert [c.id for c in page.items] == ids[:LIMIT]
    assert [c.id for c in page] == ids


@READINGS
@pytest.mark.parametrize("order", ["favor_count", "created_at", "created_at_asc"])
def test_ties_are_no_reason_to_lose_or_repeat_a_comment(here: World, reading: str, order: str) -> None:
    """All counters and times equal, as the platform's default order (by counter) mostly has them."""
    here.mock.offset = reading
    ids = {here.mock.add_comment(here.other).id for _ in range(23)}
    found = Counter(c.id for c in here.client().comments.list(order_by=order, limit=LIMIT))
    assert set(found) == ids
    assert set(found.values()) == {1}


@READINGS
def test_a_comment_written_meanwhile_shifts_the_list_and_repeats_nothing(here: World, reading: str) -> None:
    here.mock.offset = reading
    ids = fill(here, 17)
    found = []
    for comment in here.client().comments.list(order_by="created_at", limit=LIMIT):
        found.append(comment.id)
        if len(found) == LIMIT:
            fill(here, 1)
    assert found == ids


@READINGS
@pytest.mark.parametrize("count", [LIMIT + 1, 2 * LIMIT - 1, 2 * LIMIT, 3 * LIMIT])
@pytest.mark.parametrize("more", [1, LIMIT - 1, LIMIT, 2 * LIMIT, 5 * LIMIT + 1])
def test_comments_written_while_it_is_found_out_what_offset_counts(
    here: World, reading: str, count: int, more: int
) -> None:
    """They are at the end of this list, where the probe asks: what comes back is judged by the number of all."""
    here.mock.offset = reading
    fill(here, count)
    page = here.client().comments.list(order_by="created_at_asc", limit=LIMIT)
    fill(here, more)
    assert [c.id for c in page] == list(range(1, count + more + 1))
    assert len(here.calls) <= -(-(count + more) // LIMIT) + 1 + (more >= LIMIT), "a page of new ones: one more"


@READINGS
@pytest.mark.parametrize(("limit", "size"), [(0, 20), (-1, 20), (1, 1), (2, 2)])
def test_a_limit_below_one_is_the_platforms_own(here: World, reading: str, limit: int, size: int) -> None:
    here.mock.offset = reading
    here.violations_expected = limit < 1
    ids = fill(here, 45)
    assert [c.id for c in here.client().comments.list(order_by="created_at", limit=limit)] == ids
    assert len(here.calls) <= -(-45 // size) + 1


@READINGS
@pytest.mark.parametrize("broken", [{1}, {17}, {8, 9}, {3, 10, 17}], ids=str)
def test_a_page_with_an_unreadable_comment_is_stepped_around(here: World, reading: str, broken: set[int]) -> None:
    here.mock.offset = reading
    ids = fill(here, 17)
    for number in broken:
        here.mock.tables.comments[number].favor_count = -1
    skipped = []
    page = here.client().comments.list(order_by="created_at", limit=LIMIT)
    found = []
    while page is not None:
        found += [c.id for c in page.items]
        skipped += page.skipped
        page = page.next_page()
    assert found == [number for number in ids if number not in broken]
    assert len(skipped) == len(broken)
    assert all(isinstance(error, ServerError) and "favor_count" in error.message for error in skipped)
    assert here.waited == [], "it would be the same again"


@READINGS
def test_a_page_that_is_lost_on_the_way_is_asked_for_again(here: World, reading: str) -> None:
    here.mock.offset = reading
    ids = fill(here, 12)
    here.mock.fail("comments_list", truncate=True, probability=0.4)
    talkee = here.client(max_retries=20)
    assert [c.id for c in talkee.comments.list(order_by="created_at", limit=LIMIT)] == ids
    assert here.waited, "the seed of the mock makes some answers go lost"


@READINGS
def test_pages_are_read_one_by_one(here: World, reading: str) -> None:
    here.mock.offset = reading
    ids = fill(here, 12)
    page = here.client().comments.list(order_by="created_at", limit=LIMIT)
    assert ([c.id for c in page.items], page.total, page.has_next) == (ids[:5], 12, True)
    page = page.next_page()
    assert [c.id for c in page.items] == ids[5:10]
    page = page.next_page()
    assert ([c.id for c in page.items], page.has_next, page.next_page()) == (ids[10:], False, None)


@READINGS
def test_a_list_without_limit_takes_pages_of_20(here: World, reading: str) -> None:
    here.mock.offset = reading
    ids = fill(here, 45)
    talkee = here.client()
    assert len(talkee.comments.list(order_by="created_at").items) == 20
    assert [c.id for c in talkee.comments.list(order_by="created_at")] == ids


@READINGS
@pytest.mark.parametrize("count", COUNTS)
def test_replies_are_read_to_the_end(here: World, reading: str, count: int) -> None:
    here.mock.offset = reading
    comment = here.mock.add_comment(here.other)
    for _ in range(count):
        here.mock.clock.advance(1)
        here.mock.add_reply(here.other, comment)
    talkee = here.client()
    assert [r.id for r in talkee.replies.list(comment.id, limit=LIMIT)] == list(range(count, 0, -1))
    assert len(here.calls) == max(1, -(-count // LIMIT))
    assert talkee.replies.list(comment.id, limit=LIMIT).total == count


def test_two_probes_at_the_same_time_are_judged_each_for_itself() -> None:
    """The strategy alone: what comes back is fed to it by hand, in an order that a socket could give."""

    def page(offset: int, limit: int, items: list[int]) -> PageInfo:
        return PageInfo({"offset": offset, "limit": limit}, items, 31, object())

    offsets = CommentOffsets()
    small, large = page(0, 5, [1] * 5), page(0, 9, [1] * 9)
    assert (offsets.advance(small), offsets.advance(large)) == ({"offset": 7}, {"offset": 4})
    assert offsets.judge(small, page(7, 5, [])) == {"offset": 1}, "nothing there: pages are counted"
    assert offsets.judge(large, page(4, 9, [])) == {"offset": 1}, "known meanwhile; the probe is not taken for a page"


def test_async_lists_begun_together_are_complete() -> None:
    mock = TalkeeMock(seed=1)
    mock.seed(comments=31)
    mock.fail("comments_list", latency=0.001)

    async def read() -> list[set[int]]:
        async with AsyncTalkee(base_url=mock.base_url, transport=mock.transport(), site_id=1, slug=SLUG) as talkee:

            async def ids(limit: int) -> set[int]:
                return {comment.id async for comment in talkee.comments.list(limit=limit)}

            return await asyncio.gather(*(ids(limit) for limit in (2, 3, 5, 7, 11)))

    assert asyncio.run(read()) == [set(range(1, 32))] * 5
