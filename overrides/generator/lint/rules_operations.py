"""Rules about operations, their parameters, bodies and answers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from ..anatomy import Operation, Spec
from ..naming import argument_name, snake_case
from .names import RESOURCE
from .registry import Problem, rule

REQUEST_TYPES = (
    "application/json",
    "application/x-www-form-urlencoded",
    "application/octet-stream",
)
_STATUS = re.compile(r"[1-5]([0-9][0-9]|XX)|default")


@rule("operation-id")
def operation_id(spec: Spec) -> Iterator[Problem]:
    """Name every operation `<resource>_<verb>` in snake_case, each name once."""
    seen: dict[str, Operation] = {}
    for operation in spec.operations:
        pointer = operation.node.child("operationId")
        if not operation.id:
            yield pointer, "There is no operationId. Write '<resource>_<verb>'."
        elif not RESOURCE.fullmatch(operation.id):
            yield pointer, f"{operation.id!r} is not snake_case. Write '{snake_case(operation.id)}'."
        elif not operation.id.startswith(f"{operation.tag}_"):
            yield pointer, f"{operation.id!r} does not begin with its tag. Write '{operation.tag}_<verb>'."
        elif operation.id in seen:
            where = seen[operation.id].node.pointer
            yield pointer, f"{operation.id!r} is also the operation at {where}. Give each its own name."
        seen.setdefault(operation.id, operation)


@rule("operation-text")
def operation_text(spec: Spec) -> Iterator[Problem]:
    """Give every operation a summary of one line, a description in sentences, and externalDocs."""
    for operation in spec.operations:
        summary, description = operation.data.get("summary"), operation.data.get("description")
        if not isinstance(summary, str) or not summary.strip() or "\n" in summary.strip():
            yield operation.node.child("summary"), "There is no summary. Write one line: what the call does."
        elif summary.rstrip().endswith("."):
            yield (
                operation.node.child("summary"),
                "The summary ends with a full stop. Leave it out: it is a title.",
            )
        if not isinstance(description, str) or not re.search(r"[.!?:)`|]\s*$", description):
            yield (
                operation.node.child("description"),
                "There is no description in whole sentences. Write what a newcomer must know.",
            )
        if not isinstance(operation.data.get("externalDocs"), dict):
            yield (
                operation.node.child("externalDocs"),
                "No externalDocs. Write the url of the platform's own page.",
            )


@rule("security")
def security(spec: Spec) -> Iterator[Problem]:
    """State the security of every operation, `[]` where there is none; none at the root; schemes that are sent."""
    if "security" in spec.data:
        yield "/security", "Security at the root is lost by a generator. State it on every operation."
    for operation in spec.operations:
        if not isinstance(operation.data.get("security"), list):
            yield (
                operation.node.child("security"),
                "Security is not stated. Write the schemes, or 'security: []'.",
            )
    overlaid = spec.overlaid.by_pointer
    for node in spec.of("security-scheme"):
        signed = "x-sdk-sign" in overlaid[node.pointer].data if node.pointer in overlaid else True
        if not signed and not _is_sent(node.data):
            yield (
                node.pointer,
                "No client sends this. Write a bearer token or an apiKey in header or query; the overlay announces "
                "hand-written code with x-sdk-sign.",
            )
    for node in spec.of("security"):
        for name in node.data:
            if f"/components/securitySchemes/{name}" not in spec.by_pointer:
                yield node.child(name), f"Security scheme {name!r} is not declared. Add it to the components."


def _is_sent(scheme: dict[str, Any]) -> bool:
    """Tell whether a generated client can send a credential of this kind."""
    if scheme.get("type") == "apiKey":
        return scheme.get("in") in ("header", "query")
    return scheme.get("type") in ("oauth2", "openIdConnect") or str(scheme.get("scheme")).lower() == "bearer"


@rule("status")
def status(spec: Spec) -> Iterator[Problem]:
    """Write statuses as "200" or "4XX", one of them a success, and no `default` beside exact errors."""
    for operation in spec.operations:
        responses = operation.data.get("responses")
        pointer = operation.node.child("responses")
        names = [str(name) for name in responses] if isinstance(responses, dict) else []
        for name in names:
            if not _STATUS.fullmatch(name) and not name.startswith("x-"):
                yield f"{pointer}/{name}", f"Status {name!r} is lost. Write like '200', '4XX' or 'default'."
        if not any(name[0] in "123" for name in names):
            yield pointer, "There is no success among the responses. Write the status and body of one."
        if "default" in names and any(name[0] in "45" for name in names):
            yield f"{pointer}/default", "'default' stands beside exact errors. Write each error's status."


@rule("media-type")
def media_type(spec: Spec) -> Iterator[Problem]:
    """Use media types that a client is written for: JSON, form, bytes; no wildcards, JSON first."""
    for node in spec.of("media-type"):
        if node.parent and node.parent.kind == "body" and node.key.partition(";")[0] not in REQUEST_TYPES:
            yield (
                node.pointer,
                f"No client can be written for a body of {node.key}. Write {' or '.join(REQUEST_TYPES)}.",
            )
        elif "*" in node.key:
            yield node.pointer, f"{node.key} is dropped by a generator. Write the exact media type."
    for node in spec.of("response"):
        content = node.data.get("content")
        names = list(content) if isinstance(content, dict) else []
        if any(map(_is_json, names[1:])) and not _is_json(names[0]):
            yield node.child("content"), "The first media type is the one that is read. Put JSON first."


@rule("body-component")
def body_component(spec: Spec) -> Iterator[Problem]:
    """Let the schema of every body be a $ref to a component; state whether a request's body is required."""
    for node in spec.of("media-type"):
        schema = node.data.get("schema")
        if node.key.partition(";")[0] in REQUEST_TYPES[:2] or _is_json(node.key):
            if not isinstance(schema, dict) or set(schema) != {"$ref"}:
                yield node.child("schema"), "The body has no name. Make a component and write '$ref' to it."
        elif spec.follow(schema).get("type") != "string":
            yield node.child("schema"), f"{node.key} is no JSON. Write 'schema: {{type: string}}'."
    for node in spec.of("body"):
        if not isinstance(node.data.get("required"), bool):
            yield (
                node.child("required"),
                "Whether the body is required is not stated. Write 'required: true'.",
            )


