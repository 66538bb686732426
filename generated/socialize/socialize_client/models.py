"""Models of the document's components."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field, FiniteFloat
from typing_extensions import TypeAliasType

from ._core.models import Model, SecretString
from .conditions import Alerts, NamesDevice, NamesEntity, NamesThirdParty, Subscribes
from .dates import WireDate, WireDateTime, WireManagementDateTime
from .windows import OfSomeKind

NumericId = TypeAliasType("NumericId", Annotated[int, Field(ge=1)])
"""
An id.
"""


NumericText = TypeAliasType("NumericText", Annotated[int, Field(ge=1)])
"""
An id of the Management API in answers, a number written as a string.
"""


EntityKey = TypeAliasType("EntityKey", Annotated[str, Field(min_length=1)])
"""
What names an entity inside an app, usually a URL. Any text that is not empty.
"""


DateTime = TypeAliasType("DateTime", WireDateTime)
"""
A time such as `2011-07-10 00:12:13+0000`: date, a space, time in seconds, and the offset from UTC as four
digits. Not RFC 3339.

"""


ManagementDateTime = TypeAliasType("ManagementDateTime", WireManagementDateTime)
"""
A time of the Management API, such as `2012-06-26T22:24:03`, without an offset; that it is UTC is inferred.

"""


BirthDate = TypeAliasType("BirthDate", WireDate)
"""
A day, as YYYY/MM/DD.
"""


TimeOfDay = TypeAliasType("TimeOfDay", Annotated[str, Field(pattern="^([01][0-9]|2[0-3]):[0-5][0-9]$")])
"""
A time of the day, as HH:MM from 00:00 to 23:59.
"""


Coordinate = TypeAliasType("Coordinate", FiniteFloat)
"""
A latitude or longitude in degrees, as a number or as a string of digits. The SDKs send numbers, and records
have numbers; the documentation's table says Float, and its examples show strings.

"""


WireBoolean = TypeAliasType("WireBoolean", bool)
"""
True or false. Servers of August to October 2011 sent 1 and 0.
"""


TotalCount = TypeAliasType("TotalCount", Annotated[int, Field(ge=0)])
"""
How many items the whole list has. Only in the answer to a GET, and not always there.
"""


class Error(Model):
    """
    Why one thing of a request was refused.
    """

    error: str
    """
    What is wrong, for people.
    """
    payload: str | dict[str, Any] | list[Any] | None = None
    """
    What was refused: a text or an object, and of a payload of another form an array or null. Leniency: an
    object has the members that were sent, which may be any.

    """


Errors = TypeAliasType("Errors", list[Error] | None)
"""
What was refused; empty if nothing was. The documentation's tables call it an object, its examples show a list.
The Android SDK also takes null.

"""


ErrorText = TypeAliasType("ErrorText", str)
"""
What went wrong, as text or as an HTML page.
"""


FieldErrors = TypeAliasType("FieldErrors", Annotated[dict[str, list[str]], Field(min_length=1)])
"""
For each member of the payload that is wrong what is wrong with it.
"""


class Deletion(Model):
    """
    The answer to a deletion. Leniency: nobody recorded its members; the iOS SDK needs an object, and neither SDK
    reads it.

    """


DeviceId = TypeAliasType("DeviceId", Annotated[str, Field(min_length=1)])
"""
What names the device: a string, as the documentation's table says and the SDKs send. Its example shows a
number, which is accepted as well.

"""


AuthType = TypeAliasType("AuthType", Literal[0, 1, 2])
"""
The third party: 1 Facebook, 2 Twitter. The Android SDK sends 0 for an anonymous user, the iOS SDK strings.

