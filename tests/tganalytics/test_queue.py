"""The queue sends everything at least once, whatever the platform answers; sync and async."""

from __future__ import annotations

import asyncio
import gzip
import json
import os
import sqlite3
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any, ClassVar

import httpx2
import pytest
from tganalytics_client import (
    AsyncEventQueue,
    AsyncTGAnalytics,
    EventQueue,
    QueueStoppedError,
    RefusedEvent,
    SpoolFullError,
    TGAnalytics,
)
from tganalytics_client._core.errors import ClientStateError, ConfigurationError, InvalidRequestError
from tganalytics_client._core.mock.server import running
from tganalytics_client.spool import Spool

from .conftest import World, event, numbers

JSON = {"Content-Type": "application/json"}


@pytest.fixture(params=["file", "memory"])
def spool(request: pytest.FixtureRequest, world: World) -> Any:
    return world.file if request.param == "file" else None


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Back-off in milliseconds."""
    monkeypatch.setattr("tganalytics_client.decisions.LONGEST_WAIT", 0.01)
    monkeypatch.setattr("tganalytics_client.decisions.RATE_LIMIT_WAIT", 0.01)


def test_events_arrive_compressed_in_batches_of_at_most_20(world: World, spool: Any) -> None:
    with world.queue(spool=spool, interval=60.0) as queue:
        for number in range(45):
            queue.put(event(number))
        assert queue.flush(10)
        assert queue.report().sent == 45
    assert numbers(world.mock.events) == list(range(45))
    sizes = [len(json.loads(one.body)) for one in world.mock.requests]
    assert sum(sizes) == 45
    assert max(sizes) <= 20
    assert {one.headers["content-encoding"] for one in world.mock.requests} == {"gzip"}
    assert not world.mock.violations


def test_a_batch_that_is_not_full_goes_after_the_interval(world: World) -> None:
    queue = world.queue(interval=0.05)
    queue.put(event(1))
    end = time.monotonic() + 5
    while not world.mock.events and time.monotonic() < end:
        time.sleep(0.01)
    assert numbers(world.mock.events) == [1]


def test_a_full_batch_goes_at_once_and_the_rest_after_the_interval(world: World, spool: Any) -> None:
    queue = world.queue(spool=spool, interval=0.6)
    queue.put(event(0))
    end = time.monotonic() + 5
    while not world.mock.events and time.monotonic() < end:
        time.sleep(0.005)
    begin = time.monotonic()  # the next batch that is not full is due in at most 0.6 s
    queue.put_many([event(number) for number in range(1, 26)])
    while len(world.mock.events) < 26 and time.monotonic() < end:
        time.sleep(0.005)
    assert time.monotonic() - begin > 0.1
    assert [len(json.loads(one.body)) for one in world.mock.requests] == [1, 20, 5]


def test_durable_means_that_each_commit_waits_for_the_disk(world: World) -> None:
    for durable, synchronous in ((False, 1), (True, 2)):  # NORMAL: safe in WAL but for a loss of power; FULL
        queue = world.queue(spool=world.file, durable=durable)
        queue.put(event(1))
        assert isinstance(queue._spool, Spool)
        connection = queue._spool._connection
        assert connection is not None
        with queue._spool._lock:
            assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
            assert connection.execute("PRAGMA synchronous").fetchone() == (synchronous,)
        queue.close()


LEAVING = """
import asyncio, sys
from tganalytics_client import AsyncEventQueue, AsyncTGAnalytics, EventQueue, TGAnalytics

event = {"event_name": "app-init", "user_id": 1, "session_id": "10c574d9-6d2c-4e6d-a141-ce6da141ce6d"}
options = {"token": "made!up", "app_name": "docs", "base_url": "http://127.0.0.1:1"}

def leave():
    queue = EventQueue(TGAnalytics(**options))
    queue.put_many([event, event, event])

