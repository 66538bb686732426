"""Bulk notifications: each user at most once, whatever happens, and on from where it stopped."""

from __future__ import annotations

import asyncio
import os
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import httpx2
import pytest
from sociogram_client import (
    APIConnectionError,
    AsyncSociogram,
    AuthenticationError,
    BulkReport,
    ConfigurationError,
    InvalidRequestError,
    LimitReachedError,
    LongMessageWarning,
    RateLimitError,
)
from sociogram_client.mock import SociogramMock
from sociogram_client.resources.async_users import _WORKERS

from .conftest import World
from .test_limits import check_real_time

ROOT = Path(__file__).parents[2]


def users(here: World, count: int) -> list[int]:
    return [here.mock.add_user().uid for _ in range(count)]


def reached(here: World) -> list[int]:
    return sorted(note.uid for note in here.mock.notifications)


class Wire(httpx2.BaseTransport, httpx2.AsyncBaseTransport):
    """Answers by user; keeps whom it was asked to notify."""

    def __init__(self, **answers: Any) -> None:
        self.answers = {int(name[1:]): answer for name, answer in answers.items()}
        self.asked: list[int] = []

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        import json

        uid = json.loads(request.content)["uid"]
        self.asked.append(uid)
        answer = self.answers.get(uid, True)
        if isinstance(answer, list):
            answer = answer.pop(0) if answer else True
        if isinstance(answer, type):
            raise answer("made up", request=request)
        if isinstance(answer, int) and not isinstance(answer, bool):
            return httpx2.Response(answer, json={"statusCode": answer, "message": "made up"})
        return httpx2.Response(200, json=answer)

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        return self.handle_request(request)


def test_everybody_is_notified_once_at_the_permitted_rate(here: World) -> None:
    all_of_them = users(here, 95)
    began = here.now()
    report = here.client().users.notify_many([*all_of_them, *all_of_them[:5]], "Fish!")
    assert report == BulkReport(sent=95, refused=0, skipped=5, failed=(), unknown=())
    assert reached(here) == all_of_them
    assert here.now() - began >= 3
    if here.kind == "async":  # a thread that waits moves the clock under the others' hands, which makes these later
        assert here.now() - began <= 3 / 0.95


def test_the_report_tells_what_became_of_whom(here: World) -> None:
    wire = Wire(u2=False, u3=404, u4=500, u5=httpx2.ReadTimeout, u6="no boolean")
    report = here.client(transport=wire).users.notify_many(range(1, 8), "Fish!")
    assert (report.sent, report.refused, report.skipped) == (2, 1, 0)
    assert [each.uid for each in report.failed] == [3]
    assert "404" in report.failed[0].reason
    assert [each.uid for each in report.unknown] == [4, 5, 6]
    assert sorted(wire.asked) == [1, 2, 3, 4, 5, 6, 7]


def test_a_second_run_with_the_same_state_goes_on_and_repeats_nobody(here: World, tmp_path: Path) -> None:
    state = tmp_path / "fish.state"
    first = here.client(transport=Wire(u2=500, u3=False, u4=404)).users.notify_many(range(1, 6), "Fish!", state=state)
    again = Wire()
    second = here.client(transport=again).users.notify_many(range(1, 9), "Fish!", state=str(state))
    assert sorted(again.asked) == [6, 7, 8]
    assert (first.sent, second.sent, second.refused, second.skipped) == (2, 5, 1, 5)
    assert [each.uid for each in second.unknown] == [2]
    assert [each.uid for each in second.failed] == [4]


def test_a_run_that_cannot_go_on_keeps_what_was_done(here: World, tmp_path: Path) -> None:
    state = tmp_path / "fish.state"
    down = Wire(u3=httpx2.ConnectError)
    with pytest.raises(APIConnectionError, match="never sent"):
        here.client(transport=down, max_retries=0).users.notify_many([1, 2, 3], "Fish!", state=state)
    up = Wire()
    report = here.client(transport=up).users.notify_many([1, 2, 3, 4], "Fish!", state=state)
    assert 3 in up.asked
    assert report.sent == 4
    assert sorted([*down.asked, *up.asked]).count(1) == 1


def test_a_wrong_token_ends_the_run_and_counts_for_nobody(here: World, tmp_path: Path) -> None:
    state = tmp_path / "fish.state"
    everybody = users(here, 3)
    with pytest.raises(AuthenticationError):
        here.client(token="made-up").users.notify_many(everybody, "Fish!", state=state)
    assert here.client().users.notify_many(everybody, "Fish!", state=state).sent == 3
    assert reached(here) == everybody


