"""The receiving end of the webhook: nothing runs a handler that should not, and nothing says yes that should not."""

from __future__ import annotations

import asyncio
import io
import json
import logging
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from functools import partial
from typing import Any

import pytest
from sociogram_client import ConfigurationError, MemoryKeys, Secret, SociogramWebhooks, WebhookAnswer, models

TOKEN = "made-up-token"
KEY = {"X-App-Key": TOKEN, "Content-Type": "application/json"}
PURCHASE = {
    "uid": 123,
    "purchaseId": "67bdc0d2166c0be755fac3f7",
    "title": "100 fish",
    "prices": [{"amount": 1.5, "currency": "sol"}, {"amount": 230, "currency": "usd"}],
    "payload": "order 456",
}
MESSAGE = {"uid": 1337, "chatId": "67bdc2f1166c0be755fac401", "message": {"text": "Hello!"}}
CALLBACK = {"uid": 1337, "chatId": "67bdc2f1166c0be755fac401", "callbackData": "cat:tabby"}
EVENTS = {
    "purchase-validate": PURCHASE,
    "purchase-confirmed": PURCHASE,
    "chat-message": MESSAGE,
    "callback-query": CALLBACK,
}
Post = Callable[..., WebhookAnswer]


def update(event: str, data: object) -> bytes:
    return json.dumps({"data": {event: data}}).encode()


def by_thread(webhooks: SociogramWebhooks, headers: Any, body: Any) -> WebhookAnswer:
    return webhooks.handle(headers, body)


def by_loop(webhooks: SociogramWebhooks, headers: Any, body: Any) -> WebhookAnswer:
    return asyncio.run(webhooks.ahandle(headers, body))


