"""Two apps with two users each as a plain-Python model: dicts and lists that the mock's answers are held against.

Both apps use the same keys, devices and accounts, and everybody tries everybody's ids, so whatever leaks shows.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, ClassVar
from urllib.parse import quote

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from socialize_client.mock import Application, SocializeMock, User

from .conftest import Answer, World, key_of

KEYS = ("http://example.com/a?b=c&d=~/>", "b", "ü/\U0001f44d")
KINDS = ("comment", "like", "share", "view")
STORED = KINDS[:3]
PEOPLE = ((0, 0), (0, 1), (1, 0), (1, 1))
"""Who acts: the app, and the user in it."""

people = st.sampled_from(PEOPLE)
keys = st.sampled_from(KEYS)
stored = st.sampled_from(STORED)
texts = st.text(st.characters(min_codepoint=32, exclude_categories=["Cs"]), max_size=5)
numbers = st.integers(1, 12)


@dataclass
class Row:
    """What the model knows of an activity."""

    kind: str
    id: int
    who: int
    key: str
    text: str


@dataclass
class App:
    """What the model knows of an app; ``who`` is a user's place in ``people`` here and below."""

    people: list[int]
    names: dict[int, str | None] = field(default_factory=dict)
    entities: dict[str, str] = field(default_factory=dict)  # its name by key, oldest first
    rows: list[Row] = field(default_factory=list)  # oldest first
    views: list[tuple[int, str]] = field(default_factory=list)
    subscriptions: dict[tuple[int, str, str], bool] = field(default_factory=dict)  # oldest first
    devices: dict[str, int] = field(default_factory=dict)
    alerts: list[str] = field(default_factory=list)
    known: dict[str, int] = field(default_factory=dict)  # users by device and account

    def count(self, kind: str, key: str, who: int | None = None) -> int:
        if kind == "view":
            return sum(seen == key and who in (None, viewer) for viewer, seen in self.views)
        return len(self.find((kind,), key, who))

    def find(self, kinds: tuple[str, ...], key: str | None = None, who: int | None = None) -> list[Row]:
        """The newest first."""
        rows = (row for row in self.rows if row.kind in kinds and key in (None, row.key) and who in (None, row.who))
        return [*rows][::-1]


