"""Reading and writing transactions."""

import itertools
import time
import tracemalloc
from typing import Any

import pytest
from deso_client import transactions as t
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.deso import fuzz
from tests.deso.strategies import METADATA, transaction

KEY = bytes(range(33))
HASH = bytes(range(100, 132))


def number(value: int) -> bytes:
    """An unsigned varint, written in another way than the library does."""
    groups = [value & 127]
    while value := value >> 7:
        groups.append(value & 127)
    return bytes([g | 128 for g in groups[:-1]] + groups[-1:])


def prefixed(data: bytes) -> bytes:
    return number(len(data)) + data


BIG = 2**64 - 1
# The layout of each type, put together by hand from the description of the format.
LAYOUTS: dict[int, tuple[t.Metadata, bytes]] = {
    2: (t.BasicTransfer(), b""),
    4: (t.PrivateMessage(KEY, b"text", 300), KEY + prefixed(b"text") + number(300)),
    5: (
        t.SubmitPost(HASH, KEY, b"{}", 1000, 12500, BIG, True),
        prefixed(HASH) + prefixed(KEY) + prefixed(b"{}") + number(1000) + number(12500) + number(BIG) + b"\1",
    ),
    6: (
        t.UpdateProfile(KEY, b"name", b"about", b"picture", 100, 12500, False),
        prefixed(KEY) + prefixed(b"name") + prefixed(b"about") + prefixed(b"picture") + b"\x64\xd4\x61\0",
    ),
    9: (t.Follow(KEY, True), KEY + b"\1"),
    10: (t.Like(HASH, False), HASH + b"\0"),
    22: (
        t.AuthorizeDerivedKey(KEY, 49707820, 1, b"signature"),
        prefixed(KEY) + number(49707820) + b"\1" + prefixed(b"signature"),
    ),
    31: (
        t.AccessGroup(KEY, KEY[::-1], b"default-key", 2),
        prefixed(KEY) + prefixed(KEY[::-1]) + prefixed(b"default-key") + b"\2",
    ),
    32: (
        t.AccessGroupMembers(
            KEY,
            b"group",
            (t.AccessGroupMember(KEY, b"default-key", b"04ab", {b"b": b"2", b"a": b"1"}),),
            3,
        ),
        prefixed(KEY) + prefixed(b"group") + b"\1"
        + prefixed(KEY) + prefixed(b"default-key") + prefixed(b"04ab") + b"\2\1a\1" + b"1\1b\1" + b"2"
        + b"\3",
    ),
    33: (
        t.NewMessage(KEY, b"mine", KEY[::-1], KEY, b"theirs", KEY, b"\0\1", 1700000000000000002, 1, 0),
        prefixed(KEY) + prefixed(b"mine") + prefixed(KEY[::-1])
        + prefixed(KEY) + prefixed(b"theirs") + prefixed(KEY)
        + prefixed(b"\0\1") + number(1700000000000000002) + b"\1\0",
    ),
    26: (t.UnknownMetadata(26, b"\1\2\3"), b"\1\2\3"),
}  # fmt: skip


def layout_bytes(kind: int) -> bytes:
    """A whole transaction of version 1 with that metadata."""
    outputs = b"\1" + KEY + number(50_000)
    tail = prefixed(KEY) + b"\1\1k\1v" + b"\0" + b"\1" + number(211) + number(1234567) + number(BIG)
    return b"\0" + outputs + number(kind) + prefixed(LAYOUTS[kind][1]) + tail


def layout_transaction(kind: int) -> t.Transaction:
    return t.Transaction(
        metadata=LAYOUTS[kind][0],
        public_key=KEY,
        outputs=(t.TransactionOutput(KEY, 50_000),),
        extra_data={b"k": b"v"},
        fee_nanos=211,
        nonce=t.Nonce(1234567, BIG),
    )


def check_layout(kind: int) -> None:
    assert t.decode(layout_bytes(kind)) == layout_transaction(kind)
    assert t.encode(layout_transaction(kind)) == layout_bytes(kind)


@pytest.mark.parametrize("kind", LAYOUTS)
def test_layout_of_each_type_is_read_and_written(kind: int) -> None:
    check_layout(kind)


def test_every_typed_metadata_has_a_layout_test() -> None:
    assert {type(metadata) for metadata, _ in LAYOUTS.values()} | {t.AtomicWrapper} == METADATA.keys()


@pytest.mark.parametrize("kind", METADATA, ids=lambda kind: kind.__name__)
def test_what_is_written_is_read_again(kind: type[Any]) -> None:
    @settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(transaction(METADATA[kind]))
    def round_trip(value: t.Transaction) -> None:
        data = t.encode(value)
        parsed = t.parse(data)
        assert parsed.transaction == value
        assert parsed.is_canonical
        assert parsed.raw[: parsed.signature_offset] == parsed.unsigned[: parsed.signature_offset]
        assert t.decode(parsed.unsigned).signature == b""

    round_trip()


