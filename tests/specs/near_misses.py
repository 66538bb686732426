"""Near misses of a valid value: copies with one part replaced, left out, or just beyond a limit of its schema."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tests.specs.roundtrip import alternatives, member_schemas

# What takes the place of a part: a value of each type, and texts that a lax reader could take for something else.
REPLACEMENTS: tuple[Any, ...] = (
    *(None, True, 0, 1, -1, 1.5, 2.0, 2**64, 10**40, "", " ", "x", [], {}, [None], {"": None}),
    *("0", "5", "-5", "007", "5.0", "1e5", "NaN", "Infinity", "true", "off", "9" * 20),
    *("2023-04-20", "2023-04-20 12:00Z", "2023-04-20T12:00:00", "2023-04-20t12:00:00z", "2023-04-20T24:00:00Z"),
    *("2016-12-31T23:59:60Z", "0000-01-01T00:00:00Z", "361588040d3c4f5a9a1e6f0a6ce8a001"),
)
LONGEST_LIST = 1000


def near_misses(api: str, schemas: list[dict[str, Any]], value: Any, place: str = "") -> Iterator[tuple[str, Any]]:
    """Yield changed copies of a value that `schemas` describe, each with a name for what was changed where.

    Members that no schema describes stay as they are: anything is right there. Of a list, the first item is changed.
    """
    known = [part for schema in schemas for part in alternatives(api, schema, value)]
    if isinstance(value, dict):
        for key, member in value.items():
            for name, changed in _within(api, list(member_schemas(known, key)), member, f"{place}/{key}"):
                yield name, {**value, key: changed}
            yield f"{place}/{key} left out", {other: item for other, item in value.items() if other != key}
    elif isinstance(value, list) and value:
        items = [schema["items"] for schema in known if "items" in schema]
        for name, changed in _within(api, items, value[0], f"{place}/*"):
            yield name, [changed, *value[1:]]
    for index, replacement in enumerate((*REPLACEMENTS, *_around_limits(known, value))):
        yield f"{place} {index}", replacement


def _within(api: str, schemas: list[dict[str, Any]], value: Any, place: str) -> Iterator[tuple[str, Any]]:
    return near_misses(api, schemas, value, place) if schemas else iter(())


def _around_limits(schemas: list[dict[str, Any]], value: Any) -> Iterator[Any]:
    for schema in schemas:
        for limit in {schema[key] for key in ("minimum", "maximum") if key in schema}:
            yield from (limit - 1, limit, limit + 1)
        for limit in {schema[key] for key in ("minLength", "maxLength") if key in schema}:
            yield from ("x" * length for length in (limit - 1, limit, limit + 1))
        for limit in {schema[key] for key in ("minItems", "maxItems") if key in schema}:
            if isinstance(value, list) and value and limit < LONGEST_LIST:
                yield from ((value * length)[:length] for length in (limit - 1, limit, limit + 1))
