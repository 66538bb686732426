"""Hostile and odd bodies end in a value or in a ``ValueError`` with a reason, never in anything else."""

from __future__ import annotations

import time

import pytest

from overrides.core.mock import bodies, http

BOMB = b'{"a":' * 5000 + b"1" + b"}" * 5000


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"", "not JSON"),
        (b"{", "not JSON"),
        (b'{"a":1} x', "not JSON: Extra data"),
        (b"\xff\xfe{}", "not UTF-8 at byte 0"),
        (b'"\xc3"', "not UTF-8 at byte 1"),
        (b"NaN", "not JSON: NaN"),
        (b"[-Infinity]", "not JSON: -Infinity"),
        (b"[1e999]", "number out of range"),
        (b"[" * 5000 + b"]" * 5000, "nested deeper than 200 levels"),
        (b"[" * 5000, "nested deeper than 200 levels"),
        (BOMB, "nested deeper than 200 levels"),
        (b"1" * 5000, "integer string conversion"),
        (b"\x1f\x8b\x08\x00garbage", "not UTF-8"),
    ],
)
def test_what_is_no_json_is_refused_with_the_reason(raw: bytes, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        bodies.decode_json(raw)


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        (b'"\\ud800"', "\ufffd"),
        (b'{"\\udc00a": "x\\ud83dy"}', {"\ufffda": "x\ufffdy"}),
        (b'"\\ud83d\\ude00"', "\U0001f600"),
        (b"18446744073709551616", 18446744073709551616),
        (b'"' + b"[{" * 1000 + b'"', "[{" * 1000),
        (b'["\\"[", ' + b"[],[]," * 300 + b"1]", ['"[', *([[], []] * 300), 1]),
        (b"[" * 200 + b"]" * 200, None),
    ],
)
def test_odd_json_is_read_and_can_be_written_again(raw: bytes, value: object) -> None:
    read = bodies.decode_json(raw)
    assert http.Response.of_json(read).json() == read
    if value is not None:
        assert read == value


def test_depth_does_not_depend_on_the_callers_stack() -> None:
    def deeper(levels: int) -> object:
        return deeper(levels - 1) if levels else bodies.decode_json(b"[" * 200 + b"]" * 200)

    assert deeper(500) == deeper(0)


def test_a_megabyte_of_quotes_and_brackets_takes_no_long_wait() -> None:
    begin = time.process_time()
    for raw in (b'"' * 1_000_000, b"[" * 1_000_000, b'"\\' * 500_000, b'["\\"' * 250_000):
        with pytest.raises(ValueError, match=r"not JSON|nested"):
            bodies.decode_json(raw)
    assert time.process_time() - begin < 5


def test_forms_have_an_end() -> None:
    assert bodies.decode_form(b"a=1&a=2&b=&c=%C3%A9+x") == [
        ("a", "1"),
        ("a", "2"),
        ("b", ""),
        ("c", "\xe9 x"),
    ]
    for raw in (b"&".join([b"a=1"] * 1001), b"\xff"):
        with pytest.raises(ValueError, match=r"fields|decode"):
            bodies.decode_form(raw)


def test_multipart_is_read_by_its_boundary() -> None:
    part = b'--x\r\nContent-Disposition: form-data; name="%s"%s\r\n\r\n%s\r\n'
    raw = part % (b"a", b"", b"1") + part % (b"f", b'; filename="f.bin"', b"\xff\x00") + b"--x--\r\n"
    assert bodies.decode_multipart(raw, "multipart/form-data; boundary=x") == [
        ("a", "1"),
        ("f", "\ufffd\x00"),
    ]
    for content_type in ("multipart/form-data", "multipart/form-data; boundary=y", "text/plain"):
        with pytest.raises(ValueError, match="boundary"):
            bodies.decode_multipart(raw, content_type)
