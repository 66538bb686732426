# Written by "nox -s generate" from specs/tganalytics.yaml and overrides/tganalytics/overlay.yaml: edit those.
"""Record what happens in a Telegram Mini App: an unofficial typed client, `TGAnalytics` and `AsyncTGAnalytics`.

Nothing is imported before it is used.
"""

# Not typing.TYPE_CHECKING: importing typing is most of the time that a bare import of this package takes.
TYPE_CHECKING = False

if TYPE_CHECKING:
    from . import models as models
    from ._client import (
        PRODUCTION_URL as PRODUCTION_URL,
        STAGING_URL as STAGING_URL,
    )
    from ._core._async_paging import (
        AsyncPage as AsyncPage,
    )
    from ._core._sync_paging import (
        Page as Page,
    )
    from ._core.errors import (
        APIConnectionError as APIConnectionError,
        APIError as APIError,
        APIResponseError as APIResponseError,
        APIStatusError as APIStatusError,
        APITimeoutError as APITimeoutError,
        AuthenticationError as AuthenticationError,
        BadRequestError as BadRequestError,
        ClientStateError as ClientStateError,
        ConfigurationError as ConfigurationError,
        ConflictError as ConflictError,
        ContentTooLargeError as ContentTooLargeError,
        InvalidRequestError as InvalidRequestError,
        MethodNotAllowedError as MethodNotAllowedError,
        NotFoundError as NotFoundError,
        PermissionDeniedError as PermissionDeniedError,
        RateLimitError as RateLimitError,
        RedirectError as RedirectError,
        ResponseDecodeError as ResponseDecodeError,
        ResponseTooLargeError as ResponseTooLargeError,
        ResponseValidationError as ResponseValidationError,
        ServerError as ServerError,
        UnprocessableEntityError as UnprocessableEntityError,
    )
    from ._core.paginator import (
        AsyncPaginator as AsyncPaginator,
    )
    from ._core.raw import (
        RawResponse as RawResponse,
    )
    from ._core.retry import (
        RetryPolicy as RetryPolicy,
    )
    from ._core.runtime import (
        Runtime as Runtime,
    )
    from ._core.secrets import (
        Secret as Secret,
    )
    from ._core.types import (
        NOT_GIVEN as NOT_GIVEN,
        Limits as Limits,
        NotGiven as NotGiven,
        Timeout as Timeout,
    )
    from .async_client import (
        AsyncTGAnalytics as AsyncTGAnalytics,
    )
    from .async_queue import (
        AsyncEventQueue as AsyncEventQueue,
    )
    from .reports import (
        QueueReport as QueueReport,
        QueueStoppedError as QueueStoppedError,
    )
    from .sessions import (
        Session as Session,
    )
    from .spool import (
        RefusedEvent as RefusedEvent,
        SpoolCorruptError as SpoolCorruptError,
        SpoolError as SpoolError,
        SpoolFullError as SpoolFullError,
    )
    from .sync_client import (
        TGAnalytics as TGAnalytics,
    )
    from .sync_queue import (
        EventQueue as EventQueue,
    )
else:
    _MODULES = {
        "PRODUCTION_URL": "._client",
        "STAGING_URL": "._client",
        "AsyncPage": "._core._async_paging",
        "Page": "._core._sync_paging",
        "APIConnectionError": "._core.errors",
        "APIError": "._core.errors",
        "APIResponseError": "._core.errors",
        "APIStatusError": "._core.errors",
        "APITimeoutError": "._core.errors",
        "AuthenticationError": "._core.errors",
        "BadRequestError": "._core.errors",
        "ClientStateError": "._core.errors",
        "ConfigurationError": "._core.errors",
        "ConflictError": "._core.errors",
        "ContentTooLargeError": "._core.errors",
        "InvalidRequestError": "._core.errors",
        "MethodNotAllowedError": "._core.errors",
        "NotFoundError": "._core.errors",
        "PermissionDeniedError": "._core.errors",
        "RateLimitError": "._core.errors",
        "RedirectError": "._core.errors",
        "ResponseDecodeError": "._core.errors",
        "ResponseTooLargeError": "._core.errors",
        "ResponseValidationError": "._core.errors",
        "ServerError": "._core.errors",
        "UnprocessableEntityError": "._core.errors",
        "AsyncPaginator": "._core.paginator",
        "RawResponse": "._core.raw",
        "RetryPolicy": "._core.retry",
        "Runtime": "._core.runtime",
        "Secret": "._core.secrets",
        "Limits": "._core.types",
        "NOT_GIVEN": "._core.types",
        "NotGiven": "._core.types",
        "Timeout": "._core.types",
        "AsyncTGAnalytics": ".async_client",
        "AsyncEventQueue": ".async_queue",
        "QueueReport": ".reports",
        "QueueStoppedError": ".reports",
        "Session": ".sessions",
        "RefusedEvent": ".spool",
        "SpoolCorruptError": ".spool",
        "SpoolError": ".spool",
        "SpoolFullError": ".spool",
        "TGAnalytics": ".sync_client",
        "EventQueue": ".sync_queue",
    }

    # In the branch that type checkers do not see: a visible __getattr__ would make every misspelt import pass.
    def __getattr__(name):
        from importlib import import_module

        if name == "models":
            return import_module(".models", __name__)
        if name not in _MODULES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        value = getattr(import_module(_MODULES[name], __name__), name)
        globals()[name] = value
        return value

    def __dir__():
        return sorted([*globals(), *_MODULES, "models"])


__version__ = "0.1.0"
__all__ = [
    "PRODUCTION_URL",
    "STAGING_URL",
    "AsyncPage",
    "Page",
    "APIConnectionError",
    "APIError",
    "APIResponseError",
    "APIStatusError",
    "APITimeoutError",
    "AuthenticationError",
    "BadRequestError",
    "ClientStateError",
    "ConfigurationError",
    "ConflictError",
    "ContentTooLargeError",
    "InvalidRequestError",
    "MethodNotAllowedError",
    "NotFoundError",
    "PermissionDeniedError",
    "RateLimitError",
    "RedirectError",
    "ResponseDecodeError",
    "ResponseTooLargeError",
    "ResponseValidationError",
    "ServerError",
    "UnprocessableEntityError",
    "AsyncPaginator",
    "RawResponse",
    "RetryPolicy",
    "Runtime",
    "Secret",
    "Limits",
    "NOT_GIVEN",
    "NotGiven",
    "Timeout",
    "AsyncTGAnalytics",
    "AsyncEventQueue",
    "QueueReport",
    "QueueStoppedError",
    "Session",
    "RefusedEvent",
    "SpoolCorruptError",
    "SpoolError",
    "SpoolFullError",
    "TGAnalytics",
    "EventQueue",
    "models",
]
