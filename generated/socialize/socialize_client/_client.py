# Written by "nox -s generate" from specs/socialize.yaml and overrides/socialize/overlay.yaml: edit those.
"""The clients of Socialize API: `Socialize`, and `AsyncSocialize` with the same calls to `await`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Self, Unpack

import httpx2

from ._core._async_base import AsyncBaseClient, AsyncCallOptions, AsyncClientOptions
from ._core._sync_base import BaseClient, CallOptions, ClientOptions
from ._core.auth import Scheme
from ._core.envelope import ErrorRule
from ._core.secrets import hide, hide_options

if TYPE_CHECKING:
    from ._resources.activities import Activities, AsyncActivities, RawActivities, RawAsyncActivities
    from ._resources.applications import Applications, AsyncApplications, RawApplications, RawAsyncApplications
    from ._resources.auth import AsyncAuth, Auth, RawAsyncAuth, RawAuth
    from ._resources.comments import AsyncComments, Comments, RawAsyncComments, RawComments
    from ._resources.devices import AsyncDevices, Devices, RawAsyncDevices, RawDevices
    from ._resources.entities import AsyncEntities, Entities, RawAsyncEntities, RawEntities
    from ._resources.likes import AsyncLikes, Likes, RawAsyncLikes, RawLikes
    from ._resources.sdk_events import AsyncSdkEvents, RawAsyncSdkEvents, RawSdkEvents, SdkEvents
    from ._resources.shares import AsyncShares, RawAsyncShares, RawShares, Shares
    from ._resources.smart_alerts import AsyncSmartAlerts, RawAsyncSmartAlerts, RawSmartAlerts, SmartAlerts
    from ._resources.subscriptions import AsyncSubscriptions, RawAsyncSubscriptions, RawSubscriptions, Subscriptions
    from ._resources.third_party_accounts import (
        AsyncThirdPartyAccounts,
        RawAsyncThirdPartyAccounts,
        RawThirdPartyAccounts,
        ThirdPartyAccounts,
    )
    from ._resources.urls import AsyncUrls, RawAsyncUrls, RawUrls, Urls
    from ._resources.users import AsyncUsers, RawAsyncUsers, RawUsers, Users
    from ._resources.views import AsyncViews, RawAsyncViews, RawViews, Views

PRODUCTION_URL = "http://api.getsocialize.com"
"""Production, gone since about 2016. Plain http, as documented; authentication has https."""
STAGE_URL = "http://stage.api.getsocialize.com"
"""The stage that the SDKs' own tests used (observed). Gone as well."""

_SCHEMES = {
    "oauth": Scheme("sign", "auth"),
}
_ERRORS = ErrorRule()


class ManagementGroup:
    """The groups of calls below `management`."""

    def __init__(self, client: Socialize) -> None:
        self._client = client

    @cached_property
    def smart_alerts(self) -> SmartAlerts:
        """Notifications that the owner of an app sends to its users; the Management API."""
        from ._resources.smart_alerts import SmartAlerts

        return SmartAlerts(self._client)


class RawManagementGroup:
    """The raw form of the groups of calls below `management`."""

    def __init__(self, client: Socialize) -> None:
        self._client = client

    @cached_property
    def smart_alerts(self) -> RawSmartAlerts:
        """The raw form of `management.smart_alerts`."""
        from ._resources.smart_alerts import RawSmartAlerts, SmartAlerts

        return RawSmartAlerts(SmartAlerts(self._client))


