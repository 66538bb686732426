"""What no generator knows of applications: the app itself in place of a list of one."""

from __future__ import annotations

from typing import Unpack

from .. import models
from .._resources.applications import AsyncApplications as Generated
from ..batches import Extras, only


class AsyncApplications(Generated):
    """The app whose consumer key signs the request. `list_current` is the platform's own call."""

    async def get_current(self, **extras: Unpack[Extras]) -> models.ApplicationFull:
        """Get the app that the consumer key belongs to.

        Documentation: http://api.getsocialize.com/docs/v1/
        """
        return only((await self.list_current(**extras)).items, "applications_get_current")
