# Copied from overrides/core/mock/document.py by "nox -s generate": edit it there.
"""An OpenAPI 3.1 document, addressed by JSON pointers (without ``#``).

Schemas are compiled on first use, each with what it refers to, so that a document of any size is ready at
once. (A validator map of a whole document copies each schema's references: gigabytes when they form long
chains.)
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from itertools import islice
from typing import Any
from urllib.parse import quote, unquote

try:
    import jsonschema_rs
except ImportError as error:
    raise ImportError("the mock validates with jsonschema-rs, which the extra `mock` brings") from error

MAX_REASONS = 5
"""Reasons given for one value."""
MAX_REASON = 240
"""Characters of one reason: it quotes the value, which may be megabytes long."""

Fault = tuple[str, str, str]
"""Where in the request or answer, why, and the pointer of the document's rule."""

_ROOT = "mock:document"
_SHALLOW = ("type", "const", "enum")  # a branch that fails by one of these, and at once, was not meant


class DocumentError(Exception):
    """The document cannot be used: a reference that leads nowhere, a schema that is none."""


class Document:
    """Looks things up and validates; raises ``DocumentError`` on first use of a part that cannot be used."""

    def __init__(self, document: Mapping[str, Any]) -> None:
        self.root = {"$schema": "https://json-schema.org/draft/2020-12/schema", **document}
        self.follow = cache(self._follow)
        self.types = cache(self._types)
        self.below = cache(self._below)
        self.content = cache(self._content)
        self._validator = cache(self._compile)
        self._registry = cache(lambda: jsonschema_rs.Registry([(_ROOT, self.root)], draft=jsonschema_rs.Draft202012))

    def _follow(self, pointer: str) -> tuple[str, Any]:
        """Follow references from a pointer; the pointer at their end, and what is there."""
        for _ in range(20):
            node: Any = self.root
            for part in pointer.split("/")[1:]:
                key = part.replace("~1", "/").replace("~0", "~")
                try:
                    node = node[int(key)] if isinstance(node, list) else node[key]
                except (KeyError, IndexError, ValueError, TypeError):
                    raise DocumentError(f"#{pointer} is not in the document") from None
            reference = node.get("$ref") if isinstance(node, dict) else None
            if not isinstance(reference, str):
                return pointer, node
            if not reference.startswith("#/"):
                raise DocumentError(f"#{pointer}: {reference!r} does not point into this document")
            pointer = unquote(reference[1:])
        raise DocumentError(f"#{pointer}: the references form a circle")

    def _types(self, pointer: str) -> frozenset[str]:
        """The JSON types that a schema names, those of its branches included; none means any."""
        at, node = self.follow(pointer)
        declared = node.get("type", [])
        found = {declared} if isinstance(declared, str) else set(declared)
        for key in ("anyOf", "oneOf", "allOf"):
            for index in range(len(node.get(key, ()))):
                found |= self.types(f"{at}/{key}/{index}")
        return frozenset(found)

    def _below(self, pointer: str, key: str) -> dict[str, tuple[str, Any]]:
        """The entries of an object's member, references followed: each one's pointer and what is there."""
        at, node = self.follow(pointer)
        return {str(name): self.follow(join(f"{at}/{key}", name)) for name in node.get(key, ())}

    def _content(self, pointer: str) -> dict[str, str | None]:
        """The media types of a request body or response, each with the pointer of its schema, if any."""
        entries = self.below(pointer, "content").items()
        return {media.lower(): f"{at}/schema" if "schema" in node else None for media, (at, node) in entries}

    def faults(self, value: Any, pointer: str, where: str) -> list[Fault]:
        """Hold a value against the schema at a pointer; at most ``MAX_REASONS`` faults."""
        validator = self._validator(pointer)
        try:
            if validator.is_valid(value):
                return []
            errors = map(_meant, islice(validator.iter_errors(value), MAX_REASONS))
            return [(join(where, *e.instance_path), e.message[:MAX_REASON], _rule(e)) for e in errors]
        except (ValueError, RecursionError) as error:
            return [(where, f"cannot be validated: {str(error)[:MAX_REASON]}", f"#{pointer}")]

    def _compile(self, pointer: str) -> jsonschema_rs.Validator:
        schema = {"$ref": f"{_ROOT}#{quote(pointer, safe='/~')}"}
        try:
            return jsonschema_rs.Draft202012Validator(
                schema, registry=self._registry(), validate_formats=True, offline=True
            )
        except (ValueError, jsonschema_rs.ReferencingError) as error:
            raise DocumentError(f"#{pointer}: {str(error)[:400]}") from None


def _meant(error: jsonschema_rs.ValidationError) -> jsonschema_rs.ValidationError:
    """Of a failed ``anyOf`` or ``oneOf``, the error of the branch that got furthest: it was meant."""
    kinds = jsonschema_rs.ValidationErrorKind
    if not isinstance(error.kind, kinds.AnyOf | kinds.OneOfNotValid):
        return error
    inner = [_meant(one) for branch in error.kind.context for one in branch[:MAX_REASONS]]
    depth = len(error.instance_path)
    inner = [one for one in inner if len(one.instance_path) > depth or one.kind.name not in _SHALLOW]
    return max(inner, key=lambda one: len(one.instance_path), default=error)


def _rule(error: jsonschema_rs.ValidationError) -> str:
    return (error.absolute_keyword_location or "").removeprefix(_ROOT)


def join(pointer: str, *parts: str | int) -> str:
    """A JSON pointer with further parts."""
    return "/".join([pointer, *(str(part).replace("~", "~0").replace("/", "~1") for part in parts)])


def first_match(sent: str, offered: Iterable[str]) -> str | None:
    """The media type that fits the one sent: the same, else a range such as ``text/*``."""
    kind = sent.partition(";")[0].strip().lower()
    wanted = (kind, f"{kind.partition('/')[0]}/*", "*/*")
    return next((media for want in wanted for media in offered if media.partition(";")[0].strip() == want), None)
