"""Runs of schemathesis against a mock in process, counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from importlib import import_module
from typing import Any

import hypothesis
import schemathesis
from schemathesis.config import SchemathesisConfig
from schemathesis.generation.feedback import FeedbackSources
from schemathesis.pytest._test_builder import build_operation_test

from . import documents
from .description import Api, View

UNBOUND_TO_STATUS = ("negative_data_rejection", "ignored_auth", "missing_required_header")
"""The checks that need an error's HTTP status, so that they make no sense on the raw form of errors inside 200."""

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

    ``plant`` patches the mock once. `Run.unit` and `Run.stateful` raise what schemathesis found.
    """

    def __init__(
        self,
        api: Api,
        view: View = "strict",
        *,
        examples: int = 50,
        seed: int = 1,
        plant: Callable[[Any], None] | None = None,
    ) -> None:
        self.api, self.view = api, view
        self.mock = api.make(view)
        self.token = api.seed(self.mock)
        if plant:
            plant(self.mock)
        self.tally = Tally()
        document = documents.of_view(api, view)
        config = SchemathesisConfig.from_dict(self._settings(examples, seed))
        self.schema = schemathesis.openapi.from_dict(document, config=config)
        application = import_module(f"{api.name}_client._core.mock.asgi").Application
        self.lens = Lens(self.mock, api.rule if view == "strict" else None)
        self.schema.app = application(self.lens)
        self.schema.hook(self._filter())
        self.schema.hook(self._complete())
        self.seed = seed

    def _settings(self, examples: int, seed: int) -> dict[str, Any]:
        dictionaries: dict[str, Any] = {"edge": {"values": EDGES}}
        parameters: dict[str, Any] = {}
        for place, values in self.api.known.items():
            name = place.replace(".", "_")
            dictionaries[name] = {"values": list(values)}
            parameters[place] = {"dictionary": name, "probability": 0.6}
        checks = {name: {"enabled": self.view == "strict"} for name in UNBOUND_TO_STATUS}
        settings: dict[str, Any] = {
            "seed": seed,
            "continue-on-failure": True,
            "cache": {"enabled": False},
            "analysis": {"constants": {"enabled": False}},
            "phases": {"stateful": {"inference": {"algorithms": []}}},  # the document's links, no guessed ones
            "generation": {
                "max-examples": examples,
                "database": "none",
                "dictionaries": {"integer": {"dictionary": "edge", "probability": 0.1}},
            },
            "dictionaries": dictionaries,
            "parameters": parameters,
            "checks": checks,
        }
        if self.token:
            settings["auth"] = {"openapi": {"bearerAuth": {"bearer": self.token}}}
        return settings

    def operation(self, name: str) -> Any:
        """The operation of an operationId."""
        for result in self.schema.get_all_operations():
            found: Any = result.ok()  # type: ignore[union-attr] # an error has the method too
            if found.definition.raw["operationId"] == name:
                return found
        raise LookupError(name)

    # --- Phases ---

    def unit(self, name: str, watch: Callable[[Any, Any], None] | None = None) -> Tally:
        """Examples, coverage and fuzzing of one operation; ``watch`` sees each request and its answer."""

        def test(case: Any) -> None:
            self.api.seed(self.mock)
            response = case.call()
            self.tally.count(case, self.api.rule.effective_status(response.status_code, response.content))
            if watch:
                watch(self.lens.last, response)
            case.validate_response(response)

        build_operation_test(
            config=self.schema.config,
            operation=self.operation(name),
            test_func=test,
            given_kwargs={},
            feedback=FeedbackSources(),
            explicit_settings=hypothesis.settings(
                deadline=None, database=None, suppress_health_check=list(hypothesis.HealthCheck)
            ),
        )()
        return self.tally

    def stateful(self, scene: str, scenarios: int) -> Tally:
        """Scenarios that follow the document's links, among the paths of a scene."""
        run = self

        class Scenario(self.schema.include(path_regex=scene).as_state_machine()):  # type: ignore[misc] # a class made at run time
            def setup(self) -> None:
                run.api.seed(run.mock)

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
