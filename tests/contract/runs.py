"""Runs of schemathesis against a mock in process, counted."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import urlencode

import hypothesis
import schemathesis
from schemathesis.config import SchemathesisConfig
from schemathesis.generation.feedback import FeedbackSources
from schemathesis.pytest._test_builder import build_operation_test

from . import documents
from .description import Api, View

UNBOUND_TO_STATUS = ("negative_data_rejection", "ignored_auth", "missing_required_header")
"""The checks that need an error's HTTP status, so that they make no sense on the raw form of errors inside 200."""


@schemathesis.serializer(documents.FORM_WITH_JSON)
def _form_with_json(context: Any, value: Any) -> bytes:
    """Write each member that is no scalar as JSON; a body that is no object as it is."""
    if not isinstance(value, dict):
        return json.dumps(value).encode()
    members = {name: json.dumps(one) if isinstance(one, dict | list) else one for name, one in value.items()}
    return urlencode(members).encode("utf-8", "replace")


@schemathesis.hook
def before_call(context: Any, case: Any, kwargs: Any) -> None:
    if case.media_type == documents.FORM_WITH_JSON and "Content-Type" not in case.headers:
        case.headers["Content-Type"] = documents.FORM


EDGES = [2**31 - 1, 2**31, 2**53, 2**63 - 1, 2**63, 2**64 - 1, 2**64]


class Lens:
    """A mock whose errors are HTTP statuses, by the client's own rule; without a rule it is the mock as it is."""

    def __init__(self, mock: Any, rule: Any = None) -> None:
        self.mock, self.rule, self.max_body = mock, rule, mock.max_body
        self.last: Any = None

    def handle(self, request: Any) -> Any:
        # Without Accept-Encoding: a rule reads an answer after it was unpacked.
        headers = type(request.headers)(pair for pair in request.headers.pairs if pair[0].lower() != "accept-encoding")
        self.last = replace(request, headers=headers)
        response = self.mock.handle(self.last)
        if self.rule is None or response.dropped:
            return response
        return replace(response, status=self.rule.effective_status(response.status, response.body))


@dataclass
class Tally:
    """What became of the requests of one operation."""

    success: int = 0
    documented_error: int = 0
    refused: int = 0
    excluded: Counter[Any] = field(default_factory=Counter)
    links: set[str] = field(default_factory=set)

    def count(self, case: Any, status: int) -> None:
        if status < 400:
            self.success += 1
        elif case.meta is not None and case.meta.generation.mode.is_negative:
            self.refused += 1
        else:
            self.documented_error += 1


