"""A newcomer's edit: one more endpoint and schema in a copied document generates, lints, types, and is answered."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from overrides.generator import demo, tree
from overrides.generator.document import load
from overrides.generator.lint import lint_file
from overrides.generator.package import ROOT, build

USES = """\
from typing import assert_type

from talkee_client import Talkee, models
from talkee_client.mock import TalkeeMock

mock = TalkeeMock()
with Talkee(base_url=mock.base_url, transport=mock.transport()) as talkee:
    mood = talkee.moods.get(15)
    assert_type(mood, models.Mood)
    assert_type(models.Comment.model_construct(mood="calm").mood, str | None)
    assert_type(mood.votes, int)
    print(mood.mood, mood.votes)
"""


def test_a_new_endpoint_generates_lints_types_and_is_answered(tmp_path: Path) -> None:
    api = demo.copy_inputs(tmp_path)
    api.spec.write_text(demo.edited(load(api.spec)), "utf-8")
    assert [str(finding) for finding in lint_file(api.spec)] == []

    package = tmp_path / "generated" / api.name
    tree.write(package, tree.with_manifest(api, build(api)))
    uses = tmp_path / "uses.py"
    uses.write_text(USES, "utf-8")

    run = [sys.executable, str(uses)]
    answered = subprocess.run(run, env={"PYTHONPATH": str(package)}, capture_output=True, text=True, check=True)
    assert answered.stdout == "calm 42\n"
    mypy = [sys.executable, "-m", "mypy", "--strict", "--config-file", str(ROOT / "pyproject.toml"), str(uses)]
    typed = subprocess.run(
        mypy, cwd=tmp_path, env={"MYPYPATH": str(package)}, capture_output=True, text=True, check=False
    )
    assert typed.returncode == 0, typed.stdout


def test_the_demonstration_shows_every_call_and_fits_a_narrow_terminal() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "overrides.generator.demo"],
        cwd=ROOT,
        env={**os.environ, "COLUMNS": "80", "NO_COLOR": "1", "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    shown = done.stdout
    assert "\x1b" not in shown
    assert max(map(len, shown.splitlines())) <= 80
    assert "POST /api/comments  →  200" in shown
    assert "'cheerful'" in shown, "the new member"
    assert "GET /api/moods/15  →  200" in shown, "the new endpoint"
    assert "Mood(comment_id=15, mood='calm', votes=42," in shown
    assert "NotFoundError: " in shown
    assert "    python3 noxfile.py -s lint generate -- talkee\n" in shown
