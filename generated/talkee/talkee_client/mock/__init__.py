# Copied from overrides/talkee/mock/__init__.py by "nox -s generate": edit it there.
"""A mock of Talkee that keeps state and behaves as the published server does, its traps included.

mock = TalkeeMock()
user = mock.add_user(full_name="A reader")
mock.add_comment(user, content="Hello!")
client = Talkee(mock.base_url, token=mock.token_for(user), transport=mock.transport())
"""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

from .._core.mock.contract import Call
from .._core.mock.engine import Clock, behaviour
from .._core.mock.http import Response
from ..siwe import read_message, signer_of
from . import tokens, wire
from .data import MIXIN_CLIENT_ID, TalkeeData
from .state import NOBODY, Airdrop, Asset, Comment, Reply, Reward, Site, User

__all__ = ["Airdrop", "Asset", "Clock", "Comment", "Reply", "Reward", "Site", "TalkeeMock", "User"]

SMALLEST_AMOUNT = Decimal("0.00000001")
NOT_FOUND = "record not found"
NO_RECORD = "no record"


class TalkeeMock(TalkeeData):
    """All calls of Talkee. See ``TalkeePlatform`` for the switches and ``MockCore`` for the rest.

    Attributes:
        payment_error: text with which the payment service refuses the next airdrops (stored all the same).
        conversation_error: text with which the first login of a Mixin user fails (the user is made all the
            same).
        computed: whether the figures of ``stats_global`` exist.
        tables: the state, one dict of rows by id per table.
    """

    payment_error: str | None
    conversation_error: str | None
    computed: bool

    def start(self) -> None:
        super().start()
        self.payment_error = self.conversation_error = None
        self.computed = True

    # --- Login and users ---

    @behaviour
    def auth_login(self, call: Call) -> Any:
        given = self.body(call, method=str, mixin_token=str, signed_message=str, signature=str, lang=str)
        origin = call.request.headers.get("origin", "")
        if "//" not in origin:
            return Response(dropped=True) if self.panic == "drop" else Response(int(self.panic))
        lang = given.get("lang", "")
        language = lang[:2].lower() if len(lang) >= 2 else "en"
        method = given.get("method")
        if method == "mixin_token":
            return self._login_with_mixin(given.get("mixin_token", ""), language)
        if method == "mvm":
            text, signature = given.get("signed_message", ""), given.get("signature", "")
            return self._login_with_wallet(text, signature, origin.split("//")[1], language)
        return None

    def _login_with_mixin(self, token: str, language: str) -> Any:
        try:
            claims = tokens.claims_of(token)
        except ValueError:
            self.fail_with(401, "token contains an invalid number of segments")
        if claims.get("iss") != MIXIN_CLIENT_ID and claims.get("scp") != "FULL":
            self.fail_with(401, "invalid issuer")
        profile = self.mixin_profiles.get(token)
        if profile is None:
            self.fail_with(401, f"[202/401] Unauthorized, maybe invalid token. id={self.uuid()}")
        if profile["wallet"]:
            self.fail_with(401, "bad login method")
        values = {name: value for name, value in profile.items() if name != "wallet"}
        return self._login(values, language)

    def _login_with_wallet(self, text: str, signature: str, domain: str, language: str) -> Any:
        try:
            message = read_message(text)
        except ValueError:
            self.fail_with(401, "bad mvm login message")
        if not message.is_valid_at(self.clock.now()):
            self.fail_with(401, "bad mvm login message")
        try:
            signer = signer_of(text, signature)
        except ValueError:
            signer = ""
        if signer != message.address:  # as text: an address without its checksum does not match
            self.fail_with(401, "bad mvm login signature")
        if message.domain != domain:
            self.fail_with(401, "invalid domain")
        values = {"mixin_identity_number": "0", "full_name": signer, "mvm_public_key": signer}
        return self._login(values, language)

    def _login(self, values: dict[str, str], language: str) -> Any:
        """Find or make the user. The answer shows the values from before; a new user's time is null in it."""
        key = "mvm_public_key" if "mvm_public_key" in values else "mixin_user_id"
        user = next((one for one in self.tables.users.values() if getattr(one, key) == values[key]), None)
        if user is None:
            user = self.add_user(**values, language=language)
            shown = {**self._user(user), "created_at": None}
            if self.conversation_error and user.mvm_public_key == NOBODY:
                self.fail_with(401, self.conversation_error)
        else:
            shown = self._user(user)
            user.full_name, user.language = values["full_name"], language
            user.avatar_url = values.get("avatar_url", user.avatar_url)
        return {"access_token": self.token_for(user), "user": shown}

    @behaviour
    def users_get(self, call: Call) -> Any:
        user = self.tables.users.get(self.path_id(call, "user_id", 400, "invalid user id"))
        return self._user(user) if user else self.fail_with(404, NO_RECORD)

    @behaviour
    def users_me(self, call: Call) -> Any:
        return self._user(call.found["user"])

    # --- Sites ---

    @behaviour
    def sites_get(self, call: Call) -> Any:
        site = self.tables.sites.get(self.path_id(call, "site_id", 400, "invalid site id"))
        return _site(site) if site else self.fail_with(500, NOT_FOUND)

    @behaviour
    def sites_list(self, call: Call) -> Any:
        return [_site(site) for site in self._sites_of(call.found["user"])]

    @behaviour
    def sites_create(self, call: Call) -> Any:
        given = self.body(call, name=str, origin=str, use_arweave=bool)
        origin, name = given.get("origin", ""), given.get("name", "")
        if len(self._sites_of(call.found["user"])) >= 3:
            self.fail_with(400, "site limit reached")
        if not origin.startswith(("http://", "https://")):
            self.fail_with(400, "invalid origin")
        self.fit(name, 256)
        arweave = given.get("use_arweave", False)
        return _site(self.add_site(call.found["user"], name=name, origins=[origin], use_arweave=arweave))

    @behaviour
    def sites_update(self, call: Call) -> Any:
        site = self.tables.sites.get(self.path_id(call, "site_id", 404, NO_RECORD))
        if site is None or site.user_id != call.found["user"].id:
            self.fail_with(404, NO_RECORD)
        given = self.body(call, name=str, origin=str, use_arweave=bool)
        self.fit(given.get("name", ""), 256)
        site.name, site.origins = given.get("name", ""), [given.get("origin", "")]
        site.use_arweave = given.get("use_arweave", False)
        shown = _site(site)
        site.updated_at = self.clock.now()
        return shown

    def _sites_of(self, user: User) -> list[Site]:
        return [site for site in self.tables.sites.values() if site.user_id == user.id]

    # --- Comments ---

    @behaviour
    def comments_list(self, call: Call) -> Any:
        limit, offset = self.page(call)
        skip = offset * limit if self.offset == "pages" else offset
        found = self.thread(call.found["site_id"], call.found["slug"])
        order = dict(reversed(call.request.query_pairs)).get("order_by", "").strip(wire.BLANKS)
        if order == "created_at_asc":
            found.sort(key=_age)
        elif order in ("created_at", "reply_count"):
            found.sort(key=_age, reverse=True)
        else:
            found.sort(key=lambda comment: -comment.favor_count)
        shown = self._comments(found[skip : skip + limit], call.found["user"])
        return {"comments": shown, "total": len(found)}

    @behaviour
    def comments_create(self, call: Call) -> Any:
        content = self.body(call, content=str).get("content", "").strip(wire.BLANKS)
        if not content:
            self.fail_with(400, "invalid comment content")
        self.fit(call.found["slug"], 256)
        self.fit(content, 10240)
        place = {"site_id": call.found["site_id"], "slug": call.found["slug"]}
        return self._bare(self.add_comment(call.found["user"], content=content, **place))

    @behaviour
    def comments_get(self, call: Call) -> Any:
        return self._comments([self._read_comment(call)], call.found["user"])[0]

    @behaviour
    def comments_fav(self, call: Call) -> Any:
        """Not idempotent: each call adds a favour."""
        comment = self._read_comment(call)
        self.add_favourite(call.found["user"], comment)
        return self._changed(comment)

    @behaviour
    def comments_unfav(self, call: Call) -> Any:
        """Takes one off, favoured or not; the second of two favours stands in the way for good."""
        comment = self._read_comment(call)
        favours = self.tables.favours_of(call.found["user"]).get(comment.id, [])
        if len(favours) > 1:
            constraint = 'unique constraint "uidx_favourite_comment_user" (SQLSTATE 23505)'
            self.fail_with(500, f"ERROR: duplicate key value violates {constraint}")
        for favour in favours:
            del self.tables.favourites[favour.id]
        comment.favor_count -= 1
        return self._changed(comment)

    def _changed(self, comment: Comment) -> dict[str, Any]:
        shown = self._bare(comment)
        comment.updated_at = self.clock.now()
        return shown

    def _read_comment(self, call: Call) -> Comment:
        number = self.path_id(call, "comment_id", 400, "invalid comment id")
        return self._readable(self.tables.comments.get(number) or self.fail_with(500, NOT_FOUND))

    def _readable(self, comment: Comment) -> Comment:
        if comment.favor_count < 0:
            value = f'converting driver.Value type int64 ("{comment.favor_count}") to a uint64: invalid syntax'
            self.fail_with(500, f'sql: Scan error on column index 4, name "favor_count": {value}')
        return comment

    # --- Replies ---

    @behaviour
    def replies_list(self, call: Call) -> Any:
        number = self.path_id(call, "comment_id", 400, "invalid comment id")
        limit, offset = self.page(call)
        found = [reply for reply in self.tables.replies.values() if reply.comment_id == number]
        found.sort(key=_age, reverse=True)
        return {"replies": [self._reply(reply) for reply in found[offset : offset + limit]], "total": len(found)}

    @behaviour
    def replies_create(self, call: Call) -> Any:
        self.path_id(call, "comment_id", 400, "invalid comment id")
        content = self.body(call, content=str).get("content", "").strip(wire.BLANKS)
        if not content:
            self.fail_with(400, "invalid comment content")
        comment = self._read_comment(call)
        self.fit(content, 5120)
        return self._reply(self.add_reply(call.found["user"], comment, content=content))

    # --- Airdrops, slugs, payments ---

    @behaviour
    def airdrops_create(self, call: Call) -> Any:
        texts = ("airdrop_type", "slug", "strategy_name", "asset_id", "memo", "redirect_url")
        kinds: dict[str, type] = {**dict.fromkeys(texts, str), "site_id": int, "opponent_id": int}
        given = self.body(call, **kinds, strategy_params=dict, amount=Decimal)
        if not _is_valid(given):
            self.fail_with(500, "invalid tip params")
        for name, limit in (("slug", 255), ("asset_id", 36), ("memo", 255)):
            self.fit(given.get(name, ""), limit)
        try:
            given["amount"] = wire.amount(given["amount"])
        except ValueError as error:
            self.fail_with(500, f"ERROR: {error} (SQLSTATE 22003)")
        given.pop("redirect_url", None)
        airdrop = self.add_airdrop(call.found["user"], **given)
        if self.payment_error:
            self.fail_with(500, self.payment_error)
        airdrop.mixpay_code = self.uuid()
        return {**_airdrop(airdrop), "user": None}

    @behaviour
    def payments_mixpay(self, call: Call) -> Any:
        given = self.body(call, orderId=str, traceId=str, payeeId=str)
        paid = given.get("traceId") or given.get("orderId")
        for airdrop in self.tables.airdrops.values():
            if airdrop.uuid == paid and airdrop.status == 0:
                airdrop.status = 1
        return {"code": "0"}

    @behaviour
    def slugs_get(self, call: Call) -> Any:
        site_id, slug = call.found["site_id"], call.found["slug"]
        tips = [
            {**_airdrop(one), "mixpay_code": "", "user": self._creator(one.user_id)}
            for one in self.tables.airdrops.values()
            if (one.site_id, one.slug, one.airdrop_type, one.status) == (site_id, slug, "slug", 3)
        ]
        return {"site_id": site_id, "slug": slug, "tips": tips[:64]}

    # --- The rest ---

    @behaviour
    def assets_list(self, call: Call) -> Any:
        return [_shown(asset) for asset in self.tables.assets.values()]

    @behaviour
    def assets_get(self, call: Call) -> Any:
        for asset in self.tables.assets.values():
            if asset.asset_id == call.path["asset_id"]:
                return _shown(asset)
        return self.fail_with(500, f"[202/404] The endpoint is not found. id={self.uuid()}")

    @behaviour
    def stats_global(self, call: Call) -> Any:
        if not self.computed:
            self.fail_with(500, NOT_FOUND)
        prices = {asset.asset_id: Decimal(asset.price_usd) for asset in self.tables.assets.values()}
        worth = sum(Decimal(one.amount) * prices.get(one.asset_id, Decimal()) for one in self.tables.rewards.values())
        favours, comments = len(self.tables.favourites), len(self.tables.comments)
        return {"total_comments": comments, "total_favors": favours, "total_rewards_usd": f"{worth:.2f}"}

    @behaviour
    def echo_get(self, call: Call) -> Any:
        return {"msg": call.path["msg"]}

    @behaviour
    def echo_post(self, call: Call) -> Any:
        msg = self.body(call, msg=str).get("msg")
        if not msg:
            self.fail_with(400, "twirp error invalid_argument: msg: non zero value required")
        return {"msg": msg}

    @behaviour
    def health_get(self, call: Call) -> Any:
        up = (self.clock.now() - self.started).total_seconds()
        return wire.json_response({"uptime": wire.uptime(up), "version": self.version})

    # --- How rows are shown ---

    def _user(self, user: User) -> dict[str, Any]:
        shown = _shown(user)
        del shown["language"]
        return shown

    def _creator(self, user_id: int) -> dict[str, Any] | None:
        user = self.tables.users.get(user_id)
        return {**self._user(user), "id": self._id(user_id)} if user else None

    def _id(self, number: int) -> int | str:
        return str(number) if self.ids == "strings" else number

    def _bare(self, comment: Comment) -> dict[str, Any]:
        """A comment just written or favoured; a counter below zero wraps."""
        filled = self.creator == "filled"
        shown = {**_shown(comment), "user_id": self._id(comment.user_id)}
        shown["favor_count"] = comment.favor_count % (wire.MAX_UINT + 1)
        shown["creator"] = self._creator(comment.user_id) if filled else None
        return {**shown, "rewards": [] if filled else None, "reward": None, "fav_id": 0}

    def _comments(self, comments: list[Comment], caller: User | None) -> list[dict[str, Any]]:
        """Comments as they are read; one with a counter below zero spoils them all."""
        favours = self.tables.favours_of(caller)
        rewards: dict[int, list[dict[str, Any]]] = {}
        for reward in self.tables.rewards.values():
            if reward.object_type == "comment":
                rewards.setdefault(reward.object_id, []).append(_shown(reward))
        creators = {number: self._creator(number) for number in {comment.user_id for comment in comments}}
        shown = []
        for comment in map(self._readable, comments):
            got = rewards.get(comment.id)
            favour = favours.get(comment.id)
            shown.append(
                {
                    **self._bare(comment),
                    "creator": creators[comment.user_id],
                    "rewards": got or ([] if self.creator == "filled" else None),
                    "reward": got[0] if got else None,
                    "fav_id": favour[0].id if favour else 0,
                }
            )
        return shown

    def _reply(self, reply: Reply) -> dict[str, Any]:
        shown = {**_shown(reply), "user_id": self._id(reply.user_id), "comment_id": str(reply.comment_id)}
        return {**shown, "creator": self._creator(reply.user_id)}


def _shown(row: Any) -> dict[str, Any]:
    shown = dict(vars(row))
    for name in ("created_at", "updated_at"):
        if name in shown:
            shown[name] = wire.timestamp(shown[name])
    return shown


def _site(site: Site) -> dict[str, Any]:
    return {**_shown(site), "origin": ""}


def _airdrop(airdrop: Airdrop) -> dict[str, Any]:
    hidden = ("airdrop_type", "opponent_id", "strategy_name", "strategy_params", "status")
    return {name: value for name, value in _shown(airdrop).items() if name not in hidden}


def _is_valid(given: dict[str, Any]) -> bool:
    kind, page = given.get("airdrop_type"), given.get("site_id") and given.get("slug")
    strategy = given.get("strategy_name") in ("topn", "avg") or kind != "comments"
    named = kind in ("comments", "comment", "user", "slug") and given.get("asset_id")
    return bool(named and strategy and (given.get("opponent_id") or page) and given.get("amount", 0) >= SMALLEST_AMOUNT)


def _age(row: Comment | Reply) -> tuple[datetime, int]:
    return row.created_at or datetime.min.replace(tzinfo=UTC), row.id
