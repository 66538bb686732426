# Written by "nox -s generate": write overrides/deso/mock/__init__.py to give the mock a behaviour of its own.
"""A mock of DeSo backend API for social transactions that answers every call from the document's examples."""

from __future__ import annotations

from .._core.mock.engine import MockCore


class DeSoMock(MockCore):
    """Answers from the packaged document; a header of each answer says that no behaviour stands behind it."""
