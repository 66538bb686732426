"""An OpenAPI 3.1 document held against requests and answers.

Schemas are compiled on first use, each with what it refers to: a document of any size is ready at once. (Compiling the whole
document into jsonschema-rs' validator map needs memory that grows with schemas × references: gigabytes on a large, connected one.)
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import islice, product
from typing import Any
from urllib.parse import quote, unquote, urlsplit

try:
    import jsonschema_rs
except ImportError as error:  # pragma: no cover - every test environment has it
    _EXTRA = f"{(__package__ or '').partition('.')[0].replace('_', '-')}[mock]"
    raise ImportError(f"the mock validates with jsonschema-rs: pip install '{_EXTRA}'") from error

from . import bodies
from .http import Headers, Request, Response

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")
MAX_REASONS = 5
"""Reasons reported for one value."""
MAX_REASON = 240
"""Characters of one reason: a validator quotes the value, and a value may be megabytes long."""

_ROOT = "mock:document"
_INTEGER = re.compile(r"[+-]?[0-9]{1,400}\Z")
_NUMBER = re.compile(r"[+-]?[0-9]{1,400}(\.[0-9]{1,400})?([eE][+-]?[0-9]{1,3})?\Z")

Node = dict[str, Any]


@dataclass(frozen=True)
class Violation:
    """What the document refuses: ``where`` is a pointer into the request or answer, ``rule`` one into the document."""

    side: str  # "request" or "answer"
    operation: str | None
    where: str
    reason: str
    rule: str = ""

    def __str__(self) -> str:
        return f"{self.side} of {self.operation or 'no operation'}: {self.where}: {self.reason}"


class DocumentError(Exception):
    """The document itself cannot be used: a reference that leads nowhere, a schema that is none."""


@dataclass(frozen=True)
class Schema:
    """A schema of the document, by its pointer; ``types`` are the JSON types that it admits (empty: any)."""

    pointer: str
    node: Node
    types: frozenset[str]


@dataclass(frozen=True)
class Parameter:
    """One parameter of an operation, reference resolved."""

    name: str
    location: str
    required: bool
    explode: bool
    schema: Schema


class Operation:
    """One operation; what it holds is read from the document on first use."""

    def __init__(
        self, contract: Contract, method: str, path: str, pointer: str, node: Node, shared: list[Node]
    ) -> None:
        self.id: str = node.get("operationId") or f"{method} {path}"
        self.method = method.upper()
        self.path = path
        self.pointer = pointer
        self.node = node
        self._shared = shared
        self._contract = contract

    def __repr__(self) -> str:
        return f"Operation({self.id!r}, {self.method} {self.path})"

    @cached_property
    def parameters(self) -> tuple[Parameter, ...]:
        found: dict[tuple[str, str], Parameter] = {}
        parent = self.pointer.rpartition("/")[0]
        for base, nodes in ((parent, self._shared), (self.pointer, self.node.get("parameters", []))):
            for index, raw in enumerate(nodes):
                node, at = self._contract.resolve(raw, f"{base}/parameters/{index}")
                style_form = node["in"] in ("query", "cookie")
                schema = self._contract.schema(node.get("schema", {}), f"{at}/schema")
                explode = bool(node.get("explode", style_form))
                parameter = Parameter(node["name"], node["in"], bool(node.get("required")), explode, schema)
                found[parameter.location, parameter.name.lower()] = parameter
        return tuple(found.values())

    @cached_property
    def body(self) -> tuple[bool, dict[str, Schema | None]]:
        """Whether a body is required, and the schema of each media type."""
        if "requestBody" not in self.node:
            return False, {}
        node, at = self._contract.resolve(self.node["requestBody"], f"{self.pointer}/requestBody")
        return bool(node.get("required")), self._contract.content(node, at)

    @cached_property
    def responses(self) -> dict[str, tuple[Node, str]]:
        """Each documented status (``200``, ``4XX``, ``default``): the response and its pointer."""
        nodes = self.node.get("responses", {}).items()
        return {
            str(key): self._contract.resolve(node, f"{self.pointer}/responses/{key}") for key, node in nodes
        }


@dataclass(frozen=True)
class Match:
    """A path of the document: the operation, or none when the method is another one; and the path's values as text."""

    operation: Operation | None
    allowed: tuple[str, ...]
    values: Mapping[str, str]


