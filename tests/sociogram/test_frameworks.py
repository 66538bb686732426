"""The README's ways to receive webhooks, in the frameworks themselves: FastAPI, Starlette and Flask."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

TOKEN = "made-up-token"
README = Path(__file__).parents[2] / "generated" / "sociogram" / "README.md"
BODY = json.dumps({"data": {"purchase-validate": {"payload": "order 456"}}}).encode()
UNKNOWN = json.dumps({"data": {"something-new": {}}}).encode()


def application(framework: str) -> Any:
    """The `app` of the README's example for a framework."""
    blocks = re.findall(r"```python\n(.*?)```", README.read_text("utf-8"), re.DOTALL)
    [code] = [block for block in blocks if f"from {framework}" in block]
    namespace: dict[str, Any] = {"__name__": __name__}
    exec(compile(code, f"README of {framework}", "exec"), namespace)
    return namespace["app"]


def post(framework: str, headers: dict[str, str], content: bytes) -> tuple[int, bytes, str]:
    app = application(framework)
    if framework == "flask":
        answer = app.test_client().post("/webhook", headers=headers, data=content)
        return answer.status_code, answer.data, answer.headers["content-type"]
    from starlette.testclient import TestClient

    with TestClient(app) as client:
        response = client.post("/webhook", headers=headers, content=content)
    return response.status_code, response.content, response.headers["content-type"]


@pytest.mark.parametrize("framework", ["fastapi", "starlette", "flask"])
@pytest.mark.parametrize(
    ("headers", "content", "status", "body"),
    [
        ({"X-App-Key": TOKEN}, BODY, 200, b"true"),
        ({"X-App-Key": TOKEN}, UNKNOWN, 200, b"false"),
        ({"X-App-Key": TOKEN}, b"{", 400, None),
        ({"X-App-Key": "wrong"}, BODY, 401, None),
        ({}, BODY, 401, None),
        ({"X-App-Key": TOKEN}, b" " * (1024 * 1024 + 1), 413, None),
    ],
)
def test_the_example_of_the_readme_answers_as_it_should(
    framework: str, headers: dict[str, str], content: bytes, status: int, body: bytes | None
) -> None:
    answered, answer, content_type = post(framework, headers, content)
    assert answered == status
    assert content_type.startswith("application/json")
    if body is not None:
        assert answer == body
