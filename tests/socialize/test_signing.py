"""Signatures are what RFC 5849 says, over the address and the body that are sent."""

from __future__ import annotations

import asyncio
import copy
import json
import pickle
from functools import partial
from pathlib import Path
from typing import Any

import httpx2
import pytest
from socialize_client import InvalidRequestError, OAuth1, signing
from socialize_client._core.secrets import Secret

from . import rfc5849

VECTORS: list[dict[str, Any]] = json.loads((Path(__file__).parent / "oauth1_vectors.json").read_text("utf-8"))
FORM = "application/x-www-form-urlencoded"
CONSUMER = ("consumer-key", "consumer-secret")
KEYS = signing.Credentials("consumer-key", Secret("consumer-secret"), Secret("token"), Secret("token-secret"))


def credentials(vector: dict[str, Any]) -> signing.Credentials:
    token, secret = vector["token"], vector["token_secret"]
    return signing.Credentials(
        vector["consumer_key"],
        Secret(vector["consumer_secret"]),
        None if token is None else Secret(token),
        None if secret is None else Secret(secret),
    )


def signed(method: str, url: str, auth: OAuth1 | None = None, **more: Any) -> httpx2.Request:
    """The request as httpx2 sends it, through an auth flow and all."""
    sent: list[httpx2.Request] = []

    def answer(request: httpx2.Request) -> httpx2.Response:
        sent.append(request)
        return httpx2.Response(200)

    auth = auth or OAuth1(*CONSUMER, "token", "token-secret")
    with httpx2.Client(transport=httpx2.MockTransport(answer), auth=auth) as client:
        client.request(method, url, **more)
    return sent[0]


def is_right(
    request: httpx2.Request, consumer_secret: str = "consumer-secret", token_secret: str = "token-secret"
) -> bool:
    """Whether the independent implementation finds the same signature for what was sent."""
    header = request.headers["authorization"]
    target = request.url.raw_path.decode("ascii")
    text = rfc5849.base_string(
        request.method,
        f"{request.url.scheme}://{request.url.netloc.decode('ascii')}{target}",
        header,
        body=request.content,
        content_type=request.headers.get("content-type", ""),
        host=request.headers["host"],
    )
    expected = rfc5849.signature(text, consumer_secret.encode(), token_secret.encode())
    return expected == rfc5849.sent_signature(header)


def base(method: str = "GET", url: str = "http://api.example.com/", **more: Any) -> str:
    """A base string without protocol parameters, so that only the request's own are in it."""
    return signing.base_string(method, url, [], **more)


# --- The vectors ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("vector", VECTORS, ids=[vector["name"] for vector in VECTORS])
def test_a_recorded_request_gets_its_recorded_base_string_and_signature(vector: dict[str, Any]) -> None:
    who = credentials(vector)
    protocol = signing.protocol_parameters(who, vector["nonce"], int(vector["timestamp"]))
    body = (vector["body"] or "").encode()
    text = signing.base_string(
        vector["method"], vector["url"], protocol, body=body, content_type=vector["content_type"] or ""
    )
    assert text == vector["base_string"]
    assert signing.sign(text, who) == vector["signature"]


@pytest.mark.parametrize("vector", VECTORS, ids=[vector["name"] for vector in VECTORS])
def test_the_auth_class_signs_the_recorded_requests_the_same(vector: dict[str, Any]) -> None:
    auth = OAuth1(
        vector["consumer_key"],
        vector["consumer_secret"],
        vector["token"],
        vector["token_secret"],
        nonce=lambda: vector["nonce"],
        clock=lambda: float(vector["timestamp"]),
    )
    headers = {"Content-Type": vector["content_type"]} if vector["content_type"] else {}
    request = signed(vector["method"], vector["url"], auth, content=vector["body"], headers=headers)
    header = request.headers["authorization"]
    assert rfc5849.sent_signature(header) == vector["signature"]
    recorded = (vector["authorization_headers"] or {}).get("oauthlib")
    if recorded:
        assert sorted(rfc5849.header_pairs(header)) == sorted(rfc5849.header_pairs(recorded))
    assert is_right(request, vector["consumer_secret"], vector["token_secret"] or "")


def test_the_independent_check_agrees_with_the_vectors_by_itself() -> None:
    for vector in VECTORS:
        protocol = {
            "oauth_consumer_key": vector["consumer_key"],
            "oauth_signature_method": vector["signature_method"],
            "oauth_timestamp": vector["timestamp"],
            "oauth_nonce": vector["nonce"],
            "oauth_version": vector["version"],
            **({} if vector["token"] is None else {"oauth_token": vector["token"]}),
        }
        text = rfc5849.base_string(
            vector["method"],
            vector["url"],
            "OAuth " + ", ".join(f'{name}="{value}"' for name, value in protocol.items()),
            body=(vector["body"] or "").encode(),
            content_type=vector["content_type"] or "",
        )
        assert text.decode() == vector["base_string"]
        secrets = [vector[name] or "" for name in ("consumer_secret", "token_secret")]
        assert rfc5849.signature(text, *(secret.encode() for secret in secrets)) == vector["signature"]


