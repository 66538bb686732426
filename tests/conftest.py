"""Prints the tables that tests record: how many requests of each operation a contract test saw answered, and how."""

from __future__ import annotations

from typing import Any

import pytest


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
