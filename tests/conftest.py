"""What holds for all tests: the same cases in every run, and the table of what contract tests saw answered."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis.internal.conjecture import providers

# Hypothesis draws now and then a literal of the local modules that happen to be loaded: so a seed gave other cases for
# every other selection, order or spread over processes of the tests. There is no setting for it.
providers._get_local_constants = lambda: providers._local_constants  # stays as it begins: empty


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """Print each recorded row, also under xdist; this file, since xdist's controller reads no conftest further down."""
    rows: list[Any] = [
        row
        for reports in terminalreporter.stats.values()
        for report in reports
        if isinstance(report, pytest.TestReport) and report.when == "call"
        for name, row in report.user_properties
        if name == "contract"
    ]
    if rows:
        terminalreporter.section("contract: requests answered with success, documented error, refused as intended")
        terminalreporter.line(f"{'':45}{'strict':>21}{'faithful':>24}")
        for label, *counts in sorted(rows):
            columns = [f"{count:7}" for count in counts]
            terminalreporter.line(f"{label:45}" + "".join(columns[:3]) + "   " + "".join(columns[3:]))
