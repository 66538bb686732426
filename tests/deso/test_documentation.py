"""The documentation's examples: the bytes of each, beside the JSON that the documentation shows for them.

documentation.json holds them with their comments removed and elisions marked. Where bytes and JSON disagree,
the disagreement stands here, one by one; everything else has to be equal.
"""

import json
from base64 import b64decode
from pathlib import Path
from typing import Any

import pytest
from deso_client.transactions import Transaction, encode, parse, to_json

EXAMPLES: dict[str, dict[str, Any]] = {
    each["endpoint"]: each["answer"]
    for each in json.loads(Path(__file__).with_name("documentation.json").read_text("utf-8"))
}
ELIDED = "elided"
UNSIGNED_OBJECT = {"Sign": None, "RecoveryId": 0, "IsRecoverable": False}
POST = "3e42215a120a6e9d4848117f5829a2c4d9f692360fd14b78daea483a72d142dc"
OTHER_POST = "67f80ea6908b93cca921a2a49ef268ad373756b5ba45aff4e06bf7a31f7f20c0"
HIDDEN_ID = {"TxInputs.0.TxID": ELIDED}
MESSAGE = {
    "TxnMeta.TimestampNanos": (1675454263701542000, 1675454263701541993),  # as a JavaScript double prints it
    "ExtraData": ({}, None),
    "Signature": (UNSIGNED_OBJECT, None),
}
# Path of a member: what the documentation shows, and what the bytes hold.
DISAGREEMENTS: dict[str, dict[str, Any]] = {
    "update-profile": {**HIDDEN_ID, "TxnMeta.NewProfilePic": ELIDED},
    "submit-post": {
        **HIDDEN_ID,
        "TxnMeta.PostHashToModify": ("ef782e8a43e8ebcadbb869fc8c74ebaa263dad2eb79c4c39906ac201d7863e1e", ""),
        "TxnMeta.ParentStakeID": ("5959c32e6e39a99ce8ca05835a291e4e0ba6b203138aecfc4a527e6d992dd2f9", ""),
        "TxnMeta.TimestampNanos": (1637774290019245600, 1637774290019245657),
    },
    "create-follow-txn-stateless": HIDDEN_ID,
    "send-diamonds": HIDDEN_ID,
    "create-like-stateless": {
        **HIDDEN_ID,
        "TxnMeta.LikedPostHash": (list(bytes.fromhex(OTHER_POST)), list(bytes.fromhex(POST))),
    },
    "send-dm-message": MESSAGE,
    "update-dm-message": {**MESSAGE, "TxnMeta.NewMessageOperation": (1, 0)},
}


def leaves(value: Any, path: str = "") -> dict[str, Any]:
    """Every member that is not an object or a list of objects, by its path."""
    if isinstance(value, dict) and value and path != "Signature":
        return {p: v for k, each in value.items() for p, v in leaves(each, f"{path}.{k}".strip(".")).items()}
    if isinstance(value, list) and value and isinstance(value[0], dict):
        return {p: v for n, each in enumerate(value) for p, v in leaves(each, f"{path}.{n}").items()}
    return {path: value}


def decoded(endpoint: str) -> Transaction:
    return parse(bytes.fromhex(EXAMPLES[endpoint]["TransactionHex"])).transaction


def test_every_example_of_the_text_is_here() -> None:
    assert EXAMPLES.keys() == DISAGREEMENTS.keys()


@pytest.mark.parametrize("endpoint", EXAMPLES)
def test_example_decodes_to_what_stands_beside_it_but_for_the_known_disagreements(endpoint: str) -> None:
    documented = leaves(EXAMPLES[endpoint]["Transaction"])
    found = leaves(to_json(decoded(endpoint)))
    different = {path: (value, found.get(path)) for path, value in documented.items() if value != found.get(path)}
    for path, known in DISAGREEMENTS[endpoint].items():
        assert path in different, f"{path} agrees after all"
        if known != ELIDED:
            assert different[path] == known
    assert different.keys() == DISAGREEMENTS[endpoint].keys()


def test_elided_profile_picture_begins_as_shown() -> None:
    picture = to_json(decoded("update-profile"))["TxnMeta"]["NewProfilePic"]  # type: ignore[index]
    shown = EXAMPLES["update-profile"]["Transaction"]["TxnMeta"]["NewProfilePic"].removesuffix("...")
    assert b64decode(picture)[:30] == b64decode(shown + "=" * (-len(shown) % 4))[:30]


@pytest.mark.parametrize("endpoint", EXAMPLES)
def test_example_is_written_again_to_the_same_bytes(endpoint: str) -> None:
    data = bytes.fromhex(EXAMPLES[endpoint]["TransactionHex"])
    assert encode(parse(data).transaction) == data
    assert parse(data).transaction.version == 0


@pytest.mark.parametrize("endpoint", ["update-profile", "submit-post", "send-diamonds"])
def test_documented_hash_is_the_hash_of_the_unsigned_bytes(endpoint: str) -> None:
    example = EXAMPLES[endpoint]
    documented = example.get("TxnHashHex") or example["PostHashHex"]
    parsed = parse(bytes.fromhex(example["TransactionHex"]))
    assert parsed.hash.hex() == parsed.signing_digest.hex() == documented


@pytest.mark.parametrize("endpoint", EXAMPLES)
def test_amounts_add_up_and_the_fee_follows_from_the_size(endpoint: str) -> None:
    example, transaction = EXAMPLES[endpoint], decoded(endpoint)
    sent = sum(output.amount_nanos for output in transaction.outputs)
    assert example["TotalInputNanos"] == sent + example["FeeNanos"]
    # At 1000 nanos for 1000 bytes, the fee is the size that the node expects once signed.
    assert example["FeeNanos"] - len(example["TransactionHex"]) // 2 in (77, 78)


@pytest.mark.parametrize("endpoint", ["submit-post", "send-dm-message"])
def test_documented_timestamp_is_the_exact_one_as_a_double(endpoint: str) -> None:
    documented, exact = DISAGREEMENTS[endpoint]["TxnMeta.TimestampNanos"]
    assert documented != exact
    assert float(documented) == float(exact)
