"""The client as a property: generated arguments, through the client, to the mock, and back."""

from __future__ import annotations

import asyncio
import inspect
from collections.abc import Iterator
from typing import Any

import hypothesis
import pytest
from schemathesis.generation import GenerationMode

from . import documents
from .apis import APIS, OPERATIONS, SEED, examples
from .calls import arguments_of, boundaries, check_error, check_request, check_result, invoke, method_of, same
from .description import Api
from .runs import Run

pytestmark = pytest.mark.filterwarnings("ignore:The platform has deprecated")  # they are called all the same

QUIET = hypothesis.settings(deadline=None, database=None, suppress_health_check=list(hypothesis.HealthCheck))


def _answered(api: Api, name: str) -> list[tuple[int, Any]]:
    """The documented answers of success in JSON: status and body."""
    found = []
    for status, answer in documents.operation_of(api.name, name)["responses"].items():
        for media in documents.resolved(api.name, answer).get("content", {}).values():
            examples = [documents.resolved(api.name, one) for one in media.get("examples", {}).values()]
            found += [
                (int(status.replace("XX", "00")), one["value"])
                for one in examples
                if status[0] == "2" and "value" in one
            ]
    return found


ANSWERED = [
    pytest.param(api, name, id=f"{api.name}-{name}")
    for api in APIS
    for name in documents.operation_ids(api.name)
    if _answered(api, name)
]

both_ways = pytest.mark.parametrize("asynchronous", [False, True], ids=["sync", "async"])


class Caller:
    """Calls one operation of a client over a mock, sync or async, and compares both ends."""

    def __init__(self, api: Api, name: str, asynchronous: bool) -> None:
        self.api, self.name = api, name
        self.mock = api.make("faithful")
        api.seed(self.mock)
        self.method = method_of(api, name)
        self.client = api.client(self.mock, asynchronous)
        self.runner = asyncio.Runner() if asynchronous else None
        self.refused = api.module("_core.errors").APIStatusError

    def call(self, arguments: dict[str, Any]) -> Any:
        self.mock.exchanges.clear()
        if self.runner is None:
            return invoke(self.client, self.method, arguments)

        async def awaited() -> Any:
            result = invoke(self.client, self.method, arguments)
            return await result if inspect.isawaitable(result) else result

        return self.runner.run(awaited())

    def check(self, arguments: dict[str, Any]) -> None:
        """Call, and compare: the first request, and what came of its answer."""
        self.api.seed(self.mock)
        try:
            result = self.call(arguments)
        except self.refused as error:
            check_error(self.api, self.exchange, error)
        else:
            skipped = getattr(result, "skipped", [])  # a list may go on around what the platform cannot serve
            for one in skipped:
                check_error(self.api, self.exchange, one)
            if not skipped:
                check_result(self.api, self.exchange, self.method, result)
        check_request(self.mock, self.exchange, self.method, arguments)

    @property
    def exchange(self) -> Any:
        """The first request of the latest call, and its answer."""
        return self.mock.exchanges[0]

    def close(self) -> None:
        if self.runner:
            self.runner.run(self.client.aclose())
            self.runner.close()
        else:
            self.client.close()


@pytest.fixture
def caller(api: Api, name: str, asynchronous: bool) -> Iterator[Caller]:
    made = Caller(api, name, asynchronous)
    yield made
    made.close()


@both_ways
@pytest.mark.parametrize(("api", "name"), OPERATIONS)
def test_what_is_passed_arrives_and_what_is_sent_is_returned(api: Api, name: str, caller: Caller) -> None:
    run = Run(api, "strict")
    cases = run.operation(name).as_strategy(generation_mode=GenerationMode.POSITIVE)
    valid = cases.map(lambda case: arguments_of(api, caller.mock, caller.method, case))
    base: list[dict[str, Any]] = []

    @hypothesis.seed(SEED)
    @hypothesis.settings(QUIET, max_examples=max(examples(api) // 3, 5))
    @hypothesis.given(valid)
    def property_(arguments: dict[str, Any]) -> None:
        base.append(arguments)
        caller.check(arguments)

    property_()
    for arguments in boundaries(caller.mock, caller.method, base[0]):
        caller.check(arguments)


@both_ways
@pytest.mark.parametrize(("api", "name"), OPERATIONS)
def test_every_documented_error_is_raised_as_its_own_class(api: Api, name: str, caller: Caller) -> None:
    run = Run(api, "strict")
    case = next(_drawn(run.operation(name).as_strategy(generation_mode=GenerationMode.POSITIVE), 1))
    arguments = arguments_of(api, caller.mock, caller.method, case)
    for code, words in [*documents.listed_errors(api, name), (500, "pq: the database is down")]:
        caller.mock._behaviours[name] = lambda call, code=code, words=words: api.error(caller.mock, code, words)
        try:
            result = caller.call(arguments)
        except caller.refused as error:
            check_error(api, caller.exchange, error)
        else:  # as above
            assert {error.code for error in result.skipped} == {code}


def _drawn(strategy: Any, number: int) -> Iterator[Any]:
    found: list[Any] = []

    @hypothesis.seed(SEED)
    @hypothesis.settings(QUIET, max_examples=number)
    @hypothesis.given(strategy)
    def draw(value: Any) -> None:
        found.append(value)

    draw()
    return iter(found)


@pytest.mark.parametrize(("api", "name"), ANSWERED)
@pytest.mark.parametrize("asynchronous", [False], ids=["sync"])
def test_answers_of_other_servers_still_parse(api: Api, name: str, caller: Caller) -> None:
    """Members added, optional ones removed, nullable ones null, open values changed."""
    run = Run(api, "strict")
    case = next(_drawn(run.operation(name).as_strategy(generation_mode=GenerationMode.POSITIVE), 1))
    arguments = arguments_of(api, caller.mock, caller.method, case)
    caller.api.seed(caller.mock)
    http = api.module("_core.mock.http")
    operation = caller.mock.contract.operations[name]
    tried = 0
    for status, body in _answered(api, name):
        for changed in _variants(body):
            answer = http.Response.of_json(changed, status)
            if caller.mock.contract.check(operation, answer) or api.rule.fault(status, answer.body):
                continue  # another document's answer, or an error
            if api.raised(name, answer) is not None:
                continue
            caller.mock._behaviours[name] = lambda call, answer=answer: answer
            result = caller.call(arguments)
            check_result(api, caller.exchange, caller.method, result)
            tried += 1
    full = any(body and isinstance(body, dict | list) for _, body in _answered(api, name))
    assert tried >= (3 if full else 1), "a scalar has one variant, an empty object two"


def _variants(value: Any) -> Iterator[Any]:
    """The value, and the value with one change somewhere: a member added, removed, null, or of another text."""
    yield value
    if isinstance(value, dict):
        yield {**value, "x_added": {"deep": [1, "two", None]}}
        for name, member in value.items():
            yield {key: one for key, one in value.items() if key != name}
            yield {**value, name: None}
            if isinstance(member, str):
                yield {**value, name: "something_new"}
            for changed in _variants(member):
                yield {**value, name: changed}
    if isinstance(value, list) and value:
        for changed in _variants(value[0]):
            yield [changed, *value[1:]]


@pytest.mark.parametrize(
    ("one", "other"), [("1", 2), ({"a": 1}, {}), (None, ""), (True, 1), ([1], [1, 1]), ("1.0", "1.01"), ("a", "b")]
)
def test_the_comparison_tells_different_values_apart(one: Any, other: Any) -> None:
    assert not same(one, other)
