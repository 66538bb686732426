# Written by "nox -s generate" from specs/sociogram.yaml and overrides/sociogram/overlay.yaml: edit those.
"""The generated calls of `users`.

Notify users of your app, and learn about them. Much is known without a call: see `LaunchData`.
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

_NOTIFY: Operation[models.Outcome] = Operation(
    id="users_notify",
    method="POST",
    path="/mini-app/notify-user",
    body="json",
    request=lambda: models.Notification,
    result=lambda: models.Outcome,
    security=(("appKey",),),
    media_types=("text/html",),
    rate_limits=(
        {"per": "app", "calls": 30, "seconds": 1},
        {"per": "user", "calls": 1, "seconds": 1, "key": "uid"},
    ),
)

_GET: Operation[models.UserInfo] = Operation(
    id="users_get",
    method="GET",
    path="/mini-app/get-user",
    parameters=(Parameter("uid", "query", "uid"),),
    result=lambda: models.UserInfo,
    security=(("appKey",),),
    retry=True,
)

_GET_COUNTS: Operation[models.UserCounts] = Operation(
    id="users_get_counts",
    method="GET",
    path="/mini-app/get-user-counts",
    parameters=(Parameter("uid", "query", "uid"),),
    result=lambda: models.UserCounts,
    security=(("appKey",),),
    retry=True,
)


class Users(Resource):
    """Notify users of your app, and learn about them. Much is known without a call: see `LaunchData`."""

    def notify(
        self,
        *,
        uid: models.Uid,
        message: str,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.Outcome:
        """Notify a user.

        Sends a notification to a user of your app. Users may switch off the notifications of single apps, so "no" is an
        answer to expect. Repeating the call notifies the user again.

        Documented: inputs, result and limits, as `sdk.notifyUser(userId, message)`, and that a direct endpoint exists, which
        the SDK probably wraps. Inferred: method, path, statuses, and that the inputs stand in a JSON body.

        Inferred: the platform publishes what this call does, but not its method and path.

        Documentation: https://docs.sociogram.org/developers/platform-api#user-notifications

        Args:
            uid: The number of a user. (at least 1; at most 9007199254740991)
            message: The text. The documentation says "up to 500 characters in UTF-8", which can be read in two ways: 500 characters,
                as checked here, or 500 bytes of UTF-8. A text of at most 500 bytes is right in both. (at most 500 characters)
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return self._client._call(
            _NOTIFY,
            {},
            {
                "uid": uid,
                "message": message,
            },
            extra_headers,
            extra_query,
            timeout,
        )

    def get(
        self,
        *,
        uid: models.Uid,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.UserInfo:
        """Get information about a user.

        Returns the basic information about a user. The documentation promises it to a mini-app when it starts or when the
        user logs in to it (see `LaunchData`, and `Sociogram.MiniApp.initData` in the front end), not by a call; this is the
        call for servers that need it later.

        Documented: what is known about a user, and the form of the user object. Inferred: that there is a call, its method
        and path, the parameter.

        Inferred: the platform publishes what this call does, but not its method and path.

        Documentation: https://docs.sociogram.org/developers/platform-api#basic-information

        Args:
            uid: The user, by number. (at least 1; at most 9007199254740991)
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return self._client._call(
            _GET,
            {
                "uid": uid,
            },
            NOT_GIVEN,
            extra_headers,
            extra_query,
            timeout,
        )

    def get_counts(
        self,
        *,
        uid: models.Uid,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.UserCounts:
        """Get a user's counts.

        Returns how many followers, followed users, friends and posts a user has and what the user earned on Sociogram. The
        documentation says that these may have calls of their own, so that a login stays fast. Lists and counts of
        followers, followed users and friends can also be had in the front end, where `getFollowers`, `getFollowing` and
        `getFriends` of the front-end SDK ask for them without HTTP (`FrontEndMessage`).

        Documented: which counts there are. Inferred: everything else, the names of the members included.

        Inferred: the platform publishes what this call does, but not its method and path.

        Documentation: https://docs.sociogram.org/developers/platform-api#additional-information

        Args:
            uid: The user, by number. (at least 1; at most 9007199254740991)
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return self._client._call(
            _GET_COUNTS,
            {
                "uid": uid,
            },
            NOT_GIVEN,
            extra_headers,
            extra_query,
            timeout,
        )


class AsyncUsers(AsyncResource):
    """Notify users of your app, and learn about them. Much is known without a call: see `LaunchData`."""

    async def notify(
        self,
        *,
        uid: models.Uid,
        message: str,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.Outcome:
        """Notify a user.

        Sends a notification to a user of your app. Users may switch off the notifications of single apps, so "no" is an
        answer to expect. Repeating the call notifies the user again.

        Documented: inputs, result and limits, as `sdk.notifyUser(userId, message)`, and that a direct endpoint exists, which
        the SDK probably wraps. Inferred: method, path, statuses, and that the inputs stand in a JSON body.

        Inferred: the platform publishes what this call does, but not its method and path.

        Documentation: https://docs.sociogram.org/developers/platform-api#user-notifications

        Args:
            uid: The number of a user. (at least 1; at most 9007199254740991)
            message: The text. The documentation says "up to 500 characters in UTF-8", which can be read in two ways: 500 characters,
                as checked here, or 500 bytes of UTF-8. A text of at most 500 bytes is right in both. (at most 500 characters)
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return await self._client._call(
            _NOTIFY,
            {},
            {
                "uid": uid,
                "message": message,
            },
            extra_headers,
            extra_query,
            timeout,
        )

    async def get(
        self,
        *,
        uid: models.Uid,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.UserInfo:
        """Get information about a user.

        Returns the basic information about a user. The documentation promises it to a mini-app when it starts or when the
        user logs in to it (see `LaunchData`, and `Sociogram.MiniApp.initData` in the front end), not by a call; this is the
        call for servers that need it later.

        Documented: what is known about a user, and the form of the user object. Inferred: that there is a call, its method
        and path, the parameter.

        Inferred: the platform publishes what this call does, but not its method and path.

        Documentation: https://docs.sociogram.org/developers/platform-api#basic-information

        Args:
            uid: The user, by number. (at least 1; at most 9007199254740991)
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return await self._client._call(
            _GET,
            {
                "uid": uid,
            },
            NOT_GIVEN,
            extra_headers,
            extra_query,
            timeout,
        )

    async def get_counts(
        self,
        *,
        uid: models.Uid,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.UserCounts:
        """Get a user's counts.

        Returns how many followers, followed users, friends and posts a user has and what the user earned on Sociogram. The
        documentation says that these may have calls of their own, so that a login stays fast. Lists and counts of
        followers, followed users and friends can also be had in the front end, where `getFollowers`, `getFollowing` and
        `getFriends` of the front-end SDK ask for them without HTTP (`FrontEndMessage`).

        Documented: which counts there are. Inferred: everything else, the names of the members included.

        Inferred: the platform publishes what this call does, but not its method and path.

        Documentation: https://docs.sociogram.org/developers/platform-api#additional-information

        Args:
            uid: The user, by number. (at least 1; at most 9007199254740991)
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return await self._client._call(
            _GET_COUNTS,
            {
                "uid": uid,
            },
            NOT_GIVEN,
            extra_headers,
            extra_query,
            timeout,
        )


class RawUsers:
    """The same calls, giving the answer as it came: status, headers, bytes, and `parse()`."""

    def __init__(self, resource: Users) -> None:
        self.notify = to_raw(resource.notify)
        self.get = to_raw(resource.get)
        self.get_counts = to_raw(resource.get_counts)


class RawAsyncUsers:
    """The same calls, giving the answer as it came: status, headers, bytes, and `parse()`."""

    def __init__(self, resource: AsyncUsers) -> None:
        self.notify = to_raw_awaitable(resource.notify)
        self.get = to_raw_awaitable(resource.get)
        self.get_counts = to_raw_awaitable(resource.get_counts)
