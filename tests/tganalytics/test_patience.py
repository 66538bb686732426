"""Events that the server fails at do not keep the others from arriving, and the caller sees it."""

from __future__ import annotations

import asyncio
import logging
import threading
import time
from pathlib import Path
from typing import Any

import httpx2
import pytest
from tganalytics_client import AsyncEventQueue, AsyncTGAnalytics, QueueReport, RefusedEvent
from tganalytics_client._core.mock.contract import Call
from tganalytics_client._core.mock.engine import Answer
from tganalytics_client._core.mock.http import Response
from tganalytics_client.decisions import GIVE_UP, PATIENCE
from tganalytics_client.mock import TGAnalyticsMock
from tganalytics_client.patience import Patience
from tganalytics_client.spool import Row, SpoolError

from .conftest import World, event, numbers


class Poisoned(TGAnalyticsMock):
    """A platform that fails with status 500 at every request with a certain event."""

    poison: frozenset[int] = frozenset()

    def before(self, call: Call) -> None:
        super().before(call)
        if isinstance(call.body, list) and self.poison & set(numbers(call.body)):
            raise Answer(Response(500))


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Back-off in milliseconds."""
    monkeypatch.setattr("tganalytics_client.decisions.LONGEST_WAIT", 0.01)


@pytest.fixture
def poisoned(tmp_path: Path) -> Any:
    world = World(tmp_path)
    world.mock = Poisoned(seed=1)
    world.token = world.mock.add_app("docs")
    yield world
    world.close()


@pytest.mark.parametrize("kind", ["file", "memory"])
def test_events_that_the_server_fails_at_let_the_others_arrive(poisoned: World, kind: str) -> None:
    poisoned.mock.poison = frozenset({3, 47})  # type: ignore[attr-defined] # of the class above
    told: list[RefusedEvent] = []
    queue = poisoned.queue(spool=poisoned.file if kind == "file" else None, on_refused=told.extend)
    queue.put_many([event(number) for number in range(60)])
    end = time.monotonic() + 20
    while len(set(numbers(poisoned.mock.events))) < 58 and time.monotonic() < end:
        time.sleep(0.01)
    assert sorted(numbers(poisoned.mock.events)) == [number for number in range(60) if number not in (3, 47)]
    assert queue.report().queued + queue.report().refused == 2
    number = 100
    while queue.report().refused < 2 and time.monotonic() < end:
        queue.put(event(number))  # what shows that it is not the server
        number += 1
        time.sleep(0.01)
    kept = queue.refused()
    assert sorted(numbers([dict(one.event) for one in kept])) == [3, 47]
    assert all("status 500" in one.reason and "took others" in one.reason for one in kept)
    assert sorted(one.id for one in told) == sorted(one.id for one in kept)
    assert queue.flush(10)
    poisoned.mock.poison = frozenset()  # type: ignore[attr-defined] # likewise
    assert queue.resend_refused() == 2
    assert queue.flush(10)
    assert {3, 47} < set(numbers(poisoned.mock.events))


def test_while_the_server_fails_at_everything_nothing_is_set_aside(world: World) -> None:
    fault = world.mock.fail("events_record", status=500)
    queue = world.queue(spool=world.file)
    queue.put_many([event(number) for number in range(50)])
    end = time.monotonic() + 10
    while len(world.mock.requests) < 60 and time.monotonic() < end:
        time.sleep(0.01)
    assert len(world.mock.requests) >= 60
    assert (queue.report().queued, queue.report().refused) == (50, 0)
    world.mock.faults.remove(fault)
    assert queue.flush(10)
    assert sorted(numbers(world.mock.events)) == list(range(50))


def test_trouble_is_told_once_and_stands_in_the_report(world: World, caplog: pytest.LogCaptureFixture) -> None:
    told: list[QueueReport] = []
    was_told = threading.Event()

    def tell(report: QueueReport) -> None:
        told.append(report)
        was_told.set()

    fault = world.mock.fail("events_record", status=503)
    queue = world.queue(on_trouble=tell)
    queue.put(event(1))
    assert was_told.wait(10)
    [report] = told
    assert (report.queued, report.stopped, report.repeated) == (1, False, PATIENCE - 1)
    assert report.problem.startswith("status 503")
    assert report.failing_for is not None
    assert report.oldest_age is not None
    assert any("5 requests in a row have failed: status 503" in one.getMessage() for one in caplog.records)
    end = time.monotonic() + 5
    while not queue.report().postponed and time.monotonic() < end:
        time.sleep(0.001)
    world.mock.faults.remove(fault)
    assert queue.flush(10)
    after = queue.report()
    assert (after.failing_for, after.postponed, after.problem, after.sent) == (None, 0, "", 1)
    assert len(told) == 1


def test_a_rate_limit_postpones_nothing_but_is_trouble(world: World) -> None:
    told: list[QueueReport] = []
    world.mock.fail("events_record", status=429, headers={"Retry-After": "0"}, times=PATIENCE + 2)
    queue = world.queue(on_trouble=told.append)
    queue.put_many([event(number) for number in range(40)])
    assert queue.flush(20)
    assert [report.postponed for report in told] == [0]
    assert numbers(world.mock.events) == list(range(40))


def test_the_async_queue_does_the_same(poisoned: World, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.CRITICAL)
    poisoned.mock.poison = frozenset({3})  # type: ignore[attr-defined] # of the class above

    async def main() -> None:
        client = AsyncTGAnalytics(
            base_url=poisoned.mock.base_url,
            token=poisoned.token,
            app_name="docs",
            transport=poisoned.mock.transport(),
        )
        async with AsyncEventQueue(client, interval=0.02) as queue:
            await queue.put_many([event(number) for number in range(20)])
            number = 100
            while not (await queue.report()).refused and number < 2000:
                await queue.put(event(number))
                number += 1
                await asyncio.sleep(0.005)
            assert numbers([dict(one.event) for one in await queue.refused()]) == [3]
            assert await queue.flush(10)

    asyncio.run(main())
    assert set(range(20)) - {3} <= set(numbers(poisoned.mock.events))


def test_a_program_whose_client_was_closed_is_told(world: World) -> None:
    client = world.client()
    queue = world.queue(client=client, spool=world.file)
    client.close()
    queue.put(event(1))
    with pytest.raises(Exception, match="this client is closed"):
        queue.flush(10)
    assert queue.report().queued == 1


def test_a_transport_that_breaks_is_waited_out(world: World) -> None:
    calls: list[int] = []

    class Broken(httpx2.BaseTransport):
        def handle_request(self, request: httpx2.Request) -> httpx2.Response:
            calls.append(1)
            if len(calls) < 4:
                raise RuntimeError("of the user's own transport")
            return httpx2.Response(202)

    queue = world.queue(client=world.client(transport=Broken()))
    queue.put(event(1))
    assert queue.flush(10)
    assert (queue.report().sent, queue.report().repeated) == (1, 3)


@pytest.mark.parametrize("trouble", ["stopped", "spool", "postponed", "nothing"])
def test_a_worker_that_can_do_nothing_sleeps(world: World, trouble: str, monkeypatch: pytest.MonkeyPatch) -> None:
    queue = world.queue(interval=0.05)
    if trouble == "stopped":
        world.mock.fail("events_record", status=403)
    elif trouble == "spool":

        def broken(*_: object) -> list[Row]:
            raise SpoolError("the disk is gone")

        monkeypatch.setattr(queue._spool, "take", broken)
    elif trouble == "postponed":
        monkeypatch.setattr("tganalytics_client.decisions.LONGEST_WAIT", 0.2)
        world.mock.fail("events_record", status=500)
    waits: list[float] = []
    wait = queue._host.wait

    def watched(seconds: float) -> None:
        waits.append(seconds)
        wait(seconds)

    monkeypatch.setattr(queue._host, "wait", watched)
    queue.put(event(1))
    time.sleep(0.5)
    assert 2 <= len(waits) <= 30
    assert all(seconds > 0 for seconds in waits)


# --- What is known of failures ---


def rows(*ids: int) -> list[Row]:
    return [(number, b"") for number in ids]


def test_what_fails_is_sent_in_ever_smaller_batches() -> None:
    patience = Patience()
    batch = rows(*range(20))
    sizes = []
    for _ in range(7):
        first = patience.batches(batch, 20)[0]
        sizes.append(len(first))
        patience.failed(batch)
    assert sizes == [20, 10, 5, 2, 1, 1, 1]
    assert [len(one) for one in patience.batches([*batch, *rows(*range(20, 45))], 20)] == [1] * 20 + [20, 5]


def test_an_event_is_given_up_only_while_others_are_recorded() -> None:
    patience = Patience()
    bad = rows(7)
    for _ in range(100):
        patience.failed(bad)
    assert not patience.is_over(bad)
    for _ in range(GIVE_UP):
        patience.recorded(rows(8))
        patience.failed(bad)
    assert patience.is_over(bad)
    patience.forget(bad)
    assert not patience.is_over(bad)


def test_others_go_first_after_five_failures_or_before_what_failed_already() -> None:
    patience = Patience()
    patience.in_a_row = PATIENCE - 1
    assert not patience.gives_way(rows(1))
    patience.in_a_row = PATIENCE
    assert patience.gives_way(rows(1))
    patience.failed(rows(1))
    patience.recorded(rows(2))
    assert patience.in_a_row == 0
    assert patience.gives_way(rows(1))
    assert not patience.gives_way(rows(3))
