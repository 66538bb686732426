"""Where queued events wait: an SQLite file that several processes may share. Blocking calls.

Every change is one transaction. A row is leased to one owner for a time, so that a dead process's events are taken
over; it is deleted once it was sent, and kept apart with the reason if it was refused.
"""

from __future__ import annotations

import contextlib
import os
import secrets
import sqlite3
import threading
import time
import weakref
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from . import decisions
from ._core.errors import APIError

T = TypeVar("T")

SCHEMA_VERSION = 1
_APPLICATION_ID = 0x54474151
_PAGE = 4096
_REACH = 1_000_000  # how far back from the last number the events of a damaged file are looked for
_TRIES = 5_000  # places in which it is read on after damage
_RECOUNT = 100  # puts between two looks at how many events there are
_SCHEMA = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE events (
    id INTEGER PRIMARY KEY AUTOINCREMENT, body BLOB NOT NULL, put REAL NOT NULL, owner INTEGER, expires REAL
);
CREATE TABLE refused (id INTEGER PRIMARY KEY, body BLOB NOT NULL, put REAL NOT NULL, reason TEXT NOT NULL);
"""


class SpoolError(APIError):
    """The spool cannot be used; the text says why, and what would help. No event was lost by it."""


class SpoolCorruptError(SpoolError):
    """The file is damaged. What was readable was written to `saved` (None: nothing), one event a line."""

    saved: Path | None = None


class SpoolFullError(SpoolError):
    """There is no room for another event; it was not accepted."""


Row = tuple[int, bytes]
"""An event that waits: its number, and itself as JSON."""
Note = tuple[str, str]
"""A name, and a text that is kept under it."""


@dataclass(slots=True, eq=False)
class Ticket:
    """An event on its way into the file."""

    body: bytes
    done: bool = False
    error: SpoolError | None = None


class RefusedEvent(NamedTuple):
    """An event that the platform refused: its number in the spool, itself, and the platform's reason."""

    id: int
    event: dict[str, object]
    reason: str


class Counts(NamedTuple):
    """How many events wait and are kept as refused, and when (Unix time) the oldest one that waits was put."""

    queued: int
    refused: int
    oldest: float | None


