"""The pytest plugin, in test runs of its own."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

pytest_plugins = ["pytester"]

Run = Callable[[str], pytest.RunResult]
PACKAGE = Path(__file__).parents[3] / "generated" / "talkee"


@pytest.fixture
def run(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a test file with the plugin, strictly."""
    monkeypatch.setenv("PYTHONPATH", str(PACKAGE))
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")

    def run(source: str) -> pytest.RunResult:
        pytester.makepyfile(source)
        options = ["-p", "talkee_client.pytest_plugin", "--strict-markers", "-Werror", "-q", "-rs"]
        return pytester.runpytest_subprocess(*options)

    return run


def test_both_clients_share_a_fresh_mock_and_its_clock(run: Run) -> None:
    result = run(
        """
        import asyncio

        def test_sync(talkee, talkee_mock, talkee_clock):
            comment = talkee.comments.create(content="Hello!")
            assert comment.id == 1
            assert comment.created_at == talkee_clock.now()
            assert talkee_mock.requests[0].json() == {"content": "Hello!"}

        def test_async_and_fresh(talkee, async_talkee, talkee_mock, talkee_clock):
            assert talkee_mock.state()["comments"] == []
            talkee_mock.seed(comments=[{"slug": "/", "content": "Seeded"}])
            talkee_clock.advance(60)

            async def read():
                return [comment.content async for comment in async_talkee.comments.list()]

            assert asyncio.run(read()) == ["Seeded"]
            assert (talkee_clock.now() - talkee.users.me().created_at).total_seconds() == 60
        """
    )
    result.assert_outcomes(passed=2)


def test_clients_live_by_the_mocks_clock_and_waiting_takes_no_time(run: Run) -> None:
    result = run(
        """
        import asyncio, datetime, time
        from talkee_client import EthAccountSigner

        def test_login(talkee, talkee_mock, talkee_clock):
            talkee_clock.advance(-3600)
            talkee.auth.login_with_ethereum(EthAccountSigner("0x" + "11" * 32))
            assert "Issued At: 2023-12-31T23:00:00" in talkee_mock.requests[0].json()["signed_message"]

        def test_waiting(talkee, async_talkee, talkee_mock, talkee_clock):
            talkee_mock.fail("assets_list", status=503, headers={"Retry-After": "20"}, times=2)
            begin, began = talkee_clock.now(), time.monotonic()
            talkee.assets.list()
            asyncio.run(read(async_talkee, talkee_mock))
            assert talkee_clock.now() - begin >= datetime.timedelta(seconds=60)
            assert time.monotonic() - began < 5

        async def read(client, mock):
            mock.fail("assets_list", status=503, headers={"Retry-After": "20"}, times=1)
            await client.assets.list()
        """
    )
    result.assert_outcomes(passed=2)


def test_a_test_that_overlooks_violations_fails_and_says_which(run: Run) -> None:
    result = run(
        """
        import httpx2, pytest

        def wrong(mock):
            httpx2.Client(transport=mock.transport()).get(mock.base_url + "/comments?limit=0&site_id=1&slug=a")

        def test_overlooked(talkee_mock):
            wrong(talkee_mock)

        def test_noticed(talkee_mock):
            wrong(talkee_mock)
            assert len(talkee_mock.violations) == 1

        @pytest.mark.talkee(violations="allowed")
        def test_allowed(talkee_mock):
            wrong(talkee_mock)

        @pytest.mark.talkee(violations="yes")
        def test_misspelt(talkee_mock):
            wrong(talkee_mock)

        def test_many(talkee_mock):
            for _ in range(12):
                wrong(talkee_mock)

        @pytest.mark.xfail(strict=True)
        def test_expected(talkee_mock):
            wrong(talkee_mock)

        def test_that_fails_by_itself(talkee_mock):
            wrong(talkee_mock)
            assert 0, "its own reason"
        """
    )
    result.assert_outcomes(passed=2, failed=4, xfailed=1)
    result.stdout.fnmatch_lines_random(
        [
            "The document refuses 1 thing that went over the wire:",
            "  request of comments_list: query/limit: 0 is less than the minimum of 1",
            "*@pytest.mark.talkee(violations='allowed')*",
            "*violations is 'refused' or 'allowed', not 'yes'",
            "The document refuses 12 things that went over the wire:",
            "*and 2 more",
            "*its own reason*",
        ]
    )


def test_the_marker_and_the_options_fixture_change_mock_and_clients(run: Run) -> None:
    result = run(
        """
        import pytest
        from talkee_client import ConfigurationError

        @pytest.fixture
        def talkee_options():
            return {"site_id": 7, "slug": "/own"}

        @pytest.mark.talkee(offset="rows", mode="strict")
        def test_marked(talkee_mock, talkee):
            assert (talkee_mock.offset, talkee_mock.mode) == ("rows", "strict")
            with pytest.raises(ConfigurationError):
                talkee.comments.create(content="Nobody is signed in")

        def test_not_marked(talkee_mock):
            assert (talkee_mock.offset, talkee_mock.mode) == ("pages", "faithful")
        """
    )
    result.assert_outcomes(passed=2)


def test_without_the_mocks_extra_tests_are_skipped_with_what_to_install(run: Run, pytester: pytest.Pytester) -> None:
    pytester.makeconftest("import sys\nsys.modules['jsonschema_rs'] = None")
    result = run("def test_skipped(talkee_mock): raise AssertionError")
    result.assert_outcomes(skipped=1)
    result.stdout.fnmatch_lines(["*talkee-client[[]mock[]]*"])


def test_a_run_that_uses_no_fixture_loads_nothing(tmp_path: Path) -> None:
    script = (
        "import sys, pytest\n"
        "from _pytest.config import get_config\n"
        "import talkee_client.pytest_plugin\n"
        "loaded = {'httpx2', 'pydantic', 'jsonschema_rs', 'anyio', 'talkee_client._core'} & set(sys.modules)\n"
        "sys.exit(f'loaded: {loaded}' if loaded else 0)\n"
    )
    result = subprocess.run(
        [sys.executable, "-c", script], env={"PYTHONPATH": str(PACKAGE)}, capture_output=True, text=True, cwd=tmp_path
    )
    assert (result.returncode, result.stderr) == (0, "")
