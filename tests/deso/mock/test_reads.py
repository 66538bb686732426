"""What the reading calls answer: profiles, posts and feeds, threads, groups, the node; and what is not there."""

from __future__ import annotations

from typing import Any

import pytest

from tests.deso.mock.world import World, address, group_key

LATE = str(2**63)


def posts(world: World, **asked: Any) -> list[str]:
    """The bodies of the posts that are listed."""
    return [post["Body"] for post in world.ask("get-posts-stateless", asked)["PostsFound"]]


# --- Profiles ---


def test_a_profile_is_found_by_key_and_by_name_in_any_case(world: World) -> None:
    by_name = world.ask("get-single-profile", {"Username": "ANNA"})
    by_key = world.ask("get-single-profile", {"PublicKeyBase58Check": address(world.anna)})
    assert by_name == by_key
    assert by_key["Profile"]["DESOBalanceNanos"] == world.mock.balance(world.anna.public_key)


def test_an_unknown_profile_is_404_or_an_empty_answer(world: World) -> None:
    for asked in ({"Username": "nobody"}, {"PublicKeyBase58Check": address(world.derived)}):
        assert "could not find profile" in world.error("get-single-profile", asked, 404)
        answer = world.send("get-single-profile", {**asked, "NoErrorOnMissing": True})
        assert (answer.status, answer.body) == (200, b"")
        assert dict(answer.headers)["Content-Type"] == "application/json"
    assert "is required" in world.error("get-single-profile", {})
    assert world.mock.violations[-1].side == "request"


# --- Posts ---


def test_posts_are_listed_in_order_and_from_one_on(world: World) -> None:
    for text in ("second", "third"):
        world.do("posts_submit", BodyObj={"Body": text})
    assert posts(world) == posts(world, OrderBy="newest") == ["third", "second", "The first words"]
    assert posts(world, OrderBy="oldest", NumToFetch=2) == ["The first words", "second"]
    first = world.post.post_hash.hex()
    assert posts(world, OrderBy="oldest", PostHashHex=first) == ["second", "third"]
    assert posts(world, OrderBy="oldest", PostHashHex=first, NumToFetch=1) == ["second"]
    assert "PostHashHex is required" in world.error("get-posts-stateless", {"NumToFetch": 1})
    assert "Problem finding post" in world.error("get-posts-stateless", {"PostHashHex": "00" * 32})


def test_fifty_posts_are_listed_when_no_number_is_given(world: World) -> None:
    for number in range(60):
        world.mock.add_post(world.anna.public_key, str(number))
    assert len(posts(world)) == 50
    assert len(posts(world, NumToFetch=55)) == 55


def test_posts_are_filtered(world: World) -> None:
    mine = {"UpdaterPublicKeyBase58Check": address(world.berta)}
    world.do("posts_submit", **mine, BodyObj={"Body": "By Berta", "ImageURLs": ["https://images.example/1"]})
    world.do("posts_submit", ParentStakeID=world.post.post_hash.hex(), BodyObj={"Body": "A comment"})
    world.do("follows_create")
    reader = {"ReaderPublicKeyBase58Check": address(world.anna)}
    assert posts(world) == ["By Berta", "The first words"]
    assert posts(world, **reader, GetPostsForFollowFeed=True) == ["By Berta"]
    assert posts(world, MediaRequired=True) == ["By Berta"]
    assert posts(world, PostContent="FIRST") == ["The first words"]
    assert posts(world, OnlyNFTs=True) == []
    assert posts(world, StartTstampSecs=1) == []
    assert posts(world, StartTstampSecs=1, OrderBy="oldest") == ["The first words", "By Berta"]
    found = world.ask("get-posts-stateless", {"FetchSubcomments": True, "AddGlobalFeedBool": True})["PostsFound"]
    assert [comment["Body"] for comment in found[1]["Comments"]] == ["A comment"]
    assert (found[0]["InGlobalFeed"], found[0]["InHotFeed"]) == (False, False)


def test_posts_are_ordered_by_comments_and_by_what_they_earned(world: World) -> None:
    world.do("posts_submit", BodyObj={"Body": "newer"})
    world.do("posts_submit", ParentStakeID=world.post.post_hash.hex())
    world.do("diamonds_send")
    assert posts(world) == ["newer", "The first words"]
    assert posts(world, OrderBy="last_comment") == ["The first words", "newer"]
    assert posts(world, GetPostsByDESO=True) == posts(world, GetPostsByClout=True) == ["The first words", "newer"]


