"""Login with Mixin and with a wallet; the token and who it is for."""

from __future__ import annotations

import base64
import hmac
import json
from datetime import timedelta
from typing import Any

import pytest

ORIGIN = ("Origin", "https://blog.example.com")
KEY = "0x" + "00" * 31 + "01"
ADDRESS = "0x7E5F4552091A69125d5DfCb7b8C2659029395Bdf"
NOBODY = (401, "unauthorized")


def login(world: Any, *headers: tuple[str, str], **members: Any) -> Any:
    return world.send("POST", "/auth/login", members, *(headers or (ORIGIN,)), site=())


# --- Tokens ---


def token(key: bytes, claims: Any, algorithm: str = "HS256", size: str = "sha256") -> str:
    def part(value: Any) -> str:
        return base64.urlsafe_b64encode(json.dumps(value).encode()).rstrip(b"=").decode()

    signed = f"{part({'alg': algorithm, 'typ': 'JWT'})}.{part(claims)}"
    signature = hmac.new(key, signed.encode(), size).digest() if size else b""
    return f"{signed}.{base64.urlsafe_b64encode(signature).rstrip(b'=').decode()}"


def claims(world: Any, **more: Any) -> dict[str, Any]:
    return {"user_id": world.user.id, "exp": int(world.mock.clock.now().timestamp()) + 60, **more}


@pytest.mark.parametrize(
    ("algorithm", "size", "accepted"),
    [
        ("HS256", "sha256", True),
        ("HS384", "sha384", True),
        ("HS512", "sha512", True),
        ("HS256", "sha512", False),
        ("none", "", False),
        ("none", "sha256", False),
        ("None", "", False),
        ("RS256", "sha256", False),
        ("hs256", "sha256", False),
        (None, "sha256", False),
        (["HS256"], "sha256", False),
        ({"HS256": 1}, "sha256", False),
    ],
)
def test_a_token_is_signed_with_an_hmac_of_any_size(world: Any, algorithm: Any, size: str, accepted: bool) -> None:
    text = token(world.mock.key, claims(world), algorithm, size)
    answer = world.send("GET", "/me", None, ("Authorization", f"Bearer {text}"))
    assert (answer.data["id"] if accepted else answer.error) == (world.user.id if accepted else NOBODY)


@pytest.mark.parametrize(
    "more",
    [{"user_id": 99}, {"user_id": "1"}, {"user_id": True}, {"user_id": None}, {"exp": 1}, {"exp": "x"}, {"exp": True}],
)
def test_wrong_claims_are_nobody(world: Any, more: dict[str, Any]) -> None:
    text = token(world.mock.key, claims(world, **more))
    assert world.send("GET", "/me", None, ("Authorization", f"Bearer {text}")).error == NOBODY


@pytest.mark.parametrize(
    ("header", "accepted"),
    [
        ("Bearer {}", True),
        ("{}", True),
        ("bearer {}", False),
        ("BEARER {}", False),
        ("Token {}", False),
        ("Bearer", False),
        ("Bearer  {}", False),
    ],
)
def test_the_scheme_is_bearer_with_a_capital_or_missing(world: Any, header: str, accepted: bool) -> None:
    text = world.mock.token_for(world.user)
    answer = world.send("GET", "/me", None, ("Authorization", header.format(text)))
    assert (answer.data["id"] if accepted else answer.error) == (world.user.id if accepted else NOBODY)


@pytest.mark.parametrize(
    "text", ["x", "..", "a.b.c", "e30.e30.e30", "\xff.\xff.\xff", "a" * 10000, "W10.W10.", ".".join("[" * 3)]
)
def test_garbage_is_nobody_and_no_error_where_no_login_is_needed(world: Any, text: str) -> None:
    header = ("Authorization", f"Bearer {text}")
    assert world.send("GET", "/me", None, header).error == NOBODY
    assert world.send("GET", "/comments", None, header).data["total"] == 0


