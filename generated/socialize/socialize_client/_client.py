# Written by "nox -s generate" from specs/socialize.yaml and overrides/socialize/overlay.yaml: edit those.
"""The clients of Socialize API: `Socialize`, and `AsyncSocialize` with the same calls to `await`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Self, Unpack

import httpx2

from ._core._async_base import AsyncBaseClient, AsyncCallOptions, AsyncClientOptions
from ._core._sync_base import BaseClient, CallOptions, ClientOptions
from ._core.auth import Scheme
from ._core.envelope import ErrorRule
from ._core.secrets import hide, hide_options

if TYPE_CHECKING:
    from ._resources.activities import RawActivities, RawAsyncActivities
    from ._resources.applications import RawApplications, RawAsyncApplications
    from ._resources.auth import AsyncAuth, Auth, RawAsyncAuth, RawAuth
    from ._resources.comments import RawAsyncComments, RawComments
    from ._resources.devices import RawAsyncDevices, RawDevices
    from ._resources.entities import RawAsyncEntities, RawEntities
    from ._resources.likes import RawAsyncLikes, RawLikes
    from ._resources.sdk_events import AsyncSdkEvents, RawAsyncSdkEvents, RawSdkEvents, SdkEvents
    from ._resources.shares import RawAsyncShares, RawShares
    from ._resources.smart_alerts import RawAsyncSmartAlerts, RawSmartAlerts
    from ._resources.subscriptions import RawAsyncSubscriptions, RawSubscriptions
    from ._resources.third_party_accounts import (
        AsyncThirdPartyAccounts,
        RawAsyncThirdPartyAccounts,
        RawThirdPartyAccounts,
        ThirdPartyAccounts,
    )
    from ._resources.urls import RawAsyncUrls, RawUrls
    from ._resources.users import RawAsyncUsers, RawUsers
    from ._resources.views import RawAsyncViews, RawViews
    from .resources.async_activities import AsyncActivities
    from .resources.async_applications import AsyncApplications
    from .resources.async_comments import AsyncComments
    from .resources.async_devices import AsyncDevices
    from .resources.async_entities import AsyncEntities
    from .resources.async_likes import AsyncLikes
    from .resources.async_shares import AsyncShares
    from .resources.async_smart_alerts import AsyncSmartAlerts
    from .resources.async_subscriptions import AsyncSubscriptions
    from .resources.async_urls import AsyncUrls
    from .resources.async_users import AsyncUsers
    from .resources.async_views import AsyncViews
    from .resources.sync_activities import Activities
    from .resources.sync_applications import Applications
    from .resources.sync_comments import Comments
    from .resources.sync_devices import Devices
    from .resources.sync_entities import Entities
    from .resources.sync_likes import Likes
    from .resources.sync_shares import Shares
    from .resources.sync_smart_alerts import SmartAlerts
    from .resources.sync_subscriptions import Subscriptions
    from .resources.sync_urls import Urls
    from .resources.sync_users import Users
    from .resources.sync_views import Views

PRODUCTION_URL = "http://api.getsocialize.com"
"""Production, gone since about 2016. Plain http, as documented; authentication has https."""
STAGE_URL = "http://stage.api.getsocialize.com"
"""The stage that the SDKs' own tests used (observed). Gone as well."""

_SCHEMES = {
    "oauth": Scheme("sign", "auth"),
}
_SERVERS: Mapping[str, Mapping[str, str]] = {
    "https://api.getsocialize.com": {"http://api.getsocialize.com": "https://api.getsocialize.com"},
}
_ERRORS = ErrorRule()


class ManagementGroup:
    """The groups of calls below `management`."""

    def __init__(self, client: Socialize) -> None:
        self._client = client

    @cached_property
    def smart_alerts(self) -> SmartAlerts:
        """Notifications that the owner of an app sends to its users; the Management API."""
        from .resources.sync_smart_alerts import SmartAlerts

        return SmartAlerts(self._client)


class RawManagementGroup:
    """The raw form of the groups of calls below `management`."""

    def __init__(self, client: Socialize) -> None:
        self._client = client

    @cached_property
    def smart_alerts(self) -> RawSmartAlerts:
        """The raw form of `management.smart_alerts`."""
        from ._resources.smart_alerts import RawSmartAlerts
        from .resources.sync_smart_alerts import SmartAlerts

        return RawSmartAlerts(SmartAlerts(self._client))


