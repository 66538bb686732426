"""Near misses that Sociogram's document refuses; it accepts the payloads that they are made of: ../test_payloads.py.

The documented ones are the samples of the public documentation, made valid, and the members that it names; the observed
ones have the forms that the source of the platform's front-end SDK and of its helper library show; the inferred ones
follow the document's own proposals.
"""

from __future__ import annotations

from typing import Any

import pytest

from tests.specs.documents import validator
from tests.specs.payloads import REMOVED, NearMiss, Payloads, each_of

PAYLOADS = Payloads("sociogram")
DOCUMENT = PAYLOADS.document
load = PAYLOADS.load


def operations(section: str = "paths") -> dict[str, dict[str, Any]]:
    """Return the operations of the paths, or of the webhooks, by id; `where` is method and path."""
    return {
        operation["operationId"]: {**operation, "where": f"{method.upper()} {path}"}
        for path, item in DOCUMENT[section].items()
        for method, operation in item.items()
    }


NOTIFICATION = "documented/Notification/level"
INVOICE = "documented/Invoice/two_prices"
TO_USER = "documented/PayoutToUser/sol"
TO_DEVELOPER = "documented/PayoutToDeveloper/part"
PUBLICATIONS = "documented/PublicationList/named_members"
COMMENTS = "documented/CommentList/one"
ENGAGEMENT = "documented/Engagement/some"
USER = "documented/UserInfo/user"
LAUNCH = "observed/LaunchData/as_it_arrives"
BOT = "documented/BotMessageSend/buttons"
SENT = "documented/BotMessageSent/sent"
CHAT = "documented/ChatMessageUpdate/hello"
CALLBACK = "documented/CallbackQueryUpdate/pressed"
VALIDATE = "inferred/PurchaseValidateUpdate/one_price"
CONFIRMED = "inferred/PurchaseConfirmedUpdate/everything"
OPEN = "observed/FrontEndMessage/open_invoice"
CLOSED = "observed/FrontEndMessage/invoice_closed"
FRIENDS = "observed/FrontEndMessage/friends"
PURCHASE = "/data/purchase-validate"
NEAR_MISSES: list[NearMiss] = [
    # Notifications.
    (NOTIFICATION, "/uid", REMOVED),
    (NOTIFICATION, "/uid", "1337"),
    (NOTIFICATION, "/uid", 1337.5),
    (NOTIFICATION, "/uid", 0),
    (NOTIFICATION, "/uid", -1),
    (NOTIFICATION, "/uid", None),
    (NOTIFICATION, "/uid", True),
    (NOTIFICATION, "/message", REMOVED),
    (NOTIFICATION, "/message", None),
    (NOTIFICATION, "/message", 5),
    (NOTIFICATION, "/message", "x" * 501),
    (NOTIFICATION, "/message", "ж" * 501),
    # Invoices.
    (INVOICE, "/title", REMOVED),
    (INVOICE, "/title", 100),
    (INVOICE, "/prices", REMOVED),
    (INVOICE, "/prices", []),
    (INVOICE, "/prices", {"amount": 1.5, "currency": "sol"}),
    (INVOICE, "/prices/1/currency", "sol"),
    (INVOICE, "/prices/0", {"amount": 1, "currency": "usdt"}),
    (INVOICE, "/prices/0/currency", "usd"),
    (INVOICE, "/prices/0/amount", 0),
    (INVOICE, "/prices/0/amount", -1.5),
    (INVOICE, "/prices/0/amount", "1.5"),
    (INVOICE, "/prices/0/amount", REMOVED),
    (INVOICE, "/prices/0/currency", REMOVED),
    (INVOICE, "/prices/0/currency", "SOL"),
    (INVOICE, "/prices/0/currency", "eur"),
    (INVOICE, "/payload", REMOVED),
    (INVOICE, "/payload", {"goodId": "fish"}),
    # Payouts.
    (TO_USER, "/uid", REMOVED),
    (TO_USER, "/uid", "1377"),
    (TO_USER, "/amount", REMOVED),
    (TO_USER, "/amount", 0),
    (TO_USER, "/amount", -0.35),
    (TO_USER, "/amount", "0.35"),
    (TO_USER, "/amount", None),
    (TO_USER, "/currency", REMOVED),
    (TO_USER, "/currency", "usdc"),
    (TO_USER, "/currency", "Sol"),
    (TO_USER, "/currency", None),
    (TO_DEVELOPER, "/currency", REMOVED),
    (TO_DEVELOPER, "/amount", 0),
    (TO_DEVELOPER, "/amount", None),
    (TO_DEVELOPER, "/amount", "all"),
    # Searches and checks.
    (PUBLICATIONS, "/rows", REMOVED),
    (PUBLICATIONS, "/rows", None),
    (PUBLICATIONS, "/rows", {}),
    (PUBLICATIONS, "/cursor", REMOVED),
    (PUBLICATIONS, "/cursor", 2),
    (PUBLICATIONS, "/rows/0", None),
    (PUBLICATIONS, "/rows/0/authorId", REMOVED),
    (PUBLICATIONS, "/rows/0/authorId", 1337),
    (PUBLICATIONS, "/rows/0/text", REMOVED),
    (PUBLICATIONS, "/rows/0/text", None),
    (PUBLICATIONS, "/rows/0/likes", "3"),
    (PUBLICATIONS, "/rows/0/likes", -1),
    (PUBLICATIONS, "/rows/0/likes", 1.5),
    (PUBLICATIONS, "/rows/0/pid", "1716301523324"),
    (PUBLICATIONS, "/rows/0/_id", 1716301523324),
    (PUBLICATIONS, "/rows/0/_id", "67bdb851166c0be755fac39"),
    (PUBLICATIONS, "/rows/0/isPinned", "false"),
    (PUBLICATIONS, "/rows/0/createdAt", "yesterday"),
    (COMMENTS, "/rows/0/text", REMOVED),
    (COMMENTS, "/rows/0/authorId", None),
    (COMMENTS, "/cursor", False),
    (ENGAGEMENT, "/liked", REMOVED),
    (ENGAGEMENT, "/liked", "true"),
    (ENGAGEMENT, "/commented", 1),
    (ENGAGEMENT, "/reposted", None),
    (ENGAGEMENT, "/reacted", REMOVED),
    (ENGAGEMENT, "/reacted", True),
    (ENGAGEMENT, "/reacted", None),
    (ENGAGEMENT, "/reacted/0", 1),
    # Yes and no.
    ("documented/Outcome/yes", "", "true"),
    ("documented/Outcome/yes", "", 1),
    ("documented/Outcome/yes", "", None),
    ("documented/Outcome/yes", "", []),
    ("inferred/Outcome/success", "/success", REMOVED),
    ("inferred/Outcome/success", "/success", "true"),
    ("inferred/Outcome/data", "/data", 0),
    ("inferred/Verdict/yes", "", "yes"),
    ("inferred/Verdict/yes", "", 1),
    ("inferred/Verdict/yes", "", None),
    ("inferred/Verdict/object", "/success", "true"),
    ("inferred/YesNoText/yes", "", True),
    ("inferred/YesNoText/yes", "", "True"),
    ("inferred/Creation/created", "/_id", REMOVED),
    ("inferred/Creation/created", "/user", REMOVED),
    ("inferred/Creation/created", "/success", 1),
    # Errors.
    ("inferred/Failure/list", "/statusCode", "400"),
    ("inferred/Failure/list", "/statusCode", 200),
    ("inferred/Failure/list", "/statusCode", REMOVED),
    ("inferred/Failure/list", "/message", REMOVED),
    ("inferred/Failure/list", "/message/0", 1),
    ("inferred/Failure/list", "/error", None),
    # Users.
    (USER, "/uid", REMOVED),
    (USER, "/uid", None),
    (USER, "/uid", "0xa2"),
    (USER, "/uid", 1337.5),
    (USER, "/address", REMOVED),
    (USER, "/address", None),
    (USER, "/address", ""),
    (USER, "/_id", None),
    (USER, "/_id", "1337"),
    (USER, "/walletUsdt", "0 USDT"),
    (USER, "/walletUsdt", True),
    (USER, "/totalEarned", ""),
    (USER, "/twitterFollowers", -1),
    (USER, "/avatar", False),
    (USER, "/hash", None),
    (USER, "/platform", None),
    (USER, "/languageCode", 1),
    (LAUNCH, "/uid", 1337),
    (LAUNCH, "/uid", "null"),
    (LAUNCH, "/uid", REMOVED),
    (LAUNCH, "/address", REMOVED),
    (LAUNCH, "/avatar", None),
    (LAUNCH, "/walletUsdt", 0),
    (LAUNCH, "/walletUsdt", "much"),
    (LAUNCH, "/twitterFollowers", None),
    # Bots.
    (BOT, "/uid", REMOVED),
    (BOT, "/uid", "1337"),
    (BOT, "/message", REMOVED),
    (BOT, "/message", "Choose"),
    (BOT, "/message/text", 1),
    (BOT, "/message/buttonMarkup", {}),
    (BOT, "/message/buttonMarkup/0", {"text": "A", "callbackData": "a"}),
    (BOT, "/message/buttonMarkup/0/0/text", REMOVED),
    (BOT, "/message/buttonMarkup/0/0/callbackData", REMOVED),
    (BOT, "/message/buttonMarkup/0/0/callbackData", 7),
    (BOT, "/message/buttonMarkup/1/0/url", REMOVED),
    (BOT, "/message/buttonMarkup/1/0/url", None),
    (BOT, "/message/media", "https://example.com/a.png"),
    (BOT, "/message/media", [1]),
    (SENT, "/success", "true"),
    (SENT, "/success", REMOVED),
    (SENT, "/messageId", REMOVED),
    (SENT, "/messageId", 17),
    (SENT, "/messageId", "17"),
    # Webhooks.
    (CHAT, "/data", REMOVED),
    (CHAT, "/data", []),
    (CHAT, "/data/chat-message", REMOVED),
    (CHAT, "", load(CHAT)["data"]),
    (CHAT, "", load(CALLBACK)),
    (CHAT, "/data/chat-message/uid", "1337"),
    (CHAT, "/data/chat-message/uid", REMOVED),
    (CHAT, "/data/chat-message/chatId", 5),
    (CHAT, "/data/chat-message/chatId", REMOVED),
    (CHAT, "/data/chat-message/message", "Hello"),
    (CHAT, "/data/chat-message/message/text", None),
    (CALLBACK, "/data/callback-query/callbackData", REMOVED),
    (CALLBACK, "/data/callback-query/callbackData", None),
    (CALLBACK, "/data/callback-query/chatId", "chat"),
    (VALIDATE, "", load(CONFIRMED)),
    (VALIDATE, PURCHASE, None),
    (VALIDATE, f"{PURCHASE}/payload", REMOVED),
    (VALIDATE, f"{PURCHASE}/payload", {"goodId": "fish"}),
    (VALIDATE, f"{PURCHASE}/price", "1.5"),
    (VALIDATE, f"{PURCHASE}/price", 0),
    (VALIDATE, f"{PURCHASE}/currency", "eur"),
    (VALIDATE, f"{PURCHASE}/uid", "1337"),
    (VALIDATE, f"{PURCHASE}/purchaseId", None),
    (CONFIRMED, "", load(VALIDATE)),
    (CONFIRMED, "/data/purchase-confirmed/payload", REMOVED),
    (CONFIRMED, "/data/purchase-confirmed/prices", []),
    (CONFIRMED, "/data/purchase-confirmed/prices/0/currency", "usd"),
    # What never crosses HTTP.
    ("documented/OpenInvoiceMessage/fish", "/action", "OPEN"),
    ("documented/OpenInvoiceMessage/fish", "/invoice", REMOVED),
    ("documented/OpenInvoiceMessage/fish", "/invoice/prices", REMOVED),
    (OPEN, "/eventType", "mini_app_open"),
    (OPEN, "/eventData/price", "1.5"),
    (OPEN, "/eventData/currency", "usdt"),
    (OPEN, "/eventData/invoicePayload", "fish"),
    (OPEN, "/eventData/invoiceId", "1716301523324"),
    (CLOSED, "/eventData/status", "paid"),
    (CLOSED, "/eventData/invoiceId", REMOVED),
    (FRIENDS, "/eventData/requestId", REMOVED),
    (FRIENDS, "/eventData/response/rows", None),
    (FRIENDS, "/eventData/response/rows/0/uid", "1337"),
    (FRIENDS, "/eventData/response/rows/0/verified", "no"),
    (FRIENDS, "/eventData/response/rows/0/address", REMOVED),
]


