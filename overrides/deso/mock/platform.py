"""What all calls of a DeSo node have in common: paths, content types, errors, CORS, heights, reading and writing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any, ClassVar, NoReturn

from .._core.mock.contract import Call
from .._core.mock.engine import Answer, MockCore
from .._core.mock.http import Request, Response
from ..keys import (
    MAINNET,
    TESTNET,
    AddressError,
    InvalidKeyError,
    Network,
    PublicKey,
    address_bytes,
    encode_base58check,
)
from ..transactions import TransactionType
from . import wire
from .chain import Chain
from .hostile import ALTERATIONS
from .state import State

START_HEIGHT = 37_258_134
"""Height of the chain when the mock begins."""
MAX_BODY_BYTES = 10_000_000
PREFIX = "/api/v0"
BODY = "X-Mock-Body"
"""Marks an answer whose body is left out on its way, or gets a second one behind it: the document describes these only
in words."""

HANDLERS: Mapping[str, str] = {
    "profiles_update": "UpdateProfile",
    "profiles_get": "GetSingleProfile",
    "posts_submit": "SubmitPost",
    "posts_list": "GetPostsStateless",
    "posts_get": "GetSinglePost",
    "follows_create": "CreateFollowTxnStateless",
    "likes_create": "CreateLikeStateless",
    "diamonds_send": "SendDiamonds",
    "messages_send": "SendDmMessage",
    "messages_update": "UpdateDmMessage",
    "messages_send_group": "SendGroupChatMessage",
    "messages_update_group": "UpdateGroupChatMessage",
    "messages_list_threads": "GetAllUserMessageThreads",
    "messages_list_dm_threads": "GetUserDmThreadsOrderedByTimestamp",
    "messages_list_group_threads": "GetUserGroupChatThreadsOrderedByTimestamp",
    "messages_list_dm": "GetPaginatedMessagesForDmThread",
    "messages_list_group": "GetPaginatedMessagesForGroupChatThread",
    "access_groups_create": "CreateAccessGroup",
    "access_groups_update": "UpdateAccessGroup",
    "access_groups_list": "GetAllUserAccessGroups",
    "access_groups_list_owned": "GetAllUserAccessGroupsOwned",
    "access_groups_list_member_only": "GetAllUserAccessGroupsMemberOnly",
    "access_groups_get": "GetAccessGroupInfo",
    "access_groups_get_bulk": "GetBulkAccessGroupEntries",
    "access_groups_check_party": "CheckPartyAccessGroups",
    "access_group_members_add": "AddAccessGroupMembers",
    "access_group_members_remove": "RemoveAccessGroupMembers",
    "access_group_members_update": "UpdateAccessGroupMembers",
    "access_group_members_get": "GetAccessGroupMemberInfo",
    "access_group_members_list": "GetPaginatedAccessGroupMembers",
    "derived_keys_authorize": "AuthorizeDerivedKey",
    "derived_keys_get_access_bytes": "GetAccessBytes",
    "derived_keys_get": "GetSingleDerivedKey",
    "derived_keys_list": "GetUserDerivedKeys",
    "spending_limits_encode": "GetTransactionSpendingLimitHexString",
    "spending_limits_decode": "GetTransactionSpendingLimitResponseFromHex",
    "transactions_submit": "SubmitTransaction",
    "transactions_create_atomic": "CreateAtomicTxnsWrapper",
    "transactions_submit_atomic": "SubmitAtomicTransaction",
    "transactions_append_extra_data": "AppendExtraData",
    "transactions_get_spending": "GetTransactionSpending",
    "transactions_get_signature_index": "GetSignatureIndex",
    "transactions_get_construction_params": "GetTxnConstructionParams",
    "transactions_get": "GetTxn",
    "transactions_get_many": "GetTxns",
    "node_get_app_state": "GetAppState",
    "node_get_health": "HealthCheck",
    "node_get_committed_tip": "GetCommittedTipBlockInfo",
}
"""What a node calls each of its handlers; error texts begin with it."""

_ANY_CONTENT_TYPE = frozenset({"transactions_submit", "transactions_get", "profiles_update"})


class DeSoPlatform(MockCore):
    """The node's manners, without its calls.

    Switches: ``version`` of the transactions that it constructs and takes (1: balance model; 0: UTXO era, as the
    documentation shows); ``blocks``, when one is added (``clock``: one a second of the mock's clock; ``instant``: with
    each transaction; ``manual``: by ``mine`` only); ``signature``, the JSON shape of signatures (``text``: null, then
    base64; ``object``: as from 2023 to October 2024); ``picture``, what becomes of a profile picture (``webp``: another
    one takes its place, as after scaling; ``kept``); ``network``; ``hostile``, how it lies (see ``ALTERATIONS``).

    Attributes:
        fee_rate: the lowest fee rate that the network takes, in nanos for 1000 bytes.
        profile_fee_nanos: what creating a profile costs.
        nonce_offset: how many blocks ahead a nonce may expire.
        node_source: the number that the node writes into the extra data of what it constructs, if any.
        node_fees: outputs that the node adds for itself, by the word of the transaction's type: key and amount.
        paid_profiles: accounts whose profile the node pays for (after a sign-up bonus), by their keys.
        shows_posts: whether the node finds a post that it has just taken; if not, submitting one is answered with an
            error, and the transaction is accepted all the same.
        syncing: whether the node is still in sync; then the health check fails.
    """

    switches: ClassVar[Mapping[str, tuple[str, ...]]] = {
        "version": ("1", "0"),
        "blocks": ("clock", "instant", "manual"),
        "signature": ("text", "object"),
        "picture": ("webp", "kept"),
        "network": ("mainnet", "testnet"),
        "hostile": ("none", *ALTERATIONS),
    }
    version: str
    blocks: str
    signature: str
    picture: str
    network: str
    hostile: str
    fee_rate: int
    profile_fee_nanos: int
    nonce_offset: int
    node_source: int | None
    node_fees: dict[str, list[tuple[PublicKey, int]]]
    paid_profiles: set[bytes]
    shows_posts: bool
    syncing: bool

    def start(self) -> None:
        self._chain = Chain(self.chain_network)
        self._began: datetime = self.clock.now()
        self._mined = 0
        self._last_nanos = 0
        self.fee_rate, self.profile_fee_nanos, self.nonce_offset = 1000, 10_000_000, 288
        self.node_source = None
        self.node_fees, self.paid_profiles = {}, set()
        self.shows_posts, self.syncing = True, False
        self._behind: dict[str, bytes] = {}

    # --- The chain ---

    @property
    def chain_network(self) -> Network:
        """The network that the switch names."""
        return MAINNET if self.network == MAINNET.name else TESTNET

    @property
    def chain(self) -> Chain:
        """The chain, its height and parameters brought up to date."""
        chain = self._chain
        chain.network, chain.height, chain.version = self.chain_network, self.height, int(self.version)
        chain.min_fee_rate, chain.profile_fee_nanos = self.fee_rate, self.profile_fee_nanos
        chain.max_nonce_offset = self.nonce_offset
        return chain

    @property
    def tables(self) -> State:
        """Everything that is on the chain."""
        return self._chain.state

    @property
    def height(self) -> int:
        """Height of the newest block."""
        passed = (self.clock.now() - self._began).total_seconds() if self.blocks == "clock" else 0
        return START_HEIGHT + self._mined + max(0, int(passed))

    def mine(self, blocks: int = 1) -> int:
        """Add blocks; returns the height."""
        with self.lock:
            self._mined += blocks
            return self.height

    def now_nanos(self) -> int:
        """The node's time in nanoseconds since 1970; no two are the same."""
        self._last_nanos = max(self._last_nanos + 1, int(self.clock.now().timestamp() * 1_000_000) * 1000)
        return self._last_nanos

    # --- Answers ---

    def success(self, call: Call, result: Any) -> Response:
        return wire.response(result)

    def fail_with(self, call: Call, reason: str, status: int = 400) -> NoReturn:
        """End the work on a request with an error; the text begins with the handler's name."""
        raise Answer(wire.response({"error": f"{HANDLERS[call.operation.id]}: {reason}"}, status))

    def refuse(self, call: Call) -> Response:
        first = call.violations[0]
        if first.where == "header/Content-Type":
            return _without_body(wire.response({"error": "content type"}, 400))
        return wire.response({"error": f"{HANDLERS[call.operation.id]}: {first.where}: {first.reason}"}, 400)

    def empty(self, result: Any) -> Response:
        """A success whose body is left out; ``result`` is what the document would have there."""
        return _without_body(wire.response(result))

    def followed(self, response: Response, more: Response | None = None) -> Response:
        """An error whose handler went on: a second answer, by default the same, stands behind it in one body."""
        mark = f"behind {len(self._behind)}"
        self._behind[mark] = (more or response).body
        return response.with_headers((BODY, mark))

    def deliver(self, request: Request, response: Response) -> Response:
        marks = dict(response.headers)
        if BODY in marks:
            behind = self._behind.pop(marks[BODY], None)
            return self.leaving(response, BODY, b"" if behind is None else response.body + behind)
        return replace(response, status=200) if response.status == 204 else response

    def leaving(self, response: Response, mark: str, body: bytes) -> Response:
        """The answer without its mark and with the body that leaves, which is also what the log has then."""
        kept = tuple(pair for pair in response.headers if pair[0] != mark)
        left = replace(response, body=body, headers=kept)
        self._logged += len(body) - len(self.exchanges[-1].response.body)
        self.exchanges[-1] = self.exchanges[-1]._replace(response=left)
        return left

    def decorate(self, request: Request, response: Response) -> Response:
        origin = request.headers.get("origin")
        if origin is None or response.dropped:
            return response
        allowed = [("Access-Control-Allow-Origin", origin), ("Access-Control-Allow-Credentials", "true")]
        if request.method == "OPTIONS":
            names = "Origin, X-Requested-With, Content-Type, Accept"
            allowed += [
                ("Access-Control-Allow-Methods", "GET, PUT, POST, DELETE, OPTIONS"),
                ("Access-Control-Allow-Headers", names),
            ]
        return response.with_headers(*allowed)

    # --- Paths and methods ---

    def routed_path(self, request: Request) -> str:
        path = request.raw_path
        return path if path.startswith("/api/") else PREFIX + path

    def unknown_path(self, request: Request) -> Response:
        path = self.routed_path(request)
        if path.endswith("/") and self.contract.match(request.method, path.rstrip("/")):
            query = f"?{request.query}" if request.query else ""
            return Response(301, (("Location", request.raw_path.rstrip("/") + query),))
        return Response.of_text("404 page not found\n", 404)

    def wrong_method(self, request: Request, methods: tuple[str, ...]) -> Response:
        if request.method == "OPTIONS":
            return Response(204)  # leaves as 200, see deliver: only 204 counts as an answered pre-flight
        return Response(405)

    # --- Reading a request ---

    def before(self, call: Call) -> None:
        if call.request.method != "POST":
            return
        sent = call.request.headers.get("content-type", "")
        kind = sent.partition(";")[0].strip().lower()
        if kind != "application/json" and call.operation.id not in _ANY_CONTENT_TYPE:
            raise Answer(_without_body(wire.response({"error": "content type"}, 400)))
        if len(call.request.body) > MAX_BODY_BYTES:
            self.fail_with(call, "Problem parsing request body: http: request body too large")
        if sent == "application/json":
            self._check_preceding(call)

    def _check_preceding(self, call: Call) -> None:
        check = "ValidateAndConvertPrecedingTransactions"
        if not wire.parses(call.request.body):
            raise Answer(wire.response({"error": f"{check}: Problem parsing request body"}, 400))
        if isinstance(call.body, dict) and call.body.get("OptionalPrecedingTransactions"):
            text = f"{check}: Number of preceding transactions exceeds the limit of 0"
            raise Answer(wire.response({"error": text}, 400))

    def read(self, call: Call, struct: wire.Struct) -> dict[str, Any]:
        """The members of the body."""
        try:
            return wire.read(call.request.body, struct)
        except ValueError as error:
            self.fail_with(call, f"Problem parsing request body: {error}")

    def key(self, call: Call, text: str, what: str = "public key") -> bytes:
        """The 33 bytes of an address, of either network. Anything else is answered with 400."""
        try:
            return PublicKey(address_bytes(text)).data
        except (AddressError, InvalidKeyError) as error:
            self.fail_with(call, f"Problem decoding {what} {text[:80]}: {error}")

    def hash(self, call: Call, text: str, what: str) -> bytes:
        """The 32 bytes of a hash in hexadecimal digits."""
        raw = self.hex(call, text, what)
        if len(raw) != 32:
            self.fail_with(call, f"{what} has {len(raw)} bytes, where 32 belong")
        return raw

    def hex(self, call: Call, text: str, what: str) -> bytes:
        """Bytes in hexadecimal digits, of any number."""
        try:
            if not text.isascii() or any(letter.isspace() for letter in text):
                raise ValueError("encoding/hex: invalid byte")  # noqa: TRY301 - Python would skip blanks
            return bytes.fromhex(text)
        except ValueError as error:
            self.fail_with(call, f"Problem decoding {what}: {error}")

    def address(self, key: bytes) -> str:
        """The address of a key in this node's network; empty for none."""
        return encode_base58check(self.chain_network.public_prefix + key) if key else ""


def _without_body(response: Response) -> Response:
    return response.with_headers((BODY, "0"))


def type_word(number: int) -> str:
    """The word of a transaction's type, such as SUBMIT_POST."""
    return TransactionType(number).name