# --- RFC 5849, section by section -------------------------------------------------------------------------------------


def test_the_example_of_section_3_4_1_gives_its_base_string() -> None:
    """With realm, an escaped name, an empty value, a name without `=`, `+`, and a name in query, header and body."""
    text = signing.base_string(
        "POST",
        "http://example.com/request?b5=%3D%253D&a3=a&c%40=&a2=r%20b",
        [
            ("oauth_consumer_key", "9djdj82h48djs9d2"),
            ("oauth_token", "kkk9d7dh3k39sjv7"),
            ("oauth_signature_method", "HMAC-SHA1"),
            ("oauth_timestamp", "137131201"),
            ("oauth_nonce", "7d8f3e4a"),
        ],
        body=b"c2&a3=2+q",
        content_type=FORM,
    )
    assert text == (
        "POST&http%3A%2F%2Fexample.com%2Frequest&a2%3Dr%2520b%26a3%3D2%2520q%26a3%3Da%26b5%3D%253D%25253D%26c%2540%3D%26"
        "c2%3D%26oauth_consumer_key%3D9djdj82h48djs9d2%26oauth_nonce%3D7d8f3e4a%26oauth_signature_method%3DHMAC-SHA1%26"
        "oauth_timestamp%3D137131201%26oauth_token%3Dkkk9d7dh3k39sjv7"
    )


OWN = [("oauth_consumer_key", "dpf43f3p2l4k3l03"), ("oauth_signature_method", "HMAC-SHA1")]
TOKEN = [("oauth_nonce", "walatlh"), ("oauth_token", "hh5s93j4hdidpola"), ("oauth_verifier", "hfdp7dh39dks9884")]
PHOTO = [("oauth_nonce", "chapoH"), ("oauth_token", "nnch734d00sl2jdk")]


@pytest.mark.parametrize(
    ("method", "url", "protocol", "secret", "expected"),
    [
        (
            "POST",
            "https://photos.example.net/token",
            [("oauth_timestamp", "137131201"), *TOKEN],
            "hdhd0244k9j7ao03",
            "gKgrFCywp7rO0OXSjdot/IHF7IU=",
        ),
        (
            "GET",
            "http://photos.example.net/photos?file=vacation.jpg&size=original",
            [("oauth_timestamp", "137131202"), *PHOTO],
            "pfkkdhi9sl3r4s00",
            "MdpQcU8iPSUjWoN/UDMsK2sui9I=",
        ),
    ],
)
def test_the_examples_of_section_1_2_which_have_no_version_get_their_signatures(
    method: str, url: str, protocol: list[tuple[str, str]], secret: str, expected: str
) -> None:
    who = signing.Credentials("", Secret("kd94hf93k423kf44"), Secret("any"), Secret(secret))
    assert signing.sign(signing.base_string(method, url, [*OWN, *protocol]), who) == expected


@pytest.mark.parametrize(
    ("url", "host", "uri"),
    [
        ("http://EXAMPLE.COM:80/r%20v/X?id=123", None, "http://example.com/r%20v/X"),
        ("https://www.example.net:8080/?q=1", None, "https://www.example.net:8080/"),
        ("HTTPS://api.example.com:443/a", None, "https://api.example.com/a"),
        ("http://api.example.com:443/a", None, "http://api.example.com:443/a"),
        ("http://api.example.com", None, "http://api.example.com/"),
        ("http://api.example.com?a=1", None, "http://api.example.com/"),
        ("http://127.0.0.1:8000/v1/like/", "API.getsocialize.com", "http://api.getsocialize.com/v1/like/"),
        ("http://127.0.0.1:8000/v1/like/", "api.example.com:80", "http://api.example.com/v1/like/"),
        ("http://[0:0::1]:80/a", None, "http://[0:0::1]/a"),
        ("http://[::1]:8080/a", None, "http://[::1]:8080/a"),
        ("http://user:pass@api.example.com/a", None, "http://api.example.com/a"),
        ("http://api.example.com/a;b/c;", None, "http://api.example.com/a;b/c;"),
        ("http://api.example.com/A%2fb%2F==/", None, "http://api.example.com/A%2fb%2F==/"),
        ("http://api.example.com/a#part", None, "http://api.example.com/a"),
    ],
)
def test_the_base_uri_has_what_is_sent_and_no_default_port(url: str, host: str | None, uri: str) -> None:
    method, text, _ = base("get", url, host=host).split("&")
    assert method == "GET"
    assert rfc5849.decode(text.encode()).decode() == uri


