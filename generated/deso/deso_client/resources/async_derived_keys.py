# Copied from overrides/deso/resources/async_derived_keys.py by "nox -s generate": edit it there.
"""What no generator knows of derived keys: allowing one in one call, within limits."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, Unpack, overload

from .._async_writing import WriteOptions, write, writer
from .._core.errors import ConfigurationError
from .._resources.derived_keys import _CONSTRUCT_AUTHORIZE
from .._resources.derived_keys import AsyncDerivedKeys as Generated
from ..account import PolicyOptions
from ..keys import (
    WITHOUT_LIMITS,
    DerivedKeyGrant,
    DerivedSigner,
    PublicKey,
    SpendingLimit,
    WithoutLimits,
    grant_derived_key,
    limit_bytes,
)
from ..results import DraftTransaction, SubmittedTransaction


class AsyncDerivedKeys(Generated):
    """Keys that may sign for an account within limits."""

    @overload
    async def authorize(
        self,
        derived: PublicKey,
        *,
        dry_run: Literal[False] = False,
        expiration_block: int,
        limit: SpendingLimit | WithoutLimits,
        memo: str | None = None,
        extra_data: Mapping[str, str] | None = None,
        **options: Unpack[WriteOptions],
    ) -> SubmittedTransaction: ...
    @overload
    async def authorize(
        self,
        derived: PublicKey,
        *,
        dry_run: Literal[True],
        expiration_block: int,
        limit: SpendingLimit | WithoutLimits,
        memo: str | None = None,
        extra_data: Mapping[str, str] | None = None,
        **options: Unpack[WriteOptions],
    ) -> DraftTransaction: ...
    async def authorize(
        self,
        derived: PublicKey,
        *,
        dry_run: bool = False,
        expiration_block: int,
        limit: SpendingLimit | WithoutLimits,
        memo: str | None = None,
        extra_data: Mapping[str, str] | None = None,
        **options: Unpack[WriteOptions],
    ) -> DraftTransaction | SubmittedTransaction:
        """Let a derived key act for the account: construct, verify, sign (as the owner) and submit.

        There is no default limit. Whoever holds a key without limits can spend and transfer everything, so that has to
        be said in words: ``limit="without limits"``. ``construct_authorize`` only constructs.

        Documentation: https://docs.deso.org/deso-backend/construct-transactions/derived-keys-transaction-api

        Args:
            derived: The derived key.
            expiration_block: The height of the block from which on the key is worth nothing.
            limit: What the key may do.
            memo: A word by which the owner recognises the key.
            extra_data: Further keys and texts.
            dry_run: Stop before signing, and return the decoded transaction with what the node chose. The grant is not
                signed either (its member ``access_signature`` is empty), so the fee is some 70 nanos lower.
            options: Fee rate, fee outputs, policy, waiting and timeout: see ``WriteOptions``.

        Raises:
            TransactionMismatch: The bytes are not what was asked for. Nothing was signed.
            RuleError: The node refused to construct or to accept the transaction; ``rule`` has the rule's name.
            UnsettledSubmissionError: It was submitted, and its fate is unknown.
            SubmissionMismatch: The node says that it accepted another transaction.
            ConfigurationError: The client has no signer.
        """
        request = self._request(derived, expiration_block, limit, dry_run=dry_run)
        request |= {"Memo": memo, "ExtraData": extra_data}
        unlimited = limit if limit == WITHOUT_LIMITS else None
        changes: PolicyOptions = {"unlimited_derived_key": WITHOUT_LIMITS} if unlimited else {}
        return await write(
            writer(self._client),
            _CONSTRUCT_AUTHORIZE,
            request,
            options,
            dry_run=dry_run,
            kind=SubmittedTransaction,
            changes=changes,
        )

    @overload
    async def revoke(
        self,
        derived: PublicKey,
        *,
        dry_run: Literal[False] = False,
        expiration_block: int,
        **options: Unpack[WriteOptions],
    ) -> SubmittedTransaction: ...
    @overload
    async def revoke(
        self,
        derived: PublicKey,
        *,
        dry_run: Literal[True],
        expiration_block: int,
        **options: Unpack[WriteOptions],
    ) -> DraftTransaction: ...
    async def revoke(
        self,
        derived: PublicKey,
        *,
        dry_run: bool = False,
        expiration_block: int,
        **options: Unpack[WriteOptions],
    ) -> DraftTransaction | SubmittedTransaction:
        """End what a derived key may do: construct, verify, sign (as the owner) and submit.

        Documentation: https://docs.deso.org/deso-backend/construct-transactions/derived-keys-transaction-api

        Args:
            derived: The derived key.
            expiration_block: A height in the future, as for ``authorize``.
            dry_run: Stop before signing, and return the decoded transaction with what the node chose. The grant is not
                signed either (its member ``access_signature`` is empty), so the fee is some 70 nanos lower.
            options: Fee rate, fee outputs, policy, waiting and timeout: see ``WriteOptions``.

        Raises:
            TransactionMismatch: The bytes are not what was asked for. Nothing was signed.
            RuleError: The node refused to construct or to accept the transaction; ``rule`` has the rule's name.
            UnsettledSubmissionError: It was submitted, and its fate is unknown.
            SubmissionMismatch: The node says that it accepted another transaction.
            ConfigurationError: The client has no signer.
        """
        request = {
            **self._request(derived, expiration_block, SpendingLimit(0), dry_run=dry_run),
            "DeleteKey": True,
        }
        return await write(
            writer(self._client), _CONSTRUCT_AUTHORIZE, request, options, dry_run=dry_run, kind=SubmittedTransaction
        )

    def _request(
        self, derived: PublicKey, expiration_block: int, limit: SpendingLimit | WithoutLimits, *, dry_run: bool
    ) -> dict[str, object]:
        account = writer(self._client).account
        if isinstance(account.signer, DerivedSigner):
            raise ConfigurationError("derived keys are authorised by the owner: this client signs with a derived key")
        if dry_run:  # a signed grant would be good for whoever holds the derived key, and for the node
            grant = DerivedKeyGrant(derived, expiration_block, limit_bytes(limit).hex(), "")
        else:
            grant = grant_derived_key(account.signer, derived, expiration_block=expiration_block, limit=limit)
        return grant.request(account.owner, account.network)
