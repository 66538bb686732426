# Copied from overrides/core/models.py by "nox -s generate": edit it there.
"""What every generated model has in common, and decimals that never become exponents on the wire."""

import secrets
from decimal import Decimal
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, GetCoreSchemaHandler, PlainSerializer, SerializationInfo
from pydantic_core import CoreSchema
from pydantic_core.core_schema import DictSchema, plain_serializer_function_ser_schema


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
        _adjust(schema)
        return schema


class WireType:
    """In `Annotated[kind, WireType]`: gives a body or answer of any type what `Model` has for its members."""

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        schema = handler(source)
        _adjust(schema)
        return schema


def plain_decimal(value: Decimal) -> str:
    """`value` as a literal without exponent (`0.0000001`, where `str` gives `1E-7`).

    Raises ValueError if it is not finite, or beyond 10^±100, where the literal would be unreasonably long.
    """
    if not value.is_finite() or (value and abs(value.adjusted()) > 100):
        raise ValueError(f"{value} cannot be written as a decimal literal")
    return format(value, "f")


# A Decimal becomes a JSON number only by way of a float, which loses digits. So the request builder asks for
# a marked string and takes the mark off the finished bytes. It is random: no text of a user can contain it.
_MARK = f"decimal-{secrets.token_hex(8)}:"
WIRE_NUMBERS = {"number_mark": _MARK}


def mark_number(value: Decimal) -> str:
    """The text that `unmark_numbers` turns into a number."""
    return _MARK + plain_decimal(value)


def _number(value: Decimal, info: SerializationInfo) -> Any:
    return mark_number(value) if info.context is WIRE_NUMBERS else float(value)


DecimalNumber = Annotated[Decimal, PlainSerializer(_number, when_used="json-unless-none")]
"""A decimal that the document has as a number: sent as a JSON number with every digit kept."""


def unmark_numbers(body: bytes) -> bytes:
    """The marked strings of `DecimalNumber` members in a JSON text, as numbers."""
    first, *rest = body.split(b'"' + _MARK.encode())
    return first + b"".join(part.replace(b'"', b"", 1) for part in rest) if rest else body


_COLLECTIONS = ("list", "tuple", "set", "frozenset", *(["dict"] if "fail_fast" in DictSchema.__annotations__ else []))


def _adjust(node: Any) -> None:
    """Decimals are written plainly; a collection stops at its first bad item.

    (Otherwise an answer of 3 MB in which every item is bad costs 800 MB of error reports.)
    """
    if isinstance(node, dict):
        if node.get("type") == "decimal":
            serializer = plain_serializer_function_ser_schema(plain_decimal, when_used="json-unless-none")
            node.setdefault("serialization", serializer)
        elif node.get("type") in _COLLECTIONS:
            node["fail_fast"] = True
        for name, item in node.items():
            if name not in ("metadata", "serialization"):
                _adjust(item)
    elif isinstance(node, list | tuple):
        for item in node:
            _adjust(item)
