"""The examples of every document are read into models and come back equal, unknown members included."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import pytest
from pydantic import ValidationError

from tests.specs.documents import JUDGED, Example, decode, examples, validator
from tests.specs.leniencies import with_stand_ins
from tests.specs.roundtrip import Comparison, alternatives, differences

FOUND = [(api, example) for api in JUDGED for example in examples(api)]
STRUCTURES = [(api, example) for api, example in FOUND if isinstance(example.value, dict | list)]
# No member of a document is called so. Its value has every JSON type, and texts that look like other things.
UNKNOWN = {
    "x-unknown": {
        "digits": "12",
        "time": "2023-04-20T12:00:00+02:00",
        "decimal": "1.50",
        "numbers": [0, -1, 0.5, 18446744073709551615],
        "rest": [None, True, "", {"": []}],
    }
}


def names(cases: list[tuple[str, Example]]) -> list[str]:
    return [api + example.pointer for api, example in cases]


@pytest.mark.parametrize("api", JUDGED)
def test_every_document_has_examples(api: str) -> None:
    assert examples(api)


@pytest.mark.parametrize(("api", "example"), FOUND, ids=names(FOUND))
def test_an_example_comes_back_equal(api: str, example: Example) -> None:
    example = as_this_client_sends_it(api, example)
    assert differences(api, example.schema, example.value) == []


@pytest.mark.parametrize(("api", "example"), STRUCTURES, ids=names(STRUCTURES))
def test_members_that_the_document_does_not_know_survive(api: str, example: Example) -> None:
    example = as_this_client_sends_it(api, example)
    extended = with_unknown(api, [example.schema], example.value)
    if extended == example.value:
        pytest.skip("the example holds nothing but maps, whose members have a schema already")
    assert validator(api, example.schema).is_valid(extended), "the document itself refuses unknown members here"
    assert differences(api, example.schema, extended) == []


def as_this_client_sends_it(api: str, example: Example) -> Example:
    """Put what only other clients send (see leniencies.py) into the form of this one: the models read no other."""
    try:
        decode(api, example.schema, example.value)
    except ValidationError:
        value, names = with_stand_ins(api, [example.schema], example.value)
        assert set(names) == {"form that only other clients send"}, example.pointer
        return replace(example, value=value)
    return example


def with_unknown(api: str, schemas: list[dict[str, Any]], value: Any) -> Any:
    """Copy a value with unknown members in each of its objects but maps, whose members have a schema already."""
    known = [part for schema in schemas for part in alternatives(api, schema, value)]
    if isinstance(value, list):
        items = [schema["items"] for schema in known if "items" in schema]
        return [with_unknown(api, items, item) for item in value]
    if not isinstance(value, dict):
        return value
    maps = [schema["additionalProperties"] for schema in known if "additionalProperties" in schema]
    members = {
        key: with_unknown(api, [s["properties"][key] for s in known if key in s.get("properties", {})] or maps, item)
        for key, item in value.items()
    }
    return members if maps and True not in maps else {**members, **UNKNOWN}


NOON = "2023-04-20T12:00:00+02:00"
TIME: dict[str, Any] = {"type": "string", "format": "date-time"}
AMOUNT: dict[str, Any] = {"type": "string", "format": "decimal"}
ID: dict[str, Any] = {"anyOf": [{"type": "integer"}, {"type": "string", "pattern": "^[0-9]+$"}]}
TEXT: dict[str, Any] = {"type": "string"}


@pytest.mark.parametrize(
    ("schema", "value", "back"),
    [
        (ID, "12", 12),
        (ID, 12, 12),
        (TEXT, "12", "12"),
        (TIME, NOON, "2023-04-20T12:00:00.000000+02:00"),
        (TIME, "2023-04-20T12:00:00Z", "2023-04-20T12:00:00+00:00"),
        (AMOUNT, "0.10", "0.1"),
        (AMOUNT, 0.5, "0.5"),
        ({"type": "number"}, 5.0, 5),
        ({"properties": {"a": ID}}, {"a": "1", "b": "1"}, {"a": 1, "b": "1"}),
    ],
)
def test_the_comparison_sees_what_is_equal(schema: dict[str, Any], value: Any, back: Any) -> None:
    assert list(Comparison(JUDGED[0], in_python=False).run([schema], value, back)) == []


@pytest.mark.parametrize(
    ("in_python", "schema", "value", "back"),
    [
        (False, ID, "12", "12"),
        (False, ID, "12", 13),
        (False, ID, 12, 13),
        (False, ID, 1, True),
        (False, TEXT, "12", 12),
        (False, TEXT, "a ", "a"),
        (False, {"type": "boolean"}, True, 1),
        (False, TEXT, None, ""),
        (False, TIME, NOON, "2023-04-20T12:00:01+02:00"),
        (False, TIME, NOON, "2023-04-20T10:00:00Z"),
        (True, TIME, NOON, NOON),
        (True, TIME, NOON, datetime(2023, 4, 20, 10, tzinfo=UTC)),
        (False, AMOUNT, "0.0000001", "1E-7"),
        (False, AMOUNT, "0.1", "0.2"),
        (True, AMOUNT, "0.1", "0.1"),
        (True, AMOUNT, "0.1", 0.1),
        (True, AMOUNT, "0.1", Decimal("0.1000000000000000055")),
        (False, {}, {"a": 1}, {}),
        (False, {}, {}, {"a": None}),
        (False, {"properties": {"a": ID}}, {"a": "1", "b": "1"}, {"a": 1, "b": 1}),
        (False, {"items": ID}, ["1", "2"], [1, "2"]),
        (False, {"items": ID}, ["1", "2"], [1]),
    ],
)
def test_the_comparison_sees_what_is_not_equal(in_python: bool, schema: dict[str, Any], value: Any, back: Any) -> None:
    assert list(Comparison(JUDGED[0], in_python=in_python).run([schema], value, back))
