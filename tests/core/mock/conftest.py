"""The engine on a small document of its own: it knows no platform, so neither do its tests."""

from __future__ import annotations

import importlib
import json
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

ROOT = Path(__file__).parents[3]
SOURCE = ROOT / "overrides" / "core" / "mock"
MODULES = ("http", "bodies", "contract", "faults", "engine", "control", "transport", "asgi", "server")


@pytest.fixture(scope="session")
def document() -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(Path(__file__).with_name("shelf.json").read_text())
    return loaded


@pytest.fixture(scope="session")
def mock(tmp_path_factory: pytest.TempPathFactory, document: dict[str, Any]) -> Iterator[SimpleNamespace]:
    """The engine's modules inside a made-up package, as the pipeline puts them into each client package."""
    root = tmp_path_factory.mktemp("packages")
    package = root / "shelf_client"
    shutil.copytree(SOURCE, package / "_core" / "mock", ignore=shutil.ignore_patterns("__pycache__"))
    for folder in (package, package / "_core"):
        (folder / "__init__.py").write_text("")
    (package / "openapi.json").write_text(json.dumps(document))
    sys.path.insert(0, str(root))
    try:
        yield SimpleNamespace(
            root=root,
            **{name: importlib.import_module(f"shelf_client._core.mock.{name}") for name in MODULES},
        )
    finally:
        sys.path.remove(str(root))
        for name in [name for name in sys.modules if name.partition(".")[0] == "shelf_client"]:
            del sys.modules[name]
