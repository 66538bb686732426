"""Shows in the terminal what the tests of the documents measure."""

from __future__ import annotations

from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SPECS = sorted((ROOT / "specs").glob("*.yaml"))


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run a test that asks for `spec_path` once for each document."""
    if "spec_path" in metafunc.fixturenames:
        metafunc.parametrize("spec_path", SPECS, ids=[path.stem for path in SPECS])


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print the properties named "shown" of all tests, passed or failed, also when xdist ran them."""
    reports = [report for outcome in ("passed", "failed") for report in terminalreporter.getreports(outcome)]
    shown = sorted({str(text) for report in reports for name, text in report.user_properties if name == "shown"})
    if shown:
        terminalreporter.section("documents")
        for text in shown:
            terminalreporter.write_line(text)
