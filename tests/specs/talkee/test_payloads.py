"""Near misses that Talkee's document refuses; it accepts the payloads that they are made of: ../test_payloads.py.

The documented ones are the samples of the public documentation, made valid JSON, with persons' names replaced; the
observed ones have the forms that the published server and its web client use.
"""

from __future__ import annotations

from typing import Any

import pytest

from tests.specs.payloads import REMOVED, NearMiss, Payloads, component_of, each_of

PAYLOADS = Payloads("talkee")
DOCUMENT = PAYLOADS.document
load, validator = PAYLOADS.load, PAYLOADS.validator
# Success and error share one answer, and each component of an answer must refuse the other's payloads.
ERROR = "ErrorEnvelope"


def is_error(payload: Any) -> bool:
    """Apply the rule of the document's description: an integer `code` and a string `msg`."""
    data = payload.get("data") if isinstance(payload, dict) else None
    return isinstance(data, dict) and type(data.get("code")) is int and isinstance(data.get("msg"), str)


@pytest.mark.parametrize("case", [case for case in PAYLOADS.cases if component_of(case).endswith("Answer")])
def test_an_answer_is_either_success_or_error(case: str) -> None:
    payload = load(case)
    success = component_of(case).removesuffix("Answer") + "Envelope"
    assert validator(ERROR).is_valid(payload) is is_error(payload)
    assert validator(success).is_valid(payload) is not is_error(payload)


def envelopes() -> list[str]:
    return sorted(name for name in DOCUMENT["components"]["schemas"] if name.endswith("Envelope") and name != ERROR)


@pytest.mark.parametrize("component", envelopes())
@pytest.mark.parametrize("code", [400, 401, 404, 500])
def test_no_component_of_success_accepts_an_error(component: str, code: int) -> None:
    assert not validator(component).is_valid({"ts": 1681992000000, "data": {"code": code, "msg": "unauthorized"}})


