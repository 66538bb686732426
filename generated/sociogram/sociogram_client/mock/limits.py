# Copied from overrides/sociogram/mock/limits.py by "nox -s generate": edit it there.
"""Limits: at most so many calls in any window of so many seconds."""

from __future__ import annotations

from collections import deque
from datetime import datetime, timedelta
from typing import Any

MAX_WINDOWS = 10_000
"""Windows kept; beyond that, those without a call in them go."""


class Limits:
    """Counts calls under the rules that a document states as ``x-rate-limit``."""

    def __init__(self) -> None:
        self._windows: dict[tuple[Any, ...], deque[datetime]] = {}

    def admit(self, rules: list[dict[str, Any]], keys: list[tuple[Any, ...]], now: datetime) -> bool:
        """Whether a call is within all rules, each counted under its key; only then it counts.

        A call that is exactly the window's length old does not count any more.
        """
        windows = [self._window(rule, key, now) for rule, key in zip(rules, keys, strict=True)]
        if any(len(window) >= rule["calls"] for rule, window in zip(rules, windows, strict=True)):
            return False
        for window in windows:
            window.append(now)
        return True

    def _window(self, rule: dict[str, Any], key: tuple[Any, ...], now: datetime) -> deque[datetime]:
        if len(self._windows) > MAX_WINDOWS:
            recent = now - timedelta(hours=1)
            self._windows = {key: times for key, times in self._windows.items() if times and times[-1] > recent}
        window = self._windows.setdefault((*key, rule["seconds"]), deque())
        while window and now - window[0] >= timedelta(seconds=rule["seconds"]):
            window.popleft()
        return window
