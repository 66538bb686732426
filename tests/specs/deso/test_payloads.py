"""Near misses that DeSo's document refuses; it accepts the payloads that they are made of: ../test_payloads.py.

The documented ones are the samples of the public documentation, made valid JSON, with what is left out there filled in
from the bytes; the observed ones have the forms that nodes read and write, today and in the years since 2021.
"""

from __future__ import annotations

import pytest

from tests.specs.payloads import REMOVED, NearMiss, Payloads, changed, component_of, each_of

PAYLOADS = Payloads("deso")
DOCUMENT = PAYLOADS.document
load, validator = PAYLOADS.load, PAYLOADS.validator


def test_every_request_and_answer_has_a_payload() -> None:
    bodies = set()
    for item in DOCUMENT["paths"].values():
        for operation in item.values():
            parts = [operation.get("requestBody", {}), *operation["responses"].values()]
            media = [part["content"]["application/json"] for part in parts if "content" in part]
            bodies |= {entry["schema"]["$ref"].rpartition("/")[2] for entry in media}
    # Requests of one or two required members, whose examples in the document say all there is to say.
    bodies -= {name for name in bodies if name.startswith("Get") and name.endswith("Request")}
    bodies -= {"AppendExtraDataRequest", "SignatureIndexRequest", "CheckPartyAccessGroupsRequest"}
    assert bodies <= {component_of(case) for case in PAYLOADS.cases}


# What the fact sheet calls required, and nothing else; a node answers 400 without any of them.
REQUIRED = {
    "documented/UpdateProfileRequest/all_members": ["UpdaterPublicKeyBase58Check", "NewCreatorBasisPoints"],
    "documented/SubmitPostRequest/starred_members_only": ["UpdaterPublicKeyBase58Check", "BodyObj"],
    "documented/CreateFollowTxnStatelessRequest/all_members": [
        "FollowerPublicKeyBase58Check",
        "FollowedPublicKeyBase58Check",
    ],
    "documented/CreateLikeStatelessRequest/all_members": ["ReaderPublicKeyBase58Check", "LikedPostHashHex"],
    "documented/SendDiamondsRequest/all_members": [
        "SenderPublicKeyBase58Check",
        "ReceiverPublicKeyBase58Check",
        "DiamondPostHashHex",
        "DiamondLevel",
    ],
    "documented/SendNewMessageRequest/direct": [
        "SenderAccessGroupOwnerPublicKeyBase58Check",
        "SenderAccessGroupPublicKeyBase58Check",
        "RecipientAccessGroupOwnerPublicKeyBase58Check",
        "RecipientAccessGroupPublicKeyBase58Check",
        "EncryptedMessageText",
    ],
    "documented/UpdateMessageRequest/direct": [
        "SenderAccessGroupOwnerPublicKeyBase58Check",
        "SenderAccessGroupPublicKeyBase58Check",
        "RecipientAccessGroupOwnerPublicKeyBase58Check",
        "RecipientAccessGroupPublicKeyBase58Check",
        "EncryptedMessageText",
        "TimestampNanosString",
    ],
}


@pytest.mark.parametrize("case", REQUIRED)
def test_a_request_needs_what_a_node_needs_and_no_more(case: str) -> None:
    component, payload = component_of(case), load(case)
    refused = [name for name in payload if not validator(component).is_valid(changed(payload, f"/{name}", REMOVED))]
    assert sorted(refused) == sorted(REQUIRED[case])


@pytest.mark.parametrize("case", REQUIRED)
def test_null_stands_for_an_optional_member_only(case: str) -> None:
    component, payload = component_of(case), load(case)
    refused = [name for name in payload if not validator(component).is_valid(changed(payload, f"/{name}", None))]
    assert sorted(refused) == sorted(REQUIRED[case])


