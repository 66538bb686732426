"""Users, posts, comments, searches and checks."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from sociogram_client.mock import Publication

from .conftest import NOW, World


def post(world: World, text: str = "Join me in CatGame!", **values: Any) -> Publication:
    return world.mock.add_publication(world.user, text=text, **values)


def search(world: World, text: str = "catgame", path: str = "search-publications", **query: Any) -> Any:
    return world.get(f"/mini-app/{path}", authorId=world.user.id, search=text, **query)


def texts(answer: Any) -> list[str]:
    return [row["text"] for row in answer.data["rows"]]


# --- Users ---


def test_the_user_object_is_the_documented_one_and_profiles_fill_it(world: World) -> None:
    shown = world.get("/mini-app/get-user", uid=1337).data
    assert (shown["uid"], shown["_id"], shown["name"], shown["walletUsdt"]) == (1337, world.user.id, "A player", "20")
    assert {name for name, value in shown.items() if value is None} == {
        "avatar", "cover", "bio", "location", "website", "domain", "twitterId", "twitterName", "startApp", "userAgent",
        "timezone",
    }  # fmt: skip
    world.user.profile |= {"bio": "I feed the cats.", "appVersion": "1.14.2"}
    assert world.get("/mini-app/get-user", uid=1337).data["bio"] == "I feed the cats."
    assert world.get("/mini-app/get-user", uid=404).error == (404, "User not found")


def test_the_counts_of_a_user(world: World) -> None:
    third = world.mock.add_user()
    world.mock.follow(world.user, world.other)
    world.mock.follow(world.other, world.user)
    world.mock.follow(third, world.user)
    post(world)
    world.pay("0.01")
    world.pay("5", "usd")
    assert world.get("/mini-app/get-user-counts", uid=1337).data == {
        "followers": 2, "following": 1, "friends": 1, "posts": 1, "totalEarned": "6.50"
    }  # fmt: skip
    assert world.get("/mini-app/get-user-counts", uid=404).status == 404


# --- Searches ---


def test_a_search_finds_an_authors_text_in_any_case_newest_first(world: World) -> None:
    for number, text in enumerate(("Join CATGAME", "dogs", "my catgame score", "CatGame again")):
        post(world, text, created_at=NOW + timedelta(seconds=number))
    world.mock.add_publication(world.other, text="CatGame too")
    assert texts(search(world)) == ["CatGame again", "my catgame score", "Join CATGAME"]
    assert search(world, "lions").data == {"rows": [], "cursor": None}
    assert world.get("/mini-app/search-publications", authorId="ffff" * 6, search="a").data["rows"] == []
    upper = world.get("/mini-app/search-publications", authorId=world.user.id.upper(), search="dogs")
    assert texts(upper) == ["dogs"]


def test_from_and_to_are_included_whatever_their_offset(world: World) -> None:
    for hour in range(5):
        post(world, f"catgame {hour}", created_at=NOW + timedelta(hours=hour))
    first, last = "2024-02-12T14:42:57.000+01:00", "2024-02-12T15:42:57Z"
    assert texts(search(world, **{"from": first, "to": last})) == ["catgame 3", "catgame 2", "catgame 1"]
    assert texts(search(world, **{"from": "2024-02-12T16:42:57.000+00:00"})) == ["catgame 4"]
    assert texts(search(world, to="2024-02-12T12:42:57z")) == ["catgame 0"]
    unescaped = f"/mini-app/search-publications?authorId={world.user.id}&search=c&from=2024-02-12T14:42:57.000+01:00"
    assert world.request("GET", unescaped).error == (400, ["from must be a valid date-time"])


def test_pages_follow_each_other_by_their_cursors_though_rows_come_and_go(world: World) -> None:
    rows = [post(world, f"catgame {number}", created_at=NOW + timedelta(seconds=number)) for number in range(7)]
    first = search(world, limit=3)
    assert texts(first) == ["catgame 6", "catgame 5", "catgame 4"]
    post(world, "catgame new", created_at=NOW + timedelta(hours=1))
    del world.mock.tables.publications[rows[4].id], world.mock.tables.publications[rows[2].id]
    second = search(world, limit=3, cursor=first.data["cursor"])
    assert texts(second) == ["catgame 3", "catgame 1", "catgame 0"]
    assert second.data["cursor"] is None


def test_rows_of_one_moment_are_neither_lost_nor_repeated(world: World) -> None:
    made = {post(world).id for _ in range(45)}
    seen, cursor = [], None
    while True:
        data = search(world, limit=7, **({"cursor": cursor} if cursor else {})).data
        seen += [row["_id"] for row in data["rows"]]
        cursor = data["cursor"]
        if cursor is None:
            break
    assert (len(seen), set(seen)) == (45, made)


@pytest.mark.parametrize("count", [0, 1, 19, 20, 21, 100, 101])
def test_a_page_has_20_rows_unless_asked_otherwise_and_100_at_most(world: World, count: int) -> None:
    for _ in range(count):
        post(world)
    for limit, most in ((None, 20), (1, 1), (100, 100)):
        asked: dict[str, Any] = {"limit": limit} if limit else {}
        data = search(world, **asked).data
        assert len(data["rows"]) == min(count, most)
        assert (data["cursor"] is not None) == (count > most)


@pytest.mark.parametrize("limit", [0, 101, -1, "x", "1.5", ""])
def test_other_limits_are_refused(world: World, limit: Any) -> None:
    assert search(world, limit=limit).status == 400


@pytest.mark.parametrize("cursor", ["x", "NjdiZGI4NTExNjZjMGJlNzU1ZmFjMzlh", "=", "é", "%00", "MjAyNCBm", "A" * 5000])
def test_a_cursor_that_no_search_returned_is_refused(world: World, cursor: str) -> None:
    assert search(world, cursor=cursor).error == (400, ["cursor must be one that a search returned"])


def test_comments_are_searched_in_the_same_way(world: World) -> None:
    one = post(world)
    for number in range(3):
        world.mock.add_comment(world.user, one, text=f"catgame {number}", created_at=NOW + timedelta(seconds=number))
    found = search(world, path="search-comments", limit=2)
    assert texts(found) == ["catgame 2", "catgame 1"]
    assert texts(search(world, path="search-comments", limit=2, cursor=found.data["cursor"])) == ["catgame 0"]
    row = found.data["rows"][0]
    assert (row["publicationId"], row["authorId"], row["likes"]) == (one.id, world.user.id, 0)
    for text, verdict in (("CATGAME 1", True), ("lion", False)):
        assert search(world, text, path="check-comment").data is verdict
        assert search(world, text, path="check-post").data is False
    assert search(world, "join", path="check-post", to="2020-01-01T00:00:00Z").data is False
    assert search(world, "join", path="check-post").data is True


# --- Checks ---


def test_engagement_is_what_the_user_did_and_nobody_else(world: World) -> None:
    one = post(world)

    def engagement(uid: int) -> Any:
        return world.get("/mini-app/check-engagement", uid=uid, publicationId=one.id).data

    nothing = {"liked": False, "commented": False, "reposted": False, "reacted": []}
    assert engagement(1911) == nothing
    world.mock.like(world.other, one)
    world.mock.repost(world.other, one)
    world.mock.react(world.other, one, "fire")
    world.mock.react(world.other, one, "fire")
    world.mock.react(world.other, one, "heart")
    world.mock.add_comment(world.other, one)
    assert engagement(1911) == {"liked": True, "commented": True, "reposted": True, "reacted": ["fire", "heart"]}
    assert engagement(1337) == nothing
    missing: list[tuple[dict[str, Any], str]] = [
        ({"uid": 404, "publicationId": one.id}, "User"),
        ({"uid": 1337, "publicationId": "f" * 24}, "Publication"),
    ]
    for query, message in missing:
        assert world.get("/mini-app/check-engagement", **query).error == (404, f"{message} not found")


@pytest.mark.parametrize(("reading", "at_least_6"), [("sum", True), ("single", False)])
def test_deposits_count_together_or_each_by_itself(make: Any, reading: str, at_least_6: bool) -> None:
    world = make(deposits=reading)
    one = post(world)

    def paid(**query: Any) -> Any:
        return world.get("/mini-app/check-deposit", uid=1911, pid=one.pid, **query).data

    assert (paid(), paid(minAmount=0)) == (False, False)
    world.mock.add_deposit(world.other, one, usd="3.5")
    world.mock.add_deposit(world.other, one, usd="2.5", kind="reward")
    world.mock.add_deposit(world.user, one, usd="100")
    assert [paid(), paid(minAmount=3.5), paid(minAmount=6), paid(minAmount=6.01)] == [True, True, at_least_6, False]
    assert world.get("/mini-app/check-deposit", uid=1911, pid=1).error == (404, "Publication not found")


def test_the_other_name_of_a_parameter_is_taken_and_told(make: Any) -> None:
    for mode, status in (("faithful", 200), ("strict", 400)):
        world = make(mode=mode)
        one = post(world)
        path = f"/mini-app/check-deposit?pid={one.pid}"
        assert world.request("GET", f"{path}&userId=1337").status == status
        assert [violation.where for violation in world.mock.violations] == ["query/uid"]
        assert world.request("GET", path).status == 400
        assert world.request("GET", f"{path}&userId=x").status == 400


def test_following_goes_one_way_and_users_have_several_names(world: World) -> None:
    world.mock.follow(world.user, world.other)
    world.other.profile["domain"] = "player.eth"

    def follows(target: Any, user: Any) -> Any:
        return world.get("/mini-app/check-follow", targetSlug=target, userSlug=user)

    for name in (1911, world.other.id, world.other.address, "player.eth"):
        assert follows(name, 1337).data is True
        assert follows(1337, name).data is False
    assert follows("nobody.eth", 1337).error == follows(404, 1337).error == (404, "User not found")


# --- Posts ---


def create(world: World, **members: Any) -> Any:
    return world.post("/mini-app/create-post", {"uid": 1337, **members})


def test_a_post_is_created_found_edited_and_deleted(world: World) -> None:
    data = create(world, text="I reached level 5", images=["https://cats.example.com/1.png"]).data
    user = {"_id": world.user.id, "uid": 1337, "name": "A player", "avatar": None}
    assert data == {"success": True, "_id": data["_id"], "user": user}
    assert world.mock.tables.publications[data["_id"]].app == world.app.id
    reference = {"publicationId": data["_id"]}
    assert world.post("/mini-app/edit-post", {**reference, "text": "level 6"}).data is True
    row = search(world, "level").data["rows"][0]
    assert (row["_id"], row["text"], row["isPinned"]) == (data["_id"], "level 6", False)
    assert world.mock.tables.publications[data["_id"]].images == ["https://cats.example.com/1.png"]
    assert world.post("/mini-app/delete-post", reference).data is True
    assert search(world, "level").data["rows"] == []
    assert world.post("/mini-app/delete-post", reference).error == (404, "Publication not found")


def test_a_post_can_be_edited_for_an_hour(world: World) -> None:
    one = post(world)
    world.clock.advance(3600)
    assert world.post("/mini-app/edit-post", {"publicationId": one.id, "text": "in time"}).data is True
    world.clock.advance(0.001)
    assert world.post("/mini-app/edit-post", {"publicationId": one.id, "text": "late"}).data is False
    assert one.text == "in time"


def test_what_the_user_does_not_confirm_is_not_made(world: World) -> None:
    one = post(world)
    world.user.confirms = False
    assert create(world, text="x").data == {"success": False}
    comment = {"uid": 1337, "publicationId": one.id, "text": "x"}
    assert world.post("/mini-app/create-comment", comment).data == {"success": False}
    assert (len(world.mock.tables.publications), len(world.mock.tables.comments)) == (1, 0)


def test_a_community_reward_is_paid_by_the_user_and_counts_as_a_deposit(world: World) -> None:
    data = create(world, text="x", communityReward={"amount": 0.1, "currency": "sol"}).data
    one = world.mock.tables.publications[data["_id"]]
    assert world.mock.balance(world.user, "sol") == Decimal("1.9")
    assert world.get("/mini-app/check-deposit", uid=1337, pid=one.pid, minAmount=15).data is True
    assert world.get("/mini-app/check-deposit", uid=1337, pid=one.pid, minAmount=15.1).data is False
    assert create(world, text="x", communityReward={"amount": 5, "currency": "sol"}).error == (
        400,
        "Insufficient balance",
    )
    assert create(world, text="x", communityReward={"amount": 0, "currency": "sol"}).status == 403
    assert len(world.mock.tables.publications) == 1


def test_a_post_or_comment_has_text_or_images(world: World) -> None:
    one = post(world)
    nothing: list[dict[str, Any]] = [{}, {"text": ""}, {"images": []}]
    for empty in nothing:
        for answer in (
            create(world, **empty),
            world.post("/mini-app/create-comment", {"uid": 1337, "publicationId": one.id, **empty}),
        ):
            assert answer.error == (400, ["text or images should not be empty"])


def test_reposts_pins_and_comments_are_counted(world: World) -> None:
    one = post(world)
    repost = {"uid": 1911, "publicationId": one.id}
    assert [world.post("/mini-app/repost", repost).data for _ in range(2)] == [True, False]
    assert world.post("/mini-app/pin-post", {"publicationId": one.id}).data is True
    world.mock.like(world.other, one)
    assert world.get("/mini-app/check-post-comments", publicationId=one.id).data is False
    made = world.post("/mini-app/create-comment", {"uid": 1337, "publicationId": one.id, "text": "Mine"}).data
    assert world.get("/mini-app/check-post-comments", publicationId=one.id.upper()).data is True
    counts = {"comments": 1, "likes": 1, "reposts": 1, "isPinned": True}
    assert world.get("/mini-app/get-post-counts", publicationId=one.id).data == counts
    assert world.post("/mini-app/delete-comment", {"commentId": made["_id"]}).data is True
    assert world.post("/mini-app/delete-comment", {"commentId": made["_id"]}).error == (404, "Comment not found")
    assert world.get("/mini-app/get-post-counts", publicationId=one.id).data == {**counts, "comments": 0}


def test_what_belongs_to_a_deleted_post_goes_with_it(world: World) -> None:
    one, two = post(world), post(world)
    for each in (one, two):
        world.mock.add_comment(world.other, each)
        world.mock.add_deposit(world.other, each)
    world.post("/mini-app/delete-post", {"publicationId": one.id})
    tables = world.mock.tables
    assert [row.publication for row in tables.comments.values()] == [two.id]
    assert [row.publication for row in tables.deposits.values()] == [two.id]


@pytest.mark.parametrize(
    ("name", "members"),
    [
        ("create-poll", {"uid": 1337, "question": "Which cat?", "options": ["a", "b"]}),
        (
            "create-giveaway",
            {"uid": 1337, "prize": {"amount": 10, "currency": "usd"}, "winners": 1, "durationSeconds": 60},
        ),
    ],
)
def test_drafts_are_not_implemented(world: World, name: str, members: dict[str, Any]) -> None:
    assert world.post(f"/mini-app/{name}", members).error == (501, "Not Implemented")
    assert world.post(f"/mini-app/{name}", {}).status == 400
    assert world.post(f"/mini-app/{name}", members, token="x").status == 401
    participation = world.get("/mini-app/check-poll-participation", uid=1337, pollId="f" * 24)
    assert participation.error == (501, "Not Implemented")
