# The sync form of overrides/socialize/resources/async_comments.py, derived by "nox -s generate": edit it there.
"""What no generator knows of comments: one comment by keywords, and lists that are read in both ways."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Unpack, overload

from .. import models
from .._core._sync_base import BaseClient
from .._core.types import NOT_GIVEN, NotGiven
from .._resources.comments import Comments as Generated
from ..batches import ActivityOptions, one, only
from ..windows import EitherWay


class Comments(Generated):
    """What users write about an entity. `create` writes one comment, `create_many` many in one request."""

    def __init__(self, client: BaseClient) -> None:
        super().__init__(client)
        self._list_paging = replace(self._list_paging, strategy=EitherWay())

    @overload
    def create(
        self,
        *,
        entity_key: str,
        text: str,
        subscribe: bool | NotGiven = NOT_GIVEN,
        **options: Unpack[ActivityOptions],
    ) -> models.Comment: ...

    @overload
    def create(
        self,
        *,
        entity: models.CreateEntity | Mapping[str, object],
        text: str,
        subscribe: bool | NotGiven = NOT_GIVEN,
        **options: Unpack[ActivityOptions],
    ) -> models.Comment: ...

    def create(
        self,
        *,
        text: str,
        entity_key: str | NotGiven = NOT_GIVEN,
        entity: models.CreateEntity | Mapping[str, object] | NotGiven = NOT_GIVEN,
        subscribe: bool | NotGiven = NOT_GIVEN,
        **options: Unpack[ActivityOptions],
    ) -> models.Comment:
        """Write a comment as the user who signs the request.

        Sends a batch of one; `create_many` sends many in one request. Give exactly one of `entity_key` and `entity`.

        Documentation: http://api.getsocialize.com/docs/v1/

        Args:
            entity_key: The key of the entity. One that is unknown makes an entity without a name.
            entity: The entity, to be created, or changed if its key exists: its `key` and perhaps a `name`.
            text: The comment, plain text.
            subscribe: Whether to subscribe the user to news about the entity. Left out, nothing changes.
            options: `lat` and `lng` (degrees), `share_location`, `propagation`, `propagation_info_request`, and what
                every call takes: see `ActivityOptions`.

        Raises:
            InvalidRequestError: Not exactly one of `entity_key` and `entity` is given. It is a ValueError.
            PartialFailure: The platform refused it; the text has its reason.
            AuthenticationError: The signature or the user's token was refused.
        """
        members = {"entity_key": entity_key, "entity": entity, "text": text, "subscribe": subscribe}
        comments, extras = one(members, options, ActivityOptions)
        return only((self.create_many(comments, **extras)).items, "comments_create")
