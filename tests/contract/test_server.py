"""`nox -s contract -- --base-url`: against a mock on a socket of this machine."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from talkee_client._core.mock.http import Request
from talkee_client._core.mock.server import running
from talkee_client.mock import TalkeeMock

from . import talkee
from .server import READING, Remote, main

FEW = ("--api", "talkee", "--examples", "3")


@pytest.fixture
def mock() -> TalkeeMock:
    made = talkee.make("faithful")
    talkee.seed(made)
    return made


@pytest.fixture
def url(mock: TalkeeMock) -> Iterator[str]:
    with running(mock) as url:
        yield url


def methods(mock: TalkeeMock) -> set[str]:
    return {request.method for request in mock.requests}


def test_only_reading_calls_are_made_unless_told_otherwise(
    mock: TalkeeMock, url: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = mock.state()
    assert main(["--base-url", url, *FEW]) == 0
    printed = capsys.readouterr().out
    assert methods(mock) == {"GET"}
    assert mock.state() == before
    assert "comments_list" in printed
    assert "comments_create" not in printed


def test_calls_that_write_are_made_when_told_to(
    mock: TalkeeMock, url: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TOKEN", f"Bearer {mock.token_for(mock.tables.users[1])}")
    only = ("--operation", "comments_create", "--header", "Authorization: $TOKEN")
    assert main(["--base-url", url, *FEW, "--write", *only]) == 0
    assert methods(mock) == {"POST"}
    assert len(mock.tables.comments) > 4
    assert capsys.readouterr().out.startswith("comments_create")


def test_what_a_server_gets_wrong_is_found_and_said(
    mock: TalkeeMock, url: str, capsys: pytest.CaptureFixture[str]
) -> None:
    mock.tables.assets[1].name = 5  # type: ignore[assignment] # what is wrong
    assert main(["--base-url", url, *FEW, "--operation", "assets_list"]) == 1
    assert "JsonSchemaError: Response violates schema" in capsys.readouterr().out


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "QUERY"])
def test_no_request_that_may_write_leaves_whoever_makes_it(mock: TalkeeMock, method: str) -> None:
    remote = Remote(talkee.API, "http://127.0.0.1:9/api", write=False)
    request = Request(method, "/api/comments")
    with pytest.raises(PermissionError, match="--write"):
        remote.handle(request)
    assert method not in READING
    remote.client.close()
