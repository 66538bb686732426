"""What arrives on the wire for the arguments of a call, and what is refused before anything is sent."""

import datetime
import gzip
import json
import uuid
from decimal import Decimal
from enum import Enum
from typing import Any, ClassVar, Literal

import httpx2
import pytest
from core_under_test import models
from core_under_test._core.auth import Scheme
from core_under_test._core.errors import APIError, ConfigurationError, InvalidRequestError
from core_under_test._core.operation import Operation, Parameter
from core_under_test._core.secrets import Secret
from core_under_test._core.types import NOT_GIVEN
from core_under_test.testing import TOKEN, Clock, Driver, Service

UTC = datetime.UTC


class Colour(Enum):
    RED = "red"


def operation(location: str = "query", **more: Any) -> Operation[Any]:
    path = "/things/{value}" if location == "path" else "/things"
    return Operation("things_get", "GET", path, (Parameter("value", location, "value"),), **more)


def send(driver: Driver, op: Operation[Any], arguments: dict[str, Any], *more: Any, **options: Any) -> httpx2.Request:
    service = Service()
    driver.run(service, lambda client: client._call(op, arguments, *more), **options)
    return service.last


VALUES = [
    ("text", "text"),
    ("", ""),
    ("a b&c=d/e?f#g%h+i", "a%20b%26c%3Dd%2Fe%3Ff%23g%25h%2Bi"),
    ("café 日本", "caf%C3%A9%20%E6%97%A5%E6%9C%AC"),
    ("~-._", "~-._"),
    (7, "7"),
    (-7, "-7"),
    (2**64, "18446744073709551616"),
    (True, "true"),
    (False, "false"),
    (0.1, "0.1"),
    (1e-7, "0.0000001"),
    (1e22, "10000000000000000000000"),
    (2.0, "2"),
    (Decimal("1E-7"), "0.0000001"),
    (Decimal("1E+3"), "1000"),
    (Decimal("0.10"), "0.10"),
    (Decimal("-0.000"), "-0.000"),
    (Colour.RED, "red"),
    (uuid.UUID(int=5), "00000000-0000-0000-0000-000000000005"),
    (datetime.date(2026, 1, 2), "2026-01-02"),
    (datetime.datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC), "2026-01-02T03%3A04%3A05%2B00%3A00"),
    (
        datetime.datetime(2026, 1, 2, 3, 4, 5, 60, tzinfo=datetime.timezone(datetime.timedelta(hours=-5))),
        "2026-01-02T03%3A04%3A05.000060-05%3A00",
    ),
    (Secret("s3"), "s3"),
    (["a", 1, True], "a&value=1&value=true"),
    ((), None),
]


@pytest.mark.parametrize(("value", "text"), VALUES, ids=lambda v: repr(v)[:30])
def test_query_values_are_written_as_the_wire_wants_them(driver: Driver, value: Any, text: str | None) -> None:
    url = send(driver, operation(), {"value": value}).url
    assert url.raw_path.decode() == ("/v1/things" if text is None else f"/v1/things?value={text}")


def test_none_and_not_given_are_left_out_of_query_and_headers(driver: Driver) -> None:
    for value in (None, NOT_GIVEN):
        assert send(driver, operation("query"), {"value": value}).url.query == b""
        assert "value" not in send(driver, operation("header"), {"value": value}).headers


@pytest.mark.parametrize(
    "value",
    [
        float("nan"),
        float("inf"),
        Decimal("NaN"),
        Decimal("Infinity"),
        Decimal("1E+101"),
        datetime.datetime(2026, 1, 2),
        b"bytes",
        ...,
        {"a": 1},
        [["nested"]],
        "\ud83d",
    ],
    ids=repr,
)
def test_what_cannot_be_written_is_refused_by_the_name_of_its_argument(driver: Driver, value: Any) -> None:
    with pytest.raises(InvalidRequestError, match="value"):
        send(driver, operation(), {"value": value})


