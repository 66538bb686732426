"""The inferred part of the calls: one table, the document's own, and its replacement."""

from __future__ import annotations

import datetime
import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import httpx2
import pytest
import yaml
from sociogram_client import ConfigurationError, InvalidRequestError, Sociogram
from sociogram_client.mock import SociogramMock

from .conftest import World

ROOT = Path(__file__).parents[2]
TOKEN = "made-up-token"
NOTIFY: dict[str, Any] = {"uid": 7, "message": "Hello!"}
SEARCH: dict[str, Any] = {"author_id": "67bdb851166c0be755fac39a", "search": "a b"}


class Recorder(httpx2.BaseTransport):
    """Answers everything with one JSON value and keeps the requests."""

    def __init__(self, answer: str = "true") -> None:
        self.requests: list[httpx2.Request] = []
        self.answer = answer

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        request.read()
        self.requests.append(request)
        return httpx2.Response(200, headers={"content-type": "application/json"}, content=self.answer.encode())

    @property
    def line(self) -> str:
        """Method and target of the last request."""
        last = self.requests[-1]
        return f"{last.method} {last.url.raw_path.decode()}"

    @property
    def body(self) -> Any:
        """The body of the last request."""
        return json.loads(self.requests[-1].content) if self.requests[-1].content else None


def client(recorder: Recorder, **options: Any) -> Sociogram:
    return Sociogram(token=TOKEN, transport=recorder, **options)


def inferred() -> dict[str, str]:
    document = yaml.safe_load((ROOT / "specs" / "sociogram.yaml").read_text("utf-8"))
    return {
        operation["operationId"]: f"{method.upper()} {path}"
        for path, item in document["paths"].items()
        for method, operation in item.items()
        if operation["x-provenance"] == "inferred"
    }


def test_the_table_holds_exactly_what_the_document_calls_inferred() -> None:
    table = client(Recorder()).inferred_routes
    assert {name: str(route) for name, route in table.items()} == inferred()
    assert len(table) > 20
    assert "bots_send_message" not in table
    assert not any(route.replaced for route in table.values())


def test_the_readme_shows_the_same_table() -> None:
    readme = (ROOT / "generated" / "sociogram" / "README.md").read_text("utf-8")
    for name, route in inferred().items():
        assert f"| `{name}` | `{route}` |" in readme


def test_a_replaced_path_is_where_the_request_goes(here: World) -> None:
    paths = {"users_notify": "POST /v2/notify"}
    here.mock = SociogramMock(paths=paths)
    here.app = here.mock.add_app()
    user = here.mock.add_user()
    with_paths = here.client(paths=paths)
    assert with_paths.users.notify(uid=user.uid, message="Hello!") is True
    assert here.mock.exchanges[-1].request.raw_path == "/v2/notify"
    route = with_paths.inferred_routes["users_notify"]
    assert (str(route), route.replaced) == ("POST /v2/notify", True)


def test_other_calls_keep_their_inferred_paths() -> None:
    recorder = Recorder()
    client(recorder, paths={"users_notify": "POST /v2/notify"}).checks.follow(target_slug=1, user_slug=2)
    assert recorder.line == "GET /mini-app/check-follow?targetSlug=1&userSlug=2"


def test_a_part_of_the_path_takes_a_parameter_out_of_the_body() -> None:
    recorder = Recorder()
    client(recorder, paths={"users_notify": "PUT /v2/users/{uid}/notices"}).users.notify(**NOTIFY)
    assert recorder.line == "PUT /v2/users/7/notices"
    assert recorder.body == {"message": "Hello!"}


def test_a_part_of_the_path_is_encoded() -> None:
    recorder = Recorder()
    paths = {"checks_follow": "GET /v2/{userSlug}/follows/{targetSlug}"}
    client(recorder, paths=paths).checks.follow(target_slug="a/b", user_slug=2)
    assert recorder.line == "GET /v2/2/follows/a%2Fb"


def test_the_body_of_a_call_can_move_into_the_query() -> None:
    recorder = Recorder()
    client(recorder, params_in={"users_notify": "query"}).users.notify(**NOTIFY)
    assert recorder.line == "POST /mini-app/notify-user?uid=7&message=Hello%21"
    assert recorder.body is None


def test_the_query_of_a_call_can_move_into_the_body_with_its_types() -> None:
    recorder = Recorder()
    sociogram = client(
        recorder, paths={"checks_deposit": "POST /v2/deposits"}, params_in={"checks_deposit": {"minAmount": "body"}}
    )
    assert sociogram.checks.deposit(uid=7, pid=1716301523324, min_amount=Decimal("0.1000000001")) is True
    assert recorder.line == "POST /v2/deposits?uid=7&pid=1716301523324"
    assert recorder.requests[-1].content == b'{"minAmount":0.1000000001}'


def test_all_parameters_can_move_at_once_and_a_search_still_goes_on_by_its_cursor() -> None:
    recorder = Recorder('{"rows": [{"authorId": "a", "text": "b"}], "cursor": "next"}')
    sociogram = client(
        recorder,
        params_in="body",
        paths={name: f"POST {route.partition(' ')[2]}" for name, route in inferred().items()},
    )
    time = datetime.datetime(2024, 1, 1, tzinfo=datetime.UTC)
    page = sociogram.publications.search(**SEARCH, from_=time, limit=5)
    assert recorder.line == "POST /mini-app/search-publications"
    assert recorder.body == {
        "authorId": SEARCH["author_id"],
        "search": "a b",
        "from": "2024-01-01T00:00:00Z",
        "limit": 5,
    }
    recorder.answer = '{"rows": [{"authorId": "c", "text": "d"}], "cursor": null}'
    following = page.next_page()
    assert following is not None
    assert following.items[0].text == "d"
    assert recorder.body["cursor"] == "next"