@rule("parameter-text")
def parameter_text(spec: Spec) -> Iterator[Problem]:
    """Describe every parameter, response header and security scheme."""
    for node in spec.of("parameter", "header", "security-scheme"):
        description = node.data.get("description")
        if not isinstance(description, str) or not description.strip():
            yield (
                node.pointer,
                f"The {node.kind.replace('-', ' ')} is not described. Say what it means and does.",
            )


@rule("parameter-form")
def parameter_form(spec: Spec) -> Iterator[Problem]:
    """Write parameters in forms that no generator loses: scalars, and query arrays with style and explode."""
    for node in spec.of("parameter", "header"):
        if not isinstance(node.data.get("schema"), dict):
            yield (
                node.pointer,
                "The parameter has no schema, and is dropped by a generator. Write 'schema', not 'content'.",
            )
            continue
        schema = spec.follow(node.data["schema"])
        kinds, place = _types(schema), node.data.get("in", "header")
        if place == "cookie":
            yield node.pointer, "No client sends cookies. Write a parameter in path, query or header."
        if "object" in kinds or "properties" in schema or node.data.get("style") == "deepObject":
            yield (
                node.child("schema"),
                "A generator flattens object parameters. Write one parameter for each member.",
            )
        elif place == "query" and "array" in kinds:
            if node.data.get("style") != "form" or not isinstance(node.data.get("explode"), bool):
                yield (
                    node.pointer,
                    "Style of the list is not stated. Write 'style: form' and 'explode: true' (or false: commas).",
                )
        elif place != "query" and (
            "array" in kinds or "const" in schema or schema.get("format") in ("date-time", "date")
        ):
            yield node.child("schema"), f"A generator drops this in {place}. Write a plain 'type: string'."