class Socialize(BaseClient):
    """Comments, likes, shares and views of entities in mobile apps, and alerts to an app's users

    Args:
        auth: Signs each attempt.
        options: timeout, retries, transport and the rest: see `ClientOptions`. `base_url` or SOCIALIZE_BASE_URL.
    """

    _env = "SOCIALIZE"
    _product = "socialize-client/0.1.0"
    _servers = _SERVERS
    _schemes = _SCHEMES
    _error_rule = _ERRORS

    def __init__(
        self,
        *,
        auth: httpx2.Auth | None = None,
        **options: Unpack[ClientOptions],
    ) -> None:
        auth = hide(auth)  # a traceback with locals would show it
        hide_options(options)
        super().__init__(
            credentials={
                "oauth": auth,
            },
            defaults={},
            **options,
        )

    @cached_property
    def activities(self) -> Activities:
        """Comments, likes and shares in one stream."""
        from .resources.sync_activities import Activities

        return Activities(self)

    @cached_property
    def applications(self) -> Applications:
        """The app whose consumer key signs the request."""
        from .resources.sync_applications import Applications

        return Applications(self)

    @cached_property
    def auth(self) -> Auth:
        """Get the token and the secret of a user, who is known by a device or by an account at Facebook or Twitter."""
        from ._resources.auth import Auth

        return Auth(self)

    @cached_property
    def comments(self) -> Comments:
        """What users write about an entity."""
        from .resources.sync_comments import Comments

        return Comments(self)

    @cached_property
    def devices(self) -> Devices:
        """The devices that a user's notifications are pushed to."""
        from .resources.sync_devices import Devices

        return Devices(self)

    @cached_property
    def entities(self) -> Entities:
        """The things that people comment on, like, share and view. The app chooses their keys."""
        from .resources.sync_entities import Entities

        return Entities(self)

    @cached_property
    def likes(self) -> Likes:
        """Who likes an entity. A user likes an entity once."""
        from .resources.sync_likes import Likes

        return Likes(self)

    @cached_property
    def sdk_events(self) -> SdkEvents:
        """What the SDKs report about their own use. Not in the documentation."""
        from ._resources.sdk_events import SdkEvents

        return SdkEvents(self)

    @cached_property
    def shares(self) -> Shares:
        """Who told others about an entity, and by which medium."""
        from .resources.sync_shares import Shares

        return Shares(self)

    @cached_property
    def subscriptions(self) -> Subscriptions:
        """What the signing user wants to be notified of."""
        from .resources.sync_subscriptions import Subscriptions

        return Subscriptions(self)

    @cached_property
    def third_party_accounts(self) -> ThirdPartyAccounts:
        """A user's accounts at Facebook and Twitter."""
        from ._resources.third_party_accounts import ThirdPartyAccounts

        return ThirdPartyAccounts(self)

    @cached_property
    def urls(self) -> Urls:
        """Short addresses of entities."""
        from .resources.sync_urls import Urls

        return Urls(self)

    @cached_property
    def users(self) -> Users:
        """The app's users, their profiles and what they did."""
        from .resources.sync_users import Users

        return Users(self)

    @cached_property
    def views(self) -> Views:
        """Who looked at an entity. Views are counted, not kept one by one."""
        from .resources.sync_views import Views

        return Views(self)

    @cached_property
    def management(self) -> ManagementGroup:
        """The groups of calls below `management`."""
        return ManagementGroup(self)

    def with_options(
        self,
        *,
        auth: httpx2.Auth | None = None,
        **options: Unpack[CallOptions],
    ) -> Self:
        """Return a client with other settings over the same connections; this one stays as it is."""
        auth = hide(auth)
        hide_options(options)
        return self._with(
            credentials={
                "oauth": auth,
            },
            defaults={},
            **options,
        )

    @cached_property
    def with_raw_response(self) -> RawSocialize:
        """The same calls, giving the answer as it came: status, headers, bytes, and `parse()`."""
        return RawSocialize(self)