"""


class AuthenticateRequest(NamesThirdParty):
    """
    The device, and for a third party the account's credentials.
    """

    udid: DeviceId
    auth_type: AuthType | None = None
    """
    The third party. Needed with `auth_token`.
    """
    auth_token: SecretString | None = None
    """
    The third party's token for the account.
    """
    auth_token_secret: SecretString | None = None
    """
    The secret of that token; Twitter has one. This is the name in the documentation's table and in the SDKs.

    """
    auth_secret: SecretString | None = None
    """
    The same under the name that the documentation's example has. Send `auth_token_secret`.
    """
    auth_id: str | None = None
    """
    The account's id at the third party; the Android SDK sends it.
    """
    a: str | None = None
    """
    Another id of the device, which the SDKs send; in base64 on iOS.
    """
    v: str | None = None
    """
    Another id of the device, which the iOS SDK sends, in base64.
    """


class AuthenticateForm(Model):
    """
    The form of the request, with one field.
    """

    payload: Annotated[
        str,
        Field(
            json_schema_extra={
                "contentMediaType": "application/json",
                "contentSchema": {"$ref": "#/components/schemas/AuthenticateRequest"},
            }
        ),
    ]
    """
    The device and the account, as a JSON object.
    """


class ThirdPartyAuthenticateRequest(Model):
    """
    The device, and the account's credentials.
    """

    udid: DeviceId
    auth_type: AuthType
    auth_token: SecretString
    """
    The third party's token for the account.
    """
    auth_token_secret: SecretString | None = None
    """
    The secret of that token; Twitter has one.
    """


class ThirdPartyAuthenticateForm(Model):
    """
    The form of the request, with one field.
    """

    payload: Annotated[
        str,
        Field(
            json_schema_extra={
                "contentMediaType": "application/json",
                "contentSchema": {"$ref": "#/components/schemas/ThirdPartyAuthenticateRequest"},
            }
        ),
    ]
    """
    The device and the account, as a JSON object.
    """


class Application(Model):
    """
    An app, in short.
    """

    id: Annotated[int, Field(ge=1)]
    """
    The app's id.
    """
    name: str
    """
    The app's name.
    """


class ApplicationFull(Model):
    """
    An app. That its texts may be null or missing is inferred; the documentation has strings.
    """

    id: Annotated[int, Field(ge=1)]
    """
    The app's id.
    """
    name: str
    """
    The app's name.
    """
    android_package_name: str | None = None
    """
    The package of the app for Android.
    """
    apple_store_id: str | None = None
    """
    The id of the app at Apple's store.
    """
    category: str | None = None
    """
    The app's category.
    """
    description: str | None = None
    """
    What the app is.
    """
    notifications_enabled: bool
    """
    Whether the app sends notifications.
    """


class ApplicationFullList(Model):
    """
    The app, as the only item of a list.
    """

    errors: Errors
    items: list[ApplicationFull]
    """
    The app.
    """
    total_count: TotalCount | None = None


DeviceType = TypeAliasType("DeviceType", Literal["iOS", "Android"])
"""
The system of a device.
"""


ServiceType = TypeAliasType(
    "ServiceType", Literal["ANDROID_C2DM", "ANDROID_GCM", "APNS_DEVELOPMENT", "APNS_PRODUCTION"]
)
"""
The service that pushes to a device.
"""


class DeviceCreate(NamesDevice):
    """
    A device to register. Which ids it needs depends on its system.
    """

    device_type: DeviceType
    """
    The device's system.
    """
    device_token: Annotated[str | None, Field(min_length=1)] = None
    """
    For iOS: the token of Apple's push service.
    """
    gcm_registration_id: Annotated[str | None, Field(min_length=1)] = None
    """
    For Android: the id of Google Cloud Messaging. It needs `service_type`.
    """
    c2dm_registration_id: Annotated[str | None, Field(min_length=1)] = None
    """
    For Android: the id of Google's former service C2DM.
    """
    service_type: ServiceType | None = None
    """
    The service to push with. Left out, it is `APNS_PRODUCTION` for iOS and `ANDROID_C2DM` for Android. (The
    documentation says "If service_type is provided", and means that it is not.)

    """
    lat: Coordinate | None = None
    """
    Latitude of where the user is, in degrees.
    """
    lng: Coordinate | None = None
    """
    Longitude of where the user is, in degrees.
    """


class DeviceCreateForm(Model):
    """
    The form of the request, with one field.
    """

    payload: Annotated[
        str,
        Field(
            json_schema_extra={
                "contentMediaType": "application/json",
                "contentSchema": {"type": "array", "items": {"$ref": "#/components/schemas/DeviceCreate"}},
            }
        ),
    ]
    """
    The devices, as a JSON array.
    """


class DeviceCheck(Model):
    """
    A device token to look up.
    """

    device_token: Annotated[str, Field(min_length=1)]
    """
    The token.
    """


class DeviceCheckForm(Model):
    """
    The form of the request, with one field.
    """

    payload: Annotated[
        str,
        Field(
            json_schema_extra={
                "contentMediaType": "application/json",
                "contentSchema": {"type": "array", "items": {"$ref": "#/components/schemas/DeviceCheck"}},
            }
        ),
    ]
    """
    The tokens, as a JSON array.
    """


class Entity(Model):
    """
    An entity, as it stands inside of an activity or a subscription.
    """

    id: Annotated[int | None, Field(ge=1)] = None
    """
    The entity's id. Servers of 2011 left it out.
    """
    key: EntityKey
    """
    What names the entity inside the app.
    """
    name: str
    """
    The entity's name. May be empty.
    """
    type: str | None = None
    """
    The kind of entity. The documentation has `url` and `text`; servers since 2013 send `article` where none was
    given, and keep any other text. Servers of August to October 2011 left it out.

    """
    comments: Annotated[int, Field(ge=0)]
    """
    How many comments there are.
    """
    likes: Annotated[int, Field(ge=0)]
    """
    How many likes there are.
    """
    shares: Annotated[int, Field(ge=0)]
    """
    How many shares there are.
    """
    views: Annotated[int, Field(ge=0)]
    """
    How many views there were.
    """
    total_activity: Annotated[int | None, Field(ge=0)] = None
    """
    Comments, likes, shares and views together; it may lag behind them. Sent since 2013.
    """
    meta: str | None = None
    """
    What the app keeps about the entity.
    """


class UserActionSummary(Model):
    """
    What the signing user did with the entity. Likes above 0 mean that the user likes it.
    """

    comments: Annotated[int, Field(ge=0)]
    """
    How many comments are the user's.
    """
    likes: Annotated[int, Field(ge=0)]
    """
    How many likes are the user's.
    """
    shares: Annotated[int, Field(ge=0)]
    """
    How many shares are the user's.
    """


class Attachment(Model):
    """
    A file that is attached to an entity.
    """

    entity_id: Annotated[int, Field(ge=1)]
    """
    The entity.
    """
    mimetype: str
    """
    The media type of the file.
    """
    url: str
    """
    Where the file is.
    """


EntityOrder = TypeAliasType("EntityOrder", Literal["total_activity"])
"""
An order of entities other than by age.
"""


class CreateEntity(Model):
    """
    An entity that an activity creates, or changes if its key exists.
    """

    key: EntityKey
    """
    What names the entity inside the app.
    """
    name: str | None = None
    """
    The entity's name. Missing, null or empty leaves a stored one as it is.
    """
    type: str | None = None
    """
    The kind of entity, `url` or `text` in the documentation, with `url` as the default; servers since 2013 take
    any text, with `article` as the default.

    """
    meta: str | None = None
    """
    What the app wants to keep about the entity. Missing, null or empty leaves what is stored as it is.

    """


class EntityCreate(Model):
    """
    An entity to create, or to change if its key exists.
    """

    key: EntityKey
    """
    What names the entity inside the app.
    """
    name: str | None = None
    """
    The entity's name. Missing, null or empty leaves a stored one as it is.
    """
    type: str | None = None
    """
    The kind of entity, `url` or `text` in the documentation, with `url` as the default; servers since 2013 take
    any text, with `article` as the default.

    """
    meta: str | None = None
    """
    What the app wants to keep about the entity. Missing, null or empty leaves what is stored as it is.

    """
    lat: Coordinate | None = None
    """
    Latitude of where the user is, in degrees.
    """
    lng: Coordinate | None = None
    """
    Longitude of where the user is, in degrees.
    """


class EntityCreateForm(Model):
    """
    The form of the request, with one field.
    """

    payload: Annotated[
        str,
        Field(
            json_schema_extra={
                "contentMediaType": "application/json",
                "contentSchema": {"type": "array", "items": {"$ref": "#/components/schemas/EntityCreate"}},
            }
        ),
    ]
    """
    The entities, as a JSON array.
    """


KnownActivityType = TypeAliasType("KnownActivityType", Literal["comment", "like", "share", "view"])
"""
The known kinds of activities. `view` is known from an old record only.
"""


ActivityType = TypeAliasType("ActivityType", KnownActivityType | str)
"""
The kind of an activity. Other values are possible.
"""


KnownThirdParty = TypeAliasType(
    "KnownThirdParty", Literal["email", "facebook", "sms", "twitter", "google_plus", "other"]
)
"""
The known third parties. The documentation names `twitter` for `propagation`, and the first four for
`propagation_info_request`; the Android SDK sends the others.

