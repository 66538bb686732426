"""Users by device and by account at a third party: the four use cases of the documentation, and unlinking."""

from __future__ import annotations

from typing import Any

import pytest

from .conftest import World

FRESH: dict[str, Any] = {
    "first_name": None,
    "last_name": None,
    "description": None,
    "location": None,
    "sex": None,
    "meta": None,
    "small_image_uri": None,
    "medium_image_uri": None,
    "large_image_uri": None,
    "quiet_start_time": None,
    "quiet_end_time": None,
    "timezone": None,
    "stats": {"comments": 0, "likes": 0, "shares": 0, "views": 0},
    "third_party_auth": [],
}
TWITTER = {"auth_type": 2, "auth_token": "tw-token", "auth_token_secret": "tw-secret", "auth_id": "15012486"}
FACEBOOK = {"auth_type": "1", "auth_token": "fb-token", "auth_id": "700"}


def authenticate(world: World, payload: dict[str, Any], path: str = "/v1/authenticate/", **how: Any) -> Any:
    return world.send("POST", path, payload, **how).data


def signed_by(world: World, answer: dict[str, Any]) -> dict[str, Any]:
    """Arguments that sign with the token of an authentication."""
    return {"resource_owner_key": answer["oauth_token"], "resource_owner_secret": answer["oauth_token_secret"]}


def test_a_device_gets_a_fresh_user_with_the_whole_profile(world: World) -> None:
    answer = authenticate(world, {"udid": "device A"})
    assert answer["user"] == {"id": 3, "username": "User3", **FRESH}
    assert answer["oauth_token"] != answer["oauth_token_secret"]
    assert world.get("/v1/user/3/", user=None, **signed_by(world, answer)).data == answer["user"]


def test_the_same_device_gets_its_user_again_and_a_token_that_works(world: World) -> None:
    first = authenticate(world, {"udid": "device A"})
    again = authenticate(world, {"udid": "device A", "a": "xx", "v": "yy", "auth_type": 0})
    assert again["user"] == first["user"]
    for answer in (first, again):
        assert world.get("/v1/user/", user=None, **signed_by(world, answer)).status == 200
    assert authenticate(world, {"udid": "device B"})["user"]["id"] == 4


def test_a_device_id_may_be_a_number_and_is_the_same_as_its_digits(world: World) -> None:
    assert authenticate(world, {"udid": 1234345656}) == authenticate(world, {"udid": "1234345656"})


def test_a_device_has_another_user_in_another_app(world: World) -> None:
    application = world.mock.add_application()
    first = authenticate(world, {"udid": "A"})
    other = authenticate(world, {"udid": "A"}, application=application)
    assert other["user"]["id"] != first["user"]["id"]
    assert other["oauth_token"] != first["oauth_token"]


def test_case_1_a_token_of_a_user_without_an_account_changes_nothing(world: World) -> None:
    anonymous = authenticate(world, {"udid": "A"})
    again = authenticate(world, {"udid": "A"}, **signed_by(world, anonymous))
    assert again == anonymous
    other = authenticate(world, {"udid": "B"}, **signed_by(world, anonymous))
    assert other["user"]["id"] != anonymous["user"]["id"]


def test_case_2_the_first_link_of_an_account_gives_a_new_user_with_it(world: World) -> None:
    anonymous = authenticate(world, {"udid": "A"})
    linked = authenticate(world, {"udid": "A", **TWITTER}, **signed_by(world, anonymous))
    assert linked["user"]["id"] != anonymous["user"]["id"]
    assert linked["user"]["third_party_auth"] == [{"auth_type": "Twitter", "auth_id": 15012486}]
    assert world.get(f"/v1/user/{anonymous['user']['id']}/").data["third_party_auth"] == []
    assert authenticate(world, {"udid": "A"}) == anonymous


def test_case_3_a_known_account_switches_to_its_user_on_any_device(world: World) -> None:
    on_b = authenticate(world, {"udid": "B", **TWITTER})
    anonymous = authenticate(world, {"udid": "A"})
    on_a = authenticate(world, {"udid": "A", **TWITTER}, **signed_by(world, anonymous))
    assert on_a["user"] == on_b["user"]
    assert world.get("/v1/user/", user=None, **signed_by(world, on_a)).status == 200


def test_case_3_is_for_the_same_app_only(world: World) -> None:
    here = authenticate(world, {"udid": "A", **TWITTER})
    there = authenticate(world, {"udid": "A", **TWITTER}, application=world.mock.add_application())
    assert there["user"]["id"] != here["user"]["id"]


