# Written by "nox -s generate" from specs/talkee.yaml and overrides/talkee/overlay.yaml: edit those.
"""The generated calls of `auth`.

Exchange a Mixin token or an Ethereum signature for Talkee's own token.
"""

from __future__ import annotations

from collections.abc import Mapping

from .. import models
from .._core._async_base import AsyncResource
from .._core._sync_base import Resource
from .._core.operation import Operation, Parameter
from .._core.raw import to_raw, to_raw_awaitable
from .._core.request import hide_named
from .._core.secrets import Secret, hide
from .._core.types import NOT_GIVEN, NotGiven, QueryValue, Timeout

_LOGIN: Operation[models.Login | None] = Operation(
    id="auth_login",
    method="POST",
    path="/auth/login",
    parameters=(Parameter("Origin", "header", "origin"),),
    body="json",
    request=lambda: models.LoginRequest,
    result=lambda: models.LoginEnvelope,
    unwrap=("data",),
    security=((),),
)


class Auth(Resource):
    """Exchange a Mixin token or an Ethereum signature for Talkee's own token."""

    def login(
        self,
        *,
        method: models.LoginMethod,
        origin: str | NotGiven = NOT_GIVEN,
        mixin_token: str | Secret | NotGiven = NOT_GIVEN,
        signed_message: str | NotGiven = NOT_GIVEN,
        signature: str | Secret | NotGiven = NOT_GIVEN,
        lang: str | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.Login | None:
        """Log in.

        Exchanges a proof of identity for an access token, which the other calls take as `Authorization: Bearer …`. The
        token is a JWT that is valid for 365 days; it can be neither renewed nor withdrawn.

        - `method` `mixin_token`: put a Mixin access token into `mixin_token`, either an OAuth token issued to the
          server's Mixin app, or a token with scope `FULL` that a Mixin app signed itself for `GET /me`.
        - `method` `mvm`: put an EIP-4361 message ("Sign-In with Ethereum") into `signed_message` and its signature into
          `signature`.

        Send the header `Origin`, as a browser does: without it the server breaks off. A method that the server does not
        know is answered with `data: null`: treat that as a failed login.

        Documentation: https://developers.pando.im/references/talkee/api.html#login

        Args:
            method: How the user proves who they are. The server answers `data: null` to a method that it does not know; `mixin_oauth`
                was one in the past.
            origin: The origin of the page that the user logs in on, such as `https://blog.example.com`. **Always send it**, though
                the documentation does not mention it: without `//` in it the server breaks off without an answer. What follows
                `//`, port included, must be the domain in the first line of an EIP-4361 message.
            mixin_token: For `mixin_token`: the Mixin access token. Its name is `mixin_token`; the documentation's text also calls it
                `mixin_access_token`, which is not read.
            signed_message: For `mvm`: the text that was signed, as EIP-4361 defines it; a string, not the JSON object that the
                documentation speaks of. Lines end in LF, the last one without. The address carries its EIP-55 checksum, the
                nonce has 8 or more letters and digits, and expiry and not-before times are enforced. (at least 1 characters)
            signature: For `mvm`: the signature of the text (EIP-191, `personal_sign`), 65 bytes in hexadecimal.
            lang: The user's language, two letters such as `en` or `ja`. The server takes the first two letters of a longer tag
                and `en` for anything shorter, so any string is accepted. It is never returned. (default 'en' on the server)
        """
        # Tracebacks with locals would show them.
        mixin_token = hide(mixin_token)
        signature = hide(signature)
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return self._client._call(
            _LOGIN,
            {
                "origin": origin,
            },
            {
                "method": method,
                "mixin_token": mixin_token,
                "signed_message": signed_message,
                "signature": signature,
                "lang": lang,
            },
            extra_headers,
            extra_query,
            timeout,
        )


class AsyncAuth(AsyncResource):
    """Exchange a Mixin token or an Ethereum signature for Talkee's own token."""

    async def login(
        self,
        *,
        method: models.LoginMethod,
        origin: str | NotGiven = NOT_GIVEN,
        mixin_token: str | Secret | NotGiven = NOT_GIVEN,
        signed_message: str | NotGiven = NOT_GIVEN,
        signature: str | Secret | NotGiven = NOT_GIVEN,
        lang: str | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.Login | None:
        """Log in.

        Exchanges a proof of identity for an access token, which the other calls take as `Authorization: Bearer …`. The
        token is a JWT that is valid for 365 days; it can be neither renewed nor withdrawn.

        - `method` `mixin_token`: put a Mixin access token into `mixin_token`, either an OAuth token issued to the
          server's Mixin app, or a token with scope `FULL` that a Mixin app signed itself for `GET /me`.
        - `method` `mvm`: put an EIP-4361 message ("Sign-In with Ethereum") into `signed_message` and its signature into
          `signature`.

        Send the header `Origin`, as a browser does: without it the server breaks off. A method that the server does not
        know is answered with `data: null`: treat that as a failed login.

        Documentation: https://developers.pando.im/references/talkee/api.html#login

        Args:
            method: How the user proves who they are. The server answers `data: null` to a method that it does not know; `mixin_oauth`
                was one in the past.
            origin: The origin of the page that the user logs in on, such as `https://blog.example.com`. **Always send it**, though
                the documentation does not mention it: without `//` in it the server breaks off without an answer. What follows
                `//`, port included, must be the domain in the first line of an EIP-4361 message.
            mixin_token: For `mixin_token`: the Mixin access token. Its name is `mixin_token`; the documentation's text also calls it
                `mixin_access_token`, which is not read.
            signed_message: For `mvm`: the text that was signed, as EIP-4361 defines it; a string, not the JSON object that the
                documentation speaks of. Lines end in LF, the last one without. The address carries its EIP-55 checksum, the
                nonce has 8 or more letters and digits, and expiry and not-before times are enforced. (at least 1 characters)
            signature: For `mvm`: the signature of the text (EIP-191, `personal_sign`), 65 bytes in hexadecimal.
            lang: The user's language, two letters such as `en` or `ja`. The server takes the first two letters of a longer tag
                and `en` for anything shorter, so any string is accepted. It is never returned. (default 'en' on the server)
        """
        # Tracebacks with locals would show them.
        mixin_token = hide(mixin_token)
        signature = hide(signature)
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return await self._client._call(
            _LOGIN,
            {
                "origin": origin,
            },
            {
                "method": method,
                "mixin_token": mixin_token,
                "signed_message": signed_message,
                "signature": signature,
                "lang": lang,
            },
            extra_headers,
            extra_query,
            timeout,
        )


class RawAuth:
    """The same calls, giving the answer as it came: status, headers, bytes, and `parse()`."""

    def __init__(self, resource: Auth) -> None:
        self.login = to_raw(resource.login)


class RawAsyncAuth:
    """The same calls, giving the answer as it came: status, headers, bytes, and `parse()`."""

    def __init__(self, resource: AsyncAuth) -> None:
        self.login = to_raw_awaitable(resource.login)
