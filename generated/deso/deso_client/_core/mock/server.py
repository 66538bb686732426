# Copied from overrides/core/mock/server.py by "nox -s generate": edit it there.
"""A mock on a socket, as a local sandbox: ``python -m <package>.mock --port 8100``."""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import socket
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .asgi import CONNECTION, Message, Receive, Send
from .engine import Clock

if TYPE_CHECKING:
    from .engine import MockCore


def serve(core: MockCore, host: str, port: int, ready: Callable[[str], None]) -> None:
    """Serve until interrupted; port 0 takes a free one, ``ready`` gets the base URL. Raises ``OSError``."""
    server = _server(core)
    with _listener(host, port) as listener:
        ready(_url(core, listener))
        server.run(sockets=[listener])


@contextmanager
def running(core: MockCore, host: str = "127.0.0.1", port: int = 0) -> Iterator[str]:
    """Serve from a thread while the block runs; gives the base URL. Raises ``OSError``."""
    server = _server(core)
    with _listener(host, port) as listener:
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
        thread.start()
        try:
            yield _url(core, listener)
        finally:
            server.should_exit = server.force_exit = True
            thread.join()


def _listener(host: str, port: int) -> socket.socket:
    # Not socket.create_server: asyncio turns Nagle's algorithm off only where the protocol is named, and with it every
    # answer waits 40 ms for the acknowledgement of its own headers.
    listener = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        if os.name == "posix":  # elsewhere the option would let two servers share the port
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((host, port))
        listener.listen(256)
    except OSError:
        listener.close()
        raise
    return listener


def _url(core: MockCore, listener: socket.socket) -> str:
    host, port = listener.getsockname()[:2]
    return f"http://{f'[{host}]' if ':' in host else host}:{port}{core.contract.prefixes[0]}"


def _server(core: MockCore) -> Any:
    try:
        import uvicorn
        from uvicorn.protocols.http.h11_impl import H11Protocol
    except ImportError as error:
        raise ImportError("the mock is served by uvicorn, which the extra `mock` brings") from error

    class Protocol(H11Protocol):
        """Hands the connection to the application, which alone can end it early."""

        def connection_made(self, transport: asyncio.BaseTransport) -> None:
            super().connection_made(transport)  # type: ignore[arg-type] # it is a Transport, as uvicorn says
            application = self.app

            async def connected(scope: Message, receive: Receive, send: Send) -> None:
                scope.setdefault("extensions", {})[CONNECTION] = transport
                await application(scope, receive, send)

            self.app = connected

    # With proxy_headers any caller could call itself local; an access log would show credentials in queries.
    config = uvicorn.Config(
        core.asgi,
        http=Protocol,
        ws="none",
        lifespan="off",
        proxy_headers=False,
        access_log=False,
        server_header=False,
        log_level="warning",
        log_config=None,
        timeout_graceful_shutdown=1,
    )
    return uvicorn.Server(config)


def main(make: Callable[..., MockCore], arguments: Sequence[str] | None = None, prog: str | None = None) -> None:
    """The command line of a mock; ``make`` is its class."""
    parser = argparse.ArgumentParser(prog=prog, description="Stand in for the platform until interrupted.")
    parser.add_argument("--port", type=int, default=8100, help="port to listen on; 0 takes a free one (8100)")
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on; others than loopback let others in")
    parser.add_argument("--mode", choices=["faithful", "strict"], default="faithful", help="strict refuses violations")
    parser.add_argument("--seed", type=int, help="number that fixes keys, UUIDs and other random values")
    parser.add_argument("--now", type=_time, help="a time at which the mock's clock stands still: 2024-01-01T00:00:00Z")
    parser.add_argument("--data", type=Path, help="JSON file with the state to begin with, as for /__mock__/seed")
    switches: Mapping[str, tuple[str, ...]] = getattr(make, "switches", {})
    for name, readings in switches.items():
        text = f"which reading of the platform to follow ({readings[0]})"
        parser.add_argument(f"--{name}", choices=readings, default=readings[0], help=text)
    given = parser.parse_args(arguments)

    def ready(url: str) -> None:
        print(f"The mock answers at {url} in {given.mode} mode; Ctrl+C ends it.", flush=True)

    try:
        core = make(
            mode=given.mode,
            seed=given.seed,
            clock=Clock(given.now),
            **{name: getattr(given, name) for name in switches},
        )
        if given.data:
            core.seed(**_members(given.data))
        serve(core, given.host, given.port, ready)
    except KeyboardInterrupt:
        pass
    except (OSError, ImportError, ValueError) as error:
        parser.exit(1, f"{parser.prog}: {error}\n")


def _time(text: str) -> datetime:
    time = datetime.fromisoformat(text)
    if time.tzinfo is None:
        raise argparse.ArgumentTypeError("the time has no offset: write it with one, or with Z")
    return time


def _members(file: Path) -> dict[str, Any]:
    data = json.loads(file.read_bytes())
    if not isinstance(data, dict):
        raise ValueError(f"{file}: a JSON object is wanted, not {type(data).__name__}")  # noqa: TRY004 - from a file
    return data
