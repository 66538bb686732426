"""Every document refuses near misses of its own examples, or says beside the member why it does not."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from overrides.generator.document import Document, load
from tests.specs.mutants import Score, Subject

LEAST = 0.95


def test_mutants_of_every_example_are_refused_or_explained(
    spec_path: Path, record_property: Callable[[str, object], None]
) -> None:
    score = Subject(load(spec_path)).score()
    record_property("shown", "\n".join([f"{spec_path.name}: {score}", *(f"  accepted: {v}" for v in score.accepted)]))
    assert score.refused, "no example has anything to refuse"
    assert not score.unexplained, "\n".join(map(str, score.unexplained))
    assert score.share >= LEAST


def judged(schema: dict[str, Any], value: Any, **others: dict[str, Any]) -> Score:
    """Score a document with one body of this schema and one example of it."""
    media = {
        "schema": {"$ref": "#/components/schemas/Body"},
        "examples": {"one": {"summary": "One", "value": value}},
    }
    operation = {"requestBody": {"content": {"application/json": media}}, "responses": {}}
    data = {"paths": {"/a": {"post": operation}}, "components": {"schemas": {"Body": schema, **others}}}
    return Subject(Document(Path("specs/example.yaml"), data)).score()


def accepted(score: Score) -> set[str]:
    return {f"{verdict.place}: {verdict.fault}" for verdict in score.accepted}


STRICT = {
    "type": "object",
    "required": ["id", "name"],
    "properties": {
        "id": {"type": "integer", "minimum": 1, "maximum": 9},
        "name": {"type": "string", "minLength": 1, "maxLength": 5, "pattern": "^[a-z]+$"},
        "at": {"type": "string", "format": "date-time"},
        "kind": {"type": "string", "enum": ["a", "b"]},
        "items": {"type": "array", "minItems": 1, "maxItems": 2, "items": {"type": "boolean"}},
    },
}
VALUE = {"id": 3, "name": "ab", "at": "2026-01-01T00:00:00Z", "kind": "a", "items": [True]}


def test_a_strict_schema_refuses_every_mutant() -> None:
    score = judged(STRICT, VALUE)
    # Types: six others of the body, five members and an item. Limits: 2 + 3 + 1 + 1 + 2. Required: 2.
    assert (score.refused, score.accepted, score.admitted) == (7 * 6 + 9 + 2, [], 0)
    assert score.share == 1


@pytest.mark.parametrize(
    "schema",
    [
        {},
        {"type": "object"},
        {"type": "object", "additionalProperties": True},
        {"anyOf": [{"type": "null"}, {}]},
        {"type": ["null", "boolean", "number", "string", "array", "object"]},
    ],
)
def test_a_schema_that_accepts_everything_fails(schema: dict[str, Any]) -> None:
    score = judged(schema, VALUE)
    assert score.unexplained
    assert score.share < LEAST


@pytest.mark.parametrize(
    ("loosened", "found"),
    [
        ({"id": {}}, {"/id: of type string", "/id: of type null", "/id: of type object"}),
        ({"id": {"not": {"type": "null"}}}, {"/id: of type string"}),
        ({"name": {"type": "string"}}, set()),
        ({"items": {"type": "array", "items": {}}}, {"/items/0: of type string"}),
    ],
)
def test_a_looser_member_is_found(loosened: dict[str, Any], found: set[str]) -> None:
    score = judged({**STRICT, "properties": {**STRICT["properties"], **loosened}}, VALUE)  # type: ignore[dict-item]
    assert found <= accepted(score)
    assert bool(score.unexplained) == bool(found)


def test_an_undeclared_member_of_an_example_is_found() -> None:
    assert "/extra: of type null" in accepted(judged(STRICT, {**VALUE, "extra": 1}))


def test_an_object_without_declared_members_is_found_even_when_its_example_is_empty() -> None:
    assert accepted(judged({"type": "object"}, {})) == {": with any member"}
    assert accepted(judged({"type": "object", "additionalProperties": {"type": "string"}}, {})) == set()


def test_types_that_the_schema_states_are_not_counted() -> None:
    schema = {
        "type": "object",
        "properties": {
            "a": {"type": ["integer", "null"]},
            "b": {"anyOf": [{"$ref": "#/components/schemas/Id"}, {"type": "null"}]},
            "c": {"type": "number"},
        },
    }
    digits = {"anyOf": [{"type": "integer", "minimum": 1}, {"type": "string", "pattern": "^[0-9]+$"}]}
    score = judged(schema, {"a": 1, "b": 2, "c": 3}, Id=digits)
    # null for a; null and "2" for b; 1.5 for c.
    assert (score.accepted, score.admitted) == ([], 4)


def test_another_word_in_an_open_list_is_not_counted_but_in_a_closed_one_is_refused() -> None:
    known = {"type": "string", "enum": ["a"]}
    score = judged({"anyOf": [{"$ref": "#/components/schemas/Known"}, {"type": "string"}]}, "a", Known=known)
    assert (score.accepted, score.admitted) == ([], 1)
    assert judged({"$ref": "#/components/schemas/Known"}, "a", Known=known).admitted == 0


def test_a_union_with_a_branch_for_every_other_constant_is_open() -> None:
    def branch(kind: dict[str, Any]) -> dict[str, Any]:
        return {"type": "object", "required": ["kind"], "properties": {"kind": kind}}

    one, other, rest = branch({"type": "integer", "const": 1}), branch({"const": 2}), branch({"type": "integer"})
    assert accepted(judged({"anyOf": [one, other]}, {"kind": 1})) == set()
    score = judged({"anyOf": [one, rest]}, {"kind": 1})
    assert (score.accepted, score.admitted) == ([], 1)


def test_a_limit_that_another_branch_undoes_is_found() -> None:
    score = judged({"anyOf": [{"type": "string", "maxLength": 3}, {"type": "string", "minLength": 4}]}, "abc")
    assert accepted(score) == {": past maxLength 3"}


def test_two_branches_of_a_union_that_overlap_are_found() -> None:
    success = {"type": "object", "required": ["data"], "properties": {"data": {"type": "integer"}}}
    failure = {"type": "object", "required": ["code"], "properties": {"code": {"type": "integer"}}}
    score = judged({"anyOf": [success, failure]}, {"data": 1, "code": 2})
    assert ": without data" in accepted(score)


def test_a_type_that_another_branch_states_for_the_place_is_not_counted() -> None:
    success = {"type": "object", "required": ["data"], "properties": {"data": {"type": "null"}}}
    failure = {"type": "object", "required": ["data"], "properties": {"data": {"type": "string", "minLength": 1}}}
    score = judged({"anyOf": [success, failure]}, {"data": "no"})
    assert (score.accepted, score.admitted) == ([], 1)


@pytest.mark.parametrize(
    ("description", "reason"),
    [
        ("Settings. Leniency: the platform takes any value here (observed).", "Leniency: the platform takes any"),
        ("Leniency: the documentation shows both forms.", "Leniency: the documentation"),
        ("Any value is accepted.", None),
        ("Leniency: yes.", None),
        ("The word Leniency: alone inside a sentence says nothing", None),
    ],
)
@pytest.mark.parametrize("referred", [True, False])
def test_a_leniency_is_explained_by_a_sentence_beside_the_member(
    description: str, reason: str | None, referred: bool
) -> None:
    free = {"description": description}
    member = {"$ref": "#/components/schemas/Free"} if referred else free
    score = judged({"type": "object", "properties": {"a": member}}, {"a": 1}, Free=free)
    assert len(score.accepted) == 6
    for verdict in score.accepted:
        assert (verdict.reason is None) == (reason is None)
        assert (verdict.reason or "").startswith(reason or "")


def test_a_member_that_may_be_gone_is_explained_beside_it_or_its_object() -> None:
    one = {"type": "object", "required": ["id"], "properties": {"id": {"type": "integer"}}}
    other = {"type": "object", "required": ["name"], "properties": {"name": {"type": "string"}}}
    value = {"id": 1, "name": "a"}
    score = judged({"anyOf": [one, other]}, value)
    assert ": without id" in accepted(score)
    assert score.unexplained == score.accepted
    said = {"type": "integer", "description": "The id. Leniency: a name is enough."}
    score = judged({"anyOf": [{**one, "properties": {"id": said}}, other]}, value)
    reasons = {verdict.fault: verdict.reason for verdict in score.accepted if verdict.fault.startswith("without")}
    assert reasons == {"without id": "Leniency: a name is enough", "without name": None}


def test_what_only_a_condition_asks_for_is_no_demand() -> None:
    conditional = {**STRICT, "if": {"required": ["kind"]}, "then": {"required": ["at"]}}
    score = judged(conditional, VALUE)
    # One more than the strict schema refuses: without `at`. Without `kind` it is as good an example.
    assert (score.refused, score.accepted) == (7 * 6 + 9 + 2 + 1, [])


def test_json_inside_a_string_is_an_example_of_its_own() -> None:
    inner = {"type": "array", "items": {"type": "integer", "minimum": 1}}
    member = {"type": "string", "contentMediaType": "application/json", "contentSchema": inner}
    score = judged({"type": "object", "required": ["payload"], "properties": {"payload": member}}, {"payload": "[5]"})
    # Types: the form, its member, the list, its item. Limits: the item's. Required: the payload.
    assert (score.refused, score.accepted) == (4 * 6 + 1 + 1, [])