def test_a_thread_is_read_up_and_down(world: World) -> None:
    top = world.post.post_hash.hex()
    first = world.do("posts_submit", ParentStakeID=top, BodyObj={"Body": "1"})["TxnHashHex"]
    second = world.do("posts_submit", ParentStakeID=first, BodyObj={"Body": "2"})["TxnHashHex"]
    world.do("posts_submit", ParentStakeID=first, BodyObj={"Body": "3"})
    world.do("posts_submit", ParentStakeID=top, BodyObj={"Body": "4"})
    below = world.ask(
        "get-single-post",
        {"PostHashHex": top, "CommentLimit": 1, "ThreadLevelLimit": 2, "ThreadLeafLimit": 1},
    )["PostFound"]
    assert [one["Body"] for one in below["Comments"]] == ["1"]
    assert [one["Body"] for one in below["Comments"][0]["Comments"]] == ["2"]
    skipped = world.ask("get-single-post", {"PostHashHex": top, "CommentLimit": 30, "CommentOffset": 1})["PostFound"]
    assert [one["Body"] for one in skipped["Comments"]] == ["4"]
    above = world.ask("get-single-post", {"PostHashHex": second, "FetchParents": True})["PostFound"]
    assert [one["Body"] for one in above["ParentPosts"]] == ["The first words", "1"]


@pytest.mark.parametrize(
    "asked",
    [
        {"PostHashHex": "00" * 32},
        {"PostHashHex": "00"},
        {},
        {"CommentLimit": 31},
        {"ThreadLevelLimit": 5},
        {"ReaderPublicKeyBase58Check": "nobody"},
    ],
)
def test_a_post_that_is_not_there_is_400(world: World, asked: dict[str, Any]) -> None:
    request = {"PostHashHex": world.post.post_hash.hex(), **asked} if asked else {}
    assert world.error("get-single-post", request).startswith("GetSinglePost: ")


# --- Messages ---


def test_threads_are_listed_newest_first_with_their_newest_message(world: World) -> None:
    none = world.ask("get-all-user-message-threads", {"UserPublicKeyBase58Check": address(world.carla)})
    assert none == {"MessageThreads": None, "PublicKeyToProfileEntryResponse": {}}
    for operation, text in (("messages_send", "01"), ("messages_send_group", "02"), ("messages_send", "03")):
        world.do(operation, EncryptedMessageText=text)

    def read(path: str, user: Any) -> list[tuple[str, str]]:
        found = world.ask(path, {"UserPublicKeyBase58Check": address(user)})
        assert set(found["PublicKeyToProfileEntryResponse"]) == {address(world.anna), address(world.berta)}
        return [(one["ChatType"], one["MessageInfo"]["EncryptedText"]) for one in found["MessageThreads"]]

    for user in (world.anna, world.berta):
        assert read("get-all-user-message-threads", user) == [("DM", "03"), ("GroupChat", "02")]
        assert read("get-user-dm-threads-ordered-by-timestamp", user) == [("DM", "03")]
        assert read("get-user-group-chat-threads-ordered-by-timestamp", user) == [("GroupChat", "02")]


def test_messages_are_read_page_by_page_from_either_side(world: World) -> None:
    for text in ("01", "02", "03"):
        world.do("messages_send", EncryptedMessageText=text)
    sides = [("User", world.anna), ("Party", world.berta)]
    for names in (sides, [("User", world.berta), ("Party", world.anna)]):
        asked: dict[str, Any] = {f"{side}GroupOwnerPublicKeyBase58Check": address(key) for side, key in names}
        asked |= {"UserGroupKeyName": "default-key", "PartyGroupKeyName": "default-key", "MaxMessagesToFetch": 2}
        found = world.ask("get-paginated-messages-for-dm-thread", {**asked, "StartTimestampString": LATE})
        infos = [one["MessageInfo"] for one in found["ThreadMessages"]]
        assert [one["EncryptedText"] for one in infos] == ["03", "02"]
        last = infos[-1]
        assert str(last["TimestampNanos"]) == last["TimestampNanosString"]
        for start in (
            {"StartTimestampString": last["TimestampNanosString"]},
            {"StartTimestamp": last["TimestampNanos"]},
        ):
            rest = world.ask("get-paginated-messages-for-dm-thread", {**asked, **start})
            assert [one["MessageInfo"]["EncryptedText"] for one in rest["ThreadMessages"]] == ["01"]
        wins = {"StartTimestampString": LATE, "StartTimestamp": 1}
        assert len(world.ask("get-paginated-messages-for-dm-thread", {**asked, **wins})["ThreadMessages"]) == 2
        nothing = world.ask("get-paginated-messages-for-dm-thread", asked)
        assert nothing == {"ThreadMessages": [], "PublicKeyToProfileEntryResponse": {}}


