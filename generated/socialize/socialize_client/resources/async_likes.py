# Copied from overrides/socialize/resources/async_likes.py by "nox -s generate": edit it there.
"""What no generator knows of likes: one like by keywords, and lists that are read in both ways."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Unpack, overload

from .. import models
from .._core._async_base import AsyncBaseClient
from .._core.types import NOT_GIVEN, NotGiven
from .._resources.likes import AsyncLikes as Generated
from ..batches import ActivityOptions, one, only
from ..windows import EitherWay


class AsyncLikes(Generated):
    """Who likes an entity. `create` likes one entity, `create_many` many in one request."""

    def __init__(self, client: AsyncBaseClient) -> None:
        super().__init__(client)
        self._list_paging = replace(self._list_paging, strategy=EitherWay())

    @overload
    async def create(
        self,
        *,
        entity_key: str,
        og_action: str | NotGiven = NOT_GIVEN,
        **options: Unpack[ActivityOptions],
    ) -> models.Like: ...

    @overload
    async def create(
        self,
        *,
        entity: models.CreateEntity | Mapping[str, object],
        og_action: str | NotGiven = NOT_GIVEN,
        **options: Unpack[ActivityOptions],
    ) -> models.Like: ...

    async def create(
        self,
        *,
        entity_key: str | NotGiven = NOT_GIVEN,
        entity: models.CreateEntity | Mapping[str, object] | NotGiven = NOT_GIVEN,
        og_action: str | NotGiven = NOT_GIVEN,
        **options: Unpack[ActivityOptions],
    ) -> models.Like:
        """Like an entity as the user who signs the request. A second like of the same entity is the first one again.

        Sends a batch of one; `create_many` sends many in one request. Give exactly one of `entity_key` and `entity`.

        Documentation: http://api.getsocialize.com/docs/v1/

        Args:
            entity_key: The key of the entity. One that is unknown makes an entity without a name.
            entity: The entity, to be created, or changed if its key exists: its `key` and perhaps a `name`.
            og_action: The action of Facebook's Open Graph, `like`; the iOS SDK sends it.
            options: `lat` and `lng` (degrees), `share_location`, `propagation`, `propagation_info_request`, and what
                every call takes: see `ActivityOptions`.

        Raises:
            InvalidRequestError: Not exactly one of `entity_key` and `entity` is given. It is a ValueError.
            PartialFailure: The platform refused it; the text has its reason.
            AuthenticationError: The signature or the user's token was refused.
        """
        members = {"entity_key": entity_key, "entity": entity, "og_action": og_action}
        likes, extras = one(members, options, ActivityOptions)
        return only((await self.create_many(likes, **extras)).items, "likes_create")
