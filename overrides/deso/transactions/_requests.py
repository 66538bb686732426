"""What each construct call asks for, as the transaction that a node has to return."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from .._varint import MAX_UINT64, encode_varint
from ..keys import AddressError, Network, address_bytes
from ._extra_data import encodings, memo_bytes
from ._model import (
    AccessGroup,
    AccessGroupMember,
    AccessGroupMembers,
    AuthorizeDerivedKey,
    BasicTransfer,
    Follow,
    Like,
    Metadata,
    NewMessage,
    SubmitPost,
    TransactionOutput,
    UpdateProfile,
)
from ._signing import DERIVED_PUBLIC_KEY

MIN_DIAMOND_LEVEL, MAX_DIAMOND_LEVEL = 1, 8
_COMMON = frozenset({"MinFeeRateNanosPerKB", "TransactionFees"})
_PRECEDING = frozenset({"OptionalPrecedingTransactions"})  # says what the node should assume, not what to write
BODY_MEMBERS = frozenset({"Body", "ImageURLs", "VideoURLs"})
_HEX = re.compile("(?:[0-9a-fA-F]{2})*")


class RequestError(ValueError):
    """A request that cannot be compared with a transaction: a member unknown, missing, or of the wrong
    form.
    """


@dataclass(frozen=True, slots=True)
class ConstructRequest:
    """A call that constructs a transaction: the last part of its path, and its body under wire names.

    ``ConstructRequest("submit-post", {"UpdaterPublicKeyBase58Check": "BC1YL…", "BodyObj": {"Body":
    "Hello"}})``. Members that are None count as absent, as for the server.
    """

    endpoint: str
    body: Mapping[str, Any]


def diamond_cost_nanos(level: int) -> int:
    """What diamonds of ``level`` (0 to 8) cost altogether, in nanos: 50,000, and ten times more with each
    level.
    """
    if not 0 <= level <= MAX_DIAMOND_LEVEL:
        raise ValueError(f"diamond levels go from 0 to {MAX_DIAMOND_LEVEL}, not to {level}")
    return 50_000 * 10 ** (level - 1) if level else 0


@dataclass(frozen=True, slots=True)
class Expected:
    """The transaction that the request asks for. What stands in ``open_members`` the node may choose, within
    limits.
    """

    metadata: Metadata
    signer: bytes
    outputs: tuple[TransactionOutput, ...]
    extra_data: Mapping[bytes, Sequence[bytes]]
    """Every key that has to be there, with the forms its value may have."""
    fee_rate: int
    open_members: frozenset[str] = frozenset()
    optional_extra_data: Mapping[bytes, bytes] = field(default_factory=dict)
    body_object: Mapping[str, object] | None = None
    """The parsed body of a post, when it has one."""


class _Body:
    """Reads the members of a request's body; each that is read is known, the others are refused."""

    def __init__(self, request: ConstructRequest, network: Network | None) -> None:
        self._endpoint = request.endpoint
        self._body = {name: value for name, value in request.body.items() if value is not None}
        self._network = network
        self._known = set(_COMMON)

    def part(self, name: str, value: Mapping[str, Any]) -> _Body:
        """An object within the body, read in the same way."""
        return _Body(ConstructRequest(f"{name} of {self._endpoint}", value), self._network)

    def ignore(self, names: frozenset[str]) -> None:
        self._known |= names

    def finish(self) -> None:
        unknown = sorted(map(str, self._body.keys() - self._known))
        if unknown:
            raise RequestError(
                f"{self._endpoint} has no member {', '.join(unknown)}; the server would ignore it silently"
            )

    def get(self, name: str, kind: type, default: Any) -> Any:
        self._known.add(name)
        value = self._body.get(name, default)
        if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
            raise RequestError(f"{name} of {self._endpoint} is a {kind.__name__}, not {type(value).__name__}")
        return value

    def text(self, name: str) -> str:
        value: str = self.get(name, str, "")
        return value

    def utf8(self, name: str) -> bytes:
        try:
            return self.text(name).encode()
        except UnicodeEncodeError:
            raise RequestError(f"{name} holds half of a surrogate pair, which has no UTF-8 form") from None

    def flag(self, name: str) -> bool:
        value: bool = self.get(name, bool, False)
        return value

    def integer(self, name: str, default: int = 0) -> int:
        value: int = self.get(name, int, default)
        if not 0 <= value <= MAX_UINT64:
            raise RequestError(f"{name} is an unsigned 64-bit integer, not {value}")
        return value

    def hex_digits(self, name: str) -> str:
        text = self.text(name)
        if not _HEX.fullmatch(text):
            raise RequestError(f"{name} is pairs of hexadecimal digits")
        return text

    def hex(self, name: str) -> bytes:
        return bytes.fromhex(self.hex_digits(name))

    def hash(self, name: str, *, required: bool = False) -> bytes:
        value = self.hex(name)
        if len(value) not in ((32,) if required else (0, 32)):
            raise RequestError(f"{name} is a hash of 64 hexadecimal digits")
        return value

    def key(self, name: str, *, required: bool = True) -> bytes:
        text = self.text(name)
        if not text and not required:
            return b""
        return self.address(name, text)

    def address(self, name: str, text: str) -> bytes:
        try:
            return address_bytes(text, self._network)
        except AddressError as error:
            raise RequestError(f"{name}: {error}") from None

    def objects(self, name: str) -> list[Mapping[str, Any]]:
        values = self.get(name, Sequence, ())
        if isinstance(values, str) or not all(isinstance(each, Mapping) for each in values):
            raise RequestError(f"{name} is a list of objects")
        return list(values)

    def extra_data(self, name: str) -> dict[bytes, Sequence[bytes]]:
        return _extra_data(name, self.get(name, Mapping, {}))

    def fees(self) -> tuple[TransactionOutput, ...]:
        outputs = []
        for each in self.objects("TransactionFees"):
            amount = each.get("AmountNanos")
            if type(amount) is not int or not 0 <= amount <= MAX_UINT64:
                raise RequestError("TransactionFees.AmountNanos is an unsigned 64-bit integer")
            key = self.address("TransactionFees.PublicKeyBase58Check", str(each.get("PublicKeyBase58Check", "")))
            outputs.append(TransactionOutput(key, amount))
        return tuple(outputs)

    def expect(
        self,
        metadata: Metadata,
        signer: bytes,
        extra_data: Mapping[bytes, Sequence[bytes]],
        *,
        outputs: tuple[TransactionOutput, ...] = (),
        **more: Any,
    ) -> Expected:
        return Expected(
            metadata=metadata, signer=signer, outputs=self.fees() + outputs, extra_data=extra_data,
            fee_rate=self.integer("MinFeeRateNanosPerKB"), **more,
        )  # fmt: skip


