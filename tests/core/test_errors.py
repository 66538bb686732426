"""The hierarchy of errors and what each of them tells."""

import json
import pickle
from typing import Any

import httpx2
import pytest
from core_under_test._core import errors
from core_under_test._core.envelope import ErrorRule, Rewrite
from core_under_test.testing import NOTE, TOKEN, Clock, Driver, Service, answer, envelope


def fail(driver: Driver, *answers: Any, action: Any = None, **options: Any) -> Any:
    with pytest.raises(errors.APIError) as caught:
        driver.run(Service(*answers), action or (lambda client: client.notes.get(7)), max_retries=0, **options)
    return caught.value


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (400, errors.BadRequestError),
        (401, errors.AuthenticationError),
        (402, errors.APIStatusError),
        (403, errors.PermissionDeniedError),
        (404, errors.NotFoundError),
        (405, errors.MethodNotAllowedError),
        (409, errors.ConflictError),
        (413, errors.ContentTooLargeError),
        (418, errors.APIStatusError),
        (422, errors.UnprocessableEntityError),
        (429, errors.RateLimitError),
        (500, errors.ServerError),
        (503, errors.ServerError),
        (520, errors.ServerError),
        (599, errors.ServerError),
        (600, errors.ServerError),
        (999, errors.ServerError),
        (304, errors.APIStatusError),
        (300, errors.APIStatusError),
    ],
)
def test_each_status_has_its_class(driver: Driver, status: int, kind: type) -> None:
    error = fail(driver, status)
    assert type(error) is kind
    assert (error.status, error.http_status, error.attempts) == (status, status, 1)


@pytest.mark.parametrize("status", [201, 202, 203, 206, 299])
def test_every_2xx_is_a_success(driver: Driver, status: int) -> None:
    note = driver.run(Service(answer(status=status)), lambda client: client.notes.get(7))
    assert note.id == 7


def test_one_base_and_the_matching_builtin_classes() -> None:
    kinds = [kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, Exception)]
    assert all(issubclass(kind, errors.APIError) for kind in kinds)
    assert issubclass(errors.APITimeoutError, TimeoutError)
    assert issubclass(errors.ConfigurationError, ValueError)
    assert issubclass(errors.InvalidRequestError, ValueError)
    assert all(kind.__doc__ for kind in kinds)


def test_an_error_answer_carries_everything_that_is_known(driver: Driver) -> None:
    body = json.dumps({"data": {"code": 404, "msg": "no record"}})
    headers = {
        "X-Request-Id": "req-1",
        "X-Other": "o",
        "Content-Type": "application/json",
        "Set-Cookie": "sid=1",
    }
    reply = httpx2.Response(404, text=body, headers=headers)
    error = fail(driver, reply, action=lambda c: c.notes.get(7, extra_query={"q": "x y"}))
    assert error.method == "GET"
    assert error.url == "https://api.example.com/v1/notes/7?q=x%20y"
    assert error.code == 404
    assert error.message == "no record"
    assert error.body == {"data": {"code": 404, "msg": "no record"}}
    assert error.request_id == "req-1"
    assert error.headers["x-other"] == "o"
    assert "set-cookie" not in error.headers
    assert str(error) == "GET https://api.example.com/v1/notes/7: answered 404, no record (request id req-1)"


def test_what_is_unknown_is_none_or_empty() -> None:
    error = errors.APIError("text")
    assert (error.method, error.url, error.status, error.code, error.body, error.request_id) == (None,) * 6
    assert (error.message, dict(error.headers), error.attempts) == ("text", {}, 0)


def test_a_401_says_which_argument_and_variable_to_look_at(driver: Driver) -> None:
    text = str(fail(driver, 401))
    assert "Check the credential: token=… or the variable EXAMPLE_TOKEN" in text


def test_a_401_in_a_whole_sentence_ends_with_one_full_stop(driver: Driver) -> None:
    sentence = httpx2.Response(401, content=b"This belongs to another user.")
    assert "another user. Check the credential" in str(fail(driver, sentence))


def test_an_error_inside_status_200_is_typed_by_its_code(driver: Driver) -> None:
    error = fail(driver, envelope({"code": 401, "msg": "unauthorized"}))
    assert type(error) is errors.AuthenticationError
    assert (error.status, error.http_status, error.code, error.message) == (401, 200, 401, "unauthorized")


def test_a_rewritten_code_is_typed_by_what_it_really_means(driver: Driver) -> None:
    error = fail(driver, envelope({"code": 500, "msg": "record not found"}))
    assert type(error) is errors.NotFoundError
    assert (error.status, error.code) == (404, 500)
    assert type(fail(driver, envelope({"code": 500, "msg": "record not found."}))) is errors.ServerError


