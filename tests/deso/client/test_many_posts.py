"""Nothing is written twice and nothing is lost, however many write at once and however many answers are lost."""

from __future__ import annotations

import asyncio
import os
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from deso_client import AsyncDeSo, DeSo
from deso_client._core.retry import RetryPolicy
from deso_client.mock import DeSoMock

POSTS = int(os.environ.get("DESO_POSTS", "1000"))
ACCOUNTS = 10


def lossy() -> DeSoMock:
    """A node that loses answers of every kind, before and after the work."""
    mock = DeSoMock(seed=4)
    for operation in ("posts_submit", "transactions_submit", "transactions_get"):
        mock.fail(operation, drop="after", probability=0.1)
        mock.fail(operation, drop="before", probability=0.05)
    mock.fail("transactions_submit", status=502, probability=0.03)
    mock.fail("transactions_submit", truncate=True, probability=0.03)
    return mock


def options(mock: DeSoMock, signer: Any) -> dict[str, Any]:
    """A patient client: with so many lost answers, three tries would now and then be too few."""
    retry = RetryPolicy(max_retries=20, first_wait=0.0001, longest_backoff=0.001)
    return {"base_url": mock.base_url, "transport": mock.transport(), "signer": signer, "retry": retry}


def check(mock: DeSoMock, hashes: list[str]) -> None:
    posts = mock.tables.posts
    assert len(hashes) == len(set(hashes)) == len(posts) == POSTS
    assert {name.hex() for name in posts} == set(hashes)
    assert Counter(post.body for post in posts.values()) == Counter(f"Post {n}" for n in range(POSTS))
    assert set(Counter(post.poster for post in posts.values()).values()) == {POSTS // ACCOUNTS}
    hits = [fault.hits for fault in mock.faults]
    assert all(hits), "a fault that never struck shows nothing"


def test_posts_of_ten_accounts_in_threads_are_each_there_once() -> None:
    mock = lossy()
    clients = [DeSo(**options(mock, mock.add_account())) for _ in range(ACCOUNTS)]
    with ThreadPoolExecutor(ACCOUNTS) as pool:
        made = pool.map(lambda n: clients[n % ACCOUNTS].posts.submit(body=f"Post {n}").post_hash_hex, range(POSTS))
        check(mock, list(made))


def test_posts_of_ten_accounts_in_tasks_are_each_there_once() -> None:
    mock = lossy()

    async def write() -> list[str]:
        clients = [AsyncDeSo(**options(mock, mock.add_account())) for _ in range(ACCOUNTS)]

        async def one(number: int) -> str:
            return (await clients[number % ACCOUNTS].posts.submit(body=f"Post {number}")).post_hash_hex

        return await asyncio.gather(*(one(number) for number in range(POSTS)))

    check(mock, asyncio.run(write()))


def test_a_client_that_writes_again_after_a_lost_answer_would_post_twice() -> None:
    """The fault that the tests above would find: what a caller without this client does."""
    mock = DeSoMock(seed=4)
    mock.fail("transactions_submit", drop="after", times=1)
    mock.fail("transactions_get", status=500, times=1, body='{"error": "no index"}')
    client = DeSo(**{**options(mock, mock.add_account()), "retry": RetryPolicy(max_retries=0)})
    with pytest.raises(Exception, match="is not known"):
        client.posts.submit(body="Hello")
    client.posts.submit(body="Hello")
    assert len(mock.tables.posts) == 2