@dataclass(frozen=True)
class Reading:
    """A request as the document sees it. What did not fit its schema stays the text it was."""

    parameters: Mapping[tuple[str, str], Any]
    body: Any
    violations: list[Violation]


class Contract:
    """Routes, reads and checks by one OpenAPI 3.1 document (without remote references).

    Raises:
        DocumentError: on first use of a part that cannot be used.
    """

    def __init__(self, document: Mapping[str, Any]) -> None:
        self.document = {"$schema": "https://json-schema.org/draft/2020-12/schema", **document}
        self.operations: dict[str, Operation] = {}
        self._routes: dict[int, list[_Route]] = {}
        self._schemas: dict[str, Schema] = {}
        self._validators: dict[str, jsonschema_rs.Validator] = {}
        self.prefixes = tuple(dict.fromkeys(_prefixes(document.get("servers", []))))
        for path, raw in document.get("paths", {}).items():
            self._add_path(path, raw)
        for routes in self._routes.values():
            routes.sort(key=lambda route: [part is None for part in route.literals])

    def _add_path(self, path: str, raw: Node) -> None:
        item, at = self.resolve(raw, f"/paths/{_escape(path)}")
        for method in METHODS:
            if method in item:
                node = item[method]
                operation = Operation(self, method, path, f"{at}/{method}", node, item.get("parameters", []))
                self.operations[operation.id] = operation
                servers = node.get("servers") or item.get("servers")
                for prefix in dict.fromkeys(_prefixes(servers)) if servers else self.prefixes:
                    self._add_route(prefix + path, operation)

    def _add_route(self, template: str, operation: Operation) -> None:
        routes = self._routes.setdefault(template.count("/"), [])
        route = next((route for route in routes if route.template == template), None)
        if route is None:
            route = _Route(template)
            routes.append(route)
        route.operations[operation.method] = operation

    # --- Routes ---

    def match(self, method: str, raw_path: str) -> Match | None:
        """Find the operation of a still encoded path; ``None`` when no path of the document fits.

        Segments are decoded one by one, so ``%2F`` separates nothing; literal segments win over templated ones.
        """
        parts = [unquote(part) for part in raw_path.split("/")]
        allowed: dict[str, None] = {}
        first: Mapping[str, str] | None = None
        for route in self._routes.get(len(parts) - 1, ()):
            values = route.match(parts)
            if values is None:
                continue
            operation = route.operations.get(method)
            if operation is not None:
                return Match(operation, tuple(route.operations), values)
            first = values if first is None else first
            allowed.update(dict.fromkeys(route.operations))
        return None if first is None else Match(None, tuple(allowed), first)

    # --- The document ---

    def resolve(self, node: Node, pointer: str) -> tuple[Node, str]:
        """Follow ``$ref`` to the object it names, and give that object's pointer."""
        for _ in range(20):
            reference = node.get("$ref")
            if not isinstance(reference, str):
                return node, pointer
            if not reference.startswith("#/"):
                raise DocumentError(f"#{pointer}: {reference!r} does not point into this document")
            pointer = unquote(reference[1:])
            node = self._at(pointer)
        raise DocumentError(f"#{pointer}: the references form a circle")

    def _at(self, pointer: str) -> Any:
        node: Any = self.document
        for part in pointer.split("/")[1:]:
            key = part.replace("~1", "/").replace("~0", "~")
            try:
                node = node[int(key)] if isinstance(node, list) else node[key]
            except (KeyError, IndexError, ValueError, TypeError):
                raise DocumentError(f"#{pointer} is not in the document") from None
        return node

    def schema(self, node: Node, pointer: str) -> Schema:
        """The schema at a pointer, its types worked out once."""
        found = self._schemas.get(pointer)
        if found is None:
            found = Schema(pointer, self.resolve(node, pointer)[0], frozenset(self._types(node, pointer, 0)))
            self._schemas[pointer] = found
        return found

    def _types(self, raw: Node, pointer: str, depth: int) -> Iterator[str]:
        if depth > 10:
            return
        node, at = self.resolve(raw, pointer)
        declared = node.get("type", [])
        yield from [declared] if isinstance(declared, str) else declared
        for key in ("anyOf", "oneOf", "allOf"):
            for index, branch in enumerate(node.get(key, [])):
                yield from self._types(branch, f"{at}/{key}/{index}", depth + 1)

    def content(self, node: Node, pointer: str) -> dict[str, Schema | None]:
        """The schema of each media type of a request body or response; ``None`` where it has none."""
        return {
            media.lower(): self.schema(raw["schema"], f"{pointer}/content/{_escape(media)}/schema")
            if "schema" in raw
            else None
            for media, raw in node.get("content", {}).items()
        }

    @cached_property
    def _registry(self) -> jsonschema_rs.Registry:
        return jsonschema_rs.Registry([(_ROOT, self.document)], draft=jsonschema_rs.Draft202012)

    def _validator(self, pointer: str) -> jsonschema_rs.Validator:
        validator = self._validators.get(pointer)
        if validator is None:
            reference = {"$ref": f"{_ROOT}#{quote(pointer, safe='/~')}"}
            try:
                validator = jsonschema_rs.Draft202012Validator(
                    reference, registry=self._registry, validate_formats=True, offline=True
                )
            except (ValueError, jsonschema_rs.ReferencingError) as error:
                raise DocumentError(f"#{pointer}: {str(error)[:400]}") from None
            self._validators[pointer] = validator
        return validator

    def problems(self, value: Any, pointer: str, where: str) -> list[tuple[str, str, str]]:
        """Hold a value against the schema at a pointer: (where, reason, rule) of each fault, at most ``MAX_REASONS``."""
        validator = self._validator(pointer)
        try:
            if validator.is_valid(value):
                return []
            errors = [_deepest(error) for error in islice(validator.iter_errors(value), MAX_REASONS)]
            return [
                (_join(where, error.instance_path), error.message[:MAX_REASON], _rule(error))
                for error in errors
            ]
        except (ValueError, RecursionError) as error:
            return [(where, f"cannot be validated: {str(error)[:MAX_REASON]}", f"#{pointer}")]

    # --- Requests ---

    def read(self, operation: Operation, request: Request, values: Mapping[str, str]) -> Reading:
        """Read parameters and body, and collect everything that the document refuses."""
        violations: list[Violation] = []

        def refuse(faults: Iterable[tuple[str, str, str]]) -> None:
            violations.extend(Violation("request", operation.id, *fault) for fault in faults)

        parameters: dict[tuple[str, str], Any] = {}
        query, cookies = _group(request.query_pairs), _cookies(request.headers)
        for parameter in operation.parameters:
            texts = _texts(parameter, request, values, query, cookies)
            where = f"{parameter.location}/{parameter.name}"
            if texts:
                value = self._coerce_parameter(parameter, texts)
                parameters[parameter.location, parameter.name] = value
                refuse(self.problems(value, parameter.schema.pointer, where))
            elif parameter.required:
                refuse([(where, "is required", f"#{operation.pointer}")])
        body, faults = self._read_body(operation, request)
        refuse(faults)
        return Reading(parameters, body, violations)

    def _coerce_parameter(self, parameter: Parameter, texts: list[str]) -> Any:
        schema = parameter.schema
        if "array" not in schema.types:
            return self._coerce(texts[0], schema)
        items = texts if parameter.explode and parameter.location == "query" else texts[0].split(",")
        return [self._coerce(item, self._items(schema)) for item in items]

    def _items(self, schema: Schema) -> Schema:
        node, at = self.resolve(schema.node, schema.pointer)
        return self.schema(node.get("items", {}), f"{at}/items")

    def _coerce(self, text: str, schema: Schema) -> Any:
        value = coerce(text, schema.types)
        if value is text or "string" not in schema.types or self._validator(schema.pointer).is_valid(value):
            return value
        return text

    def _read_body(self, operation: Operation, request: Request) -> tuple[Any, list[tuple[str, str, str]]]:
        required, content = operation.body
        rule = f"#{operation.pointer}/requestBody"
        if not request.body:
            return None, [("body", "is required", rule)] if required else []
        if not content:
            return None, []
        faults: list[tuple[str, str, str]] = []
        sent = request.headers.get("content-type", "")
        media = choose_media(sent, content)
        if media is None:
            faults.append(("header/Content-Type", f"{sent[:80]!r} is not one of: {', '.join(content)}", rule))
            media = next(iter(content))
        try:
            value = self._decode(request.body, media, sent, content[media])
        except ValueError as error:
            return None, [*faults, ("body", str(error), rule)]
        schema = content[media]
        if schema is not None and not isinstance(value, bytes):
            faults += self.problems(value, schema.pointer, "body")
            faults += self._embedded(value, schema)
        return value, faults

    def _decode(self, raw: bytes, media: str, sent: str, schema: Schema | None) -> Any:
        if is_json(media):
            return bodies.decode_json(raw)
        if media == "application/x-www-form-urlencoded":
            return self._members(bodies.decode_form(raw), schema)
        if media == "multipart/form-data":
            return self._members(bodies.decode_multipart(raw, sent), schema)
        return raw.decode("utf-8", "replace") if schema is not None and "string" in schema.types else raw

    def _members(self, fields: Iterable[tuple[str, str | bytes]], schema: Schema | None) -> Any:
        """Form fields as an object: each by its property's types, repeated ones as an array where the property is one."""
        properties = schema.node.get("properties", {}) if schema else {}
        at = self.resolve(schema.node, schema.pointer)[1] if schema else ""
        if schema and "$ref" in self._at(schema.pointer):
            at = self.resolve(self._at(schema.pointer), schema.pointer)[1]
        members: dict[str, Any] = {}
        for name, values in _group(fields).items():
            if name not in properties:
                members[name] = _as_text(values[0])
                continue
            member = self.schema(properties[name], f"{at}/properties/{_escape(name)}")
            if "array" in member.types:
                members[name] = [self._coerce(_as_text(value), self._items(member)) for value in values]
            else:
                members[name] = self._coerce(_as_text(values[0]), member)
        return members

    def _embedded(self, value: Any, schema: Schema) -> Iterator[tuple[str, str, str]]:
        """Check JSON inside a text member against its ``contentSchema``, which no validator asserts."""
        if not isinstance(value, dict):
            return
        at = self.resolve(self._at(schema.pointer), schema.pointer)[1]
        for name, raw in schema.node.get("properties", {}).items():
            member, where = self.resolve(raw, f"{at}/properties/{_escape(name)}")
            if "contentSchema" in member and isinstance(value.get(name), str):
                try:
                    inner = bodies.decode_json(value[name].encode())
                except ValueError as error:
                    yield f"body/{name}", str(error), f"#{where}"
                else:
                    yield from self.problems(inner, f"{where}/contentSchema", f"body/{name}")

    # --- Answers ---

    def check(self, operation: Operation, response: Response) -> list[Violation]:
        """Everything about an answer that the document does not allow: status, headers, content type, body."""
        entry = _by_status(operation.responses, response.status)
        where = f"answer {response.status}"
        if entry is None:
            documented = ", ".join(operation.responses)
            faults = [
                (
                    where,
                    f"the status is not documented (documented: {documented})",
                    f"#{operation.pointer}/responses",
                )
            ]
        else:
            node, at = entry
            faults = [*self._check_headers(node, at, response, where)]
            faults += self._check_content(self.content(node, at), at, response, where, operation.method)
        return [Violation("answer", operation.id, *fault) for fault in faults]

    def _check_headers(
        self, node: Node, at: str, response: Response, where: str
    ) -> Iterator[tuple[str, str, str]]:
        headers = Headers(response.headers)
        for name, raw in node.get("headers", {}).items():
            header, pointer = self.resolve(raw, f"{at}/headers/{_escape(name)}")
            if name in headers:
                schema = self.schema(header.get("schema", {}), f"{pointer}/schema")
                value = self._coerce(headers[name], schema)
                yield from self.problems(value, schema.pointer, f"{where}/header/{name}")
            elif header.get("required"):
                yield f"{where}/header/{name}", "is required", f"#{pointer}"

    def _check_content(
        self, content: dict[str, Schema | None], at: str, response: Response, where: str, method: str
    ) -> list[tuple[str, str, str]]:
        if not response.body:
            return (
                [(where, "has no body, but one is documented", f"#{at}")]
                if content and method != "HEAD"
                else []
            )
        media = choose_media(response.media_type, content)
        if media is None:
            documented = ", ".join(content) or "no content"
            return [
                (
                    f"{where}/header/Content-Type",
                    f"{response.media_type!r} is not documented ({documented})",
                    f"#{at}",
                )
            ]
        schema = content[media]
        if schema is None:
            return []
        try:
            textual = not is_json(media) and "string" in schema.types
            value = response.body.decode() if textual else bodies.decode_json(response.body)
        except ValueError as error:
            return [(where, str(error), f"#{at}")]
        return self.problems(value, schema.pointer, where)

    def example(self, operation: Operation) -> Response | None:
        """The answer that the document shows first, success before error; ``None`` when it shows none."""
        for status in sorted(operation.responses, key=lambda key: (not key.startswith("2"), key)):
            node, _ = operation.responses[status]
            code = int(status) if status.isdigit() else int(status[0]) * 100 if status[0].isdigit() else 200
            if not node.get("content"):
                return Response(code)
            for media, raw in node["content"].items():
                for value in self._examples(raw):
                    if is_json(media):
                        return Response.of_json(value, code).with_headers(("Content-Type", media))
                    return Response(code, (("Content-Type", media),), str(value).encode())
        return None

    def _examples(self, media: Node) -> Iterator[Any]:
        for raw in media.get("examples", {}).values():
            node = self.resolve(raw, "")[0]
            if "value" in node:
                yield node["value"]
        if "example" in media:
            yield media["example"]
        schema = self.resolve(media.get("schema", {}), "")[0]
        yield from schema.get("examples", [])


