"""The base of the generated clients and resources."""

import warnings
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import Any, ClassVar, NoReturn, Self, TypedDict, TypeVar, Unpack

import httpx2

from . import config
from ._async_executor import AsyncExecutor, AsyncPool
from ._async_paging import AsyncPager, AsyncPage
from .auth import Scheme, attach, choose
from .call import Call
from .envelope import ErrorRule
from .errors import ClientStateError, ConfigurationError
from .hooks import AsyncRequestHook, AsyncResponseHook
from .logs import configure_from_environment
from .operation import Operation
from .paginator import AsyncPaginator, async_pages
from .paging import Arguments, Paging
from .request import build
from .retry import RetryPolicy
from .runtime import Runtime
from .secrets import Secret
from .types import NOT_GIVEN, Limits, NotGiven, QueryValue, Timeout

T = TypeVar("T")

Headers = Mapping[str, str | Secret]


class AsyncCallOptions(TypedDict, total=False):
    """What `with_options` can change."""

    timeout: Timeout | float | None
    """Seconds for each phase of an attempt (connect, read, write, waiting for a connection); None: no limit."""
    deadline: float | None
    """Seconds for a whole call with all its attempts and waiting; None: no limit. Default 300."""
    max_retries: int
    """How often a call that may be repeated is repeated. Default 2."""
    headers: Headers
    """Sent with each request, beside the client's own ones."""
    max_response_bytes: int
    """Longer answers (decompressed) are errors. Default 16 MiB."""


class AsyncClientOptions(AsyncCallOptions, total=False):
    """Keyword arguments of every client. Environment variables `<ENV>_BASE_URL`, `…_TIMEOUT`, `…_DEADLINE`,
    `…_MAX_RETRIES` and `…_MAX_RESPONSE_BYTES` stand in for what is not given."""

    base_url: str | None
    retry: RetryPolicy
    """Waiting times; `max_retries` counts before the policy's own."""
    http_client: httpx2.AsyncClient
    """Your own httpx2 client; it stays yours to close."""
    transport: httpx2.AsyncBaseTransport
    proxy: str | httpx2.URL | httpx2.Proxy
    verify: Any
    """True, an `ssl.SSLContext`, or the path of a file with the certificates to trust."""
    http2: bool
    trust_env: bool
    """Whether httpx2 reads proxies and certificates from the environment. Default True."""
    limits: Limits
    """Connections at most, and how long idle ones are kept."""
    allow_insecure_http: bool
    """Send credentials over plain http to other machines; warns once."""
    on_request: Sequence[AsyncRequestHook]
    on_response: Sequence[AsyncResponseHook]
    runtime: Runtime
    """Clock, sleep and chance, for tests."""


