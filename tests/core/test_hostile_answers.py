"""Answers that are broken or meant to harm: a typed error, in bounded time and memory."""

import functools
import gzip
import time
import tracemalloc
import zlib
from collections.abc import AsyncIterator, Iterator
from dataclasses import replace
from typing import Any

import httpx2
import pytest
from core_under_test import models
from core_under_test._core.errors import (
    APIConnectionError,
    APIError,
    ResponseDecodeError,
    ResponseTooLargeError,
    ResponseValidationError,
)
from core_under_test._core.operation import Operation
from core_under_test.testing import NOTE, Driver, Service, answer, envelope
from pydantic_core.core_schema import DictSchema

JSON = {"content-type": "application/json"}


class Stream(httpx2.SyncByteStream, httpx2.AsyncByteStream):
    """A body in pieces; counts what was taken and whether it was closed."""

    def __init__(self, pieces: Any) -> None:
        self.pieces = pieces
        self.taken = 0
        self.closed = False

    def __iter__(self) -> Iterator[bytes]:
        for piece in self.pieces:
            if isinstance(piece, Exception):
                raise piece
            self.taken += 1
            yield piece

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for piece in iter(self):
            yield piece

    def close(self) -> None:
        self.closed = True

    async def aclose(self) -> None:
        self.closed = True


def get(driver: Driver, reply: Any, **options: Any) -> Any:
    return driver.run(Service(reply), lambda client: client.notes.get(7), max_retries=0, **options)


def fail(driver: Driver, reply: Any, kind: type[APIError], **options: Any) -> Any:
    start = time.perf_counter()
    with pytest.raises(APIError) as caught:
        get(driver, reply, **options)
    assert type(caught.value) is kind
    assert caught.value.__context__ is None
    assert time.perf_counter() - start < 5
    return caught.value


NOT_JSON = {
    "truncated": envelope(NOTE)[:-5],
    "text": b"hello",
    "html": b"<html></html>",
    "empty": b"",
    "blank": b"  \n",
    "two texts": envelope(NOTE) + envelope(NOTE),
    "invalid UTF-8": b'{"ts":1,"data":{"id":1,"text":"\xff\xfe"}}',
    "latin-1": '{"ts":1,"data":{"id":1,"text":"é"}}'.encode("latin-1"),
    "UTF-16": envelope(NOTE).decode().encode("utf-16"),
    "NaN": b'{"ts":1,"data":{"id":NaN,"text":"x"}}',
    "NaN in an unknown member": b'{"ts":1,"data":{"id":1,"text":"x","more":[NaN]}}',
    "Infinity in an unknown member": b'{"ts":1,"data":{"id":1,"text":"x","more":-Infinity}}',
    "deep nesting": b'{"ts":1,"data":{"id":1,"text":"x","more":' + b"[" * 200_000 + b"]" * 200_000 + b"}}",
    "deep objects": b'{"a":' * 100_000 + b"1" + b"}" * 100_000,
    "huge integer": b'{"ts":1,"data":{"id":' + b"9" * 1_000_000 + b',"text":"x"}}',
    "huge integer in an unknown member": b'{"ts":1,"data":{"id":1,"text":"x","more":' + b"9" * 1_000_000 + b"}}",
    "NaN behind many other capitals": b'{"ts":1,"data":{"id":1,"text":"' + b"NI" * 5000 + b'","more":NaN}}',
    "control character": b'{"ts":1,"data":{"id":1,"text":"a\nb"}}',
    "null bytes": b"\0" * 100,
}


@pytest.mark.parametrize("body", NOT_JSON.values(), ids=NOT_JSON)
def test_what_is_no_json_is_a_decode_error(driver: Driver, body: bytes) -> None:
    fail(driver, body, ResponseDecodeError)


def test_an_empty_answer_is_called_empty(driver: Driver) -> None:
    assert str(fail(driver, b"", ResponseDecodeError)).endswith(": the answer is empty")


