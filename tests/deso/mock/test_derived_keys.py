"""Derived keys on the chain: authorised, limited, used up, expired, withdrawn; and the encoding of their limits."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from deso_client import keys
from deso_client import transactions as t
from deso_client.keys._keccak import keccak_256
from deso_client.mock.limits import Limit
from deso_client.transactions import TransactionType as Kind

from tests.deso import vectors
from tests.deso.mock.world import World, address


def rule(text: str) -> str:
    return text.rpartition(": ")[2]


def limit_of(world: World) -> dict[str, Any]:
    """What is left of the derived key's limit."""
    path = f"get-single-derived-key/{address(world.anna)}/{address(world.derived)}"
    found: dict[str, Any] = world.ask(path, method="GET", headers=())["DerivedKey"]["TransactionSpendingLimit"]
    return found


def test_a_key_that_may_post_can_only_post(world: World) -> None:
    signer = world.authorize({Kind.SUBMIT_POST: 2})
    made = world.construct("posts_submit")
    world.submit(made, signer)
    left = limit_of(world)
    assert left["TransactionCountLimitMap"] == {"SUBMIT_POST": 1}
    assert left["GlobalDESOLimit"] == 10**6 - made["FeeNanos"]
    before = world.mock.state()
    for operation in ("follows_create", "profiles_update", "access_groups_create", "access_group_members_add"):
        assert rule(world.fail(operation, signer)) == "RuleErrorDerivedKeyTxnTypeNotAuthorized"
    assert world.mock.state() == before
    world.do("posts_submit", signer)
    assert rule(world.fail("posts_submit", signer)) == "RuleErrorDerivedKeyTxnTypeNotAuthorized"


def test_a_key_named_in_the_extra_data_signs_in_the_ordinary_way(world: World) -> None:
    signer = world.authorize({Kind.SUBMIT_POST: 1})
    made = world.construct("posts_submit")
    data = t.with_derived_public_key(bytes.fromhex(made["TransactionHex"]), world.derived.public_key)
    answer = world.submit({"TransactionHex": data.hex()}, signer)
    assert answer["PostEntryResponse"]["PosterPublicKeyBase58Check"] == address(world.anna)


def test_naming_the_key_and_recovering_it_exclude_each_other(world: World) -> None:
    signer = world.authorize({Kind.SUBMIT_POST: 1})
    made = world.construct("posts_submit")
    recoverable = t.decode(world.signed(made, signer).data).signature
    data = t.with_derived_public_key(bytes.fromhex(made["TransactionHex"]), world.derived.public_key)
    both = t.attach_signature(data, recoverable)
    error = world.error("submit-transaction", {"TransactionHex": both.hex()})
    assert rule(error) == "RuleErrorDerivedKeyHasBothExtraDataAndRecoveryId"


def test_a_key_that_nobody_authorised_is_refused(world: World) -> None:
    signer = keys.DerivedSigner(world.anna.public_key, world.derived)
    assert rule(world.fail("posts_submit", signer)) == "RuleErrorDerivedKeyNotAuthorized"


def test_a_key_acts_for_its_owner_only(world: World) -> None:
    world.authorize({Kind.SUBMIT_POST: 1})
    signer = keys.DerivedSigner(world.berta.public_key, world.derived)
    changes = {"UpdaterPublicKeyBase58Check": address(world.berta)}
    assert rule(world.fail("posts_submit", signer, **changes)) == "RuleErrorDerivedKeyNotAuthorized"


def test_a_key_expires_at_its_block(world: World) -> None:
    signer = world.authorize({Kind.SUBMIT_POST: 2}, blocks=10)
    world.mock.clock.advance(9)
    world.do("posts_submit", signer)
    world.mock.clock.advance(1)
    error = world.fail("posts_submit", signer)
    assert rule(error) == "RuleErrorDerivedKeyNotAuthorized"
    assert "expired" in error


def test_a_key_spends_no_more_than_it_may(world: World) -> None:
    signer = world.authorize({Kind.SUBMIT_POST: 5}, nanos=250)
    made = world.construct("posts_submit")
    world.submit(made, signer)
    assert limit_of(world)["GlobalDESOLimit"] == 250 - made["FeeNanos"]
    error = world.fail("posts_submit", signer)
    assert rule(error) == "RuleErrorDerivedKeyTxnSpendsMoreThanGlobalDESOLimit"


