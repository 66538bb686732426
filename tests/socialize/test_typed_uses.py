"""The file of typed uses runs, and that of wrong ones is refused by both type checkers, line by line."""

from __future__ import annotations

import asyncio
import re
import subprocess
import sys
from pathlib import Path

import pytest
from socialize_client import AsyncSocialize, Socialize
from socialize_client.mock import CONSUMER_KEY, CONSUMER_SECRET, SocializeMock

from tests.socialize import typed_uses

ROOT = Path(__file__).parents[2]
WRONG = Path(__file__).parent / "wrong_uses.py"


def options() -> dict[str, object]:
    mock = SocializeMock()
    mock.seed(entities=3)
    keys = {"consumer_key": CONSUMER_KEY, "consumer_secret": CONSUMER_SECRET}
    return {"base_url": mock.base_url, "transport": mock.transport(), **keys}


def test_the_typed_uses_run_with_the_sync_client() -> None:
    with Socialize(**options()) as socialize:  # type: ignore[arg-type]  # one dict for two clients
        typed_uses.use_sync(socialize)


def test_the_typed_uses_run_with_the_async_client() -> None:
    async def use() -> None:
        async with AsyncSocialize(**options()) as socialize:  # type: ignore[arg-type]  # likewise
            await typed_uses.use_async(socialize)

    asyncio.run(use())


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


def test_a_bare_import_loads_no_third_party_module() -> None:
    program = (
        "import sys; before = set(sys.modules); import socialize_client; "
        "print(*sorted({name.split('.')[0] for name in set(sys.modules) - before} - set(sys.stdlib_module_names)))"
    )
    env = {"PYTHONPATH": str(ROOT / "generated" / "socialize")}
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, env=env)
    assert done.stdout.split() == ["socialize_client"]
