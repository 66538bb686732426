"""DeSo under contract tests: what its document and its mock do not say by themselves."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from typing import Any

from deso_client import AsyncDeSo, DeSo, keys, messages
from deso_client import transactions as t
from deso_client._core.mock.contract import Call
from deso_client._core.mock.http import Headers, Request, Response
from deso_client.mock import Clock, DerivedKey, DeSoMock, State, wire
from deso_client.mock.limits import Limit
from deso_client.mock.platform import START_HEIGHT

from . import documents
from .description import Api, Exclusion, PlantedFault
from .planting import SCHEMA, answers, crashes, sent, unchecked, works

NOW = datetime(2026, 1, 1, tzinfo=UTC)
ANNA, BERTA, CARLA, DERIVED = (keys.PrivateKey(bytes(31) + bytes([number])) for number in (21, 22, 23, 24))  # made up
ACCOUNTS = (ANNA, BERTA, CARLA)
GROUP = {key: messages.access_group_key(key) for key in ACCOUNTS}
CHAT = messages.access_group_key(ANNA, "chat")
POST, COMMENT = bytes([7]) * 32, bytes([8]) * 32
TIME = 1_767_225_600_000_000_001
SECRET = "04ab"  # of a membership; nobody decrypts it here
LIMIT = keys.SpendingLimit(10**6, {t.TransactionType.SUBMIT_POST: 5})


def address(key: keys.PrivateKey | keys.PublicKey) -> str:
    return (key.public_key if isinstance(key, keys.PrivateKey) else key).address()


EXAMPLES = tuple(
    keys.PublicKey.from_address(text)
    for text in (
        "BC1YLh6hJmppbbbMhSLGLYfmZ6KCPxTzRyJZy49GwLhdaUq59hjLAPi",
        "BC1YLj73UKnTiroyUksF4LxAon2zQfjtnZCPqPwE3WAKeC78nNK6tbe",
    )
)
LIKED = "3e42215a120a6e9d4848117f5829a2c4d9f692360fd14b78daea483a72d142dc"
"""What is liked in the document's example of a wrapper."""
ADDRESSES = [address(key) for key in (*ACCOUNTS, DERIVED, CHAT, *GROUP.values())]
_TEXT = json.dumps(
    [
        [media.get("examples") for media in one.get("requestBody", {}).get("content", {}).values()]
        for _, _, one in documents.operations(documents.packaged("deso"))
    ]
)
EXAMPLE_HASHES = [*dict.fromkeys(re.findall(r'(?:HashHex[a-zA-Z]*|ParentStakeID)": \[?"([0-9a-f]{64})"', _TEXT))]
"""Posts in the document's requests, which are there in the mock."""
ADDRESSES += [text for text in dict.fromkeys(re.findall("BC1YL[1-9A-Za-z]{50}", _TEXT)) if text not in ADDRESSES]
HASHES = [POST.hex(), COMMENT.hex(), *EXAMPLE_HASHES]


def make(mode: str) -> DeSoMock:
    return DeSoMock(mode=mode, seed=1, clock=Clock(NOW))  # type: ignore[arg-type] # one of the two


def seed(mock: DeSoMock) -> None:
    """Begin anew with a copy of one state: checking the signatures in it takes longer than the case itself."""
    mock.reset()
    mock.chain.state = _seeded().copy()


@cache
def _seeded() -> State:
    """Three accounts, a post with a comment and a like, a chat of two, messages, a derived key; what examples need."""
    mock = make("faithful")
    for key, name in zip(ACCOUNTS, ("anna", "berta", "carla"), strict=True):
        mock.add_account(key, username=name)
        mock.add_group(key.public_key, "default-key", GROUP[key].public_key)
    post = mock.add_post(ANNA.public_key, "Rain <4 mm>", post_hash=POST, image_urls=["https://images.example/1"])
    mock.add_post(BERTA.public_key, "Still raining", post_hash=COMMENT, parent=POST)
    mock.add_like(BERTA.public_key, post)
    mock.add_follow(BERTA.public_key, ANNA.public_key)
    chat = mock.add_group(ANNA.public_key, "chat", CHAT.public_key)
    mock.add_member(chat, BERTA.public_key, SECRET)
    for data in (DIRECT, CHATTED, GRANTED):
        mock.chain.connect(data)
    for account in EXAMPLES:  # whose signed transactions are in the document
        mock.fund(account, 10**9)
        mock.add_profile(account, f"example_{EXAMPLES.index(account)}")
    for text in (*EXAMPLE_HASHES, LIKED):
        mock.add_post(EXAMPLES[1], "An example", post_hash=bytes.fromhex(text))
    mock.tables.derived_keys[EXAMPLES[0].data, EXAMPLES[1].data] = DerivedKey(
        EXAMPLES[0].data, EXAMPLES[1].data, START_HEIGHT + 9, True, Limit(5)
    )
    return mock.tables


