# Copied from overrides/socialize/partial.py by "nox -s generate": edit it there.
"""Answers that succeed in part: status 200, with what was refused beside what was accepted. No I/O."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, NamedTuple
from urllib.parse import parse_qs

from ._core.envelope import ErrorRule, Fault, kept_body, parse_json
from ._core.errors import APIError
from ._core.operation import Operation
from ._core.raw import RawResponse
from ._core.request import build


class Failed(NamedTuple):
    """One thing of a request that the platform refused."""

    error: str
    """The platform's words."""
    payload: Any
    """What was refused, as the platform gives it back; usually the object that was sent."""
    position: int | None
    """Its place in what was sent, from 0; None where the payload does not tell."""


class PartialFailure(APIError):  # noqa: N818  # no error: a part succeeded
    """The platform refused a part of what was asked, and did the rest.

    `failed` says what was refused and why, `items` has what succeeded, `answer` is the whole answer. Send again only
    what failed: the rest would be done twice.
    """

    failed: Sequence[Failed] = ()
    items: Sequence[Any] = ()
    answer: Any = None


def checked(raw: RawResponse[Any], answer: Any, operation: Operation[Any], body: Any) -> Any:
    """The answer. Raises PartialFailure if something of it, or of the body that was sent, was refused."""
    errors = getattr(answer, "errors", None)
    if not errors or not isinstance(errors, list):
        return answer
    sent = _sent(operation, body) if isinstance(body, list | tuple) else []
    failed = find_failed([(error.error, error.payload) for error in errors], sent)
    items = list(getattr(answer, "items", None) or ())
    words = "; ".join(f"{_place(each)}{each.error[:200]}" for each in failed[:3])
    more = f" and {len(failed) - 3} more" if len(failed) > 3 else ""
    raise PartialFailure(
        f"{raw.method} {raw.url}: {len(failed)} refused, {len(items)} succeeded: {words}{more}",
        method=raw.method,
        url=raw.url,
        attempts=raw.attempts,
        status=raw.status_code,
        http_status=raw.status_code,
        body=kept_body(raw.content, ()),
        request_id=raw.request_id,
        failed=failed,
        items=items,
        answer=answer,
    )


def find_failed(errors: Sequence[tuple[str, Any]], sent: Sequence[Any]) -> list[Failed]:
    """What failed, each with its place in the batch that was sent: the first equal one that no other error took.

    A payload may be the object that was sent, or that as text.
    """
    left = dict(enumerate(sent))
    found = []
    for words, payload in errors:
        wanted = parse_json(payload.encode()) if isinstance(payload, str) else payload
        position = next((at for at, item in left.items() if item == wanted), None)
        if position is not None:
            del left[position]
        found.append(Failed(words, payload, position))
    return found


def _sent(operation: Operation[Any], body: Any) -> list[Any]:
    """The items of a batch as they went over the wire."""
    content = build(operation, {}, body, None, None).content.decode()
    (payload,) = parse_qs(content)[(operation.body or "").partition(":")[2]]
    items: list[Any] = json.loads(payload)
    return items


def _place(failed: Failed) -> str:
    return "" if failed.position is None else f"[{failed.position}] "


class FieldErrors(ErrorRule):
    """Also reads the errors of the Management API: `{"field": ["what is wrong with it"]}`."""

    def fault(self, status: int, body: bytes, *, thorough: bool = False) -> Fault | None:
        """The error that an answer reports, with the fields in its words."""
        fault = super().fault(status, body, thorough=thorough)
        if fault is None or fault.message is not None:
            return fault
        parsed = parse_json(body)
        fields = parsed.items() if isinstance(parsed, dict) else ()
        words = [f"{name}: {' '.join(map(str, texts))}" for name, texts in fields if isinstance(texts, list)]
        return fault._replace(message="; ".join(words) or None)
