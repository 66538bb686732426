"""Assembles a package around the core, as the generator does for each platform, and makes it importable."""

import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from overrides.generator.unasync import to_sync  # noqa: E402  # after the path is set

HEADER = ""


def assemble(target: Path) -> Path:
    """Write the package `core_under_test` (core, its derived synchronous half, a small client) below `target`."""
    package = target / "core_under_test"
    core = package / "_core"
    core.mkdir(parents=True)
    (package / "__init__.py").write_text("")
    (package / "py.typed").write_text("")
    for source in sorted((ROOT / "overrides/core").glob("*.py")):
        _copy(source, core)
    for source in sorted((Path(__file__).parent / "client").glob("*.py")):
        _copy(source, package)
    return package


def _copy(source: Path, folder: Path) -> None:
    text = source.read_text()
    (folder / source.name).write_text(text)
    name = source.name
    if name.startswith(("_async_", "async_")):
        (folder / name.replace("async_", "sync_", 1)).write_text(to_sync(text))


@pytest.fixture(scope="session")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the assembled package."""
    return Path(sys.modules["core_under_test"].__path__[0])


def pytest_configure(config: pytest.Config) -> None:
    """Tests import the package at module level, so it must exist before they are collected."""
    import tempfile

    folder = tempfile.TemporaryDirectory(prefix="core-under-test-")
    config.add_cleanup(folder.cleanup)
    assemble(Path(folder.name))
    sys.path.insert(0, folder.name)
