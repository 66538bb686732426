"""What the hints of an overlay and the facts of a document make of a client: called here, on a mock transport."""

from __future__ import annotations

import importlib
import inspect
import json
import sys
import traceback
import typing
from collections.abc import Callable, Generator, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import httpx2
import pytest
import yaml

from overrides.generator.document import DocumentError
from overrides.generator.package import Api, build

Change = Callable[[dict[str, Any], dict[str, Any]], None]


@pytest.fixture
def client_of(mini: Api, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[Change], ModuleType]]:
    """Generates `mini` with changes to its document and to the hints of its client, and imports the package."""

    def make(change: Change) -> ModuleType:
        document = yaml.safe_load(mini.spec.read_text("utf-8"))
        overlay = yaml.safe_load(mini.overlay.read_text("utf-8"))
        change(document, overlay["actions"][0]["update"]["x-sdk-client"])
        mini.spec.write_text(yaml.safe_dump(document, sort_keys=False), "utf-8")
        mini.overlay.write_text(yaml.safe_dump(overlay, sort_keys=False), "utf-8")
        folder: Path = mini.root / "generated"
        for path, file in build(mini).items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text(file.text, "utf-8")
        monkeypatch.syspath_prepend(folder)
        return importlib.import_module("mini_client")

    yield make
    for name in [name for name in sys.modules if name.partition(".")[0] == "mini_client"]:
        del sys.modules[name]


class Server:
    """Answers each request alike and keeps them."""

    def __init__(self, status: int = 200, content: bytes = b"{}", kind: str = "application/json") -> None:
        self.requests: list[httpx2.Request] = []
        self._answer = {"status_code": status, "content": content, "headers": {"content-type": kind}}

    def __call__(self, request: httpx2.Request) -> httpx2.Response:
        self.requests.append(request)
        return httpx2.Response(**self._answer)  # type: ignore[arg-type]  # by name, as they are above

    def client(self, package: ModuleType, **options: Any) -> Any:
        transport = httpx2.MockTransport(self)
        return package.Mini(base_url="https://x.example", token="t", transport=transport, **options)


def sending(document: dict[str, Any]) -> dict[str, Any]:
    operation: dict[str, Any] = document["paths"]["/messages"]["post"]
    return operation


def test_a_body_that_is_one_argument_is_given_by_position_as_model_or_mapping(
    client_of: Callable[[Change], ModuleType],
) -> None:
    package = client_of(lambda document, hints: None)
    server = Server(content=b'{"kind": "text", "text": "x"}')
    client = server.client(package)
    client.messages.send({"kind": "text", "text": "hello"})
    client.messages.send(package.models.Text(kind="text", text="hello"))
    client.messages.send(body={"kind": "text", "text": "hello"})
    assert {request.content for request in server.requests} == {b'{"kind":"text","text":"hello"}'}
    assert "Mapping[str, object]" in client.messages.send.__annotations__["body"]


def test_a_member_of_a_body_has_a_client_wide_argument_as_its_default(
    client_of: Callable[[Change], ModuleType],
) -> None:
    def change(document: dict[str, Any], hints: dict[str, Any]) -> None:
        sending(document)["requestBody"]["x-sdk-fill"] = {"site": "site_id"}

    server = Server(content=b'{"kind": "text", "text": "x"}')
    client = server.client(client_of(change), site_id=5)
    client.messages.send({"kind": "text", "text": "hello"})
    assert json.loads(server.requests[0].content) == {"kind": "text", "text": "hello", "site": 5}


def test_a_default_that_is_no_client_wide_argument_is_an_error_with_its_place(
    client_of: Callable[[Change], ModuleType],
) -> None:
    def change(document: dict[str, Any], hints: dict[str, Any]) -> None:
        sending(document)["requestBody"]["x-sdk-fill"] = {"site": "sight"}

    with pytest.raises(DocumentError, match="'sight' is no client-wide argument") as caught:
        client_of(change)
    assert caught.value.pointer == "/paths/~1messages/post/requestBody"


def test_an_error_is_told_by_its_words_alone(client_of: Callable[[Change], ModuleType]) -> None:
    def change(document: dict[str, Any], hints: dict[str, Any]) -> None:
        hints["errors"] = {"message": ["/message"], "rewrites": [{"message": "Failed", "status": 503}]}

    package = client_of(change)
    with pytest.raises(package.ServerError):
        Server(400, b'{"message": "Failed"}').client(package).messages.delete(1)


def test_drafts_ask_for_an_experimental_client_where_the_overlay_says_so(
    client_of: Callable[[Change], ModuleType],
) -> None:
    def change(document: dict[str, Any], hints: dict[str, Any]) -> None:
        hints["gate_drafts"] = True
        document["paths"]["/messages/{message_id}"]["delete"]["x-stage"] = "draft"

    package = client_of(change)
    with pytest.raises(package.ConfigurationError, match="messages_delete is a draft"):
        Server(204).client(package).messages.delete(1)
    assert Server(204).client(package, experimental=True).messages.delete(1) is None


