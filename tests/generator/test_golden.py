"""What the generator writes for documents/mini.yaml, compared with the files in golden/; and the pins of its tools."""

from __future__ import annotations

import difflib
import os
import tomllib
from importlib.metadata import version
from pathlib import Path

import pytest

from overrides.generator.package import ROOT, Api, build
from overrides.generator.tree import TOOLS

GOLDEN = Path(__file__).parent / "golden"
# The generated file, and the one it is compared with: no .py, for it is neither code of the tests nor to be checked.
FILES = {
    "mini_client/models.py": "models.golden",
    "mini_client/_resources/comments.py": "comments.golden",
    "mini_client/_resources/things.py": "things.golden",
}
REFRESH = "REFRESH_GOLDEN"


def test_the_output_is_what_it_was(mini: Api) -> None:
    files = build(mini)
    changes: list[str] = []
    for path, name in FILES.items():
        found, place = files[path].text, GOLDEN / name
        if os.environ.get(REFRESH):
            place.write_text(found, "utf-8")
        known = place.read_text("utf-8")
        changes += difflib.unified_diff(known.splitlines(), found.splitlines(), f"golden/{name}", path, lineterm="")
    assert not changes, "\n".join(
        [
            f"If the change is meant, run this test with {REFRESH}=1 in the environment, and review the difference:",
            *changes,
        ]
    )


def test_the_golden_files_are_these() -> None:
    assert {path.name for path in GOLDEN.iterdir()} == set(FILES.values())


@pytest.mark.parametrize("tool", ["openapi-python-client", "datamodel-code-generator"])
def test_the_pin_of_the_tool_is_exact_and_installed(tool: str) -> None:
    groups = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["dependency-groups"]
    assert [entry for entry in groups["tools"] if str(entry).startswith(tool)] == [f"{tool}=={version(tool)}"]
    for pins in ("tools", "dev"):
        assert f"{tool}=={version(tool)} " in (ROOT / ".ci" / "pins" / f"{pins}.txt").read_text("utf-8")
    assert tool in TOOLS, "its version must decide whether generated/ is up to date"
