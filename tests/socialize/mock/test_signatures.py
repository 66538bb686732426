"""Each request is verified: who signed it, with what, in which place; one error for each way it can be wrong."""

from __future__ import annotations

import base64
import hmac
import json
from dataclasses import replace
from typing import Any
from urllib.parse import quote, urlencode

import pytest
from socialize_client._core.mock.http import Headers, Request
from socialize_client.mock import SocializeMock, platform, signatures

from .conftest import FORM, World

APP = "/v1/application/current/"
PLACES = ["AUTH_HEADER", "BODY", "QUERY"]
COMMENT = [{"entity_key": "http://example.com/", "text": "50% of “all” + more & ~ ünï"}]


def header_of(request: Request) -> str:
    return request.headers["authorization"]


def with_header(request: Request, value: str) -> Request:
    pairs = [(name, value if name == "Authorization" else text) for name, text in request.headers.pairs]
    return replace(request, headers=Headers(pairs))


@pytest.mark.parametrize("place", PLACES)
def test_the_protocol_parameters_may_stand_in_header_body_or_query(world: World, place: str) -> None:
    answer = world.post("/v1/comment/", COMMENT, place=place)
    assert answer.item["text"] == COMMENT[0]["text"]
    if place != "BODY":
        assert world.get(f"{APP}?a=b&a=a%20c&a=", place=place).item["id"] == 1


@pytest.mark.parametrize("place", PLACES)
def test_a_wrong_signature_is_found_in_each_place(world: World, place: str) -> None:
    wrong = {"client_secret": "another", "place": place}
    assert world.post("/v1/comment/", COMMENT, **wrong).error == (401, platform.INVALID_SIGNATURE)


def test_a_space_in_the_body_has_one_signature_however_it_is_written(world: World) -> None:
    plus = world.request("POST", "/v1/comment/", COMMENT, user=world.user)
    assert b"+" in plus.body
    percent = replace(plus, body=plus.body.replace(b"+", b"%20"))
    assert len({world.ask(plus).item["id"], world.ask(percent).item["id"]}) == 2


def test_values_of_one_name_are_sorted_as_text_and_need_not_be_in_that_order(world: World) -> None:
    request = world.request("GET", "/v1/entity/?id=13&id=42&id=117", user=world.user)
    assert world.ask(replace(request, query="id=117&id=42&id=13")).items == []
    assert world.ask(replace(request, query="id=117&id=42")).error == (401, platform.INVALID_SIGNATURE)


def test_what_is_percent_encoded_in_the_path_is_signed_as_it_stands(world: World) -> None:
    world.mock.add_entity(key="ab?>~")  # "YWI/Pn4="
    request = world.request("GET", "/v1/entity/YWI%2FPn4=/", user=world.user)
    assert world.ask(request).data["key"] == "ab?>~"
    assert world.ask(replace(request, raw_path="/v1/entity/YWI%2FPn4%3D/")).error == (401, platform.INVALID_SIGNATURE)


def test_the_payload_the_method_the_path_and_the_host_are_signed(world: World) -> None:
    request = world.request("POST", "/v1/comment/", COMMENT, user=world.user)
    refused = (401, platform.INVALID_SIGNATURE)
    assert world.ask(replace(request, body=request.body.replace(b"more", b"less"))).error == refused
    assert world.ask(replace(request, query="x=1")).error == refused
    assert world.ask(replace(request, raw_path="/v1/share/")).error == refused
    assert (
        world.ask(replace(request, headers=Headers([*request.headers.pairs[1:], ("Host", "x.com")]))).error == refused
    )
    like = world.request("GET", "/v1/user/1/like/?entity_key=a", user=world.user)
    assert world.ask(replace(like, method="DELETE")).error == refused


def test_a_question_mark_without_a_query_changes_nothing(world: World) -> None:
    assert world.get(f"{APP}?").item["id"] == 1


def test_the_ports_of_the_schemes_and_capitals_of_the_host_are_left_out(world: World) -> None:
    request = world.request("GET", APP, user=world.user, host="localhost")
    for host in ("localhost:80", "LOCALHOST"):
        assert world.ask(replace(request, headers=Headers([*request.headers.pairs[1:], ("Host", host)]))).status == 200
    other = world.request("GET", APP, user=world.user, host="localhost:8100")
    assert world.ask(other).status == 200


def test_the_scheme_is_signed(world: World) -> None:
    request = world.request("POST", "/v1/authenticate/", {"udid": "d"}, scheme="https")
    assert world.ask(replace(request, scheme="http")).error == (401, platform.INVALID_SIGNATURE)
    assert world.ask(request).status == 200