def _nonce(number: int) -> t.Nonce:
    return t.Nonce(START_HEIGHT + 278, number)


def _made(metadata: t.Metadata, owner: keys.PrivateKey, number: int, **more: Any) -> t.Transaction:
    """A transaction that the client's own code made; its nonce is free in each seeded mock."""
    bare = t.Transaction(metadata, owner.public_key.data, nonce=_nonce(number), **more)
    return replace(bare, fee_nanos=t.fee_for(bare, 1000))


def _message(recipient: keys.PrivateKey, name: bytes, key: keys.PrivateKey, kind: int) -> t.NewMessage:
    own = b"default-key".ljust(32, b"\0")
    sender = (BERTA.public_key.data, own, GROUP[BERTA].public_key.data)
    receiver = (recipient.public_key.data, name.ljust(32, b"\0"), key.public_key.data)
    return t.NewMessage(*sender, *receiver, b"\4\xab", TIME + kind, kind, 0)


def _signed(found: t.Transaction, key: keys.PrivateKey) -> bytes:
    return t.sign(t.encode(found), key).data


def _grant() -> t.Transaction:
    grant = keys.grant_derived_key(ANNA, DERIVED.public_key, expiration_block=START_HEIGHT + 10**6, limit=LIMIT)
    metadata = t.AuthorizeDerivedKey(
        DERIVED.public_key.data, grant.expiration_block, 1, bytes.fromhex(grant.access_signature_hex)
    )
    return _made(metadata, ANNA, 3, extra_data={b"TransactionSpendingLimit": LIMIT.to_bytes()})


DIRECT = _signed(_made(_message(ANNA, b"default-key", GROUP[ANNA], 0), BERTA, 1), BERTA)
CHATTED = _signed(_made(_message(ANNA, b"chat", CHAT, 1), BERTA, 2), BERTA)
GRANTED = _signed(_grant(), ANNA)

FOLLOW = _made(t.Follow(BERTA.public_key.data, False), ANNA, 10)
UNSIGNED = t.encode(FOLLOW)
SIGNED = t.sign(UNSIGNED, ANNA).data
SIGNATURE = ANNA.sign(t.parse(UNSIGNED).signing_digest)
KNOWN = t.SignedTransaction(DIRECT).hash.hex()


def _wrapped() -> tuple[bytes, list[bytes], list[bytes]]:
    """An incomplete wrapper of the node, its transactions signed, and unsigned."""
    mock = make("faithful")
    seed(mock)
    other = _made(t.Like(POST, False), CARLA, 11)
    body = {"UnsignedTransactionHexes": [UNSIGNED.hex(), t.encode(other).hex()]}
    headers = Headers([("Content-Type", "application/json")])
    path = "/api/v0/create-atomic-txns-wrapper"
    answer = mock.handle(Request("POST", path, headers=headers, body=json.dumps(body).encode())).json()
    inner = [bytes.fromhex(text) for text in answer["InnerTransactionHexes"]]
    signed = [t.sign(one, key).data for one, key in zip(inner, (ANNA, CARLA), strict=True)]
    return bytes.fromhex(answer["TransactionHex"]), signed, inner


WRAPPER, INNER_SIGNED, INNER = _wrapped()
INNER_SIGNATURES = [t.decode(one).signature for one in INNER_SIGNED]


# --- What no generator can know ---


