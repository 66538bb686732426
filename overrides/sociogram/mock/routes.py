"""The mock's routes, and where each is known from: ``python -m sociogram_client.mock.routes`` prints them.

What is inferred of a route can be replaced, in the words that the client takes: see ``rerouted``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Literal, NamedTuple

from .._core.mock.contract import METHODS, Call, Contract
from .._core.mock.document import Document
from .._core.mock.engine import packaged_document

Place = Literal["query", "body"]

_HOLE = re.compile(r"\{(\w+)\}")
_JSON = "application/json"


class Route(NamedTuple):
    """One route. Of a route with provenance ``inferred`` method, path and place of the parameters are our proposal."""

    operation: str
    method: str
    path: str
    provenance: str
    draft: bool


def routes_of(contract: Contract) -> list[Route]:
    """All routes of a document, in its order; an operation without provenance has the document's."""
    default = contract.document.root.get("x-provenance", "documented")
    return [
        Route(one.id, one.method, one.path, one.node.get("x-provenance", default), one.node.get("x-stage") == "draft")
        for one in contract.operations.values()
    ]


class Members(NamedTuple):
    """What a call takes, by the document: schemas by name, which of them stand in the body, which are required."""

    schemas: dict[str, Any]
    in_body: frozenset[str]
    required: frozenset[str]


def members_of(document: Document, pointer: str) -> Members:
    """Parameters and members of the JSON body of the operation at a pointer."""
    node = document.follow(pointer)[1]
    parameters = [
        document.follow(f"{pointer}/parameters/{place}")[1] for place in range(len(node.get("parameters", ())))
    ]
    schemas = {one["name"]: one["schema"] for one in parameters}
    required = {one["name"] for one in parameters if one.get("required")}
    content = document.content(f"{pointer}/requestBody") if "requestBody" in node else {}
    body = document.follow(content[_JSON] or "")[1] if _JSON in content else {}
    properties = body.get("properties", {})
    return Members({**schemas, **properties}, frozenset(properties), frozenset({*required, *body.get("required", ())}))


def rerouted(
    document: Mapping[str, Any],
    paths: Mapping[str, str],
    params_in: Mapping[str, Place | Mapping[str, Place]],
) -> Mapping[str, Any]:
    """The document with other methods, paths and places of parameters (by operationId).

    A parameter that the path names in braces stands there; one that ``params_in`` does not name stays where it is.

    Raises:
        ValueError: for an operation or parameter that there is not, or what is no method and path.
    """
    if not paths and not params_in:
        return document
    source = Document(document)
    left = {*paths, *params_in}
    moved: dict[str, dict[str, Any]] = {}
    for path, item in document["paths"].items():
        for method, operation in item.items():
            name = operation["operationId"]
            if name not in left:
                moved.setdefault(path, {})[method] = operation
                continue
            left.discard(name)
            target = paths.get(name, f"{method} {path}")
            new_method, _, new_path = target.partition(" ")
            if new_method.lower() not in METHODS or not new_path.startswith("/"):
                raise ValueError(f"paths has method and path, such as 'POST /v2/notify', not {target!r}")
            escaped = path.replace("~", "~0").replace("/", "~1")
            members = members_of(source, f"/paths/{escaped}/{method}")
            moved.setdefault(new_path, {})[new_method.lower()] = _placed(
                operation, members, new_path, params_in.get(name)
            )
    if left:
        raise ValueError(f"the document has no operation {', '.join(sorted(left))}")
    return {**document, "paths": moved}


def _placed(
    operation: dict[str, Any], members: Members, path: str, asked: Place | Mapping[str, Place] | None
) -> dict[str, Any]:
    """An operation with its parameters at other places."""
    places: dict[str, str] = {name: "body" if name in members.in_body else "query" for name in members.schemas}
    places |= dict.fromkeys(places, asked) if isinstance(asked, str) else dict(asked or {})
    places |= dict.fromkeys(_HOLE.findall(path), "path")
    if unknown := set(places) - set(members.schemas):
        raise ValueError(f"{operation['operationId']} has no parameter {', '.join(sorted(unknown))}")
    made = {name: value for name, value in operation.items() if name not in ("parameters", "requestBody")}
    made["parameters"] = [
        {"name": name, "in": place, "required": place == "path" or name in members.required, "schema": schema}
        for name, schema in members.schemas.items()
        if (place := places[name]) != "body"
    ]
    inside = [name for name in members.schemas if places[name] == "body"]
    if inside:
        required = [name for name in inside if name in members.required]
        properties = {name: members.schemas[name] for name in inside}
        schema = {"type": "object", "required": required, "properties": properties}
        made["requestBody"] = {"required": bool(required), "content": {_JSON: {"schema": schema}}}
    return made


def put_back(call: Call, members: Members) -> None:
    """Give a call its values where the document has them, wherever they came from."""
    values: dict[str, Any] = {name: value for (_, name), value in call.parameters.items()}
    values |= call.body if isinstance(call.body, dict) else {}
    call.parameters |= {("query", name): value for name, value in values.items() if name not in members.in_body}
    if members.in_body:
        call.body = {name: value for name, value in values.items() if name in members.in_body}


def main() -> None:
    """Print the table."""
    for route in routes_of(Contract(packaged_document())):
        draft = "  draft: 501" if route.draft else ""
        print(f"{route.provenance:<11} {route.method:<5} {route.path:<34} {route.operation}{draft}")


if __name__ == "__main__":
    main()