@pytest.mark.parametrize(
    ("value", "segment"),
    [
        (5, "5"),
        ("a/b", "a%2Fb"),
        ("a%2Fb", "a%252Fb"),
        ("../x", "..%2Fx"),
        ("...", "..."),
        ("a b+c;d:e@f", "a%20b%2Bc%3Bd%3Ae%40f"),
        ("é", "%C3%A9"),
        ("?#", "%3F%23"),
        ("//evil.example", "%2F%2Fevil.example"),
        ("a\r\nX: y", "a%0D%0AX%3A%20y"),
        ("{value}", "%7Bvalue%7D"),
        ("aGk+/w==", "aGk%2B%2Fw%3D%3D"),
    ],
)
def test_path_parameters_are_percent_encoded_with_nothing_safe(driver: Driver, value: Any, segment: str) -> None:
    assert send(driver, operation("path"), {"value": value}).url.raw_path == f"/v1/things/{segment}".encode()


@pytest.mark.parametrize("value", ["", ".", "..", None, NOT_GIVEN], ids=repr)
def test_path_parameters_that_would_change_the_path_are_refused_by_name(driver: Driver, value: Any) -> None:
    service = Service()
    with pytest.raises(InvalidRequestError, match=r"^value is a part of the address"):
        driver.run(service, lambda client: client._call(operation("path"), {"value": value}))
    assert service.requests == []


@pytest.mark.parametrize(
    "value", ["a\r\nX-Evil: 1", "a\nb", "a\rb", "a\0b", "café", " a", "a ", "\x7f", "a\x1fb"], ids=repr
)
def test_headers_take_printable_ascii_only(driver: Driver, value: str) -> None:
    with pytest.raises(InvalidRequestError, match="value goes into a header"):
        send(driver, operation("header"), {"value": value})
    with pytest.raises(InvalidRequestError, match="'X-Y' goes into a header"):
        send(driver, operation(), {}, NOT_GIVEN, {"X-Y": value})
    with pytest.raises(InvalidRequestError, match="'X-Y' goes into a header"):
        driver.client(Service(), headers={"X-Y": value})


@pytest.mark.parametrize("name", ["", "a b", "a:b", "a\r\nb", "é", "a\0"], ids=repr)
def test_header_names_are_checked(driver: Driver, name: str) -> None:
    with pytest.raises(InvalidRequestError, match="is no name for a header"):
        send(driver, operation(), {}, NOT_GIVEN, {name: "x"})


def test_extra_headers_and_query_are_added_and_headers_replace_those_of_the_same_name(driver: Driver) -> None:
    op = operation("header")
    request = send(
        driver,
        op,
        {"value": "1"},
        NOT_GIVEN,
        {"VALUE": "2", "X-A": "b", "user-agent": "me"},
        {"q": [1, 2], "n": None},
    )
    assert request.headers.get_list("value") == ["2"]
    assert request.headers["x-a"] == "b"
    assert request.headers.get_list("user-agent") == ["me"]
    assert request.url.query == b"q=1&q=2"


def test_default_headers_of_the_client_give_way_to_parameters_and_to_extra_headers(driver: Driver) -> None:
    defaults = {"Value": "default", "X-Default": "d"}
    request = send(driver, operation("header"), {"value": "mine"}, headers=defaults)
    assert request.headers.get_list("value") == ["mine"]
    assert request.headers["x-default"] == "d"


def get(driver: Driver, service: Service | None = None, **arguments: Any) -> httpx2.Request:
    service = service or Service()
    defaults = {name: arguments.pop(name) for name in ("client_site_id", "client_slug") if name in arguments}
    options = {name.removeprefix("client_"): value for name, value in defaults.items()}
    driver.run(service, lambda client: client.notes.get(7, **arguments), **options)
    return service.last


@pytest.mark.parametrize("slug", ["/posts/11", "a b", "~!@#$%^&*()"])
def test_stand_ins_travel_as_headers_when_all_of_them_can(driver: Driver, slug: str) -> None:
    request = get(driver, site_id=1, slug=slug)
    assert (request.headers["x-site-id"], request.headers["x-site-slug"]) == ("1", slug)
    assert request.url.query == b""


@pytest.mark.parametrize("slug", ["/café", " a", "a ", "", "a\tb", "a\nb", "日本"])
def test_stand_ins_travel_in_the_query_when_one_of_them_cannot_be_a_header(driver: Driver, slug: str) -> None:
    request = get(driver, site_id=1, slug=slug)
    assert "x-site-id" not in request.headers
    assert "x-site-slug" not in request.headers
    assert dict(request.url.params) == {"site_id": "1", "slug": slug}


