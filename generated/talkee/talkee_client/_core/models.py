# Copied from overrides/core/models.py by "nox -s generate": edit it there.
"""What every generated model has in common."""

from decimal import Decimal
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, PlainSerializer, SerializationInfo, TypeAdapter
from pydantic.annotated_handlers import GetCoreSchemaHandler
from pydantic.types import GetPydanticSchema
from pydantic_core import CoreSchema
from pydantic_core import core_schema as build

from .decimals import WIRE_NUMBERS, mark_number, plain_decimal
from .secrets import Secret


class Model(BaseModel):
    """Base of the models: members that the document does not know are kept and written back unchanged.

    Constructors take a member's Python name or its name on the wire. Members that were not given are not sent
    (`model_fields_set` tells which were); None is sent as null. Decimals are sent as strings, no exponents."""

    model_config = ConfigDict(
        extra="allow",
        validate_by_name=True,
        validate_by_alias=True,
        serialize_by_alias=True,
        defer_build=True,
        protected_namespaces=(),
        allow_inf_nan=False,
        hide_input_in_errors=True,  # an error message would show what was sent, perhaps a password
    )

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return _adjusted(source, handler)


def _adjusted(source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
    schema = handler(source)
    _adjust(schema, handler, set())
    return schema


def wire_adapter(kind: Any) -> TypeAdapter[Any]:
    """The adapter for a body or answer of any type, which gets what `Model` has for its members."""
    annotated: Any = Annotated[kind, GetPydanticSchema(_adjusted)]
    return TypeAdapter(annotated)


def _number(value: Decimal, info: SerializationInfo) -> Any:
    return mark_number(value) if info.context is WIRE_NUMBERS else float(value)


DecimalNumber = Annotated[Decimal, PlainSerializer(_number, when_used="json-unless-none")]
"""A decimal that the document has as a number: sent as a JSON number with every digit kept."""


def _secret_schema(source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
    hidden = build.no_info_after_validator_function(Secret, build.str_schema())
    return build.json_or_python_schema(
        json_schema=hidden,
        python_schema=build.union_schema([build.is_instance_schema(Secret), hidden], mode="left_to_right"),
        serialization=build.plain_serializer_function_ser_schema(Secret.text, when_used="json"),
    )


SecretString = Annotated[Secret, GetPydanticSchema(_secret_schema)]
"""A member that holds a token or the like: a `Secret` in Python, its text in JSON."""


_DICT = ("dict",) if "fail_fast" in build.DictSchema.__annotations__ else ()
_COLLECTIONS = ("list", "tuple", "set", "frozenset", *_DICT)


def _adjust(node: Any, handler: GetCoreSchemaHandler, seen: set[str]) -> None:
    """Decimals are written plainly. A collection stops at its first bad item: else an answer of 3 MB in which every
    item is bad costs 800 MB of error reports."""
    if isinstance(node, dict):
        if node.get("type") == "definition-ref":
            _adjust_named(node, handler, seen)
        elif node.get("type") == "decimal":
            serializer = build.plain_serializer_function_ser_schema(plain_decimal, when_used="json-unless-none")
            node.setdefault("serialization", serializer)
        elif node.get("type") == "float":
            node.setdefault("allow_inf_nan", False)  # JSON has neither; the model's setting stops at named components
        elif node.get("type") in _COLLECTIONS:
            node["fail_fast"] = True
        for name, item in node.items():
            if name not in ("metadata", "serialization"):
                _adjust(item, handler, seen)
    elif isinstance(node, list | tuple):
        for item in node:
            _adjust(item, handler, seen)


def _adjust_named(reference: Any, handler: GetCoreSchemaHandler, seen: set[str]) -> None:
    """What an alias (a named component) stands for. A model has adjusted itself, or is still being built."""
    try:
        named = handler.resolve_ref_schema(reference)
    except LookupError:
        return
    if named["type"] != "model" and reference["schema_ref"] not in seen:
        seen.add(reference["schema_ref"])
        _adjust(named, handler, seen)
