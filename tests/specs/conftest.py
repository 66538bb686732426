"""Shows in the terminal what the tests of the documents measure."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

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
    shown = {str(text) for report in reports for name, text in report.user_properties if name == "shown"}
    shown |= set(_judged([value for report in reports for name, value in report.user_properties if name == "judged"]))
    if shown:
        terminalreporter.section("documents")
        for text in sorted(shown):
            terminalreporter.write_line(text)


def _judged(counts: list[Any]) -> Iterator[str]:
    """Sum the properties named "judged": (document, number of valid, number of invalid values) of one component."""
    for api in sorted({api for api, _, _ in counts}):
        rows = [(valid, invalid) for each, valid, invalid in counts if each == api]
        valid, invalid = (sum(column) for column in zip(*rows, strict=True))
        yield (
            f"{api}: {valid} valid and {invalid} invalid values of {len(rows)} components judged by document and model "
            f"(fewest of a component: {min(valid for valid, _ in rows)} and {min(invalid for _, invalid in rows)})"
        )
