"""What no generator knows of the stream: an id says which activity it is only together with the kind."""

from __future__ import annotations

from dataclasses import replace

from .._core._async_base import AsyncBaseClient
from .._resources.activities import AsyncActivities as Generated


class AsyncActivities(Generated):
    """Comments, likes and shares in one stream."""

    def __init__(self, client: AsyncBaseClient) -> None:
        super().__init__(client)
        self._list_paging = replace(self._list_paging, key=("kind_and_id",))
