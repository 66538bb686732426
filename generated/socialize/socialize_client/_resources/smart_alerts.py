# Written by "nox -s generate" from specs/socialize.yaml and overrides/socialize/overlay.yaml: edit those.
"""The generated calls of `management.smart_alerts`.

Notifications that the owner of an app sends to its users; the Management API.
"""

from __future__ import annotations

from collections.abc import Mapping

from .. import models
from .._core._async_base import AsyncResource
from .._core._sync_base import Resource
from .._core._sync_paging import Page
from .._core.operation import Operation, Parameter
from .._core.paginator import AsyncPaginator
from .._core.paging import OffsetPaging, Paging
from .._core.raw import to_raw, to_raw_awaitable
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
        body: models.SmartAlertCreate | Mapping[str, object],
        *,
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
            body: The alert.
        """
        return self._client._call(
            _SEND,
            {},
            body,
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
        body: models.SmartAlertCreate | Mapping[str, object],
        *,
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
            body: The alert.
        """
        return await self._client._call(
            _SEND,
            {},
            body,
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
