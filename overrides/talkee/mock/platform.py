"""What all calls of Talkee have in common: envelope and errors, the order of checks, CORS, compression."""

from __future__ import annotations

import zlib
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any, ClassVar, NoReturn

from .._core.mock.contract import Call
from .._core.mock.engine import Answer, MockCore
from .._core.mock.http import Request, Response
from . import tokens, wire
from .state import State, User

TOKEN_DAYS = 365
CORS_CACHE = timedelta(minutes=5)
MALFORMED = "twirp error malformed: can't decode request body"

_UNREADABLE_PATHS = {
    "path/comment_id": "invalid comment id",
    "path/site_id": "invalid site id",
    "path/user_id": "invalid user id",
    "header/X-TALKEE-SITE-ID": "invalid site id",
    "query/site_id": "invalid site id",
    "header/X-TALKEE-SITE-SLUG": "invalid slug",
    "query/slug": "invalid slug",
}


class TalkeePlatform(MockCore):
    """The server's manners, without its calls.

    Attributes:
        offset: of ``comments_list``: ``pages`` (the published server skips offset times limit comments) or
            ``rows`` (the documentation, the web client, older servers).
        ids: of users in comments and replies: ``numbers`` (the server) or ``strings`` (the documentation).
        creator: of a comment just written or favoured: ``null`` (the server) or ``filled`` (the
            documentation).
        errors: ``envelope`` (HTTP status 200, the error inside) or ``status`` (its code is the HTTP status as
            well).
        panic: what a login without a usable Origin gets: ``drop`` (the connection is closed), ``500``
            (servers built with Go before 1.17) or ``502`` (a proxy in between).
        version: what ``health_get`` says.
    """

    switches: ClassVar = {
        "offset": ("pages", "rows"),
        "ids": ("numbers", "strings"),
        "creator": ("null", "filled"),
        "errors": ("envelope", "status"),
        "panic": ("drop", "500", "502"),
    }
    offset: str
    ids: str
    creator: str
    errors: str
    panic: str
    version = "mock"
    tables: State
    remembered: ClassVar[tuple[str, ...]] = ("tables", "random", "_ids")

    def start(self) -> None:
        self.tables = State()
        self.key = self.random.randbytes(32)
        self.started = self.clock.now()
        self._origins: dict[str, tuple[datetime, bool]] = {}

    def token_for(self, user: User) -> str:
        """An access token, as a login would give it."""
        return tokens.issue(self.key, user.id, self.clock.now() + timedelta(days=TOKEN_DAYS))

    # --- Answers ---

    def envelope(self, data: Any) -> Response:
        """A success, or with ``code`` and ``msg`` in it an error."""
        return wire.json_response({"ts": int(self.clock.now().timestamp() * 1000), "data": data})

    def fail_with(self, code: int, msg: str) -> NoReturn:
        """End the work on a request with an error."""
        raise Answer(self.envelope({"code": code, "msg": msg}))

    def success(self, call: Call, result: Any) -> Response:
        return self.envelope(result)

    def refuse(self, call: Call) -> Response:
        first = call.violations[0]
        if first.where.startswith(("body", "header/Content-Type")):
            return self.envelope({"code": 400, "msg": MALFORMED})
        reason = _UNREADABLE_PATHS.get(first.where, f"{first.where}: {first.reason}")
        return self.envelope({"code": 400, "msg": reason})

    def decorate(self, request: Request, response: Response) -> Response:
        given = request.headers.get("x-request-id") or self.uuid()
        response = response.with_headers(("X-Request-Id", given), ("Access-Control-Expose-Headers", "X-Request-Id"))
        if not self._is_registered(request):
            return response
        return _plus(response, (("Access-Control-Allow-Origin", request.headers["origin"].lower()), *_CORS))

    def deliver(self, request: Request, response: Response) -> Response:
        if self.errors == "status" and response.status == 200 and b'"data":{"code":' in response.body[:60]:
            code = response.json()["data"]["code"]
            response = replace(response, status=code) if isinstance(code, int) else response
        return _compressed(response, request.headers.get("accept-encoding", ""))

    # --- Paths and methods ---

    def routed_path(self, request: Request) -> str:
        path = request.raw_path
        return path[:-1] if len(path) > 1 and path.endswith("/") else path

    def unknown_path(self, request: Request) -> Response:
        path = self.routed_path(request)
        if _is_below_api(request):
            return self._beforehand(request) or self.envelope({"code": 404, "msg": "not found"})
        if path == "/":
            return Response.of_text("hello world") if request.method == "GET" else _NOT_ALLOWED
        return Response.of_text("404 page not found", 404)

    def wrong_method(self, request: Request, methods: tuple[str, ...]) -> Response:
        return self._beforehand(request) or _NOT_ALLOWED

    def _beforehand(self, request: Request) -> Response | None:
        """What answers before method and path are looked at: CORS, then the site or the login of a group of paths."""
        if request.method == "OPTIONS" and self._is_registered(request):
            return Response(204)
        group = request.raw_path.split("/")[2:3] if _is_below_api(request) else []
        try:
            if group in (["comments"], ["airdrops"], ["slugs"]):
                self.find_site(request)
            if group == ["me"] and self._user_of(request) is None:
                self.fail_with(401, "unauthorized")
        except Answer as answer:
            return answer.response
        return None

    def _is_registered(self, request: Request) -> bool:
        """Whether a site has the request's origin; remembered for five minutes, so a new site may have to wait."""
        origin = request.headers.get("origin", "").lower()
        if not origin or not _is_below_api(request):
            return False
        now = self.clock.now()
        asked, known = self._origins.get(origin, (now, None))
        if known is None or now - asked >= CORS_CACHE:
            known = any(origin in site.origins for site in self.tables.sites.values())
            self._origins = {**self._origins, origin: (now, known)} if len(self._origins) < 1000 else {}
        return known

    # --- Checks before the work ---

    def before(self, call: Call) -> None:
        call.found["user"] = user = self._user_of(call.request)
        if call.operation.path.startswith(("/comments", "/airdrops", "/slugs")):
            call.found["site_id"], call.found["slug"] = self.find_site(call.request)
        security = call.operation.node.get("security", [])
        if user is None and security and {} not in security:
            self.fail_with(401, "unauthorized")

    def find_site(self, request: Request) -> tuple[int, str]:
        """Site id and slug, each from its header, else from the query; the header's slug is taken as it is."""
        query = dict(reversed(request.query_pairs))
        headers = (request.headers.get(f"x-talkee-site-{name}", "").strip(" \t") for name in ("id", "slug"))
        given_id, given_slug = (text.encode("latin-1", "replace").decode("utf-8", "replace") for text in headers)
        site_id = wire.number(given_id or query.get("site_id"))
        if not site_id:
            self.fail_with(400, "invalid site id")
        slug = given_slug or query.get("slug", "")
        if not slug:
            self.fail_with(400, "invalid slug")
        return site_id, slug

    def _user_of(self, request: Request) -> User | None:
        """Who is signed in. The scheme is matched with its capital B; a token without scheme counts."""
        token = request.headers.get("authorization", "").removeprefix("Bearer ")
        user_id = tokens.user_of(token, self.key, self.clock.now()) if token else None
        return self.tables.users.get(user_id) if user_id else None

    # --- Reading a request ---

    def path_id(self, call: Call, name: str, code: int, msg: str) -> int:
        """An id from the path, or the error for a bad one."""
        return wire.number(call.path[name]) or self.fail_with(code, msg)

    def body(self, call: Call, **kinds: type) -> dict[str, Any]:
        """The members of the body; the content type does not matter."""
        try:
            return wire.members(call.request.body, **kinds)
        except ValueError:
            self.fail_with(400, MALFORMED)

    def page(self, call: Call) -> tuple[int, int]:
        """Limit and offset from the query; the default limit stands for 0 and for what is no number."""
        query = dict(reversed(call.request.query_pairs))
        limit, offset = wire.count(query.get("limit")) or 20, wire.count(query.get("offset"))
        for value in (limit, offset):
            if value > wire.MAX_INT:
                self.fail_with(500, f"{value} is greater than maximum value for Int8")
        return limit, offset

    def fit(self, text: str, limit: int) -> None:
        """Refuse text that its database column cannot hold."""
        if len(text) > limit:
            self.fail_with(500, f"ERROR: value too long for type character varying({limit}) (SQLSTATE 22001)")


