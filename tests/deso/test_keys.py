"""Keys: reading them, signing with them, keeping them secret."""

import copy
import hashlib
import importlib
import logging
import pickle
import sys
import traceback
from collections.abc import Callable
from typing import Any

import pytest
from deso_client import keys, messages, transactions
from deso_client._core.secrets import Secret
from deso_client.keys import _curve, _keccak, _words
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.deso.vectors import of

SEED = "caf797541983d115976714b8fb33720439e0790a6186106016d427c128b4e7e3"  # published in deso-js's tests
WORDS = "verb find card ship another until version devote guilt strong lemon six"  # published there, too
KEY = keys.PrivateKey.from_seed_hex(SEED)
OTHER = keys.PrivateKey(bytes(31) + b"\7")
WRONG = keys.PrivateKey(hashlib.sha256(b"a key that nobody draws").digest())
ORDER = 0xFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFEBAAEDCE6AF48A03BBFD25E8CD0364141
DIGEST = st.binary(min_size=32, max_size=32)
SECRET = st.integers(1, ORDER - 1).map(lambda number: number.to_bytes(32, "big"))
UNSIGNED = bytes.fromhex(of("transaction-sign")[0]["input"]["unsigned_transaction_hex"])


# --- Both signing back ends ---


@pytest.fixture(params=["cryptography", "coincurve"])
def backend_name(request: pytest.FixtureRequest) -> str:
    if request.param == "coincurve":
        pytest.importorskip("coincurve", reason="the extra 'fast' is not installed")
    return str(request.param)


@settings(max_examples=60, deadline=None)
@given(SECRET, DIGEST)
def test_both_back_ends_give_the_same_bytes(secret: bytes, digest: bytes) -> None:
    pytest.importorskip("coincurve", reason="the extra 'fast' is not installed")
    slow = keys.PrivateKey(secret, backend_name="cryptography")
    fast = keys.PrivateKey(secret, backend_name="coincurve")
    assert slow.public_key == fast.public_key
    one, two = slow.sign_digest(digest), fast.sign_digest(digest)
    assert (one.der, one.compact) == (two.der, two.compact)
    assert one.is_low_s
    assert keys.find_recovery_id(slow.public_key.data, digest, one) == two.recovery_id


@settings(max_examples=20, deadline=None)
@given(SECRET, DIGEST)
def test_both_back_ends_recover_and_verify_alike(secret: bytes, digest: bytes) -> None:
    pytest.importorskip("coincurve", reason="the extra 'fast' is not installed")
    key = keys.PrivateKey(secret, backend_name="coincurve")
    signature = key.sign_digest(digest)
    high = _curve.Signature(signature.r, ORDER - signature.s, (signature.recovery_id or 0) ^ 1)
    for name in ("cryptography", "coincurve"):
        backend = _curve.backend(name)
        for each in (signature, high):
            assert backend.recover(digest, each) == key.public_key.data
            assert backend.verify(key.public_key.data, digest, each)
            assert not backend.verify(WRONG.public_key.data, digest, each)
            assert not backend.verify(key.public_key.data, hashlib.sha256(digest).digest(), each)


def test_recovery_that_leads_nowhere_is_a_signature_error(backend_name: str) -> None:
    backend = _curve.backend(backend_name)
    for r, recovery_id in ((5, 0), (ORDER - 1, 2), (5, None)):
        with pytest.raises(keys.SignatureError):
            backend.recover(bytes(32), _curve.Signature(r, 1, recovery_id))


def test_transactions_signed_by_either_back_end_are_the_same(backend_name: str) -> None:
    key = keys.PrivateKey.from_seed_hex(SEED, backend_name=backend_name)
    expected = of("transaction-sign")[0]["expected"]
    assert transactions.sign(UNSIGNED, key).hex == expected["owner_signed_hex"]
    seed = of("transaction-sign")[0]["input"]["derived_seed_hex"]
    derived = keys.PrivateKey.from_seed_hex(seed, backend_name=backend_name)
    signed = transactions.sign(UNSIGNED, keys.DerivedSigner(key.public_key, derived))
    assert signed.hex == expected["derived_signed_hex"]


