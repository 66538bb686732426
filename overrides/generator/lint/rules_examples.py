"""Rules about examples and defaults: they are there, and they are valid."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import jsonschema_rs

from ..anatomy import Node, Spec
from .registry import Problem, rule
from .validation import Validators


@rule("example")
def example(spec: Spec) -> Iterator[Problem]:
    """Give every body examples, on the media type, each with a summary and a value."""
    for node in spec.of("media-type"):
        if "example" in node.data:
            yield (
                node.child("example"),
                "One example has no summary. Write 'examples: {name: {summary, value}}'.",
            )
        elif not node.data.get("examples"):
            yield node.pointer, "The body has no example. Write 'examples: {name: {summary, value}}'."
    for node in spec.of("example"):
        if "value" not in node.data:
            yield node.pointer, "The example has no value. Write it here: a document is one file."
        if not isinstance(node.data.get("summary"), str):
            yield node.pointer, "The example has no summary. Write in one line what it shows."


@rule("example-valid")
def example_valid(spec: Spec) -> Iterator[Problem]:
    """Let every example be valid against its schema, formats included, and JSON inside strings too."""
    validators = Validators(spec.data)
    for schema, pointer, value in examples(spec):
        yield from _faults(validators, schema, pointer, value, "The example is not valid")


@rule("default-valid")
def default_valid(spec: Spec) -> Iterator[Problem]:
    """Let every default be valid against its own schema."""
    validators = Validators(spec.data)
    for node in spec.of("schema"):
        if "default" in node.data:
            pointer = node.child("default")
            yield from _faults(validators, node.pointer, pointer, node.data["default"], "The default is not valid")


def _faults(validators: Validators, schema: str, pointer: str, value: Any, message: str) -> Iterator[Problem]:
    try:
        for fault in validators.faults(schema, value):
            yield (
                pointer + fault.pointer.partition(" ")[0],
                f"{message}: {fault.message}. Correct it, or the schema.",
            )
    except (jsonschema_rs.ValidationError, jsonschema_rs.ReferencingError):
        return  # The schema itself is broken: "keyword-value" or "reference" says so.


def examples(spec: Spec) -> Iterator[tuple[str, str, Any]]:
    """Yield each example of a body, parameter or header: its schema's pointer, its own, and the value."""
    for node in spec.of("media-type", "parameter", "header"):
        if not isinstance(node.data.get("schema"), dict):
            continue
        schema = node.child("schema")
        if "example" in node.data:
            yield schema, node.child("example"), node.data["example"]
        for each in _named(spec, node):
            if isinstance(each.data, dict) and "value" in each.data:
                yield schema, each.child("value"), each.data["value"]


def _named(spec: Spec, node: Node) -> Iterator[Node]:
    held = node.data.get("examples")
    for name in held if isinstance(held, dict) else ():
        yield spec.origin(spec.by_pointer[node.child("examples", name)])
