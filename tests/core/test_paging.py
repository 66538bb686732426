"""Lists read page by page and to the end, for each way of paging."""

import gc
import itertools
import sys
import tracemalloc
import weakref
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import httpx2
import pytest
from core_under_test._core.errors import APIError, ServerError
from core_under_test._core.operation import Operation
from core_under_test._core.paging import (
    CursorPaging,
    IdBoundedPaging,
    OffsetPaging,
    PageInfo,
    PageNumberPaging,
    Paging,
    RangePaging,
    Strategy,
)
from core_under_test.testing import Driver, Service, answer

SIZE = 4


@pytest.fixture(autouse=True)
def no_retries(monkeypatch: pytest.MonkeyPatch) -> None:
    """Planned failures are not waited for."""
    monkeypatch.setenv("EXAMPLE_MAX_RETRIES", "0")


class Lists:
    """A service with `count` notes, newest (highest id) first, that pages in every way."""

    def __init__(self, count: int, cap: int = 100, total: bool = True) -> None:
        self.ids = list(range(count, 0, -1))
        self.cap = cap
        self.total = total
        self.asked: list[dict[str, str]] = []
        self.tags: list[list[str]] = []

    def __call__(self, request: httpx2.Request) -> httpx2.Response:
        asked = dict(request.url.params)
        self.asked.append(asked)
        self.tags.append(request.url.params.get_list("tag"))
        limit = min(int(asked.get("limit", SIZE)), self.cap)
        start, cursor = 0, None
        if "offset" in asked:
            start = int(asked["offset"])
        elif "page" in asked:
            start = (int(asked["page"]) - 1) * limit
        elif "cursor" in asked:
            start = int(asked["cursor"].removeprefix("c"))
        elif "first" in asked or "last" in asked:
            start = int(asked.get("first", 0))
            limit = min(int(asked.get("last", start + SIZE)) - start, self.cap)
        rows = [i for i in self.ids if i < int(asked["before"])] if "before" in asked else self.ids[start:]
        if start + limit < len(self.ids):
            cursor = f"c{start + limit}"
        notes = [{"id": i, "text": f"note {i}"} for i in rows[:limit]]
        return answer({"notes": notes, "cursor": cursor} | ({"total": len(self.ids)} if self.total else {}))

    def transport(self) -> httpx2.MockTransport:
        return httpx2.MockTransport(self)


STRATEGIES = {
    "offset": OffsetPaging(SIZE),
    "page number": PageNumberPaging(SIZE),
    "cursor": CursorPaging(),
    "range": RangePaging(SIZE),
    "id-bounded": IdBoundedPaging("before", size=SIZE),
    "id-bounded, to an empty page": IdBoundedPaging("before"),
}
COUNTS = [0, 1, SIZE - 1, SIZE, SIZE + 1, 2 * SIZE - 1, 2 * SIZE, 2 * SIZE + 1, 5 * SIZE]


@pytest.mark.parametrize("count", COUNTS)
@pytest.mark.parametrize("strategy", STRATEGIES.values(), ids=STRATEGIES)
@pytest.mark.parametrize("total", [("total",), None], ids=["with total", "without total"])
def test_iterating_gives_each_item_once_in_order(driver: Driver, strategy: Any, count: int, total: Any) -> None:
    lists = Lists(count, total=total is not None)
    items = driver.collect(lists, lambda client: client.notes.list(strategy=strategy, total=total, key=None))
    assert [note.id for note in items] == lists.ids
    assert len(lists.asked) <= count // SIZE + 2


