"""Settings of a client: arguments first, then the environment, then defaults. A wrong value is named."""

import ipaddress
import math
import os
import platform
import ssl
import sys
import warnings
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

import httpx2

from .errors import ConfigurationError
from .request import set_header
from .retry import RetryPolicy
from .runtime import Runtime
from .secrets import Secret
from .types import NOT_GIVEN, NotGiven, Timeout

T = TypeVar("T")

DEFAULT_TIMEOUT = Timeout(30.0, connect=10.0)
DEFAULT_DEADLINE = 300.0
DEFAULT_MAX_RESPONSE_BYTES = 16 * 1024 * 1024
DEFAULT_LIMITS = httpx2.Limits(max_connections=100, max_keepalive_connections=20, keepalive_expiry=5.0)


@dataclass(frozen=True, slots=True)
class Settings:
    """What one client object does in its own way; `with_options` makes another one over the same connections."""

    base_url: str
    timeout: Timeout
    deadline: float | None
    retry: RetryPolicy
    headers: httpx2.Headers = field(repr=False)
    max_response_bytes: int
    allow_insecure_http: bool
    runtime: Runtime


def setting(env: str, name: str, value: Any, read: Callable[[Any], T], default: T) -> T:
    """The argument `name` if given, else the variable `<env>_<NAME>`, else the default; `read` checks and converts.

    `read` raises ValueError or TypeError with what would be right; the ConfigurationError says where the value is.
    """
    where = f"{name}="
    if value is NOT_GIVEN or (value is None and name not in ("timeout", "deadline")):
        where = f"{env}_{name.upper()}"
        value = os.environ.get(where, "").strip()
        if not value:
            return default
    try:
        return read(value)
    except (ValueError, TypeError) as error:
        problem = f"{where}: {error}"
    raise ConfigurationError(problem)


def read_timeout(value: Any) -> Timeout:
    """Seconds for each phase (connect, read, write, pool), an httpx2 Timeout, or None for no limit."""
    if value is None or isinstance(value, Timeout):
        return Timeout(value)
    if type(value).__module__.partition(".")[0] == "httpx":
        raise TypeError(
            "this is a Timeout of httpx; this client is built on httpx2: write httpx2.Timeout(...)"
        )
    return Timeout(read_seconds(value))


def read_seconds(value: Any) -> float:
    """A positive number of seconds."""
    try:
        seconds = float(value)
    except (TypeError, ValueError):
        seconds = math.nan
    if not 0 < seconds < math.inf or isinstance(value, bool):
        raise ValueError(f"{value!r} is not a number of seconds: give a positive number, such as 30")
    return seconds


def read_deadline(value: Any) -> float | None:
    """A positive number of seconds, or None for no limit."""
    return None if value is None else read_seconds(value)


def read_count(value: Any) -> int:
    """A whole number, 0 or more."""
    text = str(value)
    if isinstance(value, bool | float) or not (text.isascii() and text.isdigit()):
        raise ValueError(f"{value!r} is not a whole number from 0 on")
    return int(text)


def read_base_url(value: Any) -> str:
    """An absolute http or https address without credentials, query and fragment; the slash at its end is dropped."""
    try:
        url = httpx2.URL(str(value))
    except (httpx2.InvalidURL, TypeError):
        raise ValueError("not an address: write something like https://api.example.com/v1") from None
    if url.userinfo:
        raise ValueError("the address must not hold a user name or password")
    if url.scheme not in ("http", "https") or not url.host:
        raise ValueError(f"{str(value)!r} is not an http or https address: write https://api.example.com/v1")
    if url.query or url.fragment or "?" in str(value) or "#" in str(value):
        raise ValueError("the address must have neither query nor fragment")
    return str(url).rstrip("/")


def read_secret(value: Any) -> Secret:
    """A secret that can be sent in a header: printable ASCII without blanks. The text never shows it."""
    try:
        secret = value if isinstance(value, Secret) else Secret(value)
        text = secret.text()
    except (TypeError, UnicodeDecodeError):
        raise TypeError(f"text or Secret expected, not {type(value).__name__}") from None
    if not text or any(not "!" <= char <= "~" for char in text):
        raise ValueError(
            "must be printable ASCII without blanks and line breaks, and not empty (value not shown)"
        )
    return secret


def is_loopback(host: str) -> bool:
    """Whether `host` is this machine."""
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def read_verify(value: Any) -> ssl.SSLContext | bool:
    """True, False, an SSL context, or the path of a file with the certificates to trust."""
    if isinstance(value, bool | ssl.SSLContext):
        return value
    try:
        return ssl.create_default_context(cafile=os.fspath(value))
    except (OSError, TypeError) as error:
        raise ValueError(
            f"no file with certificates ({type(error).__name__}): give a path or an SSLContext"
        ) from None


def check_httpx2(value: object, argument: str, kind: type) -> None:
    """TypeError unless `value` is of `kind`; an object of httpx, the older library, gets a word about httpx2."""
    if isinstance(value, kind):
        return
    expected = f"httpx2.{kind.__name__}"
    if any(base.__module__.partition(".")[0] == "httpx" for base in type(value).__mro__):
        raise TypeError(
            f"{argument}= is an httpx {type(value).__name__}; this client is built on httpx2, the maintained "
            f"continuation of httpx: import httpx2 and pass an {expected}"
        )
    raise TypeError(f"{argument}= must be an {expected}, not a {type(value).__name__}")


