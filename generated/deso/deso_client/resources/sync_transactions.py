# The sync form of overrides/deso/resources/async_transactions.py, derived by "nox -s generate": edit it there.
"""What no generator knows of transactions: submitting once, and waiting."""

from __future__ import annotations

from .. import models
from .._core.errors import APIConnectionError, APIError
from .._resources.transactions import Transactions as Generated
from .._sync_writing import settle, writer
from ..results import InclusionTimeoutError
from ..submission import is_lost
from ..transactions import SignedTransaction


class Transactions(Generated):
    """Submitting, wrapping, inspecting and finding transactions."""

    def settle(self, signed: SignedTransaction) -> models.SubmitTransactionResponse | None:
        """Get a signed transaction to the node that may have it already: ask first, and submit it if it is not there.

        For what ``UnsettledSubmissionError.signed`` holds, and for transactions that were signed elsewhere. Bytes are
        the same each time, so nothing happens twice.

        Returns:
            The node's answer; None when it knew the transaction.

        Raises:
            RuleError: The node refuses the transaction, and does not know it.
            UnsettledSubmissionError: Its fate is still unknown.
            SubmissionMismatch: The node says that it accepted another transaction.
        """
        return settle(writer(self._client), signed, may_have_been_sent=True)

    def wait_for(
        self,
        txn_hash_hex: str,
        txn_status: models.TxnStatus = "Committed",
        *,
        timeout: float = 60.0,
        interval: float = 1.0,
    ) -> None:
        """Wait until the node finds a transaction.

        Args:
            txn_hash_hex: The final hash (``hash_hex`` of what writing calls return).
            txn_status: "Committed" waits until it is in a block, "InMempool" until the node knows it.
            timeout: Seconds to wait at most.
            interval: Seconds between two questions. A node itself may take up to 30 seconds for an answer.

        Raises:
            InclusionTimeoutError: It was not found in time. It may still be, until its nonce expires.
            BadRequestError: The node cannot say (it keeps no index of transactions), or the hash is none.
        """
        runtime = self._client._settings.runtime
        end = runtime.monotonic() + timeout
        while (left := end - runtime.monotonic()) > 0:
            client = self._client._with(deadline=left, max_retries=0)
            try:
                if (type(self)(client).get(txn_hash_hex=txn_hash_hex, txn_status=txn_status)).txn_found:
                    return
            except APIError as error:
                if not (is_lost(error) or isinstance(error, APIConnectionError)):
                    raise  # else the next question may get an answer
            runtime.sync_sleep(max(0.0, min(interval, end - runtime.monotonic())))
        text = f"transaction {txn_hash_hex} is not {txn_status or 'InMempool'} after {timeout:g} seconds"
        raise InclusionTimeoutError(text, txn_hash_hex=txn_hash_hex, txn_status=txn_status)