class Socialize(BaseClient):
    """Comments, likes, shares and views of entities in mobile apps, and alerts to an app's users

    Args:
        auth: Signs each attempt.
        options: timeout, retries, transport and the rest: see `ClientOptions`. `base_url` or SOCIALIZE_BASE_URL.
    """

    _env = "SOCIALIZE"
    _product = "socialize-client/0.1.0"
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
        from ._resources.activities import Activities

        return Activities(self)

    @cached_property
    def applications(self) -> Applications:
        """The app whose consumer key signs the request."""
        from ._resources.applications import Applications

        return Applications(self)

    @cached_property
    def auth(self) -> Auth:
        """Get the token and the secret of a user, who is known by a device or by an account at Facebook or Twitter."""
        from ._resources.auth import Auth

        return Auth(self)

    @cached_property
    def comments(self) -> Comments:
        """What users write about an entity."""
        from ._resources.comments import Comments

        return Comments(self)

    @cached_property
    def devices(self) -> Devices:
        """The devices that a user's notifications are pushed to."""
        from ._resources.devices import Devices

        return Devices(self)

    @cached_property
    def entities(self) -> Entities:
        """The things that people comment on, like, share and view. The app chooses their keys."""
        from ._resources.entities import Entities

        return Entities(self)

    @cached_property
    def likes(self) -> Likes:
        """Who likes an entity. A user likes an entity once."""
        from ._resources.likes import Likes

        return Likes(self)

    @cached_property
    def sdk_events(self) -> SdkEvents:
        """What the SDKs report about their own use. Not in the documentation."""
        from ._resources.sdk_events import SdkEvents

        return SdkEvents(self)

    @cached_property
    def shares(self) -> Shares:
        """Who told others about an entity, and by which medium."""
        from ._resources.shares import Shares

        return Shares(self)

    @cached_property
    def subscriptions(self) -> Subscriptions:
        """What the signing user wants to be notified of."""
        from ._resources.subscriptions import Subscriptions

        return Subscriptions(self)

    @cached_property
    def third_party_accounts(self) -> ThirdPartyAccounts:
        """A user's accounts at Facebook and Twitter."""
        from ._resources.third_party_accounts import ThirdPartyAccounts

        return ThirdPartyAccounts(self)

    @cached_property
    def urls(self) -> Urls:
        """Short addresses of entities."""
        from ._resources.urls import Urls

        return Urls(self)

    @cached_property
    def users(self) -> Users:
        """The app's users, their profiles and what they did."""
        from ._resources.users import Users

        return Users(self)

    @cached_property
    def views(self) -> Views:
        """Who looked at an entity. Views are counted, not kept one by one."""
        from ._resources.views import Views

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
        from ._resources.activities import Activities, RawActivities

        return RawActivities(Activities(self._client))

    @cached_property
    def applications(self) -> RawApplications:
        """The raw form of `applications`."""
        from ._resources.applications import Applications, RawApplications

        return RawApplications(Applications(self._client))

    @cached_property
    def auth(self) -> RawAuth:
        """The raw form of `auth`."""
        from ._resources.auth import Auth, RawAuth

        return RawAuth(Auth(self._client))

    @cached_property
    def comments(self) -> RawComments:
        """The raw form of `comments`."""
        from ._resources.comments import Comments, RawComments

        return RawComments(Comments(self._client))

    @cached_property
    def devices(self) -> RawDevices:
        """The raw form of `devices`."""
        from ._resources.devices import Devices, RawDevices

        return RawDevices(Devices(self._client))

    @cached_property
    def entities(self) -> RawEntities:
        """The raw form of `entities`."""
        from ._resources.entities import Entities, RawEntities

        return RawEntities(Entities(self._client))

    @cached_property
    def likes(self) -> RawLikes:
        """The raw form of `likes`."""
        from ._resources.likes import Likes, RawLikes

        return RawLikes(Likes(self._client))

    @cached_property
    def sdk_events(self) -> RawSdkEvents:
        """The raw form of `sdk_events`."""
        from ._resources.sdk_events import RawSdkEvents, SdkEvents

        return RawSdkEvents(SdkEvents(self._client))

    @cached_property
    def shares(self) -> RawShares:
        """The raw form of `shares`."""
        from ._resources.shares import RawShares, Shares

        return RawShares(Shares(self._client))

    @cached_property
    def subscriptions(self) -> RawSubscriptions:
        """The raw form of `subscriptions`."""
        from ._resources.subscriptions import RawSubscriptions, Subscriptions

        return RawSubscriptions(Subscriptions(self._client))

    @cached_property
    def third_party_accounts(self) -> RawThirdPartyAccounts:
        """The raw form of `third_party_accounts`."""
        from ._resources.third_party_accounts import RawThirdPartyAccounts, ThirdPartyAccounts

        return RawThirdPartyAccounts(ThirdPartyAccounts(self._client))

    @cached_property
    def urls(self) -> RawUrls:
        """The raw form of `urls`."""
        from ._resources.urls import RawUrls, Urls

        return RawUrls(Urls(self._client))

    @cached_property
    def users(self) -> RawUsers:
        """The raw form of `users`."""
        from ._resources.users import RawUsers, Users

        return RawUsers(Users(self._client))

    @cached_property
    def views(self) -> RawViews:
        """The raw form of `views`."""
        from ._resources.views import RawViews, Views

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
        from ._resources.smart_alerts import AsyncSmartAlerts

        return AsyncSmartAlerts(self._client)