class Spool:
    """Events in a file, which is opened with the first use. Safe to share between threads; opens again after a fork.

    Args:
        path: the file; made with mode 0600. Its folder must exist, and be on this machine: SQLite's log of writes
            does not work over a network.
        app_name: whose events it holds. A file with those of another app is refused.
        durable: an accepted event survives a loss of power too; without, it survives the death of the process.
        max_events: so many events may wait. Processes that share a file may pass it by 100 each.
        max_bytes: so large the file may grow by what is put, refused events included; on top come its log, of about
            4 MiB, and what is written to a full file while its events are sent or set aside.
        lease: seconds after which events that an owner has taken are free again.
        clock: the Unix time.
    """

    def __init__(
        self,
        path: str | os.PathLike[str],
        app_name: str,
        *,
        durable: bool = False,
        max_events: int = 100_000,
        max_bytes: int = 256 * 1024 * 1024,
        lease: float = 60.0,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self.path = Path(path).absolute()
        self.app_name = app_name
        self.durable = durable
        self.max_events = max_events
        self.max_bytes = max_bytes
        self.lease = lease
        self._clock = clock
        self._lock = threading.RLock()
        self._connection: sqlite3.Connection | None = None
        self._pid = os.getpid()
        self._owner = _new_owner()
        self._room = 0
        self._pending: deque[Ticket] = deque()  # announced
        self.closed = False
        SPOOLS.add(self)

    # --- Putting ---

    def put(self, body: bytes) -> None:
        """Keep an event. Raises SpoolFullError."""
        self.commit(self.ticket(body))

    def ticket(self, body: bytes) -> Ticket:
        """Announce an event, without waiting; `commit` keeps it."""
        ticket = Ticket(body)
        self._pending.append(ticket)
        return ticket

    def commit(self, ticket: Ticket) -> None:
        """Keep an event that was announced, and with it, in one transaction, all others that were announced meanwhile:
        so many callers share one wait for the disk. Raises SpoolFullError."""
        with self._lock:
            if not ticket.done:
                group = [self._pending.popleft() for _ in range(len(self._pending))]
                # Whoever took it out of the line may have been interrupted (by Ctrl-C, say) before it was kept.
                self._commit_all(group if ticket in group else [*group, ticket])
        if ticket.error is not None:
            raise ticket.error

    def _commit_all(self, group: list[Ticket]) -> None:
        try:
            if len(group) == 1:
                self._insert(group[0].body)
            else:
                self.put_many([ticket.body for ticket in group])
        except SpoolFullError as error:
            if len(group) > 1:
                for ticket in group:
                    self._commit_all([ticket])
                return
            group[0].error = error
        except SpoolError as error:
            for ticket in group:
                ticket.error = error
        for ticket in group:
            ticket.done = True

    def _insert(self, body: bytes) -> None:
        if self._room <= 0:
            self._look_for_room()
        self._room -= 1
        self._run(lambda db: db.execute("INSERT INTO events (body, put) VALUES (?, ?)", (body, self._clock())))

    def put_many(self, bodies: Sequence[bytes], note: Note | None = None) -> None:
        """Keep all of these events, in one transaction, or none of them; with them a note by its name, which `noted`
        gives again. Raises SpoolFullError."""
        with self._lock:
            if self._room < len(bodies):
                self._look_for_room(len(bodies))
            self._room -= len(bodies)
            now = self._clock()
            rows = [(body, now) for body in bodies]
            with self._transaction() as db:
                db.executemany("INSERT INTO events (body, put) VALUES (?, ?)", rows)
                if note is not None:
                    db.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (f"note {note[0]}", note[1]))

    def noted(self, name: str) -> str | None:
        """The last note of this name."""
        with self._lock:
            sql = "SELECT value FROM meta WHERE name = ?"
            row = self._run(lambda db: db.execute(sql, (f"note {name}",)).fetchone())
            return None if row is None else str(row[0])

    def drop_oldest(self, number: int = 1) -> int:
        """Forget the oldest events that nobody is sending right now; how many there were."""
        with self._lock, self._transaction() as db:
            sql = f"DELETE FROM events WHERE id IN (SELECT id FROM events WHERE {_FREE} ORDER BY id LIMIT :number)"  # noqa: S608 - constants
            dropped = db.execute(sql, {**self._now(), "number": number}).rowcount
            self._room = 0
            return dropped

    def _look_for_room(self, wanted: int = 1) -> None:
        # The difference of the numbers is found at once and is never too low; only near the limit it is worth counting.
        count: int = self._one("SELECT ifnull(max(id) - min(id) + 1, 0) FROM events")
        if self.max_events - count < wanted:
            count = self._one("SELECT count(*) FROM events")
        room = self.max_events - count
        if room < wanted:
            raise SpoolFullError(f"{self._name} holds {count} events, and max_events is {self.max_events}")
        self._room = min(room, max(_RECOUNT, wanted))

    # --- Sending ---

    def take(self, number: int, whole: int = 1, finished: Sequence[Row] = ()) -> list[Row]:
        """Lease the oldest free events to this owner, in one transaction with forgetting those that are `finished`.

        At most `number` of them, and a multiple of `whole`.
        """
        with self._lock, self._transaction(beyond=True) as db:
            _for_each(db, "DELETE FROM events WHERE", (), finished)
            self._room = 0 if finished else self._room
            sql = f"SELECT id, body FROM events WHERE {_FREE} ORDER BY id LIMIT :number"  # noqa: S608 - constants
            rows: list[Row] = db.execute(sql, {**self._now(), "number": number}).fetchall()
            rows = rows[: len(rows) - len(rows) % whole]
            lease = (self._owner, self._clock() + self.lease)
            _for_each(db, "UPDATE events SET owner = ?, expires = ? WHERE", lease, rows)
            return rows

    def renew(self, rows: Sequence[Row]) -> list[Row]:
        """Lease these events for another while; those that are still this owner's, in their order."""
        with self._lock, self._transaction(beyond=True) as db:
            expires = self._clock() + self.lease
            sql = "UPDATE events SET expires = ? WHERE id = ? AND owner = ?"
            return [row for row in rows if db.execute(sql, (expires, row[0], self._owner)).rowcount]

    def release(self, rows: Sequence[Row]) -> None:
        """Let others have these events."""
        with self._lock, self._transaction(beyond=True) as db:
            sql = "UPDATE events SET owner = NULL, expires = NULL WHERE id = ? AND owner = ?"
            db.executemany(sql, [(number, self._owner) for number, _ in rows])

    def finish(self, rows: Sequence[Row]) -> None:
        """Forget these events: they were sent."""
        with self._lock, self._transaction(beyond=True) as db:
            _for_each(db, "DELETE FROM events WHERE", (), rows)
            self._room = 0

    def set_aside(self, reasons: Mapping[int, str]) -> None:
        """Keep these events, by their numbers, as refused, with their reasons."""
        with self._lock, self._transaction(beyond=True) as db:
            given = [(reason, number) for number, reason in reasons.items()]
            sql = "INSERT OR REPLACE INTO refused (reason, id, body, put) SELECT ?, id, body, put FROM events"
            db.executemany(f"{sql} WHERE id = ?", given)
            db.executemany("DELETE FROM events WHERE id = ?", [(number,) for number in reasons])

    # --- Looking ---

    def counts(self) -> Counts:
        """How many events there are."""
        with self._lock:
            sql = "SELECT (SELECT count(*) FROM events), (SELECT count(*) FROM refused), (SELECT min(put) FROM events)"
            queued, refused, oldest = self._run(lambda db: db.execute(sql).fetchone())
            return Counts(queued, refused, oldest)

    def empty(self) -> bool:
        """Whether no event waits."""
        with self._lock:
            return not self._one("SELECT EXISTS (SELECT 1 FROM events)")

    def refused(self) -> list[RefusedEvent]:
        """The events that were refused, oldest first."""
        with self._lock:
            rows = self._run(lambda db: db.execute("SELECT id, body, reason FROM refused ORDER BY id").fetchall())
        return [RefusedEvent(number, decisions.readable(body), reason) for number, body, reason in rows]

    def resend(self, ids: Sequence[int] | None = None) -> int:
        """Queue refused events again, all or those of these numbers; how many."""
        return self._from_refused(ids, "INSERT INTO events (body, put) SELECT body, put FROM refused WHERE id = ?")

    def discard(self, ids: Sequence[int] | None = None) -> int:
        """Forget refused events, all or those of these numbers; how many."""
        return self._from_refused(ids, None)

    def _from_refused(self, ids: Sequence[int] | None, first: str | None) -> int:
        with self._lock, self._transaction() as db:
            known = {number for (number,) in db.execute("SELECT id FROM refused")}
            chosen = [(number,) for number in sorted(known if ids is None else known & set(ids))]
            if first:
                db.executemany(first, chosen)
            db.executemany("DELETE FROM refused WHERE id = ?", chosen)
            self._room = 0
            return len(chosen)

    # --- The file ---

    def connect(self) -> None:
        """Open the file now. Raises SpoolError."""
        with self._lock:
            self._connection = self._connection or self._open()

    def close(self) -> None:
        """Let go of what is leased, and of the file."""
        with self._lock:
            if not self.closed and self._connection is not None and self._pid == os.getpid():
                with contextlib.suppress(SpoolError):
                    free = "UPDATE events SET owner = NULL, expires = NULL WHERE owner = ?"
                    self._run(lambda db: db.execute(free, (self._owner,)))
                self._connection.close()
            self._connection, self.closed = None, True

    def _open(self) -> sqlite3.Connection:
        if self.closed:
            raise SpoolError(f"{self._name} is closed: make a new queue")
        _make_private(self.path)
        try:
            db = sqlite3.connect(
                self.path, timeout=10.0, isolation_level=None, check_same_thread=False, cached_statements=64
            )
            self._connection, self._room = db, 0
            self._set_up(db)
        except sqlite3.Error as error:
            self._forget()
            problem = self._translated(error)
        except SpoolError:
            self._forget()
            raise
        else:
            return db
        raise problem

    def _forget(self) -> None:
        if self._connection is not None:
            self._connection.close()
        self._connection = None

    def _set_up(self, db: sqlite3.Connection) -> None:
        db.execute("PRAGMA journal_mode = WAL")
        db.execute(f"PRAGMA synchronous = {'FULL' if self.durable else 'NORMAL'}")
        db.execute(f"PRAGMA fullfsync = {int(self.durable)}")
        db.execute("PRAGMA journal_size_limit = 4194304")
        db.execute("BEGIN IMMEDIATE")
        version = db.execute("PRAGMA user_version").fetchone()[0]
        if not version and not db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
            for statement in _SCHEMA.split(";"):
                db.execute(statement)
            db.execute("INSERT INTO meta VALUES ('app_name', ?)", (self.app_name,))
            db.execute(f"PRAGMA application_id = {_APPLICATION_ID}")
            db.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
        db.execute("COMMIT")
        if db.execute("PRAGMA application_id").fetchone()[0] != _APPLICATION_ID:
            raise SpoolError(f"{self._name} is another program's SQLite file: choose another name for the spool")
        version = db.execute("PRAGMA user_version").fetchone()[0]
        if version != SCHEMA_VERSION:
            raise SpoolError(f"{self._name} has version {version}, and this client reads version {SCHEMA_VERSION} only")
        (owner,) = db.execute("SELECT value FROM meta WHERE name = 'app_name'").fetchone()
        if owner != self.app_name:
            raise SpoolError(f"{self._name} holds events of the app {owner!r}, not of {self.app_name!r}")
        verdict = db.execute("PRAGMA quick_check(1)").fetchone()[0]
        if verdict != "ok":
            raise sqlite3.DatabaseError(f"malformed: {verdict}")
        self._page = db.execute("PRAGMA page_size").fetchone()[0]
        self._bound(db, self.max_bytes)

    def _bound(self, db: sqlite3.Connection, size: int) -> None:
        """Keep the file from growing beyond this size in bytes (or what it has already)."""
        db.execute(f"PRAGMA max_page_count = {max(8, size // self._page)}")

    @property
    def _name(self) -> str:
        return f"the spool {self.path}"

    def _run(self, work: Callable[[sqlite3.Connection], T]) -> T:
        db = self._connection or self._open()
        try:
            return work(db)
        except sqlite3.Error as error:
            problem = self._translated(error)
        raise problem

    def _one(self, sql: str) -> int:
        value: int = self._run(lambda db: db.execute(sql).fetchone()[0])
        return value

    @contextlib.contextmanager
    def _transaction(self, beyond: bool = False) -> Iterator[sqlite3.Connection]:
        """All or nothing. With `beyond` a full file may grow: to send an event, its row has to be written to."""
        db = self._connection or self._open()
        try:
            if beyond:
                self._bound(db, 2 * self.max_bytes)
            db.execute("BEGIN IMMEDIATE")
            yield db
            db.execute("COMMIT")
        except sqlite3.Error as error:
            problem = self._translated(error)
        except BaseException:
            _roll_back(db)
            raise
        else:
            return
        finally:
            if beyond:
                with contextlib.suppress(sqlite3.Error):
                    self._bound(db, self.max_bytes)
        _roll_back(db)
        raise problem

    def _now(self) -> dict[str, float]:
        now = self._clock()
        return {"now": now, "latest": now + self.lease}

    def _translated(self, error: sqlite3.Error) -> SpoolError:
        code = getattr(error, "sqlite_errorcode", None)
        if code == sqlite3.SQLITE_FULL:
            self._room = 0
            return SpoolFullError(f"{self._name} is full: its limit of {self.max_bytes} bytes, or the disk")
        code = None if code is None else code & 0xFF
        if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB) or "malformed" in str(error):
            return self._corrupt(error)
        return SpoolError(f"{self._name} cannot be used: {error}")

    def _corrupt(self, error: sqlite3.Error) -> SpoolCorruptError:
        saved = self.path.with_name(self.path.name + ".saved.ndjson")
        number = _salvage(self.path, saved)
        kept = f"{number} events could be read and are in {saved}" if number else "no event could be read"
        advice = "Move the file away to begin with a new one" + (", and send those again" if number else "")
        return SpoolCorruptError(
            f"{self._name} is damaged ({error}); {kept}. {advice}", saved=saved if number else None
        )

    # --- Forks ---

    def _before_fork(self) -> None:
        """SQLite must not be carried over a fork with a file open, so nothing is open then."""
        self._lock.acquire()
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _after_fork(self) -> None:
        self._lock.release()

    def _in_child(self) -> None:
        self._lock = threading.RLock()
        self._pid, self._owner, self._room = os.getpid(), _new_owner(), 0
        self._pending.clear()


