# Copied from overrides/core/_async_base.py by "nox -s generate": edit it there.
"""The base of the generated clients and resources."""

import warnings
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from typing import Any, ClassVar, NoReturn, Self, TypedDict, TypeVar, Unpack, cast

import httpx2

from . import config
from ._async_executor import AsyncExecutor, AsyncPool
from ._async_paging import AsyncPage, AsyncPager
from .auth import Scheme, attach
from .call import Call
from .envelope import ErrorRule
from .errors import ClientStateError, ConfigurationError
from .operation import Operation
from .paginator import AsyncPaginator, async_pages
from .paging import Arguments, Paging
from .raw import AsyncRequestHook, AsyncResponseHook
from .request import build
from .retry import RetryPolicy
from .runtime import Runtime
from .secrets import Secret, hide_options
from .types import NOT_GIVEN, HeaderValues, Limits, NotGiven, QueryValue, Timeout

T = TypeVar("T")

_KINDS: Any = {"retry": RetryPolicy, "runtime": Runtime, "limits": Limits, "headers": Mapping, "on_request": Sequence}
_KINDS |= {
    "on_response": Sequence,
    **dict.fromkeys(("http2", "trust_env", "experimental", "allow_insecure_http"), bool),
}
Credentials = Mapping[str, Secret | str | httpx2.Auth | None]


class AsyncCallOptions(TypedDict, total=False):
    """What `with_options` can change."""

    timeout: Timeout | float | None  # seconds for each phase of an attempt; default 30, to connect 10
    deadline: float | None  # seconds for a whole call with its repetitions; default 300
    max_retries: int  # how often a call that may be repeated is repeated; default 2
    max_response_bytes: int  # longer answers (decompressed) are errors; default 16 MiB
    headers: HeaderValues  # sent with each request


class AsyncClientOptions(AsyncCallOptions, total=False):
    """Keyword arguments of every client. In place of what is not given, the environment is read:
    `<ENV>_BASE_URL`, `…_TIMEOUT`, `…_DEADLINE`, `…_MAX_RETRIES`, `…_MAX_RESPONSE_BYTES`; and `…_LOG`."""

    base_url: str | None
    retry: RetryPolicy  # waiting times
    http_client: httpx2.AsyncClient  # your own; it stays yours to close
    transport: httpx2.AsyncBaseTransport
    proxy: str | httpx2.URL | httpx2.Proxy | None
    verify: Any  # True, an ssl.SSLContext, or the path of a file with the certificates to trust
    http2: bool
    trust_env: bool  # whether httpx2 takes proxies and certificates from the environment; default True
    limits: Limits  # connections at most, and how long idle ones are kept
    experimental: bool  # allow calls that the platform itself calls drafts
    allow_insecure_http: bool  # send credentials over plain http to other machines, with a warning
    on_request: Sequence[AsyncRequestHook]
    on_response: Sequence[AsyncResponseHook]
    runtime: Runtime  # clock, sleep and chance, for tests


