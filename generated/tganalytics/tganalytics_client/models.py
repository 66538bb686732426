"""Models of the document's components."""

from __future__ import annotations

from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import Field
from typing_extensions import TypeAliasType

from ._core.models import Model

KnownEventName = TypeAliasType(
    "KnownEventName",
    Literal[
        "app-init",
        "app-hide",
        "custom-event",
        "connection-started",
        "connection-completed",
        "connection-error",
        "connection-restoring-started",
        "connection-restoring-completed",
        "connection-restoring-error",
        "transaction-sent-for-signature",
        "transaction-signed",
        "transaction-signing-failed",
        "disconnection",
        "purchase-init",
        "purchase-success",
        "purchase-cancelled",
        "purchase-failed",
        "register-invoice",
        "refund-issued",
        "subscription-started",
        "subscription-renewed",
        "subscription-cancelled",
        "ADDITIONAL_TASK_EVENT",
    ],
)
"""
The names of events that the documentation lists or the SDK knows. Others are sent as well.
"""


KnownPlatform = TypeAliasType(
    "KnownPlatform",
    Literal["android", "android_x", "ios", "macos", "tdesktop", "weba", "webk", "web", "unigram", "unknown"],
)
"""
The places where Telegram opens apps, as far as they are known.
"""


Platform = TypeAliasType("Platform", KnownPlatform | str)
"""
The place where the app was opened.
"""


ErrorCode = TypeAliasType("ErrorCode", int | None)
"""
Why it failed, as TON Connect counts: 0 unknown, 1 bad request, 2 no manifest, 3 bad manifest, 100 unknown app,
300 refused by the user, 400 not supported. Null if there is no code, as when the user closes the dialogue. The
documentation says number; every code is an integer.

"""


CustomData = TypeAliasType("CustomData", dict[str, Any])
"""
Details of your own. Leniency: the documentation leaves it to the app what stands in here, nested as it likes, so
every member and every type is accepted.

"""


KnownEventScope = TypeAliasType("KnownEventScope", Literal["dapp", "wallet"])
"""
Who broke the connection off.
"""


EventScope = TypeAliasType("EventScope", KnownEventScope | str)
"""
Who broke the connection off, the app (`dapp`) or the wallet. The documentation says no more than string; the SDK
sends it with `disconnection` alone.

"""


AuthTypeName = TypeAliasType("AuthTypeName", Literal["ton_addr", "ton_proof"])
"""
`ton_addr`: by the address alone. `ton_proof`: by a signature.
"""


AuthTypeNumber = TypeAliasType("AuthTypeNumber", Literal[0, 1])
"""
The documentation's numbers, 0 for `ton_addr` and 1 for `ton_proof`. No client is known to send them.
"""


AuthType = TypeAliasType("AuthType", AuthTypeName | AuthTypeNumber)
"""
A name, as the SDK sends it, or the number that the documentation gives the name.
"""


class TransactionMessage(Model):
    """
    One transfer of a transaction. Where the documentation lists its members in words, it calls the address `to`.

    """

    address: str | None = None
    """
    The address that is paid.
    """
    amount: Annotated[str | None, Field(pattern="^[0-9]+$")] = None
    """
    The amount in nanotons (10⁻⁹ TON), as a string of digits.
    """
    payload: str | None = None
    """
    What goes with it, as Base64. Sent with failures since TON Connect 3.4.
    """
    state_init: str | None = None
    """
    The code and data to deploy, as Base64. Sent with failures since TON Connect 3.4.
    """


KnownWalletProvider = TypeAliasType("KnownWalletProvider", Literal["http", "injected"])
"""
Over an HTTP bridge, or by an object that the wallet's browser puts into the page.
"""


WalletProvider = TypeAliasType("WalletProvider", KnownWalletProvider | str)
"""
How the app talks to the wallet.
"""


class LabeledPrice(Model):
    """
    One part of a price.
    """

    label: str
    """
    What it is for.
    """
    amount: Annotated[int, Field(ge=1)]
    """
    How much, in the currency's smallest unit; a whole number, as in the Bot API.
    """


class AdditionalTaskData(Model):
    """
    What was told about the task, besides the user.
    """

    user_data: Annotated[CustomData | None, Field(alias="userData")] = None
    """
    What is known of the user. Leniency: what stands in here was never described, so every member is accepted.

    """


