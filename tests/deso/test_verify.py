"""Comparing a node's transaction with the request: what passes, and that nothing else does."""

import base64
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import timedelta
from typing import Any

import pytest
from deso_client import keys
from deso_client import transactions as t

from tests.deso.calls import (
    CALLS,
    DERIVED,
    FEE_OUTPUT,
    ME,
    MEMBER,
    MY_ADDRESS,
    MY_KEY,
    NODE_ADDRESS,
    NODE_KEY,
    NOW,
    NOW_NANOS,
    OTHER,
    OTHER_ADDRESS,
    OTHER_KEY,
    POLICY,
    POST_HASH,
    PROFILE,
    TIP,
    Call,
    answer,
    authorization,
    message,
    post,
    profile,
)

UINT64 = 2**64 - 1
CASES = pytest.mark.parametrize("name", CALLS)


def check(call: Call, transaction: t.Transaction | None = None, **policy: Any) -> t.VerifiedTransaction:
    data = t.encode(transaction or call.transaction)
    return t.verify(call.request, data, replace(call.policy, **policy), now=NOW)


def refused(call: Call, transaction: t.Transaction, **policy: Any) -> t.TransactionMismatch:
    with pytest.raises(t.TransactionMismatch) as caught:
        check(call, transaction, **policy)
    return caught.value


@CASES
def test_honest_answer_passes(name: str) -> None:
    verified = check(CALLS[name])
    assert verified.transaction == CALLS[name].transaction
    assert verified.choices.fee_nanos == verified.choices.local_fee_nanos == CALLS[name].transaction.fee_nanos
    assert t.sign(verified.parsed, ME).hash


def test_every_call_that_can_be_verified_is_tested() -> None:
    assert {call.request.endpoint for call in CALLS.values()} == set(t.VERIFIABLE_CALLS)


def test_bytes_hexadecimal_and_the_whole_path_are_taken() -> None:
    call = CALLS["follow"]
    request = t.ConstructRequest(f"/api/v0/{call.request.endpoint}", call.request.body)
    data = t.encode(call.transaction)
    assert t.verify(request, data.hex(), POLICY, now=NOW).parsed.raw == data
    for text in ("0g", "0", data.hex()[:2] + " " + data.hex()[2:], data.hex() + "\n"):
        with pytest.raises(t.DecodeError):
            t.verify(request, text, POLICY, now=NOW)


# --- Every single-field change is refused, unless it is a choice of the node within the policy ---

CHOSEN = {"metadata.timestamp_nanos", "fee_nanos", "nonce.expiration_block_height", "nonce.partial_id"}
METADATA = (
    t.BasicTransfer(),
    t.Follow(OTHER_KEY, False),
    t.Like(POST_HASH, True),
    t.UnknownMetadata(26, b""),
    post(),
)