class SocializeModel(RuleBasedStateMachine):
    """Everybody does everything; each answer has to be what the model says."""

    plant: ClassVar[Callable[[SocializeMock], None] | None] = None
    _world: ClassVar[World | None] = None  # one for all scenarios: reading the document takes a while

    def __init__(self) -> None:
        super().__init__()
        kind = type(self)
        if kind._world is None:
            kind._world = World()
            if kind.plant:
                kind.plant(kind._world.mock)
        self.world, self.mock = kind._world, kind._world.mock
        self.mock.reset()
        self.rows_of = [self.mock.application, self.mock.add_application(name="Another app")]
        self.users = [[self.mock.add_user(row) for _ in range(2)] for row in self.rows_of]
        self.apps = [App([user.id for user in users]) for users in self.users]
        self.subscription_ids: dict[tuple[int, int, str, str], int] = {}

    # --- Ways to ask ---

    def send(self, person: tuple[int, int], method: str, path: str, payload: Any = None) -> Answer:
        app, place = person
        row: Application = self.rows_of[app]
        user: User = self.users[app][place]
        return self.world.send(method, path, payload, application=row, user=user)

    def place(self, person: tuple[int, int]) -> tuple[App, int]:
        """The app of a person, and the person's id."""
        return self.apps[person[0]], self.users[person[0]][person[1]].id

    @initialize()
    def begin(self) -> None:
        """Something is there in each app, or much would never be met."""
        for person in PEOPLE:
            for kind in STORED:
                self.act(person, kind, [(KEYS[0], "x", False), (KEYS[1], "y", True)])

    # --- Activities ---

    @rule(person=people, kind=st.sampled_from(KINDS), batch=st.lists(st.tuples(keys, texts, st.booleans()), max_size=3))
    def act(self, person: tuple[int, int], kind: str, batch: list[tuple[str, str, bool]]) -> None:
        """Several at once, some with the entity named; one without any entity is refused and stops no other."""
        app, who = self.place(person)
        payload: list[dict[str, Any]] = [
            {"text": text, "medium": 2, **({"entity": {"key": key, "name": text}} if named else {"entity_key": key})}
            for key, text, named in batch
        ]
        data = self.send(person, "POST", f"/v1/{kind}/", [*payload, {"text": "x", "medium": 1}]).data
        assert [error["payload"] for error in data["errors"]] == [{"text": "x", "medium": 1}]
        assert len(data["items"]) == len(batch)
        for item, (key, text, named) in zip(data["items"], batch, strict=True):
            self._note(app, who, kind, item, (key, text, named))
        for item, (key, text, _) in zip(data["items"], batch, strict=True):
            assert (item["entity"]["key"], item["user"]["id"]) == (key, who)
            assert item.get("text") == (text if kind in ("comment", "share") else None)
            self._check_entity(app, item["entity"])

    def _note(self, app: App, who: int, kind: str, item: dict[str, Any], given: tuple[str, str, bool]) -> None:
        key, text, named = given
        app.entities[key] = (named and text) or app.entities.get(key, "")
        if kind == "view":
            assert item["id"] == 1
            app.views.append((who, key))
            return
        known = {row.id: row for other in self.apps for row in other.find((kind,))}
        if kind == "like" and app.count("like", key, who):
            assert item["id"] == app.find(("like",), key, who)[0].id
        else:
            assert item["id"] not in known
            app.rows.append(Row(kind, item["id"], who, key, text))

    @rule(person=people, kind=stored, number=numbers)
    def delete(self, person: tuple[int, int], kind: str, number: int) -> None:
        app, who = self.place(person)
        found = [row for row in app.find((kind,)) if row.id == number]
        answer = self.send(person, "DELETE", f"/v1/{kind}/{number}/")
        assert answer.status == (404 if not found else 200 if found[0].who == who else 401)
        if answer.status == 200:
            app.rows.remove(found[0])

    @rule(person=people, whom=people, key=keys)
    def unlike(self, person: tuple[int, int], whom: tuple[int, int], key: str) -> None:
        app, who = self.place(person)
        number = self.place(whom)[1]
        answer = self.send(person, "DELETE", f"/v1/user/{number}/like/?entity_key={key_of(key)}")
        if number != who:
            assert answer.status == 401
            return
        found = app.find(("like",), key, who)
        assert answer.ids == [row.id for row in found]
        app.rows = [row for row in app.rows if row not in found]

    @rule(person=people, kind=stored, number=numbers)
    def read(self, person: tuple[int, int], kind: str, number: int) -> None:
        found = [row for row in self.place(person)[0].find((kind,)) if row.id == number]
        answer = self.send(person, "GET", f"/v1/{kind}/{number}/")
        assert answer.status == (200 if found else 404)
        if found:
            self._check_item(self.place(person)[0], answer.data, found[0])

    @rule(
        person=people,
        whom=st.none() | people,
        kind=st.none() | stored,
        key=st.none() | keys,
        first=st.integers(0, 3),
        last=st.integers(1, 6),
    )
    def list_by_position(
        self,
        person: tuple[int, int],
        whom: tuple[int, int] | None,
        kind: str | None,
        key: str | None,
        first: int,
        last: int,
    ) -> None:
        """The app's lists and a user's, of one kind and as a stream."""
        app, number = self.place(person)[0], self.place(whom)[1] if whom else None
        wanted = app.find((kind,) if kind else STORED, key, number)
        path = f"/v1/{f'user/{number}/' if number else ''}{kind or 'activity'}/"
        query = f"first={first}&last={last}" + (f"&entity_key={key_of(key)}" if key else "")
        answer = self.send(person, "GET", f"{path}?{query}")
        assert answer.data["total_count"] == len(wanted)
        page = wanted[first:last]
        assert answer.ids == [row.id for row in page]
        for item, row in zip(answer.items, page, strict=True):
            assert item.get("activity_type", row.kind) == row.kind
            assert ("activity_type" in item) == (kind is None)
            self._check_item(app, item, row)

    @rule(person=people, kind=stored, limiting=st.none() | numbers, limit=st.integers(1, 4))
    def list_by_id(self, person: tuple[int, int], kind: str, limiting: int | None, limit: int) -> None:
        app = self.place(person)[0]
        query = f"limit={limit}" + (f"&limiting_id={limiting}" if limiting else "")
        wanted = [row.id for row in app.find((kind,)) if limiting is None or row.id < limiting]
        assert self.send(person, "GET", f"/v1/{kind}/?{query}").ids == wanted[:limit]

    # --- Entities ---

    @rule(person=people, key=keys, name=st.none() | texts)
    def name_entity(self, person: tuple[int, int], key: str, name: str | None) -> None:
        app, who = self.place(person)
        app.entities[key] = name or app.entities.get(key, "")
        item = self.send(person, "POST", "/v1/entity/", [{"key": key, "name": name}]).item
        self._check_full_entity(app, who, item)

    @rule(person=people, key=keys, alphabet=st.sampled_from([b"+/", b"-_"]))
    def read_entity(self, person: tuple[int, int], key: str, alphabet: bytes) -> None:
        app, who = self.place(person)
        answer = self.send(person, "GET", f"/v1/entity/{quote(b64encode(key.encode(), alphabet), safe='=')}/")
        assert answer.status == (200 if key in app.entities else 404)
        if answer.status == 200:
            assert answer.data["key"] == key
            self._check_full_entity(app, who, answer.data)

    @rule(person=people, busiest=st.booleans())
    def list_entities(self, person: tuple[int, int], busiest: bool) -> None:
        app, who = self.place(person)
        wanted = [*app.entities][::-1]
        if busiest:
            wanted.sort(key=lambda key: -sum(app.count(kind, key) for kind in KINDS))
        answer = self.send(person, "GET", f"/v1/entity/{'?sort=total_activity' if busiest else ''}")
        assert [item["key"] for item in answer.items] == wanted
        for item in answer.items:
            self._check_full_entity(app, who, item)

    def _check_item(self, app: App, item: dict[str, Any], row: Row) -> None:
        assert (item["id"], item["user"]["id"], item["entity"]["key"]) == (row.id, row.who, row.key)
        assert item.get("text", row.text) == row.text
        assert item["application"]["id"] == self.rows_of[self.apps.index(app)].id
        assert item["user"]["first_name"] == app.names.get(row.who)
        self._check_entity(app, item["entity"])

    def _check_entity(self, app: App, item: dict[str, Any]) -> None:
        counts = [app.count(kind, item["key"]) for kind in KINDS]
        assert [item[f"{kind}s"] for kind in KINDS] == counts
        assert (item["total_activity"], item["name"]) == (sum(counts), app.entities[item["key"]])

    def _check_full_entity(self, app: App, who: int, item: dict[str, Any]) -> None:
        self._check_entity(app, item)
        assert item["user_action_summary"] == {f"{kind}s": app.count(kind, item["key"], who) for kind in STORED}

    # --- Users ---

    @rule(person=people, whom=people, name=texts)
    def rename(self, person: tuple[int, int], whom: tuple[int, int], name: str) -> None:
        (app, who), number = self.place(person), self.place(whom)[1]
        answer = self.send(person, "POST", f"/v1/user/{number}/", {"first_name": name})
        assert answer.status == (200 if number == who else 401)
        if number == who:
            app.names[who] = name
            assert answer.data["first_name"] == name

    @rule(person=people, whom=people)
    def read_user(self, person: tuple[int, int], whom: tuple[int, int]) -> None:
        app, number = self.place(person)[0], self.place(whom)[1]
        answer = self.send(person, "GET", f"/v1/user/{number}/")
        assert answer.status == (200 if number in app.people else 404)
        assert self.send(person, "GET", f"/v1/user/?id={number}").ids == ([number] if number in app.people else [])
        if answer.status == 200:
            assert answer.data["first_name"] == app.names.get(number)
            rows = {f"{kind}s": len(app.find((kind,), who=number)) for kind in STORED}
            views = sum(viewer == number for viewer, _ in app.views)
            assert answer.data["stats"] == {**rows, "views": views}

    @rule(number=st.integers(0, 1), device=st.sampled_from(["A", "B"]), account=st.none() | st.sampled_from(["1", "2"]))
    def authenticate(self, number: int, device: str, account: str | None) -> None:
        app = self.apps[number]
        payload = {"udid": device}
        if account:
            payload |= {"auth_type": account, "auth_token": "t", "auth_id": "7"}
        data = self.world.send("POST", "/v1/authenticate/", payload, application=self.rows_of[number]).data
        name = f"account {account}" if account else device
        everybody = {user for one in self.apps for user in one.people}
        if name not in app.known:
            assert data["user"]["id"] not in everybody
            app.known[name] = data["user"]["id"]
            app.people.append(data["user"]["id"])
        assert data["user"]["id"] == app.known[name]
        assert len(data["user"]["third_party_auth"]) == (1 if account else 0)

    @rule(number=st.integers(0, 1), person=people)
    def sign_for_an_app(self, number: int, person: tuple[int, int]) -> None:
        """A token is worth something with the keys of its own app only."""
        user = self.users[person[0]][person[1]]
        answer = self.world.send("GET", "/v1/activity/", application=self.rows_of[number], user=user)
        assert answer.status == (200 if number == person[0] else 401)

    # --- Subscriptions, devices, alerts ---

    @rule(
        person=people,
        key=keys,
        kind=st.sampled_from(["new_comments", "entity_notification"]),
        wanted=st.booleans(),
    )
    def subscribe(self, person: tuple[int, int], key: str, kind: str, wanted: bool) -> None:
        app, who = self.place(person)
        app.entities.setdefault(key, "")
        app.subscriptions[who, key, kind] = wanted
        payload = [{"entity_key": key, "type": kind, "subscribed": wanted}]
        item = self.send(person, "POST", "/v1/user/subscription/", payload).item
        assert (item["subscribed"], item["type"], item["entity"]["key"]) == (wanted, kind, key)
        place = (person[0], who, key, kind)
        assert item["id"] == self.subscription_ids.setdefault(place, item["id"])
        assert len(set(self.subscription_ids.values())) == len(self.subscription_ids)

    @rule(person=people, key=st.none() | keys)
    def list_subscriptions(self, person: tuple[int, int], key: str | None) -> None:
        app, who = self.place(person)
        mine = [
            (place[1:], on) for place, on in app.subscriptions.items() if place[0] == who and key in (None, place[1])
        ]
        answer = self.send(person, "GET", f"/v1/user/subscription/{f'?entity_key={key_of(key)}' if key else ''}")
        seen = [((item["entity"]["key"], item["type"]), item["subscribed"]) for item in answer.items]
        assert seen == mine[::-1]

    @rule(person=people, token=st.sampled_from(["T", "U"]))
    def register(self, person: tuple[int, int], token: str) -> None:
        app, who = self.place(person)
        app.devices[token] = who
        self.send(person, "POST", "/v1/user/device/", [{"device_type": "iOS", "device_token": token}])

    @rule(person=people)
    def check_devices(self, person: tuple[int, int]) -> None:
        app = self.place(person)[0]
        data = self.send(person, "POST", "/v1/device/check/", [{"device_token": "T"}, {"device_token": "U"}]).data
        assert {token: one and one["user"]["id"] for token, one in data.items()} == {
            "T": app.devices.get("T"),
            "U": app.devices.get("U"),
        }

    @rule(number=st.integers(0, 1), claimed=st.integers(0, 1), text=st.sampled_from(["x", "y"]))
    def alert(self, number: int, claimed: int, text: str) -> None:
        payload = {"application_id": self.rows_of[claimed].id, "message": text}
        answer = self.world.manage("POST", "", payload, application=self.rows_of[number])
        assert answer.status == (200 if number == claimed else 400)
        app = self.apps[number]
        if number == claimed:
            app.alerts.append(text)
            recipients = self.mock.tables.alerts[answer.data["smart_alert_id"]].recipients
            assert recipients == sorted(app.people)
        listed = self.world.manage("GET", application=self.rows_of[number]).data
        assert [one["message"] for one in listed["objects"]] == app.alerts[::-1][:20]

    @invariant()
    def nothing_unheard_of_went_over_the_wire(self) -> None:
        assert not [one for one in self.mock.violations if one.side == "answer"]


