# Written by "nox -s generate" from specs/talkee.yaml and overrides/talkee/overlay.yaml: edit those.
"""The generated calls of `echo`.

Send a text and get it back, to try a connection. Not in the documentation.
"""

from __future__ import annotations

from collections.abc import Mapping

from .. import models
from .._core._async_base import AsyncResource
from .._core._sync_base import Resource
from .._core.operation import Operation, Parameter
from .._core.raw import to_raw, to_raw_awaitable
from .._core.request import hide_named
from .._core.secrets import Secret
from .._core.types import NOT_GIVEN, NotGiven, QueryValue, Timeout

_GET: Operation[models.Echo] = Operation(
    id="echo_get",
    method="GET",
    path="/echo/{msg}",
    parameters=(Parameter("msg", "path", "msg"),),
    result=lambda: models.EchoEnvelope,
    unwrap=("data",),
    security=((),),
    retry=True,
)

_POST: Operation[models.Echo] = Operation(
    id="echo_post",
    method="POST",
    path="/echo",
    body="json",
    request=lambda: models.EchoRequest,
    result=lambda: models.EchoEnvelope,
    unwrap=("data",),
    security=((),),
)


class Echo(Resource):
    """Send a text and get it back, to try a connection. Not in the documentation."""

    def get(
        self,
        msg: str,
        *,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.Echo:
        """Get back a text from the path.

        Returns the text that stands in the path.

        Observed in real clients or servers; the platform's documentation does not have it.

        Documentation: https://github.com/pandodao/talkee

        Args:
            msg: The text. (at least 1 characters)
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return self._client._call(
            _GET,
            {
                "msg": msg,
            },
            NOT_GIVEN,
            extra_headers,
            extra_query,
            timeout,
        )

    def post(
        self,
        *,
        msg: str,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.Echo:
        """Get back a text from the body.

        Returns the text that stands in the body.

        Observed in real clients or servers; the platform's documentation does not have it.

        Documentation: https://github.com/pandodao/talkee

        Args:
            msg: The text. (at least 1 characters)
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return self._client._call(
            _POST,
            {},
            {
                "msg": msg,
            },
            extra_headers,
            extra_query,
            timeout,
        )


class AsyncEcho(AsyncResource):
    """Send a text and get it back, to try a connection. Not in the documentation."""

    async def get(
        self,
        msg: str,
        *,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.Echo:
        """Get back a text from the path.

        Returns the text that stands in the path.

        Observed in real clients or servers; the platform's documentation does not have it.

        Documentation: https://github.com/pandodao/talkee

        Args:
            msg: The text. (at least 1 characters)
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return await self._client._call(
            _GET,
            {
                "msg": msg,
            },
            NOT_GIVEN,
            extra_headers,
            extra_query,
            timeout,
        )

    async def post(
        self,
        *,
        msg: str,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | None | NotGiven = NOT_GIVEN,
    ) -> models.Echo:
        """Get back a text from the body.

        Returns the text that stands in the body.

        Observed in real clients or servers; the platform's documentation does not have it.

        Documentation: https://github.com/pandodao/talkee

        Args:
            msg: The text. (at least 1 characters)
        """
        # Tracebacks with locals would show them.
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        return await self._client._call(
            _POST,
            {},
            {
                "msg": msg,
            },
            extra_headers,
            extra_query,
            timeout,
        )


class RawEcho:
    """The same calls, giving the answer as it came: status, headers, bytes, and `parse()`."""

    def __init__(self, resource: Echo) -> None:
        self.get = to_raw(resource.get)
        self.post = to_raw(resource.post)


class RawAsyncEcho:
    """The same calls, giving the answer as it came: status, headers, bytes, and `parse()`."""

    def __init__(self, resource: AsyncEcho) -> None:
        self.get = to_raw_awaitable(resource.get)
        self.post = to_raw_awaitable(resource.post)
