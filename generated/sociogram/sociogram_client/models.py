"""Models of the document's components."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import AwareDatetime, Field
from typing_extensions import TypeAliasType

from ._core.models import DecimalNumber, Model
from .billing import Handed
from .outcomes import YesNo

Uid = TypeAliasType("Uid", Annotated[int, Field(ge=1, le=9007199254740991)])
"""
The number of a user.
"""


ObjectId = TypeAliasType("ObjectId", str)
"""
An id of 24 hexadecimal digits, such as the database of the platform (MongoDB) makes them.
"""


Pid = TypeAliasType("Pid", Annotated[int, Field(ge=1, le=9007199254740991)])
"""
The number of a publication. The sample has 13 digits and reads like a time in milliseconds.
"""


UserSlug = TypeAliasType("UserSlug", int | str)
"""
A user or profile, "slug or ID". The documentation has numbers that look like a `uid`; texts are taken as well, since
an earlier version of the front-end SDK had them (observed).

"""


Amount = TypeAliasType("Amount", Annotated[DecimalNumber, Field(gt=0)])
"""
An amount in whole units of its currency, above 0. The platform keeps 9 decimals of SOL and 6 of USD and rounds down
what is beyond (observed in its helper library).

"""


UsdValue = TypeAliasType("UsdValue", Annotated[DecimalNumber, Field(ge=0)])
"""
A value in USD.
"""


CurrencyCode = TypeAliasType("CurrencyCode", Literal["sol", "usd"])
"""
- `sol`: Solana.
- `usd`: USDT.

The constants `Currency.Sol` and `Currency.Usd` of the Node SDK; write the texts where its version lacks them.

"""


CurrencyAlias = TypeAliasType("CurrencyAlias", Literal["usdt"])
"""
Another name of `usd`, in the documentation of `createInvoice` only. Deprecated: the platform's libraries know `usd`
(observed), so write that.

"""


Currency = TypeAliasType("Currency", CurrencyCode | CurrencyAlias)
"""
A currency. Write `sol` or `usd`; `usdt` is accepted as an alias of `usd`.
"""


class Price(Model):
    """
    An amount of a currency.
    """

    amount: Amount
    currency: Currency


Prices = TypeAliasType("Prices", Annotated[list[Price], Field(max_length=2, min_length=1)])
"""
The prices that something can be paid with, each in a different currency (`usdt` is the same as `usd`).
"""


class SuccessAnswer(Model):
    """
    Yes or no, in the form of the bots' answers.
    """

    success: bool
    """
    The yes or no.
    """


class DataAnswer(Model):
    """
    Yes or no, in an envelope.
    """

    data: bool
    """
    The yes or no; it counts where `success` stands beside it.
    """


Outcome = TypeAliasType("Outcome", YesNo)
"""
Yes or no. The SDK gives a bare boolean; which of these forms is on the wire is not published, so read all three.