@each_of(NEAR_MISSES)
def test_a_near_miss_is_refused(near_miss: NearMiss) -> None:
    assert PAYLOADS.is_refused(near_miss)


# --- Parameters: the arguments of the Node SDK's calls ---

SEARCH = {
    "authorId": "67bdb851166c0be755fac39a",
    "search": "CatGame",
    "from": "2023-08-31T12:42:57.000+00:00",
    "to": "2024-02-12T12:42:57.000+00:00",
    "cursor": "abc=",
    "limit": 1,
}
ARGUMENTS: dict[str, dict[str, Any]] = {
    "publications_search": SEARCH,
    "comments_search": SEARCH,
    "checks_engagement": {"uid": 1337, "publicationId": "67bdb851166c0be755fac39a"},
    "checks_deposit": {"uid": 1337, "pid": 1716301523324, "minAmount": 3.5},
    "checks_follow": {"targetSlug": 1911, "userSlug": 1337},
}
OPTIONAL = {"from", "to", "cursor", "limit", "minAmount"}
WRONG_ARGUMENTS: list[tuple[str, str, object]] = [
    ("publications_search", "authorId", 1337),
    ("publications_search", "authorId", ""),
    ("publications_search", "from", "2023-08-31"),
    ("publications_search", "to", "2024-02-12T12:42:57.000"),
    ("publications_search", "limit", 0),
    ("publications_search", "limit", 101),
    ("publications_search", "limit", "20"),
    ("comments_search", "cursor", ""),
    ("comments_search", "search", None),
    ("checks_engagement", "uid", "1337"),
    ("checks_engagement", "publicationId", "1716301523324"),
    ("checks_deposit", "pid", "67bdb851166c0be755fac39a"),
    ("checks_deposit", "minAmount", -1),
    ("checks_follow", "targetSlug", 0),
    ("checks_follow", "userSlug", ""),
    ("checks_follow", "userSlug", None),
]


