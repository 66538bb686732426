# The sync form of overrides/talkee/resources/async_auth.py, derived by "nox -s generate": edit it there.
"""Logging in: with a Mixin token, or with an Ethereum key."""

from __future__ import annotations

import datetime
from collections.abc import Mapping

from .. import models, siwe
from .._core.errors import AuthenticationError, ConfigurationError
from .._core.secrets import Secret, hide
from .._core.types import NOT_GIVEN, NotGiven, QueryValue, Timeout
from .._resources.auth import Auth as Generated


class Auth(Generated):
    """Exchange a proof of identity for Talkee's own token."""

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
    ) -> models.Login:
        """Log in with a proof that you made yourself; the platform's own call, for its arguments see the document.

        `login_with_mixin` and `login_with_ethereum` make the proof, too. The platform answers null to a method that it
        does not know; here that is an error (`with_raw_response.auth.login` shows the null).

        Raises:
            ConfigurationError: There is no origin; the server needs one, and breaks off without it.
            AuthenticationError: The proof was refused, or the server does not know the method.
        """
        mixin_token, signature = hide(mixin_token), hide(signature)  # tracebacks with locals would show them
        login = super().login(
            method=method,
            origin=self._origin(origin),
            mixin_token=mixin_token,
            signed_message=signed_message,
            signature=signature,
            lang=lang,
            extra_headers=extra_headers,
            extra_query=extra_query,
            timeout=timeout,
        )
        if login is None:
            url = f"{self._client._settings.base_url}/auth/login"
            text = f"POST {url}: the server does not know the login method {method!r} (it answered null)"
            raise AuthenticationError(text, method="POST", url=url, attempts=1, status=401, http_status=200)
        return login

    def login_with_mixin(
        self, mixin_token: str | Secret, *, lang: str | NotGiven = NOT_GIVEN, origin: str | NotGiven = NOT_GIVEN
    ) -> models.Login:
        """Log in with a Mixin access token.

        Args:
            mixin_token: An OAuth token that Mixin issued to the server's app, or a token with scope `FULL` that an app
                signed itself for `GET /me`. It is sent to Talkee, and nowhere else.
            lang: The reader's language, two letters.
            origin: The origin that the site is registered with, if not the client's.

        Returns:
            The token (`access_token`, a `Secret`) and the user. Give it to `with_options(token=…)`; where you store
            it, `access_token.text()` is the text.

        Raises:
            ConfigurationError: There is no origin; the server needs one, and breaks off without it.
            AuthenticationError: The token was refused.
        """
        mixin_token = Secret(mixin_token)  # a traceback with locals would show it
        return self.login(method="mixin_token", mixin_token=mixin_token, lang=lang, origin=origin)

    def login_with_ethereum(
        self,
        signer: siwe.MessageSigner,
        *,
        statement: str | None = None,
        chain_id: int = 1,
        lang: str | NotGiven = NOT_GIVEN,
        origin: str | NotGiven = NOT_GIVEN,
    ) -> models.Login:
        """Log in with an Ethereum account, by a message of EIP-4361 that is valid for three minutes.

        The text is built here and nowhere else; `signer` never sees another one. `EthAccountSigner` signs with a key.
        Text and signature are checked as the server will check them (`siwe.check_login`) before they are sent.

        Args:
            signer: Has the `address` and signs the text (`siwe.MessageSigner`).
            statement: One line of printable ASCII that the wallet shows.
            chain_id: The chain that the account is used on.
            lang: The reader's language, two letters.
            origin: The origin that the site is registered with, if not the client's.

        Returns:
            The token (`access_token`, a `Secret`) and the user.

        Raises:
            ConfigurationError: There is no origin, or it is not like `https://blog.example.com`.
            InvalidRequestError: The address or the statement cannot be sent, another key signed, or signing took longer
                than the three minutes.
            AuthenticationError: The server refused the message or the signature.
        """
        origin = self._origin(origin)
        time = self._client._settings.runtime.time

        def now() -> datetime.datetime:
            return datetime.datetime.fromtimestamp(time(), datetime.UTC)

        text = siwe.build_message(signer.address, origin, statement=statement, chain_id=chain_id, now=now)
        signature = Secret(siwe.signature_text(signer.sign_text(text)))
        siwe.check_login(text, signature, origin, now=now)
        return self.login(method="mvm", signed_message=text, signature=signature, lang=lang, origin=origin)

    def _origin(self, origin: str | NotGiven) -> str:
        found = origin if isinstance(origin, str) else self._client._defaults.get("origin")
        if not found:
            raise ConfigurationError(
                "a login needs the origin that the site is registered with: origin='https://blog.example.com' here, "
                "on the client, or in the variable TALKEE_ORIGIN"
            )
        siwe.domain_of(str(found))
        return str(found)
