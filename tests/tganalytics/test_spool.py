"""Where events wait: nothing accepted is lost, whatever happens to the file, the clock and other processes."""

from __future__ import annotations

import contextlib
import json
import os
import sqlite3
import stat
from pathlib import Path

import pytest
from tganalytics_client.memory import MemorySpool
from tganalytics_client.spool import Spool, SpoolCorruptError, SpoolError, SpoolFullError

SECONDS = 60.0


class Clock:
    def __init__(self) -> None:
        self.now = 1_700_000_000.0

    def __call__(self) -> float:
        return self.now


def made(path: Path | None, *, max_events: int = 100_000, max_bytes: int = 1 << 28) -> Spool | MemorySpool:
    """A spool in a file or in memory: they do the same."""
    if path is None:
        return MemorySpool(max_events=max_events, max_bytes=max_bytes)
    return Spool(path, "docs", max_events=max_events, max_bytes=max_bytes)


def bodies(spool: Spool | MemorySpool, number: int = 20) -> list[bytes]:
    return [body for _, body in spool.take(number)]


@pytest.fixture(params=["file", "memory"])
def path(request: pytest.FixtureRequest, tmp_path: Path) -> Path | None:
    return tmp_path / "events.db" if request.param == "file" else None


def test_events_are_taken_in_order_and_once(path: Path | None) -> None:
    spool = made(path)
    for number in range(450):
        spool.put(b"%d" % number)
    taken = [body for _ in range(25) for body in bodies(spool)]
    assert taken == [b"%d" % number for number in range(450)]
    assert spool.counts().queued == 450
    spool.close()


def test_what_was_sent_is_forgotten_and_what_was_released_comes_back(path: Path | None) -> None:
    spool = made(path)
    spool.put_many([b"1", b"2", b"3"])
    rows = spool.take(20)
    spool.finish(rows[:1])
    spool.release(rows[1:])
    assert bodies(spool) == [b"2", b"3"]
    spool.close()


def test_a_dead_owners_batch_is_taken_over_after_its_lease(tmp_path: Path) -> None:
    clock = Clock()
    dead = Spool(tmp_path / "s", "docs", lease=SECONDS, clock=clock)
    other = Spool(tmp_path / "s", "docs", lease=SECONDS, clock=clock)
    dead.put_many([b"1", b"2"])
    held = dead.take(1)
    clock.now += SECONDS - 1
    assert bodies(other) == [b"2"]
    clock.now += 1
    assert bodies(other) == [b"1"]
    assert dead.renew(held) == []
    dead.close()
    other.close()


@pytest.mark.parametrize("jump", [-1e8, -3600.0, 3600.0, 1e8])
def test_a_clock_that_jumps_delays_no_event_beyond_a_lease(tmp_path: Path, jump: float) -> None:
    clock = Clock()
    dead = Spool(tmp_path / "s", "docs", lease=SECONDS, clock=clock)
    other = Spool(tmp_path / "s", "docs", lease=SECONDS, clock=clock)
    dead.put(b"1")
    dead.take(1)
    clock.now += jump
    dead.put(b"2")
    clock.now += SECONDS
    assert bodies(other) == [b"1", b"2"]
    dead.close()
    other.close()


def test_the_limit_of_events_is_exact(path: Path | None) -> None:
    spool = made(path, max_events=250)
    for _ in range(250):
        spool.put(b"x")
    with pytest.raises(SpoolFullError, match="max_events is 250"):
        spool.put(b"x")
    spool.finish(spool.take(1))
    spool.put(b"x")
    with pytest.raises(SpoolFullError):
        spool.put(b"x")
    assert spool.drop_oldest(2) == 2
    assert spool.counts().queued == 248
    spool.close()


