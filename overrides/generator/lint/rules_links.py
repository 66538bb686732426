"""Rules about links: where one answer feeds another call."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from ..anatomy import Node, Operation, Spec
from ..document import tokens
from .registry import Problem, rule

_EXPRESSION = re.compile(
    r"\$(?:url|method|statusCode"
    r"|(?P<side>request|response)\.(?:"
    r"(?P<place>header|query|path)\.(?P<name>[^\s{}#]+)|body(?P<body>#/[^\s{}]*)?))"
)


@rule("link")
def link(spec: Spec) -> Iterator[Problem]:
    """Let links lead to operations that exist, fill their path parameters, and take values that exist."""
    by_id = {operation.id: operation for operation in spec.operations}
    for source, response in _responses(spec):
        held = response.data.get("links")
        for name in held if isinstance(held, dict) else ():
            node = spec.origin(spec.by_pointer[response.child("links", name)])
            if isinstance(node.data, dict):
                yield from _Link(spec, node, source, response, by_id).problems()


def _responses(spec: Spec) -> Iterator[tuple[Operation, Node]]:
    for operation in spec.operations:
        held = operation.data.get("responses")
        for name in held if isinstance(held, dict) else ():
            node = spec.by_pointer.get(operation.node.child("responses", name))
            if node and isinstance(spec.origin(node).data, dict):
                yield operation, spec.origin(node)


class _Link:
    """One link of one answer."""

    def __init__(self, spec: Spec, node: Node, source: Operation, response: Node, by_id: dict[str, Operation]) -> None:
        self.spec, self.node, self.source, self.response = spec, node, source, response
        self.target = by_id.get(node.data.get("operationId", ""))

    def problems(self) -> Iterator[Problem]:
        if self.target is None:
            named = self.node.data.get("operationId")
            yield (
                self.node.child("operationId"),
                f"The link leads to {named!r}, which is no operation. Write an operationId of this document.",
            )
            return
        given = self.node.data.get("parameters")
        given = given if isinstance(given, dict) else {}
        known = {(each.data.get("in"), each.data.get("name")) for each in self.target.parameters}
        names = {name for _, name in known}
        for key, value in given.items():
            pointer = self.node.child("parameters", key)
            place, _, name = key.partition(".")
            if key not in names and (place, name) not in known:
                yield (
                    pointer,
                    f"{self.target.id} has no parameter {key!r}. Write one of {sorted(map(str, names))}.",
                )
            yield from self.value(pointer, value)
        for place, name in sorted(known, key=str):
            if place == "path" and name not in given and f"path.{name}" not in given:
                yield (
                    self.node.pointer,
                    f"The link does not fill {{{name}}} of {self.target.id}. Add it to parameters.",
                )
        if "requestBody" in self.node.data:
            yield from self.value(self.node.child("requestBody"), self.node.data["requestBody"])

    def value(self, pointer: str, value: Any) -> Iterator[Problem]:
        """Check a constant, an expression, or a text with expressions in braces."""
        if not isinstance(value, str):
            return
        texts = [value] if value.startswith("$") else re.findall(r"\{(\$[^{}]*)\}", value)
        for text in texts:
            match = _EXPRESSION.fullmatch(text)
            fault = self.fault(match) if match else "is no runtime expression"
            if fault:
                yield pointer, f"{text} {fault}. Write like '$response.body#/data/id' or '$request.path.id'."

    def fault(self, match: re.Match[str]) -> str | None:
        place, name, body = match["place"], match["name"], match["body"]
        if match["side"] == "request" and place:
            known = {(each.data.get("in"), each.data.get("name")) for each in self.source.parameters}
            return None if (place, name) in known else f"is no {place} parameter of {self.source.id}"
        if match["side"] == "response" and place:
            headers = self.response.data.get("headers")
            known_headers = {key.lower() for key in headers} if isinstance(headers, dict) else set()
            declared = place == "header" and name.lower() in known_headers
            return None if declared else "is no declared response header"
        if body:
            answer = match["side"] == "response"
            schema = self.schema(self.response.data if answer else self.source.data.get("requestBody"))
            return None if self.has(schema, tokens(body[1:])) else "names nothing in the body's schema"
        return None

    def schema(self, holder: Any) -> Any:
        content = self.spec.follow(holder).get("content")
        media = next(iter(content.values()), None) if isinstance(content, dict) else None
        return media.get("schema") if isinstance(media, dict) else None

    def has(self, schema: Any, path: list[str], depth: int = 0) -> bool:
        """Tell whether a value of this schema can have something at a path of member names and indices."""
        schema = self.spec.follow(schema)
        if not path or depth > 50:
            return bool(schema) and depth <= 50
        branches = [each for key in ("allOf", "anyOf", "oneOf") for each in schema.get(key, ())]
        if any(self.has(branch, path, depth + 1) for branch in branches):
            return True
        name, rest = path[0], path[1:]
        if name in schema.get("properties", {}):
            return self.has(schema["properties"][name], rest, depth + 1)
        if name.isdigit() and isinstance(schema.get("items"), dict):
            return self.has(schema["items"], rest, depth + 1)
        values = schema.get("additionalProperties")
        return isinstance(values, dict) and self.has(values, rest, depth + 1)
