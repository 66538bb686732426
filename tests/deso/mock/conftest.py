"""The world of the mock's tests. Whatever it answers, the document must allow."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.deso.mock.world import World


@pytest.fixture
def world() -> Iterator[World]:
    """The mock in its default readings."""
    world = World()
    yield world
    assert [violation for violation in world.mock.violations if violation.side == "answer"] == []
