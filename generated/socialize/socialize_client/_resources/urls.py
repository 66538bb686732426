# Written by "nox -s generate" from specs/socialize.yaml and overrides/socialize/overlay.yaml: edit those.
"""The generated calls of `urls`.

Short addresses of entities.
"""

from __future__ import annotations

from collections.abc import Mapping

from .. import models
from .._core._async_base import AsyncResource
from .._core._sync_base import Resource
from .._core.operation import Operation
from .._core.raw import to_raw, to_raw_awaitable
from .._core.request import hide_named
from .._core.secrets import Secret
from .._core.types import NOT_GIVEN, NotGiven, QueryValue, Timeout

_SHORTEN_BATCH: Operation[models.ShortUrlBatch] = Operation(
    id="urls_shorten",
    method="POST",
    path="/v1/user/shorten/",
    body="form-json:payload",
    request=lambda: models.ShortenRequest,
    result=lambda: models.ShortUrlBatch,
    security=(("oauth",),),
    retry=True,
)


class Urls(Resource):
    """Short addresses of entities."""

    def shorten_batch(
        self,
        *,
        entity_key: models.EntityKey,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.ShortUrlBatch:
        """Get a short address for an entity.

        Returns a short address that leads to the entity. The payload is one object, not an array.

        Documentation: http://api.getsocialize.com/docs/v1/

        Args:
            entity_key: What names an entity inside an app, usually a URL. Any text that is not empty. (at least 1 characters)
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return self._client._call(
            _SHORTEN_BATCH,
            {},
            {
                "entity_key": entity_key,
            },
            extra_headers,
            extra_query,
            timeout,
        )


class AsyncUrls(AsyncResource):
    """Short addresses of entities."""

    async def shorten_batch(
        self,
        *,
        entity_key: models.EntityKey,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.ShortUrlBatch:
        """Get a short address for an entity.

        Returns a short address that leads to the entity. The payload is one object, not an array.

        Documentation: http://api.getsocialize.com/docs/v1/

        Args:
            entity_key: What names an entity inside an app, usually a URL. Any text that is not empty. (at least 1 characters)
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return await self._client._call(
            _SHORTEN_BATCH,
            {},
            {
                "entity_key": entity_key,
            },
            extra_headers,
            extra_query,
            timeout,
        )


class RawUrls:
    """The same calls, giving the answer as it came: status, headers, bytes, and `parse()`."""

    def __init__(self, resource: Urls) -> None:
        self.shorten_batch = to_raw(resource.shorten_batch)


class RawAsyncUrls:
    """The same calls, giving the answer as it came: status, headers, bytes, and `parse()`."""

    def __init__(self, resource: AsyncUrls) -> None:
        self.shorten_batch = to_raw_awaitable(resource.shorten_batch)