def by_asgi(webhooks: SociogramWebhooks, headers: Any, body: bytes, method: str = "POST") -> WebhookAnswer:
    pairs = headers.items() if isinstance(headers, dict) else headers
    scope = {"type": "http", "method": method, "headers": [(k.lower().encode(), v.encode()) for k, v in pairs]}
    parts = [body[: len(body) // 2], body[len(body) // 2 :]]
    messages = [
        {"type": "http.request", "body": part, "more_body": more} for part, more in zip(parts, (1, 0), strict=True)
    ]
    sent: list[Any] = []

    async def receive() -> Any:
        return messages.pop(0)

    async def send(message: Any) -> None:
        sent.append(message)

    asyncio.run(webhooks(scope, receive, send))
    start, end = sent
    found = {name.decode(): value.decode() for name, value in start["headers"]}
    assert found.pop("content-length") == str(len(end["body"]))
    return WebhookAnswer(start["status"], end["body"], tuple(found.items()))


@pytest.fixture(params=[by_thread, by_loop, by_asgi])
def post(request: pytest.FixtureRequest) -> Post:
    found: Post = request.param
    return found


class Shop:
    """Webhooks with a handler for everything, which notes what it was given and returns what it is told to."""

    def __init__(self, *, is_async: bool = False, answer: Any = True, **options: Any) -> None:
        self.webhooks = SociogramWebhooks(TOKEN, **options)
        self.calls: list[tuple[Any, ...]] = []
        self.answer = answer

        def plain(*given: Any) -> Any:
            self.calls.append(given)
            if isinstance(self.answer, Exception):
                raise self.answer
            return self.answer

        async def waiting(*given: Any) -> Any:
            await asyncio.sleep(0)
            return plain(*given)

        handler: Any = waiting if is_async else plain
        for register in (
            self.webhooks.on_purchase_validate,
            self.webhooks.on_purchase_confirmed,
            self.webhooks.on_chat_message,
            self.webhooks.on_callback_query,
            self.webhooks.on_unknown,
        ):
            assert register(handler) is handler


def is_yes(answer: WebhookAnswer) -> bool:
    assert answer.status == 200
    assert dict(answer.headers)["content-type"] == "application/json"
    assert answer.body in (b"true", b"false")
    return answer.body == b"true"


# --- Events and typed handlers ---


@pytest.mark.parametrize("is_async", [False, True])
@pytest.mark.parametrize("event", EVENTS)
def test_an_event_reaches_its_handler_typed(post: Post, event: str, is_async: bool) -> None:
    shop = Shop(is_async=is_async)
    assert is_yes(post(shop.webhooks, KEY, update(event, EVENTS[event])))
    [[given]] = shop.calls
    kind: Any = {"chat-message": models.ChatMessage, "callback-query": models.CallbackQuery}.get(event, models.Purchase)
    assert type(given) is kind


def test_a_purchase_has_its_amounts_as_decimals(post: Post) -> None:
    shop = Shop()
    exact = update("purchase-validate", PURCHASE).replace(b"1.5", b"123456789.123456789")
    post(shop.webhooks, KEY, exact)
    [[purchase]] = shop.calls
    assert purchase.prices[0].amount == Decimal("123456789.123456789")
    assert (purchase.payload, purchase.uid, purchase.purchase_id) == ("order 456", 123, "67bdc0d2166c0be755fac3f7")


def test_members_that_are_not_documented_are_kept(post: Post) -> None:
    shop = Shop()
    assert is_yes(post(shop.webhooks, KEY, update("chat-message", {**MESSAGE, "walletAddress": "0xa2de"})))
    assert shop.calls[0][0].model_extra == {"walletAddress": "0xa2de"}


def test_a_partial_and_an_object_with_an_async_call_are_handlers(post: Post) -> None:
    class Handler:
        async def __call__(self, purchase: models.Purchase) -> bool:
            return True

    async def with_shop(shop: str, purchase: models.Purchase) -> bool:
        return shop == "fish"

    for handler in (Handler(), partial(with_shop, "fish"), lambda purchase: with_shop("fish", purchase)):
        webhooks = SociogramWebhooks(TOKEN)
        webhooks.on_purchase_validate(handler)
        assert is_yes(post(webhooks, KEY, update("purchase-validate", PURCHASE)))


def test_an_async_handler_runs_from_plain_code_also_where_a_loop_runs() -> None:
    shop = Shop(is_async=True)

    async def run() -> WebhookAnswer:
        return shop.webhooks.handle(KEY, update("purchase-validate", PURCHASE))

    assert is_yes(asyncio.run(run()))


def test_names_of_events_can_be_replaced(post: Post) -> None:
    shop = Shop(event_names={"purchase-validate": "PurchaseValidate"})
    assert is_yes(post(shop.webhooks, KEY, update("PurchaseValidate", PURCHASE)))
    assert not is_yes(post(shop.webhooks, KEY, update("purchase-validate", PURCHASE)))  # unknown now


# --- Never a false yes ---


@pytest.mark.parametrize("is_async", [False, True])
@pytest.mark.parametrize("event", ["purchase-validate", "purchase-confirmed"])
@pytest.mark.parametrize("answer", [False, None, 1, "true", "yes", {"success": True}, ValueError("broken"), KeyError()])
def test_only_true_is_a_yes(
    post: Post, event: str, answer: Any, is_async: bool, caplog: pytest.LogCaptureFixture
) -> None:
    shop = Shop(answer=answer, is_async=is_async)
    assert not is_yes(post(shop.webhooks, KEY, update(event, PURCHASE)))
    assert len(shop.calls) == 1
    assert bool(caplog.records) is (answer is not False)


@pytest.mark.parametrize("event", EVENTS)
def test_an_event_without_a_handler_is_a_no_and_is_logged(
    post: Post, event: str, caplog: pytest.LogCaptureFixture
) -> None:
    assert not is_yes(post(SociogramWebhooks(TOKEN), KEY, update(event, EVENTS[event])))
    assert "no handler" in caplog.text


@pytest.mark.parametrize("event", ["chat-message", "callback-query"])
def test_what_a_handler_of_a_notice_returns_is_not_looked_at_unless_it_fails(post: Post, event: str) -> None:
    assert is_yes(post(Shop(answer=None).webhooks, KEY, update(event, EVENTS[event])))
    assert not is_yes(post(Shop(answer=ValueError()).webhooks, KEY, update(event, EVENTS[event])))


@pytest.mark.parametrize("answer", [True, ValueError("broken")])
def test_an_unknown_event_is_a_no_is_logged_and_goes_to_on_unknown(
    post: Post, answer: Any, caplog: pytest.LogCaptureFixture
) -> None:
    shop = Shop(answer=answer)
    assert not is_yes(post(shop.webhooks, KEY, update("purchase-refunded\n", {"uid": 1})))
    assert shop.calls == [("purchase-refunded\n", {"uid": 1})]
    assert "unknown event 'purchase-refunded\\n'" in caplog.text


def test_an_unknown_event_needs_no_handler(post: Post) -> None:
    assert not is_yes(post(SociogramWebhooks(TOKEN), KEY, update("purchase-refunded", None)))


# --- What runs no handler ---

NO_KEY: list[Any] = [
    {},
    {"X-App-Key": ""},
    {"X-App-Key": "made-up-tokem"},
    {"X-App-Key": TOKEN + " "},
    {"X-App-Key": TOKEN.upper()},
    {"X-App-Key": TOKEN[:-1]},
    {"X-App-Key": "töken"},
    {"Authorization": f"Bearer {TOKEN}"},
    [("X-App-Key", TOKEN), ("X-App-Key", "another")],
    [("X-App-Key", "another"), ("X-App-Key", TOKEN)],
]


@pytest.mark.parametrize("headers", NO_KEY)
def test_a_wrong_or_missing_key_is_401_and_runs_nothing(post: Post, headers: Any) -> None:
    shop = Shop()
    for body in (update("purchase-confirmed", PURCHASE), update("unknown", {}), b"", b"{", b"x" * 3_000_000):
        answer = post(shop.webhooks, headers, body)
        assert answer.status == 401
        assert TOKEN.encode() not in answer.body
    assert shop.calls == []


def test_the_key_s_header_is_found_in_any_case_and_form(post: Post) -> None:
    body = update("purchase-validate", PURCHASE)
    for headers in ({"x-app-key": TOKEN}, [("X-APP-KEY", TOKEN)], KEY):
        assert is_yes(post(Shop().webhooks, headers, body))
    assert is_yes(Shop().webhooks.handle([(b"x-app-key", TOKEN.encode())], body))


def test_several_keys_can_be_right_and_another_header_can_be_named(post: Post) -> None:
    webhooks = SociogramWebhooks([Secret("old-made-up"), "new-made-up"], auth_header="X-Mini-App-Token")
    webhooks.on_purchase_validate(lambda purchase: True)
    for key, status in (("old-made-up", 200), ("new-made-up", 200), ("other", 401)):
        assert post(webhooks, {"X-Mini-App-Token": key}, update("purchase-validate", PURCHASE)).status == status


def test_keys_are_compared_by_the_standard_library_s_constant_time_comparison(monkeypatch: pytest.MonkeyPatch) -> None:
    import hmac

    compared: list[tuple[bytes, bytes]] = []

    def compare(one: bytes, other: bytes) -> bool:
        compared.append((one, other))
        return one == other

    monkeypatch.setattr(hmac, "compare_digest", compare)
    webhooks = SociogramWebhooks(["first-made-up", "second-made-up"])
    webhooks.handle({"X-App-Key": "first-made-up"}, b"")
    # Both, although the first one fits: how long it takes tells nothing about which.
    assert sorted(compared) == [(b"first-made-up", b"first-made-up"), (b"second-made-up", b"first-made-up")]


@pytest.mark.parametrize("token", ["", [], ["made-up", ""]])
def test_webhooks_without_a_key_cannot_be_made(token: Any) -> None:
    with pytest.raises(ConfigurationError, match="token"):
        SociogramWebhooks(token)


def test_a_body_that_is_too_large_is_413_and_runs_nothing(post: Post) -> None:
    shop = Shop(max_bytes=1000)
    room = 1000 - len(update("purchase-validate", {"payload": ""}))
    fits = update("purchase-validate", {"payload": "x" * room})
    assert is_yes(post(shop.webhooks, KEY, fits))
    assert post(shop.webhooks, KEY, update("purchase-validate", {"payload": "x" * (room + 1)})).status == 413
    assert post(shop.webhooks, {**KEY, "Content-Length": "1001"}, b"{}").status == 413
    assert len(shop.calls) == 1


def test_no_more_than_the_limit_is_read_of_a_stream() -> None:
    shop = Shop(max_bytes=1000)

    class Endless(io.RawIOBase):
        asked = 0

        def read(self, size: int = -1) -> bytes:
            assert size > 0
            self.asked += size
            return b"x" * size

    stream = Endless()
    assert shop.webhooks.handle(KEY, stream).status == 413  # type: ignore[arg-type]  # enough of a stream
    assert stream.asked == 1001

    async def chunks() -> Any:
        for number in range(1000):
            assert number < 11
            yield b"x" * 100

    assert asyncio.run(shop.webhooks.ahandle(KEY, chunks())).status == 413
    assert shop.calls == []


MALFORMED: list[bytes] = [
    b"",
    b"{",
    b"null",
    b"[]",
    b"5",
    b'"purchase-validate"',
    b"{}",
    b'{"data": null}',
    b'{"data": []}',
    b'{"data": {}}',
    b'{"data": NaN}',
    b"\xff\xfe",
    b'{"purchase-validate": {"payload": ""}}',
    b'{"data": {"purchase-validate": {"payload": "a"}, "purchase-confirmed": {"payload": "a"}}}',
    b"[" * 100_000,
    b'{"data": {"chat-message": {"uid": ' + b"9" * 5000 + b"}}}",
    b'{"data": {"purchase-validate": {"payload": "", "price": 1e5000}}}',
]
NEAR_MISSES: list[tuple[str, Any]] = [
    ("purchase-validate", None),
    ("purchase-validate", []),
    ("purchase-validate", "order 456"),
    ("purchase-validate", {}),
    ("purchase-validate", {key: value for key, value in PURCHASE.items() if key != "payload"}),
    ("purchase-validate", {**PURCHASE, "payload": None}),
    ("purchase-validate", {**PURCHASE, "payload": {"order": 456}}),
    ("purchase-validate", {**PURCHASE, "payload": 456}),
    ("purchase-validate", {**PURCHASE, "uid": "123"}),
    ("purchase-validate", {**PURCHASE, "uid": True}),
    ("purchase-validate", {**PURCHASE, "uid": 0}),
    ("purchase-validate", {**PURCHASE, "uid": 1.5}),
    ("purchase-validate", {**PURCHASE, "purchaseId": True}),
    ("purchase-validate", {**PURCHASE, "purchaseId": {}}),
    ("purchase-validate", {**PURCHASE, "prices": []}),
    ("purchase-validate", {**PURCHASE, "prices": {}}),
    ("purchase-validate", {**PURCHASE, "prices": [{"amount": 1.5}]}),
    ("purchase-validate", {**PURCHASE, "prices": [{"amount": 0, "currency": "sol"}]}),
    ("purchase-validate", {**PURCHASE, "prices": [{"amount": -1, "currency": "sol"}]}),
    ("purchase-validate", {**PURCHASE, "prices": [{"amount": "1.5", "currency": "sol"}]}),
    ("purchase-validate", {**PURCHASE, "prices": [{"amount": 1, "currency": "eur"}]}),
    ("purchase-validate", {**PURCHASE, "prices": [{"amount": 1, "currency": "sol"}] * 2}),
    (
        "purchase-validate",
        {**PURCHASE, "prices": [{"amount": 1, "currency": "usd"}, {"amount": 1, "currency": "usdt"}]},
    ),
    ("purchase-validate", {**PURCHASE, "price": "1.5"}),
    ("purchase-validate", {**PURCHASE, "currency": "SOL"}),
    ("purchase-confirmed", {**PURCHASE, "title": 5}),
    ("chat-message", {**MESSAGE, "uid": None}),
    ("chat-message", {**MESSAGE, "message": "Hello!"}),
    ("chat-message", {**MESSAGE, "message": {}}),
    ("chat-message", {"uid": 1337, "message": {"text": "Hello!"}}),
    ("chat-message", {**MESSAGE, "chatId": 5}),
    ("callback-query", {**CALLBACK, "callbackData": None}),
    ("callback-query", {"uid": 1337, "chatId": CALLBACK["chatId"]}),
]


@pytest.mark.parametrize("body", [*MALFORMED, *(update(*miss) for miss in NEAR_MISSES)])
def test_a_malformed_body_is_400_and_runs_nothing(post: Post, body: bytes) -> None:
    shop = Shop()
    assert post(shop.webhooks, KEY, body).status == 400
    assert shop.calls == []


def test_the_near_misses_are_what_the_document_refuses(document_accepts: Callable[[str, Any], bool]) -> None:
    for event, data in EVENTS.items():
        assert document_accepts(event, data)
    for event, data in NEAR_MISSES:
        assert not document_accepts(event, data), (event, data)


@pytest.fixture
def document_accepts() -> Callable[[str, Any], bool]:
    from tests.specs.documents import document, validator

    def accepts(event: str, data: Any) -> bool:
        operation = document("sociogram").data["webhooks"][event]["post"]
        schema = operation["requestBody"]["content"]["application/json"]["schema"]
        return bool(validator("sociogram", schema).is_valid({"data": {event: data}}))

    return accepts


@pytest.mark.parametrize("method", ["GET", "PUT", "HEAD", "OPTIONS"])
def test_another_method_is_405(method: str) -> None:
    answer = by_asgi(Shop().webhooks, KEY, update("purchase-validate", PURCHASE), method)
    assert (answer.status, dict(answer.headers)["allow"]) == (405, "POST")


# --- The key stays secret ---


def test_no_log_shows_the_key(caplog: pytest.LogCaptureFixture, post: Post) -> None:
    caplog.set_level(logging.DEBUG)
    for answer in (ValueError(f"the key is {TOKEN}"), None):
        shop = Shop(answer=answer)
        for event in (*EVENTS, f"unknown {TOKEN}"):
            post(shop.webhooks, KEY, update(event, EVENTS.get(event, {"key": TOKEN})))
        post(shop.webhooks, {"X-App-Key": "wrong-key-of-somebody"}, b"")
        assert repr(shop.webhooks) == "<SociogramWebhooks with 5 handlers>"
    assert "the handler of" in caplog.text
    assert TOKEN not in caplog.text
    assert "wrong-key-of-somebody" not in caplog.text
    assert not any(TOKEN in str(vars(record)) for record in caplog.records)


def test_the_filter_is_for_other_loggers_too(caplog: pytest.LogCaptureFixture) -> None:
    other = logging.getLogger("a-web-server")
    webhooks = SociogramWebhooks(TOKEN)
    other.addFilter(webhooks.log_filter)
    try:
        other.error("headers: %s, 100 %% of %d", {"x-app-key": TOKEN}, 5)
    finally:
        other.removeFilter(webhooks.log_filter)
    assert "headers: {'x-app-key': '***'}, 100 % of 5" in caplog.text


# --- Deliveries ---


def confirmed(**changes: Any) -> bytes:
    return update("purchase-confirmed", {**PURCHASE, **changes})


def test_a_purchase_is_delivered_once_and_a_repetition_is_a_yes(post: Post) -> None:
    shop = Shop()
    assert [is_yes(post(shop.webhooks, KEY, confirmed())) for _ in range(3)] == [True] * 3
    assert len(shop.calls) == 1
    assert is_yes(post(shop.webhooks, KEY, confirmed(purchaseId=5)))
    assert is_yes(post(shop.webhooks, KEY, confirmed(purchaseId="5")))  # the same id in another form
    assert len(shop.calls) == 2


@pytest.mark.parametrize("answer", [False, ValueError("no stock")])
def test_what_was_not_delivered_is_tried_again(post: Post, answer: Any) -> None:
    shop = Shop(answer=answer)
    assert not is_yes(post(shop.webhooks, KEY, confirmed()))
    shop.answer = True
    assert is_yes(post(shop.webhooks, KEY, confirmed()))
    assert len(shop.calls) == 2


def test_without_an_id_each_call_is_a_delivery_as_the_readme_says(post: Post) -> None:
    shop = Shop()
    for _ in range(2):
        assert is_yes(post(shop.webhooks, KEY, update("purchase-confirmed", {"payload": "order 456"})))
    assert len(shop.calls) == 2


def test_a_key_of_one_s_own_recognises_purchases_without_an_id(post: Post) -> None:
    shop = Shop(delivery_key=lambda purchase: purchase.payload)
    for _ in range(2):
        assert is_yes(post(shop.webhooks, KEY, update("purchase-confirmed", {"payload": "order 456"})))
    assert len(shop.calls) == 1


def test_a_key_that_fails_is_a_no_and_delivers_nothing(post: Post) -> None:
    shop = Shop(delivery_key=lambda purchase: json.loads(purchase.payload)["orderId"])
    assert not is_yes(post(shop.webhooks, KEY, confirmed()))
    assert shop.calls == []


def test_validations_are_asked_each_time(post: Post) -> None:
    shop = Shop()
    for _ in range(2):
        post(shop.webhooks, KEY, update("purchase-validate", PURCHASE))
    assert len(shop.calls) == 2


class Database:
    """Keys that outlive the webhooks object; async, as a database is."""

    def __init__(self) -> None:
        self.keys: set[str] = set()
        self.broken = False

    async def contains(self, key: str) -> bool:
        return key in self.keys

    async def add(self, key: str) -> None:
        if self.broken:
            raise OSError("the disk is full")
        self.keys.add(key)


def test_keys_can_be_kept_elsewhere_and_are_added_after_success(post: Post) -> None:
    database = Database()
    failing = Shop(delivered=database, answer=False)
    post(failing.webhooks, KEY, confirmed())
    assert database.keys == set()
    assert is_yes(post(Shop(delivered=database).webhooks, KEY, confirmed()))
    restarted = Shop(delivered=database)
    assert is_yes(post(restarted.webhooks, KEY, confirmed()))
    assert restarted.calls == []


def test_a_crash_before_the_key_is_kept_may_deliver_again(post: Post) -> None:
    database = Database()
    database.broken = True
    shop = Shop(delivered=database)
    assert not is_yes(post(shop.webhooks, KEY, confirmed()))
    database.broken = False
    assert is_yes(post(shop.webhooks, KEY, confirmed()))
    assert len(shop.calls) == 2


def test_an_empty_store_of_keys_is_used_and_not_taken_for_none() -> None:
    class Empty(MemoryKeys):
        def __len__(self) -> int:
            return 0

    keys = Empty()
    Shop(delivered=keys).webhooks.handle(KEY, confirmed())
    assert keys.contains(str(PURCHASE["purchaseId"]))


def test_memory_keeps_the_latest_keys() -> None:
    keys = MemoryKeys(most=2)
    for key in "abc":
        keys.add(key)
    assert [keys.contains(key) for key in "abc"] == [False, True, True]


class Slow:
    """A handler that notes how many of it run at once."""

    def __init__(self, answers: list[bool]) -> None:
        self.running = self.most = self.calls = 0
        self.answers = answers
        self.lock = threading.Lock()

    def __call__(self, purchase: models.Purchase) -> bool:
        with self.lock:
            self.running += 1
            self.calls += 1
            answer = self.answers.pop(0)
            self.most = max(self.most, self.running)
        time.sleep(0.05)
        with self.lock:
            self.running -= 1
        return answer


@pytest.fixture
def slow() -> Iterator[tuple[Slow, SociogramWebhooks]]:
    webhooks = SociogramWebhooks(TOKEN)
    handler = Slow([False, True, True, True])
    webhooks.on_purchase_confirmed(handler)
    yield handler, webhooks
    assert handler.calls == 2
    assert handler.most == 1


def test_one_at_a_time_delivers_a_purchase_threads(slow: tuple[Slow, SociogramWebhooks]) -> None:
    with ThreadPoolExecutor(20) as pool:
        answers = list(pool.map(lambda _: slow[1].handle(KEY, confirmed()).body, range(20)))
    assert sorted(answers) == [b"false"] + [b"true"] * 19


def test_one_at_a_time_delivers_a_purchase_tasks(slow: tuple[Slow, SociogramWebhooks]) -> None:
    async def run() -> list[bytes]:
        answers = await asyncio.gather(*(slow[1].ahandle(KEY, confirmed()) for _ in range(100)))
        return [answer.body for answer in answers]

    assert sorted(asyncio.run(run())) == [b"false"] + [b"true"] * 99


def test_different_purchases_do_not_wait_for_each_other() -> None:
    webhooks = SociogramWebhooks(TOKEN)
    both = threading.Barrier(2, timeout=5)

    @webhooks.on_purchase_confirmed
    def deliver(purchase: models.Purchase) -> bool:
        both.wait()
        return True

    with ThreadPoolExecutor(2) as pool:
        answers = list(pool.map(lambda number: webhooks.handle(KEY, confirmed(purchaseId=number)).body, (1, 2)))
    assert answers == [b"true", b"true"]


def test_a_cancelled_delivery_gives_way_to_the_next() -> None:
    webhooks = SociogramWebhooks(TOKEN)
    begun: list[int] = []

    @webhooks.on_purchase_confirmed
    async def deliver(purchase: models.Purchase) -> bool:
        begun.append(1)
        if len(begun) == 1:
            await asyncio.sleep(10)
        return True

    async def run() -> bytes:
        first = asyncio.create_task(webhooks.ahandle(KEY, confirmed()))
        while not begun:  # noqa: ASYNC110  # the handler has nothing else to tell by
            await asyncio.sleep(0.001)
        first.cancel()
        await asyncio.gather(first, return_exceptions=True)
        return (await webhooks.ahandle(KEY, confirmed())).body

    assert asyncio.run(run()) == b"true"
    assert len(begun) == 2


def test_a_caller_that_goes_away_runs_nothing() -> None:
    shop = Shop()

    async def receive() -> Any:
        return {"type": "http.disconnect"}

    async def send(message: Any) -> None:
        raise AssertionError(message)

    scope = {"type": "http", "method": "POST", "headers": [(b"x-app-key", TOKEN.encode())]}
    with pytest.raises(ConnectionError):
        asyncio.run(shop.webhooks(scope, receive, send))
    assert shop.calls == []


def test_wrong_options_are_named() -> None:
    with pytest.raises(ConfigurationError, match="event_names: 'refund' is no event"):
        SociogramWebhooks(TOKEN, event_names={"refund": "x"})
    with pytest.raises(ConfigurationError, match="the same name"):
        SociogramWebhooks(TOKEN, event_names={"chat-message": "callback-query"})
    with pytest.raises(TypeError, match="a handler is a function"):
        SociogramWebhooks(TOKEN).on_unknown(5)  # type: ignore[type-var]  # on purpose