def test_without_coincurve_cryptography_signs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "coincurve", None)
    _curve.backend.cache_clear()
    try:
        assert _curve.backend().name == "cryptography"
        with pytest.raises(ImportError):
            _curve.backend("coincurve")
        with pytest.raises(ValueError, match="no back end"):
            _curve.backend("openssl")
    finally:
        _curve.backend.cache_clear()


@pytest.mark.parametrize("package", ["transactions", "keys", "messages"])
def test_subpackages_load_nothing_but_cryptography_and_coincurve(package: str) -> None:
    import subprocess
    from pathlib import Path

    import deso_client

    root = Path(next(iter(deso_client.__path__))).parent
    program = (
        f"import sys; sys.path.insert(0, {str(root)!r}); sys.modules.update(httpx2=None, pydantic=None)\n"
        f"import deso_client.{package}\n"
        "print(*sorted({name.partition('.')[0] for name in sys.modules} - set(sys.stdlib_module_names)))"
    )
    run = subprocess.run([sys.executable, "-Ic", program], capture_output=True, text=True, check=True)
    loaded = {name for name in run.stdout.split() if not name.startswith(("_", "sitecustomize", "httpx2", "pydantic"))}
    assert loaded <= {"deso_client", "cryptography", "coincurve", "cffi"}


# --- Signers ---


class HardwareSigner:
    """Knows no low S, as many modules do not."""

    def __init__(self, key: keys.PrivateKey, answers_for: keys.PrivateKey | None = None) -> None:
        self._key = key
        self._answers_for = answers_for or key

    @property
    def public_key(self) -> keys.PublicKey:
        return self._answers_for.public_key

    def sign(self, digest: bytes) -> bytes:
        signature = self._key.sign_digest(digest)
        return _curve.Signature(signature.r, ORDER - signature.s).der


def test_foreign_signer_gets_a_low_s_and_gives_the_same_transaction() -> None:
    signer = HardwareSigner(KEY)
    assert isinstance(signer, keys.Signer)
    assert transactions.sign(UNSIGNED, signer) == transactions.sign(UNSIGNED, KEY)
    derived = keys.DerivedSigner(KEY.public_key, HardwareSigner(OTHER))
    assert transactions.sign(UNSIGNED, derived) == transactions.sign(
        UNSIGNED, keys.DerivedSigner(KEY.public_key, OTHER)
    )
    assert keys.make_token(signer, now=1_700_000_000) == keys.make_token(KEY, now=1_700_000_000)


def test_foreign_signer_that_signs_with_another_key_is_found_out() -> None:
    with pytest.raises(keys.SignatureError, match="not of its own key"):
        transactions.sign(UNSIGNED, HardwareSigner(OTHER, answers_for=KEY))


def test_derived_key_signs_in_both_ways() -> None:
    signer = keys.DerivedSigner(KEY.public_key, OTHER)
    recoverable = transactions.sign(UNSIGNED, signer)
    found = transactions.verify_signature(recoverable.data)
    assert (found.public_key, found.derived) == (OTHER.public_key, True)
    assert transactions.decode(recoverable.data).signature[0] == 0x31 + (found.recovery_id or 0)
    named = transactions.with_derived_public_key(UNSIGNED, OTHER.public_key)
    before, after = transactions.decode(UNSIGNED), transactions.decode(named)
    assert after.extra_data[b"DerivedPublicKey"] == OTHER.public_key.data
    assert after.fee_nanos == max(before.fee_nanos, transactions.fee_for(after, 1000)) > before.fee_nanos
    signed = transactions.sign(named, signer)
    found = transactions.verify_signature(signed.data)
    assert (found.public_key, found.derived, found.recovery_id) == (OTHER.public_key, True, None)
    assert transactions.decode(signed.data).signature[0] == 0x30