def test_case_4_an_account_at_the_other_provider_gives_a_new_user(world: World) -> None:
    twitter = authenticate(world, {"udid": "B", **TWITTER})
    anonymous = authenticate(world, {"udid": "A"})
    facebook = authenticate(world, {"udid": "A", **FACEBOOK}, **signed_by(world, anonymous))
    assert len({answer["user"]["id"] for answer in (twitter, anonymous, facebook)}) == 3
    assert facebook["user"]["third_party_auth"] == [{"auth_type": "FaceBook", "auth_id": 700}]
    signed = authenticate(world, {"udid": "A", **FACEBOOK, "auth_id": "701"}, **signed_by(world, twitter))
    assert signed["user"]["id"] not in {twitter["user"]["id"], facebook["user"]["id"]}


def test_a_user_with_an_account_who_authenticates_without_one_stays_who_it_is(world: World) -> None:
    """Inferred."""
    linked = authenticate(world, {"udid": "A", **TWITTER})
    assert authenticate(world, {"udid": "A"}, **signed_by(world, linked)) == linked
    assert authenticate(world, {"udid": "A"})["user"]["id"] != linked["user"]["id"]


def test_an_account_is_known_by_its_id_else_by_its_token(world: World) -> None:
    first = authenticate(world, {"udid": "A", **TWITTER})["user"]["id"]
    renewed = {**TWITTER, "auth_token": "a new token"}
    assert authenticate(world, {"udid": "B", **renewed})["user"]["id"] == first
    nameless = {"udid": "C", "auth_type": 2, "auth_token": "a new token"}
    assert authenticate(world, nameless)["user"]["id"] == first
    assert authenticate(world, {**nameless, "auth_type": 1})["user"]["id"] != first
    another = {**TWITTER, "auth_id": "2", "auth_token": "a new token"}
    assert authenticate(world, {"udid": "D", **another})["user"]["id"] != first


def test_an_account_without_an_id_gets_one_until_somebody_knows_it(world: World) -> None:
    nameless = {"udid": "A", "auth_type": 1, "auth_token": "t"}
    first = authenticate(world, nameless)["user"]
    (link,) = first["third_party_auth"]
    assert link["auth_id"] > 0
    known = authenticate(world, {**nameless, "auth_id": "55"})["user"]
    assert (known["id"], known["third_party_auth"][0]["auth_id"]) == (first["id"], 55)


def test_the_secret_has_two_names(world: World) -> None:
    payload = {"udid": "A", "auth_type": 2, "auth_token": "t", "auth_secret": "some-secret"}
    assert authenticate(world, payload)["user"]["third_party_auth"][0]["auth_type"] == "Twitter"


def test_the_call_of_the_ios_sdk_does_the_same(world: World) -> None:
    path = "/v1/third_party_authenticate/"
    first = authenticate(world, {"udid": "A", **FACEBOOK}, path)
    assert authenticate(world, {"udid": "B", **FACEBOOK})["user"] == first["user"]
    assert world.send("POST", path, {"udid": "A"}).error == (400, "The payload cannot be used: auth_type: required.")


@pytest.mark.parametrize(
    ("payload", "reason"),
    [
        ({}, "udid: required"),
        ({"udid": ""}, "udid: not a text with something in it"),
        ({"udid": True}, "udid: not a text with something in it"),
        ({"udid": "A", "auth_type": 3, "auth_token": "t"}, "auth_type: not 1 (Facebook) or 2 (Twitter)"),
        ({"udid": "A", "auth_token": "t"}, "auth_type: required with auth_token"),
        ([{"udid": "A"}], "not an object"),
    ],
)
def test_an_authentication_that_says_too_little_is_refused(world: World, payload: Any, reason: str) -> None:
    answer = world.send("POST", "/v1/authenticate/", payload)
    assert answer.error == (400, f"The payload cannot be used: {reason}.")


def test_an_account_is_unlinked_by_its_user_and_can_be_linked_anew(world: World) -> None:
    old = authenticate(world, {"udid": "A", **FACEBOOK})
    answer = world.delete("/v1/third_party/?auth_type=1", user=None, **signed_by(world, old)).data
    assert answer == {**old, "user": {**old["user"], "third_party_auth": []}}
    new = authenticate(world, {"udid": "A", **FACEBOOK})
    assert new["user"]["id"] != old["user"]["id"]