"""


ThirdParty = TypeAliasType("ThirdParty", KnownThirdParty | str)
"""
A third party that an activity goes to. Other values are possible.
"""


class Propagator(Model):
    """
    Where the server is to post an activity on. The documentation names `twitter` only.
    """

    third_parties: list[ThirdParty] | None = None
    """
    The third parties.
    """
    extra_params: str | None = None
    """
    Parameters for the post, URL-encoded in one string, such as `source=app&og_action=like`.
    """


class PropagationInfoRequest(Model):
    """
    For which third parties short addresses are wanted.
    """

    third_parties: list[ThirdParty] | None = None
    """
    The third parties.
    """
    extra_params: str | None = None
    """
    Parameters for the addresses, URL-encoded in one string, such as `source=app&og_action=like`.
    """


class PropagationInfo(Model):
    """
    Short addresses for one third party.
    """

    application_url: str
    """
    Leads to the app.
    """
    entity_url: str
    """
    Leads to the entity.
    """


PropagationInfoResponse = TypeAliasType("PropagationInfoResponse", dict[str, PropagationInfo])
"""
Short addresses, by third party, for those that were named in the request; empty if none was. Servers of 2011
left it out.

"""


class ShareMedium(Model):
    """
    Where something was shared.
    """

    id: Annotated[int, Field(ge=1)]
    """
    1 Twitter, 2 Facebook, 3 Email, 4 SMS, 101 other; 5 Pinterest (observed). Others are possible.

    """
    medium: str
    """
    The medium's name.
    """


ShareMediumId = TypeAliasType("ShareMediumId", Annotated[int, Field(ge=1)])
"""
1 Twitter, 2 Facebook, 3 Email, 4 SMS, 101 other, such as Google+; 5 Pinterest (observed). Others are possible.
The iOS SDK sends it as a string.

