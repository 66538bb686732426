"""Limits that processes share through a real Redis server."""

from __future__ import annotations

import asyncio
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx2
import pytest
from sociogram_client import AsyncSociogram, ConfigurationError, LimiterError, LimitReachedError, Secret, Sociogram
from sociogram_client.limits import opened

from .redis_server import redis_server
from .test_limits import Counter, by_50_threads, by_1000_tasks, check_real_time, most_in_a_window

ROOT = Path(__file__).parents[2]
TRANSPORT = httpx2.MockTransport(lambda request: httpx2.Response(200, json=True))


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with redis_server(tmp_path_factory.mktemp("redis")) as address:
        yield address


@pytest.fixture
def address(server: str) -> str:
    """The server, with nothing in it."""
    import redis

    with redis.Redis.from_url(server) as client:
        client.flushall()
    return server


def client(address: Any, **options: Any) -> Sociogram:
    return Sociogram(token="made-up", transport=TRANSPORT, rate_limit_redis=address, **options)


def run_processes(address: str, seconds: float, user: str) -> list[float]:
    """Notify from three processes at once; when their requests were sent."""
    command = [sys.executable, str(Path(__file__).parent / "notifier.py"), address, str(seconds)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "generated" / "sociogram")}
    running = [
        subprocess.Popen(
            [*command, str(1000 * number), user],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env=environment,
        )
        for number in (1, 2, 3)
    ]
    for process in running:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
    outputs = []
    for process in running:
        assert process.stdin is not None
        process.stdin.write("go\n")
        process.stdin.flush()
    for process in running:
        outputs.append(process.communicate(timeout=60)[0])
        assert process.returncode == 0
    return sorted(float(text) for output in outputs for text in output.split())


def test_processes_together_stay_within_the_limit_and_use_it(address: str) -> None:
    def measure() -> list[float]:
        times = run_processes(address, 3.5, "different")
        return [moment for moment in times if moment < times[0] + 3.5]

    check_real_time(measure)


def test_processes_together_stay_within_the_limit_of_one_user(address: str) -> None:
    times = run_processes(address, 1.5, "same")
    assert most_in_a_window(times, 1.0) == 1
    assert len(times) >= 3


def test_two_clients_share_what_one_has_used(address: str) -> None:
    with client(address, rate_limit="raise") as one, client(address, rate_limit="raise") as other:
        for uid in range(1, 31):
            (one if uid % 2 else other).users.notify(uid=uid, message="Hello!")
        with pytest.raises(LimitReachedError) as caught:
            one.users.notify(uid=31, message="Hello!")
    assert 0 < (caught.value.retry_after or 0) <= 1.03


def test_sync_and_async_clients_share_and_a_client_of_redis_may_be_given(address: str) -> None:
    import redis
    import redis.asyncio

    async def run() -> None:
        async with (
            redis.asyncio.Redis.from_url(address) as store,
            AsyncSociogram(
                token="made-up", transport=TRANSPORT, rate_limit_redis=store, rate_limit="raise"
            ) as sociogram,
        ):
            with pytest.raises(LimitReachedError):
                await sociogram.users.notify(uid=7, message="Hello!")
            await sociogram.users.notify(uid=8, message="Hello!")

    with redis.Redis.from_url(address) as store, client(store) as sociogram:
        sociogram.users.notify(uid=7, message="Hello!")
        asyncio.run(run())
        assert store.ping()  # given, and so not closed


def test_a_client_of_redis_of_the_wrong_kind_is_named(address: str) -> None:
    import redis.asyncio

    async def run() -> None:
        async with redis.asyncio.Redis.from_url(address) as store:
            with (
                client(store) as sociogram,
                pytest.raises(ConfigurationError, match="give this client"),
            ):
                sociogram.users.notify(uid=7, message="Hello!")

    asyncio.run(run())


@pytest.mark.parametrize("many", [by_50_threads, by_1000_tasks])
def test_many_threads_and_tasks_share_one_client_and_use_the_rate(address: str, many: Any) -> None:
    check_real_time(lambda: many(Counter(), rate_limit_redis=address))


def test_a_call_that_is_refused_for_the_user_takes_no_place_of_the_app(address: str) -> None:
    with client(address, rate_limit="raise") as one, client(address, rate_limit="raise") as other:
        one.users.notify(uid=1, message="Hello!")
        for _ in range(40):
            with pytest.raises(LimitReachedError, match="1 calls"):
                other.users.notify(uid=1, message="Hello!")
        for uid in range(2, 31):
            other.users.notify(uid=uid, message="Hello!")
        with pytest.raises(LimitReachedError, match="30 calls"):
            one.users.notify(uid=31, message="Hello!")


def test_an_async_client_works_in_one_event_loop_after_another(address: str) -> None:
    sociogram = AsyncSociogram(token="made-up", transport=TRANSPORT, rate_limit_redis=address)

    async def run(uid: int) -> None:
        await sociogram.users.notify(uid=uid, message="Hello!")

    asyncio.run(run(1))
    asyncio.run(run(2))

    async def end() -> None:
        await sociogram.users.notify(uid=3, message="Hello!")
        await sociogram.aclose()

    asyncio.run(end())


