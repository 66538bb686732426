# Copied from overrides/tganalytics/reports.py by "nox -s generate": edit it there.
"""What a queue tells about itself, and what it raises."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from ._core.errors import APIError

WhenFull = Literal["block", "raise", "drop_oldest"]


class QueueStoppedError(APIError):
    """The platform refuses the token, the app name or the domain (the text has its words): nothing is sent.

    Nothing is lost either: mend it and call `resume`, or open the spool with another client.
    """


@dataclass(frozen=True, slots=True)
class QueueReport:
    """The counters of a queue. `queued`, `refused` and `oldest_age` are those of the spool, which other processes may
    share; the others count since this queue was made."""

    queued: int
    """Events that wait, those that are being sent included."""
    sent: int
    """Events that the platform took."""
    refused: int
    """Events that are kept with the reason why they were refused."""
    repeated: int
    """Requests that were sent again."""
    dropped: int
    """Events that gave way to newer ones."""
    postponed: int
    """Events of `queued` that wait longer because the server failed at them again and again."""
    oldest_age: float | None
    """Seconds since the oldest event that waits was put."""
    failing_for: float | None
    """Seconds since requests began to fail; None if the last one did not."""
    stopped: bool
    """Whether sending stopped until `resume`."""
    problem: str
    """Why the last request or the spool failed; empty after the next success."""
