"""The one place where names of the document become names in Python.

Both generators, the templates and the lint rules ask here, so a member, an argument and a raw operation can never be
spelled in two ways.
"""

from __future__ import annotations

import keyword
import re

# Attributes of pydantic's BaseModel that a member must not hide, and the argument names that every method has already.
RESERVED_MEMBERS = frozenset(
    {
        "construct",
        "copy",
        "dict",
        "from_orm",
        "json",
        "parse_file",
        "parse_obj",
        "parse_raw",
        "schema",
        "schema_json",
    }
    | {"update_forward_refs", "validate"}
)
RESERVED_ARGUMENTS = frozenset({"self", "extra_headers", "extra_query", "timeout"})

_BOUNDARY = re.compile(
    r"(?<=[a-z0-9])(?=[A-Z])"  # postHash -> post_hash
    r"|(?<=[A-Z])(?!.s(?![a-z]))(?=[A-Z][a-z])"  # TXHash -> tx_hash, but ImageURLs -> image_urls
)
_NOT_IDENTIFIER = re.compile(r"[^0-9A-Za-z]+")


def snake_case(wire: str) -> str:
    """Return the words of a wire name in lower case, joined by underscores; digits stay with the word before them."""
    words = _NOT_IDENTIFIER.sub("_", _BOUNDARY.sub("_", wire)).strip("_").lower()
    return re.sub(r"_+", "_", words) or "value"


def identifier(wire: str) -> str:
    """Return a valid Python identifier for a wire name: `from` becomes `from_`, `1st` becomes `n1st`."""
    name = snake_case(wire)
    if name[0].isdigit():
        name = f"n{name}"
    return f"{name}_" if keyword.iskeyword(name) else name


def member_name(wire: str, aliases: dict[str, str] | None = None) -> str:
    """Return the attribute name of a model's member; `aliases` holds the API's own exceptions by wire name."""
    if aliases and wire in aliases:
        return aliases[wire]
    name = identifier(wire)
    return f"{name}_" if name in RESERVED_MEMBERS or name.startswith("model_") else name


def argument_name(wire: str, aliases: dict[str, str] | None = None) -> str:
    """Return the keyword argument for a parameter or a flattened body member."""
    name = aliases[wire] if aliases and wire in aliases else identifier(wire)
    return f"{name}_" if name in RESERVED_ARGUMENTS else name


def class_name(snake: str) -> str:
    """Return the class name of a resource: `smart_alerts` becomes `SmartAlerts`."""
    return "".join(part[:1].upper() + part[1:] for part in snake.split("_") if part)


def method_name(operation_id: str, resource: str) -> str:
    """Return the method of an operation: `comments_create` in resource `comments` becomes `create`.

    Only keywords are escaped, not builtins: `list` is the name that users expect.
    """
    name = operation_id.removeprefix(f"{resource}_")
    return f"{name}_" if keyword.iskeyword(name) else name
