"""What the queue does after each answer."""

from __future__ import annotations

from typing import Any

import pytest
from tganalytics_client.decisions import Answer, Halve, Repeat, Sent, SetAside, Stop, decide

NAMED = "property events[{}].user_id has failed the following constraints: user_id must be a number"


def after(status: int | None, body: Any = None, *, size: int = 20, attempt: int = 1, **more: Any) -> Any:
    return decide(Answer(status, body, **more), size, attempt, lambda: 0.5)


@pytest.mark.parametrize("status", [200, 201, 202, 204])
def test_success_is_every_2xx_but_203(status: int) -> None:
    assert after(status) == Sent()
    assert isinstance(after(203), Repeat)


@pytest.mark.parametrize(
    ("status", "body"),
    [(None, None), (500, "x"), (502, None), (503, None), (408, None), (400, {"message": "Failed to record"})],
)
def test_faults_of_the_server_are_waited_out_ever_longer(status: int | None, body: Any) -> None:
    waits = [after(status, body, attempt=attempt).seconds for attempt in range(1, 30)]
    assert waits[:4] == [0.75, 1.5, 3.0, 6.0]
    assert waits[-1] == 225.0


def test_back_off_has_jitter() -> None:
    found = [decide(Answer(500), 1, 3, iter([share]).__next__) for share in (0.0, 0.5)]
    assert [one.seconds for one in found if isinstance(one, Repeat)] == [2.0, 3.0]


def test_429_waits_as_asked_or_two_seconds() -> None:
    assert 2.0 <= after(429).seconds <= 2.1
    assert 7.0 <= after(429, retry_after=7.0).seconds <= 7.1
    assert 0.0 <= after(429, retry_after=0.0).seconds <= 0.1
    assert after(503, retry_after=30.0).seconds == 30.0


@pytest.mark.parametrize(
    "body",
    [
        {"status": 400, "message": [NAMED.format(3), NAMED.format(7)]},
        {"status": 400, "message": f"{NAMED.format(3)}; {NAMED.format(7)}"},
        [NAMED.format(3), NAMED.format(7)],
    ],
)
def test_each_shape_of_a_report_names_its_events(body: Any) -> None:
    decision = after(400, body)
    assert isinstance(decision, SetAside)
    assert decision.reasons == {3: NAMED.format(3).strip(), 7: NAMED.format(7)}


def test_a_report_that_names_nothing_halves_the_batch() -> None:
    body = {"status": 400, "message": "VALIDATION_MISMATCH_REPORT"}
    assert after(400, body) == Halve("VALIDATION_MISMATCH_REPORT")
    assert after(400, body, size=1) == SetAside({0: "VALIDATION_MISMATCH_REPORT"})
    assert isinstance(after(413, None), Halve)


@pytest.mark.parametrize("where", ["custom_data.events[7]", "messages.0.events[7]", "x[0]events[7]", "events[7]"])
def test_a_member_inside_an_event_is_no_event(where: str) -> None:
    text = f"property events[3].{where} has failed the following constraints: {where} must be a string"
    for body in ([text], {"status": 400, "message": text}):
        decision = after(400, body)
        assert isinstance(decision, SetAside)
        assert list(decision.reasons) == [3]


def test_a_place_beyond_the_batch_is_not_believed() -> None:
    assert isinstance(after(400, [NAMED.format(20)]), Halve)


def test_a_400_that_is_not_the_platforms_refuses_no_event() -> None:
    assert isinstance(after(400, "<html>Bad Request</html>"), Repeat)
    assert isinstance(after(400, None), Repeat)


@pytest.mark.parametrize(
    ("status", "text"),
    [
        (400, "The token is not specified in the headers or is specified incorrectly."),
        (400, "Token is invalid."),
        (400, "Invalid app_name is specified."),
        (403, "The domain name does not match."),
        (401, ""),
        (404, "Cannot POST /events"),
        (307, ""),
    ],
)
def test_what_will_not_change_by_itself_stops(status: int, text: str) -> None:
    decision = after(status, {"message": text})
    assert isinstance(decision, Stop)
    assert text in decision.reason
