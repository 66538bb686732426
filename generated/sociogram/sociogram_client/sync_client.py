# The sync form of overrides/sociogram/async_client.py, derived by "nox -s generate": edit it there.
"""What no generator knows of the client: paths that can be replaced, limits that are kept, invoices."""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import cached_property
from typing import Any, Self, TypeVar, Unpack

from ._client import Sociogram as Generated
from ._core import config
from ._core._sync_base import ClientOptions, Credentials
from ._core.auth import Scheme
from ._core.operation import Operation
from ._core.secrets import Secret, hide, hide_options
from ._core.types import NOT_GIVEN, HeaderValues, NotGiven, QueryValue, Timeout
from .invoices import Invoices
from .limits import Choice, turn_of
from .routes import ParamsIn, Route, Routes
from .sync_limiter import LimitedExecutor, Limiter, current

T = TypeVar("T")

_KEY, _INFERRED_KEY = "appKey", "inferredKey"


class Sociogram(Generated):
    """A client of Sociogram for mini-apps and bots.

    One path of the platform is published: `POST /bot/send-message`, with its header. Of all other calls the
    documentation says what they take and give; **their methods, paths, the places of their parameters and the header of
    their token are inferred**. `inferred_routes` shows them; `paths`, `params_in` and `auth_header` replace them.

    Args:
        token: The token from the Dev Portal; or the variable SOCIOGRAM_TOKEN.
        paths: Methods and paths of inferred calls, as `{"users_notify": "POST /v2/users/{uid}/notify"}`; what stands in
            braces is a parameter of the call. Or the name of a TOML or JSON file with `paths`, `params_in` and
            `auth_header`; or the variable SOCIOGRAM_PATHS with such a name.
        params_in: Where parameters of inferred calls stand: "query" or "body", for all calls, for one
            (`{"checks_follow": "body"}`) or for one parameter (`{"checks_follow": {"userSlug": "query"}}`).
        auth_header: The header that inferred calls have the token in, if not `X-App-Key`; "Authorization: Bearer" works
            too. The documented call keeps its documented header.
        rate_limit: What to do at a documented limit (30 notifications a second and 1 a user; 60 messages of a bot a
            minute and 1 a second and user): "wait", "raise" a LimitReachedError, or "off".
        rate_limit_redis: Where processes and machines share the limits: the address of a Redis, or a client of one
            (`redis.Redis`, for the async client `redis.asyncio.Redis`). Needs the extra `redis`. Without it each client
            counts for itself.
        options: timeout, retries, transport and the rest: see `ClientOptions`. `base_url` or SOCIOGRAM_BASE_URL.
    """

    _stacklevel = 5

    def __init__(
        self,
        *,
        token: str | Secret | None = None,
        paths: Mapping[str, str] | str | os.PathLike[str] | None = None,
        params_in: ParamsIn | None = None,
        auth_header: str | None = None,
        rate_limit: Choice = "wait",
        rate_limit_redis: Any = None,
        **options: Unpack[ClientOptions],
    ) -> None:
        token = hide(token)  # a traceback with locals would show it
        rate_limit_redis = hide(rate_limit_redis)  # an address may hold a password
        hide_options(options)
        super().__init__(token=token, **options)
        named = config.setting(self._env, "paths", NOT_GIVEN, str, None) if paths is None else paths
        self._routes = Routes(named, params_in, auth_header)
        if self._routes.auth_header is not None:
            name = self._routes.auth_header
            kind = Scheme("bearer", "token") if ":" in name else Scheme("header", "token", name)
            self._schemes = {**self._schemes, _INFERRED_KEY: kind}
            self._share_key()
        executor = self._executor
        self._limiter = Limiter(rate_limit, rate_limit_redis, self._settings.runtime)
        self._executor = LimitedExecutor(
            executor.pool, executor.settings, executor.on_request, executor.on_response, self._limiter
        )

    @property
    def inferred_routes(self) -> Mapping[str, Route]:
        """The table of all calls whose path is inferred, and where they go with this client."""
        return self._routes.table()

    @cached_property
    def invoices(self) -> Invoices:
        """Make invoices; nothing is sent."""
        return Invoices()

    def _send(
        self,
        operation: Operation[T],
        arguments: Mapping[str, Any],
        body: Any,
        extra_headers: HeaderValues | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeouts: Timeout | float | NotGiven | None = NOT_GIVEN,
    ) -> T:
        members = body if isinstance(body, Mapping) else getattr(body, "__dict__", {})
        key = self._credentials.get(_KEY)
        turn = turn_of(operation, {**arguments, **members}, key if isinstance(key, Secret) else None)
        if self._routes.auth_header is not None and self._routes.is_inferred(operation.id):
            operation = self._with_inferred_key(operation)
        operation, arguments, body = self._routes.place(operation, arguments, body)
        before = current.set(turn)
        try:
            return super()._send(operation, arguments, body, extra_headers, extra_query, timeouts)
        finally:
            current.reset(before)

    def _with_inferred_key(self, operation: Operation[T]) -> Operation[T]:
        from dataclasses import replace

        known: dict[str, Operation[Any]] = self._memory.setdefault("inferred_key", {})
        if operation.id not in known:
            known[operation.id] = replace(operation, security=((_INFERRED_KEY,),))
        return known[operation.id]

    def _share_key(self) -> None:
        if _INFERRED_KEY in self._schemes and _KEY in self._credentials:
            self._credentials = {**self._credentials, _INFERRED_KEY: self._credentials[_KEY]}

    def _with(self, *, credentials: Credentials | None = None, **options: Any) -> Self:
        other = super()._with(credentials=credentials, **options)
        other._share_key()
        return other

    def _hint(self) -> str:
        return self._schemes[_KEY].how(self._env)

    def close(self) -> None:
        """Close the connections. A copy made by `with_options` closes only itself."""
        if not self._is_copy:
            self._limiter.end()
        super().close()