def test_another_key_or_a_changed_token_is_nobody(world: Any) -> None:
    good = world.mock.token_for(world.user)
    head, body, signature = good.split(".")
    forged = token(b"another key", claims(world))
    swapped = ".".join([head, token(b"", claims(world, user_id=2)).split(".")[1], signature])
    for text in (forged, swapped, good[:-2], f"{head}.{body}."):
        assert world.send("GET", "/me", None, ("Authorization", f"Bearer {text}")).error == NOBODY


def test_a_token_lives_365_days_and_only_as_long_as_its_user(world: Any) -> None:
    text = world.mock.token_for(world.user)
    _, body, _ = text.split(".")
    assert json.loads(base64.urlsafe_b64decode(body + "==")) == {
        "user_id": world.user.id,
        "exp": int((world.mock.clock.now() + timedelta(days=365)).timestamp()),
    }
    header = ("Authorization", f"Bearer {text}")
    world.mock.clock.advance(365 * 86400 - 1)
    assert world.send("GET", "/me", None, header).data["id"] == world.user.id
    world.mock.clock.advance(1)
    assert world.send("GET", "/me", None, header).error == NOBODY
    world.mock.clock.advance(-86400)
    del world.mock.tables.users[world.user.id]
    assert world.send("GET", "/me", None, header).error == NOBODY


def test_the_key_is_another_one_at_each_start_unless_seeded(make: Any) -> None:
    from talkee_client.mock import TalkeeMock

    assert TalkeeMock().key != TalkeeMock().key
    assert TalkeeMock(seed=1).key == TalkeeMock(seed=1).key != TalkeeMock(seed=2).key


# --- Mixin ---


def test_a_mixin_token_makes_a_user_whose_first_answer_has_no_time(world: Any) -> None:
    text = world.mock.add_mixin_token(full_name="New here", mixin_identity_number="7001")
    first = login(world, method="mixin_token", mixin_token=text, lang="JA-jp").data
    user = first["user"]
    assert (user["full_name"], user["mixin_identity_number"], user["created_at"]) == ("New here", "7001", None)
    assert user["mvm_public_key"] == "0x" + "0" * 40
    assert world.mock.tables.users[user["id"]].language == "ja"
    me = world.send("GET", "/me", None, ("Authorization", f"Bearer {first['access_token']}")).data
    assert me == {**user, "created_at": "2023-04-20T12:00:00Z"}


def test_a_later_login_updates_the_user_and_answers_with_the_values_from_before(world: Any) -> None:
    profile = {"mixin_user_id": world.mock.uuid(), "full_name": "Before"}
    user = login(world, method="mixin_token", mixin_token=world.mock.add_mixin_token(**profile)).data["user"]
    profile = {**profile, "full_name": "After", "avatar_url": "https://images.example/1"}
    again = login(world, method="mixin_token", mixin_token=world.mock.add_mixin_token(**profile), lang="f").data["user"]
    assert (again["id"], again["full_name"], again["avatar_url"]) == (user["id"], "Before", "")
    stored = world.send("GET", f"/users/{user['id']}").data
    assert (stored["full_name"], stored["avatar_url"]) == ("After", "https://images.example/1")
    assert world.mock.tables.users[user["id"]].language == "en"


@pytest.mark.parametrize(
    ("options", "error"),
    [
        ({"issuer": "829283f7-c82d-4931-bad6-a04da459d83b"}, "invalid issuer"),
        ({"wallet": True}, "bad login method"),
        ({"issuer": "somebody", "scope": "FULL"}, None),
    ],
)
def test_a_mixin_token_must_be_for_this_server_and_no_wallet_users(
    world: Any, options: dict[str, Any], error: str | None
) -> None:
    answer = login(world, method="mixin_token", mixin_token=world.mock.add_mixin_token(**options))
    if error:
        assert answer.error == (401, error)
    else:
        assert answer.data["access_token"]


