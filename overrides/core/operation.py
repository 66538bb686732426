"""What the generated code says about one operation of the document."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Generic, Literal, TypeVar

T = TypeVar("T")

Location = Literal["path", "query", "header"]


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter: `name` on the wire, where it goes, and the Python argument that holds its value.

    A header and a query parameter with one argument are stand-ins for each other. `explode=False` writes a query
    array as one value with commas.
    """

    name: str
    location: Location
    argument: str
    explode: bool = True


@dataclass(frozen=True, slots=True, eq=False)
class Operation(Generic[T]):
    """One operation; `T` is what a call returns."""

    id: str
    method: str
    path: str
    """Below the base URL, with `{name}` for each path parameter (wire names)."""
    parameters: tuple[Parameter, ...] = ()
    body: str | None = None
    """None, `json`, `form`, `form-json:<member>`, `multipart` or `bytes`."""
    request: Callable[[], Any] | None = None
    """Gives the type that the body is validated with; None sends what was given."""
    result: Callable[[], Any] | None = None
    """Gives the type of the whole answer; None: the answer is not read and the call returns None."""
    unwrap: tuple[str, ...] = ()
    """Attributes from the whole answer to the useful object."""
    security: tuple[tuple[str, ...], ...] = ((),)
    """Alternatives of security schemes; `()` stands for anonymous."""
    retry: bool = False
    """Safe to repeat even when the request may have arrived."""
    deprecated: str | None = None
    """Text of the warning for a deprecated operation."""
    server: str | None = None
    """Name of another server than the base URL, as the client lists them."""
    answer: Literal["json", "text", "bytes"] = "json"
    empty: bool = False
    """An answer without body is possible; the call returns None then."""
    cache: dict[str, Any] = field(default_factory=dict, init=False, repr=False)
    """What the core derives from the members above, on first use."""
