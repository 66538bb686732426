"""Launch data: the query string that the platform gives a mini-app, typed."""

from __future__ import annotations

from decimal import Decimal
from typing import Any
from urllib.parse import urlencode

import pytest
from sociogram_client import InvalidRequestError, models, parse_launch_data

# The documentation's sample, as it arrives: all values are texts.
SAMPLE = {
    "address": "0xa2de8e98a88c7a814196e71a626986b24a1f8798",
    "avatar": "null",
    "cover": "null",
    "walletUsdt": "0",
    "bio": "null",
    "name": "null",
    "location": "null",
    "website": "null",
    "domain": "null",
    "twitterId": "null",
    "twitterName": "null",
    "twitterFollowers": "0",
    "_id": "6807708bf52149bdf4dd56ab",
    "uid": "1337",
    "firstTxDate": "0",
    "totalEarned": "0",
    "hash": "1d5894549c231ed1618cbe168df7f",
    "provider": "sociogram",
    "startApp": "null",
    "languageCode": "en",
    "userAgent": "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) a=b?c&d",
    "platform": "macOS",
    "timezone": "Europe/London",
}
QUERY = urlencode(SAMPLE)


@pytest.mark.parametrize(
    "source",
    [
        QUERY,
        "?" + QUERY,
        f"https://fish.example.com/app?{QUERY}",
        f"https://fish.example.com/app?{QUERY}#top",
        f"/app?{QUERY}",
        SAMPLE,
    ],
)
def test_the_sample_is_typed_in_every_form(source: Any) -> None:
    user = parse_launch_data(source)
    assert type(user) is models.UserInfo
    assert (user.uid, user.id, user.address) == (1337, SAMPLE["_id"], SAMPLE["address"])
    assert (user.wallet_usdt, user.twitter_followers, user.first_tx_date) == (Decimal(0), Decimal(0), Decimal(0))
    assert (user.avatar, user.start_app, user.name) == (None, None, None)
    assert (user.platform, user.timezone, user.user_agent) == ("macOS", "Europe/London", SAMPLE["userAgent"])
    assert user.model_extra == {}


def test_filled_in_values_and_unknown_members_are_kept() -> None:
    more = {"name": "A+B & Ç 🐟", "walletUsdt": "12.500001", "startApp": "", "id": "x"}
    more |= {"theme": "dark", "isNew": "null"}
    user = parse_launch_data(urlencode({**SAMPLE, **more}))
    assert (user.name, user.wallet_usdt, user.start_app, user.id_) == ("A+B & Ç 🐟", Decimal("12.500001"), "", "x")
    assert user.model_extra == {"theme": "dark", "isNew": None}


def test_only_what_must_be_there_must_be_there() -> None:
    user = parse_launch_data({"address": "0xa2de", "uid": "1"})
    assert user.model_fields_set == {"address", "uid"}


@pytest.mark.parametrize(
    ("change", "member"),
    [
        ({"uid": "null"}, "uid"),
        ({"uid": ""}, "uid"),
        ({"uid": "0"}, "uid"),
        ({"uid": "-5"}, "uid"),
        ({"uid": "1e3"}, "uid"),
        ({"uid": "13 37"}, "uid"),
        ({"uid": "9" * 30}, "uid"),
        ({"uid": 1337}, "uid"),
        ({"address": ""}, "address"),
        ({"walletUsdt": "much"}, "walletUsdt"),
        ({"walletUsdt": ""}, "walletUsdt"),
        ({"totalEarned": "NaN"}, "totalEarned"),
        ({"firstTxDate": "-1"}, "firstTxDate"),
    ],
)
def test_what_is_no_launch_data_is_named_without_its_value(change: dict[str, Any], member: str) -> None:
    with pytest.raises(InvalidRequestError, match=member) as caught:
        parse_launch_data({**SAMPLE, **change})
    [value] = change.values()
    assert not isinstance(value, str) or len(value) < 3 or value not in str(caught.value).replace("null", "")


@pytest.mark.parametrize("member", ["uid", "address"])
def test_a_member_that_must_be_there_is_missed(member: str) -> None:
    with pytest.raises(InvalidRequestError, match=member):
        parse_launch_data({name: value for name, value in SAMPLE.items() if name != member})


@pytest.mark.parametrize(
    "source",
    ["", "uid", "a=b&uid", f"{QUERY}&uid=1", "https://fish.example.com/app", b"uid=1", None, "a=" + "b" * 70_000],
)
def test_what_is_no_query_string_is_refused(source: Any) -> None:
    with pytest.raises(InvalidRequestError, match="this is no launch data"):
        parse_launch_data(source)