"""


class CommentCreate(NamesEntity):
    """
    A comment to write. It names its entity in exactly one of two ways.
    """

    entity_key: EntityKey | None = None
    """
    The key of the entity. One that is unknown makes an entity without a name.
    """
    entity: CreateEntity | None = None
    """
    The entity, to be created, or changed if its key exists.
    """
    text: str
    """
    The comment, plain text. NUL characters are removed.
    """
    lat: Coordinate | None = None
    """
    Latitude of where the user is, in degrees.
    """
    lng: Coordinate | None = None
    """
    Longitude of where the user is, in degrees.
    """
    share_location: bool = True
    """
    Whether to let others see the place.
    """
    subscribe: bool | None = None
    """
    Whether to subscribe the user to news about the entity. Null or missing changes nothing. What false does,
    which the iOS SDK sends by default, is not known.

    """
    propagation: Propagator | None = None
    """
    Where the server is to post it on, in the user's name.
    """
    propagation_info_request: PropagationInfoRequest | None = None
    """
    For which third parties short addresses are wanted, when the app posts it there itself.
    """


class CommentCreateForm(Model):
    """
    The form of the request, with one field.
    """

    payload: Annotated[
        str,
        Field(
            json_schema_extra={
                "contentMediaType": "application/json",
                "contentSchema": {"type": "array", "items": {"$ref": "#/components/schemas/CommentCreate"}},
            }
        ),
    ]
    """
    The comments, as a JSON array.
    """


class LikeCreate(NamesEntity):
    """
    A like to give. It names its entity in exactly one of two ways.
    """

    entity_key: EntityKey | None = None
    """
    The key of the entity. One that is unknown makes an entity without a name.
    """
    entity: CreateEntity | None = None
    """
    The entity, to be created, or changed if its key exists.
    """
    lat: Coordinate | None = None
    """
    Latitude of where the user is, in degrees.
    """
    lng: Coordinate | None = None
    """
    Longitude of where the user is, in degrees.
    """
    share_location: bool = True
    """
    Whether to let others see the place.
    """
    og_action: str | None = None
    """
    The action for Facebook's Open Graph, such as `like`; the iOS SDK may send it.
    """
    propagation: Propagator | None = None
    """
    Where the server is to post it on, in the user's name.
    """
    propagation_info_request: PropagationInfoRequest | None = None
    """
    For which third parties short addresses are wanted, when the app posts it there itself.
    """


class LikeCreateForm(Model):
    """
    The form of the request, with one field.
    """

    payload: Annotated[
        str,
        Field(
            json_schema_extra={
                "contentMediaType": "application/json",
                "contentSchema": {"type": "array", "items": {"$ref": "#/components/schemas/LikeCreate"}},
            }
        ),
    ]
    """
    The likes, as a JSON array.
    """


class ShareCreate(NamesEntity):
    """
    A share to record. It names its entity in exactly one of two ways.
    """

    entity_key: EntityKey | None = None
    """
    The key of the entity. One that is unknown makes an entity without a name.
    """
    entity: CreateEntity | None = None
    """
    The entity, to be created, or changed if its key exists.
    """
    text: str | None = None
    """
    The text that goes with the share. The Android SDK leaves an empty one out.
    """
    medium: ShareMediumId
    """
    Where it was shared.
    """
    medium_name: str | None = None
    """
    The medium in words; the Android SDK sends it. The server does not need it.
    """
    lat: Coordinate | None = None
    """
    Latitude of where the user is, in degrees.
    """
    lng: Coordinate | None = None
    """
    Longitude of where the user is, in degrees.
    """
    share_location: bool = True
    """
    Whether to let others see the place.
    """
    propagation: Propagator | None = None
    """
    Where the server is to post it on, in the user's name.
    """
    propagation_info_request: PropagationInfoRequest | None = None
    """
    For which third parties short addresses are wanted, when the app posts it there itself.
    """


class ShareCreateForm(Model):
    """
    The form of the request, with one field.
    """

    payload: Annotated[
        str,
        Field(
            json_schema_extra={
                "contentMediaType": "application/json",
                "contentSchema": {"type": "array", "items": {"$ref": "#/components/schemas/ShareCreate"}},
            }
        ),
    ]
    """
    The shares, as a JSON array.
    """


class ViewCreate(NamesEntity):
    """
    A view to record. It names its entity in exactly one of two ways.
    """

    entity_key: EntityKey | None = None
    """
    The key of the entity. One that is unknown makes an entity without a name.
    """
    entity: CreateEntity | None = None
    """
    The entity, to be created, or changed if its key exists.
    """
    lat: Coordinate | None = None
    """
    Latitude of where the user is, in degrees.
    """
    lng: Coordinate | None = None
    """
    Longitude of where the user is, in degrees.
    """
    share_location: bool = True
    """
    Whether to let others see the place.
    """
    propagation: Propagator | None = None
    """
    Where the server is to post it on, in the user's name.
    """
    propagation_info_request: PropagationInfoRequest | None = None
    """
    For which third parties short addresses are wanted, when the app posts it there itself.
    """


class ViewCreateForm(Model):
    """
    The form of the request, with one field.
    """

    payload: Annotated[
        str,
        Field(
            json_schema_extra={
                "contentMediaType": "application/json",
                "contentSchema": {"type": "array", "items": {"$ref": "#/components/schemas/ViewCreate"}},
            }
        ),
    ]
    """
    The views, as a JSON array.
    """


class UserStats(Model):
    """
    What the user did in the app. The shares are in `shares`; the documentation calls them `share`.
    """

    comments: Annotated[int, Field(ge=0)]
    """
    How many comments.
    """
    likes: Annotated[int, Field(ge=0)]
    """
    How many likes.
    """
    shares: Annotated[int | None, Field(ge=0)] = None
    """
    How many shares.
    """
    share: Annotated[int | None, Field(ge=0)] = None
    """
    How many shares, under the name that the documentation has.
    """
    views: Annotated[int, Field(ge=0)]
    """
    How many views.
    """


KnownAuthTypeName = TypeAliasType("KnownAuthTypeName", Literal["FaceBook", "Facebook", "Twitter"])
"""
The known third parties, as they are spelled. `FaceBook` is what the iOS SDK compares with.
"""


AuthTypeName = TypeAliasType("AuthTypeName", KnownAuthTypeName | str)
"""
A third party by its name. Ignore the case. Other values are possible.
"""


ThirdPartyUserId = TypeAliasType("ThirdPartyUserId", Annotated[int, Field(ge=0)])
"""
The id of an account at a third party. A number, as documented; that it may be a string of digits is inferred.

"""


class ThirdPartyAuth(Model):
    """
    A user's account at a third party.
    """

    auth_type: AuthTypeName
    auth_id: ThirdPartyUserId


Sex = TypeAliasType("Sex", Literal["M", "F"])
"""
`M` male, `F` female.
"""


class UserUpdate(Model):
    """
    What to change in a profile.
    """

    id: Annotated[int | None, Field(ge=1)] = None
    """
    The user's id, as in the path. Not needed.
    """
    username: str | None = None
    """
    The user's name in the app; the iOS SDK sends it.
    """
    first_name: str | None = None
    """
    First name.
    """
    last_name: str | None = None
    """
    Last name.
    """
    description: str | None = None
    """
    What the user says of themselves.
    """
    location: str | None = None
    """
    Where the user lives.
    """
    sex: Sex | None = None
    email: str | None = None
    """
    Address for email. It is never returned, and its form is not documented, so any string is accepted.

    """
    date_of_birth: BirthDate | None = None
    """
    Day of birth. It is never returned.
    """
    meta: Annotated[str | None, Field(max_length=1024)] = None
    """
    What the app keeps about the user, plain text of up to 1024 bytes. JSON or XML may stand in it.
    """
    picture: Annotated[str | None, Field(pattern="^[A-Za-z0-9+/=\\r\\n]+$")] = None
    """
    A picture, PNG in base64. It is stored in three sizes, whose addresses the user has then.
    """
    small_image_uri: str | None = None
    """
    Where the small picture is; the Android SDK sends back what it got.
    """
    medium_image_uri: str | None = None
    """
    Where the picture of medium size is; the Android SDK sends back what it got.
    """
    large_image_uri: str | None = None
    """
    Where the large picture is; the Android SDK sends back what it got.
    """
    quiet_start_time: TimeOfDay | None = None
    """
    From when on to silence notifications.
    """
    quiet_end_time: TimeOfDay | None = None
    """
    Until when to silence notifications.
    """
    timezone: str | None = None
    """
    The name of the time zone in the tz database, such as `Europe/Berlin`.
    """


class UserUpdateForm(Model):
    """
    The form of the request, with one field.
    """

    payload: Annotated[
        str,
        Field(
            json_schema_extra={
                "contentMediaType": "application/json",
                "contentSchema": {"$ref": "#/components/schemas/UserUpdate"},
            }
        ),
    ]
    """
    What to change, as a JSON object.
    """


KnownSubscriptionType = TypeAliasType(
    "KnownSubscriptionType", Literal["new_comments", "entity_notification", "new_comment"]
)
"""
- `new_comments`: comments on the entity. Servers and SDKs use this spelling.
- `entity_notification`: what the app's owner sends about the entity.
- `new_comment`: how the documentation's list spells `new_comments`. Its examples have the plural; send that.

