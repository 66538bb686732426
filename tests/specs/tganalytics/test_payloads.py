"""The document of Telegram Mini Apps Analytics on both sides: it accepts what is true and refuses near misses.

It accepts the payloads: ../test_payloads.py. The documented ones are the samples of the public documentation, made
valid JSON, and bodies with every member that it lists; the observed ones have the forms that the published SDK puts on
the wire; the inferred ones are what servers of this kind answer.
"""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest

from tests.specs.payloads import REMOVED, NearMiss, Payloads, changed, component_of, each_of

PAYLOADS = Payloads("tganalytics")
DOCUMENT = PAYLOADS.document
load, validator = PAYLOADS.load, PAYLOADS.validator
REQUIRED = ["event_name", "user_id", "session_id", "app_name"]
DOCUMENTED_NAMES = [
    *("app-init", "app-hide", "custom-event", "connection-started", "connection-completed", "connection-error"),
    *("connection-restoring-completed", "connection-restoring-error", "transaction-sent-for-signature"),
    *("transaction-signed", "transaction-signing-failed", "disconnection"),
]
OBSERVED_NAMES = [
    *("connection-restoring-started", "purchase-init", "purchase-success", "purchase-cancelled", "purchase-failed"),
    *("register-invoice", "refund-issued", "subscription-started", "subscription-renewed"),
    *("subscription-cancelled", "ADDITIONAL_TASK_EVENT"),
]
VISIT = [*REQUIRED, "is_premium", "platform", "locale", "start_param", "client_timestamp", "url_referer"]
TON_CONNECT = ["custom_data", "trace_id"]
WALLET = [*TON_CONNECT, "wallet_address", "wallet_type", "wallet_version", "wallet_state_init", "auth_type"]
TRANSACTION = [*WALLET, "valid_until", "from", "messages"]
FAILURE = ["is_success", "error_message", "error_code"]
CARRIED: dict[str, list[str]] = {
    "custom-event": ["custom_data"],
    "connection-started": TON_CONNECT,
    "connection-completed": [*WALLET, "is_success"],
    "connection-error": [*TON_CONNECT, *FAILURE],
    "connection-restoring-started": TON_CONNECT,
    "connection-restoring-completed": [*WALLET, "is_success"],
    "connection-restoring-error": [*TON_CONNECT, "is_success", "error_message"],
    "transaction-sent-for-signature": TRANSACTION,
    "transaction-signed": [*TRANSACTION, "is_success", "signed_transaction"],
    "transaction-signing-failed": [*TRANSACTION, *FAILURE],
    "disconnection": [*WALLET, "scope"],
    "purchase-init": ["slug"],
    "purchase-success": ["slug"],
    "purchase-cancelled": ["slug"],
    "purchase-failed": ["slug"],
    "register-invoice": [
        *("slug", "title", "description", "payload", "currency", "prices", "subscription_period", "max_tip_amount"),
        *("suggested_tip_amounts", "photo_url", "photo_size", "photo_width", "photo_height", "need_name"),
        *("need_phone_number", "need_email", "need_shipping_address", "send_phone_number_to_provider"),
        *("send_email_to_provider", "is_flexible", "business_connection_id", "provider_token", "provider_data"),
    ],
    "ADDITIONAL_TASK_EVENT": ["custom_data"],
}
"""What an event of each name carries beside what every event of a visit repeats; names that are not here: nothing."""
WRONG: dict[str, object] = {
    "is_premium": "true",
    "platform": 1,
    "locale": 1,
    "start_param": None,
    "client_timestamp": 1743503599534,
    "url_referer": None,
    "is_success": 1,
    "error_message": None,
    "error_code": "300",
    "wallet_address": 0,
    "wallet_type": False,
    "wallet_version": 5,
    "auth_type": "ton_sign",
    "valid_until": 1795333590,
    "from": 0,
    "messages": {"address": "0:1", "amount": "1"},
    "custom_data": "{}",
    "scope": ["dapp"],
}
"""For each optional documented member a value that the documented type does not have."""
NULLABLE = ["error_code", "wallet_address", "wallet_type", "wallet_version", "valid_until", "from"]
FAULT_TEXTS = {
    "Failed to record": "400",
    "The token is not specified in the headers or is specified incorrectly.": "400",
    "Token is invalid.": "400",
    "Invalid app_name is specified.": "400",
    "The domain name does not match.": "403",
    "Too many requests. Try again later.": "429",
}


