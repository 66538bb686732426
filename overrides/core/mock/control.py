"""The endpoints that steer a running mock, for this machine only and never part of the platform's surface.

``GET /__mock__/state``, ``POST …/seed`` (members: see the mock's ``seed``), ``POST …/reset``,
``GET …/violations``, ``GET``, ``POST`` (members: those of ``Disturbance``) and ``DELETE …/faults``.
Answers are JSON, errors ``{"error": …}``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from ipaddress import ip_address
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from . import bodies
from .http import Request, Response

if TYPE_CHECKING:
    from .engine import MockCore

PREFIX = "/__mock__/"


def handle(core: MockCore, request: Request) -> Response:
    """Answer a request to a path below ``PREFIX``: 200, or 400, 403, 404 or 405 with the reason."""
    # Any page in a browser on this machine could send it: with an Origin, or (a name bound to 127.0.0.1 anew) to a
    # foreign Host.
    if "origin" in request.headers or not _is_loopback(request.headers.get("host", "localhost")):
        return Response.of_json({"error": "the control endpoints are not for web pages"}, 403)
    name = request.raw_path.removeprefix(PREFIX)
    methods = _ACTIONS.get(name, {})
    action = methods.get(request.method)
    if action is None:
        known = f"{name} takes {', '.join(methods)}" if methods else f"{PREFIX} has {', '.join(_ACTIONS)}"
        headers = [("Allow", ", ".join(methods))] if methods else []
        return Response.of_json({"error": known}, 405 if methods else 404, headers)
    try:
        members = bodies.decode_json(request.body) if request.body else {}
        return Response.of_json(action(core, members))
    except (ValueError, TypeError, LookupError) as error:
        return Response.of_json({"error": str(error)[:500]}, 400)


def _is_loopback(host: str) -> bool:
    name = urlsplit(f"//{host}").hostname or ""
    try:
        return name == "localhost" or ip_address(name).is_loopback
    except ValueError:
        return False


_ACTIONS: dict[str, dict[str, Callable[[MockCore, dict[str, Any]], Any]]] = {
    "state": {"GET": lambda core, members: core.state()},
    "seed": {"POST": lambda core, members: core.seed(**members)},
    "reset": {"POST": lambda core, members: core.reset()},
    "violations": {"GET": lambda core, members: [asdict(violation) for violation in core.violations]},
    "faults": {
        "GET": lambda core, members: [asdict(fault) for fault in core.faults],
        "POST": lambda core, members: asdict(core.fail(**members)),
        "DELETE": lambda core, members: core.faults.clear(),
    },
}
