"""Which call answers which error, and which check comes first."""

from __future__ import annotations

from typing import Any

import pytest

MALFORMED = (400, "twirp error malformed: can't decode request body")
BAD_SITE, BAD_SLUG, NOBODY = (400, "invalid site id"), (400, "invalid slug"), (401, "unauthorized")
BAD_COMMENT, NOT_FOUND = (400, "invalid comment id"), (500, "record not found")

SITE_CALLS = [
    ("GET", "/comments"),
    ("POST", "/comments"),
    ("GET", "/comments/1"),
    ("PUT", "/comments/1/fav"),
    ("PUT", "/comments/1/unfav"),
    ("GET", "/comments/1/replies"),
    ("POST", "/comments/1/replies"),
    ("POST", "/airdrops"),
    ("GET", "/slugs"),
]
LOGIN_CALLS = [
    ("POST", "/comments"),
    ("PUT", "/comments/1/fav"),
    ("PUT", "/comments/1/unfav"),
    ("POST", "/comments/1/replies"),
    ("POST", "/airdrops"),
    ("GET", "/me"),
    ("GET", "/sites"),
    ("POST", "/sites"),
    ("PUT", "/sites/1"),
]
BODY_CALLS = [
    ("POST", "/comments", "content"),
    ("POST", "/comments/1/replies", "content"),
    ("POST", "/airdrops", "slug"),
    ("POST", "/sites", "origin"),
    ("PUT", "/sites/1", "origin"),
    ("POST", "/echo", "msg"),
    ("POST", "/auth/login", "method"),
    ("POST", "/payments/mixpay", "orderId"),
]


@pytest.fixture
def full(world: Any) -> Any:
    """A world with a comment and a site of the first user."""
    world.mock.add_comment(world.user)
    world.mock.add_site(world.user, origins=["https://blog.example.com"])
    return world


@pytest.mark.parametrize(("method", "path"), SITE_CALLS)
@pytest.mark.parametrize(
    ("site", "error"),
    [
        ((), BAD_SITE),
        ((("X-TALKEE-SITE-SLUG", "a"),), BAD_SITE),
        ((("X-TALKEE-SITE-ID", "1"),), BAD_SLUG),
        ((("X-TALKEE-SITE-ID", "0"), ("X-TALKEE-SITE-SLUG", "a")), BAD_SITE),
    ],
)
def test_a_call_for_a_page_needs_site_and_slug_before_anything_else(
    world: Any, method: str, path: str, site: Any, error: Any
) -> None:
    assert world.send(method, path, site=site).error == error
    assert world.signed(method, path, site=site, body=b"{").error == error


@pytest.mark.parametrize(
    ("site_id", "valid"),
    [
        ("1", True),
        ("007", True),
        (" 7 ", True),
        ("18446744073709551615", True),
        ("18446744073709551616", False),
        ("-1", False),
        ("+1", False),
        ("1.0", False),
        ("0x1", False),
        ("1_0", False),
        ("\u0661", False),
        ("x", False),
        ("9" * 5000, False),
    ],
)
def test_a_site_id_is_decimal_digits_of_64_bits(world: Any, site_id: str, valid: bool) -> None:
    answer = world.send("GET", "/comments", site=(("X-TALKEE-SITE-ID", site_id), ("X-TALKEE-SITE-SLUG", "a")))
    assert (answer.data if valid else answer.error) == ({"comments": [], "total": 0} if valid else BAD_SITE)


@pytest.mark.parametrize(
    ("site", "query", "error"),
    [
        ((), "site_id=1&slug=a", None),
        ((("X-TALKEE-SITE-ID", "1"),), "slug=a", None),
        ((("X-TALKEE-SITE-SLUG", "a"),), "site_id=1", None),
        ((("x-talkee-site-id", "1"), ("x-talkee-site-slug", "a")), "site_id=2&slug=b", None),
        ((("X-TALKEE-SITE-ID", "x"), ("X-TALKEE-SITE-SLUG", "a")), "site_id=1", BAD_SITE),
        ((), "slug=a", BAD_SITE),
        ((), "site_id=1", BAD_SLUG),
        ((), "site_id=1&slug=", BAD_SLUG),
        ((("X-TALKEE-SITE-ID", "1"), ("X-TALKEE-SITE-SLUG", "  ")), "", BAD_SLUG),
    ],
)
def test_each_value_is_looked_up_on_its_own_first_in_the_header(world: Any, site: Any, query: str, error: Any) -> None:
    world.mock.add_comment(world.user, site_id=1, slug="a")
    answer = world.send("GET", f"/comments?{query}", site=site)
    if error:
        assert answer.error == error
    else:
        assert answer.data["total"] == 1


