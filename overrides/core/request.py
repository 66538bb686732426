"""From the arguments of a call to the request on the wire. No I/O."""

import datetime
import gzip
import json
import math
import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from enum import Enum
from typing import Any, cast
from urllib.parse import quote, quote_plus
from uuid import UUID

from pydantic import TypeAdapter, ValidationError

from .errors import InvalidRequestError
from .models import WIRE_NUMBERS, plain_decimal, unmark_numbers
from .operation import Operation, Parameter
from .secrets import Secret
from .types import NOT_GIVEN

_HEADER_NAME = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_HEADER_VALUE = re.compile(r"(?:[!-~](?:[ \t!-~]*[!-~])?)?")
_STAND_IN_VALUE = re.compile(r"[!-~](?:[ -~]*[!-~])?")


class WireRequest:
    """One request, ready to be sent as often as needed. Its repr has neither query nor headers nor body."""

    __slots__ = ("content", "files", "headers", "method", "path", "query", "replayable")

    def __init__(self, method: str, path: str) -> None:
        self.method = method
        self.path = path
        self.query: list[tuple[str, str]] = []
        self.headers: list[tuple[str, str]] = []
        self.content: Any = None
        self.files: Any = None
        self.replayable = True

    def query_string(self) -> str:
        """The query with its question mark, percent-encoded; empty if there is none."""
        return f"?{encode_pairs(self.query)}" if self.query else ""

    def __repr__(self) -> str:
        return f"<WireRequest {self.method} {self.path}>"


def build(
    operation: Operation[Any],
    arguments: Mapping[str, Any],
    defaults: Mapping[str, Any],
    body: Any,
    extra_headers: Mapping[str, str | Secret] | None,
    extra_query: Mapping[str, Any] | None,
) -> WireRequest:
    """The request for one call. Raises InvalidRequestError, which names the argument that cannot be sent."""
    wire = WireRequest(operation.method, operation.path)
    stand_ins: dict[str, list[Parameter]] | None = None
    for parameter in operation.parameters:
        argument = parameter.argument
        value = arguments.get(argument, NOT_GIVEN)
        if value is NOT_GIVEN:
            value = defaults.get(argument, NOT_GIVEN)
        if parameter.location == "path":
            wire.path = wire.path.replace(f"{{{parameter.name}}}", _path_segment(value, argument))
        elif value is NOT_GIVEN or value is None:
            continue
        elif argument in _stand_ins(operation):
            stand_ins = stand_ins or {}
            stand_ins.setdefault(argument, []).append(parameter)
        elif parameter.location == "header":
            wire.headers.append((parameter.name, header_value(value, argument)))
        else:
            wire.query.extend(_query_pairs(parameter.name, value, argument, parameter.explode))
    if stand_ins:
        _place_stand_ins(wire, stand_ins, {**defaults, **_given(arguments)})
    if extra_query:
        for name, value in extra_query.items():
            wire.query.extend(_query_pairs(name, value, f"extra_query[{name!r}]", True))
    if operation.body is not None and body is not NOT_GIVEN:
        _add_body(wire, operation, body)
    if extra_headers:
        for name, value in extra_headers.items():
            set_header(wire.headers, name, value)
    _compress(wire)
    return wire


def set_header(headers: list[tuple[str, str]], name: str, value: str | Secret) -> None:
    """Set a header that a user gave by name, in place of one of the same name."""
    if not _HEADER_NAME.fullmatch(name):
        raise InvalidRequestError(f"{name!r} is no header name: write letters, digits and hyphens")
    lower = name.lower()
    headers[:] = [pair for pair in headers if pair[0].lower() != lower]
    headers.append((name, header_value(value, f"header {name!r}")))


def header_value(value: Any, argument: str) -> str:
    """`value` as header text; only printable ASCII can be sent, so that nothing can break out of its header."""
    text = scalar(value, argument)
    if not _HEADER_VALUE.fullmatch(text):
        raise InvalidRequestError(
            f"{argument} is sent as a header, which holds printable ASCII without blanks at the ends and no line breaks"
        )
    return text


def scalar(value: Any, argument: str) -> str:
    """One value as text: booleans in lower case, decimals without exponent, times as RFC 3339."""
    kind = type(value)
    if kind is str:
        return cast(str, value)
    if kind is int:
        return str(value)
    if kind is bool:
        return "true" if value else "false"
    try:
        return _rare_scalar(value)
    except ValueError as error:
        raise InvalidRequestError(f"{argument}: {error}") from None


def _rare_scalar(value: Any) -> str:
    if isinstance(value, Secret):
        return value.text()
    if isinstance(value, Enum):
        return scalar(value.value, "value")
    if isinstance(value, Decimal):
        return plain_decimal(value)
    if isinstance(value, float):
        if not math.isfinite(value):
            raise ValueError(f"{value} is not a finite number")
        return plain_decimal(Decimal(repr(value))).removesuffix(".0")
    if isinstance(value, datetime.datetime):
        if value.tzinfo is None:
            raise ValueError(
                "a time needs an offset: give an aware datetime, such as datetime.now(timezone.utc)"
            )
        return value.isoformat()
    if isinstance(value, str | int | datetime.date | UUID):
        return str(value)
    raise ValueError(f"a {type(value).__name__} cannot be sent here")


def encode_pairs(pairs: Sequence[tuple[str, str]]) -> str:
    """Names and values of a query, percent-encoded with nothing safe."""
    return "&".join([f"{_quote(name)}={_quote(value)}" for name, value in pairs])


def _quote(text: str) -> str:
    if text.isascii() and text.isalnum():
        return text
    try:
        return quote(text, safe="")
    except UnicodeEncodeError:
        raise InvalidRequestError("a text with a lone surrogate cannot be sent") from None