def test_who_the_platform_finds_too_many_is_asked_again_later(here: World) -> None:
    wire = Wire(u1=[429, 429])
    report = here.client(transport=wire).users.notify_many([1], "Fish!")
    assert report.sent == 1
    assert wire.asked == [1, 1, 1]
    with pytest.raises(RateLimitError):
        here.client(transport=Wire(u1=429)).users.notify_many([1], "Fish!")


def test_a_bulk_notification_waits_also_where_single_calls_raise(here: World) -> None:
    everybody = users(here, 100)
    sociogram = here.client(rate_limit="raise")
    assert sociogram.users.notify_many(everybody, "Fish!").sent == 100
    sociogram.users.notify(uid=here.user.uid, message="Fish!")
    with pytest.raises(LimitReachedError):
        sociogram.users.notify(uid=here.user.uid, message="Fish!")


def test_unknown_outcomes_are_repeated_only_if_asked_for(here: World, tmp_path: Path) -> None:
    state = tmp_path / "fish.state"
    here.client(transport=Wire(u1=500)).users.notify_many([1], "Fish!", state=state)
    wire = Wire()
    sociogram = here.client(transport=wire)
    assert sociogram.users.notify_many([1], "Fish!", state=state).unknown
    assert wire.asked == []
    report = sociogram.users.notify_many([1], "Fish!", state=state, at_most_once=False)
    assert (report.sent, report.unknown, wire.asked) == (1, (), [1])


def test_entries_are_repeated_only_if_asked_for(here: World) -> None:
    wire = Wire()
    assert here.client(transport=wire).users.notify_many([1, 1], "Fish!", at_most_once=False).sent == 2
    assert wire.asked == [1, 1]


def test_users_may_come_from_a_generator_and_a_wrong_one_is_named(here: World) -> None:
    assert here.client(transport=Wire()).users.notify_many((uid for uid in (1, 2)), "Fish!").sent == 2
    for wrong in ("1", 0, True, 1.0, None):
        with pytest.raises(InvalidRequestError, match="is no number of a user"):
            here.client(transport=Wire()).users.notify_many([1, wrong], "Fish!")


def test_a_message_that_is_too_long_is_refused_before_anything(here: World, tmp_path: Path) -> None:
    state = tmp_path / "fish.state"
    with pytest.raises(InvalidRequestError, match="501 characters"):
        here.client().users.notify_many([1], "a" * 501, state=state)
    assert not state.exists()
    with pytest.warns(LongMessageWarning) as caught:
        here.client(transport=Wire()).users.notify_many(range(1, 20), "é" * 251)
    assert len(caught) == 1


# --- The state ---


def test_a_state_belongs_to_one_message_and_one_run(here: World, tmp_path: Path) -> None:
    state = tmp_path / "fish.state"
    here.client(transport=Wire()).users.notify_many([1], "Fish!", state=state)
    with pytest.raises(ConfigurationError, match="belongs to another message"):
        here.client(transport=Wire()).users.notify_many([1], "Meat!", state=state)
    with sqlite3.connect(state) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(ConfigurationError, match="another run uses it"):
            here.client(transport=Wire()).users.notify_many([1], "Fish!", state=state)
    other.close()


def test_another_file_is_not_taken_for_a_state(here: World, tmp_path: Path) -> None:
    text = tmp_path / "notes.txt"
    text.write_text("These are my notes, which are no database at all. " * 50, "utf-8")
    before = text.read_bytes()
    with pytest.raises(ConfigurationError, match="no state of a bulk notification"):
        here.client(transport=Wire()).users.notify_many([1], "Fish!", state=text)
    assert text.read_bytes() == before
    foreign = tmp_path / "other.db"
    with sqlite3.connect(foreign) as database:
        database.execute("CREATE TABLE users (name TEXT)")
    database.close()
    with pytest.raises(ConfigurationError, match="no state of a bulk notification"):
        here.client(transport=Wire()).users.notify_many([1], "Fish!", state=foreign)
    with pytest.raises(ConfigurationError, match="state="):
        here.client(transport=Wire()).users.notify_many([1], "Fish!", state=tmp_path / "nowhere" / "x")


def test_a_user_is_written_down_before_the_request_leaves(here: World, tmp_path: Path) -> None:
    state, seen = tmp_path / "fish.state", []

    def look(request: httpx2.Request) -> httpx2.Response:
        copy = tmp_path / "copy"
        for suffix in ("", "-wal"):  # as a crash at this moment would leave them
            source = Path(f"{state}{suffix}")
            Path(f"{copy}{suffix}").write_bytes(source.read_bytes() if source.exists() else b"")
        database = sqlite3.connect(copy)
        seen.extend(database.execute("SELECT uid, outcome FROM users").fetchall())
        database.close()
        return httpx2.Response(200, json=True)

    here.client(transport=httpx2.MockTransport(look)).users.notify_many([7], "Fish!", state=state)
    assert seen == [(7, "begun")]


