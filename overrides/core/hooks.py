"""What request and response hooks look like."""

from collections.abc import Awaitable, Callable
from typing import Any

import httpx2

from .raw import RawResponse

RequestHook = Callable[[httpx2.Request], None]
"""Called with each attempt's request before it is sent; may change headers, not the origin. It sees credentials."""

ResponseHook = Callable[[RawResponse[Any]], None]
"""Called with each attempt's answer, errors included."""

AsyncRequestHook = Callable[[httpx2.Request], Awaitable[None]]
AsyncResponseHook = Callable[[RawResponse[Any]], Awaitable[None]]
