"""The file of typed uses runs: what the type checkers promise is what comes."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from typing import Any

from sociogram_client import AsyncSociogram, Sociogram
from sociogram_client.mock import SociogramMock

from tests.sociogram import typed_uses


def options() -> tuple[dict[str, Any], int]:
    mock = SociogramMock()
    app = mock.add_app(sol=1, usd=1)
    user = mock.add_user(id=typed_uses.AUTHOR)
    post = mock.add_publication(user, text="CatGame")
    mock.add_comment(user, post, text="CatGame")
    return {"base_url": mock.base_url, "transport": mock.transport(), "token": app.token}, user.uid


def test_the_typed_uses_run_with_the_sync_client() -> None:
    found, uid = options()
    with Sociogram(**found) as sociogram:
        typed_uses.use_sync(sociogram, uid)


def test_the_typed_uses_run_with_the_async_client() -> None:
    async def use() -> None:
        found, uid = options()
        async with AsyncSociogram(**found) as sociogram:
            await typed_uses.use_async(sociogram, uid)

    asyncio.run(use())


def test_the_typed_uses_of_webhooks_and_launch_data_run() -> None:
    typed_uses.use_webhooks()
    typed_uses.use_launch_data()


def test_a_client_is_made_without_what_only_calls_need() -> None:
    program = (
        "import sys; from sociogram_client import Sociogram; Sociogram(token='made-up'); "
        "print(*({'pydantic', 'pyrate_limiter', 'redis', 'rich', 'sqlite3'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONPATH": "generated/sociogram"},
    )
    assert done.stdout.split() == []
