"""The hints of an overlay: which there are, where each may stand, and what it looks like.

ARCHITECTURE.md says what each is for. A hint that is misspelt, stands where nothing reads it, or names what is not
there is an error: else the client would be another than its author meant, without a word.
"""

from __future__ import annotations

import builtins
import keyword
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema_rs

from .anatomy import Node, Spec
from .document import Document, DocumentError, escape, tokens, walk

# What a document holds itself: facts, which the linter judges.
EXTENSIONS = ("x-provenance", "x-stage", "x-rate-limit")
PAGING: dict[str, set[str]] = {
    "offset": {"size", "offset", "limit"},
    "page": {"size", "page", "limit", "first"},
    "cursor": {"argument", "path"},
    "range": {"size", "first", "last"},
    "id": {"argument", "key", "limit", "size"},
}
"""The strategies of paging and the options that each takes: those of its class in overrides/core/paging.py."""


def _object(required: tuple[str, ...] = (), **properties: Any) -> dict[str, Any]:
    found = {"type": "object", "properties": properties, "additionalProperties": False}
    return {**found, "required": list(required)}


def _map(values: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "additionalProperties": values}


def _list(items: dict[str, Any], least: int = 1) -> dict[str, Any]:
    return {"type": "array", "items": items, "minItems": least}


_TEXT = {"type": "string"}
_NAME = {"type": "string", "format": "name in Python"}
_DOTTED = {"type": "string", "format": "dotted name in Python"}
_FLAG = {"type": "boolean"}
_CLIENT = _object(
    name=_NAME,
    env={"type": "string", "pattern": "^[A-Z][A-Z0-9_]*$"},
    version=_TEXT,
    parameters=_list(_object(("argument", "type"), argument=_NAME, type={"enum": ["int", "str"]}, description=_TEXT)),
    envelope=_object(member=_TEXT, error=_TEXT),
    errors=_object(
        code=_list(_TEXT),
        message=_list(_TEXT),
        inside_success=_FLAG,
        rewrites=_list(
            _object(
                ("message", "status"), code={}, message=_TEXT, status={"type": "integer"}, prefix=_FLAG, lasting=_FLAG
            )
        ),
    ),
    aliases=_map(_NAME),
    groups=_map(_DOTTED),
    exports=_map(_list(_NAME)),
    extras=_map(_list(_TEXT)),
    dependencies=_list(_TEXT),
    entry_points=_map(_map(_TEXT)),
    default_server=_NAME,
    gate_drafts=_FLAG,
)
_PAGED = _object(
    ("strategy", "items"),
    strategy={"enum": sorted(PAGING)},
    items=_TEXT,
    total=_TEXT,
    path=_list(_TEXT),
    key=_list(_TEXT),
    first={"type": ["integer", "string"]},
    size={"type": "integer", "minimum": 1},
    **dict.fromkeys(("argument", "last", "limit", "offset", "page"), _TEXT),
)
_HINTS: dict[str, tuple[tuple[str, ...], dict[str, Any]]] = {
    "x-sdk-client": (("document",), _CLIENT),
    "x-sdk-constant": (("server",), _NAME),
    "x-sdk-method": (("operation",), _NAME),
    "x-sdk-retry": (("operation",), {"const": "safe"}),
    "x-sdk-paging": (("operation",), _PAGED),
    "x-sdk-argument": (("parameter", "schema", "body", "security-scheme"), _NAME),
    "x-sdk-fill": (("body",), _map(_NAME)),
    "x-sdk-exactly-one": (("operation",), _list(_list(_NAME, 2))),
    "x-sdk-at-most-one": (("operation",), _list(_list(_NAME, 2))),
    "x-sdk-empty": (("operation",), {"const": True}),
    "x-sdk-sign": (("security-scheme",), _TEXT),
    "x-sdk-base": (("schema",), _DOTTED),
    "x-python-type": (("schema",), _DOTTED),
}


def faults(merged: dict[str, Any], overlay: Document) -> Iterator[DocumentError]:
    """Yield what is wrong with the hints of a document, each with its place in the overlay that gave it."""
    spec = Spec(Document(overlay.path, merged))
    hints = [
        (node, key) for node in spec.nodes if isinstance(node.data, dict) for key in node.data if key.startswith("x-")
    ]
    found = [(node, hint, *fault) for node, hint in hints for fault in _faults(node, hint)]
    if not found:  # what they name is asked only of hints that are well formed
        found = [
            (node, hint, *fault) for node, hint in hints for fault in _names(spec, node, hint, overlay.path.parent)
        ]
    for node, hint, place, message in found:
        yield _located(f"{hint}: {message}", overlay, hint, node.data[hint], place)