ProofText = TypeAliasType("ProofText", Annotated[str, Field(pattern="^[0-9]{1,3}(,[0-9]{1,3})*$")])
"""
A task whose solution goes into the header `Content`: the UTF-8 bytes of a JSON object with the numbers `a` and
`b`, each byte as a decimal number, joined by commas.

"""


class ProofTask(Model):
    """
    The next task, as the proof that was sent was refused.
    """

    content: Annotated[ProofText, Field(alias="Content")]
    """
    The next task.
    """


KnownFaultText = TypeAliasType(
    "KnownFaultText",
    Literal[
        "Failed to record",
        "The token is not specified in the headers or is specified incorrectly.",
        "Token is invalid.",
        "Invalid app_name is specified.",
        "The domain name does not match.",
        "Too many requests. Try again later.",
    ],
)
"""
The documented texts of errors. `Failed to record` is a fault of the server; the next four say that token, app
name and domain do not belong together; the last one asks to wait.

"""


FaultText = TypeAliasType("FaultText", KnownFaultText | str)
"""
Why it was refused.
"""


class Fault(Model):
    """
    Why nothing was recorded.
    """

    message: FaultText


class RateLimitFault(Model):
    """
    There were too many requests.
    """

    message: FaultText
    content: Annotated[ProofText | None, Field(alias="Content", deprecated=True)] = None
    """
    Deprecated; only old servers sent it. The next task for the sender.
    """


ValidationIssue = TypeAliasType("ValidationIssue", Annotated[str, Field(min_length=1)])
"""
Which member of which event was refused, and why, such as `property events[0].app_name has failed the following
constraints: app_name should not be null or undefined, app_name must be a string`. The number counts the events
of the body from 0. No form is documented, so any text is accepted.

"""


EventThreshold = TypeAliasType("EventThreshold", Annotated[int, Field(ge=0)])
"""
How many more events of this name one page session may send; 0 is none.
"""


class FingerprintReport(Model):
    """
    Which check of a device belongs to which wallet.
    """

    app_name: Annotated[str | None, Field(min_length=1)] = None
    """
    The app's analytics name. SDK 1.6.0 does not send it, later ones do.
    """
    wallet_address: str | None
    """
    The wallet's address, or null.
    """
    request_id: UUID
    """
    The check's id, made by the third party.
    """


BodyEncoding = TypeAliasType("BodyEncoding", Literal["gzip"])
"""
How the body is compressed.
"""


class EventBase(Model):
    """
    What every event may carry: who, in which visit of which app, when. The members that are not required repeat in
    every event of a visit.

    """

    user_id: Annotated[int, Field(ge=1, le=9223372036854775807)]
    """
    The user's id in Telegram, a positive number of up to 64 bits; the documentation says number. A string is
    refused.

    """
    session_id: UUID
    """
    The visit: a UUID that the client makes up when the app is opened, the same in all events until it is
    closed. The SDK writes it in lower case.

    """
    app_name: Annotated[str, Field(min_length=1)]
    """
    The app's analytics name, exactly as the token was issued for.
    """
    is_premium: bool = False
    """
    Whether the user has Telegram Premium.
    """
    platform: Platform | None = None
    """
    Where the app was opened; `tgWebAppPlatform` of the launch parameters.
    """
    locale: str | None = None
    """
    The language of the user's Telegram, such as `en`. Left out if there is none.
    """
    start_param: str | None = None
    """
    `tgWebAppStartParam` of the launch parameters. Without one, SDK 1.6 sends an empty string and older ones
    leave it out.

    """
    client_timestamp: Annotated[str | None, Field(pattern="^[0-9]{11,14}$")] = None
    """
    When the event happened, in milliseconds since 1970 as a string of digits, such as `1743503599534`. The
    documentation says no more than string; the SDK always sends it in this form.

    """
    url_referer: str | None = None
    """
    The address of the page that sends the event. No SDK that we know of sends it.
    """


class WalletDetails(Model):
    """
    Which wallet it is. The SDK sends null for what it does not know.
    """

    wallet_address: str | None = None
    """
    The wallet's address. The SDK sends the raw form, `0:` and 64 hexadecimal digits; no form is documented, so
    any string is accepted.

    """
    wallet_type: str | None = None
    """
    The wallet's name, such as `tonkeeper`.
    """
    wallet_version: str | None = None
    """
    The version of the wallet's software.
    """
    auth_type: AuthType | None = None
    """
    How the user proved to own the wallet.
    """


