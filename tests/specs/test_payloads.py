"""Every document accepts its documented and real payloads; near misses of them are in `<api>/test_payloads.py`."""

from __future__ import annotations

import pytest

from tests.specs.documents import APIS
from tests.specs.payloads import Payloads, component_of

ALL = {api: Payloads(api) for api in APIS}
CASES = [pytest.param(api, case, id=f"{api}/{case}") for api in APIS for case in ALL[api].cases]


@pytest.mark.parametrize(("api", "case"), CASES)
def test_a_documented_or_real_payload_is_accepted(api: str, case: str) -> None:
    errors = ALL[api].validator(component_of(case)).iter_errors(ALL[api].load(case))
    assert [error.message for error in errors] == []
