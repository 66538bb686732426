"""A document held against requests and answers: routes, values, bodies, reasons."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import pytest

from overrides.core.mock import http
from overrides.core.mock.contract import Call, Contract, coerce
from overrides.core.mock.document import DocumentError

DOCUMENT: dict[str, Any] = json.loads(Path(__file__).with_name("shelf.json").read_text())
JSON = ("Content-Type", "application/json")
FORM = ("Content-Type", "application/x-www-form-urlencoded")


@pytest.fixture(scope="module")
def shelf() -> Contract:
    return Contract(DOCUMENT)


@pytest.mark.parametrize(
    ("method", "path", "operation", "values"),
    [
        ("GET", "/api/books/7", "books_get", {"book_id": "7"}),
        ("GET", "/api/books/newest", "books_newest", {}),
        ("DELETE", "/api/books/newest", "books_delete", {"book_id": "newest"}),
        ("GET", "/v2/books/7", "books_get", {"book_id": "7"}),
        ("GET", "/beta/books/7", "books_get", {"book_id": "7"}),
        ("GET", "/api/books/a%2Fb", "books_get", {"book_id": "a/b"}),
        ("GET", "/api/books/%D7%90%3D%3D", "books_get", {"book_id": "\u05d0=="}),
        ("GET", "/api/books/%FF", "books_get", {"book_id": "\ufffd"}),
        ("GET", "/api/books/7/pages/3-44", "pages_list", {"book_id": "7", "first": "3", "last": "44"}),
        ("GET", "/health", "health_get", {}),
    ],
)
def test_a_path_leads_to_its_operation(
    shelf: Contract, method: str, path: str, operation: str, values: dict[str, str]
) -> None:
    match = shelf.match(method, path)
    assert match
    assert match.operation
    assert (match.operation.id, match.values) == (operation, values)


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "",
        "/books",
        "/api",
        "/api/",
        "/api/books/",
        "/api/books/1/",
        "/api/books/a/b",
        "/api/health",
        "/v3/books",
    ],
)
def test_other_paths_lead_nowhere(shelf: Contract, path: str) -> None:
    assert shelf.match("GET", path) is None


def test_a_known_path_with_another_method_names_those_it_has(shelf: Contract) -> None:
    match = shelf.match("PATCH", "/api/books/7")
    assert match
    assert (match.operation, match.methods) == (None, ("GET", "DELETE"))


def read(shelf: Contract, method: str, url: str, *headers: tuple[str, str], body: bytes = b"") -> Call:
    path, _, query = url.partition("?")
    match = shelf.match(method, path)
    assert match
    assert match.operation
    request = http.Request(method, path, query, http.Headers(headers), body)
    return shelf.read(match.operation, request, match.values)


@pytest.mark.parametrize(
    ("query", "name", "value"),
    [
        ("limit=10", "limit", 10),
        ("limit=+7", "limit", " 7"),
        ("limit=%2B7", "limit", 7),
        ("limit=007", "limit", 7),
        ("limit=1.0", "limit", "1.0"),
        ("limit=", "limit", ""),
        ("limit=\u0665", "limit", "\u0665"),
        ("limit=3&limit=4", "limit", 3),
        ("tag=a&tag=b,c", "tag", ["a", "b,c"]),
        ("ids=1,2,x", "ids", [1, 2, "x"]),
        ("price=1e3", "price", 1000.0),
        ("price=null", "price", None),
        ("price=NaN", "price", "NaN"),
        ("sold=true", "sold", True),
        ("sold=True", "sold", "True"),
    ],
)
def test_query_values_are_read_by_their_declared_types(shelf: Contract, query: str, name: str, value: object) -> None:
    call = read(shelf, "GET", f"/api/books?{query}", ("X-Shelf", "maps"))
    assert call.parameters["query", name] == value


@pytest.mark.parametrize(
    ("text", "value"),
    [("12", 12), ("012", 12), ("-1", "-1"), ("1e3", "1e3"), ("18446744073709551616", "18446744073709551616")],
)
def test_a_union_of_integer_and_text_takes_what_is_valid(shelf: Contract, text: str, value: object) -> None:
    assert read(shelf, "GET", f"/api/books/{text}").parameters["path", "book_id"] == value


@pytest.mark.parametrize(
    ("request_", "wanted"),
    [
        (("GET", "/api/books"), ["header/X-Shelf: is required"]),
        (("GET", "/api/books", ("x-shelf", "9")), ['header/X-Shelf: "9" does not match "^[a-z]+$"']),
        (
            ("GET", "/api/books?limit=101", ("x-shelf", "a")),
            ["query/limit: 101 is greater than the maximum of 100"],
        ),
        (("GET", "/api/books?limit=x", ("x-shelf", "a")), ['query/limit: "x" is not of type "integer"']),
        (("GET", "/api/books?tag=a&tag=", ("x-shelf", "a")), ['query/tag/1: "" is shorter than 1 character']),
        (("GET", "/api/books?unknown=1", ("x-shelf", "a")), []),
        (("GET", "/api/books/a%2Fb"), ['path/book_id: "a/b" does not match "^[0-9]+$"']),
        (("POST", "/api/books", JSON), ["body: is required"]),
        (("POST", "/api/books", JSON, b"{}"), ['body: "title" is a required property']),
        (("POST", "/api/books", JSON, b'{"title":5}'), ['body/title: 5 is not of type "string"']),
        (
            ("POST", "/api/books", JSON, b'{"title":"a","tags":["x",null]}'),
            ['body/tags/1: null is not of type "string"'],
        ),
        (("POST", "/api/books", JSON, b'{"title":"a","more":[1]}'), []),
        (("POST", "/api/books", JSON, b"{"), ["body: not JSON: "]),
        (("POST", "/api/books", JSON, b"[" * 999), ["body: nested deeper than 200 levels"]),
        (
            ("POST", "/api/books", ("Content-Type", "text/xml"), b'{"title":"a"}'),
            ["header/Content-Type: 'text/xml' is not application/json"],
        ),
        (("POST", "/api/books", ("Content-Type", "Application/JSON; charset=x"), b'{"title":"a"}'), []),
        (("POST", "/api/orders", FORM, b"payload=%5B%5D&count=2&tag=a&tag=b"), []),
        (("POST", "/api/orders", FORM, b"payload=x"), ["body/payload: not JSON: "]),
        (
            ("POST", "/api/orders", FORM, b"payload=%5B%7B%22book%22:0,%22count%22:%22x%22%7D%5D&count=0"),
            [
                "body/count: 0 is less than the minimum of 1",
                "body/payload/0/book: 0 is less than the minimum of 1",
                'body/payload/0/count: "x" is not of type "integer"',
            ],
        ),
        (("POST", "/api/orders", FORM, b"count=2"), ['body: "payload" is a required property']),
        (("PUT", "/api/notes"), []),
        (("PUT", "/api/notes", ("Content-Type", "text/plain"), b"12345"), []),
        (
            ("PUT", "/api/notes", ("Content-Type", "text/plain"), b"123456"),
            ['body: "123456" is longer than 5 characters'],
        ),
        (("DELETE", "/api/books/1", JSON, b"ignored"), []),
    ],
)
def test_a_request_is_refused_with_place_and_reason(
    shelf: Contract, request_: tuple[Any, ...], wanted: list[str]
) -> None:
    *head, body = request_ if isinstance(request_[-1], bytes) else (*request_, b"")
    violations = read(shelf, *head, body=body).violations
    found = [f"{violation.where}: {violation.reason}" for violation in violations]
    assert len(found) == len(wanted), found
    assert all(text.startswith(start) for text, start in zip(found, wanted, strict=True)), found
    assert all(violation.side == "request" for violation in violations)


def test_a_violation_names_the_rule_of_the_document(shelf: Contract) -> None:
    (violation,) = read(shelf, "GET", "/api/books/x").violations
    assert violation.rule == "#/components/schemas/NumericId/pattern"
    assert str(violation).startswith('request of books_get: path/book_id: "x" does not match')


def test_reasons_stay_short_whatever_was_sent(shelf: Contract) -> None:
    body = b'{"title":"' + b"a" * 1_000_000 + b'","tags":[' + b"1," * 1000 + b"1]}"
    violations = read(shelf, "POST", "/api/books", JSON, body=body).violations
    assert len(violations) == 5
    assert all(len(violation.reason) <= 240 for violation in violations)


@pytest.mark.parametrize(
    ("operation", "answer", "wanted"),
    [
        ("books_get", (200, [JSON], b'{"id":1,"title":"a"}'), []),
        (
            "books_get",
            (200, [JSON], b'{"id":"x","title":"a"}'),
            ['answer 200/id: "x" does not match "^[0-9]+$"'],
        ),
        ("books_get", (200, [JSON], b'{"id":1}'), ['answer 200: "title" is a required property']),
        ("books_get", (200, [JSON], b'{"id":1,"title":"a","tags":["x",{}]}'), ["answer 200/tags/1: "]),
        ("books_get", (200, [JSON], b'{"id":1,"title":"a","added":"yesterday"}'), ["answer 200/added: "]),
        ("books_get", (200, [JSON], b'{"id":'), ["answer 200: not JSON: "]),
        ("books_get", (200, [], b"{}"), ["answer 200/header/Content-Type: '' is not application/json"]),
        ("books_get", (200, [JSON], b""), ["answer 200: has no body, but one is documented"]),
        (
            "books_get",
            (418, [JSON], b"{}"),
            ["answer 418: the status is none of the documented ones: 200, 404"],
        ),
        ("books_delete", (204, [], b""), []),
        ("books_delete", (204, [JSON], b"{}"), ["answer 204/header/Content-Type: "]),
        ("books_list", (200, [JSON, ("x-trace", "5")], b'{"books":[],"total":0}'), []),
        ("books_list", (200, [JSON], b'{"books":[],"total":0}'), ["answer 200/header/X-Trace: is required"]),
        (
            "books_list",
            (200, [JSON, ("X-Trace", "a")], b'{"books":[],"total":0}'),
            ["answer 200/header/X-Trace: "],
        ),
        ("books_list", (503, [JSON], b'{"error":"later"}'), []),
        ("books_list", (503, [JSON], b'{"error":5}'), ['answer 503/error: 5 is not of type "string"']),
        ("pages_list", (200, [("Content-Type", "text/plain; charset=utf-8")], b"Page"), []),
        ("pages_list", (200, [("Content-Type", "text/plain")], b"a" * 21), ["answer 200: "]),
        ("pages_list", (200, [("Content-Type", "text/plain")], b"\xff"), ["answer 200: 'utf-8' codec"]),
    ],
)
def test_an_answer_is_refused_with_place_and_reason(
    shelf: Contract, operation: str, answer: tuple[Any, ...], wanted: list[str]
) -> None:
    status, headers, body = answer
    violations = shelf.check(shelf.operations[operation], http.Response(status, tuple(headers), body))
    found = [f"{violation.where}: {violation.reason}" for violation in violations]
    assert len(found) == len(wanted), found
    assert all(text.startswith(start) for text, start in zip(found, wanted, strict=True)), found


def test_every_example_of_the_document_passes_its_own_check(shelf: Contract) -> None:
    for operation in shelf.operations.values():
        example = shelf.example(operation)
        assert example
        missing = [violation.where for violation in shelf.check(operation, example)]
        assert missing == (["answer 200/header/X-Trace"] if operation.id == "books_list" else [])


def test_a_document_that_cannot_be_used_says_where() -> None:
    schemas = {
        "Book": {"$ref": "#/components/schemas/Nowhere"},
        "NumericId": {"type": "string", "pattern": "("},
        "Failure": {"$ref": "other.json#/Failure"},
        "BookPage": {"$ref": "#/components/schemas/BookPage"},
    }
    for name, schema in schemas.items():
        broken = copy.deepcopy(DOCUMENT)
        broken["components"]["schemas"][name] = schema
        document = Contract(broken).document
        with pytest.raises(DocumentError, match=r"#/components/schemas/"):
            document.faults("x", document.follow(f"/components/schemas/{name}")[0], "body")


def test_a_large_connected_document_is_ready_at_once_and_compiles_what_is_used() -> None:
    schemas = {
        f"S{i}": {
            "type": "object",
            "properties": {"next": {"$ref": f"#/components/schemas/S{(i + 1) % 400}"}},
        }
        for i in range(400)
    }
    shelf = Contract({"paths": {}, "components": {"schemas": schemas}})
    assert shelf.document.faults({"next": {"next": 5}}, "/components/schemas/S0", "body") == [
        ("body/next/next", '5 is not of type "object"', "#/components/schemas/S2/type")
    ]


@pytest.mark.parametrize(
    ("text", "value"), [("1.5", 1.5), ("-2e3", -2000.0), ("4.67e+307", 4.67e307), ("1e999", "1e999"), ("1e", "1e")]
)
def test_a_number_in_a_query_is_read_unless_it_is_beyond_every_number(text: str, value: Any) -> None:
    assert coerce(text, frozenset({"number"})) == value
