"""Fixtures for tests of code that uses DeSo: a fresh mock of a node for each test, clients on it, its clock.

pytest loads this by itself once the package is installed. It imports nothing more until a test asks for a fixture;
``-p no:deso_client`` switches it off. A test in which something went over the wire that DeSo's document refuses fails,
unless it reads ``deso_mock.violations`` or is marked with ``@pytest.mark.deso(violations="allowed")``. The marker's
other keywords are options of ``DeSoMock``: ``@pytest.mark.deso(hostile="recipient", blocks="instant")``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from deso_client import AsyncDeSo, DeSo
    from deso_client.keys import PrivateKey
    from deso_client.mock import Clock, DeSoMock

MARKER = "deso"


def pytest_configure(config: pytest.Config) -> None:
    line = f"{MARKER}(violations='refused', **options): options of the mock; 'allowed' lets violations pass unnoticed"
    config.addinivalue_line("markers", line)


@pytest.hookimpl(trylast=True)
def pytest_runtest_call(item: pytest.Item) -> None:
    """After a test that passed: look for violations that it did not notice."""
    mock = getattr(item, "funcargs", {}).get("deso_mock")
    if mock is not None:
        from ._core.mock.plugin import check

        check(item, mock, MARKER)


@pytest.fixture
def deso_clock() -> Clock:
    """The node's clock. It stands at the moment when the test began until ``advance(seconds)`` moves it.

    Not at a fixed time: the client compares the times that a node writes with its own clock. Each second is a block.
    """
    from datetime import UTC, datetime

    try:
        from .mock import Clock
    except ImportError as error:
        pytest.skip(str(error))
    return Clock(datetime.now(UTC))


@pytest.fixture
def deso_mock(request: pytest.FixtureRequest, deso_clock: Clock) -> DeSoMock:
    """A mock of a node with an empty chain: ``add_account()``, ``add_post()``, ``mine()``, ``fail()``, switches."""
    from ._core.mock.plugin import options_of
    from .mock import DeSoMock

    return DeSoMock(**{"clock": deso_clock, "seed": 1, **options_of(request, MARKER)})


@pytest.fixture
def deso_account(deso_mock: DeSoMock) -> PrivateKey:
    """The account that the clients sign for: one DESO, a profile, and the access group ``default-key``."""
    return deso_mock.add_account(username="tester", group=True)


@pytest.fixture
def deso_options(deso_account: PrivateKey) -> dict[str, Any]:
    """What the clients are made with. Redefine it at will."""
    return {"signer": deso_account}


@pytest.fixture
def deso(deso_mock: DeSoMock, deso_options: dict[str, Any]) -> DeSo:
    """A client on the mock. It holds nothing that would have to be closed."""
    from deso_client import DeSo

    return DeSo(base_url=deso_mock.base_url, transport=deso_mock.transport(), **deso_options)


@pytest.fixture
def async_deso(deso_mock: DeSoMock, deso_options: dict[str, Any]) -> AsyncDeSo:
    """An async client on the mock, for any way of running async tests. It need not be closed."""
    from deso_client import AsyncDeSo

    return AsyncDeSo(base_url=deso_mock.base_url, transport=deso_mock.transport(), **deso_options)
