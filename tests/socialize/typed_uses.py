"""Calls as a user writes them, for both type checkers; `test_typed_uses.py` also runs them against the mock."""

from __future__ import annotations

import datetime
from typing import assert_type

from socialize_client import (
    AsyncPage,
    AsyncPaginator,
    AsyncSocialize,
    Failed,
    OAuth1,
    Page,
    PartialFailure,
    RawResponse,
    Socialize,
    models,
)

KEY = "http://example.com/articles/1"


def use_sync(socialize: Socialize) -> None:
    user = socialize.authenticate(udid="1234345656")
    assert_type(user, Socialize)
    assert_type(user.user, models.UserFull)
    assert_type(user.authentication, models.Authentication)
    linked = user.authenticate(udid="1234345656", auth_type=2, auth_token="t", auth_token_secret="s")
    assert_type(linked.user.id, int)
    assert_type(user.as_user("token", "secret"), Socialize)
    assert_type(user.with_options(timeout=5, auth=OAuth1("k", "s")), Socialize)

    comment = user.comments.create(entity_key=KEY, text="Hello!", lat=37.7, lng=-122.4, subscribe=True, timeout=5)
    assert_type(comment, models.Comment)
    assert_type(comment.date, datetime.datetime)
    assert_type(comment.lat, float | None)
    assert_type(user.comments.create(entity={"key": KEY, "name": "An article"}, text="Hello!"), models.Comment)
    assert_type(user.likes.create(entity=models.CreateEntity(key=KEY)), models.Like)
    assert_type(user.shares.create(entity_key=KEY, medium=2), models.Share)
    assert_type(user.views.create(entity_key=KEY), models.View)
    assert_type(user.subscriptions.create(entity_key=KEY, type="new_comments"), models.Subscription)
    assert_type(user.entities.create(key=KEY, name="An article"), models.FullEntity)
    assert_type(user.entities.get_by_key(KEY), models.FullEntity)
    assert_type(user.devices.register(device_type="iOS", device_token="t"), models.DeviceToken)
    assert_type(user.applications.get_current(), models.ApplicationFull)
    assert_type(user.urls.shorten(KEY), str)
    assert_type(user.users.update(user.user.id, first_name="A"), models.UserFull)
    assert_type(user.users.unlike(user.user.id, entity_key=KEY), models.LikeBatch)

    batch = user.comments.create_many(
        [{"entity_key": KEY, "text": "x"}, models.CommentCreate(entity_key=KEY, text="y")]
    )
    assert_type(batch.items, list[models.Comment])
    failure = PartialFailure("", failed=[Failed("no", None, 0)])
    assert_type(failure.failed[0].position, int | None)

    page = user.entities.list(sort="total_activity")
    assert_type(page, Page[models.FullEntity])
    for entity in page:
        assert_type(entity, models.FullEntity)
        break
    assert_type(user.activities.list(entity_key=KEY), Page[models.Activity])
    assert_type(user.users.list_comments(user.user.id, last=10), Page[models.Comment])
    assert_type(socialize.management.smart_alerts.list(), Page[models.SmartAlert])

    raw = user.with_raw_response.entities.list(limit=2)
    assert_type(raw, RawResponse[Page[models.FullEntity]])


async def use_async(socialize: AsyncSocialize) -> None:
    user = await socialize.authenticate(udid="1234345656")
    assert_type(user, AsyncSocialize)
    assert_type(await user.comments.create(entity_key=KEY, text="Hello!"), models.Comment)
    assert_type(await user.likes.create(entity={"key": KEY}), models.Like)
    assert_type(await user.entities.get_by_key(KEY), models.FullEntity)
    paginator = user.entities.list(limit=2)
    assert_type(paginator, AsyncPaginator[models.FullEntity])
    page = await paginator
    assert_type(page, AsyncPage[models.FullEntity])
    async for entity in user.entities.list(limit=2):
        assert_type(entity, models.FullEntity)
        break
    raw = await user.with_raw_response.entities.list(limit=2)
    assert_type(raw, RawResponse[AsyncPage[models.FullEntity]])
