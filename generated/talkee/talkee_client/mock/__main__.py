# Written by "nox -s generate".
"""`python -m talkee_client.mock --port 8100` serves the mock on loopback."""

from .._core.mock.server import main
from . import TalkeeMock

if __name__ == "__main__":
    main(TalkeeMock, prog="python -m talkee_client.mock")