def variants(value: Any) -> Iterator[Any]:
    """Other values of the same type, near and far."""
    if isinstance(value, bool):
        yield not value
    elif isinstance(value, int):
        yield from {0, 1, value ^ 1, value + 1, value - 1, value * 2, value // 2, UINT64} - {value, -1}
    elif isinstance(value, bytes):
        yield from {
            b"",
            value[:-1],
            value + b"\0",
            value + b"x",
            value[::-1],
            MY_KEY,
            OTHER_KEY,
            POST_HASH,
        } - {value}
        for at in range(len(value)):
            yield value[:at] + bytes([value[at] ^ 1]) + value[at + 1 :]


def extra_data_variants(entries: Any) -> Iterator[tuple[str, dict[bytes, bytes]]]:
    for key in entries:
        yield f"{key!r} gone", {k: v for k, v in entries.items() if k != key}
        yield f"{key!r} renamed", {(k + b"2" if k == key else k): v for k, v in entries.items()}
        for value in variants(entries[key]):
            yield f"{key!r} changed", {**entries, key: value}
    for key in (b"Unasked", b"DerivedPublicKey", b"IsFrozen", b"DiamondLevel", b"NodeSource2"):
        if key not in entries:
            yield f"{key!r} added", {**entries, key: b"\1"}


def sequence_variants(values: tuple[Any, ...], added: Any) -> Iterator[tuple[Any, ...]]:
    yield (*values, added)
    yield (added, *values)
    for at in range(len(values)):
        yield values[:at] + values[at + 1 :]
        yield (*values[:at], values[at], *values[at:])
        for _, changed in changes(values[at]):
            yield (*values[:at], changed, *values[at + 1 :])
    if len(values) > 1:
        yield values[::-1]


def changes(value: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """Copies of a dataclass in which one member, however deep, has another value."""
    for each in fields(value):
        name, found = f"{path}{each.name}", getattr(value, each.name)
        if each.name == "metadata":
            others = [m for m in METADATA if type(m) is not type(found)]
            inner: Iterator[tuple[str, Any]] = iter([("type", other) for other in others])
        elif each.name == "extra_data":
            inner = ((f"{name}: {what}", entries) for what, entries in extra_data_variants(found))
        elif isinstance(found, tuple):
            added = {
                "outputs": t.TransactionOutput(NODE_KEY, 0),
                "inputs": t.TransactionInput(POST_HASH, 0),
                "members": t.AccessGroupMember(NODE_KEY, b"", b""),
            }[each.name]
            inner = ((name, other) for other in sequence_variants(found, added))
        else:
            inner = ((name, other) for other in variants(found))
        for where, other in inner:
            yield where, replace(value, **{each.name: other})
        if is_dataclass(found):
            for where, other in changes(found, f"{name}."):
                yield where, replace(value, **{each.name: other})


def chosen_by_node(name: str, where: str) -> bool:
    updates = name.startswith(("update-dm", "update-group"))
    return where in CHOSEN and not (where == "metadata.timestamp_nanos" and updates)


def passes(call: Call, data: bytes) -> bool:
    try:
        t.verify(call.request, data, call.policy, now=NOW)
    except t.TransactionMismatch:
        return False
    return True


@CASES
def test_every_single_field_change_outside_the_closed_list_is_refused(name: str) -> None:
    call, tried = CALLS[name], 0
    for where, changed in changes(call.transaction):
        if chosen_by_node(name, where):
            continue
        try:
            data = t.encode(changed)
        except ValueError:
            continue  # no bytes say that
        tried += 1
        assert not passes(call, data), f"{where} changed unnoticed: {changed}"
    assert tried > 80


@CASES
def test_every_changed_byte_is_refused_or_a_choice_of_the_node(name: str) -> None:
    call = CALLS[name]
    data = t.encode(call.transaction)
    neutral: dict[str, Any] = {"fee_nanos": 0, "nonce": None}
    timed = hasattr(call.transaction.metadata, "timestamp_nanos")
    for at in range(len(data)):
        for value in {0, 1, data[at] ^ 1, data[at] ^ 0x80, 0xFF} - {data[at]}:
            changed = data[:at] + bytes([value]) + data[at + 1 :]
            try:
                found = t.verify(call.request, changed, call.policy, now=NOW).transaction
            except (t.DecodeError, t.TransactionMismatch):
                continue
            if timed and not name.startswith(("update-dm", "update-group")):
                metadata: Any = found.metadata
                found = replace(found, metadata=replace(metadata, timestamp_nanos=_timestamp(call)))
            assert replace(found, **neutral) == replace(call.transaction, **neutral), f"byte {at}"


def _timestamp(call: Call) -> int:
    metadata: Any = call.transaction.metadata
    found: int = metadata.timestamp_nanos
    return found


# --- The closed list, item by item ---


def with_nonce(height: int) -> t.Transaction:
    return replace(CALLS["follow"].transaction, nonce=t.Nonce(height, 5))


def test_nonce_expires_after_the_trusted_tip_and_within_the_allowed_blocks() -> None:
    call = CALLS["follow"]
    for height in (TIP + 1, TIP + 500):
        choices = check(call, with_nonce(height), max_expiry_blocks=500).choices
        assert (choices.nonce_expiration_block_height, choices.nonce_partial_id) == (height, 5)
    for height in (0, TIP, TIP + 501, UINT64):
        found = refused(call, with_nonce(height), max_expiry_blocks=500)
        assert [d.member for d in found.differences] == ["nonce.expiration_block_height"]


@pytest.mark.parametrize("name", ["submit-post", "send-dm-message", "send-group-chat-message"])
def test_timestamp_lies_within_the_clock_skew(name: str) -> None:
    call = CALLS[name]
    for seconds, passes in ((-599, True), (599, True), (-601, False), (601, False), (-NOW, False)):
        timestamp = NOW_NANOS + int(seconds * 10**9)
        metadata: Any = call.transaction.metadata
        changed = replace(call.transaction, metadata=replace(metadata, timestamp_nanos=max(0, timestamp)))
        if passes:
            assert check(call, changed).choices.timestamp_nanos == timestamp
        else:
            assert refused(call, changed).differences[0].member == "timestamp_nanos"
    assert refused(call, call.transaction, max_clock_skew=timedelta(milliseconds=1))


def test_updated_message_keeps_the_timestamp_that_was_asked_for() -> None:
    call = CALLS["update-dm-message"]
    changed = replace(call.transaction, metadata=message(0, 1))
    assert check(call, changed)
    late = replace(message(0, 1), timestamp_nanos=NOW_NANOS)
    assert refused(call, replace(call.transaction, metadata=late)).differences[0].member == "timestamp_nanos"


def test_fee_is_at_most_the_limit_and_twice_what_the_size_costs() -> None:
    call = CALLS["follow"]
    local = call.transaction.fee_nanos
    assert local == t.fee_for(call.transaction, 1000) > 150

    def with_fee(fee: int) -> t.Transaction:
        return replace(call.transaction, fee_nanos=fee)

    for fee in (0, local, 2 * local):
        assert check(call, with_fee(fee)).choices.fee_nanos == fee
    assert refused(call, with_fee(2 * local + 3))
    assert refused(call, with_fee(local), max_fee_nanos=local - 1)
    assert check(call, with_fee(20 * local), fee_rate_nanos_per_kb=10_000)
    faster = Call(
        t.ConstructRequest(call.request.endpoint, {**call.request.body, "MinFeeRateNanosPerKB": 10_000}),
        call.transaction,
    )
    assert check(faster, with_fee(20 * local))
    assert refused(faster, with_fee(20 * local), max_fee_nanos=20 * local - 1)


def test_fee_is_the_fixed_point_of_size_and_rate() -> None:
    for rate in (1000, 1700, 10**6, 10**9):
        transaction = CALLS["submit-post"].transaction
        fee = t.fee_for(transaction, rate)
        size = len(t.encode(replace(transaction, fee_nanos=fee))) + 74
        assert fee == -(-size * rate // 1000)


def test_node_source_is_shown_and_can_be_restricted() -> None:
    call = CALLS["follow"]

    def with_source(value: bytes) -> t.Transaction:
        return replace(call.transaction, extra_data={b"NodeSource": value})

    assert check(call, with_source(b"\1")).choices.node_source == 1
    assert check(call, with_source(b"\xac\2"), node_sources={300}).choices.node_source == 300
    assert check(call).choices.node_source is None
    assert refused(call, with_source(b"\1"), node_sources={2})
    for value in (b"", b"\x81\0", b"\1\1", b"any text whatsoever", b"\xff" * 10):
        assert refused(call, with_source(value))


def test_node_may_take_fees_only_for_listed_recipients_and_up_to_their_amount() -> None:
    call = CALLS["send-diamonds"]
    to_node, to_other = FEE_OUTPUT, call.transaction.outputs[1]
    extra = t.TransactionOutput(NODE_KEY, 300)
    changed = replace(call.transaction, outputs=(to_node, extra, to_other))
    assert refused(call, changed)
    assert check(call, changed, node_fees={NODE_ADDRESS: 300}).choices.node_fee_outputs == (extra,)
    assert refused(call, changed, node_fees={NODE_ADDRESS: 299})
    assert refused(call, changed, node_fees={MY_ADDRESS: 10**9})
    twice = replace(call.transaction, outputs=(to_node, extra, extra, to_other))
    assert refused(call, twice, node_fees={NODE_ADDRESS: 599})
    assert check(call, twice, node_fees={NODE_ADDRESS: 600}).spent_nanos == 500_000 + 700 + 600 + twice.fee_nanos


def test_outputs_whose_sum_has_more_than_64_bits_are_refused_whoever_takes_them() -> None:
    call = CALLS["follow"]
    most = t.TransactionOutput(NODE_KEY, UINT64 - call.transaction.fee_nanos - 100)
    changed = replace(call.transaction, outputs=(most, t.TransactionOutput(NODE_KEY, 0)))
    assert check(call, changed, node_fees={NODE_ADDRESS: UINT64})
    changed = replace(call.transaction, outputs=(most, t.TransactionOutput(NODE_KEY, 101)))
    assert "more nanos than there can be" in str(refused(call, changed, node_fees={NODE_ADDRESS: UINT64}))


def test_diamonds_go_to_the_receiver_that_was_asked_for() -> None:
    call = CALLS["send-diamonds"]
    to_author = t.TransactionOutput(NODE_KEY, 500_000)
    found = refused(call, replace(call.transaction, outputs=(FEE_OUTPUT, to_author)))
    assert OTHER_KEY.hex() in str(found)
    assert NODE_KEY.hex() in str(found)


def test_only_the_difference_to_diamonds_given_before_is_paid() -> None:
    call = CALLS["send-diamonds"]
    outputs = (FEE_OUTPUT, t.TransactionOutput(OTHER_KEY, 450_000))
    changed = replace(call.transaction, outputs=outputs)
    assert refused(call, changed)
    assert check(call, changed, diamonds_already_given=1)
    with pytest.raises(t.RequestError, match="above the 2 given before"):
        check(call, changed, diamonds_already_given=2)


def chunk(kind: bytes, data: bytes) -> bytes:
    return kind + len(data).to_bytes(4, "little") + data + bytes(len(data) % 2)


def webp(
    width: int = 100, height: int = 80, kind: str = "VP8X", tail: bytes = b"", canvas: tuple[int, int] | None = None
) -> bytes:
    """A data URI as a node writes it. The pixels are missing: nobody looks at them."""
    wide, high = canvas or (width, height)
    plain = bytes(3) + b"\x9d\x01\x2a" + width.to_bytes(2, "little") + height.to_bytes(2, "little")
    extended = bytes(4) + (wide - 1).to_bytes(3, "little") + (high - 1).to_bytes(3, "little")
    chunks = {
        "VP8X": chunk(b"VP8X", extended) + chunk(b"EXIF", b"odd") + chunk(b"VP8 ", plain),
        "VP8L": chunk(b"VP8L", b"\x2f" + (width - 1 | height - 1 << 14).to_bytes(4, "little")),
        "VP8 ": chunk(b"VP8 ", plain),
        "none": chunk(b"VP8X", extended),
    }[kind]
    body = b"WEBP" + chunks + tail
    return b"data:image/webp;base64," + base64.b64encode(b"RIFF" + len(body).to_bytes(4, "little") + body)


SENT = "data:image/png;base64,iVBORw0KGgo="
PICTURE = Call(t.ConstructRequest("update-profile", {**PROFILE, "NewProfilePic": SENT}), answer(profile(SENT.encode())))


def test_picture_as_sent_passes_and_a_reencoded_one_needs_permission() -> None:
    assert check(PICTURE).choices.picture is None
    found = refused(PICTURE, answer(profile(webp())))
    assert "does not allow a re-encoded picture" in str(found)


@pytest.mark.parametrize("kind", ["VP8X", "VP8L", "VP8 "])
def test_reencoded_picture_is_measured_and_shown(kind: str) -> None:
    picture = check(PICTURE, answer(profile(webp(kind=kind))), allow_reencoded_picture=True).choices.picture
    assert picture is not None
    assert (picture.width, picture.height) == (100, 80)
    assert picture.data.startswith(b"RIFF")


@pytest.mark.parametrize(
    "picture",
    [
        b"",
        b"data:image/png;base64,iVBORw0KGgp=",
        b"data:image/webp;base64,UklGRg==",
        webp(width=101),
        webp(height=101),
        webp(width=16_383, canvas=(100, 80)),
        webp(canvas=(99, 80)),
        webp(kind="none"),
        webp(tail=chunk(b"VP8L", b"\x2f" + bytes(4))),
        webp(tail=chunk(b"ANMF", bytes(24))),
        webp(tail=b"EXIF\xff\0\0\0"),
        webp(tail=bytes(20_000)),
        webp() + b"=",
        webp()[:-4],
        webp() + b"AAAA",
        b"<script>",
        webp(tail=b"\0")[:-1] + b"B",
    ],
    ids=lambda value: value[:40].decode() + f"… {len(value)}",
)
def test_what_is_no_small_picture_is_refused_even_with_permission(picture: bytes) -> None:
    assert refused(PICTURE, answer(profile(picture)), allow_reencoded_picture=True, max_fee_nanos=10**6)


def test_no_picture_may_appear_where_none_was_asked_for() -> None:
    call = CALLS["update-profile"]
    assert refused(call, answer(profile(webp())), allow_reencoded_picture=True)


def test_own_profile_key_may_be_written_or_left_out_when_it_was_given() -> None:
    body = {**PROFILE, "ProfilePublicKeyBase58Check": MY_ADDRESS}
    call = Call(t.ConstructRequest("update-profile", body), answer(profile()))
    assert check(call)
    assert check(call, answer(profile(key=MY_KEY)))
    assert refused(call, answer(profile(key=OTHER_KEY)))
    assert refused(CALLS["update-profile"], answer(profile(key=MY_KEY)))


@pytest.mark.parametrize(
    "body",
    [
        b'{"Body":"hello","Body":"hello"}',
        b'{"Body":"evil","Body":"hello"}',
        b'{"body":"evil","Body":"hello"}',
        b'{"Body":"hello","Extra":""}',
        b'{"Body":"hello","ImageURLs":["https://x.example"]}',
        b'{"Body":["hello"]}',
        b'["hello"]',
        b'"hello"',
        b"hello",
        b"",
        b'{"Body":"hello"}\xff',
        b'{"Body":"hello"}{}',
        b'{"Body":' + b"[" * 100_000,
        b'{"Body":"hello\\ud800"}',
    ],
    ids=lambda value: value[:30].decode("utf-8", "replace"),
)
def test_body_that_does_not_say_exactly_what_was_asked_is_refused(body: bytes) -> None:
    call = CALLS["submit-post"]
    found = refused(call, replace(call.transaction, metadata=post(body)), max_fee_nanos=10**9)
    assert "body" in [d.member for d in found.differences]


def test_body_is_compared_as_json_not_as_text() -> None:
    call = CALLS["submit-post"]
    for body in (b'{"Body":"\\u0068ello"}', b'{ "Body": "hello", "ImageURLs": [] }'):
        assert check(call, replace(call.transaction, metadata=post(body)))


# --- Derived keys ---

UNLIMITED = keys.limit_bytes("without limits")


def grant(limit: bytes, **more: Any) -> Call:
    body = {**DERIVED, "TransactionSpendingLimitHex": limit.hex(), **more}
    extra_data = {b"TransactionSpendingLimit": limit, b"DerivedKeyMemo": b"app".hex().encode()}
    operation = 0 if more.get("DeleteKey") else 1
    return Call(
        t.ConstructRequest("authorize-derived-key", body),
        answer(authorization(operation), extra_data=extra_data),
    )


def test_derived_key_without_limits_has_to_be_allowed_in_words() -> None:
    call = grant(UNLIMITED)
    found = refused(call, call.transaction)
    assert "'without limits' in words" in str(found)
    assert check(call, unlimited_derived_key="without limits")
    assert check(grant(UNLIMITED, DeleteKey=True))


def test_node_cannot_lift_or_change_the_limit() -> None:
    call = CALLS["authorize-derived-key"]
    for limit in (UNLIMITED, b"", call.transaction.extra_data[b"TransactionSpendingLimit"][:-1]):
        extra_data = {**call.transaction.extra_data, b"TransactionSpendingLimit": limit}
        changed = replace(call.transaction, extra_data=extra_data)
        assert refused(call, changed, unlimited_derived_key="without limits")


def test_derived_key_that_signs_may_be_named_only_when_it_was_said_to_sign() -> None:
    named = {b"DerivedPublicKey": OTHER_KEY}
    plain = grant(keys.SpendingLimit(1).to_bytes())
    signing = grant(keys.SpendingLimit(1).to_bytes(), DerivedKeySignature=True)
    for call, passes in ((plain, False), (signing, True)):
        changed = replace(call.transaction, extra_data={**call.transaction.extra_data, **named})
        if passes:
            assert check(call, changed)
            assert check(call)
        else:
            assert refused(call, changed)
    wrong = {**signing.transaction.extra_data, b"DerivedPublicKey": NODE_KEY}
    assert refused(signing, replace(signing.transaction, extra_data=wrong))


# --- Extra data with an encoding of its own ---


@pytest.mark.parametrize(
    ("key", "text", "encoded"),
    [
        ("plain", "text ü", "text ü".encode()),
        ("RecloutedPostHash", POST_HASH.hex(), POST_HASH),
        ("IsFrozen", "0", b"\0"),
        ("V", "300", b"\xac\2"),
        ("V", "3", b"\3" + bytes(9)),
        ("DiamondLevel", "1", b"\2"),
        ("NodeSource", "5", b"\5"),
        ("MessagingPublicKey", OTHER_ADDRESS, OTHER_KEY),
        ("DerivedKeyMemo", "app", b"617070"),
        ("empty", "", b""),
    ],
)
def test_extra_data_is_encoded_as_nodes_do(key: str, text: str, encoded: bytes) -> None:
    body = {**PROFILE, "ExtraData": {key: text}}
    call = Call(t.ConstructRequest("update-profile", body), answer(profile(), extra_data={key.encode(): encoded}))
    assert check(call)
    assert refused(call, answer(profile(), extra_data={key.encode(): encoded + b"1"}))


# --- Requests that cannot be compared ---

UPDATER = {"UpdaterPublicKeyBase58Check": MY_ADDRESS}
MESSAGE = CALLS["send-dm-message"].request.body


@pytest.mark.parametrize(
    ("endpoint", "body", "words"),
    [
        ("send-deso", {}, "no construct call"),
        ("update-profile", {**PROFILE, "Username": "x"}, "no member Username; the server would ignore it"),
        ("update-profile", {**PROFILE, "newusername": "x"}, "no member newusername"),
        ("update-profile", {}, "UpdaterPublicKeyBase58Check"),
        ("update-profile", {**PROFILE, "NewCreatorBasisPoints": "10"}, "is a int, not str"),
        ("update-profile", {**PROFILE, "NewCreatorBasisPoints": True}, "is a int, not bool"),
        ("update-profile", {**PROFILE, "NewCreatorBasisPoints": -1}, "unsigned 64-bit"),
        ("update-profile", {**PROFILE, "NewUsername": "\ud800"}, "surrogate"),
        ("update-profile", {**PROFILE, "ExtraData": {"TransactionSpendingLimit": ""}}, "do not let a caller"),
        ("update-profile", {**PROFILE, "ExtraData": {"IsFrozen": "yes"}}, "a flag is '0' or '1'"),
        ("update-profile", {**PROFILE, "ExtraData": {"n": 1}}, "text to text"),
        ("submit-post", {"UpdaterPublicKeyBase58Check": MY_ADDRESS}, "needs a Body"),
        ("submit-post", {**UPDATER, "BodyObj": {"Text": ""}}, "no member Text"),
        ("submit-post", {**UPDATER, "BodyObj": {"Body": 1}}, "a Body of text"),
        ("create-like-stateless", {"ReaderPublicKeyBase58Check": MY_ADDRESS}, "64 hexadecimal digits"),
        ("send-diamonds", {**CALLS["send-diamonds"].request.body, "DiamondLevel": 9}, "from 1 to 8"),
        ("update-dm-message", MESSAGE, "TimestampNanosString"),
        ("send-dm-message", {**MESSAGE, "EncryptedMessageText": "hello"}, "hexadecimal"),
        ("send-dm-message", {**MESSAGE, "SenderAccessGroupKeyName": "x" * 33}, "32 bytes"),
    ],
)  # fmt: skip
def test_request_that_cannot_be_compared_is_named(endpoint: str, body: dict[str, Any], words: str) -> None:
    with pytest.raises(t.RequestError, match=words):
        t.verify(t.ConstructRequest(endpoint, body), t.encode(answer(profile())), POLICY, now=NOW)


JUNK: tuple[Any, ...] = (
    True, 5, -1, 2**64, 1.5, "zz", "\ud800", "9" * 5000, [1], [None], [{}], {"a": 1}, {"a": "\ud800"}, {"\ud800": ""},
    {1: ""}, {"Body": 5}, {"Body": ["x"]}, {"ImageURLs": 5}, {"ImageURLs": "abc"}, {"VideoURLs": {"a": "b"}},
    {"VideoURLs": [5]}, {"V": "9" * 5000}, {"V": "1_0"}, {"V": " 5"}, {"DiamondPostHash": "a b"}, {"IsFrozen": "2"},
    {"DerivedKeyMemo": "\ud800"}, [{1: ""}], [{"ExtraData": 5}],
    *([{**MEMBER, **wrong}] for wrong in (
        {"ExtraData": 5}, {"ExtraData": {"a": 5}}, {"EncryptedKey": 12}, {"EncryptedKey": "zz"}, {"Key": ""},
        {"AccessGroupMemberKeyName": 7}, {"AccessGroupMemberKeyName": "\ud800"},
    )),
)  # fmt: skip
IGNORED_BY_NODES = {"InTutorial", "OptionalPrecedingTransactions", "TimestampNanosString"}


@CASES
def test_any_value_of_any_member_is_compared_or_named_as_wrong(name: str) -> None:
    """Nothing but the two documented errors, and no wrong value goes through."""
    call = CALLS[name]
    data = t.encode(call.transaction)
    members = {member for each in CALLS.values() for member in each.request.body} | {"AppName", "Memo", "ExtraData"}
    flags = {"IsFrozen", "IsHidden", "IsUnfollow", "IsUnlike", "DeleteKey"}
    for member in sorted(members - IGNORED_BY_NODES):
        for value in JUNK:
            if (member, value) == ("MinFeeRateNanosPerKB", 5) or (member in flags and value is True):
                continue  # a value that the member may have
            request = t.ConstructRequest(call.request.endpoint, {**call.request.body, member: value})
            with pytest.raises((t.RequestError, t.TransactionMismatch)):
                t.verify(request, data, call.policy, now=NOW)


def test_rate_beyond_any_fee_is_compared_like_another() -> None:
    call = CALLS["submit-post"]
    body = {**call.request.body, "MinFeeRateNanosPerKB": UINT64, "BodyObj": {"Body": "x" * 3000}}
    text = b'{"Body":"' + b"x" * 3000 + b'"}'
    long = replace(call.transaction, metadata=replace(post(), body=text))
    verified = check(Call(t.ConstructRequest("submit-post", body), long))
    assert verified.choices.local_fee_nanos == UINT64


def test_addresses_of_another_network_are_refused_when_a_network_is_set() -> None:
    assert check(CALLS["follow"], network=keys.MAINNET)
    with pytest.raises(t.RequestError, match="belongs to the mainnet, not to the testnet"):
        check(CALLS["follow"], network=keys.TESTNET)


# --- What the caller sees ---


def test_mismatch_shows_asked_and_found_side_by_side() -> None:
    call = CALLS["follow"]
    changed = replace(call.transaction, metadata=t.Follow(NODE_KEY, True), public_key=OTHER_KEY)
    found = refused(call, changed)
    assert found.differences == (
        t.Difference("account", MY_KEY.hex(), OTHER_KEY.hex()),
        t.Difference("followed_public_key", OTHER_KEY.hex(), NODE_KEY.hex()),
        t.Difference("is_unfollow", "False", "True"),
    )
    assert f"account: asked {MY_KEY.hex()}, found {OTHER_KEY.hex()}" in str(found)


def test_other_type_signed_or_old_transactions_are_refused_by_name() -> None:
    call = CALLS["follow"]
    assert refused(call, replace(call.transaction, metadata=t.Like(POST_HASH, False))).differences[0] == (
        t.Difference("type", "9 (FOLLOW)", "10 (LIKE)")
    )
    assert refused(call, replace(call.transaction, signature=b"0D")).differences[0].member == "signature"
    old = replace(call.transaction, version=0, nonce=None, fee_nanos=0)
    assert refused(call, old).differences[0] == t.Difference("version", "1", "0")


def test_other_bytes_for_the_same_members_are_refused() -> None:
    call = CALLS["follow"]
    short = t.encode(replace(call.transaction, nonce=t.Nonce(TIP + 278, 5)))
    assert t.verify(call.request, short, POLICY, now=NOW)
    with pytest.raises(t.TransactionMismatch, match="the form in which core writes them"):
        t.verify(call.request, short[:-1] + b"\x85\0", POLICY, now=NOW)


def test_key_of_the_wrong_account_does_not_sign() -> None:
    with pytest.raises(t.SigningError, match="acts for"):
        t.sign(check(CALLS["follow"]).parsed, OTHER)