def test_client_wide_arguments_fill_in_and_a_call_has_the_last_word(driver: Driver) -> None:
    request = get(driver, client_site_id=1, client_slug="/a", slug="/b")
    assert (request.headers["x-site-id"], request.headers["x-site-slug"]) == ("1", "/b")


def test_none_leaves_out_what_the_client_would_fill_in(driver: Driver) -> None:
    request = get(driver, client_site_id=1, client_slug="/a", slug=None)
    assert "x-site-slug" not in request.headers
    assert request.headers["x-site-id"] == "1"


def create(driver: Driver, **members: Any) -> httpx2.Request:
    service = Service()
    driver.run(service, lambda client: client.notes.create(**members))
    return service.last


def test_a_json_body_has_wire_names_and_only_what_was_given(driver: Driver) -> None:
    request = create(driver, text="hi", meta=NOT_GIVEN, **{"from": None})
    assert request.content == b'{"text":"hi","from":null}'
    assert request.headers["content-type"] == "application/json"


@pytest.mark.parametrize(
    ("amount", "literal"),
    [
        ("1E-7", "0.0000001"),
        ("0.000000001", "0.000000001"),
        ("1E+3", "1000"),
        ("1.10", "1.10"),
        ("0", "0"),
        ("-5", "-5"),
        ("0.12345678901234567890123", "0.12345678901234567890123"),
        ("123456789012345678901234567890", "123456789012345678901234567890"),
    ],
)
def test_amounts_are_plain_literals_string_or_number_as_the_document_says(
    driver: Driver, amount: str, literal: str
) -> None:
    request = create(driver, text="x", price=Decimal(amount), weight=Decimal(amount))
    assert request.content == f'{{"text":"x","price":"{literal}","weight":{literal}}}'.encode()


def test_amounts_in_members_that_may_be_anything_have_no_exponent_either(driver: Driver) -> None:
    meta = {"a": Decimal("1E-7"), "b": [Decimal("1E+3")], "c": (Decimal("0.10"), {"d": Decimal("-1E-9")})}
    expected = b'{"a":"0.0000001","b":["1000"],"c":["0.10",{"d":"-0.000000001"}]}'
    assert create(driver, text="x", meta=meta).content == b'{"text":"x","meta":' + expected + b"}"
    op = Operation[Any]("x", "POST", "/x", body="json")
    assert send(driver, op, {}, meta).content == expected
    with pytest.raises(InvalidRequestError, match="0: NaN is no number"):
        send(driver, op, {}, [Decimal("NaN")])


@pytest.mark.parametrize("number", [float("nan"), float("-inf"), Decimal("NaN"), Decimal("Infinity")])
@pytest.mark.parametrize("member", ["price", "lat", "meta"])
def test_a_number_that_json_does_not_have_is_refused_by_the_name_of_its_member(
    driver: Driver, member: str, number: float | Decimal
) -> None:
    value = {"ratio": [number]} if member == "meta" else number
    with pytest.raises(InvalidRequestError, match=r"meta\.ratio\.0: " if member == "meta" else member):
        create(driver, text="x", **{member: value})


@pytest.mark.parametrize("member", ["price", "weight"])
@pytest.mark.parametrize("amount", ["NaN", "Infinity", "1E+200"])
def test_amounts_without_a_literal_are_refused(driver: Driver, member: str, amount: str) -> None:
    with pytest.raises(InvalidRequestError, match="the body of notes_create cannot be sent"):
        create(driver, text="x", **{member: Decimal(amount)})


def test_an_invalid_body_names_the_member_and_not_its_value(driver: Driver) -> None:
    with pytest.raises(InvalidRequestError) as caught:
        create(driver, text="x", tags="planted-value")
    assert "tags: " in str(caught.value)
    assert "planted-value" not in str(caught.value)


def test_a_model_that_cannot_be_made_does_not_show_what_it_was_given() -> None:
    with pytest.raises(ValueError, match="NoteCreate") as caught:
        models.NoteCreate(text=["planted-value"])
    assert "planted-value" not in str(caught.value)


