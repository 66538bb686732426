"""What users install: the wheel is built, installed into an empty environment, and used."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from overrides.generator.package import ROOT

PACKAGES = sorted(path.parent for path in (ROOT / "generated").glob("*/pyproject.toml"))

USE = """\
from talkee_client import Talkee, NotFoundError, __version__
from talkee_client.mock import TalkeeMock

mock = TalkeeMock()
mock.seed(comments=3)
with Talkee(base_url=mock.base_url, transport=mock.transport(), site_id=1, slug="/posts/11") as talkee:
    print(__version__, talkee.comments.list(limit=1).items[0].id > 0)
"""


def wheel_of(package: Path, target: Path) -> Path:
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(target), str(package)]
    subprocess.run(build, check=True, capture_output=True)
    return next(target.glob("*.whl"))


@pytest.mark.parametrize("package", PACKAGES, ids=lambda path: path.name)
def test_a_wheel_holds_licence_types_and_document_and_no_rubbish(package: Path, tmp_path: Path) -> None:
    names = zipfile.ZipFile(wheel_of(package, tmp_path)).namelist()
    inside = {name.split("/", 1)[1] for name in names if name.startswith(f"{package.name}_client/")}
    assert {"py.typed", "openapi.json", "__init__.py", "models.py", "_core/_sync_base.py"} <= inside
    assert [name for name in names if name.endswith("/licenses/LICENSE")]
    assert not [name for name in names if "__pycache__" in name or "manifest" in name]


def test_the_wheel_works_in_an_empty_environment(tmp_path: Path) -> None:
    wheel = wheel_of(ROOT / "generated" / "talkee", tmp_path / "dist")
    environment = tmp_path / "env"
    subprocess.run([sys.executable, "-m", "virtualenv", "--quiet", str(environment)], check=True)
    python = environment / ("Scripts" if sys.platform == "win32" else "bin") / "python"
    install = [str(python), "-m", "pip", "install", "--quiet", f"talkee-client[mock] @ {wheel.as_uri()}"]
    subprocess.run(install, check=True, capture_output=True)
    done = subprocess.run([str(python), "-c", USE], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert done.stdout == "0.1.0 True\n"
