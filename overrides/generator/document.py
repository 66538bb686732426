"""Reading an OpenAPI document: its data, and the place in the file that each part comes from.

YAML is read so that every reader of the file sees the same: `true`, `false`, `null` and JSON numbers are what
they look like, everything else is a string, and every key is a string. Where YAML 1.1 or 1.2 would read a
plain scalar otherwise (an unquoted date, `on`, `0x10`), `Document.surprises` says so, for the linter.
"""

from __future__ import annotations

import math
import re
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

import yaml

if TYPE_CHECKING:
    from collections.abc import Iterator

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_TAG = "tag:yaml.org,2002:"
_STR = _TAG + "str"
# What a document may hold after its aliases are expanded: far above any real one, far below what fills a
# memory.
_MOST_NODES = 500_000
_DEEPEST = 100


class DocumentError(Exception):
    """Something in a document is wrong.

    Its text is ``file:line pointer: message``; the message says what is wrong and what would be right.
    """

    def __init__(self, message: str, path: Path, line: int = 0, pointer: str = "") -> None:
        """Keep the parts: `line` counts from 1 (0: unknown), `pointer` is a JSON pointer ("": the root)."""
        super().__init__(message, path, line, pointer)
        self.message = message
        self.path = path
        self.line = line
        self.pointer = pointer

    def __str__(self) -> str:
        path = self.path.relative_to(Path.cwd()) if self.path.is_relative_to(Path.cwd()) else self.path
        where = f"{path}:{self.line}" if self.line else f"{path}"
        return f"{where} {self.pointer}: {self.message}" if self.pointer else f"{where}: {self.message}"


def escape(token: str) -> str:
    """Write one key as a token of a JSON pointer (RFC 6901)."""
    return token.replace("~", "~0").replace("/", "~1")


def tokens(pointer: str) -> list[str]:
    """Split a JSON pointer ("" or "/…") into its keys."""
    return [token.replace("~1", "/").replace("~0", "~") for token in pointer.split("/")[1:]]


@contextmanager
def reading(path: Path, pointer: str = "") -> Iterator[None]:
    """Give a stumble over a part that is not as OpenAPI has it (a list where a mapping should be) its place."""
    try:
        yield
    except (DocumentError, OSError):
        raise
    except Exception as error:
        message = (
            f"the generator stumbled here: {type(error).__name__}: {error}. 'nox -s lint' says what is wrong with the "
            "document; if it finds nothing, this is a fault of the generator"
        )
        raise DocumentError(message, path, pointer=pointer) from error


@dataclass(frozen=True)
class Surprise:
    """An unquoted scalar that another YAML reader takes for something else (`theirs`) than we (`ours`)."""

    pointer: str
    line: int
    text: str
    ours: str
    theirs: str


@dataclass
class Document:
    """A parsed document and where its parts stand. Treat `data` as read-only: copy it to change it."""

    path: Path
    data: dict[str, Any]
    root: yaml.MappingNode | None = field(default=None, repr=False)
    text: str = field(default="", repr=False)

    def line(self, pointer: str) -> int:
        """Line (from 1) of the key or item at a pointer, else of its nearest ancestor; 0 for bare data."""
        if self.root is None:
            return 0
        node: yaml.Node = self.root
        line: int = node.start_mark.line
        for token in tokens(pointer):
            step = _child(node, token)
            if step is None:
                break
            line, node = step
        return line + 1

    def error(self, message: str, pointer: str = "") -> DocumentError:
        """Make (not raise) the error that names this place of the document."""
        return DocumentError(message, self.path, self.line(pointer), pointer)

    def get(self, pointer: str) -> Any:
        """Return the value at a JSON pointer; KeyError, IndexError or ValueError when there is none."""
        value: Any = self.data
        for token in tokens(pointer):
            if not isinstance(value, (dict, list)):
                raise KeyError(pointer)
            value = value[int(token)] if isinstance(value, list) else value[token]
        return value

    def resolve(self, ref: str, at: str = "") -> Any:
        """Return what a local reference (`#/components/…`) names, following references that name references.

        `at` is the pointer of the object that holds the reference, for the DocumentError raised when it leads
        nowhere, out of this file, or in a circle.
        """
        seen: list[str] = []
        while True:
            if ref in seen:
                raise self.error(f"$ref goes in a circle: {' → '.join([*seen, ref])}. Let it end in an object.", at)
            seen.append(ref)
            value = self._target(ref, at)
            if not (isinstance(value, dict) and isinstance(value.get("$ref"), str)):
                return value
            ref = value["$ref"]

    def _target(self, ref: str, at: str) -> Any:
        if not ref.startswith("#/"):
            raise self.error(f"$ref {ref!r} leaves the file. Write '#/components/…': a document is one file.", at)
        try:
            return self.get(unquote(ref[1:]))
        except (LookupError, ValueError):
            raise self.error(f"$ref {ref!r} names nothing. Define it, or correct the name.", at) from None

    def pointer_of(self, subtree: object) -> str | None:
        """Pointer of the first part of the document that is equal to `subtree`; None when there is none."""
        return next((pointer for pointer, value in walk(self.data) if value == subtree), None)

    @cached_property
    def surprises(self) -> list[Surprise]:
        """Unquoted keys and values that a reader of YAML 1.1 or 1.2 takes for something else than we do."""
        return [
            Surprise(pointer, node.start_mark.line + 1, node.value, ours, theirs)
            for pointer, node, ours in (_plain_scalars(self.root, "") if self.root else ())
            for theirs in _other_readings(node.value, ours)
        ]


