"""A small client, as the generator's templates write them (there, both forms come from one template)."""

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import Any, ClassVar, Unpack

from . import models
from ._core._async_base import AsyncBaseClient, AsyncCallOptions, AsyncClientOptions, AsyncResource
from ._core.auth import Scheme
from ._core.envelope import ErrorRule, Rewrite
from ._core.operation import Operation, Parameter
from ._core.paginator import AsyncPaginator
from ._core.paging import (
    OffsetPaging,
    Paging,
    Strategy,
)
from ._core.raw import to_raw_awaitable
from ._core.request import hide_named
from ._core.secrets import Secret, hide, hide_options
from ._core.types import NOT_GIVEN, NotGiven, QueryValue, Timeout

SITE = (
    Parameter("X-Site-Id", "header", "site_id"),
    Parameter("X-Site-Slug", "header", "slug"),
    Parameter("site_id", "query", "site_id"),
    Parameter("slug", "query", "slug"),
)
GET: Operation[models.Note] = Operation(
    id="notes_get",
    method="GET",
    path="/notes/{note_id}",
    parameters=(Parameter("note_id", "path", "note_id"), *SITE),
    result=lambda: models.NoteEnvelope,
    unwrap=("data",),
    security=((), ("bearerAuth",)),
    retry=True,
)
CREATE: Operation[models.Note] = Operation(
    id="notes_create",
    method="POST",
    path="/notes",
    parameters=SITE,
    body="json",
    request=lambda: models.NoteCreate,
    result=lambda: models.NoteEnvelope,
    unwrap=("data",),
    security=(("bearerAuth",), ("keyHeader",)),
)
DELETE: Operation[None] = Operation(
    id="notes_delete",
    method="DELETE",
    path="/notes/{note_id}",
    parameters=(Parameter("note_id", "path", "note_id"),),
    security=(("bearerAuth",),),
    deprecated="notes.delete is deprecated: notes are kept for ever",
)
FIND: Operation[models.NoteList] = Operation(
    id="notes_list",
    method="GET",
    path="/notes",
    parameters=(
        Parameter("limit", "query", "limit"),
        Parameter("offset", "query", "offset"),
        Parameter("tag", "query", "tag"),
        Parameter("cursor", "query", "cursor"),
        Parameter("page", "query", "page"),
        Parameter("first", "query", "first"),
        Parameter("last", "query", "last"),
        Parameter("before", "query", "before"),
    ),
    result=lambda: models.NoteListEnvelope,
    unwrap=("data",),
    retry=True,
)


class AsyncNotes(AsyncResource):
    """Notes."""

    async def get(
        self,
        note_id: int | str,
        *,
        site_id: int | NotGiven = NOT_GIVEN,
        slug: str | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | NotGiven | None = NOT_GIVEN,  # httpx2 times out, not we
    ) -> models.Note:
        """One note."""
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        arguments = {"note_id": note_id, "site_id": site_id, "slug": slug}
        return await self._client._call(GET, arguments, NOT_GIVEN, extra_headers, extra_query, timeout)

    async def create(
        self,
        *,
        text: str,
        token: str | Secret | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str | Secret] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        timeout: Timeout | float | NotGiven | None = NOT_GIVEN,  # httpx2 times out, not we
        **members: object,
    ) -> models.Note:
        """A new note."""
        token = hide(token)
        extra_headers, extra_query = hide_named(extra_headers), hide_named(extra_query)
        body = {"text": text, "token": token, **members}
        return await self._client._call(CREATE, {}, body, extra_headers, extra_query, timeout)

    async def delete(self, note_id: int) -> None:
        """Deprecated."""
        return await self._client._call(DELETE, {"note_id": note_id})

    def list(
        self,
        *,
        limit: int | NotGiven = NOT_GIVEN,
        offset: int | NotGiven = NOT_GIVEN,
        tag: list[str] | NotGiven = NOT_GIVEN,
        strategy: Strategy | None = None,
        key: tuple[str, ...] | None = ("id",),
        total: tuple[str, ...] | None = ("total",),
    ) -> AsyncPaginator[models.Note]:
        """Notes, page by page."""
        names = ("cursor", "page", "first", "last", "before")
        arguments = {"limit": limit, "offset": offset, "tag": tag, **dict.fromkeys(names, NOT_GIVEN)}
        paging: Paging[models.Note] = Paging(strategy or OffsetPaging(20), ("notes",), total, key)
        return self._client._page(FIND, arguments, paging=paging)


class AsyncRawNotes:
    """Notes, raw."""

    def __init__(self, notes: AsyncNotes) -> None:
        self.get = to_raw_awaitable(notes.get)
        self.create = to_raw_awaitable(notes.create)
        self.list = to_raw_awaitable(notes.list)


class AsyncRawExample:
    """The client, raw."""

    def __init__(self, client: "AsyncExample") -> None:
        self.notes = AsyncRawNotes(AsyncNotes(client))


class AsyncExample(AsyncBaseClient):
    """An example client."""

    _env = "EXAMPLE"
    _product = "example-client/1.2.3"
    _default_base_url = "https://api.example.com/v1"
    _schemes: Mapping[str, Scheme] = {
        "bearerAuth": Scheme("bearer", "token"),
        "keyHeader": Scheme("header", "app_key", "X-App-Key"),
        "keyQuery": Scheme("query", "query_key", "api_key"),
    }
    _arguments: ClassVar[Mapping[str, Callable[[str], Any]]] = {"site_id": int, "slug": str}
    _error_rule = ErrorRule(
        code=("/data/code", "/code"),
        message=("/data/msg", "/msg"),
        inside_success=True,
        rewrites=(Rewrite(500, "record not found", 404),),
    )

    def __init__(
        self,
        *,
        token: str | Secret | None = None,
        app_key: str | Secret | None = None,
        query_key: str | Secret | None = None,
        site_id: int | None = None,
        slug: str | None = None,
        **options: Unpack[AsyncClientOptions],
    ) -> None:
        token, app_key, query_key = hide(token), hide(app_key), hide(query_key)
        hide_options(options)
        credentials = {"bearerAuth": token, "keyHeader": app_key, "keyQuery": query_key}
        super().__init__(credentials=credentials, defaults={"site_id": site_id, "slug": slug}, **options)

    @cached_property
    def notes(self) -> AsyncNotes:
        """Notes."""
        return AsyncNotes(self)

    @cached_property
    def with_raw_response(self) -> AsyncRawExample:
        """Raw."""
        return AsyncRawExample(self._raw_view())

    def with_options(
        self,
        *,
        token: str | Secret | None = None,
        site_id: int | None = None,
        **options: Unpack[AsyncCallOptions],
    ) -> "AsyncExample":
        """A copy."""
        return self._with(credentials={"bearerAuth": token}, defaults={"site_id": site_id}, **options)
