# Copied from overrides/core/request.py by "nox -s generate": edit it there.
"""From the arguments of a call to the request on the wire. No I/O."""

import datetime
import json
import math
import re
import zlib
from collections.abc import AsyncIterable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from enum import Enum
from typing import Any, TypeVar
from urllib.parse import quote, quote_plus
from uuid import UUID

from pydantic_core import ValidationError

from .decimals import WIRE_NUMBERS, PlainDecimal, mark_number, plain_decimal, unmark_numbers
from .envelope import is_sensitive
from .errors import InvalidRequestError
from .operation import Operation, Parameter
from .secrets import Secret
from .types import NOT_GIVEN, HeaderValues

T = TypeVar("T")

_HEADER_NAME = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_HEADER_VALUE = re.compile(r"([!-~]([ \t!-~]*[!-~])?)?")
_STAND_IN = re.compile(r"[!-~]([ -~]*[!-~])?")


@dataclass(eq=False, repr=False)
class WireRequest:
    """A request, ready to be sent as often as needed. Its repr shows nothing of it."""

    method: str
    path: str
    query: list[tuple[str, str]] = field(default_factory=list)
    headers: list[tuple[str, str]] = field(default_factory=list)
    hidden: set[str] = field(default_factory=set)  # names of query parameters with secret values; "": the path has one
    secrets: list[Secret] = field(default_factory=list)  # values to mask in what is kept of the answer
    content: Any = None
    replayable: bool = True


def build(
    operation: Operation[Any],
    arguments: Mapping[str, Any],
    body: Any,
    extra_headers: HeaderValues | None,
    extra_query: Mapping[str, Any] | None,
) -> WireRequest:
    """The request for one call. Raises InvalidRequestError, which names the argument that cannot be sent."""
    wire = WireRequest(operation.method, operation.path)
    for group in (*operation.exactly_one, *operation.at_most_one):
        given = {**arguments, **body} if isinstance(body, Mapping) else arguments
        count = sum(given.get(name, NOT_GIVEN) not in (NOT_GIVEN, None) for _, name in group)
        if count > 1 or (count == 0 and group in operation.exactly_one):
            words = "needs exactly" if group in operation.exactly_one else "takes at most"
            raise InvalidRequestError(f"{operation.id} {words} one of {', '.join(name for name, _ in group)}")
    shared = _stand_ins(operation)
    for parameter in operation.parameters:
        name, argument = parameter.name, parameter.argument
        value = arguments.get(argument, NOT_GIVEN)
        if parameter.location == "path":
            wire.path = wire.path.replace(f"{{{name}}}", _path_segment(value, argument))
            if isinstance(value, Secret):
                wire.hidden.add("")
        elif value is NOT_GIVEN or value is None or argument in shared:
            continue
        elif parameter.location == "query":
            _add_query(wire, name, value, argument, parameter.explode)
        else:
            wire.headers.append((name, _header_value(value, argument)))
    if shared:
        _place_stand_ins(wire, shared, arguments)
    extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
    for name, value in extra_query.items():
        _add_query(wire, name, value, f"extra_query[{name!r}]")
    if operation.body and body is not NOT_GIVEN:
        defaults = {m: arguments[a] for m, a in operation.filled if arguments.get(a, NOT_GIVEN) is not NOT_GIVEN}
        _add_body(wire, operation, operation.body, _filled(body, defaults) if defaults else body)
    secrets = (*arguments.values(), *extra_query.values(), *extra_headers.values())
    wire.secrets += [value for value in secrets if isinstance(value, Secret)]
    for name, value in extra_headers.items():
        text = header(name, value)
        wire.headers = [*(pair for pair in wire.headers if pair[0].lower() != name.lower()), (name, text)]
    encoding = [value for name, value in wire.headers if name.lower() == "content-encoding"]
    if encoding == ["gzip"] and type(wire.content) is bytes:
        wire.content = zlib.compress(wire.content, wbits=31)  # as gzip, without a time stamp
    return wire


def header(name: str, value: str | Secret) -> str:
    """The text of a header named by the user, once name and value are checked."""
    if not isinstance(name, str) or not _HEADER_NAME.fullmatch(name):
        raise InvalidRequestError(f"{name!r} is no name for a header: write letters, digits and hyphens")
    return _header_value(value, f"header {name!r}")


def hide_named(values: Mapping[str, T] | None) -> Mapping[str, T | Secret]:
    """The same values, as Secrets where their names say that they are likely to be secret."""
    pairs = (values or {}).items()
    return {name: Secret(v) if isinstance(v, str) and is_sensitive(name) else v for name, v in pairs}


