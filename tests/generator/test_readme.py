"""The README's code runs, and the commands it names exist."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from overrides.generator.package import ROOT

FENCE = re.compile(r"```python\n(.*?)```", re.DOTALL)
READMES = [ROOT / "README.md", *sorted((ROOT / "generated").glob("*/README.md"))]


def blocks() -> list[tuple[str, str]]:
    return [
        (f"{path.relative_to(ROOT)}:{number}", code)
        for path in READMES
        for number, code in enumerate(FENCE.findall(path.read_text("utf-8")), 1)
    ]


@pytest.mark.parametrize(("place", "code"), blocks(), ids=[place for place, _ in blocks()])
def test_a_block_of_python_runs_as_it_stands(place: str, code: str, tmp_path: Path) -> None:
    packages = [str(path) for path in sorted((ROOT / "generated").iterdir()) if path.is_dir()]
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", code],
        cwd=tmp_path,
        env={"PYTHONPATH": ":".join(packages)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


def test_the_readme_has_python_to_run() -> None:
    assert [place for place, _ in blocks() if place.startswith("README.md")]


def test_every_session_that_a_document_names_exists() -> None:
    known = set(re.findall(r"@nox\.session\b.*?\ndef (\w+)", (ROOT / "noxfile.py").read_text("utf-8"), re.DOTALL))
    for path in [*ROOT.glob("*.md"), *READMES]:
        for line in re.findall(r"noxfile\.py -s ([a-z ]+)", path.read_text("utf-8")):
            assert set(line.split()) <= known, f"{path.name}: {line}"


def test_links_within_the_documents_resolve() -> None:
    for path in ROOT.glob("*.md"):
        for target in re.findall(r"\]\(([^)#:]+)\)", path.read_text("utf-8")):
            assert (ROOT / target).exists(), f"{path.name} links to {target}, which does not exist"


def test_the_mock_of_an_api_that_is_not_there_is_named() -> None:
    run = [sys.executable, "-m", "nox", "-f", str(ROOT / "noxfile.py"), "-s", "mock", "--", "talky"]
    done = subprocess.run(run, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "there is no generated/talky; generate it first. There are deso, " in done.stderr
    assert "uv binary" not in done.stderr
    assert "Traceback" not in done.stderr
