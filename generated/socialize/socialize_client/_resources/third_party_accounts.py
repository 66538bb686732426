# Written by "nox -s generate" from specs/socialize.yaml and overrides/socialize/overlay.yaml: edit those.
"""The generated calls of `third_party_accounts`.

A user's accounts at Facebook and Twitter.
"""

from __future__ import annotations

from collections.abc import Mapping

from .. import models
from .._core._async_base import AsyncResource
from .._core._sync_base import Resource
from .._core.operation import Operation, Parameter
from .._core.raw import to_raw, to_raw_awaitable
from .._core.request import hide_named
from .._core.secrets import Secret
from .._core.types import NOT_GIVEN, NotGiven, QueryValue, Timeout

_DELETE: Operation[models.Authentication] = Operation(
    id="third_party_accounts_delete",
    method="DELETE",
    path="/v1/third_party/",
    parameters=(Parameter("auth_type", "query", "auth_type"),),
    result=lambda: models.Authentication,
    security=(("oauth",),),
)


class ThirdPartyAccounts(Resource):
    """A user's accounts at Facebook and Twitter."""

    def delete(
        self,
        *,
        auth_type: int,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.Authentication:
        """Unlink an account at a third party.

        Unlinks the account at Facebook or Twitter from the user who signs the request. Meant for when a user links an
        account and `auth_authenticate` answers with another user, whom the account was linked to before: sign this call
        with the token of the user that the account belongs to, then link it anew.

        Documentation: http://api.getsocialize.com/docs/v1/

        Args:
            auth_type: The third party: 1 Facebook, 2 Twitter. (at least 1; at most 2)
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return self._client._call(
            _DELETE,
            {
                "auth_type": auth_type,
            },
            NOT_GIVEN,
            extra_headers,
            extra_query,
            timeout,
        )


class AsyncThirdPartyAccounts(AsyncResource):
    """A user's accounts at Facebook and Twitter."""

    async def delete(
        self,
        *,
        auth_type: int,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.Authentication:
        """Unlink an account at a third party.

        Unlinks the account at Facebook or Twitter from the user who signs the request. Meant for when a user links an
        account and `auth_authenticate` answers with another user, whom the account was linked to before: sign this call
        with the token of the user that the account belongs to, then link it anew.

        Documentation: http://api.getsocialize.com/docs/v1/

        Args:
            auth_type: The third party: 1 Facebook, 2 Twitter. (at least 1; at most 2)
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return await self._client._call(
            _DELETE,
            {
                "auth_type": auth_type,
            },
            NOT_GIVEN,
            extra_headers,
            extra_query,
            timeout,
        )


class RawThirdPartyAccounts:
    """The same calls, giving the answer as it came: status, headers, bytes, and `parse()`."""

    def __init__(self, resource: ThirdPartyAccounts) -> None:
        self.delete = to_raw(resource.delete)


class RawAsyncThirdPartyAccounts:
    """The same calls, giving the answer as it came: status, headers, bytes, and `parse()`."""

    def __init__(self, resource: AsyncThirdPartyAccounts) -> None:
        self.delete = to_raw_awaitable(resource.delete)
