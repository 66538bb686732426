"""Models as the generator writes them."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Any

from pydantic import AwareDatetime, Field
from typing_extensions import TypeAliasType

from ._core.models import DecimalNumber, Model

# The generator writes a component that is no object as a named type, which pydantic keeps beside the schemas it is in.
Price = TypeAliasType("Price", Decimal)
Weight = TypeAliasType("Weight", Annotated[DecimalNumber, Field(description="kg")])
Tags = TypeAliasType("Tags", list[str])


class Note(Model):
    """One note."""

    id: int
    text: str
    from_: Annotated[str | None, Field(alias="from")] = None
    price: Price | None = None
    weight: Weight | None = None
    created_at: AwareDatetime | None = None


class NoteCreate(Model):
    """Body of a new note."""

    text: str
    from_: Annotated[str | None, Field(alias="from")] = None
    price: Price | None = None
    weight: Weight | None = None
    tags: Tags | None = None
    meta: dict[str, Any] | None = None
    token: str | None = None


class NoteEnvelope(Model):
    """Envelope around a note."""

    ts: int
    data: Note


class NoteList(Model):
    """A page of notes."""

    notes: list[Note]
    total: int | None = None
    cursor: str | None = None


class NoteListEnvelope(Model):
    """Envelope around a page."""

    ts: int
    data: NoteList
