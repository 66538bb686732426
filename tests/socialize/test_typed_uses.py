"""The file of typed uses runs: what the type checkers promise is what comes."""

from __future__ import annotations

import asyncio

from socialize_client import AsyncSocialize, Socialize
from socialize_client.mock import CONSUMER_KEY, CONSUMER_SECRET, SocializeMock

from tests.socialize import typed_uses


def options() -> dict[str, object]:
    mock = SocializeMock()
    mock.seed(entities=3)
    keys = {"consumer_key": CONSUMER_KEY, "consumer_secret": CONSUMER_SECRET}
    return {"base_url": mock.base_url, "transport": mock.transport(), **keys}


def test_the_typed_uses_run_with_the_sync_client() -> None:
    with Socialize(**options()) as socialize:  # type: ignore[arg-type]  # one dict for two clients
        typed_uses.use_sync(socialize)


def test_the_typed_uses_run_with_the_async_client() -> None:
    async def use() -> None:
        async with AsyncSocialize(**options()) as socialize:  # type: ignore[arg-type]  # likewise
            await typed_uses.use_async(socialize)

    asyncio.run(use())
