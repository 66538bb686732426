"""A mock of the platform, a client on it, and events."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tganalytics_client import EventQueue, TGAnalytics
from tganalytics_client.mock import TGAnalyticsMock

SESSION = "10c574d9-6d2c-4e6d-a141-ce6da141ce6d"


def event(number: int = 0, **members: Any) -> dict[str, Any]:
    """An event that is told from others by its number."""
    shared = {"event_name": "custom-event", "user_id": 1, "session_id": SESSION, "app_name": "docs"}
    return {**shared, "custom_data": {"number": number}, "client_timestamp": "1743503599534", **members}


def numbers(events: list[dict[str, Any]]) -> list[int]:
    """The numbers of recorded events, in order."""
    return [one["custom_data"]["number"] for one in events]


class World:
    """A mock, and ways to make clients and queues on it; what was made is closed at the end."""

    def __init__(self, folder: Path) -> None:
        self.mock = TGAnalyticsMock(seed=1)
        self.token = self.mock.add_app("docs")
        self.file = folder / "events.db"
        self._queues: list[EventQueue] = []

    def client(self, **options: Any) -> TGAnalytics:
        given = {"token": self.token, "app_name": "docs", "transport": self.mock.transport(), **options}
        return TGAnalytics(base_url=self.mock.base_url, **given)

    def queue(self, *, client: TGAnalytics | None = None, **options: Any) -> EventQueue:
        queue = EventQueue(client or self.client(), **{"interval": 0.02, **options})
        self._queues.append(queue)
        return queue

    def close(self) -> None:
        for queue in self._queues:
            with warnings.catch_warnings(action="ignore"):  # about what is left in memory
                queue.close(timeout=0.0)


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    made = World(tmp_path)
    yield made
    made.close()
