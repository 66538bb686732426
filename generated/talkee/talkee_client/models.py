"""Models of the document's components."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Literal
from uuid import UUID

from pydantic import AwareDatetime, Field
from typing_extensions import TypeAliasType

from ._core.models import Model, SecretString
from .payments import Payable

NumericId = TypeAliasType("NumericId", Annotated[int, Field(ge=1, le=18446744073709551615)])
"""
An id: an integer from 1 to 2^64-1. The latest server sends numbers, except for `comment_id` of a reply, which is
a string of digits. The documentation shows strings of digits for the ids of users in comments and replies too.
Read both as the same integer, for every id.

"""


NumericIdOrZero = TypeAliasType("NumericIdOrZero", Annotated[int, Field(ge=0, le=18446744073709551615)])
"""
An id, or 0 where there is nothing to name. Integer from 0 to 2^64-1, or the same as a string of digits (see
`NumericId`).

"""


UnixMilliseconds = TypeAliasType("UnixMilliseconds", Annotated[int, Field(ge=0)])
"""
A time as milliseconds since 1970-01-01T00:00:00Z.
"""


AssetAmount = TypeAliasType("AssetAmount", Decimal)
"""
An amount of an asset, or a price, as decimal digits without exponent or trailing zeros.
"""


UsdAmount = TypeAliasType("UsdAmount", Decimal)
"""
An amount of US dollars with two decimals.
"""


class ErrorBody(Model):
    """
    What went wrong.
    """

    code: Annotated[int, Field(ge=400, le=599)]
    """
    What an HTTP status would be. 400, 401, 404 and 500 are in use, and 405 without the envelope.
    """
    msg: str
    """
    Text for people, not always from Talkee itself. It may change.
    """
    hint: str | None = None
    """
    A further text. The server knows the member and never fills it.
    """


ErrorText = TypeAliasType(
    "ErrorText",
    Annotated[
        str,
        Field(
            json_schema_extra={
                "contentMediaType": "application/json",
                "contentSchema": {"$ref": "#/components/schemas/ErrorBody"},
            }
        ),
    ],
)
"""
An `ErrorBody` as JSON text.
"""


KnownLoginMethod = TypeAliasType("KnownLoginMethod", Literal["mixin_token", "mvm"])
"""
The login methods that the server knows.
"""


LoginMethod = TypeAliasType("LoginMethod", KnownLoginMethod | str)
"""
How the user proves who they are. The server answers `data: null` to a method that it does not know; `mixin_oauth`
was one in the past.