@rule("path-parameter")
def path_parameter(spec: Spec) -> Iterator[Problem]:
    """Declare exactly the parameters that stand in the path, each as required."""
    for operation in spec.operations:
        written = [] if operation.is_webhook else re.findall(r"\{([^{}]*)\}", operation.path)
        declared = {each.data.get("name"): each for each in operation.parameters if each.data.get("in") == "path"}
        for name in written:
            if name not in declared:
                yield (
                    operation.node.pointer,
                    f"{{{name}}} of the path is not declared. Add the parameter, 'in: path'.",
                )
            elif declared[name].data.get("required") is not True:
                yield (
                    declared[name].pointer,
                    f"Path parameter {name!r} is not required. Write 'required: true'.",
                )
        for name, node in declared.items():
            if name not in written:
                yield node.pointer, f"Path parameter {name!r} is not in {operation.path}. Correct the name."
        if len(set(written)) != len(written):
            yield (
                operation.node.pointer,
                "A parameter stands twice in the path. Give each place its own name.",
            )


@rule("argument-clash")
def argument_clash(spec: Spec) -> Iterator[Problem]:
    """Let no two parameters or body members become one argument; header and query may, as stand-ins."""
    spec = spec.overlaid
    for operation in spec.operations:
        if operation.is_webhook:
            continue
        taken: dict[str, list[str]] = {}
        for each in operation.parameters:
            name, place = _argument(spec, each.data, str(each.data.get("name"))), str(each.data.get("in"))
            others = taken.setdefault(name, [])
            if others and (place in others or not {place, *others} <= {"header", "query"}):
                yield each.pointer, _clash(str(each.data.get("name")), name, others)
            others.append(place)
        for wire, member in _body_members(spec, operation):
            name = _argument(spec, member, wire)
            if name in taken:
                yield operation.node.child("requestBody"), _clash(wire, name, taken[name])


def _argument(spec: Spec, data: Any, wire: str) -> str:
    """Return the Python argument of a parameter or body member: as the overlay says, else from its name."""
    client = spec.data.get("x-sdk-client")
    aliases = client.get("aliases") if isinstance(client, dict) else None
    hint = data.get("x-sdk-argument") if isinstance(data, dict) else None
    return str(hint or argument_name(wire, aliases))


def _clash(wire: str, name: str, others: list[str]) -> str:
    what = f"the {' and '.join(others)} parameter"
    return f"{wire!r} becomes argument {name!r}, as does {what}. Rename one in the overlay (x-sdk-argument)."


def _body_members(spec: Spec, operation: Operation) -> Iterator[tuple[str, Any]]:
    """Yield the name and schema of each member of the body that becomes an argument."""
    for kind, media in _content(spec.follow(operation.data.get("requestBody"))).items():
        if kind.partition(";")[0] in REQUEST_TYPES[:2] and isinstance(media, dict):
            yield from members(spec, media.get("schema")).items()


def members(spec: Spec, schema: Any, depth: int = 0) -> dict[str, Any]:
    """Return the members of an object schema by name, those of its allOf included."""
    schema = spec.follow(schema)
    own, branches = schema.get("properties"), schema.get("allOf")
    found = dict(own) if isinstance(own, dict) else {}
    for branch in branches if isinstance(branches, list) and depth < 20 else ():
        found = {**members(spec, branch, depth + 1), **found}
    return found


def _content(holder: dict[str, Any]) -> dict[str, Any]:
    content = holder.get("content")
    return content if isinstance(content, dict) else {}


def _is_json(media: str) -> bool:
    return re.fullmatch(r"application/([\w.-]+\+)?json", media.partition(";")[0].strip()) is not None


def _types(schema: dict[str, Any]) -> set[str]:
    kinds = schema.get("type")
    return set(kinds) if isinstance(kinds, list) else {kinds} if isinstance(kinds, str) else set()
