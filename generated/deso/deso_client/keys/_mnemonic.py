# Copied from overrides/deso/keys/_mnemonic.py by "nox -s generate": edit it there.
"""Keys from twelve to twenty-four words: BIP-39 for the seed, BIP-32 for the path."""

from __future__ import annotations

import hashlib
import hmac
import re
import unicodedata

from .._core.secrets import Secret
from ._curve import backend
from ._keys import InvalidKeyError, PrivateKey
from ._points import N
from ._words import WORDS

_HARDENED = 1 << 31
_INDEX = {word: index for index, word in enumerate(WORDS)}
_LENGTHS = (12, 15, 18, 21, 24)


class MnemonicError(InvalidKeyError):
    """Words that are no BIP-39 mnemonic. Says which word by its position and never quotes one."""


def identity_path(account: int = 0) -> str:
    """The path of the identity window and of the official Python SDK: the account at the third level."""
    return f"m/44'/0'/{account}'/0/0"


def core_path(index: int = 0) -> str:
    """The path of DeSo's core: the index at the last level. The same as identity_path for index 0."""
    return f"m/44'/0'/0'/0/{index}"


def key_from_mnemonic(
    words: Secret | str, passphrase: Secret | str = "", *, path: str = "m/44'/0'/0'/0/0"
) -> PrivateKey:
    """The key at ``path`` of the wallet that the English words of ``words`` stand for.

    The checksum is verified: a mistyped or misplaced word raises MnemonicError instead of opening an empty
    wallet. A malformed path raises ValueError.
    """
    words, passphrase = Secret(words), Secret(passphrase)  # before anything fails: see PrivateKey
    _steps(path)
    if problem := _problem(words):
        raise MnemonicError(problem)
    return key_from_seed(_seed(words, passphrase), path=path)


def _words(text: Secret) -> list[str]:
    return unicodedata.normalize("NFKD", text.text()).split() or [""]


def _seed(text: Secret, passphrase: Secret) -> Secret:
    salt = Secret("mnemonic" + unicodedata.normalize("NFKD", passphrase.text()))
    return Secret(hashlib.pbkdf2_hmac("sha512", " ".join(_words(text)).encode(), salt.encoded(), 2048))


def _problem(text: Secret) -> str | None:
    """What is wrong with the words. Returned, not raised: a traceback with locals would show them."""
    words = _words(text)
    if len(words) not in _LENGTHS:
        return f"a mnemonic has 12, 15, 18, 21 or 24 words, not {len(words)}"
    number = 0
    for position, word in enumerate(words, 1):
        if word not in _INDEX:
            return f"word {position} is not in the English BIP-39 list (lower case, no abbreviations)"
        number = number << 11 | _INDEX[word]
    checksum_bits = len(words) // 3
    entropy = (number >> checksum_bits).to_bytes(checksum_bits * 4, "big")
    expected = hashlib.sha256(entropy).digest()[0] >> (8 - checksum_bits)
    if number & ((1 << checksum_bits) - 1) != expected:
        return "the checksum of the words is wrong: one is mistyped, missing or out of place"
    return None


def key_from_seed(seed: Secret | bytes, *, path: str) -> PrivateKey:
    """The key at ``path`` below a BIP-32 seed of 16 to 64 bytes. Raises ValueError for another seed or
    path.
    """
    seed = Secret(seed)
    if not isinstance(seed.reveal(), bytes) or not 16 <= len(seed.reveal()) <= 64:
        raise ValueError("a BIP-32 seed has 16 to 64 bytes")
    steps = _steps(path)  # before the seed is opened: what fails here shows no secret
    digest = hmac.digest(b"Bitcoin seed", seed.reveal(), "sha512")
    key, chain = digest[:32], digest[32:]
    for step in steps:
        key, chain = _child(key, chain, step)
    return PrivateKey(key)


def _steps(path: str) -> list[int]:
    if not re.fullmatch(r"m(/[0-9]{1,10}'?)*", path):
        raise ValueError(f"{path!r} is no path: m/44'/0'/0'/0/0 is one")
    steps = [int(step.rstrip("'")) + (_HARDENED if step.endswith("'") else 0) for step in path.split("/")[1:]]
    if any(int(step.rstrip("'")) >= _HARDENED for step in path.split("/")[1:]):
        raise ValueError(f"{path!r} has a step above 2147483647")
    return steps


def _child(key: bytes, chain: bytes, step: int) -> tuple[bytes, bytes]:
    # A hardened step hashes the private key, another one the public key.
    head = b"\0" + key if step & _HARDENED else backend().load(key).public_key
    digest = hmac.digest(chain, head + step.to_bytes(4, "big"), "sha512")
    # The sum of two secrets modulo N: no library offers it without coincurve, and it happens once, on
    # loading.
    tweak = int.from_bytes(digest[:32], "big")
    child = (tweak + int.from_bytes(key, "big")) % N
    if tweak >= N or not child:  # one in 2**127; BIP-32 says to take the next index, which is the caller's to choose
        raise ValueError("this step of the path has no key: take the next index")
    return child.to_bytes(32, "big"), digest[32:]
