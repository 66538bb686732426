"""Fixtures for tests of code that uses Sociogram: a fresh mock for each test, clients on it, its clock.

pytest loads this by itself once the package is installed. It imports nothing more until a test asks for a fixture;
``-p no:sociogram_client`` switches it off. A test in which something went over the wire that Sociogram's document
refuses fails, unless it reads ``sociogram_mock.violations`` or is marked with
``@pytest.mark.sociogram(violations="allowed")``. The marker's other keywords are options of ``SociogramMock``:
``@pytest.mark.sociogram(mode="strict", outcome="text")``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from sociogram_client import AsyncSociogram, Sociogram
    from sociogram_client.mock import Clock, SociogramMock

MARKER = "sociogram"


def pytest_configure(config: pytest.Config) -> None:
    line = f"{MARKER}(violations='refused', **options): options of the mock; 'allowed' lets violations pass unnoticed"
    config.addinivalue_line("markers", line)


@pytest.hookimpl(trylast=True)
def pytest_runtest_call(item: pytest.Item) -> None:
    """After a test that passed: look for violations that it did not notice."""
    mock = getattr(item, "funcargs", {}).get("sociogram_mock")
    if mock is not None:
        from ._core.mock.plugin import check

        check(item, mock, MARKER)


@pytest.fixture
def sociogram_clock() -> Clock:
    """The mock's clock. It stands at 2024-01-01T00:00:00Z until ``advance(seconds)`` moves it."""
    from datetime import UTC, datetime

    try:
        from .mock import Clock
    except ImportError as error:
        pytest.skip(str(error))
    return Clock(datetime(2024, 1, 1, tzinfo=UTC))


@pytest.fixture
def sociogram_mock(request: pytest.FixtureRequest, sociogram_clock: Clock) -> SociogramMock:
    """A mock of Sociogram with nothing in it: ``seed()``, ``add_user()``, ``buy()``, ``requests``, ``fail()``."""
    from ._core.mock.plugin import options_of
    from .mock import SociogramMock

    return SociogramMock(**{"clock": sociogram_clock, "seed": 1, **options_of(request, MARKER)})


@pytest.fixture
def sociogram_options(sociogram_mock: SociogramMock) -> dict[str, Any]:
    """What the clients are made with: the token of a new app, which is a bot as well. Redefine it at will."""
    app = sociogram_mock.add_app()
    sociogram_mock.add_bot(app)
    return {"token": app.token}


@pytest.fixture
def sociogram(sociogram_mock: SociogramMock, sociogram_options: dict[str, Any]) -> Sociogram:
    """A client on the mock. It holds nothing that would have to be closed."""
    from sociogram_client import Sociogram

    return Sociogram(base_url=sociogram_mock.base_url, transport=sociogram_mock.transport(), **sociogram_options)


@pytest.fixture
def async_sociogram(sociogram_mock: SociogramMock, sociogram_options: dict[str, Any]) -> AsyncSociogram:
    """An async client on the mock, for any way of running async tests. It need not be closed."""
    from sociogram_client import AsyncSociogram

    return AsyncSociogram(base_url=sociogram_mock.base_url, transport=sociogram_mock.transport(), **sociogram_options)
