"""What the event queue of Telegram Mini Apps Analytics can take, and what it costs.

Run ``nox -s bench -- tganalytics``; the exit status is 1 when a goal is missed. The clock on the wall counts, so that
waiting counts as well, but (on Linux, which tells it) not the time in which other programs had the processor. They can
only make a round slower: the best of several counts, and a goal that was missed gets more of them. The power-safe
figure is the disk's: each commit waits for it, and callers that put at the same time share one.

Draining is held against the same client that posts the same batches, which were made and compressed before, to a server
in a process of its own: in CPU time, of which other work takes nothing away, and by the clock. How that compares with
the HTTP library alone is printed for information.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import logging
import resource
import socketserver
import subprocess
import sys
import tempfile
import threading
import time
import warnings
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "generated" / "tganalytics")]

import httpx2  # noqa: E402 - once the package can be found
from tganalytics_client import (  # noqa: E402 - likewise
    AsyncEventQueue,
    AsyncTGAnalytics,
    EventQueue,
    QueueStoppedError,
    TGAnalytics,
    wire_events,
)
from tganalytics_client.sync_queue import _SEND  # noqa: E402 - likewise

ROUNDS, AT_MOST = 5, 30
EVENT = {
    "event_name": "app-init",
    "user_id": 111111111,
    "session_id": "10c574d9-6d2c-4e6d-a141-ce6da141ce6d",
    "app_name": "docs",
    "is_premium": True,
    "platform": "tdesktop",
    "locale": "en",
}
EVENTS = [{**EVENT, "user_id": 10**8 + n, "client_timestamp": str(1743503599534 + 37 * n)} for n in range(4000)]
BATCHES = [json.dumps(EVENTS[at : at + 20], separators=(",", ":")).encode() for at in range(0, len(EVENTS), 20)]
BODIES = [wire_events.compressed(batch) for batch in BATCHES]
HEADERS = {"Content-Type": "application/json", "Content-Encoding": "gzip"}
OPTIONS: dict[str, Any] = {"token": "made!up", "app_name": "docs", "trust_env": False}
LARGE: dict[str, Any] = {"interval": 3600.0, "max_events": 200_000}
STOPPED = QueueStoppedError("not yet")
"""A queue that is stopped takes events and sends none."""


class Cost(NamedTuple):
    """Seconds of the CPU and by the clock."""

    cpu: float
    clock: float


Measured = Callable[[], Cost]


def main() -> int:
    """Measure, print, and compare with the goals."""
    warnings.simplefilter("ignore")  # that events are left in memory
    logging.disable()
    if sys.argv[1:]:
        {"memory": memory, "serve": serve}[sys.argv[1]]()
        return 0
    # First of all: a process of Linux begins with the largest size that its parent had.
    megabytes = float(subprocess.run([sys.executable, __file__, "memory"], check=True, capture_output=True).stdout)
    missed = [
        told("100,000 events in memory", f"{megabytes:,.0f} MB", "200 MB", megabytes < 200),
        fast("put in memory, validated", 50_000, lambda: put_rate(20_000)),
        fast("put in memory, validated, async", 50_000, lambda: asyncio.run(async_put_rate(20_000))),
        fast("put, kill-safe", 5_000, lambda: put_rate(4_000, file=True)),
        fast("put, kill-safe, async, 8 callers", 5_000, lambda: asyncio.run(async_put_rate(4_000, 8, file=True))),
        fast("put, power-safe, 8 callers", 500, lambda: put_rate(800, 8, file=True, durable=True)),
        fast(
            "put, power-safe, async, 8 callers",
            500,
            lambda: asyncio.run(async_put_rate(800, 8, file=True, durable=True)),
        ),
    ]
    with server() as url:
        missed += [
            cheap("draining memory", lambda: post(url), lambda: drain(url)),
            cheap("draining a file", lambda: post(url), lambda: drain(url, file=True)),
            cheap("draining memory, async", lambda: async_post(url), lambda: async_drain(url)),
            cheap("draining a file, async", lambda: async_post(url), lambda: async_drain(url, file=True)),
        ]
        cheap("(posting, against the HTTP library)", lambda: bare(url), lambda: post(url), goal=None)
    return int(any(missed))


def fast(name: str, goal: float, measured: Callable[[], float]) -> bool:
    """Print the best rate of several rounds; whether it misses the goal."""
    best, rounds = 0.0, 0
    while rounds < ROUNDS or (best < goal and rounds < AT_MOST):
        best, rounds = max(best, measured()), rounds + 1
    return told(name, f"{best:,.0f} events/s", f"{goal:,.0f}", best >= goal)


def cheap(name: str, ready: Measured, measured: Measured, goal: float | None = 1.5) -> bool:
    """Print what something costs as a multiple of what `ready` costs; whether it is above the goal.

    In CPU time the least of all rounds is compared, by the clock the best pair of rounds.
    """
    rounds: list[tuple[Cost, Cost]] = []
    work = wait = float("inf")
    while len(rounds) < ROUNDS or (goal is not None and max(work, wait) > goal and len(rounds) < AT_MOST):
        rounds.append((ready(), measured()))
        work = min(one.cpu for _, one in rounds) / min(base.cpu for base, _ in rounds)
        wait = min(one.clock / base.clock for base, one in rounds)
    value = f"{work:.2f} by CPU, {wait:.2f} by clock"
    return told(name, value, f"{goal} times", goal is None or max(work, wait) <= goal)


def told(name: str, value: str, goal: str, reached: bool) -> bool:
    """Print a figure; whether it misses the goal."""
    print(f"{name:40}{value:>26}  {'ok' if reached else f'missed: {goal}'}", flush=True)
    return not reached


# --- Putting ---


def own_time() -> float:
    """Seconds by the clock, without those in which this thread could have run but had to wait for a processor."""
    try:
        waited = int(Path("/proc/thread-self/schedstat").read_text().split()[1]) / 1e9
    except OSError:
        waited = 0.0
    return time.perf_counter() - waited


def put_rate(number: int, callers: int = 1, file: bool = False, **options: Any) -> float:
    """Events a second through `put`, from mappings, so with their validation; none is sent meanwhile."""

    def put(share: int) -> None:
        for _ in range(share):
            queue.put(EVENT)

    with spool(file) as path, ThreadPoolExecutor(callers) as pool, TGAnalytics(**OPTIONS) as client:
        queue = EventQueue(client, spool=path, **LARGE, **options)
        queue._stopped = STOPPED
        begin = own_time()
        if callers == 1:
            put(number)
        else:
            list(pool.map(put, [number // callers] * callers))
        seconds = own_time() - begin
        assert queue.report().queued == number
        queue.close(timeout=0.0)
    return number / seconds


async def async_put_rate(number: int, callers: int = 1, file: bool = False, **options: Any) -> float:
    """As `put_rate`, for the async queue."""

    async def put(share: int) -> None:
        for _ in range(share):
            await queue.put(EVENT)

    with spool(file) as path:
        async with AsyncTGAnalytics(**OPTIONS) as client:
            queue = AsyncEventQueue(client, spool=path, **LARGE, **options)
            queue._stopped = STOPPED
            await queue.report()  # opens the file
            begin = own_time()
            await asyncio.gather(*(put(number // callers) for _ in range(callers)))
            seconds = own_time() - begin
            assert (await queue.report()).queued == number
            await queue.aclose(timeout=0.0)
    return number / seconds


def memory() -> None:
    """Print the megabytes that a process with 100,000 queued events takes, the client included."""
    queue = EventQueue(TGAnalytics(**OPTIONS), **LARGE)
    queue._stopped = STOPPED
    for number in range(100_000):
        queue.put({**EVENT, "user_id": number + 1})
    assert queue.report().queued == 100_000
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, flush=True)


@contextlib.contextmanager
def spool(file: bool) -> Iterator[Path | None]:
    """The name of a file that is gone afterwards, or None."""
    with tempfile.TemporaryDirectory() as folder:
        yield Path(folder) / "events.db" if file else None


# --- Draining ---


@contextlib.contextmanager
def timed() -> Iterator[Callable[[], Cost]]:
    """Measures what is done inside; gives it afterwards."""
    begin = Cost(time.process_time(), time.perf_counter())
    found: list[Cost] = []
    yield found.pop
    found.append(Cost(time.process_time() - begin.cpu, time.perf_counter() - begin.clock))


def bare(url: str) -> Cost:
    """What it costs to post the ready-made bodies with nothing but the HTTP library."""
    with httpx2.Client(trust_env=False, headers={**HEADERS, "TGA-Auth-Token": "made!up"}) as client:
        client.post(f"{url}/events", content=BODIES[0])
        with timed() as cost:
            for body in BODIES:
                client.post(f"{url}/events", content=body)
    return cost()


def post(url: str) -> Cost:
    """What it costs to post the ready-made bodies with the client."""
    with TGAnalytics(base_url=url, **OPTIONS) as client:
        raw = client._raw_view()
        raw._call(_SEND, {}, BODIES[0], HEADERS)
        with timed() as cost:
            for body in BODIES:
                raw._call(_SEND, {}, body, HEADERS)
    return cost()


def drain(url: str, file: bool = False) -> Cost:
    """What it costs to send the same events from a queue that holds them."""
    with spool(file) as path, TGAnalytics(base_url=url, **OPTIONS) as client:
        client.events.record(EVENT)  # connects
        with EventQueue(client, spool=path, **LARGE) as queue:
            queue._stopped = STOPPED
            queue.put_many(EVENTS)
            with timed() as cost:
                queue.resume()
                queue.flush()
            assert queue.report().sent == len(EVENTS)
    return cost()


def async_post(url: str) -> Cost:
    """As `post`, with the async client."""

    async def run() -> Cost:
        async with AsyncTGAnalytics(base_url=url, **OPTIONS) as client:
            raw = client._raw_view()
            await raw._call(_SEND, {}, BODIES[0], HEADERS)
            with timed() as cost:
                for body in BODIES:
                    await raw._call(_SEND, {}, body, HEADERS)
        return cost()

    return asyncio.run(run())


def async_drain(url: str, file: bool = False) -> Cost:
    """As `drain`, for the async queue."""

    async def run() -> Cost:
        with spool(file) as path:
            async with AsyncTGAnalytics(base_url=url, **OPTIONS) as client:
                await client.events.record(EVENT)
                async with AsyncEventQueue(client, spool=path, **LARGE) as queue:
                    queue._stopped = STOPPED
                    await queue.put_many(EVENTS)
                    with timed() as cost:
                        queue.resume()
                        await queue.flush()
                    assert (await queue.report()).sent == len(EVENTS)
        return cost()

    return asyncio.run(run())


class Handler(socketserver.StreamRequestHandler):
    """Answers every request of a connection with 201."""

    disable_nagle_algorithm = True

    def handle(self) -> None:
        while self.rfile.readline().strip():
            length = 0
            while (line := self.rfile.readline()).strip():
                name, _, value = line.partition(b":")
                length = int(value) if name.lower() == b"content-length" else length
            self.rfile.read(length)
            body = b'{"message":"Success record."}'
            head = b"HTTP/1.1 201 Created\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
            self.wfile.write(head % len(body) + body)


def serve() -> None:
    """Serve on loopback until the standard input ends; the first line of output is the address."""
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Handler) as listening:
        listening.daemon_threads = True
        threading.Thread(target=listening.serve_forever, daemon=True).start()
        print(f"http://127.0.0.1:{listening.server_address[1]}", flush=True)
        sys.stdin.read()
        listening.shutdown()


@contextlib.contextmanager
def server() -> Iterator[str]:
    """A server in a process of its own."""
    command = [sys.executable, __file__, "serve"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        yield process.stdout.readline().strip()
        process.communicate("")


if __name__ == "__main__":
    sys.exit(main())
