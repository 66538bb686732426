"""The limits of a notification's text. No I/O."""

from __future__ import annotations

import warnings

from ._core.errors import InvalidRequestError

LONGEST = 500


class LongMessageWarning(UserWarning):
    """A message of at most 500 characters has more than 500 bytes: by one reading it is too long."""


def check_message(message: object, stacklevel: int = 3) -> None:
    """Refuse a message of more than 500 characters, and warn of one of more than 500 bytes.

    The documentation says "up to 500 characters in UTF-8", which can be read in both ways.

    Raises:
        InvalidRequestError: More than 500 characters, or no text. Nothing was sent.
    """
    if not isinstance(message, str):
        raise InvalidRequestError(f"message: a {type(message).__name__} is no text")
    if len(message) > LONGEST:
        raise InvalidRequestError(f"message: {len(message)} characters are more than the {LONGEST} there may be")
    size = len(message.encode("utf-8", "surrogatepass"))
    if size > LONGEST:
        text = (
            f"the message has {len(message)} characters, which is allowed, but {size} bytes: if the platform counts "
            f"bytes (the documentation says '{LONGEST} characters in UTF-8'), it will refuse it"
        )
        warnings.warn(text, LongMessageWarning, stacklevel=stacklevel)
