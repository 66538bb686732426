"""Finds the package under test: the generated one, or one assembled from overrides/ before there is any."""

import atexit
import shutil
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[2]
GENERATED = ROOT / "generated" / "deso"
_STAND_IN = '''"""Stands in for the core's Secret while overrides/core is not there."""

import hmac
from typing import Any, NoReturn


class Secret:
    __slots__ = ("_value",)

    def __init__(self, value: str | bytes) -> None:
        self._value = value

    def reveal(self) -> Any:
        return self._value

    def __repr__(self) -> str:
        return "Secret('***')"

    __str__ = __repr__

    def __format__(self, spec: str) -> str:
        return repr(self)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Secret) or type(self._value) is not type(other._value):
            return NotImplemented
        mine, theirs = (v.encode() if isinstance(v, str) else v for v in (self._value, other._value))
        return hmac.compare_digest(mine, theirs)

    __hash__ = None  # type: ignore[assignment]

    def __reduce_ex__(self, protocol: object) -> NoReturn:
        raise TypeError("a Secret is not pickled")
'''


def assemble(target: Path) -> None:
    """Write ``deso_client`` below ``target`` from overrides/, as the pipeline does, without the generated
    client.
    """
    package = target / "deso_client"
    ignored = shutil.ignore_patterns("overlay.yaml", "mock", "resources", "__pycache__", "*.md")
    shutil.copytree(ROOT / "overrides" / "deso", package, ignore=ignored)
    (package / "py.typed").touch()
    if not (package / "__init__.py").exists():
        (package / "__init__.py").write_text("")
    core = package / "_core"
    core.mkdir()
    (core / "__init__.py").write_text("")
    secrets = ROOT / "overrides" / "core" / "secrets.py"
    (core / "secrets.py").write_text(secrets.read_text() if secrets.exists() else _STAND_IN)


def make_importable() -> None:
    """Put the package under test on sys.path, once."""
    if "deso_client" in sys.modules:
        return
    if (GENERATED / "deso_client" / "transactions").is_dir():
        sys.path.insert(0, str(GENERATED))
        return
    target = Path(tempfile.mkdtemp(prefix="deso-client-"))
    atexit.register(shutil.rmtree, target, ignore_errors=True)
    assemble(target)
    sys.path.insert(0, str(target))