@cache
def schemas_by_name() -> dict[str, str]:
    """Return the component of each known event name."""
    mapping = DOCUMENT["components"]["schemas"]["KnownEvent"]["discriminator"]["mapping"]
    return {name: reference.rpartition("/")[2] for name, reference in mapping.items()}


def members(component: str) -> set[str]:
    """Return the members that a component declares, itself or through allOf."""
    schema = DOCUMENT["components"]["schemas"][component]
    inherited = (members(part["$ref"].rpartition("/")[2]) for part in schema.get("allOf", ()))
    return set(schema.get("properties", {})).union(*inherited)


def known(name: str) -> dict[str, Any]:
    """Return an event of a known name as the SDK sends it."""
    event: dict[str, Any] = load(f"observed/KnownEvent/{name}")
    return event


def is_event(event: object) -> bool:
    """Tell whether a body is accepted that is this event, which must be told alike inside an array."""
    alone = validator("EventOrBatch").is_valid(event)
    assert validator("EventOrBatch").is_valid([known("app-init"), event]) is alone
    return alone


def test_every_documented_and_observed_name_is_known_and_has_a_schema() -> None:
    names = DOCUMENT["components"]["schemas"]["KnownEventName"]["enum"]
    assert sorted(names) == sorted(DOCUMENTED_NAMES + OBSERVED_NAMES)
    assert sorted(schemas_by_name()) == sorted(names)
    assert len(set(schemas_by_name().values())) == len(names)


@pytest.mark.parametrize("name", DOCUMENTED_NAMES + OBSERVED_NAMES)
def test_the_schema_of_a_name_has_the_members_that_its_events_carry(name: str) -> None:
    assert members(schemas_by_name()[name]) == {*VISIT, *CARRIED.get(name, ())}


@pytest.mark.parametrize("name", DOCUMENTED_NAMES + OBSERVED_NAMES)
def test_an_event_fits_the_schema_of_its_name_and_no_other(name: str) -> None:
    own = schemas_by_name()[name]
    fitting = [each for each in [*schemas_by_name().values(), "OtherEvent"] if validator(each).is_valid(known(name))]
    assert fitting == [own]
    assert is_event(known(name))


@pytest.mark.parametrize("name", DOCUMENTED_NAMES + OBSERVED_NAMES)
@pytest.mark.parametrize("member", REQUIRED)
@pytest.mark.parametrize("value", [REMOVED, None, [], True, 1.5], ids=["removed", "null", "array", "true", "1.5"])
def test_a_required_member_is_there_and_of_its_type(name: str, member: str, value: object) -> None:
    assert not is_event(changed(known(name), f"/{member}", value))


@pytest.mark.parametrize("name", [*DOCUMENTED_NAMES, *OBSERVED_NAMES, "hello"])
@pytest.mark.parametrize("member", WRONG)
def test_a_documented_member_has_its_type_in_events_of_every_name(name: str, member: str) -> None:
    event = {**known("app-init"), "event_name": name} if name == "hello" else known(name)
    assert not is_event({**event, member: WRONG[member]})


@pytest.mark.parametrize("name", [*DOCUMENTED_NAMES, "hello"])
@pytest.mark.parametrize("member", WRONG)
def test_null_is_accepted_where_it_was_seen(name: str, member: str) -> None:
    event = {key: value for key, value in known("app-init").items() if key != "event_name"}
    assert is_event({"event_name": name, **event, member: None}) is (member in NULLABLE)


@pytest.mark.parametrize("member", [*WRONG, "trace_id", "wallet_state_init", "signed_transaction"])
def test_no_documented_event_needs_an_optional_member(member: str) -> None:
    for name in DOCUMENTED_NAMES:
        assert is_event({key: value for key, value in known(name).items() if key != member})


