"""Nothing of one app can be read or changed with another's keys, by no call."""

from __future__ import annotations

import base64
import copy
from typing import Any

import pytest
from socialize_client.mock import SocializeMock

from .conftest import Answer, World, key_of

MARK = "of the first app"
KEY = f"http://example.com/{MARK}"
BASE64 = base64.urlsafe_b64encode(KEY.encode()).decode()
ACTIVITY = {"entity_key": KEY, "text": "x", "medium": 1}
CALLS: dict[str, tuple[str, str, Any]] = {
    "auth_authenticate": ("POST", "/v1/authenticate/", {"udid": MARK, "auth_type": 1, "auth_token": MARK}),
    "auth_authenticate_third_party": (
        "POST",
        "/v1/third_party_authenticate/",
        {"udid": MARK, "auth_type": 1, "auth_token": MARK, "auth_id": "77"},
    ),
    "applications_get_current": ("GET", "/v1/application/current/", None),
    "devices_check": ("POST", "/v1/device/check/", [{"device_token": "T"}]),
    "devices_register": ("POST", "/v1/user/device/", [{"device_type": "iOS", "device_token": "T"}]),
    "entities_list": ("GET", f"/v1/entity/?id=1&entity_key={key_of(KEY)}", None),
    "entities_create": ("POST", "/v1/entity/", [{"key": KEY}]),
    "entities_get_by_key": ("GET", f"/v1/entity/{BASE64}/", None),
    "activities_list": ("GET", f"/v1/activity/?entity_key={key_of(KEY)}", None),
    **{f"{kind}s_list": ("GET", f"/v1/{kind}/?id=1", None) for kind in ("comment", "like", "share")},
    **{f"{kind}s_create": ("POST", f"/v1/{kind}/", [ACTIVITY]) for kind in ("comment", "like", "share", "view")},
    **{f"{kind}s_get": ("GET", f"/v1/{kind}/1/", None) for kind in ("comment", "like", "share", "view")},
    **{f"{kind}s_delete": ("DELETE", f"/v1/{kind}/1/", None) for kind in ("comment", "like", "share")},
    "users_list": ("GET", "/v1/user/?id=1&id=2", None),
    "users_get": ("GET", "/v1/user/1/", None),
    "users_update": ("POST", "/v1/user/1/", {"first_name": "changed"}),
    "users_list_activities": ("GET", "/v1/user/1/activity/", None),
    **{f"users_list_{kind}s": ("GET", f"/v1/user/1/{kind}/", None) for kind in ("comment", "like", "share", "view")},
    "users_unlike": ("DELETE", f"/v1/user/1/like/?entity_key={key_of(KEY)}", None),
    "subscriptions_list": ("GET", "/v1/user/subscription/", None),
    "subscriptions_create": (
        "POST",
        "/v1/user/subscription/",
        [{"entity_key": KEY, "type": "new_comments", "subscribed": False}],
    ),
    "urls_shorten": ("POST", "/v1/user/shorten/", {"entity_key": KEY}),
    "third_party_accounts_delete": ("DELETE", "/v1/third_party/?auth_type=1", None),
    "sdk_events_create": ("POST", "/v1/private/sdk_event/", {"bucket": "X", "values": {}}),
    "smart_alerts_list": ("GET", "/management/v1/smart_alert/", None),
    "smart_alerts_send": (
        "POST",
        "/management/v1/smart_alert/",
        {
            "application_id": 1,
            "message": "x",
            "entity_id": 1,
            "subscription": "developer_direct_entity",
            "users": [1],
            "devices": ["T"],
        },
    ),
    "smart_alerts_get": ("GET", "/management/v1/smart_alert/1/", None),
}


def furnish(world: World) -> None:
    """Rows of every table in the first app, all with the mark."""
    mock = world.mock
    mock.application.name = world.user.first_name = world.user.meta = MARK
    world.user.udid = MARK
    mock.add_user(third_party_auth=[{"auth_type": 1, "auth_id": "77", "auth_token": MARK}], username=MARK)
    entity = mock.add_entity(key=KEY, name=MARK, meta=MARK)
    for kind in ("comment", "like", "share", "view"):
        mock.add_activity(kind, world.user, entity, text=MARK)
    mock.add_subscription(world.user, entity)
    mock.add_device(world.user, device_token="T", c2dm_registration_id=MARK)
    mock.add_alert(message=MARK)


def rows_of(mock: SocializeMock, number: int) -> Any:
    """Everything that belongs to an app, as it is now."""
    state = copy.deepcopy(mock.state())
    users = {row["id"] for row in state["users"] if row["application_id"] == number}
    return {
        name: [row for row in rows if row.get("application_id", row["id"]) == number or row.get("user_id") in users]
        for name, rows in state.items()
    }


@pytest.mark.parametrize("views", ["counted", "kept"])
@pytest.mark.parametrize("name", CALLS)
def test_another_app_reads_and_changes_nothing(make: Any, name: str, views: str) -> None:
    world = make(views=views)
    furnish(world)
    mock = world.mock
    application = mock.add_application()
    foreign = mock.add_user(application)
    before = rows_of(mock, 1)
    method, path, payload = CALLS[name]
    signer = None if name.startswith(("auth_", "smart_")) else foreign
    answer: Answer = world.send(method, path, payload, application=application, user=signer)
    assert mock.exchanges[-1].operation == name
    # What was sent itself comes back: the key, and of a batch the element.
    shown = answer.text.replace(KEY, "").replace(base64.b64encode(KEY.encode()).decode(), "")
    assert MARK not in shown
    assert world.user.token not in shown
    assert rows_of(mock, 1) == before


def test_every_call_is_tried() -> None:
    assert set(CALLS) == set(SocializeMock().contract.operations)


def test_with_its_own_keys_all_of_it_is_there(world: World) -> None:
    """Else the test above could not fail."""
    furnish(world)
    shown = [
        name
        for name, (method, path, payload) in CALLS.items()
        if MARK in world.send(method, path, payload, user=None if name.startswith("auth_") else world.user).text
    ]
    assert len(shown) > 20
