"""The pytest plugin, in test runs of its own."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

pytest_plugins = ["pytester"]

Run = Callable[[str], pytest.RunResult]
PACKAGE = Path(__file__).parents[2] / "generated" / "tganalytics"


@pytest.fixture
def run(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a test file with the plugin, strictly."""
    monkeypatch.setenv("PYTHONPATH", str(PACKAGE))
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")

    def run(source: str) -> pytest.RunResult:
        pytester.makepyfile(source)
        options = ["-p", "tganalytics_client.pytest_plugin", "--strict-markers", "-Werror", "-q", "-rs"]
        return pytester.runpytest_subprocess(*options)

    return run


def test_clients_and_a_queue_share_a_fresh_mock_and_its_clock(run: Run) -> None:
    result = run(
        """
        import asyncio
        from tganalytics_client import AsyncEventQueue

        def test_sync(tganalytics, tganalytics_mock, tganalytics_clock):
            tganalytics.events.record(tganalytics.session(user_id=1).app_init())
            tganalytics_clock.advance(60)
            tganalytics.events.record(tganalytics.session(user_id=2).app_init())
            first, second = tganalytics_mock.received
            assert second.at - first.at == 60
            assert [one["user_id"] for one in tganalytics_mock.find(app_name="docs")] == [1, 2]

        def test_async_and_fresh(async_tganalytics, tganalytics_mock):
            assert tganalytics_mock.events == []

            async def work():
                async with AsyncEventQueue(async_tganalytics) as queue:
                    await queue.put(async_tganalytics.session(user_id=1).app_init())
                    assert await queue.flush(10)

            asyncio.run(work())
            assert [one["event_name"] for one in tganalytics_mock.events] == ["app-init"]

        def test_queue(tganalytics, tganalytics_queue, tganalytics_mock):
            tganalytics_queue.put(tganalytics.session(user_id=1).app_hide())
            assert tganalytics_queue.flush(10)
            assert [one["event_name"] for one in tganalytics_mock.events] == ["app-hide"]
        """
    )
    result.assert_outcomes(passed=3)


def test_a_test_that_overlooks_violations_fails_and_says_which(run: Run) -> None:
    result = run(
        """
        import httpx2, pytest

        def wrong(mock):
            body = [{"event_name": "app-init", "user_id": "me", "app_name": "docs"}]
            with httpx2.Client(transport=mock.transport()) as client:
                client.post(mock.base_url + "/events", json=body, headers={"TGA-Auth-Token": mock.add_app()})

        def test_overlooked(tganalytics_mock):
            wrong(tganalytics_mock)

        def test_noticed(tganalytics_mock):
            wrong(tganalytics_mock)
            assert tganalytics_mock.violations

        @pytest.mark.tganalytics(violations="allowed")
        def test_allowed(tganalytics_mock):
            wrong(tganalytics_mock)

        @pytest.mark.tganalytics(violations="yes")
        def test_misspelt(tganalytics_mock):
            wrong(tganalytics_mock)
        """
    )
    result.assert_outcomes(passed=2, failed=2)
    result.stdout.fnmatch_lines_random(
        [
            "  request of events_record: body/0*",
            "*@pytest.mark.tganalytics(violations='allowed')*",
            "*violations is 'refused' or 'allowed', not 'yes'",
        ]
    )


def test_the_marker_and_the_options_fixture_change_mock_and_clients(run: Run) -> None:
    result = run(
        """
        import pytest

        @pytest.fixture
        def tganalytics_options(tganalytics_mock):
            return {"token": tganalytics_mock.add_app("other"), "app_name": "other"}

        @pytest.mark.tganalytics(recorded="202", mode="strict")
        def test_marked(tganalytics_mock, tganalytics):
            assert (tganalytics_mock.recorded, tganalytics_mock.mode) == ("202", "strict")
            event = tganalytics.session(user_id=1).app_init()
            assert tganalytics.with_raw_response.events.record(event).status_code == 202
            assert tganalytics_mock.events[0]["app_name"] == "other"

        def test_not_marked(tganalytics_mock):
            assert (tganalytics_mock.recorded, tganalytics_mock.mode) == ("201", "faithful")
        """
    )
    result.assert_outcomes(passed=2)


def test_without_the_mocks_extra_tests_are_skipped_with_what_to_install(run: Run, pytester: pytest.Pytester) -> None:
    pytester.makeconftest("import sys\nsys.modules['jsonschema_rs'] = None")
    result = run("def test_skipped(tganalytics_mock): raise AssertionError")
    result.assert_outcomes(skipped=1)
    result.stdout.fnmatch_lines(["*tganalytics-client[[]mock[]]*"])


def test_a_run_that_uses_no_fixture_loads_nothing(tmp_path: Path) -> None:
    script = (
        "import sys, pytest\n"
        "from _pytest.config import get_config\n"
        "import tganalytics_client.pytest_plugin\n"
        "ours = {name for name in sys.modules if name.startswith('tganalytics_client.')}\n"
        "loaded = ({'httpx2', 'pydantic', 'jsonschema_rs', 'anyio', 'sqlite3'} & set(sys.modules)) | ours\n"
        "loaded -= {'tganalytics_client.pytest_plugin'}\n"
        "sys.exit(f'loaded: {loaded}' if loaded else 0)\n"
    )
    result = subprocess.run(
        [sys.executable, "-c", script], env={"PYTHONPATH": str(PACKAGE)}, capture_output=True, text=True, cwd=tmp_path
    )
    assert (result.returncode, result.stderr) == (0, "")


def test_pytest_finds_the_plugin_by_itself() -> None:
    text = (PACKAGE / "pyproject.toml").read_text("utf-8")
    assert '[project.entry-points.pytest11]\ntganalytics_client = "tganalytics_client.pytest_plugin"' in text
