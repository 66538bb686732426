"""Traps of pydantic that the generated models and the core go around. See traps.py."""

from __future__ import annotations

import json
import warnings
from collections.abc import Callable
from datetime import datetime
from decimal import Decimal
from typing import Annotated, Any

import pytest
from pydantic import BaseModel, ConfigDict, Field, GetCoreSchemaHandler, TypeAdapter, ValidationError
from pydantic_core import CoreSchema, to_json
from typing_extensions import TypeAliasType

from tests.generator.traps import Around

MODELS, CALL, REQUEST = "overrides/core/models.py", "overrides/core/call.py", "overrides/core/request.py"


class Thing(BaseModel):
    """A member that may be absent, and one whose name in Python is not the one on the wire."""

    model_config = ConfigDict(validate_by_name=True, validate_by_alias=True)

    maybe: int | None = None
    from_: Annotated[int | None, Field(alias="from")] = None


class MoreOfAThing(Thing):
    """A subclass with a member that its base does not declare."""

    more: int


class Holder(BaseModel):
    """Declares the base."""

    thing: Thing


Amount = TypeAliasType("Amount", Decimal)
SEEN: list[Any] = []


class Hooked(BaseModel):
    """A model that looks at its own schema when it is built."""

    amount: Amount

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        schema = handler(source)
        SEEN.append(str(schema))
        return schema


def refuses(kind: Any, text: bytes) -> str:
    """Return what pydantic says against a JSON text, "" if it takes it."""
    try:
        TypeAdapter(kind).validate_json(text)
    except ValidationError as error:
        return str(error)
    return ""


def warns_of_a_deprecated_branch() -> bool:
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        TypeAdapter(Annotated[int, Field(deprecated=True)] | str)
    return bool(caught)


TRAPS: dict[str, tuple[Callable[[], bool], Around]] = {
    "to_json writes members that were not given as null": (
        lambda: to_json([Thing()]) == b'[{"maybe":null,"from":null}]',
        Around(REQUEST, '"exclude_unset": True'),
    ),
    "an alias of a type has no model_validate": (
        lambda: not hasattr(TypeAliasType("Number", int), "model_validate"),
        Around(MODELS, "def wire_adapter("),
    ),
    "a member spelt like its Python name is read as the field": (
        lambda: Thing.model_validate_json('{"from_": 5}').from_ == 5,
        Around(CALL, "by_name=False"),
    ),
    "a decimal is written with an exponent": (
        lambda: TypeAdapter(Decimal).dump_json(Decimal("0.0000001")) == b'"1E-7"',
        Around("overrides/core/decimals.py", "def plain_decimal(", "https://github.com/pydantic/pydantic/issues/13089"),
    ),
    "a decimal goes into JSON as a string only": (
        lambda: TypeAdapter(Decimal).dump_json(Decimal("1.5")) == b'"1.5"',
        Around("overrides/core/decimals.py", "def mark_number("),
    ),
    "a named type hides from the hook of the model that holds it": (
        lambda: "definition-ref" in SEEN[0] and "decimal" not in SEEN[0],
        Around(MODELS, "def _adjust_named("),
    ),
    "half a surrogate pair makes a body unreadable": (
        lambda: "Invalid JSON" in refuses(str, b'"\\ud83d"') and json.loads('"\\ud83d"') == "\ud83d",
        Around("overrides/core/envelope.py", "def mend_json("),
    ),
    "NaN is read as a number": (
        lambda: refuses(Any, b"NaN") == "",
        Around("overrides/core/envelope.py", "def has_nan("),
    ),
    "a decimal that comes as a number passes through a float": (
        lambda: TypeAdapter(Decimal).validate_json(b"0.12345678901234567890") == Decimal("0.12345678901234568"),
        Around("README.md", "pass through a float"),
    ),
    "a time keeps microseconds": (
        lambda: TypeAdapter(datetime).validate_json(b'"2026-01-01T00:00:00.123456789Z"').microsecond == 123456,
        Around("README.md", "finer digits are cut"),
    ),
    "members of a subclass are left out where its base is declared": (
        lambda: Holder(thing=MoreOfAThing(maybe=1, more=2)).model_dump() == {"thing": {"maybe": 1, "from_": None}},
        Around("README.md", "a subclass of your own"),
    ),
    "an error shows the value that was given": (
        lambda: "my-password" in refuses(int, b'"my-password"'),
        Around(MODELS, "hide_input_in_errors=True"),
    ),
    "a deprecated branch of a union warns whenever its type is built": (
        warns_of_a_deprecated_branch,
        Around("overrides/sociogram/overlay.yaml", "deprecated branch of a union"),
    ),
}


@pytest.mark.parametrize("name", TRAPS)
def test_the_trap_is_still_there(name: str) -> None:
    is_there, around = TRAPS[name]
    around.assert_needed(is_there())