@pytest.mark.parametrize(
    "data",
    [
        {**NOTE, "code": "0"},
        {**NOTE, "code": 0, "msg": "ok"},
        {**NOTE, "code": 200, "msg": "ok"},
        {**NOTE, "code": True, "msg": "x"},
        {**NOTE, "code": 404},
        {**NOTE, "code": "404", "msg": "x"},
        {**NOTE, "text": '"code":404,"msg":"x"'},
    ],
    ids=str,
)
def test_a_success_that_resembles_an_error_is_a_success(driver: Driver, data: Any) -> None:
    assert driver.run(Service(envelope(data)), lambda client: client.notes.get(7)).id == 7


def test_a_long_answer_that_does_not_decode_is_searched_for_an_error_too(driver: Driver) -> None:
    error = fail(driver, envelope({"code": 400, "msg": "bad", "details": "x" * 9000}))
    assert type(error) is errors.BadRequestError


RULE = ErrorRule(("/data/code", "/code"), ("/data/msg", "/msg"), True, (Rewrite(500, "gone", 404),))


@pytest.mark.parametrize(
    ("status", "body", "expected"),
    [
        (200, b'{"data":{"code":401,"msg":"x"}}', 401),
        (200, b'{"code":405,"msg":"x"}', 405),
        (200, b'{"data":{"code":500,"msg":"gone"}}', 404),
        (200, b'{"data":{"code":4711,"msg":"x"}}', 999),
        (200, b'{"data":{"code":401.0,"msg":"x"}}', 200),
        (200, b'{"data":{"code":401,"msg":5}}', 200),
        (200, b'{"data":[1]}', 200),
        (200, b"{broken", 200),
        (200, b'"code"', 200),
        (200, b"[" * 5000, 200),
        (204, b"", 204),
        (500, b'{"data":{"code":500,"msg":"gone"}}', 404),
        (502, b"<html>", 502),
        (405, b'{"code":401,"msg":"x"}', 405),
    ],
)
def test_effective_status_is_the_rule_for_mocks_and_tests(status: int, body: bytes, expected: int) -> None:
    assert RULE.effective_status(status, body) == expected


def test_without_inside_success_a_2xx_answer_is_no_error() -> None:
    assert ErrorRule().effective_status(200, b'{"code":500,"message":"x"}') == 200


@pytest.mark.parametrize(
    ("body", "code", "message"),
    [
        (b'{"error":"RuleErrorX"}', None, "RuleErrorX"),
        (b'{"error":{"code":"E1","message":"words"}}', "E1", "words"),
        (b'{"statusCode":400,"message":["a must be b","c"],"error":"Bad Request"}', None, "a must be b; c"),
        (b'{"code":true,"message":5}', None, None),
        (b"plain words\nsecond line", None, "plain words"),
        (b"<html><body>no</body></html>", None, None),
        (b"", None, None),
        (b"\xff\xfe", None, "\ufffd\ufffd"),
    ],
)
def test_code_and_words_are_found_in_the_usual_places(body: bytes, code: Any, message: str | None) -> None:
    fault = ErrorRule().fault(400, body)
    assert fault is not None
    assert (fault.code, fault.message) == (code, message)


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        ("3", 3.0),
        (" 2.5 ", 2.5),
        ("0", 0.0),
        ("soon", None),
        ("-1", None),
        ("٣", None),
        ("", None),
        ("9" * 400, 1e9),
    ],
)
def test_rate_limits_say_how_long_to_wait(driver: Driver, header: str, seconds: float | None) -> None:
    error = fail(driver, httpx2.Response(429, headers=[(b"retry-after", header.encode())]))
    assert type(error) is errors.RateLimitError
    assert error.retry_after == seconds


def test_retry_after_as_a_date_is_counted_from_now(driver: Driver) -> None:
    clock = Clock()  # Unix time 1700001000: Tue, 14 Nov 2023 22:30:00 GMT
    reply = httpx2.Response(503, headers={"Retry-After": "Tue, 14 Nov 2023 22:30:07 GMT"})
    assert fail(driver, reply, runtime=clock.runtime()).retry_after == 7
    past = httpx2.Response(503, headers={"Retry-After": "Tue, 14 Nov 2023 22:00:00 GMT"})
    assert fail(driver, past, runtime=clock.runtime()).retry_after == 0


@pytest.mark.parametrize(
    ("cause", "kind", "phase", "arrived"),
    [
        (httpx2.ConnectError, errors.APIConnectionError, None, False),
        (httpx2.ConnectTimeout, errors.APITimeoutError, "connect", False),
        (httpx2.PoolTimeout, errors.APITimeoutError, "pool", False),
        (httpx2.ProxyError, errors.APIConnectionError, None, False),
        (httpx2.ReadTimeout, errors.APITimeoutError, "read", True),
        (httpx2.WriteTimeout, errors.APITimeoutError, "write", True),
        (httpx2.ReadError, errors.APIConnectionError, None, True),
        (httpx2.WriteError, errors.APIConnectionError, None, True),
        (httpx2.RemoteProtocolError, errors.APIConnectionError, None, True),
    ],
)
def test_no_answer_tells_never_sent_from_perhaps_arrived(
    driver: Driver, cause: type[Exception], kind: type, phase: str | None, arrived: bool
) -> None:
    error = fail(driver, cause)
    assert type(error) is kind
    assert error.may_have_arrived is arrived
    assert getattr(error, "phase", None) == phase
    assert (error.method, error.url, error.attempts) == ("GET", "https://api.example.com/v1/notes/7", 1)
    assert ("It was never sent" in str(error)) is not arrived
    assert cause.__name__ in str(error)


