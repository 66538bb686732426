"""The samples of Talkee's documentation, and payloads as its server sends them, are read by the client's models.

They stand in `payloads/<provenance>/<component>/<case>.json`; test_payloads.py judges them by the document.
"""

from __future__ import annotations

from typing import Any

import pytest

from overrides.generator.models import SCHEMAS
from tests.specs.documents import models, overlaid, reference, schemas
from tests.specs.payloads import Payloads, component_of
from tests.specs.roundtrip import differences

API = "talkee"
PAYLOADS = Payloads(API)


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
    documented = {component_of(case) for case in PAYLOADS.cases if case.startswith("documented/")}
    answers = {"UserAnswer", "SiteAnswer", "CommentAnswer", "CommentListAnswer", "ReplyAnswer", "ReplyListAnswer"}
    assert documented == answers | {"LoginRequest", "LoginAnswer", "AirdropCreate", "AirdropAnswer"}


@pytest.mark.parametrize("case", PAYLOADS.cases)
def test_a_payload_is_read_by_its_model_and_comes_back_equal(case: str) -> None:
    payload = PAYLOADS.load(case)
    component = read_as(component_of(case), payload)
    assert hasattr(models(API), component)
    assert differences(API, reference(component), payload) == []
