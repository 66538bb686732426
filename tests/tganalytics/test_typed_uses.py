"""The file of typed uses runs: what the type checkers promise is what comes."""

from __future__ import annotations

import asyncio

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
