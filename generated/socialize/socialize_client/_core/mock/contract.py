# Copied from overrides/core/mock/contract.py by "nox -s generate": edit it there.
"""Requests and answers, held against what an OpenAPI document says of an operation."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import product
from typing import Any, NamedTuple
from urllib.parse import unquote, urlsplit

from . import bodies
from .document import Document, Fault, first_match
from .http import Headers, Request, Response

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")

_INTEGER = re.compile(r"[+-]?[0-9]{1,400}")
_NUMBER = re.compile(r"[+-]?[0-9]{1,300}(\.[0-9]{1,300})?([eE][+-]?[0-9]{1,3})?")


@dataclass(frozen=True)
class Violation:
    """Something that the document refuses.

    ``side`` is ``request`` or ``answer``; ``operation`` the operationId, ``None`` for an unknown path or
    method; ``where`` a pointer such as ``body/payload/0/text`` or ``answer 200/data/id``; ``rule`` one into
    the document.
    """

    side: str
    operation: str | None
    where: str
    reason: str
    rule: str = ""

    def __str__(self) -> str:
        return f"{self.side} of {self.operation or 'no operation'}: {self.where}: {self.reason}"


class Parameter(NamedTuple):
    """One parameter of an operation; ``schema`` is a pointer."""

    name: str
    location: str
    required: bool
    explode: bool
    schema: str


class Operation:
    """One operation of the document, read on first use."""

    def __init__(self, document: Document, pointer: str, path: str) -> None:
        self._document = document
        self.pointer = pointer
        self.path = path
        self.method = pointer.rpartition("/")[2].upper()
        self.node: dict[str, Any] = document.follow(pointer)[1]
        self.id: str = self.node.get("operationId") or f"{self.method} {path}"

    @cached_property
    def parameters(self) -> tuple[Parameter, ...]:
        """Those of the path and of the operation; cookies are not read."""
        found: dict[tuple[str, str], Parameter] = {}
        for base in (self.pointer.rpartition("/")[0], self.pointer):
            for index in range(len(self._document.follow(base)[1].get("parameters", ()))):
                at, node = self._document.follow(f"{base}/parameters/{index}")
                explode = node.get("explode", node["in"] == "query")
                parameter = Parameter(node["name"], node["in"], node.get("required", False), explode, f"{at}/schema")
                found[parameter.location, parameter.name.lower()] = parameter
        return tuple(found.values())

    @cached_property
    def body(self) -> tuple[bool, dict[str, str | None]]:
        """Whether a body is required, and its media types with their schemas."""
        if "requestBody" not in self.node:
            return False, {}
        pointer = f"{self.pointer}/requestBody"
        return self._document.follow(pointer)[1].get("required", False), self._document.content(pointer)

    @cached_property
    def responses(self) -> dict[str, str]:
        """The pointer of each documented response, by status: ``200``, ``4XX``, ``default``."""
        return {status: at for status, (at, _) in self._document.below(self.pointer, "responses").items()}


@dataclass
class Call:
    """A request to an operation as the document sees it; values that do not fit their schema are text.

    ``path`` has the path's values as text, ``parameters`` all values by (location, name); ``found`` is for
    what a platform's checks find out before its behaviour needs it (the caller's user, say).
    """

    request: Request
    operation: Operation
    path: Mapping[str, str]
    parameters: dict[tuple[str, str], Any] = field(default_factory=dict)
    body: Any = None
    violations: list[Violation] = field(default_factory=list)
    found: dict[str, Any] = field(default_factory=dict)


class Match(NamedTuple):
    """A path of the document: the operation (none for another method), the methods, the path's values."""

    operation: Operation | None
    methods: tuple[str, ...]
    values: dict[str, str]