class RawSocialize:
    """What `with_raw_response` gives: each resource's calls in their raw form."""

    def __init__(self, client: Socialize) -> None:
        self._client = client._raw_view()

    @cached_property
    def activities(self) -> RawActivities:
        """The raw form of `activities`."""
        from ._resources.activities import RawActivities
        from .resources.sync_activities import Activities

        return RawActivities(Activities(self._client))

    @cached_property
    def applications(self) -> RawApplications:
        """The raw form of `applications`."""
        from ._resources.applications import RawApplications
        from .resources.sync_applications import Applications

        return RawApplications(Applications(self._client))

    @cached_property
    def auth(self) -> RawAuth:
        """The raw form of `auth`."""
        from ._resources.auth import Auth, RawAuth

        return RawAuth(Auth(self._client))

    @cached_property
    def comments(self) -> RawComments:
        """The raw form of `comments`."""
        from ._resources.comments import RawComments
        from .resources.sync_comments import Comments

        return RawComments(Comments(self._client))

    @cached_property
    def devices(self) -> RawDevices:
        """The raw form of `devices`."""
        from ._resources.devices import RawDevices
        from .resources.sync_devices import Devices

        return RawDevices(Devices(self._client))

    @cached_property
    def entities(self) -> RawEntities:
        """The raw form of `entities`."""
        from ._resources.entities import RawEntities
        from .resources.sync_entities import Entities

        return RawEntities(Entities(self._client))

    @cached_property
    def likes(self) -> RawLikes:
        """The raw form of `likes`."""
        from ._resources.likes import RawLikes
        from .resources.sync_likes import Likes

        return RawLikes(Likes(self._client))

    @cached_property
    def sdk_events(self) -> RawSdkEvents:
        """The raw form of `sdk_events`."""
        from ._resources.sdk_events import RawSdkEvents, SdkEvents

        return RawSdkEvents(SdkEvents(self._client))

    @cached_property
    def shares(self) -> RawShares:
        """The raw form of `shares`."""
        from ._resources.shares import RawShares
        from .resources.sync_shares import Shares

        return RawShares(Shares(self._client))

    @cached_property
    def subscriptions(self) -> RawSubscriptions:
        """The raw form of `subscriptions`."""
        from ._resources.subscriptions import RawSubscriptions
        from .resources.sync_subscriptions import Subscriptions

        return RawSubscriptions(Subscriptions(self._client))

    @cached_property
    def third_party_accounts(self) -> RawThirdPartyAccounts:
        """The raw form of `third_party_accounts`."""
        from ._resources.third_party_accounts import RawThirdPartyAccounts, ThirdPartyAccounts

        return RawThirdPartyAccounts(ThirdPartyAccounts(self._client))

    @cached_property
    def urls(self) -> RawUrls:
        """The raw form of `urls`."""
        from ._resources.urls import RawUrls
        from .resources.sync_urls import Urls

        return RawUrls(Urls(self._client))

    @cached_property
    def users(self) -> RawUsers:
        """The raw form of `users`."""
        from ._resources.users import RawUsers
        from .resources.sync_users import Users

        return RawUsers(Users(self._client))

    @cached_property
    def views(self) -> RawViews:
        """The raw form of `views`."""
        from ._resources.views import RawViews
        from .resources.sync_views import Views

        return RawViews(Views(self._client))

    @cached_property
    def management(self) -> RawManagementGroup:
        """The raw form of the groups of calls below `management`."""
        return RawManagementGroup(self._client)


class AsyncManagementGroup:
    """The groups of calls below `management`."""

    def __init__(self, client: AsyncSocialize) -> None:
        self._client = client

    @cached_property
    def smart_alerts(self) -> AsyncSmartAlerts:
        """Notifications that the owner of an app sends to its users; the Management API."""
        from .resources.async_smart_alerts import AsyncSmartAlerts

        return AsyncSmartAlerts(self._client)


class RawAsyncManagementGroup:
    """The raw form of the groups of calls below `management`."""

    def __init__(self, client: AsyncSocialize) -> None:
        self._client = client

    @cached_property
    def smart_alerts(self) -> RawAsyncSmartAlerts:
        """The raw form of `management.smart_alerts`."""
        from ._resources.smart_alerts import RawAsyncSmartAlerts
        from .resources.async_smart_alerts import AsyncSmartAlerts

        return RawAsyncSmartAlerts(AsyncSmartAlerts(self._client))