# --- Faults that the model has to find ---


def _unscoped(mock: SocializeMock) -> None:
    mock._own = lambda table, application: [*table.values()]  # type: ignore[method-assign] # that is what planting is


def _unscoped_find(mock: SocializeMock) -> None:
    mock._find = lambda kind, call: (  # type: ignore[method-assign] # planted
        mock.tables.activities(kind).get(mock.path_id(call, f"{kind}_id")) or mock.fail_with(404, "x")
    )


def _shared_keys(mock: SocializeMock) -> None:
    upsert = mock._upsert
    mock._upsert = lambda application, given: (  # type: ignore[method-assign] # planted
        next((one for one in mock.tables.entities.values() if one.key == given["key"]), None)
        or upsert(application, given)
    )


def _twice(mock: SocializeMock) -> None:
    mock._like_of = lambda user, entity: None  # type: ignore[method-assign] # planted


def _no_counting_down(mock: SocializeMock) -> None:
    def remove(activity: Any) -> None:
        del mock.tables.activities(activity.kind)[activity.id]

    mock._remove = remove  # type: ignore[method-assign] # planted


def _shown_at_once(mock: SocializeMock) -> None:
    from socialize_client.mock import wire

    def all_(batch: Any, work: Any, show: Any) -> Any:
        done, errors = [], []
        for element in batch:
            try:
                done.append(show(work(element)))
            except ValueError as error:
                errors.append({"error": str(error), "payload": element})
        return wire.envelope(done, errors)

    mock._all = all_  # type: ignore[method-assign] # planted


