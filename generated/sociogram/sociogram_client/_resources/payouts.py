# Written by "nox -s generate" from specs/sociogram.yaml and overrides/sociogram/overlay.yaml: edit those.
"""The generated calls of `payouts`.

Pay from the mini-app balance, to users of the app or to its developer.
"""

from __future__ import annotations

from collections.abc import Mapping

from .. import models
from .._core._async_base import AsyncResource
from .._core._sync_base import Resource
from .._core.operation import Operation
from .._core.raw import to_raw, to_raw_awaitable
from .._core.request import hide_named
from .._core.secrets import Secret
from .._core.types import NOT_GIVEN, NotGiven, QueryValue, Timeout

_TO_USER: Operation[models.Outcome | None] = Operation(
    id="payouts_to_user",
    method="POST",
    path="/mini-app/payout-to-user",
    body="json",
    request=lambda: models.PayoutToUser,
    result=lambda: models.Outcome,
    empty=True,
    security=(("appKey",),),
    media_types=("text/html",),
)

_TO_DEVELOPER: Operation[models.Outcome | None] = Operation(
    id="payouts_to_developer",
    method="POST",
    path="/mini-app/payout-to-dev",
    body="json",
    request=lambda: models.PayoutToDeveloper,
    result=lambda: models.Outcome,
    empty=True,
    security=(("appKey",),),
    media_types=("text/html",),
)


class Payouts(Resource):
    """Pay from the mini-app balance, to users of the app or to its developer."""

    def to_user(
        self,
        *,
        uid: models.Uid,
        amount: models.Amount,
        currency: models.Currency,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.Outcome | None:
        """Pay a user from the app's balance.

        Moves funds from the mini-app balance to the balance of a user of the app. **Never repeat it without having seen the
        app's balance**: each call pays again, and no key against paying twice is known.

        Documented: the inputs, as `sdk.payoutToUser({ uid, amount, currency })`, and that it is the function
        `deposit_money_to_the_internal_user_balance` of the platform. The result is waited for, but not described. Inferred:
        method, path, that the inputs stand in a JSON body, what is answered, and that a balance too small is refused.

        Inferred: the platform publishes what this call does, but not its method and path.

        Documentation: https://docs.sociogram.org/developers/platform-api#payouts

        Args:
            uid: The user who receives the amount. (at least 1; at most 9007199254740991)
            amount: An amount in whole units of its currency, above 0. The platform keeps 9 decimals of SOL and 6 of USD and rounds down
                what is beyond (observed in its helper library).
            currency: A currency. Write `sol` or `usd`; `usdt` is accepted as an alias of `usd`.
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return self._client._call(
            _TO_USER,
            {},
            {
                "uid": uid,
                "amount": amount,
                "currency": currency,
            },
            extra_headers,
            extra_query,
            timeout,
        )

    def to_developer(
        self,
        *,
        currency: models.Currency,
        amount: models.Amount | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.Outcome | None:
        """Pay the developer from the app's balance.

        Moves funds from the mini-app balance to the developer's account on Sociogram. Without `amount` it moves **all that
        the app has** of the currency. Never repeat it without having seen the app's balance: each call pays again.

        Documented: the inputs, as `sdk.payoutToDev({ amount, currency })`. The result is waited for, but not described.
        Inferred: method, path, that the inputs stand in a JSON body, and what is answered.

        Inferred: the platform publishes what this call does, but not its method and path.

        Documentation: https://docs.sociogram.org/developers/platform-api#payouts

        Args:
            currency: A currency. Write `sol` or `usd`; `usdt` is accepted as an alias of `usd`.
            amount: How much. **Left out, it is all that the app has of the currency.**
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return self._client._call(
            _TO_DEVELOPER,
            {},
            {
                "currency": currency,
                "amount": amount,
            },
            extra_headers,
            extra_query,
            timeout,
        )


class AsyncPayouts(AsyncResource):
    """Pay from the mini-app balance, to users of the app or to its developer."""

    async def to_user(
        self,
        *,
        uid: models.Uid,
        amount: models.Amount,
        currency: models.Currency,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.Outcome | None:
        """Pay a user from the app's balance.

        Moves funds from the mini-app balance to the balance of a user of the app. **Never repeat it without having seen the
        app's balance**: each call pays again, and no key against paying twice is known.

        Documented: the inputs, as `sdk.payoutToUser({ uid, amount, currency })`, and that it is the function
        `deposit_money_to_the_internal_user_balance` of the platform. The result is waited for, but not described. Inferred:
        method, path, that the inputs stand in a JSON body, what is answered, and that a balance too small is refused.

        Inferred: the platform publishes what this call does, but not its method and path.

        Documentation: https://docs.sociogram.org/developers/platform-api#payouts

        Args:
            uid: The user who receives the amount. (at least 1; at most 9007199254740991)
            amount: An amount in whole units of its currency, above 0. The platform keeps 9 decimals of SOL and 6 of USD and rounds down
                what is beyond (observed in its helper library).
            currency: A currency. Write `sol` or `usd`; `usdt` is accepted as an alias of `usd`.
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return await self._client._call(
            _TO_USER,
            {},
            {
                "uid": uid,
                "amount": amount,
                "currency": currency,
            },
            extra_headers,
            extra_query,
            timeout,
        )

    async def to_developer(
        self,
        *,
        currency: models.Currency,
        amount: models.Amount | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.Outcome | None:
        """Pay the developer from the app's balance.

        Moves funds from the mini-app balance to the developer's account on Sociogram. Without `amount` it moves **all that
        the app has** of the currency. Never repeat it without having seen the app's balance: each call pays again.

        Documented: the inputs, as `sdk.payoutToDev({ amount, currency })`. The result is waited for, but not described.
        Inferred: method, path, that the inputs stand in a JSON body, and what is answered.

        Inferred: the platform publishes what this call does, but not its method and path.

        Documentation: https://docs.sociogram.org/developers/platform-api#payouts

        Args:
            currency: A currency. Write `sol` or `usd`; `usdt` is accepted as an alias of `usd`.
            amount: How much. **Left out, it is all that the app has of the currency.**
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return await self._client._call(
            _TO_DEVELOPER,
            {},
            {
                "currency": currency,
                "amount": amount,
            },
            extra_headers,
            extra_query,
            timeout,
        )


class RawPayouts:
    """The same calls, giving the answer as it came: status, headers, bytes, and `parse()`."""

    def __init__(self, resource: Payouts) -> None:
        self.to_user = to_raw(resource.to_user)
        self.to_developer = to_raw(resource.to_developer)


class RawAsyncPayouts:
    """The same calls, giving the answer as it came: status, headers, bytes, and `parse()`."""

    def __init__(self, resource: AsyncPayouts) -> None:
        self.to_user = to_raw_awaitable(resource.to_user)
        self.to_developer = to_raw_awaitable(resource.to_developer)