def test_what_goes_back_to_the_owner_is_not_spent(world: World) -> None:
    signer = world.authorize({Kind.SUBMIT_POST: 1}, nanos=10_000)
    made = world.construct("posts_submit")
    found = t.decode_hex(made["TransactionHex"])
    own = replace(found, outputs=(t.TransactionOutput(world.anna.public_key.data, 10**8),))
    own = replace(own, fee_nanos=t.fee_for(own, 1000))
    world.submit({"TransactionHex": t.encode(own).hex()}, signer)
    assert limit_of(world)["GlobalDESOLimit"] == 10_000 - own.fee_nanos


def test_a_withdrawn_key_is_refused_for_good(world: World) -> None:
    signer = world.authorize({Kind.SUBMIT_POST: 5})
    request = world.grant({Kind.SUBMIT_POST: 5}).request(world.anna.public_key)
    world.submit(world.ask("authorize-derived-key", {**request, "DeleteKey": True}))
    assert rule(world.fail("posts_submit", signer)) == "RuleErrorDerivedKeyNotAuthorized"
    found = world.ask("get-user-derived-keys", {"PublicKeyBase58Check": address(world.anna)})
    assert [one["IsValid"] for one in found["DerivedKeys"].values()] == [False]
    again = world.refusal(world.ask("authorize-derived-key", request))
    assert rule(again) == "RuleErrorAuthorizeDerivedKeyDeletedDerivedPublicKey"


def test_a_key_authorises_itself_with_its_owners_signature(world: World) -> None:
    request = world.grant({Kind.AUTHORIZE_DERIVED_KEY: 1, Kind.SUBMIT_POST: 1}).request(world.anna.public_key)
    signer = keys.DerivedSigner(world.anna.public_key, world.derived)
    made = world.ask("authorize-derived-key", {**request, "DerivedKeySignature": True})
    assert t.decode_hex(made["TransactionHex"]).extra_data[b"DerivedPublicKey"] == world.derived.public_key.data
    world.submit(made, signer)
    assert limit_of(world)["TransactionCountLimitMap"] == {"SUBMIT_POST": 1}
    unsigned = {**request, "AccessSignature": ""}
    error = world.refusal(world.ask("authorize-derived-key", unsigned), signer)
    assert rule(error) == "RuleErrorAuthorizeDerivedKeyAccessSignatureNotValid"


def test_an_authorisation_adds_to_the_counts_and_takes_away_with_zero(world: World) -> None:
    world.authorize({Kind.SUBMIT_POST: 5, Kind.LIKE: 3})
    world.authorize({Kind.SUBMIT_POST: 0, Kind.FOLLOW: 2}, nanos=77)
    left = limit_of(world)
    assert (left["TransactionCountLimitMap"], left["GlobalDESOLimit"]) == ({"FOLLOW": 2, "LIKE": 3}, 77)


def test_a_key_without_limits_may_do_everything(world: World) -> None:
    grant = keys.grant_derived_key(
        world.anna, world.derived.public_key, expiration_block=world.mock.height + 50, limit="without limits"
    )
    world.submit(world.ask("authorize-derived-key", grant.request(world.anna.public_key)))
    signer = keys.DerivedSigner(world.anna.public_key, world.derived)
    for operation in ("posts_submit", "follows_create", "access_groups_create"):
        world.do(operation, signer)
    assert limit_of(world)["IsUnlimited"]


@pytest.mark.parametrize("form", ["bytes", "text", "ethereum"])
def test_the_owner_may_sign_in_each_form(world: World, form: str) -> None:
    grant = world.grant({Kind.SUBMIT_POST: 1})
    limit = keys.SpendingLimit(10**6, {Kind.SUBMIT_POST: 1})
    text = keys.access_text(world.derived.public_key, grant.expiration_block, limit).encode()
    signature = grant.access_signature_hex
    if form == "text":
        signature = world.anna.sign(keys.double_sha256(text)).hex()
    if form == "ethereum":
        said = b"\x19Ethereum Signed Message:\n" + str(len(text)).encode() + text
        signature = world.anna.sign_digest(keccak_256(said)).compact.hex() + "1b"
    request = {**grant.request(world.anna.public_key), "AccessSignature": signature}
    world.submit(world.ask("authorize-derived-key", request))
    assert limit_of(world)["TransactionCountLimitMap"] == {"SUBMIT_POST": 1}


def test_what_the_owner_did_not_sign_is_refused(world: World) -> None:
    request = world.grant({Kind.SUBMIT_POST: 1}).request(world.anna.public_key)
    other = world.grant({Kind.SUBMIT_POST: 2}).request(world.anna.public_key)
    signer = keys.DerivedSigner(world.anna.public_key, world.derived)
    for signature in (other["AccessSignature"], "00" * 64, "11" * 65, "30", ""):
        made = world.ask("authorize-derived-key", {**request, "AccessSignature": signature})
        assert rule(world.refusal(made, signer)) == "RuleErrorAuthorizeDerivedKeyAccessSignatureNotValid"
    world.submit(made)  # by the owner, whose signature of the transaction says it all


