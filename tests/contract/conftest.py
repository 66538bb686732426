"""Prints how many requests of each operation were answered with success, with an error, or refused as intended."""

from __future__ import annotations

from typing import Any

import pytest


def pytest_terminal_summary(terminalreporter: Any) -> None:
    rows: list[Any] = [
        row
        for reports in terminalreporter.stats.values()
        for report in reports
        if isinstance(report, pytest.TestReport) and report.when == "call"
        for name, row in report.user_properties
        if name == "contract"
    ]
    if rows:
        terminalreporter.section("requests: success, documented error, refused as intended")
        for label, *counts in sorted(rows):
            terminalreporter.line(f"{label:45}" + "".join(f"{count:8}" for count in counts))
