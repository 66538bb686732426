"""The files under generated/: what they were made from, whether that changed, and writing them all or not at all."""

from __future__ import annotations

import difflib
import hashlib
import json
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

from .package import Api, GeneratedFile

MANIFEST = ".manifest.json"
# The tools whose versions decide the bytes of the output.
TOOLS = ("openapi-python-client", "datamodel-code-generator", "jinja2", "ruff")


def digest_of(api: Api) -> str:
    """Return a hash of everything that the package is a function of; cheap: no tool is imported."""
    digest = hashlib.sha256()
    for tool in TOOLS:
        digest.update(f"{tool} {version(tool)}\n".encode())
    for path in api.inputs():
        digest.update(f"{path.relative_to(api.root).as_posix()}\n".encode())
        digest.update(hashlib.sha256(path.read_bytes()).digest() if path.exists() else b"missing")
    return digest.hexdigest()


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def is_current(api: Api, folder: Path) -> bool:
    """Tell whether `folder` holds exactly what these inputs gave the last time."""
    manifest = _manifest(folder)
    if manifest.get("inputs") != digest_of(api):
        return False
    files: dict[str, str] = manifest.get("files", {})
    return all(
        (folder / path).is_file() and _sha256((folder / path).read_bytes()) == sha for path, sha in files.items()
    )


def _manifest(folder: Path) -> dict[str, Any]:
    try:
        found = json.loads((folder / MANIFEST).read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def with_manifest(api: Api, files: Mapping[str, GeneratedFile]) -> dict[str, bytes]:
    """Return the bytes of every file, the manifest included."""
    data = {path: file.text.encode("utf-8") for path, file in files.items()}
    manifest = {
        "about": 'Written by "nox -s generate". What it read and wrote, to find stale and changed files.',
        "inputs": digest_of(api),
        "files": {path: _sha256(content) for path, content in sorted(data.items())},
    }
    data[MANIFEST] = (json.dumps(manifest, indent=1) + "\n").encode()
    return data


def write(folder: Path, files: Mapping[str, bytes]) -> list[str]:
    """Make `folder` hold `files`; return the paths that changed. Files that no manifest names are left alone."""
    with staged(folder, files) as put:
        return put()


@contextmanager
def staged(folder: Path, files: Mapping[str, bytes]) -> Iterator[Callable[[], list[str]]]:
    """Write what is new beside its place, and give the function that puts it there, which returns the changed paths.

    All new bytes of all packages are on the disk before the first file is replaced: an error until then leaves
    everything as it was.
    """
    changed = [path for path, data in files.items() if not _holds(folder / path, data)]
    stale = [path for path in _manifest(folder).get("files", {}) if path not in files and (folder / path).exists()]
    folder.parent.mkdir(parents=True, exist_ok=True)
    for left_over in folder.parent.glob(f".{folder.name}-*"):  # of a run that was killed
        shutil.rmtree(left_over, ignore_errors=True)
    staging = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    try:
        for path in changed:
            (staging / path).parent.mkdir(parents=True, exist_ok=True)
            (staging / path).write_bytes(files[path])
        yield lambda: _put(folder, staging, changed, stale)
    finally:
        shutil.rmtree(staging, ignore_errors=True)


def _put(folder: Path, staging: Path, changed: list[str], stale: list[str]) -> list[str]:
    for path in stale:
        (folder / path).unlink()
        _remove_empty(folder, (folder / path).parent)
    # The manifest last: until it is there, the next run sees that the folder is not current, and what is stale.
    for path in sorted(changed, key=lambda name: name == MANIFEST):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (staging / path).replace(folder / path)
    return sorted([*changed, *stale])


def _holds(path: Path, data: bytes) -> bool:
    return path.is_file() and path.read_bytes() == data


def _remove_empty(root: Path, folder: Path) -> None:
    shutil.rmtree(folder / "__pycache__", ignore_errors=True)
    while folder != root and folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent


@dataclass(frozen=True)
class Difference:
    """One file that is not what the inputs give."""

    path: str
    advice: str
    diff: str


def differences(api: Api, folder: Path, files: Mapping[str, GeneratedFile]) -> Iterator[Difference]:
    """Compare `folder` with what the inputs give, and say of each difference where the change belongs."""
    wanted = with_manifest(api, files)
    sources = {path: file.source for path, file in files.items()}
    recorded: dict[str, str] = _manifest(folder).get("files", {})
    for path, data in wanted.items():
        place = folder / path
        found = place.read_bytes() if place.is_file() else None
        if found == data or (path == MANIFEST and found is not None):
            continue
        as_written = found is not None and recorded.get(path) == _sha256(found)  # nobody edited it: its source changed
        advice = 'is outdated: run "nox -s generate"' if as_written else _advice(api, sources.get(path), place)
        yield Difference(path, advice, _diff(path, found or b"", data))
    stale = [path for path in recorded if path not in wanted and (folder / path).exists()]
    for path in stale:
        yield Difference(path, 'is stale: run "nox -s generate"', "")
    for path in _packaged(folder, api.package):
        if path not in wanted and path not in stale:  # no manifest names it, and yet it would be in the wheel
            yield Difference(path, f"is nobody's: move it to overrides/{api.name}/, or delete it", "")


def _packaged(folder: Path, package: str) -> list[str]:
    found = (path for path in (folder / package).rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    return sorted(path.relative_to(folder).as_posix() for path in found)


def _advice(api: Api, source: str | None, place: Path) -> str:
    if not place.is_file():
        return 'is missing: run "nox -s generate"'
    if source is not None:
        return f'is a copy: make the change in {source}, then run "nox -s generate"'
    return (
        f"is generated: make the change in specs/{api.name}.yaml, overrides/{api.name}/overlay.yaml or "
        'overrides/generator/, then run "nox -s generate"'
    )


def _diff(path: str, found: bytes, wanted: bytes, most: int = 40) -> str:
    lines = list(
        difflib.unified_diff(
            found.decode("utf-8", "replace").splitlines(),
            wanted.decode("utf-8", "replace").splitlines(),
            f"committed/{path}",
            f"regenerated/{path}",
            lineterm="",
        )
    )
    more = [f"… and {len(lines) - most} more lines"] if len(lines) > most else []
    return "\n".join(lines[:most] + more)


def show(message: str) -> None:
    """Print a line for the person at the terminal."""
    sys.stdout.write(f"{message}\n")
    sys.stdout.flush()