# Free: never leased, expired, or leased by a clock that was ahead of ours by more than a lease.
_FREE = "(owner IS NULL OR expires <= :now OR expires > :latest)"
SPOOLS: weakref.WeakSet[Any] = weakref.WeakSet()
"""All spools of this process, for forks."""
_forking: list[Any] = []


def _before_fork() -> None:
    _forking[:] = sorted(SPOOLS, key=id)
    for spool in _forking:
        spool._before_fork()


def _after_fork_in_parent() -> None:
    for spool in _forking:
        spool._after_fork()
    _forking.clear()


def _after_fork_in_child() -> None:
    for spool in _forking:
        spool._in_child()
    _forking.clear()


if hasattr(os, "register_at_fork"):  # not on Windows, which has no fork
    os.register_at_fork(before=_before_fork, after_in_parent=_after_fork_in_parent, after_in_child=_after_fork_in_child)


def _new_owner() -> int:
    return secrets.randbits(62)


def _for_each(db: sqlite3.Connection, statement: str, arguments: tuple[object, ...], rows: Sequence[Row]) -> None:
    """Execute a statement that ends in WHERE for these events; for numbers without a gap, all at once."""
    if not rows:
        return
    first, last = min(rows)[0], max(rows)[0]
    if last - first + 1 == len(rows):
        db.execute(f"{statement} id BETWEEN ? AND ?", (*arguments, first, last))
    else:
        db.executemany(f"{statement} id = ?", [(*arguments, number) for number, _ in rows])


