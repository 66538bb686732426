"""Calls through a client, compared on the wire and without the models in between."""

from __future__ import annotations

import inspect
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal, InvalidOperation
from importlib import import_module
from keyword import iskeyword
from pkgutil import iter_modules
from typing import Any

from .description import Api


@dataclass(frozen=True)
class Method:
    """A method of the client: its generated operation, and the Python name of each member of its body."""

    operation: Any
    resource: str
    verb: str
    members: Mapping[str, str]
    required: frozenset[str]


class _Listener:
    """Stands in for a client: takes note of what a generated method hands over."""

    def __init__(self) -> None:
        self.heard: tuple[Any, ...] = ()

    def _call(self, *given: Any, **options: Any) -> None:
        self.heard = given

    _page = _call


def method_of(api: Api, name: str) -> Method:
    """Find the generated method of an operation, and listen to what it does with its arguments."""
    package = import_module(f"{api.name}_client._resources")
    for module in iter_modules(package.__path__):
        found = import_module(f"{package.__name__}.{module.name}")
        operations = [one for one in vars(found).values() if getattr(one, "id", None) == name]
        if operations:
            resource, _, verb = name.rpartition("_")
            verb += "_" * iskeyword(verb)
            kind = next(one for one in vars(found).values() if _is_sync_resource(one, verb))
            return _listened(kind, resource, verb, operations[0])
    raise LookupError(name)


def _is_sync_resource(kind: Any, verb: str) -> bool:
    return isinstance(kind, type) and any(base.__name__ == "Resource" for base in kind.__mro__) and hasattr(kind, verb)


def _listened(kind: Any, resource: str, verb: str, operation: Any) -> Method:
    listener = _Listener()
    options = {"extra_headers", "extra_query", "timeout"}
    parameters = [one for one in inspect.signature(getattr(kind, verb)).parameters.values() if one.name != "self"]
    names = [one.name for one in parameters if one.name not in options]
    getattr(kind(listener), verb)(**{one: f"<{one}>" for one in names})
    body = listener.heard[2] if len(listener.heard) > 2 else {}
    members = {wire: value[1:-1] for wire, value in body.items()} if isinstance(body, dict) else {}
    required = frozenset(one.name for one in parameters if one.default is inspect.Parameter.empty)
    return Method(operation, resource, verb, members, required)


def arguments_of(api: Api, mock: Any, method: Method, case: Any) -> dict[str, Any]:
    """The Python arguments of a generated case: declared parameters, and declared members of its body."""
    given = {"path": case.path_parameters or {}, "query": case.query or {}, "header": case.headers or {}}
    contract = mock.contract
    declared = {(one.location, one.name): one for one in contract.operations[method.operation.id].parameters}
    coerce = import_module(f"{api.name}_client._core.mock.contract").coerce
    found: dict[str, Any] = {}
    for one in method.operation.parameters:
        value = next((v for name, v in given[one.location].items() if name.lower() == one.name.lower()), None)
        if value is not None:
            types = contract.document.types(declared[one.location, one.name].schema)
            found[one.argument] = coerce(value, types) if isinstance(value, str) else value
    if isinstance(case.body, dict):
        found |= {python: case.body[wire] for wire, python in method.members.items() if wire in case.body}
    return found


def invoke(client: Any, method: Method, arguments: dict[str, Any]) -> Any:
    """Call the client's own method of an operation."""
    return getattr(getattr(client, method.resource), method.verb)(**arguments)


def check_request(mock: Any, method: Method, arguments: dict[str, Any]) -> None:
    """The latest request fits the document, and holds what was passed, no more and no less."""
    request = mock.exchanges[-1].request
    match = mock.contract.match(request.method, request.raw_path)
    assert match.operation.id == method.operation.id
    call = mock.contract.read(match.operation, request, match.values)
    assert not call.violations
    wires = {python: wire for wire, python in method.members.items()}
    body = {wires[name]: value for name, value in arguments.items() if name in wires}
    assert same(body, (json.loads(request.body) if request.body else {})), (body, request.body)
    for one in {one.argument for one in method.operation.parameters} & set(arguments):
        places = [(p.location, p.name) for p in method.operation.parameters if p.argument == one]
        arrived = [value for place, value in call.parameters.items() if place in places]
        assert len(arrived) == 1, f"{one} came {len(arrived)} times"
        assert same(arguments[one], arrived[0]), (one, arguments[one], arrived[0])


