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
from .._core.request import hide_named
from .._core.secrets import Secret, hide
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
        *,
        udid: models.DeviceId,
        auth_type: models.AuthType | NotGiven = NOT_GIVEN,
        auth_token: str | Secret | NotGiven = NOT_GIVEN,
        auth_token_secret: str | Secret | NotGiven = NOT_GIVEN,
        auth_secret: str | Secret | NotGiven = NOT_GIVEN,
        auth_id: str | NotGiven = NOT_GIVEN,
        a: str | NotGiven = NOT_GIVEN,
        v: str | NotGiven = NOT_GIVEN,
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
            udid: What names the device: a string, as the documentation's table says and the SDKs send. Its example shows a
                number, which is accepted as well. (at least 1 characters)
            auth_type: The third party. Needed with `auth_token`.
            auth_token: The third party's token for the account.
            auth_token_secret: The secret of that token; Twitter has one. This is the name in the documentation's table and in the SDKs.
            auth_secret: The same under the name that the documentation's example has. Send `auth_token_secret`.
            auth_id: The account's id at the third party; the Android SDK sends it.
            a: Another id of the device, which the SDKs send; in base64 on iOS.
            v: Another id of the device, which the iOS SDK sends, in base64.
        """
        # Tracebacks with locals would show them.
        auth_token = hide(auth_token)
        auth_token_secret = hide(auth_token_secret)
        auth_secret = hide(auth_secret)
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return self._client._call(
            _AUTHENTICATE,
            {},
            {
                "udid": udid,
                "auth_type": auth_type,
                "auth_token": auth_token,
                "auth_token_secret": auth_token_secret,
                "auth_secret": auth_secret,
                "auth_id": auth_id,
                "a": a,
                "v": v,
            },
            extra_headers,
            extra_query,
            timeout,
        )

    def authenticate_third_party(
        self,
        *,
        udid: models.DeviceId,
        auth_type: models.AuthType,
        auth_token: str | Secret,
        auth_token_secret: str | Secret | NotGiven = NOT_GIVEN,
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
            udid: What names the device: a string, as the documentation's table says and the SDKs send. Its example shows a
                number, which is accepted as well. (at least 1 characters)
            auth_type: The third party: 1 Facebook, 2 Twitter. The Android SDK sends 0 for an anonymous user, the iOS SDK strings.
            auth_token: The third party's token for the account.
            auth_token_secret: The secret of that token; Twitter has one.
        """
        # Tracebacks with locals would show them.
        auth_token = hide(auth_token)
        auth_token_secret = hide(auth_token_secret)
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return self._client._call(
            _AUTHENTICATE_THIRD_PARTY,
            {},
            {
                "udid": udid,
                "auth_type": auth_type,
                "auth_token": auth_token,
                "auth_token_secret": auth_token_secret,
            },
            extra_headers,
            extra_query,
            timeout,
        )


class AsyncAuth(AsyncResource):
    """Get the token and the secret of a user, who is known by a device or by an account at Facebook or Twitter."""

    async def authenticate(
        self,
        *,
        udid: models.DeviceId,
        auth_type: models.AuthType | NotGiven = NOT_GIVEN,
        auth_token: str | Secret | NotGiven = NOT_GIVEN,
        auth_token_secret: str | Secret | NotGiven = NOT_GIVEN,
        auth_secret: str | Secret | NotGiven = NOT_GIVEN,
        auth_id: str | NotGiven = NOT_GIVEN,
        a: str | NotGiven = NOT_GIVEN,
        v: str | NotGiven = NOT_GIVEN,
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
            udid: What names the device: a string, as the documentation's table says and the SDKs send. Its example shows a
                number, which is accepted as well. (at least 1 characters)
            auth_type: The third party. Needed with `auth_token`.
            auth_token: The third party's token for the account.
            auth_token_secret: The secret of that token; Twitter has one. This is the name in the documentation's table and in the SDKs.
            auth_secret: The same under the name that the documentation's example has. Send `auth_token_secret`.
            auth_id: The account's id at the third party; the Android SDK sends it.
            a: Another id of the device, which the SDKs send; in base64 on iOS.
            v: Another id of the device, which the iOS SDK sends, in base64.
        """
        # Tracebacks with locals would show them.
        auth_token = hide(auth_token)
        auth_token_secret = hide(auth_token_secret)
        auth_secret = hide(auth_secret)
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return await self._client._call(
            _AUTHENTICATE,
            {},
            {
                "udid": udid,
                "auth_type": auth_type,
                "auth_token": auth_token,
                "auth_token_secret": auth_token_secret,
                "auth_secret": auth_secret,
                "auth_id": auth_id,
                "a": a,
                "v": v,
            },
            extra_headers,
            extra_query,
            timeout,
        )

    async def authenticate_third_party(
        self,
        *,
        udid: models.DeviceId,
        auth_type: models.AuthType,
        auth_token: str | Secret,
        auth_token_secret: str | Secret | NotGiven = NOT_GIVEN,
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
            udid: What names the device: a string, as the documentation's table says and the SDKs send. Its example shows a
                number, which is accepted as well. (at least 1 characters)
            auth_type: The third party: 1 Facebook, 2 Twitter. The Android SDK sends 0 for an anonymous user, the iOS SDK strings.
            auth_token: The third party's token for the account.
            auth_token_secret: The secret of that token; Twitter has one.
        """
        # Tracebacks with locals would show them.
        auth_token = hide(auth_token)
        auth_token_secret = hide(auth_token_secret)
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return await self._client._call(
            _AUTHENTICATE_THIRD_PARTY,
            {},
            {
                "udid": udid,
                "auth_type": auth_type,
                "auth_token": auth_token,
                "auth_token_secret": auth_token_secret,
            },
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