"""


YesNoText = TypeAliasType("YesNoText", Literal["true", "false"])
"""
Yes or no, as text.
"""


FailureText = TypeAliasType("FailureText", str | list[str])
"""
What is wrong, for people; a list where several values are.
"""


class Failure(Model):
    """
    An error, in the form of the framework that the platform is built with (NestJS).
    """

    status_code: Annotated[int, Field(alias="statusCode", ge=400, le=599)]
    """
    The HTTP status again.
    """
    message: FailureText
    error: str | None = None
    """
    The name of the status. Absent where `message` is that name.
    """


class Author(Model):
    """
    Who wrote something. The documentation promises "user info" without saying what is in it.
    """

    id: Annotated[ObjectId | None, Field(alias="_id")] = None
    uid: Uid
    name: str | None = None
    """
    The user's name.
    """
    avatar: str | None = None
    """
    Address of the user's picture.
    """


class Notification(Model):
    """
    A notification for one user.
    """

    uid: Uid
    message: Annotated[str, Field(max_length=500)]
    """
    The text. The documentation says "up to 500 characters in UTF-8", which can be read in two ways: 500 characters,
    as checked here, or 500 bytes of UTF-8. A text of at most 500 bytes is right in both.

    """


NumberOrText = TypeAliasType("NumberOrText", Decimal)
"""
A number, or the same as text. The documentation's samples have both.
"""


UidOrText = TypeAliasType("UidOrText", Annotated[int, Field(ge=1, le=9007199254740991)])
"""
The number of a user, or the same as text, as it arrives when a mini-app starts.
"""


KnownPlatform = TypeAliasType("KnownPlatform", Literal["macOS", "Windows", "Linux", "iOS", "Android"])
"""
The platforms that the documentation names; the first three are where Sociogram runs on the web.
"""


Platform = TypeAliasType("Platform", KnownPlatform | str)
"""
Where the user runs Sociogram. The platform's helper library has other words for it (`android`, `ios`, `desktop`,
`web`, `other`; observed), so any text is accepted.