NOT_VALID = {
    "array": b"[]",
    "null": b"null",
    "number": b"5",
    "string": b'"data"',
    "member missing": envelope({"id": 1}),
    "member of another type": envelope({"id": "x", "text": "y"}),
    "data null": envelope(None),
    "data missing": b'{"ts":1}',
    "infinite float": envelope({**NOTE, "score": 0}).replace(b'"score": 0', b'"score": 1e400'),
    "infinite float of a named component": envelope({**NOTE, "lat": 0}).replace(b'"lat": 0', b'"lat": 1e400'),
    "large exponent": b'{"ts":1,"data":{"id":1e400,"text":"x"}}',
}


@pytest.mark.parametrize("body", NOT_VALID.values(), ids=NOT_VALID)
def test_json_that_is_not_as_documented_is_a_validation_error(driver: Driver, body: bytes) -> None:
    fail(driver, body, ResponseValidationError)


def test_a_validation_error_names_the_members_and_not_their_values(driver: Driver) -> None:
    error = fail(driver, envelope({"id": "planted-value", "text": [1]}), ResponseValidationError)
    assert "data.id: " in str(error)
    assert "data.text: " in str(error)
    assert "planted-value" not in str(error)
    assert (error.status, error.attempts) == (200, 1)


def test_a_path_to_the_useful_object_that_leads_nowhere_is_a_validation_error(driver: Driver) -> None:
    class Loose(models.Model):
        data: models.Note | None = None

    op = Operation[Any]("x", "GET", "/x", result=lambda: Loose, unwrap=("data", "text"))
    with pytest.raises(ResponseValidationError, match=r"no data\.text"):
        driver.run(Service(b'{"data":null}'), lambda client: client._call(op, {}))
    assert driver.run(Service(envelope(NOTE)), lambda client: client._call(op, {})) == "hello"


@pytest.mark.parametrize(
    "kind",
    ["text/html", "image/png", "application/xml", "application/octet-stream", "text/html; charset=utf-8"],
)
def test_another_content_type_is_a_decode_error_even_around_json(driver: Driver, kind: str) -> None:
    reply = httpx2.Response(200, content=envelope(NOTE), headers={"content-type": kind})
    assert kind.partition(";")[0] in str(fail(driver, reply, ResponseDecodeError))


@pytest.mark.parametrize(
    "headers",
    [
        {},
        JSON,
        {"content-type": "APPLICATION/JSON; charset=utf-8"},
        {"content-type": "application/hal+json"},
        {"content-type": "text/plain"},
    ],
    ids=str,
)
def test_json_under_its_usual_names_is_taken(driver: Driver, headers: dict[str, str]) -> None:
    assert get(driver, httpx2.Response(200, content=envelope(NOTE), headers=headers)).id == 7


def test_half_of_a_surrogate_pair_does_not_make_an_answer_unreadable(driver: Driver) -> None:
    body = rb'{"ts":1,"data":{"id":7,"text":"cut \ud83d","more":"\ude00 \ud83d\ude00 \\ud83d"}}'
    note = get(driver, body)
    assert note.text == "cut \ufffd"
    assert note.model_extra["more"] == "\ufffd 😀 \\ud83d"


def test_words_that_hold_nan_and_infinity_are_no_numbers(driver: Driver) -> None:
    text = "NaN, Infinity and " + "NI" * 5000
    assert get(driver, envelope({**NOTE, "text": text, "NaN": "Infinity"})).text == text


def test_a_byte_order_mark_is_skipped(driver: Driver) -> None:
    assert get(driver, b"\xef\xbb\xbf" + envelope(NOTE)).id == 7


def test_numbers_keep_their_size_and_unknown_members_survive(driver: Driver) -> None:
    note = get(driver, envelope({**NOTE, "big": 2**64, "nested": {"a": [1, None]}, "from": "f", "from_": "g"}))
    assert note.model_extra == {"big": 2**64, "nested": {"a": [1, None]}, "from_": "g"}
    assert note.from_ == "f"
    note = get(driver, envelope({**NOTE, "from_": "not the member from"}))
    assert (note.from_, note.model_extra) == (None, {"from_": "not the member from"})


