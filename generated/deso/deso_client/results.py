# Copied from overrides/deso/results.py by "nox -s generate": edit it there.
"""What writing calls return, and what threads of messages consist of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ._core.errors import APIConnectionError, APIError
from .keys import MAINNET, Network
from .messages import GroupKey
from .transactions import (
    ConstructRequest,
    NewMessage,
    NodeChoices,
    SignedTransaction,
    Transaction,
    VerifiedTransaction,
)

if TYPE_CHECKING:
    from . import models


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftTransaction:
    """A transaction that does what was asked for, and is not signed: what ``dry_run=True`` gives.

    Everything in it is read from the bytes that would be signed. ``group_keys`` are the access-group keys of others
    that something in it is encrypted to, and where each comes from: see ``GroupKey.is_first_use``.
    """

    verified: VerifiedTransaction
    group_keys: tuple[GroupKey, ...] = ()

    @property
    def request(self) -> ConstructRequest:
        """What was asked for."""
        return self.verified.request

    @property
    def transaction(self) -> Transaction:
        """What the bytes say."""
        return self.verified.transaction

    @property
    def choices(self) -> NodeChoices:
        """What the node chose, each item within the policy."""
        return self.verified.choices

    @property
    def spent_nanos(self) -> int:
        """What the transaction sends and pays, in nanos (10**9 are one DESO), apart from the cost of a new profile."""
        return self.verified.spent_nanos


@dataclass(frozen=True, slots=True, kw_only=True)
class SubmittedTransaction(DraftTransaction):
    """A transaction that a node has accepted.

    ``answer`` is what the node said; None when that was lost, or an error, and the node, asked, knew the transaction.
    """

    signed: SignedTransaction
    answer: models.SubmitTransactionResponse | None

    @property
    def hash_hex(self) -> str:
        """The transaction's final hash, computed from the signed bytes: 64 hexadecimal digits."""
        return self.signed.hash.hex()

    def transaction_id(self, network: Network = MAINNET) -> str:
        """The hash in the text form that explorers use."""
        return self.signed.transaction_id(network)


@dataclass(frozen=True, slots=True, kw_only=True)
class SubmittedPost(SubmittedTransaction):
    """A post that a node has accepted: new, or changed."""

    @property
    def post_hash_hex(self) -> str:
        """The hash by which the post is known: that of the transaction, or of the post that was changed."""
        changed = self.request.body.get("PostHashHexToModify")
        return str(changed).lower() if changed else self.hash_hex

    @property
    def post(self) -> models.PostEntryResponse | None:
        """The post as the node shows it, if it did."""
        return self.answer.post_entry_response if self.answer else None


@dataclass(frozen=True, slots=True, kw_only=True)
class SubmittedMessage(SubmittedTransaction):
    """A message that a node has accepted: new, or changed."""

    @property
    def timestamp_nanos(self) -> int:
        """The message's name within its thread, in nanoseconds since 1970: give it to ``update``."""
        metadata = self.transaction.metadata
        assert isinstance(metadata, NewMessage)
        return metadata.timestamp_nanos


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """A message of a thread, decrypted.

    ``text`` is None where ``problem`` says why it cannot be read, or must not be believed. ``peer_key`` is the group
    key of the other side that it was decrypted with (in a group chat the sender's), and where that key comes from:
    when ``peer_key.is_first_use``, only the node says whose key it is, and so with whom you talk.
    """

    sender: str
    """Address of the account that sent it."""
    recipient: str
    """Address of the other account, or of the owner of the group chat."""
    timestamp_nanos: int
    text: str | None
    problem: Exception | None
    is_encrypted: bool
    """False for a message that everybody can read, and that the node can have made up."""
    peer_key: GroupKey | None
    entry: models.NewMessageEntryResponse
    """The message as the node shows it."""


class SubmissionMismatch(APIError):  # noqa: N818  # beside TransactionMismatch
    """The node says that it accepted another transaction than the one that was submitted.

    ``signed`` is what was submitted: find out with ``transactions.get`` of another node whether it is known.
    """

    signed: SignedTransaction


class UnsettledSubmissionError(APIConnectionError):
    """A signed transaction was submitted, its fate is unknown, and the node did not tell it when asked.

    It may take effect until its nonce expires. Do not write the same again: call ``transactions.settle(signed)`` with
    this ``signed``, which asks first.
    """

    signed: SignedTransaction


class InclusionTimeoutError(APIError, TimeoutError):
    """A transaction did not reach the state that was waited for in time, or the node cannot tell.

    It may still do so: do not write the same again. ``txn_hash_hex`` is its hash, ``txn_status`` the state.
    """

    txn_hash_hex: str
    txn_status: str
