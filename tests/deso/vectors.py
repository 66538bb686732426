"""Recorded values of the DeSo format; each says in ``how_obtained`` where it comes from."""

import json
from pathlib import Path
from typing import Any

VECTORS: list[dict[str, Any]] = json.loads(Path(__file__).with_name("vectors.json").read_text("utf-8"))


def of(*kinds: str) -> list[dict[str, Any]]:
    """The vectors of these kinds."""
    return [vector for vector in VECTORS if vector["kind"] in kinds]
