"""What every generated model has in common."""

from contextlib import suppress
from decimal import Decimal
from typing import Annotated, Any, cast

from pydantic import BaseModel, ConfigDict, GetCoreSchemaHandler, PlainSerializer, SerializationInfo, TypeAdapter
from pydantic_core import CoreSchema
from pydantic_core.core_schema import DictSchema, plain_serializer_function_ser_schema

from .decimals import WIRE_NUMBERS, mark_number, plain_decimal


class Model(BaseModel):
    """Base of the models: members that the document does not know are kept and written back unchanged.

    Constructors take a member's Python name or its name on the wire. Members that were not given are not sent
    (`model_fields_set` tells which were); None is sent as null. Decimals are sent as strings, no exponents.
    """

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
        schema = handler(source)
        _adjust(schema, handler, set())
        return schema


class _WireType:
    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        schema = handler(source)
        _adjust(schema, handler, set())
        return schema


def wire_adapter(kind: Any) -> TypeAdapter[Any]:
    """The adapter for a body or answer of any type, which gets what `Model` has for its members."""
    annotated: Any = Annotated[kind, _WireType]
    return TypeAdapter(annotated)


def _number(value: Decimal, info: SerializationInfo) -> Any:
    return mark_number(value) if info.context is WIRE_NUMBERS else float(value)


DecimalNumber = Annotated[Decimal, PlainSerializer(_number, when_used="json-unless-none")]
"""A decimal that the document has as a number: sent as a JSON number with every digit kept."""


_COLLECTIONS = ("list", "tuple", "set", "frozenset", *(["dict"] if "fail_fast" in DictSchema.__annotations__ else []))


def _adjust(node: Any, handler: GetCoreSchemaHandler, seen: set[int]) -> None:
    """Decimals are written plainly; a collection stops at its first bad item. Named types are followed.

    (Otherwise an answer of 3 MB in which every item is bad costs 800 MB of error reports.)
    """
    if isinstance(node, dict) and id(node) not in seen:
        seen.add(id(node))
        if node.get("type") == "decimal":
            serializer = plain_serializer_function_ser_schema(plain_decimal, when_used="json-unless-none")
            node.setdefault("serialization", serializer)
        elif node.get("type") in _COLLECTIONS:
            node["fail_fast"] = True
        elif node.get("type") == "definition-ref":
            with suppress(LookupError):  # a model in the making, which adjusts itself
                _adjust(handler.resolve_ref_schema(cast(CoreSchema, node)), handler, seen)
        for name, item in node.items():
            if name not in ("metadata", "serialization"):
                _adjust(item, handler, seen)
    elif isinstance(node, list | tuple):
        for item in node:
            _adjust(item, handler, seen)
