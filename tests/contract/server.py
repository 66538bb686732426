"""The contract tests against somebody's own server: ``nox -s contract -- --base-url http://127.0.0.1:8080/api``.

Calls that write are left out unless ``--write`` is given. Its answers are held against the published document, on the
raw form; what the server refuses or lets through is not judged, as real servers are more lenient than any document.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator, Sequence
from typing import Any
from urllib.parse import urlsplit

import httpx2

from . import documents
from .apis import APIS
from .description import Api
from .runs import Run

READING = ("GET", "HEAD", "OPTIONS", "TRACE")


class Remote:
    """Hands requests on to a server; methods that write are refused here, whoever sends them."""

    max_body = 16 * 1024 * 1024

    def __init__(self, api: Api, base_url: str, *, write: bool, headers: Sequence[str] = ()) -> None:
        self.http = api.module("_core.mock.http")
        self.client = httpx2.Client(timeout=30, headers=[_header(line) for line in headers])
        self.base_url, self.write = base_url.rstrip("/"), write
        self.prefix = urlsplit(documents.packaged(api.name)["servers"][0]["url"]).path.rstrip("/")

    def handle(self, request: Any) -> Any:
        if request.method not in READING and not self.write:
            raise PermissionError(f"{request.method} {request.raw_path} writes; give --write to allow it")
        parts = urlsplit(self.base_url)
        path, base = request.raw_path, f"{parts.scheme}://{parts.netloc}"
        if path.startswith(f"{self.prefix}/"):
            path, base = path.removeprefix(self.prefix), self.base_url
        query = f"?{request.query}" if request.query else ""
        headers = [
            (header.encode("latin-1"), value.strip().encode("latin-1"))  # blanks at the ends cannot be sent
            for header, value in request.headers.pairs
            if header.lower() not in ("host", "content-length")
        ]
        answer = self.client.request(request.method, base + path + query, headers=headers, content=request.body)
        unpacked = ("content-length", "content-encoding", "transfer-encoding")
        kept = tuple((header, value) for header, value in answer.headers.items() if header not in unpacked)
        return self.http.Response(answer.status_code, kept, answer.content)


def main(arguments: list[str] | None = None) -> int:
    """Run, print a line per operation and what was found, and return 1 if anything was."""
    parser = argparse.ArgumentParser(prog="nox -s contract --", description="Hold a server against a document.")
    parser.add_argument("--base-url", required=True, help="the server, with the path below which its API lies")
    parser.add_argument("--api", choices=[api.name for api in APIS], default=APIS[0].name)
    parser.add_argument(
        "--header",
        action="append",
        default=[],
        help="sent with each request: 'Name: value'; a value "
        "that begins with $ names an environment variable, for what nobody should see in a list of processes",
    )
    parser.add_argument("--operation", action="append", help="only this operationId; may be repeated")
    parser.add_argument("--write", action="store_true", help="also make calls that write")
    parser.add_argument("--examples", type=int, default=50, help="generated cases per operation (50)")
    given = parser.parse_args(arguments)
    api = next(one for one in APIS if one.name == given.api)
    remote, failed = Remote(api, given.base_url, write=given.write, headers=given.header), False
    for _, method, operation in documents.operations(documents.packaged(api.name)):
        name = operation["operationId"]
        if (method != "get" and not given.write) or (given.operation and name not in given.operation):
            continue
        run = Run(api, "faithful", examples=given.examples, server=remote)
        found = list(dict.fromkeys(_found(run, name)))
        tally, failed = run.tally, failed or bool(found)
        counts = f"{tally.success:6} successes {tally.documented_error:6} errors {tally.refused:6} refused"
        print(f"{name:24}{counts}", *found, sep="\n    ")
    return int(failed)


def _header(line: str) -> tuple[str, str]:
    name, _, value = line.partition(":")
    value = value.strip()
    return name.strip(), os.environ[value[1:]] if value.startswith("$") else value


def _found(run: Run, name: str) -> Iterator[str]:
    try:
        run.unit(name)
    except (Exception, BaseExceptionGroup) as error:  # whatever stops one operation, the next is tried
        yield from _lines(error)


def _lines(error: BaseException) -> Iterator[str]:
    if isinstance(error, BaseExceptionGroup):
        for one in error.exceptions:
            yield from _lines(one)
    else:
        yield f"{type(error).__name__}: {error}"


if __name__ == "__main__":
    sys.exit(main())