def test_naming_and_recovering_a_derived_key_exclude_each_other() -> None:
    named = transactions.with_derived_public_key(UNSIGNED, OTHER.public_key)
    signature = OTHER.sign_digest(transactions.parse(named).signing_digest)
    recovery_id = keys.find_recovery_id(OTHER.public_key.data, transactions.parse(named).signing_digest, signature)
    both = transactions.attach_signature(named, bytes([0x31 + recovery_id]) + signature.der[1:])
    with pytest.raises(keys.SignatureError, match="both"):
        transactions.verify_signature(both)


def test_unfit_transactions_are_not_signed() -> None:
    signed = transactions.sign(UNSIGNED, KEY)
    with pytest.raises(transactions.SigningError, match="signed already"):
        transactions.sign(signed.data, KEY)
    with pytest.raises(transactions.SigningError, match="signed already"):
        transactions.attach_signature(signed.data, b"x")
    with pytest.raises(transactions.SigningError, match="signed"):
        transactions.with_derived_public_key(signed.data, OTHER.public_key)
    with pytest.raises(transactions.SigningError, match="acts for"):
        transactions.sign(UNSIGNED, OTHER)
    with pytest.raises(transactions.SigningError, match="acts for"):
        transactions.sign(UNSIGNED, keys.DerivedSigner(OTHER.public_key, KEY))
    named = transactions.with_derived_public_key(UNSIGNED, KEY.public_key)
    with pytest.raises(transactions.SigningError, match="names the derived key"):
        transactions.sign(named, keys.DerivedSigner(KEY.public_key, OTHER))
    wrapper = bytes.fromhex(of("atomic-transaction")[0]["input"]["transaction_hex"])
    with pytest.raises(transactions.SigningError, match="one by one"):
        transactions.sign(wrapper, KEY)
    with pytest.raises(transactions.SigningError, match="as core writes them"):
        transactions.sign(UNSIGNED[:-1] + bytes([UNSIGNED[-1] | 0x80, 0]), KEY)


def test_high_s_and_missing_signatures_are_refused() -> None:
    signature = KEY.sign_digest(transactions.parse(UNSIGNED).signing_digest)
    high = _curve.Signature(signature.r, ORDER - signature.s).der
    with pytest.raises(keys.SignatureError, match="high S"):
        transactions.verify_signature(transactions.attach_signature(UNSIGNED, high))
    with pytest.raises(keys.SignatureError, match="not signed"):
        transactions.verify_signature(UNSIGNED)
    assert not KEY.public_key.verifies(transactions.parse(UNSIGNED).signing_digest, high)
    assert KEY.public_key.verifies(transactions.parse(UNSIGNED).signing_digest, signature.der)
    assert not KEY.public_key.verifies(bytes(32), b"no signature")


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=80))
def test_any_signature_bytes_verify_or_raise_a_signature_error(signature: bytes) -> None:
    data = transactions.attach_signature(UNSIGNED, signature)
    with pytest.raises(keys.SignatureError):
        transactions.verify_signature(data)


def test_atomic_chain_of_another_order_or_number_is_refused() -> None:
    data = bytes.fromhex(of("atomic-transaction")[0]["input"]["transaction_hex"])
    metadata = transactions.decode(data).metadata
    assert isinstance(metadata, transactions.AtomicWrapper)
    one, two = metadata.transactions
    transactions.check_atomic_chain((one, two))
    for wrong in ((), (one,), (two,), (two, one), (one, one), (one, two, two)):
        with pytest.raises(transactions.SigningError):
            transactions.check_atomic_chain(wrong)


# --- Reading keys ---


@pytest.mark.parametrize(
    "text",
    ["", SEED[:-1], SEED + "0", "0x" + SEED[2:], SEED[:-2] + "zz", " " + SEED[1:], "00" * 32, "ff" * 32],
)
def test_text_that_is_no_seed_is_refused_without_quoting_it(text: str) -> None:
    with pytest.raises(keys.InvalidKeyError) as caught:
        keys.PrivateKey.from_seed_hex(text)
    assert not text or text not in str(caught.value)


