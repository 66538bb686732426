"""Rules about schemas: one way to write each thing, and nothing that a generator loses in silence."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..anatomy import Node, Spec
from ..document import escape
from ..naming import member_name
from ..shape import keyword_faults
from .backtracking import fault
from .names import component_fault
from .registry import Problem, rule
from .rules_operations import members

# Schemas below these judge values and make no types: what they say is for validators alone.
_CONDITIONS = ("not", "if", "then", "else", "contains", "propertyNames", "dependentSchemas")
_TYPES = {
    "string": {"minLength", "maxLength", "pattern", "contentMediaType", "contentEncoding", "contentSchema"},
    "number": {"minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"},
    "array": {
        *("items", "prefixItems", "contains", "minContains", "maxContains", "minItems", "maxItems"),
        *("uniqueItems", "unevaluatedItems"),
    },
    "object": {
        *("properties", "required", "additionalProperties", "patternProperties", "propertyNames"),
        *("minProperties", "maxProperties", "dependentRequired", "dependentSchemas", "unevaluatedProperties"),
    },
}
_HELD = ("items", "prefixItems", "additionalProperties", "patternProperties")
_SHAPES = {"$ref", "type", "anyOf", "oneOf", "allOf", "enum", "const", "not", "if", "then", "else"}
_WORDS = {
    "description",
    "deprecated",
    "default",
    "readOnly",
    "writeOnly",
    "format",
    "externalDocs",
    "$comment",
}
_KEYWORDS = set[str]().union(*_TYPES.values(), _SHAPES, _WORDS, {"discriminator"})
_INSTEAD = {
    "nullable": "Write 'type: [x, \"null\"]', or 'anyOf: [{$ref: …}, {type: \"null\"}]'.",
    "example": "Put examples on media types and parameters.",
    "examples": "Put examples on media types and parameters.",
    "title": "Remove it: a generator would name the class after it.",
    "$defs": "Make each a component.",
    "definitions": "Make each a component.",
}
_FORMATS = {
    "string": {"date-time", "date", "time", "uri", "uuid", "decimal", "binary"},
    "integer": {"int32", "int64"},
    "number": {"float", "double"},
}
_LIMITS = {
    "minLength",
    "maxLength",
    "pattern",
    "minimum",
    "maximum",
    "exclusiveMinimum",
    "exclusiveMaximum",
    "multipleOf",
}
_PAIRS = (
    *(("minimum", "maximum"), ("minLength", "maxLength"), ("minItems", "maxItems")),
    *(("minProperties", "maxProperties"), ("exclusiveMinimum", "exclusiveMaximum")),
)
_INTEGERS = {"int32": (-(2**31), 2**31 - 1), "int64": (-(2**63), 2**63 - 1)}


@rule("component-name")
def component_name(spec: Spec) -> Iterator[Problem]:
    """Name schemas in PascalCase, in a way that both generators keep, no two alike but for case."""
    seen: dict[str, str] = {}
    for name in spec.schemas:
        pointer = f"/components/schemas/{escape(name)}"
        if wrong := component_fault(name):
            yield pointer, f"{name!r} {wrong}. Choose another name, like 'CommentCreate'."
        elif name.lower() in seen:
            yield pointer, f"{name!r} differs from {seen[name.lower()]!r} only in case. Choose another name."
        seen.setdefault(name.lower(), name)


@rule("keyword")
def keyword(spec: Spec) -> Iterator[Problem]:
    """Use only keywords of JSON Schema 2020-12 that the tools know: others are ignored in silence."""
    for node in spec.of("schema"):
        for key in node.data:
            if key not in _KEYWORDS and not key.startswith("x-"):
                instead = _INSTEAD.get(key, "Correct its spelling, or remove it.")
                yield node.child(key), f"{key!r} is no keyword that is used here. {instead}"


@rule("keyword-value")
def keyword_value(spec: Spec) -> Iterator[Problem]:
    """Give keywords the values that JSON Schema 2020-12 allows."""
    yield from keyword_faults(spec)


@rule("keyword-type")
def keyword_type(spec: Spec) -> Iterator[Problem]:
    """Use keywords only beside a type that they judge: `maxLength` does nothing to an integer."""
    for node in spec.of("schema"):
        if _is_condition(node):
            continue
        kinds = {"number" if kind == "integer" else kind for kind in types(node.data)}
        for kind, keywords in _TYPES.items():
            for key in sorted(keywords & node.data.keys()):
                if kind not in kinds and not (kinds == set() and node.role == "allOf"):
                    yield (
                        node.child(key),
                        f"{key!r} judges a value of type {kind}. Write 'type: {kind}', or remove it.",
                    )


@rule("limits")
def limits(spec: Spec) -> Iterator[Problem]:
    """Let limits leave something to choose from, and integer formats hold their limits."""
    for node in spec.of("schema"):
        for low, high in _PAIRS:
            least, most = node.data.get(low), node.data.get(high)
            if _is_number(least) and _is_number(most) and least > most:
                yield node.child(low), f"{low} {least} is above {high} {most}. Correct one of them."
        bounds = _INTEGERS.get(str(node.data.get("format")))
        for key in ("minimum", "maximum") if bounds else ():
            value = node.data.get(key)
            if bounds and _is_number(value) and not bounds[0] <= value <= bounds[1]:
                yield node.child(key), f"{key} {value} is not in {node.data['format']}. Leave the format out."


@rule("format")
def known_format(spec: Spec) -> Iterator[Problem]:
    """Use formats that keep the text as it is: no byte, email, hostname, password, uint64 or unknown ones."""
    for node in spec.of("schema"):
        if "format" not in node.data:
            continue
        allowed = sorted(set[str]().union(*(_FORMATS.get(kind, set()) for kind in types(node.data))))
        if node.data["format"] not in allowed:
            yield (
                node.child("format"),
                f"Format {node.data['format']!r} changes or loses values. Leave it out"
                + (f", or write one of {', '.join(allowed)}." if allowed else "."),
            )
        if node.data["format"] == "decimal" and not node.is_component:
            yield (
                node.pointer,
                "A decimal has no name. Make a component with 'type: string, format: decimal'.",
            )


@rule("pattern")
def pattern(spec: Spec) -> Iterator[Problem]:
    """Write patterns that every engine reads and none takes long for; anchor those beside a length."""
    for node in spec.of("schema"):
        found = {node.child("pattern"): node.data.get("pattern")}
        found |= {node.child("patternProperties", name): name for name in _mapping(node.data, "patternProperties")}
        for pointer, text in found.items():
            if not isinstance(text, str):
                continue
            if wrong := fault(text):
                yield pointer, f"Pattern {text!r} {wrong}. Write it so that each part can match in one way."
            elif text[:1] != "^" and node.data.keys() & {"minLength", "maxLength"}:
                yield (
                    pointer,
                    f"Values for pattern {text!r} and a length are hard to make. Anchor it with ^ and $.",
                )


@rule("anonymous-object")
def anonymous_object(spec: Spec) -> Iterator[Problem]:
    """Make every object with members a component: members, items and branches refer to it by $ref."""
    for node in spec.of("schema"):
        if node.data.keys() & {"properties", "patternProperties"} and not (
            node.is_component or node.role == "allOf" or _is_condition(node) or _is_body(node)
        ):
            yield node.pointer, "An object without a name. Make it a component and write '$ref' to it."


@rule("array-items")
def array_items(spec: Spec) -> Iterator[Problem]:
    """Say what the items of an array are, `{}` when anything."""
    for node in spec.of("schema"):
        if "array" in types(node.data) and not node.data.keys() & {"items", "prefixItems"}:
            yield (
                node.pointer,
                "An array without items is dropped by a generator. Write 'items: …', '{}' for anything.",
            )


@rule("boolean-schema")
def boolean_schema(spec: Spec) -> Iterator[Problem]:
    """Write `{}`, not `true`, for a schema that takes anything."""
    for node in spec.nodes:
        if (
            node.kind == "schema"
            and isinstance(node.data, bool)
            and node.role not in (*("additionalProperties", "unevaluatedProperties", "unevaluatedItems"),)
        ):
            yield (
                node.pointer,
                f"A generator refuses the schema {str(node.data).lower()}. Write '{{}}' for anything.",
            )


@rule("closed-object")
def closed_object(spec: Spec) -> Iterator[Problem]:
    """Keep objects open: the platform may add members at any time."""
    for node in spec.of("schema"):
        for key in ("additionalProperties", "unevaluatedProperties"):
            if node.data.get(key) is False and not _is_condition(node):
                yield node.child(key), f"'{key}: false' refuses members that the platform adds. Remove it."


@rule("enum")
def enum(spec: Spec) -> Iterator[Problem]:
    """Make every enumeration a component of values of one type, without null and without doubles."""
    for node in spec.of("schema"):
        values = node.data.get("enum")
        if not isinstance(values, list) or _is_condition(node):
            continue
        kinds = {type(value).__name__ for value in values if value is not None}
        if not values:
            yield node.child("enum"), "An enumeration of nothing. List its values."
        if None in values:
            yield (
                node.child("enum"),
                "null in an enumeration. Write 'anyOf: [{$ref: …}, {type: \"null\"}]' at the use.",
            )
        elif len(kinds) > 1:
            yield (
                node.child("enum"),
                f"Values of types {', '.join(sorted(kinds))}. Write anyOf of one component each.",
            )
        elif not node.is_component:
            yield node.pointer, "An enumeration without a name. Make it a component and write '$ref' to it."
        if len({repr(value) for value in values}) < len(values):
            yield node.child("enum"), "A value stands twice. Keep one."


@rule("open-list")
def open_list(spec: Spec) -> Iterator[Problem]:
    """Write a list that may grow as a component X: `anyOf: [{$ref: KnownX}, {type: string}]`."""
    for node in spec.of("schema"):
        branches = _branches(node.data)
        closed = [each for each in branches if "enum" in spec.follow(each)]
        texts = [each for each in branches if spec.follow(each).get("type") == "string" and each not in closed]
        if not closed or not texts or _is_condition(node):
            continue
        name = node.key if node.is_component else "X"
        known = f"#/components/schemas/Known{name}"
        if not node.is_component or node.data.get("anyOf") != [{"$ref": known}, {"type": "string"}]:
            yield (
                node.pointer,
                "An open list is written in one way. Make a component "
                f"'{name}: {{anyOf: [{{$ref: \"{known}\"}}, {{type: string}}]}}'.",
            )


@rule("nullable")
def nullable(spec: Spec) -> Iterator[Problem]:
    """Write null last: `anyOf: [x, {type: "null"}]` for $refs, maps and objects, else `type: [x, "null"]`."""
    for node in spec.of("schema"):
        kinds = node.data.get("type")
        if isinstance(kinds, list) and "null" in kinds:
            if "object" in kinds:
                yield (
                    node.child("type"),
                    "A nullable map loses its types. Write 'anyOf: [{type: object, …}, {type: \"null\"}]'.",
                )
            elif kinds[-1] != "null":
                yield node.child("type"), f"null is not last. Write 'type: [{', '.join(_null_last(kinds))}]'."
        for key in ("anyOf", "oneOf"):
            branches = node.data.get(key)
            if not isinstance(branches, list) or {"type": "null"} not in branches:
                continue
            if key == "oneOf" or branches[-1] != {"type": "null"}:
                yield (
                    node.child(key),
                    "null is written in one way. Write 'anyOf: [x, {type: \"null\"}]', null last.",
                )


def _null_last(kinds: list[Any]) -> list[str]:
    return [*(str(kind) for kind in kinds if kind != "null"), '"null"']


@rule("scalar-union")
def scalar_union(spec: Spec) -> Iterator[Problem]:
    """Make scalars with limits a component where they are items, map values or branches of a union."""
    for node in spec.of("schema"):
        if node.is_component or _is_condition(node):
            continue
        branches = [each for each in _branches(node.data) if each.get("type") != "null"]
        if (_limited(node.data) and len(types(node.data) - {"null"}) > 1) or (
            len(branches) > 1 and any(map(_limited, branches))
        ):
            yield node.pointer, "A union of scalars with limits. Make it a component and write '$ref' to it."
        elif _limited(node.data) and node.role in _HELD:
            yield node.pointer, "Items or values with limits. Make them a component and write '$ref' to it."


@rule("json-member")
def json_member(spec: Spec) -> Iterator[Problem]:
    """Write JSON in a string with `contentMediaType: application/json` and `contentSchema: {$ref: …}`."""
    for node in spec.of("schema"):
        inner = node.data.get("contentSchema")
        if inner is None:
            continue
        item = inner.get("items") if isinstance(inner, dict) and inner.get("type") == "array" else inner
        if not isinstance(item, dict) or "$ref" not in item:
            yield node.child("contentSchema"), "The JSON has no name. Write a '$ref', or an array of one."
        if node.data.get("contentMediaType") != "application/json" or node.data.get("type") != "string":
            yield (
                node.pointer,
                "Write 'type: string' and 'contentMediaType: application/json' beside contentSchema.",
            )


@rule("required-member")
def required_member(spec: Spec) -> Iterator[Problem]:
    """Declare every member that is required."""
    for node in spec.of("schema"):
        names = node.data.get("required")
        if not isinstance(names, list) or _is_condition(node) or node.role in ("anyOf", "oneOf"):
            continue
        whole = node
        while whole.role == "allOf" and whole.parent:
            whole = whole.parent
        known = members(spec, whole.data)
        for index, name in enumerate(names):
            if name not in known:
                yield (
                    node.child("required", str(index)),
                    f"Member {name!r} is required and not declared. Declare it.",
                )


@rule("member-clash")
def member_clash(spec: Spec) -> Iterator[Problem]:
    """Let no two members become one name in Python, and no member be declared twice through allOf."""
    aliases = _mapping(_mapping(spec.overlaid.data, "x-sdk-client"), "aliases")
    for node in spec.of("schema"):
        seen: dict[str, str] = {}
        for wire in members(spec, node.data) if not _is_condition(node) else ():
            name = member_name(wire, aliases)
            if name in seen and wire in _mapping(node.data, "properties"):
                yield (
                    node.child("properties", wire),
                    f"{wire!r} and {seen[name]!r} are one name in Python. Keep the one that is on the wire, "
                    "or name one in the overlay (x-sdk-client: aliases).",
                )
            seen.setdefault(name, wire)
        yield from _narrowed(spec, node)


def _narrowed(spec: Spec, node: Node) -> Iterator[Problem]:
    branches = node.data.get("allOf")
    parts = [members(spec, branch) for branch in branches] if isinstance(branches, list) else []
    parts.append(_mapping(node.data, "properties"))
    known: set[str] = set()
    for part in parts:
        for name in part:
            if name in known:
                yield (
                    node.child("allOf"),
                    f"Member {name!r} is declared twice, and the wider type is kept. Write the members out.",
                )
        known.update(part)


@rule("discriminator")
def discriminator(spec: Spec) -> Iterator[Problem]:
    """Give a discriminated union a mapping, and each branch the property, required, with that const."""
    for node in spec.of("discriminator"):
        union = node.parent.data if node.parent else {}
        name = str(node.data.get("propertyName"))
        mapping = node.data.get("mapping")
        branches = {each.get("$ref") for each in _branches(union)}
        if not isinstance(mapping, dict) or set(mapping.values()) != branches:
            yield node.pointer, "The mapping does not name every branch. Write 'mapping: {value: \"#/…\"}'."
            continue
        for value, ref in mapping.items():
            branch = spec.follow({"$ref": ref})
            constant = _mapping(members(spec, branch), name).get("const")
            if constant != value or name not in _required(spec, branch):
                yield (
                    node.child("mapping", value),
                    f"{ref} does not require '{name}: {{const: {value}}}'. Add it.",
                )


def _required(spec: Spec, schema: Any, depth: int = 0) -> set[str]:
    """Return the members that an object must have, those of its allOf included."""
    schema = spec.follow(schema)
    parts = [_required(spec, branch, depth + 1) for branch in schema.get("allOf", ()) if depth < 20]
    return set(map(str, schema.get("required", ()))).union(*parts)


@rule("recursive")
def recursive(spec: Spec) -> Iterator[Problem]:
    """Let a schema hold itself only through a member of an object: arrays and unions that do are dropped."""
    edges = {name: set(_direct(schema)) for name, schema in spec.schemas.items()}
    for name in edges:
        seen, todo = set[str](), list(edges[name])
        while todo:
            other = todo.pop()
            if other not in seen:
                seen.add(other)
                todo += edges.get(other, ())
        if name in seen:
            yield (
                f"/components/schemas/{escape(name)}",
                f"{name} holds itself without an object between. Wrap it in one.",
            )


def _direct(schema: Any) -> Iterator[str]:
    """Yield the components that a schema is made of without a member of an object between."""
    if not isinstance(schema, dict) or "properties" in schema:
        return
    if isinstance(schema.get("$ref"), str):
        yield schema["$ref"].rpartition("/")[2]
    for key in ("items", "additionalProperties"):
        yield from _direct(schema.get(key))
    for key in ("anyOf", "oneOf", "allOf", "prefixItems"):
        for branch in schema.get(key, ()):
            yield from _direct(branch)


def types(schema: dict[str, Any]) -> set[str]:
    """Return the types that a schema names itself."""
    kinds = schema.get("type")
    return set(map(str, kinds)) if isinstance(kinds, list) else {kinds} if isinstance(kinds, str) else set()


def _limited(schema: dict[str, Any]) -> bool:
    return bool(schema.keys() & _LIMITS)


def _branches(schema: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the branches of a union."""
    branches = [each for key in ("anyOf", "oneOf") for each in schema.get(key) or ()]
    return [each for each in branches if isinstance(each, dict)]


def _mapping(schema: dict[str, Any], key: str) -> dict[str, Any]:
    value = schema.get(key)
    return value if isinstance(value, dict) else {}


def _is_number(value: Any) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def _is_condition(node: Node) -> bool:
    return node.role in _CONDITIONS or any(
        each.role in _CONDITIONS for each in node.ancestors() if each.kind == "schema"
    )


def _is_body(node: Node) -> bool:
    """Tell whether it is the schema of a body, a parameter or a header: these have rules of their own."""
    return node.parent is not None and node.parent.kind != "schema"
