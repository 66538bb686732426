"""Sign-In with Ethereum (EIP-4361) as Talkee's login wants it. No I/O: texts, a clock, and a signer of yours.

Only a text that was built here is signed, so that no server and no web page can have another one signed. What another
program built and signed, a wallet in a browser say, can be checked by the same rules (`check_login`).
"""

from __future__ import annotations

import datetime
import re
import secrets
import string
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, NoReturn, Protocol

from ._core.errors import ConfigurationError, InvalidRequestError
from ._core.secrets import Secret, hide

LIFETIME = datetime.timedelta(minutes=3)
_ALPHABET = string.ascii_letters + string.digits
_ORIGIN = re.compile(r"https?://(?P<domain>[A-Za-z0-9.\-]+(?::[0-9]{1,5})?|\[[0-9A-Fa-f:]+\](?::[0-9]{1,5})?)")
_ADDRESS = re.compile(r"0x[0-9A-Fa-f]{40}")
_SIGNATURE = re.compile(r"0x[0-9a-fA-F]{128}(00|01|1b|1c|1B|1C)")
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
_EXTRA = "eth-account, the extra `ethereum` of talkee-client: pip install 'eth-account>=0.13,<1'"


class MessageSigner(Protocol):
    """Whoever holds the key: a wallet, a hardware device, a remote service."""

    @property
    def address(self) -> str:
        """The account's address, `0x` and 40 hexadecimal digits."""
        ...

    def sign_text(self, text: str) -> str | bytes:
        """Return the EIP-191 `personal_sign` signature of `text`: 65 bytes, or `0x` and 130 hexadecimal digits."""
        ...


class EthAccountSigner:
    """Signs with a key of eth-account (the extra `ethereum`)."""

    def __init__(self, account: Any) -> None:
        """Take an eth-account `LocalAccount`, or a private key as a Secret, hexadecimal text or bytes.

        Raises:
            ConfigurationError: It is no private key (32 bytes, not 0 and below the curve's order).
            ImportError: eth-account is not installed.
        """
        account = hide(account)  # a traceback with locals would show it
        self._account = _account_of(account) if isinstance(account, Secret) else account

    @property
    def address(self) -> str:
        """The account's address, with its checksum."""
        return str(self._account.address)

    def sign_text(self, text: str) -> bytes:
        """Return the 65 bytes of the signature."""
        message = _eth_account().messages.encode_defunct(text=text)
        return bytes(self._account.sign_message(message).signature)

    def __repr__(self) -> str:
        account = getattr(self, "_account", None)  # none yet in a traceback with locals out of the constructor
        return f"<EthAccountSigner {account.address if account else 'in the making'}>"

    def __reduce_ex__(self, protocol: object) -> NoReturn:
        raise TypeError("an EthAccountSigner cannot be pickled or copied: it holds a private key")


def _account_of(key: Secret) -> Any:
    eth_account = _eth_account()
    try:
        return eth_account.Account.from_key(key.reveal())
    except (ValueError, TypeError):
        problem = "the Ethereum key is no private key: write 32 bytes, as 0x and 64 hexadecimal digits (not shown)"
    raise ConfigurationError(problem)  # out here, or the exception of eth-account would go along with the key


def _eth_account() -> Any:
    try:
        import eth_account
        import eth_account.messages
    except ImportError as error:
        raise ImportError(f"signatures of Ethereum accounts need {_EXTRA}") from error
    return eth_account


def checksummed(address: str) -> str:
    """Return the EIP-55 form of an address: Talkee compares texts and refuses any other as a bad signature.

    Raises:
        InvalidRequestError: `address` is no address, or its mixed case is not its checksum (a typing error).
    """
    try:
        from eth_utils.address import to_checksum_address
    except ImportError as error:
        raise ImportError(f"the checksum of an address needs {_EXTRA}") from error
    if _ADDRESS.fullmatch(address):
        right = str(to_checksum_address(address))
        if address == right or address[2:] in (address[2:].lower(), address[2:].upper()):
            return right
    raise InvalidRequestError(f"{address!r} is not an Ethereum address: 0x, 40 hexadecimal digits, a right checksum")


def domain_of(origin: str) -> str:
    """Return what follows `//` in an origin, port included: the domain that the login text must name.

    Raises:
        ConfigurationError: `origin` is not like `https://blog.example.com`.
    """
    match = _ORIGIN.fullmatch(origin)
    if match is None:
        raise ConfigurationError(
            f"origin={origin!r} is no origin: write scheme, host and port only, such as https://blog.example.com"
        )
    return match["domain"]