"""


class UserInfo(Model):
    """
    The user object: what is known about a user. A mini-app gets it when it starts, all values as text (`LaunchData`);
    the documentation's sample has `uid` as a number, so numbers are accepted as numbers or text.

    """

    id: Annotated[ObjectId | None, Field(alias="_id")] = None
    """
    The user's other id, which searches call `authorId`. One page of the documentation calls it `id`.
    """
    id_: Annotated[str | None, Field(alias="id")] = None
    """
    The user's id, as one page of the documentation has it in place of `_id`.
    """
    uid: UidOrText
    """
    The user's number.
    """
    address: Annotated[str, Field(min_length=1)]
    """
    Address of the user's wallet.
    """
    avatar: str | None = None
    """
    Address of the profile picture.
    """
    cover: str | None = None
    """
    Address of the picture behind the profile.
    """
    wallet_usdt: Annotated[NumberOrText | None, Field(alias="walletUsdt")] = None
    """
    The user's balance in USDT. The documentation warns that access to balances may be restricted, or need a
    permission.

    """
    bio: str | None = None
    """
    What the user says about themselves.
    """
    name: str | None = None
    """
    The user's name.
    """
    location: str | None = None
    """
    Where the user is.
    """
    website: str | None = None
    """
    The user's web site.
    """
    domain: str | None = None
    """
    A name of the wallet's address, in ENS or a similar system.
    """
    twitter_id: Annotated[str | None, Field(alias="twitterId")] = None
    """
    The user's id on Twitter.
    """
    twitter_name: Annotated[str | None, Field(alias="twitterName")] = None
    """
    The user's name on Twitter.
    """
    twitter_followers: Annotated[NumberOrText | None, Field(alias="twitterFollowers")] = None
    """
    How many followers the user has on Twitter.
    """
    first_tx_date: Annotated[NumberOrText | None, Field(alias="firstTxDate")] = None
    """
    When the wallet made its first transaction; 0 if never. The unit is not documented.
    """
    total_earned: Annotated[NumberOrText | None, Field(alias="totalEarned")] = None
    """
    What the user earned on Sociogram.
    """
    hash: str | None = None
    """
    64 hexadecimal digits in the sample, cut off there, so any text is accepted. How to verify the data by it is not
    published.

    """
    provider: str | None = None
    """
    Who started the mini-app; `sociogram` in the sample.
    """
    start_app: Annotated[str | None, Field(alias="startApp")] = None
    """
    The value that the link to the mini-app carried, if any.
    """
    language_code: Annotated[str | None, Field(alias="languageCode")] = None
    """
    The language of the user's device, such as `en`.
    """
    user_agent: Annotated[str | None, Field(alias="userAgent")] = None
    """
    The User-Agent of the user's browser.
    """
    platform: Platform | None = None
    app_version: Annotated[str | None, Field(alias="appVersion")] = None
    """
    The version of Sociogram's app, on iOS and Android. The documentation lists it without a name, and its sample
    (from a browser) does not have it.

    """
    timezone: str | None = None
    """
    The user's time zone, by its IANA name, such as `Europe/London`.
    """


class UserCounts(Model):
    """
    Counts about a user. Which there are is documented; their names are inferred, and none is sure to come.
    """

    followers: Annotated[int | None, Field(ge=0)] = None
    """
    How many users follow the user.
    """
    following: Annotated[int | None, Field(ge=0)] = None
    """
    How many users the user follows.
    """
    friends: Annotated[int | None, Field(ge=0)] = None
    """
    How many friends the user has.
    """
    posts: Annotated[int | None, Field(ge=0)] = None
    """
    How many posts the user has on Sociogram.
    """
    total_earned: Annotated[NumberOrText | None, Field(alias="totalEarned")] = None
    """
    What the user earned on Sociogram; text in the user object, so both forms are accepted.
    """


class PayoutToUser(Model):
    """
    A payout to a user.
    """

    uid: Uid
    """
    The user who receives the amount.
    """
    amount: Amount
    currency: Currency


class PayoutToDeveloper(Model):
    """
    A payout to the app's developer.
    """

    amount: Amount | None = None
    """
    How much. **Left out, it is all that the app has of the currency.**
    """
    currency: Currency


class Publication(Model):
    """
    Something that a user published. The documentation names `authorId`, `text` and `likes`, "etc."; the names of the
    other members are inferred.

    """

    id: Annotated[ObjectId | None, Field(alias="_id")] = None
    """
    The id of the publication, for `checks_engagement`.
    """
    pid: Pid | None = None
    """
    The number of the publication, for `checks_deposit`.
    """
    author_id: Annotated[str, Field(alias="authorId", min_length=1)]
    """
    Who published it.
    """
    text: str
    """
    The text.
    """
    likes: Annotated[int | None, Field(ge=0)] = None
    """
    How many users like it. The name is documented; that it is a number is inferred.
    """
    comments: Annotated[int | None, Field(ge=0)] = None
    """
    How many comments it has.
    """
    reposts: Annotated[int | None, Field(ge=0)] = None
    """
    How often it was reposted.
    """
    is_pinned: Annotated[bool | None, Field(alias="isPinned")] = None
    """
    Whether it is pinned.
    """
    created_at: Annotated[AwareDatetime | None, Field(alias="createdAt")] = None
    """
    When it was published.
    """


class PublicationList(Model):
    """
    One page of the publications found.
    """

    rows: list[Publication]
    """
    The publications.
    """
    cursor: str | None
    """
    What to send for the next page; null on the last one.
    """


class Comment(Model):
    """
    A comment. The documentation names `authorId`, `text` and `likes`, "etc."; the names of the other members are
    inferred.

    """

    id: Annotated[ObjectId | None, Field(alias="_id")] = None
    """
    The id of the comment.
    """
    publication_id: Annotated[ObjectId | None, Field(alias="publicationId")] = None
    """
    The publication that it belongs to.
    """
    author_id: Annotated[str, Field(alias="authorId", min_length=1)]
    """
    Who wrote it.
    """
    text: str
    """
    The text.
    """
    likes: Annotated[int | None, Field(ge=0)] = None
    """
    How many users like it. The name is documented; that it is a number is inferred.
    """
    created_at: Annotated[AwareDatetime | None, Field(alias="createdAt")] = None
    """
    When it was written.
    """


class CommentList(Model):
    """
    One page of the comments found.
    """

    rows: list[Comment]
    """
    The comments.
    """
    cursor: str | None
    """
    What to send for the next page; null on the last one.
    """


class CommentCreate(Model):
    """
    A comment to write, with a text, images, or both.
    """

    uid: Uid
    """
    The user who writes it, and may have to confirm it.
    """
    publication_id: Annotated[ObjectId, Field(alias="publicationId")]
    """
    The post that it belongs to.
    """
    text: str | None = None
    """
    The prepared text.
    """
    images: list[str] | None = None
    """
    Addresses of the prepared images.
    """


class CommentDelete(Model):
    """
    A comment to delete.
    """

    comment_id: Annotated[ObjectId, Field(alias="commentId")]
    """
    The comment.
    """


class Engagement(Model):
    """
    What a user did with a publication. The documentation announces booleans and then names one list among them:
    `reacted`.

    """

    liked: bool
    """
    Whether the user likes it.
    """
    commented: bool
    """
    Whether the user commented on it.
    """
    reposted: bool
    """
    Whether the user reposted it.
    """
    reacted: list[str]
    """
    The types of the user's reactions; empty if there is none. Which types there are is not documented.
    """


class PostCreate(Model):
    """
    A post to create, with a text, images, or both.
    """

    uid: Uid
    """
    The user who posts it, and may have to confirm it.
    """
    text: str | None = None
    """
    The prepared text.
    """
    images: list[str] | None = None
    """
    Addresses of the prepared images.
    """
    community_reward: Annotated[Price | None, Field(alias="communityReward")] = None
    """
    What to put into the Community Reward.
    """


class PostEdit(Model):
    """
    What is new about a post.
    """

    publication_id: Annotated[ObjectId, Field(alias="publicationId")]
    """
    The post.
    """
    text: str | None = None
    """
    The new text. Left out, the old one stays.
    """
    images: list[str] | None = None
    """
    Addresses of the new images. Left out, the old ones stay.
    """


class PostReference(Model):
    """
    One post.
    """

    publication_id: Annotated[ObjectId, Field(alias="publicationId")]
    """
    The post.
    """


class Repost(Model):
    """
    A repost.
    """

    uid: Uid
    """
    The user who reposts.
    """
    publication_id: Annotated[ObjectId, Field(alias="publicationId")]
    """
    The post.
    """


class PostCounts(Model):
    """
    Counts about a post. Which there are is documented; their names are inferred.
    """

    comments: Annotated[int, Field(ge=0)]
    """
    How many comments it has.
    """
    likes: Annotated[int, Field(ge=0)]
    """
    How many users like it.
    """
    reposts: Annotated[int, Field(ge=0)]
    """
    How often it was reposted.
    """
    is_pinned: Annotated[bool, Field(alias="isPinned")]
    """
    Whether it is pinned.
    """


class ParticipationConditions(Model):
    """
    Who may take part in a poll or giveaway. That there are such conditions is documented, their names are not.
    """

    followers_only: Annotated[bool, Field(alias="followersOnly")] = False
    """
    Only followers of the one who created it.
    """
    min_wallet_balance: Annotated[UsdValue | None, Field(alias="minWalletBalance")] = None
    """
    Only users whose wallet holds at least this. Sociogram's front end asks for such a balance.
    """
    game_conditions_met: Annotated[bool, Field(alias="gameConditionsMet")] = False
    """
    Only users who fulfil the conditions of the game.
    """


class PollCreate(Model):
    """
    A poll to create.
    """

    uid: Uid
    """
    The user who asks.
    """
    question: Annotated[str, Field(min_length=1)]
    """
    The question.
    """
    options: Annotated[list[str], Field(min_length=2)]
    """
    The answers to choose from.
    """
    is_anonymous: Annotated[bool, Field(alias="isAnonymous")] = False
    """
    Whether nobody can see who took part; `polls_check_participation` works only for polls that are not.
    """
    conditions: ParticipationConditions | None = None


class GiveawayCreate(Model):
    """
    A giveaway to create, with its post.
    """

    uid: Uid
    """
    The user who gives away.
    """
    text: str | None = None
    """
    The text of the post.
    """
    prize: Price
    """
    What is given away, paid automatically at the end.
    """
    winners: Annotated[int, Field(ge=1)]
    """
    How many users win.
    """
    duration_seconds: Annotated[int, Field(alias="durationSeconds", ge=1)]
    """
    How long one can join, in seconds.
    """
    is_random: Annotated[bool, Field(alias="isRandom")] = True
    """
    Whether the winners are drawn at random (the documentation lists a "randomizer").
    """
    conditions: ParticipationConditions | None = None


class BotCallbackButton(Model):
    """
    A button that reports back to the bot.
    """

    text: str
    """
    What stands on the button.
    """
    callback_data: Annotated[str, Field(alias="callbackData")]
    """
    What comes back in `bots_receive_callback` when the button is pressed.
    """


class BotLinkButton(Model):
    """
    A button that opens an address.
    """

    text: str
    """
    What stands on the button.
    """
    url: str
    """
    The address.
    """


BotButton = TypeAliasType("BotButton", BotCallbackButton | BotLinkButton)
"""
A button, which either reports back or opens an address, never both.
"""


BotMedia = TypeAliasType("BotMedia", str | dict[str, Any])
"""
Something attached, such as an image. Leniency: the public part of the documentation does not show its form, so
texts (such as an address) and objects of any members are accepted.

