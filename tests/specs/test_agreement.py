"""Document and models judge the same values alike, up to the short list of leniencies.py.

For every component, values are generated from the document: valid and invalid ones by schemathesis, and near misses of
the valid ones (one part replaced or left out). A JSON Schema validator judges them by the document, the generated
model by itself, in the way the client uses it: answers from JSON text, request bodies from Python values too.
"""

from __future__ import annotations

import json
import random
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

import pytest
from pydantic import ValidationError

from overrides.generator.models import SCHEMAS
from tests.specs.documents import JUDGED, adapter, bodies, decode, reference, schemas, validator
from tests.specs.leniencies import LENIENCIES, STRICTNESSES, Leniency, Strictness, excuses
from tests.specs.near_misses import near_misses

COMPONENTS = [(api, component) for api in JUDGED for component in schemas(api)]
# How many values are generated of each kind, how many near misses are made of the valid ones (they cost a hundredth of
# a generated value), and the fewest valid and invalid ones that will do.
GENERATED = 12
NEAR_MISSES = 1500
FEWEST = 10


@cache
def thin_document(api: str) -> Any:
    """Return schemathesis' view of a document that has nothing but one POST for each component, with it as the body."""
    import schemathesis  # the suite runs with `-p no:schemathesis`: nothing else pays for this import

    paths = {
        f"/{component}": {
            "post": {
                "requestBody": {"required": True, "content": {"application/json": {"schema": reference(component)}}},
                "responses": {"200": {"description": "Never called."}},
            }
        }
        for component in schemas(api)
    }
    info = {"title": "Components as bodies", "version": "1"}
    data = {"openapi": "3.1.0", "info": info, "paths": paths, "components": {"schemas": schemas(api)}}
    return schemathesis.openapi.from_dict(data)


def generated(api: str, component: str, *, valid: bool) -> list[Any]:
    """Return the same values on each run."""
    from hypothesis import HealthCheck, Phase, given, settings
    from schemathesis import GenerationMode

    mode = GenerationMode.POSITIVE if valid else GenerationMode.NEGATIVE
    cases = thin_document(api)[f"/{component}"]["POST"].as_strategy(generation_mode=mode)
    found: list[Any] = []

    @settings(
        max_examples=GENERATED,
        derandomize=True,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(cases)
    def collect(case: Any) -> None:
        found.append(case.body)

    collect()
    return found


def values(api: str, component: str) -> Iterator[Any]:
    """Yield each value once; what is no JSON (schemathesis sends bytes as well) is left out."""
    valid = generated(api, component, valid=True)
    misses: dict[str, Any] = {}
    for value in valid:
        misses.update(near_misses(api, [reference(component)], value))
    chosen = random.Random(component).sample(list(misses.values()), min(NEAR_MISSES, len(misses)))
    seen: set[str] = set()
    for value in (*valid, *generated(api, component, valid=False), *chosen):
        try:
            text = json.dumps(value, allow_nan=False, sort_keys=True)
        except (TypeError, ValueError):
            continue
        if text not in seen:
            seen.add(text)
            yield value


@cache
def request_components(api: str) -> frozenset[str]:
    sent = (body["schema"].get("$ref", "") for pointer, body in bodies(api) if "/requestBody" in pointer)
    return frozenset(ref.removeprefix(SCHEMAS) for ref in sent)


def readers(api: str, component: str) -> list[Callable[[Any], object]]:
    """Return how the client reads a component: from JSON and, if it is a request body, from Python values."""
    schema = reference(component)
    found: list[Callable[[Any], object]] = [lambda value: decode(api, schema, value)]
    return [*found, adapter(api, schema).validate_python] if component in request_components(api) else found


def refusal(read: Callable[[Any], object], value: Any) -> str | None:
    """Return what a model says against a value, or None when it takes it."""
    try:
        read(value)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        return f"{'/'.join(map(str, first['loc']))}: {first['msg']}"
    return None


def excused(api: str, component: str, value: Any, read: Callable[[Any], object]) -> list[str] | None:
    """Return why it is right that document and model differ over a value, or None if it is not."""
    errors = list(validator(api, reference(component)).iter_errors(value))
    if not errors:
        stands_in, names = with_stand_ins(value)
        return names if names and refusal(read, stands_in) is None else None
    found = [excuses(api, component, error) for error in errors]
    return None if None in found else [name for names in found for name in names or ()]


def dispute(api: str, component: str, value: Any, against: str | None) -> str:
    """Say who refuses a value, and why."""
    if against is not None:
        return f"only the model refuses {value!r}: {against}"
    errors = validator(api, reference(component)).iter_errors(value)
    new = [error for error in errors if excuses(api, component, error) is None]
    said = "; ".join(f"{'/'.join(map(str, error.instance_path))}: {error.message[:200]}" for error in new)
    return f"only the document refuses {value!r}: {said}"


def with_stand_ins(value: Any) -> tuple[Any, list[str]]:
    """Copy a value with a stand-in for each part that no model can hold; return the names of the reasons too."""
    if isinstance(value, dict | list):
        pairs = list(value.items() if isinstance(value, dict) else enumerate(value))
        parts = [(key, with_stand_ins(item)) for key, item in pairs]
        copy = {key: part for key, (part, _) in parts} if isinstance(value, dict) else [part for _, (part, _) in parts]
        return copy, [name for _, (_, names) in parts for name in names]
    row = next((row for row in STRICTNESSES if row.applies(value)), None)
    return (row.stand_in, [row.name]) if row else (value, [])


def fewest_valid(schema: dict[str, Any]) -> int:
    """Return how many valid values must have been judged: a closed list has no more than its own."""
    return 1 if "const" in schema else min(FEWEST, len(schema.get("enum", range(FEWEST))))


@pytest.mark.parametrize(("api", "component"), COMPONENTS, ids=[f"{api}-{name}" for api, name in COMPONENTS])
def test_document_and_model_agree(api: str, component: str) -> None:
    by_document = validator(api, reference(component)).is_valid
    by_model = readers(api, component)
    judged: Counter[bool] = Counter()
    reasons: Counter[str] = Counter()
    disputes: list[str] = []
    for value in values(api, component):
        valid = by_document(value)
        judged[valid] += 1
        for read in by_model:
            against = refusal(read, value)
            if (against is None) is valid:
                continue
            names = excused(api, component, value, read)
            reasons.update(names or ())
            if names is None:
                disputes.append(dispute(api, component, value, against))
    print(f"{api} {component}: {judged[True]} valid and {judged[False]} invalid values; excused: {dict(reasons)}")
    assert disputes == [], "mend the document or the overlay, or give the reason in leniencies.py"
    assert judged[True] >= fewest_valid(schemas(api)[component]), "too few valid values were judged"
    assert judged[False] >= FEWEST, "too few invalid values were judged"


@pytest.mark.parametrize("row", [*LENIENCIES, *STRICTNESSES], ids=lambda row: row.name)
def test_every_leniency_still_excuses_its_witness(row: Leniency | Strictness) -> None:
    api, component, value = row.witness
    read = readers(api, component)[0]
    valid = validator(api, reference(component)).is_valid(value)
    assert valid is isinstance(row, Strictness)
    assert (refusal(read, value) is None) is not valid, "document and model agree by now: remove this row"
    assert excused(api, component, value, read) == [row.name]
