# Copied from overrides/core/config.py by "nox -s generate": edit it there.
"""Settings of a client: arguments first, then the environment, then defaults. What is wrong is named."""

import ipaddress
import logging
import math
import os
import platform
import re
import ssl
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from http.cookiejar import CookieJar, DefaultCookiePolicy
from typing import Any, TypeVar

import httpx2

from .auth import Credential, Scheme
from .errors import ConfigurationError
from .request import header, hide_named
from .retry import RetryPolicy
from .runtime import Runtime
from .secrets import Secret
from .types import NOT_GIVEN, NotGiven, Timeout

T = TypeVar("T")
DEFAULT_TIMEOUT = Timeout(30.0, connect=10.0)
DEFAULT_LIMITS = httpx2.Limits(max_connections=100, max_keepalive_connections=20)
_LEVELS = {"debug": logging.DEBUG, "info": logging.INFO, "warning": logging.WARNING, "error": logging.ERROR}

# The package's logger: one line for each attempt at level DEBUG, never a header, a query or a body.
log = logging.getLogger(__name__.partition(".")[0])


@dataclass(frozen=True, eq=False, repr=False)
class Settings:
    """What `with_options` can change, and what goes with it."""

    base_url: str
    timeout: Timeout
    deadline: float | None
    retry: RetryPolicy
    headers: httpx2.Headers
    secrets: Mapping[str, Secret]  # further headers, with values that are or look secret
    max_response_bytes: int
    runtime: Runtime


def setting(env: str, name: str, value: Any, read: Callable[[Any], T], default: T) -> T:
    """The argument `name` if it was given, else the variable `<env>_<NAME>`, else the default. `read` checks and
    converts; of its ValueError or TypeError comes a ConfigurationError that names the argument or the variable."""
    where = f"{name}="
    if value is NOT_GIVEN:
        where = f"{env}_{name.upper()}"
        value = os.environ.get(where, "").strip()
        if not value:
            return default
    try:
        return (_read_count if read is int else read)(value)  # type: ignore[return-value]  # T is int then
    except (ValueError, TypeError) as error:
        problem = f"{where} {error}"
    del value  # else tracebacks with locals would show it
    raise ConfigurationError(problem)


def read_settings(env: str, product: str, base_url: str | None, options: Mapping[str, Any]) -> Settings:
    """The settings of a new client; `base_url` is the default one."""
    setting(env, "log", NOT_GIVEN, _log_to_stderr, None)
    given = NOT_GIVEN if options.get("base_url") is None else options["base_url"]
    address = setting(env, "base_url", given, read_base_url, base_url)
    if address is None:
        raise ConfigurationError(f"there is no default address: give base_url=… or set {env}_BASE_URL")
    retry, runtime = options.get("retry", RetryPolicy()), options.get("runtime", Runtime())
    first = Settings(address, DEFAULT_TIMEOUT, 300.0, retry, _standard_headers(product), {}, 16 * 2**20, runtime)
    return change_settings(first, options, env)


def change_settings(settings: Settings, options: Mapping[str, Any], env: str | None = None) -> Settings:
    """`settings` with what the options say, and with `env` also what the environment says."""
    changes: dict[str, Any] = {}
    for name, read in _READERS.items():
        if name in options or (env and not (name == "max_retries" and "retry" in options)):
            default = settings.retry.max_retries if name == "max_retries" else getattr(settings, name)
            changes[name] = setting(env or "", name, options.get(name, NOT_GIVEN), read, default)
    if "max_retries" in changes:
        changes["retry"] = replace(settings.retry, max_retries=changes.pop("max_retries"))
    headers, secrets = httpx2.Headers(settings.headers), dict(settings.secrets)
    for name, value in hide_named(options.get("headers") or {}).items():
        text = header(name, value)
        secrets.pop(name.lower(), None)
        if isinstance(value, Secret):
            secrets[name.lower()] = value
        else:
            headers[name] = text
    return replace(settings, headers=headers, secrets=secrets, **changes)


def pool_options(options: Mapping[str, Any], base_url: str) -> dict[str, Any]:
    """Keyword arguments for a new httpx2 client."""
    chosen = {name: options[name] for name in ("http2", "trust_env") if name in options}
    chosen["limits"] = options.get("limits", DEFAULT_LIMITS)
    for name, read in (("verify", _read_verify), ("proxy", _read_proxy)):
        if name in options:
            chosen[name] = setting("", name, options[name], read, None)
    chosen["cookies"] = CookieJar(DefaultCookiePolicy(allowed_domains=()))  # cookies are neither kept nor sent
    for name in ("http11", "http2", "socks"):
        logging.getLogger(f"httpcore2.{name}").addFilter(_mask_record)
    if chosen.get("http2") and not logging.getLogger("hpack").level:
        logging.getLogger("hpack").setLevel(logging.INFO)  # at DEBUG it writes every header out
    if base_url.startswith("http:") and not options.get("proxy") and not is_readable_on_the_way(base_url):
        # A proxy from the environment would get what is meant for this machine, readable.
        chosen["mounts"] = {f"http://{httpx2.URL(base_url).netloc.decode()}": None}
    return chosen


