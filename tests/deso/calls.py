"""A request for each construct call, and the transaction that an honest node answers it with.

Written down by hand, member by member: nothing here comes from the code that verifies.
"""

from dataclasses import dataclass
from typing import Any

from deso_client import keys
from deso_client import transactions as t

NOW = 1_790_000_000.25  # seconds
NOW_NANOS = 1_790_000_000_250_000_000
TIP = 400_000
ME = keys.PrivateKey.from_seed_hex("caf797541983d115976714b8fb33720439e0790a6186106016d427c128b4e7e3")
OTHER = keys.PrivateKey.from_seed_hex("a9bf25f68e2f9302f7f41835dc6e68a483146ef996d0ff11a76b8d4dc38ee832")
NODE = keys.PrivateKey(bytes(31) + b"\7")
MY_KEY, OTHER_KEY, NODE_KEY = (each.public_key.data for each in (ME, OTHER, NODE))
MY_ADDRESS, OTHER_ADDRESS, NODE_ADDRESS = (each.public_key.address() for each in (ME, OTHER, NODE))
MY_GROUP, OTHER_GROUP = (keys.PrivateKey(bytes(31) + bytes([n])).public_key for n in (11, 12))
POST_HASH = bytes(range(64, 96))
PARENT_HASH = bytes(range(96, 128))
NAME = b"default-key".ljust(32, b"\0")
POLICY = t.TransactionPolicy(tip_height=TIP)
LIMIT = "8094ebdc0303050a0a641601000000000000000000000000"


@dataclass(frozen=True)
class Call:
    """One call with its honest answer. ``policy`` is the one under which the answer is right."""

    request: t.ConstructRequest
    transaction: t.Transaction
    policy: t.TransactionPolicy = POLICY


def answer(metadata: t.Metadata, **more: Any) -> t.Transaction:
    """What a node of today makes: version 1, a nonce ahead of the tip, the fee for the size."""
    nonce = t.Nonce(TIP + 278, 2**64 - 99)
    made = t.Transaction(metadata=metadata, public_key=MY_KEY, nonce=nonce, **more)
    return t.Transaction(
        metadata=metadata, public_key=MY_KEY, nonce=nonce, **{"fee_nanos": t.fee_for(made, 1000), **more}
    )


def post(body: bytes = b'{"Body":"hello"}', **more: Any) -> t.SubmitPost:
    members = {
        "post_hash_to_modify": b"",
        "parent_stake_id": b"",
        "body": body,
        "creator_basis_points": 1000,
        "stake_multiple_basis_points": 12500,
        "timestamp_nanos": NOW_NANOS - 10**9,
        "is_hidden": False,
    }
    return t.SubmitPost(**{**members, **more})


def profile(picture: bytes = b"", key: bytes = b"") -> t.UpdateProfile:
    return t.UpdateProfile(key, b"somebody", "über".encode(), picture, 10000, 12500, False)


PROFILE = {
    "UpdaterPublicKeyBase58Check": MY_ADDRESS,
    "NewUsername": "somebody",
    "NewDescription": "über",
    "NewCreatorBasisPoints": 10000,
    "NewStakeMultipleBasisPoints": 12500,
}
MESSAGE = {
    "SenderAccessGroupOwnerPublicKeyBase58Check": MY_ADDRESS,
    "SenderAccessGroupPublicKeyBase58Check": MY_GROUP.address(),
    "SenderAccessGroupKeyName": "default-key",
    "RecipientAccessGroupOwnerPublicKeyBase58Check": OTHER_ADDRESS,
    "RecipientAccessGroupPublicKeyBase58Check": OTHER_GROUP.address(),
    "RecipientAccessGroupKeyName": "default-key",
    "EncryptedMessageText": "04ab",
}
GROUP = {
    "AccessGroupOwnerPublicKeyBase58Check": MY_ADDRESS,
    "AccessGroupPublicKeyBase58Check": MY_GROUP.address(),
    "AccessGroupKeyName": "friends",
}
MEMBER = {
    "AccessGroupMemberPublicKeyBase58Check": OTHER_ADDRESS,
    "AccessGroupMemberKeyName": "default-key",
    "EncryptedKey": "04cd",
    "ExtraData": {"since": "today"},
}
DERIVED = {
    "OwnerPublicKeyBase58Check": MY_ADDRESS,
    "DerivedPublicKeyBase58Check": OTHER_ADDRESS,
    "ExpirationBlock": 500_000,
    "AccessSignature": "3045aa",
    "TransactionSpendingLimitHex": LIMIT,
    "AppName": "app",
}
FEES = [{"PublicKeyBase58Check": NODE_ADDRESS, "AmountNanos": 700, "ProfileEntryResponse": None}]
FEE_OUTPUT = t.TransactionOutput(NODE_KEY, 700)