"""


class LoginRequest(Model):
    """
    How to log in, and the proof that the method asks for.
    """

    method: LoginMethod
    mixin_token: SecretString | None = None
    """
    For `mixin_token`: the Mixin access token. Its name is `mixin_token`; the documentation's text also calls it
    `mixin_access_token`, which is not read.

    """
    signed_message: Annotated[str | None, Field(min_length=1)] = None
    """
    For `mvm`: the text that was signed, as EIP-4361 defines it; a string, not the JSON object that the
    documentation speaks of. Lines end in LF, the last one without. The address carries its EIP-55 checksum, the
    nonce has 8 or more letters and digits, and expiry and not-before times are enforced.

    """
    signature: SecretString | None = None
    """
    For `mvm`: the signature of the text (EIP-191, `personal_sign`), 65 bytes in hexadecimal.
    """
    lang: str = "en"
    """
    The user's language, two letters such as `en` or `ja`. The server takes the first two letters of a longer tag
    and `en` for anything shorter, so any string is accepted. It is never returned.

    """


class Site(Model):
    """
    A web site whose pages have comments.
    """

    id: NumericId
    user_id: NumericId
    """
    The user who owns the site.
    """
    origins: list[str]
    """
    The origins whose pages may call the API, such as `https://blog.example.com`. May be empty.
    """
    origin: str | None = None
    """
    Always empty; see `origins`.
    """
    name: str
    """
    The site's name. May be empty.
    """
    use_arweave: bool
    """
    Whether the comments are also stored on Arweave.
    """
    reward_strategy: Annotated[int, Field(ge=0)]
    """
    A number for how rewards are given; 0 for all sites made through this API.
    """
    created_at: AwareDatetime | None
    """
    When the site was created. The server may send null.
    """
    updated_at: AwareDatetime | None
    """
    When the site was changed last. The server may send null.
    """


class SiteEnvelope(Model):
    """
    One site.
    """

    ts: UnixMilliseconds
    data: Site


class SiteListEnvelope(Model):
    """
    A list of sites.
    """

    ts: UnixMilliseconds
    data: list[Site]
    """
    The sites.
    """


class SiteCreate(Model):
    """
    A site to create.
    """

    name: Annotated[str, Field(max_length=256)] = ""
    """
    The site's name, up to 256 characters.
    """
    origin: Annotated[str, Field(pattern="^https?://")]
    """
    The one origin whose pages may call the API. Write it in lower case, as browsers send it: the server keeps
    capitals, and then nothing matches.

    """
    use_arweave: bool = False
    """
    Whether to store the comments on Arweave as well.
    """


class SiteUpdate(Model):
    """
    The new values of a site. One that is left out becomes empty or false.
    """

    name: Annotated[str, Field(max_length=256)] = ""
    """
    The site's name, up to 256 characters.
    """
    origin: str = ""
    """
    The one origin whose pages may call the API, in lower case. It takes the place of all former ones. The server
    checks nothing here, so any string is accepted.

    """
    use_arweave: bool = False
    """
    Whether to store the comments on Arweave as well.
    """


CommentOrder = TypeAliasType("CommentOrder", Literal["favor_count", "created_at", "created_at_asc", "reply_count"])
"""
- `favor_count`: the most favoured ones first.
- `created_at`: the newest ones first.
- `created_at_asc`: the oldest ones first.
- `reply_count`: accepted, but sorts as `created_at` does. Not in the documentation.

"""


KnownRewardObjectType = TypeAliasType("KnownRewardObjectType", Literal["comment", "user", "slug"])
"""
The known kinds of rewarded things.
"""


RewardObjectType = TypeAliasType("RewardObjectType", KnownRewardObjectType | str)
"""
What a reward is for. Other values are possible.
"""


class CommentCreate(Model):
    """
    A comment to write.
    """

    content: Annotated[str, Field(max_length=10240, min_length=1, pattern="^[\\s\\S]*\\S[\\s\\S]*$")]
    """
    The comment, plain text, 1 to 10240 characters after trimming. It is not sanitised. The web client stops at
    512.

    """


class ReplyCreate(Model):
    """
    A reply to write.
    """

    content: Annotated[str, Field(max_length=5120, min_length=1, pattern="^[\\s\\S]*\\S[\\s\\S]*$")]
    """
    The reply, plain text, 1 to 5120 characters after trimming. It is not sanitised. The web client stops at 512.

    """


class User(Model):
    """
    The public profile of a user.
    """

    id: NumericId
    mixin_user_id: Annotated[str, Field(min_length=1)]
    """
    Mixin's id of the user, a UUID. The documentation shows it masked (`36158804-xxxx-…`), so any string is
    accepted.

    """
    mixin_identity_number: Annotated[str, Field(pattern="^[0-9]+$")]
    """
    The number that Mixin Messenger shows for the user; `0` for wallet users.
    """
    full_name: str
    """
    The user's name; for wallet users usually the address.
    """
    avatar_url: str
    """
    Address of the user's picture. May be empty, so the form is not checked.
    """
    mvm_public_key: Annotated[str | None, Field(pattern="^(0x[0-9a-fA-F]{40})?$")] = None
    """
    The Ethereum address of a wallet user, with its EIP-55 checksum. `0x` and 40 zeros for users of Mixin
    Messenger; may be empty for users of long ago.

    """
    created_at: AwareDatetime | None
    """
    When the user logged in first. Null in the answer to that very login.
    """


class UserEnvelope(Model):
    """
    One user.
    """

    ts: UnixMilliseconds
    data: User


KnownAirdropType = TypeAliasType("KnownAirdropType", Literal["comments", "comment", "user", "slug"])
"""
- `user`: to one user.
- `slug`: to a page.
- `comment`: to the author of one comment.
- `comments`: to the authors of several comments of a page.