class Contract:
    """Finds, reads and checks by one document, under the path of each of its servers."""

    def __init__(self, document: Mapping[str, Any]) -> None:
        self.document = Document(document)
        self.operations: dict[str, Operation] = {}
        self.prefixes = [*dict.fromkeys(_prefixes(document.get("servers")))]
        self._routes: dict[str, tuple[re.Pattern[str], list[str], dict[str, Operation]]] = {}
        for path, (pointer, item) in self.document.below("", "paths").items():
            for method in METHODS:
                if method in item:
                    self._add(Operation(self.document, f"{pointer}/{method}", path), item)
        by_literals_first = sorted(self._routes, key=lambda path: ["{" in part for part in path.split("/")])
        self._routes = {path: self._routes[path] for path in by_literals_first}

    def _add(self, operation: Operation, item: Mapping[str, Any]) -> None:
        self.operations[operation.id] = operation
        servers = operation.node.get("servers") or item.get("servers")
        for prefix in _prefixes(servers) if servers else self.prefixes:
            template = prefix + operation.path
            if template not in self._routes:
                names = re.findall(r"\{([^}]*)\}", template)
                literals = map(re.escape, re.split(r"\{[^}]*\}", template))
                self._routes[template] = re.compile("([^/]+?)".join(literals)), names, {}
            self._routes[template][2][operation.method] = operation

    def match(self, method: str, raw_path: str) -> Match | None:
        """What a still encoded path is in the document; literal segments win, ``%2F`` separates nothing."""
        found: Match | None = None
        for pattern, names, methods in self._routes.values():
            groups = pattern.fullmatch(raw_path)
            if groups and (found is None or method in methods):
                values = dict(zip(names, map(unquote, groups.groups()), strict=True))
                found = Match(methods.get(method), tuple(methods), values)
                if found.operation:
                    break
        return found

    # --- Requests ---

    def read(self, operation: Operation, request: Request, values: Mapping[str, str]) -> Call:
        """Read parameters and body, and collect everything that the document refuses."""
        call = Call(request, operation, values)
        query = _grouped(request.query_pairs)
        faults: list[Fault] = []
        for parameter in operation.parameters:
            where = f"{parameter.location}/{parameter.name}"
            texts = _texts(parameter, request.headers, values, query)
            if texts:
                value = self._parameter(parameter, texts)
                call.parameters[parameter.location, parameter.name] = value
                faults += self.document.faults(value, parameter.schema, where)
            elif parameter.required:
                faults.append((where, "is required", f"#{operation.pointer}"))
        call.body = self._body(operation, request, faults)
        call.violations = _violations("request", operation, faults)
        return call

    def _parameter(self, parameter: Parameter, texts: list[str]) -> Any:
        if "array" not in self.document.types(parameter.schema):
            return self._coerced(texts[0], parameter.schema)
        repeated = parameter.explode and parameter.location == "query"
        return self._items(texts if repeated else texts[0].split(","), parameter.schema)

    def _items(self, texts: Iterable[str], schema: str) -> list[Any]:
        return [self._coerced(text, f"{self.document.follow(schema)[0]}/items") for text in texts]

    def _coerced(self, text: str, schema: str) -> Any:
        types = self.document.types(schema)
        value = coerce(text, types)
        return text if "string" in types and self.document.faults(value, schema, "") else value

    def _body(self, operation: Operation, request: Request, faults: list[Fault]) -> Any:
        (required, content), rule = operation.body, f"#{operation.pointer}/requestBody"
        if not request.body or not content:
            faults += [("body", "is required", rule)] if required and not request.body else []
            return None
        sent = request.headers.get("content-type", "")
        media = first_match(sent, content)
        if media is None:
            faults.append(("header/Content-Type", f"{sent[:80]!r} is not {' or '.join(content)}", rule))
            media = next(iter(content))
        schema = content[media]
        try:
            value = self._decoded(request.body, media, sent, schema)
        except ValueError as error:
            faults.append(("body", str(error), rule))
            return None
        if schema is not None and not isinstance(value, bytes):
            faults += [*self.document.faults(value, schema, "body"), *self._embedded(value, schema)]
        return value

    def _decoded(self, raw: bytes, media: str, sent: str, schema: str | None) -> Any:
        if bodies.is_json(media):
            return bodies.decode_json(raw)
        if media == "application/x-www-form-urlencoded":
            return self._form(bodies.decode_form(raw), schema)
        if media == "multipart/form-data":
            return self._form(bodies.decode_multipart(raw, sent), schema)
        return raw.decode("utf-8", "replace") if schema and "string" in self.document.types(schema) else raw

    def _form(self, fields: Iterable[tuple[str, str]], schema: str | None) -> dict[str, Any]:
        """Form fields as an object, by their members' types; repeated ones an array if the member is."""
        declared = self.document.below(schema, "properties") if schema else {}
        values: dict[str, Any] = {}
        for name, texts in _grouped(fields).items():
            member = declared[name][0] if name in declared else None
            if member and "array" in self.document.types(member):
                values[name] = self._items(texts, member)
            else:
                values[name] = self._coerced(texts[0], member) if member else texts[0]
        return values

    def _embedded(self, value: Any, schema: str) -> Iterator[Fault]:
        """Check JSON inside a text member against its ``contentSchema``, which no validator asserts."""
        members = self.document.below(schema, "properties") if isinstance(value, dict) else {}
        for name, (at, node) in members.items():
            if "contentSchema" in node and isinstance(value.get(name), str):
                try:
                    inner = bodies.decode_json(value[name].encode())
                except ValueError as error:
                    yield f"body/{name}", str(error), f"#{at}"
                else:
                    yield from self.document.faults(inner, f"{at}/contentSchema", f"body/{name}")

    # --- Answers ---

    def check(self, operation: Operation, response: Response) -> list[Violation]:
        """What the document does not allow about an answer: status, headers, content type, body."""
        where, documented = f"answer {response.status}", operation.responses
        keys = (str(response.status), f"{response.status // 100}XX", "default")
        pointer = next((documented[key] for key in keys if key in documented), None)
        if pointer is None:
            reason = f"the status is none of the documented ones: {', '.join(documented)}"
            return _violations("answer", operation, [(where, reason, f"#{operation.pointer}/responses")])
        headers = Headers(response.headers)
        faults = [*self._headers(pointer, headers, where)]
        if response.body or operation.method != "HEAD":
            faults += self._content(pointer, headers.get("content-type", ""), response.body, where)
        return _violations("answer", operation, faults)

    def _headers(self, pointer: str, headers: Headers, where: str) -> Iterator[Fault]:
        for name, (at, node) in self.document.below(pointer, "headers").items():
            if name in headers:
                value = self._coerced(headers[name], f"{at}/schema")
                yield from self.document.faults(value, f"{at}/schema", f"{where}/header/{name}")
            elif node.get("required"):
                yield f"{where}/header/{name}", "is required", f"#{at}"

    def _content(self, pointer: str, sent: str, body: bytes, where: str) -> list[Fault]:
        content = self.document.content(pointer)
        if not body:
            return [(where, "has no body, but one is documented", f"#{pointer}")] if content else []
        media = first_match(sent, content)
        if media is None:
            reason = f"{sent[:80]!r} is not {' or '.join(content) or 'documented: no body is'}"
            return [(f"{where}/header/Content-Type", reason, f"#{pointer}")]
        schema = content[media]
        if schema is None:
            return []
        textual = not bodies.is_json(media) and "string" in self.document.types(schema)
        try:
            value = body.decode() if textual else bodies.decode_json(body)
        except ValueError as error:
            return [(where, str(error), f"#{pointer}")]
        return self.document.faults(value, schema, where)

    def example(self, operation: Operation) -> Response | None:
        """The first answer that the document shows, success before error; ``None`` when it shows none."""
        for status, pointer in sorted(operation.responses.items(), key=lambda item: (item[0][0] != "2", item[0])):
            code = 200 if status == "default" else int(status.replace("XX", "00"))
            headers = [
                (name, str(value))
                for name, (at, _) in self.document.below(pointer, "headers").items()
                for value in self._examples(at)[:1]
            ]
            content = self.document.below(pointer, "content")
            if not content:
                return Response(code, tuple(headers))
            for media, (at, _) in content.items():
                for value in self._examples(at):
                    text = str(value).encode()
                    body = Response.of_json(value).body if bodies.is_json(media) else text
                    return Response(code, (("Content-Type", media), *headers), body)
        return None

    def _examples(self, pointer: str) -> list[Any]:
        node = self.document.follow(pointer)[1]
        named = [node["value"] for _, node in self.document.below(pointer, "examples").values() if "value" in node]
        single = [node["example"]] if "example" in node else []
        schema = self.document.follow(f"{pointer}/schema")[1] if "schema" in node else {}
        return [*named, *single, *schema.get("examples", ())]


