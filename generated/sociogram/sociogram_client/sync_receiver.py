# The sync form of overrides/sociogram/async_receiver.py, derived by "nox -s generate": edit it there.
"""From a call of the webhook to its answer: the handlers, and that nothing is delivered twice."""

from __future__ import annotations

from typing import Any

from . import models
from .deliveries import Shared
from .hosts import sync_content, sync_run, sync_wait
from .webhook_protocol import NO, YES, Event, Headers, WebhookAnswer, log


class Receiver:
    """Answers calls. A yes is given only if a handler returned True, now or when the purchase was delivered before."""

    def __init__(self, shared: Shared) -> None:
        self._shared = shared

    def handle(self, headers: Headers, body: Any) -> WebhookAnswer:
        """The answer to one POST."""
        answer = self._shared.protocol.refuse(headers)
        if answer is not None:
            return answer
        event = self._shared.protocol.read(sync_content(body, self._shared.protocol.max_bytes + 1))
        if isinstance(event, WebhookAnswer):
            return event
        if event.kind == "purchase-confirmed":
            return YES if self._deliver(event) else NO
        if event.kind is None:
            log.warning("a webhook call with the unknown event %.80r was answered with false", event.name)
            self._ask(event, event.name, event.data)
            return NO
        agreed = self._ask(event, event.data)
        is_notice = event.kind in ("chat-message", "callback-query")  # nothing hangs on what these return
        return YES if agreed is True or (is_notice and agreed is not _FAILED) else NO

    def _deliver(self, event: Event) -> bool:
        """Deliver unless that was done before; who comes meanwhile with the same key waits for the outcome."""
        try:
            key = self._shared.key(event.data)
        except Exception:
            log.exception("the delivery_key failed for a confirmed purchase, which is answered with false")
            return False
        if key is None:
            return self._ask(event, event.data) is True
        name = str(key)
        while (other := self._shared.turns.take(name)) is not None:
            sync_wait(other)
        try:
            return self._deliver_once(event, name)
        except Exception:
            log.exception("the delivered purchases could not be read or written; the answer is false")
            return False
        finally:
            self._shared.turns.give_back(name)

    def _deliver_once(self, event: Event, key: str) -> bool:
        if sync_run(self._shared.delivered.contains, key):
            return True
        if self._ask(event, event.data) is not True:
            return False
        sync_run(self._shared.delivered.add, key)
        return True

    def _ask(self, event: Event, *values: Any) -> Any:
        """What the handler returns; `_FAILED` if it raises, or if there is none."""
        handler = self._shared.handlers.get(event.kind)
        if handler is None:
            if event.kind is not None:
                log.warning("a webhook call with %s was answered with false: it has no handler", event.kind)
            return _FAILED
        try:
            answer = sync_run(handler, *values)
        except Exception:
            log.exception("the handler of %s failed, and so the answer is false", event.kind or "unknown events")
            return _FAILED
        if isinstance(values[0], models.Purchase) and not isinstance(answer, bool):
            what = type(answer).__name__
            log.warning("the handler of %s returned a %s, not True or False: the answer is false", event.kind, what)
        return answer


_FAILED: Any = object()
