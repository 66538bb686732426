"""When a request is repeated, how long is waited, and where it ends."""

import asyncio
import random
import threading
import time
from typing import Any

import httpx2
import pytest
from core_under_test._core.errors import (
    APIConnectionError,
    APIError,
    APITimeoutError,
    ConfigurationError,
    RateLimitError,
    ServerError,
)
from core_under_test._core.operation import Operation
from core_under_test._core.retry import Outcome, RetryPolicy
from core_under_test._core.runtime import Runtime, async_sleep
from core_under_test.testing import Clock, Driver, Service, answer, envelope

SAFE = Operation[Any]("reads", "GET", "/x", retry=True)
UNSAFE = Operation[Any]("writes", "POST", "/x", body="json")
FAULT = envelope({"code": 500, "msg": "database down"})
ALWAYS, IF_UNSENT, NEVER = "always", "if never sent", "never"

TABLE = [
    (httpx2.ConnectError, IF_UNSENT),
    (httpx2.ConnectTimeout, IF_UNSENT),
    (httpx2.PoolTimeout, IF_UNSENT),
    (httpx2.ProxyError, IF_UNSENT),
    (httpx2.ReadTimeout, ALWAYS),
    (httpx2.WriteTimeout, ALWAYS),
    (httpx2.ReadError, ALWAYS),
    (httpx2.WriteError, ALWAYS),
    (httpx2.CloseError, ALWAYS),
    (httpx2.RemoteProtocolError, ALWAYS),
    (408, ALWAYS),
    (429, ALWAYS),
    (500, ALWAYS),
    (502, ALWAYS),
    (503, ALWAYS),
    (504, ALWAYS),
    (520, ALWAYS),
    (FAULT, ALWAYS),
    (400, NEVER),
    (401, NEVER),
    (404, NEVER),
    (409, NEVER),
    (422, NEVER),
    (501, NEVER),
    (505, NEVER),
    (999, NEVER),
    (httpx2.Response(302, headers={"Location": "/"}), NEVER),
    (envelope({"code": 500, "msg": "record not found"}), NEVER),
]


@pytest.mark.parametrize(("outcome", "repeated"), TABLE, ids=[str(outcome)[:60] for outcome, _ in TABLE])
@pytest.mark.parametrize("operation", [SAFE, UNSAFE], ids=["safe", "unsafe"])
def test_only_what_is_safe_is_repeated(driver: Driver, operation: Any, outcome: Any, repeated: str) -> None:
    service, clock = Service(outcome), Clock()
    body = {"a": 1} if operation.body else {}
    with pytest.raises(APIError) as caught:
        driver.run(service, lambda client: client._call(operation, {}, body), runtime=clock.runtime())
    expected = 3 if repeated == IF_UNSENT or (repeated == ALWAYS and operation is SAFE) else 1
    assert len(service.requests) == expected
    assert len(clock.slept) == expected - 1
    if not isinstance(outcome, int) or outcome != 302:
        assert caught.value.attempts == expected


def call(driver: Driver, service: Service, operation: Any = SAFE, body: Any = None, **options: Any) -> Any:
    return driver.run(service, lambda client: client._call(operation, {}, body or {}), **options)


def test_the_first_good_answer_ends_it(driver: Driver) -> None:
    service, clock = Service(503, httpx2.ReadError, answer()), Clock()
    assert driver.run(service, lambda client: client.notes.get(7), runtime=clock.runtime()).id == 7
    assert len(service.requests) == 3


def test_each_attempt_sends_the_same_bytes(driver: Driver) -> None:
    service = Service(httpx2.ConnectError)
    with pytest.raises(APIConnectionError):
        call(driver, service, UNSAFE, {"a": 1}, runtime=Clock().runtime())
    assert [request.content for request in service.requests] == [b'{"a":1}'] * 3


def test_a_body_that_cannot_be_sent_twice_is_not(driver: Driver) -> None:
    operation = Operation[Any]("uploads", "PUT", "/x", body="bytes", retry=True)

    async def pieces() -> Any:
        yield b"abc"

    service = Service(503)
    body = iter([b"abc"]) if driver.kind == "sync" else pieces()
    with pytest.raises(ServerError, match="its body cannot be sent twice"):
        driver.run(service, lambda client: client._call(operation, {}, body), runtime=Clock().runtime())
    assert [request.content for request in service.requests] == [b"abc"]


@pytest.mark.parametrize(("retries", "attempts"), [(0, 1), (1, 2), (5, 6)])
def test_max_retries_counts_the_repetitions(driver: Driver, retries: int, attempts: int) -> None:
    service = Service(503)
    with pytest.raises(ServerError) as caught:
        call(driver, service, max_retries=retries, runtime=Clock().runtime())
    assert len(service.requests) == caught.value.attempts == attempts
    assert f"not repeated: max_retries is {retries}" in str(caught.value)