@pytest.mark.parametrize("value", ["ton_addr", "ton_proof", 0, 1])
def test_the_kind_of_proof_is_a_name_or_its_documented_number(value: object) -> None:
    assert is_event({**known("connection-completed"), "auth_type": value})


@pytest.mark.parametrize(("text", "status"), FAULT_TEXTS.items())
def test_each_documented_text_of_an_error_is_listed_and_shown_with_its_status(text: str, status: str) -> None:
    assert text in DOCUMENT["components"]["schemas"]["KnownFaultText"]["enum"]
    response = DOCUMENT["paths"]["/events"]["post"]["responses"][status]
    if "$ref" in response:
        response = DOCUMENT["components"]["responses"][response["$ref"].rpartition("/")[2]]
    shown = response["content"]["application/json"]["examples"].values()
    bodies = [DOCUMENT["components"]["examples"][e["$ref"].rpartition("/")[2]] if "$ref" in e else e for e in shown]
    assert {"message": text} in [body["value"] for body in bodies]


def test_no_other_text_of_an_error_is_listed() -> None:
    assert DOCUMENT["components"]["schemas"]["KnownFaultText"]["enum"] == list(FAULT_TEXTS)


@pytest.mark.parametrize("body", [{"message": "Another text."}, {"message": "p"}, ["p"], {"message": ["p", "q"]}])
def test_a_validation_report_is_a_text_a_list_or_the_whole_body(body: object) -> None:
    assert validator("BadRequest").is_valid(body)


def test_each_status_of_each_call_is_stated() -> None:
    statuses = {
        operation["operationId"]: list(operation["responses"])
        for item in DOCUMENT["paths"].values()
        for operation in item.values()
    }
    assert statuses == {
        "events_record": ["200", "201", "202", "203", "400", "403", "429", "5XX"],
        "events_threshold": ["200", "5XX"],
        "events_fingerprint": ["2XX", "400", "403", "429", "5XX"],
    }