def test_an_error_hides_the_exception_of_the_transport(driver: Driver) -> None:
    error = fail(driver, httpx2.ReadTimeout)
    assert error.__cause__ is None
    assert error.__context__ is None


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_is_an_error_that_names_the_origin_only_and_sends_nothing(driver: Driver, status: int) -> None:
    target = "https://user:pw@evil.example:8443/path?secret=1#x"
    service = Service(httpx2.Response(status, headers={"Location": target}))
    with pytest.raises(errors.RedirectError) as caught:
        driver.run(service, lambda client: client.notes.get(7))
    error = caught.value
    assert len(service.requests) == 1
    assert error.location_origin == "https://evil.example:8443"
    assert "https://evil.example:8443" in str(error)
    for part in ("pw", "/path", "secret"):
        assert part not in repr((str(error), vars(error)))


@pytest.mark.parametrize(
    ("location", "origin"),
    [
        ("/other", "https://api.example.com"),
        ("//evil.example", "https://evil.example"),
        ("http://[::broken", "an unreadable address"),
        ("", "https://api.example.com"),
        ("javascript:alert(1)", "javascript://"),
        ("\xff", "https://api.example.com"),
    ],
)
def test_odd_redirects_are_errors_as_well(driver: Driver, location: str, origin: str) -> None:
    if tuple(map(int, httpx2.__version__.split(".")[:2])) < (2, 16) and location.startswith(("http:", "javascript:")):
        pytest.skip("this httpx2 calls such an address a protocol error")
    error = fail(driver, httpx2.Response(302, headers=[(b"location", location.encode("latin-1"))]))
    assert type(error) is errors.RedirectError
    assert error.location_origin == origin


def test_bodies_and_headers_that_errors_keep_are_bounded(driver: Driver) -> None:
    headers = [(f"x-{number}", "v" * 5000) for number in range(200)]
    error = fail(driver, httpx2.Response(500, text="é" * 100_000, headers=headers))
    assert len(error.body) <= 16 * 1024
    assert len(error.headers) <= 50
    assert all(len(value) <= 1000 for value in error.headers.values())
    assert len(str(error)) < 1000
    long_json = fail(driver, httpx2.Response(500, json={"message": "m" * 100_000}))
    assert len(long_json.message) <= 500
    assert len(pickle.dumps(long_json)) < 40_000


def test_members_of_kept_bodies_that_look_secret_are_masked(driver: Driver) -> None:
    body = {"data": {"access_token": "planted", "user": {"Password": 'a"b', "name": "n"}, "token_count": 5}}
    error = fail(driver, httpx2.Response(400, json=body))
    assert error.body == {"data": {"access_token": "***", "user": {"Password": "***", "name": "n"}, "token_count": 5}}


def test_credentials_that_come_back_in_an_answer_are_masked(driver: Driver) -> None:
    headers = {"X-Echo": f"Bearer {TOKEN}", "X-Request-Id": TOKEN}
    error = fail(driver, httpx2.Response(400, json={"code": TOKEN, "message": f"bad {TOKEN}"}, headers=headers))
    assert TOKEN not in repr((str(error), vars(error)))


def test_a_credential_in_the_query_of_a_call_is_masked_in_its_address(driver: Driver) -> None:
    query = {"q": f"x{TOKEN}", "access_token": "t", "n": 1}
    error = fail(driver, 400, action=lambda c: c.notes.get(7, extra_query=query))
    assert error.url == "https://api.example.com/v1/notes/7?q=x***&access_token=***&n=1"


def test_errors_can_be_pickled_and_keep_their_members(driver: Driver) -> None:
    for reply in (httpx2.Response(404, json={"msg": "x"}), httpx2.ReadTimeout, b"{"):
        error = fail(driver, reply)
        copy = pickle.loads(pickle.dumps(error))
        assert type(copy) is type(error)
        assert str(copy) == str(error)
        assert vars(copy) == vars(error)


def test_a_rewrite_without_a_code_goes_by_the_words_alone() -> None:
    rule = ErrorRule(rewrites=(Rewrite(None, "Failed to record", 503),))
    assert rule.effective_status(400, b'{"message": "Failed to record"}') == 503
    assert rule.effective_status(400, b'{"code": 7, "message": "Failed to record"}') == 503
    assert rule.effective_status(400, b'{"message": "Failed"}') == 400


def test_an_empty_header_that_would_be_secret_masks_nothing(driver: Driver) -> None:
    with pytest.raises(errors.ServerError) as caught:
        driver.run(Service(500), lambda client: client.notes.get(7, extra_headers={"X-Token": ""}), max_retries=0)
    assert "***" not in str(caught.value)
    assert caught.value.url == "https://api.example.com/v1/notes/7"
