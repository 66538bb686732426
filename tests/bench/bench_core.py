"""What the client core costs, as ratios and differences within one run, so that the machine matters little.

Run `python -m tests.bench.bench_core`; the exit status is 1 when a goal is missed. A call is compared with raw httpx2
and `json.loads` on the same mock transport, in random order; the ratio is the median of pairs. Start-up is measured in
processes of its own, the fastest of several counts.
"""

from __future__ import annotations

import asyncio
import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx2

PACKAGE = Path(__file__).parents[2] / "generated" / "talkee"
sys.path.insert(0, str(PACKAGE))

from talkee_client import AsyncTalkee, Talkee  # noqa: E402  # once the package can be found

BASE = "https://api.example.com"
HEADERS = {"X-TALKEE-SITE-ID": "1", "X-TALKEE-SITE-SLUG": "/posts/11", "Authorization": "Bearer made-up"}
ROUNDS, CALLS, STARTS = 400, 10, 12
RATIO = 1.6
IMPORT_MS, FIRST_CLIENT_MS = 20.0, 60.0


def comment(number: int) -> dict[str, Any]:
    """A comment with every member that the platform sends, its text as long as comments are."""
    moment = "2023-04-12T10:20:30.123456+09:00"
    user = {"id": number, "mixin_user_id": "a2ff1b9c-0000-4000-8000-000000000000", "mixin_identity_number": "30001"}
    user |= {"full_name": "a reader", "avatar_url": "https://img.example.com/a.png", "mvm_public_key": ""}
    counts = {"favor_count": number, "reply_count": 2, "fav_id": 0}
    ids = {"id": number, "user_id": number, "site_id": 1, "slug": "/posts/11", "arweave_tx_hash": ""}
    times = {"created_at": moment, "updated_at": moment}
    text = "A comment of an ordinary length, which says what its author liked about the page, and why. " * 3
    return ids | counts | times | {"content": text, "rewards": None, "reward": None, "creator": user | times}


ANSWERS = {
    "/comments/1": {"ts": 1, "data": comment(1)},
    "/comments": {"ts": 1, "data": {"total": 100, "comments": [comment(number) for number in range(1, 101)]}},
}
BODIES = {path: json.dumps(answer).encode() for path, answer in ANSWERS.items()}


def answer(request: httpx2.Request) -> httpx2.Response:
    """The prepared answer for a path."""
    return httpx2.Response(200, content=BODIES[request.url.path], headers={"Content-Type": "application/json"})


def compare(raw: Callable[[], Any], ours: Callable[[], Any]) -> tuple[float, float]:
    """The median ratio of `ours` to `raw`, and the fastest time of `ours` in microseconds."""

    def measure(call: Callable[[], Any]) -> float:
        begin = time.perf_counter()
        for _ in range(CALLS):
            call()
        return (time.perf_counter() - begin) / CALLS * 1e6

    ratios, best = [], float("inf")
    for call in (raw, ours) * 20:
        call()
    for _ in range(ROUNDS):
        times = {call: measure(call) for call in random.sample((raw, ours), 2)}
        ratios.append(times[ours] / times[raw])
        best = min(best, times[ours])
    return statistics.median(ratios), best


def synchronous() -> dict[str, tuple[float, float]]:
    """Ratios of the synchronous client."""
    transport = httpx2.MockTransport(answer)
    with (
        httpx2.Client(base_url=BASE, transport=transport) as raw,
        Talkee(base_url=BASE, token="made-up", site_id=1, slug="/posts/11", transport=transport) as talkee,
    ):
        return {
            "one comment": compare(
                lambda: json.loads(raw.get("/comments/1", headers=HEADERS).content), lambda: talkee.comments.get(1)
            ),
            "page of 100 comments": compare(
                lambda: json.loads(raw.get("/comments", params={"limit": 100}, headers=HEADERS).content),
                lambda: talkee.comments.list(limit=100),
            ),
        }


def asynchronous() -> dict[str, tuple[float, float]]:
    """Ratios of the asynchronous client, each call run to its end on one loop."""
    transport, loop = httpx2.MockTransport(answer), asyncio.new_event_loop()
    raw = httpx2.AsyncClient(base_url=BASE, transport=transport)
    talkee = AsyncTalkee(base_url=BASE, token="made-up", site_id=1, slug="/posts/11", transport=transport)

    async def raw_get(path: str, **more: Any) -> Any:
        return json.loads((await raw.get(path, headers=HEADERS, **more)).content)

    async def first_page() -> Any:
        return await talkee.comments.list(limit=100)

    found = {
        "one comment": compare(
            lambda: loop.run_until_complete(raw_get("/comments/1")),
            lambda: loop.run_until_complete(talkee.comments.get(1)),
        ),
        "page of 100 comments": compare(
            lambda: loop.run_until_complete(raw_get("/comments", params={"limit": 100})),
            lambda: loop.run_until_complete(first_page()),
        ),
    }
    loop.run_until_complete(talkee.aclose())
    loop.run_until_complete(raw.aclose())
    loop.close()
    return found


def starts(codes: dict[str, str]) -> dict[str, float]:
    """Milliseconds that each code takes in a fresh interpreter with byte code at hand, the fastest of several."""
    best = dict.fromkeys(codes, float("inf"))
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    with tempfile.TemporaryDirectory() as folder:
        python = [sys.executable, "-X", f"pycache_prefix={folder}", "-c"]
        for number in range(STARTS + 1):
            for name, code in codes.items():
                script = f"import time; begin = time.perf_counter()\n{code}\nprint((time.perf_counter() - begin) * 1e3)"
                run = subprocess.run(
                    [*python, script], cwd=PACKAGE, env=environment, capture_output=True, text=True, check=True
                )
                if number:  # the first writes the byte code
                    best[name] = min(best[name], float(run.stdout))
    return best


def main() -> int:
    """Measure, print, and compare with the goals."""
    missed = 0
    for form, measured in (("sync", synchronous()), ("async", asynchronous())):
        for name, (ratio, best) in measured.items():
            missed += ratio > RATIO
            print(f"{name + ', ' + form:32}{ratio:5.2f} times raw httpx2 (at most {RATIO}), {best:6.0f} µs")
    made = "import pydantic, httpx2\npydantic.BaseModel\n"
    first = f"{made}from talkee_client import Talkee\nTalkee(base_url='{BASE}')._executor.pool.client()"
    times = starts({"bare": "import talkee_client", "httpx2": made + "httpx2.Client()", "talkee": first})
    bare, difference = times["bare"], times["talkee"] - times["httpx2"]
    missed += bare > IMPORT_MS
    missed += difference > FIRST_CLIENT_MS
    print(f"{'import talkee_client':32}{bare:5.1f} ms (at most {IMPORT_MS:.0f})")
    print(f"{'first client':32}{difference:+5.0f} ms beside httpx2.Client() (at most {FIRST_CLIENT_MS:+.0f})")
    return int(missed > 0)


if __name__ == "__main__":
    sys.exit(main())
