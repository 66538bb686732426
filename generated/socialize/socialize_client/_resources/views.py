# Written by "nox -s generate" from specs/socialize.yaml and overrides/socialize/overlay.yaml: edit those.
"""The generated calls of `views`.

Who looked at an entity. Views are counted, not kept one by one.
"""

from __future__ import annotations

import builtins
from collections.abc import Mapping, Sequence

from .. import models
from .._core._async_base import AsyncResource
from .._core._sync_base import Resource
from .._core.operation import Operation, Parameter
from .._core.raw import to_raw, to_raw_awaitable
from .._core.request import hide_named
from .._core.secrets import Secret
from .._core.types import NOT_GIVEN, NotGiven, QueryValue, Timeout

_CREATE_MANY: Operation[models.ViewBatch] = Operation(
    id="views_create",
    method="POST",
    path="/v1/view/",
    body="form-json:payload",
    request=lambda: builtins.list[models.ViewCreate],
    result=lambda: models.ViewBatch,
    security=(("oauth",),),
)

_GET: Operation[models.View] = Operation(
    id="views_get",
    method="GET",
    path="/v1/view/{view_id}/",
    parameters=(Parameter("view_id", "path", "view_id"),),
    result=lambda: models.View,
    security=(("oauth",),),
    retry=True,
)


class Views(Resource):
    """Who looked at an entity. Views are counted, not kept one by one."""

    def create_many(
        self,
        views: Sequence[models.ViewCreate | Mapping[str, object]],
        *,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.ViewBatch:
        """Record views.

        Records that the user who signs the request looked at entities. Each one names its entity, by `entity_key` or by
        `entity`, not both. An `entity` is created, or changed if its key exists; an unknown `entity_key` makes an
        entity without a name (observed). Views are counted, not kept one by one: their `id` is always 1, and counters
        may lag behind (observed).

        Documentation: http://api.getsocialize.com/docs/v1/

        Args:
            views: The views.
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return self._client._call(
            _CREATE_MANY,
            {},
            views,
            extra_headers,
            extra_query,
            timeout,
        )

    def get(
        self,
        view_id: int,
        *,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.View:
        """Get a view.

        Returns one view, without an envelope. The documentation describes the call for activities in general; that
        views are not kept one by one makes it of little use.

        Documentation: http://api.getsocialize.com/docs/v1/

        Args:
            view_id: The view's id, which is 1 for all since 2013. (at least 1)
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return self._client._call(
            _GET,
            {
                "view_id": view_id,
            },
            NOT_GIVEN,
            extra_headers,
            extra_query,
            timeout,
        )


class AsyncViews(AsyncResource):
    """Who looked at an entity. Views are counted, not kept one by one."""

    async def create_many(
        self,
        views: Sequence[models.ViewCreate | Mapping[str, object]],
        *,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.ViewBatch:
        """Record views.

        Records that the user who signs the request looked at entities. Each one names its entity, by `entity_key` or by
        `entity`, not both. An `entity` is created, or changed if its key exists; an unknown `entity_key` makes an
        entity without a name (observed). Views are counted, not kept one by one: their `id` is always 1, and counters
        may lag behind (observed).

        Documentation: http://api.getsocialize.com/docs/v1/

        Args:
            views: The views.
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return await self._client._call(
            _CREATE_MANY,
            {},
            views,
            extra_headers,
            extra_query,
            timeout,
        )

    async def get(
        self,
        view_id: int,
        *,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.View:
        """Get a view.

        Returns one view, without an envelope. The documentation describes the call for activities in general; that
        views are not kept one by one makes it of little use.

        Documentation: http://api.getsocialize.com/docs/v1/

        Args:
            view_id: The view's id, which is 1 for all since 2013. (at least 1)
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return await self._client._call(
            _GET,
            {
                "view_id": view_id,
            },
            NOT_GIVEN,
            extra_headers,
            extra_query,
            timeout,
        )


class RawViews:
    """The same calls, giving the answer as it came: status, headers, bytes, and `parse()`."""

    def __init__(self, resource: Views) -> None:
        self.create_many = to_raw(resource.create_many)
        self.get = to_raw(resource.get)


class RawAsyncViews:
    """The same calls, giving the answer as it came: status, headers, bytes, and `parse()`."""

    def __init__(self, resource: AsyncViews) -> None:
        self.create_many = to_raw_awaitable(resource.create_many)
        self.get = to_raw_awaitable(resource.get)
