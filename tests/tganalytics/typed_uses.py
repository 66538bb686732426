"""Calls as a user writes them, for both type checkers; `test_typed_uses.py` also runs them against the mock."""

from __future__ import annotations

import uuid
from pathlib import Path
from typing import assert_type

from tganalytics_client import (
    AsyncEventQueue,
    AsyncTGAnalytics,
    EventQueue,
    QueueReport,
    RawResponse,
    RefusedEvent,
    Session,
    TGAnalytics,
    models,
)

WALLET = "0:83dfd552e63729b472fcbcc8c45ebcc6691702558b68ec7527e1ba403a0f31a8"


def use_session(session: Session) -> list[models.EventBase]:
    """Make events of each kind of arguments."""
    assert_type(session.session_id, uuid.UUID)
    started = session.app_init(url_referer="https://app.example.com/")
    assert_type(started, models.AppInitEvent)
    assert_type(started.user_id, int)
    assert_type(started.client_timestamp, str | None)
    custom = session.custom({"level": 7, "path": ["a", {"b": None}]})
    assert_type(custom, models.CustomEvent)
    connected = session.connection_completed(
        wallet_address=WALLET,
        wallet_type="tonkeeper",
        auth_type="ton_proof",
        custom_data={"chain_id": "-239", "provider": "http"},
        trace_id=None,
    )
    assert_type(connected, models.ConnectionCompletedEvent)
    assert_type(connected.is_success, bool)
    signed = session.transaction_signed(
        "te6cckEBAQEAAgAAAEysuc0=",
        from_=WALLET,
        valid_until="1795333590",
        messages=[{"address": WALLET, "amount": "20000000"}, models.TransactionMessage(amount="1")],
    )
    assert_type(signed.from_, str | None)
    assert_type(signed.messages, list[models.TransactionMessage] | None)
    failed = session.connection_error("Connection was cancelled")
    assert_type(failed.error_code, int | None)
    invoice = session.register_invoice(
        "slug",
        title="A hat",
        description="For the head",
        payload="hat-1",
        currency="XTR",
        prices=[{"label": "Hat", "amount": 5}],
        need_name=True,
    )
    assert_type(invoice.prices, list[models.LabeledPrice])
    other = session.event("level_up", level=3)
    assert_type(other, models.EventBase)
    return [started, custom, connected, signed, failed, session.disconnection("wallet"), invoice, other]


def use_sync(analytics: TGAnalytics, spool: Path) -> None:
    """Record and queue events."""
    session = analytics.session(user_id=6442450943, platform="ios", is_premium=False)
    assert_type(session, Session)
    receipt = analytics.events.record(use_session(session))
    assert_type(receipt, models.EventReceipt)
    assert_type(receipt.message, str)
    # One event, a mapping, and a sequence of both.
    analytics.events.record(session.app_hide(), compress=False)
    plain = {"event_name": "app-init", "user_id": 1, "session_id": str(session.session_id)}
    analytics.events.record([plain, session.app_hide()])
    raw = analytics.with_raw_response.events.record(plain)
    assert_type(raw, RawResponse[models.EventReceipt])
    assert_type(raw.parse(), models.EventReceipt)
    assert_type(analytics.events.threshold(), dict[str, int])
    assert_type(analytics.with_options(timeout=5, app_name="docs"), TGAnalytics)

    with EventQueue(analytics, spool=spool, durable=True, when_full="drop_oldest", on_refused=print) as queue:
        queue.put(session.app_hide())
        queue.put(plain, timeout=1.0)
        queue.put_many([plain, session.app_hide()])
        assert_type(queue.flush(10), bool)
        report = queue.report()
        assert_type(report, QueueReport)
        assert_type(report.oldest_age, float | None)
        assert_type(queue.refused(), list[RefusedEvent])
        assert_type(queue.resend_refused(), int)


async def use_async(analytics: AsyncTGAnalytics) -> None:
    """Record and queue events."""
    session = analytics.session(user_id=1)
    assert_type(await analytics.events.record(session.app_init()), models.EventReceipt)
    async with AsyncEventQueue(analytics) as queue:
        await queue.put(session.app_hide())
        assert_type(await queue.flush(10), bool)
        assert_type(await queue.report(), QueueReport)
        assert_type(await queue.refused(), list[RefusedEvent])
