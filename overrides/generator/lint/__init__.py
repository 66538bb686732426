"""Every rule that a document under specs/ follows, and what breaks one: `python -m overrides.generator.lint`.

A rule is a small function under a name (`registry.rule`); its docstring is the rule in one line.
"""

from __future__ import annotations

import os
from pathlib import Path

from .. import hints
from ..anatomy import Spec
from ..document import Document, DocumentError, load
from ..overlay import apply
from . import rules_document, rules_examples, rules_links, rules_operations, rules_schemas
from .registry import RULES, Finding

__all__ = ["RULES", "Finding", "lint", "lint_file"]

# Importing the modules registers their rules; naming them here keeps the imports.
_MODULES = (rules_document, rules_operations, rules_schemas, rules_examples, rules_links)
# What these find is a document of another shape than the other rules may expect.
_SHAPE = ("openapi-version", "shape", "openapi-schema", "keyword-value")


def lint(document: Document, overlay: Document | None = None) -> list[Finding]:
    """Return what breaks a rule, by line.

    `overlay` is the API's overlay.yaml: it changes nothing but the names of arguments ("argument-clash").
    DocumentError when the overlay does not fit the document.
    """
    spec = Spec(document, apply(document.data, overlay) if overlay else None)
    shape = [finding for name in _SHAPE for finding in _run(name, spec)]
    found = set(shape)
    for name in (name for name in RULES if name not in _SHAPE):
        try:
            found.update(_run(name, spec))
        except (AttributeError, LookupError, TypeError, ValueError):
            # A list where a mapping should be, which is found already. Otherwise the rule itself is wrong.
            if not shape:
                raise
    if not found:
        found.update(Finding("openapi-schema", 0, place, says) for place, says in rules_document.second_opinion(spec))
    return sorted(found, key=lambda each: (each.line, each.pointer, each.rule, each.message))


def _run(name: str, spec: Spec) -> list[Finding]:
    line = spec.document.line
    return [Finding(name, line(pointer), pointer, message) for pointer, message in RULES[name](spec)]


def lint_file(path: Path) -> list[Finding]:
    """Return what breaks a rule in specs/<name>.yaml, with overrides/<name>/overlay.yaml if that is there.

    A file that cannot be read is one finding of the rule "yaml"; what is wrong with the overlay is one of "overlay".
    """
    overlay = path.resolve().parent.parent / "overrides" / path.stem / "overlay.yaml"
    try:
        document = load(path)
    except DocumentError as error:
        return [Finding("yaml", error.line, error.pointer, error.message)]
    try:
        hinted = load(overlay) if overlay.exists() else None
        found = lint(document, hinted)
        faults = list(hints.faults(apply(document.data, hinted), hinted)) if hinted else []
    except DocumentError as error:
        found, faults = lint(document), [error]
    where = Path(os.path.relpath(overlay)) if path.is_relative_to(Path()) else overlay
    return [*(Finding("overlay", each.line, each.pointer, each.message, where) for each in faults), *found]
