# Copied from overrides/core/types.py by "nox -s generate": edit it there.
"""Small types that appear in signatures."""

import datetime
import uuid
from collections.abc import Mapping, Sequence
from decimal import Decimal
from enum import Enum
from typing import Final, final

from httpx2 import Limits as Limits
from httpx2 import Timeout as Timeout

from .secrets import Secret


@final
class NotGiven:
    """The type of `NOT_GIVEN`: an argument that was left out, as opposed to one that is None."""

    __slots__ = ()

    def __bool__(self) -> bool:
        return False

    def __repr__(self) -> str:
        return "NOT_GIVEN"

    def __reduce__(self) -> str:
        return "NOT_GIVEN"  # pickle finds the one object by its name


NOT_GIVEN: Final = NotGiven()

# What one parameter can be; a `datetime.datetime` (a kind of date) must have an offset.
Scalar = str | int | float | bool | Decimal | datetime.date | uuid.UUID | Enum | Secret | None
QueryValue = Scalar | Sequence[Scalar]  # a sequence repeats the name; None and NOT_GIVEN are left out
HeaderValues = Mapping[str, str | Secret]