def test_an_unknown_mixin_token_has_mixins_own_text(world: Any) -> None:
    known = world.mock.add_mixin_token()
    for text in (known[:-4] + "AAAA", token(b"", {"iss": "61504be8-a9da-477d-9e18-448ac3780919"})):
        code, msg = login(world, method="mixin_token", mixin_token=text).error
        assert code == 401
        assert msg.startswith("[202/401] Unauthorized, maybe invalid token. id=")
    for text in ("", "x", "a.b", "\ud800.\ud800.x"):
        assert login(world, method="mixin_token", mixin_token=text).error[0] == 401


def test_a_failing_conversation_fails_the_first_login_only(world: Any) -> None:
    text = world.mock.add_mixin_token()
    world.mock.conversation_error = "[202/10002] conversation failed"
    assert login(world, method="mixin_token", mixin_token=text).error == (401, "[202/10002] conversation failed")
    assert login(world, method="mixin_token", mixin_token=text).data["user"]["created_at"] is not None


@pytest.mark.parametrize("members", [{}, {"method": "mixin_oauth", "mixin_oauth_code": "x"}, {"method": ""}])
def test_an_unknown_method_is_answered_with_null(world: Any, members: dict[str, Any]) -> None:
    assert login(world, **members).data is None


@pytest.mark.parametrize("headers", [(("X-A", "1"),), (("Origin", "blog.example.com"),), (("Origin", "null"),)])
def test_without_a_usable_origin_the_connection_is_closed(world: Any, make: Any, headers: Any) -> None:
    members = {"method": "mixin_token", "mixin_token": world.mock.add_mixin_token()}
    assert login(world, *headers, **members).response.dropped
    for panic in ("500", "502"):
        answer = login(make(panic=panic), *headers, **members)
        assert (answer.status, answer.text) == (int(panic), "")


# --- Wallets ---


def message(**changes: Any) -> str:
    values = {
        "domain": "blog.example.com",
        "address": ADDRESS,
        "middle": "\n\nSign in to comment.\n\n",
        "uri": "https://blog.example.com",
        "version": "1",
        "chain": "1",
        "nonce": "8f3kQ2vZ",
        "issued": "2023-04-20T11:59:00.000Z",
        "end": "\nExpiration Time: 2023-04-20T12:03:00Z",
        **changes,
    }
    return (
        "{domain} wants you to sign in with your Ethereum account:\n{address}{middle}URI: {uri}\nVersion: {version}\n"
        "Chain ID: {chain}\nNonce: {nonce}\nIssued At: {issued}{end}"
    ).format(**values)


def signature(text: str, key: str = KEY) -> str:
    account = pytest.importorskip("eth_account")
    signable = account.messages.encode_defunct(text=text)
    return "0x" + bytes(account.Account.sign_message(signable, key).signature).hex()


def wallet(world: Any, text: str, *headers: tuple[str, str], sign: str | None = None) -> Any:
    return login(world, *headers, method="mvm", signed_message=text, signature=sign or signature(text))


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"middle": "\n\n\n"},
        {"chain": "73927", "end": ""},
        {"end": "\nNot Before: 2023-04-20T12:00:00Z"},
        {"end": "\nExpiration Time: 2023-04-20T21:03:00+09:00\nRequest ID: a-1\nResources:\n- https://a\n- ipfs://b"},
        {"end": "\nResources:"},
        {"issued": "0001-01-01T00:00:00+14:00", "end": "\nExpiration Time: 9999-12-31T23:59:59-14:00"},
    ],
)
def test_a_wallet_signs_in_with_eip_4361(world: Any, changes: dict[str, Any]) -> None:
    user = wallet(world, message(**changes)).data["user"]
    assert (user["mvm_public_key"], user["full_name"], user["mixin_identity_number"]) == (ADDRESS, ADDRESS, "0")
    assert user["created_at"] is None
    assert wallet(world, message(**changes)).data["user"]["id"] == user["id"]


