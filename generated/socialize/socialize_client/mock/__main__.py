# Written by "nox -s generate".
"""`python -m socialize_client.mock --port 8100` serves the mock on loopback."""

from .._core.mock.server import main
from . import SocializeMock

if __name__ == "__main__":
    main(SocializeMock, prog="python -m socialize_client.mock")