def test_a_groups_messages_are_read_by_the_groups_owner(world: World) -> None:
    world.do("messages_send_group")
    asked = {"AccessGroupKeyName": "chat", "MaxMessagesToFetch": 9, "StartTimestampString": LATE}
    path = "get-paginated-messages-for-group-chat-thread"
    found = world.ask(path, {**asked, "UserPublicKeyBase58Check": address(world.anna)})["GroupChatMessages"]
    assert [one["RecipientInfo"]["AccessGroupKeyName"] for one in found] == ["chat"]
    assert found[0]["SenderInfo"]["AccessGroupPublicKeyBase58Check"] == group_key(world.berta).public_key.address()
    other = world.ask(path, {**asked, "UserPublicKeyBase58Check": address(world.berta)})
    assert other["GroupChatMessages"] == []
    for wrong in ({"MaxMessagesToFetch": 0}, {"StartTimestampString": "now"}, {"AccessGroupKeyName": "a" * 33}):
        world.error(path, {**asked, "UserPublicKeyBase58Check": address(world.anna), **wrong})


# --- Access groups ---


def test_groups_are_listed_as_owned_and_as_member(world: World) -> None:
    asked = {"PublicKeyBase58Check": address(world.berta)}
    found = world.ask("get-all-user-access-groups", asked)
    assert [one["AccessGroupKeyName"] for one in found["AccessGroupsOwned"]] == ["default-key"]
    (member,) = found["AccessGroupsMember"]
    assert member["AccessGroupMemberEntryResponse"]["AccessGroupMemberKeyName"] == "default-key"
    assert [*world.ask("get-all-user-access-groups-owned", asked)] == ["AccessGroupsOwned"]
    assert [*world.ask("get-all-user-access-groups-member-only", asked)] == ["AccessGroupsMember"]
    assert world.ask("get-all-user-access-groups", {"PublicKeyBase58Check": address(world.derived)}) == {}


def test_groups_are_found_or_not(world: World) -> None:
    owner = {"AccessGroupOwnerPublicKeyBase58Check": address(world.anna)}
    base = world.ask("get-access-group-info", owner)
    assert base["AccessGroupPublicKeyBase58Check"] == address(world.anna)
    assert "not found" in world.error("get-access-group-info", {**owner, "AccessGroupKeyName": "nothing"}, 404)
    pairs = [
        {"GroupOwnerPublicKeyBase58Check": address(world.anna), "GroupKeyName": name} for name in ("chat", "no", "")
    ]
    found = world.ask("get-bulk-access-group-entries", {"GroupOwnerAndGroupKeyNamePairs": pairs})
    assert [one["AccessGroupKeyName"] for one in found["AccessGroupEntries"]] == ["chat", ""]
    assert found["PairsNotFound"] == pairs[1:2]


def test_the_groups_of_two_parties_are_told(world: World) -> None:
    asked = {
        "SenderPublicKeyBase58Check": address(world.anna),
        "SenderAccessGroupKeyName": "default-key",
        "RecipientPublicKeyBase58Check": address(world.derived),
        "RecipientAccessGroupKeyName": "default-key",
    }
    assert world.ask("check-party-access-groups", asked) == {
        "SenderPublicKeyBase58Check": address(world.anna),
        "SenderAccessGroupPublicKeyBase58Check": group_key(world.anna).public_key.address(),
        "SenderAccessGroupKeyName": "default-key",
        "IsSenderAccessGroupKey": True,
        "RecipientPublicKeyBase58Check": address(world.derived),
        "RecipientAccessGroupPublicKeyBase58Check": "",
        "RecipientAccessGroupKeyName": "",
        "IsRecipientAccessGroupKey": False,
    }