def test_secrets_in_a_body_are_sent_and_models_dicts_and_lists_are_taken(driver: Driver) -> None:
    note = models.NoteCreate.model_validate({"text": "m", "from": "x", "extra": 1})
    op = Operation[Any]("many", "POST", "/many", body="json", request=lambda: list[models.NoteCreate])
    request = send(driver, op, {}, [note, {"text": "d", "token": Secret("s3cret"), "meta": {"k": [Secret("k")]}}])
    assert json.loads(request.content) == [
        {"text": "m", "from": "x", "extra": 1},
        {"text": "d", "token": "s3cret", "meta": {"k": ["k"]}},
    ]


def test_a_body_that_was_not_given_is_not_sent(driver: Driver) -> None:
    op = Operation[Any]("x", "POST", "/x", body="json")
    request = send(driver, op, {})
    assert request.content == b""
    assert "content-type" not in request.headers


def test_a_form_body_writes_each_member_and_repeats_arrays(driver: Driver) -> None:
    op = Operation[Any]("x", "POST", "/x", body="form", request=lambda: models.NoteCreate)
    body = {
        "text": "a b&é",
        "from": None,
        "tags": ["x", "y"],
        "weight": Decimal("1E-7"),
        "meta": {"a": 1.5},
        "on": True,
    }
    request = send(driver, op, {}, body)
    assert request.headers["content-type"] == "application/x-www-form-urlencoded"
    assert request.content == (b"text=a+b%26%C3%A9&weight=0.0000001&tags=x&tags=y&meta=%7B%22a%22%3A1.5%7D&on=true")


def test_a_form_with_a_json_member_holds_the_whole_body_in_it(driver: Driver) -> None:
    op = Operation[Any]("x", "POST", "/x", body="form-json:payload", request=lambda: list[models.NoteCreate])
    request = send(driver, op, {}, [{"text": "a&b", "weight": Decimal("0.10")}])
    assert request.content == b"payload=%5B%7B%22text%22%3A%22a%26b%22%2C%22weight%22%3A0.10%7D%5D"


def test_bytes_are_sent_as_they_are(driver: Driver) -> None:
    op = Operation[Any]("x", "PUT", "/x", body="bytes")
    request = send(driver, op, {}, b"\0\xff")
    assert (request.content, request.headers["content-type"]) == (b"\0\xff", "application/octet-stream")
    for wrong in ("text", 5):
        with pytest.raises(InvalidRequestError, match="the body of x is bytes"):
            send(driver, op, {}, wrong)


def test_a_body_announced_as_gzip_is_compressed_the_same_way_each_time(driver: Driver) -> None:
    header = Parameter("Content-Encoding", "header", "content_encoding")
    op = Operation[Any]("x", "POST", "/x", (header,), body="json")
    first, second = (send(driver, op, {"content_encoding": "gzip"}, {"a": 1}) for _ in range(2))
    assert gzip.decompress(first.content) == b'{"a":1}'
    assert first.content == second.content
    assert first.content[4:8] == b"\0\0\0\0"  # no time
    assert first.headers["content-length"] == str(len(first.content))


def test_unknown_keyword_arguments_are_a_type_error(driver: Driver) -> None:
    with pytest.raises(TypeError, match="nonsense"):
        driver.run(Service(), lambda client: client.notes.get(1, nonsense=1))
    with pytest.raises(TypeError, match="nonsense"):
        driver.client(Service(), nonsense=1)
    with pytest.raises(TypeError, match="http2"):
        driver.client(Service()).with_options(http2=True)


def test_a_deprecated_operation_warns_at_the_place_of_the_call(driver: Driver) -> None:
    with pytest.warns(DeprecationWarning, match="notes are kept for ever") as caught:
        driver.run(Service(204), lambda client: client.notes.delete(1))
    assert caught[0].filename.endswith("testing.py" if driver.kind == "async" else "test_requests.py")


def test_an_address_that_is_too_long_is_refused_without_showing_credentials(driver: Driver) -> None:
    with pytest.raises(InvalidRequestError, match="/things"):
        send(driver, operation(), {"value": "x" * 70_000})


def test_the_user_agent_tells_the_versions(driver: Driver) -> None:
    agent = get(driver).headers["user-agent"]
    assert agent.startswith("example-client/1.2.3 Python/3.")
    assert f"httpx2/{httpx2.__version__}" in agent


# --- credentials ---


def secured(*alternatives: tuple[str, ...]) -> Operation[Any]:
    return Operation("things_get", "GET", "/things", security=alternatives)


