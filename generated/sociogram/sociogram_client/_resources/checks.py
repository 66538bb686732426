# Written by "nox -s generate" from specs/sociogram.yaml and overrides/sociogram/overlay.yaml: edit those.
"""The generated calls of `checks`.

Did a user engage with a publication, pay for it, follow somebody?
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

_ENGAGEMENT: Operation[models.Engagement] = Operation(
    id="checks_engagement",
    method="GET",
    path="/mini-app/check-engagement",
    parameters=(
        Parameter("uid", "query", "uid"),
        Parameter("publicationId", "query", "publication_id"),
    ),
    result=lambda: models.Engagement,
    security=(("appKey",),),
    retry=True,
)

_DEPOSIT: Operation[models.Outcome] = Operation(
    id="checks_deposit",
    method="GET",
    path="/mini-app/check-deposit",
    parameters=(
        Parameter("uid", "query", "uid"),
        Parameter("pid", "query", "pid"),
        Parameter("minAmount", "query", "min_amount"),
    ),
    result=lambda: models.Outcome,
    security=(("appKey",),),
    retry=True,
    media_types=("text/html",),
)

_FOLLOW: Operation[models.Outcome] = Operation(
    id="checks_follow",
    method="GET",
    path="/mini-app/check-follow",
    parameters=(
        Parameter("targetSlug", "query", "target_slug"),
        Parameter("userSlug", "query", "user_slug"),
    ),
    result=lambda: models.Outcome,
    security=(("appKey",),),
    retry=True,
    media_types=("text/html",),
)


class Checks(Resource):
    """Did a user engage with a publication, pay for it, follow somebody?"""

    def engagement(
        self,
        *,
        uid: models.Uid,
        publication_id: models.ObjectId,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.Engagement:
        """What did a user do with a publication?

        Tells whether a user liked, commented, reposted or reacted to a publication. The documentation relates it to the
        checks `Add like to post or comment` and `repost_done`. The publication is given by its ObjectId here, but by its
        number in `checks_deposit`.

        Documented: inputs and result, as `sdk.checkEngagement({ uid, publicationId })`. Inferred: method, path, and that the
        inputs stand in the query.

        Inferred: the platform publishes what this call does, but not its method and path.

        Documentation: https://docs.sociogram.org/developers/platform-api#user-actions--verification

        Args:
            uid: The user, by number. (at least 1; at most 9007199254740991)
            publication_id: The publication, by its ObjectId.
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return self._client._call(
            _ENGAGEMENT,
            {
                "uid": uid,
                "publication_id": publication_id,
            },
            NOT_GIVEN,
            extra_headers,
            extra_query,
            timeout,
        )

    def deposit(
        self,
        *,
        uid: models.Uid,
        pid: models.Pid,
        min_amount: models.UsdValue | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.Outcome:
        """Did a user pay for a publication?

        Tells whether a user deposited funds to a publication, as a reward or as a tip. The documentation relates it to the
        checks `Add reward to the post` and `Add tips to the post`. Whether several deposits count together against
        `minAmount` is not documented.

        Documented: inputs and result, as `sdk.checkDeposit({ uid, pid, minAmount })`; the list of parameters there calls the
        first one `userId`, which stands for the same value. Inferred: method, path, and that the inputs stand in the query.

        Inferred: the platform publishes what this call does, but not its method and path.

        Documentation: https://docs.sociogram.org/developers/platform-api#user-actions--verification

        Args:
            uid: The user, by number. (at least 1; at most 9007199254740991)
            pid: The number of the publication, not its ObjectId. (at least 1; at most 9007199254740991)
            min_amount: The least deposit to look for, as its value in USD. Without it any deposit counts. (at least 0)
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return self._client._call(
            _DEPOSIT,
            {
                "uid": uid,
                "pid": pid,
                "min_amount": min_amount,
            },
            NOT_GIVEN,
            extra_headers,
            extra_query,
            timeout,
        )

    def follow(
        self,
        *,
        target_slug: models.UserSlug,
        user_slug: models.UserSlug,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.Outcome:
        """Does a user follow another?

        Tells whether one user follows another one, such as the author of the mini-app. The documentation relates it to the
        `Check following API`.

        Documented: inputs and result, as `sdk.checkFollow({ targetSlug, userSlug })`. Inferred: method, path, and that the
        inputs stand in the query.

        Inferred: the platform publishes what this call does, but not its method and path.

        Documentation: https://docs.sociogram.org/developers/platform-api#user-actions--verification

        Args:
            target_slug: The user or profile that should be followed.
            user_slug: The user who should be following.
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return self._client._call(
            _FOLLOW,
            {
                "target_slug": target_slug,
                "user_slug": user_slug,
            },
            NOT_GIVEN,
            extra_headers,
            extra_query,
            timeout,
        )


class AsyncChecks(AsyncResource):
    """Did a user engage with a publication, pay for it, follow somebody?"""

    async def engagement(
        self,
        *,
        uid: models.Uid,
        publication_id: models.ObjectId,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.Engagement:
        """What did a user do with a publication?

        Tells whether a user liked, commented, reposted or reacted to a publication. The documentation relates it to the
        checks `Add like to post or comment` and `repost_done`. The publication is given by its ObjectId here, but by its
        number in `checks_deposit`.

        Documented: inputs and result, as `sdk.checkEngagement({ uid, publicationId })`. Inferred: method, path, and that the
        inputs stand in the query.

        Inferred: the platform publishes what this call does, but not its method and path.

        Documentation: https://docs.sociogram.org/developers/platform-api#user-actions--verification

        Args:
            uid: The user, by number. (at least 1; at most 9007199254740991)
            publication_id: The publication, by its ObjectId.
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return await self._client._call(
            _ENGAGEMENT,
            {
                "uid": uid,
                "publication_id": publication_id,
            },
            NOT_GIVEN,
            extra_headers,
            extra_query,
            timeout,
        )

    async def deposit(
        self,
        *,
        uid: models.Uid,
        pid: models.Pid,
        min_amount: models.UsdValue | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.Outcome:
        """Did a user pay for a publication?

        Tells whether a user deposited funds to a publication, as a reward or as a tip. The documentation relates it to the
        checks `Add reward to the post` and `Add tips to the post`. Whether several deposits count together against
        `minAmount` is not documented.

        Documented: inputs and result, as `sdk.checkDeposit({ uid, pid, minAmount })`; the list of parameters there calls the
        first one `userId`, which stands for the same value. Inferred: method, path, and that the inputs stand in the query.

        Inferred: the platform publishes what this call does, but not its method and path.

        Documentation: https://docs.sociogram.org/developers/platform-api#user-actions--verification

        Args:
            uid: The user, by number. (at least 1; at most 9007199254740991)
            pid: The number of the publication, not its ObjectId. (at least 1; at most 9007199254740991)
            min_amount: The least deposit to look for, as its value in USD. Without it any deposit counts. (at least 0)
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return await self._client._call(
            _DEPOSIT,
            {
                "uid": uid,
                "pid": pid,
                "min_amount": min_amount,
            },
            NOT_GIVEN,
            extra_headers,
            extra_query,
            timeout,
        )

    async def follow(
        self,
        *,
        target_slug: models.UserSlug,
        user_slug: models.UserSlug,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.Outcome:
        """Does a user follow another?

        Tells whether one user follows another one, such as the author of the mini-app. The documentation relates it to the
        `Check following API`.

        Documented: inputs and result, as `sdk.checkFollow({ targetSlug, userSlug })`. Inferred: method, path, and that the
        inputs stand in the query.

        Inferred: the platform publishes what this call does, but not its method and path.

        Documentation: https://docs.sociogram.org/developers/platform-api#user-actions--verification

        Args:
            target_slug: The user or profile that should be followed.
            user_slug: The user who should be following.
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return await self._client._call(
            _FOLLOW,
            {
                "target_slug": target_slug,
                "user_slug": user_slug,
            },
            NOT_GIVEN,
            extra_headers,
            extra_query,
            timeout,
        )


class RawChecks:
    """The same calls, giving the answer as it came: status, headers, bytes, and `parse()`."""

    def __init__(self, resource: Checks) -> None:
        self.engagement = to_raw(resource.engagement)
        self.deposit = to_raw(resource.deposit)
        self.follow = to_raw(resource.follow)


class RawAsyncChecks:
    """The same calls, giving the answer as it came: status, headers, bytes, and `parse()`."""

    def __init__(self, resource: AsyncChecks) -> None:
        self.engagement = to_raw_awaitable(resource.engagement)
        self.deposit = to_raw_awaitable(resource.deposit)
        self.follow = to_raw_awaitable(resource.follow)
