"""Lists of comments are read to the end, each comment once, whatever a server counts with `offset`."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable

import httpx2
import pytest
from talkee_client import APIStatusError, AsyncTalkee, Talkee

LIMIT = 4
UNREADABLE = (
    'sql: Scan error on column index 4, name "favor_count": converting driver.Value type int64 ("-1") to a uint64: '
    "invalid syntax"
)


class Server:
    """Answers GET /comments as the published server does (`pages`) or as older ones did (`rows`)."""

    def __init__(self, counts: str, total: int, broken: frozenset[int] = frozenset()) -> None:
        self.counts, self.ids, self.broken = counts, list(range(1, total + 1)), broken
        self.asked: list[tuple[int, int]] = []

    def __call__(self, request: httpx2.Request) -> httpx2.Response:
        offset = int(request.url.params.get("offset", 0))
        limit = int(request.url.params.get("limit", 20))
        self.asked.append((offset, limit))
        start = offset * limit if self.counts == "pages" else offset
        ids = self.ids[start : start + limit]
        comments = [{"id": i, "content": f"no {i}"} | OTHERS for i in ids]
        data: object = {"comments": comments, "total": len(self.ids)}
        if self.broken & set(ids):
            data = {"code": 500, "msg": UNREADABLE}
        return httpx2.Response(200, json={"ts": 1, "data": data})


OTHERS: dict[str, object] = {
    "user_id": 1, "site_id": 1, "slug": "/", "favor_count": 0, "reply_count": 0, "arweave_tx_hash": "",
    "created_at": None, "updated_at": None,
}  # fmt: skip


def sync_client(server: Callable[[httpx2.Request], httpx2.Response]) -> Talkee:
    return Talkee(base_url="https://talkee.test/api", site_id=1, slug="/", transport=httpx2.MockTransport(server))


@pytest.mark.parametrize("counts", ["rows", "pages"])
@pytest.mark.parametrize(
    "total", [0, 1, LIMIT - 1, LIMIT, LIMIT + 1, 2 * LIMIT - 1, 2 * LIMIT, 2 * LIMIT + 1, 5 * LIMIT]
)
@pytest.mark.parametrize("limit", [1, 2, LIMIT])
def test_each_comment_comes_once_with_at_most_one_extra_request(counts: str, total: int, limit: int) -> None:
    server = Server(counts, total)
    with sync_client(server) as talkee:
        assert [comment.id for comment in talkee.comments.list(limit=limit)] == server.ids
        pages = max(1, -(-total // limit))
        assert len(server.asked) <= pages + (1 if pages > 1 and limit > 1 else 0)
        assert {asked for _, asked in server.asked} == {limit}

        server.asked.clear()
        assert [comment.id for comment in talkee.comments.list(limit=limit)] == server.ids
        assert len(server.asked) == pages, "what was found out about `offset` is remembered"


@pytest.mark.parametrize("counts", ["rows", "pages"])
def test_the_async_list_goes_on_to_the_end_too(counts: str) -> None:
    server = Server(counts, 11)

    async def read() -> list[int]:
        transport = httpx2.MockTransport(server)
        async with AsyncTalkee(base_url="https://talkee.test/api", site_id=1, slug="/", transport=transport) as talkee:
            return [comment.id async for comment in talkee.comments.list(limit=LIMIT)]

    assert asyncio.run(read()) == server.ids


@pytest.mark.parametrize("counts", ["rows", "pages"])
@pytest.mark.parametrize("limit", [1, 2, 3, LIMIT, 6])
@pytest.mark.parametrize("broken", [{1}, {4}, {5, 6}, {13}, {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13}], ids=str)
def test_comments_that_the_server_cannot_read_are_stepped_around_and_named(
    counts: str, limit: int, broken: set[int]
) -> None:
    server = Server(counts, 13, frozenset(broken))
    with sync_client(server) as talkee:
        page = talkee.comments.list(limit=limit)
        found, skipped = [], 0
        while page is not None:
            found += [comment.id for comment in page.items]
            skipped += len(page.skipped)
            assert all(error.code == 500 and "favor_count" in error.message for error in page.skipped)
            page = page.next_page()  # type: ignore[assignment]  # the loop ends with None
    assert found == [i for i in server.ids if i not in broken]
    assert skipped == len(broken)


def test_another_error_of_the_server_is_raised_and_not_stepped_around() -> None:
    def down(request: httpx2.Request) -> httpx2.Response:
        return httpx2.Response(200, content=json.dumps({"ts": 1, "data": {"code": 500, "msg": "database is down"}}))

    with sync_client(down) as talkee, pytest.raises(APIStatusError, match="database is down"):
        talkee.with_options(max_retries=0).comments.list(limit=2)


def test_pages_can_be_read_one_by_one() -> None:
    server = Server("pages", 5)
    with sync_client(server) as talkee:
        first = talkee.comments.list(limit=2)
        assert ([c.id for c in first.items], first.total, first.has_next) == ([1, 2], 5, True)
        second = first.next_page()
        assert second is not None
        third = second.next_page()
        assert third is not None
        assert [c.id for c in third.items] == [5]
        assert third.next_page() is None
