"""The client: keys and hosts, users who authenticate, signatures of each attempt, what no output shows."""

from __future__ import annotations

import itertools
import traceback
import warnings
from collections.abc import Callable
from typing import Any

import httpx2
import pytest
from socialize_client import (
    PRODUCTION_URL,
    STAGE_URL,
    AuthenticationError,
    BadRequestError,
    ConfigurationError,
    InvalidRequestError,
    NotFoundError,
    OAuth1,
    RedirectError,
    ResponseValidationError,
    Socialize,
)
from socialize_client._core.secrets import Secret
from socialize_client.mock import CONSUMER_KEY, CONSUMER_SECRET

from tests import kinds

from . import rfc5849
from .conftest import KEY, World

AUTHENTICATION = {
    "oauth_token": "planted-token",
    "oauth_token_secret": "planted-token-secret",
    "user": {"id": 7, "username": "User7", "small_image_uri": None},
}


def token_of(request: httpx2.Request) -> str | None:
    found = dict(rfc5849.header_pairs(request.headers["authorization"])).get(b"oauth_token")
    return None if found is None else found.decode()


def now(here: World) -> Callable[[], float]:
    """The clock of the mock, for signers."""
    return lambda: here.mock.clock.now().timestamp()


# --- Authentication ---------------------------------------------------------------------------------------------------


def test_an_anonymous_device_becomes_a_user_whose_client_signs_as_them(here: World) -> None:
    app = here.client()
    user = app.authenticate(udid="1234345656")
    assert user.user.id == user.authentication.user.id
    comment = user.comments.create(entity_key=KEY, text="Hello!")
    assert comment.user.id == user.user.id
    again = app.authenticate(udid="1234345656")
    assert again.user.id == user.user.id, "the same device is the same user"
    assert app.authenticate(udid="another").user.id != user.user.id


def test_a_kept_token_makes_a_client_again(here: World) -> None:
    user = here.client().authenticate(udid="1")
    token, secret = user.authentication.oauth_token.text(), user.authentication.oauth_token_secret.text()
    later = here.client(token=token, token_secret=secret)
    assert later.comments.create(entity_key=KEY, text="x").user.id == user.user.id
    assert here.client().as_user(token, secret).comments.create(entity_key=KEY, text="x").user.id == user.user.id
    for unknown in (later, user.as_user(token, secret)):
        with pytest.raises(ConfigurationError, match=r"authenticate\(\)"):
            assert unknown.user
    assert user.with_options(timeout=5).user.id == user.user.id


def test_an_account_at_a_third_party_makes_a_new_user_and_then_switches_to_it(here: World) -> None:
    anonymous = here.client().authenticate(udid="device A")
    linked = anonymous.authenticate(udid="device A", auth_type=2, auth_token="t", auth_token_secret="s", auth_id="15")
    assert linked.user.id != anonymous.user.id
    assert [(link.auth_type, link.auth_id) for link in linked.user.third_party_auth] == [("Twitter", 15)]
    elsewhere = here.client().authenticate(udid="device B")
    assert elsewhere.authenticate(udid="device B", auth_type=2, auth_token="t", auth_id="15").user.id == linked.user.id
    assert here.client().authenticate(udid="device C", auth_type=1, auth_token="t").user.id != linked.user.id


def test_anonymous_authentication_is_two_legged_and_linking_is_signed_by_the_user(here: World) -> None:
    seen: list[str | None] = []

    def answer(request: httpx2.Request) -> httpx2.Response:
        seen.append(token_of(request))
        return httpx2.Response(200, json=AUTHENTICATION)

    user = here.served(answer)
    user.authenticate(udid="1")
    user.authenticate(udid="1", auth_type=1, auth_token="t")
    assert seen == [None, here.reader.token]


