# Copied from overrides/sociogram/billing.py by "nox -s generate": edit it there.
"""What an invoice can do."""

from __future__ import annotations

from pydantic import TypeAdapter

from ._core.decimals import WIRE_NUMBERS, unmark_numbers
from ._core.models import Model


class Handed(Model):
    """What is handed to a front end as JSON."""

    def to_json(self) -> str:
        """This as JSON text: amounts are numbers with all their digits, which a float would not keep."""
        adapter = TypeAdapter(type(self))
        return unmark_numbers(adapter.dump_json(self, by_alias=True, exclude_unset=True, context=WIRE_NUMBERS)).decode()
