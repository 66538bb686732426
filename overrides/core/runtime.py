"""Clock, sleep and chance: what tests replace."""

import asyncio
import random
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass


async def async_sleep(seconds: float) -> None:
    """Wait without blocking the event loop, under asyncio and trio."""
    import anyio  # httpx2 depends on it; only retries need it

    await anyio.sleep(seconds)


def sync_sleep(seconds: float) -> None:
    """Wait and block the thread."""
    time.sleep(seconds)


def async_loop() -> asyncio.AbstractEventLoop | None:
    """The running asyncio loop; None under another event loop."""
    try:
        return asyncio.get_running_loop()
    except RuntimeError:
        return None


def sync_loop() -> asyncio.AbstractEventLoop | None:
    """A synchronous client belongs to no loop."""
    return None


@dataclass(frozen=True, slots=True)
class Runtime:
    """Sources of time and chance of a client."""

    monotonic: Callable[[], float] = time.monotonic
    """Seconds, for durations and deadlines."""
    time: Callable[[], float] = time.time
    """Unix time in seconds, for dates in `Retry-After`."""
    random: Callable[[], float] = random.random
    """From 0 to 1, for the jitter of retries."""
    sync_sleep: Callable[[float], None] = sync_sleep
    async_sleep: Callable[[float], Awaitable[None]] = async_sleep
