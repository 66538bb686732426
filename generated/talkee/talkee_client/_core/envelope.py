# Copied from overrides/core/envelope.py by "nox -s generate": edit it there.
"""What an answer means: errors that a platform hides inside status 200, and what of an answer may be kept."""

import json
import re
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple
from urllib.parse import quote

from pydantic_core import from_json

from .secrets import Secret

_KEPT_BODY = 16 * 1024  # so many bytes of an answer stay with an error
# Longer successes are not searched for an error before (after) decoding: that would cost too much.
_SEARCHED, _SEARCHED_AFTERWARDS = 4 * 1024, 256 * 1024


class Fault(NamedTuple):
    """What an error answer means as a status, and the platform's code and words."""

    status: int
    code: int | str | None = None
    message: str | None = None
    lasting: bool = False  # whether the platform will say the same again, so that a repetition only takes time

    def __repr__(self) -> str:
        return "<Fault>"  # the words may hold secrets


class Rewrite(NamedTuple):
    """A code (None: any or none) and a message (its beginning, if `prefix`) that really mean another status."""

    code: int | str | None
    message: str
    status: int
    prefix: bool = False
    lasting: bool = False


class ErrorRule(NamedTuple):
    """How a platform reports errors: JSON pointers to its code and words; the first that exists counts.

    With `inside_success`, a 2xx answer is an error if it has a code from 400 on, an integer, and words at the
    pointer beside it; the code is its status. (`{"code": "0"}` and `{"code": 200}` are successes.)"""

    code: tuple[str, ...] = ("/code", "/error/code")
    message: tuple[str, ...] = ("/message", "/error", "/error/message", "/detail", "/msg")
    inside_success: bool = False
    rewrites: tuple[Rewrite, ...] = ()

    def fault(self, status: int, body: bytes, *, thorough: bool = False) -> Fault | None:
        """The error that an answer reports, if it does. `thorough` also searches longer successes."""
        if status >= 300:
            parsed = parse_json(body)
            code = next((c for p in self.code if type(c := follow(parsed, p)) in (int, str)), None)
            message = next((w for p in self.message if (w := _words(follow(parsed, p)))), None)
            return self._fault(status, code, message or (_first_line(body) if parsed is None else None))
        if not self.inside_success or not self._suspicious(body, _SEARCHED_AFTERWARDS if thorough else _SEARCHED):
            return None
        parsed = parse_json(body)
        for at_code, at_words in zip(self.code, self.message, strict=False):
            code, words = follow(parsed, at_code), follow(parsed, at_words)
            if type(code) is int and code >= 400 and isinstance(words, str):
                return self._fault(min(code, 999), code, words)
        return None

    def effective_status(self, status: int, body: bytes) -> int:
        """What an answer means as an HTTP status."""
        return (self.fault(status, body) or Fault(status)).status

    def _suspicious(self, body: bytes, limit: int) -> bool:
        # Inside a JSON string a quote is escaped, so this finds names of members only.
        names = {pointer.rpartition("/")[2] for pointer in self.code}
        return len(body) < limit and any(f'"{name}"'.encode() in body for name in names)

    def _fault(self, status: int, code: Any, message: str | None) -> Fault:
        for rewrite in self.rewrites:
            words = (message or "")[: len(rewrite.message) if rewrite.prefix else None]
            if rewrite.code in (None, code) and words == rewrite.message:
                return Fault(rewrite.status, code, message, rewrite.lasting)
        return Fault(status, code, message)


def follow(value: Any, pointer: str) -> Any:
    """The part of a parsed JSON text that a pointer of names leads to, or None."""
    for name in pointer.split("/")[1:]:
        value = value.get(name) if isinstance(value, dict) else None
    return value


def parse_json(body: bytes) -> Any:
    """A JSON text, with bounded nesting and bounded numbers; None if it is none."""
    try:
        return from_json(body, allow_inf_nan=False)
    except ValueError:
        return None


def has_nan(body: bytes) -> bool:
    """Whether `body` has NaN or Infinity outside of its strings, which JSON knows not and pydantic takes."""
    return any(map(_holds, (body, body), (b"NaN", b"Infinity"))) and parse_json(body) is None


def _holds(body: bytes, word: bytes) -> bool:
    """`word in body`, ten times as fast where its first letter is rare."""
    at = -1
    for _ in range(1000):
        at = body.find(word[:1], at + 1)
        if at < 0 or body.startswith(word, at):
            return at >= 0
    return word in body


def _words(value: Any) -> str | None:
    if isinstance(value, list) and all(isinstance(part, str) for part in value):
        return "; ".join(value)
    return value if isinstance(value, str) else None


def _first_line(body: bytes) -> str | None:
    line = body.strip().partition(b"\n")[0].strip()  # whole: to cut it would hide half a secret from `redact`
    return None if line.startswith(b"<") else line.decode("utf-8", "replace") or None


_ESCAPES = re.compile(rb"\\u[dD][89abAB]..\\u[dD][c-fC-F]..|(\\u[dD][89a-fA-F]..)|\\.")


def mend_json(body: bytes) -> bytes:
    """Without byte order mark; with U+FFFD for half surrogate pairs, as in texts cut inside an emoji."""
    return _ESCAPES.sub(lambda m: rb"\ufffd" if m[1] else m[0], body.removeprefix(b"\xef\xbb\xbf"))


_WORDS = (
    "token|secret|passw(?:or)?d|passphrase|mnemonic|(?:api|app|access|private)[_-]?key|jwt|signature|authori[sz]ation"
)
_WORDS += "|credential|cookie|seed|session[_-]?id"
_SENSITIVE = rf"[\w-]{{0,40}}(?:{_WORDS})[\w-]{{0,40}}"
_SENSITIVE_NAME = re.compile(_SENSITIVE, re.IGNORECASE)
_SENSITIVE_MEMBER = re.compile(rf'("{_SENSITIVE}"\s*:\s*)"(?:[^"\\]|\\.)*(?:"|$)', re.IGNORECASE)


def is_sensitive(name: str) -> bool:
    """Whether a header, parameter or member of this name is likely to hold a secret."""
    return _SENSITIVE_NAME.fullmatch(name) is not None


def redact(text: str, secrets: Iterable[Secret]) -> str:
    """`text` without the values of `secrets`, be they plain, percent-encoded or escaped as in JSON."""
    for secret in secrets:
        value = secret.text()
        for form in filter(None, (value, quote(value, safe=""), json.dumps(value)[1:-1])):
            text = text.replace(form, "***")
    return text


_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")


def one_line(text: str) -> str:
    """`text` without line breaks and control characters, which would forge lines of a log or colour a terminal."""
    return _CONTROL.sub(" ", text)


def kept_body(body: bytes, secrets: Sequence[Secret]) -> Any:
    """What an error keeps of an answer: parsed if it is JSON of bounded length, credentials masked."""
    text = redact(body[: 2 * _KEPT_BODY].decode("utf-8", "replace"), secrets)
    if len(body) > 2 * _KEPT_BODY:  # the cut may have gone through a secret
        text = text[: -max((6 * len(secret.encoded()) for secret in secrets), default=1)]
    text = _SENSITIVE_MEMBER.sub(r'\1"***"', text)
    parsed = parse_json(text.encode()) if len(body) <= _KEPT_BODY else None
    return text[:_KEPT_BODY] if parsed is None else parsed
