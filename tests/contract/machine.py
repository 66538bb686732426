"""How every model begins: with one mock, begun anew for each scenario."""

from __future__ import annotations

from typing import Any, ClassVar

from hypothesis.stateful import RuleBasedStateMachine

from .planting import Plant


class Machine(RuleBasedStateMachine):
    """A state machine whose rules hold what a client says against plain Python.

    ``make`` gives a mock of a mode; the one that is made serves all scenarios, since reading a document takes a while.
    """

    make: ClassVar[staticmethod[[str], Any]]
    plant: ClassVar[Plant | None] = None
    _mock: ClassVar[Any] = None

    def __init__(self) -> None:
        super().__init__()
        kind = type(self)
        if kind._mock is None:
            kind._mock = kind.make("faithful")
            if kind.plant:
                kind.plant(kind._mock)
        self.mock = kind._mock
        self.mock.reset()
