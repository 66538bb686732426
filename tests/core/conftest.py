"""Assembles a package around the core, as the generator does for each platform, and makes it importable."""

import sys
import tempfile
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]


def assemble(folder: Path) -> None:
    """Write the package `core_under_test` into `folder`: core, small client, and what is derived of both."""
    sys.path.insert(0, str(ROOT))
    from overrides.generator.unasync import to_sync

    package = folder / "core_under_test"
    (package / "_core").mkdir(parents=True)
    (package / "__init__.py").touch()
    (package / "py.typed").touch()
    sources = {ROOT / "overrides/core": package / "_core", Path(__file__).parent / "client": package}
    for source, target in sources.items():
        for module in sorted(source.glob("*.py")):
            text = module.read_text()
            (target / module.name).write_text(text)
            if module.name.startswith("_async_"):
                (target / module.name.replace("_async_", "_sync_")).write_text(to_sync(text))


def pytest_configure(config: pytest.Config) -> None:
    """Before collection: test modules import the package at their top."""
    folder = tempfile.TemporaryDirectory(prefix="core-under-test-")
    config.add_cleanup(folder.cleanup)
    assemble(Path(folder.name))
    sys.path.insert(0, folder.name)


@pytest.fixture(scope="session")
def package() -> Path:
    """The folder of the assembled package."""
    import core_under_test

    return Path(core_under_test.__path__[0])


@pytest.fixture(params=["sync", "async"])
def driver(request: pytest.FixtureRequest) -> Any:
    """Runs each test on the synchronous and on the asynchronous client."""
    from core_under_test.testing import Driver

    return Driver(request.param)


@pytest.fixture(autouse=True)
def no_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Variables of the machine change nothing."""
    import os

    for name in os.environ:
        if name.startswith("EXAMPLE_") or name.lower().endswith("_proxy"):
            monkeypatch.delenv(name)
