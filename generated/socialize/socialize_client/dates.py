# Copied from overrides/socialize/dates.py by "nox -s generate": edit it there.
"""Times as Socialize writes them, which is not RFC 3339: aware datetimes in Python, the platform's form on the wire."""

import datetime
import re
from typing import Annotated

from pydantic import BeforeValidator, PlainSerializer, WithJsonSchema

_TIME = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}:[0-9]{2}[+-][0-9]{4}")
_MANAGEMENT_TIME = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,6})?")
_DAY = re.compile(r"([0-9]{4})/([0-9]{2})/([0-9]{2})")


def _read_time(value: object) -> object:
    if isinstance(value, str):
        if not _TIME.fullmatch(value):
            raise ValueError("not a time such as 2011-07-10 00:12:13+0000")
        return datetime.datetime.fromisoformat(value)
    return _aware(value)


def _write_time(value: datetime.datetime) -> str:
    if (value.utcoffset() or datetime.timedelta()) % datetime.timedelta(minutes=1):
        value = value.astimezone(datetime.UTC)  # local time of before there were zones: its seconds have no place
    return f"{value.replace(tzinfo=None).isoformat(sep=' ', timespec='seconds')}{value:%z}"


def _read_management_time(value: object) -> object:
    if isinstance(value, str):
        if not _MANAGEMENT_TIME.fullmatch(value):
            raise ValueError("not a time such as 2012-06-26T22:24:03")
        return datetime.datetime.fromisoformat(value).replace(tzinfo=datetime.UTC)
    return _aware(value)


def _write_management_time(value: datetime.datetime) -> str:
    return value.astimezone(datetime.UTC).replace(tzinfo=None).isoformat()


def _aware(value: object) -> object:
    # A number would be taken for seconds since 1970, which no part of this platform means.
    if getattr(value, "tzinfo", None) is None:
        raise ValueError("a time needs an offset: give an aware datetime, such as datetime.now(timezone.utc)")
    return value


def _read_day(value: object) -> object:
    if isinstance(value, str):
        match = _DAY.fullmatch(value)
        if not match:
            raise ValueError("not a day such as 1980/02/29")
        return datetime.date(int(match[1]), int(match[2]), int(match[3]))
    return value


def _write_day(value: datetime.date) -> str:
    return f"{value.year:04}/{value.month:02}/{value.day:02}"


WireDateTime = Annotated[
    datetime.datetime,
    BeforeValidator(_read_time),
    PlainSerializer(_write_time, return_type=str, when_used="json-unless-none"),
    WithJsonSchema({"type": "string"}),
]
"""A time of the Developer API: an aware datetime, `2011-07-10 00:12:13+0000` on the wire, in whole seconds."""

WireManagementDateTime = Annotated[
    datetime.datetime,
    BeforeValidator(_read_management_time),
    PlainSerializer(_write_management_time, return_type=str, when_used="json-unless-none"),
    WithJsonSchema({"type": "string"}),
]
"""A time of the Management API: an aware datetime in UTC (inferred), `2012-06-26T22:24:03` on the wire."""

WireDate = Annotated[
    datetime.date,
    BeforeValidator(_read_day),
    PlainSerializer(_write_day, return_type=str, when_used="json-unless-none"),
    WithJsonSchema({"type": "string"}),
]
"""A day: a date, `1980/02/29` on the wire."""
