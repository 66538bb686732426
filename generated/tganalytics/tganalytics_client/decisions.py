# Copied from overrides/tganalytics/decisions.py by "nox -s generate": edit it there.
"""What a queue of events does after each answer. No I/O: what came back goes in, what to do comes out.

The texts of status 400 are documented (https://docs.tganalytics.xyz/api/endpoints#responses); the form of validation
reports was observed.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

FAILED_TO_RECORD = "Failed to record"
"""Status 400 with this text is a fault of the server, not of the events."""

LASTING_TEXTS = frozenset(
    {
        "The token is not specified in the headers or is specified incorrectly.",
        "Token is invalid.",
        "Invalid app_name is specified.",
        "The domain name does not match.",
    }
)
"""Token, app name and domain do not belong together: nothing will be recorded until somebody mends that."""

RATE_LIMIT_WAIT = 2.0
"""Seconds to wait after a 429 that names no time, as the platform's SDK does."""
LONGEST_WAIT = 300.0
"""The longest back-off in seconds. A `Retry-After` may ask for more, up to a day."""
PATIENCE = 5
"""Requests that fail one after the other until the caller is told and other events get their turn."""
GIVE_UP = 10
"""Failures of an event that is sent alone, with others recorded in between, until it is set aside."""

_NAMED = (re.compile(r"\bproperty events\[([0-9]{1,9})\]"), re.compile(r"(?<![\w.\]])events\[([0-9]{1,9})\]"))
"""How a report names an event: in the words that were observed, or else without them. A member of that name inside an
event (`events[3].custom_data.events[0]`) is no event."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back for a batch: status and body (JSON values, or text), or (`status` None) why nothing did."""

    status: int | None
    body: Any = None
    retry_after: float | None = None
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Sent:
    """All events of the batch were recorded: forget them."""


@dataclass(frozen=True, slots=True)
class Repeat:
    """Send the same batch again after so many seconds. With `busy` the server said that it has too much to do."""

    seconds: float
    reason: str
    busy: bool = False


@dataclass(frozen=True, slots=True)
class SetAside:
    """Put these events (by their place in the batch) aside with their reasons, and send the rest again."""

    reasons: Mapping[int, str]


@dataclass(frozen=True, slots=True)
class Halve:
    """Some event was refused and the answer does not say which: send each half by itself."""

    reason: str


@dataclass(frozen=True, slots=True)
class Stop:
    """Nothing will be recorded until somebody mends this: keep everything and tell the caller."""

    reason: str


Decision = Sent | Repeat | SetAside | Halve | Stop


def decide(answer: Answer, size: int, attempt: int, random: Callable[[], float]) -> Decision:
    """What to do after `answer` to a batch of `size` events, sent for the `attempt`-th time (from 1)."""
    status = answer.status
    if status is None:
        return Repeat(_back_off(attempt, answer, random), answer.problem or "no answer")
    text = message_of(answer.body)
    if 200 <= status < 300 and status != 203:
        return Sent()
    if status == 429:
        wait = RATE_LIMIT_WAIT if answer.retry_after is None else min(answer.retry_after, 86400.0)
        return Repeat(max(wait, 0.0) + random() * 0.1, f"status 429, {text}", busy=True)
    if status in (203, 408, 425) or status >= 500 or (status == 400 and text == FAILED_TO_RECORD):
        return Repeat(_back_off(attempt, answer, random), f"status {status}, {text}")
    if status == 413:
        return _some_event(f"status 413, {text or 'the body is too large'}", size)
    if status == 400 and text not in LASTING_TEXTS:
        if not _is_report(answer.body):  # no answer of the platform: something on the way there failed
            return Repeat(_back_off(attempt, answer, random), "status 400 without a text of the platform")
        reasons = named_events(answer.body, size)
        return SetAside(reasons) if reasons else _some_event(text, size)
    return Stop(f"status {status}, {text or 'without a text'}")


def message_of(body: Any) -> str:
    """The words of an answer: `message`, texts of a list joined, or the text that the body is."""
    value = body.get("message") if isinstance(body, Mapping) else body
    if isinstance(value, list):
        value = "; ".join(part for part in value if isinstance(part, str))
    return value[:2000] if isinstance(value, str) else ""


def named_events(body: Any, size: int) -> dict[int, str]:
    """The events of a batch that a validation report names, by their places, each with what is said of it."""
    value = body.get("message") if isinstance(body, Mapping) else body
    parts = [part for part in value if isinstance(part, str)] if isinstance(value, list) else [message_of(body)]
    reasons: dict[int, str] = {}
    for part in parts:
        found = next(filter(None, (list(form.finditer(part)) for form in _NAMED)), [])
        ends = [match.start() for match in found[1:]] + [len(part)]
        for match, end in zip(found, ends, strict=False):
            place = int(match[1])
            if place < size:
                said = part[match.start() : end].strip(" ,;\n")
                reasons[place] = f"{reasons[place]}; {said}"[:2000] if place in reasons else said[:2000]
    return reasons


def _is_report(body: Any) -> bool:
    if isinstance(body, str):  # JSON that was too long to be kept whole
        return body.lstrip()[:1] in ("[", "{")
    return bool(message_of(body))


def _some_event(reason: str, size: int) -> Decision:
    return Halve(reason) if size > 1 else SetAside({0: reason})


def _back_off(attempt: int, answer: Answer, random: Callable[[], float]) -> float:
    return max(back_off(attempt, random), min(answer.retry_after or 0.0, 86400.0))  # not shorter than asked for


def back_off(attempt: int, random: Callable[[], float]) -> float:
    """Seconds to wait after the `attempt`-th failure: twice as long each time, the upper half of it by chance."""
    return min(LONGEST_WAIT, 2.0 ** min(attempt - 1, 20)) * (0.5 + random() / 2)


def joined(bodies: list[bytes]) -> bytes:
    """The body of a request with these events, each written as JSON already."""
    return b"[" + b",".join(bodies) + b"]"


def readable(body: bytes) -> dict[str, Any]:
    """An event as it was put, from its JSON. Of one that a fault of the disk has spoilt, the text as `unreadable`."""
    try:
        event: dict[str, Any] = json.loads(body)
    except ValueError:
        return {"unreadable": body.decode(errors="replace")}
    return event


def is_readable(body: bytes) -> bool:
    """Whether these bytes are an event as JSON."""
    try:
        return isinstance(json.loads(body), dict)
    except ValueError:
        return False
