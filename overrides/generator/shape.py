"""What a document must be before anything else can be asked of it: of OpenAPI's shape, with schemas that are schemas.

References lead somewhere, too. The generator stops at the first fault; the linter has the same as rules.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import jsonschema_rs

from .anatomy import Spec, shape_of
from .document import Document, DocumentError, escape

Fault = tuple[str, str]
"""A JSON pointer, and a message: what is wrong. What to write instead."""
_META = {"$ref": "https://json-schema.org/draft/2020-12/schema"}


def faults(document: Document) -> Iterator[Fault]:
    """Yield what is wrong, the most basic first: what follows may go by what was found before."""
    yield from version_faults(document)
    spec = Spec(document)
    misshapen = list(shape_faults(spec))
    yield from misshapen
    if not misshapen:
        yield from keyword_faults(spec)
        yield from reference_faults(spec)


def version_faults(document: Document) -> Iterator[Fault]:
    """Find another version: openapi-python-client takes 3.0 as well, whose schemas mean other things."""
    version = document.data.get("openapi")
    if not isinstance(version, str) or not re.fullmatch(r"3\.1\.\d+", version):
        yield "/openapi", f"This is OpenAPI {version!r}. Write 'openapi: 3.1.1'."


def shape_faults(spec: Spec) -> Iterator[Fault]:
    """Find a list, a text or nothing where OpenAPI has a mapping, and the like."""
    for node in spec.nodes:
        if isinstance(node.data, bool) and node.kind == "schema":
            continue
        if not isinstance(node.data, dict):
            yield node.pointer, f"{_what(node.data)} where a {node.kind} should be. Write a mapping, or remove it."
            continue
        for key, value in node.data.items():
            shape = shape_of(node.kind, key)
            kind = shape.strip("{[]}")
            if shape.startswith("{") and not isinstance(value, dict):
                yield node.child(key), f"{_what(value)} where a mapping should be. Write 'name: …' for each {kind}."
            elif shape.startswith("[") and not isinstance(value, list):
                yield node.child(key), f"{_what(value)} where a list should be. Write '- …' for each {kind}."


def _what(value: object) -> str:
    if value is None:
        return "Nothing"
    return "A list" if isinstance(value, list) else "A mapping" if isinstance(value, dict) else f"{value!r}"


def keyword_faults(spec: Spec) -> Iterator[Fault]:
    """Find keywords with values that JSON Schema 2020-12 does not allow."""
    meta = jsonschema_rs.Draft202012Validator(_META)
    for node in spec.of("schema"):
        if node.parent and node.parent.kind == "schema":
            continue
        for error in meta.iter_errors(node.data):
            place = "".join(f"/{escape(str(token))}" for token in error.instance_path)
            yield node.pointer + place, f"{error.message}. Write what JSON Schema 2020-12 asks for."


def reference_faults(spec: Spec) -> Iterator[Fault]:
    """Find references that lead nowhere, out of the file, or in a circle."""
    for node in spec.references():
        try:
            spec.document.resolve(str(node.data["$ref"]), node.child("$ref"))
        except DocumentError as error:
            yield error.pointer, error.message
