# Copied from overrides/core/call.py by "nox -s generate": edit it there.
"""One call: from what came back to the result or the error. No I/O."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, NamedTuple, TypeVar

import httpx2
from pydantic_core import ValidationError

from . import errors
from .envelope import ErrorRule, Fault, has_nan, is_sensitive, kept_body, mend_json, one_line, redact
from .operation import Operation
from .raw import RawResponse
from .request import WireRequest, encode_pairs, explain
from .secrets import Secret

T = TypeVar("T")

_JSON_TYPES = ("application/json", "text/json", "text/plain", "")
_NEVER_SENT = (httpx2.ConnectError, httpx2.ConnectTimeout, httpx2.PoolTimeout, httpx2.ProxyError)


class _QuietURL(httpx2.URL):
    """An address that prints as `shown`: httpx2 writes the address of each request into its log."""

    def __init__(self, url: httpx2.URL, shown: str) -> None:
        super().__init__(url)
        self._shown = shown

    def __str__(self) -> str:
        return self._shown

    def __repr__(self) -> str:
        return f"URL({self._shown!r})"


class Failure(NamedTuple):
    """An attempt without a usable answer: in words, the phase that timed out, whether it was never sent."""

    text: str
    phase: str = ""
    never_sent: bool = False
    damaged: bool = False

    def __repr__(self) -> str:
        return "<Failure>"  # the text may hold secrets

    @classmethod
    def of(cls, error: Exception) -> "Failure":
        """What an exception of httpx2 says. It is not kept itself: it holds the request and its headers."""
        name = type(error).__name__
        phase = name.removesuffix("Timeout").lower() if isinstance(error, httpx2.TimeoutException) else ""
        damaged = isinstance(error, httpx2.DecodingError)
        return cls(f"{name}: {error}" if str(error) else name, phase, isinstance(error, _NEVER_SENT), damaged)


@dataclass(eq=False, repr=False)
class Call(Generic[T]):
    """What is known of a call apart from its answer."""

    operation: Operation[T]
    wire: WireRequest
    url: str  # the address without the query
    rule: ErrorRule
    secrets: Sequence[Secret]
    hint: Callable[[], str]  # says how a user gives a credential
    signer: httpx2.Auth | None
    _shown: str = ""

    def full_url(self) -> httpx2.URL:
        """The address to send to; it prints without its secrets unless a signer must read it."""
        try:
            url = httpx2.URL(self.url + encode_pairs(self.wire.query))
        except httpx2.InvalidURL as error:
            problem = str(error)
        else:
            return _QuietURL(url, self.safe_url()) if self.wire.hidden and not self.signer else url
        raise errors.InvalidRequestError(f"{self.name()}: {problem}")

    def safe_url(self) -> str:
        """The address without credentials."""
        if not self._shown:
            hide = {name for name, _ in self.wire.query if name in self.wire.hidden or is_sensitive(name)}
            query = [(n, "***" if n in hide else redact(v, self.secrets)) for n, v in self.wire.query]
            self._shown = (self.name().partition(" ")[2] + encode_pairs(query)).replace("%2A%2A%2A", "***")[:2000]
        return self._shown

    def name(self, path: str = "") -> str:
        """Method and address (or only its path), without the query and without secrets, for messages."""
        url = path or self.url
        return f"{self.wire.method} {redact(url, self.wire.secrets) if '' in self.wire.hidden else url}"

    def decode(self, raw: RawResponse[Any]) -> Any:
        """The result. Raises an APIResponseError, or the error that the answer turns out to report."""
        operation = self.operation
        if operation.result is None or (operation.empty and not raw.content):
            return None
        if operation.answer != "json":
            return raw.content if operation.answer == "bytes" else raw.text
        media_type = raw.headers.get("content-type", "").partition(";")[0].strip().lower()
        if media_type not in (*_JSON_TYPES, *operation.media_types) and not media_type.endswith("+json"):
            raise self.unusable(raw, f"the answer is {redact(media_type, self.secrets)[:80]!r}, not JSON")
        value = self._validate(raw)
        for name in operation.unwrap:
            if not hasattr(value, name):
                del value  # else tracebacks with locals would show it
                problem = f"the answer has no {'.'.join(operation.unwrap)}"
                raise self.unusable(raw, problem, errors.ResponseValidationError)
            value = getattr(value, name)
        return value

    def _validate(self, raw: RawResponse[Any], mended: bool = False) -> Any:
        cache = self.operation.cache
        if "result" not in cache:
            from .models import wire_adapter  # late: a client is ready sooner without it

            cache["result"] = wire_adapter(self.operation.result() if self.operation.result else Any).validator
        content = mend_json(raw.content) if mended else raw.content
        problem, malformed = "", True
        if has_nan(content):
            problem = "NaN and Infinity are not JSON"
        else:
            try:
                # by_name=False: a member spelt like a Python name (`from_`) is not the field of that name.
                return cache["result"].validate_json(content, by_alias=True, by_name=False)
            except ValidationError as error:
                problem = redact(explain(error), self.secrets)
                malformed = error.errors(include_url=False, include_input=False)[0]["type"] == "json_invalid"
        del content  # else tracebacks with locals would show the answer
        fault = self.rule.fault(raw.status_code, raw.content, thorough=True)
        if fault:
            raise self.refused(raw, fault)
        if not malformed:
            problem = f"the answer is not as documented: {problem}"
            raise self.unusable(raw, problem, errors.ResponseValidationError)
        if not mended and mend_json(raw.content) != raw.content:
            return self._validate(raw, mended=True)
        encoding = redact(raw.headers.get("content-encoding", ""), self.secrets)[:40]
        problem = f"no readable JSON{f' (content-encoding {encoding!r})' if encoding else ''}: {problem}"
        raise self.unusable(raw, f"the answer is {problem if raw.content else 'empty'}")

    def refused(self, raw: RawResponse[Any], fault: Fault, why_not: str = "", retry_after: float | None = None) -> Any:
        """The APIStatusError for an answer that reports an error."""
        words = redact(fault.message or "", self.secrets)[:500]
        text = f"answered {fault.status}" + (f", {words}" if words else "")
        if fault.status == 401:
            text = f"{text.rstrip('.')}. Check the credential: {self.hint()}"
        text += f"; not repeated: {why_not}" if why_not else ""
        error = self._error(errors.status_error(fault.status), raw, text, fault)
        error.message, error.retry_after = words or error.message, retry_after
        return error

    def redirected(self, raw: RawResponse[Any]) -> Any:
        """The RedirectError for an answer: it names the origin of the target and nothing more of it."""
        try:
            target = httpx2.URL(self.url).join(raw.headers.get("location", ""))
            origin = redact(f"{target.scheme}://{target.netloc.decode('ascii')}", self.secrets)[:200]
        except (httpx2.InvalidURL, ValueError):
            origin = "an unreadable address"
        text = f"answered {raw.status_code}, a redirect to {origin}, which is not followed: check base_url"
        error = self._error(errors.RedirectError, raw, text, Fault(raw.status_code))
        error.location_origin = origin
        return error

    def failed(self, failure: Failure, attempts: int, why_not_repeated: str) -> Any:
        """The error for a call without usable answer."""
        text = f"{self.name()}: no complete answer ({one_line(redact(failure.text, self.secrets)[:500])}). "
        text += "It was never sent" if failure.never_sent else "It may have been carried out"
        text += f"; not repeated: {why_not_repeated}"
        details: dict[str, Any] = {"method": self.wire.method, "url": self.safe_url(), "attempts": attempts}
        if failure.damaged:
            return errors.ResponseDecodeError(text, **details)
        details |= {"may_have_arrived": not failure.never_sent} | ({"phase": failure.phase} if failure.phase else {})
        return (errors.APITimeoutError if failure.phase else errors.APIConnectionError)(text, **details)

    def unusable(self, raw: RawResponse[Any], problem: str, kind: Any = errors.ResponseDecodeError) -> Any:
        """The APIResponseError for an answer."""
        return self._error(kind, raw, problem, Fault(raw.status_code))

    def _error(self, kind: Any, raw: RawResponse[Any], text: str, fault: Fault) -> Any:
        """An error with all that may be kept of the answer."""
        headers = [(n, v) for n, v in raw.headers.items() if n != "location" and not is_sensitive(n)]
        request_id = redact(raw.request_id or "", self.secrets)[:200] or None
        text += f" (request id {request_id})" if request_id else ""
        text += f", tried {raw.attempts} times" if raw.attempts > 1 else ""
        return kind(
            f"{self.name()}: {one_line(text)}",
            method=self.wire.method,
            url=raw.url,
            attempts=raw.attempts,
            status=fault.status,
            http_status=raw.status_code,
            code=redact(fault.code, self.secrets)[:200] if isinstance(fault.code, str) else fault.code,
            body=kept_body(raw.content, self.secrets) if raw.content else None,
            headers={name: redact(value, self.secrets)[:1000] for name, value in headers[:50]},
            request_id=request_id,
        )
