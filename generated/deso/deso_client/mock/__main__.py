# Written by "nox -s generate".
"""`python -m deso_client.mock --port 8100` serves the mock on loopback."""

from .._core.mock.server import main
from . import DeSoMock

if __name__ == "__main__":
    main(DeSoMock, prog="python -m deso_client.mock")
