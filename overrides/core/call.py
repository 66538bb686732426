"""One call: from what came back to the result or the error. No I/O."""

from collections.abc import Mapping, Sequence
from typing import Any, Generic, TypeVar

import httpx2
from pydantic import TypeAdapter, ValidationError

from .envelope import KEPT_BODY, ErrorRule, Fault, is_sensitive, kept_body, mend_json, redact
from .errors import (
    APIConnectionError,
    APIError,
    APIStatusError,
    APITimeoutError,
    RedirectError,
    ResponseDecodeError,
    ResponseTooLargeError,
    ResponseValidationError,
    status_error,
)
from .operation import Operation
from .raw import RawResponse
from .request import WireRequest, encode_pairs, explain
from .secrets import Secret

T = TypeVar("T")

_JSON_TYPES = ("application/json", "text/json", "text/plain", "")
_MISSING = object()


class Failure:
    """An attempt without a usable answer: what httpx2 said, and whether the request was certainly never sent."""

    __slots__ = ("damaged", "never_sent", "phase", "text")

    def __init__(
        self, text: str, phase: str | None = None, *, never_sent: bool = False, damaged: bool = False
    ) -> None:
        self.text = text
        self.phase = phase
        self.never_sent = never_sent
        self.damaged = damaged

    @classmethod
    def of(cls, error: Exception) -> "Failure":
        """What an exception of httpx2 means; the exception itself (it holds the request) is not kept."""
        text = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
        never_sent = isinstance(
            error, httpx2.ConnectError | httpx2.ConnectTimeout | httpx2.PoolTimeout | httpx2.ProxyError
        )
        phase = (
            type(error).__name__.removesuffix("Timeout").lower()
            if isinstance(error, httpx2.TimeoutException)
            else None
        )
        return cls(text, phase, never_sent=never_sent, damaged=isinstance(error, httpx2.DecodingError))