def coerce(text: str, types: frozenset[str]) -> Any:
    """Read text as the first of integer, number, boolean, null that is declared and fits; else leave it."""
    if "integer" in types and _INTEGER.fullmatch(text):
        return int(text)
    if "number" in types and _NUMBER.fullmatch(text) and math.isfinite(number := float(text)):
        return number
    if "boolean" in types and text in ("true", "false"):
        return text == "true"
    if "null" in types and "string" not in types and text in ("", "null"):
        return None
    return text


def _prefixes(servers: list[dict[str, Any]] | None) -> Iterator[str]:
    """The path of each server's URL, for each listed value of its variables."""
    for server in servers or [{"url": "/"}]:
        variables = server.get("variables", {})
        for chosen in product(*(node.get("enum", [node["default"]]) for node in variables.values())):
            url = server["url"]
            for name, value in zip(variables, chosen, strict=True):
                url = url.replace("{" + name + "}", value)
            yield urlsplit(url).path.rstrip("/")


def _texts(
    parameter: Parameter, headers: Headers, values: Mapping[str, str], query: Mapping[str, list[str]]
) -> list[str]:
    if parameter.location == "query":
        return query.get(parameter.name, [])
    if parameter.location == "header":
        return headers.all(parameter.name)
    return [values[parameter.name]] if parameter.location == "path" else []


def _grouped(pairs: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    grouped: dict[str, list[str]] = {}
    for name, value in pairs:
        grouped.setdefault(name, []).append(value)
    return grouped


def _violations(side: str, operation: Operation, faults: Iterable[Fault]) -> list[Violation]:
    return [Violation(side, operation.id, *fault) for fault in faults]
