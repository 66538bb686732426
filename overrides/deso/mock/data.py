"""The state of the mock as tests see it: accounts with keys and money, and short ways to put things on the chain."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..keys import PrivateKey, PublicKey, double_sha256
from ..messages import DEFAULT_GROUP, access_group_key
from .state import Group, Member, Post, Profile
from .submit import DeSoSubmit

FUNDS = 1_000_000_000
"""Nanos that an account has when a test does not say otherwise: one DESO."""


class DeSoData(DeSoSubmit):
    """Ways to put things on the chain without a transaction."""

    def add_account(
        self, key: PrivateKey | None = None, *, balance_nanos: int = FUNDS, username: str = "", group: bool = False
    ) -> PrivateKey:
        """Make an account with money, and what else is asked for; returns its private key.

        Args:
            key: the account's key; by default one from the mock's random numbers (made up: never use it elsewhere).
            balance_nanos: its balance.
            username: the name of its profile; none without one.
            group: whether it has the access group ``default-key``, with the key that clients derive.
        """
        with self.lock:
            made = key or self._key()
            self.fund(made.public_key, balance_nanos)
            if username:
                self.add_profile(made.public_key, username)
            if group:
                self.add_group(made.public_key, DEFAULT_GROUP, access_group_key(made).public_key)
            return made

    def _key(self) -> PrivateKey:
        number = self.next_id("account")
        return PrivateKey(double_sha256(b"made up" + number.to_bytes(8, "big") + self.random.randbytes(16)))

    def fund(self, account: PublicKey, nanos: int) -> int:
        """Give an account money; returns its balance in nanos."""
        with self.lock:
            self.chain.credit(account.data, nanos, (self.random.randbytes(32), 0))
            return self.tables.balances[account.data]

    def balance(self, account: PublicKey) -> int:
        """The balance of an account in nanos."""
        return self.tables.balances.get(account.data, 0)

    def add_profile(self, account: PublicKey, username: str, **values: Any) -> Profile:
        """Make or replace the profile of an account; values as the fields of ``Profile``."""
        made = Profile(account.data, username, **values)
        self.tables.profiles[account.data] = made
        return made

    def add_post(self, account: PublicKey, body: str = "Hello!", **values: Any) -> Post:
        """Make a post by an account; values as the fields of ``Post``."""
        with self.lock:
            values = {"timestamp_nanos": self.now_nanos(), "height": self.height - 1, **values}
            post_hash = values.pop("post_hash", None) or self.random.randbytes(32)
            made = Post(post_hash, account.data, body=body, **values)
            self.tables.posts[post_hash] = made
            return made

    def add_follow(self, follower: PublicKey, followed: PublicKey) -> None:
        """Let an account follow another."""
        self.tables.follows[follower.data, followed.data] = None

    def add_like(self, reader: PublicKey, post: Post) -> None:
        """Let an account like a post."""
        self.tables.likes[reader.data, post.post_hash] = None

    def add_group(self, owner: PublicKey, name: str, key: PublicKey) -> Group:
        """Make an access group."""
        made = Group(owner.data, name.encode(), key.data)
        self.tables.groups[owner.data, made.name] = made
        return made

    def add_member(self, group: Group, member: PublicKey, encrypted_key: str, key_name: str = DEFAULT_GROUP) -> Member:
        """Add a member to an access group; ``encrypted_key`` as ``encrypt_member_key`` makes it."""
        made = Member(member.data, key_name.encode(), encrypted_key.encode())
        group.members[member.data] = made
        return made

    def seed(self, *, accounts: int | list[Mapping[str, Any]] = 1) -> dict[str, Any]:
        """Make accounts: a number of ordinary ones, or the members of each.

        ``seed(accounts=2)``, ``seed(accounts=[{"seed_hex": "07" * 32, "username": "anna", "balance_nanos": 5}])``.
        Members: ``seed_hex`` (else a made-up key), ``balance_nanos``, ``username``, ``group`` (as in ``add_account``),
        ``posts`` (a number, or a list of texts).

        Returns:
            The accounts with their addresses and their made-up keys, and the hashes of their posts.

        Raises:
            ValueError: for a member that there is not.
        """
        wanted = [{} for _ in range(accounts)] if isinstance(accounts, int) else accounts
        return {"accounts": [self._seed_account(dict(one)) for one in wanted]}

    def _seed_account(self, given: dict[str, Any]) -> dict[str, Any]:
        seed_hex, posts = given.pop("seed_hex", None), given.pop("posts", 0)
        if unknown := set(given) - {"balance_nanos", "username", "group"}:
            raise ValueError(f"an account has no {', '.join(sorted(unknown))}")
        key = self.add_account(PrivateKey.from_seed_hex(seed_hex) if seed_hex else None, **given)
        texts = posts if isinstance(posts, list) else ["Hello!"] * posts
        made = [self.add_post(key.public_key, text).post_hash.hex() for text in texts]
        secret = key.secret.reveal()
        assert isinstance(secret, bytes)
        return {"PublicKeyBase58Check": self.address(key.public_key.data), "seed_hex": secret.hex(), "posts": made}

    def state(self) -> dict[str, Any]:
        """Everything on the chain, keys as addresses and hashes in hexadecimal digits."""
        tables, name = self.tables, self.address
        return {
            "height": self.height,
            "balances": {name(key): nanos for key, nanos in tables.balances.items()},
            "profiles": [self.profile_of_key(key) for key in tables.profiles],
            "posts": [self.post_entry(post) for post in tables.posts.values()],
            "follows": [[name(follower), name(followed)] for follower, followed in tables.follows],
            "likes": [[name(reader), post.hex()] for reader, post in tables.likes],
            "diamonds": [[name(sender), post.hex(), level] for (sender, post), level in tables.diamonds.items()],
            "groups": [
                {**self._group_entry(one), "Members": [self._member_entry(member) for member in one.members.values()]}
                for one in tables.groups.values()
            ],
            "messages": [self._message_entry(one) for one in tables.messages.values()],
            "derived_keys": [self._derived_entry(one) for one in tables.derived_keys.values()],
            "transactions": [known.hex() for known in tables.transactions],
        }
