# Copied from overrides/tganalytics/hosts.py by "nox -s generate": edit it there.
"""Where a queue's worker runs: a thread, or a task of asyncio. All else of the two queues is one text."""

from __future__ import annotations

import asyncio
import contextlib
import inspect
import os
import threading
import time
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


class Host:
    """A worker in a thread. After a fork the child has none, until it starts its own."""

    def __init__(self, blocking: bool) -> None:
        self._wake, self._rests = threading.Event(), threading.Event()
        self._thread: threading.Thread | None = None
        self._pid = os.getpid()

    def can_start(self) -> bool:
        """Whether a worker can be started here."""
        return True

    def running(self) -> bool:
        """Whether the worker of this process is alive."""
        return self._thread is not None and self._pid == os.getpid() and self._thread.is_alive()

    def start(self, work: Callable[[], None]) -> None:
        """Start the worker."""
        self._wake, self._rests, self._pid = threading.Event(), threading.Event(), os.getpid()
        self._thread = threading.Thread(target=work, name="tganalytics-queue", daemon=True)
        self._thread.start()

    def begin(self, work: Callable[[], None]) -> None:
        """Do what blocks and is to be done first."""
        work()

    def call(self, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Do what blocks."""
        return work(*args, **kwargs)

    def wait(self, seconds: float) -> None:
        """Wait, no longer than until somebody wakes the worker."""
        self._wake.wait(seconds)
        self._wake.clear()

    def sleep(self, seconds: float) -> None:
        """Wait."""
        time.sleep(seconds)

    def wake(self) -> None:
        """End the worker's wait."""
        self._wake.set()

    def rest(self) -> None:
        """Say that the worker has nothing more to do now."""
        self._rests.set()

    def settle(self, seconds: float) -> None:
        """Wake the worker, and wait, at most so long, until it has nothing more to do."""
        self._rests.clear()
        self._wake.set()
        self._rests.wait(seconds)

    def join(self, seconds: float) -> None:
        """Wait for the worker's end."""
        if self.running() and self._thread is not None and self._thread is not threading.current_thread():
            self._thread.join(seconds)

    def result(self, value: Any) -> None:
        """What a function of the user returned: nothing, as an async one would not run."""
        if inspect.isawaitable(value):
            getattr(value, "close", int)()
            raise TypeError("a queue that is not async takes plain functions, not async ones")

    def close(self) -> None:
        """Let go of what the host holds."""


class AsyncHost:
    """A worker in a task of asyncio. What blocks is done in one thread, never on the event loop.

    Args:
        blocking: whether anything blocks; without a file nothing does.
    """

    def __init__(self, blocking: bool) -> None:
        self._blocking = blocking
        self._event, self._rests = asyncio.Event(), asyncio.Event()
        self._task: asyncio.Task[None] | None = None
        self._pool: ThreadPoolExecutor | None = None
        self._pid = os.getpid()

    def can_start(self) -> bool:
        """Whether a worker can be started here: inside a running event loop."""
        try:
            asyncio.get_running_loop()
        except RuntimeError:
            return False
        return True

    def running(self) -> bool:
        """Whether the worker of this process and this event loop is alive."""
        task = self._task
        if task is None or task.done() or self._pid != os.getpid():
            return False
        return task.get_loop() is asyncio.get_running_loop()

    def start(self, work: Callable[[], Awaitable[None]]) -> None:
        """Start the worker."""
        self._event, self._rests = asyncio.Event(), asyncio.Event()

        async def run() -> None:
            await work()

        self._task = asyncio.get_running_loop().create_task(run(), name="tganalytics-queue")

    def begin(self, work: Callable[[], None]) -> None:
        """Nothing: it must not be done on the event loop, so `__aenter__` or the first call does it in the thread."""

    async def call(self, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Do what blocks, in the thread; calls follow each other in order."""
        if not self._blocking:
            await asyncio.sleep(0)  # others get their turn even where no request really waits
            return work(*args, **kwargs)
        if self._pool is None or self._pid != os.getpid():
            self._pool = ThreadPoolExecutor(1, "tganalytics-spool")
            self._pid = os.getpid()
        future = self._pool.submit(work, *args, **kwargs)
        return await asyncio.wrap_future(future)

    async def wait(self, seconds: float) -> None:
        """Wait, no longer than until somebody wakes the worker."""
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._event.wait(), seconds)
        self._event.clear()

    async def sleep(self, seconds: float) -> None:
        """Wait."""
        await asyncio.sleep(seconds)

    def wake(self) -> None:
        """End the worker's wait."""
        self._event.set()

    def rest(self) -> None:
        """Say that the worker has nothing more to do now."""
        self._rests.set()

    async def settle(self, seconds: float) -> None:
        """Wake the worker, and wait, at most so long, until it has nothing more to do."""
        self._rests.clear()
        self._event.set()
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._rests.wait(), seconds)

    async def join(self, seconds: float) -> None:
        """Wait for the worker's end; a worker that takes longer is cancelled."""
        task = self._task
        if task is not None and self.running() and task is not asyncio.current_task():
            await asyncio.wait({task}, timeout=seconds)
            task.cancel()
            await asyncio.wait({task}, timeout=1.0)

    async def result(self, value: Any) -> None:
        """Wait for what an async function of the user returned."""
        if inspect.isawaitable(value):
            await value

    async def aclose(self) -> None:
        """Let go of the thread."""
        if self._pool is not None and self._pid == os.getpid():
            self._pool.shutdown(wait=False)
            self._pool = None
