"""What the engine answers, records, refuses and keeps."""

from __future__ import annotations

import json
import threading
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from overrides.core.mock.contract import Call, Violation
from overrides.core.mock.engine import Answer, AnswerRefused, Clock, MockCore, behaviour
from overrides.core.mock.http import Headers, Request, Response

DOCUMENT: dict[str, Any] = json.loads(Path(__file__).with_name("shelf.json").read_text())
JSON = ("Content-Type", "application/json")
BOOK = {"id": 1, "title": "Maps", "price": "9.5", "tags": ["atlas"]}


class Bare(MockCore):
    """A mock without behaviour."""

    def __init__(self, **options: Any) -> None:
        super().__init__(DOCUMENT, **options)


class Shelf(Bare):
    """A mock with state, checks and behaviours, as a platform would write it."""

    books: dict[int, dict[str, Any]]

    def start(self) -> None:
        self.books = {}

    def seed(self, *, books: list[dict[str, Any]]) -> Any:
        made = [{"id": self.next_id("book"), **book} for book in books]
        self.books.update({book["id"]: book for book in made})
        return made

    def state(self) -> dict[str, Any]:
        return {"books": [*self.books.values()]}

    def before(self, call: Call) -> None:
        if call.operation.id == "books_create" and "authorization" not in call.request.headers:
            raise Answer(Response.of_json({"error": "log in"}, 400))

    @behaviour
    def books_create(self, call: Call) -> Any:
        return self.seed(books=[{"title": call.body["title"] if isinstance(call.body, dict) else ""}])[0]

    @behaviour
    def books_get(self, call: Call) -> Any:
        book = self.books.get(call.parameters["path", "book_id"])
        return book or Response.of_json({"error": "no such book"}, 404)

    @behaviour
    def books_delete(self, call: Call) -> None:
        self.books.pop(call.parameters["path", "book_id"], None)


def send(
    core: MockCore, method: str, path: str, body: bytes = b"", *headers: tuple[str, str], local: bool = True
) -> Response:
    """Send one request to a core, without any adapter."""
    raw_path, _, query = path.partition("?")
    sent = Headers((JSON, *headers) if body else headers)
    return core.handle(Request(method, raw_path, query, sent, body, local))


def test_without_behaviour_the_documents_first_success_is_answered_and_said_to_be_an_example() -> None:
    core = Bare()
    answer = send(core, "GET", "/api/books/7")
    assert (answer.status, answer.json()) == (200, BOOK)
    assert Headers(answer.headers)["x-mock-behaviour"] == "example"
    assert core.violations == ()


def test_examples_are_answered_with_their_own_status_and_media_type() -> None:
    core = Bare()
    for method, path, status, kind in [
        ("POST", "/api/books", 201, "application/json"),
        ("DELETE", "/api/books/1", 204, None),
        ("GET", "/api/books/1/pages/1-2", 200, "text/plain"),
        ("POST", "/api/orders", 200, "application/vnd.shelf+json"),
    ]:
        answer = send(core, method, path)
        assert (answer.status, Headers(answer.headers).get("content-type")) == (status, kind)


def test_an_operation_without_any_example_says_so() -> None:
    response = {"200": {"description": "Done.", "content": {"application/json": {"schema": {"type": "object"}}}}}
    core = MockCore({"paths": {"/a": {"get": {"operationId": "a_get", "responses": response}}}})
    assert send(core, "GET", "/a").body == b"The document has no example for a_get."


def test_behaviour_keeps_state_and_its_values_become_answers() -> None:
    core = Shelf()
    created = send(core, "POST", "/api/books", b'{"title":"Maps"}', ("Authorization", "x"))
    assert (created.status, created.json()) == (201, {"id": 1, "title": "Maps"})
    assert send(core, "GET", "/api/books/1").json() == {"id": 1, "title": "Maps"}
    assert send(core, "DELETE", "/api/books/1").status == 204
    assert send(core, "GET", "/api/books/1").status == 404
    assert core.violations == ()


