# The sync form of overrides/socialize/resources/async_applications.py, derived by "nox -s generate": edit it there.
"""What no generator knows of applications: the app itself in place of a list of one."""

from __future__ import annotations

from typing import Unpack

from .. import models
from .._resources.applications import Applications as Generated
from ..batches import Extras, only


class Applications(Generated):
    """The app whose consumer key signs the request. `list_current` is the platform's own call."""

    def get_current(self, **extras: Unpack[Extras]) -> models.ApplicationFull:
        """Get the app that the consumer key belongs to.

        Documentation: http://api.getsocialize.com/docs/v1/
        """
        return only((self.list_current(**extras)).items, "applications_get_current")
