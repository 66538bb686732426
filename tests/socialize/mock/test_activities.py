"""Comments, likes, shares and views: batches, counters, deletions, lists and streams."""

from __future__ import annotations

from typing import Any

import pytest

from .conftest import World, key_of

KEY = "http://example.com/"
QUERY = f"entity_key={key_of(KEY)}"
KINDS: dict[str, dict[str, Any]] = {
    "comment": {"text": "Hello!"},
    "like": {},
    "share": {"medium": 2, "text": "Look!"},
    "view": {},
}
STORED = ("comment", "like", "share")


def element(kind: str, **more: Any) -> dict[str, Any]:
    return {"entity_key": KEY, **KINDS[kind], **more}


def make_many(world: World, kind: str, number: int, user: Any = None) -> None:
    """So many activities of a kind; of likes each on an entity of its own."""
    for index in range(number):
        entity = world.mock.add_entity(key=f"{KEY}{index}") if kind == "like" else None
        world.mock.add_activity(kind, user or world.user, entity)


@pytest.mark.parametrize("kind", KINDS)
def test_an_activity_has_all_members(world: World, kind: str) -> None:
    item = world.post(f"/v1/{kind}/", [element(kind, lat="37.786521", lng=-122.39785)]).item
    own: dict[str, dict[str, Any]] = {
        "comment": {"text": "Hello!"},
        "share": {"text": "Look!", "medium": {"id": 2, "medium": "Facebook"}},
    }
    counters = {**dict.fromkeys(("comments", "likes", "shares", "views"), 0), f"{kind}s": 1, "total_activity": 1}
    names = ("first_name", "last_name", "location", "meta", "small_image_uri")
    assert item == {
        "id": 1,
        "date": "2012-06-26 22:24:03+0000",
        "lat": 37.786521,
        "lng": -122.39785,
        "share_location": True,
        "application": {"id": 1, "name": "Example app"},
        "entity": {"id": 1, "key": KEY, "name": "", "type": "article", "meta": None, **counters},
        "user": {"id": 1, "username": "User1", **dict.fromkeys(names)},
        "propagation_info_response": {},
        **own.get(kind, {}),
    }
    assert world.get(f"/v1/{kind}/1/", user=world.other).data == item


def test_counters_count_a_whole_batch_before_anything_is_shown(world: World) -> None:
    items = world.post("/v1/comment/", [element("comment", text=str(n)) for n in range(30)]).items
    assert [item["entity"]["comments"] for item in items] == [30] * 30
    assert [item["text"] for item in items] == [str(n) for n in range(30)]
    assert [item["id"] for item in items] == [*range(1, 31)]


def test_a_batch_may_be_about_several_entities_and_succeeds_in_parts(world: World) -> None:
    batch = [
        element("comment"),
        {"text": "no entity"},
        {"entity_key": "b", "entity": {"key": "b"}, "text": "two entities"},
        {"entity_key": "c"},
        {"entity": {"name": "keyless"}, "text": "x"},
        {"entity": KEY, "text": "the key as entity"},
        element("comment", lng=10**400),
        {"entity_key": "d", "text": "good"},
    ]
    data = world.post("/v1/comment/", batch).data
    assert [(item["id"], item["entity"]["key"]) for item in data["items"]] == [(1, KEY), (2, "d")]
    assert [(error["error"], error["payload"]) for error in data["errors"]] == [
        ("give entity or entity_key", batch[1]),
        ("give entity or entity_key, not both", batch[2]),
        ("text: required", batch[3]),
        ("entity: key: required", batch[4]),
        ("entity: not an object", batch[5]),
        ("lng: out of range", batch[6]),
    ]
    assert [entity.key for entity in world.mock.tables.entities.values()] == [KEY, "d"]


@pytest.mark.parametrize(
    ("medium", "name"),
    [(1, "Twitter"), (3, "Email"), (4, "SMS"), ("5", "Pinterest"), (101, "Other"), (77, "Other")],
)
def test_a_share_goes_to_a_medium(world: World, medium: Any, name: str) -> None:
    item = world.post("/v1/share/", [{"entity_key": KEY, "medium": medium}]).item
    assert item["medium"] == {"id": int(medium), "medium": name}
    assert item["text"] == ""


