"""Secrets planted in every place that a client has must not come out anywhere.

Each scenario runs a client full of marked secrets into one situation, and collects all that somebody could
see of it: reprs, the log at every level of every logger, exceptions with their chains, tracebacks with
locals, warnings, pickles, and whatever was sent to other origins. None of it may hold a mark.
"""

import asyncio
import contextlib
import gc
import io
import logging
import pickle
import socket
import threading
import traceback
import types
import warnings
from collections.abc import Callable, Iterator
from typing import Any

import httpx2
import pytest
from core_under_test import models
from core_under_test._core.errors import APIError, ClientStateError, InvalidRequestError
from core_under_test._core.operation import Operation, Parameter
from core_under_test._core.raw import RawResponse
from core_under_test._core.secrets import Secret
from core_under_test.testing import Clock, Driver, Service, answer, envelope

MARK = "PLANTED"


def planted(name: str) -> str:
    """A marked secret, with a character that is percent-encoded in URLs."""
    return f"{MARK}-{name}/+0"


LOGIN = Operation[Any](
    "login",
    "POST",
    "/login",
    (Parameter("key", "query", "key"),),
    body="json",
    request=lambda: models.NoteCreate,
    result=lambda: models.NoteEnvelope,
    unwrap=("data",),
    security=(("bearerAuth", "keyHeader", "keyQuery"),),
    retry=True,
)


class Signer(httpx2.Auth):
    """Holds a secret, like a real one."""

    def __init__(self) -> None:
        self.key = Secret(planted("signer"))

    def auth_flow(self, request: httpx2.Request) -> Iterator[httpx2.Request]:
        request.headers["X-Signature"] = self.key.text()
        yield request


def options(**more: Any) -> dict[str, Any]:
    """A secret in each option that can hold one."""
    return {
        "token": planted("token"),
        "app_key": Secret(planted("key")),
        "query_key": planted("query"),
        "headers": {"X-Gateway-Token": planted("gateway"), "X-Plain-Name": Secret(planted("plain"))},
        "runtime": Clock().runtime(),
        **more,
    }


def login(client: Any) -> Any:
    """A call with a secret in each argument that can hold one."""
    return client._call(
        LOGIN,
        {"key": Secret(planted("argument"))},
        {"text": "x", "token": Secret(planted("body"))},
        {"X-Extra": Secret(planted("extra"))},
        {"auth_token": Secret(planted("extra-query")), "q": Secret(planted("extra-q"))},
    )


class Witness(logging.Handler):
    """Collects everything that could be seen."""

    def __init__(self) -> None:
        super().__init__(logging.NOTSET)
        self.seen: list[str] = []
        self.sent: list[httpx2.Request] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.seen.append(f"log {record.name}: {record.getMessage()} {record.args!r} {record.exc_text}")

    def exception(self, error: BaseException | None) -> None:
        while error is not None:
            self.seen.append(f"error {error!r} {error} {error.args!r} {vars(error)!r}")
            trace = traceback.TracebackException.from_exception(error, capture_locals=True)
            # The frames of this test know the secrets; those of the client must not.
            trace.stack[:] = [f for f in trace.stack if "/tests/" not in f.filename and "testing.py" not in f.filename]
            self.seen.append("trace " + "".join(trace.format()))
            with contextlib.suppress(TypeError):
                self.seen.append(f"pickle {pickle.dumps(error)!r}")
            error = error.__cause__ or error.__context__

    def objects(self, *things: Any) -> None:
        for thing in things:
            self.seen.append(f"repr {thing!r} {thing}")
            with contextlib.suppress(TypeError, AttributeError):
                self.seen.append(f"vars {vars(thing)!r}")
            with contextlib.suppress(TypeError, AttributeError, pickle.PicklingError):
                self.seen.append(f"pickle {pickle.dumps(thing)!r}")

    def check(self) -> None:
        assert self.seen
        for text in self.seen:
            assert MARK not in text, text[max(0, text.index(MARK) - 300) : text.index(MARK) + 100]