COMMENT = "observed/CommentAnswer/read_signed_in"
LIST = "observed/CommentListAnswer/page"
REPLY = "observed/ReplyAnswer/created"
ERROR_500 = "observed/CommentAnswer/error_500_record_not_found"
AIRDROP = "documented/AirdropAnswer/airdrop"
AIRDROP_NEW = "observed/AirdropAnswer/created"
AIRDROP_REQUEST = "documented/AirdropCreate/comments"
MVM = "observed/LoginRequest/mvm_long_language"
NEAR_MISSES: list[NearMiss] = [
    # The envelope.
    (COMMENT, "/ts", REMOVED),
    (COMMENT, "/data", REMOVED),
    (COMMENT, "/ts", "1681992000000"),
    (COMMENT, "/ts", 1681992000000.5),
    (COMMENT, "/ts", -1),
    (COMMENT, "/data", None),
    (COMMENT, "/data", []),
    (COMMENT, "", load(COMMENT)["data"]),
    # Errors.
    (ERROR_500, "/data/code", "500"),
    (ERROR_500, "/data/code", True),
    (ERROR_500, "/data/code", 0),
    (ERROR_500, "/data/code", 200),
    (ERROR_500, "/data/code", REMOVED),
    (ERROR_500, "/data/msg", REMOVED),
    (ERROR_500, "/data/msg", None),
    ("observed/CommentAnswer/error_with_hint", "/data/hint", 1),
    ("observed/ErrorBody/method_not_allowed", "/code", "405"),
    ("observed/PaymentReceiptAnswer/receipt", "/data/code", 0),
    ("observed/PaymentReceiptAnswer/receipt", "/data/code", "1"),
    ("observed/EchoAnswer/error_400", "/data/code", "400"),
    # Ids.
    (COMMENT, "/data/id", REMOVED),
    (COMMENT, "/data/id", 0),
    (COMMENT, "/data/id", -1),
    (COMMENT, "/data/id", 18446744073709551616),
    (COMMENT, "/data/id", "abc"),
    (COMMENT, "/data/id", "-4"),
    (COMMENT, "/data/id", ""),
    (COMMENT, "/data/user_id", "4 "),
    (COMMENT, "/data/user_id", "4\n"),
    (COMMENT, "/data/user_id", 4.5),
    (COMMENT, "/data/user_id", None),
    (COMMENT, "/data/creator/id", True),
    (COMMENT, "/data/fav_id", -1),
    (COMMENT, "/data/fav_id", None),
    (REPLY, "/data/comment_id", "x"),
    # Comments.
    (COMMENT, "/data/content", REMOVED),
    (COMMENT, "/data/content", None),
    (COMMENT, "/data/content", ""),
    (COMMENT, "/data/slug", 11),
    (COMMENT, "/data/favor_count", -1),
    (COMMENT, "/data/favor_count", 18446744073709551616),
    (COMMENT, "/data/favor_count", "3"),
    (COMMENT, "/data/reply_count", 1.5),
    (COMMENT, "/data/arweave_tx_hash", None),
    (COMMENT, "/data/created_at", 1681992000),
    (COMMENT, "/data/created_at", "2023-04-20 12:00:00"),
    (COMMENT, "/data/created_at", "2023-04-20T12:00:00"),
    (COMMENT, "/data/created_at", "2023-13-20T12:00:00Z"),
    (COMMENT, "/data/created_at", ""),
    (COMMENT, "/data/creator", []),
    (COMMENT, "/data/creator", 4),
    (COMMENT, "/data/creator/full_name", REMOVED),
    (COMMENT, "/data/creator/mixin_identity_number", 1234456),
    (COMMENT, "/data/creator/mixin_identity_number", "A"),
    (COMMENT, "/data/creator/mvm_public_key", "0x1234"),
    (COMMENT, "/data/rewards", {}),
    (COMMENT, "/data/rewards/0", None),
    (COMMENT, "/data/rewards/0/amount", 0.5),
    (COMMENT, "/data/rewards/0/amount", "1e-7"),
    (COMMENT, "/data/rewards/0/amount", "-1"),
    (COMMENT, "/data/rewards/0/trace_id", "36158804"),
    (COMMENT, "/data/reward", []),
    (LIST, "/data/comments", None),
    (LIST, "/data/comments", REMOVED),
    (LIST, "/data/comments/1/user_id", REMOVED),
    (LIST, "/data/total", "2"),
    (LIST, "/data/total", -1),
    (LIST, "/data/total", REMOVED),
    # Replies.
    (REPLY, "/data/comment_id", REMOVED),
    (REPLY, "/data/creator", "A reader"),
    ("observed/ReplyListAnswer/page", "/data/replies", None),
    # Login and users.
    ("documented/LoginAnswer/login", "/data/access_token", ""),
    ("documented/LoginAnswer/login", "/data/access_token", None),
    ("documented/LoginAnswer/login", "/data/user", None),
    ("documented/LoginAnswer/login", "/data", {}),
    ("documented/UserAnswer/user", "/data", None),
    ("documented/UserAnswer/user", "/data/created_at", False),
    ("documented/LoginRequest/mixin_token", "/method", REMOVED),
    ("documented/LoginRequest/mixin_token", "/mixin_token", ""),
    (MVM, "/signed_message", {"domain": "blog.example.com"}),
    (MVM, "/signature", "0f" * 65),
    (MVM, "/signature", "0x" + "0f" * 64),
    (MVM, "/signature", "0x" + "0f" * 66),
    (MVM, "/lang", None),
    # Sites.
    ("documented/SiteAnswer/site", "/data/origins", "https://blog.example.com"),
    ("documented/SiteAnswer/site", "/data/origins", None),
    ("documented/SiteAnswer/site", "/data/origins/0", 1),
    ("documented/SiteAnswer/site", "/data/use_arweave", "false"),
    ("observed/SiteListAnswer/sites", "/data", None),
    ("observed/SiteCreate/origin_only", "/origin", REMOVED),
    ("observed/SiteCreate/origin_only", "/origin", "blog.example.com"),
    ("observed/SiteCreate/origin_only", "/name", "x" * 257),
    ("observed/SiteUpdate/nothing", "/name", "x" * 257),
    ("observed/SiteUpdate/nothing", "/use_arweave", 1),
    # Requests with text.
    ("observed/ReplyCreate/from_web_client", "/content", REMOVED),
    ("observed/ReplyCreate/from_web_client", "/content", ""),
    ("observed/ReplyCreate/from_web_client", "/content", " \t\n"),
    ("observed/ReplyCreate/from_web_client", "/content", "é" * 5121),
    ("observed/CommentCreate/multibyte_at_the_limit", "/content", "é" * 10241),
    ("observed/CommentCreate/multibyte_at_the_limit", "/content", 1),
    # Airdrops.
    (AIRDROP, "/data/uuid", "c85d17c8"),
    (AIRDROP, "/data/uuid", ""),
    (AIRDROP, "/data/status", "0"),
    (AIRDROP, "/data/strategy_params", []),
    (AIRDROP, "/data/tip_type", 1),
    (AIRDROP_NEW, "/data/mixpay_code", None),
    (AIRDROP_NEW, "/data/amount", 1),
    (AIRDROP_NEW, "/data/user", {}),
    (AIRDROP_NEW, "/data/asset_id", REMOVED),
    (AIRDROP_REQUEST, "/airdrop_type", "everyone"),
    (AIRDROP_REQUEST, "/airdrop_type", REMOVED),
    (AIRDROP_REQUEST, "/asset_id", ""),
    (AIRDROP_REQUEST, "/asset_id", "x" * 37),
    (AIRDROP_REQUEST, "/amount", REMOVED),
    (AIRDROP_REQUEST, "/amount", ""),
    (AIRDROP_REQUEST, "/amount", "0"),
    (AIRDROP_REQUEST, "/amount", "0.00000000"),
    (AIRDROP_REQUEST, "/amount", "0.123456789"),
    (AIRDROP_REQUEST, "/amount", "-1"),
    (AIRDROP_REQUEST, "/amount", "1e-7"),
    (AIRDROP_REQUEST, "/amount", "1,5"),
    (AIRDROP_REQUEST, "/amount", 0),
    (AIRDROP_REQUEST, "/amount", -1.5),
    (AIRDROP_REQUEST, "/memo", "x" * 256),
    (AIRDROP_REQUEST, "/slug", "x" * 256),
    (AIRDROP_REQUEST, "/site_id", "1"),
    (AIRDROP_REQUEST, "/opponent_id", -1),
    (AIRDROP_REQUEST, "/strategy_name", "best"),
    (AIRDROP_REQUEST, "/strategy_params", []),
    (AIRDROP_REQUEST, "/strategy_params/n", "3"),
    (AIRDROP_REQUEST, "/strategy_params/n", 0),
    # The undocumented rest.
    ("observed/SlugAnswer/delivered", "/data/tips", None),
    (
        "observed/SlugAnswer/delivered",
        "/data/tips",
        load("observed/SlugAnswer/delivered")["data"]["tips"] * 65,
    ),
    ("observed/AssetAnswer/asset", "/data/price_usd", 0),
    ("observed/AssetAnswer/asset", "/data/order", "1"),
    ("observed/GlobalStatsAnswer/figures", "/data/total_rewards_usd", "0.0"),
    ("observed/GlobalStatsAnswer/figures", "/data/total_favors", -1),
    ("observed/EchoAnswer/echo", "/data/msg", ""),
    ("observed/Health/up", "/uptime", "1 hour"),
    ("observed/Health/up", "/version", REMOVED),
]


@each_of(NEAR_MISSES)
def test_a_near_miss_is_refused(near_miss: NearMiss) -> None:
    assert PAYLOADS.is_refused(near_miss)