def scalar(value: Any, argument: str) -> str:
    """One value as text: booleans in lower case, decimals without exponent, times as RFC 3339."""
    if type(value) is str:
        return value
    try:
        return str(value) if type(value) is int else _rare_scalar(value)
    except ValueError as error:
        raise InvalidRequestError(f"{argument}: {error}") from None


def _rare_scalar(value: Any) -> str:
    if isinstance(value, Enum):
        value = value.value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Secret):
        return value.text()
    if isinstance(value, float):
        return plain_decimal(Decimal(repr(value))).removesuffix(".0")
    if isinstance(value, Decimal):
        return plain_decimal(value)
    if isinstance(value, datetime.datetime):
        if value.tzinfo is None:
            raise ValueError("a time needs an offset: give an aware datetime, as datetime.now(UTC) is")
        return value.isoformat()
    if isinstance(value, str | int | datetime.date | UUID):
        return str(value)
    raise ValueError(f"a {type(value).__name__} such as this cannot be sent here")


def encode_pairs(pairs: Sequence[tuple[str, str]]) -> str:
    """A query, percent-encoded with nothing safe, with its question mark; empty for no pairs."""
    encoded = [f"{_quote(name, name)}={_quote(value, name)}" for name, value in pairs]
    return "?" + "&".join(encoded) if pairs else ""


def _quote(text: str, argument: str) -> str:
    if text.isascii() and text.isalnum():
        return text
    try:
        return quote(text, safe="")
    except UnicodeEncodeError:
        problem = f"{argument} holds half of a surrogate pair, which cannot be sent"
    raise InvalidRequestError(problem)


def _header_value(value: Any, argument: str) -> str:
    if not _HEADER_VALUE.fullmatch(scalar(value, argument)):
        rule = "only printable ASCII, no line breaks, no blanks at the ends"
        raise InvalidRequestError(f"{argument} goes into a header: {rule}")
    return scalar(value, argument)


def _path_segment(value: Any, argument: str) -> str:
    if value is NOT_GIVEN or value is None:
        raise InvalidRequestError(f"{argument} is a part of the address and must be given")
    text = scalar(value, argument)
    if text in ("", ".", ".."):
        raise InvalidRequestError(f"{argument} is a part of the address and must not be {text!r}")
    return _quote(text, argument)


def _add_query(wire: WireRequest, name: str, value: Any, argument: str, explode: bool = True) -> None:
    if value is None or value is NOT_GIVEN:
        return
    several = isinstance(value, Sequence | set | frozenset) and not isinstance(value, str | bytes)
    values = list(value) if several else [value]
    secrets = [item for item in values if isinstance(item, Secret)]
    if secrets:
        wire.hidden.add(name)
        wire.secrets += secrets
    texts = [scalar(item, argument) for item in values]
    wire.query += [(name, text) for text in (texts if explode or not texts else [",".join(texts)])]


def _stand_ins(operation: Operation[Any]) -> Any:
    """The parameters of each argument that is both a header and a query parameter of the operation."""
    if "stand_ins" not in operation.cache:
        places: dict[str, list[Parameter]] = {}
        for parameter in operation.parameters:
            places.setdefault(parameter.argument, []).append(parameter)
        shared = {name: ps for name, ps in places.items() if {"header", "query"} <= {p.location for p in ps}}
        operation.cache["stand_ins"] = shared
    return operation.cache["stand_ins"]


def _place_stand_ins(wire: WireRequest, shared: Mapping[str, list[Parameter]], arguments: Mapping[str, Any]) -> None:
    """All of them as headers if every value can be a header as it is, else all of them in the query."""
    values = {name: arguments.get(name) for name in shared}
    texts = {n: scalar(v, n) for n, v in values.items() if v is not None and v is not NOT_GIVEN}
    in_headers = all(map(_STAND_IN.fullmatch, texts.values()))
    place, pairs = ("header", wire.headers) if in_headers else ("query", wire.query)
    for name, text in texts.items():
        pairs.extend((p.name, text) for p in shared[name] if p.location == place)


def _add_body(wire: WireRequest, operation: Operation[Any], form: str, body: Any) -> None:
    kind, _, member = form.partition(":")
    if kind == "bytes":
        if isinstance(body, str) or not isinstance(body, bytes | Iterable | AsyncIterable):
            raise InvalidRequestError(f"the body of {operation.id} is bytes or an iterable of bytes")
        wire.content, wire.replayable = body, isinstance(body, bytes)
        wire.headers.append(("Content-Type", "application/octet-stream"))
        return
    problem = _write_json(wire, operation, body)
    if problem:
        raise InvalidRequestError(f"the body of {operation.id} cannot be sent: {problem}")
    if kind != "json":
        pairs = [(member, wire.content.decode())] if member else _form_pairs(wire.content)
        wire.content = "&".join(f"{quote_plus(name)}={quote_plus(value)}" for name, value in pairs).encode()
    media_type = "json" if kind == "json" else "x-www-form-urlencoded"
    wire.headers.append(("Content-Type", f"application/{media_type}"))


