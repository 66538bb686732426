# Written by "nox -s generate" from specs/talkee.yaml and overrides/talkee/overlay.yaml: edit those.
"""The generated calls of `airdrops`.

Send an amount of a crypto asset to those who wrote comments. A draft, as the documentation says.
"""

from __future__ import annotations

from collections.abc import Mapping

from .. import models
from .._core._async_base import AsyncResource
from .._core._sync_base import Resource
from .._core.operation import Operation, Parameter
from .._core.raw import to_raw, to_raw_awaitable
from .._core.request import hide_named
from .._core.secrets import Secret
from .._core.types import NOT_GIVEN, NotGiven, QueryValue, Timeout

_CREATE: Operation[models.Airdrop] = Operation(
    id="airdrops_create",
    method="POST",
    path="/airdrops",
    parameters=(
        Parameter("X-TALKEE-SITE-ID", "header", "site_id"),
        Parameter("X-TALKEE-SITE-SLUG", "header", "slug"),
        Parameter("site_id", "query", "site_id"),
        Parameter("slug", "query", "slug"),
    ),
    body="json",
    request=lambda: models.AirdropCreate,
    result=lambda: models.AirdropEnvelope,
    unwrap=("data",),
    security=(("bearerAuth",),),
)


class Airdrops(Resource):
    """Send an amount of a crypto asset to those who wrote comments. A draft, as the documentation says."""

    def create(
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
        """Create an airdrop.

        Prepares a payment in a crypto asset to one user, to the page, to the author of one comment, or to the authors of
        many comments. Nothing is paid yet: send the payer to `https://mixpay.me/code/{mixpay_code}`, with the
        `mixpay_code` of the answer. The asset is paid out some time after the payment.

        | `airdrop_type` | needs |
        | --- | --- |
        | `user` | `opponent_id`: the user's id |
        | `comment` | `opponent_id`: the comment's id |
        | `slug` | `site_id` and `slug` |
        | `comments` | `site_id`, `slug`, `strategy_name` and, for `topn`, `strategy_params` |

        The site and slug in headers or query must be given too, though the documentation does not list them here; they
        are not copied into the body. Repeating the call creates another airdrop. If only the payment service fails, the
        airdrop is stored already, without a code to pay it.

        The platform calls it a draft.

        Documentation: https://developers.pando.im/references/talkee/api.html#create-an-airdrop

        Args:
            airdrop_type: Who gets it.
            asset_id: Mixin's id of the asset, a UUID. The server checks only that it is there, so any string of up to 36 characters
                is accepted. (at least 1 characters; at most 36 characters)
            amount: An amount to pay, at least 0.00000001, with up to 8 decimals; more are rounded away. Send a string of decimal
                digits, as documented. The server reads a JSON number as well, but numbers lose digits on the way.
            site_id: The site's id, in place of the header `X-TALKEE-SITE-ID`; not read if the header is there. (at least 1; at most 18446744073709551615)
            slug: The key of the page or thread, in place of the header `X-TALKEE-SITE-SLUG`; not read if the header is there. It is
                URL-decoded: `/café` here and `/caf%C3%A9` in the header are two threads. (at least 1 characters; at most 256 characters)
            target_site_id: For `slug` and `comments`: the site. 0 counts as absent. (at least 0; at most 18446744073709551615)
            target_slug: For `slug` and `comments`: the page, up to 255 characters. An empty one counts as absent. (at most 255 characters)
            opponent_id: For `user`: the user's id. For `comment`: the comment's id. 0 counts as absent. (at least 0; at most 18446744073709551615)
            strategy_name: For `comments`: how to share it out.
            strategy_params: For `comments`: settings of the strategy.
            memo: The text that goes with the payment, up to 255 characters. The documentation requires it; the server and the
                web client do without. (at most 255 characters; default '' on the server)
            redirect_url: Where the payment service sends the payer afterwards, whether the payment succeeded or not. The documentation
                requires it; the server does not, and hands on any string.
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return self._client._call(
            _CREATE,
            {
                "site_id": site_id,
                "slug": slug,
            },
            {
                "airdrop_type": airdrop_type,
                "asset_id": asset_id,
                "amount": amount,
                "site_id": target_site_id,
                "slug": target_slug,
                "opponent_id": opponent_id,
                "strategy_name": strategy_name,
                "strategy_params": strategy_params,
                "memo": memo,
                "redirect_url": redirect_url,
            },
            extra_headers,
            extra_query,
            timeout,
        )


class AsyncAirdrops(AsyncResource):
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
        """Create an airdrop.

        Prepares a payment in a crypto asset to one user, to the page, to the author of one comment, or to the authors of
        many comments. Nothing is paid yet: send the payer to `https://mixpay.me/code/{mixpay_code}`, with the
        `mixpay_code` of the answer. The asset is paid out some time after the payment.

        | `airdrop_type` | needs |
        | --- | --- |
        | `user` | `opponent_id`: the user's id |
        | `comment` | `opponent_id`: the comment's id |
        | `slug` | `site_id` and `slug` |
        | `comments` | `site_id`, `slug`, `strategy_name` and, for `topn`, `strategy_params` |

        The site and slug in headers or query must be given too, though the documentation does not list them here; they
        are not copied into the body. Repeating the call creates another airdrop. If only the payment service fails, the
        airdrop is stored already, without a code to pay it.

        The platform calls it a draft.

        Documentation: https://developers.pando.im/references/talkee/api.html#create-an-airdrop

        Args:
            airdrop_type: Who gets it.
            asset_id: Mixin's id of the asset, a UUID. The server checks only that it is there, so any string of up to 36 characters
                is accepted. (at least 1 characters; at most 36 characters)
            amount: An amount to pay, at least 0.00000001, with up to 8 decimals; more are rounded away. Send a string of decimal
                digits, as documented. The server reads a JSON number as well, but numbers lose digits on the way.
            site_id: The site's id, in place of the header `X-TALKEE-SITE-ID`; not read if the header is there. (at least 1; at most 18446744073709551615)
            slug: The key of the page or thread, in place of the header `X-TALKEE-SITE-SLUG`; not read if the header is there. It is
                URL-decoded: `/café` here and `/caf%C3%A9` in the header are two threads. (at least 1 characters; at most 256 characters)
            target_site_id: For `slug` and `comments`: the site. 0 counts as absent. (at least 0; at most 18446744073709551615)
            target_slug: For `slug` and `comments`: the page, up to 255 characters. An empty one counts as absent. (at most 255 characters)
            opponent_id: For `user`: the user's id. For `comment`: the comment's id. 0 counts as absent. (at least 0; at most 18446744073709551615)
            strategy_name: For `comments`: how to share it out.
            strategy_params: For `comments`: settings of the strategy.
            memo: The text that goes with the payment, up to 255 characters. The documentation requires it; the server and the
                web client do without. (at most 255 characters; default '' on the server)
            redirect_url: Where the payment service sends the payer afterwards, whether the payment succeeded or not. The documentation
                requires it; the server does not, and hands on any string.
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return await self._client._call(
            _CREATE,
            {
                "site_id": site_id,
                "slug": slug,
            },
            {
                "airdrop_type": airdrop_type,
                "asset_id": asset_id,
                "amount": amount,
                "site_id": target_site_id,
                "slug": target_slug,
                "opponent_id": opponent_id,
                "strategy_name": strategy_name,
                "strategy_params": strategy_params,
                "memo": memo,
                "redirect_url": redirect_url,
            },
            extra_headers,
            extra_query,
            timeout,
        )


class RawAirdrops:
    """The same calls, giving the answer as it came: status, headers, bytes, and `parse()`."""

    def __init__(self, resource: Airdrops) -> None:
        self.create = to_raw(resource.create)


class RawAsyncAirdrops:
    """The same calls, giving the answer as it came: status, headers, bytes, and `parse()`."""

    def __init__(self, resource: AsyncAirdrops) -> None:
        self.create = to_raw_awaitable(resource.create)
