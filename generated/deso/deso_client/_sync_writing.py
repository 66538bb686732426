# The sync form of overrides/deso/_async_writing.py, derived by "nox -s generate": edit it there.
"""What every writing call does: construct, verify, sign, submit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypedDict, TypeVar, cast

from . import models
from ._core._sync_base import BaseClient
from ._core.envelope import parse_json
from ._core.errors import (
    APIError,
    APIStatusError,
    InvalidRequestError,
    NotFoundError,
    ResponseDecodeError,
    ResponseValidationError,
)
from ._core.operation import Operation
from ._core.raw import RawResponse
from ._core.types import NOT_GIVEN, Timeout
from ._resources.node import Node
from ._resources.transactions import Transactions
from .account import PolicyOptions, transaction_policy
from .claims import check_claims
from .results import DraftTransaction, InclusionTimeoutError, SubmissionMismatch, SubmittedTransaction
from .submission import Step, Submission
from .transactions import ConstructRequest, SignedTransaction, TransactionPolicy, check_request, sign, verify

if TYPE_CHECKING:
    from .sync_client import DeSo

S = TypeVar("S", bound=SubmittedTransaction)

_TIP_SECONDS = 30.0
"""So long the height of the newest block is taken for new: expiry is bounded in thousands of blocks."""
_ASKING_SECONDS = 45.0


class WriteOptions(TypedDict, total=False):
    """What every writing call takes besides its own arguments."""

    min_fee_rate_nanos_per_kb: int  # nanos for 1000 bytes; default: the policy's, 1000, the network's minimum
    transaction_fees: Sequence[models.TransactionFee | Mapping[str, object]]  # outputs besides the call's own
    policy: PolicyOptions  # how far the node may go, for this call
    wait_for: models.TxnStatus  # wait until the transaction is "Committed" (or "InMempool", where it is anyway)
    wait_timeout: float  # seconds to wait at most, then InclusionTimeoutError; default 60
    timeout: Timeout | float | None  # for each request from constructing on, see `CallOptions`


def writer(client: BaseClient) -> DeSo:
    """The client of a resource, which is the hand-written one."""
    return cast("DeSo", client)


def check_options(options: Mapping[str, Any]) -> None:
    """Make sure, before anything is sent, that the options are such as writing calls have.

    Raises TypeError for an unknown name, InvalidRequestError for what nobody can wait for.
    """
    known = sorted(WriteOptions.__optional_keys__)
    for name in options:
        if name not in known:
            raise TypeError(
                f"unexpected keyword argument {name!r}; known besides the call's own are {', '.join(known)}"
            )
    status, seconds = options.get("wait_for"), options.get("wait_timeout", 0.0)
    if status not in (None, "", "InMempool", "Committed"):
        raise InvalidRequestError(f"wait_for is 'InMempool' or 'Committed', not {status!r}")
    if not isinstance(seconds, int | float) or not seconds >= 0:
        raise InvalidRequestError(f"wait_timeout is a number of seconds, 0 or more, not {seconds!r}")


def tip_height(client: DeSo) -> int:
    """The height of the newest block: of the source that the caller trusts, else of the node itself."""
    if client._tip_source is not None:
        return client._tip_source()
    monotonic = client._settings.runtime.monotonic
    height, read_at = client._memory.get("tip", (0, None))
    if read_at is None or monotonic() - read_at > _TIP_SECONDS:
        try:
            height = (Node(client).get_committed_tip()).height
        except NotFoundError:  # of a node from before that call
            height = (Node(client).get_app_state()).block_height
        client._memory["tip"] = (height, monotonic())
    return int(height)


def draft(
    client: DeSo,
    operation: Operation[Any],
    body: Mapping[str, Any],
    options: WriteOptions,
    changes: PolicyOptions | None = None,
) -> tuple[DraftTransaction, TransactionPolicy]:
    """Construct a transaction and make sure that its bytes do what ``body`` asks for.

    Raises TransactionMismatch when they do not; nothing was signed then. Raises RequestError, before anything is
    sent, for a request that cannot be compared.
    """
    chosen: PolicyOptions = {**client._policy, **(changes or {}), **options.get("policy", {})}
    tip = chosen.get("tip_height")
    policy = transaction_policy(chosen, tip_height(client) if tip is None else tip, client._network)
    rate = options.get("min_fee_rate_nanos_per_kb", policy.fee_rate_nanos_per_kb)
    asked = {name: value for name, value in body.items() if value is not None and value is not NOT_GIVEN}
    asked["MinFeeRateNanosPerKB"] = rate
    if fees := options.get("transaction_fees"):
        asked["TransactionFees"] = [_plain(fee) for fee in fees]
    request = ConstructRequest(operation.path.rsplit("/", 1)[-1], asked)
    check_request(request, policy)  # what cannot be compared is not sent
    answer = _construct(client, operation, asked)
    verified = verify(request, answer["TransactionHex"], policy, now=client._settings.runtime.time())
    check_claims(verified, answer)
    return DraftTransaction(verified=verified), policy


def _plain(fee: models.TransactionFee | Mapping[str, object]) -> dict[str, object]:
    if isinstance(fee, Mapping):
        return dict(fee)
    return fee.model_dump(by_alias=True, exclude_unset=True)


def _construct(client: DeSo, operation: Operation[Any], body: Mapping[str, Any]) -> dict[str, Any]:
    """The answer of a construct call as plain JSON; the members of the models are not needed, only the bytes are."""
    raw = client._raw_view()._call(operation, {}, body)
    answer = cast("RawResponse[Any]", raw)  # a raw view gives them
    where = {"method": operation.method, "url": answer.url, "http_status": answer.status_code}
    value = parse_json(answer.content)  # of bounded nesting
    if value is None:
        raise ResponseDecodeError(f"{operation.id}: the answer is {'no JSON' if answer.content else 'empty'}", **where)
    if not isinstance(value, dict) or not isinstance(value.get("TransactionHex"), str):
        raise ResponseValidationError(f"{operation.id}: the answer has no TransactionHex", **where)
    return value


def write(
    client: DeSo,
    operation: Operation[Any],
    body: Mapping[str, Any],
    options: WriteOptions,
    *,
    dry_run: bool,
    kind: type[S],
    changes: PolicyOptions | None = None,
    **members: Any,
) -> DraftTransaction | S:
    """Construct, verify and, unless ``dry_run``, sign and submit. ``members`` go into the result, of class ``kind``."""
    check_options(options)
    if "timeout" in options:
        client = client._with(timeout=options["timeout"])
    made, policy = draft(client, operation, body, options, changes)
    group_keys = members.get("group_keys", ())
    if dry_run:
        client._trust.reported(group_keys)
        return replace(made, group_keys=group_keys)
    client._memory["nonces"].add(made.verified, policy.tip_height)
    signed = sign(made.verified.parsed, client.account.signer)
    try:
        answer = settle(client, signed)
    except BaseException as error:
        if not isinstance(error, Exception):  # the caller broke off, and gets no error of ours
            error.add_note(f"transaction {signed.hash.hex()} may have been submitted: ask for it with transactions.get")
        raise
    status = options.get("wait_for")
    if status:
        wait_for(client, signed.hash.hex(), status, options.get("wait_timeout", 60.0))
    client._trust.reported(group_keys)
    return kind(verified=made.verified, signed=signed, answer=answer, **members)


def settle(
    client: DeSo, signed: SignedTransaction, *, may_have_been_sent: bool = False
) -> models.SubmitTransactionResponse | None:
    """Submit a signed transaction once. None when the node knew it already, or its answer was lost."""
    transactions, settings = Transactions(client), client._settings
    way = Submission(signed, settings.retry, may_have_been_sent=may_have_been_sent)
    while way.step is not Step.DONE:
        if pause := way.pause():
            settings.runtime.sync_sleep(pause)
        if way.step is Step.SEND:
            try:
                answer = transactions.submit(transaction_hex=signed.hex)
            except APIError as error:
                way.failed(error)
            else:
                _check_answer(answer, signed)
                return answer
        else:
            try:
                found = transactions.get(txn_hash_hex=signed.hash.hex(), timeout=_patient(settings.timeout))
            except APIError as error:
                way.failed(error)
            else:
                way.told(found.txn_found)
    return None


def _patient(timeout: Timeout) -> Timeout:
    """Time for an answer to get-txn, which a node gives after up to 30 seconds."""
    read = None if timeout.read is None else max(timeout.read, _ASKING_SECONDS)
    return Timeout(connect=timeout.connect, read=read, write=timeout.write, pool=timeout.pool)


def _check_answer(answer: models.SubmitTransactionResponse, signed: SignedTransaction) -> None:
    mine = signed.hash.hex()
    if answer.txn_hash_hex.lower() != mine:
        text = f"transaction {mine} was submitted, and the node says that it accepted {answer.txn_hash_hex}"
        raise SubmissionMismatch(text, signed=signed)


def wait_for(client: DeSo, txn_hash_hex: str, status: models.TxnStatus, timeout: float) -> None:
    """See ``transactions.wait_for``. The transaction has been accepted, so no error of the node's is left as it is."""
    from .resources.sync_transactions import Transactions as Waiting  # it imports this module

    try:
        Waiting(client).wait_for(txn_hash_hex, status, timeout=timeout)
    except APIStatusError as error:
        text = f"transaction {txn_hash_hex} was accepted; whether it is {status} the node does not say ({error})"
        raise InclusionTimeoutError(text, txn_hash_hex=txn_hash_hex, txn_status=status) from error