def _extra_data(name: str, value: Mapping[Any, Any]) -> dict[bytes, Sequence[bytes]]:
    found: dict[bytes, Sequence[bytes]] = {}
    for key, text in value.items():
        if not isinstance(key, str) or not isinstance(text, str):
            raise RequestError(f"{name} maps text to text")
        try:
            found[key.encode()] = encodings(key, text)
        except ValueError as error:
            raise RequestError(f"{name}: {error}") from None
    return found


def _update_profile(body: _Body, diamonds_given: int) -> Expected:
    body.ignore(_PRECEDING)
    updater = body.key("UpdaterPublicKeyBase58Check")
    profile = body.key("ProfilePublicKeyBase58Check", required=False)
    metadata = UpdateProfile(
        profile_public_key=b"" if profile == updater else profile,
        new_username=body.utf8("NewUsername"),
        new_description=body.utf8("NewDescription"),
        new_profile_pic=body.utf8("NewProfilePic"),
        new_creator_basis_points=body.integer("NewCreatorBasisPoints"),
        new_stake_multiple_basis_points=body.integer("NewStakeMultipleBasisPoints"),
        is_hidden=body.flag("IsHidden"),
    )
    # One's own key and no key mean the same; nodes write what they were given.
    own = frozenset({"profile_public_key"}) if profile == updater else frozenset()
    picture = frozenset({"new_profile_pic"}) if metadata.new_profile_pic else frozenset()
    return body.expect(metadata, updater, body.extra_data("ExtraData"), open_members=own | picture)


def _submit_post(body: _Body, diamonds_given: int) -> Expected:
    body.ignore(_PRECEDING | {"InTutorial"})
    updater = body.key("UpdaterPublicKeyBase58Check")
    content = _post_content(body)
    extra_data = body.extra_data("PostExtraData")
    reposted = body.hash("RepostedPostHashHex")
    if reposted:
        quoted = bool(content and (content.get("Body") or content.get("ImageURLs")))
        extra_data[b"RecloutedPostHash"] = [reposted]
        extra_data[b"IsQuotedReclout"] = [b"\1" if quoted else b"\0"]
    if body.flag("IsFrozen"):
        extra_data[b"IsFrozen"] = [b"\1"]
    metadata = SubmitPost(
        post_hash_to_modify=body.hash("PostHashHexToModify"),
        parent_stake_id=_parent(body),
        body=b"",
        creator_basis_points=1000,  # both have been fixed since the network no longer uses them
        stake_multiple_basis_points=12500,
        timestamp_nanos=0,
        is_hidden=body.flag("IsHidden"),
    )
    chosen = {"timestamp_nanos"} if content is None else {"timestamp_nanos", "body"}
    return body.expect(metadata, updater, extra_data, open_members=frozenset(chosen), body_object=content)