def build_message(
    address: str,
    origin: str,
    *,
    statement: str | None = None,
    chain_id: int = 1,
    now: Callable[[], datetime.datetime] = lambda: datetime.datetime.now(datetime.UTC),
    nonce: str | None = None,
) -> str:
    """Return the EIP-4361 text for one login, valid for three minutes.

    Args:
        address: The account's address; written with its EIP-55 checksum.
        origin: The site's registered origin, such as `https://blog.example.com`; the server compares its domain.
        statement: One line of printable ASCII that the wallet shows, or None.
        chain_id: The chain that the account is used on; Talkee does not look at it.
        now: The clock; must give aware datetimes.
        nonce: At least 8 letters and digits; random when left out. Talkee does not remember nonces.

    Raises:
        InvalidRequestError: An argument cannot stand in the text.
        ConfigurationError: `origin` is no origin.
    """
    domain = domain_of(origin)
    nonce = nonce or "".join(secrets.choice(_ALPHABET) for _ in range(16))
    if not re.fullmatch(r"[A-Za-z0-9]{8,}", nonce):
        raise InvalidRequestError("nonce must be at least 8 letters and digits")
    if statement is not None and not re.fullmatch(r"[ -~]+", statement):
        raise InvalidRequestError("statement must be one line of printable ASCII")
    if chain_id < 1:
        raise InvalidRequestError(f"chain_id must be 1 or more, not {chain_id}")
    issued = now().astimezone(datetime.UTC).replace(microsecond=0)
    lines = [
        f"{domain} wants you to sign in with your Ethereum account:",
        checksummed(address),
        "",
        *([statement] if statement else []),
        "",
        f"URI: {origin}",
        "Version: 1",
        f"Chain ID: {chain_id}",
        f"Nonce: {nonce}",
        f"Issued At: {_zulu(issued)}",
        f"Expiration Time: {_zulu(issued + LIFETIME)}",
    ]
    return "\n".join(lines)


def _zulu(time: datetime.datetime) -> str:
    return time.strftime("%Y-%m-%dT%H:%M:%SZ")


def signature_text(signature: str | bytes) -> str:
    """Return a signature as Talkee takes it: `0x` and 130 hexadecimal digits.

    Raises:
        InvalidRequestError: It is not 65 bytes with a last byte of 0, 1, 27 or 28.
    """
    text = "0x" + signature.hex() if isinstance(signature, bytes) else signature.lower()
    text = text if text.startswith("0x") else "0x" + text
    if not _SIGNATURE.fullmatch(text):
        raise InvalidRequestError(
            "the signer gave no signature of 65 bytes that ends in 0, 1, 27 or 28 (value not shown)"
        )
    return text


@dataclass(frozen=True)
class LoginText:
    """What counts in a login text: domain and address as it has them, and when it is valid."""

    domain: str
    address: str
    expires: datetime.datetime | None
    begins: datetime.datetime | None

    def is_valid_at(self, now: datetime.datetime) -> bool:
        """Whether it has begun and has not expired."""
        return (self.begins is None or self.begins <= now) and (self.expires is None or now < self.expires)


def read_message(text: str) -> LoginText:
    """Read a login text by the grammar that Talkee's server checks.

    Raises:
        InvalidRequestError: It is not EIP-4361.
    """
    found = _MESSAGE.fullmatch(text)
    try:
        times = [_time(found[name]) for name in ("issued", "expires", "begins")] if found else []
    except ValueError:  # a date that there is not
        times = []
    if found is None or not times:
        raise InvalidRequestError("the login text is not EIP-4361")
    return LoginText(found["domain"], found["address"], times[1], times[2])


def _time(text: str | None) -> datetime.datetime | None:
    return datetime.datetime.fromisoformat(text) if text else None


def signer_of(text: str, signature: str | Secret) -> str:
    """Return the address, with its EIP-55 checksum, whose key signed a text (EIP-191, `personal_sign`).

    Raises:
        InvalidRequestError: The signature has another form, or no key can have made it.
        ImportError: eth-account is not installed.
    """
    signature = Secret(signature)  # a traceback with locals would show it
    eth_account = _eth_account()
    from eth_keys.exceptions import BadSignature

    if _SIGNATURE.fullmatch(signature.text()):
        try:
            message = eth_account.messages.encode_defunct(text=text)
            return str(eth_account.Account.recover_message(message, signature=signature.text()))
        except BadSignature:
            pass  # raised below: the exception of eth-account would go along with the signature
    raise InvalidRequestError("this is not the signature of a text by an Ethereum account (value not shown)")


def check_login(
    text: str,
    signature: str | Secret,
    origin: str,
    *,
    now: Callable[[], datetime.datetime] = lambda: datetime.datetime.now(datetime.UTC),
) -> None:
    """Find what Talkee would refuse in a signed login text, before it is sent.

    Args:
        text: The text, as it was signed.
        signature: Its signature, `0x` and 130 hexadecimal digits.
        origin: The site's registered origin, which goes along with the login.
        now: The clock; must give aware datetimes.

    Raises:
        InvalidRequestError: The text is not EIP-4361, is for another domain, has expired or is not valid yet, names its
            address without the EIP-55 checksum, or the signature is by another key.
        ConfigurationError: `origin` is no origin.
        ImportError: eth-account is not installed.
    """
    message = read_message(text)
    if message.domain != domain_of(origin):
        raise InvalidRequestError(f"the login text is for {message.domain}, and the origin is {origin}")
    if message.address != checksummed(message.address):
        raise InvalidRequestError(f"the login text needs the checksum of EIP-55: {checksummed(message.address)}")
    if signer_of(text, signature) != message.address:
        raise InvalidRequestError(f"the signature is not by {message.address}, the account that the login text names")
    if not message.is_valid_at(now()):
        raise InvalidRequestError("the login text is not valid at this time: build and sign another one")
