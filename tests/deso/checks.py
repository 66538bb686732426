"""What each kind of recorded vector demands, one function for each kind: they raise AssertionError.

Functions rather than test bodies, because the tests that break the codec on purpose run them too.
"""

import hashlib
from base64 import b64decode, b64encode
from collections.abc import Callable
from typing import Any

from deso_client import keys, messages, transactions
from deso_client.keys import _jwt
from deso_client.transactions import _codec

Vector = dict[str, Any]
_OWNER_NAME = "owner"


def private(seed_hex: str) -> keys.PrivateKey:
    return keys.PrivateKey.from_seed_hex(seed_hex)


def transaction_json(parsed: transactions.ParsedTransaction) -> dict[str, Any]:
    """The form in which the vectors write a transaction: empty lists for null, the signature in hex."""
    value = _codec.to_json(parsed.transaction)
    value["TxInputs"] = value["TxInputs"] or []
    value["TxOutputs"] = value["TxOutputs"] or []
    value["Signature_hex"] = parsed.transaction.signature.hex()
    del value["Signature"]
    if value["TxnVersion"] == 0:
        del value["TxnFeeNanos"], value["TxnNonce"]
    return value


def raises(error: type[Exception], call: Callable[[], object]) -> None:
    try:
        call()
    except error:
        return
    raise AssertionError(f"{error.__name__} expected")


def key(v: Vector) -> None:
    given, expected = v["input"], v["expected"]
    if "seed_hex" in given:
        secret = private(given["seed_hex"])
    else:
        text = given.get("seed_base58_testnet") or given["seed_base58_mainnet"]
        secret = keys.PrivateKey.from_base58check(text)
    found = {
        "seed_hex": secret.secret.reveal().hex(),
        "public_key_hex": secret.public_key.data.hex(),
        "mainnet": secret.public_key.address(),
        "testnet": secret.public_key.address(keys.TESTNET),
        "seed_base58_mainnet": secret.base58check().reveal(),
        "seed_base58_testnet": secret.base58check(keys.TESTNET).reveal(),
    }
    for name, value in {**given, **expected}.items():
        assert found[name] == value, name


def mnemonic(v: Vector) -> None:
    given = v["input"]
    secret = keys.key_from_mnemonic(given["mnemonic"], given["passphrase"], path=given["path"])
    for name, value in v["expected"].items():
        if name == "seed_hex":
            assert secret.secret.reveal().hex() == value
        elif name == "public_key_hex":
            assert secret.public_key.data.hex() == value
        elif name in ("mainnet", "testnet"):
            network = keys.MAINNET if name == "mainnet" else keys.TESTNET
            assert secret.public_key.address(network) == value


def address(v: Vector) -> None:
    found = keys.PublicKey(b64decode(v["input"]["public_key_base64"]))
    assert found.data.hex() == v["expected"]["public_key_hex"]
    for name, network in (("mainnet", keys.MAINNET), ("testnet", keys.TESTNET)):
        text = v["expected"][name]
        assert found.address(network) == text
        assert keys.PublicKey.from_address(text, network) == found


def address_invalid(v: Vector) -> None:
    raises(ValueError, lambda: keys.PublicKey.from_address(v["input"]["address"]))


def eth_address(v: Vector) -> None:
    found = keys.PublicKey.from_hex(v["input"]["public_key_hex"])
    assert found.ethereum_address == v["expected"]["eth_address"]
    for name, network in (("mainnet", keys.MAINNET), ("testnet", keys.TESTNET)):
        assert found.address(network) == v["input"].get(name, found.address(network))


def uvarint(v: Vector) -> None:
    assert transactions.encode_uvarint(v["input"]["value"]).hex() == v["expected"]["hex"]
    assert transactions.decode_uvarint(bytes.fromhex(v["expected"]["hex"])) == v["input"]["value"]


def varint_zigzag(v: Vector) -> None:
    assert transactions.encode_varint(v["input"]["value"]).hex() == v["expected"]["hex"]
    assert transactions.decode_varint(bytes.fromhex(v["expected"]["hex"])) == v["input"]["value"]


def uvarint_invalid(v: Vector) -> None:
    raises(transactions.DecodeError, lambda: transactions.decode_uvarint(bytes.fromhex(v["input"]["hex"])))


