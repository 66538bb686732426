"""The file of typed uses runs: what the type checkers promise is what comes."""

from __future__ import annotations

import asyncio

from talkee_client import AsyncTalkee, Talkee
from talkee_client.mock import TalkeeMock

from tests.talkee import typed_uses


def options() -> dict[str, object]:
    mock = TalkeeMock()
    token = mock.token_for(mock.add_user())
    mock.seed(comments=5, assets=[{"asset_id": typed_uses.ASSET, "symbol": "BTC"}])
    return {"base_url": mock.base_url, "transport": mock.transport(), "site_id": 1, "slug": "/posts/11", "token": token}


def test_the_typed_uses_run_with_the_sync_client() -> None:
    with Talkee(**options()) as talkee:  # type: ignore[arg-type]  # one dict for two clients
        typed_uses.use_sync(talkee)


def test_the_typed_uses_run_with_the_async_client() -> None:
    async def use() -> None:
        async with AsyncTalkee(**options()) as talkee:  # type: ignore[arg-type]  # likewise
            await typed_uses.use_async(talkee)

    asyncio.run(use())