"""


AirdropType = TypeAliasType("AirdropType", KnownAirdropType | str)
"""
Who gets an airdrop. Answers may have other values.
"""


KnownAirdropStrategy = TypeAliasType("KnownAirdropStrategy", Literal["topn", "avg"])
"""
- `topn`: to the `n` most favoured comments, in equal parts.
- `avg`: to all comments, in equal parts.

"""


AirdropStrategy = TypeAliasType("AirdropStrategy", KnownAirdropStrategy | str)
"""
How an airdrop is shared out. Answers may have other values, and an empty one.
"""


class AirdropStrategyParams(Model):
    """
    Settings of a strategy.
    """

    n: Annotated[int | None, Field(ge=1)] = None
    """
    For `topn`: how many comments, 3 if left out. The web client sends null with `avg`; never send null with
    `topn`, which stops the payment.

    """


AirdropAmount = TypeAliasType("AirdropAmount", Decimal)
"""
An amount to pay, at least 0.00000001, with up to 8 decimals; more are rounded away. Send a string of decimal
digits, as documented. The server reads a JSON number as well, but numbers lose digits on the way.

"""


class AirdropCreate(Model):
    """
    An airdrop to prepare. Which members it needs depends on `airdrop_type`; see the call.
    """

    airdrop_type: KnownAirdropType
    """
    Who gets it.
    """
    site_id: Annotated[int | None, Field(ge=0, le=18446744073709551615)] = None
    """
    For `slug` and `comments`: the site. 0 counts as absent.
    """
    slug: Annotated[str | None, Field(max_length=255)] = None
    """
    For `slug` and `comments`: the page, up to 255 characters. An empty one counts as absent.
    """
    opponent_id: Annotated[int | None, Field(ge=0, le=18446744073709551615)] = None
    """
    For `user`: the user's id. For `comment`: the comment's id. 0 counts as absent.
    """
    strategy_name: KnownAirdropStrategy | None = None
    """
    For `comments`: how to share it out.
    """
    strategy_params: AirdropStrategyParams | None = None
    """
    For `comments`: settings of the strategy.
    """
    asset_id: Annotated[str, Field(max_length=36, min_length=1)]
    """
    Mixin's id of the asset, a UUID. The server checks only that it is there, so any string of up to 36 characters
    is accepted.

    """
    amount: AirdropAmount
    memo: Annotated[str, Field(max_length=255)] = ""
    """
    The text that goes with the payment, up to 255 characters. The documentation requires it; the server and the
    web client do without.

    """
    redirect_url: str | None = None
    """
    Where the payment service sends the payer afterwards, whether the payment succeeded or not. The documentation
    requires it; the server does not, and hands on any string.

    """


class Airdrop(Payable):
    """
    An airdrop that was prepared or paid; the server calls it a tip. The documented members `opponent_id`, `tip_type`
    (later `airdrop_type`), `strategy_name`, `strategy_params`, `status`, `updated_at` and `deleted_at` have not been
    sent since 2023-04-14.

    """

    id: NumericId
    uuid: UUID
    """
    The id under which the payment service knows it.
    """
    user_id: NumericId
    """
    The user who created it.
    """
    site_id: NumericIdOrZero
    """
    The site that it was made for; 0 if for none.
    """
    slug: str
    """
    The page that it was made for; empty if for none.
    """
    opponent_id: NumericIdOrZero | None = None
    """
    The user or comment that it was made for; 0 if for none. No longer sent.
    """
    tip_type: AirdropType | None = None
    """
    Who gets it. No longer sent.
    """
    airdrop_type: AirdropType | None = None
    """
    Who gets it; the later name of `tip_type`. No longer sent.
    """
    strategy_name: AirdropStrategy | None = None
    """
    How it is shared out. No longer sent.
    """
    strategy_params: AirdropStrategyParams | None = None
    """
    Settings of the strategy. No longer sent. Null where none were given, as servers of that time wrote an empty
    map.

    """
    asset_id: str
    """
    Mixin's id of the asset, as it was given, so any string is accepted.
    """
    amount: AssetAmount
    memo: str
    """
    The text that goes with the payment. May be empty.
    """
    status: Annotated[int | None, Field(ge=0)] = None
    """
    0 new, 1 paid, 2 being paid out, 3 paid out, 4 failed. No longer sent.
    """
    created_at: AwareDatetime | None
    """
    When it was created. The server may send null.
    """
    updated_at: AwareDatetime | None = None
    """
    When it was changed last. No longer sent. The server may send null.
    """
    deleted_at: AwareDatetime | None = None
    """
    When it was deleted. No longer sent. The server may send null.
    """
    mixpay_code: str
    """
    The code to pay it with, at `https://mixpay.me/code/{mixpay_code}`. Filled by `airdrops_create`, empty in
    `slugs_get`. The documentation shows it masked, so any string is accepted.

    """
    user: User | None = None
    """
    The user who created it. Null in `airdrops_create`, filled in `slugs_get`.
    """


class AirdropEnvelope(Model):
    """
    One airdrop.
    """

    ts: UnixMilliseconds
    data: Airdrop


class Slug(Model):
    """
    A page and the airdrops that it received.
    """

    site_id: NumericId
    """
    The site, as it was given.
    """
    slug: Annotated[str, Field(min_length=1)]
    """
    The page or thread, as it was given.
    """
    tips: Annotated[list[Airdrop], Field(max_length=64)]
    """
    The airdrops of type `slug` that were paid out, oldest first, at most 64.
    """


class SlugEnvelope(Model):
    """
    One page.
    """

    ts: UnixMilliseconds
    data: Slug


class Asset(Model):
    """
    A crypto asset.
    """

    asset_id: Annotated[str, Field(min_length=1)]
    """
    Mixin's id of the asset, a UUID. The server does not check the form.
    """
    name: str
    """
    The asset's name, such as `Bitcoin`.
    """
    symbol: str
    """
    The asset's symbol, such as `BTC`.
    """
    icon_url: str
    """
    Address of the asset's picture. The server does not check the form.
    """
    price_usd: AssetAmount
    """
    The price of one unit in US dollars.
    """
    order: int
    """
    A number to sort by.
    """
    created_at: AwareDatetime | None
    """
    When the server met the asset first. The server may send null.
    """
    updated_at: AwareDatetime | None
    """
    When the price was fetched last. The server may send null.
    """


class AssetEnvelope(Model):
    """
    One asset.
    """

    ts: UnixMilliseconds
    data: Asset


class AssetListEnvelope(Model):
    """
    A list of assets.
    """

    ts: UnixMilliseconds
    data: list[Asset]
    """
    The assets.
    """


class GlobalStats(Model):
    """
    Figures about the whole service.
    """

    total_comments: Annotated[int, Field(ge=0)]
    """
    How many comments there are.
    """
    total_favors: Annotated[int, Field(ge=0)]
    """
    How many favours there are.
    """
    total_rewards_usd: UsdAmount
    """
    What all rewards are worth.
    """


class GlobalStatsEnvelope(Model):
    """
    The figures.
    """

    ts: UnixMilliseconds
    data: GlobalStats


class PaymentNotice(Model):
    """
    Which payment was made. The payment service sends more members, which are not read.
    """

    order_id: Annotated[str | None, Field(alias="orderId")] = None
    """
    The airdrop's `uuid`; read if `traceId` is missing or empty.
    """
    trace_id: Annotated[str | None, Field(alias="traceId")] = None
    """
    The airdrop's `uuid`.
    """
    payee_id: Annotated[str | None, Field(alias="payeeId")] = None
    """
    The id of the one who was paid. Not used.
    """


class PaymentReceipt(Model):
    """
    The notice was taken.
    """

    code: Literal["0"]
    """
    A string, and always this one. No error code.
    """


class PaymentReceiptEnvelope(Model):
    """
    The notice was taken.
    """

    ts: UnixMilliseconds
    data: PaymentReceipt


class EchoRequest(Model):
    """
    A text to get back.
    """

    msg: Annotated[str, Field(min_length=1)]
    """
    The text.
    """


class Echo(Model):
    """
    The text. It never has a member `code`, which would make it an error. Leniency: an error that lost its `code`
    cannot be told from a text, as both have `msg`.

    """

    msg: Annotated[str, Field(min_length=1)]
    """
    The text.
    """


class EchoEnvelope(Model):
    """
    A text.
    """

    ts: UnixMilliseconds
    data: Echo


class Health(Model):
    """
    That the server is up, and since when.
    """

    uptime: Annotated[str, Field(pattern="^([0-9]+h)?([0-9]+m)?[0-9]+(\\.[0-9]+)?(ms|s)$")]
    """
    How long it has been up, as Go writes durations, such as `1h2m3.4s`.
    """
    version: str
    """
    The server's version. May be empty.
    """


class ErrorEnvelope(Model):
    """
    An error, as all calls answer it with HTTP status 200.
    """

    ts: UnixMilliseconds
    data: ErrorBody


class Login(Model):
    """
    The result of a login.
    """

    access_token: SecretString
    """
    The token for further calls, a JWT that is valid for 365 days.
    """
    user: User


class LoginEnvelope(Model):
    """
    The answer to a login.
    """

    ts: UnixMilliseconds
    data: Login | None
    """
    The result; null if the server does not know the method, which is a failed login.
    """


LoginAnswer = TypeAliasType("LoginAnswer", LoginEnvelope | ErrorEnvelope)
"""
A login, or an error.
"""


SiteAnswer = TypeAliasType("SiteAnswer", SiteEnvelope | ErrorEnvelope)
"""
One site, or an error.
"""


SiteListAnswer = TypeAliasType("SiteListAnswer", SiteListEnvelope | ErrorEnvelope)
"""
A list of sites, or an error.
"""


class Reward(Model):
    """
    A payment that a comment got from an airdrop. The documentation shows rewards without saying what is in them, so
    no member is required.

    """

    id: NumericId | None = None
    tip_id: NumericIdOrZero | None = None
    """
    The airdrop that it comes from.
    """
    object_type: RewardObjectType | None = None
    """
    What was rewarded. Rewards of a comment say `comment`.
    """
    object_id: NumericIdOrZero | None = None
    """
    The id of what was rewarded.
    """
    site_id: NumericIdOrZero | None = None
    """
    The site that the airdrop was made for; 0 if for none.
    """
    recipient_id: UUID | None = None
    """
    Mixin's id of the user who gets the payment.
    """
    trace_id: UUID | None = None
    """
    The id that makes the payment happen once.
    """
    snapshot_id: str | None = None
    """
    Mixin's id of the payment. Empty until it was made, so the form is not checked.
    """
    asset_id: str | None = None
    """
    Mixin's id of the asset, a UUID. The server takes it from the airdrop, where it is not checked, so any string
    is accepted.

    """
    amount: AssetAmount | None = None
    memo: str | None = None
    """
    The text that goes with the payment.
    """
    created_at: AwareDatetime | None = None
    """
    When the reward was made. The server may send null.
    """


class Reply(Model):
    """
    A reply to a comment.
    """

    id: NumericId
    user_id: NumericId
    """
    The user who wrote the reply. The documentation shows a string of digits.
    """
    comment_id: NumericId
    """
    The comment that it replies to. Sent as a string of digits.
    """
    content: Annotated[str, Field(min_length=1)]
    """
    The reply, plain text. Escape it before you put it into a page.
    """
    created_at: AwareDatetime | None
    """
    When the reply was written. The server may send null.
    """
    updated_at: AwareDatetime | None
    """
    When the reply was changed last. The server may send null.
    """
    creator: User | None = None
    """
    The user who wrote the reply; null if that user is gone. The documentation always shows one.
    """


class ReplyEnvelope(Model):
    """
    One reply.
    """

    ts: UnixMilliseconds
    data: Reply


ReplyAnswer = TypeAliasType("ReplyAnswer", ReplyEnvelope | ErrorEnvelope)
"""
One reply, or an error.
"""


class ReplyList(Model):
    """
    One page of the replies to a comment.
    """

    replies: list[Reply]
    """
    The replies, newest first.
    """
    total: Annotated[int, Field(ge=0, le=18446744073709551615)]
    """
    How many replies the whole list has.
    """


class ReplyListEnvelope(Model):
    """
    One page of a list of replies.
    """

    ts: UnixMilliseconds
    data: ReplyList


ReplyListAnswer = TypeAliasType("ReplyListAnswer", ReplyListEnvelope | ErrorEnvelope)
"""
One page of a list of replies, or an error.
"""


UserAnswer = TypeAliasType("UserAnswer", UserEnvelope | ErrorEnvelope)
"""
One user, or an error.
"""


AirdropAnswer = TypeAliasType("AirdropAnswer", AirdropEnvelope | ErrorEnvelope)
"""
One airdrop, or an error.
"""


SlugAnswer = TypeAliasType("SlugAnswer", SlugEnvelope | ErrorEnvelope)
"""
One page, or an error.
"""


AssetAnswer = TypeAliasType("AssetAnswer", AssetEnvelope | ErrorEnvelope)
"""
One asset, or an error.
"""


AssetListAnswer = TypeAliasType("AssetListAnswer", AssetListEnvelope | ErrorEnvelope)
"""
A list of assets, or an error.
"""


GlobalStatsAnswer = TypeAliasType("GlobalStatsAnswer", GlobalStatsEnvelope | ErrorEnvelope)
"""
The figures, or an error.
"""


PaymentReceiptAnswer = TypeAliasType("PaymentReceiptAnswer", PaymentReceiptEnvelope | ErrorEnvelope)
"""
The notice was taken, or an error.
"""


EchoAnswer = TypeAliasType("EchoAnswer", EchoEnvelope | ErrorEnvelope)
"""
A text, or an error.
"""


class Comment(Model):
    """
    A comment on a page.
    """

    id: NumericId
    user_id: NumericId
    """
    The user who wrote the comment. The documentation shows a string of digits.
    """
    site_id: NumericId
    """
    The site that the comment belongs to.
    """
    slug: Annotated[str, Field(min_length=1)]
    """
    The page or thread that the comment belongs to.
    """
    favor_count: Annotated[int, Field(ge=0, le=18446744073709551615)]
    """
    How many users favour the comment. 2^64-1 means -1 (see `comments_unfav`).
    """
    reply_count: Annotated[int, Field(ge=0, le=18446744073709551615)]
    """
    How many replies there are.
    """
    arweave_tx_hash: str
    """
    The Arweave transaction that the comment is stored in, 43 characters in base64url; empty if there is none. The
    documentation shows `...`, so any string is accepted.

    """
    content: Annotated[str, Field(min_length=1)]
    """
    The comment, plain text. Escape it before you put it into a page.
    """
    created_at: AwareDatetime | None
    """
    When the comment was written. The server may send null.
    """
    updated_at: AwareDatetime | None
    """
    When the comment was changed last. The server may send null.
    """
    creator: User | None = None
    """
    The user who wrote the comment. Null when the comment comes from `comments_create`, `comments_fav` or
    `comments_unfav`, and when that user is gone. The documentation shows it everywhere.

    """
    rewards: list[Reward] | None = None
    """
    The rewards that the comment got. Null if there are none, or where `creator` is null.
    """
    reward: Reward | None = None
    """
    The first of `rewards`, or null.
    """
    fav_id: NumericIdOrZero | None = None
    """
    The id of your own favour; 0 if you do not favour the comment or are not signed in. Always 0 when the comment
    comes from `comments_create`, `comments_fav` or `comments_unfav`.

    """


class CommentEnvelope(Model):
    """
    One comment.
    """

    ts: UnixMilliseconds
    data: Comment


CommentAnswer = TypeAliasType("CommentAnswer", CommentEnvelope | ErrorEnvelope)
"""
One comment, or an error.
"""


class CommentList(Model):
    """
    One page of the comments of a page or thread.
    """

    comments: list[Comment]
    """
    The comments.
    """
    total: Annotated[int, Field(ge=0, le=18446744073709551615)]
    """
    How many comments the whole list has.
    """


class CommentListEnvelope(Model):
    """
    One page of a list of comments.
    """

    ts: UnixMilliseconds
    data: CommentList


CommentListAnswer = TypeAliasType("CommentListAnswer", CommentListEnvelope | ErrorEnvelope)
"""
One page of a list of comments, or an error.
"""