def _all_or_nothing(mock: SocializeMock) -> None:
    sound = mock._all

    def all_(batch: Any, work: Any, show: Any) -> Any:
        found = sound(batch, work, show)
        return {**found, "items": [] if found["errors"] else found["items"]}

    mock._all = all_  # type: ignore[method-assign] # planted


def _anybody_deletes(mock: SocializeMock) -> None:
    mock._delete = lambda kind, call: mock._remove(mock._find(kind, call)) or {}  # type: ignore[func-returns-value, method-assign] # planted


def _new_rows(mock: SocializeMock) -> None:
    mock._subscribe = lambda user, entity, kind, wanted: mock.add_subscription(  # type: ignore[method-assign] # planted
        user, entity, type=kind, subscribed=wanted
    )


def _answers_of(operation: str, change: Callable[[Any], None]) -> Callable[[SocializeMock], None]:
    def plant(mock: SocializeMock) -> None:
        sound = mock._behaviours[operation]

        def work(call: Any) -> Any:
            found = sound(call)
            change(found)
            return found

        mock._behaviours[operation] = work

    return plant


def _anybody_updates(mock: SocializeMock) -> None:
    sound = mock._behaviours["users_update"]

    def work(call: Any) -> Any:
        call.found["user"] = mock.tables.users.get(int(call.path["user_id"]), call.found["user"])
        return sound(call)

    mock._behaviours["users_update"] = work