def test_rules_of_authorisations(world: World) -> None:
    request = world.request("derived_keys_authorize")
    made = world.ask("authorize-derived-key", {**request, "ExpirationBlock": world.mock.height})
    assert rule(world.refusal(made)) == "RuleErrorAuthorizeDerivedKeyExpired"
    made = world.ask("authorize-derived-key", {**request, "AccessSignature": "", "TransactionSpendingLimitHex": "ff"})
    assert rule(world.refusal(made)) == "RuleErrorDerivedKeyInvalidExtraData"
    found = t.decode_hex(world.ask("authorize-derived-key", request)["TransactionHex"])
    assert isinstance(found.metadata, t.AuthorizeDerivedKey)
    no_point = replace(found.metadata, derived_public_key=bytes(33))
    other_operation = replace(found.metadata, operation=7)
    for name, metadata in (("InvalidDerivedKey", no_point), ("InvalidOperationType", other_operation)):
        hexes = {"TransactionHex": t.encode(replace(found, metadata=metadata)).hex()}
        assert rule(world.refusal(hexes)) == f"RuleErrorAuthorizeDerivedKey{name}"


def test_the_memo_and_the_extra_data_are_shown(world: World) -> None:
    world.do("derived_keys_authorize")
    path = f"get-single-derived-key/{address(world.anna)}/{address(world.derived)}"
    found = world.ask(path, method="GET", headers=())["DerivedKey"]
    assert (found["Memo"], found["ExtraData"], found["IsValid"]) == ("Phone", {"App": "weather"}, True)
    other = f"get-single-derived-key/{address(world.anna)}/{address(world.berta)}"
    assert "not found" in world.error(other, method="GET", headers=())
    assert world.ask("get-user-derived-keys", {"PublicKeyBase58Check": address(world.berta)}) == {"DerivedKeys": {}}


@pytest.mark.parametrize(
    ("entry", "allowed"),
    [
        ({"ScopeType": "Scoped", "AccessGroupKeyName": "new", "OperationType": "Create", "OpCount": 1}, True),
        ({"ScopeType": "Scoped", "AccessGroupKeyName": "new", "OperationType": "Any", "OpCount": 1}, True),
        ({"ScopeType": "Any", "AccessGroupKeyName": "", "OperationType": "Create", "OpCount": 1}, True),
        ({"ScopeType": "Any", "AccessGroupKeyName": "", "OperationType": "Update", "OpCount": 1}, False),
        ({"ScopeType": "Scoped", "AccessGroupKeyName": "old", "OperationType": "Any", "OpCount": 1}, False),
    ],
)
def test_groups_have_limits_of_their_own(world: World, entry: dict[str, Any], allowed: bool) -> None:
    owner = {"AccessGroupOwnerPublicKeyBase58Check": address(world.anna)}
    limit = {"GlobalDESOLimit": 10**6, "AccessGroupLimitMap": [{**owner, **entry}]}
    text = world.ask("get-transaction-spending-limit-hex-string", {"TransactionSpendingLimit": limit})["HexString"]
    expiration = world.mock.height + 9
    digest = keys.double_sha256(keys.access_bytes(world.derived.public_key, expiration, bytes.fromhex(text)))
    request = {
        "OwnerPublicKeyBase58Check": address(world.anna),
        "DerivedPublicKeyBase58Check": address(world.derived),
        "ExpirationBlock": expiration,
        "AccessSignature": world.anna.sign(digest).hex(),
        "TransactionSpendingLimitHex": text,
    }
    world.submit(world.ask("authorize-derived-key", request))
    signer = keys.DerivedSigner(world.anna.public_key, world.derived)
    if allowed:
        world.do("access_groups_create", signer)
        assert limit_of(world)["AccessGroupLimitMap"] is None
    assert rule(world.fail("access_groups_create", signer)) in (
        "RuleErrorDerivedKeyTxnTypeNotAuthorized",
        "RuleErrorAccessGroupAlreadyExists",
    )


# --- Encoding ---


