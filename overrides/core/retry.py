"""When to repeat a request. No I/O: what happened goes in, what to do comes out."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from email.utils import parsedate_to_datetime


@dataclass(frozen=True, slots=True)
class Wait:
    """Repeat the request after this many seconds."""

    seconds: float


@dataclass(frozen=True, slots=True)
class GiveUp:
    """Do not repeat the request; `reason` completes the sentence "not repeated: …"."""

    reason: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """How one attempt went: an error status, or no answer (`status` None), then perhaps certainly never sent."""

    status: int | None = None
    never_sent: bool = False
    retry_after: float | None = None


@dataclass(frozen=True, slots=True)
class RetryPolicy:
    """Exponential back-off with full jitter.

    An operation that is not safe to repeat is repeated only if the request was certainly never sent. The platform's
    `Retry-After` is a minimum; if it exceeds `longest_wait` seconds the error is raised at once. Nothing is repeated
    past the deadline of the call.
    """

    max_retries: int = 2
    first_wait: float = 0.5
    """Upper limit of the first random wait, in seconds; each further limit is twice the one before."""
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
    ) -> Wait | GiveUp:
        """What to do after attempt number `attempt` (from 1); `remaining` seconds are left for the whole call."""
        if outcome.status is not None and not _transient(outcome.status):
            return GiveUp("the answer is final")
        if not replayable:
            return GiveUp("the body cannot be sent twice")
        if not (repeatable or outcome.never_sent):
            return GiveUp("the request may have been carried out, and this operation is not safe to repeat")
        if attempt > self.max_retries:
            return GiveUp(
                f"{self.max_retries} retries are used up" if self.max_retries else "retries are off"
            )
        limit = min(self.longest_backoff, self.first_wait * 2.0 ** (attempt - 1))
        seconds = max(random() * limit, outcome.retry_after or 0.0)
        if seconds > self.longest_wait:
            return GiveUp(
                f"the platform asks to wait {seconds:g} s, longer than the {self.longest_wait:g} s allowed"
            )
        if remaining is not None and seconds >= remaining:
            return GiveUp("the deadline of the call would pass")
        return Wait(seconds)


def _transient(status: int) -> bool:
    """Statuses that may be gone at the next try: 501 and 505 state a lasting lack."""
    return status in (408, 429) or (500 <= status < 600 and status not in (501, 505))


def retry_after_seconds(value: str | None, now: float) -> float | None:
    """A `Retry-After` header in seconds from `now` (Unix time): a number of seconds or an HTTP date."""
    if value is None:
        return None
    value = value.strip()
    if value.isascii() and value.replace(".", "", 1).isdigit():
        return min(float(value), 1e9)
    try:
        moment = parsedate_to_datetime(value)
    except (ValueError, OverflowError):
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=datetime.timezone.utc)
    return max(0.0, moment.timestamp() - now)
