"""A visit of a user, and the events that happen in it. No I/O.

Which members an event carries is what the platform's SDK sends; see the document's schema of each event.
"""

from __future__ import annotations

import time
import uuid
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypedDict, TypeVar, Unpack

from pydantic import ValidationError

from . import models
from ._core.errors import InvalidRequestError
from ._core.types import NOT_GIVEN, NotGiven
from .wire_events import explain, milliseconds

E = TypeVar("E", bound=models.EventBase)


class EventFields(TypedDict, total=False):
    """What every event may be given besides the session's own fields."""

    client_timestamp: str  # milliseconds since 1970; now if not given
    url_referer: str


class ConnectFields(EventFields, total=False):
    """What all events of TON Connect carry. A `trace_id` since TON Connect 3.4."""

    custom_data: models.TonConnectData | Mapping[str, Any]
    trace_id: uuid.UUID | str | None


class WalletFields(ConnectFields, total=False):
    """The connected wallet. `wallet_address` in its raw form, `0:` and 64 hexadecimal digits."""

    wallet_address: str | None
    wallet_type: str | None
    wallet_version: str | None
    wallet_state_init: str | None
    auth_type: models.AuthType


class TransactionFields(WalletFields, total=False):
    """A transaction: `valid_until` in seconds since 1970, as a string; amounts in nanotons, as strings of digits."""

    valid_until: str
    from_: str | None
    messages: Sequence[models.TransactionMessage | Mapping[str, Any]]


class InvoiceFields(EventFields, total=False):
    """What else `createInvoiceLink` of the Bot API takes. `provider_token` is a secret of the bot."""

    subscription_period: int
    max_tip_amount: int
    suggested_tip_amounts: Sequence[int]
    photo_url: str
    photo_size: int
    photo_width: int
    photo_height: int
    need_name: bool
    need_phone_number: bool
    need_email: bool
    need_shipping_address: bool
    send_phone_number_to_provider: bool
    send_email_to_provider: bool
    is_flexible: bool
    business_connection_id: str
    provider_token: str
    provider_data: str


