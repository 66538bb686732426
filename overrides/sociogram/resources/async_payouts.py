"""What no generator knows of payouts: amounts to the last place, and what an error means for the money."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from .. import models
from .._core.errors import APIError, InvalidRequestError
from .._core.secrets import Secret
from .._core.types import NOT_GIVEN, NotGiven, QueryValue, Timeout
from .._resources.payouts import AsyncPayouts as Generated
from ..money import amount_of, check_uid, currency_of, told


class AsyncPayouts(Generated):
    """Pay from the mini-app balance, to users of the app or to its developer. Each call is sent at most once."""

    # Amounts may be given in more ways than the generated call takes.
    async def to_user(
        self,
        *,
        uid: models.Uid,
        amount: Decimal | int | float | str,
        currency: models.Currency,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.Outcome | None:
        """Pay a user from the app's balance.

        **Each call pays.** The client never repeats it, and no key against paying twice is known: after an error whose
        `may_have_arrived` is true, look at the app's balance first.

        Documented: the inputs, as `sdk.payoutToUser({ uid, amount, currency })`. The result is waited for, but not
        described. Inferred: method, path, that the inputs stand in a JSON body, what is answered, and that a balance
        too small is refused; `inferred_routes` of the client shows them, and its argument `paths` replaces them.

        Documentation: https://docs.sociogram.org/developers/platform-api#payouts

        Args:
            uid: The user who receives the amount.
            amount: In whole units, above 0; `Decimal("0.35")` is sent as exactly 0.35. At most 9 decimal places of SOL
                and 6 of USD.
            currency: `sol`, or `usd` for USDT (`usdt` is taken for `usd`).

        Returns:
            Whether the platform says that it was done; None if it answered with success and no word more.

        Raises:
            InvalidRequestError: The user, the amount or the currency cannot be sent. Nothing was sent.
            APIError: It was not carried out, or that is not known; each has `may_have_arrived` (True or False), and its
                text says the same.
        """
        check_uid(uid)
        code = currency_of(currency)
        exact = amount_of(amount, code)
        try:
            return await super().to_user(
                uid=uid,
                amount=exact,
                currency=code,
                extra_headers=extra_headers,
                extra_query=extra_query,
                timeout=timeout,
            )
        except APIError as error:
            raise told(error)  # noqa: B904  # it is the same error

    async def to_developer(
        self,
        *,
        currency: models.Currency,
        amount: Decimal | int | float | str | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.Outcome | None:
        """Pay the app's developer; **without `amount` all that the app has of the currency**.

        Documented: the inputs, as `sdk.payoutToDev({ amount, currency })`. Inferred: method, path, that the inputs
        stand in a JSON body, and what is answered. See `to_user` for the rest.

        Documentation: https://docs.sociogram.org/developers/platform-api#payouts

        Args:
            currency: `sol`, or `usd` for USDT (`usdt` is taken for `usd`).
            amount: In whole units; left out, it is everything. None is refused, since it may stand for a forgotten
                value.

        Returns:
            Whether the platform says that it was done; None if it answered with success and no word more.

        Raises:
            InvalidRequestError: The amount or the currency cannot be sent. Nothing was sent.
            APIError: As with `to_user`.
        """
        code = currency_of(currency)
        if amount is None:
            raise InvalidRequestError("amount: None is no amount; leave it out to pay all that there is")
        exact = amount if isinstance(amount, NotGiven) else amount_of(amount, code)
        try:
            return await super().to_developer(
                currency=code, amount=exact, extra_headers=extra_headers, extra_query=extra_query, timeout=timeout
            )
        except APIError as error:
            raise told(error)  # noqa: B904  # it is the same error
