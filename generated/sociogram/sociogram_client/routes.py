# Copied from overrides/sociogram/routes.py by "nox -s generate": edit it there.
"""The inferred part of the calls, in one table, and its replacement. The one file read is the one a user names.

The table is the document's own: what stands in it as `x-provenance: inferred` is inferred, and nothing is listed twice.
"""

from __future__ import annotations

import json
import os
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, Literal, TypeVar

from pydantic import BaseModel, ValidationError
from typing_extensions import TypeAliasType

from ._core.errors import ConfigurationError, InvalidRequestError
from ._core.models import DecimalNumber, wire_adapter
from ._core.operation import Operation, Parameter
from ._core.request import explain
from ._core.types import NOT_GIVEN

T = TypeVar("T")
Place = Literal["query", "body"]
ParamsIn = Mapping[str, Place | Mapping[str, Place]] | Place

_METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE")
_HOLE = re.compile(r"\{([^{}]*)\}")
_PATH = re.compile(r"/(?:[A-Za-z0-9._~!$&'()*+,;=:@/-]|%[0-9A-Fa-f]{2}|\{[A-Za-z_]\w*\})*")
_KEYS = {"paths", "params_in", "auth_header"}

# Values that moved into a body, to be written as the document writes them: decimals are numbers.
_Moved = TypeAliasType(
    "_Moved", "dict[str, _Moved] | list[_Moved] | bool | int | str | DecimalNumber | datetime | float | None"
)


@dataclass(frozen=True)
class Route:
    """Where a call goes. `params_in` is where parameters stand that are no part of the path."""

    method: str
    path: str
    params_in: Mapping[str, Place]
    replaced: bool = False
    """Whether the user replaced any of it."""

    def __str__(self) -> str:
        return f"{self.method} {self.path}"


@cache
def inferred_routes() -> Mapping[str, Route]:
    """Each call whose method, path and places of parameters are inferred, by operation id, as the document has it."""
    document = json.loads(files(__package__ or "").joinpath("openapi.json").read_text("utf-8"))
    found: dict[str, Route] = {}
    for path, item in document["paths"].items():
        for method, operation in item.items():
            if operation["x-provenance"] != "inferred":
                continue
            places: dict[str, Place] = {}
            for each in operation.get("parameters", ()):
                places[_resolved(document, each)["name"]] = "query"
            for media in operation.get("requestBody", {}).get("content", {}).values():
                places |= dict.fromkeys(_resolved(document, media["schema"])["properties"], "body")
            found[operation["operationId"]] = Route(method.upper(), path, places)
    return found


def _resolved(document: Any, node: Any) -> Any:
    while "$ref" in node:
        target = document
        for name in node["$ref"].split("/")[1:]:
            target = target[name]
        node = target
    return node


class Routes:
    """What a user replaced of the inferred part of the calls; without replacements it changes nothing."""

    def __init__(
        self,
        paths: Mapping[str, str] | str | os.PathLike[str] | None = None,
        params_in: ParamsIn | None = None,
        auth_header: str | None = None,
    ) -> None:
        """Read and check. Raises ConfigurationError, which names the argument and the operation."""
        given: dict[str, Any] = {}
        replaced: Any = paths
        if isinstance(paths, str | os.PathLike):
            given = _read(Path(paths))
            replaced = given.get("paths", {})
        places: ParamsIn = given.get("params_in", {}) if params_in is None else params_in
        header = given.get("auth_header") if auth_header is None else auth_header
        self.auth_header: str | None = None if header is None else _header(header)
        self._routes: dict[str, Route] = _replaced(replaced or {}, places) if replaced or places else {}
        self._operations: dict[Any, Operation[Any]] = {}

    def table(self) -> dict[str, Route]:
        """All inferred calls with where they go now, replacements included."""
        return {**inferred_routes(), **self._routes}

    def is_inferred(self, operation_id: str) -> bool:
        """Whether the call's path, and its header, are inferred."""
        return operation_id in inferred_routes()

    def place(
        self, operation: Operation[T], arguments: Mapping[str, Any], body: Any
    ) -> tuple[Operation[T], Mapping[str, Any], Any]:
        """The operation to send instead, with its arguments and its body."""
        route = self._routes.get(operation.id)
        if route is None:
            return operation, arguments, body
        values = {
            p.name: arguments[p.argument]
            for p in operation.parameters
            if arguments.get(p.argument, NOT_GIVEN) is not NOT_GIVEN and arguments[p.argument] is not None
        }
        if operation.body is not None:
            values |= _members(operation, body)
        in_path = set(_HOLE.findall(route.path))
        places: dict[str, Literal["path", "query", "body"]] = {
            name: "path" if name in in_path else route.params_in.get(name, "body" if operation.body else "query")
            for name in (*values, *(name for name in in_path if name not in values))
        }
        sent = {name: value for name, value in values.items() if places[name] == "body"}
        key = (operation.id, tuple(sorted(places.items())))
        if key not in self._operations:
            self._operations[key] = replace(
                operation,
                method=route.method,
                path=route.path,
                parameters=tuple(Parameter(n, p, n) for n, p in places.items() if p != "body"),
                body="json" if sent or "body" in route.params_in.values() else None,
                request=lambda: dict[str, _Moved],
            )
        moved = {name: value for name, value in values.items() if places[name] != "body"}
        return self._operations[key], moved, sent if self._operations[key].body else NOT_GIVEN


