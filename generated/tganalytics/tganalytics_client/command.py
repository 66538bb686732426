# Copied from overrides/tganalytics/command.py by "nox -s generate": edit it there.
"""The command line: sends a file of events, one JSON object a line, and can be taken up again after a break."""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import IO, TextIO

from . import wire_events
from ._core.errors import APIError, InvalidRequestError
from .reports import QueueReport, QueueStoppedError
from .spool import SpoolFullError
from .sync_client import TGAnalytics
from .sync_queue import EventQueue

_CHUNK = 200  # lines that are accepted in one transaction
_SHOWN = 20  # refused lines and reasons that are listed


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; its exit status: 0 all was sent, 1 something was not, 2 it was called in a wrong way."""
    parser = argparse.ArgumentParser(
        prog="python -m tganalytics_client",
        description="Send events to Telegram Mini Apps Analytics.",
        epilog="TGANALYTICS_TOKEN has the token; TGANALYTICS_ORIGIN and TGANALYTICS_BASE_URL are read as well.",
    )
    send = parser.add_subparsers(dest="command", required=True).add_parser("send", help="send a file of events")
    send.add_argument("file", help="events, one JSON object a line; - for the standard input")
    send.add_argument("--app-name", help="the app's analytics name; or TGANALYTICS_APP_NAME")
    send.add_argument("--spool", help="where what was read waits; FILE.spool, for the standard input memory")
    send.add_argument("--quiet", action="store_true", help="show no progress")
    given = parser.parse_args(arguments)
    try:
        return _send(given.file, given.app_name, given.spool, given.quiet)
    except (APIError, OSError) as error:
        print(f"{parser.prog}: {printable(str(error))}", file=sys.stderr)
        return 1


def printable(text: str) -> str:
    """Foreign text without control sequences: whatever a terminal might act on is shown by its number."""
    return "".join(char if char.isprintable() else f"\\u{{{ord(char):x}}}" for char in text)


def _tell(report: QueueReport) -> None:
    print(f"\nnothing is recorded now, but tried again: {printable(report.problem)}", file=sys.stderr)


def _send(file: str, app_name: str | None, spool: str | None, quiet: bool) -> int:
    path = None if file == "-" else Path(file)
    keep = Path(spool) if spool else path and path.with_name(path.name + ".spool")
    with ExitStack() as stack:
        source: IO[bytes] = sys.stdin.buffer if path is None else stack.enter_context(path.open("rb"))
        size = path.stat().st_size if path else 0
        client = stack.enter_context(TGAnalytics(app_name=app_name))
        queue = EventQueue(client, spool=keep, interval=0.2, on_trouble=_tell)
        run = _Run(queue, source, size, sys.stderr, quiet or not sys.stderr.isatty())
        try:
            run.read(resumable=path is not None)
            run.drain()
        except KeyboardInterrupt:
            again = "run the same command again to go on" if keep else "what was not sent is lost"
            print(f"\ninterrupted; {again}", file=sys.stderr)
            return 1
        except QueueStoppedError as error:
            run.clear()
            print(printable(str(error)), file=sys.stderr)
        finally:
            done = run.summary()
            queue.close(timeout=0.0)
    if done and keep:
        for name in (keep, *(keep.with_name(keep.name + end) for end in ("-wal", "-shm"))):
            with suppress(FileNotFoundError):
                name.unlink()
    return 0 if done and not run.invalid else 1


class _Run:
    """One run of the command: reads, shows how far it is, and sums up."""

    def __init__(self, queue: EventQueue, source: IO[bytes], size: int, out: TextIO, quiet: bool) -> None:
        self.queue, self.source, self.size, self.out, self.quiet = queue, source, size, out, quiet
        self.spool = queue._spool
        self.accepted = self.invalid = self.position = 0
        self.problems: list[str] = []
        self._shown = 0.0

    def read(self, resumable: bool) -> None:
        """Accept every line; with a file, from where an earlier run stopped."""
        head = b""
        if resumable:
            head = self.source.readline(65536)
            self.position = self._earlier(head)
            self.source.seek(self.position)
        begin = hashlib.sha256(head).hexdigest()
        for lines in _chunks(self.source):
            bodies = [body for number, line in lines if (body := self._checked(number, line)) is not None]
            self.position += sum(len(line) for _, line in lines)
            note = json.dumps({"position": self.position, "begin": begin})
            while True:
                try:
                    self.spool.put_many(bodies, ("source", note) if resumable else None)
                    break
                except SpoolFullError:
                    self._look()
                    time.sleep(0.1)
            self.accepted += len(bodies)
            self.queue._host.wake()
            self.show()

    def drain(self) -> None:
        """Wait until everything was sent. Raises QueueStoppedError."""
        while not self.queue.flush(0.2):
            self.show()

    def _earlier(self, head: bytes) -> int:
        known = self.spool.noted("source")
        if known is None:
            return 0
        note = json.loads(known)
        if note["begin"] != hashlib.sha256(head).hexdigest() or note["position"] > self.size:
            raise InvalidRequestError(f"{self.spool.path} belongs to another file of events: name another --spool")
        return int(note["position"])

    def _checked(self, number: int, line: bytes) -> bytes | None:
        if not line.strip():
            return None
        try:
            event = json.loads(line)
            body = wire_events.encode(event, f"line {number}", time.time(), self.queue.app_name)
            if wire_events.app_name_of(body) == self.queue.app_name:
                return body
            problem = f"line {number}.app_name is not {self.queue.app_name!r}"
        except InvalidRequestError as error:
            problem = str(error)
        except (ValueError, RecursionError) as error:
            problem = f"line {number}: no JSON: {error}"
        self.invalid += 1
        if len(self.problems) < _SHOWN:
            self.problems.append(problem)
        return None

    def _look(self) -> None:
        if self.queue._stopped is not None:
            raise self.queue._stopped
        self.show()

    def show(self) -> None:
        """The progress, at most ten times a second."""
        if self.quiet or time.monotonic() - self._shown < 0.1:
            return
        self._shown = time.monotonic()
        report = self.queue.report()
        share = min(1.0, self.position / self.size) if self.size else 0.0
        share *= report.sent / max(1, report.sent + report.queued)
        bar = "#" * int(share * 30) if self.size else ""
        trouble = f", {printable(report.problem)[:60]}" if report.problem else ""
        counts = f"{report.sent} sent, {report.queued} waiting, {report.refused} refused{trouble}"
        self.out.write(f"\r[{bar:30}] {counts}\x1b[K")
        self.out.flush()

    def clear(self) -> None:
        """Take the progress away."""
        if not self.quiet:
            self.out.write("\r\x1b[K")

    def summary(self) -> bool:
        """Say what became of everything; whether nothing is left."""
        self.clear()
        report, refused = self.queue.report(), self.queue.refused()
        counts = f"{report.sent} sent, {report.queued} waiting, {len(refused)} refused by the platform"
        print(f"{counts}, {self.invalid} not accepted", file=self.out)
        for problem in self.problems:
            print(f"  not accepted: {printable(problem)}", file=self.out)
        if self.invalid > len(self.problems):
            print(f"  … and {self.invalid - len(self.problems)} more lines", file=self.out)
        reasons = Counter(one.reason for one in refused)
        for reason, number in reasons.most_common(_SHOWN):
            print(f"  refused {number} times: {printable(reason)}", file=self.out)
        if (refused or report.queued) and self.spool.path:
            print(f"What was not sent is kept in {printable(str(self.spool.path))}.", file=self.out)
        return not refused and not report.queued


def _chunks(source: Iterable[bytes]) -> Iterator[list[tuple[int, bytes]]]:
    """Lines with their numbers, many at a time. After a break the numbers count from where it goes on."""
    lines: list[tuple[int, bytes]] = []
    for number, line in enumerate(source, 1):
        lines.append((number, line))
        if len(lines) == _CHUNK:
            yield lines
            lines = []
    if lines:
        yield lines
