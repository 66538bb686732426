"""The command line sends a file, can be taken up again, and says what was refused and why."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tganalytics_client._core.mock.server import running
from tganalytics_client.command import main

from .conftest import World, event, numbers


@pytest.fixture(autouse=True)
def server(world: World, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("TGANALYTICS_TOKEN", world.token)
    monkeypatch.setenv("TGANALYTICS_APP_NAME", "docs")
    monkeypatch.setattr("tganalytics_client.decisions.LONGEST_WAIT", 0.01)
    with running(world.mock) as url:
        monkeypatch.setenv("TGANALYTICS_BASE_URL", url)
        yield


def written(folder: Path, lines: list[Any]) -> Path:
    path = folder / "events.ndjson"
    path.write_text("".join((line if isinstance(line, str) else json.dumps(line)) + "\n" for line in lines))
    return path


def test_a_file_is_sent_and_leaves_nothing_behind(world: World, tmp_path: Path, capsys: Any) -> None:
    path = written(tmp_path, [event(number) for number in range(450)])
    assert main(["send", str(path)]) == 0
    assert numbers(world.mock.events) == list(range(450))
    assert "450 sent, 0 waiting" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == [path]


def test_the_standard_input_is_sent(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(json.dumps(event(1)).encode())))
    assert main(["send", "-"]) == 0
    assert numbers(world.mock.events) == [1]


def test_what_is_wrong_is_named_by_line_without_control_sequences(world: World, tmp_path: Path, capsys: Any) -> None:
    lines = [event(0), "{", event(1, user_id="\x1b[31m"), event(2, app_name="other"), "", event(3)]
    path = written(tmp_path, lines)
    assert main(["send", str(path)]) == 1
    assert numbers(world.mock.events) == [0, 3]
    told = capsys.readouterr().err
    assert "3 not accepted" in told
    assert "line 2: no JSON" in told
    assert "line 3.user_id" in told
    assert "line 4.app_name is not 'docs'" in told


def test_what_the_platform_refuses_is_kept_and_printed_safely(world: World, tmp_path: Path, capsys: Any) -> None:
    body = json.dumps(["property events[1].locale has failed: \x1b]0;evil\x07"])
    world.mock.fail("events_record", times=1, status=400, body=body, headers={"Content-Type": "application/json"})
    path = written(tmp_path, [event(0), event(1)])
    assert main(["send", str(path)]) == 1
    told = capsys.readouterr().err
    assert "1 refused by the platform" in told
    assert "refused 1 times: property events[1].locale has failed: \\u{1b}]0;evil\\u{7}" in told
    assert "\x1b" not in told
    assert (tmp_path / "events.ndjson.spool").exists()


def test_a_run_that_was_stopped_is_taken_up_again(
    world: World, tmp_path: Path, capsys: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = written(tmp_path, [event(number) for number in range(30)])
    monkeypatch.setenv("TGANALYTICS_ORIGIN", "https://elsewhere.example.com")
    assert main(["send", str(path)]) == 1
    told = capsys.readouterr().err
    assert "The domain name does not match." in told
    assert world.token not in told
    monkeypatch.delenv("TGANALYTICS_ORIGIN")
    assert main(["send", str(path)]) == 0
    assert numbers(world.mock.events) == list(range(30))
    assert world.mock.duplicates == 0


def test_a_spool_of_another_file_is_refused(world: World, tmp_path: Path, capsys: Any, monkeypatch: Any) -> None:
    path = written(tmp_path, [event(0)])
    monkeypatch.setenv("TGANALYTICS_ORIGIN", "https://elsewhere.example.com")
    assert main(["send", str(path)]) == 1
    written(tmp_path, [event(7)])
    assert main(["send", str(path)]) == 1
    assert "belongs to another file" in capsys.readouterr().err


def test_a_file_that_is_missing_is_a_sentence(tmp_path: Path, capsys: Any) -> None:
    assert main(["send", str(tmp_path / "none")]) == 1
    assert "No such file" in capsys.readouterr().err


def test_a_platform_that_fails_is_told_while_it_is_tried_again(world: World, tmp_path: Path, capsys: Any) -> None:
    world.mock.fail("events_record", status=503, body="\x1b[2J", times=7)
    path = written(tmp_path, [event(1)])
    assert main(["send", str(path)]) == 0
    assert numbers(world.mock.events) == [1]
    told = capsys.readouterr().err
    assert told.count("nothing is recorded now, but tried again: status 503") == 1
    assert "\x1b" not in told
