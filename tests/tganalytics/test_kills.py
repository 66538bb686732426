"""SIGKILL at random moments, while events are put and sent: each event whose `put` returned arrives.

Ten kills; TGANALYTICS_KILLS=200 for a soak. Half of the answers are dropped, so that kills also hit batches that wait
to be sent again.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tganalytics_client import EventQueue, TGAnalytics
from tganalytics_client._core.mock.server import running

from .conftest import World, numbers

KILLS = int(os.environ.get("TGANALYTICS_KILLS", "10"))
PUTTER = Path(__file__).with_name("putter.py")


def put_until_killed(url: str, world: World, first: int, seconds: float) -> list[int]:
    """Run a process that puts events, and kill it so many seconds after its first one; what it had accepted."""
    import tganalytics_client

    folder = Path(tganalytics_client.__file__).parents[1]
    with subprocess.Popen(
        [sys.executable, PUTTER, url, world.token, world.file, str(first)],
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(folder)},
    ) as process:
        assert process.stdout is not None
        begun = process.stdout.readline()
        time.sleep(seconds)
        process.kill()
        lines = (begun + process.stdout.read()).splitlines(keepends=True)
    return [int(line) for line in lines if line.endswith(b"\n")]


@pytest.mark.skipif(os.name != "posix", reason="needs SIGKILL")
def test_every_accepted_event_arrives_though_its_process_is_killed(world: World) -> None:
    chance = random.Random(5)
    accepted: list[int] = []
    with running(world.mock) as url:
        world.mock.fail("events_record", drop="after", probability=0.5)
        for _ in range(KILLS):
            first = accepted[-1] + 1 if accepted else 0
            accepted += put_until_killed(url, world, first, chance.random() * 0.4)
        sent_before = len(world.mock.events)
        world.mock.faults.clear()
        with (
            TGAnalytics(base_url=url, token=world.token, app_name="docs", trust_env=False) as client,
            EventQueue(client, spool=world.file, interval=0.05, lease=1.0) as queue,
        ):
            assert queue.flush(60)
    arrived = set(numbers(world.mock.events))
    assert len(accepted) >= KILLS
    assert sent_before > 0
    assert set(accepted) <= arrived
    assert arrived <= {*accepted, *(number + 1 for number in accepted)}  # one whose put had not returned yet
