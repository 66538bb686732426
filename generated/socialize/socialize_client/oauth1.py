# Copied from overrides/socialize/oauth1.py by "nox -s generate": edit it there.
"""OAuth 1.0a as an httpx2 auth class: signs each attempt anew, over the address and the body that are really sent."""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable, Generator

import httpx2

from . import signing
from ._core.errors import InvalidRequestError
from ._core.secrets import Secret, hide


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
        except ValueError as error:
            problem = f"{request.method} {request.url.path}: {error}"
        raise InvalidRequestError(problem)

    def __repr__(self) -> str:
        return f"<OAuth1, {'two' if self.is_two_legged else 'three'}-legged>"
