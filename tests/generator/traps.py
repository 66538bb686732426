"""What the tests of the tools' traps share.

Each trap is a place where a pinned tool does something else than the document says. A test shows that the trap is
still there, and names the work-around and where it stands. When a test turns red after an update, upstream has mended
the trap: remove the work-around, then the test.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from overrides.generator.package import ROOT

SCHEMAS = "#/components/schemas/"
RULES = "overrides/generator/lint/rules_"


@dataclass(frozen=True)
class Around:
    """Where we go around a trap: a file of the repository, what stands there, and upstream's issue if one is known."""

    file: str
    words: str
    issue: str = ""

    def assert_needed(self, is_there: bool) -> None:
        """Fail if the trap is gone, or if the work-around no longer stands where this says."""
        assert self.words in (ROOT / self.file).read_text("utf-8"), f"the work-around is no longer in {self.file}"
        issue = f" (see {self.issue})" if self.issue else ""
        assert is_there, f"upstream has mended this{issue}: remove the work-around {self.words!r} of {self.file}"


def rule(module: str, name: str, issue: str = "") -> Around:
    """Return the work-around that is a lint rule: documents do not use what the tool does not handle."""
    return Around(f"{RULES}{module}.py", f'@rule("{name}")', issue)


def ref(component: str) -> dict[str, str]:
    """Return a reference to a component."""
    return {"$ref": SCHEMAS + component}


def members(**properties: Any) -> dict[str, Any]:
    """Return an object schema with optional members."""
    return {"type": "object", "properties": properties}


def document(schemas: dict[str, Any] | None = None, paths: dict[str, Any] | None = None, **root: Any) -> dict[str, Any]:
    """Return the smallest OpenAPI document that holds these parts."""
    return {
        "openapi": "3.1.0",
        "info": {"title": "Traps", "version": "1"},
        "paths": paths or {},
        "components": {"schemas": schemas or {}, "securitySchemes": {"bearer": {"type": "http", "scheme": "bearer"}}},
        **root,
    }
