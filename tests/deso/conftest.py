"""Makes ``tests.deso`` and the package under test importable, whatever directory pytest is started in."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.deso.package import make_importable  # the line above makes it importable

make_importable()
