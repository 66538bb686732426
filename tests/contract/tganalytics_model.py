"""The analytics platform as a plain-Python model, which what the client says and the mock holds is held against."""

from __future__ import annotations

import base64
import contextlib
import json
import re
import warnings
from collections.abc import Callable, Iterator
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import initialize, invariant, rule
from tganalytics_client import EventQueue, TGAnalytics
from tganalytics_client._core.errors import (
    APIConnectionError,
    APIError,
    BadRequestError,
    PermissionDeniedError,
    RateLimitError,
)
from tganalytics_client._core.mock.contract import Call
from tganalytics_client.mock import App, Received, TGAnalyticsMock

from .machine import Machine
from .planting import Plant, works
from .tganalytics import ORIGIN, make

APPS = ("docs", "shop")
SESSION = "10c574d9-6d2c-4e6d-a141-ce6da141ce6d"
LIMIT = 2
NUMBERS = st.lists(st.integers(0, 5), min_size=1, max_size=3)
Event = dict[str, Any]


def event(app: str, number: int, **members: Any) -> Event:
    shared = {"event_name": "custom-event", "user_id": 1, "session_id": SESSION, "app_name": app}
    return {**shared, "custom_data": {"number": number}, "client_timestamp": "1743503599534", **members}


@contextlib.contextmanager
def refused(kind: type[APIError], match: str) -> Iterator[list[Any]]:
    """Demand an error of this kind with these words, and nothing else."""
    told: list[Any] = []
    try:
        yield told
    except APIError as error:
        told.append(error)
    assert [type(error) for error in told] == [kind]
    assert re.search(match, str(told[0]))


class Model(Machine):
    """Two apps record events, in order, repeated ones too; all of a request or none; each app within its limit."""

    mock: TGAnalyticsMock
    make = staticmethod(make)

    def __init__(self) -> None:
        super().__init__()
        self.tokens = {app: self.mock.add_app(app, domain=ORIGIN) for app in APPS}
        self.clients = {app: self._client(token) for app, token in self.tokens.items()}
        self.recorded: list[Event] = []
        self.requests: list[tuple[str, float]] = []  # what counts for the limit

    def _client(self, token: str, origin: str = ORIGIN) -> TGAnalytics:
        return TGAnalytics(
            base_url=self.mock.base_url,
            transport=self.mock.transport(),
            token=token,
            origin=origin,
            max_retries=0,
        )

    def _is_limited(self, app: str) -> bool:
        """Whether one request more is too many; counts it if not."""
        now = self.mock.clock.now().timestamp()
        recent = [one for one in self.requests if one[0] == app and one[1] > now - self.mock.rate_window]
        limited = self.mock.rate_limit is not None and len(recent) >= self.mock.rate_limit
        if not limited and self.mock.rate_limit is not None:
            self.requests.append((app, now))
        return limited

    def _record(self, app: str, events: Any, client: TGAnalytics | None = None) -> bool:
        """Record; whether the limit let it through."""
        if self._is_limited(app):
            with refused(RateLimitError, match="Too many requests"):
                (client or self.clients[app]).events.record(events)
            return False
        try:
            receipt = (client or self.clients[app]).events.record(events)
        except APIError as error:
            raise AssertionError("not to be refused") from error
        assert receipt.message == "Success record."
        return True

    @initialize()
    def begin(self) -> None:
        for app in APPS:
            self.record(app, [0, 1])

    @rule(app=st.sampled_from(APPS), numbers=NUMBERS)
    def record(self, app: str, numbers: list[int]) -> None:
        """In the order of the array; an event that was recorded before is recorded again."""
        events = [event(app, number) for number in numbers]
        if self._record(app, events):
            self.recorded += events

    @rule(app=st.sampled_from(APPS), number=st.integers(0, 5))
    def record_one(self, app: str, number: int) -> None:
        if self._record(app, event(app, number)):
            self.recorded.append(event(app, number))

    @rule(app=st.sampled_from(APPS), numbers=NUMBERS, place=st.integers(0, 3))
    def record_with_one_that_is_refused(self, app: str, numbers: list[int], place: int) -> None:
        """Of a request with one event that is refused nothing is recorded, and the report names that event."""
        events = [event(app, number) for number in numbers]
        place = min(place, len(events))
        events.insert(place, event(app, 9, slug=5))
        if self._is_limited(app):
            return
        with refused(BadRequestError, match=rf"events\[{place}\]\.slug must be|events\[{place}\]\.slug has") as told:
            self.clients[app].events.record(events)
        assert str(told[0]).count("events[") == 1

    @rule(app=st.sampled_from(APPS), numbers=NUMBERS)
    def record_for_another_app(self, app: str, numbers: list[int]) -> None:
        """One event of another app, the last one, refuses all."""
        other = APPS[1 - APPS.index(app)]
        if not self._is_limited(app):
            with refused(BadRequestError, match="Invalid app_name is specified"):
                self.clients[app].events.record([*(event(app, number) for number in numbers), event(other, 9)])

    @rule(app=st.sampled_from(APPS))
    def record_from_another_domain(self, app: str) -> None:
        if not self._is_limited(app):
            with refused(PermissionDeniedError, match="The domain name does not match"):
                self._client(self.tokens[app], "https://elsewhere.example.com").events.record(event(app, 9))

    @rule(app=st.sampled_from(APPS), place=st.integers(0, 41))
    def record_with_a_forged_token(self, app: str, place: int) -> None:
        """One character of the signature is another one. (The last ones have bits that do not count.)"""
        head, _, signature = self.tokens[app].partition("!")
        other = "B" if signature[place] == "Z" else "Z"
        forged = f"{head}!{signature[:place]}{other}{signature[place + 1 :]}"
        with refused(BadRequestError, match="Token is invalid"):
            self._client(forged).events.record(event(app, 9))

    @rule(app=st.sampled_from(APPS), number=st.integers(0, 5))
    def lose_an_answer(self, app: str, number: int) -> None:
        """The event was recorded, and the client cannot know."""
        if self._is_limited(app):
            return
        self.mock.fail("events_record", drop="after", times=1)
        with refused(APIConnectionError, "") as told:
            self.clients[app].events.record(event(app, number))
        assert told[0].may_have_arrived
        self.recorded.append(event(app, number))

    @rule(app=st.sampled_from(APPS), numbers=NUMBERS)
    def fail_to_record(self, app: str, numbers: list[int]) -> None:
        """The documented fault of the server: nothing was recorded."""
        self.mock.fail_to_record()
        with refused(BadRequestError, match="Failed to record"):
            self.clients[app].events.record([event(app, number) for number in numbers])

    @rule(app=st.sampled_from(APPS), numbers=st.lists(st.integers(0, 5), min_size=1, max_size=25))
    def queue(self, app: str, numbers: list[int]) -> None:
        """A queue sends everything once, in order, if nothing is in its way."""
        if self.mock.rate_limit is not None:
            return
        events = [event(app, number) for number in numbers]
        with warnings.catch_warnings(action="error"), EventQueue(self.clients[app], app_name=app) as queue:
            queue.put_many(events)
            assert queue.flush(20)
            assert queue.report().sent == len(events)
        self.recorded += events

    @rule(limit=st.sampled_from([LIMIT, None]))
    def limit(self, limit: int | None) -> None:
        """From now on; what was counted before goes on counting."""
        self.mock.rate_limit = limit

    @rule(seconds=st.sampled_from([1.0, 59.0, 60.0]))
    def wait(self, seconds: float) -> None:
        self.mock.clock.advance(seconds)

    @invariant()
    def what_was_recorded_is_held(self) -> None:
        assert self.mock.events == self.recorded
        for app in APPS:
            assert self.mock.find(app_name=app) == [one for one in self.recorded if one["app_name"] == app]
        distinct: list[Event] = []
        for one in self.recorded:
            if one not in distinct:
                distinct.append(one)
        assert self.mock.duplicates == len(self.recorded) - len(distinct)


