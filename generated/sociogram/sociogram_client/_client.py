# Written by "nox -s generate" from specs/sociogram.yaml and overrides/sociogram/overlay.yaml: edit those.
"""The clients of Sociogram Platform API: `Sociogram`, and `AsyncSociogram` with the same calls to `await`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Self, Unpack

from ._core._async_base import AsyncBaseClient, AsyncCallOptions, AsyncClientOptions
from ._core._sync_base import BaseClient, CallOptions, ClientOptions
from ._core.auth import Scheme
from ._core.envelope import ErrorRule
from ._core.secrets import Secret, hide, hide_options

if TYPE_CHECKING:
    from ._resources.bots import AsyncBots, Bots, RawAsyncBots, RawBots
    from ._resources.checks import AsyncChecks, Checks, RawAsyncChecks, RawChecks
    from ._resources.comments import AsyncComments, Comments, RawAsyncComments, RawComments
    from ._resources.giveaways import AsyncGiveaways, Giveaways, RawAsyncGiveaways, RawGiveaways
    from ._resources.payouts import RawAsyncPayouts, RawPayouts
    from ._resources.polls import AsyncPolls, Polls, RawAsyncPolls, RawPolls
    from ._resources.posts import AsyncPosts, Posts, RawAsyncPosts, RawPosts
    from ._resources.publications import AsyncPublications, Publications, RawAsyncPublications, RawPublications
    from ._resources.users import RawAsyncUsers, RawUsers
    from .resources.async_payouts import AsyncPayouts
    from .resources.async_users import AsyncUsers
    from .resources.sync_payouts import Payouts
    from .resources.sync_users import Users

PRODUCTION_URL = "https://api.sociogram.org"
"""Production. Documented for bots; inferred for mini-apps. No server for tests is published."""

_SCHEMES = {
    "appKey": Scheme("header", "token", "X-App-Key"),
}
_ERRORS = ErrorRule(
    code=("/error",),
    message=("/message",),
)


class Sociogram(BaseClient):
    """Notifications, purchases, payouts and checks of user actions for mini-apps of Sociogram, and messages of its bots

    Args:
        token: Credential; or the variable SOCIOGRAM_TOKEN.
        options: timeout, retries, transport and the rest: see `ClientOptions`. `base_url` or SOCIOGRAM_BASE_URL.
    """

    _env = "SOCIOGRAM"
    _product = "sociogram-client/0.1.0"
    _default_base_url = PRODUCTION_URL
    _schemes = _SCHEMES
    _error_rule = _ERRORS

    def __init__(
        self,
        *,
        token: str | Secret | None = None,
        **options: Unpack[ClientOptions],
    ) -> None:
        token = hide(token)  # a traceback with locals would show it
        hide_options(options)
        super().__init__(
            credentials={
                "appKey": token,
            },
            defaults={},
            **options,
        )

    @cached_property
    def bots(self) -> Bots:
        """Messages from a chat bot to users, and what users send to a bot."""
        from ._resources.bots import Bots

        return Bots(self)

    @cached_property
    def checks(self) -> Checks:
        """Did a user engage with a publication, pay for it, follow somebody?"""
        from ._resources.checks import Checks

        return Checks(self)

    @cached_property
    def comments(self) -> Comments:
        """Find, write and delete comments. Writing and deleting is documented as done, as functions without calls."""
        from ._resources.comments import Comments

        return Comments(self)

    @cached_property
    def giveaways(self) -> Giveaways:
        """Create giveaways. A draft, with no status in the documentation."""
        from ._resources.giveaways import Giveaways

        return Giveaways(self)

    @cached_property
    def payouts(self) -> Payouts:
        """Pay from the mini-app balance, to users of the app or to its developer."""
        from .resources.sync_payouts import Payouts

        return Payouts(self)

    @cached_property
    def polls(self) -> Polls:
        """Create polls and see who took part. A draft, with no status in the documentation."""
        from ._resources.polls import Polls

        return Polls(self)

    @cached_property
    def posts(self) -> Posts:
        """Create, edit, delete, repost and pin posts, or publications. Documented as done, as functions without calls."""
        from ._resources.posts import Posts

        return Posts(self)

    @cached_property
    def publications(self) -> Publications:
        """Find what users published."""
        from ._resources.publications import Publications

        return Publications(self)

    @cached_property
    def users(self) -> Users:
        """Notify users of your app, and learn about them. Much is known without a call: see `LaunchData`."""
        from .resources.sync_users import Users

        return Users(self)

    def with_options(
        self,
        *,
        token: str | Secret | None = None,
        **options: Unpack[CallOptions],
    ) -> Self:
        """Return a client with other settings over the same connections; this one stays as it is."""
        token = hide(token)
        hide_options(options)
        return self._with(
            credentials={
                "appKey": token,
            },
            defaults={},
            **options,
        )

    @cached_property
    def with_raw_response(self) -> RawSociogram:
        """The same calls, giving the answer as it came: status, headers, bytes, and `parse()`."""
        return RawSociogram(self)


class RawSociogram:
    """What `with_raw_response` gives: each resource's calls in their raw form."""

    def __init__(self, client: Sociogram) -> None:
        self._client = client._raw_view()

    @cached_property
    def bots(self) -> RawBots:
        """The raw form of `bots`."""
        from ._resources.bots import Bots, RawBots

        return RawBots(Bots(self._client))

    @cached_property
    def checks(self) -> RawChecks:
        """The raw form of `checks`."""
        from ._resources.checks import Checks, RawChecks

        return RawChecks(Checks(self._client))

    @cached_property
    def comments(self) -> RawComments:
        """The raw form of `comments`."""
        from ._resources.comments import Comments, RawComments

        return RawComments(Comments(self._client))

    @cached_property
    def giveaways(self) -> RawGiveaways:
        """The raw form of `giveaways`."""
        from ._resources.giveaways import Giveaways, RawGiveaways

        return RawGiveaways(Giveaways(self._client))

    @cached_property
    def payouts(self) -> RawPayouts:
        """The raw form of `payouts`."""
        from ._resources.payouts import RawPayouts
        from .resources.sync_payouts import Payouts

        return RawPayouts(Payouts(self._client))

    @cached_property
    def polls(self) -> RawPolls:
        """The raw form of `polls`."""
        from ._resources.polls import Polls, RawPolls

        return RawPolls(Polls(self._client))

    @cached_property
    def posts(self) -> RawPosts:
        """The raw form of `posts`."""
        from ._resources.posts import Posts, RawPosts

        return RawPosts(Posts(self._client))

    @cached_property
    def publications(self) -> RawPublications:
        """The raw form of `publications`."""
        from ._resources.publications import Publications, RawPublications

        return RawPublications(Publications(self._client))

    @cached_property
    def users(self) -> RawUsers:
        """The raw form of `users`."""
        from ._resources.users import RawUsers
        from .resources.sync_users import Users

        return RawUsers(Users(self._client))


