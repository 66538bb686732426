# Written by "nox -s generate" from specs/tganalytics.yaml and overrides/tganalytics/overlay.yaml: edit those.
"""The generated calls of `events`.

Record events, and ask which of them are wanted.
"""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence

from .. import models
from .._core._async_base import AsyncResource
from .._core._sync_base import Resource
from .._core.operation import Operation, Parameter
from .._core.raw import to_raw, to_raw_awaitable
from .._core.request import hide_named
from .._core.secrets import Secret
from .._core.types import NOT_GIVEN, NotGiven, QueryValue, Timeout

_RECORD: Operation[models.EventReceipt] = Operation(
    id="events_record",
    method="POST",
    path="/events",
    parameters=(Parameter("Origin", "header", "origin"),),
    body="json",
    request=lambda: models.EventOrBatch,
    result=lambda: models.EventReceipt,
    security=(("authToken",),),
)

_THRESHOLD: Operation[models.EventThresholds] = Operation(
    id="events_threshold",
    method="GET",
    path="/events/threshold",
    result=lambda: models.EventThresholds,
    security=((),),
    retry=True,
)

_FINGERPRINT: Operation[None] = Operation(
    id="events_fingerprint",
    method="POST",
    path="/events/fingerprint",
    parameters=(Parameter("Origin", "header", "origin"),),
    body="json",
    request=lambda: models.FingerprintReport,
    security=(("authToken",),),
)


