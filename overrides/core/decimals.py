"""Decimals on the wire: never with an exponent, with every digit."""

import secrets
from decimal import Decimal


def plain_decimal(value: Decimal) -> str:
    """`value` without exponent: `0.0000001`, where `str` gives `1E-7`. Raises ValueError if it is not finite, or beyond
    10^±100, where the literal would be unreasonably long."""
    if not value.is_finite() or (value and abs(value.adjusted()) > 100):
        raise ValueError(f"{value} cannot be written as a decimal literal")
    return format(value, "f")


class PlainDecimal(Decimal):
    """A decimal whose text has no exponent, for members that may be anything."""

    def __str__(self) -> str:
        return format(self, "f")


# A Decimal becomes a JSON number only by way of a float, which loses digits: so a string is marked, by chance.
_MARK = f"decimal-{secrets.token_hex(8)}:"
WIRE_NUMBERS = {"number_mark": _MARK}


def mark_number(value: Decimal) -> str:
    """The text that `unmark_numbers` turns into a number."""
    return _MARK + plain_decimal(value)


def unmark_numbers(body: bytes) -> bytes:
    """The marked strings of `DecimalNumber` members in a JSON text, as numbers."""
    first, *rest = body.split(b'"' + _MARK.encode())
    return first + b"".join(part.replace(b'"', b"", 1) for part in rest) if rest else body