def _write_json(wire: WireRequest, operation: Operation[Any], body: Any) -> str | None:
    """Set the body; returns what is wrong, so that no frame with the values of secrets raises."""
    adapter = operation.cache.get("request")
    if adapter is None:
        from .models import wire_adapter  # late: a client is ready sooner without it

        adapter = operation.cache["request"] = wire_adapter(operation.request() if operation.request else Any)
    plain: Any = None
    try:
        plain = _plain(body, wire.secrets)
        value = adapter.validate_python(plain)
        wire.secrets += [v for v in getattr(value, "__dict__", {}).values() if isinstance(v, Secret)]
        how: dict[str, Any] = {"by_alias": True, "exclude_unset": True, "warnings": False}
        wire.content = unmark_numbers(adapter.dump_json(value, context=WIRE_NUMBERS, **how))
    except ValidationError as error:
        return explain(error, plain)
    except ValueError as error:
        return str(error)[:300]
    return None


def _filled(body: Any, defaults: Mapping[str, Any]) -> Any:
    """A body, or each item of one, with `defaults` for the members that it lacks."""
    if isinstance(body, Mapping):
        return {**defaults, **{name: value for name, value in body.items() if value is not NOT_GIVEN}}
    if isinstance(body, list | tuple):
        return [_filled(item, defaults) for item in body]
    wires = {name: field.alias or name for name, field in getattr(type(body), "model_fields", {}).items()}
    update = {n: defaults[w] for n, w in wires.items() if w in defaults and n not in body.model_fields_set}
    return body.model_copy(update=update) if update else body


def _plain(value: Any, secrets: list[Secret], at: str = "") -> Any:
    """A body without members that were not given, and with the values of its secrets, which are noted."""
    if isinstance(value, Secret):
        secrets.append(value)
        return value.text()
    if type(value) is dict:
        return {n: _plain(item, secrets, f"{at}{n}.") for n, item in value.items() if item is not NOT_GIVEN}
    if type(value) in (float, Decimal) and not math.isfinite(value):
        raise ValueError(f"{at[:-1] or 'the whole'}: {value} is no number that JSON has")
    if type(value) is Decimal:
        return PlainDecimal(plain_decimal(value))
    return [_plain(v, secrets, f"{at}{i}.") for i, v in enumerate(value)] if type(value) in (list, tuple) else value


def explain(error: ValidationError, value: Any = None) -> str:
    """What pydantic found in `value`, of unions in the branch that fits best; never the values, they may be secret."""
    found: dict[Any, dict[Any, dict[str, str]]] = {}
    for problem in error.errors(include_url=False, include_context=False, include_input=False):
        union, branch, place = _place(problem["loc"], value, problem["type"] == "missing")
        found.setdefault(union, {}).setdefault(branch, {})[".".join(place) or "the whole"] = problem["msg"][:200]
    told: dict[str, str] = {}
    for at, tried in found.items():
        wrong = [("should be '" in "".join(b.values()), (at or "the whole") in b, len(b)) for b in tried.values()]
        told |= list(tried.values())[wrong.index(min(wrong))]
    shown = [f"{place}: {message}" for place, message in told.items()]
    return "; ".join([*shown[:5], f"and {len(shown) - 5} more"] if len(shown) > 5 else shown)


def _place(location: Sequence[Any], value: Any, missing: bool) -> tuple[Any, tuple[Any, ...], list[str]]:
    """A location of pydantic's: where the first union is, the branches taken there, the members on the way."""
    union, branch, place = None, [], list[str]()
    for position, name in enumerate(location):
        inside: Any = ()
        if isinstance(value, list | tuple | Mapping):
            inside = value if isinstance(value, Mapping) else range(len(value))
        if name in inside or value is None or (missing and position == len(location) - 1):
            place.append(str(name))
            value = value[name] if value is not None and name in inside else None
        else:
            union = ".".join(place) if union is None else union
            branch.append(name)
    return union, tuple(branch), place


def _form_pairs(text: bytes) -> Iterator[tuple[str, str]]:
    """The members of a JSON object as form fields: arrays repeat the name, objects stay JSON, no null."""
    for name, value in json.loads(text, parse_float=Decimal).items():
        for item in value if isinstance(value, list) else [value]:
            if isinstance(item, dict | list):
                marked = json.dumps(item, ensure_ascii=False, separators=(",", ":"), default=mark_number)
                yield name, unmark_numbers(marked.encode()).decode()
            elif item is not None:
                yield name, scalar(item, name)
