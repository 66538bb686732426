"""Calls as a user writes them, for both type checkers; `test_typed_uses.py` also runs them against the mock."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import assert_type

from talkee_client import AsyncPage, AsyncPaginator, AsyncTalkee, Page, RawResponse, Talkee, models

ASSET = "c6d0c728-2624-429b-8e0d-d9d19b6592fa"


def use_sync(talkee: Talkee) -> None:
    comment = talkee.comments.create(content="Hello!")
    assert_type(comment, models.Comment)
    assert_type(comment.id, int)
    assert_type(comment.created_at, datetime.datetime | None)
    assert_type(comment.creator, models.User | None)
    # The site and slug of one call, beside those of the client.
    assert_type(talkee.comments.get(comment.id, site_id=1, slug="/other"), models.Comment)

    page = talkee.comments.list(order_by="created_at", limit=2)
    assert_type(page, Page[models.Comment])
    assert_type(page.items, list[models.Comment])
    assert_type(page.total, int | None)
    assert_type(page.next_page(), Page[models.Comment] | None)
    for item in page:
        assert_type(item, models.Comment)
        break

    tip = talkee.airdrops.create(airdrop_type="user", opponent_id=3, asset_id=ASSET, amount=Decimal("0.0000001"))
    assert_type(tip, models.Airdrop)
    assert_type(talkee.sites.list(), list[models.Site])
    assert_type(talkee.assets.get(ASSET).price_usd, Decimal)
    assert_type(talkee.with_options(timeout=5, slug="/elsewhere"), Talkee)

    raw = talkee.with_raw_response.comments.get(comment.id)
    assert_type(raw, RawResponse[models.Comment])
    assert_type(raw.status_code, int)
    assert_type(raw.parse(), models.Comment)
    assert_type(talkee.with_raw_response.comments.list(limit=2).parse(), Page[models.Comment])


async def use_async(talkee: AsyncTalkee) -> None:
    comment = await talkee.comments.create(content="Hello!")
    assert_type(comment, models.Comment)
    paginator = talkee.comments.list(limit=2)
    assert_type(paginator, AsyncPaginator[models.Comment])
    page = await paginator
    assert_type(page, AsyncPage[models.Comment])
    assert_type(await page.next_page(), AsyncPage[models.Comment] | None)
    async for item in talkee.comments.list(limit=2):
        assert_type(item, models.Comment)
        break
    raw = await talkee.with_raw_response.comments.get(comment.id)
    assert_type(raw, RawResponse[models.Comment])
