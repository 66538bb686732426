"""The names that a document may give."""

from __future__ import annotations

import builtins
import keyword
import re

RESOURCE = re.compile(r"[a-z][a-z0-9]*(_[a-z][a-z0-9]*)*")
"""A tag: snake_case, no part begins with a digit (the generators would split it elsewhere)."""
COMPONENT = re.compile(r"[A-Z][A-Za-z0-9]*")
# What models.py imports: a component of that name would hide it.
_TAKEN = frozenset(
    (
        *("Annotated", "Any", "AnyUrl", "AwareDatetime", "Base64Str", "BaseModel", "ConfigDict", "Decimal"),
        *("Enum", "Field", "Literal", "Model", "NaiveDatetime", "Optional", "RootModel", "SecretStr"),
        *("TypeAlias", "TypeAliasType", "UUID", "Union"),
    )
)


def component_fault(name: str) -> str | None:
    """Say what is wrong with a component's name; None when it survives both generators unchanged."""
    if not COMPONENT.fullmatch(name):
        return "is not PascalCase"
    if re.search(r"[0-9][a-z]", name):
        return "has a digit before a lower-case letter, which openapi-python-client writes otherwise"
    if name in _TAKEN or hasattr(builtins, name) or keyword.iskeyword(name):
        return "is a name that Python or the models' imports have already"
    return None
