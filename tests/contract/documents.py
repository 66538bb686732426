"""The document as schemathesis is given it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from .description import Api, View

ROOT = Path(__file__).resolve().parents[2]
METHODS = ("get", "put", "post", "delete", "patch")

FORM = "application/x-www-form-urlencoded"
FORM_WITH_JSON = "application/vnd.contract.form-with-json"
"""Stands for a form with a member that is JSON: schemathesis would fill that with any text (see `runs`)."""


@cache
def packaged(name: str) -> dict[str, Any]:
    """The document inside an API's package; not to be changed."""
    path = ROOT / "generated" / name / f"{name}_client" / "openapi.json"
    document: dict[str, Any] = json.loads(path.read_bytes())
    return document


def operations(document: dict[str, Any]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Each operation with its path and method."""
    for path, item in document["paths"].items():
        for method in METHODS:
            if method in item:
                yield path, method, item[method]


def operation_ids(name: str) -> tuple[str, ...]:
    """The names of all operations of an API."""
    return tuple(operation["operationId"] for _, _, operation in operations(packaged(name)))


def operation_of(name: str, operation_id: str) -> dict[str, Any]:
    """One operation as published."""
    return next(one for _, _, one in operations(packaged(name)) if one["operationId"] == operation_id)


def resolved(name: str, node: dict[str, Any]) -> dict[str, Any]:
    """What a node refers to, if it does."""
    while "$ref" in node:
        place: Any = packaged(name)
        for part in node["$ref"].split("/")[1:]:
            place = place[part]
        node = place
    return node


def of_view(api: Api, view: View) -> dict[str, Any]:
    """The document of one view: as published, or with errors as HTTP statuses and what `prepare` adds.

    In both views `trim` has been at work, JSON inside forms is spelled out, and servers' paths are part of the paths.
    """
    document = deepcopy(packaged(api.name))
    api.trim(document)
    if view == "strict":
        if api.error_schema:
            _errors_as_statuses(document, api)
        api.prepare(document)
    _forms_with_json(document)
    _own_servers(document)
    return document


def documented(api: Api, operation_id: str) -> tuple[str, frozenset[str]]:
    """An operation's method, and the statuses that it documents, errors in its prose included."""
    document = deepcopy(packaged(api.name))
    if api.error_schema:
        _errors_as_statuses(document, api)
    for _, method, operation in operations(document):
        if operation["operationId"] == operation_id:
            return method.upper(), frozenset(operation["responses"])
    raise LookupError(operation_id)


def covers(statuses: frozenset[str], status: int) -> bool:
    """Whether a status is among documented ones such as 200, 5XX and default."""
    return not statuses.isdisjoint({str(status), f"{status // 100}XX", "default"})


def listed_errors(api: Api, operation_id: str) -> list[tuple[int, str]]:
    """The errors that an operation documents: in the list of its prose, or by its statuses."""
    operation = operation_of(api.name, operation_id)
    if api.error_schema:
        return _in_prose(operation["responses"]["200"]["description"])
    statuses = (status.replace("XX", "00") for status in operation["responses"] if status[0] in "45")
    return [(int(status), "a reason") for status in statuses]


def _errors_as_statuses(document: dict[str, Any], api: Api) -> None:
    """Take the error out of each 200 answer, and put it under the statuses that the operation's prose lists.

    Then a success has to fit the schema of a success, and an error that an operation does not list is undocumented.
    """
    error = {"$ref": f"#/components/schemas/{api.error_schema}"}
    schemas = document["components"]["schemas"]
    for _, _, operation in operations(document):
        answer = operation["responses"]["200"]
        for media in answer.get("content", {}).values():
            branches = schemas[media["schema"]["$ref"].rpartition("/")[2]].get("anyOf", [])
            if error in branches:
                media["schema"] = next(branch for branch in branches if branch != error)
        for status in sorted(_listed_errors(answer["description"], api)):
            content = {"application/json": {"schema": error}}
            operation["responses"].setdefault(str(status), {"description": "In the envelope.", "content": content})


def _listed_errors(prose: str, api: Api) -> set[int]:
    """The statuses, by the client's rule, of the errors in a list."""
    bodies = (json.dumps({"ts": 1, "data": {"code": code, "msg": text}}) for code, text in _in_prose(prose))
    return {api.rule.effective_status(200, body.encode()) for body in bodies}


def _in_prose(prose: str) -> list[tuple[int, str]]:
    """The errors of a list such as ``- `400` `invalid slug`: …``."""
    found = re.findall(r"^- `(\d{3})`(?: beginning with)?(?: `([^`]*)`)?", prose, re.MULTILINE)
    return [(int(code), " ".join(words.split()) or "another text") for code, words in found]


def _forms_with_json(document: dict[str, Any]) -> None:
    """Spell out the JSON in a form's member, as a media type of our own."""
    schemas = document["components"]["schemas"]
    for _, _, operation in operations(document):
        content = operation.get("requestBody", {}).get("content", {})
        schema = content.get(FORM, {}).get("schema", {})
        schema = schemas[schema["$ref"].rpartition("/")[2]] if "$ref" in schema else schema
        inner = {
            name: one["contentSchema"] for name, one in schema.get("properties", {}).items() if "contentSchema" in one
        }
        if inner:
            spelled = {**schema, "properties": {**schema["properties"], **inner}}
            content[FORM_WITH_JSON] = {"schema": {key: one for key, one in spelled.items() if key != "examples"}}
            del content[FORM]


def _own_servers(document: dict[str, Any]) -> None:
    """Put each server's path into the paths: schemathesis knows one server for the whole document."""
    default = _path_of(document)
    paths: dict[str, Any] = {}
    for path, item in document["paths"].items():
        own = _path_of(item) if "servers" in item else default
        for key, part in item.items():
            prefix = _path_of(part) if key in METHODS and "servers" in part else own
            if key in METHODS:
                part.pop("servers", None)
                paths.setdefault(prefix + path, {})[key] = part
        for prefixed in {own + path} & paths.keys():
            paths[prefixed] |= {key: part for key, part in item.items() if key not in METHODS and key != "servers"}
    document["paths"], document["servers"] = paths, [{"url": "/"}]


def _path_of(node: dict[str, Any]) -> str:
    return urlsplit(str(node["servers"][0]["url"])).path.rstrip("/")
