"""Every generated package, whatever its API: what a bare import costs, and that what it offers is there."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from overrides.generator.package import ROOT

PACKAGES = sorted(path.parent for path in (ROOT / "generated").glob("[!.]*/pyproject.toml"))

BARE = """\
import sys
before = set(sys.modules)
import {name} as package
new = {{module.partition(".")[0] for module in set(sys.modules) - before}}
print(*sorted(new - set(sys.stdlib_module_names)))
"""

OFFERED = """\
import {name} as package
assert len(package.__all__) > 30
for name in package.__all__:
    assert getattr(package, name) is not None, name
"""


def run(package: Path, code: str) -> str:
    command = [sys.executable, "-W", "error", "-c", code.format(name=f"{package.name}_client")]
    env = {"PYTHONPATH": str(package)}
    return subprocess.run(command, env=env, capture_output=True, text=True, check=True).stdout.strip()


@pytest.mark.parametrize("package", PACKAGES, ids=lambda path: path.name)
def test_a_bare_import_loads_no_third_party_module(package: Path) -> None:
    assert run(package, BARE) == f"{package.name}_client"


@pytest.mark.parametrize("package", PACKAGES, ids=lambda path: path.name)
def test_everything_that_a_package_offers_is_there(package: Path) -> None:
    assert run(package, OFFERED) == ""
