"""A mock of a node with three accounts on it, short ways to call it, and a request for each constructing call."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime
from functools import cache
from typing import Any

from deso_client import keys, messages
from deso_client import transactions as t
from deso_client._core.mock.http import Headers, Request, Response
from deso_client.mock import Clock, DeSoMock

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
JSON = (("Content-Type", "application/json"),)
ACCOUNTS = tuple(keys.PrivateKey(bytes(31) + bytes([number])) for number in (11, 12, 13))  # made up
DERIVED = keys.PrivateKey(bytes(31) + b"\x07")
ROUTES = {
    "profiles_update": "update-profile",
    "posts_submit": "submit-post",
    "follows_create": "create-follow-txn-stateless",
    "likes_create": "create-like-stateless",
    "diamonds_send": "send-diamonds",
    "messages_send": "send-dm-message",
    "messages_update": "update-dm-message",
    "messages_send_group": "send-group-chat-message",
    "messages_update_group": "update-group-chat-message",
    "access_groups_create": "create-access-group",
    "access_groups_update": "update-access-group",
    "access_group_members_add": "add-access-group-members",
    "access_group_members_remove": "remove-access-group-members",
    "access_group_members_update": "update-access-group-members",
    "derived_keys_authorize": "authorize-derived-key",
}
"""The last part of the path of each constructing call, by operationId."""


class World:
    """A mock and three accounts with profiles and groups; Anna's post, and her chat with Berta in it.

    There is one mock for all, begun anew for each world, since reading the document takes a while: only the latest
    world can be used.
    """

    _mock: DeSoMock | None = None

    def __init__(self, **options: Any) -> None:
        self.mock = self._fresh(**options)
        self.anna, self.berta, self.carla = ACCOUNTS
        for account, name in zip(ACCOUNTS, ("anna", "berta", "carla"), strict=True):
            self.mock.add_account(account, username=name)
            self.mock.add_group(account.public_key, "default-key", group_key(account).public_key)
        self.post = self.mock.add_post(self.anna.public_key, "The first words")
        self.derived = DERIVED
        self.chat = self.mock.add_group(self.anna.public_key, "chat", group_key(self.anna, "chat").public_key)
        self.mock.add_member(self.chat, self.berta.public_key, _berta_secret())

    @classmethod
    def _fresh(cls, mode: Any = "faithful", **switches: str) -> DeSoMock:
        mock = cls._mock = cls._mock or DeSoMock(seed=1)
        mock.mode, mock.clock = mode, Clock(NOW)
        for name, known in mock.switches.items():
            setattr(mock, name, switches.get(name, known[0]))
        assert set(switches) <= set(mock.switches)
        mock.reset()
        return mock

    # --- Calls ---

    def send(
        self, path: str, body: Any = None, *, method: str = "POST", headers: Any = JSON, raw: bytes | None = None
    ) -> Response:
        """Send one request; the answer as it leaves."""
        path, _, query = path.partition("?")
        data = raw if raw is not None else b"" if body is None else json.dumps(body).encode()
        path = path if path.startswith("/") else f"/api/v0/{path}"
        return self.mock.handle(Request(method, path, query, Headers(headers), data))

    def ask(self, path: str, body: Any = None, **more: Any) -> Any:
        """Send one request that succeeds; its answer, None for an empty one."""
        answer = self.send(path, body, **more)
        assert answer.status == 200, answer.body
        return answer.json() if answer.body else None

    def error(self, path: str, body: Any = None, status: int = 400, **more: Any) -> str:
        """Send one request that fails; the text of the error."""
        answer = self.send(path, body, **more)
        assert answer.status == status, (answer.status, answer.body)
        value = answer.json()
        assert list(value) == ["error"]
        text: str = value["error"]
        return text

    def construct(self, operation: str, **changes: Any) -> dict[str, Any]:
        """Construct a transaction; members of the call's usual request may be changed."""
        made: dict[str, Any] = self.ask(ROUTES[operation], {**self.request(operation), **changes})
        return made

    def signed(self, made: dict[str, Any], signer: Any = None) -> t.SignedTransaction:
        """Sign what was constructed, by default as the account that it belongs to."""
        parsed = t.parse(bytes.fromhex(made["TransactionHex"]))
        owner = {key.public_key.data: key for key in (self.anna, self.berta, self.carla)}
        return t.sign(parsed, signer or owner[parsed.transaction.public_key])

    def submit(self, made: dict[str, Any], signer: Any = None) -> Any:
        """Sign and submit what was constructed."""
        return self.ask("submit-transaction", {"TransactionHex": self.signed(made, signer).hex})

    def refusal(self, made: dict[str, Any], signer: Any = None) -> str:
        """Sign and submit what the chain refuses; the text of the error."""
        return self.error("submit-transaction", {"TransactionHex": self.signed(made, signer).hex})

    def do(self, operation: str, signer: Any = None, **changes: Any) -> Any:
        """Construct, sign and submit."""
        return self.submit(self.construct(operation, **changes), signer)

    def fail(self, operation: str, signer: Any = None, **changes: Any) -> str:
        """Construct and sign what the chain refuses; the text of the error."""
        return self.refusal(self.construct(operation, **changes), signer)

    # --- Requests ---

    def request(self, operation: str) -> dict[str, Any]:
        """A request that the node takes, and whose transaction the chain takes (of updates: after its ``before``)."""
        make: dict[str, Callable[[], dict[str, Any]]] = {
            "profiles_update": lambda: {
                "UpdaterPublicKeyBase58Check": address(self.anna),
                "NewUsername": "anna_2",
                "NewDescription": "Somebody",
                "NewCreatorBasisPoints": 1000,
                "NewStakeMultipleBasisPoints": 12500,
                "ExtraData": {"Station": "roof"},
            },
            "posts_submit": lambda: {
                "UpdaterPublicKeyBase58Check": address(self.anna),
                "BodyObj": {"Body": "Rain <4 mm>"},
                "PostExtraData": {"Language": "en"},
            },
            "follows_create": lambda: {
                "FollowerPublicKeyBase58Check": address(self.anna),
                "FollowedPublicKeyBase58Check": address(self.berta),
            },
            "likes_create": lambda: {
                "ReaderPublicKeyBase58Check": address(self.berta),
                "LikedPostHashHex": self.post.post_hash.hex(),
            },
            "diamonds_send": lambda: {
                "SenderPublicKeyBase58Check": address(self.berta),
                "ReceiverPublicKeyBase58Check": address(self.anna),
                "DiamondPostHashHex": self.post.post_hash.hex(),
                "DiamondLevel": 2,
                "ExtraData": {"Reason": "rain"},
            },
            "derived_keys_authorize": lambda: {
                **self.grant({t.TransactionType.SUBMIT_POST: 2}).request(self.anna.public_key),
                "Memo": "Phone",
                "ExtraData": {"App": "weather"},
            },
        }
        if operation in make:
            return make[operation]()
        if operation.startswith("messages_"):
            return self.message(operation)
        if operation.startswith("access_groups_"):
            new = operation.endswith("create")
            return {
                "AccessGroupOwnerPublicKeyBase58Check": address(self.anna),
                "AccessGroupPublicKeyBase58Check": group_key(self.anna, "new").public_key.address(),
                "AccessGroupKeyName": "new" if new else "chat",
                "ExtraData": {"Title": "Weather"},
            }
        return self.membership(operation)

    def message(self, operation: str) -> dict[str, Any]:
        """A message from Berta to Anna, or to the chat."""
        group = (
            self.chat
            if operation.endswith("group")
            else self.mock.tables.groups[self.anna.public_key.data, b"default-key"]
        )
        return {
            "SenderAccessGroupOwnerPublicKeyBase58Check": address(self.berta),
            "SenderAccessGroupPublicKeyBase58Check": group_key(self.berta).public_key.address(),
            "SenderAccessGroupKeyName": "default-key",
            "RecipientAccessGroupOwnerPublicKeyBase58Check": address(self.anna),
            "RecipientAccessGroupPublicKeyBase58Check": keys.PublicKey(group.public_key).address(),
            "RecipientAccessGroupKeyName": group.name.decode(),
            "EncryptedMessageText": "04ab",
            "ExtraData": {"Kind": "text"},
            **({"TimestampNanosString": "1780000000000000001"} if "update" in operation else {}),
        }

    def membership(self, operation: str) -> dict[str, Any]:
        """Carla is added to the chat; Berta is changed or removed."""
        removed = operation.endswith("remove")
        member = {
            "AccessGroupMemberPublicKeyBase58Check": address(self.carla if operation.endswith("add") else self.berta),
            "AccessGroupMemberKeyName": "default-key",
            "EncryptedKey": "" if removed else "04Cd",
            **({} if removed else {"ExtraData": {"Since": "today"}}),
        }
        return {
            "AccessGroupOwnerPublicKeyBase58Check": address(self.anna),
            "AccessGroupKeyName": "chat",
            "AccessGroupMemberList": [member],
            "ExtraData": {"Reason": "rain"},
        }

    def grant(
        self, counts: dict[t.TransactionType, int], nanos: int = 10**6, blocks: int = 1000
    ) -> keys.DerivedKeyGrant:
        """Anna's signature for the derived key."""
        limit = keys.SpendingLimit(nanos, counts)
        return keys.grant_derived_key(
            self.anna, self.derived.public_key, expiration_block=self.mock.height + blocks, limit=limit
        )

    def authorize(self, counts: dict[t.TransactionType, int], **more: Any) -> keys.DerivedSigner:
        """Put the derived key on the chain; a signer for Anna with it."""
        self.submit(self.ask("authorize-derived-key", self.grant(counts, **more).request(self.anna.public_key)))
        return keys.DerivedSigner(self.anna.public_key, self.derived)


@cache
def group_key(owner: keys.PrivateKey, name: str = "default-key") -> keys.PrivateKey:
    """The private key of an account's access group."""
    return messages.access_group_key(owner, name)


@cache
def _berta_secret() -> str:
    return messages.encrypt_member_key(group_key(ACCOUNTS[0], "chat"), group_key(ACCOUNTS[1]).public_key)


def address(key: keys.PrivateKey) -> str:
    """The address of an account."""
    return key.public_key.address()
