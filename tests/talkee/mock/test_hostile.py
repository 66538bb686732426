"""Whatever is sent, an answer comes back that the document allows."""

from __future__ import annotations

import gzip
import json
import time
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from talkee_client._core.mock.http import Headers, Request
from talkee_client.mock import TalkeeMock

from .conftest import SITE, World

TEMPLATES = sorted({operation.path for operation in TalkeeMock().contract.operations.values()})
ODD = [
    "",
    "0",
    "1",
    "-1",
    "2",
    "18446744073709551615",
    "18446744073709551616",
    "1e3",
    "\x00",
    "\ud800",
    "%",
    "%zz",
    "a/b",
    "NaN",
]
NAMES = [
    "content",
    "method",
    "origin",
    "name",
    "amount",
    "asset_id",
    "airdrop_type",
    "site_id",
    "slug",
    "msg",
    "traceId",
]

texts = st.sampled_from(ODD) | st.text(max_size=20)
scalars = st.none() | st.booleans() | st.integers() | st.floats() | texts
values = st.recursive(
    scalars, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3), max_leaves=8
)
documents = st.dictionaries(st.sampled_from(NAMES) | texts, values, max_size=6) | values
bodies = documents.map(lambda value: json.dumps(value).encode()) | st.binary(max_size=60) | st.just(b"[" * 3000)


def quoted(text: str) -> str:
    return "".join(f"%{byte:02X}" for byte in text.encode("utf-8", "surrogatepass"))


@pytest.mark.parametrize("mode", ["faithful", "strict"])
@settings(
    max_examples=100, derandomize=True, deadline=None, database=None, suppress_health_check=[HealthCheck.too_slow]
)
@given(data=st.data())
def test_any_request_gets_an_answer_that_the_document_allows(mode: str, data: st.DataObject) -> None:
    world = World(mode=mode)
    world.mock.seed(comments=2, sites=1, replies=1, assets=1)
    for _ in range(3):
        template = data.draw(st.sampled_from(TEMPLATES))
        path = template.format_map(
            {name: quoted(data.draw(texts)) for name in ("comment_id", "site_id", "user_id", "msg", "asset_id")}
        )
        method = data.draw(st.sampled_from(["GET", "POST", "PUT", "DELETE", "HEAD", "OPTIONS"]))
        pairs = data.draw(
            st.lists(
                st.tuples(st.sampled_from(["limit", "offset", "order_by", "site_id", "slug", "x"]), texts), max_size=3
            )
        )
        query = "&".join(f"{name}={quoted(value)}" for name, value in pairs)
        sent = [
            *data.draw(st.sampled_from([SITE, ()])),
            ("Authorization", f"Bearer {world.mock.token_for(world.user)}"),
        ]
        for name in ("Origin", "X-TALKEE-SITE-ID", "Content-Type", "X-Request-Id", "Accept-Encoding"):
            value = data.draw(
                st.none() | st.text(st.characters(max_codepoint=255, exclude_categories=["Cc"]), max_size=12)
            )
            sent += [] if value is None else [(name, value)]
        request = Request(
            method, data.draw(st.sampled_from(["/api", ""])) + path, query, Headers(sent), data.draw(bodies)
        )
        response = world.mock.handle(request)
        assert response.dropped or response.status in (200, 204, 404, 405)
        assert [violation for violation in world.mock.violations if violation.side == "answer"] == []


@pytest.mark.parametrize("size", [10_000_000])
def test_a_gzip_bomb_is_bytes_like_any_others(world: Any, size: int) -> None:
    bomb = gzip.compress(b'{"content":"' + b"a" * size + b'"}')
    headers = (("Content-Encoding", "gzip"), ("Content-Type", "application/json"))
    begin = time.process_time()
    answer = world.signed("POST", "/comments", None, *headers, body=bomb)
    assert answer.error == (400, "twirp error malformed: can't decode request body")
    assert time.process_time() - begin < 1


@pytest.mark.parametrize(
    "body",
    [
        b'{"content":"' + b"a" * 10_000_000 + b'"}',
        b'{"content":"a","x":[' + b"1," * 2_000_000 + b"1]}",
        b"[" * 10_000_000,
        b'{"a":' * 500_000,
        b'"' * 10_000_000,
        b"\x00" * 10_000_000,
        b"1" * 10_000_000,
    ],
    ids=["text", "array", "brackets", "braces", "quotes", "zeros", "digits"],
)
def test_a_huge_body_is_answered_in_time_and_kept_only_within_bounds(world: Any, body: bytes) -> None:
    begin = time.process_time()
    for _ in range(2):
        assert world.signed("POST", "/comments", None, body=body).status == 200
    assert time.process_time() - begin < 6
    assert sum(len(request.body) for request in world.mock.requests) <= world.mock.log_bytes
