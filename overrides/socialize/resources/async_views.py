"""What no generator knows of views: one view by keywords."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Unpack, overload

from .. import models
from .._core.types import NOT_GIVEN, NotGiven
from .._resources.views import AsyncViews as Generated
from ..batches import ActivityOptions, one, only


class AsyncViews(Generated):
    """Who looked at an entity. `create` records one view, `create_many` many in one request."""

    @overload
    async def create(
        self,
        *,
        entity_key: str,
        **options: Unpack[ActivityOptions],
    ) -> models.View: ...

    @overload
    async def create(
        self,
        *,
        entity: models.CreateEntity | Mapping[str, object],
        **options: Unpack[ActivityOptions],
    ) -> models.View: ...

    async def create(
        self,
        *,
        entity_key: str | NotGiven = NOT_GIVEN,
        entity: models.CreateEntity | Mapping[str, object] | NotGiven = NOT_GIVEN,
        **options: Unpack[ActivityOptions],
    ) -> models.View:
        """Record that the user who signs the request looked at an entity. All have the id 1: they are only counted.

        Sends a batch of one; `create_many` sends many in one request. Give exactly one of `entity_key` and `entity`.

        Documentation: http://api.getsocialize.com/docs/v1/

        Args:
            entity_key: The key of the entity. One that is unknown makes an entity without a name.
            entity: The entity, to be created, or changed if its key exists: its `key` and perhaps a `name`.
            options: `lat` and `lng` (degrees), `share_location`, `propagation`, `propagation_info_request`, and what
                every call takes: see `ActivityOptions`.

        Raises:
            InvalidRequestError: Not exactly one of `entity_key` and `entity` is given. It is a ValueError.
            PartialFailure: The platform refused it; the text has its reason.
            AuthenticationError: The signature or the user's token was refused.
        """
        members = {"entity_key": entity_key, "entity": entity}
        views, extras = one(members, options, ActivityOptions)
        return only((await self.create_many(views, **extras)).items, "views_create")
