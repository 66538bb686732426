# Copied from overrides/sociogram/bulk.py by "nox -s generate": edit it there.
"""The state of a bulk notification: who was begun, and how it ended. A small SQLite file; no network."""

from __future__ import annotations

import hashlib
import os
import sqlite3
import sys
import threading
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sized
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, NamedTuple

from ._core.errors import ConfigurationError, InvalidRequestError

_TABLES = """
CREATE TABLE IF NOT EXISTS meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS users (
    uid INTEGER NOT NULL, turn INTEGER NOT NULL, outcome TEXT NOT NULL, reason TEXT NOT NULL, PRIMARY KEY (uid, turn)
) WITHOUT ROWID;
"""
_FORMAT = 0x50C10B01  # SQLite's mark of whose file it is; the last digits are the version
_KILLED = "the run ended before the answer came"

Key = tuple[int, int]
"""A user, and for the how manieth time it stands in the list (always 0 where each is notified once)."""


class Unsent(NamedTuple):
    """A user who was not notified, or perhaps was not."""

    uid: int
    reason: str


@dataclass(frozen=True)
class BulkReport:
    """How a bulk notification stands."""

    sent: int
    """Users who were notified."""
    refused: int
    """Users of whom the platform said no: they have probably switched off your app's notifications."""
    skipped: int
    """Entries of the list that this run passed over, since the user had been begun before."""
    failed: tuple[Unsent, ...]
    """Users of whom the platform answered with an error that means it was not done, or who have no possible number."""
    unknown: tuple[Unsent, ...]
    """Users who may have been notified or not. They are not notified again; ask the platform, or leave it."""