def uint64_big_endian(v: Vector) -> None:
    derived = keys.PublicKey.from_hex("03c43ece14a81ab05eb7645f0097ead2d1385fb307ec887100a1cfa90652c1ca30")
    assert keys.access_bytes(derived, v["input"]["value"], b"")[33:].hex() == v["expected"]["hex"]


def _common(parsed: transactions.ParsedTransaction, expected: Vector) -> None:
    if "transaction" in expected:
        assert transaction_json(parsed) == expected["transaction"]
    if "signature_offset" in expected:
        assert parsed.signature_offset == expected["signature_offset"]
    if "signing_digest_hex" in expected:
        assert parsed.signing_digest.hex() == expected["signing_digest_hex"]
    if "txn_hash_hex" in expected:
        assert parsed.hash.hex() == expected["txn_hash_hex"]


def transaction_decode(v: Vector) -> None:
    data = bytes.fromhex(v["input"]["transaction_hex"])
    parsed = transactions.parse(data)
    _common(parsed, v["expected"])
    assert (parsed.transaction.signature == b"") == v["expected"]["unsigned"]
    assert transactions.encode(parsed.transaction) == data
    assert parsed.is_canonical


def transaction_real(v: Vector) -> None:
    data, expected = bytes.fromhex(v["input"]["signed_transaction_hex"]), v["expected"]
    parsed = transactions.parse(data)
    _common(parsed, expected)
    assert transactions.encode(parsed.transaction) == data
    recovered = expected.get("recovered_signer_public_key_hex")
    if expected.get("verifies_with_owner_key"):
        found = transactions.verify_signature(parsed)
        assert (found.public_key.data, found.derived) == (parsed.transaction.public_key, False)
    elif recovered:
        assert transactions.verify_signature(parsed).public_key.data.hex() == recovered
    else:
        raises(keys.SignatureError, lambda: transactions.verify_signature(parsed))


def transaction_verify(v: Vector) -> None:
    parsed, expected = transactions.parse(bytes.fromhex(v["input"]["signed_transaction_hex"])), v["expected"]
    _common(parsed, expected)
    found = transactions.verify_signature(parsed)
    assert parsed.transaction.signature.hex() == expected["signature_hex"]
    assert found.public_key.data.hex() == expected["signer_public_key_hex"]
    assert found.recovery_id == expected["recovery_id"]
    assert found.derived == (expected["recovery_id"] is not None)


def transaction_verify_invalid(v: Vector) -> None:
    raises(
        keys.SignatureError,
        lambda: transactions.verify_signature(bytes.fromhex(v["input"]["signed_transaction_hex"])),
    )


def transaction_invalid(v: Vector) -> None:
    raises(transactions.DecodeError, lambda: transactions.decode_hex(v["input"]["transaction_hex"]))


def transaction_sign(v: Vector) -> None:
    given, expected = v["input"], v["expected"]
    data = bytes.fromhex(given["unsigned_transaction_hex"])
    parsed = transactions.parse(data)
    digest = parsed.signing_digest
    _common(parsed, expected)
    owner, derived = private(given["owner_seed_hex"]), private(given["derived_seed_hex"])
    for name, secret in ((_OWNER_NAME, owner), ("derived", derived)):
        signature = secret.sign_digest(digest)
        plain = "owner_signature_der_hex" if name == _OWNER_NAME else "derived_signature_plain_der_hex"
        assert signature.der.hex() == expected[plain]
        found_id = keys.find_recovery_id(secret.public_key.data, digest, signature)
        assert found_id == expected[f"{name}_recovery_id"]
    if parsed.transaction.public_key == owner.public_key.data:
        signed = transactions.sign(data, owner)
        assert signed.hash.hex() == expected["owner_txn_hash_hex"]
    else:  # a transaction of somebody else's: signed for the bytes alone
        signed = transactions.SignedTransaction(transactions.attach_signature(data, owner.sign(digest)))
    assert signed.hex == expected["owner_signed_hex"]
    account = keys.PublicKey(parsed.transaction.public_key)
    with_derived = transactions.sign(data, keys.DerivedSigner(account, derived))
    assert with_derived.hex == expected["derived_signed_hex"]
    assert with_derived.hash.hex() == expected["derived_txn_hash_hex"]
    signature_hex = transactions.decode(with_derived.data).signature.hex()
    assert signature_hex == expected["derived_signature_deso_der_hex"]


