"""Which limits a call falls under, as the document states them, and what is raised. No I/O."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any, Literal, NamedTuple

from ._core.errors import APIError, RateLimitError
from ._core.operation import Operation
from ._core.secrets import Secret

Choice = Literal["wait", "raise", "off"]

_MARGIN, _LONGEST_MARGIN = 0.025, 0.25
"""A window is kept a little longer than documented (of its length; seconds), for requests do not all travel alike."""


class LimitReachedError(RateLimitError):
    """The client's own limit is reached, and it was made with `rate_limit="raise"`. Nothing was sent.

    `retry_after` says in how many seconds there is room.
    """


class LimiterError(APIError):
    """The Redis that the limits are shared in cannot be used, so nothing was sent."""


class Window(NamedTuple):
    """At most `calls` in any `seconds`, among the calls of one `key`."""

    key: str
    calls: int
    seconds: float


class Windows(NamedTuple):
    """The windows of one call: the user's, if there is one, and the one of the whole app or bot."""

    user: Window | None
    app: Window


def windows_of(operation: Operation[Any], values: Mapping[str, Any], token: Secret | None) -> Windows | None:
    """The windows that a call falls into, by the limits in the document; None if it has none.

    Keys hold a digest of the token, never the token, so that they can stand in a Redis.
    """
    if not operation.rate_limits:
        return None
    scope = hashlib.sha256(b"sociogram limits\0" + (token.encoded() if token else b"")).hexdigest()[:16]
    user, app = None, None
    for limit in operation.rate_limits:
        margin = min(limit["seconds"] * _MARGIN, _LONGEST_MARGIN)
        key = f"sociogram:{{{scope}}}:{operation.id}:{limit['per']}"
        if "key" in limit:
            user = Window(f"{key}:{values.get(limit['key'])}", limit["calls"], limit["seconds"] + margin)
        else:
            app = Window(key, limit["calls"], limit["seconds"] + margin)
    assert app is not None, "the document states a limit of the app beside each limit of a user"
    return Windows(user, app)
