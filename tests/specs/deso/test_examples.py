"""The examples of DeSo's document: they hold genuine transactions, and each single fault put into one is refused.

The decoder here is written for this test alone, from the description of the format, and knows nothing of the library's.
"""

from __future__ import annotations

import base64
import copy
import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest

from tests.specs.payloads import Payloads

PAYLOADS = Payloads("deso")
DOCUMENT, validator = PAYLOADS.document, PAYLOADS.validator
Example = tuple[str, str, Any]


def examples() -> Iterator[Example]:
    """Yield name, component and value of every example of a body."""
    for item in DOCUMENT["paths"].values():
        for operation in item.values():
            named = [("request", operation.get("requestBody", {})), *operation["responses"].items()]
            for part, body in named:
                yield from _of_body(f"{operation['operationId']} {part}", body)
    for name, response in DOCUMENT["components"]["responses"].items():
        yield from _of_body(name, response)


def _of_body(where: str, body: dict[str, Any]) -> Iterator[Example]:
    for media in body.get("content", {}).values():
        for name, example in media["examples"].items():
            yield f"{where} {name}", media["schema"]["$ref"].rpartition("/")[2], example["value"]


ALL = list(examples())


# --- Bytes ---


class Reader:
    """Reads a transaction as a node writes it."""

    def __init__(self, data: bytes) -> None:
        self.data, self.at = data, 0

    def take(self, count: int) -> bytes:
        assert self.at + count <= len(self.data), "the bytes end too early"
        self.at += count
        return self.data[self.at - count : self.at]

    def number(self) -> int:
        value = shift = 0
        while True:
            byte = self.take(1)[0]
            value |= (byte & 127) << shift
            shift += 7
            if byte < 128:
                return value

    def chunk(self) -> bytes:
        return self.take(self.number())

    def text64(self) -> str:
        return base64.b64encode(self.chunk()).decode()

    def key64(self) -> str:
        return base64.b64encode(self.take(33)).decode()

    def flag(self) -> bool:
        return self.take(1) != b"\0"

    def padded(self, size: int) -> list[int]:
        return list(self.chunk().ljust(size, b"\0"))

    def mapping(self) -> dict[str, str]:
        return {self.chunk().decode(): self.text64() for _ in range(self.number())}


def _message(r: Reader) -> dict[str, Any]:
    meta: dict[str, Any] = {}
    for side in ("Sender", "Recipient"):
        meta[f"{side}AccessGroupOwnerPublicKey"] = r.padded(33)
        meta[f"{side}AccessGroupKeyName"] = r.padded(32)
        meta[f"{side}AccessGroupPublicKey"] = r.padded(33)
    meta |= {"EncryptedText": r.text64(), "TimestampNanos": r.number()}
    return meta | {"NewMessageType": r.number(), "NewMessageOperation": r.number()}


def _members(r: Reader) -> dict[str, Any]:
    meta: dict[str, Any] = {"AccessGroupOwnerPublicKey": r.text64(), "AccessGroupKeyName": r.text64()}
    meta["AccessGroupMembersList"] = [
        {
            "AccessGroupMemberPublicKey": r.text64(),
            "AccessGroupMemberKeyName": r.text64(),
            "EncryptedKey": r.text64(),
            "ExtraData": r.mapping(),
        }
        for _ in range(r.number())
    ]
    return meta | {"AccessGroupMemberOperationType": r.number()}


METADATA: dict[int, Callable[[Reader], dict[str, Any]]] = {
    2: lambda r: {},
    5: lambda r: {
        "PostHashToModify": r.text64(),
        "ParentStakeID": r.text64(),
        "Body": r.text64(),
        "CreatorBasisPoints": r.number(),
        "StakeMultipleBasisPoints": r.number(),
        "TimestampNanos": r.number(),
        "IsHidden": r.flag(),
    },
    6: lambda r: {
        "ProfilePublicKey": r.text64(),
        "NewUsername": r.text64(),
        "NewDescription": r.text64(),
        "NewProfilePic": r.text64(),
        "NewCreatorBasisPoints": r.number(),
        "NewStakeMultipleBasisPoints": r.number(),
        "IsHidden": r.flag(),
    },
    9: lambda r: {"FollowedPublicKey": r.key64(), "IsUnfollow": r.flag()},
    10: lambda r: {"LikedPostHash": list(r.take(32)), "IsUnlike": r.flag()},
    22: lambda r: {
        "DerivedPublicKey": r.text64(),
        "ExpirationBlock": r.number(),
        "OperationType": r.take(1)[0],
        "AccessSignature": r.text64(),
    },
    31: lambda r: {
        "AccessGroupOwnerPublicKey": r.text64(),
        "AccessGroupPublicKey": r.text64(),
        "AccessGroupKeyName": r.text64(),
        "AccessGroupOperationType": r.number(),
    },
    32: _members,
    33: _message,
    44: lambda r: {"Txns": [decode(r.chunk()).json for _ in range(r.number())]},
}