def test_waiting_grows_up_to_a_ceiling_and_is_chance_within(driver: Driver) -> None:
    for chance in (1.0, 0.25, 0.0):
        clock = Clock(chance)
        with pytest.raises(ServerError):
            call(driver, Service(503), max_retries=7, runtime=clock.runtime())
        assert clock.slept == [chance * limit for limit in (0.5, 1, 2, 4, 8, 8, 8)]


def test_an_own_policy_sets_the_waiting_times(driver: Driver) -> None:
    clock = Clock()
    policy = RetryPolicy(max_retries=3, first_wait=1, longest_backoff=2)
    with pytest.raises(ServerError):
        call(driver, Service(503), retry=policy, runtime=clock.runtime())
    assert clock.slept == [1, 2, 2]


def test_retry_after_is_a_minimum(driver: Driver) -> None:
    clock = Clock()
    replies = [httpx2.Response(429, headers={"Retry-After": value}) for value in ("7", "0", "0.25")]
    call(driver, Service(*replies, 200), max_retries=3, runtime=clock.runtime())
    assert clock.slept == [7, 1, 2]


def test_retry_after_beyond_the_ceiling_is_raised_at_once(driver: Driver) -> None:
    clock = Clock()
    with pytest.raises(RateLimitError, match="asks to wait 61 s, longer than 60 s") as caught:
        call(driver, Service(httpx2.Response(429, headers={"Retry-After": "61"})), runtime=clock.runtime())
    assert clock.slept == []
    assert caught.value.retry_after == 61


@pytest.mark.parametrize(("status", "doubt"), [(429, False), (503, True)])
def test_only_what_may_have_been_done_is_said_to_be_in_doubt(driver: Driver, status: int, doubt: bool) -> None:
    with pytest.raises(APIError, match="not safe to repeat") as caught:
        call(driver, Service(status), UNSAFE)
    assert ("may have been carried out" in str(caught.value)) == doubt


def test_retry_after_inside_an_envelope_answer_counts_too(driver: Driver) -> None:
    clock = Clock()
    body = envelope({"code": 429, "msg": "slow down"})
    reply = httpx2.Response(200, content=body, headers={"Retry-After": "3"})
    call(driver, Service(reply, 200), runtime=clock.runtime())
    assert clock.slept == [3]


# --- the deadline of a call ---


def test_no_waiting_past_the_deadline(driver: Driver) -> None:
    clock = Clock()
    with pytest.raises(ServerError, match="the deadline of the call would pass"):
        call(driver, Service(503), deadline=3, max_retries=9, runtime=clock.runtime())
    assert clock.slept == [0.5, 1]


def test_phases_get_what_is_left_of_the_deadline(driver: Driver) -> None:
    clock = Clock()
    seen = []

    def look(request: httpx2.Request) -> httpx2.Response:
        timeouts = request.extensions["timeout"]
        before = timeouts.get("read")
        clock.now += 4
        seen.append((timeouts.get("connect"), before, timeouts.get("read"), timeouts.get("pool")))
        return httpx2.Response(503)

    with pytest.raises(ServerError):
        call(
            driver,
            Service(look),
            deadline=10,
            max_retries=1,
            timeout=httpx2.Timeout(8, connect=1, pool=None),
            runtime=clock.runtime(),
        )
    assert seen == [(1, 8, 6, 6), (1, 5.5, 1.5, 1.5)]


def test_without_a_deadline_the_timeouts_are_the_given_ones(driver: Driver) -> None:
    service = Service()
    call(driver, service, deadline=None, timeout=httpx2.Timeout(8, connect=1, pool=None))
    assert service.last.extensions["timeout"] == {"connect": 1, "read": 8, "write": 8, "pool": None}


def test_a_call_can_have_its_own_timeout(driver: Driver) -> None:
    for value, expected in ((5, [5, 5, 5, 5]), (httpx2.Timeout(1, read=2), [1, 2, 1, 1]), (None, [None] * 4)):
        service = Service()
        driver.run(service, lambda client, v=value: client.notes.get(7, timeout=v), deadline=None)
        timeouts = service.last.extensions["timeout"]
        assert [timeouts[phase] for phase in ("connect", "read", "write", "pool")] == expected


def test_a_wrong_timeout_of_a_call_is_named_and_nothing_is_sent(driver: Driver) -> None:
    service = Service()
    with pytest.raises(ConfigurationError, match="timeout= 'soon' is not a number of seconds"):
        driver.run(service, lambda client: client.notes.get(7, timeout="soon"))
    assert service.requests == []


def test_an_answer_that_drips_ends_at_the_deadline(driver: Driver) -> None:
    clock = Clock()
    taken = []

    class Drip(httpx2.SyncByteStream, httpx2.AsyncByteStream):
        def __iter__(self) -> Any:
            for number in range(1000):
                clock.now += 1
                taken.append(number)
                yield b" "

        async def __aiter__(self) -> Any:
            for piece in iter(self):
                yield piece

    with pytest.raises(APITimeoutError, match="the deadline of the call passed") as caught:
        call(driver, Service(httpx2.Response(200, stream=Drip())), deadline=5, runtime=clock.runtime())
    assert caught.value.phase == "deadline"
    assert len(taken) == 6


