"""Near misses: from each example of a document every value that differs from it in one fault, and the verdicts.

A document that accepts everything is as wrong as one that refuses the real thing. So each mutant of an example must
be refused. One that is accepted is one of three things:

- *admitted*: the schema itself states the mutant's type at that place (`type: [integer, "null"]`, a union), or names
  values there and beside them any other one (an open list). That is the schema's meaning; it is not counted.
- *explained*: the description of a schema that judges the place, or of the object that holds it, has a sentence that
  begins with "Leniency:" and says why; `x-provenance` says where from. It is counted as accepted.
- *unexplained*: anything else. It is counted as accepted, and fails the test.

An object without any declared member is one mutant more (some member), as is an undeclared member of an example: both
are accepted, and so need the sentence.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from overrides.generator.anatomy import Spec
from overrides.generator.document import Document, escape, tokens
from overrides.generator.lint.rules_examples import examples
from overrides.generator.lint.validation import Validators

REASON = re.compile(r"(?:^|(?<=[.:)\n])\s*|(?<=- ))(Leniency:(?:\s+[^\s.]\S*){3}.*?)(?:\.(?=\s|$)|$)", re.DOTALL)
"""What a description says about a leniency: a sentence that begins so, and has at least three words more."""

_NOTHING = object()
_TYPES = {"null", "boolean", "integer", "number", "string", "array", "object"}
_WRONG_FORMATS = {
    "date-time": "2026-02-30T25:00:00",
    "date": "2026-02-30",
    "time": "25:00",
    "uri": "no uri",
    "uuid": "no-uuid",
    "decimal": "1e5",
}
_MISMATCHES = ("", "\n", "§", " ", "a", "0", "-", "\x00", "a" * 500)


@dataclass(frozen=True)
class Example:
    """An example of a body, or the JSON inside one of its strings."""

    pointer: str
    """Where the value stands in the document."""
    schema: str
    """Where its schema stands."""
    value: Any


@dataclass(frozen=True)
class Verdict:
    """What the schema said to one mutant that it accepted."""

    example: Example
    place: str
    fault: str
    reason: str | None
    """The sentence beside the member that explains it, None when there is none."""

    def __str__(self) -> str:
        explained = self.reason or "unexplained: write a sentence 'Leniency: …' into the member's description"
        return f"{self.example.pointer} at {self.place or '/'}: {self.fault}: {explained}"


@dataclass(frozen=True)
class Score:
    """How a document judges the mutants of its examples."""

    refused: int
    accepted: list[Verdict]
    admitted: int

    @property
    def share(self) -> float:
        """Share of the mutants that are refused, those not counted that the schema means to accept."""
        return self.refused / max(1, self.refused + len(self.accepted))

    @property
    def unexplained(self) -> list[Verdict]:
        """The accepted mutants without a reason beside the member."""
        return [verdict for verdict in self.accepted if verdict.reason is None]

    def __str__(self) -> str:
        counted = self.refused + len(self.accepted)
        return (
            f"{self.share:.2%} of {counted} mutants refused "
            f"({len(self.accepted)} accepted, {len(self.unexplained)} of them unexplained; "
            f"{self.admitted} more are what the schema means to accept)"
        )


class Subject:
    """A document and what it takes to judge values by it."""

    def __init__(self, document: Document) -> None:
        """Walk the document and prepare its validators."""
        self.spec = Spec(document)
        self.validators = Validators(document.data)

    @cached_property
    def examples(self) -> list[Example]:
        """Every example of a body, and then the JSON inside strings of it as an example of its own."""
        found: list[Example] = []
        for schema, pointer, value in examples(self.spec):
            holder = self.spec.by_pointer.get(schema.removesuffix("/schema"))
            if holder is not None and holder.kind == "media-type":
                found += self._with_inner(Example(pointer, schema, value))
        return found

    def _with_inner(self, example: Example) -> Iterator[Example]:
        yield example
        for place, schema, inner in self.validators.inner(example.schema, example.value):
            if not isinstance(inner, json.JSONDecodeError):
                yield from self._with_inner(Example(f"{example.pointer}{place} (JSON inside)", schema, inner))

    def score(self) -> Score:
        """Judge every mutant of every example."""
        refused = admitted = 0
        accepted: list[Verdict] = []
        for example in self.examples:
            is_valid = self.validators.at(example.schema).is_valid
            for mutant in self.mutants(example):
                if not is_valid(mutant.value):
                    refused += 1
                elif mutant.is_meant:
                    admitted += 1
                else:
                    accepted.append(Verdict(example, mutant.place, mutant.fault, mutant.reason))
        return Score(refused, accepted, admitted)

    def mutants(self, example: Example) -> Iterator[Mutant]:
        """Yield every value that differs from the example in one fault."""
        applied = self.validators.applied(example.schema, example.value)
        known = {
            place: [pointer for pointer in pointers if self._is_schema(pointer)] for place, pointers in applied.items()
        }
        places = dict(_places(example.value))
        possible = {"": list(self._branches(self.spec.by_pointer[example.schema].data))}
        for place in list(places)[1:]:
            possible[place] = [each for holder in possible[_parent(place)] for each in self._below(holder, place)]
        for place, value in places.items():
            if place and not known.get(place) and not known.get(_parent(place)):
                continue  # inside a free value: the place where the freedom begins is judged
            schemas = [self.spec.by_pointer[pointer].data for pointer in known.get(place, ())]
            near = [each for schema in schemas for each in self._branches(schema)]
            yield from _Place(example.value, place, value, schemas, near, possible).mutants()

    def _branches(self, schema: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
        """Yield a schema and all that it refers to for the same value: $ref, anyOf, oneOf, allOf."""
        if not isinstance(schema, dict) or depth > 20:
            return
        yield schema
        if "$ref" in schema:
            yield from self._branches(self.spec.follow(schema), depth + 1)
        for keyword in ("anyOf", "oneOf", "allOf"):
            for branch in schema.get(keyword, ()):
                yield from self._branches(branch, depth + 1)

    def _below(self, schema: dict[str, Any], place: str) -> Iterator[dict[str, Any]]:
        """Yield the schemas that judge a member or item of what this one judges."""
        name = tokens(place)[-1]
        members = schema.get("properties", {})
        if name in members:
            yield from self._branches(members[name])
        else:
            yield from self._branches(schema.get("additionalProperties"))
        if name.isdigit():
            yield from self._branches(schema.get("items"))
            for item in schema.get("prefixItems", ())[int(name) :][:1]:
                yield from self._branches(item)

    def _is_schema(self, pointer: str) -> bool:
        """Tell whether what was asked demands something: a keyword is no schema, and an `if` demands nothing."""
        node = self.spec.by_pointer.get(pointer)
        if node is None or node.kind != "schema" or not isinstance(node.data, dict):
            return False
        return not any(each.role in ("if", "not", "contains", "propertyNames") for each in (node, *node.ancestors()))


@dataclass(frozen=True)
class Mutant:
    """An example's value with one fault."""

    place: str
    fault: str
    value: Any
    is_meant: bool
    """Whether the schema states that it accepts this."""
    reason: str | None


