"""The recorded vectors, each checked by what its kind demands."""

from typing import Any

import pytest

from tests.deso.checks import CHECKS
from tests.deso.vectors import VECTORS


@pytest.mark.parametrize("vector", VECTORS, ids=[v["id"] for v in VECTORS])
def test_recorded_value_is_reproduced(vector: dict[str, Any]) -> None:
    CHECKS[vector["kind"]](vector)
