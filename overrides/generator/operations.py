"""From the overlaid document and openapi-python-client's reading of it to what the client templates print.

openapi-python-client decides which operations exist, how they group into resources and which parameters, bodies and
answers it understood; whatever it does not show (security, servers, texts, hints) is read from the same operation of
the document. The two are compared: an operation, parameter or status that one of them lacks is an error.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from . import annotate, naming
from .document import DocumentError, escape, reading
from .models import SCHEMAS, Models

if TYPE_CHECKING:
    from openapi_python_client import Project

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")


@dataclass(frozen=True)
class Argument:
    """One keyword argument of a method. `wire` is its name in the body; None for a parameter."""

    name: str
    annotation: str
    required: bool
    description: str
    wire: str | None = None
    positional: bool = False


@dataclass(frozen=True)
class WireParameter:
    """One parameter as it stands in the request, and the argument that fills it."""

    name: str
    place: str
    argument: str
    required: bool
    explode: bool = True


@dataclass(frozen=True)
class Body:
    """The request body: how it is written, the component that builds it, and whether it is one argument."""

    encoding: str
    media_type: str
    annotation: str
    single: bool
    required: bool


@dataclass(frozen=True)
class Result:
    """What a call returns: the annotation, the answer's decoded type and the member that holds the useful part."""

    annotation: str
    decoded: str | None
    kind: str
    unwrap: str | None = None
    empty: bool = False
    media_types: tuple[str, ...] = ()


@dataclass(frozen=True)
class PagingView:
    """How a list is read on: the core's strategy with its options (as source), and where items and total stand."""

    strategy: str
    options: dict[str, str]
    item: str
    items: str
    total: str | None
    key: str | None


@dataclass(frozen=True)
class OperationView:
    """One operation as the templates print it."""

    id: str
    name: str
    method: str
    path: str
    pointer: str
    arguments: tuple[Argument, ...]
    parameters: tuple[WireParameter, ...]
    body: Body | None
    result: Result
    paging: PagingView | None
    security: tuple[tuple[str, ...], ...]
    retry: bool
    server: str | None
    addresses: dict[str, str]
    deprecated: bool
    filled: tuple[tuple[str, str], ...]
    exactly_one: tuple[tuple[tuple[str, str], ...], ...]
    at_most_one: tuple[tuple[tuple[str, str], ...], ...]
    draft: bool
    rate_limits: tuple[dict[str, Any], ...]
    text: str
    raw: dict[str, Any] = field(repr=False, compare=False)

    @property
    def call_parameters(self) -> tuple[str, ...]:
        """The arguments that fill parameters, each once (a header and its stand-in in the query share one)."""
        return tuple(dict.fromkeys(parameter.argument for parameter in self.parameters))

    @property
    def body_argument(self) -> str:
        """The argument that is the whole body."""
        return next(argument.name for argument in self.arguments if argument.wire == "")

    @property
    def forms(self) -> tuple[tuple[Argument, ...], ...]:
        """The arguments of each form of the call, where some exclude each other; empty if there is only one form."""
        groups = [*self.exactly_one, *self.at_most_one]
        if not groups:
            return ()
        needed = {name for group in self.exactly_one for name, _ in group}
        others = [a for a in self.arguments if all(a.name != name for group in groups for name, _ in group)]
        found = []
        for choice in itertools.product(*groups):
            names = [name for name, _ in choice]
            chosen = [replace(a, required=a.name in needed) for a in self.arguments if a.name in names]
            found.append(tuple(sorted([*chosen, *others], key=lambda a: (not a.positional, not a.required))))
        return tuple(found)

    @property
    def constant(self) -> str:
        """The name of the operation's descriptor in its module."""
        return f"_{self.name.strip('_').upper()}"


@dataclass(frozen=True)
class Resource:
    """The operations of one tag: one module, one class for each of sync and async."""

    tag: str
    module: str
    class_name: str
    path: tuple[str, ...]
    text: str
    operations: tuple[OperationView, ...]