@pytest.mark.parametrize("medium", [None, 0, -1, "x", "", 1.5, True])
def test_a_share_without_a_medium_is_refused(world: World, medium: Any) -> None:
    assert len(world.post("/v1/share/", [{"entity_key": KEY, "medium": medium}]).data["errors"]) == 1


def test_short_addresses_come_for_the_parties_that_are_named(world: World) -> None:
    asked = {"third_parties": ["facebook", "twitter"], "extra_params": "f=amz&og_action=like"}
    info = world.post("/v1/like/", [element("like", propagation_info_request=asked)]).item["propagation_info_response"]
    assert set(info) == {"facebook", "twitter"}
    assert all(set(urls) == {"application_url", "entity_url"} for urls in info.values())
    posted = world.post("/v1/comment/", [element("comment", propagation={"third_parties": ["twitter"]})]).item
    assert posted["propagation_info_response"] == {"twitter": info["twitter"]}
    empty = world.post("/v1/share/", [element("share", propagation={}, propagation_info_request={"third_parties": []})])
    assert empty.item["propagation_info_response"] == {}
    short = world.post("/v1/user/shorten/", {"entity_key": KEY}).item
    assert info["twitter"]["entity_url"] == short
    assert world.get("/v1/like/1/").data["propagation_info_response"] == info


def test_a_place_that_is_not_shared_is_said_to_be_so(world: World) -> None:
    assert world.post("/v1/view/", [element("view", share_location=False, lat=1)]).item["share_location"] is False


# --- Likes ---


def test_a_second_like_is_the_first_one_again(world: World) -> None:
    first = world.post("/v1/like/", [element("like"), element("like")])
    assert first.ids == [1, 1]
    assert world.post("/v1/like/", [element("like", lat=5)]).item == first.items[0]
    assert first.items[0]["entity"]["likes"] == 1
    assert world.get("/v1/user/1/").data["stats"]["likes"] == 1
    other = world.post("/v1/like/", [element("like")], user=world.other).item
    assert (other["id"], other["entity"]["likes"]) == (2, 2)


def test_a_second_like_gets_the_short_addresses_that_it_asks_for(world: World) -> None:
    first = world.post("/v1/like/", [element("like")]).item
    asked = {"propagation_info_request": {"third_parties": ["facebook"]}}
    again = world.post("/v1/like/", [element("like", **asked)]).item
    assert (again["id"], first["propagation_info_response"]) == (first["id"], {})
    assert list(again["propagation_info_response"]) == ["facebook"]


@pytest.mark.parametrize("by", ["id", "key"])
def test_after_an_unlike_lists_are_empty_and_the_counter_is_back(world: World, by: str) -> None:
    like = world.post("/v1/like/", [element("like")]).item
    path = f"/v1/like/{like['id']}/" if by == "id" else f"/v1/user/1/like/?{QUERY}"
    taken = world.delete(path).data
    assert taken == {} if by == "id" else taken["items"][0]["id"] == like["id"]
    for path in ("/v1/like/", f"/v1/like/?{QUERY}", "/v1/user/1/like/", "/v1/activity/"):
        assert world.get(path).data == {"errors": [], "items": [], "total_count": 0}
    entity = world.get(f"/v1/entity/?{QUERY}").item
    assert (entity["likes"], entity["user_action_summary"]["likes"], entity["total_activity"]) == (0, 0, 0)
    assert world.post("/v1/like/", [element("like")]).item["id"] == 2


def test_what_was_never_liked_is_unliked_without_an_error(world: World) -> None:
    world.mock.add_like(world.other, world.mock.add_entity(key=KEY))
    for query in (QUERY, "entity_key=unknown"):
        assert world.delete(f"/v1/user/1/like/?{query}").data == {"errors": [], "items": []}
    assert list(world.mock.tables.likes) == [1]


def test_nobody_unlikes_for_somebody_else(world: World) -> None:
    world.mock.add_like(world.other, world.mock.add_entity(key=KEY))
    assert world.delete(f"/v1/user/2/like/?{QUERY}").error == (401, "This belongs to another user.")
    assert world.delete("/v1/like/1/").error == (401, "This belongs to another user.")
    assert world.delete("/v1/user/1/like/").error == (400, "entity_key is missing.")
    assert world.mock.tables.entities[1].likes == 1


