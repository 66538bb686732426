"""The engine answers, records and refuses."""

from __future__ import annotations

from types import SimpleNamespace

import httpx2


def test_an_operation_without_behaviour_answers_with_the_documents_first_success_and_says_so(
    mock: SimpleNamespace,
) -> None:
    core = mock.engine.MockCore()
    with httpx2.Client(transport=core.transport(), base_url=core.base_url) as client:
        answer = client.get("/books/7")
    assert answer.status_code == 200
    assert answer.json() == {"id": 1, "title": "Maps", "price": "9.5", "tags": ["atlas"]}
    assert answer.headers["X-Mock-Behaviour"] == "example"
    assert core.violations == ()
