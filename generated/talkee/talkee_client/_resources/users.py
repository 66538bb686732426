# Written by "nox -s generate" from specs/talkee.yaml and overrides/talkee/overlay.yaml: edit those.
"""The generated calls of `users`.

The people who write comments.
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

_GET: Operation[models.User] = Operation(
    id="users_get",
    method="GET",
    path="/users/{user_id}",
    parameters=(Parameter("user_id", "path", "user_id"),),
    result=lambda: models.UserEnvelope,
    unwrap=("data",),
    security=((),),
    retry=True,
)

_ME: Operation[models.User] = Operation(
    id="users_me",
    method="GET",
    path="/me",
    result=lambda: models.UserEnvelope,
    unwrap=("data",),
    security=(("bearerAuth",),),
    retry=True,
)


class Users(Resource):
    """The people who write comments."""

    def get(
        self,
        user_id: int,
        *,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.User:
        """Get a user.

        Returns the public profile of one user. There is no list of users.

        Documentation: https://developers.pando.im/references/talkee/api.html#get-a-user

        Args:
            user_id: The user's id. 0, a negative number or text gets the error `invalid user id`. (at least 1; at most 18446744073709551615)
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return self._client._call(
            _GET,
            {
                "user_id": user_id,
            },
            NOT_GIVEN,
            extra_headers,
            extra_query,
            timeout,
        )

    def me(
        self,
        *,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.User:
        """Get your own profile.

        Returns the user whom the token belongs to. A good way to find out whether a token is still valid.

        Documentation: https://developers.pando.im/references/talkee/api.html#get-me
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return self._client._call(
            _ME,
            {},
            NOT_GIVEN,
            extra_headers,
            extra_query,
            timeout,
        )


class AsyncUsers(AsyncResource):
    """The people who write comments."""

    async def get(
        self,
        user_id: int,
        *,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.User:
        """Get a user.

        Returns the public profile of one user. There is no list of users.

        Documentation: https://developers.pando.im/references/talkee/api.html#get-a-user

        Args:
            user_id: The user's id. 0, a negative number or text gets the error `invalid user id`. (at least 1; at most 18446744073709551615)
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return await self._client._call(
            _GET,
            {
                "user_id": user_id,
            },
            NOT_GIVEN,
            extra_headers,
            extra_query,
            timeout,
        )

    async def me(
        self,
        *,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.User:
        """Get your own profile.

        Returns the user whom the token belongs to. A good way to find out whether a token is still valid.

        Documentation: https://developers.pando.im/references/talkee/api.html#get-me
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return await self._client._call(
            _ME,
            {},
            NOT_GIVEN,
            extra_headers,
            extra_query,
            timeout,
        )


class RawUsers:
    """The same calls, giving the answer as it came: status, headers, bytes, and `parse()`."""

    def __init__(self, resource: Users) -> None:
        self.get = to_raw(resource.get)
        self.me = to_raw(resource.me)


class RawAsyncUsers:
    """The same calls, giving the answer as it came: status, headers, bytes, and `parse()`."""

    def __init__(self, resource: AsyncUsers) -> None:
        self.get = to_raw_awaitable(resource.get)
        self.me = to_raw_awaitable(resource.me)