class AsyncSociogram(AsyncBaseClient):
    """Notifications, purchases, payouts and checks of user actions for mini-apps of Sociogram, and messages of its bots

    Args:
        token: Credential; or the variable SOCIOGRAM_TOKEN.
        options: timeout, retries, transport and the rest: see `ClientOptions`. `base_url` or SOCIOGRAM_BASE_URL.
    """

    _env = "SOCIOGRAM"
    _product = "sociogram-client/0.1.0"
    _default_base_url = PRODUCTION_URL
    _schemes = _SCHEMES
    _error_rule = _ERRORS

    def __init__(
        self,
        *,
        token: str | Secret | None = None,
        **options: Unpack[AsyncClientOptions],
    ) -> None:
        token = hide(token)  # a traceback with locals would show it
        hide_options(options)
        super().__init__(
            credentials={
                "appKey": token,
            },
            defaults={},
            **options,
        )

    @cached_property
    def bots(self) -> AsyncBots:
        """Messages from a chat bot to users, and what users send to a bot."""
        from ._resources.bots import AsyncBots

        return AsyncBots(self)

    @cached_property
    def checks(self) -> AsyncChecks:
        """Did a user engage with a publication, pay for it, follow somebody?"""
        from ._resources.checks import AsyncChecks

        return AsyncChecks(self)

    @cached_property
    def comments(self) -> AsyncComments:
        """Find, write and delete comments. Writing and deleting is documented as done, as functions without calls."""
        from ._resources.comments import AsyncComments

        return AsyncComments(self)

    @cached_property
    def giveaways(self) -> AsyncGiveaways:
        """Create giveaways. A draft, with no status in the documentation."""
        from ._resources.giveaways import AsyncGiveaways

        return AsyncGiveaways(self)

    @cached_property
    def payouts(self) -> AsyncPayouts:
        """Pay from the mini-app balance, to users of the app or to its developer."""
        from .resources.async_payouts import AsyncPayouts

        return AsyncPayouts(self)

    @cached_property
    def polls(self) -> AsyncPolls:
        """Create polls and see who took part. A draft, with no status in the documentation."""
        from ._resources.polls import AsyncPolls

        return AsyncPolls(self)

    @cached_property
    def posts(self) -> AsyncPosts:
        """Create, edit, delete, repost and pin posts, or publications. Documented as done, as functions without calls."""
        from ._resources.posts import AsyncPosts

        return AsyncPosts(self)

    @cached_property
    def publications(self) -> AsyncPublications:
        """Find what users published."""
        from ._resources.publications import AsyncPublications

        return AsyncPublications(self)

    @cached_property
    def users(self) -> AsyncUsers:
        """Notify users of your app, and learn about them. Much is known without a call: see `LaunchData`."""
        from .resources.async_users import AsyncUsers

        return AsyncUsers(self)

    def with_options(
        self,
        *,
        token: str | Secret | None = None,
        **options: Unpack[AsyncCallOptions],
    ) -> Self:
        """Return a client with other settings over the same connections; this one stays as it is."""
        token = hide(token)
        hide_options(options)
        return self._with(
            credentials={
                "appKey": token,
            },
            defaults={},
            **options,
        )

    @cached_property
    def with_raw_response(self) -> RawAsyncSociogram:
        """The same calls, giving the answer as it came: status, headers, bytes, and `parse()`."""
        return RawAsyncSociogram(self)


