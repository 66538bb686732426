# The sync form of overrides/socialize/resources/async_smart_alerts.py, derived by "nox -s generate": edit it there.
"""What no generator knows of alerts: the Management API is for the app, not for a user of it."""

from __future__ import annotations

from dataclasses import replace

from .._core._sync_base import BaseClient
from .._resources.smart_alerts import SmartAlerts as Generated
from ..oauth1 import two_legged


class SmartAlerts(Generated):
    """Notifications that the owner of an app sends to its users; the Management API. All signed two-legged."""

    def __init__(self, client: BaseClient) -> None:
        super().__init__(two_legged(client))
        self._list_paging = replace(self._list_paging, total=("meta", "total_count"))