# --- size ---


def test_a_body_beyond_the_limit_is_not_read_on(driver: Driver) -> None:
    stream = Stream(b"x" * 1000 for _ in range(1_000_000))
    error = fail(
        driver,
        httpx2.Response(200, headers=JSON, stream=stream),
        ResponseTooLargeError,
        max_response_bytes=5000,
    )
    assert stream.taken <= 6
    assert stream.closed
    assert "max_response_bytes" in str(error)
    assert error.status == 200


def test_a_body_announced_beyond_the_limit_is_not_read_at_all(driver: Driver) -> None:
    stream = Stream([b"x"])
    headers = {**JSON, "content-length": "999999999999999999999999"}
    fail(driver, httpx2.Response(200, headers=headers, stream=stream), ResponseTooLargeError)
    assert stream.taken == 0
    assert stream.closed


def test_a_body_of_exactly_the_limit_is_read(driver: Driver) -> None:
    body = envelope(NOTE)
    assert get(driver, body, max_response_bytes=len(body)).id == 7
    fail(driver, body, ResponseTooLargeError, max_response_bytes=len(body) - 1)


def test_an_error_answer_beyond_the_limit_stops_as_well(driver: Driver) -> None:
    stream = Stream(b"x" * 1000 for _ in range(1_000_000))
    assert (
        fail(driver, httpx2.Response(500, stream=stream), ResponseTooLargeError, max_response_bytes=5000).status == 500
    )


def test_a_body_in_tiny_pieces_takes_no_more_memory_than_its_size(driver: Driver) -> None:
    reply = httpx2.Response(200, headers=JSON, stream=Stream(b"%d" % (10 + n % 90) for n in range(10**5)))
    tracemalloc.start()
    fail(driver, reply, ResponseTooLargeError, max_response_bytes=30_000)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 400_000


def test_raw_json_is_bounded_as_well(driver: Driver) -> None:
    for body in (b"[" * 100_000, b"[NaN]", b"{", b"\xff"):
        raw = driver.run(Service(body), lambda client: client.with_raw_response.notes.get(7))
        with pytest.raises(ValueError, match=r"JSON|json|column|line|utf"):
            raw.json()


@functools.cache
def bomb(megabytes: int) -> bytes:
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    return b"".join(packer.compress(b"\0" * 2**20) for _ in range(megabytes)) + packer.flush()


@pytest.mark.parametrize("layers", [1, 2])
def test_a_gzip_bomb_stops_at_the_limit(driver: Driver, layers: int) -> None:
    packed = bomb(100)
    for _ in range(layers - 1):
        packed = gzip.compress(packed)
    headers = {**JSON, "content-encoding": ", ".join(["gzip"] * layers)}
    reply = httpx2.Response(200, headers=headers, stream=Stream([packed]))
    tracemalloc.start()
    fail(driver, reply, ResponseTooLargeError, max_response_bytes=2**20)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 20 * 2**20


def test_a_good_gzip_answer_is_read(driver: Driver) -> None:
    reply = httpx2.Response(
        200, headers={**JSON, "content-encoding": "gzip"}, stream=Stream([gzip.compress(envelope(NOTE))])
    )
    assert get(driver, reply).id == 7


def test_a_compression_that_nobody_asked_for_is_named(driver: Driver) -> None:
    reply = httpx2.Response(200, headers={**JSON, "content-encoding": "x-own"}, stream=Stream([b"\x8b\x02\x80"]))
    with pytest.raises(ResponseDecodeError, match=r"no readable JSON \(content-encoding 'x-own'\)"):
        driver.run(Service(reply), lambda client: client.notes.get(7))


@pytest.mark.parametrize("encoding", ["gzip", "deflate", "gzip, gzip, gzip, gzip, gzip, gzip"])
def test_damaged_compression_is_a_decode_error(driver: Driver, encoding: str) -> None:
    reply = httpx2.Response(200, headers={**JSON, "content-encoding": encoding}, stream=Stream([b"not compressed"]))
    error = fail(driver, reply, ResponseDecodeError)
    assert error.attempts == 1