@pytest.mark.parametrize(
    "changes",
    [
        {"middle": "\n\nSign in.\n"},
        {"middle": "\n\nSign\nin.\n\n"},
        {"middle": "\n\nCaf\xe9\n\n"},
        {"middle": "\r\n\r\nSign in.\r\n\r\n"},
        {"address": ADDRESS[:-1]},
        {"uri": "blog"},
        {"version": "2"},
        {"chain": "x"},
        {"nonce": "1234567"},
        {"nonce": "8f3kQ2v-Z"},
        {"issued": "yesterday"},
        {"issued": "2023-13-20T12:00:00Z"},
        {"issued": "2023-04-20"},
        {"end": "\n"},
        {"end": "\nRequest ID: 1\nExpiration Time: 2023-04-20T12:03:00Z"},
        {"end": "\nExpiration Time: 2023-04-20T12:00:00Z"},
        {"end": "\nExpiration Time: 0001-01-01T00:00:00+14:00"},
        {"end": "\nNot Before: 9999-12-31T23:59:59-14:00"},
        {"end": "\nNot Before: 2023-04-20T12:00:01Z"},
    ],
)
def test_any_other_text_is_a_bad_message(world: Any, changes: dict[str, Any]) -> None:
    assert wallet(world, message(**changes)).error == (401, "bad mvm login message")


def test_the_lower_case_address_of_the_right_key_does_not_match(world: Any) -> None:
    assert wallet(world, message(address=ADDRESS.lower())).error == (401, "bad mvm login signature")


@pytest.mark.parametrize(
    ("sign", "accepted"),
    [
        (lambda good: good, True),
        (lambda good: good[:-2] + {"1b": "00", "1c": "01"}[good[-2:]], True),
        (lambda good: good[:2] + good[2:].upper(), True),
        (lambda good: good[:-2] + {"1b": "1c", "1c": "1b"}[good[-2:]], False),
        (lambda good: good[:-2] + "1d", False),
        (lambda good: good[2:], False),
        (lambda good: good + "00", False),
        (lambda good: "0x" + "00" * 65, False),
        (lambda good: "0x" + "ff" * 64 + "1b", False),
        (lambda good: "", False),
        (lambda good: signature("another text"), False),
        (lambda good: signature(message(), "0x" + "11" * 32), False),
    ],
)
def test_a_signature_is_65_bytes_by_the_address_in_the_message(world: Any, sign: Any, accepted: bool) -> None:
    text = message()
    answer = login(world, method="mvm", signed_message=text, signature=sign(signature(text)))
    if accepted:
        assert answer.data["user"]["mvm_public_key"] == ADDRESS
    else:
        assert answer.error == (401, "bad mvm login signature")


@pytest.mark.parametrize(
    ("origin", "domain", "accepted"),
    [
        ("http://localhost:6006", "localhost:6006", True),
        ("http://localhost:6006", "localhost", False),
        ("https://Blog.example.com", "blog.example.com", False),
        ("https://blog.example.com/", "blog.example.com", False),
        ("//blog.example.com", "blog.example.com", True),
    ],
)
def test_the_domain_is_what_follows_the_slashes_of_the_origin(
    world: Any, origin: str, domain: str, accepted: bool
) -> None:
    answer = wallet(world, message(domain=domain), ("Origin", origin))
    if accepted:
        assert answer.data
    else:
        assert answer.error == (401, "invalid domain")


def test_the_message_is_text_and_not_the_object_that_the_documentation_speaks_of(world: Any) -> None:
    answer = login(world, method="mvm", signed_message={"domain": "blog.example.com"}, signature="0x")
    assert answer.error == (400, "twirp error malformed: can't decode request body")


def test_without_eth_account_the_mock_says_what_to_install(world: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    text = message()
    sign = "0x" + "11" * 64 + "1b"
    monkeypatch.setitem(__import__("sys").modules, "eth_account", None)
    with pytest.raises(ImportError, match="eth-account"):
        wallet(world, text, sign=sign)


def test_the_documents_own_wallet_example_is_a_valid_login(world: Any) -> None:
    operation = world.mock.contract.operations["auth_login"]
    examples = operation.node["requestBody"]["content"]["application/json"]["examples"]
    value = examples["mvm"]["value"]
    assert login(world, **value).data["user"]["mvm_public_key"] == ADDRESS
