"""Models by datamodel-code-generator: one module of Pydantic classes, and an index of them by JSON pointer.

The index (the tool's own metadata) is where the client templates meet the models: by pointer, never by guessing a name.
"""

from __future__ import annotations

import json
import re
import tempfile
import warnings
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from . import naming
from .document import DocumentError, escape

SCHEMAS = "#/components/schemas/"
LINE_LENGTH = 120


@dataclass(frozen=True)
class Member:
    """One member of a component: its wire name, its attribute, and its annotation as the models module writes it."""

    wire: str
    name: str
    annotation: str
    required: bool


@dataclass(frozen=True)
class Models:
    """The models module and, by component name, the members of each model (None for an alias)."""

    source: str
    members: dict[str, tuple[Member, ...]]
    aliases: dict[str, str]


def generate_models(document: dict[str, Any], *, package: str, aliases: dict[str, str], where: Path) -> Models:
    """Write the models module of `document`, overlay applied; raise DocumentError for each complaint of the tool."""
    from datamodel_code_generator import InputFileType, generate
    from datamodel_code_generator.enums import DataModelType, TargetPydanticVersion
    from datamodel_code_generator.format import DatetimeClassType, Formatter, PythonVersion
    from datamodel_code_generator.parser import LiteralType

    prepared = _with_own_types(document, package)
    with tempfile.TemporaryDirectory() as folder, warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        metadata = Path(folder) / "metadata.json"
        # The tool's formatter obeys the nearest pyproject.toml, from the current folder upwards: give it one of ours.
        (Path(folder) / "pyproject.toml").write_text("", "utf-8")
        try:
            source = generate(
                prepared,
                input_file_type=InputFileType.OpenAPI,
                output_model_type=DataModelType.PydanticV2BaseModel,
                target_python_version=PythonVersion.PY_311,
                target_pydantic_version=TargetPydanticVersion.V2_11,
                base_class=f"{package}._core.models.Model",
                # With the alias inside Annotated, type checkers take the Python name in constructors.
                use_annotated=True,
                # Scalar and union components stay named, importable and transparent (no RootModel).
                use_type_alias=True,
                strict_nullable=True,
                snake_case_field=True,
                aliases=_member_aliases(document, aliases),
                enum_field_as_literal=LiteralType.All,
                use_typed_nullable_map_values=True,
                use_typed_map_values_beside_other_types=True,
                output_datetime_class=DatetimeClassType.Awaredatetime,
                type_mappings=["uri=string"],  # AnyUrl changes the text it is given
                use_field_description=True,
                use_schema_description=True,
                strict_refs=True,
                disable_timestamp=True,
                use_double_quotes=True,
                custom_file_header='"""Models of the document\'s components."""',
                formatters=[Formatter.BUILTIN],
                builtin_format_line_length=LINE_LENGTH,
                settings_path=Path(folder),
                emit_model_metadata=metadata,
            )
        except Exception as error:
            raise _located(str(error) or type(error).__name__, document, where) from error
        if caught:
            raise _located(str(caught[0].message), document, where)
        if not isinstance(source, str):
            raise DocumentError("the models became several modules: component names must not hold dots", where)
        index = json.loads(metadata.read_text("utf-8")) if metadata.exists() else {"models": []}
    models = Models(escape_invisible(_relative(source, package)), *_index(index))
    for component, members in models.members.items():
        for member in members:
            if member.name != naming.member_name(member.wire, aliases):
                pointer = f"/components/schemas/{component}/properties/{member.wire}"
                raise DocumentError(
                    f"the models call this member {member.name!r}: name it in `aliases`", where, pointer=pointer
                )
    return models


def _relative(source: str, package: str) -> str:
    """Import from where the module stands: a package then needs no place on a path, of a type checker or of Python."""
    first = re.search(r"^(class |\w+ = )", source, re.MULTILINE)
    end = first.start() if first else len(source)  # behind the imports stand texts of the document
    return re.sub(rf"^from {package}(?=\.)", "from ", source[:end], flags=re.MULTILINE) + source[end:]


