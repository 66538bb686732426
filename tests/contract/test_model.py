"""Meaning, which no schema holds: the client against a plain-Python model of each platform."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import hypothesis
import pytest
from hypothesis.stateful import RuleBasedStateMachine, run_state_machine_as_test

from .apis import examples
from .talkee_model import PLANTED, TalkeeModel

SETTINGS = hypothesis.settings(
    deadline=None,
    database=None,
    print_blob=False,
    phases=[hypothesis.Phase.generate],
    stateful_step_count=20,
    suppress_health_check=list(hypothesis.HealthCheck),
)


def _run(machine: type[RuleBasedStateMachine], scenarios: int, seed: int) -> None:
    machine._hypothesis_internal_use_seed = seed  # what `hypothesis.seed` sets
    run_state_machine_as_test(machine, settings=hypothesis.settings(SETTINGS, max_examples=scenarios))


def test_the_client_says_what_the_model_says() -> None:
    _run(TalkeeModel, examples() // 2, seed=1)


@pytest.mark.parametrize("seed", [1, 2, 3])
@pytest.mark.parametrize("plant", [pytest.param(plant, id=name.replace(" ", "-")) for name, plant in PLANTED.items()])
def test_a_fault_of_meaning_is_found(plant: Callable[[Any], None], seed: int) -> None:
    machine = type("Planted", (TalkeeModel,), {"plant": staticmethod(plant), "_mock": None})
    with pytest.raises((AssertionError, pytest.fail.Exception)):
        _run(machine, 100, seed)
