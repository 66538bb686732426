# Copied from overrides/talkee/resources/async_airdrops.py by "nox -s generate": edit it there.
"""What no generator knows of airdrops: which of them the server takes and never pays."""

from __future__ import annotations

from collections.abc import Mapping

from .. import models
from .._core.secrets import Secret
from .._core.types import NOT_GIVEN, NotGiven, QueryValue, Timeout
from .._resources.airdrops import AsyncAirdrops as Generated
from ..payments import check_payment


class AsyncAirdrops(Generated):
    """Send an amount of a crypto asset to those who wrote comments. A draft, as the documentation says."""

    async def create(
        self,
        *,
        airdrop_type: models.KnownAirdropType,
        asset_id: str,
        amount: models.AirdropAmount,
        site_id: int | NotGiven = NOT_GIVEN,
        slug: str | NotGiven = NOT_GIVEN,
        target_site_id: int | NotGiven = NOT_GIVEN,
        target_slug: str | NotGiven = NOT_GIVEN,
        opponent_id: int | NotGiven = NOT_GIVEN,
        strategy_name: models.KnownAirdropStrategy | NotGiven = NOT_GIVEN,
        strategy_params: models.AirdropStrategyParams | Mapping[str, object] | NotGiven = NOT_GIVEN,
        memo: str | NotGiven = NOT_GIVEN,
        redirect_url: str | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.Airdrop:
        """Prepare an airdrop; nothing is paid before somebody pays at its `payment_url`. The platform calls it a draft.

        Args:
            airdrop_type: Who gets it: `user` and `comment` need `opponent_id`; `slug` and `comments` need
                `target_site_id` and `target_slug`, and `comments` needs `strategy_name`, too.
            asset_id: Mixin's id of the asset, a UUID.
            amount: How much, at least 0.00000001, with up to 8 decimals. Sent as a string, without exponent.
            site_id: The site that the call is made from, if not the client's.
            slug: The page that the call is made from, if not the client's.
            target_site_id: The site of the page that it is for.
            target_slug: The page that it is for, up to 255 characters.
            opponent_id: The id of the user, or of the comment, that it is for.
            strategy_name: How `comments` is shared out: `topn`, to the most favoured ones, or `avg`, to all.
            strategy_params: For `topn`: `{"n": 3}`, how many comments; 3 when left out.
            memo: The text that goes with the payment, up to 255 characters.
            redirect_url: Where the payment service sends the payer afterwards.
            extra_headers: Headers to add to this request, or to send instead of others.
            extra_query: Query parameters to add.
            timeout: Seconds for this call, if not the client's.

        Raises:
            InvalidRequestError: The amount is too small or would be rounded; or `n` of `topn` is None, which the server
                takes and never pays.
            ServerError: `invalid tip params`: the members do not fit together; or the payment service refused. Then the
                airdrop is stored, without a way to pay it.
        """
        check_payment(amount, strategy_name, strategy_params)
        return await super().create(
            airdrop_type=airdrop_type,
            asset_id=asset_id,
            amount=amount,
            site_id=site_id,
            slug=slug,
            target_site_id=target_site_id,
            target_slug=target_slug,
            opponent_id=opponent_id,
            strategy_name=strategy_name,
            strategy_params=strategy_params,
            memo=memo,
            redirect_url=redirect_url,
            extra_headers=extra_headers,
            extra_query=extra_query,
            timeout=timeout,
        )