def test_recorded_limits_are_written_and_read(world: World) -> None:
    recorded = vectors.of("derived-key-access-text")[0]
    counts = recorded["input"]["transaction_counts"]
    limit = {"GlobalDESOLimit": recorded["input"]["global_deso_limit"], "TransactionCountLimitMap": counts}
    body = {
        "DerivedPublicKeyBase58Check": recorded["input"]["derived_public_key_mainnet"],
        "ExpirationBlock": recorded["input"]["expiration_block"],
        "TransactionSpendingLimit": limit,
    }
    answer = world.ask("get-access-bytes", body)
    assert answer["AccessBytesHex"] == recorded["expected"]["access_bytes_hex"]
    text = vectors.of("derived-key-access")[0]["input"]["transaction_spending_limit_hex"]
    assert answer["TransactionSpendingLimitHex"] == text
    path = f"get-transaction-spending-limit-response-from-hex/{text}"
    shown = world.ask(path, method="GET", headers=())
    assert (shown["GlobalDESOLimit"], shown["TransactionCountLimitMap"]) == (10**9, counts)
    assert Limit.from_bytes(bytes.fromhex(text)).to_bytes().hex() == text


def test_every_map_of_a_limit_leads_back_to_itself(world: World) -> None:
    key, post = address(world.anna), "ab" * 32
    group = {"AccessGroupOwnerPublicKeyBase58Check": key, "ScopeType": "Scoped", "AccessGroupKeyName": "chat"}
    limit = {
        "GlobalDESOLimit": 5,
        "TransactionCountLimitMap": {"SUBMIT_POST": 2**64 - 1},
        "CreatorCoinOperationLimitMap": {key: {"buy": 1}, "": {"any": 2}},
        "DAOCoinOperationLimitMap": {key: {"mint": 1, "transfer": 3}},
        "NFTOperationLimitMap": {post: {"7": {"nft_bid": 1}}, "": {"0": {"any": 4}}},
        "DAOCoinLimitOrderLimitMap": {key: {"": 9}},
        "AssociationLimitMap": [
            {
                "AssociationClass": "Post",
                "AssociationType": "REACTION",
                "AppScopeType": "Any",
                "AppPublicKeyBase58Check": "",
                "AssociationOperation": "Create",
                "OpCount": 3,
            }
        ],
        "AccessGroupLimitMap": [{**group, "OperationType": "Update", "OpCount": 1}],
        "AccessGroupMemberLimitMap": [{**group, "OperationType": "Add", "OpCount": 2}],
        "StakeLimitMap": [{"ValidatorPublicKeyBase58Check": key, "StakeLimit": hex(2**255)}],
        "UnstakeLimitMap": [{"ValidatorPublicKeyBase58Check": key, "UnstakeLimit": "0x0"}],
        "UnlockStakeLimitMap": [{"ValidatorPublicKeyBase58Check": key, "OpCount": 1}],
        "LockupLimitMap": [
            {"ProfilePublicKeyBase58Check": key, "ScopeType": "Scoped", "Operation": "CoinLockup", "OpCount": 1}
        ],
        "IsUnlimited": False,
    }
    text = world.ask("get-transaction-spending-limit-hex-string", {"TransactionSpendingLimit": limit})["HexString"]
    path = f"get-transaction-spending-limit-response-from-hex/{text}"
    assert world.ask(path, method="GET", headers=()) == limit
    data = bytes.fromhex(text)
    for end in range(len(data)):
        with pytest.raises(t.DecodeError):
            Limit.from_bytes(data[:end])
    with pytest.raises(t.DecodeError):
        Limit.from_bytes(data + b"\0")


@pytest.mark.parametrize(
    "limit",
    [
        {"TransactionCountLimitMap": {"SUBMIT": 1}},
        {"CreatorCoinOperationLimitMap": {"BC1YL": {"any": 1}}},
        {"CreatorCoinOperationLimitMap": {"": {"give": 1}}},
        {"NFTOperationLimitMap": {"ab": {"1": {"any": 1}}}},
        {"NFTOperationLimitMap": {"": {"one": {"any": 1}}}},
        {"StakeLimitMap": [{"ValidatorPublicKeyBase58Check": "", "StakeLimit": "12"}]},
        {"StakeLimitMap": [{"ValidatorPublicKeyBase58Check": "", "StakeLimit": "0x" + "f" * 65}]},
        {"AccessGroupLimitMap": [{"AccessGroupKeyName": "a" * 33, "ScopeType": "Any", "OperationType": "Any"}]},
        {"GlobalDESOLimit": 1, "IsUnlimited": True},
        None,
    ],
)
def test_limits_that_are_none_are_refused(world: World, limit: Any) -> None:
    error = world.error("get-transaction-spending-limit-hex-string", {"TransactionSpendingLimit": limit})
    assert error.startswith("GetTransactionSpendingLimitHexString: ")


@pytest.mark.parametrize("text", ["ff", "00" * 12, "01000000000001" + "00" * 7, "00" * 15])
def test_bytes_that_are_no_limit_are_refused(world: World, text: str) -> None:
    path = f"get-transaction-spending-limit-response-from-hex/{text}"
    assert "Problem decoding the limit" in world.error(path, method="GET", headers=())
