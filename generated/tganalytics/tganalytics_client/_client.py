# Written by "nox -s generate" from specs/tganalytics.yaml and overrides/tganalytics/overlay.yaml: edit those.
"""The clients of Telegram Mini Apps Analytics API: `TGAnalytics`, and `AsyncTGAnalytics` with the same calls to `await`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Self, Unpack

from ._core._async_base import AsyncBaseClient, AsyncCallOptions, AsyncClientOptions
from ._core._sync_base import BaseClient, CallOptions, ClientOptions
from ._core.auth import Scheme
from ._core.envelope import ErrorRule
from ._core.secrets import Secret, hide, hide_options

if TYPE_CHECKING:
    from ._resources.events import RawAsyncEvents, RawEvents
    from .resources.async_events import AsyncEvents
    from .resources.sync_events import Events

PRODUCTION_URL = "https://tganalytics.xyz"
"""Production."""
STAGING_URL = "https://staging.tganalytics.xyz"
"""Staging. Not in the documentation; the SDK uses it with the setting `env` `STG`."""

_SCHEMES = {
    "authToken": Scheme("header", "token", "TGA-Auth-Token"),
}
_ERRORS = ErrorRule(
    code=("/code",),
    message=(
        "/message",
        "",
    ),
)


class TGAnalytics(BaseClient):
    """Record what happens in a Telegram Mini App

    Args:
        token: Credential; or the variable TGANALYTICS_TOKEN.
        app_name: The app's analytics name, which the token was issued for. Or the variable TGANALYTICS_APP_NAME.
        origin: The origin of the app's pages, which the token was issued for. Or the variable TGANALYTICS_ORIGIN.
        options: timeout, retries, transport and the rest: see `ClientOptions`. `base_url` or TGANALYTICS_BASE_URL.
    """

    _env = "TGANALYTICS"
    _product = "tganalytics-client/0.1.0"
    _default_base_url = PRODUCTION_URL
    _schemes = _SCHEMES
    _error_rule = _ERRORS
    _arguments = {
        "app_name": str,
        "origin": str,
    }

    def __init__(
        self,
        *,
        token: str | Secret | None = None,
        app_name: str | None = None,
        origin: str | None = None,
        **options: Unpack[ClientOptions],
    ) -> None:
        token = hide(token)  # a traceback with locals would show it
        hide_options(options)
        super().__init__(
            credentials={
                "authToken": token,
            },
            defaults={
                "app_name": app_name,
                "origin": origin,
            },
            **options,
        )

    @cached_property
    def events(self) -> Events:
        """Record events, and ask which of them are wanted."""
        from .resources.sync_events import Events

        return Events(self)

    def with_options(
        self,
        *,
        token: str | Secret | None = None,
        app_name: str | None = None,
        origin: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Self:
        """Return a client with other settings over the same connections; this one stays as it is."""
        token = hide(token)
        hide_options(options)
        return self._with(
            credentials={
                "authToken": token,
            },
            defaults={
                "app_name": app_name,
                "origin": origin,
            },
            **options,
        )

    @cached_property
    def with_raw_response(self) -> RawTGAnalytics:
        """The same calls, giving the answer as it came: status, headers, bytes, and `parse()`."""
        return RawTGAnalytics(self)


class RawTGAnalytics:
    """What `with_raw_response` gives: each resource's calls in their raw form."""

    def __init__(self, client: TGAnalytics) -> None:
        self._client = client._raw_view()

    @cached_property
    def events(self) -> RawEvents:
        """The raw form of `events`."""
        from ._resources.events import RawEvents
        from .resources.sync_events import Events

        return RawEvents(Events(self._client))


class AsyncTGAnalytics(AsyncBaseClient):
    """Record what happens in a Telegram Mini App

    Args:
        token: Credential; or the variable TGANALYTICS_TOKEN.
        app_name: The app's analytics name, which the token was issued for. Or the variable TGANALYTICS_APP_NAME.
        origin: The origin of the app's pages, which the token was issued for. Or the variable TGANALYTICS_ORIGIN.
        options: timeout, retries, transport and the rest: see `ClientOptions`. `base_url` or TGANALYTICS_BASE_URL.
    """

    _env = "TGANALYTICS"
    _product = "tganalytics-client/0.1.0"
    _default_base_url = PRODUCTION_URL
    _schemes = _SCHEMES
    _error_rule = _ERRORS
    _arguments = {
        "app_name": str,
        "origin": str,
    }

    def __init__(
        self,
        *,
        token: str | Secret | None = None,
        app_name: str | None = None,
        origin: str | None = None,
        **options: Unpack[AsyncClientOptions],
    ) -> None:
        token = hide(token)  # a traceback with locals would show it
        hide_options(options)
        super().__init__(
            credentials={
                "authToken": token,
            },
            defaults={
                "app_name": app_name,
                "origin": origin,
            },
            **options,
        )

    @cached_property
    def events(self) -> AsyncEvents:
        """Record events, and ask which of them are wanted."""
        from .resources.async_events import AsyncEvents

        return AsyncEvents(self)

    def with_options(
        self,
        *,
        token: str | Secret | None = None,
        app_name: str | None = None,
        origin: str | None = None,
        **options: Unpack[AsyncCallOptions],
    ) -> Self:
        """Return a client with other settings over the same connections; this one stays as it is."""
        token = hide(token)
        hide_options(options)
        return self._with(
            credentials={
                "authToken": token,
            },
            defaults={
                "app_name": app_name,
                "origin": origin,
            },
            **options,
        )

    @cached_property
    def with_raw_response(self) -> RawAsyncTGAnalytics:
        """The same calls, giving the answer as it came: status, headers, bytes, and `parse()`."""
        return RawAsyncTGAnalytics(self)


class RawAsyncTGAnalytics:
    """What `with_raw_response` gives: each resource's calls in their raw form."""

    def __init__(self, client: AsyncTGAnalytics) -> None:
        self._client = client._raw_view()

    @cached_property
    def events(self) -> RawAsyncEvents:
        """The raw form of `events`."""
        from ._resources.events import RawAsyncEvents
        from .resources.async_events import AsyncEvents

        return RawAsyncEvents(AsyncEvents(self._client))
