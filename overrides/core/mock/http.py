"""Requests and answers as plain values: nothing here does I/O, so every adapter and every test can make them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import parse_qsl, unquote


class Headers(Mapping[str, str]):
    """HTTP headers: names in any case, several values per name, order and spelling kept.

    As a mapping it gives the first value of a name; ``pairs`` holds all of them.
    """

    __slots__ = ("_first", "pairs")

    def __init__(self, pairs: Iterable[tuple[str, str]] | Mapping[str, str] = ()) -> None:
        items = pairs.items() if isinstance(pairs, Mapping) else pairs
        self.pairs: tuple[tuple[str, str], ...] = tuple(items)
        self._first: dict[str, str] = {}
        for name, value in self.pairs:
            self._first.setdefault(name.lower(), value)

    def __getitem__(self, name: str) -> str:
        return self._first[name.lower()]

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and name.lower() in self._first

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
    """One request as it was on the wire. ``raw_path`` is still percent-encoded and has no query.

    ``local`` says that the peer is on this machine: only then are the control endpoints there.
    """

    method: str
    raw_path: str
    query: str = field(default="", repr=False)
    headers: Headers = field(default_factory=Headers, repr=False)
    body: bytes = field(default=b"", repr=False)
    local: bool = True

    @property
    def path(self) -> str:
        """The path decoded for reading; routes are found on ``raw_path`` (a ``%2F`` is no separator)."""
        return unquote(self.raw_path)

    @property
    def query_pairs(self) -> list[tuple[str, str]]:
        """The query's names and values, decoded, in order, empty values included."""
        return parse_qsl(self.query, keep_blank_values=True)

    def json(self) -> Any:
        """The body as JSON; raises ``ValueError`` when it is none."""
        return json.loads(self.body)


@dataclass(frozen=True)
class Response:
    """One answer, and how its delivery is to fail, which the adapters then act out.

    ``delay`` is in seconds; ``dropped`` closes the connection without an answer; ``sent`` cuts the body after so many bytes.
    """

    status: int = 200
    headers: tuple[tuple[str, str], ...] = ()
    body: bytes = field(default=b"", repr=False)
    delay: float = 0.0
    dropped: bool = False
    sent: int | None = None

    @classmethod
    def of_json(cls, value: object, status: int = 200, headers: Iterable[tuple[str, str]] = ()) -> Response:
        """An answer of ``application/json``; text is escaped to ASCII, so that no value can fail to encode."""
        body = json.dumps(value, allow_nan=False, separators=(",", ":")).encode()
        return cls(status, (("Content-Type", "application/json"), *headers), body)

    @classmethod
    def of_text(cls, text: str, status: int = 200, headers: Iterable[tuple[str, str]] = ()) -> Response:
        """An answer of ``text/plain; charset=utf-8``."""
        return cls(status, (("Content-Type", "text/plain; charset=utf-8"), *headers), text.encode())

    @property
    def media_type(self) -> str:
        """The content type, lower-cased and without parameters; empty when there is none."""
        return Headers(self.headers).get("content-type", "").partition(";")[0].strip().lower()

    def json(self) -> Any:
        """The body as JSON; raises ``ValueError`` when it is none."""
        return json.loads(self.body)

    def with_headers(self, *pairs: tuple[str, str]) -> Response:
        """The same answer with these headers added; a header of the same name is replaced."""
        names = {name.lower() for name, _ in pairs}
        kept = tuple(pair for pair in self.headers if pair[0].lower() not in names)
        return replace(self, headers=(*kept, *pairs))
