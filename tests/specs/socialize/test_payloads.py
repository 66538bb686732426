"""Near misses that Socialize's document refuses; it accepts the payloads that they are made of: ../test_payloads.py.

The documented ones are the samples and objects of the public documentation, made valid JSON, with persons' names
replaced; the observed ones have the forms that the SDKs send and that servers answered from 2011 to 2014; the inferred
ones have forms that the document accepts without either.
"""

from __future__ import annotations

from typing import Any

from tests.specs.payloads import REMOVED, NearMiss, Payloads, each_of

PAYLOADS = Payloads("socialize")
DOCUMENT = PAYLOADS.document
load = PAYLOADS.load


COMMENT = "documented/Comment/object"
SHARE = "documented/Share/object"
STREAM = "documented/ActivityList/stream"
ENTITY = "documented/FullEntity/by_key"
BATCH = "observed/CommentBatch/of_2013"
WRITE = "documented/CommentCreateForm/entity_key"
WRITE_ENTITY = "documented/CommentCreateForm/entity"
WRITE_ON = "documented/CommentCreateForm/propagation"
SHARE_WRITE = "documented/ShareCreateForm/entity_key"
LOGIN = "documented/AuthenticateForm/twitter"
TOKEN = "documented/Authentication/answer"
FULL = "documented/UserFull/object"
UPDATE = "documented/UserUpdateForm/table"
IOS = "documented/DeviceCreateForm/ios"
GCM = "documented/DeviceCreateForm/gcm"
DEVICE = "documented/DeviceTokenBatch/registered"
SUBSCRIBE = "documented/SubscriptionCreateForm/unsubscribe"
SUBSCRIPTION = "documented/Subscription/object"
ALERT = "documented/SmartAlertCreateForm/all"
LEAST_ALERT = "documented/SmartAlertCreateForm/least"
SENT = "documented/SmartAlertReceipt/sent"
STORED = "observed/SmartAlert/captured"
NEAR_MISSES: list[NearMiss] = [
    # The payload: an array for batches, an object for the rest.
    (WRITE, "", {"entity_key": "k", "text": "t"}),
    (WRITE, "/0", []),
    (WRITE, "/0", "http://getsocialize.com"),
    (LOGIN, "", [{"udid": "1"}]),
    (UPDATE, "", [{"first_name": "A"}]),
    (LEAST_ALERT, "", [{"application_id": 48, "message": "m"}]),
    ("documented/ShortenForm/entity", "", [{"entity_key": "k"}]),
    ("documented/DeviceCheckForm/two", "", {"device_token": "a"}),
    # The envelope.
    (BATCH, "/errors", REMOVED),
    (BATCH, "/errors", {}),
    (BATCH, "/errors", [None]),
    (BATCH, "/items", REMOVED),
    (BATCH, "/items", None),
    (BATCH, "", []),
    ("documented/CommentList/list", "/total_count", "1"),
    ("documented/CommentList/list", "/total_count", -1),
    ("documented/CommentList/list", "/total_count", None),
    ("documented/Error/with_object", "/error", REMOVED),
    ("documented/Error/with_object", "/error", {}),
    ("documented/Error/with_object", "/payload", 5),
    ("documented/FieldErrors/foreign_application", "/application_id", "text"),
    ("documented/FieldErrors/foreign_application", "/application_id/0", 1),
    ("documented/FieldErrors/foreign_application", "", {}),
    # Dates.
    (COMMENT, "/date", "2011-07-10T00:12:13+0000"),
    (COMMENT, "/date", "2011-07-10T00:12:13Z"),
    (COMMENT, "/date", "2011-07-10 00:12:13+00:00"),
    (COMMENT, "/date", "2011-07-10 00:12:13"),
    (COMMENT, "/date", "2011-13-10 00:12:13+0000"),
    (COMMENT, "/date", "2011-07-10 24:12:13+0000"),
    (COMMENT, "/date", "2011-07-10 00:12:13+0000\n"),
    (COMMENT, "/date", 1310256733),
    (COMMENT, "/date", None),
    (STORED, "/created", "2012-06-26 22:24:03+0000"),
    (STORED, "/created", "2012-06-26T22:24:03Z"),
    # Activities.
    (COMMENT, "/id", "123"),
    (COMMENT, "/id", 0),
    (COMMENT, "/id", REMOVED),
    (COMMENT, "/text", REMOVED),
    (COMMENT, "/text", None),
    (COMMENT, "/lat", "37.786521"),
    (COMMENT, "/lng", True),
    (COMMENT, "/share_location", 2),
    (COMMENT, "/share_location", "true"),
    (COMMENT, "/share_location", None),
    (COMMENT, "/application", REMOVED),
    (COMMENT, "/application", None),
    (COMMENT, "/application/name", REMOVED),
    (COMMENT, "/user/username", REMOVED),
    (COMMENT, "/user/id", "7"),
    (COMMENT, "/user/city", 1),
    (COMMENT, "/user/third_party_auth", {}),
    (COMMENT, "/user/third_party_auth/0/auth_type", 2),
    (COMMENT, "/user/third_party_auth/0/auth_id", "a.reader"),
    (COMMENT, "/entity", "http://example.com"),
    (COMMENT, "/entity/key", ""),
    (COMMENT, "/entity/likes", -1),
    (COMMENT, "/entity/views", REMOVED),
    (COMMENT, "/propagation_info_response", []),
    (COMMENT, "/propagation_info_response", None),
    (COMMENT, "/propagation_info_response/twitter/entity_url", REMOVED),
    (SHARE, "/medium", 2),
    (SHARE, "/medium", REMOVED),
    (SHARE, "/medium/medium", 2),
    (STREAM, "/items/0/activity_type", REMOVED),
    (STREAM, "/items/0/activity_type", 1),
    (STREAM, "/items/0/text", REMOVED),
    (STREAM, "/items/2/medium", REMOVED),
    # Activities to create.
    (WRITE, "/0/entity_key", REMOVED),
    (WRITE, "/0/entity_key", ""),
    (WRITE, "/0/entity_key", None),
    (WRITE, "/0/entity", {"key": "k"}),
    (WRITE, "/0/text", REMOVED),
    (WRITE, "/0/text", 1),
    (WRITE, "/0/lat", "north"),
    (WRITE, "/0/lat", ""),
    (WRITE, "/0/lat", "1e999"),
    (WRITE, "/0/lng", None),
    (WRITE, "/0/lng", [1]),
    (WRITE_ENTITY, "/0/entity", "http://getsocialize.com"),
    (WRITE_ENTITY, "/0/entity/key", REMOVED),
    (WRITE_ENTITY, "/0/entity", REMOVED),
    (WRITE_ENTITY, "/0/share_location", "false"),
    (WRITE_ENTITY, "/0/subscribe", 0),
    (WRITE_ON, "/0/propagation/third_parties", "twitter"),
    (WRITE_ON, "/0/propagation/third_parties/0", 2),
    (WRITE_ON, "/0/propagation_info_request/extra_params", {"a": "b"}),
    ("documented/LikeCreateForm/entity_key", "/0/entity", {"key": "k"}),
    ("documented/ViewCreateForm/entity", "/0/entity_key", "k"),
    (SHARE_WRITE, "/0/medium", REMOVED),
    (SHARE_WRITE, "/0/medium", "facebook"),
    (SHARE_WRITE, "/0/medium", 2.5),
    (SHARE_WRITE, "/0/medium", {"id": 2, "medium": "Facebook"}),
    # Entities.
    (ENTITY, "/type", None),
    (ENTITY, "/attachments", {}),
    (ENTITY, "/attachments/0/url", REMOVED),
    (ENTITY, "/user_action_summary", None),
    (ENTITY, "/user_action_summary/likes", True),
    (ENTITY, "/total_activity", "33"),
    (ENTITY, "", [load(ENTITY)]),
    ("documented/EntityCreateForm/table", "/0/key", REMOVED),
    ("documented/EntityCreateForm/table", "/0/key", 13),
    ("documented/EntityCreateForm/table", "/0/type", 1),
    ("documented/EntityCreateForm/table", "/0/meta", {"a": 1}),
    # Authentication.
    (LOGIN, "/udid", REMOVED),
    (LOGIN, "/udid", None),
    (LOGIN, "/udid", ""),
    (LOGIN, "/udid", 1.5),
    (LOGIN, "/auth_type", 3),
    (LOGIN, "/auth_type", "3"),
    (LOGIN, "/auth_type", "twitter"),
    (LOGIN, "/auth_type", -1),
    (LOGIN, "/auth_type", REMOVED),
    (LOGIN, "/auth_token", 1238676487),
    (TOKEN, "/oauth_token", ""),
    (TOKEN, "/oauth_token_secret", REMOVED),
    (TOKEN, "/user", None),
    (TOKEN, "/user/id", REMOVED),
    # Users.
    (FULL, "/stats/likes", "2"),
    (FULL, "/stats/share", REMOVED),
    (FULL, "/stats/views", REMOVED),
    (FULL, "/first_name", 1),
    (FULL, "/third_party_auth/0/auth_id", REMOVED),
    (UPDATE, "/date_of_birth", "1980-02-29"),
    (UPDATE, "/date_of_birth", "1980/13/29"),
    (UPDATE, "/date_of_birth", "80/2/29"),
    (UPDATE, "/quiet_start_time", "25:00"),
    (UPDATE, "/quiet_start_time", "22:00:00"),
    (UPDATE, "/quiet_end_time", "7:30"),
    (UPDATE, "/sex", "female"),
    (UPDATE, "/sex", "m"),
    (UPDATE, "/meta", "x" * 1025),
    (UPDATE, "/picture", "data:image/png;base64,iVBORw0KGgo="),
    (UPDATE, "/id", "7"),
    ("observed/UserUpdateAnswer/bare", "/username", REMOVED),
    ("documented/UserUpdateAnswer/envelope", "/items/0/id", REMOVED),
    ("documented/Connection/object", "/user", REMOVED),
    ("documented/Invitation/object", "/hash_key", REMOVED),
    ("documented/Invitation/object", "/identifier", 15012486),
    # Devices.
    (IOS, "/0/device_token", REMOVED),
    (IOS, "/0/device_token", ""),
    (IOS, "/0/device_type", "ios"),
    (IOS, "/0/device_type", "Android"),
    (IOS, "/0/device_type", REMOVED),
    (IOS, "/0/service_type", "APNS"),
    (GCM, "/0/gcm_registration_id", REMOVED),
    (GCM, "/0/service_type", REMOVED),
    ("documented/DeviceCreateForm/c2dm", "/0/c2dm_registration_id", REMOVED),
    ("documented/DeviceCheckForm/two", "/1/device_token", REMOVED),
    ("documented/DeviceCheckResult/one_of_two", "/002861827E7EB5CE7035B7C9F23F473E", False),
    (DEVICE, "/items/0/device_token", REMOVED),
    (DEVICE, "/items/0/device_type", REMOVED),
    (DEVICE, "/items/0/application", REMOVED),
    (DEVICE, "/items/0/user", REMOVED),
    (DEVICE, "/items/0/device_type", "Windows"),
    (DEVICE, "/items/0/user", {}),
    # Subscriptions and short URLs.
    (SUBSCRIBE, "/0/type", REMOVED),
    (SUBSCRIBE, "/0/type", "comments"),
    (SUBSCRIBE, "/0/subscribed", "false"),
    (SUBSCRIBE, "/0/subscribed", None),
    (SUBSCRIBE, "/0/entity_key", REMOVED),
    (SUBSCRIBE, "/0/entity", {"key": "k"}),
    (SUBSCRIPTION, "/subscribed", REMOVED),
    (SUBSCRIPTION, "/subscribed", 1),
    (SUBSCRIPTION, "/type", None),
    (SUBSCRIPTION, "/entity", None),
    ("documented/ShortenForm/entity", "/entity_key", REMOVED),
    ("documented/ShortUrlBatch/answer", "/items/0", {"url": "http://r.example.com/e"}),
    # Smart alerts.
    (LEAST_ALERT, "/message", "m" * 181),
    (LEAST_ALERT, "/message", ""),
    (LEAST_ALERT, "/message", REMOVED),
    (LEAST_ALERT, "/application_id", REMOVED),
    (LEAST_ALERT, "/application_id", "48"),
    (LEAST_ALERT, "/subscription", "developer_direct_entity"),
    (LEAST_ALERT, "/subscription", "developer_direct_url"),
    (LEAST_ALERT, "/subscription", "new_comments"),
    (LEAST_ALERT, "/broadcast_user_set", "entity_users"),
    (ALERT, "/entity_id", REMOVED),
    (ALERT, "/subscription", "developer_direct_url"),
    (ALERT, "/broadcast_user_set", "everyone"),
    (ALERT, "/users", 7),
    (ALERT, "/users/0", "7"),
    (ALERT, "/devices", [1]),
    ("documented/SmartAlertCreateForm/url", "/url", REMOVED),
    (SENT, "/smart_alert_id", REMOVED),
    (SENT, "/smart_alert_id", "222"),
    (SENT, "/ios", REMOVED),
    (SENT, "/android/under_quota", "true"),
    (SENT, "/android/will_cause_quota_overflow", REMOVED),
    (STORED, "/id", 1060),
    (STORED, "/id", "abc"),
    (STORED, "/users", []),
    (STORED, "/users", REMOVED),
    (STORED, "/meta", REMOVED),
    (STORED, "/meta", {"entity_id": "2519382"}),
    ("observed/SmartAlertList/list", "/objects", REMOVED),
    ("observed/SmartAlertList/list", "/meta", REMOVED),
    ("observed/SmartAlertList/list", "/objects/0/message", None),
    # The undocumented rest.
    ("observed/SdkEventForm/event", "/bucket", REMOVED),
    ("observed/SdkEventForm/event", "/values", []),
    ("observed/ThirdPartyAuthenticateForm/ios", "/auth_token", REMOVED),
    ("observed/Deletion/anything", "", []),
]


