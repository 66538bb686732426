# Copied from overrides/sociogram/mock/__init__.py by "nox -s generate": edit it there.
"""A mock of Sociogram that keeps state: money, posts, limits, and purchases that call your webhook.

mock = SociogramMock()
app = mock.add_app(webhook="http://127.0.0.1:9000/webhook", sol="5")
user = mock.add_user(sol="2")
client = Sociogram(base_url=mock.base_url, token=app.token, transport=mock.transport())
client.users.notify(uid=user.uid, message="Hello!")
purchase = mock.buy(client.invoices.create(title="100 fish", prices=[…], payload="order 456"), user=user)
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import re
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from decimal import Decimal
from typing import Any, TypeVar

from .._core.mock.contract import Call, Contract
from .._core.mock.document import Document
from .._core.mock.engine import Clock, behaviour, packaged_document
from .._core.mock.http import Request, Response
from . import money, steering
from .data import account
from .money import Entry, Ledger
from .platform import NOT_POSITIVE, timestamp
from .routes import Place, Route, members_of, rerouted, routes_of
from .sender import LoopbackSender, Send, WebhookAnswer, WebhookCall
from .state import (
    App,
    Bot,
    Comment,
    Delivery,
    Deposit,
    Message,
    Notification,
    Publication,
    Purchase,
    User,
)
from .webhooks import SociogramWebhooks, WebhookFault

__all__ = [
    "App",
    "Bot",
    "Clock",
    "Comment",
    "Delivery",
    "Deposit",
    "Entry",
    "Ledger",
    "LoopbackSender",
    "Message",
    "Notification",
    "Publication",
    "Purchase",
    "Route",
    "SociogramMock",
    "User",
    "WebhookAnswer",
    "WebhookCall",
    "WebhookFault",
]

EDITABLE_SECONDS = 3600
"""How long a post can be edited on Sociogram."""
DEFAULT_LIMIT = 20

_Row = TypeVar("_Row", Publication, Comment)


class SociogramMock(SociogramWebhooks):
    """All calls of Sociogram. See ``SociogramPlatform`` for the switches and ``MockCore`` for the rest.

    Args:
        document: the OpenAPI document; by default the one inside the package.
        paths: other methods and paths by operationId, ``{"users_notify": "POST /v2/notify"}``, as for the client.
        params_in: other places of parameters by operationId, ``{"users_notify": "query"}``, as for the client.
        auth_header: another header that inferred calls have the token in, as for the client: a name, or
            ``Authorization: Bearer``. The documented call keeps its own.
        send: makes the calls of webhooks; over sockets to this machine by default.
        options: as in ``MockCore``, and the switches.

    Attributes:
        tables: the state: rows by id (users by uid), and ``ledger``.
        usd_per_sol: what a SOL counts where a value in USD is asked for.
    """

    usd_per_sol: Decimal

    def __init__(
        self,
        document: Mapping[str, Any] | None = None,
        *,
        paths: Mapping[str, str] | None = None,
        params_in: Mapping[str, Place | Mapping[str, Place]] | None = None,
        auth_header: str | None = None,
        send: Send | None = None,
        **options: Any,
    ) -> None:
        self.send = send or LoopbackSender()
        chosen = packaged_document() if document is None else document
        source = Document(chosen)
        known = Contract(chosen).operations.values()
        moved = {*(paths or {}), *(params_in or {})}
        self.moved = {one.id: members_of(source, one.pointer) for one in known if one.id in moved}
        self.auth_header = auth_header
        super().__init__(rerouted(chosen, paths or {}, params_in or {}), **options)

    def start(self) -> None:
        super().start()
        self.usd_per_sol = Decimal(150)

    def handle(self, request: Request) -> Response:
        return steering.handle(self, request) if steering.handles(request) else super().handle(request)

    @property
    def routes(self) -> list[Route]:
        """Every route and where it is known from; all but one are ``inferred``."""
        return routes_of(self.contract)

    @property
    def notifications(self) -> list[Notification]:
        """The notifications that reached their users, oldest first."""
        with self.lock:
            return [*self.tables.notifications.values()]

    # --- Users ---

    @behaviour
    def users_notify(self, call: Call) -> Any:
        app, uid = call.found["app"], int(call.body["uid"])
        if uid not in self.tables.users and self.unknown_user == "false":
            return False
        user = self.user(uid)
        if app.id in user.muted:
            return False
        note = Notification(
            id=self.object_id(), app=app.id, uid=uid, message=call.body["message"], created_at=self.clock.now()
        )
        self.tables.notifications[note.id] = note
        return True

    @behaviour
    def users_get(self, call: Call) -> Any:
        user = self._asked_user(call)
        empty = ("avatar", "cover", "bio", "location", "website", "domain", "twitterId", "twitterName", "startApp")
        shown: dict[str, Any] = {"address": user.address, **dict.fromkeys(empty), "name": user.name}
        wallet = self.tables.ledger.balance(account(user), "usd")
        shown |= {"walletUsdt": f"{wallet:f}", "twitterFollowers": "0", "_id": user.id, "uid": user.uid}
        shown |= {"firstTxDate": "0", "totalEarned": self._earned(user), "provider": "sociogram"}
        shown["hash"] = hmac.new(self._key, str(user.uid).encode(), hashlib.sha256).hexdigest()
        return {**shown, "languageCode": "en", "userAgent": None, "platform": "macOS", "timezone": None, **user.profile}

    @behaviour
    def users_get_counts(self, call: Call) -> Any:
        user = self._asked_user(call)
        followers = {one.uid for one in self.tables.users.values() if user.uid in one.following}
        return {
            "followers": len(followers),
            "following": len(user.following),
            "friends": len(followers & user.following),
            "posts": sum(one.uid == user.uid for one in self.tables.publications.values()),
            "totalEarned": self._earned(user),
        }

    def _asked_user(self, call: Call) -> User:
        return self.user(call.parameters["query", "uid"])

    def _earned(self, user: User) -> str:
        """What apps paid a user, in USD."""
        paid = [
            one for one in self.tables.ledger.entries if one.target == account(user) and one.operation != money.FUND
        ]
        return f"{sum((self._usd(one.amount, one.currency) for one in paid), Decimal(0)):f}"

    def _usd(self, amount: Decimal, currency: str) -> Decimal:
        return amount * self.usd_per_sol if currency == "sol" else amount

    # --- Payouts ---

    @behaviour
    def payouts_to_user(self, call: Call) -> Any:
        user = self.user(call.body["uid"])
        self._pay(call, money.TO_USER, account(user), self.exact(call, "amount"))
        return True

    @behaviour
    def payouts_to_developer(self, call: Call) -> Any:
        app, currency = call.found["app"], money.code(call.body["currency"])
        if "amount" in call.body:
            amount = self.exact(call, "amount")
        else:
            amount = self.tables.ledger.balance(account(app), currency)
            if not amount:
                self.fail_with(int(self.overdraft), "Insufficient balance")
        self._pay(call, money.TO_DEVELOPER, f"user:{app.developer}", amount)
        return True

    def _pay(self, call: Call, operation: str, target: str, amount: Decimal) -> None:
        """Move an amount from the app's balance, or answer why not; what is beyond the decimals kept is not paid."""
        self._move(operation, account(call.found["app"]), target, amount, call.body["currency"], int(self.overdraft))

    def _move(
        self, operation: str, source: str, target: str, amount: Decimal, currency: str, status: int, reference: str = ""
    ) -> tuple[Decimal, str]:
        booked, now = money.code(currency), self.clock.now()
        try:
            exact = money.kept(amount, booked)
            if not exact:
                self.fail_with(403, NOT_POSITIVE)
            self.tables.ledger.move(operation, source, target, exact, booked, at=now, reference=reference)
        except money.NotCoveredError:
            self.fail_with(status, "Insufficient balance")
        return exact, booked

    # --- Searches ---

    @behaviour
    def publications_search(self, call: Call) -> Any:
        return self._page(call, self.tables.publications.values(), self._publication)

    @behaviour
    def comments_search(self, call: Call) -> Any:
        return self._page(call, self.tables.comments.values(), self._comment)

    @behaviour
    def posts_exists(self, call: Call) -> Any:
        return bool(self._found(call, self.tables.publications.values()))

    @behaviour
    def comments_exists(self, call: Call) -> Any:
        return bool(self._found(call, self.tables.comments.values()))

    def _found(self, call: Call, rows: Iterable[_Row]) -> list[_Row]:
        """The rows of an author that contain a text, in any case, within a period, ends included; newest first."""
        author = self.user_of_id(call.parameters["query", "authorId"])
        text = call.parameters["query", "search"].casefold()
        first, last = self.time_of(call, "from"), self.time_of(call, "to")
        found = [
            row
            for row in rows
            if author
            and row.uid == author.uid
            and text in row.text.casefold()
            and (first is None or row.created_at >= first)
            and (last is None or row.created_at <= last)
        ]
        return sorted(found, key=_place, reverse=True)

    def _page(self, call: Call, rows: Iterable[_Row], show: Callable[[_Row], dict[str, Any]]) -> Any:
        """A page; its cursor names the last row's place, so rows that come or go meanwhile shift nothing."""
        cursor, size = (
            call.parameters.get(("query", "cursor")),
            int(call.parameters.get(("query", "limit"), DEFAULT_LIMIT)),
        )
        found = self._after(cursor, self._found(call, rows))
        last = found[size - 1] if len(found) > size else None
        return {"rows": [show(row) for row in found[:size]], "cursor": _cursor(last) if last else None}

    def _after(self, cursor: str | None, found: list[_Row]) -> list[_Row]:
        if cursor is None:
            return found
        place = _read_cursor(cursor)
        if place is None:
            self.fail_with(400, ["cursor must be one that a search returned"])
        return [row for row in found if _place(row) < place]

    def _publication(self, row: Publication) -> dict[str, Any]:
        counts = self._counts(row)
        author, created = self.tables.users[row.uid].id, timestamp(row.created_at)
        return {"_id": row.id, "pid": row.pid, "authorId": author, "text": row.text, **counts, "createdAt": created}

    def _counts(self, row: Publication) -> dict[str, Any]:
        comments = sum(one.publication == row.id for one in self.tables.comments.values())
        likes, reposts = len(row.liked_by), len(row.reposted_by)
        return {"comments": comments, "likes": likes, "reposts": reposts, "isPinned": row.pinned}

    # --- Checks ---

    @behaviour
    def checks_engagement(self, call: Call) -> Any:
        user, post = self._asked_user(call), self._post(call.parameters["query", "publicationId"])
        comments = self.tables.comments.values()
        return {
            "liked": user.uid in post.liked_by,
            "commented": any((one.uid, one.publication) == (user.uid, post.id) for one in comments),
            "reposted": user.uid in post.reposted_by,
            "reacted": post.reactions.get(user.uid, []),
        }

    @behaviour
    def checks_deposit(self, call: Call) -> Any:
        user, pid = self._asked_user(call), call.parameters["query", "pid"]
        post = next((one for one in self.tables.publications.values() if one.pid == pid), None)
        if post is None:
            self.fail_with(404, "Publication not found")
        rows = self.tables.deposits.values()
        paid = [one.usd for one in rows if (one.uid, one.publication) == (user.uid, post.id)]
        if self.deposits == "sum":
            paid = [sum(paid, Decimal(0))] if paid else []
        least = Decimal(str(call.parameters.get(("query", "minAmount"), 0)))
        return any(amount >= least for amount in paid)

    @behaviour
    def checks_follow(self, call: Call) -> Any:
        target, user = (self._named(call.parameters["query", name]) for name in ("targetSlug", "userSlug"))
        return target.uid in user.following

    def _named(self, slug: int | str) -> User:
        """The user of a number, an ObjectId, an address or a domain: "slug or ID"."""
        if isinstance(slug, int):
            return self.user(slug)
        users = self.tables.users.values()
        named = (user for user in users if slug in (user.address, user.profile.get("domain")))
        return self.user_of_id(slug) or next(named, None) or self.fail_with(404, "User not found")

    # --- Posts ---

    @behaviour
    def posts_create(self, call: Call) -> Any:
        """The user confirms; a Community Reward is paid from the user's balance, and counts as a deposit."""
        user, given = self.user(call.body["uid"]), call.body
        self._need_content(given)
        if not user.confirms:
            return {"success": False}
        number = self.object_id()
        reward = given.get("communityReward")
        paid = None
        if reward:
            amount = self.exact(call, "communityReward", "amount")
            target = f"publication:{number}"
            paid = self._move(money.REWARD, account(user), target, amount, reward["currency"], 400, number)
        text, images = given.get("text", ""), given.get("images", [])
        post = self.add_publication(user, id=number, text=text, images=images, app=call.found["app"].id)
        if paid:
            self.add_deposit(user, post, usd=self._usd(*paid), kind="reward")
        return {"success": True, "_id": post.id, "user": self._author(user)}

    @behaviour
    def posts_edit(self, call: Call) -> Any:
        """No, once the hour is over."""
        post = self._post(call.body["publicationId"])
        if (self.clock.now() - post.created_at).total_seconds() > EDITABLE_SECONDS:
            return False
        post.text, post.images = call.body.get("text", post.text), call.body.get("images", post.images)
        return True

    @behaviour
    def posts_delete(self, call: Call) -> Any:
        """Its comments and deposits go as well; money that was moved stays moved."""
        post = self._post(call.body["publicationId"])
        del self.tables.publications[post.id]
        for table in (self.tables.comments, self.tables.deposits):
            for number in [row.id for row in table.values() if row.publication == post.id]:
                del table[number]
        return True

    @behaviour
    def posts_repost(self, call: Call) -> Any:
        """No, if the user has reposted it before."""
        user, post = self.user(call.body["uid"]), self._post(call.body["publicationId"])
        new = user.uid not in post.reposted_by
        post.reposted_by.add(user.uid)
        return new

    @behaviour
    def posts_pin(self, call: Call) -> Any:
        self._post(call.body["publicationId"]).pinned = True
        return True

    @behaviour
    def posts_get_counts(self, call: Call) -> Any:
        return self._counts(self._post(call.parameters["query", "publicationId"]))

    def _post(self, object_id: str) -> Publication:
        return self.tables.publications.get(object_id.lower()) or self.fail_with(404, "Publication not found")

    def _author(self, user: User) -> dict[str, Any]:
        return {"_id": user.id, "uid": user.uid, "name": user.name, "avatar": user.profile.get("avatar")}

    def _need_content(self, given: dict[str, Any]) -> None:
        """Refuse what has neither text nor images: inferred, the document cannot say it."""
        if not given.get("text") and not given.get("images"):
            self.fail_with(400, ["text or images should not be empty"])

    # --- Comments ---

    @behaviour
    def comments_create(self, call: Call) -> Any:
        user, given = self.user(call.body["uid"]), call.body
        post = self._post(given["publicationId"])
        self._need_content(given)
        if not user.confirms:
            return {"success": False}
        text, images = given.get("text", ""), given.get("images", [])
        made = self.add_comment(user, post, text=text, images=images, app=call.found["app"].id)
        return {"success": True, "_id": made.id, "user": self._author(user)}

    @behaviour
    def comments_delete(self, call: Call) -> Any:
        if self.tables.comments.pop(call.body["commentId"].lower(), None) is None:
            self.fail_with(404, "Comment not found")
        return True

    @behaviour
    def comments_exists_under_post(self, call: Call) -> Any:
        post = self._post(call.parameters["query", "publicationId"])
        return any(one.publication == post.id for one in self.tables.comments.values())

    def _comment(self, row: Comment) -> dict[str, Any]:
        author, created = self.tables.users[row.uid].id, timestamp(row.created_at)
        shown = {"_id": row.id, "publicationId": row.publication, "authorId": author, "text": row.text}
        return {**shown, "likes": len(row.liked_by), "createdAt": created}

    # --- Bots ---

    @behaviour
    def bots_send_message(self, call: Call) -> Any:
        user, given = self.user(call.body["uid"]), call.body["message"]
        if not any(given.get(part) for part in ("text", "buttonMarkup", "media")):
            self.fail_with(400, ["message should not be empty"])  # inferred: an empty message makes no sense
        message = self.keep_message(call.found["app"], user, "bot", given)
        return {"success": True, "messageId": message.id}


def _place(row: Publication | Comment) -> tuple[datetime, str]:
    return row.created_at, row.id


def _cursor(row: Publication | Comment) -> str:
    return base64.urlsafe_b64encode(f"{row.created_at.isoformat()} {row.id}".encode()).decode().rstrip("=")


def _read_cursor(text: str) -> tuple[datetime, str] | None:
    """The place that a cursor names; None for a text that is no cursor."""
    try:
        raw = base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True).decode()
        time, _, number = raw.partition(" ")
        place = datetime.fromisoformat(time)
    except (binascii.Error, ValueError):
        return None
    return (place, number) if place.tzinfo and re.fullmatch(r"[0-9a-f]{24}", number) else None
