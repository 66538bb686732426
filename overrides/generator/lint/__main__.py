"""Command line: `python -m overrides.generator.lint specs/*.yaml`; exit status 1 when a rule is broken."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from . import RULES, lint_file


def main() -> int:
    """Print what breaks a rule as `file:line pointer [rule] message`."""
    parser = argparse.ArgumentParser(prog="lint", description=(__doc__ or "").partition(":")[0])
    parser.add_argument("files", nargs="*", type=_document, metavar="specs/<api>.yaml", help="or the short name")
    parser.add_argument("--rules", action="store_true", help="list the rules")
    options = parser.parse_args()
    if options.rules:
        for name, check in RULES.items():
            print(f"{name:18} {(check.__doc__ or '').strip()}")
        return 0
    count = 0
    for path in options.files:
        for found in lint_file(path):
            print(f"{found.path or path}:{found.line} {found.pointer} [{found.rule}] {found.message}")
            count += 1
    print(f"{count} findings in {len(options.files)} documents", file=sys.stderr)
    return 1 if count else 0


def _document(argument: str) -> Path:
    """Take `talkee` for specs/talkee.yaml, as `generate` does: both can stand in one line of nox."""
    return Path(argument) if Path(argument).suffix or "/" in argument else Path("specs") / f"{argument}.yaml"


if __name__ == "__main__":
    sys.exit(main())