class Session:
    """One visit: makes events that share its `session_id` and the fields that repeat in all events of a visit.

    Made by `client.session(user_id=…)`. The id is made up once, with the session; keep `session_id` and give it again
    to go on with a visit elsewhere. What is not known (None) is left out of the events. Each method returns the event;
    `events.record` or a queue's `put` sends it. All of them raise InvalidRequestError, which names the member that is
    wrong.
    """

    def __init__(
        self,
        *,
        user_id: int,
        app_name: str,
        session_id: uuid.UUID | str | None = None,
        is_premium: bool | None = None,
        platform: models.Platform | None = None,
        locale: str | None = None,
        start_param: str | None = None,
        clock: Callable[[], float] = time.time,
    ) -> None:
        given = {"is_premium": is_premium, "platform": platform, "locale": locale, "start_param": start_param}
        self._clock = clock
        self._shared: dict[str, Any] = {
            "user_id": user_id,
            "session_id": uuid.uuid4() if session_id is None else session_id,
            "app_name": app_name,
            **{name: value for name, value in given.items() if value is not None},
        }
        checked = self._made(models.AppInitEvent, "app-init", {})
        self.session_id: uuid.UUID = checked.session_id
        """The visit's id."""
        self._shared["session_id"] = self.session_id

    def __repr__(self) -> str:
        return f"<Session {self.session_id} of {self._shared['app_name']!r}>"

    # --- The app ---

    def app_init(self, **fields: Unpack[EventFields]) -> models.AppInitEvent:
        """The app was opened (`app-init`)."""
        return self._made(models.AppInitEvent, "app-init", fields)

    def app_hide(self, **fields: Unpack[EventFields]) -> models.AppHideEvent:
        """The app was hidden or closed (`app-hide`)."""
        return self._made(models.AppHideEvent, "app-hide", fields)

    def custom(self, custom_data: Mapping[str, Any], **fields: Unpack[EventFields]) -> models.CustomEvent:
        """Something of the app's own (`custom-event`), with JSON values of any shape."""
        return self._made(models.CustomEvent, "custom-event", fields, custom_data=custom_data)

    def event(self, event_name: str, /, **members: Any) -> models.EventBase:
        """An event of any name; for a known one its members are checked. Takes members that are not documented."""
        from .wire_events import kind_of

        return self._made(kind_of(event_name), event_name, {}, open_members=members)

    def additional_task(
        self, custom_data: models.AdditionalTaskData | Mapping[str, Any], **fields: Unpack[EventFields]
    ) -> models.AdditionalTaskEvent:
        """A task of a campaign was done (`ADDITIONAL_TASK_EVENT`, sent by SDKs until June 2025)."""
        return self._made(models.AdditionalTaskEvent, "ADDITIONAL_TASK_EVENT", fields, custom_data=custom_data)

    # --- The wallet ---

    def connection_started(self, **fields: Unpack[ConnectFields]) -> models.ConnectionStartedEvent:
        """The user was asked to choose a wallet (`connection-started`)."""
        return self._made(models.ConnectionStartedEvent, "connection-started", fields)

    def connection_completed(self, **fields: Unpack[WalletFields]) -> models.ConnectionCompletedEvent:
        """A wallet was connected (`connection-completed`, `is_success` true)."""
        return self._made(models.ConnectionCompletedEvent, "connection-completed", fields, is_success=True)

    def connection_error(
        self, error_message: str, error_code: int | None = None, **fields: Unpack[ConnectFields]
    ) -> models.ConnectionErrorEvent:
        """No wallet was connected (`connection-error`, `is_success` false). `error_code` 300: the user refused; None:
        the dialogue was closed."""
        told: dict[str, Any] = {"is_success": False, "error_message": error_message, "error_code": error_code}
        return self._made(models.ConnectionErrorEvent, "connection-error", fields, **told)

    def connection_restoring_started(self, **fields: Unpack[ConnectFields]) -> models.ConnectionRestoringStartedEvent:
        """A stored connection is about to be restored (`connection-restoring-started`)."""
        return self._made(models.ConnectionRestoringStartedEvent, "connection-restoring-started", fields)

    def connection_restoring_completed(
        self, **fields: Unpack[WalletFields]
    ) -> models.ConnectionRestoringCompletedEvent:
        """A stored connection was restored (`connection-restoring-completed`, `is_success` true)."""
        kind = models.ConnectionRestoringCompletedEvent
        return self._made(kind, "connection-restoring-completed", fields, is_success=True)

    def connection_restoring_error(
        self, error_message: str, **fields: Unpack[ConnectFields]
    ) -> models.ConnectionRestoringErrorEvent:
        """A stored connection could not be restored (`connection-restoring-error`, `is_success` false)."""
        told: dict[str, Any] = {"is_success": False, "error_message": error_message}
        return self._made(models.ConnectionRestoringErrorEvent, "connection-restoring-error", fields, **told)

    def disconnection(
        self, scope: models.EventScope | NotGiven = NOT_GIVEN, **fields: Unpack[WalletFields]
    ) -> models.DisconnectionEvent:
        """The connection was broken off (`disconnection`); `scope` says by whom, `dapp` or `wallet`."""
        return self._made(models.DisconnectionEvent, "disconnection", fields, scope=scope)

    # --- Transactions ---

    def transaction_sent_for_signature(
        self, **fields: Unpack[TransactionFields]
    ) -> models.TransactionSentForSignatureEvent:
        """The wallet was asked to sign a transaction (`transaction-sent-for-signature`)."""
        return self._made(models.TransactionSentForSignatureEvent, "transaction-sent-for-signature", fields)

    def transaction_signed(
        self, signed_transaction: str | NotGiven = NOT_GIVEN, **fields: Unpack[TransactionFields]
    ) -> models.TransactionSignedEvent:
        """The user signed (`transaction-signed`, `is_success` true); `signed_transaction` is Base64."""
        told: dict[str, Any] = {"is_success": True, "signed_transaction": signed_transaction}
        return self._made(models.TransactionSignedEvent, "transaction-signed", fields, **told)

    def transaction_signing_failed(
        self, error_message: str, error_code: int | None = None, **fields: Unpack[TransactionFields]
    ) -> models.TransactionSigningFailedEvent:
        """The transaction was not signed (`transaction-signing-failed`, `is_success` false)."""
        told: dict[str, Any] = {"is_success": False, "error_message": error_message, "error_code": error_code}
        return self._made(models.TransactionSigningFailedEvent, "transaction-signing-failed", fields, **told)

    # --- Payments ---

    def purchase_init(self, slug: str, **fields: Unpack[EventFields]) -> models.PurchaseInitEvent:
        """An invoice was opened (`purchase-init`); `slug` is the last part of its link, without `$`."""
        return self._made(models.PurchaseInitEvent, "purchase-init", fields, slug=slug)

    def purchase_success(self, slug: str, **fields: Unpack[EventFields]) -> models.PurchaseSuccessEvent:
        """The invoice was paid (`purchase-success`)."""
        return self._made(models.PurchaseSuccessEvent, "purchase-success", fields, slug=slug)

    def purchase_cancelled(self, slug: str, **fields: Unpack[EventFields]) -> models.PurchaseCancelledEvent:
        """The user did not pay (`purchase-cancelled`)."""
        return self._made(models.PurchaseCancelledEvent, "purchase-cancelled", fields, slug=slug)

    def purchase_failed(self, slug: str, **fields: Unpack[EventFields]) -> models.PurchaseFailedEvent:
        """The payment failed (`purchase-failed`)."""
        return self._made(models.PurchaseFailedEvent, "purchase-failed", fields, slug=slug)

    def register_invoice(
        self,
        slug: str,
        *,
        title: str,
        description: str,
        payload: str,
        currency: str,
        prices: Sequence[models.LabeledPrice | Mapping[str, Any]],
        **fields: Unpack[InvoiceFields],
    ) -> models.RegisterInvoiceEvent:
        """An invoice was made (`register-invoice`), with what was given to `createInvoiceLink` of the Bot API."""
        told: dict[str, Any] = {
            "slug": slug,
            "title": title,
            "description": description,
            "payload": payload,
            "currency": currency,
            "prices": prices,
        }
        return self._made(models.RegisterInvoiceEvent, "register-invoice", fields, **told)

    # --- Of these only the names are known ---

    def refund_issued(self, **fields: Unpack[EventFields]) -> models.RefundIssuedEvent:
        """A refund was issued (`refund-issued`)."""
        return self._made(models.RefundIssuedEvent, "refund-issued", fields)

    def subscription_started(self, **fields: Unpack[EventFields]) -> models.SubscriptionStartedEvent:
        """A subscription began (`subscription-started`)."""
        return self._made(models.SubscriptionStartedEvent, "subscription-started", fields)

    def subscription_renewed(self, **fields: Unpack[EventFields]) -> models.SubscriptionRenewedEvent:
        """A subscription was renewed (`subscription-renewed`)."""
        return self._made(models.SubscriptionRenewedEvent, "subscription-renewed", fields)

    def subscription_cancelled(self, **fields: Unpack[EventFields]) -> models.SubscriptionCancelledEvent:
        """A subscription was cancelled (`subscription-cancelled`)."""
        return self._made(models.SubscriptionCancelledEvent, "subscription-cancelled", fields)

    def _made(
        self,
        kind: type[E],
        event_name: str,
        fields: Mapping[str, Any],
        /,
        open_members: Mapping[str, Any] | None = None,
        **told: Any,
    ) -> E:
        unknown = [name for name in fields if name not in kind.model_fields or name in self._shared]
        unknown += [name for name in open_members or () if name in self._shared]
        if unknown:
            raise TypeError(f"{event_name} takes no argument {', '.join(sorted(unknown))}")
        given = {name: value for name, value in {**told, **fields}.items() if value is not NOT_GIVEN}
        now = milliseconds(self._clock())
        members = {"event_name": event_name, **given, **(open_members or {}), **self._shared}
        members.setdefault("client_timestamp", now)
        try:
            return kind.model_validate(members)
        except ValidationError as error:
            problem = explain(error, event_name)
        raise InvalidRequestError(problem)