def _with_own_types(document: dict[str, Any], package: str) -> dict[str, Any]:
    """Turn our hints for components and members into the tool's own; other parts of the document are shared."""
    schemas = dict(document.get("components", {}).get("schemas", {}))
    for name, schema in schemas.items():
        if "x-sdk-base" in schema:  # a hand-written class with methods, itself a Model
            schemas[name] = {**schema, "customBasePath": f"{package}.{schema['x-sdk-base']}"}
        schemas[name] = _with_own_type(schemas[name], package)
        if isinstance(schema.get("properties"), dict):
            members = {member: _with_own_type(value, package) for member, value in schema["properties"].items()}
            schemas[name] = {**schemas[name], "properties": members}
    return {**document, "components": {**document.get("components", {}), "schemas": schemas}}


def _with_own_type(schema: dict[str, Any], package: str) -> dict[str, Any]:
    own = str(schema.get("x-python-type", ""))
    return {**schema, "x-python-type": f"{package}.{own}"} if own.startswith("_core.") else schema


def _member_aliases(document: dict[str, Any], aliases: dict[str, str]) -> dict[str, str]:
    """Return the Python name of each member whose wire name it is not; the caller sees that the tool kept them."""
    wires: set[str] = set()

    def collect(node: object) -> None:
        if isinstance(node, dict):
            properties = node.get("properties")
            if isinstance(properties, dict):
                wires.update(properties)
            for value in node.values():
                collect(value)
        elif isinstance(node, list):
            for value in node:
                collect(value)

    collect(document.get("components", {}).get("schemas", {}))
    names = {wire: naming.member_name(wire, aliases) for wire in sorted(wires)}
    return {wire: name for wire, name in names.items() if wire != name}


def _index(metadata: dict[str, Any]) -> tuple[dict[str, tuple[Member, ...]], dict[str, str]]:
    members: dict[str, tuple[Member, ...]] = {}
    aliases: dict[str, str] = {}
    for model in metadata["models"]:
        if not model["source_ref"].startswith(SCHEMAS):
            continue
        name = model["source_ref"].removeprefix(SCHEMAS)
        fields = model["fields"]
        if len(fields) == 1 and not fields[0]["name"]:
            aliases[name] = fields[0]["type"]
        else:
            members[name] = tuple(
                Member(field["original_name"], field["name"], field["type"], field["required"]) for field in fields
            )
    return members, aliases


def escape_invisible(source: str) -> str:
    """Write control and bidirectional characters as escapes, so that a reviewer sees what the interpreter sees.

    Texts of the document are the only place where such characters can stand, and they stand in string literals.
    """

    def escape(match: re.Match[str]) -> str:
        code = ord(match[0])
        if match[0].isprintable():
            return match[0]
        return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"

    return re.sub(r"[^\n\t -~]", escape, source)


def _located(message: str, document: dict[str, Any], where: Path) -> DocumentError:
    """Find the place that a message of the tool speaks of: a reference it quotes, else the component that it names."""
    words = " ".join(message.split())
    for reference in re.findall(r"#/[^\s'\",]+", words):
        place = _place_of(document, reference)
        if place is not None:
            return DocumentError(words, where, pointer=place)
    names = [n for n in document.get("components", {}).get("schemas", {}) if re.search(rf"\b{re.escape(n)}\b", words)]
    pointer = f"/components/schemas/{max(names, key=len)}" if names else "/components/schemas"
    return DocumentError(words, where, pointer=pointer)


def _place_of(node: Any, reference: str, pointer: str = "") -> str | None:
    """Return the pointer of the first object that refers to `reference`."""
    if isinstance(node, dict) and node.get("$ref") == reference:
        return pointer
    items = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for key, value in items:
        found = _place_of(value, reference, f"{pointer}/{escape(str(key))}")
        if found is not None:
            return found
    return None