@settings(max_examples=100, deadline=None)
@given(SECRET)
def test_text_forms_of_keys_are_read_again(secret: bytes) -> None:
    key = keys.PrivateKey(secret)
    for network, other in ((keys.MAINNET, keys.TESTNET), (keys.TESTNET, keys.MAINNET)):
        assert keys.PrivateKey.from_base58check(key.base58check(network), network) == key
        address = key.public_key.address(network)
        assert keys.PublicKey.from_address(address, network) == key.public_key
        with pytest.raises(keys.AddressError, match="belongs to the"):
            keys.PublicKey.from_address(address, other)
        with pytest.raises(keys.AddressError, match="belongs to the"):
            keys.PrivateKey.from_base58check(key.base58check(network), other)


def test_every_mistyped_letter_of_an_address_is_noticed() -> None:
    address = KEY.public_key.address()
    for at in range(len(address)):
        for letter in "1Zz0":
            if letter != address[at]:
                with pytest.raises(keys.AddressError):
                    keys.PublicKey.from_address(address[:at] + letter + address[at + 1 :])


def test_keys_of_another_kind_are_no_addresses() -> None:
    for text in (KEY.base58check().reveal(), transactions.transaction_id(bytes(32)), "1" * 200, "é"):
        with pytest.raises(keys.AddressError):
            keys.PublicKey.from_address(str(text))
    with pytest.raises(keys.AddressError, match="no DeSo private key"):
        keys.PrivateKey.from_base58check(KEY.public_key.address())
    for data in (b"", bytes(33), b"\2" + b"\xff" * 32, KEY.public_key.data + b"\0"):
        with pytest.raises(keys.InvalidKeyError):
            keys.PublicKey(data)
    with pytest.raises(keys.InvalidKeyError):
        keys.PublicKey.from_hex("zz")


@pytest.mark.parametrize("size", [0, 1, 31, 135, 136, 137, 500])
def test_keccak_pads_in_its_own_way(size: int) -> None:
    data = bytes(range(256)) * 2
    assert len(_keccak.keccak_256(data[:size])) == 32
    assert _keccak.keccak_256(data[:size]) != hashlib.sha3_256(data[:size]).digest()


def test_keccak_of_nothing_is_the_known_value() -> None:
    known = "c5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470"
    assert _keccak.keccak_256(b"").hex() == known


# --- Mnemonics ---


def test_word_list_is_that_of_the_standard() -> None:
    digest = hashlib.sha256(("\n".join(_words.WORDS) + "\n").encode()).hexdigest()
    assert digest == "2f5eed53a4727b4bf8880d8f3f199efc90e58503646d9ff8eff3a2ed3b24dbda"


def test_seed_vector_of_bip39_and_key_vector_of_bip32() -> None:
    # BIP-32, test vector 1: chain m/0'/1/2'/2/1000000000
    key = keys.key_from_seed(bytes.fromhex("000102030405060708090a0b0c0d0e0f"), path="m/0'/1/2'/2/1000000000")
    assert key == keys.PrivateKey.from_seed_hex("471b76e389e528d6de6d816857e012c5455051cad6660850e58372a6c3e6e7c8")
    # BIP-39, the first vector, with its passphrase: the root key that belongs to its seed
    root = keys.key_from_mnemonic("abandon " * 11 + "about", "TREZOR", path="m")
    assert root != keys.key_from_mnemonic("abandon " * 11 + "about", " TREZOR", path="m")  # blanks count there
    seed = bytes.fromhex(
        "c55257c360c07c72029aebc1b53c05ed0362ada38ead3e3e9efa3708e53495531f09a6987599d18264c1e1c92f2cf141"
        "630c7a3c4ab7c81b2f001698e7463b04"
    )
    assert root == keys.key_from_seed(seed, path="m")


