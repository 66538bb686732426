"""What no generator knows of shares: one share by keywords, and lists that are read in both ways."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Unpack, overload

from .. import models
from .._core._async_base import AsyncBaseClient
from .._core.types import NOT_GIVEN, NotGiven
from .._resources.shares import AsyncShares as Generated
from ..batches import ActivityOptions, one, only
from ..windows import EitherWay


class AsyncShares(Generated):
    """Who told others about an entity. `create` records one share, `create_many` many in one request."""

    def __init__(self, client: AsyncBaseClient) -> None:
        super().__init__(client)
        self._list_paging = replace(self._list_paging, strategy=EitherWay())

    @overload
    async def create(
        self,
        *,
        entity_key: str,
        medium: int,
        text: str | NotGiven = NOT_GIVEN,
        medium_name: str | NotGiven = NOT_GIVEN,
        **options: Unpack[ActivityOptions],
    ) -> models.Share: ...

    @overload
    async def create(
        self,
        *,
        entity: models.CreateEntity | Mapping[str, object],
        medium: int,
        text: str | NotGiven = NOT_GIVEN,
        medium_name: str | NotGiven = NOT_GIVEN,
        **options: Unpack[ActivityOptions],
    ) -> models.Share: ...

    async def create(
        self,
        *,
        medium: int,
        entity_key: str | NotGiven = NOT_GIVEN,
        entity: models.CreateEntity | Mapping[str, object] | NotGiven = NOT_GIVEN,
        text: str | NotGiven = NOT_GIVEN,
        medium_name: str | NotGiven = NOT_GIVEN,
        **options: Unpack[ActivityOptions],
    ) -> models.Share:
        """Record that the user who signs the request told others about an entity.

        Sends a batch of one; `create_many` sends many in one request. Give exactly one of `entity_key` and `entity`.

        Documentation: http://api.getsocialize.com/docs/v1/

        Args:
            entity_key: The key of the entity. One that is unknown makes an entity without a name.
            entity: The entity, to be created, or changed if its key exists: its `key` and perhaps a `name`.
            medium: Where: 1 Twitter, 2 Facebook, 3 Email, 4 SMS, 5 Pinterest (observed), 101 other.
            text: The text that went with it.
            medium_name: The medium in words; the Android SDK sends it.
            options: `lat` and `lng` (degrees), `share_location`, `propagation`, `propagation_info_request`, and what
                every call takes: see `ActivityOptions`.

        Raises:
            InvalidRequestError: Not exactly one of `entity_key` and `entity` is given. It is a ValueError.
            PartialFailure: The platform refused it; the text has its reason.
            AuthenticationError: The signature or the user's token was refused.
        """
        members = {
            "entity_key": entity_key,
            "entity": entity,
            "medium": medium,
            "text": text,
            "medium_name": medium_name,
        }
        shares, extras = one(members, options, ActivityOptions)
        return only((await self.create_many(shares, **extras)).items, "shares_create")