def test_a_slug_is_decoded_in_the_query_and_taken_as_it_is_in_the_header(world: Any) -> None:
    for slug in ("/caf\xe9", "/caf%C3%A9"):
        world.mock.add_comment(world.user, site_id=1, slug=slug, content=slug)
    query = world.send("GET", "/comments?site_id=1&slug=/caf%C3%A9", site=())
    header = world.send("GET", "/comments", site=(("X-TALKEE-SITE-ID", "1"), ("X-TALKEE-SITE-SLUG", "/caf%C3%A9")))
    raw = world.send("GET", "/comments", site=(("X-TALKEE-SITE-ID", "1"), ("X-TALKEE-SITE-SLUG", "/caf\xc3\xa9")))
    shown = [answer.data["comments"][0]["content"] for answer in (query, header, raw)]
    assert shown == ["/caf\xe9", "/caf%C3%A9", "/caf\xe9"]


@pytest.mark.parametrize(("method", "path"), LOGIN_CALLS)
def test_a_login_is_needed_before_id_and_body_are_looked_at(full: Any, method: str, path: str) -> None:
    assert full.send(method, path).error == NOBODY
    assert full.send(method, path.replace("1", "x"), body=b"{").error == NOBODY


@pytest.mark.parametrize(
    ("method", "path", "error"),
    [
        ("GET", "/comments/{}", BAD_COMMENT),
        ("PUT", "/comments/{}/fav", BAD_COMMENT),
        ("PUT", "/comments/{}/unfav", BAD_COMMENT),
        ("GET", "/comments/{}/replies", BAD_COMMENT),
        ("POST", "/comments/{}/replies", BAD_COMMENT),
        ("GET", "/sites/{}", BAD_SITE),
        ("PUT", "/sites/{}", (404, "no record")),
        ("GET", "/users/{}", (400, "invalid user id")),
    ],
)
@pytest.mark.parametrize("number", ["0", "-1", "x", "1.0", "%201", "18446744073709551616", "1%2F2"])
def test_a_bad_id_is_reported_before_the_body_is_read(
    full: Any, method: str, path: str, error: Any, number: str
) -> None:
    assert full.signed(method, path.format(number), body=b"{").error == error


@pytest.mark.parametrize(
    ("method", "path", "error"),
    [
        ("GET", "/comments/99", NOT_FOUND),
        ("PUT", "/comments/99/fav", NOT_FOUND),
        ("PUT", "/comments/99/unfav", NOT_FOUND),
        ("GET", "/sites/99", NOT_FOUND),
        ("PUT", "/sites/99", (404, "no record")),
        ("GET", "/users/99", (404, "no record")),
    ],
)
def test_what_does_not_exist_is_reported(full: Any, method: str, path: str, error: Any) -> None:
    assert full.signed(method, path).error == error


def test_a_reply_is_read_before_its_comment_is_looked_up(full: Any) -> None:
    assert full.signed("POST", "/comments/99/replies", {"content": " "}).error == (400, "invalid comment content")
    assert full.signed("POST", "/comments/99/replies", {"content": "x"}).error == NOT_FOUND


@pytest.mark.parametrize(("method", "path", "member"), BODY_CALLS)
def test_a_body_that_cannot_be_decoded_is_malformed(full: Any, method: str, path: str, member: str) -> None:
    wrong = [f'{{"{member}":{value}}}'.encode() for value in ("5", "true", "[]", "{}", '["a"]', "1.5")]
    bodies = [b"", b"{", b"nonsense", b"[]", b'"text"', b"7", b"true", b"NaN", b"\x00", *wrong, b"[" * 5000]
    for body in [*bodies, b'{"a":' * 5000]:
        assert full.signed(method, path, body=body, site=(*full_site(), ("Origin", "https://a"))).error == MALFORMED


