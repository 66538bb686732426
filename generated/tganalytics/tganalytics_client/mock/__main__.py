# Written by "nox -s generate".
"""`python -m tganalytics_client.mock --port 8100` serves the mock on loopback."""

from .._core.mock.server import main
from . import TGAnalyticsMock

if __name__ == "__main__":
    main(TGAnalyticsMock, prog="python -m tganalytics_client.mock")
