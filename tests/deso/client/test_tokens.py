"""A JWT goes to the node that the caller named, and to no other place; and keys are shown nowhere."""

from __future__ import annotations

import logging
import traceback
from typing import Any

import httpx2
import pytest
from deso_client import (
    APIStatusError,
    ConfigurationError,
    DerivedSigner,
    DeSo,
    InvalidRequestError,
    RedirectError,
)
from deso_client.keys import PrivateKey, check_token

from .conftest import Fake, Kind
from .fake_node import ME, NODE_URL, NOW, OTHER, FakeTime

SEED = "11" * 32


class Node(httpx2.BaseTransport, httpx2.AsyncBaseTransport):
    """Answers everything alike and keeps what came."""

    def __init__(self, status: int = 200, headers: dict[str, str] | None = None, content: bytes = b"{}") -> None:
        self.status, self.content = status, content
        self.headers = {"Content-Type": "application/json", **(headers or {})}
        self.seen: list[httpx2.Request] = []

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        request.read()
        self.seen.append(request)
        return httpx2.Response(self.status, headers=self.headers, content=self.content, request=request)

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        return self.handle_request(request)

    @property
    def tokens(self) -> list[str]:
        return [httpx2.Response(200, content=request.content).json()["JWT"] for request in self.seen]


def make(kind: Kind, node: Node, **options: Any) -> Any:
    given = {"base_url": NODE_URL, "transport": node, "signer": ME, "runtime": FakeTime().runtime()}
    return kind.client(**{**given, **options})


def test_the_token_is_the_signers_and_short_lived(kind: Kind) -> None:
    node = Node(content=b'{"NumRead": 3}')
    answer = make(kind, node).call_with_token("mark-all-messages-read", {"UserPublicKeyBase58Check": "x"})
    assert answer == {"NumRead": 3}
    assert str(node.seen[0].url) == f"{NODE_URL}/api/v0/mark-all-messages-read"
    assert "authorization" not in node.seen[0].headers
    claims = check_token(node.tokens[0], ME.public_key, now=NOW)
    assert claims == {"iat": int(NOW), "exp": int(NOW) + 60}


def test_a_derived_key_names_itself(kind: Kind) -> None:
    node = Node()
    make(kind, node, signer=DerivedSigner(ME.public_key, OTHER)).call_with_token("mark-all-messages-read")
    claims = check_token(node.tokens[0], ME.public_key, now=NOW)
    assert claims["derivedPublicKeyBase58Check"] == OTHER.public_key.address()


