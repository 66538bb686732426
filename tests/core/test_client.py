"""Configuration, copies, life time, threads, loops and processes of a client."""

import asyncio
import concurrent.futures
import copy
import gc
import hmac
import logging
import os
import pickle
import ssl
import sys
import threading
import warnings
import weakref
from typing import Any

import httpx2
import pytest
from core_under_test._core.errors import ClientStateError, ConfigurationError
from core_under_test._core.operation import Operation
from core_under_test._core.retry import RetryPolicy
from core_under_test._core.secrets import Secret
from core_under_test.testing import TOKEN, Driver, Service, answer

# --- configuration ---


def test_arguments_win_over_the_environment_and_that_over_defaults(
    driver: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in {
        "BASE_URL": "https://env.example/x/",
        "TIMEOUT": "5",
        "TOKEN": "from-env",
        "SITE_ID": "3",
    }.items():
        monkeypatch.setenv(f"EXAMPLE_{name}", value)
    service = Service()
    driver.run(service, lambda client: client.notes.get(7), token=None, deadline=None)
    assert service.last.url == "https://env.example/x/notes/7"
    assert service.last.headers["authorization"] == "Bearer from-env"
    assert service.last.headers["x-site-id"] == "3"
    assert service.last.extensions["timeout"]["read"] == 5
    driver.run(
        service,
        lambda client: client.notes.get(7),
        token="arg",
        base_url="https://arg.example",
        site_id=4,
        timeout=6,
    )
    assert service.last.url.host == "arg.example"
    assert service.last.headers["authorization"] == "Bearer arg"
    assert service.last.headers["x-site-id"] == "4"
    assert service.last.extensions["timeout"].get("read") == pytest.approx(6)


def test_an_argument_for_retries_wins_over_the_variable(driver: Driver, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EXAMPLE_MAX_RETRIES", "1")
    for options, expected in (
        ({}, 1),
        ({"retry": RetryPolicy(max_retries=7)}, 7),
        ({"retry": RetryPolicy(max_retries=7), "max_retries": 3}, 3),
    ):
        assert driver.client(Service(), **options)._settings.retry.max_retries == expected


def test_secrets_among_the_default_headers_are_replaced_by_name(driver: Driver) -> None:
    service = Service()
    first = driver.client(service, headers={"X-Key-Token": "one", "X-A": "1"})
    for headers, expected in (
        ({"x-key-token": "two"}, ["two"]),
        ({"X-A": Secret("hidden")}, ["one"]),
    ):
        driver.use(first.with_options(headers=headers), lambda c: c.notes.get(7))
        assert service.last.headers.get_list("x-key-token") == expected
    assert service.last.headers.get_list("x-a") == ["hidden"]
    plain = first.with_options(headers={"X-A": Secret("hidden")}).with_options(headers={"x-a": "2"})
    driver.use(plain, lambda c: c.notes.get(7))
    assert service.last.headers.get_list("x-a") == ["2"]


def test_a_secret_header_over_plain_http_is_refused_as_well(driver: Driver) -> None:
    options = {"base_url": "http://x.example", "token": None}
    with pytest.raises(ConfigurationError, match="allow_insecure_http=True"):
        driver.client(Service(), headers={"Authorization": "Basic x"}, **options)
    with pytest.raises(ConfigurationError, match="allow_insecure_http=True"):
        driver.client(Service(), **options).with_options(headers={"X-Api-Key": "x"})


def test_blank_variables_count_as_not_set(driver: Driver, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("BASE_URL", "TIMEOUT", "TOKEN", "SITE_ID", "MAX_RETRIES", "LOG", "DEADLINE"):
        monkeypatch.setenv(f"EXAMPLE_{name}", "  ")
    service = Service()
    driver.run(service, lambda client: client.notes.get(7), token=None)
    assert service.last.url.host == "api.example.com"


@pytest.mark.parametrize(
    ("name", "value", "reason"),
    [
        ("TIMEOUT", "soon", "'soon' is not a number of seconds above 0"),
        ("TIMEOUT", "0", "above 0"),
        ("TIMEOUT", "-1", "above 0"),
        ("TIMEOUT", "nan", "above 0"),
        ("TIMEOUT", "inf", "above 0"),
        ("DEADLINE", "x", "above 0"),
        ("MAX_RETRIES", "-1", "whole number from 0 on"),
        ("MAX_RETRIES", "2.5", "whole number from 0 on"),
        ("MAX_RETRIES", "٣", "whole number from 0 on"),
        ("MAX_RESPONSE_BYTES", "many", "whole number from 0 on"),
        ("BASE_URL", "api.example.com", "not an address such as https://"),
        ("BASE_URL", "ftp://x", "not an address such as https://"),
        ("BASE_URL", "https://x/?a=b", "not an address such as https://"),
        ("BASE_URL", "https://x/#a", "not an address such as https://"),
        ("BASE_URL", "https://", "not an address such as https://"),
        ("BASE_URL", "https://x:port", "not an address such as https://"),
        ("BASE_URL", "https://user:planted@x", "must not hold a user name or password"),
        ("TOKEN", "planted token", "printable ASCII"),
        ("TOKEN", "planté", "printable ASCII"),
        ("SITE_ID", "one", "SITE_ID 'one' is not a whole number"),
        ("LOG", "loud", "'loud' is no level: write debug"),
    ],
)
def test_a_wrong_variable_is_named_with_the_reason(
    driver: Driver, monkeypatch: pytest.MonkeyPatch, name: str, value: str, reason: str
) -> None:
    monkeypatch.setenv(f"EXAMPLE_{name}", value)
    with pytest.raises(ConfigurationError) as caught:
        driver.client(Service(), token=None)
    assert str(caught.value).startswith(f"EXAMPLE_{name} ")
    assert reason in str(caught.value)
    assert "planted" not in str(caught.value)


@pytest.mark.parametrize(
    ("options", "reason"),
    [
        ({"timeout": "x"}, "timeout= 'x' is not a number of seconds"),
        ({"timeout": True}, "timeout= True is not a number of seconds"),
        ({"deadline": 0}, "deadline= 0 is not"),
        ({"max_retries": 1.5}, "max_retries= 1.5 is not"),
        ({"max_retries": True}, "max_retries= True is not"),
        ({"base_url": "nowhere"}, "base_url= 'nowhere' is not an address"),
        ({"token": "with blank"}, "token= must be printable ASCII"),
        ({"token": 5}, "token= a secret is text or bytes, not int"),
        ({"token": ""}, "token= must be printable ASCII"),
        ({"verify": "/nonexistent.pem"}, "verify= '/nonexistent.pem' is not a file of certificates"),
        ({"base_url": ""}, "base_url= '' is not an address"),
        ({"base_url": "https://x.example:99999"}, "base_url= 'https://x.example:99999' is not an address"),
        ({"timeout": httpx2.Timeout(-1)}, "timeout= -1 is not a number of seconds"),
        ({"timeout": httpx2.Timeout(5, read=0)}, "timeout= 0 is not a number of seconds"),
        ({"proxy": "planted://x"}, "proxy= must be an address such as http://host:port"),
    ],
    ids=str,
)
def test_a_wrong_argument_is_named_with_the_reason(driver: Driver, options: dict[str, Any], reason: str) -> None:
    with pytest.raises(ConfigurationError) as caught:
        driver.client(**options)
    assert reason in str(caught.value)
    assert caught.value.__context__ is None


@pytest.mark.parametrize(
    ("options", "reason"),
    [
        ({"retry": 3}, "retry= must be a RetryPolicy, not a int"),
        ({"limits": 3}, "limits= must be a Limits, not a int"),
        ({"headers": ["X-A: 1"]}, "headers= must be a Mapping, not a list"),
        ({"runtime": None}, "runtime= must be a Runtime, not a NoneType"),
        ({"on_request": print}, "on_request= must be a Sequence, not a builtin_function_or_method"),
        ({"http2": "yes"}, "http2= must be a bool, not a str"),
        ({"allow_insecure_http": "no"}, "allow_insecure_http= must be a bool, not a str"),
    ],
    ids=str,
)
def test_an_argument_of_another_type_is_named(driver: Driver, options: dict[str, Any], reason: str) -> None:
    with pytest.raises(TypeError, match=reason):
        driver.client(**options)


def test_without_a_default_address_one_must_be_given(driver: Driver, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(type(driver.client(Service())), "_default_base_url", None)
    with pytest.raises(ConfigurationError, match=r"give base_url=… or set EXAMPLE_BASE_URL"):
        driver.client(Service())


def test_a_slash_at_the_end_of_the_address_does_not_matter(driver: Driver) -> None:
    service = Service()
    driver.run(service, lambda client: client.notes.get(7), base_url="https://x.example/api//")
    assert service.last.url == "https://x.example/api/notes/7"


@pytest.mark.parametrize("url", ["http://x.example", "http://10.0.0.1", "http://localhost.example", "http://[fe80::1]"])
def test_a_credential_over_plain_http_is_refused_unless_asked_for(driver: Driver, url: str) -> None:
    with pytest.raises(ConfigurationError, match="allow_insecure_http=True"):
        driver.client(Service(), base_url=url)
    with pytest.warns(UserWarning, match="credentials travel readable") as caught:
        client = driver.client(Service(), base_url=url, allow_insecure_http=True)
    assert len(caught) == 1
    assert caught[0].filename.endswith("testing.py")  # where the client is made
    client.with_options(token="another")  # no second warning: here it would be an error
    driver.use(client, lambda client: client.notes.get(7))
    driver.run(Service(), lambda client: client.notes.get(7), base_url=url, token=None)


@pytest.mark.parametrize(
    "url",
    [
        "http://localhost:8100",
        "http://127.0.0.1",
        "http://127.9.9.9",
        "http://[::1]:80",
        "http://api.localhost",
    ],
)
def test_loopback_may_be_plain_http(driver: Driver, url: str) -> None:
    driver.run(Service(), lambda client: client.notes.get(7), base_url=url)


def test_a_credential_given_later_is_checked_too(driver: Driver) -> None:
    client = driver.client(Service(), base_url="http://x.example", token=None)
    with pytest.raises(ConfigurationError, match="plain http"):
        client.with_options(token="t")


def test_connection_settings_reach_httpx2(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: dict[str, Any] = {}

    class Recorder(httpx2.Client):
        def __init__(self, **options: Any) -> None:
            seen.update(options)
            super().__init__(transport=Service().transport())

    monkeypatch.setattr(httpx2, "Client", Recorder)
    context = ssl.create_default_context()
    limits = httpx2.Limits(max_connections=3)
    options = {
        "proxy": "http://u:p@proxy.example:3128",
        "verify": context,
        "http2": True,
        "trust_env": False,
        "limits": limits,
    }
    Driver("sync").run(None, lambda client: client.notes.get(7), **options)
    assert seen["verify"] is context
    assert (seen["http2"], seen["trust_env"], seen["limits"]) == (True, False, limits)
    assert str(seen["proxy"].url) == "http://proxy.example:3128"
    assert "p@" not in repr(seen)


def test_http2_does_not_write_headers_into_the_log() -> None:
    logger = logging.getLogger("hpack")
    before = logger.level
    try:
        for level, expected in ((logging.NOTSET, logging.INFO), (logging.ERROR, logging.ERROR)):
            logger.setLevel(level)
            Driver("sync").client(http2=True)
            assert logger.level == expected
    finally:
        logger.setLevel(before)


def test_a_file_of_certificates_becomes_an_ssl_context(tmp_path: Any) -> None:
    bundle = ssl.get_default_verify_paths().cafile
    if bundle is None or not os.path.exists(bundle):  # noqa: PTH110  # a path given by OpenSSL
        pytest.skip("this machine has no bundle of certificates")
    client = Driver("sync").client(verify=bundle)
    assert isinstance(client._executor.pool.options["verify"], ssl.SSLContext)
    broken = tmp_path / "broken.pem"
    broken.write_text("nothing")
    with pytest.raises(ConfigurationError, match="not a file of certificates in PEM form"):
        Driver("sync").client(verify=broken)


def test_what_httpx2_does_not_accept_is_a_configuration_error(driver: Driver, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTPS_PROXY", "planted://user:planted@proxy")
    with pytest.raises(ConfigurationError, match="proxy variables") as caught:
        driver.run(None, lambda client: client.notes.get(7))
    assert "user:planted" not in str(caught.value)


def test_a_proxy_of_the_environment_does_not_get_what_is_for_this_machine(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://proxy.example:3128")
    for url, proxied in (
        ("http://localhost:8100", False),
        ("http://[::1]:8100", False),
        ("http://x.example", True),
    ):
        client = Driver("sync").client(base_url=url, token=None)
        inner = client._executor.pool.client()
        assert (inner._transport_for_url(httpx2.URL(url)) is not inner._transport) is proxied
        client.close()


# --- your own httpx2 client or transport ---


def own_client(kind: str, service: Any, **options: Any) -> Any:
    cls = httpx2.Client if kind == "sync" else httpx2.AsyncClient
    return cls(transport=service.transport(), **options)


def test_an_own_client_is_used_with_its_headers_and_cookies_and_stays_open(driver: Driver) -> None:
    service = Service(httpx2.Response(302, headers={"Location": "https://evil.example"}), answer())
    own = own_client(driver.kind, service, headers={"X-Own": "1"}, cookies={"c": "2"}, follow_redirects=True)
    with pytest.raises(Exception, match="redirect"):
        driver.run(None, lambda client: client.notes.get(7), http_client=own)
    assert len(service.requests) == 1
    assert service.last.headers["x-own"] == "1"
    assert service.last.headers["cookie"] == "c=2"
    assert service.last.headers["user-agent"].startswith("example-client")
    assert not own.is_closed


def test_no_cookie_is_taken_over_from_an_answer(driver: Driver) -> None:
    service = Service(answer(set_cookie="sid=1; Path=/"))

    def twice(client: Any) -> Any:
        if driver.kind == "sync":
            return client.notes.get(7), client.notes.get(7)

        async def both() -> Any:
            return await client.notes.get(7), await client.notes.get(7)

        return both()

    driver.run(service, twice)
    assert "cookie" not in service.last.headers


@pytest.mark.parametrize(
    ("argument", "name", "given"),
    [
        ("http_client", "Client", ()),
        ("http_client", "AsyncClient", ()),
        ("transport", "MockTransport", (lambda request: None,)),
        ("transport", "HTTPTransport", ()),
        ("timeout", "Timeout", (5,)),
    ],
    ids=["client", "async client", "mock", "transport", "timeout"],
)
def test_an_object_of_httpx_is_refused_with_a_word_about_httpx2(
    driver: Driver, argument: str, name: str, given: tuple[Any, ...]
) -> None:
    httpx = pytest.importorskip("httpx")  # the older library
    options = {argument: getattr(httpx, name)(*given)}
    with pytest.raises((TypeError, ConfigurationError), match=f"{name} of httpx: this client is built on httpx2"):
        driver.client(**options)


def test_a_client_or_transport_of_the_other_kind_is_refused(driver: Driver) -> None:
    wrong = httpx2.AsyncClient() if driver.kind == "sync" else httpx2.Client()
    with pytest.raises(TypeError, match=r"http_client= must be an httpx2\.(Async)?Client, not"):
        driver.client(http_client=wrong)
    with pytest.raises(TypeError, match=r"transport= must be an httpx2\.(Async)?BaseTransport, not str"):
        driver.client(transport="mock")


# --- copies ---


def test_with_options_makes_a_copy_and_leaves_the_original_as_it_was(driver: Driver) -> None:
    service = Service()
    client = driver.client(service, headers={"X-A": "1"}, site_id=1, deadline=None)
    assert client.notes is client.notes
    before = (client._settings, dict(client._credentials), dict(client._defaults), client._executor)
    other = client.with_options(
        token="other",
        site_id=2,
        timeout=7,
        max_retries=9,
        headers={"x-a": "2", "X-B": "3"},
        max_response_bytes=10**6,
        deadline=5,
    )
    assert before == (client._settings, client._credentials, client._defaults, client._executor)
    assert other.notes is not client.notes
    assert other._executor.pool is client._executor.pool
    assert other._settings.retry.max_retries == 9
    assert other._settings.deadline == 5
    driver.use(other.with_options(deadline=None), lambda c: c.notes.get(7))
    sent = service.last
    assert (sent.headers["authorization"], sent.headers["x-site-id"]) == ("Bearer other", "2")
    assert (sent.headers.get_list("x-a"), sent.headers["x-b"]) == (["2"], "3")
    assert sent.extensions["timeout"]["read"] == 7
    driver.use(client, lambda c: c.notes.get(7))
    sent = service.last
    assert (sent.headers["authorization"], sent.headers["x-site-id"]) == (f"Bearer {TOKEN}", "1")
    assert "x-b" not in sent.headers
    assert sent.extensions["timeout"]["read"] == 30


def test_a_wrong_option_of_a_copy_is_refused(driver: Driver) -> None:
    client = driver.client(Service())
    with pytest.raises(ConfigurationError, match="timeout= -1 is not"):
        client.with_options(timeout=-1)
    with pytest.raises(TypeError, match="base_url"):
        client.with_options(base_url="https://other.example")


def test_closing_a_copy_leaves_the_original_open_and_not_the_other_way_round(driver: Driver) -> None:
    service = Service()
    client = driver.client(service)
    other = client.with_options(timeout=1)
    driver.use(other, lambda c: c.notes.get(7))
    with pytest.raises(ClientStateError, match="closed"):
        driver.use(other, lambda c: c.notes.get(7))
    late = client.with_options(timeout=2)
    driver.use(client, lambda c: c.notes.get(7))
    with pytest.raises(ClientStateError, match="closed"):
        driver.use(late, lambda c: c.notes.get(7))


def test_what_resources_learn_is_shared_by_the_copies(driver: Driver) -> None:
    client = driver.client(Service())
    client.with_options(timeout=1)._memory["x"] = 1
    assert client._memory == {"x": 1}


def test_other_servers_count_only_for_the_documented_address(driver: Driver) -> None:
    operation = Operation[Any]("login", "GET", "/login", server="secure")
    for base_url, host in (
        ("https://api.example.com/v1", "secure.example.com"),
        ("https://mine.example", "mine.example"),
    ):
        service = Service()
        client = driver.client(service, base_url=base_url)
        client._servers = {"secure": {"https://api.example.com/v1": "https://secure.example.com"}}
        driver.use(client, lambda c: c._call(operation, {}))
        assert service.last.url.host == host


def test_a_subclass_can_replace_operations(driver: Driver) -> None:
    service = Service()
    client = driver.client(service)
    client._operation = lambda operation: Operation("x", "PATCH", "/replaced")
    driver.use(client, lambda c: c.notes.get(7))
    assert (service.last.method, service.last.url.path) == ("PATCH", "/v1/replaced")


# --- life time ---


def test_nothing_is_opened_before_the_first_call(driver: Driver) -> None:
    client = driver.client()
    assert client._executor.pool._client is None


def test_a_closed_client_says_so_and_closing_twice_is_fine(driver: Driver) -> None:
    client = driver.client(Service())
    driver.use(client, lambda c: c.notes.get(7))
    driver.use(client, lambda c: None)
    with pytest.raises(ClientStateError, match="this client is closed: create a new one"):
        driver.use(client, lambda c: c.notes.get(7))
    assert "(closed)" in repr(client)


def test_closing_closes_the_connections(driver: Driver) -> None:
    client = driver.client(Service())
    inner = []

    def keep(c: Any) -> Any:
        result = c.notes.get(7)
        inner.append(c._executor.pool)
        return result

    driver.use(client, keep)
    assert inner[0]._client is None


def test_a_client_that_is_forgotten_is_collected(driver: Driver) -> None:
    client = driver.client(Service())
    client.notes  # noqa: B018  # makes the resource, which refers back
    reference = weakref.ref(client)
    del client
    gc.collect()
    assert reference() is None


@pytest.mark.parametrize("action", [pickle.dumps, copy.copy, copy.deepcopy])
def test_clients_are_neither_pickled_nor_copied(driver: Driver, action: Any) -> None:
    client = driver.client(Service())
    with pytest.raises(TypeError, match="cannot be pickled or copied: use with_options"):
        action(client)
    with pytest.raises(TypeError, match="cannot be pickled"):
        pickle.dumps(client.notes)


def test_reprs_show_class_and_address_only(driver: Driver) -> None:
    client = driver.client(Service())
    name = "Example" if driver.kind == "sync" else "AsyncExample"
    assert repr(client) == f"<{name} https://api.example.com/v1>"
    assert repr(client.notes).endswith(f"Notes of {client!r}>")


# --- threads, loops, processes ---


def test_many_threads_share_one_client_and_open_one_pool() -> None:
    opened = []
    client = Driver("sync").client(Service())
    original = client._executor.pool._open

    def slow_open(*args: Any) -> Any:
        opened.append(1)
        return original(*args)

    client._executor.pool._open = slow_open
    barrier = threading.Barrier(16)

    def work(number: int) -> Any:
        barrier.wait()
        return {id(client._executor.pool.client()), client.notes.get(number).id}

    with concurrent.futures.ThreadPoolExecutor(16) as pool:
        results = list(pool.map(work, range(1, 17)))
    assert len(set.union(*results)) == 2
    client.close()


def test_many_tasks_share_one_client() -> None:
    async def main() -> list[int]:
        async with Driver("async").client(Service()) as client:
            notes = await asyncio.gather(*(client.notes.get(number) for number in range(1, 200)))
            return [note.id for note in notes]

    assert asyncio.run(main()) == [7] * 199


def test_a_second_loop_after_the_first_has_ended_opens_anew() -> None:
    client = Driver("async").client(Service())
    first = asyncio.run(client.notes.get(7)), client._executor.pool._client
    second = asyncio.run(client.notes.get(7)), client._executor.pool._client
    assert first[1] is not second[1]
    asyncio.run(client.aclose())


def test_a_second_loop_beside_the_first_is_a_clear_error() -> None:
    client = Driver("async").client(Service())

    async def main() -> None:
        await client.notes.get(7)
        with concurrent.futures.ThreadPoolExecutor(1) as pool:
            other = pool.submit(lambda: asyncio.run(client.notes.get(7)))
            with pytest.raises(ClientStateError, match="in use in another event loop: create one for each loop"):
                await asyncio.to_thread(other.result)
        await client.notes.get(7)
        await client.aclose()

    asyncio.run(main())


def test_loops_of_trio_are_told_apart_too() -> None:
    trio = pytest.importorskip("trio")
    client = Driver("async").client(Service())

    async def first() -> Any:
        await client.notes.get(7)
        inner = client._executor.pool._client
        for run in (trio.run, lambda function: asyncio.run(function())):

            async def other(run: Any = run) -> Any:
                with pytest.raises(ClientStateError, match="in use in another event loop"):
                    await trio.to_thread.run_sync(run, lambda: client.notes.get(7))

            await other()
        await client.notes.get(7)
        assert client._executor.pool._client is inner
        return inner

    inner = trio.run(first)
    asyncio.run(client.notes.get(7))  # the first loop has ended: opened anew
    assert client._executor.pool._client is not inner
    asyncio.run(client.aclose())


def test_an_own_client_cannot_move_to_a_second_loop() -> None:
    own = own_client("async", Service())
    client = Driver("async").client(http_client=own)
    asyncio.run(client.notes.get(7))
    with pytest.raises(ClientStateError, match="http_client= of this client belongs to another event loop"):
        asyncio.run(client.notes.get(7))
    asyncio.run(own.aclose())


def test_an_own_network_transport_cannot_move_to_a_second_loop() -> None:
    transport = httpx2.AsyncHTTPTransport()
    client = Driver("async").client(transport=transport)

    async def touch() -> None:
        client._executor.pool.client()

    asyncio.run(touch())
    with pytest.raises(ClientStateError, match="transport= of this client belongs to another event loop"):
        asyncio.run(touch())


def in_child(action: Any) -> str:
    """What `action` returns in a forked process."""
    reader, writer = os.pipe()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # forking beside threads, from Python 3.12 on
        pid = os.fork()
    if pid == 0:
        try:
            result = str(action())
        except BaseException as error:
            result = f"{type(error).__name__}: {error}"
        os.write(writer, result.encode())
        os._exit(0)
    os.close(writer)
    os.waitpid(pid, 0)
    with os.fdopen(reader) as stream:
        return stream.read()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system has no fork")
def test_after_a_fork_new_connections_are_opened_and_the_old_ones_left_alone() -> None:
    client = Driver("sync").client(Service())
    client.notes.get(7)
    inner = client._executor.pool._client

    def child() -> str:
        note = client.notes.get(7)
        fresh = client._executor.pool._client is not inner
        client.close()
        return f"{note.id} {fresh} {inner.is_closed} {client._executor.pool._inherited is inner}"

    assert in_child(child) == "7 True False True"
    assert client._executor.pool._client is inner
    client.close()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system has no fork")
def test_after_a_fork_an_own_client_is_a_clear_error() -> None:
    own = own_client("sync", Service())
    client = Driver("sync").client(http_client=own)
    client.notes.get(7)
    assert "http_client= of this client belongs to another process" in in_child(lambda: client.notes.get(7))
    own.close()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system has no fork")
def test_a_fork_while_a_thread_opens_connections_does_not_lock_the_child() -> None:
    module = sys.modules["core_under_test._core._sync_executor"]
    client = Driver("sync").client(Service())
    with module._opening:
        assert in_child(lambda: client.notes.get(7).id) == "7"
    client.close()


def test_trio_is_served_too() -> None:
    trio = pytest.importorskip("trio")
    client = Driver("async").client(Service(503, answer()))

    async def main() -> int:
        async with client:
            return (await client.notes.get(7)).id

    assert trio.run(main) == 7


# --- the wrapper for secrets ---


def test_a_secret_shows_nothing_anywhere() -> None:
    secret = Secret("planted")
    texts = [repr(secret), str(secret), f"{secret:>20}", repr([secret]), repr({"k": secret})]
    assert all("planted" not in text and "***" in text for text in texts)
    assert secret.reveal() == "planted"
    assert Secret(b"planted").text() == "planted"
    assert Secret(secret).reveal() == "planted"


def test_a_secret_is_compared_by_value_and_is_hashable() -> None:
    assert Secret("a") == Secret("a") == "a" == Secret(b"a")
    assert Secret("a") != Secret("b")
    assert Secret("a") != 5
    assert {Secret("a"): 1}[Secret("a")] == 1
    assert Secret("\ud83d") == Secret("\ud83d")


def test_secrets_are_compared_in_constant_time(monkeypatch: pytest.MonkeyPatch) -> None:
    compared = []
    monkeypatch.setattr(hmac, "compare_digest", lambda *values: compared.append(values) or True)
    assert Secret("a") == "b"
    assert compared == [(b"a", b"b")]


@pytest.mark.parametrize("action", [pickle.dumps, lambda s: s.__reduce__(), lambda s: s.__getstate__()])
def test_a_secret_is_not_pickled(action: Any) -> None:
    with pytest.raises(TypeError):
        action(Secret("planted"))


def test_a_secret_is_not_json() -> None:
    import json

    with pytest.raises(TypeError):
        json.dumps({"k": Secret("planted")})


def test_a_secret_can_be_copied_as_part_of_something() -> None:
    assert copy.deepcopy([Secret("a")]) == [Secret("a")]
    assert copy.copy(Secret("a")).reveal() == "a"


def test_only_text_and_bytes_can_be_secret() -> None:
    with pytest.raises(TypeError, match="text or bytes, not int"):
        Secret(5)


@pytest.mark.parametrize("wrong", [-1, "soon", True, (1, 2)])
def test_a_wrong_timeout_of_a_call_is_named(driver: Driver, wrong: Any) -> None:
    service = Service()
    with pytest.raises(ConfigurationError, match="timeout= "):
        driver.run(service, lambda client: client.notes.get(7, timeout=wrong))
    assert not service.requests


def test_certificates_that_the_environment_names_and_that_are_not_there_are_named(
    driver: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", "/no/such/file")
    with pytest.raises(ConfigurationError, match="SSL_CERT_FILE"):
        driver.use(driver.client(), lambda client: client.notes.get(7))


def test_an_extra_of_httpx2_that_is_not_installed_is_named_rightly(
    driver: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "h2", None)
    with pytest.raises(ConfigurationError, match=r"pip install httpx2\[http2\]"):
        driver.use(driver.client(http2=True), lambda client: client.notes.get(7))
