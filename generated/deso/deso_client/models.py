"""Models of the document's components."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field
from typing_extensions import TypeAliasType

from ._core.models import Model


class Error(Model):
    """
    Error envelope of the node. Its one key is lower-case, unlike all others.
    """

    error: str
    """
    What went wrong, as text. It may hold a rule name of the chain (RuleError…); match it as a part of the text, since the wording around it changes.
    """


Uint64 = TypeAliasType("Uint64", Annotated[int, Field(ge=0, le=18446744073709551615)])
"""
Unsigned 64-bit number, as a JSON integer. It may pass 2^53, so read it as an integer, never as a double.
"""


Uint32 = TypeAliasType("Uint32", Annotated[int, Field(ge=0, le=4294967295)])
"""
Unsigned 32-bit number.
"""


Int32 = TypeAliasType("Int32", Annotated[int, Field(ge=-2147483648, le=2147483647)])
"""
Signed 32-bit number.
"""


Int64 = TypeAliasType("Int64", Annotated[int, Field(ge=-9223372036854775808, le=9223372036854775807)])
"""
Signed 64-bit number.
"""


TimestampText = TypeAliasType(
    "TimestampText",
    Annotated[
        str,
        Field(
            pattern="^([1-9][0-9]{0,18}|1[0-7][0-9]{18}|18[0-3][0-9]{17}|184[0-3][0-9]{16}|1844[0-5][0-9]{15}|18446[0-6][0-9]{14}|184467[0-3][0-9]{13}|1844674[0-3][0-9]{12}|184467440[0-6][0-9]{10}|1844674407[0-2][0-9]{9}|18446744073[0-6][0-9]{8}|1844674407370[0-8][0-9]{6}|18446744073709[0-4][0-9]{5}|184467440737095[0-4][0-9]{4}|18446744073709550[0-9]{3}|18446744073709551[0-5][0-9]{2}|1844674407370955160[0-9]|1844674407370955161[0-4]|18446744073709551615)$"
        ),
    ],
)
"""
Nanoseconds since 1970 as decimal digits, no more than 2^64 - 1. As text it survives readers that use doubles.
"""


MessageTimestampText = TypeAliasType(
    "MessageTimestampText",
    Annotated[
        str,
        Field(
            pattern="^(0|[1-9][0-9]{0,18}|1[0-7][0-9]{18}|18[0-3][0-9]{17}|184[0-3][0-9]{16}|1844[0-5][0-9]{15}|18446[0-6][0-9]{14}|184467[0-3][0-9]{13}|1844674[0-3][0-9]{12}|184467440[0-6][0-9]{10}|1844674407[0-2][0-9]{9}|18446744073[0-6][0-9]{8}|1844674407370[0-8][0-9]{6}|18446744073709[0-4][0-9]{5}|184467440737095[0-4][0-9]{4}|18446744073709550[0-9]{3}|18446744073709551[0-5][0-9]{2}|1844674407370955160[0-9]|1844674407370955161[0-4]|18446744073709551615)$"
        ),
    ],
)
"""
Nanoseconds since 1970 as decimal digits; 0 in the empty message that stands for a thread without any.
"""


OptionalTimestampText = TypeAliasType(
    "OptionalTimestampText",
    Annotated[
        str,
        Field(
            pattern="^(|0|[1-9][0-9]{0,18}|1[0-7][0-9]{18}|18[0-3][0-9]{17}|184[0-3][0-9]{16}|1844[0-5][0-9]{15}|18446[0-6][0-9]{14}|184467[0-3][0-9]{13}|1844674[0-3][0-9]{12}|184467440[0-6][0-9]{10}|1844674407[0-2][0-9]{9}|18446744073[0-6][0-9]{8}|1844674407370[0-8][0-9]{6}|18446744073709[0-4][0-9]{5}|184467440737095[0-4][0-9]{4}|18446744073709550[0-9]{3}|18446744073709551[0-5][0-9]{2}|1844674407370955160[0-9]|1844674407370955161[0-4]|18446744073709551615)$"
        ),
    ],
)
"""
Nanoseconds since 1970 as decimal digits, or an empty string for none.
"""


PublicKeyBase58Check = TypeAliasType(
    "PublicKeyBase58Check",
    Annotated[str, Field(pattern="^(BC1YL[1-9A-HJ-NP-Za-km-z]{50}|tBC[1-9A-HJ-NP-Za-km-z]{51})$")],
)
"""
Public key as text: base58check of a three-byte network prefix and the 33 bytes of a compressed secp256k1 key. Main network: BC1YL…, 55 characters. Test network: tBC…, 54 characters. A node does not check the prefix, so check that key and network belong together. Leniency: the checksum is beyond a pattern; a node refuses a wrong one with 400 (backend source).
"""


OptionalPublicKeyBase58Check = TypeAliasType(
    "OptionalPublicKeyBase58Check",
    Annotated[str, Field(pattern="^(|BC1YL[1-9A-HJ-NP-Za-km-z]{50}|tBC[1-9A-HJ-NP-Za-km-z]{51})$")],
)
"""
Public key as text, or an empty string for none.
"""


PublicKeyText = TypeAliasType("PublicKeyText", str)
"""
Public key as a node writes it; empty where there is none. Leniency: any text is accepted in answers, so that those of networks with another prefix can be read (inferred).
"""


HashHex = TypeAliasType("HashHex", Annotated[str, Field(pattern="^[0-9a-fA-F]{64}$")])
"""
Hash of 32 bytes as hex. A node writes lower case and reads both.
"""


OptionalHashHex = TypeAliasType("OptionalHashHex", Annotated[str, Field(pattern="^([0-9a-fA-F]{64})?$")])
"""
Hash of 32 bytes as hex, or an empty string for none.
"""


HexBytes = TypeAliasType("HexBytes", Annotated[str, Field(pattern="^([0-9a-fA-F]{2})+$")])
"""
Bytes as hex, at least one. A node writes lower case and reads both.
"""


OptionalHexBytes = TypeAliasType("OptionalHexBytes", Annotated[str, Field(pattern="^([0-9a-fA-F]{2})*$")])
"""
Bytes as hex, or an empty string for none. A node writes lower case and reads both.
"""


Base64Bytes = TypeAliasType(
    "Base64Bytes", Annotated[str, Field(pattern="^([A-Za-z0-9+/]{4})*([A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$")]
)
"""
Bytes as standard base64 with padding.
"""


PublicKeyBase64 = TypeAliasType("PublicKeyBase64", Annotated[str, Field(pattern="^[A-Za-z0-9+/]{44}$")])
"""
The 33 bytes of a compressed public key as base64.
"""


Byte = TypeAliasType("Byte", Annotated[int, Field(ge=0, le=255)])
"""
One byte.
"""


HashBytes = TypeAliasType("HashBytes", Annotated[list[Byte], Field(max_length=32, min_length=32)])
"""
Hash of 32 bytes, as one number for each byte.
"""


PublicKeyBytes = TypeAliasType("PublicKeyBytes", Annotated[list[Byte], Field(max_length=33, min_length=33)])
"""
Compressed public key of 33 bytes, as one number for each byte.
"""


KeyNameBytes = TypeAliasType("KeyNameBytes", Annotated[list[Byte], Field(max_length=32, min_length=32)])
"""
Name of an access group, padded with zeros to 32 bytes, as one number for each byte. All zeros is the base key.
"""


HexNumber = TypeAliasType("HexNumber", Annotated[str, Field(pattern="^0x[0-9a-f]{1,64}$")])
"""
256-bit number as lower-case hex with 0x before it.
"""


BasisPoints = TypeAliasType("BasisPoints", Annotated[int, Field(ge=0, le=10000)])
"""
Hundredths of a per cent, 0 to 10,000.
"""


DiamondLevel = TypeAliasType("DiamondLevel", Annotated[int, Field(ge=1, le=8)])
"""
Level of a tip, 1 to 8. Level n costs 50,000 × 10^(n-1) nanos.
"""


PageLength = TypeAliasType("PageLength", Annotated[int, Field(ge=1, le=9223372036854775807)])
"""
How many to return at most, 1 or more.
"""


AccessGroupKeyName = TypeAliasType("AccessGroupKeyName", Annotated[str, Field(max_length=32)])
"""
Name of an access group, at most 32 bytes of UTF-8; empty for the base key, which is the owner's own key. Leniency: the limit counts bytes, and the characters counted here may be more than one byte long; a node refuses those (backend source).
"""


OwnAccessGroupKeyName = TypeAliasType("OwnAccessGroupKeyName", Annotated[str, Field(max_length=32, min_length=1)])
"""
Name of an access group to create, change or fill, 1 to 32 bytes of UTF-8. Leniency: the limit counts bytes, and the characters counted here may be more than one byte long; a node refuses those (backend source).
"""


Username = TypeAliasType("Username", Annotated[str, Field(pattern="^[A-Za-z0-9_]{0,25}$")])
"""
Name of a profile: letters, digits and underscore, at most 25. It may not begin like an address, and is unique regardless of case. Empty stands for no change.
"""


ProfileDescription = TypeAliasType("ProfileDescription", Annotated[str, Field(max_length=20000)])
"""
Text of at most 20,000 bytes of UTF-8. Leniency: the limit counts bytes, and the characters counted here may be more than one byte long; a node refuses those (core source).
"""


ProfilePicture = TypeAliasType(
    "ProfilePicture", Annotated[str, Field(pattern="^(|data:image/(png|jpeg|webp|gif);base64,[A-Za-z0-9+/]+={0,2})$")]
)
"""
Data URI of a png, jpeg, webp or gif image in base64, or an empty string. The node turns it into a webp image 100 pixels wide, and the result may have 20,000 bytes.
"""


StakeMultipleBasisPoints = TypeAliasType("StakeMultipleBasisPoints", Annotated[int, Field(ge=10001, le=100000)])
"""
Former staking reward in basis points; the chain wants more than 10,000 and at most 100,000.
"""


class GetSingleProfileRequest(Model):
    """
    Which profile: by key, or by name. Leniency: members that are not required take null as well, which counts as left out (so the node reads JSON; backend source).
    """

    public_key_base58_check: Annotated[OptionalPublicKeyBase58Check | None, Field(alias="PublicKeyBase58Check")] = None
    """
    Key of the account. Needed when there is no Username.
    """
    username: Annotated[str | None, Field(alias="Username")] = None
    """
    Name of the profile, regardless of case. Needed when there is no key.
    """
    no_error_on_missing: Annotated[bool | None, Field(alias="NoErrorOnMissing")] = None
    """
    Answer an unknown profile with 200 and an empty body rather than 404.
    """


class CoinEntryResponse(Model):
    """
    Creator coin of a profile.
    """

    creator_basis_points: Annotated[Uint64, Field(alias="CreatorBasisPoints")]
    """
    Share of newly bought coins that goes to the account, in basis points.
    """
    deso_locked_nanos: Annotated[Uint64, Field(alias="DeSoLockedNanos")]
    """
    DESO locked in the coin, in nanos.
    """
    number_of_holders: Annotated[Uint64, Field(alias="NumberOfHolders")]
    """
    How many accounts hold it.
    """
    coins_in_circulation_nanos: Annotated[Uint64, Field(alias="CoinsInCirculationNanos")]
    """
    How many exist, in nanos.
    """
    coin_watermark_nanos: Annotated[Uint64, Field(alias="CoinWatermarkNanos")]
    """
    The most that ever existed, in nanos.
    """
    bit_clout_locked_nanos: Annotated[Uint64 | None, Field(alias="BitCloutLockedNanos")] = None
    """
    DeSoLockedNanos under its former name.
    """


class DAOCoinEntryResponse(Model):
    """
    DeSo token of a profile.
    """

    number_of_holders: Annotated[Uint64, Field(alias="NumberOfHolders")]
    """
    How many accounts hold it.
    """
    coins_in_circulation_nanos: Annotated[HexNumber, Field(alias="CoinsInCirculationNanos")]
    """
    How many units exist.
    """
    minting_disabled: Annotated[bool, Field(alias="MintingDisabled")]
    """
    Whether no more can be made.
    """
    transfer_restriction_status: Annotated[str, Field(alias="TransferRestrictionStatus")]
    """
    Who may receive it, as a word.
    """
    lockup_transfer_restriction_status: Annotated[str | None, Field(alias="LockupTransferRestrictionStatus")] = None
    """
    Who may receive locked units, as a word.
    """


class BalanceEntryResponse(Model):
    """
    Holding of a coin. Its members are not declared here, for no call of this document fills it.
    """


ParentStakeID = TypeAliasType(
    "ParentStakeID",
    Annotated[str, Field(pattern="^(|[0-9a-fA-F]{64}|BC1YL[1-9A-HJ-NP-Za-km-z]{50}|tBC[1-9A-HJ-NP-Za-km-z]{51})$")],
)
"""
What a post is a comment on: the hash of a post as hex, or the public key of an account; empty for neither.
"""


class SubmitPostBody(Model):
    """
    Content of a post. At least one of the members has to hold something, unless the post is a plain repost. As JSON it may have 20,000 bytes, on the test network 50,000. Members that are null count as left out. Leniency: neither of these two rules (backend source) is expressed here, for they depend on the rest of the request and on the network.
    """

    body: Annotated[str | None, Field(alias="Body")] = None
    """
    The text.
    """
    image_urls: Annotated[list[str] | None, Field(alias="ImageURLs")] = None
    """
    Addresses of images.
    """
    video_urls: Annotated[list[str] | None, Field(alias="VideoURLs")] = None
    """
    Addresses of videos.
    """


KnownPostOrder = TypeAliasType("KnownPostOrder", Literal["newest", "oldest", "last_comment"])
"""
Orders that a node knows.
"""


CommentLimit = TypeAliasType("CommentLimit", Annotated[int, Field(ge=0, le=30)])
"""
Number of comments, at most 30.
"""


ThreadLevelLimit = TypeAliasType("ThreadLevelLimit", Annotated[int, Field(ge=0, le=4)])
"""
Depth of comments, at most 4.
"""


class PostEntryReaderState(Model):
    """
    What the reader did with a post.
    """

    liked_by_reader: Annotated[bool, Field(alias="LikedByReader")]
    """
    Whether the reader likes it.
    """
    diamond_level_bestowed: Annotated[Int64, Field(alias="DiamondLevelBestowed")]
    """
    Level of the diamonds that the reader gave.
    """
    reposted_by_reader: Annotated[bool, Field(alias="RepostedByReader")]
    """
    Whether the reader reposted it.
    """
    repost_post_hash_hex: Annotated[OptionalHashHex | None, Field(alias="RepostPostHashHex")] = None
    """
    That repost.
    """


MessageText = TypeAliasType("MessageText", Annotated[str, Field(max_length=20000, pattern="^([0-9a-fA-F]{2})*$")])
"""
Content of a message as hex, at most 10,000 bytes, that is 20,000 characters. Anything that is not hex is answered with 400.
"""


class GetUserMessageThreadsRequest(Model):
    """
    Whose threads to read.
    """

    user_public_key_base58_check: Annotated[PublicKeyBase58Check, Field(alias="UserPublicKeyBase58Check")]
    """
    The account.
    """


class GetPaginatedMessagesForDmThreadRequest(Model):
    """
    Which messages between two accounts to read. Leniency: members that are not required take null as well, which counts as left out (so the node reads JSON; backend source).
    """

    user_group_owner_public_key_base58_check: Annotated[
        PublicKeyBase58Check, Field(alias="UserGroupOwnerPublicKeyBase58Check")
    ]
    """
    One account.
    """
    user_group_key_name: Annotated[AccessGroupKeyName | None, Field(alias="UserGroupKeyName")] = None
    """
    Its access group.
    """
    party_group_owner_public_key_base58_check: Annotated[
        PublicKeyBase58Check, Field(alias="PartyGroupOwnerPublicKeyBase58Check")
    ]
    """
    The other account.
    """
    party_group_key_name: Annotated[AccessGroupKeyName | None, Field(alias="PartyGroupKeyName")] = None
    """
    Its access group.
    """
    start_timestamp: Annotated[Uint64 | None, Field(alias="StartTimestamp")] = None
    """
    Moment before which to read, in nanoseconds since 1970, when there is no StartTimestampString.
    """
    start_timestamp_string: Annotated[OptionalTimestampText | None, Field(alias="StartTimestampString")] = None
    """
    The same as text; wins.
    """
    max_messages_to_fetch: Annotated[PageLength, Field(alias="MaxMessagesToFetch")]
    """
    How many messages to return at most.
    """


class GetPaginatedMessagesForGroupChatThreadRequest(Model):
    """
    Which messages of a group to read. Leniency: members that are not required take null as well, which counts as left out (so the node reads JSON; backend source).
    """

    user_public_key_base58_check: Annotated[PublicKeyBase58Check, Field(alias="UserPublicKeyBase58Check")]
    """
    Owner of the group, despite the name.
    """
    access_group_key_name: Annotated[AccessGroupKeyName, Field(alias="AccessGroupKeyName")]
    """
    The group.
    """
    start_timestamp: Annotated[Uint64 | None, Field(alias="StartTimestamp")] = None
    """
    Moment before which to read, in nanoseconds since 1970, when there is no StartTimestampString.
    """
    start_timestamp_string: Annotated[OptionalTimestampText | None, Field(alias="StartTimestampString")] = None
    """
    The same as text; wins.
    """
    max_messages_to_fetch: Annotated[PageLength, Field(alias="MaxMessagesToFetch")]
    """
    How many messages to return at most.
    """


KnownChatType = TypeAliasType("KnownChatType", Literal["DM", "GroupChat"])
"""
Kinds of threads that are known.
"""


class AccessGroupInfo(Model):
    """
    Access group at one end of a message.
    """

    owner_public_key_base58_check: Annotated[PublicKeyText, Field(alias="OwnerPublicKeyBase58Check")]
    """
    Its owner.
    """
    access_group_public_key_base58_check: Annotated[PublicKeyText, Field(alias="AccessGroupPublicKeyBase58Check")]
    """
    Its key.
    """
    access_group_key_name: Annotated[str, Field(alias="AccessGroupKeyName")]
    """
    Its name; empty for the base key.
    """


class MessageInfo(Model):
    """
    Content of a message.
    """

    encrypted_text: Annotated[OptionalHexBytes, Field(alias="EncryptedText")]
    """
    The content as hex.
    """
    timestamp_nanos: Annotated[Uint64, Field(alias="TimestampNanos")]
    """
    When it was sent, in nanoseconds since 1970.
    """
    timestamp_nanos_string: Annotated[MessageTimestampText, Field(alias="TimestampNanosString")]
    """
    The same as text. Whole numbers of 64 bits survive readers that use doubles so.
    """
    extra_data: Annotated[dict[str, str] | None, Field(alias="ExtraData")]
    """
    Further keys and texts.
    """


class GetAllUserAccessGroupsRequest(Model):
    """
    Whose groups to read.
    """

    public_key_base58_check: Annotated[PublicKeyBase58Check, Field(alias="PublicKeyBase58Check")]
    """
    The account.
    """


class GetAccessGroupInfoRequest(Model):
    """
    Which group to read. Leniency: members that are not required take null as well, which counts as left out (so the node reads JSON; backend source).
    """

    access_group_owner_public_key_base58_check: Annotated[
        PublicKeyBase58Check, Field(alias="AccessGroupOwnerPublicKeyBase58Check")
    ]
    """
    Its owner.
    """
    access_group_key_name: Annotated[AccessGroupKeyName | None, Field(alias="AccessGroupKeyName")] = None
    """
    Its name; empty for the base key.
    """


class GroupOwnerAndGroupKeyNamePair(Model):
    """
    Owner and name of a group.
    """

    group_owner_public_key_base58_check: Annotated[PublicKeyBase58Check, Field(alias="GroupOwnerPublicKeyBase58Check")]
    """
    Its owner.
    """
    group_key_name: Annotated[AccessGroupKeyName, Field(alias="GroupKeyName")]
    """
    Its name; empty for the base key.
    """


class CheckPartyAccessGroupsRequest(Model):
    """
    Two parties and the names of their groups. Leniency: members that are not required take null as well, which counts as left out (so the node reads JSON; backend source).
    """

    sender_public_key_base58_check: Annotated[PublicKeyBase58Check, Field(alias="SenderPublicKeyBase58Check")]
    """
    Account that would send.
    """
    sender_access_group_key_name: Annotated[AccessGroupKeyName | None, Field(alias="SenderAccessGroupKeyName")] = None
    """
    Its group; empty for the base key.
    """
    recipient_public_key_base58_check: Annotated[PublicKeyBase58Check, Field(alias="RecipientPublicKeyBase58Check")]
    """
    Account that would receive.
    """
    recipient_access_group_key_name: Annotated[
        AccessGroupKeyName | None, Field(alias="RecipientAccessGroupKeyName")
    ] = None
    """
    Its group; empty for the base key.
    """


class CheckPartyAccessGroupsResponse(Model):
    """
    Groups of two parties.
    """

    sender_public_key_base58_check: Annotated[PublicKeyText, Field(alias="SenderPublicKeyBase58Check")]
    """
    Account that would send.
    """
    sender_access_group_public_key_base58_check: Annotated[
        PublicKeyText, Field(alias="SenderAccessGroupPublicKeyBase58Check")
    ]
    """
    Key of its group; empty when there is none.
    """
    sender_access_group_key_name: Annotated[str, Field(alias="SenderAccessGroupKeyName")]
    """
    Name of its group; empty when there is none.
    """
    is_sender_access_group_key: Annotated[bool, Field(alias="IsSenderAccessGroupKey")]
    """
    Whether it has the group.
    """
    recipient_public_key_base58_check: Annotated[PublicKeyText, Field(alias="RecipientPublicKeyBase58Check")]
    """
    Account that would receive.
    """
    recipient_access_group_public_key_base58_check: Annotated[
        PublicKeyText, Field(alias="RecipientAccessGroupPublicKeyBase58Check")
    ]
    """
    Key of its group; empty when there is none.
    """
    recipient_access_group_key_name: Annotated[str, Field(alias="RecipientAccessGroupKeyName")]
    """
    Name of its group; empty when there is none.
    """
    is_recipient_access_group_key: Annotated[bool, Field(alias="IsRecipientAccessGroupKey")]
    """
    Whether it has the group.
    """


class AccessGroupMember(Model):
    """
    A member of an access group. Leniency: members that are not required take null as well, which counts as left out (so the node reads JSON; backend source).
    """

    access_group_member_public_key_base58_check: Annotated[
        PublicKeyBase58Check, Field(alias="AccessGroupMemberPublicKeyBase58Check")
    ]
    """
    Account of the member.
    """
    access_group_member_key_name: Annotated[AccessGroupKeyName | None, Field(alias="AccessGroupMemberKeyName")] = None
    """
    The member's own access group.
    """
    encrypted_key: Annotated[OptionalHexBytes | None, Field(alias="EncryptedKey")] = None
    """
    Private key of the group, encrypted to that group, as hex; empty to remove a member.
    """
    extra_data: Annotated[dict[str, str] | None, Field(alias="ExtraData")] = None
    """
    Further keys and texts of the membership.
    """


class GetAccessGroupMemberRequest(Model):
    """
    Which member to read. Leniency: members that are not required take null as well, which counts as left out (so the node reads JSON; backend source).
    """

    access_group_member_public_key_base58_check: Annotated[
        PublicKeyBase58Check, Field(alias="AccessGroupMemberPublicKeyBase58Check")
    ]
    """
    Account of the member.
    """
    access_group_owner_public_key_base58_check: Annotated[
        PublicKeyBase58Check, Field(alias="AccessGroupOwnerPublicKeyBase58Check")
    ]
    """
    Owner of the group.
    """
    access_group_key_name: Annotated[AccessGroupKeyName | None, Field(alias="AccessGroupKeyName")] = None
    """
    Name of the group.
    """


class AccessGroupMemberEntryResponse(Model):
    """
    A member of an access group.
    """

    access_group_member_public_key_base58_check: Annotated[
        PublicKeyText, Field(alias="AccessGroupMemberPublicKeyBase58Check")
    ]
    """
    Account of the member.
    """
    access_group_member_key_name: Annotated[str, Field(alias="AccessGroupMemberKeyName")]
    """
    The member's own access group.
    """
    encrypted_key: Annotated[str, Field(alias="EncryptedKey")]
    """
    Private key of the group, encrypted to that group, as hex. Leniency: any text, since the chain keeps what the group's owner wrote, and a node shows it unchecked (backend source).
    """
    extra_data: Annotated[dict[str, str] | None, Field(alias="ExtraData")]
    """
    Further keys and texts.
    """


class GetPaginatedAccessGroupMembersRequest(Model):
    """
    Which members to read. Leniency: members that are not required take null as well, which counts as left out (so the node reads JSON; backend source).
    """

    access_group_owner_public_key_base58_check: Annotated[
        PublicKeyBase58Check, Field(alias="AccessGroupOwnerPublicKeyBase58Check")
    ]
    """
    Owner of the group.
    """
    access_group_key_name: Annotated[AccessGroupKeyName, Field(alias="AccessGroupKeyName")]
    """
    Name of the group.
    """
    starting_access_group_member_public_key_base58_check: Annotated[
        OptionalPublicKeyBase58Check | None, Field(alias="StartingAccessGroupMemberPublicKeyBase58Check")
    ] = None
    """
    Member after whom to begin; empty for the first page.
    """
    max_members_to_fetch: Annotated[Int64 | None, Field(alias="MaxMembersToFetch")] = None
    """
    How many to return at most.
    """


class GetAccessBytesResponse(Model):
    """
    The limit, encoded, and what a wallet signs.
    """

    transaction_spending_limit_hex: Annotated[HexBytes, Field(alias="TransactionSpendingLimitHex")]
    """
    The limit, encoded, as hex.
    """
    access_bytes_hex: Annotated[HexBytes, Field(alias="AccessBytesHex")]
    """
    The text to sign, as hex of UTF-8.
    """


class GetUserDerivedKeysRequest(Model):
    """
    Whose keys to read.
    """

    public_key_base58_check: Annotated[PublicKeyBase58Check, Field(alias="PublicKeyBase58Check")]
    """
    The owner.
    """


class EncodeSpendingLimitResponse(Model):
    """
    A limit, encoded.
    """

    hex_string: Annotated[HexBytes, Field(alias="HexString")]
    """
    The bytes as hex.
    """


OperationLimits = TypeAliasType("OperationLimits", dict[str, Uint64])
"""
How many operations, by a word or a key.
"""


NFTOperationLimits = TypeAliasType("NFTOperationLimits", dict[str, OperationLimits | None])
"""
How many operations, by serial number, then by a word.
"""


KnownAssociationOperation = TypeAliasType("KnownAssociationOperation", Literal["Any", "Create", "Delete"])
"""
Operations with associations that are known.
"""


KnownAccessGroupOperation = TypeAliasType("KnownAccessGroupOperation", Literal["Any", "Create", "Update"])
"""
Operations with access groups that are known.
"""


KnownAccessGroupMemberOperation = TypeAliasType(
    "KnownAccessGroupMemberOperation", Literal["Any", "Add", "Remove", "Update"]
)
"""
Operations with members of access groups that are known.
"""


class StakeLimitMapItem(Model):
    """
    How much may be staked with a validator.
    """

    validator_public_key_base58_check: Annotated[PublicKeyText, Field(alias="ValidatorPublicKeyBase58Check")]
    """
    The validator.
    """
    stake_limit: Annotated[HexNumber, Field(alias="StakeLimit")]
    """
    How much, in nanos.
    """


class UnstakeLimitMapItem(Model):
    """
    How much may be unstaked from a validator.
    """

    validator_public_key_base58_check: Annotated[PublicKeyText, Field(alias="ValidatorPublicKeyBase58Check")]
    """
    The validator.
    """
    unstake_limit: Annotated[HexNumber, Field(alias="UnstakeLimit")]
    """
    How much, in nanos.
    """


class UnlockStakeLimitMapItem(Model):
    """
    How often stake with a validator may be unlocked.
    """

    validator_public_key_base58_check: Annotated[PublicKeyText, Field(alias="ValidatorPublicKeyBase58Check")]
    """
    The validator.
    """
    op_count: Annotated[Uint64, Field(alias="OpCount")]
    """
    How often.
    """


KnownLockupOperation = TypeAliasType(
    "KnownLockupOperation",
    Literal[
        "Any",
        "CoinLockup",
        "UpdateCoinLockupYieldCurve",
        "UpdateCoinLockupTransferRestrictions",
        "CoinLockupTransferOperationString",
        "CoinLockupUnlock",
    ],
)
"""
Operations with locked coins that are known.
"""


class TransactionInput(Model):
    """
    An output that is spent.
    """

    tx_id: Annotated[HashBytes, Field(alias="TxID")]
    """
    Hash of the transaction that it is in.
    """
    index: Annotated[Uint32, Field(alias="Index")]
    """
    Which of its outputs.
    """


class TransactionOutput(Model):
    """
    An amount and its receiver.
    """

    public_key: Annotated[PublicKeyBase64, Field(alias="PublicKey")]
    """
    Who receives it.
    """
    amount_nanos: Annotated[Uint64, Field(alias="AmountNanos")]
    """
    How much, in nanos.
    """


class TransactionNonce(Model):
    """
    What makes a balance-model transaction unique. It can be used once.
    """

    expiration_block_height: Annotated[Uint64, Field(alias="ExpirationBlockHeight")]
    """
    Height after which the transaction is refused. 0 in the atomic wrapper.
    """
    partial_id: Annotated[Uint64, Field(alias="PartialID")]
    """
    Random number of 64 bits. 0 in the atomic wrapper.
    """


class SignatureBody(Model):
    """
    A signature whose numbers the node does not show. Leniency: any members are accepted, for nodes wrote an empty object and earlier ones R and S (core source).
    """


class SignatureScalars(Model):
    """
    Signature as nodes wrote it until 2023.
    """

    r: Annotated[int, Field(alias="R")]
    """
    First number of the signature, up to 256 bits.
    """
    s: Annotated[int, Field(alias="S")]
    """
    Second number of the signature, up to 256 bits.
    """


class SubmitPostMetadata(Model):
    """
    What such a transaction does.
    """

    post_hash_to_modify: Annotated[Base64Bytes | None, Field(alias="PostHashToModify")]
    """
    Post that is edited, 32 bytes; null or empty for a new one. The documentation shows hex here, which the bytes do not hold.
    """
    parent_stake_id: Annotated[Base64Bytes | None, Field(alias="ParentStakeID")]
    """
    Post that is commented on, 32 bytes, or an account, 33 bytes; null or empty for neither. The documentation shows hex here.
    """
    body: Annotated[Base64Bytes, Field(alias="Body")]
    """
    Content of the post: JSON text, marshalled by the node, so that a less-than sign is \\u003c.
    """
    creator_basis_points: Annotated[Uint64, Field(alias="CreatorBasisPoints", deprecated=True)]
    """
    1,000 as a rule. Documented as deprecated, without a date or a successor.
    """
    stake_multiple_basis_points: Annotated[Uint64, Field(alias="StakeMultipleBasisPoints", deprecated=True)]
    """
    12,500 as a rule. Documented as deprecated, without a date or a successor.
    """
    timestamp_nanos: Annotated[Uint64, Field(alias="TimestampNanos")]
    """
    Time of the post, in nanoseconds since 1970. The documentation shows it rounded by a double.
    """
    is_hidden: Annotated[bool, Field(alias="IsHidden")]
    """
    Whether the post is hidden.
    """


class UpdateProfileMetadata(Model):
    """
    What such a transaction does.
    """

    profile_public_key: Annotated[Base64Bytes | None, Field(alias="ProfilePublicKey")]
    """
    Account whose profile it is, when another than the signer; null or empty as a rule.
    """
    new_username: Annotated[Base64Bytes | None, Field(alias="NewUsername")]
    """
    Name as base64 of UTF-8; empty for no change.
    """
    new_description: Annotated[Base64Bytes | None, Field(alias="NewDescription")]
    """
    Text as base64 of UTF-8; empty for no change.
    """
    new_profile_pic: Annotated[str | None, Field(alias="NewProfilePic")]
    """
    Data URI of the scaled picture, as base64 of that text; empty for no change. Leniency: not checked to be base64, for the documentation shows it cut short with dots.
    """
    new_creator_basis_points: Annotated[Uint64, Field(alias="NewCreatorBasisPoints")]
    """
    Share of newly bought creator coins that goes to the account, in basis points.
    """
    new_stake_multiple_basis_points: Annotated[Uint64, Field(alias="NewStakeMultipleBasisPoints", deprecated=True)]
    """
    12,500 as a rule; the chain refuses 0. Documented as deprecated, without a date or a successor.
    """
    is_hidden: Annotated[bool, Field(alias="IsHidden")]
    """
    Whether the profile is hidden.
    """


class FollowMetadata(Model):
    """
    What such a transaction does.
    """

    followed_public_key: Annotated[PublicKeyBase64, Field(alias="FollowedPublicKey")]
    """
    Account that is followed.
    """
    is_unfollow: Annotated[bool, Field(alias="IsUnfollow")]
    """
    Whether to stop following.
    """


class LikeMetadata(Model):
    """
    What such a transaction does.
    """

    liked_post_hash: Annotated[HashBytes, Field(alias="LikedPostHash")]
    """
    The post.
    """
    is_unlike: Annotated[bool, Field(alias="IsUnlike")]
    """
    Whether to take the like back.
    """


class BasicTransferMetadata(Model):
    """
    Nothing: all is said by outputs and ExtraData. Leniency: other members are accepted, as in every answer.
    """


NewMessageType = TypeAliasType("NewMessageType", Literal[0, 1])
"""
0 for a direct message, 1 for a group chat.
"""


NewMessageOperation = TypeAliasType("NewMessageOperation", Literal[0, 1])
"""
0 for a new message, 1 for a change.
"""


AccessGroupOperationType = TypeAliasType("AccessGroupOperationType", Literal[2, 3])
"""
2 to create, 3 to change.
"""


class AccessGroupMemberMetadata(Model):
    """
    A member in a transaction.
    """

    access_group_member_public_key: Annotated[PublicKeyBase64, Field(alias="AccessGroupMemberPublicKey")]
    """
    Account of the member.
    """
    access_group_member_key_name: Annotated[Base64Bytes | None, Field(alias="AccessGroupMemberKeyName")]
    """
    The member's own access group.
    """
    encrypted_key: Annotated[Base64Bytes | None, Field(alias="EncryptedKey")]
    """
    Private key of the group, encrypted to that group: base64 of the hex text.
    """
    extra_data: Annotated[dict[str, Base64Bytes] | None, Field(alias="ExtraData")]
    """
    Further keys and values.
    """


AccessGroupMemberOperationType = TypeAliasType("AccessGroupMemberOperationType", Literal[2, 3, 4])
"""
2 to add, 3 to remove, 4 to change.
"""


DerivedKeyOperation = TypeAliasType("DerivedKeyOperation", Literal[0, 1])
"""
1 to authorise, 0 to withdraw.
"""


class OtherMetadata(Model):
    """
    Metadata of a type that has no schema of its own here. Leniency: any members are accepted.
    """


OtherTransactionType1 = TypeAliasType("OtherTransactionType1", Annotated[int, Field(ge=45)])
"""
Type numbers without a schema of their own, and those that are still to come.
"""


KnownOtherTransactionType = TypeAliasType(
    "KnownOtherTransactionType",
    Literal[
        1,
        3,
        4,
        8,
        11,
        12,
        13,
        14,
        15,
        16,
        17,
        18,
        19,
        20,
        21,
        23,
        24,
        25,
        26,
        27,
        28,
        29,
        30,
        34,
        35,
        36,
        37,
        38,
        39,
        40,
        41,
        42,
        43,
    ],
)
"""
1 block reward, 3 bitcoin exchange, 4 private message (former), 8 bitcoin rate, 11 creator coin, 12 swap identity, 13 global parameters, 14 creator coin transfer, 15 to 21 NFTs, 23 messaging group, 24 to 26 tokens, 27 to 30 associations, 34 and 35 validators, 36 to 39 stake, 40 to 43 lockups.
"""


class SubmitTransactionRequest(Model):
    """
    A signed transaction, in one of two forms. Members that are null or empty count as left out.
    """

    transaction_hex: Annotated[OptionalHexBytes | None, Field(alias="TransactionHex")] = None
    """
    Signed bytes, as hex.
    """
    unsigned_transaction_hex: Annotated[OptionalHexBytes | None, Field(alias="UnsignedTransactionHex")] = None
    """
    Unsigned bytes, as hex. Since January 2025.
    """
    transaction_signature_hex: Annotated[OptionalHexBytes | None, Field(alias="TransactionSignatureHex")] = None
    """
    Signature in DER, as hex. Since January 2025.
    """


class SubmitAtomicTransactionRequest(Model):
    """
    A wrapper and its signed transactions, in one of two forms. Members that are null or empty count as left out.
    """

    incomplete_atomic_transaction_hex: Annotated[HexBytes, Field(alias="IncompleteAtomicTransactionHex")]
    """
    The wrapper's bytes from create-atomic-txns-wrapper, as hex.
    """
    signed_inner_transactions_hex: Annotated[list[HexBytes] | None, Field(alias="SignedInnerTransactionsHex")] = None
    """
    The signed inner transactions, as hex.
    """
    unsigned_inner_transactions_hex: Annotated[list[HexBytes] | None, Field(alias="UnsignedInnerTransactionsHex")] = (
        None
    )
    """
    The unsigned inner transactions, as hex.
    """
    transaction_signatures_hex: Annotated[list[HexBytes] | None, Field(alias="TransactionSignaturesHex")] = None
    """
    Their signatures in the same order, in DER, as hex.
    """


class AppendExtraDataRequest(Model):
    """
    An unsigned transaction and what to add. Leniency: members that are not required take null as well, which counts as left out (so the node reads JSON; backend source).
    """

    transaction_hex: Annotated[HexBytes, Field(alias="TransactionHex")]
    """
    Unsigned bytes, as hex.
    """
    extra_data: Annotated[dict[str, str] | None, Field(alias="ExtraData")] = None
    """
    Keys and texts to add.
    """


class AppendExtraDataResponse(Model):
    """
    An unsigned transaction with more ExtraData.
    """

    transaction_hex: Annotated[HexBytes, Field(alias="TransactionHex")]
    """
    Unsigned bytes, as hex.
    """


class GetTransactionSpendingRequest(Model):
    """
    Which transaction to sum up.
    """

    transaction_hex: Annotated[HexBytes, Field(alias="TransactionHex")]
    """
    The transaction's bytes, as hex.
    """


class GetTransactionSpendingResponse(Model):
    """
    What a transaction spends.
    """

    total_spending_nanos: Annotated[Uint64, Field(alias="TotalSpendingNanos")]
    """
    The sum, in nanos.
    """


class SignatureIndexRequest(Model):
    """
    Which transaction to look at.
    """

    transaction_hex: Annotated[HexBytes, Field(alias="TransactionHex")]
    """
    The transaction's bytes, as hex.
    """


class SignatureIndexResponse(Model):
    """
    Where the signature goes.
    """

    signature_index: Annotated[Uint64, Field(alias="SignatureIndex")]
    """
    Offset of the byte that holds the length of the signature.
    """


class TxnConstructionParamsRequest(Model):
    """
    Which fee rate the caller would like. Leniency: members that are not required take null as well, which counts as left out (so the node reads JSON; backend source).
    """

    min_fee_rate_nanos_per_kb: Annotated[Uint64 | None, Field(alias="MinFeeRateNanosPerKB")] = None
    """
    Fee rate, in nanos per 1,000 bytes. The node raises it to the lowest that the network takes, so 0 will do.
    """


class TxnConstructionParamsResponse(Model):
    """
    What is needed to construct a transaction locally.
    """

    fee_rate_nanos_per_kb: Annotated[Uint64, Field(alias="FeeRateNanosPerKB")]
    """
    Fee rate, in nanos per 1,000 bytes.
    """
    block_height: Annotated[Uint64, Field(alias="BlockHeight")]
    """
    Present height.
    """


TxnStatus = TypeAliasType("TxnStatus", Literal["", "InMempool", "Committed"])
"""
Where to look for a transaction. InMempool, which an empty string means too: in the mempool or in the index. Committed: in the index only. Any other text is answered with 400.
"""


class GetTxnRequest(Model):
    """
    Which transaction to look for. Leniency: members that are not required take null as well, which counts as left out (so the node reads JSON; backend source).
    """

    txn_hash_hex: Annotated[HashHex, Field(alias="TxnHashHex")]
    """
    Final hash. The public documentation calls it TransactionHashHex, which a node answers with 400.
    """
    txn_status: Annotated[TxnStatus | None, Field(alias="TxnStatus")] = None
    """
    Where to look.
    """


class GetTxnResponse(Model):
    """
    Whether a transaction is known.
    """

    txn_found: Annotated[bool, Field(alias="TxnFound")]
    """
    Whether it was found.
    """


TxnHashHexes = TypeAliasType("TxnHashHexes", Annotated[list[HashHex], Field(max_length=500)])
"""
Up to 500 hashes.
"""


class GetTxnsResponse(Model):
    """
    Whether transactions are known.
    """

    txns_found: Annotated[dict[str, bool] | None, Field(alias="TxnsFound")]
    """
    By hash, whether it was found.
    """


class GetAppStateRequest(Model):
    """
    For whom to read the state. Leniency: members that are not required take null as well, which counts as left out (so the node reads JSON; backend source).
    """

    public_key_base58_check: Annotated[OptionalPublicKeyBase58Check | None, Field(alias="PublicKeyBase58Check")] = None
    """
    Account that asks; empty for nobody in particular.
    """


class CountryLevelSignUpBonus(Model):
    """
    Bonuses for new accounts of a country.
    """

    allow_custom_referral_amount: Annotated[bool, Field(alias="AllowCustomReferralAmount")]
    """
    Whether a referral may set its own bonus.
    """
    referral_amount_override_usd_cents: Annotated[Uint64, Field(alias="ReferralAmountOverrideUSDCents")]
    """
    Bonus, in US cents.
    """
    allow_custom_kickback_amount: Annotated[bool, Field(alias="AllowCustomKickbackAmount")]
    """
    Whether a referral may set its own bonus for the referrer.
    """
    kickback_amount_override_usd_cents: Annotated[Uint64, Field(alias="KickbackAmountOverrideUSDCents")]
    """
    Bonus for the referrer, in US cents.
    """


class DeSoNode(Model):
    """
    A node that is known by number.
    """

    name: Annotated[str, Field(alias="Name")]
    """
    Its name.
    """
    url: Annotated[str, Field(alias="URL")]
    """
    Its address.
    """
    owner: Annotated[PublicKeyText, Field(alias="Owner")]
    """
    Public key of its owner.
    """


HealthCheckResponse = TypeAliasType("HealthCheckResponse", Literal[200])
"""
The number 200.
"""


class GetCommittedTipBlockInfoResponse(Model):
    """
    The newest committed block.
    """

    height: Annotated[Uint64, Field(alias="Height")]
    """
    Its height.
    """
    hash: Annotated[HashBytes, Field(alias="Hash")]
    """
    Its hash, as numbers.
    """
    hash_hex: Annotated[HashHex, Field(alias="HashHex")]
    """
    Its hash, as hex.
    """
    latest_view: Annotated[Uint64, Field(alias="LatestView")]
    """
    Present view of the consensus.
    """


PostOrder = TypeAliasType("PostOrder", KnownPostOrder | str)
"""
Order of posts. Leniency: other texts are accepted, for a node is not known to refuse them.
"""


class GetSinglePostRequest(Model):
    """
    Which post to read, and how many comments. Leniency: members that are not required take null as well, which counts as left out (so the node reads JSON; backend source).
    """

    post_hash_hex: Annotated[HashHex, Field(alias="PostHashHex")]
    """
    Final hash of the post.
    """
    fetch_parents: Annotated[bool | None, Field(alias="FetchParents")] = None
    """
    Fill ParentPosts.
    """
    comment_offset: Annotated[Uint32 | None, Field(alias="CommentOffset")] = None
    """
    How many comments to skip.
    """
    comment_limit: Annotated[CommentLimit | None, Field(alias="CommentLimit")] = None
    """
    How many comments to return at most.
    """
    reader_public_key_base58_check: Annotated[
        OptionalPublicKeyBase58Check | None, Field(alias="ReaderPublicKeyBase58Check")
    ] = None
    """
    Account for which PostEntryReaderState is filled.
    """
    thread_level_limit: Annotated[ThreadLevelLimit | None, Field(alias="ThreadLevelLimit")] = None
    """
    How deep comments on comments go.
    """
    thread_leaf_limit: Annotated[Int32 | None, Field(alias="ThreadLeafLimit")] = None
    """
    How many comments to return for each comment.
    """
    load_author_thread: Annotated[bool | None, Field(alias="LoadAuthorThread")] = None
    """
    Prefer the comments of the author.
    """
    add_global_feed_bool: Annotated[bool | None, Field(alias="AddGlobalFeedBool")] = None
    """
    Fill InGlobalFeed and InHotFeed.
    """


ChatType = TypeAliasType("ChatType", KnownChatType | str)
"""
Kind of a thread.
"""


class GetBulkAccessGroupEntriesRequest(Model):
    """
    Which groups to read.
    """

    group_owner_and_group_key_name_pairs: Annotated[
        list[GroupOwnerAndGroupKeyNamePair], Field(alias="GroupOwnerAndGroupKeyNamePairs")
    ]
    """
    Their owners and names.
    """


class AccessGroupEntryResponse(Model):
    """
    An access group.
    """

    access_group_owner_public_key_base58_check: Annotated[
        PublicKeyText, Field(alias="AccessGroupOwnerPublicKeyBase58Check")
    ]
    """
    Its owner.
    """
    access_group_key_name: Annotated[str, Field(alias="AccessGroupKeyName")]
    """
    Its name; empty for the base key.
    """
    access_group_public_key_base58_check: Annotated[PublicKeyText, Field(alias="AccessGroupPublicKeyBase58Check")]
    """
    Its key.
    """
    extra_data: Annotated[dict[str, str] | None, Field(alias="ExtraData")]
    """
    Further keys and texts.
    """
    access_group_member_entry_response: Annotated[
        AccessGroupMemberEntryResponse | None, Field(alias="AccessGroupMemberEntryResponse")
    ]
    """
    The membership of the account that was asked about; null in a group of its own.
    """


GetAccessGroupMemberResponse = TypeAliasType("GetAccessGroupMemberResponse", AccessGroupMemberEntryResponse | None)
"""
A member, or null for an account that is none.
"""


AssociationOperation = TypeAliasType("AssociationOperation", KnownAssociationOperation | str)
"""
Operation with associations.
"""


AccessGroupOperation = TypeAliasType("AccessGroupOperation", KnownAccessGroupOperation | str)
"""
Operation with access groups.
"""


AccessGroupMemberOperation = TypeAliasType("AccessGroupMemberOperation", KnownAccessGroupMemberOperation | str)
"""
Operation with members of access groups.
"""


LockupOperation = TypeAliasType("LockupOperation", KnownLockupOperation | str)
"""
Operation with locked coins.
"""


class RecoverableSignature(Model):
    """
    Signature as nodes wrote it from 2023 to October 2024.
    """

    sign: Annotated[SignatureBody | None, Field(alias="Sign")]
    """
    Null before signing, else an object.
    """
    recovery_id: Annotated[Byte, Field(alias="RecoveryId")]
    """
    Which of the possible keys signed, for a derived key.
    """
    is_recoverable: Annotated[bool, Field(alias="IsRecoverable")]
    """
    Whether RecoveryId means something, that is, whether a derived key signed.
    """


class NewMessageMetadata(Model):
    """
    What such a transaction does.
    """

    sender_access_group_owner_public_key: Annotated[PublicKeyBytes, Field(alias="SenderAccessGroupOwnerPublicKey")]
    """
    The sender.
    """
    sender_access_group_key_name: Annotated[KeyNameBytes, Field(alias="SenderAccessGroupKeyName")]
    """
    Name of the sender's access group.
    """
    sender_access_group_public_key: Annotated[PublicKeyBytes, Field(alias="SenderAccessGroupPublicKey")]
    """
    Key of the sender's access group.
    """
    recipient_access_group_owner_public_key: Annotated[
        PublicKeyBytes, Field(alias="RecipientAccessGroupOwnerPublicKey")
    ]
    """
    The recipient, or the owner of the group.
    """
    recipient_access_group_key_name: Annotated[KeyNameBytes, Field(alias="RecipientAccessGroupKeyName")]
    """
    Name of the recipient's access group.
    """
    recipient_access_group_public_key: Annotated[PublicKeyBytes, Field(alias="RecipientAccessGroupPublicKey")]
    """
    Key of the recipient's access group.
    """
    encrypted_text: Annotated[Base64Bytes | None, Field(alias="EncryptedText")]
    """
    Content of the message.
    """
    timestamp_nanos: Annotated[Uint64, Field(alias="TimestampNanos")]
    """
    Time of the message, in nanoseconds since 1970. With sender and recipient it identifies the message. The documentation shows it rounded by a double.
    """
    new_message_type: Annotated[NewMessageType, Field(alias="NewMessageType")]
    """
    Direct or group.
    """
    new_message_operation: Annotated[NewMessageOperation, Field(alias="NewMessageOperation")]
    """
    New or changed.
    """


class AccessGroupMetadata(Model):
    """
    What such a transaction does.
    """

    access_group_owner_public_key: Annotated[PublicKeyBase64, Field(alias="AccessGroupOwnerPublicKey")]
    """
    Owner.
    """
    access_group_public_key: Annotated[PublicKeyBase64, Field(alias="AccessGroupPublicKey")]
    """
    Key of the group.
    """
    access_group_key_name: Annotated[Base64Bytes, Field(alias="AccessGroupKeyName")]
    """
    Name of the group.
    """
    access_group_operation_type: Annotated[AccessGroupOperationType, Field(alias="AccessGroupOperationType")]
    """
    New or changed.
    """


class AccessGroupMembersMetadata(Model):
    """
    What such a transaction does.
    """

    access_group_owner_public_key: Annotated[PublicKeyBase64, Field(alias="AccessGroupOwnerPublicKey")]
    """
    Owner of the group.
    """
    access_group_key_name: Annotated[Base64Bytes, Field(alias="AccessGroupKeyName")]
    """
    Name of the group.
    """
    access_group_members_list: Annotated[list[AccessGroupMemberMetadata] | None, Field(alias="AccessGroupMembersList")]
    """
    The members.
    """
    access_group_member_operation_type: Annotated[
        AccessGroupMemberOperationType, Field(alias="AccessGroupMemberOperationType")
    ]
    """
    What to do with them.
    """


class AuthorizeDerivedKeyMetadata(Model):
    """
    What such a transaction does.
    """

    derived_public_key: Annotated[PublicKeyBase64, Field(alias="DerivedPublicKey")]
    """
    The derived key. The public documentation shows an array of numbers, which nodes do not write.
    """
    expiration_block: Annotated[Uint64, Field(alias="ExpirationBlock")]
    """
    Height at which the key stops to be valid.
    """
    operation_type: Annotated[DerivedKeyOperation, Field(alias="OperationType")]
    """
    Whether to authorise or to withdraw.
    """
    access_signature: Annotated[Base64Bytes | None, Field(alias="AccessSignature")]
    """
    The owner's signature over key, expiry and limit.
    """


OtherTransactionType = TypeAliasType("OtherTransactionType", KnownOtherTransactionType | OtherTransactionType1)
"""
Type numbers without a schema of their own, and those that are still to come.
"""


class GetTxnsRequest(Model):
    """
    Which transactions to look for. Leniency: members that are not required take null as well, which counts as left out (so the node reads JSON; backend source).
    """

    txn_hash_hexes: Annotated[TxnHashHexes, Field(alias="TxnHashHexes")]
    """
    Final hashes.
    """
    txn_status: Annotated[TxnStatus | None, Field(alias="TxnStatus")] = None
    """
    Where to look.
    """


class GetPostsStatelessRequest(Model):
    """
    Which posts to read. Leniency: members that are not required take null as well, which counts as left out (so the node reads JSON; backend source).
    """

    post_hash_hex: Annotated[OptionalHashHex | None, Field(alias="PostHashHex")] = None
    """
    Post after which to begin. Needed when NumToFetch is 1.
    """
    reader_public_key_base58_check: Annotated[
        OptionalPublicKeyBase58Check | None, Field(alias="ReaderPublicKeyBase58Check")
    ] = None
    """
    Account for which PostEntryReaderState is filled.
    """
    order_by: Annotated[PostOrder | None, Field(alias="OrderBy")] = None
    """
    In which order.
    """
    start_tstamp_secs: Annotated[Uint64 | None, Field(alias="StartTstampSecs")] = None
    """
    Moment from which to begin, in seconds since 1970.
    """
    post_content: Annotated[str | None, Field(alias="PostContent")] = None
    """
    Text to search for.
    """
    num_to_fetch: Annotated[Int64 | None, Field(alias="NumToFetch")] = None
    """
    How many to return at most; 50 when left out.
    """
    fetch_subcomments: Annotated[bool | None, Field(alias="FetchSubcomments")] = None
    """
    Return comments on comments too.
    """
    get_posts_for_follow_feed: Annotated[bool | None, Field(alias="GetPostsForFollowFeed")] = None
    """
    Posts of the accounts that the reader follows.
    """
    get_posts_for_global_whitelist: Annotated[bool | None, Field(alias="GetPostsForGlobalWhitelist")] = None
    """
    Posts of this node's global feed.
    """
    get_posts_by_deso: Annotated[bool | None, Field(alias="GetPostsByDESO")] = None
    """
    Posts by the DESO that they earned.
    """
    get_posts_by_clout: Annotated[bool | None, Field(alias="GetPostsByClout")] = None
    """
    The same under its former name.
    """
    media_required: Annotated[bool | None, Field(alias="MediaRequired")] = None
    """
    Only posts with an image or a video.
    """
    only_nfts: Annotated[bool | None, Field(alias="OnlyNFTs")] = None
    """
    Only posts that are NFTs.
    """
    only_posts: Annotated[bool | None, Field(alias="OnlyPosts")] = None
    """
    No comments.
    """
    posts_by_deso_minutes_lookback: Annotated[Uint64 | None, Field(alias="PostsByDESOMinutesLookback")] = None
    """
    How far to look back for GetPostsByDESO, in minutes.
    """
    add_global_feed_bool: Annotated[bool | None, Field(alias="AddGlobalFeedBool")] = None
    """
    Fill InGlobalFeed and InHotFeed.
    """


class NewMessageEntryResponse(Model):
    """
    A message.
    """

    chat_type: Annotated[ChatType, Field(alias="ChatType")]
    """
    Whether it is direct or in a group.
    """
    sender_info: Annotated[AccessGroupInfo, Field(alias="SenderInfo")]
    """
    From which access group.
    """
    recipient_info: Annotated[AccessGroupInfo, Field(alias="RecipientInfo")]
    """
    To which access group.
    """
    message_info: Annotated[MessageInfo, Field(alias="MessageInfo")]
    """
    What it says.
    """


class GetAllUserAccessGroupsResponse(Model):
    """
    Groups of an account. Either list is absent when it would be empty.
    """

    access_groups_owned: Annotated[list[AccessGroupEntryResponse] | None, Field(alias="AccessGroupsOwned")] = None
    """
    Groups that it owns.
    """
    access_groups_member: Annotated[list[AccessGroupEntryResponse] | None, Field(alias="AccessGroupsMember")] = None
    """
    Groups that it is a member of.
    """


class GetBulkAccessGroupEntriesResponse(Model):
    """
    Groups found and not found.
    """

    access_group_entries: Annotated[list[AccessGroupEntryResponse] | None, Field(alias="AccessGroupEntries")]
    """
    The groups found.
    """
    pairs_not_found: Annotated[list[GroupOwnerAndGroupKeyNamePair] | None, Field(alias="PairsNotFound")]
    """
    Pairs for which there is no group.
    """


class AssociationLimitMapItem(Model):
    """
    How many operations with associations of one kind.
    """

    association_class: Annotated[str, Field(alias="AssociationClass")]
    """
    Associations with users or with posts, as a word.
    """
    association_type: Annotated[str, Field(alias="AssociationType")]
    """
    Type of association; empty for any.
    """
    app_scope_type: Annotated[str, Field(alias="AppScopeType")]
    """
    Whether one app is meant or any, as a word.
    """
    app_public_key_base58_check: Annotated[PublicKeyText, Field(alias="AppPublicKeyBase58Check")]
    """
    That app; empty for any.
    """
    association_operation: Annotated[AssociationOperation, Field(alias="AssociationOperation")]
    """
    Which operation.
    """
    op_count: Annotated[Uint64, Field(alias="OpCount")]
    """
    How many.
    """


class AccessGroupLimitMapItem(Model):
    """
    How many operations with access groups.
    """

    access_group_owner_public_key_base58_check: Annotated[
        PublicKeyText, Field(alias="AccessGroupOwnerPublicKeyBase58Check")
    ]
    """
    Owner of the groups.
    """
    scope_type: Annotated[str, Field(alias="ScopeType")]
    """
    Whether one group is meant or any, as a word.
    """
    access_group_key_name: Annotated[str, Field(alias="AccessGroupKeyName")]
    """
    That group; empty for any.
    """
    operation_type: Annotated[AccessGroupOperation, Field(alias="OperationType")]
    """
    Which operation.
    """
    op_count: Annotated[Uint64, Field(alias="OpCount")]
    """
    How many.
    """


class AccessGroupMemberLimitMapItem(Model):
    """
    How many operations with members of access groups.
    """

    access_group_owner_public_key_base58_check: Annotated[
        PublicKeyText, Field(alias="AccessGroupOwnerPublicKeyBase58Check")
    ]
    """
    Owner of the groups.
    """
    scope_type: Annotated[str, Field(alias="ScopeType")]
    """
    Whether one group is meant or any, as a word.
    """
    access_group_key_name: Annotated[str, Field(alias="AccessGroupKeyName")]
    """
    That group; empty for any.
    """
    operation_type: Annotated[AccessGroupMemberOperation, Field(alias="OperationType")]
    """
    Which operation.
    """
    op_count: Annotated[Uint64, Field(alias="OpCount")]
    """
    How many.
    """


class LockupLimitMapItem(Model):
    """
    How many operations with locked coins of a profile.
    """

    profile_public_key_base58_check: Annotated[PublicKeyText, Field(alias="ProfilePublicKeyBase58Check")]
    """
    The profile.
    """
    scope_type: Annotated[str, Field(alias="ScopeType")]
    """
    Whether one profile is meant or any, as a word.
    """
    operation: Annotated[LockupOperation, Field(alias="Operation")]
    """
    Which operation.
    """
    op_count: Annotated[Uint64, Field(alias="OpCount")]
    """
    How many.
    """


TransactionSignature = TypeAliasType("TransactionSignature", Base64Bytes | RecoverableSignature | SignatureScalars)
"""
Signature of a transaction. Since October 2024: its DER bytes as base64 (empty for none). From 2023 until then: an object with Sign, RecoveryId and IsRecoverable. Before that: an object with R and S.
"""


class TransactionSpendingLimit(Model):
    """
    Spending limit of a derived key. What is not counted is not allowed, unless IsUnlimited is true, which allows everything. A request may leave out any member.
    """

    global_deso_limit: Annotated[Uint64 | None, Field(alias="GlobalDESOLimit")] = None
    """
    DESO that may be spent in all, in nanos.
    """
    transaction_count_limit_map: Annotated[dict[str, Uint64] | None, Field(alias="TransactionCountLimitMap")] = None
    """
    How many transactions, by the word of their type such as SUBMIT_POST.
    """
    creator_coin_operation_limit_map: Annotated[
        dict[str, OperationLimits | None] | None, Field(alias="CreatorCoinOperationLimitMap")
    ] = None
    """
    How many operations with creator coins, by profile, then by any, buy, sell or transfer.
    """
    dao_coin_operation_limit_map: Annotated[
        dict[str, OperationLimits | None] | None, Field(alias="DAOCoinOperationLimitMap")
    ] = None
    """
    How many operations with tokens, by profile, then by any, mint, burn, disable_minting, update_transfer_restriction_status or transfer.
    """
    nft_operation_limit_map: Annotated[
        dict[str, NFTOperationLimits | None] | None, Field(alias="NFTOperationLimitMap")
    ] = None
    """
    How many operations with NFTs, by post hash, then by serial number, then by any, update, nft_bid, accept_nft_bid, transfer, burn or accept_nft_transfer.
    """
    dao_coin_limit_order_limit_map: Annotated[
        dict[str, OperationLimits | None] | None, Field(alias="DAOCoinLimitOrderLimitMap")
    ] = None
    """
    How many limit orders, by the key of the coin bought, then of the coin sold.
    """
    association_limit_map: Annotated[list[AssociationLimitMapItem] | None, Field(alias="AssociationLimitMap")] = None
    """
    How many operations with associations.
    """
    access_group_limit_map: Annotated[list[AccessGroupLimitMapItem] | None, Field(alias="AccessGroupLimitMap")] = None
    """
    How many operations with access groups.
    """
    access_group_member_limit_map: Annotated[
        list[AccessGroupMemberLimitMapItem] | None, Field(alias="AccessGroupMemberLimitMap")
    ] = None
    """
    How many operations with members of access groups.
    """
    stake_limit_map: Annotated[list[StakeLimitMapItem] | None, Field(alias="StakeLimitMap")] = None
    """
    How much may be staked.
    """
    unstake_limit_map: Annotated[list[UnstakeLimitMapItem] | None, Field(alias="UnstakeLimitMap")] = None
    """
    How much may be unstaked.
    """
    unlock_stake_limit_map: Annotated[list[UnlockStakeLimitMapItem] | None, Field(alias="UnlockStakeLimitMap")] = None
    """
    How often stake may be unlocked.
    """
    lockup_limit_map: Annotated[list[LockupLimitMapItem] | None, Field(alias="LockupLimitMap")] = None
    """
    How many operations with locked coins.
    """
    is_unlimited: Annotated[bool | None, Field(alias="IsUnlimited")] = None
    """
    Whether the key may do whatever its owner may.
    """


class TransactionBase(Model):
    """
    What all transactions have. The UTXO era (v0, which the documentation shows) has inputs, outputs with the change, and neither version, fee nor nonce. The balance model (v1, today) has no inputs, and these three. A node from before April 2023 leaves the three out; a later one writes them for a v0 transaction too.
    """

    txn_version: Annotated[Uint64 | None, Field(alias="TxnVersion")] = None
    """
    1 for the balance model, 0 for the UTXO era.
    """
    tx_inputs: Annotated[list[TransactionInput] | None, Field(alias="TxInputs")]
    """
    Outputs that are spent; null in the balance model.
    """
    tx_outputs: Annotated[list[TransactionOutput] | None, Field(alias="TxOutputs")]
    """
    Who receives how much; null when nobody does.
    """
    txn_fee_nanos: Annotated[Uint64 | None, Field(alias="TxnFeeNanos")] = None
    """
    Fee, in nanos.
    """
    txn_nonce: Annotated[TransactionNonce | None, Field(alias="TxnNonce")] = None
    """
    What makes the transaction unique; null in the UTXO era.
    """
    public_key: Annotated[PublicKeyBase64, Field(alias="PublicKey")]
    """
    Owner of the account, also when a derived key signs. 33 zero bytes in the atomic wrapper.
    """
    extra_data: Annotated[dict[str, Base64Bytes] | None, Field(alias="ExtraData")]
    """
    Further keys and values. With no keys: null for posts, follows, likes and whatever was submitted; an empty object for profiles, messages and access groups.
    """
    signature: Annotated[TransactionSignature | None, Field(alias="Signature")]
    """
    Signature. Null before signing, from 2021 to 2022 and today.
    """


class SubmitPostTransaction(TransactionBase):
    """
    A transaction that posts or edits.
    """

    txn_meta: Annotated[SubmitPostMetadata, Field(alias="TxnMeta")]
    """
    What the transaction does.
    """
    txn_type_json: Annotated[Literal[5], Field(alias="TxnTypeJSON")]
    """
    Type number.
    """


class UpdateProfileTransaction(TransactionBase):
    """
    A transaction that creates or changes a profile.
    """

    txn_meta: Annotated[UpdateProfileMetadata, Field(alias="TxnMeta")]
    """
    What the transaction does.
    """
    txn_type_json: Annotated[Literal[6], Field(alias="TxnTypeJSON")]
    """
    Type number.
    """


class FollowTransaction(TransactionBase):
    """
    A transaction that follows or unfollows.
    """

    txn_meta: Annotated[FollowMetadata, Field(alias="TxnMeta")]
    """
    What the transaction does.
    """
    txn_type_json: Annotated[Literal[9], Field(alias="TxnTypeJSON")]
    """
    Type number.
    """


class LikeTransaction(TransactionBase):
    """
    A transaction that likes a post or takes a like back.
    """

    txn_meta: Annotated[LikeMetadata, Field(alias="TxnMeta")]
    """
    What the transaction does.
    """
    txn_type_json: Annotated[Literal[10], Field(alias="TxnTypeJSON")]
    """
    Type number.
    """


class BasicTransferTransaction(TransactionBase):
    """
    A transaction that only pays its outputs. A tip is one, with ExtraData DiamondLevel and DiamondPostHash.
    """

    txn_meta: Annotated[BasicTransferMetadata, Field(alias="TxnMeta")]
    """
    What the transaction does.
    """
    txn_type_json: Annotated[Literal[2], Field(alias="TxnTypeJSON")]
    """
    Type number.
    """


class NewMessageTransaction(TransactionBase):
    """
    A transaction that sends or changes a message.
    """

    txn_meta: Annotated[NewMessageMetadata, Field(alias="TxnMeta")]
    """
    What the transaction does.
    """
    txn_type_json: Annotated[Literal[33], Field(alias="TxnTypeJSON")]
    """
    Type number.
    """


class AccessGroupTransaction(TransactionBase):
    """
    A transaction that creates or changes an access group.
    """

    txn_meta: Annotated[AccessGroupMetadata, Field(alias="TxnMeta")]
    """
    What the transaction does.
    """
    txn_type_json: Annotated[Literal[31], Field(alias="TxnTypeJSON")]
    """
    Type number.
    """


class AccessGroupMembersTransaction(TransactionBase):
    """
    A transaction that adds, changes or removes members of an access group.
    """

    txn_meta: Annotated[AccessGroupMembersMetadata, Field(alias="TxnMeta")]
    """
    What the transaction does.
    """
    txn_type_json: Annotated[Literal[32], Field(alias="TxnTypeJSON")]
    """
    Type number.
    """


class AuthorizeDerivedKeyTransaction(TransactionBase):
    """
    A transaction that authorises or withdraws a derived key.
    """

    txn_meta: Annotated[AuthorizeDerivedKeyMetadata, Field(alias="TxnMeta")]
    """
    What the transaction does.
    """
    txn_type_json: Annotated[Literal[22], Field(alias="TxnTypeJSON")]
    """
    Type number.
    """


class OtherTransaction(TransactionBase):
    """
    A transaction of a type that has no schema of its own here.
    """

    txn_meta: Annotated[OtherMetadata, Field(alias="TxnMeta")]
    """
    Metadata, as the node writes it.
    """
    txn_type_json: Annotated[OtherTransactionType, Field(alias="TxnTypeJSON")]
    """
    Type number.
    """


class UpdateProfileResponse(Model):
    """
    An unsigned transaction that creates or changes a profile.
    """

    total_input_nanos: Annotated[Uint64, Field(alias="TotalInputNanos")]
    """
    What the sender pays in all, in nanos. Balance model: outputs, fee and the cost of a new profile. UTXO era: the inputs, and so the change too.
    """
    change_amount_nanos: Annotated[Uint64, Field(alias="ChangeAmountNanos")]
    """
    What comes back to the sender, in nanos; 0 in the balance model.
    """
    fee_nanos: Annotated[Uint64, Field(alias="FeeNanos")]
    """
    Fee, in nanos.
    """
    transaction: Annotated[UpdateProfileTransaction, Field(alias="Transaction")]
    """
    The transaction as JSON. Do not trust it before it was compared with the bytes.
    """
    transaction_hex: Annotated[HexBytes, Field(alias="TransactionHex")]
    """
    Unsigned bytes of the transaction, as hex. Only these are signed.
    """
    txn_hash_hex: Annotated[HashHex, Field(alias="TxnHashHex")]
    """
    Hash of the unsigned bytes; signing changes it. submit-transaction gives the final one.
    """
    comp_profile_creation_txn_hash_hex: Annotated[
        OptionalHashHex | None, Field(alias="CompProfileCreationTxnHashHex")
    ] = None
    """
    Hash of the transaction by which the node paid for the profile; empty as a rule.
    """


class SubmitPostResponse(Model):
    """
    An unsigned transaction that posts or edits. There is no TxnHashHex; PostHashHex is that hash.
    """

    tstamp_nanos: Annotated[Uint64, Field(alias="TstampNanos")]
    """
    Time of the post as the node chose it, in nanoseconds since 1970. The documentation shows it rounded by a double.
    """
    post_hash_hex: Annotated[HashHex, Field(alias="PostHashHex")]
    """
    Hash of the unsigned bytes. The post will have another, that of the signed bytes.
    """
    total_input_nanos: Annotated[Uint64, Field(alias="TotalInputNanos")]
    """
    What the sender pays in all, in nanos. Balance model: outputs, fee and the cost of a new profile. UTXO era: the inputs, and so the change too.
    """
    change_amount_nanos: Annotated[Uint64, Field(alias="ChangeAmountNanos")]
    """
    What comes back to the sender, in nanos; 0 in the balance model.
    """
    fee_nanos: Annotated[Uint64, Field(alias="FeeNanos")]
    """
    Fee, in nanos.
    """
    transaction: Annotated[SubmitPostTransaction, Field(alias="Transaction")]
    """
    The transaction as JSON. Do not trust it before it was compared with the bytes.
    """
    transaction_hex: Annotated[HexBytes, Field(alias="TransactionHex")]
    """
    Unsigned bytes of the transaction, as hex. Only these are signed.
    """


class CreateFollowTxnStatelessResponse(Model):
    """
    An unsigned transaction that follows or unfollows.
    """

    total_input_nanos: Annotated[Uint64, Field(alias="TotalInputNanos")]
    """
    What the sender pays in all, in nanos. Balance model: outputs, fee and the cost of a new profile. UTXO era: the inputs, and so the change too.
    """
    change_amount_nanos: Annotated[Uint64, Field(alias="ChangeAmountNanos")]
    """
    What comes back to the sender, in nanos; 0 in the balance model.
    """
    fee_nanos: Annotated[Uint64, Field(alias="FeeNanos")]
    """
    Fee, in nanos.
    """
    transaction: Annotated[FollowTransaction, Field(alias="Transaction")]
    """
    The transaction as JSON. Do not trust it before it was compared with the bytes.
    """
    transaction_hex: Annotated[HexBytes, Field(alias="TransactionHex")]
    """
    Unsigned bytes of the transaction, as hex. Only these are signed.
    """


class CreateLikeStatelessResponse(Model):
    """
    An unsigned transaction that likes a post or takes a like back.
    """

    total_input_nanos: Annotated[Uint64, Field(alias="TotalInputNanos")]
    """
    What the sender pays in all, in nanos. Balance model: outputs, fee and the cost of a new profile. UTXO era: the inputs, and so the change too.
    """
    change_amount_nanos: Annotated[Uint64, Field(alias="ChangeAmountNanos")]
    """
    What comes back to the sender, in nanos; 0 in the balance model.
    """
    fee_nanos: Annotated[Uint64, Field(alias="FeeNanos")]
    """
    Fee, in nanos.
    """
    transaction: Annotated[LikeTransaction, Field(alias="Transaction")]
    """
    The transaction as JSON. Do not trust it before it was compared with the bytes.
    """
    transaction_hex: Annotated[HexBytes, Field(alias="TransactionHex")]
    """
    Unsigned bytes of the transaction, as hex. Only these are signed.
    """


class SendDiamondsResponse(Model):
    """
    An unsigned transaction that tips a post.
    """

    spend_amount_nanos: Annotated[Uint64, Field(alias="SpendAmountNanos")]
    """
    What the author of the post gets, in nanos.
    """
    total_input_nanos: Annotated[Uint64, Field(alias="TotalInputNanos")]
    """
    What the sender pays in all, in nanos. Balance model: outputs, fee and the cost of a new profile. UTXO era: the inputs, and so the change too.
    """
    change_amount_nanos: Annotated[Uint64, Field(alias="ChangeAmountNanos")]
    """
    What comes back to the sender, in nanos; 0 in the balance model.
    """
    fee_nanos: Annotated[Uint64, Field(alias="FeeNanos")]
    """
    Fee, in nanos.
    """
    transaction: Annotated[BasicTransferTransaction, Field(alias="Transaction")]
    """
    The transaction as JSON. Do not trust it before it was compared with the bytes.
    """
    transaction_hex: Annotated[HexBytes, Field(alias="TransactionHex")]
    """
    Unsigned bytes of the transaction, as hex. Only these are signed.
    """
    txn_hash_hex: Annotated[HashHex, Field(alias="TxnHashHex")]
    """
    Hash of the unsigned bytes; signing changes it. submit-transaction gives the final one.
    """


class SendNewMessageResponse(Model):
    """
    An unsigned transaction that sends or changes a message.
    """

    tstamp_nanos: Annotated[Uint64, Field(alias="TstampNanos")]
    """
    Always 0. The time of the message is Transaction.TxnMeta.TimestampNanos.
    """
    total_input_nanos: Annotated[Uint64, Field(alias="TotalInputNanos")]
    """
    What the sender pays in all, in nanos. Balance model: outputs, fee and the cost of a new profile. UTXO era: the inputs, and so the change too.
    """
    change_amount_nanos: Annotated[Uint64, Field(alias="ChangeAmountNanos")]
    """
    What comes back to the sender, in nanos; 0 in the balance model.
    """
    fee_nanos: Annotated[Uint64, Field(alias="FeeNanos")]
    """
    Fee, in nanos.
    """
    transaction: Annotated[NewMessageTransaction, Field(alias="Transaction")]
    """
    The transaction as JSON. Do not trust it before it was compared with the bytes.
    """
    transaction_hex: Annotated[HexBytes, Field(alias="TransactionHex")]
    """
    Unsigned bytes of the transaction, as hex. Only these are signed.
    """


class AccessGroupResponse(Model):
    """
    An unsigned transaction that creates or changes an access group.
    """

    total_input_nanos: Annotated[Uint64, Field(alias="TotalInputNanos")]
    """
    What the sender pays in all, in nanos. Balance model: outputs, fee and the cost of a new profile. UTXO era: the inputs, and so the change too.
    """
    change_amount_nanos: Annotated[Uint64, Field(alias="ChangeAmountNanos")]
    """
    What comes back to the sender, in nanos; 0 in the balance model.
    """
    fee_nanos: Annotated[Uint64, Field(alias="FeeNanos")]
    """
    Fee, in nanos.
    """
    transaction: Annotated[AccessGroupTransaction, Field(alias="Transaction")]
    """
    The transaction as JSON. Do not trust it before it was compared with the bytes.
    """
    transaction_hex: Annotated[HexBytes, Field(alias="TransactionHex")]
    """
    Unsigned bytes of the transaction, as hex. Only these are signed.
    """


class AccessGroupMembersResponse(Model):
    """
    An unsigned transaction that adds, changes or removes members.
    """

    total_input_nanos: Annotated[Uint64, Field(alias="TotalInputNanos")]
    """
    What the sender pays in all, in nanos. Balance model: outputs, fee and the cost of a new profile. UTXO era: the inputs, and so the change too.
    """
    change_amount_nanos: Annotated[Uint64, Field(alias="ChangeAmountNanos")]
    """
    What comes back to the sender, in nanos; 0 in the balance model.
    """
    fee_nanos: Annotated[Uint64, Field(alias="FeeNanos")]
    """
    Fee, in nanos.
    """
    transaction: Annotated[AccessGroupMembersTransaction, Field(alias="Transaction")]
    """
    The transaction as JSON. Do not trust it before it was compared with the bytes.
    """
    transaction_hex: Annotated[HexBytes, Field(alias="TransactionHex")]
    """
    Unsigned bytes of the transaction, as hex. Only these are signed.
    """


class AuthorizeDerivedKeyResponse(Model):
    """
    An unsigned transaction that authorises or withdraws a derived key.
    """

    spend_amount_nanos: Annotated[Uint64, Field(alias="SpendAmountNanos")]
    """
    What goes to others besides the fee, in nanos.
    """
    total_input_nanos: Annotated[Uint64, Field(alias="TotalInputNanos")]
    """
    What the sender pays in all, in nanos. Balance model: outputs, fee and the cost of a new profile. UTXO era: the inputs, and so the change too.
    """
    change_amount_nanos: Annotated[Uint64, Field(alias="ChangeAmountNanos")]
    """
    What comes back to the sender, in nanos; 0 in the balance model.
    """
    fee_nanos: Annotated[Uint64, Field(alias="FeeNanos")]
    """
    Fee, in nanos.
    """
    transaction: Annotated[AuthorizeDerivedKeyTransaction, Field(alias="Transaction")]
    """
    The transaction as JSON. Do not trust it before it was compared with the bytes.
    """
    transaction_hex: Annotated[HexBytes, Field(alias="TransactionHex")]
    """
    Unsigned bytes of the transaction, as hex. Only these are signed.
    """
    txn_hash_hex: Annotated[HashHex, Field(alias="TxnHashHex")]
    """
    Hash of the unsigned bytes; signing changes it. submit-transaction gives the final one.
    """


class GetAccessBytesRequest(Model):
    """
    A derived key, its expiry and its limit. Leniency: members that are not required take null as well, which counts as left out (so the node reads JSON; backend source).
    """

    derived_public_key_base58_check: Annotated[PublicKeyBase58Check, Field(alias="DerivedPublicKeyBase58Check")]
    """
    The derived key.
    """
    expiration_block: Annotated[Uint64 | None, Field(alias="ExpirationBlock")] = None
    """
    Height at which the key stops to be valid. Leniency: it may be left out, which a node reads as 0 (backend source); a key that ends there is never in force (inferred).
    """
    transaction_spending_limit: Annotated[TransactionSpendingLimit, Field(alias="TransactionSpendingLimit")]
    """
    The limit.
    """


class EncodeSpendingLimitRequest(Model):
    """
    A limit to encode.
    """

    transaction_spending_limit: Annotated[TransactionSpendingLimit, Field(alias="TransactionSpendingLimit")]
    """
    The limit.
    """


class TransactionSpendingLimitResponse(TransactionSpendingLimit):
    """
    Spending limit of a derived key, as a node writes it.
    """


InnerTransaction = TypeAliasType(
    "InnerTransaction",
    SubmitPostTransaction
    | UpdateProfileTransaction
    | FollowTransaction
    | LikeTransaction
    | BasicTransferTransaction
    | NewMessageTransaction
    | AccessGroupTransaction
    | AccessGroupMembersTransaction
    | AuthorizeDerivedKeyTransaction
    | OtherTransaction,
)
"""
A transaction as JSON, of any type but the atomic wrapper.
"""


class AtomicMetadata(Model):
    """
    What such a transaction does.
    """

    txns: Annotated[list[InnerTransaction] | None, Field(alias="Txns")]
    """
    The transactions.
    """


class CreateAtomicTxnsWrapperRequest(Model):
    """
    Transactions to wrap, in one of two forms. Members that are null or empty count as left out.
    """

    transactions: Annotated[list[InnerTransaction] | None, Field(alias="Transactions")] = None
    """
    The transactions as JSON, as constructing calls answer them.
    """
    extra_data: Annotated[dict[str, str] | None, Field(alias="ExtraData")] = None
    """
    Further keys and texts of the wrapper.
    """
    min_fee_rate_nanos_per_kb: Annotated[Uint64 | None, Field(alias="MinFeeRateNanosPerKB")] = None
    """
    Fee rate, in nanos per 1,000 bytes. The node raises it to the lowest that the network takes, so 0 will do.
    """
    unsigned_transaction_hexes: Annotated[list[HexBytes] | None, Field(alias="UnsignedTransactionHexes")] = None
    """
    The transactions as unsigned bytes, as hex.
    """


class UserDerivedKey(Model):
    """
    A derived key.
    """

    owner_public_key_base58_check: Annotated[PublicKeyText, Field(alias="OwnerPublicKeyBase58Check")]
    """
    Owner.
    """
    derived_public_key_base58_check: Annotated[PublicKeyText, Field(alias="DerivedPublicKeyBase58Check")]
    """
    The derived key.
    """
    expiration_block: Annotated[Uint64, Field(alias="ExpirationBlock")]
    """
    Height at which the key stops to be valid.
    """
    is_valid: Annotated[bool, Field(alias="IsValid")]
    """
    Whether it is in force; false when it was withdrawn.
    """
    extra_data: Annotated[dict[str, str] | None, Field(alias="ExtraData")] = None
    """
    Further keys and texts.
    """
    transaction_spending_limit: Annotated[
        TransactionSpendingLimitResponse | None, Field(alias="TransactionSpendingLimit")
    ] = None
    """
    Its limit.
    """
    memo: Annotated[str | None, Field(alias="Memo")] = None
    """
    Note that is stored with the key.
    """


class AtomicTransaction(TransactionBase):
    """
    A wrapper around transactions that succeed or fail together. It is not signed.
    """

    txn_meta: Annotated[AtomicMetadata, Field(alias="TxnMeta")]
    """
    What the transaction does.
    """
    txn_type_json: Annotated[Literal[44], Field(alias="TxnTypeJSON")]
    """
    Type number.
    """


class CreateAtomicTxnsWrapperResponse(Model):
    """
    A wrapper whose inner transactions are still to be signed.
    """

    transactions_wrapped: Annotated[Uint64, Field(alias="TransactionsWrapped")]
    """
    How many transactions.
    """
    total_fee_nanos: Annotated[Uint64, Field(alias="TotalFeeNanos")]
    """
    Sum of their fees, in nanos.
    """
    transaction: Annotated[AtomicTransaction | None, Field(alias="Transaction")]
    """
    The wrapper as JSON.
    """
    transaction_hex: Annotated[HexBytes, Field(alias="TransactionHex")]
    """
    The wrapper's bytes, as hex.
    """
    inner_transaction_hexes: Annotated[list[HexBytes] | None, Field(alias="InnerTransactionHexes")]
    """
    Unsigned bytes of the inner transactions, as hex. Sign each.
    """


class SubmitAtomicTransactionResponse(Model):
    """
    A wrapper that the node has accepted.
    """

    transaction: Annotated[AtomicTransaction | None, Field(alias="Transaction")]
    """
    The wrapper, read again from its bytes.
    """
    txn_hash_hex: Annotated[HashHex, Field(alias="TxnHashHex")]
    """
    Hash of the wrapper with its signed transactions.
    """
    transaction_id_base58_check: Annotated[str, Field(alias="TransactionIDBase58Check")]
    """
    The hash as text: base58check of the network's prefix and the hash.
    """


class GetSingleDerivedKeyResponse(Model):
    """
    A derived key.
    """

    derived_key: Annotated[UserDerivedKey | None, Field(alias="DerivedKey")]
    """
    The key.
    """


class GetUserDerivedKeysResponse(Model):
    """
    Derived keys of an account.
    """

    derived_keys: Annotated[dict[str, UserDerivedKey] | None, Field(alias="DerivedKeys")]
    """
    The keys by their address; an empty object when there are none.
    """


Transaction = TypeAliasType("Transaction", InnerTransaction | AtomicTransaction)
"""
A transaction as JSON. TxnTypeJSON says which one. The JSON stands beside the bytes and proves nothing about them, so check the bytes before signing.
"""


class TransactionFee(Model):
    """
    An output that a transaction gets besides its own, such as the fee of an app. It comes before the others.
    """

    public_key_base58_check: Annotated[PublicKeyBase58Check, Field(alias="PublicKeyBase58Check")]
    """
    Who receives it.
    """
    profile_entry_response: Annotated[ProfileEntryResponse | None, Field(alias="ProfileEntryResponse")] = None
    """
    Profile of the receiver. Only answers to administrators have it.
    """
    amount_nanos: Annotated[Uint64, Field(alias="AmountNanos")]
    """
    How much, in nanos.
    """


class UpdateProfileRequest(Model):
    """
    A new profile, or what to change in one. Leniency: members that are not required take null as well, which counts as left out (so the node reads JSON; backend source).
    """

    updater_public_key_base58_check: Annotated[PublicKeyBase58Check, Field(alias="UpdaterPublicKeyBase58Check")]
    """
    Account whose profile it is, which signs. The documentation misspells the member as UpdaterPublicKeyBase58Chck; a node ignores that spelling, and answers 400.
    """
    profile_public_key_base58_check: Annotated[
        OptionalPublicKeyBase58Check | None, Field(alias="ProfilePublicKeyBase58Check")
    ] = None
    """
    Empty, or the same as the updater. Another account's profile may be changed by the network's parameter updaters only. Leniency: documented as required, yet a node does not need it (backend source).
    """
    new_username: Annotated[Username | None, Field(alias="NewUsername")] = None
    """
    Name of the profile; needed when it is created. Empty leaves it as it is. Leniency: documented as required, yet a node does not need it for a change (backend source).
    """
    new_description: Annotated[ProfileDescription | None, Field(alias="NewDescription")] = None
    """
    Text about the account. Empty leaves it as it is. Leniency: documented as required, yet a node does not need it (backend source).
    """
    new_profile_pic: Annotated[ProfilePicture | None, Field(alias="NewProfilePic")] = None
    """
    Picture as a data URI. Empty leaves it as it is. The node scales it down, so the one in the transaction is another than the one sent. Leniency: documented as required, yet a node does not need it (backend source).
    """
    new_creator_basis_points: Annotated[BasisPoints, Field(alias="NewCreatorBasisPoints")]
    """
    Share of newly bought creator coins that goes to the account. Always written.
    """
    new_stake_multiple_basis_points: Annotated[
        StakeMultipleBasisPoints | None, Field(alias="NewStakeMultipleBasisPoints", deprecated=True)
    ] = None
    """
    Send 12,500. Documented as deprecated and optional, but always written: left out it becomes 0, and the transaction fails when it is submitted (RuleErrorProfileStakeMultipleSize). Leniency: it may be left out here, as documented.
    """
    is_hidden: Annotated[bool | None, Field(alias="IsHidden", deprecated=True)] = None
    """
    Whether the profile is hidden. Always written; false when left out. Documented as deprecated, without a date or a successor.
    """
    extra_data: Annotated[dict[str, str] | None, Field(alias="ExtraData")] = None
    """
    Further keys and texts of the profile, merged into those that it has. An empty text is stored and does not remove the key.
    """
    min_fee_rate_nanos_per_kb: Annotated[Uint64 | None, Field(alias="MinFeeRateNanosPerKB")] = None
    """
    Fee rate, in nanos per 1,000 bytes. The node raises it to the lowest that the network takes, so 0 will do. Leniency: documented as required, yet a node does not need it (backend source).
    """
    transaction_fees: Annotated[list[TransactionFee] | None, Field(alias="TransactionFees")] = None
    """
    Outputs that the transaction is to have besides its own, before the others.
    """
    optional_preceding_transactions: Annotated[
        list[InnerTransaction] | None, Field(alias="OptionalPrecedingTransactions")
    ] = None
    """
    Transactions to count as done when this one is constructed. Nodes refuse any number above 0 unless they are configured to take them.
    """


class GetSingleProfileResponse(Model):
    """
    A profile.
    """

    profile: Annotated[ProfileEntryResponse | None, Field(alias="Profile")]
    """
    The profile.
    """
    is_blacklisted: Annotated[bool, Field(alias="IsBlacklisted")]
    """
    Whether this node hides the account everywhere.
    """
    is_graylisted: Annotated[bool, Field(alias="IsGraylisted")]
    """
    Whether this node leaves the account out of its feeds.
    """


class ProfileEntryResponse(Model):
    """
    A profile. Leniency: today a node writes every member that is not said to be absent; only some are required here, so that answers of older nodes pass (inferred from the former names that are still written).
    """

    public_key_base58_check: Annotated[PublicKeyText, Field(alias="PublicKeyBase58Check")]
    """
    Key of the account.
    """
    username: Annotated[str, Field(alias="Username")]
    """
    Name of the profile.
    """
    description: Annotated[str, Field(alias="Description")]
    """
    Text about the account.
    """
    is_hidden: Annotated[bool, Field(alias="IsHidden")]
    """
    Whether the owner hides it.
    """
    is_reserved: Annotated[bool, Field(alias="IsReserved")]
    """
    Whether the name was reserved for somebody.
    """
    is_verified: Annotated[bool, Field(alias="IsVerified")]
    """
    Whether this node says that the account is who it says.
    """
    comments: Annotated[list[PostEntryResponse] | None, Field(alias="Comments")] = None
    """
    Comments of the account; null in most answers.
    """
    posts: Annotated[list[PostEntryResponse] | None, Field(alias="Posts")] = None
    """
    Posts of the account; null in most answers.
    """
    coin_entry: Annotated[CoinEntryResponse | None, Field(alias="CoinEntry")]
    """
    The account's creator coin.
    """
    dao_coin_entry: Annotated[DAOCoinEntryResponse | None, Field(alias="DAOCoinEntry")] = None
    """
    The account's DeSo token.
    """
    coin_price_deso_nanos: Annotated[Uint64 | None, Field(alias="CoinPriceDeSoNanos")] = None
    """
    Price of a creator coin, in nanos.
    """
    coin_price_bit_clout_nanos: Annotated[Uint64 | None, Field(alias="CoinPriceBitCloutNanos")] = None
    """
    The same under its former name.
    """
    users_that_hodl: Annotated[list[BalanceEntryResponse] | None, Field(alias="UsersThatHODL")] = None
    """
    Who holds the creator coin; null in most answers.
    """
    is_featured_tutorial_well_known_creator: Annotated[
        bool | None, Field(alias="IsFeaturedTutorialWellKnownCreator")
    ] = None
    """
    Whether this node's tutorial shows the account as well known.
    """
    is_featured_tutorial_up_and_coming_creator: Annotated[
        bool | None, Field(alias="IsFeaturedTutorialUpAndComingCreator")
    ] = None
    """
    Whether this node's tutorial shows the account as coming up.
    """
    extra_data: Annotated[dict[str, str] | None, Field(alias="ExtraData")] = None
    """
    Further keys and texts.
    """
    deso_balance_nanos: Annotated[Uint64 | None, Field(alias="DESOBalanceNanos")] = None
    """
    Balance of the account, in nanos.
    """
    best_exchange_rate_deso_per_dao_coin: Annotated[float | None, Field(alias="BestExchangeRateDESOPerDAOCoin")] = None
    """
    Best price of the token in DESO.
    """


class SubmitPostRequest(Model):
    """
    A post, comment, repost, edit or removal. Leniency: members that are not required take null as well, which counts as left out (so the node reads JSON; backend source).
    """

    updater_public_key_base58_check: Annotated[PublicKeyBase58Check, Field(alias="UpdaterPublicKeyBase58Check")]
    """
    Author, who signs. The documentation misspells the member as UpdaterPulicKeyBase58Check; a node ignores that spelling, and answers 400.
    """
    post_hash_hex_to_modify: Annotated[OptionalHashHex | None, Field(alias="PostHashHexToModify")] = None
    """
    Post to edit or hide. Empty for a new post.
    """
    parent_stake_id: Annotated[ParentStakeID | None, Field(alias="ParentStakeID")] = None
    """
    Post that is commented on. Has no effect on an edit.
    """
    body_obj: Annotated[SubmitPostBody | None, Field(alias="BodyObj")] = None
    """
    Content of the post. Needed unless a post is edited. Leniency: documented as required, yet a node does not need it when PostHashHexToModify is given (backend source).
    """
    reposted_post_hash_hex: Annotated[OptionalHashHex | None, Field(alias="RepostedPostHashHex")] = None
    """
    Post to repost, or to quote when there is a body. Not together with PostHashHexToModify.
    """
    post_extra_data: Annotated[dict[str, str] | None, Field(alias="PostExtraData")] = None
    """
    Further keys and texts, merged into those that the post has; in an edit an empty text removes the key.
    """
    is_hidden: Annotated[bool | None, Field(alias="IsHidden")] = None
    """
    Whether the post is hidden; false when left out, in an edit as well. Hiding is how a post is deleted.
    """
    is_frozen: Annotated[bool | None, Field(alias="IsFrozen")] = None
    """
    Whether the post can never be changed again; false when left out.
    """
    min_fee_rate_nanos_per_kb: Annotated[Uint64 | None, Field(alias="MinFeeRateNanosPerKB")] = None
    """
    Fee rate, in nanos per 1,000 bytes. The node raises it to the lowest that the network takes, so 0 will do. Leniency: documented as required, yet a node does not need it (backend source).
    """
    transaction_fees: Annotated[list[TransactionFee] | None, Field(alias="TransactionFees")] = None
    """
    Outputs that the transaction is to have besides its own, before the others.
    """
    in_tutorial: Annotated[bool | None, Field(alias="InTutorial")] = None
    """
    Have the node check that the account is at this step of its tutorial.
    """
    optional_preceding_transactions: Annotated[
        list[InnerTransaction] | None, Field(alias="OptionalPrecedingTransactions")
    ] = None
    """
    Transactions to count as done when this one is constructed. Nodes refuse any number above 0 unless they are configured to take them.
    """


class GetPostsStatelessResponse(Model):
    """
    Posts.
    """

    posts_found: Annotated[list[PostEntryResponse] | None, Field(alias="PostsFound")]
    """
    The posts; an empty list when nothing matches.
    """


class GetSinglePostResponse(Model):
    """
    A post.
    """

    post_found: Annotated[PostEntryResponse | None, Field(alias="PostFound")]
    """
    The post.
    """


class PostEntryResponse(Model):
    """
    A post. Leniency: today a node writes every member that is not said to be absent; only some are required here, so that answers of older nodes pass (inferred from the former names that are still written).
    """

    post_hash_hex: Annotated[HashHex, Field(alias="PostHashHex")]
    """
    Final hash of the post, that of the signed transaction.
    """
    poster_public_key_base58_check: Annotated[PublicKeyText, Field(alias="PosterPublicKeyBase58Check")]
    """
    Author.
    """
    parent_stake_id: Annotated[str, Field(alias="ParentStakeID")]
    """
    Hash of the post that this is a comment on; empty for none.
    """
    body: Annotated[str, Field(alias="Body")]
    """
    The text.
    """
    image_urls: Annotated[list[str] | None, Field(alias="ImageURLs")]
    """
    Addresses of images.
    """
    video_urls: Annotated[list[str] | None, Field(alias="VideoURLs")] = None
    """
    Addresses of videos.
    """
    reposted_post_entry_response: Annotated[PostEntryResponse | None, Field(alias="RepostedPostEntryResponse")] = None
    """
    Post that this one reposts or quotes.
    """
    creator_basis_points: Annotated[Uint64 | None, Field(alias="CreatorBasisPoints")] = None
    """
    Without meaning today.
    """
    stake_multiple_basis_points: Annotated[Uint64 | None, Field(alias="StakeMultipleBasisPoints")] = None
    """
    Without meaning today.
    """
    timestamp_nanos: Annotated[Uint64, Field(alias="TimestampNanos")]
    """
    When it was posted, in nanoseconds since 1970.
    """
    is_hidden: Annotated[bool, Field(alias="IsHidden")]
    """
    Whether the author hides it.
    """
    confirmation_block_height: Annotated[Uint32, Field(alias="ConfirmationBlockHeight")]
    """
    Height of its block.
    """
    in_mempool: Annotated[bool, Field(alias="InMempool")]
    """
    Whether it waits for a block.
    """
    profile_entry_response: Annotated[ProfileEntryResponse | None, Field(alias="ProfileEntryResponse")] = None
    """
    Profile of the author.
    """
    comments: Annotated[list[PostEntryResponse] | None, Field(alias="Comments")] = None
    """
    Comments on it.
    """
    like_count: Annotated[Uint64, Field(alias="LikeCount")]
    """
    How many like it.
    """
    diamond_count: Annotated[Uint64, Field(alias="DiamondCount")]
    """
    Sum of the levels of diamonds given.
    """
    post_entry_reader_state: Annotated[PostEntryReaderState | None, Field(alias="PostEntryReaderState")] = None
    """
    What the reader did with it; null without a reader.
    """
    in_global_feed: Annotated[bool | None, Field(alias="InGlobalFeed")] = None
    """
    Whether it is in this node's global feed; absent unless AddGlobalFeedBool was sent.
    """
    in_hot_feed: Annotated[bool | None, Field(alias="InHotFeed")] = None
    """
    Whether it is in this node's hot feed; absent unless AddGlobalFeedBool was sent.
    """
    is_pinned: Annotated[bool | None, Field(alias="IsPinned")] = None
    """
    Whether it is pinned to the global feed.
    """
    post_extra_data: Annotated[dict[str, str] | None, Field(alias="PostExtraData")] = None
    """
    Further keys and texts.
    """
    comment_count: Annotated[Uint64, Field(alias="CommentCount")]
    """
    How many comments it has.
    """
    repost_count: Annotated[Uint64 | None, Field(alias="RepostCount")] = None
    """
    How many plain reposts it has.
    """
    quote_repost_count: Annotated[Uint64 | None, Field(alias="QuoteRepostCount")] = None
    """
    How many quotes it has.
    """
    parent_posts: Annotated[list[PostEntryResponse] | None, Field(alias="ParentPosts")] = None
    """
    Posts above it, when FetchParents was sent.
    """
    is_nft: Annotated[bool | None, Field(alias="IsNFT")] = None
    """
    Whether it is an NFT.
    """
    is_frozen: Annotated[bool | None, Field(alias="IsFrozen")] = None
    """
    Whether it can never be changed again.
    """
    num_nft_copies: Annotated[Uint64 | None, Field(alias="NumNFTCopies")] = None
    """
    Copies of the NFT.
    """
    num_nft_copies_for_sale: Annotated[Uint64 | None, Field(alias="NumNFTCopiesForSale")] = None
    """
    Copies for sale.
    """
    num_nft_copies_burned: Annotated[Uint64 | None, Field(alias="NumNFTCopiesBurned")] = None
    """
    Copies that were destroyed.
    """
    has_unlockable: Annotated[bool | None, Field(alias="HasUnlockable")] = None
    """
    Whether the NFT has content for its owner only.
    """
    nft_royalty_to_creator_basis_points: Annotated[Uint64 | None, Field(alias="NFTRoyaltyToCreatorBasisPoints")] = None
    """
    Royalty to the author, in basis points.
    """
    nft_royalty_to_coin_basis_points: Annotated[Uint64 | None, Field(alias="NFTRoyaltyToCoinBasisPoints")] = None
    """
    Royalty to holders of the author's coin, in basis points.
    """
    additional_deso_royalties_map: Annotated[dict[str, Uint64] | None, Field(alias="AdditionalDESORoyaltiesMap")] = None
    """
    Royalties to further accounts, in basis points by public key.
    """
    additional_coin_royalties_map: Annotated[dict[str, Uint64] | None, Field(alias="AdditionalCoinRoyaltiesMap")] = None
    """
    Royalties to further accounts' coins, in basis points by public key.
    """
    diamonds_from_sender: Annotated[Uint64 | None, Field(alias="DiamondsFromSender")] = None
    """
    Level of diamonds from the sender that was asked about.
    """
    hotness_score: Annotated[Uint64 | None, Field(alias="HotnessScore")] = None
    """
    Score in this node's hot feed.
    """
    post_multiplier: Annotated[float | None, Field(alias="PostMultiplier")] = None
    """
    Factor of that score.
    """
    reclout_count: Annotated[Uint64 | None, Field(alias="RecloutCount")] = None
    """
    RepostCount under its former name.
    """
    quote_reclout_count: Annotated[Uint64 | None, Field(alias="QuoteRecloutCount")] = None
    """
    QuoteRepostCount under its former name.
    """
    reclouted_post_entry_response: Annotated[PostEntryResponse | None, Field(alias="RecloutedPostEntryResponse")] = None
    """
    RepostedPostEntryResponse under its former name.
    """


class CreateFollowTxnStatelessRequest(Model):
    """
    Who follows whom. There is no ExtraData. Leniency: members that are not required take null as well, which counts as left out (so the node reads JSON; backend source).
    """

    follower_public_key_base58_check: Annotated[PublicKeyBase58Check, Field(alias="FollowerPublicKeyBase58Check")]
    """
    Account that follows, which signs.
    """
    followed_public_key_base58_check: Annotated[PublicKeyBase58Check, Field(alias="FollowedPublicKeyBase58Check")]
    """
    Account to follow.
    """
    is_unfollow: Annotated[bool | None, Field(alias="IsUnfollow")] = None
    """
    Whether to stop following; false when left out. Leniency: documented as required, yet a node does not need it (backend source).
    """
    min_fee_rate_nanos_per_kb: Annotated[Uint64 | None, Field(alias="MinFeeRateNanosPerKB")] = None
    """
    Fee rate, in nanos per 1,000 bytes. The node raises it to the lowest that the network takes, so 0 will do. Leniency: documented as required, yet a node does not need it (backend source).
    """
    transaction_fees: Annotated[list[TransactionFee] | None, Field(alias="TransactionFees")] = None
    """
    Outputs that the transaction is to have besides its own, before the others.
    """


class CreateLikeStatelessRequest(Model):
    """
    Who likes which post. Leniency: members that are not required take null as well, which counts as left out (so the node reads JSON; backend source).
    """

    reader_public_key_base58_check: Annotated[PublicKeyBase58Check, Field(alias="ReaderPublicKeyBase58Check")]
    """
    Account that likes, which signs.
    """
    liked_post_hash_hex: Annotated[HashHex, Field(alias="LikedPostHashHex")]
    """
    Post to like.
    """
    is_unlike: Annotated[bool | None, Field(alias="IsUnlike")] = None
    """
    Whether to take the like back; false when left out. Leniency: documented as required, yet a node does not need it (backend source).
    """
    min_fee_rate_nanos_per_kb: Annotated[Uint64 | None, Field(alias="MinFeeRateNanosPerKB")] = None
    """
    Fee rate, in nanos per 1,000 bytes. The node raises it to the lowest that the network takes, so 0 will do. Leniency: documented as required, yet a node does not need it (backend source).
    """
    transaction_fees: Annotated[list[TransactionFee] | None, Field(alias="TransactionFees")] = None
    """
    Outputs that the transaction is to have besides its own, before the others. The documentation misspells it TrasactionFees for likes.
    """


class SendDiamondsRequest(Model):
    """
    Who tips which post, and how much. Leniency: members that are not required take null as well, which counts as left out (so the node reads JSON; backend source).
    """

    sender_public_key_base58_check: Annotated[PublicKeyBase58Check, Field(alias="SenderPublicKeyBase58Check")]
    """
    Account that pays, which signs.
    """
    receiver_public_key_base58_check: Annotated[PublicKeyBase58Check, Field(alias="ReceiverPublicKeyBase58Check")]
    """
    Meant receiver, another than the sender. The amount goes to the author of the post all the same.
    """
    diamond_post_hash_hex: Annotated[HashHex, Field(alias="DiamondPostHashHex")]
    """
    Post to tip.
    """
    diamond_level: Annotated[DiamondLevel, Field(alias="DiamondLevel")]
    """
    Level to reach.
    """
    extra_data: Annotated[dict[str, str] | None, Field(alias="ExtraData")] = None
    """
    Further keys and texts.
    """
    min_fee_rate_nanos_per_kb: Annotated[Uint64 | None, Field(alias="MinFeeRateNanosPerKB")] = None
    """
    Fee rate, in nanos per 1,000 bytes. The node raises it to the lowest that the network takes, so 0 will do. Leniency: documented as required, yet a node does not need it (backend source).
    """
    transaction_fees: Annotated[list[TransactionFee] | None, Field(alias="TransactionFees")] = None
    """
    Outputs that the transaction is to have besides its own, before the others.
    """
    in_tutorial: Annotated[bool | None, Field(alias="InTutorial")] = None
    """
    Have the node check that the account is at this step of its tutorial.
    """


class SendNewMessageRequest(Model):
    """
    A message from one access group to another. Leniency: members that are not required take null as well, which counts as left out (so the node reads JSON; backend source).
    """

    sender_access_group_owner_public_key_base58_check: Annotated[
        PublicKeyBase58Check, Field(alias="SenderAccessGroupOwnerPublicKeyBase58Check")
    ]
    """
    Account that sends, which signs. Documented without the ending Base58Check for some of the four message calls; a node wants it in all.
    """
    sender_access_group_public_key_base58_check: Annotated[
        PublicKeyBase58Check, Field(alias="SenderAccessGroupPublicKeyBase58Check")
    ]
    """
    Key of the sender's access group; the owner's own key when the name is empty. Documented without the ending Base58Check for the updates.
    """
    sender_access_group_key_name: Annotated[AccessGroupKeyName | None, Field(alias="SenderAccessGroupKeyName")] = None
    """
    Name of the sender's access group. Leniency: documented as required, yet a node takes it as empty when left out (backend source).
    """
    recipient_access_group_owner_public_key_base58_check: Annotated[
        PublicKeyBase58Check, Field(alias="RecipientAccessGroupOwnerPublicKeyBase58Check")
    ]
    """
    Account that receives, or the owner of the group chat. In a direct message another than the sender. Documented without the ending Base58Check for the updates.
    """
    recipient_access_group_public_key_base58_check: Annotated[
        PublicKeyBase58Check, Field(alias="RecipientAccessGroupPublicKeyBase58Check")
    ]
    """
    Key of the recipient's access group, or of the group chat. Documented without the ending Base58Check for the updates.
    """
    recipient_access_group_key_name: Annotated[
        AccessGroupKeyName | None, Field(alias="RecipientAccessGroupKeyName")
    ] = None
    """
    Name of the recipient's access group, or of the group chat. Documented as RecipientAccessGroupKeyNameName for send-dm-message, a spelling that a node ignores. Leniency: documented as required, yet a node takes it as empty when left out (backend source).
    """
    encrypted_message_text: Annotated[MessageText, Field(alias="EncryptedMessageText")]
    """
    Content as hex. The documentation shows any text, which a node refuses.
    """
    timestamp_nanos_string: Annotated[str | None, Field(alias="TimestampNanosString")] = None
    """
    Has no effect here; only updates use it.
    """
    min_fee_rate_nanos_per_kb: Annotated[Uint64 | None, Field(alias="MinFeeRateNanosPerKB")] = None
    """
    Fee rate, in nanos per 1,000 bytes. The node raises it to the lowest that the network takes, so 0 will do. Leniency: documented as required, yet a node does not need it (backend source).
    """
    transaction_fees: Annotated[list[TransactionFee] | None, Field(alias="TransactionFees")] = None
    """
    Outputs that the transaction is to have besides its own, before the others.
    """
    extra_data: Annotated[dict[str, str] | None, Field(alias="ExtraData")] = None
    """
    Further keys and texts, such as unencrypted with the value 1.
    """


class UpdateMessageRequest(Model):
    """
    A new text for a message. Leniency: members that are not required take null as well, which counts as left out (so the node reads JSON; backend source).
    """

    sender_access_group_owner_public_key_base58_check: Annotated[
        PublicKeyBase58Check, Field(alias="SenderAccessGroupOwnerPublicKeyBase58Check")
    ]
    """
    Account that sends, which signs. Documented without the ending Base58Check for some of the four message calls; a node wants it in all.
    """
    sender_access_group_public_key_base58_check: Annotated[
        PublicKeyBase58Check, Field(alias="SenderAccessGroupPublicKeyBase58Check")
    ]
    """
    Key of the sender's access group; the owner's own key when the name is empty. Documented without the ending Base58Check for the updates.
    """
    sender_access_group_key_name: Annotated[AccessGroupKeyName | None, Field(alias="SenderAccessGroupKeyName")] = None
    """
    Name of the sender's access group. Leniency: documented as required, yet a node takes it as empty when left out (backend source).
    """
    recipient_access_group_owner_public_key_base58_check: Annotated[
        PublicKeyBase58Check, Field(alias="RecipientAccessGroupOwnerPublicKeyBase58Check")
    ]
    """
    Account that receives, or the owner of the group chat. In a direct message another than the sender. Documented without the ending Base58Check for the updates.
    """
    recipient_access_group_public_key_base58_check: Annotated[
        PublicKeyBase58Check, Field(alias="RecipientAccessGroupPublicKeyBase58Check")
    ]
    """
    Key of the recipient's access group, or of the group chat. Documented without the ending Base58Check for the updates.
    """
    recipient_access_group_key_name: Annotated[
        AccessGroupKeyName | None, Field(alias="RecipientAccessGroupKeyName")
    ] = None
    """
    Name of the recipient's access group, or of the group chat. Documented as RecipientAccessGroupKeyNameName for send-dm-message, a spelling that a node ignores. Leniency: documented as required, yet a node takes it as empty when left out (backend source).
    """
    encrypted_message_text: Annotated[MessageText, Field(alias="EncryptedMessageText")]
    """
    Content as hex. The documentation shows any text, which a node refuses.
    """
    timestamp_nanos_string: Annotated[TimestampText, Field(alias="TimestampNanosString")]
    """
    TimestampNanos of the message to change.
    """
    min_fee_rate_nanos_per_kb: Annotated[Uint64 | None, Field(alias="MinFeeRateNanosPerKB")] = None
    """
    Fee rate, in nanos per 1,000 bytes. The node raises it to the lowest that the network takes, so 0 will do.
    """
    transaction_fees: Annotated[list[TransactionFee] | None, Field(alias="TransactionFees")] = None
    """
    Outputs that the transaction is to have besides its own, before the others.
    """
    extra_data: Annotated[dict[str, str] | None, Field(alias="ExtraData")] = None
    """
    Further keys and texts, such as unencrypted with the value 1.
    """


class GetUserMessageThreadsResponse(Model):
    """
    Threads of an account.
    """

    message_threads: Annotated[list[NewMessageEntryResponse] | None, Field(alias="MessageThreads")]
    """
    Newest message of each thread, newest first; null when there are none.
    """
    public_key_to_profile_entry_response: Annotated[
        dict[str, ProfileEntryResponse | None] | None, Field(alias="PublicKeyToProfileEntryResponse")
    ]
    """
    Profiles by public key; null for an account without one.
    """


class GetPaginatedMessagesForDmThreadResponse(Model):
    """
    Messages between two accounts.
    """

    thread_messages: Annotated[list[NewMessageEntryResponse] | None, Field(alias="ThreadMessages")]
    """
    Messages, newest first; an empty list when there are none.
    """
    public_key_to_profile_entry_response: Annotated[
        dict[str, ProfileEntryResponse | None] | None, Field(alias="PublicKeyToProfileEntryResponse")
    ]
    """
    Profiles by public key; null for an account without one.
    """


class GetPaginatedMessagesForGroupChatThreadResponse(Model):
    """
    Messages of a group.
    """

    group_chat_messages: Annotated[list[NewMessageEntryResponse] | None, Field(alias="GroupChatMessages")]
    """
    Messages, newest first; an empty list when there are none.
    """
    public_key_to_profile_entry_response: Annotated[
        dict[str, ProfileEntryResponse | None] | None, Field(alias="PublicKeyToProfileEntryResponse")
    ]
    """
    Profiles by public key; null for an account without one.
    """


class AccessGroupRequest(Model):
    """
    An access group to create or change. Leniency: members that are not required take null as well, which counts as left out (so the node reads JSON; backend source).
    """

    access_group_owner_public_key_base58_check: Annotated[
        PublicKeyBase58Check, Field(alias="AccessGroupOwnerPublicKeyBase58Check")
    ]
    """
    Owner, who signs.
    """
    access_group_public_key_base58_check: Annotated[
        PublicKeyBase58Check, Field(alias="AccessGroupPublicKeyBase58Check")
    ]
    """
    Key of the group, another than the owner's.
    """
    access_group_key_name: Annotated[OwnAccessGroupKeyName, Field(alias="AccessGroupKeyName")]
    """
    Name of the group.
    """
    min_fee_rate_nanos_per_kb: Annotated[Uint64 | None, Field(alias="MinFeeRateNanosPerKB")] = None
    """
    Fee rate, in nanos per 1,000 bytes. The node raises it to the lowest that the network takes, so 0 will do.
    """
    transaction_fees: Annotated[list[TransactionFee] | None, Field(alias="TransactionFees")] = None
    """
    Outputs that the transaction is to have besides its own, before the others.
    """
    extra_data: Annotated[dict[str, str] | None, Field(alias="ExtraData")] = None
    """
    Further keys and texts.
    """
    optional_preceding_transactions: Annotated[
        list[InnerTransaction] | None, Field(alias="OptionalPrecedingTransactions")
    ] = None
    """
    Transactions to count as done when this one is constructed. Nodes refuse any number above 0 unless they are configured to take them.
    """


class AccessGroupMembersRequest(Model):
    """
    Members to add to a group, to change or to remove. Leniency: members that are not required take null as well, which counts as left out (so the node reads JSON; backend source).
    """

    access_group_owner_public_key_base58_check: Annotated[
        PublicKeyBase58Check, Field(alias="AccessGroupOwnerPublicKeyBase58Check")
    ]
    """
    Owner of the group, who signs.
    """
    access_group_key_name: Annotated[OwnAccessGroupKeyName, Field(alias="AccessGroupKeyName")]
    """
    Name of the group.
    """
    access_group_member_list: Annotated[list[AccessGroupMember], Field(alias="AccessGroupMemberList")]
    """
    The members.
    """
    min_fee_rate_nanos_per_kb: Annotated[Uint64 | None, Field(alias="MinFeeRateNanosPerKB")] = None
    """
    Fee rate, in nanos per 1,000 bytes. The node raises it to the lowest that the network takes, so 0 will do.
    """
    transaction_fees: Annotated[list[TransactionFee] | None, Field(alias="TransactionFees")] = None
    """
    Outputs that the transaction is to have besides its own, before the others.
    """
    extra_data: Annotated[dict[str, str] | None, Field(alias="ExtraData")] = None
    """
    Further keys and texts of the transaction.
    """
    optional_preceding_transactions: Annotated[
        list[InnerTransaction] | None, Field(alias="OptionalPrecedingTransactions")
    ] = None
    """
    Transactions to count as done when this one is constructed. Nodes refuse any number above 0 unless they are configured to take them.
    """


class GetPaginatedAccessGroupMembersResponse(Model):
    """
    Members of a group.
    """

    access_group_members_base58_check: Annotated[
        list[PublicKeyText] | None, Field(alias="AccessGroupMembersBase58Check")
    ]
    """
    Accounts of the members.
    """
    public_key_to_profile_entry_response: Annotated[
        dict[str, ProfileEntryResponse | None] | None, Field(alias="PublicKeyToProfileEntryResponse")
    ]
    """
    Profiles by public key; null for an account without one.
    """


class AuthorizeDerivedKeyRequest(Model):
    """
    A derived key to authorise or to withdraw. Leniency: members that are not required take null as well, which counts as left out (so the node reads JSON; backend source).
    """

    owner_public_key_base58_check: Annotated[PublicKeyBase58Check, Field(alias="OwnerPublicKeyBase58Check")]
    """
    Owner.
    """
    derived_public_key_base58_check: Annotated[PublicKeyBase58Check, Field(alias="DerivedPublicKeyBase58Check")]
    """
    The derived key.
    """
    expiration_block: Annotated[Uint64 | None, Field(alias="ExpirationBlock")] = None
    """
    Height at which the key stops to be valid. Leniency: it may be left out, which a node reads as 0 (backend source); a key that ends there is never in force (inferred).
    """
    access_signature: Annotated[OptionalHexBytes | None, Field(alias="AccessSignature")] = None
    """
    The owner's signature over the derived key, the expiry and the limit, as hex. The chain looks at it only when the derived key signs the transaction; when the owner does, it may be empty (core source).
    """
    delete_key: Annotated[bool | None, Field(alias="DeleteKey")] = None
    """
    Withdraw the key; false when left out.
    """
    derived_key_signature: Annotated[bool | None, Field(alias="DerivedKeySignature")] = None
    """
    Whether the derived key itself will sign the transaction; false when left out.
    """
    extra_data: Annotated[dict[str, str] | None, Field(alias="ExtraData")] = None
    """
    Further keys and texts.
    """
    transaction_spending_limit_hex: Annotated[OptionalHexBytes | None, Field(alias="TransactionSpendingLimitHex")] = (
        None
    )
    """
    The limit, encoded, as hex.
    """
    memo: Annotated[str | None, Field(alias="Memo")] = None
    """
    Note that is stored with the key.
    """
    app_name: Annotated[str | None, Field(alias="AppName")] = None
    """
    Name of the app that uses the key.
    """
    transaction_fees: Annotated[list[TransactionFee] | None, Field(alias="TransactionFees")] = None
    """
    Outputs that the transaction is to have besides its own, before the others.
    """
    min_fee_rate_nanos_per_kb: Annotated[Uint64 | None, Field(alias="MinFeeRateNanosPerKB")] = None
    """
    Fee rate, in nanos per 1,000 bytes. The node raises it to the lowest that the network takes, so 0 will do.
    """


class SubmitTransactionResponse(Model):
    """
    A transaction that the node has accepted. Nodes from before September 2022 leave TransactionIDBase58Check out.
    """

    transaction: Annotated[Transaction | None, Field(alias="Transaction")]
    """
    The transaction, read again from its bytes.
    """
    txn_hash_hex: Annotated[HashHex, Field(alias="TxnHashHex")]
    """
    Final hash, that of the signed bytes. For a post it is the post's hash.
    """
    transaction_id_base58_check: Annotated[str | None, Field(alias="TransactionIDBase58Check")] = None
    """
    The hash as text: base58check of the network's prefix and the hash.
    """
    post_entry_response: Annotated[PostEntryResponse | None, Field(alias="PostEntryResponse")] = None
    """
    The post, when the transaction was one, else null.
    """


class GetAppStateResponse(Model):
    """
    State and settings of a node. Leniency: today a node writes every member that is not said to be absent; only some are required here, so that answers of older nodes pass (inferred from the former names that are still written).
    """

    min_satoshis_burned_for_profile_creation: Annotated[
        Uint64 | None, Field(alias="MinSatoshisBurnedForProfileCreation")
    ] = None
    """
    Bitcoin that an account must have exchanged to create a profile for nothing, in satoshis.
    """
    block_height: Annotated[Uint32, Field(alias="BlockHeight")]
    """
    Present height.
    """
    is_testnet: Annotated[bool, Field(alias="IsTestnet")]
    """
    Whether the node belongs to the test network.
    """
    has_starter_deso_seed: Annotated[bool | None, Field(alias="HasStarterDeSoSeed")] = None
    """
    Whether the node gives new accounts some DESO.
    """
    has_twilio_api_key: Annotated[bool | None, Field(alias="HasTwilioAPIKey")] = None
    """
    Whether it verifies phone numbers.
    """
    create_profile_fee_nanos: Annotated[Uint64, Field(alias="CreateProfileFeeNanos")]
    """
    Price of a profile, in nanos.
    """
    comp_profile_creation: Annotated[bool | None, Field(alias="CompProfileCreation")] = None
    """
    Whether the node pays that for verified accounts.
    """
    diamond_level_map: Annotated[dict[str, Uint64] | None, Field(alias="DiamondLevelMap")]
    """
    Cost of diamonds in nanos, by level.
    """
    has_wyre_integration: Annotated[bool | None, Field(alias="HasWyreIntegration")] = None
    """
    Whether DESO can be bought through Wyre.
    """
    has_jumio_integration: Annotated[bool | None, Field(alias="HasJumioIntegration")] = None
    """
    Whether identities are verified through Jumio.
    """
    buy_with_eth: Annotated[bool | None, Field(alias="BuyWithETH")] = None
    """
    Whether DESO can be bought with ether.
    """
    usd_cents_per_deso_exchange_rate: Annotated[Uint64 | None, Field(alias="USDCentsPerDeSoExchangeRate")] = None
    """
    Price of one DESO at this node, in US cents.
    """
    usd_cents_per_deso_coinbase: Annotated[Uint64 | None, Field(alias="USDCentsPerDeSoCoinbase")] = None
    """
    Price of one DESO at Coinbase, in US cents.
    """
    usd_cents_per_deso_blockchain_dot_com: Annotated[Uint64 | None, Field(alias="USDCentsPerDeSoBlockchainDotCom")] = (
        None
    )
    """
    Price of one DESO at Blockchain.com, in US cents.
    """
    jumio_deso_nanos: Annotated[Uint64 | None, Field(alias="JumioDeSoNanos")] = None
    """
    Bonus for a verified identity, in nanos.
    """
    jumio_usd_cents: Annotated[Uint64 | None, Field(alias="JumioUSDCents")] = None
    """
    The same in US cents.
    """
    jumio_kickback_usd_cents: Annotated[Uint64 | None, Field(alias="JumioKickbackUSDCents")] = None
    """
    Bonus for who referred the account, in US cents.
    """
    country_sign_up_bonus: Annotated[CountryLevelSignUpBonus | None, Field(alias="CountrySignUpBonus")] = None
    """
    Bonuses by country.
    """
    captcha_deso_nanos: Annotated[Uint64 | None, Field(alias="CaptchaDeSoNanos")] = None
    """
    Bonus for a solved captcha, in nanos.
    """
    default_fee_rate_nanos_per_kb: Annotated[Uint64, Field(alias="DefaultFeeRateNanosPerKB")]
    """
    Lowest fee rate that the network takes, in nanos per 1,000 bytes.
    """
    transaction_fee_map: Annotated[dict[str, TransactionFeeList | None] | None, Field(alias="TransactionFeeMap")]
    """
    Outputs that the node adds to transactions, by the word of their type such as SUBMIT_POST.
    """
    buy_eth_address: Annotated[str | None, Field(alias="BuyETHAddress")] = None
    """
    Ethereum address to buy DESO at.
    """
    nodes: Annotated[dict[str, DeSoNode] | None, Field(alias="Nodes")] = None
    """
    Known nodes by number.
    """
    usd_cents_per_bit_clout_exchange_rate: Annotated[Uint64 | None, Field(alias="USDCentsPerBitCloutExchangeRate")] = (
        None
    )
    """
    USDCentsPerDeSoExchangeRate under its former name.
    """
    jumio_bit_clout_nanos: Annotated[Uint64 | None, Field(alias="JumioBitCloutNanos")] = None
    """
    JumioDeSoNanos under its former name.
    """


TransactionFeeList = TypeAliasType("TransactionFeeList", list[TransactionFee])
"""
Outputs that a node adds to a transaction.
"""


TransactionFee.model_rebuild()
GetSingleProfileResponse.model_rebuild()
ProfileEntryResponse.model_rebuild()
GetPostsStatelessResponse.model_rebuild()
GetSinglePostResponse.model_rebuild()
GetAppStateResponse.model_rebuild()
