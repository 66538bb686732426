"""A transaction gets to the node once, whatever happens to answers; and what is not right is never signed."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from deso_client import (
    APIConnectionError,
    BadRequestError,
    ConfigurationError,
    DraftTransaction,
    InclusionTimeoutError,
    InvalidRequestError,
    ResponseDecodeError,
    ResponseValidationError,
    RuleError,
    ServerError,
    SubmissionMismatch,
    SubmittedTransaction,
    TransactionMismatch,
    UnsettledSubmissionError,
)
from deso_client import transactions as t

from .conftest import Fake
from .fake_node import ME, OTHER, TIP

WHOM = OTHER.public_key.address()
APP_STATE = {
    "BlockHeight": TIP,
    "IsTestnet": False,
    "CreateProfileFeeNanos": 0,
    "DiamondLevelMap": None,
    "DefaultFeeRateNanosPerKB": 1000,
    "TransactionFeeMap": None,
}
LOST_SUBMITS = ["drop before", "drop after", (502, {"error": "Bad gateway"}), (200, b"<html>"), (200, b""), (200, {})]


def steps(fake: Fake) -> list[str]:
    return [route for route in fake.node.log if route in ("submit-transaction", "get-txn")]


def test_a_writing_call_constructs_verifies_signs_and_submits(fake: Fake) -> None:
    done = fake.client().follows.create(WHOM)
    assert isinstance(done, SubmittedTransaction)
    assert fake.node.log == ["get-committed-tip-block-info", "create-follow-txn-stateless", "submit-transaction"]
    assert list(fake.node.known) == [done.hash_hex]
    assert done.transaction.metadata == t.Follow(OTHER.public_key.data, False)
    assert done.answer is not None
    assert done.answer.txn_hash_hex == done.hash_hex
    assert t.verify_signature(done.signed.data).public_key == ME.public_key
    assert done.transaction_id().startswith("3Ju")  # Base58Check with the mainnet's prefix
    assert done.spent_nanos == done.choices.fee_nanos == done.choices.local_fee_nanos


def test_the_request_that_is_sent_is_the_one_that_is_verified(fake: Fake) -> None:
    done = fake.client().follows.create(WHOM, is_unfollow=True, min_fee_rate_nanos_per_kb=1001)
    assert fake.node.bodies[1] == dict(done.request.body)
    assert done.request.body == {
        "FollowerPublicKeyBase58Check": ME.public_key.address(),
        "FollowedPublicKeyBase58Check": WHOM,
        "IsUnfollow": True,
        "MinFeeRateNanosPerKB": 1001,
    }


def test_the_fee_rate_asked_for_is_the_networks_minimum(fake: Fake) -> None:
    fake.client().follows.create(WHOM)
    assert fake.node.bodies[1]["MinFeeRateNanosPerKB"] == 1000


def test_a_dry_run_stops_before_signing(fake: Fake) -> None:
    class Refusing:
        public_key = ME.public_key

        def sign(self, digest: bytes) -> bytes:
            raise AssertionError("asked to sign")

    draft = fake.client(signer=Refusing()).follows.create(WHOM, dry_run=True)
    assert type(draft) is DraftTransaction
    assert draft.transaction.metadata == t.Follow(OTHER.public_key.data, False)
    assert draft.choices.nonce_expiration_block_height == TIP + 278
    assert not steps(fake)


def test_the_raw_construct_call_stays_reachable(fake: Fake) -> None:
    addresses = {"follower_public_key_base58_check": ME.public_key.address(), "followed_public_key_base58_check": WHOM}
    answer = fake.client(signer=None).follows.construct_create(**addresses)
    assert t.decode_hex(answer.transaction_hex).metadata == t.Follow(OTHER.public_key.data, False)
    raw = fake.client().with_raw_response.follows.construct_create(**addresses)
    assert raw.status_code == 200


def test_writing_without_a_signer_says_what_is_missing(fake: Fake) -> None:
    with pytest.raises(ConfigurationError, match=r"signer= or seed_hex=, or set DESO_SEED_HEX"):
        fake.client(signer=None).follows.create(WHOM)
    assert not fake.node.log


def test_an_unknown_argument_is_refused_before_anything_is_sent(fake: Fake) -> None:
    with pytest.raises(TypeError, match="unexpected keyword argument 'fee_rate'; known besides"):
        fake.client().follows.create(WHOM, fee_rate=5)
    assert not steps(fake)


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"wait_for": "Mined"}, "wait_for is"),
        ({"wait_for": True}, "wait_for is"),
        ({"wait_for": "Committed", "wait_timeout": -1}, "wait_timeout is"),
        ({"wait_for": "Committed", "wait_timeout": float("nan")}, "wait_timeout is"),
        ({"wait_for": "Committed", "wait_timeout": None}, "wait_timeout is"),
    ],
    ids=str,
)
def test_what_nobody_can_wait_for_is_refused_before_anything_is_sent(fake: Fake, options: Any, words: str) -> None:
    with pytest.raises(InvalidRequestError, match=words):
        fake.client().follows.create(WHOM, **options)
    assert not fake.node.log


@pytest.mark.parametrize("lost", LOST_SUBMITS, ids=str)
def test_after_a_lost_answer_the_node_is_asked_first(fake: Fake, lost: Any) -> None:
    fake.node.script["submit-transaction"] = [lost]
    done = fake.client().follows.create(WHOM)
    assert list(fake.node.known) == [done.hash_hex]
    if lost == "drop after":
        assert steps(fake) == ["submit-transaction", "get-txn"]
        assert done.answer is None  # the node knew it: nothing was submitted again
    else:
        assert steps(fake) == ["submit-transaction", "get-txn", "submit-transaction"]
        assert done.answer is not None
    submitted = [body["TransactionHex"] for body in fake.node.bodies if body and "TransactionHex" in body]
    assert set(submitted) == {done.signed.hex}  # never another nonce
    assert "create-follow-txn-stateless" in fake.node.log
    assert fake.node.log.count("create-follow-txn-stateless") == 1


def test_a_transaction_that_arrived_while_the_node_was_asked_is_no_error(fake: Fake) -> None:
    fake.node.script["submit-transaction"] = ["drop after"]
    fake.node.script["get-txn"] = [(200, {"TxnFound": False})]  # not indexed yet
    done = fake.client().follows.create(WHOM)
    # The second submit is refused as a duplicate; asked again, the node knows it.
    assert steps(fake) == ["submit-transaction", "get-txn", "submit-transaction", "get-txn"]
    assert done.answer is None
    assert len(fake.node.known) == 1


def test_a_refusal_after_a_lost_answer_is_the_nodes_word(fake: Fake) -> None:
    refusal = (400, {"error": "SubmitTransaction: _connectFollow: RuleErrorFollowingNonexistentProfile"})
    fake.node.script["submit-transaction"] = ["drop before", refusal]
    with pytest.raises(RuleError, match="RuleErrorFollowingNonexistentProfile"):
        fake.client().follows.create(WHOM)
    assert steps(fake) == ["submit-transaction", "get-txn", "submit-transaction", "get-txn"]


def test_a_refusal_is_raised_at_once(fake: Fake) -> None:
    fake.node.script["submit-transaction"] = [(400, {"error": "Problem: RuleErrorInsufficientBalance"})]
    with pytest.raises(RuleError):
        fake.client().follows.create(WHOM)
    assert steps(fake) == ["submit-transaction"]


def afterwards(answer: tuple[int, Any]) -> tuple[int, Any]:
    """A node that takes a post and then fails to show it writes an error, and the answer behind it."""
    error = {"error": "_afterSubmitPostTransaction: Problem finding post after adding to view"}
    return 400, b"".join(json.dumps(each).encode() + b"\n" for each in (error, answer[1]))


def test_an_error_of_a_node_that_took_the_transaction_is_no_refusal(fake: Fake) -> None:
    fake.node.script["submit-transaction"] = [afterwards]
    done = fake.client().follows.create(WHOM)
    assert list(fake.node.known) == [done.hash_hex]
    assert done.answer is None
    assert steps(fake) == ["submit-transaction", "get-txn"]


def test_a_refusal_without_a_rule_is_believed_when_the_node_does_not_know_the_transaction(fake: Fake) -> None:
    words = "SubmitTransaction: Problem processing transaction: Txn was never received or it was rejected"
    fake.node.script["submit-transaction"] = [(400, {"error": words})]
    with pytest.raises(BadRequestError, match="never received"):
        fake.client().follows.create(WHOM)
    assert steps(fake) == ["submit-transaction", "get-txn"]


NO_INDEX = (400, {"error": "GetTxn: no index"})


@pytest.mark.parametrize("answers", [[NO_INDEX], ["drop before"] * 99], ids=["refused", "lost"])
def test_a_refusal_of_a_node_that_cannot_be_asked_is_its_word(fake: Fake, answers: list[Any]) -> None:
    fake.node.script["submit-transaction"] = [(400, {"error": "SubmitTransaction: Problem deserializing"})]
    fake.node.script["get-txn"] = answers
    with pytest.raises(BadRequestError, match="Problem deserializing"):
        fake.client().follows.create(WHOM)


@pytest.mark.parametrize(
    "words", ["TxErrorDuplicate", "RuleErrorReusedNonce", "Transaction already in mempool", "_afterSubmit: no view"]
)
def test_a_node_that_had_it_and_cannot_be_asked_leaves_its_fate_open(fake: Fake, words: str) -> None:
    fake.node.script["submit-transaction"] = [(400, {"error": words})]
    fake.node.script["get-txn"] = [NO_INDEX]
    with pytest.raises(UnsettledSubmissionError, match="no index"):
        fake.client().follows.create(WHOM)


def test_a_node_that_contradicts_itself_is_asked_again(fake: Fake) -> None:
    """It refuses the bytes because it has them, and says that it has not: what it looks them up in lags behind."""
    fake.node.script["submit-transaction"] = ["drop after"]
    fake.node.script["get-txn"] = [(200, {"TxnFound": False})] * 4
    done = fake.client().follows.create(WHOM)
    assert steps(fake) == ["submit-transaction", "get-txn", "submit-transaction", *["get-txn"] * 4]
    assert list(fake.node.known) == [done.hash_hex]
    fake.node.script["submit-transaction"] = ["drop after"]
    fake.node.script["get-txn"] = [(200, {"TxnFound": False})] * 99
    with pytest.raises(UnsettledSubmissionError, match="TxErrorDuplicate"):  # never: refused, write it again
        fake.client().follows.create(WHOM, is_unfollow=True)


def test_when_the_node_never_answers_the_signed_transaction_is_handed_over(fake: Fake) -> None:
    fake.node.script["submit-transaction"] = ["drop before"] * 9
    client = fake.client()
    with pytest.raises(UnsettledSubmissionError) as caught:
        client.follows.create(WHOM)
    assert steps(fake) == ["submit-transaction", "get-txn"] * 6
    assert caught.value.attempts == 6
    assert isinstance(caught.value, APIConnectionError)
    assert caught.value.may_have_arrived
    assert caught.value.signed.hash.hex() in str(caught.value)
    fake.node.script.clear()
    fake.node.log.clear()
    answer = client.transactions.settle(caught.value.signed)
    assert steps(fake) == ["get-txn", "submit-transaction"]
    assert answer.txn_hash_hex == caught.value.signed.hash.hex()
    assert client.transactions.settle(caught.value.signed) is None  # known by now
    assert len(fake.node.known) == 1


def test_a_client_that_repeats_nothing_asks_once(fake: Fake) -> None:
    fake.node.script["submit-transaction"] = ["drop before"]
    fake.node.script["get-txn"] = ["drop before"]
    with pytest.raises(UnsettledSubmissionError):
        fake.client(max_retries=0).follows.create(WHOM)
    assert steps(fake) == ["submit-transaction", "get-txn"]


def test_a_question_whose_answer_is_lost_is_asked_again(fake: Fake) -> None:
    fake.node.script["submit-transaction"] = ["drop after"]
    fake.node.script["get-txn"] = ["drop before"] * 10  # more than the client repeats by itself
    done = fake.client().follows.create(WHOM)
    assert done.answer is None
    assert steps(fake) == ["submit-transaction", *["get-txn"] * 11]


def test_when_the_node_cannot_be_asked_nothing_is_submitted_again(fake: Fake) -> None:
    fake.node.script["submit-transaction"] = ["drop after"]
    fake.node.script["get-txn"] = [(400, {"error": "GetTxn: no index"})]
    with pytest.raises(UnsettledSubmissionError, match="no index") as caught:
        fake.client().follows.create(WHOM)
    assert steps(fake) == ["submit-transaction", "get-txn"]
    assert fake.client().transactions.settle(caught.value.signed) is None


def test_who_breaks_off_is_told_which_transaction_may_have_been_submitted(fake: Fake) -> None:
    def interrupted(answer: Any) -> Any:
        raise KeyboardInterrupt

    fake.node.script["submit-transaction"] = [interrupted]
    with pytest.raises(KeyboardInterrupt) as caught:
        fake.client().follows.create(WHOM)
    [name] = fake.node.known
    assert [name in note for note in caught.value.__notes__] == [True]


def test_waits_between_two_submits_grow(fake: Fake) -> None:
    fake.node.script["submit-transaction"] = ["drop before"] * 2
    fake.client().follows.create(WHOM)
    assert fake.time.slept == [1.0, 2.0]  # none before asking


def test_the_timeout_of_a_call_is_that_of_each_of_its_requests(fake: Fake) -> None:
    fake.node.script["submit-transaction"] = ["drop before"]
    fake.client(policy={"tip_height": TIP}).follows.create(WHOM, timeout=77)
    assert [each["read"] for each in fake.node.timeouts] == [77.0] * 4


def test_asking_waits_for_as_long_as_a_node_may_take(fake: Fake) -> None:
    fake.node.script["submit-transaction"] = ["drop after"]
    fake.client(policy={"tip_height": TIP}).follows.create(WHOM)
    assert [each["read"] for each in fake.node.timeouts] == [30.0, 30.0, 45.0]


def test_constructing_is_repeated_since_it_changes_nothing(fake: Fake) -> None:
    fake.node.script["create-follow-txn-stateless"] = ["drop after", (503, {"error": "busy"})]
    fake.client().follows.create(WHOM)
    assert len(fake.node.known) == 1


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        ((200, b""), ResponseDecodeError),
        ((200, b"<html>"), ResponseDecodeError),
        ((200, {}), ResponseValidationError),
        ((200, []), ResponseValidationError),
        ((200, {"TransactionHex": None}), ResponseValidationError),
        ((200, {"TransactionHex": "zz"}), t.DecodeError),
        ((200, {"TransactionHex": ""}), t.DecodeError),
        ((500, b""), ServerError),
    ],
    ids=str,
)
def test_an_answer_without_a_transaction_is_an_error(fake: Fake, answer: Any, error: type[Exception]) -> None:
    fake.node.script["create-follow-txn-stateless"] = [answer] * 3
    with pytest.raises(error):
        fake.client().follows.create(WHOM)
    assert not steps(fake)


def test_another_hash_in_the_answer_is_no_success(fake: Fake) -> None:
    honest = FakeAnswer.submitted("ab" * 32)
    fake.node.script["submit-transaction"] = [(200, honest)]
    with pytest.raises(SubmissionMismatch, match="the node says that it accepted abab"):
        fake.client().follows.create(WHOM)


class FakeAnswer:
    @staticmethod
    def submitted(name: str) -> dict[str, Any]:
        return {"Transaction": None, "TxnHashHex": name, "PostEntryResponse": None}


def test_the_same_transaction_is_never_signed_twice(fake: Fake) -> None:
    client = fake.client()
    client.follows.create(WHOM)
    fake.node.nonces = 0  # an older transaction, which does what is asked for again
    with pytest.raises(TransactionMismatch, match="nonce: asked one that was not signed before"):
        client.follows.create(WHOM)
    fake.node.nonces = 0
    with pytest.raises(TransactionMismatch, match="nonce"):  # copies of a client remember the same
        client.with_options(timeout=5).follows.create(WHOM)
    assert steps(fake) == ["submit-transaction"]


CLAIMS: dict[str, Any] = {
    "FeeNanos": lambda answer: answer.update(FeeNanos=answer["FeeNanos"] + 1),
    "FeeNanos as text": lambda answer: answer.update(FeeNanos=str(answer["FeeNanos"])),
    "TotalInputNanos": lambda answer: answer.update(TotalInputNanos=0),
    "ChangeAmountNanos": lambda answer: answer.update(ChangeAmountNanos=1),
    "TxnHashHex": lambda answer: answer.update(TxnHashHex="00" * 32),
    "SpendAmountNanos": lambda answer: answer.update(SpendAmountNanos=9),
    "whom": lambda answer: answer["Transaction"]["TxnMeta"].update(
        FollowedPublicKey=answer["Transaction"]["PublicKey"]
    ),
    "type": lambda answer: answer["Transaction"].update(TxnTypeJSON=10),
    "unknown type": lambda answer: answer["Transaction"].update(TxnTypeJSON=99),
    "fee": lambda answer: answer["Transaction"].update(TxnFeeNanos=1),
    "nonce": lambda answer: answer["Transaction"]["TxnNonce"].update(PartialID=5),
    "output": lambda answer: answer["Transaction"].update(
        TxOutputs=[{"PublicKey": answer["Transaction"]["PublicKey"], "AmountNanos": 1}]
    ),
    "extra data": lambda answer: answer["Transaction"].update(ExtraData={"a": "YQ=="}),
    "no object": lambda answer: answer.update(Transaction=7),
    "account": lambda answer: answer["Transaction"].update(PublicKey=""),
}


@pytest.mark.parametrize("name", CLAIMS)
def test_json_that_differs_from_the_bytes_is_refused(fake: Fake, name: str) -> None:
    fake.node.claim = CLAIMS[name]
    with pytest.raises(TransactionMismatch, match="beside the bytes"):
        fake.client().follows.create(WHOM)
    assert not steps(fake)


def test_json_that_is_left_out_claims_nothing(fake: Fake) -> None:
    def only_bytes(answer: dict[str, Any]) -> None:
        for name in [name for name in answer if name != "TransactionHex"]:
            del answer[name]

    fake.node.claim = only_bytes
    fake.client().follows.create(WHOM)
    assert len(fake.node.known) == 1


def test_what_the_policy_allows_is_shown(fake: Fake) -> None:
    fake.node.change = lambda made: replace(made, fee_nanos=made.fee_nanos + 7, extra_data={b"NodeSource": b"\x05"})
    done = fake.client().follows.create(WHOM)
    assert done.choices.node_source == 5
    assert done.choices.fee_nanos != done.choices.local_fee_nanos
    with pytest.raises(TransactionMismatch, match="NodeSource"):
        fake.client(policy={"node_sources": {4}}).follows.create(WHOM)
    with pytest.raises(TransactionMismatch, match="fee_nanos"):
        fake.client().follows.create(WHOM, policy={"max_fee_nanos": 10})


def test_the_height_comes_from_the_source_that_the_caller_trusts(fake: Fake) -> None:
    def trusted() -> int:
        return TIP - 200_000

    async def trusted_async() -> int:
        return trusted()

    source = trusted if fake.kind.loop is None else trusted_async
    with pytest.raises(TransactionMismatch, match="expiration_block_height"):
        fake.client(tip_source=source).follows.create(WHOM)
    assert "get-committed-tip-block-info" not in fake.node.log
    fake.client(policy={"tip_height": TIP}).follows.create(WHOM)
    assert "get-committed-tip-block-info" not in fake.node.log


def test_the_height_is_asked_for_again_when_it_is_old(fake: Fake) -> None:
    client = fake.client()
    for _ in range(3):
        client.follows.create(WHOM)
    assert fake.node.log.count("get-committed-tip-block-info") == 1
    fake.time.seconds += 31
    client.follows.create(WHOM)
    assert fake.node.log.count("get-committed-tip-block-info") == 2


def test_a_node_without_that_call_is_asked_for_its_state(fake: Fake) -> None:
    fake.node.script["get-committed-tip-block-info"] = [(404, b"404 page not found")]
    fake.node.script["get-app-state"] = [(200, APP_STATE)]
    fake.client().follows.create(WHOM)
    assert fake.node.log[:2] == ["get-committed-tip-block-info", "get-app-state"]


def test_waiting_for_inclusion_ends_when_it_is_there(fake: Fake) -> None:
    fake.node.script["get-txn"] = [(200, {"TxnFound": False})] * 3
    done = fake.client().follows.create(WHOM, wait_for="Committed")
    assert steps(fake) == ["submit-transaction", *["get-txn"] * 4]
    assert fake.node.bodies[-1] == {"TxnHashHex": done.hash_hex, "TxnStatus": "Committed"}
    assert fake.time.seconds == 3.0


def test_waiting_for_inclusion_has_a_timeout(fake: Fake) -> None:
    fake.node.script["get-txn"] = [(200, {"TxnFound": False})] * 99
    with pytest.raises(InclusionTimeoutError, match="is not Committed after 10 seconds") as caught:
        fake.client().follows.create(WHOM, wait_for="Committed", wait_timeout=10.0)
    assert isinstance(caught.value, TimeoutError)
    assert caught.value.txn_hash_hex in fake.node.known
    assert fake.time.seconds == 10.0


def test_lost_answers_do_not_end_the_waiting(fake: Fake) -> None:
    fake.node.script["get-txn"] = ["drop before", "drop after"]
    fake.client().follows.create(WHOM, wait_for="InMempool")
    assert steps(fake) == ["submit-transaction", *["get-txn"] * 3]


@pytest.mark.parametrize(
    "passing", [(503, {"error": "busy"}), (429, {"error": "slow down"}), (200, b"<html>")], ids=str
)
def test_an_error_that_passes_does_not_end_the_waiting(fake: Fake, passing: Any) -> None:
    fake.node.script["get-txn"] = [passing] * 2
    fake.client().follows.create(WHOM, wait_for="Committed")
    assert steps(fake) == ["submit-transaction", *["get-txn"] * 3]


def test_a_node_that_cannot_tell_does_not_look_like_a_refusal(fake: Fake) -> None:
    fake.node.script["get-txn"] = [NO_INDEX] * 2
    with pytest.raises(
        InclusionTimeoutError, match="was accepted; whether it is Committed the node does not"
    ) as caught:
        fake.client().follows.create(WHOM, wait_for="Committed")
    assert caught.value.txn_hash_hex in fake.node.known
    with pytest.raises(BadRequestError, match="no index"):
        fake.client().transactions.wait_for(caught.value.txn_hash_hex)


def test_an_answer_after_the_timeout_is_none(fake: Fake) -> None:
    def slow(body: Any) -> tuple[int, Any]:
        fake.time.seconds += 30
        return 200, {"TxnFound": True}

    fake.node.get_txn = slow  # type: ignore[method-assign]  # a node that takes its time
    with pytest.raises(InclusionTimeoutError):
        fake.client().transactions.wait_for("ab" * 32, timeout=10)
    fake.client().transactions.wait_for("ab" * 32, timeout=40)