def test_unlinking_takes_the_account_of_one_provider_only(world: World) -> None:
    links = [{"auth_type": 1, "auth_id": "1"}, {"auth_type": 2, "auth_id": "2"}]
    user = world.mock.add_user(third_party_auth=links)
    answer = world.delete("/v1/third_party/?auth_type=1", user=user).data
    assert answer["user"]["third_party_auth"] == [{"auth_type": "Twitter", "auth_id": 2}]
    assert world.delete("/v1/third_party/?auth_type=3", user=user).status == 400
    assert world.delete("/v1/third_party/", user=user).status == 400


# --- Profiles ---

PROFILE = {
    "first_name": "A",
    "last_name": "Reader",
    "description": "Reads the news",
    "location": "Berlin",
    "sex": "F",
    "meta": '{"theme": "dark"}',
    "quiet_start_time": "22:00",
    "quiet_end_time": "07:30",
    "timezone": "Europe/Berlin",
}


def test_a_user_changes_the_own_profile_and_gets_it_bare(world: World) -> None:
    payload = {"id": 1, "email": "reader@example.com", "date_of_birth": "1980/02/29", "unknown": 1, **PROFILE}
    changed = world.post("/v1/user/1/", payload).data
    assert changed == {"id": 1, "username": "User1", **FRESH, **PROFILE}
    assert world.get("/v1/user/1/", user=world.other).data == changed
    assert world.post("/v1/user/1/", {"first_name": "B", "location": None}).data == {**changed, "first_name": "B"}


def test_the_documented_envelope_of_an_update_is_a_switch(make: Any) -> None:
    world = make(update="envelope")
    assert world.post("/v1/user/1/", {"first_name": "A"}).item["first_name"] == "A"


@pytest.mark.parametrize("number", [2, 3, 999])
def test_nobody_changes_the_profile_of_somebody_else(world: World, number: int) -> None:
    foreign = world.mock.add_user(world.mock.add_application())
    assert foreign.id == 3
    assert world.post(f"/v1/user/{number}/", {"first_name": "X"}).error == (401, "This belongs to another user.")
    assert [user.first_name for user in world.mock.tables.users.values()] == [None] * 3


def test_a_picture_sets_the_three_addresses(world: World) -> None:
    first = world.post("/v1/user/1/", {"picture": "iVBORw0KGgo="}).data
    names = ("small_image_uri", "medium_image_uri", "large_image_uri")
    assert len({first[name] for name in names}) == 3
    second = world.post("/v1/user/1/", {"picture": "AAAA"}).data
    assert all(first[name] != second[name] for name in names)
    kept = world.post("/v1/user/1/", {"small_image_uri": "http://x.example/", "username": "Reader"}).data
    assert kept == {**second, "username": "Reader"}


@pytest.mark.parametrize(
    ("payload", "member"),
    [
        ({"sex": "X"}, "sex"),
        ({"date_of_birth": "29.02.1980"}, "date_of_birth"),
        ({"quiet_start_time": "24:00"}, "quiet_start_time"),
        ({"quiet_end_time": "7:30"}, "quiet_end_time"),
        ({"meta": "ä" * 513}, "meta"),
        ({"picture": "not base64!"}, "picture"),
        ({"first_name": 5}, "first_name"),
    ],
)
def test_a_profile_that_is_not_as_documented_is_refused_as_a_whole(world: World, payload: Any, member: str) -> None:
    status, text = world.post("/v1/user/1/", {"last_name": "New", **payload}).error
    assert (status, text.split(": ")[1]) == (400, member)
    assert world.mock.tables.users[1].last_name is None


def test_meta_of_1024_bytes_fits(world: World) -> None:
    assert world.post("/v1/user/1/", {"meta": "ä" * 512}).data["meta"] == "ä" * 512


def test_users_are_asked_for_by_id(world: World) -> None:
    world.mock.add_user(world.mock.add_application())
    answer = world.get("/v1/user/?id=2&id=1&id=3&id=999")
    assert (answer.ids, answer.data["total_count"]) == ([2, 1], 2)
    assert world.get("/v1/user/999/").error == (404, "Not Found")
    assert world.get("/v1/user/3/").error == (404, "Not Found")


def test_without_ids_the_latest_users_or_the_own_one_come(make: Any) -> None:
    world = make()
    for _ in range(120):
        world.mock.add_user()
    answer = world.get("/v1/user/")
    assert (answer.ids, answer.data["total_count"]) == ([*range(122, 22, -1)], 122)
    assert make(users="self").get("/v1/user/").ids == [1]