def transaction_sign_derived_extradata(v: Vector) -> None:
    data, expected = bytes.fromhex(v["input"]["unsigned_transaction_hex"]), v["expected"]
    parsed = transactions.parse(data)
    owner = keys.PublicKey(parsed.transaction.public_key)
    signed = transactions.sign(data, keys.DerivedSigner(owner, private(v["input"]["derived_seed_hex"])))
    assert parsed.signing_digest.hex() == expected["signing_digest_hex"]
    assert transactions.decode(signed.data).signature.hex() == expected["signature_hex"]
    assert signed.hex == expected["signed_hex"]
    assert signed.hash.hex() == expected["txn_hash_hex"]


def atomic_transaction(v: Vector) -> None:
    parsed, expected = transactions.parse(bytes.fromhex(v["input"]["transaction_hex"])), v["expected"]
    outer = parsed.transaction
    assert isinstance(outer.metadata, transactions.AtomicWrapper)
    assert outer.type_number == expected["outer_type"]
    assert outer.signature.hex() == expected["outer_signature_hex"]
    assert (outer.version, outer.fee_nanos) == (expected["outer_version"], expected["outer_fee_nanos"])
    assert _codec.encode(outer) == parsed.raw
    assert outer.nonce == transactions.Nonce(*expected["outer_nonce"].values())
    transactions.check_atomic_chain(outer.metadata.transactions)
    for inner, wanted in zip(outer.metadata.transactions, expected["inner"], strict=True):
        found = transactions.parse(transactions.encode(inner))
        assert found.raw.hex() == wanted["hex"]
        assert inner.type_number == wanted["type"]
        assert found.signing_digest.hex() == wanted["signing_digest_hex"]
        assert transactions.atomic_hash(inner).hex() == wanted["atomic_hash_hex"]
        assert inner.extra_data[b"NxtAtmcHsh"].hex() == wanted["next_hex"]
        assert inner.extra_data[b"PrvAtmcHsh"].hex() == wanted["previous_hex"]
        length = inner.extra_data.get(b"AtmcChnLen")
        assert (length and length.hex()) == wanted["chain_length"]
        signer = transactions.verify_signature(found)
        assert signer.public_key.data.hex() == wanted["signer_public_key_hex"]


def jwt_verify(v: Vector) -> None:
    owner = keys.PublicKey.from_hex(v["input"]["public_key_hex"])
    claims = keys.check_token(v["input"]["token"], owner, now=v["expected"]["claims"]["exp"] - 1)
    assert claims == v["expected"]["claims"]
    raises(
        keys.TokenError,
        lambda: keys.check_token(v["input"]["token"], owner, now=v["expected"]["claims"]["exp"]),
    )


def jwt_sign(v: Vector) -> None:
    secret = private(v["input"]["seed_hex"])
    token = _jwt.sign_claims(v["input"]["claims"], secret).reveal()
    assert token == v["expected"]["token"]
    digest = hashlib.sha256(v["input"]["signing_input"].encode()).digest()
    assert digest.hex() == v["expected"]["digest_hex"]
    assert secret.sign_digest(digest).compact.hex() == v["expected"]["signature_hex"]


def access_group_key(v: Vector) -> None:
    owner = private(v["input"]["parent_private_hex"])
    found = messages.access_group_key(owner, v["input"]["group_key_name"])
    assert found.secret.reveal().hex() == v["expected"]["private_hex"]
    assert found.public_key.data.hex() == v["expected"]["public_hex"]
    assert found.public_key.address() == v["expected"]["mainnet"]
    assert found.public_key.address(keys.TESTNET) == v["expected"]["testnet"]


def kdf(v: Vector) -> None:
    found = messages.derive_key(bytes.fromhex(v["input"]["secret_hex"]), v["input"]["length"])
    assert found.reveal().hex() == v["expected"]["hex"]


def _both_sides(v: Vector, ciphertext: str, plaintext: str) -> None:
    given = v["input"]
    sides = (("sender", "recipient"), ("recipient", "sender"))
    for mine, theirs in sides:
        other = keys.PublicKey.from_address(given[f"{theirs}_public"])
        secret = private(given[f"{mine}_private_hex"])
        shared = messages.shared_key(secret, other)
        assert shared.secret.reveal().hex() == v["expected"]["shared_private_hex"]
        assert messages.decrypt_message(secret, other, ciphertext) == plaintext


