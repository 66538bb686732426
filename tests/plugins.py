"""What holds of the pytest plugin of every package: each API's test_plugin.py has it by a class of its own."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from textwrap import dedent
from typing import ClassVar

import pytest

Run = Callable[[str], pytest.RunResult]
GENERATED = Path(__file__).parents[1] / "generated"


class PluginTests:
    """Test runs of their own, with the plugin and strictly; the module of a subclass asks for pytest's `pytester`.

    ``wrong`` is the source of a function `wrong(mock)` that sends one request with one violation, ``violation`` how
    the plugin says which.
    """

    api: ClassVar[str]
    wrong: ClassVar[str]
    violation: ClassVar[str]

    @pytest.fixture
    def run(self, pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> Run:
        """Run a test file."""
        monkeypatch.setenv("PYTHONPATH", str(GENERATED / self.api))
        monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")

        def run(source: str) -> pytest.RunResult:
            pytester.makepyfile(source)
            options = ["-p", f"{self.api}_client.pytest_plugin", "--strict-markers", "-Werror", "-q", "-rs"]
            return pytester.runpytest_subprocess(*options)

        return run

    def test_a_test_that_overlooks_violations_fails_and_says_which(self, run: Run) -> None:
        result = run(dedent(self.wrong) + OVERLOOKING.replace("API", self.api))
        result.assert_outcomes(passed=2, failed=4, xfailed=1)
        result.stdout.fnmatch_lines_random(
            [
                "The document refuses 1 thing that went over the wire:",
                f"  {self.violation}",
                f"*@pytest.mark.{self.api}(violations='allowed')*",
                "*violations is 'refused' or 'allowed', not 'yes'",
                "The document refuses 12 things that went over the wire:",
                "*and 2 more",
                "*its own reason*",
            ]
        )

    def test_without_the_mocks_extra_tests_are_skipped_with_what_to_install(
        self, run: Run, pytester: pytest.Pytester
    ) -> None:
        pytester.makeconftest("import sys\nsys.modules['jsonschema_rs'] = None")
        result = run(f"def test_skipped({self.api}_mock): raise AssertionError")
        result.assert_outcomes(skipped=1)
        result.stdout.fnmatch_lines([f"*{self.api}-client[[]mock[]]*"])

    def test_a_run_that_uses_no_fixture_loads_nothing(self, tmp_path: Path) -> None:
        script = (
            "import sys, pytest\n"
            "from _pytest.config import get_config\n"
            f"import {self.api}_client.pytest_plugin as plugin\n"
            f"ours = {{name for name in sys.modules if name.startswith('{self.api}_client.')}} - {{plugin.__name__}}\n"
            "loaded = {'httpx2', 'pydantic', 'jsonschema_rs', 'anyio', 'sqlite3'} & set(sys.modules) | ours\n"
            "sys.exit(f'loaded: {loaded}' if loaded else 0)\n"
        )
        command, environment = [sys.executable, "-c", script], {"PYTHONPATH": str(GENERATED / self.api)}
        result = subprocess.run(command, env=environment, capture_output=True, text=True, cwd=tmp_path)
        assert result.stderr == "", result.stderr
        assert result.returncode == 0

    def test_pytest_finds_the_plugin_by_itself(self) -> None:
        text = (GENERATED / self.api / "pyproject.toml").read_text("utf-8")
        entry = f'{self.api}_client = "{self.api}_client.pytest_plugin"'
        assert f"[project.entry-points.pytest11]\n{entry}" in text


OVERLOOKING = """
import pytest

def test_overlooked(API_mock):
    wrong(API_mock)

def test_noticed(API_mock):
    wrong(API_mock)
    assert len(API_mock.violations) == 1

@pytest.mark.API(violations="allowed")
def test_allowed(API_mock):
    wrong(API_mock)

@pytest.mark.API(violations="yes")
def test_misspelt(API_mock):
    wrong(API_mock)

def test_many(API_mock):
    for _ in range(12):
        wrong(API_mock)

@pytest.mark.xfail(strict=True)
def test_expected(API_mock):
    wrong(API_mock)

def test_that_fails_by_itself(API_mock):
    wrong(API_mock)
    assert 0, "its own reason"
"""