@pytest.mark.parametrize(
    "kind",
    [kind for kind in METADATA if kind not in (t.UnknownMetadata, t.PrivateMessage)],
    ids=lambda kind: kind.__name__,
)
def test_json_form_is_read_again(kind: type[Any]) -> None:
    @settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(transaction(METADATA[kind]))
    def round_trip(value: t.Transaction) -> None:
        again = t.from_json(t.to_json(value))
        # Names are padded and keys shown as text in JSON: what it says is compared, not how.
        assert t.to_json(again) == t.to_json(value)

    round_trip()


def test_unknown_type_keeps_its_bytes_and_says_so() -> None:
    found = t.decode(layout_bytes(26)).metadata
    assert isinstance(found, t.UnknownMetadata)
    assert (found.number, found.data) == (26, b"\1\2\3")
    assert str(found) == "transaction type 26 (DAO_COIN_LIMIT_ORDER): 3 bytes of metadata, not decoded"
    assert "no type that core knows" in str(t.UnknownMetadata(99, b""))


@settings(max_examples=500, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_are_a_transaction_or_a_decode_error(data: bytes) -> None:
    try:
        t.decode(data)
    except t.DecodeError as error:
        offset = error.offset
    else:
        offset = 0
    assert 0 <= offset <= len(data)


def test_mutated_transactions_are_transactions_or_decode_errors() -> None:
    outcome = fuzz.run(mutations=50_000, seed=8)
    assert outcome.misplaced == 0
    assert outcome.refused > 10_000
    assert outcome.decoded > 5_000


@pytest.mark.parametrize("kind", LAYOUTS)
def test_every_prefix_is_refused_at_its_end_or_before(kind: int) -> None:
    data = layout_bytes(kind)
    suffix_at = t.parse(data).signature_offset + 1
    for size in range(len(data)):
        if size == suffix_at:
            continue  # up to here it is a whole transaction of version 0
        with pytest.raises(t.DecodeError) as caught:
            t.decode(data[:size])
        assert 0 <= caught.value.offset <= size


@pytest.mark.parametrize(
    ("data", "offset", "words"),
    [
        (layout_bytes(9) + b"\0", len(layout_bytes(9)), "left over"),
        (b"\xff" * 9 + b"\2", 9, "more than 64 bits"),
        (b"\0\0\2\1\0" + prefixed(KEY) + b"\0\0", 4, "metadata left over"),
        (bytes.fromhex("000009ffffffffffffffffff01"), 13, "announced"),
        (b"\0\0\2\0" + prefixed(KEY[:32]) + b"\0\0", 4, "public key of 32 bytes"),
        (b"\0\0\2\0" + prefixed(KEY) + b"\2\1a\0\1a\0" + b"\0", 42, "twice"),
        (b"\0\0\2\0" + prefixed(KEY) + b"\0\0\0\0\0\0", 40, "version 0"),
    ],
)
def test_decode_error_names_place_and_reason(data: bytes, offset: int, words: str) -> None:
    with pytest.raises(t.DecodeError, match=words) as caught:
        t.decode(data)
    assert caught.value.offset == offset


def test_atomic_wrapper_inside_a_wrapper_is_refused() -> None:
    nonce = t.Nonce(0, 0)
    inner = t.Transaction(t.AtomicWrapper(()), bytes(33), nonce=nonce)
    outer = t.encode(t.Transaction(t.AtomicWrapper((inner,)), bytes(33), nonce=nonce))
    with pytest.raises(t.DecodeError, match="inside an atomic wrapper"):
        t.decode(outer)


HOSTILE = {
    "count of inputs": number(BIG) + bytes(500_000),
    "count of outputs": b"\0" + number(BIG) + bytes(500_000),
    "count of extra data": b"\0\0\2\0" + prefixed(KEY) + number(BIG) + bytes(500_000),
    "count of members": b"\0\0\x20" + prefixed(prefixed(KEY) + b"\0" + number(BIG) + bytes(500_000)),
    "count of transactions": b"\0\0\x2c" + prefixed(number(BIG) + bytes(500_000)),
    "nested wrappers": b"\0\0\x2c" * 200_000,
    "length of metadata": b"\0\0\5" + number(BIG) + bytes(500_000),
    "too long": bytes(t.MAX_TRANSACTION_BYTES + 1),
}


@pytest.mark.parametrize("data", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_counts_and_lengths_cost_no_more_than_their_bytes(data: bytes) -> None:
    tracemalloc.start()
    start = time.process_time()
    with pytest.raises(t.DecodeError):
        t.decode(data)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 30 * len(data) + 100_000
    assert time.process_time() - start < 10


SMALLEST = b"\0\0\1\0\0\0\0"  # a transaction of seven bytes
DENSE = {
    "inputs": number(4_000) + (bytes(32) + b"\0") * 4_000 + b"\0\2\0\0\0\0",
    "outputs": b"\0" + number(4_000) + (bytes(33) + b"\0") * 4_000 + b"\2\0\0\0\0",
    "extra data": b"\0\0\2\0\0" + number(6_000)
    + b"".join(b"\3" + n.to_bytes(3, "big") + b"\0" for n in range(6_000)) + b"\0",
    "transactions": b"\0\0\x2c" + prefixed(number(6_000) + prefixed(SMALLEST) * 6_000) + b"\0\0\0",
}  # fmt: skip


@pytest.mark.parametrize("data", DENSE.values(), ids=DENSE.keys())
def test_most_members_that_bytes_can_hold_cost_in_proportion_to_them(data: bytes) -> None:
    tracemalloc.start()
    start = time.process_time()
    assert t.encode(t.decode(data)) == data
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 40 * len(data)
    assert time.process_time() - start < 10


def test_more_bytes_than_a_node_reads_are_refused_unread() -> None:
    data = b"\0\0\1" + prefixed(bytes(t.MAX_TRANSACTION_BYTES)) + b"\0\0\0"
    with pytest.raises(t.DecodeError, match="more than 10000000 bytes") as caught:
        t.decode(data)
    assert caught.value.offset == t.MAX_TRANSACTION_BYTES


def test_lenient_forms_are_read_and_known_as_not_canonical() -> None:
    canonical = layout_bytes(9)
    assert t.parse(canonical).is_canonical
    long_integer = canonical.replace(number(211), b"\xd3\x81\0")
    truthy = canonical.replace(prefixed(KEY + b"\1"), prefixed(KEY + b"\2"))
    for data in (long_integer, truthy):
        parsed = t.parse(data)
        assert parsed.transaction == layout_transaction(9)
        assert not parsed.is_canonical
        assert parsed.signing_digest == t.parse(data).hash


@pytest.mark.parametrize(
    "changes",
    [
        {"public_key": bytes(32)},
        {"nonce": None},
        {"version": 0},
        {"fee_nanos": 2**64},
        {"fee_nanos": -1},
        {"outputs": (t.TransactionOutput(bytes(32), 1),)},
        {"inputs": (t.TransactionInput(bytes(31), 1),)},
        {"metadata": t.Follow(bytes(32), False)},
        {"metadata": t.SubmitPost(bytes(31), b"", b"", 0, 0, 0, False)},
        {"metadata": t.AuthorizeDerivedKey(KEY, 0, 256, b"")},
        {"metadata": t.UnknownMetadata(5, b"")},
    ],
    ids=lambda changes: next(iter(changes)),
)
def test_what_has_no_bytes_is_not_written(changes: dict[str, Any]) -> None:
    fields = {name: getattr(layout_transaction(9), name) for name in t.Transaction.__dataclass_fields__} | changes
    with pytest.raises(ValueError, match=r"\w"):
        t.encode(t.Transaction(**fields))


def test_hexadecimal_text_is_read_or_refused_with_its_place() -> None:
    assert t.decode_hex(layout_bytes(9).hex().upper()) == layout_transaction(9)
    for text, offset in (("00zz", 1), ("000", 1), ("00 00", 1)):
        with pytest.raises(t.DecodeError) as caught:
            t.decode_hex(text)
        assert caught.value.offset == offset


def test_old_signature_objects_of_json_count_as_no_signature() -> None:
    value = t.to_json(layout_transaction(9))
    for signature in (None, {"Sign": None, "RecoveryId": 0, "IsRecoverable": False}, {"R": 1, "S": 2}):
        assert t.from_json({**value, "Signature": signature}).signature == b""
    assert t.from_json({**value, "Signature": "MEQ="}).signature == b"0D"


def test_json_numbers_are_exact_or_refused() -> None:
    value = t.to_json(layout_transaction(33))
    assert t.from_json(value).nonce == t.Nonce(1234567, BIG)
    with pytest.raises(ValueError, match="integer"):
        t.from_json({**value, "TxnFeeNanos": 211.0})


def test_uvarints_of_every_length_round_trip() -> None:
    for bits, nudge in itertools.product(range(1, 65), (-1, 0)):
        value = (1 << bits) + nudge if bits < 64 else BIG + nudge
        assert t.decode_uvarint(t.encode_uvarint(value)) == value
        assert t.encode_uvarint(value) == number(value)
