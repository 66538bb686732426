"""Values that moved into a body from another place, to be written as the document writes them: decimals are numbers."""

from __future__ import annotations

from datetime import datetime

from typing_extensions import TypeAliasType

from ._core.models import DecimalNumber

Moved = TypeAliasType(
    "Moved", "dict[str, Moved] | list[Moved] | bool | int | str | DecimalNumber | datetime | float | None"
)
