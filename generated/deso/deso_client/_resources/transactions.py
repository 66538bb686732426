# Written by "nox -s generate" from specs/deso.yaml and overrides/deso/overlay.yaml: edit those.
"""The generated calls of `transactions`.

Submitting, wrapping, inspecting and finding transactions.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from .. import models
from .._core._async_base import AsyncResource
from .._core._sync_base import Resource
from .._core.operation import Operation
from .._core.raw import to_raw, to_raw_awaitable
from .._core.request import hide_named
from .._core.secrets import Secret
from .._core.types import NOT_GIVEN, NotGiven, QueryValue, Timeout

_SUBMIT: Operation[models.SubmitTransactionResponse] = Operation(
    id="transactions_submit",
    method="POST",
    path="/api/v0/submit-transaction",
    body="json",
    request=lambda: models.SubmitTransactionRequest,
    result=lambda: models.SubmitTransactionResponse,
    security=((),),
)

_CREATE_ATOMIC: Operation[models.CreateAtomicTxnsWrapperResponse] = Operation(
    id="transactions_create_atomic",
    method="POST",
    path="/api/v0/create-atomic-txns-wrapper",
    body="json",
    request=lambda: models.CreateAtomicTxnsWrapperRequest,
    result=lambda: models.CreateAtomicTxnsWrapperResponse,
    security=((),),
    retry=True,
)

_SUBMIT_ATOMIC: Operation[models.SubmitAtomicTransactionResponse] = Operation(
    id="transactions_submit_atomic",
    method="POST",
    path="/api/v0/submit-atomic-transaction",
    body="json",
    request=lambda: models.SubmitAtomicTransactionRequest,
    result=lambda: models.SubmitAtomicTransactionResponse,
    security=((),),
)

_APPEND_EXTRA_DATA: Operation[models.AppendExtraDataResponse] = Operation(
    id="transactions_append_extra_data",
    method="POST",
    path="/api/v0/append-extra-data",
    body="json",
    request=lambda: models.AppendExtraDataRequest,
    result=lambda: models.AppendExtraDataResponse,
    security=((),),
    retry=True,
)

_GET_SPENDING: Operation[models.GetTransactionSpendingResponse] = Operation(
    id="transactions_get_spending",
    method="POST",
    path="/api/v0/get-transaction-spending",
    body="json",
    request=lambda: models.GetTransactionSpendingRequest,
    result=lambda: models.GetTransactionSpendingResponse,
    security=((),),
    retry=True,
)

_GET_SIGNATURE_INDEX: Operation[models.SignatureIndexResponse] = Operation(
    id="transactions_get_signature_index",
    method="POST",
    path="/api/v0/signature-index",
    body="json",
    request=lambda: models.SignatureIndexRequest,
    result=lambda: models.SignatureIndexResponse,
    security=((),),
    retry=True,
)

_GET_CONSTRUCTION_PARAMS: Operation[models.TxnConstructionParamsResponse] = Operation(
    id="transactions_get_construction_params",
    method="POST",
    path="/api/v0/txn-construction-params",
    body="json",
    request=lambda: models.TxnConstructionParamsRequest,
    result=lambda: models.TxnConstructionParamsResponse,
    security=((),),
    retry=True,
)

_GET: Operation[models.GetTxnResponse] = Operation(
    id="transactions_get",
    method="POST",
    path="/api/v0/get-txn",
    body="json",
    request=lambda: models.GetTxnRequest,
    result=lambda: models.GetTxnResponse,
    security=((),),
    retry=True,
)

_GET_MANY: Operation[models.GetTxnsResponse] = Operation(
    id="transactions_get_many",
    method="POST",
    path="/api/v0/get-txns",
    body="json",
    request=lambda: models.GetTxnsRequest,
    result=lambda: models.GetTxnsResponse,
    security=((),),
    retry=True,
)


class Transactions(Resource):
    """Submitting, wrapping, inspecting and finding transactions."""

    def submit(
        self,
        *,
        transaction_hex: models.OptionalHexBytes | None | NotGiven = NOT_GIVEN,
        unsigned_transaction_hex: models.OptionalHexBytes | None | NotGiven = NOT_GIVEN,
        transaction_signature_hex: models.OptionalHexBytes | None | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.SubmitTransactionResponse:
        """Submit a signed transaction.

        Give either TransactionHex, which is signed, or UnsignedTransactionHex with TransactionSignatureHex; both together are answered with 400. Nodes from before January 2025 know only the first form. The node validates the transaction and answers when its mempool has accepted it. A fee rate above 100,000,000 nanos per kB is refused. A signature with high S is refused in TransactionHex, and normalised in TransactionSignatureHex. Do not submit again blindly after a lost answer: ask get-txn for the hash first. So too after a 400 whose error begins with _afterSubmitPostTransaction: the node has accepted the post and could not show it, and the ordinary answer follows behind the error in the same body. This route is one of a few that do not look at the content type.

        Observed in real clients or servers; the platform's documentation does not have it.

        Documentation: https://docs.deso.org/deso-backend/transaction-utilities

        Args:
            transaction_hex: Signed bytes, as hex.
            unsigned_transaction_hex: Unsigned bytes, as hex. Since January 2025.
            transaction_signature_hex: Signature in DER, as hex. Since January 2025.
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return self._client._call(
            _SUBMIT,
            {},
            {
                "TransactionHex": transaction_hex,
                "UnsignedTransactionHex": unsigned_transaction_hex,
                "TransactionSignatureHex": transaction_signature_hex,
            },
            extra_headers,
            extra_query,
            timeout,
        )

    def create_atomic(
        self,
        *,
        transactions: Sequence[models.InnerTransaction | Mapping[str, object]] | None | NotGiven = NOT_GIVEN,
        extra_data: Mapping[str, str] | None | NotGiven = NOT_GIVEN,
        min_fee_rate_nanos_per_kb: models.Uint64 | None | NotGiven = NOT_GIVEN,
        unsigned_transaction_hexes: Sequence[models.HexBytes] | None | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.CreateAtomicTxnsWrapperResponse:
        """Construct a wrapper around transactions that succeed or fail together.

        Links the transactions in a ring by ExtraData and sums up their fees. Give Transactions or UnsignedTransactionHexes, not both. Each inner transaction is signed on its own; the wrapper is not signed.

        Observed in real clients or servers; the platform's documentation does not have it.

        Documentation: https://github.com/deso-protocol/backend/blob/main/routes/atomic_txns.go

        Args:
            transactions: The transactions as JSON, as constructing calls answer them.
            extra_data: Further keys and texts of the wrapper.
            min_fee_rate_nanos_per_kb: Fee rate, in nanos per 1,000 bytes. The node raises it to the lowest that the network takes, so 0 will do.
            unsigned_transaction_hexes: The transactions as unsigned bytes, as hex.
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return self._client._call(
            _CREATE_ATOMIC,
            {},
            {
                "Transactions": transactions,
                "ExtraData": extra_data,
                "MinFeeRateNanosPerKB": min_fee_rate_nanos_per_kb,
                "UnsignedTransactionHexes": unsigned_transaction_hexes,
            },
            extra_headers,
            extra_query,
            timeout,
        )

    def submit_atomic(
        self,
        *,
        incomplete_atomic_transaction_hex: models.HexBytes,
        signed_inner_transactions_hex: Sequence[models.HexBytes] | None | NotGiven = NOT_GIVEN,
        unsigned_inner_transactions_hex: Sequence[models.HexBytes] | None | NotGiven = NOT_GIVEN,
        transaction_signatures_hex: Sequence[models.HexBytes] | None | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.SubmitAtomicTransactionResponse:
        """Submit transactions that succeed or fail together.

        Takes the wrapper of create-atomic-txns-wrapper with either the signed inner transactions, or the unsigned ones and their signatures in the same order.

        Observed in real clients or servers; the platform's documentation does not have it.

        Documentation: https://github.com/deso-protocol/backend/blob/main/routes/transaction.go

        Args:
            incomplete_atomic_transaction_hex: The wrapper's bytes from create-atomic-txns-wrapper, as hex.
            signed_inner_transactions_hex: The signed inner transactions, as hex.
            unsigned_inner_transactions_hex: The unsigned inner transactions, as hex.
            transaction_signatures_hex: Their signatures in the same order, in DER, as hex.
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return self._client._call(
            _SUBMIT_ATOMIC,
            {},
            {
                "IncompleteAtomicTransactionHex": incomplete_atomic_transaction_hex,
                "SignedInnerTransactionsHex": signed_inner_transactions_hex,
                "UnsignedInnerTransactionsHex": unsigned_inner_transactions_hex,
                "TransactionSignaturesHex": transaction_signatures_hex,
            },
            extra_headers,
            extra_query,
            timeout,
        )

    def append_extra_data(
        self,
        *,
        transaction_hex: models.HexBytes,
        extra_data: Mapping[str, str] | None | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.AppendExtraDataResponse:
        """Add ExtraData to an unsigned transaction.

        Values are encoded as those of ExtraData in the constructing calls. The size grows and the fee in the bytes does not.

        Observed in real clients or servers; the platform's documentation does not have it.

        Documentation: https://docs.deso.org/deso-backend/transaction-utilities

        Args:
            transaction_hex: Unsigned bytes, as hex.
            extra_data: Keys and texts to add.
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return self._client._call(
            _APPEND_EXTRA_DATA,
            {},
            {
                "TransactionHex": transaction_hex,
                "ExtraData": extra_data,
            },
            extra_headers,
            extra_query,
            timeout,
        )

    def get_spending(
        self,
        *,
        transaction_hex: models.HexBytes,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.GetTransactionSpendingResponse:
        """Read what a transaction spends.

        Sums up what the transaction takes from its sender.

        Observed in real clients or servers; the platform's documentation does not have it.

        Documentation: https://docs.deso.org/deso-backend/transaction-utilities

        Args:
            transaction_hex: The transaction's bytes, as hex.
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return self._client._call(
            _GET_SPENDING,
            {},
            {
                "TransactionHex": transaction_hex,
            },
            extra_headers,
            extra_query,
            timeout,
        )

    def get_signature_index(
        self,
        *,
        transaction_hex: models.HexBytes,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.SignatureIndexResponse:
        """Read where the signature of a transaction goes.

        In a balance-model transaction the signature is not at the end. A client that decodes the bytes need not ask.

        Observed in real clients or servers; the platform's documentation does not have it.

        Documentation: https://github.com/deso-protocol/backend/blob/main/routes/transaction.go

        Args:
            transaction_hex: The transaction's bytes, as hex.
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return self._client._call(
            _GET_SIGNATURE_INDEX,
            {},
            {
                "TransactionHex": transaction_hex,
            },
            extra_headers,
            extra_query,
            timeout,
        )

    def get_construction_params(
        self,
        *,
        min_fee_rate_nanos_per_kb: models.Uint64 | None | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.TxnConstructionParamsResponse:
        """Read what is needed to construct a transaction locally.

        Gives the fee rate that the node would use, and the height from which a nonce expires.

        Observed in real clients or servers; the platform's documentation does not have it.

        Documentation: https://github.com/deso-protocol/backend/blob/main/routes/transaction.go

        Args:
            min_fee_rate_nanos_per_kb: Fee rate, in nanos per 1,000 bytes. The node raises it to the lowest that the network takes, so 0 will do.
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return self._client._call(
            _GET_CONSTRUCTION_PARAMS,
            {},
            {
                "MinFeeRateNanosPerKB": min_fee_rate_nanos_per_kb,
            },
            extra_headers,
            extra_query,
            timeout,
        )

    def get(
        self,
        *,
        txn_hash_hex: models.HashHex,
        txn_status: models.TxnStatus | None | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.GetTxnResponse:
        """Ask whether a transaction is known.

        Looks in the mempool and in the index of committed transactions. The node has to run with its transaction index, and the call may wait up to 30 seconds for that. The public documentation calls the member TransactionHashHex; a node answers that with 400.

        Observed in real clients or servers; the platform's documentation does not have it.

        Documentation: https://docs.deso.org/deso-backend/transaction-utilities

        Args:
            txn_hash_hex: Final hash. The public documentation calls it TransactionHashHex, which a node answers with 400.
            txn_status: Where to look.
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return self._client._call(
            _GET,
            {},
            {
                "TxnHashHex": txn_hash_hex,
                "TxnStatus": txn_status,
            },
            extra_headers,
            extra_query,
            timeout,
        )

    def get_many(
        self,
        *,
        txn_hash_hexes: Sequence[models.HashHex],
        txn_status: models.TxnStatus | None | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.GetTxnsResponse:
        """Ask whether transactions are known.

        As get-txn, for up to 500 hashes.

        Observed in real clients or servers; the platform's documentation does not have it.

        Documentation: https://github.com/deso-protocol/backend/blob/main/routes/transaction.go

        Args:
            txn_hash_hexes: Final hashes. (at most 500 items)
            txn_status: Where to look.
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return self._client._call(
            _GET_MANY,
            {},
            {
                "TxnHashHexes": txn_hash_hexes,
                "TxnStatus": txn_status,
            },
            extra_headers,
            extra_query,
            timeout,
        )


class AsyncTransactions(AsyncResource):
    """Submitting, wrapping, inspecting and finding transactions."""

    async def submit(
        self,
        *,
        transaction_hex: models.OptionalHexBytes | None | NotGiven = NOT_GIVEN,
        unsigned_transaction_hex: models.OptionalHexBytes | None | NotGiven = NOT_GIVEN,
        transaction_signature_hex: models.OptionalHexBytes | None | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.SubmitTransactionResponse:
        """Submit a signed transaction.

        Give either TransactionHex, which is signed, or UnsignedTransactionHex with TransactionSignatureHex; both together are answered with 400. Nodes from before January 2025 know only the first form. The node validates the transaction and answers when its mempool has accepted it. A fee rate above 100,000,000 nanos per kB is refused. A signature with high S is refused in TransactionHex, and normalised in TransactionSignatureHex. Do not submit again blindly after a lost answer: ask get-txn for the hash first. So too after a 400 whose error begins with _afterSubmitPostTransaction: the node has accepted the post and could not show it, and the ordinary answer follows behind the error in the same body. This route is one of a few that do not look at the content type.

        Observed in real clients or servers; the platform's documentation does not have it.

        Documentation: https://docs.deso.org/deso-backend/transaction-utilities

        Args:
            transaction_hex: Signed bytes, as hex.
            unsigned_transaction_hex: Unsigned bytes, as hex. Since January 2025.
            transaction_signature_hex: Signature in DER, as hex. Since January 2025.
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return await self._client._call(
            _SUBMIT,
            {},
            {
                "TransactionHex": transaction_hex,
                "UnsignedTransactionHex": unsigned_transaction_hex,
                "TransactionSignatureHex": transaction_signature_hex,
            },
            extra_headers,
            extra_query,
            timeout,
        )

    async def create_atomic(
        self,
        *,
        transactions: Sequence[models.InnerTransaction | Mapping[str, object]] | None | NotGiven = NOT_GIVEN,
        extra_data: Mapping[str, str] | None | NotGiven = NOT_GIVEN,
        min_fee_rate_nanos_per_kb: models.Uint64 | None | NotGiven = NOT_GIVEN,
        unsigned_transaction_hexes: Sequence[models.HexBytes] | None | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.CreateAtomicTxnsWrapperResponse:
        """Construct a wrapper around transactions that succeed or fail together.

        Links the transactions in a ring by ExtraData and sums up their fees. Give Transactions or UnsignedTransactionHexes, not both. Each inner transaction is signed on its own; the wrapper is not signed.

        Observed in real clients or servers; the platform's documentation does not have it.

        Documentation: https://github.com/deso-protocol/backend/blob/main/routes/atomic_txns.go

        Args:
            transactions: The transactions as JSON, as constructing calls answer them.
            extra_data: Further keys and texts of the wrapper.
            min_fee_rate_nanos_per_kb: Fee rate, in nanos per 1,000 bytes. The node raises it to the lowest that the network takes, so 0 will do.
            unsigned_transaction_hexes: The transactions as unsigned bytes, as hex.
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return await self._client._call(
            _CREATE_ATOMIC,
            {},
            {
                "Transactions": transactions,
                "ExtraData": extra_data,
                "MinFeeRateNanosPerKB": min_fee_rate_nanos_per_kb,
                "UnsignedTransactionHexes": unsigned_transaction_hexes,
            },
            extra_headers,
            extra_query,
            timeout,
        )

    async def submit_atomic(
        self,
        *,
        incomplete_atomic_transaction_hex: models.HexBytes,
        signed_inner_transactions_hex: Sequence[models.HexBytes] | None | NotGiven = NOT_GIVEN,
        unsigned_inner_transactions_hex: Sequence[models.HexBytes] | None | NotGiven = NOT_GIVEN,
        transaction_signatures_hex: Sequence[models.HexBytes] | None | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.SubmitAtomicTransactionResponse:
        """Submit transactions that succeed or fail together.

        Takes the wrapper of create-atomic-txns-wrapper with either the signed inner transactions, or the unsigned ones and their signatures in the same order.

        Observed in real clients or servers; the platform's documentation does not have it.

        Documentation: https://github.com/deso-protocol/backend/blob/main/routes/transaction.go

        Args:
            incomplete_atomic_transaction_hex: The wrapper's bytes from create-atomic-txns-wrapper, as hex.
            signed_inner_transactions_hex: The signed inner transactions, as hex.
            unsigned_inner_transactions_hex: The unsigned inner transactions, as hex.
            transaction_signatures_hex: Their signatures in the same order, in DER, as hex.
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return await self._client._call(
            _SUBMIT_ATOMIC,
            {},
            {
                "IncompleteAtomicTransactionHex": incomplete_atomic_transaction_hex,
                "SignedInnerTransactionsHex": signed_inner_transactions_hex,
                "UnsignedInnerTransactionsHex": unsigned_inner_transactions_hex,
                "TransactionSignaturesHex": transaction_signatures_hex,
            },
            extra_headers,
            extra_query,
            timeout,
        )

    async def append_extra_data(
        self,
        *,
        transaction_hex: models.HexBytes,
        extra_data: Mapping[str, str] | None | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.AppendExtraDataResponse:
        """Add ExtraData to an unsigned transaction.

        Values are encoded as those of ExtraData in the constructing calls. The size grows and the fee in the bytes does not.

        Observed in real clients or servers; the platform's documentation does not have it.

        Documentation: https://docs.deso.org/deso-backend/transaction-utilities

        Args:
            transaction_hex: Unsigned bytes, as hex.
            extra_data: Keys and texts to add.
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return await self._client._call(
            _APPEND_EXTRA_DATA,
            {},
            {
                "TransactionHex": transaction_hex,
                "ExtraData": extra_data,
            },
            extra_headers,
            extra_query,
            timeout,
        )

    async def get_spending(
        self,
        *,
        transaction_hex: models.HexBytes,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.GetTransactionSpendingResponse:
        """Read what a transaction spends.

        Sums up what the transaction takes from its sender.

        Observed in real clients or servers; the platform's documentation does not have it.

        Documentation: https://docs.deso.org/deso-backend/transaction-utilities

        Args:
            transaction_hex: The transaction's bytes, as hex.
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return await self._client._call(
            _GET_SPENDING,
            {},
            {
                "TransactionHex": transaction_hex,
            },
            extra_headers,
            extra_query,
            timeout,
        )

    async def get_signature_index(
        self,
        *,
        transaction_hex: models.HexBytes,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.SignatureIndexResponse:
        """Read where the signature of a transaction goes.

        In a balance-model transaction the signature is not at the end. A client that decodes the bytes need not ask.

        Observed in real clients or servers; the platform's documentation does not have it.

        Documentation: https://github.com/deso-protocol/backend/blob/main/routes/transaction.go

        Args:
            transaction_hex: The transaction's bytes, as hex.
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return await self._client._call(
            _GET_SIGNATURE_INDEX,
            {},
            {
                "TransactionHex": transaction_hex,
            },
            extra_headers,
            extra_query,
            timeout,
        )

    async def get_construction_params(
        self,
        *,
        min_fee_rate_nanos_per_kb: models.Uint64 | None | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.TxnConstructionParamsResponse:
        """Read what is needed to construct a transaction locally.

        Gives the fee rate that the node would use, and the height from which a nonce expires.

        Observed in real clients or servers; the platform's documentation does not have it.

        Documentation: https://github.com/deso-protocol/backend/blob/main/routes/transaction.go

        Args:
            min_fee_rate_nanos_per_kb: Fee rate, in nanos per 1,000 bytes. The node raises it to the lowest that the network takes, so 0 will do.
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return await self._client._call(
            _GET_CONSTRUCTION_PARAMS,
            {},
            {
                "MinFeeRateNanosPerKB": min_fee_rate_nanos_per_kb,
            },
            extra_headers,
            extra_query,
            timeout,
        )

    async def get(
        self,
        *,
        txn_hash_hex: models.HashHex,
        txn_status: models.TxnStatus | None | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.GetTxnResponse:
        """Ask whether a transaction is known.

        Looks in the mempool and in the index of committed transactions. The node has to run with its transaction index, and the call may wait up to 30 seconds for that. The public documentation calls the member TransactionHashHex; a node answers that with 400.

        Observed in real clients or servers; the platform's documentation does not have it.

        Documentation: https://docs.deso.org/deso-backend/transaction-utilities

        Args:
            txn_hash_hex: Final hash. The public documentation calls it TransactionHashHex, which a node answers with 400.
            txn_status: Where to look.
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return await self._client._call(
            _GET,
            {},
            {
                "TxnHashHex": txn_hash_hex,
                "TxnStatus": txn_status,
            },
            extra_headers,
            extra_query,
            timeout,
        )

    async def get_many(
        self,
        *,
        txn_hash_hexes: Sequence[models.HashHex],
        txn_status: models.TxnStatus | None | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.GetTxnsResponse:
        """Ask whether transactions are known.

        As get-txn, for up to 500 hashes.

        Observed in real clients or servers; the platform's documentation does not have it.

        Documentation: https://github.com/deso-protocol/backend/blob/main/routes/transaction.go

        Args:
            txn_hash_hexes: Final hashes. (at most 500 items)
            txn_status: Where to look.
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return await self._client._call(
            _GET_MANY,
            {},
            {
                "TxnHashHexes": txn_hash_hexes,
                "TxnStatus": txn_status,
            },
            extra_headers,
            extra_query,
            timeout,
        )


class RawTransactions:
    """The same calls, giving the answer as it came: status, headers, bytes, and `parse()`."""

    def __init__(self, resource: Transactions) -> None:
        self.submit = to_raw(resource.submit)
        self.create_atomic = to_raw(resource.create_atomic)
        self.submit_atomic = to_raw(resource.submit_atomic)
        self.append_extra_data = to_raw(resource.append_extra_data)
        self.get_spending = to_raw(resource.get_spending)
        self.get_signature_index = to_raw(resource.get_signature_index)
        self.get_construction_params = to_raw(resource.get_construction_params)
        self.get = to_raw(resource.get)
        self.get_many = to_raw(resource.get_many)


class RawAsyncTransactions:
    """The same calls, giving the answer as it came: status, headers, bytes, and `parse()`."""

    def __init__(self, resource: AsyncTransactions) -> None:
        self.submit = to_raw_awaitable(resource.submit)
        self.create_atomic = to_raw_awaitable(resource.create_atomic)
        self.submit_atomic = to_raw_awaitable(resource.submit_atomic)
        self.append_extra_data = to_raw_awaitable(resource.append_extra_data)
        self.get_spending = to_raw_awaitable(resource.get_spending)
        self.get_signature_index = to_raw_awaitable(resource.get_signature_index)
        self.get_construction_params = to_raw_awaitable(resource.get_construction_params)
        self.get = to_raw_awaitable(resource.get)
        self.get_many = to_raw_awaitable(resource.get_many)
