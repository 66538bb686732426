"""What Socialize's calls exclude is refused by both type checkers, line by line."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
WRONG = Path(__file__).parent / "wrong_uses.py"


@pytest.mark.parametrize("checker", ["mypy", "basedpyright"])
def test_what_types_can_refuse_is_refused(checker: str, tmp_path: Path) -> None:
    copy = tmp_path / WRONG.name
    copy.write_text(WRONG.read_text("utf-8").replace("# mypy: ignore-errors", "#"), "utf-8")
    package = ROOT / "generated" / "socialize"
    options = ["--cache-dir", str(ROOT / ".mypy_cache")]
    if checker == "basedpyright":
        (tmp_path / "pyrightconfig.json").write_text(f'{{"extraPaths": ["{package}"], "typeCheckingMode": "standard"}}')
        options = ["--pythonpath", sys.executable, "-p", str(tmp_path)]
    run = subprocess.run(
        [sys.executable, "-m", checker, *options, *([str(copy)] if checker == "mypy" else [])],
        cwd=tmp_path,
        env={"MYPYPATH": str(package), "PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=False,
    )
    found = {int(line) for line in re.findall(rf"{WRONG.name}:(\d+)[:\d]*(?: -)? error", run.stdout)}
    lines = copy.read_text("utf-8").splitlines()
    assert found == {number for number, line in enumerate(lines, 1) if line.endswith("# wrong")}, (
        run.stdout + run.stderr
    )