def parameters(operation_id: str) -> dict[str, dict[str, Any]]:
    found = operations()[operation_id].get("parameters", [])
    resolved = [DOCUMENT["components"]["parameters"][p["$ref"].rpartition("/")[2]] if "$ref" in p else p for p in found]
    return {parameter["name"]: parameter for parameter in resolved}


def accepts(operation_id: str, name: str, value: object) -> bool:
    return validator("sociogram", parameters(operation_id)[name]["schema"]).is_valid(value)


@pytest.mark.parametrize("operation_id", ARGUMENTS)
def test_a_call_takes_the_arguments_that_the_sdk_s_call_takes(operation_id: str) -> None:
    declared, given = parameters(operation_id), ARGUMENTS[operation_id]
    assert declared.keys() == given.keys()
    assert {name for name, each in declared.items() if not each.get("required")} == given.keys() & OPTIONAL
    assert [name for name, value in given.items() if not accepts(operation_id, name, value)] == []


@pytest.mark.parametrize(("operation_id", "name", "value"), WRONG_ARGUMENTS)
def test_a_wrong_argument_is_refused(operation_id: str, name: str, value: object) -> None:
    assert not accepts(operation_id, name, value)


def test_a_user_may_be_named_by_a_text_where_the_documentation_says_slug() -> None:
    assert accepts("checks_follow", "targetSlug", "cat-game")


