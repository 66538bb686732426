"""Texts of the document as Python source. The text of a document is data: nothing in it can become code."""

from __future__ import annotations

import textwrap

from .models import escape_invisible


def literal(text: str) -> str:
    """Return a double-quoted string literal of `text`."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    return f'"{escape_invisible(escaped)}"'


def value(data: object) -> str:
    """Return a literal of what a document holds: texts, numbers, lists, mappings, yes and no, nothing."""
    if isinstance(data, str):
        return literal(data)
    if isinstance(data, dict):
        return "{" + ", ".join(f"{value(name)}: {value(item)}" for name, item in data.items()) + "}"
    if isinstance(data, list):
        return "[" + ", ".join(map(value, data)) + "]"
    return repr(data) if isinstance(data, bool | int | float) else "None"


def docstring(text: str, indent: str) -> str:
    """Return a docstring literal of `text` for a block indented by `indent`, which `inspect.cleandoc` turns back."""
    escaped = escape_invisible(text.replace("\\", "\\\\").replace('"""', '\\"\\"\\"'))
    lines = [_visible_end(line) for line in escaped.split("\n")]
    if len(lines) == 1 and not lines[0].endswith('"'):
        return f'"""{lines[0]}"""'
    body = "\n".join([lines[0], *(indent + line if line else "" for line in lines[1:])])
    return f'"""{body}\n{indent}"""'


def _visible_end(line: str) -> str:
    """Write a blank at the end of a line as an escape: formatters remove it otherwise."""
    stripped = line.rstrip(" \t")
    if stripped == line or not stripped:
        return stripped
    return stripped + line[len(stripped) :].replace(" ", "\\x20").replace("\t", "\\t")


def section(title: str, entries: list[tuple[str, str]]) -> str:
    """Return a docstring section (`Args:`, `Raises:`), one indented entry a name."""
    lines = [f"{title}:"]
    for name, text in entries:
        first, *rest = (text or "See the platform's documentation.").split("\n")
        lines.append(f"    {name}: {first}")
        lines.extend(textwrap.indent(line, " " * 8) if line.strip() else "" for line in rest)
    return "\n".join(lines)
