"""What all calls of Sociogram have in common: tokens, the framework's errors, limits, the forms of a yes or no."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from http import HTTPStatus
from typing import Any, ClassVar, NoReturn

from .._core.mock.contract import Call, Violation
from .._core.mock.engine import Answer, MockCore
from .._core.mock.http import Request, Response
from .limits import Limits
from .routes import Members, put_back
from .state import App, Bot, State, User

KEY_HEADER = "X-App-Key"
NOT_POSITIVE = "Number should be positive"
MAX_MESSAGES = 20

_TYPES = {
    "integer": "an integer number",
    "number": "a number conforming to the specified constraints",
    "string": "a string",
    "boolean": "a boolean value",
    "array": "an array",
    "object": "an object",
}
_WORDS = {
    "maxLength": "must be shorter than or equal to {} characters",
    "minLength": "must be longer than or equal to {} characters",
    "maximum": "must not be greater than {}",
    "minimum": "must not be less than {}",
    "minItems": "must contain at least {} elements",
    "enum": "must be one of the following values: {}",
    "format": "must be a valid {}",
}


class SociogramPlatform(MockCore):
    """The server's manners, without its calls. Nearly all of them are inferred: the platform publishes one path.

    Attributes:
        outcome: how a yes or no comes: ``boolean`` (JSON), ``text`` (as the framework sends a bare boolean: labelled
            as HTML), ``success`` (in the form of the bots' answers) or ``data`` (in an envelope).
        created: the status of a POST's success, the framework's default or the ordinary one.
        unauthorized: the status for a token that is missing or unknown.
        unknown_user: of ``users_notify``: an error, or the answer no.
        overdraft: the status for a payout above the balance.
        deposits: of ``checks_deposit``: whether deposits count together against ``minAmount``, or each by itself.
    """

    switches: ClassVar = {
        "outcome": ("boolean", "text", "success", "data"),
        "created": ("201", "200"),
        "unauthorized": ("401", "403"),
        "unknown_user": ("404", "false"),
        "overdraft": ("400", "403"),
        "deposits": ("sum", "single"),
    }
    outcome: str
    created: str
    unauthorized: str
    unknown_user: str
    overdraft: str
    deposits: str
    tables: State
    moved: Mapping[str, Members] = {}
    """What the calls take whose routes were replaced."""
    auth_header: str | None = None
    """Where inferred calls have the token, if not in the documented header."""

    def start(self) -> None:
        self.tables = State()
        self.limits = Limits()
        self._origin = self.random.getrandbits(40)  # the part of an ObjectId that names the machine
        self._key = self.random.randbytes(32)

    def object_id(self) -> str:
        """The next ObjectId: the time in seconds, the machine, a counter."""
        seconds = int(self.clock.now().timestamp()) & 0xFFFFFFFF
        return f"{seconds:08x}{self._origin:010x}{self.next_id('object') & 0xFFFFFF:06x}"

    # --- Answers ---

    def fail_with(self, status: int, message: str | list[str] | None = None) -> NoReturn:
        """End the work on a request with an error in the framework's form."""
        raise Answer(failure(status, message))

    def yes_no(self, value: bool) -> Response:
        """A yes or no in the form that ``outcome`` names."""
        forms: dict[str, Any] = {"boolean": value, "success": {"success": value}, "data": {"data": value}}
        if self.outcome == "text":
            return Response(200, (("Content-Type", "text/html; charset=utf-8"),), b"true" if value else b"false")
        return Response.of_json(forms[self.outcome])

    def success(self, call: Call, result: Any) -> Response:
        response = self.yes_no(result) if isinstance(result, bool) else Response.of_json(result)
        posted = call.operation.method == "POST" and self.created in call.operation.responses
        status = int(self.created) if posted else 200
        return Response(status, response.headers, response.body)

    def refuse(self, call: Call) -> Response:
        """What does not fit, a text for each value; an amount that is not above 0 in the library's own way."""
        if all(one.rule.endswith("/Amount/exclusiveMinimum") for one in call.violations):
            return failure(403, NOT_POSITIVE)
        return failure(400, [self._words(one) for one in call.violations[:MAX_MESSAGES]])

    def _words(self, violation: Violation) -> str:
        """A reason in the words of the framework's validation, as far as they are known."""
        name = ".".join(violation.where.split("/")[1:])
        keyword = violation.rule.rpartition("/")[2]
        if keyword == "required" or violation.reason == "is required":
            missing = re.match(r'"(.*)" is a required property', violation.reason)
            parts = [*name.split("."), missing[1]] if missing else [name or "body"]
            return f"{'.'.join(filter(None, parts))} should not be empty"
        if keyword == "type":
            wanted = sorted(self.contract.document.types(violation.rule.removesuffix("/type").removeprefix("#")))
            return f"{name or 'body'} must be {' or '.join(_TYPES.get(one, one) for one in wanted)}"
        if keyword in _WORDS:
            limit = self.contract.document.follow(violation.rule.removeprefix("#"))[1]
            told = ", ".join(map(str, limit)) if isinstance(limit, list) else limit
            return f"{name} {_WORDS[keyword].format(told)}"
        return f"{name or 'body'}: {violation.reason}"

    def unknown_path(self, request: Request) -> Response:
        return failure(404, f"Cannot {request.method} {request.raw_path[:500]}")

    def wrong_method(self, request: Request, methods: tuple[str, ...]) -> Response:
        return self.unknown_path(request)

    # --- Checks before the work ---

    def before(self, call: Call) -> None:
        """Token, values, limits, in this order; and what the platform has not built yet."""
        call.found["app"] = self._caller(call)
        self._take_other_name(call)
        if call.violations:
            raise Answer(self.refuse(call))
        if call.operation.id in self.moved:
            put_back(call, self.moved[call.operation.id])
        self._count(call)
        if call.operation.node.get("x-stage") == "draft":
            self.fail_with(501)

    def _caller(self, call: Call) -> App:
        """The app or bot whose token it is; refused if it is known, but not for this."""
        replaced = self.auth_header if call.operation.node.get("x-provenance") == "inferred" else None
        name, _, scheme = (replaced or KEY_HEADER).partition(": ")
        sent = call.request.headers.all(name)
        prefix = f"{scheme} " if scheme else ""
        token = sent[0].removeprefix(prefix) if len(sent) == 1 and sent[0].startswith(prefix) else ""
        tables: tuple[dict[str, App] | dict[str, Bot], ...] = (self.tables.apps, self.tables.bots)
        wanted = call.operation.path.startswith("/bot/")
        found = [next((one for one in table.values() if one.token == token), None) for table in tables]
        if not any(found):
            self.fail_with(int(self.unauthorized))
        return found[wanted] or self.fail_with(403, "Forbidden resource")

    def _take_other_name(self, call: Call) -> None:
        """Faithful takes ``userId`` for ``uid``: the documentation's list has one name, its sample the other."""
        query = dict(call.request.query_pairs)
        other = query.get("userId", "")
        named = (
            call.operation.id == "checks_deposit" and "uid" not in query and re.fullmatch(r"[1-9][0-9]{0,15}", other)
        )
        if named and self.mode == "faithful":
            call.parameters["query", "uid"] = int(other)
            call.violations = [one for one in call.violations if one.where != "query/uid"]

    def _count(self, call: Call) -> None:
        rules = call.operation.node.get("x-rate-limit", [])
        app: App = call.found["app"]
        keys = [
            (call.operation.id, app.id, *([int(call.body[rule["key"]])] if "key" in rule else [])) for rule in rules
        ]
        if rules and not self.limits.admit(rules, keys, self.clock.now()):
            self.fail_with(429)

    # --- Reading a request ---

    def user(self, uid: Any) -> User:
        """The user of a number, or the error that there is none."""
        return self.tables.users.get(int(uid)) or self.fail_with(404, "User not found")

    def user_of_id(self, object_id: str) -> User | None:
        """The user of an ObjectId, in any case of its letters."""
        return next((user for user in self.tables.users.values() if user.id == object_id.lower()), None)

    def exact(self, call: Call, *path: str) -> Decimal:
        """A number of the body with every digit that was sent."""
        value = json.loads(call.request.body or b"{}", parse_float=Decimal)
        if path[0] not in value:  # it came in the query or the path
            return Decimal({**dict(call.request.query_pairs), **call.path}[path[0]])
        for name in path:
            value = value[name]
        return Decimal(value)

    def time_of(self, call: Call, name: str) -> datetime | None:
        """A time from the query, if there is one."""
        text = call.parameters.get(("query", name))
        if text is None:
            return None
        try:
            return datetime.fromisoformat(text.upper())
        except ValueError:  # a leap second, the year 0
            self.fail_with(400, [f"{name} must be a valid ISO 8601 date string"])


def failure(status: int, message: str | list[str] | None = None) -> Response:
    """An error in the form of NestJS, the framework that the platform is built with."""
    name = HTTPStatus(status).phrase
    body: dict[str, Any] = {"statusCode": status, "message": name if message is None else message}
    return Response.of_json(body if message is None else {**body, "error": name}, status)


def timestamp(time: datetime) -> str:
    """A time as the documentation writes it: milliseconds, and an offset."""
    return time.isoformat(timespec="milliseconds")