@dataclass(frozen=True)
class _Place:
    """One place in an example's value, and the schemas that judge it."""

    whole: Any
    place: str
    value: Any
    schemas: list[dict[str, Any]]
    """The schemas that the value is valid against here."""
    near: list[dict[str, Any]]
    """These, and every branch of their unions."""
    every: dict[str, list[dict[str, Any]]]
    """Every schema for each place of the whole, those too that another branch of an enclosing union has for it."""

    @property
    def possible(self) -> list[dict[str, Any]]:
        """Every schema for this place."""
        return self.every[self.place]

    def mutants(self) -> Iterator[Mutant]:
        for kind, other in _other_types(self.value):
            yield self._mutant(f"of type {kind}", other, is_meant=kind in self._stated_types())
        for fault, other, is_meant in self._past_limits():
            if other is not _NOTHING:
                yield self._mutant(fault, other, is_meant=is_meant)
        if isinstance(self.value, dict):
            yield from self._members()

    def _mutant(self, fault: str, value: Any, *, is_meant: bool = False, member: str = "") -> Mutant:
        place = f"{self.place}{member}"
        reason = _reason(self.every[place]) or _reason(self.every[_parent(place)])
        return Mutant(self.place, fault, _replaced(self.whole, tokens(self.place), value), is_meant, reason)

    def _members(self) -> Iterator[Mutant]:
        required = {name for schema in self.schemas for name in schema.get("required", ())}
        for name in self.value:
            if name in required:
                rest = {key: value for key, value in self.value.items() if key != name}
                yield self._mutant(f"without {name}", rest, member=f"/{escape(name)}")
        if self.schemas and not any(_says_members(schema) for schema in self.near):
            yield self._mutant("with any member", {**self.value, "mutant": [None]})

    def _past_limits(self) -> Iterator[tuple[str, Any, bool]]:
        for schema in self.schemas:
            for keyword, limit in schema.items():
                if keyword in ("enum", "const"):
                    yield f"past {keyword} {json.dumps(limit)}", self._unnamed(), self._is_open()
                elif keyword in _PAST:
                    yield f"past {keyword} {json.dumps(limit)}", _PAST[keyword](self.value, limit), False

    def _unnamed(self) -> Any:
        """Return a value of the same type that no schema names for this place."""
        if not _is_number(self.value):
            return f"{self.value}-mutant" if isinstance(self.value, str) else _NOTHING
        named = (each.get("enum", [each.get("const")]) for each in self.possible)
        return max(value for values in named for value in values if _is_number(value)) + 1

    def _is_open(self) -> bool:
        """Tell whether a union has for this place, beside the named values, any other one of the same type."""
        free = (each.get("type") for each in self.possible if not each.keys() & {"enum", "const"})
        return any(kinds == _type(self.value) for kinds in free)

    def _stated_types(self) -> set[str]:
        stated: set[str] = set()
        for schema in self.possible:
            kinds = schema.get("type", [])
            stated.update(kinds if isinstance(kinds, list) else [kinds])
            values = schema.get("enum", [schema["const"]] if "const" in schema else [])
            stated.update(_type(value) for value in values)
        stated |= {"integer"} if "number" in stated else set()
        # Naming every type is not a statement but another way to write the open schema.
        return stated if stated < _TYPES else set()


