"""The node's manners on the wire: content types, JSON as Go reads and writes it, paths, CORS, faults, steering."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from deso_client.mock import DeSoMock, wire

from tests.deso.mock.world import World, address

PACKAGE = Path(__file__).parents[3] / "generated" / "deso"
PLAIN = (("Content-Type", "text/plain"),)
CHARSET = (("Content-Type", "Application/JSON; charset=utf-8"),)


# --- Content types ---


@pytest.mark.parametrize("headers", [(), PLAIN, (("Content-Type", "application/xml"),)])
def test_another_content_type_is_400_with_an_empty_body(world: World, headers: Any) -> None:
    answer = world.send("get-single-profile", {"Username": "anna"}, headers=headers)
    assert (answer.status, answer.body) == (400, b"")
    assert [violation.side for violation in world.mock.violations] == ["request"]


def test_parameters_of_the_content_type_and_exempt_calls_pass(world: World) -> None:
    assert world.ask("get-single-profile", {"Username": "anna"}, headers=CHARSET)["Profile"]["Username"] == "anna"
    world.ask("update-profile", world.request("profiles_update"), headers=PLAIN)
    world.ask("get-txn", {"TxnHashHex": "00" * 32}, headers=PLAIN)
    signed = world.signed(world.construct("posts_submit"))
    world.ask("submit-transaction", {"TransactionHex": signed.hex}, headers=PLAIN)


def test_json_that_cannot_be_parsed_is_refused_before_the_handler_unless_the_type_has_parameters(world: World) -> None:
    for raw in (b"", b"{", b'{"Username":"anna"} x', b"[" * 100_000):
        error = world.error("get-single-profile", raw=raw)
        assert error.startswith("ValidateAndConvertPrecedingTransactions: ")
    assert world.error("get-single-profile", raw=b"{", headers=CHARSET).startswith("GetSingleProfile: Problem parsing")
    found = world.ask("get-single-profile", raw=b'{"Username":"anna"} x', headers=CHARSET)
    assert found["Profile"]["Username"] == "anna"


def test_preceding_transactions_are_off(world: World) -> None:
    body = {
        **world.request("posts_submit"),
        "OptionalPrecedingTransactions": [world.construct("posts_submit")["Transaction"]],
    }
    assert world.error("submit-post", body).startswith("ValidateAndConvertPrecedingTransactions: ")
    world.ask("submit-post", {**body, "OptionalPrecedingTransactions": []})


def test_a_body_beyond_ten_million_bytes_is_refused(world: World) -> None:
    raw = b'{"Username":"' + b"a" * 10_000_000 + b'"}'
    assert "too large" in world.error("get-single-profile", raw=raw)


# --- JSON ---


def test_members_are_matched_in_any_case_and_unknown_ones_ignored(world: World) -> None:
    body = {"USERNAME": "anna", "publickeybase58check": None, "Something": [1, {}]}
    assert world.ask("get-single-profile", body)["Profile"]["Username"] == "anna"
    misspelt = {"UpdaterPublicKeyBase58Chck": address(world.anna)}
    assert "Problem decoding public key" in world.error("update-profile", misspelt)


@pytest.mark.parametrize("value", ['"5"', "-1", "1.0", "1e3", "18446744073709551616", "true", "[]", "{}"])
def test_unsigned_numbers_take_digits_only(world: World, value: str) -> None:
    raw = f'{{"MinFeeRateNanosPerKB": {value}}}'.encode()
    assert "cannot unmarshal" in world.error("txn-construction-params", raw=raw)


def test_null_counts_as_left_out_and_the_last_of_two_members_counts(world: World) -> None:
    raw = b'{"MinFeeRateNanosPerKB": 5000, "minfeeratenanosperkb": 7000, "MinFeeRateNanosPerKB": null}'
    assert world.ask("txn-construction-params", raw=raw)["FeeRateNanosPerKB"] == 7000
    assert world.ask("txn-construction-params", raw=b"null")["FeeRateNanosPerKB"] == 1000


def test_numbers_of_64_bits_are_written_in_full(world: World) -> None:
    world.mock.seed(accounts=[{"seed_hex": "05" * 32, "username": "rich", "balance_nanos": 2**63 + 1}])
    answer = world.send("get-single-profile", {"Username": "rich"})
    assert b'"DESOBalanceNanos":9223372036854775809,' in answer.body


def test_answers_are_escaped_as_go_does_and_end_with_a_newline(world: World) -> None:
    world.mock.add_post(world.anna.public_key, "<b> & é \u2028 \U0001f327")
    body = world.send("get-posts-stateless", {"NumToFetch": 5}).body
    assert r"\u003cb\u003e \u0026 é \u2028 🌧".encode() in body
    assert body.endswith(b"}\n")


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"", "EOF"),
        (b"nul", "invalid character"),
        (b"NaN", "invalid character"),
        (b"5", "number 5"),
        (b'"x"', "string"),
        (b"[1]", "array"),
        (b'{"a": [1]}', "a slice|number 1"),
        (b'{"b": [1]}', "a map"),
        (b'{"b": {"x": 5}}', "number 5"),
        (b'{"c": {"d": "x"}}', "uint64"),
        (b'{"e": 1.5}', "number 1.5"),
    ],
)
def test_what_go_does_not_read_is_told_in_its_words(raw: bytes, reason: str) -> None:
    struct = {"a": ["string"], "b": "strings", "c": {"d": "uint64"}, "e": "string"}
    with pytest.raises(ValueError, match=reason):
        wire.read(raw, struct)


def test_zero_values_stand_for_what_is_left_out() -> None:
    struct: wire.Struct = {"a": ["string"], "b": "strings", "c": {"d": "uint64"}, "e": "bool", "f": [{"g": "string"}]}
    assert wire.read(b"{}", struct) == {"a": None, "b": None, "c": None, "e": False, "f": None}
    found = wire.read(b'{"a":["x",null,"\\ud800"],"C":{},"f":[null,{"G":"y"}]}', struct)
    assert (found["a"], found["c"], found["f"]) == (["x", "", "\ufffd"], {"d": 0}, [{"g": ""}, {"g": "y"}])


# --- Paths, methods, CORS ---


def test_the_old_paths_without_prefix_answer_too(world: World) -> None:
    assert world.ask("/get-single-profile", {"Username": "anna"})["Profile"]["Username"] == "anna"


def test_a_slash_at_the_end_is_redirected(world: World) -> None:
    answer = world.send("/api/v0/get-app-state/?a=b", {})
    assert (answer.status, dict(answer.headers)["Location"]) == (301, "/api/v0/get-app-state?a=b")


def test_unknown_paths_are_404_and_other_methods_405(world: World) -> None:
    missing = world.send("get-nothing", {})
    assert (missing.status, missing.body) == (404, b"404 page not found\n")
    assert world.send("nothing/", {}).status == 404
    wrong = world.send("get-app-state", method="DELETE")
    assert (wrong.status, wrong.body) == (405, b"")
    assert len(world.mock.violations) == 3


def test_every_origin_is_let_in(world: World) -> None:
    origin = ("Origin", "https://app.example.com")
    asked = {"Access-Control-Request-Method": "POST"}
    flight = world.send("get-app-state", method="OPTIONS", headers=(origin, *asked.items()))
    told = dict(flight.headers)
    assert (flight.status, told["Access-Control-Allow-Origin"]) == (200, origin[1])
    assert "Content-Type" in told["Access-Control-Allow-Headers"]
    plain = dict(world.send("get-app-state", {}, headers=(*CHARSET, origin)).headers)
    assert (plain["Access-Control-Allow-Origin"], plain["Access-Control-Allow-Credentials"]) == (origin[1], "true")
    assert "Access-Control-Allow-Origin" not in dict(world.send("get-app-state", {}).headers)
    assert world.mock.violations == ()


# --- Strict mode ---


def test_strict_mode_refuses_what_the_document_refuses() -> None:
    world = World(mode="strict")
    assert "MinFeeRateNanosPerKB" in world.error("txn-construction-params", {"MinFeeRateNanosPerKB": "1"})
    assert "body/PostHashHex" in world.error("get-single-post", {"PostHashHex": "zz"})
    answer = world.send("get-txn", {"TxnHashHex": "00" * 32}, headers=PLAIN)
    assert (answer.status, answer.body) == (400, b"")
    assert world.ask("get-single-profile", {"Username": "nobody", "NoErrorOnMissing": True}) is None


# --- Faults and steering ---


def test_an_answer_may_be_lost_although_the_transaction_was_taken(world: World) -> None:
    signed = world.signed(world.construct("posts_submit"))
    world.mock.fail("transactions_submit", drop="after", times=1)
    assert world.send("submit-transaction", {"TransactionHex": signed.hex}).dropped
    assert world.ask("get-txn", {"TxnHashHex": signed.hash.hex()}) == {"TxnFound": True}
    world.mock.fail("transactions_submit", drop="before", times=1)
    other = world.signed(world.construct("posts_submit"))
    assert world.send("submit-transaction", {"TransactionHex": other.hex}).dropped
    assert world.ask("get-txn", {"TxnHashHex": other.hash.hex()}) == {"TxnFound": False}
    assert "RuleErrorReusedNonce" in world.error("submit-transaction", {"TransactionHex": signed.hex})
    world.ask("submit-transaction", {"TransactionHex": other.hex})


def test_the_same_seed_gives_the_same_bytes() -> None:
    made = [World().construct(operation)["TransactionHex"] for operation in ("posts_submit", "posts_submit")]
    assert made[0] == made[1]


def test_accounts_are_seeded_and_the_state_is_shown_over_http(world: World) -> None:
    body = {"accounts": [{"seed_hex": "05" * 32, "username": "dora", "posts": ["Hi"], "group": True}, {}]}
    made = world.ask("/__mock__/seed", body)["accounts"]
    assert len(made[0]["posts"]) == 1
    assert made[0]["seed_hex"] == "05" * 32
    state = world.ask("/__mock__/state", method="GET")
    assert state["balances"][made[1]["PublicKeyBase58Check"]] == 1_000_000_000
    assert [post["Body"] for post in state["posts"]] == ["The first words", "Hi"]
    for wrong in ({"accounts": [{"name": "x"}]}, {"users": 1}, {"accounts": [{"seed_hex": "zz"}]}):
        assert world.send("/__mock__/seed", wrong).status == 400
    world.ask("/__mock__/reset", {})
    assert world.ask("/__mock__/state", method="GET")["balances"] == {}


def test_switches_that_there_are_not_are_refused() -> None:
    with pytest.raises(ValueError, match="there is no switch hostile='kindly'"):
        DeSoMock(hostile="kindly")


def test_a_mock_is_there_within_a_second() -> None:
    begun = time.process_time()
    mock = DeSoMock()
    mock.add_account(username="anna", group=True)
    assert time.process_time() - begun < 1


def test_the_sandbox_answers_on_a_socket() -> None:
    code = (
        "import json, urllib.request as web\n"
        "from deso_client._core.mock.server import running\n"
        "from deso_client.mock import DeSoMock\n"
        "with running(DeSoMock(seed=1)) as url:\n"
        "    asked = web.Request(url + '/api/v0/get-app-state', b'{}', {'Content-Type': 'application/json'})\n"
        "    print(json.load(web.urlopen(asked))['BlockHeight'])\n"
    )
    assert int(run("-c", code)) >= 37_258_134
    assert "--hostile" in run("-m", "deso_client.mock", "--help")


def run(*arguments: str) -> str:
    """What Python prints, with the package in its working directory."""
    command = [sys.executable, *arguments]
    return subprocess.run(command, cwd=PACKAGE, capture_output=True, text=True, check=True).stdout