def headers_of(driver: Driver, op: Operation[Any], *more: Any, **credentials: Any) -> httpx2.Headers:
    return send(driver, op, {}, *more, **{"token": None, **credentials}).headers


def test_each_scheme_has_its_place(driver: Driver) -> None:
    assert headers_of(driver, secured(("bearerAuth",)), token=TOKEN)["authorization"] == f"Bearer {TOKEN}"
    assert headers_of(driver, secured(("keyHeader",)), app_key="k")["x-app-key"] == "k"
    request = send(driver, secured(("keyQuery",)), {}, token=None, query_key="k&1")
    assert request.url.raw_path == b"/v1/things?api_key=k%261"


def test_the_first_alternative_with_credentials_is_taken(driver: Driver) -> None:
    op = secured(("bearerAuth", "keyHeader"), ("keyHeader",), ("bearerAuth",))
    assert {"authorization", "x-app-key"} <= headers_of(driver, op, token="t", app_key="k").keys()
    assert "authorization" not in headers_of(driver, op, app_key="k")
    assert "authorization" in headers_of(driver, op, token="t")


def test_an_optional_credential_is_sent_if_there_is_one_and_a_public_call_has_none(driver: Driver) -> None:
    op = secured((), ("bearerAuth",))
    assert "authorization" in headers_of(driver, op, token="t")
    assert "authorization" not in headers_of(driver, op)
    assert "authorization" not in headers_of(driver, secured(()), token="t")


def test_a_missing_credential_names_argument_and_variable_and_nothing_is_sent(driver: Driver) -> None:
    service = Service()
    with pytest.raises(ConfigurationError, match=r"notes_create needs .* token=… or the variable EXAMPLE_TOKEN"):
        driver.run(service, lambda client: client.notes.create(text="x"), token=None)
    assert service.requests == []


def test_a_credential_header_set_for_one_call_stays(driver: Driver) -> None:
    op = secured(("bearerAuth",))
    assert (
        headers_of(driver, op, NOT_GIVEN, {"authorization": "Bearer other"}, token="t")["authorization"]
        == "Bearer other"
    )


def test_a_scheme_that_signs_takes_httpx2_auth_objects_only(driver: Driver) -> None:
    class Signing(type(driver.client(Service()))):  # type: ignore[misc]  # the class of either client
        _schemes: ClassVar = {"bearerAuth": Scheme("sign", "token")}

    with pytest.raises(TypeError, match=r"token= must be an httpx2\.Auth, not Secret"):
        Signing(token="text", transport=Service().transport())
    client = Signing(transport=Service().transport())
    with pytest.raises(ConfigurationError, match=r"give the client token=…$"):
        driver.use(client, lambda c: c._call(secured(("bearerAuth",)), {}))


def test_a_signer_signs_each_attempt_anew(driver: Driver) -> None:
    class Signer(httpx2.Auth):
        requires_request_body = True
        count = 0

        def auth_flow(self, request: httpx2.Request) -> Any:
            self.count += 1
            request.headers["Authorization"] = f"OAuth {self.count} {len(request.content)}"
            yield request

    service = Service(503, 503)
    op = Operation[Any]("x", "POST", "/x", security=(("bearerAuth",),), retry=True, body="json")
    with pytest.raises(APIError):
        driver.run(
            service,
            lambda client: client._with(credentials={"bearerAuth": Signer()})._call(op, {}, {"a": 1}),
            runtime=Clock().runtime(),
        )
    assert [r.headers["authorization"] for r in service.requests] == ["OAuth 1 7", "OAuth 2 7", "OAuth 3 7"]


@pytest.mark.parametrize("location", ["path", "query", "header"])
def test_a_number_that_python_does_not_write_out_is_refused_by_name(driver: Driver, location: str) -> None:
    with pytest.raises(InvalidRequestError, match="value: Exceeds the limit"):
        send(driver, operation(location), {"value": 10**5000})


# --- What an operation may ask for besides its parameters ---


def body_of(driver: Driver, op: Operation[Any], arguments: dict[str, Any], body: Any, **options: Any) -> Any:
    return json.loads(send(driver, op, arguments, body, **options).content)


def recording(**more: Any) -> Operation[Any]:
    return Operation("things_record", "POST", "/things", body="json", filled=(("site", "site_id"),), **more)


