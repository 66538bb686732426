# Written by "nox -s generate" from specs/socialize.yaml and overrides/socialize/overlay.yaml: edit those.
"""The generated calls of `management.smart_alerts`.

Notifications that the owner of an app sends to its users; the Management API.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from .. import models
from .._core._async_base import AsyncResource
from .._core._sync_base import Resource
from .._core._sync_paging import Page
from .._core.operation import Operation, Parameter
from .._core.paginator import AsyncPaginator
from .._core.paging import OffsetPaging, Paging
from .._core.raw import to_raw, to_raw_awaitable
from .._core.request import hide_named
from .._core.secrets import Secret
from .._core.types import NOT_GIVEN, NotGiven, QueryValue, Timeout

_LIST: Operation[models.SmartAlertList] = Operation(
    id="smart_alerts_list",
    method="GET",
    path="/management/v1/smart_alert/",
    parameters=(
        Parameter("limit", "query", "limit"),
        Parameter("offset", "query", "offset"),
    ),
    result=lambda: models.SmartAlertList,
    security=(("oauth",),),
    retry=True,
)
_LIST_PAGING: Paging[models.SmartAlert] = Paging(
    strategy=OffsetPaging(
        size=20,
    ),
    items=("objects",),
    key=("id",),
)

_SEND: Operation[models.SmartAlertReceipt] = Operation(
    id="smart_alerts_send",
    method="POST",
    path="/management/v1/smart_alert/",
    body="form-json:payload",
    request=lambda: models.SmartAlertCreate,
    result=lambda: models.SmartAlertReceipt,
    security=(("oauth",),),
)

_GET: Operation[models.SmartAlert] = Operation(
    id="smart_alerts_get",
    method="GET",
    path="/management/v1/smart_alert/{smart_alert_id}/",
    parameters=(Parameter("smart_alert_id", "path", "smart_alert_id"),),
    result=lambda: models.SmartAlert,
    security=(("oauth",),),
    retry=True,
)


class SmartAlerts(Resource):
    """Notifications that the owner of an app sends to its users; the Management API."""

    _list_paging = _LIST_PAGING

    def list(
        self,
        *,
        limit: int | NotGiven = NOT_GIVEN,
        offset: int | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> Page[models.SmartAlert]:
        """List smart alerts.

        Returns the alerts that were sent. The list has an envelope of its own, `meta` and `objects`. The documentation
        has the call and says nothing about it; the rest is how the platform's own client reads it. Sign it two-legged.

        Documentation: http://api.getsocialize.com/docs/v1/

        Args:
            limit: How many alerts to return. Known from the platform's other management calls. (at least 1)
            offset: How many alerts to skip. Known from the platform's other management calls. (at least 0; default 0 on the server)
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return self._client._page(
            _LIST,
            {
                "limit": limit,
                "offset": offset,
            },
            NOT_GIVEN,
            extra_headers,
            extra_query,
            timeout,
            paging=self._list_paging,
        )

    def send(
        self,
        *,
        application_id: int,
        message: str,
        subscription: models.KnownAlertSubscription | NotGiven = NOT_GIVEN,
        broadcast_user_set: models.BroadcastUserSet | NotGiven = NOT_GIVEN,
        entity_id: int | NotGiven = NOT_GIVEN,
        url: str | NotGiven = NOT_GIVEN,
        users: Sequence[models.NumericId] | NotGiven = NOT_GIVEN,
        devices: Sequence[str] | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.SmartAlertReceipt:
        """Send an alert to an app's users.

        Sends a notification to users of an app that belongs to the consumer. Without `users` and `devices` it goes to
        all users of the app. `subscription` says what kind of alert it is, and what it needs besides:
        - `developer_notification`, the default: nothing.
        - `developer_direct_entity`: `entity_id`. Only here `broadcast_user_set` can narrow a broadcast to
          `entity_users`.
        - `developer_direct_url`: `url`.
        - `entity_notification`: nothing is documented.

        The payload is one object, not an array. Sign it two-legged. Each call sends the alert again.

        Documentation: http://api.getsocialize.com/docs/v1/

        Args:
            application_id: The app. It must belong to the consumer. (at least 1)
            message: The text, up to 180 characters. (at least 1 characters; at most 180 characters)
            subscription: The kind of alert. (default 'developer_notification' on the server)
            broadcast_user_set: Who gets a broadcast with `developer_direct_entity`, the only kind that it is available for. Its default is
                accepted with the others too, as it changes nothing there. (default 'application_users' on the server)
            entity_id: The entity that the alert leads to. Needed by `developer_direct_entity`. (at least 1)
            url: Where the alert leads to. Needed by `developer_direct_url`. (at least 1 characters)
            users: The ids of the users who get it. All users of the app if neither this nor `devices` is given.
            devices: The devices that get it: their `device_token`, or for Android the registration id of C2DM.
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return self._client._call(
            _SEND,
            {},
            {
                "application_id": application_id,
                "message": message,
                "subscription": subscription,
                "broadcast_user_set": broadcast_user_set,
                "entity_id": entity_id,
                "url": url,
                "users": users,
                "devices": devices,
            },
            extra_headers,
            extra_query,
            timeout,
        )

    def get(
        self,
        smart_alert_id: int,
        *,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.SmartAlert:
        """Get a smart alert.

        Returns one alert, without an envelope. Its lists and its meta data are JSON inside strings. Sign it two-legged.

        Documentation: http://api.getsocialize.com/docs/v1/

        Args:
            smart_alert_id: The alert's id. (at least 1)
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return self._client._call(
            _GET,
            {
                "smart_alert_id": smart_alert_id,
            },
            NOT_GIVEN,
            extra_headers,
            extra_query,
            timeout,
        )


class AsyncSmartAlerts(AsyncResource):
    """Notifications that the owner of an app sends to its users; the Management API."""

    _list_paging = _LIST_PAGING

    def list(
        self,
        *,
        limit: int | NotGiven = NOT_GIVEN,
        offset: int | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> AsyncPaginator[models.SmartAlert]:
        """List smart alerts.

        Returns the alerts that were sent. The list has an envelope of its own, `meta` and `objects`. The documentation
        has the call and says nothing about it; the rest is how the platform's own client reads it. Sign it two-legged.

        Documentation: http://api.getsocialize.com/docs/v1/

        Args:
            limit: How many alerts to return. Known from the platform's other management calls. (at least 1)
            offset: How many alerts to skip. Known from the platform's other management calls. (at least 0; default 0 on the server)
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return self._client._page(
            _LIST,
            {
                "limit": limit,
                "offset": offset,
            },
            NOT_GIVEN,
            extra_headers,
            extra_query,
            timeout,
            paging=self._list_paging,
        )

    async def send(
        self,
        *,
        application_id: int,
        message: str,
        subscription: models.KnownAlertSubscription | NotGiven = NOT_GIVEN,
        broadcast_user_set: models.BroadcastUserSet | NotGiven = NOT_GIVEN,
        entity_id: int | NotGiven = NOT_GIVEN,
        url: str | NotGiven = NOT_GIVEN,
        users: Sequence[models.NumericId] | NotGiven = NOT_GIVEN,
        devices: Sequence[str] | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.SmartAlertReceipt:
        """Send an alert to an app's users.

        Sends a notification to users of an app that belongs to the consumer. Without `users` and `devices` it goes to
        all users of the app. `subscription` says what kind of alert it is, and what it needs besides:
        - `developer_notification`, the default: nothing.
        - `developer_direct_entity`: `entity_id`. Only here `broadcast_user_set` can narrow a broadcast to
          `entity_users`.
        - `developer_direct_url`: `url`.
        - `entity_notification`: nothing is documented.

        The payload is one object, not an array. Sign it two-legged. Each call sends the alert again.

        Documentation: http://api.getsocialize.com/docs/v1/

        Args:
            application_id: The app. It must belong to the consumer. (at least 1)
            message: The text, up to 180 characters. (at least 1 characters; at most 180 characters)
            subscription: The kind of alert. (default 'developer_notification' on the server)
            broadcast_user_set: Who gets a broadcast with `developer_direct_entity`, the only kind that it is available for. Its default is
                accepted with the others too, as it changes nothing there. (default 'application_users' on the server)
            entity_id: The entity that the alert leads to. Needed by `developer_direct_entity`. (at least 1)
            url: Where the alert leads to. Needed by `developer_direct_url`. (at least 1 characters)
            users: The ids of the users who get it. All users of the app if neither this nor `devices` is given.
            devices: The devices that get it: their `device_token`, or for Android the registration id of C2DM.
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return await self._client._call(
            _SEND,
            {},
            {
                "application_id": application_id,
                "message": message,
                "subscription": subscription,
                "broadcast_user_set": broadcast_user_set,
                "entity_id": entity_id,
                "url": url,
                "users": users,
                "devices": devices,
            },
            extra_headers,
            extra_query,
            timeout,
        )

    async def get(
        self,
        smart_alert_id: int,
        *,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.SmartAlert:
        """Get a smart alert.

        Returns one alert, without an envelope. Its lists and its meta data are JSON inside strings. Sign it two-legged.

        Documentation: http://api.getsocialize.com/docs/v1/

        Args:
            smart_alert_id: The alert's id. (at least 1)
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return await self._client._call(
            _GET,
            {
                "smart_alert_id": smart_alert_id,
            },
            NOT_GIVEN,
            extra_headers,
            extra_query,
            timeout,
        )


class RawSmartAlerts:
    """The same calls, giving the answer as it came: status, headers, bytes, and `parse()`."""

    def __init__(self, resource: SmartAlerts) -> None:
        self.list = to_raw(resource.list)
        self.send = to_raw(resource.send)
        self.get = to_raw(resource.get)


class RawAsyncSmartAlerts:
    """The same calls, giving the answer as it came: status, headers, bytes, and `parse()`."""

    def __init__(self, resource: AsyncSmartAlerts) -> None:
        self.list = to_raw_awaitable(resource.list)
        self.send = to_raw_awaitable(resource.send)
        self.get = to_raw_awaitable(resource.get)