@dataclass(frozen=True)
class Decoded:
    json: dict[str, Any]
    signature_at: int
    inner: list[bytes]


def decode(data: bytes) -> Decoded:
    """Read the whole of a transaction into the members that its JSON has."""
    r = Reader(data)
    json: dict[str, Any] = {}
    json["TxInputs"] = [{"TxID": list(r.take(32)), "Index": r.number()} for _ in range(r.number())]
    json["TxOutputs"] = [{"PublicKey": r.key64(), "AmountNanos": r.number()} for _ in range(r.number())]
    json["TxnTypeJSON"] = r.number()
    meta = Reader(r.chunk())
    json["TxnMeta"] = METADATA[json["TxnTypeJSON"]](meta)
    assert meta.at == len(meta.data), "metadata has bytes left over"
    json["PublicKey"], json["ExtraData"] = r.text64(), r.mapping()
    signature_at = r.at
    json["Signature"] = r.text64()
    if r.at < len(data):
        json["TxnVersion"], json["TxnFeeNanos"] = r.number(), r.number()
        json["TxnNonce"] = {"ExpirationBlockHeight": r.number(), "PartialID": r.number()}
    assert r.at == len(data), "the transaction has bytes left over"
    wrapped = Reader(meta.data)
    inner = [wrapped.chunk() for _ in range(wrapped.number())] if json["TxnTypeJSON"] == 44 else []
    return Decoded(json, signature_at, inner)


def plain(value: Any) -> Any:
    """Read null, empty text, list and map as one, which the bytes cannot tell apart, and no signature likewise."""
    if isinstance(value, dict):
        if value.get("Sign", 0) is None:
            return None
        return {key: plain(member) for key, member in value.items()} or None
    if isinstance(value, list):
        return [plain(item) for item in value] or None
    return None if value == "" else value


def twice_sha256(data: bytes) -> str:
    return hashlib.sha256(hashlib.sha256(data).digest()).hexdigest()


CONSTRUCTED = {
    name: value
    for name, _, value in ALL
    if isinstance(value, dict) and {"Transaction", "TransactionHex"} <= value.keys()
}


@pytest.mark.parametrize("answer", CONSTRUCTED.values(), ids=CONSTRUCTED)
def test_the_bytes_of_an_example_say_what_its_json_says(answer: dict[str, Any]) -> None:
    assert plain(decode(bytes.fromhex(answer["TransactionHex"])).json) == plain(answer["Transaction"])


@pytest.mark.parametrize("answer", CONSTRUCTED.values(), ids=CONSTRUCTED)
def test_the_hash_of_an_example_is_that_of_its_bytes(answer: dict[str, Any]) -> None:
    expected = twice_sha256(bytes.fromhex(answer["TransactionHex"]))
    for member in answer.keys() & {"TxnHashHex", "PostHashHex"}:
        assert answer[member] == expected


@pytest.mark.parametrize("name", [name for name, answer in CONSTRUCTED.items() if "FeeNanos" in answer])
def test_the_amounts_of_an_example_add_up(name: str) -> None:
    answer = CONSTRUCTED[name]
    transaction = answer["Transaction"]
    outputs = sum(output["AmountNanos"] for output in transaction["TxOutputs"] or [])
    # Creating a profile costs what the node asks for, without an output.
    profile = 10_000_000 if transaction["TxnTypeJSON"] == 6 and transaction.get("TxnVersion") else 0
    assert answer["TotalInputNanos"] == outputs + profile + answer["FeeNanos"]
    change = [output for output in transaction["TxOutputs"] or [] if output["PublicKey"] == transaction["PublicKey"]]
    assert answer["ChangeAmountNanos"] == sum(output["AmountNanos"] for output in change)


