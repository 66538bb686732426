"""The one wrapper for tokens, keys and passwords: nothing that prints, logs or pickles shows what is inside."""

import hmac
from typing import Any, NoReturn


class Secret:
    """A token, key or password that must not appear in any output.

    `repr`, `str` and `format` show `Secret('***')`; pickling is refused; `==` takes constant time.
    Call `reveal()` where the value itself is needed.
    """

    __slots__ = ("__value",)

    def __init__(self, value: "str | bytes | Secret") -> None:
        if isinstance(value, Secret):
            value = value.reveal()
        if not isinstance(value, str | bytes):
            raise TypeError(f"a secret is text or bytes, not {type(value).__name__}")
        self.__value = value

    def reveal(self) -> Any:
        """The text or bytes inside."""
        return self.__value

    def text(self) -> str:
        """The value as text (bytes are read as UTF-8)."""
        value = self.__value
        return value if isinstance(value, str) else value.decode()

    def __repr__(self) -> str:
        return "Secret('***')"

    __str__ = __repr__

    def __format__(self, spec: str) -> str:
        return format(repr(self), spec)

    def __bool__(self) -> bool:
        return bool(self.__value)

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Secret):
            other = other.reveal()
        if not isinstance(other, str | bytes):
            return NotImplemented
        return hmac.compare_digest(_to_bytes(self.__value), _to_bytes(other))

    def __hash__(self) -> int:
        return hash(_to_bytes(self.__value))

    def __copy__(self) -> "Secret":
        return self

    def __deepcopy__(self, memo: object) -> "Secret":
        return self

    def __reduce_ex__(self, protocol: object) -> NoReturn:
        raise TypeError("a Secret cannot be pickled: pass it by another way, such as an environment variable")


def _to_bytes(value: str | bytes) -> bytes:
    return value.encode("utf-8", "surrogatepass") if isinstance(value, str) else value
