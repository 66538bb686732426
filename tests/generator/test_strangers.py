"""Documents of other people, and what `new` writes: they lint, generate, type-check and are answered.

`polls.yaml` and `vault.yaml` are written as a stranger to this repository would: unions, maps that may be null, pages,
several credentials, webhooks, forms, bytes, a server of its own for one call; neither has an overlay.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from overrides.generator import __main__ as command
from overrides.generator.document import load
from overrides.generator.lint import lint_file
from overrides.generator.operations import METHODS
from overrides.generator.package import ROOT

DOCUMENTS = Path(__file__).parent / "documents"
NAMES = ("notes", "polls", "vault")

USES = """\
import datetime
import decimal
import uuid
from typing import assert_type

from notes_client import NotesClient
from notes_client.mock import NotesClientMock
from polls_client import PollsClient
from polls_client import models as polls
from polls_client.mock import PollsClientMock
from vault_client import Vault
from vault_client import models as vault
from vault_client.mock import VaultMock

noted = NotesClientMock()
with NotesClient(base_url=noted.base_url, transport=noted.transport()) as n:
    assert n.notes.get(7).text == "Water the plants."

polled = PollsClientMock()
with PollsClient(base_url=polled.base_url, transport=polled.transport(), token="a-token", api_key="a-key") as p:
    after = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)
    page = p.polls.list(limit=3, status=["open", "new"], created_after=after, type="single", mine=True)
    assert_type(page, polls.PollPage)
    first = page.items[0]
    assert_type(first.rating, decimal.Decimal | None)
    assert_type(first.id, uuid.UUID)
    assert_type(first.settings, dict[str, bool | int] | None)
    assert_type(first.created_at, datetime.datetime)
    assert first.rating == decimal.Decimal("4.5") and first.closes_at is None
    poll = p.polls.create(
        question="Tea?",
        options=[{"key": "tea", "label": "Tea"}, polls.Option(key="a", label="b")],
        class_="fun",
        from_=first.id,
        timeout_=3,
        timeout=5.0,
        idempotency_key="x",
    )
    assert p.polls.update(poll.id, closes_at=None, status="closed").id == poll.id
    p.polls.delete(poll.id)
    result = p.votes.cast(poll.id, {"kind": "single", "option": "tea"})
    assert_type(result, polls.Results | None)
    p.votes.cast(poll.id, polls.FreeBallot(kind="free", text="x"))
    p.votes.cast(poll.id, polls.RankedBallot(kind="ranked", options=["a"]))
    comment = p.votes.list(poll.id).votes[0].comment
    assert comment and comment.replies and comment.replies[0].text == "Yes"
    p.polls.picture(poll.id, b"bytes")
    assert p.live_streams.open(topics="a", global_=True).expires_in == 60
    assert p.with_raw_response.polls.get(poll.id).status_code == 200

stored = VaultMock()
with Vault(base_url=stored.base_url, transport=stored.transport(), token="a-token") as v:
    nodes = v.files.list(folder=3, order="name", kinds=["a"])
    node = nodes.nodes[0]
    assert_type(node, vault.File | vault.Folder)
    assert isinstance(node, vault.File)
    assert_type(node.checksum, dict[str, str] | None)
    assert node.size == 2**64 - 1 and node.attributes == {"colour": "red", "rank": 1, "gone": None}
    assert_type(v.files.move(1, to=None, overwrite=True), vault.File | vault.Folder | None)
    v.files.delete("f-2", recursive=True)
    v.files.upload(content="x", tags=["a", "b"], meta='{"colour": "red"}')
    found = v.files.search(q="x", larger_than=2**64 - 1)
    assert_type(found, vault.Hits | vault.Suggestion)
    assert_type(v.files.download(1, range="bytes=0-1"), bytes)
    v.files.write(1, b"abc")
    v.shares.put(1, "a/b", {"with": "ann", "rights": None})
    until = datetime.date(2027, 1, 1)
    v.shares.put(1, "x", [vault.Share(with_=7, rights={"read": None}, until=until), {"with": "ann", "rights": None}])
    usage = v.account_usage.get()
    assert_type(v.account_usage.status(), str)

assert not polled.violations and not stored.violations
"""


@pytest.fixture
def strangers(repository: Path) -> Path:
    for name in ("polls", "vault"):
        shutil.copy(DOCUMENTS / f"{name}.yaml", repository / "specs")
    assert command.main(["--root", str(repository), "generate", *NAMES]) == 0
    return repository


def test_they_break_no_rule(strangers: Path) -> None:
    found = [str(each) for name in NAMES for each in lint_file(strangers / "specs" / f"{name}.yaml")]
    assert not found, "\n".join(found)


def test_both_type_checkers_take_the_packages_and_calls_on_their_mocks_are_answered(strangers: Path) -> None:
    uses = strangers / "uses.py"
    uses.write_text(USES, "utf-8")
    packages = [str(strangers / "generated" / name) for name in NAMES]
    path = {"PYTHONPATH": ":".join(packages), "MYPYPATH": ":".join(packages)}
    ran = subprocess.run(
        [sys.executable, "-W", "error", str(uses)], env=path, capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stderr
    # Following the imports it checks the packages as well: they are on the path, not installed.
    mypy = [sys.executable, "-m", "mypy", "--strict", "--config-file", str(ROOT / "pyproject.toml"), str(uses)]
    typed = subprocess.run(mypy, cwd=strangers, env=path, capture_output=True, text=True, check=False)
    assert typed.returncode == 0, typed.stdout
    settings = {"typeCheckingMode": "standard", "extraPaths": packages, "include": ["uses.py", "generated"]}
    settings["exclude"] = ["**/_core"]  # the same in every package, where the linter of the whole has it checked
    (strangers / "pyrightconfig.json").write_text(json.dumps(settings), "utf-8")
    pyright = [str(Path(sys.executable).with_name("basedpyright")), "--pythonpath", sys.executable]
    typed = subprocess.run(pyright, cwd=strangers, capture_output=True, text=True, check=False)
    assert typed.returncode == 0, typed.stdout


def test_every_operation_is_a_method_of_both_clients(strangers: Path) -> None:
    for name in NAMES:
        paths = load(strangers / "specs" / f"{name}.yaml").data["paths"]
        ids = [item[method]["operationId"] for item in paths.values() for method in METHODS if method in item]
        folder = strangers / "generated" / name / f"{name}_client" / "_resources"
        source = "".join(path.read_text("utf-8") for path in folder.glob("*.py"))
        for operation_id in ids:
            assert source.count(f'id="{operation_id}"') == 1
        assert source.count("\n    def ") - source.count("\n    def __init__") == source.count("async def ") == len(ids)
