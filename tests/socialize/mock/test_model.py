"""Meaning, which no schema holds: the mock against a plain-Python model of two apps with two users each."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any

import hypothesis
import pytest
from hypothesis.stateful import RuleBasedStateMachine, run_state_machine_as_test

from .model import PLANTED, SocializeModel

SETTINGS = hypothesis.settings(
    deadline=None,
    database=None,
    print_blob=False,
    phases=[hypothesis.Phase.generate],
    stateful_step_count=25,
    suppress_health_check=list(hypothesis.HealthCheck),
)
SCENARIOS = int(os.environ.get("CONTRACT_EXAMPLES", "60")) // 2
"""How many sequences are tried: the bounded number, or what ``nox -s soak`` puts into the environment."""


def _run(machine: type[RuleBasedStateMachine], scenarios: int, seed: int) -> None:
    machine._hypothesis_internal_use_seed = seed  # what `hypothesis.seed` sets, which takes functions only
    run_state_machine_as_test(machine, settings=hypothesis.settings(SETTINGS, max_examples=scenarios))


def test_two_apps_never_see_each_other_and_agree_with_the_model() -> None:
    _run(SocializeModel, SCENARIOS, seed=1)


@pytest.mark.parametrize("plant", [pytest.param(plant, id=name.replace(" ", "-")) for name, plant in PLANTED.items()])
def test_a_fault_of_meaning_is_found(plant: Callable[[Any], None]) -> None:
    machine = type("Planted", (SocializeModel,), {"plant": staticmethod(plant), "_world": None})
    with pytest.raises(AssertionError):
        _run(machine, 100, seed=2)
