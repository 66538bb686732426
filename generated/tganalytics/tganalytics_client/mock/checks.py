# Copied from overrides/tganalytics/mock/checks.py by "nox -s generate": edit it there.
"""What the server's validation says of events, in the words that were observed (class-validator's).

Which members are checked how is inferred: the documented types, null where real clients send it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

_UUID = re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")


def _is_text(value: Any) -> bool:
    return isinstance(value, str)


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _is_whole(value: Any) -> bool:
    return _is_number(value) and (isinstance(value, int) or value.is_integer())


def _is_uuid(value: Any) -> bool:
    return isinstance(value, str) and _UUID.fullmatch(value) is not None


def _is_auth_type(value: Any) -> bool:
    return (isinstance(value, str) and value in ("ton_addr", "ton_proof")) or (_is_number(value) and value in (0, 1))


Check = tuple[Callable[[Any], bool], str]
TEXT: Check = (_is_text, "must be a string")
NUMBER: Check = (_is_number, "must be a number conforming to the specified constraints")
BOOLEAN: Check = (lambda value: isinstance(value, bool), "must be a boolean value")
OBJECT: Check = (lambda value: isinstance(value, dict), "must be an object")
ARRAY: Check = (lambda value: isinstance(value, list), "must be an array")

REQUIRED: dict[str, Check] = {
    "user_id": (_is_whole, "must be an integer number"),
    "event_name": TEXT,
    "session_id": (_is_uuid, "must be a UUID"),
    "app_name": TEXT,
}
OPTIONAL: dict[str, Check] = {
    **dict.fromkeys(("is_premium", "is_success"), BOOLEAN),
    **dict.fromkeys(("platform", "locale", "start_param", "client_timestamp", "url_referer", "scope"), TEXT),
    **dict.fromkeys(("error_message", "signed_transaction", "slug"), TEXT),
    "messages": ARRAY,
    "custom_data": OBJECT,
    "auth_type": (_is_auth_type, "must be one of the following values: ton_addr, ton_proof"),
}
NULLABLE: dict[str, Check] = {
    "error_code": NUMBER,
    **dict.fromkeys(("wallet_address", "wallet_type", "wallet_version", "wallet_state_init"), TEXT),
    **dict.fromkeys(("from", "trace_id", "valid_until"), TEXT),
}
MESSAGE = dict.fromkeys(("address", "amount", "payload", "state_init"), TEXT)
"""The members of an item of `messages`, null or a string each."""


def report(events: list[Any]) -> list[str]:
    """What is wrong, a text for each member, which is named with the position of its event."""
    problems: list[str] = []
    for place, event in enumerate(events):
        at = f"events[{place}]"
        if not isinstance(event, dict):
            problems.append(f"property {at} has failed the following constraints: {at} must be an object")
            continue
        for name, (fits, words) in {**REQUIRED, **OPTIONAL, **NULLABLE}.items():
            told = _told(name, event, fits, words)
            if told:
                problems.append(f"property {at}.{name} has failed the following constraints: {', '.join(told)}")
        problems += _messages(at, event.get("messages"))
    return problems


def _messages(at: str, messages: Any) -> list[str]:
    wrong = []
    for place, message in enumerate(messages if isinstance(messages, list) else []):
        if not isinstance(message, dict):
            wrong.append((f"{place}", "nested property messages must be either object or array"))
            continue
        told = ((name, _told(name, message, *check)) for name, check in MESSAGE.items())
        wrong += [(f"{place}.{name}", ", ".join(words)) for name, words in told if words]
    return [f"property {at}.messages.{where} has failed the following constraints: {words}" for where, words in wrong]


def _told(name: str, event: dict[str, Any], fits: Callable[[Any], bool], words: str) -> list[str]:
    value = event.get(name)
    if value is None:
        missing = name in REQUIRED
        wrong = missing or (name in event and name in OPTIONAL)
        return ([f"{name} should not be null or undefined"] if missing else []) + ([f"{name} {words}"] if wrong else [])
    return [] if fits(value) else [f"{name} {words}"]