class AsyncBaseClient:
    """A client of one platform: settings, credentials, and the way to send calls.

    Safe to share between threads and tasks. `with_options` copies share its connections and leave it unchanged.
    """

    _env: ClassVar[str]
    """Beginning of the environment variables."""
    _product: ClassVar[str]
    """Name and version for the User-Agent."""
    _default_base_url: ClassVar[str | None] = None
    _servers: ClassVar[Mapping[str, str]] = {}
    _schemes: ClassVar[Mapping[str, Scheme]] = {}
    _error_rule: ClassVar[ErrorRule] = ErrorRule()
    _arguments: ClassVar[Mapping[str, Callable[[str], Any]]] = {}
    """Client-wide arguments and how their environment variables are read."""

    def __init__(
        self,
        *,
        credentials: Mapping[str, Secret | str | httpx2.Auth | None],
        defaults: Mapping[str, Any] | None = None,
        **options: Unpack[AsyncClientOptions],
    ) -> None:
        """`credentials` by scheme and `defaults` (client-wide arguments) come from the generated client."""
        env = self._env
        _no_unknown(options, AsyncClientOptions)
        if problem := configure_from_environment(env):
            raise ConfigurationError(problem)
        self._credentials = {
            name: secret
            for name, scheme in self._schemes.items()
            if (secret := config.read_credential(env, scheme.argument, credentials.get(name)))
        }
        self._defaults = {
            name: value
            for name, read in self._arguments.items()
            if (value := config.read_client_argument(env, name, (defaults or {}).get(name), read))
            is not NOT_GIVEN
        }
        self._settings = config.read_settings(env, self._product, self._default_base_url, options)
        self._executor = AsyncExecutor(
            _pool(options), self._settings, options.get("on_request", ()), options.get("on_response", ())
        )
        self._owner = True
        self._raw = False
        self._closed = False
        self._check_transport_security(self._settings.base_url, bool(self._credentials))

    # --- calls, used by the generated resources ---

    async def _call(
        self,
        operation: Operation[T],
        arguments: Mapping[str, Any],
        body: Any = NOT_GIVEN,
        extra_headers: Headers | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> T:
        """Send one call and give its result (in a raw view: its RawResponse). Raises an APIError."""
        call = self._prepare(operation, arguments, body, extra_headers, extra_query)
        limits = self._settings.timeout if isinstance(timeout, NotGiven) else config.read_timeout(timeout)
        raw = await self._executor.execute(call, limits)
        return raw if self._raw else raw.parse()  # type: ignore[return-value]  # `to_raw` gives raw views their types

    def _page(
        self,
        operation: Operation[Any],
        arguments: Mapping[str, Any],
        body: Mapping[str, Any] | NotGiven = NOT_GIVEN,
        extra_headers: Headers | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
        *,
        paging: Paging[T],
    ) -> AsyncPaginator[T]:
        """Send a list call; `paging` says how it goes on. Arguments of the strategy may be members of the body."""
        members = {} if isinstance(body, NotGiven) else dict(body)

        async def fetch(asked: Arguments) -> Any:
            values = {name: asked[name] for name in arguments}
            sent = (
                body if isinstance(body, NotGiven) else {n: v for n, v in asked.items() if n not in arguments}
            )
            return await self._call(operation, values, sent, extra_headers, extra_query, timeout)

        async def start() -> AsyncPage[T]:
            first = {**members, **arguments}
            if self._raw:
                raw = await fetch(first)
                return raw.then(lambda answer: pager.first(answer, first))  # type: ignore[no-any-return]  # `to_raw` types raw views
            return await pager.page(first)

        pager = AsyncPager(fetch, paging)
        return async_pages(start)

    def _prepare(
        self,
        operation: Operation[T],
        arguments: Mapping[str, Any],
        body: Any,
        extra_headers: Headers | None,
        extra_query: Mapping[str, QueryValue] | None,
    ) -> Call[T]:
        if self._closed:
            raise ClientStateError("this client is closed: create a new one")
        if operation.deprecated:
            warnings.warn(operation.deprecated, DeprecationWarning, stacklevel=4)
        wire = build(operation, arguments, self._defaults, body, extra_headers, extra_query)
        base_url = self._servers.get(operation.server or "", self._settings.base_url)
        names = choose(operation.security, self._schemes, self._credentials, self._env, operation.id)
        signer = None
        if names:
            self._check_transport_security(base_url, True)
            signer = attach(wire, names, self._schemes, self._credentials)
        secrets = [value for value in self._credentials.values() if isinstance(value, Secret)]
        return Call(operation, wire, base_url, self._error_rule, secrets, signer, self._hint())

    def _hint(self) -> str:
        ways = [f"{s.argument}=… ({self._env}_{s.argument.upper()})" for s in self._schemes.values()]
        return f"Check the credential: {' or '.join(ways)}" if ways else "Check the credential"

    def _check_transport_security(self, base_url: str, credential: bool) -> None:
        url = httpx2.URL(base_url)
        if not credential or url.scheme == "https" or config.is_loopback(url.host):
            return
        if not self._settings.allow_insecure_http:
            raise ConfigurationError(
                f"base_url {base_url} is plain http: a credential would travel readable. Use https, "
                "or pass allow_insecure_http=True if you accept that"
            )
        config.warn_insecure(base_url)

    # --- copies and life time ---

    def _with(
        self,
        *,
        credentials: Mapping[str, Secret | str | httpx2.Auth | None] | None = None,
        defaults: Mapping[str, Any] | None = None,
        **options: Unpack[AsyncCallOptions],
    ) -> Self:
        """A copy over the same connections with other settings; None values keep what is."""
        _no_unknown(options, AsyncCallOptions)
        other = self._copy()
        other._credentials = self._credentials | {
            name: config.read_secret(value) if not isinstance(value, httpx2.Auth) else value
            for name, value in (credentials or {}).items()
            if value is not None
        }
        other._defaults = {**self._defaults, **{n: v for n, v in (defaults or {}).items() if v is not None}}
        other._settings = config.changed_settings(self._settings, self._product, options)
        other._executor = self._executor.copy(other._settings)
        other._check_transport_security(other._settings.base_url, bool(other._credentials))
        return other

    def _raw_view(self) -> Self:
        """A copy whose calls give RawResponse objects."""
        other = self._copy()
        other._raw = True
        return other

    def _copy(self) -> Self:
        other = object.__new__(type(self))
        for name, value in vars(self).items():
            if not isinstance(getattr(type(self), name, None), cached_property):
                setattr(other, name, value)
        other._owner = False
        return other

    async def aclose(self) -> None:
        """Close the connections. A copy made by `with_options` closes itself only."""
        self._closed = True
        if self._owner:
            await self._executor.pool.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *exc_info: object) -> None:
        await self.aclose()

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self._settings.base_url}{' (closed)' if self._closed else ''}>"

    def __reduce_ex__(self, protocol: object) -> NoReturn:
        raise TypeError(
            f"a {type(self).__name__} cannot be pickled or copied: use with_options, or create one there"
        )


class AsyncResource:
    """A group of operations of a client."""

    def __init__(self, client: AsyncBaseClient) -> None:
        self._client = client

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {self._client!r}>"


def _pool(options: AsyncClientOptions) -> AsyncPool:
    client, transport = options.get("http_client"), options.get("transport")
    if client is not None:
        config.check_httpx2(client, "http_client", httpx2.AsyncClient)
    if transport is not None:
        config.check_httpx2(transport, "transport", httpx2.AsyncBaseTransport)
    return AsyncPool(client, transport, config.pool_options(options))


def _no_unknown(options: Mapping[str, Any], known: Any) -> None:
    for name in options:
        if name not in known.__optional_keys__:
            raise TypeError(
                f"unexpected keyword argument {name!r}; known are {', '.join(sorted(known.__optional_keys__))}"
            )