def _faults(node: Node, hint: str) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with one hint by itself: the place inside its value, and a message."""
    if hint in EXTENSIONS:
        return
    if hint not in _HINTS:
        yield "", f"there is no such hint; there are {', '.join(sorted(_HINTS))}"
        return
    kinds, schema = _HINTS[hint]
    if node.kind not in kinds:
        yield "", f"means nothing on a {node.kind}; it belongs on a {' or '.join(kinds)}"
    value = node.data[hint]
    wrong = list(_validator(schema).iter_errors(value))
    for error in wrong:
        extra = error.kind.name == "additionalProperties"
        others = sorted(PAGING) if error.instance_path == ["strategy"] else [*schema.get("properties", ())] * extra
        told = f"{error.message}; there are {', '.join(others)}" if others else str(error.message)
        yield "".join(f"/{escape(str(token))}" for token in error.instance_path), told
    if hint == "x-sdk-paging" and not wrong:
        options = value.keys() - {"strategy", "items", "total"}
        for option in sorted(options - PAGING[value["strategy"]]):
            known = ", ".join(sorted(PAGING[value["strategy"]]))
            yield f"/{option}", f"strategy {value['strategy']} has no option {option!r}; it has {known}"


def _validator(schema: dict[str, Any]) -> Any:
    formats = {
        _NAME["format"]: _is_name,
        _DOTTED["format"]: lambda text: all(map(_is_name, text.split("."))),
    }
    return jsonschema_rs.Draft202012Validator(schema, validate_formats=True, formats=formats)


def _is_name(text: str) -> bool:
    return text.isidentifier() and not keyword.iskeyword(text)


def _names(spec: Spec, node: Node, hint: str, folder: Path) -> Iterator[tuple[str, str]]:
    """Yield what a hint names and is not there: servers, components, tags, members, modules."""
    value = node.data[hint]
    if hint == "x-sdk-client":
        yield from _names_of_client(spec, value, folder)
    elif hint == "x-sdk-base" and not _is_written(value.rpartition(".")[0], folder):
        yield "", f"there is no module of {value!r} in {folder.name}/"
    elif hint == "x-python-type":
        first, _, rest = value.partition(".")
        own = rest if first == f"{folder.name}_client" else value if first == "_core" else None
        elsewhere = first in {*sys.stdlib_module_names, "pydantic"} if rest else hasattr(builtins, value)
        if not (elsewhere if own is None else _is_written(own.rpartition(".")[0], folder)):
            yield "", f"there is no type {value!r}: write where it is from its package on, as in decimal.Decimal"


def _names_of_client(spec: Spec, client: dict[str, Any], folder: Path) -> Iterator[tuple[str, str]]:
    tags = {operation.tag for operation in spec.operations}
    constants = [node.data.get("x-sdk-constant") for node in spec.of("server")]
    wires = {name for node in spec.of("schema") for name in node.data.get("properties", ())}
    wires |= {node.data.get("name") for node in spec.of("parameter")}
    if client.get("default_server") not in (None, *constants):
        yield "/default_server", f"no server has the x-sdk-constant {client['default_server']!r}"
    error = client.get("envelope", {}).get("error")
    if error is not None and error not in spec.schemas:
        yield "/envelope/error", f"there is no component {error!r}"
    for member, known, what in (("groups", tags, "tag"), ("aliases", wires, "member or parameter")):
        for name in sorted(set(client.get(member, ())) - known):
            yield f"/{member}/{escape(name)}", f"there is no {what} {name!r}"
    for module in client.get("exports", ()):
        if not _is_written(module, folder):
            yield f"/exports/{escape(module)}", f"there is no module {module!r} in {folder.name}/"


def _is_written(module: str, folder: Path) -> bool:
    """Tell whether a module of a package is hand-written, or is the sync form of one that is."""
    first, *rest = module.split(".")
    if first == "_core":
        folder, (first, *rest) = folder.parent / "core", rest
    for name in (first, first.replace("sync_", "async_", 1)):
        path = folder.joinpath(name, *rest)
        if path.with_suffix(".py").is_file() or (path / "__init__.py").is_file():
            return True
    return False


def placed(overlay: Document, pointer: str) -> str:
    """Return where an overlay writes what stands at the pointer of a root hint (`/x-sdk-client/name`)."""
    hint, *inside = tokens(pointer)
    whole = next((place for place, _ in walk(overlay.data) if tokens(place)[-1:] == [hint]), "")
    return whole + "".join(f"/{escape(token)}" for token in inside) if whole else ""


def _located(message: str, overlay: Document, hint: str, value: Any, inside: str) -> DocumentError:
    """Give a fault its place: where the overlay writes that hint with that value."""
    places = (
        pointer for pointer, part in walk(overlay.data) if pointer and tokens(pointer)[-1] == hint and part == value
    )
    pointer = next(places, "")
    return overlay.error(f"{message}.", pointer + inside if pointer else "")
