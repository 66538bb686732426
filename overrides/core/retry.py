"""When to repeat a request. No I/O: what happened goes in, what to do comes out."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from typing import NamedTuple


class Outcome(NamedTuple):
    """How an attempt failed: with an error status, or (None) without an answer, perhaps never sent."""

    status: int | None = None
    never_sent: bool = False
    retry_after: float | None = None
    lasting: bool = False  # the platform will answer the same again


@dataclass(frozen=True)
class RetryPolicy:
    """Exponential back-off with full jitter: a random wait up to `first_wait` seconds, then twice that …

    What is not safe to repeat is repeated only if it was certainly never sent. The platform's `Retry-After`
    is a minimum; above `longest_wait` seconds the error is raised at once. The deadline ends everything."""

    max_retries: int = 2
    first_wait: float = 0.5
    longest_backoff: float = 8.0
    longest_wait: float = 60.0

    def decide(
        self,
        attempt: int,
        outcome: Outcome,
        *,
        repeatable: bool,
        replayable: bool,
        remaining: float | None,
        random: Callable[[], float],
    ) -> float | str:
        """After attempt number `attempt` (from 1): the seconds to wait before another one, or why there is none."""
        if outcome.status is not None and (outcome.lasting or not _passes(outcome.status)):
            return ""
        if not (repeatable or outcome.never_sent):
            return ("" if outcome.status == 429 else "it may have been carried out, and ") + "it is not safe to repeat"
        if not replayable:
            return "its body cannot be sent twice"
        if attempt > self.max_retries:
            return f"max_retries is {self.max_retries}"
        seconds = random() * min(self.longest_backoff, self.first_wait * 2.0 ** (attempt - 1))
        seconds = max(seconds, outcome.retry_after or 0.0)
        if seconds > self.longest_wait:
            return f"the platform asks to wait {seconds:g} s, longer than {self.longest_wait:g} s"
        if remaining is not None and seconds >= remaining:
            return "the deadline of the call would pass"
        return seconds


def _passes(status: int) -> bool:
    """Whether another try may see another status. 501 and 505 state a lasting lack."""
    return status in (408, 429) or (500 <= status <= 599 and status not in (501, 505))


def retry_after_seconds(value: str | None, now: float) -> float | None:
    """A `Retry-After` header (number or HTTP date) in seconds from `now` (Unix time), or None."""
    text = (value or "").strip()
    if text.isascii() and text.replace(".", "", 1).isdigit():
        return min(float(text), 1e9)
    try:
        moment = parsedate_to_datetime(text)
        if moment.tzinfo is None:
            moment = moment.replace(tzinfo=datetime.UTC)
        return max(0.0, moment.timestamp() - now)
    except (ValueError, OverflowError):
        return None