# A misspelling of the documentation is an unknown member to a node, and so the real one is missing.
MISSPELT = [
    ("documented/UpdateProfileRequest/all_members", "UpdaterPublicKeyBase58Check", "UpdaterPublicKeyBase58Chck"),
    ("documented/SubmitPostRequest/all_members", "UpdaterPublicKeyBase58Check", "UpdaterPulicKeyBase58Check"),
    (
        "documented/UpdateMessageRequest/direct",
        "SenderAccessGroupOwnerPublicKeyBase58Check",
        "SenderAccessGroupOwnerPublicKey",
    ),
    (
        "documented/UpdateMessageRequest/direct",
        "RecipientAccessGroupPublicKeyBase58Check",
        "RecipientAccessGroupPublicKey",
    ),
    ("observed/GetTxnRequest/any_place", "TxnHashHex", "TransactionHashHex"),
]


@pytest.mark.parametrize(("case", "right", "wrong"), MISSPELT, ids=[wrong for _, _, wrong in MISSPELT])
def test_a_misspelling_of_the_documentation_is_refused(case: str, right: str, wrong: str) -> None:
    payload = load(case)
    payload[wrong] = payload.pop(right)
    assert not validator(component_of(case)).is_valid(payload)


POST = "observed/SubmitPostResponse/v1"
NODE_FEE = "observed/SubmitPostResponse/v1_with_node_fee_and_source_largest_nonce"
LIKE = "observed/CreateLikeStatelessResponse/v1_unlike"
FOLLOW = "observed/CreateFollowTxnStatelessResponse/v1"
V0 = "documented/CreateFollowTxnStatelessResponse/follow"
MESSAGE = "observed/SendNewMessageResponse/v1_plain"
OLD_MESSAGE = "documented/SendNewMessageResponse/send_dm"
PROFILE = "observed/UpdateProfileResponse/v1_created"
MEMBERS = "observed/AccessGroupMembersResponse/v1_added"
DERIVED = "observed/AuthorizeDerivedKeyResponse/v1"
ATOMIC = "observed/CreateAtomicTxnsWrapperResponse/two"
SUBMITTED = "observed/SubmitTransactionResponse/post"
ASK_PROFILE = "documented/UpdateProfileRequest/all_members"
ASK_POST = "documented/SubmitPostRequest/all_members"
ASK_EDIT = "observed/SubmitPostRequest/edit_without_body"
ASK_FOLLOW = "documented/CreateFollowTxnStatelessRequest/all_members"
ASK_DIAMONDS = "documented/SendDiamondsRequest/all_members"
ASK_MESSAGE = "documented/SendNewMessageRequest/direct"
ASK_UPDATE = "documented/UpdateMessageRequest/direct"
ASK_MEMBERS = "observed/AccessGroupMembersRequest/two"
SUBMIT = "observed/SubmitTransactionRequest/signed"
SEPARATE = "observed/SubmitTransactionRequest/separate"
WRAP = "observed/CreateAtomicTxnsWrapperRequest/from_hex"
SUBMIT_ATOMIC = "observed/SubmitAtomicTransactionRequest/separate"
OWNER = "BC1YLh6hJmppbbbMhSLGLYfmZ6KCPxTzRyJZy49GwLhdaUq59hjLAPi"
PAST_64_BITS = 18446744073709551616
NEAR_MISSES: list[NearMiss] = [
    # Addresses.
    (ASK_FOLLOW, "/FollowedPublicKeyBase58Check", ""),
    (ASK_FOLLOW, "/FollowedPublicKeyBase58Check", OWNER[:-1]),
    (ASK_FOLLOW, "/FollowedPublicKeyBase58Check", OWNER + "i"),
    (ASK_FOLLOW, "/FollowedPublicKeyBase58Check", OWNER + "\n"),
    (ASK_FOLLOW, "/FollowedPublicKeyBase58Check", OWNER.replace("p", "0")),
    (ASK_FOLLOW, "/FollowedPublicKeyBase58Check", "bc6FZEdDKj1bHs2akNiaF5NDqCN4A8EbgUxz59qYcbqys14K9eL11"),
    (ASK_FOLLOW, "/FollowedPublicKeyBase58Check", "02bc10500ce2c8c959adf5f514e7225259018b40f5a426bbdd577b12fbde8bff7c"),
    (ASK_PROFILE, "/ProfilePublicKeyBase58Check", "testas"),
    # Fees.
    (ASK_FOLLOW, "/MinFeeRateNanosPerKB", -1),
    (ASK_FOLLOW, "/MinFeeRateNanosPerKB", PAST_64_BITS),
    (ASK_FOLLOW, "/MinFeeRateNanosPerKB", "1000"),
    (ASK_FOLLOW, "/MinFeeRateNanosPerKB", 0.5),
    (ASK_FOLLOW, "/TransactionFees", {}),
    (ASK_FOLLOW, "/TransactionFees/0", None),
    (ASK_FOLLOW, "/TransactionFees/0/AmountNanos", REMOVED),
    (ASK_FOLLOW, "/TransactionFees/0/AmountNanos", "1000"),
    (ASK_FOLLOW, "/TransactionFees/0/PublicKeyBase58Check", REMOVED),
    (ASK_FOLLOW, "/IsUnfollow", "true"),
    (ASK_FOLLOW, "/IsUnfollow", 0),
    # Profiles.
    (ASK_PROFILE, "/NewUsername", "a" * 26),
    (ASK_PROFILE, "/NewUsername", "weather station"),
    (ASK_PROFILE, "/NewUsername", "BC1weather"),
    (ASK_PROFILE, "/NewUsername", "tBCweather"),
    (ASK_PROFILE, "/NewDescription", "d" * 20001),
    (ASK_PROFILE, "/NewProfilePic", "https://images.example.com/roof.webp"),
    (ASK_PROFILE, "/NewProfilePic", "data:image/svg+xml;base64,PHN2Zz4="),
    (ASK_PROFILE, "/NewCreatorBasisPoints", 10001),
    (ASK_PROFILE, "/NewCreatorBasisPoints", -1),
    (ASK_PROFILE, "/NewCreatorBasisPoints", "1000"),
    (ASK_PROFILE, "/NewStakeMultipleBasisPoints", 0),
    (ASK_PROFILE, "/NewStakeMultipleBasisPoints", 10000),
    (ASK_PROFILE, "/NewStakeMultipleBasisPoints", 100001),
    (ASK_PROFILE, "/ExtraData", {"Station": 1}),
    (ASK_PROFILE, "/ExtraData", []),
    ("observed/GetSingleProfileRequest/by_name", "/Username", REMOVED),
    ("observed/GetSingleProfileRequest/by_name", "/Username", ""),
    ("observed/GetSingleProfileRequest/by_name", "/Username", None),
    ("observed/GetSingleProfileRequest/by_key_null_name", "/PublicKeyBase58Check", ""),
    ("observed/GetSingleProfileResponse/found", "/Profile", REMOVED),
    ("observed/GetSingleProfileResponse/found", "/IsBlacklisted", None),
    ("observed/GetSingleProfileResponse/found", "/Profile/Username", None),
    ("observed/GetSingleProfileResponse/found", "/Profile/CoinEntry/NumberOfHolders", "3"),
    ("observed/GetSingleProfileResponse/found", "/Profile/DAOCoinEntry/CoinsInCirculationNanos", 1000),
    ("observed/GetSingleProfileResponse/found", "/Profile/DAOCoinEntry/CoinsInCirculationNanos", "1000"),
    # Posts.
    (ASK_POST, "/PostHashHexToModify", "ef78"),
    (ASK_POST, "/PostHashHexToModify", "g" * 64),
    (ASK_POST, "/ParentStakeID", "a" * 63),
    (ASK_POST, "/BodyObj", "test"),
    (ASK_POST, "/BodyObj/Body", 1),
    (ASK_POST, "/BodyObj/ImageURLs", "https://images.example.com/roof.webp"),
    (ASK_POST, "/BodyObj/ImageURLs/0", None),
    (ASK_POST, "/PostExtraData", {"Node": 1}),
    (ASK_EDIT, "/PostHashHexToModify", ""),
    (ASK_EDIT, "/PostHashHexToModify", None),
    (ASK_EDIT, "/PostHashHexToModify", REMOVED),
    ("observed/GetSinglePostRequest/limits", "/CommentLimit", 31),
    ("observed/GetSinglePostRequest/limits", "/ThreadLevelLimit", 5),
    ("observed/GetSinglePostRequest/limits", "/ThreadLeafLimit", 2**31),
    ("observed/GetSinglePostRequest/limits", "/CommentOffset", 2**32),
    ("observed/GetSinglePostRequest/limits", "/CommentOffset", -1),
    ("observed/GetSinglePostRequest/limits", "/PostHashHex", ""),
    ("observed/GetSinglePostResponse/with_comment", "/PostFound", REMOVED),
    ("observed/GetSinglePostResponse/with_comment", "/PostFound/TimestampNanos", "1762300805123456789"),
    ("observed/GetSinglePostResponse/with_comment", "/PostFound/Comments/0/PostHashHex", REMOVED),
    ("observed/GetSinglePostResponse/with_comment", "/PostFound/ProfileEntryResponse", []),
    ("observed/GetPostsStatelessResponse/one", "/PostsFound", {}),
    # Diamonds.
    (ASK_DIAMONDS, "/DiamondLevel", 0),
    (ASK_DIAMONDS, "/DiamondLevel", 9),
    (ASK_DIAMONDS, "/DiamondLevel", "1"),
    ("observed/SendDiamondsResponse/v1_with_fee_output", "/SpendAmountNanos", REMOVED),
    ("observed/SendDiamondsResponse/v1_with_fee_output", "/Transaction/TxnTypeJSON", 5),
    # Messages.
    (ASK_MESSAGE, "/EncryptedMessageText", "See you at noon"),
    (ASK_MESSAGE, "/EncryptedMessageText", "abc"),
    (ASK_MESSAGE, "/EncryptedMessageText", "ab" * 10001),
    (ASK_MESSAGE, "/SenderAccessGroupKeyName", "n" * 33),
    (ASK_UPDATE, "/TimestampNanosString", ""),
    (ASK_UPDATE, "/TimestampNanosString", "0"),
    (ASK_UPDATE, "/TimestampNanosString", "18446744073709551616"),
    (ASK_UPDATE, "/TimestampNanosString", "1675454263701541993.0"),
    (ASK_UPDATE, "/TimestampNanosString", 1675454263701541993),
    (ASK_UPDATE, "/TimestampNanosString", "-1"),
    ("observed/GetPaginatedMessagesForDmThreadRequest/by_number", "/MaxMessagesToFetch", 0),
    ("observed/GetPaginatedMessagesForDmThreadRequest/by_number", "/MaxMessagesToFetch", REMOVED),
    ("observed/GetPaginatedMessagesForDmThreadRequest/by_number", "/StartTimestamp", PAST_64_BITS),
    ("observed/GetPaginatedMessagesForDmThreadRequest/by_number", "/StartTimestampString", "yesterday"),
    ("observed/GetUserMessageThreadsResponse/two", "/MessageThreads", REMOVED),
    ("observed/GetUserMessageThreadsResponse/two", "/MessageThreads/0/ChatType", 0),
    ("observed/GetUserMessageThreadsResponse/two", "/MessageThreads/0/MessageInfo/TimestampNanosString", 1),
    ("observed/GetUserMessageThreadsResponse/two", "/MessageThreads/0/MessageInfo/EncryptedText", "See you at noon"),
    ("observed/GetUserMessageThreadsResponse/two", "/MessageThreads/0/SenderInfo", None),
    # Access groups.
    ("observed/AccessGroupRequest/least", "/AccessGroupKeyName", ""),
    ("observed/AccessGroupRequest/least", "/AccessGroupKeyName", "n" * 33),
    ("observed/AccessGroupRequest/least", "/AccessGroupPublicKeyBase58Check", REMOVED),
    (ASK_MEMBERS, "/AccessGroupMemberList", REMOVED),
    (ASK_MEMBERS, "/AccessGroupMemberList/0/AccessGroupMemberPublicKeyBase58Check", ""),
    (ASK_MEMBERS, "/AccessGroupMemberList/0/EncryptedKey", "xyz"),
    ("observed/AccessGroupEntryResponse/member", "/ExtraData", REMOVED),
    ("observed/AccessGroupEntryResponse/member", "/AccessGroupMemberEntryResponse/EncryptedKey", None),
    ("observed/CheckPartyAccessGroupsResponse/one_missing", "/IsSenderAccessGroupKey", None),
    ("observed/GetAllUserAccessGroupsResponse/both", "/AccessGroupsOwned", {}),
    ("observed/GetAccessGroupMemberResponse/member", "", {}),
    # Numbers and hashes of construct answers.
    (POST, "/FeeNanos", REMOVED),
    (POST, "/FeeNanos", "211"),
    (POST, "/FeeNanos", -1),
    (POST, "/TotalInputNanos", PAST_64_BITS),
    (POST, "/ChangeAmountNanos", None),
    (POST, "/TstampNanos", 1.5),
    (POST, "/PostHashHex", ""),
    (POST, "/TransactionHex", REMOVED),
    (POST, "/TransactionHex", ""),
    (POST, "/TransactionHex", "000"),
    (POST, "/TransactionHex", "0x00"),
    (POST, "/Transaction", None),
    (POST, "/Transaction", REMOVED),
    (PROFILE, "/TxnHashHex", REMOVED),
    (PROFILE, "/CompProfileCreationTxnHashHex", None),
    # The transaction.
    (POST, "/Transaction/TxnTypeJSON", 6),
    (POST, "/Transaction/TxnTypeJSON", "5"),
    (POST, "/Transaction/TxnTypeJSON", REMOVED),
    (POST, "/Transaction/TxInputs", REMOVED),
    (POST, "/Transaction/TxInputs", {}),
    (POST, "/Transaction/TxnVersion", "1"),
    (POST, "/Transaction/TxnVersion", REMOVED),
    (POST, "/Transaction/TxnFeeNanos", REMOVED),
    (POST, "/Transaction/TxnNonce", REMOVED),
    (POST, "/Transaction/TxnVersion", None),
    (POST, "/Transaction/TxnNonce", 1),
    (POST, "/Transaction/TxnNonce/PartialID", "16182045012345678901"),
    (NODE_FEE, "/Transaction/TxnNonce/PartialID", PAST_64_BITS),
    (NODE_FEE, "/Transaction/TxnNonce/ExpirationBlockHeight", REMOVED),
    (NODE_FEE, "/Transaction/TxOutputs/0/AmountNanos", REMOVED),
    (NODE_FEE, "/Transaction/TxOutputs/0/PublicKey", OWNER),
    (POST, "/Transaction/PublicKey", OWNER),
    (POST, "/Transaction/PublicKey", None),
    (POST, "/Transaction/ExtraData", {"Language": "en!"}),
    (POST, "/Transaction/ExtraData", {"Language": None}),
    (POST, "/Transaction/ExtraData", REMOVED),
    (POST, "/Transaction/ExtraData", []),
    (POST, "/Transaction/Signature", False),
    (POST, "/Transaction/Signature", {}),
    (POST, "/Transaction/Signature", {"Sign": None}),
    (POST, "/Transaction/Signature", {"R": 1}),
    (POST, "/Transaction/Signature", {"R": "1", "S": "2"}),
    (POST, "/Transaction/Signature", "not base64"),
    (POST, "/Transaction/Signature", REMOVED),
    (OLD_MESSAGE, "/Transaction/Signature/RecoveryId", 256),
    (OLD_MESSAGE, "/Transaction/Signature/IsRecoverable", None),
    (OLD_MESSAGE, "/Transaction/Signature/Sign", ""),
    (V0, "/Transaction/TxInputs/0/TxID", "cf3f6ab7"),
    (V0, "/Transaction/TxInputs/0/TxID", [0] * 31),
    (V0, "/Transaction/TxInputs/0/TxID/0", 256),
    (V0, "/Transaction/TxInputs/0/Index", -1),
    # The metadata.
    (POST, "/Transaction/TxnMeta", None),
    (POST, "/Transaction/TxnMeta", {}),
    (POST, "/Transaction/TxnMeta/Body", None),
    (POST, "/Transaction/TxnMeta/Body", '{"Body":"test"}'),
    (POST, "/Transaction/TxnMeta/TimestampNanos", "1762300805123456789"),
    (POST, "/Transaction/TxnMeta/PostHashToModify", REMOVED),
    (PROFILE, "/Transaction/TxnMeta/NewUsername", "weather_station"),
    (PROFILE, "/Transaction/TxnMeta/NewProfilePic", 0),
    (LIKE, "/Transaction/TxnMeta/LikedPostHash", "3e42215a120a6e9d4848117f5829a2c4d9f692360fd14b78daea483a72d142dc"),
    (LIKE, "/Transaction/TxnMeta/LikedPostHash", [0] * 33),
    (LIKE, "/Transaction/TxnMeta/IsUnlike", REMOVED),
    (FOLLOW, "/Transaction/TxnMeta/FollowedPublicKey", [2] * 33),
    (MESSAGE, "/Transaction/TxnMeta/SenderAccessGroupKeyName", "default-key"),
    (MESSAGE, "/Transaction/TxnMeta/SenderAccessGroupPublicKey", [2] * 32),
    (MESSAGE, "/Transaction/TxnMeta/NewMessageType", 2),
    (MESSAGE, "/Transaction/TxnMeta/NewMessageOperation", "0"),
    (MEMBERS, "/Transaction/TxnMeta/AccessGroupMembersList/0/AccessGroupMemberPublicKey", REMOVED),
    (MEMBERS, "/Transaction/TxnMeta/AccessGroupMemberOperationType", 1),
    (DERIVED, "/Transaction/TxnMeta/DerivedPublicKey", [3] * 33),
    (DERIVED, "/Transaction/TxnMeta/OperationType", 2),
    (ATOMIC, "/Transaction/TxnMeta/Txns", REMOVED),
    (ATOMIC, "/Transaction/TxnMeta/Txns/0/TxnTypeJSON", 44),
    (ATOMIC, "/Transaction/TxnMeta/Txns/0/TxnMeta", {}),
    (ATOMIC, "/InnerTransactionHexes/0", ""),
    ("observed/SubmitTransactionResponse/type_without_schema", "/Transaction/TxnTypeJSON", 7),
    ("observed/SubmitTransactionResponse/type_without_schema", "/Transaction/TxnTypeJSON", 0),
    ("observed/SubmitTransactionResponse/type_without_schema", "/Transaction/TxnTypeJSON", 9),
    # Submitting and finding.
    (SUBMIT, "/TransactionHex", REMOVED),
    (SUBMIT, "/TransactionHex", ""),
    (SUBMIT, "/TransactionHex", "zz"),
    (SUBMIT, "/TransactionSignatureHex", "3045"),
    (SUBMIT, "/UnsignedTransactionHex", "00"),
    (SEPARATE, "/TransactionSignatureHex", REMOVED),
    (SEPARATE, "/TransactionSignatureHex", ""),
    (SEPARATE, "/UnsignedTransactionHex", None),
    (SUBMITTED, "/TxnHashHex", REMOVED),
    (SUBMITTED, "/TxnHashHex", "bf0e"),
    (SUBMITTED, "/TransactionIDBase58Check", None),
    (SUBMITTED, "/PostEntryResponse", {}),
    (WRAP, "/UnsignedTransactionHexes", []),
    (WRAP, "/UnsignedTransactionHexes", REMOVED),
    (WRAP, "/Transactions", [load(FOLLOW)["Transaction"]]),
    (SUBMIT_ATOMIC, "/IncompleteAtomicTransactionHex", REMOVED),
    (SUBMIT_ATOMIC, "/TransactionSignaturesHex", REMOVED),
    (SUBMIT_ATOMIC, "/UnsignedInnerTransactionsHex", []),
    ("observed/GetTxnRequest/any_place", "/TxnHashHex", "bf0e"),
    ("observed/GetTxnRequest/any_place", "/TxnStatus", "Mempool"),
    ("observed/GetTxnsRequest/five_hundred", "/TxnHashHexes", ["0" * 64] * 501),
    ("observed/GetTxnsRequest/five_hundred", "/TxnHashHexes", None),
    ("observed/GetTxnResponse/not_found", "/TxnFound", None),
    ("observed/GetTxnsResponse/two", "/TxnsFound", ["0" * 64]),
    # The node.
    ("observed/HealthCheckResponse/in_sync", "", "200"),
    ("observed/HealthCheckResponse/in_sync", "", 500),
    ("observed/GetAppStateResponse/mainnet", "/BlockHeight", "37258134"),
    ("observed/GetAppStateResponse/mainnet", "/BlockHeight", 2**32),
    ("observed/GetAppStateResponse/mainnet", "/DiamondLevelMap", [50000]),
    ("observed/GetAppStateResponse/mainnet", "/DiamondLevelMap/1", "50000"),
    ("observed/GetAppStateResponse/mainnet", "/TransactionFeeMap/SUBMIT_POST/0", {}),
    ("observed/GetAppStateResponse/mainnet", "/Nodes/1", None),
    ("observed/GetCommittedTipBlockInfoResponse/tip", "/Hash", "00" * 32),
    # Derived keys and limits.
    ("observed/GetUserDerivedKeysResponse/one", "/DerivedKeys", []),
    ("observed/GetSingleDerivedKeyResponse/valid", "/DerivedKey/IsValid", REMOVED),
    ("observed/TransactionSpendingLimitResponse/every_kind", "/GlobalDESOLimit", REMOVED),
    ("observed/TransactionSpendingLimitResponse/every_kind", "/GlobalDESOLimit", "0"),
    ("observed/TransactionSpendingLimitResponse/every_kind", "/AccessGroupLimitMap", {}),
    ("observed/TransactionSpendingLimitResponse/every_kind", "/StakeLimitMap/0/StakeLimit", "1000000000"),
    ("observed/TransactionSpendingLimitResponse/every_kind", "/IsUnlimited", 0),
    ("observed/AuthorizeDerivedKeyRequest/delete", "/ExpirationBlock", -1),
    ("observed/AuthorizeDerivedKeyRequest/delete", "/OwnerPublicKeyBase58Check", REMOVED),
    # Errors.
    ("observed/Error/rule", "/error", REMOVED),
    ("observed/Error/rule", "/error", None),
    ("observed/Error/rule", "", {"Error": "RuleErrorReusedNonce"}),
    ("observed/Error/rule", "", "RuleErrorReusedNonce"),
]


@each_of(NEAR_MISSES)
def test_a_near_miss_is_refused(near_miss: NearMiss) -> None:
    assert PAYLOADS.is_refused(near_miss)


@pytest.mark.parametrize(
    "case", ["observed/AuthorizeDerivedKeyRequest/delete", "observed/GetAccessBytesRequest/unlimited"]
)
def test_a_missing_expiration_block_is_accepted_and_said_to_be(case: str) -> None:
    component = component_of(case)
    assert validator(component).is_valid(changed(load(case), "/ExpirationBlock", REMOVED))
    assert "Leniency" in DOCUMENT["components"]["schemas"][component]["properties"]["ExpirationBlock"]["description"]
