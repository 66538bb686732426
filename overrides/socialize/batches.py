"""One thing as a batch of one, which is all that the platform takes. No I/O."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypedDict, TypeVar

from . import models
from ._core.errors import ResponseValidationError
from ._core.secrets import Secret
from ._core.types import NOT_GIVEN, NotGiven, QueryValue, Timeout

T = TypeVar("T")


class Extras(TypedDict, total=False):
    """What every call takes besides."""

    extra_headers: Mapping[str, str | Secret] | None
    extra_query: Mapping[str, QueryValue] | None
    timeout: Timeout | float | None | NotGiven


class ActivityOptions(Extras, total=False):
    """What every comment, like, share and view may say."""

    lat: float  # latitude of where the user is, in degrees
    lng: float  # longitude
    share_location: bool  # whether others may see the place; default True on the server
    propagation: models.Propagator | Mapping[str, object]  # where the server is to post it on, in the user's name
    propagation_info_request: models.PropagationInfoRequest | Mapping[str, object]  # which short addresses are wanted


class PlaceOptions(Extras, total=False):
    """What everything that creates objects may say."""

    lat: float  # latitude of where the user is, in degrees
    lng: float  # longitude


class AuthenticateOptions(Extras, total=False):
    """What an authentication may say besides."""

    auth_id: str  # the account's id at the third party
    a: str  # another id of the device
    v: str  # another id of the device


def one(members: Mapping[str, object], options: Any, known: Any) -> tuple[list[dict[str, object]], Extras]:
    """The batch of one, and what goes with the call rather than into it. Raises TypeError for a misspelt argument."""
    known_names = known.__optional_keys__
    for name in options:
        if name not in known_names:
            names = ", ".join(sorted({*members, *known_names}))
            raise TypeError(f"unexpected keyword argument {name!r}; known are {names}")
    extras: Any = {name: options[name] for name in options if name in Extras.__optional_keys__}
    item = {**members, **{name: options[name] for name in options if name not in extras}}
    return [{name: value for name, value in item.items() if value is not NOT_GIVEN and value is not None}], extras


def only(items: Sequence[T], what: str) -> T:
    """The one item that a batch of one has in its answer."""
    if not items:
        raise ResponseValidationError(f"{what}: the answer has neither the item nor an error")
    return items[0]
