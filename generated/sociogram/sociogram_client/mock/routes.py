# Copied from overrides/sociogram/mock/routes.py by "nox -s generate": edit it there.
"""The mock's routes, and where each is known from: ``python -m sociogram_client.mock.routes`` prints them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from .._core.mock.contract import METHODS, Contract
from .._core.mock.engine import packaged_document


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


def rerouted(document: Mapping[str, Any], paths: Mapping[str, str], auth_header: str | None) -> Mapping[str, Any]:
    """The document with other methods and paths (by operationId), and another header for the token.

    Raises:
        ValueError: for an operation that there is not, or what is no method and path.
    """
    if auth_header:
        key = {**document["components"]["securitySchemes"]["appKey"], "name": auth_header}
        document = {**document, "components": {**document["components"], "securitySchemes": {"appKey": key}}}
    if not paths:
        return document
    moved: dict[str, dict[str, Any]] = {}
    left = dict(paths)
    for path, item in document["paths"].items():
        for method, operation in item.items():
            target = left.pop(operation["operationId"], f"{method} {path}")
            new_method, _, new_path = target.partition(" ")
            if new_method.lower() not in METHODS or not new_path.startswith("/"):
                raise ValueError(f"paths has method and path, such as 'POST /v2/notify', not {target!r}")
            moved.setdefault(new_path, {})[new_method.lower()] = operation
    if left:
        raise ValueError(f"the document has no operation {', '.join(sorted(left))}")
    return {**document, "paths": moved}


def main() -> None:
    """Print the table."""
    for route in routes_of(Contract(packaged_document())):
        draft = "  draft: 501" if route.draft else ""
        print(f"{route.provenance:<11} {route.method:<5} {route.path:<34} {route.operation}{draft}")


if __name__ == "__main__":
    main()