class _Route:
    """A path template with its prefix: literal segments, and a pattern for each templated one."""

    def __init__(self, template: str) -> None:
        self.template = template
        self.operations: dict[str, Operation] = {}
        segments = template.split("/")
        self.literals = [None if "{" in segment else unquote(segment) for segment in segments]
        self._patterns = [(i, *_segment_pattern(s)) for i, s in enumerate(segments) if "{" in s]

    def match(self, parts: list[str]) -> dict[str, str] | None:
        if any(
            literal is not None and literal != part
            for literal, part in zip(self.literals, parts, strict=True)
        ):
            return None
        values: dict[str, str] = {}
        for index, pattern, names in self._patterns:
            found = pattern.fullmatch(parts[index])
            if found is None:
                return None
            values.update(zip(names, found.groups(), strict=True))
        return values


def _segment_pattern(segment: str) -> tuple[re.Pattern[str], list[str]]:
    pieces = re.split(r"\{([^}]*)\}", segment)
    pattern = "(.+?)".join(re.escape(unquote(piece)) for piece in pieces[::2])
    return re.compile(pattern, re.DOTALL), pieces[1::2]


def _prefixes(servers: list[Node]) -> Iterator[str]:
    for server in servers or [{"url": "/"}]:
        variables = server.get("variables", {})
        choices = [
            [(name, value) for value in node.get("enum", [node["default"]])]
            for name, node in variables.items()
        ]
        for chosen in product(*choices):
            url = server["url"]
            for name, value in chosen:
                url = url.replace("{" + name + "}", value)
            yield urlsplit(url).path.rstrip("/")


