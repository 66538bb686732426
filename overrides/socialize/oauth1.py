"""OAuth 1.0a as an httpx2 auth class: signs each attempt anew, over the address and the body that are really sent."""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable, Generator, Mapping
from typing import Any, TypeVar, cast

import httpx2

from . import signing
from ._core import config
from ._core._async_base import AsyncBaseClient
from ._core._sync_base import BaseClient
from ._core.auth import Scheme
from ._core.errors import ConfigurationError, InvalidRequestError
from ._core.secrets import Secret, hide
from ._core.types import NOT_GIVEN

C = TypeVar("C", bound=BaseClient | AsyncBaseClient)


def new_nonce() -> str:
    """A nonce: 128 random bits in hexadecimal."""
    return secrets.token_hex(16)


class OAuth1(httpx2.Auth):
    """Signs requests with HMAC-SHA1 and sends the signature in the `Authorization` header.

    Two-legged (as the app) without a token, three-legged (as a user of the app) with one. The client makes one of its
    `consumer_key=` and the rest; make it yourself to set what this has besides, and give it as `auth=`.

    Args:
        consumer_key: Names the app.
        consumer_secret: The app's secret. It signs and is never sent.
        token: Names the user. An empty one is sent as such, and is signed like none.
        token_secret: The token's secret. It signs and is never sent.
        nonce: Gives a nonce for each attempt.
        clock: Gives the time, in seconds since 1970.
        clock_offset: Seconds to add to `clock`: the server's time minus this machine's.
    """

    requires_request_body = True

    def __init__(
        self,
        consumer_key: str | Secret,
        consumer_secret: str | Secret,
        token: str | Secret | None = None,
        token_secret: str | Secret | None = None,
        *,
        nonce: Callable[[], str] = new_nonce,
        clock: Callable[[], float] = time.time,
        clock_offset: float = 0.0,
    ) -> None:
        self._credentials = signing.Credentials(
            Secret(consumer_key).text(), Secret(consumer_secret), hide(token), hide(token_secret)
        )
        del consumer_secret, token_secret  # else tracebacks with locals would show them
        if self._credentials.token_secret is not None and token is None:
            raise ValueError("a token_secret is nothing without its token")
        self._nonce, self._clock, self._clock_offset = nonce, clock, clock_offset

    @property
    def is_two_legged(self) -> bool:
        """Whether requests are signed without a token."""
        return self._credentials.token is None or not self._credentials.token.text()

    def with_token(self, token: str | Secret | None, token_secret: str | Secret | None = None) -> OAuth1:
        """The same app with the token of a user, or (None) without one."""
        return OAuth1(
            self._credentials.consumer_key,
            self._credentials.consumer_secret,
            hide(token),
            hide(token_secret),
            nonce=self._nonce,
            clock=self._clock,
            clock_offset=self._clock_offset,
        )

    def auth_flow(self, request: httpx2.Request) -> Generator[httpx2.Request, httpx2.Response, None]:
        """Sign one attempt. A challenge in the answer is not answered: the signature is all there is to say."""
        request.headers["Authorization"] = self._sign(request)
        yield request

    def _sign(self, request: httpx2.Request) -> str:
        try:
            return signing.authorization(
                self._credentials,
                request.method,
                # Not str(url), which may be shortened for logs: this is what goes over the wire.
                f"{request.url.scheme}://{request.url.netloc.decode()}{request.url.raw_path.decode()}",
                nonce=self._nonce(),
                timestamp=int(self._clock() + self._clock_offset),
                body=request.content,
                content_type=request.headers.get("content-type", ""),
                host=request.headers.get("host"),
            )
        except (ValueError, OverflowError) as error:  # the latter of a clock that says infinity
            problem = f"{request.method} {request.url.path}: {error}"
        raise InvalidRequestError(problem)

    def __repr__(self) -> str:
        return f"<OAuth1, {'two' if self.is_two_legged else 'three'}-legged>"


class Signed(Scheme):
    """The scheme of a document that is signed for, with the words for how a user gives the keys."""

    def how(self, env: str) -> str:
        """How a user gives the keys."""
        return (
            f"consumer_key=… and consumer_secret=…, or the variables {env}_CONSUMER_KEY and {env}_CONSUMER_SECRET, "
            "or auth=OAuth1(…)"
        )


def from_environment(env: str, keys: Mapping[str, Any], clock: Callable[[], float]) -> OAuth1 | None:
    """What signs with these keys, in place of those that are None with the variables; None if there are none.

    Raises ConfigurationError, naming argument and variable, if one is missing to make sense of the others.
    """
    found: dict[str, Secret | None] = {
        name: config.setting(env, name, NOT_GIVEN if key is None else key, Secret, None) for name, key in keys.items()
    }
    if all(key is None for key in found.values()):
        return None
    as_user = bool(found["token"] or found["token_secret"])
    for name in ("consumer_key", "consumer_secret", *(("token", "token_secret") if as_user else ())):
        if found[name] is None:
            raise ConfigurationError(f"the keys are not complete: give {name}=… or the variable {env}_{name.upper()}")
    needed: dict[str, Any] = found
    return OAuth1(needed["consumer_key"], needed["consumer_secret"], found["token"], found["token_secret"], clock=clock)


def signer_of(client: BaseClient | AsyncBaseClient) -> OAuth1:
    """What signs a client's requests. Raises ConfigurationError if that is nothing, or nothing of ours."""
    signer = client._credentials.get("oauth")
    if isinstance(signer, OAuth1):
        return signer
    raise ConfigurationError(
        "a user's token needs an app that signs: make the client with consumer_key=… and consumer_secret=…, or with "
        "auth=OAuth1(…)"
    )


def two_legged(client: C) -> C:
    """The client without its user; itself, if it has none or signs in a way of its own."""
    signer = client._credentials.get("oauth")
    if isinstance(signer, OAuth1) and not signer.is_two_legged:
        return cast(C, client._with(credentials={"oauth": signer.with_token(None)}))
    return client
