# mypy: ignore-errors
"""Calls that both type checkers refuse, each on a line that ends with `# wrong`; never run.

`test_typing.py` has mypy read a copy without the first line.
"""

from __future__ import annotations

from socialize_client import AsyncSocialize, Socialize


def use_sync(socialize: Socialize) -> None:
    socialize.comments.create(text="x")  # wrong
    socialize.comments.create(entity_key="a", entity={"key": "a"}, text="x")  # wrong
    socialize.comments.create(entity_key="a")  # wrong
    socialize.comments.create(entity_key="a", text="x", latitude=1.0)  # wrong
    socialize.likes.create()  # wrong
    socialize.likes.create(entity_key="a", entity={"key": "a"})  # wrong
    socialize.shares.create(entity_key="a")  # wrong
    socialize.views.create(entity_key="a", entity={"key": "a"})  # wrong
    socialize.subscriptions.create(type="new_comments")  # wrong
    socialize.comments.list(id=[1], entity_key="a")  # wrong
    socialize.likes.list(id=[1], entity_key="a")  # wrong
    socialize.shares.list(id=[1], entity_key="a")  # wrong
    socialize.with_raw_response.shares.list(id=[1], entity_key="a")  # wrong
    socialize.entities.list(sort="likes")  # wrong
    socialize.authenticate(udid="1", auth_token="t")  # wrong
    socialize.management.smart_alerts.send(message="x")  # wrong
    socialize.management.smart_alerts.send(application_id=1, message="x", subscription="direct")  # wrong


async def use_async(socialize: AsyncSocialize) -> None:
    await socialize.comments.create(text="x")  # wrong
    await socialize.comments.list(id=[1], entity_key="a")  # wrong
    await socialize.views.create(entity_key="a", entity={"key": "a"})  # wrong
