"""What no generator knows of events: the time that is filled in, and errors that name the event."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, cast

from .. import models, wire_events
from .._core.errors import APIStatusError, InvalidRequestError
from .._core.operation import Operation, Parameter
from .._core.secrets import Secret
from .._core.types import NOT_GIVEN, NotGiven, QueryValue, Timeout
from .._resources.events import AsyncEvents as Generated

_RECORD: Operation[models.EventReceipt] = Operation(
    id="events_record",
    method="POST",
    path="/events",
    parameters=(Parameter("Origin", "header", "origin"),),
    body="bytes",  # written by `wire_events`, which checks each event by its own model
    result=lambda: models.EventReceipt,
    security=(("authToken",),),
)


class AsyncEvents(Generated):
    """Record events, and ask which of them are wanted."""

    # Takes its events by position as well, which pyright reads as a lack of the keyword.
    async def record(  # pyright: ignore[reportIncompatibleMethodOverride]
        self,
        events: wire_events.Event | Sequence[wire_events.Event],
        *,
        origin: str | NotGiven = NOT_GIVEN,
        compress: bool = True,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.EventReceipt:
        """Record one event, or several in one request.

        Fills in `client_timestamp` (milliseconds) where it is absent, and in mappings the client's `app_name`; nothing
        else, no documented default either. The platform's SDK sends at most 20 events at once. The call is not
        repeated by itself: the platform does not recognise repetitions. For events that must not be lost, or callers
        that must not wait, there is `EventQueue`.

        Documentation: https://docs.tganalytics.xyz/api/endpoints#post-events

        Args:
            events: One event or several, as models (see `session`) or as mappings with the names of the wire.
            origin: The origin of the app's pages, if not the client's.
            compress: Whether the body is sent with gzip, as the platform's SDK does.

        Raises:
            InvalidRequestError: An event is not as documented; the text names it and its member (`events[3].user_id`).
                Nothing was sent.
            BadRequestError: `Failed to record` (the server's fault: send the same again), a token or app name that is
                refused, or a report on the events.
            PermissionDeniedError: The origin is not the domain that the token was issued for.
            RateLimitError: Too many requests; the platform's SDK waits two seconds.
            APIStatusError: Status 203: an old server wants a proof, and recorded nothing.
        """
        headers = {"Content-Type": "application/json", **({"Content-Encoding": "gzip"} if compress else {})}
        body = wire_events.compressed(self._body(events)) if compress else self._body(events)
        given = {**headers, **(extra_headers or {})}
        raw: Any = await self._client._raw_view()._call(_RECORD, {"origin": origin}, body, given, extra_query, timeout)
        if self._client._is_raw:
            return cast(models.EventReceipt, raw)  # which `with_raw_response` declares as it is
        if raw.status_code == 203:
            url = f"{self._client._settings.base_url}/events"
            text = f"POST {url}: answered 203, nothing was recorded: an old server asks for a proof"
            raise APIStatusError(text, method="POST", url=url, attempts=1, status=203, http_status=203)
        receipt: models.EventReceipt = raw.parse()
        return receipt

    def _body(self, events: wire_events.Event | Sequence[wire_events.Event]) -> bytes:
        now, name = self._client._settings.runtime.time(), self._client._defaults.get("app_name")
        if isinstance(events, Mapping | models.EventBase):
            return wire_events.encode(events, "events", now, name)
        if isinstance(events, str | bytes) or not isinstance(events, Sequence) or not events:
            raise InvalidRequestError("events is one event, or a sequence of at least one event")
        found = [wire_events.encode(event, f"events[{place}]", now, name) for place, event in enumerate(events)]
        return b"[" + b",".join(found) + b"]"
