# Written by "nox -s generate": write overrides/socialize/mock/__init__.py to give the mock a behaviour of its own.
"""A mock of Socialize API that answers every call from the document's examples."""

from __future__ import annotations

from .._core.mock.engine import MockCore


class SocializeMock(MockCore):
    """Answers from the packaged document; a header of each answer says that no behaviour stands behind it."""
