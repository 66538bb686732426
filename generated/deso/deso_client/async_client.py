# Copied from overrides/deso/async_client.py by "nox -s generate": edit it there.
"""What no generator knows of the client: who signs, how far a node may go, and typed errors."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from typing import Any, Self, TypeVar, Unpack

from ._client import TESTNET_URL
from ._client import AsyncDeSo as Generated
from ._core import config
from ._core._async_base import AsyncCallOptions, AsyncClientOptions
from ._core.errors import APIStatusError, ConfigurationError, InvalidRequestError
from ._core.operation import Operation
from ._core.secrets import Secret, hide_options
from ._core.types import NOT_GIVEN, HeaderValues, NotGiven, QueryValue, Timeout
from .account import Account, AnySigner, AsyncTipSource, PolicyOptions
from .keys import MAINNET, TESTNET, Network, PrivateKey, make_token
from .messages import MemoryPins, Pins
from .rules import typed
from .submission import SignedNonces
from .trust import Trust

T = TypeVar("T")

_ROUTE = re.compile("[a-z0-9]+(?:[-/][a-z0-9]+)*")


class AsyncDeSo(Generated):
    """Construct, verify, sign, submit and read social transactions on the DeSo blockchain.

    Reading needs no signer. With one, each writing call constructs a transaction, compares the bytes with what was
    asked for, signs and submits them. Safe to share between threads and tasks.

    Args:
        signer: Who signs: a ``keys.PrivateKey``, a ``keys.DerivedSigner``, or anything with a ``public_key`` and a
            ``sign(digest)``. Keys never leave the process.
        seed_hex: The account's seed hex (64 hexadecimal digits) in place of a signer; or DESO_SEED_HEX.
        network: ``keys.MAINNET`` or ``keys.TESTNET``; by default the one that belongs to the address.
        policy: How far a node may go where it has a choice: members of ``transactions.TransactionPolicy``.
        tip_source: Gives the height of the newest block, from a source that you trust; by default the node itself is
            asked, and a node that lies about it can keep a transaction back for longer than the policy says.
        pins: Where access-group keys of others are remembered; by default in memory, which a restart loses.
        group_keys: Private keys of the account's access groups, by name, for signers that are no ``PrivateKey``.
        options: timeout, retries, transport and the rest: see `AsyncClientOptions`. `base_url` or DESO_BASE_URL.
    """

    def __init__(
        self,
        *,
        signer: AnySigner | None = None,
        seed_hex: Secret | str | None = None,
        network: Network | None = None,
        policy: PolicyOptions | None = None,
        tip_source: AsyncTipSource | None = None,
        pins: Pins | None = None,
        group_keys: Mapping[str, PrivateKey] | None = None,
        **options: Unpack[AsyncClientOptions],
    ) -> None:
        seed_hex = Secret(seed_hex) if isinstance(seed_hex, str) else seed_hex  # before anything fails and is shown
        hide_options(options)
        super().__init__(**options)
        if signer is not None and seed_hex is not None:
            raise ConfigurationError("signer= and seed_hex= both say who signs: give one")
        if signer is None:
            signer = config.setting(self._env, "seed_hex", seed_hex or NOT_GIVEN, PrivateKey.from_seed_hex, None)
        is_testnet = self._settings.base_url == TESTNET_URL
        self._network = network or (TESTNET if is_testnet else MAINNET)
        self._account = Account(signer, self._network, dict(group_keys or {})) if signer else None
        self._policy: PolicyOptions = policy or {}
        self._tip_source = tip_source
        self._trust = Trust(MemoryPins() if pins is None else pins)
        self._is_named = bool(options.get("base_url") or os.environ.get("DESO_BASE_URL"))
        self._memory["nonces"] = SignedNonces()

    @property
    def account(self) -> Account:
        """Who the client writes for. Raises ConfigurationError when it has no signer."""
        if self._account is None:
            raise ConfigurationError(
                "this call signs a transaction: give the client signer= or seed_hex=, or set DESO_SEED_HEX"
            )
        return self._account

    @property
    def pins(self) -> Pins:
        """The access-group keys of others that are remembered."""
        return self._trust.pins

    # What this adds to the generated one, pyright takes for a change of it.
    def with_options(  # pyright: ignore[reportIncompatibleMethodOverride]
        self,
        *,
        signer: AnySigner | None = None,
        policy: PolicyOptions | None = None,
        tip_source: AsyncTipSource | None = None,
        **options: Unpack[AsyncCallOptions],
    ) -> Self:
        """Return a client with other settings over the same connections; this one stays as it is.

        ``policy`` changes the members that it names. Another ``signer`` is another account: the ``group_keys`` of this
        one do not go with it.
        """
        other = super().with_options(**options)
        if signer is not None:
            other._account = Account(signer, self._network)
        other._policy = {**self._policy, **(policy or {})}
        other._tip_source = tip_source or self._tip_source
        return other

    async def call_with_token(self, route: str, body: Mapping[str, Any] | None = None, *, lifetime: int = 60) -> Any:
        """Call a route of the node that wants a JWT in its body, and return its answer as plain JSON values.

        The token is made for this call, lives ``lifetime`` seconds (1 to 600) and goes to the ``base_url`` that you
        named, and nowhere else: whoever gets hold of it can use it at any other node. For routes that are not in this
        client, such as ``mark-all-messages-read``; not for those that take a form (``upload-image``). Not repeated.

        Args:
            route: What follows ``/api/v0/``.
            body: The members of the body besides JWT, under their names on the wire.
            lifetime: Seconds until the token expires.

        Raises:
            ConfigurationError: No signer; the node was not named (``base_url=`` or DESO_BASE_URL); or the token would
                travel readable over plain http to another machine.
            InvalidRequestError: The route is not a path of lower-case words, or the body has a JWT of its own.
            AuthenticationError: The node refuses the token.
        """
        base_url = self._settings.base_url
        if not self._is_named:
            raise ConfigurationError("a JWT goes only to a node that you named: give base_url= or set DESO_BASE_URL")
        if config.is_readable_on_the_way(base_url) and not self._allow_insecure_http:
            raise ConfigurationError(f"the JWT would travel readable over plain http to {base_url}: use https")
        if not _ROUTE.fullmatch(route):
            raise InvalidRequestError(
                f"route is what follows /api/v0/, such as 'mark-all-messages-read', not {route!r}"
            )
        if "JWT" in (body or {}):
            raise InvalidRequestError("the JWT is made by this call: leave it out of the body")
        now = self._settings.runtime.time()
        token = make_token(self.account.signer, lifetime=lifetime, now=now, network=self._network)
        operation: Operation[Any] = Operation(
            id="call_with_token", method="POST", path=f"/api/v0/{route}", body="json", result=lambda: Any
        )
        return await self._call(operation, {}, {**(body or {}), "JWT": token})

    async def _send(
        self,
        operation: Operation[T],
        arguments: Mapping[str, Any],
        body: Any,
        extra_headers: HeaderValues | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeouts: Timeout | float | NotGiven | None = NOT_GIVEN,
    ) -> T:
        try:
            return await super()._send(operation, arguments, body, extra_headers, extra_query, timeouts)
        except APIStatusError as error:
            found = typed(error)
        raise found
