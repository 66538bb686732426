# Copied from overrides/tganalytics/pytest_plugin.py by "nox -s generate": edit it there.
"""Fixtures for tests of code that records events: a fresh mock for each test, clients and queues on it, its clock.

pytest loads this by itself once the package is installed. It imports nothing more until a test asks for a fixture;
``-p no:tganalytics_client`` switches it off. A test in which something went over the wire that the platform's document
refuses fails, unless it reads ``tganalytics_mock.violations`` or is marked with
``@pytest.mark.tganalytics(violations="allowed")``. The marker's other keywords are options of ``TGAnalyticsMock``:
``@pytest.mark.tganalytics(mode="strict", recorded="202")``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tganalytics_client import AsyncTGAnalytics, EventQueue, TGAnalytics
    from tganalytics_client.mock import Clock, TGAnalyticsMock

MARKER = "tganalytics"


def pytest_configure(config: pytest.Config) -> None:
    line = f"{MARKER}(violations='refused', **options): options of the mock; 'allowed' lets violations pass unnoticed"
    config.addinivalue_line("markers", line)


@pytest.hookimpl(trylast=True)
def pytest_runtest_call(item: pytest.Item) -> None:
    """After a test that passed: look for violations that it did not notice."""
    mock = getattr(item, "funcargs", {}).get("tganalytics_mock")
    if mock is not None:
        from ._core.mock.plugin import check

        check(item, mock, MARKER)


@pytest.fixture
def tganalytics_clock() -> Clock:
    """The mock's clock. It stands at 2024-01-01T00:00:00Z until ``advance(seconds)`` moves it."""
    from datetime import UTC, datetime

    try:
        from .mock import Clock
    except ImportError as error:
        pytest.skip(str(error))
    return Clock(datetime(2024, 1, 1, tzinfo=UTC))


@pytest.fixture
def tganalytics_mock(request: pytest.FixtureRequest, tganalytics_clock: Clock) -> TGAnalyticsMock:
    """A mock of the platform, empty: ``events``, ``find()``, ``duplicates``, ``fail()``, switches."""
    from ._core.mock.plugin import options_of
    from .mock import TGAnalyticsMock

    return TGAnalyticsMock(**{"clock": tganalytics_clock, "seed": 1, **options_of(request, MARKER)})


@pytest.fixture
def tganalytics_options(tganalytics_mock: TGAnalyticsMock) -> dict[str, Any]:
    """What the clients are made with: the app ``docs`` on ``https://app.example.com``. Redefine it at will."""
    origin = "https://app.example.com"
    return {"token": tganalytics_mock.add_app("docs", domain=origin), "app_name": "docs", "origin": origin}


@pytest.fixture
def tganalytics(tganalytics_mock: TGAnalyticsMock, tganalytics_options: dict[str, Any]) -> TGAnalytics:
    """A client on the mock. It holds nothing that would have to be closed."""
    from tganalytics_client import TGAnalytics

    return TGAnalytics(
        base_url=tganalytics_mock.base_url, transport=tganalytics_mock.transport(), **tganalytics_options
    )


@pytest.fixture
def async_tganalytics(tganalytics_mock: TGAnalyticsMock, tganalytics_options: dict[str, Any]) -> AsyncTGAnalytics:
    """An async client on the mock, for any way of running async tests. It need not be closed."""
    from tganalytics_client import AsyncTGAnalytics

    return AsyncTGAnalytics(
        base_url=tganalytics_mock.base_url, transport=tganalytics_mock.transport(), **tganalytics_options
    )


@pytest.fixture
def tganalytics_queue(tganalytics: TGAnalytics) -> Iterator[EventQueue]:
    """A queue in memory on the mock, which sends within milliseconds; closed, with all it has sent, after the test."""
    from tganalytics_client import EventQueue

    with EventQueue(tganalytics, interval=0.01) as queue:
        yield queue
