"""What makes the cases of a run the same in the next one."""

from __future__ import annotations

from hypothesis.internal.conjecture.providers import HypothesisProvider
from talkee_client.mock import TalkeeMock


def test_hypothesis_draws_no_literals_of_the_modules_that_are_loaded() -> None:
    """Red when Hypothesis keeps them elsewhere, and `conftest.py` reaches them no more."""
    assert TalkeeMock.switches, "a module of ours with many literals is loaded"
    assert len(HypothesisProvider(None)._local_constants) == 0
