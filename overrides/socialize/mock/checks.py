"""What the server looks at in payloads. Each reader raises ``ValueError`` with what is wrong.

Null counts as absent, members that the server does not know are ignored, and NUL is removed from texts. Where nothing
is documented, the words are made up.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Callable, Mapping
from typing import Any

Reader = Callable[[Any], Any]

MESSAGE_LENGTH = 180
META_BYTES = 1024
DEVICE_TYPES = ("iOS", "Android")
SERVICE_TYPES = ("ANDROID_C2DM", "ANDROID_GCM", "APNS_DEVELOPMENT", "APNS_PRODUCTION")
SUBSCRIPTION_TYPES = ("new_comments", "entity_notification", "new_comment")
ALERT_KINDS = ("developer_notification", "developer_direct_entity", "developer_direct_url", "entity_notification")
USER_SETS = ("application_users", "entity_users")

_COORDINATE = re.compile(r"-?[0-9]{1,20}(\.[0-9]{1,40})?([eE][+-]?[0-9]{1,2})?")
_DIGITS = re.compile(r"[0-9]{1,30}")


def read(element: Any, readers: Mapping[str, Reader], *required: str) -> dict[str, Any]:
    """The known members of an object that are not null."""
    if not isinstance(element, dict):
        raise ValueError("not an object")  # noqa: TRY004 - part of the same text that is wrong
    found: dict[str, Any] = {}
    for name, reader in readers.items():
        if element.get(name) is not None:
            try:
                found[name] = reader(element[name])
            except ValueError as error:
                raise ValueError(f"{name}: {error}") from None
        elif name in required:
            raise ValueError(f"{name}: required")
    return found


def text(value: Any) -> str:
    """Any text."""
    if not isinstance(value, str):
        raise ValueError("not a text")  # noqa: TRY004 - see above
    return value.replace("\0", "")


def key(value: Any) -> str:
    """A text that is not empty, as it is."""
    if not isinstance(value, str) or not value:
        raise ValueError("not a text with something in it")
    return value


def flag(value: Any) -> bool:
    """True or false."""
    if not isinstance(value, bool):
        raise ValueError("not true or false")  # noqa: TRY004 - see above
    return value


def whole(value: Any) -> int:
    """A whole number from 1."""
    number = int(value) if isinstance(value, float) and value.is_integer() else value
    if not isinstance(number, int) or isinstance(number, bool) or number < 1:
        raise ValueError("not a whole number from 1")
    return number


def whole_or_digits(value: Any) -> int:
    """A whole number from 1, which may be written as a text."""
    return whole(int(value) if isinstance(value, str) and re.fullmatch(r"[1-9][0-9]{0,300}", value) else value)


def coordinate(value: Any) -> float:
    """A number, which may be written as a text."""
    if isinstance(value, bool) or not (isinstance(value, int | float) or _is_coordinate(value)):
        raise ValueError("not a number of degrees")
    try:
        return float(value)
    except OverflowError:  # of a whole number; in a text there is no room for it
        raise ValueError("out of range") from None


def _is_coordinate(value: Any) -> bool:
    return isinstance(value, str) and bool(_COORDINATE.fullmatch(value))


def one_of(*values: str) -> Reader:
    """One of some texts."""

    def reader(value: Any) -> str:
        if value not in values:
            raise ValueError(f"not one of {', '.join(values)}")
        return str(value)

    return reader


def shaped(pattern: str, what: str) -> Reader:
    """A text of a form."""
    compiled = re.compile(pattern)

    def reader(value: Any) -> str:
        if not isinstance(value, str) or not compiled.fullmatch(value):
            raise ValueError(f"not {what}")
        return value

    return reader


def list_of(reader: Reader) -> Reader:
    """An array of things that a reader reads."""

    def read_all(value: Any) -> list[Any]:
        if not isinstance(value, list):
            raise ValueError("not an array")  # noqa: TRY004 - see above
        return [reader(item) for item in value]

    return read_all


def parties(value: Any) -> list[str]:
    """The third parties of ``propagation`` and ``propagation_info_request``."""
    found = read(value, {"third_parties": list_of(text), "extra_params": text})
    names: list[str] = found.get("third_parties", [])
    return names


def udid(value: Any) -> str:
    """A device's id: a text, or a whole number, as in the documentation's example."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return key(value)


def auth_type(value: Any) -> int:
    """0 none, 1 Facebook, 2 Twitter, as a number or as a text."""
    known: dict[Any, int] = {0: 0, 1: 1, 2: 2, "0": 0, "1": 1, "2": 2}
    if isinstance(value, bool) or not isinstance(value, int | float | str) or value not in known:
        raise ValueError("not 1 (Facebook) or 2 (Twitter)")
    return known[value]


def meta(value: Any) -> str:
    """A text of at most ``META_BYTES`` bytes."""
    found = text(value)
    if len(found.encode()) > META_BYTES:
        raise ValueError(f"longer than {META_BYTES} bytes")
    return found


def message(value: Any) -> str:
    """A text of 1 to ``MESSAGE_LENGTH`` characters."""
    found = key(value)
    if len(found) > MESSAGE_LENGTH:
        raise ValueError(f"Ensure this value has at most {MESSAGE_LENGTH} characters (it has {len(found)}).")
    return found


