"""What stands where in an OpenAPI document: every object of it, with its kind.

Data that only looks like OpenAPI (the value of an example, an enumeration, a default) is never walked into.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from .document import Document, DocumentError, escape, tokens

if TYPE_CHECKING:
    from collections.abc import Iterator

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")

# kind → member → kind of its value; "[x]" is a list of x, "{x}" a map of x.
_ANATOMY: dict[str, dict[str, str]] = {
    "document": {
        "info": "info",
        "servers": "[server]",
        "paths": "{path}",
        "webhooks": "{path}",
        "components": "components",
        "security": "[security]",
        "tags": "[tag]",
        "externalDocs": "external-docs",
    },
    "info": {"contact": "contact", "license": "license"},
    "components": {
        "schemas": "{schema}",
        "responses": "{response}",
        "parameters": "{parameter}",
        "examples": "{example}",
        "requestBodies": "{body}",
        "headers": "{header}",
        "securitySchemes": "{security-scheme}",
        "links": "{link}",
        "callbacks": "{callback}",
        "pathItems": "{path}",
    },
    "server": {"variables": "{server-variable}"},
    "path": {
        **dict.fromkeys(METHODS, "operation"),
        "parameters": "[parameter]",
        "servers": "[server]",
    },
    "operation": {
        "externalDocs": "external-docs",
        "parameters": "[parameter]",
        "requestBody": "body",
        "responses": "{response}",
        "callbacks": "{callback}",
        "security": "[security]",
        "servers": "[server]",
    },
    "callback": {"*": "path"},
    "parameter": {"schema": "schema", "examples": "{example}", "content": "{media-type}"},
    "body": {"content": "{media-type}"},
    "response": {"headers": "{header}", "content": "{media-type}", "links": "{link}"},
    "header": {"schema": "schema", "examples": "{example}", "content": "{media-type}"},
    "media-type": {"schema": "schema", "examples": "{example}", "encoding": "{encoding}"},
    "encoding": {"headers": "{header}"},
    "link": {"server": "server"},
    "tag": {"externalDocs": "external-docs"},
    "schema": {
        **dict.fromkeys(
            (
                *("additionalProperties", "items", "not", "if", "then", "else", "contains", "propertyNames"),
                *("unevaluatedProperties", "unevaluatedItems", "contentSchema"),
            ),
            "schema",
        ),
        **dict.fromkeys(("properties", "patternProperties", "dependentSchemas", "$defs"), "{schema}"),
        **dict.fromkeys(("prefixItems", "anyOf", "oneOf", "allOf"), "[schema]"),
        "discriminator": "discriminator",
        "externalDocs": "external-docs",
    },
}


@dataclass(frozen=True, eq=False)
class Node:
    """One object of the document: its kind, where it stands, what is written there (a dict, or a mistake)."""

    kind: str
    pointer: str
    data: Any
    parent: Node | None

    @property
    def key(self) -> str:
        """Return the name or index under which it stands."""
        return tokens(self.pointer)[-1] if self.pointer else ""

    @property
    def role(self) -> str:
        """Return the member of the parent that holds it: "properties", "items", "anyOf", "responses", …."""
        below = tokens(self.pointer)[len(tokens(self.parent.pointer)) if self.parent else 0 :]
        return below[0] if below else ""

    @property
    def is_component(self) -> bool:
        """Tell whether it stands under /components by its own name."""
        return self.parent is not None and self.parent.kind == "components"

    def ancestors(self) -> Iterator[Node]:
        """Yield what encloses it, the nearest first."""
        node = self.parent
        while node:
            yield node
            node = node.parent

    def within(self, kind: str) -> Node | None:
        """Return the nearest enclosing object of that kind."""
        return next((node for node in self.ancestors() if node.kind == kind), None)

    def child(self, *path: str) -> str:
        """Return the pointer of something below it."""
        return self.pointer + "".join(f"/{escape(token)}" for token in path)


@dataclass(frozen=True, eq=False)
class Operation:
    """An operation of a path or a webhook."""

    node: Node
    method: str
    path: str
    is_webhook: bool
    parameters: list[Node]
    """Its own and its path's, references followed; each node stands where the operation has it."""

    @property
    def data(self) -> dict[str, Any]:
        """Return the operation object."""
        data: dict[str, Any] = self.node.data
        return data

    @property
    def id(self) -> str:
        """Return its operationId, "" when it has none."""
        return str(self.data.get("operationId", ""))

    @property
    def tag(self) -> str:
        """Return its first tag, "" when it has none."""
        tags = self.data.get("tags")
        return str(tags[0]) if isinstance(tags, list) and tags else ""