def _members(operation: Operation[Any], body: Any) -> dict[str, Any]:
    """The members of a body by wire name, checked by its model: parts of it can go to other places afterwards."""
    if isinstance(body, Mapping):
        body = {name: value for name, value in body.items() if value is not NOT_GIVEN}
    adapter = wire_adapter(operation.request() if operation.request else Any)
    try:
        model = adapter.validate_python(body)
    except ValidationError as error:
        problem = explain(error, body)
    else:
        whole = model.model_dump(by_alias=True, exclude_unset=True) if isinstance(model, BaseModel) else model
        return dict(whole)
    raise InvalidRequestError(f"the body of {operation.id} cannot be sent: {problem}")


def _replaced(paths: Mapping[str, str], params_in: ParamsIn) -> dict[str, Route]:
    known = inferred_routes()
    places: Any = dict.fromkeys(known, params_in) if isinstance(params_in, str) else params_in
    for argument, given in (("paths", paths), ("params_in", places)):
        if not isinstance(given, Mapping):
            raise ConfigurationError(f"{argument}= must map operations to what replaces them")
        for name in given:
            if name not in known:
                hint = f"known are {', '.join(sorted(known))}"
                if name == "bots_send_message":
                    hint = "its path is documented, not inferred"
                raise ConfigurationError(f"{argument}={{{name!r}: …}} names no inferred call: {hint}")
    changed = {name: known[name] for name in known if name in paths or name in places}
    return {name: _route(name, route, paths.get(name), places.get(name)) for name, route in changed.items()}


def _route(name: str, route: Route, text: Any, where: Any) -> Route:
    method, path = route.method, route.path
    if text is not None:
        method, _, path = text.strip().partition(" ") if isinstance(text, str) else ("", "", "")
        path = path.strip()
        if method not in _METHODS or not _PATH.fullmatch(path) or "//" in path or "/.." in path:
            right = f"a method and a path below the base URL, such as {str(route)!r}"
            raise ConfigurationError(f"paths={{{name!r}: {text!r}}} is not {right}")
    strange = sorted(set(_HOLE.findall(path)) - set(route.params_in))
    if strange:
        raise ConfigurationError(f"paths={{{name!r}: …}}: the call has no parameter {strange[0]!r} for the path")
    wanted: dict[str, Any] = dict.fromkeys(route.params_in, where) if isinstance(where, str) else dict(where or {})
    for parameter, place in wanted.items():
        if parameter not in route.params_in or place not in ("query", "body"):
            names = ", ".join(route.params_in)
            raise ConfigurationError(
                f"params_in={{{name!r}: …}}: {parameter!r}: {place!r} is neither 'query' nor 'body' for one of {names}"
            )
    places: dict[str, Place] = {**route.params_in, **wanted}
    if method == "GET" and "body" in {place for n, place in places.items() if f"{{{n}}}" not in path}:
        raise ConfigurationError(f"{name}: a GET has no body: add params_in={{{name!r}: 'query'}}")
    return Route(method, path, places, replaced=True)


def _header(name: Any) -> str:
    if not isinstance(name, str) or not re.fullmatch(r"[A-Za-z0-9-]+", name):
        text = str(name).lower() if isinstance(name, str) else ""
        if text == "authorization: bearer":
            return "Authorization: Bearer"
        raise ConfigurationError(f"auth_header={name!r} is no name of a header, nor 'Authorization: Bearer'")
    return name


def _read(path: Path) -> dict[str, Any]:
    found: Any = None
    try:
        text = path.read_text("utf-8")
        found = json.loads(text) if path.suffix == ".json" else tomllib.loads(text)
        problem = (
            "" if isinstance(found, dict) and not set(found) - _KEYS else f"it may hold {', '.join(sorted(_KEYS))}"
        )
    except (OSError, ValueError) as error:
        problem = str(error)
    if problem:
        raise ConfigurationError(f"paths={str(path)!r} is no JSON or TOML file of routes: {problem}")
    return dict(found)