# --- Views ---


def test_each_view_has_the_id_1_and_is_only_counted(world: World) -> None:
    assert world.post("/v1/view/", [element("view")] * 3).ids == [1, 1, 1]
    last = world.post("/v1/view/", [{"entity_key": "other"}], user=world.other).item
    assert world.get("/v1/view/1/").data == last
    assert world.get("/v1/view/2/").error == (404, "Not Found")
    assert world.get("/v1/user/1/view/").error == (404, "Not Found")
    assert world.get("/v1/activity/").items == []
    assert world.get(f"/v1/entity/?{QUERY}").item["views"] == 3
    assert world.get("/v1/user/1/").data["stats"]["views"] == 3


def test_before_2013_views_were_kept(make: Any) -> None:
    world = make(views="kept")
    assert world.post("/v1/view/", [element("view")] * 3).ids == [1, 2, 3]
    assert world.get("/v1/user/1/view/").ids == [3, 2, 1]
    assert world.get(f"/v1/user/1/view/?{QUERY}&last=1").ids == [3]
    assert world.get("/v1/view/2/").data["id"] == 2
    assert world.get("/v1/activity/").items == []


# --- Deletions ---


@pytest.mark.parametrize("kind", STORED)
def test_the_second_deletion_and_every_reading_after_it_find_nothing(world: World, kind: str) -> None:
    world.post(f"/v1/{kind}/", [element(kind)])
    assert world.delete(f"/v1/{kind}/1").data == {}
    for answer in (world.delete(f"/v1/{kind}/1/"), world.get(f"/v1/{kind}/1/"), world.get(f"/v1/{kind}/2/")):
        assert answer.error == (404, "Not Found")
    assert getattr(world.mock.tables.entities[1], f"{kind}s") == 0
    assert world.get("/v1/user/1/").data["stats"][f"{kind}s"] == 0


@pytest.mark.parametrize("kind", STORED)
def test_nobody_deletes_what_is_somebody_elses(world: World, kind: str) -> None:
    world.post(f"/v1/{kind}/", [element(kind)])
    assert world.delete(f"/v1/{kind}/1/", user=world.other).error == (401, "This belongs to another user.")
    assert world.get(f"/v1/{kind}/1/").status == 200


def test_a_deleted_id_is_never_given_again(world: World) -> None:
    world.post("/v1/comment/", [element("comment")])
    world.delete("/v1/comment/1/")
    assert world.post("/v1/comment/", [element("comment")]).item["id"] == 2


# --- Lists ---


@pytest.mark.parametrize("kind", STORED)
def test_a_list_is_newest_first_and_knows_the_total(world: World, kind: str) -> None:
    make_many(world, kind, 3)
    answer = world.get(f"/v1/{kind}/")
    assert (answer.ids, answer.data["total_count"]) == ([3, 2, 1], 3)
    some = world.get(f"/v1/{kind}/?id=1&id=3&id=9")
    assert (some.ids, some.data["total_count"]) == ([3, 1], 2)


WINDOWS = [
    ("", 0, 100),
    ("first=0&last=25", 0, 25),
    ("last=10", 0, 10),
    ("first=5&last=8", 5, 8),
    ("last=150", 0, 100),
    ("first=100&last=250", 100, 200),
    ("first=0&last=101", 0, 100),
    ("first=1&last=101", 1, 101),
    ("first=1&last=102", 1, 101),
    ("first=229&last=400", 229, 230),
    ("first=230&last=300", 230, 230),
    ("first=10&last=5", 10, 10),
    ("first=99999999999999999999&last=999999999999999999999", 0, 0),
]


@pytest.mark.parametrize("path", ["comment", "activity", "user/1/comment", "user/1/activity"])
@pytest.mark.parametrize(("query", "start", "end"), WINDOWS)
def test_by_position_a_window_has_at_most_100(world: World, path: str, query: str, start: int, end: int) -> None:
    make_many(world, "comment", 230)
    answer = world.get(f"/v1/{path}/?{query}")
    assert answer.ids == [*range(230, 0, -1)][start:end]
    assert answer.data["total_count"] == 230


