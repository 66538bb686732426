"""Several operating-system processes on one spool: each accepted event arrives, and no process waits for another."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
import tganalytics_client
from tganalytics_client._core.mock.server import running
from tganalytics_client.spool import Spool

from .conftest import World, event, numbers

SENDER = Path(__file__).with_name("sender.py")
PUTTER = Path(__file__).with_name("putter.py")
PACKAGE = Path(tganalytics_client.__file__).parents[1]


def start(script: Path, *arguments: object) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, script, *map(str, arguments)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(PACKAGE)},
    )


@pytest.mark.parametrize("dropped", [0.0, 0.5])
def test_two_processes_share_one_spool(world: World, dropped: float) -> None:
    with running(world.mock) as url:
        if dropped:
            world.mock.fail("events_record", drop="after", probability=dropped)
        processes = [start(SENDER, url, world.token, world.file, first, 200) for first in (0, 1000)]
        for process in processes:
            assert process.stdout is not None
            assert process.stdout.readline() == "ready\n"
        for process in processes:
            process.communicate("go\n", timeout=60)
        assert [process.returncode for process in processes] == [0, 0]
    arrived = numbers(world.mock.events)
    assert set(arrived) == {*range(200), *range(1000, 1200)}
    if not dropped:
        assert world.mock.duplicates == 0
        assert len(arrived) == 400
    assert {path.name for path in world.file.parent.iterdir()} == {"events.db"}


@pytest.mark.skipif(os.name != "posix", reason="needs SIGKILL")
def test_another_process_takes_over_what_a_killed_one_had_leased(world: World) -> None:
    """The one that is killed waits for an answer that never comes; the other one is running already."""
    with running(world.mock) as url:
        stuck = world.mock.fail("events_record", latency=30.0)
        with start(PUTTER, url, world.token, world.file, 0) as killed:
            assert killed.stdout is not None
            assert killed.stdout.readline() == "0\n"
            end = time.monotonic() + 10
            while not world.mock.requests[1:] and time.monotonic() < end:
                time.sleep(0.01)
            killed.kill()
            accepted = [0, *(int(line) for line in killed.stdout.read().splitlines(keepends=True) if line[-1] == "\n")]
        world.mock.faults.remove(stuck)
        spool = Spool(world.file, "docs")
        leased = spool.counts().queued - len(spool.take(100_000))
        assert leased > 0
        spool.close()
        queue = world.queue(spool=world.file, lease=1.0)
        assert queue.flush(20)
    assert set(accepted) <= set(numbers(world.mock.events))


def test_a_second_process_is_told_whose_events_a_spool_holds(world: World) -> None:
    queue = world.queue(spool=world.file)
    queue.put(event(1))
    program = (
        "import sys; from tganalytics_client import EventQueue, SpoolError, TGAnalytics\n"
        "try: EventQueue(TGAnalytics(token='made!up', app_name='other'), spool=sys.argv[1])\n"
        "except SpoolError as error: print(error)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, world.file],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": str(PACKAGE)},
    )
    assert "holds events of the app 'docs', not of 'other'" in done.stdout
