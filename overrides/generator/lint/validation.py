"""Validating values against schemas where they stand in a document (JSON Schema 2020-12, formats on)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, unquote

import jsonschema_rs

from ..document import escape

_BASE = "urn:document"
_DECIMAL = re.compile(r"-?[0-9]+(\.[0-9]+)?")
FORMATS = {"decimal": lambda text: _DECIMAL.fullmatch(text) is not None}
"""Formats of our documents that the validator does not know: a decimal number without exponent."""


@dataclass(frozen=True)
class Fault:
    """Why a value is not valid: where in the value, and what is wrong there."""

    pointer: str
    message: str


class Validators:
    """Validators for the schemas of one document, found by their JSON pointers."""

    def __init__(self, data: dict[str, Any]) -> None:
        """Take the document's data; it is not copied."""
        self._registry = jsonschema_rs.Registry([(_BASE, data)], draft=jsonschema_rs.Draft202012)
        self._known: dict[str, jsonschema_rs.Draft202012Validator] = {}

    def at(self, pointer: str) -> jsonschema_rs.Draft202012Validator:
        """Return the validator of the schema at a pointer; jsonschema_rs.ValidationError if it is none."""
        if pointer not in self._known:
            self._known[pointer] = jsonschema_rs.Draft202012Validator(
                {"$ref": f"{_BASE}#{quote(pointer, safe='/~')}"},
                registry=self._registry,
                validate_formats=True,
                formats=FORMATS,
                offline=True,
            )
        return self._known[pointer]

    def faults(self, pointer: str, value: Any) -> Iterator[Fault]:
        """Yield what the schema at a pointer finds wrong with a value, JSON inside its strings included."""
        for error in map(_nearest, self.at(pointer).iter_errors(value)):
            place = "".join(f"/{escape(str(token))}" for token in error.instance_path)
            yield Fault(place, " ".join(str(error.message).split())[-300:])
        for place, schema, inner in self.inner(pointer, value):
            if isinstance(inner, json.JSONDecodeError):
                yield Fault(place, f"the string is no JSON: {inner}")
            else:
                for fault in self.faults(schema, inner):
                    yield Fault(f"{place} (JSON inside) {fault.pointer}", fault.message)

    def applied(self, pointer: str, value: Any) -> dict[str, list[str]]:
        """Return for each place in a value (a pointer) the pointers of the schemas that were asked there."""
        found: dict[str, list[str]] = {}
        for unit in self.at(pointer).evaluate(value).list()["details"]:
            base, _, place = unit.get("schemaLocation", "").partition("#")
            if base == _BASE:
                found.setdefault(unit.get("instanceLocation", ""), []).append(unquote(place))
        return found

    def inner(self, pointer: str, value: Any) -> Iterator[tuple[str, str, Any]]:
        """Yield the JSON in strings with a contentSchema: place, that schema's pointer, value or error."""
        for place, schemas in self.applied(pointer, value).items():
            for schema in schemas:
                if schema.endswith("/contentSchema"):
                    text = _at(value, place)
                    if isinstance(text, str):
                        yield place, schema, _decoded(text)


def _nearest(error: jsonschema_rs.ValidationError) -> jsonschema_rs.ValidationError:
    """Return for a union the error of the branch that a value comes nearest to.

    That is one whose constants fit (they tell branches apart), and which fails deepest inside.
    """
    context: list[list[jsonschema_rs.ValidationError]] = getattr(error.kind, "context", [])
    branches = [[_nearest(each) for each in branch] for branch in context if branch]
    if not branches:
        return error
    return min(branches, key=_distance)[0]


def _distance(branch: list[jsonschema_rs.ValidationError]) -> tuple[bool, int, int]:
    other = any(error.kind.name == "const" for error in branch)
    return other, -len(branch[0].instance_path), len(branch)


def _decoded(text: str) -> Any:
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        return error


def _at(value: Any, place: str) -> Any:
    for token in place.split("/")[1:]:
        value = value[int(token)] if isinstance(value, list) else value[token.replace("~1", "/").replace("~0", "~")]
    return value
