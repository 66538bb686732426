# Written by "nox -s generate" from specs/deso.yaml and overrides/deso/overlay.yaml: edit those.
"""The clients of DeSo backend API for social transactions: `DeSo`, and `AsyncDeSo` with the same calls to `await`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Self, Unpack

from ._core._async_base import AsyncBaseClient, AsyncCallOptions, AsyncClientOptions
from ._core._sync_base import BaseClient, CallOptions, ClientOptions
from ._core.envelope import ErrorRule
from ._core.secrets import hide_options

if TYPE_CHECKING:
    from ._resources.access_group_members import RawAccessGroupMembers, RawAsyncAccessGroupMembers
    from ._resources.access_groups import RawAccessGroups, RawAsyncAccessGroups
    from ._resources.derived_keys import RawAsyncDerivedKeys, RawDerivedKeys
    from ._resources.diamonds import RawAsyncDiamonds, RawDiamonds
    from ._resources.follows import RawAsyncFollows, RawFollows
    from ._resources.likes import RawAsyncLikes, RawLikes
    from ._resources.messages import RawAsyncMessages, RawMessages
    from ._resources.node import AsyncNode, Node, RawAsyncNode, RawNode
    from ._resources.posts import RawAsyncPosts, RawPosts
    from ._resources.profiles import RawAsyncProfiles, RawProfiles
    from ._resources.spending_limits import (
        AsyncSpendingLimits,
        RawAsyncSpendingLimits,
        RawSpendingLimits,
        SpendingLimits,
    )
    from ._resources.transactions import RawAsyncTransactions, RawTransactions
    from .resources.async_access_group_members import AsyncAccessGroupMembers
    from .resources.async_access_groups import AsyncAccessGroups
    from .resources.async_derived_keys import AsyncDerivedKeys
    from .resources.async_diamonds import AsyncDiamonds
    from .resources.async_follows import AsyncFollows
    from .resources.async_likes import AsyncLikes
    from .resources.async_messages import AsyncMessages
    from .resources.async_posts import AsyncPosts
    from .resources.async_profiles import AsyncProfiles
    from .resources.async_transactions import AsyncTransactions
    from .resources.sync_access_group_members import AccessGroupMembers
    from .resources.sync_access_groups import AccessGroups
    from .resources.sync_derived_keys import DerivedKeys
    from .resources.sync_diamonds import Diamonds
    from .resources.sync_follows import Follows
    from .resources.sync_likes import Likes
    from .resources.sync_messages import Messages
    from .resources.sync_posts import Posts
    from .resources.sync_profiles import Profiles
    from .resources.sync_transactions import Transactions

MAINNET_URL = "https://node.deso.org"
"""Main network, the public node. Alive (November 2026)."""
TESTNET_URL = "https://test.deso.org"
"""Test network, where DESO has no value."""

_ERRORS = ErrorRule(
    message=("/error",),
)


class DeSo(BaseClient):
    """Construct, submit and read social transactions on the DeSo blockchain

    Args:
        options: timeout, retries, transport and the rest: see `ClientOptions`. `base_url` or DESO_BASE_URL.
    """

    _env = "DESO"
    _product = "deso-client/0.1.0"
    _default_base_url = MAINNET_URL
    _error_rule = _ERRORS

    def __init__(
        self,
        **options: Unpack[ClientOptions],
    ) -> None:
        hide_options(options)
        super().__init__(
            credentials={},
            defaults={},
            **options,
        )

    @cached_property
    def access_group_members(self) -> AccessGroupMembers:
        """Members of group chats."""
        from .resources.sync_access_group_members import AccessGroupMembers

        return AccessGroupMembers(self)

    @cached_property
    def access_groups(self) -> AccessGroups:
        """Named keys of accounts, to which messages are encrypted."""
        from .resources.sync_access_groups import AccessGroups

        return AccessGroups(self)

    @cached_property
    def derived_keys(self) -> DerivedKeys:
        """Keys that may sign for an account within limits."""
        from .resources.sync_derived_keys import DerivedKeys

        return DerivedKeys(self)

    @cached_property
    def diamonds(self) -> Diamonds:
        """Tips to the authors of posts."""
        from .resources.sync_diamonds import Diamonds

        return Diamonds(self)

    @cached_property
    def follows(self) -> Follows:
        """Who follows whom."""
        from .resources.sync_follows import Follows

        return Follows(self)

    @cached_property
    def likes(self) -> Likes:
        """Likes of posts."""
        from .resources.sync_likes import Likes

        return Likes(self)

    @cached_property
    def messages(self) -> Messages:
        """Direct messages and group chats."""
        from .resources.sync_messages import Messages

        return Messages(self)

    @cached_property
    def node(self) -> Node:
        """State of the node."""
        from ._resources.node import Node

        return Node(self)

    @cached_property
    def posts(self) -> Posts:
        """Posts, comments, reposts and quotes."""
        from .resources.sync_posts import Posts

        return Posts(self)

    @cached_property
    def profiles(self) -> Profiles:
        """Profiles of accounts."""
        from .resources.sync_profiles import Profiles

        return Profiles(self)

    @cached_property
    def spending_limits(self) -> SpendingLimits:
        """The limits of derived keys and their encoding."""
        from ._resources.spending_limits import SpendingLimits

        return SpendingLimits(self)

    @cached_property
    def transactions(self) -> Transactions:
        """Submitting, wrapping, inspecting and finding transactions."""
        from .resources.sync_transactions import Transactions

        return Transactions(self)

    def with_options(
        self,
        **options: Unpack[CallOptions],
    ) -> Self:
        """Return a client with other settings over the same connections; this one stays as it is."""
        hide_options(options)
        return self._with(
            credentials={},
            defaults={},
            **options,
        )

    @cached_property
    def with_raw_response(self) -> RawDeSo:
        """The same calls, giving the answer as it came: status, headers, bytes, and `parse()`."""
        return RawDeSo(self)


class RawDeSo:
    """What `with_raw_response` gives: each resource's calls in their raw form."""

    def __init__(self, client: DeSo) -> None:
        self._client = client._raw_view()

    @cached_property
    def access_group_members(self) -> RawAccessGroupMembers:
        """The raw form of `access_group_members`."""
        from ._resources.access_group_members import RawAccessGroupMembers
        from .resources.sync_access_group_members import AccessGroupMembers

        return RawAccessGroupMembers(AccessGroupMembers(self._client))

    @cached_property
    def access_groups(self) -> RawAccessGroups:
        """The raw form of `access_groups`."""
        from ._resources.access_groups import RawAccessGroups
        from .resources.sync_access_groups import AccessGroups

        return RawAccessGroups(AccessGroups(self._client))

    @cached_property
    def derived_keys(self) -> RawDerivedKeys:
        """The raw form of `derived_keys`."""
        from ._resources.derived_keys import RawDerivedKeys
        from .resources.sync_derived_keys import DerivedKeys

        return RawDerivedKeys(DerivedKeys(self._client))

    @cached_property
    def diamonds(self) -> RawDiamonds:
        """The raw form of `diamonds`."""
        from ._resources.diamonds import RawDiamonds
        from .resources.sync_diamonds import Diamonds

        return RawDiamonds(Diamonds(self._client))

    @cached_property
    def follows(self) -> RawFollows:
        """The raw form of `follows`."""
        from ._resources.follows import RawFollows
        from .resources.sync_follows import Follows

        return RawFollows(Follows(self._client))

    @cached_property
    def likes(self) -> RawLikes:
        """The raw form of `likes`."""
        from ._resources.likes import RawLikes
        from .resources.sync_likes import Likes

        return RawLikes(Likes(self._client))

    @cached_property
    def messages(self) -> RawMessages:
        """The raw form of `messages`."""
        from ._resources.messages import RawMessages
        from .resources.sync_messages import Messages

        return RawMessages(Messages(self._client))

    @cached_property
    def node(self) -> RawNode:
        """The raw form of `node`."""
        from ._resources.node import Node, RawNode

        return RawNode(Node(self._client))

    @cached_property
    def posts(self) -> RawPosts:
        """The raw form of `posts`."""
        from ._resources.posts import RawPosts
        from .resources.sync_posts import Posts

        return RawPosts(Posts(self._client))

    @cached_property
    def profiles(self) -> RawProfiles:
        """The raw form of `profiles`."""
        from ._resources.profiles import RawProfiles
        from .resources.sync_profiles import Profiles

        return RawProfiles(Profiles(self._client))

    @cached_property
    def spending_limits(self) -> RawSpendingLimits:
        """The raw form of `spending_limits`."""
        from ._resources.spending_limits import RawSpendingLimits, SpendingLimits

        return RawSpendingLimits(SpendingLimits(self._client))

    @cached_property
    def transactions(self) -> RawTransactions:
        """The raw form of `transactions`."""
        from ._resources.transactions import RawTransactions
        from .resources.sync_transactions import Transactions

        return RawTransactions(Transactions(self._client))