class AsyncSocialize(AsyncBaseClient):
    """Comments, likes, shares and views of entities in mobile apps, and alerts to an app's users

    Args:
        auth: Signs each attempt.
        options: timeout, retries, transport and the rest: see `ClientOptions`. `base_url` or SOCIALIZE_BASE_URL.
    """

    _env = "SOCIALIZE"
    _product = "socialize-client/0.1.0"
    _servers = _SERVERS
    _schemes = _SCHEMES
    _error_rule = _ERRORS

    def __init__(
        self,
        *,
        auth: httpx2.Auth | None = None,
        **options: Unpack[AsyncClientOptions],
    ) -> None:
        auth = hide(auth)  # a traceback with locals would show it
        hide_options(options)
        super().__init__(
            credentials={
                "oauth": auth,
            },
            defaults={},
            **options,
        )

    @cached_property
    def activities(self) -> AsyncActivities:
        """Comments, likes and shares in one stream."""
        from .resources.async_activities import AsyncActivities

        return AsyncActivities(self)

    @cached_property
    def applications(self) -> AsyncApplications:
        """The app whose consumer key signs the request."""
        from .resources.async_applications import AsyncApplications

        return AsyncApplications(self)

    @cached_property
    def auth(self) -> AsyncAuth:
        """Get the token and the secret of a user, who is known by a device or by an account at Facebook or Twitter."""
        from ._resources.auth import AsyncAuth

        return AsyncAuth(self)

    @cached_property
    def comments(self) -> AsyncComments:
        """What users write about an entity."""
        from .resources.async_comments import AsyncComments

        return AsyncComments(self)

    @cached_property
    def devices(self) -> AsyncDevices:
        """The devices that a user's notifications are pushed to."""
        from .resources.async_devices import AsyncDevices

        return AsyncDevices(self)

    @cached_property
    def entities(self) -> AsyncEntities:
        """The things that people comment on, like, share and view. The app chooses their keys."""
        from .resources.async_entities import AsyncEntities

        return AsyncEntities(self)

    @cached_property
    def likes(self) -> AsyncLikes:
        """Who likes an entity. A user likes an entity once."""
        from .resources.async_likes import AsyncLikes

        return AsyncLikes(self)

    @cached_property
    def sdk_events(self) -> AsyncSdkEvents:
        """What the SDKs report about their own use. Not in the documentation."""
        from ._resources.sdk_events import AsyncSdkEvents

        return AsyncSdkEvents(self)

    @cached_property
    def shares(self) -> AsyncShares:
        """Who told others about an entity, and by which medium."""
        from .resources.async_shares import AsyncShares

        return AsyncShares(self)

    @cached_property
    def subscriptions(self) -> AsyncSubscriptions:
        """What the signing user wants to be notified of."""
        from .resources.async_subscriptions import AsyncSubscriptions

        return AsyncSubscriptions(self)

    @cached_property
    def third_party_accounts(self) -> AsyncThirdPartyAccounts:
        """A user's accounts at Facebook and Twitter."""
        from ._resources.third_party_accounts import AsyncThirdPartyAccounts

        return AsyncThirdPartyAccounts(self)

    @cached_property
    def urls(self) -> AsyncUrls:
        """Short addresses of entities."""
        from .resources.async_urls import AsyncUrls

        return AsyncUrls(self)

    @cached_property
    def users(self) -> AsyncUsers:
        """The app's users, their profiles and what they did."""
        from .resources.async_users import AsyncUsers

        return AsyncUsers(self)

    @cached_property
    def views(self) -> AsyncViews:
        """Who looked at an entity. Views are counted, not kept one by one."""
        from .resources.async_views import AsyncViews

        return AsyncViews(self)

    @cached_property
    def management(self) -> AsyncManagementGroup:
        """The groups of calls below `management`."""
        return AsyncManagementGroup(self)

    def with_options(
        self,
        *,
        auth: httpx2.Auth | None = None,
        **options: Unpack[AsyncCallOptions],
    ) -> Self:
        """Return a client with other settings over the same connections; this one stays as it is."""
        auth = hide(auth)
        hide_options(options)
        return self._with(
            credentials={
                "oauth": auth,
            },
            defaults={},
            **options,
        )

    @cached_property
    def with_raw_response(self) -> RawAsyncSocialize:
        """The same calls, giving the answer as it came: status, headers, bytes, and `parse()`."""
        return RawAsyncSocialize(self)