def test_the_shared_limits_work_under_trio(address: str) -> None:
    import trio

    async def run() -> None:
        async with AsyncSociogram(
            token="made-up", transport=TRANSPORT, rate_limit_redis=address, rate_limit="raise"
        ) as sociogram:
            await sociogram.users.notify(uid=1, message="Hello!")
            with pytest.raises(LimitReachedError):
                await sociogram.users.notify(uid=1, message="Hello!")

    trio.run(run)


@pytest.mark.parametrize("framework", ["asyncio", "trio"])
def test_a_cancelled_call_keeps_its_place_no_longer_than_another(address: str, framework: Any) -> None:
    import anyio

    class Slow(httpx2.AsyncBaseTransport):
        async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
            await anyio.sleep(5)
            raise AssertionError

    async def run() -> None:
        async with AsyncSociogram(token="made-up", transport=Slow(), rate_limit_redis=address) as sociogram:
            with anyio.move_on_after(0.2):
                await sociogram.users.notify(uid=1, message="Hello!")

    anyio.run(run, backend=framework)
    with client(address, rate_limit="raise") as sociogram:
        with pytest.raises(LimitReachedError):
            sociogram.users.notify(uid=1, message="Hello!")
        time.sleep(1.1)
        sociogram.users.notify(uid=1, message="Hello!")


@pytest.mark.parametrize("wrong", ["no address", "http://127.0.0.1:6379"])
def test_an_address_that_is_none_is_refused_without_being_shown(wrong: str) -> None:
    with pytest.raises(ConfigurationError, match="rate_limit_redis= must be an address") as caught:
        client(wrong)
    assert wrong not in str(caught.value)


def test_keys_hold_no_token_and_end_by_themselves(address: str) -> None:
    import redis

    with client(address) as sociogram, redis.Redis.from_url(address) as store:
        sociogram.users.notify(uid=7, message="Hello!")
        keys = store.keys()
        assert len(keys) == 2
        assert b"made-up" not in b" ".join(keys)
        assert all(0 < store.pttl(key) <= 7050 for key in keys)  # two windows, and as long as a call may be on the way


def test_a_server_that_forgot_its_scripts_is_told_them_again(address: str) -> None:
    import redis

    with client(address) as sociogram, redis.Redis.from_url(address) as store:
        sociogram.users.notify(uid=7, message="Hello!")
        store.script_flush()
        sociogram.users.notify(uid=8, message="Hello!")


def test_without_its_redis_nothing_is_sent_and_no_password_is_shown() -> None:
    sent: list[str] = []

    def answer(request: httpx2.Request) -> httpx2.Response:
        sent.append(request.method)
        return httpx2.Response(200, json=True)

    address = "redis://:made-up-password@127.0.0.1:1/0"
    transport = httpx2.MockTransport(answer)
    with (
        Sociogram(token="made-up", transport=transport, rate_limit_redis=address) as sociogram,
        pytest.raises(LimiterError, match="nothing was sent") as caught,
    ):
        sociogram.users.notify(uid=7, message="Hello!")
    assert sent == []
    assert "made-up-password" not in f"{caught.value!r} {sociogram!r} {sociogram._limiter!r}"


def test_a_redis_that_fails_after_a_call_was_sent_does_not_deny_it(tmp_path: Path) -> None:
    import redis

    with redis_server(tmp_path) as address:
        store = redis.Redis.from_url(address)

        def answer(request: httpx2.Request) -> httpx2.Response:
            store.shutdown(nosave=True)
            return httpx2.Response(200, json=True)

        transport = httpx2.MockTransport(answer)
        with Sociogram(token="made-up", transport=transport, rate_limit_redis=address) as sociogram:
            assert sociogram.users.notify(uid=7, message="Hello!") is True
            with pytest.raises(LimiterError, match="nothing was sent"):
                sociogram.users.notify(uid=8, message="Hello!")


def test_a_redis_that_says_nothing_is_not_waited_for_for_ever() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        address = f"redis://127.0.0.1:{silent.getsockname()[1]}/0"
        assert opened(Secret(address)).connection_pool.connection_kwargs["socket_timeout"] == 5
        with (
            client(f"{address}?socket_timeout=0.1") as sociogram,
            pytest.raises(LimiterError, match="nothing was sent"),
        ):
            sociogram.users.notify(uid=7, message="Hello!")


def test_pyrate_limiter_s_own_log_in_redis_is_still_not_exact(address: str) -> None:
    """Why there is a rule of our own. When this fails, the library has mended it: use its `SlidingWindowLog` then."""
    import redis
    from pyrate_limiter import Rate, RateItem, RedisBucket

    with redis.Redis.from_url(address) as store:
        bucket: Any = RedisBucket.init([Rate(1, 1000)], store, "bucket")
        # Two processes wake at once; the one that looked at its clock later is served first.
        assert bucket.put(RateItem("x", timestamp=1_000_001))
        assert bucket.put(RateItem("x", timestamp=1_000_000))
