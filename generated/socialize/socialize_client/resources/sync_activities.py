# The sync form of overrides/socialize/resources/async_activities.py, derived by "nox -s generate": edit it there.
"""What no generator knows of the stream: an id says which activity it is only together with the kind."""

from __future__ import annotations

from dataclasses import replace

from .._core._sync_base import BaseClient
from .._resources.activities import Activities as Generated


class Activities(Generated):
    """Comments, likes and shares in one stream."""

    def __init__(self, client: BaseClient) -> None:
        super().__init__(client)
        self._list_paging = replace(self._list_paging, key=("kind_and_id",))