def test_nested_decimals_stay_numbers_when_a_part_of_a_body_moves() -> None:
    recorder = Recorder('{"success": false}')
    sociogram = client(recorder, paths={"posts_create": "POST /v2/users/{uid}/posts"})
    reward = {"amount": Decimal("1.500000001"), "currency": "sol"}
    sociogram.posts.create(uid=7, text="Hello!", community_reward=reward)
    assert b'"amount":1.500000001' in recorder.requests[-1].content


def test_a_moved_body_is_checked_as_before() -> None:
    sociogram = client(Recorder(), paths={"users_notify": "POST /v2/users/{uid}/notices"})
    with pytest.raises(InvalidRequestError, match="uid"):
        sociogram.users.notify(uid="nobody", message="Hello!")  # type: ignore[arg-type]  # on purpose


@pytest.mark.parametrize(
    ("file", "text"),
    [
        (
            "routes.toml",
            'auth_header = "X-Mini-App-Token"\n[paths]\nusers_notify = "POST /v2/notify"\n'
            '[params_in]\nusers_notify = "query"\n',
        ),
        (
            "routes.json",
            '{"auth_header": "X-Mini-App-Token", "paths": {"users_notify": "POST /v2/notify"},'
            ' "params_in": {"users_notify": "query"}}',
        ),
    ],
)
def test_a_file_can_hold_it_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, file: str, text: str) -> None:
    path = tmp_path / file
    path.write_text(text, "utf-8")
    monkeypatch.setenv("SOCIOGRAM_PATHS", str(path))
    for options in ({"paths": path}, {"paths": str(path)}, {}):
        recorder = Recorder()
        client(recorder, **options).users.notify(**NOTIFY)
        assert recorder.line == "POST /v2/notify?uid=7&message=Hello%21"
        assert recorder.requests[-1].headers["x-mini-app-token"] == TOKEN
        assert "x-app-key" not in recorder.requests[-1].headers


@pytest.mark.parametrize(
    ("header", "sent"), [("X-Mini-App-Token", TOKEN), ("Authorization: Bearer", f"Bearer {TOKEN}")]
)
def test_another_header_is_for_inferred_calls_and_the_documented_call_keeps_its_own(header: str, sent: str) -> None:
    recorder = Recorder('{"success": true, "messageId": "67bdb851166c0be755fac39a"}')
    sociogram = client(recorder, auth_header=header)
    sociogram.checks.follow(target_slug=1, user_slug=2)
    inferred_call = recorder.requests[-1].headers
    assert inferred_call[header.partition(":")[0]] == sent
    assert "x-app-key" not in inferred_call
    sociogram.bots.send_message(uid=7, message={"text": "Hello!"})
    documented = recorder.requests[-1].headers
    assert documented["x-app-key"] == TOKEN
    assert header.partition(":")[0] not in documented


def test_a_new_token_of_a_copy_goes_into_both_headers() -> None:
    recorder = Recorder()
    copy = client(recorder, auth_header="X-Mini-App-Token").with_options(token="another-made-up-token")
    copy.checks.follow(target_slug=1, user_slug=2)
    assert recorder.requests[-1].headers["x-mini-app-token"] == "another-made-up-token"


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"paths": {"users_notfy": "POST /x"}}, "names no inferred call"),
        ({"paths": {"bots_send_message": "POST /x"}}, "documented, not inferred"),
        ({"paths": {"users_notify": "/v2/notify"}}, "'POST /mini-app/notify-user'"),
        ({"paths": {"users_notify": "POST https://elsewhere.example/x"}}, "not a method and a path"),
        ({"paths": {"users_notify": "POST //elsewhere.example/x"}}, "not a method and a path"),
        ({"paths": {"users_notify": "POST /a/../b"}}, "not a method and a path"),
        ({"paths": {"users_notify": "POST /x?y=1"}}, "not a method and a path"),
        ({"paths": {"users_notify": "POST /users/{user}"}}, "no parameter 'user'"),
        ({"paths": {"users_notify": "GET /x"}}, "a GET has no body"),
        ({"params_in": {"users_notify": "header"}}, "neither 'query' nor 'body'"),
        ({"params_in": {"users_notify": {"text": "query"}}}, "for one of uid, message"),
        ({"params_in": {"nobody": "query"}}, "names no inferred call"),
        ({"params_in": "body"}, "a GET has no body"),
        ({"paths": "/nowhere/routes.toml"}, "no JSON or TOML file of routes"),
        ({"auth_header": "X App Key"}, "no name of a header"),
        ({"auth_header": ""}, "no name of a header"),
    ],
)
def test_a_wrong_replacement_is_named_when_the_client_is_made(options: dict[str, Any], words: str) -> None:
    with pytest.raises(ConfigurationError, match=words):
        client(Recorder(), **options)


def test_every_docstring_of_an_inferred_call_says_so(here: World) -> None:
    import sociogram_client

    client_class = sociogram_client.Sociogram if here.kind == "sync" else sociogram_client.AsyncSociogram
    instance = client_class(token=TOKEN)
    for name in inferred():
        resource, _, method = name.partition("_")
        text = getattr(getattr(instance, resource), method).__doc__ or ""
        assert "nferred" in text, name
    assert "inferred" in (client_class.__doc__ or "")