def trim(document: dict[str, Any]) -> None:
    """Keys and hashes that are known, since no generator makes checksums; and what all construct calls share, in one.

    Fees, fee rates and extra data are the same in each of them, and make thousands of cases: submit-post keeps them.
    """
    schemas = document["components"]["schemas"]
    known: dict[str, Any] = {
        "PublicKeyBase58Check": ADDRESSES,
        "OptionalPublicKeyBase58Check": ["", *ADDRESSES],
        "HashHex": HASHES,
        "OptionalHashHex": ["", *HASHES],
        "ParentStakeID": ["", POST.hex(), address(BERTA)],
    }
    for name, values in known.items():
        schemas[f"Known{name}"] = {"type": "string", "enum": values}
    inner = ("AccessGroupMember", "GroupOwnerAndGroupKeyNamePair", "TransactionFee")
    linked = ("GetTxnRequest", "GetTxnsRequest", "GetSinglePostRequest")  # which get hashes from answers
    for name, schema in schemas.items():
        if name.endswith("Request") or name in inner:
            _point(schema, {key: one for key, one in known.items() if name not in linked or "Hash" not in key})
    del schemas["TransactionFee"]["properties"]["ProfileEntryResponse"]
    schemas["CreateAtomicTxnsWrapperRequest"]["properties"]["Transactions"]["items"] = {"type": "object"}
    shared = ("OptionalPrecedingTransactions", "TransactionFees", "MinFeeRateNanosPerKB", "ExtraData")
    for schema in schemas.values():
        members = schema.get("properties", {})
        if "TransactionFees" in members and schema is not schemas["SubmitPostRequest"]:
            for name in shared:
                members.pop(name, None)
    schemas["SubmitPostRequest"]["properties"].pop("OptionalPrecedingTransactions")
    limit = schemas["TransactionSpendingLimit"]["properties"]
    for name in [*limit]:
        if name not in ("GlobalDESOLimit", "TransactionCountLimitMap", "IsUnlimited"):
            del limit[name]
    words = {"propertyNames": {"enum": ["SUBMIT_POST", "LIKE", "FOLLOW"]}}
    limit["TransactionCountLimitMap"]["anyOf"][0].update(words)


def _point(node: Any, known: Mapping[str, Any]) -> None:
    """Let references in a request lead to the values that are known; answers keep their schemas."""
    for one in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        _point(one, known)
    if isinstance(node, dict) and isinstance(node.get("$ref"), str):
        name = node["$ref"].rpartition("/")[2]
        node["$ref"] = f"#/components/schemas/Known{name}" if name in known else node["$ref"]


def complete(case: Any) -> None:
    """What belongs together in a request that is meant to be valid."""
    name, body = case.operation.definition.raw["operationId"], case.body
    if case.path_parameters and "transactionSpendingLimitHex" in case.path_parameters:
        case.path_parameters["transactionSpendingLimitHex"] = LIMIT.to_bytes().hex()
    if name == "derived_keys_get":
        case.path_parameters["ownerPublicKeyBase58Check"] = address(ANNA)
        case.path_parameters["derivedPublicKeyBase58Check"] = address(DERIVED)
    if isinstance(body, dict) and name in COMPLETE:
        COMPLETE[name](body)


def _post(body: dict[str, Any]) -> None:
    if body.get("PostHashHexToModify"):
        body.pop("RepostedPostHashHex", None)
    elif not any((body.get("BodyObj") or {}).get(name) for name in ("Body", "ImageURLs", "VideoURLs")):
        body["BodyObj"] = {"Body": "Rain"}
    body.pop("PostExtraData", None) if not _is_plain(body.get("PostExtraData")) else None


def _is_plain(extra: Any) -> bool:
    """Keys that the node encodes in its own way, no generator finds; texts that cannot be written are left out."""
    return all(isinstance(value, str) for value in (extra or {}).values())


def _profile(body: dict[str, Any]) -> None:
    body.pop("ProfilePublicKeyBase58Check", None)
    if body.get("NewProfilePic"):
        body["NewProfilePic"] = "data:image/png;base64,aGVsbG8h"
    if body.get("NewDescription"):
        body["NewDescription"] = body["NewDescription"].encode("utf-8", "replace")[:20_000].decode("utf-8", "ignore")


def _diamonds(body: dict[str, Any]) -> None:
    body["SenderPublicKeyBase58Check"], body["ReceiverPublicKeyBase58Check"] = address(CARLA), address(ANNA)


