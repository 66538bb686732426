# Copied from overrides/core/runtime.py by "nox -s generate": edit it there.
"""Clock, sleep and chance, which tests replace, and the functions that sync and async forms differ in."""

import random
import sys
import time
from collections.abc import Awaitable, Callable
from contextlib import suppress
from time import sleep
from typing import Any, NamedTuple


async def async_sleep(seconds: float) -> None:
    """Wait without blocking the event loop, under asyncio and trio."""
    import anyio  # a dependency of httpx2; only repeated requests need it

    await anyio.sleep(seconds)


def async_loop() -> Any:
    """The running loop of asyncio, or the token of trio's; None under another kind of event loop."""
    asyncio, trio = sys.modules.get("asyncio"), sys.modules.get("trio")  # not imported: then nothing runs on it
    for current in (asyncio and asyncio.get_running_loop, trio and trio.lowlevel.current_trio_token):
        with suppress(RuntimeError):
            if current:
                return current()
    return None


def sync_loop() -> Any:
    """None: a synchronous client belongs to no loop."""
    return None


def has_ended(loop: Any) -> bool:
    """Whether what `async_loop` gave runs no more."""
    try:
        return bool(loop.is_closed()) if hasattr(loop, "is_closed") else loop.run_sync_soon(int) is not None
    except RuntimeError:
        return True


def async_result(value: Any) -> Any:
    """What a hook returned, to be awaited."""
    if not hasattr(value, "__await__"):
        raise TypeError("hooks of an asynchronous client are async functions; this one returned nothing to await")
    return value


def sync_result(value: Any) -> None:
    """Refuse what an asynchronous hook returned: its code has not run."""
    if hasattr(value, "__await__"):
        getattr(value, "close", int)()
        raise TypeError("hooks of a synchronous client are plain functions, not async ones")


class Runtime(NamedTuple):
    """`monotonic` (seconds) is for durations, `time` (Unix time) for dates, `random` (0 to 1) for jitter."""

    monotonic: Callable[[], float] = time.monotonic
    time: Callable[[], float] = time.time
    random: Callable[[], float] = random.random
    sync_sleep: Callable[[float], None] = sleep
    async_sleep: Callable[[float], Awaitable[None]] = async_sleep
