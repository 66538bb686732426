"""The pytest plugin, in test runs of its own."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

pytest_plugins = ["pytester"]

Run = Callable[[str], pytest.RunResult]
PACKAGE = Path(__file__).parents[3] / "generated" / "deso"


@pytest.fixture
def run(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a test file with the plugin, strictly."""
    monkeypatch.setenv("PYTHONPATH", str(PACKAGE))
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")

    def run(source: str) -> pytest.RunResult:
        pytester.makepyfile(source)
        options = ["-p", "deso_client.pytest_plugin", "--strict-markers", "-Werror", "-q", "-rs"]
        return pytester.runpytest_subprocess(*options)

    return run


def test_clients_mock_clock_and_marker_work_together(run: Run) -> None:
    result = run(
        """
        import asyncio
        import pytest
        from deso_client import TransactionMismatch

        def test_sync(deso, deso_mock, deso_account, deso_clock):
            made = deso.posts.submit("Hello!")
            deso_clock.advance(1)
            assert deso_mock.state()["posts"][0]["PostHashHex"] == made.post_hash_hex
            assert deso_mock.height > made.post.confirmation_block_height

        def test_async_and_fresh(async_deso, deso_mock):
            assert deso_mock.state()["posts"] == []
            assert asyncio.run(async_deso.posts.submit("Hello!")).post_hash_hex

        @pytest.mark.deso(hostile="text", blocks="manual")
        def test_marked(deso, deso_mock):
            with pytest.raises(TransactionMismatch):
                deso.posts.submit("Hello!")
            assert (deso_mock.blocks, deso_mock.altered) == ("manual", [("text", "posts_submit")])

        class TestOwnOptions:
            @pytest.fixture
            def deso_options(self):
                return {}

            def test_nobody_signs(self, deso):
                with pytest.raises(Exception, match="signer"):
                    deso.posts.submit("Hello!")
        """
    )
    result.assert_outcomes(passed=4)


def test_a_test_that_overlooks_violations_fails_and_says_which(run: Run) -> None:
    result = run(
        """
        import httpx2, pytest

        def wrong(mock):
            httpx2.Client(transport=mock.transport()).post(mock.base_url + "/api/v0/get-single-post", json={})

        def test_overlooked(deso_mock):
            wrong(deso_mock)

        def test_noticed(deso_mock):
            wrong(deso_mock)
            assert len(deso_mock.violations) == 1

        @pytest.mark.deso(violations="allowed")
        def test_allowed(deso_mock):
            wrong(deso_mock)
        """
    )
    result.assert_outcomes(passed=2, failed=1)
    result.stdout.fnmatch_lines(['*request of posts_get: body: "PostHashHex" is a required property'])


def test_a_run_that_uses_no_fixture_loads_nothing(tmp_path: Path) -> None:
    script = (
        "import sys, pytest\n"
        "from _pytest.config import get_config\n"
        "import deso_client.pytest_plugin\n"
        "loaded = {'httpx2', 'pydantic', 'jsonschema_rs', 'anyio', 'deso_client._core'} & set(sys.modules)\n"
        "sys.exit(f'loaded: {loaded}' if loaded else 0)\n"
    )
    result = subprocess.run(
        [sys.executable, "-c", script], env={"PYTHONPATH": str(PACKAGE)}, capture_output=True, text=True, cwd=tmp_path
    )
    assert (result.returncode, result.stderr) == (0, "")
