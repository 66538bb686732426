"""What all calls of Socialize have in common: signatures, errors, payloads, pages."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any, ClassVar, NoReturn, TypeVar

from .._core.mock import bodies
from .._core.mock.contract import Call, coerce
from .._core.mock.engine import Answer, MockCore
from .._core.mock.http import Request, Response
from . import checks, signatures, wire
from .state import Application, State

CONSUMER_KEY = "mock-consumer-key"
CONSUMER_SECRET = "mock-consumer-secret"  # noqa: S105 - of a mock
PAGE = 100
MANAGEMENT = "/management/"
TWO_LEGGED = ("auth_authenticate", "auth_authenticate_third_party")
NONCES = 100_000

UNKNOWN_CONSUMER = "Unknown consumer key."
UNKNOWN_TOKEN = "Unknown token."  # noqa: S105 - an error's text
INVALID_SIGNATURE = "Invalid signature."
OUTSIDE = "The timestamp is outside of the allowed time."
USED = "The nonce was used before."
NOT_YOURS = "This belongs to another user."
NOT_FOUND = "Not Found"

_Row = TypeVar("_Row")


class SocializePlatform(MockCore):
    """The server's manners, without its calls.

    Switches, which are attributes as well:
        timestamps: ``any``, or ``checked``: at most ``window`` away from the mock's clock.
        nonces: ``any``, or ``once``: each only once for one consumer key, token and timestamp.
        entity_type: of entities that name none: ``article`` (servers since 2013) or ``url`` (the documentation).
        users: what `users_list` without ids answers: the ``latest`` users, or the signing user's own (``self``); the
            documentation says both.
        update: what `users_update` answers: ``bare``, as both SDKs read it, or in an ``envelope``, as documented.
        views: ``counted`` (id 1 for all, no lists) or ``kept`` one by one (servers before 2013).
        totals: ``immediate``, or ``lagging``: views and total activity are those from before the request.
        errors: of the Developer API: ``text`` or ``html``.

    Attributes:
        window: how far away a timestamp may be; its edges are allowed.
        origins: further origins, such as ``https://api.getsocialize.com``, that signatures may be made for: for clients
            that do not know that they talk to a mock.
        application: the app that is there from the beginning, signed for with ``CONSUMER_KEY`` and ``CONSUMER_SECRET``.
    """

    switches: ClassVar[Mapping[str, tuple[str, ...]]] = {
        "timestamps": ("any", "checked"),
        "nonces": ("any", "once"),
        "entity_type": ("article", "url"),
        "users": ("latest", "self"),
        "update": ("bare", "envelope"),
        "views": ("counted", "kept"),
        "totals": ("immediate", "lagging"),
        "errors": ("text", "html"),
    }
    timestamps: str
    nonces: str
    entity_type: str
    users: str
    update: str
    views: str
    totals: str
    errors: str
    window: timedelta = timedelta(minutes=5)
    origins: tuple[str, ...] = ()
    remembered: ClassVar[tuple[str, ...]] = ("tables", "random", "_ids")
    tables: State
    application: Application

    def start(self) -> None:
        self.tables = State()
        self._used: dict[tuple[str, str, int, str], None] = {}

    # --- Answers ---

    def fail_with(self, status: int, text: str) -> NoReturn:
        """End the work on a request with an error of the Developer API."""
        raise Answer(wire.error(text, status, self.errors == "html"))

    def fail_fields(self, wrong: Mapping[str, list[str]]) -> NoReturn:
        """End the work on a request with an error of the Management API."""
        raise Answer(Response.of_json(wrong, 400))

    def refuse(self, call: Call) -> Response:
        first = call.violations[0]
        if call.operation.path.startswith(MANAGEMENT):
            name = first.where.removeprefix("body/payload").strip("/").rpartition("/")[2] or "payload"
            return Response.of_json({name: [first.reason]}, 400)
        return wire.error(f"{first.where}: {first.reason}", 400, self.errors == "html")

    def routed_path(self, request: Request) -> str:
        """The documentation leaves the last slash out here and there; the server takes both (inferred)."""
        return request.raw_path if request.raw_path.endswith("/") else f"{request.raw_path}/"

    def unknown_path(self, request: Request) -> Response:
        return wire.error(NOT_FOUND, 404, self.errors == "html")

    def wrong_method(self, request: Request, methods: tuple[str, ...]) -> Response:
        answer = wire.error("Method Not Allowed", 405, self.errors == "html")
        return answer.with_headers(("Allow", ", ".join(methods)))

    # --- Who signed ---

    def before(self, call: Call) -> None:
        management = call.operation.path.startswith(MANAGEMENT)
        try:
            self._sign_in(call, three_legged=not management and call.operation.id not in TWO_LEGGED)
        except ValueError as error:
            if management:  # always text: whether it was JSON is not known
                raise Answer(Response.of_text(str(error), 400)) from None
            self.fail_with(401, str(error))

    def _sign_in(self, call: Call, *, three_legged: bool) -> None:
        """Find the app and the user who signed a request. Raises ``ValueError`` with what is wrong."""
        signed = signatures.collect(call.request)
        if three_legged and not signed.token:
            raise ValueError(signatures.MISSING.format("oauth_token"))
        application = self.tables.consumers.get(signed.consumer_key)
        if application is None:
            raise ValueError(UNKNOWN_CONSUMER)
        user = self.tables.tokens.get(signed.token) if signed.token else None
        if signed.token and (user is None or user.application_id != application.id):
            raise ValueError(UNKNOWN_TOKEN)
        token_secret = user.token_secret if user else ""
        urls = self._urls(call.request)
        if not signatures.fits(signed, call.request.method, urls, application.consumer_secret, token_secret):
            raise ValueError(INVALID_SIGNATURE)
        self._check_replay(signed)
        call.found.update(application=application, user=user, form=signed.form)

    def _check_replay(self, signed: signatures.Signed) -> None:
        """RFC 5849, 3.3: a nonce is used once for one timestamp, consumer and token."""
        now, window = self.clock.now().timestamp(), self.window.total_seconds()
        if self.timestamps == "checked" and abs(int(now) - signed.timestamp) > window:
            raise ValueError(OUTSIDE)
        use = (signed.consumer_key, signed.token, signed.timestamp, signed.nonce)
        if self.nonces == "once" and use in self._used:
            raise ValueError(USED)
        self._used[use] = None
        if len(self._used) > NONCES:
            del self._used[next(iter(self._used))]

    def _urls(self, request: Request) -> list[str]:
        """The URL that the client sent to, as it was written, and those of ``origins``."""
        host = request.headers.get("host", "")
        own = [f"{request.scheme}://{host}"] if host else []
        return [origin.rstrip("/") + request.raw_path for origin in (*own, *self.origins)]

    # --- Reading a request ---

    def payload(self, call: Call) -> Any:
        """The JSON of the form's one field, or of the query when there is no body, as one SDK sent it."""
        pairs = call.found["form"] or ([] if call.request.body else call.request.query_pairs)
        texts = [value for name, value in pairs if name == "payload"]
        try:
            return bodies.decode_json("".join(texts[:1]).encode())  # a missing one is no JSON either
        except ValueError as error:
            reason = f"The payload is {error}." if texts else "The payload is missing."
            if call.operation.path.startswith(MANAGEMENT):
                self.fail_fields({"payload": [reason]})
            self.fail_with(400, reason)

    def batch(self, call: Call) -> list[Any]:
        """The payload of a call that takes an array; one bare object counts as an array of it (inferred)."""
        payload = self.payload(call)
        if isinstance(payload, dict):
            return [payload]
        return payload if isinstance(payload, list) else self.fail_with(400, "The payload is no array of objects.")

    def read(self, payload: Any, readers: Mapping[str, checks.Reader], *required: str) -> dict[str, Any]:
        """The members of a payload that is one object, or an error."""
        try:
            return checks.read(payload, readers, *required)
        except ValueError as error:
            self.fail_with(400, f"The payload cannot be used: {error}.")

    def path_id(self, call: Call, name: str) -> int:
        """An id from the path; what is none is refused (inferred)."""
        number = coerce(call.path[name], frozenset({"integer"}))
        return number if isinstance(number, int) and number > 0 else self.fail_with(400, f"{name} is no id.")

    def query(self, call: Call) -> dict[str, list[str]]:
        """All values of each name of the query."""
        found: dict[str, list[str]] = {}
        for name, value in call.request.query_pairs:
            found.setdefault(name, []).append(value)
        return found

    def numbers(self, query: Mapping[str, list[str]], name: str, least: int = 1) -> list[int]:
        """The numbers of one name of the query; an error for what is none."""
        values = [coerce(text, frozenset({"integer"})) for text in query.get(name, ())]
        if not all(isinstance(value, int) and value >= least for value in values):
            self.fail_with(400, f"{name} is no number from {least}.")
        return values

    def number(self, query: Mapping[str, list[str]], name: str, default: int | None, least: int = 1) -> int | None:
        """The first number of one name of the query."""
        values = self.numbers(query, name, least)
        return values[0] if values else default

    # --- Pages ---

    def page(
        self, call: Call, rows: list[_Row], order: Callable[[_Row], Any], identity: Callable[[_Row], int] | None = None
    ) -> list[_Row]:
        """The page that is asked for, the highest by ``order`` first.

        By position, with ``first`` (included) and ``last`` (excluded); or where there is ``identity`` also by id, with
        ``limiting_id`` and ``limit``. Never more than 100.
        """
        query = self.query(call)
        if identity and ("limiting_id" in query or "limit" in query):
            before, limit = self.number(query, "limiting_id", None), self.number(query, "limit", PAGE) or PAGE
            below = [row for row in rows if before is None or identity(row) < before]
            return sorted(below, key=identity, reverse=True)[: min(limit, PAGE)]
        first = self.number(query, "first", 0, least=0) or 0
        last = self.number(query, "last", PAGE) or PAGE
        return sorted(rows, key=order, reverse=True)[first : min(last, first + PAGE)]
