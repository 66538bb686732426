"""What every generated model has in common, and decimal numbers that never become exponents on the wire."""

import secrets
from decimal import Decimal
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, PlainSerializer, SerializationInfo


class Model(BaseModel):
    """Base of the models: members that the document does not know are kept and written back unchanged.

    Constructors take the Python name of a member or its name on the wire. A member that was not given stays out of
    what is sent (`model_fields_set` tells which were), a member that is None is sent as null.
    """

    model_config = ConfigDict(
        extra="allow",
        validate_by_name=True,
        validate_by_alias=True,
        serialize_by_alias=True,
        defer_build=True,
        protected_namespaces=(),
        allow_inf_nan=False,
        hide_input_in_errors=True,
    )


def plain_decimal(value: Decimal) -> str:
    """`value` as a decimal literal without exponent: `Decimal("1E-7")` is `0.0000001`.

    Raises ValueError for what is not finite, and beyond 10^±100, where the literal would be unreasonably long.
    """
    if not value.is_finite():
        raise ValueError(f"{value} is not a finite number")
    if value and abs(value.adjusted()) > 100:
        raise ValueError(f"{value} is too large or too small to be written out")
    return format(value, "f")


# A JSON number cannot be produced from a Decimal without a detour through float, which loses digits. So the request
# builder asks for a marked string and takes the marks off the finished bytes. The mark is random for each process, so
# that no text of a user can contain it.
_MARK = f"decimal-{secrets.token_hex(8)}:"
WIRE_NUMBERS = {"number_mark": _MARK}


def _number(value: Decimal, info: SerializationInfo) -> Any:
    if info.context is WIRE_NUMBERS:
        return _MARK + plain_decimal(value)
    return float(value)


def unmark_numbers(body: bytes) -> bytes:
    """Turn the marked strings of `DecimalNumber` members in a JSON text into numbers."""
    mark = b'"' + _MARK.encode()
    if mark not in body:
        return body
    first, *rest = body.split(mark)
    return first + b"".join(part.replace(b'"', b"", 1) for part in rest)


DecimalString = Annotated[
    Decimal, PlainSerializer(plain_decimal, return_type=str, when_used="json-unless-none")
]
"""A decimal that the document has as a string: `"0.0000001"`."""

DecimalNumber = Annotated[Decimal, PlainSerializer(_number, when_used="json-unless-none")]
"""A decimal that the document has as a number: `0.0000001`, every digit kept when sent by the client."""