def _post_content(body: _Body) -> dict[str, object] | None:
    value: Mapping[str, Any] = body.get("BodyObj", Mapping, {})
    if not value and not body.text("PostHashHexToModify") and not body.text("RepostedPostHashHex"):
        raise RequestError("BodyObj of a new post needs a Body, ImageURLs or VideoURLs")
    if "BodyObj" not in body._body:
        return None
    unknown = sorted(map(str, value.keys() - BODY_MEMBERS))
    if unknown:
        raise RequestError(f"BodyObj has no member {', '.join(unknown)}; the server would ignore it silently")
    lists = [value.get(name) or [] for name in ("ImageURLs", "VideoURLs")]
    texts = [value.get("Body") or "", *(each for urls in lists if isinstance(urls, list | tuple) for each in urls)]
    if not all(isinstance(urls, list | tuple) for urls in lists) or not all(isinstance(each, str) for each in texts):
        raise RequestError("BodyObj holds a Body of text, and ImageURLs and VideoURLs that are lists of text")
    return {name: list(each) if name != "Body" else each for name, each in value.items() if each}


def _parent(body: _Body) -> bytes:
    text = body.text("ParentStakeID")
    if len(text) == 64:
        return body.hash("ParentStakeID")
    return body.key("ParentStakeID", required=False)


def _follow(body: _Body, diamonds_given: int) -> Expected:
    metadata = Follow(followed_public_key=body.key("FollowedPublicKeyBase58Check"), is_unfollow=body.flag("IsUnfollow"))
    return body.expect(metadata, body.key("FollowerPublicKeyBase58Check"), {})


def _like(body: _Body, diamonds_given: int) -> Expected:
    metadata = Like(liked_post_hash=body.hash("LikedPostHashHex", required=True), is_unlike=body.flag("IsUnlike"))
    return body.expect(metadata, body.key("ReaderPublicKeyBase58Check"), {})


def _send_diamonds(body: _Body, diamonds_given: int) -> Expected:
    body.ignore(frozenset({"InTutorial"}))
    level = body.integer("DiamondLevel")
    if not max(MIN_DIAMOND_LEVEL, diamonds_given + 1) <= level <= MAX_DIAMOND_LEVEL:
        raise RequestError(f"DiamondLevel goes from 1 to 8 and above the {diamonds_given} given before, not to {level}")
    amount = diamond_cost_nanos(level) - diamond_cost_nanos(diamonds_given)
    extra_data = body.extra_data("ExtraData")
    extra_data[b"DiamondLevel"] = [encode_varint(level)]
    extra_data[b"DiamondPostHash"] = [body.hash("DiamondPostHashHex", required=True)]
    receiver = TransactionOutput(body.key("ReceiverPublicKeyBase58Check"), amount)
    return body.expect(BasicTransfer(), body.key("SenderPublicKeyBase58Check"), extra_data, outputs=(receiver,))


def _message(message_type: int, operation: int) -> Callable[[_Body, int], Expected]:
    def expected(body: _Body, diamonds_given: int) -> Expected:
        owner = body.key("SenderAccessGroupOwnerPublicKeyBase58Check")
        timestamp = body.text("TimestampNanosString")  # ignored by the server when the message is new
        if operation == 1 and not (re.fullmatch("[0-9]{1,20}", timestamp) and int(timestamp) <= MAX_UINT64):
            raise RequestError("TimestampNanosString is the time of the message to change, in decimal digits")
        metadata = NewMessage(
            sender_owner_public_key=owner,
            sender_key_name=_group_name(body, "SenderAccessGroupKeyName"),
            sender_public_key=body.key("SenderAccessGroupPublicKeyBase58Check"),
            recipient_owner_public_key=body.key("RecipientAccessGroupOwnerPublicKeyBase58Check"),
            recipient_key_name=_group_name(body, "RecipientAccessGroupKeyName"),
            recipient_public_key=body.key("RecipientAccessGroupPublicKeyBase58Check"),
            encrypted_text=body.hex("EncryptedMessageText"),
            timestamp_nanos=int(timestamp) if operation == 1 else 0,
            message_type=message_type,
            operation=operation,
        )
        chosen = frozenset() if operation == 1 else frozenset({"timestamp_nanos"})
        return body.expect(metadata, owner, body.extra_data("ExtraData"), open_members=chosen)

    return expected