def coerce(text: str, types: frozenset[str]) -> Any:
    """Read a parameter's text as the first of integer, number, boolean and null that is declared and fits; else it stays text."""
    if "integer" in types and _INTEGER.match(text):
        return int(text)
    if "number" in types and _NUMBER.match(text):
        number = float(text)
        return number if abs(number) != float("inf") else text
    if "boolean" in types and text in ("true", "false"):
        return text == "true"
    if "null" in types and "string" not in types and text in ("", "null"):
        return None
    return text


def choose_media(sent: str, content: Iterable[str]) -> str | None:
    """The documented media type that fits the one sent: exactly, else by a range such as ``text/*``."""
    wanted = sent.partition(";")[0].strip().lower()
    ranges = (wanted, f"{wanted.partition('/')[0]}/*", "*/*")
    return next(
        (media for name in ranges for media in content if media.partition(";")[0].strip() == name), None
    )


def is_json(media: str) -> bool:
    """Whether a media type is JSON: ``application/json`` or ``…+json``."""
    kind = media.partition(";")[0].strip()
    return kind == "application/json" or kind.endswith("+json")


def _texts(
    parameter: Parameter,
    request: Request,
    values: Mapping[str, str],
    query: Mapping[str, list[str]],
    cookies: Mapping[str, str],
) -> list[str]:
    if parameter.location == "query":
        return query.get(parameter.name, [])
    if parameter.location == "header":
        return request.headers.all(parameter.name)
    source = values if parameter.location == "path" else cookies
    return [source[parameter.name]] if parameter.name in source else []


