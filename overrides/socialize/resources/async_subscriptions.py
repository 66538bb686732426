"""What no generator knows of subscriptions: one by keywords, and lists that are read in both ways."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Unpack, overload

from .. import models
from .._core._async_base import AsyncBaseClient
from .._core.types import NOT_GIVEN, NotGiven
from .._resources.subscriptions import AsyncSubscriptions as Generated
from ..batches import PlaceOptions, one, only
from ..windows import EitherWay


class AsyncSubscriptions(Generated):
    """What the signing user wants to be notified of. `create` is for one, `create_many` for many."""

    def __init__(self, client: AsyncBaseClient) -> None:
        super().__init__(client)
        self._list_paging = replace(self._list_paging, strategy=EitherWay())

    @overload
    async def create(
        self,
        *,
        entity_key: str,
        type: models.KnownSubscriptionType,
        subscribed: bool | NotGiven = NOT_GIVEN,
        **options: Unpack[PlaceOptions],
    ) -> models.Subscription: ...

    @overload
    async def create(
        self,
        *,
        entity: models.CreateEntity | Mapping[str, object],
        type: models.KnownSubscriptionType,
        subscribed: bool | NotGiven = NOT_GIVEN,
        **options: Unpack[PlaceOptions],
    ) -> models.Subscription: ...

    async def create(
        self,
        *,
        type: models.KnownSubscriptionType,
        entity_key: str | NotGiven = NOT_GIVEN,
        entity: models.CreateEntity | Mapping[str, object] | NotGiven = NOT_GIVEN,
        subscribed: bool | NotGiven = NOT_GIVEN,
        **options: Unpack[PlaceOptions],
    ) -> models.Subscription:
        """Subscribe the user who signs the request to news about an entity, or end it with `subscribed=False`.

        A subscription keeps its id when it ends and begins again. Sends a batch of one; `create_many` sends many in one
        request. Give exactly one of `entity_key` and `entity`.

        Documentation: http://api.getsocialize.com/docs/v1/

        Args:
            type: `new_comments` (comments on the entity) or `entity_notification` (what the app's owner sends);
                `new_comment`, as the documentation spells it too, is sent as `new_comments`.
            entity_key: The key of the entity. One that is unknown makes an entity without a name.
            entity: The entity, to be created, or changed if its key exists (observed).
            subscribed: False to end the subscription; default True on the server.
            options: `lat` and `lng` (degrees), and what every call takes.

        Raises:
            InvalidRequestError: Not exactly one of `entity_key` and `entity` is given. It is a ValueError.
            PartialFailure: The platform refused it; the text has its reason.
        """
        members = {"entity_key": entity_key, "entity": entity, "type": type, "subscribed": subscribed}
        subscriptions, extras = one(members, options, PlaceOptions)
        return only((await self.create_many(subscriptions, **extras)).items, "subscriptions_create")
