"""Whoever can sign can be the signer; a signed nonce is remembered until it has expired; an answer is compared."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Any

import pytest
from deso_client import TESTNET_URL, DeSo, PublicKey, SubmissionMismatch, TransactionMismatch, keys, messages
from deso_client import transactions as t
from deso_client.submission import SignedNonces

from .conftest import Changing, Kind, World
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


def test_transactions_of_the_utxo_era_are_not_signed(world: World) -> None:
    world.mock.version = "0"
    with pytest.raises(TransactionMismatch, match="version: asked 1, found 0"):
        world.client().follows.create(address(world.ben))
    assert "transactions_submit" not in world.calls


def test_the_network_is_that_of_the_address(world: World) -> None:
    key = world.anna
    assert DeSo(signer=key).account.address.startswith("BC1YL")
    assert DeSo(signer=key, base_url=TESTNET_URL).account.address.startswith("tBC")
    assert DeSo(signer=key, base_url="https://node.example.com").account.address.startswith("BC1YL")
    named = DeSo(signer=key, base_url="https://node.example.com", network=keys.TESTNET)
    assert named.account.address.startswith("tBC")


def test_a_client_of_the_test_network_writes_there(kind: Kind) -> None:
    world = World(kind, network="testnet")
    client = world.client(network=keys.TESTNET)
    ben = world.ben.public_key.address(keys.TESTNET)
    client.posts.submit(body="Hello")
    client.messages.send(ben, "Hi")
    assert [message.text for message in client.messages.thread(ben)] == ["Hi"]
    client.access_groups.create("friends")
    client.access_group_members.add("friends", [ben])
    client.messages.send_group(client.account.address, "friends", "Hi all")
    other = world.client(world.ben, network=keys.TESTNET)
    assert [message.text for message in other.messages.thread_group(client.account.address, "friends")] == ["Hi all"]
    assert not world.mock.violations
