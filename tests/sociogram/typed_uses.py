"""Calls as a user writes them, for both type checkers; `test_typed_uses.py` also runs them against the mock."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import assert_type

from sociogram_client import (
    AsyncPage,
    AsyncPaginator,
    AsyncSociogram,
    BulkReport,
    Page,
    RawResponse,
    Sociogram,
    SociogramWebhooks,
    WebhookAnswer,
    models,
    parse_launch_data,
)

AUTHOR = "67bdb851166c0be755fac39a"


def use_sync(sociogram: Sociogram, uid: int) -> None:
    assert_type(sociogram.users.notify(uid=uid, message="Hello!"), bool)
    assert_type(sociogram.payouts.to_user(uid=uid, amount=Decimal("0.35"), currency="sol"), bool | None)
    assert_type(sociogram.payouts.to_developer(currency="usd"), bool | None)
    page = sociogram.publications.search(author_id=AUTHOR, search="CatGame", limit=5)
    assert_type(page, Page[models.Publication])
    for publication in page:
        assert_type(publication.likes, int | None)
        assert_type(publication.created_at, datetime.datetime | None)
    assert_type(sociogram.checks.follow(target_slug=uid, user_slug=uid), bool)
    invoice = sociogram.invoices.create(
        title="100 fish", prices=[{"amount": Decimal("1.5"), "currency": "sol"}], payload="order 456"
    )
    assert_type(invoice, models.Invoice)
    assert_type(invoice.to_json(), str)
    assert_type(invoice.prices[0].amount, Decimal)
    assert_type(sociogram.users.notify_many([uid], "Fish!"), BulkReport)
    raw = sociogram.with_raw_response.users.notify(uid=uid, message="Hello!")
    assert_type(raw, RawResponse[bool])
    assert_type(sociogram.with_options(timeout=5), Sociogram)
    assert_type(str(sociogram.inferred_routes["users_notify"]), str)


async def use_async(sociogram: AsyncSociogram, uid: int) -> None:
    assert_type(await sociogram.users.notify(uid=uid, message="Hello!"), bool)
    assert_type(await sociogram.payouts.to_user(uid=uid, amount=Decimal("0.35"), currency="sol"), bool | None)
    paginator = sociogram.comments.search(author_id=AUTHOR, search="CatGame")
    assert_type(paginator, AsyncPaginator[models.Comment])
    assert_type(await paginator, AsyncPage[models.Comment])
    async for comment in sociogram.comments.search(author_id=AUTHOR, search="CatGame"):
        assert_type(comment.text, str)
    assert_type(await sociogram.users.notify_many([uid], "Fish!"), BulkReport)


def use_webhooks() -> None:
    webhooks = SociogramWebhooks(token="made-up-token")

    @webhooks.on_purchase_validate
    def validate(purchase: models.Purchase) -> bool:
        assert_type(purchase.prices, list[models.Price] | None)
        return purchase.payload == "order 456"

    @webhooks.on_purchase_confirmed
    async def deliver(purchase: models.Purchase) -> bool:
        assert_type(purchase.purchase_id, str | int | None)
        return True

    @webhooks.on_chat_message
    def read(message: models.ChatMessage) -> None:
        assert_type(message.message.text, str)

    @webhooks.on_unknown
    def keep(name: str, data: object) -> None:
        assert_type(name, str)

    assert_type(webhooks.handle({"X-App-Key": "made-up-token"}, b"{}"), WebhookAnswer)


def use_launch_data() -> None:
    user = parse_launch_data("address=0xa2de&uid=1337")
    assert_type(user, models.UserInfo)
    assert_type(user.uid, int)
    assert_type(user.wallet_usdt, Decimal | None)