@pytest.fixture
def witness(monkeypatch: pytest.MonkeyPatch) -> Iterator[Witness]:
    """Listens on every logger at every level, and to warnings."""
    found = Witness()
    root = logging.getLogger()
    before = {name: logging.getLogger(name).level for name in ("", "core_under_test", "httpx2", "httpcore2", "asyncio")}
    for name in before:
        logging.getLogger(name).setLevel(1)
    root.addHandler(found)
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        yield found
        found.seen.extend(f"warning {warning.message} {warning!r}" for warning in caught)
    root.removeHandler(found)
    for name, level in before.items():
        logging.getLogger(name).setLevel(level)
    found.check()


def echo(request: httpx2.Request, status: int = 400) -> httpx2.Response:
    """A server that sends everything back that it got."""
    told = {name: value for name, value in request.headers.items() if name not in ("content-length", "host")}
    body = {
        "code": status,
        "message": str(request.url.raw_path),
        "sent": request.content.decode(),
        "headers": told,
    }
    headers = {f"x-echo-{name}": value for name, value in told.items()} | {"x-request-id": told["authorization"]}
    return httpx2.Response(status, json=body, headers=headers)


SITUATIONS: dict[str, Callable[[], Service]] = {
    "success": Service,
    "status 401": lambda: Service(401),
    "echo 400": lambda: Service(lambda request: echo(request, 400)),
    "echo 503": lambda: Service(lambda request: echo(request, 503)),
    "echo inside 200": lambda: Service(envelope({"code": 500, "msg": f"bad token {planted('token')}"})),
    "redirect": lambda: Service(
        lambda request: httpx2.Response(
            307, headers={"Location": f"https://evil.example/{planted('token')}?{request.url.query.decode()}"}
        )
    ),
    "not JSON": lambda: Service(lambda request: httpx2.Response(200, content=b"{" + echo(request).content)),
    "not valid": lambda: Service(lambda request: httpx2.Response(200, content=echo(request).content)),
    "new secret in a bad answer": lambda: Service(envelope({"id": "x", "access_token": planted("issued"), "text": 5})),
    "new secret in a truncated answer": lambda: Service(envelope({"id": 1, "access_token": planted("issued")})[:-8]),
    "new secret in a cookie": lambda: Service(httpx2.Response(403, headers={"Set-Cookie": f"sid={planted('cookie')}"})),
    "too large": lambda: Service(lambda request: httpx2.Response(200, content=echo(request).content * 99)),
    "connect error": lambda: Service(httpx2.ConnectError(f"no route, {planted('token')}")),
    "read timeout": lambda: Service(httpx2.ReadTimeout),
    "protocol error": lambda: Service(httpx2.LocalProtocolError(f"Illegal header value b'{planted('key')}'")),
    "transport bug": lambda: Service(RuntimeError("bug in a transport")),
}


@pytest.mark.parametrize("situation", SITUATIONS)
@pytest.mark.parametrize("raw", [False, True], ids=["plain", "raw"])
def test_nothing_comes_out_of_a_call(driver: Driver, witness: Witness, situation: str, raw: bool) -> None:
    service = SITUATIONS[situation]()
    client = driver.client(service, **options(max_response_bytes=20_000))
    other = client._raw_view() if raw else client
    try:
        result = driver.use(client, lambda _: login(other))
        if raw:
            witness.objects(result, result.parse())
    except (APIError, RuntimeError) as error:
        witness.exception(error)
    witness.objects(client, client.notes, client._credentials)
    witness.seen.append(repr([client._settings, client._executor, client._executor.pool]))
    origins = {(request.url.scheme, request.url.host) for request in service.requests}
    assert origins == {("https", "api.example.com")}
    sent = service.last
    for name in ("token", "key", "gateway", "plain", "extra"):  # else the test would prove nothing
        assert planted(name) in repr(sent.headers.raw)
    assert planted("body").encode() in sent.content
    for name in ("query", "argument", "extra-query", "extra-q"):
        assert f"{MARK}-{name}%2F%2B0".encode() in sent.url.raw_path


