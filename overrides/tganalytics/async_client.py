"""What no generator knows of the client: sessions."""

from __future__ import annotations

import uuid

from . import models
from ._client import AsyncTGAnalytics as Generated
from ._core.errors import ConfigurationError
from .sessions import Session


class AsyncTGAnalytics(Generated):
    __doc__ = Generated.__doc__

    def session(
        self,
        *,
        user_id: int,
        app_name: str | None = None,
        session_id: uuid.UUID | str | None = None,
        is_premium: bool | None = None,
        platform: models.Platform | None = None,
        locale: str | None = None,
        start_param: str | None = None,
    ) -> Session:
        """One visit of a user, which makes its events: `analytics.session(user_id=1).app_init()`. Sends nothing.

        Args:
            user_id: The user's id in Telegram.
            app_name: The app's analytics name, if not the client's.
            session_id: To go on with a visit that began elsewhere; a new one if not given.
            is_premium: Whether the user has Telegram Premium. This and the next three are left out if they are None.
            platform: `tgWebAppPlatform` of the launch parameters.
            locale: The language of the user's Telegram, such as `en`.
            start_param: `tgWebAppStartParam` of the launch parameters.

        Raises:
            ConfigurationError: No app name.
            InvalidRequestError: A field is not as documented; the text names it.
        """
        name = app_name or self._defaults.get("app_name")
        if not name:
            raise ConfigurationError("a session needs the app's analytics name: give app_name= or TGANALYTICS_APP_NAME")
        return Session(
            user_id=user_id,
            app_name=name,
            session_id=session_id,
            is_premium=is_premium,
            platform=platform,
            locale=locale,
            start_param=start_param,
            clock=self._settings.runtime.time,
        )