def test_a_behaviour_for_an_unknown_operation_is_an_error() -> None:
    class Wrong(Shelf):
        @behaviour
        def books_steal(self, call: Call) -> None: ...

    with pytest.raises(LookupError, match="books_steal"):
        Wrong()


def test_faithful_mode_answers_and_records_what_the_document_refuses() -> None:
    core = Shelf()
    answer = send(core, "POST", "/api/books", b'{"title":5}', ("Authorization", "x"))
    assert answer.status == 201
    assert [(one.side, one.where) for one in core.violations] == [
        ("request", "body/title"),
        ("answer", "answer 201/title"),
    ]


def test_strict_mode_refuses_the_request_after_the_platforms_own_checks() -> None:
    core = Shelf(mode="strict")
    assert send(core, "POST", "/api/books", b'{"title":5}').json() == {"error": "log in"}
    refused = send(core, "POST", "/api/books", b'{"title":5}', ("Authorization", "x"))
    assert (refused.status, core.books) == (400, {})
    assert "body/title" in refused.json()["error"]


class Rehearsing(Shelf):
    """It says what its calls change, and has an opinion of its own about titles."""

    remembered = ("books", "_ids")

    @behaviour
    def books_create(self, call: Call) -> Any:
        made = super().books_create(call)
        if call.body == {"title": ""}:
            raise Answer(Response.of_json({"error": "give it a title"}, 400))
        return made


def test_strict_mode_prefers_the_platforms_own_error_and_keeps_no_trace_of_having_asked() -> None:
    core = Rehearsing(mode="strict")
    log_in = ("Authorization", "Bearer x")
    assert send(core, "POST", "/api/books", b'{"title": ""}', log_in).json() == {"error": "give it a title"}
    other = send(core, "POST", "/api/books", b'{"title": 5}', log_in)
    assert other.json()["error"] == 'request of books_create: body/title: 5 is not of type "string"'
    assert core.state() == {"books": []}
    assert core.next_id("book") == 1


def test_strict_mode_raises_for_an_answer_that_the_document_refuses() -> None:
    core = Shelf(mode="strict")
    core.seed(books=[{"title": 5}])
    with pytest.raises(AnswerRefused, match="answer 200/title: 5 is not of type") as raised:
        send(core, "GET", "/api/books/1")
    assert [violation.operation for violation in raised.value.violations] == ["books_get"]


def test_another_mode_is_an_error() -> None:
    with pytest.raises(ValueError, match="'faithful' or 'strict', not 'lax'"):
        Bare(mode="lax")


def test_unknown_paths_and_methods_have_the_platforms_form_and_are_recorded() -> None:
    class Own(Shelf):
        def unknown_path(self, request: Request) -> Response:
            return Response.of_json({"error": f"nothing at {request.raw_path}"}, 410)

    core = Own()
    assert send(core, "GET", "/nowhere").status == 410
    wrong = send(core, "PATCH", "/api/books/1")
    assert (wrong.status, Headers(wrong.headers)["allow"]) == (405, "GET, DELETE")
    assert [violation.where for violation in core.violations] == ["GET /nowhere", "PATCH /api/books/1"]


def test_hooks_see_every_answer_before_and_after_its_check() -> None:
    class Own(Shelf):
        def routed_path(self, request: Request) -> str:
            return str(request.raw_path.rstrip("/"))

        def judge(self, call: Call) -> list[Violation]:
            return [violation for violation in call.violations if violation.where != "query/limit"]

        def decorate(self, request: Request, response: Response) -> Response:
            return response.with_headers(("X-Trace", "7"))

        def deliver(self, request: Request, response: Response) -> Response:
            return Response(299, response.headers, b"not documented")

    core = Own()
    for path in ("/api/books/?limit=x", "/nowhere"):
        answer = send(core, "GET", path, b"", ("X-Shelf", "maps"))
        assert (answer.status, Headers(answer.headers)["x-trace"]) == (299, "7")
    assert [violation.where for violation in core.violations] == ["GET /nowhere"]


