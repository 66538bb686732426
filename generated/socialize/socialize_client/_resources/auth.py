# Written by "nox -s generate" from specs/socialize.yaml and overrides/socialize/overlay.yaml: edit those.
"""The generated calls of `auth`.

Get the token and the secret of a user, who is known by a device or by an account at Facebook or Twitter.

"""

from __future__ import annotations

from collections.abc import Mapping

from .. import models
from .._core._async_base import AsyncResource
from .._core._sync_base import Resource
from .._core.operation import Operation
from .._core.raw import to_raw, to_raw_awaitable
from .._core.secrets import Secret
from .._core.types import NOT_GIVEN, NotGiven, QueryValue, Timeout

_AUTHENTICATE: Operation[models.Authentication] = Operation(
    id="auth_authenticate",
    method="POST",
    path="/v1/authenticate/",
    body="form-json:payload",
    request=lambda: models.AuthenticateRequest,
    result=lambda: models.Authentication,
    security=(("oauth",),),
    server="https://api.getsocialize.com",
)

_AUTHENTICATE_THIRD_PARTY: Operation[models.Authentication] = Operation(
    id="auth_authenticate_third_party",
    method="POST",
    path="/v1/third_party_authenticate/",
    body="form-json:payload",
    request=lambda: models.ThirdPartyAuthenticateRequest,
    result=lambda: models.Authentication,
    security=(("oauth",),),
    server="https://api.getsocialize.com",
)


class Auth(Resource):
    """Get the token and the secret of a user, who is known by a device or by an account at Facebook or Twitter."""

    def authenticate(
        self,
        body: models.AuthenticateRequest | Mapping[str, object],
        *,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.Authentication:
        """Get a user's token.

        Returns the token and the secret that all other calls of the Developer API are signed with, and the user they
        belong to. Send it over https. Send `udid` alone for an anonymous user, or an account at a third party besides:
        `auth_type`, `auth_token` and, for Twitter, `auth_token_secret`.

        Sign it two-legged. To link an account to a user who has a token already, sign it with that token:
        - A token whose user has no linked account changes nothing: the call works as it does without a token.
        - An anonymous user who links an account for the first time becomes a **new** user, with the account attached.
        - An account that was linked before in the same app, on any device, switches to the user it was linked to.
        - A user of one provider who then authenticates with the other one becomes a new user as well.

        So compare the user in the answer with the one you had. The same `udid` works again at any time.

        Documentation: http://api.getsocialize.com/docs/v1/

        Args:
            body: The device and, for a third party, the account's credentials.
        """
        return self._client._call(
            _AUTHENTICATE,
            {},
            body,
            extra_headers,
            extra_query,
            timeout,
        )

    def authenticate_third_party(
        self,
        body: models.ThirdPartyAuthenticateRequest | Mapping[str, object],
        *,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.Authentication:
        """Get a user's token by an account at a third party.

        Does what `auth_authenticate` does when it is given an account at a third party. Only the iOS SDK has it; use
        `auth_authenticate`, which both SDKs and the documentation have.

        Observed in real clients or servers; the platform's documentation does not have it.

        Documentation: https://github.com/socialize/socialize-sdk-ios

        Args:
            body: The device, and the account's credentials.
        """
        return self._client._call(
            _AUTHENTICATE_THIRD_PARTY,
            {},
            body,
            extra_headers,
            extra_query,
            timeout,
        )


class AsyncAuth(AsyncResource):
    """Get the token and the secret of a user, who is known by a device or by an account at Facebook or Twitter."""

    async def authenticate(
        self,
        body: models.AuthenticateRequest | Mapping[str, object],
        *,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.Authentication:
        """Get a user's token.

        Returns the token and the secret that all other calls of the Developer API are signed with, and the user they
        belong to. Send it over https. Send `udid` alone for an anonymous user, or an account at a third party besides:
        `auth_type`, `auth_token` and, for Twitter, `auth_token_secret`.

        Sign it two-legged. To link an account to a user who has a token already, sign it with that token:
        - A token whose user has no linked account changes nothing: the call works as it does without a token.
        - An anonymous user who links an account for the first time becomes a **new** user, with the account attached.
        - An account that was linked before in the same app, on any device, switches to the user it was linked to.
        - A user of one provider who then authenticates with the other one becomes a new user as well.

        So compare the user in the answer with the one you had. The same `udid` works again at any time.

        Documentation: http://api.getsocialize.com/docs/v1/

        Args:
            body: The device and, for a third party, the account's credentials.
        """
        return await self._client._call(
            _AUTHENTICATE,
            {},
            body,
            extra_headers,
            extra_query,
            timeout,
        )

    async def authenticate_third_party(
        self,
        body: models.ThirdPartyAuthenticateRequest | Mapping[str, object],
        *,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.Authentication:
        """Get a user's token by an account at a third party.

        Does what `auth_authenticate` does when it is given an account at a third party. Only the iOS SDK has it; use
        `auth_authenticate`, which both SDKs and the documentation have.

        Observed in real clients or servers; the platform's documentation does not have it.

        Documentation: https://github.com/socialize/socialize-sdk-ios

        Args:
            body: The device, and the account's credentials.
        """
        return await self._client._call(
            _AUTHENTICATE_THIRD_PARTY,
            {},
            body,
            extra_headers,
            extra_query,
            timeout,
        )


class RawAuth:
    """The same calls, giving the answer as it came: status, headers, bytes, and `parse()`."""

    def __init__(self, resource: Auth) -> None:
        self.authenticate = to_raw(resource.authenticate)
        self.authenticate_third_party = to_raw(resource.authenticate_third_party)


class RawAsyncAuth:
    """The same calls, giving the answer as it came: status, headers, bytes, and `parse()`."""

    def __init__(self, resource: AsyncAuth) -> None:
        self.authenticate = to_raw_awaitable(resource.authenticate)
        self.authenticate_third_party = to_raw_awaitable(resource.authenticate_third_party)