def test_documented_limits_and_content_types_reach_the_operation(client_of: Callable[[Change], ModuleType]) -> None:
    limits = [{"per": "user", "calls": 1, "seconds": 1.5, "key": 'a"b'}]

    def change(document: dict[str, Any], hints: dict[str, Any]) -> None:
        sending(document)["x-rate-limit"] = limits
        content = sending(document)["responses"]["200"]["content"]
        content["text/html"] = {"schema": {"type": "string"}}

    package = client_of(change)
    resource = importlib.import_module("mini_client._resources.messages")
    assert list(resource._SEND.rate_limits) == limits
    server = Server(content=b'{"kind": "text", "text": "x"}', kind="text/html")
    assert server.client(package).messages.send({"kind": "text", "text": "hello"}).text == "x"


def test_an_answer_that_may_be_empty_is_none(client_of: Callable[[Change], ModuleType]) -> None:
    def change(document: dict[str, Any], hints: dict[str, Any]) -> None:
        sending(document)["x-sdk-empty"] = True

    client = Server(content=b"").client(client_of(change))
    assert client.messages.send({"kind": "text", "text": "hello"}) is None
    assert client.messages.send.__annotations__["return"] == "models.Message | None"


def test_of_some_arguments_a_call_needs_exactly_one(client_of: Callable[[Change], ModuleType]) -> None:
    def change(document: dict[str, Any], hints: dict[str, Any]) -> None:
        document["paths"]["/comments"]["post"]["x-sdk-exactly-one"] = [["lang", "parent"]]

    package = client_of(change)
    server = Server(content=b'{"ts": 1, "data": {"id": 1, "content": "x"}}')
    client = server.client(package)
    with pytest.raises(package.InvalidRequestError, match="exactly one of lang, parent"):
        client.comments.create(content="x")
    with pytest.raises(package.InvalidRequestError, match="exactly one of lang, parent"):
        client.comments.create(content="x", lang="en", parent=1)
    assert client.comments.create(content="x", parent=1).id == 1
    forms = [inspect.signature(form).parameters for form in typing.get_overloads(type(client.comments).create)]
    assert [[name for name in ("lang", "parent") if name in form] for form in forms] == [["lang"], ["parent"]]
    assert all(form["lang" if "lang" in form else "parent"].default is inspect.Parameter.empty for form in forms)


def test_of_some_arguments_a_call_takes_at_most_one(client_of: Callable[[Change], ModuleType]) -> None:
    def change(document: dict[str, Any], hints: dict[str, Any]) -> None:
        document["paths"]["/comments"]["get"]["x-sdk-at-most-one"] = [["filter", "order_by"]]

    package = client_of(change)
    server = Server(content=b'{"ts": 1, "data": {"comments": [], "total": 0}}')
    client = server.client(package)
    with pytest.raises(package.InvalidRequestError, match="takes at most one of filter, order_by"):
        client.comments.list(filter=["x"], order_by="id")
    assert [*client.comments.list(), *client.comments.list(filter=["x"])] == []
    forms = [inspect.signature(form).parameters for form in typing.get_overloads(type(client.comments).list)]
    assert [[name for name in ("filter", "order_by") if name in form] for form in forms] == [["filter"], ["order_by"]]
    assert not any(parameter.default is inspect.Parameter.empty for form in forms for parameter in [*form.values()][1:])


def test_a_form_may_have_json_of_an_array_or_an_object(client_of: Callable[[Change], ModuleType]) -> None:
    def change(document: dict[str, Any], hints: dict[str, Any]) -> None:
        schemas = document["components"]["schemas"]
        for name, content in {
            "TextForm": {"$ref": "#/components/schemas/Text"},
            "TextsForm": {"type": "array", "items": {"$ref": "#/components/schemas/Text"}},
            "WordsForm": {"type": "array", "items": {"type": "string"}},
        }.items():
            payload = {"type": "string", "contentMediaType": "application/json", "contentSchema": content}
            schemas[name] = {"type": "object", "required": ["payload"], "properties": {"payload": payload}}
        for method, form in (("put", "TextForm"), ("patch", "TextsForm"), ("delete", "WordsForm")):
            body = {"application/x-www-form-urlencoded": {"schema": {"$ref": f"#/components/schemas/{form}"}}}
            document["paths"]["/messages"][method] = {
                "operationId": "messages_erase" if method == "delete" else f"messages_{method}",
                "tags": ["messages"],
                "requestBody": {"required": True, "content": body},
                "responses": {"204": {"description": "done"}},
            }

    server = Server(204)
    client = server.client(client_of(change))
    client.messages.put(kind="text", text="é")
    client.messages.patch([{"kind": "text", "text": "é"}])
    client.messages.erase(["a", "b"])
    first, second, third = (httpx2.QueryParams(request.content.decode()) for request in server.requests)
    assert json.loads(first["payload"]) == {"kind": "text", "text": "é"}
    assert json.loads(second["payload"]) == [{"kind": "text", "text": "é"}]
    assert json.loads(third["payload"]) == ["a", "b"]


