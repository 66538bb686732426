"""Paying an airdrop."""

from __future__ import annotations

from urllib.parse import quote

from ._core.models import Model


class Payable(Model):
    """What has a payment code of MixPay."""

    @property
    def payment_url(self) -> str | None:
        """Where the user pays: redirect them there. None where the answer has no code, as in `slugs.get()`."""
        code = getattr(self, "mixpay_code", None)
        return f"https://mixpay.me/code/{quote(code, safe='')}" if code else None
