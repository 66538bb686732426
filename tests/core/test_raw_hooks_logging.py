"""Raw answers, hooks and the log."""

import logging
import pickle
from typing import Any

import httpx2
import pytest
from core_under_test._core.errors import APIError, ConfigurationError, NotFoundError, ResponseDecodeError
from core_under_test.testing import NOTE, TOKEN, Clock, Driver, Service, answer, envelope

# --- raw answers ---


def test_a_raw_answer_has_what_came_and_parses_to_what_the_call_returns(driver: Driver) -> None:
    service = Service(503, answer(X_Request_Id="req-9", X_Other="o"))
    clock = Clock()
    raw = driver.run(service, lambda client: client.with_raw_response.notes.get(7), runtime=clock.runtime())
    assert raw.status_code == 200
    assert raw.headers["x-other"] == "o"
    assert raw.content == envelope(NOTE)
    assert raw.text == envelope(NOTE).decode()
    assert raw.json()["data"] == NOTE
    assert raw.request_id == "req-9"
    assert raw.attempts == 2
    assert raw.elapsed >= 0
    assert raw.method == "GET"
    assert raw.url == "https://api.example.com/v1/notes/7"
    note = raw.parse()
    assert note.id == 7
    assert raw.parse() is note
    assert repr(raw) == f"<RawResponse [200] GET https://api.example.com/v1/notes/7, {len(envelope(NOTE))} bytes>"


def test_a_raw_call_raises_errors_at_once_and_decoding_errors_when_parsed(driver: Driver) -> None:
    with pytest.raises(NotFoundError):
        driver.run(Service(404), lambda client: client.with_raw_response.notes.get(7))
    with pytest.raises(NotFoundError):
        driver.run(Service(envelope({"code": 404, "msg": "x"})), lambda client: client.with_raw_response.notes.get(7))
    raw = driver.run(Service(b"{"), lambda client: client.with_raw_response.notes.get(7))
    assert raw.content == b"{"
    for _ in range(2):
        with pytest.raises(ResponseDecodeError):
            raw.parse()


def test_the_raw_form_takes_the_same_arguments_and_leaves_the_client_as_it_was(driver: Driver) -> None:
    service = Service()
    client = driver.client(service)
    raw_view = client.with_raw_response
    driver.use(client, lambda c: raw_view.notes.get(7, slug="/a", site_id=1, extra_query={"q": 1}, timeout=3))
    assert service.last.url.query == b"q=1"
    assert service.last.headers["x-site-slug"] == "/a"
    assert client._is_raw is False


def test_the_raw_form_of_a_list_parses_to_its_first_page(driver: Driver) -> None:
    service = Service(answer({"notes": [NOTE], "total": 1}))
    raw = driver.run(service, lambda client: client.with_raw_response.notes.list(limit=5))
    page = raw.parse()
    assert [note.id for note in page.items] == [7]
    assert page.total == 1
    assert not page.has_next


def test_a_raw_answer_is_not_pickled(driver: Driver) -> None:
    raw = driver.run(Service(), lambda client: client.with_raw_response.notes.get(7))
    with pytest.raises(TypeError, match="keep its content"):
        pickle.dumps(raw)


# --- hooks ---


def hooks(driver: Driver, on_request: Any = None, on_response: Any = None) -> dict[str, Any]:
    """Options with these hooks, made asynchronous for the asynchronous client."""

    def fit(hook: Any) -> Any:
        async def hook_async(value: Any) -> None:
            hook(value)

        return hook if driver.kind == "sync" else hook_async

    given = {"on_request": on_request, "on_response": on_response}
    return {name: [fit(hook)] for name, hook in given.items() if hook}


def test_hooks_see_each_attempt_and_may_change_headers(driver: Driver) -> None:
    service, seen = Service(503, httpx2.ReadError, answer()), []

    def mark(request: httpx2.Request) -> None:
        request.headers["X-Trace"] = f"t{len(seen)}"
        seen.append(str(request.url))

    answers: list[Any] = []
    driver.run(
        service,
        lambda client: client.notes.get(7),
        runtime=Clock().runtime(),
        **hooks(driver, mark, lambda raw: answers.append((raw.status_code, raw.attempts, raw.content))),
    )
    assert [request.headers["x-trace"] for request in service.requests] == ["t0", "t1", "t2"]
    assert answers == [(503, 1, b""), (200, 3, envelope(NOTE))]


def test_hooks_are_kept_by_copies_and_raw_views(driver: Driver) -> None:
    seen: list[Any] = []
    options = hooks(driver, seen.append)
    driver.run(Service(), lambda client: client.with_options(timeout=1).with_raw_response.notes.get(7), **options)
    assert len(seen) == 1


