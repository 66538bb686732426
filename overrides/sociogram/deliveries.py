"""Which purchases were delivered, and whose turn it is: one at a time per key. No I/O of its own."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from . import models, webhook_protocol

DeliveryKey = Callable[[models.Purchase], str | int | None]


class DeliveredKeys(Protocol):
    """Where the keys of delivered purchases are kept. Plain or async methods; in a database they outlive a crash."""

    def contains(self, key: str) -> bool | Awaitable[bool]:
        """Whether the purchase was delivered."""
        ...

    def add(self, key: str) -> None | Awaitable[None]:
        """The purchase was delivered."""
        ...


class MemoryKeys:
    """Keys in memory: the latest ones, gone with the process."""

    def __init__(self, most: int = 100_000) -> None:
        """Keep at most `most` keys."""
        self._most = most
        self._keys: OrderedDict[str, None] = OrderedDict()
        self._lock = threading.Lock()

    def contains(self, key: str) -> bool:
        """Whether it was added."""
        return key in self._keys

    def add(self, key: str) -> None:
        """Add it."""
        with self._lock:
            self._keys[key] = None
            while len(self._keys) > self._most:
                self._keys.popitem(last=False)


class Turns:
    """Who is delivering which key in this process, threads and tasks alike."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._running: dict[str, threading.Event] = {}

    def take(self, key: str) -> threading.Event | None:
        """None: it is your turn, until you give it back. Else what is set when somebody else gives it back."""
        with self._lock:
            other = self._running.get(key)
            if other is None:
                self._running[key] = threading.Event()
            return other

    def give_back(self, key: str) -> None:
        """Let the next one try."""
        with self._lock:
            self._running.pop(key).set()


@dataclass(frozen=True, repr=False)
class Shared:
    """What the sync and the async entries of one webhook have in common."""

    protocol: webhook_protocol.Protocol
    handlers: Mapping[str | None, Callable[..., Any]]
    key: DeliveryKey
    delivered: DeliveredKeys
    turns: Turns = field(default_factory=Turns)
