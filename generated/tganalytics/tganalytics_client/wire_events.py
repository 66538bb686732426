# Copied from overrides/tganalytics/wire_events.py by "nox -s generate": edit it there.
"""Events on their way to the wire: checked, completed and written as JSON. No I/O; the time is given.

Source: https://docs.tganalytics.xyz/api/endpoints, and the members of each event as the platform's SDK sends them.
"""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from typing import Any, get_args

from pydantic import ValidationError
from pydantic_core import PydanticSerializationError, from_json, to_json

from . import models
from ._core.errors import InvalidRequestError

Event = models.EventBase | Mapping[str, Any]
"""An event as a model, or as a mapping with the members' names on the wire."""

_WALLET = ("wallet_address", "wallet_state_init", "wallet_type", "wallet_version")
NULLABLE = frozenset(["error_code", "from", "trace_id", "valid_until", *_WALLET])
"""The members that the document lets be null; a model's optional members take None, whichever they are."""

_DETAILS = {field.alias or name for name, field in models.EventDetails.model_fields.items()}
_BY_NAME: dict[str, type[models.EventBase]] = {}
for _kind in get_args(get_args(models.KnownEvent.__value__)[0]):
    for _name in get_args(_kind.model_fields["event_name"].annotation):
        _BY_NAME[_name] = _kind


def kind_of(event_name: object) -> type[models.EventBase]:
    """The model for events of this name; `OtherEvent` for names that are not known."""
    return _BY_NAME.get(event_name, models.OtherEvent) if isinstance(event_name, str) else models.OtherEvent


def milliseconds(now: float) -> str:
    """A Unix time as `client_timestamp` has it: milliseconds, as a string of digits."""
    return str(int(now * 1000))


def encode(event: Event, where: str, now: float, app_name: str | None = None) -> bytes:
    """One event as JSON, with `client_timestamp`, and `app_name` in a mapping, filled in if they are absent.

    Nothing else is added: no default of the documentation, no session id. Raises InvalidRequestError, which names the
    members that are wrong, after `where` (`events[3]`, say).
    """
    model: models.EventBase
    if isinstance(event, models.EventBase):
        model = event
    elif isinstance(event, Mapping):
        model = _built(event, where, app_name)
    else:
        raise InvalidRequestError(f"{where} is a {type(event).__name__}; give an event's model or a mapping")
    body, problem = b"", ""
    try:
        # Members that were assigned after the model was built are held against their types here.
        body = model.__pydantic_serializer__.to_json(model, by_alias=True, exclude_unset=True, warnings="error")
    except PydanticSerializationError:
        problem = _assigned_wrongly(model, where)
    if not problem and (model.__pydantic_extra__ or b":null" in body):
        problem = _undocumented(model, where)
    if problem:
        raise InvalidRequestError(problem)
    if "client_timestamp" not in model.model_fields_set:
        return b'%b,"client_timestamp":"%d"}' % (body[:-1], int(now * 1000))
    return body


class Compressed(bytes):
    """A body that is compressed already: the core compresses plain `bytes` only."""


def compressed(body: bytes) -> Compressed:
    """A body with gzip; the same bytes each time, as there is no time in them.

    The window is no larger than the body: for a batch of 20 events that takes a third of the time.
    """
    packer = zlib.compressobj(6, zlib.DEFLATED, 16 + min(15, max(9, len(body).bit_length())), 5)
    return Compressed(packer.compress(body) + packer.flush())


def app_name_of(body: bytes) -> str:
    """The `app_name` of an event that `encode` wrote."""
    return str(from_json(body).get("app_name"))


def _built(event: Mapping[str, Any], where: str, app_name: str | None) -> models.EventBase:
    if app_name is not None and "app_name" not in event:
        event = {**event, "app_name": app_name}
    try:
        return kind_of(event.get("event_name")).model_validate(event)
    except ValidationError as error:
        problem = explain(error, where)
    raise InvalidRequestError(problem)


def _undocumented(model: models.EventBase, where: str) -> str:
    """What is wrong though the event's own model takes it: a documented member that events of this name do not carry,
    with another type than documented; null where no client sends it."""
    details = {name: value for name, value in (model.__pydantic_extra__ or {}).items() if name in _DETAILS}
    try:
        models.EventDetails.model_validate_json(to_json(details), strict=True)  # they are written as they are
    except ValidationError as error:
        return explain(error, where)
    fields = type(model).model_fields.items()
    given = {field.alias or name: getattr(model, name) for name, field in fields if name in model.model_fields_set}
    for name, value in {**given, **details}.items():
        if value is None and name not in NULLABLE:
            return f"{where}.{name}: null is not taken here; leave it out"
    return ""


def _assigned_wrongly(model: models.EventBase, where: str) -> str:
    values = {name: getattr(model, name) for name in model.model_fields_set}
    try:
        type(model).model_validate(values)
        to_json(values)
    except ValidationError as error:
        return explain(error, where)
    except (PydanticSerializationError, ValueError) as error:
        return f"{where}: {str(error)[:300]}"
    return f"{where}: a member has another type than documented: {', '.join(sorted(values))}"[:500]


def explain(error: ValidationError, where: str) -> str:
    """What is wrong, member by member, without the values; the first five."""
    problems = error.errors(include_url=False, include_context=False, include_input=False)
    shown = [f"{'.'.join([where, *map(str, p['loc'][:3])])}: {p['msg'][:200]}" for p in problems[:5]]
    return "; ".join([*shown, f"and {len(problems) - 5} more"] if len(problems) > 5 else shown)