class TransactionDetails(Model):
    """
    Which transaction it is.
    """

    valid_until: Annotated[str | None, Field(pattern="^([0-9]+(\\.[0-9]+)?|undefined)$")] = None
    """
    Until when the transaction can be signed, in seconds since 1970 as a string, such as `1795333590`. The SDK
    turns into a string whatever the app gave to TON Connect: `undefined` if nothing.

    """
    from_: Annotated[str | None, Field(alias="from")] = None
    """
    The address that pays.
    """
    messages: list[TransactionMessage] | None = None
    """
    What the transaction sends, and to whom.
    """


class TonConnectData(Model):
    """
    What TON Connect says about itself. The documentation leaves open what stands in `custom_data`; in the events of
    TON Connect these members have these types.

    """

    chain_id: str | None = None
    """
    The chain: `-239` is the main one, `-3` the one for tests.
    """
    provider: WalletProvider | None = None
    """
    How the app talks to the wallet.
    """
    ton_connect_sdk_lib: str | None = None
    """
    Version of `@tonconnect/sdk`.
    """
    ton_connect_ui_lib: str | None = None
    """
    Version of `@tonconnect/ui`.
    """
    client_id: str | None = None
    """
    The app's public key on the bridge, in hexadecimal. Null with injected wallets. Since 3.4.
    """
    wallet_id: str | None = None
    """
    The wallet's public key on the bridge, in hexadecimal. Null with injected wallets. Since 3.4.
    """


class TonConnectBase(EventBase):
    """
    What all events of TON Connect carry.
    """

    trace_id: UUID | None = None
    """
    Joins the events of one action of TON Connect; a UUID of version 7. Sent since TON Connect 3.4.
    """
    custom_data: TonConnectData | None = None


class WalletBase(TonConnectBase, WalletDetails):
    """
    What the events of TON Connect carry that know the wallet.
    """

    wallet_state_init: str | None = None
    """
    The wallet's code and data, as Base64. Sent since TON Connect 3.4.
    """


class TransactionBase(WalletBase, TransactionDetails):
    """
    What the events of TON Connect carry that are about a transaction.
    """


class PurchaseBase(EventBase):
    """
    What the events about an invoice of Telegram carry.
    """

    slug: str
    """
    The invoice, as the last part of its link names it, without the `$` that it may begin with.
    """


class AppInitEvent(EventBase):
    """
    The app was opened. The SDK sends it once, when the page is loaded.
    """

    event_name: Literal["app-init"]


class AppHideEvent(EventBase):
    """
    The app was hidden or closed. The SDK sends at most three for each page, unless `events_threshold` says otherwise.

    """

    event_name: Literal["app-hide"]


class CustomEvent(EventBase):
    """
    Something that the app itself tells about. It can carry members of the app's own beside `custom_data`: the SDK
    sends whatever the page put into its event.

    """

    event_name: Literal["custom-event"]
    custom_data: CustomData | None = None


class ConnectionStartedEvent(TonConnectBase):
    """
    The user was asked to choose a wallet.
    """

    event_name: Literal["connection-started"]


class ConnectionCompletedEvent(WalletBase):
    """
    A wallet was connected. The SDK also sends it when a connection was restored.
    """

    event_name: Literal["connection-completed"]
    is_success: bool = False
    """
    Whether the wallet is connected. The SDK sends true.
    """


class ConnectionErrorEvent(TonConnectBase):
    """
    No wallet was connected: the user refused, closed the dialogue, or something failed.

    """

    event_name: Literal["connection-error"]
    is_success: bool = False
    """
    Whether the wallet is connected. The SDK sends false.
    """
    error_message: str | None = None
    """
    Why it failed, for people.
    """
    error_code: ErrorCode | None = None


class ConnectionRestoringStartedEvent(TonConnectBase):
    """
    A stored connection is about to be restored. The SDK knows the name but never sends it.
    """

    event_name: Literal["connection-restoring-started"]


class ConnectionRestoringCompletedEvent(WalletBase):
    """
    A stored connection was restored when the page was loaded.
    """

    event_name: Literal["connection-restoring-completed"]
    is_success: bool = False
    """
    Whether the wallet is connected. The SDK sends true.
    """


class ConnectionRestoringErrorEvent(TonConnectBase):
    """
    A stored connection could not be restored.
    """

    event_name: Literal["connection-restoring-error"]
    is_success: bool = False
    """
    Whether the wallet is connected. The SDK sends false.
    """
    error_message: str | None = None
    """
    Why it failed, for people.
    """