def test_both_documented_paths_meet_at_index_zero() -> None:
    assert keys.key_from_mnemonic(WORDS, path=keys.core_path()) == keys.key_from_mnemonic(WORDS)
    assert keys.key_from_mnemonic(WORDS, path=keys.identity_path()) == keys.key_from_mnemonic(WORDS)
    assert keys.key_from_mnemonic(WORDS, path=keys.core_path(1)) != keys.key_from_mnemonic(
        WORDS, path=keys.identity_path(1)
    )
    assert keys.key_from_mnemonic(Secret("  " + WORDS.replace(" ", "\n"))) == keys.key_from_mnemonic(WORDS)


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        ("", "12, 15, 18, 21 or 24 words, not 1"),
        (WORDS + " verb", "not 13"),
        (WORDS.replace("card", "cardx"), "word 3 is not"),
        (WORDS.replace("card", "cargo"), "checksum"),
        (WORDS.replace("verb find", "find verb"), "checksum"),
        (WORDS.upper(), "word 1 is not"),
    ],
)
def test_wrong_words_are_refused_by_position_and_never_quoted(words: str, problem: str) -> None:
    with pytest.raises(keys.MnemonicError, match=problem) as caught:
        keys.key_from_mnemonic(words)
    assert "cardx" not in str(caught.value)


@pytest.mark.parametrize("path", ["", "44'/0'", "m/", "m/a", "m/44h", "m//0", "m/-1", "m/2147483648", "m/2147483648'"])
def test_wrong_paths_are_refused(path: str) -> None:
    with pytest.raises(ValueError, match=r"path|step"):
        keys.key_from_mnemonic(WORDS, path=path)


# --- Derived keys ---


def test_derived_key_without_limits_has_to_be_said_in_words() -> None:
    for wrong in (None, "", "unlimited", True):
        with pytest.raises(ValueError, match="'without limits'"):
            keys.limit_bytes(wrong)  # type: ignore[arg-type]
    assert keys.is_unlimited(keys.limit_bytes("without limits"))
    with pytest.raises(TypeError):
        keys.grant_derived_key(KEY, OTHER.public_key, expiration_block=5)  # type: ignore[call-arg]


@pytest.mark.parametrize(
    "limit",
    [keys.SpendingLimit(0), keys.SpendingLimit(1), keys.SpendingLimit(0, {keys.TransactionType.LIKE: 1})],
)
def test_limited_keys_are_known_as_limited(limit: keys.SpendingLimit) -> None:
    assert not keys.is_unlimited(limit.to_bytes())


@pytest.mark.parametrize("data", [b"", bytes(6), b"\x80" * 11])
def test_cut_limits_are_decode_errors(data: bytes) -> None:
    with pytest.raises(keys.DecodeError):
        keys.is_unlimited(data)


def test_zero_written_at_length_does_not_hide_that_there_is_no_limit() -> None:
    assert keys.is_unlimited(b"\x80\0" * 6 + b"\1" + bytes(7))
    assert keys.is_unlimited(bytes(6) + b"\2" + bytes(7))  # any byte but zero is true


def test_grant_is_signed_by_the_owner_over_key_block_and_limit() -> None:
    counts = {
        keys.TransactionType.SUBMIT_POST: 10,
        keys.TransactionType.LIKE: 100,
        keys.TransactionType.AUTHORIZE_DERIVED_KEY: 1,
    }
    limit = keys.SpendingLimit(10**9, counts)
    vector = of("derived-key-access")[0]
    derived = keys.PublicKey.from_hex(vector["input"]["derived_public_key_hex"])
    grant = keys.grant_derived_key(KEY, derived, expiration_block=vector["input"]["expiration_block"], limit=limit)
    assert grant.spending_limit_hex == vector["input"]["transaction_spending_limit_hex"]
    assert grant.access_signature_hex == vector["expected"]["access_signature_hex"]
    assert grant.request(KEY.public_key) == {
        "OwnerPublicKeyBase58Check": KEY.public_key.address(),
        "DerivedPublicKeyBase58Check": derived.address(),
        "ExpirationBlock": vector["input"]["expiration_block"],
        "AccessSignature": grant.access_signature_hex,
        "TransactionSpendingLimitHex": grant.spending_limit_hex,
    }


