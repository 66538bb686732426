"""The document as schemathesis is given it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from .description import Api, View

ROOT = Path(__file__).resolve().parents[2]
METHODS = ("get", "put", "post", "delete", "patch")


def packaged(name: str) -> dict[str, Any]:
    """The document inside an API's package."""
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


def of_view(api: Api, view: View) -> dict[str, Any]:
    """The document of one view: as published, or with errors as HTTP statuses and what `prepare` adds."""
    document = deepcopy(packaged(api.name))
    if view == "strict":
        if api.error_schema:
            _errors_as_statuses(document, api)
        api.prepare(document)
    _own_servers(document)
    return document


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
    """The statuses, by the client's rule, of the errors in a list such as ``- `400` `invalid slug`: …``."""
    found = set()
    for code, words in re.findall(r"^- `(\d{3})`(?: beginning with)?(?: `([^`]*)`)?", prose, re.MULTILINE):
        body = json.dumps({"ts": 1, "data": {"code": int(code), "msg": " ".join(words.split())}})
        found.add(api.rule.effective_status(200, body.encode()))
    return found


def _own_servers(document: dict[str, Any]) -> None:
    """Put each server's path into the paths: schemathesis knows one server for the whole document."""
    default = urlsplit(document["servers"][0]["url"]).path.rstrip("/")
    paths = {}
    for path, item in document["paths"].items():
        servers = item.pop("servers", None)
        prefix = urlsplit(servers[0]["url"]).path.rstrip("/") if servers else default
        paths[prefix + path] = item
    document["paths"], document["servers"] = paths, [{"url": "/"}]