KILLED = """
import sys, time, httpx2
from sociogram_client import Sociogram
asked = open(sys.argv[2], "a")

def answer(request):
    import json
    print(json.loads(request.content)["uid"], file=asked, flush=True)
    time.sleep(0.2)
    return httpx2.Response(200, json=True)

with Sociogram(token="made-up", transport=httpx2.MockTransport(answer), rate_limit="off") as sociogram:
    print("ready", flush=True)
    report = sociogram.users.notify_many(range(1, 400), "Fish!", state=sys.argv[1])
    print(report.sent, len(report.unknown), flush=True)
"""


def test_a_killed_run_is_taken_up_and_nobody_is_notified_twice(tmp_path: Path) -> None:
    program, state, asked = tmp_path / "run.py", tmp_path / "fish.state", tmp_path / "asked.txt"
    program.write_text(KILLED, "utf-8")
    command = [sys.executable, str(program), str(state), str(asked)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "generated" / "sociogram")}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as first:
        assert first.stdout is not None
        first.stdout.readline()
        end = time.monotonic() + 20
        while time.monotonic() < end and (not asked.exists() or asked.read_text("utf-8").count("\n") < 100):
            time.sleep(0.02)
        first.send_signal(signal.SIGKILL)
    before = asked.read_text("utf-8").split()
    assert 100 <= len(before) < 399
    done = subprocess.run(command, capture_output=True, text=True, env=environment, check=True, timeout=60)
    after = asked.read_text("utf-8").split()
    assert len(after) == len(set(after))
    sent, unknown = map(int, done.stdout.split()[1:])
    assert sent + unknown == 399
    assert 1 <= unknown <= _WORKERS  # those whose answers had not come


def test_who_only_waited_for_a_place_when_the_run_was_cut_off_is_notified_by_the_next(tmp_path: Path) -> None:
    wire = Wire()

    async def run(seconds: float | None, **options: Any) -> BulkReport:
        async with AsyncSociogram(token="made-up", transport=wire, **options) as sociogram:
            work = sociogram.users.notify_many(range(1, 100), "Fish!", state=tmp_path / "fish.state")
            return await asyncio.wait_for(work, seconds)

    with pytest.raises(TimeoutError):
        asyncio.run(run(0.9))
    assert 0 < len(wire.asked) < 99
    report = asyncio.run(run(None, rate_limit="off"))
    assert (report.sent, report.unknown) == (99, ())
    assert sorted(wire.asked) == [*range(1, 100)]


# --- Progress ---


def test_a_function_is_told_the_progress(here: World) -> None:
    told: list[int] = []
    here.client(transport=Wire()).users.notify_many(
        range(1, 11), "Fish!", progress=lambda report: told.append(report.sent)
    )
    assert max(told) == 10
    assert len(told) == 10


def test_a_bar_is_shown_on_stderr(here: World, capsys: pytest.CaptureFixture[str]) -> None:
    here.client(transport=Wire()).users.notify_many(range(1, 11), "Fish!", progress=True)
    out, err = capsys.readouterr()
    assert "10/10" in err
    assert out == ""


def test_without_a_terminal_there_is_no_bar(here: World, capsys: pytest.CaptureFixture[str]) -> None:
    here.client(transport=Wire()).users.notify_many(range(1, 4), "Fish!")
    assert capsys.readouterr() == ("", "")


def test_a_bar_without_rich_says_what_to_install(here: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "rich.progress", None)
    with pytest.raises(ConfigurationError, match=r"sociogram-client\[progress\]"):
        here.client(transport=Wire()).users.notify_many([1], "Fish!", progress=True)


# --- Real time ---


def test_the_permitted_rate_is_kept_up_with_slow_answers_in_real_time() -> None:
    def measure() -> list[float]:
        mock = SociogramMock(seed=1)
        app = mock.add_app()
        everybody = [mock.add_user().uid for _ in range(91)]
        mock.fail("users_notify", latency=0.3)

        async def run() -> BulkReport:
            options: dict[str, Any] = {"base_url": mock.base_url, "token": app.token, "transport": mock.transport()}
            async with AsyncSociogram(**options) as sociogram:
                return await sociogram.users.notify_many(everybody, "Fish!")

        assert asyncio.run(run()).sent == 91
        return [note.created_at.timestamp() for note in mock.notifications][:90]

    check_real_time(measure)
