"""Rules about the document as a whole: how it is written, what it consists of, what refers to what."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from openapi_spec_validator import OpenAPIV31SpecValidator

from ..anatomy import Node, Spec
from ..document import escape
from ..shape import shape_faults, version_faults
from .registry import Problem, rule

PROVENANCES = ("documented", "observed", "inferred")
_SECTION = re.compile(r"\s*# --- \S.* ---+\s*$")
_COMPONENT_OF = {
    "schema": "schemas",
    "parameter": "parameters",
    "response": "responses",
    "body": "requestBodies",
    "header": "headers",
    "example": "examples",
    "link": "links",
    "callback": "callbacks",
    "path": "pathItems",
    "security-scheme": "securitySchemes",
}
# The extensions that a document may hold, the kinds of object that may hold them, and their values.
_EXTENSIONS: dict[str, tuple[tuple[str, ...], tuple[str, ...] | None]] = {
    "x-provenance": (("document", "operation", "parameter", "schema"), PROVENANCES),
    "x-stage": (("operation", "schema"), ("draft",)),
    "x-rate-limit": (("document", "operation"), None),
}


@rule("yaml-surprise")
def yaml_surprise(spec: Spec) -> Iterator[Problem]:
    """Quote what another YAML reader would not take for text: dates, on/no/yes, status codes, 0x10."""
    for found in spec.document.surprises:
        yield (
            found.pointer,
            f"Unquoted {found.text} is {found.ours} here and {found.theirs} to other YAML readers. "
            + (f'Write "{found.text}".' if found.ours == "str" else "Write it as a plain number."),
        )


@rule("openapi-version")
def openapi_version(spec: Spec) -> Iterator[Problem]:
    """Be an OpenAPI 3.1 document: openapi-python-client refuses 3.2, and 3.0 has other schemas."""
    yield from version_faults(spec.document)


@rule("shape")
def shape(spec: Spec) -> Iterator[Problem]:
    """Have mappings and lists where OpenAPI has them."""
    yield from shape_faults(spec)


@rule("openapi-schema")
def openapi_schema(spec: Spec) -> Iterator[Problem]:
    """Be valid to openapi-spec-validator: to its schema, and to the rest of it if nothing else is found."""
    for error in OpenAPIV31SpecValidator(spec.data).schema_validator.iter_errors(spec.data):
        pointer = "".join(f"/{escape(str(token))}" for token in error.absolute_path)
        yield pointer, _opinion(error)


def second_opinion(spec: Spec) -> Iterator[Problem]:
    """Yield what else openapi-spec-validator finds; it names no places, but each has a rule here, which does."""
    validator = OpenAPIV31SpecValidator(spec.data)
    for error in validator.root_validator(validator.schema_path):
        yield "", _opinion(error)


def _opinion(error: Any) -> str:
    message = " ".join(str(error.message).partition("Failed validating")[0].split()).rstrip(".")
    return f"{message if len(message) <= 200 else '… ' + message[-200:]}. Write what OpenAPI 3.1 asks for."


@rule("order")
def order(spec: Spec) -> Iterator[Problem]:
    """Put paths first, then webhooks, then components, and the paths of one resource together."""
    present = [key for key in spec.data if key in ("paths", "webhooks", "components")]
    if present != sorted(present, key=("paths", "webhooks", "components").index):
        yield f"/{present[0]}", f"Found {', '.join(present)}. Order them: paths, webhooks, components."
    left: set[str] = set()
    for (_, before), (node, tag) in pairwise([(None, ""), *_paths(spec)]):
        if before != tag:
            left.add(before)
        if tag in left and node:
            yield node.pointer, f"The paths of {tag!r} are in two places. Put them together."


@rule("section-comment")
def section_comment(spec: Spec) -> Iterator[Problem]:
    """Begin the paths of each resource with a comment like `# --- Comments ---`."""
    lines = spec.document.text.splitlines()
    for (_, before), (node, tag) in pairwise([(None, ""), *_paths(spec)]):
        if node is None or before == tag or not lines:
            continue
        before_it = reversed(lines[: spec.document.line(node.pointer) - 1])
        if not _SECTION.match(next((line for line in before_it if line.strip()), "")):
            title = tag.replace("_", " ").capitalize()
            yield node.pointer, f"The paths of {tag!r} begin here. Write a line '# --- {title} ---' above."


def _paths(spec: Spec) -> list[tuple[Node | None, str]]:
    """Return the paths in the order of the file with the tag of their first operation."""
    found: dict[str, tuple[Node | None, str]] = {}
    for operation in spec.operations:
        if operation.node.parent and not operation.is_webhook:
            found.setdefault(operation.path, (operation.node.parent, operation.tag))
    return list(found.values())


@rule("info")
def info(spec: Spec) -> Iterator[Problem]:
    """Describe the API, and each server it is at."""
    about = spec.data.get("info")
    if isinstance(about, dict) and not _text(about.get("description")):
        yield "/info", "The API is not described. Write info.description: what it is for, and whose it is."
    servers = spec.data.get("servers")
    if not isinstance(servers, list) or not servers:
        yield "/servers", "No servers. Write at least one with url and description."
    for node in spec.of("server"):
        if not _text(node.data.get("description")):
            yield node.pointer, "The server is not described. Write which one it is and whether it is alive."
        if str(node.data.get("url", "")).endswith("/"):
            yield node.child("url"), "The URL ends with a slash, and so paths get two. Leave it out."


@rule("provenance")
def provenance(spec: Spec) -> Iterator[Problem]:
    """State at the root where the document is known from (x-provenance); parts inherit it."""
    if "x-provenance" not in spec.data:
        yield "", f"No x-provenance at the root. Write one of {', '.join(PROVENANCES)}."


@rule("extension")
def extension(spec: Spec) -> Iterator[Problem]:
    """Use no other extensions than x-provenance, x-stage and x-rate-limit, each where it has a meaning."""
    for node in spec.nodes:
        if not isinstance(node.data, dict):
            continue
        for key in (key for key in node.data if isinstance(key, str) and key.startswith("x-")):
            kinds, values = _EXTENSIONS.get(key, ((), None))
            if not kinds:
                yield (
                    node.child(key),
                    f"{key} is not in the table of extensions. Remove it; SDK hints belong in the overlay.",
                )
            elif node.kind not in kinds:
                yield node.child(key), f"{key} means nothing here. It belongs on: {', '.join(kinds)}."
            elif values and node.data[key] not in values:
                yield node.child(key), f"{key}: {node.data[key]!r} is unknown. Write {' or '.join(values)}."
            elif key == "x-rate-limit" and not _are_limits(node.data[key]):
                yield node.child(key), f"{key} is a list. Write '- {{per: app, calls: 30, seconds: 1}}' for each limit."
    yield from _misplaced_extensions(spec)


def _are_limits(value: Any) -> bool:
    entries = value if isinstance(value, list) and value else [None]
    return all(
        isinstance(entry, dict)
        and {"per", "calls", "seconds"} <= entry.keys() <= {"per", "calls", "seconds", "key"}
        and all(isinstance(entry[key], (int, float)) and entry[key] > 0 for key in ("calls", "seconds"))
        for entry in entries
    )


def _misplaced_extensions(spec: Spec) -> Iterator[Problem]:
    """Find extensions in the maps of OpenAPI, which are no objects of their own: paths, responses."""
    for node in spec.nodes:
        for member in ("paths", "responses") if node.kind in ("document", "operation") else ():
            held = node.data.get(member) if isinstance(node.data, dict) else None
            for key in held if isinstance(held, dict) else ():
                if key.startswith("x-"):
                    yield node.child(member, key), f"{key} means nothing here. Remove it."


@rule("reference")
def reference(spec: Spec) -> Iterator[Problem]:
    """Let every $ref name a component of its kind, in this file."""
    for node in spec.references():
        ref, section = node.data["$ref"], _COMPONENT_OF.get(node.kind, "schemas")
        wanted = f"#/components/{section}/"
        if not isinstance(ref, str) or not ref.startswith(wanted) or "/" in ref[len(wanted) :]:
            yield node.child("$ref"), f"$ref {ref!r} is no {node.kind} component. Write '{wanted}…'."
        elif spec.by_pointer.get(ref[1:]) is None:
            yield node.child("$ref"), f"$ref {ref!r} names nothing. Define it, or correct the name."
        elif "$ref" in (spec.origin(node).data or {}):
            yield node.child("$ref"), f"$ref {ref!r} goes in a circle. Let it end in an object."


@rule("unused-component")
def unused_component(spec: Spec) -> Iterator[Problem]:
    """Use every component, save schemas whose description begins with "Never crosses HTTP"."""
    inside: dict[str, list[Node]] = {}
    for node in spec.nodes:
        inside.setdefault("/".join(node.pointer.split("/")[:4]), []).append(node)
    todo = [node for node in spec.nodes if not node.pointer.startswith("/components/")]
    used = {node.pointer for node in spec.of("schema") if node.is_component and _is_off_wire(node)}
    todo += [node for pointer in used for node in inside[pointer]]
    while todo:
        for target in _targets(todo.pop()):
            if target not in used:
                used.add(target)
                todo += inside.get(target, [])
    for node in spec.nodes:
        if node.is_component and node.pointer not in used:
            yield node.pointer, f"Nothing uses {node.key}. Refer to it, or remove it."


def _is_off_wire(node: Node) -> bool:
    """Tell whether it describes what no request or answer holds, such as what a browser hands a page."""
    return str(node.data.get("description", "")).startswith("Never crosses HTTP")


def _targets(node: Node) -> Iterator[str]:
    data = node.data if isinstance(node.data, dict) else {}
    if isinstance(data.get("$ref"), str):
        yield data["$ref"][1:]
    if node.kind == "discriminator" and isinstance(data.get("mapping"), dict):
        yield from (str(ref)[1:] for ref in data["mapping"].values())
    if node.kind == "security":
        yield from (f"/components/securitySchemes/{escape(name)}" for name in data)


@rule("tag")
def tag(spec: Spec) -> Iterator[Problem]:
    """Give every operation one tag, its resource in snake_case; describe each tag at the root, and use it."""
    declared: dict[Any, Node] = {}
    for node in spec.of("tag"):
        if declared.setdefault(node.data.get("name"), node) is not node:
            yield node.pointer, f"Tag {node.data.get('name')!r} is declared twice. Keep one."
    for operation in spec.operations:
        tags = operation.data.get("tags")
        if not isinstance(tags, list) or len(tags) != 1:
            yield operation.node.child("tags"), f"Tags are {tags!r}. Write exactly one: the resource."
        elif tags[0] not in declared:
            yield (
                operation.node.child("tags", "0"),
                f"Tag {tags[0]!r} is not declared. Add it to the root's tags.",
            )
    used = {operation.tag for operation in spec.operations}
    for name, node in declared.items():
        if name not in used:
            yield node.pointer, f"Tag {name!r} is on no operation. Remove it, or use it."
        if not isinstance(name, str) or not re.fullmatch(r"[a-z][a-z0-9]*(_[a-z][a-z0-9]*)*", name):
            yield node.child("name"), f"Tag {name!r} is no resource name. Write it in snake_case."
        if not _text(node.data.get("description")):
            yield node.pointer, f"Tag {name!r} is not described. Say in a sentence what the resource is."


@rule("deprecation")
def deprecation(spec: Spec) -> Iterator[Problem]:
    """Say "deprecated" in the description of what has `deprecated: true`, and of nothing else."""
    for node in spec.of("operation", "parameter", "header", "schema"):
        marked = node.data.get("deprecated") is True
        texts = " ".join(str(node.data.get(key, "")) for key in ("summary", "description"))
        said = re.search(r"\bdeprecated\b", texts, re.IGNORECASE) is not None
        if marked and not said:
            yield (
                node.pointer,
                "deprecated is true, but the description does not say so. Say since when, and what to use.",
            )
        if said and not marked:
            yield (
                node.child("description"),
                "The description says deprecated. Write 'deprecated: true' beside it.",
            )


def _text(value: Any) -> bool:
    return isinstance(value, str) and bool(value.strip())
