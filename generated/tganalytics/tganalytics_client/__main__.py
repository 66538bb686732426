# Copied from overrides/tganalytics/__main__.py by "nox -s generate": edit it there.
"""`python -m tganalytics_client send events.ndjson`."""

import sys

from .command import main

if __name__ == "__main__":
    sys.exit(main())