def test_authentication_without_its_parts_is_refused_before_it_is_sent(here: World) -> None:
    with pytest.raises(InvalidRequestError, match="auth_token needs auth_type"):
        here.client().authenticate(udid="1", auth_token="t")
    with pytest.raises(InvalidRequestError, match="udid"):
        here.client().authenticate(udid="")
    with pytest.raises(TypeError, match="auth_tokn"):
        here.client().authenticate(udid="1", auth_tokn="s")
    assert here.calls == []


def test_an_empty_token_in_the_answer_is_an_error(here: World) -> None:
    answer = httpx2.Response(200, json={**AUTHENTICATION, "oauth_token": ""})
    with pytest.raises(ResponseValidationError, match="empty token"):
        here.served(lambda request: answer).authenticate(udid="1")


def test_the_management_api_is_signed_two_legged_even_by_the_client_of_a_user(here: World) -> None:
    user = here.client(here.reader)
    receipt = user.management.smart_alerts.send(application_id=here.mock.application.id, message="Hello!")
    assert "oauth_token" not in here.mock.exchanges[-1].request.headers["authorization"]
    assert [alert.id for alert in user.management.smart_alerts.list()] == [receipt.smart_alert_id]
    assert user.management.smart_alerts.get(receipt.smart_alert_id).message == "Hello!"


def test_an_empty_token_is_sent_as_the_platforms_own_management_client_does(here: World) -> None:
    alerts = here.client(auth=OAuth1(CONSUMER_KEY, CONSUMER_SECRET, "", "", clock=now(here))).management.smart_alerts
    assert alerts.list().items == []
    assert 'oauth_token=""' in here.mock.exchanges[-1].request.headers["authorization"]


# --- Keys -------------------------------------------------------------------------------------------------------------


