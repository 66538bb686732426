"""Fixtures for tests of code that uses Talkee: a fresh mock for each test, clients on it, its clock.

pytest loads this by itself once the package is installed. It imports nothing more until a test asks for a fixture;
``-p no:talkee_client`` switches it off. A test in which something went over the wire that Talkee's document refuses
fails, unless it reads ``talkee_mock.violations`` or is marked with ``@pytest.mark.talkee(violations="allowed")``. The
marker's other keywords are options of ``TalkeeMock``: ``@pytest.mark.talkee(mode="strict", offset="rows")``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from talkee_client import AsyncTalkee, Talkee
    from talkee_client.mock import Clock, TalkeeMock

MARKER = "talkee"


def pytest_configure(config: pytest.Config) -> None:
    line = f"{MARKER}(violations='refused', **options): options of the mock; 'allowed' lets violations pass unnoticed"
    config.addinivalue_line("markers", line)


@pytest.hookimpl(trylast=True)
def pytest_runtest_call(item: pytest.Item) -> None:
    """After a test that passed: look for violations that it did not notice."""
    mock = getattr(item, "funcargs", {}).get("talkee_mock")
    if mock is not None:
        from ._core.mock.plugin import check

        check(item, mock, MARKER)


@pytest.fixture
def talkee_clock() -> Clock:
    """The mock's clock. It stands at 2024-01-01T00:00:00Z until ``advance(seconds)`` moves it."""
    from datetime import UTC, datetime

    try:
        from .mock import Clock
    except ImportError as error:
        pytest.skip(str(error))
    return Clock(datetime(2024, 1, 1, tzinfo=UTC))


@pytest.fixture
def talkee_mock(request: pytest.FixtureRequest, talkee_clock: Clock) -> TalkeeMock:
    """A mock of Talkee with nothing in it: ``seed()``, ``add_comment()``, ``requests``, ``fail()``, switches."""
    from ._core.mock.plugin import options_of
    from .mock import TalkeeMock

    return TalkeeMock(**{"clock": talkee_clock, "seed": 1, **options_of(request, MARKER)})


@pytest.fixture
def talkee_options(talkee_mock: TalkeeMock) -> dict[str, Any]:
    """What the clients are made with: signed in as a new user, on page ``/`` of site 1. Redefine it at will."""
    token = talkee_mock.token_for(talkee_mock.add_user())
    return {"token": token, "site_id": 1, "slug": "/", "origin": "https://blog.example.com"}


@pytest.fixture
def talkee(talkee_mock: TalkeeMock, talkee_options: dict[str, Any]) -> Talkee:
    """A client on the mock and its clock. It holds nothing that would have to be closed."""
    from talkee_client import Talkee

    from ._core.mock.plugin import runtime

    options = {"runtime": runtime(talkee_mock.clock), **talkee_options}
    return Talkee(base_url=talkee_mock.base_url, transport=talkee_mock.transport(), **options)


@pytest.fixture
def async_talkee(talkee_mock: TalkeeMock, talkee_options: dict[str, Any]) -> AsyncTalkee:
    """An async client on the mock and its clock, for any way of running async tests. It need not be closed."""
    from talkee_client import AsyncTalkee

    from ._core.mock.plugin import runtime

    options = {"runtime": runtime(talkee_mock.clock), **talkee_options}
    return AsyncTalkee(base_url=talkee_mock.base_url, transport=talkee_mock.transport(), **options)
