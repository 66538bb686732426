"""Whether a JSON value comes back equal from its model, by what the document says of each of its parts."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from tests.specs.documents import adapter, decode, document, overlaid, validator

Schema = dict[str, Any]
MODELLED = "the component as the overlay leaves it"
_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")


def differences(api: str, schema: Schema, value: Any) -> list[str]:
    """Read a valid JSON value into its model, take it out again, as Python values and as JSON, and compare.

    Returns what is not equal, one line each, with the pointer. Equal is: numbers and digit strings as numbers, where
    the document admits both; decimals as Decimal, in JSON without exponent; times as instants with the same offset;
    everything else exactly.
    """
    model = decode(api, schema, value)
    tool = adapter(api, schema)
    python = tool.dump_python(model, by_alias=True, exclude_unset=True)
    written = json.loads(tool.dump_json(model, by_alias=True, exclude_unset=True))
    return [
        *Comparison(api, in_python=True).run([schema], value, python),
        *Comparison(api, in_python=False).run([schema], value, written),
    ]


@dataclass(frozen=True)
class Comparison:
    """Compares JSON values with what came back, either as Python values or as JSON."""

    api: str
    in_python: bool

    def run(self, schemas: list[Schema], value: Any, back: Any, pointer: str = "") -> Iterator[str]:
        """Yield a line for each part of `value` that is not equal; `schemas` are those that speak about it."""
        known = [part for schema in schemas for part in alternatives(self.api, schema, value)]
        if isinstance(value, dict) and isinstance(back, dict):
            if value.keys() != back.keys():
                yield f"{pointer}: members {sorted(value.keys() ^ back.keys())} were lost or invented"
            for key in value.keys() & back.keys():
                yield from self.run(list(member_schemas(known, key)), value[key], back[key], f"{pointer}/{key}")
        elif isinstance(value, list) and isinstance(back, list) and len(value) == len(back):
            items = [schema["items"] for schema in known if "items" in schema]
            for index, item in enumerate(value):
                yield from self.run(items, item, back[index], f"{pointer}/{index}")
        elif isinstance(value, dict) and unwraps(known) and not isinstance(back, dict | list):
            # The one scalar inside stands for the whole, such as the yes of {"success": true}.
            if not any(type(inner) is type(back) and inner == back for inner in value.values()):
                yield f"{pointer}: {value!r} came back as {back!r}"
        elif not self._equal(known, value, back.reveal() if self.in_python and hasattr(back, "reveal") else back):
            yield f"{pointer}: {value!r} came back as {back!r} in {'Python' if self.in_python else 'JSON'}"

    def _equal(self, schemas: list[Schema], value: Any, back: Any) -> bool:
        # Where an overlay gives a component another type, that type decides.
        schemas = [schema[MODELLED] for schema in schemas if MODELLED in schema] or schemas
        formats = {schema.get("format") for schema in schemas}
        if any("x-python-type" in schema for schema in schemas) and isinstance(back, date):  # a datetime is a date too
            return self._same_moment(value, back)
        if isinstance(value, str) and "date-time" in formats:
            return self._same_time(datetime.fromisoformat(value), back)
        if isinstance(value, str) and "date" in formats:
            return bool(back == (date.fromisoformat(value) if self.in_python else value))
        if isinstance(value, str) and "uuid" in formats and self.in_python:
            return str(back) == value
        if isinstance(value, str | int | float) and not isinstance(value, bool) and is_decimal(schemas):
            return self._same_decimal(Decimal(str(value)), back)
        if isinstance(value, str) and re.fullmatch("[0-9]+", value) and "integer" in json_types(schemas):
            return type(back) is int and back == int(value)
        if isinstance(value, str) and _NUMBER.fullmatch(value) and "number" in json_types(schemas):
            return type(back) is float and back == float(value)
        if isinstance(value, int | float) and not isinstance(value, bool):
            return type(back) in (int, float) and back == value
        return type(back) is type(value) and bool(back == value)

    def _same_time(self, wanted: datetime, back: Any) -> bool:
        if not self.in_python and isinstance(back, str):
            back = datetime.fromisoformat(back)
        elif not self.in_python:
            return False
        return isinstance(back, datetime) and back == wanted and back.utcoffset() == wanted.utcoffset()

    def _same_moment(self, value: str, back: date) -> bool:
        """Compare a time or a date in a form of the platform's own with its Python value; without offset it is UTC."""
        if not isinstance(back, datetime):
            return back == date.fromisoformat(value.replace("/", "-"))
        wanted = datetime.fromisoformat(value)
        return self._same_time(wanted if wanted.tzinfo else wanted.replace(tzinfo=UTC), back)

    def _same_decimal(self, wanted: Decimal, back: Any) -> bool:
        if self.in_python:
            return isinstance(back, Decimal) and back == wanted
        if isinstance(back, str):
            return re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", back) is not None and Decimal(back) == wanted
        return type(back) in (int, float) and Decimal(str(back)) == wanted


def unwraps(schemas: list[Schema]) -> bool:
    """Tell whether an overlay makes a scalar with a Python type of its own of a component that has other forms, too."""
    modelled = [schema[MODELLED] for schema in schemas if MODELLED in schema]
    return any("x-python-type" in schema and "anyOf" not in schema for schema in modelled)


def is_decimal(schemas: list[Schema]) -> bool:
    """Tell whether the models have a Decimal here."""
    return any(
        schema.get("format") == "decimal" or "Decimal" in str(schema.get("x-python-type", "")) for schema in schemas
    )


def alternatives(api: str, schema: Schema, value: Any) -> Iterator[Schema]:
    """Yield the parts of a schema, through references and unions, that speak about `value`.

    For an object or a list, a branch that refuses it does not. For a scalar all branches do: an id that came as
    digits may come back as a number.
    """
    if "$ref" in schema:
        component = document(api).resolve(schema["$ref"])
        yield from alternatives(api, component, value)
        modelled = overlaid(api)["components"]["schemas"].get(schema["$ref"].rpartition("/")[2], component)
        if modelled != component:
            yield {MODELLED: modelled}
    yield schema
    for part in schema.get("allOf", []):
        yield from alternatives(api, part, value)
    for part in (*schema.get("anyOf", []), *schema.get("oneOf", [])):
        if not isinstance(value, dict | list) or validator(api, part).is_valid(value):
            yield from alternatives(api, part, value)


def member_schemas(schemas: list[Schema], key: str) -> Iterator[Schema]:
    """Yield what those of `schemas` that know a member say about it."""
    for schema in schemas:
        if key in schema.get("properties", {}):
            yield schema["properties"][key]
        elif isinstance(schema.get("additionalProperties"), dict):
            yield schema["additionalProperties"]


def json_types(schemas: list[Schema]) -> set[str]:
    """Return the JSON types that schemas name."""
    found: set[str] = set()
    for schema in schemas:
        kinds = schema.get("type", [])
        found |= {kinds} if isinstance(kinds, str) else set(kinds)
    return found
