"""Whatever is sent, signed or not, an answer comes back that the document allows."""

from __future__ import annotations

import json
import time
from dataclasses import replace
from typing import Any
from urllib.parse import quote_from_bytes, urlencode

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from socialize_client._core.mock.http import Headers, Request
from socialize_client.mock import SocializeMock

from .conftest import FORM, World

OPERATIONS = sorted({(one.method, one.path) for one in SocializeMock().contract.operations.values()})
ODD = [
    "",
    "0",
    "1",
    "-1",
    "2",
    str(2**64),
    "9" * 500,
    "1e3",
    "\x00",
    "%",
    "%zz",
    "a/b",
    "NaN",
    "\u0661",
    "1_0",
    " 1",
    "YQ==",
    "_-",
]
NAMES = [
    *("key", "name", "type", "meta", "entity", "entity_key", "text", "lat", "lng", "medium", "subscribe", "subscribed"),
    *("propagation", "propagation_info_request", "third_parties", "udid", "auth_type", "auth_token", "auth_id"),
    *("device_type", "device_token", "gcm_registration_id", "service_type", "application_id", "message", "users"),
    *("devices", "entity_id", "url", "subscription", "broadcast_user_set", "picture", "sex", "bucket", "values"),
]
WORDS = [
    "iOS",
    "Android",
    "ANDROID_GCM",
    "new_comments",
    "developer_direct_url",
    "entity_users",
    "M",
    "AAAA",
    "http://a/",
]
QUERY = ["id", "entity_key", "first", "last", "limit", "limiting_id", "offset", "sort", "auth_type", "payload", "x"]

texts = st.sampled_from([*ODD, *WORDS]) | st.text(max_size=20)
scalars = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | texts
values = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(NAMES) | texts, inner, max_size=4),
    max_leaves=10,
)
objects = st.dictionaries(st.sampled_from(NAMES), values, max_size=8)
payloads = objects | st.lists(objects, max_size=3) | values
bodies = payloads.map(lambda value: urlencode({"payload": json.dumps(value)})) | st.sampled_from(
    [
        "payload=%FF%FE",
        "payload=" + "%5B" * 3000,
        "payload=1" + "0" * 5000,
        "&" * 2000,
        "a=&" * 900,
        "payload=%22%5Cud800%22",
    ]
)


def quoted(text: str) -> str:
    return quote_from_bytes(text.encode("utf-8", "surrogatepass"), safe="")


@st.composite
def requests(draw: st.DrawFn) -> tuple[str, str, str | None]:
    """Method, path with query, and body, of a call of the document."""
    method, template = draw(st.sampled_from(OPERATIONS))
    names = ("comment_id", "like_id", "share_id", "view_id", "user_id", "smart_alert_id", "base64_key")
    path = template.format_map({name: quoted(draw(texts)) or "1" for name in names})
    pairs = draw(st.lists(st.tuples(st.sampled_from(QUERY), texts), max_size=3))
    query = "&".join(f"{name}={quoted(value)}" for name, value in pairs)
    return method, f"{path}?{query}" if query else path, draw(bodies) if method == "POST" else None


WORLD = World()
"""One for all examples, begun anew for each: reading the document takes a while."""


def fresh() -> World:
    WORLD.mock.reset()
    WORLD.user, WORLD.other = WORLD.mock.add_user(), WORLD.mock.add_user()
    return WORLD


def check(world: World, request: Request) -> None:
    answer = world.mock.handle(request)
    assert answer.status in (200, 400, 401, 404, 405)
    assert [violation for violation in world.mock.violations if violation.side == "answer"] == []


SETTINGS = settings(
    max_examples=150, derandomize=True, deadline=None, database=None, suppress_health_check=list(HealthCheck)
)


@SETTINGS
@given(calls=st.lists(requests(), min_size=1, max_size=4), foreign=st.booleans())
def test_any_signed_request_gets_an_answer_that_the_document_allows(
    calls: list[tuple[str, str, str | None]], foreign: bool
) -> None:
    world = fresh()
    world.mock.seed(comments=2, likes=1, shares=1, views=1, subscriptions=1, devices=1, alerts=1)
    for method, path, body in calls:
        check(world, world.request(method, path, body=body, user=world.other if foreign else world.user))


@SETTINGS
@given(
    call=requests(),
    changes=st.lists(
        st.tuples(st.sampled_from(["authorization", "host", "content-type", "query", "path", "body", "method"]), texts),
        min_size=1,
        max_size=3,
    ),
)
def test_a_request_that_was_changed_on_its_way_gets_an_answer_too(call: Any, changes: list[tuple[str, str]]) -> None:
    """Most of them are 401; none is an exception."""
    world = fresh()
    method, path, body = call
    request = world.request(method, path, body=body, user=world.user)
    for place, text in changes:
        if place == "query":
            request = replace(request, query=f"{request.query}&oauth_nonce={text}")
        elif place == "path":
            request = replace(request, raw_path=f"{request.raw_path}{quoted(text)}")
        elif place == "body":
            request = replace(request, body=request.body + text.encode("utf-8", "surrogatepass"))
        elif place == "method":
            request = replace(request, method="PATCH")
        else:
            pairs = [pair for pair in request.headers.pairs if pair[0].lower() != place]
            clean = text.encode("utf-8", "replace").decode("latin-1")
            old = request.headers.get(place, "")
            request = replace(request, headers=Headers([*pairs, (place, f"{old}{clean}")]))
    check(world, request)


headers = st.text(st.characters(max_codepoint=255, exclude_categories=["Cc"]), max_size=40)


@SETTINGS
@given(header=headers, host=headers, query=headers.map(lambda text: text.replace("#", "")))
def test_any_header_gets_an_answer(header: str, host: str, query: str) -> None:
    world = fresh()
    pairs = [("Authorization", f"OAuth {header}"), ("Host", host), ("Content-Type", FORM)]
    check(world, Request("POST", "/v1/comment/", query, Headers(pairs), header.encode()))


@pytest.mark.parametrize("host", ["", "[", "a:b", "a:99999", "[::1]:80", "x y", "\x00", "a" * 70000])
def test_any_host_gets_an_answer(world: World, host: str) -> None:
    request = world.request("GET", "/v1/comment/", user=world.user)
    pairs = [("Host", host), *request.headers.pairs[1:]]
    assert world.ask(replace(request, headers=Headers(pairs))).error == (401, "Invalid signature.")


@pytest.mark.parametrize(
    "body",
    [
        "payload=" + "%5B" * 300_000,
        "payload=" + "a" * 8_000_000,
        "payload=%5B" + "%7B%7D," * 30_000 + "%7B%7D%5D",
        "&" * 1_000_000,
        "%" * 1_000_000,
        "oauth_nonce=" * 200_000,
    ],
    ids=["brackets", "text", "elements", "separators", "percents", "names"],
)
def test_a_huge_body_is_answered_in_time_and_kept_only_within_bounds(world: World, body: str) -> None:
    plain = world.request("POST", "/v1/comment/", body="x=1", user=world.user)
    request = replace(plain, body=body.encode())
    begin = time.process_time()
    assert world.ask(request).status == 401
    assert time.process_time() - begin < 5
    assert sum(len(one.body) for one in world.mock.requests) <= world.mock.log_bytes


def test_a_huge_batch_that_is_signed_is_worked_on_in_time(world: World) -> None:
    batch = [{"entity_key": "a", "text": str(number)} for number in range(3000)]
    request = world.request("POST", "/v1/comment/", batch, user=world.user)
    begin = time.process_time()
    assert len(world.ask(request).items) == 3000
    assert time.process_time() - begin < 5