def test_signatures_for_another_origin_are_taken_where_it_is_named(world: World) -> None:
    request = world.request("GET", APP, user=world.user, host="api.getsocialize.com")
    sent = replace(request, headers=Headers([("Host", "127.0.0.1"), *request.headers.pairs[1:]]))
    assert world.ask(sent).error == (401, platform.INVALID_SIGNATURE)
    world.mock.origins = ("https://api.getsocialize.com", "http://api.getsocialize.com/")
    assert world.ask(sent).status == 200


@pytest.mark.parametrize("origin", ["https://api.getsocialize.com", "http://stage.api.getsocialize.com"])
def test_an_app_that_knows_the_documented_hosts_only_may_come_through_a_proxy(make: Any, origin: str) -> None:
    scheme, _, host = origin.partition("://")
    for hosts, status in (("own", 401), ("documented", 200)):
        world = make(hosts=hosts)
        signed = world.request("POST", "/v1/authenticate/", {"udid": "d"}, scheme=scheme, host=host)
        sent = replace(signed, scheme="http", headers=Headers([("Host", "127.0.0.1:8100"), *signed.headers.pairs[1:]]))
        assert world.ask(sent).status == status


@pytest.mark.parametrize("token", ["", None])
def test_a_missing_and_an_empty_token_are_the_same(world: World, token: str | None) -> None:
    answer = world.post("/v1/authenticate/", {"udid": "d"}, user=None, resource_owner_key=token)
    assert answer.data["user"]["username"] == "User3"
    assert world.manage("GET", resource_owner_key=token).data["objects"] == []


def test_an_empty_token_may_be_sent_and_is_signed(world: World) -> None:
    request = world.request("GET", "/management/v1/smart_alert/?oauth_token=", place="QUERY")
    assert "oauth_token=" in request.query
    assert world.ask(request).status == 200


def test_unknown_protocol_parameters_are_tolerated_and_signed(world: World) -> None:
    request = world.request(
        "GET", f"{APP}?oauth_body_hash=2jmj7l5rSw0yVb%2FvlWAYkK%2FYBwk%3D", user=world.user, place="QUERY"
    )
    assert world.ask(request).status == 200
    changed = replace(request, query=request.query.replace("oauth_body_hash=2", "oauth_body_hash=3"))
    assert world.ask(changed).error == (401, platform.INVALID_SIGNATURE)


def test_a_realm_is_not_signed_and_the_order_of_the_header_does_not_matter(world: World) -> None:
    request = world.request("GET", APP, user=world.user)
    parts = header_of(request).removeprefix("OAuth ").split(", ")
    for scheme, realm in (("OAuth", 'realm=""'), ("oauth", 'Realm="a, b=c"'), ("OAUTH", 'REALM="http://x.com/"')):
        assert world.ask(with_header(request, f"{scheme} {realm}, " + ", ".join(reversed(parts)))).status == 200


def test_the_version_may_be_left_out(world: World) -> None:
    assert unversioned(world).status == 200


def unversioned(world: World, **more: str) -> Any:
    """A request whose parameters stand in the query, signed without (or with another) version."""
    user, application = world.user, world.mock.application
    pairs = {
        "oauth_consumer_key": application.consumer_key,
        "oauth_token": user.token,
        "oauth_signature_method": "HMAC-SHA1",
        "oauth_timestamp": str(int(world.mock.clock.now().timestamp())),
        "oauth_nonce": "n",
        **more,
    }
    base = "&".join(
        quote(part, safe="") for part in ("GET", f"http://127.0.0.1{APP}", urlencode(sorted(pairs.items())))
    )
    key = f"{application.consumer_secret}&{user.token_secret}".encode()
    signed = base64.b64encode(hmac.new(key, base.encode(), "sha1").digest()).decode()
    query = urlencode({**pairs, "oauth_signature": signed})
    return world.ask(Request("GET", APP, query, Headers([("Host", "127.0.0.1")])))