def _erasing(mock: SocializeMock) -> None:
    sound = mock._upsert

    def upsert(application: Any, given: Any) -> Any:
        entity = sound(application, given)
        entity.name = given.get("name", "")
        return entity

    mock._upsert = upsert  # type: ignore[method-assign] # planted


def _everybodys(found: dict[str, Any]) -> None:
    for one in found["items"]:
        one["user_action_summary"] = {name: one[name] for name in one["user_action_summary"]}


def _any_token(mock: SocializeMock) -> None:
    """Each user counts as one of the app that signs."""
    sound = mock._sign_in

    def sign_in(call: Any, *, three_legged: bool) -> None:
        owners = {user.token: user.application_id for user in mock.tables.users.values()}
        header = call.request.headers.get("authorization", "")
        foreign = next((user for user in mock.tables.users.values() if user.token in header), None)
        key = next((row.id for row in mock.tables.applications.values() if f'"{row.consumer_key}"' in header), 0)
        if foreign:
            foreign.application_id = key
        try:
            sound(call, three_legged=three_legged)
        finally:
            if foreign:
                foreign.application_id = owners[foreign.token]

    mock._sign_in = sign_in  # type: ignore[method-assign] # planted


def _pages(change: Callable[[list[Any]], list[Any]]) -> Callable[[SocializeMock], None]:
    def plant(mock: SocializeMock) -> None:
        sound = mock.page
        mock.page = lambda *given, **named: change(sound(*given, **named))  # type: ignore[method-assign] # planted

    return plant


def _inclusive(mock: SocializeMock) -> None:
    sound = mock.page

    def page(call: Any, rows: Any, order: Any, identity: Any = None) -> Any:
        return sound(call, rows, order, identity and (lambda row: identity(row) - 1))

    mock.page = page  # type: ignore[method-assign] # planted


PLANTED: dict[str, Callable[[SocializeMock], None]] = {
    "rows of all apps are looked at": _unscoped,
    "an id of another app is found": _unscoped_find,
    "a key is shared by all apps": _shared_keys,
    "a token counts in every app": _any_token,
    "a second like is one more": _twice,
    "a deletion is not counted": _no_counting_down,
    "counters are those in the middle of a batch": _shown_at_once,
    "one bad element refuses all": _all_or_nothing,
    "anybody deletes": _anybody_deletes,
    "anybody updates a profile": _anybody_updates,
    "a subscription that begins again is a new one": _new_rows,
    "an empty name erases": _erasing,
    "the oldest come first": _pages(lambda rows: rows[::-1]),
    "the limiting id is included": _inclusive,
    "a list has two rows at most": _answers_of("comments_list", lambda found: found.update(items=found["items"][:2])),
    "a summary is that of all users": _answers_of("entities_create", _everybodys),
    "a stream holds likes only": _answers_of(
        "activities_list",
        lambda found: found.update(items=[one for one in found["items"] if one["activity_type"] == "like"]),
    ),
}
