"""OpenAPI Overlay 1.0 and 1.1 on RFC 9535 JSONPath: how overrides/<api>/overlay.yaml adds SDK hints.

Stricter than the specification in one way: an action states how many places it changes (`x-expect`, 1 when
absent), and any other number is an error. So a renamed operation cannot lose its hints in silence.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from jsonpath_rfc9535 import JSONPathError, JSONPathNode, find

from .document import Document, DocumentError

_ACTION_KEYS = {"target", "description", "update", "remove", "copy"}


class OverlayError(DocumentError):
    """An overlay or an action of it is wrong or does not fit the document; the place is the overlay's."""


def apply(document_data: dict[str, Any], overlay: Document | dict[str, Any]) -> dict[str, Any]:
    """Return a changed copy of a document's data; neither the document nor the overlay is modified.

    Raises:
        OverlayError: The overlay is no Overlay 1.0 or 1.1; a target is no JSONPath (the message has the
            column); an action changes another number of places than its `x-expect` says (1 when absent;
            `some`: one or more), or
            puts a value where it cannot go.
    """
    if isinstance(overlay, dict):
        overlay = Document(Path("overlay"), overlay)
    result: dict[str, Any] = _copy(document_data)
    version, actions = overlay.data.get("overlay"), overlay.data.get("actions")
    if not isinstance(version, str) or not version.startswith(("1.0.", "1.1.")):
        raise _error(overlay, f"This is overlay {version!r}. Write 'overlay: 1.0.0'.", "/overlay")
    if not isinstance(actions, list) or not actions:
        raise _error(overlay, "There are no actions. Write a list of them.", "/actions")
    for index, action in enumerate(actions):
        _Action(overlay, f"/actions/{index}", action, version).apply(result)
    return result


class _Action:
    """One action of an overlay."""

    def __init__(self, overlay: Document, pointer: str, action: Any, version: str) -> None:
        self.overlay, self.pointer, self.version = overlay, pointer, version
        self.action: dict[str, Any] = action if isinstance(action, dict) else {}
        self.target = self.action.get("target")
        if not isinstance(self.target, str):
            raise _error(overlay, "An action has no target. Write 'target: \"$.…\"'.", pointer)
        if unknown := sorted(key for key in self.action if key not in _ACTION_KEYS and not key.startswith("x-")):
            raise self.error(f"unknown member {unknown[0]!r}. An action has {', '.join(sorted(_ACTION_KEYS))}")
        if not self.action.keys() & {"update", "copy"} and self.action.get("remove") is not True:
            raise self.error("changes nothing. Write 'update: …' or 'remove: true'")

    def error(self, message: str) -> OverlayError:
        return _error(self.overlay, f"target {self.target}: {message}.", self.pointer)

    def find(self, path: Any, data: Any) -> list[JSONPathNode]:
        try:
            # A JSONPath may select a place more than once: `$['a','a']`.
            return list({node.location: node for node in find(path, data)}.values())
        except JSONPathError as error:
            column = f", column {error.token.index + 1} of {path!r}" if error.token else ""
            raise self.error(f"no JSONPath: {error.args[0]}{column}") from None

    def apply(self, data: dict[str, Any]) -> None:
        nodes = self.find(self.target, data)
        expected = self.action.get("x-expect", 1)
        # `some` is for rules about a kind of place ("every get"), which hold for the next such place too.
        if not nodes if expected == "some" else len(nodes) != expected:
            raise self.error(f"matches {len(nodes)} places, not {expected}. Correct it, or state 'x-expect'")
        if self.action.get("remove") is True:
            # Backwards: children before parents, and the last item of a list first, so that the places found
            # stay true.
            for node in sorted(nodes, key=lambda node: node.location, reverse=True):
                self.remove(node)
            return
        values = [self.action["update"]] if "update" in self.action else self.copied(data)
        for node in nodes:
            self.update(node, _copy(values[0]))

    def copied(self, data: dict[str, Any]) -> list[Any]:
        if self.version.startswith("1.0."):
            raise self.error("'copy' came with Overlay 1.1. Write 'overlay: 1.1.0'")
        values = [_copy(node.value) for node in self.find(self.action["copy"], data)]
        if len(values) != 1:
            raise self.error(f"copies {len(values)} places. Name exactly one")
        return values

    def remove(self, node: JSONPathNode) -> None:
        if node.parent is None:
            raise self.error("is the whole document, which cannot be removed. Name a part of it")
        del node.parent.value[node.location[-1]]  # type: ignore[attr-defined]  # a parent is a dict or a list

    def update(self, node: JSONPathNode, value: Any) -> None:
        if isinstance(node.value, list):
            node.value.extend(value if isinstance(value, list) else [value])
        elif isinstance(node.value, dict) and isinstance(value, dict):
            _merge(node.value, value)
        elif isinstance(node.value, dict) or isinstance(value, (dict, list)):
            raise self.error(f"a {type(value).__name__} cannot be merged into a {type(node.value).__name__}")
        elif self.version.startswith("1.0."):
            raise self.error(
                "is a scalar, which Overlay 1.0 cannot replace. Update its parent, or write 'overlay: 1.1.0'"
            )
        else:
            node.value = value


def _merge(target: dict[str, Any], update: dict[str, Any]) -> None:
    """Merge as Overlay says: objects member by member, lists joined, everything else replaced."""
    for key, value in update.items():
        present = target.get(key)
        if isinstance(present, dict) and isinstance(value, dict):
            _merge(present, value)
        elif isinstance(present, list) and isinstance(value, list):
            present.extend(value)
        else:
            target[key] = value


def _copy(value: Any) -> Any:
    """Copy JSON data; parts that were one object become several, so that each can be changed alone."""
    if isinstance(value, dict):
        return {key: _copy(item) for key, item in value.items()}
    return [_copy(item) for item in value] if isinstance(value, list) else value


def _error(overlay: Document, message: str, pointer: str) -> OverlayError:
    return OverlayError(message, overlay.path, overlay.line(pointer), pointer)