# --- Honesty ---


def test_only_the_one_published_path_is_called_documented() -> None:
    documented = {o["where"] for o in operations().values() if o["x-provenance"] == "documented"}
    assert documented == {"POST /bot/send-message"}
    assert {o["x-provenance"] for o in operations().values()} == {"documented", "inferred"}


def test_only_the_webhooks_of_bots_are_called_documented() -> None:
    documented = {name for name, o in operations("webhooks").items() if o["x-provenance"] == "documented"}
    assert documented == {"bots_receive_message", "bots_receive_callback"}


@pytest.mark.parametrize("section", ["paths", "webhooks"])
def test_every_operation_says_in_words_what_is_documented_and_what_is_not(section: str) -> None:
    for name, operation in operations(section).items():
        rest = "Inferred: " if operation["x-provenance"] == "inferred" else "Not documented: "
        words = " ".join(operation["description"].split())
        assert "Documented" in words, name
        assert rest in words, name


@pytest.mark.parametrize("operation_id", ARGUMENTS)
def test_a_parameter_s_place_is_inferred_and_its_values_are_documented(operation_id: str) -> None:
    root = DOCUMENT["x-provenance"]
    operation = operations()[operation_id]["x-provenance"]
    for entry, parameter in zip(
        operations()[operation_id]["parameters"], parameters(operation_id).values(), strict=True
    ):
        assert parameter.get("x-provenance", root if "$ref" in entry else operation) == "inferred"
        assert parameter["schema"]["x-provenance"] == "documented"


def test_polls_and_giveaways_are_drafts_and_may_be_unbuilt() -> None:
    drafts = {name for name, o in operations().items() if o.get("x-stage") == "draft"}
    assert drafts == {"polls_create", "polls_check_participation", "giveaways_create"}
    assert {name for name, o in operations().items() if "501" in o["responses"]} == drafts


def test_the_documented_limits_are_stated() -> None:
    limits = {
        name: {(each["per"], each["calls"], each["seconds"]) for each in operation["x-rate-limit"]}
        for name, operation in operations().items()
        if "x-rate-limit" in operation
    }
    assert limits == {
        "users_notify": {("app", 30, 1), ("user", 1, 1)},
        "bots_send_message": {("bot", 60, 60), ("user", 1, 1)},
    }


def test_the_member_that_names_the_user_of_a_limit_is_in_the_body() -> None:
    for operation in operations().values():
        for limit in operation.get("x-rate-limit", ()):
            reference = operation["requestBody"]["content"]["application/json"]["schema"]["$ref"]
            body = DOCUMENT["components"]["schemas"][reference.rpartition("/")[2]]
            assert ("key" in limit) is (limit["per"] == "user")
            assert limit.get("key", "uid") in body["required"]
