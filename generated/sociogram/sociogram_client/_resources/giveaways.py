# Written by "nox -s generate" from specs/sociogram.yaml and overrides/sociogram/overlay.yaml: edit those.
"""The generated calls of `giveaways`.

Create giveaways. A draft, with no status in the documentation.
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

_CREATE: Operation[models.Creation] = Operation(
    id="giveaways_create",
    method="POST",
    path="/mini-app/create-giveaway",
    body="json",
    request=lambda: models.GiveawayCreate,
    result=lambda: models.Creation,
    security=(("appKey",),),
    draft=True,
)


class Giveaways(Resource):
    """Create giveaways. A draft, with no status in the documentation."""

    def create(
        self,
        *,
        uid: models.Uid,
        prize: models.Price | Mapping[str, object],
        winners: int,
        duration_seconds: int,
        text: str | NotGiven = NOT_GIVEN,
        is_random: bool | NotGiven = NOT_GIVEN,
        conditions: models.ParticipationConditions | Mapping[str, object] | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.Creation:
        """Create a giveaway.

        Creates a giveaway together with a post. Its parameters are like those of Sociogram's own front end: a prize in SOL or
        USDT, a number of winners, a duration. The winners are drawn at random. Joining can be limited to users who
        fulfil the conditions of a game.

        A draft: the documentation gives it no status and takes it for pending or in need of a specification. Documented: what
        it does. Inferred: the inputs, the result, method, path and the body.

        Inferred: the platform publishes what this call does, but not its method and path. The platform calls it a draft.

        Documentation: https://docs.sociogram.org/developers/platform-api#create-giveaway

        Args:
            uid: The user who gives away. (at least 1; at most 9007199254740991)
            prize: What is given away, paid automatically at the end.
            winners: How many users win. (at least 1)
            duration_seconds: How long one can join, in seconds. (at least 1)
            text: The text of the post.
            is_random: Whether the winners are drawn at random (the documentation lists a "randomizer"). (default True on the server)
            conditions: Who may take part in a poll or giveaway. That there are such conditions is documented, their names are not.
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return self._client._call(
            _CREATE,
            {},
            {
                "uid": uid,
                "prize": prize,
                "winners": winners,
                "durationSeconds": duration_seconds,
                "text": text,
                "isRandom": is_random,
                "conditions": conditions,
            },
            extra_headers,
            extra_query,
            timeout,
        )


class AsyncGiveaways(AsyncResource):
    """Create giveaways. A draft, with no status in the documentation."""

    async def create(
        self,
        *,
        uid: models.Uid,
        prize: models.Price | Mapping[str, object],
        winners: int,
        duration_seconds: int,
        text: str | NotGiven = NOT_GIVEN,
        is_random: bool | NotGiven = NOT_GIVEN,
        conditions: models.ParticipationConditions | Mapping[str, object] | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.Creation:
        """Create a giveaway.

        Creates a giveaway together with a post. Its parameters are like those of Sociogram's own front end: a prize in SOL or
        USDT, a number of winners, a duration. The winners are drawn at random. Joining can be limited to users who
        fulfil the conditions of a game.

        A draft: the documentation gives it no status and takes it for pending or in need of a specification. Documented: what
        it does. Inferred: the inputs, the result, method, path and the body.

        Inferred: the platform publishes what this call does, but not its method and path. The platform calls it a draft.

        Documentation: https://docs.sociogram.org/developers/platform-api#create-giveaway

        Args:
            uid: The user who gives away. (at least 1; at most 9007199254740991)
            prize: What is given away, paid automatically at the end.
            winners: How many users win. (at least 1)
            duration_seconds: How long one can join, in seconds. (at least 1)
            text: The text of the post.
            is_random: Whether the winners are drawn at random (the documentation lists a "randomizer"). (default True on the server)
            conditions: Who may take part in a poll or giveaway. That there are such conditions is documented, their names are not.
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return await self._client._call(
            _CREATE,
            {},
            {
                "uid": uid,
                "prize": prize,
                "winners": winners,
                "durationSeconds": duration_seconds,
                "text": text,
                "isRandom": is_random,
                "conditions": conditions,
            },
            extra_headers,
            extra_query,
            timeout,
        )


class RawGiveaways:
    """The same calls, giving the answer as it came: status, headers, bytes, and `parse()`."""

    def __init__(self, resource: Giveaways) -> None:
        self.create = to_raw(resource.create)


class RawAsyncGiveaways:
    """The same calls, giving the answer as it came: status, headers, bytes, and `parse()`."""

    def __init__(self, resource: AsyncGiveaways) -> None:
        self.create = to_raw_awaitable(resource.create)