def check_result(mock: Any, method: Method, result: Any) -> None:
    """The client returned what the mock sent."""
    sent = json.loads(mock.exchanges[-1].response.body)
    for name in method.operation.unwrap:
        sent = sent[name]
    returned = plain(result.answer if hasattr(result, "answer") else result)
    assert same(sent, returned), f"sent {sent!r}, returned {returned!r}"


def check_error(api: Api, mock: Any, error: Any) -> None:
    """The client raised what the mock answered, as the class of its status."""
    answer = mock.exchanges[-1].response
    fault = api.rule.fault(answer.status, answer.body)
    errors = import_module(f"{api.name}_client._core.errors")
    assert fault is not None, f"{error!r} for a success"
    assert type(error) is errors.status_error(fault.status)
    assert (error.status, error.code) == (fault.status, fault.code)
    assert fault.message in (None, error.message)
    assert error.http_status == answer.status


def plain(value: Any) -> Any:
    """A result as JSON values, members that did not come left out."""
    if isinstance(value, list):
        return [plain(item) for item in value]
    if hasattr(value, "model_dump"):
        return value.model_dump(mode="json", by_alias=True, exclude_unset=True)
    return value


def same(one: Any, other: Any) -> bool:
    """Equal as values: a time in another notation, digits as a number, and a decimal with zeros are."""
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(same(one[name], other[name]) for name in one)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(same, one, other))
    if isinstance(one, bool) or isinstance(other, bool) or one is None or other is None:
        return one is other
    return bool(one == other) or any(_equal(read, one, other) for read in (_number, datetime.fromisoformat))


def _equal(read: Callable[[Any], Any], one: Any, other: Any) -> bool:
    try:
        return bool(read(one) == read(other))
    except (ValueError, TypeError, InvalidOperation):
        return False


def _number(value: Any) -> Decimal:
    return Decimal(str(value))


# --- Boundaries ---


def boundaries(mock: Any, method: Method, base: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The arguments with each value in turn at each limit of its schema, and each optional one left out."""
    document, operation = mock.contract.document, mock.contract.operations[method.operation.id]
    schemas = {one.argument: _schema_of(operation, one) for one in method.operation.parameters}
    content = operation.body[1]
    if content and method.members:
        declared = document.below(next(iter(content.values())), "properties")
        schemas |= {python: declared[wire][0] for wire, python in method.members.items() if wire in declared}
    for name, pointer in schemas.items():
        for value in _limits(document.follow(pointer)[1]):
            if not document.faults(value, pointer, ""):
                yield {**base, name: value}
        if name in base and name not in method.required:
            yield {key: value for key, value in base.items() if key != name}


def _schema_of(operation: Any, parameter: Any) -> str:
    return next(
        str(one.schema)
        for one in operation.parameters
        if (one.location, one.name) == (parameter.location, parameter.name)
    )


def _limits(schema: dict[str, Any]) -> Iterator[Any]:
    for name in ("minimum", "maximum"):
        if name in schema:
            yield schema[name]
    for name in ("minLength", "maxLength"):
        for character in ("x", "\N{SNOWMAN}", "\N{GRINNING FACE}"):
            if name in schema:
                yield character * schema[name]
    yield from schema.get("enum", ())
    if schema.get("type") == "boolean":
        yield from (True, False)
    if schema.get("type") == "string":
        yield from ("", "a/b?c=%2F&d#e", "\x00\x7f", "caf\N{LATIN SMALL LETTER E WITH ACUTE}")
