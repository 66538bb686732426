"""Tests of the DeSo package. Importing this makes the package under test importable."""

from .package import make_importable

make_importable()