# --- Planted faults, none of which schemathesis can find ---


def _repetitions_merged(mock: TGAnalyticsMock, call: Call, sound: Callable[[Call], Any]) -> Any:
    answer = sound(call)
    kept: list[Received] = []
    for one in mock.received:
        if one.event not in [other.event for other in kept]:
            kept.append(one)
    mock.received[:] = kept
    return answer


def _not_all_or_nothing(mock: TGAnalyticsMock, call: Call, sound: Callable[[Call], Any]) -> Any:
    answer = sound(call)
    if answer.status == 400 and isinstance(call.body, list):
        call.body = [one for one in call.body if "slug" not in one]
        sound(call)
    return answer


def _first_of_an_array_only(mock: TGAnalyticsMock, call: Call, sound: Callable[[Call], Any]) -> Any:
    call.body = call.body[:1] if isinstance(call.body, list) else call.body
    return sound(call)


def _order_reversed(mock: TGAnalyticsMock, call: Call, sound: Callable[[Call], Any]) -> Any:
    call.body = call.body[::-1] if isinstance(call.body, list) else call.body
    return sound(call)


def _lost_write(mock: TGAnalyticsMock, call: Call, sound: Callable[[Call], Any]) -> Any:
    answer = sound(call)
    if len(mock.received) > 5:
        mock.received.pop()
    return answer


def _limit_of_one_more(mock: TGAnalyticsMock) -> None:
    count = mock._count

    def counted(token: str) -> None:
        limit, mock.rate_limit = mock.rate_limit, mock.rate_limit and mock.rate_limit + 1
        try:
            count(token)
        finally:
            mock.rate_limit = limit

    mock._count = counted  # type: ignore[method-assign] # planted


def _limit_for_all_apps_together(mock: TGAnalyticsMock) -> None:
    count = mock._count
    mock._count = lambda token: count("")  # type: ignore[method-assign] # planted


def _signature_not_compared(mock: TGAnalyticsMock) -> None:
    def believed(request: Any) -> App:
        return App(**json.loads(base64.b64decode(request.headers["tga-auth-token"].partition("!")[0])))

    mock._app = believed  # type: ignore[method-assign] # planted


def _domain_not_compared(mock: TGAnalyticsMock) -> None:
    mock._check_origin = lambda request, app: None  # type: ignore[method-assign] # planted


def _app_name_of_the_first_event_only(mock: TGAnalyticsMock) -> None:
    before = mock.before

    def looked(call: Call) -> None:
        body = call.body
        call.body = body[:1] if isinstance(body, list) else body
        try:
            before(call)
        finally:
            call.body = body

    mock.before = looked  # type: ignore[method-assign] # planted


PLANTED: dict[str, Plant] = {
    "repetitions merged": works("events_record", _repetitions_merged),
    "not all or nothing": works("events_record", _not_all_or_nothing),
    "only the first of an array": works("events_record", _first_of_an_array_only),
    "order reversed": works("events_record", _order_reversed),
    "a write that is lost": works("events_record", _lost_write),
    "a limit of one more": _limit_of_one_more,
    "a limit for all apps together": _limit_for_all_apps_together,
    "signature not compared": _signature_not_compared,
    "domain not compared": _domain_not_compared,
    "app name of the first event only": _app_name_of_the_first_event_only,
}
