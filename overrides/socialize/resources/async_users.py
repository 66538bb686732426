"""What no generator knows of users: the user in every form of the answer, and the stream of what one did."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from .. import models
from .._core._async_base import AsyncBaseClient
from .._core.secrets import Secret
from .._core.types import NOT_GIVEN, NotGiven, QueryValue, Timeout
from .._resources.users import AsyncUsers as Generated
from ..batches import only


class AsyncUsers(Generated):
    """The app's users, their profiles and what they did."""

    def __init__(self, client: AsyncBaseClient) -> None:
        super().__init__(client)
        self._list_activities_paging = replace(self._list_activities_paging, key=("kind_and_id",))

    async def update(
        self,
        user_id: int,
        *,
        id: int | NotGiven = NOT_GIVEN,
        username: str | NotGiven = NOT_GIVEN,
        first_name: str | NotGiven = NOT_GIVEN,
        last_name: str | NotGiven = NOT_GIVEN,
        description: str | NotGiven = NOT_GIVEN,
        location: str | NotGiven = NOT_GIVEN,
        sex: models.Sex | NotGiven = NOT_GIVEN,
        email: str | NotGiven = NOT_GIVEN,
        date_of_birth: models.BirthDate | NotGiven = NOT_GIVEN,
        meta: str | NotGiven = NOT_GIVEN,
        picture: str | NotGiven = NOT_GIVEN,
        small_image_uri: str | NotGiven = NOT_GIVEN,
        medium_image_uri: str | NotGiven = NOT_GIVEN,
        large_image_uri: str | NotGiven = NOT_GIVEN,
        quiet_start_time: models.TimeOfDay | NotGiven = NOT_GIVEN,
        quiet_end_time: models.TimeOfDay | NotGiven = NOT_GIVEN,
        timezone: str | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.UserFull:
        """Change your own profile: that of the user who signs the request.

        Documentation: http://api.getsocialize.com/docs/v1/

        Args:
            user_id: The user's id.
            id: The same, as the Android SDK sends it. Not needed.
            username: The user's name in the app (observed).
            first_name: First name.
            last_name: Last name.
            description: What the user says of themselves.
            location: Where the user lives.
            sex: `M` or `F`.
            email: Address for email. It is never returned.
            date_of_birth: Day of birth, a `datetime.date`. It is never returned.
            meta: What the app keeps about the user, plain text of up to 1024 bytes.
            picture: A picture, PNG in base64. It is stored in three sizes, whose addresses the user has then.
            small_image_uri: The address of the small picture, as it was read (observed).
            medium_image_uri: That of the medium one (observed).
            large_image_uri: That of the large one (observed).
            quiet_start_time: From when on notifications are silent, `HH:MM`.
            quiet_end_time: Until when, `HH:MM`.
            timezone: The name of a time zone in the tz database.

        Returns:
            The user, also where a server answers in an envelope, as documented.

        Raises:
            AuthenticationError: It is the profile of another user.
        """
        answer = await super().update(
            user_id,
            id=id,
            username=username,
            first_name=first_name,
            last_name=last_name,
            description=description,
            location=location,
            sex=sex,
            email=email,
            date_of_birth=date_of_birth,
            meta=meta,
            picture=picture,
            small_image_uri=small_image_uri,
            medium_image_uri=medium_image_uri,
            large_image_uri=large_image_uri,
            quiet_start_time=quiet_start_time,
            quiet_end_time=quiet_end_time,
            timezone=timezone,
            extra_headers=extra_headers,
            extra_query=extra_query,
            timeout=timeout,
        )
        return only(answer.items, "users_update") if isinstance(answer, models.UserUpdateBatch) else answer