@pytest.mark.parametrize("kind", STORED)
@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ("limiting_id=100&limit=10", range(99, 89, -1)),
        ("limiting_id=5", range(4, 0, -1)),
        ("limit=3", range(150, 147, -1)),
        ("limiting_id=150&limit=500", range(149, 49, -1)),
        ("limiting_id=1", ()),
        ("limiting_id=99999&limit=1&first=5&last=9", (150,)),
    ],
)
def test_by_id_a_page_goes_down_from_the_limiting_one(world: World, kind: str, query: str, ids: Any) -> None:
    make_many(world, kind, 150)
    answer = world.get(f"/v1/{kind}/?{query}")
    assert answer.ids == [*ids]
    assert answer.data["total_count"] == 150


def test_new_items_do_not_shift_pages_by_id(world: World) -> None:
    make_many(world, "comment", 4)
    assert world.get("/v1/comment/?limit=2").ids == [4, 3]
    make_many(world, "comment", 1)
    assert world.get("/v1/comment/?limiting_id=3&limit=2").ids == [2, 1]


@pytest.mark.parametrize("query", ["first=x", "first=-1", "last=0", "limit=0", "limiting_id=x", "id=x", "id=1&id=0"])
def test_what_is_no_number_is_refused(world: World, query: str) -> None:
    assert world.get(f"/v1/comment/?{query}").status == 400


def test_unknown_names_in_the_query_are_ignored(world: World) -> None:
    make_many(world, "comment", 2)
    assert world.get("/v1/comment/?start=0&end=1&x=y").ids == [2, 1]
    world.mock.add_subscription(world.user)
    assert world.get("/v1/user/subscription/?start=5&end=6").ids == [1]


def test_id_and_key_exclude_each_other(world: World) -> None:
    assert world.get(f"/v1/like/?id=1&{QUERY}").error == (400, "Give id or entity_key, not both.")


def test_lists_are_filtered_by_entity(world: World) -> None:
    one, two = world.mock.add_entity(key=KEY), world.mock.add_entity(key="two")
    for entity in (one, two, one):
        world.mock.add_comment(world.user, entity)
    for path in ("comment", "activity", "user/1/comment", "user/1/activity"):
        answer = world.get(f"/v1/{path}/?{QUERY}")
        assert (answer.ids, answer.data["total_count"]) == ([3, 1], 2)
        assert world.get(f"/v1/{path}/?entity_key=none").data == {"errors": [], "items": [], "total_count": 0}


# --- Streams ---


def test_streams_mix_comments_likes_and_shares_in_their_order(world: World) -> None:
    for kind in ("share", "comment", "view", "like", "comment"):
        world.post(f"/v1/{kind}/", [element(kind)])
    world.post("/v1/comment/", [element("comment")], user=world.other)
    everybody = world.get("/v1/activity/")
    assert [item["activity_type"] for item in everybody.items] == ["comment", "comment", "like", "comment", "share"]
    assert everybody.data["total_count"] == 5
    mine = world.get("/v1/user/1/activity/").items
    assert mine == everybody.items[1:]
    for item in mine:
        kind = item["activity_type"]
        assert {**world.get(f"/v1/{kind}/{item['id']}/").data, "activity_type": kind} == item


def test_a_users_lists_hold_what_is_the_users_only(world: World) -> None:
    for user in (world.user, world.other, world.user):
        for kind in STORED:
            world.post(f"/v1/{kind}/", [element(kind, text="x")], user=user)
    assert world.get("/v1/user/1/comment/", user=world.other).ids == [3, 1]
    assert world.get("/v1/user/2/share/").ids == [2]
    assert world.get("/v1/user/1/like/").ids == [1]
    assert world.get("/v1/user/999/activity/").items == []


def test_the_newest_is_the_latest_in_time(world: World) -> None:
    world.mock.add_comment(text="new")
    world.mock.add_comment(text="old", date="2011-01-01T00:00:00+00:00")
    assert [item["text"] for item in world.get("/v1/comment/").items] == ["new", "old"]
    world.mock.clock.advance(1)
    assert world.post("/v1/comment/", [{"entity_key": KEY, "text": "x"}]).item["date"] == "2012-06-26 22:24:04+0000"