class Reader:
    """Reads one document; `where` and `hints` (the overlay's root hints) are the same for all its operations."""

    def __init__(self, document: dict[str, Any], models: Models, where: Path) -> None:
        self._document = document
        self._schemas: dict[str, Any] = document.get("components", {}).get("schemas", {})
        self._models = models
        self._where = where
        self._client: dict[str, Any] = document.get("x-sdk-client", {})
        self._aliases: dict[str, str] = self._client.get("aliases", {})

    def resources(self, project: Project) -> tuple[Resource, ...]:
        """Return the resources in the document's order of tags."""
        raw = self._raw_operations()
        known = {
            str(endpoint.name): (str(tag), endpoint)
            for tag, collection in project.openapi.endpoint_collections_by_tag.items()
            for endpoint in collection.endpoints
        }
        if set(raw) != set(known):
            missing = sorted(set(raw) ^ set(known))
            pointer = raw[missing[0]][0] if missing[0] in raw else "/paths"
            raise self._error(f"openapi-python-client read other operations than stand here: {missing}", pointer)
        by_tag: dict[str, list[OperationView]] = {}
        for operation_id, (pointer, path, method, item, operation) in raw.items():
            tag, endpoint = known[operation_id]
            with reading(self._where, pointer):
                view = self._operation(operation_id, tag, pointer, path, method, item, operation)
                self._compare(view, endpoint, pointer)
            if any(other.name == view.name for other in by_tag.setdefault(tag, [])):
                raise self._error(f"{tag} has the method {view.name!r} already: name one by x-sdk-method", pointer)
            by_tag[tag].append(view)
        texts = {tag["name"]: tag.get("description", "") for tag in self._document.get("tags", [])}
        return tuple(self._resource(tag, texts.get(tag, ""), by_tag[tag]) for tag in sorted(by_tag))

    def _resource(self, tag: str, text: str, operations: list[OperationView]) -> Resource:
        groups: dict[str, str] = self._client.get("groups", {})
        path = tuple(groups.get(tag, tag).split("."))
        return Resource(tag, tag, naming.class_name(tag), path, text, tuple(operations))

    def _raw_operations(self) -> dict[str, tuple[str, str, str, dict[str, Any], dict[str, Any]]]:
        found: dict[str, tuple[str, str, str, dict[str, Any], dict[str, Any]]] = {}
        for path, item in self._document.get("paths", {}).items():
            for method in METHODS:
                if method not in item:
                    continue
                pointer = f"/paths/{escape(path)}/{method}"
                operation = item[method]
                if "operationId" not in operation:
                    raise self._error("this operation has no operationId: write <resource>_<verb>", pointer)
                operation_id = operation["operationId"]
                if operation_id != naming.snake_case(str(operation_id)):
                    right = naming.snake_case(str(operation_id))
                    raise self._error(f"operationId {operation_id!r} is not in snake_case: write {right!r}", pointer)
                if operation_id in found:
                    raise self._error(f"operationId {operation_id!r} is used twice: rename one of them", pointer)
                found[operation_id] = (pointer, path, method, item, operation)
        return found

    def _operation(
        self,
        operation_id: str,
        tag: str,
        pointer: str,
        path: str,
        method: str,
        item: dict[str, Any],
        raw: dict[str, Any],
    ) -> OperationView:
        wire, arguments = self._parameters(item, raw, pointer)
        body = self._body(raw, pointer)
        if body is not None:
            arguments += self._body_arguments(body, raw, pointer)
        self._refuse_clashes(arguments, pointer)
        result = self._result(raw, pointer)
        servers = raw.get("servers", item.get("servers"))
        return OperationView(
            id=operation_id,
            name=raw.get("x-sdk-method", naming.method_name(operation_id, tag)),
            method=method.upper(),
            path=path,
            pointer=pointer,
            arguments=tuple(sorted(arguments, key=lambda a: (not a.positional, not a.required))),
            parameters=tuple(wire),
            body=body,
            result=result,
            paging=self._paging(raw, result, pointer),
            security=self._security(raw, pointer),
            retry=raw.get("x-sdk-retry") == "safe",
            server=self._server(servers[0]["url"]) if servers else None,
            addresses=self._addresses(servers) if servers else {},
            deprecated=bool(raw.get("deprecated")),
            filled=self._filled(raw, pointer),
            exactly_one=self._alternatives("x-sdk-exactly-one", raw, arguments, pointer),
            at_most_one=self._alternatives("x-sdk-at-most-one", raw, arguments, pointer),
            draft=raw.get("x-stage") == "draft" and bool(self._client.get("gate_drafts")),
            rate_limits=tuple(raw.get("x-rate-limit", self._document.get("x-rate-limit", ()))),
            text=self._text(raw),
            raw=raw,
        )

    def _filled(self, raw: dict[str, Any], pointer: str) -> tuple[tuple[str, str], ...]:
        """Return the members of the body that client-wide arguments are the defaults of."""
        filled: dict[str, str] = self._resolve(raw.get("requestBody", {})).get("x-sdk-fill", {})
        unknown = sorted(set(filled.values()) - self._client_arguments())
        if unknown:
            raise self._error(f"x-sdk-fill: {unknown[0]!r} is no client-wide argument", f"{pointer}/requestBody")
        return tuple(filled.items())

    def _alternatives(
        self, hint: str, raw: dict[str, Any], arguments: list[Argument], pointer: str
    ) -> tuple[tuple[tuple[str, str], ...], ...]:
        """Return the groups of arguments that exclude each other, each with its place in the call."""
        places = {argument.name: argument.wire or argument.name for argument in arguments if not argument.required}
        groups: list[list[str]] = raw.get(hint, [])
        wrong = [name for group in groups for name in group if name not in places]
        if wrong:
            raise self._error(f"{hint}: {wrong[0]!r} is no argument that may be left out", pointer)
        return tuple(tuple((name, places[name]) for name in group) for group in groups)

    def _server(self, url: str) -> str:
        """Return an operation's own server: as a path where it is on the host of the API's first server, else whole.

        So a call that stands beside the API (`/hc` beside `/api`) follows the `base_url` that the user has set.
        """
        own, first = urlsplit(url), [urlsplit(server["url"]) for server in self._document.get("servers", [])[:1]]
        return (own.path or "/") if first and own[:2] == first[0][:2] else url

    def _addresses(self, own: list[dict[str, Any]]) -> dict[str, str]:
        """Return the address of a call with servers of its own, by the API's server that a user has chosen.

        They belong together by their places. Any other base URL, a mock's or one's own, is used for these calls too.
        """
        return dict(zip(map(_url, self._document.get("servers", [])), map(_url, own), strict=False))

    # -- parameters ---------------------------------------------------------------------------------------------

    def _parameters(
        self, item: dict[str, Any], raw: dict[str, Any], pointer: str
    ) -> tuple[list[WireParameter], list[Argument]]:
        merged: dict[tuple[str, str], dict[str, Any]] = {}
        for entry in [*item.get("parameters", []), *raw.get("parameters", [])]:
            parameter = self._resolve(entry)
            merged[parameter["in"], parameter["name"]] = parameter
        wire: list[WireParameter] = []
        arguments: dict[str, Argument] = {}
        for (place, name), parameter in merged.items():
            schema = parameter.get("schema", {})
            argument = parameter.get("x-sdk-argument", naming.argument_name(name, self._aliases))
            required = bool(parameter.get("required")) or place == "path"
            if place == "cookie" or parameter.get("style", _STYLES[place]) != _STYLES[place]:
                raise self._error(
                    f"no client can be written for {name!r}: a parameter is in the path or a header (style simple), "
                    "or in the query (style form)",
                    pointer,
                )
            wire.append(WireParameter(name, place, argument, required, parameter.get("explode", place == "query")))
            if argument in arguments and arguments[argument].required:
                continue
            if argument in arguments and parameter.get("x-sdk-argument") is None:
                raise self._error(f"two parameters want the argument {argument!r}: say so in the overlay", pointer)
            arguments[argument] = Argument(
                name=argument,
                annotation=annotate.of_schema(schema),
                required=place == "path" or (required and argument not in self._client_arguments()),
                positional=place == "path",
                description=self._described(parameter.get("description", ""), schema),
            )
        return wire, list(arguments.values())

    def _client_arguments(self) -> set[str]:
        return {parameter["argument"] for parameter in self._client.get("parameters", [])}

    def _refuse_clashes(self, arguments: list[Argument], pointer: str) -> None:
        names = [argument.name for argument in arguments]
        twice = sorted({name for name in names if names.count(name) > 1})
        if twice:
            raise self._error(f"a parameter and a body member want the argument {twice[0]!r}: rename one", pointer)

    # -- body ---------------------------------------------------------------------------------------------------

    def _body(self, raw: dict[str, Any], pointer: str) -> Body | None:
        if "requestBody" not in raw:
            return None
        request = self._resolve(raw["requestBody"])
        media_type, media = next(iter(request["content"].items()))
        required = bool(request.get("required"))
        encoding = _ENCODINGS.get(media_type.split(";")[0].strip())
        if encoding is None:
            raise self._error(
                f"no client can be written for a {media_type} body: JSON, form or bytes", f"{pointer}/requestBody"
            )
        schema = media.get("schema", {})
        if encoding == "bytes":
            return Body(encoding, media_type, "bytes", single=True, required=required)
        name = schema.get("$ref", "").removeprefix(SCHEMAS)
        if not name:
            raise self._error("a body must be a named component: move the schema to components/schemas", pointer)
        if encoding == "form":
            member = self._json_member(name)
            if member is not None:
                wire, content = member
                annotation = self._content_type(content)
                single = annotation.removeprefix("models.") not in self._models.members
                return Body(f"form-json:{wire}", media_type, annotation, single=single, required=required)
        return Body(encoding, media_type, f"models.{name}", single=name not in self._models.members, required=required)

    def _json_member(self, component: str) -> tuple[str, dict[str, Any]] | None:
        """Return the one member of a form that holds nothing but JSON, with the schema of what it holds."""
        members = list(self._schemas[component].get("properties", {}).items())
        if len(members) != 1 or "contentSchema" not in members[0][1]:
            return None
        return members[0][0], members[0][1]["contentSchema"]

    def _content_type(self, schema: dict[str, Any]) -> str:
        return annotate.of_schema(schema).replace("Sequence[", "builtins.list[")

    def _body_arguments(self, body: Body, raw: dict[str, Any], pointer: str) -> list[Argument]:
        request = self._resolve(raw["requestBody"])
        if body.single:
            name = request.get("x-sdk-argument", "body")
            annotation = body.annotation if body.annotation == "bytes" else self._single(body.annotation)
            text = request.get("description", "")
            return [Argument(name, annotation, body.required, text, wire="", positional=body.required)]
        component = body.annotation.removeprefix("models.")
        properties = self._properties(self._schemas[component])
        arguments = []
        for member in self._models.members[component]:
            schema = properties.get(member.wire, {})
            annotation = member.annotation
            if not member.required and not annotate.admits_null(schema, self._document):
                annotation = annotate.without_none(annotation)
            arguments.append(
                Argument(
                    name=schema.get("x-sdk-argument", naming.argument_name(member.wire, self._aliases)),
                    annotation=annotate.as_argument(annotation, self._structures, self._models.aliases),
                    required=member.required and member.wire not in request.get("x-sdk-fill", {}),
                    description=self._described(schema.get("description", ""), schema),
                    wire=member.wire,
                )
            )
        return arguments

    def _single(self, annotation: str) -> str:
        """Widen the one argument that is the whole body: models may be given as mappings, lists as sequences."""
        component = annotation.removeprefix("models.")
        expanded = self._models.aliases.get(component, component) if annotation.startswith("models.") else annotation
        if annotation.startswith("builtins.list["):
            expanded = annotation.removeprefix("builtins.").replace("models.", "")
        return annotate.as_argument(expanded, self._structures, self._models.aliases)

    @cached_property
    def _structures(self) -> set[str]:
        """Name the components that may be given as a mapping: the models, and the unions of such components."""
        found = set(self._models.members)
        while more := {n for n, a in self._models.aliases.items() if n not in found and annotate.branches(a) & found}:
            found |= more
        return found

    def _properties(self, schema: dict[str, Any]) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for part in schema.get("allOf", []):
            found.update(self._properties(self._schema(part)))
        found.update(schema.get("properties", {}))
        return found

    # -- result -------------------------------------------------------------------------------------------------

    def _result(self, raw: dict[str, Any], pointer: str) -> Result:
        results: list[Result] = []
        for status, entry in raw.get("responses", {}).items():
            if not str(status).startswith("2"):
                continue
            results.append(self._answer(self._resolve(entry), f"{pointer}/responses/{status}"))
        if not results:
            raise self._error("this operation documents no answer of success (2XX)", f"{pointer}/responses")
        with_body = [result for result in dict.fromkeys(results) if result.kind != "none"]
        if not with_body:
            return results[0]
        if len({(result.kind, result.unwrap) for result in with_body}) > 1:
            raise self._error(
                "answers of success of several kinds: mark one of them in the overlay", f"{pointer}/responses"
            )
        annotation = " | ".join(result.annotation for result in with_body)
        decoded = " | ".join(result.decoded or "" for result in with_body) or None
        empty = len(with_body) < len(set(results)) or bool(raw.get("x-sdk-empty"))
        if empty and not annotation.endswith("None"):
            annotation += " | None"
        more = tuple(dict.fromkeys(name for result in with_body for name in result.media_types))
        return Result(annotation, decoded, with_body[0].kind, with_body[0].unwrap, empty, more)

    def _answer(self, response: dict[str, Any], pointer: str) -> Result:
        if not response.get("content"):
            return Result("None", None, "none")
        media_type, media = next(iter(response["content"].items()))
        base = media_type.split(";")[0].strip()
        if base.startswith("text/"):
            return Result("str", None, "text")
        if not (base == "application/json" or base.endswith("+json")):
            return Result("bytes", None, "bytes")
        schema = media.get("schema", {})
        name = schema.get("$ref", "").removeprefix(SCHEMAS)
        others = tuple(other.split(";")[0].strip().lower() for other in list(response["content"])[1:])
        if not name:
            annotation = self._content_type(schema) if schema else "typing.Any"
            return Result(annotation, annotation, "json", media_types=others)
        return replace(self._unwrapped(self._without_error(name, pointer), pointer), media_types=others)

    def _without_error(self, name: str, pointer: str) -> str:
        """Return the component of success of an answer that is either success or the platform's error envelope."""
        error = self._client.get("envelope", {}).get("error")
        branches: list[str] = [
            branch.get("$ref", "").removeprefix(SCHEMAS) for branch in self._schemas[name].get("anyOf", [])
        ]
        if error is None or error not in branches:
            return name
        rest = [branch for branch in branches if branch != error]
        if len(rest) != 1 or not rest[0]:
            raise self._error(f"{name} must be one answer of success and {error}, found {branches}", pointer)
        return rest[0]

    def _unwrapped(self, name: str, pointer: str) -> Result:
        member = self._client.get("envelope", {}).get("member")
        found = [m for m in self._models.members.get(name, ()) if m.wire == member] if member else []
        if not found:
            return Result(f"models.{name}", f"models.{name}", "json")
        return Result(annotate.as_result(found[0].annotation), f"models.{name}", "json", found[0].name)

    def _paging(self, raw: dict[str, Any], result: Result, pointer: str) -> PagingView | None:
        hint = raw.get("x-sdk-paging")
        if hint is None:
            return None
        options = {key: value for key, value in hint.items() if key not in {"strategy", "items", "total"}}
        component = result.annotation.removeprefix("models.")
        members = {member.wire: member for member in self._models.members.get(component, ())}
        if hint.get("items") not in members:
            raise self._error(f"x-sdk-paging: {component} has no member {hint.get('items')!r}", pointer)
        match = re.fullmatch(r"list\[(\w+)\](?: \| None)?", members[hint["items"]].annotation)
        if match is None:
            raise self._error(f"x-sdk-paging: {hint['items']!r} is no list of a component", pointer)
        if hint.get("total", hint["items"]) not in members:
            raise self._error(f"x-sdk-paging: {component} has no member {hint['total']!r}", pointer)
        keys = [m.name for m in self._models.members.get(match[1], ()) if m.wire == "id"]
        return PagingView(
            strategy=_STRATEGIES[hint["strategy"]],
            options=self._paging_options(hint["strategy"], options, raw),
            item=f"models.{match[1]}",
            items=members[hint["items"]].name,
            total=members[hint["total"]].name if "total" in hint else None,
            key=keys[0] if keys else None,
        )

    def _paging_options(self, strategy: str, options: dict[str, Any], raw: dict[str, Any]) -> dict[str, str]:
        """Return the strategy's options as source; the size of a page is the default that the document states."""
        parameters = {p["name"]: p for p in map(self._resolve, raw.get("parameters", []))}
        written = {}
        limit = parameters.get(options.get("limit", "limit"), {}).get("schema", {})
        if strategy != "cursor" and "default" in limit and "size" not in options:  # a cursor ends by itself
            written["size"] = repr(limit["default"])
        for key, value in options.items():
            written[key] = repr(tuple(value)) if isinstance(value, list) else repr(value)
        return written

    # -- the rest -----------------------------------------------------------------------------------------------

    def _security(self, raw: dict[str, Any], pointer: str) -> tuple[tuple[str, ...], ...]:
        alternatives = raw.get("security", self._document.get("security", []))
        known = self._document.get("components", {}).get("securitySchemes", {})
        unknown = [name for alternative in alternatives for name in alternative if name not in known]
        if unknown:
            raise self._error(f"there is no security scheme {unknown[0]!r} in the components", f"{pointer}/security")
        return tuple(tuple(alternative) for alternative in alternatives) or ((),)

    def _text(self, raw: dict[str, Any]) -> str:
        summary = raw.get("summary", "").strip()
        if summary and summary[-1] not in ".!?":
            summary += "."
        parts = [summary, raw.get("description", "").strip(), self._provenance(raw)]
        if raw.get("deprecated"):
            parts.append("Deprecated by the platform.")
        if raw.get("externalDocs"):
            parts.append(f"Documentation: {raw['externalDocs']['url']}")
        return "\n\n".join(part for part in parts if part)

    def _provenance(self, raw: dict[str, Any]) -> str:
        notes = {
            "observed": "Observed in real clients or servers; the platform's documentation does not have it.",
            "inferred": "Inferred: the platform publishes what this call does, but not its method and path.",
        }
        text = notes.get(raw.get("x-provenance", ""), "")
        return f"{text} The platform calls it a draft.".strip() if raw.get("x-stage") == "draft" else text

    def _described(self, description: str, schema: dict[str, Any]) -> str:
        """Return a description with the limits and the default that the schema states."""
        target = self._schema(schema)
        text = (description or target.get("description", "")).strip()
        facts = []
        for key, words in _LIMITS.items():
            if key in target:
                facts.append(words.format(target[key]))
        default = schema.get("default", target.get("default"))
        if default is not None:
            facts.append(f"default {default!r} on the server")
        if facts:
            text = f"{text} ({'; '.join(facts)})".strip()
        return text

    def _schema(self, schema: dict[str, Any]) -> dict[str, Any]:
        if "$ref" in schema:
            return self._schema(self._schemas[schema["$ref"].removeprefix(SCHEMAS)])
        return schema

    def _resolve(self, node: dict[str, Any]) -> dict[str, Any]:
        while "$ref" in node:
            target: Any = self._document
            for part in node["$ref"].removeprefix("#/").split("/"):
                target = target[part.replace("~1", "/").replace("~0", "~")]
            node = target
        return node

    def _compare(self, view: OperationView, endpoint: Any, pointer: str) -> None:
        """Refuse what openapi-python-client lost or changed in silence: the method, a parameter, a body or a status."""
        if str(endpoint.method).upper() != view.method:
            raise self._error(f"openapi-python-client read this as {endpoint.method!s}", pointer)
        places = ("query", "path", "header", "cookie")
        read = {(_plain(p.name), place) for place in places for p in getattr(endpoint, f"{place}_parameters")}
        wire = {(parameter.name, parameter.place) for parameter in view.parameters}
        # The tool has renamed path parameters to its own Python names by now, so only their number can be compared.
        lost = {entry for entry in wire - read if entry[1] != "path"}
        if lost or len(read) != len(wire):
            raise self._error(f"openapi-python-client lost these parameters: {sorted(lost or wire)}", pointer)
        if bool(endpoint.bodies) != (view.body is not None):
            raise self._error("openapi-python-client did not read this operation's body", f"{pointer}/requestBody")
        stand = {str(status) for status in view.raw["responses"] if not str(status).startswith("x-")}
        if others := stand ^ {str(response.status_code.pattern) for response in endpoint.responses}:
            message = f"openapi-python-client read other statuses than stand here: {sorted(others)}"
            raise self._error(message, f"{pointer}/responses")

    def _error(self, message: str, pointer: str) -> DocumentError:
        return DocumentError(message, self._where, pointer=pointer)