@pytest.mark.parametrize("url", ["/v1/like/", "http:///v1/like/", "//api.example.com/"])
def test_an_address_without_scheme_or_host_is_refused(url: str) -> None:
    with pytest.raises(ValueError, match="scheme and host"):
        base(url=url)


@pytest.mark.parametrize(
    ("query", "parameters"),
    [
        ("id=117&id=13&id=42", "id=117&id=13&id=42"),
        ("id=13&id=42&id=117", "id=117&id=13&id=42"),
        ("a=1&a=1", "a=1&a=1"),
        ("a=&b", "a=&b="),
        ("&a=1&&b=2&", "a=1&b=2"),
        ("a=x+y&b=x%20y&c=x%2By", "a=x%20y&b=x%20y&c=x%2By"),
        ("a=%7e~-._!*'()", "a=~~-._%21%2A%27%28%29"),
        ("a=b=c", "a=b%3Dc"),
        ("a;b=1", "a%3Bb=1"),
        ("%C3%A9=%E2%82%AC%F0%9F%98%80", "%C3%A9=%E2%82%AC%F0%9F%98%80"),
        ("A=1&a=2&a%20b=3&a-b=4", "A=1&a=2&a%20b=3&a-b=4"),
        ("a=z&a1=b", "a=z&a1=b"),
        ("oauth_like=%2541", "oauth_like=%2541"),
        ("oauth_signature=x&oauth_body_hash=y%3D", "oauth_body_hash=y%3D"),
        ('a=[{]}|^`"<>', "a=%5B%7B%5D%7D%7C%5E%60%22%3C%3E"),
        ("a=100%&b=%zz", "a=100%25&b=%25zz"),
    ],
)
def test_parameters_are_decoded_once_encoded_and_sorted(query: str, parameters: str) -> None:
    text = base(url=f"http://api.example.com/?{query}").split("&")[2]
    assert rfc5849.decode(text.encode()).decode() == parameters
    assert (
        rfc5849.normalized(
            [pair for pair in rfc5849.form_pairs(query.encode()) if pair[0] != b"oauth_signature"]
        ).decode()
        == parameters
    ), "the independent check reads it the same way"


@pytest.mark.parametrize(
    ("content_type", "counts"),
    [
        (FORM, True),
        (f"{FORM}; charset=UTF-8", True),
        ("Application/X-WWW-Form-Urlencoded;charset=utf-8", True),
        ("", False),
        ("application/json", False),
        ("text/plain", False),
        ("multipart/form-data; boundary=x", False),
    ],
)
def test_only_the_body_of_a_form_is_signed(content_type: str, counts: bool) -> None:
    assert (base("POST", content_type=content_type, body=b"payload=%5B%5D") != base("POST")) is counts
    request = signed("POST", "http://api.example.com/", headers={"Content-Type": content_type}, content=b"a=%5B%5D")
    assert is_right(request)
    assert "oauth_body_hash" not in request.headers["authorization"]


def test_the_same_form_has_the_same_signature_with_plus_and_percent_20() -> None:
    bodies = [b"payload=a+b%2Bc", b"payload=a%20b%2bc", b"%70ayload=a b+c".replace(b"+c", b"%2Bc")]
    assert len({base("POST", body=body, content_type=FORM) for body in bodies}) == 1


def test_what_is_not_utf_8_is_refused_and_not_signed_as_something_else() -> None:
    with pytest.raises(ValueError, match="the query is not text in UTF-8"):
        base(url="http://api.example.com/?a=%FF")
    with pytest.raises(ValueError, match="the form is not text in UTF-8"):
        base("POST", body=b"a=\xff", content_type=FORM)
    with pytest.raises(InvalidRequestError, match="POST /v1/like/: the form is not text in UTF-8"):
        signed("POST", "http://api.example.com/v1/like/", content=b"a=%FF", headers={"Content-Type": FORM})


@pytest.mark.parametrize("secret", ["plain", "with & and %", "Grüße ~", "", "kd94hf93k423kf44&pfkkdhi9sl3r4s00"])
def test_secrets_are_encoded_in_the_key(secret: str) -> None:
    request = signed("GET", "http://api.example.com/a?b=c", OAuth1("key", secret, "token", secret))
    assert is_right(request, secret, secret)


# --- The auth class ---------------------------------------------------------------------------------------------------


def pairs(request: httpx2.Request) -> dict[str, str]:
    found = rfc5849.header_pairs(request.headers["authorization"])
    assert len(dict(found)) == len(found), "each protocol parameter once"
    return {name.decode(): value.decode() for name, value in found}


