"""Logging in, against a mock that checks the text, the address, the domain, the times and the signature."""

from __future__ import annotations

import copy
import json
import pickle
import re
import traceback
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from talkee_client import (
    APIConnectionError,
    AuthenticationError,
    BadRequestError,
    ConfigurationError,
    EthAccountSigner,
    InvalidRequestError,
    Secret,
    models,
    siwe,
)

from .conftest import ORIGIN, World

KEY = "0x" + "00" * 31 + "01"  # made up: the smallest key there is
ADDRESS = "0x7E5F4552091A69125d5DfCb7b8C2659029395Bdf"
NOW = datetime(2023, 4, 20, 12, tzinfo=UTC)


def sent(here: World) -> dict[str, Any]:
    body: dict[str, Any] = json.loads(here.mock.requests[-1].body)
    return body


# --- With a Mixin token ---


@pytest.mark.parametrize("kind", [str, Secret])
def test_a_mixin_token_logs_in_and_the_token_that_comes_back_works(here: World, kind: Any) -> None:
    talkee = here.client(origin=ORIGIN)
    login = talkee.auth.login_with_mixin(kind(here.mock.add_mixin_token(full_name="New here")), lang="ja")
    assert login.user.full_name == "New here"
    assert here.mock.requests[-1].headers["origin"] == ORIGIN
    assert sent(here)["lang"] == "ja"
    assert talkee.with_options(token=login.access_token).users.me().id == login.user.id
    assert here.mock.tables.users[login.user.id].language == "ja"


def test_a_mixin_token_that_is_refused_is_an_authentication_error(here: World) -> None:
    talkee = here.client(origin=ORIGIN)
    with pytest.raises(AuthenticationError, match="invalid issuer"):
        talkee.auth.login_with_mixin(here.mock.add_mixin_token(issuer="somebody else"))
    with pytest.raises(AuthenticationError, match="bad login method"):
        talkee.auth.login_with_mixin(here.mock.add_mixin_token(wallet=True))


def test_a_login_is_not_repeated_once_it_may_have_arrived(here: World) -> None:
    made = here.mock.fail("auth_login", drop="after")
    with pytest.raises(APIConnectionError, match="not safe to repeat"):
        here.client(origin=ORIGIN).auth.login_with_mixin(here.mock.add_mixin_token())
    assert made.hits == 1


# --- The origin ---


def logins(here: World, talkee: Any) -> list[Any]:
    mixin = here.mock.add_mixin_token()
    return [
        lambda **more: talkee.auth.login(method="mixin_token", mixin_token=mixin, **more),
        lambda **more: talkee.auth.login_with_mixin(mixin, **more),
        lambda **more: talkee.auth.login_with_ethereum(EthAccountSigner(KEY), **more),
    ]


def test_without_an_origin_nothing_is_sent_and_the_error_says_where_to_set_it(here: World) -> None:
    for login in logins(here, here.client()):
        with pytest.raises(ConfigurationError, match="TALKEE_ORIGIN"):
            login()
    assert here.calls == []


@pytest.mark.parametrize(
    "origin", ["blog.example.com", "https://blog.example.com/", "null", "https://", "ftp://a", "https://a\r\nX: y"]
)
def test_what_is_no_origin_is_refused_before_anything_is_sent(here: World, origin: str) -> None:
    for login in logins(here, here.client()):
        with pytest.raises(ConfigurationError, match="origin"):
            login(origin=origin)
    assert here.calls == []


@pytest.mark.parametrize("origin", [ORIGIN, "http://localhost:6006", "https://[::1]:8443"])
def test_the_origin_goes_along_and_its_domain_with_port_into_the_text(here: World, origin: str) -> None:
    for login in logins(here, here.client(origin="https://another.example.com")):
        login(origin=origin)
        assert here.mock.requests[-1].headers["origin"] == origin
    assert sent(here)["signed_message"].startswith(origin.partition("//")[2] + " wants you to sign in")
    assert f"\nURI: {origin}\n" in sent(here)["signed_message"]


