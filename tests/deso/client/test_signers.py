"""Whoever can sign can be the signer; a signed nonce is remembered until it has expired; an answer is compared."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import cache
from typing import Any

import httpx2
import pytest
from deso_client import PublicKey, SubmissionMismatch, TransactionMismatch, keys, messages
from deso_client import transactions as t
from deso_client.submission import SignedNonces

from .conftest import World
from .test_writing import address

N = 0xFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFEBAAEDCE6AF48A03BBFD25E8CD0364141


class Remote:
    """A signer elsewhere that does not care for a low S, as hardware modules do not."""

    def __init__(self, key: keys.PrivateKey) -> None:
        self._key = key
        self.asked: list[bytes] = []

    @property
    def public_key(self) -> PublicKey:
        return self._key.public_key

    def sign(self, digest: bytes) -> bytes:
        self.asked.append(digest)
        low = self._key.sign_digest(digest)
        return keys.Signature(low.r, N - low.s).der


def test_a_remote_signer_is_asked_for_the_digest_and_nothing_else(world: World) -> None:
    remote = Remote(world.anna)
    assert isinstance(remote, keys.Signer)
    client = world.client(remote, group_keys={"default-key": messages.access_group_key(world.anna)})
    done = client.posts.submit(body="Signed elsewhere")
    assert t.verify_signature(done.signed.data).public_key == world.anna.public_key
    assert remote.asked == [done.verified.parsed.signing_digest]
    client.messages.send(address(world.ben), "Encrypted here, signed there")
    [read] = world.client(world.ben).messages.thread(address(world.anna))
    assert read.text == "Encrypted here, signed there"
    assert len(remote.asked) == 2


def test_a_signer_of_another_key_is_found_out(world: World) -> None:
    class Wrong(Remote):
        def sign(self, digest: bytes) -> bytes:
            return world.ben.sign(digest)

    with pytest.raises(keys.SignatureError, match="not of its own key"):
        world.client(Wrong(world.anna)).posts.submit(body="Hello")
    assert "transactions_submit" not in world.calls


@cache
def base() -> t.VerifiedTransaction:
    key, other = (keys.PrivateKey(bytes(31) + bytes([number])).public_key for number in (1, 2))
    request = t.ConstructRequest(
        "create-follow-txn-stateless",
        {"FollowerPublicKeyBase58Check": key.address(), "FollowedPublicKeyBase58Check": other.address()},
    )
    made = t.Transaction(t.Follow(other.data, False), key.data, nonce=t.Nonce(100, 0))
    made = replace(made, fee_nanos=t.fee_for(made, 1000))
    return t.verify(request, t.encode(made), t.TransactionPolicy(tip_height=99))


def verified(height: int, number: int) -> t.VerifiedTransaction:
    choices = replace(base().choices, nonce_expiration_block_height=height, nonce_partial_id=number)
    return replace(base(), choices=choices)


def test_nonces_are_remembered_until_they_have_expired() -> None:
    nonces = SignedNonces()
    for number in range(2500):
        nonces.add(verified(100 + number, number), 100)
    with pytest.raises(TransactionMismatch, match="2400 until 2500, signed before"):
        nonces.add(verified(2500, 2400), 100)
    for number in range(1500):  # in passing, what has expired is forgotten
        nonces.add(verified(9000, number), 2000)
    with pytest.raises(TransactionMismatch):
        nonces.add(verified(2500, 2400), 2000)
    assert len(nonces._seen) < 2500


class Changing(httpx2.BaseTransport, httpx2.AsyncBaseTransport):
    """The mock, with one member of one answer changed."""

    def __init__(self, world: World, route: str, change: Any) -> None:
        self.inner, self.route, self.change = world.mock.transport(), route, change

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        return self.changed(request, self.inner.handle_request(request))

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        return self.changed(request, await self.inner.handle_async_request(request))

    def changed(self, request: httpx2.Request, response: httpx2.Response) -> httpx2.Response:
        if not request.url.path.endswith(self.route):
            return response
        value = json.loads(b"".join(response.stream))  # type: ignore[arg-type]  # both kinds of stream at once
        self.change(value)
        headers = {"Content-Type": "application/json"}
        return httpx2.Response(response.status_code, headers=headers, json=value, request=request)


def test_another_post_in_the_place_of_the_one_that_was_written_is_an_error(world: World) -> None:
    def other(answer: dict[str, Any]) -> None:
        answer["PostEntryResponse"]["PostHashHex"] = "ab" * 32

    client = world.client(transport=Changing(world, "/submit-transaction", other))
    with pytest.raises(SubmissionMismatch, match="the node shows abab"):
        client.posts.submit(body="Hello")
    assert len(world.mock.tables.posts) == 1


def test_a_member_that_no_client_knows_is_no_reason_to_refuse(world: World) -> None:
    def newer(answer: dict[str, Any]) -> None:
        answer["NewInTwoYears"] = 1
        answer["Transaction"]["TxnMeta"]["NewInTwoYears"] = 1
        answer["Transaction"]["NewInTwoYears"] = 1

    client = world.client(transport=Changing(world, "/submit-post", newer))
    client.posts.submit(body="Hello")
    assert len(world.mock.tables.posts) == 1


def test_constructing_answers_of_older_nodes_are_signed(world: World) -> None:
    """Signatures have had three shapes in JSON, and extra data two for nothing."""

    def older(answer: dict[str, Any]) -> None:
        answer["Transaction"]["Signature"] = {"Sign": None, "RecoveryId": 0, "IsRecoverable": False}
        answer["Transaction"]["ExtraData"] = {}

    client = world.client(transport=Changing(world, "/create-follow-txn-stateless", older))
    client.follows.create(address(world.ben))
    assert len(world.mock.tables.follows) == 1
