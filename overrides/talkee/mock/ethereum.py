"""Login with an Ethereum wallet: the text of EIP-4361 ("Sign-In with Ethereum") and who signed it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime

_TIME = r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)"
# Lines end in LF, the last one without. Without a statement both blank lines stay.
_MESSAGE = re.compile(
    r"(?P<domain>[!-~]+) wants you to sign in with your Ethereum account:\n"
    r"(?P<address>0x[0-9a-fA-F]{40})\n"
    r"\n"
    r"(?:[ -~]+\n)?"
    r"\n"
    r"URI: [A-Za-z][A-Za-z0-9+.-]*:[!-~]*\n"
    r"Version: 1\n"
    r"Chain ID: [0-9]+\n"
    r"Nonce: [A-Za-z0-9]{8,}\n"
    rf"Issued At: (?P<issued>{_TIME})"
    rf"(?:\nExpiration Time: (?P<expires>{_TIME}))?"
    rf"(?:\nNot Before: (?P<begins>{_TIME}))?"
    r"(?:\nRequest ID: [!-~]*)?"
    r"(?:\nResources:(?:\n- [!-~]+)*)?",
    re.ASCII,
)
_SIGNATURE = re.compile(r"0x(?P<point>[0-9a-fA-F]{128})(?P<v>00|01|1b|1c|1B|1C)")


@dataclass(frozen=True)
class Message:
    """What counts in a login text: the domain and the address that it names."""

    domain: str
    address: str


def read_message(text: str, now: datetime) -> Message:
    """Read a login text.

    Raises:
        ValueError: if it is not EIP-4361, has expired, or is not valid yet.
    """
    found = _MESSAGE.fullmatch(text)
    if found is None:
        raise ValueError("not a text of EIP-4361")
    issued, expires, begins = (_time(found[name]) for name in ("issued", "expires", "begins"))
    if issued is None or (expires and now >= expires) or (begins and now < begins):
        raise ValueError("not valid at this time")
    return Message(found["domain"], found["address"])


def _time(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None


def signer_of(text: str, signature: str) -> str:
    """The address, with its EIP-55 checksum, whose key signed a text (EIP-191, ``personal_sign``).

    Raises:
        ValueError: if the signature is malformed or no key can have made it.
        ImportError: if eth-account is missing.
    """
    found = _SIGNATURE.fullmatch(signature)
    if found is None:
        raise ValueError("a signature is 0x and 130 hexadecimal digits, the last two 00, 01, 1b or 1c")
    try:
        from eth_account import Account
        from eth_account.messages import encode_defunct
        from eth_keys.exceptions import BadSignature
    except ImportError as error:
        needed = "the mock checks wallet signatures with eth-account: pip install 'talkee-client[ethereum]'"
        raise ImportError(needed) from error
    try:
        return str(Account.recover_message(encode_defunct(text=text), signature=signature))
    except BadSignature as error:
        raise ValueError(str(error)) from None
