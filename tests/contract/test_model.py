"""Meaning, which no schema holds: the client against a plain-Python model of each platform."""

from __future__ import annotations

import os
from collections.abc import Callable
from types import ModuleType
from typing import Any

import hypothesis
import pytest
from hypothesis.stateful import RuleBasedStateMachine, run_state_machine_as_test

from .apis import MODELS, SEED

SETTINGS = hypothesis.settings(
    deadline=None,
    database=None,
    print_blob=False,
    report_multiple_bugs=False,  # the first will do
    phases=[hypothesis.Phase.generate],
    stateful_step_count=20,
    suppress_health_check=list(hypothesis.HealthCheck),
)


def _run(machine: type[RuleBasedStateMachine], scenarios: int, seed: int) -> None:
    machine._hypothesis_internal_use_seed = seed  # what `hypothesis.seed` sets, which takes functions only
    run_state_machine_as_test(machine, settings=hypothesis.settings(SETTINGS, max_examples=scenarios))


def _name(value: ModuleType) -> str:
    return value.__name__.rpartition(".")[2]


@pytest.mark.parametrize("model", MODELS, ids=_name)
def test_the_client_says_what_the_model_says(model: ModuleType) -> None:
    _run(model.Model, int(os.environ.get("CONTRACT_EXAMPLES", "60")) // 2, SEED)


FAULTS = [
    pytest.param(model, plant, id=f"{_name(model)}-{name.replace(' ', '-')}")
    for model in MODELS
    for name, plant in model.PLANTED.items()
]


@pytest.mark.parametrize("seed", [1, 2, 3])
@pytest.mark.parametrize(("model", "plant"), FAULTS)
def test_a_fault_of_meaning_is_found(model: ModuleType, plant: Callable[[Any], None], seed: int) -> None:
    machine = type("Planted", (model.Model,), {"plant": staticmethod(plant), "_mock": None})
    with pytest.raises((AssertionError, pytest.fail.Exception)):
        _run(machine, 400, seed)  # ends at the first failure
