"""Errors of a node are classes by the names of the rules in their texts."""

from __future__ import annotations

from typing import Any

import pytest
from deso_client import APIStatusError, BadRequestError, NotFoundError, RuleError, ServerError, rules
from deso_client.rules import RuleErrorInsufficientBalance, RuleErrorReusedNonce, TxErrorDuplicate

from .conftest import Fake
from .fake_node import OTHER

WHOM = OTHER.public_key.address()


def raised(fake: Fake, status: int, body: Any) -> APIStatusError:
    fake.node.script["get-committed-tip-block-info"] = [(status, body)] * 3
    with pytest.raises(APIStatusError) as caught:
        fake.client().node.get_committed_tip()
    return caught.value


def test_the_name_in_the_text_is_the_class(fake: Fake) -> None:
    text = "SubmitTransaction: Problem processing: ConnectTransaction: : RuleErrorInsufficientBalance: 5 of 9"
    error = raised(fake, 400, {"error": text})
    assert isinstance(error, RuleErrorInsufficientBalance)
    assert isinstance(error, RuleError)
    assert isinstance(error, BadRequestError)
    assert not isinstance(error, RuleErrorReusedNonce)
    assert error.rule == "RuleErrorInsufficientBalance"
    assert error.message == text
    assert (error.status, error.http_status, error.attempts) == (400, 400, 1)
    assert "answered 400" in str(error)


def test_each_of_several_names_catches(fake: Fake) -> None:
    error = raised(fake, 400, {"error": "RuleErrorReusedNonce: TxErrorDuplicate"})
    assert isinstance(error, RuleErrorReusedNonce)
    assert isinstance(error, TxErrorDuplicate)
    assert error.rule == "TxErrorDuplicate"  # the innermost is the cause
    assert error.rules == ("RuleErrorReusedNonce", "TxErrorDuplicate")


def test_a_name_beyond_the_words_that_are_kept_is_found(fake: Fake) -> None:
    error = raised(fake, 400, {"error": "wrapped: " * 200 + "RuleErrorReusedNonce"})
    assert isinstance(error, RuleErrorReusedNonce)


def test_two_documents_in_one_body_are_read(fake: Fake) -> None:
    error = raised(fake, 400, b'{"error":"SubmitPost: RuleErrorReusedNonce"}\n{"error":"again"}')
    assert isinstance(error, RuleErrorReusedNonce)


def test_the_few_rules_that_core_names_otherwise_are_rules_too(fake: Fake) -> None:
    error = raised(fake, 400, {"error": "SubmitTransaction: ConnectTransaction: RuleSubmitPostBodyLength"})
    assert isinstance(error, rules.RuleSubmitPostBodyLength)
    assert error.rule == "RuleSubmitPostBodyLength"


def test_a_rule_in_an_error_of_the_server_is_still_a_rule(fake: Fake) -> None:
    error = raised(fake, 500, {"error": "RuleErrorNew"})
    assert isinstance(error, rules.RuleErrorNew)
    assert error.status == 500


@pytest.mark.parametrize(
    ("status", "body", "expected"),
    [
        (404, {"error": "GetSingleProfile: could not find profile"}, NotFoundError),
        (400, {"error": "notARuleErrorAtAll"}, BadRequestError),
        (400, b"", BadRequestError),
        (400, {"error": 5}, BadRequestError),
        (400, [], BadRequestError),
        (500, b"<html>", ServerError),
    ],
    ids=str,
)
def test_what_names_no_rule_stays_what_it_is(fake: Fake, status: int, body: Any, expected: type[Exception]) -> None:
    error = raised(fake, status, body)
    assert type(error) is expected


def test_a_name_that_can_be_no_rule_is_no_class() -> None:
    with pytest.raises(AttributeError, match="names of rules begin with RuleError"):
        rules.Reused  # noqa: B018  # that is the point


def test_a_class_is_the_same_each_time() -> None:
    assert rules.RuleErrorReusedNonce is RuleErrorReusedNonce
    assert RuleErrorReusedNonce.__doc__ == "The node refused something by RuleErrorReusedNonce."