def _sides(body: dict[str, Any]) -> None:
    body["SenderAccessGroupOwnerPublicKeyBase58Check"] = address(BERTA)
    body["RecipientAccessGroupOwnerPublicKeyBase58Check"] = address(ANNA)
    for side in ("Sender", "Recipient"):
        _short(body, f"{side}AccessGroupKeyName")
        if not body.get(f"{side}AccessGroupKeyName"):
            owner = body[f"{side}AccessGroupOwnerPublicKeyBase58Check"]
            body[f"{side}AccessGroupPublicKeyBase58Check"] = owner


def _short(body: dict[str, Any], *names: str) -> None:
    """At most 32 bytes, and one that is no zero: the document counts characters."""
    for name in names:
        if len(body.get(name) or "") <= 32 and isinstance(body.get(name), str):
            cut = body[name].encode("utf-8", "replace")[:32].decode("utf-8", "ignore")
            body[name] = cut if cut.strip("\0") or not body[name] else "a"


def _group(body: dict[str, Any]) -> None:
    body["AccessGroupOwnerPublicKeyBase58Check"] = address(ANNA)
    body["AccessGroupPublicKeyBase58Check"] = address(CHAT)
    _short(body, "AccessGroupKeyName")


def _members(body: dict[str, Any]) -> None:
    _short(body, "AccessGroupKeyName")
    for member in body.get("AccessGroupMemberList") or ():
        _short(member, "AccessGroupMemberKeyName")
        member.pop("ExtraData", None) if not _is_plain(member.get("ExtraData")) else None


def _submit(body: dict[str, Any]) -> None:
    if body.get("TransactionHex"):
        body["TransactionHex"] = SIGNED.hex()
    else:
        body["UnsignedTransactionHex"], body["TransactionSignatureHex"] = UNSIGNED.hex(), SIGNATURE.hex()


def _wrap(body: dict[str, Any]) -> None:
    if body.get("Transactions"):
        body["Transactions"] = [t.to_json(FOLLOW)]
    else:
        body["UnsignedTransactionHexes"] = [UNSIGNED.hex()]


def _submit_wrapped(body: dict[str, Any]) -> None:
    body["IncompleteAtomicTransactionHex"] = WRAPPER.hex()
    if body.get("SignedInnerTransactionsHex"):
        body["SignedInnerTransactionsHex"] = [one.hex() for one in INNER_SIGNED]
        for name in ("UnsignedInnerTransactionsHex", "TransactionSignaturesHex"):
            body.pop(name, None)
    else:
        body["UnsignedInnerTransactionsHex"] = [one.hex() for one in INNER]
        body["TransactionSignaturesHex"] = [one.hex() for one in INNER_SIGNATURES]


def _bytes(body: dict[str, Any]) -> None:
    try:
        t.decode_hex(body["TransactionHex"])  # of an answer before
    except t.DecodeError:
        body["TransactionHex"] = UNSIGNED.hex()


def _list(body: dict[str, Any]) -> None:
    if body.get("NumToFetch") == 1 and not body.get("PostHashHex"):
        body["PostHashHex"] = POST.hex()


def _read(body: dict[str, Any]) -> None:
    if body.get("PostHashHex") not in HASHES:
        body["PostHashHex"] = POST.hex()


def _limited(body: dict[str, Any]) -> None:
    limit = body["TransactionSpendingLimit"]
    if limit.get("IsUnlimited"):
        body["TransactionSpendingLimit"] = {"IsUnlimited": True}


def _pairs(body: dict[str, Any]) -> None:
    for pair in body["GroupOwnerAndGroupKeyNamePairs"]:
        _short(pair, "GroupKeyName")


def _names(*names: str) -> Callable[[dict[str, Any]], None]:
    return lambda body: _short(body, *names)