def of(name: str) -> Any:
    return next(value for full, _, value in ALL if full == name)


def test_both_ways_of_submitting_are_the_same_bytes() -> None:
    signed = bytes.fromhex(of("transactions_submit request signed")["TransactionHex"])
    separate = of("transactions_submit request separate")
    unsigned, signature = (
        bytes.fromhex(separate[f"{name}Hex"]) for name in ("UnsignedTransaction", "TransactionSignature")
    )
    at = decode(unsigned).signature_at
    assert signed == unsigned[:at] + bytes([len(signature)]) + signature + unsigned[at + 1 :]


def test_a_submitted_example_holds_what_was_submitted() -> None:
    signed = bytes.fromhex(of("transactions_submit request signed")["TransactionHex"])
    answer = of("transactions_submit 200 post")
    assert plain(decode(signed).json) == plain(answer["Transaction"])
    assert twice_sha256(signed) == answer["TxnHashHex"] == answer["PostEntryResponse"]["PostHashHex"]


def test_an_atomic_example_wraps_its_inner_transactions() -> None:
    answer = of("transactions_create_atomic 200 two")
    inner = decode(bytes.fromhex(answer["TransactionHex"])).inner
    assert [part.hex() for part in inner] == answer["InnerTransactionHexes"]
    fees = [part["TxnFeeNanos"] for part in answer["Transaction"]["TxnMeta"]["Txns"]]
    assert (len(inner), sum(fees)) == (answer["TransactionsWrapped"], answer["TotalFeeNanos"])


def test_the_signature_index_example_is_where_the_signature_goes() -> None:
    unsigned = bytes.fromhex(of("transactions_get_signature_index request follow")["TransactionHex"])
    assert decode(unsigned).signature_at == of("transactions_get_signature_index 200 follow")["SignatureIndex"]


# --- Single faults ---

OTHER_TYPES: dict[str, Any] = {"text": "no such text", "number": 7, "flag": True, "list": [[]], "map": {"~": 1}}


def kind(value: Any) -> str | None:
    if isinstance(value, bool):
        return "flag"
    names: dict[type, str] = {str: "text", int: "number", float: "number", list: "list", dict: "map"}
    return names.get(type(value))


def places(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Yield the path of every member and of the first two items of every list."""
    entries = (
        list(value.items())
        if isinstance(value, dict)
        else list(enumerate(value[:2]))
        if isinstance(value, list)
        else []
    )
    for key, member in entries:
        yield (*path, key)
        yield from places(member, (*path, key))


# The only members that accept another type than the one they have, besides null where the schema says so.
LENIENT = {("Signature", "Sign", "map")}  # null before signing, any object after


@pytest.mark.parametrize(("name", "component", "value"), ALL, ids=[name for name, _, _ in ALL])
def test_a_member_of_another_type_is_refused(name: str, component: str, value: Any) -> None:
    accepted = []
    for path in places(value):
        mutant = copy.deepcopy(value)
        place = mutant
        for key in path[:-1]:
            place = place[key]
        before = place[path[-1]]
        for other, wrong in OTHER_TYPES.items():
            if before is None or other == kind(before):
                continue  # a null has no type of its own: what may stand there is in the other examples
            place[path[-1]] = wrong
            if validator(component).is_valid(mutant) and (*path[-2:], other) not in LENIENT:
                accepted.append((path, other))
    assert not accepted


@pytest.mark.parametrize(("name", "component", "value"), ALL, ids=[name for name, _, _ in ALL])
def test_a_body_of_another_type_is_refused(name: str, component: str, value: Any) -> None:
    for other, wrong in OTHER_TYPES.items():
        if other != kind(value) and value is not None:
            assert not validator(component).is_valid(wrong)


@pytest.mark.parametrize(("name", "component", "value"), ALL, ids=[name for name, _, _ in ALL])
def test_an_example_is_accepted(name: str, component: str, value: Any) -> None:
    assert [error.message for error in validator(component).iter_errors(value)] == []