def test_reading_violations_counts_as_noticing_them() -> None:
    core = Bare()
    send(core, "GET", "/nowhere")
    assert core.unnoticed == 1
    assert len(core.violations) == 1
    assert core.unnoticed == 0
    send(core, "GET", "/nowhere")
    assert (core.unnoticed, len(core.violations)) == (1, 2)


def test_reset_begins_anew() -> None:
    core = Shelf(seed=5)
    first = core.uuid()
    core.seed(books=[{"title": "a"}])
    core.fail(status=500)
    send(core, "GET", "/nowhere")
    core.reset()
    assert core.state() == {"books": []}
    assert (core.violations, core.requests, core.faults) == ((), [], [])
    assert core.uuid() == first
    assert core.seed(books=[{"title": "b"}])[0]["id"] == 1


def test_random_values_differ_from_mock_to_mock_unless_seeded() -> None:
    new = Bare
    assert new().uuid() != new().uuid()
    assert new(seed=1).uuid() == new(seed=1).uuid() != new(seed=2).uuid()


def test_the_clock_is_real_or_stands_until_it_is_moved() -> None:
    begin = datetime(2024, 2, 29, 12, tzinfo=UTC)
    clock = Clock(begin)
    assert clock.now() == clock.now() == begin
    clock.advance(90.5)
    assert (clock.now() - begin).total_seconds() == 90.5
    assert abs((Clock().now() - datetime.now(UTC)).total_seconds()) < 5
    with pytest.raises(ValueError, match="aware"):
        Clock(datetime(2024, 1, 1))


def test_requests_are_logged_within_bounds_and_show_no_secrets() -> None:
    core = Shelf()
    send(core, "POST", "/api/books", b'{"title":"secret-title"}', ("Authorization", "Bearer secret-token"))
    (request,) = core.requests
    assert (request.method, request.raw_path, request.json()) == (
        "POST",
        "/api/books",
        {"title": "secret-title"},
    )
    assert request.headers["AUTHORIZATION"] == "Bearer secret-token"
    assert "secret" not in repr(core.exchanges[0]) + repr(request.headers)
    for _ in range(1500):
        send(core, "GET", "/api/books/1")
    assert len(core.requests) == 1000
    for _ in range(5):
        send(core, "POST", "/api/books", b'"' + b"a" * 10_000_000 + b'"', ("Authorization", "x"))
    assert sum(len(request.body) for request in core.requests) <= core.log_bytes
    assert len(core.violations) <= 1000