class Journal:
    """The state, in a file or in memory. Each step is on the disk before it returns; one process at a time has it."""

    def __init__(self, path: str | os.PathLike[str] | None, message: str, *, at_most_once: bool = True) -> None:
        """Open it, or make it. Raises ConfigurationError if it is in use, no such file, or of another message."""
        self._once = at_most_once
        self._lock = threading.Lock()
        self._skipped = 0
        self._reserved: set[Key] = set()
        self.blocks = path is not None
        """Whether its steps go to the disk."""
        name = ":memory:" if path is None else os.fspath(path)
        digest = hashlib.sha256(message.encode("utf-8", "surrogatepass")).hexdigest()
        problem, database = "", None
        try:
            database = sqlite3.connect(name, timeout=0.0, isolation_level=None, check_same_thread=False)
            self._database = database
            self._open(digest)
        except sqlite3.OperationalError as error:
            problem = "another run uses it" if "locked" in str(error) else str(error)
        except sqlite3.DatabaseError as error:
            problem = f"it is no state of a bulk notification ({error})"
        except ValueError as error:
            problem = str(error)
        if problem:
            if database is not None:
                database.close()
            raise ConfigurationError(f"state={name!r}: {problem}")
        self._counts = Counter(dict(self._rows("SELECT outcome, count(*) FROM users GROUP BY outcome")))

    def _open(self, digest: str) -> None:
        is_new = self._database.execute("PRAGMA schema_version").fetchone() == (0,)
        if not is_new and self._database.execute("PRAGMA application_id").fetchone() != (_FORMAT,):
            raise ValueError("it is no state of a bulk notification")
        for pragma in ("locking_mode = EXCLUSIVE", "journal_mode = WAL", "synchronous = FULL"):
            self._database.execute(f"PRAGMA {pragma}").fetchall()
        self._database.execute("BEGIN IMMEDIATE")
        self._database.execute(f"PRAGMA application_id = {_FORMAT}")
        for statement in filter(str.strip, _TABLES.split(";")):
            self._database.execute(statement)
        self._database.execute("INSERT OR IGNORE INTO meta VALUES ('message', ?)", (digest,))
        if self._rows("SELECT value FROM meta WHERE name = 'message'") != [(digest,)]:
            raise ValueError("it belongs to another message: take another file, or delete it to begin anew")
        # Nobody else has the file, so what began and has no end was cut off.
        self._database.execute("UPDATE users SET outcome = 'unknown', reason = ? WHERE outcome = 'begun'", (_KILLED,))
        self._database.execute("COMMIT")

    def numbered(self, users: Iterable[int]) -> Iterator[Key]:
        """The entries of the list."""
        seen: Counter[int] = Counter()
        for uid in users:
            if isinstance(uid, bool) or not isinstance(uid, int) or not 0 < uid < 2**53:
                raise InvalidRequestError(f"users: {uid!r} is no number of a user")
            yield uid, 0 if self._once else seen[uid]
            if not self._once:
                seen[uid] += 1

    def reserve(self, key: Key) -> bool:
        """Take this one, for this run and in memory only; False if it was begun before, and then leave it."""
        with self._lock:
            known = self._rows("SELECT outcome FROM users WHERE uid = ? AND turn = ?", *key)
            done = key in self._reserved or (known and (self._once or known != [("unknown",)]))
            self._skipped += bool(done)
            self._reserved.add(key)
            return not done

    def begin(self, key: Key) -> None:
        """Write down that the request is about to leave."""
        with self._lock:
            again = "UPDATE users SET outcome = 'begun' WHERE uid = ? AND turn = ? AND outcome = 'unknown'"
            self._counts["unknown"] -= self._database.execute(again, key).rowcount
            self._database.execute("INSERT INTO users VALUES (?, ?, 'begun', '') ON CONFLICT DO NOTHING", key)

    def settle(self, key: Key, outcome: str, reason: str) -> None:
        """Write down how it ended."""
        with self._lock:
            self._database.execute("INSERT OR REPLACE INTO users VALUES (?, ?, ?, ?)", (*key, outcome, reason[:500]))
            self._counts[outcome] += 1
            self._reserved.discard(key)

    def release(self, key: Key) -> None:
        """It was certainly not done: as if it had never begun."""
        with self._lock:
            self._database.execute("DELETE FROM users WHERE uid = ? AND turn = ?", key)

    def report(self) -> BulkReport:
        """How it stands."""
        with self._lock:
            listed: dict[str, tuple[Unsent, ...]] = {}
            for outcome in ("failed", "unknown"):
                rows = self._rows("SELECT uid, reason FROM users WHERE outcome = ? ORDER BY uid, turn", outcome)
                listed[outcome] = tuple(Unsent(*row) for row in rows)
            return BulkReport(self._counts["sent"], self._counts["refused"], self._skipped, **listed)

    def passed(self) -> int:
        """How many entries of the list this run and earlier ones are through with."""
        return sum(self._counts[name] for name in ("sent", "refused", "failed", "unknown"))

    def end(self) -> None:
        """Let go of the file."""
        with self._lock:
            self._database.close()

    def _rows(self, query: str, *values: Any) -> list[Any]:
        return self._database.execute(query, values).fetchall()


Progress = bool | Callable[[BulkReport], None] | None


@contextmanager
def shown(progress: Progress, users: Iterable[int], journal: Journal) -> Iterator[Callable[[], None]]:
    """What to call after each user. Raises ConfigurationError if a bar is wanted and rich is not there."""
    if callable(progress):
        tell = progress
        yield lambda: tell(journal.report())
        return
    if progress is False or (progress is None and not sys.stderr.isatty()):
        yield lambda: None
        return
    try:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
        from rich.progress import Progress as Bar
    except ImportError:
        if progress:
            raise ConfigurationError("progress=True needs rich: install sociogram-client[progress]") from None
        yield lambda: None
        return
    columns = (TextColumn("notifying"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Bar(*columns, console=Console(stderr=True)) as bar:
        task = bar.add_task("notifying", total=len(users) if isinstance(users, Sized) else None)
        yield lambda: bar.advance(task)
