"""From schemas and from the models' own annotations to the annotations that the client writes."""

from __future__ import annotations

import ast
from collections.abc import Collection, Mapping
from typing import Any

from .models import SCHEMAS

# Names that may stand in an annotation of a model, and how a client module (which imports nothing of pydantic) says
# them.
_KNOWN = {
    "AwareDatetime": "datetime.datetime",
    "DecimalNumber": "decimal.Decimal",
    "SecretString": "Secret",
    "Decimal": "decimal.Decimal",
    "date": "datetime.date",
    "datetime": "datetime.datetime",
    "UUID": "uuid.UUID",
    "Any": "typing.Any",
    "Literal": "typing.Literal",
    "list": "builtins.list",
}
_BUILTIN = {"str", "int", "float", "bool", "bytes", "dict", "None"}
_SCALARS = {"integer": "int", "number": "float", "string": "str", "boolean": "bool", "null": "None"}


class AnnotationError(ValueError):
    """An annotation that the client cannot write; the message says which part."""


def as_argument(annotation: str, models: Collection[str], aliases: Mapping[str, str]) -> str:
    """Widen a model's annotation for callers: a model may be given as a mapping, a list as any sequence.

    `aliases` says what components that are no models stand for: a named list is widened too.
    """
    lists = {name: alias for name, alias in aliases.items() if alias.startswith("list[")}
    tree = _Rewrite(models, lists, widen=True).visit(ast.parse(annotation, mode="eval"))
    return " | ".join(dict.fromkeys(ast.unparse(branch) for branch in _branches(tree.body)))


def as_result(annotation: str) -> str:
    """Qualify the names of a model's annotation for a module that has `models` imported."""
    return ast.unparse(_Rewrite((), {}, widen=False).visit(ast.parse(annotation, mode="eval")))


def without_none(annotation: str) -> str:
    """Remove `None` from a union: an optional member that may be left out, but not be null."""
    tree = ast.parse(annotation, mode="eval").body
    branches = [branch for branch in _branches(tree) if not (isinstance(branch, ast.Constant) and branch.value is None)]
    return " | ".join(ast.unparse(branch) for branch in branches)


def branches(annotation: str) -> set[str]:
    """Return the branches of a union, as source."""
    return {ast.unparse(branch) for branch in _branches(ast.parse(annotation, mode="eval").body)}


def _branches(node: ast.expr) -> list[ast.expr]:
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.BitOr):
        return [*_branches(node.left), *_branches(node.right)]
    return [node]


class _Rewrite(ast.NodeTransformer):
    """Prefix component names with `models.` and replace the names that the client spells otherwise."""

    def __init__(self, models: Collection[str], lists: Mapping[str, str], *, widen: bool) -> None:
        self._models = models
        self._lists = lists
        self._widen = widen

    def visit_Subscript(self, node: ast.Subscript) -> ast.AST:
        if isinstance(node.value, ast.Name) and node.value.id == "Literal":
            node.value = _expression("typing.Literal")  # what stands inside is values, not names
            return node
        if isinstance(node.value, ast.Name) and node.value.id == "Annotated":
            first = node.slice.elts[0] if isinstance(node.slice, ast.Tuple) else node.slice
            return self.visit(first)  # type: ignore[no-any-return]  # NodeVisitor.visit is typed as Any
        if self._widen and isinstance(node.value, ast.Name) and node.value.id in {"list", "dict"}:
            node.value = _expression("Sequence" if node.value.id == "list" else "Mapping")
            node.slice = self.visit(node.slice)
            return node
        return self.generic_visit(node)

    def visit_Name(self, node: ast.Name) -> ast.AST:
        if self._widen and node.id == "SecretString":
            return _expression("str | Secret")
        if node.id in _KNOWN:
            return _expression(_KNOWN[node.id])
        if node.id in _BUILTIN:
            return node
        if not node.id[:1].isupper():
            raise AnnotationError(f"{node.id!r} is no type that a client module knows")
        if node.id in self._lists:
            inner = {name: alias for name, alias in self._lists.items() if name != node.id}
            return _Rewrite(self._models, inner, widen=True).visit(_expression(self._lists[node.id]))  # type: ignore[no-any-return]  # as above
        qualified = f"models.{node.id}"
        if self._widen and node.id in self._models:
            return _expression(f"{qualified} | Mapping[str, object]")
        return _expression(qualified)


def _expression(text: str) -> ast.expr:
    return ast.parse(text, mode="eval").body


def of_schema(schema: dict[str, Any]) -> str:
    """Return the annotation of a parameter's schema (scalars, arrays of them, unions, components)."""
    if "$ref" in schema:
        return f"models.{schema['$ref'].removeprefix(SCHEMAS)}"
    if "enum" in schema:
        return f"typing.Literal[{', '.join(repr(value) for value in schema['enum'])}]"
    if "const" in schema:
        return f"typing.Literal[{schema['const']!r}]"
    for key in ("anyOf", "oneOf"):
        if key in schema:
            return " | ".join(dict.fromkeys(of_schema(branch) for branch in schema[key]))
    kinds = schema.get("type", "string")
    kinds = kinds if isinstance(kinds, list) else [kinds]
    return " | ".join(dict.fromkeys(_of_type(kind, schema) for kind in kinds))


def _of_type(kind: str, schema: dict[str, Any]) -> str:
    if kind == "array":
        return f"Sequence[{of_schema(schema.get('items', {}))}]"
    if kind == "object":
        return "Mapping[str, object]"
    if kind == "string" and schema.get("format") == "date-time":
        return "datetime.datetime"
    return _SCALARS[kind]


def admits_null(schema: dict[str, Any], document: dict[str, Any]) -> bool:
    """Tell whether null is a value of `schema`, through references and unions."""
    if "$ref" in schema:
        return admits_null(document["components"]["schemas"][schema["$ref"].removeprefix(SCHEMAS)], document)
    if "const" in schema:
        return schema["const"] is None
    if "enum" in schema:
        return None in schema["enum"]
    for key in ("anyOf", "oneOf"):
        if key in schema:
            return any(admits_null(branch, document) for branch in schema[key])
    kinds = schema.get("type")
    return kinds is None or kinds == "null" or (isinstance(kinds, list) and "null" in kinds)
