# Copied from overrides/sociogram/webhook_protocol.py by "nox -s generate": edit it there.
"""The receiving end of the webhook, without I/O: headers and body in, an event or an answer out."""

from __future__ import annotations

import json
import logging
import traceback
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any, NamedTuple

from pydantic import ValidationError

from . import models
from ._core.decimals import mark_number, plain_decimal, unmark_numbers
from ._core.envelope import parse_json, redact
from ._core.errors import ConfigurationError, InvalidRequestError
from ._core.models import wire_adapter
from ._core.request import explain
from ._core.secrets import Secret
from .money import check_distinct

Headers = Mapping[str, str] | Iterable[tuple[str, str]] | Iterable[tuple[bytes, bytes]]

EVENTS: Mapping[str, type[Any]] = {
    "purchase-validate": models.Purchase,
    "purchase-confirmed": models.Purchase,
    "chat-message": models.ChatMessage,
    "callback-query": models.CallbackQuery,
}
"""The events of the document. The names of the first two are inferred, those of the last two are documented."""

_SHOWN = 80


class WebhookAnswer(NamedTuple):
    """What to answer: `status`, `headers` and `body`, as every framework takes them."""

    status: int
    body: bytes = b""
    headers: tuple[tuple[str, str], ...] = ()


class Event(NamedTuple):
    """An event that came: `kind` is one of `EVENTS`, or None for one that is not known; `name` as on the wire."""

    kind: str | None
    name: str
    data: Any

    def __repr__(self) -> str:
        return f"<Event {self.name[:_SHOWN]!r}>"


YES = WebhookAnswer(200, b"true", (("content-type", "application/json"),))
NO = WebhookAnswer(200, b"false", (("content-type", "application/json"),))
_REASONS = {
    400: "not a JSON object {data: {<event>: {…}}} as documented",
    401: "X-App-Key is missing or wrong",
    405: "only POST",
    413: "too large",
}


def refusal(status: int) -> WebhookAnswer:
    """An answer without any event. It tells nothing about the key or the body."""
    body = json.dumps({"statusCode": status, "message": _REASONS[status]}).encode()
    allow = (("allow", "POST"),) if status == 405 else ()
    return WebhookAnswer(status, body, (("content-type", "application/json"), *allow))


class Protocol:
    """The rules of one webhook: which keys are right, how large a body may be, what the events are called."""

    def __init__(
        self,
        tokens: str | Secret | Sequence[str | Secret],
        *,
        auth_header: str,
        max_bytes: int,
        event_names: Mapping[str, str] | None,
    ) -> None:
        given = [tokens] if isinstance(tokens, str | Secret) else list(tokens)
        self.secrets = [Secret(token) for token in given]
        if not self.secrets or not all(secret.encoded() for secret in self.secrets):
            raise ConfigurationError("token= is needed: without a key to compare anybody could sell your goods")
        unknown = sorted(set(event_names or {}) - set(EVENTS))
        if unknown:
            raise ConfigurationError(f"event_names: {unknown[0]!r} is no event; known are {', '.join(EVENTS)}")
        names = {kind: (event_names or {}).get(kind, kind) for kind in EVENTS}
        self._kinds = {name: kind for kind, name in names.items()}
        if len(self._kinds) < len(EVENTS):
            raise ConfigurationError("event_names gives two events the same name")
        self._header = auth_header.lower()
        self.max_bytes = max_bytes

    def refuse(self, headers: Headers) -> WebhookAnswer | None:
        """What can be told before the body is read: 401 for the key, 413 for an announced length. None: read it."""
        keys, lengths = [], []
        for name, value in _pairs(headers):
            if name == self._header:
                keys.append(value)
            elif name == "content-length":
                lengths.append(value)
        if not self._is_key(keys):
            return refusal(401)
        announced = lengths[0] if len(lengths) == 1 else ""
        too_long = announced.isascii() and announced.isdigit() and int(announced[:20]) > self.max_bytes
        return refusal(413) if too_long else None

    def _is_key(self, keys: list[str]) -> bool:
        # Every token is compared, each in constant time, so the time tells nothing about which one is near.
        given = Secret(keys[0] if len(keys) == 1 else "")
        matches = [secret == given for secret in self.secrets]
        return len(keys) == 1 and any(matches)

    def read(self, body: bytes) -> Event | WebhookAnswer:
        """The event in a body, or the answer to a body that has none."""
        if len(body) > self.max_bytes:
            return refusal(413)
        whole = _parsed(body)
        data = whole.get("data") if isinstance(whole, dict) else None
        if not isinstance(data, dict) or len(data) != 1:
            return refusal(400)
        [(name, content)] = data.items()
        kind = self._kinds.get(name)
        if kind is None:
            return Event(None, name, content)
        try:
            value = _typed(kind, content)
        except ValidationError as error:
            log.warning("a webhook call with a malformed %s was refused: %s", kind, explain(error, content))
        except ValueError as error:
            log.warning("a webhook call with a malformed %s was refused: %s", kind, error)
        else:
            return Event(kind, name, value)
        return refusal(400)


