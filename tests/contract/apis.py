"""The APIs under contract tests: each ``<api>.py`` here, with its ``<api>_model.py``; and how long they run."""

from __future__ import annotations

import os
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from . import documents
from .description import Api

_NAMES = sorted(path.stem for path in (documents.ROOT / "specs").glob("*.yaml"))


def _modules(suffix: str = "") -> list[ModuleType]:
    here = Path(__file__).parent
    return [import_module(f"{__package__}.{name}{suffix}") for name in _NAMES if (here / f"{name}{suffix}.py").exists()]


APIS: tuple[Api, ...] = tuple(module.API for module in _modules())

MODELS: tuple[ModuleType, ...] = tuple(_modules("_model"))
"""Each has ``Model``, a state machine, and ``PLANTED``, faults by name that only the model can find."""

OPERATIONS = [
    pytest.param(api, name, id=f"{api.name}-{name}") for api in APIS for name in documents.operation_ids(api.name)
]


SOAK = "CONTRACT_EXAMPLES" in os.environ


SEED = int(os.environ.get("CONTRACT_SEED", "1"))
"""What everything random follows from: always the same, or in ``nox -s soak`` another one each time."""


def examples(api: Api) -> int:
    """Random cases per operation: the API's bounded number, or what ``nox -s soak`` puts into the environment."""
    return int(os.environ.get("CONTRACT_EXAMPLES", api.examples))


def amount(api: Api) -> dict[str, Any]:
    """How many cases a run makes of an operation."""
    return {"examples": examples(api), "coverage": None if SOAK else 400, "seed": SEED}