_CORS = (
    ("Access-Control-Allow-Credentials", "true"),
    ("Access-Control-Allow-Methods", "GET, POST, PUT, DELETE, OPTIONS"),
    (
        "Access-Control-Allow-Headers",
        "Origin,Content-Length,Content-Type,Authorization,X-TALKEE-SITE-ID,X-TALKEE-SITE-SLUG",
    ),
    ("Access-Control-Max-Age", "86400"),
)
_NOT_ALLOWED = Response.of_text('{"code":405,"msg":"Method Not Allowed"}', 405)


def _plus(response: Response, pairs: tuple[tuple[str, str], ...]) -> Response:
    return replace(response, headers=(*response.headers, *pairs))


def _is_below_api(request: Request) -> bool:
    return f"{request.raw_path}/".startswith("/api/")


def _compressed(response: Response, accepted: str) -> Response:
    """Gzip, else raw deflate (without the zlib header that the name promises), if the client takes one of them."""
    names = {part.partition(";")[0].strip().lower() for part in accepted.split(",")}
    chosen = "gzip" if "gzip" in names else "deflate" if "deflate" in names else None
    if chosen is None or not response.body:
        return response
    packer = zlib.compressobj(1, wbits=31 if chosen == "gzip" else -15)
    body = packer.compress(response.body) + packer.flush()
    return replace(_plus(response, (("Content-Encoding", chosen), ("Vary", "Accept-Encoding"))), body=body)
