"""What the generated code says about one operation of the document."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, Literal, NamedTuple, TypeVar

T = TypeVar("T")


class Parameter(NamedTuple):
    """A parameter on the wire. A header and a query parameter with the same argument stand in for each other."""

    name: str
    location: Literal["path", "query", "header"]
    argument: str
    explode: bool = True  # False writes a list in the query as one value with commas


@dataclass(frozen=True, eq=False)
class Operation(Generic[T]):
    """One operation; a call of it returns `T`."""

    id: str
    method: str
    path: str  # below the base URL, with `{name}` for each path parameter (wire names)
    parameters: tuple[Parameter, ...] = ()
    body: str | None = None  # `json`, `form`, `form-json:<member>` or `bytes`
    request: Callable[[], Any] | None = None  # gives the type that the body is built with; None: any JSON
    result: Callable[[], Any] | None = None  # gives the type of the whole answer; None: the call returns None
    unwrap: tuple[str, ...] = ()  # attributes from the whole answer to the useful object
    security: tuple[tuple[str, ...], ...] = ((),)  # alternatives of security schemes; `()` is anonymous
    retry: bool = False  # safe to repeat even if it may have been carried out
    deprecated: str | None = None  # the text of the warning, for a deprecated operation
    server: str | None = None  # name of another server than the base URL, see `_servers` of the client
    answer: Literal["json", "text", "bytes"] = "json"
    media_types: tuple[str, ...] = ()  # further content types that the document gives for answers in JSON
    filled: tuple[tuple[str, str], ...] = ()  # members of the body or of its items, and the default's argument
    exactly_one: tuple[tuple[tuple[str, str], ...], ...] = ()
    at_most_one: tuple[tuple[tuple[str, str], ...], ...] = ()
    """Groups of arguments, with their parameter or member, of which a call needs one, or takes one or none."""
    draft: bool = False  # only for clients with `experimental=True`: the platform itself calls the operation a draft
    rate_limits: tuple[Mapping[str, Any], ...] = ()  # the limits that the document states, as they stand there
    empty: bool = False  # the answer may have no body; the call returns None then
    cache: dict[str, Any] = field(default_factory=dict, init=False, repr=False)  # what is derived, once