"""


SubscriptionType = TypeAliasType("SubscriptionType", KnownSubscriptionType | str)
"""
What a subscription is for. Other values are possible in answers.
"""


class SubscriptionCreate(Subscribes):
    """
    A subscription to begin or to end. It names its entity in exactly one of two ways.
    """

    entity_key: EntityKey | None = None
    """
    The key of the entity. One that is unknown makes an entity without a name.
    """
    entity: CreateEntity | None = None
    """
    The entity, to be created, or changed if its key exists.
    """
    type: KnownSubscriptionType
    subscribed: bool | None = None
    """
    True or left out to subscribe, false to end it. This is the name in the documentation's example and in the
    SDKs.

    """
    subscribe: bool | None = None
    """
    The same under the name that the documentation's table has. Send `subscribed`.
    """
    lat: Coordinate | None = None
    """
    Latitude of where the user is, in degrees.
    """
    lng: Coordinate | None = None
    """
    Longitude of where the user is, in degrees.
    """


class SubscriptionCreateForm(Model):
    """
    The form of the request, with one field.
    """

    payload: Annotated[
        str,
        Field(
            json_schema_extra={
                "contentMediaType": "application/json",
                "contentSchema": {"type": "array", "items": {"$ref": "#/components/schemas/SubscriptionCreate"}},
            }
        ),
    ]
    """
    The subscriptions, as a JSON array.
    """


class ShortenRequest(Model):
    """
    The entity to get a short address for.
    """

    entity_key: EntityKey


class ShortenForm(Model):
    """
    The form of the request, with one field.
    """

    payload: Annotated[
        str,
        Field(
            json_schema_extra={
                "contentMediaType": "application/json",
                "contentSchema": {"$ref": "#/components/schemas/ShortenRequest"},
            }
        ),
    ]
    """
    The entity, as a JSON object.
    """


class ShortUrlBatch(Model):
    """
    A short address, as the only item of a list.
    """

    errors: Errors
    items: list[str]
    """
    The short address.
    """


class SdkEvent(Model):
    """
    What happened inside an SDK.
    """

    bucket: Annotated[str, Field(min_length=1)]
    """
    The kind of event. The Android SDK writes it in capitals.
    """
    values: dict[str, Any]
    """
    What the SDK has to say about it. Leniency: each kind of event has members of its own.
    """


class SdkEventForm(Model):
    """
    The form of the request, with one field.
    """

    payload: Annotated[
        str,
        Field(
            json_schema_extra={
                "contentMediaType": "application/json",
                "contentSchema": {"$ref": "#/components/schemas/SdkEvent"},
            }
        ),
    ]
    """
    The event, as a JSON object.
    """


BroadcastUserSet = TypeAliasType("BroadcastUserSet", Literal["application_users", "entity_users"])
"""
- `application_users`: all users of the app. The default.
- `entity_users`: those who had to do with the entity.

"""


KnownAlertSubscription = TypeAliasType(
    "KnownAlertSubscription",
    Literal["developer_notification", "developer_direct_entity", "developer_direct_url", "entity_notification"],
)
"""
- `developer_notification`: a message. The default.
- `developer_direct_entity`: leads to an entity; needs `entity_id`.
- `developer_direct_url`: leads to a URL; needs `url`.
- `entity_notification`: news about an entity.

