"""The file of typed uses runs: what the type checkers promise is what comes."""

from __future__ import annotations

import asyncio
import subprocess
import sys

import pytest
from tganalytics_client import AsyncTGAnalytics

from tests.tganalytics import typed_uses

from .conftest import World


def test_the_typed_uses_run_with_the_sync_client(world: World) -> None:
    with world.client() as analytics:
        typed_uses.use_sync(analytics, world.file)
    assert len(world.mock.events) == 16
    assert not world.mock.violations


def test_the_typed_uses_run_with_the_async_client(world: World) -> None:
    async def use() -> None:
        async with AsyncTGAnalytics(
            base_url=world.mock.base_url, token=world.token, app_name="docs", transport=world.mock.transport()
        ) as analytics:
            await typed_uses.use_async(analytics)

    asyncio.run(use())
    assert [one["event_name"] for one in world.mock.events] == ["app-init", "app-hide"]


def test_a_bare_import_loads_no_third_party_module() -> None:
    program = (
        "import sys; before = set(sys.modules); import tganalytics_client; "
        "print(*sorted({name.split('.')[0] for name in set(sys.modules) - before} - set(sys.stdlib_module_names)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONPATH": "generated/tganalytics"},
    )
    assert done.stdout.split() == ["tganalytics_client"]


def test_a_misspelt_import_says_so() -> None:
    import tganalytics_client

    with pytest.raises(AttributeError, match="no attribute 'TgAnalytics'"):
        tganalytics_client.TgAnalytics  # type: ignore[attr-defined]  # noqa: B018  # that is the point
    for name in tganalytics_client.__all__:
        assert getattr(tganalytics_client, name) is not None
    assert set(tganalytics_client.__all__) <= set(dir(tganalytics_client))