def test_members_are_listed_page_by_page_in_the_order_of_their_keys(world: World) -> None:
    world.do("access_group_members_add")
    asked: dict[str, Any] = {"AccessGroupOwnerPublicKeyBase58Check": address(world.anna), "AccessGroupKeyName": "chat"}
    path, name = "get-paginated-access-group-members", "AccessGroupMembersBase58Check"
    ordered = [address(one) for one in sorted((world.berta, world.carla), key=lambda one: one.public_key.data)]
    assert world.ask(path, asked)[name] == ordered
    assert world.ask(path, {**asked, "MaxMembersToFetch": 1})[name] == ordered[:1]
    after = {"StartingAccessGroupMemberPublicKeyBase58Check": ordered[0]}
    assert world.ask(path, {**asked, **after})[name] == ordered[1:]
    missing: dict[str, Any] = {"AccessGroupMembersBase58Check": [], "PublicKeyToProfileEntryResponse": {}}
    assert world.ask(path, {**asked, "AccessGroupKeyName": "nothing"}) == missing


# --- The node ---


def get(world: World, path: str) -> Any:
    return world.ask(path, method="GET", headers=())


def test_blocks_come_with_the_clock_with_each_transaction_or_on_order() -> None:
    for blocks, after in (("clock", 1), ("instant", 1), ("manual", 0)):
        world = World(blocks=blocks)
        height = world.mock.height
        final = world.do("posts_submit")["TxnHashHex"]
        if blocks == "clock":
            world.mock.clock.advance(1)
        assert world.mock.height == height + after
        committed = {"TxnHashHex": final, "TxnStatus": "Committed"}
        assert world.ask("get-txn", committed) == {"TxnFound": bool(after)}
        assert world.ask("get-txn", {"TxnHashHex": final, "TxnStatus": "InMempool"}) == {"TxnFound": True}
        world.mock.mine()
        assert world.ask("get-txn", committed) == {"TxnFound": True}
        found = world.ask("get-single-post", {"PostHashHex": final})["PostFound"]
        assert (found["InMempool"], found["ConfirmationBlockHeight"]) == (False, height)


def test_transactions_are_looked_for_one_by_one_and_together(world: World) -> None:
    final = world.do("posts_submit")["TxnHashHex"]
    unknown = "00" * 32
    assert world.ask("get-txn", {"TxnHashHex": unknown}) == {"TxnFound": False}
    found = world.ask("get-txns", {"TxnHashHexes": [final, unknown]})
    assert found == {"TxnsFound": {unknown: False, final: True}}
    assert world.ask("get-txns", {"TxnHashHexes": [], "TxnStatus": "Committed"}) == {"TxnsFound": {}}
    for path, wrong in (
        ("get-txn", {"TransactionHashHex": final}),
        ("get-txn", {"TxnHashHex": final, "TxnStatus": "Lost"}),
        ("get-txns", {"TxnHashHexes": [unknown] * 501}),
        ("get-txns", {"TxnHashHexes": ["00"]}),
    ):
        assert ": " in world.error(path, wrong)


def test_the_nodes_state_height_and_rate(world: World) -> None:
    state = world.ask("get-app-state", {"PublicKeyBase58Check": address(world.anna)})
    assert (state["BlockHeight"], state["IsTestnet"]) == (world.mock.height, False)
    assert (state["DefaultFeeRateNanosPerKB"], state["CreateProfileFeeNanos"]) == (1000, 10_000_000)
    assert state["DiamondLevelMap"]["8"] == 500_000_000_000
    tip = get(world, "get-committed-tip-block-info")
    assert (tip["Height"], bytes(tip["Hash"]).hex()) == (world.mock.height - 2, tip["HashHex"])
    params = world.ask("txn-construction-params", {"MinFeeRateNanosPerKB": 1500})
    assert params == {"FeeRateNanosPerKB": 1500, "BlockHeight": world.mock.height}
    assert world.ask("txn-construction-params", {})["FeeRateNanosPerKB"] == 1000


def test_the_health_check_fails_while_the_node_syncs(world: World) -> None:
    answer = world.send("health-check", method="GET", headers=())
    assert answer.body.strip() == b"200"
    world.mock.syncing = True
    assert "not yet in sync" in world.error("health-check", status=500, method="GET", headers=())
