"""The payloads in `<api>/payloads/<provenance>/<component>/<case>.json`, and near misses of them.

Each API's own test_payloads.py says where they come from. A case is named `<provenance>/<component>/<case>`.
"""

from __future__ import annotations

import copy
import json
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest

from tests.specs import documents

REMOVED = object()
"""Instead of a value: the member is left out."""

NearMiss = tuple[str, str, object]
"""A case, a JSON pointer into it, and the value there that makes it wrong."""


class Payloads:
    """The payloads of one API, with the document that judges them."""

    def __init__(self, api: str) -> None:
        self.api = api
        self.document: dict[str, Any] = documents.document(api).data
        self.cases = sorted(
            path.relative_to(_folder(api)).with_suffix("").as_posix() for path in _folder(api).glob("*/*/*.json")
        )

    def load(self, case: str) -> Any:
        """Read a payload; each time another copy."""
        return json.loads(_text(self.api, case))

    def validator(self, component: str) -> jsonschema_rs.Draft202012Validator:
        """Return what judges payloads of a component; those of a `…Form` are the JSON that its `payload` holds."""
        inside = "/properties/payload/contentSchema" if component.endswith("Form") else ""
        return documents.validator(self.api, documents.reference(component + inside))

    def is_refused(self, near_miss: NearMiss) -> bool:
        """Tell whether the document refuses a payload once it is changed."""
        case, pointer, value = near_miss
        return not self.validator(component_of(case)).is_valid(changed(self.load(case), pointer, value))


def _folder(api: str) -> Path:
    return Path(__file__).parent / api / "payloads"


@cache
def _text(api: str, case: str) -> str:
    return (_folder(api) / f"{case}.json").read_text("utf-8")


def component_of(case: str) -> str:
    """Return the component that a payload is one of."""
    return case.split("/")[1]


def changed(payload: Any, pointer: str, value: object) -> Any:
    """Copy a payload with the value at a JSON pointer replaced, added or removed."""
    if not pointer:
        return value
    result = copy.deepcopy(payload)
    *parents, last = pointer.split("/")[1:]
    place = result
    for key in parents:
        place = place[int(key)] if isinstance(place, list) else place[key]
    if value is REMOVED:
        assert last in place, f"{pointer} is not there to be removed"
        del place[last]
    else:
        place[int(last) if isinstance(place, list) else last] = value
    return result


def each_of(near_misses: list[NearMiss]) -> pytest.MarkDecorator:
    """Run a test with each `near_miss`, named after what is changed."""
    return pytest.mark.parametrize("near_miss", near_misses, ids=map(_name, near_misses))


def _name(near_miss: NearMiss) -> str:
    case, pointer, value = near_miss
    return f"{case.split('/', 1)[1]}{pointer} {'removed' if value is REMOVED else json.dumps(value)[:30]}"
