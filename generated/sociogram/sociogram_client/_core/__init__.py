# Copied from overrides/core/__init__.py by "nox -s generate": edit it there.