def test_a_full_disk_refuses_new_events_and_keeps_the_accepted_ones(tmp_path: Path) -> None:
    spool = Spool(tmp_path / "s", "docs", max_bytes=64 * 1024)  # by PRAGMA max_page_count
    accepted = 0
    full = ""
    while not full and accepted < 1000:
        try:
            spool.put(b"%d" % accepted + b" " * 500)
            accepted += 1
        except SpoolFullError as error:
            full = str(error)
    assert "is full: its limit of 65536 bytes, or the disk" in full
    assert 10 < accepted < 130
    assert spool.counts().queued == accepted
    for _ in range(accepted // 20 + 1):
        spool.finish(spool.take(20))
    assert spool.counts().queued == 0
    spool.put(b"room again")
    spool.close()


def test_an_event_is_kept_though_another_caller_was_interrupted_with_it_in_hand(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    spool = Spool(tmp_path / "s", "docs")
    mine, other = spool.ticket(b"mine"), spool.ticket(b"other")
    with monkeypatch.context() as patch:

        def interrupt(*_: object) -> None:
            raise KeyboardInterrupt

        patch.setattr(spool, "put_many", interrupt)
        with pytest.raises(KeyboardInterrupt):
            spool.commit(mine)  # takes the other one along
    spool.commit(other)
    assert bodies(spool) == [b"other"]
    spool.close()


def test_memory_is_bounded_in_bytes_too() -> None:
    spool = made(None, max_bytes=64 * 1024)
    accepted = 0
    with contextlib.suppress(SpoolFullError):
        for _ in range(1000):
            spool.put(b" " * 500)
            accepted += 1
    assert spool.counts().queued == accepted < 400
    spool.close()


def test_the_file_is_private_and_knows_its_app_and_version(tmp_path: Path) -> None:
    path = tmp_path / "s"
    path.touch(mode=0o644)
    spool = Spool(path, "docs")
    spool.put(b"1")
    modes = {stat.S_IMODE(file.stat().st_mode) for file in tmp_path.iterdir()}
    assert modes == {0o600}
    spool.close()
    with pytest.raises(SpoolError, match="of the app 'docs', not of 'other'"):
        Spool(path, "other").connect()
    with sqlite3.connect(path) as db:
        db.execute("PRAGMA user_version = 9")
    db.close()
    with pytest.raises(SpoolError, match="version 9"):
        Spool(path, "docs").connect()


def test_another_programs_file_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "s"
    with sqlite3.connect(path) as db:
        db.execute("CREATE TABLE theirs (x)")
    db.close()
    with pytest.raises(SpoolError, match="another program's"):
        Spool(path, "docs").connect()


def test_of_a_damaged_file_the_readable_rest_is_saved(tmp_path: Path) -> None:
    path = tmp_path / "s"
    spool = Spool(path, "docs")
    spool.put_many([b'{"n":%d,"x":"%s"}' % (number, b"y" * 300) for number in range(400)])
    spool.close()
    data = bytearray(path.read_bytes())
    middle = len(data) // 2 // 4096 * 4096
    data[middle : middle + 4096] = b"\xff" * 4096
    path.write_bytes(data)
    with pytest.raises(SpoolCorruptError, match="damaged") as caught:
        Spool(path, "docs").connect()
    saved = caught.value.saved
    assert saved is not None
    lines = saved.read_bytes().splitlines()
    assert 300 < len(lines) < 400
    assert stat.S_IMODE(saved.stat().st_mode) == 0o600
    assert str(len(lines)) in str(caught.value)


@pytest.mark.parametrize("damage", ["cut off", "header", "first page", "a page"])
def test_what_is_whole_is_found_around_the_damage(tmp_path: Path, damage: str) -> None:
    path = tmp_path / "s"
    spool = Spool(path, "docs")
    spool.put_many([b'{"n":%d,"x":"%s"}' % (number, b"y" * 300) for number in range(400)])
    spool.release(spool.take(400))  # rows that were written to are no longer in the order of the file
    spool.close()
    data = path.read_bytes()
    third = len(data) // 3 // 4096 * 4096
    spoilt = {
        "cut off": data[: 2 * third + 99],
        "header": b"\xff" * 100 + data[100:],
        "first page": bytes(4096) + data[4096:],
        "a page": data[:third] + b"\xff" * 4096 + data[third + 4096 :],
    }
    path.write_bytes(spoilt[damage])
    with pytest.raises(SpoolCorruptError, match="damaged") as caught:
        Spool(path, "docs").connect()
    saved = caught.value.saved
    assert saved is not None
    found = [json.loads(line)["n"] for line in saved.read_bytes().splitlines()]
    least = {"cut off": 150, "header": 400, "first page": 400, "a page": 350}
    assert len(found) == len(set(found)) >= least[damage]
    assert path.read_bytes() == spoilt[damage]


def test_an_event_that_the_disk_has_spoilt_can_be_looked_at(tmp_path: Path) -> None:
    spool = Spool(tmp_path / "s", "docs")
    spool.put(b'{"n":\xff')
    spool.set_aside({spool.take(1)[0][0]: "no JSON"})
    assert spool.refused()[0].event == {"unreadable": '{"n":\ufffd'}
    spool.close()


def test_a_file_that_is_no_database_is_a_clear_error(tmp_path: Path) -> None:
    path = tmp_path / "s"
    path.write_bytes(b"no database" * 1000)
    with pytest.raises(SpoolCorruptError, match="no event could be read") as caught:
        Spool(path, "docs").connect()
    assert caught.value.saved is None
    assert path.read_bytes() == b"no database" * 1000


def test_a_folder_that_is_missing_is_a_clear_error(tmp_path: Path) -> None:
    with pytest.raises(SpoolError, match="cannot be opened: No such file"):
        Spool(tmp_path / "missing" / "s", "docs").connect()


def test_refused_events_are_kept_with_their_reason_and_can_be_sent_again(path: Path | None) -> None:
    spool = made(path)
    spool.put_many([b'{"n":1}', b'{"n":2}'])
    rows = spool.take(2)
    spool.set_aside({rows[1][0]: "because"})
    spool.finish(rows[:1])
    assert [(kept.event, kept.reason) for kept in spool.refused()] == [({"n": 2}, "because")]
    assert spool.counts()[:2] == (0, 1)
    assert spool.resend() == 1
    assert bodies(spool) == [b'{"n":2}']
    assert spool.refused() == []
    spool.close()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
@pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")
def test_parent_and_child_go_on_after_a_fork(tmp_path: Path) -> None:
    spool = Spool(tmp_path / "s", "docs")
    spool.put(b"before")
    child = os.fork()
    if child == 0:
        try:
            spool.put(b"child")
            spool.close()
        finally:
            os._exit(0)
    spool.put(b"parent")
    os.waitpid(child, 0)
    assert sorted(bodies(spool)) == [b"before", b"child", b"parent"]
    spool.close()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
@pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")
def test_a_child_has_nothing_of_what_its_parent_holds_in_memory() -> None:
    spool = made(None)
    spool.put(b"parent's")
    child = os.fork()
    if child == 0:
        empty = spool.counts().queued == 0
        os._exit(0 if empty else 1)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    assert spool.counts().queued == 1
    spool.close()
