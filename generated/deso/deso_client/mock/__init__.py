# Copied from overrides/deso/mock/__init__.py by "nox -s generate": edit it there.
"""A mock of a DeSo node that keeps a chain: it constructs genuine transactions, and takes them when they keep the rules.

mock = DeSoMock()
anna = mock.add_account(username="anna")
client = DeSo(base_url=mock.base_url, transport=mock.transport(), signer=anna)
"""

from __future__ import annotations

from .._core.mock.engine import Clock
from .chain import RuleError
from .data import DeSoData
from .state import DerivedKey, Group, Member, Message, Post, Profile, State

__all__ = ["Clock", "DeSoMock", "DerivedKey", "Group", "Member", "Message", "Post", "Profile", "RuleError", "State"]


class DeSoMock(DeSoData):
    """All calls of a DeSo node. See ``DeSoPlatform`` for the switches and ``MockCore`` for the rest.

    Attributes:
        tables: what is on the chain.
        height: height of the newest block; ``mine()`` adds blocks.
    """
