"""Documents and mocks against each other: strict mode through the client's rule, faithful mode on the raw form."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from . import documents
from .apis import APIS, OPERATIONS, SEED, SOAK, amount, examples
from .description import Api
from .runs import Run, Tally

WANTED = 20
"""So many requests of each operation have to succeed, or the number in the API's ``fewer``."""


@pytest.mark.parametrize(("api", "name"), OPERATIONS)
def test_an_operation_keeps_its_document_in_both_modes(api: Api, name: str, record_property: Any) -> None:
    wanted = api.fewer.get(name, (WANTED, ""))[0]
    strict = _enough(wanted, lambda amount: Run(api, "strict", **amount).unit(name), api)
    faithful = _enough(wanted, lambda amount: _faithful(api, name, amount), api)
    counts = [count for tally in (strict, faithful) for count in (tally.success, tally.documented_error, tally.refused)]
    record_property("contract", (f"{api.name} {name}", *counts))
    for view, tally in (("strict", strict), ("faithful", faithful)):
        assert tally.success >= wanted, f"{view}: {tally.success} successes, wanted {wanted}: the run proves nothing"
    rows = [row for row in api.exclusions if row.operation == name and not row.stateful]
    unused = [row for row in rows if not strict.excluded[row] + faithful.excluded[row]]
    assert SOAK or not unused, (
        "exclusions that exclude nothing any more"
    )  # with the usual seed; another may miss a rare one


def _enough(wanted: int, run: Callable[[dict[str, Any]], Tally], api: Api) -> Tally:
    """Run, and if too few requests succeeded once more with four times the random cases."""
    tally = run(amount(api))
    return tally if tally.success >= wanted else run({**amount(api), "examples": 4 * examples(api)})


def _faithful(api: Api, name: str, amount: dict[str, Any]) -> Tally:
    """Run on the raw form, and let a strict twin answer the same requests: the two have to agree."""
    run, twin = Run(api, "faithful", **amount), api.make("strict")
    method, statuses = documents.documented(api, name)

    def watch(request: Any, response: Any) -> None:
        if request.method != method:
            return  # a probe of schemathesis'
        api.seed(twin)
        answer = twin.handle(request)
        status = api.rule.effective_status(response.status_code, response.content)
        other = api.rule.effective_status(answer.status, answer.body)
        assert documents.covers(statuses, status), f"{status} is none of {sorted(statuses)}: {response.content[:300]!r}"
        if any(violation.side == "request" for violation in twin.violations):
            assert other >= 400, f"strict mode answers {other} to a request that the document refuses"
            assert status < 300 or status == other, (
                f"both refuse, faithful mode with {status}, strict mode with {other}"
            )
        else:
            assert (status, response.content) == (other, answer.body)

    return run.unit(name, watch)


@pytest.mark.parametrize("api", APIS, ids=lambda api: api.name)
def test_scenarios_follow_the_links_of_the_document(api: Api, record_property: Any) -> None:
    run = Run(api, "strict", seed=SEED)
    for scene in api.scenes:
        run.stateful(scene, examples(api) * 2)
    tally = run.tally
    unused = [row for row in api.exclusions if row.stateful and not tally.excluded[row]]
    assert SOAK or not unused, (
        "exclusions that exclude nothing any more"
    )  # with the usual seed; another may miss a rare one
    written = {link for link in tally.links if "->" in link}
    record_property("contract", (f"{api.name} stateful", tally.success, tally.documented_error, tally.refused))
    assert len(written) >= api.links, f"only {len(written)} links were followed: {sorted(written)}"


@pytest.mark.parametrize("api", APIS, ids=lambda api: api.name)
def test_an_exclusion_names_an_operation_and_a_reason(api: Api) -> None:
    known = set(documents.operation_ids(api.name))
    for row in api.exclusions:
        assert row.operation in known
        assert row.part
        assert len(row.reason) > 15
    for name, (number, reason) in api.fewer.items():
        assert name in known
        assert 0 <= number < WANTED
        assert len(reason) > 15
