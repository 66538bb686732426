# Copied from overrides/socialize/pytest_plugin.py by "nox -s generate": edit it there.
"""Fixtures for tests of code that uses Socialize: a fresh mock for each test, clients on it, its clock.

pytest loads this by itself once the package is installed. It imports nothing more until a test asks for a fixture;
``-p no:socialize_client`` switches it off. A test in which something went over the wire that Socialize's document
refuses fails, unless it reads ``socialize_mock.violations`` or is marked with
``@pytest.mark.socialize(violations="allowed")``. The marker's other keywords are options of ``SocializeMock``:
``@pytest.mark.socialize(mode="strict", nonces="once")``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from socialize_client import AsyncSocialize, Socialize
    from socialize_client.mock import Clock, SocializeMock

MARKER = "socialize"


def pytest_configure(config: pytest.Config) -> None:
    line = f"{MARKER}(violations='refused', **options): options of the mock; 'allowed' lets violations pass unnoticed"
    config.addinivalue_line("markers", line)


@pytest.hookimpl(trylast=True)
def pytest_runtest_call(item: pytest.Item) -> None:
    """After a test that passed: look for violations that it did not notice."""
    mock = getattr(item, "funcargs", {}).get("socialize_mock")
    if mock is not None:
        from ._core.mock.plugin import check

        check(item, mock, MARKER)


@pytest.fixture
def socialize_clock() -> Clock:
    """The mock's clock, and that of the signatures. It stands at 2012-06-26T22:24:03Z until ``advance(seconds)``."""
    from datetime import UTC, datetime

    try:
        from .mock import Clock
    except ImportError as error:
        pytest.skip(str(error))
    return Clock(datetime(2012, 6, 26, 22, 24, 3, tzinfo=UTC))


@pytest.fixture
def socialize_mock(request: pytest.FixtureRequest, socialize_clock: Clock) -> SocializeMock:
    """A mock of Socialize with one app and nobody in it: ``seed()``, ``add_comment()``, ``fail()``, switches."""
    from ._core.mock.plugin import options_of
    from .mock import SocializeMock

    return SocializeMock(**{"clock": socialize_clock, "seed": 1, **options_of(request, MARKER)})


@pytest.fixture
def socialize_options(socialize_mock: SocializeMock) -> dict[str, Any]:
    """What the clients are made with: signing as a new user of the mock's app. Redefine it at will.

    Without ``token`` and ``token_secret`` they sign as the app, for ``authenticate`` and the Management API.
    """
    application, user = socialize_mock.application, socialize_mock.add_user()
    return {
        "consumer_key": application.consumer_key,
        "consumer_secret": application.consumer_secret,
        "token": user.token,
        "token_secret": user.token_secret,
    }


@pytest.fixture
def socialize(socialize_mock: SocializeMock, socialize_options: dict[str, Any]) -> Socialize:
    """A client on the mock. It holds nothing that would have to be closed."""
    from socialize_client import Socialize

    return Socialize(**_on(socialize_mock), **socialize_options)


@pytest.fixture
def async_socialize(socialize_mock: SocializeMock, socialize_options: dict[str, Any]) -> AsyncSocialize:
    """An async client on the mock, for any way of running async tests. It need not be closed."""
    from socialize_client import AsyncSocialize

    return AsyncSocialize(**_on(socialize_mock), **socialize_options)


def _on(mock: SocializeMock) -> dict[str, Any]:
    """Address, transport and time of a client, so that its timestamps are those of the mock."""
    from ._core.runtime import Runtime

    runtime = Runtime(time=lambda: mock.clock.now().timestamp())
    return {"base_url": mock.base_url, "transport": mock.transport(), "runtime": runtime}