def ecies_chat_decrypt(v: Vector) -> None:
    other = keys.PublicKey.from_address(v["input"]["recipient_public"])
    secret = private(v["input"]["sender_private_hex"])
    assert secret.exchange(other).reveal().hex() == v["expected"]["ecdh_x_hex"]
    _both_sides(v, v["input"]["ciphertext_hex"], v["expected"]["plaintext"])


def ecies_chat_encrypt(v: Vector) -> None:
    given, expected = v["input"], v["expected"]
    sender = private(given["sender_private_hex"])
    recipient = keys.PublicKey.from_address(given["recipient_public"])
    assert messages.shared_key(sender, recipient).public_key.data.hex() == expected["shared_public_hex"]
    found = messages.encrypt_message(
        sender,
        recipient,
        given["plaintext"],
        ephemeral=private(given["ephemeral_private_hex"]),
        iv=bytes.fromhex(given["iv_hex"]),
    )
    assert found == expected["ciphertext_hex"]
    _both_sides(v, found, given["plaintext"])


def ecies_decrypt(v: Vector) -> None:
    recipient = private(v["input"]["recipient_private_hex"])
    found = messages.decrypt(recipient, bytes.fromhex(v["input"]["ciphertext_hex"]))
    assert found.decode() == v["expected"]["plaintext"]


def ecies_decrypt_invalid(v: Vector) -> None:
    shared = private(v["input"]["shared_private_hex"])
    ciphertext = bytes.fromhex(v["input"]["ciphertext_hex"])
    raises(messages.DecryptError, lambda: messages.decrypt(shared, ciphertext))


def derived_key_access(v: Vector) -> None:
    given, expected = v["input"], v["expected"]
    derived = keys.PublicKey.from_hex(given["derived_public_key_hex"])
    limit = bytes.fromhex(given["transaction_spending_limit_hex"])
    data = keys.access_bytes(derived, given["expiration_block"], limit)
    assert data.hex() == expected["access_bytes_hex"]
    digest = keys.double_sha256(data)
    assert digest.hex() == expected["digest_hex"]
    assert private(given["owner_seed_hex"]).sign(digest).hex() == expected["access_signature_hex"]


def derived_key_access_text(v: Vector) -> None:
    given = v["input"]
    counts = {keys.TransactionType[name]: count for name, count in given["transaction_counts"].items()}
    limit = keys.SpendingLimit(given["global_deso_limit"], counts)
    derived = keys.PublicKey.from_address(given["derived_public_key_mainnet"])
    text = keys.access_text(derived, given["expiration_block"], limit)
    assert text == v["expected"]["text"]
    assert text.encode().hex() == v["expected"]["access_bytes_hex"]


def diamond_level(v: Vector) -> None:
    level, expected = v["input"]["level"], v["expected"]
    assert transactions.diamond_cost_nanos(level) == expected["total_nanos"]
    data = transactions.encode_varint(level)
    assert data.hex() == expected["extra_data_hex"]
    assert b64encode(data).decode() == expected["extra_data_base64"]


CHECKS: dict[str, Callable[[Vector], None]] = {
    "key": key,
    "mnemonic": mnemonic,
    "address": address,
    "address-invalid": address_invalid,
    "eth-address": eth_address,
    "uvarint": uvarint,
    "varint_zigzag": varint_zigzag,
    "uvarint-invalid": uvarint_invalid,
    "uint64-big-endian": uint64_big_endian,
    "transaction-decode": transaction_decode,
    "transaction-real": transaction_real,
    "transaction-verify": transaction_verify,
    "transaction-verify-invalid": transaction_verify_invalid,
    "transaction-invalid": transaction_invalid,
    "transaction-trailing": transaction_invalid,
    "transaction-sign": transaction_sign,
    "transaction-sign-derived-extradata": transaction_sign_derived_extradata,
    "atomic-transaction": atomic_transaction,
    "jwt-verify": jwt_verify,
    "jwt-sign": jwt_sign,
    "access-group-key": access_group_key,
    "kdf": kdf,
    "ecies-chat-decrypt": ecies_chat_decrypt,
    "ecies-chat-encrypt": ecies_chat_encrypt,
    "ecies-decrypt": ecies_decrypt,
    "ecies-decrypt-invalid": ecies_decrypt_invalid,
    "derived-key-access": derived_key_access,
    "derived-key-access-text": derived_key_access_text,
    "diamond-level": diamond_level,
}