COMPLETE: dict[str, Callable[[dict[str, Any]], None]] = {
    "posts_submit": _post,
    "posts_list": _list,
    "posts_get": _read,
    "profiles_update": _profile,
    "diamonds_send": _diamonds,
    **dict.fromkeys(("messages_send", "messages_send_group", "messages_update", "messages_update_group"), _sides),
    "messages_list_dm": _names("UserGroupKeyName", "PartyGroupKeyName"),
    **dict.fromkeys(("messages_list_group", "access_groups_get"), _names("AccessGroupKeyName")),
    "access_groups_check_party": _names("SenderAccessGroupKeyName", "RecipientAccessGroupKeyName"),
    "access_groups_get_bulk": _pairs,
    **dict.fromkeys(("access_group_members_get", "access_group_members_list"), _names("AccessGroupKeyName")),
    **dict.fromkeys(("access_groups_create", "access_groups_update"), _group),
    **dict.fromkeys(("access_group_members_add", "access_group_members_remove"), _members),
    "access_group_members_update": _members,
    "transactions_submit": _submit,
    "transactions_create_atomic": _wrap,
    "transactions_submit_atomic": _submit_wrapped,
    "transactions_append_extra_data": _bytes,
    "transactions_get_spending": _bytes,
    "transactions_get_signature_index": _bytes,
    "spending_limits_encode": _limited,
    "derived_keys_get_access_bytes": _limited,
}


def client(mock: DeSoMock, asynchronous: bool) -> DeSo | AsyncDeSo:
    kind = AsyncDeSo if asynchronous else DeSo
    made: DeSo | AsyncDeSo = kind(base_url=mock.base_url, transport=mock.transport(), max_retries=0)
    return made


def error(mock: DeSoMock, status: int, text: str) -> Response:
    return wire.response({"error": text}, status)


NO_ALLOW = "without required `Allow` header"
NO_BODY = "[400]  "
EXEMPT = ("transactions_submit", "transactions_get", "profiles_update")
POSTS = tuple(
    operation["operationId"]
    for _, method, operation in documents.operations(documents.packaged("deso"))
    if method == "post" and operation["operationId"] not in EXEMPT
)
"""The calls that want the content type application/json."""

EXCLUSIONS = (
    *(
        Exclusion(name, "UnsupportedMethodResponse", NO_ALLOW, "the node's 405 names no methods")
        for name in documents.operation_ids("deso")
    ),
    *(
        Exclusion(name, "MalformedJson", NO_BODY, "another content type is answered with an empty body; see info")
        for name in POSTS
    ),
    Exclusion("profiles_get", "MalformedJson", "[200]  ", "NoErrorOnMissing: an empty body, as documented"),
    Exclusion(
        "posts_submit", "MalformedJson", "decoding RepostedPostHashHex", "two documents in one body, as documented"
    ),
    Exclusion("posts_submit", "RejectedPositiveData", "overflow detected", "outputs and fee together pass 64 bits"),
)

EXCLUSIONS += (
    Exclusion("posts_get", "RejectedPositiveData", "finding post", "what was submitted before is no post", True),
    Exclusion("transactions_submit", "RejectedPositiveData", "RuleErrorReusedNonce", "was submitted before", True),
    Exclusion("transactions_submit_atomic", "RejectedPositiveData", "TxErrorDuplicate", "was submitted before", True),
    Exclusion(
        "transactions_submit_atomic",
        "RejectedPositiveData",
        "RuleErrorReusedNonce",
        "its part was submitted before",
        True,
    ),
)

FEW = (5, "a request of one account, hash or number that exists: there is little to vary")
FEWER = {
    **dict.fromkeys(("node_get_health", "node_get_committed_tip"), (3, "one valid request: it has no parameters")),
    **dict.fromkeys(
        (
            "access_groups_get",
            "derived_keys_get",
            "spending_limits_decode",
            "spending_limits_encode",
            "transactions_submit_atomic",
            "transactions_submit",
            "transactions_append_extra_data",
            "transactions_get_spending",
            "transactions_get_signature_index",
            "transactions_get_construction_params",
            "transactions_get",
            "transactions_get_many",
        ),
        FEW,
    ),
}

# --- Planted faults ---


def _any_level(mock: DeSoMock) -> None:
    """Levels beyond those that there are go through."""
    unchecked(lambda one: one.where == "body/DiamondLevel")(mock)
    read = mock.read

    def lenient(call: Call, struct: Any) -> dict[str, Any]:
        found = read(call, struct)
        return {**found, "DiamondLevel": 1} if "DiamondLevel" in struct else found

    mock.read = lenient  # type: ignore[method-assign] # planted