class Run:
    """One API under schemathesis in one view; a case begins with a mock that was reset and seeded.

    ``examples`` is the number of random cases, ``coverage`` the most of those made from the schema (None: all of them;
    of a large body there are thousands). ``plant`` patches the mock once; ``server`` stands in its place, and is not
    reset. `Run.unit` and `Run.stateful` raise what schemathesis found.
    """

    def __init__(
        self,
        api: Api,
        view: View = "strict",
        *,
        examples: int = 50,
        coverage: int | None = 400,
        seed: int = 1,
        plant: Callable[[Any], None] | None = None,
        server: Any = None,
    ) -> None:
        self.api, self.view, self.seed, self.server, self.coverage = api, view, seed, server, coverage
        self.mock = server or api.make(view)
        self._begin()
        credentials = None if server else api.credentials(self.mock)
        self.shrinks = plant is None
        if plant:
            plant(self.mock)
        self.tally = Tally()
        settings = self._settings(examples, seed)
        if isinstance(credentials, Mapping):
            settings["auth"] = {"openapi": dict(credentials)}
        self.schema = schemathesis.openapi.from_dict(
            documents.of_view(api, view), config=SchemathesisConfig.from_dict(settings)
        )
        if credentials is not None and not isinstance(credentials, Mapping):
            self.schema.auth.set_from_requests(credentials)
        self.lens = Lens(self.mock, api.rule if view == "strict" else None)
        self.schema.app = api.module("_core.mock.asgi").Application(self.lens)
        self.schema.hook(self._filter())
        self.schema.hook(self._complete())

    def _begin(self) -> None:
        if self.server is None:
            self.api.seed(self.mock)

    def _settings(self, examples: int, seed: int) -> dict[str, Any]:
        dictionaries: dict[str, Any] = {"edge": {"values": EDGES}}
        parameters: dict[str, Any] = {}
        for place, values in self.api.known.items():
            name = place.replace(".", "_")
            dictionaries[name] = {"values": list(values)}
            parameters[place] = {"dictionary": name, "probability": 0.8}
        checks = {name: {"enabled": self.view == "strict"} for name in UNBOUND_TO_STATUS}
        return {
            "seed": seed,
            "continue-on-failure": True,
            "cache": {"enabled": False},
            "analysis": {"constants": {"enabled": False}},
            "phases": {
                "stateful": {"inference": {"algorithms": []}},  # the document's links, no guessed ones
                "coverage": {"unexpected-methods": []} if self.server else {},
            },
            "generation": {
                "max-examples": examples,
                "no-shrink": not self.shrinks,
                "database": "none",
                "dictionaries": {"integer": {"dictionary": "edge", "probability": 0.1}},
            },
            "dictionaries": dictionaries,
            "parameters": parameters,
            "checks": checks,
        }

    def operation(self, name: str) -> Any:
        """The operation of an operationId."""
        return self.schema.find_operation_by_id(name)

    # --- Phases ---

    def unit(self, name: str, watch: Callable[[Any, Any], None] | None = None) -> Tally:
        """Examples, coverage and fuzzing of one operation; ``watch`` sees each request and its answer."""

        def test(case: Any) -> None:
            self._begin()
            response = case.call()
            self.tally.count(case, self.api.rule.effective_status(response.status_code, response.content))
            if watch:
                watch(self.lens.last, response)
            case.validate_response(response)

        property_ = build_operation_test(
            config=self.schema.config,
            operation=self.operation(name),
            test_func=test,
            given_kwargs={},
            feedback=FeedbackSources(),
            explicit_settings=hypothesis.settings(
                deadline=None, database=None, suppress_health_check=list(hypothesis.HealthCheck)
            ),
        )
        if self.coverage:
            _thin(property_, self.coverage)
        property_()
        return self.tally

    def stateful(self, scene: str, scenarios: int) -> Tally:
        """Scenarios that follow the document's links, among the paths of a scene."""
        run = self

        class Scenario(self.schema.include(path_regex=scene).as_state_machine()):  # type: ignore[misc] # a class made at run time
            def setup(self) -> None:
                run._begin()

            def after_call(self, response: Any, case: Any) -> None:
                super().after_call(response, case)
                run.tally.count(case, response.status_code)

            def teardown(self) -> None:
                nodes = self.recorder.cases.values()
                run.tally.links |= {node.transition.id for node in nodes if node.transition}
                super().teardown()

        settings = hypothesis.settings(
            max_examples=scenarios,
            deadline=None,
            database=None,
            phases=[hypothesis.Phase.generate],
            stateful_step_count=8,
            suppress_health_check=list(hypothesis.HealthCheck),
        )
        Scenario._hypothesis_internal_use_seed = self.seed  # what `hypothesis.seed` sets, which takes functions only
        Scenario.run(settings=settings)
        return self.tally

    # --- Hooks ---

    def _complete(self) -> Callable[..., Any]:
        def map_case(context: Any, case: Any) -> Any:
            if case.meta is None or case.meta.generation.mode.is_positive:
                case.body = _whole(case.body)
                self.api.complete(case)
            return case

        return map_case

    def _filter(self) -> Callable[..., bool]:
        known: Mapping[tuple[str, str], list[Any]] = {}
        for row in self.api.exclusions:
            known.setdefault((row.operation, row.failure), []).append(row)  # type: ignore[attr-defined] # a dict

        def filter_failure(context: Any, failure: Any, case: Any, response: Any) -> bool:
            rows = known.get((case.operation.definition.raw["operationId"], type(failure).__name__), [])
            used = _excluding(rows, failure, case, response)
            self.tally.excluded.update(used)
            return not used

        return filter_failure


def _thin(test: Any, number: int) -> None:
    """Keep so many of a test's explicit cases, evenly chosen; those of the document's examples are kept."""
    cases = getattr(test, "hypothesis_explicit_examples", [])
    step = -(-len(cases) // number)
    test.hypothesis_explicit_examples = [
        case
        for place, case in enumerate(cases)
        if place % step == 0 or case.kwargs["case"].meta.phase.name.value == "examples"
    ]


def _whole(value: Any) -> Any:
    """1 for 1.0: JSON Schema takes both for integers, and many servers do not."""
    if isinstance(value, dict):
        return {name: _whole(member) for name, member in value.items()}
    if isinstance(value, list):
        return [_whole(item) for item in value]
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _excluding(rows: list[Any], failure: Any, case: Any, response: Any) -> list[Any]:
    """The rows that together excuse a failure: of bad values all have to be excused."""
    if type(failure).__name__ != "AcceptedNegativeData":
        text = f"[{response.status_code}] {response.content.decode('utf-8', 'replace')} {failure.message}"
        return [row for row in rows if row.part in text][:1]
    used = []
    for part in _negated(case):
        row = next((row for row in rows if row.part == part), None)
        if row is None:
            return []
        used.append(row)
    return used


def _negated(case: Any) -> list[str]:
    data = case.meta.phase.data
    parts = [(change.parameter_location, change.parameter) for change in data.mutations]
    parts = parts or [(data.parameter_location, data.parameter)]
    return [f"{place.value if place else ''}/{name}" for place, name in dict.fromkeys(parts)]