# --- the decision alone ---


def decide(policy: RetryPolicy, attempt: int = 1, outcome: Outcome | None = None, **more: Any) -> Any:
    details = {"repeatable": True, "replayable": True, "remaining": None, "random": random.random, **more}
    return policy.decide(attempt, outcome or Outcome(503), **details)


def test_the_wait_is_always_within_its_limits() -> None:
    rng = random.Random(1)
    policy = RetryPolicy(max_retries=20)
    for _ in range(2000):
        attempt = rng.randint(1, 20)
        after = rng.choice([None, rng.uniform(0, 60)])
        found = decide(policy, attempt, Outcome(503, retry_after=after), random=rng.random)
        assert isinstance(found, float)
        assert (after or 0) <= found <= max(after or 0, min(8, 0.5 * 2 ** (attempt - 1)))


def test_a_huge_number_of_attempts_does_not_overflow() -> None:
    assert decide(RetryPolicy(max_retries=10**6), 1000) <= 8


def test_full_jitter_uses_the_whole_range() -> None:
    waits = [decide(RetryPolicy(), random=random.Random(seed).random) for seed in range(500)]
    assert min(waits) < 0.02
    assert max(waits) > 0.48


# --- cancellation and real sleeping ---


def test_cancelling_during_the_wait_or_the_request_passes_at_once() -> None:
    driver = Driver("async")

    async def slow(request: httpx2.Request) -> httpx2.Response:
        await asyncio.sleep(60)
        raise AssertionError("was not cancelled")

    async def main(transport: Any) -> int:
        async with driver.client(transport=transport, retry=RetryPolicy(first_wait=60)) as client:
            task = asyncio.create_task(client.notes.get(7))
            await asyncio.sleep(0.05)
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
        return len(getattr(transport.handler, "requests", []))

    start = time.perf_counter()
    runtime_default = Service(503).transport()
    assert asyncio.run(main(httpx2.MockTransport(slow))) == 0
    assert asyncio.run(main(runtime_default)) == 1
    assert time.perf_counter() - start < 5


def test_cancelling_under_trio_passes_at_once() -> None:
    trio = pytest.importorskip("trio")

    async def slow(request: httpx2.Request) -> httpx2.Response:
        await trio.sleep_forever()
        raise AssertionError("was not cancelled")

    async def main() -> None:
        waiting = {"transport": Service(503).transport(), "retry": RetryPolicy(first_wait=60)}
        for options in ({"transport": httpx2.MockTransport(slow)}, waiting):
            async with Driver("async").client(**options) as client:
                with trio.move_on_after(0.05) as scope:
                    await client.notes.get(7)
            assert scope.cancelled_caught

    start = time.perf_counter()
    trio.run(main)
    assert time.perf_counter() - start < 10


def test_a_cancelled_read_closes_the_answer() -> None:
    closed = []

    class Endless(httpx2.AsyncByteStream):
        async def __aiter__(self) -> Any:
            yield b" "
            await asyncio.sleep(60)

        async def aclose(self) -> None:
            closed.append(True)

    async def main() -> None:
        service = Service(httpx2.Response(200, stream=Endless()))
        async with Driver("async").client(service) as client:
            with pytest.raises(TimeoutError):
                await asyncio.wait_for(client.notes.get(7), 0.05)

    asyncio.run(main())
    assert closed


def test_the_real_sleeps_wait() -> None:
    start = time.perf_counter()
    Runtime().sync_sleep(0.02)
    asyncio.run(async_sleep(0.02))
    assert time.perf_counter() - start >= 0.04


def test_an_interrupt_during_the_wait_passes_at_once() -> None:
    def interrupt(seconds: float) -> None:
        raise KeyboardInterrupt

    service = Service(503)
    with pytest.raises(KeyboardInterrupt):
        call(Driver("sync"), service, runtime=Runtime(sync_sleep=interrupt))
    assert len(service.requests) == 1


def test_retries_of_many_threads_do_not_mix() -> None:
    clock = Clock(0.0)
    counts: dict[str, int] = {}
    lock = threading.Lock()

    def twice_down(request: httpx2.Request) -> httpx2.Response:
        with lock:
            name = request.url.path
            counts[name] = counts.get(name, 0) + 1
            return (
                httpx2.Response(503) if counts[name] < 3 else answer({"id": int(name.rpartition("/")[2]), "text": "t"})
            )

    results: list[int] = []
    with Driver("sync").client(transport=httpx2.MockTransport(twice_down), runtime=clock.runtime()) as client:
        threads = [threading.Thread(target=lambda n=n: results.append(client.notes.get(n).id)) for n in range(1, 33)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert sorted(results) == list(range(1, 33))
    assert set(counts.values()) == {3}
