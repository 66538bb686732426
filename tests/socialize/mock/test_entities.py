"""Entities: created or changed by key, found by key, base64 and id, and counted."""

from __future__ import annotations

import base64
from typing import Any

import pytest
from oauthlib.common import quote

from .conftest import World, key_of

KEY = "http://example.com/article"


def encoded(key: str, alphabet: bytes = b"+/") -> str:
    """The key as a part of a path, standard base64 percent-encoded."""
    return quote(base64.b64encode(key.encode(), alphabet).decode(), safe=b"=")


def test_an_entity_is_created_with_all_members(world: World) -> None:
    entity = world.post("/v1/entity/", [{"key": KEY, "name": "An article", "lat": "1.5", "lng": 2}]).item
    token = entity.pop("attach_token")
    assert len(base64.b64decode(token)) == 48
    assert entity == {
        "id": 1,
        "key": KEY,
        "name": "An article",
        "type": "article",
        "comments": 0,
        "likes": 0,
        "shares": 0,
        "views": 0,
        "total_activity": 0,
        "meta": None,
        "attachments": None,
        "user_action_summary": {"comments": 0, "likes": 0, "shares": 0},
    }


def test_the_documented_default_of_the_type_is_a_switch(make: Any) -> None:
    world = make(entity_type="url")
    assert world.post("/v1/entity/", [{"key": KEY}]).item["type"] == "url"
    assert world.post("/v1/entity/", [{"key": KEY, "type": "testType"}]).item["type"] == "testType"


def test_a_known_key_is_changed_and_keeps_its_id(world: World) -> None:
    first = world.post("/v1/entity/", [{"key": KEY, "name": "Old", "meta": "m"}]).item
    changed = world.post("/v1/entity/", [{"key": KEY, "name": "New", "type": "text"}], user=world.other).item
    assert changed == {**first, "name": "New", "type": "text"}


@pytest.mark.parametrize("empty", [{}, {"name": "", "meta": "", "type": ""}, {"name": None, "meta": None}])
def test_what_is_missing_null_or_empty_does_not_erase(world: World, empty: dict[str, Any]) -> None:
    first = world.post("/v1/entity/", [{"key": KEY, "name": "Name", "meta": "m", "type": "text"}]).item
    assert world.post("/v1/entity/", [{"key": KEY, **empty}]).item == first
    with_comment = world.post("/v1/comment/", [{"entity": {"key": KEY, **empty}, "text": "x"}]).item["entity"]
    assert (with_comment["name"], with_comment["meta"]) == ("Name", "m")


def test_an_activity_changes_its_entity_or_makes_a_nameless_one(world: World) -> None:
    nameless = world.post("/v1/like/", [{"entity_key": KEY}]).item["entity"]
    assert (nameless["id"], nameless["name"], nameless["type"]) == (1, "", "article")
    named = world.post("/v1/share/", [{"entity": {"key": KEY, "name": "Name", "meta": "m"}, "medium": 1}]).item[
        "entity"
    ]
    assert (named["id"], named["name"], named["meta"]) == (1, "Name", "m")
    subscribed = world.post("/v1/user/subscription/", [{"entity_key": "new", "type": "new_comments"}]).item
    assert (subscribed["entity"]["id"], subscribed["entity"]["name"]) == (2, "")


def test_null_characters_are_removed_from_texts(world: World) -> None:
    entity = world.post("/v1/entity/", [{"key": KEY, "name": "A\0B", "meta": "\0"}]).item
    assert (entity["name"], entity["meta"]) == ("AB", None)
    assert world.post("/v1/comment/", [{"entity_key": KEY, "text": "a\0b\0"}]).item["text"] == "ab"


def test_the_same_key_in_another_app_is_another_entity(world: World) -> None:
    first = world.post("/v1/entity/", [{"key": KEY, "name": "Ours"}]).item
    foreign = world.mock.add_user(world.mock.add_application())
    how = {"application": world.mock.tables.applications[2], "user": foreign}
    other = world.post("/v1/entity/", [{"key": KEY, "name": "Theirs"}], **how).item
    assert other["id"] != first["id"]
    assert world.get(f"/v1/entity/?entity_key={key_of(KEY)}").item["name"] == "Ours"


@pytest.mark.parametrize("alphabet", [b"+/", b"-_"])
@pytest.mark.parametrize("key", [KEY, "ab?>~ü", "a", "ab", "abc", "http://ex.com/?q=~~~>>>???"])
def test_an_entity_is_found_by_base64_in_either_alphabet_with_or_without_padding(
    world: World, key: str, alphabet: bytes
) -> None:
    world.mock.add_entity(key=key)
    path = encoded(key, alphabet)
    for form in (path, path.rstrip("=")):
        assert world.get(f"/v1/entity/{form}/").data["key"] == key
        assert world.get(f"/v1/entity/{form}").data["key"] == key