class Spec:
    """A document, its objects by kind, and the ways between them."""

    def __init__(self, document: Document, overlaid: dict[str, Any] | None = None) -> None:
        """Walk the document once; `overlaid` is its data with the SDK hints of the overlay."""
        self.document = document
        self.data = document.data
        self.overlaid = Spec(Document(document.path, overlaid)) if overlaid else self
        self.root = Node("document", "", document.data, None)
        self.nodes = [self.root, *_below(self.root)]
        self.by_pointer = {node.pointer: node for node in self.nodes}
        self._parameters_of: dict[str, list[Node]] = {}
        for node in self.nodes:
            if node.kind == "parameter" and node.parent:
                self._parameters_of.setdefault(node.parent.pointer, []).append(node)

    def of(self, *kinds: str) -> Iterator[Node]:
        """Yield the objects of these kinds that are written out: mappings that are no bare reference."""
        for node in self.nodes:
            if node.kind in kinds and isinstance(node.data, dict):
                if node.kind != "schema" and "$ref" in node.data:
                    continue
                yield node

    def references(self) -> Iterator[Node]:
        """Yield the objects that hold a `$ref`."""
        for node in self.nodes:
            if isinstance(node.data, dict) and "$ref" in node.data:
                yield node

    def follow(self, data: Any) -> dict[str, Any]:
        """Return the object itself or what its reference names; {} when that leads nowhere."""
        if isinstance(data, dict) and isinstance(data.get("$ref"), str):
            try:
                data = self.document.resolve(data["$ref"])
            except DocumentError:
                return {}
        return data if isinstance(data, dict) else {}

    def origin(self, node: Node) -> Node:
        """Return the node that a reference leads to, the node itself when it is none or leads nowhere."""
        seen: set[str] = set()
        while isinstance(node.data, dict) and isinstance(node.data.get("$ref"), str):
            if node.pointer in seen:
                break
            seen.add(node.pointer)
            target = self.by_pointer.get(node.data["$ref"][1:])
            if target is None:
                break
            node = target
        return node

    @cached_property
    def operations(self) -> list[Operation]:
        """All operations, webhooks included, callbacks not, in the order of the file."""
        return list(self._operations())

    def _operations(self) -> Iterator[Operation]:
        for node in self.of("operation"):
            path = node.parent
            if path is None or path.parent is not self.root:
                continue
            own = self._parameters(node)
            names = {(each.data.get("in"), each.data.get("name")) for each in own}
            inherited = [
                each for each in self._parameters(path) if (each.data.get("in"), each.data.get("name")) not in names
            ]
            yield Operation(node, node.key, path.key, path.role == "webhooks", [*inherited, *own])

    def _parameters(self, holder: Node) -> list[Node]:
        nodes = self._parameters_of.get(holder.pointer, [])
        return [Node("parameter", node.pointer, self.follow(node.data), holder) for node in nodes]

    @cached_property
    def schemas(self) -> dict[str, Any]:
        """The components' schemas by name."""
        components = self.data.get("components")
        schemas = components.get("schemas") if isinstance(components, dict) else None
        return schemas if isinstance(schemas, dict) else {}


def _below(node: Node) -> Iterator[Node]:
    if not isinstance(node.data, dict):
        return
    for key, value in node.data.items():
        shape = shape_of(node.kind, key)
        for pointer, item in _parts(shape, node.child(key), value):
            child = Node(shape.strip("[]{}"), pointer, item, node)
            yield child
            yield from _below(child)


def shape_of(kind: str, key: str) -> str:
    """Return what stands under a member of an object: a kind, "[kind]" for a list, "{kind}" for a map, "" for data."""
    anatomy = _ANATOMY.get(kind, {})
    return anatomy.get(key, "" if key.startswith("x-") else anatomy.get("*", ""))


def _parts(shape: str, pointer: str, value: Any) -> list[tuple[str, Any]]:
    if shape.startswith("{"):
        members = value if isinstance(value, dict) else {}
        return [(f"{pointer}/{escape(key)}", item) for key, item in members.items() if not _extra(shape, key)]
    if shape.startswith("["):
        items = value if isinstance(value, list) else []
        return [(f"{pointer}/{index}", item) for index, item in enumerate(items)]
    return [(pointer, value)] if shape else []


def _extra(shape: str, key: str) -> bool:
    """Tell an extension of paths or responses from a name that begins with x-, as members may have."""
    return shape in ("{path}", "{response}") and key.startswith("x-")
