"""The platform's own clients at the mock, as they sent: addresses, headers, escapes and payloads.

They are written down here request by request, signed by the RFC alone, and everything runs in strict mode: what these
clients sent, the document has to accept.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any
from urllib.parse import quote, quote_plus

import pytest
from socialize_client._core.mock.http import Headers, Request
from socialize_client.mock import SocializeMock

from .. import rfc5849
from .conftest import FORM, NOW, Answer, World, key_of

HOST = "api.getsocialize.com"
KEY = "http://example.com/article?a=b c&d=é/+"
TEXT = "50% of “all” + more / less"


class OldClient:
    """What the clients have in common: they sign, and keep the token that they are given."""

    def __init__(self, mock: SocializeMock) -> None:
        self.mock = mock
        self.token, self.secret = "", ""
        self._number = 0

    def protocol(self) -> dict[str, str]:
        """The protocol parameters but for the signature; a token only where there is one."""
        self._number += 1
        return {
            "oauth_consumer_key": self.mock.application.consumer_key,
            **({"oauth_token": self.token} if self.token else {}),
            "oauth_signature_method": "HMAC-SHA1",
            "oauth_timestamp": str(int(NOW.timestamp())),
            "oauth_nonce": f"5E2F8C1A-0000-4000-8000-{self._number:012}",
            "oauth_version": "1.0",
        }

    def signature(self, method: str, url: str, body: str, protocol: dict[str, str]) -> str:
        header = "OAuth " + ",".join(f'{name}="{quote(value, safe="")}"' for name, value in protocol.items())
        text = rfc5849.base_string(method, url, header, body=body.encode(), content_type=FORM if body else "")
        return rfc5849.signature(text, self.mock.application.consumer_secret.encode(), self.secret.encode())

    def ask(self, method: str, url: str, headers: list[tuple[str, str]], body: str = "") -> Answer:
        scheme, _, rest = url.partition("://")
        path, _, query = rest.removeprefix(HOST).partition("?")
        sent = Headers([("Host", HOST), *headers])
        return Answer(self.mock.handle(Request(method, path, query, sent, body.encode(), scheme=scheme)))

    def keep(self, answer: Answer) -> dict[str, Any]:
        """Go on as the user of an authentication."""
        self.token, self.secret = answer.data["oauth_token"], answer.data["oauth_token_secret"]
        assert self.token
        assert self.secret
        user: dict[str, Any] = answer.data["user"]
        return user


class Android(OldClient):
    """A space is `+`, JSON has its slashes escaped, lists are always asked for with their window."""

    order = ("token", "consumer_key", "version", "signature_method", "timestamp", "nonce", "signature")

    def send(self, method: str, path: str, payload: Any = None, scheme: str = "http") -> Answer:
        url = f"{scheme}://{HOST}/v1/{path}"
        text = json.dumps(payload, separators=(",", ":")).replace("/", "\\/")
        body = "" if payload is None else "payload=" + quote_plus(text)
        protocol = self.protocol()
        protocol["oauth_signature"] = self.signature(method, url, body, protocol)
        pairs = [(name, protocol[name]) for name in (f"oauth_{short}" for short in self.order) if name in protocol]
        headers = [("User-Agent", "Android-10/Nexus SocializeSDK/v3.1.5; en_US; BundleID/com.example.app;")]
        headers += [("Authorization", "OAuth " + ", ".join(f'{name}="{quote(text, safe="")}"' for name, text in pairs))]
        return self.ask(method, url, [*headers, *([("Content-Type", f"{FORM}; charset=UTF-8")] if body else [])], body)

    def list(self, path: str, key: str = "", first: int = 0, last: int = 100, **more: Any) -> Answer:
        query = [f"entity_key={quote_plus(key)}"] if key else []
        query += [f"{name}={quote_plus(str(one))}" for name, all_ in more.items() for one in all_]
        return self.send("GET", f"{path}?{'&'.join([*query, f'first={first}', f'last={last}'])}")


class Ios(OldClient):
    """A space is `%20`, every address without a body ends in `?` or a query, the realm is empty."""

    def send(self, method: str, path: str, payload: Any = None, scheme: str = "http") -> Answer:
        url = f"{scheme}://{HOST}/v1/{path}"
        url += "?" if payload is None and "?" not in url else ""
        body = "" if payload is None else "payload=" + quote(json.dumps(payload, ensure_ascii=False), safe="")
        protocol = self.protocol()
        protocol["oauth_signature"] = self.signature(method, url, body, protocol)
        names = ("consumer_key", "token", "signature_method", "signature", "timestamp", "nonce", "version")
        pairs = [(name, protocol[name]) for name in (f"oauth_{short}" for short in names) if name in protocol]
        header = 'OAuth realm="", ' + ", ".join(f'{name}="{quote(text, safe="")}"' for name, text in pairs)
        return self.ask(method, url, [("Authorization", header), *([("Content-Type", FORM)] if body else [])], body)


@pytest.fixture
def strict(make: Any) -> World:
    world: World = make(mode="strict", nonces="once", timestamps="checked")
    return world


def noted(world: World) -> list[str]:
    return [str(violation) for violation in world.mock.violations]


def test_an_android_app_runs(strict: World) -> None:
    app = Android(strict.mock)
    me = app.keep(app.send("POST", "authenticate/", {"udid": "0a1b2c", "a": "9774d56d", "auth_type": 0}, "https"))
    anonymous = me["id"]
    facebook = {"udid": "0a1b2c", "a": "9774d56d", "auth_type": 1, "auth_token": "fb/token", "auth_id": "700"}
    me = app.keep(app.send("POST", "authenticate/", facebook, "https"))
    assert me["id"] != anonymous
    assert me["third_party_auth"][0]["auth_type"].lower() == "facebook"

    entity = {"key": KEY, "name": "An article", "meta": ""}
    assert app.send("POST", "entity/", [{**entity, "type": "article", "meta": "m"}]).item["key"] == KEY
    activity = {
        "entity": {**entity, "id": 1},
        "application": {"id": 1, "name": "x"},
        "user": {**{name: me[name] for name in ("id", "username")}, "meta": ""},
        "share_location": True,
        "lat": 37.78,
        "lng": -122.39,
        "propagation_info_request": {"third_parties": ["facebook", "google_plus"], "extra_params": "f=amz&og=a+b"},
    }
    comment = app.send("POST", "comment/", [{**activity, "text": TEXT, "subscribe": True}]).item
    assert (comment["text"], comment["entity"]["meta"]) == (TEXT, "m")
    assert set(comment["propagation_info_response"]) == {"facebook", "google_plus"}
    share = app.send("POST", "share/", [{**activity, "medium": 101, "medium_name": "Google+"}]).item
    like = app.send("POST", "like/", [{"entity_key": KEY, "share_location": False}]).item
    assert app.send("POST", "view/", [{"entity_key": KEY, "share_location": True}]).item["id"] == 1

    assert app.list("comment/", KEY).ids == [comment["id"]]
    assert app.list("comment/", id=[comment["id"], 999]).data["total_count"] == 1
    assert app.list(f"user/{me['id']}/like/", KEY, last=1).ids == [like["id"]]
    assert app.list("entity/", entity_key=[KEY, "another"]).item["user_action_summary"]["likes"] == 1
    assert app.list("entity/", sort=["total_activity"]).item["total_activity"] == 4
    assert len(app.list("activity/", KEY).items) == len(app.list(f"user/{me['id']}/activity/").items) == 3
    assert app.send("GET", f"share/{share['id']}/").data["medium"]["id"] == 101
    assert app.send("DELETE", f"like/{like['id']}/").status == 200
    assert app.send("GET", f"like/{like['id']}/").status == 404

    saved = app.send(
        "POST", f"user/{me['id']}/", {"id": me["id"], "meta": "", "first_name": "A", "picture": "iVBO\nRw=="}
    )
    assert saved.data["large_image_uri"]
    with_pictures = {
        name: saved.data[name] for name in ("id", "small_image_uri", "medium_image_uri", "large_image_uri")
    }
    auth = [{"auth_id": 700, "auth_type": "facebook"}]
    again = app.send("POST", f"user/{me['id']}/", {**with_pictures, "meta": "", "third_party_auth": auth})
    assert again.data["first_name"] == "A"
    device = {"gcm_registration_id": "APA91", "device_type": "Android", "service_type": "ANDROID_GCM"}
    assert app.send("POST", "user/device/", [device]).item["device_token"]
    subscription = {"entity": entity, "user": activity["user"], "subscribed": False, "type": "new_comments"}
    assert app.send("POST", "user/subscription/", [subscription]).item["subscribed"] is False
    assert app.list("user/subscription/", KEY).item["type"] == "new_comments"
    assert (
        app.send("POST", "private/sdk_event/", {"bucket": "SHARE_DIALOG", "values": {"network": "twitter"}}).status
        == 200
    )
    assert noted(strict) == []


def test_an_ios_app_runs(strict: World) -> None:
    app = Ios(strict.mock)
    device = {"udid": "5E2F8C1A", "a": "bm9uZQ==", "v": "bm9uZQ=="}
    anonymous = app.keep(app.send("POST", "authenticate/", device, "https"))
    twitter = {**device, "auth_type": "2", "auth_token": "t", "auth_token_secret": "s"}
    me = app.keep(app.send("POST", "authenticate/", twitter, "https"))
    assert me["third_party_auth"][0]["auth_type"] == "Twitter"
    assert me["id"] != anonymous["id"]
    there = app.send("POST", "third_party_authenticate/", {**twitter, "udid": "another"}, "https")
    assert there.data["user"]["id"] == me["id"]

    comment = app.send("POST", "comment/", [{"entity_key": KEY, "text": TEXT, "subscribe": False}]).item
    entity = {"key": KEY, "name": "An article", "type": "testType"}
    for kind, more in (("like", {"og_action": "like"}), ("share", {"medium": "2", "text": "a share"}), ("view", {})):
        assert app.send("POST", f"{kind}/", [{"entity": entity, **more}]).item["entity"]["type"] == "testType"
    query = f"entity_key={key_of(KEY)}"
    for path in ("comment/", f"comment/?{query}&first=0&last=10", f"user/{me['id']}/comment/?{query}"):
        assert app.send("GET", path).ids == [comment["id"]]
    assert app.send("GET", f"user/?id={me['id']}").item["stats"] == {"comments": 1, "likes": 1, "shares": 1, "views": 1}
    assert len(app.send("GET", f"user/{me['id']}/activity/").items) == 3
    assert app.send("GET", f"entity/?{query}").item["name"] == "An article"

    like = app.send("GET", f"user/{me['id']}/like/?{query}").item
    assert app.send("DELETE", f"like/{like['id']}/?id={like['id']}").data == {}
    gone = app.send("DELETE", f"user/{me['id']}/like/?{query}").data
    assert gone == {"errors": [], "items": []}
    assert (
        app.send("POST", f"user/{me['id']}/", {"username": "Reader", "picture": "iVBORw=="}).data["username"]
        == "Reader"
    )
    subscription = {"entity_key": KEY, "type": "entity_notification", "subscribed": True}
    assert app.send("POST", "user/subscription/", [subscription]).item["subscribed"]
    assert app.send("GET", f"user/subscription/?{query}&start=0&end=10").items
    token = {"device_token": "26fb2d4f", "device_type": "iOS", "service_type": "APNS_DEVELOPMENT"}
    assert app.send("POST", "user/device/", [token]).item["device_token"] == "26fb2d4f"
    assert noted(strict) == []


class Management(OldClient):
    """The platform's client of its Management API: everything in the form or the query, and an empty token."""

    def send(self, path: str = "", query: str = "", payload: Any = None) -> Answer:
        url = f"http://{HOST}/management/v1/smart_alert/{path}"
        protocol = {**self.protocol(), "oauth_token": "", "oauth_body_hash": "2jmj7l5rSw0yVb/vlWAYkK/YBwk="}
        own = query if payload is None else "payload=" + quote(json.dumps(payload), safe="/")
        method, body = ("GET", "") if payload is None else ("POST", own)
        signed = self.signature(method, f"{url}?{query}" if query else url, body, protocol)
        pairs = "&".join(
            f"{name}={quote(text, safe='')}" for name, text in {**protocol, "oauth_signature": signed}.items()
        )
        everything = "&".join(filter(None, (own, pairs)))
        if payload is None:
            return self.ask("GET", f"{url}?{everything}", [])
        return self.ask("POST", url, [("Content-Type", FORM)], everything)


