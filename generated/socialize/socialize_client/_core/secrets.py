# Copied from overrides/core/secrets.py by "nox -s generate": edit it there.
"""The one wrapper for tokens, keys and passwords: nothing that prints or logs shows what is inside."""

import hmac
import sys
from collections.abc import Mapping
from typing import Any, NoReturn


class Secret:
    """A token, key or password that must not appear in any output: `repr`, `str` and `format` show `Secret('***')`,
    pickling is refused, `==` takes constant time."""

    __slots__ = ("__value",)

    def __init__(self, value: "str | bytes | Secret") -> None:
        self.__value = value.reveal() if isinstance(value, Secret) else value
        if not isinstance(self.__value, str | bytes):
            raise TypeError(f"a secret is text or bytes, not {type(value).__name__}")

    def reveal(self) -> Any:
        """The text or bytes inside."""
        return self.__value

    def text(self) -> str:
        """The value as text (bytes are read as UTF-8). Raises a ValueError that does not show it."""
        if isinstance(self.__value, bytes) and self.__value.decode("utf-8", "ignore").encode() != self.__value:
            raise ValueError("this secret is not text in UTF-8")
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

    def __reduce_ex__(self, protocol: object = None) -> NoReturn:
        raise TypeError("a Secret cannot be pickled: pass it another way, such as an environment variable")

    __getstate__ = __reduce_ex__


_TRANSPORTS = {*sys.stdlib_module_names, "httpx2", "httpcore2", "h11", "h2", "hpack", "anyio", "trio"}


def forget_frames(error: BaseException) -> None:
    """Take the frames of transports out of the tracebacks of `error` and its chain: they hold headers and bodies."""
    chain = [error]
    for link in chain:
        steps: list[Any] = [link.__traceback__]
        while steps[-1]:
            steps.append(steps[-1].tb_next)
        link.__traceback__ = None
        for step in reversed(steps[:-1]):
            if str(step.tb_frame.f_globals.get("__name__")).partition(".")[0] not in _TRANSPORTS:
                step.tb_next, link.__traceback__ = link.__traceback__, step
        more = (link.__cause__, link.__context__, *getattr(link, "exceptions", ()))
        chain += [other for other in more if other is not None and other not in chain]


def hide(value: Any) -> Any:
    """Text and bytes, alone or as values of a dict, as Secrets; anything else as it is."""
    if isinstance(value, Mapping):
        return {name: hide(item) for name, item in value.items()}
    return Secret(value) if isinstance(value, str | bytes) else value


_SHOWN = "base_url proxy verify transport http_client timeout deadline max_retries max_response_bytes http2 trust_env"
_SHOWN += " experimental allow_insecure_http"


def hide_options(options: Any) -> None:
    """Hide headers, passwords in addresses and misspelt options: tracebacks with locals would show them."""
    for name, value in options.items():
        options[name] = value if name in _SHOWN.split() and "@" not in str(value) else hide(value)