def _parsed(body: bytes) -> Any:
    """The JSON value, decimals with all their digits; None for what is no JSON."""
    if parse_json(body) is None:  # it bounds how deep values are nested
        return None
    try:
        return json.loads(body, parse_float=Decimal)
    except ValueError:  # a number of thousands of digits, half a surrogate pair
        return None


def _typed(kind: str, content: Any) -> Any:
    """The model of an event. Raises ValueError (as pydantic's ValidationError is) for what the document refuses."""
    if kind.startswith("purchase-") and isinstance(content, dict):
        content = _with_exact_amounts(content)
    raw = unmark_numbers(json.dumps(content, default=mark_number).encode())
    # From JSON, and strictly: true is no number, and "1337" no number either.
    value = wire_adapter(EVENTS[kind]).validator.validate_json(raw, strict=True, by_alias=True, by_name=False)
    check_distinct([price.currency for price in getattr(value, "prices", None) or ()])
    return value


def _with_exact_amounts(purchase: dict[str, Any]) -> dict[str, Any]:
    """The purchase with its amounts as texts, for pydantic reads a number of JSON as a float first."""
    changed = dict(purchase)
    if isinstance(purchase.get("prices"), list):
        changed["prices"] = [
            {**price, "amount": _amount_text(price["amount"])}
            if isinstance(price, dict) and "amount" in price
            else price
            for price in purchase["prices"]
        ]
    if "price" in purchase:
        changed["price"] = _amount_text(purchase["price"])
    return changed


def _amount_text(amount: Any) -> Any:
    if isinstance(amount, str):
        raise InvalidRequestError("an amount is a text")
    is_number = isinstance(amount, Decimal | int) and not isinstance(amount, bool)
    return plain_decimal(Decimal(amount)) if is_number else amount


def _pairs(headers: Headers) -> Iterable[tuple[str, str]]:
    given: Any = headers
    pairs = given.items() if isinstance(given, Mapping) else given
    for name, value in pairs:
        text = value.decode("latin-1") if isinstance(value, bytes) else str(value)
        yield (name.decode("latin-1") if isinstance(name, bytes) else str(name)).lower(), text


log = logging.getLogger(__name__.partition(".")[0] + ".webhooks")


class KeyFilter(logging.Filter):
    """Takes the keys out of log records: message, arguments and traceback. For any logger or handler."""

    def __init__(self, secrets: Sequence[Secret]) -> None:
        super().__init__()
        self._secrets = secrets

    def filter(self, record: logging.LogRecord) -> bool:
        """Change the record; let it pass."""
        try:
            text = record.getMessage()
        except (TypeError, ValueError):
            text = str(record.msg)
        record.msg, record.args = redact(text, self._secrets), None
        if record.exc_info and record.exc_info[0] is not None:
            record.exc_text = redact("".join(traceback.format_exception(*record.exc_info)).rstrip(), self._secrets)
            record.exc_info = None
        return True

    def __repr__(self) -> str:
        return "<KeyFilter>"