@pytest.mark.parametrize("count", COUNTS)
@pytest.mark.parametrize("name", ["offset", "page number", "cursor", "range"])
def test_no_request_too_many_where_the_end_is_known(driver: Driver, name: str, count: int) -> None:
    lists = Lists(count)
    driver.collect(lists, lambda client: client.notes.list(strategy=STRATEGIES[name]))
    assert len(lists.asked) == max(1, -(-count // SIZE))


@pytest.mark.parametrize("limit", [1, 3, 7, 100])
def test_the_limit_of_a_page_is_respected_on_every_page(driver: Driver, limit: int) -> None:
    lists = Lists(10)
    items = driver.collect(lists, lambda client: client.notes.list(limit=limit))
    assert [note.id for note in items] == lists.ids
    assert {asked["limit"] for asked in lists.asked} == {str(limit)}


def test_a_list_can_begin_in_the_middle(driver: Driver) -> None:
    items = driver.collect(Lists(10), lambda client: client.notes.list(offset=7))
    assert [note.id for note in items] == [3, 2, 1]


def test_a_server_that_gives_less_than_asked_for_is_followed_by_its_total(driver: Driver) -> None:
    lists = Lists(10, cap=3)
    items = driver.collect(lists, lambda client: client.notes.list(limit=50))
    assert [note.id for note in items] == lists.ids


def test_other_arguments_stay_the_same_on_every_page(driver: Driver) -> None:
    lists = Lists(10)
    driver.collect(lists, lambda client: client.notes.list(tag=["a", "b"]))
    assert lists.tags == [["a", "b"]] * 3


def pages_of(driver: Driver, lists: Any, **options: Any) -> list[Any]:
    """The pages, by next_page."""
    found: list[Any] = []
    if driver.kind == "sync":

        def walk(client: Any) -> None:
            page = client.notes.list(**options)
            while page is not None:
                found.append(page)
                page = page.next_page()

        driver.run(lists, walk)
    else:

        async def walk_async(client: Any) -> None:
            page = await client.notes.list(**options)
            while page is not None:
                found.append(page)
                page = await page.next_page()

        driver.run(lists, walk_async)
    return found


def test_pages_have_items_total_and_a_next_page(driver: Driver) -> None:
    pages = pages_of(driver, Lists(9))
    assert [len(page.items) for page in pages] == [4, 4, 1]
    assert [page.total for page in pages] == [9, 9, 9]
    assert [page.has_next for page in pages] == [True, True, False]
    assert pages[0].answer.notes == pages[0].items
    assert repr(pages[0]).endswith("Page of 4 items, total 9>")


def test_asking_twice_for_the_next_page_gives_the_same_items(driver: Driver) -> None:
    async def twice_async(client: Any) -> Any:
        page = await client.notes.list()
        first, second = await page.next_page(), await page.next_page()
        return first.items, second.items, [n.id async for n in page], [n.id async for n in page]

    def twice(client: Any) -> Any:
        page = client.notes.list()
        first, second = page.next_page(), page.next_page()
        return first.items, second.items, [n.id for n in page], [n.id for n in page]

    first, second, once, again = driver.run(Lists(9), twice if driver.kind == "sync" else twice_async)
    assert first == second
    assert once == again == list(range(9, 0, -1))


def test_awaiting_and_iterating_the_same_asynchronous_list_both_work() -> None:
    async def both(client: Any) -> Any:
        listing = client.notes.list()
        page = await listing
        return (
            len(page.items),
            [note.id async for note in listing],
            [len(p.items) async for p in page.pages()],
        )

    assert Driver("async").run(Lists(5), both) == (4, [5, 4, 3, 2, 1], [4, 1])


def test_an_asynchronous_list_sends_nothing_before_it_is_used() -> None:
    lists = Lists(5)
    Driver("async").run(lists, lambda client: client.notes.list() and None)
    assert lists.asked == []


# --- repeated items, endless lists ---


class Shifting(Lists):
    """New items arrive at the top between the pages, so that the same ones come again."""

    def __call__(self, request: httpx2.Request) -> httpx2.Response:
        reply = super().__call__(request)
        self.ids = [self.ids[0] + 1, *self.ids]
        return reply


def test_items_that_come_again_are_left_out(driver: Driver) -> None:
    items = driver.collect(Shifting(10), lambda client: client.notes.list())
    assert [note.id for note in items] == list(range(10, 0, -1))
    again = driver.collect(Shifting(10), lambda client: client.notes.list(key=None))
    assert len(again) > 10


@pytest.mark.parametrize("strategy", STRATEGIES.values(), ids=STRATEGIES)
def test_a_server_that_repeats_itself_for_ever_ends_the_list(driver: Driver, strategy: Any) -> None:
    reply = answer({"notes": [{"id": i, "text": "t"} for i in range(SIZE)], "cursor": "same", "total": 10**9})
    service = Service(reply)
    items = driver.collect(service, lambda client: client.notes.list(strategy=strategy))
    assert [note.id for note in items] == list(range(SIZE))
    assert len(service.requests) <= 3


def test_a_cursor_that_stays_the_same_ends_the_list(driver: Driver) -> None:
    same = answer({"notes": [{"id": 1, "text": "t"}], "cursor": "same"})
    service = Service(same, same, same, same, answer({"notes": [], "cursor": None}))
    items = driver.collect(service, lambda client: client.notes.list(strategy=CursorPaging(), key=None))
    assert len(items) == len(service.requests) == 2


def test_an_empty_page_ends_the_list_whatever_the_total_says(driver: Driver) -> None:
    for strategy in STRATEGIES.values():
        service = Service(answer({"notes": [], "total": 1000, "cursor": None}))
        assert driver.collect(service, lambda client, s=strategy: client.notes.list(strategy=s)) == []
        assert len(service.requests) == 1


def test_a_list_that_is_null_is_empty(driver: Driver) -> None:
    operation = Operation[Any]("x", "GET", "/x", result=lambda: dict[str, Any])
    paging = Paging[Any](OffsetPaging(2), ("nothing",))
    assert driver.collect(Service(b'{"notes":null}'), lambda client: client._page(operation, {}, paging=paging)) == []


def test_memory_does_not_grow_with_the_list(driver: Driver) -> None:
    def endless(request: httpx2.Request) -> httpx2.Response:
        start = int(request.url.params.get("offset", 0))
        return answer({"notes": [{"id": start + i, "text": "x" * 20_000} for i in range(20)], "total": 10**9})

    peaks = []

    def watch(number: int) -> None:
        if number in (100, 500):
            peaks.append(tracemalloc.get_traced_memory()[0])

    def read(client: Any) -> None:
        for number, _ in zip(range(501), client.notes.list(), strict=False):
            watch(number)

    async def read_async(client: Any) -> None:
        number = 0
        async for _ in client.notes.list():
            watch(number)
            number += 1
            if number > 500:
                break

    service = Service(endless)
    service.requests = type("Forgetful", (list,), {"append": lambda self, item: None, "__len__": lambda self: 1})()
    tracemalloc.start()
    driver.run(service, read if driver.kind == "sync" else read_async)
    tracemalloc.stop()
    assert peaks[1] - peaks[0] < 2 * 2**20  # the 400 items in between are 8 MB


def test_the_first_page_is_forgotten_while_a_list_is_read() -> None:
    with Driver("sync").client(Lists(20)) as client:
        for read, steps in ((iter, 2 * SIZE + 1), (lambda page: page.pages(), 3)):
            page = client.notes.list()
            reference = weakref.ref(page)
            items = read(page)
            del page
            for _ in range(steps):
                next(items)
            gc.collect()
            assert reference() is None


def test_only_so_many_items_are_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.modules["core_under_test._core._sync_paging"], "_REMEMBERED", 6)
    with Driver("sync").client(Lists(20)) as client:
        pages = list(client.notes.list().pages())
    assert [len(page._seen) for page in pages] == [4, 6, 6, 6, 6]
    assert list(pages[-1]._seen) == [6, 5, 4, 3, 2, 1]


# --- arguments in the body, strategies that probe and recover ---


def test_a_strategy_can_change_members_of_the_body(driver: Driver) -> None:
    operation = Operation[Any]("x", "POST", "/x", body="json", result=lambda: dict[str, Any])
    service = Service(
        lambda request: httpx2.Response(200, content=b'{"a":1}', headers={"content-type": "application/json"})
    )

    class ByBody(Strategy):
        def advance(self, page: PageInfo) -> Mapping[str, Any] | None:
            return {"After": 5} if "After" not in page.arguments else None

    paging = Paging[Any](ByBody(), ())
    driver.collect(service, lambda client: client._page(operation, {}, {"Limit": 2}, paging=paging))
    assert [request.content for request in service.requests] == [b'{"Limit":2}', b'{"Limit":2,"After":5}']


@dataclass
class Meaning:
    """What a client has learned about the offsets of its server."""

    rows: bool | None = None


@dataclass(frozen=True)
class Probing(Strategy):
    """The second page is asked for as if offsets counted pages; its first item tells whether they do."""

    meaning: Meaning
    size: int = SIZE

    def advance(self, page: PageInfo) -> Mapping[str, Any] | None:
        offset = page.arguments["offset"] or 0
        behind = (offset if self.meaning.rows else offset * self.size) + len(page.items)
        if not page.items or page.total is None or behind >= page.total:
            return None
        return {"offset": behind if self.meaning.rows else offset + 1}

    def judge(self, before: PageInfo, page: PageInfo) -> Mapping[str, Any] | None:
        if self.meaning.rows is None and page.items:
            self.meaning.rows = page.items[0].id == before.items[1].id
            if self.meaning.rows:
                return {"offset": len(before.items)}
        return None


class CountsPages(Lists):
    def __call__(self, request: httpx2.Request) -> httpx2.Response:
        offset = int(request.url.params.get("offset", 0)) * SIZE
        return super().__call__(httpx2.Request("GET", request.url.copy_merge_params({"offset": offset})))


@pytest.mark.parametrize("count", COUNTS)
@pytest.mark.parametrize("server", [Lists, CountsPages])
def test_a_strategy_can_probe_how_the_server_counts(driver: Driver, server: type[Lists], count: int) -> None:
    lists, meaning = server(count), Meaning()
    items = driver.collect(lists, lambda client: client.notes.list(strategy=Probing(meaning), key=None))
    assert [note.id for note in items] == lists.ids
    extra = 1 if server is Lists and count > SIZE else 0
    assert len(lists.asked) == max(1, -(-count // SIZE)) + extra
    before = len(lists.asked)
    items = driver.collect(lists, lambda client: client.notes.list(strategy=Probing(meaning), key=None))
    assert [note.id for note in items] == lists.ids
    assert len(lists.asked) - before == max(1, -(-count // SIZE))


class Broken(Lists):
    """Pages that hold one of the broken rows fail as a whole."""

    broken: Sequence[int] = ()

    def __call__(self, request: httpx2.Request) -> httpx2.Response:
        reply = super().__call__(request)
        start, limit = int(request.url.params.get("offset", 0)), int(request.url.params.get("limit", SIZE))
        return httpx2.Response(500) if set(self.ids[start : start + limit]) & set(self.broken) else reply


@dataclass(frozen=True)
class Halving(OffsetPaging):
    """A page that fails is asked for in halves; a single row that fails is left out."""

    size: int = SIZE
    errors: list[APIError] = field(default_factory=list)

    def recover(self, arguments: Mapping[str, Any], error: APIError) -> Sequence[Mapping[str, Any]] | None:
        if not isinstance(error, ServerError):
            return None
        offset, limit = arguments["offset"] or 0, arguments["limit"] or self.size
        if limit == 1:
            return []
        half = limit // 2
        return [{"offset": offset, "limit": half}, {"offset": offset + half, "limit": limit - half}]

    def advance(self, page: PageInfo) -> Mapping[str, Any] | None:
        offset = (page.arguments["offset"] or 0) + SIZE
        return {"offset": offset} if page.total and offset < page.total else None


@pytest.mark.parametrize("broken", [(9,), (6,), (1,), (9, 8, 7), (5, 4), (5, 4, 3, 2), ()], ids=str)
def test_a_strategy_can_step_around_what_the_server_cannot_serve(driver: Driver, broken: tuple[int, ...]) -> None:
    lists = Broken(9)
    lists.broken = broken
    pages = pages_of(driver, lists, strategy=Halving(), limit=SIZE)
    assert [note.id for page in pages for note in page.items] == [i for i in range(9, 0, -1) if i not in broken]
    assert sum(len(page.skipped) for page in pages) == len(broken)
    assert all(isinstance(error, ServerError) for page in pages for error in page.skipped)


def test_an_error_that_a_strategy_does_not_know_is_raised(driver: Driver) -> None:
    for strategy in (Halving(), OffsetPaging(SIZE)):
        with pytest.raises(APIError, match="answered 404"):
            driver.collect(Service(404), lambda client, s=strategy: client.notes.list(strategy=s))


def test_a_strategy_that_is_never_content_does_not_ask_for_ever(driver: Driver) -> None:
    class Restless(OffsetPaging):
        def judge(self, before: PageInfo, page: PageInfo) -> Mapping[str, Any] | None:
            return {"offset": 4}

    lists = Lists(8)
    driver.collect(lists, lambda client: client.notes.list(strategy=Restless(SIZE)))
    assert len(lists.asked) <= 6


def test_the_strategies_are_pure_and_can_be_used_alone() -> None:
    page = PageInfo({"offset": 8, "limit": 4}, [1, 2, 3, 4], 100, None)
    strategy = OffsetPaging(20)
    assert strategy.advance(page) == strategy.advance(page) == {"offset": 12}
    assert RangePaging(100).advance(PageInfo({"first": 0, "last": 250}, list(range(100)), None, None)) == {
        "first": 100,
        "last": 200,
    }
    assert list(itertools.islice(STRATEGIES, 1)) == ["offset"]
