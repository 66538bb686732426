"""10,000 random requests: signed by the client and verified from the RFC alone, and the other way round by oauthlib."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Any

import httpx2
from oauthlib.common import Request
from oauthlib.oauth1.rfc5849 import signature
from socialize_client import OAuth1

from . import rfc5849
from .random_requests import RandomRequest, random_requests

NUMBER = 10_000
SEED = 20_261_123


def test_all_are_signed_alike_by_the_client_the_rfc_and_oauthlib() -> None:
    differing: Iterator[str] = (
        f"{request}: {problem}" for request in random_requests(NUMBER, SEED) if (problem := judged(request))
    )
    assert list(islice(differing, 3)) == []


def test_a_fault_in_any_part_would_be_noticed() -> None:
    """The check can fail: nothing that was signed can be another thing without the signature telling."""
    for request in random_requests(60, SEED + 1):
        sent, secrets = signed(request), (request.consumer_secret, request.token_secret or "")
        assert verdict(sent, *secrets)
        changed = httpx2.Request(sent.method, sent.url.copy_add_param("x", "1"), headers=sent.headers)
        assert not verdict(changed, *secrets)
        assert not verdict(sent, secrets[0] + "x", secrets[1])
        assert not verdict(sent, secrets[0], secrets[1] + "x")


def judged(request: RandomRequest) -> str | None:
    """What is wrong with the signature of a request, if anything is."""
    sent = signed(request)
    if not verdict(sent, request.consumer_secret, request.token_secret or ""):
        return "the RFC gives another signature"
    if not oauthlib_takes(sent, request):
        return "oauthlib's verifier refuses it"
    return None


def signed(request: RandomRequest) -> httpx2.Request:
    auth = OAuth1(
        request.consumer_key,
        request.consumer_secret,
        request.token,
        request.token_secret,
        nonce=lambda: request.nonce,
        clock=lambda: request.timestamp,
    )
    headers = {"Content-Type": request.content_type} if request.content_type else {}
    made = httpx2.Request(request.method, request.url, content=request.body, headers=headers)
    return next(auth.sync_auth_flow(made))


def address(sent: httpx2.Request) -> str:
    return f"{sent.url.scheme}://{sent.headers['host']}{sent.url.raw_path.decode('ascii')}"


def verdict(sent: httpx2.Request, consumer_secret: str, token_secret: str) -> bool:
    header = sent.headers["authorization"]
    content_type = sent.headers.get("content-type", "")
    text = rfc5849.base_string(sent.method, address(sent), header, body=sent.content, content_type=content_type)
    expected = rfc5849.signature(text, consumer_secret.encode(), token_secret.encode())
    return expected == rfc5849.sent_signature(header)


def oauthlib_takes(sent: httpx2.Request, request: RandomRequest) -> bool:
    """What oauthlib's verifier says, which the mock uses, of the signature that the RFC gives."""
    header = sent.headers["authorization"]
    form = request.content_type.partition(";")[0].lower() == "application/x-www-form-urlencoded"
    query = rfc5849.form_pairs(sent.url.query) + (rfc5849.form_pairs(sent.content) if form else [])
    pairs = [(name.decode(), value.decode()) for name, value in query + rfc5849.header_pairs(header)]
    method: Any = sent.method  # the published types know fewer methods than there are
    asked: Any = Request(address(sent).partition("?")[0], method)
    asked.params = [pair for pair in pairs if pair[0] != "oauth_signature"]
    asked.signature = dict(pairs)["oauth_signature"]
    return bool(signature.verify_hmac_sha1(asked, request.consumer_secret, request.token_secret))