class RawAsyncSocialize:
    """What `with_raw_response` gives: each resource's calls in their raw form."""

    def __init__(self, client: AsyncSocialize) -> None:
        self._client = client._raw_view()

    @cached_property
    def activities(self) -> RawAsyncActivities:
        """The raw form of `activities`."""
        from ._resources.activities import RawAsyncActivities
        from .resources.async_activities import AsyncActivities

        return RawAsyncActivities(AsyncActivities(self._client))

    @cached_property
    def applications(self) -> RawAsyncApplications:
        """The raw form of `applications`."""
        from ._resources.applications import RawAsyncApplications
        from .resources.async_applications import AsyncApplications

        return RawAsyncApplications(AsyncApplications(self._client))

    @cached_property
    def auth(self) -> RawAsyncAuth:
        """The raw form of `auth`."""
        from ._resources.auth import AsyncAuth, RawAsyncAuth

        return RawAsyncAuth(AsyncAuth(self._client))

    @cached_property
    def comments(self) -> RawAsyncComments:
        """The raw form of `comments`."""
        from ._resources.comments import RawAsyncComments
        from .resources.async_comments import AsyncComments

        return RawAsyncComments(AsyncComments(self._client))

    @cached_property
    def devices(self) -> RawAsyncDevices:
        """The raw form of `devices`."""
        from ._resources.devices import RawAsyncDevices
        from .resources.async_devices import AsyncDevices

        return RawAsyncDevices(AsyncDevices(self._client))

    @cached_property
    def entities(self) -> RawAsyncEntities:
        """The raw form of `entities`."""
        from ._resources.entities import RawAsyncEntities
        from .resources.async_entities import AsyncEntities

        return RawAsyncEntities(AsyncEntities(self._client))

    @cached_property
    def likes(self) -> RawAsyncLikes:
        """The raw form of `likes`."""
        from ._resources.likes import RawAsyncLikes
        from .resources.async_likes import AsyncLikes

        return RawAsyncLikes(AsyncLikes(self._client))

    @cached_property
    def sdk_events(self) -> RawAsyncSdkEvents:
        """The raw form of `sdk_events`."""
        from ._resources.sdk_events import AsyncSdkEvents, RawAsyncSdkEvents

        return RawAsyncSdkEvents(AsyncSdkEvents(self._client))

    @cached_property
    def shares(self) -> RawAsyncShares:
        """The raw form of `shares`."""
        from ._resources.shares import RawAsyncShares
        from .resources.async_shares import AsyncShares

        return RawAsyncShares(AsyncShares(self._client))

    @cached_property
    def subscriptions(self) -> RawAsyncSubscriptions:
        """The raw form of `subscriptions`."""
        from ._resources.subscriptions import RawAsyncSubscriptions
        from .resources.async_subscriptions import AsyncSubscriptions

        return RawAsyncSubscriptions(AsyncSubscriptions(self._client))

    @cached_property
    def third_party_accounts(self) -> RawAsyncThirdPartyAccounts:
        """The raw form of `third_party_accounts`."""
        from ._resources.third_party_accounts import AsyncThirdPartyAccounts, RawAsyncThirdPartyAccounts

        return RawAsyncThirdPartyAccounts(AsyncThirdPartyAccounts(self._client))

    @cached_property
    def urls(self) -> RawAsyncUrls:
        """The raw form of `urls`."""
        from ._resources.urls import RawAsyncUrls
        from .resources.async_urls import AsyncUrls

        return RawAsyncUrls(AsyncUrls(self._client))

    @cached_property
    def users(self) -> RawAsyncUsers:
        """The raw form of `users`."""
        from ._resources.users import RawAsyncUsers
        from .resources.async_users import AsyncUsers

        return RawAsyncUsers(AsyncUsers(self._client))

    @cached_property
    def views(self) -> RawAsyncViews:
        """The raw form of `views`."""
        from ._resources.views import RawAsyncViews
        from .resources.async_views import AsyncViews

        return RawAsyncViews(AsyncViews(self._client))

    @cached_property
    def management(self) -> RawAsyncManagementGroup:
        """The raw form of the groups of calls below `management`."""
        return RawAsyncManagementGroup(self._client)
