# Written by "nox -s generate" from specs/sociogram.yaml and overrides/sociogram/overlay.yaml: edit those.
"""The generated calls of `bots`.

Messages from a chat bot to users, and what users send to a bot.
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

_SEND_MESSAGE: Operation[models.BotMessageSent] = Operation(
    id="bots_send_message",
    method="POST",
    path="/bot/send-message",
    body="json",
    request=lambda: models.BotMessageSend,
    result=lambda: models.BotMessageSent,
    security=(("appKey",),),
    rate_limits=(
        {"per": "bot", "calls": 60, "seconds": 60},
        {"per": "user", "calls": 1, "seconds": 1, "key": "uid"},
    ),
)


class Bots(Resource):
    """Messages from a chat bot to users, and what users send to a bot."""

    def send_message(
        self,
        *,
        uid: models.Uid,
        message: models.BotMessage | Mapping[str, object],
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.BotMessageSent:
        """Send a message from a bot.

        Sends a message from your bot to a user: text, rows of buttons, media. A button either opens an address or comes back
        as `bots_receive_callback`. Repeating the call sends the message again. The FAQ calls the receiver
        `chatId`; the reference, and the body, have `uid`.

        Documented, over HTTP: the only call of this platform whose method, path, header, body and answer are published (in
        the Node SDK `sdk.sendMessage(uid, message)`). Not documented: the status of success, and errors.

        Documentation: https://docs.sociogram.org/developers/chat-bots/api-reference

        Args:
            uid: The user who receives the message. (at least 1; at most 9007199254740991)
            message: What a bot sends. Each part may be left out. That at least one is needed is not documented; send one, an empty message
                makes no sense.
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return self._client._call(
            _SEND_MESSAGE,
            {},
            {
                "uid": uid,
                "message": message,
            },
            extra_headers,
            extra_query,
            timeout,
        )


class AsyncBots(AsyncResource):
    """Messages from a chat bot to users, and what users send to a bot."""

    async def send_message(
        self,
        *,
        uid: models.Uid,
        message: models.BotMessage | Mapping[str, object],
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.BotMessageSent:
        """Send a message from a bot.

        Sends a message from your bot to a user: text, rows of buttons, media. A button either opens an address or comes back
        as `bots_receive_callback`. Repeating the call sends the message again. The FAQ calls the receiver
        `chatId`; the reference, and the body, have `uid`.

        Documented, over HTTP: the only call of this platform whose method, path, header, body and answer are published (in
        the Node SDK `sdk.sendMessage(uid, message)`). Not documented: the status of success, and errors.

        Documentation: https://docs.sociogram.org/developers/chat-bots/api-reference

        Args:
            uid: The user who receives the message. (at least 1; at most 9007199254740991)
            message: What a bot sends. Each part may be left out. That at least one is needed is not documented; send one, an empty message
                makes no sense.
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return await self._client._call(
            _SEND_MESSAGE,
            {},
            {
                "uid": uid,
                "message": message,
            },
            extra_headers,
            extra_query,
            timeout,
        )


class RawBots:
    """The same calls, giving the answer as it came: status, headers, bytes, and `parse()`."""

    def __init__(self, resource: Bots) -> None:
        self.send_message = to_raw(resource.send_message)


class RawAsyncBots:
    """The same calls, giving the answer as it came: status, headers, bytes, and `parse()`."""

    def __init__(self, resource: AsyncBots) -> None:
        self.send_message = to_raw_awaitable(resource.send_message)
