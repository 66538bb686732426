"""Every example of every document is valid against its schema (2020-12, formats on, JSON inside strings too)."""

from __future__ import annotations

from pathlib import Path

from overrides.generator.anatomy import Spec
from overrides.generator.document import load
from overrides.generator.lint.rules_examples import examples
from overrides.generator.lint.validation import Validators


def test_every_example_is_valid(spec_path: Path) -> None:
    document = load(spec_path)
    validators, found = Validators(document.data), list(examples(Spec(document)))
    faults = [
        f"{spec_path.name}:{document.line(pointer)} {pointer}{fault.pointer}: {fault.message}"
        for schema, pointer, value in found
        for fault in validators.faults(schema, value)
    ]
    assert not faults, "\n".join(faults)
    assert found, "the document has no example at all"
