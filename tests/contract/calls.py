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
    """A method of the client: its generated operation, and where its arguments come from.

    ``members`` has the argument of each member of the body; ``whole`` is the argument that is the body.
    """

    operation: Any
    resource: str
    verb: str
    members: Mapping[str, str]
    whole: str | None
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
    package = api.module("_resources")
    for module in iter_modules(package.__path__):
        found = vars(import_module(f"{package.__name__}.{module.name}"))
        constant = next((key for key, one in found.items() if getattr(one, "id", None) == name), None)
        if constant is not None:
            verb = constant.lower().strip("_")
            verb += "_" * iskeyword(verb)
            kind = next(one for one in found.values() if _is_sync_resource(one, verb))
            return _listened(kind, module.name, verb, found[constant])
    raise LookupError(name)


def _is_sync_resource(kind: Any, verb: str) -> bool:
    return isinstance(kind, type) and any(base.__name__ == "Resource" for base in kind.__mro__) and hasattr(kind, verb)


def _listened(kind: Any, resource: str, verb: str, operation: Any) -> Method:
    listener = _Listener()
    options = {"extra_headers", "extra_query", "timeout"}
    parameters = [one for one in inspect.signature(getattr(kind, verb)).parameters.values() if one.name != "self"]
    names = [one.name for one in parameters if one.name not in options]
    getattr(kind(listener), verb)(**{one: f"<{one}>" for one in names})
    body = listener.heard[2] if operation.body else None
    members = {wire: _heard(value) for wire, value in body.items()} if isinstance(body, dict) else {}
    whole = None if isinstance(body, dict | None) else _heard(body)
    required = frozenset(one.name for one in parameters if one.default is inspect.Parameter.empty)
    return Method(operation, resource, verb, members, whole, required)


def _heard(value: Any) -> str:
    """The name inside a probe, which the client hides where it names a secret."""
    text: str = value if isinstance(value, str) else value.text()
    return text[1:-1]


def arguments_of(api: Api, mock: Any, method: Method, case: Any) -> dict[str, Any]:
    """The Python arguments of a generated case: declared parameters, and declared members of its body."""
    given = {"path": case.path_parameters or {}, "query": case.query or {}, "header": case.headers or {}}
    contract = mock.contract
    declared = {(one.location, one.name): one for one in contract.operations[method.operation.id].parameters}
    coerce = api.module("_core.mock.contract").coerce
    found: dict[str, Any] = {}
    for one in method.operation.parameters:
        value = next((v for name, v in given[one.location].items() if name.lower() == one.name.lower()), None)
        if value is not None:
            types = contract.document.types(declared[one.location, one.name].schema)
            found[one.argument] = coerce(value, types) if isinstance(value, str) else value
    member, body = _json_member(method), case.body
    body = body[member] if member else body
    if method.whole:
        found[method.whole] = body
    elif isinstance(body, dict):
        found |= {python: body[wire] for wire, python in method.members.items() if wire in body}
    return api.arguments(method.operation.id, found)


def _json_member(method: Method) -> str:
    """The member of a form that holds the body as JSON, or an empty text."""
    return str(method.operation.body or "").partition("form-json:")[2]


def invoke(client: Any, method: Method, arguments: dict[str, Any]) -> Any:
    """Call the client's own method of an operation."""
    return getattr(getattr(client, method.resource), method.verb)(**arguments)