def _make_private(path: Path) -> None:
    """Make the file if there is none; only its owner may read it, whatever the umask says."""
    problem = ""
    try:
        descriptor = os.open(path, os.O_CREAT | os.O_RDWR, 0o600)
        try:
            if os.name == "posix" and os.fstat(descriptor).st_mode & 0o077:
                os.fchmod(descriptor, 0o600)
        finally:
            os.close(descriptor)
    except OSError as error:
        problem = f"the spool {path} cannot be opened: {error.strerror}"
    if problem:
        raise SpoolError(problem)


def _roll_back(db: sqlite3.Connection) -> None:
    with contextlib.suppress(sqlite3.Error):
        if db.in_transaction:
            db.execute("ROLLBACK")


def _salvage(path: Path, target: Path) -> int:
    """Write what can still be read of a damaged spool to `target`, one event a line; how many."""
    found: dict[int, bytes] = {}
    with contextlib.suppress(sqlite3.Error), contextlib.closing(sqlite3.connect(path, timeout=1.0)) as db:
        _read_rest(db, found)
    if not found:
        with contextlib.suppress(sqlite3.Error, OSError), contextlib.closing(sqlite3.connect(":memory:")) as db:
            db.deserialize(_with_first_page(path.read_bytes()))
            _read_rest(db, found)
    lines = [body for _, body in sorted(found.items())]
    if lines:
        descriptor = os.open(target, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(b"\n".join(lines) + b"\n")
    return len(lines)


def _read_rest(db: sqlite3.Connection, found: dict[int, bytes]) -> None:
    """The events that can be read, around what is damaged, by their numbers."""
    db.execute("PRAGMA writable_schema = ON")  # lets SQLite read a file that was cut off
    last = _REACH
    with contextlib.suppress(sqlite3.Error, TypeError):
        last = db.execute("SELECT seq FROM sqlite_sequence WHERE name = 'events'").fetchone()[0]
    for table in ("events", "refused"):
        number = max(0, last - _REACH)
        for _ in range(_TRIES):
            try:
                sql = f"SELECT id, body FROM {table} WHERE id > ? ORDER BY id"  # noqa: S608 - constants
                for found_number, body in db.execute(sql, (number,)):
                    if found_number <= number:  # what is damaged may lead in circles
                        break
                    number = found_number
                    if isinstance(body, bytes) and decisions.is_readable(body):
                        found[number] = body
                else:
                    break
            except sqlite3.Error:
                pass
            number += 4  # over what cannot be read; a page holds a few events


def _with_first_page(data: bytes) -> bytes:
    """A file whose first page is lost, with that of a new spool in its place: where each table begins is the same."""
    with contextlib.closing(sqlite3.connect(":memory:")) as db:
        db.executescript(_SCHEMA)
        first = db.serialize()[:_PAGE]
    pages = len(data) // _PAGE
    return first[:28] + pages.to_bytes(4, "big") + first[32:] + data[_PAGE : pages * _PAGE]