def walk(value: Any, pointer: str = "") -> Iterator[tuple[str, Any]]:
    """Yield every part of parsed data with its JSON pointer, parents first, in the order of the file."""
    yield pointer, value
    if isinstance(value, dict):
        for key, item in value.items():
            yield from walk(item, f"{pointer}/{escape(key)}")
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from walk(item, f"{pointer}/{index}")


def load(path: Path) -> Document:
    """Read a YAML (or JSON) document in one parse.

    Raises:
        DocumentError: The file cannot be read, is not one YAML mapping, has a key twice, an alias that holds
            itself, a tag, a key that is not a scalar, or a number that JSON cannot hold.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise DocumentError(f"The file cannot be read: {error.strerror}.", path) from None
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise DocumentError("The file is not UTF-8 here. Save it as UTF-8.", path, line) from None
    return parse(text, path)


def parse(text: str, path: Path) -> Document:
    """Do what `load` does with a text that is already read; `path` is the name used in messages."""
    try:
        loader = _reader(text)
        try:
            root = loader.get_single_node()
        finally:
            loader.dispose()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        message = f"YAML: {', '.join(filter(None, (error.context, error.problem)))}."
        raise DocumentError(message, path, mark.line + 1 if mark else 0) from None
    except yaml.reader.ReaderError as error:
        line = text.encode().count(b"\n", 0, error.position) + 1
        raise DocumentError(f"YAML: character {error.character:#x}: {error.reason}.", path, line) from None
    if not isinstance(root, yaml.MappingNode):
        raise DocumentError("The document is not a mapping. It should begin with 'openapi: 3.1.1'.", path, 1)
    return Document(path, _Builder(path).mapping(root, ""), root, text)


def _reader(text: str) -> Any:
    loader = _Loader(text)
    loader.yaml_implicit_resolvers = _JSON_SCALARS
    return loader


# The scalars of JSON, found by their first character, as PyYAML wants it.
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?P<fraction>\.[0-9]+)?(?P<exponent>[eE][-+]?[0-9]+)?\Z")
_INT = re.compile(r"-?(?:0|[1-9][0-9]*)\Z")
_JSON_SCALARS: dict[str, list[tuple[str, re.Pattern[str]]]] = {
    **{first: [(_TAG + "int", _INT), (_TAG + "float", _NUMBER)] for first in "-0123456789"},
    "t": [(_TAG + "bool", re.compile(r"true\Z"))],
    "f": [(_TAG + "bool", re.compile(r"false\Z"))],
    "n": [(_TAG + "null", re.compile(r"null\Z"))],
    "~": [(_TAG + "null", re.compile(r"~\Z"))],
    "": [(_TAG + "null", re.compile(r"\Z"))],
}

# What YAML 1.2 (core schema) makes of a plain scalar; YAML 1.1 is asked of PyYAML's own table.
_YAML_1_2 = {
    "bool": re.compile(r"(?:true|True|TRUE|false|False|FALSE)\Z"),
    "null": re.compile(r"(?:null|Null|NULL|~|)\Z"),
    "int": re.compile(r"(?:[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+)\Z"),
    "float": re.compile(
        r"(?:[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))\Z"
    ),
}
# Booleans of the YAML 1.1 specification that PyYAML leaves out and other readers know.
_LETTERS = frozenset("yYnN")


class _Builder:
    """Builds plain data from YAML nodes; an alias becomes a copy: changing one leaves the others."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.open: set[int] = set()
        self.count = 0

    def mapping(self, node: yaml.MappingNode, pointer: str) -> dict[str, Any]:
        result: dict[str, Any] = {}
        first: dict[str, int] = {}
        for key, value in node.value:
            name = self.key(key, pointer)
            line = key.start_mark.line + 1
            place = f"{pointer}/{escape(name)}"
            if name in first:
                message = f"Key {name!r} is here twice, first in line {first[name]}. Keep one of them."
                raise DocumentError(message, self.path, line, place)
            first[name] = line
            result[name] = self.value(value, place)
        return result

    def key(self, node: yaml.Node, pointer: str) -> str:
        if not isinstance(node, yaml.ScalarNode):
            raise self.error("A key is a list or a mapping. Write a string.", node, pointer)
        return str(node.value)

    def value(self, node: yaml.Node, pointer: str) -> Any:
        if isinstance(node, yaml.ScalarNode):
            return node.value if node.tag == _STR else self.scalar(node, pointer)
        if id(node) in self.open:
            raise self.error("An alias stands inside its own anchor. Write a $ref instead.", node, pointer)
        if node.tag not in (_TAG + "map", _TAG + "seq"):
            raise self.error(f"Tag {node.tag!r} has no meaning in JSON. Remove it.", node, pointer)
        if len(self.open) > _DEEPEST:
            raise self.error(f"Nested more than {_DEEPEST} levels deep. Use components.", node, pointer)
        self.count += len(node.value)
        if self.count > _MOST_NODES:
            raise self.error("Aliases expand to a huge document. Write $refs instead.", node, pointer)
        self.open.add(id(node))
        try:
            if isinstance(node, yaml.MappingNode):
                return self.mapping(node, pointer)
            return [self.value(item, f"{pointer}/{index}") for index, item in enumerate(node.value)]
        finally:
            self.open.remove(id(node))

    def scalar(self, node: yaml.ScalarNode, pointer: str) -> Any:
        match node.tag.removeprefix(_TAG), node.value:
            case "int", text if _INT.match(text) and len(text) < 1000:
                return int(text)
            case "float", text if _NUMBER.match(text) and math.isfinite(number := float(text)):
                return number
            case "bool", ("true" | "false") as text:
                return text == "true"
            case "null", ("null" | "~" | ""):
                return None
        raise self.error(f"{node.value!r} as {node.tag!r} is no JSON value. Quote it, or correct it.", node, pointer)

    def error(self, message: str, node: yaml.Node, pointer: str) -> DocumentError:
        return DocumentError(message, self.path, node.start_mark.line + 1, pointer)


