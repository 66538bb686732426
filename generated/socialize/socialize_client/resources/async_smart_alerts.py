# Copied from overrides/socialize/resources/async_smart_alerts.py by "nox -s generate": edit it there.
"""What no generator knows of alerts: the Management API is for the app, not for a user of it."""

from __future__ import annotations

from dataclasses import replace

from .._core._async_base import AsyncBaseClient
from .._resources.smart_alerts import AsyncSmartAlerts as Generated
from ..oauth1 import two_legged


class AsyncSmartAlerts(Generated):
    """Notifications that the owner of an app sends to its users; the Management API. All signed two-legged."""

    def __init__(self, client: AsyncBaseClient) -> None:
        super().__init__(two_legged(client))
        self._list_paging = replace(self._list_paging, total=("meta", "total_count"))