"""


class BotMessageSent(Model):
    """
    The message was sent.
    """

    success: bool
    """
    True; what else can come is not documented.
    """
    message_id: Annotated[ObjectId, Field(alias="messageId")]
    """
    The id of the message.
    """


class ChatText(Model):
    """
    What a user wrote.
    """

    text: str
    """
    The text.
    """


class ChatMessage(Model):
    """
    A message of a user to the bot.
    """

    uid: Uid
    """
    The user who wrote it.
    """
    chat_id: Annotated[ObjectId, Field(alias="chatId")]
    """
    The chat that it was written in.
    """
    message: ChatText


class ChatMessageEvent(Model):
    """
    The event, under its name.
    """

    chat_message: Annotated[ChatMessage, Field(alias="chat-message")]


class ChatMessageUpdate(Model):
    """
    The envelope of a message of a user.
    """

    data: ChatMessageEvent


class CallbackQuery(Model):
    """
    A press on a button.
    """

    uid: Uid
    """
    The user who pressed it.
    """
    chat_id: Annotated[ObjectId, Field(alias="chatId")]
    """
    The chat that the button is in.
    """
    callback_data: Annotated[str, Field(alias="callbackData")]
    """
    The `callbackData` of the button.
    """


class CallbackQueryEvent(Model):
    """
    The event, under its name.
    """

    callback_query: Annotated[CallbackQuery, Field(alias="callback-query")]


class CallbackQueryUpdate(Model):
    """
    The envelope of a press on a button.
    """

    data: CallbackQueryEvent


PurchaseId = TypeAliasType("PurchaseId", str | int)
"""
The platform's id of a purchase. Its form is not published, so numbers and texts are accepted.
"""


class Purchase(Model):
    """
    A purchase. The documentation names `payload` and `prices`, "etc."; the names of the other members are inferred, and
    none of them is sure to come.

    """

    uid: Uid | None = None
    """
    The user who buys.
    """
    purchase_id: Annotated[PurchaseId | None, Field(alias="purchaseId")] = None
    title: str | None = None
    """
    The title of the invoice.
    """
    prices: Prices | None = None
    """
    The prices of the invoice.
    """
    price: Amount | None = None
    """
    The one price that was chosen, as Sociogram's front end knows it.
    """
    currency: Currency | None = None
    """
    The currency that was chosen.
    """
    payload: str
    """
    The `payload` of the invoice, unchanged. Never trust it more than your own records of the order.
    """


class PurchaseValidateEvent(Model):
    """
    The event, under its name.
    """

    purchase_validate: Annotated[Purchase, Field(alias="purchase-validate")]


class PurchaseValidateUpdate(Model):
    """
    The envelope of a purchase to validate (`MiniAppUpdate` in the Node SDK).
    """

    data: PurchaseValidateEvent


class PurchaseConfirmedEvent(Model):
    """
    The event, under its name.
    """

    purchase_confirmed: Annotated[Purchase, Field(alias="purchase-confirmed")]


class PurchaseConfirmedUpdate(Model):
    """
    The envelope of a purchase to deliver (`MiniAppUpdate` in the Node SDK).
    """

    data: PurchaseConfirmedEvent


Verdict = TypeAliasType("Verdict", bool | YesNoText | SuccessAnswer)
"""
Your yes or no to a purchase. Which forms the platform reads is not published.
"""


class Invoice(Handed):
    """
    Never crosses HTTP: what your server makes for one purchase and your front end opens. The inputs of `createInvoice` are
    documented; that the invoice holds them under the same names is inferred, and further members are possible.

    """

    title: str
    """
    The name of the goods, which the user sees when asked to confirm.
    """
    prices: Prices
    """
    The prices that the user can choose from.
    """
    payload: str
    """
    Whatever lets you recognise the purchase, JSON for example (the user who buys, which goods, how many, an id of the
    purchase). It comes back in `purchases_validate` and `purchases_confirm`.

    """


class OpenInvoiceMessage(Model):
    """
    Never crosses HTTP: what a mini-app's page posts to its parent window to have an invoice opened, without the front-end
    SDK.

    """

    action: Literal["OPEN_INVOICE"]
    """
    What to do.
    """
    invoice: Invoice


class InvoiceToOpen(Model):
    """
    An invoice as the front-end SDK (0.0.47) sends it: one price, and a `invoicePayload` that is an object. Not the same
    as `Invoice`.

    """

    invoice_payload: Annotated[dict[str, Any], Field(alias="invoicePayload")]
    """
    Whatever lets you recognise the purchase. Leniency: the app decides what is in it.
    """
    title: str
    """
    The name of the goods.
    """
    price: Amount
    currency: CurrencyCode
    invoice_id: Annotated[str, Field(alias="invoiceId", pattern="^invoice_[0-9]+_[0-9a-z]+$")]
    """
    Names the invoice in `mini_app_invoice_closed`; it holds the time in milliseconds and random characters.
    """


class BridgeOpenInvoice(Model):
    """
    Never crosses HTTP: the page asks Sociogram to open an invoice (`Sociogram.MiniApp.openInvoice`).
    """

    event_type: Annotated[Literal["mini_app_open_invoice"], Field(alias="eventType")]
    """
    The name of the message.
    """
    event_data: Annotated[InvoiceToOpen, Field(alias="eventData")]


InvoiceStatus = TypeAliasType("InvoiceStatus", Literal["success", "failed"])
"""
How an invoice ended.
"""


class InvoiceClosed(Model):
    """
    How which invoice ended.
    """

    invoice_id: Annotated[str, Field(alias="invoiceId")]
    """
    The `invoiceId` of the message that opened it.
    """
    status: InvoiceStatus


class BridgeInvoiceClosed(Model):
    """
    Never crosses HTTP: Sociogram tells the page how an invoice ended. Deliver upon `purchases_confirm`, not upon this.

    """

    event_type: Annotated[Literal["mini_app_invoice_closed"], Field(alias="eventType")]
    """
    The name of the message.
    """
    event_data: Annotated[InvoiceClosed, Field(alias="eventData")]


UserListRequestName = TypeAliasType(
    "UserListRequestName", Literal["mini_app_get_followers", "mini_app_get_following", "mini_app_get_friends"]
)
"""
Which list is asked for.
"""


class UserListQuery(Model):
    """
    Which page of a list is asked for.
    """

    request_id: Annotated[str, Field(alias="requestId")]
    """
    Names the request in its answer.
    """
    limit: Annotated[int | None, Field(ge=1)] = None
    """
    How many users a page has at most.
    """
    cursor: str | None = None
    """
    The `cursor` of the page before.
    """


class BridgeUserListRequest(Model):
    """
    Never crosses HTTP: the page asks for followers, followed users or friends (`getFollowers`, `getFollowing`,
    `getFriends` of the front-end SDK).

    """

    event_type: Annotated[UserListRequestName, Field(alias="eventType")]
    event_data: Annotated[UserListQuery, Field(alias="eventData")]


class Subscription(Model):
    """
    Counts of a user in a list.
    """

    following: Annotated[int, Field(ge=0)]
    """
    How many users the user follows.
    """
    followers: Annotated[int, Field(ge=0)]
    """
    How many users follow the user.
    """


class TwitterAccount(Model):
    """
    A user's account on Twitter.
    """

    twitter_id: Annotated[str | None, Field(alias="twitterId")] = None
    """
    The id.
    """
    name: str | None = None
    """
    The name.
    """
    followers: Annotated[int | None, Field(ge=0)] = None
    """
    How many followers the account has.
    """


class ListedUser(Model):
    """
    A user in a list of followers, followed users or friends.
    """

    id: Annotated[ObjectId, Field(alias="_id")]
    uid: Uid | None = None
    id_: Annotated[str | None, Field(alias="id")] = None
    """
    The user's id.
    """
    created_at: Annotated[str | None, Field(alias="createdAt")] = None
    """
    When the user came to Sociogram.
    """
    address: str
    """
    Address of the user's wallet.
    """
    domain: str | None = None
    """
    A name of the wallet's address.
    """
    name: str | None = None
    """
    The user's name.
    """
    avatar: str | None = None
    """
    Address of the profile picture.
    """
    verified: bool | None = None
    """
    Whether the user is verified.
    """
    subscription: Subscription | None = None
    twitter: TwitterAccount | None = None
    is_followed: Annotated[bool | None, Field(alias="isFollowed")] = None
    """
    Whether you follow the user.
    """


class UserListPage(Model):
    """
    One page of a list of users.
    """

    cursor: str | None
    """
    What to send for the next page; null on the last one.
    """
    rows: list[ListedUser]
    """
    The users.
    """
    error: str | None = None
    """
    What went wrong, if anything.
    """


class UserListAnswer(Model):
    """
    The answer to one request.
    """

    request_id: Annotated[str, Field(alias="requestId")]
    """
    The `requestId` of the request.
    """
    response: UserListPage


UserListAnswerName = TypeAliasType(
    "UserListAnswerName",
    Literal["mini_app_get_followers_response", "mini_app_get_following_response", "mini_app_get_friends_response"],
)
"""
Which list it is.
"""


class BridgeUserListAnswer(Model):
    """
    Never crosses HTTP: Sociogram hands the page a list of users.
    """

    event_type: Annotated[UserListAnswerName, Field(alias="eventType")]
    event_data: Annotated[UserListAnswer, Field(alias="eventData")]


FrontEndMessage = TypeAliasType(
    "FrontEndMessage",
    OpenInvoiceMessage | BridgeOpenInvoice | BridgeInvoiceClosed | BridgeUserListRequest | BridgeUserListAnswer,
)
"""
Never crosses HTTP: the messages about invoices and lists of users between a mini-app's page and the page or app of
Sociogram around it, as JSON text by `window.parent.postMessage(…, '*')` or its like in the mobile apps. Only the
first form is documented (and posted as an object); the others are those of the front-end SDK.

