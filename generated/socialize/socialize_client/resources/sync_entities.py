# The sync form of overrides/socialize/resources/async_entities.py, derived by "nox -s generate": edit it there.
"""What no generator knows of entities: one by keywords, one by its key, and lists that are read in both ways."""

from __future__ import annotations

import base64
from dataclasses import replace
from typing import Unpack
from urllib.parse import quote

from .. import models
from .._core._sync_base import BaseClient
from .._core.errors import InvalidRequestError
from .._core.operation import Operation
from .._core.types import NOT_GIVEN, NotGiven
from .._resources.entities import _GET_BY_BASE64_KEY, Entities as Generated
from ..batches import Extras, PlaceOptions, one, only
from ..windows import EitherWay


class Entities(Generated):
    """The things that people comment on, like, share and view. The app chooses their keys."""

    def __init__(self, client: BaseClient) -> None:
        super().__init__(client)
        self._list_paging = replace(self._list_paging, strategy=EitherWay())

    def create(
        self,
        *,
        key: str,
        name: str | NotGiven = NOT_GIVEN,
        type: str | NotGiven = NOT_GIVEN,
        meta: str | NotGiven = NOT_GIVEN,
        **options: Unpack[PlaceOptions],
    ) -> models.FullEntity:
        """Create an entity, or change the one with this key.

        Sends a batch of one; `create_many` sends many in one request. A name or meta data that is missing or empty does
        not erase what is stored.

        Documentation: http://api.getsocialize.com/docs/v1/

        Args:
            key: What names the entity inside the app, usually a URL.
            name: The entity's name.
            type: The kind of entity: `url` or `text` in the documentation, any text for servers since 2013.
            meta: What the app wants to keep about the entity.
            options: `lat` and `lng` (degrees), and what every call takes.

        Raises:
            PartialFailure: The platform refused it; the text has its reason.
        """
        entities, extras = one({"key": key, "name": name, "type": type, "meta": meta}, options, PlaceOptions)
        return only((self.create_many(entities, **extras)).items, "entities_create")

    def get_by_key(self, key: str, **extras: Unpack[Extras]) -> models.FullEntity:
        """Get an entity by its key.

        The key goes into the path in base64 (its UTF-8 bytes, standard alphabet), with `/` as `%2F`.

        Documentation: http://api.getsocialize.com/docs/v1/

        Args:
            key: The entity's key as it is, such as `http://example.com/article`.
            extras: What every call takes.

        Raises:
            InvalidRequestError: The key is empty, or no text that UTF-8 has.
            NotFoundError: There is no such entity.
        """
        # "=" and "+" stay as they are, as in the documentation's example: a server that signs the path as its
        # framework writes it would sign "=", not "%3D".
        operation: Operation[models.FullEntity] = replace(
            _GET_BY_BASE64_KEY, path=f"/v1/entity/{quote(_base64(key), safe='=+')}/", parameters=()
        )
        operation.cache.update(_GET_BY_BASE64_KEY.cache)  # else each call would build anew what reads the answer
        headers, query = extras.get("extra_headers"), extras.get("extra_query")
        entity = self._client._call(operation, {}, NOT_GIVEN, headers, query, extras.get("timeout", NOT_GIVEN))
        _GET_BY_BASE64_KEY.cache.update(operation.cache)
        return entity


def _base64(key: str) -> str:
    if not key:
        raise InvalidRequestError("key is a part of the address and must not be ''")
    try:
        return base64.b64encode(key.encode()).decode()
    except UnicodeEncodeError:
        problem = "key holds half of a surrogate pair, which cannot be sent"
    raise InvalidRequestError(problem)
