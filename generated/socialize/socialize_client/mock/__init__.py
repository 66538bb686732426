# Copied from overrides/socialize/mock/__init__.py by "nox -s generate": edit it there.
"""A mock of Socialize that keeps state and behaves as the servers did, as far as that is known.

mock = SocializeMock()
entity = mock.add_entity(key="http://example.com/", name="A home page")
mock.add_comment(entity=entity, text="Hello!")

It verifies each signature: sign with ``CONSUMER_KEY`` and ``CONSUMER_SECRET``, or those of ``add_application``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, ClassVar

from .._core.mock.contract import Call, coerce
from .._core.mock.engine import Clock, behaviour
from .._core.mock.http import Response
from . import checks, wire
from .data import SocializeData
from .platform import CONSUMER_KEY, CONSUMER_SECRET, NOT_FOUND, NOT_YOURS
from .state import KINDS, Activity, Alert, Application, Device, Entity, Event, Link, Subscription, User

__all__ = [
    "CONSUMER_KEY",
    "CONSUMER_SECRET",
    "Activity",
    "Alert",
    "Application",
    "Clock",
    "Device",
    "Entity",
    "Event",
    "Link",
    "SocializeMock",
    "Subscription",
    "User",
]

ALERTS_PAGE = 20
FOREIGN = "This application does not belongs to you."


class SocializeMock(SocializeData):
    """All calls of Socialize. See ``SocializePlatform`` for the switches and ``MockCore`` for the rest.

    Attributes:
        quota: how many devices with ``android`` and ``ios`` an app may send alerts to; None for any number.
        tables: the state, one dict of rows by id per table.
    """

    quota: dict[str, int | None]
    remembered: ClassVar = (*SocializeData.remembered, "_alerted", "_lagging")

    def start(self) -> None:
        super().start()
        self.quota = {"android": None, "ios": None}
        self._alerted: dict[tuple[int, str], int] = {}
        self._lagging: set[int] = set()

    def before(self, call: Call) -> None:
        super().before(call)
        for number in self._lagging:
            entity = self.tables.entities[number]
            entity.shown_views = entity.shown_total = None
        self._lagging.clear()

    # --- Authentication ---

    @behaviour
    def auth_authenticate(self, call: Call) -> Any:
        given = self.read(self.payload(call), checks.AUTHENTICATE, "udid")
        if "auth_token" in given and "auth_type" not in given:
            self.fail_with(400, "The payload cannot be used: auth_type: required with auth_token.")
        return self._authentication(self._authenticate(call, given))

    @behaviour
    def auth_authenticate_third_party(self, call: Call) -> Any:
        given = self.read(self.payload(call), checks.AUTHENTICATE, "udid", "auth_type", "auth_token")
        return self._authentication(self._authenticate(call, given))

    def _authenticate(self, call: Call, given: dict[str, Any]) -> User:
        """Find the user of an account at a third party, or that of a device, or make one."""
        application: Application = call.found["application"]
        signer: User | None = call.found["user"]
        kind, token = given.get("auth_type", 0), given.get("auth_token", "")
        if kind and token:
            return self._linked(application, kind, given.get("auth_id"), token)
        if signer is not None and signer.third_party_auth:
            return signer  # inferred: the documentation speaks of users without an account only
        users = self._own(self.tables.users, application)
        device = given["udid"]
        known: User | None = next((user for user in users if user.udid == device), None)
        return known or self.add_user(application, udid=device)

    def _linked(self, application: Application, kind: int, auth_id: str | None, token: str) -> User:
        """The user whom an account is linked to; a new one with the account if it is not linked in this app.

        The account is found by its id, or where one is missing by its token.
        """
        given = auth_id if auth_id and auth_id.isascii() and auth_id.isdigit() else None
        users: list[User] = self._own(self.tables.users, application)
        for user in users:
            for link in user.third_party_auth:
                same = link.auth_id == given if given and not link.made_up else link.auth_token == token
                if link.auth_type == kind and same:
                    link.auth_token = token
                    if given:
                        link.auth_id, link.made_up = given, False
                    return user
        made = given or str(self.random.randrange(10**8, 10**9))
        link = Link(auth_type=kind, auth_id=made, auth_token=token, made_up=given is None)
        return self.add_user(application, third_party_auth=[link])

    @behaviour
    def third_party_accounts_delete(self, call: Call) -> Any:
        user: User = call.found["user"]
        kind = self.number(self.query(call), "auth_type", None)
        if kind not in (1, 2):
            self.fail_with(400, "auth_type is 1 (Facebook) or 2 (Twitter).")
        user.third_party_auth = [link for link in user.third_party_auth if link.auth_type != kind]
        return self._authentication(user)

    def _authentication(self, user: User) -> dict[str, Any]:
        return {"oauth_token": user.token, "oauth_token_secret": user.token_secret, "user": self._user(user)}

    # --- Application and devices ---

    @behaviour
    def applications_get_current(self, call: Call) -> Any:
        return wire.envelope([wire.application_full(call.found["application"])])

    @behaviour
    def devices_check(self, call: Call) -> Any:
        wanted = [self.read(one, {"device_token": checks.key}, "device_token") for one in self.batch(call)]
        known = {device.device_token: device for device in self._own(self.tables.devices, call.found["application"])}
        tokens = [one["device_token"] for one in wanted]
        return {token: self._device(known[token]) if token in known else None for token in tokens}

    @behaviour
    def devices_register(self, call: Call) -> Any:
        return self._all(self.batch(call), lambda one: self._register(call, checks.device(one)), self._device)

    def _register(self, call: Call, given: dict[str, Any]) -> Device:
        """Register a device to the signing user: one more, or the one that has the token or registration id."""
        user: User = call.found["user"]
        ids = {name: given.get(name) for name in ("gcm_registration_id", "c2dm_registration_id")}
        ios = given["device_type"] == "iOS"
        for device in self._own(self.tables.devices, call.found["application"]):
            same = [value == getattr(device, name) for name, value in ids.items() if value is not None]
            if device.device_type == given["device_type"] and (
                device.device_token == given["device_token"] if ios else any(same)
            ):
                del self.tables.devices[device.id]
                kept = {"id": device.id, "device_token": device.device_token}
                break
        else:
            kept = {"device_token": given["device_token"]} if ios else {}
        service = given.get("service_type", "APNS_PRODUCTION" if ios else "ANDROID_C2DM")
        return self.add_device(user, device_type=given["device_type"], service_type=service, **ids, **kept)

    def _device(self, device: Device) -> dict[str, Any]:
        tables = self.tables
        return wire.device(device, tables.applications[device.application_id], tables.users[device.user_id])

    # --- Entities ---

    @behaviour
    def entities_list(self, call: Call) -> Any:
        query = self.query(call)
        numbers, keys, sort = self.numbers(query, "id"), query.get("entity_key"), query.get("sort", [""])[0]
        if sort not in ("", "total_activity"):
            self.fail_with(400, "sort is total_activity or left out.")
        found = self._own(self.tables.entities, call.found["application"])
        found = [one for one in found if (not numbers or one.id in numbers) and (keys is None or one.key in keys)]
        identity = None if sort else lambda one: one.id  # by activity, ids say nothing of what comes next
        page = self.page(call, found, lambda one: (one.total if sort else 0, one.id), identity)
        return wire.envelope([self._entity(one, call.found["user"]) for one in page], total=len(found))

    @behaviour
    def entities_create(self, call: Call) -> Any:
        def upsert(element: Any) -> Entity:
            given = checks.read(element, {**checks.ENTITY, **checks.PLACE}, "key")
            return self._upsert(call.found["application"], given)

        return self._all(self.batch(call), upsert, lambda entity: self._entity(entity, call.found["user"]))

    @behaviour
    def entities_get_by_key(self, call: Call) -> Any:
        try:
            key = checks.decoded_key(call.path["base64_key"])
        except ValueError:
            self.fail_with(404, "The key is no base64 of a text in UTF-8.")
        entity = self.tables.keys.get((call.found["application"].id, key))
        return self._entity(entity, call.found["user"]) if entity else self.fail_with(404, NOT_FOUND)

    def _upsert(self, application: Application, given: dict[str, Any]) -> Entity:
        """Make an entity, or change it: what is missing or empty does not erase what is stored."""
        entity = self.tables.keys.get((application.id, given["key"])) or self.add_entity(application, key=given["key"])
        for name in ("name", "type", "meta"):
            if given.get(name):
                setattr(entity, name, given[name])
        return entity

    def _entity(self, entity: Entity, user: User | None) -> dict[str, Any]:
        number = user.id if user else 0
        names = ("comments", "likes", "shares")
        return wire.entity_full(entity, {name: self.tables.counts[name, number, entity.id] for name in names})

    # --- Activities: comments, likes, shares, views ---

    @behaviour
    def comments_create(self, call: Call) -> Any:
        return self._create("comment", call)

    @behaviour
    def likes_create(self, call: Call) -> Any:
        return self._create("like", call)

    @behaviour
    def shares_create(self, call: Call) -> Any:
        return self._create("share", call)

    @behaviour
    def views_create(self, call: Call) -> Any:
        return self._create("view", call)

    def _create(self, kind: str, call: Call) -> Any:
        return self._all(self.batch(call), lambda one: self._act(kind, call, one), self._activity)

    def _act(self, kind: str, call: Call, element: Any) -> Activity:
        """One activity of a batch. A second like of an entity is the first one again (inferred)."""
        readers, required = checks.ACTIVITIES[kind]
        given = checks.read(element, readers, *required)
        named = checks.named_entity(element)
        entity, user = self._upsert(call.found["application"], named), call.found["user"]
        asked = [*given.pop("propagation", []), *given.pop("propagation_info_request", [])]
        if given.pop("subscribe", False):  # what false does is not known, so it does nothing
            self._subscribe(user, entity, "new_comments", True)
        given.pop("og_action", None)
        if kind == "like" and (liked := self._like_of(user, entity)):
            return liked
        self._lag(entity)
        return self.add_activity(kind, user, entity, third_parties=list(dict.fromkeys(asked)), **given)

    def _lag(self, entity: Entity) -> None:
        if self.totals == "lagging" and entity.id not in self._lagging:
            entity.shown_views, entity.shown_total = entity.views, entity.total
            self._lagging.add(entity.id)

    def _like_of(self, user: User, entity: Entity) -> Activity | None:
        if not self.tables.counts["likes", user.id, entity.id]:
            return None
        likes = self.tables.likes.values()
        return next((one for one in likes if one.user_id == user.id and one.entity_id == entity.id), None)

    @behaviour
    def comments_get(self, call: Call) -> Any:
        return self._activity(self._find("comment", call))

    @behaviour
    def likes_get(self, call: Call) -> Any:
        return self._activity(self._find("like", call))

    @behaviour
    def shares_get(self, call: Call) -> Any:
        return self._activity(self._find("share", call))

    @behaviour
    def views_get(self, call: Call) -> Any:
        """Where views are only counted, 1 is the id of the app's last one (inferred)."""
        return self._activity(self._find("view", call))

    @behaviour
    def comments_delete(self, call: Call) -> Any:
        return self._delete("comment", call)

    @behaviour
    def likes_delete(self, call: Call) -> Any:
        return self._delete("like", call)

    @behaviour
    def shares_delete(self, call: Call) -> Any:
        return self._delete("share", call)

    def _find(self, kind: str, call: Call) -> Activity:
        number, application = self.path_id(call, f"{kind}_id"), call.found["application"]
        found = self.tables.activities(kind).get(number)
        if kind == "view" and self.views == "counted":
            found = self.tables.last_views.get(application.id) if number == 1 else None
        if found is None or found.application_id != application.id:
            self.fail_with(404, NOT_FOUND)
        return found

    def _delete(self, kind: str, call: Call) -> Any:
        found = self._find(kind, call)
        if found.user_id != call.found["user"].id:
            self.fail_with(401, NOT_YOURS)
        self._remove(found)
        return {}

    def _remove(self, activity: Activity) -> None:
        del self.tables.activities(activity.kind)[activity.id]
        self._lag(self.tables.entities[activity.entity_id])
        self.tables.count(activity, -1)

    @behaviour
    def comments_list(self, call: Call) -> Any:
        return self._list("comment", call)

    @behaviour
    def likes_list(self, call: Call) -> Any:
        return self._list("like", call)

    @behaviour
    def shares_list(self, call: Call) -> Any:
        return self._list("share", call)

    def _list(self, kind: str, call: Call) -> Any:
        query = self.query(call)
        numbers = self.numbers(query, "id")
        if numbers and "entity_key" in query:
            self.fail_with(400, "Give id or entity_key, not both.")
        found = self._activities((kind,), call)
        found = [one for one in found if not numbers or one.id in numbers]
        page = self.page(call, found, _age, lambda one: one.id)
        return wire.envelope(map(self._activity, page), total=len(found))

    def _activities(self, kinds: Iterable[str], call: Call, user_id: int | None = None) -> list[Activity]:
        """The activities of the signing app, of a user, on the entity that the query names."""
        application, keys = call.found["application"], self.query(call).get("entity_key")
        entity = self.tables.keys.get((application.id, keys[0])) if keys else None
        if keys and entity is None:
            return []
        return [
            one
            for kind in kinds
            for one in self._own(self.tables.activities(kind), application)
            if user_id in (None, one.user_id) and (entity is None or one.entity_id == entity.id)
        ]

    @behaviour
    def activities_list(self, call: Call) -> Any:
        return self._stream(self._activities(KINDS[:3], call), call)

    def _stream(self, found: list[Activity], call: Call) -> Any:
        page = self.page(call, found, _age)
        return wire.envelope([{**self._activity(one), "activity_type": one.kind} for one in page], total=len(found))

    def _activity(self, row: Activity) -> dict[str, Any]:
        tables = self.tables
        application, entity = tables.applications[row.application_id], tables.entities[row.entity_id]
        urls = {
            "application_url": wire.short_url(application, "a"),
            "entity_url": wire.short_url(application, "e", entity.key),
        }
        shown: dict[str, Any] = {
            "id": row.id,
            "date": wire.time(row.date),
            "lat": row.lat,
            "lng": row.lng,
            "share_location": row.share_location,
            "application": wire.application(application),
            "entity": wire.entity(entity),
            "user": wire.user(tables.users[row.user_id]),
            "propagation_info_response": {party: dict(urls) for party in row.third_parties},
        }
        if row.kind in ("comment", "share"):
            shown["text"] = row.text
        if row.kind == "share":
            shown["medium"] = {"id": row.medium, "medium": wire.MEDIA.get(row.medium, row.medium_name or "Other")}
        return shown

    # --- Users ---

    @behaviour
    def users_list(self, call: Call) -> Any:
        numbers = self.numbers(self.query(call), "id")
        found = self._own(self.tables.users, call.found["application"])
        if numbers:
            found = [user for user in found if user.id in numbers]
        elif self.users == "self":
            found = [call.found["user"]]
        page = sorted(found, key=lambda user: -user.id)[:100]
        return wire.envelope(map(self._user, page), total=len(found))

    @behaviour
    def users_get(self, call: Call) -> Any:
        user = self.tables.users.get(self.path_id(call, "user_id"))
        if user is None or user.application_id != call.found["application"].id:
            self.fail_with(404, NOT_FOUND)
        return self._user(user)

    @behaviour
    def users_update(self, call: Call) -> Any:
        user: User = call.found["user"]
        if self.path_id(call, "user_id") != user.id:
            self.fail_with(401, NOT_YOURS)
        given = self.read(self.payload(call), checks.PROFILE)
        given |= wire.pictures(user, given.pop("picture")) if "picture" in given else {}
        if not given.get("username"):
            given.pop("username", None)
        for name, value in given.items():
            setattr(user, name, value)
        shown = self._user(user)
        return shown if self.update == "bare" else wire.envelope([shown])

    def _user(self, user: User) -> dict[str, Any]:
        return wire.user_full(user, {f"{kind}s": self.tables.counts[f"{kind}s", user.id, 0] for kind in KINDS})

    @behaviour
    def users_list_activities(self, call: Call) -> Any:
        return self._stream(self._activities(KINDS[:3], call, self.path_id(call, "user_id")), call)

    @behaviour
    def users_list_comments(self, call: Call) -> Any:
        return self._list_of_user("comment", call)

    @behaviour
    def users_list_likes(self, call: Call) -> Any:
        return self._list_of_user("like", call)

    @behaviour
    def users_list_shares(self, call: Call) -> Any:
        return self._list_of_user("share", call)

    @behaviour
    def users_list_views(self, call: Call) -> Any:
        """Withdrawn when views were no longer kept one by one; that it is 404 since is inferred."""
        if self.views == "counted":
            self.fail_with(404, NOT_FOUND)
        return self._list_of_user("view", call)

    def _list_of_user(self, kind: str, call: Call) -> Any:
        found = self._activities((kind,), call, self.path_id(call, "user_id"))
        return wire.envelope(map(self._activity, self.page(call, found, _age)), total=len(found))

    @behaviour
    def users_unlike(self, call: Call) -> Any:
        """Answers with the like that was taken back (inferred), and with no item if there was none."""
        user: User = call.found["user"]
        if self.path_id(call, "user_id") != user.id:
            self.fail_with(401, NOT_YOURS)
        if "entity_key" not in self.query(call):
            self.fail_with(400, "entity_key is missing.")
        found = self._activities(("like",), call, user.id)
        for like in found:
            self._remove(like)
        return wire.envelope(map(self._activity, found))

    # --- Subscriptions, short addresses, events ---

    @behaviour
    def subscriptions_list(self, call: Call) -> Any:
        user, keys = call.found["user"], self.query(call).get("entity_key")
        entity = self.tables.keys.get((user.application_id, keys[0])) if keys else None
        found = [one for one in self.tables.subscriptions.values() if one.user_id == user.id]
        if keys:
            found = [one for one in found if entity is not None and one.entity_id == entity.id]
        page = self.page(call, found, lambda one: (one.date, one.id), lambda one: one.id)
        return wire.envelope(map(self._subscription, page), total=len(found))

    @behaviour
    def subscriptions_create(self, call: Call) -> Any:
        def subscribe(element: Any) -> Subscription:
            given = checks.read(element, checks.SUBSCRIPTION, "type")
            named = checks.named_entity(element)
            kind = "new_comments" if given["type"] == "new_comment" else given["type"]
            wanted = given.get("subscribed", given.get("subscribe", True))
            return self._subscribe(call.found["user"], self._upsert(call.found["application"], named), kind, wanted)

        return self._all(self.batch(call), subscribe, self._subscription)

    def _subscribe(self, user: User, entity: Entity, kind: str, wanted: bool) -> Subscription:
        """Begin or end a subscription. There is one for each user, entity and type, and it keeps its id."""
        for row in self.tables.subscriptions.values():
            if (row.user_id, row.entity_id, row.type) == (user.id, entity.id, kind):
                row.subscribed = wanted
                return row
        return self.add_subscription(user, entity, type=kind, subscribed=wanted)

    def _subscription(self, row: Subscription) -> dict[str, Any]:
        entity, user = self.tables.entities[row.entity_id], self.tables.users[row.user_id]
        shown = {"id": row.id, "date": wire.time(row.date), "type": row.type, "subscribed": row.subscribed}
        return {**shown, "entity": wire.entity(entity), "user": wire.user(user)}

    @behaviour
    def urls_shorten(self, call: Call) -> Any:
        given = self.read(self.payload(call), {"entity_key": checks.key}, "entity_key")
        return wire.envelope([wire.short_url(call.found["application"], "e", given["entity_key"])])

    @behaviour
    def sdk_events_create(self, call: Call) -> Any:
        given = self.read(self.payload(call), checks.EVENT, "bucket", "values")
        owners = {"application_id": call.found["application"].id, "user_id": call.found["user"].id}
        self._add("events", {**owners, **given})

    # --- Smart alerts ---

    @behaviour
    def smart_alerts_send(self, call: Call) -> Any:
        application: Application = call.found["application"]
        given, wrong = checks.alert(self.payload(call))
        if given.get("application_id", application.id) != application.id:
            wrong["application_id"] = [FOREIGN]
        entity = self.tables.entities.get(given.get("entity_id", 0))
        if "entity_id" in given and (entity is None or entity.application_id != application.id):
            wrong["entity_id"] = ["This entity does not exist."]
        if wrong:
            self.fail_fields(wrong)
        del given["application_id"]
        alert = self.add_alert(application, **given)
        devices = self._devices_of(alert, application)
        alert.recipients = sorted({device.user_id for device in devices} | self._users_of(alert, application))
        states = {name: self._spend(application, name, devices) for name in self.quota}
        return {**states, "smart_alert_id": alert.id}

    def _users_of(self, alert: Alert, application: Application) -> set[int]:
        """Who gets an alert: the users it names, or where it names neither users nor devices all who are meant."""
        users = {user.id for user in self._own(self.tables.users, application)}
        if alert.users or alert.devices:
            return users & set(alert.users)
        if alert.broadcast_user_set == "application_users":
            return users
        counts, entity_id = self.tables.counts, alert.entity_id or 0
        return {user for user in users if any(counts[f"{kind}s", user, entity_id] for kind in KINDS)}

    def _devices_of(self, alert: Alert, application: Application) -> list[Device]:
        """The devices that an alert goes to: those it names, and those of the users who get it."""
        users, wanted = self._users_of(alert, application), set(alert.devices)
        return [
            device
            for device in self._own(self.tables.devices, application)
            if device.user_id in users or wanted & {device.device_token, device.c2dm_registration_id}
        ]

    def _spend(self, application: Application, platform: str, devices: list[Device]) -> dict[str, bool]:
        """Count what an alert takes of a platform's quota; that it is sent in any case is inferred."""
        used, quota = self._alerted.get((application.id, platform), 0), self.quota[platform]
        more = sum(device.device_type.lower() == platform for device in devices)
        self._alerted[application.id, platform] = used + more
        under = quota is None or used < quota
        return {"under_quota": under, "will_cause_quota_overflow": quota is not None and used + more > quota}

    @behaviour
    def smart_alerts_list(self, call: Call) -> Any:
        query = self.query(call)
        found = sorted(self._own(self.tables.alerts, call.found["application"]), key=lambda alert: -alert.id)
        limit, offset = self._place(query, "limit", ALERTS_PAGE, 1), self._place(query, "offset", 0, 0)
        page = found[offset : offset + limit]

        def at(start: int) -> str | None:
            inside = start == 0 or 0 < start < len(found)
            return f"/management/v1/smart_alert/?limit={limit}&offset={start}" if inside else None

        after = at(offset + limit) if offset + limit < len(found) else None
        before = at(max(0, offset - limit)) if offset else None
        meta = {"limit": limit, "offset": offset, "total_count": len(found), "next": after, "previous": before}
        return {"meta": meta, "objects": [wire.alert(alert) for alert in page]}

    def _place(self, query: dict[str, list[str]], name: str, default: int, least: int) -> int:
        value = coerce(query[name][0], frozenset({"integer"})) if name in query else default
        if not isinstance(value, int) or value < least:
            self.fail_fields({name: [f"This is no number from {least}."]})
        return value

    @behaviour
    def smart_alerts_get(self, call: Call) -> Any:
        number = coerce(call.path["smart_alert_id"], frozenset({"integer"}))
        if not isinstance(number, int):
            self.fail_fields({"id": ["This is no number."]})
        alert = self.tables.alerts.get(number)
        if alert is None or alert.application_id != call.found["application"].id:
            return Response.of_text(NOT_FOUND, 404)
        return wire.alert(alert)

    # --- What several of them share ---

    def _own(self, table: dict[int, Any], application: Application) -> list[Any]:
        """The rows of an app: nothing of another one is ever looked at."""
        return [row for row in table.values() if row.application_id == application.id]

    def _all(self, batch: list[Any], work: Callable[[Any], Any], show: Callable[[Any], dict[str, Any]]) -> Any:
        """Work on each element, then show what came of them: counters are those after the whole batch.

        An element that is refused stands in ``errors`` with the reason, and does not keep the others from theirs.
        """
        done, errors = [], []
        for element in batch:
            try:
                done.append(work(element))
            except ValueError as error:
                shown = element if isinstance(element, dict | list | str) or element is None else str(element)
                errors.append({"error": str(error), "payload": shown})
        return wire.envelope(map(show, done), errors)


def _age(activity: Activity) -> tuple[Any, ...]:
    return activity.date, activity.order
