"""The samples of Talkee's documentation, and payloads as its server sends them, are read by the client's models.

They stand in `payloads/<provenance>/<component>/<case>.json`; test_payloads.py judges them by the document.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from overrides.generator.models import SCHEMAS
from tests.specs.documents import models, overlaid, reference, schemas
from tests.specs.roundtrip import differences

API = "talkee"
PAYLOADS = Path(__file__).parent / "payloads"
CASES = sorted(path.relative_to(PAYLOADS).with_suffix("").as_posix() for path in PAYLOADS.glob("*/*/*.json"))


def load(case: str) -> Any:
    return json.loads((PAYLOADS / f"{case}.json").read_text("utf-8"))


def read_as(component: str, payload: Any) -> str:
    """Return the component that the client reads an answer as: success and error are never one union there."""
    error: str = overlaid(API)["x-sdk-client"]["envelope"]["error"]
    branches = [branch.get("$ref", "").removeprefix(SCHEMAS) for branch in schemas(API)[component].get("anyOf", [])]
    if error not in branches:
        return component
    (success,) = set(branches) - {error}
    data = payload["data"]
    is_error = isinstance(data, dict) and type(data.get("code")) is int and isinstance(data.get("msg"), str)
    return error if is_error else success


def test_each_documented_sample_is_here() -> None:
    documented = {case.split("/")[1] for case in CASES if case.startswith("documented/")}
    answers = {"UserAnswer", "SiteAnswer", "CommentAnswer", "CommentListAnswer", "ReplyAnswer", "ReplyListAnswer"}
    assert documented == answers | {"LoginRequest", "LoginAnswer", "AirdropCreate", "AirdropAnswer"}


@pytest.mark.parametrize("case", CASES)
def test_a_payload_is_read_by_its_model_and_comes_back_equal(case: str) -> None:
    payload = load(case)
    component = read_as(case.split("/")[1], payload)
    assert hasattr(models(API), component)
    assert differences(API, reference(component), payload) == []