def test_a_connection_lost_within_the_body_is_a_connection_error_and_closes(driver: Driver) -> None:
    stream = Stream([b'{"ts":', httpx2.RemoteProtocolError("peer closed connection")])
    error = fail(driver, httpx2.Response(200, headers=JSON, stream=stream), APIConnectionError)
    assert error.may_have_arrived
    assert stream.closed


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        (list[models.Note], b"[" + b"{}," * 500_000 + b"{}]"),
        (list[models.Note] | dict[str, int], b"[" + b"{}," * 500_000 + b"{}]"),
        (models.NoteList, b'{"notes":[' + b"{}," * 500_000 + b"{}]}"),
        pytest.param(
            dict[str, models.Note],
            b"{" + b",".join(b'"%d":5' % number for number in range(300_000)) + b"}",
            marks=pytest.mark.skipif(
                "fail_fast" not in DictSchema.__annotations__, reason="this pydantic reads maps to their end"
            ),
        ),
    ],
    ids=["list", "union", "member", "dict"],
)
def test_an_answer_full_of_mistakes_is_told_from_the_first_ones(driver: Driver, kind: Any, body: bytes) -> None:
    op = Operation[Any]("x", "GET", "/x", result=lambda: kind)
    tracemalloc.start()
    with pytest.raises(ResponseValidationError) as caught:
        driver.run(Service(body), lambda client: client._call(op, {}))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 60 * 2**20  # pydantic makes Python values of the whole answer before it tries a union
    assert len(str(caught.value)) < 1000


def test_masking_a_hostile_body_takes_bounded_time(driver: Driver) -> None:
    for text in (
        '"' + "token" * 6000,
        '"token":"' * 3000,
        '"' * 30_000,
        '"token":"' + "\\" * 30_000,
        "token-" * 5000,
    ):
        start = time.perf_counter()
        with pytest.raises(APIError):
            get(driver, httpx2.Response(500, text=text))
        assert time.perf_counter() - start < 2


def test_an_empty_answer_is_none_where_the_operation_allows_it_or_returns_nothing(driver: Driver) -> None:
    result = lambda: models.NoteEnvelope  # noqa: E731  # as the generated code has it
    allowed = Operation[Any]("x", "GET", "/x", result=result, unwrap=("data",), empty=True)
    assert driver.run(Service(b""), lambda client: client._call(allowed, {})) is None
    assert driver.run(Service(204), lambda client: client._call(allowed, {})) is None
    assert driver.run(Service(answer()), lambda client: client._call(allowed, {})).id == 7
    nothing = Operation[None]("x", "GET", "/x")
    for reply in (204, b"", b"anything", answer()):
        assert driver.run(Service(reply), lambda client: client._call(nothing, {})) is None


def test_text_and_bytes_are_given_as_they_are(driver: Driver) -> None:
    for form, value in (("text", "hé\ufffd"), ("bytes", b"h\xc3\xa9\xff")):
        op = Operation[Any]("x", "GET", "/x", result=lambda: str, answer=form)
        reply = httpx2.Response(200, content=b"h\xc3\xa9\xff", headers={"content-type": "text/html"})
        assert driver.run(Service(reply), lambda client, op=op: client._call(op, {})) == value


def test_json_of_another_content_type_is_read_where_the_document_has_that_type(driver: Driver) -> None:
    html = httpx2.Response(200, headers={"content-type": "text/html; charset=utf-8"}, content=b"true")
    op = Operation[Any]("things_check", "GET", "/things", result=lambda: bool)
    with pytest.raises(ResponseDecodeError, match="text/html"):
        driver.run(Service(html), lambda client: client._call(op, {}))
    assert driver.run(Service(html), lambda client: client._call(replace(op, media_types=("text/html",)), {})) is True
