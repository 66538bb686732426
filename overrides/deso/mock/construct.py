"""The calls that construct transactions: genuine bytes, of version 1 or 0, and the answers around them."""

from __future__ import annotations

import re
from base64 import b64decode
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from .._core.mock.contract import Call
from .._core.mock.engine import behaviour
from .._core.mock.http import Response
from .._transaction_types import TransactionType
from .._varint import MAX_UINT64, encode_uvarint, encode_varint
from ..keys import PublicKey, double_sha256
from ..transactions import (
    AccessGroup,
    AccessGroupMember,
    AccessGroupMembers,
    AuthorizeDerivedKey,
    BasicTransfer,
    Follow,
    Like,
    Metadata,
    NewMessage,
    Nonce,
    SubmitPost,
    Transaction,
    TransactionInput,
    TransactionOutput,
    UpdateProfile,
    diamond_cost_nanos,
    encode,
    fee_for,
    to_json,
)
from ..transactions._extra_data import encodings, memo_bytes
from . import wire
from .chain import MAX_BODY_BYTES, MAX_MESSAGE_BYTES, MAX_USERNAME_BYTES, USERNAME_LETTERS
from .platform import DeSoPlatform

NONCE_MARGIN = 10
"""Blocks by which the node stays below the highest nonce that the network takes."""
V0_SIGNATURE_BYTES = 77
"""What a node of the UTXO era reckons with beyond the unsigned bytes."""
SCALED_PICTURE = "data:image/webp;base64,UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA=="
"""What the mock writes in the place of every picture: a WebP of one transparent pixel, for it cannot scale any."""

_PICTURE = re.compile(r"data:image/(png|jpeg|webp|gif);base64,([A-Za-z0-9+/]+={0,2})")
_EMPTY_OBJECT = frozenset(
    {
        TransactionType.UPDATE_PROFILE,
        TransactionType.NEW_MESSAGE,
        TransactionType.ACCESS_GROUP,
        TransactionType.ACCESS_GROUP_MEMBERS,
    }
)  # types of which ExtraData without keys is shown as an empty object

_FEE = {"PublicKeyBase58Check": "string", "ProfileEntryResponse": "any", "AmountNanos": "uint64"}
COMMON: wire.Struct = {"MinFeeRateNanosPerKB": "uint64", "TransactionFees": [_FEE]}
PRECEDING: wire.Struct = {"OptionalPrecedingTransactions": ["any"]}
PROFILE: wire.Struct = {
    "UpdaterPublicKeyBase58Check": "string",
    "ProfilePublicKeyBase58Check": "string",
    "NewUsername": "string",
    "NewDescription": "string",
    "NewProfilePic": "string",
    "NewCreatorBasisPoints": "uint64",
    "NewStakeMultipleBasisPoints": "uint64",
    "IsHidden": "bool",
    "ExtraData": "strings",
    **COMMON,
    **PRECEDING,
}
POST: wire.Struct = {
    "UpdaterPublicKeyBase58Check": "string",
    "PostHashHexToModify": "string",
    "ParentStakeID": "string",
    "BodyObj": {"Body": "string", "ImageURLs": ["string"], "VideoURLs": ["string"]},
    "RepostedPostHashHex": "string",
    "PostExtraData": "strings",
    "IsHidden": "bool",
    "IsFrozen": "bool",
    "InTutorial": "bool",
    **COMMON,
    **PRECEDING,
}
FOLLOW: wire.Struct = {
    "FollowerPublicKeyBase58Check": "string",
    "FollowedPublicKeyBase58Check": "string",
    "IsUnfollow": "bool",
    **COMMON,
}
LIKE: wire.Struct = {
    "ReaderPublicKeyBase58Check": "string",
    "LikedPostHashHex": "string",
    "IsUnlike": "bool",
    **COMMON,
}
DIAMONDS: wire.Struct = {
    "SenderPublicKeyBase58Check": "string",
    "ReceiverPublicKeyBase58Check": "string",
    "DiamondPostHashHex": "string",
    "DiamondLevel": "int64",
    "ExtraData": "strings",
    "InTutorial": "bool",
    **COMMON,
}
MESSAGE: wire.Struct = {
    **{
        f"{side}AccessGroup{member}": "string"
        for side in ("Sender", "Recipient")
        for member in ("OwnerPublicKeyBase58Check", "PublicKeyBase58Check", "KeyName")
    },
    "EncryptedMessageText": "string",
    "TimestampNanosString": "string",
    "ExtraData": "strings",
    **COMMON,
}
GROUP: wire.Struct = {
    "AccessGroupOwnerPublicKeyBase58Check": "string",
    "AccessGroupPublicKeyBase58Check": "string",
    "AccessGroupKeyName": "string",
    "ExtraData": "strings",
    **COMMON,
    **PRECEDING,
}
MEMBERS: wire.Struct = {
    "AccessGroupOwnerPublicKeyBase58Check": "string",
    "AccessGroupKeyName": "string",
    "AccessGroupMemberList": [
        {
            "AccessGroupMemberPublicKeyBase58Check": "string",
            "AccessGroupMemberKeyName": "string",
            "EncryptedKey": "string",
            "ExtraData": "strings",
        }
    ],
    "ExtraData": "strings",
    **COMMON,
    **PRECEDING,
}
AUTHORIZATION: wire.Struct = {
    "OwnerPublicKeyBase58Check": "string",
    "DerivedPublicKeyBase58Check": "string",
    "ExpirationBlock": "uint64",
    "AccessSignature": "string",
    "DeleteKey": "bool",
    "DerivedKeySignature": "bool",
    "ExtraData": "strings",
    "TransactionSpendingLimitHex": "string",
    "Memo": "string",
    "AppName": "string",
    **COMMON,
}


