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
from tests.specs.roundtrip import MODELLED, alternatives, json_types, member_schemas

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

    `schema` holds the keyword; `modelled` is the same place of the overlaid document, or what stands above it when the
    overlay took the place away; `is_taken_out` tells that it has neither the place nor the keyword; `through` are the
    keywords on the way to it; `optional` tells whether the value is a member that may be absent.
    """

    keyword: str
    is_taken_out: bool
    instance: Any
    schema: dict[str, Any]
    modelled: dict[str, Any]
    through: frozenset[str]
    optional: bool

    @property
    def types(self) -> set[str]:
        """The JSON types that the place admits, in the document or for the models."""
        kinds = [self.schema.get("type", []), self.modelled.get("type", [])]
        return {name for each in kinds for name in ([each] if isinstance(each, str) else each)}

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
    """A scalar that the document admits and a model does not take; with its stand-in instead, it takes the whole.

    `stand_in` gets the scalar and the JSON types that the overlay gave to its component (none without one), and
    returns what to put in its place, or None if the row is not about such a value.
    """

    name: str
    reason: str
    stand_in: Callable[[Any, set[str]], Any]
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
    if fault.keyword != "type" or not isinstance(fault.instance, str | bool | int | float):
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
    kinds: dict[str, Any] = {"date-time": AwareDatetime, "date": date}
    kind = kinds.get(fault.schema.get("format", ""), date if fault.modelled.get("x-python-type") else None)
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
        "URI in any form",
        "a URI is a str in the models: pydantic's AnyUrl would change its text",
        lambda fault: fault.keyword == "format" and fault.schema.get("format") == "uri",
        ("sociogram", "BotLinkButton", {"text": "Read", "url": "no address"}),
    ),
    Leniency(
        "keyword that the models leave out",
        "datamodel-code-generator has nothing to write it with",
        lambda fault: bool(({fault.keyword} | fault.through) & IGNORED),
        ("talkee", "Echo", {"msg": "Hello", "code": 1}),
    ),
    Leniency(
        "keyword that an overlay takes out",
        "the overlay's action says why: a class could not state it, or the platform is to judge",
        lambda fault: fault.is_taken_out,
        ("deso", "TransactionSpendingLimitResponse", {}),
    ),
)


def _beyond_64_bits(value: Any, types: set[str]) -> Any:
    return "1" if isinstance(value, str) and re.fullmatch("[0-9]{20}", value) and int(value) >= 2**64 else None


_MOMENT = re.compile(
    r"\d{4}([-/])\d\d\1\d\d(?:(?P<between>[Tt ])\d\d:\d\d:\d\d(?:\.\d+)?(?P<offset>[Zz]|[+-]\d\d:?\d\d)?)?"
)


def _no_moment(value: Any, types: set[str]) -> Any:
    match = _MOMENT.fullmatch(value) if isinstance(value, str) else None
    if match is None:
        return None
    try:
        datetime.fromisoformat(value.upper().replace("/", "-"))
    except ValueError:
        time = f"{match['between']}23:59:59" if match["between"] else ""
        return re.sub(r"\d{4}$|\d\d:\d\d$", lambda zero: re.sub(r"\d", "0", zero[0]), match["offset"] or "").join(
            [f"2016{match[1]}12{match[1]}31{time}", ""]
        )
    return None


def _other_form(value: Any, types: set[str]) -> Any:
    if isinstance(value, int | float) and not isinstance(value, bool) and types == {"string"}:
        return str(value)
    if isinstance(value, str) and types == {"integer"} and value.isdecimal():
        return int(value)
    return None


STRICTNESSES = (
    Strictness(
        "digits beyond 64 bits",
        "the pattern of an id counts digits; the model knows the limit that the description states",
        _beyond_64_bits,
        ("talkee", "NumericId", "18446744073709551616"),
    ),
    Strictness(
        "moment that Python does not have",
        "a pattern, and RFC 3339, have leap seconds, the year 0, 30 February and offsets of 99 hours; datetime has not",
        _no_moment,
        ("talkee", "Reward", {"created_at": "2016-12-31T23:59:60Z"}),
    ),
    Strictness(
        "form that only other clients send",
        "of a union of number and text an overlay leaves the one that this client sends, in a request",
        _other_form,
        ("socialize", "DeviceId", 1234345656),
    ),
)


def with_stand_ins(api: str, schemas: list[dict[str, Any]], value: Any) -> tuple[Any, list[str]]:
    """Copy a value with a stand-in for each scalar that a model does not take; return the names of the reasons too.

    `schemas` are those that describe the value.
    """
    known = [part for schema in schemas for part in alternatives(api, schema, value)]
    if isinstance(value, dict):
        parts = {key: with_stand_ins(api, list(member_schemas(known, key)), item) for key, item in value.items()}
        return {key: part for key, (part, _) in parts.items()}, [name for _, names in parts.values() for name in names]
    if isinstance(value, list):
        items = [with_stand_ins(api, [part["items"] for part in known if "items" in part], item) for item in value]
        return [part for part, _ in items], [name for _, names in items for name in names]
    types = json_types([part[MODELLED] for part in known if MODELLED in part])
    for row in STRICTNESSES if known else ():
        stand_in = row.stand_in(value, types)
        if stand_in is not None:
            return stand_in, [row.name]
    return value, []


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
    modelled, is_there = _reach(overlaid(api), error.schema_path)
    return Fault(
        keyword=str(keyword),
        is_taken_out=not is_there,
        instance=error.instance,
        schema=_reach(document(api).data, place)[0],
        modelled=modelled,
        through=through,
        optional=optional,
    )


def _reach(data: dict[str, Any], place: list[str | int]) -> tuple[dict[str, Any], bool]:
    """Return the schema at a place, or the nearest one above it, and whether the place is there."""
    node: Any = data
    nearest: dict[str, Any] = {}
    for token in place:
        try:
            node = node[token]
        except (KeyError, IndexError, TypeError):
            return nearest, False
        nearest = node if isinstance(node, dict) else nearest
    return nearest, True


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
