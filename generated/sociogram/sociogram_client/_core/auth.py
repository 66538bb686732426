# Copied from overrides/core/auth.py by "nox -s generate": edit it there.
"""Security schemes of a document, and which credentials a call gets. No I/O."""

from collections.abc import Mapping
from typing import Any, Literal, NamedTuple

import httpx2

from .errors import ConfigurationError
from .operation import Operation
from .request import WireRequest
from .secrets import Secret

Credential = Secret | httpx2.Auth
"""What a client holds for a scheme: the secret, or an httpx2 auth object, which signs each attempt anew."""


class Scheme(NamedTuple):
    """How a credential is sent, and by which argument of the client a user gives it."""

    kind: Literal["bearer", "header", "query", "sign"]  # `sign`: an httpx2 auth object
    argument: str
    name: str = ""  # of the header or query parameter of an API key

    def how(self, env: str) -> str:
        """How a user gives the credential, in words."""
        return f"{self.argument}=…" + ("" if self.kind == "sign" else f" or the variable {env}_{self.argument.upper()}")


def attach(
    wire: WireRequest,
    operation: Operation[Any],
    schemes: Mapping[str, Scheme],
    credentials: Mapping[str, Credential],
    env: str,
) -> httpx2.Auth | None:
    """Put on the request what the first alternative that is met needs; return what signs it, if any. It is anonymous
    only if no other alternative is met. A header of the caller stays. Raises ConfigurationError for what is missing."""
    signer = None
    for name in _choose(operation, schemes, credentials, env):
        scheme, credential = schemes[name], credentials[name]
        if isinstance(credential, httpx2.Auth):
            signer = credential
        elif scheme.kind == "query":
            wire.query.append((scheme.name, credential.text()))
            wire.hidden.add(scheme.name)
        else:
            header, prefix = (scheme.name, "") if scheme.kind == "header" else ("Authorization", "Bearer ")
            if all(header.lower() != given.lower() for given, _ in wire.headers):
                wire.headers.append((header, prefix + credential.text()))
    return signer


def _choose(
    operation: Operation[Any], schemes: Mapping[str, Scheme], credentials: Mapping[str, Credential], env: str
) -> tuple[str, ...]:
    for names in operation.security:
        if names and all(name in credentials for name in names):
            return names
    if not operation.security or () in operation.security:
        return ()
    missing = " and ".join(schemes[name].how(env) for name in operation.security[0] if name not in credentials)
    raise ConfigurationError(f"{operation.id} needs a credential: give the client {missing}")