REFUSALS = {
    "consumer key missing": ({"oauth_consumer_key": ""}, signatures.MISSING.format("oauth_consumer_key")),
    "signature missing": ({"oauth_signature": ""}, signatures.MISSING.format("oauth_signature")),
    "method missing": ({"oauth_signature_method": ""}, signatures.MISSING.format("oauth_signature_method")),
    "timestamp missing": ({"oauth_timestamp": ""}, signatures.MISSING.format("oauth_timestamp")),
    "nonce missing": ({"oauth_nonce": ""}, signatures.MISSING.format("oauth_nonce")),
    "token missing": ({"oauth_token": ""}, signatures.MISSING.format("oauth_token")),
    "other method": ({"oauth_signature_method": "PLAINTEXT"}, signatures.METHOD),
    "other version": ({"oauth_version": "1.1"}, signatures.VERSION),
    "timestamp in words": ({"oauth_timestamp": "now"}, signatures.TIMESTAMP),
    "timestamp below zero": ({"oauth_timestamp": "-1"}, signatures.TIMESTAMP),
    "unknown consumer": ({"oauth_consumer_key": "nobody"}, platform.UNKNOWN_CONSUMER),
    "unknown token": ({"oauth_token": "nobody"}, platform.UNKNOWN_TOKEN),
}


@pytest.mark.parametrize(("changes", "reason"), REFUSALS.values(), ids=REFUSALS)
def test_each_way_to_be_wrong_has_an_error_of_its_own(world: World, changes: dict[str, str], reason: str) -> None:
    """The request is otherwise right, and its signature fits what it says."""
    signature_gone = changes.pop("oauth_signature", None)
    answer = unversioned(world, **changes)
    if signature_gone is not None:
        request = world.request("GET", APP, user=world.user, place="QUERY")
        query = "&".join(part for part in request.query.split("&") if not part.startswith("oauth_signature="))
        answer = world.ask(replace(request, query=query))
    assert answer.error == (401, reason)


def test_a_request_that_is_not_signed_at_all_is_told_so(world: World) -> None:
    for headers in ((), (("Authorization", "Basic dTpw"),), (("Authorization", "OAuth"),)):
        request = Request("GET", APP, "", Headers([("Host", "127.0.0.1"), *headers]))
        assert world.ask(request).error == (401, signatures.MISSING.format("oauth_consumer_key"))


def test_a_malformed_header_has_an_error_of_its_own(world: World) -> None:
    request = Request("GET", APP, "", Headers([("Authorization", "OAuth oauth_nonce, x")]))
    assert world.ask(request).error == (401, signatures.MALFORMED)


def test_protocol_parameters_in_two_places_are_refused(world: World) -> None:
    request = world.request("POST", "/v1/comment/", COMMENT, user=world.user)
    both = replace(request, query="oauth_nonce=x")
    assert world.ask(both).error == (401, signatures.PLACES.format("header and query"))
    form = replace(request, body=request.body + b"&oauth_nonce=x")
    assert world.ask(form).error == (401, signatures.PLACES.format("header and body"))


def test_other_names_with_oauth_may_stand_anywhere_and_are_signed(world: World) -> None:
    """As the platform's own management client sends `oauth_body_hash`, and as an app may name what it likes."""
    request = world.request("GET", f"{APP}?oauth_like=a&oauth_like=b&oauth_body_hash=x%3D", user=world.user)
    assert world.ask(request).status == 200
    assert world.ask(replace(request, query="oauth_like=a&oauth_body_hash=x%3D")).error == (
        401,
        platform.INVALID_SIGNATURE,
    )


@pytest.mark.parametrize("place", ["AUTH_HEADER", "QUERY"])
def test_a_protocol_parameter_that_comes_twice_is_refused(world: World, place: str) -> None:
    request = world.request("GET", APP, user=world.user, place=place)
    if place == "QUERY":
        twice = replace(request, query=request.query + "&oauth_nonce=x")
    else:
        twice = with_header(request, header_of(request) + ', oauth_nonce="x"')
    assert world.ask(twice).error == (401, signatures.REPEATED.format("oauth_nonce"))


def test_a_token_of_another_app_is_unknown(world: World) -> None:
    foreign = world.mock.add_user(world.mock.add_application(name="Another app"))
    assert world.get(APP, user=foreign).error == (401, platform.UNKNOWN_TOKEN)


def test_the_secret_of_another_user_does_not_fit(world: World) -> None:
    answer = world.get(APP, resource_owner_secret=world.other.token_secret)
    assert answer.error == (401, platform.INVALID_SIGNATURE)


@pytest.mark.parametrize(
    ("how", "reason"),
    [
        ({"client_secret": "x"}, platform.INVALID_SIGNATURE),
        ({"client_key": "x"}, platform.UNKNOWN_CONSUMER),
        ({"resource_owner_key": "x"}, platform.UNKNOWN_TOKEN),
    ],
)
def test_the_management_api_answers_with_400(world: World, how: dict[str, str], reason: str) -> None:
    assert world.manage("GET", **how).error == (400, reason)
    assert world.manage("POST", "", {"application_id": 1, "message": "x"}, **how).error == (400, reason)