class AsyncBaseClient:
    """A client of one platform. Safe to share between threads and tasks."""

    _env: ClassVar[str]  # beginning of the environment variables
    _product: ClassVar[str]  # name and version for the User-Agent
    _default_base_url: ClassVar[str | None] = None
    # For `server` of operations: by base URL, the address to use. Other base URLs are used themselves.
    # A server that is a path ("/") stands beside the API, on the host of the base URL, and needs no entry.
    _servers: Mapping[str, Mapping[str, str]] = {}
    _schemes: Mapping[str, Scheme] = {}
    _error_rule: ErrorRule = ErrorRule()
    _arguments: ClassVar[Mapping[str, Callable[[str], Any]]] = {}  # client-wide ones; reads each from its variable

    # Frames from a warning of the constructor to the caller: one more in a subclass with an `__init__` of its own.
    _stacklevel: ClassVar[int] = 4

    _is_copy = _is_raw = _is_closed = False
    _settings: config.Settings

    def __init__(
        self,
        *,
        credentials: Credentials,
        defaults: Mapping[str, Any] | None = None,
        **options: Unpack[AsyncClientOptions],
    ) -> None:
        """`credentials` (by scheme) and `defaults` (client-wide arguments) come from the generated client."""
        hide_options(options)
        _only_known(options, AsyncClientOptions)
        self._settings = config.read_settings(self._env, self._product, self._default_base_url, options)
        self._credentials = config.read_credentials(self._env, self._schemes, credentials)
        self._defaults: dict[str, Any] = {}
        for name, convert in self._arguments.items():
            value = (defaults or {}).get(name)
            value = config.setting(self._env, name, NOT_GIVEN, convert, None) if value is None else value
            if value is not None:
                self._defaults[name] = value
        client, transport = options.get("http_client"), options.get("transport")
        config.check_httpx2(client, httpx2.AsyncClient, "http_client", also=(type(None),))
        config.check_httpx2(transport, httpx2.AsyncBaseTransport, "transport", also=(type(None),))
        pool = AsyncPool(client, transport, config.pool_options(options, self._settings.base_url))
        hooks = tuple(options.get("on_request", ())), tuple(options.get("on_response", ()))
        self._executor = AsyncExecutor(pool, self._settings, *hooks)
        self._allow_insecure_http = options.get("allow_insecure_http", False)
        self._experimental = options.get("experimental", False)
        self._memory: dict[str, Any] = {}
        """What resources learn about the platform; shared by the copies of a client."""
        self._check_safety()

    async def _call(
        self, operation: Operation[T], arguments: Mapping[str, Any], body: Any = NOT_GIVEN, *extras: Any
    ) -> T:
        """Send a call: its result, or in a raw view its RawResponse. `extras`: extra_headers, extra_query, timeout."""
        if operation.deprecated:
            warnings.warn(operation.deprecated, DeprecationWarning, stacklevel=3)
        return await self._send(operation, arguments, body, *extras)

    async def _send(
        self,
        operation: Operation[T],
        arguments: Mapping[str, Any],
        body: Any,
        extra_headers: HeaderValues | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeouts: Timeout | float | NotGiven | None = NOT_GIVEN,
    ) -> T:
        if self._is_closed:
            raise ClientStateError("this client is closed: create a new one")
        operation = self._operation(operation)
        if operation.draft and not self._experimental:
            raise ConfigurationError(f"{operation.id} is a draft of the platform: give the client experimental=True")
        given = {name: value for name, value in arguments.items() if value is not NOT_GIVEN}
        wire = build(operation, {**self._defaults, **given}, body, extra_headers, extra_query)
        base_url = self._address(operation.server) if operation.server else self._settings.base_url
        signer = attach(wire, operation, self._schemes, self._credentials, self._env)
        secrets = [value for value in self._credentials.values() if isinstance(value, Secret)]
        secrets += [*self._settings.secrets.values(), *wire.secrets]
        call = Call(operation, wire, base_url + wire.path, self._error_rule, secrets, self._hint, signer)
        limits = self._settings.timeout
        if not isinstance(timeouts, NotGiven):
            limits = config.setting("", "timeout", timeouts, config.read_timeout, limits)
        answer = await self._executor.execute(call, limits)
        return cast(T, answer) if self._is_raw else answer.parse()  # see `to_raw`

    def _page(
        self,
        operation: Operation[Any],
        arguments: Mapping[str, Any],
        body: Mapping[str, Any] | NotGiven = NOT_GIVEN,
        *extras: Any,
        paging: Paging[T],
    ) -> AsyncPaginator[T]:
        """The pages of a list call. What the strategy changes is an argument, else a member of the body."""
        if operation.deprecated:
            warnings.warn(operation.deprecated, DeprecationWarning, stacklevel=3)
        members = {} if isinstance(body, NotGiven) else body

        async def send(asked: Arguments) -> Any:
            values = {name: asked[name] for name in arguments}
            sent = {name: asked[name] for name in asked if name not in arguments} or body
            return await self._send(operation, values, sent, *extras)

        async def fetch(asked: Arguments) -> Any:
            answer = await send(asked)
            return answer.parse() if self._is_raw else answer

        async def start() -> AsyncPage[T]:
            pager, asked = AsyncPager(fetch, paging), {**members, **arguments}
            if not self._is_raw:
                return await pager.page(asked)
            raw: Any = await send(asked)
            return cast("AsyncPage[T]", raw.then(lambda answer: pager.first(asked, answer)))  # see `to_raw`

        return async_pages(start)

    def _hint(self) -> str:
        return ", ".join(scheme.how(self._env) for scheme in self._schemes.values())

    def _operation(self, operation: Operation[T]) -> Operation[T]:
        """The operation to send instead; a seam for clients whose users can change paths."""
        return operation

    def _address(self, server: str) -> str:
        base_url = self._settings.base_url
        if server.startswith("/"):
            return str(httpx2.URL(base_url).join(server)).rstrip("/")
        return self._servers[server].get(base_url, base_url)

    def _check_safety(self) -> None:
        base_url = self._settings.base_url
        addresses = (base_url, *(server.get(base_url, base_url) for server in self._servers.values()))
        readable = list(filter(config.is_readable_on_the_way, addresses))
        if not readable or not (self._credentials or self._settings.secrets):
            return
        what = f"credentials would travel readable over plain http to {readable[0]}"
        if not self._allow_insecure_http:
            raise ConfigurationError(f"{what}: use https, or allow_insecure_http=True if you accept that")
        if self._memory.setdefault("insecure", what) is what:  # one warning for a client and its copies
            warnings.warn(what.replace("would ", ""), stacklevel=self._stacklevel)

    def _with(
        self,
        *,
        credentials: Credentials | None = None,
        defaults: Mapping[str, Any] | None = None,
        **options: Unpack[AsyncCallOptions],
    ) -> Self:
        """A copy over the same connections with other settings; None keeps a credential or default."""
        hide_options(options)
        _only_known(options, AsyncCallOptions)
        other = self._copy()
        other._settings = config.change_settings(self._settings, options)
        other._executor = replace(self._executor, settings=other._settings)
        new = {name: value for name, value in (credentials or {}).items() if value is not None}
        schemes = {name: scheme for name, scheme in self._schemes.items() if name in new}
        other._credentials = {**self._credentials, **config.read_credentials(self._env, schemes, new)}
        other._defaults = {**self._defaults, **{n: v for n, v in (defaults or {}).items() if v is not None}}
        other._check_safety()
        return other

    def _raw_view(self) -> Self:
        """A copy whose calls give RawResponse objects."""
        other = self._copy()
        other._is_raw = True
        return other

    def _copy(self) -> Self:
        other = object.__new__(type(self))
        for name, value in vars(self).items():
            # Resources, which are cached, belong to the client that made them.
            if not isinstance(getattr(type(self), name, None), cached_property):
                setattr(other, name, value)
        other._is_copy = True
        return other

    async def aclose(self) -> None:
        """Close the connections. A copy made by `with_options` closes only itself."""
        self._is_closed = True
        if not self._is_copy:
            await self._executor.pool.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *exc_info: object) -> None:
        await self.aclose()

    def __repr__(self) -> str:
        settings = getattr(self, "_settings", None)  # tracebacks show clients that could not be made
        state = " (closed)" if self._is_closed else ""
        return f"<{type(self).__name__} {settings.base_url if settings else 'in the making'}{state}>"

    def __reduce_ex__(self, protocol: object) -> NoReturn:
        raise TypeError(f"{type(self).__name__} cannot be pickled or copied: use with_options or make one")


class AsyncResource:
    """A group of operations of a client."""

    def __init__(self, client: AsyncBaseClient) -> None:
        self._client = client

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {self._client!r}>"


def _only_known(options: Mapping[str, Any], known: Any) -> None:
    keys = sorted(known.__optional_keys__)
    for name, value in options.items():
        if name not in keys:
            raise TypeError(f"unexpected keyword argument {name!r}; known are {', '.join(keys)}")
        if not isinstance(value, _KINDS.get(name, object)):
            raise TypeError(f"{name}= must be a {_KINDS[name].__name__}, not a {type(value).__name__}")
