# Copied from overrides/core/mock/plugin.py by "nox -s generate": edit it there.
"""What the pytest plugins of all packages share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from ..runtime import Runtime
    from .engine import Clock, MockCore

SHOWN = 10
"""Violations in the message of a failed test."""


def runtime(clock: Clock) -> Runtime:
    """A client's time by a mock's clock: waiting before a repetition moves the clock on, and takes no time."""
    from random import Random

    from anyio.lowlevel import checkpoint

    from ..runtime import Runtime

    def seconds() -> float:
        return clock.now().timestamp()

    async def moved_on(duration: float) -> None:
        clock.advance(duration)
        await checkpoint()

    chance = Random(1).random  # noqa: S311 - the same waits in each run
    return Runtime(seconds, seconds, chance, clock.advance, moved_on)


def options_of(request: pytest.FixtureRequest, marker: str) -> dict[str, Any]:
    """The mock's options that a test's marker names."""
    found = request.node.get_closest_marker(marker)
    return {name: value for name, value in found.kwargs.items() if name != "violations"} if found else {}


def check(item: pytest.Item, mock: MockCore, marker: str) -> None:
    """Fail a test that passed without noticing what the document refuses, unless its marker allows that."""
    found = item.get_closest_marker(marker)
    allowed = found.kwargs.get("violations", "refused") if found else "refused"
    if allowed not in ("refused", "allowed"):
        pytest.fail(f"{marker}: violations is 'refused' or 'allowed', not {allowed!r}", pytrace=False)
    new = mock.unnoticed
    if new and allowed == "refused":
        lines = [f"  {violation}" for violation in mock.violations[-new:][:SHOWN]]
        more = [f"  … and {new - SHOWN} more"] if new > SHOWN else []
        told = f"Read the mock's `violations` in the test, or mark it with @pytest.mark.{marker}(violations='allowed')."
        text = [f"The document refuses {new} thing{'s' * (new > 1)} that went over the wire:", *lines, *more, told]
        pytest.fail("\n".join(text), pytrace=False)