def test_the_origin_can_come_from_the_environment(here: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TALKEE_ORIGIN", ORIGIN)
    for login in logins(here, here.client()):
        login()
        assert here.mock.requests[-1].headers["origin"] == ORIGIN


# --- Null is a failure ---


def test_a_method_that_the_platform_does_not_know_is_an_authentication_error(here: World) -> None:
    talkee = here.client(origin=ORIGIN)
    with pytest.raises(AuthenticationError, match=r"mixin_oauth.*null") as caught:
        talkee.auth.login(method="mixin_oauth")
    error: Any = caught.value
    assert (error.status, error.http_status, error.method) == (401, 200, "POST")
    assert error.url == "http://127.0.0.1/api/auth/login"
    raw = talkee.with_raw_response.auth.login(method="mixin_oauth")
    assert raw.json()["data"] is None
    assert raw.parse() is None


# --- With an Ethereum account ---


def test_an_ethereum_account_logs_in(here: World) -> None:
    talkee = here.client(origin=ORIGIN)
    login = talkee.auth.login_with_ethereum(EthAccountSigner(KEY), statement="Sign in to comment.")
    text = sent(here)["signed_message"]
    assert login.user.mvm_public_key == ADDRESS
    assert talkee.with_options(token=login.access_token).users.me().id == login.user.id
    nonce = re.search(r"\nNonce: (\w+)\n", text)
    assert nonce
    assert len(nonce[1]) >= 8
    assert text == (
        f"blog.example.com wants you to sign in with your Ethereum account:\n{ADDRESS}\n\nSign in to comment.\n\n"
        f"URI: {ORIGIN}\nVersion: 1\nChain ID: 1\nNonce: {nonce[1]}\n"
        "Issued At: 2023-04-20T12:00:00Z\nExpiration Time: 2023-04-20T12:03:00Z"
    ), "the client's clock, and three minutes from it"


class Wallet:
    """A signer as somebody else writes it; keeps what it was asked to sign."""

    def __init__(self, address: str = ADDRESS.lower(), answer: Any = None) -> None:
        self.address = address
        self.answer = answer
        self.seen: list[str] = []

    def sign_text(self, text: str) -> Any:
        self.seen.append(text)
        return EthAccountSigner(KEY).sign_text(text) if self.answer is None else self.answer


def test_any_signer_will_do_and_it_signs_the_text_that_was_built_here_and_no_other(here: World) -> None:
    wallet = Wallet()
    login = here.client(origin=ORIGIN).auth.login_with_ethereum(wallet)
    assert login.user.mvm_public_key == ADDRESS, "the text had the checksum that the wallet's address lacked"
    assert wallet.seen == [sent(here)["signed_message"]]
    assert here.calls == ["auth_login"], "no text was fetched from anywhere"


@pytest.mark.parametrize("form", ["bytes", "0x", "bare", "upper", "v 0 or 1"])
def test_signatures_are_taken_in_the_forms_that_wallets_give(here: World, form: str) -> None:
    class Formed(Wallet):
        def sign_text(self, text: str) -> Any:
            signature = EthAccountSigner(KEY).sign_text(text)
            forms = {
                "bytes": signature,
                "0x": "0x" + signature.hex(),
                "bare": signature.hex(),
                "upper": "0x" + signature.hex().upper(),
                "v 0 or 1": signature[:-1] + bytes([signature[-1] - 27]),
            }
            return forms[form]

    assert here.client(origin=ORIGIN).auth.login_with_ethereum(Formed()).user.mvm_public_key == ADDRESS


@pytest.mark.parametrize("answer", ["", b"", "0x", "0x" + "11" * 64, "0x" + "11" * 64 + "1d", "nonsense", b"\1" * 66])
def test_what_is_no_signature_is_not_sent(here: World, answer: Any) -> None:
    with pytest.raises(InvalidRequestError, match="65 bytes"):
        here.client(origin=ORIGIN).auth.login_with_ethereum(Wallet(answer=answer))
    assert here.calls == []


@pytest.mark.parametrize("answer", ["0x" + "11" * 64 + "1b", "0x" + "ff" * 64 + "1b", "0x" + "00" * 64 + "1c"])
def test_a_signature_by_another_key_is_not_sent_and_would_be_refused(here: World, answer: str) -> None:
    wallet = Wallet(answer=answer)
    auth = here.client(origin=ORIGIN).auth
    with pytest.raises(InvalidRequestError, match="signature") as caught:
        auth.login_with_ethereum(wallet)
    assert here.calls == []
    told = "".join(traceback.TracebackException.from_exception(caught.value, capture_locals=True).format())
    ours = told[told.index("in check_login") :]  # the wallet above shows its own answer
    assert answer[2:40] not in ours
    with pytest.raises(AuthenticationError, match="bad mvm login signature"):
        auth.login(method="mvm", signed_message=wallet.seen[0], signature=answer)


@pytest.mark.parametrize(
    "address", ["", ADDRESS[:-1], ADDRESS[2:], "0x" + "g" * 40, ADDRESS[:-1] + "F", ADDRESS + "\n"]
)
def test_an_address_that_is_none_or_has_a_typing_error_is_refused(here: World, address: str) -> None:
    with pytest.raises(InvalidRequestError, match="Ethereum address"):
        here.client(origin=ORIGIN).auth.login_with_ethereum(Wallet(address))
    assert here.calls == []


def test_a_login_is_too_late_after_three_minutes(here: World) -> None:
    """The clock moves between building the text and its being signed, or the server's reading it."""

    class Slow(Wallet):
        def __init__(self, seconds: float) -> None:
            super().__init__()
            self.seconds = seconds

        def sign_text(self, text: str) -> Any:
            here.mock.clock.advance(self.seconds)
            return super().sign_text(text)

    talkee = here.client(origin=ORIGIN)
    assert talkee.auth.login_with_ethereum(Slow(179)).user.id
    slow = Slow(180)
    with pytest.raises(InvalidRequestError, match="not valid at this time"):
        talkee.auth.login_with_ethereum(slow)
    assert here.calls == ["auth_login"]
    signature = siwe.signature_text(EthAccountSigner(KEY).sign_text(slow.seen[0]))
    with pytest.raises(AuthenticationError, match="bad mvm login message"):
        talkee.auth.login(method="mvm", signed_message=slow.seen[0], signature=signature)


# --- The text alone, without I/O ---


def build(**changes: Any) -> str:
    options: dict[str, Any] = {"now": lambda: NOW, **changes}
    return siwe.build_message(options.pop("address", ADDRESS), options.pop("origin", ORIGIN), **options)


@pytest.mark.parametrize(
    "address",
    [
        "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed",
        "0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359",
        "0xdbF03B407c01E7cD3CBea99509d93f8DDDC8C6FB",
        "0xD1220A0cf47c7B9Be7A2E6BA89F429762e7b9aDb",
        "0x52908400098527886E0F7030069857D2E4169EE7",
        "0xde709f2102306220921060314715629080e2fb77",
    ],
)
def test_addresses_get_the_checksum_of_eip_55(address: str) -> None:
    """The examples of EIP-55 itself."""
    for form in (address, address.lower(), "0x" + address[2:].upper()):
        assert siwe.checksummed(form) == address


def test_each_text_has_a_nonce_of_its_own() -> None:
    texts = {build() for _ in range(50)}
    assert len(texts) == 50
    assert all(re.search(r"\nNonce: [A-Za-z0-9]{16}\n", text) for text in texts)


def test_without_a_statement_both_blank_lines_stay() -> None:
    assert f"{ADDRESS}\n\n\nURI: " in build()


def test_times_are_written_in_utc_whatever_the_clock_counts_in() -> None:
    from datetime import timezone

    tokyo = NOW.astimezone(timezone(timedelta(hours=9))).replace(microsecond=999999)
    text = build(now=lambda: tokyo)
    assert text.endswith("Issued At: 2023-04-20T12:00:00Z\nExpiration Time: 2023-04-20T12:03:00Z")


@pytest.mark.parametrize(
    ("change", "match"),
    [
        ({"statement": "two\nlines"}, "statement"),
        ({"statement": "café"}, "statement"),
        ({"statement": "x\n\nURI: https://evil.example"}, "statement"),
        ({"nonce": "short"}, "nonce"),
        ({"nonce": "with-hyphen"}, "nonce"),
        ({"nonce": "abcdefgh\nExpiration"}, "nonce"),
        ({"chain_id": 0}, "chain_id"),
    ],
)
def test_nothing_can_be_smuggled_into_the_text(change: dict[str, Any], match: str) -> None:
    with pytest.raises(InvalidRequestError, match=match):
        build(**change)


@pytest.mark.parametrize(
    ("change", "match"),
    [
        (lambda text: text, None),
        (lambda text: text.replace(f"\n\n\nURI: {ORIGIN}", "\n\nSign in.\n\nURI: https://elsewhere.example"), None),
        (lambda text: text.replace("2023-04-20T12:03:00Z", "2023-04-20T21:00:01+09:00"), None),
        (lambda text: text + "\n", "not EIP-4361"),
        (lambda text: text.replace("\n", "\r\n"), "not EIP-4361"),
        (lambda text: text.replace("12:03", "25:03"), "not EIP-4361"),
        (lambda text: "evil.example" + text[len("blog.example.com") :], r"for evil\.example"),
        (lambda text: text.replace(ADDRESS, ADDRESS.lower()), f"EIP-55: {ADDRESS}"),
        (lambda text: text.replace(ADDRESS, "0x" + "11" * 20), "not by 0x1111"),
        (lambda text: text.replace("12:03", "12:00"), "at this time"),
        (lambda text: text + "\nNot Before: 2023-04-20T12:00:01Z", "at this time"),
    ],
)
def test_a_text_built_elsewhere_is_checked_as_the_server_checks_it(
    here: World, change: Callable[[str], str], match: str | None
) -> None:
    text = change(build())
    signature = siwe.signature_text(EthAccountSigner(KEY).sign_text(text))

    def check() -> None:
        siwe.check_login(text, signature, ORIGIN, now=lambda: NOW)

    def login() -> None:
        here.client(origin=ORIGIN).auth.login(method="mvm", signed_message=text, signature=signature)

    if match is None:
        check()
        login()
        return
    with pytest.raises(InvalidRequestError, match=match):
        check()
    with pytest.raises(AuthenticationError):
        login()


def test_the_extra_is_named_when_it_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    for module in ("eth_account", "eth_utils.address"):
        monkeypatch.setitem(sys.modules, module, None)
    for action in (lambda: EthAccountSigner(KEY), lambda: siwe.checksummed(ADDRESS)):
        with pytest.raises(ImportError, match="pip install 'eth-account"):
            action()


# --- What nobody may read ---


def test_an_ethereum_key_is_shown_nowhere() -> None:
    import eth_account

    for key in (KEY, bytes.fromhex(KEY[2:]), Secret(KEY), eth_account.Account.from_key(KEY)):
        signer = EthAccountSigner(key)
        assert (repr(signer), signer.address) == (f"<EthAccountSigner {ADDRESS}>", ADDRESS)
        for action in (pickle.dumps, copy.copy, copy.deepcopy):
            with pytest.raises(TypeError, match="private key"):
                action(signer)


@pytest.mark.parametrize("key", ["0x" + "c0ffee" * 12, "tell nobody " * 5, b"c0ffee" * 7])
def test_a_key_that_is_none_does_not_come_out_with_the_error(key: Any) -> None:
    with pytest.raises(ConfigurationError, match="32 bytes") as caught:
        EthAccountSigner(key)
    error = caught.value
    assert (error.__cause__, error.__context__) == (None, None)
    told = "".join(traceback.TracebackException.from_exception(error, capture_locals=True).format())
    ours = told[told.index("in __init__") :]  # this test's own frame holds the key
    assert "c0ffee" not in ours
    assert "tell nobody" not in ours


def test_the_token_of_a_login_is_in_no_repr_and_in_the_json_exactly(here: World) -> None:
    talkee = here.client(origin=ORIGIN)
    login = talkee.auth.login_with_mixin(here.mock.add_mixin_token())
    text = json.loads(here.mock.exchanges[-1].response.body)["data"]["access_token"]
    assert login.access_token == text == login.access_token.text()
    for shown in (repr(login), str(login), f"{login}", repr(login.model_dump()), repr([login]), repr(login.__dict__)):
        assert text not in shown
        assert "Secret('***')" in shown
    assert json.loads(login.model_dump_json())["access_token"] == login.model_dump(mode="json")["access_token"] == text
    assert models.Login.model_validate_json(login.model_dump_json()) == login
    assert models.Login.model_validate(login.model_dump()) == login
    with pytest.raises(TypeError, match="pickled"):
        pickle.dumps(login)


@pytest.mark.parametrize("kind", [str, Secret])
def test_proofs_are_in_no_repr_of_a_body_and_on_the_wire_exactly(kind: Any) -> None:
    values = {"method": "mvm", "mixin_token": "proof-one", "signature": "0x" + "11" * 65}
    body = models.LoginRequest.model_validate({**values, "signature": kind(values["signature"])})
    assert "proof-one" not in repr(body)
    assert "1111" not in repr(body)
    assert json.loads(body.model_dump_json(exclude_unset=True)) == values


def test_an_error_does_not_repeat_the_proof(here: World) -> None:
    """The platform's text may quote what was sent, and a traceback may show the locals of each frame."""
    here.mock.fail("auth_login", status=400, body='{"code":400,"msg":"no good: mixin-planted-77 and so on"}')
    secret = Secret("mixin-planted-77")
    logins: list[Callable[[Any], Any]] = [
        lambda auth: auth.login_with_mixin(secret),
        lambda auth: auth.login(method="mixin_token", mixin_token=secret),
    ]
    for login in logins:
        with pytest.raises(BadRequestError, match="no good") as caught:
            login(here.client(origin=ORIGIN).auth)
        told = "".join(traceback.TracebackException.from_exception(caught.value, capture_locals=True).format())
        assert "planted-77" not in told + repr(vars(caught.value))