class Events(Resource):
    """Record events, and ask which of them are wanted."""

    def record(
        self,
        events: models.AnyEvent | Mapping[str, object] | Sequence[models.AnyEvent | Mapping[str, object]],
        *,
        origin: str | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.EventReceipt:
        """Record one event or several.

        Records one event, or all events of an array. One event that is refused refuses the request, as far as is known.
        Do not send an empty array; what the server makes of one is not known.

        Fill each event with the fields that repeat for the whole visit (`session_id`, `user_id`, `app_name`,
        `is_premium`, `platform`, `locale`, `start_param`), `client_timestamp`, and what its name asks for. `app_name`
        must be the name that the token was issued for.

        Repeat the same body after 429, 5xx, a dropped connection and the 400 `Failed to record`. The call has no
        protection against being repeated, so an event may then be recorded twice.

        Documentation: https://docs.tganalytics.xyz/api/endpoints#post-events

        Args:
            events: One event, or an array of events.
            origin: The origin of the app's pages. Browsers send it by themselves. It is compared with the domain that the token was
                issued for. Whether a call without it passes is not documented; bots send the app's own origin. Pages without an
                origin, such as local files, send `null`.
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return self._client._call(
            _RECORD,
            {
                "origin": origin,
            },
            events,
            extra_headers,
            extra_query,
            timeout,
        )

    def threshold(
        self,
        *,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.EventThresholds:
        """Ask how often events may be sent.

        Returns for some event names how many more of them one page session may send; 0 means none, and a name that is
        not listed is not limited. The SDK asks once when it starts, waits two seconds at most, and counts down from
        there; without an answer it goes by `{"app-hide": 3}`. The answer replaces that map as a whole. The real values
        are not known.

        Observed in real clients or servers; the platform's documentation does not have it.

        Documentation: https://github.com/telegram-mini-apps-dev/analytics
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return self._client._call(
            _THRESHOLD,
            {},
            NOT_GIVEN,
            extra_headers,
            extra_query,
            timeout,
        )

    def fingerprint(
        self,
        *,
        wallet_address: str | None,
        request_id: uuid.UUID,
        origin: str | NotGiven = NOT_GIVEN,
        app_name: str | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> None:
        """Report the id of a device check.

        Tells which check of a device, made by a third party's script in the browser, belongs to a wallet that was just
        connected. SDKs since 1.6.0 send it after `connection-completed` when the check succeeded, and ignore the
        answer. The body is never compressed. A program without such a check has no use for it.

        Observed in real clients or servers; the platform's documentation does not have it.

        Documentation: https://github.com/telegram-mini-apps-dev/analytics

        Args:
            wallet_address: The wallet's address, or null.
            request_id: The check's id, made by the third party.
            origin: The origin of the app's pages. Browsers send it by themselves. It is compared with the domain that the token was
                issued for. Whether a call without it passes is not documented; bots send the app's own origin. Pages without an
                origin, such as local files, send `null`.
            app_name: The app's analytics name. SDK 1.6.0 does not send it, later ones do. (at least 1 characters)
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return self._client._call(
            _FINGERPRINT,
            {
                "origin": origin,
            },
            {
                "wallet_address": wallet_address,
                "request_id": request_id,
                "app_name": app_name,
            },
            extra_headers,
            extra_query,
            timeout,
        )


class AsyncEvents(AsyncResource):
    """Record events, and ask which of them are wanted."""

    async def record(
        self,
        events: models.AnyEvent | Mapping[str, object] | Sequence[models.AnyEvent | Mapping[str, object]],
        *,
        origin: str | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.EventReceipt:
        """Record one event or several.

        Records one event, or all events of an array. One event that is refused refuses the request, as far as is known.
        Do not send an empty array; what the server makes of one is not known.

        Fill each event with the fields that repeat for the whole visit (`session_id`, `user_id`, `app_name`,
        `is_premium`, `platform`, `locale`, `start_param`), `client_timestamp`, and what its name asks for. `app_name`
        must be the name that the token was issued for.

        Repeat the same body after 429, 5xx, a dropped connection and the 400 `Failed to record`. The call has no
        protection against being repeated, so an event may then be recorded twice.

        Documentation: https://docs.tganalytics.xyz/api/endpoints#post-events

        Args:
            events: One event, or an array of events.
            origin: The origin of the app's pages. Browsers send it by themselves. It is compared with the domain that the token was
                issued for. Whether a call without it passes is not documented; bots send the app's own origin. Pages without an
                origin, such as local files, send `null`.
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return await self._client._call(
            _RECORD,
            {
                "origin": origin,
            },
            events,
            extra_headers,
            extra_query,
            timeout,
        )

    async def threshold(
        self,
        *,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.EventThresholds:
        """Ask how often events may be sent.

        Returns for some event names how many more of them one page session may send; 0 means none, and a name that is
        not listed is not limited. The SDK asks once when it starts, waits two seconds at most, and counts down from
        there; without an answer it goes by `{"app-hide": 3}`. The answer replaces that map as a whole. The real values
        are not known.

        Observed in real clients or servers; the platform's documentation does not have it.

        Documentation: https://github.com/telegram-mini-apps-dev/analytics
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return await self._client._call(
            _THRESHOLD,
            {},
            NOT_GIVEN,
            extra_headers,
            extra_query,
            timeout,
        )

    async def fingerprint(
        self,
        *,
        wallet_address: str | None,
        request_id: uuid.UUID,
        origin: str | NotGiven = NOT_GIVEN,
        app_name: str | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> None:
        """Report the id of a device check.

        Tells which check of a device, made by a third party's script in the browser, belongs to a wallet that was just
        connected. SDKs since 1.6.0 send it after `connection-completed` when the check succeeded, and ignore the
        answer. The body is never compressed. A program without such a check has no use for it.

        Observed in real clients or servers; the platform's documentation does not have it.

        Documentation: https://github.com/telegram-mini-apps-dev/analytics

        Args:
            wallet_address: The wallet's address, or null.
            request_id: The check's id, made by the third party.
            origin: The origin of the app's pages. Browsers send it by themselves. It is compared with the domain that the token was
                issued for. Whether a call without it passes is not documented; bots send the app's own origin. Pages without an
                origin, such as local files, send `null`.
            app_name: The app's analytics name. SDK 1.6.0 does not send it, later ones do. (at least 1 characters)
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return await self._client._call(
            _FINGERPRINT,
            {
                "origin": origin,
            },
            {
                "wallet_address": wallet_address,
                "request_id": request_id,
                "app_name": app_name,
            },
            extra_headers,
            extra_query,
            timeout,
        )


class RawEvents:
    """The same calls, giving the answer as it came: status, headers, bytes, and `parse()`."""

    def __init__(self, resource: Events) -> None:
        self.record = to_raw(resource.record)
        self.threshold = to_raw(resource.threshold)
        self.fingerprint = to_raw(resource.fingerprint)


class RawAsyncEvents:
    """The same calls, giving the answer as it came: status, headers, bytes, and `parse()`."""

    def __init__(self, resource: AsyncEvents) -> None:
        self.record = to_raw_awaitable(resource.record)
        self.threshold = to_raw_awaitable(resource.threshold)
        self.fingerprint = to_raw_awaitable(resource.fingerprint)
