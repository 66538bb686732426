# Copied from overrides/sociogram/hosts.py by "nox -s generate": edit it there.
"""What the sync and async forms differ in: locks, workers, waiting for another thread, and the client of Redis."""

from __future__ import annotations

import threading
from collections.abc import Awaitable, Callable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from functools import partial
from typing import Any, TypeVar

from ._core.errors import ConfigurationError

T = TypeVar("T")


def async_lock() -> Any:
    """A lock for tasks of asyncio or trio; who waits longest is next."""
    import anyio

    return anyio.Lock(fast_acquire=True)


def sync_lock() -> Any:
    """A lock for threads."""
    return threading.Lock()


async def async_check(client: Any, check: Callable[[], Any]) -> Any:
    """Ask pyrate-limiter's storage in Redis. A plain client is used in a thread, under any event loop.

    It is short, and a call that is cancelled asks, too: its place must count from when it ended.
    """
    import anyio

    with anyio.CancelScope(shield=True):
        result = check() if _is_async(client.execute_command) else await async_call(check)
        return await result if isinstance(result, Awaitable) else result


def sync_check(client: Any, check: Callable[[], Any]) -> Any:
    """Ask pyrate-limiter's storage in Redis. Raises ConfigurationError for a client that must be awaited."""
    if _is_async(client.execute_command):
        raise ConfigurationError("rate_limit_redis= is a redis.asyncio client: give this client a redis.Redis")
    return check()


async def async_each(work: Callable[[T], Awaitable[None]], items: Iterator[T], workers: int) -> None:
    """Do `work` with each item, so many at a time. The first exception ends it, after what has begun."""
    import anyio

    failures: list[BaseException] = []

    async def worker() -> None:
        while not failures:
            try:
                item = next(items, _END)
                if item is _END:
                    return
                await work(item)
            except Exception as error:
                failures.append(error)

    async with anyio.create_task_group() as group:
        for _ in range(workers):
            group.start_soon(worker)
    if failures:
        raise failures[0]


def sync_each(work: Callable[[T], None], items: Iterator[T], workers: int) -> None:
    """Do `work` with each item, so many at a time. The first exception ends it, after what has begun."""
    running: set[Future[None]] = set()
    with ThreadPoolExecutor(workers, "sociogram-bulk") as pool:
        for item in items:
            running.add(pool.submit(work, item))
            if len(running) >= workers:
                done, running = wait(running, return_when=FIRST_COMPLETED)
                if any(future.exception() for future in done):
                    running |= done
                    break
        done, _ = wait(running)
    for future in done:
        future.result()


async def async_call(work: Callable[..., T], *args: Any, blocks: bool = True) -> T:
    """Do what blocks (a write to a file), outside of the event loop; and at once what does not."""
    if not blocks:
        return work(*args)
    import anyio.to_thread

    return await anyio.to_thread.run_sync(work, *args)


def sync_call(work: Callable[..., T], *args: Any, blocks: bool = True) -> T:
    """Do it, whether it blocks or not."""
    return work(*args)


_END: Any = object()


async def async_run(function: Callable[..., Any], *args: Any) -> Any:
    """Call what may be async or not; what is not runs in a thread, so that it may block."""
    import anyio.to_thread

    if _is_async(function):
        return await function(*args)
    result = await anyio.to_thread.run_sync(function, *args)
    return await result if isinstance(result, Awaitable) else result


def sync_run(function: Callable[..., Any], *args: Any) -> Any:
    """Call what may be async or not; what is async gets an event loop of its own."""
    result = function(*args)
    if not isinstance(result, Awaitable):
        return result
    import asyncio

    async def finish() -> Any:
        return await result

    if _no_loop_runs():
        return asyncio.run(finish())
    with ThreadPoolExecutor(1, "sociogram-handler") as pool:  # a loop runs in this thread, such as a notebook's
        return pool.submit(asyncio.run, finish()).result()


def _no_loop_runs() -> bool:
    """Whether no event loop runs in this thread."""
    import asyncio

    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return True
    return False


def _is_async(function: Any) -> bool:
    import inspect

    while isinstance(function, partial):
        function = function.func
    return inspect.iscoroutinefunction(function) or inspect.iscoroutinefunction(type(function).__call__)


async def async_wait(event: threading.Event) -> None:
    """Wait for what a thread or a task sets. Rare enough to look now and then."""
    import anyio

    while not event.is_set():  # noqa: ASYNC110  # a thread may set it, which an event of anyio does not allow
        await anyio.sleep(0.02)


def sync_wait(event: threading.Event) -> None:
    """Wait for what a thread or a task sets."""
    event.wait()


async def async_content(body: Any, most: int) -> bytes:
    """The bytes of a body, or as many of its chunks as it takes to have `most`."""
    if isinstance(body, bytes):
        return body
    content = b""
    async for chunk in body:
        content += chunk
        if len(content) >= most:
            break
    return content


def sync_content(body: Any, most: int) -> bytes:
    """The bytes of a body, or at most `most` of a stream."""
    if isinstance(body, bytes):
        return body
    parts: list[bytes] = []
    size = 0
    while size < most and (part := body.read(most - size)):
        parts.append(part)
        size += len(part)
    return b"".join(parts)
