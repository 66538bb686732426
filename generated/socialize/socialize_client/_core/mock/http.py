# Copied from overrides/core/mock/http.py by "nox -s generate": edit it there.
"""Requests and answers as plain values: no I/O, so that every adapter and every test can make them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any
from urllib.parse import parse_qsl

Pairs = tuple[tuple[str, str], ...]


class Headers(Mapping[str, str]):
    """Headers by name in any case: as a mapping the first value of each, in ``pairs`` everything as sent."""

    def __init__(self, pairs: Iterable[tuple[str, str]] = ()) -> None:
        self.pairs: Pairs = tuple(pairs)
        self._first = {name.lower(): value for name, value in reversed(self.pairs)}

    def __getitem__(self, name: str) -> str:
        return self._first[name.lower()]

    def __iter__(self) -> Iterator[str]:
        return iter(self._first)

    def __len__(self) -> int:
        return len(self._first)

    def __repr__(self) -> str:
        return f"Headers({', '.join(self._first)})"  # names only: values may be credentials

    def all(self, name: str) -> list[str]:
        """Every value of one name, in the order sent."""
        return [value for key, value in self.pairs if key.lower() == name.lower()]


@dataclass(frozen=True)
class Request:
    """One request: the path still encoded and without query; ``local`` if it came from this machine.

    ``scheme`` is that of the URL that it was sent to, which some signatures cover.
    """

    method: str
    raw_path: str
    query: str = field(default="", repr=False)
    headers: Headers = field(default_factory=Headers, repr=False)
    body: bytes = field(default=b"", repr=False)
    local: bool = True
    scheme: str = "http"

    @cached_property
    def query_pairs(self) -> list[tuple[str, str]]:
        """The query's names and values, decoded, in order, empty values included."""
        return parse_qsl(self.query, keep_blank_values=True)

    def json(self) -> Any:
        """The body as JSON; raises ``ValueError`` when it is none."""
        return json.loads(self.body)


@dataclass(frozen=True)
class Response:
    """One answer, and how its delivery fails, which the adapters act out.

    ``delay`` is in seconds; ``dropped`` closes the connection instead of answering; ``sent`` cuts the body
    after so many bytes.
    """

    status: int = 200
    headers: Pairs = ()
    body: bytes = field(default=b"", repr=False)
    delay: float = 0.0
    dropped: bool = False
    sent: int | None = None

    @classmethod
    def of_json(cls, value: object, status: int = 200, headers: Iterable[tuple[str, str]] = ()) -> Response:
        """An answer of ``application/json``, escaped to ASCII: no text can fail to encode."""
        body = json.dumps(value, allow_nan=False, separators=(",", ":")).encode()
        return cls(status, (("Content-Type", "application/json"), *headers), body)

    @classmethod
    def of_text(cls, text: str, status: int = 200, headers: Iterable[tuple[str, str]] = ()) -> Response:
        """An answer of ``text/plain; charset=utf-8``."""
        return cls(status, (("Content-Type", "text/plain; charset=utf-8"), *headers), text.encode())

    def json(self) -> Any:
        """The body as JSON; raises ``ValueError`` when it is none."""
        return json.loads(self.body)

    def all_headers(self) -> Pairs:
        """The headers as sent: with the length of the whole body where a status has one."""
        bodiless = self.status < 200 or self.status in (204, 304)
        return self.headers if bodiless else (*self.headers, ("Content-Length", str(len(self.body))))

    def with_headers(self, *pairs: tuple[str, str]) -> Response:
        """The same answer with these headers instead of any of the same name."""
        names = {name.lower() for name, _ in pairs}
        kept = (pair for pair in self.headers if pair[0].lower() not in names)
        return replace(self, headers=(*kept, *pairs))
