# Written by "nox -s generate": write overrides/sociogram/mock/__init__.py to give the mock a behaviour of its own.
"""A mock of Sociogram Platform API that answers every call from the document's examples."""

from __future__ import annotations

from .._core.mock.engine import MockCore


class SociogramMock(MockCore):
    """Answers from the packaged document; a header of each answer says that no behaviour stands behind it."""
