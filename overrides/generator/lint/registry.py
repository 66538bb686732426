"""Rules, what they find, and the table that knows them all."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from ..anatomy import Spec

Problem = tuple[str, str]
"""A JSON pointer, and a message: what is wrong. What to write instead."""
Check = Callable[[Spec], Iterator[Problem]]

RULES: dict[str, Check] = {}
"""Every rule by its name; its docstring is one line that says what it demands."""


@dataclass(frozen=True)
class Finding:
    """A place where a document breaks a rule."""

    rule: str
    line: int
    pointer: str
    message: str
    path: Path | None = None
    """The file, where it is another than the document: the overlay."""


def rule(name: str) -> Callable[[Check], Check]:
    """Register a check under a name."""

    def register(check: Check) -> Check:
        RULES[name] = check
        return check

    return register
