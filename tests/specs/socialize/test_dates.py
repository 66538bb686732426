"""Times in the wire forms of the document become aware datetimes and go back as they came."""

from __future__ import annotations

import datetime
import json
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from overrides.socialize.dates import WireDate, WireDateTime, WireManagementDateTime

TIMES: TypeAdapter[datetime.datetime] = TypeAdapter(WireDateTime)
MANAGEMENT_TIMES: TypeAdapter[datetime.datetime] = TypeAdapter(WireManagementDateTime)
DAYS: TypeAdapter[datetime.date] = TypeAdapter(WireDate)


@pytest.mark.parametrize(
    ("adapter", "text", "value"),
    [
        (TIMES, "2011-07-10 00:12:13+0000", datetime.datetime(2011, 7, 10, 0, 12, 13, tzinfo=datetime.UTC)),
        (
            TIMES,
            "2011-07-10 00:12:13-0730",
            datetime.datetime(
                2011, 7, 10, 0, 12, 13, tzinfo=datetime.timezone(-datetime.timedelta(hours=7, minutes=30))
            ),
        ),
        (MANAGEMENT_TIMES, "2012-06-26T22:24:03", datetime.datetime(2012, 6, 26, 22, 24, 3, tzinfo=datetime.UTC)),
        (
            MANAGEMENT_TIMES,
            "2012-06-26T22:24:03.250000",
            datetime.datetime(2012, 6, 26, 22, 24, 3, 250000, tzinfo=datetime.UTC),
        ),
        (DAYS, "0980/02/29", datetime.date(980, 2, 29)),
    ],
)
def test_a_time_comes_and_goes_in_the_form_of_the_wire(adapter: TypeAdapter[Any], text: str, value: object) -> None:
    read = adapter.validate_json(json.dumps(text))
    assert read == value
    assert adapter.validate_python(read) == value
    assert json.loads(adapter.dump_json(read)) == text


def test_an_offset_with_seconds_which_the_form_cannot_hold_is_written_in_utc() -> None:
    local = datetime.timezone(datetime.timedelta(minutes=53, seconds=28))
    assert TIMES.dump_json(datetime.datetime(1890, 1, 1, 0, 53, 28, tzinfo=local)) == b'"1890-01-01 00:00:00+0000"'


def test_a_management_time_is_written_in_utc() -> None:
    east = datetime.timezone(datetime.timedelta(hours=2))
    assert MANAGEMENT_TIMES.dump_json(datetime.datetime(2012, 6, 27, 0, 24, 3, tzinfo=east)) == b'"2012-06-26T22:24:03"'


@pytest.mark.parametrize(
    ("adapter", "value", "reason"),
    [
        (TIMES, "2011-07-10T00:12:13Z", "2011-07-10 00:12:13"),
        (TIMES, "2011-02-30 00:12:13+0000", "day"),
        (TIMES, datetime.datetime(2011, 7, 10), "aware datetime"),
        (TIMES, 1310256733, "aware datetime"),
        (TIMES, None, "aware datetime"),
        (MANAGEMENT_TIMES, "2012-06-26T22:24:03Z", "2012-06-26T22:24:03"),
        (MANAGEMENT_TIMES, 1340749443, "aware datetime"),
        (DAYS, "1980-02-29", "1980/02/29"),
        (DAYS, "1981/02/29", "day"),
    ],
)
def test_another_form_is_refused_with_the_right_one_named(
    adapter: TypeAdapter[Any], value: object, reason: str
) -> None:
    with pytest.raises(ValidationError, match=reason):
        adapter.validate_python(value)