class RawAsyncManagementGroup:
    """The raw form of the groups of calls below `management`."""

    def __init__(self, client: AsyncSocialize) -> None:
        self._client = client

    @cached_property
    def smart_alerts(self) -> RawAsyncSmartAlerts:
        """The raw form of `management.smart_alerts`."""
        from ._resources.smart_alerts import AsyncSmartAlerts, RawAsyncSmartAlerts

        return RawAsyncSmartAlerts(AsyncSmartAlerts(self._client))


class AsyncSocialize(AsyncBaseClient):
    """Comments, likes, shares and views of entities in mobile apps, and alerts to an app's users

    Args:
        auth: Signs each attempt.
        options: timeout, retries, transport and the rest: see `ClientOptions`. `base_url` or SOCIALIZE_BASE_URL.
    """

    _env = "SOCIALIZE"
    _product = "socialize-client/0.1.0"
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
        from ._resources.activities import AsyncActivities

        return AsyncActivities(self)

    @cached_property
    def applications(self) -> AsyncApplications:
        """The app whose consumer key signs the request."""
        from ._resources.applications import AsyncApplications

        return AsyncApplications(self)

    @cached_property
    def auth(self) -> AsyncAuth:
        """Get the token and the secret of a user, who is known by a device or by an account at Facebook or Twitter."""
        from ._resources.auth import AsyncAuth

        return AsyncAuth(self)

    @cached_property
    def comments(self) -> AsyncComments:
        """What users write about an entity."""
        from ._resources.comments import AsyncComments

        return AsyncComments(self)

    @cached_property
    def devices(self) -> AsyncDevices:
        """The devices that a user's notifications are pushed to."""
        from ._resources.devices import AsyncDevices

        return AsyncDevices(self)

    @cached_property
    def entities(self) -> AsyncEntities:
        """The things that people comment on, like, share and view. The app chooses their keys."""
        from ._resources.entities import AsyncEntities

        return AsyncEntities(self)

    @cached_property
    def likes(self) -> AsyncLikes:
        """Who likes an entity. A user likes an entity once."""
        from ._resources.likes import AsyncLikes

        return AsyncLikes(self)

    @cached_property
    def sdk_events(self) -> AsyncSdkEvents:
        """What the SDKs report about their own use. Not in the documentation."""
        from ._resources.sdk_events import AsyncSdkEvents

        return AsyncSdkEvents(self)

    @cached_property
    def shares(self) -> AsyncShares:
        """Who told others about an entity, and by which medium."""
        from ._resources.shares import AsyncShares

        return AsyncShares(self)

    @cached_property
    def subscriptions(self) -> AsyncSubscriptions:
        """What the signing user wants to be notified of."""
        from ._resources.subscriptions import AsyncSubscriptions

        return AsyncSubscriptions(self)

    @cached_property
    def third_party_accounts(self) -> AsyncThirdPartyAccounts:
        """A user's accounts at Facebook and Twitter."""
        from ._resources.third_party_accounts import AsyncThirdPartyAccounts

        return AsyncThirdPartyAccounts(self)

    @cached_property
    def urls(self) -> AsyncUrls:
        """Short addresses of entities."""
        from ._resources.urls import AsyncUrls

        return AsyncUrls(self)

    @cached_property
    def users(self) -> AsyncUsers:
        """The app's users, their profiles and what they did."""
        from ._resources.users import AsyncUsers

        return AsyncUsers(self)

    @cached_property
    def views(self) -> AsyncViews:
        """Who looked at an entity. Views are counted, not kept one by one."""
        from ._resources.views import AsyncViews

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
        from ._resources.activities import AsyncActivities, RawAsyncActivities

        return RawAsyncActivities(AsyncActivities(self._client))

    @cached_property
    def applications(self) -> RawAsyncApplications:
        """The raw form of `applications`."""
        from ._resources.applications import AsyncApplications, RawAsyncApplications

        return RawAsyncApplications(AsyncApplications(self._client))

    @cached_property
    def auth(self) -> RawAsyncAuth:
        """The raw form of `auth`."""
        from ._resources.auth import AsyncAuth, RawAsyncAuth

        return RawAsyncAuth(AsyncAuth(self._client))

    @cached_property
    def comments(self) -> RawAsyncComments:
        """The raw form of `comments`."""
        from ._resources.comments import AsyncComments, RawAsyncComments

        return RawAsyncComments(AsyncComments(self._client))

    @cached_property
    def devices(self) -> RawAsyncDevices:
        """The raw form of `devices`."""
        from ._resources.devices import AsyncDevices, RawAsyncDevices

        return RawAsyncDevices(AsyncDevices(self._client))

    @cached_property
    def entities(self) -> RawAsyncEntities:
        """The raw form of `entities`."""
        from ._resources.entities import AsyncEntities, RawAsyncEntities

        return RawAsyncEntities(AsyncEntities(self._client))

    @cached_property
    def likes(self) -> RawAsyncLikes:
        """The raw form of `likes`."""
        from ._resources.likes import AsyncLikes, RawAsyncLikes

        return RawAsyncLikes(AsyncLikes(self._client))

    @cached_property
    def sdk_events(self) -> RawAsyncSdkEvents:
        """The raw form of `sdk_events`."""
        from ._resources.sdk_events import AsyncSdkEvents, RawAsyncSdkEvents

        return RawAsyncSdkEvents(AsyncSdkEvents(self._client))

    @cached_property
    def shares(self) -> RawAsyncShares:
        """The raw form of `shares`."""
        from ._resources.shares import AsyncShares, RawAsyncShares

        return RawAsyncShares(AsyncShares(self._client))

    @cached_property
    def subscriptions(self) -> RawAsyncSubscriptions:
        """The raw form of `subscriptions`."""
        from ._resources.subscriptions import AsyncSubscriptions, RawAsyncSubscriptions

        return RawAsyncSubscriptions(AsyncSubscriptions(self._client))

    @cached_property
    def third_party_accounts(self) -> RawAsyncThirdPartyAccounts:
        """The raw form of `third_party_accounts`."""
        from ._resources.third_party_accounts import AsyncThirdPartyAccounts, RawAsyncThirdPartyAccounts

        return RawAsyncThirdPartyAccounts(AsyncThirdPartyAccounts(self._client))

    @cached_property
    def urls(self) -> RawAsyncUrls:
        """The raw form of `urls`."""
        from ._resources.urls import AsyncUrls, RawAsyncUrls

        return RawAsyncUrls(AsyncUrls(self._client))

    @cached_property
    def users(self) -> RawAsyncUsers:
        """The raw form of `users`."""
        from ._resources.users import AsyncUsers, RawAsyncUsers

        return RawAsyncUsers(AsyncUsers(self._client))

    @cached_property
    def views(self) -> RawAsyncViews:
        """The raw form of `views`."""
        from ._resources.views import AsyncViews, RawAsyncViews

        return RawAsyncViews(AsyncViews(self._client))

    @cached_property
    def management(self) -> RawAsyncManagementGroup:
        """The raw form of the groups of calls below `management`."""
        return RawAsyncManagementGroup(self._client)
