"""`nox -s demo`: the project's main job from end to end, shown to a person.

A copy of Talkee's document gets one more member and one more endpoint; the client is regenerated; Talkee's mock is
started from the new package; and the new client makes real calls over a socket. The checkout is left as it was.
"""

from __future__ import annotations

import contextlib
import datetime
import difflib
import functools
import importlib
import json
import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.markup import escape
from rich.padding import Padding
from rich.panel import Panel
from rich.syntax import Syntax

from . import tree
from .document import Document, load
from .package import ROOT, Api, build

API = "talkee"

MEMBER = """\
        mood:
          type: string
          maxLength: 32
          description: The mood that the author gave the comment; added by the demonstration.
"""

ENDPOINT = """\
  # --- Moods ---
  /moods/{comment_id}:
    get:
      operationId: moods_get
      tags: [moods]
      summary: Get a comment's mood
      description: How the readers of one comment feel; added by the demonstration.
      externalDocs: {url: "https://example.com/moods"}
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
    # --- Moods ---
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
        self.console.print(f"\n[bold cyan]>>>[/] [bold]{escape(code)}[/]", highlight=False)
        for line in log:
            self.console.print(f"    [dim]{escape(line)}[/]", highlight=False)
        shown = self.console.render_str(escape(brief(result)))
        if type(result).__module__ == "builtins":  # of the others, the name of the class is shown already
            shown.append(f"   # {type(result).__name__}", "dim")
        self.console.print(Padding(shown, (0, 0, 0, 4), expand=False))
        return result


def brief(value: Any, most: int = 10) -> str:
    """Show a typed value on a few lines: the class, and the first members that hold something."""
    if isinstance(value, Exception):
        return f"{type(value).__name__}: {value}"
    if isinstance(value, datetime.datetime):
        return f"datetime({value.isoformat()})"
    if not hasattr(value, "model_fields_set"):
        return repr(value)
    told = {name: getattr(value, name) for name in type(value).model_fields if name in value.model_fields_set}
    told = {name: item for name, item in told.items() if item not in (None, "")}
    shown = [f"{name}={brief(item, 2)}" for name, item in list(told.items())[:most]]
    more = [f"… {len(told) - most} more"] if len(told) > most else []
    return f"{type(value).__name__}({', '.join(shown + more)})"


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


def copy_inputs(target: Path) -> Api:
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


def run(console: Console) -> None:
    """Show the whole job, step by step."""
    demo = Demo(console)
    # Left there afterwards, for whoever wants to look around; .nox/ is not part of the repository.
    root = ROOT / ".nox" / "demo"
    shutil.rmtree(root, ignore_errors=True)
    api = copy_inputs(root)
    console.rule("[bold]Edit a document, regenerate, call it")
    with demo.step(f"Edit a copy of specs/{API}.yaml: a new member, a new endpoint"):
        original = api.spec.read_text("utf-8")
        before = build(api)
        api.spec.write_text(edited(load(api.spec)), "utf-8")
    diff = difflib.unified_diff(original.splitlines(), api.spec.read_text("utf-8").splitlines(), lineterm="", n=0)
    lines = [line for line in diff if not line.startswith(("---", "+++", "@@"))]
    demo.show(Syntax("\n".join(lines), "diff", background_color="default", word_wrap=True))

    with demo.step(f"Regenerate {API}_client: models, sync and async calls, document"):
        after = build(api)
        package = root / "generated" / API
        tree.write(package, tree.with_manifest(api, after))
    demo.show("\n".join(_changed(before, after)))

    with demo.step("Start Talkee's mock from the new package"):
        stack = contextlib.ExitStack()
        base_url = stack.enter_context(_mock(package))
    with stack:
        console.print(f"  [dim]{base_url}[/]")
        demo.number += 1
        console.print(f"[green]✓[/] [bold]{demo.number}. Call it through the new client[/]")
        _calls(demo, package, base_url)
    console.rule("[bold green]done")
    console.print(
        "Do the same to the real one: edit [bold]specs/talkee.yaml[/], then\n"
        "    [bold]python3 noxfile.py -s lint generate -- talkee[/]"
    )


def _calls(demo: Demo, package: Path, base_url: str) -> None:
    """Make real calls, the new member and the new endpoint included."""
    sys.path.insert(0, str(package))
    client = importlib.import_module(f"{API}_client")
    log: list[str] = []

    def note(response: Any) -> None:
        url = urllib.parse.urlsplit(response.url)
        target = url.path + (f"?{url.query}" if url.query else "")
        log.append(f"{response.method} {target}  →  {response.status_code}  in {response.elapsed * 1000:.1f} ms")

    site = {"site_id": 1, "slug": "/posts/11", "token": _seed(base_url)}
    with client.Talkee(base_url=base_url, on_response=[note], **site) as talkee:
        say = functools.partial(demo.call, log=log)
        new = say(
            'comment = talkee.comments.create(content="Hello!")', lambda: talkee.comments.create(content="Hello!")
        )
        say("talkee.comments.favorite(comment.id)", lambda: talkee.comments.favorite(new.id))
        say("len(list(talkee.comments.list(limit=10)))", lambda: len(list(talkee.comments.list(limit=10))))
        say("talkee.comments.get(1).mood          # the new member", lambda: talkee.comments.get(1).mood)
        say("talkee.moods.get(15)                 # the new endpoint", lambda: talkee.moods.get(15))
        say("talkee.comments.get(404)             # errors are typed", lambda: _error(talkee, 404))


def _seed(base_url: str) -> str:
    """Put a reader and some comments into the mock; return the reader's token, which is worth nothing elsewhere."""
    comments = [{"content": "What a day!", "mood": "cheerful"}, *({"content": f"Comment {n}"} for n in range(2, 25))]
    body = json.dumps({"users": [{"full_name": "A reader"}], "comments": comments}).encode()
    url = urllib.parse.urljoin(base_url, "/__mock__/seed")
    request = urllib.request.Request(url, body, {"Content-Type": "application/json"})  # noqa: S310  # loopback
    with urllib.request.urlopen(request, timeout=10) as answer:  # noqa: S310  # loopback
        return str(json.load(answer)["users"][0]["access_token"])


def _error(talkee: Any, comment_id: int) -> Any:
    try:
        return talkee.comments.get(comment_id)
    except Exception as error:  # shown to the person, whatever it is
        return error


def main() -> int:
    """Run the demonstration; return the exit status."""
    run(Console(highlight=True))
    return 0


if __name__ == "__main__":
    sys.exit(main())
