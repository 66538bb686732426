"""Everything that the client raises on purpose: one hierarchy under `APIError`."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any


class APIError(Exception):
    """Base of all errors of this client. What is not known of a particular error is None (or empty)."""

    method: str | None = None
    """HTTP method of the request."""
    url: str | None = None
    """Address of the request, without credentials."""
    status: int | None = None
    """What the answer means as an HTTP status: the platform's own code where it hides errors inside status 200."""
    http_status: int | None = None
    """The HTTP status as it was on the wire."""
    code: int | str | None = None
    """The platform's error code."""
    message: str
    """The platform's words if it sent any, else the text of this error."""
    body: Any = None
    """The answer, parsed if it was JSON, else text; cut at 16 KiB; credentials masked."""
    headers: Mapping[str, str] = MappingProxyType({})
    """Headers of the answer, without cookies and credentials."""
    request_id: str | None = None
    """The platform's name for this request, to quote when reporting a problem."""
    attempts: int = 0
    """How often the request was tried."""

    def __init__(self, text: str, **details: Any) -> None:
        super().__init__(text)
        self.message = text
        self.__dict__.update(details)

    def __reduce__(self) -> tuple[Any, ...]:
        return _restore, (type(self), self.args, dict(self.__dict__))


def _restore(kind: type[APIError], args: tuple[Any, ...], details: dict[str, Any]) -> APIError:
    error = kind(*args)
    error.__dict__.update(details)
    return error


class ConfigurationError(APIError, ValueError):
    """A setting is wrong or missing; the text names the argument and the environment variable. Nothing was sent."""


class InvalidRequestError(APIError, ValueError):
    """An argument of a call cannot be sent; the text names it. Nothing was sent."""


class ClientStateError(APIError, RuntimeError):
    """The client is closed, or is used from another event loop or process than it was opened in. Nothing was sent."""


class APIConnectionError(APIError):
    """No complete answer arrived."""

    may_have_arrived: bool = True
    """False when the request was certainly never sent, so that repeating it is safe."""


class APITimeoutError(APIConnectionError, TimeoutError):
    """No complete answer arrived in time."""

    phase: str = "read"
    """What took too long: `connect`, `read`, `write`, `pool` (waiting for a free connection) or `deadline`."""


class APIResponseError(APIError):
    """An answer arrived and cannot be used."""


class ResponseDecodeError(APIResponseError):
    """The answer was not understood: no JSON, another content type, damaged compression, empty."""


class ResponseTooLargeError(ResponseDecodeError):
    """The answer is longer than `max_response_bytes`; reading stopped there."""


class ResponseValidationError(APIResponseError):
    """The answer is JSON and not what the document promises; the text names the members."""


class APIStatusError(APIError):
    """The platform answered with an error."""

    status: int
    retry_after: float | None = None
    """Seconds that the platform asks to wait (header `Retry-After`), if it does."""


class RedirectError(APIStatusError):
    """The platform answered with a redirect. It was not followed: that would send the request to another place."""

    location_origin: str | None = None
    """Scheme, host and port that the redirect points to."""


class BadRequestError(APIStatusError):
    """Status 400: the platform refuses the request as malformed or not allowed."""


class AuthenticationError(APIStatusError):
    """Status 401: the credential is missing, wrong or expired."""


class PermissionDeniedError(APIStatusError):
    """Status 403: the credential is good and does not permit this."""


class NotFoundError(APIStatusError):
    """Status 404: what the request names does not exist."""


class MethodNotAllowedError(APIStatusError):
    """Status 405: the address exists, not for this method."""


class ConflictError(APIStatusError):
    """Status 409: the request contradicts the present state."""


class ContentTooLargeError(APIStatusError):
    """Status 413: the request is too large."""


class UnprocessableEntityError(APIStatusError):
    """Status 422: the request is well-formed and its content is refused."""


class RateLimitError(APIStatusError):
    """Status 429: too many requests; `retry_after` has the wait in seconds if the platform named one."""


class ServerError(APIStatusError):
    """Status 500 to 999: the platform failed."""


_BY_STATUS: dict[int, type[APIStatusError]] = {
    400: BadRequestError,
    401: AuthenticationError,
    403: PermissionDeniedError,
    404: NotFoundError,
    405: MethodNotAllowedError,
    409: ConflictError,
    413: ContentTooLargeError,
    422: UnprocessableEntityError,
    429: RateLimitError,
}


def status_error(status: int) -> type[APIStatusError]:
    """The class for `status`: an exact one, `ServerError` from 500 on, else `APIStatusError`."""
    return _BY_STATUS.get(status) or (ServerError if status >= 500 else APIStatusError)
