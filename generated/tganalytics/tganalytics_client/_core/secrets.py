# Copied from overrides/core/secrets.py by "nox -s generate": edit it there.
"""The one wrapper for tokens, keys and passwords: nothing that prints or logs shows what is inside."""

import hmac
from collections.abc import Mapping
from typing import Any, NoReturn


class Secret:
    """A token, key or password that must not appear in any output.

    `repr`, `str` and `format` show `Secret('***')`, pickling is refused, `==` takes constant time.
    """

    __slots__ = ("__value",)

    def __init__(self, value: "str | bytes | Secret") -> None:
        self.__value = value.reveal() if isinstance(value, Secret) else value
        if not isinstance(self.__value, str | bytes):
            raise TypeError(f"a secret is text or bytes, not {type(value).__name__}")

    def reveal(self) -> Any:
        """The text or bytes inside."""
        return self.__value

    def text(self) -> str:
        """The value as text (bytes are read as UTF-8)."""
        return self.__value.decode() if isinstance(self.__value, bytes) else str(self.__value)

    def __repr__(self) -> str:
        return "Secret('***')"

    def __format__(self, spec: str) -> str:
        return format(repr(self), spec)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Secret | str | bytes):
            return NotImplemented
        return hmac.compare_digest(self.encoded(), Secret(other).encoded())

    def __hash__(self) -> int:
        return hash(self.encoded())

    def encoded(self) -> bytes:
        """The value as bytes (text is written as UTF-8)."""
        value = self.__value
        return value.encode("utf-8", "surrogatepass") if isinstance(value, str) else bytes(value)

    def __deepcopy__(self, memo: object = None) -> "Secret":
        return self

    __copy__ = __deepcopy__

    def __reduce_ex__(self, protocol: object) -> NoReturn:
        raise TypeError("a Secret cannot be pickled: pass it another way, such as an environment variable")


def hide(value: Any) -> Any:
    """Text and bytes, alone or as values of a dict, as Secrets; anything else as it is."""
    if isinstance(value, Mapping):
        return {name: hide(item) for name, item in value.items()}
    return Secret(value) if isinstance(value, str | bytes) else value


_SHOWN = "base_url proxy verify transport http_client timeout deadline max_retries max_response_bytes"


def hide_options(options: Any) -> None:
    """Hide headers, passwords in addresses and misspelt options: tracebacks with locals would show them."""
    for name, value in options.items():
        options[name] = value if name in _SHOWN.split() and "@" not in str(value) else hide(value)
