"""What no generator knows of users: the two readings of a message's limit, and notifying many."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from functools import partial

from .. import models
from .._core.errors import (
    APIConnectionError,
    APIError,
    APIStatusError,
    AuthenticationError,
    ClientStateError,
    ConfigurationError,
    InvalidRequestError,
    RateLimitError,
)
from .._core.secrets import Secret
from .._core.types import NOT_GIVEN, NotGiven, QueryValue, Timeout
from .._resources.users import AsyncUsers as Generated
from ..async_limiter import leaving
from ..bulk import BulkReport, Journal, Key, shown
from ..hosts import async_call, async_each
from ..limits import LimiterError
from ..notices import check_message

_WORKERS = 40  # as many as can be on the way, and some who wait for their places
_PATIENCE = 10  # so often the platform may say "too many requests" about one user


class AsyncUsers(Generated):
    """Notify users of your app, and learn about them. Much is known without a call: see `parse_launch_data`."""

    async def notify(
        self,
        *,
        uid: models.Uid,
        message: str,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.Outcome:
        """Notify a user; False if the platform says no, as for a user who switched off your app's notifications.

        At most 30 a second and one a second per user, which the client keeps by waiting (see `rate_limit`). Repeating
        the call notifies the user again, so the client does not repeat it. For many users there is `notify_many`.

        Documented: inputs, result and limits, as `sdk.notifyUser(userId, message)`, and that a direct endpoint exists.
        Inferred: method, path, statuses, and that the inputs stand in a JSON body; `inferred_routes` of the client
        shows them, and its argument `paths` replaces them.

        Documentation: https://docs.sociogram.org/developers/platform-api#user-notifications

        Args:
            uid: The number of the user.
            message: At most 500 characters. The documentation says "500 characters in UTF-8": above 500 bytes there is
                a LongMessageWarning, for that is the other reading.

        Raises:
            InvalidRequestError: The message is too long. Nothing was sent.
            LimitReachedError: The limit is reached and the client was made with `rate_limit="raise"`. Nothing was sent.
            NotFoundError: There is no such user (inferred).
        """
        check_message(message)
        return await super().notify(
            uid=uid, message=message, extra_headers=extra_headers, extra_query=extra_query, timeout=timeout
        )

    async def notify_many(
        self,
        users: Iterable[models.Uid],
        message: str,
        *,
        state: str | os.PathLike[str] | None = None,
        progress: bool | Callable[[BulkReport], None] | None = None,
        at_most_once: bool = True,
    ) -> BulkReport:
        """Notify many users, as fast as the limits permit; each of them at most once.

        Right before the request of a user leaves it is written down that this begins, and afterwards how it ended. If
        no answer came, or the program was killed in between, nobody can know whether the user was notified: such users
        are listed in the report as `unknown` and are not notified again.

        With `state` all this is kept in a file (SQLite, written through to the disk), and a call with the same file and
        message goes on where the last one stopped. Without it, it is forgotten with the return.

        Args:
            users: The numbers of the users. Who stands in it twice is notified once.
            message: What to send; see `notify`.
            state: The file to keep the state in; it is made if it is not there. One run at a time can use it.
            progress: True shows a bar on stderr (needs the extra `progress`), False none; by default there is one if
                stderr is a terminal and the extra is installed. A function is called with the report after each user.
            at_most_once: False notifies a user as often as it stands in `users`, and once more those whose outcome is
                unknown from an earlier run.

        Returns:
            How many were notified and how many refused, and who failed for which reason; with `state`, earlier runs
            included.

        Raises:
            InvalidRequestError: The message is too long. Nothing was sent.
            ConfigurationError: The state file belongs to another message, is in use, or is no such file.
            AuthenticationError: The token is wrong. Nobody is counted as notified for it.
            APIConnectionError: The platform cannot be reached. Run it again later, with the same `state`.
        """
        check_message(message)
        journal = Journal(state, message, at_most_once=at_most_once)
        try:
            with shown(progress, users, journal) as tick:

                async def one(key: Key) -> None:
                    await self._one(journal, key, message)
                    tick()

                await async_each(one, journal.numbered(users), _WORKERS)
            return journal.report()
        finally:
            journal.end()

    async def _one(self, journal: Journal, key: Key, message: str) -> None:
        """Notify one user unless that was begun before, and write down how it ended."""
        if not await async_call(journal.reserve, key, blocks=journal.blocks):
            return
        before = leaving.set(partial(async_call, journal.begin, key, blocks=journal.blocks))
        try:
            outcome, reason = await self._outcome(journal, key, message)
        finally:
            leaving.reset(before)
        await async_call(journal.settle, key, outcome, reason, blocks=journal.blocks)

    async def _outcome(self, journal: Journal, key: Key, message: str) -> tuple[str, str]:
        """Notify, again later where the platform says "too many requests"; raises what the others would meet, too."""
        for _ in range(_PATIENCE - 1):
            try:
                return await self._attempted(journal, key, message)
            except RateLimitError as error:
                await self._client._settings.runtime.async_sleep(error.retry_after or 1.0)
        return await self._attempted(journal, key, message)

    async def _attempted(self, journal: Journal, key: Key, message: str) -> tuple[str, str]:
        try:
            return ("sent" if await super().notify(uid=key[0], message=message) else "refused"), ""
        except (AuthenticationError, ConfigurationError, ClientStateError, LimiterError, RateLimitError):
            await async_call(journal.release, key, blocks=journal.blocks)
            raise
        except InvalidRequestError as error:
            return "failed", str(error)
        except APIConnectionError as error:
            if not error.may_have_arrived:
                await async_call(journal.release, key, blocks=journal.blocks)
                raise
            return "unknown", str(error)
        except APIError as error:
            refused = isinstance(error, APIStatusError) and 400 <= (error.status or 500) < 500
            return ("failed" if refused else "unknown"), str(error)
