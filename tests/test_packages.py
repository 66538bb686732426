"""What holds of every generated package as it is imported."""

from __future__ import annotations

import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

PACKAGES = sorted(path.parent for path in (Path(__file__).parents[1] / "generated").glob("[!.]*/pyproject.toml"))
each_package = pytest.mark.parametrize("package", PACKAGES, ids=lambda package: package.name)


@each_package
def test_a_bare_import_loads_no_third_party_module(package: Path) -> None:
    program = (
        f"import sys; before = set(sys.modules); import {package.name}_client; "
        "print(*sorted({name.split('.')[0] for name in set(sys.modules) - before} - set(sys.stdlib_module_names)))"
    )
    command, environment = [sys.executable, "-c", program], {"PYTHONPATH": str(package)}
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
    assert done.stdout.split() == [f"{package.name}_client"]


@each_package
def test_every_exported_name_is_there_and_a_misspelt_one_is_not(package: Path) -> None:
    client = import_module(f"{package.name}_client")
    for name in client.__all__:
        assert getattr(client, name) is not None
    assert set(client.__all__) <= set(dir(client))
    with pytest.raises(AttributeError, match="no attribute 'Misspelt'"):
        client.Misspelt  # noqa: B018  # that is the point
