"""10,000 random requests: the client signs them right for the RFC alone, and for the mock with oauthlib's verifier."""

from __future__ import annotations

import httpx2
from socialize_client import OAuth1
from socialize_client._core.mock.http import Headers, Request
from socialize_client.mock import signatures

from . import rfc5849
from .random_requests import RandomRequest, random_requests

NUMBER = 10_000
SEED = 20_261_123


def test_all_signatures_of_the_client_are_right_for_the_rfc_and_for_the_mock() -> None:
    wrong: list[RandomRequest] = []
    refused: list[RandomRequest] = []
    for request in random_requests(NUMBER, SEED):
        sent = signed(request)
        if not verdict(sent, request.consumer_secret, request.token_secret or ""):
            wrong.append(request)
        if not mock_takes(sent, request):
            refused.append(request)
    assert (wrong[:3], refused[:3]) == ([], [])


def test_a_fault_in_any_part_would_be_noticed() -> None:
    """The check can fail: nothing that was signed can be another thing without the signature telling."""
    for request in random_requests(60, SEED + 1):
        sent, secrets = signed(request), (request.consumer_secret, request.token_secret or "")
        assert verdict(sent, *secrets)
        changed = httpx2.Request(sent.method, sent.url.copy_add_param("x", "1"), headers=sent.headers)
        assert not verdict(changed, *secrets)
        assert not verdict(sent, secrets[0] + "x", secrets[1])
        assert not verdict(sent, secrets[0], secrets[1] + "x")


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


def mock_takes(sent: httpx2.Request, request: RandomRequest) -> bool:
    """What the mock says of the signature, by oauthlib's verifier."""
    path, _, query = sent.url.raw_path.decode("ascii").partition("?")
    arrived = Request(sent.method, path, query, Headers(sent.headers.multi_items()), sent.content)
    signed = signatures.collect(arrived)
    url = address(sent).partition("?")[0]
    return signatures.fits(signed, sent.method, [url], request.consumer_secret, request.token_secret or "")
