"""The APIs under contract tests, and how long the tests run."""

from __future__ import annotations

import os

import pytest

from . import documents
from .description import Api
from .talkee import TALKEE

APIS: tuple[Api, ...] = (TALKEE,)

OPERATIONS = [
    pytest.param(api, name, id=f"{api.name}-{name}") for api in APIS for name in documents.operation_ids(api.name)
]


def examples() -> int:
    """Cases per operation and phase: the bounded number, or what ``nox -s soak`` puts into the environment."""
    return int(os.environ.get("CONTRACT_EXAMPLES", "60"))