"""


AlertSubscription = TypeAliasType("AlertSubscription", KnownAlertSubscription | str)
"""
The kind of an alert. Other values are possible in answers.
"""


class SmartAlertCreate(Alerts):
    """
    An alert to send. What it needs depends on `subscription`.
    """

    application_id: Annotated[int, Field(ge=1)]
    """
    The app. It must belong to the consumer.
    """
    message: Annotated[str, Field(max_length=180, min_length=1)]
    """
    The text, up to 180 characters.
    """
    subscription: KnownAlertSubscription = "developer_notification"
    """
    The kind of alert.
    """
    broadcast_user_set: BroadcastUserSet = "application_users"
    """
    Who gets a broadcast with `developer_direct_entity`, the only kind that it is available for. Its default is
    accepted with the others too, as it changes nothing there.

    """
    entity_id: Annotated[int | None, Field(ge=1)] = None
    """
    The entity that the alert leads to. Needed by `developer_direct_entity`.
    """
    url: Annotated[str | None, Field(min_length=1)] = None
    """
    Where the alert leads to. Needed by `developer_direct_url`.
    """
    users: list[NumericId] | None = None
    """
    The ids of the users who get it. All users of the app if neither this nor `devices` is given.
    """
    devices: list[str] | None = None
    """
    The devices that get it: their `device_token`, or for Android the registration id of C2DM.

    """


class SmartAlertCreateForm(Model):
    """
    The form of the request, with one field.
    """

    payload: Annotated[
        str,
        Field(
            json_schema_extra={
                "contentMediaType": "application/json",
                "contentSchema": {"$ref": "#/components/schemas/SmartAlertCreate"},
            }
        ),
    ]
    """
    The alert, as a JSON object.
    """


class QuotaState(Model):
    """
    How an app stands with its quota of alerts.
    """

    under_quota: bool
    """
    Whether the app has quota left.
    """
    will_cause_quota_overflow: bool
    """
    Whether this alert goes beyond the quota.
    """


class SmartAlert(Model):
    """
    An alert that was sent.
    """

    id: NumericText
    created: ManagementDateTime
    """
    When it was sent.
    """
    message: str
    """
    The text.
    """
    subscription_type: AlertSubscription
    resource_uri: str
    """
    The path of this alert.
    """
    users: Annotated[
        str,
        Field(
            json_schema_extra={
                "contentMediaType": "application/json",
                "contentSchema": {"type": "array", "items": {"$ref": "#/components/schemas/NumericId"}},
            }
        ),
    ]
    """
    The users who got it, as a JSON array in a string. Seen empty only; that it holds ids is inferred.

    """
    device_tokens: Annotated[
        str,
        Field(
            json_schema_extra={
                "contentMediaType": "application/json",
                "contentSchema": {"type": "array", "items": {"$ref": "#/components/schemas/DeviceTokenText"}},
            }
        ),
    ]
    """
    The devices that got it, as a JSON array in a string. Seen empty only; that it holds tokens is inferred.

    """
    meta: Annotated[
        str,
        Field(
            json_schema_extra={
                "contentMediaType": "application/json",
                "contentSchema": {"$ref": "#/components/schemas/SmartAlertMeta"},
            }
        ),
    ]
    """
    Where the alert leads to, as a JSON object in a string.
    """


DeviceTokenText = TypeAliasType("DeviceTokenText", str)
"""
A device token.
"""


class SmartAlertMeta(Model):
    """
    Where an alert leads to.
    """

    entity_id: str | None = None
    """
    The entity's id, a number written as a string. That it is empty if there is none is inferred.
    """
    url: str | None = None
    """
    The URL; empty if there is none.
    """


class SmartAlertListMeta(Model):
    """
    Where in the list a page is. Inferred: that `meta` is there is known from the platform's own client, its members
    only from the library (Tastypie) that such lists come from, so none is required.

    """

    limit: Annotated[int | None, Field(ge=0)] = None
    """
    How many alerts a page has.
    """
    next: str | None = None
    """
    The path of the next page.
    """
    offset: Annotated[int | None, Field(ge=0)] = None
    """
    How many alerts stand before this page.
    """
    previous: str | None = None
    """
    The path of the page before.
    """
    total_count: Annotated[int | None, Field(ge=0)] = None
    """
    How many alerts the whole list has.
    """


class SmartAlertList(Model):
    """
    One page of alerts.
    """

    meta: SmartAlertListMeta
    objects: list[SmartAlert]
    """
    The alerts.
    """


class FullEntity(Model):
    """
    An entity. Servers of 2011 left out `id`, `meta`, `attach_token`, `attachments` and `user_action_summary`.

    """

    id: Annotated[int | None, Field(ge=1)] = None
    """
    The entity's id. Servers of 2011 left it out.
    """
    key: EntityKey
    """
    What names the entity inside the app.
    """
    name: str
    """
    The entity's name. May be empty.
    """
    type: str | None = None
    """
    The kind of entity. The documentation has `url` and `text`; servers since 2013 send `article` where none was
    given, and keep any other text. Servers of August to October 2011 left it out.

    """
    comments: Annotated[int, Field(ge=0)]
    """
    How many comments there are.
    """
    likes: Annotated[int, Field(ge=0)]
    """
    How many likes there are.
    """
    shares: Annotated[int, Field(ge=0)]
    """
    How many shares there are.
    """
    views: Annotated[int, Field(ge=0)]
    """
    How many views there were.
    """
    total_activity: Annotated[int | None, Field(ge=0)] = None
    """
    Comments, likes, shares and views together; it may lag behind them. Sent since 2013.
    """
    meta: str | None = None
    """
    What the app keeps about the entity.
    """
    attach_token: str | None = None
    """
    A token for attaching files to the entity, 64 characters.
    """
    attachments: list[Attachment] | None = None
    """
    The files that are attached to the entity. Null for none since December 2013; the documentation has a
    list.

    """
    user_action_summary: UserActionSummary | None = None


class FullEntityList(Model):
    """
    One page of entities.
    """

    errors: Errors
    items: list[FullEntity]
    """
    The entities, newest first.
    """
    total_count: TotalCount | None = None


class FullEntityBatch(Model):
    """
    What became of a batch of entities.
    """

    errors: Errors
    items: list[FullEntity]
    """
    The entities of the batch that were accepted.
    """


class User(Model):
    """
    A user, as in an activity. `city`, `state` and `third_party_auth` are of 2011, as the documentation has it;
    since 2013 there is `location` instead.

    """

    id: Annotated[int, Field(ge=1)]
    """
    The user's id.
    """
    username: str
    """
    The user's name in the app; `User` and the id until the user chose another.
    """
    first_name: str | None = None
    """
    First name.
    """
    last_name: str | None = None
    """
    Last name.
    """
    location: str | None = None
    """
    Where the user lives.
    """
    city: str | None = None
    """
    City. Not sent since 2013.
    """
    state: str | None = None
    """
    State. Not sent since 2013.
    """
    meta: str | None = None
    """
    What the app keeps about the user.
    """
    small_image_uri: str | None = None
    """
    Where the small picture is.
    """
    third_party_auth: list[ThirdPartyAuth] | None = None
    """
    The user's accounts at third parties. Not sent since 2013.
    """


class UserFull(Model):
    """
    A user with the whole profile. Its texts are null for a new user. Authentications of 2011 answered with `id`,
    `username` and `small_image_uri` only.

    """

    id: Annotated[int, Field(ge=1)]
    """
    The user's id.
    """
    username: str
    """
    The user's name in the app; `User` and the id until the user chose another.
    """
    first_name: str | None = None
    """
    First name.
    """
    last_name: str | None = None
    """
    Last name.
    """
    description: str | None = None
    """
    What the user says of themselves.
    """
    location: str | None = None
    """
    Where the user lives.
    """
    sex: str | None = None
    """
    `M` or `F`.
    """
    meta: str | None = None
    """
    What the app keeps about the user.
    """
    small_image_uri: str | None = None
    """
    Where the small picture is.
    """
    medium_image_uri: str | None = None
    """
    Where the picture of medium size is.
    """
    large_image_uri: str | None = None
    """
    Where the large picture is.
    """
    quiet_start_time: str | None = None
    """
    From when on notifications are silent. Sent to the server as HH:MM; the form that comes back is not known.

    """
    quiet_end_time: str | None = None
    """
    Until when notifications are silent. Sent to the server as HH:MM; the form that comes back is not known.

    """
    timezone: str | None = None
    """
    The name of the time zone in the tz database, such as `Europe/Berlin`.
    """
    stats: UserStats | None = None
    third_party_auth: list[ThirdPartyAuth] | None = None
    """
    The user's accounts at third parties.
    """


class UserFullList(Model):
    """
    Users.
    """

    errors: Errors
    items: list[UserFull]
    """
    The users.
    """
    total_count: TotalCount | None = None


class UserUpdateBatch(Model):
    """
    The user in an envelope, as the documentation has it.
    """

    errors: Errors
    items: list[UserFull]
    """
    The user.
    """


UserUpdateAnswer = TypeAliasType("UserUpdateAnswer", UserFull | UserUpdateBatch)
"""
The user, as servers answered and both SDKs read it; or in an envelope, as the documentation has it.
"""


class Connection(Model):
    """
    Never crosses HTTP as far as is known: the documentation lists this object, a tie to another user, and no call is known to carry one.
    """

    type: str
    """
    The kind of tie.
    """
    user: User


class Invitation(Model):
    """
    Never crosses HTTP as far as is known: the documentation lists this object, an invitation of somebody at a third
    party, under the wrong heading "Default Like Object", and no call is known to carry one.

    """

    hash_key: str
    """
    The key of the invitation.
    """
    identifier: str
    """
    Who is invited, at the third party.
    """
    third_party: str
    """
    The third party.
    """
    url: str
    """
    Where the invitation leads.
    """
    user: User
    """
    Who invites.
    """


class Subscription(Model):
    """
    That a user wants news about an entity, or no longer does.
    """

    id: Annotated[int, Field(ge=1)]
    """
    The subscription's id. It stays the same when the subscription ends and begins again.
    """
    date: DateTime
    """
    When it was made.
    """
    type: SubscriptionType
    subscribed: bool
    """
    Whether the user wants the news; false after the end.
    """
    entity: Entity
    user: User
    """
    Whose subscription it is.
    """


class SubscriptionList(Model):
    """
    One page of subscriptions.
    """

    errors: Errors
    items: list[Subscription]
    """
    The subscriptions, newest first.
    """
    total_count: TotalCount | None = None


class SubscriptionBatch(Model):
    """
    What became of a batch of subscriptions.
    """

    errors: Errors
    items: list[Subscription]
    """
    The subscriptions of the batch that were accepted.
    """


class SmartAlertReceipt(Model):
    """
    That an alert was sent.
    """

    android: QuotaState
    """
    The quota for devices with Android.
    """
    ios: QuotaState
    """
    The quota for devices with iOS.
    """
    smart_alert_id: Annotated[int, Field(ge=1)]
    """
    The alert's id.
    """


class Authentication(Model):
    """
    What a user's requests are signed with, and the user.
    """

    oauth_token: SecretString
    """
    The token. It looks like a UUID.
    """
    oauth_token_secret: SecretString
    """
    The secret of the token. Keep it as safe as a password.
    """
    user: UserFull


class DeviceToken(Model):
    """
    A device that notifications are pushed to. That the registration ids it does not use may be null or missing is
    inferred.

    """

    application: Application
    c2dm_registration_id: str | None = None
    """
    The id that Google's former service C2DM gave the device.
    """
    device_alias: str | None = None
    """
    Another name of the device; the iOS SDK reads it.
    """
    device_token: Annotated[str, Field(min_length=1)]
    """
    The token that names the device. The server makes one for Android.
    """
    device_type: DeviceType
    """
    The device's system.
    """
    gcm_registration_id: str | None = None
    """
    The id that Google Cloud Messaging gave the device.
    """
    user: User
    """
    Whose device it is.
    """


class DeviceTokenBatch(Model):
    """
    What became of a batch of devices.
    """

    errors: Errors
    items: list[DeviceToken]
    """
    The devices of the batch that were registered.
    """


DeviceCheckResult = TypeAliasType("DeviceCheckResult", dict[str, DeviceToken | None])
"""
For each token that was asked for its device; null for one that is not registered.
"""


class Activity(OfSomeKind):
    """
    A comment, a like or a share in a stream. It has the members of its kind (see `Comment`, `Like`, `Share`), and
    `activity_type` besides.

    """

    activity_type: ActivityType
    """
    What the activity is.
    """
    id: Annotated[int, Field(ge=1)]
    """
    The id of the comment, like or share, among those of its kind.
    """
    date: DateTime
    """
    When it was made.
    """
    text: str | None = None
    """
    The text of a comment or share, plain. Escape it before you put it into a page.
    """
    medium: ShareMedium | None = None
    """
    Where a share went to.
    """
    lat: float | None = None
    """
    Latitude of where the user was, in degrees. Missing or null if it was not given.
    """
    lng: float | None = None
    """
    Longitude of where the user was, in degrees. Missing or null if it was not given.
    """
    share_location: WireBoolean | None = None
    """
    Whether the user lets others see the place. Missing in samples of the iOS SDK.
    """
    application: Application
    entity: Entity
    user: User
    """
    Who did it.
    """
    propagation_info_response: PropagationInfoResponse | None = None


class ActivityList(Model):
    """
    One page of a stream of activities.
    """

    errors: Errors
    items: list[Activity]
    """
    The activities, newest first.
    """
    total_count: TotalCount | None = None


class Comment(Model):
    """
    What a user wrote about an entity.
    """

    id: Annotated[int, Field(ge=1)]
    """
    The comment's id.
    """
    date: DateTime
    """
    When it was made.
    """
    text: str
    """
    The comment, plain text. Escape it before you put it into a page.
    """
    lat: float | None = None
    """
    Latitude of where the user was, in degrees. Missing or null if it was not given.
    """
    lng: float | None = None
    """
    Longitude of where the user was, in degrees. Missing or null if it was not given.
    """
    share_location: WireBoolean | None = None
    """
    Whether the user lets others see the place. Missing in samples of the iOS SDK.
    """
    application: Application
    entity: Entity
    user: User
    """
    Who did it.
    """
    propagation_info_response: PropagationInfoResponse | None = None


class CommentList(Model):
    """
    One page of comments.
    """

    errors: Errors
    items: list[Comment]
    """
    The comments, newest first.
    """
    total_count: TotalCount | None = None


class CommentBatch(Model):
    """
    What became of a batch of comments.
    """

    errors: Errors
    items: list[Comment]
    """
    The comments of the batch that were accepted.
    """


class Like(Model):
    """
    That a user likes an entity.
    """

    id: Annotated[int, Field(ge=1)]
    """
    The like's id.
    """
    date: DateTime
    """
    When it was made.
    """
    lat: float | None = None
    """
    Latitude of where the user was, in degrees. Missing or null if it was not given.
    """
    lng: float | None = None
    """
    Longitude of where the user was, in degrees. Missing or null if it was not given.
    """
    share_location: WireBoolean | None = None
    """
    Whether the user lets others see the place. Missing in samples of the iOS SDK.
    """
    application: Application
    entity: Entity
    user: User
    """
    Who did it.
    """
    propagation_info_response: PropagationInfoResponse | None = None


class LikeList(Model):
    """
    One page of likes.
    """

    errors: Errors
    items: list[Like]
    """
    The likes, newest first.
    """
    total_count: TotalCount | None = None


class LikeBatch(Model):
    """
    What became of a batch of likes.
    """

    errors: Errors
    items: list[Like]
    """
    The likes of the batch that were accepted.
    """


class Share(Model):
    """
    That a user told others about an entity.
    """

    id: Annotated[int, Field(ge=1)]
    """
    The share's id.
    """
    date: DateTime
    """
    When it was made.
    """
    text: str | None = None
    """
    The text that went with the share, plain. Escape it before you put it into a page.
    """
    medium: ShareMedium
    """
    Where it was shared.
    """
    lat: float | None = None
    """
    Latitude of where the user was, in degrees. Missing or null if it was not given.
    """
    lng: float | None = None
    """
    Longitude of where the user was, in degrees. Missing or null if it was not given.
    """
    share_location: WireBoolean | None = None
    """
    Whether the user lets others see the place. Missing in samples of the iOS SDK.
    """
    application: Application
    entity: Entity
    user: User
    """
    Who did it.
    """
    propagation_info_response: PropagationInfoResponse | None = None


class ShareList(Model):
    """
    One page of shares.
    """

    errors: Errors
    items: list[Share]
    """
    The shares, newest first.
    """
    total_count: TotalCount | None = None


class ShareBatch(Model):
    """
    What became of a batch of shares.
    """

    errors: Errors
    items: list[Share]
    """
    The shares of the batch that were accepted.
    """


class View(Model):
    """
    That a user looked at an entity.
    """

    id: Annotated[int, Field(ge=1)]
    """
    Always 1 since 2013, as views are not kept one by one (observed).
    """
    date: DateTime
    """
    When it was made.
    """
    lat: float | None = None
    """
    Latitude of where the user was, in degrees. Missing or null if it was not given.
    """
    lng: float | None = None
    """
    Longitude of where the user was, in degrees. Missing or null if it was not given.
    """
    share_location: WireBoolean | None = None
    """
    Whether the user lets others see the place. Missing in samples of the iOS SDK.
    """
    application: Application
    entity: Entity
    user: User
    """
    Who did it.
    """
    propagation_info_response: PropagationInfoResponse | None = None


class ViewList(Model):
    """
    One page of views.
    """

    errors: Errors
    items: list[View]
    """
    The views, newest first.
    """
    total_count: TotalCount | None = None


class ViewBatch(Model):
    """
    What became of a batch of views.
    """

    errors: Errors
    items: list[View]
    """
    The views of the batch that were accepted.
    """