def test_keys_come_from_the_environment_too(here: World, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in {
        "CONSUMER_KEY": CONSUMER_KEY,
        "CONSUMER_SECRET": CONSUMER_SECRET,
        "TOKEN": here.reader.token,
        "TOKEN_SECRET": here.reader.token_secret,
    }.items():
        monkeypatch.setenv(f"SOCIALIZE_{name}", value)
    none: dict[str, Any] = {"consumer_key": None, "consumer_secret": None}
    assert here.client(**none).comments.create(entity_key=KEY, text="x").user.id == here.reader.id


@pytest.mark.parametrize(
    ("keys", "missing"),
    [
        ({"consumer_key": "k"}, "consumer_secret"),
        ({"consumer_secret": "s"}, "consumer_key"),
        ({"consumer_key": "k", "consumer_secret": "s", "token": "t"}, "token_secret"),
        ({"consumer_key": "k", "consumer_secret": "s", "token_secret": "t"}, "token"),
        ({"token": "t", "token_secret": "s"}, "consumer_key"),
    ],
)
def test_incomplete_keys_are_named(keys: dict[str, str], missing: str) -> None:
    with pytest.raises(ConfigurationError, match=f"give {missing}=… or the variable SOCIALIZE_{missing.upper()}$"):
        Socialize(base_url="https://socialize.test", **keys)  # type: ignore[arg-type]  # by name


def test_no_keys_are_an_error_of_the_call_that_says_how_to_give_them(here: World) -> None:
    client = here.client(consumer_key=None, consumer_secret=None)
    calls: list[Callable[[], Any]] = [
        lambda: client.comments.get(1),
        lambda: client.as_user("t", "s"),
        lambda: client.users.list(id=[1]),
    ]
    for call in calls:
        with pytest.raises(ConfigurationError, match="consumer_key=… and consumer_secret=…"):
            call()
    with pytest.raises(ConfigurationError, match="not both"):
        Socialize(base_url="https://socialize.test", consumer_key="k", auth=OAuth1("k", "s"))


def test_a_wrong_key_is_an_authentication_error_or_a_bad_request_of_the_management_api(here: World) -> None:
    client = here.client(consumer_secret="wrong")
    with pytest.raises(AuthenticationError, match="consumer_key=…"):
        client.authenticate(udid="1")
    with pytest.raises(BadRequestError):
        assert client.management.smart_alerts.list().items
    here.violations_expected = bool(here.mock.violations)


# --- Hosts ------------------------------------------------------------------------------------------------------------


def test_there_is_no_default_address_and_the_documented_ones_are_constants() -> None:
    with pytest.raises(ConfigurationError, match="SOCIALIZE_BASE_URL"):
        Socialize(consumer_key="k", consumer_secret="s")
    assert (PRODUCTION_URL, STAGE_URL) == ("http://api.getsocialize.com", "http://stage.api.getsocialize.com")


@pytest.mark.parametrize("base_url", [PRODUCTION_URL, STAGE_URL, PRODUCTION_URL + "/"])
def test_at_the_documented_hosts_authentication_goes_over_https_and_the_rest_over_http(
    here: World, base_url: str
) -> None:
    sent: list[httpx2.Request] = []

    def answer(request: httpx2.Request) -> httpx2.Response:
        sent.append(request)
        return httpx2.Response(200, json=AUTHENTICATION if "authenticate" in request.url.path else {})

    with pytest.warns(UserWarning, match="plain http to http://"):
        client = here.served(answer, base_url=base_url, allow_insecure_http=True)
    client.authenticate(udid="1").comments.delete(1)
    client.auth.authenticate_third_party(udid="1", auth_type=1, auth_token="t")
    secure = base_url.replace("http:", "https:").rstrip("/")
    assert [str(request.url) for request in sent] == [
        f"{secure}/v1/authenticate/",
        f"{secure.replace('https:', 'http:')}/v1/comment/1/",
        f"{secure}/v1/third_party_authenticate/",
    ]
    for request in sent:
        text = rfc5849.base_string(
            request.method,
            str(request.url),
            request.headers["authorization"],
            body=request.content,
            content_type=request.headers.get("content-type", ""),
        )
        secrets = [CONSUMER_SECRET, here.reader.token_secret if token_of(request) == here.reader.token else ""]
        if token_of(request) == "planted-token":
            secrets[1] = "planted-token-secret"
        expected = rfc5849.signature(text, *(secret.encode() for secret in secrets))
        assert expected == rfc5849.sent_signature(request.headers["authorization"]), (
            "the scheme is part of what is signed"
        )


def test_plain_http_is_refused_unless_asked_for_and_then_warned_of_once(here: World) -> None:
    with pytest.raises(ConfigurationError, match="allow_insecure_http=True"):
        here.client(base_url=PRODUCTION_URL)
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        client = here.client(
            base_url=PRODUCTION_URL,
            allow_insecure_http=True,
            transport=httpx2.MockTransport(lambda request: httpx2.Response(200, json=AUTHENTICATION)),
        )
        client.authenticate(udid="1").as_user("a", "b").with_options(auth=OAuth1("k", "s"))
        assert client.management
    assert [(str(each.message), each.filename) for each in caught] == [
        ("credentials travel readable over plain http to http://api.getsocialize.com", kinds.__file__)
    ], "one warning, which points at the line that makes the client"


def test_another_server_gets_authentication_as_well(here: World) -> None:
    sent: list[str] = []

    def answer(request: httpx2.Request) -> httpx2.Response:
        sent.append(str(request.url))
        return httpx2.Response(200, json=AUTHENTICATION)

    here.served(answer, base_url="https://socialize.test/api").authenticate(udid="1")
    assert sent == ["https://socialize.test/api/v1/authenticate/"]


# --- Attempts ---------------------------------------------------------------------------------------------------------


def test_each_attempt_is_signed_anew(here: World) -> None:
    headers: list[dict[bytes, bytes]] = []

    def answer(request: httpx2.Request) -> httpx2.Response:
        headers.append(dict(rfc5849.header_pairs(request.headers["authorization"])))
        here.mock.clock.advance(10)
        return httpx2.Response(503 if len(headers) < 3 else 200, json={"errors": [], "items": [], "total_count": 0})

    assert list(here.served(answer).entities.list()) == []
    assert len({each[b"oauth_nonce"] for each in headers}) == 3
    times = [int(each[b"oauth_timestamp"]) for each in headers]
    assert [after - before for before, after in itertools.pairwise(times)] == [10, 10]
    assert len({each[b"oauth_signature"] for each in headers}) == 3


def test_a_repeated_request_passes_where_nonces_count_once(here: World) -> None:
    here.mock.fail("entities_list", status=503, times=2)
    assert list(here.client(here.reader).entities.list()) == []
    assert here.calls == ["entities_list"] * 3


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_is_never_followed(here: World, status: int) -> None:
    sent: list[httpx2.Request] = []

    def answer(request: httpx2.Request) -> httpx2.Response:
        sent.append(request)
        return httpx2.Response(status, headers={"Location": "http://elsewhere.test/take?it=all"})

    with pytest.raises(RedirectError, match=r"a redirect to http://elsewhere.test, which is not followed"):
        here.served(answer).comments.get(1)
    assert len(sent) == 1


def test_nothing_that_prints_shows_a_secret(here: World, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("DEBUG")

    def answer(request: httpx2.Request) -> httpx2.Response:
        if "authenticate" in request.url.path and b"planted-bad" not in request.content:
            return httpx2.Response(200, json=AUTHENTICATION)
        return httpx2.Response(401, text="no: planted-bad" if b"planted-bad" in request.content else "no")

    client = here.served(
        answer,
        auth=OAuth1("planted-key", "planted-consumer-secret", "planted-old-token", "planted-old-secret"),
    )
    user = client.authenticate(
        udid="1", auth_type=2, auth_token="planted-auth", auth_token_secret="planted-auth-secret"
    )
    shown = [repr(client), repr(user), repr(user.authentication), repr(user.comments), repr(vars(user.authentication))]
    calls: list[Callable[[], Any]] = [
        lambda: user.comments.get(1),
        lambda: client.authenticate(udid="1", auth_type=2, auth_token="planted-bad"),
    ]
    for call in calls:
        with pytest.raises(AuthenticationError) as caught:
            call()
        error = caught.value
        shown += [str(error), repr(error.body), repr(error.headers), repr(error.url)]
        told = traceback.TracebackException.from_exception(error, capture_locals=True)
        shown += [
            line
            for frame in told.stack
            if "/socialize_client/" in frame.filename
            for line in (frame.locals or {}).values()
        ]
    text = "\n".join([*shown, caplog.text])
    assert "planted" not in text.replace("planted-key", "")
    assert user.authentication.oauth_token == Secret("planted-token")


def test_errors_of_the_management_api_name_the_field(here: World) -> None:
    with pytest.raises(BadRequestError, match=r"application_id: This application does not belongs to you\.") as caught:
        here.client().management.smart_alerts.send(application_id=999, message="Hello!")
    assert caught.value.body == {"application_id": ["This application does not belongs to you."]}


def test_errors_of_the_developer_api_may_be_pages(here: World) -> None:
    here.mock.errors = "html"
    with pytest.raises(NotFoundError) as caught:
        here.client(here.reader).comments.get(999)
    assert "<" not in caught.value.message


def test_a_deletion_says_that_its_body_is_empty_as_documented(here: World) -> None:
    sent: list[httpx2.Request] = []

    def answer(request: httpx2.Request) -> httpx2.Response:
        sent.append(request)
        return httpx2.Response(200, json={})

    here.served(answer).comments.delete(123)
    (request,) = sent
    assert (request.method, request.url.path, request.headers["content-length"]) == ("DELETE", "/v1/comment/123/", "0")


def test_what_belongs_to_the_core_is_there(here: World) -> None:
    client = here.client(here.reader)
    raw = client.with_raw_response.comments.create_many([{"entity_key": KEY, "text": "x"}])
    assert raw.status_code == 200
    assert raw.parse().items[0].text == "x"
    assert client.with_options(timeout=5).comments.create(entity_key=KEY, text="y").text == "y"
