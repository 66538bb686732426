# Copied from overrides/socialize/mock/wire.py by "nox -s generate": edit it there.
"""How Socialize writes values on the wire."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from datetime import UTC, datetime
from html import escape
from typing import TYPE_CHECKING, Any

from .._core.mock.http import Response

if TYPE_CHECKING:
    from .state import Alert, Application, Device, Entity, User

THIRD_PARTIES = {1: "FaceBook", 2: "Twitter"}
MEDIA = {1: "Twitter", 2: "Facebook", 3: "Email", 4: "SMS", 5: "Pinterest", 101: "Other"}
SHORT_HOST = "http://r.getsocialize.com"
PICTURES = "http://pictures.example.com"

_SMALL = ("id", "username", "first_name", "last_name", "location", "meta", "small_image_uri")
_FULL = (
    *("id", "username", "first_name", "last_name", "description", "location", "sex", "meta", "small_image_uri"),
    *("medium_image_uri", "large_image_uri", "quiet_start_time", "quiet_end_time", "timezone"),
)


def time(value: datetime) -> str:
    """A time as the Developer API writes it, in UTC and whole seconds."""
    return f"{value.astimezone(UTC):%Y-%m-%d %H:%M:%S}+0000"


def management_time(value: datetime) -> str:
    """A time as the Management API writes it, without an offset."""
    return f"{value.astimezone(UTC):%Y-%m-%dT%H:%M:%S}"


def error(text: str, status: int, html: bool) -> Response:
    """An error of the Developer API, which is text or a page. (The words are made up; nobody recorded any.)"""
    if not html:
        return Response.of_text(text, status)
    page = f"<html><body><h1>{escape(text)}</h1></body></html>".encode()
    return Response(status, (("Content-Type", "text/html; charset=utf-8"),), page)


def application(row: Application) -> dict[str, Any]:
    """An app, in short."""
    return {"id": row.id, "name": row.name}


def application_full(row: Application) -> dict[str, Any]:
    """An app, without what it signs with."""
    names = ("android_package_name", "apple_store_id", "category", "description", "notifications_enabled")
    return {**application(row), **{name: getattr(row, name) for name in names}}


def user(row: User) -> dict[str, Any]:
    """A user inside of an activity, as since 2013."""
    return {name: getattr(row, name) for name in _SMALL}


def user_full(row: User, stats: dict[str, int]) -> dict[str, Any]:
    """A user with the whole profile."""
    links = [
        {"auth_type": THIRD_PARTIES[link.auth_type], "auth_id": int(link.auth_id)} for link in row.third_party_auth
    ]
    return {**{name: getattr(row, name) for name in _FULL}, "stats": stats, "third_party_auth": links}


def entity(row: Entity) -> dict[str, Any]:
    """An entity inside of an activity."""
    shown = {name: getattr(row, name) for name in ("id", "key", "name", "type", "comments", "likes", "shares")}
    views = row.views if row.shown_views is None else row.shown_views
    total = row.total if row.shown_total is None else row.shown_total
    return {**shown, "views": views, "total_activity": total, "meta": row.meta}


def entity_full(row: Entity, summary: dict[str, int]) -> dict[str, Any]:
    """An entity, with what the signing user did with it."""
    more = {"attach_token": row.attach_token, "attachments": None, "user_action_summary": summary}
    return {**entity(row), **more}


def device(row: Device, app: Application, owner: User) -> dict[str, Any]:
    """A device."""
    names = ("device_token", "device_type", "c2dm_registration_id", "gcm_registration_id")
    shown = {name: getattr(row, name) for name in names}
    return {**shown, "application": application(app), "user": user(owner)}


def alert(row: Alert) -> dict[str, Any]:
    """A smart alert: its id is a text, and its lists and meta data are JSON inside of texts."""
    entity_id = "" if row.entity_id is None else str(row.entity_id)
    return {
        "id": str(row.id),
        "created": management_time(row.created),
        "message": row.message,
        "subscription_type": row.subscription,
        "resource_uri": f"/management/v1/smart_alert/{row.id}/",
        "users": _text(row.users),
        "device_tokens": _text(row.devices),
        "meta": _text({"entity_id": entity_id, "url": row.url}),
    }


def envelope(items: Iterable[Any], errors: Iterable[Any] = (), total: int | None = None) -> dict[str, Any]:
    """What lists and batches come in; lists have a total."""
    made: dict[str, Any] = {"errors": [*errors], "items": [*items]}
    return made if total is None else {**made, "total_count": total}


def short_url(app: Application, kind: str, text: str = "") -> str:
    """A short address: always the same one for the same thing of an app."""
    return f"{SHORT_HOST}/{kind}/{_digest(app.id, text)}"


def pictures(row: User, picture: str) -> dict[str, str]:
    """The addresses of a picture in its three sizes."""
    sizes = ("small", "medium", "large")
    return {f"{size}_image_uri": f"{PICTURES}/{row.id}/{_digest(row.id, picture)}_{size}.png" for size in sizes}


def _digest(number: int, text: str) -> str:
    return hashlib.sha256(f"{number} {text}".encode()).hexdigest()[:12]


def _text(value: Any) -> str:
    return json.dumps(value)