class AsyncDeSo(AsyncBaseClient):
    """Construct, submit and read social transactions on the DeSo blockchain

    Args:
        options: timeout, retries, transport and the rest: see `ClientOptions`. `base_url` or DESO_BASE_URL.
    """

    _env = "DESO"
    _product = "deso-client/0.1.0"
    _default_base_url = MAINNET_URL
    _error_rule = _ERRORS

    def __init__(
        self,
        **options: Unpack[AsyncClientOptions],
    ) -> None:
        hide_options(options)
        super().__init__(
            credentials={},
            defaults={},
            **options,
        )

    @cached_property
    def access_group_members(self) -> AsyncAccessGroupMembers:
        """Members of group chats."""
        from .resources.async_access_group_members import AsyncAccessGroupMembers

        return AsyncAccessGroupMembers(self)

    @cached_property
    def access_groups(self) -> AsyncAccessGroups:
        """Named keys of accounts, to which messages are encrypted."""
        from .resources.async_access_groups import AsyncAccessGroups

        return AsyncAccessGroups(self)

    @cached_property
    def derived_keys(self) -> AsyncDerivedKeys:
        """Keys that may sign for an account within limits."""
        from .resources.async_derived_keys import AsyncDerivedKeys

        return AsyncDerivedKeys(self)

    @cached_property
    def diamonds(self) -> AsyncDiamonds:
        """Tips to the authors of posts."""
        from .resources.async_diamonds import AsyncDiamonds

        return AsyncDiamonds(self)

    @cached_property
    def follows(self) -> AsyncFollows:
        """Who follows whom."""
        from .resources.async_follows import AsyncFollows

        return AsyncFollows(self)

    @cached_property
    def likes(self) -> AsyncLikes:
        """Likes of posts."""
        from .resources.async_likes import AsyncLikes

        return AsyncLikes(self)

    @cached_property
    def messages(self) -> AsyncMessages:
        """Direct messages and group chats."""
        from .resources.async_messages import AsyncMessages

        return AsyncMessages(self)

    @cached_property
    def node(self) -> AsyncNode:
        """State of the node."""
        from ._resources.node import AsyncNode

        return AsyncNode(self)

    @cached_property
    def posts(self) -> AsyncPosts:
        """Posts, comments, reposts and quotes."""
        from .resources.async_posts import AsyncPosts

        return AsyncPosts(self)

    @cached_property
    def profiles(self) -> AsyncProfiles:
        """Profiles of accounts."""
        from .resources.async_profiles import AsyncProfiles

        return AsyncProfiles(self)

    @cached_property
    def spending_limits(self) -> AsyncSpendingLimits:
        """The limits of derived keys and their encoding."""
        from ._resources.spending_limits import AsyncSpendingLimits

        return AsyncSpendingLimits(self)

    @cached_property
    def transactions(self) -> AsyncTransactions:
        """Submitting, wrapping, inspecting and finding transactions."""
        from .resources.async_transactions import AsyncTransactions

        return AsyncTransactions(self)

    def with_options(
        self,
        **options: Unpack[AsyncCallOptions],
    ) -> Self:
        """Return a client with other settings over the same connections; this one stays as it is."""
        hide_options(options)
        return self._with(
            credentials={},
            defaults={},
            **options,
        )

    @cached_property
    def with_raw_response(self) -> RawAsyncDeSo:
        """The same calls, giving the answer as it came: status, headers, bytes, and `parse()`."""
        return RawAsyncDeSo(self)


