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
    share; the others count since this queue was made.

    `repeated` counts requests that were sent again; `dropped` the events that gave way to newer ones; `oldest_age` is
    in seconds; `problem` says why the last request or the spool failed, and is empty after the next success.
    """

    queued: int
    sent: int
    refused: int
    repeated: int
    dropped: int
    oldest_age: float | None
    stopped: bool
    problem: str
