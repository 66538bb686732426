"""The calls that read, and the objects that they show: profiles, posts, groups, messages, derived keys, the node."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress
from typing import Any

from .._core.mock.contract import Call
from .._core.mock.engine import behaviour
from .._varint import DecodeError, decode_uvarint
from ..keys import PublicKey, double_sha256
from ..transactions import diamond_cost_nanos
from . import wire
from .chain import wallet_text
from .construct import DeSoConstruct
from .limits import STRUCT, Limit
from .state import DerivedKey, Group, GroupId, Member, Message, Post, Profile, texts

COMMITTED_LAG = 2
"""Blocks between the newest one and the newest that cannot be undone (inferred)."""
DEFAULT_POSTS, MAX_COMMENTS, MAX_THREAD_LEVELS = 50, 30, 4

POSTS: wire.Struct = {
    **dict.fromkeys(("PostHashHex", "ReaderPublicKeyBase58Check", "OrderBy", "PostContent"), "string"),
    "StartTstampSecs": "uint64",
    "NumToFetch": "int64",
    **dict.fromkeys(
        (
            "FetchSubcomments",
            "GetPostsForFollowFeed",
            "GetPostsForGlobalWhitelist",
            "GetPostsByDESO",
            "GetPostsByClout",
            "MediaRequired",
            "OnlyNFTs",
            "OnlyPosts",
            "AddGlobalFeedBool",
        ),
        "bool",
    ),
    "PostsByDESOMinutesLookback": "uint64",
}
POST: wire.Struct = {
    "PostHashHex": "string",
    "ReaderPublicKeyBase58Check": "string",
    "FetchParents": "bool",
    "LoadAuthorThread": "bool",
    "AddGlobalFeedBool": "bool",
    "CommentOffset": "uint32",
    "CommentLimit": "uint32",
    "ThreadLevelLimit": "uint32",
    "ThreadLeafLimit": "int32",
}
PARTIES: wire.Struct = {
    "SenderPublicKeyBase58Check": "string",
    "SenderAccessGroupKeyName": "string",
    "RecipientPublicKeyBase58Check": "string",
    "RecipientAccessGroupKeyName": "string",
}
_PAGE: wire.Struct = {"StartTimestamp": "uint64", "StartTimestampString": "string", "MaxMessagesToFetch": "int64"}
DM_PAGE: wire.Struct = {
    "UserGroupOwnerPublicKeyBase58Check": "string",
    "UserGroupKeyName": "string",
    "PartyGroupOwnerPublicKeyBase58Check": "string",
    "PartyGroupKeyName": "string",
    **_PAGE,
}
GROUP_PAGE: wire.Struct = {"UserPublicKeyBase58Check": "string", "AccessGroupKeyName": "string", **_PAGE}
GROUP: wire.Struct = {"AccessGroupOwnerPublicKeyBase58Check": "string", "AccessGroupKeyName": "string"}
MEMBER: wire.Struct = {"AccessGroupMemberPublicKeyBase58Check": "string", **GROUP}
MEMBER_PAGE: wire.Struct = {
    "StartingAccessGroupMemberPublicKeyBase58Check": "string",
    "MaxMembersToFetch": "int64",
    **GROUP,
}
PAIRS: wire.Struct = {
    "GroupOwnerAndGroupKeyNamePairs": [{"GroupOwnerPublicKeyBase58Check": "string", "GroupKeyName": "string"}]
}


class DeSoReads(DeSoConstruct):
    """Everything that only reads, but for transactions."""

    # --- Profiles ---

    @behaviour
    def profiles_get(self, call: Call) -> Any:
        given = self.read(call, {"PublicKeyBase58Check": "string", "Username": "string", "NoErrorOnMissing": "bool"})
        if given["PublicKeyBase58Check"]:
            profile = self.tables.profiles.get(self.key(call, given["PublicKeyBase58Check"]))
        elif given["Username"]:
            profile = self.tables.profile_of(given["Username"])
        else:
            self.fail_with(call, "PublicKeyBase58Check or Username is required")
        answer = {"Profile": self._profile(profile), "IsBlacklisted": False, "IsGraylisted": False}
        if profile is None and given["NoErrorOnMissing"]:
            return self.empty(answer)
        if profile is None:
            name = given["PublicKeyBase58Check"] or given["Username"]
            self.fail_with(call, f"could not find profile for username or public key: {name[:80]}", 404)
        return answer

    def profile_of_key(self, key: bytes) -> dict[str, Any] | None:
        """The profile of an account as answers show it; None for an account without one."""
        return self._profile(self.tables.profiles.get(key))

    def _profile(self, profile: Profile | None) -> dict[str, Any] | None:
        if profile is None:
            return None
        return {
            "PublicKeyBase58Check": self.address(profile.public_key),
            "Username": profile.username,
            "Description": profile.description,
            "IsHidden": profile.is_hidden,
            "IsReserved": False,
            "IsVerified": False,
            "Comments": None,
            "Posts": None,
            "CoinEntry": {
                "CreatorBasisPoints": profile.creator_basis_points,
                "DeSoLockedNanos": 0,
                "NumberOfHolders": 0,
                "CoinsInCirculationNanos": 0,
                "CoinWatermarkNanos": 0,
                "BitCloutLockedNanos": 0,
            },
            "DAOCoinEntry": {
                "NumberOfHolders": 0,
                "CoinsInCirculationNanos": "0x0",
                "MintingDisabled": False,
                "TransferRestrictionStatus": "unrestricted",
                "LockupTransferRestrictionStatus": "unrestricted",
            },
            "CoinPriceDeSoNanos": 0,
            "CoinPriceBitCloutNanos": 0,
            "UsersThatHODL": None,
            "IsFeaturedTutorialWellKnownCreator": False,
            "IsFeaturedTutorialUpAndComingCreator": False,
            "ExtraData": shown_extra(profile.extra_data),
            "DESOBalanceNanos": self.tables.balances.get(profile.public_key, 0),
            "BestExchangeRateDESOPerDAOCoin": 0,
        }

    def _profiles(self, keys: Iterable[bytes]) -> dict[str, Any]:
        return dict(sorted((self.address(key), self.profile_of_key(key)) for key in set(keys)))

    # --- Posts ---

    @behaviour
    def posts_get(self, call: Call) -> Any:
        given = self.read(call, POST)
        post = self.tables.posts.get(self.hash(call, given["PostHashHex"], "PostHashHex"))
        reader = self._reader(call, given)
        if given["CommentLimit"] > MAX_COMMENTS:
            self.fail_with(call, f"CommentLimit is more than {MAX_COMMENTS}")
        if given["ThreadLevelLimit"] > MAX_THREAD_LEVELS:
            self.fail_with(call, f"ThreadLevelLimit is more than {MAX_THREAD_LEVELS}")
        if post is None:
            self.fail_with(call, f"Problem finding post {given['PostHashHex'][:80]}")
        shown = self.post_entry(post, reader, feeds=given["AddGlobalFeedBool"])
        start, leaves = given["CommentOffset"], given["ThreadLeafLimit"]
        comments = self.tables.comments_on(post.post_hash)[start : start + given["CommentLimit"]]
        levels = given["ThreadLevelLimit"] or 1
        shown["Comments"] = [self._thread(one, reader, levels - 1, leaves) for one in comments]
        if given["FetchParents"]:
            shown["ParentPosts"] = self._parents(post, reader)
        return {"PostFound": shown}

    def _reader(self, call: Call, given: Mapping[str, Any]) -> bytes:
        text = given["ReaderPublicKeyBase58Check"]
        return self.key(call, text, "reader public key") if text else b""

    def _thread(self, post: Post, reader: bytes, levels: int, leaves: int) -> dict[str, Any]:
        shown = self.post_entry(post, reader)
        if levels > 0:
            comments = self.tables.comments_on(post.post_hash)
            shown["Comments"] = [
                self._thread(one, reader, levels - 1, leaves) for one in comments[: leaves if leaves > 0 else None]
            ]
        return shown

    def _parents(self, post: Post, reader: bytes) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = []
        parent = self.tables.posts.get(post.parent)
        while parent is not None:  # a comment is younger than its parent, so this ends
            found.insert(0, self.post_entry(parent, reader))
            parent = self.tables.posts.get(parent.parent)
        return found

    @behaviour
    def posts_list(self, call: Call) -> Any:
        given = self.read(call, POSTS)
        reader = self._reader(call, given)
        if given["NumToFetch"] == 1 and not given["PostHashHex"]:
            self.fail_with(call, "PostHashHex is required when NumToFetch is 1")
        found = [post for post in self.tables.posts.values() if self._listed(post, given, reader)]
        newest = given["OrderBy"] != "oldest"
        if given["OrderBy"] == "last_comment":
            found.sort(key=self._last_comment, reverse=True)
        elif given["GetPostsByDESO"] or given["GetPostsByClout"]:
            found.sort(key=lambda post: self._earned(post.post_hash), reverse=True)
        else:
            found.sort(key=lambda post: post.timestamp_nanos, reverse=newest)
        if given["PostHashHex"]:
            found = self._after(call, found, self.hash(call, given["PostHashHex"], "PostHashHex"))
        most = given["NumToFetch"] if given["NumToFetch"] > 0 else DEFAULT_POSTS
        shown = [self.post_entry(post, reader, feeds=given["AddGlobalFeedBool"]) for post in found[:most]]
        if given["FetchSubcomments"]:
            for entry, post in zip(shown, found, strict=False):
                entry["Comments"] = [self.post_entry(one, reader) for one in self.tables.comments_on(post.post_hash)]
        return {"PostsFound": shown}

    def _listed(self, post: Post, given: Mapping[str, Any], reader: bytes) -> bool:
        start = given["StartTstampSecs"]
        late = bool(start) and (
            post.timestamp_nanos < start * 10**9
            if given["OrderBy"] == "oldest"
            else post.timestamp_nanos > start * 10**9
        )
        return not (
            post.is_hidden
            or post.parent
            or given["OnlyNFTs"]
            or late
            or (given["MediaRequired"] and not (post.image_urls or post.video_urls))
            or (given["GetPostsForFollowFeed"] and (reader, post.poster) not in self.tables.follows)
            or given["PostContent"].casefold() not in post.body.casefold()
        )

    def _after(self, call: Call, found: list[Post], post_hash: bytes) -> list[Post]:
        if post_hash not in self.tables.posts:
            self.fail_with(call, f"Problem finding post {post_hash.hex()}")
        places = [place for place, post in enumerate(found) if post.post_hash == post_hash]
        return found[places[0] + 1 :] if places else found

    def _last_comment(self, post: Post) -> int:
        return max((one.timestamp_nanos for one in self.tables.comments_on(post.post_hash)), default=0)

    def _earned(self, post_hash: bytes) -> int:
        return sum(diamond_cost_nanos(level) for (_, at), level in self.tables.diamonds.items() if at == post_hash)

    def post_entry(
        self, post: Post, reader: bytes = b"", *, feeds: bool = False, nested: bool = True
    ) -> dict[str, Any]:
        """A post as answers show it; ``nested``: with the post that it reposts."""
        tables, post_hash = self.tables, post.post_hash
        reposted = tables.posts.get(post.reposted) if nested and post.reposted else None
        repost_entry = self.post_entry(reposted, reader, nested=False) if reposted else None
        reposts = len(tables.reposts_of(post_hash, quotes=False))
        quotes = len(tables.reposts_of(post_hash, quotes=True))
        parent = post.parent.hex() if len(post.parent) == 32 else self.address(post.parent)
        return {
            "PostHashHex": post_hash.hex(),
            "PosterPublicKeyBase58Check": self.address(post.poster),
            "ParentStakeID": parent,
            "Body": post.body,
            "ImageURLs": post.image_urls,
            "VideoURLs": post.video_urls,
            "RepostedPostEntryResponse": repost_entry,
            "CreatorBasisPoints": post.creator_basis_points,
            "StakeMultipleBasisPoints": post.stake_multiple_basis_points,
            "TimestampNanos": post.timestamp_nanos,
            "IsHidden": post.is_hidden,
            "ConfirmationBlockHeight": post.height,
            "InMempool": self.height <= post.height,
            "ProfileEntryResponse": self.profile_of_key(post.poster),
            "Comments": None,
            "LikeCount": sum(liked == post_hash for _, liked in tables.likes),
            "DiamondCount": sum(level for (_, at), level in tables.diamonds.items() if at == post_hash),
            "PostEntryReaderState": self._reader_state(post_hash, reader) if reader else None,
            **({"InGlobalFeed": False, "InHotFeed": False} if feeds else {}),
            "IsPinned": False,
            "PostExtraData": shown_extra(post.extra_data),
            "CommentCount": len(tables.comments_on(post_hash)),
            "RepostCount": reposts,
            "QuoteRepostCount": quotes,
            "ParentPosts": None,
            "IsNFT": False,
            "IsFrozen": post.is_frozen,
            "NumNFTCopies": 0,
            "NumNFTCopiesForSale": 0,
            "NumNFTCopiesBurned": 0,
            "HasUnlockable": False,
            "NFTRoyaltyToCreatorBasisPoints": 0,
            "NFTRoyaltyToCoinBasisPoints": 0,
            "AdditionalDESORoyaltiesMap": {},
            "AdditionalCoinRoyaltiesMap": {},
            "DiamondsFromSender": 0,
            "HotnessScore": 0,
            "PostMultiplier": 0,
            "RecloutCount": reposts,
            "QuoteRecloutCount": quotes,
            "RecloutedPostEntryResponse": repost_entry,
        }

    def _reader_state(self, post_hash: bytes, reader: bytes) -> dict[str, Any]:
        mine = [one for one in self.tables.reposts_of(post_hash, quotes=False) if one.poster == reader]
        return {
            "LikedByReader": (reader, post_hash) in self.tables.likes,
            "DiamondLevelBestowed": self.tables.diamonds.get((reader, post_hash), 0),
            "RepostedByReader": bool(mine),
            "RepostPostHashHex": mine[-1].post_hash.hex() if mine else "",
        }

    # --- Messages ---

    @behaviour
    def messages_list_threads(self, call: Call) -> Any:
        return self._threads(call, (0, 1))

    @behaviour
    def messages_list_dm_threads(self, call: Call) -> Any:
        return self._threads(call, (0,))

    @behaviour
    def messages_list_group_threads(self, call: Call) -> Any:
        return self._threads(call, (1,))

    def _threads(self, call: Call, types: tuple[int, ...]) -> Any:
        user = self.key(call, self.read(call, {"UserPublicKeyBase58Check": "string"})["UserPublicKeyBase58Check"])
        newest: dict[tuple[Any, ...], Message] = {}
        for message in sorted(self.tables.messages.values(), key=lambda one: one.timestamp_nanos):
            if message.message_type in types and self._takes_part(user, message):
                newest[message.thread] = message
        found = sorted(newest.values(), key=lambda one: one.timestamp_nanos, reverse=True)
        return {"MessageThreads": [*map(self._message_entry, found)] or None, **self._people(found)}

    def _takes_part(self, user: bytes, message: Message) -> bool:
        if message.message_type == 0:
            return user in (message.sender[0], message.recipient[0])
        group = self.tables.groups.get(message.recipient)
        return group is not None and (user == group.owner or user in group.members)

    @behaviour
    def messages_list_dm(self, call: Call) -> Any:
        given = self.read(call, DM_PAGE)
        sides = [
            (self.key(call, given[f"{side}GroupOwnerPublicKeyBase58Check"]), self._name(call, given, f"{side}Group"))
            for side in ("User", "Party")
        ]
        found = self._page(call, given, ("dm", *sorted(sides)))
        return {"ThreadMessages": [*map(self._message_entry, found)], **self._people(found)}

    @behaviour
    def messages_list_group(self, call: Call) -> Any:
        given = self.read(call, GROUP_PAGE)
        chat = (self.key(call, given["UserPublicKeyBase58Check"]), self._name(call, given, "AccessGroup"))
        found = self._page(call, given, ("group", chat))
        return {"GroupChatMessages": [*map(self._message_entry, found)], **self._people(found)}

    def _name(self, call: Call, given: Mapping[str, Any], prefix: str) -> bytes:
        return self.group_name(call, given[f"{prefix}KeyName"])

    def _page(self, call: Call, given: Mapping[str, Any], thread: tuple[Any, ...]) -> list[Message]:
        text, most = given["StartTimestampString"], given["MaxMessagesToFetch"]
        start = self._timestamp(call, text) if text else given["StartTimestamp"]
        if most < 1:
            self.fail_with(call, "MaxMessagesToFetch must be 1 or more")
        found = [one for (at, time), one in self.tables.messages.items() if at == thread and time < start]
        return sorted(found, key=lambda one: one.timestamp_nanos, reverse=True)[:most]

    def _people(self, messages: Iterable[Message]) -> dict[str, Any]:
        keys = {key for one in messages for key in (one.sender[0], one.recipient[0])}
        return {"PublicKeyToProfileEntryResponse": self._profiles(keys)}

    def _message_entry(self, message: Message) -> dict[str, Any]:
        return {
            "ChatType": "GroupChat" if message.message_type else "DM",
            "SenderInfo": self._side_entry(message.sender, message.sender_key),
            "RecipientInfo": self._side_entry(message.recipient, message.recipient_key),
            "MessageInfo": {
                "EncryptedText": message.encrypted_text.hex(),
                "TimestampNanos": message.timestamp_nanos,
                "TimestampNanosString": str(message.timestamp_nanos),
                "ExtraData": shown_extra(message.extra_data),
            },
        }

    def _side_entry(self, side: GroupId, key: bytes) -> dict[str, str]:
        return {
            "OwnerPublicKeyBase58Check": self.address(side[0]),
            "AccessGroupPublicKeyBase58Check": self.address(key),
            "AccessGroupKeyName": side[1].decode("utf-8", "replace"),
        }

    # --- Access groups ---

    @behaviour
    def access_groups_list(self, call: Call) -> Any:
        return self._groups(call, owned=True, member=True)

    @behaviour
    def access_groups_list_owned(self, call: Call) -> Any:
        return self._groups(call, owned=True, member=False)

    @behaviour
    def access_groups_list_member_only(self, call: Call) -> Any:
        return self._groups(call, owned=False, member=True)

    def _groups(self, call: Call, *, owned: bool, member: bool) -> Any:
        user = self.key(call, self.read(call, {"PublicKeyBase58Check": "string"})["PublicKeyBase58Check"])
        groups = self.tables.groups.values()
        mine = [self._group_entry(one) for one in groups if owned and one.owner == user]
        others = [self._group_entry(one, one.members[user]) for one in groups if member and user in one.members]
        return {
            **({"AccessGroupsOwned": mine} if mine else {}),
            **({"AccessGroupsMember": others} if others else {}),
        }

    def _group_entry(self, group: Group, member: Member | None = None) -> dict[str, Any]:
        return {
            "AccessGroupOwnerPublicKeyBase58Check": self.address(group.owner),
            "AccessGroupKeyName": group.name.decode("utf-8", "replace"),
            "AccessGroupPublicKeyBase58Check": self.address(group.public_key),
            "ExtraData": shown_extra(group.extra_data),
            "AccessGroupMemberEntryResponse": self._member_entry(member) if member else None,
        }

    def _member_entry(self, member: Member) -> dict[str, Any]:
        return {
            "AccessGroupMemberPublicKeyBase58Check": self.address(member.public_key),
            "AccessGroupMemberKeyName": member.key_name.decode("utf-8", "replace"),
            "EncryptedKey": member.encrypted_key.decode("utf-8", "replace"),
            "ExtraData": shown_extra(member.extra_data),
        }

    def _group_id(self, call: Call, given: Mapping[str, Any]) -> GroupId:
        owner = self.key(call, given["AccessGroupOwnerPublicKeyBase58Check"], "owner public key")
        return owner, self.group_name(call, given["AccessGroupKeyName"])

    @behaviour
    def access_groups_get(self, call: Call) -> Any:
        group = self.tables.group(self._group_id(call, self.read(call, GROUP)))
        if group is None:
            self.fail_with(call, "Access group not found", 404)
        return self._group_entry(group)

    @behaviour
    def access_groups_get_bulk(self, call: Call) -> Any:
        found, missing = [], []
        for pair in self.read(call, PAIRS)["GroupOwnerAndGroupKeyNamePairs"] or ():
            owner = self.key(call, pair["GroupOwnerPublicKeyBase58Check"])
            group = self.tables.group((owner, self.group_name(call, pair["GroupKeyName"])))
            if group is None:
                missing.append(pair)
            else:
                found.append(self._group_entry(group))
        return {"AccessGroupEntries": found, "PairsNotFound": missing}

    @behaviour
    def access_groups_check_party(self, call: Call) -> Any:
        given = self.read(call, PARTIES)
        answer: dict[str, Any] = {}
        for side in ("Sender", "Recipient"):
            owner = self.key(call, given[f"{side}PublicKeyBase58Check"], f"{side.lower()} public key")
            name = self.group_name(call, given[f"{side}AccessGroupKeyName"])
            group = self.tables.group((owner, name))
            answer |= {
                f"{side}PublicKeyBase58Check": self.address(owner),
                f"{side}AccessGroupPublicKeyBase58Check": self.address(group.public_key) if group else "",
                f"{side}AccessGroupKeyName": group.name.decode("utf-8", "replace") if group else "",
                f"Is{side}AccessGroupKey": group is not None,
            }
        return answer

    @behaviour
    def access_group_members_get(self, call: Call) -> Any:
        given = self.read(call, MEMBER)
        account = self.key(call, given["AccessGroupMemberPublicKeyBase58Check"], "member public key")
        group = self.tables.groups.get(self._group_id(call, given))
        member = group.members.get(account) if group else None
        return self._member_entry(member) if member else None

    @behaviour
    def access_group_members_list(self, call: Call) -> Any:
        given = self.read(call, MEMBER_PAGE)
        group = self.tables.groups.get(self._group_id(call, given))
        text = given["StartingAccessGroupMemberPublicKeyBase58Check"]
        start = self.key(call, text, "starting member public key") if text else b""
        found = sorted(key for key in (group.members if group else ()) if key > start)
        most = given["MaxMembersToFetch"]
        found = found[:most] if most > 0 else found
        return {
            "AccessGroupMembersBase58Check": [self.address(key) for key in found],
            "PublicKeyToProfileEntryResponse": self._profiles(found),
        }

    # --- Derived keys and limits ---

    @behaviour
    def derived_keys_get(self, call: Call) -> Any:
        owner = self.key(call, call.path["ownerPublicKeyBase58Check"], "owner public key")
        derived = self.key(call, call.path["derivedPublicKeyBase58Check"], "derived public key")
        key = self.tables.derived_keys.get((owner, derived))
        if key is None:
            self.fail_with(call, "derived key not found")
        return {"DerivedKey": self._derived_entry(key)}

    @behaviour
    def derived_keys_list(self, call: Call) -> Any:
        owner = self.key(call, self.read(call, {"PublicKeyBase58Check": "string"})["PublicKeyBase58Check"])
        keys = [one for one in self.tables.derived_keys.values() if one.owner == owner]
        return {"DerivedKeys": dict(sorted((self.address(k.derived), self._derived_entry(k)) for k in keys))}

    def _derived_entry(self, key: DerivedKey) -> dict[str, Any]:
        return {
            "OwnerPublicKeyBase58Check": self.address(key.owner),
            "DerivedPublicKeyBase58Check": self.address(key.derived),
            "ExpirationBlock": key.expiration_block,
            "IsValid": key.is_valid,
            "ExtraData": shown_extra(key.extra_data),
            "TransactionSpendingLimit": key.limit.to_json(self.chain_network),
            "Memo": key.memo,
        }

    @behaviour
    def derived_keys_get_access_bytes(self, call: Call) -> Any:
        struct = {
            "DerivedPublicKeyBase58Check": "string",
            "ExpirationBlock": "uint64",
            "TransactionSpendingLimit": STRUCT,
        }
        given = self.read(call, struct)
        derived = PublicKey(self.key(call, given["DerivedPublicKeyBase58Check"], "derived public key"))
        limit = self._limit(call, given["TransactionSpendingLimit"])
        text = wallet_text(derived, given["ExpirationBlock"], limit, self.chain_network)
        return {"TransactionSpendingLimitHex": limit.to_bytes().hex(), "AccessBytesHex": text.encode().hex()}

    @behaviour
    def spending_limits_encode(self, call: Call) -> Any:
        limit = self._limit(call, self.read(call, {"TransactionSpendingLimit": STRUCT})["TransactionSpendingLimit"])
        return {"HexString": limit.to_bytes().hex()}

    @behaviour
    def spending_limits_decode(self, call: Call) -> Any:
        data = self.hex(call, call.path["transactionSpendingLimitHex"], "transactionSpendingLimitHex")
        try:
            return Limit.from_bytes(data).to_json(self.chain_network)
        except DecodeError as error:
            self.fail_with(call, f"Problem decoding the limit: {error}")

    def _limit(self, call: Call, value: Mapping[str, Any] | None) -> Limit:
        if value is None:
            self.fail_with(call, "TransactionSpendingLimit is required")
        try:
            return Limit.from_json(value)
        except ValueError as error:
            self.fail_with(call, f"Problem with TransactionSpendingLimit: {error}")

    # --- The node ---

    @behaviour
    def node_get_app_state(self, call: Call) -> Any:
        text = self.read(call, {"PublicKeyBase58Check": "string"})["PublicKeyBase58Check"]
        if text:
            self.key(call, text)
        fees = {
            word: [
                {"PublicKeyBase58Check": self.address(key.data), "ProfileEntryResponse": None, "AmountNanos": amount}
                for key, amount in outputs
            ]
            for word, outputs in sorted(self.node_fees.items())
        }
        return {
            "MinSatoshisBurnedForProfileCreation": 0,
            "BlockHeight": self.height,
            "IsTestnet": self.network == "testnet",
            "HasStarterDeSoSeed": False,
            "HasTwilioAPIKey": False,
            "CreateProfileFeeNanos": self.profile_fee_nanos,
            "CompProfileCreation": bool(self.paid_profiles),
            "DiamondLevelMap": {str(level): diamond_cost_nanos(level) for level in range(1, 9)},
            "HasWyreIntegration": False,
            "HasJumioIntegration": False,
            "BuyWithETH": False,
            **dict.fromkeys(_EXCHANGE, 0),
            "CountrySignUpBonus": {
                "AllowCustomReferralAmount": False,
                "ReferralAmountOverrideUSDCents": 0,
                "AllowCustomKickbackAmount": False,
                "KickbackAmountOverrideUSDCents": 0,
            },
            "CaptchaDeSoNanos": 0,
            "DefaultFeeRateNanosPerKB": self.fee_rate,
            "TransactionFeeMap": fees,
            "BuyETHAddress": "",
            "Nodes": {"1": {"Name": "DeSo", "URL": "https://node.deso.org", "Owner": ""}},
            "USDCentsPerBitCloutExchangeRate": 0,
            "JumioBitCloutNanos": 0,
        }

    @behaviour
    def node_get_health(self, call: Call) -> Any:
        if self.syncing:
            self.fail_with(call, "Node is not yet in sync", 500)
        return 200

    @behaviour
    def node_get_committed_tip(self, call: Call) -> Any:
        height = self.height - COMMITTED_LAG
        block = double_sha256(b"block" + height.to_bytes(8, "big"))
        return {"Height": height, "Hash": list(block), "HashHex": block.hex(), "LatestView": self.height}


_EXCHANGE = (
    "USDCentsPerDeSoExchangeRate",
    "USDCentsPerDeSoCoinbase",
    "USDCentsPerDeSoBlockchainDotCom",
    "JumioDeSoNanos",
    "JumioUSDCents",
    "JumioKickbackUSDCents",
)


def shown_extra(extra_data: Mapping[bytes, bytes]) -> dict[str, str]:
    """Extra data as texts; the number of a node is shown in digits."""
    shown = texts(extra_data)
    if b"NodeSource" in extra_data:
        with suppress(DecodeError):  # a caller may have written the key
            shown["NodeSource"] = str(decode_uvarint(extra_data[b"NodeSource"]))
    return shown
