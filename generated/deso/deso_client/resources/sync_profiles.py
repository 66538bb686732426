# The sync form of overrides/deso/resources/async_profiles.py, derived by "nox -s generate": edit it there.
"""What no generator knows of profiles: changing one in one call, without losing what is always written."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, Unpack, overload

from .. import models
from .._core.errors import NotFoundError, ResponseValidationError
from .._resources.profiles import _CONSTRUCT_UPDATE, Profiles as Generated
from .._sync_writing import WriteOptions, write, writer
from ..results import DraftTransaction, SubmittedTransaction

DEFAULT_CREATOR_BASIS_POINTS = 10_000
"""Of a new profile: the whole of newly bought creator coins goes to the account, as in the documentation's example."""
DEFAULT_STAKE_MULTIPLE_BASIS_POINTS = 12_500
"""What the network wants to see there; a node's own default of 0 is refused when the transaction is submitted."""


class Profiles(Generated):
    """Profiles of accounts."""

    @overload
    def update(
        self,
        *,
        dry_run: Literal[False] = False,
        new_username: str | None = None,
        new_description: str | None = None,
        new_profile_pic: str | None = None,
        new_creator_basis_points: int | None = None,
        new_stake_multiple_basis_points: int = DEFAULT_STAKE_MULTIPLE_BASIS_POINTS,
        is_hidden: bool | None = None,
        extra_data: Mapping[str, str] | None = None,
        **options: Unpack[WriteOptions],
    ) -> SubmittedTransaction: ...
    @overload
    def update(
        self,
        *,
        dry_run: Literal[True],
        new_username: str | None = None,
        new_description: str | None = None,
        new_profile_pic: str | None = None,
        new_creator_basis_points: int | None = None,
        new_stake_multiple_basis_points: int = DEFAULT_STAKE_MULTIPLE_BASIS_POINTS,
        is_hidden: bool | None = None,
        extra_data: Mapping[str, str] | None = None,
        **options: Unpack[WriteOptions],
    ) -> DraftTransaction: ...
    def update(
        self,
        *,
        dry_run: bool = False,
        new_username: str | None = None,
        new_description: str | None = None,
        new_profile_pic: str | None = None,
        new_creator_basis_points: int | None = None,
        new_stake_multiple_basis_points: int = DEFAULT_STAKE_MULTIPLE_BASIS_POINTS,
        is_hidden: bool | None = None,
        extra_data: Mapping[str, str] | None = None,
        **options: Unpack[WriteOptions],
    ) -> DraftTransaction | SubmittedTransaction:
        """Create the account's profile, or change it: construct, verify, sign and submit.

        What is left out stays as it is. A transaction always writes the creator's share and whether the profile is
        hidden, so both are read from the present profile when they are not given; the result shows them
        (``transaction.metadata``). Creating a profile costs the network's ``create_profile_fee_nanos`` (see
        ``node.get_app_state``) besides the fee. Constructing is not repeated after a lost answer, since a node may pay
        for a new profile. ``construct_update`` only constructs.

        Documentation: https://docs.deso.org/deso-backend/construct-transactions/social-transactions-api

        Args:
            new_username: At most 25 letters, digits and underscores; needed for a new profile.
            new_description: At most 20,000 bytes.
            new_profile_pic: A data URI of a png, jpeg, webp or gif in base64. A node puts its own picture in its place,
                which is refused unless the policy has ``allow_reencoded_picture``; look at it in ``choices.picture``.
            new_creator_basis_points: The share of newly bought creator coins that goes to the account, 0 to 10,000; by
                default the present profile's, and 10,000 for a new one.
            new_stake_multiple_basis_points: 10,001 to 100,000; without effect today, and refused when it is 0.
            is_hidden: Whether the profile is hidden; by default as it is.
            extra_data: Further keys and texts, merged into those that the profile has.
            dry_run: Stop before signing, and return the decoded transaction with what the node chose.
            options: Fee rate, fee outputs, policy, waiting and timeout: see ``WriteOptions``.

        Raises:
            TransactionMismatch: The bytes are not what was asked for. Nothing was signed.
            RuleError: The node refused to construct or to accept the transaction; ``rule`` has the rule's name.
            UnsettledSubmissionError: It was submitted, and its fate is unknown.
            SubmissionMismatch: The node says that it accepted another transaction.
            ResponseValidationError: The present profile comes without the share that it has: give it yourself.
            ConfigurationError: The client has no signer.
        """
        client = writer(self._client)
        if new_creator_basis_points is None or is_hidden is None:
            present = self._present(client.account.address)
            if new_creator_basis_points is None:
                new_creator_basis_points = _share(present)
            if is_hidden is None:
                is_hidden = present.is_hidden if present else False
        request = {
            "UpdaterPublicKeyBase58Check": client.account.address,
            "NewUsername": new_username,
            "NewDescription": new_description,
            "NewProfilePic": new_profile_pic,
            "NewCreatorBasisPoints": new_creator_basis_points,
            "NewStakeMultipleBasisPoints": new_stake_multiple_basis_points,
            "IsHidden": is_hidden,
            "ExtraData": extra_data,
        }
        return write(client, _CONSTRUCT_UPDATE, request, options, dry_run=dry_run, kind=SubmittedTransaction)

    def _present(self, address: str) -> models.ProfileEntryResponse | None:
        try:
            answer = self.get(public_key_base58_check=address, no_error_on_missing=True)
        except NotFoundError:  # of a node that does not know no_error_on_missing
            return None
        return answer.profile if answer else None


def _share(present: models.ProfileEntryResponse | None) -> int:
    """The creator's share as it is. A profile of which it is not known is no new one: a default would change it."""
    if present is None:
        return DEFAULT_CREATOR_BASIS_POINTS
    if present.coin_entry is None:
        text = "the node shows the present profile without its CoinEntry, and so without the creator's share"
        raise ResponseValidationError(f"{text}: give new_creator_basis_points")
    return present.coin_entry.creator_basis_points
