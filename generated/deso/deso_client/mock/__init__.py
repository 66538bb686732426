# Copied from overrides/deso/mock/__init__.py by "nox -s generate": edit it there.
"""A mock of a DeSo node that keeps a chain: it constructs genuine transactions, and takes those that keep the rules.

mock = DeSoMock()
anna = mock.add_account(username="anna")
client = DeSo(base_url=mock.base_url, transport=mock.transport(), signer=anna)
"""

from __future__ import annotations

from .._core.mock.engine import Clock
from .chain import RuleError
from .hostile import ALTERATIONS, Alteration, applying_to
from .liar import DeSoLiar
from .state import DerivedKey, Group, Member, Message, Post, Profile, State

__all__ = [
    "ALTERATIONS",
    "Alteration",
    "Clock",
    "DeSoMock",
    "DerivedKey",
    "Group",
    "Member",
    "Message",
    "Post",
    "Profile",
    "RuleError",
    "State",
    "applying_to",
]


class DeSoMock(DeSoLiar):
    """All calls of a DeSo node. See ``DeSoPlatform`` and ``DeSoLiar`` for the switches, ``MockCore`` for the rest.

    Attributes:
        tables: what is on the chain.
        height: height of the newest block; ``mine()`` adds blocks.
    """
