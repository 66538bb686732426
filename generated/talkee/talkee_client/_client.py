# Written by "nox -s generate" from specs/talkee.yaml and overrides/talkee/overlay.yaml: edit those.
"""The clients of Talkee API: `Talkee`, and `AsyncTalkee` with the same calls to `await`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Self, Unpack

from ._core._async_base import AsyncBaseClient, AsyncCallOptions, AsyncClientOptions
from ._core._sync_base import BaseClient, CallOptions, ClientOptions
from ._core.auth import Scheme
from ._core.envelope import ErrorRule, Rewrite
from ._core.secrets import Secret, hide, hide_options

if TYPE_CHECKING:
    from ._resources.airdrops import RawAirdrops, RawAsyncAirdrops
    from ._resources.assets import Assets, AsyncAssets, RawAssets, RawAsyncAssets
    from ._resources.auth import RawAsyncAuth, RawAuth
    from ._resources.comments import RawAsyncComments, RawComments
    from ._resources.echo import AsyncEcho, Echo, RawAsyncEcho, RawEcho
    from ._resources.health import AsyncHealth, Health, RawAsyncHealth, RawHealth
    from ._resources.payments import AsyncPayments, Payments, RawAsyncPayments, RawPayments
    from ._resources.replies import AsyncReplies, RawAsyncReplies, RawReplies, Replies
    from ._resources.sites import AsyncSites, RawAsyncSites, RawSites, Sites
    from ._resources.slugs import AsyncSlugs, RawAsyncSlugs, RawSlugs, Slugs
    from ._resources.stats import AsyncStats, RawAsyncStats, RawStats, Stats
    from ._resources.users import AsyncUsers, RawAsyncUsers, RawUsers, Users
    from .resources.async_airdrops import AsyncAirdrops
    from .resources.async_auth import AsyncAuth
    from .resources.async_comments import AsyncComments
    from .resources.sync_airdrops import Airdrops
    from .resources.sync_auth import Auth
    from .resources.sync_comments import Comments

PRODUCTION_URL = "https://talkee-api.pando.im/api"
"""Production. Probably gone since the documentation was withdrawn."""
TEST_URL = "https://talkee-api.aspens.rocks/api"
"""Test."""

_SCHEMES = {
    "bearerAuth": Scheme("bearer", "token"),
}
_ERRORS = ErrorRule(
    code=(
        "/data/code",
        "/code",
    ),
    message=(
        "/data/msg",
        "/msg",
    ),
    inside_success=True,
    rewrites=(
        Rewrite(500, "record not found", 404),
        Rewrite(500, "sql: Scan error", 500, prefix=True, lasting=True),
    ),
)


class Talkee(BaseClient):
    """Comments, replies, favourites and airdrops for any web page

    Args:
        token: Credential; or the variable TALKEE_TOKEN.
        site_id: The site's id, for every call that needs one. Or the variable TALKEE_SITE_ID.
        slug: The key of the page or thread inside the site, for every call that needs one. Or the variable TALKEE_SLUG.
        origin: The origin that the site is registered with; a login needs it. Or the variable TALKEE_ORIGIN.
        options: timeout, retries, transport and the rest: see `ClientOptions`. `base_url` or TALKEE_BASE_URL.
    """

    _env = "TALKEE"
    _product = "talkee-client/0.1.0"
    _schemes = _SCHEMES
    _error_rule = _ERRORS
    _arguments = {
        "site_id": int,
        "slug": str,
        "origin": str,
    }

    def __init__(
        self,
        *,
        token: str | Secret | None = None,
        site_id: int | None = None,
        slug: str | None = None,
        origin: str | None = None,
        **options: Unpack[ClientOptions],
    ) -> None:
        token = hide(token)  # a traceback with locals would show it
        hide_options(options)
        super().__init__(
            credentials={
                "bearerAuth": token,
            },
            defaults={
                "site_id": site_id,
                "slug": slug,
                "origin": origin,
            },
            **options,
        )

    @cached_property
    def airdrops(self) -> Airdrops:
        """Send an amount of a crypto asset to those who wrote comments. A draft, as the documentation says."""
        from .resources.sync_airdrops import Airdrops

        return Airdrops(self)

    @cached_property
    def assets(self) -> Assets:
        """The crypto assets that airdrops can be made in. Not in the documentation."""
        from ._resources.assets import Assets

        return Assets(self)

    @cached_property
    def auth(self) -> Auth:
        """Exchange a Mixin token or an Ethereum signature for Talkee's own token."""
        from .resources.sync_auth import Auth

        return Auth(self)

    @cached_property
    def comments(self) -> Comments:
        """Read and write the comments of a page, and favour them."""
        from .resources.sync_comments import Comments

        return Comments(self)

    @cached_property
    def echo(self) -> Echo:
        """Send a text and get it back, to try a connection. Not in the documentation."""
        from ._resources.echo import Echo

        return Echo(self)

    @cached_property
    def health(self) -> Health:
        """Is the server up? Not in the documentation."""
        from ._resources.health import Health

        return Health(self)

    @cached_property
    def payments(self) -> Payments:
        """Called by the payment service, not by clients. Not in the documentation."""
        from ._resources.payments import Payments

        return Payments(self)

    @cached_property
    def replies(self) -> Replies:
        """Replies to a comment, one level deep."""
        from ._resources.replies import Replies

        return Replies(self)

    @cached_property
    def sites(self) -> Sites:
        """A site is one web site whose pages have comments. Each user may own three."""
        from ._resources.sites import Sites

        return Sites(self)

    @cached_property
    def slugs(self) -> Slugs:
        """What is known about one page besides its comments. Not in the documentation."""
        from ._resources.slugs import Slugs

        return Slugs(self)

    @cached_property
    def stats(self) -> Stats:
        """Figures about the whole service. Not in the documentation."""
        from ._resources.stats import Stats

        return Stats(self)

    @cached_property
    def users(self) -> Users:
        """The people who write comments."""
        from ._resources.users import Users

        return Users(self)

    def with_options(
        self,
        *,
        token: str | Secret | None = None,
        site_id: int | None = None,
        slug: str | None = None,
        origin: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Self:
        """Return a client with other settings over the same connections; this one stays as it is."""
        token = hide(token)
        hide_options(options)
        return self._with(
            credentials={
                "bearerAuth": token,
            },
            defaults={
                "site_id": site_id,
                "slug": slug,
                "origin": origin,
            },
            **options,
        )

    @cached_property
    def with_raw_response(self) -> RawTalkee:
        """The same calls, giving the answer as it came: status, headers, bytes, and `parse()`."""
        return RawTalkee(self)


class RawTalkee:
    """What `with_raw_response` gives: each resource's calls in their raw form."""

    def __init__(self, client: Talkee) -> None:
        self._client = client._raw_view()

    @cached_property
    def airdrops(self) -> RawAirdrops:
        """The raw form of `airdrops`."""
        from ._resources.airdrops import RawAirdrops
        from .resources.sync_airdrops import Airdrops

        return RawAirdrops(Airdrops(self._client))

    @cached_property
    def assets(self) -> RawAssets:
        """The raw form of `assets`."""
        from ._resources.assets import Assets, RawAssets

        return RawAssets(Assets(self._client))

    @cached_property
    def auth(self) -> RawAuth:
        """The raw form of `auth`."""
        from ._resources.auth import RawAuth
        from .resources.sync_auth import Auth

        return RawAuth(Auth(self._client))

    @cached_property
    def comments(self) -> RawComments:
        """The raw form of `comments`."""
        from ._resources.comments import RawComments
        from .resources.sync_comments import Comments

        return RawComments(Comments(self._client))

    @cached_property
    def echo(self) -> RawEcho:
        """The raw form of `echo`."""
        from ._resources.echo import Echo, RawEcho

        return RawEcho(Echo(self._client))

    @cached_property
    def health(self) -> RawHealth:
        """The raw form of `health`."""
        from ._resources.health import Health, RawHealth

        return RawHealth(Health(self._client))

    @cached_property
    def payments(self) -> RawPayments:
        """The raw form of `payments`."""
        from ._resources.payments import Payments, RawPayments

        return RawPayments(Payments(self._client))

    @cached_property
    def replies(self) -> RawReplies:
        """The raw form of `replies`."""
        from ._resources.replies import RawReplies, Replies

        return RawReplies(Replies(self._client))

    @cached_property
    def sites(self) -> RawSites:
        """The raw form of `sites`."""
        from ._resources.sites import RawSites, Sites

        return RawSites(Sites(self._client))

    @cached_property
    def slugs(self) -> RawSlugs:
        """The raw form of `slugs`."""
        from ._resources.slugs import RawSlugs, Slugs

        return RawSlugs(Slugs(self._client))

    @cached_property
    def stats(self) -> RawStats:
        """The raw form of `stats`."""
        from ._resources.stats import RawStats, Stats

        return RawStats(Stats(self._client))

    @cached_property
    def users(self) -> RawUsers:
        """The raw form of `users`."""
        from ._resources.users import RawUsers, Users

        return RawUsers(Users(self._client))


class AsyncTalkee(AsyncBaseClient):
    """Comments, replies, favourites and airdrops for any web page

    Args:
        token: Credential; or the variable TALKEE_TOKEN.
        site_id: The site's id, for every call that needs one. Or the variable TALKEE_SITE_ID.
        slug: The key of the page or thread inside the site, for every call that needs one. Or the variable TALKEE_SLUG.
        origin: The origin that the site is registered with; a login needs it. Or the variable TALKEE_ORIGIN.
        options: timeout, retries, transport and the rest: see `ClientOptions`. `base_url` or TALKEE_BASE_URL.
    """

    _env = "TALKEE"
    _product = "talkee-client/0.1.0"
    _schemes = _SCHEMES
    _error_rule = _ERRORS
    _arguments = {
        "site_id": int,
        "slug": str,
        "origin": str,
    }

    def __init__(
        self,
        *,
        token: str | Secret | None = None,
        site_id: int | None = None,
        slug: str | None = None,
        origin: str | None = None,
        **options: Unpack[AsyncClientOptions],
    ) -> None:
        token = hide(token)  # a traceback with locals would show it
        hide_options(options)
        super().__init__(
            credentials={
                "bearerAuth": token,
            },
            defaults={
                "site_id": site_id,
                "slug": slug,
                "origin": origin,
            },
            **options,
        )

    @cached_property
    def airdrops(self) -> AsyncAirdrops:
        """Send an amount of a crypto asset to those who wrote comments. A draft, as the documentation says."""
        from .resources.async_airdrops import AsyncAirdrops

        return AsyncAirdrops(self)

    @cached_property
    def assets(self) -> AsyncAssets:
        """The crypto assets that airdrops can be made in. Not in the documentation."""
        from ._resources.assets import AsyncAssets

        return AsyncAssets(self)

    @cached_property
    def auth(self) -> AsyncAuth:
        """Exchange a Mixin token or an Ethereum signature for Talkee's own token."""
        from .resources.async_auth import AsyncAuth

        return AsyncAuth(self)

    @cached_property
    def comments(self) -> AsyncComments:
        """Read and write the comments of a page, and favour them."""
        from .resources.async_comments import AsyncComments

        return AsyncComments(self)

    @cached_property
    def echo(self) -> AsyncEcho:
        """Send a text and get it back, to try a connection. Not in the documentation."""
        from ._resources.echo import AsyncEcho

        return AsyncEcho(self)

    @cached_property
    def health(self) -> AsyncHealth:
        """Is the server up? Not in the documentation."""
        from ._resources.health import AsyncHealth

        return AsyncHealth(self)

    @cached_property
    def payments(self) -> AsyncPayments:
        """Called by the payment service, not by clients. Not in the documentation."""
        from ._resources.payments import AsyncPayments

        return AsyncPayments(self)

    @cached_property
    def replies(self) -> AsyncReplies:
        """Replies to a comment, one level deep."""
        from ._resources.replies import AsyncReplies

        return AsyncReplies(self)

    @cached_property
    def sites(self) -> AsyncSites:
        """A site is one web site whose pages have comments. Each user may own three."""
        from ._resources.sites import AsyncSites

        return AsyncSites(self)

    @cached_property
    def slugs(self) -> AsyncSlugs:
        """What is known about one page besides its comments. Not in the documentation."""
        from ._resources.slugs import AsyncSlugs

        return AsyncSlugs(self)

    @cached_property
    def stats(self) -> AsyncStats:
        """Figures about the whole service. Not in the documentation."""
        from ._resources.stats import AsyncStats

        return AsyncStats(self)

    @cached_property
    def users(self) -> AsyncUsers:
        """The people who write comments."""
        from ._resources.users import AsyncUsers

        return AsyncUsers(self)

    def with_options(
        self,
        *,
        token: str | Secret | None = None,
        site_id: int | None = None,
        slug: str | None = None,
        origin: str | None = None,
        **options: Unpack[AsyncCallOptions],
    ) -> Self:
        """Return a client with other settings over the same connections; this one stays as it is."""
        token = hide(token)
        hide_options(options)
        return self._with(
            credentials={
                "bearerAuth": token,
            },
            defaults={
                "site_id": site_id,
                "slug": slug,
                "origin": origin,
            },
            **options,
        )

    @cached_property
    def with_raw_response(self) -> RawAsyncTalkee:
        """The same calls, giving the answer as it came: status, headers, bytes, and `parse()`."""
        return RawAsyncTalkee(self)


class RawAsyncTalkee:
    """What `with_raw_response` gives: each resource's calls in their raw form."""

    def __init__(self, client: AsyncTalkee) -> None:
        self._client = client._raw_view()

    @cached_property
    def airdrops(self) -> RawAsyncAirdrops:
        """The raw form of `airdrops`."""
        from ._resources.airdrops import RawAsyncAirdrops
        from .resources.async_airdrops import AsyncAirdrops

        return RawAsyncAirdrops(AsyncAirdrops(self._client))

    @cached_property
    def assets(self) -> RawAsyncAssets:
        """The raw form of `assets`."""
        from ._resources.assets import AsyncAssets, RawAsyncAssets

        return RawAsyncAssets(AsyncAssets(self._client))

    @cached_property
    def auth(self) -> RawAsyncAuth:
        """The raw form of `auth`."""
        from ._resources.auth import RawAsyncAuth
        from .resources.async_auth import AsyncAuth

        return RawAsyncAuth(AsyncAuth(self._client))

    @cached_property
    def comments(self) -> RawAsyncComments:
        """The raw form of `comments`."""
        from ._resources.comments import RawAsyncComments
        from .resources.async_comments import AsyncComments

        return RawAsyncComments(AsyncComments(self._client))

    @cached_property
    def echo(self) -> RawAsyncEcho:
        """The raw form of `echo`."""
        from ._resources.echo import AsyncEcho, RawAsyncEcho

        return RawAsyncEcho(AsyncEcho(self._client))

    @cached_property
    def health(self) -> RawAsyncHealth:
        """The raw form of `health`."""
        from ._resources.health import AsyncHealth, RawAsyncHealth

        return RawAsyncHealth(AsyncHealth(self._client))

    @cached_property
    def payments(self) -> RawAsyncPayments:
        """The raw form of `payments`."""
        from ._resources.payments import AsyncPayments, RawAsyncPayments

        return RawAsyncPayments(AsyncPayments(self._client))

    @cached_property
    def replies(self) -> RawAsyncReplies:
        """The raw form of `replies`."""
        from ._resources.replies import AsyncReplies, RawAsyncReplies

        return RawAsyncReplies(AsyncReplies(self._client))

    @cached_property
    def sites(self) -> RawAsyncSites:
        """The raw form of `sites`."""
        from ._resources.sites import AsyncSites, RawAsyncSites

        return RawAsyncSites(AsyncSites(self._client))

    @cached_property
    def slugs(self) -> RawAsyncSlugs:
        """The raw form of `slugs`."""
        from ._resources.slugs import AsyncSlugs, RawAsyncSlugs

        return RawAsyncSlugs(AsyncSlugs(self._client))

    @cached_property
    def stats(self) -> RawAsyncStats:
        """The raw form of `stats`."""
        from ._resources.stats import AsyncStats, RawAsyncStats

        return RawAsyncStats(AsyncStats(self._client))

    @cached_property
    def users(self) -> RawAsyncUsers:
        """The raw form of `users`."""
        from ._resources.users import AsyncUsers, RawAsyncUsers

        return RawAsyncUsers(AsyncUsers(self._client))