def test_client_wide_arguments_are_defaults_of_members_of_a_body(driver: Driver) -> None:
    assert body_of(driver, recording(), {}, {"a": 1}, site_id=5) == {"a": 1, "site": 5}
    assert body_of(driver, recording(), {}, {"a": 1, "site": NOT_GIVEN}, site_id=5) == {"a": 1, "site": 5}
    assert body_of(driver, recording(), {}, {"site": 6}, site_id=5) == {"site": 6}
    assert body_of(driver, recording(), {}, {"site": None}, site_id=5) == {"site": None}
    assert body_of(driver, recording(), {}, [{"a": 1}, {"site": 6}], site_id=5) == [{"a": 1, "site": 5}, {"site": 6}]
    assert body_of(driver, recording(), {}, {"a": 1}) == {"a": 1}


def test_client_wide_arguments_are_defaults_of_members_of_models(driver: Driver) -> None:
    op = Operation[Any](
        "notes_create", "POST", "/notes", body="json", request=lambda: models.NoteCreate, filled=(("from", "slug"),)
    )
    given = models.NoteCreate(text="t")
    assert body_of(driver, op, {}, given, slug="s") == {"text": "t", "from": "s"}
    assert given.from_ is None
    assert body_of(driver, op, {}, models.NoteCreate(text="t", from_="u"), slug="s") == {"text": "t", "from": "u"}


ONE_OF = (Parameter("user", "query", "user"),)
GROUP = ((("user", "user"), ("mail", "eMail")),)


@pytest.mark.parametrize(("user", "mail"), [(1, NOT_GIVEN), (NOT_GIVEN, "m"), (None, "m")])
def test_one_of_a_group_of_arguments_is_sent(driver: Driver, user: Any, mail: Any) -> None:
    op = Operation[Any]("things_find", "POST", "/things", ONE_OF, body="json", exactly_one=GROUP)
    request = send(driver, op, {"user": user}, {"eMail": mail})
    assert ("user" in request.url.params, b"eMail" in request.content) == (bool(user), bool(mail))


@pytest.mark.parametrize(("user", "mail"), [(1, "m"), (NOT_GIVEN, NOT_GIVEN), (NOT_GIVEN, None)])
def test_none_or_two_of_a_group_of_arguments_are_refused(driver: Driver, user: Any, mail: Any) -> None:
    op = Operation[Any]("things_find", "POST", "/things", ONE_OF, body="json", exactly_one=GROUP)
    with pytest.raises(InvalidRequestError, match="things_find needs exactly one of user, mail"):
        send(driver, op, {"user": user}, {"eMail": mail})


def test_a_draft_is_called_only_by_an_experimental_client(driver: Driver) -> None:
    op = operation(draft=True)
    with pytest.raises(ConfigurationError, match=r"things_get is a draft .* experimental=True"):
        send(driver, op, {"value": 1})
    assert send(driver, op, {"value": 1}, experimental=True).url.params["value"] == "1"


class Stop(models.Model):
    name: str


class Walk(models.Model):
    kind: Literal["walk"]
    steps: int


class Ride(models.Model):
    kind: Literal["ride"]
    Line: str
    stops: list[Walk | Stop]


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        ({"kind": "walk"}, "steps: Field required"),
        ({"kind": "walk", "steps": "many"}, "steps: Input should be a valid integer"),
        ({"kind": "ride", "stops": []}, "Line: Field required"),
        ([{"kind": "walk", "steps": 1}, {"kind": "ride", "Line": 7, "stops": []}], "1.Line: Input should be a valid"),
        ({"kind": "ride", "Line": "U1", "stops": [{"name": 5}]}, "stops.0.name: Input should be a valid string"),
    ],
)
def test_what_is_wrong_in_a_union_is_named_by_members_and_not_by_types(driver: Driver, body: Any, problem: str) -> None:
    op = Operation[Any]("trips_add", "POST", "/trips", body="json", request=lambda: Walk | Ride | list[Walk | Ride])
    with pytest.raises(InvalidRequestError) as caught:
        send(driver, op, {}, body)
    assert f"cannot be sent: {problem}" in str(caught.value)
    assert "Walk" not in str(caught.value)
    assert ";" not in str(caught.value)
