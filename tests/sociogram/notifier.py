"""A process that notifies as fast as it may: `python notifier.py <redis address> <seconds> <first uid> <same user>`.

Prints the time of each request, on the clock that all processes of a machine share.
"""

from __future__ import annotations

import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import httpx2
from sociogram_client import Sociogram

times: list[float] = []
lock = threading.Lock()


def answer(request: httpx2.Request) -> httpx2.Response:
    with lock:
        times.append(time.time())
    return httpx2.Response(200, headers={"content-type": "application/json"}, content=b"true")


def main(address: str, seconds: str, first: str, same: str) -> None:
    workers = 1 if same == "same" else 8
    with (
        Sociogram(token="made-up", transport=httpx2.MockTransport(answer), rate_limit_redis=address) as sociogram,
        ThreadPoolExecutor(workers) as pool,
    ):
        print("ready", flush=True)
        sys.stdin.readline()
        end = time.monotonic() + float(seconds)
        uids = iter(range(int(first), 10**6))

        def work(_: int) -> None:
            while time.monotonic() < end:
                sociogram.users.notify(uid=1 if same == "same" else next(uids), message="Hello!")

        list(pool.map(work, range(workers)))
    print(*times, flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