def test_text_of_a_limit_shows_amounts_as_decimals() -> None:
    assert "Total $DESO Limit: 1.5 $DESO" in keys.SpendingLimit(1_500_000_000).text()
    assert "Total $DESO Limit: 0.000000001 $DESO" in keys.SpendingLimit(1).text()
    with pytest.raises(ValueError, match="block height"):
        keys.access_bytes(OTHER.public_key, -1, b"")


# --- Tokens ---

NOW = 1_790_000_000


def test_token_expires_within_ten_minutes_always() -> None:
    for lifetime in (1, 60, 600):
        claims = keys.check_token(keys.make_token(KEY, lifetime=lifetime, now=NOW), KEY.public_key, now=NOW)
        assert claims == {"iat": NOW, "exp": NOW + lifetime}
    for lifetime in (0, -1, 601, 10**9):
        with pytest.raises(ValueError, match="1 to 600 seconds"):
            keys.make_token(KEY, lifetime=lifetime)
    with pytest.raises(keys.TokenError, match="expired"):
        keys.check_token(keys.make_token(KEY, now=NOW), KEY.public_key, now=NOW + 60)


def test_token_of_a_derived_key_names_it() -> None:
    token = keys.make_token(keys.DerivedSigner(KEY.public_key, OTHER), now=NOW, network=keys.TESTNET)
    claims = keys.check_token(token, KEY.public_key, now=NOW)
    assert claims["derivedPublicKeyBase58Check"] == OTHER.public_key.address(keys.TESTNET)


def test_token_is_a_secret() -> None:
    token = keys.make_token(KEY)
    assert "eyJ" not in f"{token!r} {token}"


def _token(header: str, claims: str, signature: bytes = bytes(64)) -> str:
    from base64 import urlsafe_b64encode as b64

    return ".".join(b64(part).rstrip(b"=").decode() for part in (header.encode(), claims.encode(), signature))


@pytest.mark.parametrize(
    ("token", "problem"),
    [
        ("", "three parts"),
        ("a.b.c.d", "three parts"),
        ("!.!.!", "not"),
        (_token("[]", "{}"), "not a JSON object"),
        (_token("[" * 10_000, "{}"), "not a JSON object"),
        (_token('{"alg":"none"}', "{}"), "alg"),
        (_token('{"alg":"ES256K"}', "{}"), "alg"),
        (_token('{"alg":"ES256"}', "{}", b"short"), "64 bytes"),
        (_token('{"alg":"ES256"}', "{}"), "group order"),
        (_token('{"alg":"ES256"}', "{}", b"\1" * 64), "not that of the expected key"),
        (_token('{"alg":"ES256"}', '{"derivedPublicKeyBase58Check":"x"}', b"\1" * 64), "derivedPublicKey"),
    ],
)
def test_wrong_tokens_are_refused(token: str, problem: str) -> None:
    with pytest.raises(keys.TokenError, match=problem):
        keys.check_token(token, KEY.public_key, now=NOW)


def test_token_without_expiry_is_neither_made_nor_accepted() -> None:
    from deso_client.keys import _jwt

    with pytest.raises(keys.TokenError, match="needs exp"):
        _jwt.sign_claims({"iat": NOW}, KEY)
    for claims in ('{"iat":1}', '{"exp":NaN}', '{"exp":Infinity}', '{"exp":1e999}', '{"exp":true}'):
        head = _token('{"alg":"ES256"}', claims).rpartition(".")[0]
        signature = KEY.sign_digest(hashlib.sha256(head.encode()).digest()).compact
        with pytest.raises(keys.TokenError, match="no exp"):
            keys.check_token(_token('{"alg":"ES256"}', claims, signature), KEY.public_key, now=NOW)


# --- Secrets stay secret ---


def test_private_key_shows_its_public_key_only(caplog: pytest.LogCaptureFixture) -> None:
    derived = keys.DerivedSigner(OTHER.public_key, KEY)
    logging.getLogger("test").warning("%s %r %s", KEY, KEY, derived)
    shown = f"{KEY} {KEY!r} {[KEY]} {vars_of(KEY)} {derived} {KEY.base58check()} {KEY.exchange(OTHER.public_key)}"
    for text in (shown, caplog.text):
        assert SEED not in text
        assert str(int(SEED, 16)) not in text
        assert "bc6" not in text
    assert KEY.public_key.address() in shown


