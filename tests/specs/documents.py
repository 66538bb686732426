"""What the tests of every document share: the document, its overlaid form, its validators, examples and models.

All functions take the short name of an API. A new specs/<api>.yaml is found by `APIS`: nothing is to be added here.
"""

from __future__ import annotations

import importlib
import json
import sys
from dataclasses import dataclass
from functools import cache
from typing import Any

import jsonschema_rs
from pydantic import TypeAdapter

from overrides.generator import overlay
from overrides.generator.anatomy import Spec
from overrides.generator.document import Document, load
from overrides.generator.models import SCHEMAS
from overrides.generator.package import ROOT, Api
from tests.specs.mutants import Subject

APIS = sorted(path.stem for path in (ROOT / "specs").glob("*.yaml"))
# A document is judged as soon as it has a client.
JUDGED = [api for api in APIS if (ROOT / "generated" / api).is_dir()]


@cache
def document(api: str) -> Document:
    """Return specs/<api>.yaml as it stands."""
    return load(Api(api).spec)


@cache
def overlaid(api: str) -> dict[str, Any]:
    """Return the document that the models are made of."""
    hints = Api(api).overlay
    return overlay.apply(document(api).data, load(hints)) if hints.exists() else document(api).data


def schemas(api: str) -> dict[str, Any]:
    """Return the components of the document by name, in its order."""
    found: dict[str, Any] = document(api).data.get("components", {}).get("schemas", {})
    return found


@cache
def _validator(api: str, schema: str) -> jsonschema_rs.Draft202012Validator:
    # The components stand beside the schema, so that paths in errors are paths of the document.
    return jsonschema_rs.Draft202012Validator(
        {**json.loads(schema), "components": document(api).data["components"]}, validate_formats=True
    )


def validator(api: str, schema: dict[str, Any]) -> jsonschema_rs.Draft202012Validator:
    """Return the JSON Schema validator of a schema of the document, formats included."""
    return _validator(api, json.dumps(schema))


def reference(component: str) -> dict[str, Any]:
    """Return the schema that refers to a component."""
    return {"$ref": SCHEMAS + component}


@cache
def models(api: str, module: str = "models") -> Any:
    """Import generated/<api>/<api>_client/models.py, or another module of the package."""
    folder = str(ROOT / "generated" / api)
    if folder not in sys.path:
        sys.path.insert(0, folder)
    return importlib.import_module(f"{api}_client.{module}")


@cache
def _adapter(api: str, component: str, is_list: bool) -> TypeAdapter[Any]:
    model: Any = getattr(models(api), component)
    made: TypeAdapter[Any] = models(api, "_core.models").wire_adapter(list[model] if is_list else model)
    return made


def adapter(api: str, schema: dict[str, Any]) -> TypeAdapter[Any]:
    """Return what the client reads and writes a body with; its schema is a component or an array of one."""
    target = schema.get("items", schema)
    return _adapter(api, target["$ref"].removeprefix(SCHEMAS), target is not schema)


def decode(api: str, schema: dict[str, Any], value: object) -> Any:
    """Read a JSON value as the client reads an answer; raise pydantic.ValidationError as it does."""
    content = json.dumps(value, ensure_ascii=False).encode()
    return adapter(api, schema).validator.validate_json(content, by_alias=True, by_name=False)


@dataclass(frozen=True)
class Example:
    """One example of a body: where it stands, the schema beside it, the value."""

    pointer: str
    schema: dict[str, Any]
    value: Any


@cache
def examples(api: str) -> list[Example]:
    """Return the examples of all bodies, and again what stands as JSON text inside of one (`contentSchema`).

    Bodies without a component (plain text, bytes) have no model and are left out.
    """
    found = [
        Example(each.pointer, document(api).get(each.schema), each.value) for each in Subject(document(api)).examples
    ]
    return [example for example in found if "$ref" in example.schema.get("items", example.schema)]


@cache
def request_components(api: str) -> frozenset[str]:
    """Return the components that are the whole body of a request."""
    media = (node for node in Spec(document(api)).of("media-type") if "/requestBody" in node.pointer)
    return frozenset(node.data.get("schema", {}).get("$ref", "").removeprefix(SCHEMAS) for node in media)
