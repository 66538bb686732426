"""DeSo as a plain-Python model: dicts and sets that the client's answers are held against."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

import pytest
from deso_client import DeSo, rules
from deso_client._core.runtime import Runtime
from deso_client.keys import DerivedSigner, SpendingLimit
from deso_client.mock import DeSoMock
from deso_client.mock.hostile import ATTACKER
from deso_client.transactions import Transaction, TransactionType
from hypothesis import strategies as st
from hypothesis.stateful import initialize, invariant, precondition, rule

from .deso import ACCOUNTS as KEYS
from .deso import DERIVED, GROUP, address, make
from .machine import Machine

USERS = (0, 1)
ADDRESSES = [address(KEYS[user]) for user in USERS]
TEXTS = st.text(min_size=1, max_size=8).filter(lambda text: text.isprintable())
FUNDS = 10**9


@dataclass
class Row:
    """What the model knows of a post."""

    author: int
    body: str
    parent: str = ""
    hidden: bool = False
    likes: set[int] = field(default_factory=set)
    diamonds: dict[int, int] = field(default_factory=dict)


class Model(Machine):
    """Two users post, like, tip and write to each other; each answer has to be what the model says."""

    mock: DeSoMock
    make = staticmethod(make)

    def __init__(self) -> None:
        super().__init__()
        for user in USERS:
            self.mock.add_account(KEYS[user], balance_nanos=FUNDS, username=f"user_{user}")
            self.mock.add_group(KEYS[user].public_key, "default-key", GROUP[KEYS[user]].public_key)
        self.clients = [self._client(KEYS[user]) for user in USERS]
        self.rows: dict[str, Row] = {}
        self.follows: set[tuple[int, int]] = set()
        self.sent: list[tuple[int, str, int]] = []
        self.balances = dict.fromkeys(USERS, FUNDS)
        self.may_post = 0

    def _client(self, signer: Any) -> DeSo:
        runtime = Runtime(time=lambda: self.mock.clock.now().timestamp())
        return DeSo(
            base_url=self.mock.base_url,
            transport=self.mock.transport(),
            signer=signer,
            max_retries=0,
            runtime=runtime,
            tip_source=lambda: self.mock.height,
        )

    def _paid(self, user: int, made: Any) -> None:
        self.balances[user] -= made.spent_nanos

    @initialize()
    def begin(self) -> None:
        for user in USERS:
            self.write(user, "The first words")

    # --- Posts ---

    @rule(user=st.sampled_from(USERS), body=TEXTS)
    def write(self, user: int, body: str) -> None:
        made = self.clients[user].posts.submit(body)
        self._paid(user, made)
        assert made.post_hash_hex not in self.rows
        self.rows[made.post_hash_hex] = Row(user, body)
        self._read(user, made.post_hash_hex)

    @rule(user=st.sampled_from(USERS), data=st.data(), body=TEXTS)
    def comment(self, user: int, data: st.DataObject, body: str) -> None:
        parent = self._any(data)
        made = self.clients[user].posts.submit(body, parent_stake_id=parent)
        self._paid(user, made)
        self.rows[made.post_hash_hex] = Row(user, body, parent)
        self._read(user, parent)

    @rule(user=st.sampled_from(USERS), data=st.data(), body=TEXTS, hidden=st.booleans())
    def edit(self, user: int, data: st.DataObject, body: str, hidden: bool) -> None:
        name = self._any(data)
        row = self.rows[name]
        if row.author != user:
            with pytest.raises(rules.RuleErrorSubmitPostPostModificationNotAuthorized):
                self.clients[user].posts.submit(body, post_hash_hex_to_modify=name, is_hidden=hidden)
            return
        self._paid(user, self.clients[user].posts.submit(body, post_hash_hex_to_modify=name, is_hidden=hidden))
        row.body, row.hidden = body, hidden
        self._read(user, name)

    @rule(data=st.data())
    def hide(self, data: st.DataObject) -> None:
        """An author hides a post, and leaves what it says as it is."""
        name = self._any(data)
        row = self.rows[name]
        made = self.clients[row.author].posts.submit(post_hash_hex_to_modify=name, is_hidden=True)
        self._paid(row.author, made)
        row.hidden = True
        self._read(row.author, name)
        self.list(row.author, "newest", 4)

    @rule(user=st.sampled_from(USERS), order=st.sampled_from(["newest", "oldest"]), limit=st.integers(2, 4))
    def list(self, user: int, order: Any, limit: int) -> None:
        wanted = [name for name, row in self.rows.items() if not row.parent and not row.hidden]
        wanted = wanted if order == "oldest" else wanted[::-1]
        page = self.clients[user].posts.list(order_by=order, num_to_fetch=limit)
        assert [post.post_hash_hex for post in page.items] == wanted[:limit]
        assert [
            post.post_hash_hex for post in self.clients[user].posts.list(order_by=order, num_to_fetch=limit)
        ] == wanted

    def _any(self, data: st.DataObject) -> str:
        return data.draw(st.sampled_from(sorted(self.rows)))

    def _read(self, user: int, name: str) -> None:
        row = self.rows[name]
        found = (
            self.clients[user]
            .posts.get(post_hash_hex=name, reader_public_key_base58_check=ADDRESSES[user], comment_limit=30)
            .post_found
        )
        assert found is not None
        assert (found.body, found.is_hidden, found.parent_stake_id) == (row.body, row.hidden, row.parent)
        assert found.poster_public_key_base58_check == ADDRESSES[row.author]
        assert (found.like_count, found.diamond_count) == (len(row.likes), sum(row.diamonds.values()))
        comments = [one for one, each in self.rows.items() if each.parent == name and not each.hidden]
        assert [one.post_hash_hex for one in found.comments or ()] == comments[:30]
        assert found.comment_count == len(comments)
        state = found.post_entry_reader_state
        assert state is not None
        mine = (user in row.likes, row.diamonds.get(user, 0))
        assert (state.liked_by_reader, state.diamond_level_bestowed) == mine

    # --- Likes, follows, diamonds ---

    @rule(user=st.sampled_from(USERS), data=st.data(), undo=st.booleans())
    def like(self, user: int, data: st.DataObject, undo: bool) -> None:
        name = self._any(data)
        likes = self.rows[name].likes
        if (user in likes) is undo:
            self._paid(user, self.clients[user].likes.create(name, is_unlike=undo))
            likes.symmetric_difference_update({user})
        else:
            with pytest.raises(rules.RuleError):
                self.clients[user].likes.create(name, is_unlike=undo)
        self._read(user, name)

    @rule(user=st.sampled_from(USERS), undo=st.booleans())
    def follow(self, user: int, undo: bool) -> None:
        pair = (user, 1 - user)
        if (pair in self.follows) is undo:
            self._paid(user, self.clients[user].follows.create(ADDRESSES[1 - user], is_unfollow=undo))
            self.follows.symmetric_difference_update({pair})
        else:
            with pytest.raises(rules.RuleError):
                self.clients[user].follows.create(ADDRESSES[1 - user], is_unfollow=undo)
        feed = self.clients[user].posts.list(
            reader_public_key_base58_check=ADDRESSES[user], get_posts_for_follow_feed=True, num_to_fetch=50
        )
        theirs = [name for name, row in self.rows.items() if row.author != user and not row.parent and not row.hidden]
        assert [post.post_hash_hex for post in feed.items] == (theirs[::-1] if pair in self.follows else [])

    @rule(data=st.data(), level=st.integers(1, 3))
    def tip(self, data: st.DataObject, level: int) -> None:
        name = self._any(data)
        row = self.rows[name]
        user = 1 - row.author
        given = row.diamonds.get(user, 0)
        if level <= given:
            return
        made = self.clients[user].diamonds.send(
            receiver_public_key_base58_check=ADDRESSES[row.author], diamond_post_hash_hex=name, diamond_level=level
        )
        price = [0, 50_000, 500_000, 5_000_000]
        assert made.spent_nanos == price[level] - price[given] + made.choices.fee_nanos
        self._paid(user, made)
        self.balances[row.author] += price[level] - price[given]
        row.diamonds[user] = level
        self._read(user, name)

    # --- Messages ---

    @rule(user=st.sampled_from(USERS), text=TEXTS)
    def send(self, user: int, text: str) -> None:
        made = self.clients[user].messages.send(ADDRESSES[1 - user], text)
        self._paid(user, made)
        self.sent.append((user, text, made.timestamp_nanos))
        self.converse(1 - user, 2)

    @precondition(lambda self: self.sent)
    @rule(data=st.data(), text=TEXTS)
    def change(self, data: st.DataObject, text: str) -> None:
        place = data.draw(st.integers(0, len(self.sent) - 1))
        user, _, time = self.sent[place]
        other = ADDRESSES[1 - user]
        self._paid(user, self.clients[user].messages.update(other, text, timestamp_nanos=time))
        self.sent[place] = (user, text, time)
        self.converse(user, 3)

    @rule(user=st.sampled_from(USERS), size=st.integers(1, 4))
    def converse(self, user: int, size: int) -> None:
        found = self.clients[user].messages.thread(ADDRESSES[1 - user], page_size=size)
        read = [(one.sender, one.text, one.timestamp_nanos) for one in found]
        assert read == [(ADDRESSES[sender], text, time) for sender, text, time in self.sent[::-1]]

    # --- Derived keys ---

    @rule(number=st.integers(1, 2))
    def authorize(self, number: int) -> None:
        limit = SpendingLimit(10**6, {TransactionType.SUBMIT_POST: number})
        made = self.clients[0].derived_keys.authorize(
            DERIVED.public_key, expiration_block=self.mock.height + 1000, limit=limit
        )
        self._paid(0, made)
        self.may_post = number

    @rule(body=TEXTS)
    def write_with_a_derived_key(self, body: str) -> None:
        client = self._client(DerivedSigner(KEYS[0].public_key, DERIVED))
        if not self.may_post:
            with pytest.raises(rules.RuleError):
                client.posts.submit(body)
            return
        made = client.posts.submit(body)
        self._paid(0, made)
        self.may_post -= 1
        self.rows[made.post_hash_hex] = Row(0, body)
        with pytest.raises(rules.RuleError):
            client.follows.create(ADDRESSES[1])

    # --- Always ---

    @rule()
    def wait(self) -> None:
        self.mock.clock.advance(1)

    @invariant()
    def balances_agree(self) -> None:
        for user in USERS:
            answer = self.clients[user].profiles.get(username=f"user_{user}")
            assert answer is not None
            assert answer.profile is not None
            assert answer.profile.deso_balance_nanos == self.balances[user]


# --- Planted faults, none of which schemathesis can find ---


def _lost_like(mock: DeSoMock) -> None:
    connect = type(mock._chain).connect

    def lossy(chain: Any, data: bytes) -> bytes:
        final = connect(chain, data)
        chain.state.likes.clear()
        return final

    _on_each_chain(mock, lambda chain: setattr(chain, "connect", lambda data: lossy(chain, data)))


def _on_each_chain(mock: DeSoMock, change: Callable[[Any], None]) -> None:
    """Change the chain that each reset makes."""
    start = mock.start

    def changed() -> None:
        start()
        change(mock._chain)

    mock.start = changed  # type: ignore[method-assign] # planted
    change(mock._chain)


def _limit_ignored(mock: DeSoMock) -> None:
    read = mock.read
    mock.read = lambda call, struct: {**read(call, struct), **({"NumToFetch": 50} if "NumToFetch" in struct else {})}  # type: ignore[method-assign] # planted


def _hidden_posts_listed(mock: DeSoMock) -> None:
    listed = mock._listed
    mock._listed = lambda post, given, reader: listed(replace(post, is_hidden=False), given, reader)  # type: ignore[method-assign] # planted


def _feed_of_everybody(mock: DeSoMock) -> None:
    listed = mock._listed
    mock._listed = lambda post, given, reader: listed(post, {**given, "GetPostsForFollowFeed": False}, reader)  # type: ignore[method-assign] # planted


def _edits_by_anybody(mock: DeSoMock) -> None:
    def change(chain: Any) -> None:
        plan = chain._plan_edit

        def anybody(found: Transaction, metadata: Any) -> Any:
            post = chain.state.posts[metadata.post_hash_to_modify]
            return plan(replace(found, public_key=post.poster), metadata)

        chain._plan_edit = anybody

    _on_each_chain(mock, change)


def _signature_not_compared(mock: DeSoMock) -> None:
    def change(chain: Any) -> None:
        signer = chain._signer
        chain._derived_use = lambda found, used, spent: lambda: None
        chain._signer = lambda parsed: replace(signer(parsed), derived=False)

    _on_each_chain(mock, change)


def _derived_key_never_used_up(mock: DeSoMock) -> None:
    _on_each_chain(mock, lambda chain: setattr(chain, "_use", lambda limit, found, spent: None))


def _fee_not_paid(mock: DeSoMock) -> None:
    def change(chain: Any) -> None:
        payment = chain._payment

        def free(parsed: Any) -> Any:
            spent, pay = payment(parsed)

            def paid() -> None:
                pay()
                chain.state.balances[parsed.transaction.public_key] += parsed.transaction.fee_nanos

            return spent, paid

        chain._payment = free

    _on_each_chain(mock, change)


def _diamonds_to_somebody_else(mock: DeSoMock) -> None:
    def change(chain: Any) -> None:
        credit = chain.credit

        def elsewhere(public_key: bytes, amount_nanos: int, place: Any) -> None:
            target = ATTACKER.public_key.data if amount_nanos in (500_000, 450_000) else public_key
            credit(target, amount_nanos, place)

        chain.credit = elsewhere

    _on_each_chain(mock, change)


def _page_off_by_one(mock: DeSoMock) -> None:
    page = mock._page
    mock._page = lambda call, given, thread: page(call, given, thread)[: max(1, given["MaxMessagesToFetch"] - 1)][1:]  # type: ignore[method-assign] # planted


def _message_not_changed(mock: DeSoMock) -> None:
    connect = type(mock._chain).connect

    def unchanged(chain: Any, data: bytes) -> bytes:
        kept = {key: replace(one) for key, one in chain.state.messages.items()}
        final = connect(chain, data)
        chain.state.messages = {**chain.state.messages, **kept}
        return final

    _on_each_chain(mock, lambda chain: setattr(chain, "connect", lambda data: unchanged(chain, data)))


def _comment_not_counted(mock: DeSoMock) -> None:
    entry = mock.post_entry

    def uncounted(*args: Any, **options: Any) -> Any:
        return {**entry(*args, **options), "CommentCount": 0}

    mock.post_entry = uncounted  # type: ignore[method-assign] # planted


PLANTED = {
    "a like that is lost": _lost_like,
    "limit ignored": _limit_ignored,
    "hidden posts listed": _hidden_posts_listed,
    "feed of everybody": _feed_of_everybody,
    "edits by anybody": _edits_by_anybody,
    "derived keys not checked": _signature_not_compared,
    "derived key never used up": _derived_key_never_used_up,
    "fee not paid": _fee_not_paid,
    "diamonds paid to somebody else": _diamonds_to_somebody_else,
    "messages lost between pages": _page_off_by_one,
    "message not changed": _message_not_changed,
    "comment not counted": _comment_not_counted,
}