def test_it_goes_to_no_node_that_was_not_named(kind: Kind, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DESO_BASE_URL", raising=False)
    node = Node()
    with pytest.raises(ConfigurationError, match="only to a node that you named"):
        make(kind, node, base_url=None).call_with_token("mark-all-messages-read")
    assert not node.seen
    monkeypatch.setenv("DESO_BASE_URL", "https://named.example.com")
    make(kind, node, base_url=None).call_with_token("mark-all-messages-read")
    assert node.seen[0].url.host == "named.example.com"


def test_it_does_not_follow_a_redirect(kind: Kind) -> None:
    node = Node(307, {"Location": "https://elsewhere.example.com/api/v0/mark-all-messages-read"})
    with pytest.raises(RedirectError, match="elsewhere"):
        make(kind, node).call_with_token("mark-all-messages-read")
    assert [request.url.host for request in node.seen] == ["node.example.com"]


def test_a_hook_cannot_send_it_elsewhere(kind: Kind) -> None:
    def astray(request: httpx2.Request) -> None:
        request.url = httpx2.URL("https://elsewhere.example.com/")

    async def astray_async(request: httpx2.Request) -> None:
        astray(request)

    node = Node()
    hook = astray if kind.loop is None else astray_async
    with pytest.raises(ConfigurationError, match="origin"):
        make(kind, node, on_request=[hook]).call_with_token("mark-all-messages-read")
    assert not node.seen


@pytest.mark.parametrize("route", ["//elsewhere.example.com", "../x", "a?b", "", "/a", "a//b", "A", "a@b", "a\n"])
def test_a_route_stays_below_the_node(kind: Kind, route: str) -> None:
    node = Node()
    with pytest.raises(InvalidRequestError, match="route is what follows"):
        make(kind, node).call_with_token(route)
    assert not node.seen


def test_it_does_not_travel_readable(kind: Kind) -> None:
    node = Node()
    with pytest.raises(ConfigurationError, match="use https"):
        make(kind, node, base_url="http://node.example.com").call_with_token("mark-all-messages-read")
    assert not node.seen
    make(kind, node, base_url="http://127.0.0.1:17001").call_with_token("mark-all-messages-read")
    make(kind, node, base_url="http://node.example.com", allow_insecure_http=True).call_with_token("a")
    assert len(node.seen) == 2


def test_a_token_of_ones_own_is_refused(kind: Kind) -> None:
    with pytest.raises(InvalidRequestError, match="leave it out"):
        make(kind, Node()).call_with_token("a", {"JWT": "x"})


def test_no_other_call_sends_a_token(fake: Fake) -> None:
    fake.client().follows.create(OTHER.public_key.address())
    assert fake.node.bodies
    assert not [body for body in fake.node.bodies if body and "JWT" in body]


def test_an_error_does_not_show_the_token(kind: Kind, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    node = Node(400)

    def echo(request: httpx2.Request) -> httpx2.Response:
        answer = Node.handle_request(node, request)
        return httpx2.Response(
            400,
            headers=answer.headers,
            content=b'{"error": ' + request.content[:0] + b'"no: ' + node.tokens[0].encode() + b'"}',
            request=request,
        )

    async def echo_async(request: httpx2.Request) -> httpx2.Response:
        return echo(request)

    transport = httpx2.MockTransport(echo if kind.loop is None else echo_async)
    with pytest.raises(APIStatusError) as caught:
        make(kind, node, transport=transport).call_with_token("a")
    shown = "".join(traceback.format_exception(caught.value)) + str(vars(caught.value)) + caplog.text
    assert node.tokens[0] not in shown
    assert "***" in str(caught.value)


def test_a_seed_hex_makes_the_signer_and_is_not_shown(kind: Kind, monkeypatch: pytest.MonkeyPatch) -> None:
    client = make(kind, Node(), signer=None, seed_hex=SEED)
    assert client.account.owner == PrivateKey.from_seed_hex(SEED).public_key
    monkeypatch.setenv("DESO_SEED_HEX", SEED)
    assert make(kind, Node(), signer=None).account.address == ME.public_key.address()
    shown = repr(client.account) + repr(client)
    assert SEED not in shown
    assert repr(bytes.fromhex(SEED)) not in shown


def with_locals(error: BaseException) -> str:
    """What a logger that shows local variables would show, the test's own apart."""
    assert error.__traceback__ is not None
    below = traceback.StackSummary.extract(traceback.walk_tb(error.__traceback__.tb_next), capture_locals=True)
    assert below
    return "".join(below.format()) + str(error)


@pytest.mark.parametrize("seed", ["12" * 31, "zz" * 32, "00" * 32])
def test_a_wrong_seed_is_named_and_not_shown(seed: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ConfigurationError, match=r"seed_hex= .*(64 hexadecimal digits|no private key)") as caught:
        DeSo(seed_hex=seed)
    assert seed not in with_locals(caught.value)
    monkeypatch.setenv("DESO_SEED_HEX", seed)
    with pytest.raises(ConfigurationError, match="DESO_SEED_HEX") as caught:
        DeSo()
    assert seed not in with_locals(caught.value)


def test_two_signers_are_one_too_many() -> None:
    with pytest.raises(ConfigurationError, match="give one"):
        DeSo(signer=ME, seed_hex=SEED)