def test_the_parameters_that_the_documentation_requires_are_sent() -> None:
    auth = OAuth1(*CONSUMER, "token", "token-secret", nonce=lambda: "n&=1", clock=lambda: 1345678901.9)
    sent = pairs(signed("GET", "http://api.example.com/", auth))
    assert sent.pop("oauth_signature")
    assert sent == {
        "oauth_consumer_key": "consumer-key",
        "oauth_token": "token",
        "oauth_signature_method": "HMAC-SHA1",
        "oauth_timestamp": "1345678901",
        "oauth_nonce": "n&=1",
        "oauth_version": "1.0",
    }


def test_what_stands_in_the_header_is_percent_encoded() -> None:
    auth = OAuth1("k,=1", "s", "té", "s", nonce=lambda: 'a"b, c', clock=lambda: 5.0)
    header = signed("GET", "http://api.example.com/", auth).headers["authorization"]
    assert header.isascii()
    assert 'oauth_nonce="a%22b%2C%20c"' in header
    assert 'oauth_consumer_key="k%2C%3D1"' in header
    assert 'oauth_token="t%C3%A9"' in header
    assert header.count('"') == 2 * 7


def test_two_legged_has_no_token_and_an_empty_one_is_sent_as_such() -> None:
    two = OAuth1(*CONSUMER)
    assert two.is_two_legged
    request = signed("GET", "http://api.example.com/", two)
    assert "oauth_token" not in pairs(request)
    assert is_right(request, token_secret="")

    empty = OAuth1(*CONSUMER, "", "")
    assert empty.is_two_legged
    request = signed("GET", "http://api.example.com/", empty)
    assert pairs(request)["oauth_token"] == ""
    assert is_right(request, token_secret="")


def test_a_token_can_be_put_on_and_taken_off() -> None:
    app = OAuth1(*CONSUMER, nonce=lambda: "n", clock=lambda: 5.0)
    user = app.with_token("token", "token-secret")
    sent = pairs(signed("GET", "http://api.example.com/", user))
    assert (sent["oauth_token"], sent["oauth_nonce"], sent["oauth_timestamp"]) == ("token", "n", "5")
    assert "oauth_token" not in pairs(signed("GET", "http://api.example.com/", user.with_token(None)))
    with pytest.raises(ValueError, match="token_secret"):
        OAuth1(*CONSUMER, token_secret="token-secret")


def test_the_clock_offset_is_added_to_the_clock() -> None:
    auth = OAuth1(*CONSUMER, clock=lambda: 1000.75, clock_offset=-30.5)
    assert pairs(signed("GET", "http://api.example.com/", auth))["oauth_timestamp"] == "970"
    with pytest.raises(InvalidRequestError, match="check the clock"):
        signed("GET", "http://api.example.com/", OAuth1(*CONSUMER, clock=lambda: 0.0))
    for broken in ("inf", "nan"):
        with pytest.raises(InvalidRequestError, match="cannot convert float"):
            signed("GET", "http://api.example.com/", OAuth1(*CONSUMER, clock=partial(float, broken)))


def test_nonces_differ() -> None:
    auth = OAuth1(*CONSUMER)
    assert len({pairs(signed("GET", "http://api.example.com/", auth))["oauth_nonce"] for _ in range(50)}) == 50


def test_it_signs_for_async_clients_and_bodies_that_are_read_late_too() -> None:
    async def body() -> Any:
        yield b"payload=a+b"
        yield b"%20c"

    async def send() -> httpx2.Request:
        sent: list[httpx2.Request] = []

        def answer(request: httpx2.Request) -> httpx2.Response:
            sent.append(request)
            return httpx2.Response(200)

        auth = OAuth1(*CONSUMER, "token", "token-secret")
        async with httpx2.AsyncClient(transport=httpx2.MockTransport(answer), auth=auth) as client:
            await client.post("http://api.example.com/", content=body(), headers={"Content-Type": FORM})
        return sent[0]

    request = asyncio.run(send())
    assert request.content == b"payload=a+b%20c"
    assert is_right(request)


def test_a_host_header_of_ones_own_is_what_is_signed() -> None:
    request = signed("GET", "http://127.0.0.1:8000/v1/like/", headers={"Host": "api.getsocialize.com"})
    assert is_right(request)
    text = rfc5849.base_string("GET", "http://api.getsocialize.com/v1/like/", request.headers["authorization"])
    expected = rfc5849.signature(text, b"consumer-secret", b"token-secret")
    assert expected == rfc5849.sent_signature(request.headers["authorization"])


def test_secrets_show_nowhere(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("DEBUG")
    auth = OAuth1("consumer-key", "planted-secret", "planted-token", "planted-token-secret")
    signed("POST", "http://api.example.com/", auth, content=b"payload=planted", headers={"Content-Type": FORM})
    shown = f"{auth!r} {auth!s} {auth._credentials!r} {caplog.text}"
    assert "planted" not in shown
    assert "three-legged" in repr(auth)
    with pytest.raises(TypeError, match="pickled"):
        pickle.dumps(auth)
    assert copy.copy(auth).is_two_legged is False