ENTITY: dict[str, Reader] = {"key": key, "name": text, "type": text, "meta": text}
PLACE: dict[str, Reader] = {"lat": coordinate, "lng": coordinate}
ACTIVITY: dict[str, Reader] = {
    **PLACE,
    "share_location": flag,
    "propagation": parties,
    "propagation_info_request": parties,
}
ACTIVITIES: dict[str, tuple[dict[str, Reader], tuple[str, ...]]] = {
    "comment": ({**ACTIVITY, "text": text, "subscribe": flag}, ("text",)),
    "like": ({**ACTIVITY, "og_action": text}, ()),
    "share": ({**ACTIVITY, "text": text, "medium": whole_or_digits, "medium_name": text}, ("medium",)),
    "view": (ACTIVITY, ()),
}
"""What the server reads of an activity, besides its entity; and what has to be there."""
SUBSCRIPTION: dict[str, Reader] = {
    **PLACE,
    "type": one_of(*SUBSCRIPTION_TYPES),
    "subscribed": flag,
    "subscribe": flag,
}
DEVICE: dict[str, Reader] = {
    **PLACE,
    "device_type": one_of(*DEVICE_TYPES),
    "device_token": key,
    "gcm_registration_id": key,
    "c2dm_registration_id": key,
    "service_type": one_of(*SERVICE_TYPES),
}
AUTHENTICATE: dict[str, Reader] = {
    "udid": udid,
    "auth_type": auth_type,
    "auth_token": key,
    "auth_token_secret": text,
    "auth_secret": text,
    "auth_id": text,
    "a": text,
    "v": text,
}
_TIME_OF_DAY = shaped(r"([01][0-9]|2[0-3]):[0-5][0-9]", "a time as HH:MM")
PROFILE: dict[str, Reader] = {
    **dict.fromkeys(("username", "first_name", "last_name", "description", "location", "email", "timezone"), text),
    "sex": one_of("M", "F"),
    "date_of_birth": shaped(r"[0-9]{4}/(0[1-9]|1[0-2])/(0[1-9]|[12][0-9]|3[01])", "a day as YYYY/MM/DD"),
    "meta": meta,
    "picture": shaped(r"[A-Za-z0-9+/=\r\n]+", "base64"),
    "quiet_start_time": _TIME_OF_DAY,
    "quiet_end_time": _TIME_OF_DAY,
}
EVENT: dict[str, Reader] = {"bucket": key, "values": lambda value: read_object(value)}
ALERT: dict[str, Reader] = {
    "application_id": whole,
    "message": message,
    "subscription": one_of(*ALERT_KINDS),
    "broadcast_user_set": one_of(*USER_SETS),
    "entity_id": whole,
    "url": key,
    "users": list_of(whole),
    "devices": list_of(text),
}


def read_object(value: Any) -> dict[str, Any]:
    """An object with any members."""
    if not isinstance(value, dict):
        raise ValueError("not an object")  # noqa: TRY004 - see above
    return value


def named_entity(element: Mapping[str, Any]) -> dict[str, Any]:
    """The entity of an activity or a subscription: by ``entity`` or ``entity_key``, and just one of them.

    The first requests of all had the key itself in ``entity``; that was never documented, and is refused.
    """
    given = [name for name in ("entity", "entity_key") if element.get(name) is not None]
    if len(given) != 1:
        raise ValueError("give entity or entity_key" + (", not both" if given else ""))
    named = read(element, {"entity_key": key, "entity": entity})
    entity_of: dict[str, Any] = named.get("entity") or {"key": named["entity_key"]}
    return entity_of


def entity(value: Any) -> dict[str, Any]:
    """An entity inside of an activity."""
    return read(value, ENTITY, "key")


def device(element: Any) -> dict[str, Any]:
    """A device to register, with the ids that its system needs."""
    found = read(element, DEVICE, "device_type")
    if found["device_type"] == "iOS":
        if "device_token" not in found:
            raise ValueError("device_token: required for iOS")
    elif not {"gcm_registration_id", "c2dm_registration_id"} & set(found):
        raise ValueError("gcm_registration_id: required for Android, or c2dm_registration_id")
    if "gcm_registration_id" in found and "service_type" not in found:
        raise ValueError("service_type: required with gcm_registration_id")
    return found


def alert(payload: Any) -> tuple[dict[str, Any], dict[str, list[str]]]:
    """A smart alert: what can be read of it, and by member what is wrong."""
    if not isinstance(payload, dict):
        return {}, {"payload": ["The payload is no JSON object."]}
    found: dict[str, Any] = {}
    wrong: dict[str, list[str]] = {}
    for name, reader in ALERT.items():
        if payload.get(name) is not None:
            try:
                found[name] = reader(payload[name])
            except ValueError as error:
                wrong[name] = [str(error)]
    needed = {"developer_direct_entity": "entity_id", "developer_direct_url": "url"}.get(found.get("subscription", ""))
    for name in ("application_id", "message", *([needed] if needed else [])):
        if name not in found and name not in wrong:
            wrong[name] = ["This field is required."]
    if found.get("broadcast_user_set") == "entity_users" and needed != "entity_id":
        wrong["broadcast_user_set"] = ["Only available with developer_direct_entity."]
    return found, wrong


def decoded_key(given: str) -> str:
    """An entity's key from its base64, in the standard or the URL-safe alphabet, with or without padding."""
    plain = given.rstrip("=").translate(str.maketrans("-_", "+/"))
    if len(given) - len(plain) > 2:
        raise ValueError("too much padding")
    try:
        return base64.b64decode(plain + "=" * (-len(plain) % 4), validate=True).decode("utf-8")
    except (binascii.Error, UnicodeDecodeError) as error:
        raise ValueError(str(error)) from None