def test_the_platforms_client_of_the_management_api_runs(strict: World) -> None:
    client = Management(strict.mock)
    for number in (1, 2):
        assert client.send(payload={"message": "hello/world", "application_id": 1}).data["smart_alert_id"] == number
    listed = client.send(query="limit=1&offset=1").data
    assert [int(one["id"]) for one in listed["objects"]] == [1]
    assert json.loads(client.send("1/").data["meta"]) == {"entity_id": "", "url": ""}
    assert client.send("3/").status == 404
    assert noted(strict) == []


def test_a_client_that_has_everything_in_the_query_of_a_post_is_understood(make: Any) -> None:
    """What it sends, the document does not have: the one client that did so is nowhere shown to have worked."""
    world = make()
    app = OldClient(world.mock)
    app.token, app.secret = world.user.token, world.user.token_secret
    protocol = app.protocol()
    payload = f"payload={quote(json.dumps({'entity_key': KEY, 'text': TEXT}), safe='')}"
    url = f"http://{HOST}/v1/comment/?{payload}"
    signed = {**protocol, "oauth_signature": app.signature("POST", url, "", protocol)}
    query = "&".join(f"{name}={quote(text, safe='')}" for name, text in signed.items())
    assert app.ask("POST", f"{url}&{query}", []).item["text"] == TEXT


@pytest.mark.parametrize("client", [Android, Ios])
def test_each_of_them_is_refused_with_another_secret(strict: World, client: Callable[[SocializeMock], Any]) -> None:
    app = client(strict.mock)
    app.token, app.secret = strict.user.token, strict.user.token_secret
    assert app.send("GET", "activity/").status == 200
    app.secret = "another"
    assert app.send("GET", "activity/").error == (401, "Invalid signature.")
