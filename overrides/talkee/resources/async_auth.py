"""Logging in: with a Mixin token, or with an Ethereum key."""

from __future__ import annotations

from .. import models, siwe
from .._core.errors import AuthenticationError, ConfigurationError
from .._core.secrets import Secret
from .._core.types import NOT_GIVEN, NotGiven
from .._resources.auth import AsyncAuth as Generated


class AsyncAuth(Generated):
    """Exchange a proof of identity for Talkee's own token. `login` is the platform's own call."""

    async def login_with_mixin(
        self, mixin_token: str | Secret, *, lang: str | NotGiven = NOT_GIVEN, origin: str | None = None
    ) -> models.Login:
        """Log in with a Mixin access token.

        Args:
            mixin_token: An OAuth token that Mixin issued to the server's app, or a token with scope `FULL` that an app
                signed itself for `GET /me`. It is sent to Talkee, and nowhere else.
            lang: The reader's language, two letters.
            origin: The origin that the site is registered with, if not the client's.

        Returns:
            The token (`access_token`, a `Secret`) and the user. Give it to `with_options(token=…)`, and store
            `access_token.text()` where you keep credentials.

        Raises:
            ConfigurationError: There is no origin; the server needs one, and breaks off without it.
            AuthenticationError: The token was refused.
        """
        mixin_token = Secret(mixin_token)  # a traceback with locals would show it
        headers = {"Origin": self._origin(origin)}
        return self._logged_in(
            await self.login(method="mixin_token", mixin_token=mixin_token, lang=lang, extra_headers=headers)
        )

    async def login_with_ethereum(
        self,
        signer: siwe.MessageSigner,
        *,
        statement: str | None = None,
        chain_id: int = 1,
        lang: str | NotGiven = NOT_GIVEN,
        origin: str | None = None,
    ) -> models.Login:
        """Log in with an Ethereum account, by a message of EIP-4361 that is valid for three minutes.

        The text is built here and nowhere else; `signer` never sees another one. `EthAccountSigner` signs with a key.

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
            InvalidRequestError: The address, the statement or the signature cannot be sent.
            AuthenticationError: The server refused the message or the signature.
        """
        origin = self._origin(origin)
        text = siwe.build_message(signer.address, origin, statement=statement, chain_id=chain_id)
        signature = Secret(siwe.signature_text(signer.sign_text(text)))
        return self._logged_in(
            await self.login(
                method="mvm", signed_message=text, signature=signature, lang=lang, extra_headers={"Origin": origin}
            )
        )

    def _origin(self, origin: str | None) -> str:
        found = origin or self._client._defaults.get("origin")
        if not found:
            raise ConfigurationError(
                "a login needs the origin that the site is registered with: origin='https://blog.example.com' here, "
                "on the client, or in the variable TALKEE_ORIGIN"
            )
        siwe.domain_of(found)
        return str(found)

    def _logged_in(self, login: models.Login | None) -> models.Login:
        if login is None:
            raise AuthenticationError("the server does not know this login method (it answered null)", status=401)
        return login