def test_a_form_with_json_in_one_of_its_members_keeps_the_others(client_of: Callable[[Change], ModuleType]) -> None:
    def change(document: dict[str, Any], hints: dict[str, Any]) -> None:
        document["components"]["schemas"]["ThingForm"]["properties"]["name"] = {"type": "string"}

    server = Server(201, b"[]")
    server.client(client_of(change)).things.create_many(payload="[]", name="x")
    assert server.requests[0].content == b"payload=%5B%5D&name=x"


class Counting(httpx2.Auth):
    """Signs with a number that grows."""

    signed = 0

    def auth_flow(self, request: httpx2.Request) -> Generator[httpx2.Request, httpx2.Response, None]:
        self.signed += 1
        request.headers["Authorization"] = f"Signature {self.signed}"
        yield request


def test_a_scheme_that_signs_takes_httpx2_auth_and_signs_each_attempt_anew(
    client_of: Callable[[Change], ModuleType],
) -> None:
    def change(document: dict[str, Any], hints: dict[str, Any]) -> None:
        document["components"]["securitySchemes"]["bearerAuth"]["x-sdk-sign"] = "counting"
        document["paths"]["/comments"]["get"]["x-sdk-retry"] = "safe"

    package = client_of(change)
    assert package.Mini.__init__.__annotations__["token"] == "httpx2.Auth | None"
    server = Server(503)
    at_once = importlib.import_module("mini_client._core.retry").RetryPolicy(first_wait=0.0)
    options = {"base_url": "https://x.example", "transport": httpx2.MockTransport(server), "retry": at_once}
    with pytest.raises(package.ServerError):
        package.Mini(token=Counting(), **options).comments.list(site_id=1)
    assert [request.headers["authorization"] for request in server.requests] == [
        "Signature 1",
        "Signature 2",
        "Signature 3",
    ]
    with pytest.raises(TypeError, match=r"must be an httpx2\.Auth"):
        package.Mini(base_url="https://x.example", token="text")


@pytest.mark.parametrize("kind", ["Mini", "AsyncMini"])
def test_a_constructor_that_fails_shows_no_secret_in_a_traceback_with_locals(
    client_of: Callable[[Change], ModuleType], kind: str
) -> None:
    package = client_of(lambda document, hints: None)
    secret = "".join(["pla", "nted"])
    good = getattr(package, kind)(base_url="https://x.example")
    for call, options in (
        (getattr(package, kind), {"base_url": "nowhere", "headers": {"X-App-Key": secret}}),
        (getattr(package, kind), {"base_url": f"https://u:{secret}@x.example"}),
        (getattr(package, kind), {"base_url": "nowhere", "proxy": f"http://u:{secret}@proxy"}),
        (getattr(package, kind), {"base_url": "https://x.example", "api_token": secret}),
        (good.with_options, {"timeout": "soon", "headers": {"X-App-Key": secret}}),
    ):
        with pytest.raises((package.ConfigurationError, TypeError)) as caught:
            call(**options)
        frames = traceback.TracebackException.from_exception(caught.value, capture_locals=True).stack[1:]
        assert frames
        assert secret not in str([frame.locals for frame in frames]) + str(caught.value)


def test_resources_in_a_group_are_reached_through_it_raw_as_well(client_of: Callable[[Change], ModuleType]) -> None:
    def change(document: dict[str, Any], hints: dict[str, Any]) -> None:
        hints["groups"] = {"messages": "management.texts"}

    server = Server(204)
    client = server.client(client_of(change))
    assert client.management.texts.delete(1) is None
    assert client.management.texts is client.management.texts
    assert client.with_raw_response.management.texts.delete(1).status_code == 204
    assert client.with_options(timeout=3).management.texts.delete(1) is None
    assert not hasattr(client, "messages")
    assert len(server.requests) == 3


def test_a_group_that_is_a_resource_too_is_refused(client_of: Callable[[Change], ModuleType]) -> None:
    with pytest.raises(DocumentError, match="puts comments at comments"):
        client_of(lambda document, hints: hints.update(groups={"messages": "comments.messages"}))


def test_a_client_named_like_a_resource_is_refused(client_of: Callable[[Change], ModuleType]) -> None:
    with pytest.raises(DocumentError, match="the client and a resource are both called Messages"):
        client_of(lambda document, hints: hints.update(name="Messages"))