INIT = "documented/EventOrBatch/app_init"
STARTED = "observed/KnownEvent/connection-started"
SIGNED = "observed/KnownEvent/transaction-signed"
FAILED = "observed/KnownEvent/transaction-signing-failed"
INVOICE = "observed/KnownEvent/register-invoice"
PURCHASE = "observed/KnownEvent/purchase-init"
TWO = "observed/EventOrBatch/events_of_two_visits"
REPORT = "observed/BadRequest/bare_report"
REPORT_TEXT = "documented/BadRequest/validation_report"
REPORT_LIST = "inferred/BadRequest/list_of_texts"
FINGERPRINT = "observed/FingerprintReport/sdk_1_6_4"
NEAR_MISSES: list[NearMiss] = [
    # Bodies that other clients tried.
    (INIT, "", {"events": load(INIT)}),
    (INIT, "", [load(INIT)]),
    (INIT, "", None),
    (INIT, "", "app-init"),
    (INIT, "/0", None),
    (INIT, "/0", "app-init"),
    (TWO, "/1/app_name", REMOVED),
    (INIT, "/0/event_name", REMOVED),
    # Who, in which visit of which app, when.
    (INIT, "/0/user_id", "111111111"),
    (INIT, "/0/user_id", 0),
    (INIT, "/0/user_id", -1),
    (INIT, "/0/user_id", 9223372036854775808),
    (INIT, "/0/session_id", ""),
    (INIT, "/0/session_id", "visit-1"),
    (INIT, "/0/session_id", "10c574d96d2c4e6da141ce6da141ce6d"),
    (INIT, "/0/app_name", ""),
    (INIT, "/0/event_name", 1),
    (INIT, "/0/client_timestamp", "2025-04-01T10:33:19.534Z"),
    (INIT, "/0/client_timestamp", "1743503599"),
    (INIT, "/0/client_timestamp", "1743503599534.5"),
    (INIT, "/0/client_timestamp", "1743503599534000"),
    (INIT, "/0/client_timestamp", ""),
    # TON Connect.
    (STARTED, "/custom_data", []),
    (STARTED, "/custom_data", None),
    (STARTED, "/custom_data/ton_connect_sdk_lib", 3),
    (STARTED, "/trace_id", "trace"),
    (SIGNED, "/custom_data/chain_id", -239),
    (SIGNED, "/custom_data/provider", 0),
    (SIGNED, "/wallet_state_init", {}),
    (SIGNED, "/signed_transaction", None),
    (SIGNED, "/auth_type", 2),
    (SIGNED, "/auth_type", "0"),
    (SIGNED, "/auth_type", None),
    (SIGNED, "/valid_until", "2026-11-22T10:33:10Z"),
    (SIGNED, "/valid_until", ""),
    (SIGNED, "/messages", None),
    (SIGNED, "/messages/0", "0:1"),
    (SIGNED, "/messages/0/amount", 20000000),
    (SIGNED, "/messages/0/amount", "0.02"),
    (SIGNED, "/messages/0/address", 0),
    (FAILED, "/messages/0/payload", {}),
    (FAILED, "/messages/0/state_init", 1),
    (FAILED, "/error_code", 300.5),
    # Payments.
    (PURCHASE, "/slug", REMOVED),
    (PURCHASE, "/slug", None),
    (PURCHASE, "/slug", 5),
    *((INVOICE, f"/{name}", REMOVED) for name in ("slug", "title", "description", "payload", "currency", "prices")),
    *((INVOICE, f"/{name}", "") for name in ("slug", "title", "description", "payload", "currency")),
    *((INVOICE, f"/{name}", "1") for name in ("subscription_period", "max_tip_amount", "photo_size", "photo_width")),
    *((INVOICE, f"/{name}", 1) for name in ("need_name", "need_email", "is_flexible", "provider_token", "photo_url")),
    (INVOICE, "/prices", []),
    (INVOICE, "/prices/0/label", REMOVED),
    (INVOICE, "/prices/0/amount", 0),
    (INVOICE, "/prices/0/amount", "100"),
    (INVOICE, "/suggested_tip_amounts", ["10"]),
    ("observed/KnownEvent/ADDITIONAL_TASK_EVENT", "/custom_data/userData", []),
    # Answers.
    ("documented/EventReceipt/recorded", "/message", REMOVED),
    ("documented/EventReceipt/recorded", "/message", ["Success record."]),
    ("observed/EventReceipt/with_next_task", "/Content", '{"a":-2,"b":3}'),
    ("observed/ProofTask/next_task", "/Content", REMOVED),
    ("documented/BadRequest/failed_to_record", "/message", REMOVED),
    ("documented/BadRequest/failed_to_record", "/message", None),
    ("documented/BadRequest/failed_to_record", "/message", {"text": "Failed to record"}),
    (REPORT_TEXT, "/status", "400"),
    (REPORT_TEXT, "/status", 500),
    (REPORT_LIST, "/statusCode", "400"),
    (REPORT_LIST, "/message", []),
    (REPORT_LIST, "/message/0", {"property": "app_name"}),
    (REPORT_LIST, "/error", 400),
    (REPORT, "", []),
    (REPORT, "/0", ""),
    (REPORT, "/0", None),
    ("documented/Fault/domain_mismatch", "/message", ["The domain name does not match."]),
    ("documented/RateLimitFault/too_many_requests", "/message", REMOVED),
    # The undocumented rest.
    ("observed/EventThresholds/built_in", "/app-hide", -1),
    ("observed/EventThresholds/built_in", "/app-hide", "3"),
    ("observed/EventThresholds/built_in", "/app-hide", None),
    ("observed/EventThresholds/built_in", "", [{"app-hide": 3}]),
    (FINGERPRINT, "/wallet_address", REMOVED),
    (FINGERPRINT, "/wallet_address", 0),
    (FINGERPRINT, "/request_id", REMOVED),
    (FINGERPRINT, "/request_id", "1"),
    (FINGERPRINT, "/request_id", None),
    (FINGERPRINT, "/app_name", None),
]


@each_of(NEAR_MISSES)
def test_a_near_miss_is_refused(near_miss: NearMiss) -> None:
    case, pointer, value = near_miss
    component = component_of(case).replace("KnownEvent", "EventOrBatch")
    assert validator(component).is_valid(load(case))
    assert not validator(component).is_valid(changed(load(case), pointer, value))