def full_site() -> tuple[tuple[str, str], ...]:
    return (("X-TALKEE-SITE-ID", "1"), ("X-TALKEE-SITE-SLUG", "/posts/11"))


@pytest.mark.parametrize(
    "body",
    [
        b'{"content":"Hello!"}',
        b'{"CONTENT":"Hello!"}',
        b'{"cOntent":"Hello!","comment_id":7,"extra":{"a":[1,null]}}',
        b'{"content":"Hello!"} and whatever follows {',
        b' \r\n\t{"content":"  Hello! \\n\\u00a0\\u3000"}',
        b'{"content":"Hello!","Content":null}',
    ],
)
def test_names_match_in_any_case_and_unknown_members_and_trailing_text_are_ignored(full: Any, body: bytes) -> None:
    for kind in ((), (("Content-Type", "text/plain"),)):
        assert full.signed("POST", "/comments", None, *kind, body=body).data["content"] == "Hello!"


@pytest.mark.parametrize("body", [b"{}", b"null", b'{"content":null}', b'{"content":" \\t\\n\\u2003"}'])
def test_an_absent_or_blank_text_is_no_comment(full: Any, body: bytes) -> None:
    for path in ("/comments", "/comments/1/replies"):
        assert full.signed("POST", path, body=body).error == (400, "invalid comment content")


@pytest.mark.parametrize(
    ("body", "content"),
    [
        (b'{"content":"\\ud800"}', "\ufffd"),
        (b'{"content":"\xff"}', "\ufffd"),
        (b'{"content":"\\ud83d\\ude00"}', "\U0001f600"),
        (b'{"content":"<script>&\\u2028!"}', "<script>&\u2028!"),
        ('{"content":"\x1c x"}'.replace("\x1c", "\\u001c").encode(), "\x1c x"),
    ],
)
def test_odd_text_is_kept_as_a_go_server_keeps_it(full: Any, body: bytes, content: str) -> None:
    answer = full.signed("POST", "/comments", body=body)
    assert answer.data["content"] == content
    assert not set("<>&\u2028") & set(answer.text)


@pytest.mark.parametrize(
    ("path", "limit"),
    [("/comments", 10240), ("/comments/1/replies", 5120)],
)
def test_text_is_limited_in_characters_by_its_column(full: Any, path: str, limit: int) -> None:
    assert len(full.signed("POST", path, {"content": "\U0001f600" * limit + " "}).data["content"]) == limit
    message = f"ERROR: value too long for type character varying({limit}) (SQLSTATE 22001)"
    assert full.signed("POST", path, {"content": "a" * (limit + 1)}).error == (500, message)


def test_a_slug_of_a_comment_is_limited_too(full: Any) -> None:
    site = (("X-TALKEE-SITE-ID", "1"), ("X-TALKEE-SITE-SLUG", "a" * 257))
    message = "ERROR: value too long for type character varying(256) (SQLSTATE 22001)"
    assert full.signed("POST", "/comments", {"content": "x"}, site=site).error == (500, message)
    assert full.signed("GET", "/comments", site=site).data["total"] == 0


@pytest.mark.parametrize("path", ["/comments", "/comments/1/replies"])
@pytest.mark.parametrize("name", ["limit", "offset"])
@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("9223372036854775808", "9223372036854775808"),
        ("18446744073709551615", "18446744073709551615"),
        ("18446744073709551616", "18446744073709551615"),
        ("9" * 100, "18446744073709551615"),
    ],
)
def test_a_window_beyond_the_databases_integers_is_an_error(
    full: Any, path: str, name: str, value: str, shown: str
) -> None:
    error = (500, f"{shown} is greater than maximum value for Int8")
    assert full.send("GET", f"{path}?{name}={value}").error == error


def test_an_empty_echo_is_an_error_of_its_own(world: Any) -> None:
    error = (400, "twirp error invalid_argument: msg: non zero value required")
    for body in ({}, {"msg": ""}, {"msg": None}):
        assert world.send("POST", "/echo", body).error == error