def read_credentials(env: str, schemes: Mapping[str, Scheme], given: Mapping[str, Any]) -> dict[str, Credential]:
    """The credentials of these schemes, as given, else (secrets only) from the environment."""
    found: dict[str, Credential] = {}
    for name, scheme in schemes.items():
        value: Any = NOT_GIVEN if given.get(name) is None else given[name]
        if scheme.kind == "sign":
            check_httpx2(value, httpx2.Auth, scheme.argument, also=(NotGiven,))
            value = value or None
        elif not isinstance(value, httpx2.Auth):
            value = setting(env, scheme.argument, value, _read_secret, None)
        if value is not None:
            found[name] = value
    return found


def read_timeout(value: Any) -> Timeout:
    """Seconds for each phase, an httpx2 Timeout, or None for no limit."""
    if value is None or isinstance(value, Timeout):
        for seconds in Timeout(value).as_dict().values():
            _read_seconds(1 if seconds is None else seconds)
        return Timeout(value)
    check_httpx2(value, Timeout, "", also=(int, float, str))
    return Timeout(_read_seconds(value))


def read_base_url(value: Any) -> str:
    """An absolute http or https address; the slash at its end is dropped."""
    if "@" in str(value) or isinstance(value, Secret):
        raise ValueError("must not hold a user name or password (value not shown)")
    try:
        url = httpx2.URL(str(value))
    except httpx2.InvalidURL:
        url = httpx2.URL("")
    if (
        url.scheme not in ("http", "https")
        or not url.host
        or (url.port or 1) > 65535
        or any(char in str(value) for char in "?#")
    ):
        raise ValueError(f"{value!r} is not an address such as https://api.example.com/v1")
    return str(url).rstrip("/")


def is_readable_on_the_way(address: str) -> bool:
    """Whether requests to `address` travel as plain text over a network (loopback is none)."""
    url = httpx2.URL(address)
    if url.scheme == "https" or url.host == "localhost" or url.host.endswith(".localhost"):
        return False
    try:
        return not ipaddress.ip_address(url.host).is_loopback
    except ValueError:
        return True


def check_httpx2(value: object, kind: type, argument: str, also: tuple[type, ...] = ()) -> None:
    """TypeError unless `value` is of `kind`; for an object of the older httpx it says what to do."""
    if isinstance(value, (kind, *also)):
        return
    name = f"{argument}= " if argument else ""
    text = f"{name}must be an httpx2.{kind.__name__}, not {type(value).__name__}"
    if any(base.__module__.partition(".")[0] == "httpx" for base in type(value).__mro__):
        text += " of httpx: this client is built on httpx2, its maintained continuation; import that instead"
    raise TypeError(text)


def _read_seconds(value: Any) -> float:
    try:
        seconds = math.nan if isinstance(value, bool) else float(value)
    except (TypeError, ValueError):
        seconds = math.nan
    if not 0 < seconds < math.inf:
        raise ValueError(f"{value!r} is not a number of seconds above 0, such as 30")
    return seconds


def _read_count(value: Any) -> int:
    text = "" if isinstance(value, bool) else str(value)
    if not (text.isascii() and text.isdigit()):
        raise ValueError(f"{value!r} is not a whole number from 0 on")
    return int(text)


def _read_secret(value: Any) -> Secret:
    secret = Secret(value)
    if not re.fullmatch(rb"[!-~]+", secret.encoded()):
        raise ValueError("must be printable ASCII, not empty, no blanks, no line breaks (value not shown)")
    return secret


def _read_verify(value: Any) -> ssl.SSLContext | bool:
    if isinstance(value, bool | ssl.SSLContext):
        return value
    try:
        return ssl.create_default_context(cafile=os.fspath(value))
    except OSError as error:
        raise ValueError(f"{value!r} is not a file of certificates in PEM form ({type(error).__name__})") from None


def _read_proxy(value: Any) -> httpx2.Proxy | None:
    if value is None or isinstance(value, httpx2.Proxy):
        return value
    try:  # a Proxy hides its password in repr, which a string would not
        return httpx2.Proxy(value.reveal() if isinstance(value, Secret) else value)
    except (ValueError, TypeError, httpx2.InvalidURL):
        raise ValueError("must be an address such as http://host:port (value not shown)") from None


def _standard_headers(product: str) -> httpx2.Headers:
    system, python = platform.system() or "unknown", platform.python_version()
    basic = {"Accept": "application/json", "Accept-Encoding": "gzip, deflate", "Connection": "keep-alive"}
    return httpx2.Headers(basic | {"User-Agent": f"{product} Python/{python} httpx2/{httpx2.__version__} ({system})"})


def _mask_record(record: logging.LogRecord) -> bool:
    """Cut from lines of httpcore2 the headers of an answer, with its cookies, and the password of a proxy."""
    record.msg = re.split(r", \[\(b['\"]| auth=", str(record.msg))[0]
    return True


def _log_to_stderr(value: str) -> None:
    if value.lower() not in _LEVELS:
        raise ValueError(f"{value!r} is no level: write {', '.join(_LEVELS)}")
    log.setLevel(_LEVELS[value.lower()])
    if not any(handler.name == "environment" for handler in log.handlers):
        handler = logging.StreamHandler(sys.stderr)
        handler.name = "environment"
        handler.setFormatter(logging.Formatter("%(asctime)s %(name)s %(levelname)s %(message)s"))
        log.addHandler(handler)


_READERS: dict[str, Callable[[Any], Any]] = {"timeout": read_timeout, "max_retries": _read_count}
_READERS |= {"max_response_bytes": _read_count, "deadline": lambda s: s if s is None else _read_seconds(s)}
