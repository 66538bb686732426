"""`nox -s demo`: the project's main job from end to end, shown to a person.

A copy of Talkee's document gets one more member and one more endpoint; the client is regenerated; Talkee's mock is
started from the new package; and the new client makes real calls over a socket. The checkout is left as it was.
"""

from __future__ import annotations

import contextlib
import difflib
import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.panel import Panel
from rich.pretty import Pretty

from .document import Document
from .package import ROOT, Api

API = "talkee"

MEMBER = """\
        mood:
          type: string
          maxLength: 32
          description: The mood that the author gave the comment; added by the demonstration.
"""

ENDPOINT = """\
  /comments/{comment_id}/mood:
    get:
      operationId: moods_get
      tags: [moods]
      summary: Get a comment's mood
      description: How the readers of one comment feel; added by the demonstration.
      security: []
      parameters:
        - name: comment_id
          in: path
          required: true
          description: The comment's id.
          schema: {type: integer, minimum: 1}
      responses:
        "200":
          description: The mood.
          content:
            application/json:
              schema: {$ref: "#/components/schemas/Mood"}
              examples:
                calm:
                  summary: A calm thread.
                  value: {comment_id: 15, mood: calm, votes: 42, since: "2026-11-23T09:30:00Z"}

"""

SCHEMA = """\
    Mood:
      type: object
      description: How the readers of a comment feel.
      required: [comment_id, mood, votes]
      properties:
        comment_id: {type: integer, minimum: 1, description: The comment's id.}
        mood: {type: string, description: The mood in one word.}
        votes: {type: integer, minimum: 0, description: How many readers gave it.}
        since: {type: string, format: date-time, description: When it was last counted.}

"""


class Demo:
    """Shows each step with its time; the parts that take seconds have a spinner."""

    def __init__(self, console: Console) -> None:
        self.console = console
        self.number = 0

    @contextlib.contextmanager
    def step(self, title: str) -> Iterator[None]:
        self.number += 1
        started = time.perf_counter()
        with self.console.status(f"[bold]{title} …", spinner="dots"):
            yield
        seconds = time.perf_counter() - started
        self.console.print(f"[green]✓[/] [bold]{self.number}. {title}[/] [dim]{seconds:.1f} s[/]")

    def show(self, renderable: Any) -> None:
        self.console.print(Panel(renderable, border_style="dim", padding=(0, 1)))

    def call(self, code: str, work: Callable[[], Any], log: list[str]) -> Any:
        """Make one call and print it: the line of Python, what went over the wire, and the typed result."""
        log.clear()
        result = work()
        self.console.print(f"[bold cyan]>>>[/] [bold]{code}[/]", highlight=False)
        for line in log:
            self.console.print(f"    [dim]{line}[/]", highlight=False)
        self.console.print(Pretty(result, max_length=6, max_string=48, expand_all=False, indent_size=2), style="white")
        return result


def edited(document: Document) -> str:
    """Return the document's text with one more member on Comment, one more endpoint and its schema."""
    lines = document.path.read_text("utf-8").splitlines(keepends=True)
    places = {
        document.line("/components/schemas/Comment/properties"): MEMBER,
        document.line("/components/schemas"): SCHEMA,
        document.line("/paths"): ENDPOINT,
    }
    for line in sorted(places, reverse=True):
        lines.insert(line, places[line])
    text = "".join(lines)
    return re.sub(
        r"(?m)^tags:\n",
        "tags:\n  - name: moods\n    description: What the demonstration added.\n",
        text,
        count=1,
    )


def _copy(target: Path) -> Api:
    """Copy what generation reads, so that the checkout is not touched."""
    for name in (f"specs/{API}.yaml", "LICENSE"):
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / name, target / name)
    for name in (API, "core", "generator"):
        shutil.copytree(
            ROOT / "overrides" / name,
            target / "overrides" / name,
            ignore=shutil.ignore_patterns("__pycache__"),
        )
    return Api(API, target)


def _changed(before: dict[str, Any], after: dict[str, Any]) -> list[str]:
    lines = []
    for path in sorted(after):
        if not path.endswith(".py"):
            continue
        old = before[path].text.splitlines() if path in before else []
        diff = list(difflib.ndiff(old, after[path].text.splitlines()))
        added, removed = (sum(line.startswith(sign) for line in diff) for sign in ("+ ", "- "))
        if added or removed:
            lines.append(f"{'new ' if path not in before else '    '}{path}  [green]+{added}[/] [red]-{removed}[/]")
    return lines


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextlib.contextmanager
def _mock(package: Path) -> Iterator[str]:
    """Serve the regenerated mock on loopback; yield its base URL; end it."""
    port = _free_port()
    process = subprocess.Popen(
        [sys.executable, "-m", f"{API}_client.mock", "--port", str(port)],
        env={**os.environ, "PYTHONPATH": str(package)},
        stdout=subprocess.DEVNULL,
    )
    try:
        _wait(f"http://127.0.0.1:{port}/hc", process)
        yield f"http://127.0.0.1:{port}/api"
    finally:
        process.terminate()
        process.wait(timeout=10)


def _wait(url: str, process: subprocess.Popen[bytes], patience: float = 20.0) -> None:
    deadline = time.monotonic() + patience
    while time.monotonic() < deadline and process.poll() is None:
        try:
            urllib.request.urlopen(url, timeout=1)  # noqa: S310  # a loopback address that we made ourselves
        except urllib.error.HTTPError:
            return
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise RuntimeError(f"the mock did not answer on {url} within {patience:.0f} s")