def test_a_slash_inside_of_the_base64_has_to_be_encoded(world: World) -> None:
    """How the server took a bare one is not known; the document wants %2F, and clients are to be held to it."""
    world.mock.add_entity(key="ab?")
    assert encoded("ab?") == "YWI%2F"
    assert world.get("/v1/entity/YWI%2F/").data["key"] == "ab?"
    assert world.get("/v1/entity/YWI//").error == (404, "Not Found")


@pytest.mark.parametrize(
    ("path", "error"),
    [
        ("bm9uZQ==", (404, "Not Found")),
        ("%FF%FE", (404, "The key is no base64 of a text in UTF-8.")),
        ("_v8=", (404, "The key is no base64 of a text in UTF-8.")),
        ("A", (404, "The key is no base64 of a text in UTF-8.")),
        ("YWI====", (404, "The key is no base64 of a text in UTF-8.")),
    ],
)
def test_a_key_that_is_unknown_or_no_base64(world: World, path: str, error: tuple[int, str]) -> None:
    assert world.get(f"/v1/entity/{path}/").error == error


def test_a_list_is_newest_first_and_leaves_out_what_does_not_exist(world: World) -> None:
    for name in "abc":
        world.mock.add_entity(key=name)
    assert world.get("/v1/entity/").ids == [3, 2, 1]
    some = world.get("/v1/entity/?id=1&id=3&id=99")
    assert (some.ids, some.data["total_count"]) == ([3, 1], 2)
    assert world.get("/v1/entity/?entity_key=a&entity_key=b&entity_key=z").ids == [2, 1]
    assert world.get("/v1/entity/?entity_key=a&id=2").ids == []
    assert world.get("/v1/entity/?entity_key=nothing").data == {"errors": [], "items": [], "total_count": 0}


def test_by_total_activity_the_busiest_comes_first_and_of_equals_the_newest(world: World) -> None:
    quiet, busy, quiet_too = (world.mock.add_entity(key=name) for name in "abc")
    world.mock.add_view(world.other, busy)
    assert world.get("/v1/entity/?sort=total_activity").ids == [busy.id, quiet_too.id, quiet.id]
    assert world.get("/v1/entity/?sort=total_activity&entity_key=a&entity_key=b").ids == [busy.id, quiet.id]
    assert world.get("/v1/entity/?sort=name").error == (400, "sort is total_activity or left out.")


def test_what_the_signing_user_did_is_summed_up(world: World) -> None:
    entity = world.mock.add_entity(key=KEY)
    for add in (world.mock.add_comment, world.mock.add_comment, world.mock.add_like, world.mock.add_view):
        add(world.user, entity)
    world.mock.add_share(world.other, entity)
    path = f"/v1/entity/{encoded(KEY)}/"
    mine, theirs = world.get(path).data, world.get(path, user=world.other).data
    assert mine["user_action_summary"] == {"comments": 2, "likes": 1, "shares": 0}
    assert theirs["user_action_summary"] == {"comments": 0, "likes": 0, "shares": 1}
    names = ("comments", "likes", "shares", "views", "total_activity")
    assert [mine[name] for name in names] == [2, 1, 1, 1, 5] == [theirs[name] for name in names]


def test_a_batch_succeeds_in_parts(world: World) -> None:
    batch = [
        {"key": "a"},
        {"name": "keyless"},
        {"key": 5},
        "text",
        7,
        None,
        [],
        {"key": "b", "lat": "north"},
        {"key": "c"},
    ]
    data = world.post("/v1/entity/", batch).data
    assert [item["key"] for item in data["items"]] == ["a", "c"]
    assert data["errors"] == [
        {"error": "key: required", "payload": {"name": "keyless"}},
        {"error": "key: not a text with something in it", "payload": {"key": 5}},
        {"error": "not an object", "payload": "text"},
        {"error": "not an object", "payload": "7"},
        {"error": "not an object", "payload": None},
        {"error": "not an object", "payload": []},
        {"error": "lat: not a number of degrees", "payload": {"key": "b", "lat": "north"}},
    ]
    assert list(world.mock.tables.entities) == [1, 2]


def test_one_bare_object_counts_as_a_batch_of_it(world: World) -> None:
    assert world.post("/v1/entity/", {"key": KEY}).item["key"] == KEY
    assert world.post("/v1/entity/", []).data == {"errors": [], "items": []}
    for payload in ("text", 7):
        assert world.post("/v1/entity/", payload).error == (400, "The payload is no array of objects.")


def test_the_total_may_lag_behind(make: Any) -> None:
    world = make(totals="lagging")
    path, like = f"/v1/entity/?entity_key={key_of(KEY)}", [{"entity_key": KEY}]
    assert world.post("/v1/view/", like * 2).items[1]["entity"]["views"] == 0
    assert world.get(path).item["total_activity"] == 2
    late = world.post("/v1/like/", like).item["entity"]
    assert (late["likes"], late["views"], late["total_activity"]) == (1, 2, 2)
    assert world.get(path).item["total_activity"] == 3
    assert world.delete(f"/v1/user/1/like/?entity_key={key_of(KEY)}").item["entity"]["total_activity"] == 3
    assert world.get(path).item["total_activity"] == 2
