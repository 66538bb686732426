# Copied from overrides/sociogram/outcomes.py by "nox -s generate": edit it there.
"""A yes or no, in any of the forms that it may have on the wire (which of them it has is not published)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import BeforeValidator


def plain(value: Any) -> Any:
    """The boolean inside `{"data": …}` or `{"success": …}`; anything else as it is. `data` counts before `success`."""
    if isinstance(value, Mapping):
        for name in ("data", "success"):
            if isinstance(value.get(name), bool):
                return value[name]
    return value


YesNo = Annotated[bool, BeforeValidator(plain)]
"""A bool; the platform may send it bare, as text, as `{"success": true}` or as `{"data": true}`."""
