# Copied from overrides/deso/mock/hostile.py by "nox -s generate": edit it there.
"""x"""

ALTERATIONS: dict = {}