FAULTS = (
    PlantedFault(
        "wrong type",
        "node_get_app_state",
        answers("node_get_app_state", lambda value: value.update(BlockHeight="1")),
        SCHEMA,
    ),
    PlantedFault(
        "missing member", "follows_create", answers("follows_create", lambda value: value.pop("TransactionHex")), SCHEMA
    ),
    PlantedFault(
        "missing member deep down",
        "likes_create",
        answers("likes_create", lambda value: value["Transaction"]["TxnMeta"].pop("IsUnlike")),
        SCHEMA,
    ),
    PlantedFault(
        "null", "profiles_get", answers("profiles_get", lambda value: value.update(IsBlacklisted=None)), SCHEMA
    ),
    PlantedFault(
        "wrong type in the second row only",
        "access_groups_list",
        answers(
            "access_groups_list",
            lambda value: [one.update(ExtraData=5) for one in value.get("AccessGroupsOwned", [])[1:2]],
        ),
        SCHEMA,
    ),
    PlantedFault(
        "number as a double",
        "transactions_get_construction_params",
        answers("transactions_get_construction_params", lambda value: value.update(BlockHeight=0.5)),
        SCHEMA,
    ),
    PlantedFault(
        "another type of transaction",
        "access_groups_create",
        answers("access_groups_create", lambda value: value["Transaction"].update(TxnTypeJSON=2)),
        SCHEMA,
    ),
    PlantedFault(
        "row without members",
        "messages_list_dm",
        answers("messages_list_dm", lambda value: value.update(ThreadMessages=[{}])),
        SCHEMA,
    ),
    PlantedFault(
        "post that is none",
        "transactions_submit",
        answers("transactions_submit", lambda value: value.update(PostEntryResponse={"PostHashHex": "x"})),
        SCHEMA,
    ),
    PlantedFault(
        "undocumented status",
        "posts_list",
        sent("posts_list", lambda answer: replace(answer, status=206)),
        ("UndefinedStatusCode",),
    ),
    PlantedFault(
        "undocumented error",
        "access_groups_get_bulk",
        sent("access_groups_get_bulk", lambda answer: wire.response({"error": "no"}, 409)),
        ("UndefinedStatusCode",),
    ),
    PlantedFault(
        "undocumented content type",
        "spending_limits_encode",
        sent("spending_limits_encode", lambda answer: answer.with_headers(("Content-Type", "text/html"))),
        ("UndefinedContentType",),
    ),
    PlantedFault(
        "truncated JSON",
        "derived_keys_list",
        sent("derived_keys_list", lambda answer: replace(answer, body=answer.body[:-9])),
        ("MalformedJson",),
    ),
    PlantedFault("limit of a number not enforced", "diamonds_send", _any_level, ("AcceptedNegativeData",)),
    PlantedFault(
        "crash on the longest name",
        "messages_send",
        crashes("messages_send", lambda mock, call: len(call.body.get("SenderAccessGroupKeyName") or "") >= 32),
        ("ZeroDivisionError",),
    ),
    PlantedFault(
        "valid text refused",
        "posts_submit",
        works("posts_submit", lambda mock, call, sound: mock.fail_with(call, "no")),
        ("RejectedPositiveData",),
    ),
    PlantedFault(
        "wrong method let through",
        "node_get_health",
        lambda mock: setattr(mock, "wrong_method", lambda request, methods: wire.response(200)),
        ("UnsupportedMethodResponse",),
    ),
    PlantedFault(
        "server error",
        "messages_list_threads",
        sent("messages_list_threads", lambda answer: wire.response({"error": "panic"}, 500)),
        ("ServerError",),
    ),
)

API = Api(
    name="deso",
    make=make,
    seed=seed,
    client=client,
    error=error,
    trim=trim,
    complete=complete,
    examples=8,
    exclusions=EXCLUSIONS,
    fewer=FEWER,
    faults=FAULTS,
    scenes=(
        ".",
        "/(submit-(post|transaction|atomic-transaction)|append-extra-data|get-(txn|single-post)|create-(atomic|like).*)$",
    ),
    links=10,
)
