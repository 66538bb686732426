"""The vectors notice a broken codec: each fault planted here turns at least one of them red."""

import hashlib
from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature
from deso_client import _varint, keys, transactions
from deso_client.keys import _curve, _points
from deso_client.transactions import _codec, _layout, _model, _signing

from tests.deso import test_codec
from tests.deso.checks import CHECKS
from tests.deso.vectors import VECTORS

KINDS = (
    "transaction-decode",
    "transaction-sign",
    "transaction-verify",
    "transaction-real",
    "transaction-invalid",
    "transaction-trailing",
    "transaction-sign-derived-extradata",
    "atomic-transaction",
    "diamond-level",
    "varint_zigzag",
    "uvarint",
)
Patch = Callable[[pytest.MonkeyPatch], None]


def red() -> list[str]:
    """The vectors and layouts that fail, up to the first three."""
    found: list[str] = []
    cases: list[tuple[str, Callable[[], object]]] = [
        (v["id"], partial(CHECKS[v["kind"]], v)) for kind in KINDS for v in VECTORS if v["kind"] == kind
    ]
    cases += [(f"layout {kind}", partial(test_codec.check_layout, kind)) for kind in test_codec.LAYOUTS]
    for name, case in cases:
        try:
            case()
        except Exception:
            found.append(name)
        if len(found) == 3:
            break
    return found


def replaced(*targets: tuple[Any, str, Any]) -> Patch:
    """Attributes put in the place of others."""

    def apply(patch: pytest.MonkeyPatch) -> None:
        for owner, name, value in targets:
            patch.setattr(owner, name, value)

    return apply


def swapped(number: int, first: int) -> Patch:
    """Two neighbouring members of a type in the other order."""

    def apply(patch: pytest.MonkeyPatch) -> None:
        cls, layout = _model.METADATA[number]
        changed = list(layout)
        changed[first : first + 2] = changed[first + 1], changed[first]
        patch.setitem(_model.METADATA, number, (cls, tuple(changed)))

    return apply


def swappable() -> dict[str, Patch]:
    """Every pair of neighbours of every type."""
    return {
        f"{cls.__name__}: {layout[n][0]} and {layout[n + 1][0]} swapped": swapped(number, n)
        for number, (cls, layout) in _model.METADATA.items()
        for n in range(len(layout) - 1)
    }


def read_big_endian(data: bytes, at: int, end: int) -> tuple[int, int]:
    value = 0
    while at < end:
        value = value << 7 | data[at] & 0x7F
        at += 1
        if data[at - 1] < 0x80:
            return value, at
    raise _varint.DecodeError("ended", end)


def plain(value: int) -> bytes:
    return _varint.encode_uvarint(value % 2**64)


def unsorted_extra_data(self: object, value: dict[bytes, bytes], out: bytearray) -> None:
    out += _varint.encode_uvarint(len(value))
    for key in sorted(value, reverse=True):
        _layout.write_bytes(key, out)
        _layout.write_bytes(value[key], out)


def extra_data_without_duplicates_check(self: object, data: bytes, at: int, end: int) -> tuple[Any, int]:
    count, at = _varint.read_uvarint(data, at, end)
    entries = {}
    for _ in range(count):
        key, at = _layout.read_bytes(data, at, end)
        entries[key], at = _layout.read_bytes(data, at, end)
    return entries, at


def suffix_in_another_order(data: bytes, at: int, end: int) -> tuple[int, int, Any, int]:
    version, at = _varint.read_uvarint(data, at, end)
    height, at = _varint.read_uvarint(data, at, end)
    fee, at = _varint.read_uvarint(data, at, end)
    partial_id, at = _varint.read_uvarint(data, at, end)
    return version, fee, _model.Nonce(height, partial_id), at


def signature_at_the_end(transaction: Any, signature: bytes) -> bytes:
    parsed = transaction if isinstance(transaction, _codec.ParsedTransaction) else _codec.parse(transaction)
    return parsed.raw[:-1] + _varint.encode_uvarint(len(signature)) + signature


def digest_without_suffix(self: _codec.ParsedTransaction) -> bytes:
    return keys.double_sha256(self.raw[: self.signature_offset] + b"\0")


def boolean_inverted(self: object, data: bytes, at: int, end: int) -> tuple[bool, int]:
    return data[at] == 0, at + 1


def der_with_high_s(self: _curve.Signature) -> bytes:
    return encode_dss_signature(self.r, max(self.s, _points.N - self.s))


FAULTS: dict[str, Patch] = {
    **swappable(),
    "v1 suffix not written": replaced((_codec, "_write_suffix", lambda transaction, out: None)),
    "v1 suffix in another order": replaced((_codec, "_read_suffix", suffix_in_another_order)),
    "plain for zig-zag varint": replaced(
        (_varint, "encode_varint", plain),
        (transactions, "encode_varint", plain),
    ),
    "varints big-endian": replaced(
        *((module, "read_uvarint", read_big_endian) for module in (_varint, _codec, _layout, _model))
    ),
    "one SHA-256 for the digest": replaced(
        (_codec, "double_sha256", lambda data: hashlib.sha256(data).digest())
    ),
    "digest without the v1 suffix": replaced(
        (_codec.ParsedTransaction, "signing_digest", property(digest_without_suffix))
    ),
    "signature at the end": replaced((_signing, "attach_signature", signature_at_the_end)),
    "extra data out of order": replaced((_layout.ExtraData, "write", unsorted_extra_data)),
    "extra data with a key twice": replaced((_layout.ExtraData, "read", extra_data_without_duplicates_check)),
    "booleans inverted": replaced((_layout.Boolean, "read", boolean_inverted)),
    "booleans always written as false": replaced(
        (_layout.Boolean, "write", lambda self, value, out: out.append(0))
    ),
    "raw keys with a length": replaced((_layout.Raw, "read", lambda s, d, a, e: _layout.read_bytes(d, a, e))),
    "names padded when written": replaced(
        (_layout.Bytes, "write", lambda s, v, o: _layout.write_bytes(v.ljust(s.array_size or 0, b"\0"), o))
    ),
    "names not padded in JSON": replaced((_layout.Bytes, "to_json", lambda s, v: list(v))),
    "high S": replaced((_curve.Signature, "der", property(der_with_high_s))),
    "recovery id left out": replaced((_signing, "_DER_START", 0x2F)),
}  # fmt: skip


def test_nothing_is_red_without_a_fault() -> None:
    assert red() == []


@pytest.mark.parametrize("fault", FAULTS)
def test_planted_fault_is_noticed(fault: str, monkeypatch: pytest.MonkeyPatch) -> None:
    FAULTS[fault](monkeypatch)
    assert red()