def test_an_exception_of_a_hook_comes_out_as_it_is(driver: Driver) -> None:
    def fail(value: Any) -> None:
        raise LookupError("mine")

    service = Service()
    with pytest.raises(LookupError, match="mine"):
        driver.run(service, lambda client: client.notes.get(7), **hooks(driver, fail))
    assert service.requests == []
    with pytest.raises(LookupError, match="mine"):
        driver.run(service, lambda client: client.notes.get(7), **hooks(driver, None, fail))


@pytest.mark.parametrize("when", ["on_request", "on_response"])
def test_a_hook_of_the_other_kind_of_client_is_refused(driver: Driver, when: str) -> None:
    async def asynchronous(_: Any) -> None: ...

    def synchronous(_: Any) -> None: ...

    hook, named = (asynchronous, "plain functions") if driver.kind == "sync" else (synchronous, "async functions")
    with pytest.raises(TypeError, match=named):
        driver.run(Service(), lambda client: client.notes.get(7), **{when: [hook]})


def test_a_hook_cannot_send_credentials_to_another_origin(driver: Driver) -> None:
    for elsewhere in (
        "https://evil.example/v1/notes/7",
        "http://api.example.com/v1",
        "https://api.example.com:444/v1",
    ):

        def move(request: httpx2.Request, elsewhere: str = elsewhere) -> None:
            request.url = httpx2.URL(elsewhere)

        service = Service()
        with pytest.raises(ConfigurationError, match="changed the origin"):
            driver.run(service, lambda client: client.notes.get(7), **hooks(driver, move))
        assert service.requests == []


# --- log ---


def test_one_line_for_each_attempt(driver: Driver, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG, "core_under_test")
    service = Service(503, httpx2.ReadError, answer(X_Request_Id="req-9"))
    driver.run(service, lambda client: client.notes.get(7, extra_query={"q": "hidden"}), runtime=Clock().runtime())
    lines = [record.getMessage() for record in caplog.records if record.name == "core_under_test"]
    assert lines == [
        "GET /notes/7 -> 503, 0 bytes, request id none, 0 ms, attempt 1",
        "GET /notes/7 -> ReadError: planned, 0 ms, attempt 2",
        f"GET /notes/7 -> 200, {len(envelope(NOTE))} bytes, request id req-9, 0 ms, attempt 3",
    ]


def test_an_answer_cannot_forge_lines_or_colours(driver: Driver, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG, "core_under_test")
    forged = "a\nGET /x -> 200\x1b[31m\x85\u2028b"
    request_id = [(b"x-request-id", "r\x1b[31m\x85\x1cs".encode("latin-1"))]
    replies = [httpx2.Response(400, json={"msg": forged}, headers=request_id), httpx2.ReadError(forged + "x" * 9000)]
    errors = []
    for reply in replies:
        with pytest.raises(APIError) as caught:
            driver.run(Service(reply), lambda client: client.notes.get(7), max_retries=0)
        errors.append(caught.value)
    assert errors[0].message == forged  # the platform's own words are data
    lines = [record.getMessage() for record in caplog.records if record.name == "core_under_test"]
    for line in (*lines, *map(str, errors)):
        assert len(line.splitlines()) == 1
        assert "\x1b" not in line
        assert len(line) < 1000


def test_nothing_is_logged_above_debug(driver: Driver, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, "core_under_test")
    with pytest.raises(APIError):
        driver.run(Service(500), lambda client: client.notes.get(7), runtime=Clock().runtime())
    assert [record for record in caplog.records if record.name == "core_under_test"] == []


@pytest.fixture
def package_logger() -> Any:
    logger = logging.getLogger("core_under_test")
    handlers, level = list(logger.handlers), logger.level
    yield logger
    logger.handlers[:] = handlers
    logger.setLevel(level)


def test_the_variable_log_sends_the_log_to_standard_error(
    driver: Driver,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    package_logger: logging.Logger,
) -> None:
    monkeypatch.setenv("EXAMPLE_LOG", "Debug")
    driver.client(Service())
    driver.run(Service(), lambda client: client.notes.get(7))
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == 1
    assert "core_under_test DEBUG GET /notes/7 -> 200" in lines[0]
    assert TOKEN not in lines[0]
    assert len(package_logger.handlers) == 1


def test_without_the_variable_nothing_is_set_up(driver: Driver, package_logger: logging.Logger) -> None:
    driver.client(Service())
    assert package_logger.handlers == []
    assert package_logger.level == logging.NOTSET