@each_of(NEAR_MISSES)
def test_a_near_miss_is_refused(near_miss: NearMiss) -> None:
    assert PAYLOADS.is_refused(near_miss)


def operations() -> dict[str, tuple[str, dict[str, Any]]]:
    return {
        operation["operationId"]: (f"{method.upper()} {path}", operation)
        for path, item in DOCUMENT["paths"].items()
        for method, operation in item.items()
    }


def test_every_call_of_the_documentation_is_there() -> None:
    kinds = ("comment", "like", "share")
    documented = {
        "POST /v1/authenticate/",
        "GET /v1/application/current/",
        "POST /v1/device/check/",
        *(f"{method} /v1/entity/" for method in ("GET", "POST")),
        "GET /v1/entity/{base64_key}/",
        "GET /v1/activity/",
        *(f"{method} /v1/{kind}/" for method in ("GET", "POST") for kind in kinds),
        *(f"{method} /v1/{kind}/{{{kind}_id}}/" for method in ("GET", "DELETE") for kind in kinds),
        "POST /v1/view/",
        "GET /v1/view/{view_id}/",
        "GET /v1/user/",
        *(f"{method} /v1/user/{{user_id}}/" for method in ("GET", "POST")),
        *(f"GET /v1/user/{{user_id}}/{kind}/" for kind in ("activity", *kinds)),
        "DELETE /v1/user/{user_id}/like/",
        "POST /v1/user/device/",
        *(f"{method} /v1/user/subscription/" for method in ("GET", "POST")),
        "POST /v1/user/shorten/",
        "DELETE /v1/third_party/",
        *(f"{method} /management/v1/smart_alert/" for method in ("GET", "POST")),
        "GET /management/v1/smart_alert/{smart_alert_id}/",
    }
    found = {call for call, operation in operations().values() if operation.get("x-provenance") != "observed"}
    assert found == documented


def test_the_list_forms_are_marked_as_deprecated() -> None:
    marked = {name for name, (_, operation) in operations().items() if operation.get("deprecated")}
    assert marked == {"comments_list", "likes_list", "shares_list", "users_list_views"}


def test_only_authentication_goes_over_https() -> None:
    assert DOCUMENT["servers"][0]["url"] == "http://api.getsocialize.com"
    own = {name: op["servers"][0]["url"] for name, (_, op) in operations().items() if "servers" in op}
    assert own == dict.fromkeys(("auth_authenticate", "auth_authenticate_third_party"), "https://api.getsocialize.com")


def test_every_call_is_signed() -> None:
    assert all(operation["security"] == [{"oauth": []}] for _, operation in operations().values())


def test_the_smart_alert_has_its_documented_defaults() -> None:
    members = DOCUMENT["components"]["schemas"]["SmartAlertCreate"]["properties"]
    assert members["subscription"]["default"] == "developer_notification"
    assert members["broadcast_user_set"]["default"] == "application_users"
