# Copied from overrides/sociogram/webhooks.py by "nox -s generate": edit it there.
"""Receive what Sociogram asks and tells your server: purchases to validate and to deliver, messages, pressed buttons.

webhooks = SociogramWebhooks(token="the token from the Dev Portal")


@webhooks.on_purchase_validate
def validate(purchase):
    return purchase.payload in my_orders


app = webhooks  # a ready ASGI application
"""

from __future__ import annotations

from collections.abc import AsyncIterable, AsyncIterator, Awaitable, Callable, Mapping, MutableMapping, Sequence
from typing import Any, BinaryIO, TypeVar

from . import models
from ._core.secrets import Secret, hide
from .async_receiver import AsyncReceiver
from .deliveries import DeliveredKeys, DeliveryKey, MemoryKeys, Shared
from .sync_receiver import Receiver
from .webhook_protocol import Headers, KeyFilter, Protocol, WebhookAnswer, log, refusal

__all__ = ["SociogramWebhooks", "WebhookAnswer"]

Answer = bool | Awaitable[bool]
OnPurchase = TypeVar("OnPurchase", bound=Callable[[models.Purchase], Answer])
OnMessage = TypeVar("OnMessage", bound=Callable[[models.ChatMessage], object])
OnCallback = TypeVar("OnCallback", bound=Callable[[models.CallbackQuery], object])
OnUnknown = TypeVar("OnUnknown", bound=Callable[[str, Any], object])
_Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
_Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]


def purchase_id(purchase: models.Purchase) -> str | int | None:
    """The platform's id of the purchase, if it sends one (inferred: the documentation does not name it)."""
    return purchase.purchase_id


