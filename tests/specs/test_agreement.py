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

from overrides.generator.document import walk
from tests.specs.documents import (
    JUDGED,
    adapter,
    decode,
    document,
    overlaid,
    reference,
    request_components,
    schemas,
    validator,
)
from tests.specs.leniencies import LENIENCIES, STRICTNESSES, Leniency, Strictness, excuses_of_all, with_stand_ins
from tests.specs.near_misses import near_misses

# What an overlay removes has no model.
COMPONENTS = [(api, name) for api in JUDGED for name in schemas(api) if name in overlaid(api)["components"]["schemas"]]
# How many valid and invalid values are generated, and how many near misses are made of the valid ones. A component that
# holds other objects gets fewer: its values take long, and most of what is in them is judged by itself.
GENERATED, NEAR_MISSES = {True: 12, False: 8}, 1500
GENERATED_COMPOSED, NEAR_MISSES_COMPOSED = {True: 6, False: 3}, 600
# A document with more components than this has half as many generated for each object: that takes most of the time.
MANY = 150
# The fewest valid and invalid values that will do.
FEWEST = 8


@cache
def thin_document(api: str) -> Any:
    """Return schemathesis' view of a document that has nothing but one POST for each component, with it as the body."""
    import schemathesis  # the suite runs with `-p no:schemathesis`: nothing else pays for this import
    from schemathesis.config import SchemathesisConfig

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
    config = SchemathesisConfig.from_dict({"analysis": {"constants": {"enabled": False}}})
    return schemathesis.openapi.from_dict(data, config=config)


def is_composed(api: str, component: str) -> bool:
    """Tell whether a component refers to another one that is no scalar."""
    parts = [part for _, part in walk(schemas(api)[component]) if isinstance(part, dict) and "$ref" in part]
    targets = (document(api).resolve(part["$ref"]) for part in parts)
    return any("properties" in target or "$ref" in json.dumps(target) for target in targets)


def generated(api: str, component: str, *, valid: bool) -> list[Any]:
    """Return the same values on each run."""
    from hypothesis import HealthCheck, Phase, given, settings
    from schemathesis import GenerationMode

    mode = GenerationMode.POSITIVE if valid else GenerationMode.NEGATIVE
    cases = thin_document(api)[f"/{component}"]["POST"].as_strategy(generation_mode=mode)
    found: list[Any] = []

    most = (GENERATED_COMPOSED if is_composed(api, component) else GENERATED)[valid]
    if len(schemas(api)) > MANY and schemas(api)[component].get("type") == "object":
        most = (most + 1) // 2

    @settings(
        max_examples=most,
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
    valid = sorted(generated(api, component, valid=True), key=lambda value: len(json.dumps(value)))
    read = readers(api, component)[0]
    misses: dict[str, Any] = {}
    for value in reversed(valid):  # what the shortest value has is changed there: reading it costs least
        if refusal(read, value) is not None:  # else the model would refuse all that is made of it
            value, _ = with_stand_ins(api, [reference(component)], value)
        misses.update(near_misses(api, [reference(component)], value))
    # Those at the top are the component's own; among those of one depth, which ones are taken is left to chance.
    chance = random.Random(component)
    order = sorted(misses, key=lambda name: (name.count("/"), chance.random()))
    chosen = order[: NEAR_MISSES_COMPOSED if is_composed(api, component) else NEAR_MISSES]
    seen: set[str] = set()
    for value in (*valid, *generated(api, component, valid=False), *(misses[name] for name in chosen)):
        try:
            text = json.dumps(value, allow_nan=False, sort_keys=True)
        except (TypeError, ValueError):
            continue
        if text not in seen:
            seen.add(text)
            yield value


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


def excused(
    api: str, component: str, value: Any, read: Callable[[Any], object], against: str | None
) -> tuple[list[str], list[str]]:
    """Return why it is right that document and model differ over a value, and why it is not."""
    if against is None:
        return excuses_of_all(api, component, list(validator(api, reference(component)).iter_errors(value)))
    stands_in, names = with_stand_ins(api, [reference(component)], value)
    return (names, []) if names and refusal(read, stands_in) is None else ([], [against])


@cache
def size(api: str, schema: str) -> int:
    """Return how many values a schema admits, as far as it lists them, and not more than needed."""
    node = json.loads(schema)
    if "$ref" in node:
        return size(api, json.dumps(document(api).resolve(node["$ref"])))
    if branches := node.get("anyOf", node.get("oneOf")):
        return min(FEWEST, sum(size(api, json.dumps(branch)) for branch in branches))
    if "minimum" in node and "maximum" in node:
        return min(FEWEST, int(node["maximum"] - node["minimum"]) + 1)
    if "const" in node or "enum" in node:
        return len(node.get("enum", [None]))
    kinds = node.get("type", "object")
    return sum({"boolean": 2, "null": 1}.get(kind, FEWEST) for kind in ([kinds] if isinstance(kinds, str) else kinds))


@pytest.mark.parametrize(("api", "component"), COMPONENTS, ids=[f"{api}-{name}" for api, name in COMPONENTS])
def test_document_and_model_agree(api: str, component: str, record_property: Callable[[str, object], None]) -> None:
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
            names, faults = excused(api, component, value, read, against)
            reasons.update(names)
            if faults:
                who = "model" if valid else "document"
                disputes.append(f"Only the {who} refuses, {'; '.join(faults)}: {shortened(value)}")
    print(f"{api} {component}: {judged[True]} valid and {judged[False]} invalid values; excused: {dict(reasons)}")
    record_property("judged", (api, judged[True], judged[False]))
    advice = "mend the document or its overlay, or give the reason in leniencies.py"
    assert not disputes, "\n".join([*disputes[:5], f"{len(disputes)} in all: {advice}"])
    few = min(FEWEST, (size(api, json.dumps(reference(component))) + 1) // 2)
    assert judged[True] >= few, "too few valid values were judged"
    assert judged[False] >= FEWEST, "too few invalid values were judged"


def shortened(value: Any) -> str:
    text = repr(value)
    return text if len(text) < 500 else f"{text[:500]} …"


@pytest.mark.parametrize("row", [*LENIENCIES, *STRICTNESSES], ids=lambda row: row.name)
def test_every_leniency_still_excuses_its_witness(row: Leniency | Strictness) -> None:
    api, component, value = row.witness
    read = readers(api, component)[0]
    valid = validator(api, reference(component)).is_valid(value)
    against = refusal(read, value)
    assert valid is isinstance(row, Strictness)
    assert (against is None) is not valid, "document and model agree by now: remove this row"
    names, faults = excused(api, component, value, read, against)
    assert row.name in names
    assert not faults