def read_credential(env: str, argument: str, value: Any) -> Secret | httpx2.Auth | None:
    """A credential as given, else from `<env>_<ARGUMENT>`, else None."""
    if isinstance(value, httpx2.Auth):
        return value
    return setting(env, argument, NOT_GIVEN if value is None else value, read_secret, None)


def read_settings(
    env: str, product: str, default_base_url: str | None, options: Mapping[str, Any]
) -> Settings:
    """The settings of a new client. Raises ConfigurationError."""

    def option(name: str, read: Callable[[Any], T], default: T) -> T:
        return setting(env, name, options.get(name, NOT_GIVEN), read, default)

    base_url = setting(env, "base_url", options.get("base_url"), read_base_url, default_base_url)
    if base_url is None:
        raise ConfigurationError(f"this client has no default address: pass base_url=… or set {env}_BASE_URL")
    retry = options.get("retry") or RetryPolicy()
    return Settings(
        base_url=base_url,
        timeout=option("timeout", read_timeout, DEFAULT_TIMEOUT),
        deadline=option("deadline", read_deadline, DEFAULT_DEADLINE),
        retry=replace(retry, max_retries=option("max_retries", read_count, retry.max_retries)),
        headers=_base_headers(product, options),
        max_response_bytes=option("max_response_bytes", read_count, DEFAULT_MAX_RESPONSE_BYTES),
        allow_insecure_http=options.get("allow_insecure_http", False),
        runtime=options.get("runtime") or Runtime(),
    )


def changed_settings(settings: Settings, product: str, options: Mapping[str, Any]) -> Settings:
    """The settings of a copy of a client."""
    changes: dict[str, Any] = {}
    readers = {"timeout": read_timeout, "deadline": read_deadline, "max_response_bytes": read_count}
    for name, read in readers.items():
        if name in options:
            changes[name] = setting("", name, options[name], read, None)
    if "max_retries" in options:
        count = setting("", "max_retries", options["max_retries"], read_count, settings.retry.max_retries)
        changes["retry"] = replace(settings.retry, max_retries=count)
    if "headers" in options:
        changes["headers"] = _with_headers(settings.headers, options["headers"])
    return replace(settings, **changes)


def pool_options(options: Mapping[str, Any]) -> dict[str, Any]:
    """Keyword arguments for a new httpx2 client."""
    chosen = {name: options[name] for name in ("proxy", "http2", "trust_env") if name in options}
    chosen["limits"] = options.get("limits", DEFAULT_LIMITS)
    if "verify" in options:
        chosen["verify"] = setting("", "verify", options["verify"], read_verify, True)
    if isinstance(chosen.get("proxy"), str):
        # A Proxy hides its password in repr; it also refuses schemes that httpx2 does not know.
        chosen["proxy"] = setting("", "proxy", chosen["proxy"], _read_proxy, None)
    return chosen


def _read_proxy(value: str) -> httpx2.Proxy:
    try:
        return httpx2.Proxy(value)
    except (ValueError, httpx2.InvalidURL):
        raise ValueError(
            "not a proxy address: write http://host:port or socks5://host:port (value not shown)"
        ) from None


def _base_headers(product: str, options: Mapping[str, Any]) -> httpx2.Headers:
    python = ".".join(map(str, sys.version_info[:3]))
    agent = f"{product} Python/{python} httpx2/{httpx2.__version__} ({platform.system() or 'unknown'})"
    headers = httpx2.Headers(
        {
            "Accept": "application/json",
            "Accept-Encoding": "gzip, deflate",
            "Connection": "keep-alive",
            "User-Agent": agent,
        }
    )
    return _with_headers(headers, options.get("headers"))


def _with_headers(headers: httpx2.Headers, more: Mapping[str, Any] | None) -> httpx2.Headers:
    pairs: list[tuple[str, str]] = []
    for name, value in (more or {}).items():
        set_header(pairs, name, value)
    merged = httpx2.Headers(headers)
    merged.update(pairs)
    return merged


def check_origin(url: httpx2.URL, allowed: str) -> None:
    """ConfigurationError unless `url` has the origin of `allowed`: credentials go to the configured place only."""
    if url.origin != httpx2.URL(allowed).origin:
        raise ConfigurationError(
            "a request hook changed the request's origin; credentials go to the configured one only"
        )


def read_client_argument(env: str, name: str, value: Any, read: Callable[[str], Any]) -> Any:
    """A client-wide argument such as an id: as given, else read from the environment, else NOT_GIVEN."""
    if value is None or isinstance(value, NotGiven):
        return setting(env, name, NOT_GIVEN, read, NOT_GIVEN)
    return value


_warned: set[str] = set()


def warn_insecure(base_url: str) -> None:
    """Say once per address that credentials travel readable."""
    if base_url not in _warned:
        _warned.add(base_url)
        warnings.warn(
            f"credentials are sent to {base_url} over plain http, readable on the way", stacklevel=4
        )
