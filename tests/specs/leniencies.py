"""Where the models judge a value otherwise than the document, and why: the whole list.

A row excuses single faults, never whole values: a value that the document refuses and the model takes is excused when
every keyword that it breaks is. Each row carries a witness, a value that it must go on excusing: when the witness is
judged alike one day, the row has to go.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

import jsonschema_rs
from pydantic import AwareDatetime, TypeAdapter, ValidationError

from tests.specs.documents import document, overlaid, reference

# Keywords that datamodel-code-generator leaves out of the models without a word; the mock and the tests on the
# document check them. tests/generator/test_traps_models.py turns red when one of them is no longer left out.
IGNORED = frozenset(
    {"not", "if", "then", "else", "dependentRequired", "dependentSchemas", "patternProperties", "propertyNames"}
    | {"minProperties", "maxProperties", "prefixItems", "contains", "uniqueItems"}
)
_BRANCHES = frozenset({"anyOf", "oneOf", "allOf", "prefixItems"})
_MEMBERS = frozenset({"properties", "patternProperties", "dependentSchemas"})


@dataclass(frozen=True)
class Fault:
    """One keyword of the document that a value breaks.

    `missing` is the member that `required` asks for; `schema` holds the keyword; `modelled` is the same place of the
    overlaid document, or what stands above it when the overlay took the place away; `through` are the keywords on the
    way to it; `optional` tells whether the value is a member that may be absent.
    """

    keyword: str
    missing: str | None
    instance: Any
    schema: dict[str, Any]
    modelled: dict[str, Any]
    through: frozenset[str]
    optional: bool

    @property
    def types(self) -> set[str]:
        """The JSON types that the place admits."""
        kinds = self.schema.get("type", [])
        return {kinds} if isinstance(kinds, str) else set(kinds)

    @property
    def formats(self) -> set[str]:
        """The format of the place, in the document and for the models."""
        return {self.schema.get("format", ""), self.modelled.get("format", "")}


@dataclass(frozen=True)
class Leniency:
    """A fault that a model does not see."""

    name: str
    reason: str
    excuses: Callable[[Fault], bool]
    witness: tuple[str, str, Any]


@dataclass(frozen=True)
class Strictness:
    """A value that the document admits and a model cannot hold; with `stand_in` instead, the model takes the whole."""

    name: str
    reason: str
    applies: Callable[[Any], bool]
    stand_in: Any
    witness: tuple[str, str, Any]


def _reads(python_type: Any, value: object) -> bool:
    """Tell whether pydantic reads a value as this type."""
    try:
        TypeAdapter(python_type).validate_python(value)
    except ValidationError:
        return False
    return True


def _is_scalar(value: object) -> bool:
    return isinstance(value, str | int | float)


def _number_in_another_form(fault: Fault) -> bool:
    if fault.keyword != "type" or not isinstance(fault.instance, str | bool):
        return False
    return ("integer" in fault.types and _reads(int, fault.instance)) or (
        "number" in fault.types and _reads(float, fault.instance)
    )


def _boolean_for_listed_number(fault: Fault) -> bool:
    listed = [*fault.schema.get("enum", []), fault.schema.get("const")]
    return fault.keyword in {"enum", "const"} and isinstance(fault.instance, bool) and int(fault.instance) in listed


def _boolean_in_another_form(fault: Fault) -> bool:
    return fault.keyword == "type" and "boolean" in fault.types and _reads(bool, fault.instance)


def _time_in_another_form(fault: Fault) -> bool:
    kind = {"date-time": AwareDatetime, "date": date}.get(fault.schema.get("format", ""))
    return kind is not None and fault.keyword in {"type", "format"} and _reads(kind, fault.instance)


def _decimal_in_another_form(fault: Fault) -> bool:
    return "decimal" in fault.formats and _is_scalar(fault.instance) and _reads(Decimal, fault.instance)


def _uuid_in_another_form(fault: Fault) -> bool:
    return fault.keyword == "format" and fault.schema.get("format") == "uuid" and _reads(UUID, fault.instance)


LENIENCIES = (
    Leniency(
        "null for an absent member",
        "a member that may be absent is None in Python when it is, so its annotation admits None",
        lambda fault: fault.instance is None and fault.optional and fault.keyword in {"type", "enum", "const"},
        ("talkee", "PaymentNotice", {"traceId": None}),
    ),
    Leniency(
        "number in another form",
        "pydantic's lax mode reads digits and booleans as numbers; for ids that is what is wanted",
        _number_in_another_form,
        ("talkee", "UnixMilliseconds", "1681992000000"),
    ),
    Leniency(
        "boolean for a listed number",
        "True is equal to 1 in Python, and pydantic compares the values of a Literal",
        _boolean_for_listed_number,
        ("deso", "NewMessageType", True),
    ),
    Leniency(
        "a secret is not looked at",
        "a member that holds a token is a Secret in Python, whatever its text; the platform judges it",
        lambda fault: fault.modelled.get("x-python-type") == "_core.models.SecretString" and fault.keyword != "type",
        ("talkee", "LoginRequest", {"method": "mvm", "signature": "0x00"}),
    ),
    Leniency(
        "boolean in another form",
        "pydantic's lax mode reads 0, 1, yes, off and the like as booleans",
        _boolean_in_another_form,
        ("talkee", "SiteUpdate", {"use_arweave": "off"}),
    ),
    Leniency(
        "time in another form",
        "pydantic reads more than RFC 3339: a blank for the T, no seconds, and numbers since 1970",
        _time_in_another_form,
        ("talkee", "Reward", {"created_at": "2023-04-20 12:00Z"}),
    ),
    Leniency(
        "decimal in another form",
        "datamodel-code-generator drops a pattern beside a decimal, and pydantic reads numbers, signs and exponents",
        _decimal_in_another_form,
        ("talkee", "AssetAmount", "-1e5"),
    ),
    Leniency(
        "UUID in another form",
        "pydantic reads a UUID without hyphens, in braces, or as a URN",
        _uuid_in_another_form,
        ("talkee", "Reward", {"trace_id": "361588040d3c4f5a9a1e6f0a6ce8a001"}),
    ),
    Leniency(
        "member that only the document requires",
        "an overlay takes `required` out where a class could not state it",
        lambda fault: fault.missing is not None and fault.missing not in fault.modelled.get("required", []),
        ("deso", "TransactionSpendingLimitResponse", {}),
    ),
    Leniency(
        "keyword that the models leave out",
        "datamodel-code-generator has nothing to write it with",
        lambda fault: bool(({fault.keyword} | fault.through) & IGNORED),
        ("talkee", "Echo", {"msg": "Hello", "code": 1}),
    ),
)


def _beyond_64_bits(value: Any) -> bool:
    return isinstance(value, str) and re.fullmatch("[0-9]{20}", value) is not None and int(value) >= 2**64


def _no_python_time(value: Any) -> bool:
    if not isinstance(value, str) or not re.match(r"\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d", value):
        return False
    try:
        datetime.fromisoformat(value.upper())
    except ValueError:
        return True
    return False


STRICTNESSES = (
    Strictness(
        "digits beyond 64 bits",
        "the pattern of an id counts digits; the model knows the limit that the description states",
        _beyond_64_bits,
        "1",
        ("talkee", "NumericId", "18446744073709551616"),
    ),
    Strictness(
        "time that Python does not have",
        "RFC 3339 has leap seconds and the year 0; datetime has neither",
        _no_python_time,
        "2016-12-31T23:59:59Z",
        ("talkee", "Reward", {"created_at": "2016-12-31T23:59:60Z"}),
    ),
)


def excuses(api: str, component: str, error: jsonschema_rs.ValidationError) -> tuple[list[str], list[str]]:
    """Return the names of the leniencies that excuse an error of a component, and the faults that none excuses.

    Of a union that refuses all, the branch counts that has the fewest of these.
    """
    branches: list[list[jsonschema_rs.ValidationError]] = [*filter(None, getattr(error.kind, "context", []))]
    if branches:
        return min((excuses_of_all(api, component, branch) for branch in branches), key=lambda found: len(found[1]))
    fault = _fault(api, component, error)
    for row in LENIENCIES:
        if row.excuses(fault):
            return [row.name], []
    return [], [f"{'/'.join(map(str, error.instance_path)) or 'the whole'}: {error.message[:200]}"]


def excuses_of_all(
    api: str, component: str, errors: list[jsonschema_rs.ValidationError]
) -> tuple[list[str], list[str]]:
    """Do what `excuses` does for errors that all count."""
    found = [excuses(api, component, error) for error in errors]
    return [name for names, _ in found for name in names], [fault for _, faults in found for fault in faults]


def _fault(api: str, component: str, error: jsonschema_rs.ValidationError) -> Fault:
    *place, keyword = error.schema_path
    through, optional = _way(api, component, error.evaluation_path[:-1])
    return Fault(
        keyword=str(keyword),
        missing=getattr(error.kind, "property", None),
        instance=error.instance,
        schema=_reach(document(api).data, place),
        modelled=_reach(overlaid(api), place),
        through=through,
        optional=optional,
    )


def _reach(data: dict[str, Any], place: list[str | int]) -> dict[str, Any]:
    """Return the schema at a place, or the nearest one above it."""
    node: Any = data
    nearest: dict[str, Any] = {}
    for token in place:
        if not (isinstance(node, list) and isinstance(token, int)) and not (isinstance(node, dict) and token in node):
            break
        node = node[token]  # type: ignore[index]  # checked in the line above
        nearest = node if isinstance(node, dict) else nearest
    return nearest


def _way(api: str, component: str, path: list[str | int]) -> tuple[frozenset[str], bool]:
    """Return the keywords on the way to a fault, and whether it is about a member that may be absent."""
    node: Any = reference(component)
    through: set[str] = set()
    optional = False
    tokens = iter(path)
    for token in tokens:
        through.add(str(token))
        if token == "$ref":
            node = document(api).resolve(node["$ref"])
        elif token in _MEMBERS:
            name = next(tokens)
            optional = name not in node.get("required", [])
            node = node[token][name]
        elif token in _BRANCHES:
            node = node[token][int(next(tokens))]
        else:  # items, additionalProperties …: what stands in there is no member
            optional = False
            node = node[token]
    return frozenset(through), optional
