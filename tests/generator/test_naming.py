"""Names: one function for members, arguments, methods and classes."""

from __future__ import annotations

import pytest

from overrides.generator import naming


@pytest.mark.parametrize(
    ("wire", "name"),
    [
        ("site_id", "site_id"),
        ("X-TALKEE-SITE-ID", "x_talkee_site_id"),
        ("PublicKeyBase58Check", "public_key_base58_check"),
        ("ImageURLs", "image_urls"),
        ("BitcoinUTXOs", "bitcoin_utxos"),
        ("TXHash", "tx_hash"),
        ("MinFeeRateNanosPerKB", "min_fee_rate_nanos_per_kb"),
        ("from", "from_"),
        ("1st", "n1st"),
        ("copy", "copy_"),
        ("model_config", "model_config_"),
        ("é", "value"),
    ],
)
def test_a_member_is_named_after_the_words_of_its_wire_name(wire: str, name: str) -> None:
    assert naming.member_name(wire) == name
    assert name.isidentifier()


def test_an_api_may_name_a_member_itself() -> None:
    assert naming.member_name("ImageURLs", {"ImageURLs": "pictures"}) == "pictures"


def test_an_argument_never_hides_what_every_method_has() -> None:
    assert naming.argument_name("timeout") == "timeout_"
    assert naming.argument_name("self") == "self_"


def test_methods_keep_the_names_of_builtins_and_escape_keywords() -> None:
    assert naming.method_name("comments_list", "comments") == "list"
    assert naming.method_name("jobs_import", "jobs") == "import_"


def test_a_resource_is_a_class() -> None:
    assert naming.class_name("smart_alerts") == "SmartAlerts"