def check_request(mock: Any, exchange: Any, method: Method, arguments: dict[str, Any]) -> None:
    """A request fits the document, and holds what was passed, no more and no less."""
    request = exchange.request
    match = mock.contract.match(request.method, mock.routed_path(request))
    assert match.operation.id == method.operation.id
    call = mock.contract.read(match.operation, request, match.values)
    violations = mock.judge(call)
    assert not violations, str(violations)[:600]
    member = _json_member(method)
    body: Any = call.body
    body = json.loads(body[member]) if member else body
    if method.whole:
        assert same(arguments[method.whole], body), (arguments[method.whole], body)
    else:
        passed = {wire: arguments[python] for wire, python in method.members.items() if python in arguments}
        assert same(passed, body or {}), (passed, body)
    for one in {one.argument for one in method.operation.parameters} & set(arguments):
        places = [(p.location, p.name) for p in method.operation.parameters if p.argument == one]
        arrived = [value for place, value in call.parameters.items() if place in places]
        assert len(arrived) == 1, f"{one} came {len(arrived)} times"
        assert same(arguments[one], arrived[0]), (one, arguments[one], arrived[0])


def check_result(api: Api, exchange: Any, method: Method, result: Any) -> None:
    """The client returned what the mock sent."""
    sent: Any = _content(exchange.response) if method.operation.result else None
    sent = api.returned(method.operation.id, sent)
    for name in method.operation.unwrap:
        sent = sent[name]
    returned = plain(result.answer if hasattr(result, "answer") else result)
    assert same(sent, returned), f"sent {sent!r}, returned {returned!r}"


def _content(response: Any) -> Any:
    """The body as JSON where it is called so, else as text or bytes; None if there is none."""
    kind = next((value for name, value in response.headers if name.lower() == "content-type"), "").partition(";")[0]
    if not response.body:
        return None
    if kind.startswith("text/"):
        return response.body.decode()
    return json.loads(response.body) if kind.endswith("json") else response.body


def check_error(api: Api, exchange: Any, error: Any) -> None:
    """The client raised what the mock answered, as the class of its status."""
    answer = exchange.response
    fault = api.rule.fault(answer.status, answer.body)
    raised = api.raised(exchange.operation, answer)
    status = fault.status if fault else raised
    assert status is not None, f"{error!r} for a success"
    kind = api.module("_core.errors").status_error(status)
    assert isinstance(error, kind)
    assert type(error) is kind or type(error).__module__ != kind.__module__, f"{error!r} is not a {kind.__name__}"
    assert (error.status, error.http_status) == (status, answer.status)
    if fault:
        assert error.code == fault.code
        assert fault.message in (None, error.message)


def plain(value: Any) -> Any:
    """A result as JSON values, members that did not come left out."""
    if isinstance(value, list):
        return [plain(item) for item in value]
    if isinstance(value, dict):
        return {name: plain(member) for name, member in value.items()}
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
    """The arguments with each value in turn at each limit of its schema, and each optional one left out.

    Without those of which the body lacks a member that it needs because of its other members.
    """
    document, operation = mock.contract.document, mock.contract.operations[method.operation.id]
    at = ""
    schemas = {one.argument: _schema_of(operation, one) for one in method.operation.parameters}
    if method.members:
        body = next(iter(operation.body[1].values()))
        member = _json_member(method)
        at = f"{document.follow(body)[0]}/properties/{member}/contentSchema" if member else body
        declared = document.below(at, "properties")
        schemas |= {python: declared[wire][0] for wire, python in method.members.items() if wire in declared}
    for name, pointer in schemas.items():
        for value in _limits(document.follow(pointer)[1]):
            if not document.faults(value, pointer, "") and not _lacks(document, at, method, {**base, name: value}):
                yield {**base, name: value}
        rest = {key: value for key, value in base.items() if key != name}
        if name in base and name not in method.required and not _lacks(document, at, method, rest):
            yield rest


def _lacks(document: Any, at: str, method: Method, arguments: dict[str, Any]) -> bool:
    body = {wire: arguments[python] for wire, python in method.members.items() if python in arguments}
    return bool(at) and any("is a required property" in reason for _, reason, _ in document.faults(body, at, ""))


def _schema_of(operation: Any, parameter: Any) -> str:
    place = (parameter.location, parameter.name)
    return next(str(one.schema) for one in operation.parameters if (one.location, one.name) == place)


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
