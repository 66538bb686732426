"""Security schemes of a document, and which credential a call gets. No I/O."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import httpx2

from .errors import ConfigurationError
from .request import WireRequest, set_header
from .secrets import Secret

Credential = Secret | httpx2.Auth
"""What a client holds for a scheme: the secret itself, or an httpx2 auth object that signs each attempt anew."""


@dataclass(frozen=True, slots=True)
class Scheme:
    """How a credential is sent, and how the user gives it: `argument` of the client or the environment variable."""

    kind: Literal["bearer", "header", "query", "sign"]
    argument: str
    name: str = ""
    """The header or query parameter of an API key."""


def choose(
    alternatives: Sequence[Sequence[str]],
    schemes: Mapping[str, Scheme],
    credentials: Mapping[str, Credential],
    env: str,
    operation: str,
) -> Sequence[str]:
    """The first alternative for which there are credentials; anonymous only if there is none for any other.

    Raises ConfigurationError, naming argument and environment variable, when the operation cannot be called so.
    """
    for alternative in alternatives:
        if alternative and all(name in credentials for name in alternative):
            return alternative
    if any(not alternative for alternative in alternatives):
        return ()
    wanted = [schemes[name] for name in alternatives[0] if name not in credentials and name in schemes]
    ways = " and ".join(
        f"{scheme.argument}=…"
        + ("" if scheme.kind == "sign" else f" (or the variable {env}_{scheme.argument.upper()})")
        for scheme in wanted
    )
    raise ConfigurationError(
        f"{operation} needs a credential: give the client {ways or 'one for ' + alternatives[0][0]}"
    )


def attach(
    wire: WireRequest,
    names: Sequence[str],
    schemes: Mapping[str, Scheme],
    credentials: Mapping[str, Credential],
) -> httpx2.Auth | None:
    """Put the credentials on the request; a header that the caller set for this call stays. Returns what signs it."""
    signer = None
    present = {name.lower() for name, _ in wire.headers}
    for name in names:
        scheme, credential = schemes[name], credentials[name]
        if isinstance(credential, httpx2.Auth):
            signer = credential
        elif scheme.kind == "query":
            wire.query.append((scheme.name, credential.text()))
        else:
            header = "Authorization" if scheme.kind == "bearer" else scheme.name
            if header.lower() not in present:
                prefix = "Bearer " if scheme.kind == "bearer" else ""
                set_header(wire.headers, header, Secret(prefix + credential.text()))
    return signer