@pytest.mark.parametrize(
    "broken",
    [
        {"base_url": "nowhere"},
        {"base_url": f"https://user:{MARK}-userinfo@x.example"},
        {"base_url": f"https://{MARK}-user@x.example"},
        {"base_url": "http://x.example"},
        {"token": f"{MARK} with blanks"},
        {"token": f"{MARK}\r\nX: y"},
        {"token": f"{MARK}-é".encode("latin-1")},
        {"app_key": f"{MARK}-é"},
        {"headers": {"X-Gateway-Token": Secret(f"{MARK}\n")}},
        {"proxy": f"nothing://user:{MARK}@proxy"},
        {"timeout": "soon"},
        {"verify": "/nonexistent"},
        {"transport": object()},
        {"nonsense": 1},
    ],
    ids=lambda broken: next(iter(broken)),
)
def test_nothing_comes_out_of_a_wrong_setting(driver: Driver, witness: Witness, broken: dict[str, Any]) -> None:
    given = options(**broken)
    given["headers"] = broken.get("headers", {"X-Gateway-Token": Secret(planted("gateway"))})
    with pytest.raises((APIError, TypeError)) as caught:
        driver.client(**given)
    witness.exception(caught.value)


@pytest.mark.parametrize("name", ["TOKEN", "APP_KEY", "BASE_URL"])
def test_nothing_comes_out_of_a_wrong_variable(
    driver: Driver, witness: Witness, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setenv(f"EXAMPLE_{name}", f"https://{MARK} é:{MARK}@x")
    with pytest.raises(APIError) as caught:
        driver.client(token=None)
    witness.exception(caught.value)


def call_with(client: Any, body: Any = None, headers: Any = None, query: Any = None) -> Any:
    return client._call(LOGIN, {}, body or {"text": "x"}, headers, query)


BAD_CALLS: dict[str, Callable[[Any], Any]] = {
    "header": lambda client: call_with(client, headers={"X-Extra": Secret(f"{MARK}\n")}),
    "body type": lambda client: call_with(client, {"text": 5, "token": Secret(planted("body"))}),
    "body member": lambda client: call_with(client, {"text": "x", "token": [Secret(planted("body"))]}),
    "body unwritable": lambda client: call_with(
        client, {"text": "x", "token": Secret(planted("b")), "meta": {"o": object()}}
    ),
    "query too long": lambda client: call_with(client, query={"q": Secret(planted("q") * 9000)}),
    "path": lambda client: client.notes.get("", extra_headers={"X-Extra": Secret(planted("extra"))}),
}


@pytest.mark.parametrize("name", BAD_CALLS)
def test_nothing_comes_out_of_a_call_that_cannot_be_sent(driver: Driver, witness: Witness, name: str) -> None:
    client = driver.client(Service(), **options())
    with pytest.raises(APIError) as caught:
        driver.use(client, BAD_CALLS[name])
    witness.exception(caught.value)


@pytest.mark.parametrize("place", ["api key", "extra query"])
def test_nothing_comes_out_of_a_query_that_httpx2_logs(driver: Driver, witness: Witness, place: str) -> None:
    service = Service()
    operation = Operation[Any]("x", "GET", "/x", security=(("keyQuery",),) if place == "api key" else ((),))
    query = None if place == "api key" else {"q": Secret(planted("query"))}
    client = driver.client(service, token=None, query_key=planted("query") if place == "api key" else None)
    driver.use(client, lambda c: c._call(operation, {}, {}, None, query))
    assert f"{MARK}-query%2F%2B0".encode() in service.last.url.raw_path
    assert any("httpx2: HTTP Request" in text and "***" in text for text in witness.seen)


def test_nothing_comes_out_of_a_useful_object_that_is_not_there(driver: Driver, witness: Witness) -> None:
    operation = Operation[Any]("x", "GET", "/x", result=lambda: models.NoteEnvelope, unwrap=("data", "nothing"))
    service = Service(envelope({"id": 1, "text": "t", "access_token": planted("issued")}))
    with pytest.raises(APIError, match=r"no data\.nothing") as caught:
        driver.run(service, lambda client: client._call(operation, {}), **options())
    witness.exception(caught.value)


def test_nothing_comes_out_of_a_constructor_that_hides_nothing_itself(driver: Driver, witness: Witness) -> None:
    base = type(driver.client(Service())).__mro__[1]

    class Bare(base):  # type: ignore[misc, valid-type]  # the base class of either client
        _env, _product, _default_base_url = "BARE", "bare/1", "https://api.example.com"

    given = {"headers": {"X-Gateway-Token": planted("gateway")}, "proxy": f"http://u:{MARK}@proxy.example"}
    for broken in ({"timeout": "soon"}, {"nonsense": 1}, {"base_url": f"https://u:{MARK}@x.example"}):
        with pytest.raises((APIError, TypeError)) as caught:
            Bare(credentials={}, **given, **broken)
        witness.exception(caught.value)


def test_nothing_comes_out_with_a_signer(driver: Driver, witness: Witness) -> None:
    service = Service(lambda request: httpx2.Response(503))
    client = driver.client(service, **options())._with(credentials={"bearerAuth": Signer()})
    operation = Operation[Any]("x", "GET", "/x", security=(("bearerAuth",),), retry=True)
    with pytest.raises(APIError) as caught:
        driver.use(client, lambda c: c._call(operation, {}))
    witness.exception(caught.value)
    witness.objects(client, client._credentials)
    assert planted("signer") in repr(service.last.headers.raw)


def test_nothing_comes_out_of_a_cancelled_call(witness: Witness) -> None:
    async def main() -> None:
        blocked = asyncio.Event()

        # Like the frames of a real transport, with the headers at hand.
        scope: dict[str, Any] = {"__name__": "httpcore2._async.http11"}
        source = "async def slow(request):\n    headers = request.headers.raw\n    await request.blocked.wait()"
        exec(compile(source, "elsewhere.py", "exec"), scope)

        def slow(request: httpx2.Request) -> Any:
            request.blocked = blocked  # type: ignore[attr-defined]  # a way to hand it over
            return scope["slow"](request)

        client = Driver("async").client(transport=httpx2.MockTransport(slow), **options())
        async with client:
            with pytest.raises(TimeoutError) as caught:
                await asyncio.wait_for(login(client), 0.05)
        witness.exception(caught.value)

    asyncio.run(main())


def test_nothing_comes_out_of_clients_that_are_left_open(driver: Driver, witness: Witness) -> None:
    client = driver.client(Service(), **options())
    (driver.use if driver.kind == "sync" else lambda c, action: asyncio.run(action(c)))(client, login)
    witness.objects(client)
    del client
    gc.collect()


def test_nothing_comes_out_of_hooks_that_fail(driver: Driver, witness: Witness) -> None:
    def fail(value: Any) -> None:
        raise LookupError("hook")

    async def fail_async(value: Any) -> None:
        fail(value)

    hook = fail if driver.kind == "sync" else fail_async
    for place in ("on_request", "on_response"):
        client = driver.client(Service(), **options(**{place: [hook]}))
        with pytest.raises(LookupError) as caught:
            driver.use(client, login)
        witness.exception(caught.value)


def test_nothing_comes_out_on_standard_error(driver: Driver, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EXAMPLE_LOG", "debug")
    stream = io.StringIO()
    monkeypatch.setattr("sys.stderr", stream)
    logger = logging.getLogger("core_under_test")
    handlers, level = list(logger.handlers), logger.level
    try:
        driver.run(Service(503, answer()), login, **options())
    finally:
        logger.handlers[:] = handlers
        logger.setLevel(level)
    assert "POST /login -> 503" in stream.getvalue()
    assert MARK not in stream.getvalue()


def test_nothing_comes_out_of_plain_texts_as_arguments(driver: Driver, witness: Witness) -> None:
    def call(client: Any) -> Any:
        return client.notes.create(
            text="x",
            token=planted("body"),
            extra_headers={"X-Api-Key": planted("extra"), "Private-Key": planted("private")},
            extra_query={"api_key": planted("query"), "session_id": [Secret(planted("session"))]},
        )

    service = Service(401)
    with pytest.raises(APIError) as caught:
        driver.run(service, call)
    witness.exception(caught.value)
    assert service.last.headers["x-api-key"] == planted("extra")
    assert planted("body").encode() in service.last.content
    assert f"{MARK}-session%2F%2B0".encode() in service.last.url.raw_path


def test_nothing_comes_out_of_a_secret_in_the_path(driver: Driver, witness: Witness) -> None:
    service = Service(404, httpx2.ReadError)
    for _ in range(2):
        with pytest.raises(APIError, match=r"/notes/\*\*\*") as caught:
            driver.run(service, lambda client: client.notes.get(Secret(planted("path"))), max_retries=0)
        witness.exception(caught.value)
    assert f"{MARK}-path%2F%2B0".encode() in service.last.url.raw_path


@pytest.mark.parametrize("place", ["body", "extra_headers", "extra_query", "path"])
def test_nothing_comes_out_of_a_secret_that_is_no_text(driver: Driver, witness: Witness, place: str) -> None:
    secret = Secret(b"\xff" + MARK.encode())
    calls: dict[str, Callable[[Any], Any]] = {
        "body": lambda client: client.notes.create(text="x", token=secret),
        "path": lambda client: client.notes.get(secret),
    }
    call = calls.get(place, lambda client: client.notes.get(7, **{place: {"X-A": secret}}))
    with pytest.raises(InvalidRequestError, match="this secret is not text in UTF-8") as caught:
        driver.run(Service(), call)
    witness.exception(caught.value)


def reachable(root: Any) -> Iterator[Any]:
    """Everything that hangs on `root`, except what a Secret holds, and code."""
    seen, todo = set(), [root]
    while todo:
        thing = todo.pop()
        if id(thing) in seen or isinstance(thing, type | types.ModuleType | types.FunctionType | types.FrameType):
            continue
        seen.add(id(thing))
        yield thing
        todo += [] if isinstance(thing, Secret) else gc.get_referents(thing)


def test_nothing_comes_out_of_whatever_can_be_reached_from_a_client(driver: Driver, witness: Witness) -> None:
    service = Service(answer(set_cookie=f"sid={planted('cookie')}; Path=/"))
    client = driver.client(service, **options())
    driver.use(client.with_options(headers={"X-Plain-Name": Secret(planted("plain"))}), login)
    assert planted("gateway") in repr(service.last.headers.raw)
    service.requests.clear()
    service.answers.clear()
    things = list(reachable(client))
    assert len(things) > 100
    for thing in things:
        with contextlib.suppress(Exception):
            witness.seen.append(f"repr {thing!r}")
        with contextlib.suppress(Exception):
            witness.seen.append(f"pickle {pickle.dumps(thing)!r}")


def test_nothing_comes_out_of_headers_that_a_hook_looks_at(driver: Driver, witness: Witness) -> None:
    def look(request: httpx2.Request) -> None:
        witness.seen.append(repr([request, request.headers]))
        assert planted("key") in request.headers.values()
        with pytest.raises(TypeError, match="cannot be pickled"):
            pickle.dumps(request.headers)

    async def look_async(request: httpx2.Request) -> None:
        look(request)

    driver.run(Service(), login, **options(on_request=[look if driver.kind == "sync" else look_async]))
    assert any("'host': 'api.example.com'" in text for text in witness.seen)


def test_nothing_comes_out_of_an_own_client_in_a_second_loop(witness: Witness) -> None:
    own = httpx2.AsyncClient(transport=Service().transport())
    client = Driver("async").client(http_client=own, **options())
    asyncio.run(login(client))
    with pytest.raises(ClientStateError) as caught:
        asyncio.run(login(client))
    witness.exception(caught.value)
    asyncio.run(own.aclose())


@pytest.mark.parametrize("kind", [RuntimeError, KeyboardInterrupt])
def test_frames_of_transports_are_taken_out_of_tracebacks_and_other_frames_are_left(
    witness: Witness, kind: type[BaseException]
) -> None:
    inner: dict[str, Any] = {"__name__": "httpcore2._sync.http11", "kind": kind}
    exec(
        "def send(request, look):\n    headers = request.headers.raw\n    try:\n        look(headers)\n"
        "    except LookupError:\n        raise kind('bug')",
        inner,
    )

    def look(headers: Any) -> None:
        del headers
        raise LookupError

    client = Driver("sync").client(transport=httpx2.MockTransport(lambda r: inner["send"](r, look)), **options())
    with pytest.raises(kind, match="bug") as caught:
        login(client)
    witness.exception(caught.value)
    assert caught.value.__context__ is not None
    assert "in look" in "".join(traceback.format_exception(caught.value))
    assert "in send" not in "".join(traceback.format_exception(caught.value))


ECHOES: dict[str, Callable[[str], httpx2.Response]] = {
    "a line that is cut": lambda token: httpx2.Response(400, text="x" * 190 + token),
    "a body that is cut": lambda token: httpx2.Response(400, text=token * 3000),
    "content type": lambda token: httpx2.Response(200, content=b"{}", headers={"Content-Type": f"text/{token}"}),
    "encoding": lambda token: httpx2.Response(200, content=b"", headers={"Content-Encoding": token}),
    "name of a member": lambda token: httpx2.Response(200, json={"ts": 1, "data": {token: 1}}),
    "host": lambda token: httpx2.Response(302, headers={"Location": f"https://{token}.example/"}),
}


@pytest.mark.parametrize("place", ECHOES)
def test_nothing_comes_out_of_an_echo(driver: Driver, witness: Witness, place: str) -> None:
    token = "planted0123456789abcdefghijklmnopqrstuvwxyz"
    with pytest.raises(APIError) as caught:
        driver.run(Service(ECHOES[place](token)), lambda c: c.notes.get(7), token=token)
    told = repr((str(caught.value), vars(caught.value)))
    assert not any(token[:length] in told for length in range(7, len(token)))


def test_nothing_comes_out_of_what_the_connection_logs(driver: Driver, witness: Witness) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def serve() -> None:
            connection, _ = listener.accept()
            with connection:
                connection.recv(65536)
                cookie = f"Set-Cookie: sid={planted('cookie')}\r\nX-Echo: {planted('token')}\r\n"
                connection.sendall(f"HTTP/1.1 404 None\r\n{cookie}Content-Length: 0\r\n\r\n".encode())

        thread = threading.Thread(target=serve)
        thread.start()
        url = f"http://127.0.0.1:{listener.getsockname()[1]}"
        with pytest.raises(APIError) as caught:
            driver.run(None, login, **options(base_url=url))
        thread.join()
    witness.exception(caught.value)
    assert any("receive_response_headers.complete" in text and "404" in text for text in witness.seen)


def test_the_password_of_a_proxy_is_not_logged(driver: Driver, witness: Witness) -> None:
    driver.client()
    line = f"setup_socks5_connection.started stream=1 host='x' port=443 auth=(b'user', b'{MARK}') timeouts={{}}"
    logging.getLogger("httpcore2.socks").debug(line)
    assert any("setup_socks5_connection.started" in text for text in witness.seen)


def test_the_witness_notices_a_leak() -> None:
    def leak(token: str) -> None:
        raise ValueError("x")

    found = Witness()
    for expose in (
        lambda: found.objects({"t": planted("t")}),
        lambda: found.emit(logging.makeLogRecord({"msg": planted("t")})),
    ):
        found.seen.clear()
        expose()
        with pytest.raises(AssertionError):
            found.check()
    scope: dict[str, Any] = {}
    exec(compile("def leak(token):\n    raise ValueError('x')", "elsewhere.py", "exec"), scope)
    with pytest.raises(ValueError, match="x") as caught:
        scope["leak"](planted("t"))
    found.seen.clear()
    found.exception(caught.value)
    with pytest.raises(AssertionError):
        found.check()
    assert RawResponse.__reduce_ex__
    assert leak