def _url(server: dict[str, Any]) -> str:
    """Return a server's URL with the default of each variable."""
    defaults = {name: str(variable["default"]) for name, variable in server.get("variables", {}).items()}
    return re.sub(r"\{([^{}]+)\}", lambda match: defaults.get(match[1], match[0]), server["url"])


def _plain(name: Any) -> str:
    """Return the text of the tool's wrapper for strings of a document."""
    return str(name.get_untrusted_value()) if hasattr(name, "get_untrusted_value") else str(name)


_ENCODINGS = {
    "application/json": "json",
    "application/x-www-form-urlencoded": "form",
    "application/octet-stream": "bytes",
}
_STYLES = {"query": "form", "path": "simple", "header": "simple", "cookie": "form"}
_STRATEGIES = {
    "offset": "OffsetPaging",
    "page": "PageNumberPaging",
    "cursor": "CursorPaging",
    "range": "RangePaging",
    "id": "IdBoundedPaging",
}
_LIMITS = {
    "minLength": "at least {} characters",
    "maxLength": "at most {} characters",
    "minimum": "at least {}",
    "maximum": "at most {}",
    "minItems": "at least {} items",
    "maxItems": "at most {} items",
}


def read_project(document: dict[str, Any], *, templates: Path, where: Path) -> Project:
    """Have openapi-python-client read the operations; every error and warning of it is a DocumentError.

    Component schemas are replaced by named stubs first, so that no operation is lost for a schema that only the
    models need.
    """
    from openapi_python_client import Project
    from openapi_python_client.config import Config, ConfigFile, MetaType
    from openapi_python_client.parser import GeneratorData
    from openapi_python_client.parser.errors import GeneratorError

    config = Config.from_sources(ConfigFile(post_hooks=[]), MetaType.NONE, where, "utf-8", True, None)
    data = GeneratorData.from_dict(_stubbed(document), config=config)
    if isinstance(data, GeneratorError):
        lines = [
            re.sub(r" \[type=.*\]$", "", line)
            for line in (data.detail or "").splitlines()
            if "errors.pydantic.dev" not in line
        ]
        message = f"openapi-python-client: {data.header}: {' '.join(' '.join(lines).split())}"
        raise DocumentError(message, where, pointer=_place_told(lines, document))
    problems = [*data.errors, *(e for c in data.endpoint_collections_by_tag.values() for e in c.parse_errors)]
    if problems:
        raise _located(problems, document, where)
    return Project(openapi=data, config=config, custom_template_path=templates)


