"""The core and a client on it satisfy both type checkers, and calls have the types that users see."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

USES = """
from collections.abc import AsyncIterator
from decimal import Decimal
from typing import assert_type

from core_under_test._async_client import AsyncExample
from core_under_test._core.paginator import AsyncPaginator
from core_under_test._core.raw import RawResponse
from core_under_test._core._async_paging import AsyncPage
from core_under_test._core._sync_paging import Page
from core_under_test._sync_client import Example
from core_under_test.models import Note


def sync() -> None:
    with Example(token="t", timeout=5, max_retries=1) as client:
        note = client.notes.get(1)
        assert_type(note, Note)
        assert_type(note.price, Decimal | None)
        page = client.notes.list(limit=5)
        assert_type(page, Page[Note])
        assert_type(page.items, list[Note])
        assert_type(page.next_page(), Page[Note] | None)
        assert_type([n for n in page], list[Note])
        raw = client.with_raw_response.notes.get(1, slug="/x")
        assert_type(raw, RawResponse[Note])
        assert_type(raw.parse(), Note)
        assert_type(client.with_raw_response.notes.list(limit=1).parse(), Page[Note])
        assert_type(client.with_options(timeout=None), Example)


async def asynchronous() -> None:
    async with AsyncExample(token="t", deadline=None) as client:
        assert_type(await client.notes.get(1), Note)
        assert_type(client.notes.list(), AsyncPaginator[Note])
        page = await client.notes.list()
        assert_type(page, AsyncPage[Note])
        assert_type(await page.next_page(), AsyncPage[Note] | None)
        assert_type([n async for n in client.notes.list()], list[Note])
        assert_type(await client.with_raw_response.notes.get(1), RawResponse[Note])
        assert_type((await client.with_raw_response.notes.list()).parse(), AsyncPage[Note])
"""

WRONG = """
from core_under_test._sync_client import Example

Example(nonsense=1)
Example(timeout=b"x")
Example().notes.get(1, nonsense=2)
Example().notes.get(None)
Example().with_options(http2=True)
Example().with_raw_response.notes.get(1, nonsense=2)
"""


def check(command: list[str], folder: Path) -> str:
    environment = {**os.environ, "MYPYPATH": str(folder)}
    done = subprocess.run(
        [sys.executable, "-m", *command],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        env=environment,
    )
    return done.stdout + done.stderr


@pytest.fixture(scope="module")
def folder(package: Path) -> Path:
    """The folder above the assembled package, with the files of uses."""
    (package.parent / "uses.py").write_text(USES)
    (package.parent / "wrong.py").write_text(WRONG)
    return package.parent


def test_mypy_is_content_with_core_client_and_uses(folder: Path) -> None:
    pytest.importorskip("mypy")
    output = check(
        [
            "mypy",
            "--strict",
            "--python-version",
            "3.11",
            "--no-incremental",
            "-p",
            "core_under_test",
            "-m",
            "uses",
        ],
        folder,
    )
    assert "Success" in output, output


def test_pyright_is_content_with_core_client_and_uses(folder: Path) -> None:
    pytest.importorskip("basedpyright")
    (folder / "pyrightconfig.json").write_text('{"typeCheckingMode": "standard"}', "utf-8")
    output = check(["basedpyright", "--pythonpath", sys.executable, "core_under_test", "uses.py"], folder)
    assert "0 errors" in output, output


def test_wrong_uses_are_found(folder: Path) -> None:
    pytest.importorskip("mypy")
    output = check(["mypy", "--strict", "--python-version", "3.11", "--no-incremental", "-m", "wrong"], folder)
    assert "Found 6 errors" in output, output