def shown_by(error: BaseException) -> str:
    """What a report of the error shows that has the local variables of the package's own frames."""
    text = ""
    each: traceback.TracebackException | None = traceback.TracebackException.from_exception(error, capture_locals=True)
    while each is not None:
        own = [frame for frame in each.stack if "deso_client" in frame.filename]
        text += "\n".join([str(each), *(f"{name} = {value}" for f in own for name, value in (f.locals or {}).items())])
        each = each.__cause__ or each.__context__
    return text


CUT = KEY.base58check().reveal()[:-1]
CIPHERTEXT = messages.encrypt(OTHER.public_key, b"text")
SHARED = OTHER.exchange(keys.PublicKey(bytes([2 + CIPHERTEXT[64] % 2]) + CIPHERTEXT[1:33]))
RAW = repr(bytes.fromhex(SEED))[2:20]


@pytest.mark.parametrize(
    ("attempt", "secrets"),
    [
        (lambda: keys.PrivateKey(bytes.fromhex(SEED)[:-1]), [RAW]),
        (lambda: keys.PrivateKey(bytes.fromhex(SEED), backend_name="none"), [RAW]),
        (lambda: keys.PrivateKey.from_seed_hex(SEED[:-1]), [SEED[:-1]]),
        (lambda: keys.PrivateKey.from_seed_hex(Secret(b"\xff" + SEED.encode())), [SEED]),
        (lambda: keys.PrivateKey.from_base58check(CUT), [CUT]),
        (lambda: keys.PrivateKey.from_base58check(KEY.base58check(), keys.TESTNET), [CUT, RAW]),
        (lambda: keys.key_from_mnemonic(WORDS.replace("card", "cardx")), ["cardx", "verb"]),
        (lambda: keys.key_from_mnemonic(WORDS.replace("card", "cargo")), ["cargo", "verb"]),
        (lambda: keys.key_from_mnemonic(WORDS, "pass phrase", path="m/a"), ["verb", "pass phrase"]),
        (lambda: keys.key_from_seed(bytes.fromhex(SEED), path="m/a"), [RAW]),
        (
            lambda: messages.decrypt(OTHER, CIPHERTEXT[:-1] + bytes([CIPHERTEXT[-1] ^ 1])),
            [repr(SHARED.reveal()), "mac_key"],
        ),
        (
            lambda: messages.decrypt_member_key(
                OTHER, messages.encrypt(OTHER.public_key, SEED[:-1].encode()).hex()
            ),
            [SEED[:-1]],
        ),
    ],
)  # fmt: skip
def test_traceback_with_locals_shows_no_secret(attempt: Callable[[], object], secrets: list[str]) -> None:
    with pytest.raises(ValueError, match=r"\w") as caught:
        attempt()
    shown = shown_by(caught.value)
    assert " = " in shown
    for secret in secrets:
        assert secret not in shown


def vars_of(key: keys.PrivateKey) -> dict[str, Any]:
    return {name: getattr(key, name) for name in keys.PrivateKey.__slots__}


def test_private_key_is_neither_pickled_nor_copied() -> None:
    for attempt in (pickle.dumps, copy.copy, copy.deepcopy):
        with pytest.raises(TypeError, match="not pickled"):
            attempt(KEY)


def test_private_keys_compare_and_hash_by_value() -> None:
    same = keys.PrivateKey(Secret(bytes.fromhex(SEED)))
    assert same == KEY != OTHER
    assert hash(same) == hash(KEY)
    assert KEY != SEED
    assert keys.PrivateKey.generate() != keys.PrivateKey.generate()
    with pytest.raises(ValueError, match="32 bytes"):
        KEY.sign(b"short")


def test_package_is_importable_by_its_documented_names() -> None:
    for name in ("transactions", "keys", "messages"):
        module = importlib.import_module(f"deso_client.{name}")
        assert all(hasattr(module, each) for each in module.__all__)
