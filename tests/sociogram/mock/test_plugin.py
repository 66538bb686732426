"""The pytest plugin, in test runs of its own."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

pytest_plugins = ["pytester"]

Run = Callable[[str], pytest.RunResult]
PACKAGE = Path(__file__).parents[3] / "generated" / "sociogram"


@pytest.fixture
def run(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a test file with the plugin, strictly."""
    monkeypatch.setenv("PYTHONPATH", str(PACKAGE))
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")

    def run(source: str) -> pytest.RunResult:
        pytester.makepyfile(source)
        options = ["-p", "sociogram_client.pytest_plugin", "--strict-markers", "-Werror", "-q", "-rs"]
        return pytester.runpytest_subprocess(*options)

    return run


def test_both_clients_share_a_fresh_mock_and_its_clock(run: Run) -> None:
    result = run(
        """
        import asyncio

        def test_sync(sociogram, sociogram_mock, sociogram_clock):
            user = sociogram_mock.add_user()
            assert sociogram.users.notify(uid=user.uid, message="Level 5!")
            assert sociogram_mock.notifications[0].created_at == sociogram_clock.now()
            sociogram_clock.advance(1)
            assert sociogram.users.notify(uid=user.uid, message="Level 6!")
            assert sociogram.bots.send_message(uid=user.uid, message={"text": "Hello!"}).success

        def test_async_and_fresh(async_sociogram, sociogram_mock):
            assert sociogram_mock.notifications == []
            user = sociogram_mock.add_user()
            assert asyncio.run(async_sociogram.users.get(uid=user.uid)).uid == user.uid
        """
    )
    result.assert_outcomes(passed=2)


def test_a_test_that_overlooks_violations_fails_and_says_which(run: Run) -> None:
    result = run(
        """
        import httpx2, pytest

        def wrong(mock):
            app = mock.add_app()
            client = httpx2.Client(transport=mock.transport(), headers={"X-App-Key": app.token})
            client.get(mock.base_url + "/mini-app/get-user?uid=0")

        def test_overlooked(sociogram_mock):
            wrong(sociogram_mock)

        def test_noticed(sociogram_mock):
            wrong(sociogram_mock)
            assert len(sociogram_mock.violations) == 1

        @pytest.mark.sociogram(violations="allowed", outcome="success")
        def test_allowed(sociogram_mock):
            wrong(sociogram_mock)
            assert sociogram_mock.outcome == "success"
        """
    )
    result.assert_outcomes(passed=2, failed=1)
    result.stdout.fnmatch_lines_random(
        [
            "  request of users_get: query/uid: 0 is less than the minimum of 1",
            "*@pytest.mark.sociogram(violations='allowed')*",
        ]
    )


def test_a_shop_is_tested_without_a_socket(run: Run) -> None:
    result = run(
        """
        import json
        from sociogram_client.mock import WebhookAnswer

        def test_shop(sociogram_mock):
            app = sociogram_mock.add_app(webhook="http://127.0.0.1:9/webhook")
            user = sociogram_mock.add_user(sol="2")
            seen = []

            def shop(call):
                seen.append((call.headers["X-App-Key"] == app.token, list(json.loads(call.body)["data"])[0]))
                return WebhookAnswer(200, b"true", "application/json")

            sociogram_mock.send = shop
            invoice = {"title": "100 fish", "prices": [{"amount": 1.5, "currency": "sol"}], "payload": "456"}
            assert sociogram_mock.buy(invoice, user=user).state == "delivered"
            assert seen == [(True, "purchase-validate"), (True, "purchase-confirmed")]
        """
    )
    result.assert_outcomes(passed=1)


def test_a_run_that_uses_no_fixture_loads_nothing(tmp_path: Path) -> None:
    script = (
        "import sys, pytest\n"
        "from _pytest.config import get_config\n"
        "import sociogram_client.pytest_plugin\n"
        "loaded = {'httpx2', 'pydantic', 'jsonschema_rs', 'anyio', 'sociogram_client._core'} & set(sys.modules)\n"
        "sys.exit(f'loaded: {loaded}' if loaded else 0)\n"
    )
    result = subprocess.run(
        [sys.executable, "-c", script], env={"PYTHONPATH": str(PACKAGE)}, capture_output=True, text=True, cwd=tmp_path
    )
    assert (result.returncode, result.stderr) == (0, "")