class SociogramWebhooks:
    """The receiving end of the one webhook that the Dev Portal asks for; an ASGI application, too.

    Handlers are registered by the decorators `on_…`, and may be plain functions (run in a thread by the ASGI
    application) or async ones. What they return counts only if it is `True`; a handler that raises, or returns anything
    else, means "not valid" and "not delivered".

    Args:
        token: The token of your app or bot, which each call must have in `X-App-Key`; several, if several call here or
            one is being replaced.
        delivery_key: What makes two confirmations the same purchase; by default the platform's purchase id. With None
            as the key nothing is recognised. **Where the platform sends no id, give a function that takes one from your
            payload**, for example `lambda purchase: json.loads(purchase.payload)["orderId"]`.
        delivered: Where the keys of delivered purchases are kept; in memory by default. A key is added after the
            handler returned True, so a crash in between can run the handler again. One delivery at a time runs for each
            key in this process; what several processes must not do at once, lock in your database.
        max_bytes: Larger bodies are answered with 413 and not read to the end.
        auth_header: The header with the token. Documented for bots, inferred for mini-apps.
        event_names: What events are called on the wire, where that is not as inferred:
            `{"purchase-validate": "PurchaseValidate"}`.

    The platform signs nothing and sends no time, so a repeated call cannot be told from a new one: let handlers of
    `on_purchase_validate` have no side effect.
    """

    def __init__(
        self,
        token: str | Secret | Sequence[str | Secret],
        *,
        delivery_key: DeliveryKey = purchase_id,
        delivered: DeliveredKeys | None = None,
        max_bytes: int = 1024 * 1024,
        auth_header: str = "X-App-Key",
        event_names: Mapping[str, str] | None = None,
    ) -> None:
        token = hide(token) if isinstance(token, str | Secret) else [hide(each) for each in token]
        self._protocol = Protocol(token, auth_header=auth_header, max_bytes=max_bytes, event_names=event_names)
        self._handlers: dict[str | None, Callable[..., Any]] = {}
        shared = Shared(self._protocol, self._handlers, delivery_key, MemoryKeys() if delivered is None else delivered)
        self._receiver, self._async_receiver = Receiver(shared), AsyncReceiver(shared)
        self.log_filter = KeyFilter(self._protocol.secrets)
        """Takes the key out of log records; it is on the package's own logger, add it to others that see headers."""
        log.addFilter(self.log_filter)

    # --- Handlers ---

    def on_purchase_validate(self, handler: OnPurchase) -> OnPurchase:
        """Is the purchase valid? Called before any money moves, perhaps more than once. Let it have no side effect."""
        self._register("purchase-validate", handler)
        return handler

    def on_purchase_confirmed(self, handler: OnPurchase) -> OnPurchase:
        """Deliver the purchase and return True. Called for one purchase at a time, and not again after True."""
        self._register("purchase-confirmed", handler)
        return handler

    def on_chat_message(self, handler: OnMessage) -> OnMessage:
        """A user wrote to the bot. What the handler returns is not looked at."""
        self._register("chat-message", handler)
        return handler

    def on_callback_query(self, handler: OnCallback) -> OnCallback:
        """A user pressed a button of the bot. What the handler returns is not looked at."""
        self._register("callback-query", handler)
        return handler

    def on_unknown(self, handler: OnUnknown) -> OnUnknown:
        """An event that the documentation does not know, with its name and its JSON value. The answer is `false`."""
        self._register(None, handler)
        return handler

    def _register(self, kind: str | None, handler: object) -> None:
        if not callable(handler):
            raise TypeError(f"a handler is a function, not a {type(handler).__name__}")
        self._handlers[kind] = handler

    # --- Entries: one for threads, one for event loops, one for ASGI servers ---

    def handle(self, headers: Headers, body: bytes | BinaryIO) -> WebhookAnswer:
        """The answer to one POST, for WSGI frameworks such as Flask; async handlers run in an event loop of their own.

        Args:
            headers: As the framework has them.
            body: Its bytes, or a stream, of which no more than `max_bytes` is read.
        """
        return self._receiver.handle(headers, body)

    async def ahandle(self, headers: Headers, body: bytes | AsyncIterable[bytes]) -> WebhookAnswer:
        """The answer to one POST, for async frameworks; plain handlers run in a thread.

        Args:
            headers: As the framework has them.
            body: Its bytes, or its chunks (`request.stream()`), of which no more than `max_bytes` is read.
        """
        return await self._async_receiver.handle(headers, body)

    async def __call__(self, scope: MutableMapping[str, Any], receive: _Receive, send: _Send) -> None:
        """As an ASGI application, at any path: `Route("/webhook", webhooks)` in Starlette, or alone under uvicorn."""
        if scope["type"] == "lifespan":
            await _lifespan(receive, send)
        elif scope["type"] == "http":
            answer = refusal(405)
            if scope["method"] == "POST":
                try:
                    answer = await self.ahandle(scope["headers"], _chunks(receive))
                except _CallerGoneError:
                    return
            headers = [(name.encode(), value.encode()) for name, value in answer.headers]
            headers.append((b"content-length", str(len(answer.body)).encode()))
            await send({"type": "http.response.start", "status": answer.status, "headers": headers})
            await send({"type": "http.response.body", "body": answer.body})
        else:
            raise RuntimeError(f"this application answers HTTP, not {scope['type']}")

    def __repr__(self) -> str:
        return f"<SociogramWebhooks with {len(self._handlers)} handlers>"


class _CallerGoneError(Exception):
    """The caller went away before its body was there: nothing to do, and nobody to answer."""


async def _chunks(receive: _Receive) -> AsyncIterator[bytes]:
    while True:
        message = await receive()
        if message["type"] != "http.request":
            raise _CallerGoneError
        yield message.get("body", b"")
        if not message.get("more_body", False):
            return


async def _lifespan(receive: _Receive, send: _Send) -> None:
    while (message := await receive())["type"] != "lifespan.shutdown":
        await send({"type": f"{message['type']}.complete"})
    await send({"type": "lifespan.shutdown.complete"})
