"""The contract tests would notice: each planted fault is found, with three seeds, by the check that should find it."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest
from schemathesis.core.failures import Failure

from .apis import APIS
from .description import Api, PlantedFault
from .runs import Run

PLANTED = [
    pytest.param(api, fault, id=f"{api.name}-{fault.name.replace(' ', '-')}") for api in APIS for fault in api.faults
]
SECONDS = 60
"""A fault has to be found in less; only the operation that it is planted in is run, a part of the whole run."""


@pytest.mark.parametrize("seed", [1, 2, 3])
@pytest.mark.parametrize(("api", "fault"), PLANTED)
def test_a_planted_fault_is_found(api: Api, fault: PlantedFault, seed: int) -> None:
    run = Run(api, "strict", examples=30, seed=seed, plant=fault.plant)
    started = time.monotonic()
    try:
        if fault.scene:
            run.stateful(fault.scene, 100)
        else:
            run.unit(fault.operation)
    except BaseExceptionGroup as group:
        found = {type(one).__name__ for one in _leaves(group)}
    except (Failure, ArithmeticError) as one:
        found = {type(one).__name__}
    else:
        found = set()
    assert found & set(fault.found_by), f"found only {sorted(found) or 'nothing'}"
    assert time.monotonic() - started < SECONDS


def _leaves(error: BaseException) -> Iterator[BaseException]:
    if isinstance(error, BaseExceptionGroup):
        for one in error.exceptions:
            yield from _leaves(one)
    else:
        yield error


@pytest.mark.parametrize("api", APIS, ids=lambda api: api.name)
def test_at_least_twelve_kinds_are_planted(api: Api) -> None:
    assert len({fault.name for fault in api.faults}) >= 12