def message(message_type: int, operation: int) -> t.NewMessage:
    timestamp = 1_780_000_000_000_000_001 if operation else NOW_NANOS + 10**9
    return t.NewMessage(
        MY_KEY, NAME, MY_GROUP.data, OTHER_KEY, NAME, OTHER_GROUP.data, b"\4\xab", timestamp, message_type,
        operation
    )  # fmt: skip


def authorization(operation: int) -> t.AuthorizeDerivedKey:
    return t.AuthorizeDerivedKey(OTHER_KEY, 500_000, operation, bytes.fromhex("3045aa"))


def members(operation: int) -> t.AccessGroupMembers:
    member = t.AccessGroupMember(OTHER_KEY, b"default-key", b"04cd", {b"since": b"today"})
    return t.AccessGroupMembers(MY_KEY, b"friends", (member,), operation)


def _call(endpoint: str, body: dict[str, Any], transaction: t.Transaction) -> Call:
    return Call(t.ConstructRequest(endpoint, body), transaction)


_UPDATED = {"TimestampNanosString": "1780000000000000001"}
_GRANT = {b"TransactionSpendingLimit": bytes.fromhex(LIMIT), b"DerivedKeyMemo": b"app".hex().encode()}
CALLS: dict[str, Call] = {
    "update-profile": _call("update-profile", PROFILE, answer(profile())),
    "update-profile with extra data": _call(
        "update-profile",
        {**PROFILE, "ProfilePublicKeyBase58Check": "", "NewProfilePic": "", "ExtraData": {"DisplayName":
        "ü"}}, answer(profile(), extra_data={b"DisplayName": "ü".encode()}),
    ),
    "submit-post": _call(
        "submit-post",
        {
            "UpdaterPublicKeyBase58Check": MY_ADDRESS,
            "BodyObj": {"Body": "hello", "ImageURLs": [], "VideoURLs": None},
            "PostExtraData": {"Node": "1"},
        },
        answer(post(), extra_data={b"Node": b"1"}),
    ),
    "submit-post, a comment with pictures": _call(
        "submit-post",
        {
            "UpdaterPublicKeyBase58Check": MY_ADDRESS,
            "ParentStakeID": PARENT_HASH.hex(),
            "BodyObj": {"Body": "<b> & \u2028", "ImageURLs": ["https://images.example/1.webp"]},
            "IsFrozen": True,
        },
        answer(
            post(
                rb'{"Body":"\u003cb\u003e \u0026 \u2028","ImageURLs":["https://images.example/1.webp"]}',
                parent_stake_id=PARENT_HASH,
            ),
            extra_data={b"IsFrozen": b"\1"},
        ),
    ),
    "submit-post, an edit that hides": _call(
        "submit-post",
        {
            "UpdaterPublicKeyBase58Check": MY_ADDRESS,
            "PostHashHexToModify": POST_HASH.hex(),
            "IsHidden": True,
            "TransactionFees": FEES,
        },
        answer(post(b"", post_hash_to_modify=POST_HASH, is_hidden=True), outputs=(FEE_OUTPUT,)),
    ),
    "submit-post, a repost": _call(
        "submit-post",
        {
            "UpdaterPublicKeyBase58Check": MY_ADDRESS,
            "BodyObj": {},
            "RepostedPostHashHex": POST_HASH.hex(),
        },
        answer(post(b"{}"), extra_data={b"RecloutedPostHash": POST_HASH, b"IsQuotedReclout": b"\0"}),
    ),
    "submit-post, a quote": _call(
        "submit-post",
        {
            "UpdaterPublicKeyBase58Check": MY_ADDRESS,
            "BodyObj": {"Body": "hello"},
            "RepostedPostHashHex": POST_HASH.hex(),
        },
        answer(post(), extra_data={b"RecloutedPostHash": POST_HASH, b"IsQuotedReclout": b"\1"}),
    ),
    "follow": _call(
        "create-follow-txn-stateless",
        {"FollowerPublicKeyBase58Check": MY_ADDRESS, "FollowedPublicKeyBase58Check": OTHER_ADDRESS},
        answer(t.Follow(OTHER_KEY, False)),
    ),
    "unfollow": _call(
        "create-follow-txn-stateless",
        {
            "FollowerPublicKeyBase58Check": MY_ADDRESS,
            "FollowedPublicKeyBase58Check": OTHER_ADDRESS,
            "IsUnfollow": True,
        },
        answer(t.Follow(OTHER_KEY, True)),
    ),
    "like": _call(
        "create-like-stateless",
        {"ReaderPublicKeyBase58Check": MY_ADDRESS, "LikedPostHashHex": POST_HASH.hex()},
        answer(t.Like(POST_HASH, False)),
    ),
    "send-diamonds": _call(
        "send-diamonds",
        {
            "SenderPublicKeyBase58Check": MY_ADDRESS,
            "ReceiverPublicKeyBase58Check": OTHER_ADDRESS,
            "DiamondPostHashHex": POST_HASH.hex(),
            "DiamondLevel": 2,
            "TransactionFees": FEES,
        },
        answer(
            t.BasicTransfer(),
            outputs=(FEE_OUTPUT, t.TransactionOutput(OTHER_KEY, 500_000)),
            extra_data={b"DiamondLevel": b"\4", b"DiamondPostHash": POST_HASH},
        ),
    ),
    "send-dm-message": _call("send-dm-message", MESSAGE, answer(message(0, 0))),
    "update-dm-message": _call(
        "update-dm-message", {**MESSAGE, **_UPDATED, "ExtraData": {"edited": "1"}},
        answer(message(0, 1), extra_data={b"edited": b"1"}),
    ),
    "send-group-chat-message": _call("send-group-chat-message", MESSAGE, answer(message(1, 0))),
    "update-group-chat-message": _call(
        "update-group-chat-message", {**MESSAGE, **_UPDATED}, answer(message(1, 1))
    ),
    "create-access-group": _call(
        "create-access-group", GROUP, answer(t.AccessGroup(MY_KEY, MY_GROUP.data, b"friends", 2))
    ),
    "update-access-group": _call(
        "update-access-group", GROUP, answer(t.AccessGroup(MY_KEY, MY_GROUP.data, b"friends", 3))
    ),
    **{
        f"{verb}-access-group-members": _call(
            f"{verb}-access-group-members",
            {
                "AccessGroupOwnerPublicKeyBase58Check": MY_ADDRESS,
                "AccessGroupKeyName": "friends",
                "AccessGroupMemberList": [MEMBER],
            },
            answer(members(operation)),
        )
        for verb, operation in (("add", 2), ("remove", 3), ("update", 4))
    },
    "authorize-derived-key": _call(
        "authorize-derived-key", DERIVED, answer(authorization(1), extra_data=_GRANT)
    ),
    "authorize-derived-key, revoked": _call(
        "authorize-derived-key", {**DERIVED, "DeleteKey": True}, answer(authorization(0), extra_data=_GRANT)
    ),
}  # fmt: skip