def _reason(schemas: list[dict[str, Any]]) -> str | None:
    """Return the sentence that explains a leniency."""
    found = (REASON.search(str(schema.get("description", ""))) for schema in schemas)
    return next((" ".join(match[1].split()) for match in found if match), None)


def _places(value: Any, place: str = "") -> Iterator[tuple[str, Any]]:
    yield place, value
    items = enumerate(value) if isinstance(value, list) else value.items() if isinstance(value, dict) else ()
    for key, item in items:
        yield from _places(item, f"{place}/{escape(str(key))}")


def _parent(place: str) -> str:
    return place.rpartition("/")[0]


def _replaced(value: Any, path: list[str], new: Any) -> Any:
    """Copy as much of a value as the change needs."""
    if not path:
        return new
    head, rest = path[0], path[1:]
    if isinstance(value, list):
        index = int(head)
        return [*value[:index], _replaced(value[index], rest, new), *value[index + 1 :]]
    return {**value, head: _replaced(value[head], rest, new)}


def _says_members(schema: dict[str, Any]) -> bool:
    return (
        "properties" in schema or "patternProperties" in schema or bool(_is_typed(schema.get("additionalProperties")))
    )


def _is_typed(schema: Any) -> bool:
    return isinstance(schema, dict) and bool(schema.keys() - {"description"})


def _type(value: Any) -> str:
    match value:
        case None:
            return "null"
        case bool():
            return "boolean"
        case int():
            return "integer"
        case float():
            return "number"
        case str():
            return "string"
        case list():
            return "array"
    return "object"


def _other_types(value: Any) -> Iterator[tuple[str, Any]]:
    """Yield each other JSON type with the value of it that lies nearest: 4 becomes "4", "4" becomes 4."""
    number = int(value) if isinstance(value, str) and re.fullmatch(r"-?[0-9]{1,30}", value) else 1
    text = value if isinstance(value, str) else json.dumps(value)
    nearest: dict[str, Any] = {
        "null": None,
        "boolean": True,
        "integer": number,
        "number": number + 0.5,
        "string": text,
        "array": [value],
        "object": {},
    }
    same = {_type(value), "integer"} if _type(value) == "number" else {_type(value)}
    yield from ((kind, other) for kind, other in nearest.items() if kind not in same)


def _is_number(value: Any) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def _below(value: Any, limit: float) -> Any:
    return limit - 1 if _is_number(value) else _NOTHING


def _above(value: Any, limit: float) -> Any:
    return limit + 1 if _is_number(value) else _NOTHING


def _at(value: Any, limit: float) -> Any:
    return limit if _is_number(value) else _NOTHING


def _between(value: Any, step: float) -> Any:
    return step / 2 if _is_number(value) and math.isfinite(step) else _NOTHING


def _shorter(value: Any, limit: int) -> Any:
    return value[: limit - 1] if isinstance(value, str) and limit > 0 else _NOTHING


def _longer(value: Any, limit: int) -> Any:
    return (value or "a").ljust(limit + 1, (value or "a")[-1]) if isinstance(value, str) else _NOTHING


def _mismatch(value: Any, pattern: str) -> Any:
    if not isinstance(value, str):
        return _NOTHING
    candidates = (value + "§", "§" + value, value[:-1], value[1:], *_MISMATCHES)
    return next((text for text in candidates if not re.search(pattern, text)), _NOTHING)


def _no_format(value: Any, name: str) -> Any:
    return _WRONG_FORMATS.get(name, _NOTHING) if isinstance(value, str) else _NOTHING


def _fewer(value: Any, limit: int) -> Any:
    return value[: limit - 1] if isinstance(value, list) and limit > 0 else _NOTHING


def _more(value: Any, limit: int) -> Any:
    if not isinstance(value, list) or not value:
        return _NOTHING
    return [*value, *[value[-1]] * (limit + 1 - len(value))]


def _double(value: Any, unique: bool) -> Any:
    return [*value, value[-1]] if unique and isinstance(value, list) and value else _NOTHING


_PAST: dict[str, Any] = {
    "minimum": _below,
    "maximum": _above,
    "exclusiveMinimum": _at,
    "exclusiveMaximum": _at,
    "multipleOf": _between,
    "minLength": _shorter,
    "maxLength": _longer,
    "pattern": _mismatch,
    "format": _no_format,
    "minItems": _fewer,
    "maxItems": _more,
    "uniqueItems": _double,
}
"""For each limiting keyword the value that lies just past it."""
