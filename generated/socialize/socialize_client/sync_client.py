# The sync form of overrides/socialize/async_client.py, derived by "nox -s generate": edit it there.
"""What no generator knows of the client: its keys, and users who are authenticated with it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, Self, TypeVar, Unpack, cast, overload

import httpx2

from . import models
from ._client import PRODUCTION_URL, STAGE_URL, Socialize as Generated
from ._core._sync_base import ClientOptions
from ._core.auth import Scheme
from ._core.envelope import ErrorRule
from ._core.errors import ConfigurationError, ResponseValidationError
from ._core.operation import Operation
from ._core.raw import RawResponse
from ._core.runtime import Runtime
from ._core.secrets import Secret, hide, hide_options
from ._core.types import NOT_GIVEN, HeaderValues, NotGiven, QueryValue, Timeout
from .batches import AuthenticateOptions
from .oauth1 import Signed, from_environment, signer_of, two_legged
from .partial import FieldErrors, checked
from .windows import check_one_way, whole_window

T = TypeVar("T")

_SECURE = "https://api.getsocialize.com"
_SCHEMES: dict[str, Scheme] = {"oauth": Signed("sign", "auth")}


class Socialize(Generated):
    """Comments, likes, shares and views of entities in mobile apps, and alerts to an app's users.

    The hosted service is gone, so there is no default address; `PRODUCTION_URL` and `STAGE_URL` are the documented one
    and the one of the SDKs' tests. Both are plain http, which needs `allow_insecure_http=True`; authentication then
    goes over https by itself. Every request is signed: as the app, or as the user whose token is given.

    Args:
        consumer_key: The app's key. Or the variable SOCIALIZE_CONSUMER_KEY.
        consumer_secret: The app's secret; it signs and is never sent. Or the variable SOCIALIZE_CONSUMER_SECRET.
        token: The token of a user that `authenticate` gave before. Or the variable SOCIALIZE_TOKEN.
        token_secret: The secret of that token; it signs and is never sent. Or the variable SOCIALIZE_TOKEN_SECRET.
        auth: In place of all these: what signs each attempt, such as an `OAuth1` with a clock of its own.
        options: timeout, retries, transport and the rest: see `ClientOptions`. `base_url` or SOCIALIZE_BASE_URL.
    """

    # Only the documented addresses have a separate one for authentication: a mock or a server of one's own has both.
    _servers: Mapping[str, Mapping[str, str]] = {
        _SECURE: {PRODUCTION_URL: _SECURE, STAGE_URL: "https://stage.api.getsocialize.com"}
    }
    _schemes = _SCHEMES
    _error_rule: ErrorRule = FieldErrors()
    _stacklevel = 5  # one more than that of the generated client, for `__init__`
    _authentication: models.Authentication | None = None

    def __init__(
        self,
        *,
        consumer_key: str | Secret | None = None,
        consumer_secret: str | Secret | None = None,
        token: str | Secret | None = None,
        token_secret: str | Secret | None = None,
        auth: httpx2.Auth | None = None,
        **options: Unpack[ClientOptions],
    ) -> None:
        keys = {"consumer_key": hide(consumer_key), "consumer_secret": hide(consumer_secret)}
        keys |= {"token": hide(token), "token_secret": hide(token_secret)}
        del consumer_key, consumer_secret, token, token_secret  # else tracebacks with locals would show them
        hide_options(options)
        if auth is not None and any(key is not None for key in keys.values()):
            raise ConfigurationError("give consumer_key= and the other keys, or auth=, not both")
        signer = auth or from_environment(self._env, keys, options.get("runtime", Runtime()).time)
        super().__init__(auth=signer, **options)

    @property
    def authentication(self) -> models.Authentication:
        """What `authenticate` answered: the user's token and its secret, to keep, and the user.

        Raises:
            ConfigurationError: This client was not made by `authenticate`.
        """
        if self._authentication is None:
            raise ConfigurationError("this client was not made by authenticate(), so it does not know its user")
        return self._authentication

    @property
    def user(self) -> models.UserFull:
        """The user whom `authenticate` bound this client to. See `authentication`."""
        return self.authentication.user

    @overload
    def authenticate(self, *, udid: str, **options: Unpack[AuthenticateOptions]) -> Self: ...

    @overload
    def authenticate(
        self,
        *,
        udid: str,
        auth_type: Literal[1, 2],
        auth_token: str | Secret,
        auth_token_secret: str | Secret | NotGiven = NOT_GIVEN,
        **options: Unpack[AuthenticateOptions],
    ) -> Self: ...

    def authenticate(
        self,
        *,
        udid: str,
        auth_type: Literal[1, 2] | NotGiven = NOT_GIVEN,
        auth_token: str | Secret | NotGiven = NOT_GIVEN,
        auth_token_secret: str | Secret | NotGiven = NOT_GIVEN,
        **options: Unpack[AuthenticateOptions],
    ) -> Self:
        """Get a user's token, and return a client over the same connections whose requests that user signs.

        With `udid` alone the user is anonymous, known by the device; the request is then signed as the app, whatever
        user this client has. With an account at a third party it is signed with this client's user, if there is one,
        whom the account is to be linked to. The first link makes a **new** user, and an account that was linked
        before switches to its user: compare `user` of the new client with the one of this.

        Documentation: http://api.getsocialize.com/docs/v1/

        Args:
            udid: What names the device or installation.
            auth_type: The third party: 1 Facebook, 2 Twitter.
            auth_token: The third party's token for the account. Sent to Socialize, and nowhere else.
            auth_token_secret: The secret of that token; Twitter has one.
            options: `auth_id` (the account's id, which the Android SDK sends), `a` and `v` (further ids of the device,
                which the SDKs send), and what every call takes.

        Returns:
            The client of the user. `user` says who it is, `authentication` has the token to keep: a later client gets
            it as `token=` and `token_secret=`.

        Raises:
            InvalidRequestError: An `auth_token` without `auth_type`. It is a ValueError.
            AuthenticationError: The keys, the signature, or the account's token were refused.
        """
        members = {"auth_token": hide(auth_token), "auth_token_secret": hide(auth_token_secret)}
        del auth_token, auth_token_secret  # else tracebacks with locals would show them
        linking = isinstance(members["auth_token"], Secret)
        asker = self if linking else two_legged(self)
        found = asker.auth.authenticate(udid=udid, auth_type=auth_type, **members, **options)
        if not found.oauth_token.text() or not found.oauth_token_secret.text():
            raise ResponseValidationError("auth_authenticate: the answer has an empty token or secret")
        user = self.as_user(found.oauth_token, found.oauth_token_secret)
        user._authentication = found
        return user

    def as_user(self, token: str | Secret, token_secret: str | Secret) -> Self:
        """Return a client over the same connections whose requests the user with this token signs. Sends nothing.

        Args:
            token: A token that `authenticate` gave before.
            token_secret: Its secret.

        Raises:
            ConfigurationError: This client signs with something else than an `OAuth1`.
        """
        token, token_secret = Secret(token), Secret(token_secret)
        other = self._with(credentials={"oauth": signer_of(self).with_token(token, token_secret)})
        other._authentication = None
        return other

    def _send(
        self,
        operation: Operation[T],
        arguments: Mapping[str, Any],
        body: Any,
        extra_headers: HeaderValues | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeouts: Timeout | float | NotGiven | None = NOT_GIVEN,
    ) -> T:
        check_one_way(operation.id, arguments)
        if operation.method == "DELETE":
            extra_headers = {"Content-Length": "0", **(extra_headers or {})}  # as the documentation has it
        view = self if self._is_raw else self._raw_view()
        extras = extra_headers, extra_query, timeouts
        # What a raw view gives is the RawResponse, see `to_raw`.
        sent = super(Socialize, view)._send(operation, whole_window(arguments), body, *extras)
        raw = cast("RawResponse[T]", sent)
        raw = raw.then(lambda answer: cast(T, checked(raw, answer, operation, body)))
        return cast(T, raw) if self._is_raw else raw.parse()
