# Written by "nox -s generate".
"""`python -m sociogram_client.mock --port 8100` serves the mock on loopback."""

from .._core.mock.server import main
from . import SociogramMock

if __name__ == "__main__":
    main(SociogramMock, prog="python -m sociogram_client.mock")
