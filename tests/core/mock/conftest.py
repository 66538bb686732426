"""The engine on a small document of its own: it knows no platform, so neither do its tests."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="session")
def packages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the package ``shelf_client``: the engine inside a package, with a document, as users get it."""
    root = tmp_path_factory.mktemp("packages")
    package = root / "shelf_client"
    ignored = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "overrides" / "core" / "mock", package / "_core" / "mock", ignore=ignored)
    for folder in (package, package / "_core"):
        (folder / "__init__.py").write_text("")
    shutil.copyfile(Path(__file__).with_name("shelf.json"), package / "openapi.json")
    return root
