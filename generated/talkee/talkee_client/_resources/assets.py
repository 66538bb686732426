# Written by "nox -s generate" from specs/talkee.yaml and overrides/talkee/overlay.yaml: edit those.
"""The generated calls of `assets`.

The crypto assets that airdrops can be made in. Not in the documentation.
"""

from __future__ import annotations

import builtins
from collections.abc import Mapping

from .. import models
from .._core._async_base import AsyncResource
from .._core._sync_base import Resource
from .._core.operation import Operation, Parameter
from .._core.raw import to_raw, to_raw_awaitable
from .._core.request import hide_named
from .._core.secrets import Secret
from .._core.types import NOT_GIVEN, NotGiven, QueryValue, Timeout

_LIST: Operation[builtins.list[models.Asset]] = Operation(
    id="assets_list",
    method="GET",
    path="/assets",
    result=lambda: models.AssetListEnvelope,
    unwrap=("data",),
    security=((),),
    retry=True,
)

_GET: Operation[models.Asset] = Operation(
    id="assets_get",
    method="GET",
    path="/assets/{asset_id}",
    parameters=(Parameter("asset_id", "path", "asset_id"),),
    result=lambda: models.AssetEnvelope,
    unwrap=("data",),
    security=((),),
    retry=True,
)


class Assets(Resource):
    """The crypto assets that airdrops can be made in. Not in the documentation."""

    def list(
        self,
        *,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> builtins.list[models.Asset]:
        """List the known assets.

        Returns all crypto assets that the server knows, in no fixed order. There is no paging.

        Observed in real clients or servers; the platform's documentation does not have it.

        Documentation: https://github.com/pandodao/talkee
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return self._client._call(
            _LIST,
            {},
            NOT_GIVEN,
            extra_headers,
            extra_query,
            timeout,
        )

    def get(
        self,
        asset_id: str,
        *,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.Asset:
        """Get an asset.

        Returns one crypto asset. The server asks Mixin for an asset that it does not know yet.

        Observed in real clients or servers; the platform's documentation does not have it.

        Documentation: https://github.com/pandodao/talkee

        Args:
            asset_id: Mixin's id of the asset, a UUID. The server does not check the form. (at least 1 characters)
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return self._client._call(
            _GET,
            {
                "asset_id": asset_id,
            },
            NOT_GIVEN,
            extra_headers,
            extra_query,
            timeout,
        )


class AsyncAssets(AsyncResource):
    """The crypto assets that airdrops can be made in. Not in the documentation."""

    async def list(
        self,
        *,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> builtins.list[models.Asset]:
        """List the known assets.

        Returns all crypto assets that the server knows, in no fixed order. There is no paging.

        Observed in real clients or servers; the platform's documentation does not have it.

        Documentation: https://github.com/pandodao/talkee
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return await self._client._call(
            _LIST,
            {},
            NOT_GIVEN,
            extra_headers,
            extra_query,
            timeout,
        )

    async def get(
        self,
        asset_id: str,
        *,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.Asset:
        """Get an asset.

        Returns one crypto asset. The server asks Mixin for an asset that it does not know yet.

        Observed in real clients or servers; the platform's documentation does not have it.

        Documentation: https://github.com/pandodao/talkee

        Args:
            asset_id: Mixin's id of the asset, a UUID. The server does not check the form. (at least 1 characters)
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return await self._client._call(
            _GET,
            {
                "asset_id": asset_id,
            },
            NOT_GIVEN,
            extra_headers,
            extra_query,
            timeout,
        )


class RawAssets:
    """The same calls, giving the answer as it came: status, headers, bytes, and `parse()`."""

    def __init__(self, resource: Assets) -> None:
        self.list = to_raw(resource.list)
        self.get = to_raw(resource.get)


class RawAsyncAssets:
    """The same calls, giving the answer as it came: status, headers, bytes, and `parse()`."""

    def __init__(self, resource: AsyncAssets) -> None:
        self.list = to_raw_awaitable(resource.list)
        self.get = to_raw_awaitable(resource.get)
