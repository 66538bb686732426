# Copied from overrides/deso/submission.py by "nox -s generate": edit it there.
"""How a signed transaction gets to a node once: decisions without I/O.

Submitting the same bytes twice cannot do a thing twice, since the nonce is part of them. What must not happen is that
a caller who got no answer writes again, with a new nonce; so a lost answer is never the end of it: the node is asked
whether it knows the transaction, before anything else is done. A refusal is believed at once only when it names a rule:
a node that has taken a post, and then fails to show it, answers 400 as well (``_afterSubmitPostTransaction: …``).
"""

from __future__ import annotations

from enum import Enum
from typing import NoReturn

from ._core.errors import (
    APIConnectionError,
    APIError,
    APIResponseError,
    APIStatusError,
    BadRequestError,
    RedirectError,
)
from ._core.retry import RetryPolicy
from .results import UnsettledSubmissionError
from .rules import RuleError
from .transactions import Difference, SignedTransaction, TransactionMismatch, VerifiedTransaction

_THESE_BYTES = frozenset({"TxErrorDuplicate", "RuleErrorDuplicateTxn", "RuleErrorReusedNonce"})
"""Rules by which a node refuses a transaction that it knows, or of which it knows the nonce."""
_IN_MEMPOOL = "already in mempool"
"""The same in words, of nodes since proof of stake."""
_AFTERWARDS = "_after"
"""How the error of a node begins that failed when it had taken the transaction."""
_PATIENCE = 6
"""So often at least it is submitted, and asked for, unless the client repeats nothing."""


class Step(Enum):
    """What to do next."""

    SEND = "submit the transaction"
    ASK = "ask whether the node knows it"
    DONE = "it is known"


class Submission:
    """The way of one signed transaction: what to do next, until its fate is known."""

    def __init__(self, signed: SignedTransaction, retry: RetryPolicy, *, may_have_been_sent: bool = False) -> None:
        self.signed = signed
        self.step = Step.ASK if may_have_been_sent else Step.SEND
        self.sent = 0
        self._retry = retry
        # Both are safe to do often, and giving up leaves the caller with a transaction of unknown fate.
        self._send_at_most = 1 if retry.max_retries == 0 else max(_PATIENCE, retry.max_retries + 1)
        self._unanswered = 0
        self._maybe_there = may_have_been_sent
        self._problem: APIError | None = None

    def pause(self) -> float:
        """Seconds to wait before the next step: longer after each failure, none before asking for the first time."""
        failures = self.sent if self.step is Step.SEND else self._unanswered
        return min(self._retry.longest_backoff, self._retry.first_wait * 2.0**failures) if failures else 0.0

    def failed(self, error: APIError) -> None:
        """The step raised ``error``. Raises an error when that is the end of it."""
        if self.step is Step.SEND:
            self._not_sent(error)
        else:
            self._not_told(error)

    def _not_sent(self, error: APIError) -> None:
        self.sent += 1
        if not self._maybe_there and _is_last_word(error):
            raise error
        self._maybe_there = self._maybe_there or is_lost(error) or _came_afterwards(error)
        self._problem = error
        self.step = Step.ASK

    def _not_told(self, error: APIError) -> None:
        if is_lost(error) or isinstance(error, APIConnectionError):
            self._ask_again(error)
        else:
            self._give_up(error)

    def _ask_again(self, error: APIError) -> None:
        self._unanswered += 1
        if self._unanswered >= self._send_at_most:
            self._give_up(error)

    def _give_up(self, error: APIError) -> NoReturn:
        if self._problem is None or self._maybe_there or _is_about_these_bytes(self._problem):
            raise self._unsettled(error) from error
        raise self._problem from error  # refused, by a node that cannot be asked

    def told(self, known: bool) -> None:
        """The node said whether it knows the transaction. Raises the node's refusal, or that its fate is unknown."""
        problem = self._problem
        if known:
            self.step = Step.DONE
        elif problem is not None and self._maybe_there and _is_about_these_bytes(problem):
            self._ask_again(problem)  # it contradicts itself: what it is asked from may lag behind
        elif problem is not None and not is_lost(problem):
            raise problem  # refused, and not there: that is certain
        elif self.sent >= self._send_at_most:
            raise self._unsettled(problem)
        else:
            self._unanswered = 0
            self.step = Step.SEND

    def _unsettled(self, error: APIError | None) -> UnsettledSubmissionError:
        why = f" ({error})" if error else ""
        text = (
            f"whether transaction {self.signed.hash.hex()} was accepted is not known; ask with transactions.settle{why}"
        )
        return UnsettledSubmissionError(text, signed=self.signed, attempts=self.sent)


def _is_last_word(error: APIError) -> bool:
    """Whether a node that never had the transaction says with this that it does not take it."""
    if is_lost(error) or _is_about_these_bytes(error):
        return False
    return isinstance(error, RuleError) or not isinstance(error, BadRequestError)


def _is_about_these_bytes(error: APIError) -> bool:
    """Whether a node that says this has, or had, the very transaction."""
    rules = error.rules if isinstance(error, RuleError) else ()
    return bool(_THESE_BYTES.intersection(rules)) or _IN_MEMPOOL in error.message or _came_afterwards(error)


def _came_afterwards(error: APIError) -> bool:
    return error.message.startswith(_AFTERWARDS)


def is_lost(error: APIError) -> bool:
    """Whether the node may have accepted the transaction although this came instead of its answer."""
    if isinstance(error, APIConnectionError):
        return error.may_have_arrived
    if isinstance(error, RedirectError | RuleError):
        return False
    if isinstance(error, APIStatusError):
        return error.status is None or error.status >= 500 or error.status in (408, 429)
    return isinstance(error, APIResponseError)  # an answer of success that cannot be read


class SignedNonces:
    """The nonces that were signed, so that no transaction is signed a second time.

    A node may hand out an old transaction again, which does what was asked for (the same words posted twice): signing
    it would do nothing, and look like success. Nonces are forgotten when they have expired.
    """

    def __init__(self) -> None:
        self._seen: dict[tuple[bytes, int, int], object] = {}

    def add(self, verified: VerifiedTransaction, tip_height: int) -> None:
        """Remember the nonce of a transaction that is about to be signed; TransactionMismatch if it was before."""
        choices = verified.choices
        height, number = choices.nonce_expiration_block_height, choices.nonce_partial_id
        mine = object()
        if self._seen.setdefault((verified.transaction.public_key, height, number), mine) is not mine:
            replayed = Difference("nonce", "one that was not signed before", f"{number} until {height}, signed before")
            raise TransactionMismatch(verified.request.endpoint, (replayed,))
        if len(self._seen) % 1000 == 0:
            for key in [key for key in list(self._seen) if key[1] <= tip_height]:
                self._seen.pop(key, None)