@dataclass(frozen=True)
class Made:
    """A transaction as constructed, what it costs its sender, and what comes back as change."""

    transaction: Transaction
    fee_nanos: int
    change_nanos: int
    spend_nanos: int
    """What goes to outputs other than the change."""
    extra_cost_nanos: int = 0
    raw: bytes | None = None
    """The bytes, where they are not those of the transaction: what a hostile node did to them."""

    @property
    def data(self) -> bytes:
        """The unsigned bytes."""
        return encode(self.transaction) if self.raw is None else self.raw


class DeSoConstruct(DeSoPlatform):
    """The fifteen calls that construct one transaction."""

    # --- Any transaction ---

    def make(
        self,
        call: Call,
        given: Mapping[str, Any],
        owner: bytes,
        metadata: Metadata,
        *,
        outputs: tuple[TransactionOutput, ...] = (),
        extra_data: Mapping[bytes, bytes] | None = None,
        extra_cost: int = 0,
    ) -> Made:
        """A transaction with the fees of request and node before its own outputs, a nonce or inputs, and its fee."""
        fees = tuple(
            TransactionOutput(self.key(call, each["PublicKeyBase58Check"], "fee's public key"), each["AmountNanos"])
            for each in given["TransactionFees"] or ()
        )
        word = TransactionType(metadata.type_number).name
        fees += tuple(TransactionOutput(key.data, amount) for key, amount in self.node_fees.get(word, ()))
        extra = dict(extra_data or {})
        if self.node_source is not None:
            extra[b"NodeSource"] = encode_uvarint(self.node_source)
        rate = max(given["MinFeeRateNanosPerKB"], self.fee_rate)
        bare = Transaction(metadata, owner, outputs=fees + outputs, extra_data=extra)
        made = self._with_nonce(bare, rate) if self.version == "1" else self._with_inputs(call, bare, rate, extra_cost)
        made = replace(made, extra_cost_nanos=extra_cost)
        if made.spend_nanos + made.fee_nanos + made.extra_cost_nanos + made.change_nanos > MAX_UINT64:
            self.fail_with(call, "Problem creating transaction: overflow detected in outputs and fee")
        return made

    def _with_nonce(self, bare: Transaction, rate: int) -> Made:
        height = self.height + self.nonce_offset - NONCE_MARGIN
        made = replace(bare, nonce=Nonce(height, self.random.getrandbits(64)))
        made = replace(made, fee_nanos=fee_for(made, rate))
        return Made(made, made.fee_nanos, 0, sum(output.amount_nanos for output in made.outputs))

    def _with_inputs(self, call: Call, bare: Transaction, rate: int, extra_cost: int) -> Made:
        """Version 0: spend outputs, oldest first, until they cover everything; the rest comes back."""
        spend = sum(output.amount_nanos for output in bare.outputs)
        given, inputs, made = 0, [], bare
        change = TransactionOutput(bare.public_key, 0)
        for place, (owner, amount) in self.tables.unspent.items():
            if owner != bare.public_key:
                continue
            inputs.append(TransactionInput(*place))
            given += amount
            rest, fee = 0, 0
            for _ in range(3):  # the change's amount is part of the bytes that the fee depends on
                change = TransactionOutput(bare.public_key, rest)
                made = replace(bare, version=0, inputs=tuple(inputs), outputs=(*bare.outputs, change))
                fee = (len(encode(made)) + V0_SIGNATURE_BYTES) * rate // 1000
                rest = max(0, given - spend - extra_cost - fee)
            if given >= spend + extra_cost + fee:
                return Made(made, given - spend - extra_cost - change.amount_nanos, change.amount_nanos, spend)
        return self.fail_with(call, f"Problem creating transaction: insufficient funds: {given} nanos are there")

    def answer(self, call: Call, made: Made, **more: Any) -> dict[str, Any]:
        """The answer around a transaction: the members that all of them have, the call's own before them."""
        answer = {
            **more,
            "TotalInputNanos": made.spend_nanos + made.change_nanos + made.fee_nanos + made.extra_cost_nanos,
            "ChangeAmountNanos": made.change_nanos,
            "FeeNanos": made.fee_nanos,
            "Transaction": self.constructed_json(made.transaction),
            "TransactionHex": made.data.hex(),
        }
        for name in ("TxnHashHex", "PostHashHex"):
            if name in answer:
                answer[name] = double_sha256(made.data).hex()
        return answer

    def constructed_json(self, transaction: Transaction) -> dict[str, Any]:
        """The JSON beside the bytes of a transaction that is not signed yet."""
        shown = to_json(transaction)
        if not transaction.extra_data and transaction.type_number in _EMPTY_OBJECT:
            shown["ExtraData"] = {}
        if isinstance(transaction.metadata, SubmitPost):
            meta: Any = shown["TxnMeta"]
            for name in ("PostHashToModify", "ParentStakeID"):
                meta[name] = meta[name] or None
        if self.signature == "object":
            shown["Signature"] = {"Sign": None, "RecoveryId": 0, "IsRecoverable": False}
        return self.era(transaction, shown)

    def era(self, transaction: Transaction, shown: dict[str, Any]) -> dict[str, Any]:
        """The JSON of version 0 has neither version, fee nor nonce."""
        if transaction.version == 0:
            for name in ("TxnVersion", "TxnFeeNanos", "TxnNonce"):
                del shown[name]
        return shown

    def encoded(self, call: Call, given: Mapping[str, str] | None) -> dict[bytes, bytes]:
        """The extra data of a request as bytes."""
        found = {}
        for name, text in (given or {}).items():
            try:
                found[name.encode()] = encodings(name, text)[0]
            except ValueError as error:
                self.fail_with(call, f"Problem encoding ExtraData: {error}")
        return found

    # --- Profiles ---

    @behaviour
    def profiles_update(self, call: Call) -> Any:
        given = self.read(call, PROFILE)
        owner = self.key(call, given["UpdaterPublicKeyBase58Check"])
        profile = given["ProfilePublicKeyBase58Check"]
        profile_key = self.key(call, profile, "profile's public key") if profile else b""
        if profile_key not in (b"", owner):
            self.fail_with(call, "only parameter updaters change the profile of another account")
        self._check_profile(call, owner, given)
        metadata = UpdateProfile(
            profile_key,
            given["NewUsername"].encode(),
            given["NewDescription"].encode(),
            self._scaled(call, given["NewProfilePic"]).encode(),
            given["NewCreatorBasisPoints"],
            given["NewStakeMultipleBasisPoints"],
            given["IsHidden"],
        )
        extra_data = self.encoded(call, given["ExtraData"])
        new = owner not in self.tables.profiles
        cost = self.profile_fee_nanos if new else 0
        paid = self._pay_profile(owner) if new and owner in self.paid_profiles else ""
        made = self.make(call, given, owner, metadata, extra_data=extra_data, extra_cost=cost)
        return self.answer(call, made, TxnHashHex="", CompProfileCreationTxnHashHex=paid)

    def _check_profile(self, call: Call, owner: bytes, given: Mapping[str, Any]) -> None:
        username = given["NewUsername"]
        if len(username.encode()) > MAX_USERNAME_BYTES:
            self.fail_with(call, f"username has more than {MAX_USERNAME_BYTES} bytes")
        if set(username) - USERNAME_LETTERS or username.startswith(("BC1", "tBC")):
            self.fail_with(call, "username may hold letters, digits and underscores, and not begin like an address")
        taken = self.tables.profile_of(username) if username else None
        if taken is not None and taken.public_key != owner:
            self.fail_with(call, f"username {username} already exists")
        if given["NewCreatorBasisPoints"] > 10_000:
            self.fail_with(call, "NewCreatorBasisPoints is more than 10000")

    def _scaled(self, call: Call, picture: str) -> str:
        if not picture:
            return ""
        found = _PICTURE.fullmatch(picture)
        if found is None or len(found[2]) % 4 or not b64decode(found[2]):
            self.fail_with(call, "Problem resizing picture: no data URI of a png, jpeg, webp or gif")
        return SCALED_PICTURE if self.picture == "webp" else picture

    def _pay_profile(self, owner: bytes) -> str:
        """The node's own transfer to an account that may create its profile for nothing; its hash."""
        self.paid_profiles.discard(owner)
        paid = self.random.randbytes(32)
        self.chain.credit(owner, self.profile_fee_nanos, (paid, 0))
        return paid.hex()

    # --- Posts, follows, likes, diamonds ---

    @behaviour
    def posts_submit(self, call: Call) -> Any:
        given = self.read(call, POST)
        owner = self.key(call, given["UpdaterPublicKeyBase58Check"])
        modified = given["PostHashHexToModify"]
        modified_hash = self.hash(call, modified, "PostHashHexToModify") if modified else b""
        reposted = self._reposted(call, given["RepostedPostHashHex"], edits=bool(modified), body=given["BodyObj"])
        if isinstance(reposted, Response):
            return reposted
        body, is_quote = self._post_body(call, given, plain_repost=bool(reposted))
        extra_data = self.encoded(call, given["PostExtraData"])
        if reposted:
            extra_data |= {b"RecloutedPostHash": reposted, b"IsQuotedReclout": b"\1" if is_quote else b"\0"}
        if given["IsFrozen"]:
            extra_data[b"IsFrozen"] = b"\1"
        timestamp = self.now_nanos()
        parent = b"" if modified else self._parent(call, given["ParentStakeID"])
        metadata = SubmitPost(modified_hash, parent, body, 1000, 12_500, timestamp, given["IsHidden"])
        made = self.make(call, given, owner, metadata, extra_data=extra_data)
        return self.answer(call, made, TstampNanos=timestamp, PostHashHex="")

    def _reposted(self, call: Call, text: str, *, edits: bool, body: Any) -> bytes | Response:
        if edits and text and body is None:
            return Response(dropped=True)  # the handler panics
        if not text:
            return b""
        try:
            raw = bytes.fromhex(text)
        except ValueError:
            raw = None
        if raw is not None and len(raw) == 32:
            return raw
        if raw is not None:
            self.fail_with(call, f"Problem with RepostedPostHashHex: {len(raw)} bytes, where 32 belong")
        # The handler writes the error and goes on, so that two documents follow each other in one body.
        return self.followed(wire.response({"error": "SubmitPost: Problem decoding RepostedPostHashHex"}, 400))

    def _post_body(self, call: Call, given: Mapping[str, Any], *, plain_repost: bool) -> tuple[bytes, bool]:
        """The body as the node marshals it, and whether a repost of it would be a quote."""
        content = given["BodyObj"]
        if content is None:
            if not given["PostHashHexToModify"]:
                self.fail_with(call, "BodyObj is required")
            return b"", False
        shown = {name: value for name, value in content.items() if value}
        if not shown and not plain_repost and not given["PostHashHexToModify"]:
            self.fail_with(call, "Body or Image or Video is required if not a repost.")
        body = wire.text_of(shown).encode()
        most = MAX_BODY_BYTES[self.network]
        if len(body) > most:
            self.fail_with(call, f"body has more than {most} bytes")
        return body, bool(content["Body"] or content["ImageURLs"])

    def _parent(self, call: Call, text: str) -> bytes:
        if not text:
            return b""
        if len(text) == 64:
            return self.hash(call, text, "ParentStakeID")
        return self.key(call, text, "ParentStakeID")

    @behaviour
    def follows_create(self, call: Call) -> Any:
        given = self.read(call, FOLLOW)
        owner = self.key(call, given["FollowerPublicKeyBase58Check"])
        metadata = Follow(self.key(call, given["FollowedPublicKeyBase58Check"]), given["IsUnfollow"])
        return self.answer(call, self.make(call, given, owner, metadata))

    @behaviour
    def likes_create(self, call: Call) -> Any:
        given = self.read(call, LIKE)
        owner = self.key(call, given["ReaderPublicKeyBase58Check"])
        metadata = Like(self.hash(call, given["LikedPostHashHex"], "LikedPostHashHex"), given["IsUnlike"])
        return self.answer(call, self.make(call, given, owner, metadata))

    @behaviour
    def diamonds_send(self, call: Call) -> Any:
        given = self.read(call, DIAMONDS)
        owner = self.key(call, given["SenderPublicKeyBase58Check"])
        receiver = self.key(call, given["ReceiverPublicKeyBase58Check"])
        if receiver == owner:
            self.fail_with(call, "Sender and receiver cannot be the same.")
        post_hash = self.hash(call, given["DiamondPostHashHex"], "DiamondPostHashHex")
        post, level = self.tables.posts.get(post_hash), given["DiamondLevel"]
        if post is None:
            self.fail_with(call, "RuleErrorBasicTransferDiamondPostEntryDoesNotExist")
        if not 1 <= level <= 8:
            self.fail_with(call, "RuleErrorBasicTransferHasInvalidDiamondLevel")
        given_before = self.tables.diamonds.get((owner, post_hash), 0)
        if level <= given_before:
            self.fail_with(call, f"Diamond level {given_before} was given already")
        amount = diamond_cost_nanos(level) - diamond_cost_nanos(given_before)
        extra_data = self.encoded(call, given["ExtraData"])
        extra_data |= {b"DiamondLevel": encode_varint(level), b"DiamondPostHash": post_hash}
        outputs = (TransactionOutput(post.poster, amount),)  # whatever the request says
        made = self.make(call, given, owner, BasicTransfer(), outputs=outputs, extra_data=extra_data)
        return self.answer(call, made, SpendAmountNanos=amount, TxnHashHex="")

    # --- Messages ---

    @behaviour
    def messages_send(self, call: Call) -> Any:
        return self._message(call, 0, 0)

    @behaviour
    def messages_update(self, call: Call) -> Any:
        return self._message(call, 0, 1)

    @behaviour
    def messages_send_group(self, call: Call) -> Any:
        return self._message(call, 1, 0)

    @behaviour
    def messages_update_group(self, call: Call) -> Any:
        return self._message(call, 1, 1)

    def _message(self, call: Call, message_type: int, operation: int) -> Any:
        given = self.read(call, MESSAGE)
        sender, recipient = (self._side(call, given, side) for side in ("Sender", "Recipient"))
        if message_type == 0 and sender[0] == recipient[0]:
            self.fail_with(call, "Sender and recipient of a direct message cannot be the same.")
        text = self.hex(call, given["EncryptedMessageText"], "EncryptedMessageText")
        if len(text) > MAX_MESSAGE_BYTES:
            self.fail_with(call, f"EncryptedMessageText has more than {MAX_MESSAGE_BYTES} bytes")
        timestamp = self._timestamp(call, given["TimestampNanosString"]) if operation else self.now_nanos()
        metadata = NewMessage(*sender, *recipient, text, timestamp, message_type, operation)
        extra_data = self.encoded(call, given["ExtraData"])
        made = self.make(call, given, sender[0], metadata, extra_data=extra_data)
        answer: Any = self.answer(call, made, TstampNanos=0)
        return answer if timestamp or isinstance(answer, Response) else self.empty(answer)

    def _side(self, call: Call, given: Mapping[str, Any], side: str) -> tuple[bytes, bytes, bytes]:
        owner = self.key(call, given[f"{side}AccessGroupOwnerPublicKeyBase58Check"], f"{side} owner public key")
        group_key = self.key(call, given[f"{side}AccessGroupPublicKeyBase58Check"], f"{side} group public key")
        name = self.group_name(call, given[f"{side}AccessGroupKeyName"])
        if not name and group_key != owner:
            self.fail_with(call, f"{side}AccessGroupPublicKeyBase58Check is the owner's own key for the base group")
        return owner, name.ljust(32, b"\0"), group_key

    def group_name(self, call: Call, text: str) -> bytes:
        """The bytes of a group's name; more than 32 are answered with 400."""
        name = text.encode()
        if len(name) > 32:
            self.fail_with(call, "AccessGroupKeyName has more than 32 bytes")
        return name.rstrip(b"\0")

    def _timestamp(self, call: Call, text: str) -> int:
        if not re.fullmatch("[0-9]{1,20}", text, re.ASCII) or int(text) > MAX_UINT64:
            self.fail_with(call, f'Problem parsing TimestampNanosString: strconv.ParseUint: parsing "{text[:40]}"')
        return int(text)

    # --- Access groups ---

    @behaviour
    def access_groups_create(self, call: Call) -> Any:
        return self._group(call, 2)

    @behaviour
    def access_groups_update(self, call: Call) -> Any:
        return self._group(call, 3)

    def _group(self, call: Call, operation: int) -> Any:
        given = self.read(call, GROUP)
        owner = self.key(call, given["AccessGroupOwnerPublicKeyBase58Check"])
        group_key = self.key(call, given["AccessGroupPublicKeyBase58Check"], "group public key")
        name = self._own_name(call, given["AccessGroupKeyName"])
        if group_key == owner:
            self.fail_with(call, "AccessGroupPublicKeyBase58Check cannot be the owner's own key")
        metadata = AccessGroup(owner, group_key, name, operation)
        made = self.make(call, given, owner, metadata, extra_data=self.encoded(call, given["ExtraData"]))
        return self.answer(call, made)

    def _own_name(self, call: Call, text: str) -> bytes:
        name = self.group_name(call, text)
        if not name:
            self.fail_with(call, "AccessGroupKeyName has 1 to 32 bytes: the base group is always there")
        return name

    @behaviour
    def access_group_members_add(self, call: Call) -> Any:
        return self._members(call, 2)

    @behaviour
    def access_group_members_remove(self, call: Call) -> Any:
        return self._members(call, 3)

    @behaviour
    def access_group_members_update(self, call: Call) -> Any:
        return self._members(call, 4)

    def _members(self, call: Call, operation: int) -> Any:
        given = self.read(call, MEMBERS)
        owner = self.key(call, given["AccessGroupOwnerPublicKeyBase58Check"])
        name = self._own_name(call, given["AccessGroupKeyName"])
        members = tuple(
            AccessGroupMember(
                self.key(call, each["AccessGroupMemberPublicKeyBase58Check"], "member's public key"),
                self.group_name(call, each["AccessGroupMemberKeyName"]),
                self._encrypted_key(call, each["EncryptedKey"]),
                self.encoded(call, each["ExtraData"]),
            )
            for each in given["AccessGroupMemberList"] or ()
        )
        metadata = AccessGroupMembers(owner, name, members, operation)
        made = self.make(call, given, owner, metadata, extra_data=self.encoded(call, given["ExtraData"]))
        return self.answer(call, made)

    def _encrypted_key(self, call: Call, text: str) -> bytes:
        self.hex(call, text, "EncryptedKey")
        return text.encode()

    # --- Derived keys ---

    @behaviour
    def derived_keys_authorize(self, call: Call) -> Any:
        given = self.read(call, AUTHORIZATION)
        owner = self.key(call, given["OwnerPublicKeyBase58Check"])
        derived = self.key(call, given["DerivedPublicKeyBase58Check"])
        metadata = AuthorizeDerivedKey(
            derived,
            given["ExpirationBlock"],
            0 if given["DeleteKey"] else 1,
            self.hex(call, given["AccessSignature"], "AccessSignature"),
        )
        extra_data = self.encoded(call, given["ExtraData"])
        if memo := given["Memo"] or given["AppName"]:
            extra_data[b"DerivedKeyMemo"] = memo_bytes(memo)
        if limit := self.hex(call, given["TransactionSpendingLimitHex"], "TransactionSpendingLimitHex"):
            extra_data[b"TransactionSpendingLimit"] = limit
        if given["DerivedKeySignature"]:
            extra_data[b"DerivedPublicKey"] = PublicKey(derived).data
        made = self.make(call, given, owner, metadata, extra_data=extra_data)
        return self.answer(call, made, SpendAmountNanos=0, TxnHashHex="")