def test_a_client_without_a_name_is_not_named_like_a_resource(client_of: Callable[[Change], ModuleType]) -> None:
    def change(document: dict[str, Any], hints: dict[str, Any]) -> None:
        del hints["name"]
        for item in document["paths"].values():
            for operation in (value for value in item.values() if isinstance(value, dict)):
                operation["tags"] = ["mini" if tag == "things" else tag for tag in operation["tags"]]

    assert client_of(change).MiniClient(base_url="https://x.example").mini


def test_a_call_with_a_server_of_its_own_goes_there_from_the_documented_server_only(
    client_of: Callable[[Change], ModuleType],
) -> None:
    package = client_of(lambda document, hints: document["servers"].append({"url": "https://test.example/api"}))
    server = Server(content=b"text", kind="text/plain")
    thing = "018f5c5e-7e9b-7c1a-9d0e-0242ac120002"
    for base_url in ("https://x.example/api", "https://test.example/api", "http://127.0.0.1:9"):
        client = package.Mini(base_url=base_url, token="t", transport=httpx2.MockTransport(server))
        with pytest.warns(DeprecationWarning, match="things_get_text"):
            client.things.get_text(thing)
    assert [str(request.url).removesuffix(f"/things/{thing}") for request in server.requests] == [
        "https://text.example",
        "https://test.example/api",
        "http://127.0.0.1:9",
    ]


def test_a_list_in_the_query_is_repeated_or_joined_as_the_document_says(
    client_of: Callable[[Change], ModuleType],
) -> None:
    def change(document: dict[str, Any], hints: dict[str, Any]) -> None:
        document["paths"]["/messages"]["post"]["parameters"] = [
            {"name": "tags", "in": "query", "explode": False, "schema": {"type": "array", "items": {"type": "string"}}},
            {"name": "kinds", "in": "query", "schema": {"type": "array", "items": {"type": "string"}}},
        ]

    server = Server(content=b'{"kind": "text", "text": "x"}')
    client = server.client(client_of(change))
    client.messages.send({"kind": "text", "text": "x"}, tags=["a", "b"], kinds=["c", "d"])
    assert server.requests[0].url.query == b"tags=a%2Cb&kinds=c&kinds=d"


def test_a_named_list_in_a_union_takes_mappings_too(client_of: Callable[[Change], ModuleType]) -> None:
    client = Server(202).client(client_of(lambda document, hints: None))
    thing = "models.Thing | Mapping[str, object]"
    assert client.things.send.__annotations__["body"] == f"{thing} | Sequence[{thing}]"
    assert client.things.send([{"id": "018f5c5e-7e9b-7c1a-9d0e-0242ac120002", "kind": "thing"}]) is None


def test_a_token_of_oauth2_is_sent_as_a_bearer_token(client_of: Callable[[Change], ModuleType]) -> None:
    def change(document: dict[str, Any], hints: dict[str, Any]) -> None:
        document["components"]["securitySchemes"]["bearerAuth"] = {"type": "oauth2", "flows": {}}

    server = Server(content=b'{"ts": 1, "data": {"id": 1, "content": "x"}}')
    server.client(client_of(change)).comments.create(content="x")
    assert server.requests[0].headers["authorization"] == "Bearer t"


def test_two_keys_are_two_arguments(client_of: Callable[[Change], ModuleType]) -> None:
    def change(document: dict[str, Any], hints: dict[str, Any]) -> None:
        for name in ("appKey", "userKey"):
            scheme = {"type": "apiKey", "in": "header", "name": f"X-{name}"}
            document["components"]["securitySchemes"][name] = scheme
        sending(document)["security"] = [{"appKey": [], "userKey": []}]

    server = Server(content=b'{"kind": "text", "text": "x"}')
    server.client(client_of(change), app_key="a", user_key="u").messages.send({"kind": "text", "text": "x"})
    assert [server.requests[0].headers[name] for name in ("X-appKey", "X-userKey")] == ["a", "u"]


def test_an_answer_of_json_without_a_schema_is_anything(client_of: Callable[[Change], ModuleType]) -> None:
    def change(document: dict[str, Any], hints: dict[str, Any]) -> None:
        sending(document)["responses"]["200"]["content"] = {"application/json": {}}

    client = Server(content=b"[1]").client(client_of(change))
    assert client.messages.send({"kind": "text", "text": "hello"}) == [1]
    assert client.messages.send.__annotations__["return"] == "typing.Any"


def test_a_new_api_named_like_the_resource_of_its_example_generates(repository: Path) -> None:
    client = build(Api("notes", repository))["notes_client/_client.py"].text
    assert "class NotesClient(" in client
    assert "_default_base_url = PRODUCTION_URL" in client
