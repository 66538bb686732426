# Written by "nox -s generate" from specs/sociogram.yaml and overrides/sociogram/overlay.yaml: edit those.
"""The generated calls of `polls`.

Create polls and see who took part. A draft, with no status in the documentation.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from .. import models
from .._core._async_base import AsyncResource
from .._core._sync_base import Resource
from .._core.operation import Operation, Parameter
from .._core.raw import to_raw, to_raw_awaitable
from .._core.request import hide_named
from .._core.secrets import Secret
from .._core.types import NOT_GIVEN, NotGiven, QueryValue, Timeout

_CREATE: Operation[models.Creation] = Operation(
    id="polls_create",
    method="POST",
    path="/mini-app/create-poll",
    body="json",
    request=lambda: models.PollCreate,
    result=lambda: models.Creation,
    security=(("appKey",),),
    draft=True,
)

_CHECK_PARTICIPATION: Operation[models.Outcome] = Operation(
    id="polls_check_participation",
    method="GET",
    path="/mini-app/check-poll-participation",
    parameters=(
        Parameter("uid", "query", "uid"),
        Parameter("pollId", "query", "poll_id"),
    ),
    result=lambda: models.Outcome,
    security=(("appKey",),),
    retry=True,
    media_types=("text/html",),
    draft=True,
)


class Polls(Resource):
    """Create polls and see who took part. A draft, with no status in the documentation."""

    def create(
        self,
        *,
        uid: models.Uid,
        question: str,
        options: Sequence[str],
        is_anonymous: bool | NotGiven = NOT_GIVEN,
        conditions: models.ParticipationConditions | Mapping[str, object] | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.Creation:
        """Create a poll.

        Creates a poll, with conditions of your own for taking part, as giveaways have them.

        A draft: the documentation gives it no status and takes it for pending or in need of a specification. Documented: what
        it does. Inferred: the inputs, the result, method, path and the body.

        Inferred: the platform publishes what this call does, but not its method and path. The platform calls it a draft.

        Documentation: https://docs.sociogram.org/developers/platform-api#create-poll

        Args:
            uid: The user who asks. (at least 1; at most 9007199254740991)
            question: The question. (at least 1 characters)
            options: The answers to choose from. (at least 2 items)
            is_anonymous: Whether nobody can see who took part; `polls_check_participation` works only for polls that are not. (default False on the server)
            conditions: Who may take part in a poll or giveaway. That there are such conditions is documented, their names are not.
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return self._client._call(
            _CREATE,
            {},
            {
                "uid": uid,
                "question": question,
                "options": options,
                "isAnonymous": is_anonymous,
                "conditions": conditions,
            },
            extra_headers,
            extra_query,
            timeout,
        )

    def check_participation(
        self,
        *,
        uid: models.Uid,
        poll_id: models.ObjectId,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.Outcome:
        """Did a user take part in a poll?

        Tells whether a user took part in a poll that is not anonymous.

        A draft: the documentation gives polls no status and takes them for pending or in need of a specification. Documented:
        what it does. Inferred: the inputs, method, path and the query.

        Inferred: the platform publishes what this call does, but not its method and path. The platform calls it a draft.

        Documentation: https://docs.sociogram.org/developers/platform-api#create-poll

        Args:
            uid: The user, by number. (at least 1; at most 9007199254740991)
            poll_id: The poll, by the id that `polls_create` returned.
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return self._client._call(
            _CHECK_PARTICIPATION,
            {
                "uid": uid,
                "poll_id": poll_id,
            },
            NOT_GIVEN,
            extra_headers,
            extra_query,
            timeout,
        )


class AsyncPolls(AsyncResource):
    """Create polls and see who took part. A draft, with no status in the documentation."""

    async def create(
        self,
        *,
        uid: models.Uid,
        question: str,
        options: Sequence[str],
        is_anonymous: bool | NotGiven = NOT_GIVEN,
        conditions: models.ParticipationConditions | Mapping[str, object] | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.Creation:
        """Create a poll.

        Creates a poll, with conditions of your own for taking part, as giveaways have them.

        A draft: the documentation gives it no status and takes it for pending or in need of a specification. Documented: what
        it does. Inferred: the inputs, the result, method, path and the body.

        Inferred: the platform publishes what this call does, but not its method and path. The platform calls it a draft.

        Documentation: https://docs.sociogram.org/developers/platform-api#create-poll

        Args:
            uid: The user who asks. (at least 1; at most 9007199254740991)
            question: The question. (at least 1 characters)
            options: The answers to choose from. (at least 2 items)
            is_anonymous: Whether nobody can see who took part; `polls_check_participation` works only for polls that are not. (default False on the server)
            conditions: Who may take part in a poll or giveaway. That there are such conditions is documented, their names are not.
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return await self._client._call(
            _CREATE,
            {},
            {
                "uid": uid,
                "question": question,
                "options": options,
                "isAnonymous": is_anonymous,
                "conditions": conditions,
            },
            extra_headers,
            extra_query,
            timeout,
        )

    async def check_participation(
        self,
        *,
        uid: models.Uid,
        poll_id: models.ObjectId,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.Outcome:
        """Did a user take part in a poll?

        Tells whether a user took part in a poll that is not anonymous.

        A draft: the documentation gives polls no status and takes them for pending or in need of a specification. Documented:
        what it does. Inferred: the inputs, method, path and the query.

        Inferred: the platform publishes what this call does, but not its method and path. The platform calls it a draft.

        Documentation: https://docs.sociogram.org/developers/platform-api#create-poll

        Args:
            uid: The user, by number. (at least 1; at most 9007199254740991)
            poll_id: The poll, by the id that `polls_create` returned.
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return await self._client._call(
            _CHECK_PARTICIPATION,
            {
                "uid": uid,
                "poll_id": poll_id,
            },
            NOT_GIVEN,
            extra_headers,
            extra_query,
            timeout,
        )


class RawPolls:
    """The same calls, giving the answer as it came: status, headers, bytes, and `parse()`."""

    def __init__(self, resource: Polls) -> None:
        self.create = to_raw(resource.create)
        self.check_participation = to_raw(resource.check_participation)


class RawAsyncPolls:
    """The same calls, giving the answer as it came: status, headers, bytes, and `parse()`."""

    def __init__(self, resource: AsyncPolls) -> None:
        self.create = to_raw_awaitable(resource.create)
        self.check_participation = to_raw_awaitable(resource.check_participation)