async def leave_async():
    queue = AsyncEventQueue(AsyncTGAnalytics(**options))
    await queue.put_many([event, event, event])

leave() if sys.argv[1] == "sync" else asyncio.run(leave_async())
"""


@pytest.mark.parametrize("kind", ["sync", "async"])
def test_a_program_that_ends_without_close_is_warned_of_its_events_in_memory(kind: str) -> None:
    import tganalytics_client

    folder = Path(tganalytics_client.__file__).parents[1]
    done = subprocess.run(
        [sys.executable, "-c", LEAVING, kind],
        env={**os.environ, "PYTHONPATH": str(folder)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stderr.count("RuntimeWarning: <") == 1
    assert "3 events in memory, which are lost" in done.stderr


def test_what_one_process_left_in_the_file_the_next_one_sends(world: World) -> None:
    world.mock.fail(status=500)
    with_fault = world.queue(spool=world.file)
    with_fault.put(event(1))
    with_fault.close(timeout=0.05)
    assert world.mock.events == []
    world.mock.faults.clear()
    assert world.queue(spool=world.file).flush(10)
    assert numbers(world.mock.events) == [1]


@pytest.mark.parametrize(
    "fault",
    [
        {"status": 400, "body": '{"message": "Failed to record"}', "headers": JSON},
        {"status": 429, "body": '{"message": "Too many requests. Try again later."}', "headers": JSON},
        {"status": 500, "body": "<html>"},
        {"status": 503},
        {"drop": "before"},
        {"drop": "after"},
        {"truncate": True},
    ],
)
def test_faults_of_server_and_network_are_repeated(world: World, spool: Any, fault: dict[str, Any]) -> None:
    world.mock.fail("events_record", times=3, **fault)
    queue = world.queue(spool=spool)
    queue.put_many([event(number) for number in range(5)])
    assert queue.flush(10)
    assert set(numbers(world.mock.events)) == set(range(5))
    report = queue.report()
    assert (report.sent, report.repeated, report.refused, report.problem) == (5, 3, 0, "")


def test_each_documented_error_in_turn_loses_nothing(world: World, spool: Any) -> None:
    answers = [
        (400, "Failed to record"),
        (400, "The token is not specified in the headers or is specified incorrectly."),
        (400, "Token is invalid."),
        (400, "Invalid app_name is specified."),
        (400, "VALIDATION_MISMATCH_REPORT"),
        (403, "The domain name does not match."),
        (429, "Too many requests. Try again later."),
    ]
    for status, text in answers:
        body = {"status": 400, "message": text} if text.isupper() else {"message": text}
        world.mock.fail("events_record", times=1, status=status, body=json.dumps(body), headers=JSON)
    queue = world.queue(spool=spool)
    queue.put_many([event(number) for number in range(20)])
    stops = []
    for _ in range(10):
        try:
            assert queue.flush(10)
            break
        except QueueStoppedError as error:
            stops.append(str(error))
            queue.resume()
    assert [stop.partition("status ")[2][:3] for stop in stops] == ["400", "400", "400", "403"]
    assert len(world.mock.requests) >= len(answers) + 1
    assert sorted(numbers(world.mock.events)) == list(range(20))
    assert (queue.report().sent, queue.report().refused, queue.report().repeated) == (20, 0, 2)


def test_429_repeats_the_same_batch_after_the_time_asked_for(world: World) -> None:
    headers = {**JSON, "Retry-After": "0.3"}
    world.mock.fail("events_record", times=1, status=429, headers=headers, body='{"message": "Too many requests."}')
    queue = world.queue()
    queue.put_many([event(number) for number in range(5)])
    begin = time.monotonic()
    assert queue.flush(10)
    assert time.monotonic() - begin >= 0.3
    first, second = world.mock.requests
    assert first.body == second.body or gzip.decompress(first.body) == second.body


def test_every_second_answer_dropped_loses_nothing(world: World, spool: Any) -> None:
    world.mock.fail("events_record", drop="after", probability=0.5)
    queue = world.queue(spool=spool)
    for number in range(100):
        queue.put(event(number))
    assert queue.flush(20)
    assert set(numbers(world.mock.events)) == set(range(100))
    assert world.mock.duplicates > 0


@pytest.mark.parametrize("report", ["list", "text", "bare", "placeholder"])
def test_exactly_the_refused_events_are_set_aside(world: World, report: str) -> None:
    told: list[RefusedEvent] = []
    world.mock.report = report
    queue = world.queue(spool=world.file, on_refused=told.extend, interval=60.0)
    batch = [event(number, **({"trace": 1} if number % 7 else {"slug": 5})) for number in range(20)]
    queue.put_many(batch)
    assert queue.flush(10)
    assert sorted(numbers(world.mock.events)) == [number for number in range(20) if number % 7]
    kept = queue.refused()
    assert numbers([dict(one.event) for one in kept]) == [0, 7, 14]
    assert all(one.reason for one in kept)
    if report != "placeholder":
        assert all("slug" in one.reason for one in kept)
    assert sorted(one.id for one in told) == [one.id for one in kept]
    assert queue.discard_refused([kept[0].id]) == 1
    assert queue.report().refused == 2


def test_refused_events_can_be_sent_again(world: World) -> None:
    body = json.dumps(["property events[0].locale has failed the following constraints: locale must be known"])
    world.mock.fail("events_record", times=1, status=400, body=body, headers=JSON)
    queue = world.queue()
    queue.put(event(1))
    assert queue.flush(10)
    assert world.mock.events == []
    assert queue.resend_refused() == 1
    assert queue.flush(10)
    assert numbers(world.mock.events) == [1]


@pytest.mark.parametrize("what", ["token shape", "token", "app", "domain"])
def test_a_refused_token_app_or_domain_stops_tells_and_loses_nothing(world: World, what: str) -> None:
    told: list[QueueStoppedError] = []
    was_told = threading.Event()
    other = world.mock.add_app("other")
    wrong: dict[str, dict[str, Any]] = {
        "token shape": {"token": "YOUR_TOKEN"},
        "token": {"token": world.token[:-3] + "AA="},
        "app": {"token": other},
        "domain": {"origin": "https://elsewhere.example.com"},
    }

    def tell(error: QueueStoppedError) -> None:
        told.append(error)
        was_told.set()

    queue = world.queue(client=world.client(**wrong[what]), spool=world.file, on_stop=tell)
    queue.put_many([event(number) for number in range(3)])
    with pytest.raises(QueueStoppedError, match="not sent any more: status 40"):
        queue.flush(10)
    queue.put(event(3))
    assert was_told.wait(5)
    assert len(told) == 1
    report = queue.report()
    assert (report.stopped, report.queued, report.sent, report.refused) == (True, 4, 0, 0)
    assert len(world.mock.requests) == 1
    queue.close(timeout=0.0)
    assert world.queue(spool=world.file).flush(10)
    assert numbers(world.mock.events) == [0, 1, 2, 3]


def test_a_stopped_queue_goes_on_after_resume(world: World) -> None:
    world.mock.fail("events_record", times=1, status=403, body='{"message": "The domain name does not match."}')
    queue = world.queue()
    queue.put(event(1))
    with pytest.raises(QueueStoppedError):
        queue.flush(10)
    queue.resume()
    assert queue.flush(10)
    assert numbers(world.mock.events) == [1]


def test_no_token_is_in_the_files(world: World) -> None:
    queue = world.queue(spool=world.file)
    queue.put(event(1))
    for file in world.file.parent.iterdir():
        assert world.token.encode() not in file.read_bytes()


def test_events_are_checked_when_they_are_put(world: World) -> None:
    queue = world.queue()
    with pytest.raises(InvalidRequestError, match=r"event\.user_id"):
        queue.put(event(1, user_id="me"))
    with pytest.raises(InvalidRequestError, match=r"event\.session_id: Field required"):  # none is made up
        queue.put({"event_name": "app-init", "user_id": 1})
    with pytest.raises(InvalidRequestError, match=r"events\[1\]\.session_id"):
        queue.put_many([event(1), event(2, session_id="x")])
    with pytest.raises(InvalidRequestError, match="app_name is 'other'"):
        queue.put(event(1, app_name="other"))
    with pytest.raises(InvalidRequestError, match="app_name is 'other'"):
        queue.put(world.client().session(user_id=1, app_name="other").app_init())
    assert queue.report().queued == 0


def test_settings_are_checked(world: World) -> None:
    with pytest.raises(ConfigurationError, match="app_name"):
        EventQueue(world.client(app_name=None))
    with pytest.raises(ConfigurationError, match="when_full"):
        world.queue(when_full="wait")
    with pytest.raises(ConfigurationError, match="batch_size is 1 to 20"):
        world.queue(batch_size=21)


def test_back_pressure_raises_if_asked_to(world: World, spool: Any) -> None:
    world.mock.fail(status=500)
    queue = world.queue(spool=spool, max_events=10, when_full="raise")
    for number in range(10):
        queue.put(event(number))
    with pytest.raises(SpoolFullError):
        queue.put(event(10))
    assert queue.report().queued == 10


def test_back_pressure_drops_the_oldest_if_asked_to(world: World, spool: Any) -> None:
    world.mock.fail(status=500)
    queue = world.queue(spool=spool, max_events=30, when_full="drop_oldest")
    for number in range(50):
        queue.put(event(number))
    report = queue.report()
    assert (report.queued, report.dropped) == (30, 20)


def test_the_oldest_give_way_at_once_though_the_platform_takes_its_time(world: World, spool: Any) -> None:
    answered = threading.Event()

    class Slow(httpx2.BaseTransport):
        def handle_request(self, request: httpx2.Request) -> httpx2.Response:
            answered.wait(10)
            return httpx2.Response(202)

    queue = world.queue(spool=spool, client=world.client(transport=Slow()), max_events=50, when_full="drop_oldest")
    begin = time.monotonic()
    for number in range(120):
        queue.put(event(number))
    assert time.monotonic() - begin < 5
    report = queue.report()
    assert (report.queued, report.dropped) == (50, 70)
    answered.set()
    assert queue.flush(10)


def test_back_pressure_blocks_until_there_is_room(world: World, spool: Any) -> None:
    fault = world.mock.fail(status=500)
    queue = world.queue(spool=spool, max_events=10)
    for number in range(10):
        queue.put(event(number))
    with pytest.raises(SpoolFullError):
        queue.put(event(10), timeout=0.05)
    timer = threading.Timer(0.1, world.mock.faults.remove, [fault])
    timer.start()
    queue.put(event(11))
    timer.join()
    assert queue.flush(10)
    assert set(numbers(world.mock.events)) == {*range(10), 11}


def test_flush_says_when_it_took_too_long(world: World) -> None:
    world.mock.fail(status=500)
    queue = world.queue()
    queue.put(event(1))
    assert queue.flush(0.05) is False
    assert queue.report().oldest_age is not None


def test_leaving_events_in_memory_warns_with_their_number(world: World) -> None:
    world.mock.fail(status=500)
    queue = world.queue()
    queue.put_many([event(1), event(2)])
    with pytest.warns(RuntimeWarning, match="2 events in memory"):
        queue.close(timeout=0.0)
    with pytest.raises(ClientStateError, match="closed"):
        queue.put(event(3))


def test_a_listener_that_fails_does_not_end_the_worker(world: World) -> None:
    def fail(_: object) -> None:
        raise ValueError("of the user")

    world.mock.report = "placeholder"
    queue = world.queue(on_refused=fail)
    queue.put(event(1, slug=5))
    assert queue.flush(10)
    queue.put(event(2))
    assert queue.flush(10)
    assert numbers(world.mock.events) == [2]


def test_a_full_file_keeps_what_is_refused(world: World) -> None:
    """The room for it is not there; without it the same events would be sent, and refused, for ever."""
    queue = world.queue(spool=world.file, max_bytes=64 * 1024, when_full="raise", interval=60.0)
    queue._stopped = QueueStoppedError("not yet")
    accepted = filled(queue)
    world.mock.fail("events_record", status=400, body='{"message": "not this one"}', headers=JSON)
    queue.resume()
    assert queue.flush(30)
    assert queue.report().refused == accepted
    world.mock.faults.clear()
    assert queue.discard_refused() == accepted
    queue.put(event(0))
    assert queue.flush(10)
    assert numbers(world.mock.events) == [0]


def filled(queue: EventQueue) -> int:
    """Put events until the file is full; how many there were room for."""
    for number in range(1000):
        try:
            queue.put(event(number, trace_id=None, url_referer="y" * 100))
        except SpoolFullError:
            return number
    raise AssertionError("the file has no limit")


def test_a_full_file_is_sent(world: World) -> None:
    """Though to lease its events all at once takes more room than there is."""
    queue = world.queue(spool=world.file, max_bytes=256 * 1024, when_full="raise", interval=60.0)
    queue._stopped = QueueStoppedError("not yet")
    accepted = filled(queue)
    assert accepted > queue._take
    queue.resume()
    assert queue.flush(30)
    assert numbers(world.mock.events) == list(range(accepted))
    queue._stopped = QueueStoppedError("not yet")
    assert filled(queue) > 100


@pytest.mark.parametrize("max_events", [1, 2, 10])
def test_the_oldest_gives_way_at_once_in_a_small_queue_too(world: World, spool: Any, max_events: int) -> None:
    """Though the platform asks to wait for an hour, and events are held for that."""
    told = {**JSON, "Retry-After": "3600"}
    world.mock.fail("events_record", status=429, headers=told, body='{"message": "Too many requests."}')
    queue = world.queue(spool=spool, max_events=max_events, when_full="drop_oldest", interval=0.01)
    queue.put(event(0))
    while not world.mock.requests:
        time.sleep(0.005)
    for number in range(1, max_events + 5):
        try:
            queue.put(event(number), timeout=0.05)
        except SpoolFullError:  # the only one that there is room for is being sent
            assert max_events == 1
    assert queue.report().queued == max_events
    assert queue.report().dropped == (0 if max_events == 1 else 5)


def test_two_queues_on_one_file_send_each_event_once(world: World) -> None:
    queues = [world.queue(spool=world.file), world.queue(spool=world.file)]
    for number in range(60):
        queues[number % 2].put(event(number))
    assert all(queue.flush(10) for queue in queues)
    assert sorted(numbers(world.mock.events)) == list(range(60))
    assert world.mock.duplicates == 0


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
@pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")
def test_after_a_fork_parent_and_child_go_on(world: World) -> None:
    with running(world.mock) as url:
        client = TGAnalytics(base_url=url, token=world.token, app_name="docs", trust_env=False)
        queue = world.queue(client=client, spool=world.file)
        queue.put(event(1))
        child = os.fork()
        if child == 0:
            code = 1
            try:
                queue.put(event(2))
                code = 0 if queue.flush(10) else 2
                queue.close()
            finally:
                os._exit(code)
        queue.put(event(3))
        assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
        assert queue.flush(10)
        queue.close()
        client.close()
    assert set(numbers(world.mock.events)) == {1, 2, 3}


# --- Async ---


def run(world: World, work: Any, **options: Any) -> None:
    async def main() -> None:
        client = AsyncTGAnalytics(
            base_url=world.mock.base_url, token=world.token, app_name="docs", transport=world.mock.transport()
        )
        async with AsyncEventQueue(client, **{"interval": 0.02, **options}) as queue:
            await work(queue)

    asyncio.run(main())


def test_async_events_arrive(world: World, spool: Any) -> None:
    async def work(queue: AsyncEventQueue) -> None:
        await asyncio.gather(*(queue.put(event(number)) for number in range(45)))
        assert await queue.flush(10)
        assert (await queue.report()).sent == 45

    run(world, work, spool=spool)
    assert sorted(numbers(world.mock.events)) == list(range(45))


def test_async_faults_are_repeated(world: World, spool: Any) -> None:
    world.mock.fail("events_record", drop="after", probability=0.5)

    async def work(queue: AsyncEventQueue) -> None:
        for number in range(50):
            await queue.put(event(number))
        assert await queue.flush(10)

    run(world, work, spool=spool)
    assert set(numbers(world.mock.events)) == set(range(50))


class Watched(sqlite3.Connection):
    """A connection that notes in which threads it is used."""

    threads: ClassVar[set[int]] = set()

    def execute(self, *args: Any) -> sqlite3.Cursor:
        self.threads.add(threading.get_ident())
        return super().execute(*args)

    def executemany(self, *args: Any) -> sqlite3.Cursor:
        self.threads.add(threading.get_ident())
        return super().executemany(*args)


def test_the_async_queue_never_touches_the_file_on_the_event_loop(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    connect = sqlite3.connect
    monkeypatch.setattr("sqlite3.connect", lambda *args, **named: connect(*args, factory=Watched, **named))
    Watched.threads.clear()
    body = json.dumps(["property events[0].locale has failed the following constraints: locale must be known"])
    world.mock.fail("events_record", times=1, status=400, body=body, headers=JSON)
    world.mock.fail("events_record", times=6, status=500)

    async def work(queue: AsyncEventQueue) -> None:
        await asyncio.gather(*(queue.put(event(number)) for number in range(20)))
        await queue.put_many([event(20)])
        with pytest.raises(SpoolFullError):
            await queue.put_many([event(number) for number in range(50)])
        assert await queue.flush(10)
        assert (await queue.report()).refused == 1
        assert len(await queue.refused()) == await queue.resend_refused() == 1
        assert await queue.flush(10)
        assert await queue.discard_refused() == 0

    run(world, work, spool=world.file, max_events=30)
    assert set(numbers(world.mock.events)) == set(range(21))
    assert Watched.threads
    assert threading.get_ident() not in Watched.threads


def test_async_callers_share_a_commit(world: World) -> None:
    sizes: list[int] = []

    async def work(queue: AsyncEventQueue) -> None:
        assert isinstance(queue._spool, Spool)
        commit = queue._spool._commit_all

        def watched(group: Any) -> None:
            sizes.append(len(group))
            commit(group)

        queue._spool._commit_all = watched  # type: ignore[method-assign] # the real one, watched
        await asyncio.gather(*(queue.put(event(number)) for number in range(50)))

    run(world, work, spool=world.file, durable=True)
    assert sum(sizes) == 50
    assert len(sizes) < 25


def test_async_stop_is_told(world: World) -> None:
    world.mock.fail("events_record", times=1, status=400, body='{"message": "Token is invalid."}', headers=JSON)
    told: list[QueueStoppedError] = []

    async def tell(error: QueueStoppedError) -> None:
        await asyncio.sleep(0)
        told.append(error)

    async def work(queue: AsyncEventQueue) -> None:
        await queue.put(event(1))
        with pytest.raises(QueueStoppedError):
            await queue.flush(10)
        queue.resume()
        assert await queue.flush(10)

    run(world, work, on_stop=tell)
    assert numbers(world.mock.events) == [1]
    assert [str(error) for error in told] == [str(error) for error in told if "Token is invalid" in str(error)] != []
