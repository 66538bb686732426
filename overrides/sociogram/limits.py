"""Which limits a call falls under, as the document states them, and what is raised."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, NamedTuple

from pydantic_core import SchemaValidator, ValidationError, core_schema

from ._core.errors import APIError, ConfigurationError, RateLimitError
from ._core.operation import Operation
from ._core.secrets import Secret

Choice = Literal["wait", "raise", "off"]

_MARGIN, _LONGEST_MARGIN = 0.01, 0.25
"""A window is kept a little longer than documented (of its length; seconds), for requests do not all travel alike."""


_PATIENCE = 5.0
"""Seconds that a Redis may take to answer."""


class LimitReachedError(RateLimitError):
    """The client's own limit is reached, and it was made with `rate_limit="raise"`. Nothing was sent.

    `retry_after` says in how many seconds there is room.
    """


class LimiterError(APIError):
    """The Redis that the limits are shared in cannot be used, so nothing was sent."""


def opened(address: Secret) -> Any:
    """A client of the Redis at an address, which may hold a password. Raises ConfigurationError."""
    problem = ""
    try:
        from redis import Redis

        # Older versions of the library wait for ever; the address can have times of its own, as `?socket_timeout=1`.
        return Redis.from_url(address.text(), socket_timeout=_PATIENCE, socket_connect_timeout=_PATIENCE)
    except ImportError:
        problem = "needs redis: install it, or sociogram-client with its extra [redis]"
    except ValueError:
        problem = "must be an address such as redis://host:6379/0 (value not shown)"
    raise ConfigurationError(f"rate_limit_redis= {problem}")


class Window(NamedTuple):
    """At most `calls` in any `seconds`, among the calls of one `key`."""

    key: str
    calls: int
    seconds: float


@dataclass
class Turn:
    """One call's turn: the windows that it falls into, the user's (if there is one) and the one of the app or bot."""

    user: Window | None
    app: Window
    mark: int = 0
    """What its places are called until it is settled when they count from; 0 as long as it has none."""


def turn_of(operation: Operation[Any], values: Mapping[str, Any], token: Secret | None) -> Turn | None:
    """The turn of a call, by the limits in the document; None if it has none.

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
            user = Window(f"{key}:{_number(values.get(limit['key']))}", limit["calls"], limit["seconds"] + margin)
        else:
            app = Window(key, limit["calls"], limit["seconds"] + margin)
    assert app is not None, "the document states a limit of the app beside each limit of a user"
    return Turn(user, app)


def _number(uid: object) -> object:
    """The number of a user as it will be sent: 7, 7.0 and "7" are one user."""
    try:
        return _numbers().validate_python(uid)
    except ValidationError:
        return uid  # it will be refused before it is sent


@cache
def _numbers() -> SchemaValidator:
    return SchemaValidator(core_schema.int_schema())