class TransactionSentForSignatureEvent(TransactionBase):
    """
    The wallet was asked to sign a transaction.
    """

    event_name: Literal["transaction-sent-for-signature"]


class TransactionSignedEvent(TransactionBase):
    """
    The user signed a transaction.
    """

    event_name: Literal["transaction-signed"]
    is_success: bool = False
    """
    Whether the transaction was signed. The SDK sends true.
    """
    signed_transaction: str | None = None
    """
    The signed transaction, as Base64.
    """


class TransactionSigningFailedEvent(TransactionBase):
    """
    The user did not sign a transaction, or something failed.
    """

    event_name: Literal["transaction-signing-failed"]
    is_success: bool = False
    """
    Whether the transaction was signed. The SDK sends false.
    """
    error_message: str | None = None
    """
    Why it failed, for people.
    """
    error_code: ErrorCode | None = None


class DisconnectionEvent(WalletBase):
    """
    A wallet was disconnected. The documentation's table of events says that the user did it.
    """

    event_name: Literal["disconnection"]
    scope: EventScope | None = None


class PurchaseInitEvent(PurchaseBase):
    """
    An invoice was opened.
    """

    event_name: Literal["purchase-init"]


class PurchaseSuccessEvent(PurchaseBase):
    """
    An invoice was closed, with status `paid`.
    """

    event_name: Literal["purchase-success"]


class PurchaseCancelledEvent(PurchaseBase):
    """
    An invoice was closed, with status `cancelled`.
    """

    event_name: Literal["purchase-cancelled"]


class PurchaseFailedEvent(PurchaseBase):
    """
    An invoice was closed, with status `failed`. (Status `pending` makes no event.)
    """

    event_name: Literal["purchase-failed"]


class RegisterInvoiceEvent(EventBase):
    """
    An invoice was made: its link's name, and what was given to `createInvoiceLink` of Telegram's Bot API. The members
    that are required are those without which the SDK sends nothing.

    """

    event_name: Literal["register-invoice"]
    slug: Annotated[str, Field(min_length=1)]
    """
    The invoice, as the last part of its link names it.
    """
    title: Annotated[str, Field(min_length=1)]
    """
    What is sold.
    """
    description: Annotated[str, Field(min_length=1)]
    """
    What is sold, at length.
    """
    payload: Annotated[str, Field(min_length=1)]
    """
    What the bot gets back with the payment.
    """
    currency: Annotated[str, Field(min_length=1)]
    """
    The currency's code; `XTR` for Telegram's stars.
    """
    prices: Annotated[list[LabeledPrice], Field(min_length=1)]
    """
    What the price is made up of.
    """
    subscription_period: int | None = None
    """
    How long a subscription lasts, in seconds.
    """
    max_tip_amount: int | None = None
    """
    The largest tip, in the currency's smallest unit.
    """
    suggested_tip_amounts: list[int] | None = None
    """
    Tips to choose from, in the currency's smallest unit.
    """
    photo_url: str | None = None
    """
    Address of a picture.
    """
    photo_size: int | None = None
    """
    Size of the picture in bytes.
    """
    photo_width: int | None = None
    """
    Width of the picture in pixels.
    """
    photo_height: int | None = None
    """
    Height of the picture in pixels.
    """
    need_name: bool | None = None
    """
    Whether the user's name is asked for.
    """
    need_phone_number: bool | None = None
    """
    Whether the user's phone number is asked for.
    """
    need_email: bool | None = None
    """
    Whether the user's e-mail address is asked for.
    """
    need_shipping_address: bool | None = None
    """
    Whether the user's address is asked for.
    """
    send_phone_number_to_provider: bool | None = None
    """
    Whether the payment provider gets the phone number.
    """
    send_email_to_provider: bool | None = None
    """
    Whether the payment provider gets the e-mail address.
    """
    is_flexible: bool | None = None
    """
    Whether the price depends on where it is shipped to.
    """
    business_connection_id: str | None = None
    """
    The business connection on whose behalf the link was made.
    """
    provider_token: str | None = None
    """
    The payment provider's token. **A secret of the bot**; think before sending it.
    """
    provider_data: str | None = None
    """
    What the payment provider gets, as JSON.
    """


class RefundIssuedEvent(EventBase):
    """
    A refund was issued, as the name says. The SDK knows the name and sends nothing of the kind.
    """

    event_name: Literal["refund-issued"]


class SubscriptionStartedEvent(EventBase):
    """
    A subscription began, as the name says. The SDK knows the name and sends nothing of the kind.
    """

    event_name: Literal["subscription-started"]


