"""The endpoints that steer a running mock. They are for this machine only, and never part of the platform's surface.

========  ======================  =========================================================
method    path                    effect
========  ======================  =========================================================
GET       /__mock__/state         the state as JSON
POST      /__mock__/seed          put the body's members into the state; answers what was made
POST      /__mock__/reset         begin anew
GET       /__mock__/violations    what the document refused
GET       /__mock__/faults        the faults on order, with their hits
POST      /__mock__/faults        order one: the members of ``Fault``
DELETE    /__mock__/faults        cancel all
========  ======================  =========================================================
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from . import bodies
from .http import Request, Response

if TYPE_CHECKING:
    from .engine import MockCore

PREFIX = "/__mock__/"


def owns(request: Request) -> bool:
    """Whether a request is for the control endpoints."""
    return request.raw_path.startswith(PREFIX)


def handle(core: MockCore, request: Request) -> Response:
    """Answer a control request: 200 and JSON, or 400, 404 or 405 with ``{"error": …}``."""
    name = request.raw_path.removeprefix(PREFIX)
    methods = _ACTIONS.get(name)
    if methods is None:
        return Response.of_json({"error": f"no {name!r} here, only: {', '.join(_ACTIONS)}"}, 404)
    action = methods.get(request.method)
    if action is None:
        return Response.of_json(
            {"error": f"{name} takes {', '.join(methods)}"}, 405, [("Allow", ", ".join(methods))]
        )
    try:
        return Response.of_json(action(core, _members(request)))
    except (ValueError, TypeError, LookupError) as error:
        return Response.of_json({"error": str(error)[:500]}, 400)


def _members(request: Request) -> dict[str, Any]:
    value = bodies.decode_json(request.body) if request.body else {}
    if not isinstance(value, dict):
        raise ValueError("the body must be a JSON object")  # noqa: TRY004 - it is the sender's value, not a caller's argument
    return value


def _reset(core: MockCore, members: dict[str, Any]) -> Any:
    core.reset()
    return {}


def _cancel(core: MockCore, members: dict[str, Any]) -> Any:
    core.faults.clear()
    return []


_ACTIONS: dict[str, dict[str, Callable[[MockCore, dict[str, Any]], Any]]] = {
    "state": {"GET": lambda core, members: core.state()},
    "seed": {"POST": lambda core, members: core.seed(**members)},
    "reset": {"POST": _reset},
    "violations": {"GET": lambda core, members: [asdict(violation) for violation in core.violations]},
    "faults": {
        "GET": lambda core, members: [fault.as_dict() for fault in core.faults],
        "POST": lambda core, members: core.fail(**members).as_dict(),
        "DELETE": _cancel,
    },
}