def _path_segment(value: Any, argument: str) -> str:
    if value is NOT_GIVEN or value is None:
        raise InvalidRequestError(f"{argument} is part of the address and must be given")
    text = scalar(value, argument)
    if text in ("", ".", ".."):
        raise InvalidRequestError(f"{argument} is part of the address and must not be {text!r}")
    return _quote(text)


def _query_pairs(name: str, value: Any, argument: str, explode: bool) -> Iterator[tuple[str, str]]:
    if value is None or value is NOT_GIVEN:
        return
    if isinstance(value, Sequence) and not isinstance(value, str | bytes):
        texts = [scalar(item, argument) for item in value]
        if explode:
            yield from ((name, text) for text in texts)
        else:
            yield name, ",".join(texts)
    else:
        yield name, scalar(value, argument)


def _stand_ins(operation: Operation[Any]) -> frozenset[str]:
    """Arguments that a header and a query parameter of the operation share."""
    known = operation.cache.get("stand_ins")
    if known is None:
        places: dict[str, set[str]] = {}
        for parameter in operation.parameters:
            places.setdefault(parameter.argument, set()).add(parameter.location)
        known = frozenset(name for name, where in places.items() if {"header", "query"} <= where)
        operation.cache["stand_ins"] = known
    return cast("frozenset[str]", known)


def _place_stand_ins(
    wire: WireRequest, stand_ins: Mapping[str, list[Parameter]], values: Mapping[str, Any]
) -> None:
    """All of them as headers if every value can be one unchanged, else all of them in the query."""
    texts = {argument: scalar(values[argument], argument) for argument in stand_ins}
    location = "header" if all(map(_STAND_IN_VALUE.fullmatch, texts.values())) else "query"
    target = wire.headers if location == "header" else wire.query
    for argument, parameters in stand_ins.items():
        target.extend((p.name, texts[argument]) for p in parameters if p.location == location)


def _given(values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value is not NOT_GIVEN}


def _reveal(value: Any) -> Any:
    """Secrets inside a body become their values."""
    if isinstance(value, Secret):
        return value.text()
    if type(value) is dict:
        return {name: _reveal(item) for name, item in value.items()}
    if type(value) is list:
        return [_reveal(item) for item in value]
    return value


def _add_body(wire: WireRequest, operation: Operation[Any], body: Any) -> None:
    kind, _, member = cast(str, operation.body).partition(":")
    if kind == "bytes":
        wire.content = body
        wire.replayable = isinstance(body, bytes | str)
        wire.headers.append(("Content-Type", "application/octet-stream"))
        return
    if type(body) is dict:
        body = _given(body)
    body = _reveal(body)
    if kind == "multipart":
        wire.files = [(name, _part(name, value)) for name, value in dict(body).items()]
        wire.replayable = all(isinstance(part[1], bytes | str) for _, part in wire.files)
        return
    text = _to_json(operation, body)
    if kind == "json":
        wire.content = text
        wire.headers.append(("Content-Type", "application/json"))
        return
    pairs = [(member, text.decode())] if kind == "form-json" else list(_form_pairs(text))
    wire.content = "&".join([f"{quote_plus(name)}={quote_plus(value)}" for name, value in pairs]).encode()
    wire.headers.append(("Content-Type", "application/x-www-form-urlencoded"))


def _part(name: str, value: Any) -> tuple[Any, ...]:
    if isinstance(value, tuple):
        return value
    if isinstance(value, bytes) or hasattr(value, "read"):
        return (name, value)
    return (None, scalar(value, name))


def _form_pairs(text: bytes) -> Iterator[tuple[str, str]]:
    """The members of a JSON object as form fields; numbers keep their literals, objects are written as JSON."""
    for name, value in json.loads(text, parse_float=_Literal, parse_int=_Literal).items():
        for item in value if isinstance(value, list) else [value]:
            if isinstance(item, str):
                yield name, item
            elif isinstance(item, bool):
                yield name, "true" if item else "false"
            elif item is not None:
                yield name, json.dumps(item, ensure_ascii=False, separators=(",", ":"))


class _Literal(str):
    """A number as it was written."""

    __slots__ = ()


def _to_json(operation: Operation[Any], body: Any) -> bytes:
    adapter: TypeAdapter[Any] | None = operation.cache.get("request")
    if adapter is None:
        adapter = operation.cache["request"] = TypeAdapter(operation.request() if operation.request else Any)
    try:
        value = adapter.validate_python(body)
        text = adapter.dump_json(value, by_alias=True, exclude_unset=True, context=WIRE_NUMBERS)
    except ValidationError as error:
        problem = f"the body of {operation.id} is not valid: {explain(error)}"
    except ValueError as error:
        problem = f"the body of {operation.id} cannot be written as JSON: {error}"
    else:
        return unmark_numbers(text)
    raise InvalidRequestError(problem)


def explain(error: ValidationError) -> str:
    """What pydantic found, member by member, without the values (they may be secret); at most five lines' worth."""
    problems = error.errors(include_url=False, include_context=False, include_input=False)
    shown = [f"{'.'.join(map(str, p['loc'])) or 'the whole'}: {p['msg'][:200]}" for p in problems[:5]]
    if len(problems) > 5:
        shown.append(f"and {len(problems) - 5} more")
    return "; ".join(shown)


def _compress(wire: WireRequest) -> None:
    """A call that announces `Content-Encoding: gzip` gets its body compressed (without time stamp: same bytes)."""
    if type(wire.content) is bytes and (
        "gzip" in [v for k, v in wire.headers if k.lower() == "content-encoding"]
    ):
        wire.content = gzip.compress(wire.content, mtime=0)