def test_many_threads_lose_nothing() -> None:
    core = Shelf()

    def create() -> None:
        for _ in range(100):
            send(core, "POST", "/api/books", b'{"title":"a"}', ("Authorization", "x"))

    threads = [threading.Thread(target=create) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(core.books) == list(range(1, 801))


# --- Faults ---


def test_a_fault_hits_its_operation_as_often_as_asked() -> None:
    core = Bare()
    fault = core.fail("books_get", status=503, headers={"Retry-After": "1"}, body="later", times=2)
    answers = [send(core, "GET", path) for path in ("/api/books/newest", *["/api/books/1"] * 3)]
    assert [answer.status for answer in answers] == [200, 503, 503, 200]
    assert (answers[1].headers, answers[1].body) == ((("Retry-After", "1"),), b"later")
    assert fault.hits == 2
    assert core.violations == ()


def test_a_fault_with_a_probability_hits_the_same_requests_for_the_same_seed() -> None:
    def statuses(seed: int) -> list[int]:
        core = Bare(seed=seed)
        core.fail(status=500, probability=0.5)
        return [send(core, "GET", "/api/books/1").status for _ in range(40)]

    assert statuses(1) == statuses(1) != statuses(2)
    assert 5 < statuses(1).count(500) < 35


def test_a_drop_before_leaves_the_state_and_a_drop_after_does_not() -> None:
    core = Shelf()
    for drop, books in (("before", 0), ("after", 1)):
        core.fail(drop=drop, times=1)
        assert send(core, "POST", "/api/books", b'{"title":"a"}', ("Authorization", "x")).dropped
        assert len(core.books) == books


def test_latency_and_truncation_are_asked_of_the_adapter() -> None:
    core = Bare()
    core.fail(latency=0.5, truncate=True)
    answer = send(core, "GET", "/api/books/1")
    assert (answer.delay, answer.sent) == (0.5, len(answer.body) // 2)


@pytest.mark.parametrize(
    "fault",
    [
        {},
        {"drop": "sometimes"},
        {"latency": -1},
        {"status": 700},
        {"status": 500, "probability": 2},
        {"times": 3},
        {"status": 500, "headers": {"X-One": "1\r\nX-Two: 2"}},
        {"status": 500, "headers": {"X-One": 1}},
        {"status": 500, "body": 5},
    ],
)
def test_a_fault_that_makes_no_sense_is_refused(fault: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"fault needs|drop is|latency is|headers is"):
        Bare().fail(**fault)


def test_a_fault_for_an_unknown_operation_is_refused() -> None:
    with pytest.raises(LookupError, match="books_steal"):
        Bare().fail("books_steal", status=500)


# --- Control endpoints ---


def test_control_endpoints_steer_the_mock_and_stay_out_of_its_log() -> None:
    core = Shelf()
    assert send(core, "POST", "/__mock__/seed", b'{"books":[{"title":"a"}]}').json() == [{"id": 1, "title": "a"}]
    assert send(core, "GET", "/__mock__/state").json() == {"books": [{"id": 1, "title": "a"}]}
    assert send(core, "POST", "/__mock__/faults", b'{"operation":"books_get","status":500}').json()["hits"] == 0
    assert send(core, "GET", "/api/books/1").status == 500
    assert send(core, "GET", "/__mock__/faults").json()[0]["hits"] == 1
    send(core, "DELETE", "/__mock__/faults")
    send(core, "GET", "/api/books/x")
    assert send(core, "GET", "/__mock__/violations").json()[0]["where"] == "path/book_id"
    assert len(core.requests) == 2
    send(core, "POST", "/__mock__/reset")
    assert send(core, "GET", "/__mock__/state").json() == {"books": []}


@pytest.mark.parametrize(
    ("method", "path", "body", "status"),
    [
        ("GET", "/__mock__/", b"", 404),
        ("GET", "/__mock__/nothing", b"", 404),
        ("GET", "/__mock__/reset", b"", 405),
        ("POST", "/__mock__/seed", b"{", 400),
        ("POST", "/__mock__/seed", b"[1]", 400),
        ("POST", "/__mock__/seed", b'{"planets":[]}', 400),
        ("POST", "/__mock__/faults", b"{}", 400),
        ("POST", "/__mock__/faults", b'{"colour":"red"}', 400),
        ("POST", "/__mock__/faults", b'{"operation":"no","status":500}', 400),
        ("POST", "/__mock__/faults", b'{"latency":"slow"}', 400),
    ],
)
def test_control_errors_say_what_is_wrong(method: str, path: str, body: bytes, status: int) -> None:
    answer = send(Shelf(), method, path, body)
    assert answer.status == status
    assert len(answer.json()["error"]) > 10


def test_control_endpoints_do_not_exist_for_other_machines() -> None:
    core = Shelf()
    core.seed(books=[{"title": "a"}])
    assert send(core, "POST", "/__mock__/reset", local=False).status == 404
    assert core.books


def test_control_endpoints_are_not_for_web_pages() -> None:
    core = Shelf()
    core.seed(books=[{"title": "a"}])
    assert send(core, "POST", "/__mock__/reset", b"", ("Origin", "https://page.example")).status == 403
    assert core.books