class Call(Generic[T]):
    """What is known of a call apart from its answer. The repr shows method and path only."""

    __slots__ = ("argument_hint", "operation", "origin", "rule", "secrets", "signer", "url", "wire")

    def __init__(
        self,
        operation: Operation[T],
        wire: WireRequest,
        base_url: str,
        rule: ErrorRule,
        secrets: Sequence[Secret],
        signer: httpx2.Auth | None,
        argument_hint: str,
    ) -> None:
        self.operation = operation
        self.wire = wire
        self.url = base_url + wire.path
        self.rule = rule
        self.secrets = secrets
        self.signer = signer
        self.argument_hint = argument_hint

    def safe_url(self) -> str:
        """The address without credentials."""
        query = [(name, "***" if is_sensitive(name) else value) for name, value in self.wire.query]
        url = f"{self.url}?{encode_pairs(query)}" if query else self.url
        return redact(url, self.secrets).replace("%2A%2A%2A", "***")[:2048]

    def __repr__(self) -> str:
        return f"<Call {self.operation.id}>"

    def decode(self, raw: RawResponse[Any]) -> T:
        """The result of the call. Raises an APIResponseError, or the error that the answer turns out to report."""
        operation = self.operation
        if operation.result is None or (operation.empty and not raw.content):
            return None  # type: ignore[return-value]  # T is None for such operations
        if operation.answer != "json":
            return raw.content if operation.answer == "bytes" else raw.text  # type: ignore[return-value]
        self._check_content_type(raw)
        value = self._validate(raw)
        for name in operation.unwrap:
            value = getattr(value, name)
        return value  # type: ignore[no-any-return]

    def _check_content_type(self, raw: RawResponse[Any]) -> None:
        media_type = raw.headers.get("content-type", "").partition(";")[0].strip().lower()
        if media_type not in _JSON_TYPES and not media_type.endswith("+json"):
            raise self._answer_error(
                ResponseDecodeError, raw, f"the answer is {media_type[:100]!r} and not JSON"
            )

    def _validate(self, raw: RawResponse[Any]) -> Any:
        if not raw.content:
            raise self._answer_error(ResponseDecodeError, raw, "the answer is empty")
        validator = self.operation.cache.get("result")
        if validator is None:
            adapter: TypeAdapter[Any] = TypeAdapter(self.operation.result() if self.operation.result else Any)
            validator = self.operation.cache["result"] = adapter.validator
        try:
            # by_name would read a member that is spelt like a Python name (`from_`) as the field.
            return validator.validate_json(raw.content, by_alias=True, by_name=False)
        except ValidationError as error:
            problem = error
        return self._second_look(
            raw, validator, explain(problem), problem.errors(include_url=False)[0]["type"]
        )

    def _second_look(self, raw: RawResponse[Any], validator: Any, problem: str, kind: str) -> Any:
        """An answer that did not decode: an error after all, mendable, not JSON, or not valid."""
        fault = self.rule.fault(raw.status_code, raw.content, thorough=True)
        if fault is not None:
            raise self.refused(raw, fault, "")
        if kind != "json_invalid":
            raise self._answer_error(
                ResponseValidationError, raw, f"the answer is not as documented: {problem}"
            )
        value: Any = _MISSING
        mended = mend_json(raw.content)
        if mended != raw.content:
            try:
                value = validator.validate_json(mended, by_alias=True, by_name=False)
            except ValidationError as error:
                problem = explain(error)
        if value is _MISSING:
            raise self._answer_error(ResponseDecodeError, raw, f"the answer is not readable JSON: {problem}")
        return value

    def refused(self, raw: RawResponse[Any], fault: Fault, why_not_repeated: str) -> APIStatusError:
        """The error for an answer that reports one."""
        kind = status_error(fault.status)
        words = redact(fault.message or "", self.secrets)[:500]
        text = f"answered {fault.status}" + (f": {words}" if words else "")
        if fault.status == 401:
            text += f". {self.argument_hint}"
        elif fault.status == 429:
            text += ". Send less, or wait longer between calls"
        error = self._answer_error(kind, raw, text, why_not_repeated, fault)
        if words:
            error.message = words
        return error

    def redirected(self, raw: RawResponse[Any]) -> RedirectError:
        """The error for a redirect: it names the origin of the target and nothing more of it."""
        try:
            target = httpx2.URL(raw.url.partition("?")[0]).join(raw.headers.get("location", ""))
            origin = f"{target.scheme}://{target.netloc.decode('ascii', 'replace').rpartition('@')[2]}"
        except (httpx2.InvalidURL, ValueError):
            origin = "an unreadable address"
        text = (
            f"answered {raw.status_code}, a redirect to {origin}; redirects are not followed: check base_url"
        )
        error = self._answer_error(RedirectError, raw, text, "", Fault(raw.status_code, None, None))
        error.location_origin = origin
        return error

    def too_large(self, raw: RawResponse[Any], limit: int) -> APIError:
        """The error for an answer beyond the limit."""
        text = f"the answer is longer than {limit} bytes; raise max_response_bytes if that is intended"
        return self._answer_error(ResponseTooLargeError, raw, text)

    def failed(self, failure: Failure, attempts: int, why_not_repeated: str) -> APIError:
        """The error for a call that got no answer."""
        details: dict[str, Any] = {"method": self.wire.method, "url": self.safe_url(), "attempts": attempts}
        what = f"{self.wire.method} {self.url}: "
        words = redact(failure.text, self.secrets)[:500]
        if failure.damaged:
            return ResponseDecodeError(f"{what}the answer's compression is damaged ({words})", **details)
        sent = "The request was never sent" if failure.never_sent else "The request may have arrived"
        tail = f". {sent}; not repeated: {why_not_repeated}" + _tried(attempts)
        details["may_have_arrived"] = not failure.never_sent
        if failure.phase:
            text = f"{what}no complete answer in time ({words}; phase {failure.phase}){tail}"
            return APITimeoutError(text, phase=failure.phase, **details)
        return APIConnectionError(f"{what}no complete answer ({words}){tail}", **details)

    def _answer_error(
        self,
        kind: type[Any],
        raw: RawResponse[Any],
        text: str,
        why_not_repeated: str = "",
        fault: Fault | None = None,
    ) -> Any:
        """An error about an answer, with everything that may be kept of it."""
        request_id = raw.request_id
        tail = f" (request id {request_id[:100]})" if request_id else ""
        tail += f"; not repeated: {why_not_repeated}" if why_not_repeated else ""
        return kind(
            f"{self.wire.method} {self.url} {text}{tail}{_tried(raw.attempts)}"
            if fault
            else f"{self.wire.method} {self.url}: {text}{tail}",
            method=self.wire.method,
            url=raw.url,
            status=fault.status if fault else raw.status_code,
            http_status=raw.status_code,
            code=fault.code if fault else None,
            body=kept_body(raw.content[: 2 * KEPT_BODY], self.secrets),
            headers=self._kept_headers(raw.headers),
            request_id=request_id,
            attempts=raw.attempts,
        )

    def _kept_headers(self, headers: Mapping[str, str]) -> dict[str, str]:
        kept = {}
        for name, value in list(headers.items())[:50]:
            if name != "location" and not is_sensitive(name):
                kept[name] = redact(value, self.secrets)[:1000]
        return kept


def _tried(attempts: int) -> str:
    return f" (tried {attempts} times)" if attempts > 1 else ""
