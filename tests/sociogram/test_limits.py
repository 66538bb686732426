"""Limits on the client's side: never more than the documented figure in any window, and nearly all of it."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from typing import Any

import httpx2
import pytest
from sociogram_client import (
    APIConnectionError,
    AsyncSociogram,
    ConfigurationError,
    LimitReachedError,
    RateLimitError,
    Secret,
    Sociogram,
)
from sociogram_client._core.mock.server import running
from sociogram_client._core.operation import Operation
from sociogram_client.limits import turn_of
from sociogram_client.mock import SociogramMock

from .conftest import World

SENT = {"content-type": "application/json"}


class Counter(httpx2.BaseTransport, httpx2.AsyncBaseTransport):
    """Answers yes and keeps the times at which requests arrived."""

    def __init__(self) -> None:
        self.times: list[float] = []
        self.lock = threading.Lock()

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        with self.lock:
            self.times.append(time.monotonic())
        return httpx2.Response(200, headers=SENT, content=b"true")

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        return self.handle_request(request)


def most_in_a_window(times: Sequence[float], seconds: float) -> int:
    """The most of `times` that any window of `seconds` holds."""
    ordered = sorted(times)
    first = most = 0
    for last, moment in enumerate(ordered):
        while moment - ordered[first] >= seconds:
            first += 1
        most = max(most, last - first + 1)
    return most


def rate(times: Sequence[float], limit: int, seconds: float) -> float:
    """The share of the permitted rate: what came, of what may come in that time."""
    span = max(times) - min(times)
    return len(times) / (limit * (int(span / seconds) + 1))


def check_real_time(measure: Callable[[], Sequence[float]], limit: int = 30) -> None:
    """No window may ever be exceeded; the rate is that of the best of three tries, for other programs run here, too."""
    rates: list[float] = []
    while max(rates, default=0.0) < 0.95:
        assert len(rates) < 3, rates
        times = measure()
        assert most_in_a_window(times, 1.0) <= limit
        rates.append(rate(times, limit, 1.0))


def test_the_measure_itself_counts_right() -> None:
    assert most_in_a_window([0.0, 0.5, 0.999, 1.0, 2.5], 1.0) == 3
    assert rate([0.0] * 30 + [1.0] * 30, 30, 1.0) == 1.0


# --- On the injected clock ---


def test_31_notifications_take_more_than_a_second_and_90_three(here: World) -> None:
    sociogram = here.client()
    users = [here.mock.add_user().uid for _ in range(91)]
    began, times = here.now(), []
    for uid in users:
        assert sociogram.users.notify(uid=uid, message="Hello!") is True  # the mock itself refuses what is too much
        times.append(here.now() - began)
    assert times[29] == 0
    assert 1.0 <= times[30] <= 1.05
    assert times[90] <= 3 / 0.95
    assert most_in_a_window(times, 1.0) == 30


def test_one_user_gets_one_a_second_and_others_need_not_wait_for_that(here: World) -> None:
    sociogram = here.client()
    began, times = here.now(), []
    for _ in range(4):
        sociogram.users.notify(uid=here.user.uid, message="Hello!")
        times.append(here.now() - began)
    assert most_in_a_window(times, 1.0) == 1
    assert times[-1] <= 3 / 0.95
    before = here.now()
    sociogram.users.notify(uid=here.other.uid, message="Hello!")
    assert here.now() == before


def test_a_bot_sends_60_messages_a_minute(here: World) -> None:
    sociogram = here.client()
    users = [here.mock.add_user().uid for _ in range(130)]
    began, times = here.now(), []
    for uid in users:
        sociogram.bots.send_message(uid=uid, message={"text": "Hello!"})
        times.append(here.now() - began)
    assert times[59] == 0
    assert times[60] >= 60
    assert times[120] <= 120 / 0.95
    assert most_in_a_window(times, 60.0) == 60


def test_notifications_and_bot_messages_have_limits_of_their_own(here: World) -> None:
    sociogram = here.client()
    sociogram.users.notify(uid=here.user.uid, message="Hello!")
    sociogram.bots.send_message(uid=here.user.uid, message={"text": "Hello!"})
    assert here.waited == []


def test_raising_is_the_other_choice(here: World) -> None:
    sociogram = here.client(rate_limit="raise")
    for _ in range(30):
        sociogram.users.notify(uid=here.mock.add_user().uid, message="Hello!")
    with pytest.raises(LimitReachedError, match="30 calls") as caught:
        sociogram.users.notify(uid=here.user.uid, message="Hello!")
    assert isinstance(caught.value, RateLimitError)
    assert 1.0 <= (caught.value.retry_after or 0) <= 1.05
    assert len(here.calls) == 30
    here.mock.clock.advance(caught.value.retry_after or 0)
    assert sociogram.users.notify(uid=here.user.uid, message="Hello!") is True
    with pytest.raises(LimitReachedError, match="1 calls"):
        sociogram.users.notify(uid=here.user.uid, message="Hello!")
    assert here.waited == []


def test_a_call_that_is_refused_for_one_limit_takes_no_place_in_the_other(here: World) -> None:
    sociogram = here.client(rate_limit="raise")
    sociogram.users.notify(uid=here.user.uid, message="Hello!")
    for _ in range(50):
        with pytest.raises(LimitReachedError):
            sociogram.users.notify(uid=here.user.uid, message="Hello!")
    for _ in range(29):
        sociogram.users.notify(uid=here.mock.add_user().uid, message="Hello!")


def test_limits_can_be_switched_off(here: World) -> None:
    sociogram = here.client(rate_limit="off")
    sociogram.users.notify(uid=here.user.uid, message="Hello!")
    with pytest.raises(RateLimitError) as caught:
        sociogram.users.notify(uid=here.user.uid, message="Hello!")
    assert not isinstance(caught.value, LimitReachedError)


def test_a_choice_that_is_none_is_named(here: World) -> None:
    with pytest.raises(ConfigurationError, match="rate_limit='never'"):
        here.client(rate_limit="never")


def test_copies_of_a_client_share_the_limits(here: World) -> None:
    sociogram = here.client(rate_limit="raise")
    sociogram.users.notify(uid=here.user.uid, message="Hello!")
    with pytest.raises(LimitReachedError):
        sociogram.with_options(timeout=5).users.notify(uid=here.user.uid, message="Hello!")
    with pytest.raises(LimitReachedError):
        sociogram.with_raw_response.users.notify(uid=here.user.uid, message="Hello!")


def test_a_user_is_the_same_in_whichever_form_the_number_is_given(here: World) -> None:
    sociogram = here.client(rate_limit="raise", transport=Counter())
    sociogram.users.notify(uid=7, message="Hello!")
    for same in (7.0, "7", " 7", "7.0", Decimal(7)):
        with pytest.raises(LimitReachedError):
            sociogram.users.notify(uid=same, message="Hello!")


def test_another_token_is_another_app(here: World) -> None:
    sociogram = here.client(rate_limit="raise")
    sociogram.users.notify(uid=here.user.uid, message="Hello!")
    another = here.mock.add_app()
    assert sociogram.with_options(token=another.token).users.notify(uid=here.user.uid, message="Hello!") is True


def test_the_figures_are_the_document_s(here: World) -> None:
    limits = ({"per": "app", "calls": 7, "seconds": 2}, {"per": "user", "calls": 3, "seconds": 2, "key": "uid"})
    found = turn_of(Operation("x", "POST", "/x", rate_limits=limits), {"uid": 5}, Secret("made-up-token"))
    assert found is not None
    assert found.user is not None
    assert (found.app.calls, found.user.calls) == (7, 3)
    assert 2.0 < found.app.seconds <= 2 / 0.95
    assert "made-up-token" not in repr(found)


def test_a_repeated_attempt_takes_a_place_of_its_own(here: World) -> None:
    tries: list[float] = []

    def answer(request: httpx2.Request) -> httpx2.Response:
        tries.append(here.now())
        if len(tries) == 1:
            raise httpx2.ConnectError("refused", request=request)
        return httpx2.Response(200, json=True)

    sociogram = here.client(transport=httpx2.MockTransport(answer))
    sociogram.users.notify(uid=here.user.uid, message="Hello!")
    assert tries[1] - tries[0] >= 1.0


def test_windows_that_are_over_are_forgotten(here: World, monkeypatch: pytest.MonkeyPatch) -> None:
    module = f"sociogram_client.{here.kind}_limiter"
    monkeypatch.setattr(f"{module}._REMEMBERED", 50)
    transport = httpx2.MockTransport(lambda request: httpx2.Response(200, json=True))
    sociogram = here.client(transport=transport)
    for uid in range(1, 200):
        sociogram.users.notify(uid=uid, message="Hello!")
        here.mock.clock.advance(5)
    stores = (sociogram._target if here.kind == "async" else sociogram)._limiter._stores
    stores = getattr(stores, "_target", stores)
    assert len(stores) < 70


# --- In real time ---


def test_30_a_second_for_three_seconds_in_real_time_against_the_mock() -> None:
    def measure() -> list[float]:
        mock = SociogramMock(seed=1)  # with the real clock, and with the platform's limits
        app = mock.add_app()
        users = [mock.add_user().uid for _ in range(91)]
        with (
            Sociogram(base_url=mock.base_url, token=app.token, transport=mock.transport()) as sociogram,
            ThreadPoolExecutor(30) as pool,
        ):
            assert all(pool.map(lambda uid: sociogram.users.notify(uid=uid, message="Hello!"), users))
        times = [note.created_at.timestamp() for note in mock.notifications]
        assert max(times) - min(times) >= 3.0  # 30 a second: the 91st comes after three of them
        return times[:90]

    check_real_time(measure)


def by_50_threads(counter: Counter, **options: Any) -> list[float]:
    """When the requests of 50 threads came that notify for 4 s."""
    counter.times.clear()
    uids = iter(range(1, 10_000))
    end = time.monotonic() + 4.0

    def work(_: int) -> None:
        while time.monotonic() < end:
            sociogram.users.notify(uid=next(uids), message="Hello!")

    with Sociogram(token="made-up", transport=counter, **options) as sociogram, ThreadPoolExecutor(50) as pool:
        list(pool.map(work, range(50)))
    return [moment for moment in counter.times if moment < end]


def by_1000_tasks(counter: Counter, **options: Any) -> list[float]:
    """When the requests of the first of 1,000 tasks came, in 4 s."""
    counter.times.clear()

    async def run() -> None:
        async with AsyncSociogram(token="made-up", transport=counter, **options) as sociogram:
            tasks = [asyncio.create_task(sociogram.users.notify(uid=uid, message="Hello!")) for uid in range(1, 1001)]
            await asyncio.sleep(4.0)
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    asyncio.run(run())
    return counter.times


@pytest.mark.parametrize("many", [by_50_threads, by_1000_tasks])
def test_under_many_threads_and_tasks_no_window_is_exceeded_and_the_rate_is_used(many: Any) -> None:
    check_real_time(lambda: many(Counter()))


@pytest.mark.parametrize("kind", ["threads", "tasks"])
def test_over_sockets_the_platform_never_counts_too_many(kind: str) -> None:
    """The first calls have to connect, the later ones not: they count from when the platform has them."""

    def by_threads(options: dict[str, Any], uids: list[int]) -> None:
        with Sociogram(**options) as sociogram, ThreadPoolExecutor(50) as pool:
            assert all(pool.map(lambda uid: sociogram.users.notify(uid=uid, message="Hello!"), uids))

    async def by_tasks(options: dict[str, Any], uids: list[int]) -> None:
        async with AsyncSociogram(**options) as sociogram:
            assert all(await asyncio.gather(*(sociogram.users.notify(uid=uid, message="Hello!") for uid in uids)))

    def measure() -> list[float]:
        mock = SociogramMock(seed=1)  # refuses what is too much
        app = mock.add_app()
        uids = [mock.add_user().uid for _ in range(105)]
        with running(mock) as address:
            options = {"base_url": address, "token": app.token}
            if kind == "threads":
                by_threads(options, uids)
            else:
                asyncio.run(by_tasks(options, uids))
        times = sorted(note.created_at.timestamp() for note in mock.notifications)
        assert len(times) == 105
        return [moment for moment in times if moment < times[0] + 3.0]

    check_real_time(measure)


def test_a_call_counts_from_when_the_platform_has_it(here: World) -> None:
    """A connection that takes 0.4 s: the next notification of the user comes a second after that."""
    arrived: list[float] = []

    def answer(request: httpx2.Request) -> httpx2.Response:
        here.mock.clock.advance(0.4 if not arrived else 0.01)
        arrived.append(here.now())
        return httpx2.Response(200, json=True)

    sociogram = here.client(transport=httpx2.MockTransport(answer))
    for _ in range(3):
        sociogram.users.notify(uid=here.user.uid, message="Hello!")
    assert most_in_a_window(arrived, 1.0) == 1
    assert arrived[-1] - arrived[0] <= 2 / 0.95


@pytest.mark.parametrize("late", [0.4, 3.0])
def test_a_call_that_leaves_late_keeps_its_place_and_counts_from_then(here: World, late: float) -> None:
    sent: list[float] = []

    def answer(request: httpx2.Request) -> httpx2.Response:
        sent.append(here.now())
        return httpx2.Response(200, json=True)

    def hook(request: httpx2.Request) -> None:
        if len(sent) == 1:
            here.mock.clock.advance(late)

    async def async_hook(request: httpx2.Request) -> None:
        hook(request)

    hooks = [hook if here.kind == "sync" else async_hook]
    sociogram = here.client(transport=httpx2.MockTransport(answer), on_request=hooks)
    for _ in range(3):
        sociogram.users.notify(uid=here.user.uid, message="Hello!")
    assert most_in_a_window(sent, 1.0) == 1


def test_requests_that_are_held_back_for_longer_than_the_window_do_not_arrive_together() -> None:
    """All that left in the first second are stuck until 1.5 s: nobody else leaves meanwhile."""
    arrived: list[float] = []
    began = time.monotonic()

    class Stuck(httpx2.AsyncBaseTransport):
        async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
            await asyncio.sleep(max(0.0, began + 1.5 - time.monotonic()))
            arrived.append(time.monotonic())
            return httpx2.Response(200, json=True)

    async def run() -> None:
        async with AsyncSociogram(token="made-up", transport=Stuck()) as sociogram:
            await asyncio.gather(*(sociogram.users.notify(uid=uid, message="Hello!") for uid in range(1, 61)))

    asyncio.run(run())
    assert len(arrived) == 60
    assert most_in_a_window(arrived, 1.0) <= 30


def test_a_call_that_fails_before_it_leaves_keeps_its_place_no_longer_than_another(here: World) -> None:
    hooks: list[Any] = []

    def hook(request: httpx2.Request) -> None:
        raise ValueError("made up")

    async def async_hook(request: httpx2.Request) -> None:
        raise ValueError("made up")

    hooks.append(hook if here.kind == "sync" else async_hook)
    failing = here.client(on_request=hooks)
    with pytest.raises(ValueError, match="made up"):
        failing.users.notify(uid=here.user.uid, message="Hello!")
    limiter = (failing._target if here.kind == "async" else failing)._limiter
    for store in limiter._stores.values():
        [(counted, _)] = store.read(None, [])
        assert counted == int(here.now() * 1e6)


def test_what_every_call_takes_does_not_slow_them_down(here: World) -> None:
    arrived: list[float] = []

    def answer(request: httpx2.Request) -> httpx2.Response:
        arrived.append(here.now())
        here.mock.clock.advance(0.005)
        return httpx2.Response(200, json=True)

    sociogram = here.client(transport=httpx2.MockTransport(answer))
    for uid in range(1, 301):
        sociogram.users.notify(uid=uid, message="Hello!")
    assert most_in_a_window(arrived, 1.0) <= 30
    assert arrived[-1] - arrived[0] <= 10 / 0.95


def test_threads_that_notify_one_user_wait_for_each_other() -> None:
    counter = Counter()
    with Sociogram(token="made-up", transport=counter) as sociogram, ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda _: sociogram.users.notify(uid=1, message="Hello!"), range(4)))
    assert most_in_a_window(counter.times, 1.0) == 1
    assert len(counter.times) == 4


def test_a_cancelled_task_leaves_the_line() -> None:
    counter = Counter()

    async def run() -> None:
        async with AsyncSociogram(token="made-up", transport=counter) as sociogram:
            await sociogram.users.notify(uid=1, message="Hello!")
            waiting = asyncio.create_task(sociogram.users.notify(uid=1, message="Hello!"))
            await asyncio.sleep(0.1)
            waiting.cancel()
            await asyncio.gather(waiting, return_exceptions=True)
            await sociogram.users.notify(uid=1, message="Hello!")
            assert sociogram._limiter._lines == {}

    asyncio.run(run())
    assert len(counter.times) == 2


def test_the_limits_work_under_trio() -> None:
    import trio

    counter = Counter()

    async def run() -> None:
        async with (
            AsyncSociogram(token="made-up", transport=counter) as sociogram,
            trio.open_nursery() as nursery,
        ):
            for _ in range(2):
                nursery.start_soon(lambda: sociogram.users.notify(uid=1, message="Hello!"))

    trio.run(run)
    assert counter.times[1] - counter.times[0] >= 1.0


def test_an_error_of_the_call_is_the_call_s_own(here: World) -> None:
    def answer(request: httpx2.Request) -> httpx2.Response:
        raise httpx2.ReadError("cut", request=request)

    with pytest.raises(APIConnectionError):
        here.client(transport=httpx2.MockTransport(answer)).users.notify(uid=here.user.uid, message="Hello!")
