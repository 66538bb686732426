# Copied from overrides/core/errors.py by "nox -s generate": edit it there.
"""Everything that the client raises on purpose: one hierarchy under `APIError`."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any


class APIError(Exception):
    """Base of all errors of this client. What is not known of a particular error is None or empty.

    `method`, `url` (without credentials) and `attempts` (how often it was tried) tell about the request.
    About the answer: `status`, what it means as an HTTP status, also where a platform hides errors inside
    status 200; `http_status`, as it was on the wire; `code` and `message`, the platform's code and words;
    `body`, parsed if it is JSON, at most 16 KiB; `headers` (names in lower case); `request_id`, to quote when
    reporting a problem. Credentials and cookies are masked everywhere."""

    message: str
    method: str | None = None
    url: str | None = None
    attempts: int = 0
    status: int | None = None
    http_status: int | None = None
    code: int | str | None = None
    body: Any = None
    headers: Mapping[str, str] = MappingProxyType({})
    request_id: str | None = None

    def __init__(self, text: str, **details: Any) -> None:
        super().__init__(text)
        self.message = text
        self.__dict__.update(details)


class ConfigurationError(APIError, ValueError):
    """A setting is wrong or missing; the text names the argument or the variable. Nothing was sent."""


class InvalidRequestError(APIError, ValueError):
    """An argument of a call cannot be sent; the text names it. Nothing was sent."""


class ClientStateError(APIError, RuntimeError):
    """The client is closed, or belongs to another event loop or process. Nothing was sent."""


class APIConnectionError(APIError):
    """No complete answer arrived. `may_have_arrived` is False if the request was certainly never sent."""

    may_have_arrived: bool = True


class APITimeoutError(APIConnectionError, TimeoutError):
    """No complete answer arrived in time: `phase` is `connect`, `read`, `write`, `pool` or `deadline`."""

    phase: str = "read"


class APIResponseError(APIError):
    """An answer arrived and cannot be used."""


class ResponseDecodeError(APIResponseError):
    """The answer was not understood: no JSON, another content type, damaged compression, or empty."""


class ResponseTooLargeError(ResponseDecodeError):
    """The answer is longer than `max_response_bytes`; reading stopped there."""


class ResponseValidationError(APIResponseError):
    """The answer is JSON and not as documented; the text names the members."""


class APIStatusError(APIError):
    """The platform answered with an error. `retry_after`: seconds that it asks to wait, if it does."""

    retry_after: float | None = None


class RedirectError(APIStatusError):
    """A redirect, which is never followed: the request would go to `location_origin` (scheme, host, port)."""

    location_origin: str | None = None


class BadRequestError(APIStatusError):
    """Status 400: the request is malformed or not allowed."""


class AuthenticationError(APIStatusError):
    """Status 401: the credential is missing, wrong or expired."""


class PermissionDeniedError(APIStatusError):
    """Status 403: the credential does not permit this."""


class NotFoundError(APIStatusError):
    """Status 404: what the request names does not exist."""


class MethodNotAllowedError(APIStatusError):
    """Status 405: the address exists, not for this method."""


class ConflictError(APIStatusError):
    """Status 409: the request contradicts the present state."""


class ContentTooLargeError(APIStatusError):
    """Status 413: the request is too large."""


class UnprocessableEntityError(APIStatusError):
    """Status 422: the request's content is refused."""


class RateLimitError(APIStatusError):
    """Status 429: too many requests; `retry_after` has the wait in seconds if the platform names one."""


class ServerError(APIStatusError):
    """Status 500 to 999: the platform failed."""


_BY_STATUS: dict[int, type[APIStatusError]] = {400: BadRequestError, 401: AuthenticationError}
_BY_STATUS |= {404: NotFoundError, 405: MethodNotAllowedError, 409: ConflictError, 413: ContentTooLargeError}
_BY_STATUS |= {403: PermissionDeniedError, 422: UnprocessableEntityError, 429: RateLimitError}


def status_error(status: int) -> type[APIStatusError]:
    """The class for `status`: an exact one, `ServerError` from 500 on, else `APIStatusError`."""
    return _BY_STATUS.get(status) or (ServerError if status >= 500 else APIStatusError)
