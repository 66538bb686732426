# The sync form of overrides/socialize/resources/async_urls.py, derived by "nox -s generate": edit it there.
"""What no generator knows of short addresses: the address itself in place of a list of one."""

from __future__ import annotations

from typing import Unpack

from .._resources.urls import Urls as Generated
from ..batches import Extras, only


class Urls(Generated):
    """Short addresses of entities. `shorten_batch` is the platform's own call."""

    def shorten(self, entity_key: str, **extras: Unpack[Extras]) -> str:
        """Get a short address for an entity.

        Documentation: http://api.getsocialize.com/docs/v1/

        Args:
            entity_key: The key of the entity.
            extras: What every call takes.
        """
        return only((self.shorten_batch(entity_key=entity_key, **extras)).items, "urls_shorten")
