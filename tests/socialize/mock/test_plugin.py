"""The pytest plugin, in test runs of its own."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

pytest_plugins = ["pytester"]

Run = Callable[[str], pytest.RunResult]
PACKAGE = Path(__file__).parents[3] / "generated" / "socialize"


@pytest.fixture
def run(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a test file with the plugin, strictly."""
    monkeypatch.setenv("PYTHONPATH", str(PACKAGE))
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")

    def run(source: str) -> pytest.RunResult:
        pytester.makepyfile(source)
        options = ["-p", "socialize_client.pytest_plugin", "--strict-markers", "-Werror", "-q", "-rs"]
        return pytester.runpytest_subprocess(*options)

    return run


def test_both_clients_share_a_fresh_mock_and_its_clock(run: Run) -> None:
    result = run(
        """
        import asyncio

        import pytest

        @pytest.mark.socialize(timestamps="checked", nonces="once")
        def test_sync(socialize, socialize_mock, socialize_clock):
            comment = socialize.comments.create(entity_key="http://example.com/", text="Hello!")
            assert comment.id == 1
            assert comment.date == socialize_clock.now()
            socialize_clock.advance(86400)
            assert (socialize.comments.create(entity_key="b", text="x").date - comment.date).days == 1
            assert len(socialize_mock.requests) == 2

        def test_async_and_fresh(socialize, async_socialize, socialize_mock):
            assert socialize_mock.state()["comments"] == []
            socialize_mock.seed(comments=[{"text": "Seeded"}])

            async def read():
                return [one.text async for one in async_socialize.users.list_comments(1)]

            assert asyncio.run(read()) == ["Seeded"]
            assert len([one for one in socialize.users.list_comments(1)]) == 1
        """
    )
    result.assert_outcomes(passed=2)


def test_a_test_that_overlooks_violations_fails_and_says_which(run: Run) -> None:
    result = run(
        """
        import httpx2, pytest

        def wrong(mock):
            httpx2.Client(transport=mock.transport()).get(mock.base_url + "/v1/comment/?limit=0")

        def test_overlooked(socialize_mock):
            wrong(socialize_mock)

        def test_noticed(socialize_mock):
            wrong(socialize_mock)
            assert len(socialize_mock.violations) == 1

        @pytest.mark.socialize(violations="allowed")
        def test_allowed(socialize_mock):
            wrong(socialize_mock)

        @pytest.mark.socialize(violations="yes")
        def test_misspelt(socialize_mock):
            wrong(socialize_mock)

        def test_many(socialize_mock):
            for _ in range(12):
                wrong(socialize_mock)

        @pytest.mark.xfail(strict=True)
        def test_expected(socialize_mock):
            wrong(socialize_mock)

        def test_that_fails_by_itself(socialize_mock):
            wrong(socialize_mock)
            assert 0, "its own reason"
        """
    )
    result.assert_outcomes(passed=2, failed=4, xfailed=1)
    result.stdout.fnmatch_lines_random(
        [
            "The document refuses 1 thing that went over the wire:",
            "  request of comments_list: query/limit: 0 is less than the minimum of 1",
            "*@pytest.mark.socialize(violations='allowed')*",
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
        from socialize_client.mock import CONSUMER_KEY, CONSUMER_SECRET

        @pytest.fixture
        def socialize_options():
            return {"consumer_key": CONSUMER_KEY, "consumer_secret": CONSUMER_SECRET}

        @pytest.mark.socialize(views="kept", mode="strict")
        def test_marked(socialize_mock, socialize):
            assert (socialize_mock.views, socialize_mock.mode) == ("kept", "strict")
            assert socialize.authenticate(udid="A").authentication.user.id == 1

        def test_not_marked(socialize_mock):
            assert (socialize_mock.views, socialize_mock.mode) == ("counted", "faithful")
        """
    )
    result.assert_outcomes(passed=2)


def test_without_the_mocks_extra_tests_are_skipped_with_what_to_install(run: Run, pytester: pytest.Pytester) -> None:
    pytester.makeconftest("import sys\nsys.modules['jsonschema_rs'] = None")
    result = run("def test_skipped(socialize_mock): raise AssertionError")
    result.assert_outcomes(skipped=1)
    result.stdout.fnmatch_lines(["*socialize-client[[]mock[]]*"])


def test_a_run_that_uses_no_fixture_loads_nothing(tmp_path: Path) -> None:
    script = (
        "import sys, pytest\n"
        "from _pytest.config import get_config\n"
        "import socialize_client.pytest_plugin\n"
        "loaded = {'httpx2', 'pydantic', 'jsonschema_rs', 'anyio', 'socialize_client._core'} & set(sys.modules)\n"
        "sys.exit(f'loaded: {loaded}' if loaded else 0)\n"
    )
    result = subprocess.run(
        [sys.executable, "-c", script], env={"PYTHONPATH": str(PACKAGE)}, capture_output=True, text=True, cwd=tmp_path
    )
    assert (result.returncode, result.stderr) == (0, "")