def test_a_body_of_another_content_type_is_neither_signed_nor_read(world: World) -> None:
    request = world.request("POST", "/v1/comment/", user=world.user)
    body = urlencode({"payload": json.dumps(COMMENT)}).encode()
    sent = replace(request, body=body, headers=Headers([*request.headers.pairs, ("Content-Type", "text/plain")]))
    assert world.ask(sent).error == (400, "The payload is missing.")
    charset = world.request("POST", "/v1/comment/", COMMENT, user=world.user)
    pairs = [
        (name, f"{FORM}; charset=UTF-8" if name == "Content-Type" else value) for name, value in charset.headers.pairs
    ]
    assert world.ask(replace(charset, headers=Headers(pairs))).status == 200


def test_a_payload_in_the_query_of_a_post_without_body_is_read(world: World) -> None:
    """One SDK sent it so."""
    path = "/v1/comment/?" + urlencode({"payload": json.dumps(COMMENT)})
    assert world.send("POST", path, user=world.user, place="QUERY").item["id"] == 1


# --- Replay ---


def test_by_default_old_requests_and_used_nonces_are_taken(world: World) -> None:
    request = world.request("GET", APP, user=world.user, timestamp="1")
    assert [world.ask(request).status for _ in range(2)] == [200, 200]


@pytest.mark.parametrize(("seconds", "status"), [(-301, 401), (-300, 200), (0, 200), (300, 200), (301, 401)])
def test_the_edges_of_the_time_window(make: Any, seconds: int, status: int) -> None:
    world = make(timestamps="checked")
    stamp = str(int(world.mock.clock.now().timestamp()) + seconds)
    answer = world.get(APP, timestamp=stamp)
    assert answer.status == status
    assert status == 200 or answer.text == platform.OUTSIDE


def test_the_window_moves_with_the_clock(make: Any) -> None:
    world = make(timestamps="checked")
    request = world.request("GET", APP, user=world.user)
    world.mock.clock.advance(300.9)
    assert world.ask(request).status == 200
    world.mock.clock.advance(0.1)
    assert world.ask(request).error == (401, platform.OUTSIDE)


def test_a_nonce_is_used_once_for_one_consumer_token_and_timestamp(make: Any) -> None:
    world = make(nonces="once")
    now = int(world.mock.clock.now().timestamp())
    application = world.mock.add_application(name="Another app")
    foreign = world.mock.add_user(application)

    def ask(user: Any, nonce: str, timestamp: int = now, **how: Any) -> tuple[int, str]:
        answer: Any = world.get(APP, user=user, nonce=nonce, timestamp=str(timestamp), **how)
        return answer.status, answer.text if answer.status != 200 else ""

    assert ask(world.user, "a") == (200, "")
    assert ask(world.user, "a") == (401, platform.USED)
    assert ask(world.user, "b") == (200, "")
    assert ask(world.other, "a") == (200, "")
    assert ask(world.user, "a", now + 1) == (200, "")
    assert ask(foreign, "a", application=application) == (200, "")
    assert ask(world.other, "a") == (401, platform.USED)


def test_a_refused_request_does_not_use_its_nonce_up(make: Any) -> None:
    world = make(nonces="once")
    wrong = world.get(APP, nonce="a", client_secret="x")
    assert wrong.error == (401, platform.INVALID_SIGNATURE)
    assert world.get(APP, nonce="a").status == 200


def test_reset_forgets_nonces(make: Any) -> None:
    world = make(nonces="once")
    request = world.request("POST", "/v1/authenticate/", {"udid": "d"})
    assert [world.ask(request).status for _ in range(2)] == [200, 401]
    world.mock.reset()
    assert world.ask(request).status == 200


def test_secrets_are_in_no_repr(world: World) -> None:
    mock: SocializeMock = world.mock
    link = mock.add_user(third_party_auth=[{"auth_type": 1, "auth_id": "5", "auth_token": "fb-token"}])
    shown = f"{world.user!r} {link!r} {mock.application!r} {mock.tables!r}"
    secrets = (world.user.token, world.user.token_secret, mock.application.consumer_secret, "fb-token")
    assert not [secret for secret in secrets if secret in shown]
    assert "fb-token" not in json.dumps(mock.state())
