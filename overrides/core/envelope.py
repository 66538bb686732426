"""What an answer means: errors that a platform hides inside status 200, and redaction of what errors keep."""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from pydantic_core import from_json

from .secrets import Secret

KEPT_BODY = 16 * 1024
"""So many bytes of an answer stay with an error."""

_ERROR_INSIDE_SUCCESS = 4096
"""Longer successful answers are not searched for an error before decoding: that would cost more than the decoding."""


@dataclass(frozen=True, slots=True)
class Fault:
    """An error answer: what it means as a status, and the platform's code and words."""

    status: int
    code: int | str | None
    message: str | None

    def __repr__(self) -> str:
        return f"<Fault {self.status}>"


@dataclass(frozen=True, slots=True)
class Rewrite:
    """A code and message that really mean another status."""

    code: int | str
    message: str
    status: int


@dataclass(frozen=True, slots=True)
class ErrorRule:
    """How a platform reports errors: JSON pointers to its code and message, the first that exists counts.

    With `inside_success`, an answer with a 2xx status is an error if it holds an integer code from 400 on and a text at
    the same time; the code is then taken as the status.
    """

    code: tuple[str, ...] = ("/code", "/error/code")
    message: tuple[str, ...] = ("/message", "/error", "/detail", "/msg")
    inside_success: bool = False
    rewrites: tuple[Rewrite, ...] = ()

    def fault(self, status: int, body: bytes, *, thorough: bool = False) -> Fault | None:
        """The error that the answer reports, if it does. `thorough` also searches long successful answers."""
        if status < 300:
            if not self.inside_success or not (thorough or self._suspicious(body)):
                return None
        parsed = parse_json(body)
        for pair in zip(self.code, self.message, strict=True) if self.inside_success else ():
            code, message = (follow(parsed, pointer) for pointer in pair)
            if type(code) is int and isinstance(message, str) and (status >= 300 or code >= 400):
                return self._fault(status if status >= 300 else min(code, 999), code, message)
        if status < 300:
            return None
        return self._fault(status, self._code(parsed), self._message(parsed))

    def effective_status(self, status: int, body: bytes) -> int:
        """What the answer means as an HTTP status, for mocks and tests."""
        fault = self.fault(status, body)
        return fault.status if fault else status

    def _suspicious(self, body: bytes) -> bool:
        # Inside a JSON text a quote is escaped, so this finds member names only.
        return len(body) < _ERROR_INSIDE_SUCCESS and any(
            b'"%s"' % pointer.rpartition("/")[2].encode() in body for pointer in self.code
        )

    def _fault(self, status: int, code: int | str | None, message: str | None) -> Fault:
        for rewrite in self.rewrites:
            if rewrite.code == code and rewrite.message == message:
                status = rewrite.status
        return Fault(status, code, message)

    def _code(self, parsed: Any) -> int | str | None:
        found = (follow(parsed, pointer) for pointer in self.code)
        return next((c for c in found if isinstance(c, int | str) and not isinstance(c, bool)), None)

    def _message(self, parsed: Any) -> str | None:
        for pointer in self.message:
            found = follow(parsed, pointer)
            if isinstance(found, list) and found and all(isinstance(part, str) for part in found):
                found = "; ".join(found)
            if isinstance(found, str):
                return found
        return None


def follow(value: Any, pointer: str) -> Any:
    """The part of a parsed JSON text that a pointer names; None where there is none. Names only, no array indexes."""
    for name in pointer.split("/")[1:]:
        if not isinstance(value, dict):
            return None
        value = value.get(name)
    return value


def parse_json(body: bytes) -> Any:
    """A JSON text with bounded nesting and number length; None if it is not one."""
    try:
        return from_json(body, allow_inf_nan=False)
    except ValueError:
        return None


_LONE_SURROGATES = re.compile(
    rb"(\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2})|(\\u[dD][89a-fA-F][0-9a-fA-F]{2})|(\\.)"
)


def mend_json(body: bytes) -> bytes:
    """A byte order mark removed, and halves of surrogate pairs (from texts cut in an emoji) as U+FFFD."""
    body = body.removeprefix(b"\xef\xbb\xbf")
    return _LONE_SURROGATES.sub(lambda m: rb"\ufffd" if m[2] else m[0], body)


_SENSITIVE = (
    r"[^\"=&?]*(?:token|secret|password|passwd|api_?key|jwt|signature|authorization|cookie|seed)[^\"=&?]*"
)
_SENSITIVE_NAME = re.compile(_SENSITIVE, re.IGNORECASE)
_SENSITIVE_MEMBER = re.compile(rf'("{_SENSITIVE}"\s*:\s*)"(?:[^"\\]|\\.)*(?:"|$)', re.IGNORECASE)


def is_sensitive(name: str) -> bool:
    """Whether a header, parameter or member of this name is likely to hold a secret."""
    return _SENSITIVE_NAME.fullmatch(name) is not None


def redact(text: str, secrets: Iterable[Secret]) -> str:
    """`text` without the values of `secrets`, as they are or percent-encoded."""
    for secret in secrets:
        value = secret.text()
        if value:
            text = text.replace(value, "***").replace(quote(value, safe=""), "***")
            text = text.replace(json.dumps(value)[1:-1], "***")
    return text


def kept_body(body: bytes, secrets: Iterable[Secret]) -> Any:
    """The part of an answer that an error keeps: parsed if it is JSON, credentials masked."""
    text = redact(body[: 2 * KEPT_BODY].decode("utf-8", "replace"), secrets)
    text = _SENSITIVE_MEMBER.sub(r'\1"***"', text)
    parsed = parse_json(text.encode("utf-8", "replace")) if len(body) <= KEPT_BODY else None
    return text[:KEPT_BODY] if parsed is None else parsed
