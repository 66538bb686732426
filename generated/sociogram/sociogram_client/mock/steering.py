# Copied from overrides/sociogram/mock/steering.py by "nox -s generate": edit it there.
"""Endpoints besides those of every mock: what users do in Sociogram's own front end, for this machine only.

``GET /__mock__/routes`` (each with its provenance), ``GET`` and ``POST …/purchases`` (``invoice``, ``currency``,
``uid``, ``app``: the user buys), ``POST …/redeliver`` (``purchase``), ``POST …/write`` (``text``, ``uid``, ``bot``),
``POST …/press`` (``callbackData``, ``uid``, ``bot``), ``GET`` and ``POST …/webhook-faults`` (members: see
``WebhookFault``). Webhooks are called in the background: read ``purchases``, or ``deliveries`` in ``state``.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from .._core.mock import bodies, control
from .._core.mock.control import PREFIX
from .._core.mock.http import Request, Response
from . import purchases
from .routes import routes_of
from .state import App, Bot, User, plain

if TYPE_CHECKING:
    from . import SociogramMock

Members = dict[str, Any]


def handles(request: Request) -> bool:
    """Whether a request is for one of these."""
    return request.local and request.raw_path.removeprefix(PREFIX) in _ACTIONS and request.raw_path.startswith(PREFIX)


def handle(mock: SociogramMock, request: Request) -> Response:
    """Answer it: 200, or 400, 403 or 405 with the reason."""
    if "origin" in request.headers:
        return control.handle(mock, request)  # which refuses it: it is not for web pages
    methods = _ACTIONS[request.raw_path.removeprefix(PREFIX)]
    action = methods.get(request.method)
    if action is None:
        return Response.of_json({"error": f"takes {', '.join(methods)}"}, 405, [("Allow", ", ".join(methods))])
    try:
        members = bodies.decode_json(request.body) if request.body else {}
        if not isinstance(members, dict):
            raise ValueError("the body is an object")  # noqa: TRY004, TRY301 - answered as the rest is
        return Response.of_json(action(mock, members))
    except (ValueError, TypeError, LookupError) as error:
        return Response.of_json({"error": str(error)[:500]}, 400)


def _routes(mock: SociogramMock, members: Members) -> Any:
    return [route._asdict() for route in routes_of(mock.contract)]


def _purchases(mock: SociogramMock, members: Members) -> Any:
    with mock.lock:
        return [plain(one) for one in mock.tables.purchases.values()]


def _buy(mock: SociogramMock, members: Members) -> Any:
    _only(members, "invoice", "currency", "uid", "app")
    if "invoice" not in members:
        raise ValueError("name the invoice")
    with mock.lock:
        app: App | None = _named(mock.tables.apps, members.get("app"), "app")
        purchase = mock.open_invoice(members["invoice"], user=_user(mock, members), app=app)
        purchases.choose(purchase, members.get("currency"))
        shown = plain(purchase)
    _later(lambda: mock.confirm(purchase, members.get("currency")))
    return shown


def _redeliver(mock: SociogramMock, members: Members) -> Any:
    _only(members, "purchase")
    purchase = _named(mock.tables.purchases, members.get("purchase"), "purchase")
    if purchase is None or purchase.state not in ("delivered", "undelivered"):
        raise ValueError("name a purchase that is delivered or undelivered")
    _later(lambda: mock.redeliver(purchase))
    return plain(purchase)


def _write(mock: SociogramMock, members: Members) -> Any:
    _only(members, "text", "uid", "bot")
    text, user, bot = str(members["text"]), _user(mock, members), _bot(mock, members)
    _later(lambda: mock.write(text, user=user, bot=bot))


def _press(mock: SociogramMock, members: Members) -> Any:
    _only(members, "callbackData", "uid", "bot")
    data, user, bot = str(members["callbackData"]), _user(mock, members), _bot(mock, members)
    mock.check_button(data, user, bot)
    _later(lambda: mock.press(data, user=user, bot=bot))


def _faults(mock: SociogramMock, members: Members) -> Any:
    return [asdict(fault) for fault in mock.webhook_faults]


def _add_fault(mock: SociogramMock, members: Members) -> Any:
    return asdict(mock.fail_webhook(**members))


def _only(members: Members, *known: str) -> None:
    if unknown := set(members) - set(known):
        raise ValueError(f"there is no member {', '.join(sorted(unknown))}, only {', '.join(known)}")


def _user(mock: SociogramMock, members: Members) -> User | None:
    found: User | None = _named(mock.tables.users, members.get("uid"), "user")
    return found


def _bot(mock: SociogramMock, members: Members) -> Bot | None:
    found: Bot | None = _named(mock.tables.bots, members.get("bot"), "bot")
    return found


def _named(table: dict[Any, Any], key: Any, kind: str) -> Any:
    if key is None:
        return None
    if key not in table:
        raise LookupError(f"there is no {kind} {str(key)[:100]}")
    return table[key]


def _later(work: Callable[[], object]) -> None:
    threading.Thread(target=work, daemon=True).start()


_ACTIONS: dict[str, dict[str, Callable[[SociogramMock, Members], Any]]] = {
    "routes": {"GET": _routes},
    "purchases": {"GET": _purchases, "POST": _buy},
    "redeliver": {"POST": _redeliver},
    "write": {"POST": _write},
    "press": {"POST": _press},
    "webhook-faults": {"GET": _faults, "POST": _add_fault},
}
