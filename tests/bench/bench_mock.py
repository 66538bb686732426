"""Requests a second that Talkee's mock answers on one core, with every request and answer held against the document.

And the seconds from the start of its command to its first answer. Run ``python tests/bench/bench_mock.py``; the exit
status is 1 when a goal is missed. What counts is the CPU time of the mock (in process: that of client and mock
together), best of several rounds, so that other work on the machine matters little.
"""

from __future__ import annotations

import multiprocessing
import os
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import httpx2

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "generated" / "talkee")]

from talkee_client._core.mock.server import serve  # noqa: E402 - once the package can be found
from talkee_client.mock import TalkeeMock  # noqa: E402 - likewise

GOAL = 1000
READY = 1.0
ROUNDS, REQUESTS = 12, 200
PAGE = {"site_id": "1", "slug": "/page"}


def filled() -> tuple[TalkeeMock, str]:
    """A mock with 30 comments on a page, and a token."""
    mock = TalkeeMock()
    user = mock.add_user()
    for number in range(30):
        mock.add_comment(user, slug="/page", content=f"Comment number {number}, of an ordinary length for a comment.")
    return mock, mock.token_for(user)


def serve_filled(pipe: Connection) -> None:
    """In a process of its own: serve, and tell the URL, the token, and the CPU time whenever asked."""
    import threading

    mock, token = filled()

    def tell() -> None:
        while pipe.recv():
            pipe.send(time.process_time())

    def ready(url: str) -> None:
        pipe.send((url, token))
        threading.Thread(target=tell, daemon=True).start()

    serve(mock, "127.0.0.1", 0, ready)


def calls(client: httpx2.Client) -> dict[str, Callable[[], Any]]:
    """The measured calls."""
    return {
        "one comment": lambda: client.get("/comments/1", params=PAGE),
        "page of 20": lambda: client.get("/comments", params=PAGE),
        "new comment": lambda: client.post(
            "/comments", params={"site_id": "1", "slug": "/new"}, json={"content": "Hi!"}
        ),
    }


def rate(call: Callable[[], httpx2.Response], cpu: Callable[[], float]) -> float:
    """The best round's requests per second of CPU time."""
    assert call().json()["data"]
    best = 0.0
    for _ in range(ROUNDS):
        begin = cpu()
        for _ in range(REQUESTS):
            call()
        best = max(best, REQUESTS / (cpu() - begin))
    return best


def ready() -> float:
    """Seconds from the start of the command to the first answer."""
    begin = time.perf_counter()
    command = [sys.executable, "-m", "talkee_client.mock", "--port", "0"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "generated" / "talkee")}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as process:
        assert process.stdout
        url = next(word for word in process.stdout.readline().split() if word.startswith("http"))
        with urllib.request.urlopen(f"{url}/assets") as answer:
            assert answer.status == 200
        seconds = time.perf_counter() - begin
        process.terminate()
    return seconds


def main() -> int:
    """Measure, print, and compare with the goal."""
    seconds = min(ready() for _ in range(5))
    print(f"first answer after            {seconds:5.2f} s{'':11}  {'ok' if seconds < READY else f'above {READY} s'}")
    mock, token = filled()
    rates: dict[str, float] = {}
    headers = {"Authorization": f"Bearer {token}"}
    with httpx2.Client(transport=mock.transport(), base_url=mock.base_url, headers=headers) as client:
        rates |= {f"{name}, in process": rate(call, time.process_time) for name, call in calls(client).items()}
    ours, theirs = multiprocessing.Pipe()
    process = multiprocessing.get_context("spawn").Process(target=serve_filled, args=(theirs,), daemon=True)
    process.start()
    url, token = ours.recv()

    def cpu() -> float:
        ours.send(True)
        seconds: float = ours.recv()
        return seconds

    headers = {"Authorization": f"Bearer {token}"}
    with httpx2.Client(base_url=url, headers=headers, trust_env=False) as client:
        rates |= {f"{name}, over a socket": rate(call, cpu) for name, call in calls(client).items()}
    process.terminate()
    process.join()
    for name, value in rates.items():
        print(f"{name:28}{value:8,.0f} requests/s  {'ok' if value >= GOAL else f'below {GOAL:,}'}")
    return int(min(rates.values()) < GOAL or seconds >= READY)


if __name__ == "__main__":
    sys.exit(main())