class SubscriptionRenewedEvent(EventBase):
    """
    A subscription was renewed, as the name says. The SDK knows the name and sends nothing of the kind.
    """

    event_name: Literal["subscription-renewed"]


class SubscriptionCancelledEvent(EventBase):
    """
    A subscription was cancelled, as the name says. The SDK knows the name and sends nothing of the kind.
    """

    event_name: Literal["subscription-cancelled"]


class AdditionalTaskEvent(EventBase):
    """
    A task of a campaign was done. Builds of the SDK from December 2024 to June 2025 sent it.
    """

    event_name: Literal["ADDITIONAL_TASK_EVENT"]
    custom_data: AdditionalTaskData | None = None


class EventReceipt(Model):
    """
    Everything was recorded.
    """

    message: str
    """
    `Success record.`
    """
    content: Annotated[ProofText | None, Field(alias="Content", deprecated=True)] = None
    """
    Deprecated; only old servers sent it. The next task for the sender.
    """


ValidationReport = TypeAliasType("ValidationReport", Annotated[list[ValidationIssue], Field(min_length=1)])
"""
A text for each member that was refused.
"""


EventThresholds = TypeAliasType("EventThresholds", dict[str, EventThreshold])
"""
How often each event may still be sent, by event name.
"""


KnownEvent = TypeAliasType(
    "KnownEvent",
    Annotated[
        AppInitEvent
        | AppHideEvent
        | CustomEvent
        | ConnectionStartedEvent
        | ConnectionCompletedEvent
        | ConnectionErrorEvent
        | ConnectionRestoringStartedEvent
        | ConnectionRestoringCompletedEvent
        | ConnectionRestoringErrorEvent
        | TransactionSentForSignatureEvent
        | TransactionSignedEvent
        | TransactionSigningFailedEvent
        | DisconnectionEvent
        | PurchaseInitEvent
        | PurchaseSuccessEvent
        | PurchaseCancelledEvent
        | PurchaseFailedEvent
        | RegisterInvoiceEvent
        | RefundIssuedEvent
        | SubscriptionStartedEvent
        | SubscriptionRenewedEvent
        | SubscriptionCancelledEvent
        | AdditionalTaskEvent,
        Field(discriminator="event_name"),
    ],
)
"""
An event whose name tells which members it carries.
"""


class EventDetails(WalletDetails, TransactionDetails):
    """
    The documented members besides those that all events of a visit repeat. Each may stand in any event.
    """

    is_success: bool = False
    """
    Whether the wallet is connected, or the transaction was signed.
    """
    error_message: str | None = None
    """
    Why it failed, for people.
    """
    error_code: ErrorCode | None = None
    custom_data: CustomData | None = None
    scope: EventScope | None = None


class OtherEvent(EventBase, EventDetails):
    """
    An event with a name that is not among the known ones. Whether the server takes every name is not documented;
    clients that were seen sent names of their own.

    """

    event_name: str
    """
    Any name but those of `KnownEventName`, whose events have schemas of their own.
    """


ValidationMessage = TypeAliasType("ValidationMessage", FaultText | ValidationReport)
"""
One text, or a list with a text for each member that was refused.
"""


AnyEvent = TypeAliasType("AnyEvent", KnownEvent | OtherEvent)
"""
An event with one of the known names, or with any other one.
"""


class RequestFault(Model):
    """
    An error of status 400 as an object. With one of the texts of `KnownFaultText` it is that error. Otherwise it is
    a validation report, which has three shapes: `message` is one text (documented); `message` is a list of texts
    (inferred from the third shape, and from what servers of this kind do); or the whole body is such a list (as a
    browser's console showed it).

    """

    status: Literal[400] | None = None
    """
    The HTTP status again. Documented for validation reports.
    """
    message: ValidationMessage
    status_code: Annotated[Literal[400] | None, Field(alias="statusCode")] = None
    """
    The HTTP status again, as servers of this kind name it.
    """
    error: str | None = None
    """
    The name of the HTTP status, `Bad Request`.
    """


EventOrBatch = TypeAliasType("EventOrBatch", AnyEvent | list[AnyEvent])
"""
One event, or an array of events.
"""


BadRequest = TypeAliasType("BadRequest", RequestFault | ValidationReport)
"""
Why nothing was recorded, with status 400: a text that the documentation lists (see `KnownFaultText`), or else a
report about the body (see `RequestFault`).

"""
