# Copied from overrides/core/operation.py by "nox -s generate": edit it there.
"""What the generated code says about one operation of the document."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, Literal, NamedTuple, TypeVar

T = TypeVar("T")


class Parameter(NamedTuple):
    """One parameter: its name on the wire, its place, and the Python argument that holds its value.

    A header and a query parameter with the same argument are stand-ins for each other. `explode=False` writes
    a query array as one value with commas.
    """

    name: str
    location: Literal["path", "query", "header"]
    argument: str
    explode: bool = True


@dataclass(frozen=True, eq=False)
class Operation(Generic[T]):
    """One operation; a call of it returns `T`."""

    id: str
    method: str
    path: str
    """Below the base URL, with `{name}` for each path parameter (wire names)."""
    parameters: tuple[Parameter, ...] = ()
    body: str | None = None
    """None, `json`, `form`, `form-json:<member>` or `bytes`."""
    request: Callable[[], Any] | None = None
    """Gives the type that the body is built with; None: any JSON."""
    result: Callable[[], Any] | None = None
    """Gives the type of the whole answer; None: the call returns None, whatever the answer holds."""
    unwrap: tuple[str, ...] = ()
    """Attributes from the whole answer to the useful object."""
    security: tuple[tuple[str, ...], ...] = ((),)
    """Alternatives of security schemes; `()` is anonymous."""
    retry: bool = False
    """Safe to repeat even if it may have been carried out."""
    deprecated: str | None = None
    """The text of the warning, for a deprecated operation."""
    server: str | None = None
    """Name of another server than the base URL, see `_servers` of the client."""
    answer: Literal["json", "text", "bytes"] = "json"
    media_types: tuple[str, ...] = ()
    """Further content types that the document gives for answers in JSON, such as `text/html`."""
    filled: tuple[tuple[str, str], ...] = ()
    """Members of the body, or of each item of it, with the client-wide argument that is their default."""
    exactly_one: tuple[tuple[tuple[str, str], ...], ...] = ()
    at_most_one: tuple[tuple[tuple[str, str], ...], ...] = ()
    """Groups of arguments, with their parameter or member, of which a call needs one, or takes one or none."""
    draft: bool = False
    """Only for clients with `experimental=True`: the platform itself calls the operation a draft."""
    rate_limits: tuple[Mapping[str, Any], ...] = ()
    """The limits that the document states, as they stand there."""
    empty: bool = False
    """The answer may have no body; the call returns None then."""
    cache: dict[str, Any] = field(default_factory=dict, init=False, repr=False)
    """What the core derives from the members above, once."""