def _child(node: yaml.Node, token: str) -> tuple[int, yaml.Node] | None:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value == token:
                return key.start_mark.line, value
    elif isinstance(node, yaml.SequenceNode) and token.isdigit() and int(token) < len(node.value):
        item = node.value[int(token)]
        return item.start_mark.line, item
    return None


def _plain_scalars(node: yaml.Node, pointer: str) -> Iterator[tuple[str, yaml.ScalarNode, str]]:
    """Yield unquoted scalars with the kind that they have here: values by their look, keys always "str"."""
    if isinstance(node, yaml.ScalarNode):
        if not node.style:
            yield pointer, node, node.tag.removeprefix(_TAG)
    elif isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            place = f"{pointer}/{escape(key.value)}"
            if not key.style:
                yield place, key, "str"
            yield from _plain_scalars(value, place)
    else:
        for index, item in enumerate(node.value):
            yield from _plain_scalars(item, f"{pointer}/{index}")


def _other_readings(text: str, ours: str) -> list[str]:
    """Return what a reader of YAML 1.1 or 1.2 makes of a plain scalar, if that is not `ours`."""
    patterns = yaml.SafeLoader.yaml_implicit_resolvers.get(text[:1], ())
    yaml_1_1 = next((tag.removeprefix(_TAG) for tag, pattern in patterns if pattern.match(text)), "str")
    yaml_1_2 = next((kind for kind, pattern in _YAML_1_2.items() if pattern.match(text)), "str")
    letter = "bool" if text in _LETTERS else ours
    return [kind for kind in (yaml_1_1, yaml_1_2, letter) if kind != ours][:1]
