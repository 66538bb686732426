"""Models as the generator writes them."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Any

from pydantic import AwareDatetime, Field
from typing_extensions import TypeAliasType

from ._core.models import DecimalNumber, Model

Amount = TypeAliasType("Amount", Decimal)
Latitude = TypeAliasType("Latitude", float)


class Note(Model):
    """One note."""

    id: int
    text: str
    from_: Annotated[str | None, Field(alias="from")] = None
    price: Amount | None = None
    weight: DecimalNumber | None = None
    score: float | None = None
    lat: Latitude | None = None
    created_at: AwareDatetime | None = None


class NoteCreate(Model):
    """Body of a new note."""

    text: str
    from_: Annotated[str | None, Field(alias="from")] = None
    price: Amount | None = None
    weight: DecimalNumber | None = None
    lat: Latitude | None = None
    tags: list[str] | None = None
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