class RawAsyncSociogram:
    """What `with_raw_response` gives: each resource's calls in their raw form."""

    def __init__(self, client: AsyncSociogram) -> None:
        self._client = client._raw_view()

    @cached_property
    def bots(self) -> RawAsyncBots:
        """The raw form of `bots`."""
        from ._resources.bots import AsyncBots, RawAsyncBots

        return RawAsyncBots(AsyncBots(self._client))

    @cached_property
    def checks(self) -> RawAsyncChecks:
        """The raw form of `checks`."""
        from ._resources.checks import AsyncChecks, RawAsyncChecks

        return RawAsyncChecks(AsyncChecks(self._client))

    @cached_property
    def comments(self) -> RawAsyncComments:
        """The raw form of `comments`."""
        from ._resources.comments import AsyncComments, RawAsyncComments

        return RawAsyncComments(AsyncComments(self._client))

    @cached_property
    def giveaways(self) -> RawAsyncGiveaways:
        """The raw form of `giveaways`."""
        from ._resources.giveaways import AsyncGiveaways, RawAsyncGiveaways

        return RawAsyncGiveaways(AsyncGiveaways(self._client))

    @cached_property
    def payouts(self) -> RawAsyncPayouts:
        """The raw form of `payouts`."""
        from ._resources.payouts import RawAsyncPayouts
        from .resources.async_payouts import AsyncPayouts

        return RawAsyncPayouts(AsyncPayouts(self._client))

    @cached_property
    def polls(self) -> RawAsyncPolls:
        """The raw form of `polls`."""
        from ._resources.polls import AsyncPolls, RawAsyncPolls

        return RawAsyncPolls(AsyncPolls(self._client))

    @cached_property
    def posts(self) -> RawAsyncPosts:
        """The raw form of `posts`."""
        from ._resources.posts import AsyncPosts, RawAsyncPosts

        return RawAsyncPosts(AsyncPosts(self._client))

    @cached_property
    def publications(self) -> RawAsyncPublications:
        """The raw form of `publications`."""
        from ._resources.publications import AsyncPublications, RawAsyncPublications

        return RawAsyncPublications(AsyncPublications(self._client))

    @cached_property
    def users(self) -> RawAsyncUsers:
        """The raw form of `users`."""
        from ._resources.users import RawAsyncUsers
        from .resources.async_users import AsyncUsers

        return RawAsyncUsers(AsyncUsers(self._client))