def _group(pairs: Iterable[tuple[str, Any]]) -> dict[str, list[Any]]:
    grouped: dict[str, list[Any]] = {}
    for name, value in pairs:
        grouped.setdefault(name, []).append(value)
    return grouped


def _cookies(headers: Headers) -> dict[str, str]:
    pairs = (piece.strip().partition("=") for line in headers.all("cookie") for piece in line.split(";"))
    return {name: value for name, _, value in pairs if name}


def _as_text(value: str | bytes) -> str:
    return value if isinstance(value, str) else value.decode("utf-8", "replace")


def _by_status(responses: Mapping[str, tuple[Node, str]], status: int) -> tuple[Node, str] | None:
    for key in (str(status), f"{status // 100}XX", "default"):
        if key in responses:
            return responses[key]
    return None


def _deepest(error: jsonschema_rs.ValidationError) -> jsonschema_rs.ValidationError:
    """Of a failed ``anyOf`` or ``oneOf``, the error of the branch that got furthest: the one the sender meant."""
    kind = error.kind
    if not isinstance(
        kind, jsonschema_rs.ValidationErrorKind.AnyOf | jsonschema_rs.ValidationErrorKind.OneOfNotValid
    ):
        return error
    found = [_deepest(inner) for branch in kind.context for inner in branch[:MAX_REASONS]]
    here = len(error.instance_path)
    meant = [
        one
        for one in found
        if len(one.instance_path) > here or one.kind.name not in ("type", "const", "enum")
    ]
    return max(meant, key=lambda one: len(one.instance_path), default=error)


def _join(where: str, path: Iterable[str | int]) -> str:
    return "/".join([where, *(_escape(str(part)) for part in path)])


def _rule(error: jsonschema_rs.ValidationError) -> str:
    return (error.absolute_keyword_location or "").removeprefix(_ROOT)


def _escape(part: str) -> str:
    return part.replace("~", "~0").replace("/", "~1")
