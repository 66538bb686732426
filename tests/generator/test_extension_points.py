"""The extension points that CONTRIBUTING describes, on the API that `nox -s new` writes."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

from overrides.generator import __main__ as command
from overrides.generator.package import ROOT
from overrides.generator.scaffold import write_new

RESOURCE = '''\
"""Notes, read in twos."""

from __future__ import annotations

from .. import models
from .._resources.notes import AsyncNotes as Generated
from ..counting import Pairs


class AsyncNotes(Generated):
    """Notes; `get` is the platform's own call."""

    async def pair(self, note_id: int) -> list[models.Note]:
        """Get a note and the one after it."""
        pairs: Pairs = self._client._memory.setdefault("pairs", Pairs())
        return [await self.get(number) for number in pairs.after(note_id)]
'''
CLIENT = '''\
"""The client, with a method of its own."""

from __future__ import annotations

from ._client import AsyncPad as Generated
from ._core.secrets import Secret


class AsyncPad(Generated):
    """The client."""

    async def first(self) -> Secret:
        """Get the text of the first note."""
        async with self as client:
            return (await client.notes.get(1)).text
'''
PROTOCOL = '''\
"""Which notes make a pair. No I/O."""

from __future__ import annotations


class Pairs:
    """Counts the pairs that were asked for."""

    def __init__(self) -> None:
        self.asked = 0

    def after(self, number: int) -> list[int]:
        """Return the numbers to ask for."""
        self.asked += 1
        return [number, number + 1]
'''
MODEL = '''\
"""What notes can do."""

from __future__ import annotations

from ._core.models import Model


class Shouting(Model):
    """Has a text."""

    @property
    def shout(self) -> str:
        """The text, louder."""
        return str(getattr(self, "text")).upper()
'''
OVERLAY = """\
  - target: $.components.schemas.Note
    description: A note has a method.
    update: {x-sdk-base: shouting.Shouting}
  - target: $.components.schemas.Note.properties.text
    description: What a note says is nobody's business.
    update: {x-python-type: _core.models.SecretString}
  - target: $.components.schemas.Note.properties.text.maxLength
    description: A Secret has no length.
    remove: true
"""
USE = """
import asyncio
from pad_client import AsyncPad, Pad, models
from pad_client.mock import PadMock

mock = PadMock()
options = {"base_url": mock.base_url, "transport": mock.transport()}
client = Pad(**options)
pair = client.notes.pair(1)
assert [note.id for note in pair] == [7, 7], pair
assert [request.raw_path for request in mock.requests] == ["/notes/1", "/notes/2"]
client.with_options(timeout=1).notes.pair(1)
assert client._memory["pairs"].asked == 2, "copies share what was learnt"
raw = client.with_raw_response.notes.get(1)
assert (raw.status_code, raw.parse().id) == (200, 7)
assert pair[0].text.text() == "Water the plants."
assert "Water" not in repr(pair)
assert '"Water the plants."' in pair[0].model_dump_json()
assert isinstance(pair[0], models.Note) and pair[0].shout == "SECRET('***')"
assert client.first().text() == "Water the plants."


async def main():
    client = AsyncPad(**options)
    assert [note.id for note in await client.notes.pair(1)] == [7, 7]
    assert (await (client.with_raw_response.notes.get(1))).parse().id == 7
    assert (await client.first()).text() == "Water the plants."


asyncio.run(main())
"""


@pytest.fixture
def package(repository: Path) -> Path:
    """The API `pad` with every kind of hand-written code, generated."""
    write_new("pad", repository)
    own = repository / "overrides" / "pad"
    (own / "resources").mkdir()
    (own / "resources" / "async_notes.py").write_text(RESOURCE, "utf-8")
    (own / "async_client.py").write_text(CLIENT, "utf-8")
    (own / "counting.py").write_text(PROTOCOL, "utf-8")
    (own / "shouting.py").write_text(MODEL, "utf-8")
    with (own / "overlay.yaml").open("a", encoding="utf-8") as overlay:
        overlay.write(OVERLAY)
    assert command.main(["--root", str(repository), "generate", "pad"]) == 0
    return repository / "generated" / "pad"


def test_hand_written_resources_clients_models_and_protocol_code_join_both_clients(package: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(package)}
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", USE], env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


def test_hand_written_code_satisfies_the_type_checker_in_both_forms(package: Path) -> None:
    mypy = [sys.executable, "-m", "mypy", "--strict", "--config-file", str(ROOT / "pyproject.toml"), "pad_client"]
    environment = {**os.environ, "MYPYPATH": str(package)}
    done = subprocess.run(mypy, cwd=package, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_the_sync_form_is_derived_and_says_of_what(package: Path) -> None:
    derived = (package / "pad_client" / "resources" / "sync_notes.py").read_text("utf-8")
    assert derived.startswith("# The sync form of overrides/pad/resources/async_notes.py, derived by")
    assert "async " not in derived
    assert "await" not in derived
    assert "class Notes(Generated):" in derived


NO_IO = [
    *(ROOT / "overrides" / "core" / f"{name}.py" for name in ("paging", "retry", "envelope", "decimals", "secrets")),
    *(ROOT / "overrides" / "talkee" / f"{name}.py" for name in ("offsets", "siwe", "payments")),
]
IO = {"httpx2", "socket", "asyncio", "anyio", "trio", "ssl", "threading", "subprocess", "requests", "urllib.request"}


@pytest.mark.parametrize("path", NO_IO, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_protocol_code_does_no_io(path: Path) -> None:
    """It imports nothing that could, no client, and has nothing to await or sleep in."""
    tree = ast.parse(path.read_text("utf-8"))
    for node in ast.walk(tree):
        assert not isinstance(node, ast.AsyncFunctionDef | ast.Await), f"{path.name}:{node.lineno}"
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
        for name in names:
            assert name not in IO, f"{path.name} imports {name}"
            assert not name.endswith(("_client", "_base", "_executor", "raw", "call")), f"{path.name} imports {name}"
        assert not (isinstance(node, ast.Name) and node.id in ("open", "print", "input")), path.name
        assert not (isinstance(node, ast.Attribute) and node.attr == "sleep"), path.name
