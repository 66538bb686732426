"""A small repository in a temporary folder: one document, one overlay, the real core."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from overrides.generator.package import ROOT, Api
from overrides.generator.scaffold import write_new

DOCUMENT = Path(__file__).parent / "documents" / "mini.yaml"


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A root like this repository's, with the API `mini` (lists, unions, envelopes …) and the API `notes` of `new`."""
    (tmp_path / "specs").mkdir()
    shutil.copy(ROOT / "LICENSE", tmp_path)
    shutil.copytree(
        ROOT / "overrides" / "core", tmp_path / "overrides" / "core", ignore=shutil.ignore_patterns("__pycache__")
    )
    (tmp_path / "overrides" / "generator").mkdir()
    (tmp_path / "overrides" / "mini").mkdir()
    shutil.copy(DOCUMENT, tmp_path / "specs" / "mini.yaml")
    shutil.copy(DOCUMENT.with_name("mini.overlay.yaml"), tmp_path / "overrides" / "mini" / "overlay.yaml")
    write_new("notes", tmp_path)
    return tmp_path


@pytest.fixture
def mini(repository: Path) -> Api:
    return Api("mini", repository)
