"""The file of typed uses runs: what the type checkers promise is what comes."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from dataclasses import fields
from pathlib import Path
from typing import Any

import deso_client
from deso_client import AsyncDeSo, DeSo, PolicyOptions, PublicKey, TransactionPolicy
from deso_client.mock import DeSoMock

from tests.deso import typed_uses

PACKAGE = Path(deso_client.__file__).parents[1]


def options() -> tuple[dict[str, Any], PublicKey]:
    mock = DeSoMock()
    anna, ben = (mock.add_account(username=name, group=True) for name in ("anna", "ben"))
    return {"base_url": mock.base_url, "transport": mock.transport(), "signer": anna}, ben.public_key


def test_the_typed_uses_run_with_the_sync_client() -> None:
    given, ben = options()
    with DeSo(**given) as deso:
        typed_uses.use_sync(deso, ben)


def test_the_typed_uses_run_with_the_async_client() -> None:
    async def use() -> None:
        given, ben = options()
        async with AsyncDeSo(**given) as deso:
            await typed_uses.use_async(deso, ben)

    asyncio.run(use())


def test_the_client_does_not_import_the_mock() -> None:
    program = (
        "import sys, deso_client as d; d.DeSo().posts; "
        "print([m for m in sys.modules if m.startswith('deso_client') and '.mock' in m])"
    )
    run = [sys.executable, "-c", program]
    done = subprocess.run(run, capture_output=True, text=True, check=True, env={"PYTHONPATH": str(PACKAGE)})
    assert done.stdout.strip() == "[]"


def test_the_options_of_a_policy_are_the_members_of_the_policy() -> None:
    assert PolicyOptions.__optional_keys__ == {each.name for each in fields(TransactionPolicy)}