"""


LaunchNumber = TypeAliasType("LaunchNumber", Annotated[str, Field(pattern="^([0-9]+(\\.[0-9]+)?|null)$")])
"""
A number of the launch data, as text; or the text `null`.
"""


class Creation(Model):
    """
    What was created. Documented in words ("a unique ID … and user info"); names and form are inferred.
    """

    success: bool
    """
    Whether it was created; not, for example, where the user did not confirm it.
    """
    id: Annotated[ObjectId | None, Field(alias="_id")] = None
    """
    The id of what was created. There if `success` is true.
    """
    user: Author | None = None
    """
    Who created it. There if `success` is true.
    """


class BotMessage(Model):
    """
    What a bot sends. Each part may be left out. That at least one is needed is not documented; send one, an empty message
    makes no sense.

    """

    text: str | None = None
    """
    The text.
    """
    button_markup: Annotated[list[list[BotButton]] | None, Field(alias="buttonMarkup")] = None
    """
    Rows of buttons under the message.
    """
    media: list[BotMedia] | None = None
    """
    What is attached, such as images.
    """


class LaunchData(Model):
    """
    Never crosses HTTP as a body: what Sociogram hands a mini-app when it starts, in the query string of the page's
    address (`Sociogram.MiniApp.initData` in the front end). The members are documented. **All values are text**, and
    the text `null` stands for null: so the front-end SDK reads them (observed), while the documentation's sample has
    `uid` as a number. `UserInfo` is the same, typed. Your server cannot prove where the data comes from: how `hash`
    is made is not published.

    """

    id: Annotated[ObjectId | None, Field(alias="_id")] = None
    """
    The user's id.
    """
    id_: Annotated[str | None, Field(alias="id")] = None
    """
    The user's id, as one page of the documentation has it in place of `_id`.
    """
    uid: Annotated[str, Field(pattern="^[1-9][0-9]*$")]
    """
    The user's number.
    """
    address: Annotated[str, Field(min_length=1)]
    """
    Address of the user's wallet.
    """
    avatar: str | None = None
    """
    Address of the profile picture, or `null`.
    """
    cover: str | None = None
    """
    Address of the picture behind the profile, or `null`.
    """
    wallet_usdt: Annotated[LaunchNumber | None, Field(alias="walletUsdt")] = None
    bio: str | None = None
    """
    What the user says about themselves, or `null`.
    """
    name: str | None = None
    """
    The user's name, or `null`.
    """
    location: str | None = None
    """
    Where the user is, or `null`.
    """
    website: str | None = None
    """
    The user's web site, or `null`.
    """
    domain: str | None = None
    """
    A name of the wallet's address, or `null`.
    """
    twitter_id: Annotated[str | None, Field(alias="twitterId")] = None
    """
    The user's id on Twitter, or `null`.
    """
    twitter_name: Annotated[str | None, Field(alias="twitterName")] = None
    """
    The user's name on Twitter, or `null`.
    """
    twitter_followers: Annotated[LaunchNumber | None, Field(alias="twitterFollowers")] = None
    first_tx_date: Annotated[LaunchNumber | None, Field(alias="firstTxDate")] = None
    total_earned: Annotated[LaunchNumber | None, Field(alias="totalEarned")] = None
    hash: str | None = None
    """
    Made of the data in a way that is not published.
    """
    provider: str | None = None
    """
    Who started the mini-app; `sociogram` in the sample.
    """
    start_app: Annotated[str | None, Field(alias="startApp")] = None
    """
    The value that the link to the mini-app carried, or `null`.
    """
    language_code: Annotated[str | None, Field(alias="languageCode")] = None
    """
    The language of the user's device.
    """
    user_agent: Annotated[str | None, Field(alias="userAgent")] = None
    """
    The User-Agent of the user's browser, or `null`.
    """
    platform: Platform | None = None
    app_version: Annotated[str | None, Field(alias="appVersion")] = None
    """
    The version of Sociogram's app, on iOS and Android. The documentation lists it without a name.
    """
    timezone: str | None = None
    """
    The user's time zone, by its IANA name, or `null`.
    """


class BotMessageSend(Model):
    """
    A message and its receiver.
    """

    uid: Uid
    """
    The user who receives the message.
    """
    message: BotMessage