def _place_told(lines: list[str], document: dict[str, Any]) -> str:
    """Find the place in Pydantic's report: after its heading a line such as `tags.0.name`; "" when there is none.

    Between the keys stand words of the tool's own ("other" for a branch that it tried); a path may hold dots.
    """
    pointer = ""
    node: Any = document
    rest = next((line for line in lines[1:] if line.strip()), "").strip().split(".")
    while rest:
        heads = [".".join(rest[:length]) for length in range(len(rest), 0, -1)]
        if isinstance(node, list):
            head = rest[0] if rest[0].isdigit() and int(rest[0]) < len(node) else None
        else:
            head = next((head for head in heads if isinstance(node, dict) and head in node), None)
        if head is not None:
            node = node[int(head)] if isinstance(node, list) else node[head]
            pointer += f"/{escape(head)}"
        rest = rest[1 if head is None else head.count(".") + 1 :]
    return pointer


def _stubbed(document: dict[str, Any]) -> dict[str, Any]:
    schemas = document.get("components", {}).get("schemas", {})
    stubs = {
        name: {"type": "object"} if _is_structure(schema) else {"type": "string"} for name, schema in schemas.items()
    }
    return {**document, "components": {**document.get("components", {}), "schemas": stubs}}


def _is_structure(schema: dict[str, Any]) -> bool:
    if schema.get("type") == "object" or "properties" in schema or "allOf" in schema:
        return True
    return any("$ref" in branch for key in ("anyOf", "oneOf") for branch in schema.get(key, []))


def _located(problems: list[Any], document: dict[str, Any], where: Path) -> DocumentError:
    """Name the place of the tool's first complaint: by method and path in its header, else by its message alone."""
    first = problems[0]
    text = " ".join(str(part) for part in (first.header, first.detail) if part)
    text = re.sub(r"<[\w.]*UntrustedString object at 0x[0-9a-f]+>", "…", text)
    match = re.search(r"parsing (GET|PUT|POST|DELETE|OPTIONS|HEAD|PATCH|TRACE) (\S+) within", text)
    named = re.search(r"/components/\w+/[^\s:]+", text)
    pointer = f"/paths/{escape(match[2])}/{match[1].lower()}" if match else named[0] if named else "/paths"
    more = f" (and {len(problems) - 1} more)" if len(problems) > 1 else ""
    return DocumentError(f"openapi-python-client: {text}{more}", where, pointer=pointer)