def _group_name(body: _Body, name: str) -> bytes:
    value = body.utf8(name)
    if len(value) > 32:
        raise RequestError(f"{name} has at most 32 bytes, not {len(value)}")
    return value.ljust(32, b"\0")


def _access_group(operation: int) -> Callable[[_Body, int], Expected]:
    def expected(body: _Body, diamonds_given: int) -> Expected:
        body.ignore(_PRECEDING)
        owner = body.key("AccessGroupOwnerPublicKeyBase58Check")
        metadata = AccessGroup(
            access_group_owner_public_key=owner,
            access_group_public_key=body.key("AccessGroupPublicKeyBase58Check"),
            access_group_key_name=body.utf8("AccessGroupKeyName"),
            operation=operation,
        )
        return body.expect(metadata, owner, body.extra_data("ExtraData"))

    return expected


def _access_group_members(operation: int) -> Callable[[_Body, int], Expected]:
    def expected(body: _Body, diamonds_given: int) -> Expected:
        body.ignore(_PRECEDING)
        owner = body.key("AccessGroupOwnerPublicKeyBase58Check")
        metadata = AccessGroupMembers(
            access_group_owner_public_key=owner,
            access_group_key_name=body.utf8("AccessGroupKeyName"),
            members=tuple(_member(body, each) for each in body.objects("AccessGroupMemberList")),
            operation=operation,
        )
        return body.expect(metadata, owner, body.extra_data("ExtraData"))

    return expected


def _member(body: _Body, value: Mapping[str, Any]) -> AccessGroupMember:
    known = {"AccessGroupMemberPublicKeyBase58Check", "AccessGroupMemberKeyName", "EncryptedKey", "ExtraData"}
    if unknown := sorted(map(str, value.keys() - known)):
        raise RequestError(f"AccessGroupMemberList has no member {', '.join(unknown)}")
    member = body.part("AccessGroupMemberList", value)
    return AccessGroupMember(
        member_public_key=member.key("AccessGroupMemberPublicKeyBase58Check"),
        member_key_name=member.utf8("AccessGroupMemberKeyName"),
        encrypted_key=member.hex_digits("EncryptedKey").encode(),
        extra_data={key: forms[0] for key, forms in member.extra_data("ExtraData").items()},
    )


def _authorize_derived_key(body: _Body, diamonds_given: int) -> Expected:
    derived = body.key("DerivedPublicKeyBase58Check")
    metadata = AuthorizeDerivedKey(
        derived_public_key=derived,
        expiration_block=body.integer("ExpirationBlock"),
        operation=0 if body.flag("DeleteKey") else 1,
        access_signature=body.hex("AccessSignature"),
    )
    extra_data = body.extra_data("ExtraData")
    memo, app_name = body.utf8("Memo"), body.utf8("AppName")
    if memo or app_name:
        extra_data[b"DerivedKeyMemo"] = [memo_bytes((memo or app_name).decode())]
    if limit := body.hex("TransactionSpendingLimitHex"):
        extra_data[b"TransactionSpendingLimit"] = [limit]
    # A derived key that signs this very transaction may be named in it, or be recovered from its signature.
    named = {DERIVED_PUBLIC_KEY: derived} if body.flag("DerivedKeySignature") else {}
    return body.expect(metadata, body.key("OwnerPublicKeyBase58Check"), extra_data, optional_extra_data=named)


_CALLS: Mapping[str, Callable[[_Body, int], Expected]] = {
    "update-profile": _update_profile,
    "submit-post": _submit_post,
    "create-follow-txn-stateless": _follow,
    "create-like-stateless": _like,
    "send-diamonds": _send_diamonds,
    "send-dm-message": _message(0, 0),
    "update-dm-message": _message(0, 1),
    "send-group-chat-message": _message(1, 0),
    "update-group-chat-message": _message(1, 1),
    "create-access-group": _access_group(2),
    "update-access-group": _access_group(3),
    "add-access-group-members": _access_group_members(2),
    "remove-access-group-members": _access_group_members(3),
    "update-access-group-members": _access_group_members(4),
    "authorize-derived-key": _authorize_derived_key,
}

VERIFIABLE_CALLS = tuple(_CALLS)
"""The construct calls whose transactions verify can compare with their request."""


def expected_transaction(request: ConstructRequest, *, network: Network | None, diamonds_given: int) -> Expected:
    """What the node has to return for ``request``. Raises RequestError."""
    name = request.endpoint.rsplit("/", 1)[-1]
    if name not in _CALLS:
        raise RequestError(f"{request.endpoint!r} is no construct call that can be verified: {', '.join(_CALLS)} are")
    body = _Body(request, network)
    expected = _CALLS[name](body, diamonds_given)
    body.finish()
    return expected