class RawAsyncDeSo:
    """What `with_raw_response` gives: each resource's calls in their raw form."""

    def __init__(self, client: AsyncDeSo) -> None:
        self._client = client._raw_view()

    @cached_property
    def access_group_members(self) -> RawAsyncAccessGroupMembers:
        """The raw form of `access_group_members`."""
        from ._resources.access_group_members import RawAsyncAccessGroupMembers
        from .resources.async_access_group_members import AsyncAccessGroupMembers

        return RawAsyncAccessGroupMembers(AsyncAccessGroupMembers(self._client))

    @cached_property
    def access_groups(self) -> RawAsyncAccessGroups:
        """The raw form of `access_groups`."""
        from ._resources.access_groups import RawAsyncAccessGroups
        from .resources.async_access_groups import AsyncAccessGroups

        return RawAsyncAccessGroups(AsyncAccessGroups(self._client))

    @cached_property
    def derived_keys(self) -> RawAsyncDerivedKeys:
        """The raw form of `derived_keys`."""
        from ._resources.derived_keys import RawAsyncDerivedKeys
        from .resources.async_derived_keys import AsyncDerivedKeys

        return RawAsyncDerivedKeys(AsyncDerivedKeys(self._client))

    @cached_property
    def diamonds(self) -> RawAsyncDiamonds:
        """The raw form of `diamonds`."""
        from ._resources.diamonds import RawAsyncDiamonds
        from .resources.async_diamonds import AsyncDiamonds

        return RawAsyncDiamonds(AsyncDiamonds(self._client))

    @cached_property
    def follows(self) -> RawAsyncFollows:
        """The raw form of `follows`."""
        from ._resources.follows import RawAsyncFollows
        from .resources.async_follows import AsyncFollows

        return RawAsyncFollows(AsyncFollows(self._client))

    @cached_property
    def likes(self) -> RawAsyncLikes:
        """The raw form of `likes`."""
        from ._resources.likes import RawAsyncLikes
        from .resources.async_likes import AsyncLikes

        return RawAsyncLikes(AsyncLikes(self._client))

    @cached_property
    def messages(self) -> RawAsyncMessages:
        """The raw form of `messages`."""
        from ._resources.messages import RawAsyncMessages
        from .resources.async_messages import AsyncMessages

        return RawAsyncMessages(AsyncMessages(self._client))

    @cached_property
    def node(self) -> RawAsyncNode:
        """The raw form of `node`."""
        from ._resources.node import AsyncNode, RawAsyncNode

        return RawAsyncNode(AsyncNode(self._client))

    @cached_property
    def posts(self) -> RawAsyncPosts:
        """The raw form of `posts`."""
        from ._resources.posts import RawAsyncPosts
        from .resources.async_posts import AsyncPosts

        return RawAsyncPosts(AsyncPosts(self._client))

    @cached_property
    def profiles(self) -> RawAsyncProfiles:
        """The raw form of `profiles`."""
        from ._resources.profiles import RawAsyncProfiles
        from .resources.async_profiles import AsyncProfiles

        return RawAsyncProfiles(AsyncProfiles(self._client))

    @cached_property
    def spending_limits(self) -> RawAsyncSpendingLimits:
        """The raw form of `spending_limits`."""
        from ._resources.spending_limits import AsyncSpendingLimits, RawAsyncSpendingLimits

        return RawAsyncSpendingLimits(AsyncSpendingLimits(self._client))

    @cached_property
    def transactions(self) -> RawAsyncTransactions:
        """The raw form of `transactions`."""
        from ._resources.transactions import RawAsyncTransactions
        from .resources.async_transactions import AsyncTransactions

        return RawAsyncTransactions(AsyncTransactions(self._client))
