"""The events that the platform sends: purchases, and what users write and press in the chat of a bot.

Webhooks are called without the mock's lock: what they call the mock for meanwhile is answered.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Literal

from .._core.decimals import mark_number, unmark_numbers
from .._core.mock.contract import Operation, Violation
from .._core.mock.engine import AnswerRefused
from .._core.mock.http import Response
from . import money, purchases
from .data import SociogramData, account
from .platform import KEY_HEADER
from .purchases import CONFIRMED, VALIDATE
from .sender import Send, WebhookAnswer, WebhookCall
from .state import App, Bot, Delivery, Message, Purchase, State, User

MESSAGE, CALLBACK = "chat-message", "callback-query"
EVENTS = (VALIDATE, CONFIRMED, MESSAGE, CALLBACK)
MAX_SHOWN = 2000
"""Characters of an answer that a delivery keeps."""


@dataclass
class WebhookFault:
    """Loses calls of webhooks, of one event or of any: ``lost`` before they arrive, ``unanswered`` afterwards."""

    event: str | None = None
    kind: Literal["lost", "unanswered"] = "lost"
    times: int | None = 1
    hits: int = 0

    def __post_init__(self) -> None:
        if self.event not in (None, *EVENTS) or self.kind not in ("lost", "unanswered"):
            raise ValueError(f"event is one of {', '.join(EVENTS)} or none, kind is 'lost' or 'unanswered'")

    def strikes(self, event: str) -> bool:
        """Whether this call is hit; counts it if so."""
        hit = self.event in (None, event) and self.hits != self.times
        self.hits += hit
        return hit


class SociogramWebhooks(SociogramData):
    """What users do in Sociogram's own front end, and the webhook calls that follow from it.

    Attributes:
        send: makes the calls; over sockets to this machine by default. A test may put any function in its place.
        webhook_faults: see ``fail_webhook``.
    """

    send: Send
    webhook_faults: list[WebhookFault]

    def start(self) -> None:
        super().start()
        self.webhook_faults = []

    def fail_webhook(
        self, event: str | None = None, *, kind: Literal["lost", "unanswered"] = "lost", times: int | None = 1
    ) -> WebhookFault:
        """Lose the next calls of webhooks; see ``WebhookFault``."""
        made = WebhookFault(event, kind, times)
        with self.lock:
            self.webhook_faults.append(made)
        return made

    # --- Purchases ---

    def open_invoice(self, invoice: Any, *, user: User | None = None, app: App | None = None) -> Purchase:
        """Show an invoice to a user: the purchase is ``created``.

        Args:
            invoice: a mapping, JSON text, or a model of the client.
            user: who buys; the first user by default.
            app: whose invoice it is; the first app by default.

        Raises:
            ValueError: for what the document does not allow as an invoice.
        """
        given = _invoice(invoice)
        for where, reason, _ in self.contract.document.faults(
            _as_floats(given), "/components/schemas/Invoice", "invoice"
        ):
            raise ValueError(f"{where}: {reason}")
        with self.lock:
            purchase = Purchase(
                id=self.object_id(),
                app=self.app_of(app).id,
                uid=(user or self.first_user()).uid,
                title=given["title"],
                prices=given["prices"],
                payload=given["payload"],
                created_at=self.clock.now(),
            )
            self.tables.purchases[purchase.id] = purchase
        return purchase

    def confirm(self, purchase: Purchase, currency: str | None = None) -> Purchase:
        """Let the user pay: the webhook is asked, money moves, the webhook is told. Waits for the webhook.

        The purchase ends as ``rejected``, ``delivered`` or ``undelivered``. The confirmation is sent once, whatever
        becomes of it; see ``redeliver``. From async code: ``await asyncio.to_thread(mock.confirm, purchase)``.

        Args:
            purchase: one that is ``created``.
            currency: which of the invoice's prices the user pays; needed if there are several.

        Raises:
            ValueError: if it is not ``created``, or has no such price.
        """
        with self.lock:
            tables, app = self.tables, self.tables.apps[purchase.app]
            price = purchases.choose(purchase, currency)
            purchases.advance(purchase, "validating")
        asked = self._call(app, VALIDATE, purchases.event_data(purchase, VALIDATE))
        with self.lock:
            if not self._paid(tables, purchase, price, asked):
                return purchase
            purchases.advance(purchase, "confirming")
        told = self._call(app, CONFIRMED, purchases.event_data(purchase, CONFIRMED))
        with self.lock:
            reason = None if told.verdict else told.error or "the webhook did not say that it delivered"
            purchases.advance(purchase, "delivered" if told.verdict else "undelivered", reason)
        return purchase

    def buy(
        self, invoice: Any, *, user: User | None = None, app: App | None = None, currency: str | None = None
    ) -> Purchase:
        """``open_invoice`` and ``confirm``."""
        return self.confirm(self.open_invoice(invoice, user=user, app=app), currency)

    def redeliver(self, purchase: Purchase) -> Delivery:
        """Send the confirmation of a paid purchase again, as it was. Raises ``ValueError`` if it is not paid."""
        if purchase.state not in ("delivered", "undelivered"):
            raise ValueError(f"purchase {purchase.id} is {purchase.state}: its confirmation was not sent yet")
        return self._call(self.tables.apps[purchase.app], CONFIRMED, purchases.event_data(purchase, CONFIRMED))

    def _paid(self, tables: State, purchase: Purchase, price: Mapping[str, Any], asked: Delivery) -> bool:
        """Move the money if the webhook said yes and the user has it; else the purchase is rejected."""
        if not asked.verdict:
            purchases.advance(purchase, "rejected", asked.error or "the webhook did not say that it is valid")
            return False
        currency = money.code(price["currency"])
        source, target = account(tables.users[purchase.uid]), account(tables.apps[purchase.app])
        try:
            amount = money.kept(Decimal(str(price["amount"])), currency)
            tables.ledger.move(
                money.PURCHASE, source, target, amount, currency, at=self.clock.now(), reference=purchase.id
            )
        except (money.NotCoveredError, ValueError) as error:
            purchases.advance(purchase, "rejected", f"the user cannot pay: {error}")
            return False
        purchase.amount, purchase.currency = amount, currency
        purchases.advance(purchase, "paid")
        return True

    # --- Chats ---

    def write(self, text: str, *, user: User | None = None, bot: Bot | None = None) -> Delivery:
        """Let a user write to a bot; its webhook gets ``chat-message``. Waits for the webhook."""
        with self.lock:
            user, bot = user or self.first_user(), bot or self._bot()
            message = self.keep_message(bot, user, "user", {"text": text})
        return self._call(bot, MESSAGE, {"uid": user.uid, "chatId": message.chat, "message": {"text": text}})

    def press(self, callback_data: str, *, user: User | None = None, bot: Bot | None = None) -> Delivery:
        """Let a user press a button that a bot sent; its webhook gets ``callback-query``. Waits for the webhook.

        Raises:
            ValueError: if no message of the bot to this user has such a button.
        """
        with self.lock:
            user, bot = user or self.first_user(), bot or self._bot()
            self.check_button(callback_data, user, bot)
            chat = self.chat_of(bot, user)
        return self._call(bot, CALLBACK, {"uid": user.uid, "chatId": chat, "callbackData": callback_data})

    def check_button(self, callback_data: str, user: User | None, bot: Bot | None) -> None:
        """Raise ``ValueError`` if no message of the bot to the user has such a button."""
        with self.lock:
            chat = self.chat_of(bot or self._bot(), user or self.first_user())
            sent = [one.content for one in self.tables.messages.values() if (one.chat, one.sender) == (chat, "bot")]
            buttons = [button for content in sent for row in content.get("buttonMarkup", ()) for button in row]
            if not any(button.get("callbackData") == callback_data for button in buttons):
                raise ValueError(f"no message in this chat has a button with callbackData {callback_data[:200]!r}")

    def chat_of(self, bot: Bot, user: User) -> str:
        """The ObjectId of the chat of a bot and a user."""
        messages = self.tables.messages.values()
        known = next((one.chat for one in messages if (one.bot, one.uid) == (bot.id, user.uid)), None)
        return known or self.object_id()

    def keep_message(self, bot: Bot, user: User, sender: str, content: dict[str, Any]) -> Message:
        """Put a message into the chat of a bot and a user."""
        chat, now = self.chat_of(bot, user), self.clock.now()
        message = Message(
            id=self.object_id(), chat=chat, bot=bot.id, uid=user.uid, sender=sender, content=content, created_at=now
        )
        self.tables.messages[message.id] = message
        return message

    def _bot(self) -> Bot:
        return next(iter(self.tables.bots.values()), None) or self.add_bot()

    # --- Calling a webhook ---

    def _call(self, app: App, event: str, data: dict[str, Any]) -> Delivery:
        """Call the webhook of an app or bot, and record what went out and what came back. Never raises for that."""
        body = _json({"data": {event: data}})
        with self.lock:
            tables = self.tables
            fault = next((one for one in self.webhook_faults if one.strikes(event)), None)
            shown = json.loads(body)["data"][event]
            made = Delivery(
                id=self.object_id(), app=app.id, event=event, url=app.webhook, data=shown, created_at=self.clock.now()
            )
            tables.deliveries[made.id] = made
            self._check_event(event, body)
        answer = self._answer(app, body, fault)
        with self.lock:
            self._note(made, answer)
        return made

    def _answer(self, app: App, body: bytes, fault: WebhookFault | None) -> WebhookAnswer:
        if app.webhook is None:
            return WebhookAnswer(error="no webhook is set")
        if fault and fault.kind == "lost":
            return WebhookAnswer(error="the mock was told to lose this call")
        headers = {"Content-Type": "application/json", KEY_HEADER: app.token}
        try:
            answer = self.send(WebhookCall(app.webhook, headers, body))
        except Exception as error:  # a `send` of a test may raise anything; it is no answer
            answer = WebhookAnswer(error=f"{type(error).__name__}: {error}"[:500])
        return WebhookAnswer(error="the mock was told to lose the answer") if fault else answer

    def _note(self, made: Delivery, answer: WebhookAnswer) -> None:
        made.status, made.error = answer.status, answer.error
        made.answer = answer.body.decode("utf-8", "replace")[:MAX_SHOWN]
        if answer.status is None:
            return
        success = 200 <= answer.status < 300
        if not success:
            made.error = f"the webhook answered {answer.status}"
        made.verdict = success and (made.event in (MESSAGE, CALLBACK) or purchases.is_yes(answer.body))
        self._record(self._refused(self._webhook(made.event), answer.status, answer))

    def _refused(self, operation: Operation, status: int, answer: WebhookAnswer) -> list[Violation]:
        """What the document does not allow about a webhook's answer; where it shows no body, any will do."""
        keys = (str(status), f"{status // 100}XX")
        pointer = next((operation.responses[key] for key in keys if key in operation.responses), None)
        body = answer.body if pointer and self.contract.document.content(pointer) else b""
        return self.contract.check(operation, Response(status, (("Content-Type", answer.content_type),), body))

    def _check_event(self, event: str, body: bytes) -> None:
        """Hold what the mock sends against the document; strict mode raises for it."""
        content = self._webhook(event).body[1]
        faults = self.contract.document.faults(json.loads(body), content["application/json"] or "", "body")
        found = [Violation("request", self._webhook(event).id, *fault) for fault in faults]
        if found and self.mode == "strict":
            raise AnswerRefused(found)
        self._record(found)

    def _webhook(self, event: str) -> Operation:
        return Operation(self.contract.document, f"/webhooks/{event}/post", "")


def _invoice(invoice: Any) -> dict[str, Any]:
    if hasattr(invoice, "model_dump_json"):
        invoice = invoice.model_dump_json(exclude_unset=True)
    given = json.loads(invoice, parse_float=Decimal) if isinstance(invoice, str | bytes) else invoice
    if not isinstance(given, Mapping):
        raise ValueError("an invoice is an object with title, prices and payload")  # noqa: TRY004 - a value of the wrong kind
    value: dict[str, Any] = json.loads(_json(dict(given)), parse_float=Decimal)
    return value


def _as_floats(value: dict[str, Any]) -> Any:
    return json.loads(_json(value))


def _json(value: Any) -> bytes:
    """JSON with every digit of each decimal."""
    return unmark_numbers(json.dumps(value, default=_number, separators=(",", ":")).encode())


def _number(value: Any) -> str:
    if isinstance(value, Decimal):
        return mark_number(value)
    raise TypeError(f"{type(value).__name__} is no JSON value")
