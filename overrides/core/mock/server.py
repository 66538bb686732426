"""A mock on a socket, as a local sandbox: ``python -m <package>.mock --port 8100``."""

from __future__ import annotations

import argparse
import asyncio
import json
import socket
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .asgi import CONNECTION, Message, Receive, Send

if TYPE_CHECKING:
    from .engine import MockCore


def serve(
    core: MockCore, host: str = "127.0.0.1", port: int = 8100, ready: Callable[[str], None] | None = None
) -> None:
    """Serve until interrupted. ``port`` 0 takes a free one; ``ready`` is called with the base URL when connections are accepted.

    Raises:
        OSError: if the address is taken.
        ImportError: if uvicorn is missing.
    """
    server = _server(core)
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.create_server((host, port), family=family, backlog=256) as listener:
        name = f"[{host}]" if ":" in host else host
        if ready:
            ready(f"http://{name}:{listener.getsockname()[1]}{core.contract.prefixes[0]}")
        server.run(sockets=[listener])


def _server(core: MockCore) -> Any:
    try:
        import uvicorn
        from uvicorn.protocols.http.h11_impl import H11Protocol
    except ImportError as error:
        extra = f"{(__package__ or '').partition('.')[0].replace('_', '-')}[mock]"
        raise ImportError(f"serving the mock needs uvicorn: pip install '{extra}'") from error

    class Protocol(H11Protocol):
        """Hands the connection to the application, which alone can drop it without a byte."""

        def connection_made(self, transport: asyncio.Transport) -> None:
            super().connection_made(transport)
            application = self.app

            async def with_connection(scope: Message, receive: Receive, send: Send) -> None:
                scope.setdefault("extensions", {})[CONNECTION] = transport
                await application(scope, receive, send)

            self.app = with_connection  # type: ignore[assignment] # likewise

    # proxy_headers would let any caller call itself local; the access log would print credentials in queries.
    config = uvicorn.Config(
        core.asgi,
        http=Protocol,
        ws="none",
        lifespan="off",
        proxy_headers=False,
        access_log=False,
        log_level="warning",
    )
    return uvicorn.Server(config)


def main(
    make: Callable[..., MockCore], arguments: Sequence[str] | None = None, prog: str | None = None
) -> None:
    """The command line of a mock: ``--port --host --mode --seed --data``."""
    parser = argparse.ArgumentParser(
        prog=prog, description="Serve the mock of the platform until interrupted."
    )
    parser.add_argument("--port", type=int, default=8100, help="port to listen on, 0 for a free one (8100)")
    parser.add_argument(
        "--host", default="127.0.0.1", help="address to listen on; anything but loopback lets others in"
    )
    parser.add_argument(
        "--mode", choices=["faithful", "strict"], default="faithful", help="see the package's README"
    )
    parser.add_argument("--seed", type=int, help="fix keys, UUIDs and other random values")
    parser.add_argument("--data", type=Path, help="JSON file with state to begin with")
    given = parser.parse_args(arguments)
    core = make(mode=given.mode, seed=given.seed)
    if given.data:
        core.seed(**json.loads(given.data.read_bytes()))

    def ready(url: str) -> None:
        print(f"The mock answers at {url} ({given.mode} mode, Ctrl+C ends it).", flush=True)  # noqa: T201 - it is a command

    try:
        serve(core, given.host, given.port, ready)
    except KeyboardInterrupt:
        pass
    except (OSError, ImportError) as error:
        parser.exit(1, f"{parser.prog}: {error}\n")
